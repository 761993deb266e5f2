"""Pages written for the tests: good ones and doubtful ones, of invented papers about invented towns."""
# ruff: noqa: E501  passages and pages are kept as one reads them

import json
from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["DOUBTFUL", "GOOD", "Sample", "article_page", "prose"]

EN = (
    "The council of Brenford voted on Monday to close the old bridge for the winter, after engineers found cracks in two of its piers.",
    "“We never asked for this,” said Anna Holt, the mayor. “But nobody wants to be the one who left it open.”",
    "About 4,200 people cross the bridge every day, according to figures that the county published in May.",
    "The detour adds 25 minutes for most of them, and the ferry that once ran beside the bridge was sold in 2019.",
    "Shopkeepers on the east bank say that they fear for the season; three of them have already cut the hours of their staff.",
    "The repair is to cost $1.2 million, of which the state has promised half, and is planned to end before the spring floods.",
)
FR = (
    "Le conseil de Brissac-le-Vieux a voté lundi la fermeture du vieux pont pour l’hiver, après la découverte de fissures dans deux piles.",
    "« Nous n’avons rien demandé », a déclaré Jean Mercoeur, maire de la commune. « Mais personne ne veut courir ce risque. »",
    "Quelque 4 200 personnes traversent l’ouvrage chaque jour, selon les chiffres publiés en mai par le département.",
    "Le détour leur prendra vingt-cinq minutes de plus, et le bac qui longeait autrefois le pont a été vendu en 2019.",
    "Les commerçants de la rive gauche craignent pour la saison ; trois d’entre eux ont déjà réduit les heures de leurs salariés.",
    "La réparation coûtera 1,2 million d’euros, dont la moitié promise par l’État, et doit finir avant les crues du printemps.",
)
DE = (
    "Der Rat der Stadt Altbrück hat am Montag beschlossen, die alte Brücke über den Winter zu sperren, weil zwei Pfeiler Risse haben.",
    "Jeden Tag überqueren etwa 4200 Menschen die Brücke, wie aus Zahlen hervorgeht, die der Landkreis im Mai veröffentlicht hat.",
    "Der Umweg kostet die meisten von ihnen fünfundzwanzig Minuten, und die Fähre wurde schon vor Jahren verkauft.",
    "Die Händler am Ostufer fürchten um die Saison und haben bereits die Arbeitszeiten ihrer Angestellten gekürzt.",
    "Die Reparatur soll mehr als eine Million Euro kosten und vor dem Hochwasser im Frühjahr beendet sein.",
)
ES = (
    "El consejo de Puenteviejo votó el lunes cerrar el antiguo puente durante el invierno, después de que se hallaran grietas en dos pilares.",
    "Unas 4200 personas cruzan el puente cada día, según las cifras que publicó la provincia en el mes de mayo.",
    "El desvío supone veinticinco minutos más para la mayoría, y la barca que antes cruzaba el río se vendió hace años.",
    "Los comerciantes de la orilla este temen por la temporada y ya han reducido las horas de sus empleados.",
    "La reparación costará más de un millón de euros y debe terminar antes de las crecidas de la primavera.",
)


class Sample(NamedTuple):
    name: str
    html: str
    url: str = "https://paper.example/2026/03/bridge-closed"
    code: str = ""


def prose(lines: tuple[str, ...], times: int = 1) -> str:
    return "".join(f"<p>{line}</p>" for line in lines * times)


def article_page(
    body: str,
    *,
    title: str = "Old bridge to close for the winter",
    lang: str = "en",
    head: str = "",
    data: Mapping[str, object] | None = None,
    before: str = "",
    after: str = "",
) -> str:
    ld = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return (
        f"<!doctype html><html lang={lang}><head><meta charset=utf-8><title>{title} | The Paper</title>"
        f'<meta property="og:site_name" content="The Paper">{head}{ld}</head><body><header><nav><a href="/">Home</a> <a href="/n">News</a></nav></header>'
        f"{before}<main><article><h1>{title}</h1>{body}</article></main>{after}<footer><p>© The Paper</p></footer></body></html>"
    )


