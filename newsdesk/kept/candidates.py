"""The facts of a story, with the candidates of its posts kept in a file beside it: what was looked at once is not looked at again.

An edge, for the process that finds. Nothing depends on the file: it may be deleted, damaged or out of reach at any time, and
the facts are the same without it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.model import Facts, Post
from newsdesk.story.clock import Clock
from newsdesk.system.many_objects import making_many_objects

if TYPE_CHECKING:
    from newsdesk.find.facts import Words
    from newsdesk.store.kept_lines import KeptLines

SUFFIX = ".candidates"
"""Behind the whole name of the story's file."""
_FEWEST = 30
"""Posts of a story for which a file is worth while: fewer are looked at in the time that it takes."""
_OLD_STYLE = "surrogatepass"
"""Half a character, which a damaged text may hold, is kept as it is."""


def find_facts(posts: Sequence[Post], clock: Clock, story: Path) -> Facts:
    """Everything found in the posts of a story that the clock shows, taken as one story.

    Args:
        posts: all of the story, with `published` resolved.
        clock: where it is seen from; decides the status of events, too.
        story: the story's file.
    """
    rules = (
        rules_digest()
    )  # before the rules are imported: should their files change from now on, ours are the old ones
    from newsdesk.finding.facts import find_facts_apart

    seen = [post for post in posts if not clock.hides(post)]
    kept = _kept(story, rules) if rules is not None and len(posts) >= _FEWEST else None
    if kept is None:
        return find_facts_apart(seen, clock.moment)
    kept.recall(seen)
    found = find_facts_apart(seen, clock.moment)
    failed = {fault.post_id for fault in found.faults}
    kept.keep([post for post in seen if post.id not in failed], posts)
    return found


_BELOW = ("model.py", "english_calendar.py", "zone_table.py", "clock_order.py", "late_pattern.py")
"""Modules of the package that finding rests on."""


@cache
def rules_digest() -> bytes | None:
    """Tells the rules by which this process finds from all others; None where their text cannot be read.

    Candidates depend on nothing but a post's words, these modules and the interpreter with its tables of characters.
    """
    package = Path(__file__).parent.parent
    digest = blake2b(sys.version.encode(), digest_size=32)
    try:
        for path in [*(package / name for name in _BELOW), *sorted((package / "find").rglob("*.py"))]:
            text = path.read_bytes()
            digest.update(f"{path.relative_to(package).as_posix()} {len(text)}\n".encode() + text)
    except OSError:
        return None
    return digest.digest()


class _KeptCandidates:
    """What this process knows of one story's file."""

    def __init__(self, story: Path, lines: KeptLines) -> None:
        self.story = story
        self._lines = lines
        self._answers: dict[str, int] = {}
        """By key, how much of the post's passages had been read when it was kept."""

    def recall(self, posts: Sequence[Post]) -> None:
        """Learn the candidates of those posts that were not looked at by this process."""
        from newsdesk.find import facts
        from newsdesk.find.candidate_rows import from_row

        missing = {_key(words): words for post in posts if facts.known(words := facts.Words.of(post)) is None}
        with making_many_objects():
            for key, content in self._lines.read():
                if key not in missing:
                    continue
                try:
                    row = json.loads(content.decode(errors=_OLD_STYLE))
                    candidates = from_row(row, missing[key])
                except (ValueError, RecursionError):
                    continue
                facts.remember(missing[key], candidates)
                self._answers[key] = candidates.passages.answers

    def keep(self, seen: Sequence[Post], posts: Sequence[Post]) -> None:
        """Keep what the file does not have of the candidates of the posts seen, and nothing that is of no post."""
        from newsdesk.find import facts
        from newsdesk.find.candidate_rows import to_row

        if self._lines.refused:
            return
        contents: dict[str, bytes] = {}
        for post in seen:
            candidates = facts.find_candidates(post)
            key, answers = _key(facts.Words.of(post)), candidates.passages.answers
            if key not in self._lines or answers > self._answers.get(key, 0):
                row = json.dumps(to_row(candidates), ensure_ascii=False, separators=(",", ":"))
                contents[key] = row.encode(errors=_OLD_STYLE)
                self._answers[key] = answers
        if contents:
            self._lines.write(contents)
        if self._lines.wastes(len(posts)):
            self._lines.drop_others({_key(facts.Words.of(post)) for post in posts})


_last: list[_KeptCandidates] = []
"""The file of the story that was asked for last: a process works for one story nearly always."""


def _kept(story: Path, rules: bytes) -> _KeptCandidates:
    from newsdesk.store.kept_lines import KeptLines

    if not _last or _last[0].story != story:
        _last[:] = [_KeptCandidates(story, KeptLines(story, SUFFIX, rules))]
    return _last[0]


@lru_cache(maxsize=40_000)
def _key(words: Words) -> str:
    return blake2b(repr(tuple(words)).encode(errors=_OLD_STYLE), digest_size=16).hexdigest()
