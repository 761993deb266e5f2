"""Front matter as the blog host writes it: an imported line stays as it was for as long as its value does."""

import re
from collections.abc import Mapping
from functools import lru_cache

from pipeline.render.addresses import web_address
from pipeline.render.slugs import slugify_title
from schemas.draft import Analyse, FrontMatterLine, Synthese

__all__ = ["KEYS", "canonical_key", "front_matter", "line_value", "lines_of", "written_line"]

KEYS = ("title", "seoTitle", "seoDescription", "datePublished", "cuid", "slug", "canonical")
_PLAIN = ("slug", "canonical", "datePublished", "cuid")
_ALIASES = {
    "title": "title",
    "seotitle": "seoTitle",
    "metatitle": "seoTitle",
    "seodescription": "seoDescription",
    "metadescription": "seoDescription",
    "description": "seoDescription",
    "slug": "slug",
    "canonical": "canonical",
    "canonicalurl": "canonical",
}
_PLAIN_SAFE = re.compile(r"[A-Za-z0-9/](?:[^#'\"\[\]{}\n]*[^#'\"\[\]{}\s:])?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPES |= {"\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P"}
_UNESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


def front_matter(draft: Analyse | Synthese) -> str:
    """The lines between the `---`, in the file's own order, house keys that it lacks at their place; no final newline.

    New lines carry the house's quoting: words in double quotes, slug and address bare.
    """
    values = _values(draft)
    own = draft.front_matter if isinstance(draft, Synthese) else ()
    lines: list[tuple[str, str]] = []
    # Of a key that stands twice the last counts.
    telling = {canonical_key(line.key): n for n, line in enumerate(own)}
    for n, line in enumerate(own):
        key = canonical_key(line.key)
        if key in values and telling[key] == n and line_value(line.raw) != values[key]:
            lines.append((key, written_line(line.key, values[key])))
        else:
            lines.append((key, line.raw))
    for key in KEYS:
        if _fits(key, values.get(key, "")) and key not in {present for present, _ in lines}:
            lines.insert(_place(key, lines), (key, written_line(key, values[key])))
    # The host leaves a blank line at the end; a file that came with its title came with its own blanks.
    if not any(canonical_key(line.key) == "title" for line in own):
        lines.append(("", ""))
    return "\n".join(raw for _, raw in lines)


def canonical_key(key: str) -> str:
    """The house's name of a key that others spell otherwise (`meta_title`, `canonicalUrl`); else the key itself."""
    return _ALIASES.get(re.sub(r"[_\-.]", "", key).lower(), key)


@lru_cache(maxsize=256)
def line_value(raw: str) -> str:
    """The value of one entry as YAML reads it; of what is no YAML (`title: Marval : la ville`), all after the colon."""
    import yaml

    try:
        read = yaml.load(raw, Loader=yaml.BaseLoader)  # noqa: S506 - this loader makes nothing but strings
    except yaml.YAMLError:
        read = None
    value = next(iter(read.values()), None) if isinstance(read, dict) else None
    return value.strip("\n") if isinstance(value, str) else _after_colon(raw)


def _after_colon(raw: str) -> str:
    value = raw.partition(":")[2].strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        return re.sub(r"\\(.)", lambda match: _UNESCAPES.get(match[1], match[1]), value[1:-1])
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


def _fits(key: str, value: str) -> bool:
    return bool(web_address(value) if key == "canonical" else value)


def _values(draft: Analyse | Synthese) -> Mapping[str, str]:
    if isinstance(draft, Synthese):
        return {
            "title": draft.title,
            "seoTitle": draft.seo.title,
            "seoDescription": draft.seo.description,
            "slug": draft.slug,
            "canonical": draft.canonical,
        }
    return {
        "title": draft.title,
        "seoDescription": draft.standfirst,
        "slug": slugify_title(draft.title),
        "canonical": draft.source.url,
    }


def written_line(key: str, value: str) -> str:
    """A new line in the house's quoting: words in double quotes, dates, slug and address bare."""
    if canonical_key(key) in _PLAIN and _PLAIN_SAFE.fullmatch(value):
        return f"{key}: {value}"
    quoted = "".join(_ESCAPES.get(char, char) for char in value)
    return f'{key}: "{quoted}"'


def _place(key: str, lines: list[tuple[str, str]]) -> int:
    earlier = KEYS[: KEYS.index(key)]
    return max((n + 1 for n, (present, _) in enumerate(lines) if present in earlier), default=0)


def lines_of(block: list[str]) -> tuple[FrontMatterLine, ...]:
    """The lines of an existing front matter; what is indented or listed under a key belongs to that key's line."""
    lines: list[FrontMatterLine] = []
    for raw in block:
        match = re.match(r"([A-Za-z_][\w.\-]*)[ \t]*:", raw)
        at = _continued(raw, lines) if match is None else None
        if at is None:
            lines.append(FrontMatterLine(key=match[1] if match else "", raw=raw))
        else:
            whole = "\n".join([*(line.raw for line in lines[at:]), raw])
            lines[at:] = [FrontMatterLine(key=lines[at].key, raw=whole)]
    return tuple(lines)


def _continued(raw: str, lines: list[FrontMatterLine]) -> int | None:
    """Which line this one goes on from: the last, or across blank ones, if it is indented, the last with a key."""
    last = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].raw.strip()), None)
    if last is None or not raw.strip() or not lines[last].key:
        return None
    return last if last == len(lines) - 1 or raw[0].isspace() else None
