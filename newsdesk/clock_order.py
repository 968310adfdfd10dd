"""The order of a live page's posts by their clocks alone, in minutes since midnight: newest first or not, and past which midnights."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

A_DAY = 24 * 60
OUT_OF_ORDER = 120
"""Minutes by which a clock may run the wrong way before it means another day: posts are pinned and published late."""
HELD = 6 * 60
"""Minutes by which the first post may be earlier than the one below it, over midnight too, when it is an old one that is held on
top; by more it is the first one after a night."""
SAVED_WITHIN = 6 * 60
"""Minutes after its newest post within which a page's last edit is of the same day, or of the night that follows."""


def is_newest_first(clocks: Sequence[int]) -> bool:
    """Whether most clocks fall down the page; a leap of more than half a day is one over midnight, the other way."""
    steps = [one - other for one, other in pairwise(clocks)]
    falling = sum(0 <= step <= A_DAY // 2 or step < -A_DAY // 2 for step in steps)
    return falling * 2 >= len(steps)


def runs_back_over_midnight(clocks: Sequence[int]) -> bool:
    """Whether clocks that fall down the page rise once by more than what is a little out of order."""
    return any(later - earlier < -OUT_OF_ORDER for later, earlier in pairwise(clocks))


def may_be_held(first: int, second: int) -> bool:
    """Whether the first post of a page that shows its newest first may be an old one that is held there."""
    return OUT_OF_ORDER < (second - first) % A_DAY <= HELD


def days_before(clocks: Sequence[int]) -> list[int]:
    """For each clock of a page how many midnights lie between it and the newest one, which stands first or last."""
    newest_first = is_newest_first(clocks)
    ordered = clocks if newest_first else clocks[::-1]
    days = [0] if ordered else []
    for later, earlier in pairwise(ordered):
        step = later - earlier
        # One that is a little out of order may stand on the other side of midnight.
        days.append(days[-1] + (step < -OUT_OF_ORDER) - (step > A_DAY - OUT_OF_ORDER))
    return days if newest_first else days[::-1]
