"""The words of the news that both languages share: enough to say whether two nouns can name the same thing.

One line a concept: `name: English forms | French forms`, singular; plurals are reduced by rule. A word that is
missing here is never held against a draft: an unknown noun is no evidence.
"""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

from pipeline.keeping import per_word

__all__ = ["HUMAN", "concept_of"]

_HUMANS = """
person: person people individual human soul|personne individu gens humain âme
resident: resident inhabitant locals neighbor neighbour villager|habitant résident riverain villageois voisin
worker: worker employee staffer staff personnel labourer laborer job position post|travailleur employé salarié ouvrier agent effectif personnel emploi poste
citizen: citizen national|citoyen ressortissant
migrant: migrant immigrant asylum-seeker refugee|migrant immigré réfugié demandeur exilé
student: student pupil undergraduate|étudiant élève écolier lycéen
teacher: teacher professor lecturer educator|enseignant professeur instituteur
child: child kid children minor|enfant mineur gamin
woman: woman women|femme
man: man men|homme
patient: patient|patient malade
doctor: doctor physician|médecin docteur
nurse: nurse|infirmier infirmière
police_officer: police officer deputy cop|policier gendarme agent
soldier: soldier troop|soldat militaire
user: user subscriber|utilisateur usager abonné
customer: customer client consumer shopper|client consommateur
tenant: tenant renter|locataire
landlord: landlord|propriétaire bailleur
owner: owner homeowner|propriétaire
voter: voter elector|électeur votant
lawmaker: lawmaker legislator senator representative mp|élu parlementaire député sénateur
minister: minister secretary|ministre secrétaire
mayor: mayor|maire
judge: judge justice|juge magistrat
lawyer: lawyer attorney counsel solicitor barrister|avocat conseil juriste
prosecutor: prosecutor|procureur parquet
journalist: journalist reporter correspondent|journaliste reporter correspondant
researcher: researcher scientist academic scholar|chercheur scientifique universitaire
engineer: engineer|ingénieur
farmer: farmer grower|agriculteur paysan exploitant fermier éleveur
fisher: fisherman fisher fishermen|pêcheur
driver: driver motorist|conducteur chauffeur automobiliste
passenger: passenger rider commuter|passager voyageur usager
protester: protester demonstrator protestor|manifestant
activist: activist campaigner advocate|militant activiste défenseur
victim: victim|victime
prisoner: prisoner inmate detainee|prisonnier détenu
death: death fatality dead|mort décès
injured: injured wounded injury|blessé blessure
volunteer: volunteer|bénévole volontaire
member: member|membre adhérent
official: official officer|responsable fonctionnaire agent officiel
leader: leader chief head|dirigeant chef responsable
signatory: signatory signature|signataire signature
family: family household|famille foyer ménage
shareholder: shareholder investor|actionnaire investisseur
union: union|syndicat
police: police|police
court: court tribunal|tribunal cour
government: government administration|gouvernement administration exécutif
council: council|conseil municipalité
parliament: parliament congress legislature|parlement congrès assemblée
company: company firm business corporation operator enterprise|entreprise société firme compagnie groupe cabinet exploitant opérateur
platform: platform|plateforme plate-forme
contractor: contractor vendor supplier provider|prestataire fournisseur sous-traitant contractant
agency: agency regulator watchdog authority|agence régulateur autorité
association: association charity nonprofit ngo|association ong
committee: committee commission panel|comité commission
"""

