"""What an article quotes: the passages that stand in marks, paragraph by paragraph."""

import re

from schemas.article import Article

__all__ = ["MARKED", "quoted_passages"]

MARKED = re.compile(r"«([^«»]{1,600})»|“([^“”]{1,600})”|\"([^\"]{1,600})\"")


def quoted_passages(article: Article) -> list[str]:
    """The passages in marks, without what only ends them; a mark left open ends with its paragraph."""
    texts = [article.title, article.description or "", *(one.text for one in article.paragraphs)]
    marked = [one for text in texts for found in MARKED.findall(text) for one in found if one]
    marked += [one.text for one in article.quotes]
    return [one for one in (each.strip(" \u00a0,.;:") for each in marked) if one]
