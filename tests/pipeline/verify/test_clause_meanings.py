"""What one clause of a sentence turns is found, though the others stay; what says the same freely is not."""

# ruff: noqa: E501 - a sentence stands beside its rendering, each on its line.

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify import verify
from pipeline.verify.assertion.hindrances import hindrances_kept
from pipeline.verify.assertion.predicates import turned_denials
from pipeline.verify.clauses import clauses
from pipeline.verify.offices.spheres import spheres_exchanged
from pipeline.verify.prepare import Statement, prepare, read_statement
from pipeline.verify.speech.clause_attribution import clauses_unattributed
from pipeline.verify.speech.quote_additions import clauses_added
from schemas.article import Article, Paragraph
from schemas.draft import BodyParagraph
from tests.pipeline.verify.drafts import DRAFT, HOUSE


def _article(*texts: str) -> Article:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(texts, 1))
    return with_sentences(Article(url="u", title="", published="2026-03-18", language="en", paragraphs=paragraphs))


def _codes(source: str, french: str) -> set[str]:
    draft = DRAFT.model_copy(update={"body": (BodyParagraph(id="b1", text=french),), "quotes": ()})
    found = verify(draft, _article(*source.split("\n")), house=HOUSE).findings
    return {one.code for one in found if one.part == "body[0]" and not one.code.startswith(("support", "body"))}


def _english(text: str) -> Statement:
    return read_statement("p1", 0, text, "en")


def _french(text: str) -> Statement:
    return read_statement("body[0]", 0, text, "fr")


_BARRIERS = "Under the plan the gates would stay, but they would no longer keep cyclists from entering the park."
_FIRMS = ("The ministry hires private companies to run its call centres.", "No public body oversees the contractors.")
_STUDY = "Halvex disputes it, saying that the pupils of the second group had slept longer."


@pytest.mark.parametrize(
    ("french", "found"),
    [
        ("Les barrières resteraient, mais pourraient empêcher les cyclistes d’entrer dans le parc.", 1),
        ("Les barrières resteraient, mais ne pourraient plus empêcher les cyclistes d’entrer dans le parc.", 0),
        ("Les barrières resteraient, mais laisseraient entrer les cyclistes dans le parc.", 0),
        ("Les barrières resteraient, mais cesseraient d’empêcher les cyclistes d’entrer dans le parc.", 0),
    ],
)
def test_who_no_longer_hinders_does_not_hinder(french: str, found: int) -> None:
    assert len(list(hindrances_kept(_french(french), [_english(_BARRIERS)]))) == found


def test_a_passage_that_also_hinders_tells_nothing() -> None:
    source = _english("They would no longer keep cyclists from the park, but would prevent cars from entering.")
    assert list(hindrances_kept(_french("Elles pourraient empêcher les voitures d’entrer."), [source])) == []


@pytest.mark.parametrize(
    ("french", "found"),
    [
        ("Le ministère confie ses centres d’appels à des entreprises publiques.", 1),
        ("Le ministère confie ses centres d’appels à des entreprises privées.", 0),
        ("Le ministère confie ses centres d’appels à des entreprises qui ne sont pas publiques.", 0),
        ("Le ministère confie à des entreprises privées ce que faisaient des entreprises publiques.", 0),
        ("Aucun organisme public ne surveille les prestataires.", 0),
    ],
)
def test_a_thing_keeps_its_sphere(french: str, found: int) -> None:
    assert len(list(spheres_exchanged(_french(french), prepare(_article(*_FIRMS))))) == found


@pytest.mark.parametrize(
    ("french", "found"),
    [
        ("Halvex la conteste : les élèves du second groupe ont dormi plus longtemps.", 1),
        ("Halvex la conteste : les élèves du second groupe auraient dormi plus longtemps.", 0),
        ("Halvex la conteste et affirme ceci : les élèves du second groupe ont dormi plus longtemps.", 0),
        ("Halvex la conteste ; selon elle, les élèves du second groupe ont dormi plus longtemps.", 0),
        ("Halvex la conteste : la ville votera en juin sur le budget des écoles.", 0),
    ],
)
def test_who_denies_has_not_said_what_follows(french: str, found: int) -> None:
    assert len(list(clauses_unattributed(_french(french), [_english(_STUDY)]))) == found


def test_a_clause_that_nobody_tells_in_the_source_needs_nobody_here() -> None:
    source = _english("The pupils of the second group had slept longer.")
    french = _french("Halvex la conteste : les élèves du second groupe ont dormi plus longtemps.")
    assert list(clauses_unattributed(french, [source])) == []


def test_what_is_supposed_twice_is_two_clauses() -> None:
    text = "Data could leak if a firm does not follow the rules or if its systems are breached."
    assert [text[start:end] for start, end in clauses(text)][-1] == "or if its systems are breached."


@pytest.mark.parametrize(
    ("source", "good", "spoilt", "code"),
    [
        # one denial of a passage does not stand for another
        ("The only surveyor, Wei Castel, is an employee and has no vote, at his own request.",
         "Le seul géomètre, Wei Castel, est salarié et ne vote pas, à sa demande.",
         "Le seul géomètre, Wei Castel, n’est pas salarié et ne vote pas, à sa demande.", "negation-added"),
        ("The data could leak if a firm does not follow the rules or if its systems are breached.",
         "Les données pourraient fuiter si une entreprise ne suit pas les règles ou si ses systèmes sont compromis.",
         "Les données pourraient fuiter si une entreprise ne suit pas les règles ou si ses systèmes ne sont pas compromis.",
         "negation-added"),
        # « évitable » denies nothing
        ("The nurses do not claim that anyone died as a result. They say that two patients suffered harm that could have been avoided.",
         "Les infirmières ne soutiennent pas que quelqu’un en soit mort ; elles évoquent deux patients qui auraient subi un préjudice évitable.",
         "Les infirmières soutiennent que quelqu’un en soit mort ; elles évoquent deux patients qui auraient subi un préjudice évitable.",
         "negation-lost"),
    ],
)  # fmt: skip
def test_one_denial_does_not_excuse_another(source: str, good: str, spoilt: str, code: str) -> None:
    assert code not in _codes(source, good)
    assert code in _codes(source, spoilt)


@pytest.mark.parametrize(
    ("french", "found"),
    [
        ("Couper l’eau n’est pas interdit, mais la loi se tait sur le débit.", True),
        ("La loi interdit de couper l’eau ; elle ne dit rien du débit.", False),
        ("La loi interdit de couper l’eau ; du débit, elle ne parle pas.", False),
    ],
)
def test_a_verb_that_is_surely_affirmed_is_not_excused_by_a_denial_of_another(french: str, found: bool) -> None:
    source = read_statement("p1", 0, "La loi interdit de couper l’eau ; elle ne dit rien, en revanche, du débit.", "fr")
    assert ("negation-added" in {one.code for one in turned_denials(_french(french), [source])}) is found


_SUBPOENAS = (
    "The subpoenas, which no court reviews, are used to demand names and addresses from tech companies.",
    "The accounts document the work of the agency.",
)


@pytest.mark.parametrize(
    ("translation", "found"),
    [
        ("Ces assignations servent à exiger des entreprises technologiques les noms et adresses de comptes qui documentent le travail de l’agence", 0),
        ("Ces assignations servent à exiger des noms et des adresses, et nos enfants paieront longtemps encore le prix de cette lâcheté", 1),
    ],
)  # fmt: skip
def test_a_quotation_without_its_original_adds_no_clause(translation: str, found: int) -> None:
    assert len(list(clauses_added(translation, prepare(_article(*_SUBPOENAS))))) == found
