"""Captures go out as WARC and come back the same, without the network."""

import gzip
import io
import re
import socket
from datetime import UTC, datetime

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.errors import SourceFault
from pipeline.fetch import Captured, FetchLimits, capture_file, document, fetch, from_warc, to_warc
from tests.pipeline.fetch.conftest import Connections
from tests.pipeline.fetch.servers import PAGE, path_of, reply, serving

NOW = datetime(2026, 2, 6, 9, 30, tzinfo=UTC)


@pytest.fixture
def page() -> Captured:
    def script(connection: socket.socket, head: str) -> None:
        packed = reply(gzip.compress(PAGE), Content_Encoding="gzip", ETag='"é"', Set_Cookie="a=1")
        connection.sendall(packed if path_of(head) == "/b" else reply(b"", status=301, Location="/b"))

    with serving(script) as server:
        captured = fetch(server.url("/a"), allow_loopback=True, asked_by="Zoé")
    assert isinstance(captured, Captured)
    return captured


def uploaded() -> Captured:
    captured = capture_file("Été\n\nDéjà.".encode("cp1252"), name="note.txt", supplied_by="Zoé", now=NOW)
    assert isinstance(captured, Captured)
    return captured


def test_a_fetched_page_comes_back_the_same_with_the_network_off(page: Captured, connections: Connections) -> None:
    archive = to_warc(page)
    connections.clear()
    again = from_warc(archive)
    assert again == page
    assert document(again) == document(page)
    assert connections == []


def test_a_file_handed_over_comes_back_the_same() -> None:
    assert from_warc(to_warc(uploaded())) == uploaded()


def test_other_programs_read_the_archive(page: Captured) -> None:
    records = []
    for record in ArchiveIterator(io.BytesIO(to_warc(page)), check_digests="raise"):
        content = record.content_stream().read()
        if record.rec_type == "response":
            assert record.http_headers.get_header("Content-Encoding") is None
            assert record.http_headers.get_header("Content-Length") == str(len(PAGE))
        records.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), content))
    kinds = [kind for kind, _, _ in records]
    assert kinds == ["warcinfo", "response", "metadata"]
    assert records[1][1:] == (page.snapshot.final_url, PAGE)


def test_an_archive_made_elsewhere_yields_its_page() -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for url, status, content in (
        ("https://a.example/robots.txt", "404 No", b"no"),
        ("https://a.example/p.png", "200 OK", b"\x89PNG\r\n\x1a\n"),
        ("https://a.example/story", "200 OK", gzip.compress(PAGE)),
    ):
        packed = [("Content-Encoding", "gzip")] if content[:2] == b"\x1f\x8b" else []
        headers = StatusAndHeaders(status, [("Content-Type", "text/html"), *packed], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(url, "response", io.BytesIO(content), len(content), http_headers=headers)
        )
    captured = from_warc(out.getvalue())
    assert captured.content == PAGE
    assert captured.snapshot.final_url == "https://a.example/story"


def test_a_changed_archive_is_refused() -> None:
    plain = gzip.decompress(to_warc(uploaded()))
    changed = plain.replace("Déjà".encode("cp1252"), "Jamais"[:4].encode())
    assert changed != plain
    with pytest.raises(SourceFault, match="modifiée"):
        from_warc(changed)
    unsigned = re.sub(rb"WARC-(?:Block|Payload)-Digest: [^\r]+\r\n", b"", changed)
    with pytest.raises(SourceFault, match="modifiée"):
        from_warc(unsigned)


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_was_cut_off_gives_the_whole_page_or_none(packed: bool) -> None:
    whole = to_warc(uploaded()) if packed else gzip.decompress(to_warc(uploaded()))
    for end in range(len(whole)):
        try:
            assert from_warc(whole[:end]).content == uploaded().content
        except SourceFault:
            continue


def test_a_changed_archive_from_elsewhere_is_refused() -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    page = io.BytesIO(PAGE)
    writer.write_record(
        writer.create_warc_record("https://a.example/", "response", page, len(PAGE), http_headers=headers)
    )
    assert from_warc(out.getvalue()).content == PAGE
    with pytest.raises(SourceFault, match="modifiée"):
        from_warc(out.getvalue().replace(b"Some words", b"More words"))


@pytest.mark.parametrize(
    "content",
    [b"", b"not a WARC", b"not a WARC at all", b"\x1f\x8b\x08 broken", b"WARC/1.1\r\nWARC-Type: response\r\n\r\n"],
)
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(SourceFault):
        from_warc(content)


def test_a_page_too_large_is_refused() -> None:
    with pytest.raises(SourceFault, match="trop grande"):
        from_warc(to_warc(uploaded()), limits=FetchLimits(max_bytes=5))
