"""What page furniture says of itself, in the languages whose pages the newsroom may meet: wording and markup names."""
# ruff: noqa: E501  a pattern broken in the middle of its alternatives is harder to read than a long line

import re

__all__ = ["is_aside_name", "is_furniture", "is_link_lead_alone", "is_tail"]

LEADS = """
    related|related (?:articles?|stor(?:y|ies)|posts?|content|coverage|reading|links?)
    |read (?:more|also|next|this|the full story)|also read
    |see (?:also|more)|more(?: on this(?: story)?| stories| from| coverage)?|also(?: on| see)?
    |watch(?: now| more| also)?|listen|don['’]?t miss
    |you (?:may|might) (?:also )?(?:like|be interested)|recommended|further reading|most (?:read|popular)
    |trending|popular|must read|next up|up next
    |editors?['’]? picks|in case you missed it|explore more|keep reading|continue reading
    |lire aussi|à lire(?: aussi)?|lire (?:également|la suite|plus)|voir aussi|à voir aussi|à écouter
    |sur le même sujet|notre dossier|pour aller plus loin
    |lesen sie (?:auch|mehr|hier)|lesen sie dazu|mehr (?:zum thema|dazu|lesen)|auch interessant|siehe auch
    |weiterlesen|das könnte sie
    |lee (?:también|además|más)|lea (?:también|además|más)|leer (?:también|más)|te puede interesar
    |también te puede interesar|le puede interesar|ver también|mira también
    |leia (?:também|mais)|veja (?:também|mais)|saiba mais|confira também|ler mais
    |leggi (?:anche|pure|tutto)|vedi anche|approfondisci|potrebbe interessarti
    |lees (?:ook|meer|verder)|bekijk ook|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)
    |lue (?:myös|lisää)
    |czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|przeczytaj|čtěte (?:také|více)|čítajte
    |olvasta már|olvassa el|citește și|citiţi şi|vezi și
    |читайте (?:также|ещё|еще)|смотрите также|читать далее|подробнее|по теме|читайте також|дивіться також
    |прочетете още|διαβάστε (?:επίσης|ακόμη|ακόμα)|δείτε (?:επίσης|ακόμα)
    |ayrıca (?:bakınız|oku)|bunu da oku|ilgili haber(?:ler)?|baca (?:juga|selengkapnya)|simak juga|xem thêm
    |đọc thêm|basahin
    |関連記事|あわせて読みたい|相关(?:阅读|新闻|报道)|延伸閱讀|延伸阅读|相關(?:新聞|報導)|관련기사|اقرأ (?:أيضا|أيضًا|المزيد)|بیشتر بخوانید
    |यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন|קראו (?:גם|עוד)|อ่าน(?:เพิ่มเติม|ต่อ)
"""
TAILS = """
    (?:sign|signing) up (?:for|to|here|now|today)|subscribe (?:to|now|today|here)
    |get (?:the )?(?:latest|daily|breaking|more|our|access|unlimited)\\b.{0,80}(?:inbox|newsletter|email|app|subscri|alerts?)
    |(?:please )?(?:follow|like|join|find|connect with) (?:us|me|him|her|them|[\\w@' .]{2,50}) (?:on|at) (?:our )?(?:social|facebook|twitter|x\\b|instagram|linkedin|telegram|whatsapp|youtube|tiktok|threads|bluesky|google)
    |(?:download|get|install) (?:the|our) .{0,40}\\bapp\\b|click here (?:to|for)
    |click to (?:share|subscribe)|share (?:this|on|via)\\b
    |(?:like|love|enjoy\\w*) (?:this|what you).{0,60}(?:share|subscribe|follow|sign)
    |have a (?:news )?(?:tip|story)|(?:got|do you have) a (?:news )?(?:tip|story)
    |(?:e-?mail|contact) (?:us|the (?:author|writer|reporter|newsroom))|send (?:us )?(?:your )?tips
    |filed under|tags?\\s*:|categor(?:y|ies)\\s*:|posted in\\b|tagged\\b|topics?\\s*:|keywords?\\s*:
    |(?:leave|post|write|add) a (?:comment|reply)|comments?(?: \\(\\d+\\)| are closed.?)?$|no comments
    |loading[. …]*$|advertisement$|advertising$|sponsored\\b.{0,20}$
    |(?:\\(?additional |\\(?)?reporting (?:and writing )?by\\b|\\(?(?:writing|editing) by\\b|our standards:
    |(?:\\d+ )?min(?:ute)?s? read\\b.{0,10}$|reading time|temps de lecture|lesezeit|tiempo de lectura
    |tempo (?:de leitura|di lettura)|leestijd|source\\s?:.{0,40}$|via\\s?:.{0,30}$
    |this (?:story|article|post) (?:originally )?(?:was |has been )?(?:contains|may contain|uses) affiliate
    |if you (?:buy|purchase|click).{0,40}(?:link|post).{0,60}(?:commission|share|earn)
    |we may (?:earn|receive) (?:a |an )?(?:affiliate )?commission
    |abonnez-vous|inscrivez-vous (?:à|pour)|suivez[- ](?:nous|[\\w ]{2,30} sur)
    |téléchargez (?:l['’]|notre )appli|partager (?:sur|cet|l['’]article)|recevez (?:nos|la|notre|chaque)
    |newsletter\\b.{0,40}$|tous droits réservés|publicité$|(?:vous avez|envie de) .{0,30}partag
    |abonnieren sie|jetzt (?:abonnieren|anmelden)|melden sie sich|folgen sie (?:uns|der|dem)|artikel teilen
    |alle rechte vorbehalten|anzeige$|newsletter (?:abonnieren|bestellen)
    |suscríb(?:ete|ase)|síg(?:ue|a)(?:nos| a .{2,30} en)|compart(?:ir|e|a) (?:en|este|esta)|regístrate
    |todos los derechos reservados|publicidad$|recib(?:e|a) (?:nuestr|las|todas)|únete a
    |inscreva-se|assine (?:a|o|nossa)|siga[- ](?:nos|a|o|no)\\b|compartilh(?:e|ar)
    |receba (?:as|nossa|notícias)|todos os direitos reservados|publicidade$|clique aqui|participe do
    |iscriviti|seguici|condividi|segui(?:ci)? .{2,30} su|tutti i diritti|riproduzione riservata
    |© riproduzione|abbonati
    |volg ons|schrijf je in|meld je aan|deel dit|advertentie$|prenumerera|följ oss|dela artikeln|annons$
    |følg (?:os|oss)|abonner|annonse$|tilaa|mainos$
    |zapisz się|śledź nas|udostępnij|reklama$|подпи(?:шитесь|сывайтесь|саться)|подписаться|поделиться
    |реклама$|підпи(?:шіться|суйтесь)|iratkozz|feliratkoz|hirdetés$|abonează|urmărește|εγγραφείτε
    |ακολουθήστε|abone ol|takip edin|reklam$
    |ikuti (?:kami|berita)|dapatkan (?:berita|update)|theo dõi|đăng ký|quảng cáo$|無断転載|無断複写|저작권자|무단전재|ⓒ|广告$
    |責任編輯|责任编辑|分享到|تابعنا|اشترك|إعلان$
"""


