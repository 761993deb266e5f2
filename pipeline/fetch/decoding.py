"""What came over the wire, unpacked without ever holding more than was allowed."""

import re
import zlib
from collections.abc import Iterator

import brotli
import zstandard

__all__ = ["Damaged", "TooLarge", "unpacked"]

_STEP_BYTES = 1 << 18
_DEFLATE_PIECE_BYTES = 4_096
_ZSTD_PIECE_BYTES = 256
_LAYERS_MAX = 3
_PADDING = re.compile(rb"\0*")


class TooLarge(Exception):
    """The content unpacks to more than its limit."""


class Damaged(Exception):
    """The content is not what its encoding says, stops short, or is in an encoding nobody asked for."""


def unpacked(wire: bytes, encodings: str, *, max_bytes: int) -> bytes:
    """`wire` with the layers of a Content-Encoding header taken off, outermost last in the header.

    Raises TooLarge as soon as a layer passes `max_bytes`, having held at most a step more; Damaged.
    """
    layers = [one.strip().lower() for one in encodings.split(",") if one.strip().lower() not in ("", "identity")]
    if len(layers) > _LAYERS_MAX:
        raise Damaged
    content = wire
    for layer in reversed(layers):
        content = _gathered(_pieces(layer, content), max_bytes)
    if len(content) > max_bytes:
        raise TooLarge
    return content


def _pieces(layer: str, packed: bytes) -> Iterator[bytes]:
    if layer in ("gzip", "x-gzip"):
        return _inflated(packed, zlib.MAX_WBITS | 16)
    if layer == "deflate":
        # Servers send both the wrapped and the bare form under this name.
        return _inflated(packed, zlib.MAX_WBITS if packed[:1] == b"\x78" else -zlib.MAX_WBITS)
    if layer == "br":
        return _from_brotli(packed)
    if layer == "zstd":
        return _from_zstd(packed)
    raise Damaged


def _gathered(pieces: Iterator[bytes], max_bytes: int) -> bytes:
    kept = bytearray()
    try:
        for piece in pieces:
            kept += piece
            if len(kept) > max_bytes:
                raise TooLarge
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        raise Damaged from error
    return bytes(kept)


def _inflated(packed: bytes, window: int) -> Iterator[bytes]:
    at, member = 0, zlib.decompressobj(window)
    while not member.eof:
        if at >= len(packed):
            raise Damaged
        # Small pieces: what a member leaves over is copied, and a file may be made of members without end.
        rest = packed[at : at + _DEFLATE_PIECE_BYTES]
        at += len(rest)
        piece = member.decompress(rest, _STEP_BYTES)
        while piece:
            yield piece
            piece = member.decompress(member.unconsumed_tail, _STEP_BYTES)
        if member.eof:
            # A file may hold several members; zeros after the last one are padding.
            padding = _PADDING.match(packed, at - len(member.unused_data))
            at = padding.end() if padding else at
            if packed[at : at + 2] != b"\x1f\x8b":
                return
            member = zlib.decompressobj(window)


def _from_brotli(packed: bytes) -> Iterator[bytes]:
    stream = brotli.Decompressor()
    piece = stream.process(packed, output_buffer_limit=_STEP_BYTES)
    while piece or not stream.is_finished():
        if not piece and stream.can_accept_more_data():
            raise Damaged
        yield piece
        piece = stream.process(b"", output_buffer_limit=_STEP_BYTES)


def _from_zstd(packed: bytes) -> Iterator[bytes]:
    # RFC 9659: what is sent over HTTP needs a window of 8 MB at most.
    unpacker = zstandard.ZstdDecompressor(max_window_size=1 << 23)
    at, is_open = 0, False
    frame = unpacker.decompressobj()
    while at < len(packed):
        # A block unpacks to 128 kB at most and takes four bytes at least, so a short piece stays a small step.
        piece = packed[at : at + _ZSTD_PIECE_BYTES]
        yield frame.decompress(piece)
        at += len(piece) - len(frame.unused_data)
        is_open = not frame.eof
        if frame.eof:
            frame = unpacker.decompressobj()
    if is_open:
        raise Damaged
