"""What is wrong with data from outside, said in French: the libraries say it in English."""

import json
import re

from pydantic import ValidationError

__all__ = ["misfit", "misread"]

_SAID = {
    "missing": "il manque",
    "extra_forbidden": "ce nom est inconnu",
    "string_type": "un texte est attendu",
    "string_too_short": "le texte est trop court",
    "string_too_long": "le texte est trop long",
    "string_pattern_mismatch": "le texte n’a pas la forme attendue",
    "literal_error": "ce mot n’est pas admis ici",
    "enum": "ce mot n’est pas admis ici",
    "int_type": "un nombre entier est attendu",
    "int_parsing": "un nombre entier est attendu",
    "int_from_float": "un nombre entier est attendu",
    "float_type": "un nombre est attendu",
    "float_parsing": "un nombre est attendu",
    "bool_type": "vrai ou faux est attendu",
    "bool_parsing": "vrai ou faux est attendu",
    "list_type": "une liste est attendue",
    "tuple_type": "une liste est attendue",
    "dict_type": "une table est attendue",
    "model_type": "une table est attendue",
    "too_short": "la liste est trop courte",
    "too_long": "la liste est trop longue",
    "greater_than": "le nombre est trop petit",
    "greater_than_equal": "le nombre est trop petit",
    "less_than": "le nombre est trop grand",
    "less_than_equal": "le nombre est trop grand",
    "union_tag_invalid": "cette sorte est inconnue",
    "union_tag_not_found": "la sorte n’est pas dite",
    "datetime_parsing": "une date est attendue",
    "date_parsing": "une date est attendue",
}


# What a limit is called in the error's context, and how it is said.
_LIMITS = {
    "ge": "au moins",
    "gt": "plus de",
    "le": "au plus",
    "lt": "moins de",
    "min_length": "au moins",
    "max_length": "au plus",
}


def misfit(error: ValidationError) -> str:
    """The first thing that does not fit, as `place : what is wrong`; our own validators' words stand as they are."""
    first = error.errors()[0]
    place = ".".join(str(step) for step in first["loc"]) or "le tout"
    if first["type"] == "value_error":
        return f"{place}\u00a0: {first['msg'].removeprefix('Value error, ')}"
    limits = [f"{_LIMITS[name]} {limit}" for name, limit in first.get("ctx", {}).items() if name in _LIMITS]
    allowed = f" ({', '.join(limits)})" if limits else ""
    return f"{place}\u00a0: {_SAID.get(first['type'], 'la valeur ne convient pas')}{allowed}"


def misread(error: Exception) -> str:
    """What is wrong with a JSON or TOML file: its form, with the place; its data; or that it cannot be read at all."""
    if isinstance(error, ValidationError):
        return misfit(error)
    if isinstance(error, json.JSONDecodeError):
        return f"erreur à la ligne {error.lineno}, colonne {error.colno}"
    if isinstance(error, RecursionError):
        return "trop de niveaux s’y emboîtent"
    if isinstance(error, UnicodeEncodeError):
        return f"la moitié d’un caractère, \\u{ord(error.object[error.start]):04x}, y est seule"
    if isinstance(error, UnicodeDecodeError):
        return "le texte n’est pas en UTF-8"
    if isinstance(error, OSError):
        return "fichier introuvable" if isinstance(error, FileNotFoundError) else "fichier illisible"
    at = re.search(r"at line (\d+), column (\d+)", str(error))
    return f"erreur à la ligne {at[1]}, colonne {at[2]}" if at else "erreur à la fin du fichier"
