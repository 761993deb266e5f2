"""What stands beside a quotation is the source's, or nothing."""

import pytest

from pipeline.compose_by_choice.asking import Passage
from pipeline.compose_by_choice.presenting import described, summed_up, title_of
from pipeline.compose_by_choice.rendering import Rendering
from pipeline.compose_by_choice.selecting import Pick
from pipeline.compose_by_choice.telling import Told, _as_role, _distinct, _nearest, _short_one
from pipeline.settings import PROJECT, load_house
from schemas.article import ArticleQuote
from schemas.finding import Finding
from tests.pipeline.articles import MARLOW

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


def _told(*pairs: tuple[str, str]) -> list[Told]:
    """Sentences with their French, the weightiest first."""
    return [Told(Pick(one, "p1", 0, 9, n, 2.0 - n, leans=False), french) for n, (one, french) in enumerate(pairs)]


def _rendering(french: str, *, echo: float = 0.8, fits: bool = True) -> Rendering:
    return Rendering(french, (), closeness=0.8, score=0.5, fits=fits, echo=echo)


def test_the_sentence_nearest_to_the_headline_is_the_title_and_one_that_points_back_is_none() -> None:
    denied = ("Halden denied them on Tuesday.", "Halden a démenti ces demandes mardi.")
    sued = ("Five nurses sued the clinics of Halden.", "Cinq infirmières poursuivent les cliniques de Halden.")
    many = ("About 11,400 people live in Halden.", "Environ 11 400 personnes vivent à Halden.")
    nameless = ("Nurses take clinics to court.", "Des infirmières poursuivent des cliniques.")
    told = _told(denied, many, sued, nameless)
    ranked = _nearest(told, "Nurses take clinics to court in Halden")
    assert [one.french for one in ranked] == [sued[1], many[1], nameless[1], denied[1]]
    assert _short_one(ranked, told, lambda _: (None,), 110) == "Cinq infirmières poursuivent les cliniques de Halden"
    assert [one.french for one in told] == [denied[1], many[1], nameless[1]]
    assert _short_one([], told, lambda _: (None,), 110) == ""
    assert _short_one(ranked, told, lambda _: (None,), 20) == ""


@pytest.mark.parametrize(
    ("french", "points_back"),
    [
        ("Selon Luca Ferrante, ils rentrent à dix heures.", True),
        ("Selon Luca Ferrante, le port sait ce qu’il fait.", False),
    ],
)
def test_what_somebody_says_of_them_points_back(french: str, points_back: bool) -> None:
    (told,) = _told(("They go home at ten.", french))
    assert told.points_back == points_back


def test_a_short_sentence_that_comes_back_is_the_title_before_a_nearer_one_that_does_not() -> None:
    told = _told(("The board cut.", "La planche a coupé."), ("A judge waits.", "Un juge attend."))

    def render(wanted: list[Passage]) -> tuple[Rendering, ...]:
        return tuple(
            _rendering("Un juge patiente.") if one.text == "A judge waits." else _rendering("La planche.", echo=0.4)
            for one in wanted
        )

    assert _short_one(told[:], told, render, 110) == "Un juge patiente"
    assert [one.french for one in told] == ["La planche a coupé."]


def test_a_headline_that_seems_turned_round_or_does_not_come_back_gives_way_to_the_description() -> None:
    turned = Finding(code="direction-reversed", severity="warning", part="translation", excerpt="", message="…")
    headline = _rendering("La régie arrête les coupures")
    leaning, standing = _rendering("Elle promet d’y mettre fin."), _rendering("La régie a coupé 1 312 compteurs.")
    assert title_of(headline, [standing], 110) == (headline.french, [standing])
    for wrong in (
        headline._replace(faults=(turned,)),
        headline._replace(fits=False),
        headline._replace(echo=0.6),
        headline._replace(score=0.2),
        None,
    ):
        assert title_of(wrong, [leaning, standing], 110) == ("La régie a coupé 1 312 compteurs", [leaning])
        assert title_of(wrong, [leaning, None], 110) == ("", [leaning, None])
        assert title_of(wrong, [standing], 20) == ("", [standing])
    nameless = _rendering("Le ministre refuse de partir.")
    assert title_of(None, [nameless], 110) == ("", [nameless])


def test_a_description_is_parted_at_its_full_stops_and_semicolons_whatever_it_lacks() -> None:
    article = MARLOW.model_copy(
        update={"description": "Did it vote on Monday? The mayor of Lyon left;; ;  the vote in Lyon stands"}
    )
    assert [one.text for one in described(article)] == [
        "Did it vote on Monday?",
        "The mayor of Lyon left.",
        "The vote in Lyon stands.",
    ]


def test_the_standfirst_holds_what_of_the_description_rendered_whole_and_stands_alone() -> None:
    said = [
        "La régie de Marlow coupe l’eau des mauvais payeurs.",
        "Elle promet d’y mettre fin en janvier.",
        "Un rapport de la chambre de médiation compte 1 312 coupures.",
    ]
    first, second, third = (_rendering(french) for french in said)
    failed = first._replace(score=-0.5)
    assert summed_up([first, second, third], 280) == " ".join(said)
    assert summed_up([failed, second, third], 280) == third.french
    assert summed_up([first, second, third], 100) == f"{first.french} {second.french}"
    assert summed_up([None, failed], 280) == ""
    # Too little for a reader who sees nothing else: the weightiest sentence stands there instead.
    assert summed_up([first], 280) == ""
