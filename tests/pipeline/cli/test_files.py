"""JSON that others wrote: what DESIGN.md lets them leave out may be missing, what nobody knows is noted, not fatal."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli.files import render, verify
from pipeline.errors import UsageFault
from pipeline.formats import FORMATS, formats
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


def refused(folder: Path, draft: str, article: str = json.dumps(ARTICLE)) -> UsageFault:
    """Why `verify` takes one of these two files for no input of its."""
    for name, text in (("draft", draft), ("article", article)):
        (folder / f"{name}.json").write_text(text, "utf-8")
    paths = [str(folder / "draft.json"), "--article", str(folder / "article.json")]
    done = CliRunner().invoke(verify, paths, standalone_mode=False)
    assert isinstance(done.exception, UsageFault), done.exception
    assert done.exception.exit_code == 2
    assert "docs/formats.md" in done.exception.remedy
    return done.exception


def with_value(whole: dict[str, Any], place: str, value: Any) -> str:
    whole = copy.deepcopy(whole)
    at: Any = whole
    *way, last = (int(one) if one.isdigit() else one for one in place.split("."))
    for one in way:
        at = at[one]
    at[last] = value
    return json.dumps(whole)


@pytest.mark.parametrize("whole", [ANALYSE, ARTICLE], ids=["draft", "article"])
@pytest.mark.parametrize(
    ("text", "words"), [("[" * 100_000, "trop de niveaux"), (r'{"title": "\ud800"}', r"\ud800, y est seule")]
)
def test_json_that_nothing_can_hold_is_no_input(tmp_path: Path, whole: dict[str, Any], text: str, words: str) -> None:
    given = (text,) if whole is ANALYSE else (json.dumps(ANALYSE), text)
    assert words in refused(tmp_path, *given).message


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (
            with_value(ANALYSE, "body.0.sentences.0.end", 9999),
            "body.0.sentences.0\u00a0: la phrase 0–9999 sort du texte",
        ),
        (with_value(ANALYSE, "body.0.sentences.0.start", -1), "la phrase -1–30 sort du texte"),
        (
            with_value(SYNTHESE, "sections.0.blocks.0.sentences", [{"start": 9, "end": 3}]),
            "sections.0.blocks.0.sentences.0\u00a0: la phrase 9–3 sort",
        ),
        (with_value(ANALYSE, "body", [ANALYSE["body"][0]] * 2), "body.1.id\u00a0: «\u00a0b1\u00a0» y est déjà"),
    ],
)
def test_a_draft_that_contradicts_itself_is_refused_with_the_place(tmp_path: Path, draft: str, words: str) -> None:
    assert words in refused(tmp_path, draft).message


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (with_value(ANALYSE, "body.0.evidence", ["p9"]), "body.0.evidence.0\u00a0: l’article n’a pas de paragraphe"),
        (
            with_value(ANALYSE, "body.0.sentences.0.evidence", [{"paragraph": "p1", "start": 3, "end": 9999}]),
            "body.0.sentences.0.evidence.0\u00a0: le passage 3–9999 sort de p1",
        ),
        (with_value(ANALYSE, "declared", {"title": ["title", "p8"]}), "declared.title.1\u00a0: l’article n’a pas"),
        (
            with_value(SYNTHESE, "sections.0.blocks.0.evidence", ["description", "p7"]),
            "sections.0.blocks.0.evidence.1\u00a0: l’article n’a pas de paragraphe «\u00a0p7\u00a0»",
        ),
    ],
)
def test_evidence_that_the_article_has_not_is_refused_with_the_place(tmp_path: Path, draft: str, words: str) -> None:
    assert words in refused(tmp_path, draft).message


def test_a_sentence_that_its_paragraph_has_not_is_refused_in_french(tmp_path: Path) -> None:
    told = with_value(ARTICLE, "paragraphs.0.sentences", [{"id": "s1", "start": 0, "end": 9999, "text": "The"}])
    assert "la phrase s1 n’y est pas à 0–9999" in refused(tmp_path, json.dumps(ANALYSE), told).message


def test_two_paragraphs_of_one_name_are_refused(tmp_path: Path) -> None:
    twice = with_value(ARTICLE, "paragraphs", ARTICLE["paragraphs"] * 2)
    assert "paragraphs.1.id\u00a0: «\u00a0p1\u00a0» y est déjà" in refused(tmp_path, json.dumps(ANALYSE), twice).message


@pytest.mark.parametrize(("published", "is_read"), [("hier", False), ("2026-03-03", True), ("2026-03-03T10:00Z", True)])
def test_a_publication_date_that_is_none_is_noted(tmp_path: Path, published: str, is_read: bool) -> None:
    _, said = verified(tmp_path, ANALYSE, {**ARTICLE, "published": published})
    assert (f"non lue (attendue comme 2026-03-03)\u00a0: {published}" in said) == (not is_read)


def test_the_page_on_files_is_current_and_its_examples_are_taken(tmp_path: Path) -> None:
    page = FORMATS.read_text("utf-8")
    assert page == formats(), "run: python -m pipeline.formats"
    article, *drafts = (json.loads(one) for one in re.findall(r"```json\n(.+?)```", page, re.DOTALL))
    assert len(drafts) == 2
    for draft in drafts:
        outcome, said = verified(tmp_path, draft, article)
        assert outcome["supports"]
        assert "inconnu" not in said
    for whole in (article, *drafts):
        rows = re.findall(r"\| `(\w+)` \|.*\*\*required\*\*", page)
        for name in set(whole) & {"url", "title", "paragraphs", "format"} & set(rows):
            left = json.dumps(without(whole, name))
            assert name in refused(tmp_path, *((json.dumps(drafts[0]), left) if whole is article else (left,))).message
