"""From a finder's confidence to an honest one: of the quotes shown with 0.8, 8 in 10 speakers are to be right.

The finder's own numbers only put its ways of telling a speaker in order. The curve was drawn by hand from how often each of
them was right on texts that the rules had not been written for; `benchmarks/who_said_what.py` shows how well it holds.
"""

from __future__ import annotations

from bisect import bisect_right

_CURVE = (
    (0.0, 0.0),
    (0.2, 0.35),
    (0.3, 0.52),
    (0.5, 0.66),
    (0.7, 0.77),
    (0.795, 0.79),
    (0.8, 0.82),
    (0.9, 0.93),
    (0.95, 0.97),
    (1.0, 1.0),
)
"""Ever rising: more confidence of the finder is never less."""
_FROM = [finder for finder, _ in _CURVE]


def calibrated(confidence: float) -> float:
    """The share of quotes with this confidence of the finder whose speaker is right; both 0-1."""
    at = min(max(bisect_right(_FROM, confidence), 1), len(_CURVE) - 1)
    (low, low_right), (high, high_right) = _CURVE[at - 1], _CURVE[at]
    share = (min(max(confidence, low), high) - low) / (high - low)
    return low_right + share * (high_right - low_right)
