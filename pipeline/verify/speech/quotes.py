"""Quotations: one passage of the source, word for word, rightly translated and attributed (EDITORIAL.md, « Facts », 2)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator

from pipeline.embedding import embed
from pipeline.keeping import per_sentence
from pipeline.typography import typeset
from pipeline.verify.assertion.certainty import compare_certainty
from pipeline.verify.assertion.opposites import turned_words
from pipeline.verify.assertion.polarity import denials_added, denials_lost
from pipeline.verify.check import Check
from pipeline.verify.claims import PLAUSIBLE
from pipeline.verify.context import Context
from pipeline.verify.findings import cited, short
from pipeline.verify.offices.role_words import role_concepts
from pipeline.verify.offices.roles import offices_near
from pipeline.verify.offices.standing import held_otherwise
from pipeline.verify.prepare import fold, read_statement, words_of
from pipeline.verify.quantities.figures import compare_figures, left_out_figures
from pipeline.verify.speech.passages import quoted_passages
from pipeline.verify.speech.quote_additions import clauses_added
from pipeline.verify.times.periods import compare_dates
from schemas.article import Evidence
from schemas.draft import Analyse, DraftQuote
from schemas.finding import Finding, Severity

__all__ = ["CHECKS", "check_quotes", "named_speaker", "places", "plain"]

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-"})
_BRACKET = re.compile(r"\s*\[(traduit[^\]]*)\]\s*$", re.I)


def check_quotes(context: Context) -> Iterator[Finding]:
    """Each quotation: its original in one piece, its translation, its speaker, role, outlet and bracket."""
    if isinstance(context.draft, Analyse):
        for n, quote in enumerate(context.draft.quotes):
            yield from _original(context, quote, f"quotes[{n}]")
            yield from _translation(context, quote, f"quotes[{n}].translation")
            yield from _attribution(context, quote, f"quotes[{n}]")


@per_sentence
def plain(text: str) -> str:
    """A text with one form of each mark, and single spaces."""
    return " ".join(text.translate(_SAME).replace("…", "...").split())


def _as_set(text: str) -> str:
    """A French passage as the house prints it: its hours, amounts and capitals are no change of words."""
    return plain(typeset(text, "classic")).rstrip(" ,")


def places(context: Context) -> list[tuple[str, str]]:
    """The texts of the source that may be quoted, each with its place."""
    article = context.article
    texts = [(one.id, one.text) for one in article.paragraphs]
    return [*texts, ("title", article.title), ("description", article.description or "")]


def _home(context: Context, passage: str) -> str | None:
    """The paragraph (or `title`, `description`) that holds a passage word for word."""
    wanted = plain(passage).strip("\"' ")
    return next((place for place, text in places(context) if wanted and wanted in plain(text)), None)


def _finding(code: str, severity: Severity, part: str, excerpt: str, message: str, place: str | None = None) -> Finding:
    evidence = (Evidence(paragraph=place),) if place else ()
    return Finding(code=code, severity=severity, part=part, excerpt=short(excerpt), message=message, evidence=evidence)


def _original(context: Context, quote: DraftQuote, path: str) -> Iterator[Finding]:
    if quote.original is None:
        message = "La citation n’a pas son original\u00a0: retrouvez le passage de la source qu’elle traduit."
        yield _finding("quote-unverified", "warning", f"{path}.translation", quote.translation, message)
        return
    if _home(context, quote.original):
        return
    pieces = [
        one
        for one in re.split(r"\s*(?:\[?(?:…|\.\.\.)\]?|\[[^\]]*\])\s*|(?<=[.!?])\s+", quote.original)
        if len(one.split()) > 2
    ]
    if len(pieces) > 1 and all(_home(context, one) for one in pieces):
        message = "L’original réunit des passages séparés de la source\u00a0: gardez-en un seul, d’un seul tenant."
        yield _finding("quote-composite", "blocking", f"{path}.translation", quote.original, message)
        return
    near = _nearest(context, quote.original)
    message = f"L’original n’est pas mot pour mot dans la source{near}\u00a0: reprenez le passage exact."
    yield _finding("quote-not-found", "blocking", f"{path}.translation", quote.original, message)


def _nearest(context: Context, passage: str) -> str:
    words = set(words_of(passage))
    best = max(context.source.statements, key=lambda one: len(words & one.words), default=None)
    return f", qui dit {cited(best.text, best)}" if best and len(words & best.words) > len(words) / 3 else ""


def _translation(context: Context, quote: DraftQuote, path: str) -> Iterator[Finding]:
    language = context.source.language
    wanted = context.house.texts.translated_mark.get(language)
    bracket = _BRACKET.search(quote.translation)
    if language == "fr" and bracket:
        yield _finding(
            "quote-bracket",
            "blocking",
            path,
            bracket.group(),
            "La source est en français\u00a0: retirez la mention de traduction.",
        )
    elif wanted and not bracket:
        yield _finding(
            "quote-bracket",
            "blocking",
            path,
            quote.translation[-40:],
            f"La citation est traduite\u00a0: terminez-la par «\u00a0{wanted}\u00a0».",
        )
    elif wanted and bracket and fold(bracket.group().strip()) != fold(wanted):
        yield _finding(
            "quote-bracket", "blocking", path, bracket.group(), f"La mention doit être «\u00a0{wanted}\u00a0»."
        )
    if quote.original is None and language != "fr":
        yield from _additions(context, quote, path)
    original = quote.original or _presumed(context, quote.translation)
    if original is None:
        return
    for finding in _rendering(context, quote, original, path):
        # Which passage a quotation without its original renders is only presumed.
        yield finding if quote.original else finding.model_copy(update={"severity": "warning"})


def _additions(context: Context, quote: DraftQuote, path: str) -> Iterator[Finding]:
    for clause in clauses_added(_BRACKET.sub("", quote.translation), context.source):
        message = "Aucun passage de la source ne dit ces mots de la citation\u00a0: retirez-les, ou donnez l’original."
        yield _finding("quote-translation", "warning", path, clause.strip(), message)


def _rendering(context: Context, quote: DraftQuote, original: str, path: str) -> Iterator[Finding]:
    language = context.source.language
    words = _BRACKET.sub("", quote.translation).strip('«»"“” \u00a0')
    if language == "fr":
        # A comma before the closing mark is the sentence’s around it.
        if _as_set(words) != _as_set(original):
            yield _finding(
                "quote-translation", "blocking", path, words, "La source est en français\u00a0: citez-la mot pour mot."
            )
        return
    ours = read_statement(path, quote.translation.find(words), words, "fr", context.source.anchor)
    theirs = read_statement(_home(context, original) or "", 0, original, language, context.source.anchor)
    cosine = float(embed([words])[0] @ embed([original])[0])
    if cosine < PLAUSIBLE and len(words.split()) > 3:
        message = f"La traduction ne rend pas l’original, {cited(original, theirs)}\u00a0: retraduisez-le."
        yield _finding("quote-translation", "blocking", path, words, message, theirs.place or None)
    for finding in (
        *compare_figures(ours, [theirs], [theirs]),
        *left_out_figures(ours, theirs),
        *compare_dates(ours, [theirs], [theirs], context.source.anchor),
        *(one for one in compare_certainty(ours, theirs) if one.code != "certainty-reported"),
        *denials_added(ours, [theirs]),
        *denials_lost(ours, [theirs]),
        *turned_words(ours, [theirs]),
    ):
        yield finding.model_copy(update={"evidence": tuple(one for one in finding.evidence if one.paragraph)})
    yield from _length(words, original, path, theirs.place)


def _presumed(context: Context, translation: str) -> str | None:
    """The passage of the source that an imported quotation, which lost its original, most likely renders.

    Quoted words rather than the sentence that says whose they are.
    """
    statements = context.source.statements
    if context.source.language == "fr" or not statements:
        return None
    passages = [*(one.text for one in statements), *quoted_passages(context.article)]
    cosines = embed(passages) @ embed([_BRACKET.sub("", translation).strip('«»"“” \u00a0')])[0]
    return passages[int(cosines.argmax())]


def _length(words: str, original: str, path: str, place: str) -> Iterator[Finding]:
    """A translation far longer or shorter than its original added or lost something."""
    ratio = len(words) / max(1, len(original))
    if len(original) > 40 and not 0.68 <= ratio <= 1.75:
        what = "plus longue" if ratio > 1 else "plus courte"
        message = f"La traduction est bien {what} que l’original\u00a0: vérifiez que rien n’y est {'ajouté' if ratio > 1 else 'omis'}."
        yield _finding("quote-length", "warning", path, words, message, place or None)


def _attribution(context: Context, quote: DraftQuote, path: str) -> Iterator[Finding]:
    article, source = context.article, context.source
    if quote.speaker and not (set(words_of(quote.speaker)) - {"la", "le", "de", "du"}) <= source.words:
        message = f"«\u00a0{quote.speaker}\u00a0» n’est pas dans la source\u00a0: rétablissez qui parle."
        yield _finding("quote-speaker", "blocking", f"{path}.speaker", quote.speaker, message)
    elif quote.speaker and quote.original:
        yield from _speaker(context, quote, path)
    outlet, known = (
        set(words_of(one)) - {"the", "le", "la", "les", "l"} for one in (quote.outlet, article.outlet or "")
    )
    if outlet and known and not (outlet <= known or known <= outlet):
        message = f"La source paraît dans «\u00a0{article.outlet}\u00a0»\u00a0: rétablissez le nom du média."
        yield _finding("quote-outlet", "blocking", f"{path}.outlet", quote.outlet, message)
    yield from _role(context, quote, path)


def _speaker(context: Context, quote: DraftQuote, path: str) -> Iterator[Finding]:
    """The words' own speaker where the source says it outright; else its author, or someone named close by."""
    passage = quote.original or ""
    home = _home(context, passage)
    if home is None:
        return
    text = plain(next(text for place, text in places(context) if place == home))
    at = text.find(plain(passage).strip("\"' "))
    named = named_speaker(text, at, at + len(passage))
    surname = words_of(quote.speaker)[-1]
    if named is not None:
        if surname not in words_of(named):
            message = f"La source attribue ces mots à «\u00a0{named}\u00a0» ({home})\u00a0: rétablissez qui parle."
            yield _finding("quote-speaker", "blocking", f"{path}.speaker", quote.speaker, message, home)
        return
    credits = {word for one in (*context.article.authors, context.article.outlet or "") for word in words_of(one)}
    spoken = text[:at].count('"') % 2 == 1
    around = " ".join(text for _, text in _neighbours(context, home))
    if (set(words_of(quote.speaker)) & credits and not spoken) or surname in words_of(around):
        return
    message = f"Rien ne dit près de ce passage ({home}) que «\u00a0{quote.speaker}\u00a0» parle\u00a0: vérifiez l’attribution."
    yield _finding("quote-speaker", "blocking", f"{path}.speaker", quote.speaker, message, home)


