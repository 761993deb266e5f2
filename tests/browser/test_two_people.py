"""Two people at one draft: what each sees of the other, and what becomes of two changes to one text."""

import signal
from collections.abc import Callable

from playwright.sync_api import APIResponse, Page, Route, expect

from pipeline.gates import margin
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from tests.browser.acts import edit, save
from tests.browser.desks import RunningDesk

Enter = Callable[[str], Page]


def test_two_changes_to_one_part_are_shown_side_by_side_and_none_is_lost(
    desk: RunningDesk, draft: str, enter: Enter
) -> None:
    ines, paul = enter("Inès"), enter("Paul")
    for page in (ines, paul):
        page.goto(f"{desk.address}/brouillons/{draft}/relecture")
    expect(ines.locator("#present")).to_contain_text("PA")
    edit(paul, "watchpoints", "Rien n’est joué encore.")
    edit(ines, "watchpoints", "Rien n’est vraiment joué.")
    save(ines)
    expect(ines.locator('[data-card="watchpoints"] .standing')).to_contain_text("modifié par Inès")
    save(paul)
    expect(paul.get_by_role("alert")).to_contain_text("Rien n’a été écrasé")
    expect(paul.locator(".both")).to_contain_text("Inès a écrit")
    expect(paul.locator("#saved")).to_be_empty()
    expect(paul.locator(".both")).to_contain_text("vraiment")
    expect(paul.locator(".both")).to_contain_text("encore")
    paul.locator("#conflict textarea").fill("Rien n’est encore vraiment joué.")
    paul.get_by_role("button", name="Enregistrer ce texte").click()
    expect(paul.locator('[data-card="watchpoints"] .read')).to_contain_text("encore vraiment joué")
    # The other page learns of it by itself.
    expect(ines.locator('[data-card="watchpoints"] .read')).to_contain_text("encore vraiment joué")


def at_odds(desk: RunningDesk, draft: str, page: Page, card: str, part: str) -> None:
    """Bring someone to the page where what they wrote stands beside what another saved meanwhile."""
    page.goto(f"{desk.address}/brouillons/{draft}/relecture")
    edit(page, card, "Rien n’est joué encore.")
    base = base_of(desk, draft)
    margin.save(desk.newsroom.office, draft, {part: "Rien n’est vraiment joué."}, actor="Inès", base=base)
    save(page)
    expect(page.locator("#conflict")).to_be_visible()


def test_a_merge_that_is_being_typed_outlives_a_closed_tab_and_a_restart_of_the_server(
    desk: RunningDesk, draft: str, enter: Enter
) -> None:
    paul = enter("Paul")
    at_odds(desk, draft, paul, "watchpoints", "watchpoints")
    paul.locator("#conflict textarea").fill("Rien n’est encore vraiment joué")
    expect(paul.locator("#saved")).to_have_text("Frappe gardée")
    paul.close()
    # Not even the browser is the same.
    paul = enter("Paul")
    paul.goto(f"{desk.address}/brouillons/{draft}/relecture")
    box = paul.locator('[data-card="watchpoints"] textarea[data-part]')
    expect(box).to_have_value("Rien n’est encore vraiment joué")
    # It holds what Inès saved: that is no second conflict.
    save(paul)
    expect(paul.locator('[data-card="watchpoints"] .read')).to_contain_text("encore vraiment joué")
    at_odds(desk, draft, paul, "standfirst", "standfirst")
    desk.stop(signal.SIGKILL)
    paul.locator("#conflict textarea").fill("Rien, vraiment, n’est encore joué")
    expect(paul.locator("#saved")).to_have_text("Frappe gardée dans ce navigateur seulement")
    paul.get_by_role("button", name="Enregistrer ce texte").click()
    expect(paul.locator("#said")).to_contain_text("Morasse ne répond pas")
    desk.start()
    paul.reload()
    box = paul.locator('[data-card="standfirst"] textarea[data-part]')
    expect(box).to_have_value("Rien, vraiment, n’est encore joué")
    save(paul)
    expect(paul.locator('[data-card="standfirst"] .read')).to_contain_text("Rien, vraiment, n’est encore joué")


