"""What copied live pages have around their posts, and what only looks like it."""

import pytest
from steps import assert_linear

from newsdesk.model import SourceKind
from newsdesk.read import read
from newsdesk.read.lines.furniture import is_furniture, without_links_below
from newsdesk.read.lines.layout import Line, ends_abbreviated
from newsdesk.read.live.bylines import split_byline
from newsdesk.read.live.headers import closing_signature, find_headers, lines_of
from newsdesk.read.live.twice import without_key_events
from newsdesk.read.names import Byline
from newsdesk.read.times.days_ago import days_ago

CRANE = "A crane has come from Vallby, two hours late, and stands on the quay."
GATES = "The first pair of gates is open, and eleven barges wait below the weir."
WEIR = "Two divers have checked the weir and found nothing broken."


def posts(text):
    reading = read(text.encode(), name="x")
    assert reading.source.kind is SourceKind.LIVE_PAGE
    return [(post.printed_time.hour, post.headline, post.byline_name, post.text) for post in reading.posts]


def lines(text):
    return [Line(n, line) for n, line in enumerate(text.split("\n"), 1) if line]


def kept(text):
    return "\n".join(line.text for line in without_key_events(lines(text)))


LIST = "Key events\nCrane arrives\n15:20\nGates open\n14:49\n"
BELOW = f"15:20\nMira Lund\nCrane arrives\n{CRANE}\n14:49\nJo Falk\nGates open\n{GATES}"


def test_a_list_of_key_events_is_no_post():
    assert kept(LIST + BELOW) == "Key events\n" + BELOW
    assert posts(f"Lock gates live: latest\n\n{LIST}{BELOW}\n13:58\nJo Falk\nWeir is checked\n{WEIR}\n") == [
        (15, "Crane arrives", "Mira Lund", CRANE),
        (14, "Gates open", "Jo Falk", GATES),
        (13, "Weir is checked", "Jo Falk", WEIR),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Key events\n15:20\nCrane arrives\n14:49\nGates open\n13:58\nWeir is checked",
        f"Key events\nCrane arrives\n{CRANE}\n15:20\nCrane arrives",
        f"What happened\nCrane arrives\n15:20\nGates open\n14:49\n{BELOW}",
        "Timeline\n15:20\nAlarm at the weir\n14:49\nAlarm at the weir\n13:58\nAlarm at the weir",
        f"Key events\nCrane arrives\n9 May 2026 15:20\nGates open\n14:49\n{BELOW}",
    ],
)
def test_what_stands_once_or_tells_the_day_is_no_list_of_key_events(text):
    assert kept(text) == text


def test_so_few_posts_that_their_list_alone_tells_the_page_are_read_with_it():
    text = f"Lock gates\n\nKey events\nCrane arrives\n15:20\nGates open\n14:49\n\n15:20\nCrane arrives\n{CRANE}\n14:55\n14:49\nGates open\n"
    assert read(text.encode(), name="x").posts


def test_a_clock_over_the_newest_post_is_no_post_and_keeps_the_day_over_it():
    text = f"Lock gates live\n\nThursday 4 June\n\n15:31\n15:20\nCrane arrives\n{CRANE}\n\n14:49\nGates open\n{GATES}\n\n13:58\nWeir is checked\n{WEIR}\n"
    assert [(hour, headline) for hour, headline, *_ in posts(text)] == [
        (15, "Crane arrives"),
        (14, "Gates open"),
        (13, "Weir is checked"),
    ]
    assert {post.printed_time.day for post in read(text.encode(), name="x").posts} == {4}


def test_what_follows_the_last_signed_post_is_of_another_one():
    text = f"Lock gates live\n\nCrane arrives\n{CRANE}\nMira Lund4 June 2026 15:20\n\nGates open\n{GATES}\nJo Falk4 June 2026 14:49\n\n"
    reading = read(f"{text}Weir is checked\n{WEIR}\n".encode(), name="x")
    assert [post.text for post in reading.posts] == [CRANE, GATES]
    assert reading.left_out == (WEIR,)


@pytest.mark.parametrize("day", ["04/06/2026Thursday 4 June 2026", "04/06/20264 June 2026", "4 June 2026"])
def test_a_day_below_a_link_past_its_post_may_stand_twice(day):
    text = "".join(
        f"Skip next section {head}\n{day}\n{head}\n{words}\n\n"
        for head, words in (("Crane arrives", CRANE), ("Gates open", GATES))
    )
    reading = read(f"Lock gates live\n\n{text}".encode(), name="x")
    assert [(post.printed_time.day, post.headline, post.text) for post in reading.posts] == [
        (4, "Crane arrives", CRANE),
        (4, "Gates open", GATES),
    ]


