"""Free French of other hands that says what the source says, and beside each the error that it must not hide."""

# ruff: noqa: E501 - a sentence stands beside its source, each on its line.

import pytest

from pipeline.verify.deeds.acts import deeds_of
from tests.pipeline.verify.drafts import found_on


def _codes(source: str, french: str) -> set[str]:
    """The codes of what is found on a body paragraph that stands alone against a source, form and support aside."""
    return {one.code for one in found_on(source, french) if not one.code.startswith("support")}


# source | what free French says | what is wrong | the code that tells it
_PAIRS = (
    # the few and the many
    ("None of the buses had been sold abroad except for 300 sent to Malta.", "Seuls 300 autocars avaient été vendus à l’étranger, à Malte.",
     "Tous les autocars sauf 300 avaient été vendus à l’étranger, à Malte.", "direction-reversed"),
    ("All of the 520 members backed the plan except 14, their delegate Ruth Varn said.",
     "Sur 520 adhérents, 14 seulement n’ont pas soutenu le projet, selon leur déléguée, Ruth Varn.",
     "Sur 520 adhérents, 14 seulement ont soutenu le projet, selon leur déléguée, Ruth Varn.", "direction-reversed"),
    ("None of the tins had left the country except for 900, all of which have been found.",
     "Seules 900 boîtes avaient quitté le pays, et toutes ont été retrouvées.",
     "Seules 90 boîtes avaient quitté le pays, et toutes ont été retrouvées.", "figure-unknown"),
    # shares and bounds
    ("At least 40 workers fell ill in May, three in four of them men.", "En mai, au moins 40 ouvriers sont tombés malades, dont trois sur quatre sont des hommes.",
     "En mai, au moins 40 ouvriers sont tombés malades, dont deux sur cinq sont des hommes.", "figure-unknown"),
    ("The crossing will take six hours instead of four.", "La traversée durera six heures au lieu de quatre.",
     "La traversée durera six heures au lieu de trois.", "figure-unknown"),
    ("The site has fewer than half the readers it needs.", "Le site n’a pas même la moitié des lecteurs qu’il lui faudrait.",
     "Le site a plus de la moitié des lecteurs qu’il lui faudrait.", "figure-bound"),
    ("The plan includes a cap on classes of 22 pupils.", "Le projet comprend un plafond de vingt-deux élèves par classe.",
     "Le projet comprend un minimum de vingt-deux élèves par classe.", "figure-bound"),
    ("The leaves, up to 40 centimetres long, are eaten raw.", "Longues de 40 centimètres pour les plus grandes, les feuilles se mangent crues.",
     "Longues d’au moins 40 centimètres, les feuilles se mangent crues.", "figure-bound"),
    ("Nine of the 15 partners agreed, one short of the majority required.", "Neuf des quinze associés ont accepté, quand il en fallait dix.",
     "Neuf des quinze associés ont accepté, quand il en fallait treize.", "figure-unknown"),
    # before and after, under a denial
    ("The tram will not run before October.", "Le tramway est à l’arrêt jusqu’en octobre au moins.", "Le tramway roulera jusqu’en septembre.", "date-unknown"),
    ("The dye was sold before 1962.", "Le colorant était vendu avant 1962.", "Le colorant était vendu à partir de 1962.", "date-order"),
    # what is undone, what is called a strike
    ("The court overturned the conviction of the shopkeeper Lena Orsk.", "La cour a relaxé la commerçante Lena Orsk.",
     "La cour a confirmé la condamnation de la commerçante Lena Orsk.", "direction-reversed"),
    ("It is the longest stoppage since 1990, when miners walked out for 50 days. It began in March.", "L’arrêt de travail, entamé en mars, est le plus long depuis 1990.",
     "L’arrêt de travail est le plus court depuis 1990.", "ranking-changed"),
    ("The court upheld the five-year prison sentence of the driver.", "Le chauffeur reste condamné à cinq ans de prison.",
     "La cour a annulé la peine de cinq ans de prison du chauffeur.", "direction-reversed"),
    ("The moon will be further away, so the flight will last longer.", "La lune sera plus éloignée, si bien que le vol durera plus longtemps.",
     "La lune sera plus proche, si bien que le vol durera plus longtemps.", "direction-reversed"),
    # what says no otherwise
    ("The manager said the offer was the best the firm could make.", "Le directeur affirme ne pas pouvoir aller plus loin.",
     "Le directeur affirme que l’offre n’est pas la meilleure que l’entreprise puisse faire.", "negation-added"),
    ("The court upheld the sentence of Harl Venn, who did not attend because of illness.", "Harl Venn voit sa peine confirmée par la cour.",
     "La cour a annulé la peine de Harl Venn.", "direction-reversed"),
    ("The company denies it and a judge has yet to decide whether the case can go ahead.", "L'entreprise dément et un juge n'a pas encore décidé si la cause peut poursuivre.",
     "L’entreprise dément, et un juge a décidé que l’affaire pouvait se poursuivre.", "certainty-planned"),
    # a number that ends a sentence
    ("The crew came third of seven in May.", "En mai, l’équipage a fini troisième sur sept.", "L’équipage a fini troisième le 7 sept. 2024.", "date-unknown"),
    ("Rents have doubled since January.", "Les loyers ont doublé depuis janvier.", "Les loyers ont doublé avant janvier.", "date-order"),
    ("Lawyers for the patients plan to bring a group claim in the summer.", "Les avocats des patients préparent une action collective pour l’été.",
     "Les avocats des patients ont engagé une action collective cet été.", "certainty-planned"),
    ("Last season the orchestra had the largest deficit in its history.", "Lors de la dernière saison, l’orchestre a connu le plus gros déficit de son histoire.",
     "Lors de la dernière saison, l’orchestre a connu le plus petit déficit de son histoire.", "ranking-changed"),
    # told from the other end
    ("The city bought the land from Orla Ports for $3 million.", "Orla Ports a vendu le terrain à la ville pour 3 millions de dollars.",
     "La ville a vendu le terrain à Orla Ports pour 3 millions de dollars.", "direction-reversed"),
    ("The land was bought from Orla Ports by the city in 2019.", "Orla Ports a vendu le terrain à la ville en 2019.",
     "Orla Ports a acheté le terrain à la ville en 2019.", "roles-swapped"),
    ("Velstra sold its trucks to Morgan Motors.", "Morgan Motors a acheté les camions de Velstra.",
     "Velstra a acheté les camions de Morgan Motors.", "direction-reversed"),
    # who asks, who means to, who is likely to
    ("The minister said that she had asked a former judge, Per Lind, to mediate.", "La ministre a chargé un ancien juge, Per Lind, d’une médiation.",
     "Un ancien juge, Per Lind, a mené une médiation.", "certainty-planned"),
    ("The mayor had asked the operator, Tarn Lines, to hand over its logs by Monday.", "Le maire donne jusqu’à lundi à l’exploitant, Tarn Lines, pour remettre ses registres.",
     "Le maire donne jusqu’à mardi à l’exploitant, Tarn Lines, pour remettre ses registres.", "date-unknown"),
    ("Loss of night work would cost the average nurse 400 euros a month, the union said.", "La fin du travail de nuit devant coûter 400 euros par mois à l’infirmière moyenne, le syndicat s’y oppose.",
     "La fin du travail de nuit a coûté 400 euros par mois à l’infirmière moyenne, selon le syndicat.", "certainty-planned"),
    ("More leaks are likely to be found, the engineer Ida Holm warned.", "D’autres fuites seront vraisemblablement découvertes, prévient l’ingénieure Ida Holm.",
     "D’autres fuites seront découvertes, prévient l’ingénieure Ida Holm.", "certainty-possible"),
    # whose deed it is
    ("Police said they were examining the footage and had not arrested anyone.", "La police n’a arrêté personne.", "La police a arrêté plusieurs personnes.", "negation-lost"),
    ("The company said it had repaired all of the pumps at its own expense.", "L’entreprise assure avoir réparé toutes les pompes à ses frais.",
     "L’entreprise a réparé toutes les pompes à ses frais.", "certainty-reported"),
    ("The bid is 20% above the closing price on Monday, before press reports of it sent the stock up.", "L’offre dépasse de 20 % le cours de clôture de lundi.",
     "L’offre dépasse de 30 % le cours de clôture de lundi.", "figure-unknown"),
    ("Observers from the Open Vote League said the count had been calm but criticised the machines used in six towns.",
     "Les observateurs de l’Open Vote League critiquent les machines de six villes.", "Les observateurs de l’Open Vote League saluent les machines de six villes.", "direction-reversed"),
    # who is who
    ("According to the newspaper La Bora, the mayor’s chief of staff, Rita Anselm, allegedly warned the director.",
     "Selon le journal La Bora, la directrice de cabinet du maire, Rita Anselm, aurait averti la directrice.",
     "Selon le journal La Bora, la ministre Rita Anselm aurait averti la directrice.", "role-wrong"),
    ("Liberal Ida Moss led the outgoing governor, the Conservative Karl Renn.", "La libérale Ida Moss devançait le gouverneur sortant, le conservateur Karl Renn.",
     "La libérale Ida Moss devançait le procureur Karl Renn.", "role-wrong"),
    ("Renn’s campaign manager, Otto Blum, alleged that ballots had been filled in.", "Le directeur de campagne du sortant, Otto Blum, soutient que des bulletins ont été remplis.",
     "L’ancien directeur de campagne, Otto Blum, soutient que des bulletins ont été remplis.", "role-wrong"),
    ("The union’s regional organiser, Isa Fenn, called for an inquiry.", "La responsable régionale du syndicat, Isa Fenn, réclame une enquête.",
     "La juge Isa Fenn réclame une enquête.", "role-wrong"),
    ("Her lawyer, Tom Harne, said that Ms Orsk would seek damages from the state for her months in custody.",
     "Mme Orsk entend réclamer des dommages-intérêts à l’État pour ses mois de détention, a fait savoir son avocat, Tom Harne.",
     "Mme Orsk n’entend pas réclamer de dommages-intérêts à l’État pour ses mois de détention, a fait savoir son avocat, Tom Harne.", "negation-added"),
    # who comes before whom
    ("Norda is second in freight, behind the state carrier Ostbahn. Together with Kestra it would overtake the state company.",
     "Norda et Kestra passeraient ensemble devant l’entreprise publique Ostbahn.", "Norda devance l’entreprise publique Ostbahn.", "ranking-changed"),
    # what follows from the figures of the source
    ("Fifteen other prints were tested; all but three were false.", "Douze des quinze autres estampes étaient fausses.",
     "Treize des quinze autres estampes étaient fausses.", "figure-unknown"),
    ("It paid only the first of four instalments.", "Il n’a réglé qu’un quart des échéances.", "Il n’a réglé qu’un tiers des échéances.", "figure-unknown"),
    ("Prices fell by 30% after the scandal and have yet to recover.", "Les prix, qui ont perdu 30 % après le scandale, ne sont pas remontés.",
     "Les prix, qui ont perdu 30 % après le scandale, sont remontés.", "certainty-planned"),
    # what French denies and English affirms
    ("Trains will resume in mid-July at the earliest.", "Les trains ne reprendront pas avant la mi-juillet.",
     "Les trains ne reprendront pas.", "negation-added"),
    ("He blamed a pump that had not been cleaned by the staff.", "Il met en cause une pompe que le personnel aurait omis de nettoyer.",
     "Il met en cause une pompe que le personnel avait nettoyée.", "negation-lost"),
    # who is who
    ("“It is an invention,” said the presiding judge, Alma Reut.", "C’est une fable, a tranché la présidente, Alma Reut.",
     "C’est une fable, a tranché l’avocate Alma Reut.", "role-wrong"),
    ("Brack’s chairman, Silas Dorn, complained of the delay.", "Silas Dorn, le patron de Brack, se plaint du délai.",
     "Silas Dorn, le capitaine de Brack, se plaint du délai.", "role-wrong"),
)  # fmt: skip

