"""What comes while the desk is open: pure, with the wall clock as an argument."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from story_of import BST, at, event, posts, story

from newsdesk.model import Basis, Certainty, Facts, Post, Precision, Published, Status
from newsdesk.story.arrivals import Watch

ISTANBUL = timezone(timedelta(hours=3))
CONFIRMED = {"certainty": Certainty.CONFIRMED}
TALKS = event(**CONFIRMED)
TIMED = event(at=datetime(2025, 5, 15, 14, 0, tzinfo=BST), **CONFIRMED)
VISIT = event(title="Regatta in Leith", start=date(2025, 5, 14), end=date(2025, 5, 16), **CONFIRMED)


def moment(day, hour=0, minute=0, second=0):
    return datetime(2025, 5, day, hour, minute, second, tzinfo=BST)


def of(*events):
    return story(found=Facts(events=events))


def told(what, opened, *looks, zone=BST):
    watch, lines = Watch.opening(opened), []
    for now in looks:
        more, watch = watch.events(what, now, zone)
        lines += more
    return lines


def test_a_whole_day_comes_when_it_begins_and_once():
    assert told(of(TALKS), moment(14, 23, 59), moment(14, 23, 59, 59)) == []
    looks = [moment(14, 23, 59, 59), moment(15), moment(15, 0, 1), moment(15, 23), moment(16, 1)]
    assert told(of(TALKS), moment(14, 23), *looks) == ["Talks in Leith: today, Thu 15 May"]


def test_an_hour_comes_at_its_minute_and_its_day_does_not():
    looks = [moment(15, 0, 1), moment(15, 13, 59, 59), moment(15, 14), moment(15, 14, 0, 1)]
    assert told(of(TIMED), moment(14, 23), *looks) == ["Talks in Leith: now, Thu 15 May 14:00 BST"]


def test_what_has_passed_when_the_desk_opens_never_comes():
    assert told(of(TALKS, TIMED, VISIT), moment(15, 14, 0, 30), moment(15, 14, 1), moment(17)) == []


def test_the_second_day_of_several_is_no_arrival():
    looks = [moment(14), moment(15), moment(16)]
    assert told(of(VISIT), moment(13, 23), *looks) == ["Regatta in Leith: today, Wed 14 May – Fri 16 May"]


@pytest.mark.parametrize("status", [Status.CALLED_OFF, Status.POSTPONED, Status.ENDED])
def test_what_is_off_or_over_rings_nothing(status):
    assert told(of(replace(TALKS, status=status)), moment(14), moment(15)) == []


def test_a_certainty_less_than_confirmed_is_told():
    [line] = told(of(event(certainty=Certainty.DEMANDED)), moment(14), moment(15))
    assert line == "Talks in Leith (demanded): today, Thu 15 May"


@pytest.mark.parametrize(
    ("what", "woken", "words"),
    [
        (TALKS, moment(15, 9), "today, Thu 15 May"),
        (TALKS, moment(16, 9), "yesterday, Thu 15 May"),
        (TALKS, moment(18, 9), "3 days ago, Thu 15 May"),
        (TIMED, moment(15, 14, 12), "12 min ago, Thu 15 May 14:00 BST"),
        (TIMED, moment(15, 16, 10), "2 h 10 min ago, Thu 15 May 14:00 BST"),
        (TIMED, moment(17, 14, 12), "2 days ago, Thu 15 May 14:00 BST"),
        (replace(VISIT, title="Talks in Leith"), moment(15, 9), "day 2 of 3, Wed 14 May – Fri 16 May"),
        (
            replace(VISIT, title="Talks in Leith", somewhen=True),
            moment(15, 9),
            "by Fri 16 May, Wed 14 May – Fri 16 May?",
        ),
        (replace(VISIT, title="Talks in Leith"), moment(18, 9), "4 days ago, Wed 14 May – Fri 16 May"),
    ],
)
def test_what_a_sleeping_machine_missed_is_told_once_in_the_right_words(what, woken, words):
    looks = [moment(13, 12), woken, woken + timedelta(minutes=1)]
    assert told(of(what), moment(13), *looks) == [f"Talks in Leith: {words}"]


def test_the_day_is_that_of_the_events_own_zone():
    """Its only mention stands in a post of a source at +03:00: there the day begins two hours before London's."""
    there = [replace(post, published=Published(datetime(2025, 5, 12, 9, tzinfo=ISTANBUL), Precision.MINUTE, Basis.STATED))
             for post in posts()]  # fmt: skip
    what = story(posts=there, found=Facts(events=(TALKS,)))
    looks = [moment(14, 21, 59), moment(14, 22)]
    assert told(what, moment(14, 20), *looks) == ["Talks in Leith: today, Thu 15 May +03:00"]


