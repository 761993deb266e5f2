"""The cues of certainty, negation, attribution and direction in both languages."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re

from pipeline.keeping import per_sentence
from pipeline.verify.assertion.moves import FALLS, RISES

__all__ = [
    "ABLE",
    "A_VERB",
    "CUES",
    "DUE",
    "HARD_NEGATION",
    "LACKING",
    "LITOTES",
    "MAY",
    "NEGATION",
    "OPPOSITES",
    "RECORD",
    "SPEECH",
    "URGED",
    "WEIGHED",
    "cues_in",
]


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.I)


_B = r"\b(?:"
# « identifiable », « évitable »: what could be done, said in one word.
ABLE = r"(?!responsab|comptab|véritab|équitab|durab|notab|stab|ensemb|sensib|terrib|pénib|faib|doub|simp|semb|contribuab|coupab|agréab|considérab|misérab|aimab|vulnérab|favorab|préalab|raisonnab|valab|convenab|semblab|paisib|visib|horrib|crédib|câb|étab|diab|sab|vénérab|rentab|cartab)\w{3,}[ai]bles?"
# "Could" that supposes: who could still walk was able to.
COULD = r"(?<!anyone )(?<!nobody )(?<!who )could(?! not| no longer| only)(?! (?:still |no longer |barely |hardly )?(?:climb|walk|see|hear|smell|speak|read|swim|breathe|identify|remember|recogni[sz]e|afford)\b)"
# « Se défend d’avoir copié » denies, « se défend » alone does not.
DENIES = r"dément\w*|ni(?:e|ent|é|ait|aient|er|era|ant|a|èrent)|contest\w+|réfut\w+|récus\w+|(?:se |s['’]en )défend(?:ent|ait|aient|it|ant|re|ra)?(?= (?:\w+ment |toutefois |pourtant )?(?:d['’e]|toute?))|s['’](?:en )?(?:est|sont|était|étaient) (?:\w+ment |toujours )?défendue?s?(?= d['’e])"
# "May not rise by more than inflation" forbids, and doubts nothing.
MAY = (
    r"(?<!who )(?<!what )(?-i:may)(?! \d)(?! not (?:\w+ ){0,3}(?:by )?(?:more|less|longer|fewer|exceed|above|below)\b)"
)
# "Amid fire fears" tells why something is done, and doubts nothing.
FEARS = r"(?<!amid )(?<!for )(?<!over )(?<!on )fears? (?:that|of|for|it|he|she|they|the|an?|its|his|her|their|more|\w+ing)|feared"
# Verbs and phrases by which French says that someone speaks, reacts or intends, beside the plain ones.
SPEECH = (
    r"salu\w+|protest\w+|rétorqu\w+|répliqu\w+|ripost\w+|object\w+|nuanc\w+|temp[èé]r\w+|regrett\w+|déplor\w+|félicit\w+|réjoui\w+|insurg\w+|"
    r"martel\w+|clam(?:e|ent|é|ait|er)|imput(?:e|ent|é|ée|és|ait|ant|er)|incrimin\w+|m(?:et|ettent|ettait|is|ise) en (?:avant|cause|doute)|conc[èé]d\w+|entend(?:ent|ait)?|souhait\w+|envisag\w+|esp[èé]r\w+|exig\w+|menac\w+|à en croire|aux dires|de l['’]avis|"
    r"(?:fait|font|fit|faire) (?:savoir|observer|remarquer|état)"
)
# Words that deny by themselves: who abstains, is spared or deprived of something does or has it not.
LACKING = (
    r"(?:se |s['’]en |s['’]y )pass(?:er|e|ent|ait|aient|era|eront|erait|ant)(?= d[e'’])|s['’]en pass(?:er|e|ent|ait|aient|era|ant)\b|(?:s['’](?:est|était)|se sont|s['’]étaient) passée?s? d[e'’]|abst(?:ien|en)\w+|élud\w+|esquiv\w+|priv(?:er|ent|ant|ait|ée?s?|e) d[e’']|priv(?:er|e|ent|ant|ait|aient|a|èrent|era|eront)\b|(?:a|ont|avai(?:t|ent)|ayant|avoir|(?:est|sont|étai(?:t|ent)|être|été)) (?:\w+ment |ainsi |aussi )?privée?s?\b|dispens\w+|indemn\w+|épargn\w+|à l['’]exception|hormis|à défaut|"
    r"attend(?:ent|ait|aient)? (?:encore |toujours )?(?:leurs?|son|sa|ses|d['’]être)|perd(?:re|u|ue|us|ues|ent|rait|raient|ra|ront)|silence|dispar(?:u|ue|us|ues|aît|aître|aissent)\b|rest\w+ (?:fermée?s?|clos\w*|vides?)|déclin(?:e|ent|é|ait|er)(?= (?:l[ea]s? |l['’]|ce|son|sa |ses |leur|cette|toute|une? ))|faute(?=, [^,;.]{2,40}, d[e'’])|sans réponse|lettre morte|hors de danger|m(?:et|ettent|ettait|is|ise|ises|ettre|ettant)(?: [\w’'-]+){0,4}? en garde|déconseill\w+|dissua\w+|décourag\w+|proscri\w+|prohib\w+|gard(?:er|e|ent|é|ait) (?:bien )?de (?=\w+(?:er|ir|re)\b)|étrang(?:er|ère)s? (?:à|aux?)\b|à l['’]arrêt|à quai|immobilis\w+|cloué?e?s?(?= (?:au|à|le|la|les|l['’]))|innocen\w+|irréprochab\w+|en vain|nullement|guère|pénurie|gratuit\w*|échapp\w+|mutisme|retoqu\w+|impuissan\w+|loin d[e’']|d[ée]faut"
)
# « presse le gouvernement de ne pas céder » asks; « la presse » and « une presse » ask nothing.
URGED = (
    r"plaid(?:e|ent|é|ait|aient|er) (?:pour|en faveur)|prôn\w+|préconis\w+|milit(?:e|ent|é|ait|aient|er) (?:pour|en faveur)|(?<!la )(?<!de )(?<!une )press(?:e|ent|ait|aient|é|ée|és|ées|er|ant)\b(?=[^.;:]{1,90}\b(?:de|d['’]))|"
    r"(?<!une )(?<!la )(?<!cette )(?<!en )(?<!même )somm(?:e|ent|é|ée|és|ées|ait|er|ant)\b(?=[^.;:]{1,90}\b(?:de|d['’]))|"
    r"(?:a|ont|avai(?:t|ent)|ayant|avoir|être|été|est|sont) (?:\w+ment )?chargée?s?|(?<!en )charge(?:nt)? (?=(?:une?|l[ea]s?|son|sa|ses|M\.|Mme)\b)|"
    r"mandat(?:e|ent|é|ée|és|ées|er)|missionn\w+|sollicit\w+|(?:a|ont|avai(?:t|ent)) (?:\w+ment )?confié|"
    r"incit(?:e|ent|é|ait|er|ant)|implor\w+|conjur\w+|suppli\w+|pri(?:e|ent|é|ée|és|ait)(?=[^.;:]{1,60}\b(?:de|d['’]))"
)
# Forecasts and second thoughts: what is foreseen or weighed is not done.
WEIGHED = r"tabl(?:e|ent|ait|aient) (?:\w+ )?sur|mis(?:e|ent|ait) sur|pari(?:e|ent|ait)|prédi\w+|pronosti\w+|augur\w+|présag\w+|s[’']interrog\w+|se demand\w+|délib\w+|examin\w+|discut\w+|négoci\w+"
# "Is due to open" plans, "is due to warmer water" explains: the verbs of what is fixed for a day.
A_VERB = (
    r"(?:\w+ly |also |then |first )?(?:be|have|open|reopen|start|restart|begin|end|expire|lapse|mature|meet|convene|vote|take|go|leave|depart|arrive|return|come|enter|exit|report|appear|stand|face|hold|host|publish|"
    r"release|reveal|unveil|announce|decide|rule|hear|speak|testify|visit|tour|travel|launch|finish|conclude|complete|run|close|shut|join|step|retire|resign|receive|pay|repay|get|give|make|become|resume|sign|"
    r"ratify|sail|dock|land|fly|play|perform|compete|move|sit|present|discuss|consider|examine|review|debate|cease|stop|last|deliver|replace|succeed|serve|undergo|address|submit|file|inaugurate|rise|fall|"
    r"increase|double|drop|attend|marry|disappear|hand|happen|follow|lift|contest|marry|train|teach|graduate|give|see|set|send|ship|sell|buy|build|demolish|cut|phase|implement|apply|update|respond|reply|answer|plead)\b"
)
DUE = rf"(?:is|are|was|were) due to(?= {A_VERB})"
_ALONE = r"(?<!-)\b(?:"
_E = r")\b"

CUES: dict[str, dict[str, re.Pattern[str]]] = {
    "en": {
        "possible": _any(
            _B
            + COULD
            + r"|might|possibly|potentially|potential|perhaps|maybe|(?<!as )(?<!more )(?<!less )(?<!most )(?<!least )likely|unlikely|appears? to|appeared to|seems? to|"
            r"seemed to|apparently|"
            + FEARS
            + r"|"
            + MAY
            + r"|(?:is|are|was|were) (?:thought|believed|said|understood|feared|rumou?red) to|threaten(?:s|ed|ing)? to"
            + _E
        ),
        "planned": _any(
            _B
            + r"plans? to|planned|planning to|must still|yet to be|wants? (?:\w+ ){0,3}\w+ed|aims? to|intends? to|proposes?|proposed|proposal|hopes? to|seeks? to|sought to|"
            r"wants? to|expects? to|expected to|set to|scheduled|"
            + DUE
            + r"|considering|weighing|mulling|exploring|contemplating|leaning towards?|undecided|pledged|promised|"
            r"promises|vowed|trying to|tried to|attempt(?:s|ed|ing)? to|asked|urges?|urged|calls? for|called for|demands?"
            + _E
        ),
        "alleged": _any(
            _B
            + r"alleg(?:es?|ed|edly|ing|ations?)|reportedly|accus(?:es?|ed|ing|ations?)|claim(?:s|ed|ing)? (?:that|to)|critics|"
            r"believed to|suspect(?:s|ed)? (?:of|that)|purported(?:ly)?|contends?|rumou?red" + _E
        ),
        "reported": _any(
            _B
            + r"according to|says?(?! nothing| little)|(?<!be )said(?! nothing| little)|(?<!been )(?<!being )(?<!were )(?<!was )told|argues?|argued|believes?|estimates?|suggests?|suggested|claim(?:s|ed)|"
            r"insist(?:s|ed)?|maintains?|warns?|warned|denie[sd]|thinks?" + _E
        ),
        "negated": _any(
            _B
            + r"not|cannot|never|no|none|nobody|nothing|neither|nor|without|den(?:y|ies|ied|ying)|refus(?:es?|ed|ing|al)|declin(?:es?|ed|ing) to|"
            r"fail(?:s|ed|ing|ure)?|lacks?|lacking|lacked|reject(?:s|ed|ing)?|unable|hardly|barely|rarely|r[ua]n(?:s|ning)? out|rul(?:e|es|ed|ing) out|short of|contrary|absence|absent|ban(?:s|ned)?|unlike|"
            r"block(?:s|ed)?|prevent(?:s|ed)?|stopped|halt(?:s|ed)?|dismiss(?:es|ed)?|missing|without|free of|out of|few|little|yet to|only|unless|lest|except|limited|less|fewer|still|against|different|alone|too|hard|difficult|gone|missed|miss|lost|lose|stop|stops|overwritten|"
            r"before|until|other than|instead|contests?|bars?|barred|refusal|disagree\w*|wrong\w*|lapsed?|expire[sd]?|deni\w+|exempt\w*|exclud\w+|outside|off|empty|"
            r"instead of|rather than|dispute[sd]?|contradict(?:s|ed)?|opt(?:ed)? out|un(?:able|clear|known|likely|willing|paid|answered|aware|lawful|founded|resolved|certain|safe|related|changed|limited|regulated|documented|proven|confirmed)|impossible|"
            r"avoid(?:s|ed)?|withdr(?:ew|awn?)|abandon(?:s|ed)?|cancel(?:s|led|ed)?|suspend(?:s|ed)?|no longer" + _E,
            r"n['’]t\b",
        ),
    },
    "fr": {
        "possible": _any(
            _B
            + r"(?:pourr|devr|ser|aur|fer|risquer|permettr)(?:ait|aient|ais|ions|iez)|\w{2,}(?:er|ir|r)(?:ait|aient)|peut-être|peut|peuvent|"
            r"pourra|pourront|pouvoir|pouvant|possible(?:s|ment)?|possibilité|éventuel\w*|potentiel\w*|probable\w*|probablement|risqu\w+|n['’]exclu\w+ pas|pas exclu\w*|il se peut|susceptibles?|semble\w*|sembl\w+|"
            + ABLE
            + r"|"
            r"puisse(?:nt)?|espèr\w+|espér\w+|espoirs?|escompt\w+|apparemment|paraît|paraissent|vraisemblable\w*|soupçonn\w+|crain\w+|craign\w+|redout\w+|pu|pouvai\w+|accessibles?|menac\w+|hypothèse|sans doute|incertain\w*|envisag\w+|évoqu\w+|autoris\w+|n['’]écart\w+ pas"
            + _E
        ),
        "planned": _any(
            _B
            + r"prévo\w+|prévu\w*|prévi\w+|prépar(?:e|ent|ait|aient)|envisag\w+|comptent?|compte|comptait|annonc\w+|hausse annoncée|permet\w*|souhaité\w*|soumi\w+|entend|entendent|entendait|vis(?:e|ent|ait|aient|ant) à|projet\w*|propos\w+|"
            r"espèr\w+|espér\w+|cherch\w+|veut|veulent|voulait|voulaient|voudrait|souhait\w+|dev[ar]\w*|doit|doivent|atten\w*|jusqu['’](?:au?|en)\b[^,;.]{1,30} pour|objectif|promet\w*|promis\w*|promes\w+|"
            r"accept\w+ d[e’']|exig\w+|requi(?:ert|èrent)|(?:s['’]est|se sont|s['’]étai(?:t|ent)) engagée?s? à|engagement|censée?s?|tenue?s? d[e’']|chargée?s? d[e’']|appelée?s? à|invitée?s? à|sommée?s? d[e’']|s['’]engag\w+|repouss\w+|ajourn\w+|tent\w+|demand\w+|appel\w+|réclam\w+|exhort\w+|enjoi\w+|"
            + URGED
            + r"|"
            + WEIGHED
            # « Est évalué à 3 milliards » for "is expected to cost"
            + r"|(?:(?:ré)?évalu|estim|chiffr)(?:e|é|ée|és|ées|ent|ait|aient|er)(?= (?:[\w’'-]+ ){0,3}?(?:à|au|entre)\b)"
            + r"|donn\w+ (?:à [^,.;:]{1,40} )?jusqu['’]|étudi\w+|réfléchi\w*|réflexion|tent(?:é|ée|és)|pench\w+|indécis\w*|hésit\w+|songe\w*|n['’]exclu\w+|exclu(?:t|ent|ait|ant|re)|refus(?:e|ent|ait|er)|renonc\w+|prêt\w* à|va|vont|allait|en passe|ambition\w*|"
            r"\w{2,}r(?:a|ont|ez|ons)|programm\w+|essa\w+" + _E
        ),
        "alleged": _any(
            _B
            + r"accus\w+|présum\w+|prétend\w*|allég\w+|allégu\w+|soupçonn\w+|détracteurs?|aurai\w*|serai\w*|reproch\w+|dénonc\w+|"
            r"selon(?! (?:leurs?|son|sa|ses|le|la|les) (?:retard|âge|taille|montant|revenus?|taux|niveau|nombre|besoins?|moyens?|cas|date|heure|jour|mode|type|gravité|situation|degré|calendrier|critères?|barème))|"
            r"d['’]après|soutien\w+|critiques?|inculp\w+|poursui(?:v\w+|t)|plainte|dément\w*|démenti\w*|nie(?:nt)?|conteste\w*|récus\w+|réfut\w+|reje(?:t|tt)\w+|balai\w+|passe pour|dit-on"
            + _E
        ),
        "reported": _any(
            _B
            + r"selon|annonc\w+|avanc\w+|parl\w+|s['’]attend\w*|compt\w+|relat\w+|relèv\w+|relev\w+|constat\w+|conclu\w*|révèl\w+|révél\w+|signal\w+|"
            r"revendiqu\w+|reconnaî\w+|reconnu\w*|admet\w*|attribu\w+|recommand\w+|mentionn\w+|cit(?:e|ent|é|ait)|détaill\w+|écri\w+|point\w+|"
            r"veut|voit|voient|oppos\w+|défend\w*|plaid\w+|résum\w+|lit-on|pour \w+|pourrai\w*|propos\w+|invoqu\w+|vant\w+|reven\w+|répliqu\w+|trouv\w+|redout\w+|"
            r"recens\w+|chiffr\w+|évalu\w+|qualifi\w+|décri\w+|parole|mots|autrice|auteur|témoin\w*|d['’]après|affirm\w+|assur\w+|accus\w+|présum\w+|prétend\w*|allég\w+|allégu\w+|dit|disent|disait|déclar\w+|estim\w+|indiqu\w+|expliqu\w+|"
            r"soutien\w+|soutenu\w*|rapport\w+|aurai\w*|serai\w*|soupçonn\w+|critique\w*|détracteurs?|opposants?|jug\w+|not\w+|soulign\w+|rappel\w+|précis\w+|"
            r"ajout\w+|racont\w+|confi\w+|évoqu\w+|dénonc\w+|averti(?!ssement)\w*|alert\w+|préven\w+|craign\w+|pens\w+|croi\w+|considèr\w+|prévien\w+|met\w* en garde|suggèr\w+|"
            r"témoign\w+|promet\w*|répond\w*|aux yeux de|f(?:ait|ont|aisai(?:t|ent)|aire|aisant) valoir|pour (?:ses|les|leurs) \w+|inculp\w+|poursuivi\w*|"
            + DENIES
            + r"|plaid\w+|reproch\w+|"
            + SPEECH
            + _E
        ),
        "negated": _any(
            r"\bn['’]|\bne\b",
            _B
            + r"pas|jamais|aucune?s?|rien|personne ne|nul|nulle|ni|sans|sauf|refus\w*|"
            + DENIES
            + r"|échou\w+|échec\w*|absen\w+|manqu\w+|omi(?:s|se|t|ttre)|néglig\w+|"
            r"reje\w+|non|impossib\w+|incapa\w+|interdi\w+|proscri\w+|prohib\w+|mu(?:et|ette)s?|au plus|bloqu\w+|empêch\w+|contest\w+|écart\w+|exclu\w*|priv\w+|faute de|dépourvu\w*|peu|rarement|"
            r"à peine|déclin\w+|oppos\w+|plutôt que|au lieu de|cess\w+|suspend\w*|suspens\w*|abandonn\w+|inachev\w+|anonym\w+|débat|effac\w+|annul\w+|minoritaire\w*|en cours|se poursui\w+|poursui\w+|tai(?:t|re)|à tort|seul\w*|renonc\w+|annul\w+|retir\w+|"
            r"attend\w* (?:toujours|encore)|in(?:connu|certain|chang|utile|suffisant|exact|justifi|formel)\w*|il(?:légal|licite|limit)\w*|évit(?!ab)\w+|mettre fin|met fin|mis fin|tard\w+|débout\w+|"
            r"s['’]en défend\w*|s['’]inscri\w+ en faux|hors de|hors|en dehors|à l['’]écart|contrairement|à l['’]abri|infond\w+|réfut\w+|récus\w+|"
            + LACKING
            + _E,
        ),
    },
}

# « L’hiver dernier » is no last one of several, nor are "the first eight months" a first one; « ce dernier » is whoever was named.
_TIMES = r"(?:(?:\w+|\d+) )?(?:hours?|days?|weeks?|months?|quarters?|halves|half|years?|decades?|centur\w+)\b"
_SEASONS = "year|month|week|quarter|spring|summer|autumn|fall|winter|night|season|time|weekend|century|decade|January|February|March|April|May|June|July|August|September|October|November|December"
LAST = rf"last(?! (?:{_SEASONS}|\w+day)\b)(?! {_TIMES})|final|latest|second|third"
DERNIER = (
    "".join(
        rf"(?<!\b{one} )"
        for one in (
            "ce", "ces", "cet", "cette", "an", "année", "mois", "semaine", "hiver", "été", "automne", "printemps", "saison", "trimestre", "semestre",
            "siècle", "nuit", "week-end", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "janvier", "février", "mars", "avril",
            "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "exercice",
        )
    )
    + r"derni(?:er|ère)s?(?! (?:\w+ )?(?:ans|années?|saisons?|exercices?|éditions?|mois|semaines?|jours|heures|décennies?|temps|siècles?|ressort|lieu|recours)\b)"
)  # fmt: skip

# « Cède 4,3 % », and not « cède 30 % du capital »
_SO_MUCH = r"(?= (?:[\w’'-]+ ){0,2}(?:\d[\d,.\u00a0\u202f]*|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt)(?:[ \u00a0\u202f]?%(?! (?:d[eu] (?!(?:sa|leur) valeur)|d[’']|des ))| points?\b))"
_GIVES_UP = (
    rf"(?:c[èé]d|lâch|abandonn|laiss|conc[èé]d|rend)(?:é|e|ent|er|ait|aient|u|ant)\b(?:{_SO_MUCH}|(?= du terrain))"
)
# "Grants" to athletes grant nothing.
_GRANTS = r"grant(?:ed|ing)?\b|grants(?= (?:the|an?|its|his|her|their|them|him|it|permission|access|approval|licen[cs]es?|bail|asylum|parole)\b)"

# Pairs that turn a sentence round: (concept, its opposite), each with English and French stems.
_PAIRS: tuple[tuple[str, str, str, str], ...] = (
    (RISES["en"] + r"|gain", RISES["fr"] + r"|(?<!manque à )gagn\w+(?! l(?:[ea]s? |['’]))|en plus|(?:points?|%|euros|dollars|livres|emplois|postes) de plus(?= qu[e’'])|renforc\w+|accélér\w+",
     FALLS["en"], FALLS["fr"] + r"|" + _GIVES_UP + r"|(?:points?|%|euros|dollars|livres|emplois|postes) de moins(?= qu[e’'])|coup(?:e|es|é|ée|er)\b|décroch\w+(?! (?:l[ea]s?|une?|des?|du|son|sa|ses|leurs?|\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt)\b)(?! l['’])"),
    (r"approv(?:e|es|ed|al|ing)|accept(?:s|ed|ing)?|back(?:s|ed|ing)|support(?:s|ed|ing|ers?)?|endors\w+|favou?r(?:s|ed)?|adopt(?:s|ed)?|pass(?:es|ed)|agree[sd]?|ratif\w+|authori[sz]\w+|welcom\w+|greenlit|voted (?:\S+ )?(?:for|to(?! \d))|" + _GRANTS + r"|upheld|uphold\w*",
     r"approuv\w+|approbation|vot\w+ (?:\S+ ){0,3}pour\b|accept\w+|soutien(?:s?\b(?! qu[e’'])|(?:t|nent)(?! (?:\w+ )?qu[e’']))|souten(?!ait qu|aient qu|u qu)\w*|appuy\w+|adopt\w+|vot(?:é|e|ent|er) (?:pour|en faveur)|favorable\w*|autoris\w+|ratifi\w+|valid\w+|salu\w+|feu vert|confirm\w+|en faveur|partisan\w*|donn\w+ raison|accord(?:e|é|ée|és|er|ent)\b",
     r"reject(?:s|ed|ing|ion)?|oppos(?:e|es|ed|ing)|opposition (?=to\b)|refus\w+|vetoe?[sd]?|against|den(?:y|ies|ied)|block(?:s|ed)?|turn(?:s|ed) down|struck down|overturn\w*|criti\w+|condemn\w+|protest\w*|fail(?:s|ed)|disapprov\w+|vot\w+ (?:down|against)|resist\w*",
     r"reje\w+|oppos(?!ition(?! (?:à|aux?)\b))\w+|refus\w+|veto|démenti\w*|hostil\w+|(?<!voix )contre(?! (?:\d|toute attente|un partage|rémunération|paiement|(?:une?|la|le) (?:\w+ )?(?:remise|rabais|somme|paiement|promesse|garantie|accès|abandon)))|interdi\w+|bloqu\w+|annul\w+|critiqu\w+|condamn\w+(?! (?:(?:en appel|en première instance|par contumace|définitivement|hier|\w+di) )?(?:à|en|au|aux|pour)\b)|dénonc\w+|désapprouv\w+|repouss\w+|écart\w+|défavorable\w*|détracteurs?|invalid\w+|infirm\w+|résist\w+|contest\w+|prot(?:est)\w+|retoqu\w+|débout\w+"),
    (r"allow\w*|permit(?:s|ted|ting)?|legali[sz]\w+|let|lets|enabl\w+|authori[sz]\w+|" + _GRANTS,
     r"autoris\w+|permet\w*|permis\w*|légalis\w+|laiss\w+|accord\w+|habilit\w+",
     r"ban(?:s|ned|ning)?|prohibit\w*|forbid\w*|forbade|outlaw\w*|bar(?:s|red)|block(?:s|ed|ing)?|prevent\w*|restrict\w*|stopped",
     r"interdi\w+|prohib\w+|bann\w+|empêch\w+|bloqu\w+|restrei\w+|proscri\w+|prive\w*|exclu\w*|entrav\w+"),
    (r"won|win(?:s|ning)?|victory|succeed\w*|success\w*|prevail\w*", r"(?<!manque à )gagn\w+|remport\w+|victoire|réuss\w+|succès|l['’]emport\w+|obten\w+|obtien\w+|vainqu\w+",
     r"lost|los(?:e|es|ing|s)|defeat\w*|fail\w*", r"perd\w*|défaite\w*|échou\w+|échec\b|(?:ses|leurs|ces|multiples|nombreux|premiers|derniers|récents|\d|deux|trois|quatre) échecs|battu\w*|vaincu\w*"),
    (r"open(?:s|ed|ing)?|reopen\w*|launch\w*|start(?:s|ed|ing)?|beg[aiu]n\w*|inaugurat\w+|creat\w+|introduc\w+", r"ouv(?:r(?!ag|i(?:er|ère))|er)\w+|rouv\w+|lanc\w+|démarr\w+|commenc\w+|début\w*|inaugur\w+|cré(?:é|ée|er|és|ées|e|ent|a|ation)|entam\w+|instaur\w+|introdui\w+",
     r"clos(?:e|es|ed|ing|ure)|shut\w*|end(?:s|ed|ing)|stop(?!pages?)\w*|halt\w*|cancel\w*|abolish\w*|scrap\w*|terminat\w+|complet(?:e|es|ed|ing|ion)|finish\w*|suspend\w*|withdr\w+|abandon\w*", r"ferm\w+|fermetur\w*|cess\w+|arrêt\w*|termin\w+|suspen\w+|annul\w+|supprim\w+|aboli\w*|abandonn\w+|interromp\w+|retir\w+|met(?:tre)? fin|mis fin|achev\w+"),
    (r"hir(?:e|es|ed|ing)|recruit\w*|appoint\w*|rehir\w+", r"embauch\w+|recrut\w+|engag\w+|nomm\w+|nomin\w+",
     r"fir(?:ed|ing)|lay(?:s|ing)? off|laid off|layoffs?|dismiss\w*|sack\w*|oust\w*|resign\w*|quit|job cuts", r"licenci\w+|renvoy\w+|limog\w+|démission\w*|congédi\w+|révoqu\w+|évinc\w+|suppression\w*"),
    (r"bought|buy(?:s|ing)?|purchas\w+|acquir\w+", r"achet\w+|achat\w*|acqui\w+|rachet\w+|rachat", r"sold|sell(?:s|ing)?|sale", r"vend\w*|vente\w*|céd(?:é|ée|er|ant|és)|cession"),
    (r"before|ahead of|prior to|earlier than", r"avant|à la veille|préalable\w*|qui (?:a|ont|avai(?:t|ent)) précédé|précédant", r"after|following|later than|in the wake of|since", r"après|qui (?:a|ont|avai(?:t|ent)) suivi|à la suite|au lendemain|depuis|ensuite|dans la foulée|dans le sillage|à l['’]issue|au terme|aussitôt|sitôt|une fois (?=[^,;.]{3,40}(?:é|ée|és|ées|i|ie|is|u|ue|us)\b)"),
    (r"strengthen\w*|tighten\w*|toughen\w*|reinforc\w+", r"renforc\w+|durci\w*|resserr\w+|consolid\w+", r"weaken\w*|loosen\w*|relax\w*|eas(?:e|es|ed|ing)|soften\w*|undermin\w+|erod\w+", r"affaibli\w*|assoupli\w*|relâch\w+|allég\w+|fragilis\w+|édulcor\w+|sap(?:e|é|er)\b|érod\w+"),
    (r"confirm\w*|admit\w*|acknowledg\w+|conced\w+", r"confirm\w+|admet\w*|admis\w*|reconnaî\w+|reconnu\w*|avou\w+|concéd\w+", r"den(?:y|ies|ied|ying|ial)|disput\w+|refut\w+|contradict\w*", DENIES + r"|contredi\w+"),
    (r"alleg(?:e|es|ed|ing)|accus(?:e|es|ed|ing)", r"allègu\w+|accus(?:e|ent|é|ée|és|ées|er|ait|aient)|prétend\w*",
     r"den(?:y|ies|ied|ying)|disput\w+|refut\w+", DENIES),
    (r"guilty|convict\w+|conviction", r"coupable\w*|condamn\w+|culpabilité", r"innocent|not guilty|acquit\w+|cleared", r"innocen\w+|acquitt\w+|blanchi\w*|relax\w+|disculp\w+"),
    (r"majority|most", r"majorit\w+|plupart", r"minority|few", r"minorit\w+|peu\b"),
    (r"first(?! " + _TIMES + r")|biggest|largest|leading|top|main|number one|No\. ?1|foremost|prime", r"premi(?:er|ère)s?", LAST, DERNIER + r"|second\w*|deuxième\w*|troisième\w*"),
    (r"north\w*", r"nord", r"south\w*", r"sud|méridion\w+"),
    (r"east(?:ern)?", r"est de|orient\w+|l['’]est", r"west(?:ern)?", r"ouest|occident\w+"),
    (r"public(?:ly)?", r"publi(?:c|cs|que|ques|quement)", r"private(?:ly)?|secret\w*|confidential\w*", r"priv(?:é|ée|és|ées)|secr[eè]t\w*|confidentiel\w*"),
    (r"extend\w*|prolong\w*|renew\w*|lengthen\w*", r"prolong\w+|étend\w*|renouvel\w+|reconduc\w+|reconduit\w*|allong\w+", r"shorten\w*|curtail\w*|expire\w*|terminat\w+", r"raccourci\w*|écourt\w+|expir\w+|résili\w+"),
    (r"safe(?:r|ty)?|secure\w*", r"sûr\w*|sécuri\w+|sans danger", r"danger\w*|unsafe|risk\w*|hazard\w*", r"danger\w*|risqu\w+|péril\w+|menac\w+"),
    (r"minimum|at least", r"minim\w+|au moins", r"maximum|at most|ceilings?|cap(?:s|ped)?|limit(?:s|ed)?|up to", r"maxim\w+|au plus|plafond\w*"),
    (r"temporar\w+|interim|provisional\w*", r"temporair\w*|provisoir\w*|intérim\w*", r"permanent\w*|indefinite\w*", r"permanent\w*|défini?ti\w+|pérenn\w+|indéfini\w*"),
    (r"mandatory|compulsory|required?|must|obligatory|requires", r"obligat\w+|oblig\w+|exig\w+|impos\w+|doi\w+|devr\w+|contrai\w+", r"voluntar\w+|optional\w*", r"volont\w+|facultati\w+|optionn\w+"),
    (r"men\b|male", r"hommes?\b|masculin\w*", r"women|female", r"femmes?\b|féminin\w*"),
    (r"night\w*", r"nuit\w*|nocturne\w*", r"day(?:time|light)", r"diurne\w*|en plein jour"),
    (r"rich\w*|wealth\w*", r"rich\w+|fortun\w+|ais(?:é|ée|és)", r"poor\w*|low-income|povert\w+", r"pauvr\w+|modest\w+|précair\w+"),
)  # fmt: skip
OPPOSITES: dict[str, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = {
    # "gas-fired" dismisses nobody.
    "en": tuple((_any(_ALONE + up + _E), _any(_ALONE + down + _E)) for up, _, down, _ in _PAIRS),
    "fr": tuple((_any(_B + up + r")(?!\w)"), _any(_B + down + r")(?!\w)")) for _, up, _, down in _PAIRS),
}

# Words with which a source may already say no.
NEGATION: dict[str, re.Pattern[str]] = {
    "en": _any(
        _B
        + r"not|cannot|never|no|none|nobody|nothing|neither|nor|without|den(?:y|ies|ied|ying)|refus\w+|declin(?:es?|ed|ing) to|fail\w*|lack\w*|reject\w*|"
        r"unable|hardly|barely|absence|r[ua]n(?:s|ning)? out|out of|rul(?:e|es|ed|ing) out|short of|contrary|bans?|banned|bars?|barred|prevent\w*|stop\w*|only|few|fewer|little|less|rather|instead|unless|lest|except|yet|before|until|"
        r"impossible|missing|unlike|too|contests?|disput\w+|exclud\w+|but|alone|keep\w* \w+ from|no longer|gone|lost|avoid\w*|"
        r"un(?!der|til|i|less|e )\w{4,}" + _E,
        r"n['’]t\b",
    ),
    "fr": _any(
        r"\bn['’]", _B + r"ne|pas|sans|aucune?|non|refus\w*|dément\w*|interdi\w+|rien|jamais|ni|" + LACKING + _E
    ),
}
# « N’hésite pas à », « n’est pas exclu »: what is said so is affirmed.
LITOTES = (
    r"(?! ?(?:l[ea]s? |l['’]|s['’]en |en |y )?(?:fai\w+ (?:pas |guère |aucun |nul )?(?:de )?(?:mystère|secret)|exclu|ignor|manqu|cach|dout|hésit|désarm\w* (?:donc |plus )?pas(?=[.,;]|$)|décol[èe]r|démor|mâch|lésin|tari|boud|baiss\w+ pas les bras|tard(?!er)|écart(?:e|ent|ait|é) (?:donc |plus )?pas)\w*)"
    r"(?! ?\w+ pas (?:même |tout à fait |encore )(?:l[ea]s? |l['’]|une? )?(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|moitié|tiers|quart|million))"
    r"(?! ?(?:est|sont|était|étaient|serait|seraient) (?:donc |plus )?pas (?:à )?(?:exclu|écart|impossible)\w*)"
    # « Ne dépasse pas 40 », « n’atteint pas le quart »: a bound, which the figures are held to.
    r"(?! ?(?:(?:peu|pourr|doi|dev)\w+ (?:pas )?)?(?:dépass|exc[éè]d|attei|franchi)\w* (?:même |encore |toujours )?(?:pas )?(?:encore )?"
    r"(?:l[ea]s? |l['’]|une? |quelque )?(?:seuil |barre )?(?:des? |d['’])?(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
    r"|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille|million|milliard|moitié|tiers|quart|\w+ième|\w+aine\b))"
)
# Negation that nobody can read otherwise.
HARD_NEGATION: dict[str, re.Pattern[str]] = {
    "en": _any(
        _B
        + r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might|must) not|cannot|never|no one|nobody|none|"
        r"neither|denied|denies|refus(?:es|ed)|declined to|fail(?:s|ed) to|no(?= (?:\w+ )?(?:evidence|plans?|reason|proof|link|record|comment|injur\w+|deaths?|one|decision|agreement|data|law|rule|risk|longer)\b)"
        + _E,
        r"n['’]t\b",
    ),
    "fr": re.compile(
        r"\bn(?:e\b|['’])"
        + LITOTES
        + r"[^.;:!?]{0,45}?\b(?:pas|jamais|aucune?|rien|personne|ni|nul|nulle|guère|plus(?! qu[e’']| d[e’'] ?\d| de (?:deux|trois|dix|cent)))\b"
        r"|\b(?:aucune?|personne|rien|jamais|nul) (?:\w+ ){0,3}n(?:e\b|['’])",
        re.I,
    ),
}


# « Jamais la hausse n’avait été aussi forte », « aucun autre ne transporte autant »: a record, told by what never was.
RECORD = re.compile(
    r"\bjamais\b[^.;:]{0,60}\b(?:aussi|autant|si|tant|plus|moins)\b|\b(?:aussi|autant|plus|moins)\b[^.;:]{0,30}\bjamais\b"
    r"|\b(?:aucune?|nul|nulle) autre\b"
    # « N’avait pas connu pire crise depuis 1987 »
    r"|\bn(?:e |[’'])[^.;:,]{0,25}?\b(?:pas|plus|jamais|guère)\b[^.;:,]{0,25}?\b(?:pires?|mieux|meilleure?s?|aussi|autant|tels?|telles?|pareil\w*|semblables?|si|plus|moins)\b[^.;:]{0,60}?\b(?:depuis|de mémoire|en \d+ ans)\b",
    re.IGNORECASE,
)


@per_sentence
def cues_in(text: str, language: str) -> dict[str, re.Match[str]]:
    """The first cue of each kind found in a text: possible, planned, reported, negated."""
    side = CUES["fr" if language == "fr" else "en"]
    return {kind: match for kind, pattern in side.items() if (match := pattern.search(text))}
