"""One thing that a request names is read: within limits, and with one line for a person where it cannot be.

Readers are imported where they are used: that takes 120 ms, which a desk pays in its worker and not before its first picture.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Literal, ParamSpec, TypeVar

from newsdesk.fetch import Answer
from newsdesk.intake.request import NO_FILE, PASTED, AddError, AddRequest, Part, check_ordinary, why_unreadable
from newsdesk.limits import MB, Limits
from newsdesk.model import Reading, SourceKind
from newsdesk.shown_name import shown_name
from newsdesk.system.background import OverrunError, Runner, WorkerDiedError

P = ParamSpec("P")
R = TypeVar("R")

_HEAD = 2_048
"""Bytes in which a web page says that it is one."""
_SHOWN_LEFT_OUT = 100
"""Characters of a line that is left out, where all of it is told in one line."""
_USUAL = Limits()


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


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        check_size(str(path), check_ordinary(path), limits)
        with path.open("rb") as file:
            data = file.read(limits.file_mb * MB + 1)  # it may have grown, or be one that says nothing of its size
    except NO_FILE as error:
        raise AddError(f"{shown_name(str(path))}: {why_unreadable(error)}") from error
    check_size(str(path), len(data), limits)
    return data


def _content_hash(data: bytes) -> str:
    from newsdesk.read import content_hash

    return content_hash(data)


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


def left_out_words(reading: Reading) -> str:
    """What of a text stands in no post: `2 sentences stand in no post: “Follow the latest here.” and 1 more`; empty where nothing does."""
    if not reading.left_out:
        return ""
    first, *others = reading.left_out
    shown = first if len(first) <= _SHOWN_LEFT_OUT else first[:_SHOWN_LEFT_OUT].rsplit(" ", 1)[0] + " …"
    many = "1 sentence stands" if not others else f"{len(reading.left_out)} sentences stand"
    return f"{many} in no post: “{shown}”" + (f" and {len(others)} more" if others else "")
