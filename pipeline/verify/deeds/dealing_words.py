"""Acts between two parties, in both languages: who of the two a verb has for its subject, and what leads to the other.

One line a kind of act: `name: English verbs | French verbs`. A verb is told by its base form, words of a locution joined
by `_`. `>` lists the prepositions that lead to the other party, `-` standing for a direct object; without it there is a
direct object only. `~` marks a verb whose subject is the other party of the act: who buys, for what is given and sold.
Verbs that translations exchange freely (accuse, blame, reproach) are one act, for only its direction is read.
"""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

__all__ = ["ACTORS", "AS_NOUNS", "NOUNS", "Verb", "verbs"]

_ACTS = """
blame: accuse blame criticise criticize denounce condemn reprimand rebuke reproach fault slam berate castigate scold chide admonish lambast censure chastise assail upbraid decry attack discipline | accuser incriminer blâmer critiquer dénoncer condamner fustiger réprimander sermonner tancer reprocher>à admonester morigéner étriller vilipender attaquer rappeler_à_l’ordre mettre_en_cause pointer_du_doigt s’en_prendre>à faire_grief>à clouer_au_pilori recadrer
sue: sue prosecute take_to_court take_to_the_court bring_a_lawsuit>against bring_a_case>against file_a_lawsuit>against file_suit>against file_a_complaint>against press_charges>against | poursuivre assigner attaquer traîner_en_justice traîner_devant_les_tribunaux citer_à_comparaître porter_plainte>contre déposer_plainte>contre réclamer_en_justice>à réclamer_devant_les_tribunaux>à demander_en_justice>à réclamer_des_dommages-intérêts>à intenter_un_procès>à,contre intenter_une_action>à,contre faire_un_procès>à
threaten: threaten intimidate bully blackmail | menacer intimider harceler
claim: claim>from demand>from,of seek>from request>from ask urge press implore beg beseech petition exhort call_on appeal_to lobby | réclamer>à,auprès demander>à,auprès exiger>de solliciter>-,auprès presser exhorter prier sommer conjurer supplier adjurer implorer enjoindre>à appeler mettre_en_demeure
order: order instruct force compel oblige command direct coerce | ordonner>à contraindre obliger forcer imposer>à enjoindre>à sommer astreindre dicter>à
lend: lend>to,- loan>to,- ~borrow>from | prêter>à ~emprunter>à,auprès
owe: owe>to,- repay>-,to | devoir>à rembourser>à,-
give: pay>-,to give>-,to offer>-,to sell>to,- send>to,- hand>to,- hand_over>to transfer>to donate>to award>to,- grant>to,- lease>to supply>to,- cede>to pass>to pass_on>to leak>to provide>to ship>to refund>- return>to bequeath>to ~buy>from ~buy_back>from ~acquire>from ~purchase>from ~receive>from ~get>from ~obtain>from ~take_over>from ~inherit>from ~steal>from ~seize>from ~take>from ~accept>from ~collect>from ~secure>from | verser>à payer>à,- donner>à offrir>à vendre>à revendre>à céder>à envoyer>à remettre>à transmettre>à accorder>à attribuer>à octroyer>à confier>à livrer>à fournir>à restituer>à rendre>à rétrocéder>à léguer>à transférer>à concéder>à régler>à communiquer>à ~acheter>à,auprès ~racheter>à ~acquérir>auprès ~reprendre>à ~recevoir>de ~obtenir>de ~hériter>de ~arracher>à ~ravir>à ~voler>à ~dérober>à ~soutirer>à ~extorquer>à ~confisquer>à
acquire: buy acquire purchase take_over absorb snap_up swallow | acheter racheter acquérir absorber reprendre avaler
hire: hire appoint name recruit nominate pick install engage | embaucher recruter nommer désigner engager choisir introniser
dismiss: fire sack dismiss oust lay_off remove expel suspend depose evict eject boot_out throw_out | licencier limoger renvoyer congédier évincer révoquer suspendre destituer débarquer écarter démettre remercier expulser chasser exclure déloger
beat: beat defeat outvote overcome thrash topple unseat edge_out trounce knock_out win>against ~lose>to,against | battre vaincre défaire gagner>contre,face devancer terrasser éliminer écraser détrôner s’imposer>face,contre l’emporter>sur,contre,face ~s’incliner>face,devant ~perdre>contre,face
succeed: replace succeed supplant take_over>from | remplacer succéder>à supplanter prendre_la_suite>de prendre_la_relève>de prendre_le_relais>de ~céder_sa_place>à ~céder_la_place>à ~céder_son_siège>à ~passer_la_main>à ~laisser_la_place>à
tell: tell warn inform alert notify remind assure write>to,- email phone telephone brief leak>to report>to,- confess>to complain>to apologise>to apologize>to | avertir prévenir alerter informer aviser renseigner notifier>à signaler>à confier>à assurer>à,- écrire>à téléphoner>à communiquer>à révéler>à dire>à présenter_ses_excuses>à présenter_des_excuses>à se_plaindre>à,auprès s’inquiéter>auprès s’alarmer>auprès s’émouvoir>auprès faire_part>à mettre_en_garde
promise: promise pledge>to | promettre>à
invite: invite summon convene | inviter convier convoquer
help: help support back fund finance subsidise subsidize assist aid sponsor endorse bankroll rescue shield protect defend bail_out | aider soutenir appuyer financer subventionner assister parrainer épauler secourir défendre renflouer protéger
attack: attack assault kill shoot murder injure wound stab bomb shell invade ambush rob mug bite | attaquer agresser tuer abattre assassiner blesser poignarder bombarder envahir braquer mordre molester détrousser frapper
arrest: arrest detain jail imprison capture kidnap | arrêter interpeller incarcérer emprisonner écrouer capturer kidnapper enlever appréhender
punish: fine sanction penalise penalize punish suspend ban bar | sanctionner condamner punir pénaliser suspendre exclure bannir verbaliser mettre_à_l’amende
examine: investigate probe question interview audit inspect search monitor track watch cross-examine interrogate grill spy_on check mark grade assess | enquêter>sur interroger auditionner inspecter auditer surveiller pister épier espionner fouiller contrôler vérifier noter évaluer corriger contre-interroger
praise: praise thank congratulate hail applaud | saluer remercier féliciter louer applaudir
deceive: deceive mislead cheat betray defraud trick con swindle lie_to | tromper duper trahir escroquer berner leurrer flouer mentir>à induire_en_erreur
own: own control ~belong>to | posséder détenir contrôler ~appartenir>à
overrule: overrule override | désavouer
refer: advise counsel train teach coach treat | conseiller former entraîner soigner
"""

