"""The rooms of the desk, each named for what it shows. A new room adds its `ROUTES` here."""

from starlette.routing import BaseRoute

from desk.pages import (
    access,
    account,
    figures,
    history,
    measures,
    people,
    press,
    queue,
    record,
    relecture,
    review,
    source,
    submit,
    tracking,
)

__all__ = ["ROUTES"]

ROUTES: tuple[BaseRoute, ...] = (
    *account.ROUTES,
    *access.ROUTES,
    *people.ROUTES,
    *figures.ROUTES,
    *measures.ROUTES,
    *record.ROUTES,
    *queue.ROUTES,
    *submit.ROUTES,
    *tracking.ROUTES,
    *source.ROUTES,
    *relecture.ROUTES,
    *review.ROUTES,
    *press.ROUTES,
    *history.ROUTES,
)
