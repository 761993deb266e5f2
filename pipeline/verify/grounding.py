"""The checks that hold each sentence of the draft against the places of the source that support it."""

# ruff: noqa: E501 - each docstring is one line of the documentation.

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from pipeline.embedding import embed
from pipeline.verify.alignment import fits
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
from pipeline.verify.assertion.frequencies import frequencies_changed
from pipeline.verify.assertion.meaning import compare_meaning
from pipeline.verify.assertion.modality import unattributed
from pipeline.verify.assertion.opposites import turned_words
from pipeline.verify.assertion.pinned import possibilities_pinned, waits_dropped
from pipeline.verify.assertion.polarity import denials_exceeding
from pipeline.verify.assertion.proofs import proven_without_proof
from pipeline.verify.assertion.refusals import refusals_added, silences_broken
from pipeline.verify.assertion.told_done import told_as_done
from pipeline.verify.assertion.turnabouts import comparisons_turned, concessions_turned, turnabouts
from pipeline.verify.claims import PLAUSIBLE, SURE, Claim, Link
from pipeline.verify.clauses import clauses
from pipeline.verify.context import Context
from pipeline.verify.deeds.acts import compare_deeds
from pipeline.verify.deeds.dealings import compare_dealings
from pipeline.verify.form.outside import marked_places
from pipeline.verify.offices.appositions import presented_as_another
from pipeline.verify.offices.holders import offices_of_others
from pipeline.verify.offices.portfolios import portfolios_exchanged
from pipeline.verify.offices.roles import compare_offices
from pipeline.verify.offices.spheres import spheres_exchanged
from pipeline.verify.offices.standing import compare_standing
from pipeline.verify.prepare import Source, Statement
from pipeline.verify.proper_names.crossings import crossed_places
from pipeline.verify.proper_names.halves import exchanged_halves
from pipeline.verify.proper_names.kindred import one_of_its_kind
from pipeline.verify.proper_names.names import compare_names, crossed_names, done_by_another, misplaced_names
from pipeline.verify.proper_names.naming import read_names
from pipeline.verify.proper_names.people import names_for_others
from pipeline.verify.proper_names.place_kinds import kinds_exchanged
from pipeline.verify.proper_names.slots import names_in_place_of_others
from pipeline.verify.quantities.deltas import deltas_turned
from pipeline.verify.quantities.displaced import displaced_figures
from pipeline.verify.quantities.figure_pairs import compare_pairs
from pipeline.verify.quantities.figures import compare_figures, misplaced_figures
from pipeline.verify.quantities.groups import compare_groups
from pipeline.verify.quantities.multiples import multiplied_otherwise, spread_otherwise
from pipeline.verify.quantities.pairings import figures_exchanged
from pipeline.verify.reasons.cause_ends import causes_of_another, causes_rejected, ends_exchanged
from pipeline.verify.reasons.causes import causes_exchanged, causes_invented
from pipeline.verify.rivals import rendered_here
from pipeline.verify.scope.exceptions import exceptions_dropped, lone_ones_joined, restrictions_dropped, totals_turned
from pipeline.verify.scope.orderings import orders_turned
from pipeline.verify.scope.rankings import compare_rankings
from pipeline.verify.scope.shares import compare_shares
from pipeline.verify.speech.beside import attributed_beside, bounded_before, carried_on
from pipeline.verify.speech.clause_attribution import clauses_unattributed
from pipeline.verify.speech.hearsay import known_for_sure, told_at_second_hand
from pipeline.verify.speech.own_deeds import is_own_deed
from pipeline.verify.speech.speakers import speakers_exchanged
from pipeline.verify.times.periods import compare_dates
from schemas.finding import Finding

# Clauses are shorter than sentences and their cosines lower.
SAME = 0.4
# A denial in few words shares little with what it denies.
LOOSE = 0.36
DECLARED = 0.1
# Less than this, too few words of a clause have an answer in the statement.
ANSWERED = 0.4

__all__ = [
    "check_causes",
    "check_certainty",
    "check_dates",
    "check_deeds",
    "check_figures",
    "check_names",
    "check_offices",
    "check_scope",
]


def near(links: Sequence[Link]) -> list[Statement]:
    """The statements a claim most probably renders."""
    return [one.statement for one in links if one.cosine >= SURE]


def around(links: Sequence[Link], source: Source) -> list[Statement]:
    """All statements of the paragraphs that a claim may draw on, the surest first."""
    places = [one.statement.place for one in links if one.strength >= PLAUSIBLE]
    first = [one.statement for one in links]
    held = {id(one) for one in first}
    return [*first, *(one for one in source.statements if one.place in places and id(one) not in held)]


def renders(ours: str, theirs: str) -> bool:
    """Whether two passages, each in its language, say the same thing as far as their embeddings tell."""
    one, other = embed([ours, theirs])
    return float(one @ other) >= SAME


