"""Good French: no calque, no filler, no empty superlative, nothing twice (EDITORIAL.md, « French »)."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from pipeline.keeping import per_sentence
from pipeline.verify.check import Check
from pipeline.verify.context import Context
from pipeline.verify.form.english import WORD, without_names
from pipeline.verify.wording import finding, masked, phrases, prose, sentences_of, spans_of
from schemas.finding import Finding
from schemas.parts import Part

__all__ = ["CHECKS", "check_anglicisms", "check_fillers", "check_intensifiers", "check_repeats"]

# Two sentences as much alike as this, in percent, are one.
_SAME = 88


def check_anglicisms(context: Context) -> Iterator[Finding]:
    """Words and calques that have their French word on the house's list."""
    replacements = context.house.words.anglicisms
    entries = tuple(replacements)
    for part in prose(context):
        text = without_names(masked(part.text))
        spared = spans_of(context.house.words.allowed_english, text)
        for start, end in spans_of(entries, text):
            if any(left <= start and end <= right for left, right in spared):
                continue
            entry = next(one for one in entries if phrases((one,)).fullmatch(text[start:end]))
            message = f"Anglicisme\u00a0: préférez «\u00a0{replacements[entry]}\u00a0»."
            yield finding(part, (start, end), "language-anglicism", "warning", message)


def check_fillers(context: Context) -> Iterator[Finding]:
    """Ready-made turns of phrase on the house's list."""
    for part in prose(context):
        for span in spans_of(context.house.words.fillers, masked(part.text)):
            message = "Tournure de remplissage\u00a0: coupez-la, ou dites le fait qu’elle annonce."
            yield finding(part, span, "language-filler", "warning", message)


def check_intensifiers(context: Context) -> Iterator[Finding]:
    """Words that stand in the place of a figure or a fact."""
    for part in prose(context):
        for span in spans_of(context.house.words.empty_intensifiers, masked(part.text)):
            message = "Mot qui tient la place d’un chiffre\u00a0: donnez le fait de la source, ou retirez-le."
            yield finding(part, span, "language-intensifier", "note", message)


def check_repeats(context: Context) -> Iterator[Finding]:
    """A sentence that stands twice in the draft, word for word or nearly; the search engine's fields may repeat."""
    places: list[tuple[Part, tuple[int, int]]] = []
    seen: list[str] = []
    for part in prose(context):
        if part.path.startswith(("seo", "pillar_reasons", "quotes")):
            continue
        for start, end in sentences_of(part.text):
            plain = _plain(part.text[start:end])
            if plain.count(" ") < 5:
                continue
            twin = next(process.extract_iter(plain, seen, scorer=fuzz.ratio, score_cutoff=_SAME), None)
            if twin is not None:
                before = places[twin[2]]
                for one, at, other in ((part, (start, end), before[0]), (*before, part)):
                    message = f"Cette phrase et celle de {other.path} disent la même chose\u00a0: gardez-en une."
                    yield finding(one, at, "language-repeat", "warning", message)
            places.append((part, (start, end)))
            seen.append(plain)


@per_sentence
def _plain(sentence: str) -> str:
    return " ".join(match[0].casefold().replace("’", "'") for match in WORD.finditer(sentence))


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("language-anglicism",),
        english="Words and calques of the house's list give way to their French word.",
        french="Les anglicismes de la liste cèdent la place au mot français.",
        example="« implémenter » → « appliquer »",
        run=check_anglicisms,
    ),
    Check(
        codes=("language-filler",),
        english="No ready-made turn of phrase of the house's list.",
        french="Aucune tournure de remplissage de la liste de la maison.",
        example="« Il est important de noter que… »",
        run=check_fillers,
    ),
    Check(
        codes=("language-intensifier",),
        english="No empty intensifier stands in the place of a figure.",
        french="Aucun superlatif creux ne tient la place d’un chiffre.",
        example="« un budget colossal »",
        run=check_intensifiers,
    ),
    Check(
        codes=("language-repeat",),
        english="No sentence stands twice.",
        french="Aucune phrase ne figure deux fois.",
        example="la même phrase dans le chapô et dans le corps",
        run=check_repeats,
    ),
)
