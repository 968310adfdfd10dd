"""Lists of feeds: what they name, well-formed or not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import assert_linear

from newsdesk.read import NamedFeed, ReadError, read


def refusal(body):
    with pytest.raises(ReadError) as refused:
        read(
            f"<?xml version='1.0'?><opml version='2.0'><head><title>x</title></head><body>{body}</body></opml>".encode(),
            name="x",
        )
    return refused.value


def feeds(body):
    return refusal(body).feeds


def test_folders_are_the_category_and_an_address_counts_once():
    named = feeds(
        """<outline text="News"><outline text="World" ><outline text="Example &amp; Co" xmlUrl="https://example.org/a?x=1&amp;y=2"/></outline>
        <outline type="rss" title="Quay" xmlUrl="http://example.org/b" /></outline>
        <outline text="Example again" xmlUrl="https://example.org/a?x=1&amp;y=2"/><outline xmlUrl="https://example.org/c" category="/Sea/Ports"/>"""
    )
    assert named == (
        NamedFeed("Example & Co", "https://example.org/a?x=1&y=2", "News / World"),
        NamedFeed("Quay", "http://example.org/b", "News"),
        NamedFeed(None, "https://example.org/c", "Sea / Ports"),
    )


@pytest.mark.parametrize(
    ("outline", "url"),
    [
        ("<outline text='a' xmlurl='https://example.org/a'>", "https://example.org/a"),
        ("<OUTLINE TEXT='a' XMLURL='https://example.org/a'></OUTLINE>", "https://example.org/a"),
        ("<outline text=a xmlUrl=https://example.org/a >", "https://example.org/a"),
        ('<outline text="Bob\'s "best" feed" xmlUrl="https://example.org/a"/>', "https://example.org/a"),
        ('<outline text="5 > 4" xmlUrl="https://example.org/a"/>', "https://example.org/a"),
        ('<outline text="never closed xmlUrl="https://example.org/a"/>', "https://example.org/a"),
        ('<outline text="a & b" xmlUrl="https://example.org/a?b=1&copy=2"/>', "https://example.org/a?b=1&copy=2"),
        ('<outline text="a" xmlUrl="feed://example.org/a"/>', "http://example.org/a"),
        ('<outline text="a" xmlUrl="feed:https://example.org/a"/>', "https://example.org/a"),
        ('<outline text="a" xmlUrl=" https://example.org/a "/>', "https://example.org/a"),
        ("</outline></outline><outline text='a' xmlUrl='https://example.org/a'/><", "https://example.org/a"),
    ],
)
def test_lists_that_are_not_well_formed_are_read(outline, url):
    assert [feed.url for feed in feeds(outline)] == [url]


@pytest.mark.parametrize(
    "outline",
    ["<outline text='a' xmlUrl='file:///etc/passwd'/>", "<outline text='a' xmlUrl='javascript:alert(1)'/>", "<outline text='a' xmlUrl='/etc/passwd'/>",
     "<outline text='a' xmlUrl='https://example.org/ a'/>", "<!-- <outline text='a' xmlUrl='https://example.org/a'/> -->", "<outline text='a'/>",
     "<outline type='link' text='a' url='https://example.org/a'/>"],
)  # fmt: skip
def test_what_is_no_address_of_a_feed_is_not_named(outline):
    refused = refusal(outline)
    assert (str(refused), refused.feeds) == (
        "x: this is a list of feeds (OPML) that names no feed by its address; export it anew",
        (),
    )


def test_how_many_feeds_a_list_names_is_said():
    refused = refusal("".join(f"<outline xmlUrl='https://example.org/{n}'/>" for n in range(1200)))
    assert (
        str(refused)
        == "x: this is a list of feeds (OPML) and no source; newsdesk add follows the 1,200 feeds that it names"
    )


@pytest.mark.parametrize("body", ["<outline text='a'>" * 1_000, "<outline xmlUrl='https://example.org/'/>" * 30_000])
def test_a_list_that_is_none_of_a_reader_is_refused(body):
    assert "larger than any reader's" in str(refusal(body))


PIECES = st.sampled_from(
    ["<outline ", "text=", "xmlUrl=", '"', "'", "https://example.org/a", ">", "/>", "</outline>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&", "category='/a/b'", "\x1b", "\u202e",
     "\n", "<outline text='a' xmlUrl='https://example.org/b'/>", "<x:outline xmlns:x='y'>", "</x:outline>", "type='include'"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=30))
def test_any_list_is_refused_in_one_line(pieces):
    refused = refusal("".join(pieces))
    assert "\n" not in str(refused)
    assert all(feed.url.startswith(("http://", "https://")) and feed.url.isprintable() for feed in refused.feeds)
    assert len({feed.url for feed in refused.feeds}) == len(refused.feeds)


@pytest.mark.parametrize(
    "flood", ["<!--", "<outline ", "<outline a='", "<a ", "<", "</outline>", "<outline x='https://example.org/'/>"]
)
def test_floods_cost_what_they_are_long(flood):
    assert_linear(lambda n: refusal(flood * n), small=300)


def test_lists_that_a_list_includes_are_named_behind_its_feeds():
    outlines = (
        '<outline type="include" text="Ports" url="https://x.org/ports"/>',
        '<outline type="link" text="Roads" url="https://x.org/roads.opml"/>',
        '<outline type="link" text="A page" url="https://x.org/page"/>',
        '<outline text="Quay" type="rss" xmlUrl="https://x.org/quay.xml"/>',
    )
    named = feeds("".join(outlines))
    assert [one.url for one in named] == ["https://x.org/quay.xml", "https://x.org/ports", "https://x.org/roads.opml"]


@pytest.mark.parametrize(
    "outline",
    [
        '<outline type="link" text="Quay" xmlUrl="https://x.org/quay.xml" htmlUrl="https://x.org/"/>',
        '<outline text="What type = link is" xmlUrl="https://x.org/quay.xml"/>',
    ],
)
def test_what_has_the_address_of_a_feed_is_no_page_whatever_its_type(outline):
    assert [one.url for one in feeds(outline)] == ["https://x.org/quay.xml"]
