"""The stages from a URL to a signed article, and what carries them."""
