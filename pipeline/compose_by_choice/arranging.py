"""Setting clean sentences in the house's forms: the analysis and the synthesis. No sentence stands twice."""

import re

from pipeline.compose_by_choice.telling import Telling, Told
from pipeline.sentences import split
from schemas.house import House
from schemas.replies import (
    AnalyseReply,
    BlockReply,
    ParagraphReply,
    SectionReply,
    SentenceReply,
    SourcedText,
    SyntheseReply,
)

__all__ = ["analyse_reply", "synthese_reply"]

_HEADINGS: tuple[tuple[str, str], ...] = (
    (
        r"court|judge|lawsuit|legal|appeal|ruling|lawyer|regulator|tribunal|juge|plainte|recours|avocat",
        "Le terrain juridique",
    ),
    (r"[$£€]|million|billion|budget|contract|cost|fund|paid|price|profit|contrat|coût|prix", "L'argent en jeu"),
    (
        r"denie[sd]|declined|argue[sd]?|called for|critic|said|according to|dément|selon|affirm|critiqu",
        "Ce que disent les parties",
    ),
    (r"expected|will|deadline|next|vote|by \d{4}|prévu|devra|échéance|prochain", "La suite annoncée"),
    (r"data|app|software|algorithm|camera|system|record|track|données|logiciel|algorithme|caméra", "Le fonctionnement"),
    (
        r"worker|resident|patient|famil|tenant|student|people|salarié|habitant|familles|personnes",
        "Les personnes concernées",
    ),
    (r"", "Les faits"),
    (r"", "Le contexte"),
    (r"", "Les précisions de la source"),
    (r"", "Les autres éléments"),
)
_FUTURE = re.compile(r"\b(?:will|expected|due|deadline|plans? to|next|prévu|prévoit|devra|prochain)\b", re.IGNORECASE)
_BULLET_MAX = 230


def analyse_reply(telling: Telling, house: House, pillars: list[str]) -> AnalyseReply:
    """The analysis: facts in reading order, then the house's own analysis; `pillars`, the weightiest first."""
    sentences = list(telling.sentences)
    standfirst = _standfirst(telling, sentences, house)
    paragraphs = _parted(sentences, 3 if len(sentences) >= 6 else 2)
    body = [ParagraphReply(sentences=[one.reply for one in part]) for part in paragraphs]
    body.append(ParagraphReply(sentences=_reflection(house, pillars[0], "body")))
    watch = pillars[1] if len(pillars) > 1 else pillars[0]
    quotes = telling.quotes[: house.limits.quotes_max]
    return AnalyseReply(
        title=telling.title,
        standfirst=standfirst,
        body=body,
        quotes=[one.reply(n) for n, one in enumerate(quotes, 1)],
        watchpoints=SourcedText(
            text=" ".join(one.text for one in _reflection(house, watch, "watchpoints")), evidence=[]
        ),
    )


