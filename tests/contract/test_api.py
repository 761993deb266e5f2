"""The API as other tools meet it, over HTTP: who may do what, the way from submission to export, every refusal."""

from typing import Any

import httpx2
import pytest

from pipeline.gates import margin
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft
from pipeline.store.history import events_of
from pipeline.store.payloads import get_model
from pipeline.store.tables import tokens
from pipeline.store.tokens import create_token, revoke_token, tokens_of
from schemas.source import Snapshot
from tests.contract.conftest import Served
from tests.desk.seeds import seeded


def ask(served: Served, method: str, path: str, *, secret: str | None = None, **more: Any) -> httpx2.Response:
    headers = {"Authorization": f"Bearer {served.secret if secret is None else secret}"}
    return httpx2.request(method, f"{served.address}/api/v1{path}", headers=headers, timeout=60, **more)


def mended(served: Served) -> tuple[str, str]:
    """A seeded draft without a blocking finding, its outside knowledge settled: ready to be accepted."""
    draft = seeded(served.newsroom)
    sheet = ask(served, "GET", f"/drafts/{draft}").json()
    margin.dismiss(
        served.newsroom.office,
        draft,
        "body[0]",
        code="figure-order",
        excerpt="2,3 milliards de dollars",
        reason="Essai.",
        actor="Inès",
    )
    settled = {"decision": "accept", "part": "actions[a1].outside_knowledge[0]", "revision": sheet["line"]["revision"]}
    line = ask(served, "POST", f"/drafts/{draft}/decisions", json=settled).json()
    for one in ask(served, "GET", f"/drafts/{draft}").json()["findings"]:
        if one["finding"]["severity"] == "blocking" and not one["answered_by"]:
            found = one["finding"]
            margin.dismiss(
                served.newsroom.office,
                draft,
                found["part"],
                code=found["code"],
                excerpt=found["excerpt"],
                reason="Essai.",
                actor="Inès",
            )
    return draft, line["revision"]


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer nothing"}, {"Authorization": "Basic abc"}])
def test_no_token_no_answer(served: Served, header: dict[str, str]) -> None:
    answer = httpx2.get(f"{served.address}/api/v1/drafts", headers=header)
    assert answer.status_code == 401
    assert answer.json()["message"] == "Ce jeton n’ouvre rien."


def test_a_session_cookie_opens_nothing_here(served: Served) -> None:
    from pipeline.store.accounts import open_session

    with transaction(served.newsroom.engine) as db:
        session = open_session(db, served.account.id)
    assert httpx2.get(f"{served.address}/api/v1/drafts", cookies={"morasse": session}).status_code == 401


def test_the_document_is_open_and_names_every_address(served: Served) -> None:
    document = httpx2.get(f"{served.address}/api/v1/openapi.json").json()
    assert {
        "/drafts",
        "/drafts/upload",
        "/drafts/{draft_id}",
        "/drafts/{draft_id}/decisions",
        "/drafts/{draft_id}/signature",
        "/drafts/{draft_id}/exports",
        "/drafts/{draft_id}/errata",
        "/drafts/{draft_id}/record",
    } == set(document["paths"])


def test_a_revoked_token_opens_nothing_and_no_secret_is_stored(served: Served) -> None:
    engine = served.newsroom.engine
    with transaction(engine) as db:
        secret = create_token(db, served.account.id, "à révoquer")
        assert secret not in str(db.execute(tokens.select()).all())
        mine = next(one for one in tokens_of(db, served.account.id) if one.name == "à révoquer")
    assert ask(served, "GET", "/drafts", secret=secret).status_code == 200
    with transaction(engine) as db:
        revoke_token(db, served.account.id, mine.id)
    assert ask(served, "GET", "/drafts", secret=secret).status_code == 401


def test_a_text_is_taken_in_and_the_same_address_is_told(served: Served) -> None:
    asked = {"url": "https://halden-post.example/again", "text": "A text. " * 80, "note": "à voir", "local_only": True}
    made = ask(served, "POST", "/drafts", json=asked)
    assert made.status_code == 201, made.text
    assert (made.json()["state"], made.json()["note"], made.json()["local_only"]) == ("working", "à voir", True)
    assert made.headers["location"].endswith(made.json()["id"])
    again = ask(served, "POST", "/drafts", json=asked)
    assert (again.status_code, again.json()["existing"]) == (409, [made.json()["id"]])
    assert ask(served, "POST", "/drafts", json={**asked, "again": True}).status_code == 201


def test_a_saved_page_is_taken_in(served: Served) -> None:
    page = b"<html><body><article>%s</article></body></html>" % (b"<p>The harbour opened its books on Monday.</p>" * 40)
    files = {"file": ("page.html", page, "text/html")}
    made = ask(served, "POST", "/drafts/upload", files=files, data={"format": "synthese"})
    assert made.status_code == 201, made.text
    assert (made.json()["format"], made.json()["source"]) == ("synthese", "page.html")


def test_a_saved_page_keeps_its_address_without_the_place_in_it(served: Served) -> None:
    page = b"<html><body><article>%s</article></body></html>" % (b"<p>The harbour opened its books on Monday.</p>" * 40)
    files, told = {"file": ("page.html", page, "text/html")}, {"url": "https://a.example/page#place"}
    made = ask(served, "POST", "/drafts/upload", files=files, data=told)
    assert made.status_code == 201, made.text
    with reading(served.newsroom.engine) as db:
        snapshot = get_model(db, find_draft(db, made.json()["id"]).snapshot or "", Snapshot)
    assert snapshot.requested_url == "https://a.example/page"


