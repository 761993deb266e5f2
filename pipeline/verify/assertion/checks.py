"""The check of certainty, negation and direction."""

from collections.abc import Iterator, Sequence

from pipeline.verify.assertion.admissions import denials_admitted
from pipeline.verify.assertion.after_all import (
    is_denied_after_all,
    is_doubted_after_all,
    is_own_plan,
    is_restricted,
    is_told_as_a_record,
)
from pipeline.verify.assertion.certainty import compare_certainty, compare_direction, is_denied_elsewhere
from pipeline.verify.assertion.emphasis import certainty_added
from pipeline.verify.assertion.exclusions import ruled_out_otherwise
from pipeline.verify.assertion.few_and_many import exceptions_turned, is_told_of_the_few
from pipeline.verify.assertion.meaning import compare_meaning
from pipeline.verify.assertion.modality import unattributed
from pipeline.verify.assertion.opposites import turned_words
from pipeline.verify.assertion.pinned import possibilities_pinned, waits_dropped
from pipeline.verify.assertion.polarity import denials_exceeding
from pipeline.verify.assertion.proofs import proven_without_proof
from pipeline.verify.assertion.refusals import refusals_added, silences_broken
from pipeline.verify.assertion.told_done import told_as_done
from pipeline.verify.assertion.turnabouts import comparisons_turned, concessions_turned, turnabouts
from pipeline.verify.check import Check
from pipeline.verify.claims import PLAUSIBLE, SURE, Claim, Link
from pipeline.verify.context import Context
from pipeline.verify.offices.spheres import spheres_exchanged
from pipeline.verify.passages import (
    LOOSE,
    answered,
    around,
    beside,
    each,
    is_bare,
    is_certain,
    is_headline,
    near,
    rendering_of,
    renders,
)
from pipeline.verify.prepare import Source, Statement
from pipeline.verify.proper_names.naming import read_names
from pipeline.verify.quantities.deltas import deltas_turned
from pipeline.verify.rivals import rendered_here
from pipeline.verify.speech.beside import attributed_beside
from pipeline.verify.speech.clause_attribution import clauses_unattributed
from pipeline.verify.speech.hearsay import known_for_sure, told_at_second_hand
from pipeline.verify.speech.own_deeds import is_own_deed
from schemas.finding import Finding

__all__ = ["CHECKS", "check_certainty"]


def check_certainty(context: Context) -> Iterator[Finding]:
    """Hedges, attribution, negation and direction of what a claim renders survive (EDITORIAL.md, « Facts », 4)."""
    told: set[tuple[object, ...]] = set()
    # One excuse may not do for all that is held against a place: what is left of it is told once.
    for one in attributed_beside(context, rendered_here(context, each(context, "certainty", _certainty))):
        if (place := (one.part, one.code, one.start)) not in told:
            told.add(place)
            yield one


