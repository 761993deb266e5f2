"""Where names stand in a French sentence: runs of capital words, less the capital that only opens it."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from dataclasses import dataclass

from pipeline.keeping import per_sentence
from pipeline.verify.prepare import fold, words_of

__all__ = ["CAPITAL", "DATELINE", "PARTICLE", "RUN", "UP", "Name", "read_names"]

# "LINDEN FORK — For four hours …", "OSLO, March 3 (Wire) - …": where a report was filed, which has no part in what it tells.
DATELINE = re.compile(r"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý’' .-]{2,30})(?:, [^—–()-]{2,25})?(?: \([^)]{2,40}\))? [—–-] ")

UP = "A-ZÀ-ÖØ-ÞŒ"
# « Iris van Loon », « Kees de Boer »: what joins the words of a person's name in either language.
PARTICLE = r"(?:van de[rn]?|van|von|de la|de|di|da|dos|das|del|della|der|den|ter|bin|ibn|ben|al|el|la|le)"
CAPITAL = re.compile(rf"(?<![\w’'°])(?:[dDlL][’'])?([{UP}][\w]*(?:[-’'.&][\w]+)*)")
# A stop inside a name follows an initial or a title; any other ends the sentence.
_SHORTENED = rf"(?:(?<=\b[{UP}])|(?<=\b(?:Dr|Mr|Ms|St|Me|Pr|Jr|Sr))|(?<=\b(?:Mrs|Mgr|Gen|Sen|Rep|Gov|Col|Ste)))"
RUN = re.compile(
    rf"(?<![\w°])[{UP}][\w]*(?:[-’'.&][\w]+)*"
    rf"(?:(?: |\u00a0|{_SHORTENED}\.[ \u00a0]| (?:de|du|des|d[’']|of|the|and|les|for|et|{PARTICLE}|à la|à l[’']|aux|en|sur) ?| [dl][’'](?=[{UP}])| de l[’'])"
    rf"[{UP}][\w]*(?:[-’'.&][\w]+)*)*"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capital words; offsets count in its sentence's text."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words that begin with a capital."""
        pieces = CAPITAL.findall(self.text)
        return tuple(word for piece in pieces for word in words_of(piece) if len(word) > 1 or piece.isupper())


# How a French sentence begins when it does not begin with a name.
_VERBS_AFTER = re.compile(
    r"[ \u00a0](?:a|ont|avait|avaient|était|étaient|va|vont|n['’]\w+|s['’]\w+|dit|peut|doit|veut|affirme|estime|assure|"
    r"déclare|annonce|explique|accuse|refuse|demande|prévoit|propose|indique|précise|ajoute|soutient|reconnaît|compte|emploie|"
    r"conteste|dément|répond|promet|devrait|pourrait|aurait|serait|souhaite|espère|rejette|critique|défend|dirige|vend|achète)\b"
)
_OPENING = """
Cela Ceci Ça Il Elle Ils Elles On Nous Vous Je Tu Qui Tout Rien Personne Chacun Chacune Beaucoup Certains Certaines
Plusieurs Aucun Aucune Nul Nulle Celui Celle Ceux Celles Celui-ci Celle-ci Ceux-ci Celles-ci Celui-là Celle-là Ceux-là Celles-là Quiconque Autre Autres Même Le La Les Un Une Des Ce Cet Cette
Ces Son Sa Ses Leur Leurs Notre Nos Votre Mon Ma Mes Quelque Quelques Chaque Tous Toute Toutes Tel Telle Tels Telles
Deux Trois Quatre Cinq Six Sept Huit Neuf Dix Onze Douze Vingt Trente Cent Mille De Du En À Au Aux Dans Sur Sous Par
Pour Avec Sans Vers Chez Entre Contre Depuis Pendant Avant Après Selon Si Quand Lorsque Puisque Comme Mais Ou Et Donc
Or Ni Car Que Quoi Dont Où Plus Moins Très Peu Trop Bien Mal Ainsi Aussi Alors Enfin Ensuite Puis Pourtant Cependant
Toutefois Néanmoins Désormais Déjà Encore Jamais Toujours Ici Là Voilà Voici Ne Y Est Reste Vient Faute Face Grâce
Quant Outre Malgré Parmi Dès Jusque Afin Lors Hors Sauf Loin Près Seul Seule Seuls Seules Fin Début Mi Hier
Aujourd'hui Demain Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre Lundi Mardi
Mercredi Jeudi Vendredi Samedi Dimanche Résultat Conséquence Objectif Reste Autrement Surtout Notamment Concrètement
Officiellement Interrogé Interrogée Critiques Faux Fausse Fausses Vrai Vraie Vrais Vraies Ancien Ancienne Anciens
Anciennes Nouveau Nouveaux Nouvel Nouvelles Jeune Jeunes Futur Future Futurs Futures
"""
_OPENERS = frozenset(fold(one) for one in _OPENING.split())


@per_sentence
def read_names(text: str) -> tuple[Name, ...]:
    """The names of a French sentence, in order; the capital that only opens it is not one."""
    found: list[Name] = []
    for match in RUN.finditer(text):
        start, end = match.span()
        opens = bool(re.search(r"(?:^|[.!?:…]|[«“\"(]|^\s*[-*•#]+)[\s\u00a0*_]*$", text[:start]))
        if opens:
            start = _past_opener(text, start, end)
        if start < end:
            found.append(Name(start, end, text[start:end]))
    return tuple(found)


def _past_opener(text: str, start: int, end: int) -> int:
    """Where the name begins in a run that opens a sentence: after the word that owes its capital to the place."""
    first = _RUN_WORD.match(text, start)
    if first is None:
        return end
    word = first.group()
    if word.isupper() and len(word) > 1 and fold(word) not in _OPENERS:
        return start
    elided = re.match(r"[A-ZÀ]['’]|Qu['’]|Lorsqu['’]|Jusqu['’]|Puisqu['’]", word)
    if elided:
        return (
            start + elided.end()
            if word[elided.end() : elided.end() + 1].isupper()
            else _next_capital(text, first.end(), end)
        )
    if fold(word) in _OPENERS:
        return _next_capital(text, first.end(), end)
    follows = text[first.end() :]
    # « Couper le Wi-Fi », « Déposées à Norvale »: a verb opens, and a name may come after it.
    if _VERBAL.search(fold(word)) and not re.match(rf"[ \u00a0][{UP}]", follows):
        return _next_capital(text, first.end(), end)
    if first.end() < end or _VERBS_AFTER.match(text, first.end()):
        return start
    return end


_VERBAL = re.compile(r"(?:er|ir|oir|re|ant|ees?|es?|is|us|ies|ues|ment|ons|ez)$")


_RUN_WORD = re.compile(r"[\w]+(?:[-’'.&][\w]+)*")


def _next_capital(text: str, at: int, end: int) -> int:
    match = re.compile(rf"[{UP}]").search(text, at, end)
    return match.start() if match else end