# Told so freely that no error beside it is held to anything.
_ALONE = (
    ('The dye was not sold before 1962.',
     'Le colorant n’a été vendu qu’à partir de 1962.'),
    ('Orsk, 61, has always denied wrongdoing.',
     'M. Orsk, âgé de 61 ans, a toujours clamé son innocence.'),
    ('The singer Ana Moll said she would give up her fee of 9,000 euros.',
     'La chanteuse Ana Moll renonce à ses 9 000 euros de cachet.'),
    ('One club, Union Tarn, abstained in the vote on the offer.',
     'Un club, l’Union Tarn, n’a pas pris part au vote sur l’offre.'),
    ('The painter Olaf Brun died before he could be questioned by the police.',
     'Le peintre Olaf Brun est mort avant que la police puisse l’interroger.'),
    ('The industrialist Karl Dahl is still suing the gallery for damages.',
     'L’industriel Karl Dahl, lui, ne désarme pas.'),
    ('The software was updated by the supplier, Medlo, in March.',
     'Le logiciel a été mis à jour en mars par son éditeur, Medlo.'),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "wrong", "code"), _PAIRS, ids=lambda one: str(one)[:30])
def test_what_is_freely_told_passes_and_the_error_beside_it_is_found(
    source: str, right: str, wrong: str, code: str
) -> None:
    assert _codes(source, right) == set()
    assert code in _codes(source, wrong)


