# ruff: noqa: E501  passages and pages are kept as one reads them
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import body_text, extract, extract_text
from tests.pipeline.extract.pages import EN, FR, NEWS, RELATED, article_page, plain, prose

URL = "https://paper.example/2026/03/bridge-closed"
TITLE = "Old bridge to close for the winter"
TWEET = '<blockquote class="twitter-tweet"><p>The ferry should never have been sold, and everyone on the east bank knows it.</p>— Lena Brook</blockquote>'


def body(html: str) -> str:
    return body_text(html.encode(), URL)


def test_the_body_is_the_article_and_nothing_beside_it() -> None:
    furniture = (
        '<p><a href="/x">Read more: Ferry sold to the town of Ostwick</a></p>'
        '<div class="newsletter-signup"><h3>The Morning Bridge</h3><p>Get the day’s stories in your inbox every morning.</p></div>'
    )
    html = article_page(
        prose(EN[:3]) + furniture + prose(EN[3:]) + "<p>Follow us on Facebook and Instagram.</p>" + RELATED
    )
    assert body(html).split("\n\n") == list(EN)


def test_the_headline_and_what_stands_above_it_are_no_body() -> None:
    html = article_page(prose(EN), before="<p>Ostwick, weather: rain</p>")
    assert TITLE not in body(html)
    assert body(html).startswith(EN[0])


@pytest.mark.parametrize("line", ["By Lena Brook", "By LENA BROOK and Tom Reed", "Lena Brook"])
def test_a_line_that_only_names_the_authors_is_no_text(line: str) -> None:
    said = {**NEWS, "author": [{"@type": "Person", "name": one} for one in ("Lena Brook", "Tom Reed")]}
    article = extract(article_page(f"<p>{line}</p>{prose(EN)}", data=said).encode(), url=URL)
    assert article.authors == ("Lena Brook", "Tom Reed")
    assert [one.text for one in article.paragraphs] == list(EN)


def test_a_body_split_over_like_containers_is_read_whole() -> None:
    parts = "".join(
        f'<div class="chunk">{prose(EN)}</div><div class="slot"><p>Advertisement</p></div>' for _ in range(3)
    )
    assert body(article_page(parts)).count(EN[-1]) == 3


def test_a_post_set_in_the_text_stays() -> None:
    html = article_page(prose(EN[:3]) + TWEET + prose(EN[3:]))
    article = extract(html.encode(), url=URL)
    (embed,) = [one for one in article.paragraphs if one.kind == "embed" and "ferry" in one.text]
    assert embed.text.startswith("The ferry should never")


def test_a_text_that_only_the_data_carries_is_read() -> None:
    told = {**NEWS, "articleBody": "\n\n".join(EN)}
    assert EN[-1] in body(
        plain(TITLE, f'<div id=app></div><script type="application/ld+json">{json.dumps(told)}</script>')
    )
    state = json.dumps({"page": {"blocks": [{"html": f"<p>{one}</p>"} for one in EN]}})
    assert EN[-1] in body(plain(TITLE, f"<div id=app></div><script>window.__STATE__ = {state};</script>"))


JA = (
    "市議会は月曜日、二つの橋脚にひび割れが見つかったことを受け、冬の間、古い橋を閉鎖することを決めた。",
    "反対は二票だった。",
    "郡が五月に公表した数字によると、毎日およそ四千二百人がこの橋を渡っており、その多くは対岸の工場へ通う人たちだという。",
    "迂回路は多くの人にとって二十五分の遠回りとなり、かつて橋の横を走っていた渡し船は二〇一九年に隣の町へ売却された。",
    "修理費は百二十万ドルに上り、州がその半分を負担することになっていて、工事は春の増水の前に完了する予定だという。",
)
TH = (
    "สภาเมืองเบรนฟอร์ดลงมติเมื่อวันจันทร์ให้ปิดสะพานเก่าตลอดฤดูหนาว หลังจากวิศวกรพบรอยร้าวในตอม่อสองต้นของสะพาน",
    "ตามตัวเลขที่เทศมณฑลเผยแพร่ในเดือนพฤษภาคม มีคนข้ามสะพานนี้ประมาณ 4,200 คนต่อวัน ส่วนใหญ่เป็นคนงาน",
    "เส้นทางอ้อมจะใช้เวลาเพิ่มขึ้นอีกยี่สิบห้านาทีสำหรับคนส่วนใหญ่ และเรือข้ามฟากถูกขายไปแล้วในปี 2562",
    "การซ่อมแซมจะมีค่าใช้จ่าย 1.2 ล้านดอลลาร์ และมีกำหนดแล้วเสร็จก่อนน้ำหลากในฤดูใบไม้ผลิ ตามคำแถลงของเมือง",
    "ผู้ค้าบนฝั่งตะวันออกกังวลเรื่องรายได้ของฤดูกาลนี้ และบางรายลดชั่วโมงทำงานของพนักงานลงแล้วตั้งแต่ต้นเดือน",
    "สภาเมืองจะประชุมอีกครั้งในเดือนหน้าเพื่อพิจารณาข้อเสนอเรื่องเรือข้ามฟากชั่วคราวสำหรับผู้ที่ต้องไปทำงานทุกวัน",
)


