"""The requests of one fetch: redirects by hand, retries within the deadline, answers read within their bounds."""

from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpcore2
import httpx2
import tenacity

from pipeline.fetch import courtesy, decoding
from pipeline.fetch.addresses import Target, read_target
from pipeline.fetch.captured import utc_now
from pipeline.fetch.refusals import refusal, status_refusal
from pipeline.fetch.transport import Meter, Stopped, megabytes
from schemas.base import Closed
from schemas.source import Snapshot

__all__ = ["READ", "Answer", "Visit", "unpacked"]

READ = (200, 203)
_REDIRECTS = (301, 302, 303, 307, 308)
_TRANSIENT = (429, 500, 502, 503, 504)
_ROBOTS_MAX_BYTES = 500_000


class Answer(Closed):
    """One reply: `wire` is its body as it was sent, empty where it was of no interest."""

    status: int
    headers: tuple[tuple[str, str], ...]
    wire: bytes = b""

    def header(self, name: str) -> str:
        """All values of a header, joined as HTTP joins them; empty when there is none. `name` is lower case."""
        return ", ".join(value for key, value in self.headers if key.lower() == name)


class Visit:
    """The requests of one fetch; they share cookies, connections and bounds."""

    def __init__(self, client: httpx2.Client, meter: Meter, *, allow_loopback: bool, known: Snapshot | None) -> None:
        self._client = client
        self._meter = meter
        self._limits = meter.limits
        self._allow_loopback = allow_loopback
        self._known = known

    def follow(self, url: str) -> tuple[Target, tuple[str, ...], Answer]:
        """The last target, the addresses that redirected, and the answer that is not a redirect."""
        redirects: list[str] = []
        target = self._target(url)
        while True:
            if self._limits.obey_robots:
                self._heed_robots(target)
            answer = self._ask_patiently(target)
            location = answer.header("location")
            if answer.status not in _REDIRECTS or not location:
                return target, tuple(redirects), answer
            if len(redirects) == self._limits.max_redirects:
                raise Stopped(refusal("too_many_redirects"))
            redirects.append(target.url)
            target = self._target(_joined(target.url, location))

    def _target(self, url: str) -> Target:
        target = read_target(url, ports=self._limits.ports, allow_loopback=self._allow_loopback)
        if isinstance(target, Target):
            return target
        raise Stopped(refusal(target, url=url))

    def _ask_patiently(self, target: Target) -> Answer:
        """Ask, and again where that may help, as long as the waiting ends before the deadline does."""
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception(lambda error: isinstance(error, Stopped) and error.again),
            wait=_wait_s,
            stop=self._gives_up,
            reraise=True,
        )
        return retrying(self._ask, target)

    def _gives_up(self, state: tenacity.RetryCallState) -> bool:
        return state.attempt_number >= self._limits.attempts or state.upcoming_sleep >= self._meter.left_s

    def _ask(self, target: Target) -> Answer:
        courtesy.wait_for_turn(target.host, self._meter)
        host = target.host
        try:
            with self._client.stream("GET", target.url, headers=self._conditions(target)) as response:
                return self._read(response, host)
        except httpcore2.ReadTimeout as error:
            raise Stopped(refusal("too_slow", host=host)) from error
        except (httpcore2.TimeoutException, httpcore2.NetworkError) as error:
            # A connection that is cut amid its answer did answer.
            code = "bad_response" if self._meter.answered else "unreachable"
            raise Stopped(refusal(code, host=host), again=True) from error
        except (httpcore2.ProtocolError, httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise Stopped(refusal("bad_response", host=host), again=True) from error

    def _conditions(self, target: Target) -> dict[str, str]:
        if self._known is None or target.url != self._known.final_url:
            return {}
        held = {key.lower(): value for key, value in self._known.headers}
        pairs = (("If-None-Match", held.get("etag")), ("If-Modified-Since", held.get("last-modified")))
        return {name: value for name, value in pairs if value}

    def _read(self, response: httpx2.Response, host: str) -> Answer:
        raw = response.headers.raw
        if sum(len(key) + len(value) + 4 for key, value in raw) > self._limits.max_header_bytes:
            raise Stopped(refusal("headers_too_large", host=host))
        headers = tuple((_text(key), _text(value)) for key, value in raw)
        status = response.status_code
        if status in _TRANSIENT:
            wait_s = _retry_after_s(response.headers.get("retry-after", ""))
            raise Stopped(status_refusal(status, host), again=True, retry_after_s=wait_s)
        if status not in READ:
            return Answer(status=status, headers=headers)
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length[:18]) > self._limits.max_wire_bytes:
            raise Stopped(refusal("too_large", limit=megabytes(self._limits.max_wire_bytes)))
        return Answer(status=status, headers=headers, wire=b"".join(response.iter_raw()))

    def _heed_robots(self, target: Target) -> None:
        robots = self._target(urljoin(target.url, "/robots.txt"))
        answer = self._ask_patiently(robots)
        text = unpacked(answer, min(_ROBOTS_MAX_BYTES, self._limits.max_bytes)) if answer.status in READ else b""
        if not courtesy.robots_allow(target.url, text.decode("utf-8", errors="replace")):
            raise Stopped(refusal("robots_disallowed", host=target.host))


def unpacked(answer: Answer, max_bytes: int) -> bytes:
    """The body as the site means it. Raises Stopped when it is damaged or unpacks to more than `max_bytes`."""
    try:
        return decoding.unpacked(answer.wire, answer.header("content-encoding"), max_bytes=max_bytes)
    except decoding.TooLarge:
        raise Stopped(refusal("too_large", limit=megabytes(max_bytes))) from None
    except decoding.Damaged:
        raise Stopped(refusal("bad_response", host="ce site")) from None


def _joined(base: str, location: str) -> str:
    try:
        return urljoin(base, location.strip().replace(" ", "%20"))
    except ValueError:
        return ""


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _wait_s(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    named = error.retry_after_s if isinstance(error, Stopped) else None
    return named if named is not None else 0.5 * 2.0 ** (state.attempt_number - 1)


def _retry_after_s(header: str) -> float | None:
    if header.strip().isdecimal():
        return float(header.strip()[:9])
    try:
        return max(0.0, (parsedate_to_datetime(header) - utc_now()).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return None
