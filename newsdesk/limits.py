"""How much one source may take while it is read: what a hostile file, or one too big, can cost at most."""

from __future__ import annotations

from dataclasses import dataclass

MB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Whole numbers above 0, by the names that they have in the configuration file. The defaults leave room for the largest file."""

    file_mb: int = 50
    """Size of a file that is read."""
    seconds: int = 60
    """By the clock on the wall, for one file."""
    memory_mb: int = 1000
    """On top of what the process that reads has anyway; where the system can keep it."""
