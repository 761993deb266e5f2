"""French typography: what no rule can put right is pointed at, and good French is not."""

import pytest

from pipeline.typography import typeset, typography_doubts


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
        ("une amende de 5$", "typography-money", "5$"),
        ("280 millions $", "typography-money", "280 millions $"),
        ("3 millions $ canadiens", "typography-money", "3 millions $"),
        ("15000 chats", "typography-thousands", "15000"),
        ("Ils sont 1000000.", "typography-thousands", "1000000"),
        ("Il part à 14:30.", "typography-time", "14:30"),
        ("Il part à 14h30.", "typography-time", "14h30"),
        ("Au XIXème siècle", "typography-ordinal", "XIXème"),
        ("La 1ère fois", "typography-ordinal", "1ère"),
        ("un mot--un autre", "typography-dash", "--"),
        ("C’est fini..", "typography-dots", ".."),
        ("C’est fini....", "typography-dots", "...."),
        ("Il dit puis:rien", "typography-spacing", "puis:rien"),
        ("Il dit :rien", "typography-spacing", "dit :rien"),
        ("Non,dit-il", "typography-spacing", "Non,dit"),
        ("deux  mots", "typography-spacing", "deux  mots"),
        ("un mot , un autre", "typography-spacing", "mot ,"),
        ("Ecrire, c’est agir.", "typography-capital", "Ecrire"),
        ("Liberté, Egalité", "typography-capital", "Egalité"),
        ("Vue de l’Ile", "typography-capital", "Ile"),
        ("Une Oeuvre", "typography-capital", "Oeuvre"),
        ("Les ETATS-UNIS", "typography-capital", "ETATS-UNIS"),
        ("Elément clé", "typography-capital", "Elément"),
        ("Fini. Ca suffit.", "typography-capital", "Ca"),
    ],
)
def test_points_at_doubts(text: str, code: str, excerpt: str) -> None:
    assert [(one.code, one.excerpt) for one in typography_doubts(text, "classic")] == [(code, excerpt)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("5$ et 3 millions $ canadiens", ["typography-money", "typography-money"]),
        ("280 millions $, 14h30, XIXème, 1ère, Etats-Unis, deux  mots , 15000 euros", []),
        ("Fini.. Il dit puis:rien", ["typography-dots", "typography-spacing"]),
    ],
)
def test_what_can_be_set_is_no_doubt_once_it_is(text: str, codes: list[str]) -> None:
    assert [one.code for one in typography_doubts(typeset(text, "classic"), "classic")] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Les États-Unis versent 280 millions de dollars, soit 1,2 milliard d’euros sur dix ans.",
        "« Oui », dit-elle ; 12,345 km, 3,5 %, à 14 h 02.",
        "Une hausse de 1,234 milliard, selon le Department of Education.",
        "A-t-il répondu ? A priori, non.",
        "Voir https://x.fr/$280 pour la suite",
        'Voir https://x.fr/?q="a b" et https://x.fr/a"b pour la suite',
        "« We paid $5 at 5:30, at the Ecole; really: yes.. »",
        "Loi 15000, salle 15000, n° 15000 de rue, 75000 Paris, téléphone : 123456000, en 2024.",
        "Un ratio de 16:9 à 16:10, un score de 3:1, « à 14h30 », le port localhost:8080.",
        "Pourquoi ?.. Et puis… a,b:c `x;y..z` rapport,final.pdf git --help",
        "Department of Education, Eden, Ericsson, Ethan, Edison, Iliade, vitamine E, E. coli, Elle.",
        "1.  un\n-   deux  \ntrois",
        "C’est 3,5 fois plus, de 2020-2024 ; 1re, 2e, XIXe, le 1er.",
    ],
)
def test_good_french_raises_no_doubt(text: str) -> None:
    assert typography_doubts(text, "classic") == ()
