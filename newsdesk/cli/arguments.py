"""Every command once: its name, what it says of itself, its arguments, and the function that runs it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NamedTuple, NoReturn

from newsdesk import __version__
from newsdesk.cli.outcome import WRONG_USAGE, printable

OVERVIEW = """\
newsdesk [FILE|URL|FOLDER ...]   add what is named, then open the desk
newsdesk demo [--reset]          open the sample story, in a store of its own
newsdesk add FILE|URL|- ...      add without opening the desk (- reads standard input)
newsdesk refresh                 ask the addresses that are due for news, and read the sources' files again
newsdesk watch [FOLDER ...]      watch folders: a file dropped into one is added (--stop FOLDER); without one list them
newsdesk show                    all that the desk shows, as plain lines for a pager or a screen reader (--json: as rows)
newsdesk posts | quotes | events | actors | sources
newsdesk export --markdown | --ics | --json | --csv | --opml | --tinydb  [FILE]
newsdesk import FILE             bring what export --tinydb wrote into a new story
newsdesk extract FILE|- ...      read and find without a store; prints JSON Lines
newsdesk stories                 list your stories; create, rename, archive, restore, delete NAME
newsdesk keys                    every command of the desk and its keys, to change them
newsdesk check                   verify the store; save what can be read of a damaged one"""


class Command(NamedTuple):
    """One command."""

    runs: str
    """`module:function` in `newsdesk.cli`. The function takes the options and gives the exit code; its module is imported
    when the command is run, so that nobody waits for what another command needs."""
    description: str
    declare: Callable[[argparse.ArgumentParser], None] = lambda _parser: None
    """Adds the arguments that it takes beside the common ones."""


def _desk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="FILE|URL|FOLDER")
    _bell(parser)


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--reset", action="store_true", help="make the sample anew")
    _bell(parser)


def _bell(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--no-bell", action="store_true", help="ring no bell this time, until the bell is chosen on the desk"
    )


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="FILE|URL|FOLDER|-")
    parser.add_argument(
        "--every",
        dest="interval",
        metavar="TIME",
        type=_interval,
        help="how often these addresses, and those that a list of feeds (.opml) names, are asked for news: 1m to 30d, such as 10m or 2h; else as it is learned, or the configuration file says",
    )
    parser.add_argument(
        "--date",
        metavar="DATE",
        help="the date of what prints none: 26 November 2026, or with an hour, 26 November 2026 16:15 GMT or today 16:15; in the zone of --tz without one",
    )


def _refresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--all", action="store_true", help="ask every address, those, too, that are not due or no longer asked"
    )


def _watch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="without one those that are watched are listed")
    parser.add_argument("--stop", action="store_true", help="watch these no longer; what they brought stays")


def _filtered(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("only what stands in some of the posts; conditions combine")
    group.add_argument(
        "--since", metavar="WHEN", help="from then on: 14:00, today, Thursday, 11 May 14:00, last 3 hours"
    )
    group.add_argument("--until", metavar="WHEN", help="up to then; a day is in it to its end")
    group.add_argument(
        "--actor",
        metavar="NAME",
        help="what this actor says: the posts that quote it, and its own turns of transcripts",
    )
    group.add_argument("--source", metavar="NAME", help="of this source: its name in the rows, its title or its file")
    group.add_argument("--label", metavar="LABEL", help="with this label, such as breaking")
    group.add_argument("--text", metavar="WORDS", help='with all of these words; "in quotation marks", as they stand')
    group.add_argument("--unread", action="store_true", help="that are unread")
    group.add_argument("--starred", action="store_true", help="that are starred")
    group.add_argument(
        "--filter",
        metavar="NAME",
        help="that a filter lets through which is kept under this name on the desk; a condition beside it takes the place of its own",
    )


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="a new file to write; what exists is left alone. Without it: print"
    )
    _filtered(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--markdown", dest="shape", action="store_const", const="markdown", help="a brief")
    shape.add_argument("--ics", dest="shape", action="store_const", const="ics", help="what comes next, as a calendar")
    shape.add_argument("--csv", dest="shape", action="store_const", const="csv", help="the posts, as a table")
    shape.add_argument("--opml", dest="shape", action="store_const", const="opml", help="the addresses it follows")
    shape.add_argument(
        "--tinydb", dest="shape", action="store_const", const="tinydb", help="the store, as TinyDB's own file"
    )
    # --json is an option of every command; here it names a shape.


def _stories(parser: argparse.ArgumentParser) -> None:
    actions = ("create", "rename", "archive", "restore", "delete")
    parser.add_argument("action", nargs="?", choices=actions, help="what to do; without it they are listed")
    parser.add_argument("names", nargs="*", metavar="NAME", help="the story, and its new name")
    parser.add_argument("--all", action="store_true", help="list those, too, that were put away")
    parser.add_argument("--yes", action="store_true", help="delete without a question")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="what TinyDB's own storage wrote, such as export --tinydb")


def _check(parser: argparse.ArgumentParser) -> None:
    wish = parser.add_mutually_exclusive_group()
    wish.add_argument(
        "--repair", metavar="NEWFILE", help="write what can be read to a new file, and the rest beside it"
    )
    wish.add_argument("--compact", action="store_true", help="leave out the earlier states of what was changed")


def _events(parser: argparse.ArgumentParser) -> None:
    _filtered(parser)
    parser.add_argument("--mentions", action="store_true", help="print the sentences, too, that support each event")


def _extract(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="FILE|-")
    parser.add_argument("--together", action="store_true", help="read the files as one story")
    parser.add_argument(
        "--jsonl", action="store_true", help='read {"id","text","reference_time"?} lines on standard input'
    )


DESK = Command("desk:desk", "Add what is named, then open the desk.", _desk)
"""What runs when no command is named."""

COMMANDS = {
    "demo": Command("desk:demo", "Open the sample story in a store of its own; your stories are not touched.", _demo),
    "add": Command(
        "adding:add", "Read files, web addresses, folders or standard input (-) and store what they hold.", _add
    ),
    "refresh": Command(
        "adding:refresh",
        "Ask the web addresses that are due for news, read the files again that the sources came from, and what was dropped into watched folders.",
        _refresh,
    ),
    "watch": Command(
        "watching:watch",
        "Watch folders: what lies in one, or is dropped into it later, is added by the desk and by newsdesk refresh.",
        _watch,
    ),
    "posts": Command("viewing:posts", "The posts, newest first.", _filtered),
    "quotes": Command("viewing:quotes", "Who said what: quotes per actor.", _filtered),
    "events": Command("viewing:events", "What comes next.", _events),
    "actors": Command("viewing:actors", "The actors: names, roles, other names, counts."),
    "sources": Command("viewing:sources", "The sources, in the order they were added."),
    "show": Command(
        "viewing:show", "All that the desk shows, as plain lines; with --json as rows, each with what it is.", _filtered
    ),
    "export": Command(
        "viewing:export", "Print the story, or write it to a new file, for other programs and other people.", _export
    ),
    "extract": Command(
        "extracting:extract",
        "Read files and print what stands in them as JSON, an object a line; nothing is stored.",
        _extract,
    ),
    "import": Command("keeping:bring_in", "Bring a TinyDB file into a story that has no sources yet.", _import),
    "stories": Command("stories:stories", "List your stories, or do one thing with one of them.", _stories),
    "keys": Command("keys:keys", "Every command of the desk and its keys, as a configuration file has them."),
    "check": Command("keeping:check", "Verify the store: header, checksums, order of its lines.", _check),
}


def parse(arguments: list[str]) -> tuple[Command, argparse.Namespace] | None:
    """The command and its options; None when help or the version was all that was wanted, which is printed then.

    Raises:
        SystemExit: the arguments are wrong, and that was said.
    """
    common = _common_options()
    options, rest = common.parse_known_args(arguments)
    if options.version:
        print(f"newsdesk {__version__}")
        return None
    name = rest[0] if rest and rest[0] in COMMANDS else ""
    if options.help and not name:
        print(f"{OVERVIEW}\n\n{common.format_help().rstrip()}")
        return None
    command = COMMANDS.get(name, DESK)
    parser = _Parser(
        prog=f"newsdesk {name}".strip(),
        description=command.description,
        parents=[common],
        add_help=False,
        allow_abbrev=False,
    )
    command.declare(parser)
    if options.help:
        parser.print_help()
        return None
    return command, parser.parse_args(rest[1:] if name else rest, options)


class _Parser(argparse.ArgumentParser):
    """Errors are one line, as everywhere in newsdesk."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"newsdesk: {printable(message)}; newsdesk --help lists what there is\n")


