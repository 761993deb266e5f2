"""What every check reads."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pipeline.verify.claims import PLAUSIBLE, Claim, Link, claims_of, linked
from pipeline.verify.prepare import Source, prepare
from pipeline.verify.priming import prime, prime_clauses, prime_source
from pipeline.verify.proper_names.known import Known, known_names
from schemas.article import Article
from schemas.draft import Analyse, Synthese
from schemas.finding import Finding
from schemas.house import House
from schemas.parts import Part

__all__ = ["Context"]


@dataclass(frozen=True, eq=False)
class _Memory:
    """What was found of sentences held against one source under one house's rules."""

    source: Source
    house: House
    links: dict[Any, tuple[Link, ...]] = field(default_factory=dict)
    findings: dict[Any, tuple[Finding, ...]] = field(default_factory=dict)

    @cached_property
    def known(self) -> Known:
        """What may be named: the source's own words, credits included, and what the house allows."""
        return known_names([self.source.text], self.house)


# As many drafts as one desk has open at once, and what a day of edits adds to each.
_MEMORIES_MAX, _SENTENCES_MAX = 32, 5_000
_MEMORIES: deque[_Memory] = deque(maxlen=_MEMORIES_MAX)


def _memory(source: Source, house: House) -> _Memory:
    """The memory of a source. A full one is left to those who read it, and gives way to a new one."""
    for one in tuple(_MEMORIES):
        if one.source is source and len(one.findings) <= _SENTENCES_MAX and (one.house is house or one.house == house):
            return one
    _MEMORIES.append(memory := _Memory(source, house))
    return memory


def _key(claim: Claim) -> tuple[object, ...]:
    one = claim.statement
    return one.place, one.start, one.text, claim.stance, claim.declared


@dataclass(frozen=True)
class Context:
    """One draft against one article under one house's rules. `parts` are the draft's texts in reading order."""

    draft: Analyse | Synthese
    article: Article
    house: House
    parts: tuple[Part, ...]

    @cached_property
    def source(self) -> Source:
        """The article, read once and kept."""
        source = prepare(self.article)
        prime_source(source)
        return source

    @cached_property
    def memory(self) -> _Memory:
        """What is kept of sentences already read: an edit then costs its own sentences only."""
        return _memory(self.source, self.house)

    @cached_property
    def claims(self) -> tuple[tuple[Claim, tuple[Link, ...]], ...]:
        """The draft's sentences, each with the places of the article that may support it, strongest first."""
        claims = claims_of(self.draft, self.parts, self.source)
        kept = self.memory.links
        fresh = tuple(one for one in claims if _key(one) not in kept)
        prime(fresh)
        found = linked(fresh, self.source)
        prime_clauses(one.statement for links in found for one in links if one.strength >= PLAUSIBLE)
        kept.update(zip(map(_key, fresh), found, strict=True))
        return tuple((one, kept[_key(one)]) for one in claims)

    def once(self, check: str, claim: Claim, read: Callable[[], Iterable[Finding]]) -> tuple[Finding, ...]:
        """What `check` finds of one sentence against the source; kept, for it depends on nothing else."""
        key = (check, _key(claim))
        found = self.memory.findings.get(key)
        if found is None:
            found = self.memory.findings[key] = tuple(read())
        return found

    @property
    def known(self) -> Known:
        """What may be named."""
        return self.memory.known
