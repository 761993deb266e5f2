"""What a draft will cost, before anything is asked; and the sentence when a budget is reached."""

from pipeline.errors import BudgetFault
from pipeline.models.prices import PriceList
from pipeline.store.calls import BudgetReached
from schemas.article import Article
from schemas.provenance import Usage
from schemas.source import Format

__all__ = ["amount", "budget_fault", "forecast"]

# In tokens, with something to spare over what four of our samples took: the rules and the schema before an article came
# to 12 000 characters at most; the recorded replies to 5 100 (analysis), 3 200 (its proposals) and 7 100 (synthesis);
# the translations to 1.24 to 1.35 times their source. How many characters make a token is a guess: nobody counted.
_RULES, _CHARS_A_TOKEN = 4_000, 4
_WRITTEN: dict[Format, int] = {"analyse": 2_500, "synthese": 2_000}
_TASKS: dict[Format, int] = {"analyse": 2, "synthese": 1}
_FRENCH_IS_LONGER = 1.4
_BUDGETS = {
    "draft": ("ce brouillon", "per_draft"),
    "day": ("la journée", "per_day"),
    "house": ("la maison", "per_house"),
}


def forecast(article: Article, format: Format, *, model: str, prices: PriceList) -> float | None:
    """What the tasks of a draft will cost, in the list's currency; None for a model whose price is not known.

    An estimate on the high side for a first round; a repair is not in it.
    """
    length = len(article.text) // _CHARS_A_TOKEN
    translated = article.language != "fr"
    tasks = _TASKS[format] + translated
    written = _WRITTEN[format] + int(length * _FRENCH_IS_LONGER) * translated
    return prices.cost(model, Usage(tokens_in=tasks * (_RULES + length), tokens_out=written))


def budget_fault(reached: BudgetReached, currency: str, *, draft_id: str) -> BudgetFault:
    """The fault that a draft is parked with when a budget would be passed."""
    whose, key = _BUDGETS[reached.budget]
    tomorrow = " ou attendez demain" if reached.budget == "day" else ""
    return BudgetFault(
        f"Le budget de {whose} ne suffit pas\u00a0: {amount(reached.spent)} dépensés sur "
        f"{amount(reached.limit)}\u00a0{currency}, et il en faudrait environ {amount(reached.wanted)} de plus.",
        f"Relevez [money] {key} dans service.toml et relancez ce qui travaille (morasse worker, l’écran){tomorrow}, "
        f"puis\u00a0: morasse resume {draft_id}.",
    )


def amount(cost: float) -> str:
    """A cost to four places, as French writes it."""
    return f"{cost:.4f}".rstrip("0").rstrip(".").replace(".", ",")
