"""What free French affirms, denies or tells as sure in other words than its source, and beside it what must still be found."""

# ruff: noqa: E501 - a sentence stands beside its translation, each on its line.

import pytest

from pipeline.verify.assertion.after_all import is_doubted_after_all
from pipeline.verify.assertion.cues import HARD_NEGATION, RECORD
from pipeline.verify.assertion.few_and_many import exceptions_turned
from pipeline.verify.assertion.opposites import turned_words
from pipeline.verify.assertion.pinned import possibilities_pinned
from pipeline.verify.assertion.predicates import turned_denials
from pipeline.verify.assertion.tenses import told_verbs
from pipeline.verify.assertion.turnabouts import comparisons_turned
from pipeline.verify.prepare import Statement, read_statement
from schemas.finding import Finding
from tests.pipeline.verify.test_other_words import _codes as codes_of


def _ours(text: str) -> Statement:
    return read_statement("body[0]", 0, text, "fr")


def _theirs(text: str) -> Statement:
    return read_statement("p1", 0, text, "en")


_ASSERTED = ("negation", "direction", "certainty", "cause")
_TOLD = (
    # what two negations require
    ("Under the charter, no new toll could be levied without the consent of the four cantons.",
     "La charte subordonnait tout nouveau péage à l’aval des quatre cantons."),
    # an infinitive behind an aside
    ("His office said he could dissolve the chamber if no majority had emerged by March 3.",
     "Il pourrait, selon ses services, dissoudre la chambre si aucune majorité ne s’est dégagée d’ici au 3 mars."),
    # « ne … plus que » restricts
    ("The split leaves the two parties with 61 of the 130 seats.",
     "Les deux partis ne disposent plus que de 61 des 130 sièges."),
    # a record told by what was not
    ("It is the valley's worst flood since 1962, when a dam burst.",
     "La vallée n’avait pas connu pire inondation depuis 1962, année où un barrage avait cédé."),
    # never to stop is to go on
    ("Trams were halted, but the ferries went on running throughout.",
     "Les tramways étaient à l’arrêt, mais les bacs n’ont jamais cessé de circuler."),
    # what is refused is denied
    ("The court refused, however, to take the drug off the market.",
     "Le tribunal a condamné le laboratoire, sans pour autant interdire le médicament."),
    # denied of the second word
    ("The firm alleged that she had taken notebooks with her. The judge said nothing had been produced to support this.",
     "La société soutenait qu’elle avait emporté des cahiers, ce que rien n’est venu étayer, selon le juge."),
    # who said so is left unnamed
    ("An official at the transport ministry, who asked not to be named, said the port had fuel for two months.",
     "Un responsable du ministère des transports évoque deux mois de carburant."),
    # deprived across what is counted
    ("The fault left 12,000 homes without heating for six hours.",
     "La panne a privé 12 000 logements de chauffage pendant six heures."),
    # a noun is no denial
    ("Pilots have backed a deal, ending a dispute that closed the airport for nine days.",
     "L’accord met fin à un conflit qui a fermé l’aéroport pendant neuf jours."),
    ("The party plans to table a motion of no confidence next week.",
     "Le parti prévoit de déposer la semaine prochaine une motion de censure."),
    # present for what is decided or required
    ("The motion would need 81 votes to pass.", "L’adoption de la motion requiert 81 voix."),
    ("She said she would give up her bonus for this year but denied that she was leaving.", "Elle renonce à sa prime de l’année, mais dément tout départ."),
    # a forecast, a plea, a question
    ("The treasurer predicted the bill would be closer to $2.4 billion.", "Le trésorier table plutôt sur 2,4 milliards de dollars."),
    ("The growers' association had urged the government to settle for a 9% tax.", "L’association des producteurs plaidait pour une taxe de 9 %."),
    ("The sponsor said it was considering whether to renew the contract in May.", "Le commanditaire s’interroge sur le renouvellement du contrat en mai."),
    # another verb of the claim has the doubt
    ("The mill halted one of its four lines on Tuesday. The manager said the three others could stop by Friday.",
     "L’usine a arrêté mardi une de ses quatre lignes ; les trois autres pourraient s’arrêter d’ici à vendredi, selon le directeur."),
    # wire custom
    ("About 200 tonnes of oil have leaked into the bay since Sunday, the authorities said on Tuesday.",
     "Quelque 200 tonnes de pétrole se sont déversées dans la baie depuis dimanche."),
    # what the cause did
    ("The fraud came to light because of a porter, who found the ledger behind a boiler.",
     "La fraude a éclaté grâce à la découverte du registre par un concierge."),
    # who says is no supporter, and a parliament's opposition opposes nothing
    ("Opposition leader Ada Marsh alleged that two firms had been tipped off.",
     "La cheffe de l’opposition, Ada Marsh, soutient que deux entreprises auraient été prévenues."),
    # no opening of a work, no loss in a shortfall
    ("The minister said the bridge would stay shut until June.", "L’ouvrage restera fermé jusqu’en juin, a annoncé le ministre."),
    ("The strike will cost the company 40 million crowns in lost revenue.", "La grève entraînera un manque à gagner de 40 millions de couronnes pour l’entreprise."),
    # begun and ended
    ("The government plans repairs, which would start in 2028 and be completed by 2032.",
     "Le gouvernement prévoit des travaux, qui débuteraient en 2028 pour s’achever d’ici à 2032."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "french"), _TOLD)
