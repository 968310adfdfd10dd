"""Memory that is no longer needed, given back to the system. The C library of most Linux systems keeps it otherwise; elsewhere nothing happens here."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_MMAP_THRESHOLD = -3
"""What the parameter is called in glibc's `malloc.h`."""
_LARGE = 128 << 10
"""Bytes of a block that lies apart from others: what glibc begins with."""


def keep_large_blocks_apart() -> None:
    """Let each large block go back as soon as it is free, for as long as the program runs.

    glibc takes more and more of them for small ones when large blocks come and go, as the lines of a long story's files do, and
    what lies beside a small one that stays cannot be given back.
    """
    with suppress(OSError, AttributeError):
        if sys.platform == "linux":
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Give back what is free now, at the end of long work. Takes some milliseconds."""
    with suppress(OSError, AttributeError):
        if sys.platform == "linux":
            ctypes.CDLL(None).malloc_trim(0)
