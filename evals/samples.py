"""The sample pages of our own: what each is, what must come of it, and the main facts a draft of it must carry."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator

from pipeline.errors import UsageFault
from pipeline.misfits import misread
from schemas.base import Closed

__all__ = ["Outcome", "Sample", "SampleFact", "load_sample", "load_samples", "stands_in"]

Outcome = Literal["draft", "held", "refused"]
_FOLDED = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‘": "'", "“": '"', "”": '"'})


class SampleFact(Closed):
    """A main fact: the passage of the page that carries it, and what a French draft must say of it.

    Every group of `must` has to be met, each by any one of its alternatives.
    """

    id: str = Field(min_length=1)
    sentence: str = Field(min_length=1)
    french: str = Field(min_length=1)
    must: tuple[tuple[str, ...], ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _groups_can_be_met(self) -> "SampleFact":
        if any(not group or not all(group) for group in self.must):
            raise ValueError(f"fact {self.id}: a group without alternatives can never be met")
        return self

    def met_in(self, text: str) -> bool:
        """Whether a French text carries the fact; case, apostrophes and kinds of space do not count."""
        return all(any(stands_in(one, text) for one in group) for group in self.must)


class Sample(Closed):
    """One page of `data/samples`. `published` is ISO 8601 or empty; `warning` names the doubt that holds it back."""

    name: str
    page: Path
    title: str
    url: str
    language: str
    outlet: str
    authors: tuple[str, ...] = ()
    published: str = ""
    tags: tuple[str, ...] = Field(min_length=1)
    outcome: Outcome
    warning: str | None = None
    stand_in: bool = False
    canonical: str | None = None
    facts: tuple[SampleFact, ...] = ()

    @model_validator(mode="after")
    def _outcome_holds_together(self) -> "Sample":
        if (self.outcome == "held") != (self.warning is not None):
            raise ValueError("a held sample names its warning, and no other does")
        if self.outcome == "draft" and not self.facts:
            raise ValueError("a sample that becomes a draft lists its main facts")
        if len({fact.id for fact in self.facts}) != len(self.facts):
            raise ValueError("two facts share an id")
        return self

    @property
    def html(self) -> bytes:
        """The page as a server would send it."""
        return self.page.read_bytes()


def load_sample(folder: Path, name: str) -> Sample:
    """The sample NAME.toml beside NAME.html. Raises UsageFault when either is missing or does not hold together."""
    card, page = folder / f"{name}.toml", folder / f"{name}.html"
    try:
        data = tomllib.loads(card.read_text("utf-8"))
        sample = Sample.model_validate({**data, "name": name, "page": page})
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise UsageFault(f"L’exemple « {name} » ne se lit pas : {misread(error)}.", f"Corrigez {card}.") from error
    if not page.is_file():
        raise UsageFault(f"L’exemple « {name} » n’a pas de page.", f"Ajoutez {page}, ou supprimez {card}.")
    return sample


def load_samples(folder: Path) -> tuple[Sample, ...]:
    """All samples of a folder, by name."""
    return tuple(load_sample(folder, card.stem) for card in sorted(folder.glob("*.toml")))


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text, once case, apostrophes and kinds of space are set aside."""
    return _folded(words) in _folded(text)


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    return " ".join(text.translate(_FOLDED).split()).casefold()
