"""Which key reaches which command: as declared, or as the user's configuration file says; and how a key is written.

Whatever names a key on the screen asks here, so that it names the one that works.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from textual.keys import KEY_ALIASES, REPLACED_KEYS, Keys, _character_to_key, format_key, key_to_character

from newsdesk.config import Config, closest
from newsdesk.ui.keys.commands import COMMANDS, IN_DIALOGS, WHILE_TYPING, reached_together

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})
_SPELLINGS = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "bksp": "backspace",
    "control": "ctrl",
    "option": "alt",
}
"""Other names that people know keys by."""
_SAME_KEY = {alias: key for key, aliases in KEY_ALIASES.items() for alias in aliases} | {
    "ctrl+left_square_bracket": "escape",
    "ctrl+h": "backspace",
}
"""What a terminal cannot tell from another key."""
_NAMED = frozenset(key.value for key in Keys if "+" not in key.value and "<" not in key.value) - {"return"}
_BETWEEN_FIELDS = frozenset({"tab", "shift+tab"})
_SIGNS = {
    "enter": "⏎",
    "escape": "Esc",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Bksp",
    "delete": "Del",
    "insert": "Ins",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}
"""How the last line of a screen, the help and the palette write a key."""
_WORDS = {"enter": "Enter", "backspace": "Backspace", "delete": "Delete", "insert": "Insert"}
"""How a sentence writes it, where that differs."""


def key_sign(key: str) -> str:
    """The key as the last line of a screen writes it: `⏎`, `^S`, `?`."""
    return _written(key, _SIGNS, "^", "⇧")


def key_word(key: str) -> str:
    """The key as a sentence writes it: `Enter`, `Ctrl+S`, `?`."""
    return _written(key, _SIGNS | _WORDS, "Ctrl+", "Shift+")


def _written(key: str, names: Mapping[str, str], ctrl: str, shift: str) -> str:
    *modifiers, base = key.split("+")
    name = names.get(base) or (base.upper() if re.fullmatch(r"f\d+", base) else format_key(base))
    if "ctrl" in modifiers and len(name) == 1:
        name = name.upper()
    before = {"ctrl": ctrl, "shift": shift}
    return "".join(before.get(one, f"{one.title()}+") for one in modifiers) + name


def key_name(written: str) -> str | None:
    """Textual's name of a key that a user wrote: `?`, `Ctrl+S`, `F5`, `question_mark`; None when there is no such key."""
    if len(written) == 1:
        return _character_to_key(written) if written.isprintable() and not written.isspace() else None
    if written.endswith("++"):
        written = f"{written[:-1]}plus"
    *before, base = written.split("+")
    modifiers = {_SPELLINGS.get(one.lower(), one.lower()) for one in before}
    if not modifiers <= _MODIFIERS or len(modifiers) != len(before):
        return None
    if len(base) == 1:
        if not base.isprintable() or base.isspace():
            return None
        if modifiers == {"shift"} and base.isalpha():
            modifiers, base = set(), base.upper()  # what a terminal sends is the capital
        elif modifiers:
            base = base.lower()
        base = _character_to_key(base)
    else:
        base = _SPELLINGS.get(base.lower(), base.lower())
        if base not in _NAMED and _character(base) is None:
            return None
    key = "+".join([*sorted(modifiers), base])
    return _SAME_KEY.get(key, key)


def is_typed(key: str) -> bool:
    """Whether the key writes something in a field."""
    return _character(key) is not None


def _character(key: str) -> str | None:
    """What the key writes."""
    character = key_to_character(REPLACED_KEYS.get(key, key))
    return character if character is not None and character.isprintable() else None


