"""The files that `verify`, `render` and `eval` take from other tools, described from the schemas that read them.

`python -m pipeline.formats` writes docs/formats.md anew.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from pipeline.settings import PROJECT
from schemas.article import Article
from schemas.base import Closed
from schemas.draft import NAMED, Analyse, Synthese

__all__ = ["EXAMPLES", "FORMATS", "formats", "write"]

FORMATS = PROJECT / "docs" / "formats.md"
# The fewest words that each kind can be made of and still be held against the other.
EXAMPLES: dict[type[BaseModel], dict[str, Any]] = {
    Article: {
        "url": "https://example.org/records",
        "title": "City sells records",
        "paragraphs": [{"text": "The city sold 40 records in March."}],
    },
    Analyse: {
        "format": "analyse",
        "title": "La ville vend ses registres",
        "body": [{"text": "La ville a vendu 40 registres en mars."}],
    },
    Synthese: {
        "format": "synthese",
        "title": "La ville vend ses registres",
        "sections": [{"heading": "Le fait", "blocks": [{"text": "La ville a vendu 40 registres en mars."}]}],
    },
}
_HEADINGS: dict[type[BaseModel], str] = {
    Article: "L’article · The article",
    Analyse: "Le brouillon d’une analyse · The draft of an analysis",
    Synthese: "Le brouillon d’une synthèse · The draft of a synthesis",
}
_HEAD = """# Les fichiers que lit Morasse · The files that Morasse reads

Écrit par `python -m pipeline.formats` d’après `schemas/` ; ne pas modifier à la main.
Written by that command from the schemas; do not edit by hand.

`morasse verify brouillon.json --article article.json` tient un brouillon contre son article ; `morasse extract` écrit
le second, `morasse import` et `morasse export --to json` le premier, et tout autre outil peut écrire les deux.

- JSON in UTF-8. Offsets (`start`, `end`) count characters of the text they stand beside, the end excluded.
- What is not **required** may be left out. A key that nobody knows is left out and named on stderr, so is a kind of
  paragraph (read as `body`), a `published` that is no ISO 8601 date, and a quote whose words stand in no paragraph.
- Ids may be left out: paragraphs are then `p1`, `p2`, … Two things of one list may not share one.
- An `evidence` may be written as the id of its paragraph alone, a block of a synthesis as its text alone, a warning as
  its code alone. `verify` refuses one whose paragraph its article has not; `title` and `description` are such too.
- Whatever else does not fit is refused with the place and what is wrong with it, and exit code 2.
"""


def formats() -> str:
    """The document: for each kind of file an example, its fields, and those of the things in it."""
    told: set[str] = set()
    return _HEAD + "".join("".join(_chapter(model, told)) for model in EXAMPLES)


def _chapter(model: type[BaseModel], told: set[str]) -> Iterator[str]:
    """`told` are the things that an earlier chapter has described."""
    schema = model.model_json_schema()
    example = json.dumps(EXAMPLES[model], ensure_ascii=False, indent=1)
    required = {*schema["required"]} if model is Article else {*schema.get("required", ()), *NAMED}
    yield f"\n## {_HEADINGS[model]}\n\n{_said(model)}\n\n```json\n{example}\n```\n\n{_table(schema, required)}"
    for name, part in schema.get("$defs", {}).items():
        if name not in told:
            told.add(name)
            yield f"\n### {name}\n\n{part['description']}\n\n{_table(part, {*part.get('required', ())})}"


def _said(model: type[BaseModel]) -> str:
    """What the schema says of itself, and what it inherits."""
    classes = (one for one in model.__mro__ if issubclass(one, Closed) and one is not Closed)
    return "\n\n".join("\n".join(line.strip() for line in (one.__doc__ or "").strip().splitlines()) for one in classes)


def _table(schema: dict[str, Any], required: set[str]) -> str:
    lines = ["| field | what | without it |", "|---|---|---|"]
    for name, field in schema["properties"].items():
        default = "**required**" if name in required else _default(field)
        lines.append(f"| `{name}` | {_kind(field)} | {default} |")
    return "\n".join(lines) + "\n"


def _default(field: dict[str, Any]) -> str:
    # A thing whose own fields have defaults is what they come to.
    return "its defaults" if "$ref" in field else f"`{json.dumps(field['default'], ensure_ascii=False)}`"


def _kind(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(_kind(one) for one in field["anyOf"])
    if "const" in field or "enum" in field:
        return " or ".join(f'`"{one}"`' for one in field.get("enum", [field.get("const")]))
    if field["type"] == "array":
        return f"list of {_kind(field['items'])}"
    if field["type"] == "object":
        return f"table of {_kind(field['additionalProperties'])}"
    bounds = f" ({field['minimum']} to {field['maximum']})" if "maximum" in field else ""
    return {"string": "text", "boolean": "true or false"}.get(field["type"], str(field["type"])) + bounds


def write(path: Path = FORMATS) -> None:
    """Write the document."""
    path.write_text(formats(), "utf-8")


if __name__ == "__main__":
    write()
