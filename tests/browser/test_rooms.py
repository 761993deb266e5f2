"""The rooms for those who steer and for other tools: figures, record and errata, tokens, the bookmark."""

from collections.abc import Callable

import httpx2
import pytest
from playwright.sync_api import Page, expect

from pipeline.store.database import transaction
from pipeline.store.drafts import find_draft, update_draft
from pipeline.store.history import append_event
from tests.browser.desks import RunningDesk
from tests.browser.test_everyone import check
from tests.desk.seeds import seeded

Enter = Callable[[str], Page]


@pytest.fixture
def published(desk: RunningDesk) -> str:
    """A seeded draft that was signed and has left the house."""
    draft = seeded(desk.newsroom)
    with transaction(desk.newsroom.engine) as db:
        revision = find_draft(db, draft).revision
        append_event(db, draft, "accepted", actor="Paul", payload={"revision": revision})
        append_event(db, draft, "signed", actor="Inès", payload={"revision": revision, "source": "supplied"})
        update_draft(db, draft, state="signed", signed_revision=revision)
        append_event(db, draft, "exported", actor="Inès", payload={"revision": revision, "to": "html"})
    return draft


def test_the_rooms_are_for_everyone(desk: RunningDesk, published: str, enter: Enter) -> None:
    page = enter("Inès")
    rooms = {
        "/chiffres": "Les chiffres",
        "/compte/outils": "Autres outils",
        f"/brouillons/{published}/dossier": "Dossier de relecture",
    }
    for address, name in rooms.items():
        check(page, f"{desk.address}{address}")
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


def test_the_figures_are_drawn_without_a_script(desk: RunningDesk, published: str, enter: Enter) -> None:
    page = enter("Inès")
    page.goto(f"{desk.address}/chiffres")
    expect(page.get_by_role("img", name="De la demande à la signature")).to_be_visible()
    expect(page.get_by_role("row", name="Chapô 100 %")).to_be_visible()
    expect(page.locator("figure", has_text="Coût par article").get_by_text("Pas encore de données.")).to_be_visible()


def test_an_erratum_is_signed_and_shown(desk: RunningDesk, published: str, enter: Enter) -> None:
    page = enter("Inès")
    page.goto(f"{desk.address}/brouillons/{published}/bon-a-tirer")
    page.get_by_role("link", name="Dossier de relecture et errata").click()
    page.get_by_label("Ajouter un erratum").fill("Le port a relevé 640 000 appareils.")
    page.get_by_role("button", name="Signer l’erratum").click()
    expect(page.get_by_text("Le port a relevé 640 000 appareils.").first).to_be_visible()
    page.get_by_role("link", name="Histoire complète").click()
    expect(page.get_by_text("erratum").first).to_be_visible()


def test_a_token_is_shown_once_and_revoked(desk: RunningDesk, enter: Enter) -> None:
    page = enter("Paul")
    page.goto(f"{desk.address}/compte/outils")
    page.get_by_label("Qui s’en servira").fill("Tableau de bord")
    page.get_by_role("button", name="Créer un jeton").click()
    secret = page.locator(".notice.ok code").inner_text()
    bearer = {"Authorization": f"Bearer {secret}"}
    assert httpx2.get(f"{desk.address}/api/v1/drafts", headers=bearer).status_code == 200
    page.goto(f"{desk.address}/compte/outils")
    assert secret not in page.content()
    page.get_by_role("button", name="Révoquer le jeton Tableau de bord").click()
    expect(page.get_by_text("Vous n’en avez pas.")).to_be_visible()
    assert httpx2.get(f"{desk.address}/api/v1/drafts", headers=bearer).status_code == 401


def test_the_bookmark_opens_the_form_and_submits_nothing(desk: RunningDesk, enter: Enter) -> None:
    page = enter("Inès")
    page.goto(f"{desk.address}/compte/outils")
    bookmark = page.get_by_role("link", name="Vers Morasse").get_attribute("href") or ""
    article = page.context.new_page()
    elsewhere = desk.address.replace("127.0.0.1", "localhost") + "/entrer?de=1&a=é"
    article.goto(elsewhere)
    with article.expect_popup() as opened:
        article.evaluate(bookmark.removeprefix("javascript:"))
    form = opened.value
    form.wait_for_url(f"{desk.address}/soumettre?url=*")
    expect(form.get_by_label("Adresse de l’article")).to_have_value(article.url)


def test_a_file_that_is_too_large_costs_nothing_that_was_typed(desk: RunningDesk, enter: Enter) -> None:
    page = enter("Inès")
    page.goto(f"{desk.address}/soumettre")
    page.get_by_label("Adresse de l’article").fill("https://example.org/article")
    page.get_by_label("Mot pour la relecture").fill("À lire avant midi.")
    page.get_by_text("La page est fermée aux robots").click()
    field = page.get_by_label("Ou un fichier")
    field.set_input_files({"name": "page.html", "mimeType": "text/html", "buffer": b"a" * 30_000_001})
    expect(page.get_by_role("alert")).to_contain_text("Ce fichier dépasse 30\u00a0Mo")
    page.get_by_text("La page est fermée aux robots").click()
    page.get_by_role("button", name="Demander le brouillon").click()
    # The fold opens again to show why nothing was sent.
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Mot pour la relecture")).to_have_value("À lire avant midi.")
    field.set_input_files([])
    expect(page.get_by_role("alert")).to_have_count(0)


def test_only_those_who_steer_see_the_figures(desk: RunningDesk, enter: Enter) -> None:
    desk.add_person("Ludo", "reviewer")
    page = enter("Ludo")
    expect(page.get_by_role("link", name="Chiffres")).to_have_count(0)
    answer = page.goto(f"{desk.address}/chiffres")
    assert answer is not None and answer.status == 403
