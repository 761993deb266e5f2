"""What is safe to put right by rule, in the order it runs.

The text the rules see has one sign in the place of each protected passage (`spared`).
"""

import re

from pipeline.typography.figures import FIGURES
from pipeline.typography.rule import LETTER, SPACE, Rule
from pipeline.typography.spacing import MARKS, SPACES

__all__ = ["RULES"]

_VOWEL = "[aàâeéèêëhiîïoôuûyœAÀÂEÉÈÊËHIÎOÔUYŒ«“]"
# A word of its own that has lost its vowel.
_ELIDED = r"(?<![\w'’])([ldnsmtcjLDNSMTCJ]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu|[qQ]uoiqu)"
_APOSTROPHE = ("typography-apostrophe", "Écrivez l’apostrophe, sans espace\u00a0: «\u00a0l’autre\u00a0».")
# Closed: a word in small letters that French writes with œ, whatever name is spelled without.
_OE = re.compile(
    rf"\b(?:(?:éc|ranc|contrec|c)oeur{LETTER}*|soeur(?:ette)?s?|(?:b)?oeufs?|(?:dés|man)?oeuvr{LETTER}+|oeil(?:l{LETTER}+)?"
    r"|noeuds?|voeux?|moeurs|foetus|foeta(?:l|les?|ux)|oedèmes?|oesophages?)\b"
)


def _ligature(match: re.Match[str]) -> str:
    return match[0].replace("oe", "œ")


_APOSTROPHES: tuple[Rule, ...] = (
    # They cannot be seen, and keep a word from being found.
    Rule(re.compile("[\u00ad\u200b\ufeff]"), ""),
    Rule(re.compile(rf"(?<={LETTER})[`](?={LETTER})"), "’", *_APOSTROPHE),
    Rule(re.compile(rf"(?<={LETTER})['\u2018\u00b4\u2032](?={LETTER}|\ue000)"), "’"),
    Rule(re.compile(r"(?<=\b[ldnLDN])['\u2018\u00b4](?=[\d«“*_])|(?<=[qQ]u)['\u2018\u00b4](?=[\d«“*_])"), "’"),
    Rule(re.compile(rf"{_ELIDED}['’]{{2}}(?={LETTER})"), r"\1’", *_APOSTROPHE),
    Rule(re.compile(rf"{_ELIDED}(?:{SPACE}?['’]{SPACE}|{SPACE}['’])(?={_VOWEL})"), r"\1’", *_APOSTROPHE),
)
_STOPS: tuple[Rule, ...] = (
    Rule(
        re.compile(r"\b([eE]tc)\.?(?:…|\.{2,})(?!\.)"), r"\1.", "typography-dots", "«\u00a0etc.\u00a0» n’a qu’un point."
    ),
    Rule(re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
    Rule(re.compile(rf"(?<=[\w»”)]){SPACE}?\.{SPACE}\.{SPACE}\.(?!{SPACE}?\.)"), "…"),
    # Three dots with the sentence's full stop; a longer row is a line to fill in. « ?… » and « !… » are right.
    Rule(re.compile(r"(?<=[^\W_]|[»”)])\.{4}(?=[\s»”)\"]|$)"), "…"),
    Rule(re.compile(r"…\.(?![.\w])"), "…"),
    Rule(re.compile(r"(?<=[^\s|-] )--(?= [^\s|-])"), "—"),
)
_CAPITALS: tuple[Rule, ...] = (
    Rule(re.compile(r"\bE(?=tats-Unis\b|tats-membres\b|TATS-UNIS\b|TATS-MEMBRES\b)"), "É"),
    Rule(
        _OE,
        _ligature,
        "typography-ligature",
        "Écrivez «\u00a0œ\u00a0» d’un trait\u00a0: «\u00a0cœur\u00a0», «\u00a0œuvre\u00a0».",
    ),
)
RULES: tuple[Rule, ...] = (*_APOSTROPHES, *_STOPS, *FIGURES, *SPACES, *MARKS, *_CAPITALS)
