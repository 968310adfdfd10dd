"""What the user wrote down in the configuration file: which keys, how still the screen is, how much a source may take.

Read when a desk opens, and before anything is added.

Whatever is wrong with the file is an error with the file's name and the line: a desk that opened in spite of it would do
something else at a key than the file says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from newsdesk.limits import Limits

_MOST = 1_000_000
_KEYS, _DESK, _LIMITS, _REDUCED_MOTION = "keys", "desk", "limits", "reduced_motion"


class ConfigError(Exception):
    """The configuration file cannot be used; one line for a person."""


@dataclass(frozen=True, slots=True)
class Config:
    """What stands in the file. The defaults are those of a user who has none."""

    path: Path = Path()
    text: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by the id of the command they are for, as written."""
    reduced_motion: bool = False
    limits: Limits = field(default_factory=Limits)

    def error(self, words: str, *name: str) -> ConfigError:
        """What is wrong with the setting of this name, with its line."""
        return ConfigError(f"{self.path}, line {_line_of(self.text, name)}: {words}")


def read_config(path: Path) -> Config:
    """Read the file; one that is not there says nothing.

    Raises:
        ConfigError: it cannot be read, or says something that means nothing.
    """
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Config()
    except OSError as error:
        raise ConfigError(
            f"{path}: this cannot be read ({error.strerror or error}); put a file there that you may read, or nothing"
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ConfigError(f"{path}, line {line}: this is not UTF-8 text; save the file as UTF-8") from error
    import tomllib  # noqa: PLC0415 - not needed by those who have no such file

    text = text.replace("\r\n", "\n")  # both end a line in TOML
    try:
        return _config(Config(path, text), tomllib.loads(text))
    except RecursionError as error:
        raise ConfigError(
            f"{path}: one thing is nested too deep in another; newsdesk keys prints what may stand here"
        ) from error
    except tomllib.TOMLDecodeError as error:
        last = text.count("\n") + 1
        raise ConfigError(
            f"{path}: this is not TOML: {str(error).replace('at end of document', f'at the end, line {last}')}"
        ) from error


def _config(empty: Config, found: Mapping[str, Any]) -> Config:
    _check_names(empty, found, (_KEYS, _DESK, _LIMITS), ())
    desk = _table(empty, found, _DESK)
    _check_names(empty, desk, (_REDUCED_MOTION,), (_DESK,))
    reduced_motion = desk.get(_REDUCED_MOTION, False)
    if not isinstance(reduced_motion, bool):
        raise empty.error(f"{_REDUCED_MOTION} is true or false", _DESK, _REDUCED_MOTION)
    keys: dict[str, tuple[str, ...]] = {}
    for name, value in _flat(_table(empty, found, _KEYS)):
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not listed or not all(isinstance(key, str) and key for key in listed):
            raise empty.error(
                f'{".".join(name)} needs a key in quotes, "x", or a list of them, ["x", "f5"]', _KEYS, *name
            )
        if (command := ".".join(name)) in keys:
            raise empty.error(f"{command} stands here a second time; keep one of them", _KEYS, *name)
        keys[command] = tuple(listed)
    return Config(empty.path, empty.text, keys, reduced_motion, _limits(empty, found))


def _limits(empty: Config, found: Mapping[str, Any]) -> Limits:
    limits = _table(empty, found, _LIMITS)
    _check_names(empty, limits, [item.name for item in fields(Limits)], (_LIMITS,))
    for name, value in limits.items():
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _MOST:
            raise empty.error(f"{name} is a whole number from 1 to {_MOST}", _LIMITS, name)
    return Limits(**limits)


def _check_names(empty: Config, found: Mapping[str, Any], known: Collection[str], above: tuple[str, ...]) -> None:
    for name in found:
        if name not in known:
            like = closest(name, known)
            hint = f"; did you mean {like}?" if like else f"; there is only {' and '.join(known)}"
            raise empty.error(f"there is no setting “{name}” here{hint}", *above, name)


def _table(empty: Config, found: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = found.get(name, {})
    if not isinstance(table, dict):
        raise empty.error(f"{name} is a table: write [{name}] on a line of its own, and below it its settings", name)
    return table


def _flat(table: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every setting with its whole name: `desk.add` may be written as one name in quotes, with a dot, or in a table."""
    for name, value in table.items():
        whole = (*above, *name.split("."))
        if isinstance(value, dict):
            yield from _flat(value, whole)
        else:
            yield whole, value


def closest(word: str, known: Collection[str]) -> str | None:
    """What somebody may have meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - not needed unless something is wrong

    return next(iter(get_close_matches(word, known, n=1)), None)


def _line_of(text: str, name: tuple[str, ...]) -> int:
    """The line in which a setting is complete: the first one up to which the file holds it, as often as it stands there."""
    import tomllib  # noqa: PLC0415 - see above

    lines = text.split("\n")

    def times(last: int) -> int:
        """How often the lines up to this one hold it; those in the middle of a list hold what is above the list."""
        for end in range(last, 0, -1):
            with suppress(tomllib.TOMLDecodeError):
                return _times(tomllib.loads("\n".join(lines[:end])), name)
        return 0

    return bisect_left(range(1, len(lines)), times(len(lines)), key=times) + 1


def _times(found: object, name: tuple[str, ...]) -> int:
    """How often a table holds the setting: one that is written with a dot and in quotes, too, twice."""
    if not name:
        return 1
    if not isinstance(found, dict):
        return 0
    parts = [(".".join(name[:end]), name[end:]) for end in range(1, len(name) + 1)]
    return sum(_times(found[first], rest) for first, rest in parts if first in found)
