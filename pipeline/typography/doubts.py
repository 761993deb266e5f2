"""What no rule of typography can safely put right: found, with the French sentence that says what to do."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.typography.bare_capitals import bare_capitals
from pipeline.typography.marks import MARK, mark_kinds
from pipeline.typography.spared import left_alone
from schemas.base import Closed
from schemas.draft import Typography

__all__ = ["Doubt", "typography_doubts"]


class Doubt(Closed):
    """What only a person can put right: offsets in the text, a French sentence that says what to do."""

    code: str
    start: int
    end: int
    excerpt: str
    message: str


class _Watch(NamedTuple):
    """What is looked for; nothing is said where `unless` ends on the place."""

    code: str
    pattern: re.Pattern[str]
    message: str
    unless: re.Pattern[str] | None = None


# A number behind these is a name: of a law, a room, a telephone, a place.
_NAMED = re.compile(
    r"(?:[nN][°º]s?|\b(?:numéros?|no|loi|décret|articles?|salle|chambre|bureau|dossier|référence|réf|code|postal|modèle"
    r"|matricule|ligne|brevet|affaire|port|page|vol|train|téléphone|tél|appelez|BP|CS|CEDEX|RFC|ISO|ticket|lot|type"
    r"|identifiant|version|norme|astéroïde|amendement"
    r"|proposition|résolution|directive|règlement|décision|arrêté?))\.?[\s\u00a0\u202f:]*(?:le[ \u00a0])?$",
    re.IGNORECASE,
)
_NO_COUNT = "et|ou|puis|est|sont|dans|sur|par|pour|avec|depuis|sera|avait|était|qui|que|dont|car"
# Where a word begins that is no piece of an address, a name of a file or code.
_START = r"(?<![^\s(«“*’',;])"
_WATCHED: tuple[_Watch, ...] = (
    _Watch(
        "typography-money",
        re.compile(
            r"(?:[$€£]|US\$|USD)[ \u00a0]?\d[\d.,\u00a0\u202f]*(?:[ \u00a0]?(?:millions?|billions?|[MBKmbk]n?)\b)?"
            r"|\d[\d.,]*[ \u00a0\u202f]?(?:k€|k\$|M\$|M€|M£|Md€|Mds\$)"
            r"|\d[\d.,]*[ \u00a0\u202f]?(?:(?:millions?|milliards?)[ \u00a0\u202f]?[$€£]|[$£])"
        ),
        "Écrivez le montant en toutes lettres\u00a0: «\u00a0280\u00a0millions de dollars\u00a0».",
    ),
    _Watch(
        "typography-thousands",
        re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])(?!\s*(?:%|millions?\b|milliards?\b|kilo|mètre|km|m\b))"),
        "Séparateur anglais\u00a0? Écrivez les milliers avec une espace («\u00a050\u00a0000\u00a0») "
        "ou vérifiez la virgule décimale.",
    ),
    _Watch(
        "typography-thousands",
        re.compile(
            r"(?<![\w.,/:#°+=-])(?<!\d[ \u00a0\u202f])(?:[1-9]\d{4,11}"
            rf"(?=[ \u00a0\u202f](?!(?:{_NO_COUNT})\b)[a-zà-öø-ÿœ]{{3,}}|[ \u00a0\u202f]d[e’'])"
            r"|[1-9]\d{1,8}000(?![ \u00a0\u202f][A-ZÀ-Ý]))(?!\w|[.,:/-]\w)"
        ),
        "Séparez les milliers par une espace\u00a0: «\u00a050\u00a0000\u00a0».",
        unless=_NAMED,
    ),
    _Watch(
        "typography-decimal",
        re.compile(
            r"(?<![\d.,/-])\d+\.\d{1,2}"
            r"(?=[ \u00a0\u202f](?:points?|fois|euros?|dollars?|livres?|tonnes?|kilomètres?|mètres?|degrés?)\b)"
        ),
        "Point décimal anglais\u00a0: écrivez une virgule («\u00a01,2\u00a0»).",
    ),
    _Watch(
        "typography-time",
        re.compile(
            r"(?<=[\s(])\d{1,2}[hH][0-5]\d(?![\w-]|[.:]\w)"
            r"|(?:(?<=\bà[ \u00a0])|(?<=\bdès[ \u00a0])|(?<=\bvers[ \u00a0])|(?<=\bavant[ \u00a0])"
            r"|(?<=\baprès[ \u00a0]))(?:[01]?\d|2[0-4]):[0-5]\d(?![\w:]|[.,]\d)"
        ),
        "Écrivez l’heure à la française\u00a0: «\u00a014\u00a0h\u00a030\u00a0».",
        unless=re.compile(r"\d:\d+[ \u00a0](?:à|vers)[ \u00a0]$|\b(?:ratio|format|rapport|score)\b[^.]{0,20}$"),
    ),
    _Watch(
        "typography-ordinal",
        re.compile(r"(?<![\w.-])(?:\d+i?[èée]mes?|1[èe]res?|[IVX]{2,6}i?[èée]mes?)\b(?!\.\w)"),
        "Abrégez à la française\u00a0: «\u00a01re\u00a0», «\u00a02e\u00a0», «\u00a0XIXe\u00a0».",
    ),
    _Watch(
        "typography-dash",
        re.compile(r"(?<=[^\W\d_])--(?=[^\W_]|[ ,])|(?<=[^\s|-] )--(?= [^\s|-])"),
        "Écrivez un tiret entre deux espaces\u00a0: «\u00a0—\u00a0».",
    ),
    _Watch(
        "typography-dots",
        # « ?.. » and « !.. » are one of the two ways to write it, an older one.
        re.compile(r"(?<=[^\W_]|[»”)])(?:\.\.|\.{4,}|…\.)(?![.…/\\\w])"),
        "Un point, ou trois points de suspension\u00a0: «\u00a0.\u00a0» ou «\u00a0…\u00a0».",
    ),
    _Watch(
        "typography-spacing",
        re.compile(
            rf"{_START}[^\W\d_]{{3,}}(?:[ \u00a0]?:|[,;])[^\W\d_]{{3,}}(?=[\s\u00a0,;!?»’'-]|\.(?!\w)|$)"
            r"|(?<!\w)\w{1,80}+[»”)]? {1,80}+,(?=\s)"
            r"|(?<!\w)(?:[^\W\d_]\w{0,80}+[»”,;.]?|\d{1,80}+[»”,;]?) {2,80}+\w{1,80}+"
        ),
        "Revoyez l’espace\u00a0: une après «\u00a0,\u00a0» et «\u00a0.\u00a0», une de chaque côté de «\u00a0:\u00a0» "
        "et «\u00a0;\u00a0», jamais deux de suite.",
    ),
    _Watch(
        "typography-capital",
        re.compile(
            r"(?:(?<=^)|(?<=[.!?…][ \u00a0])|(?<=\n))A (?=[a-zà-ÿ]{3,}|[A-ZÀ-Þ]|l['’])"
            r"(?!(?:été|donc|priori|contrario|fortiori|minima|posteriori)\b)"
        ),
        "La préposition garde son accent\u00a0: «\u00a0À\u00a0».",
    ),
)


def typography_doubts(text: str, typography: Typography) -> tuple[Doubt, ...]:
    """What `typeset` leaves to a person: amounts in signs, English separators, bare capitals, odd marks.

    In a text that was never set, what `typeset` would put right is found too, save spaces and marks that `plain` keeps.
    """
    held = left_alone(text)
    found = [
        Doubt(code=one.code, start=match.start(), end=match.end(), excerpt=match[0].strip(), message=one.message)
        for one in _WATCHED
        for match in one.pattern.finditer(text)
        if not (one.unless and one.unless.search(text[: match.start()]))
    ]
    found += [
        Doubt(code="typography-capital", start=start, end=end, excerpt=text[start:end], message=message)
        for start, end, message in bare_capitals(text)
    ]
    found += _odd_marks(text, held, typography)
    return tuple(one for one in found if not any(start <= one.start < end for start, end in held))


def _odd_marks(text: str, held: list[tuple[int, int]], typography: Typography) -> Iterator[Doubt]:
    seen = text
    for start, end in held:
        seen = f"{seen[:start]}{'_' * (end - start)}{seen[end:]}"
    offset = 0
    for line in seen.split("\n"):
        marks = list(MARK.finditer(line))
        if marks and not mark_kinds(line) and (typography == "classic" or len(marks) % 2):
            at = offset + marks[-1].start()
            yield Doubt(
                code="typography-marks",
                start=at,
                end=at + 1,
                excerpt=text[max(offset, at - 20) : min(offset + len(line), at + 20)],
                message="Ces guillemets ne vont pas par paires\u00a0: ouvrez ou fermez celui qui manque.",
            )
        offset += len(line) + 1
