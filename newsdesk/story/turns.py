"""Whose the turns of a transcript are: speakers as their transcripts write them, by the names that the story calls them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.folding import folded


def turn_speakers(story: Story) -> Mapping[str, str]:
    """Every speaker of a turn as written -> the actor of that name, or the only one who is also called so; else as written."""
    written = {post.speaker for post in story.posts if post.speaker}
    if not written:
        return {}
    actors = [actor for actor in story.facts.actors if actor.resolved]
    by_name = {folded(actor.name): actor.name for actor in actors}
    times_called = Counter(alias for actor in actors for alias in {folded(alias) for alias in actor.aliases})
    called = {folded(alias): actor.name for actor in actors for alias in actor.aliases}
    names: dict[str, str] = {}
    for speaker in sorted(written, key=lambda name: (name.isupper(), name)):
        key = folded(speaker)
        other = called.get(key) if times_called[key] == 1 else None
        # Those whom nobody quotes are called as they are written: "ANA RUIZ" is "Ana Ruiz".
        names[speaker] = by_name.get(key) or other or by_name.setdefault(key, speaker)
    return names


def only_in_turns(story: Story, clock: Clock) -> list[tuple[str, int]]:
    """Who speaks in turns and is quoted nowhere, with the number of turns; most first."""
    names = turn_speakers(story)
    quoted = {quote.speaker for quote in story.facts.quotes}
    turns = Counter(names[post.speaker] for post in story.posts if post.speaker and not clock.hides(post))
    return sorted(
        ((name, count) for name, count in turns.items() if name not in quoted), key=lambda one: (-one[1], one[0])
    )