def test_a_merge_of_several_texts_is_kept_whole_and_saved_over_no_third_change(
    desk: RunningDesk, draft: str, enter: Enter
) -> None:
    paul = enter("Paul")
    at_odds(desk, draft, paul, "actions[a2]", "actions[a2].title")
    titled = paul.locator("#conflict textarea").first
    titled.fill("Rien n’est encore vraiment joué")
    third = {"actions[a2].title": "Tout se joue."}
    margin.save(desk.newsroom.office, draft, third, actor="Inès", base=base_of(desk, draft))
    paul.get_by_role("button", name="Enregistrer ce texte").click()
    expect(paul.locator(".both").first).to_contain_text("Tout")
    titled.fill("Tout se joue encore")
    expect(paul.locator("#saved")).to_have_text("Frappe gardée")
    paul.reload()
    card = paul.locator('[data-card="actions[a2]"]')
    expect(card.locator("textarea[data-part]").first).to_have_value("Tout se joue encore")
    # Only what was typed is said to have been.
    expect(card.locator(".edit .hint")).to_have_count(1)
    save(paul)
    expect(card.locator(".read")).to_contain_text("Tout se joue encore")


def test_changes_to_two_parts_do_not_meet(desk: RunningDesk, draft: str, enter: Enter) -> None:
    ines, paul = enter("Inès"), enter("Paul")
    for page in (ines, paul):
        page.goto(f"{desk.address}/brouillons/{draft}/relecture")
    edit(paul, "watchpoints", "Rien n’est encore joué.")
    edit(ines, "standfirst", "Des capteurs enregistrent les appareils, sans que personne le sache.")
    save(ines)
    expect(ines.locator('[data-card="standfirst"] .standing')).to_contain_text("modifié par Inès")
    # Paul's page took in what Inès saved, and kept what he is typing.
    expect(paul.locator('[data-card="standfirst"] .read')).to_contain_text("sans que personne")
    kept = paul.locator('[data-card="watchpoints"] textarea[data-part]')
    expect(kept).to_have_value("Rien n’est encore joué.")
    save(paul)
    expect(paul.locator('[data-card="watchpoints"] .standing')).to_contain_text("modifié par Paul")
    expect(paul.locator('[data-card="standfirst"] .read')).to_contain_text("sans que personne")


def test_giving_up_shows_what_others_saved_meanwhile(desk: RunningDesk, draft: str, enter: Enter) -> None:
    ines, paul = enter("Inès"), enter("Paul")
    for page in (ines, paul):
        page.goto(f"{desk.address}/brouillons/{draft}/relecture")
    edit(paul, "watchpoints", "Rien n’est joué encore.")
    edit(ines, "watchpoints", "Rien n’est vraiment joué.")
    save(ines)
    card = paul.locator('[data-card="watchpoints"]')
    expect(paul.locator("#said")).to_contain_text("Quelqu’un vient de modifier")
    card.get_by_role("button", name="Abandonner").click()
    expect(card.locator(".read")).to_contain_text("vraiment joué")
    # What Paul writes next begins from Inès's words, so that saving takes none of them away.
    expect(card.locator("textarea[data-part]")).to_have_value("Rien n’est vraiment joué.")


def test_a_remark_that_is_being_typed_stays_when_others_save(desk: RunningDesk, draft: str, enter: Enter) -> None:
    ines = enter("Inès")
    ines.goto(f"{desk.address}/brouillons/{draft}/relecture")
    card, bar = ines.locator('[data-card="watchpoints"]'), ines.locator("#bar")
    card.locator("header").click()
    ines.keyboard.press("c")
    remark = card.locator('[data-tool="comment"] textarea')
    remark.fill("Qui peut lire ces données ?")
    bar.get_by_text("Refuser ou recommencer").click()
    bar.locator("textarea").fill("Trop long.")
    ines.locator('[data-card="title"] header').click()
    margin.save(desk.newsroom.office, draft, {"standfirst": "Un chapô neuf."}, actor="Paul", base=base_of(desk, draft))
    expect(ines.locator('[data-card="standfirst"] .read')).to_contain_text("chapô neuf")
    expect(remark).to_have_value("Qui peut lire ces données ?")
    expect(bar.locator("textarea")).to_have_value("Trop long.")
    # The card they lie on takes in what others saved, too.
    new = {"watchpoints": "Le port se tait."}
    margin.save(desk.newsroom.office, draft, new, actor="Paul", base=base_of(desk, draft))
    expect(card.locator(".read")).to_contain_text("Le port se tait.")
    expect(remark).to_have_value("Qui peut lire ces données ?")
    card.locator("header").click()
    card.get_by_role("button", name="Commenter", exact=True).click()
    expect(card.locator(".remark")).to_contain_text("Qui peut lire")
    expect(remark).to_have_value("")


