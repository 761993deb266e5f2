"""A denial of the source is looked for in the sentence that renders it, not in its neighbours."""

from collections.abc import Iterator

import pytest

from pipeline.verify.assertion import checks
from pipeline.verify.claims import Claim
from pipeline.verify.findings import found_in
from pipeline.verify.rivals import rendered_here
from schemas.finding import Finding
from tests.pipeline.verify.texts import ANALYSE, context_of, spoilt

_RENDERING = "L'entreprise a refusé de répondre."
_BESIDE = "Les habitants découvrent la règle après coup, quand elle est déjà vissée aux façades."


def _kept(part: str, body: str, at: str, passage_with: str = "declined", code: str = "negation-lost") -> list[Finding]:
    context = context_of(spoilt(ANALYSE, "body", [{"text": body}]))
    passage = next(one for one in context.source.statements if passage_with in one.text)
    claim = next(claim.statement for claim, _ in context.claims if claim.statement.text == at)
    found = found_in(claim, (0, 5), code, "warning", "Vérifiez.", [passage])
    return list(rendered_here(context, [found.model_copy(update={"part": part})]))


def test_a_neighbour_of_the_sentence_that_renders_a_denial_is_excused() -> None:
    assert _kept("body[0]", f"{_RENDERING} {_BESIDE}", _BESIDE) == []


def test_the_rendering_itself_is_not_excused() -> None:
    assert len(_kept("body[0]", f"{_RENDERING} {_BESIDE}", _RENDERING)) == 1


def test_without_another_rendering_nothing_is_excused() -> None:
    assert len(_kept("body[0]", _BESIDE, _BESIDE)) == 1


_DOUBTING = "La plainte déposée par l'Open Streets Alliance allègue une surveillance illégale des riverains."
_APART = "Les élus ne l'ont appris qu'en juin."
_LEANING = "Une surveillance illégale des riverains vise aussi les passants de la ville voisine."


@pytest.mark.parametrize(("sentence", "kept"), [(_LEANING, 1), (_APART, 0)])
def test_a_doubt_of_the_passage_that_a_sentence_leans_on_first_is_its_own(sentence: str, kept: int) -> None:
    found = _kept("body[0]", f"{_DOUBTING} {sentence}", sentence, "alleges", "certainty-alleged")
    assert len(found) == kept


def test_a_title_stands_alone() -> None:
    assert len(_kept("title", f"{_RENDERING} {_BESIDE}", _BESIDE)) == 1


def test_an_excuse_for_one_passage_leaves_what_another_one_holds_against_the_same_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context = context_of(spoilt(ANALYSE, "body", [{"text": f"{_RENDERING} {_BESIDE}"}]))

    def found(claim: Claim, *_: object) -> Iterator[Finding]:
        for word in ("declined", "learned", "learned"):
            passage = next(one for one in context.source.statements if word in one.text)
            if claim.statement.text == _BESIDE:
                yield found_in(claim.statement, (0, 5), "negation-lost", "warning", word, [passage])

    monkeypatch.setattr(checks, "_certainty", found)
    assert [one.message for one in checks.check_certainty(context)] == ["learned"]
