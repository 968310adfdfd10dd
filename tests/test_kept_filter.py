"""Filters that are kept under a name: what stands in the file, and what they mean later."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from story_of import story

from newsdesk.story.clock import Clock, Mode
from newsdesk.story.filter import Filter
from newsdesk.story.kept_filter import (
    KeptFilter,
    filter_kept,
    kept_as,
    kept_in,
    kept_words,
    meta_of_filters,
    typed_span,
)
from newsdesk.story.span import parse_since

LONDON, OSLO = ZoneInfo("Europe/London"), ZoneInfo("Europe/Oslo")
NOW = datetime(2025, 5, 11, 16, 3, tzinfo=LONDON)
LATER = NOW + timedelta(days=40)


def clock(moment):
    return Clock(Mode.NOW, moment)


def meant(since, until, *, at=LATER, zone=LONDON):
    """The span that is meant later by what was typed in London on 11 May."""
    kept = kept_as("x", Filter(), since, until, LONDON, NOW)
    found = filter_kept(kept, story(), clock(at), zone)
    return tuple(
        moment and moment.astimezone(LONDON).strftime("%d %b %Y %H:%M") for moment in (found.since, found.until)
    )


@pytest.mark.parametrize(
    "kept",
    [
        KeptFilter(
            "Ports", Filter(actor="Ana Ruiz", source_id=497099111224596078, label="Breaking", text='"lock gate" ice')
        ),
        KeptFilter(
            "what is new, “again”", Filter(unread=True, starred=True), "last 3 hours", "2025-05-11T16:00:00+01:00"
        ),
        KeptFilter("Ærø [b]", Filter(text="færge")),
    ],
)
def test_a_filter_is_found_again_as_it_was_kept(kept):
    meta = {key: value for key, value in meta_of_filters({kept.name: kept}).items() if value}
    assert kept_in({"title": "Port strike", "folder /tmp": "/tmp", **meta}) == (kept,)


def test_filters_stand_by_name_and_what_can_be_none_is_left_out():
    written = meta_of_filters({name: KeptFilter(name, Filter(text="ice")) for name in ("b", "A", "c")})
    spoilt = {"filter d": "{", "filter e": "[1]", "filter ": "{}"}
    assert [kept.name for kept in kept_in(written | spoilt)] == ["A", "b", "c"]
    (odd,) = kept_in({"filter f": '{"actor": 3, "source": "x", "text": null, "unread": 1, "since": []}'})
    assert odd == KeptFilter("f", Filter())
    assert meta_of_filters({"b": None}) == {"filter b": None}


@pytest.mark.parametrize(
    ("since", "until", "later"),
    [
        ("", "", (None, None)),
        ("11 May 14:00", "", ("11 May 2025 14:00", None)),
        ("11 May", "11 May", ("11 May 2025 00:00", "12 May 2025 00:00")),
        ("2025-05-11 14:00", "12 May 2025 09:00", ("11 May 2025 14:00", "12 May 2025 09:00")),
        ("last 3 hours", "", ("20 Jun 2025 13:03", None)),
        ("today", "", ("20 Jun 2025 00:00", None)),
        ("yesterday", "today", ("19 Jun 2025 00:00", "21 Jun 2025 00:00")),
        ("Thursday", "", ("19 Jun 2025 00:00", None)),
        ("14:00", "15:00", ("20 Jun 2025 14:00", "20 Jun 2025 15:00")),
        ("11 May 14:00", "15:00", ("11 May 2025 14:00", "11 May 2025 15:00")),
    ],
)
def test_a_time_moves_with_the_clock_where_its_words_do(since, until, later):
    assert meant(since, until) == later


def test_a_moment_is_the_same_in_every_zone_and_an_hour_is_that_of_the_zone():
    assert meant("11 May 14:00", "", zone=OSLO) == ("11 May 2025 14:00", None)
    assert meant("11 May", "11 May", zone=OSLO) == ("11 May 2025 00:00", "12 May 2025 00:00")
    assert meant("14:00", "", zone=OSLO) == ("20 Jun 2025 13:00", None)


@pytest.mark.parametrize("day", ["6 November", "12 November", "17 November 09:00", "3 May", "19 May", "10 May 2024"])
def test_a_day_that_is_half_a_year_away_stays_that_day_though_its_words_will_mean_another_year(day):
    begins = parse_since(day, LONDON, NOW)
    for at in (NOW, NOW + timedelta(days=9), LATER, NOW + timedelta(days=300)):
        kept = kept_as("x", Filter(), day, "", LONDON, NOW)
        assert filter_kept(kept, story(), clock(at), LONDON).since == begins


def test_what_is_no_span_is_not_kept():
    with pytest.raises(ValueError, match="ends before it begins"):
        kept_as("x", Filter(), "11 May 14:00", "11 May 13:00", LONDON, NOW)
    with pytest.raises(ValueError, match="is no moment"):
        kept_as("x", Filter(), "the other day", "", LONDON, NOW)


def test_a_beginning_that_moves_past_its_end_is_kept_and_said_when_it_has():
    kept = kept_as("May", Filter(), "today", "15 May", LONDON, NOW)
    assert (kept.since, kept.until) == ("today", "2025-05-16T00:00:00+01:00")
    assert filter_kept(kept, story(), clock(NOW), LONDON).since == datetime(2025, 5, 11, tzinfo=LONDON)
    with pytest.raises(ValueError, match=r"^The filter “May” asks for no time that there is now: That ends before it"):
        filter_kept(kept, story(), clock(LATER), LONDON)


def test_an_actor_goes_by_the_name_that_he_has_by_now():
    known = story()
    actor = next(actor for actor in known.facts.actors if actor.aliases)
    for asked, found in ((actor.name, actor.name), (actor.aliases[0], actor.name), ("Nobody Yet", "Nobody Yet")):
        assert filter_kept(KeptFilter("x", Filter(actor=asked)), known, clock(NOW), LONDON).actor == found


def test_what_was_read_when_it_was_applied_is_not_kept():
    assert kept_as("x", Filter(unread=True, read_before=frozenset({1})), "", "", LONDON, NOW).wanted.read_before is None


def test_a_source_that_is_gone_is_said_and_never_left_out_in_silence():
    kept = KeptFilter("Tide", Filter(source_id=77, text="ice"))
    with pytest.raises(ValueError, match="“Tide” is of a source that is no longer in the story"):
        filter_kept(kept, story(), clock(NOW), LONDON)
    assert kept_words(kept, story(), clock(NOW), LONDON) == "from a source that is no longer in the story, “ice”"


@pytest.mark.parametrize(
    ("since", "until", "words", "typed"),
    [
        ("last 3 hours", "", "unread, since last 3 hours", ["last 3 hours", None]),
        ("11 May 14:00", "15:00", "unread, since 11 May 14:00 BST, before 11 May 15:00 BST", [None, None]),
        ("", "yesterday", "unread, until yesterday", [None, "yesterday"]),
    ],
)
def test_a_kept_filter_is_said_in_a_line(since, until, words, typed):
    kept = kept_as("x", Filter(unread=True), since, until, LONDON, NOW)
    assert kept_words(kept, story(), clock(NOW.astimezone(UTC)), LONDON) == words
    assert typed_span(kept) == typed
