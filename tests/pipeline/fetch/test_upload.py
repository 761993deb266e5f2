"""Files handed over: judged by their bytes, kept as they came."""

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch import Captured, FetchLimits, capture_file, document
from pipeline.fetch import pdf as pdf_room
from schemas.source import Refusal
from tests.pipeline.fetch.files import encrypted_pdf, encrypted_pdf_of_today, mhtml, pdf
from tests.pipeline.fetch.servers import PAGE

NOW = datetime(2026, 2, 6, 9, 30, tzinfo=UTC)
PDF = pdf([["The agency said it had signed the contract."]])


def captured(content: bytes, name: str, url: str = "") -> Captured:
    outcome = capture_file(content, name=name, supplied_by="Camille", url=url, now=NOW)
    assert isinstance(outcome, Captured), outcome
    return outcome


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("page.html", PAGE, "text/html"),
        ("PAGE.HTM", b"<p>A fragment of a page.</p>", "text/html"),
        ("page.html", "\ufeff<!-- saved --><html><p>Words</p>".encode("utf-16"), "text/html"),
        ("page.xhtml", b'<?xml version="1.0"?>\n<!DOCTYPE html><html xmlns="x"><p>Words</p></html>', "text/html"),
        ("page.mhtml", mhtml("<html><p>Words</p></html>"), "multipart/related"),
        ("text.txt", b"Plain words.\n\nMore of them.", "text/plain"),
        ("BM.txt", b"BM said so. And more words follow here.", "text/plain"),
        ("text.txt", "L’été où…".encode("cp1252"), "text/plain"),
        ("text.txt", "L’été où…".encode("utf-16-le"), "text/plain"),
        ("text.txt", b"[Updated] The minister {and others} said so.", "text/plain"),
        ("text.md", b"# Title\n\nWords with <b>a tag</b>.", "text/markdown"),
        ("C:\\files\\paper.PDF", PDF, "application/pdf"),
    ],
)
def test_a_file_that_is_what_it_claims_is_taken(name: str, content: bytes, media_type: str) -> None:
    one = captured(content, name)
    assert one.content == content
    assert one.snapshot.media_type == media_type
    assert (one.snapshot.supply, one.snapshot.supplied_by) == ("uploaded", "Camille")
    assert one.snapshot.captured_at == "2026-02-06T09:30:00+00:00"


ARCHIVE = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
STARTS = (b"", b"<html>", ARCHIVE, b"# T\n\n", b"\xff\xfe")
REFUSED = [
    ("file_empty", "a.txt", b""),
    ("file_empty", "a.html", b" \r\n\t"),
    ("file_type_unknown", "a.docx", b"PK\x03\x04" + bytes(30)),
    ("file_type_unknown", "a", b"Some words."),
    ("file_type_unknown", "a.exe", b"MZ" + bytes(30)),
    ("file_type_mismatch", "a.pdf", PAGE),
    ("file_type_mismatch", "a.pdf", b"Some words."),
    ("file_type_mismatch", "a.html", PDF),
    ("file_type_mismatch", "a.html", b"Some words without a single tag."),
    ("file_type_mismatch", "a.html", mhtml("<p>Words</p>")),
    ("file_type_mismatch", "a.mhtml", PAGE),
    ("file_type_mismatch", "a.txt", PAGE),
    ("file_type_mismatch", "a.txt", b"\x89PNG\r\n\x1a\n" + bytes(30)),
    ("file_type_mismatch", "a.txt", gzip.compress(b"Some words.", mtime=0)),
    ("file_type_mismatch", "a.md", bytes(range(256))),
    ("file_type_mismatch", "a.txt", b"PK\x03\x04" + bytes(30)),
    ("file_encrypted", "a.pdf", encrypted_pdf()),
    ("file_encrypted", "a.pdf", encrypted_pdf_of_today()),
    ("file_damaged", "a.pdf", PDF[:120]),
    ("file_damaged", "a.pdf", b"%PDF-1.7\n" + bytes(500)),
    ("pdf_without_text", "a.pdf", pdf([[], []])),
    ("file_damaged", "a.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n"),
]


@pytest.mark.parametrize(("code", "name", "content"), REFUSED)
def test_a_file_that_is_not_what_it_claims_is_refused(code: str, name: str, content: bytes) -> None:
    outcome = capture_file(content, name=name, now=NOW)
    assert isinstance(outcome, Refusal)
    assert outcome.code == code
    assert name in outcome.message
    assert outcome.remedy.endswith(".")


def test_a_file_that_is_too_large_is_refused() -> None:
    outcome = capture_file(b"a" * 1_001, name="a.txt", now=NOW, limits=FetchLimits(max_bytes=1_000))
    assert isinstance(outcome, Refusal)
    assert outcome.code == "file_too_large"


def test_a_pdf_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_room, "_READING_MAX_S", 0.01)
    outcome = capture_file(PDF, name="a.pdf", now=NOW)
    assert isinstance(outcome, Refusal)
    assert outcome.code == "file_damaged"


def test_a_file_name_that_is_no_text_does_no_harm() -> None:
    assert isinstance(capture_file(b"Words.", name="caf\udce9.txt", now=NOW), Captured)
    assert isinstance(capture_file(b"Words.", name="caf\udce9.doc", now=NOW), Refusal)


