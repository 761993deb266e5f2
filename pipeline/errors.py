"""What can go wrong, as a tree. Outcomes that the workflow branches on are values; these are faults.

MorasseError            every fault of ours: one French sentence, its remedy, and the exit code it ends in
├── UsageFault          the command or a setting is wrong                              exit 2
├── SourceFault         the source is refused, cannot be reached, is held              exit 3
├── ModelFault          the model is not to be had
│   ├── TransientError  it may work the next time: retried by pipeline.models          exit 4
│   ├── ReplyError      the reply does not fit its schema: asked again once            exit 4
│   └── PermanentError  no retry helps now: parked with its reason, tried again later  exit 4
│       └── BudgetFault the house itself says no: never doubted, never asked again     exit 4
├── GateFault            what a gate asks for is not given yet               exit 1
├── StaleRevision       a decision or an edit names a revision that is no longer current   exit 5
└── StoreFault          the house's data cannot be read or written                     exit 5
    ├── MissingContent  a content that the house refers to is not there: its draft is parked       exit 5
    ├── Deposed         this worker was given up; another does its work                exit 5
    └── DamagedFile     an SQLite file does not read to its end                        exit 5
"""

__all__ = [
    "BudgetFault",
    "DamagedFile",
    "Deposed",
    "GateFault",
    "MissingContent",
    "ModelFault",
    "MorasseError",
    "PermanentError",
    "ReplyError",
    "SourceFault",
    "StaleRevision",
    "StoreFault",
    "TransientError",
    "UsageFault",
]


class MorasseError(Exception):
    """A fault with one sentence for a person and the remedy.

    For the log, which holds no words of others: `kind` tells apart what ends in the same class, `stage` is where.
    """

    exit_code = 5

    def __init__(self, message: str, remedy: str = "", *, kind: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.kind = kind
        self.stage = ""

    @property
    def code(self) -> str:
        """`PermanentError:filtered`, `SourceFault:not_found`, `BudgetFault`."""
        return ":".join(filter(None, (type(self).__name__, self.kind)))

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class GateFault(MorasseError):
    """The draft may not pass: findings are open, or someone else must sign."""

    exit_code = 1


class UsageFault(MorasseError):
    """The command, a file or a setting is not what it should be."""

    exit_code = 2


class SourceFault(MorasseError):
    """The source was refused, cannot be reached or is held at its gate."""

    exit_code = 3


class ModelFault(MorasseError):
    """The model is not to be had. `status`: what the provider gave, if anything; no `kind`: nobody was asked."""

    exit_code = 4
    status: int | None = None


class TransientError(ModelFault):
    """Worth another try, after `retry_after_s` where the provider named it.

    `asks_to_slow_down`: the provider is well, but was asked too much. `stumbled`: it was there and failed at this
    request, which need not mean that it fails at others.
    """

    def __init__(
        self,
        message: str,
        remedy: str = "",
        *,
        retry_after_s: float | None = None,
        asks_to_slow_down: bool = False,
        stumbled: bool = False,
    ) -> None:
        super().__init__(message, remedy)
        self.retry_after_s = retry_after_s
        self.asks_to_slow_down = asks_to_slow_down
        self.stumbled = stumbled


class ReplyError(ModelFault):
    """A reply that does not fit its schema; `problem` is the validation message to show the model."""

    def __init__(self, message: str, remedy: str = "", *, problem: str = "", kind: str = "") -> None:
        super().__init__(message, remedy, kind=kind)
        self.problem = problem


class PermanentError(ModelFault):
    """No retry helps at the moment: wrong key, refused request, damaged model file."""


class BudgetFault(PermanentError):
    """A budget would be passed. The house says so, not the provider: it is no whim that may pass."""


class StaleRevision(MorasseError):
    """Someone changed the draft meanwhile; nothing was overwritten."""


class StoreFault(MorasseError):
    """The house's data cannot be read or written (disk full, file damaged, locked for too long)."""


class MissingContent(StoreFault):
    """What the house refers to is not there. It harms one draft; other faults of the store stop whoever works."""


class Deposed(StoreFault):
    """This worker was silent for too long and given up: whatever it still does must not be written."""


class DamagedFile(StoreFault):
    """An SQLite file is cut, or is none at all. Whose file it was, the house's or a backup, its reader knows."""
