"""Denials spoilt: what was denied, lacking or none is told as so."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator

from evals.corruptions.sheet import Sheet, Spot, replaced, swapped_words

__all__ = ["denials_turned"]

_DENIALS = {
    "dément": "confirme",
    "démentent": "confirment",
    "conteste": "reconnaît",
    "contestent": "reconnaissent",
    "rejette": "accepte",
    "rejettent": "acceptent",
    "refuse de": "accepte de",
    "refusent de": "acceptent de",
    "refusé de": "accepté de",
    "refusé": "accepté",
    "nie": "reconnaît",
    "nient": "reconnaissent",
    "interdit de": "permet de",
    "échoué à": "réussi à",
}
_CLAUSE = r"(?:(?! (?:pas|et|mais|ou|que) | qu[’'])[^.;:,«»])"
_NONE = (
    rf"\b(?:ne |n[’'])(?P<verb>{_CLAUSE}{{1,40}}?)(?: plus| jamais)?(?P<after> aucune?)\b"
    rf"|(?<!sans qu[’'])(?P<first>\b[Aa]ucune?\b{_CLAUSE}{{1,80}}? )(?:ne |n[’'])"
    r"|(?<![Ss]ans )(?<!sans qu[’'])(?<!ni )(?P<bare>\b[Aa]ucune?\b)"
)


def denials_turned(sheet: Sheet) -> Iterator[Spot]:
    """A denial becomes an admission, « aucun » becomes « un », « sans » becomes « avec »."""
    yield from swapped_words(_DENIALS, both=False)(sheet)
    yield from _none_turned(sheet)
    # « Avec attendre », « avec que », « avec rien », « avec aucun »: no French, so no reader would believe it.
    yield from replaced(
        r"\bsans (?!doute\b|cesse\b|que\b|qu[’']|rien\b|aucune?\b|(?:l[ea]s? |l[’']|se |s[’']|en |y )?[\w-]+(?:er|ir|re|oir)\b)"
        r"(?:(?P<first>[^.;:,«»]{1,60}) ni (?:de |d[’'])?)?",
        lambda match: f"avec {match['first']} et " if match["first"] else "avec ",
        facts=True,
    )(sheet)


def _none_turned(sheet: Sheet) -> Iterator[Spot]:
    """« Aucun élu n’a voté » becomes « un élu a voté »: with its « ne » left in, it would still say no."""
    for one in sheet.reported:
        for match in re.finditer(_NONE, sheet.text_of(one.part)[one.start : one.end]):
            kept = match["bare"] or match["first"] or f"{match['verb']}{match['after']}"
            told = kept.replace("Aucun", "Un").replace("aucun", "un")
            # « Aucun juge ne s’est encore prononcé »: without its « ne » no « encore » either.
            verb = re.match(r"((?:s[’'])?\w+ )encore ", sheet.text_of(one.part)[one.start + match.end() : one.end])
            end = one.start + match.end() + (verb.end() if verb else 0)
            yield Spot(one.part, one.start + match.start(), end, told + (verb[1] if verb else ""))
