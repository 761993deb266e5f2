"""A short sentence that has only its names from the source is found; one that renders a passage otherwise is not."""

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify import verify
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


def _codes(french: str) -> set[str]:
    told = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(_SOURCE, 1))
    article = Article(url="u", title="Norvale’s tram machines", language="en", paragraphs=told)
    draft = Analyse(body=(BodyParagraph(id="b1", text=french),))
    return {one.code for one in verify(draft, with_sentences(article), house=HOUSE).findings}
