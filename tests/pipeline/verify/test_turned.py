"""What small words turn round is found against the source, and what says the same in other words is not."""

import pytest

from pipeline.verify import compare
from pipeline.verify.assertion.doubted import unsaid_doubts
from pipeline.verify.assertion.polarity import denials_exceeding
from pipeline.verify.assertion.predicates import turned_denials
from pipeline.verify.prepare import Statement, read_statement
from tests.pipeline.verify.drafts import HOUSE, found_on


def _codes(source: str, french: str) -> set[str]:
    """The codes of what is found on a body paragraph that stands alone against a source, form and support aside."""
    return {one.code for one in found_on(source, french) if not one.code.startswith("support")}


_TURNED = (
    # who was for, who is for now
    ("Deputy mayor Ana Lund, who had voted against the plan twice, now backs it.",
     "La maire adjointe Ana Lund avait voté à deux reprises contre le projet ; elle y est désormais favorable.",
     "La maire adjointe Ana Lund avait voté à deux reprises pour le projet ; elle y est désormais hostile.",
     "direction-reversed"),
    ("The minister ruled out legislation, despite pressure from her own party.",
     "La ministre écarte toute loi, malgré les pressions de son propre parti.",
     "La ministre écarte toute loi, cédant aux pressions de son propre parti.", "direction-reversed"),
    ("Of 61 people who spoke, all but nine were against the cameras.",
     "Sur les 61 personnes qui ont pris la parole, toutes sauf neuf étaient contre les caméras.",
     "Sur les 61 personnes qui ont pris la parole, seules neuf étaient contre les caméras.", "direction-reversed"),
    ("A third of sailings went ahead, fewer than the company had claimed.",
     "Un tiers des traversées ont été maintenues, moins que ne l’avait affirmé la compagnie.",
     "Un tiers des traversées ont été maintenues, davantage que ne l’avait affirmé la compagnie.",
     "direction-reversed"),
    ("Former nurses allege that the clinic moved the threshold to keep beds free.",
     "D’anciennes infirmières accusent la clinique d’avoir déplacé le seuil pour garder des lits libres.",
     "D’anciennes infirmières démentent que la clinique ait déplacé le seuil pour garder des lits libres.",
     "direction-reversed"),
    ("Unemployment stands at 9.1 percent in the valley.",
     "Dans la vallée, le chômage est de 9,1 %.",
     "Dans la vallée, l’emploi est de 9,1 %.", "direction-reversed"),
    # what is like another, and what is not
    ("Unlike a search warrant, an administrative subpoena is not signed by a judge.",
     "Contrairement à un mandat de perquisition, une assignation administrative n’est pas signée par un juge.",
     "Comme un mandat de perquisition, une assignation administrative n’est pas signée par un juge.",
     "direction-reversed"),
    ("Like most small breweries, Tern Ales buys its hops abroad.",
     "À l’instar de la plupart des petites brasseries, Tern Ales achète son houblon à l’étranger.",
     "Contrairement à la plupart des petites brasseries, Tern Ales achète son houblon à l’étranger.",
     "direction-reversed"),
    # au-dessous is a bound of its own
    ("The app blocked their account when the score fell below 4.2.",
     "L’application bloquait leur compte au-dessous de 4,2.",
     "L’application bloquait leur compte au-dessus de 4,2.", "figure-bound"),
    # in what standing an office is held
    ("Former justice minister Karl Vinter opposes the ban.",
     "Ancien ministre de la Justice, Karl Vinter s’oppose à l’interdiction.",
     "Ministre de la Justice, Karl Vinter s’oppose à l’interdiction.", "role-wrong"),
    ("The agency's deputy director, Paula Renner, said the rules would come in May.",
     "La directrice adjointe de l’agence, Paula Renner, a annoncé que les règles arriveraient en mai.",
     "La directrice de l’agence, Paula Renner, a annoncé que les règles arriveraient en mai.", "role-wrong"),
    # figures behind words, and figures that change places
    ("Rents in the old town doubled in three years.",
     "Les loyers de la vieille ville ont doublé en trois ans.",
     "Les loyers de la vieille ville ont triplé en trois ans.", "figure-elsewhere"),
    ("The number of members rose to 4,200 from 3,100 a year earlier.",
     "Le nombre de membres est passé de 3 100 à 4 200 en un an.",
     "Le nombre de membres est passé de 4 200 à 3 100 en un an.", "figure-swapped"),
    # a cause that nobody gave
    ("The plant closed in May, and 300 workers lost their jobs.",
     "L’usine a fermé en mai, et 300 ouvriers ont perdu leur emploi.",
     "L’usine a fermé en mai en raison de pressions venues de Russie, et 300 ouvriers ont perdu leur emploi.",
     "cause-unknown"),
    ("She asked for new servers twice and was refused both times on grounds of cost.",
     "Elle a demandé deux fois de nouveaux serveurs et essuyé deux refus, pour raison d’économies.",
     "Elle a demandé deux fois de nouveaux serveurs et essuyé deux refus, pour des motifs de sécurité.",
     "cause-unknown"),
    ("The company is now offering a rise of 4.5% over 18 months to its crews.",
     "La compagnie propose désormais à ses équipages 4,5 % de hausse sur dix-huit mois.",
     "La compagnie propose désormais à ses équipages 4,5 % par an de hausse.", "figure-unit"),
    # what was not done, and what could be
    ("Corran plans to build six sites. At that price it would have built four sites.",
     "Corran prévoit six sites ; à ce prix, quatre auraient été construits.",
     "Corran prévoit six sites ; à ce prix, quatre ont été construits.", "certainty-possible"),
    ("That would make it possible to recognise the same phone for up to twelve months.",
     "Le même téléphone pourrait donc être reconnu pendant douze mois au plus.",
     "Le même téléphone va donc être reconnu pendant douze mois au plus.", "certainty-possible"),
    # two denials are none
    ("Drivers are instructed to refuse boarding until a controller has checked the alert.",
     "Le chauffeur doit refuser la montée jusqu’à ce qu’un contrôleur ait vérifié l’alerte.",
     "Le chauffeur ne doit pas refuser la montée jusqu’à ce qu’un contrôleur ait vérifié l’alerte.", "negation-added"),
    ("Between 2022 and 2024, 94 riders had refused an order during a storm.",
     "Entre 2022 et 2024, 94 livreurs avaient refusé une commande pendant une tempête.",
     "Entre 2022 et 2024, 94 livreurs n’avaient pas refusé une commande pendant une tempête.", "negation-added"),
    # a verb is known by what it acts on
    ("The company denies any bias and had not changed its formula because of the suit.",
     "L’entreprise dément tout biais, assure ne pas avoir retouché sa formule à cause du procès.",
     "L’entreprise dément tout biais, assure avoir retouché sa formule à cause du procès.", "negation-lost"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "_", "code"), _TURNED)
