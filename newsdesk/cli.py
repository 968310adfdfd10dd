"""Every command line. Imports the screen only when a screen is wanted, and for each command only what it needs."""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from newsdesk import __version__

if TYPE_CHECKING:
    from newsdesk.model import Facts, Post, Reading, Source
    from newsdesk.session import AddReport, Session
    from newsdesk.store import Store
    from newsdesk.story import Story
    from newsdesk.story.clock import Clock

DONE, A_SOURCE_FAILED, WRONG_USAGE, NO_STORE = 0, 1, 2, 3
FAILED = A_SOURCE_FAILED
"""Anything else that went wrong."""
INTERRUPTED = 130
"""Exit codes; the last is what shells expect after Ctrl+C."""

_SAMPLE_ORIGIN = "sample/"
"""How the origins of the sample's sources begin; those of files are absolute paths."""

OVERVIEW = """\
newsdesk [FILE|FOLDER ...]       add what is named, then open the desk
newsdesk demo [--reset]          open the sample story, in a store of its own
newsdesk add FILE|FOLDER|- ...   add without opening the desk (- reads standard input)
newsdesk refresh                 read the sources' files again
newsdesk show                    the story as plain text
newsdesk posts | quotes | events | actors | sources
newsdesk export --markdown | --ics | --json | --csv
newsdesk extract FILE ...        read and find without a store; prints JSON Lines
newsdesk check                   verify the store"""


class _Parser(argparse.ArgumentParser):
    """Errors are one line, as everywhere in newsdesk."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"newsdesk: {message}; newsdesk --help lists what there is\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code. No error ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an output that cannot show a character is no reason to stop
    try:
        command = _parsed(list(sys.argv[1:] if argv is None else argv))
        code = DONE if command is None else _run(*command)
        sys.stdout.flush()  # here, where it can be said that this failed
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`newsdesk posts | head`): that is no error.
        _drop_output()
        return DONE
    except OSError as error:
        _drop_output()
        return _fail(f"this could not be finished ({error})", FAILED)
    except Exception as error:
        if os.environ.get("NEWSDESK_TRACEBACK"):
            raise
        return _fail(
            f"an error of newsdesk's own ({type(error).__name__}: {error}); what was stored is safe."
            " With NEWSDESK_TRACEBACK=1 it says more",
            FAILED,
        )
    return code


def _drop_output() -> None:
    """Let what is still to be written go nowhere, so that the interpreter does not complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parsed(arguments: list[str]) -> tuple[Run, argparse.Namespace] | None:
    """The command and its options; None when help or the version was all that was wanted."""
    common = _common_options()
    options, rest = common.parse_known_args(arguments)
    if options.version:
        print(f"newsdesk {__version__}")
        return None
    command = rest[0] if rest and rest[0] in COMMANDS else ""
    if command:
        rest = rest[1:]
    if options.help and not command:
        print(f"{OVERVIEW}\n\n{common.format_help().rstrip()}")
        return None
    parser = _Parser(prog=f"newsdesk {command}".strip(), parents=[common], add_help=False, allow_abbrev=False)
    run = COMMANDS[command](parser) if command else _open_options(parser)
    if options.help:
        parser.print_help()
        return None
    return run, parser.parse_args(rest, options)


def _run(run: Run, options: argparse.Namespace) -> int:
    from newsdesk.store import StoreError

    try:
        return run(options)
    except StoreError as error:
        return _fail(str(error), NO_STORE)
    except _UsageError as error:
        return _fail(str(error), WRONG_USAGE)


def _common_options() -> argparse.ArgumentParser:
    parser = _Parser(usage=argparse.SUPPRESS, add_help=False, allow_abbrev=False)
    group = parser.add_argument_group("options that any command takes")
    group.add_argument("-h", "--help", action="store_true", help="say what a command does")
    group.add_argument("--version", action="store_true", help="print the version")
    group.add_argument("--story", metavar="NAME", help="the story of this name")
    group.add_argument("--store", metavar="PATH", help="the story in this very file")
    group.add_argument("--as-of", metavar="MOMENT", help="look from this moment: 2025-05-11T16:03, or 11 May 16:03")
    group.add_argument("--tz", metavar="ZONE", help="show times in this zone (Europe/London); else the machine's")
    group.add_argument("--year", type=_year, help="the year of dates that are printed without one")
    group.add_argument("--json", action="store_true", help="print rows as JSON Lines")
    return parser


def _year(text: str) -> int:
    if text.isdigit() and len(text) == 4 and int(text) >= 1000:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no year; write it with four digits")


