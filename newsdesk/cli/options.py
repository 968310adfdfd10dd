"""What the options that every command takes mean. Reads the wall clock and the machine's zone: an edge."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from datetime import datetime, tzinfo
from pathlib import Path

from newsdesk.cli.outcome import UsageError, say
from newsdesk.config import Config, ConfigError, read_config
from newsdesk.places import config_file, last_story, remember_story, store_file
from newsdesk.story.wording import SOURCE_ZONE, in_zone, real_zone


def store_path(options: argparse.Namespace) -> Path:
    """The store's file: `--store`, `--story`, the environment, or the story used last.

    Raises:
        StoreError: it can be no file's name.
        UsageError: the option names nothing.
    """
    # In a script an empty name is a variable that was never set.
    if options.store is not None and not options.store:
        raise UsageError("--store: an empty name is no file; name a story's file")
    if options.store is None and options.story is not None and not options.story.strip():
        raise UsageError("--story: a story needs a name; give it one, such as --story talks")
    return store_file(options.store, options.story)


def remember(options: argparse.Namespace) -> None:
    """Make a story that was named the one that opens without a name."""
    if options.story and options.store is None:
        if options.story != last_story():
            say(f"“{options.story}” is the story used last now: it opens where no --story is named")
        remember_story(options.story)


def display_zone(options: argparse.Namespace) -> tzinfo:
    """`--tz`: a zone, or the sources' own; else the machine's zone.

    Raises:
        UsageError: there is no such zone.
    """
    if options.tz == "source":
        return SOURCE_ZONE
    if options.tz is not None:
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            return ZoneInfo(options.tz)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise UsageError(
                f"--tz: there is no zone “{options.tz}”; write it as Europe/London, UTC or source"
            ) from error
    return _machine_zone()


def _machine_zone() -> tzinfo:
    """The machine's zone: by its name where it has one, since to ask the machine about each moment costs twenty times as much."""
    from zoneinfo import ZoneInfo

    with suppress(OSError, ValueError, KeyError):  # KeyError: there is no such zone
        name = os.environ.get("TZ") or Path("/etc/localtime").resolve(strict=True).as_posix().partition("zoneinfo/")[2]
        return ZoneInfo(name)
    from dateutil.tz import tzlocal

    return tzlocal()


def chosen_moment(options: argparse.Namespace, zone: tzinfo, near: datetime) -> datetime | None:
    """What `--as-of` says; a moment without a year is the one nearest to `near`. None without it.

    Raises:
        UsageError: it is no moment.
    """
    if not options.as_of:
        return None
    from newsdesk.story.clock import parse_moment

    try:
        return parse_moment(options.as_of, real_zone(zone, near), in_zone(near, zone).date())
    except ValueError as error:
        raise UsageError(f"--as-of: {error}") from error


def user_config() -> Config:
    """What stands in the user's configuration file.

    Raises:
        ConfigError: it cannot be used.
    """
    return read_config(config_file())


def config_or_usual() -> Config:
    """What stands in the configuration file; a mistake in it is told, and stops no command without a screen."""
    try:
        return user_config()
    except ConfigError as error:
        say(f"{error}; the usual settings hold")
        return Config()


def wall_clock() -> datetime:
    """Now; the only place that asks."""
    return datetime.now().astimezone()


def never() -> bool:
    """Nobody cancels what a command does but by Ctrl+C."""
    return False
