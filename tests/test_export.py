"""Exports: goldens of one small story, calendars read back by icalendar, Markdown by a Markdown parser."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsdesk.clean import harmless
from newsdesk.export import exported, to_bytes, to_csv, to_ics, to_json, to_markdown, to_opml
from newsdesk.extract import story_objects
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
from newsdesk.read import NamedFeed, ReadError, read
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.markdown import escaped
from newsdesk.story.wording import event_words

GOLDEN = Path(__file__).parent / "data" / "export"
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NOTHING = "<!-- -->"
"""What parts a name from the sign before it: nobody sees it."""
CEST = timezone(timedelta(hours=2), "CEST")
AS_OF = datetime(2031, 6, 3, 11, 40, tzinfo=CEST)


def at(day: int, hour: int, minute: int, basis: Basis = Basis.STATED) -> Published:
    return Published(datetime(2031, 6, day, hour, minute, tzinfo=CEST), Precision.MINUTE, basis)


def on(day: int, basis: Basis = Basis.STATED) -> Published:
    return Published(datetime(2031, 6, day, tzinfo=UTC), Precision.DAY, basis)


def spot(post: Post, words: str) -> tuple[int, int]:
    start = post.text.index(words)
    return start, start + len(words)


def quote(post: Post, words: str, speaker: str | None, confidence: float = 0.9, via: str | None = None) -> Quote:
    return Quote(post.id, "text", *spot(post, words), words, QuoteKind.PARTIAL, speaker, "she", via, confidence)


def mention(post: Post, words: str, sentence: str) -> Mention:
    return Mention(post.id, "text", *spot(post, words), *spot(post, sentence))


LIVE = Source(SourceKind.LIVE_PAGE, "/home/ann/harbour.txt", "Harbour vote", "Coast Herald", id=2**62 + 1)
NOTE = Source(SourceKind.ARTICLE, "pasted text", "Crane [draft] *notes*", link="https://example.org/a(b)", id=7)
SOURCES = [LIVE, NOTE]

VOTE = Post(
    n=1,
    id=11,
    source_id=LIVE.id,
    headline="Council will vote on 9 June",
    label="Breaking",
    text="The council votes on 9 June, says mayor Ada Quist.\n\nShe calls the plan “long overdue”.",
    byline_name="Desk",
    published=at(3, 11, 40),
)
CRANE = Post(
    n=2,
    id=12,
    source_id=LIVE.id,
    text="=Crane No. 4* stands still. “If it [the crane] falls, we pay,” said Ada Quist. A strike is planned from 5 to 7 June.",
    link="https://example.org/live#2",
    published=at(3, 0, 30),
)
ARTICLE = Post(
    n=1,
    id=13,
    source_id=NOTE.id,
    headline="Cranes",
    text="Again: “Long overdue”. The vote is due on 9 June.",
    published=on(2),
)
LOST = Post(n=2, id=14, source_id=NOTE.id, headline="- No date", speaker="Bo Ek", at=3.5)
POSTS = [LOST, ARTICLE, CRANE, VOTE]

VOTE_DAY = Event(
    key="2031-06-09/vote",
    title="Harbour vote",
    start=date(2031, 6, 9),
    end=None,
    at=None,
    certainty=Certainty.CONFIRMED,
    status=Status.EXPECTED,
    mentions=(
        mention(ARTICLE, "9 June", "The vote is due on 9 June."),
        mention(VOTE, "9 June", "The council votes on 9 June, says mayor Ada Quist."),
        Mention(999, "text", 0, 1, 0, 1),
    ),
)
STRIKE = Event(
    key="2031-06-05/strike",
    title="Strike; cranes, all",
    start=date(2031, 6, 5),
    end=date(2031, 6, 7),
    at=None,
    certainty=Certainty.PLANNED,
    status=Status.EXPECTED,
    mentions=(mention(CRANE, "from 5 to 7 June", "A strike is planned from 5 to 7 June."),),
    was=date(2031, 6, 4),
)
HEARING = Event(
    key="2031-06-01/hearing",
    title="Hearing",
    start=date(2031, 6, 1),
    end=None,
    at=datetime(2031, 6, 1, 9, 30, tzinfo=CEST),
    certainty=Certainty.CONFIRMED,
    status=Status.ENDED,
    mentions=(Mention(999, "text", 0, 1, 0, 1),),  # in a post that is not there
)
FACTS = Facts(
    quotes=(
        quote(ARTICLE, "Long overdue", "Ada Quist", confidence=0.3),
        quote(VOTE, "long overdue", "Ada Quist"),
        quote(CRANE, "If it [the crane] falls, we pay,", "Ada Quist", confidence=0.4, via="Radio_4"),
        Quote(ARTICLE.id, "headline", 0, 6, "Cranes", QuoteKind.HEADLINE, None, None, None, 0.2),
        Quote(999, "text", 0, 1, "x", QuoteKind.DIRECT, "Nobody", None, None, 0.9),
    ),
    statements=(Statement(VOTE.id, "text", 0, 27, "The council votes on 9 June", "Ada Quist", 0.6),),
    actors=(Actor("Ada Quist", ActorKind.PERSON, ("Quist",), ("mayor",), 3),),
    timexes=(Timex(VOTE.id, "text", *spot(VOTE, "9 June"), "9 June", "2031-06-09", upcoming=True),),
    events=(VOTE_DAY, HEARING, STRIKE),
)


def entries(data: bytes) -> list[icalendar.Component]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


STORY = Story("Harbour #1", SOURCES, POSTS, found=FACTS)


def ics(*events: Event, story: str = "Harbour", zone: tzinfo = CEST) -> bytes:
    return to_ics(replace(STORY, title=story, found=Facts(events=events)), zone=zone)


def brief(*, zone: tzinfo = CEST, as_of: datetime | None = AS_OF, **changes: Any) -> str:
    return to_markdown(replace(STORY, **changes), as_of=as_of, zone=zone)


def table(*posts: Post, zone: tzinfo = CEST) -> str:
    return to_csv(Story("s", posts=posts), zone=zone)


# --- iCalendar ---


def test_a_range_of_days_ends_on_the_day_after_its_last() -> None:
    (entry,) = entries(ics(STRIKE))
    assert (entry["dtstart"].to_ical(), entry["dtend"].to_ical()) == (b"20310605", b"20310608")
    assert entry["dtstart"].params["VALUE"] == "DATE"


def test_a_single_day_ends_on_the_next() -> None:
    (entry,) = entries(ics(VOTE_DAY))
    assert (entry["dtstart"].to_ical(), entry["dtend"].to_ical()) == (b"20310609", b"20310610")


def test_a_moment_is_in_utc_and_has_no_end() -> None:
    (entry,) = entries(ics(HEARING))
    assert (entry["dtstart"].to_ical(), "dtend" in entry) == (b"20310601T073000Z", False)


def test_a_moment_with_a_last_day_ends_with_that_day_in_its_own_zone() -> None:
    (entry,) = entries(ics(replace(HEARING, end=date(2031, 6, 2))))
    assert entry["dtend"].to_ical() == b"20310602T220000Z"


@pytest.mark.parametrize(
    ("certainty", "status", "word"),
    [
        (Certainty.CONFIRMED, Status.EXPECTED, "CONFIRMED"),
        (Certainty.CONFIRMED, Status.POSTPONED, "TENTATIVE"),
        (Certainty.CONFIRMED, Status.CALLED_OFF, "CANCELLED"),
        (Certainty.PLANNED, Status.EXPECTED, "TENTATIVE"),
        (Certainty.PROPOSED, Status.DUE, "TENTATIVE"),
        (Certainty.DEMANDED, Status.CALLED_OFF, "CANCELLED"),
        (Certainty.CONDITIONAL, Status.EXPECTED, "TENTATIVE"),
    ],
)
def test_calendar_status_follows_certainty_and_status(certainty: Certainty, status: Status, word: str) -> None:
    (entry,) = entries(ics(replace(VOTE_DAY, certainty=certainty, status=status)))
    assert entry["status"] == word


def test_the_title_says_what_is_not_confirmed() -> None:
    assert [str(e["summary"]) for e in entries(ics(VOTE_DAY, STRIKE))] == [
        "Strike; cranes, all (planned)",
        "Harbour vote",
    ]


def test_an_entry_cites_its_posts_newest_first() -> None:
    (entry,) = entries(ics(VOTE_DAY))
    assert str(entry["description"]).splitlines() == [
        "confirmed",
        "",
        "Coast Herald · Council will vote on 9 June · Tue 3 Jun 2031 11:40 CEST",
        "The council votes on 9 June, says mayor Ada Quist.",
        "",
        "Crane [draft] *notes* · Cranes · Mon 2 Jun 2031",
        "The vote is due on 9 June.",
    ]


def test_times_in_descriptions_are_in_the_zone_asked_for() -> None:
    (entry,) = entries(ics(VOTE_DAY, zone=UTC))
    assert "Tue 3 Jun 2031 09:40 UTC" in str(entry["description"])


def test_what_the_clock_alone_makes_of_an_event_is_not_in_its_entry() -> None:
    """A calendar is read later, and the same story gives the same bytes on another day."""
    for status in (Status.TODAY, Status.RUNNING, Status.DUE, Status.ENDED):
        assert ics(replace(VOTE_DAY, status=status)) == ics(VOTE_DAY)
    (entry,) = entries(ics(replace(VOTE_DAY, status=Status.POSTPONED)))
    assert str(entry["description"]).splitlines()[0] == "confirmed, postponed"


def test_an_hour_whose_zone_is_a_guess_says_so_in_a_calendar() -> None:
    (entry,) = entries(ics(replace(HEARING, zone_basis=Basis.INFERRED, certainty=Certainty.PLANNED)))
    assert str(entry["summary"]) == f"{HEARING.title} (planned, 09:30? CEST)"
    assert str(entry["description"]).splitlines()[:2] == [
        "planned",
        "No source gives a zone with the hour: 09:30? CEST is inferred.",
    ]
    (sure,) = entries(ics(HEARING))
    assert "?" not in f"{sure['summary']} {sure['description']}"


@pytest.mark.parametrize(
    ("basis", "status"), [(Basis.STATED, "CONFIRMED"), (Basis.INFERRED, "TENTATIVE"), (Basis.GUESSED, "TENTATIVE")]
)
def test_an_entry_whose_hour_is_not_sure_is_tentative(basis: Basis, status: str) -> None:
    (entry,) = entries(ics(replace(HEARING, zone_basis=basis, certainty=Certainty.CONFIRMED)))
    assert entry["status"] == status


def test_two_sources_of_one_name_are_told_apart() -> None:
    herald = replace(NOTE, title="Crane note", publisher="Coast Herald")
    story = replace(STORY, sources=[LIVE, herald], found=Facts(events=(VOTE_DAY,)))
    (entry,) = entries(to_ics(story, zone=CEST))
    origins = [line.split(" · ")[0] for line in str(entry["description"]).splitlines() if " · " in line]
    assert origins == ["Coast Herald live", "Coast Herald article"]
    document = to_markdown(story, as_of=None, zone=CEST)
    assert "Council will vote on 9 June — Coast Herald live" in document
    assert "- **--:--** Cranes — [Coast Herald article](<https://example.org/a(b)>)" in document


def test_an_article_that_is_its_own_tag_is_named_once() -> None:
    untitled = replace(NOTE, title=ARTICLE.headline)
    story = replace(STORY, sources=[untitled], posts=[ARTICLE], found=Facts(events=(VOTE_DAY,)))
    (entry,) = entries(to_ics(story, zone=CEST))
    assert "Cranes · Mon 2 Jun 2031" in str(entry["description"]).splitlines()


def test_an_entry_cites_five_sentences_and_counts_the_rest() -> None:
    posts = {n: Post(n=n, id=n, text=f"Sentence {n}.", published=at(3, n, 0)) for n in range(1, 8)}
    event = replace(VOTE_DAY, mentions=tuple(Mention(n, "text", 0, 8, 0, 11) for n in posts))
    story = Story("s", posts=list(posts.values()), found=Facts(events=(event,)))
    (entry,) = entries(to_ics(story, zone=CEST))
    lines = str(entry["description"]).splitlines()
    assert [line for line in lines if line.startswith("Sentence")] == [f"Sentence {n}." for n in (7, 6, 5, 4, 3)]
    assert lines[-1] == "and 2 more"


def test_the_same_event_keeps_its_uid_whatever_else_changes() -> None:
    changed = replace(VOTE_DAY, title="Ballot", certainty=Certainty.PLANNED, mentions=())
    uids = [str(entries(data)[0]["uid"]) for data in (ics(VOTE_DAY), ics(changed))]
    assert uids == ["53139cbe-ffaa-5c6a-ab65-b27c1cc254b0@newsdesk"] * 2


def test_events_of_two_stories_have_two_uids() -> None:
    assert entries(ics(VOTE_DAY))[0]["uid"] != entries(ics(VOTE_DAY, story="Airport"))[0]["uid"]


def test_the_stamp_is_when_the_newest_support_was_published() -> None:
    (entry,) = entries(ics(replace(VOTE_DAY, revised=AS_OF, revision=2)))
    assert entry["dtstamp"].to_ical() == entry["last-modified"].to_ical() == b"20310603T094000Z"
    assert entry["sequence"] == 2


def test_an_event_that_nothing_dated_tells_of_still_has_a_stamp() -> None:
    (entry,) = entries(ics(replace(VOTE_DAY, revised=None)))
    assert entry["dtstamp"].to_ical() == b"19700101T000000Z"


def test_the_calendar_has_the_name_of_the_story() -> None:
    assert b"\r\nX-WR-CALNAME:Cranes\\, ships\\; and more\r\n" in ics(story="Cranes, ships; and\nmore")


def test_a_calendar_without_events_is_a_calendar() -> None:
    assert entries(ics()) == []
    assert ics().splitlines()[0] == b"BEGIN:VCALENDAR"


def test_calendar_lines_end_in_crlf_and_keep_to_75_octets() -> None:
    lines = ics(replace(VOTE_DAY, title="ärger " * 40), STRIKE).split(b"\r\n")
    assert [line for line in lines if len(line) > 75 or b"\n" in line] == []


def test_a_calendar_has_no_control_characters_and_no_surrogates() -> None:
    data = ics(replace(VOTE_DAY, title="Bell\x07 and \ud800 half"))
    assert [str(entry["summary"]) for entry in entries(data)] == ["Bell and ? half"]


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5))])
@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_error(day: date, zone: timezone) -> None:
    whole = replace(VOTE_DAY, start=day)
    hour = 0 if day == date.min else 23
    timed = replace(whole, key="timed", at=datetime(day.year, day.month, day.day, hour, tzinfo=zone))
    assert len(entries(ics(whole, timed))) == 2
    assert brief(found=Facts(events=(whole, timed)), zone=UTC).count("Harbour vote") == 2


@given(title=st.text(), text=st.text(), headline=st.none() | st.text(), story=st.text())
def test_any_text_comes_back_from_a_calendar_as_one_entry(
    title: str, text: str, headline: str | None, story: str
) -> None:
    post = Post(n=1, id=1, text=text, headline=headline)
    event = replace(VOTE_DAY, title=title, mentions=(Mention(1, "text", 0, len(text), 0, len(text)),))
    data = to_ics(Story(story, posts=[post], found=Facts(events=(event,))), zone=CEST)
    (entry,) = entries(data)
    assert entry["dtstart"].to_ical() == b"20310609"
    without_controls = re.sub(r"[\x00-\x1f\x7f]", " ", title).encode("utf-8", "replace").decode()
    kept = " ".join(harmless(without_controls).split())
    assert str(entry["summary"]) == kept
    assert [line for line in data.split(b"\r\n") if len(line) > 75 or b"\n" in line or b"\r" in line] == []


# --- Markdown ---


def test_the_brief_reads_as_written_down() -> None:
    assert brief() == (GOLDEN / "brief.md").read_text("utf-8")


def test_a_zone_moves_moments_and_their_days_but_not_whole_days() -> None:
    lines = brief(zone=UTC).splitlines()
    assert [line for line in lines if line.startswith("### ") and "2031" in line] == [
        "### Tue 3 Jun 2031",
        "### Mon 2 Jun 2031",
    ]
    assert "- **22:30 UTC** " in "\n".join(lines[lines.index("### Mon 2 Jun 2031") :])
    assert "- **Mon 9 Jun 2031** Harbour vote (confirmed)" in lines
    assert "- **Sun 1 Jun 2031 07:30 UTC** Hearing (confirmed, ended)" in lines


def test_a_guessed_date_says_so_wherever_it_stands() -> None:
    guessed = replace(VOTE, published=at(3, 11, 40, Basis.GUESSED))
    lines = brief(posts=[guessed]).splitlines()
    assert "- **11:40 CEST (date guessed)** BREAKING Council will vote on 9 June — Coast Herald" in lines
    assert "- “long overdue” — Coast Herald, Tue 3 Jun 2031 11:40 CEST (date guessed)" in lines


def test_posts_of_one_moment_stand_as_in_their_source_and_those_without_one_at_the_start_of_their_day() -> None:
    midnight = datetime(2031, 6, 3, tzinfo=timezone(timedelta(hours=-10)))  # 10:00 in UTC, and yet the start of the day
    by_day = Post(n=9, id=9, headline="day", published=Published(midnight, Precision.DAY, Basis.STATED))
    posts = [Post(n=n, id=n, headline=f"post {n}", published=at(3, 9, 15)) for n in (2, 1)]
    shown = [
        line
        for line in brief(posts=[by_day, *posts], found=Facts(), zone=CEST).splitlines()
        if line.startswith(("###", "-"))
    ]
    assert shown == [
        "### Tue 3 Jun 2031",
        "- **09:15 CEST** post 1 — unknown source",
        "- **09:15 CEST** post 2 — unknown source",
        "- **--:--** day — unknown source",
    ]


def test_a_day_is_the_same_day_in_every_zone() -> None:
    lines = brief(posts=[ARTICLE], found=Facts(), zone=timezone(timedelta(hours=-10))).splitlines()
    assert [line for line in lines if line.startswith("###")] == ["### Mon 2 Jun 2031"]


def test_speakers_come_by_number_of_quotes_then_by_name_and_nobody_last() -> None:
    post = Post(n=1, id=1, text="one two three four five six")
    said = [("one", "Cy"), ("two", "Bo"), ("three", "Al"), ("four", "Cy"), ("five", None), ("six", None), ("one", None)]
    lines = brief(
        posts=[post], found=Facts(quotes=tuple(quote(post, words, name) for words, name in said))
    ).splitlines()
    headings = [line for line in lines if line.startswith("### ")]
    assert headings == ["### Cy", "### Al", "### Bo", "### Nobody named", "### Undated"]


def test_words_that_are_passed_on_stand_with_who_passes_them_on() -> None:
    post = Post(
        n=1, id=1, text="“Bo told me ‘we win’ twice,” Al said. “We win,” Cy said. “I know ‘we win’ well,” Al said."
    )
    first, last = spot(post, "Bo told me ‘we win’ twice,"), spot(post, "I know ‘we win’ well,")
    passed_on = replace(quote(post, "we win", "Bo"), inside=first)
    again = replace(quote(post, "we win", "Cy"), start=last[0] + 8, end=last[0] + 14, inside=last)
    outer = [quote(post, post.text[start:end], "Al") for start, end in (first, last)]
    lines = brief(
        posts=[post], found=Facts(quotes=(outer[0], passed_on, quote(post, "We win,", "Cy"), outer[1], again))
    ).splitlines()
    assert [line for line in lines if line.startswith(("- “we", "- “We"))] == [
        "- “We win,” (×2) — unknown source, undated",
        "- “we win” (quoted by Al) — unknown source, undated",
    ]


def test_an_empty_story_has_an_empty_brief() -> None:
    assert brief(title="Quiet", sources=[], posts=[], found=Facts(), as_of=None).splitlines() == [
        "# Quiet",
        "",
        "0 sources, 0 posts.",
        "",
        "## What comes next",
        "",
        "Nothing dated is expected.",
        "",
        "## Who said what",
        "",
        "No quotations.",
        "",
        "## The stream",
        "",
        "No posts.",
    ]


def test_a_long_paragraph_is_cut_between_words() -> None:
    post = Post(n=1, id=1, headline="H", text="word " * 100 + "\n\nsecond")
    assert brief(posts=[post], found=Facts()).splitlines()[-1] == "  - " + " ".join(["word"] * 56) + " …"


@given(text=st.text(alphabet=st.sampled_from("ab 1.)*_`[]()<>#+-=!|~&;:\\/\n\t\"'$@\u2028é"), max_size=40))
def test_source_text_is_never_markup(text: str) -> None:
    """What a Markdown parser makes of a post is the words of the post, as a headline and as its first paragraph."""
    post = Post(n=1, id=1, headline=f"a{text}", text=text)
    lines = [" ".join(f"--:-- a{text}".split()) + " — unknown source", " ".join(text.partition("\n\n")[0].split())]
    wanted = [line for line in lines if line]
    inline = [token for token in PARSER.parse(brief(posts=[post], found=Facts())) if token.type == "inline"]
    shown = [token.children or [] for token in inline[-len(wanted) :]]
    assert {token.type for tokens in shown for token in tokens} <= {
        "text",
        "text_special",
        "strong_open",
        "strong_close",
        "html_inline",
    }
    assert ["".join(t.content for t in tokens if t.content != NOTHING) for tokens in shown] == wanted


@pytest.mark.parametrize(
    "words",
    [
        "https://evil.com/a?b=c",
        "see HTTP://evil.com",
        "ftp://evil.com",
        "(www.evil.com)",
        "WWW.evil.com",
        "mailto:ann@evil.example",
    ],
)
def test_an_address_in_the_words_of_a_source_is_no_link(words: str) -> None:
    bare = MarkdownIt("gfm-like")
    assert "<a " in bare.render(words)
    assert bare.render(escaped(words)).replace(NOTHING, "") == f"<p>{words}</p>\n"


@pytest.mark.parametrize("words", ["@ann", "ask @ann-b and @_c", "ann@evil.example"])
def test_nobody_is_mentioned_by_the_words_of_a_source(words: str) -> None:
    """GitHub looks for names in the pieces of text of the rendered page."""
    page = PARSER.render(escaped(words))
    assert page.replace(NOTHING, "") == f"<p>{words}</p>\n"
    assert not any(re.search(r"@[\w-]", piece) for piece in re.split(r"<[^>]*>", page))


def test_a_headline_that_looks_like_a_list_stays_a_headline() -> None:
    texts = ["1. First", "12) Second", "- Third", "+ Fourth", "# Fifth", "=== Sixth"]
    event = replace(VOTE_DAY, mentions=tuple(Mention(n, "text", 0, 1, 0, len(text)) for n, text in enumerate(texts)))
    posts = [Post(n=n, id=n, text=text) for n, text in enumerate(texts)]
    document = brief(posts=posts, found=Facts(events=(event,)))
    section = document.split("## Who said what")[0]
    inline = [token for token in PARSER.parse(section) if token.type == "inline"]
    shown = ["".join(child.content for child in token.children or []) for token in inline]
    assert shown[-6:] == [f"{text} — unknown source, undated" for text in texts[:5]] + ["and 1 more"]
    assert [token.tag for token in PARSER.parse(section) if token.type == "ordered_list_open"] == []


def test_the_surest_place_decides_whether_a_speaker_is_unsure() -> None:
    sure, unsure = quote(VOTE, "plan", "Ada Quist", 0.8), quote(VOTE, "plan", "Ada Quist", 0.4)
    lines = [brief(found=Facts(quotes=places)).splitlines() for places in ((unsure, sure), (unsure, unsure))]
    origin = "Coast Herald, Tue 3 Jun 2031 11:40 CEST"
    assert f"- “plan” (×2) — {origin}" in lines[0]
    assert f"- “plan” (×2, speaker unsure) — {origin}" in lines[1]


def test_a_speaker_whom_the_user_set_is_said_to_be_so():
    marks = frozenset(
        {Mark("speaker", VOTE.id, "Bo Dahl", words="long overdue", start=VOTE.text.index("long overdue"))}
    )
    lines = brief(marks=marks, found=Facts(quotes=(quote(VOTE, "long overdue", "Ada Quist", confidence=0.3),)))
    assert "### Bo Dahl" in lines
    assert "- “long overdue” (speaker set by you) — " in lines


def test_a_role_that_the_name_says_is_not_said_again() -> None:
    captain = Actor("Captain Ada Quist", ActorKind.PERSON, roles=("captain",))
    document = brief(found=Facts(actors=(captain,), quotes=(quote(VOTE, "plan", captain.name),)))
    assert "### Captain Ada Quist" in document.splitlines()


def test_a_list_item_is_cited_without_its_bullet() -> None:
    post = Post(n=1, id=1, text="Today:\n\n• Vote on 9 June")
    event = replace(VOTE_DAY, mentions=(Mention(1, "text", 18, 24, 8, 24),))
    lines = brief(posts=[post], found=Facts(events=(event,))).splitlines()
    assert "  - Vote on 9 June — unknown source, undated" in lines


def test_an_entity_is_shown_as_it_is_written() -> None:
    assert "\\&amp; \\&\\#65;" in brief(posts=[Post(n=1, id=1, headline="&amp; &#65;")], found=Facts())


def test_a_link_cannot_break_out_of_its_brackets() -> None:
    post = replace(CRANE, link="https://example.org/a b>c\\d(e)")
    assert "[Coast Herald](<https://example.org/a%20b%3Ec%5Cd(e)>)" in brief(posts=[post], found=Facts())


def test_a_post_without_words_is_still_a_line() -> None:
    assert brief(posts=[Post(n=1, id=1, captions=("A map",))], found=Facts()).splitlines()[-1] == (
        "- **--:--** (no words) — unknown source"
    )


# --- JSON ---


def test_the_document_reads_as_written_down() -> None:
    assert to_json(STORY, as_of=AS_OF) == (GOLDEN / "story.json").read_text("utf-8")


def test_a_part_of_a_story_says_so_in_the_file() -> None:
    only = "words of Ana Ruiz, since 11 May 2025 14:00 BST"
    brief = to_markdown(STORY, as_of=AS_OF, zone=UTC, only=only).splitlines()
    assert brief[4] == f"Only a part of the story: {only}."
    assert json.loads(to_json(STORY, as_of=AS_OF, only=only))["only"] == only
    head, *rows = csv.reader(io.StringIO(to_csv(STORY, zone=UTC, only=only)))
    assert head[-1] == "only"
    assert rows
    assert {row[-1] for row in rows} == {only}


def test_the_whole_story_says_nothing_of_a_part() -> None:
    assert "Only a part" not in to_markdown(STORY, as_of=AS_OF, zone=UTC)
    assert json.loads(to_json(STORY, as_of=AS_OF))["only"] is None
    assert "only" not in to_csv(STORY, zone=UTC).split("\r\n", 1)[0].split(",")


def test_the_document_leads_from_a_mention_to_its_post() -> None:
    document = json.loads(to_json(STORY, as_of=None))
    vote = next(event for event in document["events"] if event["title"] == "Harbour vote")
    texts = {post["id"]: post["text"] for source in document["sources"] for post in source["posts"]}
    assert [texts[m["post"]][m["start"] : m["end"]] for m in vote["mentions"]] == ["9 June", "9 June"]
    assert document["as_of"] is None


def test_the_document_has_the_objects_that_extract_prints() -> None:
    document = json.loads(to_json(STORY, as_of=None))
    (extracted,) = story_objects([("harbour.txt", LIVE, [VOTE, CRANE])], FACTS)
    source = document["sources"][0]
    for row in extracted["posts"]:
        row["quotes"] = [said | {"corrected": False, "inside": None} for said in row["quotes"]]
    assert source["posts"] == [
        {"id": str(post.id)} | row | {"link": post.link, "line": None, "revisions": 0, "gone": None}
        for post, row in zip([VOTE, CRANE], extracted["posts"], strict=True)
    ]
    assert source.items() >= extracted["source"].items()
    assert document["actors"][0].items() >= extracted["actors"][0].items()
    for event, row in zip(document["events"], sorted(extracted["events"], key=lambda e: e["start"]), strict=True):
        assert {name: event[name] for name in row if name != "mentions"} == {
            name: value for name, value in row.items() if name != "mentions"
        }


# --- CSV ---


def test_the_table_has_a_row_for_each_post_newest_first() -> None:
    rows = csv.DictReader(io.StringIO(to_csv(STORY, zone=CEST), newline=""))
    filled = [{name: cell for name, cell in row.items() if cell not in {"", "0"}} for row in rows]
    live = {"published_basis": "stated", "source": "Coast Herald", "kind": "live page"}
    note = {"source": "Crane [draft] *notes*", "kind": "article"}
    assert filled == [
        live
        | {"n": "1", "published": "2031-06-03T11:40+02:00", "label": "Breaking", "byline_name": "Desk"}
        | {"headline": "Council will vote on 9 June", "text": VOTE.text},
        live
        | {"n": "2", "published": "2031-06-03T00:30+02:00", "link": "https://example.org/live#2"}
        | {"text": "'" + CRANE.text},
        note
        | {
            "n": "1",
            "published": "2031-06-02",
            "published_basis": "stated",
            "headline": "Cranes",
            "text": ARTICLE.text,
        },
        note | {"n": "2", "headline": "'- No date", "speaker": "Bo Ek"},
    ]


def test_the_columns_keep_their_order() -> None:
    names = "published published_basis source kind n label headline byline_name byline_role speaker text link"
    assert table() == ",".join([*names.split(), "revisions", "gone"]) + "\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n", "＝", "＠", " =", "\u00a0+"])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    post = Post(n=1, headline=f"{start}1+1", text=f"{start}2", byline_name=f"{start}3", label="a=b")
    (row,) = csv.DictReader(io.StringIO(table(post), newline=""))
    assert [row[name] for name in ("headline", "text", "byline_name", "label")] == [
        f"'{start}1+1",
        f"'{start}2",
        f"'{start}3",
        "a=b",
    ]


@pytest.mark.parametrize("hidden", ["\x01", "\u200b", "\x1b", "\u202e", "\r"])
def test_no_formula_waits_behind_what_is_taken_away(hidden: str) -> None:
    (row,) = csv.DictReader(io.StringIO(to_bytes(table(Post(n=1, text=f"{hidden}=1+1"))).decode(), newline=""))
    assert row["text"] == "'=1+1"


@given(
    text=st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@ \t\r\n,\"';＝")),
    headline=st.text("=@ a,\"'\r\n;"),
)
def test_any_text_comes_back_from_the_table(text: str, headline: str) -> None:
    post = Post(n=1, headline=headline, text=text)
    (row,) = csv.DictReader(io.StringIO(to_bytes(table(post)).decode(), newline=""))
    for cell, written in ((row["headline"], harmless(headline)), (row["text"], harmless(text))):
        assert cell.removeprefix("'") == written.removeprefix("'")
        assert not re.match(r"\s*[-=+@＝＋－＠]", cell)


def test_an_hour_without_a_stated_zone_is_no_stated_time_in_any_export() -> None:
    published = Published(datetime(2031, 6, 3, 11, 40, tzinfo=CEST), Precision.MINUTE, Basis.STATED, Basis.INFERRED)
    story = replace(STORY, posts=[replace(VOTE, published=published)])
    (row,) = csv.DictReader(io.StringIO(to_csv(story, zone=CEST), newline=""))
    assert row["published_basis"] == "inferred"
    posts = [post for source in json.loads(to_json(story, as_of=None))["sources"] for post in source["posts"]]
    assert [post["published_basis"] for post in posts] == ["inferred"]
    (entry,) = entries(to_ics(replace(story, found=Facts(events=(VOTE_DAY,))), zone=CEST))
    assert "Tue 3 Jun 2031 11:40 CEST (zone inferred)" in str(entry["description"])
    document = to_markdown(story, as_of=None, zone=CEST)
    assert "- **11:40 CEST (zone inferred)** BREAKING" in document
    assert "— Coast Herald, Tue 3 Jun 2031 11:40 CEST (zone inferred)" in document


# --- All ---


def test_the_order_of_what_is_handed_in_does_not_matter() -> None:
    turned = {"posts": POSTS[::-1], "found": replace(FACTS, events=FACTS.events[::-1], quotes=FACTS.quotes[::-1])}
    assert brief(**turned) == brief()
    assert to_csv(replace(STORY, posts=POSTS[::-1]), zone=CEST) == to_csv(STORY, zone=CEST)


def test_exports_import_the_calendar_library_only_for_calendars() -> None:
    code = "import sys, newsdesk.export; print('icalendar' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent
    )
    assert run.stdout == "False\n"


def test_a_moment_in_the_brief_keeps_its_printed_day_and_its_doubt() -> None:
    """The midnight that ends a day is written with that day; another zone may make an ordinary hour of it."""
    ends = replace(HEARING, start=date(2031, 6, 5), end=None, at=datetime(2031, 6, 6, tzinfo=CEST))
    assert event_words(ends, CEST) == "Thu 5 Jun 2031 24:00 CEST"
    assert event_words(ends, UTC) == "Thu 5 Jun 2031 22:00 UTC"
    assert event_words(replace(ends, zone_basis=Basis.INFERRED), CEST) == "Thu 5 Jun 2031 24:00 CEST (zone inferred)"


def test_days_of_which_one_is_meant_have_a_question_mark() -> None:
    open_days = replace(HEARING, start=date(2031, 6, 7), end=date(2031, 6, 8), at=None, somewhen=True)
    assert event_words(open_days, CEST) == "Sat 7 Jun 2031 – Sun 8 Jun 2031?"
    assert event_words(replace(open_days, somewhen=False), CEST) == "Sat 7 Jun 2031 – Sun 8 Jun 2031"


def test_a_running_clock_is_not_told() -> None:
    for shape in ("markdown", "json", "csv"):
        first, second = (
            exported(shape, STORY, Clock(Mode.NOW, AS_OF + timedelta(minutes=minutes)), CEST) for minutes in (0, 1)
        )
        assert first == second
    assert "As of Tue 3 Jun 2031 11:40 CEST" in str(exported("markdown", STORY, Clock(Mode.CHOSEN, AS_OF), CEST))


FEED = Source(SourceKind.FEED, "https://example.org/rss?a=1&b=2", "Port <b>news</b>", link="https://example.org/", id=8)
PAGE = Source(SourceKind.ARTICLE, "http://example.org/live", id=9)


def test_opml_names_the_addresses_that_a_story_follows_and_no_files() -> None:
    document = to_opml(Story("Harbour & quay", [LIVE, FEED, PAGE, NOTE]))
    root = ET.fromstring(document)
    assert root.findtext("head/title") == "Harbour & quay"
    assert [dict(outline.attrib) for outline in root.iter("outline")] == [
        {
            "type": "rss",
            "text": "Port <b>news</b>",
            "title": "Port <b>news</b>",
            "xmlUrl": "https://example.org/rss?a=1&b=2",
            "htmlUrl": "https://example.org/",
        },
        {"type": "link", "text": "live", "title": "live", "url": "http://example.org/live"},
    ]
    assert document == to_opml(Story("Harbour & quay", [FEED, PAGE]))


@given(st.text())
def test_opml_is_well_formed_whatever_a_title_holds(title: str) -> None:
    outline = ET.fromstring(to_opml(Story(title, [replace(FEED, title=title or "x")]))).find("body/outline")
    assert outline is not None
    assert outline.get("xmlUrl") == FEED.origin


def test_what_opml_names_is_read_again() -> None:
    with pytest.raises(ReadError, match="newsdesk add follows the one feed") as refused:
        read(to_bytes(to_opml(Story("Harbour", [FEED, PAGE]))), name="x")
    assert refused.value.feeds == (NamedFeed("Port <b>news</b>", FEED.origin, None),)
