"""Keys of the user's own: they work, the declared ones no longer do, and whatever names a key names the new one."""

import ast
import re
from pathlib import Path

import pytest
from desk_app import MEDIUM, NARROW, desk, notices, on_screen, press, settled, strike_story, write
from textual.widgets import Input

import newsdesk
from newsdesk.ui.desk.desk import Desk
from newsdesk.ui.dialogs.add_source import AddSource
from newsdesk.ui.dialogs.reader import Reader
from newsdesk.ui.keys.commands import COMMANDS
from newsdesk.ui.keys.keymap import Keymap

MINE = Keymap(
    {
        "desk.add": ("B",),
        "desk.undo": ("U", "f6"),
        "desk.sample": ("E",),
        "desk.help": ("f7", "H"),
        "desk.back": ("ctrl+g",),
        "desk.pane_2": ("8",),
        "desk.next_unread": ("J",),
        "desk.previous_unread": ("K",),
        "desk.search": ("ctrl+f",),
        "desk.copy": ("W",),
        "dialog.close": ("f8",),
        "path.complete": ("ctrl+e",),
        "add.browse": ("f9",),
        "list.open": ("f11",),
        "reader.close": ("f12",),
        "countdown.change": ("V",),
        "app.quit": ("ctrl+x",),
    }
)


@pytest.fixture
def story(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return strike_story(tmp_path / "story.jsonl")


async def test_the_new_key_works_and_the_declared_one_does_not(story):
    async with desk(story, command_keys=MINE) as pilot:
        await press(pilot, "a", "question_mark")
        assert isinstance(pilot.app.screen, Desk)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Desk)
        await press(pilot, "f11")
        assert isinstance(pilot.app.screen, Reader)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Reader)
        await press(pilot, "f12", "B")
        assert isinstance(pilot.app.screen, AddSource)
        await press(pilot, "f8")
        assert isinstance(pilot.app.screen, Desk)
        await press(pilot, "ctrl+q")
        assert pilot.app.is_running
        assert not pilot.app._exit
        await press(pilot, "ctrl+x")
        assert pilot.app._exit


async def test_two_keys_swapped(story):
    async with desk(story, command_keys=Keymap({"desk.star": ("m",), "desk.mark_read": ("s",)})) as pilot:
        await press(pilot, "m")
        assert "★" in on_screen(pilot)
        await press(pilot, "s")
        assert notices(pilot)[-1].startswith("Marked ")


async def test_a_letter_that_is_a_command_is_a_letter_in_a_field(story):
    async with desk(story, command_keys=MINE) as pilot:
        await press(pilot, "ctrl+f", "B", "U", "8", "H")
        assert isinstance(pilot.app.screen, Desk)
        assert pilot.app.screen.query_one("SearchField", Input).value == "BU8H"
        await press(pilot, "escape", "B", "C", "H")
        assert pilot.app.screen.query_one("PathField", Input).value == "CH"


def last_line(pilot):
    return on_screen(pilot).rstrip().rsplit("\n", 1)[-1].split("  ")


async def test_the_last_line_keeps_its_order_and_names_the_new_keys(story):
    async with desk(story, command_keys=MINE) as pilot:
        found = [key.strip() for key in last_line(pilot) if key.strip()]
    async with desk(story) as pilot:
        declared = [key.strip() for key in last_line(pilot) if key.strip()]
    assert [key.split(" ", 1)[1] for key in found] == [key.split(" ", 1)[1] for key in declared]
    assert {"B Add", "^F Search", "F11 Read", "F7 Help"} <= set(found)


async def test_the_help_and_the_palette_name_the_new_keys(story):
    async with desk(story, (100, 70), command_keys=MINE) as pilot:
        await press(pilot, "f7")
        shown = on_screen(pilot)
        assert re.search(r"U F6 +Undo", shown)
        assert "then W copies it" in shown
        await press(pilot, "escape")
        await press(pilot, "ctrl+p")
        await write(pilot, "undo")
        await settled(pilot)
        assert [one.help for one in pilot.app.screen_stack[0].palette_commands() if one.title == "Undo"] == [
            "Take back your last mark, correction, or change of the sources or the kept filters. (U F6)"
        ]


async def test_an_empty_desk_names_the_new_keys(tmp_path):
    async with desk(tmp_path / "story.jsonl", MEDIUM, command_keys=MINE) as pilot:
        shown = on_screen(pilot)
        for key, words in (("B", "add your first source"), ("E", "open the sample"), ("F7", "every key")):
            assert re.search(rf"{key} +{words}", shown)
        await press(pilot, "A")
        assert "No sources yet: press F8, then B adds the first." in on_screen(pilot)


async def test_panes_notices_and_hints_name_the_new_keys(story):
    async with desk(story, NARROW, command_keys=MINE) as pilot:
        assert "8 Quotes" in on_screen(pilot)
        await press(pilot, "8")
        assert "8 Quotes" in on_screen(pilot)
        await press(pilot, "1", "m")
        assert notices(pilot)[-1].endswith(" read, from here down; U takes it back")
        pilot.app.clear_notifications()
        await press(pilot, "ctrl+f")
        await write(pilot, "strike")
        await press(pilot, "enter")
        assert " · J next, K previous" in on_screen(pilot)
        await press(pilot, "ctrl+g", "f")
        await write(pilot, "nowhere to be found")
        await press(pilot, "enter")
        assert "Ctrl+G clears it" in on_screen(pilot)


async def test_the_add_dialog_names_the_new_keys(story):
    async with desk(story, command_keys=MINE) as pilot:
        await press(pilot, "B")
        assert "Type a path: Ctrl+E completes it" in on_screen(pilot)
        await press(pilot, "ctrl+s")
        assert "press F9 to browse or" in on_screen(pilot)


KEY_IN_WORDS = re.compile(
    r"(?:^|[\s(,;·])(?:[a-zA-Z?+!/]|Esc|Escape|Tab|F\d|Ctrl\+\w)"
    r" (?:takes|brings|corrects|shows|clears|stops|adds|opens|changes|completes|copies|makes|says|to|next|previous)\b"
)
"""`u takes it back`: a key, and what it does."""


def test_no_sentence_of_the_screen_names_a_declared_key():
    """What a key is called must come from the keymap: a sentence with the letter in it would not follow the user's file."""
    found = []
    package = Path(newsdesk.__file__).parent
    for path in sorted([*package.glob("ui/**/*.py"), *package.glob("story/*.py"), *package.glob("*.py")]):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                found += [f"{path.name}:{node.lineno} {one[0]!r}" for one in KEY_IN_WORDS.finditer(node.value)]
    assert [one for one in found if " a to" not in one] == []
    assert KEY_IN_WORDS.search("3 marks; u takes it back")
    assert [one.id for one in COMMANDS.values() if KEY_IN_WORDS.search(one.tooltip)] == []


@pytest.mark.parametrize(("keys", "named"), [(Keymap({}), "Ctrl+Q"), (MINE, "Ctrl+X")])
async def test_the_key_that_ends_other_programs_says_which_one_ends_this(story, keys, named):
    async with desk(story, command_keys=keys) as pilot:
        for before in [], [keys.keys("desk.help")[0]]:
            await press(pilot, *before, "ctrl+c")
            assert notices(pilot) == [f"{named} leaves newsdesk; everything is kept"]
            pilot.app.clear_notifications()
