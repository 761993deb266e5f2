"""Opposites at their places: each word of the draft that has an opposite, against the words of the source in the same surroundings.

A sentence may say that prices fell and sales rose. So an occurrence is held to the occurrence of the source whose
surroundings it shares, its own word left out; what then differs is the direction alone.
"""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.embedding import embed
from pipeline.keeping import per_sentence
from pipeline.verify.alignment import chunk_at, content_words, likeness
from pipeline.verify.assertion.admissions import admits_an_error
from pipeline.verify.assertion.certainty import is_hindered, is_undone, near_words
from pipeline.verify.assertion.cues import OPPOSITES
from pipeline.verify.assertion.denied import denied_words
from pipeline.verify.assertion.few_and_many import all_but_only
from pipeline.verify.assertion.predicates import ALIKE
from pipeline.verify.clauses import side_of
from pipeline.verify.deeds.converse import tells_of_buyers
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from pipeline.verify.quantities.equal_figures import same_quantity
from schemas.finding import Finding

__all__ = ["turned_words"]

# Below FIT two surroundings tell of different things; an occurrence that says the same must be clearly farther to be passed over.
FIT, CLEARLY = 0.44, 0.06
# How much less is enough where both surroundings have one name or number.
SHARED = 0.1
# « sans », « rien », « toujours » stand everywhere: only nearly the same surroundings tell that one was turned.
FIT_SMALL = 0.56
_AROUND, _FEW = 55, 15

