"""Ghost's export and API answers: one post out of their JSON."""

import json
from datetime import datetime
from typing import Any

from pipeline.errors import UsageFault
from pipeline.misfits import misread
from schemas.base import Closed

__all__ = ["GhostPost", "read_ghost"]

_READ = {"title", "html", "plaintext", "slug", "custom_excerpt", "excerpt", "meta_title", "meta_description"}
_READ |= {"canonical_url", "published_at", "lexical", "mobiledoc"}
_REMEDY = "Exportez l'article depuis Ghost (Réglages, Export), ou enregistrez sa page en HTML."


class GhostPost(Closed):
    """What a draft can use of a post; `published` is None where it was not; `notes` name what was left."""

    title: str
    html: str
    slug: str = ""
    excerpt: str = ""
    meta_title: str = ""
    meta_description: str = ""
    canonical: str = ""
    published: datetime | None = None
    notes: tuple[str, ...] = ()


def read_ghost(text: str) -> GhostPost:
    """The first post of the export that has a text. Raises UsageFault when there is none."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise UsageFault(f"Le fichier JSON ne se lit pas\u00a0: {misread(error)}.", _REMEDY) from error
    posts = [post for post in _posts(data) if _html(post)]
    if not posts:
        raise UsageFault("Ce fichier JSON n'est pas un export de Ghost qui contienne le texte d'un article.", _REMEDY)
    first, others = posts[0], posts[1:]
    return GhostPost(
        title=_text(first, "title"),
        html=_html(first),
        slug=_text(first, "slug"),
        excerpt=_text(first, "custom_excerpt"),
        meta_title=_text(first, "meta_title"),
        meta_description=_text(first, "meta_description"),
        canonical=_text(first, "canonical_url"),
        published=_moment(_text(first, "published_at")),
        notes=(*_left(first), *(f"Article de l'export non lu\u00a0: {_text(post, 'title')}" for post in others)),
    )


def _posts(data: Any) -> list[dict[str, Any]]:
    """Every post in any of Ghost's shapes: a post, `posts`, or `db[].data.posts`."""
    if isinstance(data, list):
        return [post for one in data for post in _posts(one)]
    if not isinstance(data, dict):
        return []
    for key in ("db", "data", "posts"):
        if isinstance(data.get(key), dict | list):
            return _posts(data[key])
    return [data]


def _html(post: dict[str, Any]) -> str:
    html = _text(post, "html")
    if html:
        return html
    paragraphs = _text(post, "plaintext").split("\n\n")
    return "\n".join(f"<p>{_escaped(one)}</p>" for one in paragraphs if one.strip())


def _escaped(text: str) -> str:
    return text.strip("\n").replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")


def _left(post: dict[str, Any]) -> list[str]:
    keys = [key for key, value in post.items() if key not in _READ and isinstance(value, str) and value.strip()]
    return [f"Clés de l'export non reprises\u00a0: {', '.join(keys)}"] if keys else []


def _text(post: dict[str, Any], key: str) -> str:
    value = post.get(key)
    return value if isinstance(value, str) else ""


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None
