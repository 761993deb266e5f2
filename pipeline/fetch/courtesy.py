"""Good manners towards a site: its robots.txt, and not too many requests at once. Both are off unless set."""

import threading
import time
from urllib.robotparser import RobotFileParser

from pipeline.fetch.limits import USER_AGENT
from pipeline.fetch.refusals import refusal
from pipeline.fetch.transport import Meter, Stopped

__all__ = ["robots_allow", "wait_for_turn"]

_NEXT_TURN: dict[str, float] = {}
_LOCK = threading.Lock()
_KEPT_MAX = 1_000


def wait_for_turn(host: str, meter: Meter) -> None:
    """Sleep until the host may be asked again. Raises Stopped when that is after the fetch's deadline."""
    pace_s = meter.limits.pace_s
    if not pace_s:
        return
    with _LOCK:
        now = time.monotonic()
        for past in [one for one, turn in _NEXT_TURN.items() if turn <= now][: max(0, len(_NEXT_TURN) - _KEPT_MAX)]:
            del _NEXT_TURN[past]
        turn = max(now, _NEXT_TURN.get(host, now))
        if turn - now >= meter.left_s:
            raise Stopped(refusal("host_busy", host=host))
        _NEXT_TURN[host] = turn + pace_s
    time.sleep(turn - now)


def robots_allow(url: str, robots_txt: str) -> bool:
    """Whether these rules let us read `url`; no rules allow everything."""
    rules = RobotFileParser()
    rules.parse(robots_txt.splitlines())
    return rules.can_fetch(USER_AGENT.partition("/")[0], url)
