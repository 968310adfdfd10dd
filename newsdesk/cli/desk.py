"""The commands that open the screen: the desk itself, and the sample story in it."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from dataclasses import dataclass, replace
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk.cli.options import chosen_moment, display_zone, remember, store_path, user_config, wall_clock
from newsdesk.cli.outcome import DONE, WRONG_USAGE, UsageError, fail
from newsdesk.config import Config
from newsdesk.fetch import is_address
from newsdesk.places import data_folder, demo_file, last_theme, remember_theme, store_file
from newsdesk.store import Store, StoreError, StoreNotWritableError
from newsdesk.system.spare_memory import keep_large_blocks_apart

if TYPE_CHECKING:
    from newsdesk.kept.front_page import FrontPage
    from newsdesk.kept.last_view import LastView
    from newsdesk.session import Session
    from newsdesk.ui.app import NewsdeskApp
    from newsdesk.ui.keys.keymap import Keymap

_SAMPLE_ORIGIN = "sample/"
"""How the origins of the sample's sources begin; those of files are absolute paths."""


def desk(options: argparse.Namespace) -> int:
    """Add what is named, then open the desk."""
    for path in options.paths:
        if is_address(path) or not _is_nothing(path):
            continue
        # A mistyped command would otherwise be taken for a file that is not there.
        return fail(
            f"{path}: there is no such command and no such file; newsdesk --help lists the commands", WRONG_USAGE
        )
    return _open(options, store_path(options))


def _is_nothing(path: str) -> bool:
    """Whether nothing lies there. Of what one may not look at, the desk says so."""
    try:
        os.lstat(os.path.expanduser(path))  # noqa: PTH111 - Path raises on some names
    except PermissionError:
        return False
    except (OSError, ValueError):
        return True
    return False


def demo(options: argparse.Namespace) -> int:
    """Open the sample story."""
    path = demo_file() if options.store is None else store_file(options.store, None)
    options.paths, options.story = [], None
    _make_sample(path, reset=options.reset)
    return _open(options, path)


def _make_sample(path: Path, *, reset: bool) -> None:
    """Store the sample story, if it is not there yet.

    Raises:
        StoreError: the file is something else, or nothing can be stored there.
        UsageError: it is to be made anew, but holds what the user added.
    """
    from newsdesk import sample
    from newsdesk.intake.dating import prepare
    from newsdesk.read import read

    with Store.open(path) as store:
        sources = store.load().sources
        if sources and not reset:
            return
        if path != demo_file() and not all(source.origin.startswith(_SAMPLE_ORIGIN) for source in sources):
            raise UsageError(f"demo --reset: {path} holds sources of yours and was not touched")
        for source in sources:
            store.remove_source(source.id)
        for name, data in sample.files():
            snapshot = store.load()
            reading = read(data, name=name, origin=_SAMPLE_ORIGIN + name)
            ready = prepare(reading, snapshot.sources, snapshot.posts, None, wall_clock())
            store.add(ready.reading.source, ready.reading.posts)
        store.set_meta({"title": sample.TITLE})


_PICTURES_A_SECOND = 120
"""How often the screen may be drawn, at most. After a picture the next one waits up to two turns: at Textual's own 60 what a search
finds would stand there 30 ms after it was found."""


def _open(options: argparse.Namespace, path: Path) -> int:
    """Open the screen, and then each story that the user goes to from there."""
    zone = display_zone(options)
    config = user_config()
    chosen_moment(options, zone, wall_clock())  # what cannot be understood is said before anything is opened
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        return fail("the desk needs a terminal; newsdesk show prints the story as text", WRONG_USAGE)
    keep_large_blocks_apart()
    while True:
        wanted = _shown(options, path, zone, config)
        if isinstance(wanted, int):
            return wanted
        options.paths = []
        if isinstance(wanted, Path):
            # What was named for this story holds for no other one.
            options.story, options.store, options.as_of, options.year = wanted.stem, None, None, None
            path = wanted
        else:
            options.story, path = None, demo_file()
            _make_sample(path, reset=False)


