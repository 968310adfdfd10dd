"""Live pages without an element around each post, beside other lists, or with furniture in each; and pages that only look like them."""

from __future__ import annotations

import contextlib
import json

import pytest
from selectolax.lexbor import LexborHTMLParser
from steps import assert_linear

from newsdesk.find.dates.source_dates import resolve
from newsdesk.model import Basis, SourceKind
from newsdesk.read import read
from newsdesk.read.errors import ReadError
from newsdesk.read.web.headed_clocks import find_headed_clocks
from newsdesk.read.web.page_times import times_told

POSTS = (
    ("16:41", "Gate holds", "Engineers say that the lock gate at Brede holds for now, and that nobody has to leave."),
    ("16:03", "Gate creaks", "The lock gate at Brede has moved by a hand's width, the canal office says."),
    ("15:20", "Barges wait", "Nine barges wait above Brede, and their skippers have been told to moor for the night."),
    ("14:55", "Water rises", "The water stands two metres above the mark of last spring, says the canal office."),
    ("14:10", "First warning", "The canal office warns everybody along the towpath to keep away from the lock."),
)


def live(body: str, head: str = "", title: str = "Flood at Brede: live"):
    html = f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return read(html.encode(), name="page.html")


def blocks(before: str = "", behind: str = "", posts=POSTS) -> str:
    return "".join(
        f'<div class="entry"><time>{clock}</time>{before.format(n=n)}<p>{text}</p>{behind.format(n=n)}</div>'
        for n, (clock, _, text) in enumerate(posts)
    )


def clocks(reading) -> list[str]:
    return [f"{time.hour:02}:{time.minute:02}" for post in reading.posts if (time := post.printed_time)]


def texts(reading) -> list[str]:
    return [post.text for post in reading.posts]


TIMES = [clock for clock, _, _ in POSTS]
WORDS = [text for _, _, text in POSTS]


# --- beside lists of other stories


def teasers(count: int) -> str:
    return "<ul class='latest'>" + "".join(
        f'<li class="entry"><time>1{n % 10}:30</time><a href="/news/{n}">Council of Kell votes on bridge number {n}</a></li>'
        for n in range(count)
    ) + "</ul>"  # fmt: skip


@pytest.mark.parametrize("side", ["before", "behind"])
def test_a_list_of_other_stories_is_no_part_of_the_posts(side):
    body = "<h1>Flood at Brede</h1>" + (
        teasers(9) + f"<main>{blocks()}</main>" if side == "before" else f"<main>{blocks()}</main>{teasers(9)}"
    )
    reading = live(body)
    assert (clocks(reading), texts(reading)) == (TIMES, WORDS)


def test_posts_with_a_link_each_are_posts():
    reading = live("<h1>Flood</h1><main>" + blocks(behind='<p><a href="/news/{n}">See what the map of {n} shows</a></p>') + "</main>")  # fmt: skip
    assert clocks(reading) == TIMES
    assert all(word in text for word, text in zip(WORDS, texts(reading), strict=True))


# --- furniture


@pytest.mark.parametrize(
    "furniture",
    ["<span>{n} likes</span>", '<div><a href="#{n}">Link to this entry</a></div>', "<div>mark this entry</div>"],
)
def test_what_stands_under_all_posts_is_none_of_their_words(furniture):
    assert texts(live("<h1>Flood</h1>" + blocks(behind=furniture))) == WORDS


@pytest.mark.parametrize(
    "refrain",
    [
        "<p>Still rising</p>",
        "<p><b>BREAKING</b></p>",
        "<b>Still rising</b>",
        "<div>ALERT</div>",
        "<p>Watch:</p>",
        "<div>Dene {n}-1 Kell</div>",
        "<div>{n} injured</div>",
        "<p>Nobody is hurt.</p>",
        "<div>Nobody is hurt.</div>",
        "<ul><li>more to come</li></ul>",
    ],
)
@pytest.mark.parametrize("place", ["before", "behind"])
def test_words_of_the_story_stay_wherever_they_stand(refrain, place):
    reading = live("<h1>Flood</h1>" + blocks(**{place: refrain}))
    assert clocks(reading) == TIMES
    for n, post in enumerate(reading.posts):
        words = refrain.format(n=n).replace("<", ">").split(">")
        said = max(words, key=lambda word: (len(word) > 4, word[:1].isupper(), len(word)))
        told = " ".join((post.label or "", post.headline or "", post.text)).casefold()
        assert said.strip(" :").casefold() in told


