"""One colour per actor. Colour only helps the eye: the name is always written, too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zlib import crc32

PALETTE = ("$text-primary", "$text-accent", "$text-success", "$text-secondary", "$text-error")
"""Theme variables that are readable on every theme's ground; no two are the same colour in Textual's own themes."""
NOBODY = "$foreground"
ACTOR_STYLES = {f"actor--{place}": colour for place, colour in enumerate(PALETTE)}
"""Component classes for rows, with their colours."""


def actor_style(name: str) -> str:
    """The component class with that colour, of a pane whose `ACTOR_STYLES` are in its style sheet."""
    return f"actor--{_place(name)}"


def _place(name: str) -> int:
    return crc32(name.encode("utf-8", "replace")) % len(PALETTE)


def actor_colours(names: Iterable[str]) -> Mapping[str, str]:
    """A theme variable for each name: the one its letters choose, or the next that nobody before it has.

    So the actors of one page differ as long as there are colours. Who speaks alone there has the colour of the list of
    actors; where two names choose the same one, the later has another on this page.
    """
    taken: dict[str, str] = {}
    for name in dict.fromkeys(names):
        first = _place(name)
        ahead = PALETTE[first:] + PALETTE[:first]
        taken[name] = next((colour for colour in ahead if colour not in taken.values()), ahead[0])
    return taken
