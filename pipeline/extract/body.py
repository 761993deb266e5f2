"""Which blocks of a page are the article's body: the library's reading, mended by what holds for pages in general."""

import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from pipeline.extract.page import Page
from pipeline.extract.scripts import STOPS, has_sentence, weight, words
from pipeline.extract.segment import HEADINGS, Block, key, segment
from pipeline.extract.state import carried_reading
from pipeline.extract.votes import first_reading, locate
from pipeline.extract.wording import is_aside_name, is_furniture, is_link_lead_alone, is_tail

__all__ = ["find_body"]

# A marked-off part with more of the text than this is no aside, whatever its class says.
ASIDE_SHARE = 0.2
# Elements whose names follow their own words, or those of a table's contents.
NAMED_FREELY = HEADINGS | {"tr", "td", "th", "tbody", "table"}
# Elements that are text by themselves, however short it is.
FLOWING = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dd", "dt", "tr"})

ENDED = re.compile(rf"[{STOPS}]['\"”’»)」』]*$")


def find_body(page: Page, headline: str) -> list[Block]:
    """The blocks of the article's body in reading order, without the headline; empty where the page has none."""
    blocks = segment(page.root)
    shown = first_reading(page)
    carried = carried_reading(page, shown)
    body = locate(carried or shown, blocks)
    if not body:
        return []
    body = _below_headline(body, headline)
    body = _without_asides(body)
    body = _completed(body, blocks, headline)
    return _trimmed(_without_pointers(body))


def _below_headline(body: list[Block], headline: str) -> list[Block]:
    """Without the headline, and without what a page puts above it; a heading amid the text that repeats it stays."""
    name = key(headline)
    if len(name) < 8:
        return body
    told = sum(len(one.text) for one in body)
    above = 0
    for place, one in enumerate(body):
        if one.kind == "heading" and _names_alike(key(one.text), name):
            first = one.holder.tag == "h1"
            if not first and any(_tells(before) for before in body[:place]):
                return body
            start = place + 1 if above <= ASIDE_SHARE * told else 0
            rest = [after for after in body[start:] if after is not one]
            return _without_standfirst(rest, one)
        above += len(one.text)
    return [one for one in body if key(one.text) != name]


def _names_alike(mine: str, name: str) -> bool:
    short, long = sorted((mine, name), key=len)
    return short in long and len(short) >= 0.75 * len(long)


def _without_standfirst(body: list[Block], title: Block) -> list[Block]:
    """The line below the headline, set as a heading in the same head of the page, is the article's description."""
    head = title.holder.getparent()
    if (
        len(body) > 1
        and body[0].kind == "heading"
        and head is not None
        and body[1].kind != "heading"
        and _inside(body[0].holder, head)
    ):
        whole = sum(len(one.text) for one in body if _inside(one.holder, head))
        if whole == len(body[0].text):
            return body[1:]
    return body


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _aside_of(block: Block, memory: dict[HtmlElement, HtmlElement | None]) -> HtmlElement | None:
    """The outermost element marked as an aside that holds this block, below the article's own element."""
    chain: list[HtmlElement] = []
    element: HtmlElement | None = block.holder
    while element is not None and element.tag not in ("body", "html", "main") and element not in memory:
        chain.append(element)
        element = element.getparent()
    found = memory.get(element) if element is not None else None
    for one in reversed(chain):
        if found is None and (one.tag == "footer" or (one.tag not in NAMED_FREELY and is_aside_name(_names(one)))):
            found = one
        memory[one] = found
    return memory.get(block.holder)


def _without_asides(body: list[Block]) -> list[Block]:
    memory: dict[HtmlElement, HtmlElement | None] = {}
    homes = [_aside_of(one, memory) for one in body]
    weight: Counter[HtmlElement | None] = Counter()
    for one, home in zip(body, homes, strict=True):
        weight[home] += len(one.text)
    told = sum(weight.values())
    return [one for one, home in zip(body, homes, strict=True) if home is None or weight[home] > ASIDE_SHARE * told]


