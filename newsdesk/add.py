"""A file, an address or pasted text becomes posts in the store: look at it first, then add it.

The joint between reading, finding and the store; knows no screen. The wall clock is an argument. Reading and finding are
imported where they are used: that takes 120 ms, which a desk pays in its worker and not before its first picture.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, ParamSpec, TypeVar

from newsdesk.background import OverrunError, Runner, WorkerDiedError
from newsdesk.fetch import Answer, FetchError, FetchSettings, Wanted, fetch_all, is_address, web_address
from newsdesk.limits import MB, Limits
from newsdesk.model import Basis, Counts, Post, Precision, PrintedTime, Reading, Source, SourceKind
from newsdesk.shown_name import shown_name
from newsdesk.story.sources import basis_words, date_set_by, day_span, prints_no_date, prints_no_year
from newsdesk.story.wording import counted, headline_words, reading_words, zone_doubt, zone_name

if TYPE_CHECKING:
    from newsdesk.read import NamedFeed

P = ParamSpec("P")
R = TypeVar("R")

PASTED = "pasted text"
_NO_FILE = (OSError, ValueError)
"""What is said of a name that cannot be read: by the system, and by Python when there is a NUL in it."""
_SHOWN_HEADLINES = 5
_HEAD = 2_048
"""Bytes in which a web page says that it is one."""
_POSTS_AT_ONCE, _CHARACTERS_AT_ONCE = 1_000, 500_000
"""How much of a request facts are looked for in before it is added, a file as a whole or not at all; in more that takes
longer than a preview may."""
_USUAL = Limits()


class AddError(Exception):
    """Why something could not be added: one line for a person."""

    def __init__(self, line: str, feeds: tuple[NamedFeed, ...] = (), address: str = "") -> None:
        super().__init__(line)
        self.address = address
        """What was asked in vain, where it is an address."""
        self.feeds = feeds
        """What can be added in its place, where it is a list of feeds."""


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What the user named: a path, a web address, or pasted text."""

    path: str = ""
    """A path or an address."""
    text: str = ""
    """Pasted text; when it is not empty, `path` is."""
    year: int | None = None
    """The year the user said, for dates printed without one."""
    said_time: PrintedTime | None = None
    """The date the user said, for what prints none."""
    interval: int | None = None
    """Seconds from one poll to the next, as the user said: of an address, and of those that a list of feeds names."""
    again: Source | None = None
    """The source that is read again: nothing is stored when it was removed meanwhile."""
    answer: Answer | None = None
    """What the address gave, once it was asked: `fetched` asks."""

    @property
    def is_address(self) -> bool:
        """Whether it is an address, asked already or not."""
        return not self.text and is_address(self.path)


Part = Path | Answer | None
"""One thing to read: a file, what an address gave, or, None, pasted text."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What adding would bring, before anything is stored."""

    reading: Reading
    summary: str
    """A line a file: `BBC News live page · 20 posts · Thu 13 Mar 2025 13:55–17:58 GMT, year inferred · 62 quotes · 14 actors · 2 events · 0 already known`.

    For what the story knows it ends with what reading it again brings: `+3 new, 2 edited, 15 same, 1 gone`."""
    posts: int
    """Of every file together."""
    counts: Counts
    """What becomes of them and of those that the story has."""
    year: int | None
    """The year its dates were given, when it printed none and the user said none; None when nothing is to be asked."""
    year_is_guess: bool
    headlines: tuple[str, ...]
    """The first few, as they will stand in the stream."""
    prints_no_date: bool = False
    """It is one source, and its date may be said: it prints none."""


_SHOWN_LEFT_OUT = 100
"""Characters of a line that is left out, where all of it is told in one line."""


def left_out_words(reading: Reading) -> str:
    """What of a text stands in no post: `2 sentences stand in no post: “Follow the latest here.” and 1 more`; empty where nothing does."""
    if not reading.left_out:
        return ""
    first, *others = reading.left_out
    shown = first if len(first) <= _SHOWN_LEFT_OUT else first[:_SHOWN_LEFT_OUT].rsplit(" ", 1)[0] + " …"
    many = "1 sentence stands" if not others else f"{len(reading.left_out)} sentences stand"
    return f"{many} in no post: “{shown}”" + (f" and {len(others)} more" if others else "")


