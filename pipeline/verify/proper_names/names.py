"""Names: people, organisations, places and acronyms come from the source (EDITORIAL.md, « Facts », 3)."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from pipeline.embedding import embed
from pipeline.verify.alignment import UNLIKE
from pipeline.verify.clauses import is_verbless
from pipeline.verify.deeds.converse import tells_the_converse
from pipeline.verify.findings import cited, found_in
from pipeline.verify.offices.role_words import role_concepts
from pipeline.verify.prepare import Statement, words_of
from pipeline.verify.proper_names.exonyms import counterparts
from pipeline.verify.proper_names.known import (
    INSTITUTION,
    Known,
    as_written,
    is_common,
    is_known,
    joined_form,
    translates,
)
from pipeline.verify.proper_names.naming import CAPITAL, DATELINE, RUN, UP, Name, read_names
from pipeline.verify.proper_names.people import is_meant_by_office
from pipeline.verify.proper_names.places import holds_a_place_of
from schemas.finding import Finding

__all__ = ["compare_names", "crossed_names", "done_by_another", "misplaced_names"]

# How much nearer a sentence must come with two of its names exchanged: word order weighs little in an embedding.
CROSSED = 0.006


def compare_names(claim: Statement, known: Known, sources: Sequence[Statement] = ()) -> Iterator[Finding]:
    """Every capital word of the claim's names is the source's, its French form, or the house's."""
    for name in read_names(claim.text):
        strange = [word for word in name.words if not is_known(word, known) and not translates(word, name, known)]
        if strange and not joined_form(name, known):
            yield _unknown(name, strange, claim, known, sources)


def misplaced_names(
    claim: Statement, near: Sequence[Statement], everywhere: Sequence[Statement], nearness: Sequence[float]
) -> Iterator[Finding]:
    """A name of the source in a sentence that renders passages which do not name it, but someone else.

    Names that the whole article is about (title, description) may stand anywhere, and so may frequent ones unless every
    paragraph that has them tells of something else (`nearness`: the cosine of each statement with the claim).
    """
    close = frozenset(word for one in near for word in one.words)
    for name in read_names(claim.text):
        last = name.words[-1:]
        if not last or (len(name.words) == 1 and _is_institution(name, claim)):
            continue
        holders = [one for one in everywhere if last[0] in one.words]
        if not holders or any(one.place in ("title", "description") for one in holders):
            continue
        places = {one.place for one in holders}
        unlike = (
            len(name.words) > 1
            and max(at for one, at in zip(everywhere, nearness, strict=True) if one.place in places) < UNLIKE
        )
        if _is_shortened(name, near) or any(is_meant_by_office(name, one, everywhere) for one in near):
            continue
        if not unlike and (len(holders) > 4 or last[0] in close or _has_form(last[0], close)):
            continue
        message = (
            f"Le passage que rend cette phrase, {cited(near[0].text, near[0])}, ne parle pas de «\u00a0{name.text}\u00a0», "
            f"nommé en {holders[0].place}\u00a0: vérifiez de qui il s’agit."
        )
        yield found_in(claim, (name.start, name.end), "name-elsewhere", "warning", message, [near[0], holders[0]])


def _is_shortened(name: Name, near: Sequence[Statement]) -> bool:
    """Whether a passage calls « Baltane Ports » by its first word alone: "Baltane’s offer"."""
    first = CAPITAL.findall(name.text)[:1] if len(name.words) > 1 else []
    alone = re.compile(rf"\b{re.escape(first[0])}\b(?! [{UP}])") if first else None
    return alone is not None and any(alone.search(one.text) for one in near)


def _has_form(word: str, words: frozenset[str]) -> bool:
    return any(piece in words for form in counterparts(word) for piece in words_of(form))


def _is_institution(name: Name, claim: Statement) -> bool:
    """« L’Office national d’audit »: French gives a capital to the first word alone, which names nothing by itself."""
    return is_common(name.text.lower()) and bool(
        re.match(r"[ \u00a0](?:[a-zà-ÿ-]{4,}|d[eu’'])", claim.text[name.end :])
    )


_FRONTED = re.compile(
    r"(?:pour|afin|après|avant|avec|dans|en|lors|face|contre|chez|sans|sous|sur|depuis|grâce|malgré|à)\b", re.IGNORECASE
)


