"""What the user says of events: asked in a dialog where it must be, then written down beside the screen's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import partial

from textual.app import App
from textual.screen import Screen

from newsdesk.model import Event, Post
from newsdesk.story import Story
from newsdesk.story.corrections import Correction
from newsdesk.story.days import Days, days_of
from newsdesk.story.own_events import OwnEvents, adding, changing, dismissing, ending, key_of_added, pinning
from newsdesk.ui.dialogs.event_form import EventAnswer, EventForm
from newsdesk.ui.work.live_story import LiveStory
from newsdesk.ui.work.messages import EventAdded


@dataclass(frozen=True, slots=True)
class EventChanges:
    """The user's word on one desk."""

    app: App[object]
    desk: Screen[None]
    live: LiveStory
    story: Callable[[], Story]
    """The story as the desk shows it when it is asked."""
    zone: tzinfo
    """The one in which hours are typed."""
    today: date
    """The clock's, in that zone."""

    def ask_new(self) -> None:
        """Which event?"""

        def say(answer: EventAnswer | None) -> None:
            if answer is not None and answer.title and answer.days:
                self._say(partial(self._adding, answer.title, answer.days))

        self.app.push_screen(EventForm(None, self.zone, self.today), say)

    def _adding(self, title: str, days: Days, at: datetime) -> Correction:
        correction = adding(title, days, at)
        self.desk.post_message(EventAdded(key_of_added(correction.add[0])))
        return correction

    def ask_change(self, key: str) -> None:
        """Which name, which days?"""
        event = self.story().event(key)
        if event is None:
            return

        def say(answer: EventAnswer | None) -> None:
            if answer is not None and _differs(event, answer) != (False, False):
                self._say_of(key, partial(_answered, asked_of=event, answer=answer))

        self.app.push_screen(EventForm(event, self.zone, self.today), say)

    def pin(self, key: str) -> None:
        """Keep it on top, or let it go."""
        self._say_of(key, pinning)

    def dismiss(self, key: str) -> None:
        """Take it out of the countdown, or bring it back."""
        self._say_of(key, dismissing)

    def end(self, key: str) -> None:
        """Say that it is called off or has ended, or that it stands as found."""
        self._say_of(key, ending)

    def _say_of(self, key: str, make: Callable[[OwnEvents, Event, Mapping[int, Post], datetime], Correction]) -> None:
        """Of the event as it is when it is its turn; it may have gone by then."""

        def correction(at: datetime) -> Correction:
            story = self.story()
            event = story.event(key)
            return make(story.own_events, event, story.post_by_id, at) if event else Correction((), (), "")

        self._say(correction)

    def _say(self, make: Callable[[datetime], Correction]) -> None:
        self.live.correct(make, self.story)


def _answered(
    now: OwnEvents, event: Event, post_by_id: Mapping[int, Post], at: datetime, *, asked_of: Event, answer: EventAnswer
) -> Correction:
    """What the user changed in the form; the rest stays as it is by now, which may be another desk's word."""
    renamed, moved = _differs(asked_of, answer)
    return changing(
        now,
        event,
        post_by_id,
        at,
        title=answer.title if renamed else event.title,
        days=answer.days if moved else days_of(event),
    )


def _differs(event: Event, answer: EventAnswer) -> tuple[bool, bool]:
    """Whether the answer is another name than the event had in the form, and whether it is other days."""
    found = event.as_found or event
    return (answer.title or found.title) != event.title, (answer.days or days_of(found)) != days_of(event)
