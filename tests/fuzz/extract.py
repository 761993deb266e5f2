"""Read many hostile pages in the guarded reader: every outcome must be a value, within its deadline.

    python -m tests.fuzz.extract [--runs N] [--seed N] [--jobs N] [--pages FOLDER]

Pages are the test suite's own; with --pages, the .html and .html.gz files of a folder as well. Exit 1 at the first
outcome that is no value or comes too late, with the seed that gives it again.
"""

import argparse
import gzip
import json
import pickle
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from pipeline.extract import extract, guarded
from schemas.article import Article
from schemas.source import Refusal
from tests.fuzz.mutations import hostile_page
from tests.pipeline.extract.pages import DOUBTFUL, GOOD

DEADLINE_S = 10.0
# Most pages are as large as an article's, some as a portal's, each thousandth as large as an attack would make it.
ORDINARY, OFTEN, PORTAL, RARE, LARGE = 100_000, 20, 200_000, 1000, 50_000_000
# A process for each page costs more than reading it: one page in ALONE has its own, limits included, as at work.
BATCH, ALONE = 50, 19
URL = "https://paper.example/a"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--pages", type=Path)
    asked = options.parse_args()
    pages = [one.html.encode() for one in (*GOOD, *DOUBTFUL) if one.html]
    pages += [_read(one) for one in sorted(asked.pages.glob("*.html*"))] if asked.pages else []
    # Starting the reader's process is not part of reading a page.
    guarded(b"<p>", url=URL, deadline_s=120)
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    start = time.monotonic()
    seeds = range(asked.seed, asked.seed + asked.runs)
    batches = [list(seeds[at : at + BATCH]) for at in range(0, len(seeds), BATCH)]
    with ThreadPoolExecutor(asked.jobs) as jobs:
        for judged in jobs.map(partial(_judge, pages), batches):
            for seed, code, took_s in judged:
                outcomes[code] += 1
                slowest = max(slowest, took_s)
                if took_s > DEADLINE_S + 5 or code == "extraction_failed":
                    print(f"seed {seed}: {code} after {took_s:.1f} s", file=sys.stderr)
                    jobs.shutdown(wait=False, cancel_futures=True)
                    return 1
            if outcomes.total() % 1000 == 0:
                print(f"{outcomes.total()} {dict(outcomes)} {time.monotonic() - start:.0f} s", flush=True)
    print(f"{outcomes.total()} runs, {dict(outcomes)}, the slowest page {slowest:.1f} s")
    return 0


def _judge(pages: list[bytes], seeds: list[int]) -> list[tuple[int, str, float]]:
    """The outcome of each page; `read`: in a batch, under the batch's limits, within half its own deadline.

    What a batch fails at, or is slow with, is read alone.
    """
    made = {seed: hostile_page(seed, pages, largest=_largest(seed)) for seed in seeds}
    batch = {seed: page for seed, page in made.items() if len(page) <= 4 * PORTAL and seed % ALONE}
    together = guarded(pickle.dumps(list(batch.values())), url=URL, deadline_s=10 * DEADLINE_S, read=read_batch)
    took_s = json.loads(together.title) if isinstance(together, Article) else [DEADLINE_S] * len(batch)
    judged = {seed: ("read", took) for seed, took in zip(batch, took_s, strict=True) if took < DEADLINE_S / 2}
    return [(seed, *(judged.get(seed) or _alone(page))) for seed, page in made.items()]


def _largest(seed: int) -> int:
    return LARGE if seed % RARE == RARE - 1 else PORTAL if seed % OFTEN == OFTEN - 1 else ORDINARY


def _alone(page: bytes) -> tuple[str, float]:
    start = time.monotonic()
    outcome = guarded(page, url=URL, deadline_s=DEADLINE_S)
    return outcome.code if isinstance(outcome, Refusal) else "article", time.monotonic() - start


def read_batch(batch: bytes, **_: str) -> Article:
    """Read pages one after the other, in the child; the title carries the seconds that each took, as JSON."""
    took_s = []
    for page in pickle.loads(batch):
        start = time.monotonic()
        extract(page, url=URL)
        took_s.append(time.monotonic() - start)
    return Article(url=URL, title=json.dumps(took_s), paragraphs=())


def _read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


if __name__ == "__main__":
    sys.exit(main())
