"""Markdown into a synthesis, each text to the byte."""

import re

from pipeline.importing.marks import typography_of
from pipeline.importing.rows import folded
from pipeline.render.front_matter import canonical_key, line_value, lines_of
from pipeline.render.markdown import safe_markdown
from schemas.draft import Block, FrontMatterLine, Section, Seo, SourceCard, Synthese
from schemas.house import House

__all__ = ["read_synthese", "split_front_matter"]

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*)$")
_ITEM = re.compile(r"^([-*+•]|\d{1,9}[.)])[ \t]+")
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})")
_BOLD = re.compile(r"^(\*\*|__)(?P<words>.+)\1[ \t]*:?[ \t]*$")
_LINK = re.compile(r"^\s*\[(?P<label>[^\]]*)\]\((?P<url>https?://\S+)\)\s*$")
_TLDR = ("tl;dr", "tldr", "tl dr", "en bref", "l'essentiel", "en résumé")


def read_synthese(text: str, *, house: House) -> Synthese:
    """The draft of an existing synthesis in Markdown."""
    front, body = split_front_matter(text)
    values = {canonical_key(line.key): line_value(line.raw) for line in front if line.key}
    reader = _Reader(house)
    sections, labelled = reader.read(_blocks(body))
    title = values.get("title") or reader.title
    if reader.title and reader.title != title:
        reader.note(f"# {reader.title}", "Le titre de la page diffère de celui de l'en-tête")
    blocks = [block.text for one in sections for block in one.blocks]
    for part in (title, *reader.tldr, *(one.heading for one in sections), *blocks):
        if safe_markdown(part) != part:
            reader.notes.append(f"Balises ou liens que le rendu désarme\u00a0: {part}")
    return Synthese(
        title=title,
        tldr=tuple(reader.tldr),
        sections=sections,
        seo=Seo(title=values.get("seoTitle", ""), description=values.get("seoDescription", "")),
        slug=values.get("slug", ""),
        canonical=values.get("canonical", ""),
        source=SourceCard(url=reader.source_url),
        front_matter=front,
        typography=typography_of(body),
        labelled=labelled,
        unplaced=tuple(reader.unplaced),
        notes=tuple(reader.notes),
    )


def split_front_matter(text: str) -> tuple[tuple[FrontMatterLine, ...], str]:
    """The front matter's lines and what follows it; no lines where there is none."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return (), text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return (), text
    return lines_of(lines[1:end]), "\n".join(lines[end + 1 :])


def _blocks(text: str) -> list[str]:
    """Runs of non-blank lines; a heading stands alone, a fenced block is one whatever it holds."""
    found: list[list[str]] = [[]]
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            found[-1].append(line)
            if mark and mark[1].startswith(fence):
                fence = ""
            continue
        if _HEADING.match(line):
            found += [[line], []]
        elif line.strip():
            found[-1].append(line)
            fence = mark[1] if mark else ""
        else:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]


class _Reader:
    """Walks the blocks once, with the section it is in."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.title = ""
        self.tldr: list[str] = []
        self.source_url = ""
        self.unplaced: list[str] = []
        self.notes: list[str] = []

    def note(self, text: str, why: str) -> None:
        """Keep a text that has no place, and say why."""
        self.unplaced.append(text)
        self.notes.append(f"{why}\u00a0: {text}")

    def read(self, blocks: list[str]) -> tuple[tuple[Section, ...], bool]:
        """The sections, and whether the house's AI label stood at the end."""
        blocks, labelled = self._without_label(blocks)
        blocks = self._without_source(blocks)
        sections: list[Section] = []
        in_tldr, summary = False, list[str]()
        for block in blocks:
            heading = _HEADING.match(block)
            bold = None if heading or sections or in_tldr else _BOLD.match(block)
            if heading and len(heading[1]) == 1 and not self.title and not sections:
                self.title = heading[2]
            elif bold and self._opens_tldr(bold["words"], summary):
                in_tldr = True
                self.notes.append(f"Intertitre du résumé en gras\u00a0: {block}")
            elif heading:
                in_tldr = self._opens_tldr(heading[2], summary)
                if not in_tldr:
                    level = max(2, len(heading[1]))
                    sections.append(Section(heading=heading[2], level=level))
            elif in_tldr:
                summary.append(block)
            elif sections:
                kind = "list" if _ITEM.match(block) else "paragraph"
                last = sections[-1]
                sections[-1] = last.model_copy(update={"blocks": (*last.blocks, Block(kind=kind, text=block))})
            else:
                self.note(block, "Texte avant la première section")
        self._take_tldr(summary)
        return tuple(sections), labelled

    def _without_label(self, blocks: list[str]) -> tuple[list[str], bool]:
        label = self._house.texts.ai_label
        if not label:
            return blocks, True
        if blocks and folded(blocks[-1].replace("\\", "")) == folded(label):
            return blocks[:-1], True
        return blocks, False

    def _without_source(self, blocks: list[str]) -> list[str]:
        found = _LINK.match(blocks[-1]) if blocks else None
        if found is None:
            return blocks
        self.source_url = found["url"]
        if found["label"] != self._house.texts.source_label:
            self.notes.append(f"Lien vers la source écrit autrement que celui de la maison\u00a0: {blocks[-1].strip()}")
        return blocks[:-1]

    def _opens_tldr(self, heading: str, summary: list[str]) -> bool:
        if summary or folded(heading) not in {folded(self._house.texts.tldr_heading), *_TLDR}:
            return False
        if heading.strip() != self._house.texts.tldr_heading:
            self.notes.append(f"Intertitre du résumé écrit autrement que celui de la maison\u00a0: {heading}")
        return True

    def _take_tldr(self, blocks: list[str]) -> None:
        """The items of the summary's lists; where it has no list, its paragraphs."""
        has_list = any(_ITEM.match(block) for block in blocks)
        for block in blocks:
            if has_list and not _ITEM.match(block):
                self.note(block, "Texte sans puce dans le résumé")
            elif has_list:
                self._take_items(block)
            else:
                self.tldr.append(block)

    def _take_items(self, block: str) -> None:
        for line in block.split("\n"):
            item = _ITEM.match(line)
            if item:
                self.tldr.append(line[item.end() :])
            else:
                self.tldr[-1] += f"\n{line}"
