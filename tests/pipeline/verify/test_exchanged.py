"""A name or a figure of the source where another belongs is found, and what says the same in other words is not."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify import verify
from pipeline.verify.prepare import prepare, read_statement
from pipeline.verify.proper_names.people import names_for_others
from schemas.article import Article, Paragraph
from schemas.draft import BodyParagraph
from tests.pipeline.verify.drafts import ARTICLE, DRAFT, HOUSE

_COUNCIL = """
The mayor, Ana Lund, rejected the motion on Tuesday. "Nobody asked for this," she said.
The state's privacy ombudsman, Gregor Anyan, has asked the company for its impact assessment by June.
Commander Elena Brandt told the councillors that thefts had fallen at twelve stops.
Mira Castellan, a night nurse at Velden General Hospital, said she had been stopped four times in six weeks.
Penny Achebe, who runs the town's advice centre, thinks that the form is too long.
Tarn Logistics said that it would answer in time. Its chief executive, Alan Pryce, declined to comment.
""".strip()
_CONTRACT = """
The port has been logging phones since March, according to a 61-page contract seen by The Estuary Ledger.
Signed with Brackwater Analytics, a company based in Ossing, it is worth 4.6 million pounds.
The provinces of Ostvik and Karsund agreed on Thursday to share their alerts. Karsund sent out its first fire engine 71 minutes later.
""".strip()


def _article(source: str) -> Article:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(source.split("\n"), 1))
    return with_sentences(Article(url="u", title="", published="2026-03-18", language="en", paragraphs=paragraphs))


def _codes(source: str, french: str) -> set[str]:
    """The codes of what is found on a body paragraph that stands alone against a source, form and support aside."""
    article = _article(source)
    draft = DRAFT.model_copy(update={"body": (BodyParagraph(id="b1", text=french),), "quotes": ()})
    found = verify(draft, article, house=HOUSE).findings
    return {one.code for one in found if one.part == "body[0]" and not one.code.startswith(("support", "body"))}


@pytest.mark.parametrize(
    "french",
    [
        # an office that the source gives to another
        "La commandante Mira Castellan relève une baisse des vols à douze arrêts.",
        "Le médiateur de l’État chargé de la vie privée, Alan Pryce, réclame l’étude d’impact avant juin.",
        "Le directeur général de Tarn Logistics, Gregor Anyan, n’a pas souhaité répondre.",
        "Penny Achebe, directrice générale de Tarn Logistics, n’a pas souhaité répondre.",
        # one that nobody has
        "Le chirurgien de l’État chargé de la vie privée, Gregor Anyan, réclame l’étude d’impact avant juin.",
    ],
)
def test_an_office_given_to_another_is_found(french: str) -> None:
    assert "role-wrong" in _codes(_COUNCIL, french)


@pytest.mark.parametrize(
    "french",
    [
        "La commandante Elena Brandt relève une baisse des vols à douze arrêts.",
        "Le médiateur de l’État chargé de la vie privée, Gregor Anyan, réclame l’étude d’impact avant juin.",
        "Gregor Anyan, chargé de la protection de la vie privée, réclame à l’entreprise son étude d’impact avant juin.",
        "Son directeur général, Alan Pryce, n’a pas souhaité répondre.",
        "Alan Pryce, qui dirige Tarn Logistics, n’a pas souhaité répondre.",
        # a merged sentence names several
        "La maire, Ana Lund, a rejeté la motion mardi, et la commandante Elena Brandt relève une baisse des vols à douze arrêts.",
        # an office in what someone does to another
        "Infirmière de nuit, Mira Castellan dit avoir été arrêtée quatre fois en six semaines.",
        "Penny Achebe, responsable du centre de conseil de la ville, juge le formulaire trop long.",
        "La directrice du centre de conseil, Penny Achebe, juge le formulaire trop long.",
    ],
)
def test_an_office_in_other_words_passes(french: str) -> None:
    assert _codes(_COUNCIL, french) & {"role-wrong", "name-elsewhere", "roles-swapped"} == set()


@pytest.mark.parametrize(
    "french",
    [
        "Le contrat de 61 pages consulté par Brackwater Analytics a été conclu avec The Estuary Ledger.",
    ],
)
def test_names_beside_the_words_of_the_other_are_found(french: str) -> None:
    assert "roles-swapped" in _codes(_CONTRACT, french)


@pytest.mark.parametrize(
    "french",
    [
        "Le contrat de 61 pages consulté par The Estuary Ledger a été conclu avec Brackwater Analytics.",
        "Brackwater Analytics a signé ce contrat de 61 pages, que The Estuary Ledger a pu consulter.",
        "The Estuary Ledger a consulté le contrat de 61 pages conclu avec Brackwater Analytics.",
        "L’Ostvik et le Karsund partageront leurs alertes ; le Karsund a envoyé son premier engin 71 minutes plus tard.",
    ],
)
def test_names_in_another_order_pass(french: str) -> None:
    assert _codes(_CONTRACT, french) & {"roles-swapped", "name-elsewhere"} == set()


_LEADER = """
The council leader, Rhys Tomlin, said he would rather renegotiate the contract: cancelling early would cost up to 1.3 million pounds, according to the town's lawyers.
Penny Achebe, who runs the Pellworth advice centre, thinks that is the wrong way round.
The Orchard Trust has proposed that 5 percent of the income be divided among the pickers or their heirs. Fieldhand Robotics sold its first machines there in 2021.
Ingeborg Brandvold had the idea. The company has called the proposal "without any basis in the contracts".
""".strip()


def test_a_name_beside_its_own_clause_only_by_being_named_is_found() -> None:
    told = "Le chef de l’exécutif local, {}, préfère renégocier : une résiliation anticipée coûterait jusqu’à 1,3 million de livres, selon les juristes de la ville."
    source = prepare(_article(_LEADER))
    claims = [read_statement("body[0]", 0, told.format(name), "fr") for name in ("Penny Achebe", "Rhys Tomlin")]
    assert [len(list(names_for_others(one, source))) for one in claims] == [1, 0]


def test_a_clause_may_render_what_the_source_tells_of_the_company() -> None:
    french = "L’Orchard Trust propose de partager 5\u00a0% des revenus entre les cueilleurs ou leurs héritiers, ce que Fieldhand Robotics juge sans fondement dans les contrats."
    assert "name-elsewhere" not in _codes(_LEADER, french)


@pytest.mark.parametrize(("role", "found"), [("ministre des Transports", True), ("journaliste", False)])
def test_who_signs_the_article_is_told_to_write(role: str, found: bool) -> None:
    """The minister that the article names besides lends no office to its author."""
    minister = Paragraph(id="p9", text="The transport minister said nothing.")
    article = ARTICLE.model_copy(update={"paragraphs": (*ARTICLE.paragraphs, minister)})
    quote = DRAFT.quotes[0].model_copy(update={"speaker": "Ines Harrow", "role": role})
    findings = verify(DRAFT.model_copy(update={"quotes": (quote,)}), with_sentences(article), house=HOUSE).findings
    assert ("quote-role" in {one.code for one in findings}) == found


def test_a_branch_secretary_is_no_minister() -> None:
    source = "The union's branch secretary, Denise Okoro, said that the port had lied to its workers."
    told = "{}, Denise Okoro, affirme que le port a menti à ses ouvriers."
    assert "role-wrong" in _codes(source, told.format("La ministre des Transports"))
    assert "role-wrong" not in _codes(source, told.format("La secrétaire de la section syndicale"))


def test_more_than_three_times_is_never_more_than_a_third() -> None:
    source = (
        "The machines picked more than half of the apples. They bruised more than three times as many as a good crew."
    )
    assert _codes(source, "Les machines ont cueilli plus du tiers des pommes.") & {"figure-unknown", "figure-elsewhere"}
    assert not _codes(source, "Les machines ont cueilli plus de la moitié des pommes.")


_TOLD = """
The nurses say managers told them that each clinic was expected to keep referrals below 6 percent of visits.
The port's director spoke of safety. "We count devices. We do not follow people," said Alan Pryce.
The union knew that the contract would run out in May.
""".strip()


@pytest.mark.parametrize(
    "french",
    [
        "Des responsables leur ont indiqué que chaque clinique devait maintenir les transferts sous 6\u00a0% des visites.",
        "Alan Pryce invoque la sécurité et sait que l’on compte des appareils sans suivre les personnes.",
    ],
)
def test_hearsay_told_as_known_is_found(french: str) -> None:
    assert "certainty-reported" in _codes(_TOLD, french)


@pytest.mark.parametrize(
    "french",
    [
        "D’après les infirmières, des responsables leur ont indiqué que chaque clinique devait maintenir les transferts sous 6\u00a0% des visites.",
        "Selon les infirmières, chaque clinique devait maintenir les transferts sous 6\u00a0% des visites.",
        "Des responsables leur ont indiqué, affirment les infirmières, que chaque clinique devait maintenir les transferts sous 6\u00a0% des visites.",
        "Alan Pryce invoque la sécurité et assure que l’on compte des appareils sans suivre les personnes.",
        "Le syndicat savait que le contrat expirerait en mai.",
    ],
)
def test_hearsay_told_as_such_passes(french: str) -> None:
    assert "certainty-reported" not in _codes(_TOLD, french)