_SAID = r"(?:said|says|told|wrote|writes|added|adds|asked|argued|argues|explained|recalled|warned|replied|insisted|a dit|dit|affirme|explique|déclare|estime|assure|résume|ajoute)"
_PERSON = r"((?:(?:Dr|Mr|Mrs|Ms|M|Mme)\.? )?[A-ZÀ-Ý][\w'-]+(?: (?:de |van |von |al-)?[A-ZÀ-Ý][\w'.-]+)*)"
_AFTER = re.compile(rf"^[^\"]{{0,400}}?[,.!?]?\"[, ]*(?:{_SAID} {_PERSON}|{_PERSON} {_SAID}\b)")
_BEFORE = re.compile(
    rf"{_PERSON}(?:, [^,.\"]{{2,80}},)? {_SAID}(?: [^.\"]{{0,40}})?[:,]? \"[^\"]*$|{_SAID} {_PERSON}[:,]? \"[^\"]*$"
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "il", "elle"})


def named_speaker(text: str, start: int, end: int) -> str | None:
    """Who the sentence around a quoted passage says is speaking; None where it uses a pronoun or says nothing."""
    for match in (_AFTER.match(text[end:]), _BEFORE.search(text[:start])):
        name = next((one for one in match.groups() if one), None) if match else None
        if name and fold(name.split()[0]) not in _PRONOUNS:
            return name
    return None


