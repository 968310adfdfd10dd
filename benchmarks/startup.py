"""How long the desk takes to appear. For information: the guards are in tests/test_imports.py.

Run it from a checkout with the tests' packages: `python benchmarks/startup.py [RUNS]`. It starts `newsdesk demo` in a
pseudo-terminal and prints, as medians, the milliseconds from the start of the process until the panes are drawn, until the
newest post is on the screen, and until everything found in the story is; then the imports that take longest, each with
what it imports in turn. The sample is stored before the first run, as on any day but the first.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from pty_screen import Terminal, environment

MOMENTS = {"panes": "1 Stream", "posts": "posts ─", "facts": "TOMORROW"}
"""What is on the screen when it is reached."""
SHOWN_IMPORTS = 15
_IMPORT = re.compile(r"import time:\s+\d+ \|\s+(\d+) \| ( *)(\S+)")


def first_paint(folder: Path) -> dict[str, float]:
    """Milliseconds from the start of the process to each moment."""
    begun = time.perf_counter()
    reached = {}
    with Terminal("demo", folder=folder) as terminal:
        for moment, words in MOMENTS.items():
            terminal.shows(words)
            reached[moment] = (time.perf_counter() - begun) * 1000
        terminal.press("q")
        terminal.ends()
    return reached


def imports(module: str) -> list[tuple[float, str]]:
    """Milliseconds that each module takes with what it brings, longest first."""
    command = [sys.executable, "-X", "importtime", "-c", f"import {module}"]
    report = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True).stderr
    return sorted(((int(micro) / 1000, name) for micro, _, name in _IMPORT.findall(report)), reverse=True)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HOME": folder, "XDG_DATA_HOME": folder, "TERM": "xterm-256color"}
        first_paint(Path(folder))
        measured = [first_paint(Path(folder)) for _ in range(runs)]
    for moment, words in MOMENTS.items():
        print(f"{median(run[moment] for run in measured):6.0f} ms  {moment} (“{words}” on the screen)")
    print()
    for milliseconds, name in imports("newsdesk.ui.app")[:SHOWN_IMPORTS]:
        print(f"{milliseconds:6.0f} ms  {name}")


if __name__ == "__main__":
    main()
