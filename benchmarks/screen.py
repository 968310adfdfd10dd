"""How fast the desk is there, answers a key and shows a new post, and what it takes, beside Textual's own list, and newsboat where it is installed. Unix only.

Run it from a checkout, on a machine with nothing else to do: `python benchmarks/screen.py [POSTS ...]`. Every program runs in a
pseudo-terminal of 120 x 40 cells that is read from outside, one after the other, ROUNDS times; each figure is the median. The
stories are made of the sample's own paragraphs in another order. What is looked at:

- paint: from the start of the process until the newest post's headline is on the screen. The desk was open before, as it is
  every morning but the first: it begins with the rows that it kept then, and has its facts from the file that it kept. `first` is a
  desk that opens a story for the first time; the facts of the longest take it many minutes.
- key: 60 times j, 40 ms apart, each until nothing more is drawn; begun once the story is read.
- hold: 60 times j, 30 a second; how long it goes on drawing after the last.
- search: four letters, each until nothing more is drawn.
- new: from when another process begins to store a post until it is on the screen on top; write: how long that process takes
  for it, most of which is over before the desk can know of it. The median of five.
- MB: resident memory of the desk and of all its processes, with the facts; then the most that it takes while the worker looks
  for the facts of a new post.
- flood: how long a key takes, p95 and the longest, while another process stores a feed of 10,000 entries into the open story, until
  two seconds after its end. A picture of news that follows within 40 ms counts as part of the answer. Then the longest piece of
  work on the screen's thread in that time, by the clock, and the longest by what the thread itself used of a core.
- idle: part of a core, over 20 seconds in which nothing happens, once all facts are found (the shortest story alone).
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

import pyte
from ingest import feed
from warm_start import APART, SOURCES, START, made_up

from newsdesk.model import Post, PrintedTime, Source, SourceKind
from newsdesk.store import Store
from newsdesk.store.documents import post_document, source_document
from newsdesk.store.journal_format import encode_transaction

SIZES = (1_000, 10_000, 50_000, 100_000)
PEER_ROWS = 10_000
ROUNDS = 3
COLUMNS, LINES = 120, 40
QUIET = 0.04
"""Seconds without a byte after which a key is answered: more than two frames of Textual."""
BETWEEN = 0.01
"""Seconds between two parts of one picture at most."""
LONGEST = 5.0
"""Seconds that a program may go on drawing by itself."""
KEYS, GAP = 60, 0.04
FOUND = r"quotes? (\(\d+ new\) )?by"
HELD, RATE = 60, 1 / 30
FLOOD = 10_000
ARRIVALS = 6
PATIENCE = 3600.0
RESTED = 10.0
"""Seconds after which the worker of a long story is gone, and that of a short one waits for more."""
HERE = Path(__file__).parent
KEPT = ("", ".front", ".view", ".facts")
"""What a desk finds again: the story, and beside it its first rows, how it was left, its facts."""


class Program:
    """A program in a terminal of its own."""

    def __init__(self, *command: str, home: Path) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        self._drawn = bytearray()
        self.last = 0.0
        """When something was drawn last."""
        self.began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.environ.update({"HOME": str(home), "XDG_DATA_HOME": str(home), "TERM": "xterm-256color", "TZ": "UTC"})
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execvp(command[0], command)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))

    def text(self) -> str:
        """The screen, a line a line."""
        self._stream.feed(bytes(self._drawn))
        self._drawn.clear()
        return "\n".join(self.screen.display)

    def read(self, seconds: float) -> bool:
        """Take what is drawn within this time, and look at it later; False when nothing is.

        All of a picture is taken at once: a terminal hands out four kilobytes at a time, and looking at these before the rest is
        taken would keep the program from drawing it.
        """
        drawn = False
        while select.select([self._terminal], [], [], BETWEEN if drawn else seconds)[0]:
            self._drawn += os.read(self._terminal, 1 << 16)
            self.last = time.perf_counter()
            drawn = True
        return drawn

    def shows(self, words: str) -> float:
        """Milliseconds since the start until this pattern is on the screen."""
        pattern = re.compile(words)
        while not pattern.search(self.text()):
            if time.perf_counter() - self.began > PATIENCE:
                raise SystemExit(f"waited in vain for {words}:\n{self.text()}")
            self.read(0.1)
        return (self.last - self.began) * 1000

    def press(self, keys: str) -> None:
        """Type these keys."""
        os.write(self._terminal, keys.encode())

    def quiet(self, seconds: float) -> float:
        """Milliseconds until nothing is drawn any more for this long; 0 when nothing is drawn at all."""
        begun = self.last = time.perf_counter()
        while self.last - begun < LONGEST and self.read(seconds):
            pass
        return (self.last - begun) * 1000

    def answer(self, key: str) -> float:
        """Milliseconds until a key is answered."""
        begun = self.last = time.perf_counter()
        self.press(key)
        patience = 2.0
        while self.read(patience):
            patience = QUIET
        return (self.last - begun) * 1000

    def held(self, key: str) -> float:
        """Milliseconds that it goes on drawing after a key was held for two seconds."""
        begun = time.perf_counter()
        for number in range(HELD):
            self.press(key)
            while (left := begun + (number + 1) * RATE - time.perf_counter()) > 0:
                self.read(left)
        return self.quiet(0.2)

    def children(self) -> list[int]:
        """The processes that it started."""
        tasks = Path(f"/proc/{self.pid}/task").iterdir()  # a child belongs to the thread that started it
        return [int(child) for task in tasks for child in (task / "children").read_text(encoding="ascii").split()]

    def megabytes(self) -> tuple[float, float]:
        """Resident memory, own and the children's."""
        return _megabytes(self.pid), sum(map(_megabytes, self.children()))

    def cpu_seconds(self) -> float:
        """Of it and of its children."""
        return sum(map(_cpu_seconds, (self.pid, *self.children())))

    def end(self, keys: str = "") -> None:
        """Let it end by itself with these keys, else kill it."""
        if keys:
            self.press(keys)
            with suppress(OSError):  # Linux says so when the other side of a terminal is gone
                while self.read(10):
                    pass
        else:
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)


