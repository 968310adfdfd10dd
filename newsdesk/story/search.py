"""Search as you type: which rows of a pane hold the words. Pure but for what it remembers of the last search of the stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newsdesk.model import Post
from newsdesk.story import Story
from newsdesk.story.countdown import EventRow
from newsdesk.story.filter import searchable, sought_in
from newsdesk.story.folding import folded, terms_of
from newsdesk.story.quotes import ActorRow, SpokenRow
from newsdesk.story.stream import Stream

_CHUNK = 2000
"""Posts that are looked at before it is asked whether the answer is still wanted."""


class Search:
    """Looks at headline, body, byline, speaker and source of each post, folded once and for all searches.

    For one thread at a time.
    """

    def __init__(self) -> None:
        """Nothing is folded yet: who never searches pays for nothing."""
        self._texts: dict[int, tuple[Post, str]] = {}
        self._last: tuple[Stream, Sequence[str], Sequence[int]] | None = None

    def rows(self, stream: Stream, words: str, unwanted: Callable[[], bool]) -> Sequence[int]:
        """The numbers of the rows that hold all of these words, from the top; none for no words.

        Args:
            stream: where to look.
            words: as typed; what stands in quotation marks is looked for as it stands, the others each by itself.
            unwanted: asked now and then; once it is true, the answer is incomplete.
        """
        sought = sought_in(stream.story, words)
        if not sought:
            return ()
        terms = [term for term, _ in sought]
        among: Sequence[int] = range(len(stream))
        if self._last is not None and self._last[0] is stream and _narrows(terms, self._last[1]):
            among = self._last[2]  # what holds more letters is among what holds fewer
        else:
            self._forget_others(stream.story)
        found: list[int] = []
        for begin in range(0, len(among), _CHUNK):
            if unwanted():
                return found
            rows = among[begin : begin + _CHUNK]
            for term, sources in sought:
                rows = [
                    row for row in rows if term in self._text(post := stream.post(row)) or post.source_id in sources
                ]
            found += rows
        self._last = stream, terms, found
        return found

    def _text(self, post: Post) -> str:
        known = self._texts.get(post.id)
        if known is None or known[0] is not post:
            known = self._texts[post.id] = post, searchable(post)
        return known[1]

    def _forget_others(self, story: Story) -> None:
        """What is of no post of the story any more goes, once it is worth while."""
        if len(self._texts) > 2 * len(story.posts) + _CHUNK:
            self._texts = {post_id: text for post_id, text in self._texts.items() if post_id in story.post_by_id}


def found_rows(
    rows: Sequence[ActorRow | SpokenRow | EventRow],
    words: str,
    said_by: Callable[[str], Iterable[str]] = lambda _: (),
) -> Sequence[int]:
    """The numbers of these rows that show all of the words, from the top; none for no words.

    An actor is found, too, where all of the words stand in one thing that the actor said, as `said_by` tells.
    """
    terms = [folded(term) for term in terms_of(words)]

    def has_all(text: str) -> bool:
        plain = folded(text)
        return all(term in plain for term in terms)

    def is_found(row: ActorRow | SpokenRow | EventRow) -> bool:
        return has_all(_shown(row)) or (isinstance(row, ActorRow) and any(map(has_all, said_by(row.name))))

    return [number for number, row in enumerate(rows) if is_found(row)] if terms else ()


def _shown(row: ActorRow | SpokenRow | EventRow) -> str:
    """What can be looked for in a row."""
    parts: tuple[str, ...]
    if isinstance(row, ActorRow):
        parts = row.name, row.role
    elif isinstance(row, SpokenRow):
        parts = row.text, row.when, row.detail, row.source, *row.also_as
    else:
        parts = row.title, row.countdown, row.days, row.certainty, row.status, row.yours, row.otherwise
    return "\n".join(parts)


def _narrows(terms: Sequence[str], before: Sequence[str]) -> bool:
    """Whether all that holds these terms holds those of before."""
    return all(any(earlier in term for term in terms) for earlier in before)
