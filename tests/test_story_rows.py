from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import combinations
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from story_of import BST, at, event, posts, story

from newsdesk.model import (
    Actor,
    ActorKind,
    Basis,
    Certainty,
    Facts,
    Mark,
    Mention,
    Post,
    Precision,
    Published,
    Quote,
    QuoteKind,
    Revision,
    Source,
    SourceKind,
    Status,
    Timex,
)  # fmt: skip
from newsdesk.story import Story
from newsdesk.story.chips import chips
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.countdown import (
    RowsMade,
    countdown_rows,
    days_begun,
    dismissed_rows,
    event_rows,
    mention_rows,
    next_tick,
)
from newsdesk.story.filter import Filter, shown_posts
from newsdesk.story.folding import folded, terms_of
from newsdesk.story.passages import Passage
from newsdesk.story.quotes import NOBODY_NAMED, actor_rows, passages_of, post_citation, quote_rows
from newsdesk.story.reader import page, words_citation
from newsdesk.story.search import Search
from newsdesk.story.sources import source_rows
from newsdesk.story.stream import recording_time, stream_rows
from newsdesk.story.wording import SOURCE_ZONE, full_moment, full_published, short_published, zone_name

LONDON = ZoneInfo("Europe/London")
NEWEST = Clock(Mode.NEWEST, datetime(2025, 5, 11, 16, 3, tzinfo=BST))


def test_the_stream_is_newest_first_and_undated_posts_stand_last():
    rows = stream_rows(story(), Filter(), NEWEST, LONDON)
    assert [(row.rule, row.time, row.headline, row.label) for row in rows] == [
        ("Sunday 11 May · BST", "16:03", "Dockers 'will not move', says Ana Ruiz", "BREAKING"),
        ("Sunday 11 May · BST", "12:00", "Talks set for Thursday", ""),
        ("Saturday 10 May · BST", "23:30", "Ports shut", "ANALYSIS"),
        ("Undated", "--:--", "", ""),
    ]
    assert [(row.unread, row.starred) for row in rows] == [(True, False), (True, True), (False, False), (True, False)]
    assert rows[0].byline == "Lee Park, Ports reporter"
    assert [str(row.source) for row in rows] == ["Harbour Post", "Harbour Post", "Harbour Post", "The long quarrel"]


def test_the_display_zone_decides_under_which_day_a_post_stands():
    rows = stream_rows(story(), Filter(), NEWEST, ZoneInfo("Europe/Moscow"))
    assert (rows[2].rule, rows[2].time) == ("Sunday 11 May · MSK", "01:30")


def test_a_post_known_only_to_the_day_keeps_its_day_in_every_zone():
    day_only = replace(posts()[3], published=replace(at(9, 0, 0), precision=Precision.DAY))
    (row,) = stream_rows(story(posts=(day_only,)), Filter(), NEWEST, ZoneInfo("America/Los_Angeles"))
    assert (row.rule, row.time) == ("Friday 9 May", "--:--")


def test_a_post_known_only_to_the_day_stands_at_that_days_start_in_every_zone():
    """The day began in the source's zone while the day before was not over where the desk stands."""
    day_only = replace(posts()[3], published=replace(at(11, 0, 0), precision=Precision.DAY))
    evening = replace(posts()[2], published=at(11, 0, 30))
    rows = stream_rows(story(posts=(evening, day_only)), Filter(), NEWEST, ZoneInfo("UTC"))
    assert [(row.rule, row.time) for row in rows] == [("Sunday 11 May", "--:--"), ("Saturday 10 May · UTC", "23:30")]
    morning = replace(posts()[2], published=at(11, 9, 0))
    rows = stream_rows(story(posts=(day_only, morning)), Filter(), NEWEST, ZoneInfo("UTC"))
    assert [row.time for row in rows] == ["08:00", "--:--"]


def test_another_year_and_a_guess_show_in_the_day_rule():
    old = replace(
        posts()[0], published=replace(at(11, 9, 0, Basis.GUESSED), at=datetime(2024, 5, 11, 9, 0, tzinfo=BST))
    )
    (row,) = stream_rows(story(posts=(old,)), Filter(), NEWEST, LONDON)
    assert row.rule == "Saturday 11 May 2024 (guessed) · BST"


def test_posts_of_one_moment_keep_the_order_of_their_source():
    """The top of a live page is its newest post."""
    same = tuple(Post(n=n, id=n, source_id=1, headline=str(n), published=at(11, 9, 0)) for n in (1, 2, 3))
    assert [row.headline for row in stream_rows(story(posts=same), Filter(), NEWEST, LONDON)] == ["1", "2", "3"]


def test_turns_of_a_transcript_say_where_the_recording_has_them_and_not_as_an_hour():
    day_only = replace(at(11, 0, 0), precision=Precision.DAY)
    turn = Post(n=2, id=5, source_id=2, text="Yes.", speaker="Ana Ruiz", at=3725.9, published=day_only)
    (row,) = stream_rows(story(posts=(turn,)), Filter(), NEWEST, LONDON)
    assert (row.time, row.headline, row.byline) == ("--:--", "Ana Ruiz:", "1:02:05 into the recording")
    assert recording_time(59.9) == "0:59"


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(), [11, 12, 13, 21]),
        (Filter(actor="Jo Tan"), [13]),
        (Filter(source_id=2), [21]),
        (Filter(label="BREAKING"), [11]),
        (Filter(unread=True), [11, 12, 21]),
        (Filter(starred=True), [12]),
        (Filter(text="older THAN"), [21]),
        (Filter(text="harbour post", unread=True), [11, 12]),
        (Filter(actor="Ana Ruiz", source_id=2), []),
    ],
)
def test_filters_combine(wanted, ids):
    assert [post.id for post in shown_posts(story(), wanted, NEWEST)] == ids


NOON = datetime(2025, 5, 11, 12, 0, tzinfo=BST)
CONDITIONS = {
    "actor": ({"actor": "Ana Ruiz"}, {11, 13}),
    "source": ({"source_id": 1}, {11, 12, 13, 14}),
    "label": ({"label": "Breaking"}, {11, 14}),
    "unread": ({"unread": True}, {11, 12, 14, 21}),
    "starred": ({"starred": True}, {12, 14, 21}),
    "since": ({"since": NOON}, {11, 12, 21}),
    "until": ({"until": NOON}, {13, 14}),
    "text": ({"text": "strike"}, {13, 14, 21}),
}
"""By its name, a condition and what it lets through of `busy_story`."""


