"""Names, offices and who does what, in French that merges, inverts and says less: what passes, and what is still found."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.sentences import with_sentences
from pipeline.verify import verify
from schemas.article import Article, Paragraph
from schemas.draft import BodyParagraph
from tests.pipeline.verify.drafts import DRAFT, HOUSE

_NAMES = {"name-elsewhere", "roles-swapped", "role-wrong"}


def _codes(source: str, french: str) -> set[str]:
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(source.split("\n"), 1))
    article = Article(url="u", title="", published="2026-03-18", language="en", paragraphs=paragraphs)
    draft = DRAFT.model_copy(update={"body": (BodyParagraph(id="b1", text=french),), "quotes": ()})
    findings = verify(draft, with_sentences(article), house=HOUSE).findings
    return {one.code for one in findings if one.part == "body[0]"}


_BOARD = """
The Hallam health board will shut the clinic in Oxley because it cannot find enough nurses, its chief executive announced on Monday.
"We had no choice," said the chief executive, Ruth Calder. Its medical director, Dr Sam Pryce, said in a letter that the clinic had been short of staff since June.
The nurses' union alleges that the board turned away nine applicants. "Nobody called them back," said its secretary, Joan Tully.
A patient, Nora Finch, wrote to the board's lawyers, Hart & Moss, in May and received no reply. The letter had been lost, said the firm's senior partner, Piers Moss.
"They want our building, not our work," said the union's president, Dan Oakley, who says that he has seen an internal report. The board declined to comment on it.
The agriculture councillor, Luc Zanelli, said that the board would appeal. Its lead author, Anil Kuramat, said that the study had found nothing.
A village councillor, Hanna Smidt, proposed a loan from the provincial bank. The finance alderman, Kees de Boer, rejected the idea, arguing that the village already owed the bank 5 million euros.
The provincial governor, Iris van Loon, said that she regretted the sale. The ruling was written by Judge Carmen Alduna.
The health minister, Paul Dreyfus, defended the closure but denied having ordered it.
""".strip()


@pytest.mark.parametrize(
    "french",
    [
        "Faute d’infirmières, le conseil de santé de Hallam va fermer la clinique d’Oxley, a annoncé lundi sa directrice générale, Ruth Calder.",
        "Le syndicat des infirmières soutient, par la voix de Joan Tully, que neuf candidats ont été éconduits.",
        "Une patiente, Nora Finch, avait écrit en mai aux avocats du conseil sans obtenir de réponse : la lettre s’était perdue, explique l’associé principal du cabinet, Piers Moss.",
        "Le syndicat reproche au conseil d’avoir écarté neuf candidats ; son président, Dan Oakley, se réclame d’un rapport interne, que le conseil ne commente pas.",
        "Le conseil fera appel, a indiqué son responsable de l’agriculture, Luc Zanelli.",
        "L’étude n’a rien trouvé, précise son auteur principal, Anil Kuramat.",
        "L’élue Hanna Smidt avait suggéré d’emprunter à la banque provinciale, mais l’adjoint aux finances, Kees de Boer, s’y est opposé au motif que le village lui devait déjà 5 millions.",
        "La gouverneure de la province, Iris van Loon, dit regretter la vente.",
        "La rédactrice de l’arrêt, Carmen Alduna, est juge.",
        "S’il défend la fermeture, le ministre, Paul Dreyfus, nie l’avoir ordonnée.",
    ],
)  # fmt: skip
def test_what_is_told_freely_passes(french: str) -> None:
    assert _codes(_BOARD, french) & _NAMES == set()


@pytest.mark.parametrize(
    "french",
    [
        "Faute d’infirmières, le conseil de santé de Hallam va fermer la clinique d’Oxley, a annoncé lundi sa directrice générale, Joan Tully.",
        "La gouverneure de la province, Carmen Alduna, dit regretter la vente.",
        "L’étude n’a rien trouvé, précise son auteur principal, le médecin Iris van Loon.",
        "Le conseil fera appel, a indiqué la ministre de la santé, Luc Zanelli.",
        "L’adjoint aux finances, Iris van Loon, s’y est opposé au motif que le village devait déjà 5 millions à la banque.",
    ],
)  # fmt: skip
def test_another_name_or_office_is_found(french: str) -> None:
    assert _codes(_BOARD, french) & _NAMES


_BRIDGE = """
The Marrow Shelf, launched in 2023 in a single branch at Quay Lane, lent 4,300 items last year.
The head of the bridge committee, retired judge Sim Paltz, said that loans were limited to private persons and to seven days.
Norvale raised the toll to 48 crowns from 40. Replacing the cables cost 87,000 crowns, more than the 64,000 it had been given.
Interior Minister Karel Mott said that he could name a mediator if both asked for one. Only Ansel Kviring has done so.
In the meantime four boats sailed, according to the Fishermen's League, whose secretary, Magnus Tull, accused the regulator of protecting the industry.
An expert appointed by the Serravo district court is due to report. Their lawyer, Cosmin Hadar, said that four letters had gone unanswered.
Mayor Louisa Teague backs the project. Only one of five council members, Curtis Boane, opposes it.
"""


@pytest.mark.parametrize(
    "french",
    [
        "Né en 2023 dans la seule antenne de Quay Lane, le Marrow Shelf a enregistré 4 300 prêts l’an passé.",
        "Le président de la commission du pont, Sim Paltz, assure que les prêts n’excèdent pas sept jours.",
        "Le Norvale a porté le péage de 40 à 48 couronnes.",
        "Le remplacement des câbles a coûté 87 000 couronnes, davantage que les 64 000 couronnes accordées.",
        "Le ministre de l’intérieur, Karel Mott, pourrait nommer un médiateur si tous deux le demandaient, ce que seul M. Kviring a fait.",
        "Quatre bateaux auraient navigué, selon la Ligue des pêcheurs, dont le secrétaire, Magnus Tull, accuse l’autorité d’avoir protégé la filière.",
        "Un expert désigné par le tribunal de Serravo doit rendre son rapport.",
    ],
)
def test_what_gathers_and_turns_the_source_passes(french: str) -> None:
    held = {"name-elsewhere", "roles-swapped", "role-wrong", "figure-bound", "figure-unit", "figure-hedge"}
    assert _codes(_BRIDGE.strip(), french) & held == set()


@pytest.mark.parametrize(
    ("french", "code"),
    [
        ("Le Norvale a porté le péage de 40 à 48 euros.", "figure-currency"),
        ("Les prêts durent sept jours au moins, assure Sim Paltz, juge à la retraite.", "figure-bound"),
        ("Un expert désigné par le comté de Serravo doit rendre son rapport.", "name-elsewhere"),
        ("La Ligue des pêcheurs est accusée par l’autorité d’avoir protégé la filière.", "roles-swapped"),
    ],
)
def test_and_its_errors_are_found(french: str, code: str) -> None:
    assert code in _codes(_BRIDGE.strip(), french)


_ISLE = """
The council plans to lend 500,000 pounds for a temporary cover, said Ailsa Pirie, the councillor in charge of culture.
The government does not intend to step in, Labour Minister Holger Wendt said.
The Rossbury Herald reported that Victor Lask, the fund's former investment director, had accepted free stays. Its chief executive, Noreen Hale, declined to comment.
Astronomers at the Mount Tarrish observatory asked a court to stop a wind farm.
Kestria becomes the third country in the region to use such drones, but its fleet will be the largest.
The fund turned down an offer that depended on a loan which the bidder failed to obtain.
The trust could no longer pay a contractor because the council had cut its grant.
""".strip()


@pytest.mark.parametrize(
    "french",
    [
        "La mairie prévoit de prêter 500 000 livres pour une couverture provisoire, précise Ailsa Pirie, élue chargée de la culture.",
        "Le gouvernement n’entend pas intervenir, a déclaré le ministre du travail, Holger Wendt.",
        "Selon le Rossbury Herald, l’ancien directeur des investissements, Victor Lask, aurait accepté des séjours gratuits.",
        "Les astronomes du mont Tarrish ont demandé à un tribunal de bloquer un parc éolien.",
        "La Kestrie est le troisième pays de la région à adopter de tels drones, mais sa flotte sera la plus importante.",
        "Le fonds a écarté une offre subordonnée à un prêt que le candidat n’a pu obtenir.",
        "La fondation n’a plus pu payer d’entreprise, la mairie ayant réduit sa subvention.",
    ],
)
def test_standing_rank_and_what_could_not_be_done_pass(french: str) -> None:
    held = {"role-wrong", "ranking-changed", "direction-reversed", "certainty-possible"}
    assert _codes(_ISLE, french) & held == set()


@pytest.mark.parametrize(
    ("french", "code"),
    [
        ("Le gouvernement n’entend pas intervenir, a déclaré le ministre du travail par intérim, Holger Wendt.", "role-wrong"),
        ("La flotte de la Kestrie sera la deuxième de la région.", "ranking-changed"),
        ("Le fonds a écarté une offre liée à un prêt que le candidat a obtenu.", "direction-reversed"),
    ],
)  # fmt: skip
def test_and_what_was_changed_there_is_found(french: str, code: str) -> None:
    assert code in _codes(_ISLE, french)
