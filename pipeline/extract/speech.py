"""The words by which English and French say that someone speaks, and the names and roles around them."""
# ruff: noqa: E501  a pattern broken in the middle of its alternatives is harder to read than a long line

import re
from dataclasses import dataclass

__all__ = ["INCISE", "NAME", "VERB_EN", "Voice", "bare_name", "voice"]

UP = r"[A-ZÀ-ÖØ-ÞŒŠŽ]"
WORD = rf"(?:{UP}[\w’'.-]*|(?:Mc|Mac|O’|O'|al-|El-){UP}[\w’'-]*)"
PARTICLE = r"(?:de la|de|du|des|d’|d'|von|van der|van den|van|der|den|bin|ibn|al|el|da|dos|di|del|la|le|y)"
HONORIFIC = r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|M|MM|Mme|Mlle|Me|Pr)\.?\s"
NAME = rf"(?:{HONORIFIC})?{WORD}(?:\s(?:{PARTICLE}\s?)?{WORD}){{0,4}}"
PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ii]l|[Ee]lle|[Ii]ls|[Ee]lles|[Oo]n)"

SAY_EN = """said says say saying told tells added adds asked asks replied replies answered answers wrote writes explained explains
    noted notes argued argues warned warns insisted insists claimed claims stated states announced declared declares
    remarked observed recalled recalls continued continues concluded concludes admitted admits acknowledged acknowledges
    conceded stressed stresses emphasized emphasised testified tweeted posted read reads quipped joked shouted yelled
    whispered muttered responded responds commented comments suggested suggests called describes described urged vowed
    promised pleaded complained lamented recounted repeated predicted predicts cautioned contended countered maintained
    reiterated thinks believes agreed agrees went\\ on clarified clarifies joked jokes shrugged sighed laughed
    put\\ it puts\\ it add tell ask write warn explain argue insist"""
SAY_FR = """dit dis disait déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait ajoute ajouté ajoutait
    assure assuré assurait estime estimé estimait indique indiqué indiquait précise précisé précisait souligne souligné soulignait
    raconte raconté racontait confie confié confiait répond répondu répondait rétorque rétorqué lance lancé lançait
    note noté notait rappelle rappelé rappelait insiste insisté insistait avertit averti prévient prévenu reconnaît reconnu
    regrette regretté regrettait dénonce dénoncé dénonçait annonce annoncé promet promis conclut conclu poursuit poursuivi
    résume résumé soupire soupiré s’exclame exclamé s’inquiète inquiété s’indigne indigné s’interroge interrogé se\\ félicite
    félicité se\\ souvient souvenu écrit écrivait tweeté admet admis martèle martelé plaide plaidé témoigne témoigné commente
    commenté observe observé constate constaté juge jugé prédit demande demandé interroge détaille détaillé glisse glissé
    tonne ironise ironisé nuance nuancé justifie justifié clame confirme confirmé évoque critique critiqué soutient soutenu
    reprend repris complète analyse décrit décrivait s’emporte emporté s’agace agacé souffle soufflé peste tranche tranché
    résume proteste protesté tempère tempéré défend défendu rassure rassuré ajouter préciser expliquer conclure lancer"""


def _either(words: str) -> str:
    return "|".join(
        sorted({one.replace("\\ ", " ") for one in re.findall(r"(?:\\\s|\S)+", words)}, key=len, reverse=True)
    )


VERB_EN = rf"(?:{_either(SAY_EN)})"
VERB_FR = rf"(?:[sS][’'])?(?:{_either(SAY_FR)})"
SOFT = r"(?:\s+(?:also|later|then|now|once|still|further|simply|recently|previously|\w+ly|aussi|ensuite|encore|alors|pourtant|enfin|\w+ment))?"
HELPED = r"(?:\s+(?:(?:likes?|liked|used|went on|goes on|was quick|had) to|will|would|has|had|have|was|were|would|a|ont|avait|avaient|est|s’est|s'est|lui a|leur a|nous a|m’a|m'a|se|l’a|l'a))?"
ROLE_EN = r"(?:the|a|an|one|its|his|her|their|another|some)\s[\w’'-]+(?:\s(?!(?:who|which|that|in|on|at|after|when|while|as)\b)[\w’'-]+){0,6}?"
ROLE_FR = r"(?:le|la|les|l[’']|un|une|son|sa|cette|cet|ce|des)\s?[\w’'-]+(?:\s[\w’'-]+){0,6}?"
TITLED = rf"(?:(?:[\w’'-]+\s){{0,5}}?{NAME})"
WHO = rf"(?:{PRONOUN}|{TITLED}|{ROLE_EN}|{ROLE_FR})"
ASIDE = r"(?:,\s[^,.;:“”«»\"]{2,90}(?:,\s[^,.;:“”«»\"]{2,60})?,)"

