"""The command that verifies a store."""

from __future__ import annotations

import argparse

from newsdesk.cli.options import store_path
from newsdesk.cli.outcome import DONE, NO_STORE, printable
from newsdesk.store import check as checked
from newsdesk.story.wording import counted


def check(options: argparse.Namespace) -> int:
    """Say whether the store is sound, and if not, what is wrong with it."""
    report = checked(store_path(options))
    verdict = "sound" if report.sound else "damaged"
    found = {"source": report.sources, "post": report.posts, "mark": report.marks}
    counts = ", ".join(counted(number, noun) for noun, number in found.items())
    print(printable(f"{report.path}: {verdict}; {counts}"))
    for line in report.findings:
        print(f"  {line}")
    return DONE if report.sound else NO_STORE
