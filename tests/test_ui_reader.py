from collections.abc import Callable, Sequence
from typing import Any

import pytest
from textual.app import App
from textual.geometry import Offset
from textual.message import Message
from textual.pilot import Pilot
from textual.selection import Selection
from textual.widgets import Static

from newsdesk.story.citation import Citation
from newsdesk.story.reader import Page, Span
from newsdesk.ui.actor_colour import PALETTE, actor_colours
from newsdesk.ui.dialogs.page_text import LIMIT, Words, citation, line_of, marked, quoted_here, span_of
from newsdesk.ui.dialogs.reader import GONE, Reader

TEXT = (
    "“If he [the pilot] is serious, he will land,” said Ada Brok on Tuesday. She called the delay “absurd”.\n\n"
    + "\n\n".join(
        f"Paragraph {number} keeps the reader busy for a line or two of this long report." for number in range(60)
    )
    + "\n\nThe ferry sails on 14 May, the captain said."
)


def span(kind: Any, words: str, note: str, actor: str | None = None) -> Span:
    start = TEXT.index(words)
    return Span("text", start, start + len(words), kind, note, actor)


def page(post_id: int, **changes: Any) -> Page:
    parts: dict[str, Any] = {
        "post_id": post_id,
        "headline": f"Post {post_id} [Ferry] [/b]",
        "label": "ANALYSIS",
        "when": "Sun 11 May 2025 16:03 BST",
        "byline": "Ida Holm, Reporter",
        "text": TEXT,
        "captions": ("A ferry [left] at the quay",),
        "provenance": "Tide · /saved/ferry.txt · line 12",
        "link": "https://example.org/ferry",
        "spans": (
            span("quote", "If he [the pilot] is serious, he will land,", "Ada Brok", "Ada Brok"),
            span("date", "on Tuesday", "2025-05-06"),
            span("quote", "absurd", "speaker not named"),
            span("statement", "The ferry sails on 14 May", "the captain", "the captain"),
        ),
        "starred": False,
    }
    return Page(**(parts | changes))


class Host(App[None]):
    def __init__(
        self, page_of: Callable[[int], Page | None], order: Sequence[int], post_id: int, at: Any = None
    ) -> None:
        super().__init__()
        self.reader = Reader(page_of, order, post_id, at)
        self.closed_with: int | None = None
        self.seen: list[Message] = []

    def on_mount(self) -> None:
        self.push_screen(self.reader, self.close)

    def close(self, post_id: int | None) -> None:
        self.closed_with = post_id

    def on_reader_shown(self, message: Reader.Shown) -> None:
        self.seen.append(message)

    def on_reader_star_wanted(self, message: Reader.StarWanted) -> None:
        self.seen.append(message)

    def on_reader_link_wanted(self, message: Reader.LinkWanted) -> None:
        self.seen.append(message)


def three_posts(at: Any = None, post_id: int = 2) -> Host:
    return Host(page, [1, 2, 3], post_id, at)


def part(host: Host, name: str) -> str:
    return str(host.reader.query_one(f"#{name}", Static).content)


def on_screen(app: App[Any]) -> str:
    return "\n".join("".join(segment.text for segment in line) for line in app.screen._compositor.render_strips())


async def settle(pilot: Pilot[Any]) -> None:
    """The page is filled, laid out, and scrolled to its words."""
    for _ in range(3):
        await pilot.pause()


async def test_brackets_of_the_source_show_verbatim() -> None:
    host = three_posts()
    async with host.run_test(size=(110, 35)) as pilot:
        await settle(pilot)
        shown = on_screen(host)
        assert "Post 2 [Ferry] [/b]" in shown
        assert "“If he [the pilot] is serious" in shown
        assert part(host, "pictures") == "A ferry [left] at the quay"


