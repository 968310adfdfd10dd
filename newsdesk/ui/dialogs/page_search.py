"""Searching in the post that is read: the keys for it, as a part of the reader."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Literal

from textual.worker import get_current_worker

from newsdesk.story.reader import Page
from newsdesk.ui.dialogs.dialog import ScrollingDialog
from newsdesk.ui.dialogs.page_text import Words, found_in
from newsdesk.ui.panes.header import SearchField, SearchLine


def same_words(page: Page, other: Page) -> bool:
    """Whether these are one post in the same words."""
    return (page.post_id, page.headline, page.text) == (other.post_id, other.headline, other.text)


class SearchesPage(ScrollingDialog[int]):
    """For the reader: what is searched for, and where it stands in the page that is shown."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    """The field is not there until it is asked for."""

    _page: Page | None = None
    _sought = ""
    """The words; empty where nothing is searched for."""
    _found: Sequence[Words] = ()
    """Every place where one of them stands, if all of them do."""
    _match = 0
    """Which of these places was gone to."""

    @abstractmethod
    def show_marks(self) -> None:
        """Show the page with what is found in it."""

    @abstractmethod
    def go_to_words(self, words: Words) -> None:
        """Scroll to words of the page."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own signature
        """While words are typed these keys are letters of them."""
        return not (action in {"search", "help"} and isinstance(self.focused, SearchField))

    def action_search(self) -> None:
        """`/`."""
        line = self.query_one(SearchLine)
        line.open(self._sought, "Post", "this post, and those that you go on to")
        self.type_into(line.field)

    def on_search_line_changed(self, message: SearchLine.Changed) -> None:
        """Every key of the search goes to the first match."""
        message.stop()
        self._sought = message.words
        self.search_page()

    def on_search_line_closed(self, message: SearchLine.Closed) -> None:
        """Enter keeps the search for some words, Escape ends it."""
        message.stop()
        if not (message.keep and self._sought.strip()):
            self.end_search()
        self.set_focus(None)

    def end_search(self) -> None:
        """Nothing is searched for any more."""
        self._sought = ""
        self.query_one(SearchLine).close()
        self.search_page()

    def search_page(self) -> None:
        """See where the words stand in the page that is shown: a long one takes its time, and keys do not wait for it."""
        page, sought = self._page, self._sought.strip()
        self._found, self._match = (), 0
        if page is None or not sought:
            self.workers.cancel_group(self, "search")
            self._show_found()
            return

        def look() -> None:
            found = found_in(page, sought)
            if not get_current_worker().is_cancelled:
                self.app.call_from_thread(partial(self._take, page, sought, found))

        self.run_worker(look, group="search", thread=True, exclusive=True, exit_on_error=False)

    def _take(self, page: Page, sought: str, found: Sequence[Words]) -> None:
        if (
            self.is_mounted
            and sought == self._sought.strip()
            and self._page is not None
            and same_words(page, self._page)
        ):
            self._found = found
            self._show_found()

    def _show_found(self) -> None:
        self.show_marks()
        self.query_one(SearchLine).show_count(self._match + 1 if self._found else 0, len(self._found))
        if self._found:
            self.call_after_refresh(self.go_to_words, self._found[self._match])

    def step_to_match(self, by: Literal[1, -1]) -> bool:
        """To the next match of the page; False when there is none that way."""
        if not 0 <= self._match + by < len(self._found):
            return False
        self._match += by
        self._show_found()
        return True
