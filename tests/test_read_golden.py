"""Golden pairs: what one file of each shape becomes. `tests/data/read/NAME.txt` (or .html, .mhtml) stands beside `NAME.json`."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from newsdesk.model import PrintedTime, Reading
from newsdesk.read import read

DATA = Path(__file__).parent / "data" / "read"
FILES = {path.stem: path for path in DATA.iterdir() if path.suffix != ".json"}
NAMES = sorted(FILES)


def plain(value):
    """A dataclass as a dict without the fields that have their default."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if not hasattr(value, "__dataclass_fields__"):
        return value
    return {
        field.name: plain(getattr(value, field.name))
        for field in fields(value)
        if getattr(value, field.name) != field.default or (field.name == "text" and isinstance(value, PrintedTime))
    }


def as_json(reading: Reading) -> dict:
    source = plain(reading.source)
    del source["origin"], source["content_hash"]
    return {"source": source, "posts": plain(reading.posts)}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_becomes_the_expected_posts(name):
    reading = read(FILES[name].read_bytes(), name=FILES[name].name)
    expected = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    assert expected == as_json(reading)


def test_every_expectation_has_its_file():
    assert sorted(path.stem for path in DATA.glob("*.json")) == NAMES


def test_the_name_of_a_file_changes_nothing_but_the_origin():
    data = (DATA / "live_numbered.txt").read_bytes()
    by_one, by_other = read(data, name="page.txt"), read(data, name="feed.xml")
    assert by_one.posts == by_other.posts
    assert by_one.source.content_hash == by_other.source.content_hash
    assert (by_one.source.origin, by_other.source.origin) == ("page.txt", "feed.xml")


def test_windows_line_ends_change_nothing():
    data = (DATA / "live_numbered.txt").read_bytes()
    assert read(data, name="x").posts == read(data.replace(b"\n", b"\r\n"), name="x").posts


def test_indentation_changes_nothing():
    data = (DATA / "live_numbered.txt").read_bytes()
    flat = b"\n".join(line.strip() for line in data.split(b"\n"))
    assert read(data, name="x").posts == read(flat, name="x").posts
