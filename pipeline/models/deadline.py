"""A deadline for a whole call: a server that sends a byte now and then would pass every other timeout."""

import time
from collections.abc import Iterator
from typing import Any, cast

import httpx2

__all__ = ["DeadlineClient"]


class DeadlineClient(httpx2.Client):
    """Ends a response that is not whole `deadline_s` after its request was sent, as a timeout."""

    def __init__(self, *, deadline_s: float, **options: Any) -> None:
        super().__init__(**options)
        self._deadline_s = deadline_s

    def send(self, request: httpx2.Request, *, stream: bool = False, **options: Any) -> httpx2.Response:
        """See httpx2."""
        ends_at = time.monotonic() + self._deadline_s
        response = super().send(request, stream=True, **options)
        response.stream = _Bounded(cast(httpx2.SyncByteStream, response.stream), request, ends_at)
        if not stream:
            try:
                response.read()
            finally:
                response.close()
        return response


class _Bounded(httpx2.SyncByteStream):
    def __init__(self, inner: httpx2.SyncByteStream, request: httpx2.Request, ends_at: float) -> None:
        self._inner, self._request, self._ends_at = inner, request, ends_at

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._inner:
            if time.monotonic() > self._ends_at:
                raise httpx2.ReadTimeout("the call's deadline has passed", request=self._request)
            yield chunk

    def close(self) -> None:
        self._inner.close()
