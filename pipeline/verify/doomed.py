"""« Condamné » where nobody is judged: lines that close, doors walled up, projects that will not be, what must perish.

The word is one of law, and an event that makes news; these are its other senses, which no court of the source need justify.
"""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re

from pipeline.keeping import per_sentence

__all__ = ["doomed_in"]

# What is closed, felled, given up or lost, and never stands before a judge.
_THINGS = (
    r"lignes?|liaisons?|dessertes?|arrêts?|gares?|stations?|quais?|trajets?|itinéraires?|routes?|rues?|voies?|chemins?|sentiers?|ponts?|passerelles?|tunnels?|passages?|accès|issues?|sorties?|entrées?|portes?|portails?|grilles?|"
    r"fenêtres?|ouvertures?|cheminées?|puits|escaliers?|ascenseurs?|couloirs?|pièces?|salles?|caves?|chambres?|étages?|ailes?|bâtiments?|immeubles?|édifices?|maisons?|logements?|pavillons?|tours?|barrages?|écluses?|phares?|"
    r"chapelles?|piscines?|classes?|guichets?|rayons?|ateliers?|hangars?|fourneaux?|hauts-fourneaux|réacteurs?|carrières?|"
    r"projets?|programmes?|plans?|chantiers?|réformes?|textes?|dispositifs?|missions?|sondes?|satellites?|navires?|bateaux?|épaves?|avions?|appareils?|véhicules?|trains?|bus|modèles?|gammes?|"
    r"postes?|emplois?|métiers?|lits?|maternités?|filières?|cursus|formations?|arbres?|platanes?|chênes?|frênes?|ormes?|haies?|forêts?|bois|vergers?|vignes?|parcelles?|terres?|cultures?|récoltes?|troupeaux?|bêtes?|animaux|"
    r"espèces?|oiseaux|récifs?|coraux|glaciers?|banquises?|îles?|îlots?|plages?|falaises?|dunes?|villages?|hameaux?|quartiers?|langues?|dialectes?|traditions?|tronçons?|pistes?"
)
# « Lignes de bus de nuit »: what the thing is of, and nobody else who may be condemned.
_OF_WHAT = r"(?:(?!qui |que |dont |et |l[ea]s? |l[’']|son |sa |ses |du |par |où |avec |à |au |a |ont |est |sont |étai\w+ |avai\w+ |ser\w+ |été |être )[\w’'-]+ ){0,4}?"
_JUDGED = r"(?! (?:hier|définitivement|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|la semaine|[\w-]+ment |[^\W\d_]+di )?(?:à (?:une?|des|\d|verser|payer|rembours|indemnis|dédommag|(?:un|deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt)\b|la prison|l[’']amende|perpétuité|mort\b)|aux? (?:dépens|frais|travaux)|pour\b|par (?:l[ea]s? |l[’']|une? |deux )?(?:tribuna|cour|justice|juge|magistrat|jur[yé]|assises)|en (?:appel|première|cassation|justice|juin|mai|\d)|pénalement|solidairement))"
# What nothing but fate condemns to.
_FATE = r"(?:disparaître|disparition|mourir|périr|fermer|fermeture|échouer|échec|oubli|attendre|attente|subir|vivre|errer|errance|stagner|décliner|déclin|rester|demeurer|répéter|végéter|réussir|s[’']entendre|coexister|cohabiter|choisir|innover|s[’']adapter|se (?:réinventer|transformer|taire|répéter)|silence|exil|ruine|immobilité|immobilisme|impuissance|extinction|inaction|démolition|casse|ferraille|faillite)"
_DOOMED = re.compile(
    rf"(?:\b(?:{_THINGS}) {_OF_WHAT}|(?<!\bdes )(?<!\bde )(?<!\bdu )(?<![’'])\b(?:{_THINGS}) {_OF_WHAT}(?:est|sont|était|étaient|semble|semblent|paraît|paraissent|désormais|jugée?s?|déjà|ainsi|donc|être|soit|a été|ont été|aujourd[’']hui) (?:(?:désormais|jugée?s?|déjà|ainsi|donc|été|aujourd[’']hui) ){{0,3}})(?P<doomed>condamnée?s?)\b{_JUDGED}"
    rf"|\b(?P<walled>condamn(?:er|e|ent|é|ée|és|ées|ait|aient|ant))(?: \w+ment)? (?:l[ea]s? |l[’']|une? |des |deux |trois |ses |sa |son |leurs? |toutes? |l[ea]s? \w+ )(?:portes?|portails?|fenêtres?|issues?|accès|entrées?|sorties?|ouvertures?|passages?|cheminées?|puits|escaliers?|couloirs?|voies? d[’']accès)\b"
    rf"|\b(?P<fated>condamn(?:e|ent|er|é|ée|és|ées|ait|aient|ant))(?: [\w’'-]+){{0,3}}? (?:à (?:la |l[’'])?|au |aux |d[’']avance à )(?:plus ou moins brève échéance à )?{_FATE}\b"
    r"|\b(?P<beforehand>condamnée?s?) (?:d[’']avance|à (?:court|moyen|long|brève|terme|plus ou moins)\b)",
    re.IGNORECASE,
)


@per_sentence
def doomed_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where a French text has a form of « condamner » that tells of no judgement."""
    return tuple(
        match.span(name) for match in _DOOMED.finditer(text) for name, said in match.groupdict().items() if said
    )
