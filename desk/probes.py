"""How the desk does, for those who operate it: /healthz and /readyz for anyone, /metrics here or with a token."""

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from desk.doors import Request, desk_of, looked_up
from pipeline.cli.port import answered
from pipeline.store.tokens import find_bearer, note_use

__all__ = ["ROUTES"]

_LOOPBACK = ("127.0.0.1", "::1")
# Whoever comes by way of a proxy is not on this machine, whatever address the proxy has.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


async def _open(request: Request) -> Response:
    status, said, media_type = await run_in_threadpool(answered, desk_of(request).newsroom, request.url.path)
    # Why the house is not ready may name its files and servers.
    if status == 503 and not await run_in_threadpool(_may_measure, request):
        said = "La base ne répond pas.\n".encode()
    return Response(said, status, media_type=media_type)


async def _metrics(request: Request) -> Response:
    if not await run_in_threadpool(_may_measure, request):
        said = "Les mesures se lisent sur la machine même, ou avec le jeton d’une personne de la maintenance.\n"
        return Response(said, 403, media_type="text/plain; charset=utf-8")
    return await _open(request)


def _may_measure(request: Request) -> bool:
    """On this machine, or with a maintainer's token."""
    host = request.client.host if request.client else ""
    if host in _LOOPBACK and not any(name in request.headers for name in _FORWARDED):
        return True
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    if kind.casefold() != "bearer":
        return False
    account = looked_up(desk_of(request).newsroom.engine, secret.strip(), find_bearer, note_use)
    return account is not None and "maintainer" in account.roles


ROUTES = (
    Route("/healthz", _open, methods=["GET"]),
    Route("/readyz", _open, methods=["GET"]),
    Route("/metrics", _metrics, methods=["GET"]),
)
