"""French typography: what is set, what is left alone, what is only pointed at."""

import re

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
PIECES = st.sampled_from([*SIGNS, *SPACES, *WORDS, *THINGS, "2ème", "[traduit de l'anglais]"])
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
        ("deux lignes :\n- une ?\n- deux", f"deux lignes{S}:\n- une{S}?\n- deux"),
    ],
)
def test_sets_by_rule(given_text: str, expected: str) -> None:
    assert typeset(given_text, "classic") == expected


@pytest.mark.parametrize(
    "text",
    [
        "https://exemple.fr/page?a=1;b=2!c",
        "moi@exemple.fr",
        "`x = \"a\" if y else 'b'?`",
        "[voir](http://a.b/c_(d)?e=f)",
        'Elle lit "we will not go"',
        "à 14:02 ou à 14 h 02",
        "un ratio de 3:1 ou 16:9",
        "la version 17.2 du 12.04.2025",
        "en 2024 300 personnes",
        "Yahoo! a répondu",
        'un écran de 20" posé là',
        "[traduit de l'anglais]",
        "Tom &amp; Jerry",
        "../chemin/vers?x",
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
            r"(?:Mds?|M)[ \u00a0\u202f]?[$€£]",
            "",
            re.sub(r"(?:millions?|milliards?) (?:de dollars|d’euros|de livres)", "", one),
        )
        return re.sub(r"[\W_]|[èe]me?|e", "", expanded)

    assert bare(typeset(text, "classic")) == bare(text)


@given(st.text())
def test_any_text_can_be_set(text: str) -> None:
    once = typeset(text, "classic")
    assert typeset(once, "classic") == once


@given(SOUP)
def test_addresses_survive(text: str) -> None:
    address = "https://exemple.fr/a?b=c:d;e!f"
    assert address in typeset(f"{text} {address} {text}", "classic").replace(S, " ") or "`" in text or "<" in text


@pytest.mark.parametrize(
    ("text", "code", "excerpt"),
    [
        ("un budget de $280 million", "typography-money", "$280 million"),
        ("un budget de 280 M$", "typography-money", "280 M$"),
        ("près de 50,000 cas", "typography-thousands", "50,000"),
        ("une hausse de 1.5 point", "typography-decimal", "1.5"),
        ("Les Etats-Unis", "typography-capital", "Etats-Unis"),
        ("A Paris, rien.", "typography-capital", "A"),
        ('un "mot sans fin', "typography-marks", 'un "mot sans fin'),
    ],
)
def test_points_at_doubts(text: str, code: str, excerpt: str) -> None:
    assert [(one.code, one.excerpt) for one in typography_doubts(text, "classic")] == [(code, excerpt)]


@pytest.mark.parametrize(
    "text",
    [
        "Les États-Unis versent 280 millions de dollars, soit 1,2 milliard d’euros sur dix ans.",
        "« Oui », dit-elle ; 12,345 km, 3,5 %, à 14 h 02.",
        "Une hausse de 1,234 milliard, selon le Department of Education.",
        "A-t-il répondu ? A priori, non.",
        "Voir https://x.fr/$280 pour la suite",
    ],
)
def test_good_french_raises_no_doubt(text: str) -> None:
    assert typography_doubts(text, "classic") == ()
