"""A story as a Markdown brief: what comes next, who said what, the stream. Every line names its source.

Source text is never markup: whatever could be read as Markdown is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from itertools import groupby

from newsdesk.export.events import events_in_order, standing, supporting_sentences
from newsdesk.model import Actor, Basis, Event, Facts, Post, Precision, Quote, QuoteKind, Statement, Status
from newsdesk.story import Story
from newsdesk.story.markdown import escaped, item, linked
from newsdesk.story.nested import quoted_by
from newsdesk.story.quotes import DOUBT, Group, first_said, relayed_by, said_groups
from newsdesk.story.stream import newest_first, recording_time
from newsdesk.story.told_otherwise import other_days
from newsdesk.story.wording import (
    counted,
    display_day,
    event_words,
    full_moment,
    full_published,
    in_zone,
    post_history,
    short_day,
    state_of_post,
    zone_doubt,
    zone_name,
)

SENTENCES_SHOWN = 5
"""Sentences under one event, newest first."""

LEAD_LENGTH = 280
"""Characters of a post's first paragraph in the stream."""


def to_markdown(story: Story, *, as_of: datetime | None, zone: tzinfo, only: str = "") -> str:
    """The brief. `as_of` is the moment the desk looks from; None leaves it out. `zone` is the zone to show moments in.

    `only` is the filter that left this much of the story, in words; it stands in the head.
    """
    return _Brief(story, zone).write(as_of, only)


class _Brief:
    """The story that lines refer to, and the zone they are written in."""

    def __init__(self, story: Story, zone: tzinfo) -> None:
        self.story = story
        self.posts = newest_first(story.posts, zone)
        self.rank = {post.id: rank for rank, post in enumerate(self.posts)}
        self.zone = zone

    def write(self, as_of: datetime | None, only: str) -> str:
        facts = self.story.facts
        size = f"{counted(len(self.story.sources), 'source')}, {counted(len(self.posts), 'post')}."
        seen_from = f"As of {full_moment(as_of, self.zone)}. " if as_of else ""
        lines = [f"# {escaped(self.story.title)}", "", escaped(seen_from + size)]
        lines += ["", escaped(f"Only a part of the story: {only}.")] if only else []
        lines += ["", "## What comes next", "", *self.events(facts.events)]
        lines += ["", "## Who said what", *self.quotes(facts)]
        lines += ["", "## The stream", *self.stream()]
        return "\n".join(lines) + "\n"

    def events(self, events: Sequence[Event]) -> list[str]:
        """Those ahead, next first, then those that are over or off, marked as such by their status."""
        over = (Status.ENDED, Status.CALLED_OFF)
        ordered = sorted(events_in_order(events), key=lambda event: event.status in over)
        others = other_days(self.story)
        lines: list[str] = []
        for event in ordered:
            stands = standing(event, others.get(event.key))
            lines.append(f"- **{escaped(event_words(event, self.zone))}** {escaped(event.title)} ({stands})")
            support = supporting_sentences(event, self.story.post_by_id, self.zone)
            lines += [f"  - {item(sentence)} — {self.origin(post)}" for post, sentence in support[:SENTENCES_SHOWN]]
            if len(support) > SENTENCES_SHOWN:
                lines.append(f"  - and {len(support) - SENTENCES_SHOWN} more")
        return lines or ["Nothing dated is expected."]

    def quotes(self, facts: Facts) -> list[str]:
        """By speaker, most quoted first, those nobody is named for last; words that were said once, once."""
        there: dict[str | None, list[tuple[Quote | Statement, Post]]] = {}
        for quote in facts.quotes:
            if quote.post_id in self.rank:
                there.setdefault(quote.speaker, []).append((quote, self.story.post_by_id[quote.post_id]))
        roles = {actor.name: _first_role(actor) for actor in facts.actors}
        lines: list[str] = []
        for speaker in sorted(there, key=lambda name: (name is None, -len(there[name]), name or "")):
            lines += ["", f"### {escaped(speaker + roles.get(speaker, '') if speaker else 'Nobody named')}", ""]
            lines += [self.quote(group) for group in said_groups(there[speaker])]
        return lines or ["", "No quotations."]

    def quote(self, group: Group) -> str:
        quote, post = group.fullest
        assert isinstance(quote, Quote)
        places = [place for place, _ in group.places if isinstance(place, Quote)]
        first = first_said(group, self.zone)
        remarks = [f"×{len(places)}"] if len(places) > 1 else []
        remarks += [first] if first else []
        via = relayed_by(self.story, quote, post)
        remarks += [f"via {via}"] if via else []
        passed_on = {quoted_by(place, self.story.outer_quotes) for place in places}
        # Words that also stand alone somewhere are the speaker's without anybody between.
        remarks += sorted(words for words in passed_on if words) if None not in passed_on else []
        remarks += ["headline"] if quote.kind is QuoteKind.HEADLINE else []
        remarks += ["speaker set by you"] if any(place.corrected for place in places) else []
        remarks += ["speaker unsure"] if quote.speaker and max(place.confidence for place in places) < DOUBT else []
        remark = f" ({escaped(', '.join(remarks))})" if remarks else ""
        return f"- “{escaped(quote.text)}”{remark} — {self.origin(post)}"

    def stream(self) -> list[str]:
        lines: list[str] = []
        for day, posts in groupby(self.posts, key=lambda post: display_day(post, self.zone)):
            lines += ["", f"### {short_day(day, year=True) if day else 'Undated'}", ""]
            for post in posts:
                lines += self.stream_post(post)
        return lines or ["", "No posts."]

    def stream_post(self, post: Post) -> list[str]:
        lead = _lead(post.text)
        words = [post.label.upper()] if post.label else []
        words += [f"{post.speaker}:"] if post.speaker else []
        words.append(post.headline or lead or "(no words)")
        history = post_history(post, self.zone)
        line = f"- **{escaped(self.clock(post))}** {escaped(' '.join(words))} — {self.tag(post)}"
        line += f" ({escaped(', '.join(history))})" if history else ""
        return [line, f"  - {item(lead)}"] if post.headline and lead else [line]

    def clock(self, post: Post) -> str:
        published = post.published
        if post.at is not None:
            words = recording_time(post.at)
        elif published is None or published.precision is Precision.DAY:
            words = "--:--"
        else:
            shown = in_zone(published.at, self.zone)
            words = f"{shown:%H:%M} {zone_name(shown)}"
        doubts = ["date guessed"] if published and published.basis is Basis.GUESSED else []
        doubts += [doubt] if (doubt := zone_doubt(post)) else []
        return f"{words} ({', '.join(doubts)})" if doubts else words

    def origin(self, post: Post) -> str:
        state = state_of_post(post)
        return f"{self.tag(post)}, {escaped(full_published(post, self.zone))}" + (f" ({state})" if state else "")

    def tag(self, post: Post) -> str:
        """The source in a few words, linked to the post or else to the source."""
        source = self.story.source_by_id.get(post.source_id)
        name = str(self.story.tag(post.source_id)) or "unknown source"
        return linked(name, post.link or (source.link if source else None))


def _first_role(actor: Actor) -> str:
    """The role to stand after the name, unless the name says it ("Pope")."""
    role = actor.roles[0] if actor.roles else ""
    return f", {role}" if role and role.casefold() not in actor.name.casefold() else ""


def _lead(text: str) -> str:
    """The first paragraph as one line, cut between words."""
    line = " ".join(text.split("\n\n", 1)[0].split())
    if len(line) <= LEAD_LENGTH:
        return line
    return f"{line[:LEAD_LENGTH].rpartition(' ')[0] or line[:LEAD_LENGTH]} …"
