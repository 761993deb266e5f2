"""Every named way to spoil a good draft, in the order its results are shown."""

from evals.corruptions.facts import FACTS
from evals.corruptions.forms import FORMS
from evals.corruptions.meanings import MEANINGS
from evals.corruptions.quotations import QUOTATIONS
from evals.corruptions.sheet import Kind

__all__ = ["KINDS"]

KINDS: tuple[Kind, ...] = (*FACTS, *QUOTATIONS, *MEANINGS, *FORMS)