@dataclass(frozen=True, slots=True)
class Ready:
    """A reading that may be stored, and what must be said with it."""

    reading: Reading
    notice: str | None
    """One line that a person should see: a guessed year."""


def place_named(path: str) -> Path:
    """What the user's words name, `~` expanded.

    Raises:
        AddError: they can name no file.
    """
    if not path:
        # Path("") would be the current folder.
        raise AddError("an empty name is no file; name a file or a folder")
    if is_address(path):
        raise AddError(f"{shown_name(path)}: no web addresses are read here; newsdesk add follows them")
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path raises where there is no home


def folder_named(path: str) -> str:
    """The absolute path of the folder that the user's words name.

    Raises:
        AddError: it is none, or it may not be looked into.
    """
    place = place_named(path)
    try:
        if not stat.S_ISDIR(place.stat().st_mode):
            raise AddError(
                f"{shown_name(path)}: this is no folder, and only folders are watched; newsdesk add adds a file"
            )
        with os.scandir(place):
            return os.path.abspath(place)  # noqa: PTH100 - Path keeps the dots in it
    except _NO_FILE as error:
        raise AddError(f"{shown_name(path)}: {_reason(error)}") from error


def fetched(
    requests: Iterable[AddRequest], settings: FetchSettings, cancelled: Callable[[], bool]
) -> Generator[AddRequest | AddError]:
    """Ask the addresses that these requests name, several at once: each with its answer as that comes, or why there is none.

    One that has its answer is not asked again.

    Blocks; see `fetch_all`.

    Raises:
        Cancelled: `cancelled()` became true.
    """
    named: dict[Wanted, AddRequest] = {}
    for request in requests:
        if request.answer is not None:
            yield request
            continue
        try:
            named[Wanted(web_address(request.path))] = request
        except FetchError as error:
            yield AddError(f"{shown_name(request.path)}: {error}")
    with closing(fetch_all(list(named), settings, cancelled)) as asking:
        for wanted, outcome in asking:
            if isinstance(outcome, FetchError):
                yield AddError(f"{shown_name(wanted.url)}: {outcome}", address=wanted.url)
            else:
                yield replace(named[wanted], answer=outcome)


def parts_of(request: AddRequest) -> list[Part]:
    """What a request names, one by one: its file, or every file of its folder by name, or what its address gave, or pasted text.

    Of a folder neither hidden files nor what lies deeper.

    Raises:
        AddError: nothing is there, or it cannot be looked into.
    """
    if request.text or request.answer:
        return [request.answer]
    place = place_named(request.path)
    try:
        if not place.is_dir():
            _check_regular(place)
            return [place]
        found = sorted(entry for entry in place.iterdir() if not entry.name.startswith(".") and entry.is_file())
    except _NO_FILE as error:
        raise AddError(f"{shown_name(request.path)}: {_reason(error)}") from error
    if not found:
        raise AddError(f"{shown_name(request.path)}: this folder has no files; name a file, or another folder")
    return [*found]


def part_name(part: Part) -> str:
    """What a part is called while it is read."""
    if isinstance(part, Answer):
        return shown_name(part.url)
    return shown_name(part.name) if part else PASTED


def kind_at(part: Part, sources: Iterable[Source]) -> SourceKind | None:
    """What the source is so far that a part comes from, if that is an address; None when there is none."""
    if not isinstance(part, Answer):
        return None
    return next((source.kind for source in sources if source.origin == part.url), None)


