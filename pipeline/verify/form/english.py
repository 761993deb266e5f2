"""No English is left over: neither a sentence nor a phrase or word inside a French one (EDITORIAL.md, « French »)."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from pipeline.dictionary import readings
from pipeline.keeping import per_sentence
from pipeline.tongues import ENGLISH_WORDS, FRENCH_WORDS, small_words
from pipeline.verify.check import Check
from pipeline.verify.context import Context
from pipeline.verify.lexicon import concept_of
from pipeline.verify.wording import finding, masked, prose, sentences_of, spans_of
from schemas.finding import Finding
from schemas.parts import Part

__all__ = ["CHECKS", "WORD", "check_english_sentences", "check_english_words", "without_names"]

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A proper name keeps its small words: « Reporters Committee for Freedom of the Press ».
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]*)(?:[ \u00a0]+"
    r"(?:(?:of|the|a|an|for|and|or|in|on|to|at|by|with|from"
    r"|about|against|over|is|are|de|&)[ \u00a0]+){0,3}[A-ZÀ-Þ][\w’'.-]*)+"
)
_COUNTED = re.compile(r"(?:\d|(?:hundred|thousand|[mb]illion)) (?P<unit>[a-z]{4,})\b")
# Shapes that English words have and French ones hardly ever.
_UNFRENCH = re.compile(
    r"(?:ing|ness|ful|less|ship|wn|ck|sh|[aeiou]ll|lth|nth|ty|cy|ry|gy|ny|ly|ey|ay|oy|[bcdfgklmnprstvwz]ed)s?$"
    r"|^(?:wh|kn|wr)|w|[a-z]k|gh(?!e)|ee|[^cz]oo"
)
_NATURAL_WORDS = """
banker baseball basket basketball bey biker black bled block bookmaker boom bounty bowling brandy break breakdance
brown building bunker business caddy camping cash casting choc city clash clown cocktail country crash crawl crown
dandy derby dey display doping down dumping edelweiss fitness flash foot football freelance gray green groom gypsy
hall health hobby hockey holding husky igloo interview jeep jerk jersey jockey jogging joker jury kayak kidnapper
kidnapping kilowatt lady leasing listing living lobbying look looping maghreb mall marketing meeting monastery mooc
mégawatt newton oued pack parka parking party pays penalty pied planning play poker poney pony pressing raid rally
rating relais rock rugby sandwich shopping show sketch skipper smartphone smash snack snooker souhait speech spray
squash squaw standing steeple sterling stock sushi tank ticket tokamak token tomahawk tory track trading training
tramway trash tray trolley tweet very volley volleyball wagon wallon watt web webcam week western whisky witness
zapping zed fitness bled raid docker ferry ferries lobby jet standard stress weekend star stop test budget club
podcast blog hacker spam phishing cluster streaming buzz cockpit container dealer drone gang gangster hooligan jeans
pull rugbyman sprint sponsor tunnel volleyball wharf steward skateboard snowboard roller rocker punk squat squatter
stand start-up tabloid talkie thriller ticket toast tract traveller tweeter warrant wifi yacht yankee yen zoom
autocar bulldozer cargo clergyman cutter dispatcher dogue dry freezer hamburger hardware hickory hobby junkie ketchup
lunch manager mixer outsider pickpocket pipeline pixel pub puzzle quaker rail reporter rush scooter score self shaker
shampooing shérif slogan slow smoking snob software spot stick supporter surf swing teddy tender trader trolley trust
vintage whisky zapper wattheure kilowattheure mégawattheure gigawattheure
"""
_NATURAL = frozenset(_NATURAL_WORDS.split())


# Words that no French sentence holds, outside the names that are blanked out before.
_TELLING_WORDS = """
government program programs officials official members citizens child women men residents percent years year
month months days spokesman spokeswoman states law laws agencies companies records warrants drivers lawyers teachers
doctors students schools judges voters contractors employees customers devices software phones plaintiff plaintiffs
lawsuits tax taxes users children mayor council councils county lawmakers lawmaker advertisement subscribe however
therefore moreover without because would should could which while whose their they them been were was said says
between against through about the with from this these those that what when where why how you your who have has had
than into
"""
_TELLING = frozenset(_TELLING_WORDS.split())


def check_english_sentences(context: Context) -> Iterator[Finding]:
    """A sentence, or the better part of one, that was left in English."""
    for part in prose(context):
        for start, end in sentences_of(part.text):
            if _stays_english(without_names(masked(part.text[start:end], quotes=not part.path.startswith("quotes")))):
                message = "Cette phrase est restée en anglais\u00a0: traduisez-la."
                yield finding(part, (start, end), "language-english", "blocking", message)


@per_sentence
def _stays_english(sentence: str) -> bool:
    counted = small_words(sentence)
    if counted.words < 3 or counted.french > counted.english:
        return False
    if counted.english >= 2 and counted.english / counted.words >= 0.2:
        return counted.french <= counted.english / 3
    return counted.words >= 5 and counted.french == 0 and sentence.isascii() and _classified(sentence) == "en"


def _classified(text: str) -> str:
    language, certainty = _classifier().classify(text)
    return str(language) if certainty > 0.9 else ""


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(["en", "fr"])
    return identifier


def check_english_words(context: Context) -> Iterator[Finding]:
    """An English phrase inside a French sentence, or a word of the source that was not translated."""
    article = context.article
    texts = (article.title, article.description or "", *(one.text for one in article.paragraphs))
    source = _unfrench_words(texts) if (article.language or "en") == "en" else frozenset()
    for part in prose(context):
        text = without_names(masked(part.text))
        for start, end in spans_of(context.house.words.allowed_english, text):
            text = text[:start] + " " * (end - start) + text[end:]
        for start, end in sentences_of(part.text):
            if _stays_english(text[start:end]):
                continue
            for span in _english_spans(text[start:end], source):
                at = (start + span[0], start + span[1])
                message = "Reste d’anglais\u00a0: traduisez, ou ajoutez le mot à ceux que la maison admet."
                yield finding(part, at, "language-english-words", "warning", message)
        for match in _DAY.finditer(part.text):
            if not _IN_A_NAME.search(part.text, 0, match.start()):
                message = f"«\u00a0{match[0]}\u00a0» est resté en anglais\u00a0: traduisez."
                yield finding(part, match.span(), "language-english-words", "warning", message)
        yield from _long_english_quotes(part)


# Days and months that are nobody's name, unless a name goes on with them: The Sunday Times, Bloody Sunday.
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|July|September|October|November|December)\b"
    r"(?!(?:[’']s)?[ -][A-ZÀ-Þ]|\.\w)"
)
_IN_A_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*[ -]|«[ \u00a0\u202f])$")


def _long_english_quotes(part: Part) -> Iterator[Finding]:
    for match in re.finditer(r'"([^"\n]+)"|“([^“”\n]+)”|«([^«»\n]+)»', part.text):
        inner = without_names(match[1] or match[2] or match[3])
        counted = small_words(inner)
        if counted.words > 5 and counted.english >= 2 and counted.french == 0:
            message = "Cette citation est restée en anglais\u00a0: traduisez-la et gardez l’original à côté."
            yield finding(part, match.span(), "language-english-words", "warning", message)


@per_sentence
def _english_spans(sentence: str, source: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Runs of English words close to each other: two small ones, or one that no French sentence could hold."""
    spans: list[tuple[int, int]] = []
    run: list[re.Match[str]] = []
    sure, gap = False, 0
    for word in [*WORD.finditer(sentence), None]:
        low = word[0].casefold().replace("’", "'") if word else ""
        is_sure = low in _TELLING or (word is not None and word[0].islower() and low in source)
        if word and (is_sure or (low in ENGLISH_WORDS and low not in FRENCH_WORDS)):
            run.append(word)
            sure, gap = sure or is_sure, 0
        elif word and run and gap < 2 and low not in FRENCH_WORDS and "'" not in low:
            gap += 1
        else:
            if sure or len(run) >= 2:
                spans.append((run[0].start(), run[-1].end()))
            run, sure, gap = [], False, 0
    return tuple(spans)