def test_a_faithful_sentence_has_no_such_finding(source: str, right: str, _: str, code: str) -> None:
    assert code not in _codes(source, right)


@pytest.mark.parametrize(("source", "_", "wrong", "code"), _TURNED)
def test_a_turned_sentence_is_found(source: str, _: str, wrong: str, code: str) -> None:
    assert code in _codes(source, wrong)


_STORY = (
    "The trust's chief executive, Lionel Garrow, resigned on Wednesday evening.\n"
    "Siobhan Hale, a surgeon, praised the nurses. The judge, Eleanor Whitcombe, spoke to reporters in Brennock. "
    "“I looked for the person who had decided that this server should be public,” she told them.\n"
    "Two other towns, Port Ellery and Sandholm, have asked to use the software."
)


@pytest.mark.parametrize(
    "french",
    [
        "Lionel Garrow a démissionné mercredi soir.",
        "Eleanor Whitcombe dit avoir cherché qui avait décidé de rendre ce serveur public.",
        "Deux autres villes, Port Ellery et Sandholm, ont demandé à utiliser le logiciel.",
    ],
)
def test_the_one_of_whom_the_source_tells_may_stand(french: str) -> None:
    assert "name-elsewhere" not in _codes(_STORY, french)


@pytest.mark.parametrize(
    "french",
    [
        "Siobhan Hale a démissionné mercredi soir.",
        "Lionel Garrow dit avoir cherché qui avait décidé de rendre ce serveur public.",
        "Deux autres villes, Lionel Garrow et Sandholm, ont demandé à utiliser le logiciel.",
    ],
)
def test_another_in_the_place_of_the_one_named_is_found(french: str) -> None:
    assert "name-elsewhere" in _codes(_STORY, french)


