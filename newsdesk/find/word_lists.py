"""Word lists written as running text: far easier to read and to change than one quoted word a line."""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """The words of `lines`, which are separated by blanks."""
    return frozenset(word for line in lines for word in line.split())
