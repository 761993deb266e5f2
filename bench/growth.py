"""How a house behaves as it fills: the queue's page, a decision, a hand-over to the engine, at 100 to 100,000 drafts.

`python -m bench.growth --url postgresql://… --drafts 100,1000,10000,100000`; without a URL, an SQLite file.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.filling import STATES, fill, id_of
from pipeline.compose import Newsroom, open_newsroom
from pipeline.gates.office import restart
from pipeline.settings import load_settings
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft, list_drafts, update_draft
from pipeline.store.history import append_event
from pipeline.store.search import count_states, index_words, search_drafts

__all__ = ["grown"]

_TIMES = 9


def grown(newsroom: Newsroom, sizes: tuple[int, ...]) -> dict[str, list[float]]:
    """Milliseconds of each act, the median of nine, at each size of the house."""
    took: dict[str, list[float]] = {}
    for size in sizes:
        fill(newsroom, size)
        for name, act in _acts(newsroom).items():
            times = []
            for number in range(_TIMES):
                began = time.perf_counter()
                act(number)
                times.append((time.perf_counter() - began) * 1000)
            took.setdefault(name, []).append(round(median(times), 2))
    return took


def _acts(newsroom: Newsroom) -> dict[str, Callable[[int], object]]:
    engine, office = newsroom.engine, newsroom.office

    def page(_number: int) -> None:
        with reading(engine) as db:
            list_drafts(db)
            count_states(db)

    def search_all(_number: int) -> None:
        with reading(engine) as db:
            search_drafts(db, words="port capteurs")

    def search_one(number: int) -> None:
        with reading(engine) as db:
            search_drafts(db, words=f"port {number * 10}")

    def decision(number: int) -> None:
        with transaction(engine) as db:
            row = find_draft(db, id_of(number * 10))
            update_draft(db, row.id, state="review_gate")
            append_event(db, row.id, "accepted", actor="Inès", payload={"revision": "r"})

    def new_text(number: int) -> None:
        with transaction(engine) as db:
            index_words(db, id_of(number * 10), ["un texte nouveau " * 200])

    def hand_over(number: int) -> None:
        with transaction(engine) as db:
            row = find_draft(db, id_of(number * 10 + STATES.index("parked")))
            restart(office, db, row, "resumed", actor="Inès", arguments={})

    return {
        "queue page": page,
        "search, words of every draft": search_all,
        "search, a word of one draft": search_one,
        "decision": decision,
        "new text, indexed": new_text,
        "hand-over": hand_over,
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.growth")
    parser.add_argument("--url")
    parser.add_argument("--drafts", default="100,1000,10000,100000")
    options = parser.parse_args()
    sizes = tuple(int(one) for one in options.drafts.split(","))
    with tempfile.TemporaryDirectory() as folder:
        url = options.url or f"sqlite:///{Path(folder) / 'house.sqlite'}"
        newsroom = open_newsroom(load_settings({"MORASSE_DATA_DIR": folder, "MORASSE_DATABASE_URL": url}))
        print(json.dumps({"drafts": sizes, **grown(newsroom, sizes)}))
        newsroom.engine.dispose()


if __name__ == "__main__":
    main()
