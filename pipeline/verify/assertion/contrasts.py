"""The words that have an opposite, in both languages, one row a pair."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re

from pipeline.verify.assertion.cues import OPPOSITES

__all__ = ["PAIRS"]

# English | French || their opposites in English | in French; « rendre » gives back a thing, not « facultatif », and « à
# deux reprises » resumes nothing.
_CONTRASTS = r"""
(?<!less )frequent\w*|more often|more common\w* | fréquen\w+|plus souvent|courant(?:e|s|es)? || less frequent\w*|rare\w*|seldom|infrequent\w*|less often | (?<!ne )rare\w*|moins souvent
grant\w*|award\w*|gave|giv(?:e|es|en)|offer\w* | accord(?:e|é|ée|és|er|ent)|attribu\w+|octroy\w+|donn(?:e|é|ée|és|er|ent)|offr\w+|offert\w* || strip\w*|withdr\w+|revok\w+|took away|taken away|depriv\w+|confiscat\w+|seiz\w+ | retir\w+|priv(?:e|é|ée|és|er|ent)|confisqu\w+|ôt(?:e|é|ée|er)|saisi\w*
return(?:s|ed|ing)?|g[ia]ve\w* back|restor\w+|hand\w* back|restitut\w+ | rend(?:re|u|ue|us|ues|ent|ra)?+(?= (?:l[ea’']|d[eu’']|s(?:es?|on|a) |leur|c[e’']|à |aux? |\d)|[.,;:]|$)|restitu\w+ || keep(?:s|ing)?|kept|retain\w*|hold on to|withh\w+ | gard(?:e|é|ée|er|ent|era)|conserv\w+|reten\w+|retien\w+
len(?:d|ds|t|ding) | prêt(?:e|é|ée|és|er|ent|era) || borrow\w* | emprunt\w+
delay\w*|postpon\w+|put(?:s)? (?:back|off)|push\w* back|slow\w*|deferr?\w* | retard\w+|repouss\w+|report(?:é|ée|er|és|ées)|ralenti\w*|différ(?:é|er|ée)|ajourn\w+|décal\w+ || sp(?:eed|ed)\w* up|accelerat\w+|br(?:ought|ing) forward|hasten\w*|expedit\w+|moved up | accélér\w+|avanc(?:é|ée|er|és|ées)|hât\w+|précipit\w+
welcom\w+|prais\w+|hail\w*|applaud\w*|congratulat\w+|thank\w*|celebrat\w+ | salu\w+|félicit\w+|lou(?:e|é|ent)|applaudi\w*|encens\w+|remerci\w+|réjoui\w+ || critici\w+|condemn\w*|denounc\w+|blam\w+|deplor\w+|decr(?:y|ied)|slam\w*|attack\w*|lament\w*|rebuk\w+|sorry|regret\w*|disappoint\w*|dismay\w*|faulted | critiqu\w+|condamn\w+|dénonc\w+|fustig\w+|déplor\w+|bl[âa]m\w+|regrett\w+|reproch\w+|attaqu\w+
(?<!agree )(?<!agreed )(?<!agrees )\bwith\b | avec || without|\bno\b|lack\w*|not subject to|free of | sans(?! (?:(?:y|en|se|lui|leur|l[ea]s?) |[lsym][’'])?\w+(?:er|ir|re|oir)\b)|dépourvu\w*|faute d\w*
\ball\b|every\w*|entire\w*|whole|both|each | tous|toutes|l[’']ensemble|intégral\w*|chacune?|chaque || none|no one|nobody|nothing|\bno\b|neither|n[’']t (?:\w+ ){0,3}any | aucune?|personne(?= n)|rien|nul
always|constantly|every time | toujours(?! pas)|sans cesse|constamment || never | jamais
many|numerous|most | nombreu\w+|beaucoup|plupart|majorit\w+ || few|handful|minority | peu de|minorit\w+|une poignée
too late|late\b|overdue|after the deadline | trop tard|en retard|hors délai || on time|early|timely|in time|ahead of schedule | à temps|tôt|dans les délais|à l[’']heure|en avance
includ\w+|cover(?:s|ed|ing)?|appl(?:y|ies|ied) to | inclu\w+|compri\w+|couv(?:re|rent|ert|erte)|englob\w+|(?<=s[’'])appliqu\w+|assujetti\w+ || exclud\w+|exempt\w* | exclu\w*|exempt\w+|dispens\w+|épargn\w+
manag(?:e|es|ed) to|succeed\w*|took care to | réuss\w+|parvien\w+|parven\w+|pris soin|veill(?:é|e|ent) || fail\w*|neglect\w*|omitt\w*|unable|forgot\w* | échou\w+|omi(?:s|se|t|ttre|ttent)|néglig\w+|oubli\w+|échec\w*
accept\w*|agree[ds]?|consent\w*|support\w*|heed\w*|approv\w+|admit\w*|acknowledg\w+|confirm\w* | accept\w+|reconnaî\w+|reconnai\w+|reconnu\w*|admet\w*|confirm\w+|consent\w*|bien voulu|favorable\w*|soutenu\w*|soutien(?:s?\b(?! qu[e’'])|(?:t|nent)(?! (?:\w+ )?qu[e’']))|approuv\w+|d[’']accord || refus\w+|declin\w+ to|reject\w*|turn(?:s|ed) down|unwilling|disput\w+|oppos(?!ition(?! to\b))\w+|dismiss\w*|den(?:y|ies|ied|ying)|unfair|flawed|misleading | refus\w+|rejet\w*|repouss\w+|déclin\w+|contest\w+|oppos(?!ition(?! (?:à|aux?)\b))\w+|dément\w*|démenti\w*|ni(?:e|ent|é|ait|er)
lawful\w*|(?<!not )legal\w* | légal\w*|licite\w* || unlawful\w*|illegal\w*|against the law | illégal\w*|illicite\w*|hors la loi
better|improv\w* | mieux|meilleur\w*|amélior\w+ || worse\w*|worst|deteriorat\w+|aggravat\w+ | pire\w*|empir\w*|détérior\w+|aggrav\w+|dégrad\w+
fast\w*|quick\w*|rapid\w* | rapid\w*|plus vite || slow\w* | lent\w*|ralenti\w*
delet\w+|eras\w+|destroy\w*|destruct\w+|wip(?:ed|es) | effac\w+|supprim\w+|détrui\w+|destruct\w+ || keep\w*|kept|stor(?:e|es|ed|ing)|retain\w*|preserv\w+ | conserv\w+|gard(?:e|é|ée|er|ent)|stock\w+|préserv\w+
hid(?:e|es|ing|den)?|conceal\w*|withh\w+|cover\w* up | cach\w+|dissimul\w+|occult\w+ || reveal\w*|disclos\w+|publish\w*|expos\w+ | révél\w+|divulgu\w+|publi(?:é|e|er|ée|ent)|dévoil\w+
arrest\w*|detain\w*|jail\w*|imprison\w* | arrêt(?:é|ée|és|er)|déten\w+|incarcér\w+|emprisonn\w+|interpell\w+ || releas\w+|freed|set free | libér\w+|relâch\w+|remis\w* en liberté
more (?:\w+ ){0,2}than(?! \d)|(?!fewer|lower|smaller|shorter|rather|other|later|earlier|weaker|slower)\w{3,}er than|exceed\w*|outnumber\w* | davantage|plus (?:de |d[’'])?(?:[^\W\d]+ ){0,2}qu[e’'] || (?:less|fewer) (?:\w+ ){0,2}than(?! \d)|lower than|smaller than|shorter than|below | moins (?:de |d[’'])?(?:[^\W\d]+ ){0,2}qu[e’']
join(?:s|ed|ing)? | rejoi\w+|adhér\w+|intègr\w+|intégr\w+ || le(?:ave|aves|aving|ft)|quit\w* | quitt\w+|part(?:i|ie|is|ir|ent)
upheld|uphold\w*|affirm\w*|maintain\w*|confirm\w* | confirm\w+|(?<!se )maint(?:ien|en)\w+ || overturn\w*|struck down|quash\w*|annul\w*|overrul\w+|revers\w+ | annul\w+|infirm\w+|cass(?:é|e|er|ée)|invalid\w+
\bban\w*|prohibit\w*|bar(?:s|red)|forb\w+ | interdi\w+|prohib\w+|défend(?:u|re) de || allow\w*|authori[sz]\w+|permi(?:t|ts|tted|ssion)|legali[sz]\w+|(?-i:may)(?! \d)|can(?!not)\b|free to|able to | autoris\w+|permis\w*|permet\w*|légalis\w+|peu(?:t|vent)|pourr(?:a|ont)
gone|disappear\w*|vanish\w*|abolish\w*|scrapped|ceas\w+ | dispar\w+|aboli\w*|supprim\w+ || exist\w*|remain\w*|persist\w*|surviv\w+ | exist\w+|subsist\w+|demeur\w+|persist\w+|surv[ié]\w+
strong\w*|robust\w* | fort(?:e|s|es)?|solid\w+|robust\w+ || weak\w*|fragil\w+ | faib\w+|fragil\w+
higher|above|uphill|upper|more than|over \d[\d.,]*|exceed\w*|in excess of|beyond|greater than|larger than | plus haut|au-dessus|en amont|supérieure?s?|plus élevée?s? || lower|below|beneath|downhill|less than|fewer than|under \d[\d.,]*|short of|smaller than|cheaper | plus bas|en dessous|en contrebas|en aval|inférieure?s?|moins élevée?s?
prolong\w*|extend\w*|continu\w+|resum\w+|went on|kept on|ke(?:pt|eps?)(?= \w+ing\b) | prolong\w+|poursui(?:t|vi|vie|vre|vent|vis)|reprend\w*|repri(?:s|se)|reconduit\w*|maint(?:ien|en)\w+ || suspend\w*|suspension|halt\w*|interrupt\w*|paus(?:e|ed)|stopp(?!ages?)\w+|call(?:s|ed)? off | suspen\w+|interromp\w+|arrêt(?:é|er|ée|ent)|(?<!pas )(?<!jamais )(?<!guère )cess(?:é|er|e|ent|aient|ait)\b
spar(?:e|ed|es)|unharmed|unaffected|escap\w+|untouched | épargn\w+|indemne\w*|échapp\w+ || hit|affected|damag\w+|struck|harmed|hurt | touch(?:é|ée|és|ées|e|ent)|frapp\w+|atteint\w*|endommag\w+|bless\w+
privati[sz]\w+ | privatis\w+ || nationali[sz]\w+|bought? back | nationalis\w+
lift(?:s|ed)?|drop(?:s|ped)? (?:its|his|her|their|the)|withdr[ae]w\w* | lev(?:é|ée|er|e)|retir\w+|abandonn\w+ || maintain\w*|kept|reaffirm\w*|stood by|renew\w* | (?<!se )maint(?:ien|en)\w+|réaffirm\w+|renouvel\w+
back(?:ed|s|ing)|support\w*|endors\w+|champion\w* | souten\w+|soutien(?:s?\b(?! qu[e’'])|(?:t|nent)(?! (?:\w+ )?qu[e’']))|appuy\w+|défend(?:u|re|ue)\b || oppos(?!ition(?! to\b))\w+|fought|fights?|resist\w*|against | combatt?\w*|oppos(?!ition(?! (?:à|aux?)\b))\w+|hostil\w+
most of | (?:la )?plupart|majorité || all of|all the|every\w* | toute?s les|tous les|l[’']ensemble|la totalité|intégral\w*
recommend\w*|advis(?:e|ed|es) (?!against) | préconis\w+|recommand\w+|conseill(?:é|e|ent) || advis\w+ against|discourag\w+|warn\w* against | déconseill\w+|dissuad\w+
profit\w*|surplus | bénéfic\w+|excédent\w*|profit\w* || loss\w*|deficit\w* | pertes?|déficit\w*
free(?: of charge)?(?= \w+)|for free | gratuit\w* || paid|paying | payant\w*
compl(?:y|ies|ied)|respect\w*|obey\w*|abid\w+ | respect\w+|conform\w+ || breach\w*|violat\w+|break(?:s|ing)?|broke\w*|infring\w+|flout\w* | enfrei\w+|viol(?:é|e|ent|er|ation)\w*|bafou\w+
surviv\w+|rescued|saved | surv[ié]\w+|sauv(?:é|ée|és|er)|rescap\w+ || die[ds]?|dead|killed|death\w* | mort\w*|tué\w*|décéd\w+|péri\w*
urban|cit(?:y|ies) | urbain\w*|villes? || rural|village\w*|countryside | rura(?:l|le|ux)|campagnes?
cheap\w*|less expensive | (?:moins|bon) (?:cher|chère|marché)\w*|bon marché || expensive|costl\w+|dearer | (?<!moins )chers?|chère|coûteu\w+
warm\w*|hott?\w*|heat\w* | chau(?:d|de|ds|des)|réchauff\w+ || cool\w*|cold\w* | froid\w*|refroidi\w*
import(?:s|ed|ing|ers?)? | import(?:é|e|er|ation|ations|ées) || export\w* | export\w+
merg(?:e|ed|er) | fusionn\w+|fusion || split\w*|spun off|separat\w+ | scission|scind\w+|sépar\w+
rebuil[dt]\w*|buil[dt]\w*|construct\w+ | construi\w+|reconstrui\w+|bât(?:i|ir|ie)|édifi\w+ || demolish\w*|tear\w* down|torn down|dismantl\w+ | démol\w+|détrui\w+|démantel\w+|ras(?:é|er|ée)
suspend\w*|paus(?:e|ed|ing) | suspend\w*|suspension|pause ||  call(?:s|ed) off|scrapp\w+|ended for good | (?:met|mett|mis)\w* (?:un terme|fin)|définiti\w+|annul\w+
revers(?:e|es|ed)|back(?:s|ed) down|u-turn|climb(?:s|ed) down|relent\w* | (?:machine|marche) arrière|revenu\w* sur|rétract\w+|cédé ||  stood firm|h[eo]ld\w* firm|persist\w* | (?:tenu|tient|tiennent) bon|persist\w*|inflexib\w+
furthe(?:r|st) (?:apart|away|off)|farther(?: apart| away| off)?|more distant | plus (?:éloign\w+|loin)|éloign(?:e|ent|é|ée|és|ées|ait)|distants? || closer|nearer | plus (?:proches?|près)|rapproch\w+
dismiss\w*|thr(?:ow|ew|own)\w* out|quash\w* | rejet\w+|débout\w+|class(?:er|é|ée) sans suite|annul\w+ || fil(?:e|es|ed|ing)|launch\w*|trigger\w*|lodg\w+ | déclench\w+|lanc(?:e|ent|é|ée|er)|dépos\w+|introdui\w+
unemploy\w+|jobless\w* | chômage|chômeu\w+|demandeurs? d[’']emploi || employment|in work | (?<!sans )(?<!sans-)(?<!demandeurs d[’'])(?<!demandeur d[’'])emplois?
unlike|in contrast (?:to|with)|as opposed to | contrairement|à (?:la différence|l[’']inverse|l[’']opposé|rebours) d[eu’']\w*|au contraire d\w+ || (?<!un)like(?= (?:the|its?|his|her|their|an?|other|most|many|all|that|those|some|[A-Z])\b)|similar to|in the same way as|just as|as with | comme(?= (?:l[ea]s? |l[’']|une? |[smn]es |leurs? |en |aux? |d[’']autres |la plupart |tou(?:s|te|tes)?\b)[^,;]{2,60}[,.])|à l[’']instar d[eu’']\w*|(?:tout comme|de même que|à l[’']image d[eu’']\w*|au même titre que)
(?:led|leads?|leading)(?= (?:the |by |with |in |his |her |its |[A-Z]))|ahead of|in front of|outpoll\w*|outpac\w+ | devan[cç]\w+|en tête|(?:prend|pren\w+|pris|avec|a|ont|avait|compte) (?:une |de l[’'])?(?:\w+ )?avance sur || trail\w*|lag\w*|f[ae]ll\w* behind|behind (?=[A-Z]) | accus\w+ un (?:\w+ )?retard|à la traîne|distancée?s? par|devancée?s? par|(?:est|était|sont|étaient) menée?s?\b
friend\w*|all(?:y|ies)|partner\w* | ami\w*|alli(?:é|ée|és)|partenaire\w* || enem\w+|rival\w*|opponent\w*|foe\w* | ennemi\w*|riva(?:l|ux|le)\w*|adversaire\w*
"""


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)


def _pairs() -> tuple[dict[str, tuple[re.Pattern[str], re.Pattern[str]]], ...]:
    table = []
    for line in _CONTRASTS.strip().splitlines():
        up, down = (side.split(" | ") for side in line.split(" || "))
        table.append(
            {
                "en": (_compiled(up[0].strip()), _compiled(down[0].strip())),
                "fr": (_compiled(up[1].strip()), _compiled(down[1].strip())),
            }
        )
    table += [{"en": en, "fr": fr} for en, fr in zip(OPPOSITES["en"], OPPOSITES["fr"], strict=True)]
    return tuple(table)


PAIRS = _pairs()
