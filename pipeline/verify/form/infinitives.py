"""Whether a French title opens on an infinitive, told by the form of the word: reflexives and negation included."""

import re

__all__ = ["opening_infinitive", "says_infinitive"]

_OPENING = re.compile(
    r"^[^\w]*(?:(?:ne|n['’](?:en)?)[ \u00a0]*(?:pas|plus|jamais|rien|point)?[ \u00a0]*)?"
    r"(?:(?:se|me|te|nous|vous|leur|lui|y|en|le|la|les)[ \u00a0]+|s['’]|m['’]|l['’]|n['’])*"
    r"(?P<verb>[^\W\d_]+(?:-[^\W\d_]+)*)",
    re.IGNORECASE,
)
_RE_VERB = re.compile(
    r"(?:mettre|battre|vêtir|aître|oître|[aeo]ndre|[aeo]indre|perdre|mordre|tordre|coudre|moudre|soudre"
    r"|(?:^|re|mau|contre|inter|mé|pré)dire|(?:^|é|re|réé)lire|(?:^|sou)rire|crire|frire|duire|truire|nuire|cuire|luire"
    r"|suffire|confire|circoncire|(?:^|re|dé|satis|contre)faire|(?:^|dé|com)plaire|^taire|(?:^|ex|sous|dis|abs)traire"
    r"|(?:^|re)boire|croire|clure|clore|suivre|vivre|rompre|vaincre|^être)$"
)
_IR_NOUNS = """
avenir plaisir loisir désir soupir cuir tir noir soir espoir miroir couloir rasoir trottoir
"""
_IR_NOUN = frozenset(_IR_NOUNS.split())
_OIR_NOUN = re.compile(r"(?:manoir|terroir|tiroir|comptoir|réservoir|abattoir|dépotoir|isoloir|parloir|vizir|élixir)$")
_RE_NOUNS = """
ordre cadre cendre gendre genre moindre cylindre poudre foudre cèdre filandre méandre scaphandre calandre polyandre
malandre coriandre salamandre navire empire satire ire cire sire pire histoire maître maîtresse contremaître
"""
_RE_NOUN = frozenset(_RE_NOUNS.split())
_ER_NOUNS = """
hiver hier fier mer fer ver cher enfer cancer amer léger étranger danger boulanger berger verger passager messager
foyer loyer plancher rocher bûcher clocher boucher hamster poster leader tracker hacker reporter super inter laser
radar charter dossier atelier calendrier courrier chantier février janvier premier dernier particulier financier
régulier métier papier quartier pompier policier officier fichier cahier clavier panier sentier entier foncier
immobilier mobilier hôtelier hospitalier ouvrier banquier huissier chevalier cavalier escalier palier collier pilier
singulier gravier évier acier glacier épicier créancier romancier princier grossier denier grenier prisonnier
pionnier douanier millier familier journalier saisonnier pétrolier routier poirier pommier écolier infirmier
greffier héritier bouclier levier alger
"""
_ER_NOUN = frozenset(_ER_NOUNS.split())


def opening_infinitive(title: str) -> str:
    """The infinitive a title opens on, in lower case (« Ne pas signer » → « signer »), or ""."""
    match = _OPENING.match(title)
    if match is None:
        return ""
    verb = match["verb"].casefold()
    return verb if says_infinitive(verb) else ""


def says_infinitive(word: str) -> bool:
    """Whether a French word has the form of an infinitive and is no common noun of that form."""
    word = word.casefold()
    if word.endswith("er"):
        return len(word) > 3 and word not in _ER_NOUN
    if word.endswith("ir"):
        return len(word) > 3 and word not in _IR_NOUN and not _OIR_NOUN.search(word)
    return word not in _RE_NOUN and _RE_VERB.search(word) is not None