# « Selon sa présidente, A, jamais B n’a … »: who tells it does not act in it.
_TELLS = re.compile(
    r"(?:^|[;:,] )(?:selon|d[’']après|pour|à en croire|aux yeux d[eu]|de l[’']avis d[eu]|aux dires d[eu])\b[^,;:]{0,60},? $",
    re.IGNORECASE,
)


def crossed_names(claim: Statement, source: Statement) -> Iterator[Finding]:
    """Two names of a sentence that would render the source better the other way round."""
    names = [one for one in read_names(claim.text) if one.words and one.words[-1] in source.words]
    if len(names) > 1 and tells_the_converse(claim, source):
        return
    for first, second in pairwise(names):
        if set(first.words) & set(second.words) or second.start - first.end > 90:
            continue
        between = claim.text[first.end : second.start]
        # « une entreprise établie à Ossing »: a place does nothing to anyone.
        if any(_is_place_in(one, claim, source) for one in (first, second)) or _keep_order(
            first, second, claim, source
        ):
            continue
        # « Cawdale Residents' Forum » is one name, and « la maire de Norvale, Ana Lund, » one person.
        if claim.text[first.start : second.end] in source.text or _is_apposed(between):
            continue
        # « Pour exercer l’option de Nordlink, Corran a … »: what comes first here may come last in the source.
        fronted = _FRONTED.match(claim.text) or is_verbless(claim.text[: first.end])
        if "," in between and (fronted or _TELLS.search(claim.text[: first.start])):
            continue
        if _leads_instead(first, second, claim, source):
            message = f"La phrase de la source a pour sujet «\u00a0{second.text}\u00a0», {cited(source.text, source)}\u00a0: vérifiez qui fait quoi."
            yield found_in(claim, (first.start, second.end), "roles-swapped", "warning", message, [source])
            continue
        turned = claim.text[: first.start] + second.text + between + first.text + claim.text[second.end :]
        as_is, other = embed([claim.text, turned]) @ embed([source.text])[0]
        if float(other - as_is) > CROSSED:
            message = f"Les noms semblent intervertis, la source dit {cited(source.text, source)}\u00a0: vérifiez qui fait quoi."
            yield found_in(claim, (first.start, second.end), "roles-swapped", "warning", message, [source])


def _is_apposed(between: str) -> bool:
    """Whether only an office ties two names together: « de A, B » and « A, directrice de B »."""
    if not between.strip(" ,\u00a0"):
        return "," in between
    # « A, de l’université de B »
    if (
        re.fullmatch(
            r",? (?:de|du|des|d[’']|à|au|chez) ?(?:la |l[’']|le )?(?:[a-zà-ÿ-]+ ){0,3}(?:(?:de|du|des|d[’']|à) ?(?:la |l[’'])?)?",
            between,
        )
        and "," in between
    ):
        return True
    tied = re.fullmatch(r", (?P<office>[^,;:.]{3,70}) (?:de |du |des |à |au |chez |d[’'])(?:la |l[’'])?", between)
    return tied is not None and bool(role_concepts(tied["office"]))


_DONE_BY = {
    "fr": re.compile(rf"\bpar (?:l[ea’'] ?|les )?(?:[a-zà-ÿ’-]+ ){{0,3}}(?={CAPITAL.pattern})"),
    "en": re.compile(rf"\bby (?:the |an? )?(?:[a-z’-]+ ){{0,3}}(?={CAPITAL.pattern})"),
}


def done_by_another(claim: Statement, source: Statement) -> Iterator[Finding]:
    """« financé par A » where the sentence of the source says "paid by B", and neither has the other's name."""
    side = "fr" if source.language == "fr" else "en"
    ours, theirs = _DONE_BY["fr"].search(claim.text), _DONE_BY[side].search(source.text)
    if ours is None or theirs is None:
        return
    name = next((one for one in read_names(claim.text) if one.end > ours.end() >= one.start), None)
    doer = RUN.match(source.text, theirs.end())
    if name is None or doer is None:
        return
    meant = {piece for word in name.words for form in (word, *counterparts(word)) for piece in words_of(form)}
    if meant & source.words or set(words_of(doer.group())) & claim.words or _has_form_of(doer.group(), claim):
        return
    message = f"La source dit «\u00a0{doer.group()}\u00a0», {cited(source.text, source)}, non «\u00a0{name.text}\u00a0»\u00a0: vérifiez qui agit."
    yield found_in(claim, (name.start, name.end), "name-elsewhere", "warning", message, [source])


