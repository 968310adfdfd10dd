"""Whose the turns of a transcript are: speakers as their transcripts write them, by the names that the story calls them. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Actor, ActorKind
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.folding import folded

_TITLED: Final = late_pattern(
    r"(?P<title>(?:(?:mr|mrs|ms|miss|sir|dame|lord|lady|dr|prof|professor|madam|rev|reverend|councillor|cllr|councilman|councilwoman|mayor|president|vice"
    r"|prime|first|minister|secretary|chancellor|senator|sen|representative|rep|congressman|congresswoman|governor|gov|general|gen|colonel|captain"
    r"|lieutenant|major|sergeant|ambassador|premier|judge|justice|chief|speaker|chair|chairman|chairwoman|commissioner|director|deputy|acting|former"
    r"|inspector|superintendent|constable|sheriff|bishop|archbishop|rabbi|imam|baroness|baron)\.? )*)(?P<name>.*)",
    re.DOTALL,
)
"""A folded name and the words before it that are no part of it; "King" and "Pope" are."""
_IN_FULL: Final = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "cllr": "councillor",
    "prof": "professor",
    "rev": "reverend",
}
"""Titles as they are shortened before names, and in full as roles."""
_OF_WHAT: Final = re.compile(r",? (?:of|for|to|at|in|on|from|with|and|who) ")
"""What follows the words for an office in a role."""
_DEPUTY: Final = frozenset({"deputy", "vice", "assistant", "shadow", "under"})
_COURTESY: Final = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "dr": "mf"}
"""Titles that tell no office, and the genders of those who may have them."""


def turn_speakers(story: Story) -> Mapping[str, str]:
    """Every speaker of a turn as written -> the actor of that name, or the only one who is also called so; else as written.

    A title before a full name does not count: "Councillor Ana Ruiz" is Ana Ruiz. With a surname alone it must be known of
    the only actor who has that surname; "Ms" goes with any who may be a woman.
    """
    written = {post.speaker for post in story.posts if post.speaker}
    if not written:
        return {}
    actors = [actor for actor in story.facts.actors if actor.resolved]
    by_name = {folded(actor.name): actor.name for actor in actors}
    times_called = Counter(alias for actor in actors for alias in {folded(alias) for alias in actor.aliases})
    called = {folded(alias): actor.name for actor in actors for alias in actor.aliases}
    titled = {speaker: _parted(folded(speaker)) for speaker in written}
    names: dict[str, str] = {}
    # Those whom nobody quotes are called as they are written, without a title where they are: "ANA RUIZ" is "Ana Ruiz".
    for speaker in sorted(written, key=lambda name: (name.isupper(), bool(titled[name][0]), name)):
        title, bare = titled[speaker]
        forms = [folded(speaker), bare] if " " in bare else [folded(speaker)]
        known = [by_name.get(form) or (called[form] if times_called[form] == 1 else None) for form in forms]
        if title and " " not in bare:
            known.append(_only_namesake(actors, title, bare))
            known.append(_only_of_surname(story, actors, written, title, bare))
        names[speaker] = next(filter(None, known), None) or by_name.setdefault(forms[-1], speaker)
    return names


def _only_of_surname(
    story: Story, actors: Sequence[Actor], written: Iterable[str], title: str, surname: str
) -> str | None:
    """The only one of whom the story tells with a surname, after "Ms" or the like, where the first name tells no other gender.

    Whoever is named in full, in a turn or in a text, counts, whether quoted or not.
    """
    gender = _COURTESY.get(title.rstrip("."))
    if gender is None:
        return None
    others = [actor.name for actor in actors if actor.kind is not ActorKind.PERSON]
    in_full = {folded(actor.name): actor.name for actor in actors if actor.kind is ActorKind.PERSON}
    for name in (*sorted(written), *story.facts.named):
        in_full.setdefault(_parted(folded(name))[1], name)
    namesakes = [name for name in in_full if " " in name and name.split()[-1] == surname]
    if len(namesakes) != 1 or any(folded(name).split()[-1] == surname for name in others):
        return None
    from newsdesk.find.quotes.names import gender_of  # noqa: PLC0415  # finding is not for the first picture

    return in_full[namesakes[0]] if gender_of(namesakes[0].split()[0]) in {None, *gender} else None


def _parted(speaker: str) -> tuple[str, str]:
    """The titles before a folded name, and the name."""
    found = _TITLED.match(speaker)
    return (found["title"].rstrip(), found["name"]) if found else ("", speaker)


def _only_namesake(actors: Sequence[Actor], title: str, surname: str) -> str | None:
    """The only actor with a surname, where the title before it is known as that actor's office: "Mayor Lee" of a "mayor of Leith"."""
    namesakes = [actor for actor in actors if folded(actor.name).split()[-1:] == [surname]]
    if len(namesakes) != 1:
        return None
    words = _office(title)
    held = [_office(_OF_WHAT.split(folded(role), maxsplit=1)[0]) for role in namesakes[0].roles]
    same = [office for office in held if office[-1:] == words[-1:] and set(words) <= set(office)]
    # A deputy's title before the name alone may be the mayor's.
    deputy = any(not _DEPUTY.isdisjoint(set(office) - set(words)) for office in same)
    return namesakes[0].name if same and not deputy else None


def _office(words: str) -> list[str]:
    """The words of a folded title or role, none of them shortened."""
    return [_IN_FULL.get(word, word) for word in words.replace(".", "").split()]


def only_in_turns(story: Story, clock: Clock) -> list[tuple[str, int]]:
    """Who speaks in turns and is quoted nowhere, with the number of turns; most first."""
    names = turn_speakers(story)
    quoted = {quote.speaker for quote in story.facts.quotes}
    turns = Counter(names[post.speaker] for post in story.posts if post.speaker and not clock.hides(post))
    return sorted(
        ((name, count) for name, count in turns.items() if name not in quoted), key=lambda one: (-one[1], one[0])
    )
