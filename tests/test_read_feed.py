import json
import subprocess
import sys
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import assert_linear

from newsdesk.clean import clean
from newsdesk.read import ReadError, read
from newsdesk.read.errors import UnreadableError
from newsdesk.read.feeds.entities import with_own_entities
from newsdesk.read.lines.html_text import LONGEST, html_to_plain
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


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("1748986800", (2025, 6, 3, 21, 40, 0)),
        ("1748986800000", (2025, 6, 3, 21, 40, 0)),
        ("Tue, 31 Dec 2024 24:00:00 GMT", (2025, 1, 1, 0, 0, 0)),
        ("2025-02-28T24:00:00+01:00", (2025, 3, 1, 0, 0, 60)),
        ("Tue, 03 Jun 2025 24:00 EDT", (2025, 6, 4, 0, 0, -240)),
    ],
)
def test_dates_may_count_seconds_or_end_the_day(raw, expected):
    time = first(f"<title>x</title><pubDate>{raw}</pubDate>").printed_time
    assert (time.year, time.month, time.day, time.hour, time.minute, time.utc_offset) == expected
    assert time.text == raw


@pytest.mark.parametrize(
    "raw", ["174898680", "174898680000", "9748986800", "Tue, 03 Jun 2025 24:30:00 GMT", "Tue, 03 Jun 2025 24:00:01 GMT"]
)
def test_other_numbers_are_no_dates(raw):
    time = first(f"<title>x</title><pubDate>{raw}</pubDate>").printed_time
    assert time is None or time.hour is None


@pytest.mark.parametrize(
    ("categories", "label"),
    [
        (["World", "Breaking"], "Breaking"),
        (["Analysis", "breaking news"], "breaking news"),
        (["Opinion"], "Opinion"),
        (["Live", "Markets", "Breaking bread"], None),
        ([], None),
    ],
)
def test_a_label_among_the_categories_is_the_entry_s(categories, label):
    tags = "".join(f"<category>{category}</category>" for category in categories)
    assert first(f"<title>Harbour stays closed</title>{tags}").label == label
    item = {"id": "1", "title": "Harbour stays closed", "tags": categories}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [item]}
    assert read(json.dumps(feed).encode(), name="x").posts[0].label == label


@pytest.mark.parametrize(
    ("title", "label", "headline"),
    [
        ("Breaking: Minister resigns", "Breaking", "Minister resigns"),
        ("BREAKING - Minister resigns", "BREAKING", "Minister resigns"),
        ("BREAKING NEWS: “We sail”", "BREAKING NEWS", "“We sail”"),
        ("BREAKING — 40 ships wait", "BREAKING", "40 ships wait"),
        ("[BREAKING] Minister resigns", "BREAKING", "Minister resigns"),
        ("🔴 LIVE: Storm over Marwick", "LIVE", "Storm over Marwick"),
        ("Live updates | Storm over Marwick", "Live updates", "Storm over Marwick"),
        ("UPDATE: ferry sails again", "UPDATE", "ferry sails again"),
        ("UPDATE 2-Minister resigns", "UPDATE", "Minister resigns"),
        ("Just in: ferry sails again", "Just in", "ferry sails again"),
        ("Watch: The ferry sails again", None, "Watch: The ferry sails again"),
        ("Analysis: Why the ferry stays", None, "Analysis: Why the ferry stays"),
        ("Breaking bread: Marwick eats", None, "Breaking bread: Marwick eats"),
        ("Breaking-point talks", None, "Breaking-point talks"),
        ("Live-in carers wait", None, "Live-in carers wait"),
        ("Live – and well: the ferry's cat", None, "Live – and well: the ferry's cat"),
        ("Breaking:", None, "Breaking:"),
        ("Minister: Breaking news is no news", None, "Minister: Breaking news is no news"),
        ("Alive: ten sailors found", None, "Alive: ten sailors found"),
        ("Updates are due", None, "Updates are due"),
    ],
)
def test_a_label_before_a_headline_is_taken_off(title, label, headline):
    post = first(f"<title>{title}</title>")
    assert (post.label, post.headline) == (label, headline)


