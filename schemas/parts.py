"""Every text of a draft under one address: what verification reads, a reviewer edits, a repair rewrites."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from schemas.base import Closed
from schemas.draft import DRAFT, Analyse, Synthese

__all__ = ["Part", "iter_parts", "part_at", "part_text", "plain_path", "resolve_path", "stable_path", "with_part"]

_STEP = re.compile(r"([a-z_]+)(?:\[([^\]]+)\])?")


class Part(Closed):
    """One text of the draft: its path (`body[2]`, `quotes[0].speaker`), its stable id where it has one, its words."""

    path: str
    id: str = ""
    text: str


def iter_parts(draft: Analyse | Synthese) -> Iterator[Part]:
    """All texts that reach a reader, in reading order; house texts and the source card are not among them."""
    yield Part(path="title", text=draft.title)
    yield from _analyse_parts(draft) if isinstance(draft, Analyse) else _synthese_parts(draft)


def _analyse_parts(draft: Analyse) -> Iterator[Part]:
    yield Part(path="standfirst", text=draft.standfirst)
    for n, paragraph in enumerate(draft.body):
        yield Part(path=f"body[{n}]", id=paragraph.id, text=paragraph.text)
    for n, quote in enumerate(draft.quotes):
        for field in ("translation", "speaker", "role", "outlet"):
            yield Part(path=f"quotes[{n}].{field}", id=quote.id, text=getattr(quote, field))
    yield Part(path="watchpoints", text=draft.watchpoints)
    for n, action in enumerate(draft.actions):
        for field in ("title", "description", "signal"):
            yield Part(path=f"actions[{n}].{field}", id=action.id, text=getattr(action, field))
    for pillar, reason in draft.pillar_reasons.items():
        yield Part(path=f"pillar_reasons[{pillar}]", text=reason)


def _synthese_parts(draft: Synthese) -> Iterator[Part]:
    for n, bullet in enumerate(draft.tldr):
        yield Part(path=f"tldr[{n}]", text=bullet)
    for n, section in enumerate(draft.sections):
        yield Part(path=f"sections[{n}].heading", id=section.id, text=section.heading)
        for m, block in enumerate(section.blocks):
            yield Part(path=f"sections[{n}].blocks[{m}]", id=block.id, text=block.text)
    yield Part(path="seo.title", text=draft.seo.title)
    yield Part(path="seo.description", text=draft.seo.description)
    yield Part(path="slug", text=draft.slug)


def resolve_path(draft: Analyse | Synthese, path: str) -> tuple[str | int, ...]:
    """The keys to walk for a path; an index may be a number or a stable id. Raises KeyError when nothing is there."""
    return tuple(step for step, _ in _walk(draft, path))


def plain_path(draft: Analyse | Synthese, path: str) -> str:
    """The same path with numbers for ids (`body[b3]` → `body[2]`). Raises KeyError when nothing is there."""
    return _spelled(path, resolve_path(draft, path))


def stable_path(draft: Analyse | Synthese, path: str) -> str:
    """The same path with ids for numbers wherever a part has one: it still names its part when others come and go.

    Raises KeyError when nothing is there.
    """
    named: list[str | int] = []
    for step, here in _walk(draft, path):
        named.append(_id_of(here) or step if isinstance(step, int) else step)
    return _spelled(path, tuple(named))


def _spelled(path: str, steps: tuple[str | int, ...]) -> str:
    keys = iter(steps)
    pieces = []
    for piece in _split(path):
        name = str(next(keys))
        pieces.append(f"{name}[{next(keys)}]" if "[" in piece else name)
    return ".".join(pieces)


def part_at(draft: Analyse | Synthese, path: str) -> Any:
    """What lies at a path: a text, or what holds it. Raises KeyError when nothing is there."""
    return _walk(draft, path)[-1][1]


def part_text(draft: Analyse | Synthese, path: str) -> str:
    """The text at a path; of a paragraph or block, its `text`. Raises KeyError when nothing is there."""
    here = part_at(draft, path)
    text = getattr(here, "text", here) if isinstance(here, Closed) else here
    if not isinstance(text, str):
        raise KeyError(path)
    return text


def with_part(draft: Analyse | Synthese, path: str, text: str) -> Analyse | Synthese:
    """The draft with one text replaced. Offsets of sentences in a replaced paragraph no longer hold and are dropped."""
    part_text(draft, path)
    data = draft.model_dump(mode="json")
    *way, last = resolve_path(draft, path)
    here: Any = data
    for step in way:
        here = here[step]
    if isinstance(here[last], dict):
        here[last] |= {"text": text, "sentences": []}
    else:
        here[last] = text
    return DRAFT.validate_python(data)


def _walk(draft: Analyse | Synthese, path: str) -> list[tuple[str | int, Any]]:
    """Each key on the way of a path, with what lies there. Raises KeyError when nothing does."""
    way: list[tuple[str | int, Any]] = []
    here: Any = draft
    for piece in _split(path):
        match = _STEP.fullmatch(piece)
        if match is None or not isinstance(here, Closed) or match[1] not in type(here).model_fields:
            raise KeyError(path)
        here = getattr(here, match[1])
        way.append((match[1], here))
        if match[2] is not None:
            key = _index(here, match[2], path)
            here = here[key]
            way.append((key, here))
    return way


def _split(path: str) -> list[str]:
    # A stable id may hold a dot (`s1.b2`), so only dots outside brackets part the steps.
    return re.split(r"\.(?![^\[]*\])", path)


def _index(here: Any, key: str, path: str) -> str | int:
    if isinstance(here, Mapping) and key in here:
        return key
    if isinstance(here, tuple):
        if key.isdecimal() and int(key) < len(here):
            return int(key)
        for n, one in enumerate(here):
            if _id_of(one) == key:
                return n
    raise KeyError(path)


def _id_of(here: Any) -> str:
    """The stable id of what stands in a list; empty where it has none."""
    return str(getattr(here, "id", "")) if isinstance(here, Closed) else ""
