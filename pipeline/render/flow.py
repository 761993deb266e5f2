"""What a page is made of, whatever its markup: the running text with its quotes, the card, score, closing."""

from schemas.base import Closed
from schemas.draft import Analyse, DraftQuote, Synthese
from schemas.house import House

__all__ = ["Paragraph", "Quotation", "card_title", "closing_text", "flow", "label_text", "score_text"]

_MARKS = {"classic": ("«\u00a0", "\u00a0»"), "plain": ('"', '"')}


class Paragraph(Closed):
    """A paragraph of running text."""

    text: str
    quoted: bool = False


class Quotation(Closed):
    """A quotation in its marks, and the line that attributes it (empty when nobody is named)."""

    text: str
    attribution: str
    quoted: bool = True


def flow(draft: Analyse) -> tuple[Paragraph | Quotation, ...]:
    """Body paragraphs with each quotation after the `position` paragraphs that stand before it, order kept."""
    pieces: list[Paragraph | Quotation] = []
    waiting = sorted(draft.quotes, key=lambda quote: quote.position)
    for n, paragraph in enumerate(draft.body):
        while waiting and waiting[0].position <= n:
            pieces.append(_quotation(waiting.pop(0), draft))
        pieces.append(Paragraph(text=paragraph.text))
    pieces.extend(_quotation(quote, draft) for quote in waiting)
    return tuple(pieces)


def card_title(draft: Analyse | Synthese) -> str:
    """The card's title line: `title | outlet`, unless the title already ends in the outlet."""
    title, outlet = draft.source.title, draft.source.outlet or ""
    if not outlet or title.rstrip().casefold().endswith(outlet.casefold()):
        return title
    return f"{title} | {outlet}" if title else outlet


def score_text(draft: Analyse, house: House) -> str:
    """The house's line with the pillars' total, or the score that an imported article carries alone; or nothing."""
    score = draft.score if draft.pillars is None else draft.pillars.total
    return "" if score is None else house.texts.score_line.replace("{score}", str(score))


def closing_text(draft: Analyse, house: House) -> str:
    """The house's closing unless the article brought its own."""
    return house.texts.closing.strip("\n") if draft.closing is None else draft.closing


def label_text(draft: Analyse | Synthese, house: House) -> str:
    """The house's AI label, where the house has one and the article was not published without it."""
    return house.texts.ai_label if draft.labelled else ""


def _quotation(quote: DraftQuote, draft: Analyse) -> Quotation:
    before, after = _MARKS[draft.typography]
    credits = ", ".join(one for one in (quote.speaker, quote.role, quote.outlet) if one)
    return Quotation(text=f"{before}{quote.translation}{after}", attribution=f"— {credits}" if credits else "")
