"""What can wait until nobody types and nothing comes: Python's search for garbage."""

from __future__ import annotations

import gc

LOOK_SECONDS = 0.5
"""How often it is looked. Where much is made all the time a search among what is young comes as often, and is short: once in two seconds it took
10 ms while posts came by the thousand."""
AT_REST = 4
"""So many looks in a row at which nothing had stirred since the one before: for two seconds."""
_MANY_YOUNG = 10_000
"""Objects made and not let go of after which young ones are worth a search even while something is under way. Python's own measure is
700, which a new post and its picture make several times over."""
_MOST_YOUNG = 100_000
"""After so many it is begun wherever the last one is made: a great deal comes between two looks."""
_YOUNG_SEARCHES = 10
"""Searches among young objects alone after which a whole one is worth its time: Python's own measure."""
_AT_LAST = 160
"""After so many of them a desk that never rests is made to: an hour of many posts a second."""
_NEVER = 1 << 30


class SearchAtRest:
    """Looks for garbage while the desk is at rest, and hardly at any other time.

    Left to itself Python begins to look wherever an object is made, which is in the middle of a picture more often than not,
    and takes longer for it than the picture does. Nor are young objects few: each list of a story of 100,000 posts is one, made anew
    when a post comes, and all that it holds is gone through twice.
    """

    def __init__(self) -> None:
        self._still = 0
        """Looks at which nothing had stirred, one after the other."""
        self._thresholds = gc.get_threshold()

    def begin(self) -> None:
        """From now on no search among all objects begins by itself, and one among young ones only where there are most."""
        gc.set_threshold(_MOST_YOUNG, self._thresholds[1], _NEVER)

    def end(self) -> None:
        """Leave it to Python again."""
        gc.set_threshold(*self._thresholds)

    def stir(self) -> None:
        """A key was pressed, or something came."""
        self._still = -1  # it stirred before the next look

    def look(self) -> None:
        """To be called every `LOOK_SECONDS`: search, if that is worth it now."""
        self._still += 1
        at_rest = self._still > 0 and self._still % AT_REST == 0
        if not gc.isenabled():
            return
        young, _, searched_young = gc.get_count()
        if searched_young >= (_YOUNG_SEARCHES if at_rest else _AT_LAST):
            gc.collect()
        elif young > (self._thresholds[0] if at_rest else _MANY_YOUNG):
            gc.collect(1)
