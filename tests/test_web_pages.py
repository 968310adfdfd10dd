"""Web pages, from a site or a browser: what is read of them, what is refused, and what saving one again brings."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import assert_linear
from test_read_detect import outcome

from newsdesk.intake.dating import prepare
from newsdesk.model import SourceKind
from newsdesk.read import ReadError, read
from newsdesk.read.web.addresses import own_ids, page_address, post_name
from newsdesk.read.web.markup import take_out, within_measure
from newsdesk.read.web.times import data_time, printed_clock, with_printed_zone
from newsdesk.store import Store
from newsdesk.web_address import same_page

DATA = Path(__file__).parent / "data" / "read"
NOW = datetime(2025, 6, 10, 12, 0, tzinfo=UTC)
PAGE = "https://www.example.org/live/harbour"
SENTENCE = "The harbour of Port Lindra will stay closed until Thursday, the coast guard said on Monday. "


def html(body, head="<title>Harbour strike</title>"):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def update(n, **other):
    return {
        "@type": "BlogPosting",
        "headline": f"Headline {n}",
        "articleBody": f"What number {n} says of the strike in the harbour.",
        "datePublished": f"2025-06-03T10:{n:02}:00Z",
        "url": f"{PAGE}#block-6841a2b3c4d5e6f7a8b9c0{n:02}",
        **other,
    }


def blog(*updates, **other):
    return {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "Harbour strike", "url": PAGE, "liveBlogUpdate": list(updates), **other}  # fmt: skip


def script(document):
    text = document if isinstance(document, str) else json.dumps(document).replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>'


def linked(*documents, body=""):
    return html(body, "<title>Harbour strike</title>" + "".join(map(script, documents)))


def posts(page):
    return read(page.encode(), name="x").posts


def refusal(page):
    with pytest.raises(ReadError) as refused:
        read(page.encode() if isinstance(page, str) else page, name="x")
    return str(refused.value)


@pytest.mark.parametrize(
    "document",
    [
        blog(update(2), update(1)),
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, blog(update(2), update(1))]},
        [[{"@type": "Organization", "name": "x"}], [blog(update(2), update(1))]],
        blog(update(2), update(1)) | {"@type": ["NewsArticle", "http://schema.org/LiveBlogPosting"]},
        {"@type": "WebPage", "mainEntity": blog([update(2)], update(1))},
        blog(update(2), update(1)) | {"@type": "NewsArticle"},
    ],
)
def test_a_live_page_is_found_wherever_its_data_stand(document):
    found = read(linked({"@type": "BreadcrumbList"}, document).encode(), name="x")
    assert (found.source.kind, [post.headline for post in found.posts]) == (SourceKind.LIVE_PAGE, ["Headline 2", "Headline 1"])  # fmt: skip
    assert found.posts[0].own_id == "6841a2b3c4d5e6f7a8b9c002"


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:-2] + ",]}",
        lambda text: f"//<![CDATA[\n{text}\n//]]>",
        lambda text: f"<!--\n{text}\n-->",
        lambda text: text + ";",
        lambda text: text.replace("strike in", "strike\n\tin"),
        lambda text: text.replace("of the", r"of \'the\'"),
        lambda text: text.replace('"', "&quot;"),
        lambda text: text[: text.rindex("}}") if "}}" in text else len(text) - 2],
    ],
)
def test_damaged_data_are_mended(damage):
    found = posts(linked(damage(json.dumps(blog(update(3), update(2), update(1))))))
    assert [post.headline for post in found] == ["Headline 3", "Headline 2", "Headline 1"]


def test_of_data_that_are_cut_off_the_whole_updates_are_read():
    text = json.dumps(blog(*(update(n) for n in range(9, 0, -1))))
    found = posts(linked(text[: text.index("Headline 2")]))
    assert [f"Headline {n}" for n in range(9, 2, -1)] == [post.headline for post in found]


def test_one_damaged_script_does_not_hide_another():
    assert len(posts(linked('{"@type": "NewsArticle", ', blog(update(1), update(2))))) == 2


@pytest.mark.parametrize(
    ("body", "text", "captions"),
    [
        ("One.\nTwo.", "One.\n\nTwo.", ()),
        ("<p>One &amp; <b>two</b>.</p><ul><li>a</li><li>b</li></ul>", "One & two.\n\n• a\n• b", ()),
        ("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;", "One & two.\n\nThree.", ()),
        ("The talks have ended.“We will sign,” she said.Nobody else spoke.", "The talks have ended.\n\n“We will sign,” she said.\n\nNobody else spoke.", ()),
        ("One.<figure><img alt='A tall crane'><figcaption>The crane</figcaption></figure>", "One.", ("A tall crane", "The crane")),
        ("<p>One.</p><blockquote class='twitter-tweet'><p>All quiet</p>— Port (@port)</blockquote>", "One.", ("All quiet — Port (@port)",)),
        ("<p>One.</p><blockquote><p>“We will sign.”</p></blockquote>", "One.\n\n“We will sign.”", ()),
        ("<p>One.</p><p><a href='/x'>Read more about the harbour</a></p><p>Sign up for our newsletter here</p>", "One.", ()),
        ("if he [Putin] is <i>serious</i>", "if he [Putin] is serious", ()),
        ("<p>One&#27;]52;c;AAAA&#7; two&#8238;</p>", "One two", ()),
        ("<script>evil()</script><p>One.</p>", "One.", ()),
        ("One.\n\nImage source, Example Photos\n\nTwo.", "One.\n\nTwo.", ("Image source, Example Photos",)),
    ],
)  # fmt: skip
def test_bodies_are_read_however_they_are_written(body, text, captions):
    (post,) = posts(linked(blog(update(1, articleBody=body))))
    assert (text, captions) == (post.text, post.captions)


def test_a_headline_made_of_the_first_words_is_none():
    (post,) = posts(linked(blog(update(1, headline="The talks on the quay have...", articleBody="The talks on the quay have ended without a result."))))  # fmt: skip
    assert (post.headline, post.text) == (None, "The talks on the quay have ended without a result.")


def test_a_headline_over_every_post_is_the_pages():
    found = posts(linked(blog(*(update(n, headline="Harbour strike") for n in range(4)))))
    assert {post.headline for post in found} == {None}


def test_moments_of_data_are_those_of_the_posts_unless_all_are_one():
    of_page = [update(n, datePublished="2025-06-03T11:40:00Z", author={"name": "Ada Muster"}) for n in (3, 2, 1)]
    assert [(post.printed_time, post.byline_name) for post in posts(linked(blog(*of_page)))] == [(None, None)] * 3
    of_two = posts(linked(blog(*of_page[:2])))
    assert [(post.printed_time.minute, post.byline_name) for post in of_two] == [(40, "Ada Muster")] * 2
    of_posts = posts(linked(blog(of_page[0], of_page[1], update(1))))
    assert [post.printed_time.minute for post in of_posts] == [40, 40, 1]


def test_a_moment_that_all_posts_state_to_programs_is_the_pages_and_their_clocks_are_theirs():
    def page(*clocks):
        return html(
            "".join(
                f"<div class='update' id='u{n}x{n}'><meta itemprop='datePublished' content='2025-06-03 09:00:00'>"
                f"<h2><strong class='time'>{clock} IST</strong> Headline {n}</h2><p>{SENTENCE}</p></div>"
                for n, clock in enumerate(clocks)
            )
        )

    told = posts(page("16:03", "15:10", "14:02"))
    assert [(post.printed_time.hour, post.headline) for post in told] == [
        (16, "Headline 0"),
        (15, "Headline 1"),
        (14, "Headline 2"),
    ]
    assert [post.printed_time.hour for post in posts(page("16:03", "15:10"))] == [9, 9]


def timed_heads(times, called="entry"):
    """Posts whose time and headline stand in an element, and the words beside it."""
    return html(
        "<main><h1>Harbour strike</h1>"
        + "".join(
            f"<div class='{called}'><span class='time'>{time}</span><h2>Headline of {time}</h2></div><p>{SENTENCE}</p>"
            for time in times
        )
        + "</main>"
    )


def test_words_beside_the_heads_of_posts_are_theirs_where_the_times_run_backwards():
    live = read(timed_heads(["16:03", "15:10", "14:02"]).encode(), name="x")
    assert live.source.kind is SourceKind.LIVE_PAGE
    assert [(post.headline, post.text) for post in live.posts] == [
        (f"Headline of {time}", SENTENCE.strip()) for time in ("16:03", "15:10", "14:02")
    ]
    programme = read(timed_heads(["14:02", "15:10", "16:03"]).encode(), name="x")
    assert programme.source.kind is SourceKind.ARTICLE


def teasers(called, paragraphs):
    """A page whose blocks lead to others, each with a time and so many paragraphs."""
    return html(
        f"<div class='{called}s'>"
        + "".join(
            f"<div class='{called}' id='e{n}'><time datetime='2025-06-03T10:{n:02}:00Z'></time>"
            f"<h3><a href='https://www.example.org/entry/{n}'>Headline {n} of the day</a></h3>{paragraphs}</div>"
            for n in range(20, 12, -1)
        )
        + "</div>"
    )


def test_posts_with_pages_of_their_own_are_those_of_a_live_page_where_it_is_called_so_and_they_say_more_than_teasers():
    told = f"<p>{SENTENCE}</p><p>{SENTENCE}</p>"
    assert len(posts(teasers("liveblog-entry", told))) == 8
    for page in (teasers("story-card", told), teasers("liveblog-card", f"<p>{SENTENCE}</p>")):
        with pytest.raises(ReadError, match="front page or a list"):
            read(page.encode(), name="x")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta property='article:modified_time' content='2025-06-05T17:38:00+01:00'>", 5),
        ("<meta name='date' content='2025-06-05T17:38:00'>", None),
    ],
)
def test_a_date_that_may_be_that_of_an_edit_tells_no_day_where_it_would_be_another_one_then(head, day):
    blocks = "".join(
        f"<section class='entry'><span class='time'>{time}</span><h3>Headline of {time}</h3><p>{SENTENCE}</p></section>"
        for time in ("17:21", "14:02", "01:48", "23:05")
    )
    times = [post.printed_time for post in posts(html(blocks, f"<title>Harbour strike</title>{head}"))]
    assert [time.day for time in times] == [day, day, day, day and day - 1]


def test_posts_of_yesterday_are_of_the_day_before_the_newest_post_whatever_their_clocks_show():
    blocks = "".join(
        f"<section class='entry'><span class='time'>{time}</span><h3>Headline {n}</h3><p>{SENTENCE}</p></section>"
        for n, time in enumerate(("9:40", "8:02", "gestern, 7:50 Uhr", "gestern, 7:10 Uhr"))
    )
    edited = "<title>Harbour strike</title><meta property='article:modified_time' content='2025-06-05T09:58:00'>"
    assert [post.printed_time.day for post in posts(html(blocks, edited))] == [5, 5, 4, 4]


def test_a_name_over_the_words_signs_them_where_a_picture_beside_it_is_called_the_same():
    def entry(opening):
        return "".join(
            f"<article id='a{n}b{n}' class='entry'><time datetime='2025-06-03T10:{n:02}:00Z'></time><div>{opening}</div>"
            f"<p>Ms Muster said so. {SENTENCE}</p><p>{SENTENCE}</p></article>"
            for n in (3, 2, 1)
        )

    signed = "<img alt='Ada Muster' src='a.png'><div><span>Ada Muster</span></div>"
    assert {post.byline_name for post in posts(html(entry(signed)))} == {"Ada Muster"}
    both = f"{signed}<img alt='Jo Beispiel'><div><span>Jo Beispiel</span></div>"
    assert {post.byline_name for post in posts(html(entry(both)))} == {"Ada Muster, Jo Beispiel"}
    shown = "<img alt='Ada Muster at the harbour' src='a.png'><div><span>Ada Muster</span></div>"
    assert {post.byline_name for post in posts(html(entry(shown)))} == {None}


def test_a_pinned_post_is_there_once_in_its_place():
    found = posts(linked(blog(update(1), update(3), update(2), update(1))))
    assert [post.headline for post in found] == ["Headline 3", "Headline 2", "Headline 1"]


@pytest.mark.parametrize("label", ["", "<p>Pinned post</p>"])
@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("hour", [9, 20])
def test_an_old_post_that_is_held_on_top_of_a_page_of_clocks_gets_no_day_from_it(label, again, hour):
    def block(clock, words, label=""):
        return f"<div class='post'><time>{clock}</time>{label}<p>{words}</p></div>"

    old = "What the harbour board decided before the strike began."
    blocks = [block(f"{n}:30", f"The words of number {n}, which are many.") for n in (13, 12, 11)]
    blocks = [block(f"{hour:02}:10", old, label), *blocks, *([block(f"{hour:02}:10", old)] if again else [])]
    article = {"@type": "NewsArticle", "headline": "Strike", "dateModified": "2025-06-03T13:40:00Z"}
    found = posts(linked(article, body=f"<main>{''.join(blocks)}</main>"))
    on_day = {post.text[:20]: post.printed_time.day for post in found}
    assert len(found) == 4
    if label or hour == 9:
        assert {day for words, day in on_day.items() if words != old[:20]} == {3}
        assert on_day[old[:20]] == ((3 if hour == 9 else 2) if again else None)
    else:
        assert set(on_day.values()) == {None}  # nothing tells that it is no other day's page


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("<p>{p}</p><h1>Harbour vote</h1><time datetime='2025-06-03'>3 June</time><p>{p}</p>", 3),
        ("<h1>Harbour vote</h1><p>{p}</p><time pubdate datetime='2025-06-03T10:00:00Z'></time><p>{p}</p>", 3),
        ("<h1>Harbour vote</h1><p>{p}</p><div class='published-on'>3 June 2025</div><p>{p}</p>", 3),
        ("<h1>Harbour vote</h1><p>{p}</p><p>{p}</p><abbr class='published' title='2025-06-03T10:00:00Z'>today</abbr>", 3),
        ("<p>{p}</p><time datetime='2025-06-04'>4 June</time><h1>Harbour vote</h1><p>{p}</p>", None),
        ("<h1>Harbour vote</h1><p>{p}</p><div class='box'><time datetime='2025-06-04'>4 June</time></div><p>{p}</p>", None),
        ("<h1>Harbour vote</h1><p>{p}</p><p>{p}</p><time pubdate datetime='2025-06-04'></time>", None),
        ("<h1>Harbour vote</h1><p>{p}</p><div class='related-box'><time class='published' datetime='2025-06-04'></time></div><p>{p}</p>", None),
        ("<h1>Harbour vote</h1><p>{p}</p><div><h3><a href='/x'>Else</a></h3><time class='published' datetime='2025-06-04'></time></div><p>{p}</p>", None),
        ("<h1>Harbour vote</h1><p>{p}</p><p>{p}</p><abbr class='published' title='2025-06-03'>x</abbr><abbr class='published' title='2025-06-04'>x</abbr>", None),
    ],
)  # fmt: skip
def test_the_day_of_an_article_stands_near_its_headline_or_is_marked(page, day):
    source = read(html(f"<main>{page.format(p=SENTENCE * 3)}</main>").encode(), name="x").source
    assert (source.printed_time and source.printed_time.day) == day


def test_an_hour_beside_the_day_of_an_article_is_its_own():
    times = "<p class='date'>{}</p><time datetime='2025-06-{:02}T16:03:00+01:00'></time>"
    for printed, day, hour in (("3 juin 2025", 3, 16), ("Dienstag, 3. Juni 2025", 3, 16), ("3 June 2025", 4, None)):
        page = html(f"<main><h1>Harbour vote</h1>{times.format(printed, day)}<p>{SENTENCE * 3}</p></main>")
        found = read(page.encode(), name="x").source.printed_time
        assert found
        assert (found.month, found.day, found.hour) == (6, 3, hour)


def test_the_day_on_which_somebody_looks_at_a_page_is_not_that_of_the_article():
    top = "<header><div class='date'>Thursday, 5 June 2025</div></header>"
    article = f"<article><div><div><h1>Harbour vote</h1></div></div>{{}}<p>{SENTENCE * 3}</p></article>"
    for beside, day in (("", None), ("<span class='date'>3 June 2025</span>", 3)):
        found = read(html(top + article.format(beside)).encode(), name="x").source.printed_time
        assert (found and found.day) == day


def test_an_article_over_timed_teasers_whose_headings_are_no_heading_elements_is_no_live_page():
    teasers = "".join(
        f"<div class='cell'><a href='/news/{n}'><p class='Teaser_Headline'>News number {n} of the day</p></a><p>{SENTENCE}</p><time datetime='2025-06-03T0{n}:00:00Z'></time></div>"
        for n in range(1, 6)
    )
    article = f"<div class='cell'><h1>Harbour vote</h1><time datetime='2025-06-03T10:00:00Z'></time>{f'<p>{SENTENCE * 3}</p>' * 4}</div>"
    found = read(html(f"<main>{article}{teasers}</main>").encode(), name="x")
    assert (found.source.kind, found.posts[0].headline) == (SourceKind.ARTICLE, "Harbour vote")
    live = teasers.replace("<a href='/news/", "<a href='#post-")
    assert read(html(f"<main>{live}</main>").encode(), name="x").source.kind is SourceKind.LIVE_PAGE


def test_pictures_of_links_below_an_article_are_none_of_its_own():
    links = "".join(
        f"<li><img alt='The picture of link {n}'><a href='/news/{n}'>News number {n} of the day</a></li>"
        for n in range(4)
    )
    words = f"<h1>Harbour vote</h1><p>{SENTENCE * 3}</p><p>{SENTENCE * 3}</p><figure><img alt='A tall crane'></figure>"
    (post,) = posts(html(f"<main><article>{words}<h2>More</h2><ul>{links}</ul></article></main>"))
    assert post.captions[:1] == ("A tall crane",)
    assert len(post.captions) <= 2  # the first one may be the article's last


def test_places_that_no_script_has_filled_are_no_words():
    unfilled = "<p>{{ item.status === 'draft' ? 'This report is still a draft' : 'By' }} {{item.author}} - {{item.time | date}}</p>"
    assert "scripts fill in" in refusal(
        html(f"<div>{unfilled * 5}</div><noscript>Please enable JavaScript.</noscript>")
    )
    (post,) = posts(
        html(
            f"<article><h1>Harbour vote</h1>{unfilled}<p>{SENTENCE * 6}</p><p>{SENTENCE}She wrote “{{{{name}}}}”.</p></article>"
        )
    )
    assert post.text.startswith(SENTENCE)
    assert post.text.endswith("She wrote “{{name}}”.")


def test_a_heading_that_every_slide_of_a_gallery_has_is_said_once():
    slides = "<div>Storm over the quays</div>" * 5
    (post,) = posts(
        html(
            f"<article><h1>Harbour closed</h1>{slides}<p>{SENTENCE * 4}</p><p>Out!</p><p>Out!</p><p>Out!</p></article>"
        )
    )
    assert post.text.count("Storm over the quays") == 1
    assert post.text.endswith("Out!\n\nOut!\n\nOut!")


TAKEAWAYS = (
    "The ferries stop on Monday, and nobody knows yet where they will go from there, or for how long.",
    "“We were not asked,” said Ada Muster, who speaks for the pilots, when the vote was over at last.",
)


@pytest.mark.parametrize(
    ("figure", "is_text"),
    [
        ("<ol><li><h2>Ferries</h2><p>{}</p></li><li><h2>Pilots</h2><p>{}</p></li></ol>", True),
        ("<figcaption><h3>Ferries</h3><p>{}</p><h3>Pilots</h3><p>{}</p></figcaption>", False),
        ("<a href='/x'><h3>Ferries</h3><p>{}</p></a><a href='/y'><h3>Pilots</h3><p>{}</p></a>", False),
        ("<h3><a href='/x'>Ferries</a></h3><p>{}</p><h3><a href='/y'>Pilots</a></h3><p>{}</p>", False),
        ("<h3>Ferries and pilots</h3><p>{}</p><p>{}</p>", False),
        ("<img alt='A tall crane'><p>{}</p><p>{}</p>", False),
    ],
)
def test_a_figure_may_hold_a_part_of_the_text_in_sections(figure, is_text):
    words = f"<p>{SENTENCE * 4}</p><figure>{figure.format(*TAKEAWAYS)}</figure><p>{SENTENCE * 4}</p>"
    (post,) = posts(html(f"<main><article><h1>Harbour vote</h1>{words}</article></main>"))
    assert [words in post.text for words in TAKEAWAYS] == [is_text, is_text]


def test_parts_of_an_element_in_the_data_of_a_page_are_read_with_their_titles():
    def element(kind, **fields):
        return {"_type": f"model.dotcomrendering.pageElements.{kind}BlockElement", **fields}

    texts = [element("Text", html=f"<p>{words}</p>") for words in TAKEAWAYS]
    block = {"id": "6841a2b3c4d5e6f7a8b9c0d3", "blockFirstPublished": 1749150240000}
    elements = [
        element("KeyTakeaways", keyTakeaways=[{"title": "Ferries", "body": texts[:1]}, {"title": "Pilots", "body": texts[1:]}]),
        element("Timeline", sections=[{"title": "June", "events": [{"date": "3 June", "title": "Vote", "body": texts[:1]}]}]),
        element("List", items=[{"elements": texts[1:]}]),
        element("RichLink", text="Read more", links=[{"title": "Elsewhere", "url": "https://x.example"}]),
    ]  # fmt: skip
    older = {**block, "id": "6841a2b3c4d5e6f7a8b9c0d2", "elements": texts}
    page = {"headline": "Harbour vote", "blocks": [{**block, "elements": elements}, older]}
    post, _ = posts(html(f"<script>window.page = {json.dumps(page)}</script>"))
    one, two = TAKEAWAYS
    assert post.text.split("\n\n") == ["Ferries", one, "Pilots", two, "June", "3 June – Vote", one, two]


def test_words_that_the_data_leave_out_are_taken_from_the_page():
    blocks = "".join(
        f"<article id='block-6841a2b3c4d5e6f7a8b9c0{n:02}' class='post'><time datetime='2025-06-03T10:{n:02}:00Z'></time><p>The words of number {n}.</p></article>"
        for n in range(3)
    )
    found = posts(linked(blog(*(update(n, articleBody="") for n in range(3))), body=blocks))
    assert [f"The words of number {n}." for n in range(3)] == [post.text for post in found]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("The strike goes on. The port is shut.", "The strike goes on.\n\n• Boats wait\n\nThe port is shut."),
        ("The strike goes on. Boats wait The port is", "The strike goes on.\n\n• Boats wait\n\nThe port is shut."),
        ("The strike goes on. Boats wait.", "The strike goes on. Boats wait."),
        ("The strike went on. The port is shut.", "The strike went on. The port is shut."),
    ],
)
def test_paragraphs_and_lists_that_the_data_lose_are_those_of_the_page_where_it_says_the_same(data, text):
    shown = "<p>The strike goes on.</p><ul><li>Boats wait</li></ul><p>The port is shut.</p>"
    body = "".join(
        f"<article id='block-6841a2b3c4d5e6f7a8b9c0{n:02}'><time datetime='2025-06-03T10:{n:02}:00Z'></time>{shown}</article>"
        for n in (6, 5, 4, 3, 2, 1)
    )
    page = linked(blog(*(update(n, articleBody=data) for n in (6, 5, 4, 3, 2, 1))), body=body)
    assert {post.text for post in posts(page)} == {text}


def test_data_saved_by_themselves_are_read():
    found = read(json.dumps(blog(update(2), update(1))).encode(), name="x")
    assert (len(found.posts), found.source.link) == (2, PAGE)


def test_an_article_saved_as_data_is_read():
    article = {
        "@type": "NewsArticle",
        "headline": "Harbour closed",
        "articleBody": SENTENCE,
        "datePublished": "2025-06-03T10:00:00Z",
    }
    found = read(json.dumps(article).encode(), name="x")
    assert (found.source.kind, found.posts[0].headline) == (SourceKind.ARTICLE, "Harbour closed")


def test_an_article_with_lost_paragraphs_gets_those_of_the_page():
    one, two = SENTENCE.strip(), "Nobody knows what comes after that, the mayor added, and went home."
    article = {"@type": "NewsArticle", "headline": "Harbour closed", "articleBody": f"{one} {two}"}
    page = linked(article, body=f"<article><p>{one}</p><p>{two}</p></article><p>What else is new in our town this week, by our own staff.</p>")  # fmt: skip
    assert posts(page)[0].text == f"{one}\n\n{two}"


@pytest.mark.parametrize(
    ("title", "body", "message"),
    [
        ("404 - Page not found | Example News", "<h1>Sorry</h1><p>What you look for has moved. Try our front page for the news of the day.</p>", "this is a page that says it was not found (“404 - Page not found”); check the address in a browser"),
        ("503 Service Unavailable", "<h1>503 Service Unavailable</h1>", "this is a page of an error (“503 Service Unavailable”), not the news; get it again later"),
        ("Just a moment...", "<p>Checking your browser</p>", "this is a page that keeps programs out, not the news; open the page in a browser, select all, copy, and paste it here or save it as a text file"),
        ("Harbour", "<h1>We value your privacy</h1><p>We and our 842 partners store and access information on a device, such as cookies.</p><button>Accept</button>", "this is a page that asks about cookies, not the news; open it in a browser, answer it, and save the page that follows"),
        ("Harbour", f"<h1>Harbour</h1><p>{SENTENCE}</p><div><h2>Subscribe to continue reading</h2><p>Already a subscriber?</p></div>", "this is a page that asks for a login or a subscription; open it where you are logged in, select all, copy, and paste it here"),
        ("App", "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>", "this is a web page that scripts fill in, and its words are not in it; open the page in a browser, select all, copy, and paste it here or save it as a text file"),
        ("World", "".join(f"<article><h3><a href='/news/{n}'>Headline {n} of the day</a></h3><p>{SENTENCE}</p><time datetime='2025-06-03T10:00:00Z'></time></article>" for n in range(12)), "this is a front page or a list (12 headings lead to other pages); add one of those pages instead"),
        ("Harbour", "<p>" + "Words without an end " * 8 + "</p>", "this is a web page with hardly any sentences in it (32 words); open the page in a browser, select all, copy, and paste it here or save it as a text file"),
    ],
)  # fmt: skip
def test_a_page_that_is_no_news_is_refused(title, body, message):
    assert f"x: {message}" == refusal(html(body, f"<title>{title}</title>"))


def test_stories_that_a_front_page_describes_are_no_article():
    stories = [{"@type": "NewsArticle", "headline": f"Headline {n}", "url": f"https://x.org/{n}/a"} for n in range(5)]
    assert "hardly any sentences" in refusal(linked(*stories, body="<p>" + "Words without an end " * 8 + "</p>"))


def test_readers_comments_are_no_posts():
    comments = "".join(
        f"<li id='comment-{n}' class='comment'><time datetime='2025-06-03T10:0{n}:00Z'></time><p>{SENTENCE * 4}</p></li>"
        for n in range(6)
    )
    found = read(html(f"<article><h1>Harbour</h1><p>{SENTENCE * 3}</p></article><ol class='comment-list'>{comments}</ol>").encode(), name="x")  # fmt: skip
    assert (found.source.kind, found.posts[0].text) == (SourceKind.ARTICLE, (SENTENCE * 3).strip())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (html(f"<p>{SENTENCE * 3}“Schön”</p>", "<meta charset=iso-8859-1>").encode("cp1252"), "“Schön”"),
        (html(f"<p>{SENTENCE * 3}“Schön”</p>", "<!--" + "x" * 3000 + "--><meta http-equiv=Content-Type content='text/html; charset=windows-1250'>").encode("cp1250"), "“Schön”"),
        (html(f"<p>{SENTENCE * 3}“Schön”</p>").encode("utf-16"), "“Schön”"),
        (b"\xef\xbb\xbf" + html(f"<p>{SENTENCE * 3}“Schön”</p>", "<meta charset=iso-8859-1>").encode(), "“Schön”"),
    ],
)  # fmt: skip
def test_a_page_is_read_in_its_own_encoding(data, words):
    assert read(data, name="x").posts[0].text.endswith(words)


def test_a_mail_with_pictures_is_no_saved_page():
    mail = b"From: ada@example.org\nTo: jo@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n\nx\n--b--\n"
    assert "this mail has no words" in refusal(mail)


def test_a_saved_page_in_base64_and_another_encoding_is_read():
    import base64

    page = base64.encodebytes(html(f"<p>{SENTENCE * 3}“Schön”</p>").encode("cp1252"))
    data = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://x.org/a/b\r\n\r\n"
    found = read(data + page + b"\r\n--b--\r\n", name="x")
    assert (found.posts[0].text[-7:], found.source.link) == ("“Schön”", "https://x.org/a/b")


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (f"{PAGE}?page=with:block-6841a2b3c4d5e6f7a8b9c0d3#block-6841a2b3c4d5e6f7a8b9c0d3", "6841a2b3c4d5e6f7a8b9c0d3"),
        ("block-6841a2b3c4d5e6f7a8b9c0d3", "6841a2b3c4d5e6f7a8b9c0d3"),
        ("https://x.org/live/a?post=asset%3A3f5bd8e5-1111-4222-8333-123456789abc#post", "3f5bd8e5-1111-4222-8333-123456789abc"),
        ("urn:asset:3f5bd8e5-1111-4222-8333-123456789abc", "3f5bd8e5-1111-4222-8333-123456789abc"),
        ("liveblog-entry-10234", "10234"),
        ("https://x.org/live/slug#a-visit", "a-visit"),
        ("https://x.org/live/slug/", "slug"),
        (12345, "12345"),
        (True, None),
        ("  ", None),
        (None, None),
    ],
)  # fmt: skip
def test_a_post_has_one_name_in_ids_and_links(value, name):
    assert post_name(value) == name


def test_names_that_only_count_and_names_of_the_page_name_no_post():
    assert own_ids([(PAGE, "post-3"), (PAGE, "post-2"), (PAGE, "post-1")]) == [None, None, None]
    assert own_ids([(PAGE, "post-712"), (PAGE, "post-711")]) == ["712", "711"]


def test_an_archives_address_is_that_of_the_page():
    assert (
        page_address("https://web.archive.org/web/20250603101500/https://www.example.org/a/b?utm_source=x")
        == "https://www.example.org/a/b"
    )
    assert page_address("javascript:alert(1)") is None


def test_the_addresses_of_one_page_are_one():
    assert {same_page(f"{start}example.org/a/b{end}") for start in ("https://www.", "http://", "https://m.", "https://amp.") for end in ("", "/", "?x=1", "#y", "/amp", "/index.html")} == {"example.org/a/b"}  # fmt: skip
    assert same_page("https://example.org/") is None
    assert same_page(None) is None


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("2025-06-03T10:15:30.123Z", (10, 15, 0)),
        ("2025-06-03T10:15:30+02:00", (10, 15, 120)),
        ("2025-06-03T10:15:30+02:00[Europe/Berlin]", (10, 15, 120)),
        ("2025-06-03T10:15:30", (10, 15, None)),
        ("2025-06-03 10:15:30 +0530", (10, 15, 330)),
        (1748945730000, (10, 15, 0)),
        ("1748945730", (10, 15, 0)),
    ],
)
def test_times_of_data_keep_their_zone(value, printed):
    time = data_time(value)
    assert (time.year, time.month, time.day, time.hour, time.minute, time.utc_offset) == (2025, 6, 3, *printed)


@pytest.mark.parametrize(
    "value", [None, True, 12, "12", "soon", [], {}, float("nan"), float("inf"), 1e300, "9" * 13, -5]
)
def test_what_is_no_time_is_none(value):
    time = data_time(value)
    assert time is None or time.year


def test_a_moment_is_told_as_the_page_prints_it():
    exact = data_time("2025-06-03T23:30:00Z")
    shown = with_printed_zone(exact, printed_clock("00.30 BST"))
    assert (shown.text, shown.day, shown.hour, shown.zone) == ("00.30 BST", 4, 0, "BST")
    assert with_printed_zone(exact, printed_clock("01.30 BST")) is exact
    assert with_printed_zone(exact, printed_clock("00.30")) is exact


def test_a_page_that_does_not_say_its_address_has_the_one_it_was_fetched_from():
    page = html(f"<h1>Harbour</h1>{f'<p>{SENTENCE}</p>' * 3}").encode()
    assert read(page, name="x", origin="https://x.org/a/b?utm_source=y").source.link == "https://x.org/a/b"
    assert read(page, name="x", origin="/saved/x.html").source.link is None


def saved(tmp_path, *files):
    """What adding these files, (name, data) each, to one story brings; and the story."""
    counts = []
    with Store.open(tmp_path / "story.jsonl") as store:
        for day, (name, data) in enumerate(files):
            known = store.load()
            reading = read(data if isinstance(data, bytes) else data.encode(), name=name, origin=f"/saved/{name}")
            ready = prepare(reading, known.sources, known.posts, None, NOW + timedelta(days=day)).reading
            counts.append(store.add(ready.source, ready.posts).counts)
        return [(each.new, each.edited, each.same) for each in counts], store.load()


def test_a_page_saved_again_brings_only_what_is_new(tmp_path):
    first = linked(blog(update(2), update(1)))
    second = linked(blog(update(3), update(2, articleBody="What number 2 really says."), update(1, dateModified="2025-06-04T10:00:00Z")), body="<p>other</p>")  # fmt: skip
    counts, story = saved(tmp_path, ("page.html", first), ("page (1).html", second), ("page.html", second))
    assert counts == [(2, 0, 0), (1, 1, 1), (0, 0, 3)]
    assert (len(story.sources), len(story.posts)) == (1, 3)
    assert [len(post.revisions) for post in story.posts if post.headline == "Headline 2"] == [1]


def test_a_page_saved_in_another_form_brings_nothing_new(tmp_path):
    blocks = "".join(
        f"<article id='block-6841a2b3c4d5e6f7a8b9c0{n:02}' class='p'><time datetime='2025-06-03T10:{n:02}:00Z'></time><span>11.{n:02} BST</span><h2>Headline {n}</h2><p>What number {n} says of the strike in the harbour.</p><div class='share'>Share</div></article>"
        for n in (3, 2, 1)
    )
    head = f"<title>Harbour strike | Example</title><link rel=canonical href='https://web.archive.org/web/2025/{PAGE}?page=2'>"
    counts, story = saved(
        tmp_path, ("a.html", linked(blog(update(3), update(2), update(1)))), ("b.html", html(blocks, head))
    )
    assert counts == [(3, 0, 0), (0, 0, 3)]
    assert len(story.sources) == 1


def test_an_article_saved_over_years_is_one_post(tmp_path):
    head = (
        "<title>Harbour closed - Example News</title><link rel=canonical href='https://www.example.org/news/harbour'>"
    )
    old = html(f"<div id=content><h1>Harbour closed</h1><p>{SENTENCE}<p>{SENTENCE}<p>{SENTENCE}</div>", head)
    new = html(f"<main><article class='a b'><h1>Harbour closed</h1>{f'<p class=c>{SENTENCE}</p>' * 3}</article></main>", head.replace("www.", "m."))  # fmt: skip
    counts, _ = saved(tmp_path, ("1.html", old), ("2.html", new))
    assert counts == [(1, 0, 0), (0, 0, 1)]


def test_two_articles_of_one_address_stay_two(tmp_path):
    head = "<title>{}</title><link rel=canonical href='https://www.example.org/news/all'>"
    one = html(f"<h1>Harbour closed</h1>{f'<p>{SENTENCE}</p>' * 3}", head.format("Harbour closed"))
    words = "Fish costs twice what it did a year ago, as traders at Lindra market report with some regret. "
    two = html(f"<h1>Fish is dear</h1>{f'<p>{words}</p>' * 3}", head.format("Fish is dear"))
    counts, story = saved(tmp_path, ("1.html", one), ("2.html", two))
    assert (counts, len(story.sources)) == ([(1, 0, 0), (1, 0, 0)], 2)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class='post' id='a1'>", "</div>", "<time datetime='2025-06-03T10:00:00Z'>", "<time>16:03</time>", "10:15 BST", "<h2>", "<a href='#b'>", "</a>", "<article>",
     "<img alt='A man in a hat'>", "<figure>", "<figcaption>", "<blockquote class='twitter-tweet'>", "<li>", "<ul>", "<br>", "<script type='application/ld+json'>", "</script>",
     '{"@type":"LiveBlogPosting","liveBlogUpdate":[', '{"headline":"x","articleBody":"y","datePublished":"2025-06-03"}', "]}", ",", "<!--", "-->", "<svg>", "<template>", "<style>",
     SENTENCE, "By Ada Muster", "Breaking", "\x00", "\x1b[2J", "&#27;", "&lt;p&gt;", "\u202e", "“", "<meta property='og:type' content='article'>", "<title>", "</title>", "<body>",
     "<form>", "<table>", "<b>", "<section class='related'>", "<link rel=canonical href='https://x.org/a'>", "Published 3 June 2025", "<a", '"', "'", "="]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60))
def test_any_page_is_read_or_refused_in_one_line(pieces):
    message, posts, _ = outcome(("<!doctype html>" + "".join(pieces)).encode("utf-8", "surrogatepass"))
    assert "\n" not in message
    for post in posts:
        words = "".join(filter(None, (post.text, post.headline, post.byline_name, post.label, *post.captions)))
        assert not [letter for letter in words if ord(letter) < 32 and letter != "\n"]
        assert "\u202e" not in words
        assert "<p>" not in words or "&lt;" in "".join(pieces)


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.just(10**400), st.floats(), st.text(max_size=12), st.sampled_from(["<p>x</p>", "2025-06-03T10:00:00Z", "https://x.org/a#b1", "NewsArticle", "\ud800\x1b[2J\u202e"])),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["@type", "@id", "name", "url", "value", "headline", "html", "caption"]), inner, max_size=3)),
    max_leaves=6,
)  # fmt: skip
FIELDS = st.dictionaries(
    st.sampled_from(["@type", "@id", "headline", "articleBody", "datePublished", "dateModified", "author", "url", "identifier", "image", "video", "mainEntityOfPage", "publisher",
                     "description", "id", "elements", "bodyHtml", "attributes", "contributors", "title", "blockFirstPublished", "blockFirstPublishedDisplay", "_type", "type"]),
    VALUES,
    max_size=8,
)  # fmt: skip


@given(FIELDS, st.lists(FIELDS, max_size=4), VALUES)
def test_data_of_any_kind_are_read_or_refused_in_one_line(about, updates, other):
    document = {
        "@type": "LiveBlogPosting",
        **about,
        "liveBlogUpdate": [*updates, other],
        "blocks": [{"id": "a", **each} for each in updates],
    }
    text = json.dumps(document)
    for page in (text, html("", script(text.replace("</", "<\\/")) + f"<script>x={text}</script>")):
        message, posts, words = outcome(page.encode())
        assert "\n" not in message
        assert not [letter for letter in words if ord(letter) < 32 and letter != "\n"]
        assert "\u202e" not in words
        assert not any(post.own_id and "\x1b" in post.own_id for post in posts)


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<!--", "<a ", '<a "', "<p>", "<b></i>", "<ul><li>", "<form><div></form>", "<svg>", "<noscript>", "</b>", "<span><div></span>", "<p a='", "&lt;",
     "<p title='" + "x" * 2000 + "'>"],
)  # fmt: skip
def test_making_markup_safe_is_linear(piece):
    assert_linear(lambda size: within_measure(take_out(piece * size).html), small=500)


def depth(markup):
    """How deep elements lie inside each other, by their tags."""
    deepest = now = 0
    for found in re.finditer(r"<(/?)(?:div|b|span|section)\b", markup):
        now += -1 if found[1] else 1
        deepest = max(deepest, now)
    return deepest


@pytest.mark.parametrize(
    "piece", ["<div>", "<div title='" + "x" * 2000 + "'>", "<b><div></b>", "<span><section></span>"]
)
def test_no_markup_is_deeper_than_the_parser_bears(piece, monkeypatch):
    monkeypatch.setattr("newsdesk.read.web.markup.LONGEST", 100_000)
    safe = within_measure(piece * 20_000)
    assert 0 < depth(safe) <= 250
    assert len(safe) <= 100_000


@pytest.mark.parametrize(
    ("piece", "small"),
    [("<div class='post'><time>10:00 BST</time><p>Words and more words of it.</p></div>", 100), ("<div class='related'><p>x</p>", 300), ("<div class=a><time>10:00</time>", 260),
     ("<h2><a href='/x'>One two three four five</a></h2>", 100), ("<blockquote class='twitter-tweet'>x", 300), ("<figure>x", 300), ("<p>10:00</p><p>Words of it here</p>", 100),
     ("<span class='time'>10:00</span>", 100)],
)  # fmt: skip
def test_reading_a_flood_is_linear(piece, small):
    assert_linear(lambda size: outcome(html(piece * size).encode()), small=small, times=2)


@pytest.mark.parametrize(
    "piece",
    [
        '{"@graph":[',
        '{"@type":"BlogPosting","a":',
        '{"@type":"BlogPosting","a":"x',
        "[",
        ",",
        '{"blocks":[],"elements":',
    ],
)
def test_floods_of_data_end(piece):
    flood = piece * (200_000 // len(piece))
    assert refusal(html("", f"<script type='application/ld+json'>{flood}</script><script>x={flood}</script>"))


def test_only_pages_import_the_parser_of_pages():
    code = "import sys, newsdesk.read as r; r.read(b'The harbour is closed until Thursday.', name='x'); print([m for m in ('selectolax', 'email', 'html.parser') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
