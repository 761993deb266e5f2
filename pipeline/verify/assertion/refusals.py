"""Who refuses, stops or omits to do in the draft what the source has them do; and what it does not say, told as said."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.alignment import Word, content_words, likeness
from pipeline.verify.assertion.certainty import near_words
from pipeline.verify.assertion.denied import plain_words, says_no
from pipeline.verify.assertion.predicates import LOOSE
from pipeline.verify.clauses import is_supposed, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["refusals_added", "silences_broken"]

_REFUSES = re.compile(
    r"\b(?:refus(?:e|ent|é|ée|és|ait|aient|ant|er)|cess(?:e|ent|é|ait|aient|er)|omi(?:s|t|ttent)|omett\w+|néglig(?:e|ent|é|eait)|oubli(?:e|ent|é)|évit(?:e|ent|é|er)|renonc(?:e|ent|é|er)|"
    r"s[’']abst(?:ient|iennent|enu|enait|enir)|abstenue?s?|arrêt(?:e|ent|é)|dispens\w+|empêch\w+|dissuad\w+|échou(?:e|ent|é)|manqu(?:e|ent|é)|s[’']interdi\w+|se gard\w+|incapables?) "
    r"(?:[\w’-]+ ){0,2}?(?:d(?:e |[’'])|à |l[ea] |les )(?:(?:se |s[’']|l[’']|y |en |les? |la |leur |lui )*)(?P<verb>[a-zà-ÿœ]+(?:er|ir|re|oir))\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"(?:\bne |\bn[’'])(?:l[ea’'] ?|s[’']|a |ont |est |sont |avait |avaient )*$", re.IGNORECASE)


def refusals_added(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« A refusé d’assister » for "attended": no passage around has a word that says no, refuses, stops or fails."""
    for said in _REFUSES.finditer(claim.text):
        if _NO_MORE.search(claim.text[: said.start()]):
            continue
        verb = Word(said["verb"].lower(), *said.span("verb"))
        for one in near:
            side = side_of(one)
            theirs = plain_words(one.text, side)
            if not theirs:
                continue
            cosines = likeness(verb, theirs)
            best = int(cosines.argmax())
            if float(cosines[best]) < LOOSE:
                continue
            if not any(
                says_no(each.text, side_of(each), word.start)
                for each in near
                for word in content_words(each.text, side_of(each))
            ):
                message = f"La source ne parle d’aucun refus, {cited(near_words(one, theirs[best].start), one)}\u00a0: retirez la négation, ou vérifiez."
                yield found_in(claim, said.span(), "negation-added", "warning", message, [one])
            return


_SILENT = {
    "en": re.compile(
        r"\b(?:(?:does|do|did|has|have|had|would|could|will) not|never|(?:does|do|did|has|have|had|would|could|wo|ca)n[’']t|declin(?:es|ed) to|refus(?:es|ed) to|without|fail(?:s|ed) to)(?: \w+ly| yet| even)? "
        r"(?:say|said|specif(?:y|ied|ying)|stat(?:e|ed|ing)|disclos(?:e|ed|ing)|mention(?:ed|ing)?|explain(?:ed|ing)?|detail(?:ed|ing)?|reveal(?:ed|ing)?|indicat(?:e|ed|ing)|nam(?:e|ed|ing)|identif(?:y|ied|ying)|give|given|giving|provid(?:e|ed|ing)|elaborat(?:e|ed|ing))\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b(?:ne |n[’'])(?:dit|disent|précis\w+|indiqu\w+|mentionn\w+|révèl\w+|nomm\w+) (?:pas|rien|ni)", re.IGNORECASE),
}  # fmt: skip
_SPOKEN = frozenset(
    ["préciser", "dire", "indiquer", "mentionner", "détailler", "expliquer", "révéler", "nommer", "citer", "identifier", "chiffrer", "dévoiler", "communiquer", "divulguer"]
)  # fmt: skip
_NOT_HERE = re.compile(
    r"\bn(?:e |[’'])|\b(?:sans|refus\w+|non|ni|aucune?|muet\w*|tai\w*|silence|secr\w+|pas|omet\w*|ignor\w+)\b",
    re.IGNORECASE,
)
# What is not said, against what is: words after the one and the other.
_AFTER, _OF_THE_SAME = 60, 0.62


def silences_broken(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Le document précise combien » for "it does not say how many": who keeps silent elsewhere in the text says nothing here."""
    if _NOT_HERE.search(claim.text):
        return
    ours = [
        one for one in content_words(claim.text, "fr") if (one.base or one.text) in _SPOKEN and one.base != one.text
    ]
    for mine in ours:
        told = [one for one in content_words(claim.text, "fr") if mine.end < one.start <= mine.end + _AFTER]
        for one in near if told else ():
            for silent in _SILENT[side_of(one)].finditer(one.text):
                theirs = [
                    w for w in content_words(one.text, side_of(one)) if silent.end() < w.start <= silent.end() + _AFTER
                ]
                if is_supposed(one.text, silent.start()) or not theirs:
                    continue
                if max(float(likeness(word, theirs).max()) for word in told) >= _OF_THE_SAME:
                    said = cited(near_words(one, silent.start()), one)
                    message = f"La source ne le dit pas, {said}\u00a0: rétablissez la négation, ou vérifiez."
                    yield found_in(claim, (mine.start, mine.end), "negation-lost", "warning", message, [one])
                    return
