"""What must be there, and the form of title, standfirst, body and score (EDITORIAL.md, the two kinds)."""

import re
from collections.abc import Iterator

from pipeline.typography import thousands
from pipeline.verify.check import Check
from pipeline.verify.context import Context
from pipeline.verify.wording import first_of, whole
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding, Severity

__all__ = ["CHECKS", "at", "check_body", "check_missing", "check_score", "check_standfirst", "check_title"]

_DATE = re.compile(
    r"(?:1er|[1-9]|[12]\d|3[01])[ \u00a0](?:janv\.|févr\.|mars|avr\.|mai|juin|juil\.|août"
    r"|sept\.|oct\.|nov\.|déc\.)[ \u00a0]\d{4}"
)
_LIST = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s", re.MULTILINE)

# What is said where a part is empty.
_WANTED: dict[str, tuple[Severity, str]] = {
    "title": ("blocking", "Il n’y a pas de titre\u00a0: écrivez-le."),
    "body": ("blocking", "Le corps de l’article est vide\u00a0: écrivez-le."),
    "standfirst": ("warning", "Il n’y a pas de chapô\u00a0: résumez l’enjeu en une ou deux phrases."),
    "watchpoints": ("warning", "Les points de vigilance manquent\u00a0: dites le risque principal."),
    "score": ("warning", "Le score manque\u00a0: notez les cinq piliers de 0 à 2."),
    "sections": ("blocking", "L’article n’a pas de texte\u00a0: écrivez ses sections."),
    "tldr": ("warning", "Le TL;DR manque\u00a0: donnez l’essentiel en trois à six phrases."),
    "slug": ("warning", "Le slug manque\u00a0: trois à sept mots en minuscules, séparés par des traits d’union."),
    "seo.title": (
        "warning",
        "Le titre pour les moteurs de recherche manque\u00a0: mettez le terme principal en tête.",
    ),
    "seo.description": ("warning", "La description pour les moteurs de recherche manque."),
}


def at(path: str, code: str, severity: Severity, message: str, excerpt: str = "") -> Finding:
    """A finding on a part as a whole, or on one that is not there."""
    return Finding(code=code, severity=severity, part=path, excerpt=excerpt, message=message)


def check_missing(context: Context) -> Iterator[Finding]:
    """The parts without which there is nothing to publish, and those the kind should have."""
    for path, there in _filled(context.draft).items():
        if not there:
            severity, message = _WANTED[path]
            yield at(path, "structure-missing", severity, message)


def _filled(draft: Analyse | Synthese) -> dict[str, bool]:
    """Whether something stands in each part that a draft of this kind should have."""
    if isinstance(draft, Analyse):
        return {
            "title": bool(draft.title.strip()),
            "body": any(one.text.strip() for one in draft.body),
            "standfirst": bool(draft.standfirst.strip()),
            "watchpoints": bool(draft.watchpoints.strip()),
            "score": draft.pillars is not None or draft.score is not None,
        }
    return {
        "title": bool(draft.title.strip()),
        "sections": any(block.text.strip() for section in draft.sections for block in section.blocks),
        "tldr": bool(draft.tldr),
        "slug": bool(draft.slug),
        "seo.title": bool(draft.seo.title),
        "seo.description": bool(draft.seo.description),
    }


def check_title(context: Context) -> Iterator[Finding]:
    """The title's length, its case, and no full stop at its end."""
    part, limits = first_of(context.parts, "title"), context.house.limits
    title = part.text.strip()
    if len(title) > limits.title_max:
        message = f"Le titre compte {len(title)} signes, {limits.title_max} au plus\u00a0: raccourcissez-le."
        yield whole(part, "title-length", "warning", message)
    elif len(title) > limits.title_aim:
        message = f"Le titre compte {len(title)} signes\u00a0: visez {limits.title_aim}."
        yield whole(part, "title-length", "note", message)
    if title.endswith(".") and not title.endswith(("...", "etc.")):
        yield whole(part, "title-stop", "warning", "Un titre ne prend pas de point final\u00a0: retirez-le.")
    if _in_title_case(title, _source_text(context)):
        message = "Le titre suit l’usage anglais des capitales\u00a0: n’en gardez qu’à l’initiale et aux noms propres."
        yield whole(part, "title-case", "warning", message)


def _source_text(context: Context) -> str:
    article = context.article
    return " ".join((article.description or "", *(one.text for one in article.paragraphs if one.kind != "heading")))


