"""What newsdesk itself writes on the screen: words and signs that every terminal has, and no emoji."""

import ast
import unicodedata
from pathlib import Path

import pytest
from desk_app import desk, press, strike_story
from textual.widgets import Input, TextArea

import newsdesk.ui
from newsdesk.ui.wrap import steady

FILES = sorted(Path(newsdesk.ui.__file__).parent.rglob("*.py"))
SIGNS = set("•★↑↓→←↳⏎▌▏▾▸⇧●○…×·–—“”‘’│─╭╮╰╯ ▁▂▃▄▅▆▇█")


def strings(path):
    """Every string of a module that is shown or may be, its descriptions of itself left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_chrome_has_no_emoji(path):
    if path.name == "wrap.py":
        return  # its strings are ranges of characters
    for line, text in strings(path):
        assert steady(text) == text, f"{path.name}, line {line}"
        odd = {
            one
            for one in text
            if ord(one) > 0x7F and one not in SIGNS and unicodedata.category(one) in {"So", "Sk", "Cf", "Cs"}
        }
        assert not odd, f"{path.name}, line {line}: {odd}"


@pytest.mark.parametrize("keys", [("slash",), ("f",), ("a",), ("T",), ("3", "plus"), ("ctrl+p",)])
async def test_no_cursor_blinks(tmp_path, keys):
    async with desk(strike_story(tmp_path / "story.jsonl")) as pilot:
        await press(pilot, *keys)
        field = pilot.app.focused
        assert isinstance(field, Input | TextArea)
        assert not field.cursor_blink
