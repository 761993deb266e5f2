"""Things of one sort, of which one is not another: police and navy, a Japanese firm and a Norwegian one, tenants and landlords.

One line a sort: `name: member | member | …`, a member being `English words / French words`, forms that the plural rule
does not give written out, words of a locution joined by `_`. What French freely says for each other is one member.
"""

# ruff: noqa: E501 - one row a sort: wrapped, the table cannot be read or compared.

import re
from functools import cache
from typing import NamedTuple

from pipeline.keeping import per_sentence
from pipeline.verify.prepare import fold
from pipeline.verify.proper_names.peoples import PEOPLES

__all__ = ["Member", "members_in"]

_SORTS = """
force: police policeman policemen policewoman detective / police policier gendarme gendarmerie commissariat enquêteur | army soldier troop / armée_de_terre armée soldat militaire | navy sailor / marine marine_nationale marin | air_force airman airmen / armée_de_l’air aviateur | firefighter fireman firemen fire_service fire_brigade fire_department / pompier sapeur-pompier | coast_guard coastguard / garde-côte garde-côtes | customs customs_officer / douane douanier | prison_service warder prison_guard prison_officer / surveillant_pénitentiaire gardien_de_prison administration_pénitentiaire | ambulance_service paramedic / ambulancier samu secouriste
rank: city town municipality municipal mayor borough / ville commune municipalité mairie municipal municipale municipaux maire | county region province regional provincial / comté région province régional régionale canton | state government ministry treasury federal / état gouvernement ministère trésor fédéral fédérale
school: teacher professor lecturer / enseignant professeur instituteur | parent mother father / parent mère père famille | pupil student schoolchild schoolchildren / élève écolier lycéen collégien étudiant | examiner inspector / examinateur inspecteur | head_teacher headteacher headmaster headmistress principal / proviseur chef_d’établissement directeur directrice
care: doctor physician surgeon gp consultant / médecin docteur chirurgien praticien généraliste obstétricien | nurse / infirmier infirmière | midwife midwives / sage-femme sages-femmes | patient / patient malade | pharmacist / pharmacien | dentist / dentiste | vet veterinarian / vétérinaire | psychologist psychiatrist / psychologue psychiatre
housing: tenant renter / locataire | landlord owner homeowner / propriétaire bailleur | squatter / squatteur
labour: employee worker staff union striker / salarié employé ouvrier travailleur syndicat syndicaliste personnel gréviste | employer management / employeur patronat patron
justice: prosecutor prosecution attorney district_attorney / procureur parquet ministère_public accusation | judge court magistrate / juge tribunal cour magistrat magistrate | lawyer attorney / avocat | juror jury / juré jury
road: driver motorist / conducteur automobiliste chauffeur | passenger commuter rider / passager voyageur usager | cyclist / cycliste | pedestrian / piéton | haulier trucker lorry_driver truck_driver / routier transporteur camionneur chauffeur_routier
money: customer client consumer shopper / client consommateur clientèle | supplier subcontractor / fournisseur sous-traitant | shareholder / actionnaire | creditor lender bank / créancier prêteur banque
land: farmer grower / agriculteur paysan exploitant cultivateur | fisherman fishermen fisher / pêcheur | hunter / chasseur | forester logger / forestier bûcheron | miner / mineur
ride: train railway rail / train rail chemin_de_fer ferroviaire cheminot | bus coach / bus autobus autocar | tram streetcar / tram tramway | ferry boat ship vessel / ferry bateau navire | plane aircraft / avion | lorry truck / camion poids-lourd | car / voiture automobile auto | bicycle bike / vélo bicyclette | subway underground metro / métro | helicopter / hélicoptère
house: hospital clinic infirmary / hôpital clinique centre_hospitalier | school / école collège lycée | prison jail / prison pénitencier maison_d’arrêt | airport / aéroport | port harbour harbor dock / port | station / gare station | church cathedral chapel / église cathédrale chapelle | mosque / mosquée | museum gallery / musée galerie | library / bibliothèque médiathèque | university / université fac faculté | stadium / stade | theatre theater / théâtre | factory plant mill / usine fabrique | hotel / hôtel | supermarket shop store / supermarché magasin boutique commerce
fuel: oil crude petroleum / pétrole brut | gas / gaz | coal / charbon | nuclear / nucléaire atome | solar / solaire photovoltaïque | wind / éolien éolienne | hydrogen / hydrogène | uranium / uranium | lithium / lithium | copper / cuivre | cobalt / cobalt | nickel / nickel
crop: wheat / blé | maize corn / maïs | rice / riz | barley / orge | soya soybean soy / soja | sugar / sucre | coffee / café | cocoa / cacao | tea / thé | cotton / coton | potato potatoes / pomme_de_terre pommes_de_terre
beast: cattle cow beef / bovin vache bœuf | sheep lamb / mouton agneau ovin brebis | pig pork swine / porc cochon porcin | poultry chicken hen / volaille poulet poule | horse / cheval chevaux | salmon / saumon | cod / cabillaud morue | tuna / thon | herring / hareng
paper: newspaper daily weekly magazine / journal quotidien hebdomadaire magazine | television broadcaster tv / télévision | radio / radio
season: spring / printemps | summer / estival | autumn / automne | winter / hiver hivernal
people: {peoples}
"""


