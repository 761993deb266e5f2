"""Whose words: what the draft has someone say that a passage of the source has somebody else say (EDITORIAL.md, « Facts », 4)."""

# ruff: noqa: E501 - messages and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.embedding import embed
from pipeline.verify.alignment import fits
from pipeline.verify.clauses import clauses, side_of
from pipeline.verify.deeds.parties import Party, alike, called_by, is_body, parties
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Source, Statement, per_source, words_of
from pipeline.verify.proper_names.exonyms import counterparts
from pipeline.verify.speech.sayings import Saying, sayings, spoken_in
from schemas.finding import Finding

__all__ = ["speakers_exchanged"]

# Cosine and word by word fit together: from RENDERED on a passage tells what is said; words of the speaker that are less
# near by APART, or than LEAST, are other words.
RENDERED, APART, LEAST = 0.75, 0.15, 0.45
# So much less near, nothing that someone says or that is said of them is what is told.
FAR = 0.4
# A noun that names someone else of the source this well, and the speaker so much less.
NAMED, CLEARLY = 0.6, 0.15
_FEW = 4


def speakers_exchanged(claim: Statement, source: Source) -> Iterator[Finding]:
    """« Selon Lund, … » where the passage that says so has somebody else say it, and Lund says nothing like it."""
    told: set[int] = set()
    for one in sayings(claim.text):
        if len(one.said.split()) < _FEW or one.who.start in told:
            continue
        # « L’a annoncé aux salariés lors d’une visioconférence »: to whom and where, and none of the words.
        if _ALREADY_SAID.search(
            claim.text, one.who.end, max(one.who.end, claim.text.find(one.said.strip(), one.who.end))
        ):
            continue
        held = _said_by_another(one, source)
        if held is not None:
            told.add(one.who.start)
            message = (
                f"La source prête ces mots à quelqu’un d’autre, {cited(held.text, held)}\u00a0: vérifiez qui parle."
            )
            yield found_in(claim, (one.who.start, one.who.end), "roles-swapped", "warning", message, [held])


_ALREADY_SAID = re.compile(r"\bl[’'](?:a|ont|avait|avaient|aurait|auraient) [a-zà-ÿ]+ $")


def _said_by_another(one: Saying, source: Source) -> Statement | None:
    """Where somebody else says it in the source, if that is surely not who says it here.

    Each clause of what is said is looked up too: what one of them draws from the speaker's own words excuses the rest.
    """
    pieces = [one.said, *(one.said[start:end] for start, end in clauses(one.said) if end - start < len(one.said))]
    held = _own_words(source, one.who)
    found = None
    for piece in pieces:
        if len(piece.split()) < _FEW:
            continue
        scores = fits(source, piece) + source.vectors @ embed([piece])[0]
        best = int(scores.argmax())
        own = max((float(scores[n]) for n in held), default=0.0)
        if one.who.words and (not held or own >= max(LEAST, float(scores[best]) - APART)):
            return None
        if float(scores[best]) >= RENDERED and (
            _is_another(one.who, source, best)
            or (float(scores[best]) - own >= FAR and _is_of_others(one.who, source, held, best))
        ):
            found = found or source.statements[best]
    return found


def _is_another(who: Party, source: Source, at: int) -> bool:
    """Whether whoever says what stands at a place of the source is known, and not who is said to say it here."""
    speakers, place = _speakers(source, at), source.statements[at]
    present = (*speakers, *parties(place.text, side_of(place)), *_house_before(source, at))
    # "A former manager said": someone who is named elsewhere may be meant, and a head speaks for a house.
    if place.place == "title" or not any(each.words for each in speakers):
        return False
    if who.words:
        # Several may speak for a house.
        return (
            _is_person(source, who)
            and any(_is_person(source, each) for each in speakers)
            and not any(alike(who, each) >= NAMED for each in present)
        )
    persons = any(_is_person(source, each) for each in speakers)
    if who.phrase.split()[0].endswith(("s", "x")) or persons == is_body(who) or _is_any_house(who):
        return False
    called = frozenset().union(*(each.words - _TITLES - _TITLED for each in speakers))
    everyone = [each for one in source.statements for each in parties(one.text, side_of(one))]
    own = [*present, *(each for each in everyone if each.words & called)]
    rival = max((_near(who, each) for _, each in _known(source, 0) if not each.words & called), default=0.0)
    return rival >= NAMED and rival - max(_near(who, each) for each in own) >= CLEARLY


_ITS = re.compile(r"(?:Its|Their) ")


def _house_before(source: Source, at: int) -> tuple[Party, ...]:
    """Those whom the sentence before names, where one opens with "Its chairwoman": she speaks for one of them."""
    before = source.statements[at - 1] if at else None
    leans = (
        before is not None and before.place == source.statements[at].place and _ITS.match(source.statements[at].text)
    )
    return parties(before.text, side_of(before)) if leans and before is not None else ()


