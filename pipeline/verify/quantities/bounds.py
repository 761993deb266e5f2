"""What the words around a figure make of its bound: forbidden, given by someone else, or only the name of a thing."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re

__all__ = ["is_agreed", "is_forbidden", "is_given", "is_reached"]

# What may not last longer than six hours lasts six at most.
_FORBIDDEN = {
    "en": re.compile(
        r"\b(?:(?:forb[ia]d\w*|ban(?:s|ned|ning)?|prohibit\w*|bar(?:s|red)|outlaw\w*|prevent\w*)\b"
        r"|not\b|n[’']t\b|never\b|nobody\b|no[ -]one\b|no(?: \w+){1,3} (?:may|can|must|shall|will|would|could|should)\b)[^.;:]*$",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:interdi\w+|prohib\w+|empêch\w+|proscri\w+|aucune?|n(?:e |[’'])[^.;:]{1,30} pas)\b[^.;:]*$"
        # « Refuse d’aller au-delà de » reaches to the comma, « sans trancher, après plus de cinq heures » no further.
        r"|\b(?:refus\w+|exclu\w*|sans (?:aller|monter|passer|dépasser|excéder|franchir|durer)|(?:pas|hors de) question)\b[^.;:,]*$"
        # « Ne peut en accueillir plus de soixante »
        r"|\bn(?:e |[’'])[^.;:,]{1,40} plus d(?:e |[’'])$",
        re.I,
    ),
}
# "Too late to avert a ballot in which more than …": what is forbidden ends where a new clause begins.
_RELATIVE = re.compile(
    r"\b(?:in which|where|who|whose|while|whereas|although|because|où|dont|lequel|laquelle)\b"
    r"|\b(?:alors que|tandis que|bien que|parce que|car|puisque)\b|, (?:and|but|et|mais)\b",
    re.IGNORECASE,
)


# "Above the 60% the protocol required": what is compared is the threshold, which is so much and no more.
_GIVEN = re.compile(
    r"[^,.;:]{0,40}?\b(?:requir(?:ed|es)|ask(?:s|ed) for|demand(?:s|ed)|need(?:s|ed)|sets?(?= by| in| for|[,.;])|allow(?:s|ed)|permit(?:s|ted)"
    r"|want(?:s|ed)|expect(?:s|ed)|promis(?:es|ed)|plan(?:s|ned)|forecast|predict(?:s|ed)|target(?:s|ed)?|goal|limit|threshold|budgeted|agreed)\b",
    re.IGNORECASE,
)
# "Under a ten-year contract" says by what, not how long.
_AGREED = re.compile(
    r" (?:\w+ ){0,2}?(?:contract|deal|agreement|plan|program(?:me)?|scheme|lease|licen[cs]e|accord|pact|treaty|mandate|arrangement|concession|partnership)",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\bunder (?:an?|the|its|their|his|her) $")


# « A grimpé jusqu’à 44 °C » and "reached 44C" tell where something went, not that it went no further.
_REACHED = {
    "en": re.compile(
        r"\b(?:(?<!up )to|reach(?:e[sd]|ing)?|hits?|hitting|touch(?:e[sd]|ing)?|attain(?:s|ed|ing)?|top(?:s|ped|ping)? out at|peak(?:s|ed|ing)? at|culminat(?:es|ed|ing) (?:at|in))"
        r" (?:(?:a|an|the|its|their|his|her|some|about|around|nearly|almost) |(?:new |fresh |record |all-time )?(?:peak|high|low|record|maximum|total) of )*(?:us|[acnhkz]*)[$€£¥₹]? ?$"
    ),
    "fr": re.compile(
        r"\b(?:(?:re)?grimp|(?:re)?mont|bond|rebond|hiss|élev|relev|envol|flamb|explos|progress|augment|accro|cr[ûu]|gonfl|enfl|pass(?:e|er|ent|ait|aient|é|ée|és|ées|a|ant)\b|port(?:e|er|ent|ait|aient|é|ée|és|ées|a|ant)\b|pouss|propuls|culmin|ramen|rédui"
        r"|chut|rechut|(?:re)?tomb|plong|(?:re)?descend|recul|repli|baiss|dégringol|effondr)\w*(?:,? [\w'-]+){0,3}?,? (?:jusqu')?(?:à|au|aux) (?:les? |la |l'|un |une |quelque |près de )*$"
        r"|\bjusqu'(?:à|au) attei\w+ $|\battei(?:ndre|gnant) (?:les? |la |l'|un |une |quelque |près de )*$"
    ),
}


def is_reached(before: str, side: str) -> bool:
    """Whether the words before a figure, folded to lower case, tell that something went or came to it."""
    return _REACHED[side].search(before) is not None


def is_given(text: str, end: int) -> bool:
    """Whether the English figure that ends here is a threshold that someone set."""
    return _GIVEN.match(text, end) is not None


def is_agreed(text: str, before: str, end: int) -> bool:
    """Whether an English figure, with `before` in front of it, only names a contract or a plan."""
    return _UNDER.search(before) is not None and _AGREED.match(text, end) is not None


def is_forbidden(text: str, start: int, side: str) -> bool:
    """Whether going beyond the figure that starts here is forbidden or denied; "records older than 30 days" are such records anyway."""
    before = text[max(0, start - 120) : start]
    describes = re.search(r"(?:older|younger|higher|larger|bigger|greater) than $", before)
    forbidden = _FORBIDDEN[side].search(before)
    return not describes and forbidden is not None and not _RELATIVE.search(forbidden.group())
