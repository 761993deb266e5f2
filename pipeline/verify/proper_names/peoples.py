"""Peoples and their countries in both languages: « un fabricant norvégien » answers to "a manufacturer in Norway"."""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

from babel import Locale

from pipeline.verify.prepare import fold

__all__ = ["PEOPLES"]

# Code of the country, how English calls its people / how French does, in the masculine; endings are undone by rule.
_PEOPLES = """
AF afghan/afghan; ZA south_african/sud-africain; AL albanian/albanais; DZ algerian/algérien; DE german/allemand; AO angolan/angolais; SA saudi saudi_arabian/saoudien
AR argentine argentinian/argentin; AM armenian/arménien; AU australian/australien; AT austrian/autrichien; AZ azerbaijani azeri/azerbaïdjanais azéri; BH bahraini/bahreïnien
BD bangladeshi/bangladais; BE belgian/belge; BJ beninese/béninois; BY belarusian/biélorusse; BO bolivian/bolivien; BA bosnian/bosnien; BW botswanan/botswanais
BR brazilian/brésilien; BG bulgarian/bulgare; BF burkinabe/burkinabé; KH cambodian/cambodgien; CM cameroonian/camerounais; CA canadian/canadien; CL chilean/chilien
CN chinese/chinois; CY cypriot/chypriote; CO colombian/colombien; CD congolese/congolais; KP north_korean/nord-coréen; KR south_korean korean/sud-coréen coréen
CR costa_rican/costaricien; CI ivorian/ivoirien; HR croatian croat/croate; CU cuban/cubain; DK danish/danois; EG egyptian/égyptien; AE emirati/émirati émirien
EC ecuadorian/équatorien; ER eritrean/érythréen; ES spanish spaniard/espagnol; EE estonian/estonien; US american/américain états-unien; ET ethiopian/éthiopien
FI finnish finn/finlandais finnois; FR french/français; GA gabonese/gabonais; GM gambian/gambien; GE georgian/géorgien; GH ghanaian/ghanéen; GR greek/grec grecque
GT guatemalan/guatémaltèque; GN guinean/guinéen; HT haitian/haïtien; HN honduran/hondurien; HU hungarian/hongrois; IN indian/indien; ID indonesian/indonésien
IQ iraqi/irakien; IR iranian/iranien; IE irish/irlandais; IS icelandic icelander/islandais; IL israeli/israélien; IT italian/italien; JM jamaican/jamaïcain
JP japanese/japonais nippon; JO jordanian/jordanien; KZ kazakh/kazakh; KE kenyan/kényan; KW kuwaiti/koweïtien; LA laotian/laotien; LV latvian/letton; LB lebanese/libanais
LR liberian/libérien; LY libyan/libyen; LT lithuanian/lituanien; LU luxembourgish/luxembourgeois; MG malagasy madagascan/malgache; MY malaysian/malaisien; ML malian/malien
MT maltese/maltais; MA moroccan/marocain; MR mauritanian/mauritanien; MX mexican/mexicain; MD moldovan/moldave; MN mongolian/mongol; ME montenegrin/monténégrin
MZ mozambican/mozambicain; NA namibian/namibien; NP nepali nepalese/népalais; NI nicaraguan/nicaraguayen; NE nigerien/nigérien; NG nigerian/nigérian; NO norwegian/norvégien
NZ new_zealand new_zealander/néo-zélandais; OM omani/omanais; UG ugandan/ougandais; UZ uzbek/ouzbek; PK pakistani/pakistanais; PA panamanian/panaméen
PY paraguayan/paraguayen; NL dutch dutchman/néerlandais hollandais; PE peruvian/péruvien; PH filipino philippine/philippin; PL polish pole/polonais; PT portuguese/portugais
QA qatari/qatari qatarien; RO romanian/roumain; GB british briton/britannique; RU russian/russe; RW rwandan/rwandais; SV salvadoran/salvadorien; SN senegalese/sénégalais
RS serbian serb/serbe; SL sierra_leonean/sierra-léonais; SG singaporean/singapourien; SK slovak slovakian/slovaque; SI slovenian slovene/slovène; SO somali/somalien
SD sudanese/soudanais; LK sri_lankan/sri-lankais; SE swedish swede/suédois; CH swiss/suisse helvétique; SY syrian/syrien; TJ tajik/tadjik; TW taiwanese/taïwanais
TZ tanzanian/tanzanien; TD chadian/tchadien; CZ czech/tchèque; TH thai/thaïlandais; TG togolese/togolais; TN tunisian/tunisien; TR turkish turk turkey/turc turque
UA ukrainian/ukrainien; UY uruguayan/uruguayen; VE venezuelan/vénézuélien; VN vietnamese/vietnamien; YE yemeni/yéménite; ZM zambian/zambien; ZW zimbabwean/zimbabwéen
PS palestinian/palestinien
"""
# What else names a country: its usual short forms, and the city that stands for its government.
_ALSO = {
    "GB": ("united_kingdom uk england english scotland scottish wales welsh", "royaume-uni angleterre anglais écosse écossais gallois"),
    "US": ("united_states u.s u.s. us usa america", "états-unis usa amérique"),
    "CZ": ("czech_republic", "république_tchèque"),
    "KR": ("korea", "corée"),
    "NL": ("holland", "hollande"),
    "BA": ("bosnia", "bosnie"),
    "MM": ("burma burmese myanmar", "birmanie birman"),
}  # fmt: skip


def _countries() -> str:
    """The peoples as members of one sort, each with the names of its country."""
    english, french = Locale("en").territories, Locale("fr").territories
    found = []
    for entry in _PEOPLES.strip().replace("\n", "; ").split("; "):
        code, said = entry.strip().split(" ", 1)
        theirs, ours = said.split("/")
        more = _ALSO.get(code, ("", ""))
        names = [fold(str(one[code])).replace(" ", "_") for one in (english, french)]
        found.append(f"{theirs} {names[0]} {more[0]} / {ours} {names[1]} {more[1]}")
    return " | ".join(found)


PEOPLES = _countries()
