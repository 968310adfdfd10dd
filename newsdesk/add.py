"""A file or pasted text becomes posts in the store: look at it first, then add it.

The joint between reading, finding and the store; knows no screen. The wall clock is an argument.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.model import Reading


class AddError(Exception):
    """Why something could not be added: one line for a person."""


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What the user named: a path, or pasted text."""

    path: str = ""
    text: str = ""
    """Pasted text; when it is not empty, `path` is."""
    year: int | None = None
    """The year the user said, for dates printed without one."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What adding would bring, before anything is stored."""

    reading: Reading
    summary: str
    """`BBC News live page · 20 posts · 13 Mar 2025 13:55–17:58 GMT, year inferred · 62 quotes · 14 actors · 2 events · 0 already known`."""
    known: int
    """Posts that the story has already."""
    year: int | None
    """The year its dates were given, when it printed none and the user said none; None when nothing is to be asked."""
    year_is_guess: bool
    headlines: tuple[str, ...]
    """The first few, as they will stand in the stream."""