def _neighbours(context: Context, home: str) -> list[tuple[str, str]]:
    all_of_it = places(context)
    at = next(n for n, (place, _) in enumerate(all_of_it) if place == home)
    return all_of_it[max(0, at - 1) : at + 2] if home.startswith("p") else all_of_it[at : at + 1]


_WRITERS = frozenset({"journalist", "editor", "author", "analyst", "expert", "researcher"})


def _role(context: Context, quote: DraftQuote, path: str) -> Iterator[Finding]:
    names = words_of(quote.speaker)
    if not quote.role or not names:
        return
    ours = frozenset(name for _, name in role_concepts(quote.role))
    theirs, place = offices_near(names[-1], context.source.statements)
    said = {
        role
        for one in context.article.quotes
        if one.role and names[-1] in words_of(one.speaker or "")
        for role in [one.role]
    }
    theirs |= {name for one in said for _, name in role_concepts(one)}
    # « infirmière » of one whom the source counts among "five nurses": an office it names somewhere may be hers.
    anywhere = {name for _, name in role_concepts(context.source.text)}
    # Those who only sign the article write: that may be said of them, and nothing else.
    given = _WRITERS if quote.speaker in context.article.authors else anywhere
    if ours and not theirs and not ours & given and set(names) & context.source.words:
        message = f"La source ne donne pas à «\u00a0{quote.speaker}\u00a0» cette fonction\u00a0: vérifiez-la."
        yield _finding("quote-role", "warning", f"{path}.role", quote.role, message)
    standing = held_otherwise(quote.speaker or "", quote.role or "", context.source.statements)
    if ours and ours & theirs and standing:
        message = f"La source présente «\u00a0{quote.speaker}\u00a0» autrement, {cited(standing.text, standing)}\u00a0: rétablissez sa fonction."
        yield _finding("quote-role", "warning", f"{path}.role", quote.role, message, standing.place)
    if ours and theirs and not ours & theirs:
        message = f"La source présente «\u00a0{quote.speaker}\u00a0» autrement{', ' + cited(place.text, place) if place else ''}\u00a0: rétablissez sa fonction."
        yield _finding("quote-role", "blocking", f"{path}.role", quote.role, message, place.place if place else None)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=(
            "quote-unverified",
            "quote-not-found",
            "quote-composite",
            "quote-translation",
            "quote-length",
            "quote-bracket",
            "quote-speaker",
            "quote-role",
            "quote-outlet",
            "figure-missing",
        ),
        english="A quotation is one passage of the source, word for word, rightly translated and attributed.",
        french="Une citation est un seul passage de la source, mot pour mot, bien traduit et bien attribué.",
        example="un original recollé de deux phrases séparées",
        run=check_quotes,
    ),
)
