"""The reader: one post, whole, and from there the next and the previous one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from newsdesk.model import Place
from newsdesk.story.citation import Citation, copied
from newsdesk.story.elsewhere import Elsewhere
from newsdesk.story.passages import Passage
from newsdesk.story.reader import Page
from newsdesk.ui.dialogs.dialog import plain
from newsdesk.ui.dialogs.page_search import SearchesPage, same_words
from newsdesk.ui.dialogs.page_text import (
    LEGEND,
    Excerpt,
    Words,
    citation,
    edit_text,
    elsewhere_text,
    line_of,
    marked,
    quoted_here,
    span_of,
)
from newsdesk.ui.keys.commands import READER
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.keys.keymap import keymap
from newsdesk.ui.panes.copying import copied_words
from newsdesk.ui.panes.header import SearchLine
from newsdesk.ui.work.messages import Said

GONE = "This post is no longer in the story."
_SCHEMES = ("http://", "https://")


class Reader(SearchesPage):
    """Shows the posts of `order`, one at a time. Its result is the id of the post last shown."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in READER]

    DEFAULT_CSS = """
    Reader {
        #box { width: 96%; height: 96%; }
        #scroller { height: 1fr; padding: 0 1; margin-bottom: 1; scrollbar-size-vertical: 1; }
        .part { height: auto; max-width: 85; margin-bottom: 1; padding-right: 1; }
        #top { margin: 0; }
        #headline { text-style: bold; }
        #headline.-with-byline { margin: 0; }
        #byline { color: $text-muted; }
        .title { color: $text-muted; margin-top: 1; }
        #pictures, #origin, #legend { color: $text-muted; }
        .-empty { display: none; }
    }
    """

    @dataclass
    class Shown(Message):
        """The post stands on the screen now."""

        post_id: int

    @dataclass
    class LinkWanted(Message):
        """The user wants to see the post's page; the address is http(s)."""

        url: str

    @dataclass
    class StarWanted(Message):
        """The user wants the post starred, or no longer so."""

        post_id: int

    def __init__(
        self,
        page_of: Callable[[int], Page | None],
        order: Sequence[int],
        post_id: int,
        at: tuple[Place, int, int] | None = None,
        *,
        elsewhere_of: Callable[[int], Sequence[Elsewhere]] = lambda _: (),
        citation_of: Callable[[int, Words | None, bool], Citation | None] = lambda *_: None,
    ) -> None:
        """Open a post.

        Args:
            page_of: a post as it is now; None when it is gone.
            order: the way `next` goes.
            post_id: the post.
            at: words of it to go to: place, start, end.
            elsewhere_of: where else its quotes and events stand; asked beside the screen's thread.
            citation_of: words of a post with where they are from, and whether they were gone to, not chosen; None for the headline.
        """
        super().__init__()
        self._elsewhere_of = elsewhere_of
        self._elsewhere: Sequence[Elsewhere] = ()
        self._citation_of = citation_of
        self._copied: tuple[int, str | None, Words | None] | None = None
        """What was copied last, unless it was a whole post: the post, what is selected, and the words."""
        self._page_of = page_of
        self._order = list(order) if post_id in order else [post_id, *order]
        self._index = self._order.index(post_id)
        self._at = Words(*at) if at is not None else None
        self._page: Page | None = None
        self._edits_back = 0
        """How many edits before the last one the shown one is."""

    @property
    def post_id(self) -> int:
        """The post that is shown."""
        return self._order[self._index]

    def compose(self) -> ComposeResult:
        """From the label down to where it came from."""
        with Vertical(id="box"):
            with VerticalScroll(id="scroller", can_focus=False):
                yield Static(id="top", classes="part")
                yield Static(id="headline", classes="part")
                yield Static(id="byline", classes="part")
                yield Static(id="body", classes="part")
                yield Static("Quoted here", id="quoted-title", classes="part title", markup=False)
                yield Static(id="quoted", classes="part")
                yield Static("Said elsewhere, too", id="elsewhere-title", classes="part title", markup=False)
                yield Static(id="elsewhere", classes="part")
                yield Static("Expected", id="expected-title", classes="part title", markup=False)
                yield Static(id="expected", classes="part")
                yield Static("What was changed", id="edits-title", classes="part title", markup=False)
                yield Static(id="edits", classes="part")
                yield Static("Pictures", id="pictures-title", classes="part title", markup=False)
                yield Static(id="pictures", classes="part")
                yield Static("Source", id="origin-title", classes="part title", markup=False)
                yield Static(id="origin", classes="part")
                yield Static(LEGEND, id="legend", classes="part")
            yield SearchLine(("reader.next", "reader.previous"))
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the first post."""
        self._show()
        if self._at is not None:
            self.call_after_refresh(self._go_to_at)

    def refresh_page(self) -> None:
        """Read the shown post again, after a star or when the story has changed; nothing moves.

        Where it was edited meanwhile, other words may stand where those were that were gone to: then there are none at hand.
        """
        before = self._shown
        self._fill()
        if same_words(before, self._shown):
            return
        if self._at is not None and self._at.of(before) != self._at.of(self._shown):
            self._at = None
            self.show_marks()
        if self._sought:
            self.search_page()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No next after the last, no link where there is none."""
        if action == "step":
            by = int(str(parameters[0]))
            more = 0 <= self._index + by < len(self._order) or 0 <= self._match + by < len(self._found)
            return more or None
        if action == "open_link":
            return (self._page is not None and (self._page.link or "").startswith(_SCHEMES)) or None
        if action == "step_edit":
            return (self._page is not None and bool(self._page.edits)) or None
        if action == "elsewhere":
            return any(one.places for one in self._elsewhere) or None
        if action == "star":
            return self._page is not None or None
        return super().check_action(action, parameters)

    def action_step(self, by: Literal[1, -1]) -> None:
        """Go to the next match in this post, or else to the next post."""
        if self.step_to_match(by) or not 0 <= self._index + by < len(self._order):
            return
        self._index = min(max(self._index + by, 0), len(self._order) - 1)
        self._at = None
        self._edits_back = 0
        self._show()
        self.scroller.scroll_home(animate=False)

    def action_step_edit(self) -> None:
        """Go to what was changed; show the edit before the one that is shown, and after the first one the last one again."""
        if self._page is not None and self._page.edits:
            self._edits_back = (self._edits_back + 1) % len(self._page.edits)
            self._fill()
            self.scroller.scroll_to_widget(self.query_one("#edits-title"), top=True, animate=False)

    def action_copy(self, form: str = "text") -> None:
        """Copy the words at hand with their citation; where they were copied just now, or there are none, the whole post.

        As Markdown, the headline stands for a post without such words.
        """
        if self._page is None:
            return
        markdown = form == "markdown"
        selected = self.get_selected_text()
        gone_to = not selected and self._at is not None
        words = self._at if gone_to else self._selected_words()
        at_hand = self.post_id, selected, words
        again = not markdown and at_hand == self._copied
        text = "" if again else selected or ""
        if not again and (words is not None or (markdown and not selected)):
            found = self._citation_of(self.post_id, words, gone_to)
            text = copied([found], markdown=markdown) if found else text
        self._copied = at_hand if text else None
        self.app.copy_to_clipboard(text or citation(self._page))
        said = copied_words(text) if text else "The post is copied with its citation."
        self.post_message(Said(said, copied=True))

    def _selected_words(self) -> Words | None:
        """Where the selected words stand, if all of them stand in the text, or in the headline."""
        chosen = [(widget, one) for widget, one in self.selections.items() if widget.is_attached]
        if len(chosen) != 1 or self._page is None:
            return None
        widget, selection = chosen[0]
        if widget.id not in {"body", "headline"}:
            return None
        place: Place = "text" if widget.id == "body" else "headline"
        shown = self._marked(place)
        ahead = len(_with_cuts(Content(), shown.before, 0).plain)
        start, end = span_of(selection, _with_cuts(shown.content, shown.before, shown.after).plain)
        start, end = (min(max(0, offset - ahead), len(shown.content.plain)) + shown.before for offset in (start, end))
        return Words(place, start, end) if start < end else None

    def action_star(self) -> None:
        """Ask for the star."""
        self.post_message(self.StarWanted(self.post_id))

    def action_open_link(self) -> None:
        """Ask for the link to be opened."""
        if self._page is not None and self._page.link and self._page.link.startswith(_SCHEMES):
            self.post_message(self.LinkWanted(self._page.link))

    def action_elsewhere(self) -> None:
        """List every other place, and go to the one that is chosen."""
        from newsdesk.ui.dialogs.passages import Passages  # noqa: PLC0415 - most posts are read without it

        # A sentence may support a quotation and an event: it is one place.
        rows = list({row: None for one in self._elsewhere for row in one.places})
        if rows:
            self.app.push_screen(Passages("Elsewhere", rows, "place"), self._go_on)

    def _go_on(self, row: Passage | None) -> None:
        """Read the post of this place, at its words."""
        if row is None:
            return
        if row.post_id not in self._order:
            self._order.insert(self._index + 1, row.post_id)
        self._index = self._order.index(row.post_id)
        self._at = Words(row.place, row.start, row.end)
        self._edits_back = 0
        self._show()
        self.scroller.scroll_home(animate=False)
        self.call_after_refresh(self._go_to_at)

    def action_close(self) -> None:
        """End the search; where there is none, say which post was read last."""
        if self._sought:
            self.end_search()
            return
        self.dismiss(self.post_id)

    def _show(self) -> None:
        self.clear_selection()
        self._elsewhere = ()
        self._found, self._match = (), 0
        self._fill()
        if self._sought:
            self.search_page()
        self.refresh_bindings()
        if self._page is not None:
            self.post_message(self.Shown(self.post_id))

    def _look_elsewhere(self, post_id: int) -> None:
        """In a thread of its own: what is found is shown if the post still is."""
        found = self._elsewhere_of(post_id)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_elsewhere, post_id, found)

    def _show_elsewhere(self, post_id: int, found: Sequence[Elsewhere]) -> None:
        if post_id != self.post_id or not self.is_mounted:
            return
        self._elsewhere = found
        self._part("elsewhere", elsewhere_text([one for one in found if not one.is_event]))
        self._part("expected", elsewhere_text([one for one in found if one.is_event]))
        self.refresh_bindings()

    def _fill(self) -> None:
        self.run_worker(
            partial(self._look_elsewhere, self.post_id),
            group="elsewhere",
            thread=True,
            exclusive=True,
            exit_on_error=False,
        )
        page = self._page = self._page_of(self.post_id)
        box = self.query_one("#box")
        box.border_title = Content("Post") if page is None else plain(page.when)
        box.border_subtitle = f"{self._index + 1} of {len(self._order)}"
        page = self._shown
        self._part("top", _top(page))
        self._part("byline", plain(page.byline))
        self.query_one("#headline").set_class(bool(page.byline), "-with-byline")
        self.show_marks()
        self._part("quoted", quoted_here(page))
        self._show_elsewhere(self.post_id, self._elsewhere)
        latest = len(page.edits) - 1
        edit = Content()
        if page.edits:
            edit = edit_text(page, max(latest - self._edits_back, 0), keymap(self).word("reader.edit"))
        self._part("edits", edit)
        self._part("pictures", Content("\n").join([plain(caption) for caption in page.captions]))
        self._part("origin", Content("\n").join([plain(line) for line in (page.provenance, page.link) if line]))
        self.query_one("#legend").set_class(not page.spans, "-empty")

    @property
    def _shown(self) -> Page:
        return self._page or Page(self.post_id, GONE, "", "", "", "", (), "", None, (), starred=False)

    def show_marks(self) -> None:
        """The words of the page, with what is marked in them."""
        self._part("headline", self._marked("headline").content)
        body = self._marked("text")
        self._part("body", _with_cuts(body.content, body.before, body.after))

    def _marked(self, place: Place) -> Excerpt:
        """What is searched for is shown, however far down a long text it stands."""
        return marked(self._shown, place, self._found[self._match] if self._found else self._at, self._found)

    def _part(self, part: str, content: Content) -> None:
        static = self.query_one(f"#{part}", Static)
        static.update(content)
        static.set_class(not content.plain, "-empty")
        for title in self.query(f"#{part}-title"):
            title.set_class(not content.plain, "-empty")

    def _go_to_at(self) -> None:
        if self._at is not None:
            self.go_to_words(self._at)

    def go_to_words(self, words: Words) -> None:
        """Scroll to words of the page that are not in sight."""
        if self._page is None:
            return
        part = self.query_one("#body" if words.place == "text" else "#headline", Static)
        shown = self._marked(words.place)
        line = line_of(shown.content, words.start - shown.before, part.content_size.width) + (2 if shown.before else 0)
        spot = Region(0, part.virtual_region.y + line, 1, 1)
        page = self.scroller.size.height
        if not self.scroller.scroll_offset.y <= spot.y < self.scroller.scroll_offset.y + page:
            # Two thirds of the page below the words, so that what follows them is seen.
            self.scroller.scroll_to(y=max(0, spot.y - page // 3), animate=False)


def _top(page: Page) -> Content:
    parts = [
        Content.styled(f" {page.label} ", "bold reverse") if page.label else None,
        Content.styled("★ starred", "$text-warning") if page.starred else None,
        plain(page.history, "bold") if page.history else None,
    ]
    return Content("  ").join([part for part in parts if part is not None])


def _with_cuts(content: Content, before: int, after: int) -> Content:
    parts = [
        Content.styled(f"... {before:,} characters before\n\n", "italic $foreground-muted") if before else None,
        content,
        Content.styled(f"\n\n... more: {after:,} characters", "italic $foreground-muted") if after else None,
    ]
    return Content("").join([part for part in parts if part is not None])
