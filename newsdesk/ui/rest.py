"""What can wait until nobody types and nothing comes: Python's search for garbage among all that there is."""

from __future__ import annotations

import gc

REST_SECONDS = 2.0
"""How often it is seen whether the desk is at rest."""
_YOUNG_SEARCHES = 10
"""Searches among young objects alone after which a whole one is worth its time: Python's own measure."""
_AT_LAST = 3_000
"""After so many of them a desk that never rests is made to: an hour of many posts a second."""
_NEVER = 1 << 30


class SearchAtRest:
    """Looks for garbage among all objects while the desk is at rest, and at no other time.

    Left to itself Python begins to look wherever an object is made, which is in the middle of a picture more often than not,
    and takes longer for it than the picture does. Young objects are looked through as ever, in one or two milliseconds.
    """

    def __init__(self) -> None:
        self._stirred = False
        self._thresholds = gc.get_threshold()

    def begin(self) -> None:
        """From now on no search among all objects begins by itself."""
        gc.set_threshold(*self._thresholds[:2], _NEVER)

    def end(self) -> None:
        """Leave it to Python again."""
        gc.set_threshold(*self._thresholds)

    def stir(self) -> None:
        """A key was pressed, or something came."""
        self._stirred = True

    def look(self) -> None:
        """To be called every `REST_SECONDS`: search, if that is worth it and nothing stirred since the last time."""
        at_rest, self._stirred = not self._stirred, False
        searched_young = gc.get_count()[2]
        if gc.isenabled() and searched_young >= (_YOUNG_SEARCHES if at_rest else _AT_LAST):
            gc.collect()
