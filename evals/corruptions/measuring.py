"""What verification sees of spoilt drafts, and what it holds against good ones."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from random import Random

from evals.cases import Case, read_golden
from evals.corruptions.kinds import KINDS
from evals.corruptions.sheet import Group, Kind, Sheet
from pipeline.errors import UsageFault
from pipeline.extract import extract
from pipeline.verify import verify
from schemas.article import Article
from schemas.base import Closed
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding, Verification
from schemas.house import House

__all__ = ["REQUIRED", "CleanRun", "KindRun", "Measured", "Trial", "good_drafts", "measure"]

# The share of spoilt drafts that must be seen; then what a clean draft may carry beyond what its case expects.
REQUIRED: dict[Group, float] = {"rule": 0.97, "meaning": 0.85}
BLOCKING_MAX, WARNINGS_MAX = 0.5, 4.0


class Trial(Closed):
    """One draft spoilt in one way. `codes` are the new findings at the spoilt part; none: it went unseen."""

    kind: str
    case: str
    part: str
    codes: tuple[str, ...]
    before: str = ""
    after: str = ""


class KindRun(Closed):
    """All trials of one kind."""

    name: str
    group: Group
    trials: tuple[Trial, ...]

    @property
    def seen(self) -> int:
        """The trials that were seen."""
        return sum(bool(one.codes) for one in self.trials)


class CleanRun(Closed):
    """A good draft as it is: the findings beyond those its case expects."""

    case: str
    blocking: tuple[str, ...]
    warnings: tuple[str, ...]


class Measured(Closed):
    """The whole measure."""

    kinds: tuple[KindRun, ...]
    clean: tuple[CleanRun, ...]

    def rate(self, group: Group) -> float:
        """The share of a group's trials that were seen, 0 to 1; 1 where nothing was tried."""
        trials = [one for kind in self.kinds if kind.group == group for one in kind.trials]
        return sum(bool(one.codes) for one in trials) / len(trials) if trials else 1.0

    @property
    def blocking(self) -> float:
        """False blocking findings per clean draft."""
        return sum(len(one.blocking) for one in self.clean) / max(1, len(self.clean))

    @property
    def warnings(self) -> float:
        """False warnings per clean draft."""
        return sum(len(one.warnings) for one in self.clean) / max(1, len(self.clean))

    @property
    def passes(self) -> bool:
        """Whether the measure meets what is required of it."""
        enough = all(self.rate(group) >= least for group, least in REQUIRED.items())
        return enough and self.blocking <= BLOCKING_MAX and self.warnings <= WARNINGS_MAX


def good_drafts(house: House, cases: Sequence[Case]) -> Iterator[tuple[Case, Article, Analyse | Synthese]]:
    """The cases that have a page and a golden article, with both read. Raises UsageFault when one does not read."""
    for case in cases:
        draft = read_golden(case, house)
        if draft is not None and case.page is not None and case.page.suffix == ".html":
            yield case, extract(case.page.read_bytes(), url=case.url), draft


def measure(
    house: House,
    drafts: Sequence[tuple[Case, Article, Analyse | Synthese]],
    *,
    kinds: Sequence[Kind] = KINDS,
    seed: int = 0,
    watch: Callable[[str], None] = lambda _: None,
) -> Measured:
    """Every kind on every draft it applies to; the same seed gives the same outcome."""
    if not drafts:
        raise UsageFault("Aucun bon brouillon à gâter.", "Vérifiez data/golden et data/samples.")
    trials: dict[str, list[Trial]] = {one.name: [] for one in kinds}
    clean = []
    for case, article, draft in drafts:
        watch(case.name)
        before = verify(draft, article, house=house)
        clean.append(_clean(case, before))
        sheet = Sheet(draft, article, before.supports)
        for kind in kinds:
            spoilt = kind.spoil(sheet, Random(f"{seed}/{case.name}/{kind.name}"))  # noqa: S311 - chooses a place
            if spoilt is not None:
                after = verify(spoilt.draft, article, house=house)
                trials[kind.name].append(_trial(kind, case, sheet, spoilt.draft, spoilt.part, before, after))
    runs = tuple(KindRun(name=one.name, group=one.group, trials=tuple(trials[one.name])) for one in kinds)
    return Measured(kinds=runs, clean=tuple(clean))


def _trial(
    kind: Kind,
    case: Case,
    sheet: Sheet,
    draft: Analyse | Synthese,
    part: str,
    before: Verification,
    after: Verification,
) -> Trial:
    new = _codes_at(part, after) - _codes_at(part, before)
    spoilt = Sheet(draft, sheet.article, ())
    path = next(
        (
            one.path
            for one in sheet.parts
            if one.path.startswith(part) and sheet.text_of(one.path) != spoilt.text_of(one.path)
        ),
        part,
    )
    old, fresh = _difference(sheet.text_of(path), spoilt.text_of(path))
    return Trial(kind=kind.name, case=case.name, part=part, codes=tuple(sorted(new)), before=old, after=fresh)


def _codes_at(part: str, verification: Verification) -> Counter[str]:
    """How often each code stands at a part; notes ask nothing of a reviewer and count as unseen."""
    return Counter(one.code for one in verification.findings if one.severity != "note" and _stands_at(one, part))


def _stands_at(finding: Finding, part: str) -> bool:
    return finding.part == part or finding.part.startswith((f"{part}.", f"{part}["))


def _difference(old: str, new: str) -> tuple[str, str]:
    """The stretch in which two texts differ, with some words around it."""
    start = next(
        (n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    low = max(0, start - 60)
    return old[low : len(old) - tail + 40], new[low : len(new) - tail + 40]


def _clean(case: Case, verification: Verification) -> CleanRun:
    """What is found beyond the case's expected findings."""
    beyond = [one for one in verification.findings if not case.is_expected(one)]
    return CleanRun(
        case=case.name,
        blocking=tuple(f"{one.code}@{one.part}" for one in beyond if one.severity == "blocking"),
        warnings=tuple(f"{one.code}@{one.part}" for one in beyond if one.severity == "warning"),
    )
