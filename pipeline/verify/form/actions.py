"""Action proposals as the house wants them (EDITORIAL.md, « An action proposal »)."""

import re
from collections.abc import Iterator
from itertools import combinations

from pipeline.typography import thousands
from pipeline.verify.check import Check
from pipeline.verify.context import Context
from pipeline.verify.form.infinitives import opening_infinitive
from pipeline.verify.wording import finding, phrases, stems, whole
from schemas.action import Action
from schemas.draft import Analyse
from schemas.finding import Finding, Severity
from schemas.parts import Part

__all__ = [
    "CHECKS",
    "check_action_descriptions",
    "check_action_set",
    "check_action_signals",
    "check_action_titles",
    "check_generic_actions",
    "check_outside_knowledge",
]

_SECOND_CHANGE = re.compile(
    r"[,;]?\s+(?:et|ou|ainsi)\s+(?:que|qu['’]|quand|lorsque|lorsqu['’])|;\s|[.!?]\s+(?=[A-ZÀ-Þ])"
)


def _actions(context: Context) -> tuple[tuple[int, Action], ...]:
    return tuple(enumerate(context.draft.actions)) if isinstance(context.draft, Analyse) else ()


def _part(n: int, action: Action, field: str) -> Part:
    return Part(path=f"actions[{n}].{field}", id=action.id, text=getattr(action, field))


def check_action_titles(context: Context) -> Iterator[Finding]:
    """A proposal's title opens on an infinitive that says something, and keeps to its length."""
    limits, weak = context.house.limits, phrases(context.house.words.weak_verbs, inflected=False)
    for n, action in _actions(context):
        part = _part(n, action, "title")
        if not part.text.strip():
            yield whole(
                part, "action-missing", "warning", "Cette piste n’a pas de titre\u00a0: commencez par un infinitif."
            )
            continue
        verb = opening_infinitive(part.text)
        if not verb:
            message = "Le titre d’une piste commence par un verbe à l’infinitif\u00a0: récrivez-le ainsi."
            yield whole(part, "action-infinitive", "warning", message)
        elif (match := weak.search(part.text)) and match.start() <= part.text.casefold().find(verb):
            message = (
                f"«\u00a0{match[0]}\u00a0» ne dit pas l’acte\u00a0: choisissez un verbe qu’on puisse voir s’accomplir."
            )
            yield finding(part, match.span(), "action-weak-verb", "warning", message)
        if len(part.text) > limits.action_title_max:
            message = f"{len(part.text)} signes, {limits.action_title_max} au plus\u00a0: raccourcissez le titre."
            yield whole(part, "action-title-length", "warning", message)
        if part.text.rstrip().endswith("."):
            yield whole(part, "action-title-stop", "note", "Un titre ne prend pas de point final\u00a0: retirez-le.")


def check_action_descriptions(context: Context) -> Iterator[Finding]:
    """A description of 200 to 500 characters."""
    shortest, longest = context.house.limits.action_description
    for n, action in _actions(context):
        part = _part(n, action, "description")
        length = len(part.text.strip())
        if shortest <= length <= longest:
            continue
        if not length:
            message = "Cette piste n’est pas décrite\u00a0: dites qui agit, par quel mécanisme, sur quel levier."
            yield whole(part, "action-missing", "warning", message)
            continue
        advice = "dites qui agit et sur quel levier" if length < shortest else "resserrez"
        counted = f"{thousands(length)} signes, de {shortest} à {longest} attendus"
        message = f"La description compte {counted}\u00a0: {advice}."
        yield whole(part, "action-description-length", "warning", message)


def check_action_signals(context: Context) -> Iterator[Finding]:
    """A signal opens as the house's do and names one observable change."""
    opening = context.house.texts.signal_opening
    for n, action in _actions(context):
        part = _part(n, action, "signal")
        text = part.text.strip().lstrip("→ \u00a0")
        if not text:
            message = f"Le signal manque\u00a0: écrivez «\u00a0{opening}…\u00a0»."
            yield whole(part, "action-missing", "warning", message)
        elif not phrases((opening,), inflected=False).match(text):
            message = f"Le signal commence par «\u00a0{opening}\u00a0»\u00a0: récrivez-le ainsi."
            yield whole(part, "action-signal", "warning", message)
        elif len(text[len(opening) :].split()) < 4:
            yield whole(
                part, "action-signal", "warning", "Le signal ne dit pas quel changement on verra\u00a0: nommez-le."
            )
        elif match := _SECOND_CHANGE.search(text, len(opening) + 1):
            at = part.text.find(match[0])
            message = "Un signal nomme un seul changement observable\u00a0: gardez le plus net."
            yield finding(part, (at, len(part.text)), "action-signal-two", "warning", message)


