"""« Les chiffres »: what the house's own record says of the model, the checks and the days. For those who steer."""

from collections.abc import Callable

from starlette.responses import Response

from desk.doors import Request, desk_of, see
from desk.figures import Month, figures_of
from desk.plots import Column, columns_of, months_between
from desk.templating import page
from pipeline.models.prices import load_prices
from pipeline.store.database import reading

__all__ = ["ROUTES"]


def _figures(request: Request) -> Response:
    newsroom = desk_of(request).newsroom
    engine, currency = newsroom.engine, load_prices(newsroom.settings.house_dir).currency
    with reading(engine) as db:
        figures = figures_of(engine, db)
    return page(request, "figures.html.jinja", figures=figures, plots=_plots(figures.months, currency))


def _plots(months: tuple[Month, ...], currency: str) -> list[tuple[str, tuple[Column, ...]]]:
    """What each plot shows, and its columns."""
    known = {one.month: one for one in months}
    names = months_between(months[0].month, months[-1].month) if months else []

    def values(of: Callable[[Month], float | None]) -> list[tuple[str, float | None]]:
        return [(name, of(known[name]) if name in known else None) for name in names]

    return [
        ("Articles signés", columns_of(values(lambda one: one.articles))),
        (
            "Texte du modèle publié, en %",
            columns_of(values(lambda one: None if one.kept is None else one.kept * 100), full=100),
        ),
        ("De la demande à la signature, heures (médiane)", columns_of(values(lambda one: round(one.hours, 2)))),
        ("Jetons lus et écrits par article (moyenne)", columns_of(values(lambda one: one.tokens))),
        (f"Coût par article (moyenne), en {currency}", columns_of(values(lambda one: one.cost))),
    ]


ROUTES = (see("/chiffres", _figures, "maintainer", "publisher"),)
