"""Every page for everyone: nothing serious for axe-core, readable at 360 pixels, in the dark, at twice the size."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from pipeline.gates import margin, relecture
from tests.browser.desks import RunningDesk

Enter = Callable[[str], Page]
PAGES = ("/", "/?q=halden&etat=review_gate", "/soumettre", "/compte", "/comptes", "/nulle-part")
ROOMS = ("relecture", "bon-a-tirer", "histoire")


def serious(page: Page) -> list[dict[str, Any]]:
    """What axe-core holds to be serious or critical. Frames that let nothing act cannot be looked into."""
    found = Axe().run(page, options={"iframes": False}).response["violations"]
    return [
        {"rule": one["id"], "where": [node["html"][:160] for node in one["nodes"]][:3]}
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def check(page: Page, address: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": 1400, "height": 860})
        page.goto(address)
        assert serious(page) == [], (address, scheme)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_every_page_is_for_everyone(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = enter("Inès")
    for address in PAGES:
        check(page, f"{desk.address}{address}")
    for room in ROOMS:
        check(page, f"{desk.address}/brouillons/{draft}/{room}")


def test_a_busy_review_page_is_for_everyone(desk: RunningDesk, draft: str, enter: Enter) -> None:
    office = desk.newsroom.office
    margin.comment(office, draft, "title", "Un commentaire.", actor="Paul")
    relecture.decide_part(office, draft, "accept", "standfirst", actor="Paul", comment="")
    page = enter("Inès")
    page.goto(f"{desk.address}/brouillons/{draft}/relecture")
    page.keyboard.press("e")
    page.locator(".note summary").first.click()
    page.get_by_role("button", name="Traduction de travail").click()
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert serious(page) == []


def test_the_doors_are_for_everyone(desk: RunningDesk, context_for: Callable[[], BrowserContext]) -> None:
    page = context_for().new_page()
    for address in ("/entrer", "/bienvenue/personne"):
        check(page, f"{desk.address}{address}")


@pytest.mark.parametrize("room", ROOMS)
def test_a_page_serves_at_twice_the_size(desk: RunningDesk, draft: str, enter: Enter, room: str) -> None:
    # A zoom of 200 % on a laptop leaves a page 640 pixels.
    page = enter("Inès")
    page.set_viewport_size({"width": 640, "height": 400})
    page.goto(f"{desk.address}/brouillons/{draft}/{room}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_on_a_narrow_page_a_part_with_points_stays_in_sight(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = enter("Inès")
    page.set_viewport_size({"width": 640, "height": 400})
    page.goto(f"{desk.address}/brouillons/{draft}/relecture")
    header = page.locator('[data-card="body[b1]"] header')
    header.click()
    expect(page.locator(".note.near")).to_be_attached()
    expect(header).to_be_in_viewport()


def test_a_queue_one_comes_back_to_shows_the_filter_it_was_found_by(
    desk: RunningDesk, draft: str, enter: Enter
) -> None:
    page = enter("Inès")
    state = page.get_by_label("État")
    state.select_option("signed")
    page.wait_for_url("**/*etat=signed*")
    state.select_option("review_gate")
    page.wait_for_url("**/*etat=review_gate*")
    page.go_back()
    page.wait_for_url("**/*etat=signed*")
    expect(state).to_have_value("signed")


@pytest.mark.parametrize(("width", "height"), [(700, 430), (640, 400), (360, 740)])
def test_what_unfolds_on_a_narrow_page_lies_on_it(
    desk: RunningDesk, draft: str, enter: Enter, width: int, height: int
) -> None:
    page = enter("Inès")
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{desk.address}/brouillons/{draft}/relecture")
    page.get_by_text("Refuser ou recommencer").click()
    box = page.get_by_role("button", name="Tout récrire").bounding_box()
    assert box is not None and box["x"] >= 0
    page.goto(f"{desk.address}/?q=halden&etat=review_gate")
    search = page.get_by_role("searchbox").bounding_box()
    assert search is not None and search["width"] >= 150
