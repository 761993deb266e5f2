"""From an article to a verified draft at the review gate: the model's tasks, the checks, one repair round."""

from typing import Literal, cast

import sqlalchemy as sa
from pydantic import BaseModel

from pipeline.composer import Composer, Remark
from pipeline.digests import digest_article, digest_house, digest_json
from pipeline.errors import BudgetFault, PermanentError, ReplyError
from pipeline.propose import Proposals, assemble, propose
from pipeline.repair import repair, unmended_words, with_trouble
from pipeline.steps.bench import Bench, Outcome
from pipeline.store.database import reading
from pipeline.store.drafts import (
    RevisionOrigin,
    add_revision,
    find_draft,
    load_text,
    revisions_of,
    update_draft,
)
from pipeline.store.history import SYSTEM, append_event, arguments_of, events_of
from pipeline.store.mendings import keep_trouble, trouble_of
from pipeline.store.payloads import get_model, now
from pipeline.store.results import is_through, made_by, result_key
from pipeline.summarise import summarise
from pipeline.translate import WorkingTranslation, translate
from pipeline.verify import verify
from pipeline.verify.form.grammar import verify_with_grammar
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.finding import Verification
from schemas.house import House
from schemas.parts import part_text, plain_path
from schemas.provenance import Stamped
from schemas.review import DraftRow, Event
from schemas.source import Format

__all__ = ["ModelTask", "arrive", "check", "compose", "mend", "propose_part", "rewrite", "tasks_of"]

ModelTask = Literal["summarise", "propose", "translate"]


def tasks_of(bench: Bench, draft_id: str) -> tuple[ModelTask, ...]:
    """The tasks that make a draft of its kind, the one its gate needs first; a synthesis has no proposals."""
    if bench.row(draft_id).format == "synthese":
        return ("summarise", "translate")
    return ("summarise", "propose", "translate")


def compose(bench: Bench, draft_id: str, run: int, task: ModelTask, article_digest: str, attempt: int) -> Outcome:
    """One of the tasks that read the article; the same words, prompts and model cost nothing twice.

    `attempt` is above 1 only where a reviewer asked for the whole to be written anew.
    """
    row, article = bench.row(draft_id), bench.article(article_digest)
    composer = bench.composer_for(row, attempt)
    key = result_key(
        task,
        article=digest_article(article),
        format="" if task == "translate" else row.format,
        house=digest_house(bench.settings.house),
        composer=composer.fingerprint,
        attempt=attempt,
    )
    value = bench.once(
        draft_id,
        run,
        task,
        key=key,
        model=_value_type(task, row),
        make=lambda: _made(task, row.format, article, composer, bench.settings.house),
        use=lambda db, digest: update_draft(db, draft_id, translation=digest) if task == "translate" else None,
    )
    return {"outcome": "done", "digest": digest_json(value)}


def check(
    bench: Bench, draft_id: str, run: int, article_digest: str, made: dict[ModelTask, str], attempt: int
) -> Outcome:
    """Put the draft together and verify it, unless this run has done so: its text may have been repaired since."""
    with reading(bench.engine) as db:
        if is_through(db, draft_id, run, "verify"):
            by_model = [one.revision for one in revisions_of(db, draft_id) if one.origin == "model"]
            return {"outcome": "done", "digest": by_model[-1]}
    with bench.stage(draft_id, run, "verify") as stage:
        with reading(bench.engine) as db:
            draft = load_text(db, made["summarise"])
            if "propose" in made:
                draft = assemble(draft, get_model(db, made["propose"], Proposals))
        article, house = bench.article(article_digest), bench.settings.house
        verification = verify_with_grammar(draft, article, house=house)
        composer = bench.composer_for(bench.row(draft_id), attempt)
        with bench.writing() as db:
            revision = _revise(db, draft_id, draft, verification, composer, origin="model", made=made["summarise"])
            stage.end(db)
    return {"outcome": "done", "digest": revision}


def mend(bench: Bench, draft_id: str, run: int, article_digest: str, revision: str, attempt: int) -> Outcome:
    """One repair round for the parts with blocking findings, under the prompts that `attempt` was begun with; what
    remains stays visible.

    A round that failed for good, or mended nothing, is said and no fault: the text stands, with its findings. Raises
    TransientError and BudgetFault, which pass: the round can still be had, and sooner than a person mends by hand.
    """
    article, house = bench.article(article_digest), bench.settings.house
    with reading(bench.engine) as db:
        draft = load_text(db, revision)
        kept = next(one for one in reversed(revisions_of(db, draft_id)) if one.revision == revision).verification
        # Texts that an early release left on its way have none on record.
        verification = get_model(db, kept, Verification) if kept else verify(draft, article, house=house)
    if not verification.blocking:
        return {"outcome": "done", "digest": revision}
    composer = bench.composer_for(bench.row(draft_id), attempt)
    try:
        mended = bench.once(
            draft_id,
            run,
            "repair",
            key=result_key("repair", revision=revision, house=digest_house(house), composer=composer.fingerprint),
            model=type(draft),
            make=lambda: repair(draft, article, verification, composer=composer, house=house),
        )
    except BudgetFault:
        raise
    except (ReplyError, PermanentError) as fault:
        return _left(bench, draft_id, run, revision, verification, fault.message)
    made = digest_json(mended)
    if made == revision:
        tried = len({one.part for one in verification.findings if one.severity == "blocking"})
        return _left(bench, draft_id, run, revision, verification, unmended_words(tried))
    if bench.row(draft_id).revision != made:
        with bench.stage(draft_id, run, "recheck") as stage:
            checked = verify_with_grammar(mended, article, house=house)
            with bench.writing() as db:
                comment = f"Points bloquants\u00a0: {len(verification.blocking)} avant, {len(checked.blocking)} après."
                _revise(db, draft_id, mended, checked, composer, origin="repair", made=made, comment=comment)
                stage.end(db)
    return {"outcome": "done", "digest": made}