def synthese_reply(telling: Telling, house: House, pillars: list[str]) -> SyntheseReply:
    """The synthesis: the weightiest sentences are its TL;DR, the others its sections, what is to come its end."""
    bullets = _bullets(telling.sentences, house)
    rest = [one for one in telling.sentences if one not in bullets]
    bullet_orders = {one.pick.order for one in bullets}
    ahead = [one for one in rest if _FUTURE.search(one.pick.text) and not one.pick.leans][-1:] if len(rest) > 6 else []
    rest = [one for one in rest if one not in ahead]
    # What leans on a bullet has lost its footing here.
    rest = [one for one in rest if not (one.pick.leans and one.pick.order - 1 in bullet_orders)]
    conclusion = [ParagraphReply(sentences=_reflection(house, pillars[0], "body"))]
    conclusion += [ParagraphReply(sentences=[one.reply for one in ahead])] if ahead else []
    return SyntheseReply(
        title=telling.title,
        tldr=[SourcedText(text=one.french, evidence=[one.pick.paragraph]) for one in bullets],
        sections=_sections(_parted(rest, min(max(len(rest) // 3, house.limits.sections[0]), 4))),
        conclusion=conclusion,
        seo_title=_shortened(telling.title, house.limits.seo_title_aim + 15),
        seo_description=_shortened(telling.description or telling.title, house.limits.seo_description_aim + 15),
        slug="",
    )


def _standfirst(telling: Telling, sentences: list[Told], house: House) -> SourcedText:
    """The description in French; else the weightiest sentence that fits and stands alone, taken out of the body."""
    if telling.description and len(telling.description) <= house.limits.standfirst_max:
        return SourcedText(text=telling.description, evidence=["description"])
    leant_on = {one.pick.order - 1 for one in sentences if one.pick.leans}
    alone = [
        one
        for one in sentences
        if not one.pick.leans and one.pick.order not in leant_on and len(one.french) <= house.limits.standfirst_max
    ]
    if not alone:
        return SourcedText(text="", evidence=[])
    best = max(alone, key=lambda one: (not one.points_back, one.is_whole, one.pick.weight))
    sentences.remove(best)
    return SourcedText(text=best.french, evidence=[best.pick.paragraph])


def _bullets(sentences: tuple[Told, ...], house: House) -> list[Told]:
    leant_on = {one.pick.order - 1 for one in sentences if one.pick.leans}
    able = [one for one in sentences if not one.pick.leans and len(one.french) <= _BULLET_MAX]
    able.sort(key=lambda one: (one.pick.order in leant_on, -one.pick.weight))
    fewest, most = house.limits.tldr
    count = min(most - 1, max(fewest, len(sentences) // 3))
    return sorted(able[:count], key=lambda one: one.pick.order)


def _parted(sentences: list[Told], parts: int) -> list[list[Told]]:
    """The sentences in `parts` runs of about the same length; one that leans stays with the one before it."""
    whole = sum(len(one.french) for one in sentences)
    runs: list[list[Told]] = [[]]
    told = 0
    for one in sentences:
        if runs[-1] and not one.pick.leans and len(runs) < parts and told >= whole * len(runs) / parts:
            runs.append([])
        runs[-1].append(one)
        told += len(one.french)
    return [run for run in runs if run]


def _sections(runs: list[list[Told]]) -> list[SectionReply]:
    used: set[str] = set()
    made = []
    for run in runs:
        heading = _heading(run, used)
        used.add(heading)
        blocks = [
            BlockReply(is_list=False, sentences=[one.reply for one in part])
            for part in _parted(run, 2 if len(run) > 3 else 1)
        ]
        made.append(SectionReply(heading=heading, level=2, blocks=blocks))
    return made


def _heading(run: list[Told], used: set[str]) -> str:
    """What most sentences of the run are about, among the headings that are still free."""
    texts = [one.pick.text for one in run]
    free = [(cue, heading) for cue, heading in _HEADINGS if heading not in used]
    counts = [
        (sum(bool(re.search(rf"\b(?:{cue})|[$£€]" if "$" in cue else rf"\b(?:{cue})", text, re.I)) for text in texts))
        if cue
        else 0.5
        for cue, _ in free
    ]
    return free[counts.index(max(counts))][1]


def _reflection(house: House, pillar: str, part: str) -> list[SentenceReply]:
    """The house's own paragraph on a pillar: analysis, no fact, no evidence."""
    text = next((one.text for one in house.reflections if one.pillar == pillar and one.part == part), "")
    return [SentenceReply(text=text[start:end], stance="analysis", evidence=[]) for start, end in split(text, "fr")]


def _shortened(text: str, most: int) -> str:
    """The text, or as much of it as ends at a comma or colon, or before a small word, within `most` characters."""
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(" ", 1)[0]
    stop = max(cut.rfind(one) for one in (",", " :", ";"))
    if stop > most * 0.5:
        return cut[:stop].rstrip()
    small = (
        r"\s+(?:à|au|aux|de|du|des|en|et|la|le|les|ou|par|pour|qui|que|sur|un|une|dans|avec|après|avant|entre|sous|sans"
        r"|contre|vers|selon|depuis|son|sa|ses|plus)$"
    )
    while (bare := re.sub(small, "", cut, flags=re.IGNORECASE)) != cut:
        cut = bare
    return cut
