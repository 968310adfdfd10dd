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
from newsdesk.cli.options import display_zone, never, remember, store_path, user_limits, wall_clock
from newsdesk.cli.outcome import A_SOURCE_FAILED, DONE, NO_STORE, say
from newsdesk.cli.output import print_json
from newsdesk.cli.viewing import report_damage
from newsdesk.last_view import read_view
from newsdesk.limits import Limits
from newsdesk.places import data_folder, last_story
from newsdesk.session import AddReport, LaterStore, Session
from newsdesk.store import Store, story_names


def add(options: argparse.Namespace) -> int:
    """Read files, folders or standard input and store what they hold."""
    requests = []
    for path in options.paths:
        if path == "-":
            # Without a text the request would name the path "".
            requests.append(AddRequest(text=_standard_input() or "\n", year=options.year))
        else:
            requests.append(AddRequest(path=path, year=options.year))
    limits, worker = user_limits(), _worker()
    is_new = not os.path.exists(store_path(options))  # noqa: PTH110 - Path raises on a name too long
    with _begun(options, worker, limits) if is_new else _session(options, worker, limits) as session:
        report = session.add(requests, wall_clock, never, _silent)
        session.keep_front_page(display_zone(options), wall_clock(), read_view(session.path).post)
    if report.added or not is_new:
        remember(options)
        _say_where(options)
    return _reported(report, as_json=options.json)


def refresh(options: argparse.Namespace) -> int:
    """Read the files again that the sources came from."""
    limits, worker = user_limits(), _worker()
    with _session(options, worker, limits) as session:
        report = session.refresh(wall_clock, never, _silent)
        session.keep_front_page(display_zone(options), wall_clock(), read_view(session.path).post)
    _say_where(options)
    return _reported(report, as_json=options.json)


def _say_where(options: argparse.Namespace) -> None:
    """Which story it went to, where nobody named one and there are several."""
    if options.store is None and options.story is None and not os.environ.get("NEWSDESK_STORE"):
        name = last_story()
        if any(other != name for other in story_names(data_folder())):
            say(f"in the story “{name}”, the one used last; --story NAME names another")


def _worker() -> WorkerProcess:
    """Started before anything else is opened: it shares what is open here."""
    worker = WorkerProcess(behind_a_screen=False)
    worker.start()
    return worker


def _session(options: argparse.Namespace, worker: WorkerProcess, limits: Limits) -> Session:
    try:
        session = Session(Store.open(store_path(options), create=False), worker, limits)
    except BaseException:
        worker.close()
        raise
    report_damage(session)
    return session


def _begun(options: argparse.Namespace, worker: WorkerProcess, limits: Limits) -> Session:
    """For a story that begins with what is added: where nothing of that can be read, none is made."""
    path = store_path(options)
    return Session(LaterStore(path, lambda: (Store.open(path), None)), worker, limits)


def _standard_input() -> str:
    from newsdesk.read.decode import decode

    return decode(sys.stdin.buffer.read())


def _reported(report: AddReport, *, as_json: bool) -> int:
    if as_json:
        rows: list[dict[str, Any]] = [
            {"added": one.words, "source": one.tag, **asdict(one.counts)} for one in report.added
        ]
        rows += [{"failed": line} for line in report.failed]
        print_json(rows + [{"notice": line} for line in report.notices])
    else:
        for one in report.added:
            print(harmless(one.words))
    for line in report.notices:
        say(f"{line}; --year YEAR corrects it")
    for line in report.failed:
        say(line)
    if report.store_failed:
        return NO_STORE
    return A_SOURCE_FAILED if report.failed else DONE


def _silent(done: int, total: int, name: str) -> None:
    """Progress that nobody watches."""
