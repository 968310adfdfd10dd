"""What the user says of speakers and actors, applied to what was found. Pure.

The user's word is a mark, kept apart from the facts and applied to whatever is found, now and in sources to come:

- *who speaks*: the speaker of certain words of a post, or that they are nobody's. It holds for the same words elsewhere
  (see `_elsewhere`), and for what goes on from them in the same paragraph without a word of saying (see `_same_breath`).
- *a name*: what an actor is called. Two actors with one name are one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import NamedTuple, TypeVar

from newsdesk.late_pattern import late_pattern
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
_ONE_QUOTATION = late_pattern(
    r"[\u201d\"\u2019']?,?[\u201d\"\u2019'](?P<told> [^.?!;:,\u201c\u201d\"]{1,80},)?(?: and| or|) ?[\u201c\"\u2018']"
)
"""What stands between two pieces that somebody says in one: ”, he said, “ and ” and “."""
_NEW_SENTENCE = late_pattern(
    r"[.?!\u2026,]*[\u201d\"\u2019'](?: (?:(?:Mr|Mrs|Ms|Dr)\.|[^.?!;:\u201c\u201d\"]){1,120}[.?!])? [\u201c\"\u2018']"
)
"""What stands between a quote, with who says it, and one that begins a sentence: ” he said. “."""
_SENTENCE = late_pattern(r"(?:(?:Mr|Mrs|Ms|Dr)\.|[^.?!\u201c\u201d\"])*")
_ENDS = frozenset(".?!\u2026")
_CLOSING = ".?!,\u2026\"'\u201d\u2019\u00bb"
_LONGEST_AFTER = 200
"""Characters after a quote that may tell who speaks it."""
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
    taught: Mapping[Spot, tuple[Mark, ...]] = field(default_factory=dict)
    """Marks that were made on other words and hold for these, too."""
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


def spoken_at(facts: Facts, spots: Collection[Spot]) -> list[Quote | Statement]:
    """What stands at these spots: quotes, then statements, then what is nobody's."""
    wanted = set(spots)
    posts = {one.post_id for one in wanted}  # spares making a spot of everything
    everything = (*facts.quotes, *facts.statements, *facts.nobodys)
    return [one for one in everything if one.post_id in posts and spot(one) in wanted]


def correcting(marks: Iterable[Mark]) -> frozenset[Mark]:
    """Those of the user's marks that correct facts."""
    return frozenset(mark for mark in marks if mark.kind in {SPEAKER, NAME})


def when_said(mark: Mark) -> tuple[datetime, str]:
    """For the order in which things were said: of two that contradict, the one said last holds."""
    return mark.at or _EVER, mark.value


# Applying.


def corrected(found: Facts, marks: Collection[Mark], post_by_id: Mapping[int, Post]) -> Corrected:
    """The facts with the user's marks applied; of two that contradict, the one said last holds."""
    if not marks:
        return Corrected(found)
    said = sorted(marks, key=when_said)
    names = _Names(found, said)
    own, taught = _decided(found, [mark for mark in said if mark.kind == SPEAKER], post_by_id)
    decided = {where: marks[-1] for where, marks in (taught | own).items()}
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
) -> tuple[dict[Spot, tuple[Mark, ...]], dict[Spot, tuple[Mark, ...]]]:
    """Which marks tell who speaks: those on the very words, and those on others. Of several the last holds."""
    spoken: list[Quote | Statement] = [*found.quotes, *found.statements]
    targets = {mark.target for mark in marks}
    of_post: defaultdict[int, list[Quote | Statement]] = defaultdict(list)
    with_words: defaultdict[tuple[int, tuple[str, ...]], dict[tuple[Place, int], Quote | Statement]] = defaultdict(dict)
    for one in spoken:
        if one.post_id in targets:
            of_post[one.post_id].append(one)
            with_words[one.post_id, folded_words(one.text)].setdefault((one.place, one.start), one)
    own: defaultdict[Spot, tuple[Mark, ...]] = defaultdict(tuple)
    meant: dict[Spot, tuple[Quote | Statement, Mark]] = {}
    for mark in marks:
        same = with_words.get((mark.target, folded_words(mark.words)))
        if same:
            # Where they stood, if they still do; a post can say the same thousands of times.
            one = same.get((mark.place, mark.start)) or _nearest(mark, same.values())
            own[spot(one)] += (mark,)
            meant[spot(one)] = (one, mark)  # what the user said before of these words teaches nothing any more
    taught: dict[Spot, tuple[Mark, ...]] = {}
    followers = ((one, (mark,)) for one, mark in _same_breath(meant.values(), of_post, post_by_id))
    for one, its_marks in (*followers, *_elsewhere(meant.values(), spoken)):
        taught.setdefault(spot(one), its_marks)
    return dict(own), {where: its_marks for where, its_marks in taught.items() if where not in own}


