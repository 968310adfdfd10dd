"""Whom the user may choose when a speaker or an actor's name is corrected. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from newsdesk.model import Actor, ActorKind
from newsdesk.story import Story
from newsdesk.story.corrections import Spot, spoken_at
from newsdesk.story.filter import NOBODY_NAMED
from newsdesk.story.folding import folded, folded_words
from newsdesk.story.quotes import DOUBT, NOBODYS, PRONOUNS, ActorRow
from newsdesk.story.wording import counted

LONGEST = 100
"""Characters of a name that the user gives."""
MOST = 200
"""Most names offered at once: a list of thousands is slow at every letter, and nobody goes through it."""
_DEFINITE = re.compile(r"the |.*['\u2019]s? ", re.IGNORECASE)


class Answer(Enum):
    """What a choice means."""

    NAME = auto()
    NOBODY = auto()
    """The words are nobody's."""
    AS_FOUND = auto()
    """The user's earlier word is taken back."""
    UNCHANGED = auto()


@dataclass(frozen=True, slots=True)
class NameChoice:
    """One row of the list."""

    answer: Answer
    name: str
    note: str = ""
    """Why it is offered."""
    also: tuple[str, ...] = ()
    """Other names by which typing finds it."""
    roles: tuple[str, ...] = ()
    """What typing finds it by last."""
    group: bool = False
    """Several people, who come after one of that name."""
    here: bool = False
    """Who speaks as it is, or is named in the post: nobody from elsewhere goes before."""


def speaker_choices(story: Story, places: Sequence[Spot]) -> list[NameChoice]:
    """Who may say the words at these places: who does now, those whom their posts name, everybody else; then the rest.

    Those whom the story only names are offered too: whoever should speak may be known for nothing else.

    Empty when the words are no longer in the story.
    """
    facts = story.facts
    posts = {one.post_id: post for one in places if (post := story.post_by_id.get(one.post_id))}
    said = [one for one in spoken_at(facts, places) if one.post_id in posts]
    if not said:
        return []
    # What is nobody's stands last; the same object is the same place.
    nobodys = any(one is said[-1] for one in facts.nobodys)
    corrected = nobodys or any(one.corrected for one in said)
    now = None if nobodys else said[0].speaker
    choices = []
    if now:
        sure = max(one.confidence for one in said)
        found = "set by you" if corrected else "as found" if sure >= DOUBT else "as found, unsure; ⏎ confirms it"
        choices.append(NameChoice(Answer.NAME, now, found, here=True))
    words = " ".join(" ".join(folded_words(f"{post.headline or ''} {post.text}")) for post in posts.values())
    # "He" of one post is nobody whom another's words can be given.
    offered = [actor for actor in facts.actors if folded(actor.name) not in PRONOUNS]
    others = [actor for actor in offered if actor.name != now]
    speaking_here = {one.speaker for one in facts.statements if one.post_id in posts} | {
        one.speaker for one in facts.quotes if one.post_id in posts
    }
    named, maybe = _named_in(f" {words} ", offered, speaking_here)
    choices += [_choice(actor, "named in this post", here=True) for actor in named if actor.name != now]
    choices += [_choice(actor, "has a name of this post", here=True) for actor in maybe if actor.name != now]
    known = {actor.name for actor in (*named, *maybe)}
    speaking = {actor.name for actor in facts.actors}
    # Who was found to speak and does no longer, since the user gave all of it to others, may yet have said something.
    names = story.corrected.names
    unheard = [names.get(actor.name, actor.name) for actor in story.found.actors if actor.resolved]
    silent = [name for name in dict.fromkeys((*unheard, *facts.named)) if name not in speaking]
    here = {name for name in silent if _stands_in(f" {words} ", name)}
    choices += [NameChoice(Answer.NAME, name, "named in this post", here=True) for name in silent if name in here]
    choices += [_choice(actor, _known_for(actor)) for actor in others if actor.name not in known]
    choices += [NameChoice(Answer.NAME, name, "named in the story") for name in silent if name not in here]
    if not nobodys:
        choices.append(NameChoice(Answer.NOBODY, "Nobody", "a title, a nickname, a word held at arm's length"))
    if corrected:
        choices.append(NameChoice(Answer.AS_FOUND, "As found", "take back what you said"))
    return choices