def busy_story():
    first, second, third, fourth = posts()
    joke = story().found.quotes[3]
    return story(
        posts=(
            first,
            second,
            third,
            replace(second, n=4, id=14, headline="Strike goes on", label="Breaking", published=at(11, 9, 0)),
            replace(fourth, text="A strike older than its parties.", published=at(11, 13, 0)),
        ),
        marks=frozenset(Mark("starred", post_id) for post_id in (12, 14, 21)),
        found=replace(story().found, quotes=(*story().found.quotes, replace(joke, speaker="Ana Ruiz"))),
    )


@pytest.mark.parametrize("names", [*combinations(CONDITIONS, 1), *combinations(CONDITIONS, 2), tuple(CONDITIONS)])
def test_every_two_conditions_combine(names):
    wanted = Filter(**{key: value for name in names for key, value in CONDITIONS[name][0].items()})
    ids = set.intersection(*(CONDITIONS[name][1] for name in names))
    assert {post.id for post in shown_posts(busy_story(), wanted, NEWEST)} == ids
    there = {chip.words for chip in chips(busy_story(), wanted, LONDON, NOON.date())}
    assert len(there) == len(names), "each is a chip of its own"


def test_no_two_conditions_let_the_same_posts_through():
    """Else one that is forgotten would not be missed beside the other."""
    for one, other in combinations(CONDITIONS.values(), 2):
        assert one[1] - other[1] or other[1] - one[1]


@pytest.mark.parametrize("read", [set(), {11}, {11, 21}, {12, 13}, {11, 12, 21}, {11, 12, 13, 21}])
def test_the_next_unread_row_and_those_below(read):
    rows = stream_rows(story(read_ids=frozenset(read)), Filter(), NEWEST, LONDON)
    assert rows.unread == 4 - len(read)
    for here in range(4):
        round_about = [(here + away) % 4 for away in range(1, 5)]
        unread = [at for at in round_about if rows.key_at(at) not in read]
        assert rows.next_unread(here, 1) == next(iter(unread), None)
        back = [at for at in [*round_about[2::-1], here] if rows.key_at(at) not in read]
        assert rows.next_unread(here, -1) == next(iter(back), None)
        assert rows.unread_from(here) == [rows.key_at(at) for at in range(here, 4) if rows.key_at(at) not in read]


def test_rows_that_others_grew_from_stay_as_they_are():
    there = story()
    before = stream_rows(there, Filter(), NEWEST, LONDON)
    new = Post(n=4, id=31, source_id=1, published=at(11, 18, 0))
    later = stream_rows(there.with_posts(there.sources, [new]), Filter(), NEWEST, LONDON, before)
    assert (later.index_of(31), before.index_of(31)) == (0, None)
    assert [before.index_of(row.post_id) for row in before] == [*range(len(before))]
    beside = stream_rows(there.with_posts(there.sources, [replace(new, id=32)]), Filter(), NEWEST, LONDON, before)
    assert (beside.index_of(32), beside.index_of(31)) == (0, None)


@pytest.mark.parametrize("hour", [8, 18])
@pytest.mark.parametrize("read", [{12}, {12, 31}, set()])
def test_the_unread_are_known_when_a_post_comes_on_top_or_in_between(hour, read):
    there = posts()
    before = stream_rows(story(posts=there, read_ids=frozenset({12})), Filter(), NEWEST, LONDON)
    assert before.unread == 3
    grown = story(posts=(*there, Post(n=4, id=31, source_id=1, published=at(11, hour, 0))), read_ids=frozenset(read))
    later = stream_rows(grown, Filter(), NEWEST, LONDON, before)
    assert later.unread_from(0) == [row.post_id for row in later if row.post_id not in read]


def test_posts_that_quote_somebody_not_named_can_be_filtered():
    assert [post.id for post in shown_posts(story(), Filter(actor=NOBODY_NAMED), NEWEST)] == [13]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("strike pay", ("strike", "pay")),
        ('"pay strike" port', ("pay strike", "port")),
        ("“pay strike” port", ("pay strike", "port")),
        ('port "pay str', ("port", "pay", "str")),
        ("port “pay str", ("port", "pay", "str")),
        ('strike" and pay', ("strike", "and", "pay")),
        ("strike” and “pay talks”", ("strike", "and", "pay talks")),
        ('strike" and pay" port', ("strike", "and", "pay", "port")),
        ("strike, he said.” port", ("strike,", "he", "said.", "port")),
        ("„pay strike“ «port talks» »two ships« ”a vote”", ("pay strike", "port talks", "two ships", "a vote")),
        ('"pay strike""port talks"', ("pay strike", "port talks")),
        ('"', ()),
        ("”", ()),
        ("don't strike", ("don't", "strike")),
        ("strike  strike", ("strike",)),
        ('say"now', ("say", "now")),
        ('" ', ()),
        ('""', ()),
        ("  ", ()),
    ],
)
def test_what_is_looked_for_is_each_word_or_what_is_quoted(typed, terms):
    assert terms_of(typed) == terms


def test_all_of_the_words_must_be_there_in_any_order():
    def found(words):
        return [post.id for post in shown_posts(story(), Filter(text=words), NEWEST)]

    def searched(words, search):
        stream = stream_rows(story(), Filter(), NEWEST, LONDON)
        return sorted(stream.post(row).id for row in search.rows(stream, words, lambda: False))

    (whole, *_) = [post for post in story().posts if len(post.text.split()) > 2]
    first, second = whole.text.split()[:2]
    search = Search()
    for words in (first, f"{second} {first}", f'"{first} {second}"', f'"{second} {first}"', f"{first} nowhere"):
        assert searched(words, search) == sorted(found(words))
    assert whole.id in found(f"{second} {first}")
    assert whole.id in found(f'"{first} {second}"')
    assert whole.id not in found(f'"{second} {first}"')
    assert found(f"{first} nowhere") == []
    tag = str(story().tag(whole.source_id))
    assert whole.id in found(f"{first} {tag}"), "the source counts, too"


