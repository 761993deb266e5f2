"""Every check there is, in the order its findings are shown; the documentation is written from this list."""

from pipeline.verify.check import Check
from pipeline.verify.form import actions, copying, language, legal, structure
from pipeline.verify.form.outside import check_outside, check_studies
from pipeline.verify.grounding import (
    check_causes,
    check_certainty,
    check_dates,
    check_deeds,
    check_figures,
    check_names,
    check_offices,
    check_scope,
)
from pipeline.verify.speech.marks import check_quotation_marks
from pipeline.verify.speech.quotes import check_quotes
from pipeline.verify.support import check_support

__all__ = ["CHECKS", "Check"]

_GROUNDING: tuple[Check, ...] = (
    Check(
        codes=("support-none", "support-weak"),
        english="Every sentence that reports, and is not marked as the house's analysis, is held up by the source.",
        french="Toute phrase qui rapporte un fait, sans être marquée comme analyse, est soutenue par la source.",
        example="« Le maire a démissionné. » là où la source n’en dit rien",
        run=check_support,
    ),
    Check(
        codes=(
            "figure-unknown",
            "figure-order",
            "figure-unit",
            "figure-currency",
            "figure-bound",
            "figure-hedge",
            "figure-rounded",
            "figure-counted",
            "figure-elsewhere",
            "figure-swapped",
        ),
        english="Every figure is one of the source: value, order, unit, currency, bound, what it counts.",
        french="Chaque chiffre est un chiffre de la source : valeur, ordre, unité, devise, borne, chose comptée.",
        example="« 2,3 milliards » là où la source dit “$2.3 million”",
        run=check_figures,
    ),
    Check(
        codes=("date-unknown", "date-elsewhere", "date-order"),
        english="Every date and period is one of the source, or follows from the day it appeared.",
        french="Chaque date ou période est une date de la source, ou se déduit du jour de sa parution.",
        example="« mardi 3 mars » là où la source dit “on Wednesday”",
        run=check_dates,
    ),
    Check(
        codes=("name-unknown", "name-altered", "name-elsewhere"),
        english="People, organisations, places and acronyms are the source's, or their recognised French forms.",
        french="Personnes, organisations, lieux et sigles sont ceux de la source, ou leur forme française reconnue.",
        example="« Lind » là où la source écrit “Lund”",
        run=check_names,
    ),
    Check(
        codes=("role-wrong",),
        english="A person's office is the one the source gives.",
        french="La fonction d’une personne est celle que la source lui donne.",
        example="« la ministre Ana Lund » là où la source dit “Mayor Ana Lund”",
        run=check_offices,
    ),
    Check(
        codes=("roles-swapped",),
        english="Who does what to whom survives.",
        french="Qui fait quoi à qui reste ce que la source en dit.",
        example="« Tarn poursuit le syndicat » là où la source dit “the union sued Tarn”",
        run=check_deeds,
    ),
    Check(
        codes=(
            "certainty-possible",
            "certainty-planned",
            "certainty-alleged",
            "certainty-reported",
            "certainty-added",
            "negation-lost",
            "negation-added",
            "direction-reversed",
        ),
        english="Hedges, attribution, negation and direction survive.",
        french="Le doute, l’attribution, la négation et le sens survivent.",
        example="« les caméras suivront » là où la source dit “could track”",
        run=check_certainty,
    ),
    Check(
        codes=("ranking-changed", "share-changed"),
        english="Ranks and shares survive: the largest, second only to, all, most, none.",
        french="Les rangs et les parts survivent : le plus, le deuxième, tous, la plupart, aucun.",
        example="« la plus forte » là où la source dit “the second largest”",
        run=check_scope,
    ),
    Check(
        codes=("cause-unknown", "cause-reversed"),
        english="A cause that the draft gives is one that the source gives, and for the same thing.",
        french="Une cause que donne le texte est une cause que donne la source, et de la même chose.",
        example="« en raison d’une panne » là où la source n’en dit rien",
        run=check_causes,
    ),
    Check(
        codes=(
            "quote-unverified",
            "quote-not-found",
            "quote-composite",
            "quote-translation",
            "quote-length",
            "quote-bracket",
            "quote-speaker",
            "quote-role",
            "quote-outlet",
            "figure-missing",
        ),
        english="A quotation is one passage of the source, word for word, rightly translated and attributed.",
        french="Une citation est un seul passage de la source, mot pour mot, bien traduit et bien attribué.",
        example="un original recollé de deux phrases séparées",
        run=check_quotes,
    ),
    Check(
        codes=("quote-marks",),
        english="Quotation marks elsewhere hold only house phrases and terms or passages that the source uses.",
        french="Ailleurs, les guillemets n’entourent que les formules de la maison et les mots de la source.",
        example="« purge » entre guillemets là où la source n’emploie pas le mot",
        run=check_quotation_marks,
    ),
    Check(
        codes=("outside-study",),
        english="A study, report or group of experts answers to one of the source.",
        french="Une étude, un rapport ou des experts répondent à ceux de la source.",
        example="« selon une étude » là où la source n’en cite aucune",
        run=check_studies,
    ),
    Check(
        codes=("outside-unmarked",),
        english="In proposals, what the source does not hold is marked as outside knowledge.",
        french="Dans les propositions, ce que la source n’a pas est marqué comme savoir extérieur.",
        example="un précédent cité sans être marqué",
        run=check_outside,
    ),
)
CHECKS: tuple[Check, ...] = (
    *_GROUNDING,
    *legal.CHECKS,
    *copying.CHECKS,
    *structure.CHECKS,
    *actions.CHECKS,
    *language.CHECKS,
)
