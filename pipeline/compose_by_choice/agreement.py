"""What a dictionary sees in a small model's French: articles of the wrong gender or number, and words that are none."""

import re

from pipeline.dictionary import Reading, is_word, readings
from pipeline.verify.times import dates

__all__ = ["MONTHS", "agreed", "disagreements", "led_by_article", "strangers"]

# Every form an article can take, with the genders and numbers it stands for.
_ARTICLES: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("un", "le", "du", "au", "ce", "cet", "aucun"), ("m", "s")),
    **dict.fromkeys(("une", "la", "cette", "sa", "ma", "aucune"), ("f", "s")),
    **dict.fromkeys(("son", "mon", "chaque", "leur", "notre", "votre"), ("mf", "s")),
    **dict.fromkeys(("les", "des", "ces", "ses", "mes", "aux", "leurs", "nos", "vos"), ("mf", "p")),
    **dict.fromkeys(("deux", "trois", "plusieurs", "quelques"), ("mf", "p")),
    **dict.fromkeys(("certains", "tels"), ("m", "p")),
    **dict.fromkeys(("certaines", "telles"), ("f", "p")),
}
# An article of one gender, and the one that takes its place before a consonant of the other.
_OTHER = {
    "un": "une",
    "une": "un",
    "le": "la",
    "la": "le",
    "du": "de la",
    "au": "à la",
    "de la": "du",
    "à la": "au",
    "ce": "cette",
    "cette": "ce",
    "sa": "son",
    "son": "sa",
    "aucun": "aucune",
    "aucune": "aucun",
}
_WORD = r"[a-zà-ÿœ]+(?:-[a-zà-ÿœ]+)*"
_PAIR = re.compile(
    r"(?<![\w-])((?<!['’])(?:de la|à la|[Ll][ea]|[Dd]u|[Aa]u|[Cc]e|[Cc]ette|[Ss]a|[Ss]on|[Aa]ucune?)|[Uu]ne?)"
    rf" ({_WORD})\b"
)
MONTHS = "|".join(dates.MONTHS["fr"])
_COUNT = rf"(?:[2-9]|\d[\d  ]*\d)(?! (?:{MONTHS})\b)"
_COUNTED = re.compile(rf"(?<![\w,.-])({_COUNT}) ({_WORD})\b")
_OF_SEVERAL = re.compile(rf"\b([Uu])n(?= des (?:\d[\d  ]* |deux |trois |quatre |cinq )?({_WORD})\b)")
# Of two genders in the dictionary the one that anybody uses.
_USED_AS = {"audit": "m"}
# What may be a pronoun before a verb instead: nothing is put right after these where a verb could follow.
_MAYBE_PRONOUNS = ("le", "la", "les", "leur", "ce")
_SUBJECTS = r"(?<!\bil )(?<!\belle )(?<!\bils )(?<!\belles )(?<!\bon )(?<!\bqui )(?<!\bne )"
_TRIPLE = re.compile(
    rf"{_SUBJECTS}(?<![\w,.-])({'|'.join(_ARTICLES)}|{_COUNT}) ({_WORD})(?= ({_WORD})\b)?", re.IGNORECASE
)
_COMPLEMENT = re.compile(r"(?:sur|de|du|des|dans|en|avec|qui|sans|sous|chez)\b")
# « Une juridique n’a pas décidé »: an adjective that no noun follows. « Une autre a » stands for one.
_HEADLESS = re.compile(
    rf"\b(?:une?|cette|cet|aucune?|chaque) ({_WORD}) (?=n['’]|(?:ne|a|est|ont|sont|avait|était|aura|sera|doit|peut"
    r"|pourrait|devrait|qui|que|de|du|des|à|et|pour|dans|par|sur)\b)",
    re.IGNORECASE,
)
_STANDS_ALONE = re.compile(
    r"autre|seule?|même|premi|derni|\w+ième|second|certain|quelconque|tel|tiers|petit|grand|jeune|vieu|vieil|nouv"
)
_VOWEL = re.compile(r"[aeiouyéèêàâîôœh]")
_TOKEN = re.compile(r"(?<![\w@/.'’-])(?:[a-zà-ÿœ]{1,6}['’])?([a-zà-ÿœ]{3,}(?:-[a-zà-ÿœ]+)*)(?![\w@/'’]|\.\w)")


