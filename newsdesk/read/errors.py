"""What reading says when it cannot read."""

from __future__ import annotations


class ReadError(Exception):
    """Why a source could not be read: one line for a person, with what was seen, in which file, and what to do next."""


class UnreadableError(Exception):
    """The same before the file's name is known: "this is ...; do ...". Never leaves the package."""
