"""Quotation marks of a line: which open and which close, and the house's « » with “ ” inside."""

import re

__all__ = ["MARK", "guillemets", "mark_kinds"]

MARK = re.compile('["“”«»]')


def guillemets(line: str) -> str:
    """Straight and curly marks of one line become « »; a pair inside another becomes “ ”. Odd marks stay."""
    kinds = mark_kinds(line)
    if not kinds:
        return line
    depth, out, at = 0, [], 0
    for place, opens in kinds:
        depth += 1 if opens else 0
        out += [line[at:place], ("«" if depth == 1 else "“") if opens else ("»" if depth == 1 else "”")]
        depth -= 0 if opens else 1
        at = place + 1
    return "".join([*out, line[at:]])


def mark_kinds(line: str) -> list[tuple[int, bool]]:
    """Each mark's place and whether it opens; empty when the marks do not pair, nest too deep or there is none."""
    kinds: list[tuple[int, bool]] = []
    depth = 0
    for match in MARK.finditer(line):
        before, after = line[: match.start()][-1:], line[match.end() :][:1]
        opens = match[0] in "“«" or (match[0] == '"' and not _closes(before, after))
        if match[0] == '"' and before.isdigit() and depth == 0:
            return []
        depth += 1 if opens else -1
        if depth not in (0, 1, 2):
            return []
        kinds.append((match.start(), opens))
    return kinds if depth == 0 else []


def _closes(before: str, after: str) -> bool:
    """Whether a straight mark closes: it leans on what stands before it, and nothing leans on it from behind."""
    if not before or before in " \t\u00a0\u202f(['’—–-/":
        return before in ("\u00a0", "\u202f", " ") and (not after or after in " \t.,;:!?)]\u00a0\u202f")
    return True
