"""Free newspaper French that says what the source says, and beside each the error that it must not hide."""

# ruff: noqa: E501 - a sentence stands beside its source, each on its line.

from datetime import date

import pytest

from pipeline.verify import compare
from pipeline.verify.assertion.admissions import admits_an_error
from pipeline.verify.assertion.certainty import is_hindered
from pipeline.verify.deeds.converse import tells_the_converse
from pipeline.verify.offices.roles import compare_offices
from pipeline.verify.offices.standing import compare_standing
from pipeline.verify.prepare import Statement, read_statement
from pipeline.verify.quantities.figures import compare_figures
from tests.pipeline.verify.drafts import HOUSE, found_on


def _codes(source: str, french: str) -> set[str]:
    """The codes of what is found on a body paragraph that stands alone against a source, form and support aside."""
    return {one.code for one in found_on(source, french) if not one.code.startswith("support")}


def _english(text: str, place: str = "p1") -> Statement:
    return read_statement(place, 0, text, "en")


def _french(text: str) -> Statement:
    return read_statement("body[0]", 0, text, "fr")


def _pair(source: str, french: str) -> set[str]:
    found = compare(source, french, source_language="en", house=HOUSE)
    return {one.code for one in found if one.severity != "note"}


# source | what free French says | what is wrong | the code that tells it
_PAIRS = (
    # what a figure is compared with
    ("The score of 71 was above the 55 the regulator asks for.", "La note de 71 dépasse les 55 que demande le régulateur.",
     "La note de 71 est inférieure aux 55 que demande le régulateur.", "figure-bound"),
    ("Sales topped 55 million euros.", "Les ventes ont dépassé 55 millions d’euros.",
     "Les ventes ont été de 55 millions d’euros.", "figure-bound"),
    ("It runs the port under a ten-year contract.", "Il exploite le port par un contrat de dix ans.",
     "Il exploite le port par un contrat de moins de dix ans.", "figure-bound"),
    ("The camp takes children under the age of nine.", "Le camp accueille les enfants de moins de 9 ans.",
     "Le camp accueille les enfants de plus de 9 ans.", "figure-bound"),
    ("In the year to June it lost 40 jobs.", "Au cours des douze mois achevés en juin, il a perdu 40 emplois.",
     "Au cours des dix-huit mois achevés en juin, il a perdu 40 emplois.", "figure-unknown"),
    ("A second count is held where the margin is below 40 votes.", "Un second décompte a lieu là où l’écart n’atteint pas 40 voix.",
     "Un second décompte a lieu là où l’écart atteint 40 voix.", "figure-bound"),
    # a denial in passing
    ("Ms Orne thanked the crew but denied that the hull had been weak.", "Mme Orne a remercié l’équipage, tout en niant que la coque ait été fragile.",
     "Mme Orne a remercié l’équipage, tout en admettant que la coque ait été fragile.", "negation-lost"),
    # who is counted
    ("One guard watches 80 men.", "Un surveillant a la charge de 80 détenus.", "Un surveillant a la charge de 80 caméras.", "figure-counted"),
    ("Cases rose in 13 local prisons.", "Les cas ont augmenté dans treize établissements.",
     "Les cas ont augmenté dans treize villes.", "figure-counted"),
    # names of countries
    ("Brasonia will vote in May.", "La Brasonie votera en mai.", "La Brasonne votera en mai.", "name-altered"),
    ("Shares in Tarn fell.", "L’action Tarn a baissé en Bourse.", "L’action Corva a baissé en Bourse.", "name-unknown"),
    # what is denied by affirming, and the other way round
    ("The firm is willing to sue.", "L’entreprise n’hésite pas à saisir la justice.",
     "L’entreprise ne veut pas saisir la justice.", "negation-added"),
    ("All but three of the 20 schools joined.", "Sur les vingt écoles, seules trois n’ont pas adhéré.",
     "Les vingt écoles n’ont pas adhéré.", "negation-added"),
    ("She is the youngest person to lead it.", "Jamais il n’avait été dirigé par quelqu’un d’aussi jeune.",
     "Elle n’est pas la plus jeune à le diriger.", "negation-added"),
    ("Ana Lund billed patients twice, which she denies.", "Ana Lund, qui s’en défend, aurait facturé deux fois ses patients.",
     "Ana Lund aurait facturé deux fois ses patients.", "negation-lost"),
    # certainty
    ("Boys are twice as likely to drop out.", "Les garçons sont deux fois plus nombreux à décrocher.", "", ""),
    ("Boys are likely to drop out.", "Les garçons décrocheront probablement.", "Les garçons décrochent.", "certainty-possible"),
    ("None of the witnesses could identify him.", "Aucun témoin n’a été en mesure de l’identifier.", "", ""),
    ("The dam could fail.", "Le barrage pourrait céder.", "Le barrage a cédé.", "certainty-possible"),
    # who buys and who sells
    ("Corran bought Tansy from Berg.", "Berg a cédé Tansy à Corran.", "Corran a cédé Tansy à Berg.", "direction-reversed"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "wrong", "code"), _PAIRS, ids=lambda one: str(one)[:30])
