"""What the user says of speakers and actors, applied to what was found. Pure.

The user's word is a mark, kept apart from the facts and applied to whatever is found, now and in sources to come:

- *who speaks*: the speaker of certain words of a post, or that they are nobody's. It holds for the same words elsewhere
  (see `_elsewhere`), and for what the same "he" of the same paragraph says.
- *a name*: what an actor is called. Two actors with one name are one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import NamedTuple, TypeVar

from newsdesk.model import Actor, ActorKind, Facts, Mark, Place, Post, Quote, Statement
from newsdesk.story.folding import folded_words

SPEAKER = "speaker"
"""Kind of the mark that says who speaks: `target` is the post, `words` are the words, `value` is the name."""
NAME = "name"
"""Kind of the mark that names an actor: `words` is the name as found, `value` the user's."""
NOBODY = ""
"""The value of a speaker mark for words that nobody says: a title, a nickname, a word held at arm's length."""
_TELLING = 4
"""Words from which on the same words are taken to be said once: "a joke" is anybody's."""
_SHOWN = 40
"""Characters of a quotation in a notice."""
_OWN = frozenset({"i", "we"})
_EVER = datetime.min.replace(tzinfo=UTC)

Spoken = TypeVar("Spoken", Quote, Statement)


class Spot(NamedTuple):
    """Which quote or statement is meant, by where it stands."""

    post_id: int
    place: Place
    start: int
    reported: bool
    """A statement."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """Facts as the user has them, and which marks made them so."""

    facts: Facts
    own: Mapping[Spot, tuple[Mark, ...]] = field(default_factory=dict)
    """Marks that were made on these very words."""
    taught: Mapping[Spot, Mark] = field(default_factory=dict)
    """The mark that was made on other words and holds for these, too."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the actors are called whom the user gave a name, by their name as found."""
    name_marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    """The marks that gave a name, by the name."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be written so that the user's word holds."""

    add: tuple[Mark, ...]
    remove: tuple[Mark, ...]
    said: str
    """In words, for the notice and for the undo: `“...” is Jo Tan's`."""


def spot(said: Quote | Statement) -> Spot:
    """Where it stands."""
    return Spot(said.post_id, said.place, said.start, isinstance(said, Statement))


def correcting(marks: Iterable[Mark]) -> frozenset[Mark]:
    """Those of the user's marks that correct facts."""
    return frozenset(mark for mark in marks if mark.kind in {SPEAKER, NAME})


# Applying.


def corrected(found: Facts, marks: Collection[Mark], post_by_id: Mapping[int, Post]) -> Corrected:
    """The facts with the user's marks applied; of two that contradict, the one said last holds."""
    if not marks:
        return Corrected(found)
    said = sorted(marks, key=lambda mark: (mark.at or _EVER, mark.value))
    names = _Names(found, said)
    own, taught = _decided(found, [mark for mark in said if mark.kind == SPEAKER], post_by_id)
    decided = {**taught, **{where: marks[-1] for where, marks in own.items()}}
    quotes, no_quotes = _apply(found.quotes, decided, names)
    statements, no_statements = _apply(found.statements, decided, names)
    facts = replace(
        found,
        quotes=quotes,
        statements=statements,
        nobodys=(*no_quotes, *no_statements),
        actors=_actors(found.actors, quotes, statements, names),
    )
    name_marks: defaultdict[str, tuple[Mark, ...]] = defaultdict(tuple)
    for mark in said:
        if mark.kind == NAME:
            name_marks[names.of(mark.words)] += (mark,)
    return Corrected(facts, own, taught, {base: names.of(base) for base in names.said}, name_marks)


class _Names:
    """What actors are called."""

    def __init__(self, found: Facts, said: Sequence[Mark]) -> None:
        spoken: list[Quote | Statement] = [*found.quotes, *found.statements]
        self._known = {actor.name for actor in found.actors} | {one.speaker for one in spoken if one.speaker}
        self._known |= {mark.value for mark in said if mark.kind == SPEAKER}
        self._holders: defaultdict[str, set[str]] = defaultdict(set)
        for actor in found.actors:
            for alias in (actor.name, *actor.aliases):
                self._holders[alias.casefold()].add(actor.name)
        self.said = {self.base(mark.words): mark.value for mark in said if mark.kind == NAME}

    def base(self, name: str) -> str:
        """The name as found now, of a name that was found once: sources to come may have brought a longer one."""
        if name in self._known:
            return name
        holders = self._holders.get(name.casefold(), set())
        return next(iter(holders)) if len(holders) == 1 else name

    def of(self, name: str) -> str:
        """What the actor found under this name, or named so by the user, is called."""
        base = self.base(name)
        label = self.said.get(base)
        if label is None:
            return base
        other = self.base(label)
        # A merged actor goes along when the other one's name grows; a name that is the actor's own alias stays as it is.
        return label if other in {label, base} else self.said.get(other, other)


