"""Ways of spoiling are named, pure and seeded; what is counted as seen stands at the spoilt part."""

from random import Random

import pytest

from evals.cases import Case
from evals.corruptions.kinds import KINDS
from evals.corruptions.measuring import CleanRun, KindRun, Measured, Trial, measure
from evals.corruptions.sheet import Kind, Sheet, Spoilt, Spot, respelt
from pipeline.verify import verify
from schemas.article import Evidence
from schemas.draft import Analyse, BodyParagraph, DraftSentence
from schemas.finding import Finding, Support
from schemas.parts import iter_parts
from tests.pipeline.verify.drafts import ARTICLE, DRAFT, HOUSE

_CASE = Case(name="port")
# What the draft of these tests offers no place for: no fraction, no list, one quotation, no figure told twice.
_NOT_HERE = {
    "virgule",
    "nombre-en-lettres",
    "fraction",
    "nuance-ajoutée",
    "nuance-inversée",
    "année",
    "période",
    "nom-mal-écrit",
    "original-tronqué",
    "mention-ajoutée",
    "traduction-négation",
    "traduction-chiffre",
    "négation-retirée",
    "noms-croisés",
    "chiffre-d-ailleurs",
    "suite-copiée",
    "pistes-du-même-genre",
    "conclusion-absente",
}


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return Sheet(DRAFT, ARTICLE, verify(DRAFT, ARTICLE, house=HOUSE).supports)


def test_there_are_many_ways_of_both_groups_and_each_has_its_own_name() -> None:
    assert len({one.name for one in KINDS}) == len(KINDS) >= 30
    assert {one.group for one in KINDS} == {"rule", "meaning"}


def test_every_way_applies_here_but_those_that_find_no_place(sheet: Sheet) -> None:
    assert {one.name for one in KINDS if one.spoil(sheet, Random(3)) is None} == _NOT_HERE


@pytest.mark.parametrize("kind", [one for one in KINDS if one.name not in _NOT_HERE], ids=lambda one: one.name)
def test_a_way_is_pure_seeded_and_changes_only_the_part_it_names(kind: Kind, sheet: Sheet) -> None:
    spoilt = kind.spoil(sheet, Random(3))
    assert spoilt == kind.spoil(sheet, Random(3))
    assert spoilt is not None
    assert spoilt.draft != DRAFT
    before = {one.path: one.text for one in iter_parts(DRAFT)}
    after = {one.path: one.text for one in iter_parts(spoilt.draft)}
    changed = {path for path in before if before[path] != after.get(path)}
    assert all(path == spoilt.part or path.startswith(f"{spoilt.part}.") for path in changed)


def told(text: str) -> Sheet:
    """A draft that says this and nothing else, as something the source reports."""
    sentences = (DraftSentence(start=0, end=len(text)),)
    draft = Analyse(body=(BodyParagraph(id="b1", text=text, sentences=sentences),))
    place = Evidence(paragraph="p1")
    return Sheet(draft, ARTICLE, (Support(part="body[0]", start=0, end=len(text), stance="fact", evidence=(place,)),))


@pytest.mark.parametrize(
    ("name", "text", "spoilt"),
    [
        ("démenti-retourné", "Aucun élu ne siège au conseil.", "Un élu siège au conseil."),
        ("démenti-retourné", "L’audit n’a relevé aucune fuite.", "L’audit a relevé une fuite."),
        ("démenti-retourné", "Il opère sans eau ni contrôle.", "Il opère avec eau et contrôle."),
        ("démenti-retourné", "Il opère sans l’accord du maire.", "Il opère avec l’accord du maire."),
        ("attribution-retirée", "Le port assure que tout est effacé.", "Le port sait que tout est effacé."),
        ("attribution-retirée", "Le constat : selon l’audit, tout reste.", "Le constat : tout reste."),
        ("attribution-retirée", "La note est fausse selon l’audit.", "La note est fausse."),
        ("possible-devenu-certain", "Selon l’audit, le port pourrait fermer.", "Selon l’audit, le port va fermer."),
        ("possible-devenu-certain", "Une fuite serait un délit possible.", "Une fuite est un délit possible."),
        ("sens-retourné", "Il est parti avant que tout ferme.", "Il est parti après que tout ferme."),
    ],
)
def test_a_meaning_is_turned_into_its_opposite(name: str, text: str, spoilt: str) -> None:
    (kind,) = (one for one in KINDS if one.name == name)
    found = kind.spoil(told(text), Random(0))
    assert found is not None
    assert isinstance(found.draft, Analyse)
    assert found.draft.body[0].text == spoilt


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("démenti-retourné", "Il décide sans attendre, sans qu’aucun juge n’en sache rien."),
        ("possible-devenu-certain", "Selon l’audit, il aurait effacé les relevés."),
        ("possible-devenu-certain", "Il serait possible de lire les relevés."),
        ("sens-retourné", "Il efface avant de vendre."),
        ("attribution-retirée", "Il rangeait les abonnés d’après l’ancienneté, disait-on."),
    ],
)
def test_what_would_still_be_true_or_is_no_french_is_left_alone(name: str, text: str) -> None:
    (kind,) = (one for one in KINDS if one.name == name)
    assert kind.spoil(told(text), Random(0)) is None


