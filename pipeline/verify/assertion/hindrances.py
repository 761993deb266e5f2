"""Who no longer hinders, told as hindering: "would no longer keep drivers from …", « pourraient empêcher … ».

A word that hinders says no by itself, so that a denial of it is most often rendered by letting; only where the draft
hinders as well, and denies nothing there, was the denial lost.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.alignment import chunk_at, content_words, likeness
from pipeline.verify.assertion.certainty import near_words
from pipeline.verify.assertion.denied import HINDERING, denied_words, verbs_of
from pipeline.verify.clauses import is_supposed, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["hindrances_kept"]

# Words that hinder differ from one language to the other more than others do.
_LIKE = 0.5
_ENDED = re.compile(
    r"\bn[’']|\b(?:ne|ni|sans|plus|pas|aucune?|cess\w+|fin|renonc\w+|lev\w+|lèv\w+|abandonn\w+|refus\w+|contre|jusqu\w*|avant)\b",
    re.IGNORECASE,
)


def hindrances_kept(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A hindrance that the source denies and the claim tells as one that stands."""
    ours = [one for one in verbs_of(claim.text) if HINDERING.match(one.text)]
    ours = [one for one in ours if not _ENDED.search(claim.text, chunk_at(claim.text, one.start)[0], one.start)]
    for source in near if ours else ():
        side = side_of(source)
        denied = [one for one in denied_words(source.text, side) if HINDERING.match(one.word.text)]
        hindering = [one for one in content_words(source.text, side) if HINDERING.match(one.text)]
        # What the passage also hinders, un-denied, may be what is rendered.
        if len(denied) != 1 or len(hindering) != 1 or is_supposed(source.text, denied[0].cue[0]):
            continue
        cosines = likeness(denied[0].word, ours)
        best = ours[int(cosines.argmax())]
        if float(cosines.max()) >= _LIKE:
            said = cited(near_words(source, denied[0].cue[0]), source)
            message = f"La source dit que rien n’empêche plus, {said}\u00a0: rétablissez la négation, ou vérifiez."
            yield found_in(claim, (best.start, best.end), "negation-lost", "warning", message, [source])
