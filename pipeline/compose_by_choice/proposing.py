"""Proposals by choice: patterns that fit the article, filled with its own names; pillars by cue words."""

import math
import re
from collections import Counter

from pipeline.compose_by_choice.weighing import cue_pattern, weigh
from pipeline.verify.proper_names.exonyms import counterparts
from schemas.article import Article
from schemas.house import House, ProposalPattern
from schemas.replies import ActionReply, PillarReply, ProposalsReply

__all__ = ["proposals_reply"]

_UNNAMED = "l'organisation en cause"
_ON_THE_SPOT = "sur place"
_ORDER = ("coalition", "individual", "resistance")
_RUN = re.compile(r"(?<![\w’'])[A-ZÀ-Þ][\w&’'-]*(?: (?:of |for |and )?[A-ZÀ-Þ][\w&’'-]*){0,4}")
_COMPANY = re.compile(
    r"\b(?:Inc|Corp|Ltd|LLC|Group|Systems?|Technologies|Industries|Holdings?|Partners|Labs?|Capital|Energy|Health|"
    r"Transit|Logistics|Media|Networks?|Solutions|Software|Motors|Airlines|Rail|Water|Power|Foods?|Homes|"
    r"Analytics|Dynamics|Robotics|Pharma|Insurance|Mutual|Services|Telecom|Data|Security)$|^[A-Z]{3,6}$"
)
# Institutions take the article of what they are: « la Saltmere Port Authority », « le Velden Council ».
_INSTITUTION = re.compile(
    r"(?:\b(?P<la>Authority|Agency|Commission|Bank|University|Company|Federation|Foundation)"
    r"|\b(?P<le>Board|Council|Bureau|Ministry|Trust|Fund|Institute|Exchange|Court|Union|Association|Office))$"
    r"|^(?P<dep>Department|Ministry|Office|Bureau) of "
)
_NO_NAME = frozenset(["CEO", "API", "GPS", "PDF", "USA", "NGO", "FAQ", "USB", "SMS", "COVID"])
_DOER = (
    r"(?:’s|'s)?,? (?:said|says|plans|denie|declined|announced|argued|claims|refused|told|has|had|will|would|which"
    r"|an? |the )"
)
_TITLED = re.compile(r"^(?:The|A|An|In|On|At|But|And|It|He|She|They|We|I|Mr|Mrs|Ms|Dr)\b")
_MONTHS = set(
    re.findall(
        r"\w+",
        """January February March April May June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday Internet English French""",
    )
)


def proposals_reply(article: Article, house: House) -> ProposalsReply:
    """One proposal of each kind, with levers that differ, the best fit to the article first chosen; and the score."""
    text = _text(article)
    slots = {"organisation": _organisation(article, house) or _UNNAMED, "place": _place(article) or _ON_THE_SPOT}
    chosen: list[ProposalPattern] = []
    for kind in _ORDER:
        able = [one for one in house.patterns if one.kind == kind and one.lever not in {two.lever for two in chosen}]
        if able:
            chosen.append(max(able, key=lambda one: _fit(text, one.cues)))
    return ProposalsReply(
        actions=[
            ActionReply(
                kind=one.kind,
                title=_filled(one.title, slots, most=house.limits.action_title_max),
                description=_filled(one.description, slots),
                signal=_filled(one.signal, slots),
                outside_knowledge=[],
            )
            for one in chosen
        ],
        pillars=[
            PillarReply(pillar=one.key, points=one.points, reason=_reason(one.places)) for one in weigh(article, house)
        ],
    )


def _reason(places: tuple[str, ...]) -> str:
    """The line for the reviewer: where to look, and no more than that is known."""
    if not places:
        return "Aucun passage de la source n'en relève nettement."
    return f"Passages de la source qui en relèvent le plus : {', '.join(places)}."


def _fit(text: str, cues: tuple[str, ...]) -> float:
    """How well a pattern's cues cover a text: how many of them occur, and, less, how often."""
    counts = [min(len(cue_pattern(cue).findall(text)), 4) for cue in cues]
    return sum(math.sqrt(count) for count in counts) / math.sqrt(len(cues) or 1)


