"""The list of the filters that are kept under a name: choose one, keep another, rename and remove them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from newsdesk.clean import clean_line
from newsdesk.story.kept_filter import LONGEST_NAME, KeptFilter
from newsdesk.ui.dialogs.asking_list import AskingList
from newsdesk.ui.dialogs.dialog import RowList, plain
from newsdesk.ui.keys.commands import DIALOG, KEPT_FILTERS
from newsdesk.ui.keys.keymap import keymap

EMPTY = "No filter is kept yet: {keep} in the filter keeps one."


class KeptFilters(AskingList[KeptFilter | None]):
    """Lists the kept filters. The result is the chosen one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (*KEPT_FILTERS, *DIALOG)]

    @dataclass
    class Said(Message):
        """The user wants these to be kept under these names, None: no longer."""

        change: Mapping[str, KeptFilter | None]
        words: str
        """What this is, in a sentence without its full stop."""
        undo_words: str
        """What would be taken back."""

    def __init__(self, kept: Sequence[KeptFilter], words_of: Callable[[KeptFilter], str]) -> None:
        """`words_of` says what one asks of a post."""
        super().__init__()
        self.kept = list(kept)
        """Those that are kept by now, by name."""
        self._words_of = words_of

    def on_mount(self) -> None:
        """List them."""
        self.list_rows()
        self.begin()

    def begin(self) -> None:
        """Begin in the list."""
        self.query_one(RowList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """While the field is open, its keys are the field's; nothing can be done with no filter."""
        if action in {"open", "rename", "remove"}:
            return False if self.asked is not None else bool(self.kept) or None
        return True

    def list_rows(self, at: int | None = None) -> None:
        """See `AskingList`."""
        title = f"Kept filters · {len(self.kept)}" if self.kept else "Kept filters"
        self.fill([plain(kept.name) for kept in self.kept], title, at)

    def highlighted(self) -> None:
        """What it asks of a post."""
        kept = self._at_hand()
        empty = EMPTY.format(keep=keymap(self).word("filter.keep"))
        self.say_about(plain(self._words_of(kept)) if kept else Content(empty))

    def action_open(self) -> None:
        """Choose this one."""
        if (kept := self._at_hand()) is not None:
            self.dismiss(kept)

    def action_rename(self) -> None:
        """Ask for the new name."""
        if (kept := self._at_hand()) is not None:
            self.ask("New name of this filter", kept.name, partial(self._rename, kept))

    def action_remove(self) -> None:
        """Keep it no longer; the desk can undo that."""
        if (kept := self._at_hand()) is not None:
            about = f"the filter “{kept.name}”"
            self.change({kept.name: None}, f"Took out {about}", f"removal of {about}")

    def _rename(self, kept: KeptFilter, answer: str) -> None:
        name = self.named(answer)
        if not name:
            return
        if any(other != kept.name for other in self.called(name)):
            self.say("There is a filter of this name; choose another.")
            return
        if name != kept.name:
            change = {kept.name: None, name: replace(kept, name=name)}
            about = f"the filter “{kept.name}”"
            self.change(change, f"Called {about} “{name}”", f"new name of {about}")
        self.end_asking()

    def named(self, answer: str) -> str:
        """The answer as a name; empty, and that is said, where it can be none."""
        name = clean_line(answer).strip()
        if not name:
            self.say("It needs a name.")
        elif len(name) > LONGEST_NAME:
            self.say(f"A name has at most {LONGEST_NAME} characters, this one has {len(name)}.")
            return ""
        return name

    def called(self, name: str) -> list[str]:
        """The names that are this one, whatever their capitals."""
        return [kept.name for kept in self.kept if kept.name.casefold() == name.casefold()]

    def change(self, change: Mapping[str, KeptFilter | None], words: str, undo_words: str) -> None:
        """Say it, and show it at once: the story has it a little later."""
        self.post_message(self.Said(change, words, undo_words))
        known = {kept.name: kept for kept in self.kept if kept.name not in change}
        known |= {name: kept for name, kept in change.items() if kept is not None}
        self.kept = sorted(known.values(), key=lambda kept: kept.name.casefold())
        self.list_rows()

    def _at_hand(self) -> KeptFilter | None:
        return self.kept[self.at] if self.at is not None and self.at < len(self.kept) else None


class KeepFilter(KeptFilters):
    """Asks for the name under which one more filter is to be kept, above it those that are taken. The result is None."""

    BEGINS_IN_FIELD = True

    def __init__(self, kept: Sequence[KeptFilter], words_of: Callable[[KeptFilter], str], new: KeptFilter) -> None:
        """`new` has no name yet."""
        super().__init__(kept, words_of)
        self._new = new

    def list_rows(self, at: int | None = None) -> None:
        """See `AskingList`."""
        super().list_rows(at)
        self.query_one("#box").border_title = "Keep this filter"

    def begin(self) -> None:
        """Begin in the field for the name."""
        self.ask("Name to keep this filter under", "", self._keep)

    def highlighted(self) -> None:
        """What the new one asks of a post."""
        self.say_about(plain(self._words_of(self._new)))

    def action_close(self) -> None:
        """Keep nothing."""
        self.dismiss(None)

    def _keep(self, answer: str) -> None:
        if not (name := self.named(answer)):
            return
        before = self.called(name)
        about = f"the filter “{name}”"
        words = f"Kept {about}, in the place of the one before" if before else f"Kept {about}"
        self.change(dict.fromkeys(before) | {name: replace(self._new, name=name)}, words, f"keeping of {about}")
        self.dismiss(None)
