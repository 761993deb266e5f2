"""What a reviewer does on the review page, each act at an address of its own; all lead back to the part."""

from urllib.parse import quote

import sqlalchemy as sa
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from desk.conflicts import conflicts_of, text_or_none
from desk.difference import word_difference
from desk.doors import Form, Request, act, desk_of, signed_in
from desk.sheet import find_row
from desk.templating import page
from pipeline.errors import StaleRevision, UsageFault
from pipeline.gates import margin, relecture
from pipeline.gates.office import Office, verified
from pipeline.judge import with_judgement
from pipeline.rewording import with_texts
from pipeline.store.database import reading, transaction
from pipeline.store.drafts import load_text, revisions_of
from pipeline.store.history import events_of
from pipeline.store.judgements import judgement_of
from pipeline.store.payloads import get_model
from pipeline.store.table import drop_scratch, keep_scratch
from pipeline.typography import typeset
from schemas.account import Role
from schemas.article import Article
from schemas.parts import plain_path
from schemas.review import DecisionKind

__all__ = ["COMMENTERS", "ROUTES"]

# Whoever works on an article may leave a word at a part of it.
COMMENTERS: tuple[Role, ...] = ("reviewer", "editor", "publisher")

_TEXT = "texte:"
_TYPED_MAX_CHARS = 100_000
_DECISIONS: dict[str, DecisionKind] = {"accepter": "accept", "refuser": "reject", "recommencer": "regenerate"}


def _save(request: Request, form: Form) -> Response:
    base = form.text("base")
    texts = {name.removeprefix(_TEXT): text for name, text in form.texts.items() if name.startswith(_TEXT)}
    if not texts:
        raise UsageFault("Rien n’est à enregistrer.", "Modifiez une partie, puis enregistrez.")
    try:
        # Whoever keeps the other's version gives up their own typing, and saves nothing.
        if not form.text("garder"):
            margin.save(_office(request), _id(request), texts, actor=signed_in(request).name, base=base)
    except StaleRevision:
        return _conflict(request, form, texts, base)
    with transaction(desk_of(request).newsroom.engine) as db:
        for part in texts:
            drop_scratch(db, signed_in(request).id, _id(request), part)
    return _back(request, form)


def _conflict(request: Request, form: Form, texts: dict[str, str], base: str) -> Response:
    """What both wrote, side by side, and a proposal that keeps both; nothing is saved yet, one's own typing is kept."""
    with transaction(desk_of(request).newsroom.engine) as db:
        row = find_row(db, _id(request))
        current = load_text(db, row.revision or "")
        # A base that this draft never had shows the current text on both sides.
        known = any(one.revision == base for one in revisions_of(db, row.id))
        read = load_text(db, base) if known else current
        history = events_of(db, row.id)
        for part, mine in texts.items():
            if text_or_none(read, part) not in (None, mine):
                _keep_typing(db, request, part, text=mine, base=base)
    conflicts = conflicts_of(texts, read=read, current=current, history=history)
    return page(
        request,
        "conflict.html.jinja",
        status=409,
        row=row,
        conflicts=conflicts,
        difference=word_difference,
        card=form.text("carte"),
    )


def _accept(request: Request, form: Form) -> Response:
    office, name = _office(request), signed_in(request).name
    parts = [name_.removeprefix("partie:") for name_ in form.texts if name_.startswith("partie:")]
    relecture.decide_parts(
        office, _id(request), "accept", parts, actor=name, comment=form.text("raison"), base=form.revision()
    )
    return _back(request, form)


def _comment(request: Request, form: Form) -> Response:
    margin.comment(
        _office(request), _id(request), form.text("partie"), form.text("mots"), actor=signed_in(request).name
    )
    return _back(request, form)


def _send_back(request: Request, form: Form) -> Response:
    if not form.text("mots"):
        raise UsageFault("La remarque est vide.", "Dites en une phrase ce qui doit changer.")
    relecture.decide_part(
        _office(request),
        _id(request),
        "regenerate",
        form.text("partie"),
        actor=signed_in(request).name,
        comment=form.text("mots"),
        base=form.revision(),
    )
    return _back(request, form)


def _strike(request: Request, form: Form) -> Response:
    part, name = form.text("partie"), signed_in(request).name
    margin.strike(_office(request), _id(request), part, actor=name, base=form.revision())
    return _back(request, form)


def _score(request: Request, form: Form) -> Response:
    points = form.text("points")
    number = int(points) if points.isdigit() else -1
    margin.score(_office(request), _id(request), form.text("pilier"), number, actor=signed_in(request).name)
    return _back(request, form)


def _dismiss(request: Request, form: Form) -> Response:
    margin.dismiss(
        _office(request),
        _id(request),
        form.text("partie"),
        code=form.text("code"),
        excerpt=form.texts.get("extrait", ""),
        reason=form.text("raison"),
        actor=signed_in(request).name,
        base=form.revision(),
    )
    return _back(request, form)


