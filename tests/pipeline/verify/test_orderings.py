"""Who is ahead of whom, and whose figure is whose: turned round they are found, told from the other side not."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.verify.prepare import Statement, read_statement
from pipeline.verify.quantities.pairings import figures_exchanged
from pipeline.verify.scope.orderings import orders_turned


def _pair(source: str, french: str) -> tuple[Statement, list[Statement]]:
    return read_statement("body[0]", 0, french, "fr"), [read_statement("p1", 0, source, "en")]


_ORDERS = (
    ("Norvale is the third busiest port in the country, behind Ossing and Brackwater.",
     "Norvale est le troisième port du pays, derrière Ossing et Brackwater.",
     "Norvale est le premier port du pays, devant Ossing et Brackwater."),
    ("The airline is now ahead of Tarnair in passengers.",
     "La compagnie devance désormais Tarnair par le nombre de passagers.",
     "La compagnie est désormais derrière Tarnair par le nombre de passagers."),
    ("Losses there are the second highest in the state, after those of Ossing.",
     "Les pertes y sont les deuxièmes de l’État, derrière celles d’Ossing.",
     "Les pertes y sont les plus fortes de l’État, devant celles d’Ossing."),
    ("Karsund finished ahead of Ostvik.",
     "Karsund a terminé devant Ostvik.",
     "Ostvik a terminé devant Karsund."),
    ("Only Ossing, followed by Karsund, spends more.",
     "Seule Ossing, suivie de Karsund, dépense davantage.",
     "Seule Ossing, derrière Karsund, dépense davantage."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _ORDERS)
def test_an_order_turned_round_is_found(source: str, right: str, spoilt: str) -> None:
    assert list(orders_turned(*_pair(source, right))) == []
    found = list(orders_turned(*_pair(source, spoilt)))
    assert {(one.code, one.severity) for one in found} == {("ranking-changed", "warning")}


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("Karsund finished ahead of Ostvik.", "Ostvik a terminé derrière Karsund."),
        ("He spoke before the court in Ossing, after the mayor.", "Il s’est exprimé devant le tribunal d’Ossing, après la maire."),
        ("The queue outside the Tarn bakery is behind the church.", "La file devant la boulangerie Tarn passe derrière l’église."),
        ("She came back to Ossing after the war.", "Elle est revenue à Ossing après la guerre."),
    ],
)  # fmt: skip
def test_an_order_told_from_the_other_side_is_left_alone(source: str, french: str) -> None:
    assert list(orders_turned(*_pair(source, french))) == []


_FIGURES = (
    ("Wages rose by 6.4% in Karsund and by 2.1% in Ostvik.",
     "Les salaires ont augmenté de 6,4 % à Karsund et de 2,1 % à Ostvik.",
     "Les salaires ont augmenté de 2,1 % à Karsund et de 6,4 % à Ostvik."),
    ("In Karsund, where rates are up 31 per cent, and in Ostvik, at 12 per cent, shops have closed.",
     "Des commerces ont fermé à Karsund (hausse de 31 %) et à Ostvik (12 %).",
     "Des commerces ont fermé à Ostvik (hausse de 31 %) et à Karsund (12 %)."),
    ("Tarn Logistics paid $41m and Nordlink $18m.",
     "Tarn Logistics a versé 41 millions de dollars, et Nordlink 18 millions.",
     "Nordlink a versé 41 millions de dollars, et Tarn Logistics 18 millions."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _FIGURES)
def test_figures_exchanged_between_two_names_are_found(source: str, right: str, spoilt: str) -> None:
    assert list(figures_exchanged(*_pair(source, right))) == []
    found = list(figures_exchanged(*_pair(source, spoilt)))
    assert {(one.code, one.severity) for one in found} == {("figure-swapped", "warning")}


def test_figures_told_in_another_order_keep_their_names() -> None:
    source = "Karsund has 31 per cent of the fleet, Ostvik 12 per cent."
    assert list(figures_exchanged(*_pair(source, "Ostvik possède 12 % de la flotte, contre 31 % pour Karsund."))) == []