def _has_form_of(english: str, claim: Statement) -> bool:
    """Whether the claim names the same in its French form."""
    theirs = set(words_of(english))
    ours = [word for one in read_names(claim.text) for word in one.words]
    return any(piece in theirs for word in ours for form in counterparts(word) for piece in words_of(form))


_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|got|gets)\b(?: \w+){0,4} by\b")
_BY = {"fr": re.compile(r"\bpar\b"), "en": re.compile(r"\bby\b")}


def _leads_instead(first: Name, second: Name, claim: Statement, source: Statement) -> bool:
    """Whether the claim opens with one name and the source with the other, both in the same voice."""
    side = "fr" if source.language == "fr" else "en"
    if first.start > 4 or bool(_BY["fr"].search(claim.text)) != bool(_BY[side].search(source.text)):
        return False
    opening = words_of(_undated(source)[:40])[: len(second.words) + 1]
    return set(second.words) <= set(opening) and not set(first.words) & set(opening)


def _undated(source: Statement) -> str:
    dated = DATELINE.match(source.text)
    return source.text[dated.end() :] if dated else source.text


def _keep_order(first: Name, second: Name, claim: Statement, source: Statement) -> bool:
    """Whether the source names the two in the same order and voice."""
    side = "fr" if source.language == "fr" else "en"
    said = words_of(_undated(source))
    at = [said.index(one.words[-1]) if one.words[-1] in said else -1 for one in (first, second)]
    # "Infringed a patent held by B": what is held by B makes no passive of the rest.
    same = bool(_BY["fr"].search(claim.text)) == bool(_BY[side].search(source.text))
    active = not _BY["fr"].search(claim.text) and side == "en" and not _PASSIVE.search(source.text)
    return at[0] < at[1] and (same or active)


def _is_place_in(name: Name, claim: Statement, source: Statement) -> bool:
    if not re.search(r"\b(?:à|en|au|aux|dans|près de) (?:la |l[’'])?$", claim.text[: name.start]):
        return False
    places = r"\b(?:in|at|near|across|around|outside|(?:town|city|village|port|province|county|state|region|district) of|à|en|près de)"
    return bool(re.search(rf"{places} {re.escape(name.text)}\b", source.text))


def _unknown(
    name: Name, strange: Sequence[str], claim: Statement, known: Known, sources: Sequence[Statement]
) -> Finding:
    meant = next((one for word in strange if (one := _nearest(word, known))), None)
    span = (name.start, name.end)
    if holds_a_place_of(name.text, "\n".join(one.text for one in sources)):
        # A title names the country; the source, written there, may only name a region of it.
        message = f"La source ne nomme pas «\u00a0{name.text}\u00a0», mais un lieu qui s’y trouve peut-être\u00a0: vérifiez le pays."
        return found_in(claim, span, "name-unknown", "warning", message)
    if meant:
        place = next((one for one in sources if meant in one.text), None)
        said = cited(meant, place) if place else f"«\u00a0{meant}\u00a0»"
        message = f"La source écrit {said}, le texte «\u00a0{name.text}\u00a0»\u00a0: rétablissez le nom."
        return found_in(claim, span, "name-altered", "blocking", message, [place] if place else ())
    if INSTITUTION.search(claim.text, max(0, name.start - 30), name.end) and all(
        is_common(as_written(word, name)) for word in strange
    ):
        # « ministère des Affaires sociales » may well be what the source calls its Department of Welfare.
        message = f"«\u00a0{name.text}\u00a0» n’est pas le nom que donne la source\u00a0: vérifiez qu’il s’agit de la même institution."
        return found_in(claim, span, "name-unknown", "warning", message)
    message = (
        f"«\u00a0{name.text}\u00a0» n’est pas dans la source\u00a0: retirez ce nom, ou reprenez celui qu’elle donne"
        " (une forme française reconnue s’ajoute au glossaire)."
    )
    # « la Bourse » may be no name at all: French gives capitals to some common nouns that stand alone.
    alone = len(name.words) == 1 and is_common(as_written(strange[0], name))
    return found_in(claim, span, "name-unknown", "warning" if alone else "blocking", message)


def _nearest(word: str, known: Known) -> str | None:
    if len(word) < 4:
        return None
    near = ((Levenshtein.distance(word, one, score_cutoff=2), one) for one in known.capitals if len(one) > 3)
    best = min((one for one in near if one[0] <= (1 if len(word) < 6 else 2)), default=None)
    return known.capitals[best[1]] if best else None
