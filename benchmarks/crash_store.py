"""Kills, torn files, power cuts, flipped bits, several writers and a full disk against the real store.

    .venv/bin/python benchmarks/crash_store.py               the long run: 1,000 kills, about five minutes
    .venv/bin/python benchmarks/crash_store.py --kills 20    a short one

Writers are processes (`crash_writer.py`), and what is in the store then `crash_dump.py` tells. A writer says `ack NAME` when an article is on the disk;
from then on the article must be there, with its own text, whatever happens. Ends with 1 when one was lost or is wrong.

A power cut is taken from what a file system may leave of an appended file: every prefix from the last acknowledged
line on, alone or with zeros in place of the rest, and each side of the renaming in a compaction.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from crash_dump import look

from newsdesk.store import compact

HERE = Path(__file__).parent


class Outcome(NamedTuple):
    """What one kind of harm did."""

    harm: str
    tried: int
    could_not_open: int = 0
    lost: int = 0
    """Acknowledged articles that should be there and are not."""
    wrong: int = 0
    silent: int = 0
    """Losses that nobody was told of."""

    @property
    def good(self) -> bool:
        """Nothing that must not happen has happened."""
        return not (self.could_not_open or self.lost or self.wrong or self.silent)


def writer(store: Path, count: int, tag: str, **options: object) -> subprocess.Popen[str]:
    """A process that stores articles."""
    command = [sys.executable, str(HERE / "crash_writer.py"), str(store), "0", str(count), tag]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload,no-any-return]


def acknowledged(output: str) -> set[str]:
    """The names in a writer's complete lines."""
    return {line[4:] for line in output.split("\n")[:-1] if line.startswith("ack ")}


def filled(store: Path, count: int) -> set[str]:
    """A store of this many articles."""
    return acknowledged(writer(store, count, "base").communicate()[0])


def kills(folder: Path, count: int, chance: random.Random) -> Outcome:
    """End a writer at a random moment, again and again."""
    store = folder / "story.jsonl"
    known, failed, lost, wrong, killed = filled(store, 100), 0, 0, 0, 0
    while killed < count:
        process = writer(store, 100_000, f"kill{killed}")
        assert process.stdout
        output = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        output += process.communicate()[0]
        killed += 1
        known |= acknowledged(output)
        found = look(store)
        failed += not found.opened
        missing = known - found.names
        lost, wrong = lost + len(missing), wrong + len(found.wrong)
        known -= missing
        if len(known) > 3000:
            store.unlink()
            known = filled(store, 100)
    return Outcome("kill -9 of a writer", killed, failed, lost, wrong)


def _states(folder: Path, states: Iterable[bytes], expected: Callable[[bytes], set[str]], harm: str) -> Outcome:
    """Open each state of a file; `expected` tells which articles it must show."""
    tried = failed = lost = wrong = 0
    state = folder / "state.jsonl"
    for content in states:
        state.write_bytes(content)
        found = look(state)
        tried += 1
        failed += not found.opened
        lost += len(expected(content) - found.names)
        wrong += len(found.wrong)
    return Outcome(harm, tried, failed, lost, wrong)


def _whole_lines(content: bytes, names: set[str]) -> set[str]:
    """The articles whose line, with its break, is whole in a beginning of the file."""
    lines = content.split(b"\n")[:-1]
    return {name for line in lines for name in names if f'"/{name}"'.encode() in line}


def truncations(folder: Path, items: int) -> Outcome:
    """Cut a store at every byte: it opens, and loses what lies behind the cut alone."""
    store = folder / "story.jsonl"
    names, content = filled(store, items), store.read_bytes()
    states = (content[:cut] for cut in range(len(content)))
    return _states(folder, states, lambda part: _whole_lines(part, names), "file cut short, at every byte")


def power_cuts(folder: Path, items: int) -> Outcome:
    """Every beginning of the last lines, alone and with zeros behind; both names of a compaction."""
    store = folder / "story.jsonl"
    names, content = filled(store, items), store.read_bytes()
    last = content.rstrip(b"\n").rfind(b"\n") + 1

    def states() -> Iterator[bytes]:
        for cut in range(last, len(content)):
            yield content[:cut]
            yield content[:cut] + bytes(len(content) - cut)
        yield content

    cut = _states(folder, states(), lambda part: _whole_lines(part, names), "power cut")
    compact(store)
    both = _states(folder, [store.read_bytes()], lambda _part: names, "")
    return cut._replace(tried=cut.tried + both.tried, lost=cut.lost + both.lost, wrong=cut.wrong + both.wrong)


def flips(folder: Path, count: int, chance: random.Random) -> Outcome:
    """Flip one bit: what is lost is told, and nothing is silently wrong."""
    store = folder / "story.jsonl"
    names, content = filled(store, 60), store.read_bytes()
    state = folder / "state.jsonl"
    failed = wrong = silent = 0
    for _ in range(count):
        data = bytearray(content)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        state.write_bytes(data)
        found = look(state)
        failed += not found.opened
        wrong += len(found.wrong)
        silent += bool(names - found.names) and not found.told
    return Outcome("one bit flipped", count, failed, 0, wrong, silent)


def together(folder: Path, writers: int, each: int) -> Outcome:
    """Several writers and a reader at once."""
    store = folder / "story.jsonl"
    filled(store, 5)
    processes = [writer(store, each, f"w{number}") for number in range(writers)]
    failed = wrong = 0
    while any(process.poll() is None for process in processes):
        found = look(store)
        failed += not found.opened
        wrong += len(found.wrong)
    known = set[str]()
    for process in processes:
        known |= acknowledged(process.communicate()[0])
        failed += process.returncode != 0
    found = look(store)
    return Outcome(
        f"{writers} writers and a reader", len(known), failed, len(known - found.names), wrong + len(found.wrong)
    )


def full_disk(folder: Path, room: int) -> Outcome:
    """A writer that is allowed no more than `room` bytes: what it acknowledged is there, and the next one goes on."""
    store = folder / "story.jsonl"

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    output, complaint = (process := writer(store, 100_000, "full", preexec_fn=limited)).communicate()
    known = acknowledged(output)
    refused = process.returncode == 1 and complaint.count("\n") == 1
    again = writer(store, 3, "again")
    known |= acknowledged(again.communicate()[0])
    found = look(store)
    stopped = not found.opened + (not refused) + (again.returncode != 0)
    return Outcome("full disk", len(known), int(stopped), len(known - found.names), len(found.wrong))


def main() -> int:
    """Do all of it and print a line for each; 1 when something was lost or is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    runs: list[Callable[[Path], Outcome]] = [
        lambda folder: kills(folder, options.kills, chance),
        lambda folder: truncations(folder, 20),
        lambda folder: power_cuts(folder, 10),
        lambda folder: flips(folder, options.kills, chance),
        lambda folder: together(folder, 2, 60),
        lambda folder: together(folder, 4, 60),
        lambda folder: full_disk(folder, 400_000),
    ]
    good = True
    for run in runs:
        folder = Path(tempfile.mkdtemp(prefix="newsdesk-crash-"))
        with contextlib.ExitStack() as stack:
            stack.callback(shutil.rmtree, folder)
            begun = time.monotonic()
            outcome = run(folder)
        good = good and outcome.good
        print(json.dumps(outcome._asdict() | {"seconds": round(time.monotonic() - begun, 1)}), flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
