"""What is wrong with work that a thread of the desk does again and again: said when it begins, and not each time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.screen import Screen

from newsdesk.store import StoreError
from newsdesk.system.background import Cancelled, WorkerDiedError
from newsdesk.ui.work import messages


def error_words(error: BaseException | None) -> str:
    """What to say of work that ended in an error. What is no fault of ours speaks for itself."""
    foreseen = isinstance(error, StoreError | WorkerDiedError)
    return str(error) if foreseen else f"This did not work ({type(error).__name__}: {error}); please report it"


class Complaints:
    """Of one thread."""

    def __init__(self, desk: Screen[None]) -> None:
        """They are said on this desk."""
        self._desk = desk
        self._said = ""

    @contextmanager
    def said_once(self) -> Iterator[None]:
        """Do the work once within this: an error ends it, and the next time may find that what was wrong is gone.

        Raises:
            Cancelled: as the work did; nothing is said.
        """
        try:
            yield
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the thread lives on
            words = error_words(error)
            if words != self._said:
                self._desk.post_message(messages.Said(words, "error"))
            self._said = words
        else:
            self._said = ""
