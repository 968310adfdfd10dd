"""The whole application on a story of a test's own, driven by keys: nothing of it is faked but the clock."""

from __future__ import annotations

import asyncio
import functools
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from weakref import WeakSet
from zoneinfo import ZoneInfo

import pytest
import style_sheets  # noqa: F401 - from now on each is taken apart once
from conftest import screen_strips, screen_text
from quiet import at_rest, messages_so_far, nobody_tells_anything, restless
from textual import events
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerError
from written import ARTICLE, LIVE_PAGE

from newsdesk import sample
from newsdesk.fetch import FetchSettings
from newsdesk.intake.dating import prepare
from newsdesk.read import read
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.system.background import Inline
from newsdesk.ui.app import NewsdeskApp
from newsdesk.ui.panes import stream
from newsdesk.ui.panes.chips import ChipLine
from newsdesk.ui.panes.stream import StreamPane
from newsdesk.ui.work import live_story

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
WIDE, MEDIUM, NARROW = (130, 40), (80, 24), (60, 24)

_UNTIL_THE_USER_ENDS_IT = "default"
"""Group of the workers that wait for a dialog."""
_PATIENCE_SECONDS = 60.0
"""Within which an application comes to rest, or what is waited for from elsewhere is there, however slow the machine is."""
_LOOK_EVERY_SECONDS = 0.02
"""How often it is looked for what is waited for from elsewhere."""
_QUIET_ROUNDS = 2
"""Looks at everything that find it at rest: the first may have come between two turns of a task that nobody tells of."""


live_story.SHOWN_AFTER_SECONDS = 0  # nobody looks at these screens


