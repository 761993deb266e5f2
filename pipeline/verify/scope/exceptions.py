"""Exceptions and restrictions dropped: all but four told as all, only one told as all (« Facts », 4).

What is excepted or singled out is the news; a sentence that says « toutes » or « aucun » of the same thing, and nothing
that excepts, turns it into its contrary.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.alignment import Word, chunk_at, content_words, likeness
from pipeline.verify.assertion.cues import DENIES
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from schemas.finding import Finding

__all__ = ["exceptions_dropped", "lone_ones_joined", "restrictions_dropped", "totals_turned"]

# Words nearer than this translate each other; so many of a short stretch tell that it is rendered.
ALIKE, REACH = 0.6, 60
# What is named right after « tous les » is the same thing from here on.
SURELY = 0.7
_EXCEPTS = {
    "en": re.compile(
        r"\b(?:all|every\w*|each|any\w*|no(?:ne|body|thing| one)?|both)\b[^.;:]{0,45}?\b(?:(?<!, )but|except(?:ing|ed)?|save|bar|barring|excluding|apart from|other than|aside from|with the exception of)\b(?! (?:also|rather|instead|that|it|he|she|they|we|is|was|has|have|had|not)\b)"
        r"|\b(?:not|n[’']t)\b[^.;:]{0,45}?\b(?:apart from|other than|save for)\b|\b(?:except(?: for| in)?(?! (?:that|when|if|by|to)\b)|with the exception of)\b",
        re.I,
    ),
    "fr": re.compile(r"\b(?:tou(?:te)?s|aucune?)\b[^.;:]{0,60}?\b(?:sauf|excepté|hormis|à l[’']exception)\b", re.I),
}
_RESTRICTS = {
    "en": re.compile(
        r"(?<!not )\bonly(?! (?:after|if|when|once|because|by|to|then|recently|now|last|in (?:19|20)|since|a (?:few|little|bit)|about (?:a )?(?:year|month|week)))\b"
        r"|\b(?:a single|the sole|alone|solely|exclusively)\b",
        re.I,
    ),
    "fr": re.compile(r"\b(?:seule?s?|seulement|uniquement|exclusivement)\b|\bn(?:e |[’'])[^.;:,]{1,30} qu(?:e |[’'])", re.I),
}  # fmt: skip
_WHOLLY = {
    "en": re.compile(r"\b(?:all(?! but\b)|every\w*|each|both|whole|entire\w*|none|nobody|no one|most)\b", re.I),
    "fr": re.compile(r"\b(?:tou(?:te)?s|chaque|chacune?|ensemble|entier|entière|aucune?|nul|plupart)\b", re.I),
}
_THAT_TIME = r"(?! (?:les )?(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|\d+)? ?(?:ans|jours|mois|heures|semaines|minutes|matins|soirs|dimanches|deux)\b)"
# « Le plus bruyant de tous »: what is ranked is the one.
_OF_ALL = r"(?!(?:(?<=\bde tous)|(?<=\bde toutes))[ \u00a0]?[.,;:)»])"
_TOTAL = re.compile(
    rf"\b(?:tous|toutes)\b{_OF_ALL}{_THAT_TIME}(?! (?:ceux|celles|genres|types|sortes|deux)\b)|\bl[’']ensemble d(?:es|e l|u)\b|\b(?:la totalité|l[’']intégralité) d|\bsans (?:la moindre |aucune )?exception\b|\bsans exclusive\b|\bintégralement\b|\ben bloc\b|\bpartout\b|\bchacun(?:e)? d|\bunanim\w+|\bd[’']une seule voix\b|\bcomme un seul homme\b",
    re.I,
)
_NO_ONE = re.compile(
    r"(?<!sans )\baucune?\b(?! (?:autre|doute|cas|moment|commentaire|façon|manière|idée|date)\b)|\b(?:plus|pas) un(?:e)? seul(?:e)?\b|\bplus personne\b|\bnul(?:le)?\b(?= ne\b)",
    re.I,
)
_EXCEPTING = re.compile(
    r"\b(?:sauf|excepté\w*|hormis|mis à part|mise à part|à part|exceptions? (?:près|de|d)|à l[’']exception|en dehors|à l[’']exclusion|exclu\w*|presque|quasi\w*|pratiquement|la plupart|majorité|excepte\w*|épargn\w+|échapp\w+|autres?|le reste|du reste|restants?|rien que|près)\b",
    re.I,
)
# These except only from what their own clause tells.
_LIMITING = re.compile(
    r"\b(?:seule?s?|seulement|unique\w*|exclusivement|uniquement|moins)\b|\bn(?:e |[’'])[^.;:]{1,40}? qu(?:e |[’'])(?!il|elle|on\b)",
    re.I,
)
# « L’un des nombreux centres » for "the only centre".
_ONE_OF_MANY = re.compile(r"\b(?:l[’']une? des|parmi d[’']autres|entre autres|comme (?:d[’'])?autres)\b", re.I)
_ONLY_ONE = {
    "en": re.compile(r"\bthe (?:only|sole) (?!(?:thing|way|reason|time|problem|question)\b)", re.I),
    "fr": re.compile(r"\b(?:le seul|la seule|l[’']unique)\b", re.I),
}
_SMALL = {
    "one": ("un", "une"), "two": ("deux",), "three": ("trois",), "four": ("quatre",), "five": ("cinq",), "six": ("six",),
    "seven": ("sept",), "eight": ("huit",), "nine": ("neuf",), "ten": ("dix",),
}  # fmt: skip
# How far from the word that excepts its number may stand: "except for some 6,000".
_JUST_AFTER = 18
_FOLLOWING = re.compile(r"\b(one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b", re.I)


# "None except for 6,000, all of which have been recovered": of what is excepted, all is told.
_ALL_OF_THEM = re.compile(r"\b(?:all|both|each|every one|none) of (?:which|whom|them|these|those)\b", re.I)


def exceptions_dropped(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« L’ensemble des recommandations » for "all but three", « il n’en reste aucun » for "all but two have gone"."""
    said = _TOTAL.search(claim.text) or _NO_ONE.search(claim.text)
    if said is None or _is_excepted(claim, said):
        return
    for n, one in enumerate(near):
        side = side_of(one)
        found = _EXCEPTS[side].search(one.text)
        if found is None or _counts_the_same(claim, one, found) or _ALL_OF_THEM.search(one.text, found.end()):
            continue
        if n == 0 or _is_of_the_same(claim, said, one, found):
            message = (
                f"Le texte dit «\u00a0{said.group()}\u00a0», la source fait une exception, "
                f"{cited(one.text[found.start() : found.end() + 30], one)}\u00a0: rétablissez-la."
            )
            yield found_in(claim, said.span(), "share-changed", "warning", message, [one])
            return


