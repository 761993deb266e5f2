"""Names that French writes its own way: countries, peoples, cities, institutions, acronyms."""

# ruff: noqa: E501 - tables and patterns of words: wrapped, they cannot be read or compared.

from functools import lru_cache

from babel import Locale

from pipeline.keeping import per_word
from pipeline.verify.prepare import fold, words_of

__all__ = ["COMMON", "counterparts"]

# French form = English forms; folded when read. Peoples stand in the masculine: endings are undone by rule.
_NAMES = """
états-unis=united states|u.s|us|usa|america|american|americans|federal|washington|homeland security|immigration and customs enforcement|pentagon|white house|fbi|congress
usa=united states|us|u.s|america|american
américain=american|americans|us|u.s|united states
mondiaux=worlds|world championships|world championship|world titles
mondial=world cup|world championship|world championships|worlds
jeux=olympics|olympic|olympian|games|paralympics|paralympic
jo=olympics|olympic|olympian
paralympiques=paralympics|paralympic|paralympian
états=states|state
royaume-uni=united kingdom|uk|britain|british|u.k
grande-bretagne=britain|uk|united kingdom|british
britannique=british|uk|britain
anglais=english|england
écossais=scottish|scotland
gallois=welsh|wales
irlandais=irish|ireland
français=french|france
allemand=german|germany
espagnol=spanish|spain
italien=italian|italy
portugais=portuguese|portugal
belge=belgian|belgium
néerlandais=dutch|netherlands
suisse=swiss|switzerland
autrichien=austrian|austria
suédois=swedish|sweden
norvégien=norwegian|norway
danois=danish|denmark
finlandais=finnish|finland|finns
polonais=polish|poland
hongrois=hungarian|hungary
tchèque=czech
grec=greek|greece
turc=turkish|turkey|turks
russe=russian|russia|russians
ukrainien=ukrainian|ukraine
chinois=chinese|china|beijing
japonais=japanese|japan
coréen=korean|korea
indien=indian|india
pakistanais=pakistani|pakistan
iranien=iranian|iran
irakien=iraqi|iraq
israélien=israeli|israel
palestinien=palestinian|palestinians|gaza
syrien=syrian|syria
libanais=lebanese|lebanon
égyptien=egyptian|egypt
saoudien=saudi
marocain=moroccan|morocco
algérien=algerian|algeria
tunisien=tunisian|tunisia
nigérian=nigerian|nigeria
kényan=kenyan|kenya
éthiopien=ethiopian|ethiopia
sud-africain=south african|south africa
brésilien=brazilian|brazil
argentin=argentine|argentina
mexicain=mexican|mexico
canadien=canadian|canada
australien=australian|australia
néo-zélandais=new zealand
européen=european|eu|europe
africain=african|africa
asiatique=asian|asia
europe=europe|european|eu
amérique=america|american
asie=asia|asian
afrique=africa|african
londres=london
édimbourg=edinburgh
douvres=dover
cantorbéry=canterbury
cornouailles=cornwall
bruxelles=brussels|european union|eu
anvers=antwerp
gand=ghent
bruges=bruges
copenhague=copenhagen
la haye=the hague
haye=hague
genève=geneva
bâle=basel
zurich=zurich
vienne=vienna
munich=munich
cologne=cologne
hambourg=hamburg
francfort=frankfurt
varsovie=warsaw
cracovie=krakow
prague=prague
bucarest=bucharest
athènes=athens
rome=rome
venise=venice
florence=florence
naples=naples
milan=milan
turin=turin
gênes=genoa
lisbonne=lisbon
barcelone=barcelona
séville=seville
moscou=moscow|russia|kremlin
saint-pétersbourg=petersburg
kiev=kyiv
kyiv=kyiv|kiev
pékin=beijing|china
séoul=seoul
le caire=cairo
caire=cairo
alger=algiers
jérusalem=jerusalem
téhéran=tehran
bagdad=baghdad
damas=damascus
beyrouth=beirut
le cap=cape town
la nouvelle-orléans=new orleans
orléans=orleans
philadelphie=philadelphia
mexico=mexico city
la havane=havana
havane=havana
singapour=singapore
californie=california
floride=florida
géorgie=georgia
louisiane=louisiana
pennsylvanie=pennsylvania
virginie=virginia
virginie-occidentale=west virginia
caroline=carolina
dakota=dakota
nouveau-mexique=new mexico
nouvelle-galles=new south wales
tasmanie=tasmania
colombie-britannique=british columbia
nouvelle-écosse=nova scotia
bavière=bavaria
saxe=saxony
catalogne=catalonia
andalousie=andalusia
toscane=tuscany
sicile=sicily
lombardie=lombardy
écosse=scotland|scottish
angleterre=england|english
pays de galles=wales|welsh
galles=wales|welsh
irlande=ireland|irish
tamise=thames
rhin=rhine
danube=danube
manche=channel
méditerranée=mediterranean
baltique=baltic
atlantique=atlantic
pacifique=pacific
arctique=arctic
antarctique=antarctica|antarctic
alpes=alps
vallée=valley
rivière=river|creek
plage=beach
baie=bay
montagne=mountain
montagnes=mountains
colline=hill
golfe=gulf
mer=sea
détroit=strait
désert=desert
forêt=forest|woods
parc=park
place=square|plaza
tour=tower
château=castle
palais=palace
cathédrale=cathedral
église=church
musée=museum
bibliothèque=library
théâtre=theatre|theater
stade=stadium
quai=quay|dock|pier|wharf
canal=canal|channel
comté=county|shire
district=district
route=road|route|highway
ligne=line
zone=zone|area
ville=city|town
village=village
mairie=city hall|town hall
hôtel=hotel|hall
marché=market
coopérative=cooperative|co-op
fédéré=federated
ligue=league
alliance=alliance
mouvement=movement
collectif=collective
réseau=network
groupe=group
service=service|department
services=services|department
direction=directorate|department
office=office|bureau|board
cabinet=firm|office|cabinet
tribunal=court|tribunal
haute=high
appel=appeal|appeals
régulateur=regulator
observatoire=observatory
laboratoire=laboratory|lab
académie=academy
chaîne=channel|network
journal=newspaper|journal
maison-blanche=white house
maison=house|home
blanche=white
pentagone=pentagon|defense department
kremlin=kremlin
congrès=congress
sénat=senate|senator|senators
chambre=house|chamber
représentants=representatives|house
communes=commons
lords=lords
parlement=parliament
assemblée=assembly|legislature
cour=court
suprême=supreme
constitution=constitution|constitutional
amendement=amendment
conseil=council|board
commission=commission
comité=committee
union=union|eu
nations=nations|un
unies=united|un
organisation=organization|organisation|who
banque=bank
mondiale=world|global
centrale=central
fonds=fund
monétaire=monetary
international=international
trésor=treasury
intérieur=interior|homeland|home
intérieure=homeland|interior|domestic
sécurité=security|safety
défense=defense|defence|pentagon
justice=justice|doj
affaires=affairs
étrangères=foreign|state
étrangère=foreign
éducation=education
santé=health
travail=labor|labour|work
transports=transport|transportation
transport=transport|transportation
agriculture=agriculture|farm
énergie=energy
environnement=environment|environmental
finances=finance|treasury
commerce=commerce|trade
immigration=immigration
douanes=customs
frontières=border|borders
renseignement=intelligence
département=department
ministère=ministry|department|office
agence=agency
bureau=bureau|office
institut=institute
université=university|college
école=school
collège=college
centre=center|centre
fondation=foundation
association=association|society
société=society|company|corporation
syndicat=union
fédération=federation
fédérale=federal
fédéral=federal
fédéraux=federal
nationale=national
national=national
autorité=authority
police=police|met
parti=party
démocrate=democrat|democratic|democrats
républicain=republican|republicans|gop
travailliste=labour
conservateur=conservative|tory|tories
vert=green|greens
bourse=stock|stocks|exchange|share|shares|market|markets|listed|listing|trading|investors|delisted
droits=rights
homme=human|man
liberté=freedom|liberty
presse=press
premier=first|prime
ministre=minister|secretary
gouvernement=government|administration
état=state|government
guerre=war
seconde=second|ii
terre=earth|land
lune=moon
noël=christmas
pâques=easter
hôpital=hospital
gare=station
rue=street
avenue=avenue
pont=bridge
port=port|harbor|harbour
aéroport=airport
lac=lake
mont=mount
île=island|isle
îles=islands|isles
saint=st|saint
sainte=st|saint
nord=north|northern
sud=south|southern
est=east|eastern
ouest=west|western
midwest=midwest
onu=un|united nations|u.n
ue=eu|european union|e.u
otan=nato
oms=who|world health organization
fmi=imf|international monetary fund
omc=wto
oit=ilo
pib=gdp
ia=ai|artificial intelligence
rgpd=gdpr
pdg=ceo|chief executive
dg=ceo|managing director|director
ong=ngo|nonprofit|charity|charities
adn=dna
arn=rna
covid=covid|coronavirus|pandemic
vih=hiv
sida=aids
cedh=echr|human rights
cjue=cjeu|court of justice
bce=ecb|european central bank
nhs=nhs
gafam=big tech
poutine=putin
zelensky=zelenskyy|zelensky|zelenskiy
netanyahou=netanyahu
khamenei=khamenei
xi=xi
pékinois=beijing
londonien=london|londoners|londoner
parisien=paris|parisians|parisian
new-yorkais=new york|new yorkers
berlinois=berlin|berliners
bruxellois=brussels
madrilène=madrid
romain=roman|romans|rome
californien=california|californians|californian
texan=texas|texans|texan
"""
# Capitals of French usage that name nothing the source could lack.
COMMON = frozenset(
    fold(one)
    for one in [
        "M",
        "Mme",
        "Mmes",
        "MM",
        "Mlle",
        "Dr",
        "Pr",
        "Me",
        "État",
        "États",
        "Internet",
        "Web",
        "Wi-Fi",
        "Net",
        "Terre",
        "Soleil",
        "Histoire",
        "République",
        "Noël",
        "TL",
        "DR",
        "SEO",
        "URL",
        "PME",
        "TPE",
        "RH",
        "TV",
        "CO2",
        "PDF",
        "SMS",
        "GPS",
        "QR",
        "PIN",
        "Points",
        "Conclusion",
        "Premier",
        "Première",
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
        "XI",
        "XII",
        "XV",
        "XVI",
        "XVII",
        "XVIII",
        "XIX",
        "XX",
        "CV",
        "XXI",
        "XXe",
        "XXIe",
        "XIXe",
        "Framework",
    ]
)
_ENDINGS = ("iennes", "ienne", "iens", "ien", "aines", "aine", "ains", "ain", "aises", "aise", "ais", "oises", "oise", "ois", "es", "s", "e")  # fmt: skip


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    english, french = Locale("en").territories, Locale("fr").territories
    for code, name in french.items():
        if code in english:
            table[fold(name)] = (*table.get(fold(name), ()), fold(english[code]))
    for line in _NAMES.strip().splitlines():
        form, others = line.split("=")
        table[fold(form)] = (*table.get(fold(form), ()), *(fold(one) for one in others.split("|")))
    # A country in several words must be found by each of its capitals: « Arabie saoudite », « Corée du Sud ».
    for form, meant in list(table.items()):
        for word in words_of(form):
            if len(word) > 3 and word not in table:
                table[word] = meant
    return table


@per_word
def counterparts(word: str) -> tuple[str, ...]:
    """The folded English forms that a French name's word may stand for; endings of peoples are undone."""
    table, lower = _table(), fold(word)
    if lower in table:
        return table[lower]
    stems = [lower.removesuffix(ending) for ending in _ENDINGS if lower.endswith(ending)]
    return next(
        (table[stem + end] for stem in stems for end in ("", "ien", "ain", "ais", "ois") if stem + end in table), ()
    )