def test_free_french_asserts_what_the_source_does(source: str, french: str) -> None:
    assert not {one for one in codes_of(source, french) if one.startswith(_ASSERTED)}


_TURNED = (
    ("The court refused to ban the drug.", "Le tribunal n’a pas refusé d’interdire le médicament."),
    ("The ferries sailed on Sunday.", "Les bacs n’ont pas navigué dimanche."),
    ("The dam is not about to fail, the director said.", "Le barrage va céder, selon le directeur."),
    ("Under the charter, no new toll could be levied.", "La charte permettait de lever un nouveau péage."),
    ("The exams would be abolished next year.", "Les examens sont supprimés."),
    ("The mill said its three lines could stop by Friday.", "L’usine a arrêté ses trois lignes."),
    ("The opposition rejected the bill.", "L’opposition a approuvé le projet de loi."),
)  # fmt: skip


@pytest.mark.parametrize(("source", "french"), _TURNED)
def test_what_is_turned_is_still_found(source: str, french: str) -> None:
    assert {one for one in codes_of(source, french) if one.startswith(_ASSERTED)}


def test_a_restriction_and_a_record_deny_nothing() -> None:
    assert HARD_NEGATION["fr"].search("Ils ne disposent plus que de 61 sièges.") is None
    assert HARD_NEGATION["fr"].search("Ils ne disposent plus de sièges.")
    assert RECORD.search("La vallée n’avait pas connu pire crue depuis 1962.")
    assert RECORD.search("La vallée n’a pas connu la crue de 1962.") is None


def test_being_spared_is_no_birth() -> None:
    assert [one.tense for one in told_verbs("Seule la branche sport est née.")] == ["done"]
    assert told_verbs("Seule la branche sport est épargnée.") == ()


def test_few_are_left_where_all_but_few_are_done() -> None:
    source = [_theirs("Of the 640 files, all but nine had been processed by Sunday.")]
    assert list(exceptions_turned(_ours("Seuls neuf des 640 dossiers restaient en souffrance dimanche."), source)) == []
    assert list(exceptions_turned(_ours("Seuls neuf des 640 dossiers étaient traités dimanche."), source))


def test_more_slowly_is_less_fast() -> None:
    source = [_theirs("The fire is moving more slowly than we feared.")]
    assert list(comparisons_turned(_ours("Le feu avance moins vite que redouté."), source)) == []
    assert list(comparisons_turned(_ours("Le feu avance plus lentement que redouté."), source)) == []
    assert list(comparisons_turned(_ours("Le feu avance plus vite que redouté."), source))


def test_what_is_only_possible_begins_behind_and() -> None:
    source = [
        _theirs(
            "The minister said that the bridge would stay shut for ten days and that the closure could last for six weeks."
        )
    ]
    assert list(possibilities_pinned(_ours("Le pont restera fermé dix jours."), source)) == []
    assert list(possibilities_pinned(_ours("La fermeture durera six semaines."), source))


def test_a_denied_opposite_is_none() -> None:
    source = [_theirs("The ministry denies ordering clinics to withhold the figures.")]
    assert list(turned_words(_ours("Les chiffres sont publiés par les cliniques."), source)) == []


def test_who_says_renders_no_denied_deed() -> None:
    source = [_theirs('"The dam is not about to fail," its director told reporters.')]
    assert list(turned_denials(_ours("La directrice prévient que l’ouvrage pourrait devenir instable."), source)) == []


def test_an_infinitive_hangs_on_the_verb_before_the_aside() -> None:
    claim = _ours("Il pourrait, selon ses services, dissoudre la chambre si aucune majorité ne se dégage.")
    start = claim.text.index("dissoudre")
    finding = Finding(
        excerpt="-",
        code="certainty-possible",
        severity="warning",
        part="body[0]",
        start=start,
        end=len(claim.text),
        message="-",
    )
    assert is_doubted_after_all(claim, finding)
    assert not is_doubted_after_all(_ours(claim.text.replace("pourrait", "va")), finding)
