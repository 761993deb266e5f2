"""Acts that no verb of the table tells: "at the agency’s request", "in a letter to the ministry", "X said that Y had lied"."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.verify.deeds.parties import Party
from pipeline.verify.deeds.subjects import led_to, subject_of

__all__ = ["Dealing", "around_acts"]


class Dealing(NamedTuple):
    """An act, who does it and whom it concerns (who gives and who gets), and where its verb stands.

    `whole`: both parties are there, if only as pronouns, or the passive leaves one out.
    """

    act: str
    doer: Party | None
    other: Party | None
    span: tuple[int, int]
    whole: bool = True


_AT_REQUEST = {
    "en": re.compile(r"\bat the (?:express )?(?:request|behest|urging|insistence|instigation|invitation|prompting) of (?:the |its |his |her |their |an? )?|\b(?:on|under|following) (?:the )?(?:orders|instructions|request) (?:of|from) (?:the |its |his |her |their |an? )?", re.I),
    "fr": re.compile(r"\b(?:à la demande|à la requête|sur (?:l[’'])?ordre|sur (?:l[’'])?instruction|sur les instances|à l[’']instigation|à l[’']invitation) (?:expresse )?(?:de la |de l[’']|du |des |de |d[’'])", re.I),
}  # fmt: skip
_ITS_REQUEST = re.compile(
    r"[’']s? (?:own |express )?(?:request|behest|urging|insistence|instigation|invitation|prompting)\b"
)
_LETTER = {
    "en": re.compile(r"\b(?:letter|e-?mail|memo|message|note|complaint|warning)s? to (?:the |its |his |her |their |an? )?(?!be\b)", re.I),
    "fr": re.compile(r"\b(?:lettre|courrier|courriel|mail|message|note|avertissement)s? (?:adressée?s? |envoyée?s? )?(?:à la |à l[’']|aux? |à )", re.I),
}  # fmt: skip
# "Pollack said the manufacturer had ignored two warnings": she reproaches it with that.
_SAID_OF = re.compile(
    r"\b(?:said|says|alleged|alleges|claimed|claims|insisted|argued|complained|maintained|told \w+)(?: on \w+)?(?: that)? (?P<whom>[^.;:]{3,60}?) had (?:(?:repeatedly|knowingly|wrongly|again|long|also|never) )?"
    r"(?:ignored|failed|misled|lied|broken|breached|violated|neglected|refused|concealed|hidden|withheld|covered|falsified|cheated|betrayed|abandoned|delayed|stolen|threatened|harassed|bullied|overcharged|botched|exceeded|exaggerated|invented|copied|favou?red|polluted|done too little|acted|mis\w+ed|mis\w+t|over(?:stated|spent|charged|looked|stepped)|under(?:paid|stated|estimated)|not)\b"
)


def around_acts(text: str, side: str, known: Sequence[Party]) -> Iterator[Dealing]:
    """What is done at someone's request, written to someone, or said of someone as a reproach."""
    for match in _AT_REQUEST[side].finditer(text):
        yield from (
            Dealing("claim", one, None, match.span())
            for one in known
            if match.end() - 1 <= one.start <= match.end() + 12
        )
    for match in _LETTER[side].finditer(text):
        other = led_to(("to",) if side == "en" else ("à",), match.start(), text, known)
        if other:
            yield Dealing("tell", None, other, match.span())
    yield from _heeded(text, side, known)
    yield from _through_another(text, side, known)
    if side == "en":
        yield from _told_in_english(text, known)


