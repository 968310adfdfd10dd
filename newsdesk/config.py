"""What the user wrote down in the configuration file: keys, how still the screen is, how addresses are asked, limits.

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

from newsdesk.fetch import FetchSettings, is_interval, seconds_in
from newsdesk.limits import Limits
from newsdesk.system.ordinary_file import ordinary_bytes

_MOST = 1_000_000
_KEYS, _DESK, _FETCH, _LIMITS, _REDUCED_MOTION = "keys", "desk", "fetch", "limits", "reduced_motion"
_SETTINGS_OF_FETCH = ("interval", "deadline", "largest_mb", "private_addresses")
_LONGEST_DEADLINE = 600
"""Seconds."""
_LARGEST_MB = 50
"""The largest that is read at all."""


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
    fetch: FetchSettings = field(default_factory=FetchSettings)
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
        data = ordinary_bytes(path)
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
    _check_names(empty, found, (_KEYS, _DESK, _FETCH, _LIMITS), ())
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
    return Config(
        empty.path,
        empty.text,
        keys,
        reduced_motion,
        _fetch(empty, _table(empty, found, _FETCH)),
        _limits(empty, found),
    )


def _fetch(empty: Config, found: Mapping[str, Any]) -> FetchSettings:
    _check_names(empty, found, _SETTINGS_OF_FETCH, (_FETCH,))
    usual = FetchSettings()
    interval, deadline = (
        seconds_in(found[name]) if isinstance(found.get(name), str) else None for name in ("interval", "deadline")
    )
    if "interval" in found and not is_interval(interval):
        raise empty.error('interval is a time from "1m" to "30d" in quotes, such as "10m" or "2h"', _FETCH, "interval")
    if "deadline" in found and (deadline is None or deadline > _LONGEST_DEADLINE):
        raise empty.error('deadline is a time up to "10m" in quotes, such as "30s"', _FETCH, "deadline")
    largest = found.get("largest_mb", usual.largest_mb)
    if type(largest) is not int or not 1 <= largest <= _LARGEST_MB:
        raise empty.error(f"largest_mb is a whole number from 1 to {_LARGEST_MB}", _FETCH, "largest_mb")
    return FetchSettings(
        interval=interval or usual.interval,
        deadline=deadline or usual.deadline,
        largest_mb=largest,
        private_addresses=_networks(empty, found.get("private_addresses", [])),
        learns=interval is None,
    )


def _networks(empty: Config, found: object) -> tuple[str, ...]:
    from ipaddress import ip_network  # noqa: PLC0415 - not needed by those who have no such setting

    listed = found if isinstance(found, list) else [None]
    try:
        return tuple(str(ip_network(one if isinstance(one, str) else "", strict=False)) for one in listed)
    except ValueError:
        raise empty.error(
            'private_addresses is a list of addresses or networks in quotes, ["192.168.1.0/24", "127.0.0.1"]',
            _FETCH,
            "private_addresses",
        ) from None


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
