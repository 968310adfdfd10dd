"""What stands on standard input, for the commands that read it in the place of a file."""

from __future__ import annotations

import sys

from newsdesk.intake.reading import check_size
from newsdesk.intake.request import AddError
from newsdesk.limits import MB, Limits

NAME = "-"
"""What names it among files."""


def standard_input(limits: Limits) -> str:
    """What stands there; it may never end, so no more is read than tells that it is too large.

    Raises:
        AddError: it is, or its encoding is not known.
    """
    from newsdesk.read.decode import decode, has_unknown_encoding
    from newsdesk.read.errors import UNKNOWN_ENCODING

    data = sys.stdin.buffer.read(limits.file_mb * MB + 1)
    check_size("standard input", len(data), limits)
    if has_unknown_encoding(data):
        raise AddError(f"standard input: {UNKNOWN_ENCODING}")
    return decode(data)
