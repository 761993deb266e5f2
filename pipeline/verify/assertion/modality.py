"""Could, would, plans to: each such clause of the source against the clause that renders it (EDITORIAL.md, « Facts », 4)."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.embedding import embed
from pipeline.verify.assertion.certainty import LOST, near_words
from pipeline.verify.assertion.cues import ABLE, COULD, DUE, MAY, SPEECH, URGED, WEIGHED
from pipeline.verify.assertion.kept import KEEPS
from pipeline.verify.clauses import Clause, clauses, clauses_of, clauses_with, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["ATTRIBUTED", "HELD_POSSIBLE", "NONE_COULD", "SOURCED", "doubts_lost", "unattributed"]

# A plan is told in so many ways that only a sure pair of clauses tells of its loss.
PAIRED = {"possible": 0.33, "planned": 0.42}
# From SURELY on a pair of clauses, each the other's best, is a translation; a clause nearer by RIVAL to another passage renders that one.
SURELY = {"possible": 0.55, "planned": 0.62}
RIVAL, SLIGHT = 0.12, 0.03
_THEIRS = {
    "possible": {
        "en": re.compile(
            r"\b(?:"
            + COULD
            + r"|would have(?! to\b)|might|"
            + MAY
            + r"|possibly|perhaps|possible to|(?<!as )(?<!more )(?<!less )(?<!most )(?<!least )likely|allegedly|reportedly|alleges?|(?:is|are|was|were) (?:thought|believed|said|understood|feared) to)\b",
            re.I,
        ),
        "fr": re.compile(r"\b(?:pourrai\w+|peut-être|(?:aur|ser)ai(?:t|ent)|risque(?:nt)? de|probable\w*)\b", re.I),
    },
    "planned": {
        "en": re.compile(
            r"\b(?:would(?! not| rather| prefer| like to)|(?:is|are|was|were) (?:considering|weighing|mulling|exploring|studying|contemplating)|plans? to|intends? to|hopes? to|wants? to|aims? to|expects? to|expected to|proposes? to|"
            + DUE
            + r"|is to|are to|asked to|seeks? to)\b",
            re.I,
        ),
        "fr": re.compile(
            r"\b(?:prévoi\w+|compte(?:nt)? \w+(?:er|ir|re)|envisage\w*|souhaite\w*|(?:dev|pour|aur|ser)rai(?:t|ent))\b",
            re.I,
        ),
    },
}
_CONDITIONAL = r"\w+[^aeiou\W]?r(?:ait|aient)|"
_OURS = {
    "possible": re.compile(
        r"\b(?:" + _CONDITIONAL + r"dément\w*|démenti\w*|nie(?:nt)?|conteste\w*|" + ABLE + r"|"
        r"propos\w+|esp[èé]r\w+|espoirs?|escompt\w+|pour qu(?:e|[’']\w+)|peut|peuvent|peut-être|pouvoir|pouvant|pourra|pourront|pouvai\w+|pu|puisse\w*|possib\w+|risqu\w+|susceptibles?|probabl\w+|"
        r"éventuel\w*|potentiel\w*|sembl\w+|paraî\w+|crain\w+|craign\w+|redout\w+|menac\w+|hypothès\w+|capables?|permet\w*|"
        r"soupçonn\w+|accus\w+|allégu\w+|allèg\w+|présum\w+|reproch\w+|prétend\w*|soutien(?:t|nent) qu\w*|soutenaient|récus\w+|quiconque|n[’']importe|accessibles?|"
        r"n['’]exclu\w+ pas|pas exclu\w*|n['’]écart\w+ pas|il se peut|sans doute|vraisemblabl\w+|envisag\w+|suffi(?:t|sent|sait|saient|re|ra|ront|sant|santes?|sants) (?:[\w’-]+ ){0,2}?(?:à|pour)|recevab\w+|habilit\w+|autoris\w+|(?:le |plein )?droit (?:de |d[’'])|à même de|en mesure de|loisible|ouvr\w+ (?:la voie|droit)|évoquée?s?|entrevoir|augurer|piste|de quoi)\b",
        re.I,
    ),
    "planned": re.compile(
        r"\b(?:"
        + _CONDITIONAL
        + r"peut|peuvent|peut-être|possib\w+|va|vont|allai\w+|\w{2,}r(?:a|ont|ez|ons)|prév\w+|compt(?:e|ent|ait|aient)|veu(?:t|lent)|voul\w+|"
        r"crain\w+|craign\w+|redout\w+|censée?s?|tenue?s?|chargée?s?|invitée?s?|sommée?s?|souhait\w+|propos\w+|envisag\w+|proje\w+|esp[èé]r\w+|enten(?:d|dent|dait)|doi(?:t|vent)|dev(?:ait|aient|oir)|attend\w*|d[’']ici|objectif|cherch\w+|promet\w*|"
        r"promis\w*|demand\w+|réclam\w+|exig\w+|exhort\w+|enjoi\w+|"
        + URGED
        + r"|vis(?:e|ent|ait)|tent(?:e|er|ent|ait)|appel\w+|annonc\w+|en vue|afin|pour|si|risqu\w+|menac\w+|permet\w*|"
        r"devant (?=(?:\w+ )?\w+(?:er|ir|re)\b)|pouvant|donn\w+ (?:à [^,.;:]{1,40} )?jusqu[’']|estim\w+|évalu\w+|chiffr\w+|imagin\w+|"
        + WEIGHED
        + r"|requi\w+|nécessit\w+|renonc\w+|exclu(?:t|ent|ait|re)|réfléchi\w*|étudi\w+|songe\w*|hésit\w+|pench\w+|tent(?:é|ée|és)|sera\w*|prêt\w*|futur\w*|prochain\w*|engag\w+|ambition\w*|voudr\w+|faire|être|avant|refus\w+|interdi\w+)\b",
        re.I,
    ),
}


# By what a French clause says that a thing is only possible.
HELD_POSSIBLE = _OURS["possible"]


# « Maintient ses achats » for "would go on buying": who will go on does so already.
_GOES_ON = re.compile(
    r"would (?:\w+ly |still |also )?(?:go on|keep|continue|carry on|maintain|stay|remain|persist|press (?:on|ahead)|push on|stick|stand by|hold on|retain|uphold|pursue)\b",
    re.IGNORECASE,
)


# "No levy could be raised": it was impossible.
NONE_COULD = re.compile(r"\b(?:no|nobody|nothing|none|neither)\b[^,.;:]{0,50}$", re.I)


def _reach(clause: Clause) -> str:
    """A clause with what `and` ties to it: "could order … and impose" says that both are only possible."""
    text = clause.statement.text
    if not re.search(r"(?<!,) (?:and|or|et|ou)\s*$", clause.text):
        return clause.text
    following = next((end for start, end in clauses(text) if start >= clause.end), clause.end)
    return text[clause.start : following]


def doubts_lost(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A clause of the source that is only possible or planned, rendered by one that says it is so."""
    ours = clauses_of([claim])
    vectors = embed([one.text for one in ours])
    passages = clauses_of(near)
    nearest = (vectors @ embed([one.text for one in passages]).T).max(axis=1) if passages else ()
    for theirs in passages:
        side = side_of(theirs.statement)
        for kind in ("possible", "planned"):
            cue = _THEIRS[kind][side].search(theirs.text)
            if cue is None or claim.place.endswith("heading"):
                continue
            if kind == "possible" and side == "en" and NONE_COULD.search(theirs.text[: cue.start()]):
                continue
            cosines = vectors @ embed([_reach(theirs)])[0]
            best = int(cosines.argmax())
            # As many clauses doubt as in the source: the doubt only stands in another clause, unless the two surely pair.
            moved = clauses_with(claim, _OURS[kind]) >= clauses_with(theirs.statement, _THEIRS[kind][side])
            if moved and not SURELY[kind] <= float(cosines[best]) >= float(nearest[best]) - SLIGHT:
                continue
            if float(cosines[best]) < float(nearest[best]) - RIVAL:
                continue
            if _GOES_ON.match(theirs.text, cue.start()) and KEEPS.search(ours[best].text):
                continue
            if float(cosines[best]) >= PAIRED[kind] and not _OURS[kind].search(ours[best].text):
                said = cited(near_words(theirs.statement, theirs.start + cue.start()), theirs.statement)
                message = f"La source dit {said}\u00a0; {LOST[kind]}."
                span = (ours[best].start, ours[best].end)
                yield found_in(claim, span, f"certainty-{kind}", "warning", message, [theirs.statement])
                break


