"""What stands beside a quotation is the source's, or nothing."""

import pytest

from pipeline.compose_by_choice.telling import _as_role
from schemas.article import ArticleQuote


@pytest.mark.parametrize(
    ("role", "french", "kept"),
    [
        ("chair of the cooperative’s board", "Présidente du conseil.", "présidente du conseil"),
        ("chair of the cooperative’s board", "Directeur de la coopération.", ""),
        ("a courier for nine years", "Livreuse depuis neuf ans.", "livreuse depuis neuf ans"),
    ],
)
def test_a_role_that_became_another_office_is_left_out(role: str, french: str, kept: str) -> None:
    assert _as_role(french, ArticleQuote(id="q1", text="We wait.", paragraph="p1", speaker="Ana", role=role)) == kept
