"""The people that a byline names, one by one: without outlets, desks, roles, credentials and dates."""
# ruff: noqa: E501  a pattern broken in the middle of its alternatives is harder to read than a long line

import re

__all__ = ["BYLINE", "letters", "people"]

BYLINE = re.compile(
    r"^\W*(?:(?:written|words|story|text|texte|article|posted|reported|published|review(?:ed)?|medically reviewed|reporting|propos recueillis|recueilli|publié|écrit|rédigé|proposé|post|news)\s+)?"
    r"(?:by|par|von|por|di|door|av|af)\b\s*:?\s*|^\W*(?:authors?|auteurs?|autore?s?|writers?|texte|text)\s*:\s*",
    re.I,
)
# What follows a name in the same line: when it was published, and what the site offers there.
AFTERWARDS = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|\b(?:published|updated|posted|last|publié|mis à jour|on\s+(?=\w+\s\d)|le\s+(?=\d)|photos?(?:graph\w*)? (?:by|de|par)|min(?:ute)?s? read|is an? |follow)\b|\b\d).*$",
    re.I | re.S,
)
DATED = re.compile(
    r"\W*(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\b(?:jan|feb|fév|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|août|sep|oct|nov|dec|déc)\w*\.?\s+\d.*$",
    re.I | re.S,
)
PARTED = re.compile(r"\s*(?:;|\||\band\b|\bet\b|\bund\b|&|/|\n|\bwith\b|\bavec\b|,)\s*", re.I)
CREDENTIAL = re.compile(
    r"^(?:(?:[A-Z]\.?){2,6}|[A-Z][a-zA-Z]?\.?[A-Z]\.?[A-Z]?\.?|Ph\.?\s?D\.?|M\.?\s?D\.?|Jr\.?|Sr\.?|II|III|Esq\.?|(?:\w+-)?[A-Z]{2,6}(?:-[A-Z]{1,6})*)(?:\s*\([^)]*\))?$"
)
ROLE = re.compile(
    r"\b(?:correspondents?|reporters?|editors?|journalists?|journaliste|columnist|contributors?|writers?|author|critic|producer|envoyé\w*|spécia\w+|correspondante?|rédact\w+|chroniqueu\w+|chef|stagiaire|"
    r"officer|director|professor|lecturer|fellow|analyst|specialist|expert|manager|president|founder|copywriter|strategist|attorney|lawyer|ceo|cto|cfo)\b",
    re.I,
)
NOT_PEOPLE = re.compile(
    r"^(?:admin\w*|author|the author|user|profile|editor|editors|staff|newsroom|redaction|rédaction|la rédaction|web ?desk|news ?desk|desk|guests?|unknown|anonymous|none|null|undefined|default|webmaster|contact|"
    r"sponsored|partner|afp|ap|reuters|dpa|efe|ansa|upi|tass|xinhua|pti|ani|ians|bbc|cnn|pr newswire|read more|learn more|share|written|published|reviewed|fact checked|about|home|blog|articles?|latest|see all|view all|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$"
    r"|https?:|www\.|@|\.(?:com|org|net|fr|co\.uk|io)\b"
    r"|\b(?:staff|newsroom|editorial|rédaction|desk|team|équipe|bureau|agency|agence|agencies|press|news service|newswire|wires?|services?|correspondents?|writers|contributors|editors|reporters|inc|llc|ltd|gmbh)\.?\s*$"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december|janvier|février|avril|juin|juillet|août|septembre|octobre|décembre)\b",
    re.I,
)
# Words of which newspapers, firms and institutions make their names, and parents hardly ever their children's.
ORGANISED = re.compile(
    r"\b(?:news|nouvelles|times|post|herald|tribune|gazette|journal|courier|courrier|chronicle|observer|guardian|mirror|standard|telegraph|echo|express|independent|monitor|register|sentinel|review|globe|daily|weekly|morning|"
    r"evening|world|monde|today|voice|dispatch|bulletin|argus|advertiser|examiner|record|ledger|magazine|network|radio|tv|television|broadcasting|insider|online|digital|media|médias?|hub|labs?|club|company|group|groupe|"
    r"institute?|university|université|foundation|fondation|association|cent(?:er|re)|agency|bank|council|ministry|department|office|studio|store|shop|home|health|care|insurance|financial|solutions?|software|systems?|technolog(?:y|ies)|"
    r"communications?|marketing|consulting|partners|international|global|national|american|association|federation|society|project|church|school|college|community|blog|guide|life|travel|food|sports?)\b",
    re.I,
)
PARTICLES_WORDS = "de da do dos das di del della der den des du la le van von vom zu zum zur el al bin ibn ben ter ten te y e af av st"
PARTICLES = frozenset(PARTICLES_WORDS.split())


def people(
    line: str, *, outlet: str | None, institutions: frozenset[str] = frozenset(), own_site: bool = False
) -> list[str]:
    """The people that a byline names; an outlet, an agency, a desk or a date is none.

    `institutions` are names (letters only, in small letters) that the page's data gives to organisations. With
    `own_site`, a person whose name is the outlet's counts as long as nothing says that it is not a person's.
    """
    if "://" in line or "www." in line or letters(line) in institutions:
        return []
    line = re.sub(r"\s*\([^)]*\)", "", line)
    bare = AFTERWARDS.sub("", DATED.sub("", BYLINE.sub("", line.strip())))
    found = []
    for one in PARTED.split(bare):
        name = BYLINE.sub("", one).strip(" .·–-:\u200b")
        if _is_person(name) and not _is_outlet(name, outlet, institutions, own_site):
            found.append(_cased(name))
    return list(dict.fromkeys(found))


def letters(text: str) -> str:
    """The letters and figures of a name in small letters."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _is_person(name: str) -> bool:
    words = name.split()
    if len(letters(name)) < 3 or len(words) > 5 or re.search(r"[\d_:?!()\[\]{}<>#*=]", name):
        return False
    if NOT_PEOPLE.search(name) or CREDENTIAL.match(name) or (len(words) > 1 and ROLE.search(name)):
        return False
    # A name in a script with capitals has them, but for its particles; one written small throughout is a user's.
    rest = [one for one in words if one.casefold() not in PARTICLES]
    written = (name.islower() and len(words) <= 2) or all(
        one[0].isupper() or not one[0].isalpha() or not _cases(one) for one in rest
    )
    return bool(rest) and written


def _cases(word: str) -> bool:
    return word.upper() != word.lower()


def _is_outlet(name: str, outlet: str | None, institutions: frozenset[str], own_site: bool) -> bool:
    mine, own = letters(name), letters(outlet or "")
    if mine in institutions:
        return True
    if not own or mine not in (own, own.removeprefix("the"), own.rsplit("com", 1)[0]):
        return False
    words = name.split()
    return (
        not own_site
        or not 2 <= len(words) <= 3
        or words[0].casefold() in PARTICLES | {"the"}
        or bool(ORGANISED.search(name))
    )


def _cased(name: str) -> str:
    return name.title() if (name.isupper() and len(name) > 4) or name.islower() else name