def _in_title_case(title: str, source: str) -> bool:
    """Whether most words have a capital that no name explains: the source writes names so inside a sentence."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", re.sub(r"^[^:]{1,20}:", "", title))
    words = [word.rpartition("’")[2].rpartition("'")[2] for word in words[1:]]
    long = [word for word in words if len(word) > 3]
    raised = [word for word in long if word[0].isupper() and not re.search(rf"\w,? +{re.escape(word)}\b", source)]
    return len(raised) >= 3 and len(raised) > 0.6 * len(long)


def check_standfirst(context: Context) -> Iterator[Finding]:
    """The standfirst's length and sentences, and the date's form."""
    if not isinstance(context.draft, Analyse):
        return
    part, limit = first_of(context.parts, "standfirst"), context.house.limits.standfirst_max
    if len(part.text) > limit:
        message = f"Le chapô compte {len(part.text)} signes, {limit} au plus\u00a0: raccourcissez-le."
        yield whole(part, "standfirst-length", "warning", message)
    date = context.draft.date
    if date and not _DATE.fullmatch(date):
        yield at("date", "structure-date", "warning", "Écrivez la date ainsi\u00a0: «\u00a06 févr. 2026\u00a0».", date)


def check_body(context: Context) -> Iterator[Finding]:
    """The body's paragraphs and length, no list in it, and quotes where the body stands."""
    draft, limits = context.draft, context.house.limits
    if not isinstance(draft, Analyse) or not draft.body:
        return
    fewest, most = limits.body_paragraphs
    if not fewest <= len(draft.body) <= most:
        message = f"Le corps a {len(draft.body)} paragraphe(s)\u00a0: il en faut de {fewest} à {most}."
        yield at("body", "body-paragraphs", "warning", message)
    shortest, longest = limits.body_chars
    length = sum(len(one.text) for one in draft.body)
    if not shortest <= length <= longest:
        advice = "développez le mécanisme et l’enjeu" if length < shortest else "resserrez"
        wanted = f"de {thousands(shortest)} à {thousands(longest)} attendus"
        message = f"Le corps compte {thousands(length)} signes, {wanted}\u00a0: {advice}."
        yield at("body", "body-length", "warning", message)
    for n, paragraph in enumerate(draft.body):
        if _LIST.search(paragraph.text):
            part = first_of(context.parts, f"body[{n}]")
            yield whole(
                part,
                "body-list",
                "warning",
                "Le corps est de la prose suivie\u00a0: remplacez la liste.",
            )
    yield from _quote_places(draft, limits.quotes_max)


def _quote_places(draft: Analyse, most: int) -> Iterator[Finding]:
    if len(draft.quotes) > most:
        message = f"L’article a {len(draft.quotes)} citations, {most} au plus\u00a0: retirez-en."
        yield at(f"quotes[{most}]", "quotes-count", "warning", message)
    for n, quote in enumerate(draft.quotes):
        if not 0 <= quote.position <= len(draft.body):
            message = "La citation est placée hors du corps\u00a0: choisissez le paragraphe qu’elle suit."
            yield at(f"quotes[{n}]", "quotes-place", "warning", message, quote.translation[:80])
        for field, name in (("translation", "le texte"), ("speaker", "l’auteur")):
            if not getattr(quote, field).strip():
                message = f"Il manque {name} de la citation\u00a0: complétez, ou retirez-la."
                yield at(f"quotes[{n}].{field}", "structure-missing", "warning", message)


def check_score(context: Context) -> Iterator[Finding]:
    """The score is the sum of the pillars, each with its line of reasons."""
    draft = context.draft
    if not isinstance(draft, Analyse) or draft.pillars is None:
        return
    if draft.score is not None and draft.score != draft.pillars.total:
        message = f"Le score est {draft.score}, la somme des piliers {draft.pillars.total}\u00a0: accordez-les."
        yield at("score", "score-sum", "blocking", message, str(draft.score))
    for key, pillar in context.house.pillars.items():
        if getattr(draft.pillars, key, 0) and not draft.pillar_reasons.get(key, "").strip():
            message = (
                f"Le pilier «\u00a0{pillar.name}\u00a0» a des points sans raison\u00a0: dites pourquoi en une ligne."
            )
            yield at(f"pillar_reasons[{key}]", "score-reason", "note", message)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("structure-missing",),
        english="Every part of the kind is there; without a title or a body nothing can be published.",
        french="Toutes les parties du genre sont là ; sans titre ni corps, rien ne paraît.",
        example="un titre vide",
        run=check_missing,
    ),
    Check(
        codes=("title-length", "title-stop", "title-case"),
        english="The title keeps to its length, has sentence case and no full stop.",
        french="Le titre tient dans sa longueur, sans capitales à l’anglaise ni point final.",
        example="« Les Géants du Web Face au Juge. »",
        run=check_title,
    ),
    Check(
        codes=("standfirst-length", "structure-date"),
        english="The standfirst stands alone on a social card; the date has the house's form.",
        french="Le chapô tient sur une carte sociale ; la date a la forme de la maison.",
        example="un chapô de 400 signes",
        run=check_standfirst,
    ),
    Check(
        codes=("body-paragraphs", "body-length", "body-list", "quotes-count", "quotes-place", "structure-missing"),
        english="Three to five paragraphs of running prose, two quotes at most.",
        french="Trois à cinq paragraphes de prose suivie, deux citations au plus.",
        example="une liste à puces dans le corps",
        run=check_body,
    ),
    Check(
        codes=("score-sum", "score-reason"),
        english="The score is the sum of the pillars, and each has its reasons.",
        french="Le score est la somme des piliers, et chacun a sa raison.",
        example="score 9, piliers 2+2+1+1+1",
        run=check_score,
    ),
)
