"""Which addresses may become a link."""

from urllib.parse import urlsplit

__all__ = ["web_address"]


def web_address(address: str) -> str:
    """The address if it is a whole http or https one, without blanks or control characters; otherwise empty."""
    if any(char.isspace() or not char.isprintable() for char in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""
