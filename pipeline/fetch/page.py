"""A page, asked for by its address."""

from datetime import datetime
from http import HTTPStatus
from typing import overload

import httpx2

from pipeline.charset import charset_of
from pipeline.digests import digest_bytes
from pipeline.fetch.addresses import Target
from pipeline.fetch.captured import Captured, Clock, NotModified, stamp, utc_now
from pipeline.fetch.kinds import FRENCH_NAMES, MEDIA_TYPES, kind_of
from pipeline.fetch.limits import USER_AGENT, FetchLimits
from pipeline.fetch.pdf import pdf_problem
from pipeline.fetch.refusals import refusal, status_refusal
from pipeline.fetch.transport import GuardedTransport, Meter, Resolver, Stopped, system_resolver
from pipeline.fetch.visit import READ, Answer, Visit, unpacked
from schemas.source import Refusal, Snapshot

__all__ = ["fetch"]


@overload
def fetch(
    url: str,
    *,
    allow_loopback: bool,
    asked_by: str = "",
    limits: FetchLimits = ...,
    known: None = None,
    resolver: Resolver = ...,
    clock: Clock = ...,
) -> Captured | Refusal: ...
@overload
def fetch(
    url: str,
    *,
    allow_loopback: bool,
    asked_by: str = "",
    limits: FetchLimits = ...,
    known: Snapshot,
    resolver: Resolver = ...,
    clock: Clock = ...,
) -> Captured | NotModified | Refusal: ...
def fetch(
    url: str,
    *,
    allow_loopback: bool,
    asked_by: str = "",
    limits: FetchLimits = FetchLimits(),  # noqa: B008 - a frozen value
    known: Snapshot | None = None,
    resolver: Resolver = system_resolver,
    clock: Clock = utc_now,
) -> Captured | NotModified | Refusal:
    """The page behind `url`, with up to `limits.max_redirects` redirects, each judged like the first address.

    Pages, plain text and PDF with a text layer are taken; everything else is a Refusal, and so is every failure of
    the network. Only 80 and 443 of public addresses are asked; `allow_loopback` (tests and demo) adds loopback, any
    port. With `known`, the site is asked for changes only and NotModified may come back. Blocks up to
    `limits.total_s`, and for a PDF as long again as its reading is allowed. Proxies of the environment are not used.
    """
    meter = Meter(limits)
    transport = GuardedTransport(meter, resolver, allow_loopback=allow_loopback)
    with _client(transport, limits) as client:
        visit = Visit(client, meter, allow_loopback=allow_loopback, known=known)
        try:
            target, redirects, answer = visit.follow(url)
            if answer.status == HTTPStatus.NOT_MODIFIED and known is not None:
                return NotModified(snapshot=known, checked_at=stamp(clock()))
            return _capture(url, target, redirects, answer, limits=limits, asked_by=asked_by, at=clock())
        except Stopped as stopped:
            return stopped.why


def _client(transport: GuardedTransport, limits: FetchLimits) -> httpx2.Client:
    stall_s = limits.stall_s
    return httpx2.Client(
        transport=transport,
        trust_env=False,
        follow_redirects=False,
        timeout=httpx2.Timeout(connect=limits.connect_s, read=stall_s, write=stall_s, pool=stall_s),
        headers={
            "User-Agent": USER_AGENT,
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5",
            "Accept-Language": "en,fr;q=0.8",
            "Accept-Encoding": "gzip, deflate, br, zstd",
        },
    )


def _capture(
    url: str,
    target: Target,
    redirects: tuple[str, ...],
    answer: Answer,
    *,
    limits: FetchLimits,
    asked_by: str,
    at: datetime,
) -> Captured | Refusal:
    if answer.status in (HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT):
        return refusal("empty_page")
    if answer.status not in READ:
        return status_refusal(answer.status, target.host)
    content = unpacked(answer, limits.max_bytes)
    if not content.strip(b" \t\r\n\f\0\xef\xbb\xbf"):
        return refusal("empty_page")
    content_type = answer.header("content-type")
    kind = kind_of(content, claimed=content_type.lower())
    if kind not in MEDIA_TYPES:
        return refusal("not_an_article", what=FRENCH_NAMES[kind])
    if kind == "pdf" and (problem := pdf_problem(content)):
        return refusal(problem, name=target.url)
    is_text = kind in ("html", "text")
    snapshot = Snapshot(
        requested_url=url.strip(),
        final_url=target.url,
        redirects=redirects,
        status=answer.status,
        headers=answer.headers,
        media_type=MEDIA_TYPES[kind],
        charset=charset_of(content, content_type=content_type, markup=kind == "html") if is_text else None,
        content_digest=digest_bytes(content),
        size_bytes=len(content),
        captured_at=stamp(at),
        supply="fetched",
        supplied_by=asked_by,
    )
    return Captured(snapshot=snapshot, content=content)
