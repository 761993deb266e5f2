"""What the desk calls things, in French; nothing here decides anything."""

import re
from datetime import UTC, datetime

from pipeline.store.results import StageRun
from pipeline.typography import thousands
from schemas.draft import Analyse, Synthese
from schemas.parts import plain_path
from schemas.provenance import Usage

__all__ = [
    "CODES",
    "EVENTS",
    "FORMATS",
    "LOOKS",
    "OUTSIDE",
    "PART_KINDS",
    "ROLES",
    "SEVERITIES",
    "STAGES",
    "STATES",
    "TARGETS",
    "act",
    "count",
    "decimal",
    "heading",
    "initials",
    "label",
    "label_in",
    "measure",
    "remedy",
    "stage_label",
    "told",
    "took",
    "usage",
]

STATES = {
    "working": "en cours",
    "source_gate": "source à confirmer",
    "review_gate": "à relire",
    "press_gate": "bon à tirer",
    "signed": "signé",
    "parked": "en attente",
    "rejected": "refusé",
}
FORMATS = {"analyse": "analyse", "synthese": "synthèse"}
ROLES = {
    "editor": "édition",
    "reviewer": "relecture",
    "publisher": "publication",
    "maintainer": "maintenance",
}
STAGES = {
    "fetch": "Capture de la page",
    "extract": "Lecture de l’article",
    "summarise": "Rédaction",
    "propose": "Pistes d’action",
    "translate": "Traduction de travail",
    "verify": "Vérification",
    "repair": "Reprise des points bloquants",
    "recheck": "Vérification de la reprise",
    "judge": "Lecture par le juge",
}
SEVERITIES = {"blocking": "bloquant", "warning": "attention", "note": "remarque"}
EVENTS = {
    "submitted": "demande",
    "captured": "source capturée",
    "held": "source retenue",
    "generated": "rédigé",
    "verified": "vérifié",
    "judged": "lu par le juge",
    "unmended": "reprise sans résultat",
    "edited": "modifié",
    "proposed": "proposition",
    "commented": "commentaire",
    "accepted": "accepté",
    "dismissed": "point écarté",
    "declined": "proposition écartée",
    "rejected": "refusé",
    "regenerated": "renvoyé",
    "parked": "mis en attente",
    "resumed": "repris",
    "voided": "bon à tirer annulé",
    "signed": "signé",
    "exported": "exporté",
    "corrected": "erratum",
}
OUTSIDE = {"open": "à confirmer", "confirmed": "confirmé", "struck": "retiré"}
LOOKS = {
    "unchanged": "La source n’a pas changé depuis sa capture.",
    "changed": "La source a changé depuis sa capture.",
    "withdrawn": "La source n’est plus en ligne.",
    "unreachable": "La source n’a pas pu être relue.",
    "supplied": "La source a été fournie par la rédaction\u00a0; il n’y a rien à relire en ligne.",
}
TARGETS = {
    "markdown": "Markdown",
    "ghost": "HTML pour Ghost",
    "html": "HTML",
    "hashnode": "Markdown pour Hashnode",
    "text": "Texte",
    "json": "JSON",
}
# What a finding is about, by its code or by how the code begins.
CODES = {
    "support-none": "Sans appui dans la source",
    "support-weak": "Appui incertain",
    "judge-unsupported": "Contesté par le juge",
    "figure-order": "Chiffre\u00a0: mauvais ordre de grandeur",
    "figure-unknown": "Chiffre absent de la source",
    "figure-currency": "Chiffre\u00a0: autre monnaie",
    "figure-missing": "Chiffre oublié",
    "figure": "Chiffre",
    "date-unknown": "Date absente de la source",
    "date": "Date",
    "name-unknown": "Nom absent de la source",
    "name": "Nom",
    "role": "Fonction",
    "roles": "Qui fait quoi",
    "event": "Événement absent de la source",
    "cause": "Cause",
    "ranking": "Rang",
    "share": "Part",
    "certainty": "Degré de certitude",
    "negation": "Négation",
    "direction": "Sens inversé",
    "quote-not-found": "Citation absente de la source",
    "quote": "Citation",
    "quotes": "Citations",
    "outside": "Savoir extérieur",
    "legal": "Mot de droit",
    "copied": "Copie de la source",
    "title": "Titre",
    "standfirst": "Chapô",
    "body": "Corps",
    "score": "Score",
    "tldr": "En bref",
    "sections": "Sections",
    "slug": "Adresse",
    "seo": "Référencement",
    "action": "Piste d’action",
    "actions": "Pistes d’action",
    "language": "Langue",
    "typography": "Typographie",
    "grammar": "Grammaire",
    "structure": "Forme",
}
PART_KINDS = {
    "title": "Titre",
    "standfirst": "Chapô",
    "body": "Corps",
    "quotes": "Citations",
    "watchpoints": "Points de vigilance",
    "actions": "Pistes d’action",
    "pillar_reasons": "Raisons du score",
    "tldr": "En bref",
    "sections": "Sections",
    "seo": "Référencement",
    "slug": "Adresse",
}
_PARTS = {
    "title": "Titre",
    "standfirst": "Chapô",
    "watchpoints": "Points de vigilance",
    "source": "Source",
    "seo.title": "Titre pour les moteurs",
    "seo.description": "Description pour les moteurs",
    "slug": "Adresse",
}
_PATH = re.compile(r"\b(?:body|quotes|actions|tldr|sections)\[\d+\](?:\.\w+(?:\[\d+\])?)?")
_COMMAND = re.compile(r"morasse |--")
_BRACKETED_COMMAND = re.compile(r"\s*\([^()]*(?:morasse |--)[^()]*\)")


