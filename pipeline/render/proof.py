"""The proof sheet: a draft beside its source on one self-contained page, for a reviewer and for the record.

No script: pointing at a sentence lights up its source by style rules alone. Every text is escaped by the template.
"""

from collections import defaultdict

from pipeline.render.templating import environment
from schemas.article import Article, Evidence
from schemas.base import Closed
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding, Support, Verification
from schemas.parts import iter_parts

__all__ = ["proof_sheet"]

_LABELS = {
    "title": "titre",
    "standfirst": "chapô",
    "body": "paragraphe",
    "quotes": "citation",
    "watchpoints": "points de vigilance",
    "actions": "piste",
    "pillar_reasons": "pilier",
    "tldr": "en bref",
    "sections": "section",
    "seo": "référencement",
    "slug": "adresse",
}
_WEIGHT = {"blocking": 0, "warning": 1, "note": 2}


class Piece(Closed):
    """A run of a part's text: a sentence with the sentences of the source behind it, or what stands between two."""

    id: str = ""
    text: str
    sources: tuple[str, ...] = ()
    mark: str = ""


class ProofPart(Closed):
    """A part of the draft as the sheet shows it."""

    path: str
    label: str
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]


def proof_sheet(draft: Analyse | Synthese, article: Article, verification: Verification, *, made_by: str) -> str:
    """The sheet as HTML. `made_by` names the model, or whoever wrote; `article` has its sentences."""
    parts = tuple(_parts(draft, article, verification))
    placed = {one.path for one in parts}
    return (
        environment()
        .get_template("proof.html.jinja")
        .render(
            draft=draft,
            article=article,
            parts=parts,
            whole=[one for one in verification.findings if one.part not in placed],
            links=[piece for part in parts for piece in part.pieces if piece.sources],
            blocking=len(verification.blocking),
            made_by=made_by,
            notes=(*draft.notes, *verification.notes),
        )
    )


def _parts(draft: Analyse | Synthese, article: Article, verification: Verification) -> list[ProofPart]:
    supports: dict[str, list[Support]] = defaultdict(list)
    for one in verification.supports:
        supports[one.part].append(one)
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in verification.findings:
        found[finding.part].append(finding)
    sheet = []
    for n, part in enumerate(one for one in iter_parts(draft) if one.text):
        findings = tuple(sorted(found[part.path], key=lambda one: _WEIGHT[one.severity]))
        pieces = _pieces(f"d{n}", part.text, supports[part.path], findings, article)
        label = _LABELS.get(part.path.split("[")[0].split(".")[0], part.path)
        sheet.append(ProofPart(path=part.path, label=label, pieces=tuple(pieces), findings=findings))
    return sheet


def _pieces(
    name: str, text: str, supports: list[Support], findings: tuple[Finding, ...], article: Article
) -> list[Piece]:
    pieces, at = [], 0
    for n, one in enumerate(sorted(supports, key=lambda support: support.start)):
        if one.start < at:
            continue
        pieces.append(Piece(text=text[at : one.start]))
        sources = tuple(dict.fromkeys(place for evidence in one.evidence for place in _places(evidence, article)))
        mark = next((f.severity for f in findings if f.start is not None and one.start <= f.start < one.end), "")
        pieces.append(Piece(id=f"{name}-{n}", text=text[one.start : one.end], sources=sources, mark=mark))
        at = one.end
    pieces.append(Piece(text=text[at:]))
    return [one for one in pieces if one.text]


def _places(evidence: Evidence, article: Article) -> list[str]:
    """The ids on the sheet of the source sentences that a piece of evidence touches."""
    paragraph = article.paragraph(evidence.paragraph)
    if paragraph is None or not paragraph.sentences:
        return [evidence.paragraph]
    start = 0 if evidence.start is None else evidence.start
    end = len(paragraph.text) if evidence.end is None else evidence.end
    return [one.id for one in paragraph.sentences if one.start < end and start < one.end]
