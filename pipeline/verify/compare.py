"""One source sentence against its translation: what `verify` would hold against it, without a draft around."""

from pipeline.verify.assertion.certainty import compare_certainty
from pipeline.verify.assertion.meaning import compare_meaning
from pipeline.verify.assertion.opposites import turned_words
from pipeline.verify.assertion.told_done import told_as_done
from pipeline.verify.claims import Claim, Link
from pipeline.verify.deeds.acts import compare_deeds
from pipeline.verify.deeds.dealings import compare_dealings
from pipeline.verify.offices.roles import compare_offices
from pipeline.verify.prepare import read_statement
from pipeline.verify.proper_names.known import Known, known_names
from pipeline.verify.proper_names.names import compare_names
from pipeline.verify.quantities.figure_pairs import compare_pairs
from pipeline.verify.quantities.figures import compare_figures, left_out_figures
from pipeline.verify.scope.rankings import compare_rankings
from pipeline.verify.scope.shares import compare_shares
from pipeline.verify.times.dates import anchor_of
from pipeline.verify.times.periods import compare_dates
from schemas.article import Article
from schemas.finding import Finding
from schemas.house import House

__all__ = ["compare", "compare_sense"]


def compare(
    source: str, french: str, *, source_language: str, house: House, article: Article | None = None
) -> tuple[Finding, ...]:
    """The findings on `french` as a translation of `source`, in a fixed order; empty: the rules see nothing wrong.

    `article` gives the day that "Tuesday" hangs on and the names that may stand for others. No model, no embedding.
    """
    anchor = anchor_of(article.published) if article else None
    theirs = read_statement("", 0, source, source_language, anchor)
    ours = read_statement("translation", 0, french, "fr", anchor)
    return (
        *compare_figures(ours, [theirs], [theirs]),
        *compare_pairs(ours, [theirs]),
        *compare_dates(ours, [theirs], [theirs], anchor),
        *compare_names(ours, _known(source, house, article), [theirs]),
        *left_out_figures(ours, theirs),
        *compare_certainty(ours, theirs),
        *compare_offices(ours, [theirs]),
        *compare_deeds(ours, theirs),
    )


def compare_sense(source: str, french: str, *, source_language: str) -> tuple[Finding, ...]:
    """What a close rendering doubts, denies, turns round or ranks otherwise than its source sentence, each code once.

    Free French may say the same by its opposite: what excuses that in a draft is not looked for here.
    """
    theirs = read_statement("", 0, source, source_language)
    ours = read_statement("translation", 0, french, "fr")
    certain = (Link(theirs, cosine=1.0, strength=1.0, via="translation"),)
    found = (
        *compare_meaning(Claim(ours, "fact", ()), certain, [theirs]),
        *turned_words(ours, [theirs]),
        *told_as_done(ours, [theirs], [theirs]),
        *compare_dealings(ours, [theirs]),
        *compare_rankings(ours, [theirs]),
        *compare_shares(ours, [theirs]),
    )
    return tuple({one.code: one for one in reversed(found)}.values())


def _known(source: str, house: House, article: Article | None) -> Known:
    credits = (*article.authors, article.outlet or "") if article else ()
    return known_names([source, *credits], house)
