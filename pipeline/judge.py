"""The judge: a language model reads the finished draft beside its source, for what rules cannot see.

It stands beside the rules and never above them: its findings are warnings that name it, they silence none, and what it
could not judge is said. EDITORIAL.md: what a reviewer would never forgive is an invention that reads well.
"""

from collections.abc import Iterator

from pipeline.composer import Claimed, Composer
from pipeline.heard import heard
from pipeline.quoting import bare, translated_mark
from pipeline.stamping import stamped
from schemas.article import Article, Evidence
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding, Verification
from schemas.house import House
from schemas.judgement import Judgement, Ruling, Verdict
from schemas.parts import part_text, plain_path, stable_path
from schemas.provenance import Stamped
from schemas.replies import JudgeReply

__all__ = ["judge", "ruled", "with_judgement"]

_RULINGS: dict[Ruling, str] = {"supported": "soutenues", "unsupported": "contestées", "unjudged": "non jugées"}
_ENDS = ".!?…»:;\n"
_SILENT = "Le juge n’a rien dit de cette phrase."
_UNPLACED = "Le juge l’approuve sans nommer de passage qui la porte."


def judge(
    draft: Analyse | Synthese,
    article: Article,
    verification: Verification,
    *,
    composer: Composer,
    house: House,
    now: str | None = None,
) -> Stamped[Judgement]:
    """A verdict on every sentence that reports, and on every translated quotation. Raises ModelFault."""
    asked = _asked(draft, article, verification, house)
    composed = composer.judge(article, tuple(claim for _, claim in asked))
    model = composed.model or composer.model_name
    verdicts = ruled(asked, composed.reply, article)
    return stamped(
        Judgement(model=model, verdicts=verdicts),
        composed,
        stage="judge",
        article=article,
        composer=composer,
        house=house,
        parameters={"claims": len(asked)},
        now=now,
    )


def with_judgement(found: Verification, draft: Analyse | Synthese, judgement: Judgement | None) -> Verification:
    """What the rules found, and beside it what the judge said of the sentences that still stand as it read them."""
    if judgement is None:
        return found
    said = tuple(one for verdict in judgement.verdicts for one in _findings(draft, verdict, judgement.model))
    note = _note(judgement, found, draft)
    return found.model_copy(update={"findings": (*found.findings, *said), "notes": (*found.notes, note)})


def _asked(
    draft: Analyse | Synthese, article: Article, verification: Verification, house: House
) -> tuple[tuple[str, Claimed], ...]:
    """The claims with the stable names of their parts; the same words are judged once."""
    asked: dict[tuple[str, str], Claimed] = {}
    for part, text in _reporting(draft, verification):
        asked[part, text] = Claimed(text=text)
    mark = translated_mark(article, house)
    for number, quote in enumerate(draft.quotes if isinstance(draft, Analyse) else ()):
        if mark and quote.original:
            text = bare(quote.translation.replace(mark, ""))
            asked[stable_path(draft, f"quotes[{number}].translation"), text] = Claimed(
                text=text, original=quote.original
            )
    return tuple((part, claim) for (part, _), claim in asked.items())


def ruled(asked: tuple[tuple[str, Claimed], ...], reply: JudgeReply, article: Article) -> tuple[Verdict, ...]:
    """The reply put in order. A yes without a passage of the source, or no word at all, leaves a claim unjudged."""
    places = {"title", "description", *(one.id for one in article.paragraphs)}
    words = {one.number: one for one in reversed(reply.verdicts)}
    verdicts = []
    for number, (part, claim) in enumerate(asked, 1):
        said = words.get(number)
        if said is None:
            verdicts.append(Verdict(part=part, text=claim.text, ruling="unjudged", reason=_SILENT))
            continue
        evidence = tuple(dict.fromkeys(one for each in said.evidence if (one := each.strip("[] ")) in places))
        ruling, reason = said.verdict, heard(said.reason)
        if ruling == "supported" and not evidence:
            ruling, reason = "unjudged", _UNPLACED
        verdicts.append(Verdict(part=part, text=claim.text, ruling=ruling, evidence=evidence, reason=reason))
    return tuple(verdicts)


def _findings(draft: Analyse | Synthese, verdict: Verdict, model: str) -> tuple[Finding, ...]:
    if verdict.ruling != "unsupported" or not _stands(draft, verdict):
        return ()
    part = plain_path(draft, verdict.part)
    start = part_text(draft, part).index(verdict.text)
    reason = f"\u00a0: {verdict.reason}" if verdict.reason else "."
    return (
        Finding(
            code="judge-unsupported",
            severity="warning",
            part=part,
            excerpt=verdict.text,
            message=f"Le juge ({model}) ne trouve pas cela dans la source{reason} "
            "Comparez avec le passage, corrigez, ou écartez ce point.",
            evidence=tuple(Evidence(paragraph=one) for one in verdict.evidence),
            start=start,
            end=start + len(verdict.text),
            origin="judge",
        ),
    )


def _place(sentence: str, text: str) -> int | None:
    """Where a whole sentence stands in a text; None where it stands no more, or as a piece of another only."""
    start = text.find(sentence)
    if start < 0:
        return None
    before, after = text[:start].rstrip(" -"), text[start + len(sentence) :]
    begins = not before or before[-1] in _ENDS
    # A translated quotation ends with the house's mark in brackets, which is no part of what was judged.
    ends = not after.strip() or (after[0].isspace() and (sentence[-1] in _ENDS or after.lstrip()[0] == "["))
    return start if begins and ends else None


def _note(judgement: Judgement, found: Verification, draft: Analyse | Synthese) -> str:
    """What the judge read of the text as it stands, and how many of its sentences it has not read."""
    if judgement.trouble:
        return f"Le juge n’a pas pu lire ce brouillon\u00a0: {judgement.trouble}"
    standing = [one for one in judgement.verdicts if _stands(draft, one)]
    said = ", ".join(f"{french} {sum(one.ruling == r for one in standing)}" for r, french in _RULINGS.items())
    told = f"Le juge ({judgement.model}) a lu {len(standing)} phrases\u00a0: {said}."
    read = {(one.part, one.text) for one in standing}
    unread = {one for one in _reporting(draft, found) if one not in read}
    return f"{told} Phrases changées depuis, qu’il n’a pas lues\u00a0: {len(unread)}." if unread else told


def _stands(draft: Analyse | Synthese, verdict: Verdict) -> bool:
    try:
        return _place(verdict.text, part_text(draft, verdict.part)) is not None
    except KeyError:
        return False


def _reporting(draft: Analyse | Synthese, found: Verification) -> Iterator[tuple[str, str]]:
    """The sentences that report, each with the stable name of its part."""
    for one in found.supports:
        if one.stance == "fact":
            yield stable_path(draft, one.part), part_text(draft, one.part)[one.start : one.end]
