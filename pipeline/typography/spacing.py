"""Spaces by rule: around commas, stops, brackets, dashes and guillemets."""

import re

from pipeline.typography.rule import GAP, LETTER, NBSP, SPACE, Rule

__all__ = ["MARKS", "SPACES"]

# A word or a figure, an ordinal among them; what else mixes both is a code.
_WORD = rf"(?:{LETTER}+(?:['’-]{LETTER}+)*|\d+(?:ers?|res?|es?|nde?)?)"
_SPACING = (
    "typography-spacing",
    "Revoyez l’espace\u00a0: une après «\u00a0,\u00a0» et «\u00a0.\u00a0», aucune avant, aucune à l’intérieur d’une "
    "parenthèse.",
)
_DASH = ("typography-dash", "Écrivez un tiret entre deux espaces\u00a0: «\u00a0—\u00a0».")


def _after_comma(match: re.Match[str]) -> str:
    """Spaces behind the commas and semicolons of a word made of words: nothing that may be a name of something."""
    spaced = re.sub(rf"(?<={LETTER}),(?=[^\W_])|(?<=\d),(?={LETTER}{{2}})", ", ", match[0])
    # « TL;DR » and « AC;DC » are names.
    return re.sub(rf"(?<={LETTER}{{3}});(?={LETTER}{{3}})", f"{NBSP}; ", spaced)


def _close(match: re.Match[str]) -> str:
    """A bracket without spaces inside; what holds one sign or none is a box to tick."""
    within = match[0][1:-1].strip(" \t\u00a0\u202f")
    return f"{match[0][0]}{within}{match[0][-1]}" if len(within) > 1 else match[0]


SPACES: tuple[Rule, ...] = (
    # Spaces of other widths are the typesetter's business.
    Rule(re.compile("[\u2000-\u200a\u205f\u3000]"), " "),
    # Not before or behind a line, nor behind a list's mark: there Markdown counts them.
    Rule(re.compile(r"(?m)(?<!^\d\.)(?<!^\d\d\.)(?<=[\w»”’,;:!?…)\]%€$.\ue000]) {2,}(?=[^\s|])"), " "),
    Rule(re.compile(r"(?<=[\w»”’)\]…\ue000])[ \u00a0\u202f]+(?=,(?:\s|$))"), ""),
    Rule(re.compile(rf"(?:(?<={LETTER}{{2}})|(?<=[»”)])){SPACE}+,(?={LETTER}{{2}})"), ", ", *_SPACING),
    Rule(re.compile(rf"(?<=[»”)%]),(?={LETTER}{{2}})"), ", ", *_SPACING),
    Rule(re.compile(r"(?<=[»”])\.(?=[A-ZÀ-Ý][a-zà-ÿ])"), ". ", *_SPACING),
    # « .NET » begins a name; « . . . » is a row of dots.
    Rule(
        re.compile(rf"(?:(?<=[^\W_]{{2}})|(?<=[»”)\]%\ue000])){SPACE}+\.(?=[\s»”)]|$)(?!\s?\.)"),
        ".",
        *_SPACING,
    ),
    Rule(re.compile(rf"(?<=[^\W_]{{2}}{SPACE});(?={LETTER}{{2}}[^\s;:=&]*(?:\s|$))"), "; "),
    # Letters, figures and commas only: an address, a file or code has other signs.
    Rule(
        re.compile(
            rf"(?<![^\s(«“\u00a0])(?=[^\W_]{{2}}){_WORD}(?:[,;]{_WORD})+(?=[\s,;:!?…)»”\u00a0\u202f]|\.(?!\w)|$)"
        ),
        _after_comma,
        *_SPACING,
    ),
    Rule(re.compile(r"(?<![:;=8-])\([^()\n]+\)|\[[^\[\]\n]+\]"), _close, *_SPACING),
    Rule(re.compile(r"(?<=[^\W\d_»”)])—(?=[^\W\d_«“(])"), " — ", *_DASH),
    Rule(re.compile(r"(?<=[^\W\d_»”)])([—–])(?= )"), r" \1", *_DASH),
    Rule(re.compile(r"(?<=[^\s|—–-] )([—–])(?=[^\W\d_«“(])"), r"\1 ", *_DASH),
)
MARKS: tuple[Rule, ...] = (
    # English sets the comma inside.
    Rule(
        re.compile(rf"(?<=[^\s,]),{GAP}»(?!{GAP}[.,;:!?…])"),
        f"{NBSP}»,",
        "typography-marks",
        "La virgule se met après le guillemet fermant.",
    ),
    Rule(re.compile(r"(?<=[^\W_])(?=«[^«»\n]+»)|(?<=[,;:!?])(?=«[^«»\n]+»)"), " "),
    Rule(re.compile(r"(«[^«»\n]+»)(?=[^\W_])"), r"\1 "),
    Rule(re.compile(rf"“{SPACE}+(?=[^\s{NBSP}\u202f])"), "“"),
    Rule(re.compile(rf"(?<=[^\s{NBSP}\u202f]){SPACE}+”"), "”"),
    Rule(re.compile(rf"«{GAP}(?=[^\n])"), "«" + NBSP),
    Rule(re.compile(rf"(?<=[^\s«]){GAP}»"), f"{NBSP}»"),
    # A colon or semicolon inside a time, a ratio or a name of ports has no space behind it and is left alone.
    Rule(re.compile(rf"(?<=[^\s:;!?«“(\[]){GAP}([:;])(?=[ \t\u00a0\u202f\n]|$)"), rf"{NBSP}\1"),
    Rule(
        re.compile(r"(?<=[^\s:;!?«“(\[])[ \t\u202f]+([?!]+)(?=[\s\u00a0\u202f»”\")\]*_.,…]|$)"),
        rf"{NBSP}\1",
    ),
    # A name may end in its own mark (« Yahoo! a dit »): where a small letter follows, nothing is put in.
    Rule(
        re.compile(r"(?<=[^\s:;!?«“(\[])([?!]+)(?=[\u00a0\u202f»”\")\]*_]|\n|$|[ \t]+[^\s\W\d_a-zà-öø-ÿœ])"),
        rf"{NBSP}\1",
    ),
)
