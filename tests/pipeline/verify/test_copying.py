"""The source's own words outside quotation marks."""

from pipeline.verify.form.copying import CHECKS
from schemas.article import Article, Paragraph
from tests.pipeline.verify.texts import ANALYSE, ARTICLE, BODY, findings_of, spoilt

FRENCH = Article(
    url="https://x.example/fr", title="Un contrat", language="fr", paragraphs=(Paragraph(id="p1", text=BODY[0]),)
)
WORDS = BODY[0].split(" ")


def test_own_words_pass() -> None:
    assert findings_of(CHECKS, ANALYSE, ARTICLE) == []


def test_a_long_copied_passage_blocks_and_is_shown_whole() -> None:
    found = findings_of(CHECKS, ANALYSE, FRENCH)
    assert [(one.code, one.severity, one.part) for one in found] == [("copied-words", "blocking", "body[0]")]
    assert found[0].excerpt == BODY[0].rstrip(".")


def test_one_word_over_the_limit_is_found_and_the_limit_itself_passes() -> None:
    def body(count: int) -> str:
        return "Voici : " + " ".join(WORDS[16 : 16 + count]) + ", dit-on partout."

    counted = {n: findings_of(CHECKS, spoilt(ANALYSE, "body.0.text", body(n)), FRENCH) for n in range(8, 16)}
    severities = [[one.severity for one in found] for found in counted.values()]
    assert [] in severities and ["warning"] in severities
    assert severities == sorted(severities, key=len)


def test_a_quoted_passage_may_be_the_sources() -> None:
    assert findings_of(CHECKS, spoilt(ANALYSE, "body.0.text", f"Il écrit : « {BODY[0]} »"), FRENCH) == []


def test_a_list_of_names_is_no_copying() -> None:
    names = "Ada Marsh, Nora Vale, Jo Finch, Lou Reyes, Max Stone, Kim Walsh, Amy Brook et Tom Field"
    article = FRENCH.model_copy(update={"paragraphs": (Paragraph(id="p1", text=f"Il y avait {names}."),)})
    assert findings_of(CHECKS, spoilt(ANALYSE, "body.0.text", f"Sont venus {names}."), article) == []
