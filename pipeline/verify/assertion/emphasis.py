"""Certainty added: a word that makes things final, proven or total where the source says nothing of the kind."""

# ruff: noqa: E501 - tables of words: wrapped, they cannot be read or compared.

import re
from collections.abc import Iterator, Sequence

from pipeline.verify.clauses import side_of
from pipeline.verify.findings import cited, found_in
from pipeline.verify.prepare import Statement
from schemas.finding import Finding

__all__ = ["certainty_added"]

# What the draft says | what of the source justifies it, in English | in French
_ABSOLUTE = r"""
définiti(?:f|fs|ve|ves|vement) | defini|permanent|final|for good|once and for all|irrevoc|never|end(?:s|ed)?|forever | définiti|permanen|final|jamais
unanim\w+|à l[’']unanimité | unanim|all |every|none|without (?:a )?dissent|\d+ (?:votes )?to (?:0|none|nil) | unanim|tous|toutes
incontestabl\w+|indéniabl\w+|indiscutabl\w+|sans (?:aucun|nul) doute|à coup sûr|assurément|certainement|de toute évidence|manifestement|évidemment | certain|undoubted|doubt|clear|evident|obvious|indisput|undeni|unquestion|plain|sure|surely | certain|doute|clair|éviden|manifest|sûr
catégoriqu\w+|formellement|fermement|vigoureusement|farouchement | categor|flat|outright|firm|explicit|strict|formal|strong|vigorous|fierce|adamant|strenuous | catégor|formel|ferme|vigour|farouch
irréversibl\w+|irrévocabl\w+ | irrevers|irrevoc|cannot be undone|no way back|permanent | irrév
(?:la )?totalité|(?:l[’'])?intégralité|totalement|entièrement|intégralement|complètement|absolument | total|entire|whole|complete|full|fully|all |every|never|no |none|absolut|zero|nothing|wholly|without | total|enti[eè]r|intégral|complè|tou[ts]|aucun|rien
systématiquement | systematic|every|always|each|routine|all | systémati|toujours|chaque|tou[ts]
délibérément|sciemment|volontairement|intentionnellement | deliberate|intention|knowing|knew|wilful|willful|purpose|chose|voluntar|consciou | délibér|sciem|volont|intention
massivement | mass|huge|large|sweeping|overwhelm|most|majority|heavi|flood|thousand|million|percent | mass|major|million
"""


def _compiled() -> tuple[tuple[re.Pattern[str], dict[str, re.Pattern[str]]], ...]:
    rows = (line.split(" | ") for line in _ABSOLUTE.strip().splitlines())
    return tuple(
        (
            re.compile(rf"\b(?:{said})\b", re.I),
            {"en": re.compile(rf"\b(?:{english})", re.I), "fr": re.compile(rf"\b(?:{french})", re.I)},
        )
        for said, english, french in rows
    )


_ROWS = _compiled()


_DENIED = re.compile(r"\bn(?:e |[’'])[^.;:,]{0,25}(?:pas |rien |guère |encore )?$", re.I)


def certainty_added(claim: Statement, near: Sequence[Statement]) -> Iterator[Finding]:
    """A word that settles or heightens what it stands by, which no passage that the claim may render justifies."""
    for said, justified in _ROWS:
        match = said.search(claim.text)
        # « Rien n’est définitif » settles nothing.
        if match and _DENIED.search(claim.text[: match.start()]):
            continue
        if match and near and not any(justified[side_of(one)].search(one.text) for one in near):
            message = (
                f"La source ne dit pas «\u00a0{match.group()}\u00a0», {cited(near[0].text, near[0])}\u00a0: "
                "retirez ce mot, ou vérifiez."
            )
            yield found_in(claim, match.span(), "certainty-added", "warning", message, near[:1])
