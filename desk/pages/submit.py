"""Asking for a draft: an address, a pasted text or a file; what is there already is shown before it is asked again."""

from datetime import UTC, datetime
from typing import get_args

from starlette.responses import RedirectResponse, Response

from desk.doors import Form, Request, act, desk_of, see, signed_in
from desk.templating import page
from pipeline.errors import MorasseError, SourceFault, UsageFault
from pipeline.fetch import Captured, capture_file
from pipeline.gates import source as gate
from pipeline.store.database import reading
from pipeline.store.search import drafts_of_source
from schemas.review import DraftRow
from schemas.source import Format, Refusal, SourceRequest

__all__ = ["ROUTES", "handed_over"]


def _ask(request: Request) -> Response:
    return _shown(request, Form(texts={"url": request.query_params.get("url", "")[:4000]}))


def _shown(
    request: Request, form: Form, *, fault: MorasseError | None = None, existing: tuple[DraftRow, ...] = ()
) -> Response:
    hosted = desk_of(request).newsroom.settings.is_hosted
    status = 400 if fault else 200
    return page(request, "submit.html.jinja", status=status, form=form, fault=fault, existing=existing, hosted=hosted)


def _submit(request: Request, form: Form) -> Response:
    newsroom, account = desk_of(request).newsroom, signed_in(request)
    try:
        url = _address(form.text("url"))
        captured = handed_over(form, supplied_by=account.name, url=url)
        wanted = form.text("forme")
        if wanted not in get_args(Format):
            raise UsageFault("La forme de l’article n’est pas choisie.", "Choisissez une analyse ou une synthèse.")
        if not url and captured is None:
            raise UsageFault("Il n’y a pas de source.", "Donnez une adresse, collez un texte ou joignez un fichier.")
    except (UsageFault, SourceFault) as fault:
        return _shown(request, form, fault=fault)
    source = url or (captured.snapshot.requested_url if captured else "")
    if url and not form.text("encore"):
        with reading(newsroom.engine) as db:
            existing = drafts_of_source(db, url)
        if existing:
            return _shown(request, form, existing=existing)
    asked = SourceRequest(
        source=source,
        format="synthese" if wanted == "synthese" else "analyse",
        submitted_by=account.name,
        note=form.text("note")[:2000],
        local_only=form.text("local") == "oui",
    )
    row = gate.submit(newsroom.office, asked, captured)
    return RedirectResponse(f"/brouillons/{row.id}", 303)


def handed_over(form: Form, *, supplied_by: str, url: str = "") -> Captured | None:
    """The text that came with a form, pasted or as a file; None where it brought none. Raises SourceFault."""
    pasted = form.texts.get("texte", "").strip()
    if form.file is None and not pasted:
        return None
    name, content = form.file or (_name_of(pasted), pasted.encode())
    captured = capture_file(
        content,
        name=name,
        supplied_by=supplied_by,
        url=url,
        now=datetime.now(UTC),
        supply="uploaded" if form.file else "pasted",
    )
    if isinstance(captured, Refusal):
        raise SourceFault(captured.message, captured.remedy)
    return captured


def _name_of(pasted: str) -> str:
    words = " ".join(pasted.split("\n", 1)[0].split()[:8]).replace("/", " ")
    return f"{words[:60] or 'texte'}.txt"


def _address(given: str) -> str:
    """The address as asked for, less what only a browser reads of it. Raises UsageFault."""
    if not given:
        return ""
    url = given if "://" in given else f"https://{given}"
    if not url.startswith(("http://", "https://")) or len(url) > 4000 or any(one.isspace() for one in url):
        raise UsageFault("Ce n’est pas une adresse.", "Donnez celle de l’article\u00a0: elle commence par https://.")
    return url.partition("#")[0]


ROUTES = (see("/soumettre", _ask, "editor"), act("/soumettre", _submit, "editor"))
