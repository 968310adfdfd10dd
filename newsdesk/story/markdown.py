"""Words of a source in a Markdown document: shown as they are, never markup. Pure."""

from __future__ import annotations

import re

_MARKUP = re.compile(r"[\\`*_\[\]{}<>#|~&$]|(?<=www)\.|:(?=//)|@", re.IGNORECASE)
"""With what makes a link of a bare address in GitHub's and GitLab's Markdown."""
_MENTION = re.compile(r"@(?=[\w\\-])")
_BLOCK_START = re.compile(r"^(\d*)([-+=.)])")
_UNSAFE_IN_LINK = re.compile(r"[\s<>\\]")


def escaped(text: str) -> str:
    """Words within a line that Markdown shows as they are (CommonMark 2.4: any ASCII punctuation can be escaped).

    GitHub looks for people and for mail addresses in what is already rendered, where nothing is escaped any more: an empty
    comment, which nobody sees or copies, parts the name from its sign.
    """
    return _MENTION.sub("@<!-- -->", _MARKUP.sub(r"\\\g<0>", " ".join(text.split())))


def item(text: str) -> str:
    """The same for words that begin a list item, where "1." and "-" would begin another list."""
    return _BLOCK_START.sub(r"\1\\\2", escaped(text))


def linked(text: str, link: str | None) -> str:
    """The words as a link; without one as they are."""
    if not link:
        return escaped(text)
    return f"[{escaped(text)}](<{_UNSAFE_IN_LINK.sub(lambda mark: f'%{ord(mark[0]):02X}', link)}>)"
