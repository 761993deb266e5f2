"""A person's words between quotation marks, found by rule, with who says them. Scare quotes and titles are none."""
# ruff: noqa: E501  a pattern broken in the middle of its alternatives is harder to read than a long line

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extract.marks import SPACES, Span, find_spans
from pipeline.extract.speech import INCISE, NAME, VERB_EN, Voice, bare_name, voice
from schemas.article import ArticleQuote, Paragraph

__all__ = ["find_quotes"]

TITLED = re.compile(
    r"(?:\b(?:book|novel|film|movie|documentary|song|album|single|series|show|episode|play|poem|essay|column|podcast|exhibition|"
    r"game|painting|titled|entitled|headlined|called|dubbed|nicknamed|named|known as|so-called|termed|labell?ed|means|meaning|"
    r"livre|roman|chanson|série|pièce|poème|essai|intitulée?s?|baptisée?s?|surnommée?s?|appelée?s?|nommée?s?|exposition|émission|"
    r"signifie|slogan|mot|terme|word|phrase|term|hashtag)(?:,)?\s*[(:]?\s*)$",
    re.I,
)
# A report has a title or says something: what it says is a sentence, or words brought in as someone's.
REPORTED = re.compile(r"\b(?:paper|article|report|rapport|étude|study)(?:,)?\s*[(:]?\s*$", re.I)
SMALL_WORDS = """
    a an and as at but by de des du en et for from in is la le les of on or the to un une with
"""
SMALL = frozenset(SMALL_WORDS.split())
PUNCTUATED = re.compile(r"[.!?,…—–-][\s\u00a0\u202f]*$")
# A text turns to a person where it names one as a subject, in an apposition, or as whom it draws on.
TURNS_TO = re.compile(
    rf"(?:(?<=\A)|(?<=[.!?…]\s)|(?<=[.!?…][”\"»]\s)|(?<=\b(?:But|And)\s)|(?P<led>\b(?:according to|said|says|selon|told by)\s))(?P<who>{NAME})"
    rf"|(?P<who2>{NAME})(?=,\s(?:an?|the|who|whose|its|his|her|[a-zà-ÿ]+|une?|l[ea’']|qui|dont)\s)"
    # A passive's doer, or a person brought in with an office: “led by the former judge Jane Doe”.
    rf"|\b(?:by|par)\s(?:(?:an?|the|its|their|une?|le|la|son|sa)\s|l[’'])(?:[a-zà-ÿ’'-]+\s){{1,4}}(?P<who3>{NAME})"
)
# A run of capitals may reach over a full stop: the name is what stands behind it.
BROKEN = re.compile(r"(?<=\w\w)\.\s")
APPOSED = re.compile(r",\s(?:(?:an?|the|its|his|her|une?|le|la)\s|l[’'])(?P<role>[^,.;:“”«»\"]{2,70})")
OPENING_WORDS = """
    When If It In Of The A An But And At On For As He She They We This That There Quand Si Il Elle Le La Les Un Une Mais Et En À
"""
OPENINGS = frozenset(OPENING_WORDS.split())
ORGANISED = re.compile(
    r"\b(?:Agency|Association|Authority|Board|Bureau|Centre|Center|Church|City|Coalition|Cooperative|Exchange|Farms?|Growers|College|Commission|Committee|Company|Corp|Corporation|Council|County|"
    r"Court|Department|Foundation|Group|Guardian|Hospital|House|Inc|Institute|Labs?|Ledger|League|Ltd|Ministry|Museum|Network|Office|Party|Police|Post|Press|"
    r"School|Services?|Society|Street|Systems|Times|Trust|Union|University|Agence|Autorité|Comité|Commune|Conseil|Cour|Direction|École|Fédération|Groupe|"
    r"Hôpital|Institut|Mairie|Ministère|Parti|Préfecture|Région|Syndicat|Université|Ville)\b"
)
# A sentence's end, as far as the search for a speaker reaches.
EDGE = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Dr|Ms|Mx|St|MM|Lt|Me|Pr))(?<!\b(?:Mrs|Sen|Rep|Gov|Mme|Col|Gen|Maj|Sgt|Adm|Det|Rev|Hon))"
    r"(?<!\b(?:Capt|Cmdr|Supt|Insp|Prof))(?<!\bM)[.!?…][\"”»’)]*\s+(?=[A-ZÀ-Þ“\"«‘])|\n"
)


