"""Words of a post in their surroundings: the rows of a list in which each leads to its post. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from newsdesk.model import Place, Post
from newsdesk.story import Story
from newsdesk.story.wording import short_published, state_of_post

_AROUND = 160
"""Most characters shown on either side of a quotation."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One place that supports an event, or holds a quotation."""

    post_id: int
    place: Place
    start: int
    end: int
    sentence: str
    span: tuple[int, int]
    """Where the words stand in `sentence`."""
    when: str
    """When the post was published, and what has become of it since: `11 May 16:03 BST, post edited`."""
    source: str


def passage(
    story: Story, post: Post, place: Place, words: tuple[int, int], sentence: tuple[int, int], zone: tzinfo
) -> Passage:
    """The words of a post in their sentence; both as start and end in that place."""
    text = _text(post, place)
    return Passage(
        post_id=post.id,
        place=place,
        start=words[0],
        end=words[1],
        sentence=text[slice(*sentence)],
        span=(words[0] - sentence[0], words[1] - sentence[0]),
        when=", ".join(filter(None, (short_published(post, zone), state_of_post(post)))),
        source=str(story.tag(post.source_id)),
    )


def surroundings(post: Post, place: Place, start: int, end: int) -> tuple[int, int]:
    """Start and end of what is worth showing around these words: their paragraph, cut between words where it is long."""
    text = _text(post, place)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if start - first > _AROUND:
        first = text.find(" ", start - _AROUND, start) + 1 or start - _AROUND
    if last - end > _AROUND:
        last = max(text.rfind(" ", end, end + _AROUND), end)
    return first, last


def _text(post: Post, place: Place) -> str:
    return post.text if place == "text" else post.headline or ""
