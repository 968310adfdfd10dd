"""How a command ends: its exit code, and the one line that is said when something went wrong."""

from __future__ import annotations

import sys

from newsdesk.shown_name import shown_name

DONE, A_SOURCE_FAILED, WRONG_USAGE, NO_STORE = 0, 1, 2, 3
FAILED = A_SOURCE_FAILED
"""Anything else that went wrong."""
INTERRUPTED = 130
"""Exit codes; the last is what shells expect after Ctrl+C."""


class UsageError(Exception):
    """The command line asks for what cannot be; one line for a person."""


def fail(line: str, code: int) -> int:
    """Say what went wrong; gives the code back."""
    say(line)
    return code


def say(line: str) -> None:
    """A line about the work itself: those go to standard error, so that what is printed can be piped on."""
    print(f"newsdesk: {printable(line)}", file=sys.stderr)


def printable(line: str) -> str:
    """The line as a terminal may see it: it may repeat what the user named, and names may hold anything."""
    return shown_name(line)