def test_a_changed_paragraph_keeps_the_stance_of_its_sentences() -> None:
    text = "Un fait. Une analyse. Un autre fait."
    sentences = (
        DraftSentence(start=0, end=8),
        DraftSentence(start=9, end=21, stance="analysis"),
        DraftSentence(start=22, end=36),
    )
    draft = Analyse(body=(BodyParagraph(id="b1", text=text, sentences=sentences),))
    longer = respelt(draft, Spot("body[0]", 3, 7, "très long fait"))
    assert isinstance(longer, Analyse)
    body = longer.body[0]
    assert [body.text[one.start : one.end] for one in body.sentences] == [
        "Un très long fait.",
        "Une analyse.",
        "Un autre fait.",
    ]
    added = respelt(draft, Spot("body[0]", 36, 36, " Une invention."))
    assert isinstance(added, Analyse)
    last = added.body[0].sentences[-1]
    assert (added.body[0].text[last.start : last.end], last.stance) == ("Une invention.", "fact")


def test_only_a_new_finding_at_the_spoilt_part_counts() -> None:
    def elsewhere(sheet: Sheet, _: Random) -> Spoilt:
        return Spoilt(respelt(sheet.draft, Spot("body[2]", 0, 0, "Le 14 juillet 1789, ")), "body[0]")

    def here(sheet: Sheet, _: Random) -> Spoilt:
        return elsewhere(sheet, _)._replace(part="body[2]")

    def nothing(sheet: Sheet, _: Random) -> None:
        return None

    kinds = (Kind("ailleurs", "rule", elsewhere), Kind("ici", "rule", here), Kind("rien", "meaning", nothing))
    measured = measure(HOUSE, [(_CASE, ARTICLE, DRAFT)], kinds=kinds)
    assert [(one.name, len(one.trials), one.seen) for one in measured.kinds] == [
        ("ailleurs", 1, 0),
        ("ici", 1, 1),
        ("rien", 0, 0),
    ]
    assert "1789" in measured.kinds[1].trials[0].after


@pytest.mark.parametrize(
    "name", ["chiffre", "nom-inconnu", "locuteur-autre", "mention-retirée", "précédent-non-marqué"]
)
def test_what_no_reviewer_would_forgive_is_seen(name: str) -> None:
    kinds = [one for one in KINDS if one.name == name]
    measured = measure(HOUSE, [(_CASE, ARTICLE, DRAFT)], kinds=kinds)
    assert [len(one.trials) for one in measured.kinds] == [1]
    assert measured.kinds[0].seen == 1


def test_a_finding_that_the_case_expects_is_no_false_alarm() -> None:
    finding = Finding(code="support-weak", severity="warning", part="body[0]", excerpt="", message="")
    assert Case(name="a", expected_findings=("support-weak",)).is_expected(finding)
    assert Case(name="a", expected_findings=("support-weak@body[0]",)).is_expected(finding)
    assert not Case(name="a", expected_findings=("support-weak@body[1]",)).is_expected(finding)


@pytest.mark.parametrize(
    ("seen", "blocking", "warnings", "passes"),
    [(97, 0, 4, True), (96, 0, 0, False), (100, 1, 0, False), (100, 0, 5, False)],
)
def test_the_measure_passes_only_within_its_bounds(seen: int, blocking: int, warnings: int, passes: bool) -> None:
    trials = tuple(Trial(kind="k", case="c", part="p", codes=("x",) if n < seen else ()) for n in range(100))
    clean = CleanRun(case="c", blocking=("b",) * blocking, warnings=("w",) * warnings)
    measured = Measured(kinds=(KindRun(name="k", group="rule", trials=trials),), clean=(clean,))
    assert measured.passes is passes
