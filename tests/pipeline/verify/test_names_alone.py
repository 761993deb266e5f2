"""A short sentence that has only its names from the source is found; one that renders a passage otherwise is not."""

from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.sentences import with_sentences
from pipeline.verify import verify
from pipeline.verify.prepare import prepare, read_statement
from pipeline.verify.support import is_rendered
from schemas.article import Article, Paragraph
from schemas.draft import Analyse, BodyParagraph
from tests.pipeline.verify.drafts import HOUSE

_SOURCE = (
    "The Norvale tram company says its new ticket machines will be ready in May. Ray Tull, its chief executive, told "
    "the council that the contract with Ostrel Labs is worth 4 million euros.",
    "Councillor Ana Lund doubts it. The inspector, Dana Holt, opened the file on Monday and will answer in the spring. "
    "Ostrel Labs gave the council a list of its earlier customers.",
)


@pytest.mark.parametrize(
    "french",
    [
        "La cheffe d’entreprise Ray Tull a chanté faux lundi.",
        "Ostrel Labs est devenu champion de voile.",
        "Ana Lund a cuisiné des champignons vénéneux.",
        "Dana Holt a longtemps dormi en montagne.",
        "Ray Tull, directeur général de la compagnie, a plongé.",
    ],
)
def test_a_sentence_with_nothing_but_names_of_the_source_is_found(french: str) -> None:
    assert {"support-weak", "support-none"} & _codes(french)


@pytest.mark.parametrize(
    "french",
    [
        "Ostrel Labs a remis aux élus la liste de ses clients.",
        "L’inspectrice Dana Holt s’est saisie du dossier lundi.",
        "Ray Tull a chiffré le contrat devant le conseil.",
        "Ana Lund reste sceptique.",
        "Ana Lund n’y croit guère.",
    ],
)
def test_a_sentence_that_renders_a_passage_is_not(french: str) -> None:
    assert not {"support-weak", "support-none"} & _codes(french)


def test_names_alone_do_not_answer_for_a_sentence_word_by_word() -> None:
    told = Paragraph(id="p1", text="The law is unclear, said Owen Tsai of Larkin.")
    source = prepare(with_sentences(Article(url="u", title="A law", language="en", paragraphs=(told,))))
    assert not is_rendered(read_statement("body[0]", 0, "Owen Tsai a été muté à Larkin.", "fr"), source)
    assert is_rendered(read_statement("body[0]", 0, "La loi manque de clarté, dit Owen Tsai.", "fr"), source)


def test_an_event_on_its_date_beside_its_name_is_held_up() -> None:
    assert not {"support-weak", "support-none"} & _held_to(_clinics(), "Mme Barros a démissionné en décembre 2025.")
    assert {"support-weak", "support-none"} & _held_to(_clinics(), "Mme Barros a été élue en décembre 2025.")


def _clinics() -> Article:
    page = Path("data/samples/clinic-algorithm.html").read_bytes()
    article = extract(page, url="https://a.example/clinics")
    assert isinstance(article, Article)
    return article


def _codes(french: str) -> set[str]:
    told = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(_SOURCE, 1))
    article = Article(url="u", title="Norvale’s tram machines", language="en", paragraphs=told)
    return _held_to(with_sentences(article), french)


def _held_to(article: Article, french: str) -> set[str]:
    draft = Analyse(body=(BodyParagraph(id="b1", text=french),))
    return {one.code for one in verify(draft, article, house=HOUSE).findings}
