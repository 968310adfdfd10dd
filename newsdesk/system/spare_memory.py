"""Memory that is no longer needed, given back to the system. The C library of most Linux systems keeps it otherwise; elsewhere nothing happens here."""

from __future__ import annotations

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
    _ask_c_library("mallopt", _MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Give back what is free now, at the end of long work. Takes some milliseconds."""
    _ask_c_library("malloc_trim", 0)


def _ask_c_library(function: str, *numbers: int) -> None:
    """Where there is such a function: not every C library has it, and not every Python has `ctypes`."""
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes  # noqa: PLC0415 - commands that show no screen do without

            getattr(ctypes.CDLL(None), function)(*numbers)