async def test_next_and_previous_stay_in_the_reader_and_in_the_order() -> None:
    host = three_posts()
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("n")
        assert part(host, "headline") == "Post 3 [Ferry] [/b]"
        await pilot.press("n", "right")
        assert host.reader.post_id == 3
        await pilot.press("p", "left", "p")
        assert host.reader.post_id == 1
        await pilot.press("escape")
    assert host.closed_with == 1


async def test_every_post_that_is_shown_is_told_once() -> None:
    host = three_posts()
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
    assert [message.post_id for message in host.seen if isinstance(message, Reader.Shown)] == [2, 3]


async def test_the_words_that_were_asked_for_are_on_the_screen_and_reversed() -> None:
    start = TEXT.index("14 May")
    host = three_posts(("text", start, start + 6))
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        reversed_words = "".join(
            segment.text
            for line in host.screen._compositor.render_strips()
            for segment in line
            if segment.style and segment.style.reverse
        )
        assert "14 May" in reversed_words
        assert "Post 2" not in on_screen(host)


async def test_words_that_are_in_sight_need_no_scrolling() -> None:
    start = TEXT.index("absurd")
    host = three_posts(("text", start, start + 6))
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert host.reader.scroller.scroll_y == 0


async def test_end_and_home_reach_both_ends() -> None:
    host = three_posts()
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("G")
        await settle(pilot)
        assert "Tide · /saved/ferry.txt · line 12" in on_screen(host)
        await pilot.press("g")
        await settle(pilot)
        assert "Post 2 [Ferry]" in on_screen(host)


async def test_copy_takes_the_whole_post_with_its_citation() -> None:
    host = three_posts()
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("y")
    assert host.clipboard == citation(page(2))
    assert host.clipboard.endswith(
        "— Ida Holm, Reporter, Tide · /saved/ferry.txt · line 12, Sun 11 May 2025 16:03 BST, https://example.org/ferry"
    )


async def test_copy_takes_the_selection_when_there_is_one() -> None:
    host = three_posts()
    async with host.run_test(size=(110, 35)) as pilot:
        await settle(pilot)
        await pilot.mouse_down("#body", offset=(0, 0))
        await pilot.hover("#body", offset=(6, 0))
        await pilot.mouse_up("#body", offset=(6, 0))
        selected = host.reader.get_selected_text()
        await pilot.press("y")
    assert selected
    assert host.clipboard == selected
    assert TEXT.startswith(selected)


def citing(at: Any = None) -> tuple[Host, list[tuple[int, Any, bool]]]:
    """A reader that cites, and what it was asked to cite."""
    asked: list[tuple[int, Any, bool]] = []

    def cite(post_id: int, words: Words | None, gone_to: bool) -> Citation:
        asked.append((post_id, words, gone_to))
        text = page(post_id).headline if words is None else page(post_id).text[words.start : words.end]
        return Citation(text, source="Tide", link="https://example.org/ferry")

    host = three_posts()
    host.reader = Reader(page, [1, 2, 3], 2, at, citation_of=cite)
    return host, asked