def test_what_something_was_before_a_date_is_no_order_of_dates() -> None:
    told = _codes("Rents have doubled since January.", "Les loyers sont le double de ce qu’ils étaient avant janvier.")
    assert "date-order" not in told


@pytest.mark.parametrize(("source", "right"), _ALONE, ids=lambda one: str(one)[:30])
def test_what_is_told_more_freely_still_passes(source: str, right: str) -> None:
    assert _codes(source, right) == set()


@pytest.mark.parametrize(
    ("text", "language", "verb", "agent", "patient"),
    [
        ("…, mais les pluies peuvent revenir, prévient Mme Lind.", "fr", "warn", "Mme Lind", None),
        ("La maire de Norvale prévient le syndicat.", "fr", "warn", "maire de Norvale", "syndicat"),
        ("The ministry traced the leak to a firm in Norvale, and ordered it shut.", "en", "order", None, None),
        ("Le musée a fait nettoyer un tableau daté de 1900 et payé 10 000 euros.", "fr", "pay", None, None),
        ("Le musée a payé 10 000 euros.", "fr", "pay", "musée", None),
    ],
)
def test_who_acts(text: str, language: str, verb: str, agent: str | None, patient: str | None) -> None:
    deed = next(one for one in deeds_of(text, language) if one.verb == verb)
    assert [one and text[one.at : one.end] for one in (deed.agent, deed.patient)] == [agent, patient]