NEWS = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Old bridge to close for the winter"}
RELATED = '<aside class="related"><h2>Related</h2><ul><li><a href="/a">Ferry sold to Ostwick</a></li><li><a href="/b">Floods of 2012</a></li></ul></aside>'
TEASERS = "".join(
    f'<article><h2><a href="/{n}">Ostwick story number {n} of the week</a></h2><p>A short line about story number {n}.</p></article>'
    for n in range(14)
)
COOKIES = (
    "<div id=cmp><h1>We value your privacy</h1><p>We and our 812 partners use cookies to store and access information on a device.</p>"
    "<p>Before you continue, choose: accept all cookies, or manage your consent. You may consent to all purposes now.</p>"
    "<button>Accept all</button><p>Your privacy choices can be changed at any time.</p></div>"
)
COOKIES_FR = (
    "<div id=cmp><h1>Le respect de votre vie privée est notre priorité</h1><p>Avec nos partenaires, nous utilisons des cookies pour mesurer l’audience.</p>"
    "<p>Vous pouvez tout accepter ou continuer sans accepter. Nos partenaires sont au nombre de 812.</p></div>"
)


def plain(title: str, body: str, lang: str = "en") -> str:
    return f"<html lang={lang}><head><title>{title}</title></head><body>{body}</body></html>"


