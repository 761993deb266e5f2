import json
import tomllib
from collections.abc import Callable

import pytest
from pydantic import ValidationError

from pipeline.misfits import misfit, misread
from schemas.action import Action
from schemas.draft import Analyse


def test_the_first_misfit_is_named_with_its_place() -> None:
    with pytest.raises(ValidationError) as raised:
        Analyse.model_validate({"score": "huit", "standfirst": 3})
    assert misfit(raised.value) in (
        "standfirst\u00a0: un texte est attendu",
        "score\u00a0: un nombre entier est attendu",
    )
    with pytest.raises(ValidationError) as raised:
        Analyse.model_validate({"score": 11})
    assert misfit(raised.value) == "score\u00a0: le nombre est trop grand (au plus 10)"
    with pytest.raises(ValidationError) as raised:
        Action.model_validate({"kind": "boycott"})
    assert misread(raised.value) == "kind\u00a0: ce mot n’est pas admis ici"


@pytest.mark.parametrize(
    ("load", "text", "said"),
    [
        (json.loads, '{"a": \n x}', "erreur à la ligne 2, colonne 2"),
        (tomllib.loads, 'a = 1\nb = "\n"', "erreur à la ligne 2, colonne 6"),
        (tomllib.loads, "a = ", "erreur à la fin du fichier"),
    ],
)
def test_a_broken_file_is_said_with_its_place(load: Callable[[str], object], text: str, said: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        load(text)
    assert misread(raised.value) == said


def test_a_file_that_is_not_there_or_no_text_is_said_so() -> None:
    assert misread(FileNotFoundError()) == "fichier introuvable"
    assert misread(PermissionError()) == "fichier illisible"
    with pytest.raises(UnicodeDecodeError) as raised:
        b"\xff".decode()
    assert misread(raised.value) == "le texte n’est pas en UTF-8"