@pytest.mark.parametrize(
    ("source", "french"),
    [
        # "Until", « tant que … ne … pas »
        ("The ministry has ruled out any fine until the inquiry has been completed.",
         "Le ministère exclut toute amende tant que l’enquête ne sera pas achevée."),
        # What is only supposed is denied by nobody.
        ("Patients' data could leak if a contractor does not follow the rules.",
         "Les données des patients pourraient fuiter si un prestataire enfreint les règles."),
        ("Several shops had run out of fresh food by the third day.",
         "Plusieurs magasins n’avaient plus de produits frais dès le troisième jour."),
        ("A backup server should have taken over within minutes. It did not.",
         "Un serveur de secours devait prendre le relais en quelques minutes ; il ne l’a pas fait."),
        ("The company said no data had been lost and that it had found no sign of an attack.",
         "L’entreprise affirme qu’aucune donnée n’a disparu et dit n’avoir relevé aucun signe d’attaque."),
        ("The company rejected accusations that agency crews had been used illegally.",
         "L’entreprise récuse tout recours illégal à des équipages intérimaires."),
    ],
)  # fmt: skip
def test_what_is_said_in_another_way_is_no_turn(source: str, french: str) -> None:
    found = _codes(source, french)
    assert not {one for one in found if one.startswith(("negation", "certainty", "direction"))}


@pytest.mark.parametrize(
    ("source", "french"),
    [
        ("Several hundred results were lost.", "Plusieurs centaines de résultats ont été perdus."),
        ("More than four-fifths of members voted.", "Plus des quatre cinquièmes des membres ont voté."),
        (
            "It was too late to avert a ballot in which more than four-fifths voted to strike.",
            "Il était trop tard pour empêcher un scrutin où plus des quatre cinquièmes ont choisi la grève.",
        ),
        ("It could last at least another 18 months.", "Cela pourrait durer au moins dix-huit mois de plus."),
        ("It was right in about two-thirds of cases.", "Elle avait raison dans les deux tiers des cas environ."),
        ("The tax rises by 1.8%, less than the 3% he sought.", "La taxe monte de 1,8 %, moins que les 3 % voulus."),
    ],
)
def test_figures_are_read_in_either_language(source: str, french: str) -> None:
    found = compare(source, french, source_language="en", house=HOUSE)
    assert not [one for one in found if one.code.startswith("figure")]


def _statement(place: str, text: str) -> Statement:
    return read_statement(place, 0, text, "fr" if place.startswith("body") else "en", None)


def test_a_refusal_that_is_denied_is_found_by_its_word() -> None:
    claim = _statement("body[0]", "Le chauffeur ne doit pas refuser la montée aux passagers.")
    source = _statement("p1", "Drivers are instructed to refuse boarding to passengers.")
    assert [one.code for one in turned_denials(claim, [source])] == ["negation-added"]


def test_a_refusal_that_is_denied_is_found_by_counting() -> None:
    source = _statement("p1", "In February they rejected a bonus for night shifts.")
    claim = _statement("body[0]", "En février, ils n’ont pas écarté une prime de nuit.")
    assert [one.code for one in denials_exceeding(claim, source, refusals=True)] == ["negation-added"]
    assert not list(denials_exceeding(claim, source))


def test_what_would_have_been_is_not_told_as_done() -> None:
    near = [
        _statement("p1", "At 115 euros we would have built four sites."),
        _statement("p2", "It is to build six sites, and it is building four more."),
    ]
    done = _statement("body[0]", "À ce prix, quatre sites ont été construits.")
    assert "certainty-possible" in [one.code for one in unsaid_doubts(done, near)]


def test_a_word_of_a_longer_word_of_the_source_is_no_unknown_name() -> None:
    found = _codes(
        "The ban, which he opposes, may be unconstitutional.",
        "Il combat l’interdiction, peut-être contraire à la Constitution.",
    )
    assert "name-unknown" not in found
