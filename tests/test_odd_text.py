"""Wide, combining, joined and right-to-left text: no line is too long for its pane, and every border stands in its column."""

from dataclasses import replace
from datetime import UTC, date
from itertools import chain

import pytest
from conftest import screen_strips
from desk_app import MEDIUM, NOW, desk, press, settled, write
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes
from written import ARTICLE, LIVE_PAGE

from newsdesk.intake.dating import prepare
from newsdesk.model import Mark, Revision
from newsdesk.read import read
from newsdesk.store import Store
from newsdesk.story.countdown import EventRow
from newsdesk.story.days import Days
from newsdesk.story.own_events import adding
from newsdesk.story.quotes import ActorRow, SpokenRow
from newsdesk.story.stream import StreamRow
from newsdesk.story.tags import Tag
from newsdesk.ui.lists.lines import safe
from newsdesk.ui.panes.countdown import CountdownPane
from newsdesk.ui.panes.quotes import ActorList, QuoteList
from newsdesk.ui.panes.stream import StreamPane
from newsdesk.ui.wrap import cells

ODD = "港湾ストの見出し、Zu\u0308ri\u0301\u0300ch ｶﾀｶﾅ שלום עולם مرحبًا नमस्ते ก็ 👩\u200d💻🇺🇦⚓\ufe0f한국어"
SIDES = {"│", "╭", "╮", "╰", "╯", "┃", "▏", "▕", "║"}


def columns(strip):
    """What stands in each cell of a line; a wide character stands in its first one."""
    at, found = 0, {}
    for text, _, _ in strip:
        for start, end, size in split_graphemes(text)[0]:
            found[at] = text[start:end]
            at += size
    return at, found


def assert_borders_stand(pilot):
    """Every line is as long as the screen, and both sides of every box that is in sight are where they belong."""
    screen = pilot.app.screen
    lines = [columns(strip) for strip in screen_strips(pilot.app)]
    assert {length for length, _ in lines} == {pilot.app.size.width}
    boxes = [box for box in chain(screen.query("#panes > *"), screen.query("#box")) if box.region and box.display]
    assert boxes
    for box in boxes:
        if not box.styles.border_left[0]:
            continue
        for y in range(box.region.y, box.region.bottom):
            ends = (lines[y][1].get(box.region.x), lines[y][1].get(box.region.right - 1))
            assert set(ends) <= SIDES, f"{box}, line {y}: {ends}"


def odd(text):
    """The words with odd ones before, between and behind them, and in the quotations."""
    if text is None:
        return None
    return f"{ODD} {text.replace('“', f'“{ODD} ').replace(' ', f' {ODD} ', 1)} {ODD}"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.jsonl"
    with Store.open(path) as store:
        for name, text in (("live.txt", LIVE_PAGE), ("quarrel.txt", ARTICLE)):
            known = store.load()
            ready = prepare(
                read(text.encode(), name=name, origin=f"/saved/{name}"), known.sources, known.posts, None, NOW
            )
            posts = [
                replace(
                    post,
                    headline=odd(post.headline),
                    text=odd(post.text),
                    label=ODD[:8],
                    byline_name=ODD,
                    byline_role=ODD,
                    captions=(ODD * 3,),
                    revisions=(Revision(ODD, f"{ODD} stood here {ODD}", NOW),),
                )
                for post in ready.reading.posts
            ]
            source = replace(ready.reading.source, title=ODD, publisher=ODD, origin=f"/saved/{ODD}/{name}")
            store.add(source, posts)
        post = store.load().posts[0]
        marks = [
            *adding(f"Vote {ODD}", Days(date(2025, 5, 20)), NOW).add,
            Mark("name", 0, f"Ana {ODD}", NOW, words="Ana Ruiz"),
            Mark("starred", post.id, "", NOW),
        ]
        store.set_marks(marks)
        store.set_meta({"title": ODD})
    return path


@pytest.mark.parametrize("size", [(111, 31), MEDIUM, (41, 20)])
async def test_no_border_is_broken(story, size):
    async with desk(story, size, zone=UTC) as pilot:
        assert_borders_stand(pilot)
        for pane in "231":
            await press(pilot, pane, "down")
            assert_borders_stand(pilot)
        await press(pilot, "z")
        assert_borders_stand(pilot)
        await press(pilot, "z", "enter")
        for key in ("pagedown", "pagedown", "pagedown", "n", "end", "v", "escape"):
            await press(pilot, key)
            assert_borders_stand(pilot)
        dialogs = (
            ("A", "e"),
            ("f",),
            ("T",),
            ("question_mark",),
            ("a",),
            ("2", "c"),
            ("3", "enter"),
            ("3", "c"),
        )
        for keys in dialogs if size != MEDIUM else ():  # they are as they are on the wide screen
            await press(pilot, *keys)
            pilot.app.clear_notifications()  # they stand over the panes
            await settled(pilot)
            assert_borders_stand(pilot)
            await press(pilot, *["escape"] * 2)
        await press(pilot, "1", "slash")
        await write(pilot, "見出し")
        assert_borders_stand(pilot)


ODD_TEXT = st.text(
    st.one_of(
        st.sampled_from("ab  \n“”…港、ー\u0301\u0308\u200d\ufe0f👩💻🇺🇦שًमก็ｶ\u00ad\u202e\x1b\x9b\t"),
        st.characters(codec="utf-8"),
    ),
    max_size=120,
)
WIDTH = st.integers(1, 90)


def assert_fits(lines, width):
    assert lines
    for line in lines:
        assert sum(cells(safe(piece.text)) for piece in (*line.left, *line.right)) <= width


@given(ODD_TEXT, ODD_TEXT, ODD_TEXT, st.booleans(), WIDTH, ODD_TEXT)
def test_a_post_fits_whatever_is_in_it(headline, text, name, flag, width, wanted):
    row = StreamRow(
        1,
        date(2025, 5, 11),
        name,
        "16:03?",
        headline,
        name[:20].upper(),
        name,
        text,
        Tag(name, text[:9]),
        flag,
        flag,
        "edited" if flag else "",
    )
    pane = StreamPane()
    pane._matched = wanted[:3]
    assert_fits(pane.row_lines(row, None, max(width, 12)), max(width, 12))


@given(ODD_TEXT, ODD_TEXT, st.booleans(), WIDTH)
def test_an_actor_and_what_they_say_fit(words, name, flag, width):
    actor = ActorRow(name, 12, "▁▂ ▃", words, resolved=flag, aside=not flag)
    assert_fits(ActorList().row_lines(actor, None, max(width, 12)), max(width, 12))
    said = SpokenRow(
        1, "text", 0, 5, words, "11 May 16:03 BST", f"partial · via {name}", name, 3, flag, not flag, "", (), (words,)
    )
    assert_fits(QuoteList().row_lines(said, None, max(width, 12)), max(width, 12))


@given(ODD_TEXT, ODD_TEXT, st.booleans(), WIDTH)
def test_an_event_fits(title, words, flag, width):
    row = EventRow(
        key="e", countdown="IN 3 DAYS", days=words, title=title, certainty="planned", mentions=3, status=words if flag else "",
        passed=flag, pinned=flag, yours=words,
    )  # fmt: skip
    assert_fits(CountdownPane().row_lines(row, None, width), max(width, 2))
