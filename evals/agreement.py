"""How far a judge is to be believed: its verdicts on the labelled set beside those of people."""

from collections.abc import Callable

from evals.labelled import Story
from evals.stats import bootstrap_interval
from pipeline.composer import Claimed, Composer
from pipeline.digests import digest_bytes
from pipeline.judge import ruled
from schemas.base import Closed
from schemas.judgement import Ruling

__all__ = ["Agreement", "Answered", "claims_of", "measure_agreement"]

# The composer that answers for a story in a repeat, so that replies are kept apart.
Open = Callable[[str, int], Composer]


class Answered(Closed):
    """One claim, whether people call it supported, and the judge's ruling in each repeat."""

    story: str
    text: str
    kind: str
    is_supported: bool
    rulings: tuple[Ruling, ...]

    @property
    def share_right(self) -> float | None:
        """The share of rulings that agree with people, of those that are rulings; None where none is."""
        wanted = "supported" if self.is_supported else "unsupported"
        said = [one for one in self.rulings if one != "unjudged"]
        return sum(one == wanted for one in said) / len(said) if said else None


class Agreement(Closed):
    """What a judge said of the labelled set."""

    model: str
    repeats: int
    claims: tuple[Answered, ...]

    @property
    def share(self) -> float:
        """Agreement with people over the claims that were judged, 0 to 1."""
        shares = self._shares()
        return sum(shares) / len(shares) if shares else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The bootstrap interval of `share` over claims."""
        shares = self._shares()
        return bootstrap_interval(shares) if shares else (0.0, 0.0)

    @property
    def found(self) -> float:
        """The share of turned sentences that were ruled unsupported; an unjudged one was not found."""
        return self._ruled_unsupported(is_supported=False)

    @property
    def false_alarms(self) -> float:
        """The share of faithful sentences that were ruled unsupported."""
        return self._ruled_unsupported(is_supported=True)

    @property
    def kappa(self) -> float:
        """Cohen's kappa of judge and people over the rulings that are rulings."""
        said = [
            (one.is_supported, each == "supported") for one in self.claims for each in one.rulings if each != "unjudged"
        ]
        if not said:
            return 0.0
        agreed = sum(one == other for one, other in said) / len(said)
        ours, theirs = (sum(pair[n] for pair in said) / len(said) for n in (0, 1))
        by_chance = ours * theirs + (1 - ours) * (1 - theirs)
        return (agreed - by_chance) / (1 - by_chance) if by_chance < 1 else 1.0

    @property
    def unjudged(self) -> float:
        """The share of rulings that are none."""
        rulings = [each for one in self.claims for each in one.rulings]
        return sum(one == "unjudged" for one in rulings) / len(rulings)

    @property
    def spread(self) -> float:
        """The share of claims of which the judge said one thing in one repeat and another in the next."""
        return sum(len(set(one.rulings)) > 1 for one in self.claims) / len(self.claims)

    def _shares(self) -> list[float]:
        return [one.share_right for one in self.claims if one.share_right is not None]

    def _ruled_unsupported(self, *, is_supported: bool) -> float:
        rulings = [each for one in self.claims if one.is_supported is is_supported for each in one.rulings]
        return sum(one == "unsupported" for one in rulings) / len(rulings)


def measure_agreement(
    stories: tuple[Story, ...], open_composer: Open, *, model: str, repeats: int, watch: Callable[[str], None]
) -> Agreement:
    """One call a story and repeat. Raises ModelFault."""
    answered: list[Answered] = []
    for story in stories:
        claims = claims_of(story)
        asked = tuple(("", Claimed(text=text)) for text, _ in claims)
        said = []
        for repeat in range(repeats):
            composer = open_composer(story.title, repeat)
            reply = composer.judge(story.article, tuple(claim for _, claim in asked)).reply
            said.append([one.ruling for one in ruled(asked, reply, story.article)])
        answered += [
            Answered(
                story=story.title,
                text=text,
                kind=kind or "faithful",
                is_supported=not kind,
                rulings=tuple(one[place] for one in said),
            )
            for place, (text, kind) in enumerate(claims)
        ]
        watch(story.title)
    return Agreement(model=model, repeats=repeats, claims=tuple(answered))


def claims_of(story: Story) -> tuple[tuple[str, str], ...]:
    """One claim for each sentence of a story, about half of them turned, with what was spoilt (empty: nothing).

    Never two renderings of one sentence: a judge that sees both need only compare them. Which are turned follows from
    their words, so that neither their order nor their number gives it away.
    """
    claims = []
    for pair in story.pairs:
        lot = digest_bytes(pair.french.encode())[0]
        turn = pair.turns[int(lot, 16) // 2 % len(pair.turns)] if pair.turns and int(lot, 16) % 2 else None
        claims.append((pair.turned(turn), turn.kind) if turn else (pair.french, ""))
    return tuple(claims)
