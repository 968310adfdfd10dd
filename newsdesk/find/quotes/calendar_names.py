"""Tells the words for months and "Will" that are somebody's name: "said May Lee", not "in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.name_forms import is_person, may_be_person
from newsdesk.find.quotes.tokens import cut
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsdesk.find.quotes.tokens import Tokens

_FIRST_NAMES = word_set("april may june august will")
_NAMES = _FIRST_NAMES | {"march"}
_LONGEST_NAME = 3
"""Words that follow a first name."""
_TOLD_OF = late_pattern(r", (?:aged )?\d{1,3}\b|, (?:an?|the|who|whose|of|from)\b| \(\d{1,3}\)|['\u2019]s? ")
"""What follows a person's full name, and no month's: "June Lee, 45", "May Lee, who"."""
_ASKS = late_pattern(r"[^.?!]{0,300}\?")
"""The rest of a question: "Will Lee win?"."""
_BEFORE = names.PERSON_NOUNS | names.COLLECTIVE_NOUNS | {"and", "but"}


def is_called_by_it(text: str, tokens: Tokens, index: int, joined: Callable[[int], bool]) -> bool:
    """Whether a capitalised word is the name of somebody: "said May Lee", "June Lee, 45, told", "May said".

    `joined`: whether nothing but a space stands between a token and the next.
    """
    lower = tokens.lower[index]
    if lower not in _NAMES:
        return False
    before = tokens.lower[index - 1] if index and joined(index - 1) else ""
    said = bool(before) and _is_said(tokens, index - 1)
    if not joined(index):
        # "'...,' said May."
        inverted = said and (index < 2 or not joined(index - 2))
        return inverted and text[tokens.ends[index] :][:1] in {".", ","}
    if before and not said and before not in _BEFORE:
        # "in May", "last June", "the April"
        return lower == "will" and before.islower() and tokens.words[index + 1][0].isupper()
    if not said and _is_said(tokens, index + 1):
        return True
    last = index
    while last - index < _LONGEST_NAME and joined(last) and tokens.words[last + 1][0].isupper():
        last += 1
    bare, ending = cut(tokens.words[last])
    end = tokens.ends[last] - ending
    name = text[tokens.starts[index] : end]
    if last == index or lower not in _FIRST_NAMES or bare.isupper() or not (is_person(name) or may_be_person(name)):
        # "May Day", "April GDP"
        return False
    return (
        said
        or before in names.PERSON_NOUNS
        or _TOLD_OF.match(text, end) is not None
        or (joined(last) and _is_said(tokens, last + 1))
        or (lower == "will" and _ASKS.match(text, end) is None)
    )


def _is_said(tokens: Tokens, index: int) -> bool:
    """Whether a token is a verb of saying that has a subject."""
    lower = tokens.lower
    return index < len(lower) and cues.STRONG.get(lower[index], ("", ""))[1] in {"past", "present"}