def _megabytes(pid: int) -> float:
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else 0.0


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


Figures = Mapping[str, float]


def fill(path: Path, posts: list[Post]) -> None:
    """A story of twenty pages, a hundred posts a transaction, without looking whether one is there already."""
    with Store.open(path):
        pass
    pages = {str(page + 1): source_document(Source(SourceKind.LIVE_PAGE, f"/page {page}")) for page in range(SOURCES)}
    with path.open("ab") as file:
        file.write(encode_transaction(1, {"sources": pages}))
        for number, first in enumerate(range(0, len(posts), 100), start=2):
            rows = [replace(post, source_id=post.n % SOURCES + 1) for post in posts[first : first + 100]]
            file.write(encode_transaction(number, {"posts": {str(post.n): post_document(post) for post in rows}}))


def peer(home: Path) -> Figures:
    program = Program(sys.executable, str(HERE / "peer_screen.py"), str(PEER_ROWS), home=home)
    paint = program.shows("Row 000000")
    program.quiet(1)
    figures = {"paint": paint, **keys(program, "\x1b[B"), "hold": program.held("\x1b[B"), "MB": program.megabytes()[0]}
    program.end()
    return figures


def newsboat(command: str, home: Path) -> Figures:
    """Its list of as many entries, which it has stored: the first picture is the list of feeds, keys are those of the entries."""
    urls, cache, config, xml = (home / name for name in ("urls", "cache.db", "newsboat.conf", "feed.xml"))
    files = ["-u", str(urls), "-c", str(cache), "-C", str(config)]
    if not cache.exists():
        xml.write_text(feed(PEER_ROWS), encoding="utf-8")
        urls.write_text(f"{xml.as_uri()}\n", encoding="utf-8")
        config.write_text("", encoding="utf-8")
        subprocess.run([command, *files, "-x", "reload"], check=True, capture_output=True)
    program = Program(command, *files, home=home)
    paint = program.shows("Quay Notes")
    program.press("\r")
    program.shows(r"Articles in feed")
    program.quiet(1)
    figures = {"paint": paint, **keys(program, "j"), "hold": program.held("j"), "MB": program.megabytes()[0]}
    program.end()
    return figures


def keys(program: Program, key: str) -> Figures:
    taken = []
    for _ in range(KEYS):
        taken.append(program.answer(key))
        time.sleep(GAP)
    return {"key": median(taken), "key p95": quantiles(taken, n=20)[-1]}


def desk(path: Path, count: int, home: Path, number: int) -> Figures:
    """One round. The story is put back as it was first."""
    for suffix in KEPT:
        beside = path.with_name(path.name + suffix)
        beside.unlink(missing_ok=True)
        if (kept := path.with_name(path.name + suffix + ".kept")).exists():
            shutil.copy(kept, beside)
    program = Program(sys.executable, "-m", "newsdesk", "--store", str(path), home=home)
    paint = program.shows(f"Item {count}\\b")
    program.shows(FOUND)
    program.quiet(0.5)
    figures = {"paint": paint, **keys(program, "j"), "hold": program.held("j")}
    program.press("/")
    program.quiet(0.3)
    taken = [program.answer(letter) for letter in "ferr"]
    program.press("\x1b")
    program.quiet(0.3)  # what follows at once would be taken for a key held with Alt
    program.press("g")
    program.quiet(0.5)
    megabytes = sum(program.megabytes())
    with Store.open(path) as other:
        # A store that was just opened looks through all posts at its first write.
        arrives(program, other, count, ARRIVALS * number)
        program.quiet(0.5)
        shown = [arrives(program, other, count, ARRIVALS * number + one) for one in range(1, ARRIVALS)]
    figures |= {
        "search": median(taken),
        "search worst": max(taken),
        "MB": megabytes,
        "new": median(new for new, _ in shown),
        "write": median(write for _, write in shown),
    }
    if number == 0:
        figures["MB at most"] = until_rested(program)
    if count == min(SIZES):
        program.quiet(3)
        before = program.cpu_seconds()
        time.sleep(20)
        figures["idle %"] = (program.cpu_seconds() - before) / 20 * 100
    program.end()
    return figures