# Nouns of the same acts, "X’s lawsuit against Y" and « la plainte de X contre Y »: who acts, and against whom.
_NOUNS = """
blame: accusation criticism complaint charge claim attack | accusation critique reproche attaque grief
sue: lawsuit suit complaint case action | plainte procès action recours poursuite assignation
threaten: threat | menace
attack: attack assault raid | attaque agression offensive raid
"""

# Who may be a party, beside the nouns of the lexicon: the nouns of a line may name one and the same, and those of the
# last are told apart by likeness alone.
_ACTORS = """
boss: manager director executive head boss chairman chairwoman chair president leader chief principal | directeur directrice patron patronne président présidente dirigeant dirigeante gérant gérante chef cheffe numéro
association: trust league federation society charity group collective club | association ligue fédération collectif amicale club mouvement
company: builder operator carrier airline developer maker utility supplier contractor vendor seller brewery bank lender insurer group consortium newspaper broadcaster publisher | groupe groupement consortium constructeur fabricant promoteur prestataire fournisseur laboratoire gestionnaire exploitant opérateur banque prêteur assureur régie éditeur journal quotidien chaîne cabinet maison
council: county township town municipality borough authority | municipalité mairie commune comté canton collectivité
agency: department ministry board commission regulator inspectorate authority office bureau institute centre center panel service | ministère département autorité régulateur commission office inspection institut centre observatoire organisme comité services
official: spokesman spokeswoman deputy commissioner sheriff governor mayor inspector auditor prefect convener | porte-parole adjoint adjointe commissaire shérif gouverneur gouverneure maire inspecteur inspectrice auditeur auditrice préfet préfète élue élu vice-président vice-présidente
worker: striker midwife pilot miner firefighter paramedic staff team | services équipe gréviste sage-femme pilote mineur pompier ambulancier ambulancière syndicaliste
expert: analyst expert adviser advisor consultant examiner economist psychologist commentator | analyste expert experte conseiller conseillère consultant consultante examinateur examinatrice économiste psychologue
farmer: rancher grower winemaker | riziculteur producteur cultivateur éleveur éleveuse viticulteur céréalier
soldier: army militia troop rebel sergeant captain colonel general commander | armée milice troupe rebelle sergent sergente capitaine colonel colonelle général générale commandant commandante
family: parent mother father brother sister wife husband son daughter heir | parent mère père frère sœur femme épouse mari fils fille héritier héritière
opposition: opposition opponent critic rival | opposition adversaire détracteur rival rivale
guard: guard bouncer watchman | vigile gardien gardienne agent videur
clerk: clerk registrar usher bailiff | greffier greffière huissier huissière
prosecutor: prosecution prosecutor | parquet accusation procureur procureure
: buyer creditor investor partner defence jury player team coach actor singer author editor neighbour neighbor friend colleague negotiator hacker gang fishery trustee sponsor donor trader founder whistleblower bishop priest | vendeur acheteur créancier investisseur partenaire défense jury joueur joueuse équipe entraîneur entraîneuse acteur actrice chanteur chanteuse auteur autrice rédacteur rédactrice voisin voisine ami amie collègue négociateur pirate gang mécène donateur supporteur supporter lanceuse lanceur fondateur fondatrice évêque avocat avocate coopérative
"""


