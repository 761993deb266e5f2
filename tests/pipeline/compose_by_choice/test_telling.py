"""What stands beside a quotation is the source's, or nothing."""

import pytest

from pipeline.compose_by_choice.rendering import Rendering
from pipeline.compose_by_choice.selecting import Pick
from pipeline.compose_by_choice.telling import Told, _as_role, _distinct, _summed_up, _title
from pipeline.settings import PROJECT, load_house
from schemas.article import ArticleQuote
from schemas.finding import Finding

HOUSE = load_house(PROJECT / "data")


@pytest.mark.parametrize(
    ("role", "french", "kept"),
    [
        ("chair of the cooperative’s board", "Présidente du conseil.", "présidente du conseil"),
        ("chair of the cooperative’s board", "Directeur de la coopération.", ""),
        ("a courier for nine years", "Livreuse depuis neuf ans.", "livreuse depuis neuf ans"),
    ],
)
def test_a_role_that_became_another_office_is_left_out(role: str, french: str, kept: str) -> None:
    assert _as_role(french, ArticleQuote(id="q1", text="We wait.", paragraph="p1", speaker="Ana", role=role)) == kept


def test_the_body_says_no_sentence_of_the_standfirst_again() -> None:
    summary = "Un rapport relève 1 312 coupures décidées par un logiciel. La régie promet d’y mettre fin en janvier."
    french = ["La régie promet d’y mettre fin en janvier.", "Un agent pouvait s’y opposer dans les deux heures."]
    told = [Told(Pick(one, "p1", 0, 9, n, 1.0, leans=False), one) for n, one in enumerate(french)]
    assert [one.french for one in _distinct(told, summary)] == french[1:]
    assert _distinct(told, "") == told


def test_a_sentence_that_points_back_is_no_title_while_another_is() -> None:
    pairs = [
        ("Halden denied them on Tuesday.", "Halden a démenti ces demandes mardi."),
        ("Five nurses sued the clinics of Halden.", "Cinq infirmières poursuivent les cliniques de Halden."),
    ]
    told = [Told(Pick(one, "p1", 0, 9, n, 2.0 - n, leans=False), french) for n, (one, french) in enumerate(pairs)]
    assert _title(None, told, HOUSE) == "Cinq infirmières poursuivent les cliniques de Halden"
    assert _title(None, told[:1], HOUSE) == "Halden a démenti ces demandes mardi"


def test_a_headline_that_seems_turned_round_is_no_title_while_a_whole_sentence_is() -> None:
    turned = Finding(code="direction-reversed", severity="warning", part="translation", excerpt="", message="…")
    headline = Rendering("La régie arrête les coupures", (turned,), closeness=0.8, score=0.35)
    (told,) = [Told(Pick("The board cut", "p1", 0, 9, 0, 1.0, leans=False), "La régie a coupé 1 312 compteurs.")]
    assert _title(headline._replace(faults=()), [told], HOUSE) == headline.french
    assert _title(headline, [told], HOUSE) == "La régie a coupé 1 312 compteurs"
    assert _title(headline, [], HOUSE) == headline.french
    assert _title(headline._replace(faults=(), fits=False), [told], HOUSE) == "La régie a coupé 1 312 compteurs"


def test_the_standfirst_holds_what_of_the_description_rendered_whole_and_stands_alone() -> None:
    first, second, third = (
        Rendering(french, (), closeness=0.8, score=0.5)
        for french in ("La régie coupe l’eau.", "Elle s’arrêtera en janvier.", "Un rapport compte 1 312 coupures.")
    )
    failed = first._replace(score=-0.5)
    assert _summed_up([first, second, third], 280) == f"{first.french} {second.french} {third.french}"
    assert _summed_up([failed, second, third], 280) == third.french
    assert _summed_up([first, second, third], 60) == f"{first.french} {second.french}"
    assert _summed_up([None, failed], 280) == ""
