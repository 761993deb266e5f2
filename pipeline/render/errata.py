"""Errata at the end of an article that has left the house, in the form of each target and the house's own words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from pipeline.render import Target
from pipeline.render.dates import short_date
from pipeline.render.inline import lines_html
from pipeline.render.markdown import escape_markdown
from schemas.errata import Erratum
from schemas.house import House

__all__ = ["with_errata"]

_ZONE = ZoneInfo("Europe/Paris")


def with_errata(rendered: str, to: Target, errata: tuple[Erratum, ...], *, house: House) -> str:
    """The rendered article with its errata, oldest first; without any, not a character is changed."""
    if not errata:
        return rendered
    told = [_told(one, house) for one in errata]
    if to in ("html", "ghost"):
        lines = Markup("\n").join(Markup('<p class="erratum">{}</p>').format(lines_html(one)) for one in told)
        # A page of its own ends its article before it ends itself.
        before, end, after = rendered.rpartition("</article>") if to == "html" else (rendered, "", "")
        return f"{before}\n{lines}\n{end}{after}" if end else f"{rendered}\n{lines}"
    return "\n\n".join([rendered, *(one if to == "text" else escape_markdown(one) for one in told)])


def _told(erratum: Erratum, house: House) -> str:
    day = short_date(datetime.fromisoformat(erratum.at).astimezone(_ZONE).date())
    return house.texts.erratum.replace("{date}", day.replace(" ", "\u00a0")).replace("{text}", erratum.text)