def _common_options() -> argparse.ArgumentParser:
    parser = _Parser(usage=argparse.SUPPRESS, add_help=False, allow_abbrev=False)
    group = parser.add_argument_group("options that any command takes")
    group.add_argument("-h", "--help", action="store_true", help="say what a command does")
    group.add_argument("--version", action="store_true", help="print the version")
    group.add_argument("--story", metavar="NAME", help="the story of this name")
    group.add_argument("--store", metavar="PATH", help="the story in this very file")
    group.add_argument("--as-of", metavar="MOMENT", help="look from this moment: 2025-05-11T16:03, or 11 May 16:03")
    group.add_argument(
        "--tz",
        metavar="ZONE",
        help="show times in this zone (Europe/London), or each in that of its source (source); else in the machine's",
    )
    group.add_argument("--year", type=_year, help="the year of dates that are printed without one")
    group.add_argument("--json", action="store_true", help="print rows as JSON Lines")
    return parser


def _interval(text: str) -> int:
    from newsdesk.fetch import interval_problem, seconds_in

    if problem := interval_problem(text):
        raise argparse.ArgumentTypeError(problem)
    return seconds_in(text) or 0


def _year(text: str) -> int:
    if text.isdigit() and len(text) == 4 and int(text) >= 1000:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is no year; write it with four digits")
