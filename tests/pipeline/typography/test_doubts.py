"""French typography: what no rule can put right is pointed at, and good French is not."""

import pytest

from pipeline.typography import typeset, typography_doubts
from schemas.draft import Typography


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
        ("À 14:30, il part.", "typography-time", "14:30"),
        ("Dès 14:30, il part.", "typography-time", "14:30"),
        ("le train de 14:30", "typography-time", "14:30"),
        ("Il part à 14H.", "typography-time", "14H"),
        ("Il part à 3 p.m. ici", "typography-time", "3 p.m."),
        ("Pourquoi?Parce que", "typography-spacing", "Pourquoi?Parce"),
        ("Il part.Puis revient", "typography-spacing", "part.Puis"),
        ("Il part…puis revient", "typography-spacing", "part…puis"),
        ("Il part(hier soir) ici", "typography-spacing", "part("),
        ("Il vient,, puis part", "typography-doubled", ",,"),
        ("Il vient ; , puis part", "typography-doubled", "; ,"),
        ("Il vient vraiment ?. Puis", "typography-doubled", "vraiment ?."),
        ("Il vient dans dans la ville", "typography-doubled", "dans dans"),
        ("il a 1 0 ans", "typography-thousands", "1 0"),
        ("Il y a 12 34 personnes", "typography-thousands", "12 34"),
        ("près de 10.000 personnes", "typography-thousands", "10.000"),
        ("coûte 300 EUR ici", "typography-money", "300 EUR"),
        ("coûte 5 M d’euros", "typography-money", "5 M d’euros"),
        ("Paris - la capitale", "typography-dash", "Paris - la"),
        ("de 2020 - 2024", "typography-dash", "2020 - 2024"),
        ("les années 60’s", "typography-ordinal", "60’s"),
        ("le 5th jour", "typography-ordinal", "5th"),
        ("A 14 heures, il part", "typography-capital", "A"),
        ("Il sort. puis revient", "typography-capital", "sort. puis"),
        ("le 3 Mars 2024", "typography-capital", "Mars"),
        ("dès le Lundi 3 mars", "typography-capital", "Lundi"),
        ("Mr Dupont parle", "typography-title", "Mr"),
        ("Ici M Dupont parle", "typography-title", "M"),
        ("il dit 'oui' ici", "typography-marks", "'oui'"),
        ("il dit <<oui>> ici", "typography-marks", "<<"),
        ("il dit (oui et part", "typography-marks", "(oui et part"),
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
        ("Le 1er,le 2 . l`un (oui ) 3è coeur 5 kms le 01 mai Mme. Roy un mot—un autre «Oui,» dit-il", []),
    ],
)
def test_what_can_be_set_is_no_doubt_once_it_is(text: str, codes: list[str]) -> None:
    assert [one.code for one in typography_doubts(typeset(text, "classic"), "classic")] == codes


@pytest.mark.parametrize("typography", ["classic", "plain"])
@pytest.mark.parametrize(
    ("text", "code", "excerpt"),
    [
        ("Le 1er,le 2", "typography-spacing", "1er,le"),
        ("C’est fini . Voilà", "typography-spacing", "fini ."),
        ("Il dit (oui ) ici", "typography-spacing", "(oui )"),
        ("Voici l`autre ici", "typography-apostrophe", "l`autre"),
        ("le coeur ici", "typography-ligature", "coeur"),
        ("à 10 kms ici", "typography-unit", "10 kms"),
        ("le 01 mars ici", "typography-date", "01"),
        ("un mot—un autre", "typography-dash", "mot—un"),
        ("les chats, etc… ici", "typography-dots", "etc…"),
    ],
)
def test_what_was_never_set_is_pointed_at_whatever_the_typography(
    text: str, code: str, excerpt: str, typography: Typography
) -> None:
    assert [(one.code, one.excerpt) for one in typography_doubts(text, typography)] == [(code, excerpt)]


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
        "Yahoo!Mail et Booking.Com, la vie de Charles de de Gaulle ; nous nous vîmes, etc., puis Corp., Inc.",
        "Le 5th Circuit, la taille M Rouge, H&M Paris, « Mr Robot », la rue du 8 Mai 1945, le 14 Juillet.",
        "élu(e)s, f(x, y), (re)penser, l’art. 5. M. Roy part. Vraiment ? dit-il ; oui… et puis.",
        "Il dit « l’un » d’eux, le numéro 1 0 5, un écran 16:9, de 16:9 à 16:10, un (a (b) c) fini.",
        "les années 1990, 2e, 5 %, un iPhone. eBay suit, « [...] ceux-là », (voir p. 5).",
    ],
)
def test_good_french_raises_no_doubt(text: str) -> None:
    assert typography_doubts(text, "classic") == ()
