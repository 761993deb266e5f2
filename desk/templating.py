"""Where pages come from: templates that escape everything, and the words and numbers they may use."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_timedelta
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from desk import words
from desk.doors import FILE_MAX_BYTES, TEXT_MAX_BYTES, Desk, Request
from desk.faults import way_out
from pipeline.digests import digest_bytes

__all__ = ["FONTS", "STATIC", "environment", "page"]

STATIC = Path(__file__).parent / "static"
# The face that articles stand in, as its package installs it.
FONTS = Path(str(files("font_source_serif_pro"))) / "files"
_ZONE = ZoneInfo("Europe/Paris")
_JUST_NOW = timedelta(minutes=1)


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of the desk for whoever is signed in; `values` are the template's."""
    desk: Desk = request.app.state.desk
    session = request.state.session
    common = {
        "house": desk.newsroom.settings.house,
        "account": session.account if session else None,
        "form_token": session.form_token if session else request.state.form_token,
        "here": request.url.path,
    }
    body = environment().get_template(template).render(**common, **values)
    return HTMLResponse(body, status_code=status)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment of the desk's templates: strict, escaping whatever it is given."""
    templates = Environment(
        loader=PackageLoader("desk"), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    templates.filters |= {"moment": moment, "day": day, "age": age, "count": words.count, "decimal": words.decimal}
    templates.globals |= {"words": words, "way_out": way_out, "static": static_address}
    templates.globals |= {"file_max_bytes": FILE_MAX_BYTES, "text_max_bytes": TEXT_MAX_BYTES}
    return templates


def static_address(name: str) -> str:
    """The address of a file of ours; it changes with the file, so that browsers may keep it."""
    return f"/static/{name}?v={_version(name, (STATIC / name).stat().st_mtime_ns)}"


@lru_cache(maxsize=256)
def _version(name: str, _changed: int) -> str:
    return digest_bytes((STATIC / name).read_bytes())[:12]


def moment(at: str) -> str:
    """`4 mars, 9 h 12`, in the newsroom's time; the year where it is not this one."""
    local = datetime.fromisoformat(at).astimezone(_ZONE)
    this_year = datetime.now(_ZONE).year == local.year
    day = format_date(local, "d MMMM" if this_year else "d MMMM y", locale="fr").replace(" ", "\u00a0")
    return f"{day}, {hour(at)}"


def day(at: str) -> str:
    """`3 mars 2026`, as a source dates itself; what is no date stays as it is."""
    try:
        return format_date(datetime.fromisoformat(at), "d MMMM y", locale="fr").replace(" ", "\u00a0")
    except ValueError:
        return at


def hour(at: str) -> str:
    """`9 h 12`, in the newsroom's time."""
    local = datetime.fromisoformat(at).astimezone(_ZONE)
    return f"{local.hour}\u00a0h\u00a0{local.minute:02}"


def age(at: str) -> str:
    """How long ago: `3 heures`, `moins d’une minute`."""
    passed = datetime.now(UTC) - datetime.fromisoformat(at)
    if passed < _JUST_NOW:
        return "moins d’une minute"
    return str(format_timedelta(passed, threshold=1.5, locale="fr")).replace(" ", "\u00a0")
