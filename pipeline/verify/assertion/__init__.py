"""Certainty, negation, direction: what is said to be so, and how surely."""