@pytest.mark.parametrize(
    ("title", "category", "label", "headline"),
    [
        ("BREAKING: Minister resigns", "Breaking", "Breaking", "Minister resigns"),
        ("BREAKING: Minister resigns", "Breaking news", "Breaking news", "Minister resigns"),
        ("BREAKING - Minister resigns", "BREAKING NEWS:", "BREAKING NEWS", "Minister resigns"),
        ("Breaking news: Minister resigns", "Breaking", "Breaking", "Minister resigns"),
        ("LIVE: Storm over Marwick", "Live updates", "Live updates", "Storm over Marwick"),
        ("Live: Minister resigns", "Breaking", "Breaking", "Live: Minister resigns"),
        ("BREAKING: Minister resigns", "Analysis", "Analysis", "BREAKING: Minister resigns"),
        ("Breaking bread: Marwick eats", "Breaking news", "Breaking news", "Breaking bread: Marwick eats"),
    ],
)
def test_a_label_that_stands_twice_is_said_once(title, category, label, headline):
    post = first(f"<title>{title}</title><category>{category}</category>")
    assert (post.label, post.headline) == (label, headline)


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


@pytest.mark.parametrize(
    ("declared", "seen"),
    [
        ('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">', "(b) that is more than a few plain words"),
        ('<!ENTITY b "&a;"><!ENTITY a "ha">', "(b) that is more than a few plain words"),
        ("<!ENTITY b '&amp;a;'>", "(b) that is more than a few plain words"),
        ('<!ENTITY b "<b>ha</b>">', "(b) that is more than a few plain words"),
        (f'<!ENTITY b "{"ha" * 200}">', "(b) that is more than a few plain words"),
        ('<!ENTITY % p "x"><!ENTITY b "%p;">', "(p) that is more than a few plain words"),
        ('<!ENTITY b SYSTEM "file:///etc/hostname">', "(b) that lies in another file"),
        ('<!-- x --><!ENTITY b PUBLIC "-//Port//Words" "http://example.org/words">', "(b) that lies in another file"),
        ('<!ENTITY % p SYSTEM "http://example.org/more.dtd"> %p;', "(p) that lies in another file"),
        ('<!ENTITY b "no end', "damaged"),
        ("<!ENTITY>", "damaged"),
        (f'<!ENTITY long "{"ha" * 90}">', "too long"),
    ],
)
def test_a_feed_that_declares_more_than_words_is_refused_in_one_line(declared, seen):
    data = f"<?xml version='1.0'?><!DOCTYPE rss [{declared}]>" + rss(f"<title>open &b;</title>{'&long;' * 10_000}")
    with pytest.raises(ReadError) as refused:
        read(data.encode(), name="feed.xml")
    assert str(refused.value).startswith("feed.xml: ")
    assert str(refused.value).endswith("; add its words as plain text")
    assert seen in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("document_type", "title", "headline"),
    [
        ('<!DOCTYPE rss [<!ENTITY co "Courier">]>', "The &co; asks", "The Courier asks"),
        ("<!DOCTYPE rss [\n<!ENTITY co 'Leith &#38; Co'>\n]>", "&co;, &co;", "Leith & Co, Leith & Co"),
        ('<!-- <rss> --><!DOCTYPE rss [<!ENTITY co "A"><!ENTITY co "B">]>', "&co;&other;", "A&other;"),
        (
            '<!DOCTYPE rss [<!ELEMENT rss (#PCDATA)><!ENTITY nbsp "&#160;"><!ENTITY lt "&#38;#60;">]>',
            "1&nbsp;&lt; 2",
            "1 < 2",
        ),
        ('<!DOCTYPE rss [<!ENTITY co "Courier">]>', "<![CDATA[Fish & &co;]]>", "Fish & &co;"),
        ('<!DOCTYPE rss [<!ENTITY co "Courier">]>', "&amp;co; and &eacute;", "&co; and é"),
        (
            (
                '<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN"'
                ' "http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent"> %HTMLlat1;]>'
            ),
            "caf&eacute;",
            "café",
        ),
        (
            (
                '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"'
                ' "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
            ),
            "caf&eacute;",
            "café",
        ),
        ("<!DOCTYPE rss []>", "x", "x"),
        ("", "&lt;!DOCTYPE rss [&lt;!ENTITY a 'b'&gt;]&gt; in a title", "<!DOCTYPE rss [<!ENTITY a 'b'>]> in a title"),
    ],
)
def test_the_short_words_that_a_feed_declares_are_put_in(document_type, title, headline):
    data = f"<?xml version='1.0'?>{document_type}" + rss(f"<title>{title}</title>")
    assert read(data.encode(), name="x").posts[0].headline == headline


@pytest.mark.parametrize("flood", ["<!ENTITY a '", "<!-- ", "<!ENTITY a 'b'>", "<?", "<!ELEMENT a '", "%a;"])
def test_a_flood_of_declarations_costs_one_look_each(flood):
    assert_linear(lambda n: _refused("<!DOCTYPE rss [" + flood * n + rss("<title>x</title>")), 2_000)