def _is_of_others(who: Party, source: Source, held: Sequence[int], at: int) -> bool:
    """Whether a passage has its speaker, and a person of the source has no part in it, nor in anything beside it.

    A lead may call someone what a later paragraph names, and a head speaks for a house that both paragraphs name.
    """
    place, told = source.statements[at].place, _speakers(source, at)
    mine = {source.statements[n].place for n in held}
    if not who.words or not held or place in ("title", "description") or place in mine or not told:
        return False
    if not _is_person(source, who) or any(_is_called(source, who, each) for each in told):
        return False
    names = [_named_in(source, each) for each in mine]
    return any(each.words and not is_body(each) for each in told) or not any(
        _named_in(source, place) & each for each in names
    )


def _is_called(source: Source, who: Party, speaker: Party) -> bool:
    """Whether a speaker without a name is what someone is called where they are named."""
    if speaker.words:
        return alike(who, speaker) >= NAMED
    last = who.words - _TITLES - _TITLED
    called = [each for one in source.statements for each in parties(one.text, side_of(one)) if each.words & last]
    return any(alike(each, speaker) >= NAMED or each.concepts & speaker.concepts for each in (who, *called))


@per_source
def _named_in(source: Source, place: str) -> frozenset[str]:
    """The words of the names that a paragraph holds."""
    found = (each.words for one in source.statements if one.place == place for each in parties(one.text, side_of(one)))
    return frozenset().union(*found) - _TITLES


# What ends so is what people are, save what a house may be as well.
_CALLINGS = re.compile(
    r"\b(?!(?:operat|mak|suppli|insur|brok|develop|lend|retail|contract|manufactur|publish|carri|produc|own|partn|import|export|build|broadcast|competit|spons|newspap|pap|"
    r"form|und|aft|ov|earli|lat|rath|cent|quart|riv|lett|numb|tenant|cli|curr|par|rec)(?:er|or|ent|ant)\b|for\b|her\b|or\b)"
    r"[a-z-]{2,}(?:er|or|ist|ian|man|woman|ess|ant|head|chief|expert|aide|nurse|clerk|coach|judge)(?:,| of [a-z]+,)? (?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)\b(?=,| said| says| told|\.)"
)


@per_source
def _is_person(source: Source, who: Party) -> bool:
    """Whether someone is surely a person: of a title, or called by what people are somewhere."""
    if who.phrase:
        return not is_body(who)
    if who.words & _TITLED:
        return True
    last = who.words - _TITLES
    if any(
        re.search(rf"\b{one}, (?:who|\d\d)\b", each.text, re.IGNORECASE) for one in last for each in source.statements
    ):
        return True
    # "The treasurer, Hugo Stane"
    if any(last & frozenset(words_of(each["name"])) for each in _CALLINGS.finditer(source.text)):
        return True
    return any(
        (each.words & last) and ((each.phrase and not is_body(each)) or each.words & _TITLED)
        for one in source.statements
        for each in parties(one.text, side_of(one))
    )


def _is_any_house(who: Party) -> bool:
    """« Le laboratoire », « l’agence » may stand for any name; « la commission des transports » says which."""
    return is_body(who) and ("company" in who.concepts or " " not in who.phrase)


@per_source
def _own_words(source: Source, who: Party) -> tuple[int, ...]:
    """The places of the sentences that name someone, or are of their mouth."""
    return tuple(n for n, each in enumerate(source.statements) if who.words and _is_of(who, each, source, n))


def _is_of(who: Party, statement: Statement, source: Source, at: int) -> bool:
    """Whether a statement names someone, or is of their mouth."""
    meant = {piece for word in who.words for form in (word, *counterparts(word)) for piece in words_of(form)}
    last = sorted(meant - _TITLES)
    return any(word in statement.words for word in last) or any(meant & one.words for one in _speakers(source, at))


_TITLED = frozenset(["m", "mme", "mr", "mrs", "ms", "dr", "professor", "sir", "dame", "minister", "mayor", "senator", "judge", "sergeant", "colonel", "councilwoman", "councilman", "governor", "father"])  # fmt: skip
_TITLES = frozenset(["m", "mme", "mm", "dr", "de", "du", "la", "le", "les", "des", "l", "d"])


def _near(ours: Party, theirs: Party) -> float:
    """How well a noun of the draft names someone of the source, by what they are called or by their name."""
    if ours.concepts & (theirs.concepts or called_by(theirs)):
        return 0.8
    called = theirs.phrase or " ".join(sorted(theirs.words))
    if not called or not ours.phrase:
        return 0.0
    one, other = embed([ours.phrase, called])
    return float(one @ other)


@per_source
def _known(source: Source, _: int) -> tuple[tuple[int, Party], ...]:
    """All who say something in the source, each with the place of the sentence."""
    return tuple((n, one) for n in range(len(source.statements)) for one in _speakers(source, n))


@per_source
def _speakers(source: Source, at: int) -> tuple[Party, ...]:
    """Who says what the sentence at this place says: named there, or meant by a pronoun, or by a quotation that goes on."""
    one = source.statements[at]
    if side_of(one) != "en":
        return ()
    spoken = spoken_in(one.text)
    found = tuple(each for each in spoken if each.words or each.phrase)
    goes_on = len(found) < len(spoken) or (not spoken and re.match(r"[“\"]", one.text))
    before = source.statements[at - 1] if at else None
    if not goes_on or before is None or before.place != one.place:
        return found
    named = [each for each in parties(before.text, "en") if each.words]
    return (*found, *(_speakers(source, at - 1) or named[-1:]))