# English forms that are nouns as well: after an article they name a thing, where "the union accuses" tells an act.
_NOUNS_AS_WELL = """
blame attack fault slam censure discipline charge claim demand request appeal lobby order command force offer pay lease supply award grant leak return refund
fund finance support help aid sponsor rescue shield shelter shell bomb shoot ambush wound stab bite kill fine sanction ban bar probe question interview audit search
monitor track watch mark grade praise trick con control win beat hire pick name fire sack report email phone telephone brief alert promise pledge invite defeat rebuke
reproach reprimand transfer ship coach train pass hand press suit capture arrest murder assault cheat swindle purchase replace buy steal
"""
AS_NOUNS = frozenset(f"{one}{ending}" for one in _NOUNS_AS_WELL.split() for ending in ("", "s", "es")) | {"writing"}


class Verb(NamedTuple):
    """A verb of an act: its name, whether its subject is the other party, and what leads to the second one ("" direct).

    `rest` is what follows the verb in a locution, `pronoun` what stands before it (« s’en prendre à »).
    """

    act: str
    turned: bool
    marks: tuple[str, ...]
    rest: str = ""
    pronoun: str = ""


_IRREGULAR = {
    "pay": "paid", "give": "gave given", "sell": "sold", "lend": "lent", "send": "sent", "buy": "bought", "get": "got gotten", "take": "took taken",
    "steal": "stole stolen", "beat": "beaten", "lose": "lost losing", "overcome": "overcame", "tell": "told", "write": "wrote written writing", "throw": "threw thrown", "win": "won winning",
    "shoot": "shot", "bite": "bit bitten biting", "seek": "sought", "lie": "lying", "ban": "banned banning", "bar": "barred barring", "slam": "slammed slamming", "beg": "begged begging", "bring": "brought",
    "rob": "robbed robbing", "mug": "mugged", "con": "conned", "spy": "spied spying", "ship": "shipped shipping", "teach": "taught", "stab": "stabbed stabbing", "transfer": "transferred transferring",
    "compel": "compelled compelling", "expel": "expelled expelling", "overrule": "", "override": "overrode overridden overriding", "hand": "", "lay": "laid",
}  # fmt: skip


def _forms(base: str) -> Iterator[str]:
    """The forms of an English verb; those that no verb has do no harm."""
    yield from (base, *_IRREGULAR.get(base, "").split())
    stem = base.removesuffix("e")
    if base.endswith("y") and base[-2] not in "aeou":
        yield from (f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing")
    else:
        yield from (f"{base}s", f"{base}es", f"{stem}ed", f"{stem}ing")


_PRONOUN = re.compile(r"(?P<pronoun>s’en_|se_|s’|l’)?(?P<verb>[^_]+)_?(?P<rest>.*)")


def _read(act: str, entry: str) -> tuple[str, Verb]:
    """An entry of the table: the base form that it is looked up by, and what it says there."""
    words, _, marks = entry.removeprefix("~").partition(">")
    parts = _PRONOUN.fullmatch(words)
    if parts is None:
        raise ValueError(entry)
    leading = tuple("" if mark == "-" else mark for mark in (marks or "-").split(","))
    pronoun = (parts["pronoun"] or "").rstrip("_")
    return parts["verb"], Verb(act, entry.startswith("~"), leading, parts["rest"].replace("_", " "), pronoun)


@cache
def verbs(side: str) -> dict[str, tuple[Verb, ...]]:
    """English forms, or French infinitives, to what each verb that they open may say; locutions first."""
    found: dict[str, list[Verb]] = {}
    for line in _ACTS.strip().splitlines():
        act, both = line.split(": ", 1)
        for entry in both.split(" | ")[side == "fr"].split():
            base, verb = _read(act, entry)
            for form in (base,) if side == "fr" else set(_forms(base)):
                found.setdefault(form, []).append(verb)
    return {form: tuple(sorted(ones, key=lambda one: -len(one.rest))) for form, ones in found.items()}


NOUNS: dict[str, dict[str, str]] = {
    side: {
        noun: act
        for act, both in (line.split(": ", 1) for line in _NOUNS.strip().splitlines())
        for noun in both.split(" | ")[n].split()
    }
    for n, side in enumerate(("en", "fr"))
}


def _actors() -> dict[str, dict[str, frozenset[str]]]:
    table: dict[str, dict[str, frozenset[str]]] = {"en": {}, "fr": {}}
    for line in _ACTORS.strip().splitlines():
        name, both = line.split(":", 1)
        for side, words in zip(("en", "fr"), both.split("|"), strict=True):
            for word in words.split():
                table[side][word] = table[side].get(word, frozenset()) | ({name} if name else frozenset())
    return table


# noun: the concepts it may name, for each language
ACTORS = _actors()
