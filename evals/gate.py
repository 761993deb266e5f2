"""The gate: what a changed prompt or model may not do, and nothing that chance alone would do."""

from evals.compare import Comparison, ScorerComparison
from evals.scorers import SCORERS, Scorer
from schemas.base import Closed

__all__ = ["FAMILIES", "GateVerdict", "judge"]

# Stricter than a comparison's own verdict: a dozen scorers are looked at for every change, and each may be unlucky.
_P_MAX = 0.05 / sum(one.standing == "gated" for one in SCORERS)
# What a hard failure is called by who reads of it.
FAMILIES = {
    "schema": "forme du brouillon",
    "quote": "citation",
    "figure": "chiffre",
    "name": "nom ou fonction",
    "invention": "invention",
    "certainty": "degré de certitude",
    "language": "langue",
    "copying": "copie de la source",
    "legal": "mot de droit",
    "source": "source arrêtée ou non, à tort",
}


class GateVerdict(Closed):
    """Open when nothing `blocks`. `flaky` names cases that came and went; `notes` are for a person to weigh."""

    blocks: tuple[str, ...] = ()
    flaky: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the change may go in."""
        return not self.blocks


def judge(comparison: Comparison) -> GateVerdict:
    """Blocks on a new hard failure, on a gated score that is worse beyond its interval and tolerance, and on silence:
    a case of the baseline that the candidate lacks or could not judge."""
    hard = [
        f"{one.case}\u00a0: {FAMILIES[family]} (+{count})"
        for one in comparison.cases
        for family, count in one.new_hard.items()
    ]
    worse = [_sentence(one) for one in comparison.scorers if _blocks(one)]
    silent = [f"{one}\u00a0: absent de la mesure" for one in comparison.missing if one not in comparison.unscored]
    silent += [f"{one}\u00a0: non jugé" for one in comparison.unscored]
    notes = [] if comparison.same_suite else ["Les cas ont changé depuis la référence\u00a0: une bénédiction s’impose."]
    notes += _unheard(comparison)
    notes += [
        f"{one.case}\u00a0: {reason}" for one in comparison.cases for reason in one.reasons if "non noté" in reason
    ]
    return GateVerdict(
        blocks=(*hard, *worse, *silent),
        flaky=tuple(
            f"{one.case}\u00a0: {', '.join(FAMILIES[it] for it in one.flaky)}" for one in comparison.cases if one.flaky
        ),
        notes=tuple(notes),
    )


def _unheard(comparison: Comparison) -> list[str]:
    """What an open gate says nothing about: cases that have no baseline, and scores that so few cases cannot judge."""
    said = []
    if comparison.added:
        said.append(f"Sans référence, et donc pas comparés\u00a0: {', '.join(comparison.added)}.")
    gated = [one for one in comparison.scorers if _gated(one)]
    if gated and all(one.verdict == "too_few" for one in gated):
        most = max(one.cases for one in gated)
        said.append(f"{most} cas, c’est trop peu pour juger les mesures\u00a0: seules les fautes graves l’ont été.")
    return said


def _gated(found: ScorerComparison) -> bool:
    return _scorer(found).standing == "gated"


def _beyond(found: ScorerComparison) -> bool:
    return abs(found.gain) > _scorer(found).tolerance


def _scorer(found: ScorerComparison) -> Scorer:
    return next(one for one in SCORERS if one.name == found.scorer)


def _blocks(found: ScorerComparison) -> bool:
    return found.verdict == "worse" and _gated(found) and _beyond(found) and found.high < 0.0 and _is_rare(found)


def _is_rare(found: ScorerComparison) -> bool:
    """Whether chance would seldom do it, over all scorers; of few cases no more is asked than they can show."""
    return found.p <= max(_P_MAX, 2.0 ** (1 - found.cases))


def _sentence(found: ScorerComparison) -> str:
    sides = f"de {found.baseline:.3g} à {found.candidate:.3g}".replace(".", ",")
    return f"{_scorer(found).french}\u00a0: {sides} sur {found.cases} cas (p = {found.p:.3f})"