@pytest.mark.parametrize("flood", ["<!--", "<![CDATA[", "&b;", "&a;"])
def test_a_flood_of_what_is_never_closed_is_gone_over_once(flood):
    text = '<!DOCTYPE rss [<!ENTITY a "b">]><rss>' + flood * 20_000
    begin = process_time()
    assert len(with_own_entities(text)) <= len(text)
    assert process_time() - begin < 2


def _refused(text):
    with suppress(UnreadableError):
        with_own_entities(text)


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("By X", "X"),
        ("by ada", "ada"),
        ("BY: Ada Muster", "Ada Muster"),
        ("By the harbour desk", "the harbour desk"),
        ("By Ada Muster, Chief of everything", "Ada Muster, Chief of everything"),
        ("Byron Vale", "Byron Vale"),
        ("Abby Vale", "Abby Vale"),
        ("By", "By"),
    ],
)
def test_the_author_of_an_entry_is_named_without_by(author, name):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": "1", "title": "x", "authors": [{"name": author}]}],
    }
    assert read(json.dumps(feed).encode(), name="x").posts[0].byline_name == name
    assert (
        first(
            f"<title>x</title><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>{author}</dc:creator>"
        ).byline_name
        == name
    )


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
    with pytest.raises(ReadError, match="no entry of this feed has any words"):
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


@pytest.mark.parametrize(
    "mailbox", ["web@echo.example", "web@echo.example (Echo Webmaster)", "Echo &lt;web@echo.example&gt;"]
)
@pytest.mark.parametrize(("title", "publisher"), [("Islands | Aldmouth News", "Aldmouth News"), ("Islands", None)])
def test_a_mailbox_publishes_nothing(mailbox, title, publisher):
    item = "<item><title>Ferry to stop</title><description>It stops.</description></item>"
    feed = f"<rss version='2.0'><channel><title>{title}</title><webMaster>{mailbox}</webMaster>{item}</channel></rss>"
    assert read(feed.encode(), name="x").source.publisher == publisher


MEDIA = "xmlns:media='http://search.yahoo.com/mrss/'"


def posts_of(items, head="", declared=""):
    feed = f"<rss version='2.0' {declared}><channel><title>T</title>{head}{''.join(items)}</channel></rss>"
    return read(feed.encode(), name="x").posts


@pytest.mark.parametrize(
    "data",
    [
        b"<rss version='2.0'><channel><title>Quay Notes</title></channel></rss>",
        b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Quay Notes</title></feed>",
        b'{"version": "https://jsonfeed.org/version/1.1", "title": "Quay Notes", "items": []}',
    ],
)
def test_a_whole_feed_may_have_no_entries_yet(data):
    reading = read(data, name="x")
    assert (reading.source.title, reading.posts) == ("Quay Notes", ())


def test_the_content_comes_before_the_summary_however_long_that_is():
    content = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    item = "<item><title>x</title><description>{}</description><content:encoded>{}</content:encoded></item>"
    (post,) = posts_of([item.format("A summary that goes on for long", "The ferry sank.")], declared=content)
    assert post.text == "The ferry sank."
    (post,) = posts_of([item.format("The ferry sank.", "&lt;img src='x' alt='A ferry'&gt;")], declared=content)
    assert (post.text, post.captions) == ("The ferry sank.", ("A ferry",))


def test_several_authors_are_all_named_once():
    dublin = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
    creators = "<dc:creator>Ana Ruiz</dc:creator><dc:creator>By Jo Tan</dc:creator><dc:creator>Ana Ruiz</dc:creator>"
    (post,) = posts_of([f"<item><title>x</title>{creators}</item>"], declared=dublin)
    assert post.byline_name == "Ana Ruiz, Jo Tan"


@pytest.mark.parametrize(
    "author",
    [
        "desk@harbour.example (Ana Ruiz)",
        "Ana Ruiz (desk@harbour.example)",
        "Ana Ruiz &lt;desk@harbour.example&gt;",
        "d@a.uk (Ana Ruiz)",
    ],
)
def test_a_name_beside_a_mailbox_is_whole_whatever_its_domain(author):
    (post,) = posts_of([f"<item><title>x</title><author>{author}</author></item>"])
    assert post.byline_name == "Ana Ruiz"