def _answer(request: Request, form: Form) -> Response:
    """Take a proposal, or leave the text as it is."""
    number = int(form.text("numero")) if form.text("numero").isdigit() else 0
    office, name = _office(request), signed_in(request).name
    if form.text("reponse") == "prendre":
        margin.take(office, _id(request), number, actor=name, seen=form.texts.get("vu", ""))
    else:
        margin.decline(office, _id(request), number, actor=name)
    return _back(request, form)


def _settle(request: Request, form: Form) -> Response:
    """Confirm or strike one passage of outside knowledge."""
    kind: DecisionKind = "accept" if form.text("reponse") == "confirmer" else "reject"
    name, part = signed_in(request).name, form.text("partie")
    relecture.decide_part(_office(request), _id(request), kind, part, actor=name, comment="", base=form.revision())
    return _back(request, form)


def _undo(request: Request, form: Form) -> Response:
    margin.undo(_office(request), _id(request), actor=signed_in(request).name)
    return _back(request, form)


def _decide(request: Request, form: Form) -> Response:
    kind = _DECISIONS.get(form.text("decision"))
    if kind is None:
        raise UsageFault("Cette décision n’existe pas.", "Rechargez la page.")
    name, comment = signed_in(request).name, form.text("mots")
    relecture.decide(_office(request), _id(request), kind, actor=name, comment=comment, base=form.revision())
    return RedirectResponse(f"/brouillons/{_id(request)}", 303)


def _keep(request: Request, form: Form) -> Response:
    """Keep typing that is not saved yet, or forget it where it was given up."""
    part = form.text("partie")[:120]
    with transaction(desk_of(request).newsroom.engine) as db:
        row = find_row(db, _id(request))
        if form.text("oublier"):
            drop_scratch(db, signed_in(request).id, row.id, part)
        else:
            _keep_typing(db, request, part, text=form.texts.get("texte", ""), base=form.text("base"))
    return PlainTextResponse("", status_code=204)


def _keep_typing(db: sa.Connection, request: Request, part: str, *, text: str, base: str) -> None:
    keep_scratch(db, signed_in(request).id, _id(request), part, text=text[:_TYPED_MAX_CHARS], base=base[:64])


def _look(request: Request, form: Form) -> Response:
    """What verification finds in a text that is still being typed; nothing is saved."""
    newsroom, part = desk_of(request).newsroom, form.text("partie")
    with reading(newsroom.engine) as db:
        row = find_row(db, _id(request))
        draft = load_text(db, row.revision or "")
        article = get_model(db, row.article or "", Article)
        judgement = judgement_of(db, row.id)
    try:
        path = plain_path(draft, part)
        typed = with_texts(draft, {path: typeset(form.texts.get("texte", "").strip("\n"), draft.typography)})
    except KeyError:
        raise UsageFault("Cette partie n’est plus dans le brouillon.", "Rechargez la page.") from None
    # Kept by its digest: saving these very words will not read them a second time.
    found = with_judgement(verified(typed, article, house=newsroom.settings.house), typed, judgement)
    return page(request, "typed.html.jinja", findings=[one for one in found.findings if one.part == path])


def _office(request: Request) -> Office:
    return desk_of(request).newsroom.office


def _id(request: Request) -> str:
    draft_id: str = request.path_params["id"]
    return draft_id


def _back(request: Request, form: Form) -> Response:
    room = "bon-a-tirer" if form.text("salle") == "bon-a-tirer" else "relecture"
    anchor = form.text("carte")
    return RedirectResponse(f"/brouillons/{_id(request)}/{room}" + (f"#{quote(anchor)}" if anchor else ""), 303)


_DRAFT = "/brouillons/{id}"
ROUTES = (
    act(f"{_DRAFT}/enregistrer", _save, "reviewer"),
    act(f"{_DRAFT}/accepter", _accept, "reviewer"),
    act(f"{_DRAFT}/commenter", _comment, *COMMENTERS),
    act(f"{_DRAFT}/renvoyer", _send_back, "reviewer"),
    act(f"{_DRAFT}/retirer", _strike, "reviewer"),
    act(f"{_DRAFT}/noter", _score, "reviewer"),
    act(f"{_DRAFT}/ecarter", _dismiss, "reviewer"),
    act(f"{_DRAFT}/proposition", _answer, "reviewer"),
    act(f"{_DRAFT}/savoir", _settle, "reviewer", "publisher"),
    act(f"{_DRAFT}/annuler", _undo, "reviewer"),
    act(f"{_DRAFT}/decider", _decide, "reviewer"),
    act(f"{_DRAFT}/essai", _keep, "reviewer"),
    act(f"{_DRAFT}/verification", _look, "reviewer"),
)
