"""A denial of the source is looked for in the sentence that renders it, not in its neighbours."""

from pipeline.verify.findings import found_in
from pipeline.verify.rivals import rendered_here
from schemas.finding import Finding
from tests.pipeline.verify.texts import ANALYSE, context_of, spoilt

_RENDERING = "L'entreprise a refusé de répondre."
_BESIDE = "Les habitants découvrent la règle après coup, quand elle est déjà vissée aux façades."


def _kept(part: str, body: str, at: str) -> list[Finding]:
    context = context_of(spoilt(ANALYSE, "body", [{"text": body}]))
    passage = next(one for one in context.source.statements if "declined" in one.text)
    claim = next(claim.statement for claim, _ in context.claims if claim.statement.text == at)
    found = found_in(claim, (0, 5), "negation-lost", "warning", "Vérifiez.", [passage])
    return list(rendered_here(context, [found.model_copy(update={"part": part})]))


def test_a_neighbour_of_the_sentence_that_renders_a_denial_is_excused() -> None:
    assert _kept("body[0]", f"{_RENDERING} {_BESIDE}", _BESIDE) == []


def test_the_rendering_itself_is_not_excused() -> None:
    assert len(_kept("body[0]", f"{_RENDERING} {_BESIDE}", _RENDERING)) == 1


def test_without_another_rendering_nothing_is_excused() -> None:
    assert len(_kept("body[0]", _BESIDE, _BESIDE)) == 1


def test_a_title_stands_alone() -> None:
    assert len(_kept("title", f"{_RENDERING} {_BESIDE}", _BESIDE)) == 1
