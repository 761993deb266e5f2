"""What a capable language model wrote of our samples, replayed through the real client and held to the house's rules.

`evals/recordings` are recorded replies of a capable language model to the hosted prompts, unedited; nothing here is
made up by the stand-in, which only gives them again. The drafts are good ones: a finding that would block one of them
is a false alarm of verification, or a fault of the draft that this test has to name.
"""

from collections.abc import Iterator

import pytest

from evals.recorded import RECORDINGS
from evals.samples import load_sample
from pipeline.compose_freely import ComposeFreely
from pipeline.extract import extract
from pipeline.models.opening import open_model
from pipeline.prompts import Prompts
from pipeline.propose import assemble, propose
from pipeline.settings import load_settings
from pipeline.summarise import summarise
from pipeline.verify import verify
from schemas.draft import Analyse, Synthese
from schemas.source import Format
from tests.evals.bench import settings_at
from tests.house import SAMPLES
from tests.standin import Recordings, StandIn

RECORDED = ("council-cameras", "courier-cooperative", "hospital-records-leak", "port-phones")
NOW = "2026-11-21T22:00:00+00:00"
WARNINGS, RECALLED = 4, 0.8


@pytest.fixture(scope="module")
def composer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ComposeFreely]:
    with StandIn(Recordings(RECORDINGS)) as standin:
        settings = settings_at(tmp_path_factory.mktemp("recorded"), standin.base_url)
        yield ComposeFreely(model=open_model(settings), prompts=Prompts(settings.prompts_dir), house=settings.house)


@pytest.mark.parametrize("kind", ["analyse", "synthese"])
@pytest.mark.parametrize("name", RECORDED)
def test_a_recorded_draft_passes(composer: ComposeFreely, name: str, kind: Format) -> None:
    page, house = load_sample(SAMPLES, name), load_settings({}).house
    article = extract(page.html, url=page.url)
    draft: Analyse | Synthese = summarise(article, format=kind, composer=composer, house=house, now=NOW).value
    if isinstance(draft, Analyse):
        draft = assemble(draft, propose(article, format=kind, composer=composer, house=house).value)

    found = verify(draft, article, house=house)
    assert [(one.code, one.part, one.excerpt) for one in found.blocking] == []
    warned = [(one.code, one.part, one.excerpt) for one in found.findings if one.severity == "warning"]
    assert len(warned) <= WARNINGS, warned
    assert not [one for one in warned if one[0].startswith("structure")]

    text = draft.model_dump_json()
    recalled = sum(one.met_in(text) for one in page.facts)
    assert page.facts and recalled >= RECALLED * len(page.facts)
