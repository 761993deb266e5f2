"""The text of pages that are sent as a stream of elements to be built in the browser (React's server components)."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

__all__ = ["is_element", "streamed", "text_of"]

PUSHED = re.compile(r"""__next_f\s*(?:=[^;]{0,60})?\)?\.push\(\s*\[\s*1\s*,\s*(?=")""")
ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
# Elements that are paragraphs of their own.
PARAGRAPHS = frozenset({"p", "li", "h2", "h3", "h4", "blockquote"})


def streamed(scripts: list[str]) -> Iterator[Any]:
    """The values of the stream that a page's scripts push piece by piece: elements as JSON, long texts as strings."""
    stream = "".join(_pieces(scripts)).encode("utf-8", "surrogatepass")
    at = 0
    while row := ROW.match(stream, at):
        # A text says its length in bytes; anything else ends with its line.
        if row[2]:
            end = row.end() + int(row[2], 16)
            yield stream[row.end() : end].decode("utf-8", "replace")
            at = end
            continue
        end = stream.find(b"\n", row.end())
        end = len(stream) if end < 0 else end
        # Orders to load a style or a script are no JSON: their values carry a letter before them.
        with suppress(ValueError, RecursionError):
            yield json.loads(stream[row.end() : end].decode("utf-8", "replace"), strict=False)
        at = end + 1


def _pieces(scripts: list[str]) -> Iterator[str]:
    decoder = json.JSONDecoder(strict=False)
    for text in scripts:
        for found in PUSHED.finditer(text):
            try:
                piece, _ = decoder.raw_decode(text, found.end())
            except ValueError:
                continue
            yield str(piece)


def is_element(value: Any) -> bool:
    """Whether a value is a paragraph in the stream's form: a mark, the tag, a key, its properties."""
    return (
        isinstance(value, list)
        and len(value) == 4
        and value[0] == "$"
        and isinstance(value[1], str)
        and value[1] in PARAGRAPHS
        and isinstance(value[3], dict)
    )


def text_of(element: list[Any]) -> str:
    """The text of an element with what it holds, without markup."""
    pieces: list[str] = []
    stack: list[Any] = [element]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            pieces.append(one)
        elif isinstance(one, list) and len(one) == 4 and one[0] == "$":
            stack.append(one[3].get("children") if isinstance(one[3], dict) else None)
        elif isinstance(one, list):
            stack += reversed(one)
    return "".join(pieces)
