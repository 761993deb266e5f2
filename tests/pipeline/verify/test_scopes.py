"""Ranks and shares: the largest, second only to, all, most, none; told otherwise they are found, told in other words not."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.verify.prepare import read_statement
from pipeline.verify.scope.ranking_words import rankings_in
from pipeline.verify.scope.rankings import compare_rankings
from pipeline.verify.scope.shares import compare_shares
from tests.pipeline.verify.drafts import found_on

_RANKS = (
    ("Tarn won 11 of the 19 contracts put out to tender by the council, more than any other bidder.",
     "Tarn a décroché onze des dix-neuf marchés mis en concurrence, soit plus que tout autre candidat.",
     "Tarn a décroché onze des dix-neuf marchés mis en concurrence, ce qui la plaçait au deuxième rang des candidats."),
    ("Losses in the Norvale network are the second highest of the state’s nine water systems, after those of Brackwater.",
     "Des neuf réseaux d’eau de l’État, seul celui de Brackwater perd davantage que celui de Norvale.",
     "Des neuf réseaux d’eau de l’État, c’est celui de Norvale qui perd le plus d’eau."),
    ("Norvale has the third longest waiting list of the region’s 14 councils, after Tarn and Brackwater.",
     "Des quatorze municipalités de la région, seules Tarn et Brackwater ont une liste d’attente plus longue que Norvale.",
     "Des quatorze municipalités de la région, c’est Norvale qui a la liste d’attente la plus longue."),
    ("The sheriff’s office made more searches than any of the others in the state.",
     "De l’État, c’est le bureau du shérif qui a fait le plus de recherches.",
     "De l’État, c’est le bureau du shérif qui a fait le moins de recherches."),
    ("The institute rated the Norvale merger the best of the five that it studied.",
     "L’institut juge que la fusion de Norvale est la plus réussie des cinq qu’il a étudiées.",
     "L’institut juge que la fusion de Norvale est la moins réussie des cinq qu’il a étudiées."),
    ("Support for the strike was the lowest of any district on the island.",
     "C’est dans l’île que la grève est la moins soutenue de tous les quartiers.",
     "C’est dans l’île que la grève est la plus soutenue de tous les quartiers."),
    ("The rise in fares is the largest since the company bought the line.",
     "Jamais la hausse des tarifs n’avait été aussi forte depuis que l’entreprise a acheté la ligne.",
     "Jamais la hausse des tarifs n’avait été aussi faible depuis que l’entreprise a acheté la ligne."),
    ("The harbour is second only to Tarn in exports.",
     "Pour les exportations, le port occupe la deuxième place, derrière Tarn.",
     "Pour les exportations, le port occupe la troisième place, derrière Tarn."),
)  # fmt: skip
_SHARES = (
    ("About 140 jobs, most of them in administration, could go by the end of 2028.",
     "Quelque 140 postes, administratifs pour la plupart, pourraient disparaître d’ici à la fin de 2028.",
     "Quelque 140 postes, tous administratifs, pourraient disparaître d’ici à la fin de 2028."),
    ("Most trams and all ferries in Norvale will stop on Monday.",
     "À Norvale, tous les ferries et la plupart des tramways s’arrêteront lundi.",
     "À Norvale, tous les tramways et la plupart des ferries s’arrêteront lundi."),
    ("Officers had failed to interview two of the five members of the panel.",
     "Deux des cinq membres de la commission n’avaient pas été entendus.",
     "Aucun des cinq membres de la commission n’avait été entendu."),
    ("Some teachers backed the strike.", "Certains enseignants ont soutenu la grève.", "Tous les enseignants ont soutenu la grève."),
    ("All the teachers refused the offer.", "Aucun des enseignants n’a accepté l’offre.", "La plupart des enseignants ont refusé l’offre."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _RANKS)
def test_a_rank_told_otherwise_is_found(source: str, right: str, spoilt: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(compare_rankings(read_statement("body[0]", 0, right, "fr"), said)) == []
    found = list(compare_rankings(read_statement("body[0]", 0, spoilt, "fr"), said))
    assert [(one.code, one.severity) for one in found] == [("ranking-changed", "warning")]


@pytest.mark.parametrize(("source", "right", "spoilt"), _SHARES)
def test_a_share_told_otherwise_is_found(source: str, right: str, spoilt: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(compare_shares(read_statement("body[0]", 0, right, "fr"), said)) == []
    found = list(compare_shares(read_statement("body[0]", 0, spoilt, "fr"), said))
    assert found
    assert {(one.code, one.severity) for one in found} == {("share-changed", "warning")}


def test_what_no_passage_ranks_or_shares_is_left_alone() -> None:
    said = [read_statement("p1", 0, "The harbour closed on Monday after a storm, and ferries stopped.", "en")]
    claim = read_statement(
        "body[0]", 0, "Le plus grand port de l’île a fermé lundi, et tous les ferries se sont arrêtés.", "fr"
    )
    assert list(compare_rankings(claim, said)) == []
    assert list(compare_shares(claim, said)) == []


@pytest.mark.parametrize(
    "text", ["Le plus souvent, il pleut.", "Les plus de 65 ans votent.", "Il faut au moins dix jours."]
)
def test_a_frequency_or_a_bound_is_no_rank(text: str) -> None:
    assert rankings_in(text, "fr") == ()


def test_the_smallest_rise_is_the_low_end() -> None:
    (one,) = rankings_in("C’est la plus faible hausse de l’année.", "fr")
    assert (one.sign, one.rank) == (-1, 1)


def test_a_whole_draft_is_held_to_its_ranks() -> None:
    source, right, spoilt = _RANKS[0]
    assert "ranking-changed" not in {one.code for one in found_on(source, right)}
    assert "ranking-changed" in {one.code for one in found_on(source, spoilt)}


@pytest.mark.parametrize(
    ("source", "french"),
    [
        (
            "The cheapest ticket costs £14, the most expensive £96.",
            "Le billet le moins cher coûte 14 livres, le plus cher 96.",
        ),
        (
            "It is one of the poorest districts in the country, with the lowest turnout of any at 31 per cent.",
            "C’est l’un des quartiers les plus pauvres du pays, celui où l’on vote le moins : 31 % de participation.",
        ),
    ],
)
def test_the_cheapest_is_the_least_dear(source: str, french: str) -> None:
    assert {one.code for one in found_on(source, french)} & {"direction-reversed", "ranking-changed"} == set()


_MORE_RANKS = (
    ("Assaults rose by 41 per cent, the sharpest increase among the 13 prisons.",
     "Les agressions ont augmenté de 41 %, la plus forte hausse des treize prisons.",
     "Les agressions ont augmenté de 41 %, la plus faible hausse des treize prisons."),
    ("Tarn, the country’s biggest bank, closed 40 branches.",
     "Tarn, première banque du pays, a fermé 40 agences.",
     "Tarn, troisième banque du pays, a fermé 40 agences."),
    ("The penalty is the heaviest the council has ever imposed.",
     "Jamais le conseil n’avait prononcé de sanction aussi lourde.",
     "Le conseil n’avait prononcé qu’une fois une sanction plus lourde."),
    ("The price is the lowest the company has accepted in Europe.",
     "La société n’avait jamais accepté un prix aussi bas en Europe.",
     "La société n’avait accepté un prix plus bas que dans deux pays d’Europe."),
    ("It was the deadliest fire since 1966.", "C’était l’incendie le plus meurtrier depuis 1966.", "C’était le deuxième incendie le plus meurtrier depuis 1966."),
    ("Norvale is one of the largest prisons in the country.", "Norvale est l’une des plus grandes prisons du pays.", "Norvale est la plus grande prison du pays."),
    ("Only at Karsund, the smallest of the dams, has the level risen.",
     "Le niveau n’a remonté qu’à Karsund, le plus petit des barrages.",
     "Le niveau n’a remonté qu’à Karsund, le plus grand des barrages."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt"), _MORE_RANKS)
def test_a_rank_in_other_forms_is_read(source: str, right: str, spoilt: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(compare_rankings(read_statement("body[0]", 0, right, "fr"), said)) == []
    found = list(compare_rankings(read_statement("body[0]", 0, spoilt, "fr"), said))
    assert [(one.code, one.severity) for one in found] == [("ranking-changed", "warning")]


def test_a_name_keeps_its_rank_wherever_it_is_told() -> None:
    everywhere = [
        read_statement("p1", 0, "Karsund, the smallest dam, is full.", "en"),
        read_statement("p2", 0, "Ostvik, the largest, is nearly dry.", "en"),
    ]
    claim = read_statement("body[0]", 0, "L’eau n’est remontée qu’à Karsund, le plus grand des barrages.", "fr")
    assert [one.code for one in compare_rankings(claim, everywhere[1:], everywhere)] == ["ranking-changed"]


@pytest.mark.parametrize(
    ("source", "right", "spoilt"),
    [
        ("Only one teacher backed the strike.", "Un seul enseignant a soutenu la grève.", "Plusieurs enseignants ont soutenu la grève."),
        ("Several teachers backed the strike.", "De nombreux enseignants ont soutenu la grève.", "Aucun enseignant n’a soutenu la grève."),
        ("Few teachers backed the strike.", "Peu d’enseignants ont soutenu la grève.", "La plupart des enseignants ont soutenu la grève."),
        ("Not all teachers backed the strike.", "Tous les enseignants n’ont pas soutenu la grève.", "Tous les enseignants ont soutenu la grève."),
    ],
)  # fmt: skip
def test_one_some_several_and_few_differ(source: str, right: str, spoilt: str) -> None:
    said = [read_statement("p1", 0, source, "en")]
    assert list(compare_shares(read_statement("body[0]", 0, right, "fr"), said)) == []
    assert [one.code for one in compare_shares(read_statement("body[0]", 0, spoilt, "fr"), said)] == ["share-changed"]