# English | French || their opposites in English | in French; « rendre » gives back a thing, not « facultatif », and « à
# deux reprises » resumes nothing.
_CONTRASTS = r"""
(?<!less )frequent\w*|more often|more common\w* | fréquen\w+|plus souvent|courant(?:e|s|es)? || less frequent\w*|rare\w*|seldom|infrequent\w*|less often | (?<!ne )rare\w*|moins souvent
grant\w*|award\w*|gave|giv(?:e|es|en)|offer\w* | accord(?:e|é|ée|és|er|ent)|attribu\w+|octroy\w+|donn(?:e|é|ée|és|er|ent)|offr\w+|offert\w* || strip\w*|withdr\w+|revok\w+|took away|taken away|depriv\w+|confiscat\w+|seiz\w+ | retir\w+|priv(?:e|é|ée|és|er|ent)|confisqu\w+|ôt(?:e|é|ée|er)|saisi\w*
return(?:s|ed|ing)?|g[ia]ve\w* back|restor\w+|hand\w* back|restitut\w+ | rend(?:re|u|ue|us|ues|ent|ra)?+(?= (?:l[ea’']|d[eu’']|s(?:es?|on|a) |leur|c[e’']|à |aux? |\d)|[.,;:]|$)|restitu\w+ || keep(?:s|ing)?|kept|retain\w*|hold on to|withh\w+ | gard(?:e|é|ée|er|ent|era)|conserv\w+|reten\w+|retien\w+
len(?:d|ds|t|ding) | prêt(?:e|é|ée|és|er|ent|era) || borrow\w* | emprunt\w+
delay\w*|postpon\w+|put(?:s)? (?:back|off)|push\w* back|slow\w*|deferr?\w* | retard\w+|repouss\w+|report(?:é|ée|er|és|ées)|ralenti\w*|différ(?:é|er|ée)|ajourn\w+|décal\w+ || sp(?:eed|ed)\w* up|accelerat\w+|br(?:ought|ing) forward|hasten\w*|expedit\w+|moved up | accélér\w+|avanc(?:é|ée|er|és|ées)|hât\w+|précipit\w+
welcom\w+|prais\w+|hail\w*|applaud\w*|congratulat\w+|thank\w*|celebrat\w+ | salu\w+|félicit\w+|lou(?:e|é|ent)|applaudi\w*|encens\w+|remerci\w+|réjoui\w+ || critici\w+|condemn\w*|denounc\w+|blam\w+|deplor\w+|decr(?:y|ied)|slam\w*|attack\w*|lament\w*|rebuk\w+|sorry|regret\w*|disappoint\w*|dismay\w*|faulted | critiqu\w+|condamn\w+|dénonc\w+|fustig\w+|déplor\w+|bl[âa]m\w+|regrett\w+|reproch\w+|attaqu\w+
\bwith\b | avec || without|\bno\b|lack\w*|not subject to|free of | sans|dépourvu\w*|faute d\w*
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
upheld|uphold\w*|affirm\w*|maintain\w*|confirm\w* | confirm\w+|maint(?:ien|en)\w+ || overturn\w*|struck down|quash\w*|annul\w*|overrul\w+|revers\w+ | annul\w+|infirm\w+|cass(?:é|e|er|ée)|invalid\w+
\bban\w*|prohibit\w*|bar(?:s|red)|forb\w+ | interdi\w+|prohib\w+|défend(?:u|re) de || allow\w*|authori[sz]\w+|permi(?:t|ts|tted|ssion)|legali[sz]\w+|(?-i:may)(?! \d)|can(?!not)\b|free to|able to | autoris\w+|permis\w*|permet\w*|légalis\w+|peu(?:t|vent)|pourr(?:a|ont)
gone|disappear\w*|vanish\w*|abolish\w*|scrapped|ceas\w+ | dispar\w+|aboli\w*|supprim\w+ || exist\w*|remain\w*|persist\w*|surviv\w+ | exist\w+|subsist\w+|demeur\w+|persist\w+|surv[ié]\w+
strong\w*|robust\w* | fort(?:e|s|es)?|solid\w+|robust\w+ || weak\w*|fragil\w+ | faib\w+|fragil\w+
higher|above|uphill|upper|more than|over \d[\d.,]*|exceed\w*|in excess of|beyond|greater than|larger than | plus haut|au-dessus|en amont|supérieure?s?|plus élevée?s? || lower|below|beneath|downhill|less than|fewer than|under \d[\d.,]*|short of|smaller than|cheaper | plus bas|en dessous|en contrebas|en aval|inférieure?s?|moins élevée?s?
prolong\w*|extend\w*|continu\w+|resum\w+|went on|kept on | prolong\w+|poursui(?:t|vi|vie|vre|vent|vis)|reprend\w*|repri(?:s|se)|reconduit\w*|maint(?:ien|en)\w+ || suspend\w*|suspension|halt\w*|interrupt\w*|paus(?:e|ed)|stopp(?!ages?)\w+|call(?:s|ed)? off | suspen\w+|interromp\w+|arrêt(?:é|er|ée|ent)
spar(?:e|ed|es)|unharmed|unaffected|escap\w+|untouched | épargn\w+|indemne\w*|échapp\w+ || hit|affected|damag\w+|struck|harmed|hurt | touch(?:é|ée|és|ées|e|ent)|frapp\w+|atteint\w*|endommag\w+|bless\w+
privati[sz]\w+ | privatis\w+ || nationali[sz]\w+|bought? back | nationalis\w+
lift(?:s|ed)?|drop(?:s|ped)? (?:its|his|her|their|the)|withdr[ae]w\w* | lev(?:é|ée|er|e)|retir\w+|abandonn\w+ || maintain\w*|kept|reaffirm\w*|stood by|renew\w* | maint(?:ien|en)\w+|réaffirm\w+|renouvel\w+
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
friend\w*|all(?:y|ies)|partner\w* | ami\w*|alli(?:é|ée|és)|partenaire\w* || enem\w+|rival\w*|opponent\w*|foe\w* | ennemi\w*|riva(?:l|ux|le)\w*|adversaire\w*
"""


class Occurrence(NamedTuple):
    """A word at its place, which of its pair it is, and the words around it."""

    statement: Statement
    start: int
    end: int
    side: int
    around: str


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


_PAIRS = _pairs()
_SMALL = re.compile(
    r"^(?:with|without|no|all|both|each|every\w*|none|nobody|nothing|no one|neither|always|never|avec|sans|tous|toutes|chacune?|chaque|aucune?|rien|nul|personne|toujours|jamais)$",
    re.I,
)


# « Ne s’applique qu’aux » says that it applies.
_NE = re.compile(r"(?:\bne |\bn[’'])(?:l[ea]s? |l[’']|lui |leur |y |en |se |s[’'])?\Z")


@per_sentence
def _found(text: str, side: str) -> tuple[tuple[int, int, int, int, str], ...]:
    """(pair, side of it, start, end, the words around) of every word that has an opposite, unless it is denied."""
    denied = {one.word.start for one in denied_words(text, side)}
    return tuple(
        (n, which, match.start(), match.end(), _around(text, match.start(), match.end()))
        for n, pair in enumerate(_PAIRS)
        for which in (0, 1)
        for match in pair[side][which].finditer(text)
        if match.start() not in denied
        and (not _NE.search(text, 0, match.start()) or re.match(r" (?:\w+ )?qu(?:e |[’'])", text[match.end() :]))
    )


