"""What no rule of typography may touch: addresses, code, file names, foreign passages, hours inside quotations."""

import re

from pipeline.tongues import is_foreign

__all__ = ["left_alone", "without_spared_marks"]

# What an address may not end in: the sentence's own marks.
_LAST = r"[^\s<>«»\".,;:!?)\]\u2026]"
# A straight mark belongs to an address where more of the address follows it, or where its parameter opened it.
_WITHIN = r"(?:[^\s<>«»\"]|(?<==)\"[^\"\n<>]*\"|\"(?=[\w/&=+%\#?]))"
_ADDRESS = rf"(?:{_WITHIN}*(?<==)\"[^\"\n<>]*\"(?!{_LAST})|{_WITHIN}*{_LAST})"
_ENDINGS = (
    "pdf|html?|php|jpe?g|png|gif|svg|webp|csv|xlsx?|docx?|pptx?|odt|txt|md|json|xml|ya?ml|toml|zip|gz|py|js|ts|css|exe"
    "|mp[34]|com|org|net|edu|gov|info|io|fr|eu|uk|de|be|ch|ca"
)
_PROTECTED = re.compile(
    rf"""
      \ue000                                        # the sign itself
    | ```.*?``` | (?<![^\W\d_])`[^`\n]+` | `[^`\n]+`(?![^\W\d_])   # code, not « l`un et l`autre »
    | (?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)   # a link's target, with its title
    | (?<![^\n])\[[^\[\]\n]+\]:(?=[ ]\S)            # the name of a link's target given elsewhere
    | <[^<>\n]+>                                    # a tag, an address between angles
    | \b(?:https?|ftp|mailto|tel):{_ADDRESS}   # an address
    | \bwww\.{_ADDRESS}
    | (?<![\w.+-])[\w.+-]{1, 64}+@[\w-]+(?:\.[\w-]+)+    # e-mail, from where it begins: a row of signs is read once
    | (?<!\S)\.{{0,2}}/[^\s«»"]*{_LAST}             # a path
    | \b[A-Za-z]:\\[^\s«»"]*
    # a file, a site; from where a word begins, and no longer than one: a row of signs is read once
    | (?<![\w-])[\w-]{{1,80}}+(?:[.,;+][\w-]{{1,80}}+){{0,8}}\.(?:{_ENDINGS})\b(?!\.\w)(?:/[^\s«»"]*{_LAST}|/)?
    | &\#?\w+;                                      # an entity
    | (?<!\S):\w+:(?!\S)                            # an emoji's name
    | \[traduit\s[^\]\n]*\]                         # the house's mark, as the house writes it
    """,
    re.VERBOSE | re.DOTALL,
)
_QUOTED = re.compile(r'"[^"\n]+"|“[^“”\n]+”|«[^«»\n]+»')
_ITALIC = re.compile(r"(?<![*\w])\*[^*\s][^*\n]*\*(?![*\w])|(?<!\w)_[^_\s][^_\n]*_(?!\w)")
_SPACED_SIGN = re.compile("[:;?!]")
_HOUR = re.compile(r"\b\d{1,2}(?:[hH:]\d\d(?:min|mn)?|[ \u00a0\u202f]?h(?:[ \u00a0\u202f]\d\d)?)\b")


def left_alone(text: str) -> list[tuple[int, int]]:
    """The passages no rule may touch, in order and apart from each other."""
    found = [match.span() for match in _PROTECTED.finditer(text)]
    prose = _PROTECTED.sub(lambda match: " " * len(match[0]), text)
    for match in (*_QUOTED.finditer(text), *_ITALIC.finditer(text)):
        words = prose[match.start() : match.end()]
        # What has no sign that French spaces gains nothing by being held, and may be a term that French has taken in.
        if is_foreign(words, sure=not _SPACED_SIGN.search(words)):
            found.append(match.span())
    # The source's own words keep the hour as the source has it.
    found += [hour.span() for match in _QUOTED.finditer(text) for hour in _HOUR.finditer(text, *match.span())]
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def without_spared_marks(text: str) -> str:
    """The text with the quotation marks of addresses and code blanked out, for who looks for passages in marks.

    Offsets stay as they are.
    """
    return _PROTECTED.sub(lambda match: re.sub('["“”«»]', " ", match[0]), text)
