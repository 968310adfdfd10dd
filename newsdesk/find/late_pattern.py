"""Regular expressions that are compiled when they are first used: together they would take a quarter of an import."""

from __future__ import annotations

import re
from typing import Any, cast


class _LatePattern:
    """Looks like a compiled pattern; after its first use each method is the compiled pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._made_of), name)
        setattr(self, name, found)
        return found


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like that of `re.compile`, which costs nothing until it is used. A mistake in it shows only then."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
