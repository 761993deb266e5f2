"""Events that the source never tells of: an arrest, a death or a sale set beside a name that it does hold.

Such a sentence lies near the source, since it names whom the source names; its event lies nowhere. The event is looked
up in the whole article, in any word that could have been rendered so: only where there is none is it held against the draft.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.dictionary import infinitive, readings
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import Word, content_words, likeness, nearest_word
from pipeline.verify.clauses import side_of
from pipeline.verify.deeds.event_words import EVENTS, KINDRED, OF_NOUN, OF_VERB, Event
from pipeline.verify.doomed import doomed_in
from pipeline.verify.findings import found_in
from pipeline.verify.lexicon import concept_of
from pipeline.verify.offices.roles import names_read
from pipeline.verify.prepare import Source, Statement, per_source
from pipeline.verify.proper_names.naming import Name
from pipeline.verify.times.dates import When
from pipeline.verify.times.periods import fits
from pipeline.verify.wording import masked
from schemas.finding import Finding

__all__ = ["Telling", "events_of_others", "events_told", "events_unheard", "told_at_that_date"]

# A word of the source this near to the event's own may be what it renders, whatever the table says.
_NEAR = 0.8
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BETWEEN = r"(?: \w+ment| aussi| également| ainsi| donc| alors| bien| enfin| depuis| même| tous| toutes| déjà| encore| pas| jamais| plus)*"
_PASSIVE = re.compile(rf"\b(?:est|sont|été|étais?|était|étaient|être|fut|furent|soit|soient|sera|seront|serait|seraient|étant|(?:se|s[’']est|se sont|s[’']être|s[’']était) (?:fait|font|fera|faire)){_BETWEEN} $", re.IGNORECASE)  # fmt: skip
_REFLEXIVE = re.compile(rf"(?:\bse|\b[sn][’']en|\bs[’'](?:est|était|être|étant|en)|\bse (?:sont|seront|seraient|serait|sera|soit|fut)){_BETWEEN} $|\bs[’']$", re.IGNORECASE)  # fmt: skip
# « La police a été suspendue »: a body may be, and so may a service; these are people.
_PEOPLE = frozenset(
    ["person", "worker", "citizen", "migrant", "student", "teacher", "woman", "man", "doctor", "nurse", "police_officer", "soldier", "lawmaker", "minister", "mayor", "judge", "lawyer", "prosecutor", "journalist", "researcher", "engineer", "driver", "protester", "activist", "official", "leader", "volunteer", "victim", "child"]
)  # fmt: skip
_OF = re.compile(
    r"\b(?:d(?:e|es|u|e la)|par(?: le| la| les)?|de son|de sa|à la|aux?) $|(?:\bd|\bde l)[’']$", re.IGNORECASE
)
# What is killed, burnt or stolen in a manner of speaking.
_FIGURATIVE = re.compile(
    r"\btu\w+ dans l[’']œuf|\bbrûl\w+ (?:les étapes|d[’']impatience|d[’']envie|les planches|la politesse|ses vaisseaux|ses cartouches)|\bvol\w+ (?:la vedette|au secours|en éclats|de ses propres)|\bvend\w+ la mèche"
    r"|\bsign\w+ (?:la fin|le retour|son retour|l[’']arrêt de mort|le début|un retour|de la main|des deux mains)|\bpoints? de vente|\bforces? de vente|\b(?:à|de) la vente\b|\bamende honorable|\bannul\w+ l[’']écart|\bterrain d[’']entente"
    r"|\bcoups? d[’']arrêt|\bvictimes? de (?:son|leur) succès|\bmariages? de (?:raison|carpe)|\b(?:se |s[’'])vend\w*|\bpeine d[’']amende|\bach[eè]t\w+ (?:du temps|la paix|le silence)|\brecrut\w+ (?:leurs|ses) (?:membres|adhérents)"
    r"|\bla manifestation (?:de|d[’'])|\bmanifestations? (?:sportives?|culturelles?)|\battentats? à la pudeur|\bincendie? (?:la|les) (?:foule|débats?)|\bsanction des? urnes|\b(?:Bourses?|marchés?|électeurs|investisseurs|urnes) (?:\w+ ){0,3}sanctionn\w+|\b(?:capacité|confiance|moral|système|espoirs?|crédibilité|légitimité|pouvoir|démocratie)\b[^.;]{0,90}? s[’'](?:est |était )?effondr\w+|\bmenac\w+ (?:de pluie|d[’']orage)",
    re.IGNORECASE,
)


class Telling(NamedTuple):
    """An event that a sentence tells, and the word or words that tell it, by their place."""

    event: Event
    start: int
    end: int


def events_unheard(claim: Statement, source: Source) -> Iterator[Finding]:
    """Events of the table that a sentence tells and the whole article has no word of; the first of them."""
    for event, start, end in events_told(claim.text):
        said = claim.text[start:end]
        if not _is_heard(source, event.name) and nearest_word(source, _forms(said)) < _NEAR:
            message = f"La source ne dit nulle part rien de tel que «\u00a0{said}\u00a0»\u00a0: retirez ce fait, ou donnez-le comme elle le donne."
            yield found_in(claim, (start, end), "event-unknown", "warning", message)
            return


def events_of_others(claim: Statement, near: Sequence[Statement], source: Source) -> Iterator[Finding]:
    """An event that a short sentence tells of someone named, and the source only where it speaks of others.

    `near`: the passages that the sentence surely draws on. The paragraphs that its names stand in are read as well.
    """
    names = names_read(claim.text, "fr")
    if not names or len(content_words(claim.text, "fr")) > _SHORT:
        return
    # "She resigned": what is told of someone stands in the paragraphs that name them, if not in the sentence.
    places = {one.place for one in _naming(names, source)}
    home = [one for one in source.statements if one.place in places]
    # « Le Brésil » stands in no English sentence: what is told of whom no paragraph names, is not known.
    if not home:
        return
    for event, start, end in events_told(claim.text):
        said = claim.text[start:end]
        by_it, of_it = claim.text[names[0].end : end], claim.text[end : names[0].start]
        if not (_DONE_BY.search(by_it) or _OF_IT.fullmatch(of_it)) or not _is_heard(source, event.name):
            continue
        if _tells(event, [*home, *near], source.language) or _said_in([*home, *near], _forms(said)):
            continue
        message = f"La source dit «\u00a0{said}\u00a0» ou son équivalent, mais d’autre chose ou de quelqu’un d’autre\u00a0: vérifiez de qui."
        yield found_in(claim, (start, end), "event-elsewhere", "warning", message)
        return


def told_at_that_date(claim: Statement, source: Source) -> bool:
    """Whether the source tells the events of a short sentence of those whom it names, or of "she" beside them, on its dates."""
    names, events = names_read(claim.text, "fr"), events_told(claim.text)
    if not names or not events or not claim.dates or source.language != "en":
        return False
    naming = _naming(names, source)
    places = {one.place for one in naming}
    of_them = [one for one in source.statements if one.place in places and (one in naming or _SHE.match(one.text))]
    dated = [one for one in of_them if all(_has_date(one, when, source) for when in claim.dates)]
    return len(content_words(claim.text, "fr")) <= _SHORT and all(_tells(one.event, dated, "en") for one in events)


def _has_date(statement: Statement, when: When, source: Source) -> bool:
    return any(fits(when, one, source.anchor) for one in statement.dates)


# A longer sentence gathers what stands apart in the source.
_SHORT = 8
_SHE = re.compile(r"(?:He|She|They|It|Her|His|Their|Its)\b")


def _naming(names: Sequence[Name], source: Source) -> list[Statement]:
    named = {word for one in names for word in one.words}
    return [one for one in source.statements if named & one.words]


_DONE_BY = re.compile(r"^[^;:.]{0,90}?\b(?:a|ont|est|sont)\b[^,;:.]*$", re.IGNORECASE)

# « La démission de X », « l’arrestation du ministre, X »
_OF_IT = re.compile(r" (?:de |du |d[’']|de la |de l[’'])(?:[\w’'-]+,? ){0,3}", re.IGNORECASE)


def _said_in(statements: Sequence[Statement], forms: tuple[str, ...]) -> bool:
    """Whether passages have a word that is the event's own, whatever the table says."""
    ours = Word(forms[0], 0, 0, forms[-1])
    theirs = [word for one in statements for word in content_words(one.text, side_of(one))]
    return bool(theirs) and float(likeness(ours, theirs).max()) >= _NEAR