def test_a_speaker_below_a_quotation_stays():
    posts = [(clock, head, f"“{text}”") for clock, head, text in POSTS]
    reading = live("<h1>Flood</h1>" + blocks(behind="<div>Odile Fenwick</div>", posts=posts))
    assert all("Odile Fenwick" in post.text and post.byline_name is None for post in reading.posts)


def test_a_name_below_posts_is_who_writes():
    reading = live("<h1>Flood</h1>" + blocks(behind="<div>Odile Fenwick</div>"))
    assert texts(reading) == WORDS
    assert {post.byline_name for post in reading.posts} == {"Odile Fenwick"}


def test_of_three_posts_nothing_is_taken():
    reading = live("<h1>Flood</h1>" + blocks(behind="<div>mark this entry</div>", posts=POSTS[:3]))
    assert all("mark this entry" in text for text in texts(reading))


def test_a_look_of_its_own_makes_a_headline():
    body = "".join(f'<div class="entry"><time>{clock}</time><b>{head}</b><p>{text}</p></div>' for clock, head, text in POSTS)  # fmt: skip
    reading = live("<h1>Flood</h1>" + body)
    assert [post.headline for post in reading.posts] == [head for _, head, _ in POSTS]
    assert texts(reading) == WORDS


def test_a_name_of_such_a_look_is_no_headline():
    body = "".join(f'<div class="entry"><time>{clock}</time><b>Odile Fenwick</b><p>{text}</p></div>' for clock, _, text in POSTS)  # fmt: skip
    assert not [post for post in live("<h1>Flood</h1>" + body).posts if post.headline]


# --- headings beside clocks


def run(*, above: bool, posts=POSTS) -> str:
    return "<div>" + "".join(
        (f"<h2>{head}</h2><h4>{clock}</h4>" if above else f"<h4>{clock}</h4><h2>{head}</h2>") + f"<p>{text}</p>"
        for clock, head, text in posts
    ) + "</div>"  # fmt: skip


@pytest.mark.parametrize("above", [True, False])
def test_headings_beside_clocks_begin_posts(above):
    reading = live(f"<main><h1>Flood at Brede</h1>{run(above=above)}</main><p>Our newsroom can be called by day.</p>")
    assert reading.source.kind is SourceKind.LIVE_PAGE
    assert (clocks(reading), texts(reading)) == (TIMES, WORDS)
    assert [post.headline for post in reading.posts] == [head for _, head, _ in POSTS]


def test_a_programme_of_a_day_is_none_of_posts():
    body = f"<main><h1>The day of the regatta</h1>{run(above=True, posts=POSTS[::-1])}</main>"
    page = LexborHTMLParser(f"<html><body>{body}</body></html>")
    assert find_headed_clocks(page, ["The day of the regatta"]) is None
    assert find_headed_clocks(page, ["The regatta live: all that happens"])


# --- timetables