async def test_copy_takes_the_words_that_were_gone_to_with_their_citation_and_then_the_whole_post() -> None:
    start = TEXT.index("absurd")
    host, asked = citing(("text", start, start + 6))
    async with host.run_test(size=(110, 35)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        assert host.clipboard == "absurd — Tide, https://example.org/ferry"
        await pilot.press("y")
        assert host.clipboard == citation(page(2))
        await pilot.press("y", "Y")
        assert host.clipboard == "absurd — [Tide](<https://example.org/ferry>)"
        assert asked == [(2, Words("text", start, start + 6), True)] * 3
        await pilot.press("n", "y")
        assert host.clipboard == citation(page(3))
        await pilot.press("Y")
        assert host.clipboard.startswith("Post 3 ")
        assert asked[-1] == (3, None, False)


async def test_copy_takes_selected_words_with_the_citation_of_the_place_where_they_stand() -> None:
    last = TEXT.index("Paragraph 1 keeps")
    host, asked = citing()
    async with host.run_test(size=(110, 35)) as pilot:
        await settle(pilot)
        body = host.reader.query_one("#body")
        y = TEXT.count("\n", 0, last)
        host.reader.selections = {body: Selection(Offset(4, y), Offset(9, y))}
        await pilot.press("y")
        assert asked == [(2, Words("text", last + 4, last + 9), False)]
        assert host.clipboard.startswith("graph — Tide")
        await pilot.press("y")
        assert host.clipboard == citation(page(2))
        host.reader.selections = {
            body: Selection(None, Offset(3, 0)),
            host.reader.query_one("#byline"): Selection(None, None),
        }
        await pilot.press("y")
        assert host.clipboard == "“If\nIda Holm, Reporter"
        assert len(asked) == 1


def test_a_selection_is_found_in_its_text() -> None:
    text = "one\n\nthree four"
    assert span_of(Selection(None, None), text) == (0, len(text))
    assert span_of(Selection(Offset(1, 0), Offset(2, 0)), text) == (1, 2)
    assert span_of(Selection(Offset(0, 2), Offset(5, 2)), text) == (5, 10)
    assert span_of(Selection(Offset(2, 0), Offset(99, 9)), text) == (2, len(text))


async def test_words_of_a_long_body_that_is_cut_are_cited_from_where_they_stand() -> None:
    text = "word " * (LIMIT // 2) + "here it is"
    start = text.index("here")
    asked: list[Any] = []
    host = three_posts()
    host.reader = Reader(
        lambda post_id: page(post_id, text=text, spans=()),
        [2],
        2,
        ("text", start, start + 4),
        citation_of=lambda *what: asked.append(what),
    )
    async with host.run_test(size=(110, 35)) as pilot:
        await settle(pilot)
        shown = str(host.reader.query_one("#body", Static).content).splitlines()
        line = len(shown) - 1
        host.reader.selections = {
            host.reader.query_one("#body"): Selection(Offset(shown[line].index("here"), line), None)
        }
        await pilot.press("y")
    assert asked == [(2, Words("text", start, len(text)), False)]


async def test_star_and_link_are_asked_for() -> None:
    host = three_posts()
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("s", "o")
        await settle(pilot)
    assert host.seen[1:] == [Reader.StarWanted(2), Reader.LinkWanted("https://example.org/ferry")]


async def test_no_other_link_than_a_web_address_opens() -> None:
    host = Host(lambda post_id: page(post_id, link="file:///etc/passwd"), [1], 1)
    async with host.run_test() as pilot:
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
    assert [message for message in host.seen if isinstance(message, Reader.LinkWanted)] == []


async def test_a_star_shows_when_the_page_is_read_again() -> None:
    starred: set[int] = set()
    host = Host(lambda post_id: page(post_id, starred=post_id in starred), [1], 1)
    async with host.run_test() as pilot:
        await settle(pilot)
        assert "starred" not in part(host, "top")
        starred.add(1)
        host.reader.refresh_page()
        assert "★ starred" in part(host, "top")


@pytest.mark.parametrize(
    ("edited", "copied"),
    [
        (TEXT + " A sentence more.", "absurd — Tide, https://example.org/ferry"),
        ("In short: " + TEXT, None),
    ],
)
async def test_words_that_were_gone_to_are_at_hand_as_long_as_they_stand_where_they_stood(edited, copied) -> None:
    start = TEXT.index("absurd")
    host, asked = citing(("text", start, start + 6))
    text = [TEXT]
    host.reader._page_of = lambda post_id: page(post_id, text=text[0])
    async with host.run_test(size=(110, 35)) as pilot:
        await settle(pilot)
        text[0] = edited
        host.reader.refresh_page()
        await pilot.press("y")
        assert host.clipboard == (copied or citation(page(2, text=edited)))
        assert bool(asked) is bool(copied)


async def test_a_post_that_has_gone_says_so_and_lets_the_reader_go_on() -> None:
    host = Host(lambda post_id: page(post_id) if post_id != 2 else None, [1, 2, 3], 2)
    async with host.run_test() as pilot:
        await settle(pilot)
        assert part(host, "headline") == GONE
        await pilot.press("s", "o", "y", "n")
        assert part(host, "headline") == "Post 3 [Ferry] [/b]"
        await pilot.press("q")
    assert host.closed_with == 3
    assert [type(message) for message in host.seen] == [Reader.Shown]


async def test_a_path_with_terminal_controls_is_shown_without_them() -> None:
    host = Host(lambda post_id: page(post_id, provenance="Tide · /saved/\x1b[31mred\x07.txt"), [1], 1)
    async with host.run_test() as pilot:
        await settle(pilot)
        assert part(host, "origin") == "Tide · /saved/red.txt\nhttps://example.org/ferry"


def test_meaning_does_not_depend_on_colour() -> None:
    """Who said what stands in words, and each kind of marking has its own letters."""
    assert quoted_here(page(1)).plain == (
        "“If he [the pilot] is serious, he will land,” — Ada Brok\n"
        "“absurd” — speaker not named\n"
        "The ferry sails on 14 May — the captain (reported)"
    )
    content = marked(page(1), "text").content
    styles = {TEXT[start:end]: str(style).split()[0] for start, end, style in content.spans}
    assert styles == {
        "“If he [the pilot] is serious, he will land,”": "bold",
        "on Tuesday": "underline",
        "“absurd”": "bold",
        "The ferry sails on 14 May": "italic",
    }


def test_a_quote_inside_a_quote_has_its_own_colour_and_stands_below_the_outer_one() -> None:
    text = "“Bo told me ‘we win’ twice,” said Ada Brok."
    spans = (
        Span("text", 1, 27, "quote", "Ada Brok", "Ada Brok"),
        Span("text", 13, 19, "quote", "Bo Ek, quoted by Ada Brok", "Bo Ek", inside=True),
    )
    nested = page(1, text=text, spans=spans)
    assert quoted_here(nested).plain == (
        "“Bo told me ‘we win’ twice,” — Ada Brok\n  ↳ “we win” — Bo Ek, quoted by Ada Brok"
    )
    (start, end, outer), (first, last, inner) = marked(nested, "text").content.spans
    assert (text[start:end], text[first:last]) == ("“Bo told me ‘we win’ twice,”", "‘we win’")
    assert outer != inner


def test_a_long_body_is_cut_and_says_so() -> None:
    long = page(1, text="word " * 20_000, spans=())
    excerpt = marked(long, "text")
    assert (len(excerpt.content.plain), excerpt.before, excerpt.after) == (LIMIT, 0, 100_000 - LIMIT)
    late = marked(long, "text", Words("text", 90_000, 90_004))
    assert late.before == 90_000 - LIMIT // 2
    assert late.after == 0
    assert [late.content.plain[start:end] for start, end, _ in late.content.spans] == ["word"]


async def test_a_cut_body_still_goes_to_its_words() -> None:
    text = "\n\n".join(f"Line {number} of a very long post." for number in range(4000))
    start = text.index("Line 3900")
    host = Host(lambda post_id: page(post_id, text=text, spans=()), [1], 1, ("text", start, start + 9))
    async with host.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Line 3900" in on_screen(host)
        assert part(host, "body").startswith("... ")


def test_line_of_counts_wrapped_lines() -> None:
    content = marked(page(1, text="one two three four\n\nfive six", spans=()), "text").content
    lines = [line_of(content, content.plain.index(word), 9) for word in ("one", "two", "three", "four", "five", "six")]
    assert lines == [0, 0, 1, 2, 4, 4]


def test_an_actor_alone_has_its_own_colour_and_the_actors_of_a_page_differ() -> None:
    names = ["Ada Brok", "the captain", "Ida Holm", "Tide", "Port"]
    assert len(set(actor_colours(names).values())) == len(PALETTE)
    assert actor_colours(["Ada Brok"]) == {"Ada Brok": actor_colours(names)["Ada Brok"]}
