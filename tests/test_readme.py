"""What the README says of the keys is what the commands declare: `pytest --accept-snapshots` writes the table anew."""

import re
from pathlib import Path

from newsdesk.cli.arguments import OVERVIEW
from newsdesk.ui.keys.commands import DESK, EVERYWHERE, by_place
from newsdesk.ui.keys.keymap import DECLARED, key_word

README = Path(__file__).parent.parent / "README.md"
TABLE = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- end of keys -->)", re.DOTALL)


def key_table() -> str:
    """A table for each place of the desk: keys, command, what it does."""
    lines = []
    on_the_desk = {where.title for where in EVERYWHERE if where.over_desk or where.commands is DESK}
    for title, commands in by_place():
        if title not in on_the_desk:
            continue
        lines += [f"| {title} | | |", "|---|---|---|"]
        for command in commands:
            keys = " ".join(f"`{key_word(key)}`" for key in DECLARED.keys(command.id))
            lines.append(f"| {keys} | {command.title} | {command.tooltip} |")
        lines.append("")
    return "\n".join(lines)


def test_the_table_of_keys_is_what_the_commands_declare(request):
    text = README.read_text(encoding="utf-8")
    assert TABLE.search(text), "the README has no place for the keys"
    if request.config.getoption("--accept-snapshots"):
        README.write_text(TABLE.sub(lambda _: key_table(), text), encoding="utf-8")
    else:
        assert TABLE.search(text)[0] == key_table()


def test_no_key_breaks_the_table():
    assert all(line.count("|") == 4 for line in key_table().splitlines() if line)


def test_the_overview_of_the_commands_is_the_one_that_help_prints():
    shown = README.read_text(encoding="utf-8").split("## Without a screen\n\n```\n")[1].split("\n```")[0]
    assert [line.split() for line in shown.splitlines()] == [line.split() for line in OVERVIEW.splitlines()]