def _nearest(mark: Mark, same: Iterable[Quote | Statement]) -> Quote | Statement:
    return min(same, key=lambda one: (one.place != mark.place, abs(one.start - mark.start)))


def _same_breath(
    meant: Iterable[tuple[Quote | Statement, Mark]],
    of_post: Mapping[int, Sequence[Quote | Statement]],
    post_by_id: Mapping[int, Post],
) -> Iterator[tuple[Quote | Statement, Mark]]:
    """What goes along: “A,” he said. “B” in one paragraph, and what he himself quotes as his own: “I said ‘A’”.

    Only what has no word of saying of its own goes along with what stands before it: the user said nothing of “B,” he said.
    """
    named = [(one, mark) for one, mark in meant if isinstance(one, Quote) and mark.value != NOBODY]
    # By where they stand, not by when it was said: a second thought about one must not give the others to a third.
    named.sort(key=lambda item: item[0].start)
    breath_of: dict[Spot, int] = {}
    breaths: defaultdict[int, list[Quote]] = defaultdict(list)
    pieces: defaultdict[int, list[Quote]] = defaultdict(list)
    piece_of: dict[Spot, int] = {}
    own_words: defaultdict[Hashable, list[Quote]] = defaultdict(list)
    for post_id in dict.fromkeys(one.post_id for one, _ in named):
        post = post_by_id.get(post_id)
        quotes = [other for other in of_post[post_id] if isinstance(other, Quote)]
        for other in quotes:
            if other.inside is not None and (other.surface or "").lower() in _OWN:
                own_words[post_id, other.place, other.inside, other.speaker].append(other)
        for other, before, joint in _going_on(quotes, post) if post is not None else ():
            breath = breath_of.setdefault(spot(before), len(breath_of))
            breath_of[spot(other)] = breath
            breaths[breath].append(other)
            if joint:
                piece = piece_of.setdefault(spot(before), len(piece_of))
                pieces[piece] = pieces[piece] or [before]
                piece_of[spot(other)] = piece
                pieces[piece].append(other)
    for one, mark in named:
        # Whoever stands first takes all that follow: a paragraph can hold thousands, each set by the user.
        for other in own_words.pop((one.post_id, one.place, (one.start, one.end), one.speaker), ()):
            yield other, mark
        for other in pieces.pop(piece_of.get(spot(one), -1), ()):
            yield other, mark
        for other in breaths.pop(breath_of.get(spot(one), -1), ()):
            if other.start > one.start:
                yield other, mark


def _going_on(quotes: Iterable[Quote], post: Post) -> Iterator[tuple[Quote, Quote, bool]]:
    """Each quote of a post that only goes on from the one before it, that one, and whether the two are pieces of one."""
    words: dict[Place, str] = {"text": post.text, "headline": post.headline or ""}
    last: dict[Hashable, Quote] = {}
    for quote in sorted(quotes, key=lambda one: one.start):
        before = last.get((quote.place, quote.inside))
        last[quote.place, quote.inside] = quote
        same = before is not None and (before.speaker, before.surface) == (quote.speaker, quote.surface)
        if before is None or not same or not quote.surface:
            continue
        text = words[quote.place]
        between = text[before.end : quote.start]
        if "\n" in between or "\n" in text[quote.start : quote.end]:
            continue
        one = _ONE_QUOTATION.fullmatch(between)
        joint = one is not None and (one["told"] is None or quote.surface in one["told"])
        if joint or (_NEW_SENTENCE.fullmatch(between) and _stands_alone(quote, text)):
            yield quote, before, joint


def _stands_alone(quote: Quote, text: str) -> bool:
    """Whether nothing after a quote in its sentence tells who speaks it."""
    after = text[quote.end : quote.end + _LONGEST_AFTER].partition("\n")[0]
    rest = after.lstrip(_CLOSING)
    if not rest.strip():
        return True
    last = (quote.text[-1:] + after[: len(after) - len(rest)]).rstrip("\"'\u201d\u2019\u00bb")[-1:]
    told = _SENTENCE.match(rest)
    return last in _ENDS and not rest.lstrip()[:1].islower() and not (told and str(quote.surface) in told.group())