def test_free_french_passes_and_the_error_beside_it_is_found(source: str, right: str, wrong: str, code: str) -> None:
    assert _pair(source, right) - {"figure-missing"} == set()
    assert not code or code in _pair(source, wrong)


def _figures(source: list[Statement], french: str, anchor: date | None = None) -> list[str]:
    return [one.code for one in compare_figures(_french(french), source, source, anchor)]


def test_a_share_follows_from_two_amounts() -> None:
    source = [_english("Of the 1,200 workers, 300 were sent home.")]
    assert _figures(source, "Un quart des 1 200 salariés ont été renvoyés chez eux.") == []
    assert _figures(source, "Un tiers des 1 200 salariés ont été renvoyés chez eux.") == ["figure-unknown"]


def test_a_share_of_nothing_that_the_draft_tells_is_unknown() -> None:
    source = [_english("Of the 1,200 workers, 300 were sent home.")]
    assert _figures(source, "Un quart des salariés de la région a été renvoyé.") == ["figure-unknown"]


def test_a_span_follows_from_the_day_of_the_article() -> None:
    source = [_english("Spending cuts loom before the election in September.")]
    day = date(2026, 3, 12)
    assert _figures(source, "Des coupes menacent, à six mois du scrutin.", day) == []
    assert _figures(source, "Des coupes menacent, à huit mois du scrutin.", day) == ["figure-unknown"]


def test_a_list_has_a_length() -> None:
    source = [_english("It joined Estonia, Iceland, Latvia and Slovenia in the talks.")]
    assert _figures(source, "Il s’est allié à quatre autres pays.") == []
    assert _figures(source, "Il s’est allié à cinq autres pays.") == ["figure-unknown"]


def test_an_estimate_is_held_for_one_by_the_conditional() -> None:
    source = [_english("The levy would raise an estimated €95m a year.")]
    assert _figures(source, "La taxe rapporterait 95 millions d’euros par an.") == []
    assert _figures(source, "La taxe rapporte 95 millions d’euros par an.") == ["figure-hedge"]


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("It alleges that Hank Oberly, who chairs the board, met them.", "Selon un collectif, Keep Tarn Green, le président du conseil, Hank Oberly, les a vus."),
        ('"It is good," said Hugo Ferrand, an analyst at Calder Ames.', "Chez Calder Ames, l’analyste Hugo Ferrand s’en félicite."),
        ("The chief executive, Tamsin Orde, resigned. Its leader, Marcia Dunne, is for it.", "La municipalité l’approuve par la voix de sa dirigeante, Marcia Dunne."),
        ("The governor of the prison, Graham Oye, wrote twice. Prisoners were told.", "Le directeur, Graham Oye, a écrit deux fois."),
        ("Major Tobias Renn, its recruiting officer, agreed.", "Le commandant Tobias Renn est d’accord."),
        ("Tamsin Orlo, president of the union, agreed.", "À la tête du syndicat, Tamsin Orlo est d’accord."),
        ("Finance chief Laura Bell resigned.", "La directrice financière, Laura Bell, a démissionné."),
    ],
)  # fmt: skip
def test_an_office_is_that_of_the_name_it_leads_to(source: str, french: str) -> None:
    said = [_english(one, f"p{n}") for n, one in enumerate(source.replace(". ", ".\n").split("\n"))]
    assert [one.code for one in compare_offices(_french(french), said)] == []


def test_a_state_governor_directs_no_prison() -> None:
    source = [_english("Governor Graham Oye vetoed the bill.")]
    assert [one.code for one in compare_offices(_french("Le directeur, Graham Oye, a mis son veto."), source)] == ["role-wrong"]  # fmt: skip


def test_only_the_office_that_is_over_is_a_former_one() -> None:
    source = [_english("Dilys Crane, a former sergeant who chairs the federation, said so.")]
    assert list(compare_standing(_french("La présidente de la fédération, Dilys Crane, le dit."), source)) == []
    source = [_english("Dilys Crane, a former mayor, said so.")]
    assert [one.code for one in compare_standing(_french("La maire, Dilys Crane, le dit."), source)] == ["role-wrong"]


def test_who_was_sacked_is_a_former_coach() -> None:
    source = [_english("Coach Ines Varga wrote to him. Three weeks later the board sacked her.")]
    assert list(compare_standing(_french("L’ancienne entraîneuse, Ines Varga, lui a écrit."), source)) == []
    source = [_english("Coach Ines Varga wrote to him. Three weeks later the board praised her.")]
    assert [one.code for one in compare_standing(_french("L’ancienne entraîneuse, Ines Varga, lui a écrit."), source)] == ["role-wrong"]  # fmt: skip


