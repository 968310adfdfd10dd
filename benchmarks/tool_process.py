"""What the tools of a comparison share: each runs in a process of its own, named on its command line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

Finder = TypeVar("Finder")


def named_tool(tools: Mapping[str, Callable[[], Finder]]) -> Finder:
    """The tool that the command line names, ready to work; ends in one line where it is not installed."""
    try:
        return tools[sys.argv[1]]()
    except ImportError as error:
        raise SystemExit(f"{error}: install benchmarks/requirements-peers.txt into this environment") from None


def peak_memory() -> int:
    """Kilobytes of memory that this process held at most; 0 where the system does not say."""
    try:
        with Path("/proc/self/status").open(encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return 0