# -- commands ---------------------------------------------------------------------------------------------------------

Run = Callable[[argparse.Namespace], int]


def _open_options(parser: argparse.ArgumentParser) -> Run:
    parser.description = "Add what is named, then open the desk."
    parser.add_argument("paths", nargs="*", metavar="FILE|FOLDER")
    return _open_desk


def _open_desk(options: argparse.Namespace) -> int:
    for path in options.paths:
        if os.path.lexists(os.path.expanduser(path)):  # noqa: PTH111 - Path raises on some names
            continue
        # A mistyped command would otherwise be taken for a file that is not there.
        from newsdesk.story.wording import shown_name

        what = "there is no such command and no such file; newsdesk --help lists the commands"
        if "://" in path:
            what = "web addresses are not read; save the page and add the file"
        return _fail(f"{shown_name(path)}: {what}", WRONG_USAGE)
    return _desk(options, _store_path(options))


def _demo_options(parser: argparse.ArgumentParser) -> Run:
    parser.description = "Open the sample story in a store of its own; your stories are not touched."
    parser.add_argument("--reset", action="store_true", help="make the sample anew")
    return _demo


def _demo(options: argparse.Namespace) -> int:
    from newsdesk.places import demo_file, store_file

    path = store_file(options.store, None) if options.store else demo_file()
    options.paths, options.story = [], None
    _make_sample(path, reset=options.reset)
    return _desk(options, path)


def _make_sample(path: Path, *, reset: bool) -> None:
    """Store the sample story, if it is not there yet.

    Raises:
        StoreError: the file is something else, or nothing can be stored there.
        _UsageError: it is to be made anew, but holds what the user added.
    """
    from newsdesk import sample
    from newsdesk.add import prepare
    from newsdesk.places import demo_file
    from newsdesk.read import read
    from newsdesk.store import Store
    from newsdesk.story.wording import shown_name

    with Store.open(path) as store:
        sources = store.load().sources
        if sources and not reset:
            return
        if path != demo_file() and not all(source.origin.startswith(_SAMPLE_ORIGIN) for source in sources):
            raise _UsageError(f"demo --reset: {shown_name(str(path))} holds sources of yours and was not touched")
        for source in sources:
            store.remove_source(source.id)
        for name, data in sample.files():
            snapshot = store.load()
            reading = read(data, name=name, origin=_SAMPLE_ORIGIN + name)
            ready = prepare(reading, snapshot.sources, snapshot.posts, None, _now())
            store.add(ready.reading.source, ready.reading.posts)
        store.set_meta({"title": sample.TITLE})


def _desk(options: argparse.Namespace, path: Path) -> int:
    """Open the screen. Its imports are the heaviest of all, so the worker starts beside them."""
    zone = _zone(options)
    _as_of(options, zone, _now())  # what cannot be understood is said before anything is opened
    if not sys.stdout.isatty() or not sys.stdin.isatty():
        return _fail("the desk needs a terminal; newsdesk show prints the story as text", WRONG_USAGE)
    from newsdesk.background import WorkerProcess

    worker = WorkerProcess()
    worker.start()
    try:
        from newsdesk.add import AddRequest
        from newsdesk.last_view import keep_view, read_view
        from newsdesk.places import last_theme, remember_theme
        from newsdesk.session import Session
        from newsdesk.story.clock import default_clock
        from newsdesk.ui.app import OPEN_SAMPLE, NewsdeskApp

        requests = [AddRequest(path=name, year=options.year) for name in options.paths]
        store, notice = _opened(path)
        with Session(store, worker) as session:
            near = default_clock(session.story().posts, _now()).moment if options.as_of else _now()
            as_of = _as_of(options, zone, near)
            app = NewsdeskApp(
                session,
                zone=zone,
                now=_now,
                as_of=as_of,
                requests=requests,
                notice=notice,
                view=read_view(path),
                theme=last_theme(),
            )
            wanted = app.run()
        keep_view(path, app.view)
        if app.theme != app.opened_in:
            remember_theme(app.theme)
    finally:
        worker.close()
    _remember(options)
    if wanted == OPEN_SAMPLE:
        from newsdesk.places import demo_file

        _make_sample(demo_file(), reset=False)
        options.paths, options.story = [], None
        return _desk(options, demo_file())
    return app.return_code or DONE


def _opened(path: Path) -> tuple[Store, str | None]:
    """The store; one that may not be written to is opened for reading, with a line that says so."""
    from newsdesk.store import Store, StoreNotWritableError

    try:
        return Store.open(path), None
    except StoreNotWritableError:
        return Store.open(path, read_only=True), "This story may not be written to here: it is opened for reading only"


