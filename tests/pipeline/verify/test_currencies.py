"""Money, weight and ordinals, as the two languages say them."""

import pytest

from pipeline.verify.prepare import read_statement
from pipeline.verify.quantities.figures import compare_figures
from pipeline.verify.quantities.numbers import read_figures


def _codes(source: str, french: str, *before: str) -> list[tuple[str, str]]:
    everywhere = [read_statement(f"p{n}", 0, text, "en") for n, text in enumerate([*before, source])]
    claim = read_statement("body[0]", 0, french, "fr")
    return [(one.code, one.severity) for one in compare_figures(claim, everywhere[-1:], everywhere)]


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("It faces a fine of up to 47 million pounds.", "Elle encourt jusqu'à 47 millions de livres d'amende."),
        ("They asked for 50 pounds a day.", "Ils demandaient 50 livres par jour."),
        ("It cost between 3 million and 4.5 million pounds.", "Cela a coûté entre 3 et 4,5 millions de livres."),
        ("The crate weighed 50 pounds.", "La caisse pesait 50 livres."),
        ("He carried 50 pounds of potatoes.", "Il portait 50 livres de pommes de terre."),
        ("The library lent 1,200 books.", "La bibliothèque a prêté 1 200 livres."),
        ("The limit is 75,000 crowns.", "Le plafond est de 75 000 couronnes."),
        ("It paid 400 rand.", "Elle a payé 400 rands."),
        ("They owe 400,000 New Zealand dollars.", "Ils doivent 400 000 dollars."),
        ("They owe 400,000 New Zealand dollars.", "Ils doivent 400 000 dollars néo-zélandais."),
        ("They owe 400,000 dollars.", "Ils doivent 400 000 dollars néo-zélandais."),
        ("Promises that no bill would exceed 15,000 euros.", "Aucune facture ne dépasserait 15 000 euros."),
        ("A third patient died.", "Un troisième patient est mort."),
    ],
)
def test_right_amounts_pass(source: str, french: str) -> None:
    assert _codes(source, french) == []


@pytest.mark.parametrize(
    ("source", "french", "code"),
    [
        ("It faces a fine of 47 million pounds.", "Elle encourt 47 millions d'euros d'amende.", "figure-currency"),
        ("It faces a fine of 47 million pounds.", "Elle a perdu 47 millions de kilos.", "figure-unit"),
        ("They owe 400,000 Canadian dollars.", "Ils doivent 400 000 dollars américains.", "figure-currency"),
        ("They owe US$400,000.", "Ils doivent 400 000 dollars canadiens.", "figure-currency"),
        ("It paid 400 rand.", "Elle a payé 400 roupies.", "figure-currency"),
    ],
)
def test_wrong_amounts_block(source: str, french: str, code: str) -> None:
    assert _codes(source, french) == [(code, "blocking")]


def test_a_unit_may_have_been_said_before() -> None:
    before, source = "The average is about 7,400 euros.", "But some face a bill of more than 20,000."
    assert _codes(source, "Certains devraient plus de 20 000 euros.", before) == []
    assert _codes(source, "Certains devraient plus de 20 000 dollars.", before) == [("figure-unit", "blocking")]
    tenants = "But more than 20,000 tenants refused."
    assert _codes(tenants, "Certains devraient plus de 20 000 euros.", before) == [("figure-unit", "blocking")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("She weighs 120 pounds.", "lb"),
        ("a 20-pound turkey", "lb"),
        ("a 20-pound fine", "pound"),
        ("50 pounds of debt", "pound"),
        ("she lost 40 pounds", "lb"),
        ("the firm lost 40 million pounds", "pound"),
        ("30 lbs", "lb"),
    ],
)
def test_pounds_pay_unless_they_weigh(text: str, unit: str) -> None:
    assert [one.unit for one in read_figures(text, "en")] == [unit]


def test_a_share_is_no_ordinal() -> None:
    assert _codes("A third of patients died.", "Un troisième patient est mort.") == [("figure-unknown", "warning")]
