"""Whether a page lists articles instead of telling one: a home page, a section, a tag, the results of a search."""

from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from pipeline.extract.page import Page
from pipeline.extract.segment import key
from schemas.article import Article

__all__ = ["is_listing"]

# So many headlines that lead elsewhere make a list; a page of one article may have as many below it.
MANY = 8
# A headline with its teaser and credits; what holds more is no single entry.
ENTRY_CHARS = 1_000
# A front page lists more under a few headlines than it heads; menus and footers do so on every page.
LISTED = "//li[a and not(ancestor::nav or ancestor::header or ancestor::footer)]"
TITLE_WORDS = 3
LINKED = "//h2[a] | //h3[a] | //h4[a] | //a[h2] | //a[h3] | //a[h4]"


def is_listing(page: Page, article: Article, little: int) -> bool:
    """Whether what was read is made of entries under linked headlines, or next to nothing (less than `little`)."""
    own = [one for one in page.root.xpath(LINKED)[:200] if _leads_within(one, page.url)]
    is_home = not urlsplit(article.url).path.strip("/")
    if is_home and len(own) >= MANY:
        return True
    # A page whose data describes one article tells it, whatever stands around.
    if page.article_data:
        return False
    if is_home or sum(len(one.text) for one in article.paragraphs) < little:
        return len(own) + _titles_in_lists(page) >= MANY
    if len(own) < MANY:
        return False
    told = [key(one.text) for one in article.paragraphs]
    entries = [key(_entry(one)) for one in own]
    listed = sum(len(one) for one in told if any(one in entry for entry in entries))
    return listed >= 0.5 * sum(map(len, told))


def _titles_in_lists(page: Page) -> int:
    """How many items of lists are links of a title's length that stay on the site."""
    items = (one for one in page.root.xpath(LISTED)[:200] if len(one.text_content().split()) >= TITLE_WORDS)
    return sum(_leads_within(one, page.url) for one in items)


def _leads_within(headline: HtmlElement, url: str) -> bool:
    """Whether the headline's link stays on the site; a list of recommendations leads to others."""
    links = headline.xpath("(self::a | a)[1]/@href")
    try:
        return bool(links) and urlsplit(urljoin(url, links[0])).hostname == urlsplit(url).hostname
    except ValueError:
        return False


def _entry(headline: HtmlElement) -> str:
    """The text of the largest element around a headline that is still one entry."""
    text = headline.text_content()
    for around in headline.iterancestors():
        wider = around.text_content()
        if len(wider) > ENTRY_CHARS or len(around.xpath(".//h2 | .//h3 | .//h4")) > 1:
            break
        text = wider
    return str(text)