def test_an_event_that_moved_comes_again_on_its_new_day():
    watch = Watch.opening(moment(14))
    first, watch = watch.events(of(TIMED), moment(15, 14), BST)
    later = replace(TIMED, at=moment(15, 16))
    second, watch = watch.events(of(later), moment(15, 16), BST)
    assert [len(first), second] == [1, ["Talks in Leith: now, Thu 15 May 16:00 BST"]]


def test_an_event_whose_key_changes_while_it_is_being_found_comes_once():
    watch = Watch.opening(moment(15, 12))
    first, watch = watch.events(of(TIMED), moment(15, 14), BST)
    renamed, found = replace(TIMED, title="Meeting in Leith"), moment(15, 13, 59, 58)
    again, watch = watch.events(of(replace(TIMED, key="other"), renamed), moment(15, 14, 0, 5), BST, found_at=found)
    assert (len(first), again) == (1, [])
    # An event of the user's own that says the same is no second one.
    twice = of(TIMED, replace(TIMED, key="own:1"))
    assert len(told(twice, moment(15, 12), moment(15, 14))) == 1


def test_an_hour_that_came_while_its_event_was_being_found_is_told():
    watch = Watch.opening(moment(15, 12))
    nothing, watch = watch.events(of(), moment(15, 14, 0, 2), BST)
    line, watch = watch.events(of(TIMED), moment(15, 14, 0, 5), BST, found_at=moment(15, 13, 59, 58))
    again, _ = watch.events(of(TIMED), moment(15, 14, 0, 6), BST, found_at=moment(15, 13, 59, 58))
    assert (nothing, len(line), again) == ([], 1, [])


def test_what_came_while_the_desk_looked_from_elsewhere_is_left_out():
    watch = Watch.opening(moment(15, 12)).skipping(moment(15, 14, 30))
    assert watch.events(of(TIMED), moment(15, 14, 31), BST, found_at=moment(15, 13))[0] == []


def test_the_ends_of_the_calendar_ring_nothing():
    first, last = event(start=date.min, end=None), event(start=date.max, at=datetime.max.replace(tzinfo=ISTANBUL))
    assert told(of(first, last), datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 1, 1, tzinfo=UTC)) == []


def breaking(post_id, published=None, **changes):
    return replace(Post(n=1, id=post_id, source_id=1, headline="Deal [off], says Ruiz", label="Breaking",
                        published=published or at(11, 16, 30)), **changes)  # fmt: skip


SUNDAY = moment(11, 16, 10)


def came(*new, opened=SUNDAY, by_hand=()):
    _, watch = Watch.opening(opened).posts(story(), SUNDAY, BST)
    lines, watch = watch.posts(story(posts=(*posts(), *new)), moment(11, 16, 31), BST, by_hand)
    again, _ = watch.posts(story(posts=(*posts(), *new)), moment(11, 16, 32), BST, by_hand)
    assert again == []
    return lines


def test_a_new_breaking_post_is_told_once_with_headline_source_and_hour():
    assert came(breaking(99)) == ["BREAKING: Deal [off], says Ruiz · Harbour Post · 16:30 BST"]
    assert came(breaking(99, label="BREAKING NEWS:")) != []


def test_other_labels_old_posts_doubtful_dates_and_what_was_added_by_hand_are_not_told():
    assert came(breaking(99), by_hand={99}) == []
    assert came(breaking(99, label="Analysis"), breaking(98, label=None)) == []
    assert came(breaking(99, at(11, 16, 9))) == []
    assert came(breaking(99, at(11, 16, 30, Basis.GUESSED))) == []
    assert came(replace(breaking(99), published=None)) == []


def test_a_post_of_the_very_minute_in_which_the_desk_opened_is_told():
    assert came(breaking(99, at(11, 16, 10)), opened=moment(11, 16, 10, 30)) != []


def test_several_breaking_posts_come_oldest_first_and_a_doubtful_zone_is_named():
    inferred = replace(at(11, 16, 40), zone_basis=Basis.INFERRED)
    lines = came(breaking(99, inferred), breaking(98, headline=None, text="Ruiz resigns."))
    assert lines == [
        "BREAKING: Ruiz resigns. · Harbour Post · 16:30 BST",
        "BREAKING: Deal [off], says Ruiz · Harbour Post · 16:40 BST (zone inferred)",
    ]


def test_the_day_is_named_when_it_is_not_todays():
    _, watch = Watch.opening(moment(10)).posts(story(), moment(10), BST)
    lines, _ = watch.posts(story(posts=(*posts(), breaking(99))), moment(12, 9), BST)
    assert lines == ["BREAKING: Deal [off], says Ruiz · Harbour Post · 11 May 16:30 BST"]