def test_a_search_goes_on_with_what_was_found_and_forgets_it_when_words_go():
    one, search = story(), Search()
    stream = stream_rows(one, Filter(), NEWEST, LONDON)
    for words in ("w", "we", "we m", "we move", "we", "a w", '"we w', "we"):
        assert list(search.rows(stream, words, lambda: False)) == list(Search().rows(stream, words, lambda: False))


def test_search_folds_marks_case_width_and_look_alikes():
    assert folded("“Ceasefire” – ｆｕｌｌ, іs") == '"ceasefire" - full, is'


def test_actors_stand_by_number_of_quotes_and_unnamed_speakers_last():
    rows = actor_rows(story(), NEWEST)
    assert [(row.name, row.count, row.role) for row in rows] == [
        ("Ana Ruiz", 3, "union leader"),
        ("Jo Tan", 1, "minister"),
        (NOBODY_NAMED, 1, ""),
    ]
    assert [row.activity for row in rows] == ["       █", "  █     ", "  █     "]


def test_words_as_written_stand_after_all_actors_and_are_marked():
    one = story()
    written = replace(one.found.quotes[0], speaker="a docker", surface="a docker", start=0, end=3)
    facts = replace(
        one.found,
        quotes=(*one.found.quotes, written, replace(written, start=4, end=7)),
        actors=(*one.found.actors, Actor("a docker", ActorKind.PERSON, quotes=2, resolved=False)),
    )
    rows = actor_rows(replace(one, found=facts), NEWEST)
    assert [(row.name, row.count, row.resolved) for row in rows] == [
        ("Ana Ruiz", 3, True),
        ("Jo Tan", 1, True),
        ("a docker", 2, False),
        (NOBODY_NAMED, 1, True),
    ]


def test_quotes_of_an_actor_newest_first_with_doubt_kind_and_relay():
    rows = quote_rows(story(), "Ana Ruiz", NEWEST, LONDON)
    assert [(row.text, row.when, row.detail, row.doubtful) for row in rows] == [
        ("will not move", "11 May 16:03 BST", "headline", False),
        ("We will not move", "11 May 16:03 BST", "", False),
        ("a joke", "11 May 16:03 BST", "partial · via Harbour Radio", True),
    ]


def test_a_relay_that_is_the_source_itself_is_not_told():
    told = story()
    (source, *others) = told.sources
    named = replace(told, sources=(replace(source, publisher="Harbour Radio"), *others))
    details = [row.detail for row in quote_rows(named, "Ana Ruiz", NEWEST, LONDON)]
    assert details == ["headline", "", "partial"]


def test_the_same_words_in_two_posts_are_one_row():
    twice = story(posts=(*posts(), replace(posts()[2], id=14, published=at(9, 1, 0))))
    again = replace(twice.facts.quotes[3], post_id=14, text="A joke,")
    twice = replace(twice, found=replace(twice.facts, quotes=(*twice.facts.quotes, again)))
    (row,) = quote_rows(twice, "Jo Tan", NEWEST, LONDON)
    assert (row.text, row.when, row.repeats) == ("A joke,", "9 May 01:00 BST", 2)
    assert [place.post_id for place in row.places] == [14, 13]  # the first time first
    assert [(one.post_id, one.sentence[slice(*one.span)]) for one in passages_of(twice, row, NEWEST, LONDON)] == [
        (14, "a joke"),
        (13, "a joke"),
    ]


def test_who_passes_words_on_is_told():
    told = story()
    outer = told.found.quotes[1]
    inner = replace(outer, start=42, end=55, text="will not move", speaker="Jo Tan", inside=(outer.start, outer.end))
    rows = quote_rows(story(found=replace(told.found, quotes=(outer, inner))), "Jo Tan", NEWEST, LONDON)
    assert [row.detail for row in rows] == ["quoted by Ana Ruiz · as “Union leader Ana Ruiz”"]


def test_where_a_piece_of_the_words_came_first_the_row_tells_both_times():
    base = story().found.quotes[0]
    full, piece = (
        replace(base, post_id=post, place="text", start=0, end=9, text=text)
        for post, text in ((11, "We will not move before they sign"), (13, "we will not move"))
    )
    (row,) = quote_rows(story(found=replace(story().found, quotes=(full, piece))), "Ana Ruiz", NEWEST, LONDON)
    assert (row.text, row.when, row.detail) == (full.text, "11 May 16:03 BST", "headline · first 10 May 23:30 BST")


def test_other_wordings_of_a_sentence_are_offered_with_their_source():
    one, other = (
        replace(story().found.quotes[0], post_id=post, place="text", start=0, end=9, text=text)
        for post, text in (
            (11, "The docks stand ready to host talks on a lasting deal"),
            (13, "Docks are ready to host the talks, for a deal that will last"),
        )
    )
    rows = quote_rows(story(found=replace(story().found, quotes=(one, other))), "Ana Ruiz", NEWEST, LONDON)
    assert [(row.text, row.also_as) for row in rows] == [
        (one.text, (f"“{other.text}”, Harbour Post",)),
        (other.text, (f"“{one.text}”, Harbour Post",)),
    ]


def test_words_were_first_said_at_an_hour_that_is_known_rather_than_on_the_day():
    live, article = posts()[2], replace(posts()[3], published=replace(at(10, 0, 0), precision=Precision.DAY))
    again = replace(story().found.quotes[3], post_id=article.id)
    one = story(posts=(live, article), found=replace(story().found, quotes=(again, story().found.quotes[3])))
    (row,) = quote_rows(one, "Jo Tan", NEWEST, LONDON)
    assert (row.when, row.repeats, row.post_id) == ("10 May 23:30 BST", 2, live.id)


def test_statements_stand_among_the_quotes_only_when_wanted_and_say_so():
    rows = quote_rows(story(), "Ana Ruiz", NEWEST, LONDON, statements=True)
    assert [(row.text, row.reported) for row in rows][-1] == ("talks will be held", True)
    assert rows[-1].citation.text.startswith("talks will be held (reported) — Ana Ruiz, ")


def test_a_citation_names_the_speaker_the_source_the_moment_and_the_link():
    row = quote_rows(story(), "Ana Ruiz", NEWEST, LONDON)[1]
    assert row.citation.text == (
        "“We will not move” — Ana Ruiz, Harbour Post, 16:03 BST 11 May 2025, https://example.org/live"
    )
    assert post_citation(story(), 21, LONDON).text == "A quarrel older than its parties. — The long quarrel, undated"


