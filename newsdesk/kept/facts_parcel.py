"""Facts on their way from the process that finds them to the desk: in pieces, and nothing is there twice.

Pickled in one go, the facts of a long story take half as much again while they come in; words and numbers that are the same
in many of them are made anew for each; and for a moment they stand beside those that were found before. Memory that was
once needed stays with the process.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from newsdesk.model import Facts, Quote, Statement, Timex
from newsdesk.system.many_objects import making_many_objects

Columns = list[list[Any]]
"""Objects of one kind: the values of each of its fields, one after the other."""
MANY: Mapping[str, type[Any]] = {"quotes": Quote, "statements": Statement, "timexes": Timex}
"""Of `Facts`: what there is most of."""
_AT_ONCE = 1000
"""Facts in a piece."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Facts as they are sent."""

    rest: Facts
    """With nothing in it of what there is most of."""
    pieces: list[tuple[str, bytes]]
    """That, each piece under the name of its field in `Facts`."""


def pack(facts: Facts) -> Parcel:
    """Facts for the pipe."""
    return Parcel(without_many(facts), [(name, pickle.dumps(columns)) for name, columns in in_pieces(facts)])


def unpack(parcel: Parcel, before: Facts) -> Facts:
    """The facts of a parcel, which is empty then. Those that are the same as in `before` are the very same objects."""
    pieces = parcel.pieces[::-1]
    parcel.pieces.clear()

    def unpickled() -> Iterator[tuple[str, Columns]]:
        while pieces:
            name, piece = pieces.pop()
            yield name, pickle.loads(piece)  # noqa: S301 - our own

    return joined(parcel.rest, unpickled(), before)


def without_many(facts: Facts) -> Facts:
    """The facts with nothing in them of what there is most of."""
    return replace(facts, quotes=(), statements=(), timexes=())


def in_pieces(facts: Facts) -> Iterator[tuple[str, Columns]]:
    """What there is most of, in pieces, each under the name of its field in `Facts`."""
    for name, kind in MANY.items():
        found: Sequence[Any] = getattr(facts, name)
        for first in range(0, len(found), _AT_ONCE):
            some = found[first : first + _AT_ONCE]
            yield name, [[getattr(one, field.name) for one in some] for field in fields(kind)]


def joined(rest: Facts, pieces: Iterable[tuple[str, Columns]], before: Facts) -> Facts:
    """The facts of `without_many` and `in_pieces`. Those that are the same as in `before` are the very same objects.

    Raises:
        KeyError: a piece is under no such name.
        TypeError: a piece does not have the fields.
    """
    with making_many_objects():
        found: dict[str, list[Any]] = {name: [] for name in MANY}
        known: dict[Any, Any] = {}
        the_same: defaultdict[tuple[str, int], dict[Any, Any]] = defaultdict(dict)
        of = ""
        for name, columns in pieces:
            if name != of:
                of, known = name, {one: one for one in getattr(before, name)}
            for number, column in enumerate(columns):
                same = the_same[name, number]
                columns[number] = [same.setdefault(value, value) for value in column]
            found[name] += [known.get(one, one) for one in map(MANY[name], *columns)]
        quotes, statements, timexes = (tuple(found[name]) for name in ("quotes", "statements", "timexes"))
        return replace(rest, quotes=quotes, statements=statements, timexes=timexes)