def _add_options(parser: argparse.ArgumentParser) -> Run:
    parser.description = "Read files, folders or standard input (-) and store what they hold."
    parser.add_argument("paths", nargs="+", metavar="FILE|FOLDER|-")
    return _add


def _add(options: argparse.Namespace) -> int:
    from newsdesk.add import AddRequest
    from newsdesk.session import refused

    requests = []
    for path in options.paths:
        if path == "-":
            # Without a text the request would name the path "".
            requests.append(AddRequest(text=_standard_input() or "\n", year=options.year))
        else:
            requests.append(AddRequest(path=path, year=options.year))
    if not _store_path(options).exists() and (report := refused(requests)):
        return _reported(report, as_json=options.json)
    with _session(options) as session:
        report = session.add(requests, _now, _never, _silent)
    _remember(options)
    return _reported(report, as_json=options.json)


def _refresh_options(parser: argparse.ArgumentParser) -> Run:
    parser.description = "Read the files again that the sources came from."
    return _refresh


def _refresh(options: argparse.Namespace) -> int:
    with _session(options, create=False) as session:
        report = session.refresh(_now, _never, _silent)
    return _reported(report, as_json=options.json)


def _rows_options(description: str, lines: str, objects: str) -> Callable[[argparse.ArgumentParser], Run]:
    """A command that prints rows of the story.

    Args:
        description: for its help.
        lines: the function of `listing` that makes lines for people.
        objects: the function of `listing` that makes JSON objects.
    """

    def declare(parser: argparse.ArgumentParser) -> Run:
        parser.description = description
        return lambda options: _rows(options, lines, objects)

    return declare


def _rows(options: argparse.Namespace, lines: str, objects: str) -> int:
    from newsdesk import listing

    story, clock, zone = _looked_at(options)
    named = {"story": story, "clock": clock, "zone": zone}
    if options.json:
        _print_json(_called(getattr(listing, objects), named))
    else:
        for line in _called(getattr(listing, lines), named):
            print(line)
    return DONE


def _called(function: Callable[..., Iterator[Any]], named: dict[str, Any]) -> Iterator[Any]:
    """Call with those of the named arguments that the function takes."""
    wanted = function.__code__.co_varnames[: function.__code__.co_argcount]
    return function(**{name: named[name] for name in wanted})


def _export_options(parser: argparse.ArgumentParser) -> Run:
    parser.description = "Print the story for other programs."
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--markdown", dest="shape", action="store_const", const="markdown", help="a brief")
    shape.add_argument("--ics", dest="shape", action="store_const", const="ics", help="what comes next, as a calendar")
    shape.add_argument("--csv", dest="shape", action="store_const", const="csv", help="the posts, as a table")
    # --json is an option of every command; here it names a shape.
    return _export


def _export(options: argparse.Namespace) -> int:
    from newsdesk import export

    if (options.shape is None) != options.json:
        return _fail("export: name one shape: --markdown, --ics, --json or --csv", WRONG_USAGE)
    story, clock, zone = _looked_at(options)
    posts = [post for post in story.posts if not clock.hides(post)]
    if options.shape == "ics":
        data = export.to_ics(story.facts.events, story.post_by_id, story.source_by_id, story=story.title, stamp=_now())
        sys.stdout.buffer.write(data)
        return DONE
    if options.shape == "csv":
        text = export.to_csv(sources=story.sources, posts=posts, zone=zone)
    else:
        shape = export.to_markdown if options.shape == "markdown" else export.to_json
        text = shape(
            story=story.title, sources=story.sources, posts=posts, facts=story.facts, as_of=clock.moment, zone=zone
        )
    sys.stdout.write(_shown_json(text) if options.json else text)
    return DONE


def _extract_options(parser: argparse.ArgumentParser) -> Run:
    parser.description = "Read files and print what stands in them as JSON, an object a line; nothing is stored."
    parser.add_argument("paths", nargs="*", metavar="FILE")
    parser.add_argument("--together", action="store_true", help="read the files as one story")
    parser.add_argument(
        "--jsonl", action="store_true", help='read {"id","text","reference_time"?} lines on standard input'
    )
    return _extract