def test_a_chosen_moment_hides_later_quotes():
    early = Clock(Mode.CHOSEN, datetime(2025, 5, 11, 0, 0, tzinfo=BST))
    assert [row.name for row in actor_rows(story(), early)] == ["Jo Tan", NOBODY_NAMED]


COUNTDOWN = [
    (event(), (2025, 5, 11, 16, 3), ("IN 4 DAYS", "Thu 15 May", False)),
    (event(), (2025, 5, 14, 0, 5), ("TOMORROW", "Thu 15 May", False)),
    (event(), (2025, 5, 15, 23, 59), ("TODAY", "Thu 15 May", False)),
    (event(status=Status.DUE), (2025, 5, 15, 12, 0), ("DUE", "Thu 15 May", False)),
    (event(), (2025, 5, 16, 0, 0), ("PASSED", "Thu 15 May", True)),
    (event(status=Status.DUE), (2025, 5, 16, 23, 59), ("DUE", "Thu 15 May", False)),
    (event(status=Status.DUE), (2025, 5, 17, 0, 0), ("PASSED", "Thu 15 May", True)),
    (event(status=Status.ENDED), (2025, 5, 16, 0, 0), ("ENDED", "Thu 15 May", True)),
    (event(status=Status.ENDED), (2025, 5, 15, 12, 0), ("ENDED", "Thu 15 May", True)),
    (event(at=datetime(2025, 5, 15, 18, 0, tzinfo=BST), status=Status.ENDED), (2025, 5, 15, 18, 20), ("ENDED", "Thu 15 May 18:00 BST", True)),
    (event(at=datetime(2025, 5, 16, 0, 0, tzinfo=BST), status=Status.RUNNING), (2025, 5, 16, 1, 0), ("RUNNING", "Thu 15 May 24:00 BST", False)),
    (event(status=Status.CALLED_OFF), (2025, 5, 11, 0, 0), ("CALLED OFF", "Thu 15 May", True)),
    (event(end=date(2025, 5, 17)), (2025, 5, 11, 16, 3), ("IN 4 DAYS", "15 – 17 May", False)),
    (event(end=date(2025, 6, 2)), (2025, 5, 11, 16, 3), ("IN 4 DAYS", "15 May – 2 Jun", False)),
    (event(end=date(2025, 5, 17)), (2025, 5, 16, 9, 0), ("DAY 2 OF 3", "until Sat 17 May", False)),
    (event(end=date(2025, 5, 17), somewhen=True), (2025, 5, 13, 9, 0), ("IN 2 DAYS", "15 – 17 May?", False)),
    (event(end=date(2025, 5, 17), somewhen=True), (2025, 5, 16, 9, 0), ("BY SAT 17 MAY", "15 – 17 May?", False)),
    (event(end=date(2025, 5, 17), somewhen=True), (2025, 5, 17, 9, 0), ("TODAY", "15 – 17 May?", False)),
    (event(end=date(2025, 5, 17), somewhen=True), (2025, 5, 18, 9, 0), ("PASSED", "15 – 17 May?", True)),
    (event(end=date(2025, 5, 17), at=datetime(2025, 5, 15, 20, 0, tzinfo=BST)), (2025, 5, 15, 4, 7), ("IN 15 H 53 MIN", "15 – 17 May", False)),
    (event(end=date(2025, 5, 17), at=datetime(2025, 5, 15, 20, 0, tzinfo=BST), status=Status.RUNNING), (2025, 5, 15, 20, 0), ("RUNNING", "until Sat 17 May", False)),
    (event(end=date(2025, 5, 17), at=datetime(2025, 5, 15, 20, 0, tzinfo=BST)), (2025, 5, 16, 4, 7), ("DAY 2 OF 3", "until Sat 17 May", False)),
    (event(at=datetime(2025, 5, 15, 18, 0, tzinfo=BST)), (2025, 5, 15, 14, 48), ("IN 3 H 12 MIN", "Thu 15 May 18:00 BST", False)),
    (event(at=datetime(2025, 5, 15, 18, 0, tzinfo=BST)), (2025, 5, 15, 17, 30), ("IN 30 MIN 00 S", "Thu 15 May 18:00 BST", False)),
    (event(at=datetime(2025, 5, 15, 18, 0, tzinfo=BST)), (2025, 5, 15, 18, 1), ("DUE", "Thu 15 May 18:00 BST", False)),
    (event(at=datetime(2025, 5, 16, 0, 0, tzinfo=BST)), (2025, 5, 15, 22, 0), ("IN 2 H 0 MIN", "Thu 15 May 24:00 BST", False)),
    (event(at=datetime(2025, 5, 15, 18, 0, tzinfo=BST), zone_basis=Basis.INFERRED), (2025, 5, 14, 9, 0), ("TOMORROW", "Thu 15 May 18:00? BST", False)),
    (event(at=datetime(2025, 5, 15, 1, 0, tzinfo=BST)), (2025, 5, 14, 22, 10), ("IN 2 H 50 MIN", "Thu 15 May 01:00 BST", False)),
    (event(at=datetime(2025, 5, 15, 9, 0, tzinfo=BST)), (2025, 5, 14, 22, 10), ("TOMORROW", "Thu 15 May 09:00 BST", False)),
    (event(at=datetime(2025, 5, 15, 0, 0, tzinfo=timezone(timedelta(hours=2)))), (2025, 5, 14, 23, 30), ("DUE", "Thu 15 May 00:00 +02:00", False)),
    (event(start=date(2026, 1, 2)), (2025, 5, 11, 0, 0), ("IN 236 DAYS", "Fri 2 Jan 2026", False)),
]  # fmt: skip


@pytest.mark.parametrize(("expected_event", "moment", "expected"), COUNTDOWN)
def test_the_countdown_counts_calendar_days(expected_event, moment, expected):
    clock = Clock(Mode.NOW, datetime(*moment, tzinfo=BST))
    (row,) = event_rows(story(found=Facts(events=(expected_event,))), clock, BST)
    assert (row.countdown, row.days, row.passed) == expected


