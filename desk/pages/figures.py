"""« Les chiffres »: what the house's own record says of the model, the checks and the days. For those who steer."""

from starlette.responses import Response

from desk.doors import Request, desk_of, see
from desk.figures import figures_of
from desk.plots import columns_of
from desk.templating import page
from pipeline.models.prices import load_prices
from pipeline.store.database import reading

__all__ = ["ROUTES"]


def _figures(request: Request) -> Response:
    newsroom = desk_of(request).newsroom
    engine, currency = newsroom.engine, load_prices(newsroom.settings.house_dir).currency
    with reading(engine) as db:
        figures = figures_of(engine, db)
    months = figures.months
    plots = [
        ("Texte du modèle publié, en %", columns_of([(one.month, _percent(one.kept)) for one in months])),
        ("De la demande à la signature, heures (médiane)", columns_of([(one.month, one.hours) for one in months])),
        ("Jetons par article", columns_of([(one.month, float(one.tokens) or None) for one in months])),
        (f"Coût par article, en {currency}", columns_of([(one.month, one.cost) for one in months])),
    ]
    return page(request, "figures.html.jinja", figures=figures, plots=plots)


def _percent(share: float | None) -> float | None:
    return None if share is None else share * 100


ROUTES = (see("/chiffres", _figures, "maintainer", "publisher"),)
