"""What the user says of a speaker or an actor: asked in a dialog, then written down beside the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from textual.app import App

from newsdesk.story import Story
from newsdesk.story.corrections import NOBODY, Correction, Spot, as_found, name_as_found, named, spoken_by, spot
from newsdesk.story.name_choices import Answer, NameChoice, actor_choices, may_be_renamed, speaker_choices
from newsdesk.story.quotes import ActorRow, SpokenRow
from newsdesk.ui.dialogs.choose_name import ChooseName
from newsdesk.ui.keys.keymap import keymap
from newsdesk.ui.work.live_story import LiveStory


@dataclass(frozen=True, slots=True)
class Corrections:
    """The user's word on one desk."""

    app: App[object]
    live: LiveStory
    story: Callable[[], Story]
    """The story as the desk shows it when it is asked."""

    def ask_speaker(self, row: SpokenRow) -> None:
        """Who says these words?"""
        self._ask_speaker("Who reports this?" if row.reported else "Who says this?", row.text, row.places)

    def set_nobodys(self, row: SpokenRow) -> None:
        """These words are nobody's."""
        self._set_speaker(row.places, NOBODY)

    def ask_who(self, row: ActorRow) -> None:
        """Who is this? Another name for an actor; for words as written, who says what they say.

        "A spokesman" is somebody else in every source: what is said of him now must not hold for those to come.
        """
        if may_be_renamed(row):
            self._ask_name(row.name)
        elif not row.resolved:
            places = tuple(map(spot, self.story().said_by.get(row.name, ())))
            self._ask_speaker(f"Who says what “{row.name}” says here?", "", places)
        else:
            keys = keymap(self.app)
            self.app.notify(
                f"This is no one actor: go down with {keys.word('quotes.enter')}, "
                f"there {keys.word('quotes.speaker')} says who speaks, quote by quote"
            )

    def _ask_speaker(self, title: str, words: str, places: tuple[Spot, ...]) -> None:
        def say(choice: NameChoice | None) -> None:
            if choice is None:
                return
            if choice.answer is Answer.AS_FOUND:
                self._say(lambda _: as_found(self.story().corrected, places))
            else:
                self._set_speaker(places, NOBODY if choice.answer is Answer.NOBODY else choice.name)

        choices = speaker_choices(self.story(), places)
        self.app.push_screen(ChooseName(title, words, "type a name, or choose one", choices), say)

    def _ask_name(self, name: str) -> None:
        def say(choice: NameChoice | None) -> None:
            if choice is None or choice.answer is Answer.UNCHANGED:
                return
            if choice.answer is Answer.AS_FOUND:
                self._say(lambda _: name_as_found(self.story().corrected, name))
                return
            self._say(lambda at: named(self.story().corrected, name, choice.name, at))

        choices = actor_choices(self.story(), name)
        self.app.push_screen(ChooseName(f"Who is {name}?", "", "type a name, or choose who it is", choices), say)

    def _set_speaker(self, places: tuple[Spot, ...], name: str) -> None:
        self._say(lambda at: spoken_by(self.story().corrected, places, name, at))

    def _say(self, make: Callable[[datetime], Correction]) -> None:
        self.live.correct(make, self.story)