def test_a_remark_that_was_sent_is_gone_from_its_box_however_late_the_answer(
    desk: RunningDesk, draft: str, enter: Enter
) -> None:
    ines, paul = enter("Inès"), enter("Paul")
    for page in (ines, paul):
        page.goto(f"{desk.address}/brouillons/{draft}/relecture")
    held: list[tuple[Route, APIResponse]] = []
    ines.route("**/commenter", lambda route: held.append((route, route.fetch())))
    card = ines.locator('[data-card="watchpoints"]')
    card.locator("header").click()
    ines.keyboard.press("c")
    card.locator('[data-tool="comment"] textarea').fill("Qui peut lire ces données ?")
    card.get_by_role("button", name="Commenter", exact=True).click()
    # The news of her own remark comes to Inès's page before the answer to it does.
    expect(paul.locator('[data-card="watchpoints"] .remark')).to_contain_text("Qui peut lire")
    route, answer = held[0]
    route.fulfill(response=answer)
    expect(card.locator(".remark")).to_contain_text("Qui peut lire")
    expect(card.locator('[data-tool="comment"] textarea')).to_have_value("")


def base_of(desk: RunningDesk, draft: str) -> str:
    with reading(desk.newsroom.engine) as db:
        return find_draft(db, draft).revision or ""


def test_what_lies_open_stays_open_when_others_save(desk: RunningDesk, draft: str, enter: Enter) -> None:
    ines = enter("Inès")
    ines.goto(f"{desk.address}/brouillons/{draft}/relecture")
    card = ines.locator('[data-card="body[b2]"]')
    card.locator("header").click()
    ines.keyboard.press("x")
    strike = card.get_by_role("button", name="Retirer", exact=True)
    expect(strike).to_be_focused()
    margin.save(desk.newsroom.office, draft, {"standfirst": "Un chapô neuf."}, actor="Paul", base=base_of(desk, draft))
    expect(ines.locator('[data-card="standfirst"] .read')).to_contain_text("chapô neuf")
    expect(strike).to_be_focused()
    ines.keyboard.press("Enter")
    expect(card).to_have_count(0)


def test_typing_in_a_part_that_others_strike_is_not_lost(desk: RunningDesk, draft: str, enter: Enter) -> None:
    ines = enter("Inès")
    ines.goto(f"{desk.address}/brouillons/{draft}/relecture")
    edit(ines, "actions[a2]", "Un tout autre titre")
    expect(ines.locator("#saved")).to_contain_text("Frappe gardée")
    margin.strike(desk.newsroom.office, draft, "actions[a2]", actor="Paul", base=base_of(desk, draft))
    expect(ines.locator("#said")).to_contain_text("vient de retirer cette partie")
    expect(ines.locator('[data-card="actions[a2]"] textarea[data-part]').first).to_be_focused()
    save(ines)
    expect(ines.get_by_role("alert")).to_contain_text("retiré")
    expect(ines.locator("#conflict")).to_contain_text("Paul l’a retirée")
    expect(ines.get_by_label("Vous avez écrit")).to_have_value("Un tout autre titre")
    # Whoever turns away without an answer finds the words again, and may let them go.
    ines.reload()
    expect(ines.locator("#notices")).to_contain_text("Un tout autre titre")
    ines.get_by_role("button", name="Oublier ce texte").click()
    expect(ines.locator("#notices")).not_to_contain_text("Un tout autre titre")


def test_a_button_one_is_about_to_press_keeps_the_focus_when_others_save(
    desk: RunningDesk, draft: str, enter: Enter
) -> None:
    ines = enter("Inès")
    ines.goto(f"{desk.address}/brouillons/{draft}/relecture")
    help_ = ines.locator("#bar [data-help]")
    help_.focus()
    margin.save(desk.newsroom.office, draft, {"standfirst": "Un chapô neuf."}, actor="Paul", base=base_of(desk, draft))
    expect(ines.locator('[data-card="standfirst"] .read')).to_contain_text("chapô neuf")
    expect(help_).to_be_focused()