def read_part(
    request: AddRequest, part: Part, limits: Limits, before: SourceKind | None = None, known: str | None = None
) -> Reading | None:
    """Read one of `parts_of` the request; `before` is `kind_at` it.

    Returns:
        None for a file that is `known` by its content hash, and not taken apart.

    Raises:
        AddError: it cannot be opened, or it is nothing that newsdesk reads.
    """
    if isinstance(part, Answer):
        return read_answer(part, before)
    if part is None:
        return read_text(request.text, limits)
    data = _bytes_of(part, limits)
    return None if known and _content_hash(data) == known else _read(data, part.name, str(part.absolute()))


def read_path(path: Path, limits: Limits = _USUAL) -> Reading:
    """Read one file.

    Raises:
        AddError: it cannot be opened, or it is nothing that newsdesk reads.
    """
    return _read(_bytes_of(path, limits), path.name, str(path.absolute()))


def read_answer(answer: Answer, before: SourceKind | None) -> Reading:
    """Read what an address gave.

    Args:
        answer: with a body.
        before: what its source is so far.

    Raises:
        AddError: it is nothing that newsdesk reads; or no feed where one was, as servers in trouble send a page in its place.
    """
    from newsdesk.read.decode import in_utf_8

    def no_feed(what: str) -> AddError:
        return AddError(f"{shown_name(answer.url)}: this is no feed any more ({what}); look at it in a browser")

    try:
        reading = _read(in_utf_8(answer.data, answer.charset), answer.url, answer.url)
    except AddError:
        if before is SourceKind.FEED and b"<html" in answer.data[:_HEAD].lower():
            raise no_feed("web page") from None
        raise
    if before is SourceKind.FEED and reading.source.kind is not before:
        raise no_feed(reading.source.kind)
    return reading


def read_text(text: str, limits: Limits = _USUAL) -> Reading:
    """Read what was pasted.

    Raises:
        AddError: it is nothing that newsdesk reads.
    """
    data = text.encode("utf-8", "replace")
    check_size(PASTED, len(data), limits)
    return _read(data, PASTED, PASTED)


def read_within(
    limits: Limits,
    runner: Runner,
    cancelled: Callable[[], bool],
    name: str,
    function: Callable[P, R],
    *args: P.args,
    **kwargs: P.kwargs,
) -> R:
    """Read one thing, which is called `name`, where it can be stopped.

    Raises:
        AddError: it takes too much, or what `function` says.
        Cancelled: the caller no longer wants it.
    """
    try:
        return runner.run_within(limits.seconds, limits.memory_mb * MB, cancelled, function, *args, **kwargs)
    except OverrunError as error:
        raise _overran(name, error.of, limits) from error
    except WorkerDiedError as error:
        raise AddError(
            f"{shown_name(name)}: reading this ended the process that read it; add it as plain text"
        ) from error


def _overran(name: str, of: Literal["seconds", "memory"], limits: Limits) -> AddError:
    """What is said of a file that took too much while it was read."""
    what, setting = {
        "seconds": (f"{limits.seconds} seconds", "seconds"),
        "memory": (f"{limits.memory_mb} MB of memory", "memory_mb"),
    }[of]
    return AddError(
        f"{shown_name(name)}: reading this takes more than {what}, so it was stopped;"
        f" take a part of it, or set {setting} below [limits] in the configuration file"
    )


def prepare(
    reading: Reading, sources: Sequence[Source], posts: Sequence[Post], year: int | None, now: datetime
) -> Ready:
    """Date a reading as well as the story allows: the user's year, evidence, or at last a guess that says so.

    Args:
        reading: what was read.
        sources: the story's sources, as companions.
        posts: the story's posts.
        year: what the user said.
        now: the wall clock, aware; a guessed year is the latest that does not lie ahead of it.
    """
    from newsdesk.find.dates.source_dates import stand_alone

    source = replace(reading.source, read_at=now.astimezone(UTC), year=year)
    reading = replace(reading, source=source)
    # What stands alone is not dated for nothing: a feed may have ten thousand entries.
    if year is not None or stand_alone([source], reading.posts):
        return Ready(reading, None)
    if all(post.published is not None for post in _dated(reading, sources, posts)):
        return Ready(reading, None)
    printed = [post.printed_time for post in reading.posts] + [source.printed_time]
    days = {(time.month, time.day) for time in printed if time and time.month and time.day and not time.year}
    guess = _latest_year(days, now.date())
    if guess is None:
        return Ready(reading, None)
    notice = f"{source.tag}: prints no year and nothing tells it; {guess} is a guess"
    return Ready(replace(reading, source=replace(source, guessed_year=guess)), notice)


