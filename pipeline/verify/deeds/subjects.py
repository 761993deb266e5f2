"""Where the parties of a verb stand: who does it, whom it acts on, and to whom a preposition leads."""

# ruff: noqa: E501 - patterns of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Sequence

from pipeline.dictionary import readings
from pipeline.verify.deeds.parties import Party

__all__ = ["led_to", "object_before", "object_of", "subject_of"]

_INVERTED = re.compile(r"\b(?:que|dont|où|comme|ainsi que) (?:lui |leur |l[’']|les |le |la )?(?:a |ont |avait )?$|\bqu[’']$")  # fmt: skip
# « X a suggéré d’emprunter », « plaide pour emprunter »: whoever would do it.
_FOR_OTHERS = re.compile(
    r"\b(?:sugg[ée]r|propos|recommand|préconis|conseill|déconseill|prôn)\w* (?:pas |plus )?(?:de |d[’'])(?:ne pas |l[ea]s? |lui |leur |l[’'])?$"
)
_GERUND = {"fr": re.compile(r"\ben $"), "en": re.compile(r"\b(?:by|after|while|before|for) $")}
_STOP = re.compile(
    r"[;:.!?](?=\s)|\b(?:tandis que|alors que|quand|lorsque|parce que|mais|after|while|when|because|but|although)\b"
)
# « En procès avec X, qui l’a assignée »: X does it, whatever X hangs on.
_WHO = re.compile(r",? qui (?:l[’']|la |le |les |lui |leur )(?:a |ont |avait |avaient |aurait |auraient )?$")
# "X, which it sued": X is what the verb acts on.
_WHOM = re.compile(
    r",? (?:which|whom|who|that) (?:it|he|she|they|we|the [a-z-]+(?: [a-z-]+)?) (?:had |has |have |later |also |then )*$"
)
_SAYS = re.compile(
    r"(?:said|says|alleges?|alleged|claims?|claimed|insist(?:s|ed)|maintain(?:s|ed)|den(?:ies|ied)|argue[sd]?|admit(?:s|ted)|believe[sd]?)(?: on \w+)?(?: that)? $"
)


def subject_of(at: int, text: str, side: str, known: Sequence[Party], *, pronouns: bool = False) -> Party | None:
    """Who a verb has for its subject: the nearest party before it in its own clause, asides left out.

    A pronoun is read as whoever says so right before it, or else as nobody, or itself where `pronouns` are wanted.
    """
    before = text[:at]
    if side == "fr" and _FOR_OTHERS.search(before):
        return None
    if side == "fr" and _INVERTED.search(before):
        after = next((one for one in known if one.start >= at), None)
        return after if after and not re.search(r"[,;:.]", text[at : after.start]) else None
    if side == "fr" and (led := _WHO.search(before)):
        antecedent = next((one for one in known if one.end == led.start()), None)
        if antecedent:
            return antecedent if antecedent.words or antecedent.phrase else None
    low = max((one.end() for one in _STOP.finditer(before)), default=0)
    known = [one for one in known if not _is_object(text, one)]
    ahead = [one for one in known if low <= one.start and one.end <= at and not _hangs(text, one, at)]
    if _GERUND[side].search(before):
        return ahead[0] if ahead else None
    if side == "en" and re.search(r", $", before) and re.match(r"\w+ing\b", text[at:]):
        return None
    nearest = ahead[-1] if ahead else None
    if nearest and _opens_aside(text, nearest, low, at):
        nearest = next((one for one in reversed(ahead[:-1]) if not _opens_aside(text, one, low, at)), None)
    meant = _meant(nearest, ahead, text) if nearest else None
    return meant or (nearest if pronouns else None)


_HANGS = re.compile(
    r"\b(?:à|au|aux|dans|pour|avec|contre|en|sur|sous|chez|par|sans|vers|auprès (?:de|du|des)|devant|entre|après|avant|depuis|selon|envers|malgré|to|in|for|with|at|from|on|about|against|into|by|over|near|after)"
    r" (?:la |les? |l[’']|the |an? |its |his |her |their |son |sa |ses |une? |des )?(?:[a-zà-ÿ’'-]+ )?$|\b(?:qu[’']|(?:que|dont|où) (?:l[ea] |l[’'])?)(?!(?:l[ea]s?|une?|des|son|sa|ses|leurs?|ce|cette) )[a-zà-ÿ]+ (?:l[ea] |l[’'])?$"
)


