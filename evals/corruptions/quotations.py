"""Quotations spoilt: their original, their translation, who said it and where."""

import re
from collections.abc import Callable, Iterator
from random import Random

from evals.corruptions.sheet import Kind, Sheet, Spoilt, Spot, everywhere, respelt
from pipeline.sentences import split
from schemas.draft import Analyse, DraftQuote

__all__ = ["QUOTATIONS"]

_BRACKET = re.compile(r"\s*\[traduit[^\]]*\]\s*$")


def _quotes(sheet: Sheet) -> tuple[tuple[int, DraftQuote], ...]:
    return tuple(enumerate(sheet.draft.quotes)) if isinstance(sheet.draft, Analyse) else ()


def _field(
    field: str, change: Callable[[Sheet, DraftQuote, Random], str | None]
) -> Callable[[Sheet, Random], Spoilt | None]:
    """Spoil one field of one quotation; found anywhere on that quotation counts."""

    def spoil(sheet: Sheet, seed: Random) -> Spoilt | None:
        changed = [
            (n, old, new)
            for n, quote in _quotes(sheet)
            if (old := getattr(quote, field)) is not None and (new := change(sheet, quote, seed)) is not None
            if new != old
        ]
        if not changed:
            return None
        n, old, new = seed.choice(changed)
        draft = respelt(sheet.draft, Spot(f"quotes[{n}].{field}", 0, len(old), new))
        return Spoilt(draft, f"quotes[{n}]")

    return spoil


def _word_changed(_: Sheet, quote: DraftQuote, seed: Random) -> str | None:
    words = list(re.finditer(r"[^\W\d_]{4,}", quote.original or ""))
    if not words:
        return None
    match = seed.choice(words)
    new = "rather" if match.group() != "rather" else "quite"
    return (quote.original or "")[: match.start()] + new + (quote.original or "")[match.end() :]


def _composite(sheet: Sheet, quote: DraftQuote, seed: Random) -> str | None:
    others = [one for one in sheet.source_sentences if (quote.original or "") not in one and len(one) < 160]
    return f"{quote.original} {seed.choice(others)}" if others and quote.original else None


def _cut_inside(_: Sheet, quote: DraftQuote, __: Random) -> str | None:
    """Words left out of the middle, nothing shown."""
    words = (quote.original or "").split()
    return " ".join(words[: len(words) // 2] + words[len(words) // 2 + 2 :]) if len(words) > 7 else None


def _another_speaker(sheet: Sheet, quote: DraftQuote, seed: Random) -> str | None:
    names = {one.speaker for one in sheet.article.quotes if one.speaker and one.speaker != quote.speaker}
    names |= {one for one in sheet.article.authors if one != quote.speaker}
    fit = sorted(one for one in names if one.split()[-1] != quote.speaker.split()[-1]) if quote.speaker else []
    return seed.choice(fit) if fit else None


def _without_bracket(_: Sheet, quote: DraftQuote, __: Random) -> str | None:
    return _BRACKET.sub("", quote.translation)


def _with_bracket(_: Sheet, quote: DraftQuote, __: Random) -> str | None:
    return None if _BRACKET.search(quote.translation) else f"{quote.translation} [traduit de l’anglais]"


def _other_translation(sheet: Sheet, quote: DraftQuote, seed: Random) -> str | None:
    """The translation of something else that the draft says: without an original it may well be one of that."""
    if quote.original is None:
        return None
    bracket = _BRACKET.search(quote.translation)
    sentences = [
        part.text[start:end]
        for part in sheet.parts
        if re.match(r"body", part.path)
        for start, end in split(part.text, "fr")
        if 40 < end - start < 180
    ]
    return seed.choice(sentences).rstrip(".") + (bracket.group() if bracket else "") if sentences else None


def _negation_turned(_: Sheet, quote: DraftQuote, __: Random) -> str | None:
    text = quote.translation
    for clause in re.finditer(r"[^.;:,!?…]+", text):
        # « Aucune règle a jamais été modifiée » is bad French, and still says no.
        lost = re.sub(r"\b(?:ne |n[’'])((?:\w+[’'])?\w+) (?:pas|plus|jamais|rien)\b", r"\1", clause.group())
        if lost != clause.group() and not re.search(r"\b(?:aucune?|nul|nulle|ni)\b", clause.group(), re.I):
            return text[: clause.start()] + lost + text[clause.end() :]
    for clause in re.finditer(r"[^.;:,!?…]+", text):
        # A second « ne » beside a first one is no French.
        verb = re.search(r"(?<![’'\w])(?:a|ont|est|sont|était|avait)(?= )", clause.group())
        if verb and not re.search(r"\b(?:ne |n[’'])", clause.group()):
            negated = f"n’{verb.group()} pas" if verb.group()[0] in "aoeé" else f"ne {verb.group()} pas"
            return text[: clause.start() + verb.start()] + negated + text[clause.start() + verb.end() :]
    return None


def _figure_changed(_: Sheet, quote: DraftQuote, __: Random) -> str | None:
    if digits := re.search(r"\d+", quote.translation):
        return quote.translation[: digits.start()] + str(int(digits.group()) + 3) + quote.translation[digits.end() :]
    words = {"deux": "trois", "trois": "sept", "quatre": "six", "cinq": "neuf", "six": "huit", "dix": "vingt"}
    match = re.search(rf"\b(?:{'|'.join(words)})\b", quote.translation)
    return (
        quote.translation[: match.start()] + words[match.group()] + quote.translation[match.end() :] if match else None
    )


def _grown(_: Sheet, quote: DraftQuote, __: Random) -> str | None:
    """Words that the original does not have."""
    bracket = _BRACKET.search(quote.translation)
    words = _BRACKET.sub("", quote.translation).rstrip(". ")
    extra = ", et ceux qui dirigent cette maison devront en répondre devant la justice et devant leurs électeurs"
    return words + extra + (bracket.group() if bracket else "")


def _marks_around(sheet: Sheet) -> Iterator[Spot]:
    """Quotation marks around words that nobody said."""
    for one in sheet.reported:
        yield Spot(one.part, one.end - 1, one.end, ", une «\u00a0purge silencieuse et méthodique des opposants\u00a0».")


QUOTATIONS: tuple[Kind, ...] = (
    Kind("original-mot-changé", "rule", _field("original", _word_changed)),
    Kind("original-composé", "rule", _field("original", _composite)),
    Kind("original-tronqué", "rule", _field("original", _cut_inside)),
    Kind("locuteur-autre", "rule", _field("speaker", _another_speaker)),
    Kind("locuteur-inventé", "rule", _field("speaker", lambda *_: "Béatrice Vanhoutte")),
    Kind("fonction-de-citation", "rule", _field("role", lambda *_: "ministre des Transports")),
    Kind("média", "rule", _field("outlet", lambda *_: "The Morning Herald")),
    Kind("mention-retirée", "rule", _field("translation", _without_bracket)),
    Kind("mention-ajoutée", "rule", _field("translation", _with_bracket)),
    Kind("guillemets-inventés", "rule", everywhere(_marks_around)),
    Kind("traduction-d-autre-chose", "meaning", _field("translation", _other_translation)),
    Kind("traduction-négation", "meaning", _field("translation", _negation_turned)),
    Kind("traduction-chiffre", "meaning", _field("translation", _figure_changed)),
    Kind("traduction-allongée", "meaning", _field("translation", _grown)),
)
