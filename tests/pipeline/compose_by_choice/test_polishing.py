import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose_by_choice.polishing import polished, slips


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        ("Les avocats de la union le nient", "Les avocats de l'union le nient."),
        ("un paiement de 1, 6 millions de dollars.", "Un paiement de 1,6 million de dollars."),
        ("Il coûte 14.2 millions de livres.", "Il coûte 14,2 millions de livres."),
        ("Le vote aura lieu le 1 septembre.", "Le vote aura lieu le 1er septembre."),
        ("Le vote aura lieu le 21 septembre.", "Le vote aura lieu le 21 septembre."),
        ("Le plan tient si il survit.", "Le plan tient s'il survit."),
        ("La décision de le conseil tient.", "La décision du conseil tient."),
        ("Il a choisi de le faire.", "Il a choisi de le faire."),
        ("Il pense à les vendre.", "Il pense à les vendre."),
        ("Il parle à les habitants.", "Il parle aux habitants."),
        ("Le coût de Amazon reste inconnu.", "Le coût d'Amazon reste inconnu."),
        ("On attend que Orbis réponde.", "On attend qu'Orbis réponde."),
        ("Le onze mai et le oui tiennent.", "Le onze mai et le oui tiennent."),
        ("Il a jusqu'à août 7 pour répondre.", "Il a jusqu'au 7 août pour répondre."),
        ("Elle a démissionné juin 3, 2025 à Marlow.", "Elle a démissionné le 3 juin 2025 à Marlow."),
        ("En mars 7 millions de titres ont été vendus.", "En mars 7 millions de titres ont été vendus."),
        ("Selon Mr Pryce, Mrs. Okoro l'a dit.", "Selon M. Pryce, Mme Okoro l'a dit."),
        ("Un chiffre qui elle avait confirmé en écrit.", "Un chiffre qu'elle avait confirmé par écrit."),
        ("Il peut ordonner le port de les effacer.", "Il peut ordonner au port de les effacer."),
        ("Il risque une amende de jusqu'à 850 000 livres.", "Il risque une amende pouvant atteindre 850 000 livres."),
        ("Passagers sur le ferry, ils ne savaient rien.", "Des passagers sur le ferry, ils ne savaient rien."),
        ("Sa histoire et le rythme dément d'hier restent.", "Sa histoire et le rythme dément d'hier restent."),
        ("Le port dément de cacher la fuite.", "Le port nie cacher la fuite."),
        (
            "Il dément les règles de hygiène, la hausse et le hôpital.",
            "Il dément les règles d'hygiène, la hausse et l'hôpital.",
        ),
        ("Il n'est pas connecté à rien.", "Il n'est connecté à rien."),
        ("Il n'est pas sûr que rien ne change.", "Il n'est pas sûr que rien ne change."),
        ("Selon la loi Étate, il faut un ID deÉtat.", "Selon la loi de l'État, il faut un ID de l'État."),
        ("Le ministère État le savait, l'État aussi.", "Le ministère de l'État le savait, l'État aussi."),
        ("Il a rien dit des usines.", "Il n'a rien dit des usines."),
        ("Elle en a rien dit, et il n'a rien vu.", "Elle n'en a rien dit, et il n'a rien vu."),
        ("La décision n'a pas été prise par personne.", "La décision n'a été prise par personne."),
        ("Il n'a pas voulu nommer cette personne.", "Il n'a pas voulu nommer cette personne."),
        ('"RouteKeep existe."', "RouteKeep existe."),
        ("En 2024,318 livreurs, et 14, 2 en plus.", "En 2024, 318 livreurs, et 14,2 en plus."),
        (
            "Un prêt de 400 000 $, $18 par élève et 2 millions $.",
            "Un prêt de 400 000 dollars, 18 dollars par élève et 2 millions de dollars.",
        ),
        ("Il gère autant que 50 000 dossiers.", "Il gère jusqu'à 50 000 dossiers."),
        ("Des dossiers plus anciens de 30 jours.", "Des dossiers de plus de 30 jours."),
        ("Le contrat s'élève à jusqu'à 2 millions d'euros.", "Le contrat peut atteindre 2 millions d'euros."),
    ],
)
def test_rules_put_plain_faults_right_and_leave_the_rest(raw: str, right: str) -> None:
    assert polished(raw) == right


@given(st.text(alphabet="abeélio de la que si il 1,.\"« »'", max_size=60))
def test_polishing_twice_changes_nothing_more_at_its_ends(text: str) -> None:
    once = polished(text)
    assert once == "" or (once[-1] in ".!?…" and not once[0].isspace())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tous les livreur de la ville.", 1),
        ("Les livreurs de la ville, les nouveaux prix et les huit gares.", 0),
        ("Le conseil a n'a pas accompli l'étude.", 1),
        ("Une règle qui suit les gens,", 1),
        ("Velstra a redit la même chose.", 0),
        ("Velstra Systems annonce annonce la fin.", 1),
        ("Elles auraient éventuellement réglé le programme.", 1),
        ("La société dément et une juridique n'a pas encore décidé.", 1),
        ("Le régulateur a déclaré qu'il n'avait fini son enquête.", 1),
        ("Il n'a fini que son enquête, ne peut rien en dire et n'ose conclure.", 0),
        ("Un contrat dans lequel personne n'était responsable de regarder, et aucun des deux n'a signé.", 0),
        ("Personne ne savait. Le régulateur n'avait fini son enquête.", 1),
        ("Chaque de ses écoles vote.", 1),
        ("Un mandat exige un juge qui trouve que quelque chose est", 1),
        ("Il sait qui il est, où elles sont, et ce qui se passe à l'est.", 0),
        ("Ils savent où elles sont.", 0),
        ("On a onze des conseillers qui sont pour.", 1),
        ("Les dossiers environ 640 patients étaient ouverts.", 1),
        ("Le serveur était ouvert les onze semaines dernière.", 1),
        ("L'an dernier, les dernières années et la semaine prochaine.", 0),
        ("La première veut un audit, une autre a été retirée, une élue est absente.", 0),
    ],
)
def test_slips_count_what_a_reader_would_see_at_once(text: str, count: int) -> None:
    assert slips(text) == count


@pytest.mark.parametrize(
    ("text", "put_right"),
    [
        ("Le projet a devenu un programme.", "Le projet est devenu un programme."),
        ("Les dossiers ont été restés ouverts.", "Les dossiers sont restés ouverts."),
        ("Elle aurait venue à la séance.", "Elle serait venue à la séance."),
        ("La régie a revendu le pont.", "La régie a revendu le pont."),
        (
            "L'entreprise démente et un juge n'a pas encore décider.",
            "L'entreprise dément et un juge n'a pas encore décidé.",
        ),
        (
            "Une audit trouve que deux sœurs accusent que la clinique ment.",
            "Un audit trouve que deux sœurs affirment que la clinique ment.",
        ),
        ("Il a loyer et foyer, et faut-il qu'elle démente ?", "Il a loyer et foyer, et faut-il qu'elle démente ?"),
        ("Le crime a baisse, mais personne n'a pas cherché.", "Le crime a baissé, mais personne n'a cherché."),
        ("Elle a charge d'élèves et a presque fini.", "Elle a charge d'élèves et a presque fini."),
    ],
)
def test_verbs_take_the_auxiliary_and_the_form_that_they_need(text: str, put_right: str) -> None:
    assert polished(text) == put_right