def _completed(body: list[Block], blocks: Sequence[Block], headline: str) -> list[Block]:
    """Add what stands among the chosen blocks, or in a container like theirs, and was passed over."""
    if not body:
        return body
    chosen = {one.order for one in body}
    parents: Counter[HtmlElement] = Counter()
    for one in body:
        parents[_container(one)] += len(one.text)
    told = sum(parents.values())
    home = {one for one, weight in parents.items() if weight >= 0.15 * told}
    likes = {_signature(one) for one in home if one.get("class")}
    span = range(min(chosen), max(chosen) + 1)
    memory: dict[HtmlElement, HtmlElement | None] = {}
    added: list[Block] = []
    known = {key(one.text) for one in body}
    for one in blocks:
        if (
            one.order in chosen
            or one.hidden
            or _repeats(one, known)
            or _aside_of(one, memory) is not None
            or key(one.text) == key(headline)
        ):
            continue
        where = _container(one)
        if one.kind == "embed":
            fits = one.order in span or any(_inside(one.holder, parent) for parent in home)
        elif one.kind == "caption":
            fits = False
        elif where in home:
            fits = _tells(one) or (one.order in span and one.holder.tag in FLOWING)
        else:
            fits = bool(where.get("class")) and _signature(where) in likes and _tells(one) and _akin(where, home)
        if fits:
            added.append(one)
    return sorted([*body, *added], key=lambda one: one.order)


def _repeats(block: Block, known: set[str]) -> bool:
    """Whether a block says again what was chosen: the whole text in one piece, or a paragraph's second copy."""
    mine = key(block.text)
    return mine in known or sum(1 for one in known if len(one) > 60 and one in mine) >= 2


def _container(block: Block) -> HtmlElement:
    parent = (
        block.holder.getparent()
        if block.holder.tag in ("p", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre")
        else block.holder
    )
    return block.holder if parent is None else parent


def _signature(element: HtmlElement) -> tuple[str, str]:
    return str(element.tag), element.get("class") or ""


def _akin(where: HtmlElement, home: set[HtmlElement]) -> bool:
    """Whether two containers part within three steps: pieces of one article, not two articles of a page."""
    near = {one for parent in home for one in _ancestors(parent, 3)}
    return any(one in near for one in _ancestors(where, 3))


def _ancestors(element: HtmlElement, count: int) -> list[HtmlElement]:
    found: list[HtmlElement] = []
    parent = element.getparent()
    while parent is not None and len(found) < count and parent.tag not in ("body", "html"):
        found.append(parent)
        parent = parent.getparent()
    return found


def _inside(element: HtmlElement, other: HtmlElement) -> bool:
    return any(one is other for one in element.iterancestors())


def _tells(block: Block) -> bool:
    """Whether a block reads as running text: a sentence of some length that is not made of links."""
    return weight(block.text) > 80 and block.link_share < 0.5 and has_sentence(block.text)


def _without_pointers(body: list[Block]) -> list[Block]:
    """Without the lines that lead elsewhere, and the links that a line such as "You may also like" announces."""
    kept: list[Block] = []
    announced = False
    for place, one in enumerate(body):
        follower = body[place + 1] if place + 1 < len(body) else None
        if is_link_lead_alone(one.text):
            announced = follower is None or follower.link_share > 0.7
            if announced or one.kind != "heading":
                continue
        elif announced and one.link_share > 0.7:
            continue
        announced = False
        if not is_furniture(one.text, one.link_share, one.kind == "list_item") and not _is_pointer(one):
            kept.append(one)
    return kept


def _is_pointer(block: Block) -> bool:
    """A paragraph that is one link of several words and no sentence leads to another page."""
    if block.kind != "body" or block.link_share < 0.9 or weight(block.text) > 200:
        return False
    return words(block.text) >= 4 and not ENDED.search(block.text) and "://" not in block.text


def _trimmed(body: list[Block]) -> list[Block]:
    """Without the credits, invitations and headings that no text follows."""
    end = len(body)
    while end and (body[end - 1].kind == "heading" or is_tail(body[end - 1].text) or _is_link_item(body[end - 1])):
        end -= 1
    return body[:end] if end else body


def _is_link_item(block: Block) -> bool:
    return block.kind == "list_item" and block.link_share > 0.9 and words(block.text) >= 3
