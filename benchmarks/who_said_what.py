"""How well quotations, their speakers and reported speech are found, and at what cost. For information: tests hold the floors.

Run it from a checkout with the tests' packages: `python benchmarks/who_said_what.py GOLD [--peers PYTHON]`.

GOLD holds a JSON object a line, `{"id", "text", "quotes": [{"start", "end", "type", "speaker_text"}]}`, with the types
direct, mixed, indirect and scare: news articles with hand-made marks, such as the PolNeAR corpus in this form. It is printed
how newsdesk agrees with them (see `quotation_score.py` for the measures), how fast it is, what memory it adds to a bare
interpreter's, and how long the import takes in a fresh process, as the median of several.

`--peers PYTHON` does the same with textacy and with a few rules on spaCy's parse. PYTHON is the interpreter of an environment
made for them: `python -m venv .peers && .peers/bin/pip install -r benchmarks/requirements-peers.txt`.

Reported speech is measured on the project's own samples, which lie with the tests.
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
from quotation_score import SURE, Figures, compare, compare_reported
from statement_sample import SAMPLES, agreement, passages

_TOOLS = Path(__file__).parent / "quotation_tools.py"
_PEERS = ("textacy", "textacy-by-paragraph", "spacy-rules")
_RUNS = 5
_IMPORT = "import time; t = time.perf_counter(); import newsdesk.find.quotes.in_story; print((time.perf_counter() - t) * 1000)"
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed package is compiled once: so are the modules that are measured."""
_HEADS = ("", "span F1", "speaker right", "end-to-end F1", "scare reported", "kchars/CPU s", "MB added", "ready ms")


@dataclass(frozen=True, slots=True)
class Run:
    """What one tool found in all texts, and what it cost."""

    figures: Figures
    failed: int
    kchars_per_second: float
    megabytes: float
    ready_ms: float


def output(tool: str, python: str, documents: list[dict[str, Any]]) -> dict[str, Any]:
    """What a tool prints in a process of its own; its errors are the reader's to see."""
    lines = "".join(json.dumps({"id": one["id"], "text": one["text"]}) + "\n" for one in documents)
    done = subprocess.run(
        [python, str(_TOOLS), tool], input=lines, stdout=subprocess.PIPE, text=True, check=True, env=_ENVIRONMENT
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def run(tool: str, python: str, documents: list[dict[str, Any]]) -> Run:
    """Run a tool and compare what it finds with the marks."""
    result = output(tool, python, documents)
    cost = result["cost"]
    return Run(
        compare(documents, result["found"]),
        len(result["failed"]),
        cost["kchars"] / cost["cpu_s"],
        cost["kilobytes"] / 1024,
        cost["ready_ms"],
    )


def import_ms() -> float:
    """Milliseconds that the import takes in a fresh process, as a median."""
    command = [sys.executable, "-c", _IMPORT]
    return median(
        float(subprocess.run(command, capture_output=True, text=True, check=True, env=_ENVIRONMENT).stdout)
        for _ in range(_RUNS)
    )


def row(name: str, result: Run) -> str:
    figures = result.figures
    cells = (
        f"{figures.spans.f1:.2%}",
        f"{figures.attribution.precision:.2%}",
        f"{figures.end_to_end.f1:.2%}",
        f"{figures.scare.hits} of {figures.scare.wanted}",
        f"{result.kchars_per_second:.0f}",
        f"{result.megabytes:.0f}",
        f"{result.ready_ms:.0f}",
    )
    failed = f"  (raised on {result.failed} texts)" if result.failed else ""
    return f"{name:22}" + "".join(f"{cell:>15}" for cell in cells) + failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--peers", metavar="PYTHON", help="the interpreter of an environment that has the peers")
    arguments = parser.parse_args()
    documents = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    runs = sorted(
        (run("newsdesk", sys.executable, documents) for _ in range(_RUNS)), key=lambda one: one.kchars_per_second
    )
    own = runs[_RUNS // 2]
    print(f"{len(documents)} texts; CPython {platform.python_version()}\n")
    print(f"{_HEADS[0]:22}" + "".join(f"{head:>15}" for head in _HEADS[1:]))
    print(row("newsdesk", own))
    for tool in _PEERS if arguments.peers else ():
        try:
            print(row(tool, run(tool, arguments.peers, documents)))
        except (OSError, subprocess.CalledProcessError):
            print(f"{tool:22}  did not run")
    sure = own.figures.sure
    print(
        f"\nconfidence {SURE} or more: {sure.precision:.2%} right, {sure.given / max(1, sure.wanted):.2%} of all that is given out"
    )
    print(f"calibration error: {own.figures.calibration_error:.4f}")
    print(f"import of newsdesk.find.quotes: {import_ms():.0f} ms\n")
    reported = compare_reported(documents, output("newsdesk-reported", sys.executable, documents)["found"])
    print(
        f"reported speech, words in these texts: {reported.precision:.1%} of what is given out is marked, "
        f"{reported.recall:.1%} of what is marked is found"
    )
    for name in ("statements.txt", "statements_fresh.txt"):
        reached = agreement([*passages(SAMPLES / name)])
        print(
            f"reported speech, {name}: precision {reached.precision:.1%} ({reached.right} of {reached.found}), "
            f"recall {reached.recall:.1%} ({reached.right} of {reached.marked})"
        )


if __name__ == "__main__":
    main()
