"""Where the quotes pane has what the user corrected: after a correction, and after it was taken back. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from newsdesk.model import Mark, Quote, Statement
from newsdesk.story import Story
from newsdesk.story.corrections import NAME, NOBODY, SPEAKER, Spot, spot
from newsdesk.story.filter import NOBODY_NAMED


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """An actor, and of what the actor says the words that were corrected."""

    actor: str
    spots: frozenset[Spot]
    """Empty where the actor was given a name."""
    said: frozenset[Mark]
    """The marks that make it so."""
    unsaid: frozenset[Mark]
    """Those that would make it otherwise."""

    def hold_in(self, story: Story) -> bool:
        """Whether this state of the story has the correction already."""
        return self.said <= story.marks and self.unsaid.isdisjoint(story.marks)


def whereabouts(before: Collection[Mark], after: Story) -> Whereabouts | None:
    """Where the words or the actor are that one correction, or taking it back, was about.

    Args:
        before: the user's marks before.
        after: the story with those that hold now.

    Returns:
        None where no speaker and no name changed, and where the words are nobody's now: whoever clears such words away
        goes on with the next ones.
    """
    said, unsaid = frozenset(after.marks.difference(before)), frozenset(set(before) - after.marks)
    changed = [mark for mark in (*said, *unsaid) if mark.kind == SPEAKER]
    if changed:
        if any(mark.kind == SPEAKER and mark.value == NOBODY for mark in said):
            return None
        meant = {(mark.target, mark.place, mark.start) for mark in changed}
        facts = after.corrected.facts
        spoken: list[Quote | Statement] = [*facts.quotes, *facts.statements]
        there = [one for one in spoken if (one.post_id, one.place, one.start) in meant]
        if not there:
            return None
        return Whereabouts(there[0].speaker or NOBODY_NAMED, frozenset(map(spot, there)), said, unsaid)
    names = [mark for mark in (*said, *unsaid) if mark.kind == NAME]
    if not names:
        return None
    base = names[0].words
    return Whereabouts(after.corrected.names.get(base, base), frozenset(), said, unsaid)