def _is_excepted(claim: Statement, said: re.Match[str]) -> bool:
    """Whether a claim itself excepts from what it says of all."""
    low, high = next(((a, b) for a, b in clauses(claim.text) if a <= said.start() < b), (0, len(claim.text)))
    return bool(_EXCEPTING.search(claim.text) or _LIMITING.search(claim.text, low, max(high, said.end())))


def _counts_the_same(claim: Statement, source: Statement, found: re.Match[str]) -> bool:
    """Whether the claim has the number that is excepted: « cinq ont défendu le projet »."""
    number = _FOLLOWING.match(source.text, found.end() + 1)
    excepted = [one for one in source.figures if found.end() <= one.start <= found.end() + _JUST_AFTER]
    if any(same_quantity(mine, one) for mine in claim.figures for one in excepted):
        return True
    if number is None:
        return False
    words = _SMALL.get(number[1].lower(), (number[1],))
    # « Un » and « une » are articles as well.
    return number[1].lower() != "one" and any(re.search(rf"\b{word}\b", claim.text, re.I) for word in words)


# « Plusieurs élus, dont Dora Castell » for "only one member, Dora Castell".
_AMONG = re.compile(
    r"\b(?i:plusieurs|des|certaine?s|quelques|d[’']autres|de nombreu(?:x|ses)|les|une? (?:dizaine|douzaine|poignée) d(?:e |[’'])|une partie d(?:es |u |e )|deux|trois|quatre|cinq) ?[^,;:.]{2,40},? "
    r"(?:dont|parmi lesquel(?:le)?s|notamment|à commencer par|entre autres)(?: l[ea]| l[’']|)[^,;:.A-ZÀ-Ý]{0,25}(?P<name>(?:[A-ZÀ-Ý][\w’-]+ ?)+)"
)
_ALONE = re.compile(
    r"\b(?:only one (?:\w+ )?|(?:the|its|their|his|her) (?:only|sole|lone) |a single |only )(?!(?:if|after|when|because|by|to|in|on|at|since|\d|a|the)\b)",
    re.I,
)


