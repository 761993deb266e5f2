"""What a quotation says of its own: a clause of a translation that nothing in the source resembles.

Where the original is given its length tells; without one the passage is only presumed, and a translation may well
gather two of them. A clause that has its like nowhere in the source was added all the same.
"""

from collections.abc import Iterator

from pipeline.embedding import embed
from pipeline.verify.alignment import fits
from pipeline.verify.clauses import clauses
from pipeline.verify.prepare import Source

__all__ = ["clauses_added"]

# Read off the quotations of our drafts: good clauses of some length have a like above either.
_LIKE, _ANSWERED, _WORDS = 0.4, 0.45, 7


def clauses_added(translation: str, source: Source) -> Iterator[str]:
    """The longer clauses of a translation that no passage of the source resembles, as a whole or word by word."""
    passages = [one.text[start:end] for one in source.statements for start, end in clauses(one.text)]
    passages += [one.text for one in source.statements]
    for start, end in clauses(translation) if passages else ():
        clause = translation[start:end]
        if len(clause.split()) < _WORDS or float(fits(source, clause).max()) >= _ANSWERED:
            continue
        if float((embed(passages) @ embed([clause])[0]).max()) < _LIKE:
            yield clause
