"""Render: a draft as the file a reader or a host gets. Only form is added here, never a character changed."""

from typing import Any, Literal

from pipeline.render.addresses import web_address
from pipeline.render.flow import card_title, closing_text, flow, label_text, score_text
from pipeline.render.front_matter import front_matter
from pipeline.render.templating import environment
from schemas.draft import Analyse, Synthese
from schemas.house import House

__all__ = ["TARGETS", "Target", "render"]

Target = Literal["markdown", "html", "ghost", "hashnode", "text"]
TARGETS: tuple[Target, ...] = ("markdown", "html", "ghost", "hashnode", "text")


def render(draft: Analyse | Synthese, to: Target, *, house: House) -> str:
    """The whole article, without a final newline: the layout of EDITORIAL.md in `text` for an analysis and in
    `markdown` and `hashnode` for a synthesis.

    `html` is a page that stands alone, `ghost` the article's HTML with Ghost's own cards. Nothing that comes from the
    draft becomes markup of its own, nor an address other than http or https.
    """
    template = environment().get_template(_template_name(draft, to))
    return template.render(**_context(draft, to, house)).strip("\n")


def _template_name(draft: Analyse | Synthese, to: Target) -> str:
    suffix = {"text": "txt", "markdown": "md", "hashnode": "md", "html": "html", "ghost": "html"}[to]
    return f"{draft.format}.{suffix}.jinja"


def _context(draft: Analyse | Synthese, to: Target, house: House) -> dict[str, Any]:
    context: dict[str, Any] = {
        "draft": draft,
        "house": house,
        "texts": house.texts,
        "card_title": card_title(draft),
        "source_url": web_address(draft.source.url),
        "canonical": web_address(draft.canonical) if isinstance(draft, Synthese) else "",
        "label": label_text(draft, house),
        "ghost": to == "ghost",
        "page_title": (draft.seo.title if isinstance(draft, Synthese) else "") or draft.title,
        "description": draft.standfirst if isinstance(draft, Analyse) else draft.seo.description,
        "front_matter": "",
    }
    if isinstance(draft, Analyse):
        context |= {
            "flow": flow(draft),
            "score": score_text(draft, house),
            "closing": closing_text(draft, house),
        }
    if to == "hashnode" or (to == "markdown" and isinstance(draft, Synthese)):
        context["front_matter"] = front_matter(draft)
    return context