GOOD = (
    Sample("plain English article", article_page(prose(EN))),
    Sample("plain French article", article_page(prose(FR), lang="fr", title="Le vieux pont fermé pour l’hiver")),
    Sample("with JSON-LD", article_page(prose(EN), data={**NEWS, "isAccessibleForFree": True})),
    Sample(
        "declared for subscribers, yet whole", article_page(prose(EN, 5), data={**NEWS, "isAccessibleForFree": False})
    ),
    Sample(
        "with a menu that sells subscriptions",
        article_page(prose(EN), before="<ul><li><a href=/sub>Become a Subscriber</a></li></ul>"),
    ),
    Sample("with a cookie banner", article_page(prose(EN), after=COOKIES)),
    Sample(
        "with a French cookie banner", article_page(prose(FR), lang="fr", title="Le vieux pont fermé", after=COOKIES_FR)
    ),
    Sample("with related links", article_page(prose(EN) + RELATED)),
    Sample(
        "among many teasers", article_page(prose(EN, 2), data=NEWS, after=f"<section class=more>{TEASERS}</section>")
    ),
    Sample(
        "with a noscript",
        article_page(prose(EN), after="<noscript>Please enable JavaScript to see our comments.</noscript>"),
    ),
    Sample(
        "about an error page",
        article_page(prose(EN) + "<p>Visitors of the town's site saw only “404 page not found” on Tuesday.</p>"),
    ),
    Sample(
        "a wall that is not shown, and a text that is named as one",
        article_page(
            f'<div class="paywall">{prose(EN, 2)}</div><div class="paywall-offer" style="display: none"><p>Subscribe for £1 a week.</p></div>'
        ),
    ),
    Sample("about an error", article_page(prose(EN), title="How a 404 error cost a town two million")),
    Sample(
        "about cookies",
        article_page(
            "<p>The firm made people accept cookies before they could consent to anything, the county’s lawyer said, and “your privacy” was its slogan.</p>"
            + prose(EN),
            title="County sues over cookie banners",
        ),
    ),
    Sample(
        "about a paywall",
        article_page(
            prose(EN, 4) + "<p>The Brenford Courier asks its readers to subscribe to continue reading, she said.</p>"
        ),
    ),
    Sample(
        "with a list",
        article_page(prose(EN) + "<ul><li>The bridge closes on 4 November.</li><li>It opens again in March.</li></ul>"),
    ),
    Sample("with subheadings", article_page(prose(EN[:3]) + "<h2>A long detour</h2>" + prose(EN[3:]))),
    Sample(
        "without an article element",
        plain("Old bridge to close", f"<h1>Old bridge to close</h1><div id=story>{prose(EN)}</div>"),
    ),
    Sample(
        "with a correction",
        article_page(prose(EN) + "<p>Correction: an earlier version of this article gave a wrong figure.</p>"),
    ),
    Sample(
        "syndicated", article_page(prose(EN) + "<p>This article was originally published by The Ostwick Herald.</p>")
    ),
    Sample(
        "with one foreign quotation",
        article_page(prose(EN, 2) + "<p>“Die Brücke bleibt zu,” said a visitor from Altbrück.</p>"),
    ),
    Sample(
        "ends on a source line",
        article_page(prose(EN) + "<p>With reports from the county, the police and the Ostwick Herald</p>"),
    ),
    Sample(
        "ends on a question",
        article_page(prose(FR) + "<p>« Qui paiera, au bout du compte ? »</p>", lang="fr", title="Le pont"),
    ),
    Sample("long", article_page(prose(EN, 25))),
    Sample(
        "with a menu for subscribers",
        article_page(prose(EN), before="<div>Already a subscriber? <a href=/in>Log in</a></div>"),
    ),
    Sample(
        "with a French menu for subscribers",
        article_page(prose(FR), lang="fr", title="Le vieux pont fermé", before="<a href=/in>Déjà abonné ?</a>"),
    ),
    Sample("of short paragraphs among teasers", article_page(prose(EN), after=f"<section>{TEASERS}</section>")),
    Sample("about live music", article_page(prose(EN)), "https://paper.example/culture/live-music-in-ostwick"),
    Sample("about a prison", article_page(prose(EN) + "<p>Correctional officers were not asked, they say.</p>")),
)
ENTRIES = "".join(
    f'<div class=card><h3><a href="/{n}">Ostwick story number {n} of the week</a></h3><p>{EN[n % 6]}</p></div>'
    for n in range(18)
)
DOUBTFUL = (
    Sample(
        "paywall in JSON-LD", article_page(prose(EN[:3]), data={**NEWS, "isAccessibleForFree": False}), code="paywall"
    ),
    Sample(
        "paywall in JSON-LD as text",
        article_page(prose(EN), data={**NEWS, "isAccessibleForFree": "False"}),
        code="paywall",
    ),
    Sample(
        "paywall in words",
        article_page(
            prose(EN[:4]) + "<div class=wall>Subscribe to continue reading. Already a subscriber? Log in.</div>"
        ),
        code="paywall",
    ),
    Sample(
        "paywall in a meta",
        article_page(prose(EN), head='<meta property="article:content_tier" content="locked">'),
        code="paywall",
    ),
    Sample(
        "French paywall",
        article_page(
            prose(FR[:4]) + "<div>Il vous reste 75 % de cet article à lire. La suite est réservée aux abonnés.</div>",
            lang="fr",
        ),
        code="paywall",
    ),
    Sample(
        "French paywall, other words",
        article_page(
            prose(FR[:4]) + "<p>Cet article est réservé aux abonnés. Déjà abonné ? Connectez-vous.</p>", lang="fr"
        ),
        code="paywall",
    ),
    Sample(
        "breaks off with an ellipsis",
        article_page(prose(EN) + "<p>The mayor then turned to the question of the ferry and said that the town...</p>"),
        code="truncated",
    ),
    Sample(
        "breaks off in a sentence",
        article_page(
            prose(EN) + "<p>The mayor then turned to the question of the ferry and said that the town would</p>"
        ),
        code="truncated",
    ),
    Sample(
        "breaks off at a comma",
        article_page(
            prose(FR) + "<p>Le maire en est ensuite venu à la question du bac et a promis que la commune,</p>",
            lang="fr",
        ),
        code="truncated",
    ),
    Sample("consent wall", plain("The Paper", COOKIES), code="consent_wall"),
    Sample("French consent wall", plain("Le Journal", COOKIES_FR, "fr"), code="consent_wall"),
    Sample(
        "script only",
        plain(
            "The Paper",
            "<div id=root></div><script src=/a.js></script><script src=/b.js></script><script>boot()</script>",
        ),
        code="script_only",
    ),
    Sample(
        "asks for scripts",
        plain("The Paper", "<noscript>You need to enable JavaScript to run this app.</noscript><div id=app></div>"),
        code="script_only",
    ),
    Sample(
        "not found",
        plain(
            "Page not found",
            "<h1>Page not found</h1><p>The page you are looking for has moved or is no longer there. Try our home page.</p>",
        ),
        code="error_page",
    ),
    Sample(
        "French not found",
        plain(
            "Page introuvable",
            "<h1>Erreur 404</h1><p>La page demandée est introuvable ou n’existe plus sur notre site.</p>",
            "fr",
        ),
        code="error_page",
    ),
    Sample(
        "access denied",
        plain(
            "Access Denied",
            "<h1>Access Denied</h1><p>You don't have permission to access this article on this server. Reference 18.</p>",
        ),
        code="error_page",
    ),
    Sample(
        "robot check",
        plain(
            "Just a moment...",
            "<h1>Checking your browser</h1><p>Verify you are human by completing the action below.</p>",
        ),
        code="error_page",
    ),
    Sample(
        "server error",
        plain(
            "Service unavailable",
            "<h1>503 error</h1><p>The service is temporarily unavailable. Please try again in a while.</p>",
        ),
        code="error_page",
    ),
    Sample("home page", plain("The Paper", f"<main>{TEASERS}</main>"), "https://paper.example/", "index_page"),
    Sample(
        "section page",
        plain("Ostwick news | The Paper", f"<h1>Ostwick</h1><main>{TEASERS}</main>"),
        "https://paper.example/news/ostwick",
        "index_page",
    ),
    Sample(
        "live blog by type", article_page(prose(EN, 2), data={**NEWS, "@type": "LiveBlogPosting"}), code="live_blog"
    ),
    Sample(
        "live blog by address",
        article_page(prose(EN, 2)),
        "https://paper.example/news/live/flood-in-ostwick",
        "live_blog",
    ),
    Sample(
        "French live",
        article_page(prose(FR, 2), lang="fr"),
        "https://journal.example/en-direct/crue-a-brissac",
        "live_blog",
    ),
    Sample("German", article_page(prose(DE), lang="de", title="Alte Brücke gesperrt"), code="other_language"),
    Sample("Spanish", article_page(prose(ES), lang="es", title="Cierra el puente"), code="other_language"),
    Sample("German, declared English", article_page(prose(DE), title="Alte Brücke gesperrt"), code="other_language"),
    Sample("half German", article_page(prose(EN) + prose(DE)), code="mixed_language"),
    Sample("half Spanish", article_page(prose(FR) + prose(ES), lang="fr"), code="mixed_language"),
    Sample("English with a French half", article_page(prose(EN) + prose(FR)), code="mixed_language"),
    Sample("too short", article_page(prose(EN[:2])), code="too_short"),
    Sample("too short in French", article_page(prose(FR[:2]), lang="fr"), code="too_short"),
    Sample(
        "a video page",
        article_page("<video src=/v.mp4></video><p>Watch the council's debate about the old bridge.</p>"),
        code="too_short",
    ),
    Sample("far too long", article_page(prose(EN, 110)), code="too_long"),
    Sample("empty", "<html><body></body></html>", code="no_article"),
    Sample("nothing at all", "", code="no_article"),
    Sample("only a picture", plain("The Paper", "<img src=/bridge.jpg>"), code="no_article"),
    Sample(
        "only a form",
        plain("Log in", "<form><input name=mail><input name=word><button>Log in</button></form>"),
        code="no_article",
    ),
    Sample(
        "unlock the story",
        article_page(prose(EN[:3]) + "<p>Unlock this article and everything else we publish for one crown.</p>"),
        code="paywall",
    ),
    Sample(
        "for members",
        article_page(prose(EN[:3]) + "<p>This story is reserved for our members. Become a subscriber today.</p>"),
        code="paywall",
    ),
    Sample(
        "paywall on a part of the page in JSON-LD",
        article_page(prose(EN), data={**NEWS, "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False"}}),
        code="paywall",
    ),
    Sample(
        "paywall in the markup's names",
        article_page(
            prose(EN) + '<div class="story-paywall"><h2>Enjoy it all</h2><p>From £1 a week. Cancel anytime.</p></div>'
        ),
        code="paywall",
    ),
    Sample(
        "paywall in a question",
        article_page(prose(EN) + "<section><h3>Want to read the rest? Join today for 99p</h3></section>"),
        code="paywall",
    ),
    Sample("more words in the data", article_page(prose(EN), data={**NEWS, "wordCount": 1450}), code="paywall"),
    Sample(
        "log in to read",
        article_page(prose(EN) + "<div>To read the full story, log in or start your free trial.</div>"),
        code="paywall",
    ),
    Sample(
        "a subscriber-only story",
        article_page(prose(EN) + "<div><h3>This is a subscriber-only story</h3></div>"),
        code="paywall",
    ),
    Sample(
        "French, to go on reading",
        article_page(prose(FR) + "<div>Pour continuer la lecture, abonnez-vous dès 1 €.</div>", lang="fr"),
        code="paywall",
    ),
    Sample(
        "less than its own description",
        article_page(f"<p>{EN[0]}</p>", head=f'<meta name="description" content="{EN[0]} {EN[3]}">'),
        code="truncated",
    ),
    Sample(
        "not found, with stories instead",
        plain("Not found", "<h1>Sorry, this page could not be found</h1>" + prose(EN, 3)),
        code="error_page",
    ),
    Sample("home page of long teasers", plain("The Paper", ENTRIES), "https://paper.example/", "index_page"),
    Sample(
        "tag page of long teasers",
        plain("Bridges", f"<h1>Bridges</h1>{ENTRIES}"),
        "https://paper.example/t",
        "index_page",
    ),
    Sample("live by its title", article_page(prose(EN, 2), title="Bridge vote – live updates"), code="live_blog"),
    Sample(
        "French live by its title",
        article_page(prose(FR, 2), title="DIRECT. Pont fermé : suivez le conseil", lang="fr"),
        code="live_blog",
    ),
    Sample(
        "a gallery",
        article_page("".join(f"<figure><img><figcaption>{one}</figcaption></figure>" for one in EN)),
        code="no_article",
    ),
    Sample(
        "captcha",
        plain(
            "Are you a robot?", "<p>Our systems have detected unusual traffic from your network. Solve the captcha.</p>"
        ),
        code="error_page",
    ),
)
