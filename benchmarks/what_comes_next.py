"""How well time expressions and their days are found, and at what cost. For information: tests hold the floors.

Run it from a checkout with the tests' packages: `python benchmarks/what_comes_next.py [GOLD] [--peers PYTHON] [--runs N]`.

Without GOLD it reads the invented stories of `tests/data/dates/stories.txt`, post by post. They were written beside the rules:
newsdesk's own figures there say little, those of the others what such text asks for. GOLD holds a JSON object a line,
`{"id", "text", "reference_time", "timexes": [{"start", "end", "value", "value_end", "type"}]}`: news with hand-made marks
in the values of TIMEX3. See `date_score.py` for the measures.

`--peers PYTHON` does the same with dateparser and timefhuman. PYTHON is the interpreter of an environment made for them:
`python -m venv .peers && .peers/bin/pip install -r benchmarks/requirements-peers.txt` (of which these two are enough).

Every run of a tool is a process of its own, and the tools take turns; speed, memory and the import are medians of the runs, in
CPU time. Memory is all that a process held at most, its interpreter included.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from date_score import Figures, compare
from dated_stories import read_stories

_TOOLS = Path(__file__).parent / "date_tools.py"
_PEERS = ("dateparser", "dateparser-future", "timefhuman")
_VERSIONS = "import sys; from importlib.metadata import version; print(*(f'{name} {version(name)}' for name in sys.argv[1:]), sep=', ')"
_CPU_MS = "import time; t = time.process_time(); import {module}; print((time.process_time() - t) * 1000)"
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed package is compiled once: so are the modules that are measured."""
_HEADS = (
    "span P", "span R", "span F1", "e2e F1", "upcoming P", "upcoming R", "false", "kchars/CPU s", "peak MB", "import ms",
)  # fmt: skip
_WIDTH = 13


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a tool gave."""

    found: dict[str, list[dict[str, Any]]]
    failed: list[str]
    kchars_per_second: float
    megabytes: float
    import_ms: float


def own_documents() -> list[dict[str, Any]]:
    """The posts of the invented stories with their marks."""
    documents = []
    for name, told in read_stories().items():
        for post in told.posts:
            assert post.published is not None
            marks = [_mark(*mark[1:]) for mark in told.marks if mark[0] == post.id]
            documents.append(
                {
                    "id": f"{name} {post.id}",
                    "text": post.text,
                    "reference_time": post.published.at.isoformat(),
                    "timexes": marks,
                }
            )
    return documents


def _mark(start: int, end: int, expected: str) -> dict[str, Any]:
    """A mark as date_score takes it. What names no day, or has no judged value, is neither wanted nor wrong."""
    value, _, last = expected.rstrip("^?").partition("/")
    kind = "OTHER" if value in {"-", "any"} or expected.endswith("?") else "DATE"
    return {"start": start, "end": end, "value": value, "value_end": last or None, "type": kind}


def run(tool: str, python: str, documents: list[dict[str, Any]]) -> Run:
    """Run a tool in a process of its own; its errors are the reader's to see."""
    lines = "".join(
        json.dumps({key: one.get(key) for key in ("id", "text", "reference_time")}) + "\n" for one in documents
    )
    done = subprocess.run(
        [python, str(_TOOLS), tool], input=lines, stdout=subprocess.PIPE, text=True, check=True, env=_ENVIRONMENT
    )
    result = json.loads(done.stdout)
    cost = result["cost"]
    return Run(
        result["found"], result["failed"], cost["kchars"] / cost["cpu_s"], cost["kilobytes"] / 1024, cost["import_ms"]
    )


def row(name: str, runs: list[Run], documents: list[dict[str, Any]]) -> str:
    figures: Figures = compare(documents, runs[0].found)
    shares = (
        figures.spans.precision,
        figures.spans.recall,
        figures.spans.f1,
        figures.end_to_end.f1,
        figures.upcoming.precision,
        figures.upcoming.recall,
    )
    cells = (
        *(f"{share:.1%}" for share in shares),
        str(figures.false),
        f"{median(one.kchars_per_second for one in runs):.0f}",
        f"{median(one.megabytes for one in runs):.0f}",
        f"{median(one.import_ms for one in runs):.0f}",
    )
    failed = f"  (raised on {len(runs[0].failed)} texts)" if runs[0].failed else ""
    return f"{name:18}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells) + failed


def import_ms(module: str, times: int) -> float:
    """CPU milliseconds that an import takes in a fresh process, as a median."""
    command = [sys.executable, "-c", _CPU_MS.format(module=module)]
    return median(
        float(subprocess.run(command, capture_output=True, text=True, check=True, env=_ENVIRONMENT).stdout)
        for _ in range(times)
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    named = next((line for line in lines if line.startswith("model name")), None)
    return named.partition(": ")[2] if named else platform.machine()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--peers", metavar="PYTHON", help="the interpreter of an environment that has the peers")
    parser.add_argument("--runs", metavar="N", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.gold is None:
        documents = own_documents()
    else:
        lines = arguments.gold.read_text(encoding="utf-8").splitlines()
        documents = [json.loads(line) for line in lines if line.strip()]
    pythons = {"newsdesk": sys.executable} | (dict.fromkeys(_PEERS, arguments.peers) if arguments.peers else {})
    runs: dict[str, list[Run]] = {tool: [] for tool in pythons}
    for _ in range(max(1, arguments.runs)):
        for tool, python in pythons.items():
            runs[tool].append(run(tool, python, documents))
    print(
        f"{len(documents)} texts; {_processor()}, {os.cpu_count()} cores; CPython {platform.python_version()}", end=""
    )
    if arguments.peers:
        command = [arguments.peers, "-c", _VERSIONS, "dateparser", "timefhuman"]
        print("; " + subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip(), end="")
    print("\n\n" + " " * 18 + "".join(f"{head:>{_WIDTH}}" for head in _HEADS))
    for tool, its_runs in runs.items():
        print(row(tool, its_runs, documents))
    if arguments.peers:
        speed = {tool: median(one.kchars_per_second for one in its_runs) for tool, its_runs in runs.items()}
        print(f"\nnewsdesk is {speed['newsdesk'] / speed['dateparser']:.1f} times as fast as dateparser")
    dateutil, both = (
        import_ms(modules, max(1, arguments.runs))
        for modules in ("dateutil.parser, dateutil.tz", "dateutil.parser, dateutil.tz, newsdesk.find.dates.in_story")
    )
    print(f"import of dateutil: {dateutil:.0f} ms; newsdesk.find.dates on top of it: {both - dateutil:.0f} ms")


if __name__ == "__main__":
    main()