_PLEAS = {
    "en": r"(?:complaint|warning|request|appeal|call|plea|letter|demand|concern|objection|offer|alert|report|question|recommendation|suggestion|protest|order|instruction|advice|proposal|invitation)s?",
    "fr": r"(?:plainte|avertissement|mise en garde|mises en garde|alerte|demande|requête|appel|lettre|courrier|réclamation|inquiétude|objection|offre|conseil|signalement|doléance|recommandation|suggestion|protestation|ordre|consigne|proposition|invitation|injonction|supplique|grief)s?",
}
_HEEDS = {
    # who did what with it | what it was | whose it was
    "en": re.compile(
        r"\b(?P<deed>ignor\w+|disregard\w+|dismiss\w+|brush\w+ (?:off|aside)|wav\w+ away|reject\w+|overlook\w+|turn\w+ down|(?:fail\w* to |not )(?:heed|answer|act on|respond to|reply to)\w*|heed\w*|answer\w*|took no notice of|"
        r"receiv\w+|accept\w*|declin\w+|suppress\w+|bur(?:y|ied)) (?:(?:the|its|his|her|their|all|any|an?|repeated|several|many|earlier|written|two|three|four) |[a-z]+ )?"
        + _PLEAS["en"] + r"(?: \w+)? (?:from|of|by|made by|raised by|sent by)\b", re.I),
    "fr": re.compile(
        r"\b(?P<deed>ignor\w+|néglig\w+|rejet\w+|repouss\w+|écart\w+|balay\w+|mépris\w+|dédaign\w+|décliné?\w*|reçu\w*|reçoi\w+|accept\w+|enterr\w+|étouff\w+|class\w+|(?:passé|passer|passe) outre (?:à|aux?)|fait fi d\w+|sourde?s? (?:à|aux?)|(?:pas |jamais )?(?:répond\w*|répondu|tenu compte|donné suite) (?:à|aux?|des?)) ?(?:(?:l[ea]s?|ses?|leurs?|des|une?|toutes?|plusieurs|deux|trois|quatre) |l[’'])?(?:\w+ )?"
        + _PLEAS["fr"] + r"(?: (?:répét|écrit|formul|adress|lanc|envoy|émis|déposé|venu|émanant)\w*)? ?(?=(?:de la |de l[’']|du |des |de |d[’']|par ))", re.I),
}  # fmt: skip
_WHOSE = {"en": ("from", "of", "by"), "fr": ("de", "par")}


def _heeded(text: str, side: str, known: Sequence[Party]) -> Iterator[Dealing]:
    """ "Her staff had ignored complaints from clerks": what is done with the words of somebody else."""
    for match in _HEEDS[side].finditer(text):
        doer = subject_of(match.start(), text, side, known)
        at = match.end() - 6 if side == "en" else match.end() - 1
        other = led_to(_WHOSE[side], at, text, known)
        if doer and other and doer is not other:
            yield Dealing("heed", doer, other, match.span("deed"))


# "Asked a court to force X": whoever asks would have X forced, through somebody else.
_FORCING = {
    "en": re.compile(
        r"\b(?P<ask>ask|want|urg|petition|press|call|su|appl|turn|seek|sought|appeal|lobb|beg|demand|go|went)(?:s|e[sd]?|ed|ing|ies|ied)?\b(?! no\b)[^.;:]{2,70}? (?:to|that would|which would|that) (?:force|compel|order|oblige|make|require|ban|bar|stop|prevent|instruct|direct|pressure) ",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?P<ask>demand|réclam|pri|press|somm|exhort|sollicit|saisi|veu|voul|souhait|enten|cherch|intim|enjoi|appel|suppli|plaid|conju|attend)\w*\b[^.;:]{0,70}?(?:\bde |\bd[’']|\bà |\bpour |\bafin de |\bqu(?:e |[’'])(?:[\w’'-]+ ){0,4}?)(?:contrai\w+|forc(?:er|e)|oblig(?:er|e)|ordonn(?:er|e) à|enjoi\w+ à|impos(?:er|e) à|somm(?:er|e)|interdi(?:re|se) à|empêch(?:er|e)|condamn(?:er|e)|astreindre|prie|prier)\b",
        re.I,
    ),
}
# "…, Ingrid Saalow, to enter": whoever is forced may be called something first.
_NEXT = re.compile(
    r" ?(?:(?:l[ea]s?|une?|son|sa|ses|leurs?|the|an?|its|his|her|their|aux?|à) |l[’'])?(?:[\w’'-]+ ){0,7}?(?:[\w’'-]+, )?"
)


def _through_another(text: str, side: str, known: Sequence[Party]) -> Iterator[Dealing]:
    for match in _FORCING[side].finditer(text):
        doer = subject_of(match.start("ask"), text, side, known)
        following = [one for one in known if one.start >= match.end() - 1]
        other = next((one for one in following if _NEXT.fullmatch(text, match.end(), one.start)), None)
        if doer and other and doer is not other:
            yield Dealing("force", doer, other, match.span("ask"))


def _told_in_english(text: str, known: Sequence[Party]) -> Iterator[Dealing]:
    for match in _ITS_REQUEST.finditer(text):
        yield from (Dealing("claim", one, None, match.span()) for one in known if one.end == match.start())
    for match in _SAID_OF.finditer(text):
        low, high = match.span("whom")
        whom = next((one for one in reversed(known) if low <= one.start and one.end <= high), None)
        doer = subject_of(match.start(), text, "en", known)
        if whom and doer and doer is not whom:
            yield Dealing("blame", doer, whom, match.span())
