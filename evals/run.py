"""A run of the suite: every case and repeat drafted and scored, side by side, in an order that can be resumed."""

import subprocess
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from evals.cases import Case, read_golden, suite_digest
from evals.closeness import RememberedCloseness
from evals.drafting import Drafter
from evals.recorded import RECORDED
from evals.results import CaseRun, Outcome, Run
from evals.scorers import Subject, score_all
from pipeline.embedding import keep_vectors, recall_vectors
from pipeline.errors import UsageFault
from pipeline.prompts import Prompts
from pipeline.settings import PROJECT
from schemas.article import Article

__all__ = ["Forecast", "Watch", "choose", "forecast", "revision_of", "run_suite"]

# Twice as many drafts as calls: as many as are asked about may be verified meanwhile.
_DRAFTS_A_SLOT = 2
# Hears of each case as it is done: how many are done, how many there are, which it was.
Watch = Callable[[int, int, CaseRun], None]
# A first guess, from one draft of a 550-word article on two idle cores (docs/benchmarks.md) and from hosted models'
# usual pace. From the first draft of a model on, what it took here counts instead.
_EMBEDDED_WORD_S, _HOSTED_WORD_S = 434.0 / 550, 20.0 / 550


def run_suite(cases: tuple[Case, ...], drafter: Drafter, *, name: str, repeats: int = 1, watch: Watch) -> Run:
    """Draft and score all cases, side by side. A fault of one case leaves it unscored and the others alone."""
    started = time.monotonic()
    tasks = [(case, repeat) for repeat in range(repeats) for case in cases]
    closeness = RememberedCloseness(drafter.folder / "closeness")
    done: list[CaseRun] = []

    def one(task: tuple[Case, int]) -> CaseRun:
        case, repeat = task
        result = scored(case, repeat, drafter.draft(case, repeat), drafter, closeness)
        done.append(result)
        watch(len(done), len(tasks), result)
        return result

    vectors = drafter.folder / "vectors.npz"
    known = recall_vectors(vectors)
    with ThreadPoolExecutor(_drafts_at_once(drafter), thread_name_prefix="case") as pool:
        results = tuple(pool.map(one, tasks))
    keep_vectors(vectors, known)
    return Run(
        name=name,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        model=drafter.name,
        embedded=drafter.embedded,
        revision=revision_of(PROJECT),
        prompts=Prompts(drafter.settings.prompts_dir).digests,
        suite=suite_digest(cases),
        repeats=repeats,
        seconds=round(time.monotonic() - started, 3),
        spent=drafter.budget.spent,
        cases=results,
    )


def _drafts_at_once(drafter: Drafter) -> int:
    """More drafts than calls, so that a slot is asked for while others are verified. The embedded model is on this
    machine: it answers one draft after the other, and what is verified meanwhile would slow it down."""
    return drafter.slots.count * (1 if drafter.embedded else _DRAFTS_A_SLOT)


def scored(case: Case, repeat: int, outcome: Outcome, drafter: Drafter, closeness: RememberedCloseness) -> CaseRun:
    """What became of a case, with every scorer's word on it."""
    house = drafter.settings.house
    subject = Subject(case=case, outcome=outcome, golden=read_golden(case, house), house=house, closeness=closeness)
    return CaseRun(
        case=case.name,
        repeat=repeat,
        tags=case.tags,
        stand_in=case.stand_in,
        holdout=case.holdout,
        state=outcome.state,
        reason=outcome.reason,
        draft=outcome.draft,
        usage=outcome.usage,
        scores=score_all(subject),
    )


def choose(cases: tuple[Case, ...], names: Iterable[str], tags: Iterable[str], *, holdout: bool) -> tuple[Case, ...]:
    """The cases that a run means: those named, or the confirmed ones of these tags on one side of the split.

    Raises UsageFault where a named one lies on the other side: a figure over both would let prompts be tuned on what
    was kept apart.
    """
    wanted, tagged = set(names), set(tags)
    if wanted:
        named = tuple(one for one in cases if one.name in wanted)
        if astray := [one.name for one in named if one.holdout != holdout]:
            side, remedy = ("n’est pas", "Retirez") if holdout else ("est", "Ajoutez")
            raise UsageFault(
                f"Ce cas {side} mis de côté\u00a0: {', '.join(astray)}.",
                f"{remedy} --holdout, et mesurez les uns et les autres à part.",
            )
        return named
    return tuple(
        one for one in cases if one.holdout == holdout and not one.candidate and (not tagged or tagged & set(one.tags))
    )


class Forecast(NamedTuple):
    """Seconds a run will take, and how many drafts of the same model on this machine say so; 0: a first guess."""

    seconds: float
    drafts: int


def forecast(cases: tuple[Case, ...], drafter: Drafter, repeats: int) -> Forecast:
    """What is not kept yet, by the length of its sources, at the pace of the drafts this model wrote before."""
    wanted = [one for one in cases if one.expects == "draft"]
    pending = [(case, sum(not drafter.is_kept(case, repeat) for repeat in range(repeats))) for case in wanted]
    pace = drafter.pace()
    if drafter.name == RECORDED or not any(count for _, count in pending):
        return Forecast(0.0, pace.drafts)
    words = [_words(drafter.article(case)) for case, count in pending for _ in range(count)]
    guess = _EMBEDDED_WORD_S if drafter.embedded else _HOSTED_WORD_S
    # No number of slots makes one draft faster.
    counted = max(sum(words) / drafter.slots.count, *words)
    return Forecast(counted * (pace.a_word_s or guess), pace.drafts)


def _words(article: object) -> int:
    return len(article.text.split()) if isinstance(article, Article) else 0


def revision_of(folder: Path) -> str:
    """The revision of the repository, with a `+` where files differ from it; empty outside a repository."""
    try:
        head = _git(folder, "rev-parse", "--short=12", "HEAD")
        return head + ("+" if _git(folder, "status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return ""


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