def test_days_are_those_of_the_event_and_not_of_the_machine():
    """Late evening in New York is the next day already where the event is."""
    clock = Clock(Mode.NOW, datetime(2025, 5, 14, 23, 30, tzinfo=UTC))
    (row,) = event_rows(story(), clock, BST)
    assert row.countdown == "TODAY"


@pytest.mark.parametrize(
    ("expected_event", "days"),
    [
        (event(), "Thu 15 May BST"),
        (event(end=date(2025, 5, 17)), "until Sat 17 May BST"),
        (event(at=datetime(2025, 5, 15, 18, 0, tzinfo=BST)), "Thu 15 May 18:00 BST"),
    ],
)
def test_a_day_names_its_zone_where_it_is_not_the_day_of_the_desk(expected_event, days):
    clock = Clock(Mode.NOW, datetime(2025, 5, 14, 23, 30, tzinfo=UTC))
    (row,) = event_rows(story(found=Facts(events=(expected_event,))), clock, UTC)
    assert row.days == days


def test_what_comes_next_stands_first_and_what_passed_last():
    events = tuple(event(key=str(day), start=date(2025, 5, day)) for day in (9, 20, 10, 12))
    rows = event_rows(story(found=Facts(events=events)), NEWEST, BST)
    assert [row.key for row in rows] == ["12", "20", "10", "9"]


NO_LONGER = [
    (event(status=Status.CALLED_OFF), 11, True),
    (event(status=Status.CALLED_OFF), 15, True),
    (event(status=Status.CALLED_OFF), 16, False),
    (event(status=Status.CALLED_OFF, end=date(2025, 5, 17)), 16, True),
    (event(status=Status.ENDED, stands_by_user=True), 11, True),
    (event(status=Status.ENDED), 15, False),
    (event(status=Status.ENDED, end=date(2025, 5, 17)), 16, False),
    (event(status=Status.POSTPONED), 11, False),
    (event(), 11, False),
    (event(), 16, False),
]


@pytest.mark.parametrize(("one", "day", "before_its_days"), NO_LONGER)
def test_what_is_called_off_or_over_on_days_to_come_has_not_passed(one, day, before_its_days):
    clock = Clock(Mode.NOW, datetime(2025, 5, day, 12, 0, tzinfo=BST))
    (row,) = event_rows(story(found=Facts(events=(one,))), clock, BST)
    assert row.before_its_days is before_its_days
    assert row.status == ("postponed" if one.status is Status.POSTPONED else ""), "the countdown says all else"


def test_what_is_no_longer_expected_stands_before_what_passed_and_next_first():
    days = {
        9: Status.EXPECTED,
        20: Status.CALLED_OFF,
        10: Status.CALLED_OFF,
        13: Status.CALLED_OFF,
        25: Status.EXPECTED,
    }
    events = tuple(event(key=str(day), start=date(2025, 5, day), status=status) for day, status in days.items())
    rows = event_rows(story(found=Facts(events=events)), NEWEST, BST)
    assert [row.key for row in rows] == ["25", "13", "20", "10", "9"]


def test_hours_of_other_zones_stand_in_the_order_in_which_they_come_and_a_whole_day_before_its_hours():
    east = timezone(timedelta(hours=2))
    events = (
        event(key="day", start=date(2025, 5, 15)),
        event(key="hour", at=datetime(2025, 5, 15, 9, 0, tzinfo=BST)),
        event(key="midnight", start=date(2025, 5, 14), at=datetime(2025, 5, 15, 0, 0, tzinfo=BST)),
        event(key="east", at=datetime(2025, 5, 15, 0, 0, tzinfo=east)),
    )
    rows = event_rows(story(found=Facts(events=events)), NEWEST, BST)
    assert [row.key for row in rows] == ["east", "midnight", "day", "hour"]


EVENTS = tuple(
    replace(one, key=str(number), status=status, pinned=number % 5 == 0)
    for status in (Status.DUE, Status.CALLED_OFF)
    for number, (one, *_) in enumerate(COUNTDOWN, start=100 * (status is Status.DUE))
)
# Many of them on the days on which the hours are.
MOMENTS = (st.integers(0, 12 * 24 * 60) | st.integers(int(6.5 * 24 * 60), int(8.5 * 24 * 60))).map(
    lambda minutes: datetime(2025, 5, 8, tzinfo=BST) + timedelta(minutes=minutes)
)


@given(
    st.lists(st.tuples(MOMENTS, st.sampled_from([BST, BST, LONDON, SOURCE_ZONE]), st.sampled_from([None, None, (12,)])))
)
def test_rows_that_were_made_before_read_as_new_ones_would(looks):
    told, made = story(found=Facts(events=EVENTS[::2], dismissed=EVENTS[1::2])), RowsMade()
    for moment, zone, among in looks:
        clock = Clock(Mode.NOW, moment)
        anew = [*event_rows(told, clock, zone, among), *dismissed_rows(told, clock, zone, among)]
        assert countdown_rows(told, clock, zone, among, made) == anew


def test_while_nothing_reads_otherwise_no_row_is_looked_at():
    told, made = (
        story(found=Facts(events=tuple(event(key=str(day), start=date(2025, 5, day)) for day in (9, 14, 20)))),
        RowsMade(),
    )
    first = countdown_rows(told, NEWEST, BST, None, made)
    assert countdown_rows(told, replace(NEWEST, moment=NEWEST.moment + timedelta(hours=1)), BST, None, made) is first
    tomorrow = replace(NEWEST, moment=NEWEST.moment + timedelta(days=1))
    assert countdown_rows(told, tomorrow, BST, None, made) is not first


def test_of_a_story_s_events_those_alone_are_told_anew_that_read_otherwise():
    hour = datetime(2025, 5, 11, 18, 0, tzinfo=BST)
    events = (event(key="today", start=hour.date(), at=hour), event(key="later"))
    told, made = story(found=Facts(events=events)), RowsMade()
    first = countdown_rows(told, NEWEST, BST, None, made)
    a_minute_later = Clock(Mode.NEWEST, NEWEST.moment + timedelta(minutes=1))
    again = countdown_rows(told, a_minute_later, BST, None, made)
    assert [(before.key, before is row) for before, row in zip(first, again, strict=True)] == [
        ("today", False),
        ("later", True),
    ]


