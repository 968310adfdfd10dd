"""What can be taken back at one desk, the last first, and what is said of it.

A desk takes back what was done at it, never what somebody else did since: another desk, or a command. What has been
changed from elsewhere meanwhile stays as it is, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from newsdesk.model import Source
from newsdesk.store import Added, MarksSet, Removed, SourceGoneError, Store, StoreError
from newsdesk.story.wording import counted

SourceField = Literal["title", "year", "said_time", "interval"]
"""What the user may say of a source."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of taking back one step."""

    done: bool
    kept: str = ""
    """What was left as it is, since it was changed elsewhere."""
    again: Step | None = None
    """Takes back the taking back."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done and can be taken back."""

    words: str
    take_back: Callable[[], Outcome]
    """Raises StoreError."""


@dataclass(slots=True)
class UndoStack:
    """The steps of one desk."""

    _steps: list[Step] = field(default_factory=list)

    def push(self, step: Step) -> None:
        """Remember something that was done."""
        self._steps.append(step)

    def undo(self) -> str | None:
        """Take back the last step: the sentence to say of it; None when there is none.

        Raises:
            StoreError: it was not possible; unless its source is gone, the next try may do it.
        """
        if not self._steps:
            return None
        step = self._steps.pop()
        try:
            outcome = step.take_back()
        except SourceGoneError:
            raise
        except StoreError:
            self._steps.append(step)  # the store was busy or full
            raise
        if outcome.again is not None:
            self._steps.append(outcome.again)
        stays = "another desk, a command or a poll has changed that since, and it stays"
        if not outcome.done:
            return f"Not taken back: {step.words}: {stays}"
        return f"Took back: {step.words}" + (f"; but not {outcome.kept}: {stays}" if outcome.kept else "")


def marks_step(store: Store, words: str, said: MarksSet) -> Step:
    """The user set or removed marks."""
    return Step(words, lambda: Outcome(store.unset_marks(said)))


def field_step(store: Store, before: Source, after: Source, name: SourceField, users: frozenset[str]) -> Step:
    """The user gave a source another title, year, date or interval.

    Args:
        store: the story's.
        before: the source as it was.
        after: the source as it was left.
        name: the field that was said.
        users: the fields that were the user's own words before.
    """

    def take_back() -> Outcome:
        now = next((source for source in store.load().sources if source.id == before.id), None)
        if now is None or getattr(now, name) != getattr(after, name):
            return Outcome(done=False)
        said: dict[str, Any] = {name: getattr(before, name)}
        store.update_source(replace(now, **said), users=users)
        return Outcome(done=True)

    return Step(f"new {'date' if name == 'said_time' else name} of {before.tag}", take_back)


def date_again_step(store: Store, said: Added) -> Step:
    """The user said the date of a source once more, of the posts that had come since."""

    def take_back() -> Outcome:
        (taken,) = store.take_back([said])
        return Outcome(done=taken is not None)

    return Step(f"new date of {said.source.tag}", take_back)


def together(first: Step, second: Step) -> Step:
    """Two steps that were one thing for the user, who knows it by the words of the first one."""

    def take_back() -> Outcome:
        outcomes = second.take_back(), first.take_back()
        return Outcome(done=any(outcome.done for outcome in outcomes))

    return Step(first.words, take_back)


def meta_step(store: Store, words: str, before: Mapping[str, str | None], after: Mapping[str, str | None]) -> Step:
    """The user said something that stands in the story's meta: what was there under these keys, and what is now."""

    def take_back() -> Outcome:
        now = store.meta()
        if any(now.get(key) != value for key, value in after.items()):
            return Outcome(done=False)
        store.set_meta(before)
        return Outcome(done=True)

    return Step(words, take_back)


def removal_step(store: Store, removed: Sequence[Removed]) -> Step:
    """Sources were taken out."""

    def take_back() -> Outcome:
        for one in removed:
            store.restore(one)
        return Outcome(done=True)

    return Step(f"removal of {_listed([one.source for one in removed])}", take_back)


def reading_step(store: Store, read: Sequence[Added]) -> Step:
    """Sources were added, or read again, in this order; all in one go."""

    def take_back() -> Outcome:
        taken = list(zip(read, store.take_back(read), strict=True))
        kept = [one.source for one, taken_out in taken if taken_out is None]
        removed = [taken_out for one, taken_out in taken if taken_out is not None and one.is_new]
        again = removal_step(store, removed) if removed else None
        return Outcome(len(kept) < len(read), _listed(kept), again)

    added = [one.source for one in read if one.is_new]
    again = [one.source for one in read if not one.is_new]
    parts = [f"adding of {_listed(added)}"] if added else []
    parts += [f"new reading of {_listed(again)}"] if again else []
    return Step(" and ".join(parts), take_back)


def _listed(sources: Iterable[Source]) -> str:
    """The one source's tag, or how many there are; each counts once."""
    tags = {source.id: source.tag for source in sources}
    return next(iter(tags.values())) if len(tags) == 1 else counted(len(tags), "source") if tags else ""