def _decided(
    found: Facts, marks: Sequence[Mark], post_by_id: Mapping[int, Post]
) -> tuple[dict[Spot, tuple[Mark, ...]], dict[Spot, Mark]]:
    """Which marks tell who speaks: those on the very words (the last holds), and those on others."""
    spoken: list[Quote | Statement] = [*found.quotes, *found.statements]
    targets = {mark.target for mark in marks}
    of_post: defaultdict[int, list[Quote | Statement]] = defaultdict(list)
    for one in spoken:
        if one.post_id in targets:
            of_post[one.post_id].append(one)
    own: defaultdict[Spot, tuple[Mark, ...]] = defaultdict(tuple)
    meant: list[tuple[Quote | Statement, Mark]] = []
    for mark in marks:
        words = folded_words(mark.words)
        same = [one for one in of_post[mark.target] if folded_words(one.text) == words]
        if same:
            one = min(same, key=lambda one: abs(one.start - mark.start))
            own[spot(one)] += (mark,)
            meant.append((one, mark))
    taught: dict[Spot, Mark] = {}
    for one, mark in (*_same_breath(meant, of_post, post_by_id), *_elsewhere(meant, spoken)):
        taught.setdefault(spot(one), mark)
    return dict(own), {where: mark for where, mark in taught.items() if where not in own}


def _same_breath(
    meant: Sequence[tuple[Quote | Statement, Mark]],
    of_post: Mapping[int, Sequence[Quote | Statement]],
    post_by_id: Mapping[int, Post],
) -> Iterator[tuple[Quote | Statement, Mark]]:
    """What goes along: “A,” he said. “B” in one paragraph, and what he himself quotes as his own: “I said ‘A’”."""
    for one, mark in meant:
        if not isinstance(one, Quote) or mark.value == NOBODY:
            continue
        post = post_by_id.get(one.post_id)
        text = (post.text if one.place == "text" else post.headline or "") if post else ""
        for other in of_post[one.post_id]:
            if not isinstance(other, Quote) or other.place != one.place or other.speaker != one.speaker:
                continue
            same_words = bool(one.surface) and (other.surface, other.inside) == (one.surface, one.inside)
            own = other.inside == (one.start, one.end) and (other.surface or "").lower() in _OWN
            if own or (same_words and "\n" not in text[min(one.start, other.start) : max(one.end, other.end)]):
                yield other, mark


def _elsewhere(
    meant: Sequence[tuple[Quote | Statement, Mark]], spoken: Sequence[Quote | Statement]
) -> Iterator[tuple[Quote | Statement, Mark]]:
    """The same words in other places, where the same was found, or nobody.

    A few words may be said by several people; those that are nobody's are so wherever the same mistake was made.
    """
    taught: defaultdict[tuple[str, ...], dict[str | None, list[Mark]]] = defaultdict(dict)
    for one, mark in meant:
        taught[folded_words(one.text)].setdefault(one.speaker, []).append(mark)
    lengths = {len(" ".join(words)) for words in taught}
    longest = 2 * max(lengths, default=0) + 40  # spares folding what is far too long
    for one in spoken:
        if len(one.text) > longest:
            continue
        words = folded_words(one.text)
        if words not in taught:
            continue
        marks = taught[words].get(one.speaker)
        if marks is None and one.speaker is None:
            marks = [mark for others in taught[words].values() for mark in others]
        if marks and len({mark.value for mark in marks}) == 1:
            mark = marks[-1]
            if len(words) >= _TELLING or (mark.value == NOBODY and one.speaker is not None):
                yield one, mark


