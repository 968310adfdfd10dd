"""What every test starts from: no colours, themes, zones or stories of the machine it runs on."""

from __future__ import annotations

import gc
import itertools
import os
import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run; `pytest --hypothesis-profile=search` looks for new ones, and for longer.
settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("search", deadline=None, max_examples=3_000)
settings.load_profile("repeatable")

# Every desk that is gone is garbage in circles; to look for it seldom saves a fifth of the time.
gc.set_threshold(100_000, 20, 50)

# Hundreds of programs are begun: each that finds no compiled modules compiles all of them, which takes as long as a whole test.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Textual reads these when it is imported, or when an App is made.
for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_FILTERS", "TEXTUAL_DEBUG", "NEWSDESK_STORE"):
    os.environ.pop(name, None)
# No test writes over the clipboard of whoever runs it.
for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
    os.environ.pop(name, None)
# An error of our own is seen by the test that brings it about; tests of what users are told instead take this away.
os.environ["NEWSDESK_TRACEBACK"] = "1"
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["COLORTERM"] = "truecolor"
os.environ["TERM"] = "xterm-256color"

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"
SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
BST = timezone(timedelta(hours=1), "BST")

_homes = itertools.count()


def pytest_addoption(parser):
    parser.addoption(
        "--accept-snapshots", action="store_true", help="write the screens as they are now into snapshots/"
    )


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory, monkeypatch):
    """No test sees or touches the stories of whoever runs it.

    The folder is there once something is written into it: to make one for every test takes longer than most tests do.
    """
    folder = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    return folder


@pytest.fixture
def messages_alone(monkeypatch):
    """The pilot waits for what widgets tell each other, and not for the processor's idleness: that sleeps 40 ms at each key."""
    from quiet import nobody_tells_anything  # most tests need no Textual

    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", nobody_tells_anything)


@pytest.fixture
def seeds():
    """The five real sources, where they are at hand."""
    if not SEEDS.is_dir():
        pytest.skip("the seeds are not beside this checkout")
    return sorted(SEEDS.glob("*.txt"))


@pytest.fixture
def newest():
    """The moment of the sample's newest post, and with it of most tests."""
    return datetime(2025, 5, 11, 16, 3, tzinfo=BST)


def screen_strips(app) -> list:
    """The lines of the screen as they are drawn, with what shows through from below a dialog."""
    from textual._context import visible_screen_stack

    visible_screen_stack.set(app._background_screens)  # drawing takes them from there
    return app.screen._compositor.render_strips()


def screen_text(app) -> str:
    """The screen as plain text: what the reader of a failing comparison wants to see."""
    return "\n".join(strip.text.rstrip() for strip in screen_strips(app))


@pytest.fixture
def snapshot(request):
    """Compare the running app's screen with `snapshots/NAME.txt`, and its picture with `NAME.svg`."""

    from rich.segment import Segment  # most tests need no screen

    def compare(app, name: str, *, picture_only: bool = False) -> None:
        with pytest.MonkeyPatch.context() as patch:
            # For the number that is taken out here rich writes down every piece of the picture, half as long as it draws.
            patch.setattr(Segment, "__repr__", lambda _: "")
            picture = re.sub(r"terminal-\d+", "terminal", app.export_screenshot(title="newsdesk"))
        files = (
            {f"{name}.svg": picture}
            if picture_only
            else {f"{name}.txt": screen_text(app) + "\n", f"{name}.svg": picture}
        )
        for file, now in files.items():
            path = SNAPSHOTS / file
            if request.config.getoption("--accept-snapshots"):
                path.parent.mkdir(exist_ok=True)
                path.write_text(now, encoding="utf-8", newline="\n")
            else:
                assert path.is_file(), f"no {path.name}: run pytest --accept-snapshots and look at it"
                assert path.read_text(encoding="utf-8") == now, f"{path.name} differs"

    return compare


def pytest_sessionfinish():
    """What is left when all tests are over is looked through once: pytest does so five times, for what it may have to say."""
    gc.collect()
    gc.freeze()
