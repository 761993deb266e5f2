"""Legal words stand only where the source has them."""

from typing import Any

import pytest

from pipeline.verify.form.legal import CHECKS
from schemas.article import Article
from tests.pipeline.verify.texts import ANALYSE, ARTICLE, SYNTHESE, findings_of, spoilt


@pytest.mark.parametrize("data", [ANALYSE, SYNTHESE], ids=["analyse", "synthese"])
def test_sound_drafts_have_no_finding(data: Any) -> None:
    # The body says « illégale »; the source says « unlawful ».
    assert findings_of(CHECKS, data) == []


@pytest.mark.parametrize(
    ("path", "severity"), [("standfirst", "blocking"), ("watchpoints", "warning"), ("actions.0.description", "warning")]
)
@pytest.mark.parametrize(
    "word", ["d'escroquerie", "l’escroquerie", "frauduleux", "de faillites", "condamnée", "corruption"]
)
def test_an_unjustified_word_is_found(word: str, path: str, severity: str) -> None:
    found = findings_of(CHECKS, spoilt(ANALYSE, path, f"On parle {word} à Brackwater."))
    assert [(one.code, one.severity) for one in found] == [("legal-word", severity)]
    assert found[0].excerpt in word


@pytest.mark.parametrize("word", ["violette", "condition", "croissance", "crimée", "l'ordre"])
def test_words_that_only_look_alike_pass(word: str) -> None:
    assert findings_of(CHECKS, spoilt(ANALYSE, "standfirst", f"On parle de {word} ici.")) == []


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("The court ordered it to pay 12 million euros.", "Lumen Sight est condamnée à 12 millions d’euros."),
        ("Judges ordered the supplier to repay the town.", "Le fournisseur a été condamné à rembourser."),
        (
            "It was suspended after finding that it had hidden a clause.",
            "Une société coupable d’avoir caché une clause.",
        ),
        ("Lumen Sight was found to have hidden a clause.", "Lumen Sight est coupable d’avoir caché une clause."),
    ],
)
def test_a_ruling_told_in_other_words_justifies_the_word(source: str, french: str) -> None:
    article = Article.model_validate({**ARTICLE.model_dump(), "paragraphs": [{"text": source}]})
    assert findings_of(CHECKS, spoilt(ANALYSE, "standfirst", french), article) == findings_of(CHECKS, ANALYSE, article)
