"""Proposals: infinitive, weak verbs, signal, differences, outside knowledge."""

from typing import Any

import pytest

from pipeline.verify.form.actions import CHECKS
from pipeline.verify.form.infinitives import opening_infinitive
from tests.pipeline.verify.texts import ANALYSE, SYNTHESE, findings_of, spoilt


def found_in(data: Any) -> list[tuple[str, str]]:
    return [(one.code, one.part) for one in findings_of(CHECKS, data)]


@pytest.mark.parametrize("data", [ANALYSE, SYNTHESE], ids=["analyse", "synthese"])
def test_sound_drafts_have_no_finding(data: Any) -> None:
    assert found_in(data) == []


INFINITIVES = """
Créer S'allier S’unir Ne_pas_signer Ne_plus_confier N'en_rien_dire Se_retirer Y_renoncer Étendre Rendre
Prendre Mettre Inscrire Produire Exclure Réunir Tenir Convaincre Joindre Restreindre Construire Poursuivre
Interrompre Élire Ouvrir Recourir Recevoir Relier Soustraire Connaître Défendre Auto-héberger L'exiger
Répondre Vérifier Publier Saisir Suspendre ✊_Refuser
"""
OTHERS = """
Création Dossier_commun Histoire Laboratoire Centre Lettre Contre Ministère Première_étape Cadre Créons
Refusez Avenir Courrier Moratoire Chambre Entre_voisins L'ordre Le_dossier La_mer Registre Offre Observatoire
Affaire Commentaire Partenaire Salaire Maître Fenêtre Secrétaire Contraire Navire Un_registre
12_mesures
"""


@pytest.mark.parametrize("title", INFINITIVES.split())
def test_reads_an_infinitive(title: str) -> None:
    assert opening_infinitive(title.replace("_", " "))


@pytest.mark.parametrize("title", OTHERS.split())
def test_takes_nothing_else_for_one(title: str) -> None:
    assert opening_infinitive(title.replace("_", " ")) == ""


LONG = "Demander ses propres images au fournisseur, à la mairie, à la préfecture et à toutes les autres autorités"


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("1.title", "Demande d'accès aux images", ("action-infinitive", "actions[1].title")),
        ("1.title", "Mettre en place un registre des images", ("action-weak-verb", "actions[1].title")),
        ("1.title", "Ne pas faire confiance au fournisseur", ("action-weak-verb", "actions[1].title")),
        ("1.title", LONG, ("action-title-length", "actions[1].title")),
        ("1.title", "Demander ses images.", ("action-title-stop", "actions[1].title")),
        ("1.title", "", ("action-missing", "actions[1].title")),
        ("1.title", "Boycotter le fournisseur", ("action-generic", "actions[1].title")),
        ("1.description", "Trop court.", ("action-description-length", "actions[1].description")),
        ("1.description", "Bien trop long. " * 40, ("action-description-length", "actions[1].description")),
        ("1.description", "", ("action-missing", "actions[1].description")),
        ("1.signal", "", ("action-missing", "actions[1].signal")),
        ("1.signal", "Les gens seront mieux informés.", ("action-signal", "actions[1].signal")),
        ("1.signal", "On saura que ça marche quand voilà.", ("action-signal", "actions[1].signal")),
        (
            "1.signal",
            "On saura que ça marche quand la firme publiera la durée et que la mairie votera un budget.",
            ("action-signal-two", "actions[1].signal"),
        ),
        ("1.kind", "coalition", ("actions-kind", "actions[1].title")),
        ("1.title", ANALYSE["actions"][0]["title"], ("actions-lever", "actions[1].title")),
        ("1.description", ANALYSE["actions"][0]["description"], ("actions-lever", "actions[1].title")),
    ],
)
def test_one_rule_broken(path: str, value: Any, expected: tuple[str, str]) -> None:
    assert found_in(spoilt(ANALYSE, f"actions.{path}", value)) == [expected]


def test_counts_the_proposals() -> None:
    assert found_in(spoilt(ANALYSE, "actions", ANALYSE["actions"][:1])) == [("actions-count", "actions")]


@pytest.mark.parametrize(
    ("status", "text", "expected"),
    [
        ("open", "une clause de sortie", [("outside-open", "note", "actions[0].description")]),
        ("confirmed", "une clause de sortie", []),
        ("struck", "une clause de sortie", [("outside-struck", "blocking", "actions[0].description")]),
        ("struck", "un passage disparu", []),
        ("open", "un passage disparu", [("outside-open", "note", "actions[0].description")]),
    ],
)
def test_outside_knowledge(status: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    action = {**ANALYSE["actions"][0], "outside_knowledge": [{"text": text, "status": status}]}
    found = findings_of(CHECKS, spoilt(ANALYSE, "actions.0", action))
    assert [(one.code, one.severity, one.part) for one in found] == expected
    assert all(one.excerpt == text for one in found)


def test_a_signal_may_open_with_the_arrow() -> None:
    assert found_in(spoilt(ANALYSE, "actions.1.signal", "→ " + ANALYSE["actions"][1]["signal"])) == []