def flood(path: Path, home: Path) -> Figures:
    """Answers to keys while very much is stored."""
    for beside in path.parent.glob(f"{path.name}*"):
        if not beside.name.endswith(".kept"):
            beside.unlink()
    shutil.copy(path.with_name(f"{path.name}.kept"), path)
    xml = home / "flood.xml"
    xml.write_text(feed(FLOOD), encoding="utf-8")
    told = home / "pieces"
    program = Program(sys.executable, str(HERE / "watched_desk.py"), str(told), "--store", str(path), home=home)
    program.shows(FOUND)
    program.quiet(1)
    command = [sys.executable, "-m", "newsdesk", "add", "--store", str(path), str(xml)]
    taken: list[float] = []
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as adding:
        ended = 0.0
        while not ended or time.perf_counter() - ended < 2:
            taken.append(program.answer("j"))
            time.sleep(GAP)
            if not ended and adding.poll() is not None:
                ended = time.perf_counter()
    end = time.perf_counter()
    program.end("q")
    pieces = [[*map(float, line.split())] for line in told.read_text(encoding="ascii").splitlines()]
    meanwhile = [(wall, own) for began, wall, own in pieces if begun <= began <= end]
    return {
        "flood key": median(taken),
        "flood key p95": quantiles(taken, n=20)[-1],
        "flood key longest": max(taken),
        "flood piece longest": max(wall for wall, _ in meanwhile),
        "flood piece CPU": max(own for _, own in meanwhile),
    }


def arrives(program: Program, other: Store, count: int, number: int) -> tuple[float, float]:
    """Milliseconds until a post that is stored is on the screen, and how many of them the storing took."""
    source = replace(Source(SourceKind.LIVE_PAGE, origin="/page new"), content_hash=f"new {number}")
    at = START + APART * (count + 1 + number)
    printed = PrintedTime(at.isoformat(), at.year, at.month, at.day, at.hour, at.minute, utc_offset=0)
    headline = f"Arrival {number}"
    program.text()  # what was drawn until now takes time to look at
    program.began = time.perf_counter()
    other.add(source, [Post(1, text="The crews sail again.", headline=headline, printed_time=printed)])
    write = (time.perf_counter() - program.began) * 1000
    shown = program.shows(headline)
    program.quiet(0.5)
    return shown, write


def until_rested(program: Program) -> float:
    """The most megabytes that it takes until the facts are found and the worker is gone, or waits for more."""
    most, begun, found = 0.0, time.perf_counter(), 0.0
    while program.children() and (not found or time.perf_counter() - found < RESTED):
        most = max(most, sum(program.megabytes()))
        program.read(0.1)
        if not found and time.perf_counter() - begun > 1 and re.search(FOUND, program.text()):
            found = time.perf_counter()
    return most


def first_time(path: Path, count: int, home: Path) -> float:
    """Milliseconds until a story that was never open is there; the desk is left then, and keeps what it begins with."""
    program = Program(sys.executable, "-m", "newsdesk", "--store", str(path), home=home)
    paint = program.shows(f"Item {count}\\b")
    program.quiet(1)
    program.shows(FOUND)
    until_rested(program)
    program.end("q")
    for suffix in KEPT:
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            shutil.copy(beside, path.with_name(path.name + suffix + ".kept"))
    return paint


def main() -> None:
    sizes = [*map(int, sys.argv[1:])] or SIZES
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        paths = {count: home / f"story-{count}.jsonl" for count in sizes}
        firsts = {}
        for count, path in paths.items():
            posts = made_up(count)
            posts[-1] = replace(posts[-1], headline=f"Item {count}")
            fill(path, posts)
            firsts[count] = first_time(path, count, home)
        rounds: dict[str, list[Figures]] = {}
        for number in range(ROUNDS):
            rounds.setdefault(f"OptionList, {PEER_ROWS:,} rows", []).append(peer(home))
            if command := shutil.which("newsboat"):
                rounds.setdefault(f"newsboat, {PEER_ROWS:,} entries", []).append(newsboat(command, home))
            for count, path in paths.items():
                rounds.setdefault(f"newsdesk, {count:,} posts", []).append(desk(path, count, home, number))
            rounds.setdefault(f"{FLOOD:,} posts at once", []).append(flood(paths[min(sizes)], home))
        for name, figures in rounds.items():
            words = [f"{key} {median(one[key] for one in figures if key in one):.1f}" for key in figures[0]]
            print(f"{name}: {', '.join(words)}")
        for count, first in firsts.items():
            print(f"first time, {count:,} posts: {first:.0f} ms")


if __name__ == "__main__":
    main()
