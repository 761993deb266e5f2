"""The stamp that every model stage puts on its result."""

from datetime import UTC, datetime
from typing import Any, TypeVar

from pipeline.composer import Composed, Composer
from pipeline.digests import digest_article, digest_house
from schemas.article import Article
from schemas.house import House
from schemas.provenance import Provenance, Stamped

__all__ = ["stamped"]

ValueT = TypeVar("ValueT")


def stamped(
    value: ValueT,
    composed: Composed[Any],
    *,
    stage: str,
    article: Article,
    composer: Composer,
    house: House | None = None,
    parameters: dict[str, str | int | float | bool] | None = None,
    now: str | None = None,
) -> Stamped[ValueT]:
    """The value with where it came from; `now` is ISO 8601, UTC, the clock's when not given."""
    inputs = {"article": digest_article(article)} | ({"house": digest_house(house)} if house else {})
    return Stamped(
        value=value,
        provenance=Provenance(
            stage=stage,
            made_at=now or datetime.now(UTC).isoformat(timespec="microseconds"),
            inputs=inputs,
            prompts=composed.templates,
            model=composed.model or composer.model_name,
            embedded=composer.embedded,
            parameters=parameters or {},
            usage=composed.usage,
        ),
    )