def test_who_may_not_submit_hears_nothing_of_the_page(served: Served) -> None:
    secret = served.token_for("Lecteur", "reviewer")
    files = {"file": ("page.pdf", b"<html>not a PDF</html>", "application/pdf")}
    assert ask(served, "POST", "/drafts/upload", secret=secret, files=files).status_code == 403
    assert ask(served, "POST", "/drafts", secret=secret, json={"text": " "}).status_code == 403


def test_the_queue_is_found_by_state_and_words(served: Served) -> None:
    found = ask(served, "GET", "/drafts", params={"state": "review_gate", "q": "halden"}).json()
    assert served.draft in [one["id"] for one in found["drafts"]]
    assert ask(served, "GET", "/drafts", params={"q": "introuvable"}).json() == {"drafts": [], "more": False}
    seeded(served.newsroom)
    assert ask(served, "GET", "/drafts", params={"limit": 1}).json()["more"]


def test_a_draft_is_read_with_findings_and_events(served: Served) -> None:
    sheet = ask(served, "GET", f"/drafts/{served.draft}").json()
    assert sheet["draft"]["title"].startswith("Halden")
    assert [one["finding"]["code"] for one in sheet["findings"]] == ["figure-order", "support-weak"]
    assert [one["kind"] for one in sheet["events"]][:2] == ["submitted", "captured"]


def test_from_decision_to_erratum(served: Served) -> None:
    draft, revision = mended(served)
    paul = served.token_for("Paul", "publisher")
    accepted = ask(served, "POST", f"/drafts/{draft}/decisions", json={"decision": "accept", "revision": revision})
    assert (accepted.status_code, accepted.json().get("state")) == (200, "press_gate"), accepted.text
    early = ask(served, "POST", f"/drafts/{draft}/exports", json={"format": "markdown"}, secret=paul)
    assert early.status_code == 409
    signed = ask(served, "POST", f"/drafts/{draft}/signature", json={"revision": revision}, secret=paul)
    assert (signed.status_code, signed.json().get("signed_revision")) == (200, revision), signed.text
    nothing_left = ask(served, "POST", f"/drafts/{draft}/errata", json={"text": "Trop tôt."}, secret=paul)
    assert nothing_left.status_code == 409
    before = ask(served, "POST", f"/drafts/{draft}/exports", json={"format": "markdown"}, secret=paul).json()
    said = ask(served, "POST", f"/drafts/{draft}/errata", json={"text": "Le port a *mal* compté."}, secret=paul)
    assert said.status_code == 201
    for to, shown in (("markdown", r"\*mal\*"), ("html", "*mal*"), ("json", '"errata"'), ("text", "*mal*")):
        text = ask(served, "POST", f"/drafts/{draft}/exports", json={"format": to}, secret=paul).json()["text"]
        assert (shown in text and "Erratum du" in text) or (to == "json" and shown in text)
        if to == "markdown":
            assert text.startswith(before["text"])
    record = ask(served, "GET", f"/drafts/{draft}/record").json()
    assert (record["accepted_by"], record["signed_by"], record["signed_revision"]) == ("Inès", "Paul", revision)
    assert [one["text"] for one in record["errata"]] == ["Le port a *mal* compté."]
    assert record["source"]["content_digest"]
    with reading(served.newsroom.engine) as db:
        assert record["chain"] == events_of(db, draft)[-1].digest


def test_a_stale_revision_is_not_decided_on(served: Served) -> None:
    draft = seeded(served.newsroom)
    read = ask(served, "GET", f"/drafts/{draft}").json()["line"]["revision"]
    margin.save(served.newsroom.office, draft, {"title": "Un autre titre"}, actor="Inès", base=read)
    for part in ({}, {"part": "title"}):
        decision = {"decision": "accept", "revision": read, **part}
        assert ask(served, "POST", f"/drafts/{draft}/decisions", json=decision).status_code == 409


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/drafts", {"text": "Un texte. " * 40}),
        ("/drafts/{id}/signature", {"revision": "0" * 64}),
        ("/drafts/{id}/exports", {"format": "html"}),
        ("/drafts/{id}/errata", {"text": "Non."}),
    ],
)
def test_a_reviewer_does_only_what_reviewers_do(served: Served, path: str, sent: dict[str, str]) -> None:
    name = f"Relectrice {path.count('/')}{len(path)}"
    secret = served.token_for(name, "reviewer")
    answer = ask(served, "POST", path.format(id=served.draft), json=sent, secret=secret)
    assert (answer.status_code, answer.json()["message"]) == (403, "Votre rôle ne permet pas cet acte.")


def test_every_refusal_is_a_sentence_and_a_remedy(served: Served) -> None:
    refusals = [
        ask(served, "GET", "/drafts/00000000"),
        ask(served, "GET", "/nowhere"),
        ask(served, "DELETE", "/drafts"),
        ask(served, "POST", "/drafts", content=b"{"),
        ask(served, "POST", "/drafts", json={}),
        ask(served, "POST", "/drafts", json={"url": "file:///etc/passwd"}),
        ask(served, "GET", "/drafts", params={"state": "nowhere"}),
    ]
    assert [one.status_code for one in refusals] == [404, 404, 405, 422, 400, 422, 422]
    for one in refusals:
        said = one.json()
        assert said["message"].endswith("."), said
        assert said["remedy"].endswith("."), said
