"""French typography, put right by rule where that is safe and pointed at where it is not (EDITORIAL.md, « French »).

One no-break space, U+00A0, stands everywhere: inside « » and before `: ; ? ! %`. The thin U+202F would be finer before
`; ? !`, but blog hosts and fonts drop it or show a box, and a search would have to know both.
"""

import re
from collections.abc import Callable, Iterator

from pipeline.tongues import is_english
from schemas.base import Closed
from schemas.draft import Typography

__all__ = ["Doubt", "thousands", "typeset", "typography_doubts"]

NBSP = "\u00a0"
_GAP = "[ \t\u00a0\u202f]*"
# One sign stands for each protected passage while the rules run; a text's own such sign is protected like any other.
_HELD = "\ue000"


class Doubt(Closed):
    """What only a person can put right: offsets in the text, a French sentence that says what to do."""

    code: str
    start: int
    end: int
    excerpt: str
    message: str


_PROTECTED = re.compile(
    r"""
      \ue000                                        # the sign itself
    | ```.*?``` | `[^`\n]+`                         # code
    | (?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)   # a link's target, with its title
    | <[^<>\n]+>                                    # a tag, an address between angles
    | \b(?:https?|ftp|mailto|tel):[^\s<>«»"]*[^\s<>«»".,;:!?)\]\u2026…]   # an address
    | \bwww\.[^\s<>«»"]*[^\s<>«»".,;:!?)\]…]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                  # e-mail
    | (?<!\S)\.{0,2}/[^\s«»"]*[^\s«»".,;:!?)\]…]    # a path
    | &\#?\w+;                                      # an entity
    | (?<!\S):\w+:(?!\S)                            # an emoji's name
    | \[traduit\s[^\]\n]*\]                         # the house's mark, as the house writes it
    """,
    re.VERBOSE | re.DOTALL,
)
_QUOTED = re.compile(r'"[^"\n]+"|“[^“”\n]+”|«[^«»\n]+»')

_MILLIONS = {"M": "million", "Md": "milliard", "Mds": "milliard"}
_UNITS = {"$": "de dollars", "€": "d’euros", "£": "de livres"}


def thousands(number: int) -> str:
    """A whole number with its thousands set apart, as French print has it."""
    return f"{number:,}".replace(",", "\u202f")


def typeset(text: str, typography: Typography) -> str:
    """The text in the house's typography; `plain` leaves every character. Setting twice changes nothing more.

    Addresses, code, link targets, tags, times, ratios and English passages between quotation marks stay as they are.
    """
    if typography == "plain":
        return text
    # Marks pushed apart or together by one rule can make sense to an earlier one; real prose settles at once.
    for _ in range(4):
        before, text = text, _set_once(text)
        if text == before:
            break
    return text


def _set_once(text: str) -> str:
    spans = _left_alone(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    free = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    held = iter([text[start:end] for start, end in spans])
    return re.sub(_HELD, lambda _: next(held), _apply_rules(_HELD.join(free)))


def _left_alone(text: str) -> list[tuple[int, int]]:
    """The passages no rule may touch, in order and apart from each other."""
    found = [match.span() for match in _PROTECTED.finditer(text)]
    found += [match.span() for match in _QUOTED.finditer(text) if is_english(match[0])]
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _apply_rules(text: str) -> str:
    text = "\n".join(_guillemets(line) for line in text.split("\n"))
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def _guillemets(line: str) -> str:
    """Straight and curly marks of one line become « »; a pair inside another becomes “ ”. Odd marks stay."""
    kinds = _mark_kinds(line)
    if not kinds:
        return line
    depth, out, at = 0, [], 0
    for place, opens in kinds:
        depth += 1 if opens else 0
        out += [line[at:place], ("«" if depth == 1 else "“") if opens else ("»" if depth == 1 else "”")]
        depth -= 0 if opens else 1
        at = place + 1
    return "".join([*out, line[at:]])


def _mark_kinds(line: str) -> list[tuple[int, bool]]:
    """Each mark's place and whether it opens; empty when the marks do not pair, nest too deep or there is none."""
    kinds: list[tuple[int, bool]] = []
    depth = 0
    for match in re.finditer('["“”«»]', line):
        before, after = line[: match.start()][-1:], line[match.end() :][:1]
        opens = match[0] in "“«" or (match[0] == '"' and not _closes(before, after))
        if match[0] == '"' and before.isdigit() and depth == 0:
            return []
        depth += 1 if opens else -1
        if depth not in (0, 1, 2):
            return []
        kinds.append((match.start(), opens))
    return kinds if depth == 0 else []


def _closes(before: str, after: str) -> bool:
    """Whether a straight mark closes: it leans on what stands before it, and nothing leans on it from behind."""
    if not before or before in " \t\u00a0\u202f(['’—–-/":
        return before in ("\u00a0", "\u202f", " ") and (not after or after in " \t.,;:!?)]\u00a0\u202f")
    return True


def _per_sign(match: re.Match[str]) -> str:
    return f"{NBSP}{match[1]}"


def _money(match: re.Match[str]) -> str:
    number, order, unit = match[1], _MILLIONS[match[2]], _UNITS[match[3]]
    whole = int(re.sub(r"\D", "", re.split(r"[,.]", number)[0]) or 0)
    return f"{number}{NBSP}{order}{'s' if whole >= 2 else ''} {unit}"


def _grouped(match: re.Match[str]) -> str:
    return re.sub("[ \u202f]", NBSP, match[0])


_LETTER = r"[^\W\d_]"
_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"(?<={_LETTER})['\u2018](?={_LETTER}|\ue000)"), "’"),
    (re.compile(r"(?<=\b[ldnLDN])['\u2018](?=[\d«“*_])|(?<=[qQ]u)['\u2018](?=[\d«“*_])"), "’"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
    (
        re.compile(
            rf"(?<![\d,.])(\d+(?:[,.]\d+)?|\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+){_GAP}"
            r"(Mds|Md|M)[ \u00a0\u202f]?([$€£])(?!\w)"
        ),
        _money,
    ),
    (re.compile(r"(?<![\d.,])(\d+)\.(\d{1,2})(?=[ \u00a0\u202f]?(?:millions?|milliards?|%)(?!\w))"), r"\1,\2"),
    (re.compile(r"(?<![\d.,\u00a0\u202f\w])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d\w])"), _grouped),
    (re.compile(r"(?<=\d)[ \u202f](?=(?:millions?|milliards?)\b)"), NBSP),
    (re.compile(rf"(?<=\d){_GAP}([%‰€])(?!\w)"), _per_sign),
    (re.compile(r"(?<=\d)[ \u202f](?=\$(?!\w))"), NBSP),
    (re.compile(r"(?<=\d)[èe]me(s?)\b"), r"e\1"),
    (re.compile(rf"«{_GAP}(?=[^\n])"), "«" + NBSP),
    (re.compile(rf"(?<=[^\s«]){_GAP}»"), f"{NBSP}»"),
    # A colon or semicolon inside a time, a ratio or a name of ports has no space behind it and is left alone.
    (re.compile(rf"(?<=[^\s:;!?«“(\[]){_GAP}([:;])(?=[ \t\u00a0\u202f\n]|$)"), _per_sign),
    (re.compile(r"(?<=[^\s:;!?«“(\[])[ \t\u202f]+([?!]+)(?=[\s\u00a0\u202f»”\")\]*_.,…]|$)"), _per_sign),
    # A name may end in its own mark (« Yahoo! a dit »): where a small letter follows, nothing is put in.
    (re.compile(r"(?<=[^\s:;!?«“(\[])([?!]+)(?=[\u00a0\u202f»”\")\]*_]|\n|$|[ \t]+[^\s\W\d_a-zà-öø-ÿœ])"), _per_sign),
)

