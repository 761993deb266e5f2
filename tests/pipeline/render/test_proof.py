"""The proof sheet: every sentence leads to its source, and a hostile source stays text."""

import re

from pipeline.render.proof import proof_sheet
from pipeline.sentences import with_sentences
from schemas.article import Article, Evidence, Paragraph
from schemas.draft import Analyse, BodyParagraph
from schemas.finding import Finding, Support, Verification

HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)> “quoted”"
ARTICLE = with_sentences(
    Article(
        url="https://halden.example/a",
        title=HOSTILE,
        language="en",
        paragraphs=(
            Paragraph(id="p1", text="The port logs phones. It began in October."),
            Paragraph(id="p2", text=HOSTILE),
        ),
    )
)
DRAFT = Analyse(title="Le port", body=(BodyParagraph(text="Le port relève les téléphones. La suite reste à voir."),))


def sheet(*findings: Finding) -> str:
    support = Support(
        part="body[0]", start=0, end=30, stance="fact", evidence=(Evidence(paragraph="p1", start=0, end=21),)
    )
    return proof_sheet(DRAFT, ARTICLE, Verification(findings=findings, supports=(support,)), made_by="essai")


def test_a_sentence_lights_up_the_source_sentence_it_rests_on() -> None:
    page = sheet()
    rule = re.search(r"main:has\(#(d\d+-\d+):is\(:hover, :focus\)\) :is\(([^)]*)\)", page)
    assert rule is not None
    assert rule[2] == "#s-p1s1"
    assert f'id="{rule[1]}" tabindex=0>Le port relève les téléphones.</span>' in page
    assert 'id="s-p1s1"' in page


def test_findings_stand_beside_their_part_and_the_rest_on_top() -> None:
    page = sheet(
        Finding(code="figure", severity="blocking", part="body[0]", excerpt="", message="À corriger.", start=3, end=8),
        Finding(code="length", severity="warning", part="body", excerpt="", message="Trop court."),
    )
    assert "1 point bloquant " in page
    assert 'class="piece blocking"' in page
    assert page.index("Trop court.") < page.index("Le port relève") < page.index("À corriger.")


def test_what_is_said_of_the_whole_stands_on_top() -> None:
    draft = DRAFT.model_copy(update={"notes": ("Citation laissée de côté <b>",)})
    page = proof_sheet(draft, ARTICLE, Verification(notes=("Reprise sans résultat.",)), made_by="essai")
    left, unmended = page.index("Citation laissée de côté &lt;b&gt;"), page.index("Reprise sans résultat.")
    assert left < unmended < page.index("Le port relève")


def test_a_hostile_source_stays_text() -> None:
    page = sheet()
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