def _any(words: str) -> str:
    return "".join(line.strip() for line in words.strip().split("\n"))


LEAD = re.compile(rf"^[\W_]*(?:{_any(LEADS)})(?=[\W_]|$)", re.I)
LEAD_ALONE = re.compile(rf"^[\W_]*(?:{_any(LEADS)})[\W_]*$", re.I)
LEAD_MARKED = re.compile(rf"^[\W_]*(?:{_any(LEADS)})(?: on [\w.]+| in [\w.]+)?\s*[:|»>→–—-]", re.I)
TAIL = re.compile(rf"^[\W_]*(?:{_any(TAILS)})", re.I)
# Names of classes and ids by which pages mark what stands beside the article.
ASIDE_NAME = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|newsletters?|sign-?up|signup|subscri\w*|promos?|promot\w*|advert\w*|ads?|adv|sponsor\w*|social\w*|shar(?:e|ing)\w*|"
    r"comments?|disqus\w*|respond|author-?(?:bio|box|card|info|content|desc\w*)|about-?(?:the-)?author|bio|breadcrumbs?|most-?(?:read|popular|viewed)|mostread|trending|popular|"
    r"read-?(?:more|next|also)|readmore|more-?(?:from|on|stories|news|links)|also-?(?:read|on)|see-?also|taboola|outbrain|teads|cookies?|consent|gdpr|paywall|footer|(?<!with-)(?<!has-)(?<!no-)sidebar(?!-)|"
    r"breaking-?news|latest-?(?:news|box)?\w*|recent-?(?:news|posts?)|tag-?list|tags|toc|table-of-contents|copyright|follow\w*|cta|call-to-action|"
    r"popup|modal|overlay|tooltip|(?:video|audio|media)-?player|video-?(?:ct|title|info|meta)|featured-video|poll|quiz|survey|donat\w*|apps?-?(?:promo|banner|download)|"
    r"interstitial|teasers?|post-?(?:info|meta|nav\w*|tags)|entry-?(?:meta|footer|tags)|article-?(?:meta|tags|footer)|next-?(?:article|post|story)|prev\w*-?(?:article|post)|read-?time|estimated-read-time)"
    r"(?:$|[\s_-])|(?:^|[\s_-])(?:related|newsletter|outbrain|taboola|comment|recirc|recommended)[A-Z_-]|(?:Related|Newsletter|Promo|Recirc|Signup|SignUp)(?:[A-Z_-]|\b)",
)


def is_link_lead_alone(text: str) -> bool:
    """Whether a text is nothing but the announcement of links ("You may also like", « Lire aussi »)."""
    return bool(LEAD_ALONE.match(text))


def is_furniture(text: str, link_share: float, listed: bool = False) -> bool:
    """Whether a block in the body points elsewhere instead of telling: a marked pointer, or one that is mostly a link.

    An item of a list (`listed`) is judged by its link, because a list's items often begin with such a verb.
    """
    if LEAD_MARKED.match(text) and (link_share > 0.3 or (len(text) < 30 and not listed)):
        return True
    if LEAD.match(text) and link_share > 0.6:
        return not listed or bool(LEAD_MARKED.match(text))
    if not TAIL.match(text):
        return False
    return link_share > 0.8 if listed else len(text) < 60 or (link_share > 0.1 and len(text) < 400)


def is_tail(text: str) -> bool:
    """Whether a block after the last paragraph is a credit, an invitation or a label."""
    return bool(TAIL.match(text) or LEAD_ALONE.match(text))


def is_aside_name(names: str) -> bool:
    """Whether class and id names mark something beside the article."""
    return bool(ASIDE_NAME.search(names))
