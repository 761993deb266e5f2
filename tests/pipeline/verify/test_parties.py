"""Who acts, who speaks and who is in charge of what: an exchange is found, and what says the same in other words is not."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify.deeds.dealings import compare_dealings
from pipeline.verify.offices.holders import offices_of_others
from pipeline.verify.offices.portfolios import portfolios_exchanged
from pipeline.verify.offices.roles import compare_offices
from pipeline.verify.offices.standing import compare_standing
from pipeline.verify.prepare import prepare, read_statement
from pipeline.verify.speech.speakers import speakers_exchanged
from schemas.article import Article, Paragraph

_TURNED = [
    ("Norvale is also in dispute with its lender, Corran Bank, which it sued in May.", "Norvale est aussi en litige avec son prêteur, Corran Bank, qui l’a assignée en mai."),
    ("The club is at odds with the mayor, whom it accused of lying.", "Le club est brouillé avec la maire, qui l’a accusé de mentir."),
    ("Verrin denied this, saying it had warned the ministry in writing and met no objection.", "L’entreprise affirme avoir été avertie par écrit par le ministère."),
    ("Harbour Freight sued the city of Norvale in May.", "Harbour Freight a été attaquée en mai par la ville de Norvale."),
    ("The airline is claiming 12 million euros from Corven Engines.", "Corven Engines réclame 12 millions d’euros à la compagnie aérienne."),
    ("He had been reprimanded by Ilse Marl, the head of the clinic.", "Il aurait réprimandé la directrice de la clinique, Ilse Marl."),
    ("Dana Holt has threatened to sue the charity for libel.", "L’association menace Dana Holt d’un procès en diffamation."),
    ("Its chairman, Ray Tull, accused the strikers of lying.", "Les grévistes reprochent au président, Ray Tull, d’avoir menti."),
    ("Corven bought the patent from Ostrel Labs in 2021.", "Le brevet, cédé par Corven à Ostrel Labs en 2021, expire bientôt."),
    ("Corven bought the patent from Ostrel Labs in 2021.", "Ostrel Labs a acheté le brevet à Corven en 2021."),
    ("The regulator fined Tarn Logistics in June.", "Tarn Logistics a sanctionné le régulateur en juin."),
    ("The striker was sold to Castleby by Norvale United.", "L’attaquant a été vendu par Castleby à Norvale United."),
    ("Ana Lund succeeded Marc Vey as mayor.", "Marc Vey a succédé à Ana Lund à la mairie."),
    ("Tull warned Ms Holt about the leak in 2019.", "Mme Holt avait prévenu M. Tull de la fuite en 2019."),
    ("The bank lent Ostrel Labs 4 million.", "Ostrel Labs a prêté 4 millions à la banque."),
    ("Brightwell alleges that it was owed 6 million by the council.", "La municipalité soutient que Brightwell lui devait 6 millions."),
    ("The board dismissed Ray Tull in March.", "Ray Tull a congédié le conseil en mars."),
]  # fmt: skip
_KEPT = [
    ("Norvale is also in dispute with its lender, Corran Bank, which it sued in May.", "Norvale est aussi en litige avec son prêteur, Corran Bank, qu’elle a assigné en mai."),
    ("Norvale is also in dispute with its lender, Corran Bank, which it sued in May.", "Son prêteur, Corran Bank, a été assigné en mai par Norvale."),
    ("The club is at odds with the mayor, whom it accused of lying.", "Le club est brouillé avec la maire, qu’il a accusée de mentir."),
    ("The club is at odds with the mayor, who accused it of lying.", "Le club est brouillé avec la maire, qui l’a accusé de mentir."),
    ("Verrin denied this, saying it had warned the ministry in writing and met no objection.", "Le ministère avait été averti par écrit, assure l’entreprise."),
    ("Harbour Freight sued the city of Norvale in May.", "La ville de Norvale a été attaquée en mai par Harbour Freight."),
    ("Harbour Freight sued the city of Norvale in May.", "En mai, Harbour Freight a porté plainte contre la ville de Norvale."),
    ("The airline is claiming 12 million euros from Corven Engines.", "La compagnie aérienne réclame 12 millions d’euros à Corven Engines."),
    ("The airline is claiming 12 million euros from Corven Engines.", "Corven Engines se voit réclamer 12 millions d’euros par la compagnie aérienne."),
    ("He had been reprimanded by Ilse Marl, the head of the clinic.", "Il aurait été rappelé à l’ordre par la directrice de la clinique, Ilse Marl."),
    ("Dana Holt has threatened to sue the charity for libel.", "Dana Holt menace l’association d’un procès en diffamation."),
    ("Its chairman, Ray Tull, accused the strikers of lying.", "Le président, Ray Tull, reproche aux grévistes d’avoir menti."),
    ("Its chairman, Ray Tull, accused the strikers of lying.", "Les grévistes sont accusés de mensonge par le président, Ray Tull."),
    ("Corven bought the patent from Ostrel Labs in 2021.", "Le brevet, racheté à Ostrel Labs en 2021 par Corven, expire bientôt."),
    ("Corven bought the patent from Ostrel Labs in 2021.", "Ostrel Labs a cédé le brevet à Corven en 2021."),
    ("The regulator fined Tarn Logistics in June.", "Tarn Logistics a été sanctionnée en juin par le régulateur."),
    ("The striker was sold to Castleby by Norvale United.", "Norvale United a vendu l’attaquant à Castleby."),
    ("Ana Lund succeeded Marc Vey as mayor.", "Marc Vey a cédé sa place à Ana Lund."),
    ("Tull warned Ms Holt about the leak in 2019.", "Mme Holt avait été prévenue de la fuite par M. Tull en 2019."),
    ("The bank lent Ostrel Labs 4 million.", "Ostrel Labs a emprunté 4 millions à la banque."),
    ("Brightwell alleges that it was owed 6 million by the council.", "Brightwell soutient que la municipalité lui devait 6 millions."),
    ("The board dismissed Ray Tull in March.", "Ray Tull a été congédié en mars par le conseil."),
    # two who blame each other
    ("Tull accused Holt of lying, and Holt accused Tull of theft.", "Holt accuse Tull de vol, et Tull reproche à Holt d’avoir menti."),
    # a noun is no verb, and « poursuivre » goes on
    ("Holt answered the demand that Tull had made.", "À la demande de Tull, Holt a répondu."),
]  # fmt: skip


@pytest.mark.parametrize(("english", "french"), _TURNED)
def test_parties_in_each_others_place_are_found(english: str, french: str) -> None:
    assert _dealings(english, french)


@pytest.mark.parametrize(("english", "french"), _KEPT)
def test_the_same_act_in_other_words_passes(english: str, french: str) -> None:
    assert not _dealings(english, french)


def _dealings(english: str, french: str) -> list[str]:
    claim, source = read_statement("body[0]", 0, french, "fr"), read_statement("p1", 0, english, "en")
    return [one.code for one in compare_dealings(claim, [source])]


_HOSPITAL = """
"Two wards will close by June," said Ana Lund, chief medical officer of the Velden trust. "No patient will be moved without warning."
Finance chief Gregor Anyan said the trust had enough cash to last until 2028. He ruled out any sale of land.
The transport minister, Olga Reyes, told the assembly that the night bus would run until March.
The housing convener, Tom Brandt, promised that no family would sleep in a hotel next winter.
The trust's chief executive, Marta Sorel, denied that the closure had been decided in secret.
A survey of 900 nurses carried out by Karst Research found that half of them wanted to leave.
The Harbour Commission blamed the shortage on a freeze on hiring that the trust had ordered in 2022.
""".strip()


def _source() -> Article:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(_HOSPITAL.split("\n"), 1))
    return with_sentences(Article(url="u", title="", published="2026-03-18", language="en", paragraphs=paragraphs))


@pytest.mark.parametrize(
    "french",
    [
        "Directrice financière de Velden, Ana Lund annonce la fermeture de deux services.",
        "Le directeur juridique, Gregor Anyan, exclut toute vente de terrains.",
        "La ministre des Finances, Olga Reyes, promet que le bus de nuit roulera jusqu’en mars.",
        "Le responsable de l’éducation, Tom Brandt, assure qu’aucune famille ne dormira à l’hôtel.",
        "Tom Brandt, chef du groupe d’opposition, assure qu’aucune famille ne dormira à l’hôtel.",
        "Ana Lund, directrice des ressources humaines, annonce la fermeture de deux services.",
    ],
)
def test_a_charge_that_is_someone_elses_is_found(french: str) -> None:
    source = prepare(_source())
    assert list(portfolios_exchanged(read_statement("body[0]", 0, french, "fr"), source.statements))


@pytest.mark.parametrize(
    "french",
    [
        "Directrice médicale de Velden, Ana Lund annonce la fermeture de deux services.",
        "La responsable de la santé de Velden, Ana Lund, annonce la fermeture de deux services.",
        "Le directeur financier, Gregor Anyan, exclut toute vente de terrains.",
        "Gregor Anyan, chargé des finances, exclut toute vente de terrains.",
        "La ministre des Transports, Olga Reyes, promet que le bus de nuit roulera jusqu’en mars.",
        "La ministre de la Mobilité, Olga Reyes, promet que le bus de nuit roulera jusqu’en mars.",
        "Le responsable du logement, Tom Brandt, assure qu’aucune famille ne dormira à l’hôtel.",
        "La directrice générale, Marta Sorel, dément toute décision secrète.",
        "La ministre, Olga Reyes, promet que le bus de nuit roulera jusqu’en mars.",
        "Devant la directrice financière, la ministre Olga Reyes promet que le bus de nuit roulera.",
    ],
)
def test_a_charge_in_other_words_passes(french: str) -> None:
    source = prepare(_source())
    assert not list(portfolios_exchanged(read_statement("body[0]", 0, french, "fr"), source.statements))


@pytest.mark.parametrize(
    "french",
    [
        "Selon Gregor Anyan, deux services fermeront d’ici à juin et aucun patient ne sera déplacé sans prévenir.",
        "Si la ministre Olga Reyes juge que la trésorerie suffira jusqu’en 2028, elle ne dit rien du reste.",
        "La trésorerie suffira jusqu’en 2028, estime la directrice générale, Marta Sorel.",
        "Aux yeux de Tom Brandt, il y a de quoi tenir jusqu’en 2028 avec la trésorerie.",
        "D’après la commission du port, la moitié des 900 infirmières interrogées voulaient partir.",
    ],
)
def test_words_lent_to_another_are_found(french: str) -> None:
    assert list(speakers_exchanged(read_statement("body[0]", 0, french, "fr"), prepare(_source())))


@pytest.mark.parametrize(
    "french",
    [
        "Selon Ana Lund, deux services fermeront d’ici à juin et aucun patient ne sera déplacé sans prévenir.",
        "Le directeur financier, Gregor Anyan, juge que la trésorerie suffira jusqu’en 2028.",
        "La trésorerie suffira jusqu’en 2028, estime Gregor Anyan.",
        "Aux yeux de Mme Lund, deux services fermeront d’ici à juin.",
        "D’après un sondage de Karst Research, la moitié des 900 infirmières interrogées voulaient partir.",
        "D’après une enquête menée auprès de 900 infirmières, la moitié voulaient partir.",
        "La commission du port attribue la pénurie à un gel des embauches décrété en 2022.",
        "Pour la ministre Olga Reyes, le bus de nuit roulera jusqu’en mars.",
    ],
)
def test_words_of_their_speaker_pass(french: str) -> None:
    assert not list(speakers_exchanged(read_statement("body[0]", 0, french, "fr"), prepare(_source())))


_CLUB = """
The club, which runs a school of its own, lost its licence in May, said Hugo Vane, an analyst at Orrin Best.
Its leader, Marta Dunn, is for the sale; the chief executive, Paul Ardis, is not.
Petra Sand, a former sergeant who chairs the Supporters' Federation, said that trains mattered more than tickets.
He hired Ines Calder, the first woman to manage in the league, in 2020. Calder says the board sacked her in March.
Lena Marsh KC, for the town, told the court that the stand was unsafe. His barrister, Tom Hale, asked for a delay.
Major Owen Trask, its recruiting officer, credits two buses that visit schools.
Nora Vale, president of the National Students' Union, approved of the vote.
The council leader, Rhys Marlow, would rather wait. Pia Achs, who runs the advice centre, would not.
A residents' group, Keep Orrin Green, alleges that Hank Mow, who chairs the county board, met the builders in January.
""".strip()


def _offices(french: str) -> list[str]:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(_CLUB.split("\n"), 1))
    article = Article(url="u", title="", published="2026-03-18", language="en", paragraphs=paragraphs)
    source = prepare(with_sentences(article)).statements
    claim = read_statement("body[0]", 0, french, "fr")
    return [
        one.message for rule in (compare_offices, compare_standing, offices_of_others) for one in rule(claim, source)
    ]


@pytest.mark.parametrize(
    "french",
    [
        "Chez Orrin Best, l’analyste Hugo Vane évoque la perte de la licence.",
        "Le chef de l’exécutif local, Rhys Marlow, préfère attendre.",
        "La vente, que défend sa dirigeante, Marta Dunn, divise.",
        "Présidente de la fédération des supporteurs, Petra Sand préfère les trains.",
        "L’ancienne entraîneuse, Ines Calder, dit avoir été renvoyée en mars.",
        "L’avocate de la ville, Lena Marsh, juge la tribune dangereuse.",
        "Son officier recruteur, le commandant Owen Trask, met en avant deux bus.",
        "À la tête de l’Union nationale des étudiants, Nora Vale approuve le vote.",
        "À en croire un collectif, Keep Orrin Green, le président du conseil du comté, Hank Mow, a vu les constructeurs.",
    ],
)
def test_an_office_of_a_neighbour_or_of_another_time_passes(french: str) -> None:
    assert not _offices(french)


@pytest.mark.parametrize(
    "french",
    [
        "À en croire un collectif, Keep Orrin Green, le shérif du comté, Hank Mow, a vu les constructeurs.",
        "Chez Orrin Best, le maire Hugo Vane évoque la perte de la licence.",
        "Le directeur général, Tom Hale, a demandé un délai.",
        "L’ancienne directrice générale, Marta Dunn, défend la vente.",
    ],
)
def test_an_office_that_the_source_gives_to_nobody_there_is_found(french: str) -> None:
    assert _offices(french)
