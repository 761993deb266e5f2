"""Authored sentence pairs: a source sentence, a good translation, and spoilt ones with what was spoilt.

Towns and people are invented. A spoilt sentence is given as (what to replace, by what, what was spoilt).
"""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

from typing import NamedTuple

__all__ = ["PAIRS", "Pair", "Spoil"]


class Spoil(NamedTuple):
    old: str
    new: str
    kind: str


class Pair(NamedTuple):
    source: str
    french: str
    spoils: tuple[Spoil, ...] = ()


def _pair(source: str, french: str, *spoils: tuple[str, str, str]) -> Pair:
    return Pair(source, french, tuple(Spoil(*one) for one in spoils))


PAIRS: tuple[Pair, ...] = (
    _pair("It will take a week.", "Il faudra huit jours.", ("huit", "dix", "span")),
    _pair("They had two weeks' notice.", "Ils ont eu un préavis de quinze jours.", ("quinze", "vingt", "span")),
    _pair(
        "He was jailed for 18 months.", "Il a été condamné à un an et demi de prison.", ("un an", "deux ans", "span")
    ),
    _pair("It lasted 90 minutes.", "Cela a duré une heure et demie.", ("une heure", "deux heures", "span")),
    _pair("Costs are 63% above budget.", "Les coûts dépassent de 63 % le budget.", ("63", "36", "percent")),
    _pair("She handed over 11 boxes.", "Elle a remis onze cartons.", ("onze", "douze", "count")),
    _pair("A law would cap rises at 4%.", "Une loi plafonnerait les hausses à 4 %.", ("4 %", "5 %", "percent")),
    _pair(
        "Wages account for another quarter.", "Les salaires comptent pour un quart.", ("un quart", "un tiers", "share")
    ),
    _pair(
        "It was above the 60% required.",
        "Il était supérieur aux 60 % requis.",
        ("supérieur aux", "inférieur aux", "bound"),
    ),
    _pair("RSV spread fast.", "Le VRS s’est vite répandu.", ("VRS", "VIH", "acronym")),
    _pair("It took six months.", "Il a fallu un semestre."),
    _pair("She is in her forties.", "Elle a une quarantaine d’années.", ("quarantaine", "soixantaine", "age")),
    _pair("It opened on Christmas Day.", "Il a ouvert le 25 décembre.", ("25", "26", "day")),
    _pair(
        "It happened overnight on Tuesday.",
        "C’était dans la nuit de mardi à mercredi.",
        ("mardi à mercredi", "jeudi à vendredi", "day"),
    ),
    _pair("It happened early on Wednesday.", "C’était dans la nuit de mardi à mercredi."),
    _pair("The rate was cut by 25 basis points.", "Le taux a été abaissé de 0,25 point.", ("0,25", "0,5", "points")),
    _pair("He served under three presidents.", "Il a servi trois présidents.", ("trois", "quatre", "count")),
    _pair("It reached 104 degrees Fahrenheit.", "Il a fait 40 °C.", ("40", "48", "degrees")),
    _pair("Turnout was 49.6 percent.", "La participation a frôlé 50 %.", ("50", "60", "percent")),
    _pair(
        "Its director left on Friday, and her deputy, Owen Hask, takes over until the autumn.",
        "Partie vendredi, sa directrice a un remplaçant : à la tête de l'agence, Owen Hask assure la relève jusqu'à l'automne.",
        ("vendredi", "lundi", "weekday"),
    ),
    _pair(
        "Her deputy, Owen Hask, told the council that the pumps would be tested in May.",
        "Son adjoint, Owen Hask, a dit au conseil que les pompes seraient testées en mai.",
        ("Son adjoint, Owen Hask", "La directrice de l'agence, Owen Hask", "role"),
    ),
    _pair(
        "The city council of Norvale voted 7-2 on Tuesday to approve a $2.3 million contract with Harrow Systems.",
        "Le conseil municipal de Norvale a approuvé mardi, par sept voix contre deux, un contrat de 2,3 millions de dollars avec Harrow Systems.",
        ("2,3 millions", "2,6 millions", "figure"),
        ("millions", "milliards", "order"),
        ("dollars", "euros", "currency"),
        ("mardi", "jeudi", "weekday"),
        ("Norvale", "Norvelle", "name"),
        ("a approuvé", "a rejeté", "direction"),
        ("Harrow", "Palden", "name"),
    ),
    _pair(
        "The cameras could be used to track up to 4,000 drivers a day, according to Mira Castellan, a lawyer for the group.",
        "Les caméras pourraient servir à suivre jusqu’à 4 000 conducteurs par jour, selon Mira Castellan, avocate du groupe.",
        ("jusqu’à 4 000", "4 000", "bound"),
        ("jusqu’à", "au moins", "bound"),
        ("4 000", "40 000", "figure"),
        ("par jour, selon", "par semaine, selon", "unit"),
        ("Castellan", "Castelan", "name"),
        ("avocate", "procureure", "role"),
        ("conducteurs", "étudiants", "counted"),
    ),
    _pair(
        "Rents in Westbrook rose 12% last year, more than twice as fast as wages.",
        "À Westbrook, les loyers ont augmenté de 12\u00a0% l’an dernier, plus de deux fois plus vite que les salaires.",
        ("12\u00a0%", "12 points", "points"),
        ("ont augmenté", "ont baissé", "direction"),
        ("deux fois", "trois fois", "figure"),
        ("l’an dernier", "cette année", "date"),
    ),
    _pair(
        "About thirty residents attended the hearing, half of them tenants.",
        "Une trentaine d’habitants ont assisté à l’audience, dont la moitié de locataires.",
        ("Une trentaine", "Une soixantaine", "figure"),
        ("la moitié", "un tiers", "fraction"),
        ("locataires", "propriétaires", "counted"),
    ),
    _pair(
        "The White House said the plan, worth 1.2 billion euros, will be ready by the end of 2025.",
        "La Maison-Blanche assure que le plan, doté de 1,2 milliard d’euros, sera prêt d’ici fin 2025.",
        ("1,2 milliard", "1,2 million", "order"),
        ("fin 2025", "fin 2026", "date"),
        ("fin 2025", "début 2025", "date part"),
        ("La Maison-Blanche", "Le Kremlin", "name"),
        ("d’euros", "de dollars", "currency"),
    ),
    _pair(
        "The company did not respond to a request for comment.",
        "L’entreprise n’a pas répondu à une demande de commentaire.",
        ("n’a pas répondu", "a répondu", "negation"),
    ),
    _pair(
        "Mayor Ana Lund denied that the data had been sold to Quillfeather Analytics.",
        "La maire Ana Lund a démenti que les données aient été vendues à Quillfeather Analytics.",
        ("a démenti que les données aient", "a confirmé que les données avaient", "negation"),
        ("La maire", "La ministre", "role"),
        ("Lund", "Lind", "name"),
    ),
    _pair(
        "One in five households in the county cannot afford the new tariff, which takes effect on March 3, 2026.",
        "Un foyer du comté sur cinq ne peut pas payer le nouveau tarif, qui entre en vigueur le 3 mars 2026.",
        ("sur cinq", "sur dix", "fraction"),
        ("3 mars", "13 mars", "date"),
        ("mars 2026", "mai 2026", "date"),
        ("2026", "2027", "date"),
        ("ne peut pas", "peut", "negation"),
    ),
    _pair(
        "Prosecutors allege that the 34-year-old former treasurer diverted at least £480,000 between 2019 and 2023.",
        "Selon le parquet, l’ancienne trésorière, âgée de 34 ans, aurait détourné au moins 480 000 livres sterling entre 2019 et 2023.",
        ("34 ans", "43 ans", "age"),
        ("au moins 480 000", "480 000", "bound"),
        ("livres sterling", "dollars", "currency"),
        ("2019", "2018", "date"),
        (
            "Selon le parquet, l’ancienne trésorière, âgée de 34 ans, aurait",
            "L’ancienne trésorière, âgée de 34 ans, a",
            "certainty",
        ),
    ),
    _pair(
        "The ministry plans to close 14 of the region's 60 rural schools before September.",
        "Le ministère prévoit de fermer 14 des 60 écoles rurales de la région avant septembre.",
        ("prévoit de fermer", "a fermé", "certainty"),
        ("fermer", "ouvrir", "direction"),
        ("avant septembre", "après septembre", "order of events"),
        ("14 des 60", "14 des 80", "figure"),
        ("écoles", "hôpitaux", "counted"),
    ),
    _pair(
        "The union sued Tarn Logistics in May, accusing it of withholding overtime pay from nearly 5,000 workers.",
        "En mai, le syndicat a poursuivi Tarn Logistics, qu’il accuse d’avoir retenu les heures supplémentaires de près de 5 000 salariés.",
        ("En mai", "En juin", "date"),
        ("près de 5 000", "5 500", "figure"),
        ("salariés", "clients", "counted"),
        (
            "le syndicat a poursuivi Tarn Logistics, qu’il accuse",
            "Tarn Logistics a poursuivi le syndicat, qu’elle accuse",
            "who does what",
        ),
    ),
    _pair(
        "The reservoir holds 3.5 million cubic metres less than in 2020, a drop of 18 percent.",
        "Le réservoir contient 3,5 millions de mètres cubes de moins qu’en 2020, soit une baisse de 18\u00a0%.",
        ("une baisse", "une hausse", "direction"),
        ("18\u00a0%", "28\u00a0%", "figure"),
        ("2020", "2010", "date"),
    ),
    _pair(
        "Tens of thousands of people marched in Brackwater on Sunday to oppose the bill, organizers said.",
        "Des dizaines de milliers de personnes ont défilé dimanche à Brackwater contre le projet de loi, selon les organisateurs.",
        ("dizaines de milliers", "centaines de milliers", "order"),
        ("dimanche", "samedi", "weekday"),
        ("contre le projet", "pour soutenir le projet", "direction"),
        (", selon les organisateurs", "", "certainty"),
    ),
    _pair(
        "The European Union may fine the platform as much as 6% of its global revenue.",
        "L’Union européenne pourrait infliger à la plateforme une amende allant jusqu’à 6\u00a0% de son chiffre d’affaires mondial.",
        ("pourrait infliger", "a infligé", "certainty"),
        ("6\u00a0%", "16\u00a0%", "figure"),
        ("6\u00a0%", "6 points", "points"),
        ("allant jusqu’à", "de plus de", "bound"),
    ),
    _pair(
        "Two-thirds of the 240 drones tested failed to detect the buoy within 50 miles of the coast.",
        "Les deux tiers des 240 drones testés n’ont pas détecté la bouée à moins de 80 kilomètres de la côte.",
        ("deux tiers", "trois quarts", "fraction"),
        ("n’ont pas détecté", "ont détecté", "negation"),
        ("80 kilomètres", "50 kilomètres", "unit"),
        ("240 drones", "240 caméras", "counted"),
    ),
    _pair(
        "Judge Tomas Verrin ordered the agency to return the files within ten days.",
        "Le juge Tomas Verrin a ordonné à l’agence de restituer les dossiers sous dix jours.",
        ("dix jours", "dix mois", "unit"),
        ("Le juge Tomas Verrin a ordonné à l’agence", "L’agence a ordonné au juge Tomas Verrin", "who does what"),
        ("Le juge", "Le préfet", "role"),
        ("Verrin", "Marrin", "name"),
    ),
    _pair(
        "Supporters of the ban say it has cut noise complaints by half since 2022.",
        "Les partisans de l’interdiction affirment qu’elle a réduit de moitié les plaintes pour bruit depuis 2022.",
        ("Les partisans", "Les adversaires", "direction"),
        ("réduit de moitié", "doublé", "direction"),
        ("depuis 2022", "avant 2022", "order of events"),
    ),
    _pair(
        "The airline has hired 1,250 pilots this year, its third expansion since the merger.",
        "La compagnie a recruté 1 250 pilotes cette année, sa troisième expansion depuis la fusion.",
        ("a recruté", "a licencié", "direction"),
        ("troisième", "deuxième", "ordinal"),
        ("1 250", "1 520", "figure"),
    ),
    _pair(
        "Dr. Imre Salk, who heads the Oster Institute, warned that the reactor might not restart before 2027.",
        "Imre Salk, qui dirige l’institut Oster, prévient que le réacteur pourrait ne pas redémarrer avant 2027.",
        ("pourrait ne pas redémarrer", "ne redémarrera pas", "certainty"),
        ("avant 2027", "avant 2029", "date"),
        ("Salk", "Falk", "name"),
    ),
    _pair(
        "The fund lost $40 million in the first half of 2024 but gained 3 percentage points of market share.",
        "Le fonds a perdu 40 millions de dollars au premier semestre 2024 mais a gagné 3 points de part de marché.",
        ("a perdu 40", "a gagné 40", "direction"),
        ("3 points", "3\u00a0%", "points"),
        ("premier semestre", "second semestre", "date part"),
        ("40 millions", "400 millions", "figure"),
    ),
    _pair(
        "Passengers on the 17.40 train to Lorn heard nothing.",
        "Les passagers du train de 17\u00a0h\u00a040 pour Lorn n’ont rien entendu.",
        ("17\u00a0h\u00a040", "17\u00a0h\u00a050", "clock"),
    ),
    _pair(
        "The board expects to break even in 2027.",
        "Le conseil d’administration attend l’équilibre pour 2027.",
        ("attend l’équilibre pour", "est à l’équilibre depuis", "certainty"),
    ),
    _pair(
        "Ivo Tarn, a councillor who wrote the motion, said the council had never voted on the scanners: they were bought as office equipment.",
        "Son auteur, Ivo Tarn, élu, dit que le conseil n’a jamais voté sur ces scanners, achetés comme du matériel de bureau.",
        ("Son auteur, Ivo Tarn, élu,", "Le ministre Ivo Tarn", "role"),
        ("n’a jamais voté", "a voté", "negation"),
    ),
    _pair(
        "The mayor criticised the minister over the pay slips of teachers.",
        "La maire critique le ministre au sujet des fiches de paie des enseignants.",
        ("La maire critique le ministre", "Le ministre critique la maire", "roles"),
    ),
    _pair(
        "The mill had stood empty for a decade when the town bought it, half a century after it closed to visitors.",
        "Le moulin était vide depuis dix ans lorsque la ville l’a acheté, cinquante ans après sa fermeture aux visiteurs.",
        ("dix ans", "douze ans", "figure"),
        ("cinquante ans", "quatre-vingts ans", "figure"),
    ),
    _pair(
        "The firm denied that it had kept the tapes.",
        "L’entreprise dément avoir conservé les bandes.",
        ("dément avoir", "reconnaît avoir", "denial"),
    ),
    _pair(
        "Brackwater says identifiers are scrambled before they are stored.",
        "Brackwater assure que les identifiants sont brouillés avant d’être conservés.",
        ("assure que", "sait que", "knowledge"),
    ),
    _pair(
        "The text forbids the keeping of any image for longer than six hours.",
        "Le texte limite à six heures la conservation de toute image.",
        ("six", "huit", "figure"),
    ),
    _pair(
        "Comments are limited to three minutes each.",
        "Chaque prise de parole dure trois minutes.",
        ("trois", "cinq", "figure"),
    ),
    _pair(
        "The plant is gas-fired and employs 85 people; the operator expects to hire 260 more.",
        "La centrale au gaz emploie 85 personnes\u00a0; l’opérateur compte en embaucher 260 de plus.",
        ("260", "620", "figure"),
    ),
    _pair(
        "Members of the Lowmere Club voted 412 to 230 on 14 May against selling the land.",
        "Par 412 voix contre 230, les membres du Lowmere Club se sont opposés le 14 mai à la vente du terrain.",
        ("412 voix contre 230", "230 voix contre 412", "pair"),
        ("412 voix contre 230", "412 voix contre 232", "figure"),
        ("se sont opposés le 14 mai à", "ont approuvé le 14 mai", "direction"),
    ),
    _pair(
        "The yes side won by 53.4 percent to 46.6, spending nearly three times as much as its opponents.",
        "Le oui l’a emporté par 53,4\u00a0% des voix contre 46,6\u00a0%, en dépensant près de trois fois plus que ses adversaires.",
        ("53,4\u00a0% des voix contre 46,6\u00a0%", "46,6\u00a0% des voix contre 53,4\u00a0%", "pair"),
        ("trois fois plus", "trois fois moins", "multiple"),
    ),
    _pair(
        "The tool answers about 60,000 people a month and should be replaced in late 2026.",
        "L’outil répond chaque mois à une soixantaine de milliers de personnes et devrait être remplacé fin 2026.",
        ("une soixantaine de milliers", "une soixantaine de millions", "order"),
        ("fin 2026", "début 2026", "part of a year"),
    ),
    _pair(
        "Ministers reached a deal early on Friday on the cod quota in the Grey Sea.",
        "Les ministres se sont entendus, dans la nuit de jeudi à vendredi, sur le quota de cabillaud en mer Grise.",
        ("de jeudi à vendredi", "de lundi à mardi", "weekday"),
        ("mer Grise", "mer Blanche", "name"),
    ),
    _pair(
        "The commission declined to comment on the plan.",
        "La commission s’est abstenue de tout commentaire sur ce projet.",
    ),
    _pair(
        "Fisheries Minister Ingrid Voss said some boats may have sunk. Skipper Erik Dahl was unhurt.",
        "La ministre de la Pêche, Ingrid Voss, n’exclut pas que des bateaux aient sombré. Le patron Erik Dahl est indemne.",
        ("La ministre de la Pêche, Ingrid Voss", "La présidente de Blue Shelf, Ingrid Voss", "role"),
    ),
)