def _extract(options: argparse.Namespace) -> int:
    if options.jsonl:
        return _extract_lines()
    if not options.paths:
        return _fail("extract: name the files to read, or --jsonl", WRONG_USAGE)
    zone = _zone(options)
    _as_of(options, zone, _now())
    from newsdesk.add import AddError, place_named, read_path
    from newsdesk.extract import story_objects

    readings: list[tuple[str, Reading | str]] = []
    for path in options.paths:
        try:
            readings.append((path, read_path(place_named(path))))
        except AddError as error:
            readings.append((path, str(error)))
    stories = [readings] if options.together else [[reading] for reading in readings]
    failed = False
    for story in stories:
        good = [(path, reading) for path, reading in story if not isinstance(reading, str)]
        objects = iter(story_objects(*_read_as_one(good, options, zone)))
        for path, reading in story:
            if isinstance(reading, str):
                failed = True
                _print_json([{"file": path, "error": reading}])
            else:
                _print_json([next(objects)])
    return A_SOURCE_FAILED if failed else DONE


def _read_as_one(
    readings: list[tuple[str, Reading]], options: argparse.Namespace, zone: tzinfo
) -> tuple[list[tuple[str, Source, list[Post]]], Facts]:
    """Dates and facts of these files as one story: the arguments of `extract.story_objects`."""
    from newsdesk.add import prepare
    from newsdesk.find.facts import find_facts
    from newsdesk.find.source_dates import resolve
    from newsdesk.story.clock import newest_moment

    year, now = options.year, _now()
    sources: list[Source] = []
    posts: list[Post] = []
    for number, (_, reading) in enumerate(readings, 1):
        sources.append(replace(reading.source, id=number, year=year, read_at=now))
        posts += [replace(post, id=len(posts) + at, source_id=number) for at, post in enumerate(reading.posts, 1)]
    # Every other file may date this one, whichever comes first; a guess dates nothing but itself.
    for at, source in enumerate(sources):
        others = [other for other in sources if other is not source]
        other_posts = [post for post in posts if post.source_id != source.id]
        guess = prepare(readings[at][1], others, other_posts, year, now).reading.source.guessed_year
        sources[at] = replace(source, guessed_year=guess)
    dated = resolve(sources, posts)
    facts = find_facts(dated, _as_of(options, zone, newest_moment(dated) or now))
    return [
        (name, source, [post for post in dated if post.source_id == source.id])
        for (name, _), source in zip(readings, sources, strict=True)
    ], facts


def _extract_lines() -> int:
    from newsdesk.extract import document_object
    from newsdesk.find.actors import quotes_in_text
    from newsdesk.find.dates import dates_in_text

    code = DONE
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
            text, reference = document["text"], _reference(document.get("reference_time"))
            document_id = document["id"]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            code = _fail(
                f'extract --jsonl: line {number}: this is no {{"id", "text"}} object ({error})', A_SOURCE_FAILED
            )
            continue
        if not isinstance(text, str):
            code = _fail(f"extract --jsonl: line {number}: its text is no string", A_SOURCE_FAILED)
            continue
        quotes, statements = quotes_in_text(text)
        _print_json([document_object(document_id, quotes, statements, dates_in_text(text, reference))])
    return code


def _reference(text: str | None) -> date | datetime | None:
    if not text:
        return None
    return date.fromisoformat(text) if len(text) == len("2025-05-11") else datetime.fromisoformat(text)


def _check_options(parser: argparse.ArgumentParser) -> Run:
    parser.description = "Verify the store: header, checksums, order of its lines. Changes nothing."
    return _check


def _check(options: argparse.Namespace) -> int:
    from newsdesk.store import check
    from newsdesk.story.wording import shown_name

    report = check(_store_path(options))
    verdict = "sound" if report.sound else "damaged"
    found = {"source": report.sources, "post": report.posts, "mark": report.marks}
    counts = ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for noun, number in found.items())
    print(f"{shown_name(str(report.path))}: {verdict}; {counts}")
    for line in report.findings:
        print(f"  {line}")
    return DONE if report.sound else NO_STORE


COMMANDS: dict[str, Callable[[argparse.ArgumentParser], Run]] = {
    "demo": _demo_options,
    "add": _add_options,
    "refresh": _refresh_options,
    "posts": _rows_options("The posts, newest first.", "posts", "post_objects"),
    "quotes": _rows_options("Who said what: quotes per actor.", "quotes", "quote_objects"),
    "events": _rows_options("What comes next.", "events", "event_objects"),
    "actors": _rows_options("The actors: names, roles, other names, counts.", "actors", "actor_objects"),
    "sources": _rows_options("The sources, in the order they were added.", "sources", "source_objects"),
    "show": _rows_options("The story as plain text.", "show", "post_objects"),
    "export": _export_options,
    "extract": _extract_options,
    "check": _check_options,
}


