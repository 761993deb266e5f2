"""What one language says with a no and the other without: "refuses to cancel" maintains, "has not decided" keeps one waiting.

Each is a pair of tables: how the English says it, and the French words that say the same the other way about.
"""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re

__all__ = ["KEEPS", "is_kept", "is_only_not_before", "is_said_without_no"]

# Who ends, leaves or changes nothing keeps it.
KEEPS = re.compile(
    r"\b(?:maint(?:ien|en|în|ins)\w*|conserv(?:e|ent|é|ée|és|ées|er|ait|aient|era|eront)|gard(?:e|ent|é|ée|és|ées|er|ait|aient|era|eront)(?! (?:de|d[’'])\b)|poursui(?:t|vent|vait|vaient|vre|vra|vront|vi|vie|vis|vies)|persist\w+|persévèr\w+|"
    r"continu(?:e|ent|é|er|ait|aient|era|eront)|s[’']obstin\w+|s[’'](?:en )?tien(?:t|nent) à|(?:tien(?:t|nent)|tenait|tenir|tiendra) (?:bon|tête|le cap|à (?:son|sa|ses|leurs?|ce|cette))|camp(?:e|ent|ait) sur|s[’']accroch\w+|se crampon\w+|"
    r"rest(?:e|ent|é|ée|és|ées|er|ait|aient|era|eront)|demeur\w+|reconduit\w*|reconduis\w+|prolong\w+|inchang\w+|fid[èé]l\w+|inflexib\w+|inébranl\w+|intransigean\w+|inamovib\w+|toujours|coûte que coûte|en place|en vigueur|sur (?:sa|ses|leurs?) positions?)\b",
    re.IGNORECASE,
)
_ENDING = (
    r"(?:cancel|scrap|drop|withdr[ae]w|end|terminat|abandon|clos|shut|resign|quit|step|stand (?:down|aside)|leav|give|giv|relinquish|stop|suspend|halt|remov|revok|repeal|rescind|back (?:down|off|away)|retreat|yield|budge|chang|alter|amend|lift|revers|"
    r"sack|fir(?:e|ing)\b|dismiss|tear|ditch|axe|axing|abolish|discontinu|renounc|renegotiat|review|call(?:ed|ing)? off|walk|pull|retract|move\b|mov(?:e|ing) (?:from|away)|let go|part with|sell|surrender|cede|concede)\w*"
)
_AUXILIARY = r"(?:(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might|must) )?"
_NO_END = re.compile(
    rf"refus(?:es|ed|ing)\b(?: (?!to\b)[\w’'-]+){{0,6}} to (?:\w+ly )?{_ENDING}"
    rf"|{_AUXILIARY}(?:refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|not|never|cannot|n[’']t|nothing|no (?:intention|plans?|question|reason|wish|desire)|unwilling|rul(?:e|es|ed|ing) out|resist(?:s|ed|ing)?|reject(?:s|ed|ing)?)\b"
    rf"(?: (?:to|of|be|been|being|have|had|has|will|would|plan|plans|intend|intends|intending|want|wants|calls|demands|pressure|going|about|for|the|its|his|her|their|on|from|\w+ly))* {_ENDING}",
    re.IGNORECASE,
)
# Who has not decided keeps the answer to himself.
_NOT_DECIDED = re.compile(
    rf"{_AUXILIARY}(?:not|never|n[’']t|yet to|no|without|refus\w+ to|declin\w+ to|cannot)\b(?: (?:yet|been|be|have|had|has|to|a|an|any|final|firm|formal|formally|finally|publicly|so far))*"
    r" (?:ma[dk](?:e|ing) (?:up (?:its|his|her|their|your|my|our) minds?|(?:a|any|its|his|her|their) (?:\w+ )?(?:decision|choice))|decid\w+|decision|choose|chosen|commit\w*|settled|determined|tak(?:e|en|ing) (?:a|any|its|his|her|their) (?:\w+ )?(?:decision|position|stance)|tak(?:e|en|ing) sides|said (?:how|whether|which|if|what)|ruled|position|verdict|view)\b",
    re.IGNORECASE,
)
_UNDECIDED = re.compile(
    r"\b(?:réserv(?:e|ent|é|ée|er|ait|aient)(?: \w+ment| encore| toujours| pour l[’']heure| pour l[’']instant)? (?:sa|son|ses|leurs?|la|le) (?:décisions?|réponses?|jugements?|avis|positions?|choix|verdicts?|votes?|suffrages?)|hésit\w+|indécis\w*|tergivers\w+|atermoi\w+|temporis\w+|balanc(?:e|ent|ait)|"
    r"s[’']interrog\w+|(?:se )?donn\w+ (?:encore )?(?:le temps|du temps)|(?:encore|toujours) (?:partagée?s?|en réflexion|à l[’']étude)|réfléchi\w*|délib[èé]r\w+|en suspens|en délibéré|en attente|suspend\w* (?:sa|son|leur) (?:décision|jugement|réponse)|"
    r"attend\w*|diff[èé]r\w+|remet(?:tent|tait)? (?:à plus tard|sa|son|leur)|report\w+ (?:sa|son|leur)|reste(?:nt)? (?:à (?:décider|trancher|convaincre|choisir|prendre)|floue?s?|évasi\w+|vagues?|prudente?s?|sur (?:sa|leur) réserve|dans l[’']expectative)|dans l[’']expectative|ménage\w* (?:sa|leur) réponse)\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:no (?:earlier|sooner) than|not (?:[\w’'-]+ ){0,6}?(?:before|until|till)|n[’']t (?:[\w’'-]+ ){0,6}?(?:before|until|till)|only (?:[\w’'-]+ ){0,4}?(?:after|when|once|from|in)|at the (?:very )?earliest|delay\w*|postpon\w*|defer\w*|push\w* back|pushed|put (?:back|off)|set back|slip\w*|"
    r"mov\w+ back|until (?:at least )?|reschedul\w*|held (?:back|up)|will have to wait|earliest|later than (?:planned|expected|scheduled))\b",
    re.IGNORECASE,
)
# « Ne décollera pas avant », « n’ouvrira plus avant »
_SETS_A_DAY = re.compile(
    r"(?:n(?:e |[’'])|jamais |rien )[^.;:!?,]{0,45}?\b(?:pas|plus|jamais|rien|guère)\b[^.;:!?,]{0,30}? (?:avant|plus tôt|d[’']ici)\b",
    re.IGNORECASE,
)


def is_kept(text: str, at: int, claim: str) -> bool:
    """Whether the English denial at a place refuses to end a thing, and the claim says that it stays."""
    return _NO_END.match(text, at) is not None and KEEPS.search(claim) is not None


def is_said_without_no(text: str, at: int, claim: str) -> bool:
    """Whether the claim says in words of its own, without a negation, what the English denial at a place says."""
    return is_kept(text, at, claim) or bool(_NOT_DECIDED.match(text, at) and _UNDECIDED.search(claim))


def is_only_not_before(claim: str, at: int, source: str) -> bool:
    """Whether the French denial at a place, « ne décollera pas avant 2029 », only sets the day that the source puts off."""
    return _SETS_A_DAY.match(claim, at) is not None and _PUT_OFF.search(source) is not None
