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
