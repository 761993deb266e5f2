"""An authored article and a good draft of it, with a small house: what the tests of whole drafts start from."""

# ruff: noqa: E501 - sentences of an article and its draft, each on its line.

from pipeline.sentences import with_sentences
from pipeline.verify import verify
from schemas.action import Action, OutsideKnowledge
from schemas.article import Article, ArticleQuote, Paragraph
from schemas.draft import Analyse, BodyParagraph, DraftQuote
from schemas.finding import Finding
from schemas.house import Glossary, GlossaryEntry, House, HouseTexts, WordLists

__all__ = ["ARTICLE", "DRAFT", "HOUSE", "found_on"]

HOUSE = House(
    name="Essai",
    texts=HouseTexts(
        translated_mark={"en": "[traduit de l'anglais]"},
        watchpoints_heading="Points de vigilance",
        actions_heading="Et maintenant ?",
        signal_opening="On saura que ça marche quand",
        score_line="",
        tldr_heading="TL;DR",
        conclusion_heading="Conclusion",
        source_label="source",
        closing="",
    ),
    actions={},
    pillars={},
    words=WordLists(house_phrases=("5 piliers de la liberté",)),
    glossary=Glossary(
        entries=(
            GlossaryEntry(
                term="Office of Harbour Safety",
                french=("bureau de la Sécurité portuaire",),
                kind="organisation",
                acronym="OHS",
            ),
        )
    ),
)
ARTICLE = Article(
    url="https://example.org/harbour",
    title="Norvale harbour sensors logged 12,000 workers",
    description="The port kept the records for up to two years, an audit found.",
    authors=("Ines Harrow",),
    published="2026-03-12T08:00:00+00:00",
    outlet="The Quay Gazette",
    language="en",
    paragraphs=(
        Paragraph(
            id="p1",
            text="The port of Norvale recorded the phones of about 12,000 dock workers for 18 months, according to an "
            "audit published on Tuesday. The Office of Harbour Safety (OHS) ordered the company, Tarn Logistics, to "
            "delete the data before 30 April 2026.",
        ),
        Paragraph(
            id="p2",
            text="“Nobody asked us, and nobody told us,” said Mira Castellan, a crane operator and member of the Dockers’ "
            "Union. The union plans to sue the company for £2.3 million.",
        ),
        Paragraph(
            id="p3",
            text="Tarn Logistics denied that the records were used to set pay. Its chief executive, Alan Pryce, said the "
            "sensors could be removed this year. Accidents fell by 14 percent while they were running.",
        ),
    ),
    quotes=(
        ArticleQuote(id="q1", text="Nobody asked us, and nobody told us,", paragraph="p2", speaker="Mira Castellan"),
    ),
)
DRAFT = Analyse(
    title="À Norvale, le port a pisté les téléphones des dockers",
    standfirst="Un audit révèle que le port de Norvale a suivi environ 12 000 dockers pendant 18 mois.",
    body=(
        BodyParagraph(
            id="b1",
            text="Le port de Norvale a enregistré les téléphones d’environ 12 000 dockers pendant 18 mois, selon un audit "
            "publié mardi. Le bureau de la Sécurité portuaire (OHS) a ordonné à l’entreprise, Tarn Logistics, "
            "d’effacer les données avant le 30 avril 2026.",
        ),
        BodyParagraph(
            id="b2",
            text="Le syndicat prévoit de poursuivre l’entreprise pour 2,3 millions de livres. Tarn Logistics dément que les "
            "relevés aient servi à fixer les salaires. Son directeur général, Alan Pryce, indique que les capteurs "
            "pourraient être retirés cette année.",
        ),
        BodyParagraph(
            id="b3", text="Les accidents ont reculé de 14\u00a0% pendant que les capteurs étaient en service."
        ),
    ),
    quotes=(
        DraftQuote(
            id="q1",
            translation="Personne ne nous a rien demandé, et personne ne nous a rien dit [traduit de l'anglais]",
            original="Nobody asked us, and nobody told us",
            speaker="Mira Castellan",
            role="grutière",
            outlet="The Quay Gazette",
            position=1,
        ),
    ),
    watchpoints="Un outil de sécurité peut devenir un outil de paie sans que personne l’ait décidé.",
    actions=(
        Action(
            id="a1",
            kind="coalition",
            title="Réunir dockers et riverains autour d’un registre des capteurs du port",
            description="Le syndicat tient à jour la liste des capteurs, comme l’a fait le collectif Quai Libre à Douvres.",
            signal="On saura que ça marche quand le port publiera lui-même cette liste.",
            outside_knowledge=(OutsideKnowledge(text="comme l’a fait le collectif Quai Libre à Douvres"),),
        ),
    ),
)


def found_on(source: str, french: str) -> list[Finding]:
    """What is found on a body paragraph that stands alone against a source, a line a paragraph; form aside."""
    paragraphs = tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(source.split("\n"), 1))
    article = with_sentences(Article(url="u", title="", published="2026-03-18", language="en", paragraphs=paragraphs))
    draft = DRAFT.model_copy(update={"body": (BodyParagraph(id="b1", text=french),), "quotes": ()})
    found = verify(draft, article, house=HOUSE).findings
    return [one for one in found if one.part == "body[0]" and not one.code.startswith("body")]
