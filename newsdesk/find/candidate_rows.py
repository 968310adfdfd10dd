"""The candidates of a post as a row of plain values, which JSON can hold, and back. Pure.

A row is made of the dataclasses as they are, field by field, so that no second list of their fields has to follow them. It
has no names in it: it can be read by the very rules that wrote it, and by no others. Offsets and words are those of the
post's own text; whoever keeps a row keeps it with a digest of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from operator import attrgetter
from sys import intern
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from newsdesk.find.dates.timex_candidate import TimexCandidate
from newsdesk.find.events.passages import PassageRead, Passages
from newsdesk.find.facts import Candidates, Words
from newsdesk.find.quotes.candidates import QuoteCandidates

Row = list[Any]
"""Lists, strings, numbers, booleans and None, as `json.loads` gives them."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of `Candidates`."""

    quotes: QuoteCandidates
    text_dates: tuple[TimexCandidate, ...]
    headline_dates: tuple[TimexCandidate, ...]
    headline_read: PassageRead
    text_read: PassageRead


def to_row(candidates: Candidates) -> Row:
    """The candidates as plain values."""
    passages = candidates.passages
    kept = _Kept(
        candidates.quotes,
        candidates.text_dates,
        candidates.headline_dates,
        passages.headline.read,
        passages.text.read,
    )
    return _dataclass(_Kept).encode(kept)


def from_row(row: Row, words: Words) -> Candidates:
    """The candidates that `to_row` made this row of. The row is used up.

    Args:
        row: as read; nothing in it is taken on trust but that it is plain values.
        words: those of the post that the row was made of.

    Raises:
        ValueError: no candidates of these rules give such a row.
    """
    try:
        kept: _Kept = _dataclass(_Kept).decode(row)
    except (TypeError, KeyError) as error:
        raise ValueError("not a row of candidates") from error
    passages = Passages.of(words.text, words.headline, (kept.headline_read, kept.text_read))
    return Candidates(kept.quotes, kept.text_dates, kept.headline_dates, passages)


class _Form(NamedTuple):
    """How the values of one type are written and read."""

    types: frozenset[type]
    """Of what stands in the row."""
    encode: Callable[[Any], Any] | None = None
    decode: Callable[[Any], Any] | None = None
    """None: the value itself."""


_PLAIN = (int, str, bool, float, NoneType)


def _form(hint: Any) -> _Form:
    """The form of a type; TypeError when a row cannot hold it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is str:
        # The same name stands in thousands of posts.
        return _Form(frozenset({str}), decode=intern)
    if hint in _PLAIN:
        return _Form(frozenset({hint}))
    if origin is UnionType:
        return _optional([_form(each) for each in arguments])
    if origin is Literal:
        return _one_of(arguments)
    if origin is tuple:
        return (
            _sequence(_form(arguments[0])) if arguments[1:] == (...,) else _fixed([_form(each) for each in arguments])
        )
    if origin is frozenset:
        return _sequence(_form(arguments[0]), kind=frozenset, ordered=sorted)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _one_of(hint)
    return _Form(
        frozenset({list}), lambda value: _dataclass(hint).encode(value), lambda row: _dataclass(hint).decode(row)
    )


def _optional(forms: list[_Form]) -> _Form:
    """A union of plain values, or of something and None."""
    types = frozenset[type]().union(*(form.types for form in forms))
    made = [form for form in forms if form.encode or form.decode]
    if not made:
        return _Form(types)
    (form,) = made
    return _Form(types, _unless_none(form.encode), _unless_none(form.decode))


def _unless_none(change: Callable[[Any], Any] | None) -> Callable[[Any], Any] | None:
    return None if change is None else lambda value: None if value is None else change(value)


def _one_of(values: Iterable[str]) -> _Form:
    """Words that are written as they are, and of which no others are read."""
    return _Form(frozenset({str}), str, {str(value): value for value in values}.__getitem__)


def _sequence(
    item: _Form, kind: Callable[[Iterable[Any]], Any] = tuple, ordered: Callable[[Iterable[Any]], Iterable[Any]] = list
) -> _Form:
    """Any number of values of one form; those that have no order are put in one."""

    def encode(values: Iterable[Any]) -> Row:
        return list(map(item.encode, ordered(values))) if item.encode else list(ordered(values))

    def decode(row: Row) -> Any:
        if not item.types.issuperset(map(type, row)):
            raise TypeError
        return kind(map(item.decode, row) if item.decode else row)

    return _Form(frozenset({list}), encode, decode)


def _fixed(items: list[_Form]) -> _Form:
    """A tuple of values of these forms."""

    def encode(values: Iterable[Any]) -> Row:
        return [item.encode(value) if item.encode else value for item, value in zip(items, values, strict=True)]

    def decode(row: Row) -> Any:
        if len(row) != len(items) or any(type(value) not in item.types for item, value in zip(items, row, strict=True)):
            raise TypeError
        return tuple(item.decode(value) if item.decode else value for item, value in zip(items, row, strict=True))

    return _Form(frozenset({list}), encode, decode)


class _DataclassForm:
    """How the objects of one dataclass are written and read: a list of its fields, without defaults at its end."""

    def __init__(self, kind: type) -> None:
        hints = get_type_hints(kind)
        declared = fields(kind)
        forms = [_form(hints[field.name]) for field in declared]
        self._kind = kind
        self._values = attrgetter(*(field.name for field in declared))
        self._defaults = [field.default for field in declared]
        self._least = sum(default is MISSING for default in self._defaults)
        self._types = [form.types for form in forms]
        self._encoded = [(index, form.encode) for index, form in enumerate(forms) if form.encode]
        self._decoded = [(index, form.decode) for index, form in enumerate(forms) if form.decode]
        self._seen: set[tuple[type, ...]] = set()
        """Rows of types that were found right: most objects of a kind have one of a few."""

    def encode(self, value: Any) -> Row:
        row = list(self._values(value))
        while len(row) > self._least and row[-1] == self._defaults[len(row) - 1]:
            row.pop()
        for index, encode in self._encoded:
            if index >= len(row):
                break
            row[index] = encode(row[index])
        return row

    def decode(self, row: Row) -> Any:
        types = tuple(map(type, row))
        if types not in self._seen:
            if not self._least <= len(types) <= len(self._types):
                raise TypeError
            if not all(kind in allowed for kind, allowed in zip(types, self._types, strict=False)):
                raise TypeError
            self._seen.add(types)
        for index, decode in self._decoded:
            if index >= len(row):
                break
            row[index] = decode(row[index])
        return self._kind(*row)


@cache
def _dataclass(kind: type) -> _DataclassForm:
    return _DataclassForm(kind)
