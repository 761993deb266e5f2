"""Who admits in the draft what the source has them deny, or only say.

Few words tell it, and all the others stay as they were: each admission is held to the clause that it renders best among
those that deny and those that admit.
"""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.embedding import Vectors, embed
from pipeline.verify.alignment import content_words
from pipeline.verify.assertion.certainty import near_words
from pipeline.verify.assertion.cues import DENIES
from pipeline.verify.clauses import Clause, clauses, clauses_of, part_around, side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Source, Statement
from pipeline.verify.proper_names.naming import read_names
from schemas.finding import Finding

__all__ = ["admits_an_error", "denials_admitted"]

_ADMITS = re.compile(
    r"\b(?:reconna[iî](?:t|ssent|ssait|ssaient|ssant|tre)|(?:a|ont|avait|avaient|ayant|avoir|eu) (?:[\w’-]+ ){0,3}?(?:reconnu|admis|avoué|concédé|convenu|confessé|assumé|confirmé)\b(?! coupables?)|"
    r"admet(?:tent|tait|taient|tant|tre)?|avou(?:e|ent|ait|aient|ant|er)|conc[èé]d(?:e|ent|ait|aient|ant|er)|(?:en |volontiers )?convien(?:t|nent) (?=qu|d)|en (?:convien(?:t|nent)|convenait|conviennent)|(?:s[’']en )?confess(?:e|ent|ait)|"
    r"(?<=, )convien(?:t|nent)\b|(?<=\bdont )(?:en )?(?:convien(?:t|nent|drait)|convenai(?:t|ent))|confirm(?:e|ent|ait|aient|ant|er)|assum(?:e|ent|ait|aient|ant|er)|revendiqu(?:e|ent|ait|aient)|endoss(?:e|ent|ait)|l[’']accord(?:e|ent)|pass(?:e|ent|é|és) aux aveux|"
    r"plaid(?:e|ent|é|ait|aient) coupables?|s[’']en (?:excus\w+|accus\w+|repen\w+)|(?:fait|font) (?:son|leur) mea culpa|se di(?:t|sent) (?:\w+ )?(?:coupable|responsable|fautif|fautive)s?|"
    r"(?:de (?:son|leur) propre|de l[’'])aveu|se rend(?:ent)? à l[’']évidence|n(?:e |[’']en |e s[’']en )(?:l[ea’'] ?)?(?:conteste|nie|dément|cache|disconvien|récuse|réfute|dissimule|défend)\w* (?:pas|plus|nullement|guère|point)|"
    # denied no longer, by whatever it is put off
    r"n(?:e |[’'])(?:(?:s[’']en|l[’']|l[ea]|les|en|y) ?)?(?:a|ont|avai(?:t|ent)) (?:pas|plus|jamais|nullement) (?:nié|contesté|démenti|caché|dissimulé|récusé|réfuté|disconvenu)|"
    r"(?:n(?:e |[’'])(?:(?:s[’']en|l[’']|l[ea]|les|en|y) ?)?\w+ (?:pas|plus|nullement|même pas) (?:à |de |d[’'])?|sans (?:même )?(?:chercher à |songer à |vouloir |prétendre )?)(?:l[ea’'] ?|les |en |s[’']en )?(?:nier|contester|démentir|cacher|dissimuler|disconvenir|récuser|réfuter|défendre)(?! (?:tou[st]|que|l[ea]s? |d))|"
    r"n(?:e |[’']en )fai(?:t|sait|sant|re) (?:pas|guère|aucun|nul) (?:de )?mystère|ne fai(?:t|saient|sait) mystère|ne (?:s[’']en )?(?:fait|faisait) pas secret|sans (?:détours?|fard|ambages|se faire prier)|"
    r"ne di(?:t|sent|sait) pas le contraire|n[’']y (?:voit|trouve) rien à redire|en donne(?:nt)? acte|(?:lui|leur) donne(?:nt)? (?:entièrement |volontiers )?raison|y souscri(?:t|vent|vait)|acquiesc(?:e|ent|é|ait)|"
    r"bat(?:tent|tait)? sa coulpe|(?:fait|font|faisait) amende honorable|(?:en |y )?tombe(?:nt)? d[’']accord|en (?:est|sont) d[’']accord|abonde(?:nt)? dans (?:ce|son|leur) sens|pren(?:d|nent) (?:la chose |le reproche )?à son compte)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"(?:\bne |\bn[’']|\bsans |\brefus\w+ d(?:e |[’'])|\bnie |\bnient |\bdément\w* )(?:l[’']|l[ea] |les |en |s[’']y |s[’']|se |y |rien )?$",
    re.I,
)
_DENIES = {
    "en": re.compile(
        r"\b(?:den(?:y|ies|ied|ying|ials?)|disput(?:e[sd]?|ing)|reject(?:s|ed|ing)?|refut\w+|rebut\w*|contest(?:s|ed)?|contradict\w*|dismiss(?:es|ed)|untrue|false|fiction|baseless|unfounded|groundless|nonsense|"
        r"(?:refus\w+|declin\w+|fail\w*|yet|unwilling) to (?:concede|accept|admit|acknowledge|recogni[sz]e|confirm|agree)|(?:not|n[’']t|never) (?:conced|accept|admit|acknowledg|recogni[sz]|agree|confirm)\w*|fabricat\w+|(?:said|says?) no|plead(?:s|ed)? not guilty|not guilty|no (?:memory|knowledge|record|recollection)|rul(?:e|es|ed) out|not accept|wrongly)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\bn(?:e |[’'])|\b(?:" + DENIES + r"|reje\w+|faux|fausses?|infond\w+)\b", re.I),
}  # fmt: skip
# What has not been is no admission either, unless the draft says as well that it has not.
_NOT = {
    "en": re.compile(r"\b(?:not|never|no|nobody|none|nothing|neither|nor|without)\b|n[’']t\b", re.IGNORECASE),
    "fr": re.compile(r"\bn(?:e |[’'])|\b(?:ne|ni|sans|aucune?|jamais|rien|pas|manqu\w+|absen\w+|échou\w+|échec\w*|refus\w*|faute|peu|mal|in\w{6,}|dés?\w{6,}|omis\w*|oubli\w*)\b", re.IGNORECASE),
}  # fmt: skip
_AGREES = {
    "en": re.compile(
        r"\b(?:confirm\w*|admit\w*|admission|acknowledg\w+|conced\w+|recogni[sz]\w+|accept(?:s|ed|ing)?(?= (?:that|responsib\w+|(?:the |some |full |all |its |his |her |their )?(?:blame|liability|fault|guilt|criticism\w*|charge|accusation|verdict|conclusion\w*|point|finding\w*|reproach|ruling)|it|this|there)\b)|agree[sd]?|confess\w*|own(?:s|ed|ing)? up|(?:no|any|little) secret|openly|frankly|concur\w*|blame (?:him|her|it|them)self|grant(?:s|ed) that|plead(?:s|ed)? guilty|apologi\w+|responsibility|"
        r"regret\w*|hindsight|should have|allow(?:s|ed) that|insist(?:s|ed)?|claim(?:s|ed)? (?:credit|responsibility)|(?:not|n[’']t) (?:den(?:y|ied)|disput\w+|contest\w*|hide))\b",
        re.IGNORECASE,
    ),
    "fr": _ADMITS,
}
# From here on a clause of the source tells of the same thing; one that admits so near to it may be what is rendered.
_SAME, _AS_NEAR = 0.36, 0.06
# How much nearer who is named on both sides makes a passage, and being what the claim leans on first.
_NAMED, _FIRST = 0.2, 0.1
# « En convient », « l’admet »: what is admitted was told before.
_PRO_FORM = re.compile(
    r"\b(?:en |l[’']|le |les |la )(?:volontiers )?$|\bce (?:qu(?:e |[’'])|dont )[^,;:]{0,40}$|^(?:en|l[’']|s[’']en)",
    re.IGNORECASE,
)
_FEW = 3


# « A reconnu l’erreur » renders "we were wrong, and I apologise", and not what is denied elsewhere.
_ERROR = {
    "fr": re.compile(
        r" (?:avoir (?:commis |fait )?|s[’']être |l[’']|une? |son |sa |ses |des |les |leurs? |qu[’']\w+ )*(?:\w+ )?(?:erreurs?|fautes?|torts?|tromp\w+|manquements?|dysfonctionnements?)\b",
        re.I,
    ),
    "en": re.compile(r"\b(?:apologi[sz]\w*|wrong|mistake\w*|errors?|sorry|fault\w*|fell short|failings?)\b", re.I),
}


# « Une erreur, concède la directrice »
_ERROR_BEFORE = re.compile(
    r"\b(?:erreurs?|fautes?|torts?|tromp\w+|manquements?|dysfonctionnements?)(?: [^\W\d_]+){0,4},? »?,? ?(?:a |ont |le |l[’']|en )?[^\W\d_]+$",
    re.IGNORECASE,
)


# Who apologises and goes on to admit something tells the two apart.
_SORRY = {
    "fr": re.compile(r"\b(?:(?:s[’'](?:est|était|en) |s[’'])?excus\w+|pardon|désolée?s?|regrett\w+|regrets?|mea culpa)\b", re.I),
    "en": re.compile(r"\b(?:apologi\w+|regret\w*|sorry)\b", re.I),
}  # fmt: skip


def admits_an_error(claim: Statement, at: int, source: Sequence[Statement]) -> bool:
    """Whether the words around an admission, which ends at a place, are those of an error that the source owns up to."""
    owned = _ERROR["fr"].match(claim.text, at) or _ERROR_BEFORE.search(claim.text[:at])
    return owned is not None and any(_ERROR["en"].search(one.text) for one in source)


def denials_admitted(claim: Statement, near: Sequence[Statement], source: Source) -> Iterator[Finding]:
    """What someone denies in the source and admits in the claim. `near` are the passages it may render, the surest first."""
    admissions = [one for one in _ADMITS.finditer(claim.text) if not _NEGATED.search(claim.text[: one.start()])]
    if not admissions or not near:
        return
    places = {one.place for one in near}
    theirs = _pieces([*near, *(one for one in source.statements if one.place in places and one not in near)])
    named = {name.words[-1] for name in read_names(claim.text) if name.words}
    about = {one.statement.place for one in theirs if named & one.statement.words}
    bonus = [_NAMED * (one.statement.place in about) + _FIRST * (one.statement is near[0]) for one in theirs]
    for said in admissions:
        piece = claim.text[slice(*part_around(claim.text, said.start()))]
        if admits_an_error(claim, said.end(), source.statements):
            continue
        says_no = _NOT["fr"].search(piece.replace(said.group(), "")) is not None
        ours = embed([_around(claim.text, said.start()), piece])
        plain = (embed([one.text for one in theirs]) @ ours.T).max(axis=1)
        scores = plain + bonus
        if _PRO_FORM.search(claim.text[: said.start()]) or _PRO_FORM.search(said.group()):
            scores += [_NAMED * (one.statement.place == near[0].place) for one in theirs]
        denied = max(_scored(theirs, scores, _is_denial), default=(0.0, 0))
        if not says_no:
            denied = max([denied, *_scored(theirs, plain, _says_not)])
        apart = _SORRY["fr"].search(_other_words(claim.text, said)) is not None
        admits = _admits_beyond_regret if apart else _is_admission
        admitted = max(_scored(theirs, scores, admits), default=(0.0, 0))
        # Where nobody admits a thing, nor does the claim deny one, a denial in the passages it may render is enough.
        alone = (
            not admitted[0]
            and _is_denial(theirs[denied[1]])
            and not _DENIES["fr"].search(_other_words(claim.text, said))
        )
        if denied[0] <= 0.0 or (denied[0] < _SAME and not alone) or admitted[0] >= denied[0] - _AS_NEAR:
            continue
        place = theirs[denied[1]]
        if _is_denied_beside(claim, said, place):
            continue
        message = (
            f"Le texte dit «\u00a0{said.group()}\u00a0», la source semble dire l’inverse, "
            f"{cited(near_words(place.statement, place.start), place.statement)}\u00a0: vérifiez."
        )
        yield found_in(claim, said.span(), "direction-reversed", "warning", message, [place.statement])
        return


_ADMITS_THIS = re.compile(r"[ \u00a0\u202f]?:")


def _is_denied_beside(claim: Statement, said: re.Match[str], denied: Clause) -> bool:
    """« Le regrette, concède-t-elle, mais conteste l’avoir su »: another clause of the claim denies what is denied, and is nearer to it.

    Not after « confirme : », which admits what follows.
    """
    if _ADMITS_THIS.match(claim.text, said.end()):
        return False
    spans = clauses(claim.text)
    mine = next((claim.text[a:b] for a, b in spans if a <= said.start() < b), claim.text)
    others = [claim.text[a:b] for a, b in spans if not a <= said.start() < b and _DENIES["fr"].search(claim.text, a, b)]
    cosines = embed([mine, *others]) @ embed([denied.text])[0]
    return bool(others) and float(cosines[1:].max()) > float(cosines[0])


def _scored(pieces: Sequence[Clause], scores: Vectors, fits: Callable[[Clause], bool]) -> Iterator[tuple[float, int]]:
    return ((float(scores[n]), n) for n, one in enumerate(pieces) if fits(one))


def _pieces(near: Sequence[Statement]) -> list[Clause]:
    whole = [Clause(one, 0, len(one.text)) for one in near]
    return list(dict.fromkeys((*clauses_of(near), *whole)))


# "Refused to concede" admits nothing.
_ADMITS_NOT = re.compile(
    r"\b(?:(?:refus\w+|declin\w+|fail\w*|yet|unwilling) to|not|never|without|n[’']t) (?:yet |ever )?(?:conced|accept|admit|acknowledg|recogni[sz]|agree|confirm|apologi)\w*",
    re.IGNORECASE,
)


def _is_admission(one: Clause) -> bool:
    return _AGREES[side_of(one.statement)].search(_ADMITS_NOT.sub("", one.text)) is not None and not _says_both(one)


def _admits_beyond_regret(one: Clause) -> bool:
    """Whether a clause admits more than that someone is sorry."""
    side = side_of(one.statement)
    return _is_admission(one) and _AGREES[side].search(_SORRY[side].sub("", one.text)) is not None


def _other_words(text: str, said: re.Match[str]) -> str:
    return text[: said.start()] + text[said.end() :]


def _says_both(one: Clause) -> bool:
    """ "She apologised, but disputed that …": the sentence as a whole neither admits nor denies, its clauses do."""
    side = side_of(one.statement)
    parts = [one.text[a:b] for a, b in clauses(one.text)]
    return (
        len(parts) > 1
        and any(_AGREES[side].search(each) and not _DENIES[side].search(each) for each in parts)
        and any(_DENIES[side].search(each) and not _AGREES[side].search(each) for each in parts)
    )


def _is_denial(one: Clause) -> bool:
    denies = _DENIES[side_of(one.statement)].search(one.text) is not None
    return denies and not _is_admission(one) and not _says_both(one)


def _says_not(one: Clause) -> bool:
    return _NOT[side_of(one.statement)].search(one.text) is not None and not _is_admission(one)


def _around(text: str, at: int) -> str:
    """The clause around an admission, with the next one where it alone says too little."""
    spans = clauses(text)
    mine = next((n for n, (low, high) in enumerate(spans) if low <= at < high), 0)
    low, high = spans[mine]
    if len(content_words(text[low:high], "fr")) < _FEW and mine + 1 < len(spans):
        high = spans[mine + 1][1]
    return text[low:high]
