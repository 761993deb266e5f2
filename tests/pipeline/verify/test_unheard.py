"""Events that the source never tells of are found beside names that it holds; those it tells in any word are not."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify.deeds.event_words import EVENTS, KINDRED
from pipeline.verify.deeds.unheard import events_of_others, events_told, events_unheard
from pipeline.verify.prepare import prepare, read_statement
from schemas.article import Article, Paragraph
from schemas.finding import Finding

_SOURCE = (
    "The Norvale tram company says its new ticket machines will be ready in May. "
    "Ray Tull, its chief executive, told the council that the contract with Ostrel Labs is worth 4 million euros. "
    "Councillor Ana Lund doubts it. The inspector, Dana Holt, is reading the file and will answer in the spring."
)
_FRENCH_SOURCE = (
    "La société des tramways de Norvale promet ses nouveaux distributeurs pour mai. Son directeur, Ray Tull, a détaillé "
    "le contrat passé avec Ostrel Labs. L’élue Ana Lund en doute. L’inspectrice Dana Holt lit le dossier."
)
_INVENTED = [
    "Ray Tull, directeur général de la compagnie, a été arrêté.",
    "Ray Tull est mort dimanche.",
    "Dana Holt a été licenciée.",
    "Ana Lund a démissionné.",
    "Ana Lund a quitté ses fonctions.",
    "L’inspectrice Dana Holt a été suspendue.",
    "Ostrel Labs a vendu ces données à la police.",
    "Ostrel Labs a retiré ses machines.",
    "Ostrel Labs a fait faillite.",
    "Ostrel Labs a été piraté.",
    "Ray Tull s’est fait licencier.",
    "Ray Tull s’est excusé.",
    "Ray Tull a été mis en examen.",
    "Le conseil a saisi la justice.",
    "Les conducteurs se sont mis en grève.",
    "Un tramway a déraillé à Norvale.",
    "Un ouragan a frappé le dépôt.",
    "Les distributeurs ont été dévastés.",
    "La démission de Ray Tull a surpris la ville.",
    "Ana Lund a été hospitalisée après une agression.",
    "Le bâtiment de la compagnie a été évacué.",
    "Ana Lund a divorcé.",
    "La police a saisi des ordinateurs chez Ostrel Labs.",
    "Ana Lund a reçu des menaces de mort.",
    "L’inspectrice Dana Holt s’est récusée.",
    "Ray Tull est passé devant le tribunal.",
    "Ana Lund a été déboutée.",
    "Ray Tull est tombé gravement malade.",
    "Ana Lund a perdu son fils.",
    "Dana Holt a été mutée.",
    "Ray Tull a été remplacé par son adjoint.",
    "Ana Lund a rejoint l’opposition.",
    "Ana Lund a fondé une école.",
    "Ana Lund a perdu son siège.",
    "Ray Tull s’est exilé au Pérou.",
    "Ostrel Labs a été mis en liquidation.",
    "Ostrel Labs s’est introduit en bourse.",
    "Ostrel Labs a perdu son agrément.",
    "La compagnie a rompu les négociations.",
    "La compagnie a changé de nom.",
    "Le conseil a classé l’affaire.",
    "Au terme de son procès, Ray Tull a quitté l’entreprise.",
]
_TOLD = [
    ("Tull stepped down in March.", "Ray Tull a démissionné en mars."),
    ("Tull quit on Monday.", "Ray Tull a remis sa démission lundi."),
    ("Tull left the company in March.", "Ray Tull a quitté son poste en mars."),
    ("The driver was shot dead.", "Le conducteur a été tué."),
    ("The firm went under in June.", "L’entreprise a fait faillite en juin."),
    ("Two guards were let go.", "Deux gardiens ont été licenciés."),
    ("Lund was put on leave.", "Ana Lund a été suspendue."),
    ("He lost his life at sea.", "Il est mort en mer."),
    ("Lund took the city to court.", "Ana Lund a saisi la justice."),
    ("Lund dropped her lawsuit.", "Ana Lund a retiré sa plainte."),
    ("He is being held by police.", "Un homme a été arrêté."),
    ("The drug was taken off the market.", "Le médicament a été retiré de la vente."),
    ("Staff walked out for a day.", "Le personnel s’est mis en grève une journée."),
    ("Officers searched his flat.", "Son appartement a été perquisitionné."),
    ("The vote was put off until May.", "Le vote a été reporté à mai."),
    ("She said she was sorry.", "Elle a présenté ses excuses."),
    ("Thieves broke into the vault and stole a painting.", "Un tableau a été dérobé."),
    ("The two banks will combine.", "Les deux banques vont fusionner."),
    ("The judge stood down from the case.", "Le juge s’est récusé."),
    ("She was taken before a magistrate.", "Ana Lund est passée devant le tribunal."),
    ("Her claim was thrown out.", "Ana Lund a été déboutée."),
    ("He is being treated for leukaemia.", "Ray Tull souffre d’un cancer."),
    ("He went under the knife.", "Ray Tull a été opéré."),
    ("Her son drowned in 2019.", "Ana Lund a perdu son fils en 2019."),
    ("He was made head of sales.", "Ray Tull a été promu."),
    ("He no longer works there.", "Il a quitté l’entreprise."),
    ("He was dismissed in May.", "Il a perdu son emploi en mai."),
    ("Pilots backed the strike.", "Les pilotes ont rejoint le mouvement."),
    ("Voters threw her out.", "Ana Lund a perdu son siège."),
    ("Her party turned its back on her.", "Ana Lund a été désavouée."),
    ("The firm went public in May.", "L’entreprise s’est introduite en bourse."),
    ("The town took the line back into its own hands.", "La ligne a été nationalisée."),
    ("The firm walked away from the deal.", "L’entreprise a rompu le contrat."),
    ("It now trades as Vestrel.", "Elle a changé de nom."),
    ("The owners got 4 million.", "L’entreprise a versé un dividende."),
    ("The maker called in 400 cars.", "Le constructeur a rappelé 400 voitures."),
    ("He had a change of heart.", "Il a changé d’avis."),
    ("He has been refusing food.", "Il a entamé une grève de la faim."),
]
_IN_A_MANNER_OF_SPEAKING = [
    "Ostrel Labs a ouvert une enquête auprès de ses clients.",
    "La compagnie perd du temps et de l’argent.",
    "Ana Lund tire les leçons de l’affaire.",
    "Le projet est arrêté depuis longtemps.",
    "Le directeur se félicite d’avoir fermé la parenthèse.",
    "Le texte est resté lettre morte.",
    "Ray Tull fait appel à la patience des voyageurs.",
    "Les élus ont tué dans l’œuf le débat.",
    "La compagnie vole au secours de son fournisseur.",
    "La confiance dans le système s’est effondrée.",
    "La rame à grande vitesse achète du temps.",
    "Le conseil a saisi l’occasion.",
    "Les machines seront mises à la vente des billets.",
    "Ana Lund interpelle la direction.",
    "Dana Holt a parlé de « démission ».",
    "Suzanne Vente dirige la gare.",
]


@pytest.mark.parametrize("french", _INVENTED)
def test_an_event_that_no_word_of_the_source_tells_is_found(french: str) -> None:
    (found,) = _unheard(_SOURCE, french)
    assert (found.code, found.severity) == ("event-unknown", "warning")
    assert french[found.start : found.end] == found.excerpt


@pytest.mark.parametrize(("english", "french"), _TOLD)
def test_an_event_told_in_other_words_is_not(english: str, french: str) -> None:
    assert not _unheard(f"{_SOURCE} {english}", french)
    assert _unheard(_SOURCE, french)


@pytest.mark.parametrize("french", _IN_A_MANNER_OF_SPEAKING)
def test_other_senses_of_its_words_are_not(french: str) -> None:
    assert not _unheard(_SOURCE, french)


def test_a_french_source_is_read_by_its_own_words() -> None:
    assert _unheard(_FRENCH_SOURCE, "Ray Tull a démissionné.", "fr")
    assert not _unheard(f"{_FRENCH_SOURCE} Ray Tull a été limogé.", "Ray Tull a démissionné.", "fr")
    assert not _unheard(f"{_FRENCH_SOURCE} Un voyageur est décédé.", "Un voyageur a trouvé la mort.", "fr")


def test_a_source_whose_words_are_not_held_tells_nothing() -> None:
    assert not _unheard(_SOURCE, "Ray Tull a démissionné.", "de")


def test_someone_suspended_is_not_something_suspended() -> None:
    (told,) = events_told("L’inspectrice Dana Holt a été suspendue.")
    assert told.event.name == "suspended"
    (told,) = events_told("Le service a été suspendu.")
    assert told.event.name == "suspend"


def test_every_event_is_of_its_own_kind() -> None:
    assert all(name in KINDRED[name] for name in EVENTS)
    assert {one for each in KINDRED.values() for one in each} <= set(EVENTS)


_OTHERS = (
    "The Norvale tram company says its new ticket machines will be ready in May, and Ray Tull leads it.",
    "Councillor Ana Lund doubts it. She has lived in the town for years. Dana Holt reads the file.",
    "A driver named Oskar Vey was arrested in 2019, and resigned later. His brother sold two cars.",
)


@pytest.mark.parametrize(
    "french",
    [
        "Ray Tull a été arrêté.",
        "Ana Lund a démissionné.",
        "Ana Lund a quitté ses fonctions.",
        "La compagnie de Norvale a vendu deux voitures.",
        "Dana Holt a été interpellée.",
        "La démission de Ray Tull est acquise.",
        "L’arrestation d’Ana Lund surprend la ville.",
    ],
)
def test_an_event_that_is_told_of_another_is_found(french: str) -> None:
    assert not _unheard(" ".join(_OTHERS), french)
    assert [one.code for one in _of_others(french)] == ["event-elsewhere"]


@pytest.mark.parametrize(
    "french",
    [
        "Oskar Vey a été arrêté.",
        "Le frère d’Oskar Vey a vendu deux voitures.",
        "Un conducteur a été arrêté en 2019.",
        "Oskar Vey a donné sa démission.",
        "Ray Tull rappelle l’arrestation de 2019.",
        "L’arrestation d’Oskar Vey surprend la ville.",
        "Le Brésil a arrêté un conducteur.",
        "Ana Lund, qui vit en ville depuis des années, doute des nouvelles machines, et un conducteur a démissionné.",
    ],
)
def test_an_event_told_of_the_same_one_is_not(french: str) -> None:
    assert not _of_others(french)


def _of_others(french: str) -> list[Finding]:
    told = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(_OTHERS, 1))
    article = Article(url="https://a.example", title="", language="en", paragraphs=told)
    return list(events_of_others(read_statement("body[0]", 0, french, "fr"), (), prepare(with_sentences(article))))


def _unheard(source: str, french: str, language: str = "en") -> list[Finding]:
    article = Article(
        url="https://a.example", title="", language=language, paragraphs=(Paragraph(id="p1", text=source),)
    )
    claim = read_statement("body[0]", 0, french, "fr")
    return list(events_unheard(claim, prepare(with_sentences(article))))