def agreed(text: str) -> str:
    """The text with each article put in the gender of its noun, where the dictionary leaves no doubt of it."""

    def with_article(match: re.Match[str]) -> str:
        article, noun = match[1], match[2]
        gender = _sole_gender(noun, article.lower())
        given = {"de la": "f", "à la": "f"}.get(article.lower()) or _ARTICLES[article.lower()][0]
        if gender is None or (gender in given and not (article.lower() == "son" and gender == "f")):
            return match[0]
        if _VOWEL.match(noun) and article.lower() not in ("un", "une", "aucun", "aucune"):
            return match[0]
        other = _OTHER[article.lower()]
        return f"{other.capitalize() if article[0].isupper() else other} {noun}"

    def of_several(match: re.Match[str]) -> str:
        genders = {one.gender for one in readings(match[2]) if one.kind in "NA" and one.number == "p"}
        return f"{match[1]}ne" if genders == {"f"} else match[0]

    return _OF_SEVERAL.sub(of_several, _PAIR.sub(with_article, _COUNTED.sub(_in_number, text)))


def _in_number(match: re.Match[str]) -> str:
    """« 230 livreur »: a noun after a count takes its plural, where it can be nothing else and has one in s."""
    count, noun = match[1], match[2]
    found, plural = readings(noun), readings(f"{noun}s")
    is_noun = _has_noun(list(found)) and all(one.kind in "NA" and one.number == "s" for one in found)
    return f"{count} {noun}s" if is_noun and any(one.number == "p" for one in plural) else match[0]


def led_by_article(sentence: str) -> str:
    """The sentence with an article before the bare plural noun that opens it, as English does and French does not."""
    if re.match(rf"(?:Anciens|Anciennes|Autres) {_WORD}s\b", sentence):
        return f"D'{sentence[0].lower()}{sentence[1:]}"
    opening = re.match(rf"([A-ZÀ-Þ]{_WORD}) (?={_WORD}\b)", sentence)
    found = readings(opening[1].lower()) if opening else ()
    # What may be an adjective is a noun where a complement follows: « Passagers sur le ferry », not « Nouveaux élus ».
    kinds = "NA" if opening and _COMPLEMENT.match(sentence, opening.end()) else "N"
    nouns = [one for one in found if one.kind == "N"]
    if nouns and all(one.kind in kinds and one.number == "p" for one in found):
        return f"Des {sentence[0].lower()}{sentence[1:]}"
    return sentence


def disagreements(text: str) -> int:
    """How many groups of article and noun, with or without an adjective, agree in no reading, or lack the noun."""
    unlike = sum(not _agrees(match[1].lower(), match[2], match[3]) for match in _TRIPLE.finditer(text))
    return unlike + sum(_is_headless(match[1].lower()) for match in _HEADLESS.finditer(text))


def _is_headless(word: str) -> bool:
    return {one.kind for one in readings(word)} == {"A"} and not _STANDS_ALONE.match(word)


def strangers(text: str, allowed: tuple[str, ...], source: str = "") -> tuple[str, ...]:
    """Words in lower case that no French dictionary has, less the English ones the house allows.

    A long word of `source` that the dictionary knows of no kind was taken over, not translated.
    """
    theirs = frozenset(re.findall(r"\b[a-z]{5,}\b", source))
    return tuple(
        word
        for word in (match[1] for match in _TOKEN.finditer(text))
        if word not in allowed
        and (_is_taken_over(word, theirs) or not (is_word(word) or all(is_word(one) for one in word.split("-"))))
    )


def _is_taken_over(word: str, theirs: frozenset[str]) -> bool:
    return word in theirs and all(one.kind == "-" for one in readings(word))


def _sole_gender(noun: str, article: str) -> str | None:
    """The gender of a form that after this article can be nothing but a noun in the singular."""
    if noun in _USED_AS:
        return _USED_AS[noun]
    found = [one for one in readings(noun) if one.kind != "V" or article in _MAYBE_PRONOUNS]
    genders = {one.gender for one in found if one.kind == "N"}
    sure = all(one.kind == "N" and one.number == "s" for one in found)
    return genders.pop() if sure and len(genders) == 1 else None


def _agrees(article: str, word: str, following: str | None) -> bool:
    """Whether some reading of the words fits the article. What the dictionary lacks, or may be no noun, always does."""
    genders, number = _ARTICLES.get(article, ("mf", "p"))
    found, after = readings(word), readings(following or "")
    nouns = [one for one in found if one.kind == "N"]
    fitting = [one for one in found if one.kind in "NA" and one.gender in genders and one.number == number]
    if not nouns or any(one.kind == "-" for one in found):
        return True
    if any(one.kind == "N" for one in after) and not any(one.kind in "V-" for one in after):
        return any(_fit_each_other(one, after) for one in fitting if one.kind == "A") or _has_noun(fitting)
    if {one.kind for one in after} == {"A"}:
        return any(_fit_each_other(one, after) for one in fitting if one.kind == "N")
    return _has_noun(fitting)


def _has_noun(found: list[Reading]) -> bool:
    return any(one.kind == "N" for one in found)


def _fit_each_other(one: Reading, others: frozenset[Reading]) -> bool:
    return any((one.gender, one.number) == (other.gender, other.number) for other in others if other.kind in "NA")
