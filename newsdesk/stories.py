"""The user's stories on this machine: which there are, and making, renaming, putting away and deleting them. An edge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from newsdesk.store import (
    Store,
    StoreError,
    check,
    delete_story,
    move_story,
    refuse_taken,
    story_names,
    story_path,
)


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story as a list of them shows it."""

    name: str
    path: Path
    archived: bool
    """Put away: it stands in no list but that of everything."""
    sources: int = 0
    posts: int = 0
    changed: datetime | None = None
    """When its file was last written (UTC)."""
    problem: str | None = None
    """Why it cannot be read, or that it is damaged; one line."""


class Stories:
    """The stories under one data folder. Every method blocks, and raises StoreError with one line for a person."""

    def __init__(self, folder: Path) -> None:
        """Those of this data folder, which need not exist yet."""
        self._folder = folder

    def path(self, name: str) -> Path:
        """The file of the story of this name, there or not."""
        return story_path(self._folder, name)

    def entries(self, *, archived: bool = True) -> list[StoryEntry]:
        """All stories by name, those that were put away last."""
        kinds = (False, True) if archived else (False,)
        return [self._entry(name, kind) for kind in kinds for name in story_names(self._folder, archived=kind)]

    def create(self, name: str) -> Path:
        """Make a story without sources."""
        path = self.path(name)
        refuse_taken(path)
        Store.open(path).close()
        return path

    def rename(self, name: str, new_name: str) -> Path:
        """Give a story another name. Its own title, if it was given one, stays."""
        path = self.path(new_name)
        move_story(self.path(name), path)
        return path

    def archive(self, name: str) -> None:
        """Put a story away. It can be brought back as it is."""
        move_story(self.path(name), story_path(self._folder, name, archived=True))

    def restore(self, name: str) -> None:
        """Bring back a story that was put away."""
        move_story(story_path(self._folder, name, archived=True), self.path(name))

    def delete(self, name: str, *, archived: bool = False) -> None:
        """Delete a story with everything the user said of it. Nothing brings it back."""
        delete_story(story_path(self._folder, name, archived=archived))

    def _entry(self, name: str, archived: bool) -> StoryEntry:
        path = self._folder  # for a file that another program put there under a name that no story can have
        try:
            path = story_path(self._folder, name, archived=archived)
            report = check(path)
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except (StoreError, OSError) as error:
            return StoryEntry(name, path, archived, problem=str(error))
        problem = None if report.sound else "damaged; newsdesk check says where"
        return StoryEntry(name, path, archived, report.sources, report.posts, changed, problem)