def _left(bench: Bench, draft_id: str, run: int, revision: str, verification: Verification, trouble: str) -> Outcome:
    """Say why the text stays as it is, unless the run was begun anew or people are at work on the text."""
    with bench.writing() as db:
        row = find_draft(db, draft_id)
        # A step that is replayed after a crash finds it on record.
        is_new = (row.state, row.run, row.revision) == ("working", run, revision)
        if is_new and trouble_of(db, draft_id) != trouble:
            keep_trouble(db, row, trouble, with_trouble(verification, trouble), actor=SYSTEM)
    return {"outcome": "done", "digest": revision}


def arrive(bench: Bench, draft_id: str, run: int) -> Outcome:
    """Leave the draft waiting at the review gate; replayed after a crash, it keeps out of what people did since."""
    with bench.writing() as db:
        row = find_draft(db, draft_id)
        if (row.state, row.run) == ("working", run):
            update_draft(db, draft_id, state="review_gate", reason="", remedy="", exit_code=0)
    return {"outcome": "done"}


def rewrite(bench: Bench, draft_id: str, run: int, part: str, base: str, comment: str) -> Outcome:
    """Write one part again on a reviewer's remark; the result is a proposal beside the text, never over it.

    `part` may be named by its id; the model knows it by its place in `base`.
    """
    row = bench.row(draft_id)
    with reading(bench.engine) as db:
        draft, history = load_text(db, base), events_of(db, draft_id)
    if _answered(history, run):
        return {"outcome": "done"}
    attempt = int(arguments_of(history, row.run).get("attempt", 1))
    place = plain_path(draft, part)
    remark = Remark(part=place, text=part_text(draft, part), message=comment)
    with bench.stage(draft_id, run, f"rewrite {place}"[:32]):
        composed = bench.composer_for(row, attempt).rewrite(bench.article(row.article or ""), draft, (remark,))
    text = next((one.text for one in composed.reply.parts if one.part == place), None)
    return propose_part(bench, draft_id, run, part=part, base=base, text=text)


def propose_part(
    bench: Bench, draft_id: str, run: int, *, part: str, base: str, text: str | None, reason: str = ""
) -> Outcome:
    """Put a rewritten part beside the text; `text` None says that none came, and `reason` why. `run` is the number of
    the event that asked for it, which is answered once.
    """
    with bench.writing() as db:
        if not _answered(events_of(db, draft_id), run):
            payload = {"part": part, "base": base, "text": text, "reason": reason, "asked": run}
            append_event(db, draft_id, "proposed", actor=SYSTEM, payload=payload)
    return {"outcome": "done"}


def _answered(history: tuple[Event, ...], asked: int) -> bool:
    return any(one.kind == "proposed" and one.payload.get("asked") == asked for one in history)


def _value_type(task: ModelTask, row: DraftRow) -> type[BaseModel]:
    if task == "summarise":
        return Synthese if row.format == "synthese" else Analyse
    return Proposals if task == "propose" else WorkingTranslation


def _made(task: ModelTask, format: Format, article: Article, composer: Composer, house: House) -> Stamped[BaseModel]:
    made: object
    if task == "translate":
        made = translate(article, composer=composer)
    elif task == "propose":
        made = propose(article, format=format, composer=composer, house=house)
    else:
        made = summarise(article, format=format, composer=composer, house=house, now=now())
    # Stamped is a value that no one writes to, so the narrower one may stand for the wider.
    return cast(Stamped[BaseModel], made)


def _revise(
    db: sa.Connection,
    draft_id: str,
    draft: Analyse | Synthese,
    verification: Verification,
    composer: Composer,
    *,
    origin: RevisionOrigin,
    made: str,
    comment: str = "",
) -> str:
    """Make a text current; a step that is replayed after a crash finds its text there already. `made` names the value
    whose provenance says which model wrote it.
    """
    row = find_draft(db, draft_id)
    if row.revision == digest_json(draft):
        return row.revision
    revision = add_revision(db, row, draft, verification, origin=origin, actor=SYSTEM)
    model = made_by(db, "summarise" if origin == "model" else "repair", made) or composer.model_name
    said = {"revision": revision, "origin": origin, "model": model, "embedded": composer.embedded}
    said |= {"comment": comment} if comment else {}
    append_event(db, draft_id, "generated", actor=SYSTEM, payload=said)
    return revision
