"""JSON that others wrote: what DESIGN.md lets them leave out may be missing, what nobody knows is noted, not fatal."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli.files import render, verify
from pipeline.errors import UsageFault
from pipeline.render import TARGETS

ARTICLE: dict[str, Any] = {
    "url": "https://ledger.example/records",
    "title": "City sells records",
    "description": "The deal was signed in March.",
    "authors": ["Ruth Calder"],
    "published": "2026-03-03",
    "outlet": "The Ledger",
    "language": "en",
    "paragraphs": [{"id": "p1", "text": "The city sold 40 records. “It was legal,” said Ann Lee.", "kind": "body"}],
    "quotes": [{"text": "It was legal,", "paragraph": "p1", "speaker": "Ann Lee", "role": "mayor"}],
    "warnings": [],
}
ANALYSE: dict[str, Any] = {
    "format": "analyse",
    "title": "La ville vend ses registres",
    "standfirst": "La ville a vendu 40 registres.",
    "body": [
        {
            "id": "b1",
            "text": "La ville a vendu 40 registres.",
            "evidence": ["p1"],
            "sentences": [{"start": 0, "end": 30, "stance": "fact", "evidence": [{"paragraph": "p1"}]}],
        }
    ],
    "quotes": [
        {
            "id": "q1",
            "translation": "C'était légal [traduit de l'anglais]",
            "original": "It was legal,",
            "speaker": "Ann Lee",
            "role": "maire",
            "outlet": "The Ledger",
            "position": 1,
        }
    ],
    "watchpoints": "Rien n'est dit du prix.",
    "actions": [
        {
            "id": "a1",
            "kind": "coalition",
            "title": "Demander le registre",
            "description": "Les élus peuvent le demander.",
            "signal": "On saura que ça marche quand il sera public.",
            "outside_knowledge": [{"text": "peuvent", "status": "open"}],
            "origin": "model",
        }
    ],
    "score": 1,
    "pillars": {"sovereignty": 1, "factuality": 0},
    "pillar_reasons": {"sovereignty": "Un service vendu."},
    "date": "6 mars 2026",
    "closing": None,
    "source": {"url": "https://ledger.example/records", "title": "City sells records", "outlet": "The Ledger"},
}
SYNTHESE: dict[str, Any] = {
    "format": "synthese",
    "title": "La ville vend ses registres",
    "tldr": ["La ville a vendu 40 registres."],
    "sections": [{"heading": "Le fait", "level": 2, "blocks": [{"kind": "paragraph", "text": "40 registres."}]}],
    "seo": {"title": "Registres", "description": "La ville vend."},
    "slug": "ville-vend-registres",
    "canonical": "https://ledger.example/records",
    "source": {"url": "https://ledger.example/records"},
    "front_matter": [{"key": "cuid", "raw": "cuid: c1"}],
}
MAY_BE_MISSING = [
    *((ANALYSE, one) for one in ("pillars", "pillar_reasons", "date", "closing", "body.0.id", "body.0.evidence")),
    *((ANALYSE, f"body.0.sentences{one}") for one in ("", ".0.evidence", ".0.stance")),
    *((ANALYSE, f"{one}.0.id") for one in ("quotes", "actions")),
    *((ANALYSE, f"pillars.{one}") for one in ("sovereignty", "factuality")),
    *((SYNTHESE, one) for one in ("front_matter", "sections.0.blocks.0.kind")),
    *((ARTICLE, one) for one in ("description", "authors", "published", "outlet", "language", "quotes", "warnings")),
    *((ARTICLE, f"quotes.0.{one}") for one in ("text", "paragraph", "speaker", "role")),
    *((ARTICLE, f"paragraphs.0.{one}") for one in ("id", "kind")),
]


def tables(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tables(one)


def without(whole: dict[str, Any], place: str) -> dict[str, Any]:
    whole = copy.deepcopy(whole)
    at: Any = whole
    *way, last = (int(one) if one.isdigit() else one for one in place.split("."))
    for one in way:
        at = at[one]
    del at[last]
    return whole


def verified(folder: Path, draft: Any, article: Any) -> tuple[dict[str, Any], str]:
    """What `verify --json` says on stdout and on stderr; every target is rendered too."""
    for name, whole in (("draft", draft), ("article", article)):
        (folder / f"{name}.json").write_text(json.dumps(whole), "utf-8")
    paths = [str(folder / "draft.json"), "--article", str(folder / "article.json"), "--json"]
    done = CliRunner().invoke(verify, paths, standalone_mode=False)
    assert done.exception is None, done.exception
    outcome: dict[str, Any] = json.loads(done.stdout)
    assert {"findings", "supports"} <= set(outcome)
    assert done.return_value == any(one["severity"] == "blocking" for one in outcome["findings"])
    for target in TARGETS:
        shown = CliRunner().invoke(render, [paths[0], "--to", target], standalone_mode=False)
        assert shown.exception is None, shown.exception
        assert draft["title"] in shown.stdout
    return outcome, done.stderr


@pytest.mark.parametrize("table", [{}, {"title": "Un titre"}, {"format": "analyse"}, ARTICLE])
def test_a_table_that_does_not_say_it_is_a_draft_is_not_rendered_as_an_empty_one(
    tmp_path: Path, table: dict[str, Any]
) -> None:
    (tmp_path / "draft.json").write_text(json.dumps(table))
    done = CliRunner().invoke(render, [str(tmp_path / "draft.json"), "--to", "text"], standalone_mode=False)
    assert isinstance(done.exception, UsageFault)
    assert "n’est pas un brouillon" in done.exception.message
    assert done.exception.remedy
    assert done.stdout == ""


@pytest.mark.parametrize(("whole", "place"), MAY_BE_MISSING, ids=[one for _, one in MAY_BE_MISSING])
def test_what_may_be_missing_may_be_missing(tmp_path: Path, whole: dict[str, Any], place: str) -> None:
    left = without(whole, place)
    is_article = whole is ARTICLE
    verified(tmp_path, ANALYSE if is_article else left, left if is_article else ARTICLE)


@pytest.mark.parametrize("draft", [ANALYSE, SYNTHESE], ids=["analyse", "synthese"])
def test_unknown_keys_are_noted_wherever_they_stand(tmp_path: Path, draft: dict[str, Any]) -> None:
    draft, article = copy.deepcopy(draft), copy.deepcopy(ARTICLE)
    # Its keys are free.
    draft.pop("pillar_reasons", None)
    plain, said = verified(tmp_path, draft, article)
    assert "inconnu" not in said
    added = [*tables(draft), *tables(article)]
    for number, table in enumerate(added):
        table[f"k{number}"] = {"more": [1]}
    outcome, said = verified(tmp_path, draft, article)
    noted = {line.rpartition(".")[2].rpartition(" ")[2] for line in said.split("\n") if "inconnue" in line}
    assert noted == {f"k{number}" for number in range(len(added))}
    assert outcome["findings"] == plain["findings"]


@pytest.mark.parametrize("kind", ["paragraph", "p", "text", "", None])
def test_an_unknown_kind_of_paragraph_is_body(tmp_path: Path, kind: str | None) -> None:
    article = copy.deepcopy(ARTICLE)
    article["paragraphs"][0]["kind"] = kind
    outcome, said = verified(tmp_path, ANALYSE, article)
    assert outcome == verified(tmp_path, ANALYSE, ARTICLE)[0]
    assert ("Genre de paragraphe inconnu" in said) == bool(kind)