def nearness(claim: Claim, source: Source, at: int | None = None) -> list[float]:
    """How near each statement of the source lies to a claim; what the claim was declared to lean on, a little nearer.

    Where a place in the claim is named, the clause around it counts as well: a sentence may gather several things.
    """
    text = claim.statement.text
    passages = [text, *(text[start:end] for start, end in clauses(text) if at is not None and start <= at < end)]
    cosines = (source.vectors @ embed(passages).T).max(axis=1)
    return [
        float(cosine) + (DECLARED if one.place in claim.declared else 0.0)
        for one, cosine in zip(source.statements, cosines, strict=True)
    ]


def answered(claim: Statement, source: Source) -> list[Statement]:
    """For each clause of a claim the statement that answers it best, word by word and as a whole."""
    found: dict[int, Statement] = {}
    for start, end in clauses(claim.text):
        clause = claim.text[start:end]
        fit = fits(source, clause)
        both = fit + source.vectors @ embed([clause])[0]
        best = int(both.argmax())
        if float(fit[best]) >= ANSWERED:
            found[best] = source.statements[best]
    return list(found.values())


# Cosine and word by word fit together: from here on a sentence is the translation of a statement.
TRANSLATED = 1.0


def _rendered(claim: Statement, source: Source) -> Statement | None:
    """The statement of which a claim is surely the translation."""
    if not source.statements:
        return None
    scores = fits(source, claim.text) + source.vectors @ embed([claim.text])[0]
    best = int(scores.argmax())
    return source.statements[best] if float(scores[best]) >= TRANSLATED else None


def _beside(links: Sequence[Link], rendered: Statement) -> list[Statement]:
    """The other statements of its paragraph that a claim may gather beside the one that it renders."""
    return [
        one.statement
        for one in links
        if one.strength >= LOOSE and one.statement.place == rendered.place and one.statement is not rendered
    ]


def _is_bare(place: str) -> bool:
    """Titles and headings hold too few words for their embedding to tell what they are about."""
    return place.startswith(("title", "seo", "actions", "watchpoints")) or place.endswith("heading")


def check_figures(context: Context) -> Iterator[Finding]:
    """Every figure is one of the source: value, order, unit, currency, bound, what it counts (EDITORIAL.md, « Facts », 1)."""
    return carried_on(context, bounded_before(context, _each(context, "figures", _figures)))


def check_dates(context: Context) -> Iterator[Finding]:
    """Every date and period is one of the source, or follows from its own day (EDITORIAL.md, « Facts », 3).

    The date of a precedent that is marked as outside knowledge is confirmed or struck with it.
    """
    marked = marked_places(context)
    for one in _each(context, "dates", _dates):
        at = one.start or 0
        if not any(start <= at < end for start, end in marked.get(one.part, ())):
            yield one


def check_names(context: Context) -> Iterator[Finding]:
    """People, organisations, places and acronyms are the source's (EDITORIAL.md, « Facts », 3)."""
    return _each(context, "names", _names)


def check_offices(context: Context) -> Iterator[Finding]:
    """A person's office is the one the source gives (EDITORIAL.md, « Facts », 2 and 3)."""
    return _each(context, "offices", _offices)


def check_certainty(context: Context) -> Iterator[Finding]:
    """Hedges, attribution, negation and direction of what a claim renders survive (EDITORIAL.md, « Facts », 4)."""
    told: set[tuple[object, ...]] = set()
    # One excuse may not do for all that is held against a place: what is left of it is told once.
    for one in attributed_beside(context, rendered_here(context, _each(context, "certainty", _certainty))):
        if (place := (one.part, one.code, one.start)) not in told:
            told.add(place)
            yield one


def check_causes(context: Context) -> Iterator[Finding]:
    """A cause that a sentence gives is one that the source gives (EDITORIAL.md, « Facts », 6)."""
    return _each(context, "causes", _causes)


def check_deeds(context: Context) -> Iterator[Finding]:
    """Who does what to whom survives (EDITORIAL.md, « Facts », 4)."""
    return _each(context, "deeds", _deeds)


Reader = Callable[[Claim, Sequence[Link], Context], Iterable[Finding]]


def check_scope(context: Context) -> Iterator[Finding]:
    """Ranks and shares, the largest, most, none, stay those of the passage a claim renders (EDITORIAL.md, « Facts », 4)."""
    return _each(context, "scope", _scope)


def _each(context: Context, check: str, read: Reader) -> Iterator[Finding]:
    for claim, links in context.claims:
        yield from context.once(check, claim, partial(read, claim, links, context))


