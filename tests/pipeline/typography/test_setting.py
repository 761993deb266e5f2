"""French typography: what is set by rule, and what no rule touches."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.typography import typeset, typography_doubts

S = "\u00a0"
# The signs the rules work on, mixed with words of both languages, figures and things that must not change.
SIGNS = "\"“”«»'’‘:;?!%.,()[]*_`-—…€$£/&<>@#"
SPACES = [" ", "  ", "\u00a0", "\u202f", "\t", "\n", "\ue000"]
WORDS = [
    "l",
    "d",
    "qu",
    "mot",
    "Été",
    "the",
    "will",
    "non",
    "M",
    "Md",
    "million",
    "milliards",
    "12",
    "1.2",
    "50 000",
    "280",
]
THINGS = ["https://exemple.fr/a?b=c:d", "moi@exemple.fr", "`x ? y`", "[lien](http://a.b/c)", "14:02", "14 h 02", "..."]
SLIPS = [
    *("2ème", "XIXème", "1ère", "14h30", "18h", "5km", "n°", "M.", "km", "h", "15000", "euros", " -- ", "..", "...."),
    *(" ,", "dit,rien", "dit;rien", "Etats-Unis", "´", "millions $", "What a day; truly: yes!", '="a b"'),
    *(
        "23h05min",
        "1ier",
        "3è",
        " ème",
        "1er,le",
        " .",
        " ,puis",
        ". . .",
        "etc...",
        "coeur",
        "kms",
        "Kg",
        "°C",
        " ° C",
    ),
    *(
        "Mme.",
        "M.Dupont",
        "nº",
        "n °",
        "p.",
        "le 01 mars",
        "\u2009",
        "\u00ad",
        "oui »",
        "''",
        "l ’",
        "qu' ",
        "– ",
        "».Puis",
        "”.Été",
    ),
]
PIECES = st.sampled_from([*SIGNS, *SPACES, *WORDS, *THINGS, *SLIPS, "[traduit de l'anglais]"])
SOUP = st.lists(PIECES, max_size=24).map("".join)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ('Il dit: "Nous partons!"', f"Il dit{S}: «{S}Nous partons{S}!{S}»"),
        ("Pourquoi ? Parce que ; voilà", f"Pourquoi{S}? Parce que{S}; voilà"),
        ("Vraiment?! Oui!!", f"Vraiment{S}?! Oui{S}!!"),
        ("l'agence qu'il dirige", "l’agence qu’il dirige"),
        ("l'«agence»", f"l’«{S}agence{S}»"),
        ("“Oui”, dit-elle", f"«{S}Oui{S}», dit-elle"),
        ('un "mot "dans" un" mot', f"un «{S}mot “dans” un{S}» mot"),
        ("12% et 12 %", f"12{S}% et 12{S}%"),
        ("280 M$ et 1,5 Md€", f"280{S}millions de dollars et 1,5{S}milliard d’euros"),
        ("1 M€", f"1{S}million d’euros"),
        ("1.2 million d'euros", f"1,2{S}million d’euros"),
        ("50 000 cas, 1 250 000 euros", f"50{S}000 cas, 1{S}250{S}000 euros"),
        ("et puis...", "et puis…"),
        ("Voir https://x.fr: ok", f"Voir https://x.fr{S}: ok"),
        ("la 2ème fois", "la 2e fois"),
        ("au XIXème siècle, la Vème", "au XIXe siècle, la Ve"),
        ("la 1ère, 1ere, les 1ères, le 2ième", "la 1re, 1re, les 1res, le 2e"),
        ("280 millions $", f"280{S}millions de dollars"),
        ("1,5 milliard€", f"1,5{S}milliard d’euros"),
        ("à 14h30, 14H30 et 14 h 30", f"à 14{S}h{S}30, 14{S}h{S}30 et 14{S}h{S}30"),
        ("de 8h-10h, 18h", f"de 8{S}h-10{S}h, 18{S}h"),
        ("un mot -- un autre", "un mot — un autre"),
        ("et puis....", "et puis…"),
        ("et puis….", "et puis…"),
        ("Vraiment ?...", f"Vraiment{S}?…"),
        ("deux  espaces , puis trois", "deux espaces, puis trois"),
        ("Non,dit-il,3,5 fois;puis rien ;fin", f"Non, dit-il, 3,5 fois{S}; puis rien{S}; fin"),
        ("en 2024,mais pas 3,5", "en 2024, mais pas 3,5"),
        ("15000 euros, 1000000 habitants", f"15{S}000 euros, 1{S}000{S}000 habitants"),
        ("Etats-Unis, ETATS-UNIS", "États-Unis, ÉTATS-UNIS"),
        ("L´homme d´ici", "L’homme d’ici"),
        ("18 h, 5 km, 5km, 90 km/h", f"18{S}h, 5{S}km, 5{S}km, 90{S}km/h"),
        ("M. Dupont, Mme Roy, n° 5, n°5", f"M.{S}Dupont, Mme{S}Roy, n°{S}5, n°{S}5"),
        ("« Quel jour; vraiment: oui! »", f"«{S}Quel jour{S}; vraiment{S}: oui{S}!{S}»"),
        ('"New York tremble; Paris dort!"', f"«{S}New York tremble{S}; Paris dort{S}!{S}»"),
        ("« Microsoft a dit yes; vrai! »", f"«{S}Microsoft a dit yes{S}; vrai{S}!{S}»"),
        ("« Voir https://x.fr/the-way; vite! »", f"«{S}Voir https://x.fr/the-way{S}; vite{S}!{S}»"),
        ("deux lignes :\n- une ?\n- deux", f"deux lignes{S}:\n- une{S}?\n- deux"),
        ("Le 1er,le 2 et la 2e,dit-il", "Le 1er, le 2 et la 2e, dit-il"),
        ("C’est fini . Et dit . ", "C’est fini. Et dit. "),
        ("Voir https://x.fr .", "Voir https://x.fr."),
        ('Il dit "oui".Puis part.', f"Il dit «{S}oui{S}». Puis part."),
        ("Il vient ,puis part, «oui» ,dit-elle", f"Il vient, puis part, «{S}oui{S}», dit-elle"),
        ("un (oui ), deux ( non ), trois [ sic ]", "un (oui), deux (non), trois [sic]"),
        ("dit« oui »et part", f"dit «{S}oui{S}» et part"),
        ("dit «je dis « oui »»", f"dit «{S}je dis “oui”{S}»"),
        ('"Oui," dit-elle', f"«{S}Oui{S}», dit-elle"),
        ("23h05min, 2 h 5 mn", f"23{S}h{S}05{S}min, 2{S}h{S}5{S}min"),
        ("L`un et l`autre, l''homme, aujourd`hui", "L’un et l’autre, l’homme, aujourd’hui"),
        ("L' homme, l ’autre, parce qu' il", "L’homme, l’autre, parce qu’il"),
        ("un mot—un autre, un mot– un autre –un mot", "un mot — un autre, un mot – un autre – un mot"),
        ("des chats, etc... Puis etc… et etc..", "des chats, etc. Puis etc. et etc."),
        ("Il part . . .", "Il part…"),
        ("1ier, 3è, XXè siècle, XXI ème siècle, 20 e siècle", "1er, 3e, XXe siècle, XXIe siècle, 20e siècle"),
        ("le 01 mars, le 1 mai, du 05 juin", "le 1er mars, le 1er mai, du 5 juin"),
        ("10 kms, 5Kg, 5,5km, 3MW, 20°C, 3 ° C", f"10{S}km, 5{S}kg, 5,5{S}km, 3{S}MW, 20{S}°C, 3{S}°C"),
        ("n ° 5, nº 5, p.5, art. 3", f"n°{S}5, n°{S}5, p.{S}5, art.{S}3"),
        ("Mme. Roy et M.Dupont", f"Mme{S}Roy et M.{S}Dupont"),
        ("5 Millions d'euros", f"5{S}millions d’euros"),
        ("Le coeur d’une soeur, chef-d’oeuvre", "Le cœur d’une sœur, chef-d’œuvre"),
        ("trait\u00adé\u200b, 5\u2009%", f"traité, 5{S}%"),
    ],
)
def test_sets_by_rule(given_text: str, expected: str) -> None:
    assert typeset(given_text, "classic") == expected


@pytest.mark.parametrize(
    "text",
    [
        "https://exemple.fr/page?a=1;b=2!c",
        "moi@exemple.fr",
        "TL;DR",
        "AC;DC",
        "`x = \"a\" if y else 'b'?`",
        "[voir](http://a.b/c_(d)?e=f)",
        'Elle lit "we will not go"',
        "à 14:02",
        "« What a day; truly: yes! »",
        "« Really? Yes! »",
        "« No way; sorry! »",
        '"No new taxes!"',
        "« Let’s go! »",
        "« Was für ein Tag; wirklich: ja! »",
        '"Build; repair!"',
        "*What a day; truly: yes!*",
        f"Il écrit «{S}départ à 14h30, ou 18 h{S}»",
        'https://exemple.fr/?q="a b" et https://exemple.fr/?q="a"&r="b"',
        'https://exemple.fr/a"b"c',
        "[1]: https://exemple.fr/a",
        "rapport,final-14h30.pdf, XIXème.pdf, lemonde.fr/a,b;c",
        r"C:\\docs\\un,deux;trois",
        "la version 1.2.3, 1.2.3,4 et le a3f5e,9c1d",
        "git log --oneline",
        "un  \ndeux",
        "-   un\n1.  deux",
        "| a   | b |\n|-----|---|",
        "loi 15000, salle 15000, 75000 Paris, en 2024, 01 23 45 67 89, n°\u00a015000",
        f"24h Le Mans, 3{S}millions{S}$ canadiens",
        "Même, Ième, N,N-diméthyle, 3,5, localhost:8080",
        f"Nom{S}: ........",
        "un ratio de 3:1 ou 16:9",
        "la version 17.2 du 12.04.2025",
        "en 2024 300 personnes",
        "Yahoo! a répondu",
        'un écran de 20" posé là',
        "[traduit de l'anglais]",
        "Tom &amp; Jerry",
        "../chemin/vers?x",
        "l`code` et `a`, la commande `x ,y . `",
        "[ ] à faire, [x] fait, ( ) non",
        "f(x), citoyen(ne)s, le .NET, un :( triste ) sort",
        "Paris–Lyon, 1994–2002, Saint-Coeur, Jacques Coeur, phoenix",
        "4x100, 10 K, 48°50, le n 5, un Mm, 1 Million Dollar Baby",
        "Nom . . . . . . et suite",
        "« It’s over . We ( all ) know ,really ; coeur »",
        "",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert typeset(text, "classic") == text


@given(SOUP)
@settings(max_examples=300)
def test_setting_twice_changes_nothing_more(text: str) -> None:
    once = typeset(text, "classic")
    assert typeset(once, "classic") == once


@given(SOUP)
def test_plain_leaves_every_character(text: str) -> None:
    assert typeset(text, "plain") == text


@given(SOUP)
@settings(max_examples=300)
def test_words_and_figures_survive(text: str) -> None:
    """Only marks, spaces and the spelled-out order of an amount may change: letters of other words and digits never."""

    def bare(one: str) -> str:
        expanded = re.sub(
            r"(?:millions?|milliards?)[ \u00a0\u202f\u2009]*(?:[$€£]|de dollars|d’euros|de livres)", "", one
        )
        expanded = re.sub(r"(?:Mds?|M)[ \u00a0\u202f\u2009]*[$€£]", "", expanded)
        spelled = expanded.replace("œ", "oe").replace("kms", "km").replace("01 mars", "1er mars").replace("º", "")
        return re.sub(r"[\W_]|i?[èé]m|em|ie|e|è|r", "", spelled.lower().replace("é", "e"))

    assert bare(typeset(text, "classic")) == bare(text)


@given(st.text())
def test_any_text_can_be_set(text: str) -> None:
    once = typeset(text, "classic")
    assert typeset(once, "classic") == once


@pytest.mark.parametrize(
    "sign", ["a", "É", "1", "1a", "a.", "_a", "a-", "111 ", "(a ", "«a", "`a", "a, ", "'a", "14h30 `x` "]
)
def test_a_long_row_is_read_in_a_time_like_its_length(sign: str) -> None:
    row = (sign * 40_000)[:40_000]
    started = time.process_time()
    typeset(row, "classic")
    typography_doubts(row, "classic")
    assert time.process_time() - started < 4


THE_SAME = [
    "https://exemple.fr/a?b=c:d;e!f",
    'https://exemple.fr/?q="a b"&c=14h30',
    "toi@exemple.fr",
    "`x;y,z -- 14h30..  15000 euros`",
    "[lien](http://a.b/c,d;e)",
    "« What a day; truly: at 5:30 -- 15000 euros.. yes! »",
    "a3f5e09c14h30",
    "1.2.3",
    "rapport_final,14h30.pdf",
]


@given(SOUP.filter(lambda one: not re.search('["“”«»`<>*_\ue000]|https?|\\[', one)), st.sampled_from(THE_SAME))
@settings(max_examples=300)
def test_addresses_code_and_foreign_words_survive(text: str, kept: str) -> None:
    assert kept in typeset(f"{text} {kept} {text}", "classic")