_THINGS = """
school: school college|école collège établissement lycée
university: university|université établissement
hospital: hospital clinic|hôpital clinique établissement
country: country nation|pays nation
state: state|état
city: city town municipality village|ville commune municipalité village cité
county: county district borough|comté district arrondissement canton
region: region province|région province
house: house home dwelling flat apartment unit|maison logement domicile appartement habitation foyer
building: building|bâtiment immeuble édifice
street: street road highway|rue route chaussée autoroute
bridge: bridge|pont
station: station|gare station commissariat
train: train|train
bus: bus coach vehicle|bus autobus car autocar véhicule
car: car vehicle automobile|voiture véhicule automobile
truck: truck lorry|camion poids-lourd
ship: ship vessel boat ferry|navire bateau bâtiment traversier ferry
plane: plane aircraft flight jet|avion appareil vol
camera: camera|caméra
phone: phone smartphone|téléphone smartphone portable
computer: computer server|ordinateur serveur
drone: drone|drone
sensor: sensor meter|capteur compteur
robot: robot|robot
account: account|compte
site: site website|site
post: post message tweet|message publication tweet
email: email e-mail|courriel mail
case: case file|cas dossier affaire
complaint: complaint|plainte réclamation
lawsuit: lawsuit suit|procès plainte poursuite action recours
contract: contract agreement deal|contrat accord marché
law: law bill act|loi texte projet proposition
rule: rule regulation|règle règlement
vote: vote ballot|voix vote suffrage bulletin
election: election|élection scrutin
seat: seat|siège
party: party|parti
report: report|rapport
document: document record|document archive dossier
page: page|page
book: book|livre
study: study|étude
request: request demand|demande requête
warrant: warrant subpoena|mandat assignation
fine: fine penalty|amende sanction pénalité
tax: tax levy|impôt taxe
price: price|prix
rent: rent|loyer
wage: wage salary pay|salaire rémunération paie
loan: loan|prêt emprunt
debt: debt|dette
budget: budget|budget
fund: fund|fonds
subsidy: subsidy grant|subvention aide
share: share stock|action part
sale: sale|vente
order: order|commande ordre
plant: plant factory|usine centrale
mine: mine|mine
tree: tree|arbre
forest: forest wood|forêt bois
well: well|puits
river: river|rivière fleuve
lake: lake|lac
dam: dam|barrage
park: park|parc
farm: farm|ferme exploitation
field: field|champ terrain
cow: cow cattle|vache bovin
sheep: sheep|mouton brebis
fish: fish|poisson
bird: bird|oiseau
bed: bed|lit
dose: dose shot|dose
test: test|test essai
store: store shop|magasin boutique commerce établissement
restaurant: restaurant|restaurant établissement
shipment: shipment container|cargaison conteneur
megawatt: turbine|éolienne turbine
panel: panel|panneau
battery: battery|batterie
library: library|bibliothèque médiathèque établissement
museum: museum|musée établissement
church: church|église
prison: prison jail|prison établissement
room: room classroom|salle chambre pièce classe
fire: fire blaze wildfire|incendie feu
flood: flood|inondation crue
storm: storm|tempête orage
attack: attack strike|attaque frappe
crime: crime offence offense|crime délit infraction
arrest: arrest|arrestation interpellation
weapon: weapon gun firearm|arme fusil
meeting: meeting session|réunion séance
letter: letter|lettre courrier
petition: petition|pétition
song: song|chanson
photo: photo image picture|photo image cliché
video: video|vidéo
license: license licence permit|permis licence autorisation
network: network|réseau
model: model|modèle
tool: tool|outil
ton: ton tonne|tonne
mile: mile|mille mile
year: year|an année
month: month|mois
week: week|semaine
day: day|jour journée
hour: hour|heure
minute: minute|minute
time: times|fois reprise
percentage: percent percentage point|pourcent pourcentage point
"""


def _table(lines: str) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    rows = (line.split(":", 1) for line in lines.strip().splitlines())
    return {
        name: (frozenset(forms.split("|")[0].split()), frozenset(forms.split("|")[1].split())) for name, forms in rows
    }


HUMAN = frozenset(_table(_HUMANS))
_CONCEPTS = _table(_HUMANS) | _table(_THINGS)
_IRREGULAR = {"people": "person", "children": "child", "women": "woman", "men": "man", "policemen": "police"}


def _by_word(side: int) -> dict[str, frozenset[str]]:
    index: dict[str, set[str]] = {}
    for name, sides in _CONCEPTS.items():
        for word in sides[side]:
            index.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in index.items()}


_ENGLISH, _FRENCH = _by_word(0), _by_word(1)


@per_word
def concept_of(word: str, language: str) -> frozenset[str]:
    """The concepts a noun may name in `en` or `fr`; empty for a word that the lexicon does not hold."""
    lower = word.lower().replace("’", "'")
    lower = _IRREGULAR.get(lower, lower) if language == "en" else lower.rsplit("'", 1)[-1]
    index = _ENGLISH if language == "en" else _FRENCH
    return next((index[form] for form in _singulars(lower, language) if form in index), frozenset())


def _singulars(word: str, language: str) -> tuple[str, ...]:
    forms = [word]
    if language == "en":
        forms += [word[:-3] + "y"] if word.endswith("ies") else []
        forms += [word[:-2]] if word.endswith("es") else []
    else:
        forms += [word[:-3] + "al"] if word.endswith("aux") else []
        forms += [word[: -len(tail)] + base for tail, base in _FEMININES if word.endswith(tail)]
    forms += [word[:-1]] if word.endswith(("s", "x")) else []
    return tuple(forms)


_FEMININES = (("euses", "eur"), ("euse", "eur"), ("trices", "teur"), ("trice", "teur"), ("ières", "ier"), ("ière", "ier"),
              ("ées", "é"), ("ée", "é"), ("iennes", "ien"), ("ienne", "ien"), ("antes", "ant"), ("ante", "ant"),
              ("ives", "if"), ("entes", "ent"), ("ente", "ent"), ("tes", "t"), ("te", "t"), ("es", ""), ("e", ""))  # fmt: skip
