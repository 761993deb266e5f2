"""The signs of a doubtful source, on the page and in its text."""
# ruff: noqa: E501  a pattern broken in the middle of its alternatives is harder to read than a long line

import re

from lxml.html import HtmlElement

from pipeline.extract.language import is_mixed
from pipeline.extract.listing import is_listing
from pipeline.extract.origins import origin_codes, told_of_origin
from pipeline.extract.page import Page, typed
from schemas.article import Article

__all__ = ["page_doubts", "text_doubts"]

SHORT = 500
# So few characters are a label, not a text.
SCANT = 40
# A preview is shorter than this; a page may say that it is for subscribers and still carry its whole text.
LONG_ENOUGH = 3000
LONG = 60_000
PAYWALL = re.compile(
    r"reached your .{0,20}limit|free articles? (?:left|remaining)|"
    r"subscribe (?:now |today )?to (?:continue|read|keep|unlock|get full)|become a subscriber (?:to|and|for)|to continue reading|keep reading (?:for|with)|subscribers?[- ]only|"
    r"(?:register|sign up|sign in|log ?in|create an? (?:free )?account) (?:for free |now )?to (?:continue|read|keep|see)|to (?:read|see|finish|access) (?:the (?:full|whole|entire|rest)|this) (?:of (?:the|this) )?(?:story|article)|"
    r"(?:available|exclusive) (?:only )?(?:to|for) (?:\w+ )?(?:subscribers|members)|this (?:article|story|content) is (?:for|reserved|only|exclusive|a subscriber)|this is a (?:subscriber|member|premium)|unlock this (?:article|story)|(?:want|like) to (?:read (?:on|the rest)|(?:keep|continue|finish) reading)\b.{0,30}\?|"
    r"(?:article|contenu|suite) (?:de cet article )?(?:est )?réservée?s? (?:à nos |aux )?abonnés|il vous reste .{1,30} de cet article|pour lire (?:la suite|l[’']intégralité|cet article)|pour (?:continuer|poursuivre) (?:la|votre) lecture|abonnez-vous pour (?:lire|continuer|accéder)",
    re.I,
)
OFFER_NAMES = re.compile(
    r"pay-?wall|reg(?:istration)?-?wall|subscriber-only|subscription-(?:wall|barrier|offer)|metered?-(?:wall|offer)",
    re.I,
)
OFFER = re.compile(
    r"subscri|abonn|unlimited|illimité|\b(?:sign|log) ?in\b|\bregister\b|member|cancel any ?time|sans engagement|"
    r"(?:[£$€]\s?\d|\d\s?[€p]\b).{0,20}(?:week|month|year|semaine|mois|an\b)",
    re.I,
)
OFFER_LONGEST = 800
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Menus say this too; it tells of a wall only where it stands in the article.
WALLED_OFF = re.compile(r"^\W*(?:already (?:a subscriber|a member|subscribed)|déjà abonnée?)", re.I)
CONSENT = re.compile(
    r"(?:we (?:and our|value your|use cookies)|before you continue|accept (?:all )?cookies|your privacy|consent to|manage (?:your )?(?:cookie|consent)|"
    r"continuer sans accepter|tout accepter|accepter (?:les|et)|votre vie privée|utilis\w+ des cookies|nos partenaires)",
    re.I,
)
SCRIPTED = re.compile(
    r"(?:enable|activate|turn on|requires?|need)\s+(?:\w+\s)?javascript|javascript (?:is|must|est|doit)|activer? javascript",
    re.I,
)
ERROR = re.compile(
    r"(?:page|article|story) (?:not found|(?:no longer|isn[’']t|is not) available|doesn[’']t exist|introuvable)|\b(?:404|403|500|502|503)\b.{0,30}(?:error|erreur|not found|forbidden)|"
    r"(?:error|erreur)\s*(?:404|403|500|502|503)|access denied|accès refusé|just a moment|are you a (?:human|robot)|verify(?:ing)? (?:that )?you are|attention required|"
    r"unusual traffic|captcha|n[’']existe (?:pas|plus)|page introuvable|something went wrong|temporarily unavailable|service unavailable|une erreur (?:est survenue|s[’']est produite)|"
    r"(?:couldn[’']t|could not|can[’']t|cannot) (?:find (?:that|the|this|your) page|be found)|down for (?:scheduled )?maintenance|unavailable due to legal",
    re.I,
)
# A title that is nothing but the error's name, whatever else the page offers instead.
ERROR_TITLE = re.compile(
    r"\W*(?:(?:sorry|oops|désolé|error|erreur)\W+)*(?:(?:4\d\d|50\d)\W*)?(?:(?:this|the|that|la|cette)\s)?(?:page|article|story)?\s?(?:you requested )?"
    r"(?:not found|(?:could not|couldn[’']t|cannot|can[’']t) be found|(?:is )?no longer available|introuvable|n[’']existe (?:pas|plus)|(?:access denied|forbidden))\W*",
    re.I,
)
LIVE_TITLE = re.compile(
    r"\blive (?:updates?|blog|coverage)\b|^\W*live\s*[:|–—-]|[–—-]\s*live\W*$|\bas it happened\b|^\W*(?:en )?direct\s*[.:|–—-]|\ben direct\s*[:.|–—-]|\bsuivez\b.{0,60}\ben direct\b",
    re.I,
)
LIVE_ADDRESS = re.compile(r"/live(?:-?blog)?/|/direct/|live-?blog|live-updates|(?<![\w])en-direct(?![\w])", re.I)


