"""The signs of a doubtful source, on the page and in its text."""
# ruff: noqa: E501  a pattern broken in the middle of its alternatives is harder to read than a long line

import re

from pipeline.extract.language import is_mixed
from pipeline.extract.page import Page, typed
from schemas.article import Article

__all__ = ["page_doubts", "text_doubts"]

SHORT = 500
# So few characters are a label, not a text.
SCANT = 40
# A preview is shorter than this; a page may say that it is for subscribers and still carry its whole text.
LONG_ENOUGH = 3000
LONG = 60_000
CORRECTED = re.compile(
    r"^\W*(?:correction|corrected|clarification|editor[’']?s note|this (?:article|story) (?:was|has been) (?:amended|corrected|updated to correct)|"
    r"an earlier version of this|rectificatif|erratum|mise à jour\s*:|note de la rédaction|(?:cet article|une version précédente).{0,80}(?:corrig|modifi|erron|indiquait))",
    re.I,
)
SYNDICATED = re.compile(
    r"(?:this (?:article|story) (?:was|is|has been) (?:originally |first )?(?:published|republished|appeared)|originally (?:published|appeared) (?:in|on|at|by)|republished (?:from|with)|"
    r"cet article (?:est|a été) (?:republié|repris|initialement publié|publié à l[’']origine)|republié (?:à partir|depuis))",
    re.I,
)
PAYWALL = re.compile(
    r"reached your .{0,20}limit|free articles? (?:left|remaining)|"
    r"subscribe (?:now |today )?to (?:continue|read|keep|unlock|get full)|already a subscriber|become a subscriber (?:to|and|for)|to continue reading|keep reading (?:for|with)|subscribers? only|"
    r"this (?:article|story|content) is (?:for|reserved|only|exclusive)|unlock this (?:article|story)|"
    r"(?:article|contenu|suite) (?:est )?réservée?s? (?:à nos |aux )?abonnés|il vous reste .{1,30} de cet article|pour lire la suite|abonnez-vous pour (?:lire|continuer)|déjà abonné",
    re.I,
)
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
    r"unusual traffic|captcha|n[’']existe (?:pas|plus)|page introuvable|something went wrong|temporarily unavailable|service unavailable",
    re.I,
)


def page_doubts(page: Page, article: Article) -> list[str]:
    """The codes that the page's markup, data and wording give for the article read from it."""
    told = sum(len(one.text) for one in article.paragraphs)
    shown = _visible(page)
    codes = []
    if _is_paid(page, told):
        codes.append("paywall")
    if told < 3 * SHORT:
        codes += _stands_for(page, article, shown)
    if any("liveblogposting" in typed(one) for one in page.data) or re.search(
        r"/live(?:-blog|blog)?/|/en-direct|/direct/", article.url
    ):
        codes.append("live_blog")
    return codes


def text_doubts(article: Article) -> list[str]:
    """The codes that the text itself gives, whatever it was read from."""
    texts = [one.text for one in article.paragraphs]
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
    ends = [*texts[:3], *texts[-4:]]
    if any(CORRECTED.search(one) for one in ends):
        codes.append("correction")
    if any(SYNDICATED.search(one) for one in ends):
        codes.append("syndicated")
    return codes


def _visible(page: Page) -> str:
    return " ".join(
        " ".join(page.root.xpath("//body//text()[not(parent::script or parent::style or parent::noscript)]")).split()
    )[:200_000]


def _is_paid(page: Page, told: int) -> bool:
    """Whether the page says that its text is for subscribers, and what was read is no more than a preview."""
    if told >= LONG_ENOUGH:
        return False
    tiers = page.root.xpath("//meta[@property='article:content_tier' or @name='article:content_tier']/@content")
    return (
        str(page.article_data.get("isAccessibleForFree")).casefold() == "false"
        or any(one.strip().casefold() in ("locked", "metered") for one in tiers)
        or _says_wall(page)
    )


def _says_wall(page: Page) -> bool:
    """Whether a text of the page opens with the words of a wall; an article about walls has them amid a sentence."""
    for text in page.root.xpath("//body//text()[not(parent::script or parent::style or parent::noscript)]"):
        found = PAYWALL.search(text.strip())
        if found and found.start() <= 30:
            return True
    return False


def _stands_for(page: Page, article: Article, shown: str) -> list[str]:
    """What a page with little text is instead of an article."""
    told = sum(len(one.text) for one in article.paragraphs)
    head = f"{article.title} {shown[:1500]}" if told < SHORT else article.title
    if len(shown) < 3000 and ERROR.search(head):
        return ["error_page"]
    if len(CONSENT.findall(article.text)) >= 3 or (told < SHORT and len(CONSENT.findall(shown)) >= 3):
        return ["consent_wall"]
    scripted = SCRIPTED.search(" ".join(page.root.xpath("//noscript//text()")) + shown[:2000])
    if len(shown) < 600 and (scripted or len(page.root.xpath("//script")) >= 3):
        return ["script_only"]
    return ["index_page"] if _is_index(page, article) else []


def _is_index(page: Page, article: Article) -> bool:
    path = re.sub(r"^https?://[^/]+", "", article.url).strip("/")
    articles = page.root.xpath("//article | //h2/a | //h3/a | //h2[parent::a] | //h3[parent::a]")
    told = sum(1 for one in article.paragraphs if one.kind == "body" and len(one.text) > 200)
    return len(articles) >= 8 and (not path or (not page.article_data and told < 2))


def _stops_short(article: Article) -> bool:
    """Whether the last paragraph breaks off: an ellipsis, a comma or a small letter where a sentence should end."""
    told = [one.text.rstrip() for one in article.paragraphs if one.kind in ("body", "quote")]
    last = told[-1] if told else ""
    if len(last.split()) < 8 or re.search(r"://|www\.|@|\|", last.split()[-1]):
        return False
    return bool(re.search(r"(?:…|\.\.\.|\[…\]|,|\b[a-zà-öø-ÿ]+)$", last))