@per_sentence
def events_told(text: str) -> tuple[Telling, ...]:
    """The events of the table that a French sentence tells outside quotation marks, a word's in one sense only."""
    read = masked(text)
    found = [
        Telling(event, *match.span())
        for event in EVENTS.values()
        if event.locutions
        for match in event.locutions.finditer(read)
    ]
    told = [(one.start, one.end) for one in found]
    for match in _WORD.finditer(read):
        # « Grève de la faim » tells of no strike.
        if not any(start <= match.start() < end for start, end in told) and (event := _event_at(match, read)):
            found.append(Telling(event, *match.span()))
    spans = [*(match.span() for match in _FIGURATIVE.finditer(read)), *doomed_in(read)]
    kept = (one for one in found if not any(start < one.end and one.start < end for start, end in spans))
    return tuple(sorted(kept, key=lambda one: one.start))


def _event_at(match: re.Match[str], text: str) -> Event | None:
    word = match.group().lower()
    if match.start() and word[0] != match.group()[0]:
        return None
    noun = OF_NOUN.get(word) or OF_NOUN.get(word[:-1] if word.endswith(("s", "x")) else word)
    if noun:
        return noun
    for event, marks in OF_VERB.get(infinitive(word) or word, ()):
        if _is_meant(marks, word, text, match.start()):
            return event
    return None


