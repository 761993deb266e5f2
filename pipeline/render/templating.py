"""Where templates come from and what they may call."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from pipeline.render.inline import block_html, inline_html, lines_html, paragraphs_html
from pipeline.render.markdown import (
    escape_destination,
    escape_link_text,
    escape_markdown,
    markdown_lines,
    quoted,
    safe_markdown,
)
from pipeline.render.plain import plain_text

__all__ = ["environment"]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment of all render templates: strict, and escaping in whatever ends in html.jinja."""
    templates = Environment(
        loader=PackageLoader("pipeline.render"),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html.jinja",), default=False, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters |= {
        "md": escape_markdown,
        "md_lines": markdown_lines,
        "md_link_text": escape_link_text,
        "md_destination": escape_destination,
        "safe_md": safe_markdown,
        "quoted": quoted,
        "inline_html": inline_html,
        "lines_html": lines_html,
        "paragraphs_html": paragraphs_html,
        "block_html": block_html,
        "plain": plain_text,
    }
    return templates
