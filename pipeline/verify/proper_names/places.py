"""Which country holds a place that a source names: a French title says « ROYAUME-UNI » where the source says England."""

# ruff: noqa: E501 - one row a country: wrapped, the table cannot be read or compared.

from functools import lru_cache

__all__ = ["holds_a_place_of"]

# French forms | what lies in it, as English says it. Only places whose name is no common word and lies in one country.
_HELD = """
royaume-uni,grande-bretagne | England|Scotland|Wales|Northern Ireland|London|Britain|British|Manchester|Liverpool|Leeds|Edinburgh|Glasgow|Cardiff|Belfast|Yorkshire|Cornwall|Kent|Westminster|Whitehall|House of Commons|Downing Street|NHS
états-unis,etats-unis,états-unis d'amérique | Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|American|U.S.|Congress|White House|Chicago|Los Angeles|San Francisco|Boston|Seattle|Philadelphia|Houston|Dallas|Detroit|Atlanta|Miami
canada | Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland|Nova Scotia|Ontario|Quebec|Saskatchewan|Yukon|Toronto|Vancouver|Montreal|Ottawa|Calgary
australie | New South Wales|Queensland|Tasmania|South Australia|Western Australia|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra
nouvelle-zélande | Auckland|Wellington|Christchurch|Otago
irlande | Dublin|Cork|Galway|Limerick|Oireachtas
allemagne | Bavaria|Saxony|Hesse|Brandenburg|Thuringia|Berlin|Hamburg|Munich|Cologne|Frankfurt|Bundestag
espagne | Catalonia|Andalusia|Galicia|Madrid|Barcelona|Valencia|Seville
italie | Lombardy|Tuscany|Sicily|Sardinia|Piedmont|Rome|Milan|Naples|Turin
france | Brittany|Normandy|Corsica|Paris|Marseille|Lyon
belgique | Flanders|Wallonia|Brussels|Antwerp
suisse | Zurich|Geneva|Bern|Basel|Lausanne
pays-bas | Amsterdam|Rotterdam|The Hague|Utrecht
inde | Kerala|Maharashtra|Gujarat|Punjab|Tamil Nadu|Uttar Pradesh|Bihar|West Bengal|Delhi|Mumbai|Bangalore|Bengaluru|Kolkata
brésil | São Paulo|Sao Paulo|Rio de Janeiro|Brasília|Brasilia|Bahia
mexique | Oaxaca|Chiapas|Jalisco|Mexico City
chine | Beijing|Shanghai|Guangdong|Sichuan|Xinjiang|Shenzhen|Tibet
japon | Tokyo|Osaka|Kyoto|Hokkaido|Okinawa|Fukushima
afrique du sud | Johannesburg|Cape Town|Pretoria|Durban|Gauteng
russie | Moscow|Kremlin|Siberia|Chechnya|St. Petersburg
ukraine | Kyiv|Kharkiv|Odesa|Donetsk|Luhansk|Crimea
suède | Stockholm|Gothenburg|Malmö
norvège | Oslo|Bergen|Trondheim
danemark | Copenhagen|Aarhus|Jutland
pologne | Warsaw|Krakow|Gdansk
portugal | Lisbon|Porto
grèce | Athens|Thessaloniki|Crete
turquie | Istanbul|Ankara
"""


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    rows = (line.split(" | ") for line in _HELD.strip().splitlines())
    return {form: tuple(places.split("|")) for forms, places in rows for form in forms.split(",")}


def holds_a_place_of(name: str, text: str) -> bool:
    """Whether a French name is the country of a place that a text names: so is what it stands for, if not always."""
    return any(f" {place} " in f" {_apart(text)} " for place in _table().get(name.lower().replace("’", "'"), ()))


@lru_cache(maxsize=64)
def _apart(text: str) -> str:
    for mark in ',;:!?()[]«»“”"\n':
        text = text.replace(mark, " ")
    return " ".join(
        word if word.count(".") > 1 else word.rstrip(".") for word in text.replace("’s", "").replace("'s", "").split()
    )
