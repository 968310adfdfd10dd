"""What the user says of a speaker or an actor: asked in a dialog, then written down beside the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import App

from newsdesk.story import Story
from newsdesk.story.corrections import NOBODY, as_found, name_as_found, named, spoken_by
from newsdesk.story.name_choices import Answer, NameChoice, actor_choices, speaker_choices
from newsdesk.story.quotes import SpokenRow
from newsdesk.ui.choose_name import ChooseName
from newsdesk.ui.live_story import LiveStory


@dataclass(frozen=True, slots=True)
class Corrections:
    """The user's word on one desk."""

    app: App[object]
    live: LiveStory
    story: Callable[[], Story]
    """The story as the desk shows it when it is asked."""

    def ask_speaker(self, row: SpokenRow) -> None:
        """Who says these words?"""

        def say(choice: NameChoice | None) -> None:
            if choice is None:
                return
            if choice.answer is Answer.AS_FOUND:
                self.live.correct(lambda _: as_found(self.story().corrected, row.places))
            else:
                self._set_speaker(row, NOBODY if choice.answer is Answer.NOBODY else choice.name)

        title = "Who reports this?" if row.reported else "Who says this?"
        choices = speaker_choices(self.story(), row.places)
        self.app.push_screen(ChooseName(title, row.text, "type a name, or choose one", choices), say)

    def set_nobodys(self, row: SpokenRow) -> None:
        """These words are nobody's."""
        self._set_speaker(row, NOBODY)

    def ask_name(self, name: str, renamed: Callable[[str], None]) -> None:
        """Who is this actor? `renamed` is told the new name."""

        def say(choice: NameChoice | None) -> None:
            if choice is None or choice.answer is Answer.UNCHANGED:
                return
            if choice.answer is Answer.AS_FOUND:
                self.live.correct(lambda _: name_as_found(self.story().corrected, name))
                return
            renamed(choice.name)
            self.live.correct(lambda at: named(self.story().corrected, name, choice.name, at))

        choices = actor_choices(self.story(), name)
        self.app.push_screen(ChooseName(f"Who is {name}?", "", "type a name, or choose who it is", choices), say)

    def _set_speaker(self, row: SpokenRow, name: str) -> None:
        self.live.correct(lambda at: spoken_by(self.story().corrected, row.places, name, at))
