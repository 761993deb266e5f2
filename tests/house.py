"""A newsroom of a test's own: a folder, an SQLite file, and a stand-in for the hosted model."""

from datetime import UTC, datetime
from pathlib import Path

from pipeline.compose import Newsroom, open_newsroom
from pipeline.fetch import Captured, capture_file
from pipeline.gates import source
from pipeline.settings import PROJECT, Settings, load_settings
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft
from schemas.review import DraftRow
from schemas.source import Format, SourceRequest
from tests.standin import StandIn

SAMPLES = PROJECT / "data" / "samples"
KEY = "sk-test-0123456789abcdef"


def settings_for(folder: Path, standin: StandIn) -> Settings:
    return load_settings(environment_for(folder, standin))


def environment_for(folder: Path, standin: StandIn) -> dict[str, str]:
    """`folder` may name a database of its own in `database.url`, as the fixture `database` does."""
    named = folder / "database.url"
    return {
        **({"MORASSE_DATABASE_URL": named.read_text()} if named.exists() else {}),
        "MORASSE_DATA_DIR": str(folder),
        "MORASSE_CACHE_DIR": str(folder / "cache"),
        "MORASSE_ALLOW_LOOPBACK": "1",
        "OPENAI_BASE_URL": standin.base_url,
        "OPENAI_API_KEY": KEY,
        # A judge is one more call; the tests that count calls count those that write.
        "MORASSE_JUDGE": "0",
    }


def newsroom_for(folder: Path, standin: StandIn) -> Newsroom:
    return open_newsroom(settings_for(folder, standin))


def sample(name: str, *, extra: bytes = b"") -> Captured:
    """One of our samples as an editor uploads it; `extra` bytes make it another page with the same words."""
    path = SAMPLES / f"{name}.html"
    captured = capture_file(path.read_bytes() + extra, name=path.name, supplied_by="Inès", now=datetime.now(UTC))
    assert isinstance(captured, Captured)
    return captured


def drafted(newsroom: Newsroom, captured: Captured, format: Format = "analyse") -> DraftRow:
    request = SourceRequest(source=captured.snapshot.requested_url, format=format, submitted_by="Inès")
    row = source.submit(newsroom.office, request, captured)
    return newsroom.settle(row.id, ignore)


def ignore(_row: object, _stages: object) -> None:
    """Watch nothing."""


def state(newsroom: Newsroom, draft_id: str) -> str:
    """Where a draft is now."""
    with reading(newsroom.engine) as db:
        return find_draft(db, draft_id).state
