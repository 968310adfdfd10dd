"""The commands that read sources into a story: add and refresh."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import asdict
from typing import Any

from newsdesk.add import AddRequest
from newsdesk.background import WorkerProcess
from newsdesk.clean import harmless
from newsdesk.cli.options import config_or_usual, display_zone, never, remember, store_path, wall_clock
from newsdesk.cli.outcome import A_SOURCE_FAILED, DONE, NO_STORE, UsageError, say
from newsdesk.cli.output import print_json
from newsdesk.cli.viewing import report_damage
from newsdesk.fetch import is_address
from newsdesk.last_view import read_view
from newsdesk.places import data_folder, last_story
from newsdesk.session import AddReport, LaterStore, Session
from newsdesk.store import Store, story_names
from newsdesk.story.wording import full_moment


def add(options: argparse.Namespace) -> int:
    """Read files, addresses, folders or standard input and store what they hold."""
    requests = []
    for path in options.paths:
        if path == "-":
            # Without a text the request would name the path "".
            requests.append(AddRequest(text=_standard_input() or "\n", year=options.year))
        else:
            interval = options.interval if is_address(path) else None
            requests.append(AddRequest(path=path, year=options.year, interval=interval))
    if options.interval and not any(request.interval for request in requests):
        raise UsageError("--every: only web addresses are asked again and again; name one")
    is_new = not os.path.exists(store_path(options))  # noqa: PTH110 - Path raises on a name too long
    with _session(options, begins=is_new) as session:
        report = session.add(requests, wall_clock, never, _silent)
        session.keep_front_page(display_zone(options), wall_clock(), read_view(session.path).post)
    if report.added or not is_new:
        remember(options)
        _say_where(options)
    return _reported(report, options)


def refresh(options: argparse.Namespace) -> int:
    """Ask the addresses that are due, and read the files again that the sources came from."""
    with _session(options, begins=False) as session:
        report = session.refresh(wall_clock, never, _silent, everything=options.all)
        session.keep_front_page(display_zone(options), wall_clock(), read_view(session.path).post)
    _say_where(options)
    return _reported(report, options)


def _say_where(options: argparse.Namespace) -> None:
    """Which story it went to, where nobody named one and there are several."""
    if options.store is None and options.story is None and not os.environ.get("NEWSDESK_STORE"):
        name = last_story()
        if any(other != name for other in story_names(data_folder())):
            say(f"in the story “{name}”, the one used last; --story NAME names another")


def _session(options: argparse.Namespace, *, begins: bool) -> Session:
    """`begins`: the story does so with what is added; where nothing of that can be read, none is made."""
    settings = config_or_usual()
    worker = WorkerProcess(behind_a_screen=False)
    worker.start()  # before anything else is opened: it shares what is open here
    path = store_path(options)
    try:
        store = LaterStore(path, lambda: (Store.open(path), None)) if begins else Store.open(path, create=False)
        session = Session(store, worker, settings.fetch, settings.limits)
    except BaseException:
        worker.close()
        raise
    if not begins:
        report_damage(session)
    return session


def _standard_input() -> str:
    from newsdesk.read.decode import decode

    return decode(sys.stdin.buffer.read())


def _reported(report: AddReport, options: argparse.Namespace) -> int:
    if options.json:
        rows: list[dict[str, Any]] = [
            {"added": one.words, "source": one.tag, **asdict(one.counts)} for one in report.added
        ]
        rows += [
            {"not_due": one.tag, "next_try": one.next_try.isoformat(timespec="seconds") if one.next_try else None}
            for one in report.not_due
        ]
        rows += [{"failed": line} for line in report.failed]
        print_json(rows + [{"notice": line} for line in report.notices])
    else:
        for one in report.added:
            print(harmless(one.words))
        for left in report.not_due:
            when = (
                f"not due before {full_moment(left.next_try, display_zone(options))}"
                if left.next_try
                else "no longer asked"
            )
            print(harmless(f"{left.tag}: {when}; newsdesk refresh --all asks now"))
    for line in report.notices:
        say(f"{line}; --year YEAR corrects it")
    for line in report.failed:
        say(line)
    if report.store_failed:
        return NO_STORE
    return A_SOURCE_FAILED if report.failed else DONE


def _silent(done: int, total: int, name: str) -> None:
    """Progress that nobody watches."""
