"""What calls cost: prices are data (`prices.toml` of the house)."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from pydantic import Field, ValidationError

from pipeline.errors import UsageFault
from schemas.base import Closed
from schemas.provenance import Usage

__all__ = ["Price", "PriceList", "load_prices"]

# Providers serve a model under its name and under its name with a date.
_DATED = re.compile(r"-(\d{4}-\d{2}-\d{2}|\d{4})$")


class Price(Closed):
    """Per million tokens, in the list's currency. `cached` is for prompt tokens read from the provider's cache."""

    input: float = Field(ge=0)
    output: float = Field(ge=0)
    cached: float | None = Field(None, ge=0)


class PriceList(Closed):
    """The prices known on a day, by model name."""

    currency: str = "USD"
    as_of: str = ""
    models: dict[str, Price] = {}

    def cost(self, model: str, usage: Usage) -> float | None:
        """What `usage` cost, in the list's currency; None for a model that is not in the list, never zero."""
        price = self.models.get(model) or self.models.get(_DATED.sub("", model))
        if price is None:
            return None
        cached = price.input if price.cached is None else price.cached
        fresh = usage.tokens_in - usage.tokens_cached
        return (fresh * price.input + usage.tokens_cached * cached + usage.tokens_out * price.output) / 1_000_000


@lru_cache(maxsize=8)
def load_prices(folder: Path) -> PriceList:
    """The list in `folder`; a house without one knows no prices. Raises UsageFault when the file does not hold."""
    path = folder / "prices.toml"
    try:
        return PriceList.model_validate(tomllib.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return PriceList()
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise UsageFault(
            f"La liste des prix {path} ne se lit pas.",
            "Corrigez-la, ou retirez-la\u00a0: les coûts seront alors inconnus.",
        ) from error