def _hangs(text: str, party: Party, at: int) -> bool:
    """Whether a party hangs on a preposition, or on a clause of its own (« le syndicat que préside X »), and has no verb.

    Whom one asks to do something does it: an infinitive takes either.
    """
    if re.search(r"(?:\b(?:de|à|to) |\bd[’'])$", text[:at]):
        return False
    return bool(_HANGS.search(text[: party.start]))


_AFTER_VERB = re.compile(
    r"\b(?!(?:and|but|that|said|says|because|when|if|while|after|as|where|which|so|or|than|whether|unless|until|told|until)\b)\w+ $"
)


def _is_object(text: str, party: Party) -> bool:
    """Whether an English pronoun is what the verb before it acts on: "controlling it and …"."""
    word = text[party.start : party.end].lower()
    return word in ("him", "them", "us", "me") or (word == "it" and bool(_AFTER_VERB.search(text[: party.start])))


def _opens_aside(text: str, party: Party, low: int, at: int) -> bool:
    """Whether a party belongs to what commas set apart before the verb: « X, qui dirige Y, attaque »."""
    led = re.search(r", (?:an? [^,;:]{3,30}? )?(?:qui|dont|où|que|selon|d[’']après|who|which|whose|where|according) [^;:.]*$", text[low : party.start])  # fmt: skip
    return led is not None and "," in text[party.end : at]


def _meant(party: Party, ahead: Sequence[Party], text: str) -> Party | None:
    """The party itself, or for a pronoun right after a saying verb whoever says so: "Tarn says it was owed …"."""
    if party.words or party.phrase:
        return party
    led = _SAYS.search(text[: party.start])
    return next((one for one in reversed(ahead[:-1]) if one.end <= led.start() + 1), None) if led else None


_INSERTED = re.compile(
    r" (?:à (?:deux|trois|quatre|plusieurs|maintes) reprises|quant à (?:lui|elle|eux|elles)|pour (?:sa|leur) part|de (?:son|leur) côté|en \d{4}"
    r"|par (?:SMS|écrit|courriel|lettre|téléphone)|[àd]e nouveau|à tort|en justice|en personne|en public|to \w+|twice|on \w+day|in \w+)(?=[ ,])"
)
_BLOCK = re.compile(
    r"[;:.!?«»“”]|\b(?:à|au|aux|de|du|des|d[’']|par|pour|contre|dans|sur|avec|sans|chez|vers|en|qui|que|qu[’']|dont|où|mais|et"
    r"|to|of|from|by|for|with|against|in|on|at|into|over|that|which|who|but|and|as)(?:\b|(?<=’))"
)


def object_before(at: int, text: str, known: Sequence[Party]) -> Party | None:
    """The party that an English relative clause is about: "X, which it sued"."""
    led = _WHOM.search(text, 0, at)
    return next((one for one in known if led and one.end == led.start()), None)


def object_of(end: int, text: str, known: Sequence[Party]) -> Party | None:
    """The party that follows a verb with nothing between that would lead elsewhere."""
    after = next((one for one in known if one.start >= end), None)
    if after is None:
        return None
    between = _INSERTED.sub(" ", text[end : after.start])
    between = re.sub(r"^(?:, [^,.;:]{1,40},)", "", between)
    return None if "," in between or _BLOCK.search(between) or len(between) > 45 else after


_LEADS = {
    "à": r"à|aux?|à la|à l[’']",
    "de": r"de|du|des|de la|de l[’']|d[’']",
    "auprès": r"auprès (?:de la|de l[’']|du|des|de|d[’'])",
}


def _is_done(between: str) -> bool:
    """Whether what leads to a preposition is a participle, which then has the complement."""
    word = re.search(r" (\w+) $", between)
    return word is not None and {one.kind for one in readings(word[1].lower())} == {"A"} and word[1][-2:] != "le"


def led_to(marks: tuple[str, ...], end: int, text: str, known: Sequence[Party]) -> Party | None:
    """The party that one of these prepositions leads to, in the clause after a verb."""
    for mark in marks:
        for match in re.finditer(rf"(?<![\w’])(?:{_LEADS.get(mark, mark)})(?: |(?<=[’']))", text[end:]):
            at = end + match.end()
            # « la suspension du module consacré au personnel »
            if mark == "à" and _is_done(text[end : end + match.start()]):
                continue
            if re.search(r"[;:.!?](?=\s)|\b(?:qui|which|who|tandis|alors|while|mais|but)\b", text[end:at]):
                break
            party = next((one for one in known if one.start >= at - 1), None)
            if party and re.fullmatch(
                r"(?:la |l[’']|the |an? |its |his |her |their |son |sa |ses )?(?:[\w’'-]+ ){0,3}",
                text[at : party.start],
            ):
                return party
    return None