def lone_ones_joined(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """Someone who in the source was the only one to do a thing, told as one of several."""
    for among in _AMONG.finditer(claim.text):
        last = among["name"].split()[-1]
        for one in near:
            alone = _ALONE.search(one.text) if side_of(one) == "en" and last in one.text else None
            if alone and _is_told_near(one.text, alone.end(), last) and not re.search(r"\bnot only\b", one.text):
                yield _changed(claim, among, one, alone)
                return


def _is_told_near(text: str, at: int, name: str) -> bool:
    """Whether a name stands near what is singled out: in the words after it, an apposition included."""
    return name in text[at : at + REACH + 20].partition(";")[0]


def restrictions_dropped(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Les trois reposent toutes sur … » for "of the three, only Tarn’s uses …", « l’un des » for "the only one"."""
    said = _TOTAL.search(claim.text)
    if (one_of := _ONE_OF_MANY.search(claim.text)) and near and not re.search(r"\b(?:seule?s?|unique)\b", claim.text):
        found = _ONLY_ONE[side_of(near[0])].search(near[0].text)
        if found and not re.search(r"\bone of\b", near[0].text):
            yield _changed(claim, one_of, near[0], found)
            return
    if said is None or _is_excepted(claim, said):
        return
    for one in near:
        side = side_of(one)
        found = _RESTRICTS[side].search(one.text)
        if found is None or _WHOLLY[side].search(one.text) or not _is_of_the_same(claim, said, one, found):
            continue
        # « Tous les ferries …\u00a0; quatre seulement en ont un »: the restriction is told too, of its own number.
        if _LIMITING.search(claim.text) and _counts_the_same(claim, one, found):
            continue
        yield _changed(claim, said, one, found)
        return


def _changed(claim: Statement, said: re.Match[str], source: Statement, found: re.Match[str]) -> Finding:
    message = (
        f"Le texte dit «\u00a0{said.group()}\u00a0», la source «\u00a0{found.group().strip()}\u00a0», "
        f"{cited(source.text, source)}\u00a0: vérifiez de combien il s’agit."
    )
    return found_in(claim, said.span(), "share-changed", "warning", message, [source])


_NOBODY = {
    "en": re.compile(
        r"(?<!almost )(?<!nearly )(?<!virtually )\b(?:none|no one|nobody|not one|neither)\b(?! other)", re.I
    ),
    "fr": re.compile(r"(?<!presque )(?<!quasiment )\b(?:aucune?|personne|nul)\b(?=[^.;:]{0,20} n(?:e |[’']))", re.I),
}
_EVERYBODY = {
    "en": re.compile(
        r"(?<!nearly )(?<!almost )(?<!not )\b(?:all(?! but\b| (?:over|along|right)\b)|everyone|everybody|every|each|both)\b",
        re.I,
    ),
    "fr": re.compile(r"(?<!presque )(?<!quasiment )(?<!pas )\b(?:tous|toutes|chacune?)\b", re.I),
}
# With a word that says no by itself, none who did and all who did not are the same.
_SAYS_NO = {
    "en": re.compile(
        r"\b(?:refus\w+|reject\w*|fail\w*|den(?:y|ies|ied)|miss\w*|lack\w*|without|oppos\w+|against|abstain\w*|absent|stay\w*|remain\w*|ignor\w+|clos\w+|lost|unable|un(?!der|til|i|less)\w{4,}|not|never|declin\w+|escap\w+|spared)\b|n[’']t\b",
        re.I,
    ),
    "fr": re.compile(
        r"\b(?:refus\w+|rejet\w*|échou\w+|échec|"
        + DENIES
        + r"|manqu\w+|sans|oppos\w+|contre|absten\w+|abstien\w+|absents?|rest\w+|demeur\w+|ignor\w+|ferm\w+|perd\w+|incapables?|déclin\w+|échapp\w+|épargn\w+|indemnes?|libres?|hors|pas|jamais|plus)\b",
        re.I,
    ),
}


# Some of them, where the passage knows of nobody.
_SOMEBODY = {
    "fr": re.compile(r"\b(?:plusieurs|certaine?s|quelques|quelques-une?s|de nombreu(?:x|ses)|beaucoup d(?:e |[’'])|une partie d(?:es?|u)|nombre d(?:e |[’']))(?=[ \w])", re.I),
    "en": re.compile(r"\b(?:some|several|many|a few|a number of|others?|anyone|all|everyone|every|each|both|only)\b", re.I),
}  # fmt: skip


def totals_turned(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """« Tous sont poursuivis » for "none has been charged", or the other way round; no word of either says no by itself."""
    for ours, theirs in ((_EVERYBODY, _NOBODY), (_NOBODY, _EVERYBODY), (_SOMEBODY, _NOBODY)):
        said = ours["fr"].search(claim.text)
        if said is None or theirs["fr"].search(claim.text):
            continue
        mine = _told_after(claim.text, said, "fr")
        for one in near:
            side = side_of(one)
            found = theirs[side].search(one.text)
            if found is None or ours[side].search(one.text):
                continue
            other = _told_after(one.text, found, side)
            if _says_no(claim, said, "fr") or _says_no(one, found, side) or not mine or not other:
                continue
            if sum(float(likeness(each, other).max()) >= ALIKE for each in mine) >= min(2, len(mine), len(other)):
                yield _changed(claim, said, one, found)
                return


def _told_after(text: str, match: re.Match[str], side: str) -> list[Word]:
    end = chunk_at(text, match.end())[1]
    return [one for one in content_words(text, side) if match.end() <= one.start < max(end, match.end() + REACH)][:3]


def _says_no(statement: Statement, match: re.Match[str], side: str) -> bool:
    end = chunk_at(statement.text, match.end())[1]
    return bool(_SAYS_NO[side].search(statement.text, match.end(), max(end, match.end() + REACH // 2)))


def _is_of_the_same(claim: Statement, said: re.Match[str], source: Statement, found: re.Match[str]) -> bool:
    """Whether what is told of all has its noun, or two words, in common with what is told of the few."""
    ours = _words_around(claim.text, said, "fr")
    theirs = _words_around(source.text, found, side_of(source))
    if not ours or not theirs:
        return False
    named = next((one for one in ours if one.start >= said.end()), None)
    if named is not None and float(likeness(named, theirs).max()) >= SURELY:
        return True
    alike = sum(float(likeness(one, theirs).max()) >= ALIKE for one in ours)
    return alike >= min(2, len(ours))


def _words_around(text: str, match: re.Match[str], side: str) -> list[Word]:
    low, high = next(((a, b) for a, b in clauses(text) if a <= match.start() < b), (0, len(text)))
    low, high = max(low, match.start() - REACH), max(high, match.end())
    return [one for one in content_words(text, side) if low <= one.start < min(high, match.end() + REACH)]
