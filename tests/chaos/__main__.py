"""`make chaos`: on both databases, 200 kills over 100 drafts and more, and an account of what became of them."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.chaos.account import Account
from tests.chaos.storm import Storm
from tests.postgres import Cluster


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("--drafts", type=int, default=100)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--pause", type=float, default=1.5, help="seconds between kills, on average")
    parser.add_argument("--within", type=float, default=1800, help="seconds for one database, at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--databases", default="sqlite,postgres")
    options = parser.parse_args()
    faults = 0
    for kind in options.databases.split(","):
        with tempfile.TemporaryDirectory(prefix="morasse-chaos-") as folder:
            if kind == "postgres":
                with Cluster() as cluster:
                    account = _storm(Path(folder), cluster.create_empty(), options)
            else:
                account = _storm(Path(folder), f"sqlite:///{folder}/morasse.sqlite", options)
        _say(kind, account)
        faults += len(account.faults)
    print("everything held" if not faults else f"{faults} faults")
    return 1 if faults else 0


def _storm(folder: Path, url: str, options: argparse.Namespace) -> Account:
    with Storm(folder, url, seed=options.seed, desk=True) as storm:
        return storm.blow(drafts=options.drafts, kills=options.kills, pause_s=options.pause, within_s=options.within)


def _say(kind: str, account: Account) -> None:
    print(
        f"{kind}: {account.drafts} drafts, {sum(account.kills.values())} kills {dict(account.kills)}, "
        f"{account.seconds:.0f} s; {dict(account.states)}; {account.calls} calls answered, {account.repeated} of them "
        f"asked again after a kill, {len(account.paid_twice)} without one",
        flush=True,
    )
    for one in account.faults:
        print(f"  {one}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
