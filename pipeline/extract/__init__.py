"""From a captured page to the article: body, structure, credits, quotes, and the doubts about all of it."""

from pipeline.extract.article import body_text, extract, extract_text
from pipeline.extract.guard import guarded

__all__ = ["body_text", "extract", "extract_text", "guarded"]
