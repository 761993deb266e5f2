"""The form of a synthesis: its TL;DR, its sections, what search engines read (EDITORIAL.md, « synthese »)."""

import re
from collections.abc import Iterator

from pipeline.verify.check import Check
from pipeline.verify.context import Context
from pipeline.verify.form.structure import at
from pipeline.verify.wording import finding, first_of, whole
from schemas.draft import Section, Synthese
from schemas.finding import Finding, Severity
from schemas.parts import Part

__all__ = ["CHECKS", "check_sections", "check_seo", "check_tldr"]

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_tldr(context: Context) -> Iterator[Finding]:
    """Three to six bullets, one sentence each."""
    draft = context.draft
    if not isinstance(draft, Synthese) or not draft.tldr:
        return
    fewest, most = context.house.limits.tldr
    if not fewest <= len(draft.tldr) <= most:
        message = f"Le TL;DR a {len(draft.tldr)} point(s)\u00a0: il en faut de {fewest} à {most}."
        yield at("tldr", "tldr-count", "warning", message)
    for n, bullet in enumerate(draft.tldr):
        part = Part(path=f"tldr[{n}]", text=bullet)
        stop = re.search(r"[.!?…][»\"”]?\s+(?=[A-ZÀ-Þ«])", re.sub(r"\b(?:M|MM|Mme|Dr|St|U\.S|[A-Z])\.", "x", bullet))
        if stop:
            yield whole(
                part, "tldr-sentence", "warning", "Un point du TL;DR est une seule phrase\u00a0: coupez ou fusionnez."
            )
        elif not bullet.strip():
            yield whole(
                part, "structure-missing", "warning", "Ce point du TL;DR est vide\u00a0: écrivez-le ou retirez-le."
            )


def check_sections(context: Context) -> Iterator[Finding]:
    """The sections' number, their text, and the house's conclusion at the end."""
    draft, limits = context.draft, context.house.limits
    if not isinstance(draft, Synthese) or not draft.sections:
        return
    closing = context.house.texts.conclusion_heading
    tops = [one for one in draft.sections if one.level == 2 and one.heading.strip() != closing]
    fewest, most = limits.sections
    if not fewest <= len(tops) <= most:
        message = f"L’article a {len(tops)} section(s) avant la conclusion\u00a0: il en faut de {fewest} à {most}."
        yield at("sections", "sections-count", "warning", message)
    if draft.sections[-1].heading.strip() != closing:
        message = (
            f"L’article doit finir par la section «\u00a0{closing}\u00a0»\u00a0: ajoutez-la ou remettez-la à sa place."
        )
        yield at(f"sections[{len(draft.sections) - 1}].heading", "sections-conclusion", "warning", message)
    for n, section in enumerate(draft.sections):
        yield from _one_section(n, section, draft.sections[n + 1 : n + 2])


def _one_section(n: int, section: Section, following: tuple[Section, ...]) -> Iterator[Finding]:
    if not section.heading.strip():
        yield at(
            f"sections[{n}].heading",
            "structure-missing",
            "warning",
            "Cette section n’a pas d’intertitre\u00a0: écrivez-le.",
        )
    elif section.heading.rstrip().endswith("."):
        message = "Un intertitre ne prend pas de point final\u00a0: retirez-le."
        yield at(f"sections[{n}].heading", "title-stop", "warning", message, section.heading)
    has_text = any(block.text.strip() for block in section.blocks)
    if not has_text and not (following and following[0].level > section.level):
        yield at(
            f"sections[{n}]",
            "sections-empty",
            "warning",
            "Cette section est vide\u00a0: écrivez-la ou retirez-la.",
            section.heading,
        )
    if section.level > 3:
        message = "Les intertitres n’ont que deux niveaux (## et ###)\u00a0: remontez celui-ci."
        yield at(f"sections[{n}].heading", "sections-level", "warning", message, section.heading)
    if sum(block.kind == "paragraph" for block in section.blocks) > 3:
        message = "Cette section dépasse trois paragraphes\u00a0: resserrez-la ou coupez-la en deux."
        yield at(f"sections[{n}]", "sections-paragraphs", "note", message, section.heading)


def check_seo(context: Context) -> Iterator[Finding]:
    """Slug, search engine fields and canonical address."""
    draft, limits = context.draft, context.house.limits
    if not isinstance(draft, Synthese):
        return
    fewest, most = limits.slug_words
    if draft.slug and not (_SLUG.fullmatch(draft.slug) and fewest <= draft.slug.count("-") + 1 <= most):
        message = f"Le slug prend de {fewest} à {most} mots en minuscules, sans accent, séparés par des traits d’union."
        yield at("slug", "slug-form", "warning", message, draft.slug)
    for path, aim, hard in (
        ("seo.title", limits.seo_title_aim, 1.4),
        ("seo.description", limits.seo_description_aim, 1.2),
    ):
        part = first_of(context.parts, path)
        if len(part.text) > aim:
            severity: Severity = "warning" if len(part.text) > hard * aim else "note"
            message = f"{len(part.text)} signes\u00a0: visez {aim}, les moteurs de recherche coupent le reste."
            yield finding(part, (aim, len(part.text)), "seo-length", severity, message)
    known = {context.article.url, context.article.canonical, draft.source.url} - {None, ""}
    if draft.canonical and known and draft.canonical not in known:
        message = "L’adresse canonique n’est pas celle de la source\u00a0: rétablissez-la."
        yield at("canonical", "seo-canonical", "warning", message, draft.canonical)


CHECKS: tuple[Check, ...] = (
    Check(
        codes=("tldr-count", "tldr-sentence", "structure-missing"),
        english="The TL;DR has three to six bullets of one sentence.",
        french="Le TL;DR a de trois à six points d’une phrase.",
        example="un point de deux phrases",
        run=check_tldr,
    ),
    Check(
        codes=(
            "sections-count",
            "sections-conclusion",
            "sections-empty",
            "sections-level",
            "sections-paragraphs",
            "structure-missing",
            "title-stop",
        ),
        english="Three to six sections, none empty, the house's conclusion last.",
        french="De trois à six sections, aucune vide, la conclusion de la maison à la fin.",
        example="un intertitre sans texte",
        run=check_sections,
    ),
    Check(
        codes=("slug-form", "seo-length", "seo-canonical"),
        english="Slug, search engine fields and canonical address have the house's form.",
        french="Le slug, les champs pour les moteurs et l’adresse canonique ont la forme de la maison.",
        example="slug « Été-2025 »",
        run=check_seo,
    ),
)