def _shown(options: argparse.Namespace, path: Path, zone: tzinfo, config: Config) -> int | str | Path:
    """The desk of one story, until it is left: the exit code, or what to open next, as the application says."""
    import asyncio

    from newsdesk.system.background import WorkerProcess

    # Textual reads it when it is imported; whoever has set it means it.
    os.environ.setdefault("TEXTUAL_FPS", str(_PICTURES_A_SECOND))
    gc.disable()  # until the desk is to be seen: to look for garbage before takes a tenth of the time until then
    worker = WorkerProcess()
    try:
        from newsdesk.kept.front_page import read_front_page
        from newsdesk.kept.last_view import Alerts, keep_view, read_view
        from newsdesk.session import LaterStore, Session
        from newsdesk.system.screen_first import screen_first
        from newsdesk.ui.keys.keymap import keymap_of

        command_keys = keymap_of(config)  # before the story is touched: with a mistake in it no desk opens

        view = left = read_view(path)
        if options.no_bell and view.alerts is Alerts.BELL:
            view = replace(view, alerts=Alerts.NOTICE)
        front = None if options.as_of else read_front_page(path, zone, wall_clock(), view.post)
        # With something to show at once, the story is read beside the screen; else there would be nothing to look at, and
        # what is wrong with its file is said before a screen is drawn.
        later = LaterStore(path, lambda: _opened(path))
        store, notice = (later, None) if front else later.open()
        # At once, not when it is left: what is added meanwhile without a name is meant for the story on the desk.
        remember(options)
        with Session(store, worker, config.fetch, config.limits, reader=WorkerProcess()) as session:
            opening = _Opening(view, front, notice, command_keys, reduced_motion=config.reduced_motion)
            app = _app(options, session, zone, opening)
            with asyncio.Runner(loop_factory=screen_first) as runner:
                wanted = runner.run(app.run_async())
            if app.store_error is not None:
                raise app.store_error
            failed = _store_the_rest(app, session)
            now_left = app.view
            session.keep_front_page(zone, wall_clock(), now_left.post, app.stream)
        # An option holds for this time; what a key said holds on.
        said = now_left.alerts if now_left.alerts is not view.alerts else left.alerts
        keep_view(path, replace(now_left, alerts=said))
        if app.theme != app.opened_in:
            remember_theme(app.theme)
        if failed:
            raise failed[0]
    finally:
        gc.enable()
        worker.close()
    return wanted if wanted is not None else app.return_code or DONE


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a desk is to open."""

    view: LastView
    front: FrontPage | None
    notice: str | None
    command_keys: Keymap
    reduced_motion: bool


def _app(options: argparse.Namespace, session: Session, zone: tzinfo, opening: _Opening) -> NewsdeskApp:
    """The application, with what the user named for this story."""
    from newsdesk.intake.request import AddRequest
    from newsdesk.stories import Stories
    from newsdesk.story.clock import default_clock
    from newsdesk.ui.app import NewsdeskApp

    now = wall_clock()
    near = default_clock(session.story().newest, now).moment if options.as_of else now
    return NewsdeskApp(
        session,
        zone=zone,
        now=wall_clock,
        as_of=chosen_moment(options, zone, near),
        requests=[AddRequest(path=name, year=options.year) for name in options.paths],
        notice=opening.notice,
        front=opening.front,
        view=opening.view,
        theme=last_theme(),
        stories=Stories(data_folder()),
        command_keys=opening.command_keys,
        reduced_motion=opening.reduced_motion,
    )


def _store_the_rest(app: NewsdeskApp, session: Session) -> list[StoreError]:
    """What the user did in the last moment, now that there is no screen; why some of it could not be stored."""
    failed: list[StoreError] = []
    for store_some in (app.finish, lambda: session.mark_seen(app.seen_but_unmarked, wall_clock())):
        try:
            store_some()
        except StoreError as error:
            failed.append(error)
    return failed


def _opened(path: Path) -> tuple[Store, str | None]:
    """The store; one that may not be written to is opened for reading, with a line that says so."""
    try:
        return Store.open(path), None
    except StoreNotWritableError as error:
        return Store.open(path, read_only=True), f"Opened to read only, so nothing can be marked or added. {error}"
