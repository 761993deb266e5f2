"""Plain text into Markdown, and a draft's own Markdown kept from harm; bytes change only where they must."""

import html
import re

__all__ = [
    "escape_destination",
    "escape_inline",
    "escape_line_starts",
    "escape_link_text",
    "escape_markdown",
    "markdown_lines",
    "quoted",
    "safe_markdown",
]

_ALWAYS = re.compile(r"[`~]")
_STAR = re.compile(r"\*(?!\s|$)|(?<!\s)(?<!^)\*")
# Inside a word an underscore is harmless; beside another underscore it is never inside one.
_UNDERSCORE = re.compile(r"(?<![^\W_])_(?!\s|$)|(?<=\S)_(?![^\W_])")
_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_CLOSES_LINK = re.compile(r"\](?=[(\[:])")
_EMBED = re.compile(r"%\[")
_LINE_START = re.compile(
    r"^([ \t]*)(#{1,6}(?=[ \t]|$)|>|[-+*](?=[ \t]|$)|=+[ \t]*$|-+[ \t]*$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$)",
    re.MULTILINE,
)
_LINE_NUMBER = re.compile(r"^([ \t]*\d{1,9})([.)])(?=[ \t]|$)", re.MULTILINE)
_INDENT = re.compile(r"^(?: {4,}|\t)", re.MULTILINE)
_DESTINATION = re.compile(r"(\]\(|^[ ]{0,3}\[[^\]\n]*\]:)(\s*<?)([^\s)>]*)", re.MULTILINE)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]{1,31}):")
_RAW_TAG = re.compile(r"<(?=/?[A-Za-z!?])")
# A code span is trusted on one line only: over several, a list or a quotation may end it unseen.
_CODE = re.compile(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)")
_FENCED = re.compile(r"(`{3,}|~{3,})[^\n`]*\n(?:(?!\n[ ]{0,3}(?:```|~~~)).)*\n\1[ \t]*", re.DOTALL)
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)


def escape_markdown(text: str) -> str:
    """The text so that a Markdown reader shows exactly it; most prose comes out unchanged."""
    return escape_line_starts(escape_inline(text))


def escape_inline(text: str) -> str:
    """As `escape_markdown`, for words inside a line."""
    text = _BACKSLASH.sub(r"\\\\", text)
    text = _ALWAYS.sub(lambda match: "\\" + match[0], text)
    text = _STAR.sub(r"\\*", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    text = _ENTITY.sub(r"\\&", text)
    text = _TAG.sub(r"\\<", text)
    text = _CLOSES_LINK.sub(r"\\]", text)
    return _EMBED.sub(r"%\\[", text)


def escape_line_starts(text: str) -> str:
    """What would open a heading, list, quotation or code block at the start of a line, disarmed."""
    text = _LINE_NUMBER.sub(r"\1\\\2", text)
    text = _LINE_START.sub(r"\1\\\2", text)
    return _INDENT.sub("", text)


def escape_link_text(text: str) -> str:
    """As `escape_markdown`, for words between the brackets of a link."""
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", escape_markdown(text))


def escape_destination(address: str) -> str:
    """A web address between the parentheses of a link; its own parentheses stay where they pair."""
    risky = r"[<>\\]" if _pairs(address) else r"[()<>\\]"
    return re.sub(risky, lambda match: f"%{ord(match[0]):02X}", address)


def markdown_lines(text: str) -> str:
    """As `escape_markdown`, a line break inside a paragraph kept as one."""
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", "  \n", escape_markdown(text))


def quoted(text: str) -> str:
    """Markdown as a block quotation."""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def safe_markdown(text: str) -> str:
    """Inline Markdown with raw tags and links to anything but a web page disarmed by a backslash; else to the byte."""
    if _FENCED.fullmatch(text):
        return text
    kept, at = [], 0
    for code in _CODE.finditer(text):
        kept += [_disarm(text[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*kept, _disarm(text[at:])])


def _pairs(address: str) -> bool:
    depth = 0
    for char in address:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0


def _disarm(text: str) -> str:
    text = _RAW_TAG.sub(_tag, text)
    return _DESTINATION.sub(_destination, text)


def _tag(match: re.Match[str]) -> str:
    autolink = _AUTOLINK.match(match.string, match.start())
    return match[0] if autolink and autolink[1].lower() in ("http", "https") else "\\<"


def _destination(match: re.Match[str]) -> str:
    decoded = re.sub(r"[\x00-\x20\\<]", "", html.unescape(match[3]))
    scheme = _SCHEME.match(decoded)
    if scheme is None or scheme[1].lower() in ("http", "https", "mailto"):
        return match[0]
    return f"\\{match[1]}{match[2]}{match[3]}"