def _figures(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    source = context.source
    found = list(compare_figures(claim.statement, around(links, source), source.statements, source.anchor))
    if claim.stance == "fact" and not _is_bare(claim.statement.place) and claim.statement.figures:
        seen = {one.start for one in found}
        near_at = partial(nearness, claim, context.source)
        apart = misplaced_figures(claim.statement, context.source.statements, near_at)
        found += [one for one in apart if one.start not in seen]
    taken = {one.start for one in found}
    near_by = [one.statement for one in links if one.strength >= PLAUSIBLE]
    pairs = (
        *compare_pairs(claim.statement, near_by),
        *multiplied_otherwise(claim.statement, near_by),
        *spread_otherwise(claim.statement, near_by),
        *figures_exchanged(claim.statement, near_by),
    )
    if claim.stance == "fact" and claim.statement.place.startswith(("body", "sections")):
        told = [*near_by, *(one for one in answered(claim.statement, context.source) if one not in near_by)]
        pairs += tuple(displaced_figures(claim.statement, told, context.source))
    yield from (*found, *(one for one in pairs if one.start not in taken))


def _dates(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    near_by = around(links, context.source)
    yield from compare_dates(claim.statement, near_by, context.source.statements, context.source.anchor)


def _names(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    if claim.statement.place.startswith("actions"):
        return
    yield from compare_names(claim.statement, context.known, context.source.statements)
    if claim.stance == "fact" and claim.statement.place.startswith(("body", "sections")):
        told = [one.statement for one in links if one.strength >= PLAUSIBLE]
        told += [one for one in answered(claim.statement, context.source) if one not in told]
        yield from one_of_its_kind(claim.statement, told, around(links, context.source))
    if not read_names(claim.statement.text):
        return
    found = []
    if claim.stance == "fact" and near(links):
        at = nearness(claim, context.source)
        near_by = around(links, context.source)
        found = list(misplaced_names(claim.statement, near_by, context.source.statements, at))
    found = found or list(names_for_others(claim.statement, context.source))
    if not found and claim.stance == "fact" and claim.statement.place.startswith(("body", "sections")):
        found = [
            *names_in_place_of_others(claim.statement, context.source),
            *kinds_exchanged(claim.statement, context.source),
            *presented_as_another(claim.statement, context.source),
        ]
    yield from found


def _offices(claim: Claim, _: Sequence[Link], context: Context) -> Iterator[Finding]:
    found = list(compare_offices(claim.statement, context.source.statements))
    found = found or list(compare_standing(claim.statement, context.source.statements))
    found = found or list(offices_of_others(claim.statement, context.source.statements))
    yield from found or portfolios_exchanged(claim.statement, context.source.statements)


def _certainty(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    # A risk that the house points out may still be one that the source tells.
    told = claim.statement.place.startswith("watchpoints") and bool(near(links))
    if claim.stance == "analysis" and not told:
        return
    answers = answered(claim.statement, context.source) if context.source.statements else []
    found = [*compare_meaning(claim, links, answers), *_directions(claim, links, answers, context.source)]
    if near(links):
        whole = compare_certainty(claim.statement, links[0].statement)
        found += [one for one in whole if one.code == "certainty-reported" and not _is_headline(claim.statement.place)]
    if links and links[0].strength >= SURE:
        found += unattributed(claim.statement, links[0].statement)
        found += told_at_second_hand(claim.statement, links[0].statement)
    if not _is_headline(claim.statement.place):
        near_by = [one.statement for one in links if one.strength >= PLAUSIBLE]
        found += clauses_unattributed(claim.statement, near_by)
        if not any(one.code == "certainty-reported" for one in found):
            places = {one.place for one in near_by}
            found += known_for_sure(claim.statement, [one for one in context.source.statements if one.place in places])
    if not _is_bare(claim.statement.place) and (rendered := _rendered(claim.statement, context.source)):
        found += denials_exceeding(claim.statement, rendered, _beside(links, rendered), refusals=True)
    found += certainty_added(claim.statement, around(links, context.source))
    found = [one if _is_certain(claim, one) else one.model_copy(update={"severity": "warning"}) for one in found]
    kept = (
        one
        for one in found
        if not (one.code == "negation-added" and is_denied_after_all(claim.statement, one, context.source))
        and not is_doubted_after_all(claim.statement, one)
        and not is_own_plan(claim.statement, one, context.source)
        and not is_told_as_a_record(claim.statement, one)
        and not is_own_deed(claim.statement, one, context.source)
        and not is_told_of_the_few(claim.statement, one, context.source)
        and not (
            one.code == "direction-reversed"
            and (
                is_denied_elsewhere(claim.statement, one, context.source)
                or is_restricted(claim.statement, one, context.source)
            )
        )
    )
    yield from kept
    yield from _surer_than_told(claim, links, answers, context.source)


def _surer_than_told(
    claim: Claim, links: Sequence[Link], answers: Sequence[Statement], source: Source
) -> Iterator[Finding]:
    """Proof, exclusion and deed told of what the passages leave open; what else the sentence doubts excuses none of it."""
    passages = [(one.statement, one.strength) for one in links if one.strength >= PLAUSIBLE]
    linked = [one for one, _ in passages]
    yield from proven_without_proof(claim.statement, passages)
    yield from ruled_out_otherwise(claim.statement, linked)
    wider = [*linked, *(one for one in answers if not any(one is each for each in linked))]
    yield from possibilities_pinned(claim.statement, wider)
    yield from waits_dropped(claim.statement, wider)
    if not _is_bare(claim.statement.place):
        yield from refusals_added(claim.statement, linked)
        yield from silences_broken(claim.statement, around(links, source))
    if linked and claim.stance == "fact":
        yield from told_as_done(claim.statement, wider, around(links, source))


def _is_certain(claim: Claim, finding: Finding) -> bool:
    """Whether the draft itself says that a sentence renders this passage: a pair found by likeness only warns."""
    # A title without a verb neither doubts nor affirms.
    if claim.statement.place.startswith(("title", "seo")):
        return False
    return any(one.paragraph in claim.declared for one in finding.evidence)


def _directions(claim: Claim, links: Sequence[Link], answers: Sequence[Statement], source: Source) -> Iterator[Finding]:
    linked = [one.statement for one in links if one.strength >= PLAUSIBLE]
    for one in compare_direction(claim.statement, linked, renders):
        yield one.model_copy(update={"severity": "warning"})
    yield from denials_admitted(claim.statement, [one.statement for one in links if one.strength >= LOOSE], source)
    if not _is_bare(claim.statement.place):
        held = {id(one) for one in linked}
        yield from turned_words(claim.statement, [*linked, *(one for one in answers if id(one) not in held)])
        yield from spheres_exchanged(claim.statement, source)
    for turned in (concessions_turned, turnabouts, exceptions_turned, comparisons_turned, deltas_turned):
        yield from turned(claim.statement, linked)
    for one in compare_direction(claim.statement, near(links)[:1]):
        yield one.model_copy(update={"severity": "warning"})


def _is_headline(place: str) -> bool:
    """Headings and titles may state what the text attributes."""
    return place == "title" or place.startswith(("seo", "tldr", "standfirst")) or place.endswith("heading")


def _causes(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    if claim.stance != "fact" or claim.statement.place.startswith("actions"):
        return
    rendered = _rendered(claim.statement, context.source)
    exchanged = list(causes_exchanged(claim.statement, rendered)) if rendered else []
    yield from exchanged or causes_invented(claim.statement, context.source)
    near_by = [one.statement for one in links if one.strength >= PLAUSIBLE]
    if near_by and not exchanged:
        yield from causes_of_another(claim.statement, near_by, around(links, context.source))
        yield from causes_rejected(claim.statement, near_by)
        yield from ends_exchanged(claim.statement, near_by)


def _scope(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    if claim.stance == "analysis" or _is_bare(claim.statement.place) or not context.source.statements:
        return
    linked = [one.statement for one in links if one.strength >= PLAUSIBLE]
    told = [*linked, *(one for one in answered(claim.statement, context.source) if one not in linked)]
    yield from compare_rankings(claim.statement, told, context.source.statements)
    yield from orders_turned(claim.statement, told, around(links, context.source))
    found = list(compare_shares(claim.statement, linked))
    for another in (compare_groups, exceptions_dropped, restrictions_dropped, lone_ones_joined):
        found = found or list(another(claim.statement, told or [one.statement for one in links[:1]]))
    found = found or list(totals_turned(claim.statement, around(links, context.source)))
    if not found and links and links[0].strength >= SURE:
        found = list(frequencies_changed(claim.statement, links[0].statement))
    yield from found


def _deeds(claim: Claim, links: Sequence[Link], context: Context) -> Iterator[Finding]:
    found = list(_deeds_of(claim, links))
    for one in found:
        yield one if _is_certain(claim, one) else one.model_copy(update={"severity": "warning"})
    if not found:
        yield from _turned_round(claim, [one.statement for one in links if one.strength >= PLAUSIBLE], context.source)
    if links and links[0].strength >= PLAUSIBLE:
        yield from done_by_another(claim.statement, links[0].statement)


def _turned_round(claim: Claim, linked: Sequence[Statement], source: Source) -> Iterator[Finding]:
    """Names, parties of an act or speakers in each other's place: the first of these that is found."""
    told = [*linked, *(one for one in answered(claim.statement, source) if one not in linked)] if linked else []
    found = list(crossed_places(claim.statement, linked)) or list(exchanged_halves(claim.statement, told))
    found = found or list(compare_dealings(claim.statement, told))
    if not found and not _is_bare(claim.statement.place):
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