FERRY = "The ferry company of Lorne has changed the hours of its boats, and everybody who crosses should look at them again. "
TABLES = {
    "trains": "".join(f"<tr><td>{n:02}:15</td><td>Kell</td><td>Brede Central</td></tr>" for n in range(6, 18)),
    "television": "".join(f"<tr><td>{n:02}:00</td><td>Film: The Lighthouse of Lorne, part {n}</td></tr>" for n in range(6, 18)),
    "matches": "".join(f"<tr><td>{n:02}:30</td><td>Dene Town v Kell Rovers</td></tr>" for n in range(12, 20)),
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_an_article_with_a_timetable_stays_an_article(table):
    body = f"<main><article><h1>New hours</h1><p>{FERRY * 2}</p><p>{FERRY}</p><table>{TABLES[table]}</table><p>{FERRY}</p></article></main>"
    reading = live(body, title="New hours for boats")
    assert reading.source.kind is SourceKind.ARTICLE
    assert FERRY.strip() in reading.posts[0].text


@pytest.mark.parametrize("tag", ["div", "li", "p"])
def test_an_article_with_a_programme_in_blocks_stays_an_article(tag):
    told = "".join(f'<{tag} class="row"><span>{n:02}:00</span> <em>Talk number {n} in the hall of the customs house</em></{tag}>' for n in range(9, 17))  # fmt: skip
    body = f"<main><article><h1>Open day</h1><p>{FERRY * 3}</p><div>{told}</div><p>{FERRY * 2}</p></article></main>"
    reading = live(body, title="Open day at the customs house")
    assert reading.source.kind is SourceKind.ARTICLE


def test_short_posts_that_run_forwards_on_a_page_called_live_are_posts():
    told = "".join(f'<div class="row"><time>{n:02}:00</time><p>Boat number {n} leaves the harbour of Lorne</p></div>' for n in range(9, 17))  # fmt: skip
    assert len(live(f"<main><h1>Regatta live: latest updates</h1>{told}</main>").posts) == 8


def test_sentences_that_run_forwards_are_posts():
    assert clocks(live("<h1>Flood</h1>" + blocks(posts=POSTS[::-1]), title="Flood at Brede")) == TIMES[::-1]


# --- the page's own times


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Published 16:10, 11 Jun 2026 Updated 21:24, 11 Jun 2026", (11, 16), (11, 21)),
        ("Updated / Friday, 27 Nov 2026 13:36", None, (27, 13)),
        ("Publié le 26 novembre 2026 à 14h30, mis à jour le 26 novembre 2026 à 16h38", (26, 14), (26, 16)),
        ("The hall was updated in 2026", None, None),
        ("Posted by 12 people", None, None),
        ("Last updated 13:36", None, None),
    ],
)
def test_a_line_tells_when_its_page_was_published_and_edited(line, published, modified):
    told = times_told(line)
    assert [time and (time.day, time.hour) for time in (told.published, told.modified)] == [published, modified]


def zone_bases(reading) -> set[Basis]:
    source = reading.source
    return {post.published.zone_basis for post in resolve([source], reading.posts) if post.published}


DATED = [(f"26 November 2026 {clock}", head, text) for clock, head, text in POSTS]


def offsets(reading) -> set[float]:
    dated = resolve([reading.source], reading.posts)
    return {post.published.at.utcoffset().total_seconds() / 3600 for post in dated if post.published}


def test_the_zone_that_a_page_prints_over_its_posts_is_that_of_its_clocks():
    reading = live("<h1>Flood</h1><p>Updated 26 Nov 2026 16:45 CET</p>" + blocks(posts=DATED))
    assert (offsets(reading), zone_bases(reading)) == ({1.0}, {Basis.STATED})


def test_the_zone_of_a_pages_data_is_inferred_for_its_clocks():
    head = '<meta property="article:published_time" content="2026-11-26T09:00:00+02:00">'
    reading = live("<h1>Flood</h1>" + blocks(posts=DATED), head)
    assert (offsets(reading), zone_bases(reading)) == ({2.0}, {Basis.INFERRED})


@pytest.mark.parametrize(
    ("over", "behind"),
    [
        ("<p>Updated 26 Nov 2026 16:45 CET</p><p>Published 26 Nov 2026 09:10 GMT</p>", ""),
        ("", "<footer><p>Page made 26 Nov 2026 11:45 EST</p></footer>"),
        ("", "<p>Updated 26 Nov 2026 11:45 EST</p>"),
        ("<time datetime='2026-11-26T14:00:00Z'>26 November 2026</time>", ""),
    ],
    ids=["two zones", "a footer", "below the posts", "a machine's UTC"],
)
def test_nothing_else_tells_the_zone(over, behind):
    assert zone_bases(live(f"<h1>Flood</h1>{over}{blocks(posts=DATED)}{behind}")) == {Basis.GUESSED}