class Remembering(Inline):
    """Works in this process; facts are found once for all tests that show the same posts."""

    _found: dict[Any, Any] = {}  # noqa: RUF012 - shared on purpose

    def run(self, cancelled: Callable[[], bool], function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if function.__name__ != "_find_facts":
            return super().run(cancelled, function, *args, **kwargs)
        posts, clock, _ = args
        key = (tuple(posts), clock)
        if key not in self._found:
            self._found[key] = super().run(cancelled, function, *args, **kwargs)
        return self._found[key]


def hold_up_finding(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """From now on facts are found only once this is set."""
    may_find, find = threading.Event(), Remembering.run

    def waits(self: Remembering, cancelled: Callable[[], bool], function: Callable[..., Any], *args: Any) -> Any:
        if function.__name__ == "_find_facts":
            assert may_find.wait(timeout=30)
        return find(self, cancelled, function, *args)

    monkeypatch.setattr(Remembering, "run", waits)
    return may_find


def add_to(path: Path, sources: Iterable[tuple[str, bytes]], title: str | None = None) -> Path:
    """Store these sources, name and content, as another process would."""
    with Store.open(path) as store:
        for number, (name, data) in enumerate(sources):
            snapshot = store.load()
            reading = read(data, name=Path(name).name, origin=name)
            read_at = NOW + timedelta(seconds=number)
            ready = prepare(reading, snapshot.sources, snapshot.posts, None, read_at)
            store.add(ready.reading.source, ready.reading.posts)
        if title:
            store.set_meta({"title": title})
    return path


def strike_story(path: Path) -> Path:
    """A live page of three posts and an article that is older."""
    path.write_bytes(
        _stored((("/saved/strike.txt", LIVE_PAGE.encode()), ("/saved/quarrel.txt", ARTICLE.encode())), "Port strike")
    )
    return path


def sample_story(path: Path) -> Path:
    """The sample story, as `newsdesk demo` stores it."""
    path.write_bytes(_stored(tuple((f"sample/{name}", data) for name, data in sample.files()), sample.TITLE))
    return path


@functools.cache
def _stored(sources: tuple[tuple[str, bytes], ...], title: str) -> bytes:
    """A store as these sources make it, the same in every test."""
    with tempfile.TemporaryDirectory() as folder:
        return add_to(Path(folder) / "story.jsonl", sources, title).read_bytes()


@asynccontextmanager
async def desk(
    path: Path,
    size: tuple[int, int] = WIDE,
    *,
    read_only: bool = False,
    fetch: FetchSettings | None = None,
    **options: Any,
) -> AsyncIterator[Pilot[Any]]:
    """The desk of the story at `path`, with everything found and shown; options are those of the application.

    Nobody stays at a post for long here, however slow the machine is: see `stay`. What was seen is written at once.
    """
    with (
        pytest.MonkeyPatch.context() as patch,
        Session(Store.open(path, read_only=read_only), Remembering(), fetch) as session,
    ):
        patch.setattr(stream, "SEEN_AFTER_SECONDS", 3600.0)
        patch.setattr(Compositor, "render_update", _nothing_is_drawn_yet)
        app = NewsdeskApp(session, **({"zone": LONDON, "now": lambda: NOW} | options))
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            yield pilot


_draw = Compositor.render_update
_drawn: WeakSet[Compositor] = WeakSet()


def _nothing_is_drawn_yet(self: Compositor, full: bool = False, screen_stack: Any = None, *_: Any, **more: Any) -> Any:
    """Instead of drawing many times on the way to what a key leads to: `settled` draws all that changed, once."""
    if full:  # a picture is wanted as it is now
        return _draw(self, full, screen_stack, *_, **more)
    if self not in _drawn:  # a list learns from being drawn for the first time how long its rows are
        _drawn.add(self)
        _draw_what_changed(self, screen_stack or [])
    return None


def _draw_what_changed(compositor: Compositor, screens_below: list[Screen[Any]]) -> None:
    """Have the widgets draw their lines, where these changed and can be seen.

    To put them side by side, for a terminal that is not there, is Textual's part, and so is what holds other widgets: of
    that there are borders and blank lines to be seen.
    """
    changed = [*compositor._dirty_regions]
    compositor._dirty_regions.clear()
    if changed:
        visible_screen_stack.set(screens_below)
    for widget, (region, clip) in [*compositor.visible_widgets.items()] if changed else ():
        seen = region.intersection(clip)
        if not widget._nodes and seen and any(map(seen.overlaps, changed)):
            widget.render_lines(seen.translate((-region.x, -region.y)))


async def settled(pilot: Pilot[Any], *, drawn: bool = True) -> None:
    """Every worker and every look at files that was started has ended, and what it told is shown, and drawn.

    The pilot's own pause guesses from the processor's idleness and looks at the screen on top alone; here every widget
    of every screen must wait for its next message, and none be posted, again and again, until nothing can be on its way
    between two of them.
    """
    app, quiet = pilot.app, 0
    latest = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < latest:
        if not app.is_running:
            return
        busy = [worker for worker in app.workers if not worker.is_finished and worker.group != _UNTIL_THE_USER_ENDS_IT]
        looks = [thread for thread in threading.enumerate() if thread.name == "newsdesk files"]
        with suppress(WorkerError):  # one that failed or was overtaken has ended, too
            await asyncio.gather(*(worker.wait() for worker in busy))
        for look in looks:
            await asyncio.to_thread(look.join)
        told = messages_so_far()
        await nobody_tells_anything()
        if app.is_running:
            app.screen._on_timer_update()
        if app.seen_but_unmarked:  # not by its timer: Textual's lose their ring where the machine is slow for so long
            app._desk._seen._write()
            quiet = 0
        elif busy or looks or told != messages_so_far():
            quiet = 0
        elif not at_rest(app):  # a thread or a timer must come first
            quiet = 0
            await asyncio.sleep(0.001)
        else:
            quiet += 1
        if quiet == _QUIET_ROUNDS:
            if app.is_running and drawn:
                _draw_what_changed(app.screen._compositor, app._background_screens)
            return
    still = [*busy, *looks, *restless(app)]
    pytest.fail(f"it does not come to rest, for {still or 'messages'}:\n{on_screen(pilot)}")


async def stay(pilot: Pilot[Any]) -> None:
    """The reader looks at the post that the last key led to for as long as it takes to have seen it."""
    pane = pilot.app.screen_stack[0].query_one(StreamPane)
    assert pane._looking is not None, "nobody went there"
    pane._looking.stop()
    pane._look(pane._moves)
    await settled(pilot)


async def until(pilot: Pilot[Any], condition: Callable[[], bool]) -> None:
    """Wait for what another thread or process brings about, and for what it is told of next."""
    latest = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < latest:
        if condition():
            await nobody_tells_anything()
            return
        await asyncio.sleep(_LOOK_EVERY_SECONDS)
        await nobody_tells_anything()
        if pilot.app.is_running:
            pilot.app.screen._on_timer_update()
    pytest.fail(f"it did not happen:\n{on_screen(pilot)}")


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press the keys one after the other, and wait each time for everything that follows; nobody looks before the last."""
    for number, key in enumerate(keys, start=1):
        letter = " " if key == "space" else key if len(key) == 1 else None
        pilot.app.post_message(events.Key(key, letter))
        await settled(pilot, drawn=number == len(keys))


async def write(pilot: Pilot[Any], words: str) -> None:
    """Put these words into the field that has the focus, as a paste: key by key takes a test ten times as long."""
    pilot.app.post_message(events.Paste(words))
    await settled(pilot)


def on_screen(pilot: Pilot[Any]) -> str:
    """Everything that is seen, as text."""
    return screen_text(pilot.app)


def reversed_words(pilot: Pilot[Any]) -> str:
    """What stands out of the screen by being reversed."""
    return "".join(text for strip in screen_strips(pilot.app) for text, style, _ in strip if style and style.reverse)


def header(pilot: Pilot[Any]) -> str:
    """The first line of the screen."""
    return on_screen(pilot).split("\n", 1)[0].strip()


def chip_line(pilot: Pilot[Any]) -> str:
    """The line of what is filtered; empty where it is not there."""
    line = pilot.app.screen_stack[0].query_one(ChipLine)
    return str(line.render()).strip() if line.display else ""


def current(pilot: Pilot[Any]) -> str:
    """Headline of the stream's current post."""
    row = pilot.app.screen_stack[0].query_one(StreamPane).current
    return row.headline if row else ""


def headlines(pilot: Pilot[Any]) -> list[str]:
    """The stream, from its top."""
    return [row.headline for row in pilot.app.screen_stack[0].query_one(StreamPane).rows]


def notices(pilot: Pilot[Any]) -> list[str]:
    """What was said at the side and still stands there."""
    return [notice.message for notice in pilot.app._notifications]
