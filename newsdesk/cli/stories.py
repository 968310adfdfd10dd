"""The command that lists the user's stories and makes, renames, puts away and deletes them."""

from __future__ import annotations

import argparse
import sys

from newsdesk.cli.options import display_zone, wall_clock
from newsdesk.cli.outcome import DONE, UsageError, printable, say
from newsdesk.cli.output import print_json
from newsdesk.places import DEFAULT_STORY, data_folder, last_story, remember_story
from newsdesk.stories import Stories, StoryEntry
from newsdesk.story.wording import counted, full_moment


def stories(options: argparse.Namespace) -> int:
    """List the stories, or do one thing with one of them."""
    mine = Stories(data_folder())
    wanted = options.action
    if wanted is None:
        return _listed(options, mine)
    names = options.names
    if len(names) != (2 if wanted == "rename" else 1):
        raise UsageError(
            f"stories {wanted}: name {'the story and its new name' if wanted == 'rename' else 'one story'}"
        )
    name = names[0]
    if wanted == "create":
        print(printable(f"{mine.create(name)}: a new story; newsdesk add FILE --story {name!r} begins it"))
    elif wanted == "rename":
        path = mine.rename(name, names[1])
        if name == last_story():
            remember_story(names[1])
        print(printable(f"{name} is now {names[1]} ({path})"))
    elif wanted == "archive":
        mine.archive(name)
        _open_another_next(mine, name)
        print(printable(f"{name} was put away; newsdesk stories restore {name!r} brings it back"))
    elif wanted == "restore":
        mine.restore(name)
        print(printable(f"{name} is back"))
    else:
        _delete(options, mine, name)
    return DONE


def _delete(options: argparse.Namespace, mine: Stories, name: str) -> None:
    """Only after the name was typed once more, or with --yes."""
    entry = next((one for one in mine.entries() if one.name == name), None)
    if entry is not None and not options.yes:
        if not sys.stdin.isatty():
            raise UsageError("stories delete: nobody can be asked here; --yes deletes without a question")
        print(
            printable(
                f"{name}: {_holds(entry)} and all you said of them would be gone for good. Type its name to delete it:"
            )
        )
        if sys.stdin.readline().rstrip("\n") != name:
            raise UsageError(f"{name} was left as it is")
    mine.delete(name, archived=entry is not None and entry.archived)
    _open_another_next(mine, name)
    print(printable(f"{name} is deleted"))


def _open_another_next(mine: Stories, name: str) -> None:
    """The story used last is gone: without a name, the one that was written to last opens now, and that is said."""
    if name == last_story():
        there = [(entry.changed, entry.name) for entry in mine.entries(archived=False) if entry.changed]
        _, newest = max(there, default=(None, DEFAULT_STORY))
        remember_story(newest)
        if there:
            say(f"without a name, the story “{newest}” opens now")


def _listed(options: argparse.Namespace, mine: Stories) -> int:
    entries = mine.entries(archived=options.all)
    last = last_story()
    if options.json:
        print_json(
            {
                "story": entry.name,
                "path": str(entry.path),
                "sources": entry.sources,
                "posts": entry.posts,
                "changed": entry.changed.isoformat(timespec="seconds") if entry.changed else None,
                "last": entry.name == last and not entry.archived,
                "archived": entry.archived,
                "problem": entry.problem,
            }
            for entry in entries
        )
        return DONE
    zone = display_zone(options)
    width = max((len(entry.name) for entry in entries), default=0)
    for entry in entries:
        sign = "*" if entry.name == last and not entry.archived else " "
        about = entry.problem or f"{_holds(entry)}, {full_moment(entry.changed or wall_clock(), zone)}"
        print(printable(f"{sign} {entry.name:{width}}  {about}{'  (put away)' if entry.archived else ''}"))
    if not entries:
        print("no stories yet; newsdesk add FILE begins one")
    return DONE


def _holds(entry: StoryEntry) -> str:
    return f"{counted(entry.sources, 'source')}, {counted(entry.posts, 'post')}"