def test_a_moved_event_says_what_it_was():
    moved = event(status=Status.POSTPONED, was=date(2025, 5, 12), certainty=Certainty.CONFIRMED)
    (row,) = event_rows(story(found=Facts(events=(moved,))), NEWEST, BST)
    assert (row.status, row.certainty) == ("postponed, was Mon 12 May", "confirmed")


def test_mentions_carry_their_sentence_and_the_dated_words():
    assert mention_rows(story(), "e1", NEWEST, LONDON) == [
        Passage(
            12, "text", 22, 33, "Talks will be held on Thursday in Leith.", (22, 33), "11 May 12:00 BST", "Harbour Post"
        )
    ]
    assert mention_rows(story(), "gone", NEWEST, LONDON) == []


def test_a_sentence_is_one_place_however_often_it_names_the_day_and_over_its_text_too():
    text = "Talks are on Thursday, 15 May. The hall holds forty."
    post = replace(posts()[1], headline="Talks are on Thursday, 15 May", text=text)
    ends = {"text": 30, "headline": 29}
    spans = (("headline", 13, 21), ("text", 13, 21), ("text", 23, 29))
    mentions = tuple(Mention(post.id, place, start, end, 0, ends[place]) for place, start, end in spans)
    told = story(posts=(post,), found=Facts(events=(event(mentions=mentions),)))
    (row,) = event_rows(told, NEWEST, BST)
    assert row.mentions == 1
    assert [(each.place, each.start) for each in mention_rows(told, row.key, NEWEST, BST)] == [("headline", 13)]


def test_the_countdown_ticks_each_second_only_in_the_last_hour():
    timed = story(found=Facts(events=(event(at=datetime(2025, 5, 15, 18, 0, tzinfo=BST)),)))
    assert next_tick(timed, Clock(Mode.NOW, datetime(2025, 5, 15, 17, 30, 10, tzinfo=BST))) == timedelta(seconds=1)
    assert next_tick(timed, Clock(Mode.NOW, datetime(2025, 5, 15, 12, 30, 10, tzinfo=BST))) == timedelta(seconds=50)


def test_the_reader_gets_the_words_their_marks_and_where_they_came_from():
    shown = page(story(), 11, LONDON)
    assert shown.provenance == "Harbour Post · /files/live.txt · line 5"
    assert shown.when == "Sun 11 May 2025 16:03 BST"
    assert [
        (span.place, shown.text[span.start : span.end] if span.place == "text" else "", span.note)
        for span in shown.spans
    ] == [
        ("headline", "", "Ana Ruiz"),
        ("text", "We will not move", "Ana Ruiz"),
        ("text", "a joke", "Ana Ruiz (unsure)"),
    ]
    assert page(story(), 99, LONDON) is None


def test_sources_stand_in_the_order_they_were_added_with_the_basis_of_their_dates():
    rows = source_rows(story(), LONDON)
    assert [(row.title, row.kind, row.posts, row.span, row.basis) for row in rows] == [
        ("Port strike, live", "live page", 3, "Sat 10 May – Sun 11 May 2025", "stated"),
        ("The long quarrel", "article", 1, "undated", ""),
    ]


def test_sources_of_one_title_are_told_apart_as_in_the_stream():
    feeds = [
        Source(SourceKind.FEED, f"https://courier.example/{number}", title="Quayside Courier", id=number)
        for number in (1, 2)
    ]
    alone = Source(SourceKind.FEED, "https://tide.example/", title="Tide Tables", id=3)
    found = Story("Locks", sources=[*feeds, alone])
    rows = source_rows(found, LONDON)
    assert [row.name for row in rows] == [str(found.tag(source.id)) for source in found.sources]
    assert [row.name for row in rows] == ["Quayside Courier 1", "Quayside Courier 2", "Tide Tables"]
    assert [row.title for row in rows] == ["Quayside Courier", "Quayside Courier", "Tide Tables"], "as it is renamed"


def test_times_name_their_zone_and_say_what_they_rest_on():
    assert full_moment(datetime(2025, 1, 5, 12, 0, tzinfo=UTC), LONDON) == "Sun 5 Jan 2025 12:00 GMT"
    assert zone_name(datetime(2025, 1, 5, tzinfo=ZoneInfo("Asia/Dubai"))) == "+04:00"
    assert zone_name(datetime(2025, 1, 5, tzinfo=timezone(timedelta(), "+00:00"))) == "UTC"
    inferred = replace(posts()[0], published=replace(at(11, 9, 0, Basis.INFERRED), zone_basis=Basis.INFERRED))
    assert full_published(inferred, LONDON) == "Sun 11 May 2025 09:00 BST (date inferred) (zone inferred)"
    assert short_published(replace(inferred, published=at(11, 9, 0, Basis.GUESSED)), LONDON) == "11 May 09:00? BST"


def test_a_filter_narrows_quotes_and_events_to_the_posts_shown():
    shown = frozenset({11})
    assert [(row.name, row.count) for row in actor_rows(story(), NEWEST, shown)] == [("Ana Ruiz", 3)]
    assert quote_rows(story(), "Jo Tan", NEWEST, LONDON, among=shown) == []
    assert event_rows(story(), NEWEST, BST, shown) == []
    twice = event(mentions=(*event().mentions, replace(event().mentions[0], post_id=11)))
    (row,) = event_rows(story(found=Facts(events=(twice,))), NEWEST, BST, shown)
    assert (row.mentions, row.held_back) == (1, 1)


def test_an_event_is_not_shown_when_every_post_that_mentions_it_is_later_than_the_moment_chosen():
    earlier = Clock(Mode.CHOSEN, datetime(2025, 5, 11, 11, 0, tzinfo=BST))
    assert event_rows(story(), earlier, BST) == []
    assert mention_rows(story(), "e1", earlier, LONDON) == []


