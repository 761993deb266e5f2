"""Digests: the one way results, prompts and texts are named."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel

from schemas.article import Article
from schemas.house import House

__all__ = ["digest_article", "digest_bytes", "digest_house", "digest_json"]

# Each held beside its digest, so that no other takes its place in memory.
_HOUSES: dict[int, tuple[House, str]] = {}
_HOUSES_MAX = 8


def digest_bytes(content: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def digest_json(value: Any) -> str:
    """The digest of a JSON value or a model, independent of key order and spacing."""
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return digest_bytes(json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def digest_house(house: House) -> str:
    """The digest of a house, reckoned once for each: it is frozen, and longer than most drafts."""
    kept = _HOUSES.get(id(house))
    if kept is None:
        if len(_HOUSES) >= _HOUSES_MAX:
            _HOUSES.clear()
        kept = _HOUSES[id(house)] = (house, digest_json(house))
    return kept[1]


def digest_article(article: Article) -> str:
    """The digest of what models read of an article: its words and credits, not the page's bytes.

    A page fetched again carries new nonces, advertisements and warnings; the same text must cost no call.
    """
    return digest_json(
        {
            "title": article.title,
            "description": article.description,
            "authors": article.authors,
            "published": article.published,
            "outlet": article.outlet,
            "language": article.language,
            "paragraphs": [(one.kind, one.text) for one in article.paragraphs],
        }
    )
