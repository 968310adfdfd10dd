"""Two sources that give one event different days: each row says what the other source says, and only where they contradict."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from desk_app import add_to, desk, on_screen, press
from story_of import BST, at, event, posts, sources, story

from newsdesk.export import to_ics, to_json, to_markdown
from newsdesk.listing import View, event_objects, events
from newsdesk.model import Certainty, Mention, Status
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.countdown import RowsMade, countdown_rows, event_rows
from newsdesk.story.told_otherwise import other_days
from newsdesk.ui.dialogs.passages import Passages

NEWEST = Clock(Mode.NEWEST, datetime(2025, 5, 11, 16, 3, tzinfo=BST))
OSTLAND = "Ostland said the talks in Vienna would be held on Friday."
VARENIA = "The talks in Vienna will be held on Saturday, Varenia said."
FRIDAY, SATURDAY = date(2025, 5, 16), date(2025, 5, 17)
CEST = timezone(timedelta(hours=2), "CEST")


def contradicting(first=OSTLAND, second=VARENIA, title="Talks in Vienna", one=None, other=None, more=()):
    """A live page that gives Friday, and an article that gives Saturday."""
    page, _, _, article = posts()
    told = (replace(page, text=first), replace(article, text=second, published=at(11, 9, 0)))

    def of(key, post_id, text, day):
        return event(key=key, title=title, start=day, mentions=(Mention(post_id, "text", 0, 3, 0, len(text)),))

    friday = replace(of("fri", 11, first, FRIDAY), **(one or {}))
    saturday = replace(of("sat", 21, second, SATURDAY), **(other or {}))
    whole = story(posts=told, sources=sources())
    return whole.with_found(replace(whole.found, events=(friday, saturday, *more), quotes=(), statements=()))


def said(whole, clock=NEWEST):
    return [row.otherwise for row in event_rows(whole, clock, BST)]


def test_each_of_two_rows_says_what_the_other_source_says():
    whole = contradicting()
    assert other_days(whole) == {"fri": SATURDAY, "sat": FRIDAY}
    assert said(whole) == ["other source: Sat 17 May", "other source: Fri 16 May"]


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Ostland election", "The Ostland election will be held on Friday.", "In Ostland the Ostland election is on Saturday."),
        ("Verdict in Kovar trial", "The verdict in the Kovar trial is due on Friday.", "The verdict comes on Saturday."),
        ("Talks in Vienna", OSTLAND, "The talks in Vienna will be held next Saturday, both sides said."),
        ("Launch of Tern 4", "Launch of Tern 4 is set for Friday.", "Tern 4 will be launched on Saturday."),
    ],
)  # fmt: skip
def test_what_is_held_once_has_one_day(title, first, second):
    assert len(other_days(contradicting(first, second, title))) == 2


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Talks", OSTLAND, VARENIA),  # anybody's
        ("Visit to Vienna", "The minister visits Vienna on Friday.", "The king visits Vienna on Saturday."),
        ("Visit to Vienna for talks", OSTLAND, VARENIA),
        ("Harbour v Old Town match", "Harbour play Old Town on Friday.", "Old Town play Harbour on Saturday."),
        ("March in Vienna", "A march in Vienna is on Friday.", "A march in Vienna is on Saturday."),
        ("Talks in Vienna", OSTLAND, "A second round of talks in Vienna is on Saturday."),
        ("Talks in Vienna", "The weekly talks in Vienna are on Friday.", VARENIA),
        ("Talks in Vienna", OSTLAND, "Talks in Vienna continue on Saturday."),
        ("Talks in Vienna", OSTLAND, "The next talks in Vienna are on Saturday."),
        ("Talks in Vienna", OSTLAND, "Talks in Vienna will also be held on Saturday."),
        ("Talks in Vienna", OSTLAND, "They meet in Vienna again on Saturday."),
        ("Anniversary in Vienna", OSTLAND, VARENIA),  # whatever that is
    ],
)
def test_what_may_be_two_things_is_no_contradiction(title, first, second):
    assert other_days(contradicting(first, second, title)) == {}


@pytest.mark.parametrize(
    "other",
    [
        {"was": date(2025, 5, 15)},
        {"status": Status.POSTPONED},
        {"status": Status.CALLED_OFF},
        {"status": Status.ENDED},
        {"certainty": Certainty.PROPOSED},
        {"certainty": Certainty.DEMANDED},
        {"end": date(2025, 5, 19)},
        {"start": date(2025, 5, 23)},  # a week on
        {"start": date(2025, 6, 18)},
        {"start": FRIDAY},
        {"title": "Talks in Leith"},
        {"as_found": event()},
        {"mentions": (Mention(21, "text", 0, 3, 0, 9), Mention(11, "text", 0, 3, 0, 9))},  # one source tells both
        {"mentions": ()},
        {"added": True},
    ],
)
def test_only_what_two_sources_are_sure_of_is_a_contradiction(other):
    assert other_days(contradicting(other=other)) == {}


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (
            "Parliament will vote on the harbour bill on Friday.",
            "Parliament will vote on the harbour bill on Saturday.",
            2,
        ),
        (
            "Parliament will vote on the harbour bill on Friday.",
            "Parliament will vote on the harbour levy on Saturday.",
            0,
        ),
        ("The council will vote on Friday.", "The council will vote on Saturday.", 0),
    ],
)
def test_what_two_sources_say_word_for_word_but_the_day_names_one_thing(one, other, rows):
    page, _, _, article = posts()
    told = (replace(page, text=one), replace(article, text=other, published=at(11, 9, 0)))

    def of(key, post_id, text, day):
        start, end = text.index(day), len(text) - 1
        mention = Mention(post_id, "text", start, end, 0, len(text))
        when = FRIDAY if day == "Friday" else SATURDAY
        return event(key=key, title="Parliament vote on harbour bill", start=when, mentions=(mention,))

    whole = story(posts=told, sources=sources())
    found = (of("fri", 11, one, "Friday"), of("sat", 21, other, "Saturday"))
    whole = whole.with_found(replace(whole.found, events=found, quotes=(), statements=()))
    assert len(other_days(whole)) == rows


def test_a_third_of_the_name_makes_them_a_series():
    third = event(
        key="sun", title="Talks in Vienna", start=date(2025, 5, 18), mentions=(Mention(21, "text", 0, 3, 0, 9),)
    )
    assert other_days(contradicting(more=(third,))) == {}


def test_one_moment_in_two_zones_is_one_day():
    late = datetime(2025, 5, 16, 23, 30, tzinfo=BST)
    assert other_days(contradicting(one={"at": late}, other={"at": late.astimezone(CEST)})) == {}
    noon = datetime(2025, 5, 16, 12, 0, tzinfo=BST)
    assert other_days(contradicting(one={"at": noon}, other={"at": noon.astimezone(CEST) + timedelta(days=1)}))


def test_what_is_hidden_or_over_or_dismissed_contradicts_nothing():
    before = Clock(Mode.CHOSEN, datetime(2025, 5, 11, 10, 0, tzinfo=BST))
    assert said(contradicting(), before) == [""], "the live page's post came later"
    saturday = Clock(Mode.NEWEST, datetime(2025, 5, 17, 8, 0, tzinfo=BST))
    assert said(contradicting(), saturday) == ["", ""]
    friday = Clock(Mode.NEWEST, datetime(2025, 5, 16, 8, 0, tzinfo=BST))
    assert [bool(words) for words in said(contradicting(), friday)] == [True, True]


def test_a_little_later_it_is_said_still():
    today = datetime(2025, 5, 16, 18, 0, tzinfo=BST)
    whole = contradicting(one={"at": today}, other={"at": today + timedelta(days=1)})
    made = RowsMade()
    for minute in (1, 2):
        clock = Clock(Mode.NEWEST, datetime(2025, 5, 16, 9, minute, tzinfo=BST))
        rows = countdown_rows(whole, clock, BST, None, made)
        assert [row.otherwise for row in rows] == ["other source: Sat 17 May", "other source: Fri 16 May"]


def test_exports_and_lists_say_it_too():
    whole = contradicting()
    lines = list(events(View(whole, NEWEST, BST)))
    assert "other source: Sat 17 May" in lines[0]
    days = [("2025-05-16", "2025-05-17"), ("2025-05-17", "2025-05-16")]
    objects = list(event_objects(View(whole, NEWEST, BST)))
    assert [(one["start"], one["other_day"]) for one in objects] == days
    document = json.loads(to_json(whole, as_of=None))
    assert [(one["start"], one["other_day"]) for one in document["events"]] == days
    assert "other source: Sat 17 May 2025)" in to_markdown(whole, as_of=None, zone=UTC)
    calendar = to_ics(whole, zone=UTC).replace(b"\r\n ", b"").decode()
    assert "other source: Sat 17 May 2025" in calendar


def article(speaker, day):
    words = f"The talks in Vienna will be held on {day} May 2025, the foreign ministry of {speaker} confirmed."
    return f"{speaker} speaks of peace\n11 May 2025 09:00 BST\n\n{words}\n".encode()


async def test_the_desk_says_it_in_the_row_and_above_its_mentions(tmp_path):
    both = [("/ostland.txt", article("Ostland", "Friday 16")), ("/varenia.txt", article("Varenia", "Saturday 17"))]
    async with desk(add_to(tmp_path / "talks.jsonl", both)) as pilot:
        assert on_screen(pilot).count("other source:") == 2
        await press(pilot, "3", "enter")
        assert isinstance(pilot.app.screen, Passages)
        assert "other source: Sat 17 May" in on_screen(pilot)