def _is_meant(marks: str, word: str, text: str, at: int) -> bool:
    """Whether a verb stands as its marks ask."""
    before = text[:at]
    reflexive = bool(_REFLEXIVE.search(before))
    if ("<" in marks and not reflexive) or ("~" in marks and reflexive):
        return False
    if "!" in marks and not (_PASSIVE.search(before) and _is_done(word)):
        return False
    return "@" not in marks or _is_of_people(text, at)


def _is_done(word: str) -> bool:
    """Whether a form may be a participle, or the infinitive of « s’est fait licencier »."""
    return any(one.kind == "A" for one in readings(word)) or not infinitive(word)


def _is_of_people(text: str, at: int) -> bool:
    """Whether someone is named before a place of a sentence, not as that of which something else is."""
    start = max(text.rfind(mark, 0, at) for mark in ";:") + 1
    named = [one.start for one in names_read(text, "fr") if start <= one.start < at]
    nouns = [one.start() for one in _WORD.finditer(text, start, at) if concept_of(one.group(), "fr") & _PEOPLE]
    return any(not _OF.search(text[:one]) for one in (*named, *nouns))


def _forms(word: str) -> tuple[str, ...]:
    lower = word.lower()
    return tuple(dict.fromkeys((lower, infinitive(lower) or lower)))


@per_source
def _is_heard(source: Source, name: str) -> bool:
    """Whether the article has a word of an event or of its like, or is in a language whose words we do not hold."""
    return source.language not in ("en", "fr") or _tells(EVENTS[name], source.statements, source.language)


def _tells(event: Event, statements: Sequence[Statement], language: str) -> bool:
    """Whether passages in French or English have a word of an event or of its like."""
    if language == "fr":
        return any(KINDRED[event.name] & _mentioned(one.text) for one in statements)
    return any(event.english.search(one.text) for one in statements)


@per_sentence
def _mentioned(text: str) -> frozenset[str]:
    """The names of all events that a French sentence has a word of, in whatever sense."""
    found = {event.name for event in EVENTS.values() if event.locutions and event.locutions.search(text)}
    for match in _WORD.finditer(text.lower()):
        word = match.group()
        found |= {event.name for event, _ in OF_VERB.get(infinitive(word) or word, ())}
        noun = OF_NOUN.get(word) or OF_NOUN.get(word.rstrip("sx"))
        found |= {noun.name} if noun else set()
    return frozenset(found)
