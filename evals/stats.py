"""Two questions about paired differences: could chance alone have made them, and how large are they really."""

from collections.abc import Sequence

import numpy as np

__all__ = ["bootstrap_interval", "permutation_p"]

_EXACT_MAX = 13
_DRAWS = 20_000
_SEED = 20_260_101


def permutation_p(differences: Sequence[float]) -> float:
    """The two-sided paired permutation test: the share of sign flips whose mean is at least as far from zero.

    Exact up to 13 pairs, drawn with a fixed seed above, so that the same runs always give the same answer.
    """
    values = np.asarray(differences, dtype=np.float64)
    if not values.any():
        return 1.0
    count = len(values)
    if count <= _EXACT_MAX:
        signs = 1 - 2 * ((np.arange(2**count)[:, None] >> np.arange(count)) & 1)
    else:
        signs = np.random.default_rng(_SEED).choice((-1, 1), size=(_DRAWS, count))
    means = np.abs(signs @ values)
    # Sums of the same numbers in another order differ in their last digit.
    far = int(np.count_nonzero(means >= abs(values.sum()) - 1e-9))
    return far / len(signs) if count <= _EXACT_MAX else (far + 1) / (_DRAWS + 1)


def bootstrap_interval(differences: Sequence[float], level: float = 0.95) -> tuple[float, float]:
    """The percentile interval of the mean, cases drawn with replacement, with a fixed seed."""
    values = np.asarray(differences, dtype=np.float64)
    draws = np.random.default_rng(_SEED).integers(0, len(values), size=(5_000, len(values)))
    low, high = np.quantile(values[draws].mean(axis=1), [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