@given(st.binary(max_size=300), st.sampled_from([*STARTS]), st.sampled_from(["a.html", "a.mhtml", "a.txt", "a.md"]))
def test_whatever_is_handed_over_ends_in_a_value_that_can_be_read(content: bytes, start: bytes, name: str) -> None:
    outcome = capture_file(start + content, name=name, now=NOW)
    if isinstance(outcome, Captured):
        read = document(outcome)
        assert (read.html is None) != (read.text is None)


def test_pasted_text_says_so_and_keeps_the_address_it_came_from() -> None:
    outcome = capture_file(
        b"Words.", name="colle.txt", url="https://news.example.com/a", now=NOW, supply="pasted", supplied_by="Camille"
    )
    assert isinstance(outcome, Captured)
    assert (outcome.snapshot.supply, outcome.snapshot.final_url) == ("pasted", "https://news.example.com/a")


def test_a_saved_page_tells_where_it_came_from_unless_the_editor_does() -> None:
    saved = (
        b"<!DOCTYPE html>\n<!-- saved from url=(0035)https://news.example.com/story?a=1 -->\n<html><p>Words</p></html>"
    )
    assert captured(saved, "a.html").snapshot.final_url == "https://news.example.com/story?a=1"
    assert captured(saved, "a.html", "https://b.example/").snapshot.final_url == "https://b.example/"
    assert captured(mhtml("<p>Words</p>"), "a.mhtml").snapshot.final_url == "https://news.example.com/story"
    assert captured(PAGE, "a.html").snapshot.final_url == ""


def test_a_page_is_read_in_its_own_charset() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><p>Été’s</p>'.encode("cp1252")
    html = document(captured(page, "a.html")).html
    assert html is not None
    assert html.startswith(b"\xef\xbb\xbf"), "the page's own meta would be believed"
    assert "Été’s" in html.decode("utf-8-sig")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_an_archived_page_yields_its_page(charset: str) -> None:
    read = document(captured(mhtml("<html><p>Été, déjà = là</p></html>", charset=charset), "a.mhtml"))
    assert read.html is not None
    assert read.html.decode("utf-8-sig").strip() == "<html><p>Été, déjà = là</p></html>"
    assert (read.text, read.url) == (None, "https://news.example.com/story")


def test_nested_archives_end_in_a_value() -> None:
    depth = 3_000
    opened = "".join(f"Content-Type: multipart/related; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    outcome = capture_file(b"MIME-Version: 1.0\n" + opened.encode(), name="a.mhtml", now=NOW)
    assert isinstance(outcome, Refusal)


def test_markdown_becomes_paragraphs_that_keep_only_what_marks_their_kind() -> None:
    text = b"---\ntitle: X\n---\nA *title*\n===\n\nOne [link](https://x.example/)\nwraps here.\n\n## Below\n\n"
    text += b"1. first\n- second `code`\n\n> said *so*\n\n![alt](p.png)\n"
    paragraphs = ["# A title", "One link wraps here.", "## Below", "- first", "- second code", "> said so"]
    assert document(captured(text, "a.md")).text == "\n\n".join(paragraphs)


@pytest.mark.parametrize("header", [b'a="b"; ' * 100_000, b";" * 1_000_000, b'a="' + b"x;" * 100_000])
def test_a_header_made_to_keep_its_reader_busy_is_refused_at_once(header: bytes) -> None:
    archive = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"; ' + header + b"\n\n--B\n\n--B--"
    assert isinstance(capture_file(archive, name="a.mhtml", now=NOW), Refusal)


def test_plain_text_keeps_its_paragraphs() -> None:
    text = "Title\r\n\r\nThe first paragraph.\r\n\r\nThe second one,\u00a0longer.\r\n"
    read = document(captured(text.encode(), "a.txt")).text
    assert read == "Title\n\nThe first paragraph.\n\nThe second one,\u00a0longer."


def test_a_pdf_becomes_running_text_without_heads_and_page_numbers() -> None:
    head, lines = "The Daily Example", ["first", "second", "third"]
    pages = [
        [
            head,
            f"The {name} page starts with a long sentence that runs over the edge of the",
            "line and goes on with a hyphen-",
            "ated word before it comes to its end here in the middle of the next line of",
            "the page.",
            "",
            f"Another paragraph of the {name} page (with brackets) says little.",
            f"{n}",
        ]
        for n, name in enumerate(lines, 1)
    ]
    text = document(captured(pdf(pages), "a.pdf")).text
    assert text is not None
    paragraphs = text.split("\n\n")
    assert head not in text
    assert len(paragraphs) == 6
    assert "goes on with a hyphenated word before" in paragraphs[0]
    assert paragraphs[0].endswith("the next line of the page.")
    assert paragraphs[1] == "Another paragraph of the first page (with brackets) says little."


def test_a_page_printed_small_keeps_its_sentences_whole() -> None:
    # As a browser prints a site without margins: some 190 characters a line.
    first = "The system, which the authority calls Tideline, relies on 312 sensors bolted to lamp posts, gangways and"
    wide = f"{first} ticket halls. Each one picks up the signals that a phone gives off even when it"
    lines = [
        "A table nobody mentioned",
        wide,
        "is not connected to anything.",
        "The identifier question",
        wide,
        "is not.",
    ]
    text = document(captured(pdf([lines]), "a.pdf")).text
    assert text is not None
    assert text.split("\n\n") == [
        "A table nobody mentioned",
        f"{wide} is not connected to anything.",
        "The identifier question",
        f"{wide} is not.",
    ]
