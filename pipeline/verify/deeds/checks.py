"""The checks of who does what to whom, and of events that nobody told of."""

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.check import Check
from pipeline.verify.claims import PLAUSIBLE, Claim, Link
from pipeline.verify.context import Context
from pipeline.verify.deeds.acts import compare_deeds
from pipeline.verify.deeds.dealings import compare_dealings
from pipeline.verify.deeds.unheard import events_of_others, events_unheard
from pipeline.verify.passages import answered, around, each, is_bare, is_certain, is_headline, near
from pipeline.verify.prepare import Source, Statement
from pipeline.verify.proper_names.crossings import crossed_places
from pipeline.verify.proper_names.halves import exchanged_halves
from pipeline.verify.proper_names.names import crossed_names, done_by_another
from pipeline.verify.speech.speakers import speakers_exchanged
from schemas.finding import Finding

__all__ = ["CHECKS", "check_deeds", "check_events"]


def check_deeds(context: Context) -> Iterator[Finding]:
    """Who does what to whom survives (EDITORIAL.md, « Facts », 4)."""
    return each(context, "deeds", _deeds)


def _deeds(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    found = list(_deeds_of(claim, links))
    for one in found:
        yield one if is_certain(claim, one) else one.model_copy(update={"severity": "warning"})
    if not found:
        yield from _turned_round(claim, [one.statement for one in links if one.strength >= PLAUSIBLE], context.source)
    if links and links[0].strength >= PLAUSIBLE:
        yield from done_by_another(claim.statement, links[0].statement)


def _turned_round(claim: Claim, linked: Sequence[Statement], source: Source) -> Iterator[Finding]:
    """Names, parties of an act or speakers in each other's place: the first of these that is found."""
    told = [*linked, *(one for one in answered(claim.statement, source) if one not in linked)] if linked else []
    found = list(crossed_places(claim.statement, linked)) or list(exchanged_halves(claim.statement, told))
    found = found or list(compare_dealings(claim.statement, told))
    if not found and not is_bare(claim.statement.place):
        found = list(speakers_exchanged(claim.statement, source))
    yield from found


def _deeds_of(claim: Claim, links: Sequence[Link]) -> Iterator[Finding]:
    sure = near(links)[:1]
    for one in sure:
        deeds = list(compare_deeds(claim.statement, one))
        yield from deeds or crossed_names(claim.statement, one)
    for link in links:
        if link.strength >= PLAUSIBLE and link.statement not in sure:
            yield from compare_deeds(claim.statement, link.statement, both=True)


def check_events(context: Context) -> Iterator[Finding]:
    """An arrest, a death, a sale that the draft reports is told by the source (EDITORIAL.md, « Facts », 6)."""
    return each(context, "events", _events)


# Headings, addresses and proposals tell in few words what the text tells.
_REPORTS = re.compile(r"(?:title|standfirst|tldr\[\d+\]|body\[\d+\]|sections\[\d+\]\.blocks\[\d+\])$")


def _events(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    place = claim.statement.place
    if claim.stance != "fact" or not _REPORTS.match(place):
        return
    found = list(events_unheard(claim.statement, context.source))
    if not found and context.source.language in ("en", "fr") and not is_headline(place):
        sure = [one for one in links if one.strength >= PLAUSIBLE]
        found = list(events_of_others(claim.statement, around(sure, context.source), context.source))
    yield from found


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("roles-swapped",),
        english="Who does what to whom survives.",
        french="Qui fait quoi à qui reste ce que la source en dit.",
        example="« Tarn poursuit le syndicat » là où la source dit “the union sued Tarn”",
        run=check_deeds,
    ),
    Check(
        codes=("event-unknown", "event-elsewhere"),
        english="An event reported, an arrest, a death, a sale, is one of the source, and of the same one.",
        french="Un événement rapporté, arrestation, décès, vente, est un événement de la source, et du même acteur.",
        example="« Ana Lund a démissionné. » là où la source ne parle d’aucun départ",
        run=check_events,
    ),
)
