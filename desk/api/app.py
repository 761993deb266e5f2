"""The API as an application of its own, which the desk mounts under /api/v1."""

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from desk.api import acts, drafts
from desk.api.doors import Doorkeeper, on_fault, on_refusal, on_unfit, on_unforeseen
from desk.api.shapes import Fault
from desk.doors import Desk
from pipeline.errors import MorasseError

__all__ = ["create_api"]

_FAULTS: dict[int | str, dict[str, Any]] = {
    400: {"model": Fault, "description": "cannot be done as asked"},
    401: {"model": Fault, "description": "no token, or one that opens nothing"},
    403: {"model": Fault, "description": "the token's owner does not hold the role"},
    404: {"model": Fault, "description": "no such draft"},
    409: {"model": Fault, "description": "changed meanwhile, open findings, or already there"},
    411: {"model": Fault, "description": "no Content-Length"},
    413: {"model": Fault, "description": "too large"},
    422: {"model": Fault, "description": "not of this shape, or the source was refused"},
    503: {"model": Fault, "description": "model or database not to be had"},
}


def create_api(desk: Desk) -> ASGIApp:
    """The API of a desk; it answers only who shows a token."""
    api = FastAPI(
        title="Morasse",
        version="1",
        description="Drafts from sources to signed articles. Messages for people are French. See docs/api.md.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        servers=[{"url": "/api/v1"}],
        root_path_in_servers=False,
        responses=_FAULTS,
        redirect_slashes=False,
        exception_handlers={
            MorasseError: on_fault,
            HTTPException: on_refusal,
            RequestValidationError: on_unfit,
            Exception: on_unforeseen,
        },
    )
    api.state.desk = desk
    api.include_router(drafts.router)
    api.include_router(acts.router)
    return Doorkeeper(api, desk)