def _elsewhere(
    meant: Iterable[tuple[Quote | Statement, Mark]], spoken: Sequence[Quote | Statement]
) -> Iterator[tuple[Quote | Statement, tuple[Mark, ...]]]:
    """The same words in other places, where the same was found, or nobody.

    A few words may be said by several people; those that are nobody's are so wherever the same mistake was made.
    """
    said: defaultdict[tuple[str, ...], dict[str | None, list[Mark]]] = defaultdict(dict)
    for one, mark in meant:
        said[folded_words(one.text)].setdefault(one.speaker, []).append(mark)
    taught: dict[tuple[str, ...], dict[str | None, tuple[Mark, ...]]] = {}
    for words, by_speaker in said.items():
        everybody = [mark for marks in by_speaker.values() for mark in marks]
        taught[words] = {
            speaker: tuple(marks)
            for speaker, marks in ({None: everybody} | by_speaker).items()
            if len({mark.value for mark in marks}) == 1
            and (len(words) >= _TELLING or (marks[-1].value == NOBODY and speaker is not None))
        }
    longest = 2 * max((len(" ".join(words)) for words in taught), default=0) + 40  # spares folding what is far too long
    for one in spoken:
        if len(one.text) <= longest and (marks := taught.get(folded_words(one.text), {}).get(one.speaker)):
            yield one, marks


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
    given = set(names.said.values())
    set_by_user = {one.speaker for one in spoken if one.corrected and one.speaker}
    for name in sorted((given | set_by_user) & speaking - set(same)):
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
            # Confirming "a spokesman" in one place says nothing of who it is in others.
            resolved=name in given or any(actor.resolved for actor in actors),
            corrected=any(names.base(actor.name) in names.said for actor in actors),
        )
        for name, actors in same.items()
        if name in speaking
    ]
    return tuple(sorted(actors, key=lambda actor: (not actor.resolved, -actor.quotes, actor.name)))


# Saying.


def spoken_by(now: Corrected, spots: Collection[Spot], name: str, at: datetime) -> Correction:
    """These words are said by this actor; by nobody, when the name is `NOBODY`. `at` is the moment of saying it (UTC)."""
    there = spoken_at(now.facts, spots)
    add = tuple(Mark(SPEAKER, one.post_id, name, at, words=one.text, place=one.place, start=one.start) for one in there)
    now_said = set(add)
    remove = (mark for one in there for mark in now.own.get(spot(one), ()) if mark not in now_said)
    return Correction(add, tuple(remove), f"{name or 'nobody'} says {_beginning(there)}")


def as_found(now: Corrected, spots: Collection[Spot]) -> Correction:
    """Take back what was said of these words, even where it was said of the same words elsewhere."""
    there = spoken_at(now.facts, spots)
    marks = [mark for one in there for mark in now.own.get(spot(one), ())]
    marks += [mark for one in there for mark in now.taught.get(spot(one), ())]
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


def followers(correction: Correction, before: Corrected, after: Corrected) -> int:
    """How many quotes and statements of others than the words meant get another speaker, or none, by a correction."""
    meant = {(mark.target, mark.place, mark.start) for mark in (*correction.add, *correction.remove)}
    was, now = _speakers(before.facts), _speakers(after.facts)
    changed = (where for where in was.keys() | now.keys() if was.get(where) != now.get(where))
    return sum((where.post_id, where.place, where.start) not in meant for where in changed)


def _speakers(facts: Facts) -> dict[Spot, str | None]:
    spoken: list[Quote | Statement] = [*facts.quotes, *facts.statements]
    return {spot(one): one.speaker for one in spoken}


def name_after(name: str, found: Facts, before: Collection[Mark], after: Collection[Mark]) -> str:
    """What the actor called `name` is called after the user's marks changed: by another name, or by taking one back."""
    was, now = (
        {mark.words: mark.value for mark in correcting(marks) if mark.kind == NAME} for marks in (before, after)
    )
    if was == now:
        return name
    bases = [base for base, label in was.items() if label == name and now.get(base) != name]
    for base in (name, *bases):
        if base in now:
            return now[base]
    if not bases or name in now.values() or any(actor.name == name for actor in found.actors):
        return name
    return bases[0]


def _beginning(there: Sequence[Quote | Statement]) -> str:
    """`“The first few words ...”`."""
    words = " ".join(there[0].text.split()) if there else ""
    return f"“{words if len(words) <= _SHOWN else words[: _SHOWN - 4].rstrip() + ' ...'}”"
