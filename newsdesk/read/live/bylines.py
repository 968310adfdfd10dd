"""Who wrote a live page's post: the lines of names and roles that it begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.captions import has_mark
from newsdesk.read.lines.layout import Line, adjoins, ends_sentence, is_item
from newsdesk.read.lines.pictures import picture_weight
from newsdesk.read.names import Byline, is_outlet, is_person, is_role, signed_line

_MOST = 5
_ROLE_IN_A_BLOCK = 110
"""Characters."""
_PICTURED = 4.0
"""Weight from which the second line of a block describes a picture and no journalist."""
_TITLE_LIKE = late_pattern(r"(?:[^\W\d_a-z][\w’'.&-]*|of|and|the|for|in|on|with|de|van|von|der|al|el|bin)(?: (?!$)|$)")
_NO_BYLINE = late_pattern(r'["“”:;]|\d\d')


class Signed(NamedTuple):
    """A post's byline and the lines without it."""

    byline: Byline | None
    lines: list[Line]
    above: int
    """How many of the lines stood over the byline (a heading of the programme or debate); they are no captions."""


def _is_of_the_story(name: str, headline: str | None, rest: Sequence[Line]) -> bool:
    """Whether a person is talked about in the post, so that the name alone describes a picture and signs nothing."""
    says_i = re.compile(rf"[^“”\"‘]*\b(?:I['’]m|I am|[Mm]y name is) {re.escape(name.rstrip(','))}\b")
    if any(says_i.match(line.text) for line in rest):
        return False  # who says "I" writes, where nobody is quoted
    surname = name.rstrip(",").split()[-1]
    return surname in (headline or "") or any(surname in line.text for line in rest)


def _all_capitalised(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 6 and all(_TITLE_LIKE.fullmatch(word) for word in words) and words[0][:1].isupper()


def _is_signing_block(lines: Sequence[Line]) -> bool:
    """Whether a post begins with two lines of their own that only a byline can be, whatever words the role has.

    Paragraphs have blank lines between them, so do pictures and paragraphs; a name and what it stands for have none.
    """
    if len(lines) < 3 or not adjoins(lines, 1) or adjoins(lines, 2):
        return False
    name, role = lines[0].text, lines[1].text
    if any(is_item(text) or ends_sentence(text) or has_mark(text) or _NO_BYLINE.search(text) for text in (name, role)):
        return False
    return (
        (is_person(name) or _all_capitalised(name))
        and role[:1].isupper()
        and not is_person(role)
        and not role.startswith("By ")
        and len(role) <= _ROLE_IN_A_BLOCK
        and picture_weight(role, "") < _PICTURED
    )


def _first(lines: Sequence[Line], headline: str | None, *, alone: bool) -> tuple[Byline, int] | None:
    """The byline that the lines begin with, and how many lines it takes; with `alone` a bare name is one, too."""
    text = lines[0].text
    role = lines[1].text if len(lines) > 1 else ""
    if (is_person(text) or (is_outlet(text) and adjoins(lines, 1))) and is_role(role):
        return Byline(text, role), 2
    if not alone:
        return None
    if signed := signed_line(text):
        if signed.role is None and adjoins(lines, 1) and is_role(role) and not is_outlet(role):
            return Byline(signed.name, role), 2
        return signed, 1
    if _is_signing_block(lines):
        return Byline(text, role), 2
    unnamed = is_outlet(text) and not adjoins(lines, 1)
    if len(lines) > 1 and (unnamed or (is_person(text) and not _is_of_the_story(text, headline, lines[1:]))):
        return Byline(text), 1
    return None


def _are_initials(text: str, below: str) -> bool:
    """Whether a line is the initials of who signs on the next one ("TM" over "By Tess Marlow")."""
    if not (2 <= len(text) <= 3 and text.isalpha() and text.isupper()):
        return False
    signed = signed_line(below) or (Byline(below) if is_person(below) else None)
    return signed is not None and {word[0].upper() for word in signed.name.split()}.issuperset(text)


def split_byline(lines: list[Line], headline: str | None, author: str | None, role: str | None = None) -> Signed:
    """Take the byline off a post's lines; `author` is who the page's header names, with the role that it gives."""
    bylines = [Byline(author, role)] if author else []
    if author and len(lines) > 1 and lines[0].text == author:
        # The name beside the time, and again over the words, maybe with what that one does.
        if len(lines) > 2 and is_role(lines[1].text) and not is_outlet(lines[1].text):
            bylines, lines = [Byline(author, lines[1].text)], lines[2:]
        else:
            lines = lines[1:]
    above = 0
    if (
        not bylines
        and len(lines) > 3
        and not adjoins(lines, 1)
        and not (is_item(lines[0].text) or ends_sentence(lines[0].text) or has_mark(lines[0].text))
        and adjoins(lines, 2)
        and _first(lines, headline, alone=True) is None
        and _is_signing_block(lines[1:])
    ):
        above = 1
    rest = lines[above:]
    if len(rest) > 1 and rest[0].text == rest[1].text and is_person(rest[0].text):
        rest = rest[1:]  # the name behind the author's picture, and the name again
    elif len(rest) > 1 and _are_initials(rest[0].text, rest[1].text):
        rest = rest[1:]  # what stands where an author has no picture
    while rest and len(bylines) < _MOST and (found := _first(rest, headline, alone=not bylines)):
        bylines.append(found[0])
        rest = rest[found[1] :]
    if not bylines:
        return Signed(None, lines, 0)
    roles = [byline.role for byline in bylines if byline.role]
    byline = Byline(", ".join(byline.name for byline in bylines), ", ".join(roles) or None)
    return Signed(byline, lines[:above] + rest, above)
