"""Whether a page lists articles instead of telling one: a home page, a section, a tag, the results of a search."""

from urllib.parse import urlsplit

from lxml.html import HtmlElement

from pipeline.extract.page import Page
from pipeline.extract.segment import key
from schemas.article import Article

__all__ = ["is_listing"]

# So many headlines that lead elsewhere make a list; a page of one article may have as many below it.
MANY = 8
# A headline with its teaser and credits; what holds more is no single entry.
ENTRY_CHARS = 1_000
LINKED = "//h2[a] | //h3[a] | //h4[a] | //a[h2] | //a[h3] | //a[h4]"


def is_listing(page: Page, article: Article, little: int) -> bool:
    """Whether what was read is made of entries under linked headlines, or next to nothing (less than `little`)."""
    headlines = page.root.xpath(LINKED)[:200]
    if len(headlines) < MANY:
        return False
    told = [key(one.text) for one in article.paragraphs]
    whole = sum(map(len, told))
    if whole < little or not urlsplit(article.url).path.strip("/"):
        return True
    entries = [key(_entry(one)) for one in headlines]
    listed = sum(len(one) for one in told if any(one in entry for entry in entries))
    return listed >= 0.5 * whole


def _entry(headline: HtmlElement) -> str:
    """The text of the largest element around a headline that is still one entry."""
    text = headline.text_content()
    for around in headline.iterancestors():
        wider = around.text_content()
        if len(wider) > ENTRY_CHARS or len(around.xpath(".//h2 | .//h3 | .//h4")) > 1:
            break
        text = wider
    return str(text)