_DOUBTS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "typography-money",
        re.compile(
            r"(?:[$€£]|US\$|USD)[ \u00a0]?\d[\d.,\u00a0\u202f]*(?:[ \u00a0]?(?:millions?|billions?|[MBKmbk]n?)\b)?"
            r"|\d[\d.,]*[ \u00a0\u202f]?(?:k€|k\$|M\$|M€|Md€|Mds\$)"
        ),
        "Écrivez le montant en toutes lettres\u00a0: «\u00a0280\u00a0millions de dollars\u00a0».",
    ),
    (
        "typography-thousands",
        re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])(?!\s*(?:%|millions?\b|milliards?\b|kilo|mètre|km|m\b))"),
        "Séparateur anglais\u00a0? Écrivez les milliers avec une espace («\u00a050\u00a0000\u00a0») "
        "ou vérifiez la virgule décimale.",
    ),
    (
        "typography-decimal",
        re.compile(
            r"(?<![\d.,/-])\d+\.\d{1,2}"
            r"(?=[ \u00a0\u202f](?:points?|fois|euros?|dollars?|livres?|tonnes?|kilomètres?|mètres?|degrés?)\b)"
        ),
        "Point décimal anglais\u00a0: écrivez une virgule («\u00a01,2\u00a0»).",
    ),
    (
        "typography-capital",
        re.compile(
            r"\b(?:Etats?(?:-Unis|-membres)?|Elysée|Ecosse|Egypte|Emirats|Ethiopie|Equateur|Etudes?|Eglises?"
            r"|Ecoles?|Economie|Energie|Evidemment|Egalement|Equipes?|Editeurs?)\b"
        ),
        "La capitale garde son accent («\u00a0É\u00a0»).",
    ),
    (
        "typography-capital",
        re.compile(
            r"(?:(?<=^)|(?<=[.!?…][ \u00a0])|(?<=\n))A (?=[a-zà-ÿ]{3,}|[A-ZÀ-Þ]|l['’])"
            r"(?!(?:été|donc|priori|contrario|fortiori|minima|posteriori)\b)"
        ),
        "La préposition garde son accent\u00a0: «\u00a0À\u00a0».",
    ),
)


def typography_doubts(text: str, typography: Typography) -> tuple[Doubt, ...]:
    """What `typeset` leaves to a person: amounts in signs, English separators, bare capitals, odd marks."""
    held = _left_alone(text)
    found = [
        Doubt(code=code, start=match.start(), end=match.end(), excerpt=match[0].strip(), message=message)
        for code, pattern, message in _DOUBTS
        for match in pattern.finditer(text)
    ]
    found += _odd_marks(text, typography)
    return tuple(one for one in found if not any(start <= one.start < end for start, end in held))


def _odd_marks(text: str, typography: Typography) -> Iterator[Doubt]:
    offset = 0
    for line in text.split("\n"):
        marks = list(re.finditer('["“”«»]', line))
        if marks and not _mark_kinds(line) and (typography == "classic" or len(marks) % 2):
            at = offset + marks[-1].start()
            yield Doubt(
                code="typography-marks",
                start=at,
                end=at + 1,
                excerpt=line[max(0, marks[-1].start() - 20) : marks[-1].start() + 20],
                message="Ces guillemets ne vont pas par paires\u00a0: ouvrez ou fermez celui qui manque.",
            )
        offset += len(line) + 1
