"""Right French that was called wrong because a rule looked at one clause alone, and beside it what must still be found."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.verify.clauses import is_supposed, is_verbless
from pipeline.verify.offices.roles import compare_offices
from pipeline.verify.offices.standing import compare_standing
from pipeline.verify.prepare import read_statement
from tests.pipeline.verify.drafts import found_on

# source | right French | spoilt French | the code that the spoilt one has and the right one has not
_CASES = (
    # a record told by what never was
    ("The rise is the largest since the firm took over the canal in 1998.",
     "Jamais la hausse n’avait été aussi forte depuis que l’entreprise a repris le canal, en 1998.",
     "La hausse n’est jamais intervenue depuis que l’entreprise a repris le canal, en 1998.", "negation-added"),
    # "unless" is « si … ne … pas »
    ("The member of parliament, Ana Lund, has urged ministers to refuse the plan unless the night ferry is kept.",
     "La députée Ana Lund presse le gouvernement de refuser le projet si le ferry de nuit n’est pas maintenu.",
     "La députée Ana Lund ne presse pas le gouvernement de refuser le projet si le ferry de nuit n’est pas maintenu.", "negation-added"),
    # what the one restricts the other excepts
    ("Under the plan the harbour office would stay open, but not at weekends.",
     "Selon ce projet, le bureau du port ne fermerait que le week-end.",
     "Selon ce projet, le bureau du port fermerait.", "direction-reversed"),
    # one word of the claim is no opposite of a word that another one renders
    ("The state Utilities Board voted 3-2 on Wednesday to approve most of the increase requested by Harrow Water, the private company that serves the city and four neighboring towns.",
     "Par trois voix contre deux, la commission des services publics de l’État a accordé mercredi à la société privée Harrow Water l’essentiel du relèvement qu’elle sollicitait.",
     "Par trois voix contre deux, la commission de l’État a accordé mercredi à la société publique Harrow Water l’essentiel du relèvement qu’elle sollicitait.", "direction-reversed"),
    # a doubt reaches across an aside
    ("Dr Owen Hask told a meeting that a nurse-led clinic could be kept in Norvale for the rest.",
     "Owen Hask juge possible de garder à Norvale, pour les autres, une consultation confiée à des infirmières.",
     "Owen Hask dit qu’à Norvale, pour les autres, une consultation est confiée à des infirmières.", "certainty-possible"),
    # who is meant by a pronoun is named beside another
    ("Dr Samir Hadrad, a consultant surgeon at St Edwin’s, was more cautious. He told a public meeting in Brackcliffe last month that he supported concentrating the most complex births at Hallmoor, but that a midwife-led unit could be kept in Brackcliffe for the rest. Officials say that they will study that option.\nUnions and some doctors are unconvinced. Noreen Fitzroy, regional officer of the Union of Midwives, said that the staffing gaps had been caused by a freeze on recruitment.\nThe local MP, Judith Penn, has urged ministers to refuse the plan.",
     "Plus mesuré que Noreen Fitzroy, l’obstétricien Samir Hadrad approuve le regroupement à Hallmoor des accouchements les plus complexes, mais juge possible de garder à Brackcliffe, pour les autres, une unité confiée à des sages-femmes.",
     "Plus mesurée que Judith Penn, Noreen Fitzroy approuve le regroupement à Hallmoor des accouchements les plus complexes, mais juge possible de garder à Brackcliffe, pour les autres, une unité confiée à des sages-femmes.", "name-elsewhere"),
    # the author of the figures is named in the next sentence
    ("Cancellations on the island lines have doubled, from 3 per cent to 6, according to figures from the Transport Commission. The commission said the main cause was a shortage of boats.",
     "Les annulations sur les lignes des îles ont doublé, passant de 3 % à 6 %. La commission des transports y voit l’effet d’un manque de bateaux.",
     "Les annulations sur les lignes des îles ont doublé, passant de 3 % à 6 %.", "certainty-reported"),
    ("Nobody was hurt, but 14 of the 60 cottages were destroyed, according to the fire service, which said it was called too late.",
     "Quatorze des soixante maisons ont été détruites, sans faire de blessé. Les pompiers disent avoir été appelés trop tard.",
     "Quatorze des soixante maisons ont été détruites, sans faire de blessé. La route est fermée.", "certainty-reported"),
    # a record, and a condition, deny in their own way
    ("The museum has never had so many visitors: 412,000 came last year, up from 390,000.",
     "Le musée n’avait jamais accueilli autant de monde : 412 000 visiteurs l’an dernier, contre 390 000 un an plus tôt.",
     "Le musée a accueilli du monde : 412 000 visiteurs l’an dernier, contre 390 000 un an plus tôt.", "negation-lost"),
    ("The leader, Priya Nand, said on Monday that the library would lose its evening hours from April, unless the county paid for them.",
     "La bibliothèque perdra ses soirées dès avril si le comté ne les finance pas, a prévenu lundi Priya Nand.",
     "La bibliothèque ne perdra pas ses soirées en avril et le comté ne les finance pas, a prévenu lundi Priya Nand.", "negation-added"),
    # a short sentence adds a figure to the one before
    ("Colin Vane denied on Tuesday that he had steered road contracts worth £4.6m to a paving company in return for holidays.\nThe floods of 2018 closed the harbour for weeks and cost the shops of the quay £2.1m.",
     "Colin Vane a nié mardi avoir favorisé une entreprise de revêtement routier en échange de vacances. Les marchés en cause s’élèvent à 4,6 millions de livres.",
     "Les marchés en cause s’élèvent à 4,6 millions de livres.", "figure-elsewhere"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "right", "spoilt", "code"), _CASES)
def test_what_another_clause_or_sentence_says_is_heard(source: str, right: str, spoilt: str, code: str) -> None:
    assert code not in {one.code for one in found_on(source, right)}
    assert code in {one.code for one in found_on(source, spoilt)}


def test_a_plan_tells_its_provisions_in_the_present() -> None:
    source = "Under the proposal, Tarn hospital would keep surgery and births, while St Brannoc’s would become a centre for planned operations."
    plan = "Le projet, que le ministère doit encore approuver, conserve à Tarn la chirurgie et les naissances."
    fact = "Tarn conserve la chirurgie et les naissances."
    assert "certainty-planned" not in {one.code for one in found_on(source, plan)}
    assert "certainty-planned" in {one.code for one in found_on(source, fact)}


def test_leading_an_inquiry_is_no_office_of_the_past() -> None:
    claim = read_statement("body[0]", 0, "Le sergent Owen Hask, qui dirigeait l’enquête, a dit non.", "fr")
    for led in ("it", "the inquiry"):
        source = [read_statement("p1", 0, f"Detective Sergeant Owen Hask, who led {led}, said no.", "en")]
        assert list(compare_standing(claim, source)) == []
    source = [read_statement("p1", 0, "Sergeant Owen Hask, who led the police until May, said no.", "en")]
    assert [one.code for one in compare_standing(claim, source)] == ["role-wrong"]


def test_a_parent_company_is_nobodys_mother() -> None:
    source = [read_statement("p1", 0, "The parent company, Tarn Holdings, said no.", "en")]
    claim = read_statement("body[0]", 0, "La directrice de sa maison mère, Tarn Holdings, a dit non.", "fr")
    assert list(compare_offices(claim, source)) == []


def test_a_correction_denies_nothing_that_is_left_out() -> None:
    text = "A quay that floods isn’t old, it’s badly kept."
    assert is_supposed(text, text.index("n’t"))
    text = "She did not resign, but she apologised."
    assert not is_supposed(text, text.index("not"))


def test_a_clause_without_a_verb_hangs_on_another() -> None:
    assert is_verbless("une unité confiée à des sages-femmes.")
    assert is_verbless("et de garder la maternité")
    assert not is_verbless("conserve à Tarn la chirurgie")
