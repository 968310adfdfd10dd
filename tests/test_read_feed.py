import json
import subprocess
import sys

import pytest

from newsdesk.read import ReadError, read
from newsdesk.read.html_text import LONGEST, html_to_plain
from newsdesk.read.links import safe_link


def rss(*items):
    return f"<rss version='2.0'><channel><title>T</title>{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"


def first(items):
    return read(rss(items).encode(), name="x").posts[0]


@pytest.mark.parametrize(
    ("raw", "zone", "offset"),
    [
        ("Tue, 03 Jun 2025 21:40:00 BST", "BST", 60),
        ("Tue, 03 Jun 2025 21:40:00 CEST", "CEST", 120),
        ("Tue, 03 Jun 2025 21:40:00 MSK", "MSK", 180),
        ("Tue, 03 Jun 2025 21:40:00 EDT", "EDT", -240),
        ("Tue, 03 Jun 2025 21:40:00 +0530", "+05:30", 330),
        ("Tue, 03 Jun 2025 21:40:00 GMT", "GMT", 0),
        ("2025-06-03T21:40:00", None, None),
    ],
)
def test_dates_keep_their_zone(raw, zone, offset):
    time = first(f"<title>x</title><pubDate>{raw}</pubDate>").printed_time
    assert (21, 40, zone, offset) == (time.hour, time.minute, time.zone, time.utc_offset)


def test_a_date_that_is_none_is_none():
    assert first("<title>x</title><pubDate>last week</pubDate>").printed_time is None


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://x.org/\x1b]52;c;A",
        "https://x.org/a b",
        "https://x.org/\u202egnp",
        "//x.org/",
        "",
        None,
        7,
    ],
)
def test_only_plain_web_addresses_are_links(link):
    assert safe_link(link) is None


def test_a_web_address_is_a_link():
    assert safe_link(" https://x.org/a?b=c&d=%20#e ") == "https://x.org/a?b=c&d=%20#e"


def test_without_a_guid_the_link_identifies():
    assert first("<title>x</title><link>https://x.org/1</link>").own_id == "https://x.org/1"


def test_a_broken_feed_is_used_as_far_as_it_goes():
    data = "<rss version='2.0'><channel><item><title>One &nbsp;</title></item><item><title>Two & three</title></item>"
    assert [post.headline for post in read(data.encode(), name="x").posts] == ["One", "Two & three"]


def test_a_feed_in_an_old_encoding_is_read():
    data = '<?xml version="1.0" encoding="iso-8859-1"?>' + rss("<title>Bürgermeisterin</title>")
    assert read(data.encode("latin-1"), name="x").posts[0].headline == "Bürgermeisterin"


def test_a_path_in_a_feed_is_no_file_to_open(tmp_path):
    secret = tmp_path / "secret.xml"
    secret.write_text(rss("<title>secret</title>"))
    data = f'<!DOCTYPE rss [<!ENTITY s SYSTEM "file://{secret}">]>' + rss("<title>open &s;</title>")
    assert "secret" not in (read(data.encode(), name=str(secret)).posts[0].headline or "")


def test_entities_do_not_explode():
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + rss("<title>&b;</title>")
    assert len(read(bomb.encode(), name="x").posts[0].headline) < 20


def test_json_feeds_give_clean_words():
    items = [
        {"id": "a", "title": "One\u001b[2J", "content_html": "<p>x\u202ey &amp; z</p>"},
        "no item",
        {"content_text": "a\u2028b"},
    ]
    posts = read(
        json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}, ensure_ascii=False).encode(), name="x"
    ).posts
    assert [(post.headline, post.text) for post in posts] == [("One", "xy & z"), (None, "a b")]


@pytest.mark.parametrize(
    ("html", "text", "captions"),
    [
        (
            "<p>One <b>bold</b> &amp; <a href='x'>link</a>.</p><p>Two<br>Three</p>",
            "One bold & link.\n\nTwo\n\nThree",
            (),
        ),
        ("<ul><li>a<li><p>b</p></ul>after", "• a\n• b\n\nafter", ()),
        ("<figure><img alt='Alt'><figcaption>Cap</figcaption></figure><p>x</p>", "x", ("Alt", "Cap")),
        ("<script>evil()</script><style>p{}</style><p>x</p><!-- no -->", "x", ()),
        ("plain &lt;text&gt;\nwith lines\n\nand paragraphs", "plain <text> with lines\n\nand paragraphs", ()),
        ("if he [Putin] is <i>serious</i>", "if he [Putin] is serious", ()),
        ("<p>&#27;]52;c;AAAA&#7;x</p>", "x", ()),
        ("", "", ()),
    ],
)
def test_html_becomes_paragraphs(html, text, captions):
    assert (text, captions) == html_to_plain(html)


@pytest.mark.parametrize(
    "piece", ["<div>", "<!--", "<a ", "<p>", "<b><p>", "<table>", "&", "</div>", "<svg>", "<", "<li>"]
)
def test_floods_of_html_end(piece):
    """Nested blocks cost the parser the square of their depth: 150,000 took 50 s."""
    assert html_to_plain(piece * (600_000 // len(piece)) + "<p>end").text.count("end") <= 1


def test_html_beyond_the_limit_is_left_out():
    assert len(html_to_plain("<p>" + "a " * LONGEST).text) < LONGEST


def test_an_entry_of_nothing_is_refused():
    with pytest.raises(ReadError, match="there are no words to read"):
        read(rss("<title> </title>").encode(), name="x")


def test_reading_an_article_imports_no_feed_parser():
    code = "import sys, newsdesk.read as r; r.read(b'The harbour is closed until Thursday.', name='x'); print([m for m in ('feedparser', 'listparser', 'email.policy', 'selectolax', 'dateutil', 'textual', 'tinydb') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    "tail",
    ["Continue reading...", "Read more »", "The post Ferry sinks appeared first on Example Notes."],
)
def test_what_leads_on_to_the_page_is_no_text(tail):
    assert first(f"<title>x</title><description>The ferry sank. {tail}</description>").text == "The ferry sank."
    assert first("<title>x</title><description>He has to read more</description>").text == "He has to read more"


@pytest.mark.parametrize(
    ("title", "publisher"),
    [("Example News", "Example News"), ("World | The Example Times", "Example Times"), ("Notes on harbours", None)],
)
def test_a_title_that_names_an_outlet_names_the_publisher(title, publisher):
    feed = rss("<title>x</title>").replace("<title>T</title>", f"<title>{title}</title>")
    assert read(feed.encode(), name="x").source.publisher == publisher