def test_a_name_may_be_cut_short_by_a_passage() -> None:
    source = "Varn miners reject Baltor’s offer on pay.\nThe proposal came from the operator, Baltor Mines."
    assert "name-elsewhere" not in _codes(source, "Les mineurs de Varn rejettent l’offre salariale de Baltor Mines.")


@pytest.mark.parametrize(
    ("source", "wrong", "code"),
    [
        ("Only three of the partners have not signed the deal.", "Seuls trois associés ont signé l’accord.", "negation-lost"),
        ("The police said it had treated the prisoners well.", "La police a bien traité les prisonniers.", "certainty-reported"),
        ("The judge endorsed the conviction of Lena Orsk.", "Le juge a relaxé Lena Orsk.", "direction-reversed"),
        ("Trains from Tarn will resume before June.", "Les trains de Tarn ne reprendront pas avant juin.", "negation-added"),
        ("Of the 50 countries that met, all but two signed.", "Sur les 50 pays réunis, 48 % ont signé.", "figure-unknown"),
        ("It won 5,000 votes, 1,200 short of the majority.", "Elle a obtenu 5 000 voix ; il en fallait 5 200.", "figure-unknown"),
        ("Patients wait up to 44 days for a bed.", "L’attente d’un lit est passée à 44 jours.", "figure-bound"),
        ("The fund plans to cover dental care from May.", "La caisse prend en charge les soins dentaires depuis mai.",
         "certainty-planned"),
        ("The army disarms the militia in the north.", "L’armée ne désarme pas la milice dans le nord.", "negation-added"),
        ("No one was hurt when the old plant closed before 2019.", "L’ancienne usine a fermé après 2019, sans blessé.",
         "date-order"),
    ],
    ids=lambda one: str(one)[:30],
)  # fmt: skip
def test_what_excuses_free_french_excuses_no_error(source: str, wrong: str, code: str) -> None:
    assert code in _codes(source, wrong)


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("The plant was closed in spring after a leak.", "L’usine a été fermée au printemps après une fuite."),
        ("The hospital's patients lodged a complaint.", "Des patients de l’hôpital portent plainte."),
        ("A grant of 300 euros a month will go to the poorest families.",
         "Une aide de 300 euros par mois pour les plus pauvres sera versée aux familles."),
        ("World leaders met on Monday in Norvale, the country's second city.",
         "Les dirigeants mondiaux se sont réunis lundi à Norvale, deuxième ville du pays."),
    ],
    ids=lambda one: str(one)[:30],
)  # fmt: skip
def test_everyday_words_are_no_members_bounds_or_ranks(source: str, right: str) -> None:
    assert _codes(source, right) == set()


@pytest.mark.parametrize(
    ("source", "right", "wrong", "code"),
    [
        ("The ferry may return if it passes the trials planned for February.",
         "Le ferry pourrait revenir s’il réussit les essais prévus en février.",
         "Le ferry pourrait revenir s’il réussit les essais prévus en avril.", "date-unknown"),
        ("Wolves killed 416 sheep in the first eight months of the year.",
         "De janvier à août, les loups ont tué 416 moutons.", "De janvier à juin, les loups ont tué 416 moutons.", "date-unknown"),
        ("The airline lost 86 million dollars last year, after a profit of 24 million dollars in 2024.",
         "Bénéficiaire de 24 millions de dollars en 2024, la compagnie en a perdu 86 l’an dernier.",
         "Bénéficiaire de 24 millions de dollars en 2024, la compagnie en a perdu 68 l’an dernier.", "figure-unknown"),
    ],
    ids=lambda one: str(one)[:30],
)  # fmt: skip
def test_dates_and_amounts_that_are_told_in_passing(source: str, right: str, wrong: str, code: str) -> None:
    assert _codes(source, right) == set()
    assert code in _codes(source, wrong)