AFTER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^[\s,.–—-]*(?P<verb>[aA]-t-(?P<who>il|elle|on)\s.{{0,20}}?{VERB_FR})\b",
        rf"^[\s,.–—-]*(?P<verb>{VERB_FR})(?:-t)?-(?P<who>il|elle|on|ils|elles)\b",
        rf"^[\s,.–—-]*(?P<verb>ont-(?P<who>ils|elles)\s.{{0,20}}?{VERB_FR})\b",
        rf"^[\s,.–—-]*(?P<verb>{VERB_EN}){SOFT}\s+(?P<who>{TITLED}|{PRONOUN}\b|{ROLE_EN}(?=[\s,.;:]|$))(?P<tail>.*)",
        rf"^[\s,.–—-]*(?P<who>{PRONOUN}|{TITLED}|{ROLE_EN}){ASIDE}?{HELPED}{SOFT}\s(?P<verb>{VERB_EN})\b",
        rf"^[\s,.–—-]*(?:a|ont|avait|avaient|aurait|s[’']est|se|nous a|lui a|leur a)?{SOFT}\s*(?P<verb>{VERB_FR}){SOFT}\s+(?:de son côté\s)?(?P<who>{TITLED}|{ROLE_FR}(?=[\s,.;:]|$))(?P<tail>.*)",
        rf"^[\s,.–—-]*(?P<who>{TITLED}){ASIDE}?{HELPED}{SOFT}\s(?P<verb>{VERB_FR})\b",
        # After a quotation, a verb before its subject says how someone speaks, whatever the verb.
        rf"^\s?,\s(?P<verb>(?!(?:entre|contre|comme|avant|devant|pendant|durant|suivant|sauf)\b)[a-zà-ÿ]{{3,}}(?:e|t|é|it))\s(?P<who>{WORD}\s(?:{PARTICLE}\s?)?{WORD})(?P<tail>.*)",
        rf"^[\s,.–—-]*(?P<verb>[sS](?:e\s|[’'])[a-zà-ÿ]+(?:e|it|ent|é))\s+(?P<who>{TITLED})(?P<tail>.*)",
        rf"^[\s,.–—-]*(?:according to|selon|d[’']après|dixit)\s+(?P<who>{TITLED}|{ROLE_EN}(?=[\s,.;:]|$)|{ROLE_FR}(?=[\s,.;:]|$))(?P<tail>.*)",
    )
)
SAYS = re.compile(rf"^(?P<tail>{ASIDE})?,?{HELPED}{SOFT}\s(?P<verb>{VERB_EN}|{VERB_FR})\b[^.!?]*$", re.S)
SUBJECT = re.compile(rf"(?<![\w’'-]){NAME}|\b{PRONOUN}\b")
GIVEN = re.compile(
    rf"(?:\b[Aa]ccording to|\b[Ss]elon|\b[Dd][’']après|\b[Pp]our)\s+(?P<who>{TITLED}|{ROLE_EN}(?=,)|{ROLE_FR}(?=,))(?P<tail>,\s[^.!?]*)?[^.!?]*$"
)
UNNAMED = re.compile(
    rf"(?:^|[,;—–]\s|\b(?:[Bb]ut|[Aa]nd|[Mm]ais|[Ee]t)\s)(?P<who>(?:{ROLE_EN}|{ROLE_FR}|(?:The|A|An|One|Le|La|Les|Un|Une)\s[\w’' -]{{2,60}}?|L[’'][\w’' -]{{2,60}}?))"
    rf"(?P<tail>{ASIDE})?{HELPED}{SOFT}\s(?P<verb>{VERB_EN}|{VERB_FR})\b[^.!?]*$"
)
# What brings in the words of someone without a verb of speech: "As Jane Doe put it", « Comme le dit X », « Dans un communiqué, X ».
BROUGHT_IN = (
    re.compile(rf"\b[Cc]omme\s(?:le\s|l[’']){HELPED}\s?{VERB_FR}\s+(?P<who>{TITLED})(?P<tail>,\s[^.!?]*)?\s*:?\s*$"),
    re.compile(
        rf"\b(?:[Dd]ans (?:une?|son|sa|leur) (?:communiqué|entretien|lettre|tribune|message|courrier|déclaration|interview|tweet|publication)|[Ii]n an? (?:\w+\s)?(?:statement|interview|letter|post|tweet|message|e-?mail|memo|speech))"
        rf"\b[^,.]{{0,60}},\s(?P<who>{TITLED}|{ROLE_EN}|{ROLE_FR})(?P<tail>)\s*:?\s*$"
    ),
)
NO_ROLE = re.compile(
    r"^(?:who|which|whose|adding|speaking|referring|citing|noting|saying|after|before|when|while|as|in|on|at|to|but|and|or|so|because|with|during|from|by|via|told|"
    r"qui|que|dont|lors|après|avant|quand|en|dans|à|au|aux|sur|mais|et|ou|car|avec|pendant|ajoutant|citant|par|pour|devant|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|hier|ce|yesterday|"
    r"he|she|they|it|il|elle)\b",
    re.I,
)
ARTICLE = re.compile(r"^(?:the|an?|le|la|les|l[’']|une?|son|sa|its|his|her)\b\s*|^l[’']", re.I)
RANKS = re.compile(
    r"^((?:(?:Lt\.|Maj\.|Brig\.|Prime|Deputy|Vice|Former|Acting|Chief|First|Foreign|Interior|Attorney|Police|State|Assistant|Lead|Senior)\s)*"
    r"(?:President|Minister|Mayor|Governor|Senator|Sen\.|Rep\.|Gov\.|Representative|Councillor|Councilman|Councilwoman|Commissioner|Secretary|Chancellor|"
    r"Judge|Justice|General|Colonel|Captain|Sergeant|Sheriff|Detective|Inspector|Superintendent|Officer|Chief|Ambassador|Bishop|Father|Sister|Pope|King|Queen|Prince|"
    r"Princess|Commander|Lieutenant|Lt\.|Col\.|Gen\.|Maj\.|Capt\.|Sgt\.|Cmdr\.|Adm\.|Det\.|Supt\.|Insp\.|Rev\.|Hon\.|Major|Admiral|Constable|Brigadier|Marshal|Professor|Commandante?|Capitaine|Director|Chair|Chairman|Chairwoman|Speaker|Coach|Principal|Dean|Premier|Treasurer|Présidente?|Ministre|Maire))\s(?=\S)"
)