@pytest.mark.parametrize("lines", [JA, TH, FR], ids=["Japanese", "Thai", "French"])
def test_a_text_in_the_state_needs_neither_spaces_nor_full_stops(lines: tuple[str, ...]) -> None:
    told = lines * 2
    state = json.dumps({"props": {"blocks": [{"type": "p", "text": one} for one in told]}})
    script = f'<script id="__NEXT_DATA__" type="application/json">{state}</script>'
    assert body(plain("N24", "<div id=app></div>" + script)).split("\n\n") == list(told)


def test_a_text_that_the_data_parts_into_paragraphs_stays_parted() -> None:
    # The joiner that Persian writes inside words is part of them.
    lines = [
        f"شورای شهر در نشست {n} خود پل قدیمی را می\u200cبندد و هزینه\u200cها را به رأی می\u200cگذارد."
        for n in "۱۲۳۴۵۶۷۸"
    ]
    told = {**NEWS, "articleBody": "\n\n".join(lines)}
    html = plain(TITLE, f'<div id=app></div><script type="application/ld+json">{json.dumps(told)}</script>')
    assert body(html).split("\n\n") == lines


def pushed(stream: str) -> str:
    """A page that sends its text as a stream, cut where it falls."""
    cuts = [stream[at : at + 700] for at in range(0, len(stream), 700)]
    return "".join(f"<script>self.__next_f.push([1,{json.dumps(one)}])</script>" for one in cuts)


def test_a_text_that_is_streamed_to_the_browser_is_read() -> None:
    link = ["$", "a", None, {"href": "/x", "children": "the old bridge"}]
    parts = [["$", "p", None, {"children": [one, " See ", link, "."]}] for one in EN]
    rows = f'1:I["chunk.js"]\n2:{json.dumps(["$", "div", None, {"children": parts}])}\n'
    lines = body(plain(TITLE, "<div id=app></div>" + pushed(rows))).split("\n\n")
    assert lines == [f"{one} See the old bridge." for one in EN]


def test_a_long_text_in_the_stream_is_read_to_its_length() -> None:
    html = "".join(f"<p>{one}</p>" for one in FR)
    rows = f'1:"$Sreact"\n5:T{len(html.encode()):x},{html}6:["$","p",null,{{"children":"Autre chose."}}]\n'
    assert body(plain(TITLE, "<div id=app></div>" + pushed(rows))).split("\n\n") == list(FR)


@pytest.mark.parametrize("form", ["next", "parse"])
def test_a_text_in_the_state_of_the_page_is_read(form: str) -> None:
    state = json.dumps({"props": {"pageProps": {"body": [{"type": "text", "value": one} for one in EN]}}})
    script = {
        "next": f'<script id="__NEXT_DATA__" type="application/json">{state}</script>',
        "parse": f"<script>window.__STATE__ = JSON.parse({json.dumps(state)});</script>",
    }[form]
    assert body(plain(TITLE, "<div id=app></div>" + script)).split("\n\n") == list(EN)