def check_action_set(context: Context) -> Iterator[Finding]:
    """Two or three proposals that differ in kind and in lever."""
    actions = _actions(context)
    if not isinstance(context.draft, Analyse):
        return
    fewest, most = context.house.limits.actions
    if not fewest <= len(actions) <= most:
        message = f"L’article a {len(actions)} piste(s) d’action\u00a0: il en faut {fewest} ou {most}."
        yield Finding(code="actions-count", severity="warning", part="actions", excerpt="", message=message)
    for (n, one), (m, other) in combinations(actions, 2):
        if one.kind == other.kind:
            label = context.house.actions[one.kind].label
            message = (
                f"Deux pistes sont du genre «\u00a0{label}\u00a0»\u00a0: changez-en une, les pistes diffèrent de genre."
            )
            yield whole(_part(m, other, "title"), "actions-kind", "warning", message)
        if _same_lever(one, other):
            message = f"Cette piste actionne le même levier que actions[{n}]\u00a0: trouvez-en un autre."
            yield whole(_part(m, other, "title"), "actions-lever", "warning", message)


def _same_lever(one: Action, other: Action) -> bool:
    titles = stems(one.title), stems(other.title)
    texts = stems(one.description), stems(other.description)
    if one.title and one.title.casefold() == other.title.casefold():
        return True
    return _overlap(*titles, least=4) >= 0.7 or _overlap(*texts, least=10) >= 0.6


def _overlap(one: frozenset[str], other: frozenset[str], *, least: int) -> float:
    """Shared words over those of the shorter text; texts too short to judge share nothing."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= least else 0.0


def check_generic_actions(context: Context) -> Iterator[Finding]:
    """Proposals that would fit any article."""
    pattern = phrases(context.house.words.generic_actions)
    for n, action in _actions(context):
        part = _part(n, action, "title")
        if match := pattern.search(part.text):
            message = "Piste générique, bonne pour tout article\u00a0: nommez qui, quoi et le levier propre à celui-ci."
            yield finding(part, match.span(), "action-generic", "warning", message)


def check_outside_knowledge(context: Context) -> Iterator[Finding]:
    """Marked passages that no reviewer has settled, and struck ones that still stand."""
    for n, action in _actions(context):
        for item in action.outside_knowledge:
            place = next(
                (f for f in ("description", "title", "signal") if item.text and item.text in getattr(action, f)), None
            )
            if item.status == "confirmed" or (place is None and item.status == "struck"):
                continue
            part = _part(n, action, place or "description")
            at = max(0, part.text.find(item.text))
            span = (at, at + len(item.text)) if place else (0, 0)
            struck = item.status == "struck"
            severity: Severity = "blocking" if struck else "note"
            message = (
                "Ce passage a été rayé et figure encore dans le texte\u00a0: retirez-le."
                if struck
                else "Ce passage n’est pas dans la source\u00a0: confirmez-le, ou rayez-le."
            )
            found = finding(part, span, "outside-struck" if struck else "outside-open", severity, message)
            yield found.model_copy(update={"excerpt": item.text})


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("action-infinitive", "action-weak-verb", "action-title-length", "action-title-stop", "action-missing"),
        english="A proposal's title opens on a telling infinitive and is short.",
        french="Le titre d’une piste commence par un infinitif qui dit l’acte, et il est court.",
        example="« Mettre en place une réflexion »",
        run=check_action_titles,
    ),
    Check(
        codes=("action-description-length", "action-missing"),
        english="A description has 200 to 500 characters.",
        french="Une description a de 200 à 500 signes.",
        example="une description d’une ligne",
        run=check_action_descriptions,
    ),
    Check(
        codes=("action-signal", "action-signal-two", "action-missing"),
        english="A signal opens as the house's do and names one observable change.",
        french="Un signal commence par la formule de la maison et nomme un seul changement observable.",
        example="« Les gens seront mieux informés. »",
        run=check_action_signals,
    ),
    Check(
        codes=("actions-count", "actions-kind", "actions-lever"),
        english="Two or three proposals, different in kind and in lever.",
        french="Deux ou trois pistes, de genres et de leviers différents.",
        example="deux pistes de coalition",
        run=check_action_set,
    ),
    Check(
        codes=("action-generic",),
        english="No proposal would fit any article.",
        french="Aucune piste n’est bonne pour tout article.",
        example="« Boycotter l’entreprise »",
        run=check_generic_actions,
    ),
    Check(
        codes=("outside-open", "outside-struck"),
        english="Outside knowledge is confirmed or struck by a person, and what was struck is gone.",
        french="Le savoir extérieur est confirmé ou rayé par une personne, et ce qui est rayé a disparu.",
        example="un précédent que la source ne cite pas",
        run=check_outside_knowledge,
    ),
)
