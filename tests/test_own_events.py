"""The user's word on events, over what was found."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.export.events import standing
from newsdesk.extract import stored_event_object
from newsdesk.model import Basis, Certainty, Event, Facts, Mark, Mention, Post, Precision, Published, Status
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.corrections import Correction
from newsdesk.story.countdown import dismissed_rows, event_citation, event_rows, next_tick
from newsdesk.story.days import Days, days_of
from newsdesk.story.own_events import adding, changing, dismissing, ending, pinning, saying_elsewhere
from newsdesk.story.wording import SOURCE_ZONE

BST = timezone(timedelta(hours=1), "BST")
LONDON = ZoneInfo("Europe/London")
AS_OF = datetime(2025, 5, 11, 16, tzinfo=BST)
CLOCK = Clock(Mode.NEWEST, AS_OF)
NOON = datetime(2025, 5, 11, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=1)
MONDAY, THURSDAY, NEXT_TUESDAY = date(2025, 5, 12), date(2025, 5, 15), date(2025, 5, 20)


def post(number: int, source: int, day: int = 10) -> Post:
    published = Published(datetime(2025, 5, day, 9, tzinfo=BST), Precision.MINUTE, Basis.STATED)
    return Post(n=number, id=source * 10 + number, source_id=source, text="words", published=published)


POSTS = (post(1, 1), post(2, 1), post(1, 2))


def event(title: str, day: date, *places: tuple[int, int], **changes) -> Event:
    mentions = tuple(Mention(post_id, "text", start, start + 5, start - 3, start + 9) for post_id, start in places)
    values = {"end": None, "at": None, "certainty": Certainty.PLANNED, "status": Status.EXPECTED} | changes
    return Event(key=f"{day}:{title}", title=title, start=day, mentions=mentions, **values)


VOTE = event("Vote in the harbour council", THURSDAY, (11, 20), (12, 40), (21, 60))
MARCH = event("March of the dockers", MONDAY, (11, 90))


def told(*events: Event, posts: tuple[Post, ...] = POSTS, as_of: datetime | None = AS_OF) -> Story:
    return Story("s", posts=posts, found=Facts(events=events or (MARCH, VOTE), as_of=as_of))


def after(one: Story, correction: Correction) -> Story:
    return one.with_marks((one.marks - set(correction.remove)) | set(correction.add))


def find(one: Story, title: str) -> Event:
    return next(each for each in (*one.facts.events, *one.facts.dismissed) if each.title == title)


def change(one: Story, title: str, new: str | None = None, days: Days | None = None, at: datetime = NOON) -> Story:
    said = find(one, title)
    return after(one, changing(one.own_events, said, one.post_by_id, at, title=new, days=days))


def pin(one: Story, title: str) -> Story:
    return after(one, pinning(one.own_events, find(one, title), one.post_by_id, NOON))


def dismiss(one: Story, title: str) -> Story:
    return after(one, dismissing(one.own_events, find(one, title), one.post_by_id, NOON))


def end(one: Story, title: str, at: datetime = NOON) -> Story:
    return after(one, ending(one.own_events, find(one, title), one.post_by_id, at))


def shown(one: Story, title: str) -> tuple[str, bool, str]:
    row = next(row for row in event_rows(one, CLOCK, LONDON) if row.title == title)
    return row.countdown, row.passed, row.yours


def rows(one: Story, **options) -> list[tuple[str, str]]:
    return [(row.title, row.days) for row in event_rows(one, CLOCK, LONDON, **options)]


def found_anew(one: Story, *events: Event) -> Story:
    return replace(one, found=Facts(events=events, as_of=AS_OF))


def test_another_name_and_another_day_are_shown_as_the_users():
    one = change(told(), VOTE.title, "Council decides", Days(NEXT_TUESDAY))
    (march, vote) = event_rows(one, CLOCK, LONDON)
    assert (march.title, march.yours) == (MARCH.title, "")
    assert (vote.title, vote.days, vote.countdown) == ("Council decides", "Tue 20 May", "IN 9 DAYS")
    assert vote.yours == "name and day by you, found Thu 15 May"
    changed = find(one, "Council decides")
    assert changed.as_found == VOTE
    assert standing(changed) == "planned, name and day by you, found Thu 15 May"
    assert stored_event_object(changed, {}, {}, None)["found"] == {
        "title": VOTE.title,
        "start": "2025-05-15",
        "end": None,
    }
    assert (changed.revised, changed.revision) == (NOON, 1)
    assert event_citation(one, changed.key, CLOCK, LONDON).text.startswith(
        "Council decides, Tue 20 May 2025 (planned; name and day by you, found Thu 15 May) — "
    )


def test_what_the_user_says_of_one_mention_per_source_holds_without_the_others():
    one = change(told(), VOTE.title, "Council decides")
    assert {mark.target for mark in one.marks} == {11, 21}
    # The first source is taken out with its marks: the second still says which event is meant.
    left = replace(
        found_anew(one, replace(VOTE, title="Vote", key="other", mentions=VOTE.mentions[2:])),
        posts=POSTS[2:],
        marks=frozenset(mark for mark in one.marks if mark.target == 21),
    )
    assert rows(left) == [("Council decides", "Thu 15 May")]


def test_the_users_word_stays_when_the_event_is_found_with_another_key_name_and_day():
    one = dismiss(change(told(), VOTE.title, "Council decides", Days(NEXT_TUESDAY)), MARCH.title)
    moved = replace(VOTE, key="x", title="Vote on the quay", start=date(2025, 5, 16), was=THURSDAY)
    later = found_anew(one, replace(MARCH, key="y", title="March"), moved)
    (row,) = event_rows(later, CLOCK, LONDON)
    assert (row.title, row.days, row.yours) == (
        "Council decides",
        "Tue 20 May",
        "name and day by you, found Fri 16 May",
    )
    assert [row.title for row in dismissed_rows(later, CLOCK, LONDON)] == ["March"]


def test_where_the_words_of_a_post_have_moved_the_event_of_the_same_name_is_meant():
    one = change(told(), VOTE.title, "Council decides")
    moved = replace(VOTE, mentions=event("", THURSDAY, (11, 25)).mentions)
    assert rows(found_anew(one, moved)) == [("Council decides", "Thu 15 May")]
    other = event("Something else", THURSDAY, (11, 25))
    assert rows(found_anew(one, other)) == [("Something else", "Thu 15 May")]


def test_sources_that_come_to_say_the_same_leave_nothing_that_is_the_users():
    one = change(told(), VOTE.title, days=Days(NEXT_TUESDAY))
    agreed = found_anew(one, replace(VOTE, start=NEXT_TUESDAY))
    assert find(agreed, VOTE.title).as_found is None


def test_back_to_as_found():
    one = told()
    there = change(change(one, VOTE.title, "Council decides", Days(NEXT_TUESDAY)), "Council decides")
    assert there.marks == one.marks
    assert there.facts == one.facts
    # One of the two alone.
    half = change(
        change(one, VOTE.title, "Council decides", Days(NEXT_TUESDAY)), "Council decides", days=Days(NEXT_TUESDAY)
    )
    assert rows(half) == [(MARCH.title, "Mon 12 May"), (VOTE.title, "Tue 20 May")]


def test_of_two_words_the_later_one_holds_and_leaves_one_mark_a_source():
    one = change(change(told(), VOTE.title, "Council decides"), "Council decides", "The decision", at=LATER)
    assert rows(one)[1] == ("The decision", "Thu 15 May")
    assert len(one.marks) == 2
    both = one.with_marks(one.marks | change(told(), VOTE.title, "Of another desk", at=NOON).marks)
    assert rows(both)[1] == ("The decision", "Thu 15 May")


def test_a_dismissed_event_is_nowhere_until_it_is_brought_back():
    one = dismiss(told(), VOTE.title)
    assert rows(one) == [(MARCH.title, "Mon 12 May")]
    (gone,) = dismissed_rows(one, CLOCK, LONDON)
    assert gone.dismissed
    assert one.event(VOTE.key) == VOTE
    assert dismiss(one, VOTE.title).facts == told().facts


def test_pinned_events_stand_first_even_when_they_have_passed_or_a_filter_holds_them_back():
    past = event("Arrival", date(2025, 5, 2), (12, 70))
    one = pin(told(past, MARCH, VOTE), VOTE.title)
    assert [title for title, _ in rows(one)] == [VOTE.title, MARCH.title, "Arrival"]
    one = pin(one, "Arrival")
    assert [title for title, _ in rows(one)] == [VOTE.title, "Arrival", MARCH.title]
    assert [title for title, _ in rows(one, among={21})] == [VOTE.title, "Arrival"]
    assert rows(pin(pin(one, "Arrival"), VOTE.title)) == rows(told(past, MARCH, VOTE))


def test_an_event_of_ones_own():
    at = datetime(2025, 5, 12, 14, tzinfo=BST)
    correction = adding("Call with [Leith]", Days(MONDAY, None, at), NOON)
    one = after(told(), correction)
    assert correction.said == "added “Call with [Leith]”, Mon 12 May 2025 14:00 BST"
    assert rows(one)[1] == ("Call with [Leith]", "Mon 12 May 14:00 BST")
    own = find(one, "Call with [Leith]")
    row = event_rows(one, CLOCK, LONDON)[1]
    assert (row.yours, row.unmentioned, row.countdown) == ("added by you", True, "TOMORROW")
    assert standing(own) == "added by you"
    assert (
        event_citation(one, own.key, CLOCK, LONDON).text
        == "Call with [Leith], Mon 12 May 2025 14:00 BST (added by you)"
    )
    assert rows(one, among={11, 12, 21})[-1][0] == VOTE.title  # a filter narrows to what posts say
    assert event_rows(one, CLOCK, SOURCE_ZONE)[1].days == "Mon 12 May 14:00 BST"
    whole_day = after(told(), adding("Call", Days(MONDAY), NOON))
    assert next(row.days for row in event_rows(whole_day, CLOCK, SOURCE_ZONE)) == "Mon 12 May"
    # Changed and pinned it is still one event with one mark that adds it.
    one = pin(one, own.title)
    one = change(one, own.title, "Call", Days(NEXT_TUESDAY), LATER)
    assert rows(one)[0] == ("Call", "Tue 20 May")
    assert sorted(mark.kind for mark in one.marks) == ["event", "event pinned"]
    assert find(one, "Call").key == own.key
    assert dismiss(one, "Call").marks == frozenset()


def test_two_events_of_ones_own_with_one_name_are_two():
    one = after(after(told(), adding("Call", Days(MONDAY), NOON)), adding("Call", Days(MONDAY), LATER))
    assert [title for title, _ in rows(one)].count("Call") == 2


def test_the_status_of_a_day_that_the_user_gave_follows_the_clock():
    one = told(replace(VOTE, status=Status.CALLED_OFF))
    assert [(row.countdown, row.passed) for row in event_rows(one, CLOCK, LONDON)] == [("CALLED OFF", True)]
    again = change(one, VOTE.title, days=Days(date(2025, 5, 10)))
    assert find(again, VOTE.title).status is Status.DUE
    assert [row.countdown for row in event_rows(again, CLOCK, LONDON)] == ["DUE"]
    soon = change(one, VOTE.title, days=Days(AS_OF.date(), None, AS_OF + timedelta(minutes=30)))
    assert next_tick(soon, CLOCK) == timedelta(seconds=1)
    assert [row.countdown for row in event_rows(soon, CLOCK, LONDON)] == ["IN 30 MIN 00 S"]


def test_what_the_user_pinned_or_gave_a_day_stays_when_no_source_mentions_it_any_more():
    one = pin(change(told(), VOTE.title, "Council decides", Days(NEXT_TUESDAY)), MARCH.title)
    left = found_anew(one, event("Something else", THURSDAY, (12, 5)))
    assert rows(left) == [
        (MARCH.title, "Mon 12 May"),
        ("Something else", "Thu 15 May"),
        ("Council decides", "Tue 20 May"),
    ]
    assert {row.yours for row in event_rows(left, CLOCK, LONDON) if row.title != "Something else"} == {
        "kept by you, no longer mentioned"
    }
    # It can be changed, pinned and taken out like one of the user's own.
    changed = change(left, "Council decides", "Council", Days(MONDAY), LATER)
    assert rows(changed)[1] == ("Council", "Mon 12 May")
    assert find(changed, "Council").added
    assert rows(dismiss(left, "Council decides")) == rows(left)[:2]
    assert rows(pin(left, MARCH.title))[0] == ("Something else", "Thu 15 May")
    assert rows(pin(left, "Council decides"))[1] == ("Council decides", "Tue 20 May")


def test_what_was_said_before_another_source_came_is_said_there_when_the_first_is_taken_out():
    one = change(found_anew(told(), replace(VOTE, mentions=VOTE.mentions[:2])), VOTE.title, "Council decides")
    one = pin(found_anew(one, MARCH, replace(VOTE, title="Ballot")), "Council decides")
    (anew,) = saying_elsewhere(one.own_events, 1, one.post_by_id)
    assert (anew.kind, anew.target, anew.value, anew.words) == ("event title", 21, "Council decides", "Ballot")
    assert saying_elsewhere(one.own_events, 2, one.post_by_id) == ()
    left = found_anew(one, replace(VOTE, mentions=VOTE.mentions[2:]))
    left = replace(left, marks=frozenset({anew, *(mark for mark in one.marks if mark.target == 21)}), posts=POSTS[2:])
    (row,) = event_rows(left, CLOCK, LONDON)
    assert (row.title, row.pinned) == ("Council decides", True)


def test_an_event_that_one_source_stops_mentioning_is_there_once():
    one = pin(change(told(), VOTE.title, "Council decides", Days(NEXT_TUESDAY)), "Council decides")
    left = found_anew(one, MARCH, replace(VOTE, title="Vote on the quay", mentions=VOTE.mentions[2:]))
    assert rows(left) == [("Council decides", "Tue 20 May"), (MARCH.title, "Mon 12 May")]
    # What was said of it when only the other source told of it holds, too.
    only_first = found_anew(told(), MARCH, replace(VOTE, mentions=VOTE.mentions[:2]))
    one = change(only_first, VOTE.title, days=Days(NEXT_TUESDAY))
    one = change(found_anew(one, MARCH, VOTE), VOTE.title, "Council decides", Days(NEXT_TUESDAY), LATER)
    left = found_anew(one, MARCH, replace(VOTE, title="Vote on the quay", mentions=VOTE.mentions[2:]))
    assert rows(left) == [(MARCH.title, "Mon 12 May"), ("Council decides", "Tue 20 May")]
    # Nothing of it stays behind when it is given back to the sources.
    assert change(left, "Council decides").marks == frozenset()


def test_two_events_of_one_name_stay_two_when_no_source_mentions_them():
    vote, again = event("Vote", MONDAY, (11, 20)), event("Vote", THURSDAY, (12, 40))
    one = told(vote, again)
    for each in (vote, again):
        one = after(one, pinning(one.own_events, one.event(each.key), one.post_by_id, NOON))
    left = found_anew(one, event("Something else", NEXT_TUESDAY, (12, 5)))
    assert rows(left) == [("Vote", "Mon 12 May"), ("Vote", "Thu 15 May"), ("Something else", "Tue 20 May")]


def test_a_name_of_the_users_stays_with_what_is_kept_whatever_the_sources_called_it_then():
    one = found_anew(change(told(), VOTE.title, "Council decides"), MARCH, replace(VOTE, title="Ballot"))
    one = change(one, "Council decides", "Council decides", Days(NEXT_TUESDAY), LATER)
    assert rows(found_anew(one, MARCH)) == [(MARCH.title, "Mon 12 May"), ("Council decides", "Tue 20 May")]


def test_where_two_events_of_a_post_bear_one_name_none_is_taken_for_the_other():
    vote, again = event("Vote", MONDAY, (11, 20)), event("Vote", THURSDAY, (11, 60))
    one = told(vote, again)
    one = after(one, changing(one.own_events, again, one.post_by_id, NOON, title="Second vote", days=None))
    moved = [replace(vote, mentions=event("", MONDAY, (11, 27)).mentions),
             replace(again, mentions=event("", THURSDAY, (11, 67)).mentions)]  # fmt: skip
    assert rows(found_anew(one, *moved)) == [("Vote", "Mon 12 May"), ("Vote", "Thu 15 May")]
    # Another event now stands where the words were: its own name tells it apart.
    other = event("March", MONDAY, (11, 60))
    assert rows(found_anew(one, other, moved[1])) == [("March", "Mon 12 May"), ("Second vote", "Thu 15 May")]


def test_a_name_alone_holds_on_to_nothing():
    one = change(told(), VOTE.title, "Council decides")
    assert rows(found_anew(one, MARCH)) == [(MARCH.title, "Mon 12 May")]


def test_what_is_not_yet_found_or_hidden_by_the_clock_is_not_gone():
    one = pin(told(), VOTE.title)
    assert rows(replace(one, found=Facts())) == []
    earlier = replace(one, found=Facts(as_of=datetime(2025, 5, 9, tzinfo=UTC)))
    assert rows(earlier) == []


def test_marks_that_cannot_be_read_change_nothing():
    bad = {Mark("event days", 11, "soon", NOON, "Vote", start=20), Mark("event", 5, "2025-99-99", NOON, "Call")}
    one = told().with_marks(frozenset(bad))
    assert one.facts.events == told().facts.events


WORDS = st.sampled_from([VOTE.title, MARCH.title, "A", "B"])
ACTS = st.lists(st.tuples(st.sampled_from(["change", "pin", "dismiss"]), WORDS, WORDS, st.integers(12, 20)), max_size=8)


@given(ACTS)
def test_every_change_does_what_it_says_and_taking_it_back_undoes_it(acts):
    one = told()
    for act, title, new, day in acts:
        there = {each.title for each in (*one.facts.events, *one.facts.dismissed)}
        if title not in there:
            continue
        days = Days(date(2025, 5, day))
        if act == "change":
            said = changing(one.own_events, find(one, title), one.post_by_id, NOON, title=new, days=days)
        else:
            make = {"pin": pinning, "dismiss": dismissing}[act]
            said = make(one.own_events, find(one, title), one.post_by_id, NOON)
        following = after(one, said)
        assert after(following, Correction(said.remove, said.add, "")).facts == one.facts
        assert len(following.facts.events) + len(following.facts.dismissed) == 2
        if act == "change":
            assert (new, days) in {
                (each.title, days_of(each)) for each in (*following.facts.events, *following.facts.dismissed)
            }
        one = following


TWO_DESKS = st.lists(
    st.tuples(st.sampled_from([0, 1]), st.booleans(), st.sampled_from(["change", "pin", "dismiss"]), st.integers(0, 2),
              st.sampled_from(["A", "B"]), st.integers(12, 20)),
    max_size=10,
)  # fmt: skip


@given(TWO_DESKS)
def test_two_desks_that_see_each_other_late_never_double_or_lose_an_event(acts):
    one = told()
    own = adding("Call", Days(MONDAY), NOON)
    stored = set(own.add)
    desks = [after(one, own)] * 2
    for minute, (which, sees_the_other, act, number, new, day) in enumerate(acts):
        if sees_the_other:
            desks[which] = one.with_marks(frozenset(stored))
        desk, at = desks[which], LATER + timedelta(minutes=minute)
        there = sorted((*desk.facts.events, *desk.facts.dismissed), key=lambda each: each.key)
        if number >= len(there):
            continue
        event = there[number]
        if act == "change":
            days = Days(date(2025, 5, day))
            said = changing(desk.own_events, event, desk.post_by_id, at, title=new, days=days)
        else:
            said = {"pin": pinning, "dismiss": dismissing}[act](desk.own_events, event, desk.post_by_id, at)
        stored = (stored - set(said.remove)) | {mark for mark in said.add if mark not in stored - set(said.remove)}
        desks[which] = after(desk, said)
        seen = one.with_marks(frozenset(stored))
        keys = [each.key for each in (*seen.facts.events, *seen.facts.dismissed)]
        assert len(keys) == len(set(keys))
        assert {MARCH.key, VOTE.key} <= set(keys) <= {MARCH.key, VOTE.key, f"own:{own.add[0].target}"}
        if act == "change":
            changed = seen.event(event.key)
            # What was as it is wanted where the user looks is not said.
            assert new in {changed.title, event.title}
            assert days in {days_of(changed), days_of(event)}


def test_the_user_says_that_an_event_is_off_then_over_then_as_found():
    one = told()
    off = end(one, VOTE.title)
    assert shown(off, VOTE.title) == ("CALLED OFF", True, "called off by you")
    assert find(off, VOTE.title).status is Status.CALLED_OFF
    over = end(off, VOTE.title, LATER)
    assert shown(over, VOTE.title) == ("ENDED", True, "ended by you")
    assert end(over, VOTE.title, LATER).marks == one.marks
    assert find(end(over, VOTE.title, LATER), VOTE.title) == VOTE


def test_what_the_sources_say_already_is_not_said_again():
    one = told(replace(VOTE, status=Status.CALLED_OFF))
    over = end(one, VOTE.title)
    assert shown(over, VOTE.title) == ("ENDED", True, "ended by you")
    assert end(over, VOTE.title).marks == one.marks
    agreed = found_anew(end(told(), VOTE.title), replace(VOTE, status=Status.CALLED_OFF))
    assert shown(agreed, VOTE.title) == ("CALLED OFF", True, "")


def test_where_an_event_stands_holds_of_every_source_and_beside_other_days():
    one = change(end(told(), VOTE.title), VOTE.title, days=Days(NEXT_TUESDAY), at=LATER)
    assert shown(one, VOTE.title) == ("CALLED OFF", True, "day and called off by you, found Thu 15 May")
    elsewhere = replace(
        one, posts=POSTS[2:], found=Facts(events=(replace(VOTE, mentions=VOTE.mentions[2:]),), as_of=AS_OF)
    )
    assert find(elsewhere, VOTE.title).status is Status.CALLED_OFF
    assert find(one, VOTE.title).revised == LATER


def test_an_event_of_the_users_own_is_called_off_and_stays_so_with_another_day():
    one = after(told(), adding("Regatta", Days(THURSDAY), NOON))
    off = end(one, "Regatta", LATER)
    assert shown(off, "Regatta") == ("CALLED OFF", True, "added by you, called off by you")
    moved = change(off, "Regatta", days=Days(NEXT_TUESDAY), at=LATER)
    assert shown(moved, "Regatta") == ("CALLED OFF", True, "added by you, called off by you")
    assert end(end(moved, "Regatta", LATER), "Regatta", LATER).own_events.events[-1].status is Status.EXPECTED


def test_a_standing_that_nobody_wrote_says_nothing():
    mark = Mark("event standing", 11, "won", NOON, words=VOTE.title, start=20)
    assert find(told().with_marks(frozenset({mark})), VOTE.title) == VOTE