def test_a_page_says_who_is_quoted_by_whom():
    text = "“Jo Tan told me ‘it is a joke’ and I said, ‘Fine,’” Ana Ruiz said. He wrote: “They say ‘no way’.”"

    def quote(words: str, speaker: str | None, outer: str | None = None) -> Quote:
        start = text.index(words)
        inside = (text.index(outer), text.index(outer) + len(outer)) if outer else None
        return Quote(11, "text", start, start + len(words), words, QuoteKind.DIRECT, speaker, None, None, 0.9, inside)

    first, second = "Jo Tan told me ‘it is a joke’ and I said, ‘Fine,’", "They say ‘no way’."
    quotes = (
        quote(first, "Ana Ruiz"),
        quote("it is a joke", "Jo Tan", first),
        quote("Fine,", "Ana Ruiz", first),
        quote(second, None),
        quote("no way", None, second),
    )
    shown = page(story(posts=(replace(posts()[0], text=text),), found=Facts(quotes=quotes)), 11, LONDON)
    assert shown is not None
    assert [(span.note, span.inside) for span in shown.spans] == [
        ("Ana Ruiz", False),
        ("Jo Tan, quoted by Ana Ruiz", True),
        ("Ana Ruiz, repeating own words", True),
        ("speaker not named", False),
        ("speaker not named, quoted by somebody not named", True),
    ]


def test_the_quotes_of_thousands_of_actors_are_listed_in_one_pass_over_the_story():
    posts = [replace(story().posts[0], id=number, text="We stay, we said.") for number in range(5000)]
    quotes = tuple(
        Quote(post.id, "text", 0, 8, "We stay,", QuoteKind.DIRECT, f"Speaker {post.id}", None, None, 0.9)
        for post in posts
    )
    crowd = story(posts=posts, found=Facts(quotes=quotes))
    began = process_time()
    assert all(len(quote_rows(crowd, quote.speaker or "", NEWEST, LONDON)) == 1 for quote in quotes)
    assert process_time() - began < 3  # 0.1 s; looking through all quotes for each actor takes 10


MSK = timezone(timedelta(hours=3), "MSK")


def _two_zones():
    moscow = Published(datetime(2025, 5, 11, 14, 30, tzinfo=MSK), Precision.MINUTE, Basis.STATED)
    own = [post for post in posts() if post.source_id == 1]
    return story(posts=(*own, Post(n=1, id=31, source_id=2, headline="From Moscow", published=moscow)))


def test_in_the_sources_zones_each_time_names_its_own_where_the_rule_names_another():
    rows = stream_rows(_two_zones(), Filter(), NEWEST, SOURCE_ZONE)
    assert [(row.rule, row.time) for row in rows] == [
        ("Sunday 11 May · BST", "16:03"),
        ("Sunday 11 May · BST", "14:30 MSK"),
        ("Sunday 11 May · BST", "12:00"),
        ("Saturday 10 May · BST", "23:30"),
    ]


def test_on_the_day_the_clocks_change_the_hours_before_name_their_zone():
    early, late = (
        Post(n=1, id=number, source_id=1, headline="Clocks",
             published=Published(datetime(2025, 3, 30, hour, 30, tzinfo=UTC), Precision.MINUTE, Basis.STATED))
        for number, hour in ((1, 0), (2, 12))
    )  # fmt: skip
    rows = stream_rows(story(posts=(early, late)), Filter(), NEWEST, LONDON)
    assert [(row.rule, row.time) for row in rows] == [
        ("Sunday 30 March · BST", "13:30"),
        ("Sunday 30 March · BST", "00:30 GMT"),
    ]


def test_every_moment_is_shown_as_its_source_tells_it_in_the_sources_zone():
    what = _two_zones()
    assert page(what, 31, SOURCE_ZONE).when == "Sun 11 May 2025 14:30 MSK"
    assert page(what, 12, SOURCE_ZONE).when == "Sun 11 May 2025 12:00 BST"
    assert short_published(what.post_by_id[31], SOURCE_ZONE) == "11 May 14:30 MSK"


def test_an_events_day_names_its_zone_wherever_the_desk_has_another():
    clock = Clock(Mode.NOW, datetime(2025, 5, 14, 12, 0, tzinfo=UTC))
    assert [row.days for row in event_rows(story(), clock, UTC)] == ["Thu 15 May BST"]
    assert [row.days for row in event_rows(story(), clock, LONDON)] == ["Thu 15 May"]
    assert [row.days for row in event_rows(story(), clock, SOURCE_ZONE)] == ["Thu 15 May BST"]


def test_nothing_can_be_put_into_the_zone_of_the_sources_by_mistake():
    with pytest.raises(TypeError, match="in_zone"):
        datetime(2025, 5, 14, tzinfo=UTC).astimezone(SOURCE_ZONE)


def test_a_new_day_in_an_events_zone_is_a_new_day():
    late = datetime(2025, 5, 11, 22, 59, tzinfo=UTC)
    before, after = (days_begun(story(), late + timedelta(minutes=minutes), UTC) for minutes in (0, 1))
    assert (before, after) == ({date(2025, 5, 11)}, {date(2025, 5, 11), date(2025, 5, 12)})


@pytest.mark.parametrize(
    ("words", "value", "note"),
    [
        ("on Thursday", "2025-05-15", "2025-05-15"),
        ("at 2pm on Thursday", "2025-05-15T14:00", "2025-05-15 14:00 BST"),
        ("at 2pm Moscow time", "2025-05-15T14:00", "2025-05-15 14:00 Moscow time"),
        ("at 2pm local time", "2025-05-15T14:00", "2025-05-15 14:00 local time"),
    ],
)
def test_the_hour_of_a_date_in_the_reader_names_its_zone(words, value, note):
    post = replace(posts()[1], text=f"Talks begin {words}.")
    named = Timex(12, "text", 12, 12 + len(words), words, value)
    shown = page(story(posts=(post,), found=Facts(timexes=(named,))), 12, UTC)
    assert [span.note for span in shown.spans] == [note]


@pytest.mark.parametrize(
    ("ahead", "clock", "state"),
    [
        (timedelta(days=2), NEWEST, "future date"),
        (timedelta(minutes=11), NEWEST, "future date"),
        (timedelta(minutes=9), NEWEST, ""),
        (timedelta(days=-2), NEWEST, ""),
        (timedelta(days=2), Clock(Mode.NOW, datetime(2025, 5, 1, 16, tzinfo=UTC)), "future date"),
        (timedelta(days=2), Clock(Mode.NOW, datetime(2025, 6, 11, 16, tzinfo=UTC)), ""),
    ],
)
def test_a_post_that_is_dated_later_than_it_was_read_says_so_until_its_moment_has_come(ahead, clock, state):
    before = story()
    first = before.posts[0]
    assert first.published is not None
    read_at = first.published.at - ahead
    sources = [replace(source, read_at=read_at) for source in before.sources]
    later = replace(before, sources=sources, posts=(first,))
    assert [row.state for row in stream_rows(later, Filter(), clock, BST)] == [state]
    shown = page(later, first.id, BST)
    assert shown is not None
    assert shown.history.startswith("dated ahead: its source was read ") == (ahead > timedelta(minutes=10))


