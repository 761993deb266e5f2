"""Two runs side by side: repeats are averaged for each case first, then cases are compared in pairs."""

from collections.abc import Iterable
from statistics import fmean, median_low, pvariance
from typing import Literal

from evals.results import CaseRun, Run
from evals.scorers import SCORERS, Scorer
from evals.stats import bootstrap_interval, permutation_p
from schemas.base import Closed
from schemas.draft import Analyse, Synthese
from schemas.parts import iter_parts

__all__ = ["CaseComparison", "Comparison", "ScorerComparison", "TextChange", "Verdict", "compare_runs"]

Verdict = Literal["better", "worse", "same", "too_few", "unstable"]
# With five pairs or fewer no arrangement of signs is rarer than 1 in 16.
_FEWEST = 6
_P_MAX = 0.05


class ScorerComparison(Closed):
    """One scorer over the cases both runs scored. `gain` above zero is better; `low` and `high` are its interval."""

    scorer: str
    cases: int
    baseline: float | None = None
    candidate: float | None = None
    gain: float = 0.0
    low: float = 0.0
    high: float = 0.0
    p: float = 1.0
    noise: float = 0.0
    verdict: Verdict = "too_few"


class TextChange(Closed):
    """A text of the draft in both runs (first repeat), empty where a run has none."""

    part: str
    before: str
    after: str


class CaseComparison(Closed):
    """One case. `new_hard` counts hard failures the baseline never had; `flaky` names families that came and went.

    A case that is kept apart shows neither texts nor reasons: who tunes a prompt must not learn it by heart.
    """

    case: str
    tags: tuple[str, ...] = ()
    stand_in: bool = False
    holdout: bool = False
    gains: dict[str, float] = {}
    new_hard: dict[str, int] = {}
    flaky: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    texts: tuple[TextChange, ...] = ()