class Keymap:
    """The keys of every command."""

    def __init__(self, remapped: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """With these keys, in Textual's names, in the place of those that are declared; see `keymap_of`."""
        self.remapped = dict(remapped or {})

    def keys(self, command: str) -> tuple[str, ...]:
        """In Textual's names."""
        return self.remapped.get(command) or tuple(COMMANDS[command].keys.split(","))

    def signs(self, command: str) -> str:
        """As the help writes them: `↓ j`."""
        declared = COMMANDS[command]
        if command not in self.remapped and declared.shown_as:
            return declared.shown_as
        return " ".join(key_sign(key) for key in self.keys(command))

    def word(self, command: str) -> str:
        """The key that a sentence names: `Enter`."""
        return key_word(self.keys(command)[0])

    def last_word(self, command: str) -> str:
        """The last one of its keys, where that is the better known: `N` beside `n`."""
        return key_word(self.keys(command)[-1])

    @property
    def for_textual(self) -> dict[str, str]:
        """What `App.set_keymap` takes."""
        return {command: ",".join(keys) for command, keys in self.remapped.items()}


DECLARED = Keymap()


def keymap(node: MessagePump) -> Keymap:
    """The keys that work in the application of this widget or screen."""
    found: Keymap = getattr(node.app, "command_keys", DECLARED)
    return found


def keymap_of(config: Config) -> Keymap:
    """What the user's file makes of the keys.

    Raises:
        ConfigError: it names a command or a key that there is not, one key for two commands of the same screen, or one that
            cannot be spared there.
    """
    remapped = {}
    for command, written in config.keys.items():
        if command not in COMMANDS:
            like = closest(command, COMMANDS)
            hint = f"did you mean {like}? newsdesk keys lists them" if like else "newsdesk keys lists them"
            raise config.error(f"there is no command “{command}”; {hint}", "keys", *command.split("."))
        keys = tuple(_known_key(config, command, one) for one in written)
        typed = [key for key in keys if is_typed(key)]
        if command in WHILE_TYPING and typed and (typed[0] == keys[0] or command.startswith("app.")):
            raise config.error(
                f"{command} is wanted while words are typed, and “{key_word(typed[0])}” is one of their letters; "
                "name a key such as ctrl+o or f5 first",
                "keys",
                *command.split("."),
            )
        # The one that is declared there completes a path, and goes on to the next field where it cannot.
        taken = _in_both(keys, _BETWEEN_FIELDS - {*DECLARED.keys(command)})
        if command in IN_DIALOGS and taken:
            raise config.error(
                f"{command} works in dialogs, where “{key_word(taken[0])}” goes from field to field; name another key",
                "keys",
                *command.split("."),
            )
        remapped[command] = keys
    found = Keymap(remapped)
    if (shared := next(_shared(found), None)) is not None:
        command, other, key, title = shared
        raise config.error(
            f"“{key_word(key)}” is the key of {other} as well ({title[0].lower()}{title[1:]}); give one of them another key",
            "keys",
            *command.split("."),
        )
    return found


def _known_key(config: Config, command: str, written: str) -> str:
    key = key_name(written)
    if key is None:
        like = closest(written.lower(), {*_NAMED, *_SPELLINGS})
        hint = f"did you mean {like}?" if like else 'keys are written like "x", "?", "ctrl+s", "f5", "pagedown"'
        raise config.error(f"there is no key “{written}”; {hint}", "keys", *command.split("."))
    return key


def _shared(found: Keymap) -> Iterator[tuple[str, str, str, str]]:
    """Keys that the user gave to two commands of one place: the remapped command, the other one, the key, the place.

    Two commands that share a key as declared, such as one of a pane and one of the desk below it, may go on doing so.
    """
    for where in reached_together() if found.remapped else ():
        commands = list(dict.fromkeys(command.id for command in where.commands))
        for at, first in enumerate(commands):
            for second in commands[at + 1 :]:
                if not {first, second} & found.remapped.keys():
                    continue
                both = _in_both(found.keys(first), found.keys(second))
                if both and not _in_both(DECLARED.keys(first), DECLARED.keys(second)):
                    pair = (first, second) if first in found.remapped else (second, first)
                    yield *pair, both[0], where.title


def _in_both(some: Iterable[str], others: Iterable[str]) -> list[str]:
    known = set(others)
    return [key for key in some if key in known]


def written_for_file(keys: Iterable[str]) -> str:
    """Keys as the configuration file has them: `"a"`, `["n", "f5"]`."""
    quoted = [f'"{_escaped(_character(key) or key)}"' for key in keys]
    return quoted[0] if len(quoted) == 1 else f"[{', '.join(quoted)}]"


def _escaped(key: str) -> str:
    return "space" if key == " " else key.replace("\\", "\\\\").replace('"', '\\"')
