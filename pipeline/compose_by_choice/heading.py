"""The headline's own grammar: who says so stands at one end of it, without an article, and French says « selon »."""

import re
from typing import NamedTuple

__all__ = ["Heading", "heading_of"]

_WHO = {
    "inquiry": "une enquête",
    "investigation": "une enquête",
    "probe": "une enquête",
    "investigators": "les enquêteurs",
    "report": "un rapport",
    "review": "un rapport",
    "study": "une étude",
    "studies": "des études",
    "audit": "un audit",
    "survey": "une enquête",
    "poll": "un sondage",
    "lawsuit": "une plainte",
    "suit": "une plainte",
    "complaint": "une plainte",
    "police": "la police",
    "prosecutors": "le parquet",
    "court": "la justice",
    "watchdog": "le régulateur",
    "regulator": "le régulateur",
    "ombudsman": "le médiateur",
    "officials": "les autorités",
    "government": "le gouvernement",
    "union": "un syndicat",
    "unions": "des syndicats",
    "experts": "des experts",
    "scientists": "des scientifiques",
    "researchers": "des chercheurs",
    "lawyers": "des avocats",
    "documents": "des documents",
    "emails": "des courriels",
    "data": "des données",
    "figures": "des chiffres",
    "sources": "des sources",
}
_SAYS = r"(?:finds?|found|says?|said|shows?|reveals?|claims?|alleges?|warns?|suggests?|concludes?|hears?)"
_LAST = re.compile(rf"(?P<what>.{{20,}}), (?:new |leaked )?(?P<who>{'|'.join(_WHO)}) {_SAYS}", re.IGNORECASE)
_FIRST = re.compile(
    rf"(?:new |leaked )?(?P<who>{'|'.join(_WHO)}) {_SAYS}(?: that)? (?P<what>(?!no\b|nothing\b).{{20,}})", re.IGNORECASE
)


class Heading(NamedTuple):
    """What a headline states, and whom it has say so, in French after « selon »; empty where it names none."""

    text: str
    source: str

    def told(self, french: str) -> str:
        """The statement in French with its source again."""
        return f"{french}, selon {self.source}" if french and self.source else french

    @property
    def added(self) -> int:
        """How many characters its source adds."""
        return len(self.told("-")) - 1


def heading_of(headline: str) -> Heading:
    """An English headline parted: "Clinic hid deaths, inquiry finds" states the hiding, « selon une enquête »."""
    found = _LAST.fullmatch(headline) or _FIRST.fullmatch(headline)
    if found is None:
        return Heading(headline, "")
    what = found["what"]
    return Heading(what[0].upper() + what[1:], _WHO[found["who"].lower()])
