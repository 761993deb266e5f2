"""The review page: the keyboard alone, pointing at the source, and typing that outlives reloads and restarts."""

import signal
from collections.abc import Callable

from playwright.sync_api import Page, expect

from pipeline.store.database import reading
from pipeline.store.history import events_of
from tests.browser.acts import edit, save
from tests.browser.desks import RunningDesk

Enter = Callable[[str], Page]


def relecture(desk: RunningDesk, page: Page, draft: str) -> Page:
    page.goto(f"{desk.address}/brouillons/{draft}/relecture")
    return page


def lit(page: Page, name: str) -> list[str]:
    """The words of the source that are lit up now."""
    words: list[str] = page.evaluate("name => [...CSS.highlights.get(name) ?? []].map(String)", name)
    return words


def test_pointing_lights_up_where_words_come_from(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = relecture(desk, enter("Inès"), draft)
    page.locator(".sight", has_text="640").hover()
    assert lit(page, "exact") == ["640,000"]
    assert lit(page, "lit") == [
        "The sensors, bought for $2.3 million, have recorded at least 640,000 devices, according to an inventory."
    ]
    page.locator("mark", has_text="2,3 milliards").hover()
    assert lit(page, "exact") == ["$2.3 million"]
    page.locator('[data-card="quotes[q1]"] .f-translation .sentence').hover()
    assert lit(page, "lit") == ["Nobody told us we were being counted"]


def test_a_review_needs_no_mouse(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = relecture(desk, enter("Inès"), draft)
    keys = page.keyboard
    # The point that weighs most, first; its part is corrected and saved, then accepted.
    keys.press("n")
    paragraph = page.locator('[data-card="body[b1]"]')
    expect(paragraph).to_be_focused()
    keys.press("s")
    expect(page.locator("#said")).to_contain_text("The sensors, bought for")
    keys.press("e")
    keys.press("Control+a")
    keys.insert_text("Les capteurs ont coûté 2,3 millions de dollars et relevé au moins 640 000 appareils.")
    keys.press("Control+Enter")
    expect(paragraph.locator(".standing")).to_contain_text("modifié par Inès")
    expect(page.locator("#bar")).to_contain_text("0 point bloquant")
    keys.press("a")
    expect(paragraph.locator(".standing")).to_contain_text("accepté par Inès")
    keys.press("j")
    expect(page.locator('[data-card="body[b2]"]')).to_be_focused()
    keys.press("c")
    keys.insert_text("Vérifier les 90 jours.")
    keys.press("Control+Enter")
    expect(page.locator('[data-card="body[b2]"] .remark')).to_contain_text("Vérifier les 90 jours.")
    keys.press("x")
    keys.press("Enter")
    expect(page.locator('[data-card="body[b2]"]')).to_have_count(0)
    keys.press("Control+z")
    expect(page.locator('[data-card="body[b2]"]')).to_be_visible()
    keys.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    keys.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_findings_are_set_aside_with_a_reason_only(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = relecture(desk, enter("Inès"), draft)
    note = page.locator(".note", has_text="mauvais ordre de grandeur")
    note.get_by_text("Écarter…").click()
    note.get_by_label("Raison").fill("Le chiffre est celui du communiqué, joint au dossier.")
    note.get_by_role("button", name="Écarter", exact=True).click()
    expect(page.get_by_text("1 point écarté")).to_be_visible()
    expect(page.locator("#bar")).to_contain_text("0 point bloquant")
    with reading(desk.newsroom.engine) as db:
        told = events_of(db, draft)[-1]
    assert (told.kind, told.actor, told.payload["code"]) == ("dismissed", "Inès", "figure-order")


def test_typing_outlives_a_reload_and_a_restart_of_the_server(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = relecture(desk, enter("Inès"), draft)
    box = page.locator('[data-card="watchpoints"] textarea[data-part]')
    edit(page, "watchpoints", "Une phrase à moitié")
    expect(page.locator("#saved")).to_contain_text("Frappe gardée")
    page.reload()
    expect(box).to_be_visible()
    expect(box).to_have_value("Une phrase à moitié")
    desk.stop(signal.SIGKILL)
    box.fill("Une phrase à moitié écrite")
    desk.start()
    page.reload()
    expect(box).to_have_value("Une phrase à moitié écrite")
    save(page)
    expect(page.locator('[data-card="watchpoints"] .read')).to_contain_text("Une phrase à moitié écrite")
    page.reload()
    expect(box).to_be_hidden()


def test_typing_reaches_a_server_that_is_back_without_another_key(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = relecture(desk, enter("Inès"), draft)
    edit(page, "watchpoints", "Tapé avant")
    expect(page.locator("#saved")).to_have_text("Frappe gardée")
    desk.stop(signal.SIGKILL)
    edit(page, "watchpoints", "Tapé pendant la panne")
    expect(page.locator("#saved")).to_have_text("Frappe gardée dans ce navigateur seulement", timeout=8_000)
    save(page)
    expect(page.locator("#said")).to_contain_text("Morasse ne répond pas")
    desk.start()
    expect(page.locator("#saved")).to_have_text("Frappe gardée")
    elsewhere = relecture(desk, enter("Inès"), draft)
    expect(elsewhere.locator('[data-card="watchpoints"] textarea[data-part]')).to_have_value("Tapé pendant la panne")


def test_typing_is_found_again_in_another_browser(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = relecture(desk, enter("Inès"), draft)
    edit(page, "watchpoints", "Commencé au bureau")
    expect(page.locator("#saved")).to_contain_text("Frappe gardée")
    elsewhere = relecture(desk, enter("Inès"), draft)
    expect(elsewhere.locator('[data-card="watchpoints"] textarea[data-part]')).to_have_value("Commencé au bureau")
    elsewhere.get_by_role("button", name="Abandonner").click()
    expect(elsewhere.locator('[data-card="watchpoints"] textarea[data-part]')).to_be_hidden()
    elsewhere.reload()
    expect(elsewhere.locator('[data-card="watchpoints"] textarea[data-part]')).to_be_hidden()


def test_what_is_typed_is_verified_when_typing_stops(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = relecture(desk, enter("Inès"), draft)
    edit(page, "body[b2]", "L’autorité prévoit de supprimer les données après 45 jours.")
    expect(page.locator('[data-card="body[b2]"] .found').first).to_contain_text("45 jours")


def test_a_held_key_asks_once_and_letters_can_be_given_back(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = relecture(desk, enter("Inès"), draft)
    keys, cards = page.keyboard, page.locator("[data-card]")
    cards.first.locator("header").click()
    for _ in range(3):
        keys.down("j")
    keys.up("j")
    expect(cards.nth(1)).to_be_focused()
    keys.press("?")
    page.get_by_label("Les touches d’une seule lettre agissent").uncheck()
    page.get_by_role("button", name="Fermer").click()
    for _ in range(2):
        cards.first.locator("header").click()
        keys.press("e")
        keys.press("j")
        expect(cards.first).to_be_focused()
        expect(page.locator(".editing")).to_have_count(0)
        # The choice outlives the page.
        page.reload()
    page.get_by_role("button", name="aide").click()
    page.get_by_label("Les touches d’une seule lettre agissent").check()
    page.get_by_role("button", name="Fermer").click()
    cards.first.locator("header").click()
    keys.press("j")
    expect(cards.nth(1)).to_be_focused()


def test_nothing_moves_under_the_pointer(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = relecture(desk, enter("Inès"), draft)
    page.evaluate("document.fonts.ready")
    page.locator('[data-card="title"] header').click()
    card = page.locator('[data-card="watchpoints"]')
    card.scroll_into_view_if_needed()
    before = card.bounding_box()
    # Another card's tools show themselves, and a button pressed there is still under the pointer when it is let go.
    card.hover()
    button = card.get_by_role("button", name="Modifier")
    expect(button).to_be_visible()
    assert card.bounding_box() == before
    button.click()
    expect(card.locator("textarea[data-part]")).to_be_focused()


def test_a_reason_has_the_whole_width_to_be_written_in(desk: RunningDesk, draft: str, enter: Enter) -> None:
    page = relecture(desk, enter("Inès"), draft)
    card = page.locator('[data-card="body[b1]"]')
    card.locator("header").click()
    beside = card.get_by_role("button", name="Modifier")
    before = beside.bounding_box()
    page.keyboard.press("a")
    reason = card.get_by_label("Pourquoi le point bloquant n’en est pas un")
    expect(reason).to_be_focused()
    after = beside.bounding_box()
    assert before is not None and after is not None and after["height"] == before["height"]


def test_a_point_is_set_aside_and_a_change_taken_back_by_keys_alone(
    desk: RunningDesk, draft: str, enter: Enter
) -> None:
    page = relecture(desk, enter("Inès"), draft)
    keys, paragraph = page.keyboard, page.locator('[data-card="body[b1]"]')
    keys.press("n")
    keys.press("m")
    expect(page.locator(".note.near").get_by_role("button", name="Corriger")).to_be_focused()
    keys.press("Escape")
    expect(paragraph).to_be_focused()
    keys.press("m")
    keys.press("Tab")
    keys.press("Enter")
    keys.press("Tab")
    keys.insert_text("La source est fausse.")
    keys.press("Enter")
    expect(page.locator("#notes")).to_contain_text("1 point écarté")
    # What was acted in is gone from the page: the focus is on its part, not nowhere.
    expect(paragraph).to_be_focused()
    edit(page, "body[b2]", "L’autorité prévoit de tout supprimer après 90 jours.")
    save(page)
    changed = page.locator('[data-card="body[b2]"]')
    expect(changed.locator(".standing")).to_contain_text("modifié")
    keys.press("Control+z")
    expect(changed.locator(".standing")).to_contain_text("à relire")
    expect(changed).to_be_focused()