def _apply(
    spoken: Sequence[Spoken], decided: Mapping[Spot, Mark], names: _Names
) -> tuple[tuple[Spoken, ...], tuple[Spoken, ...]]:
    """What somebody says, with the right name, and what nobody does."""
    kept: list[Spoken] = []
    nobodys: list[Spoken] = []
    for one in spoken:
        mark = decided.get(spot(one))
        if mark is not None and mark.value == NOBODY:
            nobodys.append(one)
        elif mark is not None:
            right = replace(one, speaker=names.of(mark.value), confidence=1.0, corrected=True)
            kept.append(replace(right, surface=None) if isinstance(right, Quote) else right)
        elif one.speaker and (name := names.of(one.speaker)) != one.speaker:
            kept.append(replace(one, speaker=name))
        else:
            kept.append(one)
    return tuple(kept), tuple(nobodys)


def _actors(
    found: Sequence[Actor], quotes: Sequence[Quote], statements: Sequence[Statement], names: _Names
) -> tuple[Actor, ...]:
    """Everybody who speaks, those with most quotes first; words as written after all actors."""
    spoken: list[Quote | Statement] = [*quotes, *statements]
    counts = Counter(quote.speaker for quote in quotes if quote.speaker)
    speaking = {one.speaker for one in spoken if one.speaker}
    same: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in found:
        same[names.of(actor.name)].append(actor)
    by_user = {*names.said.values(), *(one.speaker for one in spoken if one.corrected and one.speaker)}
    for name in sorted(by_user & speaking - set(same)):
        same[name] = [Actor(name, ActorKind.PERSON)]
    actors = [
        Actor(
            name=name,
            kind=actors[0].kind,
            aliases=tuple(
                dict.fromkeys(alias for actor in actors for alias in (actor.name, *actor.aliases) if alias != name)
            ),
            roles=tuple(dict.fromkeys(role for actor in actors for role in actor.roles)),
            quotes=counts[name],
            resolved=name in by_user or any(actor.resolved for actor in actors),
            corrected=any(names.base(actor.name) in names.said for actor in actors),
        )
        for name, actors in same.items()
        if name in speaking
    ]
    return tuple(sorted(actors, key=lambda actor: (not actor.resolved, -actor.quotes, actor.name)))


# Saying.


def spoken_by(now: Corrected, spots: Collection[Spot], name: str, at: datetime) -> Correction:
    """These words are said by this actor; by nobody, when the name is `NOBODY`. `at` is the moment of saying it (UTC)."""
    there = _at(now, spots)
    add = tuple(Mark(SPEAKER, one.post_id, name, at, words=one.text, start=one.start) for one in there)
    remove = (mark for one in there for mark in now.own.get(spot(one), ()) if mark not in add)
    return Correction(add, tuple(remove), f"{name or 'nobody'} says {_beginning(there)}")


def as_found(now: Corrected, spots: Collection[Spot]) -> Correction:
    """Take back what was said of these words, even where it was said of the same words elsewhere."""
    there = _at(now, spots)
    marks = [mark for one in there for mark in now.own.get(spot(one), ())]
    marks += [mark for one in there if (mark := now.taught.get(spot(one)))]
    return Correction((), tuple(dict.fromkeys(marks)), f"{_beginning(there)} as found")


def named(now: Corrected, name: str, new: str, at: datetime) -> Correction:
    """The actor called `name` is called `new`; when another one is called so already, they are one. `at`: UTC."""
    bases = [base for base, label in now.names.items() if label == name]
    if name not in now.names:
        bases.append(name)
    add = tuple(Mark(NAME, 0, new, at, words=base) for base in bases if base != new)
    remove = (mark for mark in now.name_marks.get(name, ()) if mark not in add)
    return Correction(add, tuple(remove), f"{name} is {new}")


def name_as_found(now: Corrected, name: str) -> Correction:
    """Take back the name that the user gave; actors who became one by it are several again."""
    return Correction((), now.name_marks.get(name, ()), f"{name} as found")


def _at(now: Corrected, spots: Collection[Spot]) -> list[Quote | Statement]:
    spoken = (*now.facts.quotes, *now.facts.statements, *now.facts.nobodys)
    return [one for one in spoken if spot(one) in spots]


def _beginning(there: Sequence[Quote | Statement]) -> str:
    """`“The first few words ...”`."""
    words = " ".join(there[0].text.split()) if there else ""
    return f"“{words if len(words) <= _SHOWN else words[: _SHOWN - 4].rstrip() + ' ...'}”"