class Member(NamedTuple):
    """A member of a sort, named in a text at this place."""

    start: int
    end: int
    sort: str
    name: str


@cache
def _tables() -> dict[str, tuple[re.Pattern[str], dict[str, tuple[tuple[str, str], ...]]]]:
    words: dict[str, dict[str, tuple[tuple[str, str], ...]]] = {"en": {}, "fr": {}}
    for line in _SORTS.format(peoples=PEOPLES).strip().splitlines():
        sort, members = line.split(": ", 1)
        for member in members.split(" | "):
            for side, said in zip(("en", "fr"), member.split(" / "), strict=True):
                for one in said.split():
                    key = fold(one.replace("_", " "))
                    words[side][key] = (*words[side].get(key, ()), (sort, member.split(" / ")[0]))
    return {side: (_pattern(found, side), found) for side, found in words.items()}


_PLURAL = {"en": "s|es", "fr": "s|x|e|es|ne|nes|nne|nnes"}
# « Porte plainte », « au cours de », « face à », « en train de » name no port, court, faculty or train.
_NO_MEMBER = frozenset(["porte", "portes", "cours", "face", "faces", "gares", "mineurs", "mineur"])


def _pattern(words: dict[str, tuple[tuple[str, str], ...]], side: str) -> re.Pattern[str]:
    stems = "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<stem>{stems})(?:{_PLURAL[side]})?(?![\w-])")


@per_sentence
def members_in(text: str, side: str) -> tuple[Member, ...]:
    """What a sentence names of these sorts, in order; a word that may name several members counts for each."""
    pattern, words = _tables()[side]
    return tuple(
        Member(*match.span(), sort, name)
        for match in pattern.finditer(_even(text))
        for sort, name in words[match["stem"]]
        if match.group() not in _NO_MEMBER and not _is_other(text, match, sort, side)
    )


def _even(text: str) -> str:
    """The text folded, each letter at its place."""
    return text.lower() if text.isascii() else "".join(fold(one)[:1] or " " for one in text)


# « 40 francs suisses » is money and « en anglais » a language.
_NOBODY = re.compile(
    r"(?:francs?|dollars?|livres?|couronnes?|pesos?|roubles?|roupies?|yens?|yuans?|euros?|heure) $"
    r"|(?:\ben |\bde? ?l'|\bin |\blangue |\bparl\w+ |\btradui\w+ d[ue] (?:l')?)$"
)
_CAPITAL = re.compile(r" [A-ZÀ-Þ]")


def _is_other(text: str, match: re.Match[str], sort: str, side: str) -> bool:
    """Whether a word names no member here: a language, a currency, "polish" and "turkey", or a part of a proper name."""
    capital = text[match.start()].isupper()
    if sort != "people":
        if match["stem"] == "train" and side == "fr" and match.string[: match.start()].endswith("en "):
            return True
        # « Marine Holm » is no navy, wherever she stands.
        named = match.start() > 0 or _CAPITAL.match(text, match.end()) is not None
        return capital and named and match["stem"] not in ("etat", "etats")
    before = match.string[: match.start()]
    return (side == "en" and not capital) or (not capital and bool(_NOBODY.search(before)))
