"""Figures and dates that follow from those of the source, told as free French tells them, and the errors beside them."""

# ruff: noqa: E501 - a sentence stands beside its source, each on its line.

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify import verify
from schemas.article import Article, Paragraph
from schemas.draft import BodyParagraph
from tests.pipeline.verify.drafts import DRAFT, HOUSE

_PREFIXES = ("figure", "date", "ranking", "share", "direction")


def _codes(source: str, french: str) -> set[str]:
    """The codes of figures, dates, ranks and shares found on a body paragraph against a source of May 2026."""
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(source.split("\n"), 1))
    article = with_sentences(Article(url="u", title="", published="2026-05-20", language="en", paragraphs=paragraphs))
    draft = DRAFT.model_copy(update={"body": (BodyParagraph(id="b1", text=french),), "quotes": ()})
    found = verify(draft, article, house=HOUSE).findings
    return {one.code for one in found if one.part == "body[0]" and one.code.startswith(_PREFIXES)}


# source | what free French says | what is wrong | the code that tells it
_PAIRS = (
    # shares that two figures give
    ("Of the 240 complaints received, the office has so far closed 79. The lift had broken down three times in the four weeks before.",
     "Un tiers environ des 240 plaintes reçues ont été classées.", "Les deux tiers environ des 240 plaintes reçues ont été classées.", "figure-unknown"),
    ("The mill employs 1,800 people in Orsted, a town of 21,000.", "L’usine emploie 1 800 personnes à Orsted, soit près d’un habitant sur dix.",
     "L’usine emploie 1 800 personnes à Orsted, soit près d’un habitant sur trois.", "figure-unknown"),
    ("A ticket costs 4.50 euros, of which pupils pay 1.45.", "Les élèves acquittent moins d’un tiers du billet, vendu 4,50 euros.",
     "Les élèves acquittent moins d’un dixième du billet, vendu 4,50 euros.", "figure-unknown"),
    ("Only four in a hundred pupils cycle to school.", "Ils sont 96 % à ne pas venir à l’école à vélo.", "Ils sont 86 % à ne pas venir à l’école à vélo.", "figure-unknown"),
    ("Fewer than one in ten residents has ever voted.", "Plus de neuf habitants sur dix n’ont jamais voté.", "Moins de neuf habitants sur dix n’ont jamais voté.", "figure-unknown"),
    ("The members rejected the plan by 180 votes to 20.", "Le projet a été rejeté par 90 % des votants.", "Le projet a été rejeté par 70 % des votants.", "figure-unknown"),
    ("The survey covered less than half of the coast. It counted several nests twice.", "Le relevé ne couvrait pas la moitié de la côte.",
     "Le relevé couvrait plus de la moitié de la côte.", "figure-bound"),
    ("Turnout among the young did not reach a third.", "Moins d’un tiers des jeunes ont voté.", "Plus d’un tiers des jeunes ont voté.", "figure-bound"),
    ("The heart drug brought the company 640 million euros last year, a fifth of its sales.", "L’an dernier, le médicament pour le cœur a rapporté 640 millions d’euros à la société, soit 20 % du chiffre d’affaires.", "L’an dernier, le médicament pour le cœur a rapporté 640 millions d’euros à la société, soit 30 % du chiffre d’affaires.", "figure-unknown"),
    # sums, differences, factors
    ("The contract is worth 2.9 billion euros, 400 million less than the yard had asked for.", "Le contrat est de 2,9 milliards d’euros, quand le chantier en voulait 3,3.",
     "Le contrat est de 2,9 milliards d’euros, quand le chantier en voulait 3,7.", "figure-unknown"),
    ("The port landed 8,300 tonnes of fish last year, 1,100 fewer than in 2024.", "Le port a débarqué 8 300 tonnes de poisson, contre 9 400 en 2024.",
     "Le port a débarqué 8 300 tonnes de poisson, contre 9 900 en 2024.", "figure-unknown"),
    ("The council has set aside 1.2 million euros. The charity says that it needs 2 million.", "Le conseil prévoit 1,2 million d’euros ; l’association réclame 800 000 euros de plus.",
     "Le conseil prévoit 1,2 million d’euros ; l’association réclame 900 000 euros de plus.", "figure-unknown"),
    ("In March 62 percent would take the train, up from 47 percent in 2022.", "En mars, 62 % prendraient le train, quinze points de plus qu’en 2022.",
     "En mars, 62 % prendraient le train, douze points de plus qu’en 2022.", "figure-unknown"),
    ("They demand 2,400 euros each. The landlord has offered 350.", "Ils demandent chacun 2 400 euros, près de sept fois ce que propose le bailleur.",
     "Ils demandent chacun 2 400 euros, près de neuf fois ce que propose le bailleur.", "figure-unknown"),
    ("Patients who took the pill were 1.4 times as likely to suffer a stroke.", "Chez les patients qui prennent la pilule, le risque d’attaque est accru de 40 %.", "Chez les patients qui prennent la pilule, le risque d’attaque est accru de 60 %.", "figure-unknown"),
    ("The mesh will grow from 110 to 130 millimetres.", "Les mailles passeront de 11 à 13 centimètres.", "Les mailles passeront de 11 à 15 centimètres.", "figure-unknown"),
    ("The night train leaves at 9:40 p.m. and arrives eleven hours later.", "Le train part à 21 h 40 et arrive à 8 h 40.", "Le train part à 21 h 40 et arrive à 7 h 40.", "figure-unknown"),
    ("One man waited for an hour and 50 minutes.", "Un homme a attendu près de deux heures.", "Un homme a attendu près de trois heures.", "figure-unknown"),
    ("In ten years we have gone from 29 shops to five.", "En dix ans, vingt-quatre commerces sur vingt-neuf ont disparu.", "En dix ans, vingt et un commerces sur vingt-neuf ont disparu.", "figure-unknown"),
    ("Every second vacancy is in physics, the ministry said.", "La moitié des postes vacants sont en physique, selon le ministère.",
     "Les deux tiers des postes vacants sont en physique, selon le ministère.", "figure-unknown"),
    ("The growers ask for a fund of 25 million euros. The minister has so far promised 10 million.", "Un fonds de 25 millions d’euros est réclamé ; le ministre n’en a promis que 10.",
     "Un fonds de 25 millions d’euros est réclamé ; le ministre n’en a promis que 12.", "figure-unknown"),
    ("Nine estates in ten are smaller than 20 hectares.", "Neuf domaines sur dix font moins de 20 hectares.", "Neuf domaines sur dix font plus de 20 hectares.", "figure-bound"),
    ("The minister has offered 7 percent and refuses to go any further.", "Pas question pour la ministre d’aller au-delà des 7 % proposés.",
     "La ministre propose plus de 7 %.", "figure-bound"),
    # spans and dates
    ("The theft was discovered on May 9. The police were told five days later.", "Découvert le 9 mai, le vol n’a été signalé à la police que le 14.",
     "Découvert le 9 mai, le vol n’a été signalé à la police que le 17.", "figure-unknown"),
    ("Frost struck on the night of May 4 to 5.", "Il a gelé dans la nuit de lundi à mardi.", "Il a gelé dans la nuit de jeudi à vendredi.", "date-unknown"),
    ("He has been asking for a ramp since 2023. His neighbours blocked the road for three hours.", "Voilà trois ans qu’il réclame une rampe.", "Voilà cinq ans qu’il réclame une rampe.", "figure-unknown"),
    ("Crews have been asking for a van since June 2022.", "Cela fait près de quatre ans que les équipes réclament une camionnette.",
     "Cela fait près de six ans que les équipes réclament une camionnette.", "figure-unknown"),
    ("The rule will be reviewed every six months.", "La règle sera réexaminée deux fois par an.", "La règle sera réexaminée trois fois par an.", "figure-unknown"),
    ("The bank will be closed for six months from April 1.", "Le banc sera fermé du 1er avril à la fin de septembre.", "Le banc sera fermé du 1er avril à la fin de novembre.", "date-unknown"),
    ("The works closed in November 2024.", "L’usine a fermé il y a un an et demi.", "L’usine a fermé il y a quatre ans et demi.", "figure-unknown"),
    ("Nine shops have closed since the start of the year.", "Depuis le 1er janvier, neuf magasins ont fermé.", "Depuis le 1er mars, neuf magasins ont fermé.", "date-unknown"),
    ("The association plans to challenge the tax in court by the end of this month.", "L’association entend attaquer la taxe en justice avant le 31 mai.",
     "L’association entend attaquer la taxe en justice avant le 30 juin.", "date-unknown"),
    ("The government will decide by the end of the year.", "Le gouvernement tranchera avant 2027.", "Le gouvernement tranchera avant 2028.", "date-unknown"),
    ("It lost 310 million euros in 2025, compared with a profit of 95 million a year earlier.", "Bénéficiaire de 95 millions d’euros en 2024, il en a perdu 310 l’année suivante.",
     "Bénéficiaire de 95 millions d’euros en 2022, il en a perdu 310 en 2025.", "date-unknown"),
    ("A public inquiry will run from May 4 to July 3.", "Une enquête publique de deux mois débutera le 4 mai.", "Une enquête publique de cinq mois débutera le 4 mai.", "figure-unknown"),
    # what one language has and the other says otherwise
    ("The state has paid it 480 million euros since 2020.", "L’État lui a versé près d’un demi-milliard d’euros depuis 2020.", "L’État lui a versé près d’un milliard d’euros depuis 2020.", "figure-unknown"),
    ("Fire has burned nearly a quarter of the park.", "Le feu a ravagé près du quart du parc.", "Le feu a ravagé plus du quart du parc.", "figure-hedge"),
    ("Flames have come within two miles of the town.", "Les flammes sont à un peu plus de 3 kilomètres de la ville.", "Les flammes sont à un peu plus de 5 kilomètres de la ville.", "figure-unknown"),
    ("The airport plans to build a second runway by 2034.", "L’aéroport veut une deuxième piste d’ici à 2034.", "L’aéroport veut une quatrième piste d’ici à 2034.", "figure-unknown"),
    ("Emissions have dropped by a sixth of the planned reduction.", "Les émissions ont baissé d’un sixième de la réduction prévue.",
     "Les émissions ont baissé d’un huitième de la réduction prévue.", "figure-unknown"),
    ("Noise has cut the number of eels by about 30 percent.", "Le bruit a fait disparaître près d’une anguille sur trois.", "Le bruit a fait disparaître près d’une anguille sur deux.", "figure-unknown"),
    ("Numbers have fallen by more than 90 percent.", "Les effectifs ont baissé de plus de neuf dixièmes.", "Les effectifs ont baissé de plus de cinq dixièmes.", "figure-unknown"),
    ("The driver had worked for the company for less than six months.", "Le conducteur n’avait pas six mois d’ancienneté dans l’entreprise.",
     "Le conducteur avait plus de six mois d’ancienneté dans l’entreprise.", "figure-bound"),
    ("Fifteen buses run, one every six minutes.", "Quinze bus circulent, à raison de dix par heure.", "Quinze bus circulent, à raison de douze par heure.", "figure-unknown"),
    ("Children under 12 swim free of charge.", "L’accès aux bassins est gratuit avant 12 ans.", "L’accès aux bassins est gratuit avant 16 ans.", "figure-unknown"),
    ("Nearly 14,000 people have signed the petition.", "La pétition approche les 14 000 signatures.", "La pétition approche les 40 000 signatures.", "figure-unknown"),
    ("Pools will close on Sundays, the council voted on Wednesday.", "Les piscines fermeront le dimanche, a décidé mercredi le conseil.",
     "Les piscines fermeront le samedi, a décidé mercredi le conseil.", "date-unknown"),
    # ranks and shares
    ("Only the Bell pool, the smallest and most recent, will stay open.", "Seule la piscine Bell, la plus récente et la plus petite, restera ouverte.",
     "Seule la piscine Bell, la plus récente et la plus grande, restera ouverte.", "ranking-changed"),
    ("The line is the second busiest in the west after the one to Ambry.", "La ligne est la plus fréquentée de l’ouest après celle d’Ambry.",
     "La ligne est la plus fréquentée de l’ouest.", "ranking-changed"),
    ("Recorders will be required on all trams carrying more than 60 passengers. Only three of the city's 40 trams have one.",
     "Un enregistreur sera exigé dans tous les trams de plus de 60 places ; trois seulement des 40 en ont un.",
     "Un enregistreur sera exigé dans tous les trams de plus de 60 places ; tous les 40 en ont un.", "share-changed"),
    ("There is a dose for every unvaccinated resident.", "Il y a une dose pour tous les habitants qui ne sont pas vaccinés.",
     "Il y a une dose pour la plupart des habitants qui ne sont pas vaccinés.", "share-changed"),
    # what stands at a figure without bounding it
    ("The council wants to cap rises at 3 percent a year.", "Le conseil souhaite limiter les hausses à 3 % par an.", "Le conseil souhaite des hausses d’au moins 3 % par an.", "figure-bound"),
    ("The city spends 300,000 euros a year on aid, a sum unchanged since 2020.", "L’aide plafonne depuis six ans à 300 000 euros par an.",
     "L’aide se monte depuis six ans à plus de 300 000 euros par an.", "figure-bound"),
    ("Firms received a first grant. The average grant was 18,500 euros, down from 27,000.", "Les entreprises ont touché un premier montant, de 18 500 euros en moyenne, contre 27 000.",
     "Les entreprises ont touché un premier montant, en hausse à 18 500 euros en moyenne, contre 27 000.", "direction-reversed"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "french", "wrong", "code"), _PAIRS)
def test_what_follows_from_the_source_is_not_held_against_a_draft(
    source: str, french: str, wrong: str, code: str
) -> None:
    assert not _codes(source, french)
    assert code in _codes(source, wrong)
