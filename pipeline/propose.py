"""Propose: action proposals and the pillars' points, and their way into a draft."""

import re

from pipeline.composer import Composer
from pipeline.stamping import stamped
from pipeline.typography import typeset
from schemas.action import Action, ActionOrigin, OutsideKnowledge
from schemas.article import Article
from schemas.draft import Analyse, Pillars, Synthese
from schemas.house import House
from schemas.proposals import Proposals
from schemas.provenance import Stamped
from schemas.replies import ActionReply, PillarReply
from schemas.source import Format

__all__ = ["Proposals", "assemble", "propose"]

_MARKS = re.compile(r"^[^\w«\"“]+")


def propose(
    article: Article, *, format: Format, composer: Composer, house: House, now: str | None = None
) -> Stamped[Proposals]:
    """The proposals for a draft of that kind, at most as many as the house wants. Raises ModelFault."""
    composed = composer.proposals(article, format=format)
    value = Proposals(
        actions=_actions(composed.reply.actions, house, composer.action_origin),
        pillars=_pillars(composed.reply.pillars, house),
        pillar_reasons={
            one.pillar: typeset(one.reason.strip(), house.typography)
            for one in composed.reply.pillars
            if one.pillar in house.pillars and one.reason.strip()
        },
    )
    return stamped(
        value,
        composed,
        stage="propose",
        article=article,
        composer=composer,
        house=house,
        parameters={"format": format},
        now=now,
    )


def assemble(draft: Analyse | Synthese, proposals: Proposals) -> Analyse | Synthese:
    """The draft with its proposals and score; a synthesis has no place for them and stays as it is."""
    if isinstance(draft, Synthese):
        return draft
    return draft.model_copy(
        update={
            "actions": proposals.actions,
            "pillars": proposals.pillars,
            "pillar_reasons": proposals.pillar_reasons,
            "score": proposals.pillars.total,
        }
    )


def _actions(replies: list[ActionReply], house: House, origin: ActionOrigin) -> tuple[Action, ...]:
    kept = [one for one in replies if one.title.strip()][: house.limits.actions[1]]
    return tuple(_action(f"a{n}", one, house, origin) for n, one in enumerate(kept, 1))


def _action(action_id: str, reply: ActionReply, house: House, origin: ActionOrigin) -> Action:
    typography = house.typography
    title = typeset(_MARKS.sub("", " ".join(reply.title.split())).rstrip("."), typography)
    description = typeset(" ".join(reply.description.split()), typography)
    signal = typeset(_signal(reply.signal, house), typography)
    passages = (typeset(" ".join(one.split()), typography).rstrip(".") for one in reply.outside_knowledge)
    whole = f"{title}\n{description}\n{signal}"
    return Action(
        id=action_id,
        kind=reply.kind,
        title=title,
        description=description,
        signal=signal,
        # A passage that is no longer there word for word cannot be shown at its place: the description stands for it.
        outside_knowledge=tuple(
            dict.fromkeys(OutsideKnowledge(text=one if one in whole else description) for one in passages if one)
        ),
        origin=origin,
    )


def _signal(text: str, house: House) -> str:
    """The signal with the house's opening, whether the model wrote it, left it out or set an arrow before it."""
    opening = house.texts.signal_opening
    signal = _MARKS.sub("", " ".join(text.split()))
    return signal if not signal or signal.lower().startswith(opening.lower()) else f"{opening} {signal}"


def _pillars(replies: list[PillarReply], house: House) -> Pillars:
    points = {one.pillar: min(max(one.points, 0), 2) for one in replies}
    return Pillars(**{key: points.get(key, 0) for key in Pillars.model_fields if key in house.pillars})
