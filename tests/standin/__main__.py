"""The stand-in as a process: `python -m tests.standin --port 8900 --rate 0.2 --latency 1`; stdout has its address."""

import argparse
import signal
from pathlib import Path

from tests.standin.faults import ALL_KINDS, Faults
from tests.standin.obeying import obey
from tests.standin.recordings import Recordings
from tests.standin.server import StandIn


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.standin")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each reply")
    parser.add_argument("--rate", type=float, default=0.0, help="share of calls that go wrong, 0 to 1")
    parser.add_argument("--faults", default="", help=f"kinds, separated by commas, of {', '.join(ALL_KINDS)}")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--key", help="the only key accepted")
    parser.add_argument("--recordings", type=Path, help="folder of recorded replies")
    parser.add_argument("--journal", type=Path, help="file that keeps a line for each finished call")
    options = parser.parse_args()
    named = [kind for kind in ALL_KINDS if kind in options.faults.split(",")]
    kinds = tuple(named) or Faults.kinds
    faults = Faults(rate=options.rate, kinds=kinds, seed=options.seed)
    reply = Recordings(options.recordings) if options.recordings else obey
    wired = {"key": options.key, "port": options.port, "journal": options.journal}
    with StandIn(reply, faults=faults, latency_s=options.latency, **wired) as standin:
        print(standin.base_url, flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    main()