def test_a_role_below_a_name_is_no_headline():
    signed = "{}\n{}\n{} editor\n\n{}\n\n"
    text = "Lock gates live: latest\n\n" + "".join(
        signed.format(clock, name, role, words)
        for clock, name, role, words in [
            ("15:20", "Mira Lund", "Harbour", CRANE),
            ("14:49", "Jo Falk", "Political", GATES),
            ("13:58", "Jo Falk", "Political", WEIR),
        ]
    )
    assert [headline for _, headline, _, _ in posts(text)] == [None] * 3


@pytest.mark.parametrize("between", ["", " ", ", ", " | "])
def test_posts_may_end_with_who_wrote_them_and_when(between):
    text = (
        f"Lock gates live\n\n1 hour ago\nCrane arrives\n{CRANE}\n\nMira Lund{between}9 May 2026 15:20\n"
        f"2 hours ago\nGates open\n{GATES}\n\nJo Falk{between}9 May 2026 14:49\n"
    )
    assert posts(text) == [(15, "Crane arrives", "Mira Lund", CRANE), (14, "Gates open", "Jo Falk", GATES)]


@pytest.mark.parametrize("line", ["Mira Lund, Oslo", "The gates opened on 9 May 2026 15:20", "Mira Lund 9 May 2026", "9 May 2026 15:20", "Gates Open In 9 May 2026 15:20"])  # fmt: skip
def test_what_signs_no_post(line):
    assert closing_signature(line) is None


def test_one_signature_with_a_time_is_an_article_s():
    text = f"Crane arrives\n\n{CRANE}\n\n{GATES}\n\nMira Lund 9 May 2026 15:20\n"
    assert read(text.encode(), name="x").source.kind is SourceKind.ARTICLE


def test_a_label_stands_over_the_time_and_a_heading_of_the_page_over_none():
    text = "Lock gates live\n\n{}\n15:20\nCrane arrives\n" + CRANE + "\n\nKey event\n14:49\nGates open\n" + GATES
    text += f"\n\n13:58\nWeir is checked\n{WEIR}\n"
    assert [post.label for post in read(text.format("Key event").encode(), name="x").posts] == ["Key event", "Key event", None]  # fmt: skip
    assert [post.label for post in read(text.format("Latest").encode(), name="x").posts] == [None, "Key event", None]
    assert [words for *_, words in posts(text.format("Latest"))] == [CRANE, GATES, WEIR]


@pytest.mark.parametrize(
    ("below", "left"),
    [
        (["Read more:", "How a lock works", "Who owns the weir?"], 0),
        (["Read more:", "How a lock works", "Share"], 0),
        (["Read more:", "The weir was built in 1904, says its keeper."], 2),
        (["How a lock works"], 1),
        (["Read more:", *["How a lock works"] * 7], 8),
    ],
)
def test_links_that_end_a_post_are_left_out(below, left):
    assert len(without_links_below(lines("\n".join([CRANE, *below])))) == 1 + left


@pytest.mark.parametrize(
    "line",
    [
        "close panel",
        "Teilen",
        "Partager",
        "Cargar más",
        "Sort by",
        "20 Posts",
        "Show more posts",
        "Join our WhatsApp community",
        "We use cookies to make your visit better.",
        "We and our 214 partners store and read data on your device.",
    ],
)
def test_buttons_are_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Close the panel of the lock",
        "Teilen der Stadt",
        "Join our ship",
        "Twenty posts were lost",
        "Latest",
        "We use cookies and bread to feed the crews, the baker said.",
        "We and our partners in the north share data on every boat, a keeper says.",
    ],
)
def test_words_that_look_like_buttons_are_none(line):
    assert not is_furniture(line)


def test_a_live_page_in_markdown_is_read_as_it_would_be_copied():
    text = f"# Lock gates live\n\n[15:20](https://lock.example/1)\n\n### Crane arrives\n\n{CRANE}\n\n**14:49**\n\n### Gates open\n\n{GATES}\n\n13:58\n\n### Weir is checked\n\n{WEIR}\n"
    assert posts(text) == [(15, "Crane arrives", None, CRANE), (14, "Gates open", None, GATES), (13, "Weir is checked", None, WEIR)]  # fmt: skip


@pytest.mark.parametrize(
    "piece", ["15:20\nMira Lund\n", "Mira Lund9 May 2026 15:20\n", "Key events\n15:20\n", "Read more:\n"]
)
def test_floods_of_heads_end(piece):
    assert_linear(lambda n: find_headers(lines_of(piece * n)), 200)
    assert_linear(lambda n: without_key_events(lines(piece * n)), 200)


