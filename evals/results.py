"""What a run leaves behind: one outcome for each case and repeat, its scores, and where all of it came from."""

import json
from pathlib import Path
from statistics import fmean
from typing import Literal

from pydantic import ValidationError

from pipeline.errors import UsageFault
from schemas.article import Article
from schemas.base import Closed
from schemas.draft import Draft
from schemas.finding import Verification
from schemas.judgement import Judgement
from schemas.provenance import Usage

__all__ = ["Blessing", "CaseRun", "Outcome", "Run", "Score", "State", "load_run", "save_run"]

# held and refused: the source never reached a model. unscored: the model was not to be had, and nothing is known.
State = Literal["drafted", "held", "refused", "no_reply", "unscored"]


class Outcome(Closed):
    """What became of a case. `first_blocking` counts before the repair; `reason` says why there is no draft.

    `judgements` are as many as were asked for. `seconds` is the wall time it took to write, without what its calls
    waited for a slot, for a source of so many `words`; of its `calls` as many as `asked` really went to the model, the
    others were on file.
    """

    state: State
    article: Article | None = None
    draft: Draft | None = None
    verification: Verification | None = None
    judgements: tuple[Judgement, ...] = ()
    first_blocking: int = 0
    usage: Usage = Usage()
    prompts: dict[str, str] = {}
    reason: str = ""
    model: str = ""
    seconds: float = 0.0
    words: int = 0
    calls: int = 0
    asked: int = 0


class Score(Closed):
    """One scorer's word on one outcome. `value` None: not scored, and `reason` says why; that is never zero.

    `hard` counts what a reviewer would never forgive, by family.
    """

    scorer: str
    value: float | None = None
    reason: str
    hard: dict[str, int] = {}


class CaseRun(Closed):
    """One case, one repeat. The article stays out of it: it is read again from the case when it is shown."""

    case: str
    repeat: int
    tags: tuple[str, ...] = ()
    stand_in: bool = False
    holdout: bool = False
    state: State
    reason: str = ""
    draft: Draft | None = None
    usage: Usage = Usage()
    scores: tuple[Score, ...] = ()

    def score(self, scorer: str) -> Score | None:
        """That scorer's word, None where it was not asked."""
        return next((one for one in self.scores if one.scorer == scorer), None)

    @property
    def hard(self) -> dict[str, int]:
        """All hard failures by family."""
        total: dict[str, int] = {}
        for one in self.scores:
            for family, count in one.hard.items():
                total[family] = total.get(family, 0) + count
        return total


class Blessing(Closed):
    """Why a run became a baseline: by whose word, when (ISO 8601), at which revision."""

    reason: str
    at: str
    by: str = ""
    revision: str = ""


class Run(Closed):
    """A run of the suite. `revision` is that of the repository, with a `+` where files had changed; `spent` is what
    was really asked of the model this time, `usage` of a case what its replies took when they were made."""

    name: str
    at: str
    model: str
    embedded: bool = False
    revision: str = ""
    prompts: dict[str, str] = {}
    suite: str = ""
    repeats: int = 1
    seconds: float = 0.0
    spent: Usage = Usage()
    cases: tuple[CaseRun, ...] = ()
    blessing: Blessing | None = None

    def values(self, scorer: str) -> tuple[float, ...]:
        """What that scorer gave each case where it gave anything, the repeats of one averaged."""
        given: dict[str, list[float]] = {}
        for case in self.cases:
            score = case.score(scorer)
            if score and score.value is not None:
                given.setdefault(case.case, []).append(score.value)
        return tuple(fmean(one) for one in given.values())

    @property
    def holdout(self) -> bool:
        """Whether these are the cases that are kept apart."""
        return bool(self.cases) and all(one.holdout for one in self.cases)

    @property
    def unscored(self) -> tuple[CaseRun, ...]:
        """The cases of which nothing is known."""
        return tuple(one for one in self.cases if one.state == "unscored")


def save_run(run: Run, path: Path) -> Path:
    """Write a run as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = run.model_dump(mode="json", exclude_none=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    return path


def load_run(path: Path) -> Run:
    """A run from its file. Raises UsageFault."""
    try:
        return Run.model_validate_json(path.read_bytes())
    except OSError as error:
        raise UsageFault(f"Il n’y a pas de mesure à {path}.", "Lancez d’abord\u00a0: morasse eval run.") from error
    except ValidationError as error:
        raise UsageFault(f"{path} n’est pas une mesure ({error.error_count()} défauts).", "Relancez-la.") from error
