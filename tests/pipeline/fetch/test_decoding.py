"""Unpacking holds no more than it was allowed, whatever comes."""

import gzip
import tracemalloc
from collections.abc import Callable

import brotli
import pytest
import zstandard

from pipeline.fetch.decoding import Damaged, TooLarge, unpacked

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "br": lambda content: brotli.compress(content, quality=5),
    "zstd": lambda content: zstandard.ZstdCompressor().compress(content),
}


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_bomb_never_stands_in_memory(encoding: str) -> None:
    bomb = PACKERS[encoding](bytes(60_000_000))
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            unpacked(bomb, encoding, max_bytes=1_000_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 25_000_000


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_several_members_in_a_row_are_one_content(encoding: str) -> None:
    pack = PACKERS[encoding]
    assert unpacked(pack(b"one ") + pack(b"two"), encoding, max_bytes=100) == b"one two"


def test_a_file_of_members_without_content_is_taken_off_in_one_pass() -> None:
    # Copying what is left after each member would take minutes here.
    packed = gzip.compress(b"", mtime=0) * 400_000 + gzip.compress(b"end")
    assert unpacked(packed, "gzip", max_bytes=100) == b"end"


def test_the_limit_itself_is_allowed() -> None:
    assert unpacked(gzip.compress(b"a" * 100), "gzip", max_bytes=100) == b"a" * 100
    assert unpacked(b"a" * 100, "", max_bytes=100) == b"a" * 100
    with pytest.raises(TooLarge):
        unpacked(b"a" * 101, "identity", max_bytes=100)


def test_nothing_cannot_be_a_packed_page() -> None:
    with pytest.raises(Damaged):
        unpacked(b"", "br", max_bytes=100)
