"""The judge's reading of a finished draft: beside the rules, and no reason to hold a draft back."""

from pipeline.digests import digest_article, digest_house
from pipeline.errors import ModelFault
from pipeline.judge import judge, with_judgement
from pipeline.steps.bench import Bench, Outcome
from pipeline.store.database import reading
from pipeline.store.drafts import find_draft, load_text
from pipeline.store.history import SYSTEM
from pipeline.store.judgements import judgement_of, keep_judgement
from pipeline.store.payloads import get_model
from pipeline.store.results import result_key
from schemas.finding import Verification
from schemas.judgement import Judgement

__all__ = ["weigh"]


def weigh(bench: Bench, draft_id: str, run: int, article_digest: str, attempt: int) -> Outcome:
    """Have the current text judged, where the house has a judge. One that cannot be had is said, and no fault."""
    row = bench.row(draft_id)
    composer = bench.composer_for(row, attempt)
    if not bench.settings.judges(embedded=composer.embedded):
        return {"outcome": "done"}
    article, house = bench.article(article_digest), bench.settings.house
    with reading(bench.engine) as db:
        draft = load_text(db, row.revision or "")
        found = get_model(db, row.verification or "", Verification)
    try:
        said = bench.once(
            draft_id,
            run,
            "judge",
            key=result_key(
                "judge",
                revision=row.revision,
                article=digest_article(article),
                house=digest_house(house),
                composer=composer.fingerprint,
            ),
            model=Judgement,
            make=lambda: judge(draft, article, found, composer=composer, house=house),
        )
    except ModelFault as fault:
        said = Judgement(model=composer.model_name, trouble=fault.message)
    with bench.writing() as db:
        now = find_draft(db, draft_id)
        # A step that is replayed after a crash finds its word on record, or people at work on the text.
        if (now.state, now.run, now.revision) == ("working", run, row.revision) and judgement_of(db, draft_id) != said:
            keep_judgement(db, now, said, with_judgement(found, draft, said), actor=SYSTEM)
    return {"outcome": "done"}
