"""All, some, only; ranks and exceptions."""
