"""Which typography an existing text keeps."""

import re

from schemas.draft import Typography

__all__ = ["typography_of"]


def typography_of(text: str) -> Typography:
    """`classic` where guillemets outnumber other quotation marks; where there are no marks, by no-break spaces."""
    guillemets, others = text.count("«"), len(re.findall(r"[\"“]", text)) / 2
    if guillemets or others:
        return "classic" if guillemets > others else "plain"
    return "classic" if re.search(r"[\u00a0\u202f][:;?!%]", text) else "plain"
