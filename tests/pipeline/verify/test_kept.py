"""What is said with a no in one language and without in the other, and each beside the error that it must not hide."""

# ruff: noqa: E501 - a sentence stands beside its source, each on its line.

import pytest

from pipeline.verify.assertion.kept import is_kept, is_only_not_before, is_said_without_no
from pipeline.verify.doomed import doomed_in
from tests.pipeline.verify.test_freely_told import _codes

# source | what free French says | what is wrong | the code that tells it
_PAIRS = (
    # who ends nothing keeps it
    ("The mayor of Orsk refuses to cancel the ferry contract.", "La maire d’Orsk maintient le contrat des ferries.",
     "La maire d’Orsk annule le contrat des ferries.", "negation-lost"),
    ("The baker Lena Orsk said she would go on buying local flour.", "La boulangère Lena Orsk continue d’acheter de la farine locale.",
     "La boulangère Lena Orsk a acheté de la farine locale.", "certainty-planned"),
    # who has not decided
    ("Varn wants the tax cut, and Tolby has not made up its mind about it.", "Varn réclame une baisse de la taxe, tandis que Tolby réserve sa décision.",
     "Varn réclame une baisse de la taxe, tandis que Tolby a pris sa décision.", "negation-lost"),
    # a day put off
    ("The opening of the Orsk tunnel has been pushed back from May 2026 to no earlier than June 2028.", "Le tunnel d’Orsk n’ouvrira pas avant juin 2028.",
     "Le tunnel d’Orsk n’ouvrira pas avant juin 2027.", "date-unknown"),
    # what stands between the halves of a denial, and among whom nobody did
    ('"Nobody on this council wanted to close the pool," said Ruth Varn.', "Personne, au conseil, ne souhaitait fermer la piscine, selon Ruth Varn.",
     "Le conseil souhaitait fermer la piscine, selon Ruth Varn.", "negation-lost"),
    # why nothing is done
    ("The manager ordered that nothing be done for fear of upsetting the guests.", "Le gérant a voulu que rien ne soit fait, de peur de contrarier les clients.",
     "Le gérant a contrarié les clients.", "certainty-possible"),
    # an error owned up to before the word
    ('The Seal Office said its audits in 2021 and 2022 had found nothing suspect. "We read the files, not the labels. That was a mistake," said its head, Ruth Varn.',
     "Le Seal Office n’avait rien trouvé de suspect lors de ses audits de 2021 et de 2022 : une erreur, concède sa directrice, Ruth Varn.",
     "Le Seal Office avait trouvé des éléments suspects lors de ses audits de 2021 et de 2022, concède sa directrice, Ruth Varn.", "negation-lost"),
    # an estimate
    ("The bridge at Orsk is now expected to cost 40 million euros.", "Le coût du pont d’Orsk est désormais évalué à 40 millions d’euros.",
     "Le pont d’Orsk a coûté 40 millions d’euros.", "certainty-planned"),
    # a right
    ("Judge Ruth Varn ruled that tenants who had suffered only noise could join the claim.", "La juge Ruth Varn a estimé que le bruit suffisait pour se joindre à l’action.",
     "La juge Ruth Varn a estimé que les locataires gênés par le bruit s’étaient joints à l’action.", "certainty-possible"),
    # a dateline
    ("ORSK, Norway, Oct 7 - Transport Minister Ruth Varn opened the tunnel on Tuesday.", "La ministre des transports norvégienne, Ruth Varn, a inauguré mardi le tunnel.",
     "La ministre des finances norvégienne, Ruth Varn, a inauguré mardi le tunnel.", "role-wrong"),
    # a body that reports
    ("Inspectors found lead in pipes at two schools, the Water Agency said last Friday.", "Du plomb a été décelé dans les canalisations de deux écoles.",
     "Du plomb a été décelé dans les canalisations de trois écoles.", "figure-unknown"),
    # what is doomed
    ("Two of the five ferry lines at Orsk will close in May.", "Les deux lignes de ferry condamnées d’Orsk fermeront en mai.",
     "La directrice des lignes de ferry d’Orsk a été condamnée en mai.", "event-unknown"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "free", "wrong", "code"), _PAIRS, ids=[one[1][:40] for one in _PAIRS])
def test_free_french_passes_and_the_error_beside_it_is_found(source: str, free: str, wrong: str, code: str) -> None:
    assert _codes(source, free) == set()
    assert code in _codes(source, wrong)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("refused in council on Monday to withdraw the bill", "maintient son texte"),
        ("will not resign", "reste à son poste"),
        ("has no intention of stepping down", "s’accroche à son fauteuil"),
        ("never dropped its claim", "a poursuivi sa démarche"),
        ("has yet to decide", "hésite encore"),
        ("has not taken a position", "réserve son avis"),
        ("refused to take sides", "reste dans l’expectative"),
        ("no final decision has been taken", "continue de réfléchir"),
    ],
)
def test_what_ends_nothing_or_decides_nothing_is_said_without_a_no(english: str, french: str) -> None:
    assert is_said_without_no(english, 0, french)


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("refused to cancel the deal", "a résilié le contrat"),
        ("refused to sign the deal", "maintient sa signature"),
        ("has not paid", "continue de payer"),
        ("has not decided", "a tranché"),
    ],
)
def test_other_denials_stay(english: str, french: str) -> None:
    assert not is_said_without_no(english, 0, french)


def test_only_an_ending_is_kept_from() -> None:
    assert is_kept("refuses to scrap it", 0, "le conserve")
    assert not is_kept("refuses to build it", 0, "le conserve")


@pytest.mark.parametrize("english", ["no earlier than May", "will not open before May", "is delayed to May", "May at the earliest"])  # fmt: skip
def test_a_day_put_off_is_no_denial(english: str) -> None:
    assert is_only_not_before("n’ouvrira pas avant mai", 0, english)
    assert not is_only_not_before("n’ouvrira pas", 0, english)
    assert not is_only_not_before("n’ouvrira pas avant mai", 0, "will open in May")


@pytest.mark.parametrize(
    "french",
    [
        "les sept lignes de bus de nuit condamnées",
        "deux portes condamnées depuis l’incendie",
        "un immeuble condamné",
        "le projet est désormais condamné",
        "ils ont condamné les fenêtres du rez-de-chaussée",
        "le village est condamné à disparaître",
        "une réforme condamnée d’avance",
        "des espèces condamnées à brève échéance",
    ],
)
def test_what_is_doomed_is_not_judged(french: str) -> None:
    assert len(doomed_in(french)) == 1


@pytest.mark.parametrize(
    "french",
    [
        "la directrice des lignes a été condamnée",
        "le patron de la gare condamné à deux ans de prison",
        "l’avion de l’homme condamné lundi",
        "elle a été condamnée à une amende",
        "il est condamné à verser mille euros",
        "la compagnie condamnée fera appel",
        "le ministre condamne le projet",
    ],
)
def test_who_is_judged_is_not_doomed(french: str) -> None:
    assert doomed_in(french) == ()