def page_doubts(page: Page, article: Article) -> list[str]:
    """The codes that the page's markup, data and wording give for the article read from it."""
    told = sum(len(one.text) for one in article.paragraphs)
    shown = _visible(page)
    codes = []
    if _is_paid(page, told):
        codes.append("paywall")
    if ERROR_TITLE.fullmatch(article.title):
        codes.append("error_page")
    elif told < 3 * SHORT:
        codes += _stands_for(page, article, shown)
    if is_listing(page, article, SHORT):
        codes.append("index_page")
    if _is_live(page, article):
        codes.append("live_blog")
    return [*codes, *origin_codes(page, article)]


def text_doubts(article: Article) -> list[str]:
    """The codes that the text itself gives, whatever it was read from."""
    texts = [one.text for one in article.paragraphs if one.kind != "caption"]
    told = sum(map(len, texts))
    codes = ["no_article"] if told < SCANT else []
    if SCANT <= told < SHORT:
        codes.append("too_short")
    if told > LONG:
        codes.append("too_long")
    if told and article.language not in ("en", "fr", None):
        codes.append("other_language")
    if is_mixed(texts, article.language):
        codes.append("mixed_language")
    if _stops_short(article):
        codes.append("truncated")
    return [*codes, *told_of_origin(article)]


def _visible(page: Page) -> str:
    return " ".join(
        " ".join(page.root.xpath("//body//text()[not(parent::script or parent::style or parent::noscript)]")).split()
    )[:200_000]


def _is_paid(page: Page, told: int) -> bool:
    """Whether the page says that its text is for subscribers, and what was read is no more than a preview."""
    if told >= LONG_ENOUGH:
        return False
    tiers = page.root.xpath("//meta[@property='article:content_tier' or @name='article:content_tier']/@content")
    parts = page.article_data.get("hasPart")
    said = [page.article_data, *(parts if isinstance(parts, list) else [parts])]
    return (
        any(str(one.get("isAccessibleForFree")).casefold() == "false" for one in said if isinstance(one, dict))
        or _counts_more(page, told)
        or any(one.strip().casefold() in ("locked", "metered") for one in tiers)
        or _says_wall(page)
    )


def _counts_more(page: Page, told: int) -> bool:
    """Whether the page's data counts more than twice the words that `told` characters can be."""
    count = str(page.article_data.get("wordCount") or "")
    return count.isdecimal() and int(count[:9]) > 2 * told / 5


def _says_wall(page: Page) -> bool:
    """Whether a text of the page opens with the words of a wall, or an element named as one makes an offer; an article
    about walls has the words amid a sentence.
    """
    for text in page.root.xpath("//body//text()[not(parent::script or parent::style or parent::noscript)]"):
        found = PAYWALL.search(text.strip())
        if found and found.start() <= 30:
            return True
    if any(
        OFFER_NAMES.search(f"{one.get('class') or ''} {one.get('id') or ''}") and _offers(one)
        for one in page.root.iter("*")
    ):
        return True
    inside = "//*[self::article or self::main]//text()[not(ancestor::header or ancestor::nav)]"
    return any(WALLED_OFF.match(one) for one in page.root.xpath(inside))


def _offers(element: HtmlElement) -> bool:
    """Whether an element shows an offer of access and nothing else; some sites name the paid text itself so."""
    if any(
        "hidden" in one.attrib or HIDDEN.search(one.get("style") or "") for one in (element, *element.iterancestors())
    ):
        return False
    text = " ".join(element.text_content().split())
    return len(text) <= OFFER_LONGEST and bool(OFFER.search(text))


def _is_live(page: Page, article: Article) -> bool:
    return (
        any("liveblogposting" in typed(one) for one in page.data)
        or bool(LIVE_ADDRESS.search(re.sub(r"^https?://[^/]+", "", article.url)))
        or bool(LIVE_TITLE.search(article.title))
    )


def _stands_for(page: Page, article: Article, shown: str) -> list[str]:
    """What a page with little text is instead of an article."""
    told = sum(len(one.text) for one in article.paragraphs)
    head = f"{article.title} {shown[:1500]}" if told < SHORT else article.title
    if len(shown) < 3000 and (error := ERROR.search(head)) and (told < SHORT or _is_most_of(head, error)):
        return ["error_page"]
    if _asks_throughout(article) or (told < SHORT and len(CONSENT.findall(shown)) >= 3):
        return ["consent_wall"]
    scripted = SCRIPTED.search(" ".join(page.root.xpath("//noscript//text()")) + shown[:2000])
    if len(shown) < 600 and (scripted or len(page.root.xpath("//script")) >= 3):
        return ["script_only"]
    return []


def _is_most_of(title: str, error: re.Match[str]) -> bool:
    """Whether a title says little beside the error: the site's name, not what an error has done to somebody."""
    return len(re.findall(r"\w+", title[: error.start()] + title[error.end() :])) <= 4


def _asks_throughout(article: Article) -> bool:
    """Whether the text asks for consent from one end to the other; an article about consent does not."""
    asking = [len(CONSENT.findall(one.text)) for one in article.paragraphs]
    return sum(asking) >= 3 and 2 * sum(map(bool, asking)) >= len(asking)


def _stops_short(article: Article) -> bool:
    """Whether the text says less than its description, or its last paragraph breaks off: an ellipsis, a comma or a
    small letter where a sentence should end.
    """
    told = [one.text.rstrip() for one in article.paragraphs if one.kind in ("body", "quote")]
    shown = sum(map(len, told))
    # Some sites put the whole text of a longer article into its description.
    if 0 < shown < SHORT and len(article.description or "") > shown:
        return True
    last = told[-1] if told else ""
    if len(last.split()) < 8 or re.search(r"://|www\.|@|\|", last.split()[-1]):
        return False
    return bool(re.search(r"(?:…|\.\.\.|\[…\]|,|\b[a-zà-öø-ÿ]+)$", last))