class Comparison(Closed):
    """The whole. Cases whose source is a stand-in stay out of `scorers` and are in `stand_ins`: their recall flatters.

    `missing` are cases of the baseline that the candidate has not, `added` those that only the candidate has;
    `unscored` those of which it knows nothing.
    """

    baseline: str
    candidate: str
    scorers: tuple[ScorerComparison, ...] = ()
    stand_ins: tuple[ScorerComparison, ...] = ()
    slices: dict[str, tuple[ScorerComparison, ...]] = {}
    cases: tuple[CaseComparison, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    unscored: tuple[str, ...] = ()
    same_suite: bool = True


def compare_runs(baseline: Run, candidate: Run) -> Comparison:
    """What the candidate changed. The same two runs always give the same answer."""
    before, after = _by_case(baseline), _by_case(candidate)
    shared = [name for name in before if name in after]
    real = [name for name in shared if not before[name][0].stand_in]
    tags = sorted({tag for name in shared for tag in before[name][0].tags})
    by_tag = {tag: [name for name in shared if tag in before[name][0].tags] for tag in tags}
    return Comparison(
        baseline=baseline.name,
        candidate=candidate.name,
        scorers=_scorers(before, after, real),
        stand_ins=_scorers(before, after, [name for name in shared if name not in real]),
        slices={tag: _scorers(before, after, names) for tag, names in by_tag.items() if len(names) > 1},
        cases=tuple(_case(before[name], after[name], is_steady=_is_steady(before)) for name in shared),
        missing=tuple(name for name in before if name not in after),
        added=tuple(name for name in after if name not in before),
        unscored=tuple(dict.fromkeys(one.case for one in candidate.unscored)),
        same_suite=baseline.suite == candidate.suite,
    )


_Cases = dict[str, list[CaseRun]]


def _by_case(run: Run) -> _Cases:
    """The repeats of every case of which something is known."""
    found: _Cases = {}
    for one in run.cases:
        if one.state != "unscored":
            found.setdefault(one.case, []).append(one)
    return dict(sorted(found.items()))


def _scorers(before: _Cases, after: _Cases, names: Iterable[str]) -> tuple[ScorerComparison, ...]:
    names = tuple(names)
    return tuple(one for scorer in SCORERS if (one := _scorer(scorer, before, after, names)) is not None)


def _scorer(scorer: Scorer, before: _Cases, after: _Cases, names: tuple[str, ...]) -> ScorerComparison | None:
    pairs = [(_values(before[name], scorer.name), _values(after[name], scorer.name)) for name in names]
    pairs = [(old, new) for old, new in pairs if old and new]
    if not pairs:
        return None
    sign = 1.0 if scorer.higher_is_better else -1.0
    gains = [sign * (fmean(new) - fmean(old)) for old, new in pairs]
    low, high = bootstrap_interval(gains)
    found = ScorerComparison(
        scorer=scorer.name,
        cases=len(pairs),
        baseline=fmean(fmean(old) for old, _ in pairs),
        candidate=fmean(fmean(new) for _, new in pairs),
        gain=fmean(gains),
        low=low,
        high=high,
        p=permutation_p(gains),
        noise=_noise([old for old, _ in pairs]),
    )
    return found.model_copy(update={"verdict": _verdict(found, scorer.tolerance)})


def _verdict(found: ScorerComparison, tolerance: float) -> Verdict:
    if found.cases < _FEWEST:
        return "too_few"
    # The baseline alone wanders farther than what is to be told apart.
    if found.gain and 2 * found.noise > tolerance and abs(found.gain) <= 2 * found.noise:
        return "unstable"
    if found.p > _P_MAX or found.low <= 0.0 <= found.high:
        return "same"
    return "better" if found.gain > 0 else "worse"


def _noise(repeats: list[list[float]]) -> float:
    """The standard error that repeats alone give the baseline's mean; 0 where there is one repeat only."""
    errors = [pvariance(one) / (len(one) - 1) for one in repeats if len(one) > 1]
    return float((sum(errors)) ** 0.5 / len(repeats)) if errors else 0.0


def _values(repeats: list[CaseRun], scorer: str) -> list[float]:
    scores = (one.score(scorer) for one in repeats)
    return [one.value for one in scores if one is not None and one.value is not None]


def _hard(repeats: list[CaseRun]) -> dict[str, list[int]]:
    """How often each family failed, repeat by repeat."""
    families = sorted({family for one in repeats for family in one.hard})
    return {family: [one.hard.get(family, 0) for one in repeats] for family in families}


def _is_steady(before: _Cases) -> bool:
    """Whether the baseline was repeated and no hard failure of it came and went."""
    repeated = all(len(one) > 1 for one in before.values())
    return repeated and not any(_wavers(counts) for one in before.values() for counts in _hard(one).values())


def _case(before: list[CaseRun], after: list[CaseRun], *, is_steady: bool) -> CaseComparison:
    old, new = _hard(before), _hard(after)
    families = sorted(old.keys() | new.keys())
    old = {one: old.get(one, [0] * len(before)) for one in families}
    new = {one: new.get(one, [0] * len(after)) for one in families}
    # Against a steady baseline most repeats must show it. Where failures come and go by themselves, some are in most
    # repeats of some case by chance alone, so every repeat must. What is left is named, and never blocks.
    surely = {one: median_low(counts) if is_steady else min(counts) for one, counts in new.items()}
    grown = {one: surely[one] - max(old[one]) for one in families if surely[one] > max(old[one])}
    flaky = [one for one in families if one not in grown and (_wavers(old[one]) or _wavers(new[one]))]
    is_apart = before[0].holdout or after[0].holdout
    return CaseComparison(
        case=before[0].case,
        tags=before[0].tags,
        stand_in=before[0].stand_in,
        holdout=is_apart,
        gains=_gains(before, after),
        new_hard=grown,
        flaky=tuple(flaky),
        reasons=() if is_apart else _reasons(after[0], grown),
        texts=() if is_apart else _texts(before[0].draft, after[0].draft),
    )


def _reasons(run: CaseRun, grown: dict[str, int]) -> tuple[str, ...]:
    """What the scorers say that failed, or that counted what is new."""
    telling = (one for one in run.scores if one.hard.keys() & grown.keys() or _failed(one.reason))
    return tuple(f"{one.scorer}\u00a0: {one.reason}" for one in telling)


def _failed(reason: str) -> bool:
    return reason.startswith("non noté")


def _wavers(counts: list[int]) -> bool:
    return min(counts) != max(counts)


def _gains(before: list[CaseRun], after: list[CaseRun]) -> dict[str, float]:
    gains: dict[str, float] = {}
    for scorer in SCORERS:
        old, new = _values(before, scorer.name), _values(after, scorer.name)
        if old and new:
            gains[scorer.name] = (fmean(new) - fmean(old)) * (1.0 if scorer.higher_is_better else -1.0)
    return gains


def _texts(before: Analyse | Synthese | None, after: Analyse | Synthese | None) -> tuple[TextChange, ...]:
    old = {one.path: one.text for one in iter_parts(before)} if before else {}
    new = {one.path: one.text for one in iter_parts(after)} if after else {}
    places = dict.fromkeys((*old, *new))
    return tuple(
        TextChange(part=one, before=old.get(one, ""), after=new.get(one, ""))
        for one in places
        if old.get(one, "") != new.get(one, "")
    )