def look(
    request: AddRequest,
    found: Sequence[Reading],
    unreadable: Sequence[str],
    sources: Sequence[Source],
    posts: Sequence[Post],
    posts_read: Mapping[int, int],
    now: datetime,
) -> Preview:
    """What adding would bring. Finds facts: work for a process of its own.

    Args:
        request: what the user named.
        found: what was read of it, at least one.
        unreadable: for each file of it that could not be read the line that says why.
        sources: the story's.
        posts: the story's.
        posts_read: how many of them each source had when it was read the last time, by its id.
        now: the wall clock, aware.
    """
    from newsdesk.store.rereading import count_changes

    said = [replace(reading, source=replace(reading.source, said_time=request.said_time)) for reading in found]
    readings = [prepare(reading, sources, posts, request.year, now).reading for reading in said]
    parts, counts = [], Counts()
    posts_left, characters_left = _POSTS_AT_ONCE, _CHARACTERS_AT_ONCE
    for reading in readings:
        its_own = count_changes(sources, posts, reading.source, reading.posts, posts_read)
        characters = sum(len(post.text) for post in reading.posts)
        facts = len(reading.posts) <= posts_left and characters <= characters_left
        if facts:
            posts_left, characters_left = posts_left - len(reading.posts), characters_left - characters
        parts.append(_summary(reading, _dated(reading, sources, posts), its_own, facts=facts))
        counts += its_own
    reading = readings[0]
    dated = _dated(reading, sources, posts)
    asked = request.year is None and prints_no_year(reading.source, reading.posts)
    years = [post.published.at.year for post in dated if post.published]
    guessed = any(post.published and post.published.basis is Basis.GUESSED for post in dated)
    return Preview(
        reading=reading,
        summary="\n".join([*parts, *(f"not read: {line}" for line in unreadable)]),
        posts=sum(len(reading.posts) for reading in readings),
        counts=counts,
        year=years[0] if asked and years else None,
        year_is_guess=asked and (guessed or not years),
        headlines=tuple(headline_words(post) for reading in readings for post in reading.posts[:_SHOWN_HEADLINES])[
            :_SHOWN_HEADLINES
        ],
        # A date that is said for a folder would be that of all its files.
        prints_no_date=len(found) + len(unreadable) == 1
        and bool(reading.posts)
        and prints_no_date(reading.source, reading.posts),
    )


def counts_words(counts: Counts) -> str:
    """`+3 new, 2 edited, 15 same, 1 gone`: in these words everywhere."""
    return reading_words(**asdict(counts))


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        check_size(str(path), _check_regular(path), limits)
        with path.open("rb") as file:
            data = file.read(limits.file_mb * MB + 1)  # it may have grown, or be one that says nothing of its size
    except _NO_FILE as error:
        raise AddError(f"{shown_name(str(path))}: {_reason(error)}") from error
    check_size(str(path), len(data), limits)
    return data


def _content_hash(data: bytes) -> str:
    from newsdesk.read import content_hash

    return content_hash(data)


