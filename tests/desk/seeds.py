"""A small draft at the review gate, put into the store by hand: what stands in it is known to the letter."""

from datetime import UTC, datetime

from pipeline.compose import Newsroom
from pipeline.fetch import Captured, capture_file
from pipeline.gates.office import keep_capture
from pipeline.sentences import with_sentences
from pipeline.store.database import transaction
from pipeline.store.drafts import add_revision, create_draft, find_draft, update_draft
from pipeline.store.history import append_event
from pipeline.store.payloads import put_json
from schemas.action import Action, OutsideKnowledge
from schemas.article import Article, Evidence, Paragraph
from schemas.draft import Analyse, BodyParagraph, DraftQuote, Pillars, SourceCard
from schemas.finding import Finding, Support, Verification
from schemas.parts import part_text
from schemas.source import SourceRequest
from schemas.translation import WorkingTranslation

__all__ = ["ARTICLE", "DRAFT", "seeded"]

PARAGRAPHS = (
    "Halden's port authority has been logging the phones of ferry passengers since October, records show.",
    "The sensors, bought for $2.3 million, have recorded at least 640,000 devices, according to an inventory.",
    "“Nobody told us we were being counted,” said Lena Ortiz, who chairs the Harbour Commuters' Union.",
    "The authority said it plans to delete the data after 90 days. It has not said who may read it before then.",
)
ARTICLE = with_sentences(
    Article(
        url="https://halden-post.example/port",
        title="Halden port logs ferry passengers' phones",
        description="Records show sensors on every quay.",
        authors=("Ruth Calder",),
        published="2026-03-03",
        outlet="The Halden Post",
        language="en",
        paragraphs=tuple(Paragraph(id=f"p{n}", text=text) for n, text in enumerate(PARAGRAPHS, 1)),
    )
)
DRAFT = Analyse(
    title="Halden\u00a0: le port suit les téléphones de ses passagers",
    standfirst="Depuis octobre, des capteurs enregistrent les appareils des passagers. Personne n’a été prévenu.",
    date="4 mars 2026",
    body=(
        BodyParagraph(
            id="b1",
            text="Les capteurs ont coûté 2,3 milliards de dollars et relevé au moins 640 000 appareils.",
        ),
        BodyParagraph(id="b2", text="L’autorité prévoit de supprimer les données après 90 jours."),
    ),
    quotes=(
        DraftQuote(
            id="q1",
            translation="Personne ne nous a dit qu’on nous comptait [traduit de l'anglais]",
            original="Nobody told us we were being counted",
            speaker="Lena Ortiz",
            role="présidente du Harbour Commuters' Union",
            outlet="The Halden Post",
            position=2,
        ),
    ),
    watchpoints="Le port n’a pas dit qui peut lire ces données d’ici là.",
    actions=(
        Action(
            id="a1",
            kind="coalition",
            title="Demander au conseil une audition publique",
            description="Le syndicat et les élus peuvent demander une audition, comme à Rotterdam autrefois.",
            signal="On saura que ça marche quand l’inventaire complet sera public.",
            outside_knowledge=(OutsideKnowledge(text="comme à Rotterdam autrefois"),),
        ),
        Action(
            id="a2",
            kind="resistance",
            title="Éteindre son téléphone sur les quais",
            description="Les passagers peuvent priver les capteurs de ce qu’ils relèvent, le temps d’une traversée.",
            signal="On saura que ça marche quand l’inventaire comptera moins d’appareils.",
        ),
    ),
    pillars=Pillars(sovereignty=2, mobility=1),
    pillar_reasons={"sovereignty": "Des traces prises sans accord.", "mobility": "Le ferry, passage obligé."},
    source=SourceCard(url=ARTICLE.url, title=ARTICLE.title, outlet=ARTICLE.outlet, language="en"),
)


def _at(path: str, words: str) -> tuple[int, int]:
    start = part_text(DRAFT, path).index(words)
    return start, start + len(words)


def found() -> Verification:
    """One blocking finding and one warning, and what holds the paragraphs up."""
    wrong, weak = _at("body[0]", "2,3 milliards de dollars"), _at("watchpoints", "ces données")
    return Verification(
        findings=(
            Finding(
                code="figure-order",
                severity="blocking",
                part="body[0]",
                excerpt="2,3 milliards de dollars",
                message="La source dit « $2.3 million » (p2) : écrivez « millions ».",
                evidence=(Evidence(paragraph="p2", start=24, end=36),),
                start=wrong[0],
                end=wrong[1],
            ),
            Finding(
                code="support-weak",
                severity="warning",
                part="watchpoints",
                excerpt="ces données",
                message="Peu de mots de la source soutiennent cette phrase : vérifiez-la.",
                start=weak[0],
                end=weak[1],
            ),
        ),
        supports=(
            Support(
                part="body[0]",
                start=0,
                end=len(DRAFT.body[0].text),
                stance="fact",
                evidence=(Evidence(paragraph="p2", start=0, end=len(PARAGRAPHS[1])),),
            ),
            Support(
                part="body[1]",
                start=0,
                end=len(DRAFT.body[1].text),
                stance="fact",
                evidence=(Evidence(paragraph="p4", start=0, end=61),),
            ),
        ),
    )


def seeded(newsroom: Newsroom, *, draft: Analyse = DRAFT, verification: Verification | None = None) -> str:
    """The id of such a draft, at the review gate."""
    page = f"<html><body><h1>{ARTICLE.title}</h1>{''.join(f'<p>{one}</p>' for one in PARAGRAPHS)}</body></html>"
    captured = capture_file(page.encode(), name="halden.html", supplied_by="Inès", now=datetime.now(UTC))
    assert isinstance(captured, Captured)
    translated = WorkingTranslation(paragraphs={"p1": "L’autorité portuaire de Halden enregistre les téléphones."})
    with transaction(newsroom.engine) as db:
        row = create_draft(db, SourceRequest(source="halden.html", submitted_by="Inès"))
        append_event(db, row.id, "submitted", actor="Inès", payload={})
        keep_capture(db, row.id, captured, actor="Inès")
        article, translation = put_json(db, ARTICLE), put_json(db, translated)
        update_draft(db, row.id, article=article, translation=translation, title=draft.title)
        row = find_draft(db, row.id)
        revision = add_revision(db, row, draft, verification or found(), origin="model", actor="morasse")
        made = {"revision": revision, "origin": "model", "model": "essai", "embedded": False}
        append_event(db, row.id, "generated", actor="morasse", payload=made)
        update_draft(db, row.id, state="review_gate")
    return row.id