def test_the_entries_of_a_live_blog_that_only_its_data_carries_are_read() -> None:
    updates = [{"@type": "BlogPosting", "headline": f"Entry {n}", "articleBody": one} for n, one in enumerate(EN)]
    live = {"@type": "LiveBlogPosting", "headline": TITLE, "liveBlogUpdate": updates}
    html = plain(TITLE, f'<h1>{TITLE}</h1><script type="application/ld+json">{json.dumps(live)}</script>')
    article = extract(html.encode(), url=URL)
    assert [one.text for one in article.paragraphs if one.text in EN] == list(EN)
    assert "Entry 2" in article.text
    assert "live_blog" in [one.code for one in article.warnings]


def test_kinds_survive() -> None:
    html = article_page(
        prose(EN[:2])
        + "<h2>A long detour</h2><ul><li>The bridge closes on 4 November.</li><li>It opens again in March.</li></ul>"
        + f"<blockquote><p>{EN[2]}</p></blockquote>"
        + prose(EN[3:])
    )
    kinds = {one.text: one.kind for one in extract(html.encode(), url=URL).paragraphs}
    assert kinds["A long detour"] == "heading"
    assert kinds["It opens again in March."] == "list_item"
    assert kinds[EN[2]] == "quote"
    assert kinds[EN[3]] == "body"


def test_a_row_of_figures_keeps_its_label() -> None:
    rows = "".join(f"<tr><td>Pier {n}</td><td>{n}0 cracks</td></tr>" for n in range(1, 6))
    assert "Pier 3 | 30 cracks" in body(article_page(prose(EN[:3]) + f"<table>{rows}</table>" + prose(EN[3:])))


def test_the_credits_of_the_page_are_the_articles() -> None:
    data = {
        **NEWS,
        "author": [{"@type": "Person", "name": "Lena Brook"}, {"@type": "Organization", "name": "The Paper"}],
        "datePublished": "2026-03-04T09:30:00+01:00",
    }
    head = '<meta property="og:title" content="Bridge closure 2026: all you need to know"><meta name="description" content="Cracks in two piers."><link rel=canonical href="/bridge">'
    article = extract(article_page(prose(EN), data=data, head=head).encode(), url=URL)
    assert article.title == TITLE
    assert article.authors == ("Lena Brook",)
    assert article.published == "2026-03-04T09:30:00+01:00"
    assert (article.outlet, article.language) == ("The Paper", "en")
    assert article.description == "Cracks in two piers."
    assert article.canonical == "https://paper.example/bridge"


@pytest.mark.parametrize(
    ("declared", "charset"),
    [("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-16", "utf-16"), ("none", "utf-8")],
)
def test_a_page_in_another_encoding_is_read_right(declared: str, charset: str) -> None:
    page = article_page(prose(FR), lang="fr", title="Le vieux pont fermé")
    html = page.replace("charset=utf-8", f"charset={declared}")
    article = extract(html.encode(charset), url=URL)
    assert FR[2] in [one.text for one in article.paragraphs]
    assert article.title == "Le vieux pont fermé"


def test_sentences_and_quotes_stand_at_their_offsets() -> None:
    article = extract(article_page(prose(EN)).encode(), url=URL)
    assert all(one.sentences for one in article.paragraphs)
    assert [(one.text, one.speaker) for one in article.quotes] == [
        ("We never asked for this,", "Anna Holt"),
        ("But nobody wants to be the one who left it open.", "Anna Holt"),
    ]
    for quote in article.quotes:
        paragraph = article.paragraph(quote.paragraph)
        assert paragraph is not None and paragraph.text[quote.start : quote.end] == quote.text


def test_a_pasted_text_has_its_first_line_for_a_title() -> None:
    article = extract_text(f"{TITLE}\n\n" + "\n\n".join(EN), url="texte collé")
    assert article.title == TITLE
    assert [one.text for one in article.paragraphs] == list(EN)


def test_markdown_keeps_its_headings_and_lists() -> None:
    article = extract_text(f"# {TITLE}\n\n{EN[0]}\n\n## A long detour\n\n- by the ferry\n- by the mill", url="note.md")
    assert article.title == TITLE
    assert [one.kind for one in article.paragraphs] == ["body", "heading", "list_item", "list_item"]


@given(st.text(max_size=300))
def test_any_text_is_an_article(text: str) -> None:
    article = extract_text(text, url="t")
    for one in article.paragraphs:
        assert one.text.strip()
        assert all(one.text[s.start : s.end] == s.text for s in one.sentences)