def _check_regular(path: Path) -> int:
    """The file's size. Pipes, devices and the like are never opened: reading them may not end."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise AddError(f"{shown_name(str(path))}: this is a folder; name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise AddError(
            f"{shown_name(str(path))}: this is no ordinary file (a pipe or a device); save its text to a file first"
        )
    return status.st_size


def check_size(name: str, size: int, limits: Limits) -> None:
    """Whether this many bytes are read of what is called `name`.

    Raises:
        AddError: they are too many; the line names the setting.
    """
    if size > limits.file_mb * MB:
        raise AddError(
            f"{shown_name(name)}: this is larger than the {limits.file_mb} MB that are read;"
            " split it, or set file_mb below [limits] in the configuration file"
        )


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the name"
    if isinstance(error, PermissionError):
        return "you may not read this; change the permissions of the file or folder, or copy it"
    if not isinstance(error, OSError):
        return "no file can have this name; check it"
    return f"it cannot be read ({error.strerror or error}); check the name"


def _read(data: bytes, name: str, origin: str) -> Reading:
    from newsdesk.read import ReadError, read

    try:
        return read(data, name=name, origin=origin)
    except ReadError as error:
        raise AddError(str(error), error.feeds) from error
    except MemoryError:
        raise
    except Exception as error:
        if os.environ.get("NEWSDESK_TRACEBACK"):
            raise
        # One file that we have not thought of must not keep the others out.
        raise AddError(
            f"{shown_name(name)}: an error of newsdesk's own ({type(error).__name__}); add its words as plain text."
            " With NEWSDESK_TRACEBACK=1 it says more"
        ) from error


def _dated(reading: Reading, sources: Sequence[Source], posts: Sequence[Post]) -> list[Post]:
    """The reading's posts dated beside the story's. They get ids below zero, which no stored post has."""
    from newsdesk.find.dates.source_dates import resolve

    stand_in = -1
    source = replace(reading.source, id=stand_in)
    newcomers = [replace(post, id=-number, source_id=stand_in) for number, post in enumerate(reading.posts, 1)]
    return list(resolve([*sources, source], [*posts, *newcomers]))[len(posts) :]


def _latest_year(days: Iterable[tuple[int, int]], today: date) -> int | None:
    """The latest year in which each of these days (month, day) exists and none lies ahead; None without such days."""
    from newsdesk.find.calendar_words import calendar_day

    leap_year = 2000
    real = [day for day in days if calendar_day(leap_year, *day)]
    if not real:
        return None
    # 29 February recurs after at most eight years.
    years = range(today.year, max(today.year - 9, 0), -1)
    return next((year for year in years if all((on := calendar_day(year, *day)) and on <= today for day in real)), None)


def _summary(reading: Reading, dated: Sequence[Post], counts: Counts, *, facts: bool) -> str:
    """What one source is; with `facts`, they are looked for in it."""
    from newsdesk.find.facts import find_facts

    kind = " ".join(part for part in (reading.source.publisher, str(reading.source.kind)) if part)
    parts = [kind, counted(len(dated), "post"), _period(dated)]
    if facts:
        found = find_facts(dated, None)
        quoted = sum(1 for actor in found.actors if actor.quotes)
        voices = {post.speaker for post in dated if post.speaker}
        parts += [
            counted(len(found.quotes), "quote"),
            # Who only speaks, as in subtitles, is quoted by nobody.
            counted(quoted, "actor") if quoted or not voices else counted(len(voices), "voice"),
            counted(len(found.events), "event"),
        ]
    else:
        parts.append("quotes and events are found once it is added")
    parts += [
        "0 already known" if counts == Counts(new=counts.new) else counts_words(counts),
    ]
    return " · ".join(parts)


def _period(posts: Sequence[Post]) -> str:
    """The days and hours the posts cover, in their own zone, and what the date rests on."""
    words = day_span(list(posts))
    moments = sorted(
        post.published.at for post in posts if post.published and post.published.precision is Precision.MINUTE
    )
    if moments and moments[0].date() == moments[-1].date():
        words += f" {moments[0]:%H:%M}"
        if moments[-1] != moments[0]:
            words += f"–{moments[-1]:%H:%M}"
        words += f" {zone_name(moments[-1])}"
    if doubt := next((unsure for post in posts if (unsure := zone_doubt(post))), ""):
        words += f", {doubt}"
    bases = {post.published.basis for post in posts if post.published}
    if bases & {Basis.GUESSED, Basis.INFERRED}:
        words += f", {basis_words(posts)}"
    elif set_by_user := date_set_by(posts):
        words += f", {set_by_user}"
    return words