@pytest.mark.parametrize(("of_all", "expected"), [("Jo Tan", "Jo Tan"), ("The Quay", None)])
def test_who_wrote_a_feed_wrote_the_entries_that_name_nobody(of_all, expected):
    entry = "<entry><id>{0}</id><title>x</title><updated>2026-11-27T10:00:00Z</updated>{1}</entry>"
    own = "<author><name>Ana Ruiz</name></author>"
    atom = (
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Quay</title><author><name>{of_all}</name></author>"
        f"{entry.format('a', own)}{entry.format('b', '')}</feed>"
    )
    assert [post.byline_name for post in read(atom.encode(), name="x").posts] == ["Ana Ruiz", expected]
    items = [{"id": "1", "title": "x", "authors": [{"name": "Ana Ruiz"}]}, {"id": "2", "title": "y"}]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Quay",
        "authors": [{"name": of_all}],
        "items": items,
    }
    assert [post.byline_name for post in read(json.dumps(feed).encode(), name="x").posts] == ["Ana Ruiz", expected]


def test_a_managing_editor_wrote_no_entry():
    rss = "<rss version='2.0'><channel><title>Q</title><managingEditor>e@q.uk (Jo Tan)</managingEditor><item><title>x</title></item></channel></rss>"
    assert read(rss.encode(), name="x").posts[0].byline_name is None


def test_words_under_a_picture_are_captions():
    media = (
        "<media:content url='https://x.org/a.jpg' medium='image'><media:title>quay-1</media:title>"
        "<media:description>Cranes at dawn</media:description><media:credit>Jo Tan/Example Agency</media:credit></media:content>"
    )
    (post,) = posts_of(
        [f"<item><title>x</title>{media}<description>They stand still.</description></item>"], declared=MEDIA
    )
    assert (post.headline, post.text) == ("x", "They stand still.")
    assert post.captions == ("Cranes at dawn", "quay-1", "Jo Tan/Example Agency")
    (post,) = posts_of([f"<item><title>x</title>{media}</item>"], declared=MEDIA)
    assert (post.text, post.captions[0]) == ("", "Cranes at dawn")


def test_what_is_said_with_a_film_is_the_text_where_there_is_no_other():
    film = "<media:group><media:title>Quay at night</media:title><media:description>All lights out.</media:description></media:group>"
    (post,) = posts_of([f"<item>{film}</item>"], declared=MEDIA)
    assert (post.headline, post.text, post.captions) == ("Quay at night", "All lights out.", ())


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/a/1", "https://x.org/a/1"),
        ("1?b=c", "https://x.org/news/1?b=c"),
        ("//y.org/2", "https://y.org/2"),
        ("javascript:alert(1)", None),
    ],
)
def test_relative_links_lead_from_the_feeds_own(link, expected):
    (post,) = posts_of([f"<item><title>x</title><link>{link}</link></item>"], "<link>https://x.org/news/</link>")
    assert post.link == expected


def test_a_home_that_is_no_address_leads_nowhere():
    (post,) = posts_of(["<item><title>x</title><link>/a/1</link></item>"], "<link>https://[x</link>")
    assert post.link is None


def test_a_base_said_in_the_feed_counts_before_its_link():
    feed = (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://y.org/b/'><title>T</title><link href='https://x.org/'/>"
        "<entry><title>x</title><link href='1'/></entry></feed>"
    )
    assert read(feed.encode(), name="x").posts[0].link == "https://y.org/b/1"


def test_an_episode_is_known_by_its_recording():
    (post,) = posts_of(
        ["<item><title>x</title><enclosure url='https://x.org/1.mp3' type='audio/mpeg' length='1'/></item>"]
    )
    assert (post.link, post.own_id) == ("https://x.org/1.mp3", "https://x.org/1.mp3")
    items = [{"title": "x", "attachments": [{"url": "https://x.org/2.mp3"}]}]
    data = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": items})
    assert read(data.encode(), name="x").posts[0].link == "https://x.org/2.mp3"


def test_a_link_that_entries_share_names_none_of_them():
    date = "<pubDate>Tue, 03 Jun 2025 {}:40:00 GMT</pubDate>"
    items = [f"<item><title>Ferry {n}</title><link>https://x.org/live</link>{date.format(n)}</item>" for n in (20, 21)]
    assert [post.own_id for post in posts_of(items)] == ["2025-06-03 Ferry 20", "2025-06-03 Ferry 21"]
    assert [post.own_id for post in posts_of(items[:1])] == ["https://x.org/live"]


def entry(guid, title, text="x", hour=20):
    return (
        f"<item><guid isPermaLink='false'>{guid}</guid><title>{title}</title><description>{text}</description>"
        f"<pubDate>Tue, 03 Jun 2025 {hour}:40:00 GMT</pubDate></item>"
    )


