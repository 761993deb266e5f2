"""What people do on the review page, with the keys it teaches them."""

from playwright.sync_api import Page

__all__ = ["edit", "save"]


def edit(page: Page, part: str, text: str) -> None:
    """Type a new text into a part's editor, without saving it."""
    card = page.locator(f'[data-card="{part}"]')
    card.locator("header").click()
    page.keyboard.press("e")
    card.locator("textarea[data-part]").first.fill(text)


def save(page: Page) -> None:
    """Save what is being typed."""
    page.keyboard.press("Control+Enter")
