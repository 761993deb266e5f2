"""A day at the desk, from a submission to the signed article that leaves."""

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from pipeline.store.history import broken_links, events_of
from tests.browser.acts import edit, save
from tests.browser.desks import RunningDesk, served
from tests.house import SAMPLES

Enter = Callable[[str], Page]
DRAFTED_WITHIN_MS = 240_000


def submit(page: Page, url: str) -> None:
    page.get_by_role("link", name="Soumettre", exact=True).click()
    page.get_by_label("Adresse de l’article").fill(url)
    page.get_by_label("Mot pour la relecture").fill("À relire pour demain.")
    page.get_by_role("button", name="Demander le brouillon").click()


def review(page: Page) -> None:
    title, watch = page.locator('[data-card="title"]'), page.locator('[data-card="watchpoints"]')
    page.keyboard.press("a")
    expect(title.locator(".standing")).to_contain_text("accepté par Inès")
    edit(page, "watchpoints", "Rien n’est joué : le port n’a pas dit qui lira ces données.")
    save(page)
    expect(watch.locator(".standing")).to_contain_text("modifié par Inès")
    expect(page.locator("#saved")).to_contain_text("Enregistré à")
    watch.get_by_text("Différence avec le texte du modèle").click()
    expect(watch.locator(".changes ins").first).to_be_visible()
    page.get_by_role("button", name="Passer au bon à tirer").click()
    page.wait_for_url("**/bon-a-tirer")


def sign(page: Page) -> None:
    while page.get_by_role("button", name="Confirmer").count():
        page.get_by_role("button", name="Confirmer").first.click()
        page.wait_for_load_state()
    page.get_by_role("button", name="Regarder maintenant").click()
    expect(page.get_by_text("La source n’a pas changé depuis sa capture.")).to_be_visible()
    page.get_by_role("button", name="Signer le bon à tirer").click()
    expect(page.get_by_text("Signé par Paul")).to_be_visible()


def test_a_whole_day_from_submission_to_the_article_that_leaves(
    desk: RunningDesk, enter: Enter, tmp_path: Path
) -> None:
    (tmp_path / "day.html").write_bytes((SAMPLES / "port-phones.html").read_bytes())
    ines = enter("Inès")
    with served(tmp_path) as site:
        submit(ines, f"{site}/day.html")
        expect(ines.locator("#stages li").first).to_be_visible()
        ines.wait_for_url("**/relecture", timeout=DRAFTED_WITHIN_MS)
        draft_id = ines.url.split("/")[-2]

        submit(ines, f"{site}/day.html")
        expect(ines.get_by_role("alert")).to_contain_text("Cette adresse a déjà un brouillon")
        ines.get_by_role("alert").get_by_role("link").click()
        ines.wait_for_url("**/relecture")
        review(ines)

        paul = enter("Paul")
        expect(paul.get_by_role("heading", name="Ce qui vous attend")).to_be_visible()
        paul.goto(f"{desk.address}/brouillons/{draft_id}")
        paul.wait_for_url("**/bon-a-tirer")
        sign(paul)

    paul.get_by_label("Format").select_option("json")
    with paul.expect_download() as coming:
        paul.get_by_role("button", name="Télécharger").click()
    left = json.loads(Path(coming.value.path()).read_text("utf-8"))
    assert left["watchpoints"].startswith("Rien n’est joué")
    with reading(desk.newsroom.engine) as db:
        row, history = find_draft(db, draft_id), events_of(db, draft_id)
        assert broken_links(db) == ()
    assert row.signed_revision == row.revision
    assert [one.kind for one in history][-2:] == ["signed", "exported"]

    # A later change voids the signature, for all to see.
    paul.goto(f"{desk.address}/brouillons/{draft_id}/relecture")
    edit(paul, "standfirst", "Le port de Saltmere suit les téléphones, et personne ne l’a dit.")
    save(paul)
    expect(paul.locator("#notices")).to_contain_text("Le bon à tirer de la version")
