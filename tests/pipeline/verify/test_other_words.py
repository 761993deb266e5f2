"""What good French says in other words than its source, and beside each what must still be found."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

from datetime import date

import pytest

from pipeline.verify.assertion.certainty import compare_direction
from pipeline.verify.assertion.cues import cues_in
from pipeline.verify.assertion.opposites import turned_words
from pipeline.verify.assertion.polarity import denials_lost
from pipeline.verify.assertion.predicates import turned_denials
from pipeline.verify.offices.holders import offices_of_others
from pipeline.verify.offices.roles import compare_offices
from pipeline.verify.offices.standing import compare_standing
from pipeline.verify.prepare import read_statement
from pipeline.verify.quantities.figures import compare_figures
from pipeline.verify.times.periods import compare_dates
from tests.pipeline.verify.drafts import found_on


def _codes(source: str, french: str) -> set[str]:
    """The codes of what is found on a body paragraph that stands alone against a source, form and support aside."""
    return {one.code for one in found_on(source, french) if not one.code.startswith("support")}


_FIGURES = (
    ("Timber accounted for less than a tenth of the extra cost.",
     "Le bois représente moins d’un dixième du surcoût.", "Le bois représente plus d’un dixième du surcoût."),
    ("The average wait is 31 months.", "L’attente dure en moyenne plus de deux ans et demi.", "L’attente dure en moyenne moins de deux ans et demi."),
    ("The chance of rain is no more than 25 per cent.", "La probabilité de pluie ne dépasse pas 25 %.", "La probabilité de pluie dépasse 25 %."),
    ("They bore a number that did not exist, and more than half of these had been typed by clerks.",
     "Plus de la moitié avaient été saisies par des employés.", "Jusqu’à la moitié avaient été saisies par des employés."),
    ("The change would require 210 vehicles.", "Le changement exigerait 210 cars.", "Le changement exigerait 210 chauffeurs."),
    ("The number of boats fell from 1,240 in March to 980 last month.",
     "Le nombre de bateaux est descendu à 980 contre 1 240 un an plus tôt.", "Le nombre de bateaux est descendu à 890 contre 1 240 un an plus tôt."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _FIGURES)
def test_a_figure_in_other_words_is_the_source_s(source: str, right: str, spoilt: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(compare_figures(read_statement("body[0]", 0, right, "fr"), said, said)) == []
    assert list(compare_figures(read_statement("body[0]", 0, spoilt, "fr"), said, said))


_OFFICES = (
    # whose lawyer
    ("Sergeant Ned Lund passed it on.\nThe lawyer, Ada Marsh, denied it.",
     "L’avocate du sergent, Ada Marsh, le dément.", "La sergente, Ada Marsh, le dément."),
    # a union of policemen
    ("Inspector Hal Voss told the head of the police union, Ada Marsh.",
     "La cheffe du syndicat policier, Ada Marsh, a été prévenue.", "La policière Ada Marsh a été prévenue."),
    # by whom it was ordered
    ("The minister, Hal Voss, buried a study ordered by Ada Marsh.",
     "Il accuse le ministre d’avoir enterré une étude commandée par sa collègue, Ada Marsh.", "Il accuse la ministre, Ada Marsh, d’avoir enterré une étude."),
    # whom she told
    ("The housing convener, Ada Marsh, told councillors on Tuesday.",
     "La responsable du logement, Ada Marsh, l’a annoncé.", ""),
    ("Ada Marsh, a councillor, said no.", "La conseillère municipale Ada Marsh a dit non.", "La juge Ada Marsh a dit non."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _OFFICES)
def test_an_office_is_held_by_whom_it_is_said_of(source: str, right: str, spoilt: str) -> None:
    said = [read_statement("p1", 0, one, "en") for one in source.split("\n")]
    for text, wrong in ((right, False), (spoilt, True)):
        claim = read_statement("body[0]", 0, text, "fr")
        assert not text or bool([*compare_offices(claim, said), *offices_of_others(claim, said)]) is wrong


def test_who_is_in_charge_may_have_any_title() -> None:
    said = [
        read_statement("p1", 0, one, "en")
        for one in ("The housing convener, Ada Marsh, said no.", "The director of housing, Hal Voss, said yes.")
    ]
    assert (
        list(offices_of_others(read_statement("b", 0, "La responsable du logement, Ada Marsh, a dit non.", "fr"), said))
        == []
    )
    assert list(
        offices_of_others(read_statement("b", 0, "La directrice du logement, Ada Marsh, a dit non.", "fr"), said)
    )


def test_who_is_two_years_late_is_no_late_minister() -> None:
    late = [read_statement("p1", 0, "It will end two years late, the minister, Ada Marsh, said.", "en")]
    dead = [read_statement("p1", 0, "It was built by the late minister, Ada Marsh.", "en")]
    claim = read_statement("body[0]", 0, "La ministre, Ada Marsh, l’a annoncé.", "fr")
    assert list(compare_standing(claim, late)) == []
    assert list(compare_standing(claim, dead))


_TURNED = (
    ("The department kept the audit confidential after an update had made the field optional.",
     "La mise à jour a rendu facultative la saisie du champ, et l’audit est resté confidentiel."),
    ("The audit said that two officers had been suspended and warned twice.",
     "L’audit dit que deux agents, avertis à deux reprises, sont écartés."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "french"), _TURNED)
def test_a_word_of_another_sense_turns_nothing(source: str, french: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(turned_words(read_statement("body[0]", 0, french, "fr"), said)) == []


_LEFT = (
    ("High schools would open no earlier than 9 a.m. under the bill.", "La loi fera commencer plus tard les lycées.",
     "High schools would not open before the vote.", "Les lycées ouvriraient dès le vote."),
    ("It’s not the driest year that I’ve seen.", "Il a vu une année plus sèche.",
     "It’s not a dry year.", "C’est une année sèche."),
    ("Universities, which do not take the results into account, agreed.", "Le ministère a mené une étude.",
     "Universities did not accept the results.", "Les universités ont accepté les résultats."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "denied", "spoilt"), _LEFT)
def test_what_denies_nothing_loses_no_denial(source: str, right: str, denied: str, spoilt: str) -> None:
    for english, french, lost in ((source, right, False), (denied, spoilt, True)):
        claim, said = read_statement("body[0]", 0, french, "fr"), [read_statement("p1", 0, english, "en")]
        assert bool([*denials_lost(claim, said), *turned_denials(claim, said)]) is lost


_DOUBTS = (
    # the infinitive of a plan
    ("The exams would be abolished under a bill that the minister intends to introduce in April.",
     "Supprimer les examens : tel est le projet de loi que la ministre compte déposer en avril.",
     "Les examens sont supprimés : la ministre dépose son projet de loi en avril."),
    # a subject alone, and the weeks that followed
    ("Among those allegedly tracked is Ada Marsh, a reporter, whose plate was searched 17 times in the weeks after her article.",
     "La plaque de la journaliste Ada Marsh, qui n’en savait rien, a été recherchée 17 fois dans les semaines qui ont suivi son article.",
     "La journaliste Ada Marsh a été suivie dans les semaines d’après son article."),
    # who will act says so
    ("The prosecutor, Ada Marsh, said that her office was reviewing five cases and would decide by August whether to sue.",
     "La procureure, Ada Marsh, décidera d’ici à août si elle engage des poursuites dans les cinq dossiers.",
     "La procureure, Ada Marsh, a engagé des poursuites dans les cinq dossiers."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _DOUBTS)
def test_a_doubt_is_kept_in_other_forms(source: str, right: str, spoilt: str) -> None:
    assert not {one for one in _codes(source, right) if one.startswith("certainty")}
    assert {one for one in _codes(source, spoilt) if one.startswith("certainty")}


def test_what_could_not_be_said_is_not_possible() -> None:
    assert "possible" not in cues_in("By how much could not be said.", "en")
    assert "possible" in cues_in("It could be said by how much.", "en")


def test_figures_tell_which_passage_is_rendered() -> None:
    """The doubt about 31 officers is not lost by a sentence on the 4,300 searches that the audit counted."""
    doubted = "As many as 31 officers may have searched the plate database, according to an audit released on Monday by order of a judge."
    source = f"{doubted}\nIt found that 4,300 of them bore no number."
    assert "certainty-possible" not in _codes(
        source, "Un audit rendu public sur ordre d’un juge recense 4 300 recherches dans la base de plaques."
    )
    assert "certainty-possible" in _codes(
        source, "Un audit rendu public sur ordre d’un juge recense 31 policiers qui ont fouillé la base de plaques."
    )


def test_who_heads_a_union_is_not_who_acts() -> None:
    source = "The Basin Farmers’ Union alleges that the authority gave in to pressure from the owner of the mine.\n“Somebody rang somebody,” said the union’s president, Kaye Lund."
    assert "name-elsewhere" not in _codes(
        source,
        "Le syndicat que préside Kaye Lund prétend que l’Autorité aurait cédé aux pressions du propriétaire de la mine.",
    )


def test_what_came_before_did_not_follow() -> None:
    source = "Her plate was searched 17 times in the weeks after she published an article about overtime fraud."
    said = [read_statement("p1", 0, source, "en")]
    for word, turned in (("suivi", False), ("précédé", True)):
        french = f"Sa plaque a été recherchée 17 fois dans les semaines qui ont {word} un article sur des fraudes aux heures supplémentaires."
        claim = read_statement("body[0]", 0, french, "fr")
        assert bool([*turned_words(claim, said), *compare_direction(claim, said)]) is turned


def test_a_year_that_is_only_compared_with_dates_nothing() -> None:
    day = date(2026, 10, 9)
    season = read_statement("p1", 0, "Production could fall by 45 per cent this year.", "en", day)
    dams = read_statement(
        "p2", 0, "The dams hold 34 per cent, compared with 58 per cent at the same date last year.", "en", day
    )
    sold = read_statement("p2", 0, "The farmer sold his harvester last year.", "en", day)
    for near, french, wrong in (
        (dams, "L’agriculteur a vendu sa moissonneuse cette année.", False),
        (dams, "Ce qui est dur, c’est que cette année soit si sèche.", False),
        (sold, "L’agriculteur a vendu sa moissonneuse cette année.", True),
        (dams, "Les barrages sont remplis à 34 %, contre 58 % à la même date cette année.", True),
    ):
        claim = read_statement("body[0]", 0, french, "fr", day)
        assert bool(list(compare_dates(claim, [near], [season, near], day))) is wrong


def test_what_is_given_back_is_still_not_kept() -> None:
    said = [read_statement("p1", 0, "The city will keep the land that it took from the farmers.", "en")]
    claim = read_statement("body[0]", 0, "La ville rendra les terres qu’elle a prises aux agriculteurs.", "fr")
    assert [one.code for one in turned_words(claim, said)] == ["direction-reversed"]
