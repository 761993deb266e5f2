"""The pages: what a source says is shown and never acts; the queue is found by its words; faults are one sentence."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from click.testing import CliRunner

from desk.pages import queue
from desk.pages.source import sanitised
from pipeline.cli.review import show
from pipeline.compose import Newsroom
from pipeline.gates import margin
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import find_draft, load_text, update_draft
from pipeline.store.history import events_of
from schemas.draft import Analyse
from tests.desk.conftest import Enter, Visitor
from tests.desk.seeds import DRAFT, seeded

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def test_words_of_a_draft_never_become_markup(newsroom: Newsroom, enter: Enter) -> None:
    hostile = DRAFT.model_copy(update={"title": EVIL, "watchpoints": EVIL})
    draft = seeded(newsroom, draft=hostile)
    ines = enter("Inès")
    margin.comment(newsroom.office, draft, "title", EVIL, actor=EVIL)
    rooms = (f"/brouillons/{draft}/{room}" for room in ("relecture", "bon-a-tirer", "histoire"))
    for path in ("/", f"/?q={EVIL}", *rooms):
        page = ines.see(path)
        assert "<script>alert" not in page
        assert "<img" not in page


def test_what_a_draft_was_made_without_is_shown_wherever_it_is_reviewed(
    newsroom: Newsroom, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "Citation laissée de côté <b>"
    draft = seeded(newsroom, draft=DRAFT.model_copy(update={"notes": (said,)}))
    for room in ("relecture", "bon-a-tirer"):
        assert "Citation laissée de côté &lt;b&gt;" in enter(room).see(f"/brouillons/{draft}/{room}")
    monkeypatch.setenv("MORASSE_DATA_DIR", str(newsroom.settings.data_dir))
    shown = CliRunner().invoke(show, [draft], standalone_mode=False)
    assert shown.exception is None
    assert said in shown.stderr


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<p onclick=alert(1)>x</p>",
        "<a href='javascript:alert(1)'>x</a>",
        "<img src=https://tracker.example/x.png>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<p style='background:url(https://tracker.example)'>x</p>",
        "<form action=https://evil.example><input name=p></form>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<base href=https://evil.example>",
        "<link rel=stylesheet href=https://evil.example>",
    ],
)
def test_an_archived_page_keeps_nothing_that_acts(html: str) -> None:
    kept = sanitised(f"<p>Avant</p>{html}<p>Après</p>").lower()
    assert "avant" in kept
    for word in ("script", "onerror", "onclick", "src=", "style", "<form", "<iframe", "<meta", "<base", "<link"):
        assert word not in kept


@pytest.mark.parametrize("words", ["telephones", "TÉLÉPHONES passagers", "halden-post", "syndicat", "rotter"])
def test_the_queue_is_found_by_its_words(enter: Enter, draft: str, words: str) -> None:
    assert f"/brouillons/{draft}" in enter("Inès").see(f"/?q={words}")


@pytest.mark.parametrize("words", ["introuvable", '"', "a OR b*", "NEAR(", "téléphones introuvable", "%"])
def test_words_that_no_draft_holds_find_none(enter: Enter, draft: str, words: str) -> None:
    page = enter("Inès").client.get("/", params={"q": words})
    assert page.status_code == 200
    # Signs that make no word ask for nothing, and hide nothing.
    assert (f"/brouillons/{draft}" in page.text) == (words in ("%", '"'))


def test_what_waits_for_me_comes_first(newsroom: Newsroom, enter: Enter, draft: str) -> None:
    stuck = seeded(newsroom)
    with transaction(newsroom.engine) as db:
        update_draft(db, stuck, state="parked", reason="La clé est refusée.", remedy="Vérifiez la clé.")
    reviewer, editor = enter("René", "reviewer").see("/"), enter("Édith", "editor").see("/")
    assert reviewer.index(draft) < reviewer.index(stuck)
    # Once, at the top, and not again below.
    assert editor.index(stuck) < editor.index("Les autres brouillons") < editor.index(draft)
    assert stuck not in editor[editor.index("Les autres brouillons") :]
    assert "La clé est refusée. Vérifiez la clé." in editor
    assert f'action="/brouillons/{stuck}/reprendre"' in editor


def test_the_same_address_again_shows_what_is_there(newsroom: Newsroom, enter: Enter) -> None:
    ines = enter("Inès")
    ines.see("/soumettre")
    asked = {"url": "https://a.example/article#top", "forme": "analyse"}
    ines.act("/soumettre", asked)
    again = ines.act("/soumettre", asked)
    assert "a déjà un brouillon" in again
    ines.act("/soumettre", {**asked, "encore": "oui"})
    assert "des brouillons" in ines.act("/soumettre", asked)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Il n’y a pas de source"),
        ({"url": "pas une adresse"}, "pas une adresse"),
        ({"url": "ftp://a.example/"}, "pas une adresse"),
        ({"texte": "Un texte."}, ""),
    ],
)
def test_a_submission_that_lacks_something_says_what(enter: Enter, values: dict[str, str], said: str) -> None:
    ines = enter("Inès")
    ines.see("/soumettre")
    page = ines.act("/soumettre", {"forme": "analyse", **values}, status=400 if said else 200)
    assert said in page


def test_a_file_that_is_not_what_it_says_is_refused_in_a_sentence(enter: Enter) -> None:
    ines = enter("Inès")
    ines.see("/soumettre")
    file = {"fichier": ("article.pdf", b"<html><p>Bonjour</p></html>", "application/pdf")}
    assert "data-fault" in ines.act("/soumettre", {"forme": "analyse"}, status=400, files=file)


def test_unknown_drafts_and_addresses_are_pages_that_say_so(enter: Enter, draft: str) -> None:
    ines = enter("Inès")
    assert "n’existe pas" in ines.see("/brouillons/abcdef01/relecture", status=404)
    assert "n’existe pas" in ines.see("/nulle-part", status=404)
    # The beginning of an id names a draft at the terminal, not here.
    ines.see(f"/brouillons/{draft[:4]}/relecture", status=404)


def test_a_stale_save_is_refused_with_both_texts_and_a_merge(newsroom: Newsroom, enter: Enter, draft: str) -> None:
    with reading(newsroom.engine) as db:
        base = find_draft(db, draft).revision or ""
    margin.save(newsroom.office, draft, {"watchpoints": "Le port n’a rien dit."}, actor="Paul", base=base)
    ines = enter("Inès")
    ines.see("/")
    mine = {"base": base, "texte:watchpoints": "Le port n’a pas dit qui lit ces données d’ici là."}
    page = ines.act(f"/brouillons/{draft}/enregistrer", mine, status=409)
    assert "Rien n’a été écrasé" in page
    assert "rien" in page
    with reading(newsroom.engine) as db:
        row = find_draft(db, draft)
        text = load_text(db, row.revision or "")
    assert isinstance(text, Analyse)
    assert text.watchpoints == "Le port n’a rien dit."
    assert events_of_kind(newsroom, draft, "edited") == 1


def events_of_kind(newsroom: Newsroom, draft: str, kind: str) -> int:
    with reading(newsroom.engine) as db:
        return sum(one.kind == kind for one in events_of(db, draft))


@pytest.mark.parametrize("base", ["", "0" * 64, "../../etc/passwd"])
def test_a_base_that_was_never_this_draft_s_saves_nothing(enter: Enter, draft: str, base: str) -> None:
    ines = enter("Inès")
    ines.see("/")
    ines.act(f"/brouillons/{draft}/enregistrer", {"base": base, "texte:title": "Autre"}, status=409)
    assert "Halden" in ines.see(f"/brouillons/{draft}/relecture")


def test_keeping_the_other_version_gives_up_one_s_own_typing(newsroom: Newsroom, enter: Enter, draft: str) -> None:
    ines = enter("Inès")
    ines.see("/")
    ines.act(f"/brouillons/{draft}/essai", {"partie": "title", "texte": "Mon titre", "base": "0"}, status=204)
    assert "Repris de votre frappe" in ines.see(f"/brouillons/{draft}/relecture")
    page = ines.act(f"/brouillons/{draft}/enregistrer", {"texte:title": "Mon titre", "garder": "leur", "base": "0"})
    assert "Repris de votre frappe" not in page
    assert events_of_kind(newsroom, draft, "edited") == 0


def test_a_file_is_kept_only_under_an_address_that_names_its_content(visit: Callable[[], Visitor]) -> None:
    stranger = visit()
    named = re.search(r'"(/static/desk\.js\?v=[0-9a-f]+)"', stranger.see("/entrer"))
    assert named
    kept = stranger.client.get(named[1])
    assert "immutable" in kept.headers["cache-control"]
    # A module names the others without it: a new version must reach whoever has the old one.
    asked = stranger.client.get("/static/swapping.js")
    assert asked.headers["cache-control"] == "no-cache"
    again = stranger.client.get("/static/swapping.js", headers={"If-None-Match": asked.headers["etag"]})
    assert (again.status_code, again.headers["cache-control"]) == (304, "no-cache")


def test_a_card_that_was_accepted_is_one_line_of_history(enter: Enter, draft: str) -> None:
    ines = enter("Inès")
    page = ines.see(f"/brouillons/{draft}/relecture")
    base = re.search(r'name="base" value="([^"]+)"', page)
    assert base is not None
    fields = ("translation", "speaker", "role", "outlet")
    sent = {"base": base[1], **{f"partie:quotes[q1].{one}": "1" for one in fields}}
    ines.act(f"/brouillons/{draft}/accepter", sent)
    for room in ("histoire", "dossier"):
        assert ines.see(f"/brouillons/{draft}/{room}").count("<b>accepté</b>") == 1


def test_every_address_in_the_style_sheet_answers(visit: Callable[[], Visitor]) -> None:
    stranger = visit()
    named = re.findall(r'url\("([^"]+)"\)', stranger.client.get("/static/desk.css").text)
    assert named
    for address in named:
        assert stranger.client.get(address).status_code == 200, address


def test_blanks_and_unknown_forms_are_no_search(enter: Enter, draft: str) -> None:
    ines = enter("Inès")
    for address in ("/?q=%20", "/?forme=poeme", "/?page=0", "/?page=x"):
        assert "Ce qui vous attend" in ines.see(address)


def test_every_draft_is_on_some_page_of_the_queue(
    newsroom: Newsroom, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "_PER_PAGE", 3)
    drafts = {seeded(newsroom) for _ in range(7)}
    ines, found, address = enter("Inès"), set[str](), "/?q=halden&etat=review_gate"
    for number in (1, 2, 3):
        page = ines.see(address)
        found |= set(re.findall(r'line-title" href="/brouillons/(\w+)"', page))
        following = re.search(r'href="([^"]+)" rel="next"', page)
        assert bool(following) == (number < 3)
        address = unescape(following[1]) if following else address
    assert found == drafts
    assert "etat=review_gate" in address
    assert "Il n’y en a pas tant." in ines.see("/?page=9")


def test_nobody_is_offered_what_their_role_does_not_open(newsroom: Newsroom, enter: Enter, draft: str) -> None:
    ludo, marc, zoe = enter("Ludo", "reviewer"), enter("Marc", "publisher"), enter("Zoé", "editor")
    with transaction(newsroom.engine) as db:
        update_draft(db, draft, state="source_gate", reason="La page est réservée aux abonnés.")
    for visitor, decides in ((ludo, False), (zoe, True)):
        assert ("Renoncer" in visitor.see(f"/brouillons/{draft}")) == decides
        assert (">Décider<" in visitor.see("/?etat=source_gate")) == decides
    with transaction(newsroom.engine) as db:
        update_draft(db, draft, state="parked", reason="Le modèle ne répond pas.")
    for visitor, resumes in ((marc, False), (ludo, True), (zoe, True)):
        assert (">Reprendre<" in visitor.see(f"/brouillons/{draft}")) == resumes
        assert (">Reprendre<" in visitor.see("/?etat=parked")) == resumes