def _around(text: str, start: int, end: int) -> str:
    """The words of the same stretch; where they are too few to tell what it is about, those of a wider one."""
    low, high = chunk_at(text, start)
    if high - low - (end - start) < _FEW:
        low = text.rfind(" ", 0, max(0, start - _AROUND)) + 1
        high = text.find(" ", min(len(text), end + _AROUND))
        high = high if high != -1 else len(text)
    return f"{text[low:start].strip()} {text[end : max(end, high)].strip()}".strip()


# "£9m lent for a stand" is « 9 millions empruntés »: who takes and who gives are not named.
_CONVERSE = re.compile(r"(?:emprunt|prêt)é(?:e|s|es)?$")
_AVOIR = re.compile(
    r"\b(?:ai|as|a|avons|avez|ont|avais|avait|avaient|aura|auront|aurait|auraient|ait|aient|avoir|ayant)(?: (?!été\b)\w+)? $"
)


def _is_converse(text: str, start: int, end: int) -> bool:
    return bool(_CONVERSE.fullmatch(text[start:end])) and not _AVOIR.search(text[:start])


def turned_words(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A word of the claim where the source, in the same surroundings, has its opposite."""
    theirs: dict[int, list[Occurrence]] = {}
    for one in near:
        for n, which, start, end, around in _found(one.text, side_of(one)):
            theirs.setdefault(n, []).append(Occurrence(one, start, end, which, around))
    ours: dict[int, list[tuple[int, int, int, str]]] = {}
    for n, which, start, end, around in _found(claim.text, "fr"):
        ours.setdefault(start, []).append((n, which, end, around))
    found: list[tuple[int, int, Occurrence, frozenset[int]]] = []
    for start, readings in ours.items():
        same = [one for n, which, _, _ in readings for one in theirs.get(n, ()) if one.side == which]
        turned = [one for n, which, _, _ in readings for one in theirs.get(n, ()) if one.side != which]
        end, around = readings[0][2:]
        best = _turned(around, [one for one in turned if not _is_rendered(one, around, ours, start)], same)
        if (
            best is None
            or _is_right(claim, start, end, best, near)
            or _tells_of_another(claim, best, same)
            or _is_tied_to(claim, same, best)
            or _is_told_besides(claim, start, best)
            or _is_what_is_denied(claim, start, best)
        ):
            continue
        # « Avait voté contre, y est désormais favorable »: both are said on either side; `turnabouts` reads which came first.
        both = frozenset(n for n, _, _, _ in readings if len(set(_sides_in(ours, n))) == 2)
        both = both if any(one.statement is best.statement for one in same) else frozenset()
        if both and _AT_LAST.search(claim.text) and _AT_LAST.search(best.statement.text):
            continue
        found.append((start, end, best, both))
    for start, end, best, both in found:
        # « Salue le rapport mais regrette … »: who says both on either side exchanged both, or neither.
        if both and not any(other is not best and both & pairs for _, _, other, pairs in found):
            continue
        said = cited(near_words(best.statement, best.start), best.statement)
        message = f"Le texte dit «\u00a0{claim.text[start:end]}\u00a0», la source semble dire l’inverse, {said}\u00a0: vérifiez le sens."
        yield found_in(claim, (start, end), "direction-reversed", "warning", message, [best.statement])


def _is_right(claim: Statement, start: int, end: int, best: Occurrence, near: Sequence[Statement]) -> bool:
    """Whether an opposite says the same after all: told from the other side, hindered, or of those whom the source excepts."""
    return (
        _is_converse(claim.text, start, end)
        or is_hindered(claim.text, start)
        or all_but_only(claim, best.statement)
        or tells_of_buyers(claim, best.statement)
        or is_undone(best.statement.text, best.start, side_of(best.statement))
        or is_undone(claim.text, start, "fr")
        or admits_an_error(claim, end, near)
    )


# "Petrel, the second-largest network, said …"
_PRESENTED = re.compile(r"[A-ZÀ-Ý][\w’-]{2,}(?: [A-ZÀ-Ý][\w’-]+)*, (?:the|an?|its|who|which|l[ea]|une?|qui)\b")


def _is_tied_to(claim: Statement, same: Sequence[Occurrence], best: Occurrence) -> bool:
    """Whether the figures of a claim, « onze des dix-huit clubs », are those of a passage that says the same, and not of the other."""
    shared = [_shared(claim, one.statement) for one in same]
    return bool(shared) and max(shared) > _shared(claim, best.statement)


def _shared(claim: Statement, passage: Statement) -> int:
    return sum(any(same_quantity(one, each) for each in passage.figures) for one in claim.figures)


def _tells_of_another(claim: Statement, best: Occurrence, same: Sequence[Occurrence]) -> bool:
    """Whether a passage that says the same names someone of the claim, and the one that says the opposite opens with another."""
    named = set(_TELLING.findall(claim.text))
    other = _PRESENTED.match(best.statement.text)
    return (
        other is not None
        and not named & set(_TELLING.findall(best.statement.text))
        and any(named & set(_TELLING.findall(one.statement.text)) for one in same)
    )


def _is_told_besides(claim: Statement, start: int, best: Occurrence) -> bool:
    """« Débuteraient en 2027 pour s’achever en 2031 »: another word of the claim, clearly the same one, says what it says."""
    words = content_words(best.statement.text, side_of(best.statement))
    theirs = next((one for one in words if one.start <= best.start < one.end), None)
    ours = content_words(claim.text, "fr")
    mine = next((one for one in ours if one.start <= start < one.end), None)
    others = [
        one
        for one in ours
        if one is not mine
        and any(which == best.side and at <= one.start < end for n, which, at, end, _ in _found(claim.text, "fr"))
    ]
    return theirs is not None and bool(others) and float(likeness(theirs, others).max()) >= ALIKE


_DENIES_IT = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|disput(?:es|ed))\b[^.;:]{0,60}$", re.I)


def _is_what_is_denied(claim: Statement, start: int, best: Occurrence) -> bool:
    """Whether the source only denies the opposite, "denies ordering them to hide", and the claim denies nothing there."""
    if side_of(best.statement) != "en" or not _DENIES_IT.search(best.statement.text, 0, best.start):
        return False
    return not _DENIES_FR.search(claim.text, 0, start)


_DENIES_FR = re.compile(
    r"\b(?:dément\w*|nie(?:nt)?|niait|récus\w+|rejet\w+|conteste\w*|réfut\w+|se défend\w*)\b[^.;:]{0,60}$", re.I
)


def _is_rendered(theirs: Occurrence, around: str, ours: dict[int, list[tuple[int, int, int, str]]], start: int) -> bool:
    """Whether this one fits by a shared name alone, and another word of the claim renders it: « publics … privée »."""
    others = [
        each
        for at, readings in ours.items()
        for n, which, _, each in readings
        if at != start and which == theirs.side and (n, which) in _sides_at(theirs)
    ]
    if not others or _SMALL.search(theirs.statement.text[theirs.start : theirs.end]):
        return False
    vectors = embed([theirs.around, around, *others])
    cosines = vectors[1:] @ vectors[0]
    return float(cosines[0]) < FIT and float(cosines[1:].max()) >= float(cosines[0])


def _sides_at(theirs: Occurrence) -> frozenset[tuple[int, int]]:
    """The pairs and their sides of the word that stands at a place of the source."""
    found = _found(theirs.statement.text, side_of(theirs.statement))
    return frozenset((n, which) for n, which, start, _, _ in found if start == theirs.start)


_AT_LAST = re.compile(
    r"\b(?:now|no longer|since|later|désormais|aujourd[’']hui|maintenant|à présent|depuis|n[’']\w+ plus)\b", re.I
)


def _sides_in(ours: dict[int, list[tuple[int, int, int, str]]], pair: int) -> Iterator[int]:
    return (which for readings in ours.values() for n, which, _, _ in readings if n == pair)


_TELLING = re.compile(r"(?:19|20)\d\d|[A-ZÀ-Ý][\w’-]{3,}")


def _shares_a_name(ours: str, theirs: str) -> bool:
    return bool(set(_TELLING.findall(ours)) & set(_TELLING.findall(theirs)))


def _turned(around: str, turned: Sequence[Occurrence], same: Sequence[Occurrence]) -> Occurrence | None:
    """The opposite that stands in the surroundings most like these, unless a word that says the same stands as near."""
    if not turned:
        return None
    vectors = embed([around, *(one.around for one in (*turned, *same))])
    cosines = vectors[1:] @ vectors[0]
    best = int(cosines[: len(turned)].argmax())
    fit = FIT - SHARED if _shares_a_name(around, turned[best].around) else FIT
    fit = FIT_SMALL if _SMALL.search(turned[best].statement.text[turned[best].start : turned[best].end]) else fit
    least = max(fit, float(cosines[len(turned) :].max()) + CLEARLY) if same else fit
    return turned[best] if float(cosines[best]) >= least else None
