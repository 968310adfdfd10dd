"""A small story in our own words, for tests of the view-model and of the screen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from newsdesk.model import (
    Actor,
    ActorKind,
    Basis,
    Certainty,
    Event,
    Facts,
    Mark,
    Mention,
    Post,
    Precision,
    Published,
    Quote,
    QuoteKind,
    Source,
    SourceKind,
    Statement,
    Status,
    Timex,
)
from newsdesk.story import Story

BST = timezone(timedelta(hours=1), "BST")


def at(day: int, hour: int, minute: int, basis: Basis = Basis.STATED) -> Published:
    return Published(datetime(2025, 5, day, hour, minute, tzinfo=BST), Precision.MINUTE, basis)


def sources() -> tuple[Source, ...]:
    return (
        Source(SourceKind.LIVE_PAGE, "/files/live.txt", title="Port strike, live", publisher="Harbour Post", id=1,
               link="https://example.org/live", read_at=datetime(2025, 5, 11, 15, 0, tzinfo=UTC)),
        Source(SourceKind.ARTICLE, "/files/article.txt", title="The long quarrel", id=2,
               read_at=datetime(2025, 5, 11, 15, 5, tzinfo=UTC)),
    )  # fmt: skip


def posts() -> tuple[Post, ...]:
    return (
        Post(n=1, id=11, source_id=1, headline="Dockers 'will not move', says Ana Ruiz", label="Breaking", line=5,
             text="Union leader Ana Ruiz told reporters: “We will not move.”\n\nShe called the offer [of May] “a joke”.",
             byline_name="Lee Park", byline_role="Ports reporter", captions=("Cranes at dusk",), published=at(11, 16, 3)),
        Post(n=2, id=12, source_id=1, headline="Talks set for Thursday", text="Talks will be held on Thursday in Leith.",
             published=at(11, 12, 0), link="https://example.org/live#2"),
        Post(n=3, id=13, source_id=1, headline="Ports shut", text="The minister, Jo Tan, said it was “a joke” of a strike.",
             label="Analysis", published=at(10, 23, 30)),
        Post(n=1, id=21, source_id=2, text="A quarrel older than its parties."),
    )  # fmt: skip


def facts() -> Facts:
    return Facts(
        quotes=(
            Quote(11, "headline", 9, 22, "will not move", QuoteKind.HEADLINE, "Ana Ruiz", "Ana Ruiz", None, 0.9),
            Quote(
                11,
                "text",
                39,
                55,
                "We will not move",
                QuoteKind.DIRECT,
                "Ana Ruiz",
                "Union leader Ana Ruiz",
                None,
                0.95,
            ),
            Quote(11, "text", 90, 96, "a joke", QuoteKind.PARTIAL, "Ana Ruiz", "She", "Harbour Radio", 0.5),
            Quote(13, "text", 35, 41, "a joke", QuoteKind.PARTIAL, "Jo Tan", "The minister, Jo Tan", None, 0.9),
            Quote(13, "text", 35, 41, "a joke", QuoteKind.PARTIAL, None, None, None, 0.2),
        ),
        statements=(Statement(12, "text", 0, 10, "talks will be held", "Ana Ruiz", 0.8),),
        actors=(
            Actor("Ana Ruiz", ActorKind.PERSON, ("Ana Ruiz", "Ruiz"), ("union leader",), 3),
            Actor("Jo Tan", ActorKind.PERSON, ("Jo Tan",), ("minister",), 1),
        ),
        timexes=(Timex(12, "text", 22, 33, "on Thursday", "2025-05-15", None, upcoming=True),),
        events=(event(),),
    )


def event(**changes) -> Event:
    values = {
        "key": "e1",
        "title": "Talks in Leith",
        "start": date(2025, 5, 15),
        "end": None,
        "at": None,
        "certainty": Certainty.PLANNED,
        "status": Status.EXPECTED,
        "mentions": (Mention(12, "text", 22, 33, 0, 40),),
    }
    return Event(**(values | changes))


def story(**changes) -> Story:
    values = {"title": "Port strike", "sources": sources(), "posts": posts(), "found": facts(),
              "marks": frozenset({Mark("starred", 12)}), "read_ids": frozenset({13})}  # fmt: skip
    return Story(**(values | changes))
