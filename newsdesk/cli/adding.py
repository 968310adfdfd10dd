"""The commands that read sources into a story: add and refresh."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from newsdesk.clean import harmless
from newsdesk.cli.options import config_or_usual, display_zone, remember, store_path, wall_clock
from newsdesk.cli.outcome import A_SOURCE_FAILED, DONE, INTERRUPTED, NO_STORE, UsageError, say
from newsdesk.cli.output import print_json
from newsdesk.cli.progress import interruptible, progress_line
from newsdesk.cli.standard_input import NAME, standard_input
from newsdesk.cli.viewing import report_damage
from newsdesk.config import Config
from newsdesk.fetch import is_address
from newsdesk.intake.report import AddReport
from newsdesk.intake.request import AddError, AddRequest
from newsdesk.intake.watched_folders import SETTLE_SECONDS, WatchedFolders
from newsdesk.kept.last_view import read_view
from newsdesk.model import Counts, PrintedTime
from newsdesk.places import data_folder, last_story
from newsdesk.session import LaterStore, Session
from newsdesk.shown_name import shown_name
from newsdesk.store import Store, StoreError, story_names
from newsdesk.story.wording import DATE_EXAMPLES, counted, full_moment, in_zone, own_zone
from newsdesk.system.background import Cancelled, WorkerProcess


def add(options: argparse.Namespace) -> int:
    """Read files, addresses, folders or standard input and store what they hold."""
    requests: list[AddRequest] = []
    failed: tuple[str, ...] = ()
    said_time = _said_time(options)
    settings = config_or_usual()
    for path in options.paths:
        if path == NAME:
            try:
                text = standard_input(settings.limits)
            except AddError as error:
                failed = (str(error),)
                continue
            # Without a text the request would name the path "".
            requests.append(AddRequest(text=text or "\n", year=options.year, said_time=said_time))
        else:
            interval = options.interval if is_address(path) or _may_be_list_of_feeds(path) else None
            requests.append(AddRequest(path=path, year=options.year, said_time=said_time, interval=interval))
    if options.interval and not any(request.interval for request in requests):
        raise UsageError(
            "--every: only web addresses are asked again and again; name one, or a list of feeds (a file .opml)"
        )
    is_new = not os.path.exists(store_path(options))  # noqa: PTH110 - Path raises on a name too long
    with _session(options, settings, begins=is_new) as session:
        with interruptible() as pressed, progress_line(session.limits.seconds) as progress:
            cancelled = progress.while_waiting(pressed)
            report = session.add(requests, wall_clock, cancelled, progress)
            report = replace(report, failed=(*failed, *report.failed))
        session.keep_front_page(display_zone(options), wall_clock(), read_view(session.path).post)
    if report.added or not is_new:
        remember(options)
        _say_where(options)
    return _reported(report, options)


def _may_be_list_of_feeds(path: str) -> bool:
    return path.lower().endswith(".opml")


def _said_time(options: argparse.Namespace) -> PrintedTime | None:
    """`--date`; None without it.

    Raises:
        UsageError: it is no whole date.
    """
    if options.date is None:
        return None
    from newsdesk.read.times.said import said_time

    zone = display_zone(options)
    if (said := said_time(options.date, own_zone(zone), in_zone(wall_clock(), zone).date())) is None:
        raise UsageError(f"--date: “{options.date}” is no date with its year; write {DATE_EXAMPLES}")
    return said


def refresh(options: argparse.Namespace) -> int:
    """Ask the addresses that are due, read the files again that the sources came from, and what was dropped into folders."""
    with _session(options, config_or_usual(), begins=False) as session:
        with interruptible() as pressed, progress_line(session.limits.seconds) as progress:
            cancelled = progress.while_waiting(pressed)
            report = session.refresh(wall_clock, cancelled, progress, everything=options.all)
            if not report.cancelled and not report.store_failed:
                report = _with_dropped(report, session, cancelled, progress)
        session.keep_front_page(display_zone(options), wall_clock(), read_view(session.path).post)
    _say_where(options)
    return _reported(report, options)


def _with_dropped(
    report: AddReport, session: Session, cancelled: Callable[[], bool], progress: Callable[[int, int, str], None]
) -> AddReport:
    """The report, and with it what became of the files that were dropped into watched folders."""
    folders = WatchedFolders(session.path)
    session.look_into_folders(folders, time.monotonic())
    if folders.unsettled:
        time.sleep(SETTLE_SECONDS)
    dropped = session.look_into_folders(folders, time.monotonic())
    try:
        for number, one in enumerate(session.read_dropped(folders, dropped, wall_clock, cancelled), 1):
            progress(number, len(dropped), shown_name(dropped[min(number, len(dropped) - 1)].path.name))
            # What a look found changed may be as it is stored: that was said above, or is nothing to say.
            news = tuple(added for added in one.added if added.counts != Counts(same=added.counts.same))
            report += replace(one, added=news)
    except Cancelled:
        return replace(report, cancelled=True)
    except StoreError as error:
        return replace(report, failed=(*report.failed, str(error)), store_failed=True)
    for folder, there in folders.there.items():
        if not there:
            say(
                f"{shown_name(folder)}: this watched folder is gone, or may not be read; newsdesk watch --stop lets it go"
            )
    return report


def _say_where(options: argparse.Namespace) -> None:
    """Which story it went to, where nobody named one and there are several."""
    if options.store is None and options.story is None and not os.environ.get("NEWSDESK_STORE"):
        name = last_story()
        if any(other != name for other in story_names(data_folder())):
            say(f"in the story “{name}”, the one used last; --story NAME names another")


def _session(options: argparse.Namespace, settings: Config, *, begins: bool) -> Session:
    """`begins`: the story does so with what is added; where nothing of that can be read, none is made."""
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


def _reported(report: AddReport, options: argparse.Namespace) -> int:
    undated = [f"{tag}: prints no date and nothing tells it" for tag in report.undated]
    failed = [*report.failed, *(f"{line}; it is followed already, and asked again" for line in report.failing)]
    no_more = "it is in the story already, and no longer asked; newsdesk refresh --all asks it"
    failed += [f"{line}; {no_more}" for line in report.stopped]
    if options.json:
        rows: list[dict[str, Any]] = [
            {"added": one.words, "source": one.tag, **asdict(one.counts)} for one in report.added
        ]
        rows += [
            {"not_due": one.tag, "next_try": one.next_try.isoformat(timespec="seconds") if one.next_try else None}
            for one in report.not_due
        ]
        rows += [{"failed": line} for line in failed]
        print_json(rows + [{"notice": line} for line in (*report.notices, *report.left_out, *undated)])
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
    for line in report.left_out:
        say(line)
    for line in undated:
        say(f"{line}; adding it again with --date DATE gives it one")
    for line in failed:
        say(line)
    if report.cancelled:
        read = counted(len(report.added), "source")
        others = f", {report.left} not come to" if report.left else ""
        say(f"stopped: {read} read{others}; what was added stays")
        return INTERRUPTED
    if report.store_failed:
        return NO_STORE
    return A_SOURCE_FAILED if failed else DONE
