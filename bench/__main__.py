"""All benchmarks in one run: `python -m bench`, with `--embedded` also those of the embedded model.

Apart: `python -m bench.growth`, `bench.memory`, `bench.credits`, `python -m tests.chaos`; each docstring says how.

Each is imported where it is asked for: whatever this module imports, every process that reads a page imports too.
"""

import argparse
import os
import platform
import warnings
from collections.abc import Iterator

from bench.measure import Figure

__all__ = ["main"]


def main() -> None:
    """One table on standard output."""
    from rich.console import Console
    from rich.table import Table

    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--embedded", action="store_true", help="minutes; wants an idle machine")
    parser.add_argument("--desk", action="store_true", help="minutes: a house of 100,000 drafts, served")
    parser.add_argument("--throughput", action="store_true", help="only drafts a minute, beside LangGraph's")
    parser.add_argument("--url", default="", help="the Postgres that --throughput uses; SQLite files otherwise")
    parser.add_argument("--workers", default="1,2,4", help="how many workers --throughput measures, one after another")
    parser.add_argument("--latency", default="1", help="the seconds a call takes there, one after another")
    parser.add_argument("--calls", type=int, default=24, help="how many calls a worker makes side by side there")
    parser.add_argument("--drafts", type=int, default=16, help="drafts of one round there")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    load = os.getloadavg()[0]
    figures = list(_asked(options))
    machine = f"{platform.machine()}, {os.cpu_count()} cores, load {load:.1f} at the start"
    table = Table("figure", "measured", "aim", "made of", title=machine)
    for one in figures:
        table.add_row(one.name, one.value, one.aim, one.detail)
    Console(width=160).print(table)


def _asked(options: argparse.Namespace) -> Iterator[Figure]:
    if options.throughput:
        from bench.throughput import throughput

        workers = [int(one) for one in options.workers.split(",")]
        latencies = [float(one) for one in options.latency.split(",")]
        drafts, calls = options.drafts, options.calls
        yield from throughput(options.url, workers=workers, latencies=latencies, drafts=drafts, calls=calls)
        return
    from bench.evals import evals
    from bench.hosted import hosted
    from bench.startup import startup
    from bench.verifying import verifying

    yield from (*startup(), *verifying(), *hosted(), *evals())
    if options.embedded:
        from bench.embedded import embedded

        yield from embedded()
    if options.desk:
        from bench.desk import desk

        yield from desk()


if __name__ == "__main__":
    main()