def test_rows_hold_until_the_first_moment_comes_that_lay_ahead_when_it_was_read():
    before = story()
    first, second, *_ = before.posts
    assert first.published is not None
    assert second.published is not None
    read_at = second.published.at - timedelta(hours=1)
    sources = [replace(source, read_at=read_at) for source in before.sources]
    later = replace(before, sources=sources, posts=(first, second))

    def until(clock):
        return stream_rows(later, Filter(), clock, BST).holds_until

    assert until(Clock(Mode.NOW, read_at)) == second.published.at
    assert until(Clock(Mode.NOW, second.published.at)) == first.published.at
    assert until(Clock(Mode.NOW, first.published.at)) is None
    assert until(NEWEST) is None


def test_rows_hold_until_a_moment_that_stands_below_what_has_come():
    before = story()
    first, second, *_ = before.posts
    auckland, honolulu = (ZoneInfo(name) for name in ("Pacific/Auckland", "Pacific/Honolulu"))
    come, to_come = datetime(2025, 5, 12, 3, tzinfo=auckland), datetime(2025, 5, 11, 9, tzinfo=honolulu)

    def published(post, moment, precision=Precision.MINUTE):
        return replace(post, published=replace(post.published, at=moment, precision=precision))

    now = come + timedelta(hours=1)
    assert come < now < to_come
    sources = [replace(source, read_at=now - timedelta(hours=5)) for source in before.sources]
    for precision in Precision.MINUTE, Precision.DAY:
        both = (published(first, come, precision), published(second, to_come))
        rows = stream_rows(replace(before, sources=sources, posts=both), Filter(), Clock(Mode.NOW, now), SOURCE_ZONE)
        assert [row.post_id for row in rows] == [first.id, second.id]
        assert [row.state for row in rows] == ["", "future date"]
        assert rows.holds_until == to_come


CITED = [  # the post, its words, whether they were gone to, and what is cited
    (11, "We will not move", False, "“We will not move” — Ana Ruiz, "),
    (11, "“We will not move.”", False, "“We will not move.” — Ana Ruiz, "),
    (11, "“a joke”.", False, "“a joke” — Ana Ruiz (unsure), "),
    (11, "will not", False, "“will not” — Ana Ruiz, "),
    (11, "She called the offer", False, "“She called the offer” — Harbour Post, "),
    (11, "told reporters: “We will not move", False, "told reporters: “We will not move — Harbour Post, "),
    (12, "Talks will", False, "“Talks will” — Harbour Post, "),
    (12, "Talks will", True, "Talks will (reported) — Ana Ruiz, "),
    (12, "Thursday in", False, "“Thursday in” — Harbour Post, "),
    (12, "Thursday in", True, "“Talks will be held on Thursday in Leith.” — Harbour Post, "),
]


@pytest.mark.parametrize(("post_id", "words", "gone_to", "expected"), CITED)
def test_words_of_a_post_are_cited_with_who_says_them_if_it_is_one(post_id, words, gone_to, expected):
    text = {post.id: post.text for post in posts()}[post_id]
    start = text.index(words)
    found = words_citation(story(), post_id, ("text", start, start + len(words)), BST, gone_to=gone_to)
    assert found.text.startswith(expected)
    assert found.text.endswith(("11 May 2025, https://example.org/live", "11 May 2025, https://example.org/live#2"))


def test_words_of_the_headline_are_cited_and_those_of_a_post_that_is_gone_are_not():
    found = words_citation(story(), 11, ("headline", 9, 22), BST)
    assert found.text.startswith("“will not move” — Ana Ruiz, Harbour Post, 16:03 BST 11 May 2025")
    assert words_citation(story(), 99, ("text", 0, 4), BST) is None
    assert words_citation(story(), 21, ("headline", 0, 11), BST) is None, "it has no headline, whatever stands there"
    assert words_citation(story(), 11, ("text", 55, 57), BST).text.startswith(".” — Harbour Post"), "nobody's words"


def test_a_post_that_was_edited_or_is_gone_says_so_wherever_its_words_stand() -> None:
    seen = datetime(2025, 5, 11, 16, 30, tzinfo=UTC)
    edits = (Revision("Talks off", "No talks.", seen), Revision("Talks on", "Talks.", seen + timedelta(hours=1)))
    first, second, third, fourth = posts()
    changed = story(posts=(replace(first, gone=seen), replace(second, revisions=edits), third, fourth))
    rows = stream_rows(changed, Filter(), NEWEST, BST)
    assert [row.state for row in rows] == ["gone", "edited", "", ""]
    spoken = {row.text: row for row in quote_rows(changed, "Ana Ruiz", NEWEST, BST)}["We will not move"]
    assert spoken.detail.endswith("post gone from its page")
    assert spoken.citation.text.endswith("(post gone from its page, seen Sun 11 May 2025 17:30 BST)")
    shown = page(changed, 12, BST)
    assert shown.history == "edited twice, last seen Sun 11 May 2025 18:30 BST"
    assert shown.provenance.endswith(shown.history)
    assert [(edit.when, edit.headline) for edit in shown.edits] == [
        ("seen Sun 11 May 2025 17:30 BST", ("Talks off", "Talks on")),
        ("seen Sun 11 May 2025 18:30 BST", ("Talks on", "Talks set for Thursday")),
    ]
    assert page(changed, 13, BST).history == ""


def test_what_hangs_on_the_facts_is_kept_where_posts_only_came():
    before = story()
    _ = before.event_places, before.event_zones
    new = replace(before.posts[0], id=91, n=91)
    grown = replace(before, found=Facts()).with_posts(before.sources, [new]).with_found_in(before)
    assert grown.event_places is before.event_places
    assert grown.facts == before.facts
    edited = replace(before.posts[0], text="Other words.")
    other = replace(before, found=Facts()).with_posts(before.sources, [edited]).with_found_in(before)
    assert other.event_places is not before.event_places
