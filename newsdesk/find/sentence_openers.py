"""Words that open a sentence where a full stop alone does not tell: "on 3 Sept. The mayor", "by J. Smith"."""

from __future__ import annotations

from typing import Final

from newsdesk.find.word_lists import word_set

STARTERS: Final = word_set(
    "the a an he she it they we i you in on at but and or so yet this that these those there his her its their our my if when while",
    "as after before since for from with by to not no what who why how where then now however meanwhile earlier later both all",
    "some many most one two",
)
"""Words whose capital means that a sentence begins, for names rarely follow an abbreviation with them."""
