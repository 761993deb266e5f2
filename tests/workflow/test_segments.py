"""How a step's fault ends: its draft is parked with it, or, where the database is in trouble, the worker ends."""

import pytest

from pipeline.errors import MissingContent, MorasseError, StoreFault
from pipeline.steps.bench import Outcome
from pipeline.steps.segments import _settled


def raising(fault: MorasseError) -> Outcome:
    def act() -> Outcome:
        raise fault

    return _settled(act, lambda met: {"outcome": "parked", "digest": met.message})


def test_a_database_in_trouble_parks_no_draft_and_a_missing_content_parks_its_own() -> None:
    with pytest.raises(StoreFault, match="répond pas"):
        raising(StoreFault("La base ne répond pas (too many connections)."))
    assert raising(MissingContent("Le contenu manque.")) == {"outcome": "parked", "digest": "Le contenu manque."}