def _certainty(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    # A risk that the house points out may still be one that the source tells.
    told = claim.statement.place.startswith("watchpoints") and bool(near(links))
    if claim.stance == "analysis" and not told:
        return
    source = context.source
    links = links if claim.statement.place == "title" else _told_in_full(links)
    answers = answered(claim.statement, source) if source.statements else []
    found = [*compare_meaning(claim, links, answers), *_directions(claim, links, answers, source)]
    found += _on_whose_word(claim.statement, links, source, [one.code for one in found])
    if not is_bare(claim.statement.place) and (rendered := rendering_of(claim.statement, source)):
        found += denials_exceeding(claim.statement, rendered, beside(links, rendered), refusals=True)
    found += certainty_added(claim.statement, around(links, source))
    for one in found:
        told_so = one if is_certain(claim, one) else one.model_copy(update={"severity": "warning"})
        if not _is_excused(claim.statement, told_so, source):
            yield told_so
    yield from _surer_than_told(claim, links, answers, source)


def _told_in_full(links: Sequence[Link]) -> Sequence[Link]:
    """The links without the headline where a sentence tells the same: a headline says less of it."""
    sentences = [one for one in links if one.statement.place != "title"]
    return sentences if any(one.strength >= PLAUSIBLE for one in sentences) else links


def _on_whose_word(claim: Statement, links: Sequence[Link], source: Source, codes: Sequence[str]) -> Iterator[Finding]:
    """What the passages say on someone's word and the claim on its own; `codes` were found of it before."""
    found: list[Finding] = []
    if near(links) and not is_headline(claim.place):
        found += [one for one in compare_certainty(claim, links[0].statement) if one.code == "certainty-reported"]
    if links and links[0].strength >= SURE:
        found += unattributed(claim, links[0].statement)
        found += told_at_second_hand(claim, links[0].statement)
    if not is_headline(claim.place):
        near_by = [one.statement for one in links if one.strength >= PLAUSIBLE]
        found += clauses_unattributed(claim, near_by)
        if "certainty-reported" not in (*codes, *(one.code for one in found)):
            places = {one.place for one in near_by}
            found += known_for_sure(claim, [one for one in source.statements if one.place in places])
    yield from found


def _is_excused(claim: Statement, finding: Finding, source: Source) -> bool:
    """Whether the claim says the same after all: denied elsewhere, a record, a plan or a deed of its own subject."""
    if finding.code == "negation-added" and is_denied_after_all(claim, finding, source):
        return True
    if finding.code == "direction-reversed" and (
        is_denied_elsewhere(claim, finding, source) or is_restricted(claim, finding, source)
    ):
        return True
    return (
        is_doubted_after_all(claim, finding)
        or is_own_plan(claim, finding, source)
        or is_told_as_a_record(claim, finding)
        or is_own_deed(claim, finding, source)
        or is_told_of_the_few(claim, finding, source)
    )


def _surer_than_told(
    claim: Claim, links: Sequence[Link], answers: Sequence[Statement], source: Source
) -> Iterator[Finding]:
    """Proof, exclusion and deed told of what the passages leave open; no other doubt of the sentence excuses it."""
    passages = [(one.statement, one.strength) for one in links if one.strength >= PLAUSIBLE]
    linked = [one for one, _ in passages]
    yield from proven_without_proof(claim.statement, passages)
    yield from ruled_out_otherwise(claim.statement, linked)
    wider = [*linked, *(one for one in answers if not any(one is each for each in linked))]
    yield from possibilities_pinned(claim.statement, wider)
    yield from waits_dropped(claim.statement, wider)
    if not is_bare(claim.statement.place):
        yield from refusals_added(claim.statement, linked)
        yield from silences_broken(claim.statement, around(links, source))
    if wider and claim.stance == "fact":
        yield from told_as_done(claim.statement, wider, around(links, source))


def _directions(claim: Claim, links: Sequence[Link], answers: Sequence[Statement], source: Source) -> Iterator[Finding]:
    linked = [one.statement for one in links if one.strength >= PLAUSIBLE]
    for one in compare_direction(claim.statement, linked, renders):
        yield one.model_copy(update={"severity": "warning"})
    yield from denials_admitted(claim.statement, [one.statement for one in links if one.strength >= LOOSE], source)
    if not is_bare(claim.statement.place):
        held = {id(one) for one in linked}
        yield from _turned_words(claim.statement, [*linked, *(one for one in answers if id(one) not in held)], source)
        yield from spheres_exchanged(claim.statement, source)
    for turned in (concessions_turned, turnabouts, exceptions_turned, comparisons_turned, deltas_turned):
        yield from turned(claim.statement, linked)
    for one in compare_direction(claim.statement, near(links)[:1]):
        yield one.model_copy(update={"severity": "warning"})


def _turned_words(claim: Statement, near: Sequence[Statement], source: Source) -> Iterator[Finding]:
    """Opposites, unless a passage that names someone of the claim says what it says: it may gather two views."""
    found = list(turned_words(claim, near))
    people = {name.words[-1] for name in read_names(claim.text) if name.words} if found else set()
    named = [one for one in source.statements if people & one.words and not any(one is each for each in near)]
    stands = {one.start for one in turned_words(claim, [*near, *named])} if named else set()
    yield from (one for one in found if not named or one.start in stands)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=(
            "certainty-possible",
            "certainty-planned",
            "certainty-alleged",
            "certainty-reported",
            "certainty-added",
            "negation-lost",
            "negation-added",
            "direction-reversed",
        ),
        english="Hedges, attribution, negation and direction survive.",
        french="Le doute, l’attribution, la négation et le sens survivent.",
        example="« les caméras suivront » là où la source dit “could track”",
        run=check_certainty,
    ),
)
