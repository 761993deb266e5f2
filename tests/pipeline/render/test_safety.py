"""Nothing from a draft becomes markup or a dangerous address, and no character of it changes."""

import re

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pipeline.render import Target, render
from pipeline.render.addresses import web_address
from pipeline.render.markdown import escape_markdown, safe_markdown
from pipeline.settings import PROJECT, load_house
from schemas.draft import Analyse, Block, BodyParagraph, Section, SourceCard, Synthese
from tests.pipeline.drafts import HOSTILE

HOUSE = load_house(PROJECT / "data")
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LINE_STARTS = ("# titre", "- tiret", "+ plus", "* astre", "1. un", "2) deux", "> cité", "---", "===", "~~~", "    bloc")
DANGEROUS = (
    "[a](javascript:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](<javascript:alert(1)>)",
    "[a](data:text/html;base64,PHN2Zz4=)",
    "[a](vbscript:x)",
    "[a]( javascript:alert(1))",
    "[a][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "`<b>` <svg onload=alert(1)>",
    "\\`<script>alert(1)</script>\\`",
    "- `a\n- <script>alert(1)</script>`",
    "<!-- --><iframe src=//x></iframe>",
)


def harm_in(html: str) -> list[str]:
    """Everything in the HTML that the templates did not put there."""
    found: list[str] = []
    for element in lxml.html.document_fromstring(html).iter():
        if element.tag in ("script", "img", "svg", "iframe", "object", "embed", "style", "form", "base"):
            found.append(str(element.tag))
        for name, value in element.attrib.items():
            is_bad_address = name in ("href", "src") and not re.match(r"https?://", value)
            if name.startswith("on") or is_bad_address or name in ("style", "srcdoc"):
                found.append(f"{name}={value}")
    return found


def analyse_of(text: str) -> Analyse:
    return Analyse(
        title=text,
        standfirst=text,
        source=SourceCard(url=text, title=text, description=text, outlet=text),
        body=(BodyParagraph(text=text),),
        watchpoints=text,
        date=text,
        closing=text,
    )


def synthese_of(text: str) -> Synthese:
    return Synthese(
        title=text,
        tldr=(text,),
        sections=(Section(heading=text, blocks=(Block(text=text), Block(kind="list", text=f"- {text}"))),),
        source=SourceCard(url=text),
        canonical=text,
    )


@pytest.mark.parametrize("target", ["html", "ghost"])
@pytest.mark.parametrize("text", [*HOSTILE, *DANGEROUS, *LINE_STARTS, "javascript:alert(1)", '" onclick="x'])
def test_html_holds_no_markup_of_the_source(text: str, target: Target) -> None:
    for draft in (analyse_of(text), synthese_of(text)):
        assert harm_in(render(draft, target, house=HOUSE)) == []


@pytest.mark.parametrize("text", [*HOSTILE, *DANGEROUS])
def test_markdown_read_by_a_trusting_reader_does_no_harm(text: str) -> None:
    trusting = MarkdownIt("commonmark", {"html": True})
    trusting.validateLink = lambda url: True  # type: ignore[method-assign]
    trusting.disable("image")
    for draft in (analyse_of(text), synthese_of(text)):
        written = render(draft, "markdown", house=HOUSE)
        body = written.split("\n---\n", 1)[-1]
        assert harm_in(trusting.render(body)) == []


pieces = st.sampled_from((*HOSTILE, *LINE_STARTS)) | st.text(st.characters(exclude_categories=("C", "Z")), max_size=12)


@QUICK
@given(parts=st.lists(pieces, min_size=1, max_size=4), mark=st.sampled_from((" ", "\n", "")))
def test_escaped_text_shows_as_itself(parts: list[str], mark: str) -> None:
    text = "\n".join(line.strip() for line in mark.join(parts).split("\n") if line.strip())
    if not text:
        return
    shown = lxml.html.fragment_fromstring(MarkdownIt("commonmark", {"html": True}).render(escape_markdown(text)), "div")
    assert [child.tag for child in shown] == ["p"]
    assert shown.text_content().strip() == text
    assert len(shown[0]) == 0


@pytest.mark.parametrize(
    "text",
    [
        "du **gras**, de l'*italique*, un [lien](https://a.example/b_(c)) et `du <code>`",
        "<https://a.example/> et [courrier](mailto:a@b.example)",
        "3 < 4 et R&D ; 5\\*3",
        "```html\n<b>exemple</b>\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "> une citation",
    ],
)
def test_harmless_markdown_stays_to_the_byte(text: str) -> None:
    assert safe_markdown(text) == text


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//x.example", "data:,x", "ftp://x", "https://", "http://a b", "https://a\n", ""]
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert web_address(address) == ""


def test_a_web_address_stays_as_it_is() -> None:
    assert web_address("https://é.example/a?b=c&d#e") == "https://é.example/a?b=c&d#e"