@lru_cache(maxsize=64)
def _unfrench_words(texts: tuple[str, ...]) -> frozenset[str]:
    """The words of the source that cannot pass for French ones."""
    words = {match[0].replace("’", "'") for text in texts for match in WORD.finditer(text)}
    units = {match["unit"] for text in texts for match in _COUNTED.finditer(text)}
    return frozenset(one for one in words if one.islower() and _is_unfrench(one) and not _is_unit(one, units))


def _is_unit(word: str, units: set[str]) -> bool:
    """Whether a word of the French dictionary is what the source counts in, "25 marks", and no person."""
    forms = {word, word + "s", word.removesuffix("s")}
    return bool(forms & units) and any(one.kind == "N" for one in readings(word)) and not concept_of(word, "en")


def _is_unfrench(word: str) -> bool:
    if len(word) < 4 or not word.isascii() or word in _NATURAL or word.removesuffix("s") in _NATURAL:
        return False
    return _UNFRENCH.search(word) is not None


@per_sentence
def without_names(text: str) -> str:
    """The text with its proper names blanked out, offsets as they were."""
    return _NAME.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("language-english",),
        english="No sentence is left in English.",
        french="Aucune phrase n’est restée en anglais.",
        example="« The agency declined to comment. »",
        run=check_english_sentences,
    ),
    Check(
        codes=("language-english-words",),
        english="No English phrase or word is left inside French prose, save names and allowed words.",
        french="Aucun mot anglais ne reste dans le texte, sauf les noms et les mots admis par la maison.",
        example="« les lawmakers ont voté »",
        run=check_english_words,
    ),
)