def test_of_two_zones_over_days_without_a_year_only_the_year_is_taken():
    posts = [(f"26 November {clock}", head, text) for clock, head, text in POSTS]
    over = "<p>Updated 26 Nov 2026 16:45 CET</p><p>Published 26 Nov 2026 09:10 GMT</p>"
    reading = live(f"<h1>Flood</h1>{over}{blocks(posts=posts)}")
    assert zone_bases(reading) == {Basis.GUESSED}
    assert {post.published.at.year for post in resolve([reading.source], reading.posts)} == {2026}


def test_posts_with_a_zone_keep_theirs():
    posts = [(f"{clock} GMT", head, text) for clock, head, text in DATED]
    reading = live("<h1>Flood</h1><p>Updated 26 Nov 2026 17:45 CET</p>" + blocks(posts=posts))
    assert (offsets(reading), zone_bases(reading)) == ({0.0}, {Basis.STATED})


# --- data without words


def data(posts, headline: str = "Flood at Brede") -> str:
    updates = [
        {"@type": "BlogPosting", "headline": head, "articleBody": body, "datePublished": f"2026-11-26T{clock}:00Z"}
        for clock, head, body in posts
    ]
    told = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": headline,
        "liveBlogUpdate": updates,
    }
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def test_posts_without_words_in_data_have_those_below_their_headings():
    shown = "".join(f"<h2>{head}</h2><p>{text}</p>" for _, head, text in POSTS)
    reading = live(f"<h1>Flood at Brede</h1><div>{shown}</div>", data([(clock, head, "") for clock, head, _ in POSTS]))
    assert texts(reading) == WORDS
    assert clocks(reading) == TIMES


def test_words_below_a_heading_that_stands_twice_are_given_to_no_post():
    posts = [(clock, "Latest" if n < 2 else head, "") for n, (clock, head, _) in enumerate(POSTS)]
    shown = "".join(f"<h2>{head}</h2><p>{text}</p>" for (_, head, _), (_, _, text) in zip(posts, POSTS, strict=True))
    reading = live(f"<h1>Flood at Brede</h1><div>{shown}</div>", data(posts))
    assert not {WORDS[0], WORDS[1]} & set(texts(reading))


def test_the_headline_of_the_page_is_none_of_its_posts():
    posts = [(clock, "Flood at Brede", text) for clock, _, text in POSTS]
    reading = live("<h1>Flood at Brede</h1>", data(posts))
    assert not [post for post in reading.posts if post.headline]


# --- floods


@pytest.mark.parametrize(
    "flood",
    [
        lambda n: "<div>" * n + "16:03",
        lambda n: '<div class="entry"><time>16:03</time>' * n + "x",
        lambda n: "<h2>Gate</h2><h4>16:03</h4>" * n,
        lambda n: '<li><time>16:03</time><a href="/a">One two three</a></li>' * n,
        lambda n: "<h1>Live</h1>" + "<p>Updated 1 </p>" * n,
        lambda n: "<h1>Live</h1><p>" + "updated published " * n + "</p>",
        lambda n: "<div class='e'><time>16:03</time><p>He left.</p>" + "<span>Share</span>" * 9 + "</div>" * n,
        lambda n: "<span>" + "16:03 | " * n + "</span>",
    ],
    ids=["nested", "nested times", "headings", "lists", "lines", "a line", "furniture", "bars"],
)
def test_floods_end(flood):
    for count in (2_000, 20_000):
        with contextlib.suppress(ReadError):
            assert live(flood(count) + f"<p>{WORDS[0]}</p>" * 40).posts


@pytest.mark.parametrize("words", ["updated ", "published 1 ", "Updated 11 Jun 2026 ", "on at ", "- | "])
def test_long_lines_of_times_cost_what_they_are_long(words):
    assert_linear(lambda n: times_told(words * n), 200)
