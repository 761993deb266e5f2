"""Outside knowledge: a study, precedent, organisation or example that the source lacks is marked, or found (EDITORIAL.md, 6)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator

from pipeline.verify.check import Check
from pipeline.verify.claims import PLAUSIBLE
from pipeline.verify.context import Context
from pipeline.verify.prepare import fold
from pipeline.verify.proper_names.known import is_known
from pipeline.verify.proper_names.naming import Name, read_names
from schemas.action import Action
from schemas.draft import Analyse
from schemas.finding import Finding, Severity

__all__ = ["CHECKS", "check_outside", "check_studies", "marked_places"]

_STUDY = re.compile(
    r"\b(?:une?|des|plusieurs|les|la|l['’]|de récentes|de nombreuses|selon un|selon une|d['’]après une?|cette|le|récente?s?)\s*"
    r"(?:récente? |vaste |nouvelle |nouveau |dernière? )?"
    r"(étude|rapport|enquête|sondage|baromètre|recherches(?= (?:montr|prouv|indiqu|révèl|récent|univ|scient))|analyse d|thèse|chercheurs?|scientifiques|experts?|spécialistes|statistiques)s?\b",
    re.I,
)
_STUDY_EN = {
    "étude": r"\bstud(?:y|ies)\b|research|paper|analysis|survey|report",
    "rapport": r"\breports?\b|findings|audit|review|paper|document",
    "enquête": r"investigat\w+|inquir\w+|enquir\w+|prob(?:e|es|ed|ing)|survey|poll|audit\w*|inspection|inquest",
    "sondage": r"\bpolls?\b|\bsurveys?\b|polling",
    "baromètre": r"barometer|index|survey|poll",
    "recherches": r"research\w*|\bstud(?:y|ies)\b|search",
    "analyse d": r"analy\w+|stud(?:y|ies)",
    "thèse": r"thesis|dissertation|theory|claim",
    "chercheur": r"research\w*|scientist|professor|academic|scholar|universit",
    "chercheurs": r"research\w*|scientist|professor|academic|scholar|universit",
    "scientifiques": r"scien\w+|research\w*",
    "expert": r"expert\w*|specialist|analyst|professor|consultant|research\w*|scholar",
    "experts": r"expert\w*|specialist|analyst|professor|consultant|research\w*|scholar",
    "spécialistes": r"expert\w*|specialist|analyst|professor|scholar|research\w*",
    "statistiques": r"statistic\w*|figures|data|numbers",
}
_PRECEDENT = re.compile(
    r"\b(?:(?:sur )?le modèle (?:d[eu]s?|existe)|à l['’]image d[eu]s?|à l['’]instar d[eu]s?|comme l['’](?:a|ont) (?:fait|montré|prouvé|obtenu)|"
    r"comme (?:en|au|aux|à) (?=(?-i:[A-ZÀ-Ý]))|le précédent (?:d[eu]s?|créé)|inspirée?s? d[eu]s?|l['’]exemple d[eu]s?|l['’]expérience d[eu]s?|déjà (?:fait|réussi|obtenu|mené)\w* )",
    re.I,
)


def check_studies(context: Context) -> Iterator[Finding]:
    """A study, report, poll or group of experts in the draft answers to one of the source."""
    for claim, _ in context.claims:
        one = claim.statement
        if one.place.startswith("actions"):
            continue
        for match in _STUDY.finditer(one.text):
            kind = fold_key(match.group(1))
            if re.search(_STUDY_EN.get(kind, r"(?!)"), context.source.text, re.I) or _is_generic(one.text, match):
                continue
            if context.source.language == "fr" and fold(match.group(1))[:5] in fold(context.source.text):
                continue
            message = f"La source ne cite rien qui réponde à «\u00a0{match.group()}\u00a0»\u00a0: retirez-le, ou donnez le passage."
            yield Finding(
                code="outside-study",
                severity="blocking",
                part=one.place,
                excerpt=match.group(),
                message=message,
                start=one.start + match.start(),
                end=one.start + match.end(),
            )


def fold_key(word: str) -> str:
    """The key of a study word: as written in the table, singular where that has it."""
    lower = word.lower()
    return lower if lower in _STUDY_EN else lower.rstrip("s")


def _is_generic(text: str, match: re.Match[str]) -> bool:
    """« l’enquête », « le rapport de force », « les recherches » of a person tell of no study."""
    after = text[match.end() : match.end() + 16].lower()
    definite = re.match(r"(?:l['’]|la |le |les |cette )", match.group(), re.I)
    return bool(re.match(r" (?:de force|à |aux? |entre )", after)) or bool(
        definite and not after.startswith((" de ", " d’", " d'", " du "))
    )


def check_outside(context: Context) -> Iterator[Finding]:
    """In proposals: what the source does not name is marked as outside knowledge."""
    if not isinstance(context.draft, Analyse):
        return
    for n, action in enumerate(context.draft.actions):
        marked = _marked(action)
        for field in ("title", "description", "signal"):
            yield from _unmarked(context, f"actions[{n}].{field}", getattr(action, field), marked)


def marked_places(context: Context) -> dict[str, list[tuple[int, int]]]:
    """Where in the proposals outside knowledge is marked, by part: a person confirms or strikes it."""
    if not isinstance(context.draft, Analyse):
        return {}
    return {
        f"actions[{n}].{field}": _covered(getattr(action, field), _marked(action))
        for n, action in enumerate(context.draft.actions)
        for field in ("title", "description", "signal")
    }


def _marked(action: Action) -> list[str]:
    return [fold(one.text) for one in action.outside_knowledge]


def _covered(text: str, marked: list[str]) -> list[tuple[int, int]]:
    return [(at, at + len(one)) for one in marked if one for at in _starts(fold(text), one)]


def _unmarked(context: Context, path: str, text: str, marked: list[str]) -> Iterator[Finding]:
    covered = _covered(text, marked)
    named = False
    for start, end, name in _names(context, text):
        named = True
        if not any(low <= start and end <= high for low, high in covered) and not any(
            fold(name.text) in one for one in marked
        ):
            message = f"«\u00a0{name.text}\u00a0» n’est pas dans la source et n’est pas marqué comme savoir extérieur\u00a0: marquez-le, ou retirez-le."
            yield Finding(
                code="outside-unmarked",
                severity="blocking",
                part=path,
                excerpt=name.text,
                message=message,
                start=start,
                end=end,
            )
    for match in () if named else _PRECEDENT.finditer(text):
        if (
            not any(low <= match.start() < high for low, high in covered)
            and not marked
            and not _is_supported(context, path, match)
        ):
            message = f"«\u00a0{match.group().strip()}\u00a0» renvoie à un précédent que la source n’a pas\u00a0: marquez-le comme savoir extérieur, ou retirez-le."
            severity: Severity = "warning"
            yield Finding(
                code="outside-unmarked",
                severity=severity,
                part=path,
                excerpt=match.group(),
                message=message,
                start=match.start(),
                end=match.end(),
            )
    for match in _STUDY.finditer(text):
        if (
            not any(low <= match.start() < high for low, high in covered)
            and not _is_generic(text, match)
            and not re.search(_STUDY_EN.get(fold_key(match.group(1)), r"(?!)"), context.source.text, re.I)
        ):
            message = f"La source ne cite rien qui réponde à «\u00a0{match.group()}\u00a0»\u00a0: marquez-le comme savoir extérieur, ou retirez-le."
            yield Finding(
                code="outside-unmarked",
                severity="blocking",
                part=path,
                excerpt=match.group(),
                message=message,
                start=match.start(),
                end=match.end(),
            )


def _starts(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at != -1:
        yield at
        at = text.find(piece, at + 1)


def _names(context: Context, text: str) -> Iterator[tuple[int, int, Name]]:
    for start, end in ((0, len(text)),):
        for name in read_names(text[start:end]):
            if any(not is_known(word, context.known) for word in name.words):
                yield start + name.start, start + name.end, name


def _is_supported(context: Context, path: str, match: re.Match[str]) -> bool:
    """Whether the sentence with the precedent renders a passage of the source."""
    for claim, links in context.claims:
        one = claim.statement
        if one.place == path and one.start <= match.start() < one.end:
            return bool(links) and links[0].strength >= PLAUSIBLE
    return False


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("outside-study",),
        english="A study, report or group of experts answers to one of the source.",
        french="Une étude, un rapport ou des experts répondent à ceux de la source.",
        example="« selon une étude » là où la source n’en cite aucune",
        run=check_studies,
    ),
    Check(
        codes=("outside-unmarked",),
        english="In proposals, what the source does not hold is marked as outside knowledge.",
        french="Dans les propositions, ce que la source n’a pas est marqué comme savoir extérieur.",
        example="un précédent cité sans être marqué",
        run=check_outside,
    ),
)
