"""Repair: one round, only for the parts with blocking findings; what remains is shown, not hidden."""

import re
from collections import Counter

from pipeline.composer import Composer, Remark
from pipeline.quoting import bare, translated_mark
from pipeline.rewording import sentences_of, with_texts
from pipeline.stamping import stamped
from pipeline.typography import typeset
from pipeline.verify import verify
from schemas.article import Article, Evidence
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding, Verification
from schemas.house import House
from schemas.parts import iter_parts, part_text
from schemas.provenance import Stamped

__all__ = ["remarks_on", "repair", "unmended_words", "with_trouble"]

_MOST_PASSAGES = 5
_UNMENDED = "La reprise des points bloquants n’a pas abouti"


def repair(
    draft: Analyse | Synthese,
    article: Article,
    verification: Verification,
    *,
    composer: Composer,
    house: House,
    now: str | None = None,
) -> Stamped[Analyse | Synthese]:
    """The draft with its blocking parts written again, where that is better: fewer blocking findings in the part.

    Parts without a blocking finding are left alone. Raises ModelFault.
    """
    composed = composer.rewrite(article, draft, remarks_on(draft, article, verification))
    wanted = _blocking(verification)
    offered = {
        one.part: text
        for one in composed.reply.parts
        if one.part in wanted and (text := _dressed(one.part, one.text, article, draft, house))
    }
    tried = with_texts(draft, offered)
    after = _blocking(verify(tried, article, house=house))
    better = {part: text for part, text in offered.items() if after[part] < wanted[part]}
    mended: Stamped[Analyse | Synthese] = stamped(
        tried if better == offered else with_texts(draft, better),
        composed,
        stage="repair",
        article=article,
        composer=composer,
        house=house,
        parameters={"asked": len(wanted), "kept": len(better)},
        now=now,
    )
    return mended


def unmended_words(tried: int) -> str:
    """Why a round that the model answered came to nothing."""
    if tried == 1:
        return "le passage repris n’a pas moins de points bloquants qu’avant."
    return f"aucun des {tried} passages repris n’a moins de points bloquants qu’avant."


def with_trouble(found: Verification, trouble: str | None) -> Verification:
    """What was found, and why no repair round came to anything, where none did."""
    if trouble is None:
        return found
    before = (one for one in found.notes if not one.startswith(_UNMENDED))
    said = f"{_UNMENDED}\u00a0: {trouble}"
    return found.model_copy(update={"notes": (*before, said)})


def remarks_on(draft: Analyse | Synthese, article: Article, verification: Verification) -> tuple[Remark, ...]:
    """One remark for each text with a blocking finding: its messages, and the source's words that bear on it."""
    parts = {one.path: one.text for one in iter_parts(draft)}
    blocking = [one for one in verification.findings if one.severity == "blocking" and one.part in parts]
    return tuple(
        Remark(
            part=part,
            text=parts[part],
            message="\n".join(dict.fromkeys(one.message for one in blocking if one.part == part)),
            evidence=_passages(draft, article, part, [one for one in blocking if one.part == part]),
        )
        for part in dict.fromkeys(one.part for one in blocking)
    )


def _blocking(verification: Verification) -> Counter[str]:
    return Counter(one.part for one in verification.findings if one.severity == "blocking")


def _passages(draft: Analyse | Synthese, article: Article, part: str, findings: list[Finding]) -> tuple[str, ...]:
    original = re.fullmatch(r"quotes\[(\d+)\]\.translation", part)
    if original and isinstance(draft, Analyse):
        return tuple(filter(None, [draft.quotes[int(original[1])].original]))
    places = [place for one in findings for place in one.evidence]
    places += [Evidence(paragraph=one) for one in draft.declared.get(part, ())]
    places += [place for one in sentences_of(draft, part) for place in one.evidence]
    texts = (_words_at(article, place) for place in places)
    return tuple(dict.fromkeys(one for one in texts if one))[:_MOST_PASSAGES]


def _words_at(article: Article, place: Evidence) -> str:
    if place.paragraph in ("title", "description"):
        return getattr(article, place.paragraph) or ""
    paragraph = article.paragraph(place.paragraph)
    return paragraph.text[place.start : place.end] if paragraph else ""


def _dressed(part: str, text: str, article: Article, draft: Analyse | Synthese, house: House) -> str:
    """A rewritten text as it would have entered the draft: typography applied, a quotation's bracket in its place."""
    lines = [line.strip() for line in text.strip().split("\n") if line.strip()]
    joined = ("\n" if part_text(draft, part).startswith("- ") else " ").join(lines)
    if not part.endswith(".translation"):
        return typeset(joined, draft.typography)
    mark = translated_mark(article, house)
    return f"{typeset(bare(joined.replace(mark, '') if mark else joined), draft.typography)} {mark}".strip()
