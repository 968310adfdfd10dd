"""Who is called by another name in news: parliament by those who sit in it, the European Commission by its city. Pure.

Only in the place of who acts: a meeting in Brussels is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from newsdesk.late_pattern import late_pattern

_ACTS: Final = late_pattern(
    r"(?:(?P<Parliament>Parliament|MPs|Lawmakers|Legislators)|(?P<Commission>European Commission|Brussels|EU executive))(?:['’]s?)?(?= )"
)
"""At the beginning of a name."""


@lru_cache(maxsize=20_000)
def by_one_name(title: str) -> str:
    """A name with the body that acts in it called by one of its names: "Parliament return" for "Lawmakers return"."""
    found = _ACTS.match(title)
    return f"{_body(title)}{title[found.end() :]}" if found else title


def one_body(ours: str, theirs: Iterable[str]) -> bool:
    """Whether the same body acts in a name and in one of others, called by whichever of its names."""
    body = _body(ours)
    return body is not None and any(_body(each) == body for each in theirs)


def _body(title: str) -> str | None:
    found = _ACTS.match(title)
    if found is None:
        return None
    return "Parliament" if found["Parliament"] else "Commission"
