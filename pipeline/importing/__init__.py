"""Import: an article the house already published, read into a draft with nothing of it lost."""

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt

from pipeline.errors import UsageFault
from pipeline.importing.analyse import read_analyse
from pipeline.importing.ghost import GhostPost, read_ghost
from pipeline.importing.kinds import file_format, kind_of
from pipeline.importing.outlines import markdown_of_text
from pipeline.importing.pages import Page, read_page, rows_as_markdown
from pipeline.importing.rows import Row, folded, rows_of_text
from pipeline.importing.synthese import read_synthese, split_front_matter
from pipeline.render.addresses import web_address
from pipeline.render.dates import host_date, short_date
from pipeline.render.front_matter import canonical_key, line_value, written_line
from pipeline.render.slugs import slugify_title
from schemas.draft import Analyse, FrontMatterLine, Synthese, with_ids
from schemas.house import House

__all__ = ["read_published"]

_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")


def read_published(text: str, *, name: str, house: House) -> Analyse | Synthese:
    """The draft of an existing article in plain text, Markdown, HTML or Ghost's JSON; `name` is the file's.

    No text is changed. What has no place in a draft is kept in `unplaced`, and `notes` say in French what was read
    otherwise than written; only blank lines and rules of dashes are gone. Raises UsageFault when there is no text.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UsageFault(f"Le fichier {name} est vide.", "Indiquez le fichier d'un article.")
    text = _BLANK_LINES.sub("", text)
    form = file_format(text, name, house=house)
    if form == "ghost":
        return with_ids(_of_ghost(read_ghost(text), house))
    if form == "html":
        return with_ids(_of_html(text, house))
    return with_ids(_of_markdown(text, house) if form == "markdown" else _of_text(text, house))


def _of_text(text: str, house: House) -> Analyse | Synthese:
    rows = rows_of_text(text)
    if kind_of(rows, front_keys=set(), house=house) == "analyse":
        return read_analyse(rows, house=house)
    return read_synthese(markdown_of_text(text, house=house), house=house)


def _of_markdown(text: str, house: House) -> Analyse | Synthese:
    front, body = split_front_matter(text)
    page = read_page(_markdown_reader().render(body))
    keys = {canonical_key(line.key) for line in front}
    if kind_of(page.rows, front_keys=keys, house=house) == "synthese":
        return read_synthese(text, house=house)
    values = {canonical_key(line.key): line_value(line.raw) for line in front if line.key}
    draft = _analyse_of_page(page, house, title=values.get("title", ""))
    return _with_front_matter(draft, front)


def _of_html(text: str, house: House) -> Analyse | Synthese:
    page = read_page(text)
    if kind_of(page.rows, front_keys=set(), house=house) == "analyse":
        return _analyse_of_page(page, house)
    draft = read_synthese(rows_as_markdown(read_page(text, as_markdown=True).rows), house=house)
    seo = draft.seo.model_copy(update={"title": page.title, "description": page.description})
    canonical = page.canonical or draft.canonical
    return draft.model_copy(update={"seo": seo, "canonical": canonical, **_kept(draft, page.outside)})


def _of_ghost(post: GhostPost, house: House) -> Analyse | Synthese:
    page = read_page(post.html)
    if kind_of(page.rows, front_keys=set(), house=house) == "synthese":
        draft: Analyse | Synthese = _synthese_of_post(post, house)
    else:
        draft = _analyse_of_post(post, page, house)
    return draft.model_copy(update={"notes": (*draft.notes, *post.notes)})


def _synthese_of_post(post: GhostPost, house: House) -> Synthese:
    values = {
        "title": post.title,
        "seoTitle": post.meta_title,
        "seoDescription": post.meta_description or post.excerpt,
        "datePublished": host_date(post.published) if post.published else "",
        "slug": post.slug,
        "canonical": post.canonical,
    }
    front = "\n".join(written_line(key, value) for key, value in values.items() if value)
    body = rows_as_markdown(read_page(post.html, as_markdown=True).rows)
    return read_synthese(f"---\n{front}\n\n---\n\n{body}", house=house)


def _analyse_of_post(post: GhostPost, page: Page, house: House) -> Analyse:
    draft = _analyse_of_page(page, house, title=post.title, standfirst=post.excerpt)
    updates: dict[str, object] = {}
    if not draft.date and post.published:
        updates["date"] = short_date(post.published)
    if not draft.standfirst and post.excerpt:
        updates["standfirst"] = post.excerpt
    lost = [one for one in (post.meta_title, post.meta_description) if one and one not in (post.title, post.excerpt)]
    return draft.model_copy(update={**updates, **_kept(draft, lost)})


def _analyse_of_page(page: Page, house: House, *, title: str = "", standfirst: str = "") -> Analyse:
    rows = page.rows
    opening = [Row(text=one, block=-2 + n) for n, one in enumerate((title, standfirst)) if one]
    present = {folded(row.text) for row in rows[:4]}
    rows = (*(row for row in opening if folded(row.text) not in present), *rows)
    draft = read_analyse(rows, house=house)
    lost = [
        f"Lien non repris\u00a0: {words} ({address})"
        for words, address in page.links
        if address != draft.source.url and address
    ]
    title_left = [page.title] if page.title and folded(page.title) not in folded(draft.title) else []
    draft = draft.model_copy(update=_kept(draft, [*page.outside, *title_left]))
    return draft.model_copy(update={"notes": (*draft.notes, *dict.fromkeys(lost))})


def _with_front_matter(draft: Analyse, front: tuple[FrontMatterLine, ...]) -> Analyse:
    """The front matter of an analysis, which has no fields for most of it: kept where it says more than the draft."""
    known = {"title": draft.title, "seoDescription": draft.standfirst, "slug": slugify_title(draft.title)}
    left: list[str] = []
    url = draft.source.url
    for line in front:
        key, value = canonical_key(line.key), line_value(line.raw)
        if key == "canonical" and not url:
            url = web_address(value)
        if line.raw.strip() and known.get(key) != value and not (key == "canonical" and url == value):
            left.append(line.raw)
    source = draft.source.model_copy(update={"url": url})
    return draft.model_copy(update={"source": source, **_kept(draft, left)})


def _kept(draft: Analyse | Synthese, texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What changes in a draft when texts that have no place in it are kept with it."""
    left = [text for text in texts if text.strip()]
    if not left:
        return {}
    note = f"Hors de l'article, gardé sans place\u00a0: {len(left)} texte{'s' if len(left) > 1 else ''}."
    return {"unplaced": (*draft.unplaced, *left), "notes": (*draft.notes, note)}


def _markdown_reader() -> MarkdownIt:
    # Indented lines are prose here, and a line of dashes under a line is a rule, not a heading.
    reader = MarkdownIt("commonmark", {"html": True, "breaks": True})
    return reader.enable("table").disable(["code", "lheading"])
