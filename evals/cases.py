"""The cases of the suite, typed, from files: a source, what should become of it, and a golden article to hold it to."""

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field, ValidationError

from evals.samples import Sample, SampleFact, load_sample, load_samples
from pipeline.digests import digest_json
from pipeline.errors import UsageFault
from pipeline.fetch import Captured, capture_file
from pipeline.importing import read_published
from pipeline.misfits import misread
from pipeline.reading import read_article
from schemas.article import Article
from schemas.base import Closed
from schemas.draft import Analyse, Synthese, read_draft
from schemas.finding import Finding
from schemas.house import House
from schemas.source import Format, Refusal

__all__ = ["Case", "load_cases", "read_golden", "read_source", "suite_digest"]

# A maintainer may put a real page beside a case; it is never committed and goes before everything else.
_PRIVATE = "source.private.*"


class Case(Closed):
    """One case. `expects` other than `draft`: the source must not reach a model, and there is no golden article.

    `page` None: the source could not be had, and only what needs no source can be judged. `stand_in`: the source was
    written from the golden article, so that its recall flatters. `candidate`: no maintainer has confirmed it yet.
    """

    name: str
    kind: Format = "analyse"
    page: Path | None = None
    url: str = ""
    golden: Path | None = None
    expects: str = "draft"
    warning: str | None = None
    stand_in: bool = False
    tags: tuple[str, ...] = ()
    facts: tuple[SampleFact, ...] = ()
    quotes: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    expected_findings: tuple[str, ...] = ()
    holdout: bool = False
    candidate: bool = False

    def is_expected(self, finding: Finding) -> bool:
        """Whether the case lists a finding: by its code, or as `code@part` where it is expected there only."""
        return bool({finding.code, f"{finding.code}@{finding.part}"} & set(self.expected_findings))


class _Card(Closed):
    """What `case.toml` may say; `sample` names a page of data/samples, else the case's own folder holds its source."""

    kind: Format
    sample: str = ""
    url: str = ""
    stand_in: bool = False
    tags: tuple[str, ...] = ()
    expected_findings: tuple[str, ...] = ()
    holdout: bool = False
    candidate: bool = False
    quotes: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    facts: tuple[SampleFact, ...] = Field(default=())


def load_cases(house_dir: Path) -> tuple[Case, ...]:
    """All cases under `golden/`, and one negative case for every sample that must be held or refused, by name.

    Raises UsageFault where a case does not hold together.
    """
    samples = house_dir / "samples"
    golden = [_case(card.parent, samples) for card in sorted((house_dir / "golden").glob("*/case.toml"))]
    negative = [_negative(one) for one in load_samples(samples) if one.outcome != "draft"]
    return tuple(sorted((*golden, *negative), key=lambda one: one.name))


def read_source(case: Case) -> Article | Refusal | None:
    """The case's article, read as the product reads a file that an editor hands over; None without a source."""
    if case.page is None:
        return None
    now = datetime.now(UTC)
    captured = capture_file(case.page.read_bytes(), name=case.page.name, url=case.url, now=now)
    return read_article(captured) if isinstance(captured, Captured) else captured


def read_golden(case: Case, house: House) -> Analyse | Synthese | None:
    """The golden article as a draft; None where the case has none. Raises UsageFault when it does not read."""
    if case.golden is None:
        return None
    text = case.golden.read_bytes().decode("utf-8")
    if case.golden.suffix != ".json":
        return read_published(text, name=case.golden.name, house=house)
    try:
        return read_draft(json.loads(text))
    except (ValueError, ValidationError) as error:
        raise UsageFault(f"{case.golden} n’est pas un brouillon.", "Voyez schemas/draft.py.") from error


def suite_digest(cases: tuple[Case, ...]) -> str:
    """The digest of what the cases ask; paths are left out, so that it is the same on another machine."""
    return digest_json([one.model_dump(mode="json", exclude={"page", "golden"}) for one in cases])


def _case(folder: Path, samples: Path) -> Case:
    try:
        card = _Card.model_validate(tomllib.loads((folder / "case.toml").read_text("utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise UsageFault(
            f"Le cas «\u00a0{folder.name}\u00a0» ne se lit pas\u00a0: {misread(error)}.",
            f"Corrigez {folder / 'case.toml'}.",
        ) from error
    sample = load_sample(samples, card.sample) if card.sample else None
    private = next(iter(sorted(folder.glob(_PRIVATE))), None)
    return Case(
        name=folder.name,
        kind=card.kind,
        page=private or (sample.page if sample else _own_source(folder)),
        url=card.url or (sample.url if sample else ""),
        golden=next((one for one in sorted(folder.iterdir()) if one.stem in ("golden", "reference")), None),
        stand_in=card.stand_in and private is None,
        tags=card.tags,
        facts=(*(sample.facts if sample else ()), *card.facts),
        quotes=card.quotes,
        traps=card.traps,
        expected_findings=card.expected_findings,
        holdout=card.holdout,
        candidate=card.candidate,
    )


def _own_source(folder: Path) -> Path | None:
    return next((one for one in sorted(folder.glob("source.*"))), None)


def _negative(sample: Sample) -> Case:
    return Case(
        name=sample.name,
        page=sample.page,
        url=sample.url,
        expects=sample.outcome,
        warning=sample.warning,
        tags=(*sample.tags, "negative"),
    )