DAYS = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd[’']hui)"
# An attribution that French sets between the marks, with the comma before it; an office may follow the name.
INCISE = re.compile(
    rf",\s(?:(?:a|ont|avait|avaient|s[’']est)\s)?(?:{VERB_FR}(?:-t)?-(?:il|elle|on|ils|elles)\b|(?:[aA]-t|ont|avaient|avait)-(?:il|elle|on|ils|elles)\s{VERB_FR}\b"
    rf"|{VERB_FR}{SOFT}(?:\s{DAYS})?\s(?:{TITLED}|{ROLE_FR}(?=[,.])))"
    r"(?:,\s(?:(?:le|la|l[’']|une?)\s?)?[a-zà-ÿ-]+(?:\s[a-zà-ÿ-]+)?\s(?:d[eu]|des|d[’']|à|aux?|en|chez|dans|pour)\b[^,.;:!?«»“”]{2,60})?(?=[,.])"
)


@dataclass(frozen=True)
class Voice:
    """Who is said to speak: a name, or a pronoun still to be resolved, or nobody named but a role."""

    name: str | None
    role: str | None
    pronoun: bool = False


def voice(before: str, after: str) -> Voice | None:
    """Who speaks a quotation that stands between `before` and `after` in its sentence; None where no verb says so."""
    for pattern in AFTER:
        if found := pattern.search(after):
            return _read(found["who"], (found.groupdict().get("tail") or _aside(after, found)))
    return _said_before(before)


def _said_before(before: str) -> Voice | None:
    for subject in reversed(list(SUBJECT.finditer(before))):
        lead = before[: subject.start()]
        if (found := SAYS.match(before[subject.end() :])) and not re.search(r"\b(?:of|de|du|for|pour|to|à)\s$", lead):
            return _read(subject[0], found["tail"] or "", lead)
    for pattern in (*BROUGHT_IN, GIVEN, UNNAMED):
        if found := pattern.search(before):
            return _read(found["who"], found["tail"] or "")
    return None


def _aside(after: str, found: re.Match[str]) -> str:
    return (
        after[found.end("who") : found.start("verb")]
        if found.groupdict().get("verb") and found.end("who") < found.start("verb")
        else ""
    )


def _read(who: str, tail: str, lead: str = "") -> Voice:
    if re.fullmatch(PRONOUN, who):
        return Voice(None, None, pronoun=True)
    who = who.strip(" ,")
    named = re.search(rf"{NAME}$", who)
    if not named or re.match(r"(?:The|A|An|One|Le|La|Les|Un|Une)\s|L[’']", named[0]):
        return _unnamed(who, tail)
    name = named[0]
    role = who[: named.start()].strip(" ,")
    if rank := RANKS.match(name):
        role, name = f"{role} {rank[1]}".strip(), name[rank.end() :]
    if not role:
        role = _apposed(tail) or _led(lead)
    return Voice(_bare(name), ARTICLE.sub("", role).strip(" ,") or None)


def _unnamed(who: str, tail: str) -> Voice:
    """No person: an organisation in capitals speaks in its name, anyone else by a role ("a spokesman")."""
    if re.match(r"(?:the|le|la|les|l[’'])\s?", who, re.I) and re.fullmatch(
        rf"{NAME}", rest := ARTICLE.sub("", who).strip()
    ):
        return Voice(rest, None)
    apposed = re.match(rf",\s({NAME})(?=[,.\s]|$)", tail or "")
    role = ARTICLE.sub("", who).strip()
    if apposed:
        return Voice(_bare(apposed[1]), role)
    more = re.match(r"\s?((?:for|of|at|with|from|du|de|des|d[’'])\s?[^,.;:“”«»\"]{2,60})", tail or "")
    return Voice(None, f"{role} {more[1]}" if more else role)


def _apposed(tail: str) -> str:
    """The role that stands between commas after a name."""
    found = re.match(
        r"\s?,\s([^,.;:“”«»\"]{2,90})|\s\(([^)]{2,60})\)|\s((?:of|from|du|de la|de)\s[^,.;:“”«»\"]{2,60})(?=[,.;]|$)",
        tail,
    )
    text = next((one for one in found.groups() if one), "").strip() if found else ""
    return "" if NO_ROLE.match(text) or (re.match(rf"{UP}", text) and len(text.split()) == 1) else text


def _led(lead: str) -> str:
    """The role in small letters that leads up to a name: "police chief", "la ministre"."""
    found = re.search(r"(?:^|[\s,])(?:the|l[ea]|l[’'])\s?([a-zà-ÿ][\w’'-]*(?:\s[\w’'-]+){0,7}?),?\s$", lead, re.I)
    return found[1] if found and not re.search(r"[.!?]", found[1]) and len(found[1].split()) <= 8 else ""


def bare_name(name: str) -> str:
    """A name without its honorific or rank."""
    name = _bare(name)
    rank = RANKS.match(name)
    return _bare(name[rank.end() :]) if rank else name


def _bare(name: str) -> str:
    return re.sub(r"[’']s$", "", re.sub(rf"^{HONORIFIC}", "", name)).strip(" ,.’'")