PROGRAMME = """What happens in Kelm

By Rosa Lindquist

8 June 2026

Kelm opens its new lock on Friday, and this is the programme.

10:15 – The boats set off for the lock.

11:00 – The lock opens at last.

15:00 – The boats come back from it.
"""
INTRODUCTION = "Kelm opens its new lock on Friday, and this is the programme.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        PROGRAMME,
        PROGRAMME.replace(" – ", ": "),
        PROGRAMME.replace(" – ", "\n"),
        PROGRAMME.replace("11:00", "Saturday 13 June\n\n09:00"),
    ],
)
def test_a_programme_under_words_of_its_own_is_an_article(text):
    assert read(text.encode(), name="x").source.kind is SourceKind.ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        PROGRAMME.replace("What happens", "Live: what happens"),
        PROGRAMME.replace(INTRODUCTION, ""),
        PROGRAMME.replace("10:15", "16:15"),
    ],
)
def test_times_run_forwards_on_a_live_page_too_and_backwards_on_no_programme(text):
    assert read(text.encode(), name="x").source.kind is SourceKind.LIVE_PAGE


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Today, 4:03 pm", 0),
        ("Yesterday at 11:48", 1),
        ("11:48 pm, yesterday", 1),
        ("Hier à 23:05", 1),
        ("Aujourd’hui à 16:03", 0),
        ("gestern, 23.05 Uhr", 1),
        ("Ayer - 23:05 CEST", 1),
        ("ieri alle 23:05", 1),
        ("16:03", None),
        ("The boats leave today", None),
        ("Hier stehen 23 Boote", None),
    ],
)
def test_a_clock_may_say_its_day_as_it_lies_to_the_reader_s(line, days):
    assert days_ago(line) == days


@pytest.mark.parametrize(
    "ages",
    [
        ("4 min ago", "4 min ago", "4 min ago"),
        ("1 hr ago", "22 min ago", "4 min ago"),
        ("4 min ago", "22 min ago", "soon"),
    ],
)
def test_ages_that_do_not_run_backwards_begin_no_posts(ages):
    words = (CRANE, GATES, WEIR)
    assert find_headers(lines("\n\n".join(f"{age}\n{told}" for age, told in zip(ages, words, strict=True)))) == []


@pytest.mark.parametrize(
    "ages",
    [
        ("4 min ago", "22 min ago", "1 hr 4 min ago"),
        ("vor 5 Minuten", "vor 2 Stunden", "vor 1 Tag"),
        ("il y a 50 minutes", "il y a 2 heures", "il y a 3 jours"),
        ("hace 50 minutos", "hace 2 horas", "hace 3 días"),
    ],
)
def test_ages_alone_begin_posts_where_they_run_backwards(ages):
    words = (CRANE, GATES, WEIR)
    text = "\n\n".join(f"{age}\nGates open\n{told}" for age, told in zip(ages, words, strict=True))
    assert [header.headline for header in find_headers(lines(text))] == ["Gates open"] * 3


def test_initials_stand_for_the_picture_of_who_signs_and_for_nobody_else_s():
    signed = [Line(1, "TM"), Line(2, "By Tess Marlow"), Line(4, CRANE)]
    assert split_byline(signed, None, None) == (Byline("Tess Marlow"), signed[2:], 0)
    other = [Line(1, "UN"), Line(2, "By Tess Marlow"), Line(4, CRANE)]
    assert split_byline(other, None, None).byline is None


@pytest.mark.parametrize("text", ["Curfew from 10 p.m.", "Talks move to Washington, D.C.", "Fire in Springfield, Ill."])
def test_a_full_stop_may_be_that_of_an_abbreviation(text):
    assert ends_abbreviated(text)


@pytest.mark.parametrize("text", ["It ends in Va.", "It ends here.", "It ends at ten", "So said Mira. I"])
def test_other_full_stops_end_a_sentence(text):
    assert not ends_abbreviated(text)


def in_figures(*clocks):
    return "The river at Kelm\n\n" + "\n\n".join(
        f"{clock}: The water stands at mark {n}." for n, clock in enumerate(clocks)
    )


@pytest.mark.parametrize(
    ("clocks", "is_live"),
    [
        (("1603", "1544", "0915"), True),
        (("0040", "2350", "2210"), True),
        (("1603 GMT", "1544 GMT", "1410 GMT"), True),
        (("1603", "1544", "1410"), False),
        (("1415", "1603", "1744", "1812", "1905", "2012"), False),
        (("0915", "1603", "1130", "2210", "0830"), False),
        (("2130", "2110", "2100", "2095"), False),
        (("0843", "0911", "0987", "1014"), False),
        (("0915", "0830"), False),
    ],
)
def test_clocks_in_four_figures_are_those_of_posts_unless_they_may_be_years(clocks, is_live):
    kind = read(in_figures(*clocks).encode(), name="x").source.kind
    assert kind is (SourceKind.LIVE_PAGE if is_live else SourceKind.ARTICLE)
