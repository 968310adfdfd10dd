"""The command that prints which key reaches which command, in the very form in which the user may change it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsdesk.cli.options import user_config
from newsdesk.cli.outcome import DONE, printable
from newsdesk.cli.output import print_json
from newsdesk.places import config_file

if TYPE_CHECKING:
    from newsdesk.ui.keys.keymap import Keymap


def keys(options: argparse.Namespace) -> int:
    """Print every command once, by where it is reached."""
    from newsdesk.ui.keys.keymap import keymap_of

    known = keymap_of(user_config())
    if options.json:
        print_json(_objects(known))
        return DONE
    for line in _lines(known):
        print(printable(line))
    return DONE


def _objects(known: Keymap) -> Iterator[dict[str, object]]:
    from newsdesk.ui.keys.commands import by_place
    from newsdesk.ui.keys.keymap import DECLARED

    for where, commands in by_place():
        for command in commands:
            yield {
                "command": command.id,
                "title": command.title,
                "help": command.tooltip,
                "where": where,
                "keys": known.keys(command.id),
                "declared": DECLARED.keys(command.id),
            }


def _lines(known: Keymap) -> Iterator[str]:
    """A configuration file that changes nothing: what is as declared is a comment in it."""
    from newsdesk.ui.keys.commands import by_place
    from newsdesk.ui.keys.keymap import DECLARED, written_for_file

    yield f"# The keys of newsdesk. Change them in {config_file()}: there, take the sign away before a line."
    yield "[keys]"
    for where, commands in by_place():
        yield ""
        yield f"# {where}"
        for command in commands:
            changed = command.id in known.remapped
            setting = f"{command.id} = {written_for_file(known.keys(command.id))}"
            was = f" (declared: {written_for_file(DECLARED.keys(command.id))})" if changed else ""
            yield f"{'' if changed else '# '}{setting:40} # {command.title}: {command.tooltip}{was}"
