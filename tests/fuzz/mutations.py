"""Hostile pages, made by chance from a seed: mutated pages, nesting bombs, huge attributes, broken encodings."""

import random
from collections.abc import Callable, Sequence

__all__ = ["hostile_page"]

SCRAPS = (
    b"<",
    b">",
    b"</",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"&#0;",
    b"&#xffffffff;",
    b"\x00",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b'"',
    b"<script>",
    b"<table>",
    b"<p>",
)
CHARSETS = (
    b"utf-8",
    b"utf-16",
    b"utf-7",
    b"shift_jis",
    b"gb2312",
    b"no-such",
    b"iso-8859-1",
    b"koi8-r",
    b"idna",
    b"rot13",
    b"base64",
)
NESTED = (
    b"<div>",
    b"<p><b><i>",
    b"<table><tr><td>",
    b"<ul><li>",
    b"<blockquote>",
    b"<a><span>",
    b"<svg><g>",
    b"<font>",
)


def hostile_page(seed: int, pages: Sequence[bytes], *, largest: int = 200_000) -> bytes:
    """A page of at most about `largest` bytes; the same seed and pages give the same bytes."""
    dice = random.Random(seed)
    page = dice.choice(pages)
    for _ in range(dice.randint(1, 4)):
        page = dice.choice(MUTATIONS)(page, dice, largest)
    return page[: 2 * largest]


def _spliced(page: bytes, dice: random.Random, largest: int) -> bytes:
    for _ in range(dice.randint(1, 40)):
        at = dice.randrange(len(page) + 1)
        page = page[:at] + dice.choice(SCRAPS) + page[at + dice.randint(0, 9) :]
    return page


def _cut(page: bytes, dice: random.Random, largest: int) -> bytes:
    return page[: dice.randrange(len(page) + 1)]


def _noisy(page: bytes, dice: random.Random, largest: int) -> bytes:
    changed = bytearray(page)
    for _ in range(min(len(changed), dice.randint(1, 200))):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _nested(page: bytes, dice: random.Random, largest: int) -> bytes:
    tag = dice.choice(NESTED)
    at = dice.randrange(len(page) + 1)
    return page[:at] + tag * dice.randint(1, max(1, largest // 4 // len(tag))) + page[at:]


def _inflated(page: bytes, dice: random.Random, largest: int) -> bytes:
    filler = dice.choice((b"x", b"&amp;", b"class ", b"\xc3\xa9", b"{"))
    name = dice.choice((b"class", b"style", b"href", b"content", b"id"))
    return page.replace(b"<p", b"<p " + name + b'="' + filler * dice.randint(1, largest // len(filler)) + b'"', 1)


def _declared(page: bytes, dice: random.Random, largest: int) -> bytes:
    return b"<meta charset=" + dice.choice(CHARSETS) + b">" + page


def _recoded(page: bytes, dice: random.Random, largest: int) -> bytes:
    return page.decode("utf-8", "replace").encode(dice.choice(("utf-16", "cp1252", "shift_jis", "utf-32")), "replace")


def _with_state(page: bytes, dice: random.Random, largest: int) -> bytes:
    deep = dice.choice((b"[", b'{"a":')) * dice.randint(1, largest // 8)
    kind = dice.choice((b"application/ld+json", b"application/json", b"text/javascript"))
    return page + b"<script type=" + kind + b">" + deep + b"</script>"


def _quoted(page: bytes, dice: random.Random, largest: int) -> bytes:
    filler = dice.choice(('" a ', "« ", "“A said ", "‘’", "A. ", "Aa Bb, ", "!?", "(")).encode()
    return page + b"<article><p>" + filler * dice.randint(1, largest // 8 // len(filler)) + b"</p></article>"


MUTATIONS: tuple[Callable[[bytes, random.Random, int], bytes], ...] = (
    _spliced,
    _cut,
    _noisy,
    _nested,
    _inflated,
    _declared,
    _recoded,
    _with_state,
    _quoted,
)
