"""« Les mesures »: the last report of the evals, as it was written. For maintainers."""

from starlette.responses import HTMLResponse, Response

from desk.doors import Request, desk_of, see
from desk.headers import CONFINED
from desk.templating import page

__all__ = ["ROUTES"]


def _measures(request: Request) -> Response:
    try:
        report = desk_of(request).newsroom.settings.report_path.read_text("utf-8")
    except FileNotFoundError:
        return page(request, "measures.html.jinja")
    # It holds words of sources and of models, and styles of its own.
    return HTMLResponse(report, headers={"Content-Security-Policy": CONFINED})


ROUTES = (see("/mesures", _measures, "maintainer"),)