# -- shared by the commands -------------------------------------------------------------------------------------------


class _UsageError(Exception):
    """One line for a person."""


def _store_path(options: argparse.Namespace) -> Path:
    from newsdesk.places import store_file

    return store_file(options.store, options.story)


def _remember(options: argparse.Namespace) -> None:
    if options.story and not options.store:
        from newsdesk.places import remember_story

        remember_story(options.story)


def _session(options: argparse.Namespace, *, create: bool = True) -> Session:
    from newsdesk.background import Inline
    from newsdesk.session import Session
    from newsdesk.store import Store

    session = Session(Store.open(_store_path(options), create=create), Inline())
    _report_damage(session)
    return session


def _report_damage(session: Session) -> None:
    if session.damaged:
        from newsdesk.story.wording import shown_name

        print(
            f"newsdesk: {shown_name(str(session.path))}: {len(session.damaged)} damaged lines are left out;"
            " newsdesk check says where",
            file=sys.stderr,
        )


def _looked_at(options: argparse.Namespace) -> tuple[Story, Clock, tzinfo]:
    """The story with its facts, the clock and the display zone."""
    from newsdesk.background import Inline
    from newsdesk.listing import clock_words
    from newsdesk.session import Session
    from newsdesk.store import Store
    from newsdesk.story.clock import Clock, Mode, default_clock

    zone = _zone(options)
    _as_of(options, zone, _now())  # what cannot be understood is said before anything is opened
    with Session(Store.open(_store_path(options), create=False, read_only=True), Inline()) as session:
        _report_damage(session)
        story = session.story()
        clock = default_clock(story.posts, _now())
        if as_of := _as_of(options, zone, clock.moment):
            clock = Clock(Mode.CHOSEN, as_of)
        if clock.mode is not Mode.NOW:
            print(f"newsdesk: {clock_words(clock, zone)}", file=sys.stderr)
        return replace(story, facts=session.facts(story, clock, _never)), clock, zone


def _zone(options: argparse.Namespace) -> tzinfo:
    """The display zone: `--tz`, else the machine's."""
    if options.tz:
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            return ZoneInfo(options.tz)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise _UsageError(f"--tz: there is no zone “{options.tz}”; write it as Europe/London or UTC") from error
    from dateutil.tz import tzlocal

    return tzlocal()


def _as_of(options: argparse.Namespace, zone: tzinfo, near: datetime) -> datetime | None:
    """What `--as-of` says; a moment without a year is the one nearest to `near`."""
    if not options.as_of:
        return None
    from newsdesk.story.clock import parse_moment

    try:
        moment = parse_moment(options.as_of, zone, near.astimezone(zone).date())
        moment.astimezone(UTC), moment.astimezone(zone)
    except ValueError as error:
        raise _UsageError(f"--as-of: {error}") from error
    except OverflowError as error:  # the first and last days there are have no moment in some zones
        raise _UsageError(f"--as-of: “{options.as_of}” lies outside the calendar") from error
    return moment


def _standard_input() -> str:
    from newsdesk.read.decode import decode

    return decode(sys.stdin.buffer.read())


def _reported(report: AddReport, *, as_json: bool) -> int:
    if as_json:
        rows = [{"added": line} for line in report.added] + [{"failed": line} for line in report.failed]
        _print_json(rows + [{"notice": line} for line in report.notices])
    else:
        for line in report.added:
            print(line)
    guesses = [f"{line}; --year YEAR corrects it" for line in report.notices]
    for line in (*guesses, *report.failed):
        print(f"newsdesk: {line}", file=sys.stderr)
    return A_SOURCE_FAILED if report.failed else DONE


_NOT_SHOWN = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""What JSON need not escape and a terminal must not see: file names, and what `extract --jsonl` is given, are not cleaned."""


def _print_json(rows: Iterable[Any]) -> None:
    for row in rows:
        sys.stdout.write(_shown_json(json.dumps(row, ensure_ascii=False)) + "\n")


def _shown_json(text: str) -> str:
    """The same JSON, with escapes for what must not reach a terminal as it is."""
    return _NOT_SHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _fail(line: str, code: int) -> int:
    print(f"newsdesk: {line}", file=sys.stderr)
    return code


def _never() -> bool:
    return False


def _silent(done: int, total: int, name: str) -> None:
    """Progress that nobody watches."""


def _now() -> datetime:
    """The wall clock; the only place that reads it."""
    return datetime.now().astimezone()
