"""Faithful French that no word of its source answers, and beside each the error that it must not hide."""

# ruff: noqa: E501 - a sentence stands beside its source, each on its line.

import pytest

from tests.pipeline.verify.test_freely_told import _codes

# source | what free French says | what is wrong | the code that tells it
_PAIRS = (
    # what denies by its own word
    ("Mr Ravn, 61, denied having copied anyone and said that he would sue the foundation.", "À 61 ans, M. Ravn se défend d’avoir copié qui que ce soit et annonce qu’il poursuivra la fondation.",
     "À 61 ans, M. Ravn admet avoir copié et annonce qu’il poursuivra la fondation.", "direction-reversed"),
    ("She alleges that her teacher kept a copy of the manuscript and advised her not to publish it.", "À l’en croire, son professeur aurait gardé un exemplaire du manuscrit et lui aurait déconseillé de le publier.",
     "À l’en croire, son professeur aurait gardé un exemplaire du manuscrit et lui aurait conseillé de le publier.", "negation-lost"),
    ("The ministry has declined to say how many people would be affected.", "Combien de personnes seraient concernées ? Le ministère garde le silence.",
     "Le ministère a précisé combien de personnes seraient concernées.", "negation-lost"),
    ("Friends said the pair had been warned not to set out.", "On avait mis les deux hommes en garde, affirment des proches.",
     "", ""),
    # what French denies and English affirms
    ("Judges say the census covered less than half of the territory.", "Selon les juges, le recensement ne couvrait pas la moitié du territoire.",
     "Selon les juges, le recensement ne couvrait pas le territoire.", "negation-added"),
    ("In 14 of the towns, Hartwell is the only bakery left.", "Dans quatorze de ces villes, il ne reste plus d’autre boulangerie que Hartwell.",
     "", ""),
    ("Bills may not rise by more than inflation before 2030.", "Jusqu’en 2030, la hausse des factures devra rester contenue dans la limite de l’inflation.",
     "Jusqu’en 2030, les factures augmenteront plus que l’inflation.", "certainty-possible"),
    # what plans, and what explains
    ("The losses are due to a lack of protection rather than to the number of wolves, she says.", "Ces pertes tiennent moins au nombre de loups qu’au défaut de protection, estime-t-elle.",
     "", ""),
    ("The decline was due to warmer water, a biologist said.", "Un biologiste impute ce recul au réchauffement de l’eau.", "", ""),
    ("The sale is due to close in July.", "La vente doit être bouclée en juillet.", "La vente a été bouclée en juillet.", "certainty-planned"),
    ("Mr Ravn has received half of the sum, and the foundation plans to ask him to return it.", "La fondation prévoit de réclamer à M. Ravn la moitié qu’il a déjà touchée.",
     "", ""),
    ("The order allowed 30 rangers to shoot 12 wolves. It would have been the first authorised cull in Valmora.", "L’arrêté autorisait trente gardes à abattre douze loups, ce qui aurait été une première à Valmora.",
     "", ""),
    ("The agency said it had asked Brightwheel in November to stop selling the model.", "L’agence dit avoir prié Brightwheel, dès novembre, de retirer le modèle de la vente.",
     "", ""),
    ("Ms Shaw said she was disappointed but would not appeal.", "Déçue, Mme Shaw renonce à faire appel.", "Déçue, Mme Shaw va faire appel.", "negation-lost"),
    # what is told from its other end
    ("Waiting times had fallen for three years in a row before rising sharply.", "Après trois années de baisse, les délais d’attente étaient repartis en flèche.",
     "", ""),
    ("The regulator cleared the sale of Brackwater to a pension fund.", "Le régulateur a donné son feu vert au rachat de Brackwater par un fonds de pension.",
     "", ""),
    ("In Alta Seria, where eight wolves were shot last winter, attacks have fallen. Wolves killed 416 sheep in the first eight months of the year.", "À Alta Seria, où huit loups ont été abattus l’hiver dernier, les attaques ont diminué.",
     "À Alta Seria, où huit loups ont été abattus l’hiver dernier, les attaques ont augmenté.", "direction-reversed"),
    ("The league said it respected the ruling but disagreed with it.", "La ligue dit respecter la décision, sans y souscrire.", "", ""),
    ("The city has dropped a plan to charge drivers 8 euros to enter the centre, it said.", "La ville renonce à faire payer 8 euros aux automobilistes pour gagner le centre, a-t-elle annoncé.", "", ""),
    ("The mine has not reopened, and the company has no plans to resume work there.", "La mine est restée fermée et l’entreprise n’envisage pas d’y reprendre l’exploitation.",
     "", ""),
    ("The mask was bought in 1932 from a dealer whose records have not survived.", "Le masque avait été acquis en 1932 auprès d’un marchand dont les archives ont disparu.",
     "Le masque avait été acquis en 1932 auprès d’un marchand dont les archives ont survécu.", "negation-lost"),
    ("Two curators resigned, saying the decision had been taken without consulting them.", "Deux conservateurs ont démissionné, faute, disent-ils, d’avoir été consultés.", "", ""),
    ("The keeper was alone, the zoo acknowledged on Tuesday, having first denied that any rule had been broken.", "Après avoir nié tout manquement au règlement, le zoo a reconnu mardi que le soigneur était seul.",
     "", ""),
    # causes
    ("His lawyer said that he had not heard the warning because the radio on the bridge had been turned down.", "Il n’aurait pas entendu l’avertissement, le volume de la radio de passerelle ayant été baissé, selon son avocat.",
     "Il n’aurait pas entendu l’avertissement, en raison d’une tempête de neige, selon son avocat.", "cause-unknown"),
)  # fmt: skip


_OURS = ("certainty", "negation", "direction", "cause")


@pytest.mark.parametrize(("source", "french"), [(one, right) for one, right, _, _ in _PAIRS])
def test_what_is_rendered_loosely_is_left_alone(source: str, french: str) -> None:
    assert {one for one in _codes(source, french) if one.startswith(_OURS)} == set()


@pytest.mark.parametrize(("source", "french", "code"), [(one, wrong, code) for one, _, wrong, code in _PAIRS if code])
def test_the_error_beside_it_is_found(source: str, french: str, code: str) -> None:
    assert code in _codes(source, french)