def heading(code: str) -> str:
    """What a finding is about."""
    return CODES.get(code) or CODES.get(code.split("-", maxsplit=1)[0]) or "Point relevé"


def act(kind: str, outside: str = "", *, mended: bool = False) -> str:
    """What someone did; settling a passage of outside knowledge is an edit of its own, a repair a second writing."""
    if outside:
        return f"savoir extérieur {OUTSIDE[outside]}"
    return "repris par le modèle" if mended else EVENTS.get(kind, kind)


def label(path: str) -> str:
    """A part's name for a person, from its path."""
    if path in _PARTS:
        return _PARTS[path]
    numbers = [int(one) + 1 for one in re.findall(r"\[(\d+)\]", path)]
    if not numbers and path in PART_KINDS:
        # All of a kind, as where there are too few of them.
        return PART_KINDS[path]
    n = numbers[0] if numbers else 0
    for start, name in (("body", "Paragraphe"), ("quotes", "Citation"), ("actions", "Piste"), ("tldr", "En bref")):
        if path.startswith(start):
            return f"{name}\u00a0{n}"
    if path.startswith("sections"):
        return f"Section\u00a0{n}" + (f", bloc\u00a0{numbers[1]}" if len(numbers) > 1 else "")
    return "Score" if path.startswith("pillar") else path


def label_in(draft: Analyse | Synthese | None, part: str) -> str:
    """A part's name in a draft, from its path or stable address; one that is not there is named by its address."""
    try:
        return label(plain_path(draft, part)) if draft else _PARTS.get(part, part)
    except KeyError:
        return _PARTS.get(part, part)


def told(message: str) -> str:
    """A finding's words with the parts they speak of named as the cards are."""
    return _PATH.sub(lambda path: f"«\u00a0{label(path[0])}\u00a0»", message)


def count(number: int, singular: str, plural: str = "") -> str:
    """`3 points`, `1 point`, `0 point`: French counts from two."""
    return f"{number}\u00a0{singular if number < 2 else plural or singular + 's'}"


def decimal(number: float, places: int = 1) -> str:
    """A number as French writes it."""
    return f"{number:,.{places}f}".replace(",", "\u202f").replace(".", ",")


def measure(number: float) -> str:
    """A number of whatever size, with as many decimals as tell it from others of its kind."""
    return decimal(number, 0 if number >= 10 or number == int(number) else 2 if number >= 0.1 else 4)


def initials(name: str) -> str:
    """Two letters for a round badge."""
    pieces = [one for one in re.split(r"[\s-]+", name) if one]
    return (pieces[0][0] + pieces[-1][0] if len(pieces) > 1 else name[:2]).upper()


def stage_label(stage: str) -> str:
    """A stage's name; a part written again names its part."""
    if stage.startswith("rewrite "):
        return f"Nouvelle version\u00a0: {label(stage.removeprefix('rewrite ')).lower()}"
    return STAGES.get(stage, stage)


def took(stage: StageRun) -> str:
    """How long a stage has taken, and whether for nothing."""
    if stage.cached:
        return "déjà fait"
    end = datetime.fromisoformat(stage.finished_at) if stage.finished_at else datetime.now(UTC)
    seconds = (end - datetime.fromisoformat(stage.started_at)).total_seconds()
    took = (
        f"{decimal(seconds)}\u00a0s" if seconds < 60 else f"{int(seconds // 60)}\u00a0min {int(seconds % 60):02}\u00a0s"
    )
    return f"sans résultat, après {took}" if stage.failed else took


def usage(stages: tuple[StageRun, ...], currency: str) -> str:
    """Tokens and cost of some stages, in one line; empty where no model was asked."""
    total = sum((one.usage for one in stages if one.usage), Usage())
    if not total.calls and not total.tokens_out:
        return ""
    spent = f"{thousands(total.tokens_in)} jetons lus, {thousands(total.tokens_out)} écrits"
    return spent + (f", coût {decimal(total.cost, 4)}\u00a0{currency}" if total.cost is not None else "")


def remedy(said: str) -> str:
    """A remedy without the terminal's commands: what they do has its buttons here. Empty where nothing else is said."""
    if not _COMMAND.search(said):
        return said
    clauses = re.split(r"(?<=[.!?])\s+|\s*;\s+", _BRACKETED_COMMAND.sub("", said))
    kept = [one for one in clauses if one and not _COMMAND.search(one)]
    return " ".join(_sentence(one) for one in kept)


def _sentence(clause: str) -> str:
    return clause[:1].upper() + clause[1:] + ("" if clause.endswith((".", "!", "?")) else ".")
