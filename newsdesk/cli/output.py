"""What commands print: lines for people in the terminal's encoding, documents and JSON for programs in UTF-8."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable
from typing import Any


def prepare_streams() -> None:
    """Make the standard streams such that nothing which can be read or written ends a command.

    A stream that the caller closed leads nowhere, as `/dev/null` does: else the next file that is opened, the story's
    perhaps, would take its place and be written to by whatever complains.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - open until the process ends
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an output that cannot show a character is no reason to stop


def drop_output() -> None:
    """Let what is still to be written go nowhere, so that the interpreter does not complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_json(rows: Iterable[Any]) -> None:
    """An object a line."""
    from newsdesk.clean import shown_json

    for row in rows:
        write_document(shown_json(json.dumps(row, ensure_ascii=False)) + "\n")


def write_document(document: str | bytes) -> None:
    """Write what a program or a file will read: UTF-8 whatever the locale, and line breaks as they are.

    It may be a terminal that reads it, so that nothing in it steers one.
    """
    from newsdesk.clean import harmless

    sys.stdout.flush()
    sys.stdout.buffer.write(harmless(document).encode("utf-8", "replace") if isinstance(document, str) else document)
