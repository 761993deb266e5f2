"""Plans, doubts, allegations, denials and causes: what a draft makes of them in other words is found, what it keeps is not."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from tests.pipeline.verify.drafts import found_on

# source, a faithful rendering, one that is not
_PLANNED = (
    (
        "The council plans to present a bill in April that would cap fees at 4 percent.",
        "La municipalité prévoit de présenter en avril un texte qui plafonnerait les frais à 4 %.",
        "La municipalité a déjà présenté un texte qui plafonnerait les frais à 4 %.",
    ),
    (
        "A review of salaries is to be published in July, the ministry said.",
        "Une étude des salaires doit être publiée en juillet, a indiqué le ministère.",
        "Une étude des salaires vient d’être publiée, a indiqué le ministère.",
    ),
    (
        "The merger must still be approved by the competition authority.",
        "L’autorité de la concurrence doit encore approuver la fusion.",
        "L’autorité de la concurrence vient d’approuver la fusion.",
    ),
    (
        "A second trial is due to start in October and could involve 15,000 people.",
        "Un second essai doit démarrer en octobre et pourrait porter sur 15 000 personnes.",
        "Un second essai a démarré et pourrait porter sur 15 000 personnes.",
    ),
    (
        "The port plans to borrow a further £60m and to sell 12 plots of land.",
        "Le port compte emprunter 60 millions de livres de plus et vendre douze terrains.",
        "Le port a emprunté 60 millions de livres de plus et vendu douze terrains.",
    ),
    (
        "The two sides are scheduled to meet again on Saturday in Lindholt.",
        "Les deux camps doivent se rencontrer de nouveau samedi à Lindholt.",
        "Les deux camps se sont rencontrés de nouveau samedi à Lindholt.",
    ),
    (
        "Ana Lund said her office would decide by the end of August whether to prosecute the officers.",
        "Ana Lund décidera d’ici à la fin août si ses services poursuivent les agents.",
        "Les services d’Ana Lund ont poursuivi les agents.",
    ),
)
_POSSIBLE = (
    (
        "Wheat production could fall by 45 percent this season, the department warned.",
        "La production de blé pourrait chuter de 45 % cette saison, a averti le ministère.",
        "La production de blé chutera de 45 % cette saison, a averti le ministère.",
    ),
    (
        "Converting the offices could yield up to 400 flats within two years, Lund said.",
        "Convertir les bureaux pourrait fournir jusqu’à 400 logements en deux ans, selon Mme Lund.",
        "Convertir les bureaux va fournir 400 logements en deux ans, selon Mme Lund.",
    ),
    (
        "The bank signalled that a first cut could come as early as June.",
        "La banque a laissé entendre qu’une première baisse pourrait intervenir dès juin.",
        "La banque a annoncé qu’une première baisse interviendrait dès juin.",
    ),
    (
        "About 140 jobs could disappear by the end of 2028.",
        "Quelque 140 emplois pourraient disparaître d’ici à la fin de 2028.",
        "Quelque 140 emplois disparaîtront d’ici à la fin de 2028.",
    ),
)
_ALLEGED = (
    (
        "The union alleges that managers altered the shift records. The company denies it.",
        "Le syndicat accuse des cadres d’avoir modifié les relevés, ce que l’entreprise dément.",
        "Comme l’a découvert le syndicat, des cadres ont modifié les relevés, ce que l’entreprise dément.",
    ),
    (
        "The daily reported that the minister had allegedly telephoned two judges to ask for a delay.",
        "D’après le quotidien, la ministre aurait téléphoné à deux juges pour réclamer un report.",
        "Le quotidien l’a établi, la ministre a téléphoné à deux juges pour réclamer un report.",
    ),
    (
        "A whistleblower’s statement annexed to the report alleges that the builder never drilled 31 of the boreholes.",
        "Selon un lanceur d’alerte cité en annexe du rapport, le constructeur n’aurait pas creusé 31 des forages.",
        "Le rapport établit que le constructeur n’a pas creusé 31 des forages, témoignage à l’appui.",
    ),
    (
        "A lawsuit that she filed in April alleges that the sergeant passed details of her movements to the union’s leader.",
        "Dans une plainte déposée en avril, elle accuse le sergent d’avoir transmis ses déplacements au chef du syndicat.",
        "Le sergent a transmis ses déplacements au chef du syndicat, ce qui l’a amenée à saisir la justice.",
    ),
    (
        "Ms Lund alleged that the minister’s office had privately encouraged the company to hold out.",
        "Selon Mme Lund, le cabinet du ministre aurait encouragé en privé l’entreprise à tenir bon.",
        "Le cabinet du ministre a encouragé en privé l’entreprise à tenir bon, ce dont Mme Lund s’est émue.",
    ),
)
_DENIED = (
    (
        "Lund denied that the factory had dried out any well.",
        "Mme Lund dément que l’usine ait asséché le moindre puits.",
        "Mme Lund admet que l’usine a asséché des puits.",
    ),
    (
        "The company accused the union of walking out of the talks. Ms Lund denied this.",
        "L’entreprise accuse le syndicat d’avoir quitté les négociations, ce que Mme Lund dément.",
        "L’entreprise accuse le syndicat d’avoir quitté les négociations, et Mme Lund en convient.",
    ),
    (
        "The board denied that money was behind the decision to close the ward.",
        "L’argent n’a pas motivé la fermeture du service, assure le conseil.",
        "L’argent a bien motivé la fermeture du service, concède le conseil.",
    ),
    (
        "Mr Vinter rejected the accusation that he had hidden the estimate.",
        "M. Vinter rejette l’accusation d’avoir caché l’estimation.",
        "M. Vinter assume d’avoir caché l’estimation.",
    ),
    # « Confirme toute fusion »: so few words that none but the denial itself tells.
    (
        "The bank says it has questioned 40 clients about a merger with Tarn. It denies this.",
        "La banque dit avoir interrogé 40 clients sur une fusion avec Tarn ; elle dément.",
        "La banque dit avoir interrogé 40 clients sur une fusion avec Tarn ; elle le reconnaît.",
    ),
)
_NEGATED = (
    (
        "The agency said a downgrade of the city’s debt was possible within 12 months.",
        "L’agence n’exclut pas d’abaisser la note de la dette de la ville d’ici à douze mois.",
        "L’agence exclut d’abaisser la note de la dette de la ville d’ici à douze mois.",
    ),
    (
        "She ruled out a new share issue this year.",
        "Elle exclut toute augmentation de capital cette année.",
        "Elle n’exclut pas une augmentation de capital cette année.",
    ),
)
_CAUSES = (
    (
        "The company blamed the decline in repairs on the departure of two contractors.",
        "L’entreprise impute le recul des réparations au départ de deux sous-traitants.",
        "L’entreprise impute le recul des réparations à un hiver pluvieux.",
    ),
    (
        "Inspectors blamed the shortage on the departure of experienced staff to a rival centre. They did not accept that the pandemic was still the main cause.",
        "Les inspecteurs attribuent la pénurie au départ d’agents expérimentés vers un centre rival.",
        "La pénurie reste une séquelle de la pandémie, et non la conséquence du départ d’agents expérimentés vers un centre rival.",
    ),
    (
        "It was the lack of a water study, not the noise, that swayed the chairwoman, she said.",
        "La présidente explique son vote par l’absence d’étude sur l’eau, et non par le bruit.",
        "La présidente explique son vote par le bruit, et non par l’absence d’étude sur l’eau.",
    ),
    (
        "The bank’s rate rises choked off building, and fewer homes mean dearer rents, said Lund.",
        "Pour Mme Lund, la hausse des taux a freiné la construction, ce qui a renchéri les loyers.",
        "Pour Mme Lund, c’est la cherté des loyers qui a freiné la construction et entraîné la hausse des taux.",
    ),
    (
        "The station was moved 140 metres in order to spare a listed warehouse.",
        "La station a été déplacée de 140 mètres afin d’épargner un entrepôt classé.",
        "La station a été déplacée de 140 mètres afin de réduire les expropriations.",
    ),
)
_ALL = tuple(
    (code, *one)
    for code, rows in (
        ("certainty", _PLANNED),
        ("certainty", _POSSIBLE),
        ("certainty", _ALLEGED),
        ("direction", _DENIED),
        ("negation", _NEGATED),
        ("", _CAUSES),
    )
    for one in rows
)
_MEANING = ("certainty", "negation", "direction", "cause")


def _told(source: str, french: str) -> list[str]:
    return [one.code for one in found_on(source, french) if one.code.startswith(_MEANING)]


@pytest.mark.parametrize(("code", "source", "good", "bad"), _ALL, ids=[one[3][:40] for one in _ALL])
def test_what_is_made_of_it_is_found(code: str, source: str, good: str, bad: str) -> None:
    assert _told(source, good) == []
    assert any(one.startswith(code) for one in _told(source, bad))


_REFUSED = (
    ("Lund attended the hearing.", "Mme Lund a assisté à l’audience.", "Mme Lund a refusé d’assister à l’audience.",
     "negation-added"),
    ("The report does not name the officers.", "Le rapport ne nomme pas les agents.", "Le rapport nomme les agents.",
     "negation-lost"),
    ("The director did sign the report, twice.", "La directrice, elle, a bien signé le rapport, à deux reprises.",
     "Pas plus que lui, la directrice n’a signé le rapport.", "negation-added"),
    ("The panel could not rule out a spark from a farm machine.",
     "La commission ne peut exclure une étincelle d’un engin agricole.",
     "La commission exclut une étincelle d’un engin agricole.", "negation-added"),
    ("The drug slows the disease but does not cure it.", "Le produit freine la maladie sans la guérir.",
     "Le produit freine la maladie, et il la guérit.", "negation-lost"),
    ("Officials have yet to decide whether the school will close.",
     "Les autorités n’ont pas encore décidé si l’école fermerait.",
     "Les autorités ont décidé de fermer l’école.", "certainty-planned"),
    ("The lawsuit claims the app recorded users without their consent.",
     "D’après la plainte, l’application enregistrait ses utilisateurs sans leur consentement.",
     "L’application enregistrait ses utilisateurs sans leur consentement, ce qui a conduit à un procès.",
     "certainty-alleged"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "good", "bad", "code"), _REFUSED, ids=[one[2][:40] for one in _REFUSED])
def test_who_refuses_or_keeps_silent_does_so_in_the_source(source: str, good: str, bad: str, code: str) -> None:
    assert _told(source, good) == []
    assert code in _told(source, bad)


# Free French that says rightly what the source says, in other tenses and words.
_FREE = (
    ("The bill was approved by the lower house and must still be approved by the Senate.",
     "Le texte, que les députés ont approuvé, doit encore l’être par le Sénat."),
    ("Lund admitted that she had met the lobbyist but denied that they had discussed the contract.",
     "Si elle admet avoir rencontré le lobbyiste, Mme Lund nie avoir parlé du contrat avec lui."),
    ("Mr Vinter denied taking bribes. He accepted that he should have declared the trips.",
     "M. Vinter, qui nie avoir touché des pots-de-vin, reconnaît qu’il aurait dû déclarer ces voyages."),
    ("The study showed that pupils slept longer. Its author said the effect might fade.",
     "L’étude a démontré que les élèves dormaient davantage ; l’effet pourrait s’estomper, prévient son autrice."),
    ("The union claims that managers ignored its warnings. The plant closed in May and 300 workers lost their jobs.",
     "L’usine a fermé en mai, laissant 300 salariés sans emploi ; la direction aurait ignoré les alertes du syndicat."),
    ("Ticket sales dropped because the line was closed for three months.",
     "La fermeture de la ligne pendant trois mois a fait chuter les ventes de billets."),
    ("The delay was caused by a strike at the port, not by the weather, the operator said.",
     "C’est une grève au port, et non la météo, qui explique le retard, selon l’exploitant."),
    ("Lund said falling enrolment, rather than cost, was behind the closure of the school.",
     "L’école ferme faute d’élèves et non pour des raisons d’économie, assure Mme Lund."),
    ("The scheme does not apply to second homes.", "Le dispositif exclut les résidences secondaires."),
    ("The minister has promised to publish the report before the summer.",
     "La ministre s’est engagée à publier le rapport avant l’été."),
    ("The company is expected to announce job cuts next week; it shed 200 posts in March.",
     "Déjà amputée de 200 postes en mars, l’entreprise devrait annoncer de nouvelles suppressions la semaine prochaine."),
    ("The new trams have already arrived and will enter service in June.",
     "Les nouvelles rames sont déjà arrivées et entreront en service en juin."),
    ("The number of thefts fell by a third, which her team was unable to explain.",
     "Les vols ont, sans que ses équipes se l’expliquent, diminué d’un tiers."),
    ("The drought, he said, could last until spring. Farmers have already sold a third of their herds.",
     "Les éleveurs ont déjà vendu un tiers de leurs bêtes ; la sécheresse pourrait, selon lui, durer jusqu’au printemps."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "french"), _FREE, ids=[one[1][:40] for one in _FREE])
def test_free_french_that_keeps_it_is_left_alone(source: str, french: str) -> None:
    assert _told(source, french) == []