SOURCED = {
    "en": re.compile(
        r"\b(?:according to|alleg(?:es?|ed|ing)|claim(?:s|ed) (?:that|to)|estimates? (?:that|by)|argu(?:es?|ed)|insist(?:s|ed)?|maintain(?:s|ed) that|contends?|contended|believes? (?:that|the)|"
        r"say(?:s)? (?:that|the|it|they|he|she)|said (?:that|the|it|they)|adding that|(?:report|audit|inquiry|study|investigation)[^.;]{0,40}? (?:found|says|said|shows?|concluded)|has found|(?<!press )(?<!media )(?<!news )(?<!such )(?<!the )(?<!these )(?<!those )(?<!its )(?<!their )(?<!his )(?<!her )(?<!of )(?<!from )(?<!after )(?<!no )(?<!other )(?<!earlier )(?<!previous )reports(?! (?:of|from|about|into|by|and|are|were|have|had|to)\b))\b|, \w+(?: \w+){0,4} (?:says?|said)[.,]?$",
        re.I,
    ),
    "fr": re.compile(r"\b(?:selon|affirm\w+|assur\w+|soutien\w+|estime\w*)\b|d[’']après (?!l[’']ancien)", re.I),
}
ATTRIBUTED = re.compile(
    r"«|[dD][’']après|(?:^|, |; |: )[Pp]our (?:l[ea’']|les|sa|son|ses)\b|\b(?:selon|affirm\w+|di(?:t|sent|sait)|assur\w+|estim\w+|souten\w+|soutien\w+|déclar\w+|expliqu\w+|indiqu\w+|"
    r"jug\w+|annonc\w+|précis\w+|ajout\w+|racont\w+|répon\w+|réplique\w*|accus\w+|dément\w*|contest\w+|reconna\w+|reconnu\w*|f(?:ait|ont|aisai(?:t|ent)|aire|aisant) valoir|ve(?:ut|ulent)|préfèr\w+|souhait\w+|relèv\w+|relev\w+|"
    r"rapport\w*|avanc\w+|arriv\w+|attribu\w+|chiffr(?:e|é|ée|és|ées|ent|er|ait)(?! d[’']affaires)|évalu\w+|compt\w+|recens\w+|établi\w*|constat\w+|calcul\w+|craign\w+|crain\w+|redout\w+|reproch\w+|dénonc\w+|"
    r"conclu\w*|montr\w+|révèl\w+|révél\w+|décri\w+|évoqu\w+|allégu\w+|voit|voient|invoqu\w+|défend\w*|plaid\w+|pens\w+|croi\w+|(?<!une )(?<!la )(?<!cette )not(?:e|ent)|rappel\w+|soulign\w+|"
    r"admet\w*|confi(?:e|é|ent)|pré[tv]\w+|critiqu(?:ent|ait|aient|é)|critique(?= (?:l[ea]s?|une?|des?|du|son|sa|ses|leurs?|l[’'])\b)|oppose(?:nt)?|s[’'](?:inqui[eè]t|interrog|étonn|alarm|indign|offusqu|émeu)\w*|se plai(?:nt|gnent|gnait)|fustig\w+|prôn\w+|préconis\w+|recommand\w+|réclam\w+|soupçonn\w+|présumée?s?|prétendu\w*|tranche(?:nt)?(?=[ ,.])|insist\w+|ironis\w+|avou\w+|\w+r(?:ait|aient)|"
    + SPEECH
    + r")\b",
    re.I,
)


