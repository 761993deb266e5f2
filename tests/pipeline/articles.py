"""An article of our own for the tests of the stages: an invented town, invented people."""

from pipeline.sentences import with_sentences
from schemas.article import Article, ArticleQuote, Paragraph

__all__ = ["MARLOW", "PLEDGE", "hostile"]

PLEDGE = "We were told this was about road safety, and then we read that the data goes to the police"
_TEXTS = (
    "Marlow Bay's city council plans to require every food delivery rider to install a tracking app, according to "
    "internal documents seen by the Harbour Ledger. The app, called RouteKeep, would record riders' positions every "
    "30 seconds during working hours.",
    "The contract with Velstra Systems, a Rotterdam-based company, is worth up to $14.2 million over five years. The "
    "council approved a first payment of $1.6 million on 3 March.",
    f"“{PLEDGE},” said Dana Okoro, a courier who leads the Marlow Bay Riders' Union.",
    "About 3,400 people deliver meals in the city. Neither platform answered questions about the plan.",
    "The council denies that the app is a surveillance tool. A vote on the final rules is expected in June.",
)


def _article() -> Article:
    return with_sentences(
        Article(
            url="https://ledger.example/riders",
            title="Marlow Bay council wants to track every delivery rider",
            description="A plan to license couriers through an app would hand location data to a private firm.",
            authors=("Ines Calder",),
            published="2026-03-05",
            outlet="Harbour Ledger",
            language="en",
            paragraphs=tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(_TEXTS, 1)),
            quotes=(
                ArticleQuote(
                    id="q1",
                    text=PLEDGE,
                    paragraph="p3",
                    start=1,
                    end=1 + len(PLEDGE),
                    speaker="Dana Okoro",
                    role="a courier who leads the Marlow Bay Riders' Union",
                ),
            ),
        )
    )


MARLOW = _article()


def hostile(text: str, *, title: str = "A title") -> Article:
    """An article whose first paragraph is the hostile text."""
    paragraphs = (Paragraph(id="p1", text=text), Paragraph(id="p2", text="An ordinary paragraph."))
    return Article(url="https://ledger.example/h", title=title, language="en", paragraphs=paragraphs)
