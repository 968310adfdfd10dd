"""Clocks in figures that tell moments of a recording: "1:02:03.5"."""

from __future__ import annotations


def seconds_of(*parts: str | None) -> float:
    """The seconds that the parts of a clock are, from the largest to the seconds, which may have a fraction; what is not told is none."""
    seconds = 0.0
    for part in parts:
        seconds = seconds * 60 + float((part or "0").replace(",", "."))
    return seconds
