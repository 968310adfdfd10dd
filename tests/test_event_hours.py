"""Whose hour an event's hour is, and which hours of one day are of two events; sentences of our own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Final

import pytest
from sources_apart import events_of

from newsdesk.find.dates.in_story import post_candidates, resolve_story
from newsdesk.find.events.in_story import find_events
from newsdesk.model import Basis, Post, Precision, Published

WEDNESDAY: Final = datetime(2026, 3, 4, 9, 0, tzinfo=timezone(timedelta(0), "GMT"))


def hours(*texts: str) -> list[str]:
    """Day, hour, minutes east of UTC and "?" of an unsure zone for each event."""
    found = []
    for event in events_of(*texts, at=WEDNESDAY):
        offset = event.at.utcoffset() if event.at else None
        east = f"{int(offset.total_seconds()) // 60:+d}" if offset is not None else "-"
        at = f"{event.at:%H:%M}{east}" if event.at else "-"
        found.append(f"{event.start.day} {at}{'?' if event.at and event.zone_basis is not Basis.STATED else ''}")
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The budget hearing opens at 11:00 EAT on Friday.", ["6 11:00+180"]),
        ("The budget hearing opens at 11:00 SAST on Friday.", ["6 11:00+120"]),
        ("The budget hearing opens at 11:00 PKT on Friday.", ["6 11:00+300"]),
        ("The budget hearing opens at 11:00 BRT on Friday.", ["6 11:00-180"]),
        ("The budget hearing opens at 11:00 NZDT on Friday.", ["6 11:00+780"]),
        ("The budget hearing opens on Friday at 11am East Africa Time.", ["6 11:00+180"]),
        ("The budget hearing opens on Friday at 11am Lagos time.", ["6 11:00+60"]),
        ("The budget hearing opens on Friday at 11am Sydney time.", ["6 11:00+660"]),
        # Letters and names that no table holds: the day alone.
        ("The budget hearing opens at 11:00 QXT on Friday.", ["6 -"]),
        ("The budget hearing opens on Friday at 11am Ulvar time.", ["6 -"]),
        ("The truce begins at midnight tonight Ulvar time.", ["4 -"]),
        ("The truce begins at midnight tonight Lagos time.", ["4 00:00+60"]),
        ("The truce begins at midnight tonight Extra time.", ["4 00:00+0?"]),
        # Beside a place: of the place or of the reader, never sure where the two differ.
        ("The budget hearing opens at 11am in Chicago on Friday.", ["6 11:00-360?"]),
        ("The budget hearing opens on Friday at 11am in Sydney.", ["6 11:00+660?"]),
        ("The budget hearing opens in Tokyo at 11am on Friday.", ["6 11:00+540?"]),
        ("The budget hearing opens at 11am in Ulvar on Friday.", ["6 11:00+0?"]),
        ("The budget hearing opens at 11am in London on Friday.", ["6 11:00+0"]),
        ("The budget hearing opens at 11am in the old mill on Friday.", ["6 11:00+0?"]),
        ("The budget hearing opens at 11am on Friday, for the first time in March.", ["6 11:00+0?"]),
        ("The talks will open in Djibouti at 07:00 local time on Friday.", ["6 07:00+180"]),
        ("The talks will open in Asmara on Friday at 7am local time.", ["6 07:00+180"]),
        # Of a place that somebody leaves, wherever to; of one that no table holds, and without one.
        ("A convoy will leave Cairo at 07:00 local time on Friday.", ["6 07:00+0?"]),
        ("A convoy will leave Nairobi at 07:00 local time on Friday.", ["6 07:00+180"]),
        ("The ferry leaves Oslo at 07:00 local time on Friday for a festival in Nairobi.", ["6 07:00+60"]),
        ("Holm will fly from Oslo to Lagos at 07:00 local time on Friday.", ["6 07:00+0?"]),
        ("The talks will open in Ulvar at 07:00 local time on Friday.", ["6 07:00+0?"]),
        ("The talks will open at 07:00 local time on Friday.", ["6 07:00+0?"]),
        # Where a dateline stands, its city is nearer than the house of the agency.
        ("NAIROBI, Kenya (Herald) — Envoys spoke. The truce takes effect at 6am on Friday.", ["6 06:00+180?"]),
        ("PORT MERLE, Kenya, March 4 (Herald) - The truce takes effect at 6am local time on Friday.", ["6 06:00+180?"]),
        ("NAIROBI, Kenya (Herald) — The truce takes effect at 6am in Oslo on Friday.", ["6 06:00+60?"]),
        ("NAIROBI, Kenya (Herald) — The truce takes effect at 6am GMT on Friday.", ["6 06:00+0"]),
        ("PORT MERLE (Herald) — The truce takes effect at 6am on Friday.", ["6 06:00+0?"]),
        ("Nairobi - The truce takes effect at 6am on Friday.", ["6 06:00+0?"]),
    ],
)
def test_a_zone_or_a_place_with_an_hour_tells_whose_hour_it_is(text: str, found: list[str]) -> None:
    assert hours(text) == found


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["The pay talks resume at 2pm on Friday. The works council meets at 5pm on Friday."], ["6 14:00+0?", "6 17:00+0?"]),
        (["The works council meets at 5pm on Friday. The talks resume at 2pm on Friday."], ["6 17:00+0?", "6 14:00+0?"]),
        (["Talks resume at 2pm today. The chancellor will hold a press conference at 13:00."], ["4 14:00+0?", "4 13:00+0?"]),
        (["The talks resume at 2pm on Friday.", "The works council meets at 5pm on Friday."], ["6 14:00+0?", "6 17:00+0?"]),
        (["The safety review is set for Friday morning. The port's decision is due by 5pm on Friday."], ["6 -", "6 17:00+0?"]),
        (["The board met at 08:10 and will resume at 11:05."], ["4 11:05+0?"]),
        (["A press conference will be held at 10am on Friday. The mayor's press conference follows at noon on Friday."], ["6 10:00+0?", "6 12:00+0?"]),
        # One thing told twice, or whose hour was wrong before.
        (["The works council meets at 5pm on Friday. It will meet in Ulvar at 5pm."], ["6 17:00+0?"]),
        (["The talks resume at 2pm on Friday.", "The talks will resume at 3pm on Friday, not at 2pm."], ["6 15:00+0?"]),
        (["The talks resume at 2pm on Friday.", "The meeting begins at 3pm on Friday."], ["6 15:00+0?"]),
    ],
)  # fmt: skip
def test_two_hours_of_one_day_are_of_two_meetings_unless_one_corrects_the_other(
    texts: list[str], found: list[str]
) -> None:
    assert hours(*texts) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The vigil is on Friday at 9.30am. Correction: it is at 11am, not 9.30am.", "11:00"),
        ("The vigil is on Friday at 11am, not 9.30am.", "11:00"),
        ("The vigil is on Friday at 9.30am. It will not last until 11am.", "09:30"),
    ],
)
def test_an_hour_that_its_own_text_takes_back_is_none(text: str, found: str) -> None:
    (event,) = events_of(text, at=WEDNESDAY)
    assert event.at is not None
    assert f"{event.at:%H:%M}" == found


@pytest.mark.parametrize(
    ("zone", "text", "found"),
    [
        # A stamp in UTC does not say what clocks show where it is read, once they are changed.
        (UTC, "The hearing is on 17 April at 10.30am.", "10:30?"),
        (UTC, "The hearing is on 17 March at 10.30am.", "10:30?"),
        (UTC, "The hearing is on 17 April at 10.30am GMT.", "10:30"),
        (timezone(timedelta(hours=1)), "The hearing is on 17 April at 10.30am.", "10:30?"),
        (timezone(timedelta(hours=5, minutes=30)), "The hearing is on 17 April at 10.30am.", "10:30?"),
        (timezone(timedelta(hours=-5)), "The hearing is on 17 March at 10.30am.", "10:30?"),
    ],
)
def test_an_hour_beyond_a_change_of_clocks_is_not_sure_by_a_zone_without_a_name(
    zone: timezone, text: str, found: str
) -> None:
    at = WEDNESDAY.replace(tzinfo=zone)
    posts = [Post(n=1, text=text, id=1, source_id=1, published=Published(at, Precision.MINUTE, Basis.STATED))]
    (event,) = find_events(posts, resolve_story(posts, [post_candidates(posts[0])]), at)
    assert event.at is not None
    assert f"{event.at:%H:%M}{'' if event.zone_basis is Basis.STATED else '?'}" == found


@pytest.mark.parametrize(
    ("headline", "text", "found"),
    [
        (
            "Truce to start at midnight",
            "The ceasefire will take effect at 00:00 local time on Thursday (22:00 GMT on Wednesday).",
            ["5 00:00+120"],
        ),
        (
            "Truce to start at midnight",
            "The ceasefire will take effect at 6am on Thursday.",
            ["4 00:00+0", "5 06:00+0"],
        ),
        (
            "Truce to start at midnight",
            "The council meets at 00:00 Lagos time on Thursday.",
            ["4 00:00+0", "5 00:00+60"],
        ),
    ],
)
def test_a_headlines_hour_is_the_one_that_its_text_spells_out(headline: str, text: str, found: list[str]) -> None:
    published = Published(WEDNESDAY, Precision.MINUTE, Basis.STATED)
    posts = [Post(n=1, text=text, headline=headline, id=1, source_id=1, published=published)]
    told = find_events(posts, resolve_story(posts, [post_candidates(posts[0])]), WEDNESDAY)
    shown = [
        f"{event.start.day} {event.at:%H:%M}{int(offset.total_seconds()) // 60:+d}"
        for event in told
        if event.at is not None and (offset := event.at.utcoffset()) is not None
    ]
    assert shown == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The match in Lima starts at 20:00 (01:00 GMT on Saturday) on Friday.", ["6 20:00-300"]),
        ("The match in Lima starts at 8pm (0100 GMT) on Friday.", ["6 20:00-300"]),
        ("The match starts at 20:00 (the final is at 21:00 on Saturday) on Friday.", ["6 -", "7 21:00+0?"]),
    ],
)
def test_an_hour_told_elsewhere_in_a_bracket_leaves_its_day_to_the_one_before(text: str, found: list[str]) -> None:
    assert hours(text) == found