def find_quotes(paragraphs: Sequence[Paragraph]) -> tuple[ArticleQuote, ...]:
    """The quotations in reading order; `text` stands word for word at `start:end` of its paragraph's text.

    A quotation that an attribution or a paragraph's end breaks is several pieces, each with the same speaker.
    The rules know English and French marks and verbs and apply both.
    """
    told = [one for one in paragraphs if one.kind in ("body", "quote", "list_item", "embed")]
    reader = _Reader([one.text for one in told])
    found = reader.read()
    return tuple(
        ArticleQuote(
            id=f"q{n}",
            text=told[span.paragraph].text[span.start : span.end],
            paragraph=told[span.paragraph].id,
            start=span.start,
            end=span.end,
            speaker=said.name,
            role=said.role,
        )
        for n, (span, said) in enumerate(found, 1)
    )


class _Reader:
    """Reads from the first paragraph to the last and remembers who was named and who spoke."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.spans = [piece for one in find_spans(texts) for piece in _without_incises(one, texts[one.paragraph])]
        self.people: dict[str, str] = {}
        self.roles: dict[str, str] = {}
        self.last: Voice | None = None
        self.last_at = (0, 0)
        self.met = 0

    def read(self) -> list[tuple[Span, Voice]]:
        found: list[tuple[Span, Voice]] = []
        voices = [self._attributed(n) for n in range(len(self.spans))]
        for n, span in enumerate(self.spans):
            said = voices[n]
            carried = self._carried(n, found, voices)
            if not self._is_quote(n, said, carried):
                continue
            resolved = self._resolved(said or carried, span) if (said or carried) else Voice(None, None)
            found.append((span, resolved))
            if resolved.name:
                self.last, self.last_at = resolved, (span.paragraph, span.right)
        return found

    def _attributed(self, n: int) -> Voice | None:
        before, after = self._around(n)
        return voice(before, after)

    def _around(self, n: int) -> tuple[str, str]:
        """The words of the same sentence before and after a span, without other quotations."""
        span = self.spans[n]
        text = self.texts[span.paragraph]
        same = [one for one in self.spans if one.paragraph == span.paragraph]
        left = max((one.right for one in same if one.right <= span.left), default=0)
        right = min((one.left for one in same if one.left >= span.right), default=len(text))
        before = EDGE.split(text[left : span.left])[-1] if span.left > left else ""
        after = EDGE.split(text[span.right : right] + " ")[0]
        ended = re.search(r"[.!?…][\s\u00a0\u202f]*$", text[span.start : span.end])
        if (
            ended
            and re.match(r"[\s\u00a0\u202f]+[A-ZÀ-Þ]", after)
            and not re.match(rf"\s+{NAME}\s{VERB_EN if ended[0][0] != '.' else '(?:said|says|a|told)'}\b", after)
        ):
            after = ""
        return before, after

    def _carried(self, n: int, found: list[tuple[Span, Voice]], voices: Sequence[Voice | None]) -> Voice | None:
        """The speaker of the piece before or after, where this one goes on with it."""
        span = self.spans[n]
        if found and (last := found[-1][0]) in self.spans[:n]:
            between = self.texts[span.paragraph][last.right : span.left] if last.paragraph == span.paragraph else ""
            near = last.paragraph == span.paragraph and len(between) < 200
            if near or (last.runs_on and span.paragraph == last.paragraph + 1):
                return found[-1][1]
        if span.runs_on:
            for later in range(n + 1, len(self.spans)):
                if voices[later] or not self.spans[later].runs_on:
                    return voices[later]
        return None

    def _is_quote(self, n: int, said: Voice | None, carried: Voice | None) -> bool:
        span = self.spans[n]
        text = self.texts[span.paragraph]
        words = re.findall(r"\w[\w’'-]*", text[span.start : span.end])
        lead = text[max(0, span.left - 40) : span.left]
        if not words or TITLED.search(lead) or (REPORTED.search(lead) and not (said and len(words) >= 6)):
            return False
        closed = bool(PUNCTUATED.search(text[span.start : span.end]))
        ends = closed or text[span.right : span.right + 1] == ","
        if span.runs_on:
            return True
        if _is_title_cased(words) and not (said and closed):
            return False
        alone = not re.search(r"\w", text[: span.left] + text[span.right :])
        if self._is_sentence(span) and len(words) >= 3:
            return True
        if said:
            return len(words) >= 4 or ends or text[: span.left].rstrip().endswith(":")
        if carried:
            return len(words) >= 4 and (ends or len(words) >= 7)
        return len(words) >= 8 and (ends or alone)

    def _is_sentence(self, span: Span) -> bool:
        """Whether what stands between the marks is a sentence of its own, behind another one or a colon."""
        text = self.texts[span.paragraph]
        inside, lead = text[span.start : span.end], text[: span.left].rstrip(" \u00a0\u202f")
        return (
            not span.single
            and inside[:1].isupper()
            and bool(re.search(r"[.!?…]$", inside))
            and (not lead or lead[-1] in ".!?…:”»")
        )

    def _resolved(self, said: Voice | None, span: Span) -> Voice:
        """The full name behind a surname or a pronoun, with the role given where the person was first named."""
        if said is None:
            return Voice(None, None)
        self._meet(span)
        if said.pronoun:
            return self._named_since(span) or self.last or self._named_before(span)
        if said.name:
            full = self.people.get(said.name.split()[-1], said.name) if len(said.name.split()) == 1 else said.name
            role = said.role or self.roles.get(full)
            if said.role:
                self.roles.setdefault(full, said.role)
            return replace(said, name=full, role=role)
        return said

    def _meet(self, span: Span) -> None:
        """Take note of the full names that stand before and around this place."""
        for text in self.texts[self.met : span.paragraph + 1]:
            for found in re.finditer(rf"\b{NAME}", text):
                parts = bare_name(BROKEN.split(found[0])[-1]).split()
                if len(parts) >= 2:
                    self.people.setdefault(parts[-1].strip(".’'"), " ".join(parts))

        self.met = max(self.met, span.paragraph + 1)

    def _named_since(self, span: Span) -> Voice | None:
        """Whoever the text turned to since the last speaker: a pronoun means the nearest person, not the last heard."""
        heard, at = self.last_at
        for number in range(span.paragraph, max(heard, span.paragraph - 2) - 1, -1):
            text = self._unquoted(number)[: span.left if number == span.paragraph else None]
            for found in reversed(list(TURNS_TO.finditer(text, at if number == heard else 0))):
                name = _person(found["who"] or found["who2"] or found["who3"], self.people)
                if name:
                    apposed = APPOSED.match(text, found.end())
                    return Voice(name, self.roles.get(name) or (apposed["role"] if apposed else None))
        return None

    def _unquoted(self, number: int) -> str:
        text = self.texts[number]
        for one in self.spans:
            if one.paragraph == number:
                text = text[: one.left] + " " * (one.right - one.left) + text[one.right :]
        return text

    def _named_before(self, span: Span) -> Voice:
        texts = [
            self.texts[span.paragraph][: span.left],
            *reversed(self.texts[max(0, span.paragraph - 2) : span.paragraph]),
        ]
        for text in texts:
            names = [one[0] for one in re.finditer(rf"\b{NAME}", text) if len(one[0].split()) in (2, 3)]
            if names:
                name = bare_name(names[-1])
                return Voice(name, self.roles.get(name))
        return Voice(None, None)


def _without_incises(span: Span, text: str) -> list[Span]:
    """The pieces of a span that an attribution set between its marks parts, less the attribution."""
    pieces, rest = [], span
    for found in INCISE.finditer(text, span.start, span.end):
        resumes = found.end() + 1
        while resumes < rest.end and text[resumes] in SPACES:
            resumes += 1
        if rest.start < found.start() and resumes < rest.end:
            pieces.append(replace(rest, end=found.start(), right=found.start(), runs_on=False))
            rest = replace(rest, start=resumes, left=resumes)
    return [*pieces, rest]


def _person(who: str, people: Mapping[str, str]) -> str | None:
    """The full name of a person behind a run of capitals; None for organisations, places and openings of sentences."""
    name = bare_name(BROKEN.split(who)[-1])
    full = people.get(name.split()[-1], name) if name else ""
    words = full.split()
    told = len(words) in (2, 3, 4) and not ORGANISED.search(full) and not BROKEN.search(full)
    return full if told and not any(one in OPENINGS or len(one) == 1 for one in words) else None


def _is_title_cased(words: Sequence[str]) -> bool:
    telling = [one for one in words if one.casefold() not in SMALL]
    return len(words) >= 2 and bool(telling) and all(one[0].isupper() or one[0].isdigit() for one in telling)