# Who says that something is so need not know it.
_KNOWS = {
    "fr": re.compile(r"(?<!ne )(?<!n[’'])\bs(?:ait|avent|avait|avaient) (?:que |qu[’'])", re.I),
    "en": re.compile(r"\b(?:know|aware|learn|realis|realiz|find|found|discover)", re.I),
}


# What someone only claims, nobody found.
_PROVEN = {
    "fr": re.compile(r"\b(?:fait (?:reconnaître|admettre|établir)|constat(?:e|é|ent|ait)|prouv(?:e|é|ent)|démontr(?:e|é|ent)|établi(?:t|ssent))\b", re.I),
    "en": re.compile(r"\b(?:find\w*|found|prov(?:e|es|ed|en)|show\w*|demonstrat\w+|establish\w*|observ\w+|note[ds]?|record\w*|confirm\w*|conclud\w+|evidence|saw|seen)\b", re.I),
}  # fmt: skip
_CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed) that|alleg(?:es?|ed)|argue[sd]? that|accus(?:es?|ed)|suspect(?:s|ed)?|believe[sd]?)\b", re.I
)


# « …, ce que nie l’intéressé »: who denies a thing does not say it, and somebody else must.
_ONLY_DENIED = re.compile(
    r"\b(?:même si|bien que|quoique|alors que|tandis que|ce que|ce qu[’'](?:ils?|elles?|on)|ce dont|mais)\b[^,;.:]{0,40}?"
    r"\b(?:nie|nient|niait|conteste|contestent|dément|démentent|récuse|récusent|réfute|réfutent|rejette|rejettent|se défend|se défendent)\b[^,;.:]*",
    re.I,
)
_SAID = re.compile(
    r"\b(?:says?|said|claim(?:s|ed)|insist(?:s|ed)|maintain(?:s|ed)|assur(?:es?|ed)|affirme\w*|assure\w*)\b", re.I
)


def unattributed(claim: Statement, source: Statement) -> Iterator[Finding]:
    """What the source only reports of someone, told as the house's own knowledge; short parts state what the text attributes."""
    if claim.place.startswith(("title", "seo", "tldr", "standfirst")) or claim.place.endswith("heading"):
        return
    said = SOURCED[side_of(source)].search(source.text)
    claimed = _CLAIMED.search(source.text) if source.language != "fr" else None
    if claimed and _PROVEN["fr"].search(claim.text) and not _PROVEN["en"].search(source.text):
        said = claimed
    elif _KNOWS["fr"].search(claim.text) and not _KNOWS[side_of(source)].search(source.text):
        said = said or _SAID.search(source.text)
    elif claimed and _ONLY_DENIED.search(claim.text) and not ATTRIBUTED.search(_ONLY_DENIED.sub("", claim.text)):
        said = claimed
    elif ATTRIBUTED.search(claim.text):
        return
    if said:
        message = (
            f"La source attribue ces mots, {cited(near_words(source, said.start()), source)}\u00a0; {LOST['reported']}."
        )
        yield found_in(claim, (0, len(claim.text)), "certainty-reported", "warning", message, [source])