def actor_choices(story: Story, name: str) -> list[NameChoice]:
    """What an actor may be called: what it is now, and everybody else, whom it then is one with; likely ones first."""
    facts = story.facts
    words = set(folded_words(name))
    others = sorted(
        (actor for actor in facts.actors if actor.resolved and actor.name != name),
        key=lambda actor: (words.isdisjoint(_name_words(actor)), -actor.quotes, actor.name),
    )
    choices = [NameChoice(Answer.UNCHANGED, name, "as it is")]
    choices += [_choice(actor, f"is the same · {_known_for(actor)}") for actor in others]
    if name in story.corrected.name_marks:
        choices.append(NameChoice(Answer.AS_FOUND, "As found", "take back what you said"))
    return choices


def matching(choices: Sequence[NameChoice], typed: str) -> list[NameChoice]:
    """The choices that what is typed leaves: those with a name of which words begin so, the typed name itself, then roles.

    Whom the post names stands first, however else the names compare. At most `MOST` names, and all that is no name. Enter takes the first: a letter inside a word must not join two people.
    """
    name = typed.strip()[:LONGEST]
    words = folded(name)
    if not words:
        return _shortened(choices)
    by_name = [one for one in choices if any(_has(other, words) for other in (one.name, *one.also))]
    by_name.sort(
        key=lambda one: (one.answer is not Answer.NAME, not one.here, one.group, not folded(one.name).startswith(words))
    )
    by_role = [one for one in choices if one not in by_name and any(_has(role, words) for role in one.roles)]
    taken = {folded(one.name) for one in by_name} | {folded(NOBODY_NAMED), folded(NOBODYS)}
    own = [] if words in taken else [NameChoice(Answer.NAME, name, "a name of your own")]
    return [*_shortened(by_name), *own, *_shortened(by_role)]


def _has(name: str, words: str) -> bool:
    """Whether a word of the name and what follows it begin with these words; both folded here."""
    return f" {words}" in f" {folded(name)}"


def _shortened(choices: Sequence[NameChoice]) -> list[NameChoice]:
    names = 0
    kept = []
    for one in choices:
        names += one.answer is Answer.NAME
        if one.answer is not Answer.NAME or names <= MOST:
            kept.append(one)
    return kept


def may_be_renamed(row: ActorRow) -> bool:
    """Whether a row of the actors stands for one actor.

    "A spokesman" is somebody else in every post: there the user says quote by quote who it is. "The ports minister" and
    "Lee's envoy" may be joined with whom the sources do not tell.
    """
    if row.name == NOBODY_NAMED or row.aside:
        return False
    return row.resolved or _DEFINITE.match(row.name) is not None


def _choice(actor: Actor, note: str, *, here: bool = False) -> NameChoice:
    written = note if actor.resolved else "as written"
    group = actor.kind is not ActorKind.PERSON
    return NameChoice(Answer.NAME, actor.name, written, actor.aliases, actor.roles, group, here)


def _known_for(actor: Actor) -> str:
    return counted(actor.quotes, "quote") if actor.quotes else "reported only"


def _named_in(words: str, actors: Sequence[Actor], speaking: Collection[str | None]) -> tuple[list[Actor], list[Actor]]:
    """The actors whom folded words name, and those who may be meant: a name that several have is none's for sure.

    It is that of the one who stands there with another name, or speaks there; the others are not named then.
    """
    names_of = {
        actor.name: {" ".join(folded_words(name)) for name in (actor.name, *actor.aliases) if name} for actor in actors
    }
    sharing = Counter(name for names in names_of.values() for name in names)
    standing: dict[str, set[str]] = defaultdict(set)
    for actor, names in names_of.items():
        for name in names:
            if f" {name} " in words:
                standing[name].add(actor)
    sure = {actor for name, those in standing.items() if sharing[name] == 1 for actor in those}
    maybe: set[str] = set()
    for those in standing.values():
        meant = those & sure or those & set(speaking)
        (sure if meant else maybe).update(meant or those)
    found = sorted((actor for actor in actors if actor.name in sure), key=lambda actor: not actor.resolved)
    return found, [actor for actor in actors if actor.name in maybe - sure]


def _stands_in(words: str, name: str) -> bool:
    return f" {' '.join(folded_words(name))} " in words


def _name_words(actor: Actor) -> set[str]:
    return {word for name in (actor.name, *actor.aliases) for word in folded_words(name)}
