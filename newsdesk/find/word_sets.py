"""Writes a vocabulary as running text."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, parted by white space, as a set."""
    return frozenset(text.split())
