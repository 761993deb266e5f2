"""Hostile words wherever words come in: nothing of them runs, nothing is asked of the world outside.

With the policy switched off as well: what holds then is that every word stays a word.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from pipeline.compose import Newsroom
from pipeline.fetch import Captured, capture_file
from pipeline.gates import margin
from pipeline.gates.office import keep_capture
from pipeline.sentences import with_sentences
from pipeline.store.accounts import list_accounts
from pipeline.store.database import transaction
from pipeline.store.drafts import add_revision, create_draft, find_draft, update_draft
from pipeline.store.history import append_event
from pipeline.store.payloads import put_json
from pipeline.store.table import keep_scratch
from schemas.article import Article, Paragraph
from schemas.draft import Analyse, BodyParagraph
from schemas.finding import Finding, Verification
from schemas.source import SourceRequest
from schemas.translation import WorkingTranslation
from tests.browser.desks import PASSWORD, RunningDesk
from tests.browser.hostile import snippets
from tests.desk.seeds import DRAFT

ROOMS = ("relecture", "bon-a-tirer", "histoire", "dossier", "page-archivee")
_EACH = 8


@pytest.fixture(scope="module")
def outside() -> Iterator[tuple[str, list[str]]]:
    """A site that nobody may ask for anything: its address, and what it was asked."""
    asked: list[str] = []

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_GET

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


def hostile_draft(newsroom: Newsroom, said: tuple[str, ...]) -> str:
    """A draft whose source, title, quotation, proposals, note, remarks, edits and file name are all hostile."""
    whole = "\n".join(said)
    groups = [" ".join(said[n : n + _EACH]) for n in range(0, len(said), _EACH)]
    page = f"<html><head><title>{said[0]}</title></head><body>{whole}</body></html>".encode()
    captured = capture_file(
        page, name=f"{said[36]}.html".replace("/", "_"), supplied_by=said[37], now=datetime.now(UTC)
    )
    assert isinstance(captured, Captured)
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(groups, 1))
    article = with_sentences(
        Article(
            url=f"https://a.example/{said[1]}",
            title=whole,
            description=whole,
            outlet=said[38],
            authors=(said[39],),
            language="en",
            paragraphs=paragraphs,
        )
    )
    draft = hostile_text(said, groups)
    finding = Finding(code="support-none", severity="blocking", part="body[0]", excerpt=said[40], message=whole)
    with transaction(newsroom.engine) as db:
        request = SourceRequest(source=f"{said[36]}.html", submitted_by=said[41], note=whole)
        row = create_draft(db, request)
        append_event(db, row.id, "submitted", actor=said[41], payload=request.model_dump(mode="json"))
        keep_capture(db, row.id, captured, actor=said[41])
        translated = WorkingTranslation(paragraphs={"p1": whole, "title": said[42]})
        update_draft(db, row.id, article=put_json(db, article), translation=put_json(db, translated), title=draft.title)
        made = DRAFT.model_copy(update={"title": whole})
        add_revision(db, find_draft(db, row.id), made, Verification(), origin="model", actor="morasse")
        add_revision(
            db, find_draft(db, row.id), draft, Verification(findings=(finding,)), origin="human", actor=said[43]
        )
        generated = {"revision": "0" * 64, "origin": "model", "model": said[44], "embedded": False}
        append_event(db, row.id, "generated", actor="morasse", payload=generated)
        edited = {"part": "title", "before": whole, "after": said[45] + whole}
        append_event(db, row.id, "edited", actor=said[43], payload=edited)
        append_event(
            db, row.id, "proposed", actor="morasse", payload={"part": "title", "base": "", "text": whole, "reason": ""}
        )
        append_event(db, row.id, "exported", actor=said[46], payload={"revision": "0" * 64, "to": "html"})
        append_event(db, row.id, "corrected", actor=said[46], payload={"revision": "0" * 64, "text": whole})
        update_draft(db, row.id, state="review_gate", reason=whole, remedy=said[47])
        account = next(one for one in list_accounts(db) if one.name == "Inès")
        keep_scratch(db, account.id, row.id, "standfirst", text=whole, base="0" * 64)
    margin.comment(newsroom.office, row.id, "title", whole, actor=said[48])
    margin.dismiss(
        newsroom.office, row.id, "watchpoints", code="figure-order", excerpt=said[49], reason=whole, actor=said[50]
    )
    return row.id


def hostile_text(said: tuple[str, ...], groups: list[str]) -> Analyse:
    quote = DRAFT.quotes[0].model_copy(
        update={"translation": said[2], "original": said[3], "speaker": said[4], "role": said[5], "outlet": said[6]}
    )
    action = DRAFT.actions[0].model_copy(update={"title": said[7], "description": groups[1], "signal": said[8]})
    source = DRAFT.source.model_copy(update={"title": said[9], "outlet": said[10], "description": groups[2]})
    body = tuple(BodyParagraph(id=f"b{n}", text=text) for n, text in enumerate(groups, 1))
    changes = {"title": groups[3], "standfirst": groups[4], "body": body, "quotes": (quote,), "watchpoints": groups[5]}
    return DRAFT.model_copy(update={**changes, "actions": (action,), "source": source, "closing": groups[6]})


@pytest.mark.parametrize("policy", ["with", "without"])
def test_hostile_words_stay_words(
    desk: RunningDesk, browser: Browser, outside: tuple[str, list[str]], policy: str
) -> None:
    address, asked = outside
    said = snippets(address)
    assert len(said) >= 100
    draft = hostile_draft(desk.newsroom, said)
    context = browser.new_context(bypass_csp=policy == "without", locale="fr-FR")
    seen = Watched(context.new_page(), desk.address)
    page = seen.page
    sign_in(page, desk)
    for room in (*(f"/brouillons/{draft}/{room}" for room in ROOMS), "/", "/?q=img", f"/soumettre?url={said[0]}"):
        page.goto(f"{desk.address}{room}", wait_until="load")
        page.wait_for_timeout(150)
        assert page.evaluate("window.ran") is None, room
        assert page.evaluate(_OURS), room
        if room.endswith(("relecture", "histoire", "dossier")):
            assert "<img src=x onerror=" in page.locator("body").inner_text(), room
    context.close()
    assert not seen.wrong, seen.wrong[:5]
    assert not asked, asked[:5]


# No handler, no script and no address to load but ours, anywhere in the page.
_OURS = """() => [...document.querySelectorAll("*")].every((one) =>
  [...one.attributes].every((each) => !each.name.startsWith("on")
    && !(["src", "srcset", "data", "poster", "background", "action", "formaction", "ping"].includes(each.name)
         && new URL(each.value, location.href).origin !== location.origin)
    && !(each.name === "href" && /^\\s*(javascript|data|vbscript)/i.test(each.value)))
  && !(one.localName === "script" && !one.src.startsWith(location.origin + "/static/"))
  && !["object", "embed", "base", "math", "svg"].includes(one.localName)
  && !(one.localName === "meta" && one.httpEquiv))"""


class Watched:
    """A page, and what it did that no page may do."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("dialog", self._dialog)
        page.on("popup", lambda popup: self.wrong.append(f"popup {popup.url}"))
        page.on("request", self._request)
        self._home = home

    def _dialog(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _request(self, asked: Request) -> None:
        if not asked.url.startswith(self._home):
            self.wrong.append(asked.url)


def sign_in(page: Page, desk: RunningDesk) -> None:
    page.goto(f"{desk.address}/entrer")
    page.get_by_label("Identifiant").fill("inès")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Entrer").click()
    page.wait_for_url(f"{desk.address}/")
