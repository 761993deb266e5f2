"""What a page says of its own history: taken over from another publication, corrected since."""
# ruff: noqa: E501  a pattern broken in the middle of its alternatives is harder to read than a long line

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from pipeline.extract.page import Page
from schemas.article import Article

__all__ = ["origin_codes", "told_of_origin"]

CORRECTED = re.compile(
    r"^\W*(?:corrections?(?=\s*(?:[:(.,–—-]|\d|$|to\b|of\b|le\b|du\b))|corrected\b|clarification\b|editor[’']?s note|this (?:article|story) (?:was|has been) (?:amended|corrected|updated to correct)|"
    r"an earlier version of this|rectificatif|erratum|mise à jour\s*:|note de la rédaction|(?:cet article|une version précédente).{0,80}(?:corrig|modifi|erron|indiquait))",
    re.I,
)
AGENCY = r"(?:AFP|AP|The Associated Press|Associated Press|Reuters|Agence France-Presse|dpa|EFE|ANSA|PA Media|Press Association|UPI|Belga|ATS|Keystone-ATS|Xinhua|TASS|PTI|Bloomberg)"
SYNDICATED = re.compile(
    r"(?:this (?:article|story) (?:was|is|has been) (?:originally |first )?(?:published|republished|appeared)|(?:originally|first) (?:published|appeared) (?:in|on|at|by)|republished (?:from|with)|"
    r"cet article (?:est|a été) (?:republié|repris|initialement publié|publié à l[’']origine)|republié (?:à partir|depuis))",
    re.I,
)
# How agencies sign: a dateline in front, a credit in brackets behind, a byline of their own.
AGENCY_SIGNS = re.compile(
    rf"^.{{0,60}}\({AGENCY}\)\s*[-–—:]|\((?:[Aa]vec |[Ww]ith )?{AGENCY}(?:(?:,| et| and) {AGENCY})*\)\W*$|^\W*(?:(?:[Bb]y|[Pp]ar|[Ww]ith|[Aa]vec|[Ss]ource\s?:)\s+)?{AGENCY}\W*$"
)
# A line of its own, too short for the body.
CREDITED = re.compile(rf"\W*(?:[Ww]ith|[Aa]vec)\s+{AGENCY}(?:(?:,| et| and) {AGENCY})*\W*")


def told_of_origin(article: Article) -> list[str]:
    """The codes that the first and last paragraphs give."""
    texts = [one.text for one in article.paragraphs]
    ends = [*texts[:3], *texts[-4:]]
    codes = ["correction"] if any(CORRECTED.search(one) for one in ends) else []
    if any(SYNDICATED.search(one) or AGENCY_SIGNS.search(one) for one in ends):
        codes.append("syndicated")
    return codes


def origin_codes(page: Page, article: Article) -> list[str]:
    """The codes that the page's data gives, and its wording beside the text that was read."""
    codes = []
    inside = "ancestor::*[self::article or self::main] and not(ancestor::a or ancestor::nav or ancestor::aside)"
    texts = page.root.xpath(f"//text()[{inside} and not(parent::script or parent::style)]")
    notes = [one.strip() for one in texts]
    if page.article_data.get("correction") or any(map(CORRECTED.match, notes)):
        codes.append("correction")
    signed = any(re.fullmatch(AGENCY, one.strip()) for one in _signatures(page))
    if signed or any(map(CREDITED.fullmatch, notes)) or _stands_elsewhere(article):
        codes.append("syndicated")
    return codes


def _signatures(page: Page) -> Iterator[str]:
    authors = page.article_data.get("author")
    for one in authors if isinstance(authors, list) else [authors]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str):
            yield name
    yield from page.root.xpath("//meta[@name='author' or @property='article:author']/@content")


def _stands_elsewhere(article: Article) -> bool:
    """Whether the page names another site as the place of this text; one site's names share a word beside the ending."""
    hosts = [urlsplit(one).hostname or "" for one in (article.url, article.canonical or "")]
    mine, other = ({part for part in host.split(".")[:-1] if len(part) > 2} - {"www", "com"} for host in hosts)
    return bool(mine and other and not mine & other)