def _text(article: Article) -> str:
    return "\n".join((article.title, article.description or "", article.text))


def _filled(text: str, slots: dict[str, str], most: int | None = None) -> str:
    """The text with its places filled; where a title grows too long, the organisation stays unnamed."""
    filled = text.format_map(slots)
    if most and len(filled) > most:
        filled = text.format_map({**slots, "organisation": _UNNAMED})
    filled = re.sub(r"\bde le (?=[A-ZÀ-Þ])", "du ", filled)
    filled = re.sub(r"\bà le (?=[A-ZÀ-Þ])", "au ", filled)
    filled = re.sub(r"\b([Dd])e (?=[AEIOUÉÈÊÂÎÔaeiouéèêâîô])", r"\1'", filled)
    return re.sub(r"\b([Qq])ue (?=[AEIOUÉÈÊÂÎÔaeiouéèêâîô])", r"\1u'", filled)


def _organisation(article: Article, house: House) -> str | None:
    """The organisation that the article is most about, as the source writes it; None when no name is surely one."""
    people = {word for one in article.quotes if one.speaker for word in one.speaker.split()}
    people |= {word for one in article.authors for word in one.split()}
    glossed = {word for one in house.glossary.entries for word in (one.term, one.acronym) if word}
    best, most = None, 0.0
    for name, count in _names(article).items():
        if name in glossed or name in _NO_NAME or people & set(name.split()) or name in (article.outlet or ""):
            continue
        weight = _organised(name, count, article)
        if weight > most:
            best, most = name, weight
    return _with_article(best) if best else None


def _organised(name: str, count: int, article: Article) -> float:
    """How surely and how much an article is about an organisation of that name; 0 when it may be something else."""
    text = _text(article)
    acts = len(re.findall(rf"(?<!\w){re.escape(name)}{_DOER}", text))
    placed = re.search(rf"\b(?:in|at|near|from|of|à) {re.escape(name)}(?!\w)", text)
    takes_article = re.search(rf"\b[Tt]he {re.escape(name)}(?!\w)", text)
    company = bool(_COMPANY.search(name)) and (" " in name or count > 1)
    institution = bool(_INSTITUTION.search(name)) and " " in name
    surname = re.search(rf"\b[A-ZÀ-Þ][\w.’'-]+ {re.escape(name)}(?!\w)", text)
    acting = acts > 1 and not (placed or takes_article or surname)
    if not (company or institution or acting):
        return 0.0
    # A company is more often what a proposal acts upon than the body that oversees it.
    return count + 2 * acts + (2 if name in article.title else 0) + (3 if company or acting else 0)


def _with_article(name: str) -> str:
    found = _INSTITUTION.search(name)
    if found is None:
        return name
    article = "la" if found["la"] else "le"
    return f"l'{name}" if name[0] in "AEIOUÉ" else f"{article} {name}"


def _place(article: Article) -> str | None:
    """« à » and the town that the article names most as a place; countries and states take other prepositions."""
    text = _text(article)
    found = Counter(
        name
        for name in re.findall(r"\b(?:in|at|near|à) ([A-ZÀ-Þ][a-zà-ÿ]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+)?)(?! of\b)", text)
        if not counterparts(name) and not set(name.split()) & _MONTHS and len(re.findall(re.escape(name), text)) > 1
    )
    for name, _ in found.most_common():
        if not (_COMPANY.search(name) or _INSTITUTION.search(name)) and not _TITLED.match(name):
            return f"à {name}"
    return None


def _names(article: Article) -> Counter[str]:
    """Runs of capital words, with how often each stands in the article; a sentence's first word alone is no name."""
    found: Counter[str] = Counter()
    sentences = (
        one.text for paragraph in article.paragraphs if paragraph.kind == "body" for one in paragraph.sentences
    )
    for sentence in sentences:
        for match in _RUN.finditer(sentence):
            name = re.sub(r"(?:’s|'s|’|')$", "", _TITLED.sub("", match[0]).strip())
            opens = not sentence[: match.start()].strip(" \"“‘'")
            if len(name) > 2 and name not in _MONTHS and not (opens and " " not in name and not name.isupper()):
                found[name] += 1
    return found