def test_a_sale_has_two_sides() -> None:
    source = _english("Corran bought Tansy from Berg.")
    assert tells_the_converse(_french("Berg a cédé Tansy à Corran."), source)
    assert not tells_the_converse(_french("Corran a cédé Tansy à Berg."), source)


_DRAFTED = (
    # what is only weighed by those who say so
    ("Two law firms have said they are looking into a possible suit, but none has been filed.",
     "Aucune plainte n’a été déposée, même si deux cabinets d’avocats étudient cette possibilité.", "", ""),
    ("The museum lent 40 works for the new wing.", "Quarante œuvres ont été empruntées au musée pour la nouvelle aile.", "", ""),
    # who says both, and what a passage says of others
    ("Carla Viseu, who speaks for the families, welcomed the report but said she was sorry that it named nobody.",
     "Carla Viseu, qui parle pour les familles, salue le rapport mais regrette qu’il ne désigne personne.",
     "Carla Viseu, qui parle pour les familles, critique le rapport et regrette qu’il ne désigne personne.", "direction-reversed"),
    ("A first cut could come as early as June, the bank said on March 12.\nThe bank may ease in June.",
     "Une première baisse pourrait intervenir dès juin, selon la banque.",
     "Une première baisse pourrait intervenir dès juillet, selon la banque.", "date-unknown"),
    ("The Harbour Line metro could cost 4.9 billion euros.",
     "La Harbour Line, future ligne de métro du port, pourrait grimper à 4,9 milliards d’euros.",
     "La Harbour Line, future ligne de métro du port, coûtera 4,9 milliards d’euros.", "certainty-possible"),
    ("Twenty-two victims died in their cars, the 480-page report says.\nSirens failed, a commission of inquiry said in a report.",
     "Selon le rapport d’une commission d’enquête, des sirènes sont restées muettes. Vingt-deux victimes ont péri dans leur voiture.",
     "Des sirènes sont restées muettes. Vingt-deux victimes ont péri dans leur voiture.", "certainty-reported"),
    ("Of the 47 who spoke, all but five spoke against the project.", "Sur les 47 orateurs, cinq seulement ont défendu le projet.",
     "Sur les 47 orateurs, cinq seulement ont critiqué le projet.", "direction-reversed"),
    ("At 520 million euros a kilometre, the line is the third most expensive under construction.",
     "À 520 millions d’euros le kilomètre, la ligne se hisse au troisième rang des plus coûteuses en chantier.",
     "À 520 millions d’euros le kilomètre, la ligne est la plus coûteuse en chantier.", "ranking-changed"),
    ("Portrans accepts all but three of the court’s 24 recommendations.",
     "Portrans accepte toutes les recommandations de la cour, sauf trois.", "", ""),
    ("The ministry has yet to release the 95 million dollars needed.",
     "Le ministère n’a pas encore débloqué les 95 millions de dollars nécessaires.", "", ""),
    ("Prosecutors opened an inquiry in January, but no one has been charged so far.",
     "Le parquet a ouvert une enquête en janvier, sans que personne ait été inculpé à ce jour.",
     "Le parquet a ouvert une enquête en janvier, et une personne a été inculpée à ce jour.", "negation-lost"),
    ("It alleges that Hank Oberly, who chairs the county board, met executives of Tarn in private.",
     "Selon la plainte, le président du conseil du comté, Hank Oberly, aurait rencontré en privé des dirigeants de Tarn.", "", ""),
    ("Prisoners were locked in their cells for up to 23 hours a day, according to an inspection report.",
     "Des détenus ont passé jusqu’à 23 heures par jour en cellule. C’est ce que révèle un rapport d’inspection.",
     "Des détenus ont passé jusqu’à 23 heures par jour en cellule.", "certainty-reported"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "wrong", "code"), _DRAFTED, ids=lambda one: str(one)[:30])
def test_a_drafted_sentence_may_say_it_freely(source: str, right: str, wrong: str, code: str) -> None:
    assert _codes(source, right) == set()
    assert not code or code in _codes(source, wrong)


def test_what_someone_is_kept_from_is_not_done() -> None:
    for text in (
        "Les loyers la retiennent de baisser son taux.",
        "Il refuse de baisser le prix.",
        "Elle a renoncé à baisser le prix.",
    ):
        assert is_hindered(text, text.index("baisser"))
    for text in ("Les loyers la poussent à baisser son taux.", "Il refuse, elle va baisser le prix."):
        assert not is_hindered(text, text.index("baisser"))


def test_an_error_that_the_source_owns_up_to_may_be_admitted() -> None:
    source = [_english("We were wrong, and I apologise.")]
    claim = _french("La ministre a reconnu son erreur.")
    at = claim.text.index("reconnu") + len("reconnu")
    assert admits_an_error(claim, at, source)
    assert not admits_an_error(claim, at, [_english("She denied that it had been hidden.")])
    hidden = _french("La ministre a reconnu que la fuite avait été cachée.")
    assert not admits_an_error(hidden, at, source)
