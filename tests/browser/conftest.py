"""One desk and one browser for all tests of this folder, and a fresh context for each person of a test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from evals.recorded import RECORDINGS
from tests.browser.desks import PASSWORD, RunningDesk
from tests.desk.seeds import seeded
from tests.standin import StandIn
from tests.standin.recordings import Recordings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WITHOUT = "Ces essais veulent un navigateur : « apt-get install chromium » en donne un, puis « make test »."
# A machine that is busy with other things takes long to verify a text for the first time.
PATIENCE_MS = 60_000

Enter = Callable[[str], Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if CHROMIUM is None and here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=WITHOUT))


@pytest.fixture(scope="package")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    """A desk at work with two people, Inès and Paul, who may do everything."""
    with StandIn(Recordings(RECORDINGS)) as standin:
        running = RunningDesk(tmp_path_factory.mktemp("desk"), standin)
        running.add_person("Inès")
        running.add_person("Paul")
        running.start()
        try:
            yield running
        finally:
            running.stop()


@pytest.fixture
def draft(desk: RunningDesk) -> str:
    """A small draft of this test's own at the review gate."""
    return seeded(desk.newsroom)


# Not for the session: its event loop would run on beneath the tests of other folders.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield launched
        launched.close()


@pytest.fixture
def context_for(browser: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """A browser of someone's own; whatever a page logs as an error fails the test."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def opened() -> BrowserContext:
        context = browser.new_context(viewport={"width": 1400, "height": 860}, locale="fr-FR")
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        contexts.append(context)
        return context

    yield opened
    for context in contexts:
        context.close()
    assert not wrong, wrong


@pytest.fixture
def enter(desk: RunningDesk, context_for: Callable[[], BrowserContext]) -> Enter:
    """Signs someone in, in a browser of their own."""

    def entered(name: str) -> Page:
        page = context_for().new_page()
        page.goto(f"{desk.address}/entrer")
        page.get_by_label("Identifiant").fill(name.casefold())
        page.get_by_label("Mot de passe").fill(PASSWORD)
        page.get_by_role("button", name="Entrer").click()
        page.wait_for_url(f"{desk.address}/")
        return page

    return entered
