"""Encodings: marks, headers, metas, and bytes that say nothing or lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.charset import charset_of, decoded

FRENCH = "<p>Le ministère de l’Intérieur a dit « déjà », où l’on sait…</p>"
POLISH = "<p>Zażółć gęślą jaźń, minister powiedział, że nie podpisał umowy.</p>"
RUSSIAN = "<p>Министр сказал журналистам, что договор ещё не подписан.</p>"
JAPANESE = "<p>大臣は契約がまだ署名されていないと記者団に述べた。それは昨日のことだ。</p>"
CHINESE = "<p>部长告诉记者，合同尚未签署。这是昨天发生的事情，他没有多说。</p>"


@pytest.mark.parametrize(
    ("text", "encoding", "header", "meta"),
    [
        (FRENCH, "utf-8", "", ""),
        (FRENCH, "utf-8", "text/html; charset=iso-8859-1", ""),
        (FRENCH, "utf-8", "", '<meta charset="windows-1252">'),
        (FRENCH, "cp1252", "text/html; charset=ISO-8859-1", ""),
        (FRENCH, "cp1252", "", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
        (FRENCH, "cp1252", "text/html; charset=utf-8", '<meta charset="windows-1252">'),
        (FRENCH, "cp1252", "text/html; charset=utf-8", '<meta charset="utf-8">'),
        (FRENCH, "cp1252", "", ""),
        (FRENCH, "cp1252", "text/html; charset=nonsense", "<meta charset=rot13>"),
        (FRENCH, "utf-8-sig", "text/html; charset=iso-8859-1", ""),
        (FRENCH, "utf-16", "", ""),
        (FRENCH, "utf-32", "", ""),
        (FRENCH, "utf-16-le", "text/html; charset=utf-16le", ""),
        (POLISH, "iso8859-2", "", '<meta charset="iso-8859-2">'),
        (POLISH, "cp1250", "", ""),
        (RUSSIAN, "cp1251", "", ""),
        (RUSSIAN, "koi8-r", 'text/html; charset="koi8-r"', ""),
        (RUSSIAN, "koi8-r", "", ""),
        (JAPANESE, "cp932", "", "<meta charset='Shift_JIS'>"),
        (JAPANESE, "euc_jp", "", "<meta charset=euc-jp>"),
        (JAPANESE, "iso2022_jp", "text/html; charset=iso-2022-jp", ""),
        (CHINESE, "gb18030", "", "<meta charset=gb2312>"),
        (CHINESE, "gb18030", "", ""),
        (CHINESE.replace("签", "簽"), "utf-8", "", '<?xml version="1.0" encoding="big5"?>'),
    ],
)
def test_the_text_comes_out_as_it_was_written(text: str, encoding: str, header: str, meta: str) -> None:
    page = meta + text
    content = page.encode(encoding)
    assert decoded(content, charset_of(content, content_type=header)) == page


@pytest.mark.parametrize("meta", ["<meta charset=utf-16>", "<meta charset=utf-7>", "<meta charset=unicode_escape>"])
def test_a_meta_that_cannot_be_true_is_not_believed(meta: str) -> None:
    content = (meta + "<p>\\u0041 +AGE-</p>").encode()
    assert decoded(content, charset_of(content)) == content.decode()


def test_a_few_broken_characters_do_not_turn_a_page_around() -> None:
    content = (FRENCH * 40).encode() + b"\xe9\xff" + (FRENCH * 40).encode()
    assert charset_of(content, content_type="text/html; charset=utf-8") == "utf-8"


def test_a_meta_in_plain_text_is_only_text() -> None:
    content = b'<meta charset="iso-2022-jp"> is how one says it.'
    assert charset_of(content, markup=False) == "utf-8"


@given(st.binary(max_size=400), st.text(max_size=30))
def test_any_bytes_can_be_read_somehow(content: bytes, content_type: str) -> None:
    assert isinstance(decoded(content, charset_of(content, content_type=content_type)), str)