def test_an_entry_that_stands_there_with_what_it_was_before_is_read_as_it_is_last():
    posts = posts_of([entry("a", "Ferry", "It sails.", 19), entry("a", "Ferry", "It sank.", 20), entry("b", "Quay")])
    assert [(post.n, post.headline, post.text) for post in posts] == [(1, "Ferry", "It sank."), (2, "Quay", "x")]


def test_entries_that_share_a_guid_and_nothing_else_are_all_read():
    assert [post.headline for post in posts_of([entry("a", "Ferry"), entry("a", "Quay")])] == ["Ferry", "Quay"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("mer., 03 Jun 2025 21:40:00 +0200", (21, 40, 120)),  # a weekday in another language
        ("Tue, 03 Jun 2025 21:40:00 Etc/GMT", (21, 40, 0)),  # as feedparser reads it
        ("2025-06-03T21:40:00-0330", (21, 40, -210)),
    ],
)
def test_odd_dates_are_read_too(raw, expected):
    time = first(f"<title>x</title><pubDate>{raw}</pubDate>").printed_time
    assert (time.text, (time.hour, time.minute, time.utc_offset)) == (raw, expected)


def test_a_date_that_is_none_leaves_it_to_the_next():
    dublin = "xmlns:dcterms='http://purl.org/dc/terms/'"
    dates = "<pubDate>soon</pubDate><dcterms:modified>2025-06-03T21:40:00Z</dcterms:modified>"
    (post,) = posts_of([f"<item><title>x</title>{dates}</item>"], declared=dublin)
    assert (post.printed_time.hour, post.printed_time.utc_offset) == (21, 0)


pieces = st.lists(
    st.sampled_from(
        [
            "<item>", "</item>", "<entry>", "</entry>", "<title>Quay</title>", "<title type='html'>", "</title>", "<link>/a</link>", "<link href='b'/>",
            "<guid>1</guid>", "<id>urn:1</id>", "<pubDate>Tue, 03 Jun 2025 21:40:00 CEST</pubDate>", "<updated>2025-13-45T99:99Z</updated>",
            "<description>", "</description>", "<![CDATA[<p>x", "]]>", "<media:description>", "<media:content medium='image'/>", "<media:credit>c",
            "<enclosure url='https://x.org/1.mp3'/>", "<author>a@x.org (Ana Ruiz)</author>", "&#27;]52;c;x&#7;", "&bogus;", "&", "<", "\x1b[2J", "\u202e", "\x00",
        ]
    )
    | st.text(max_size=4),
    max_size=20,
)  # fmt: skip
HEADS = [
    f"<rss version='2.0' {MEDIA}><channel><title>T</title>",
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://x.org'><title>T</title>",
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>",
]


@given(st.sampled_from(HEADS), pieces)
def test_whatever_stands_in_a_feed_is_read_or_refused_in_one_line(head, rest):
    assert_read_or_refused((head + "".join(rest)).encode("utf-8", "replace"))


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=6) | st.sampled_from(["2025-06-03T21:40:00Z", "<b>x", "/a", "https://x.org/1", "\u009b2J"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["name", "url"]), inner, max_size=2),
    max_leaves=4,
)  # fmt: skip
KEYS = [
    "id",
    "title",
    "content_html",
    "content_text",
    "summary",
    "url",
    "external_url",
    "date_published",
    "author",
    "authors",
    "attachments",
]


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), values, max_size=5), max_size=3), values)
def test_whatever_stands_in_a_json_feed_is_read_or_refused_in_one_line(items, home):
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": home, "items": items}
    assert_read_or_refused(json.dumps(feed).encode())


def assert_read_or_refused(data):
    try:
        reading, refused = read(data, name="x"), ""
    except ReadError as error:
        reading, refused = None, str(error)
    assert "\n" not in refused
    if reading is None:
        return
    shown = [reading.source.title, reading.source.publisher, reading.source.link]
    for post in reading.posts:
        shown += [post.text, post.headline, post.byline_name, post.own_id, post.link, *post.captions]
    assert not [words for words in shown if words and clean(words).text != words]
    assert [post.n for post in reading.posts] == list(range(1, len(reading.posts) + 1))


def test_a_long_feed_takes_linear_time():
    item = "<title>Ferry {0}</title><guid>{0}</guid><link>/{0}</link><description>&lt;p&gt;It sails.</description>"
    assert_linear(lambda count: read(rss(*map(item.format, range(count))).encode(), name="x"), 100)
