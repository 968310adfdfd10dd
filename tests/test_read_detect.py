import gzip
import json
import plistlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.model import SourceKind
from newsdesk.read import LONGEST_POST, ReadError, read

PROSE = "The harbour of Port Lindra will stay closed until Thursday, the coast guard said."
MAIL = b"From: ada@example.org\nTo: jo@example.org\nSubject: Harbour\nMIME-Version: 1.0\n\n" + PROSE.encode()
VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello there.\n"
SRT = b"1\n00:00:01,000 --> 00:00:02,000\nHello there.\n\n2\n00:00:02,000 --> 00:00:03,000\nHello again.\n"
LOG = b"2025-06-03 21:40:00 INFO the server has started and is listening\n" * 3
CODE = b"def harbour(quay):\n    return quay + 1\n\nclass Ferry:\n    name = 'x'\n"
NUMBERS = bytes(range(256)) * 40


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.bin: this is empty; add a file with text in it"),
        (b" \r\n\t ", "x.bin: this is empty; add a file with text in it"),
        ("\u200b\u200b".encode(), "x.bin: there is nothing to see in this text; add a file with words in it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "x.bin: this is a PNG image, not text; add the page's text instead"),
        (gzip.compress(PROSE.encode(), mtime=0), "x.bin: this is a gzip archive; unpack it and add the files inside"),
        (b"PK\x03\x04\x14\0word/document.xml", "x.bin: this is a Word document; save it as plain text and add that"),
        (NUMBERS, "x.bin: this is binary data, not text; check that it is the file you meant"),
        (b"<!DOCTYPE html><html><body><p>Hello there.</p></body></html>",
         "x.bin: this is a web page with only a few words in it (“Hello there.”), perhaps of an error, or to be filled in by scripts; open the page in a browser, select all, copy, and paste it here or save it as a text file"),
        (b"<!-- saved --><div><p>" + b"Hello there, friends of the harbour. " * 3 + b"</p></div>",
         "x.bin: this is a web page with hardly any sentences in it (18 words); open the page in a browser, select all, copy, and paste it here or save it as a text file"),
        (b"<tt xmlns='http://www.w3.org/ns/ttml'><body/></tt>",
         "x.bin: these are subtitles without words; add a file that has some, or the text of what is said"),
        (VTT[:-13], "x.bin: these are subtitles without words; add a file that has some, or the text of what is said"),
        (b'<?xml version="1.0"?><!-- mine --><opml version="2.0"></opml>',
         "x.bin: this is a list of feeds (OPML) that names no feed by its address; export it anew"),
        (b"<opml><body><outline xmlUrl='https://example.org/rss'/></body></opml>",
         "x.bin: this is a list of feeds (OPML) and no source; newsdesk add follows the one feed that it names"),
        (MAIL.replace(PROSE.encode(), b""), "x.bin: this mail has no words of its own; save what is attached to it and add that"),
        (b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n",
         "x.bin: this is a saved web page (MHTML) without the page in it; open the page, select all, copy, and paste it here or save it as a text file"),
        (b'{"text": "a"}\n{"text": "b"}\n', "x.bin: this is JSON Lines, not a feed; add its words as plain text"),
        (b'{"segments": [{"start": 0, "text": " "}]}',
         "x.bin: these are subtitles without words; add a file that has some, or the text of what is said"),
        (b'{"a": [1, 2]}', "x.bin: this is JSON that is no feed; add its words as plain text"),
        (b'{"a": [1, 2', "x.bin: this looks like JSON and is damaged; get it again, or add its words as plain text"),
        (b"[" * 100_000, "x.bin: this is JSON nested too deep to be a feed; add its words as plain text"),
        (b"<svg></svg>", "x.bin: this is an SVG picture, not text; add the page's text instead"),
        (b"<order><item/></order>", "x.bin: this is XML that is no feed (<order>); add its words as plain text"),
        (b"<rss version='2.0'><channel></channel></rss>",
         "x.bin: this is a feed with neither a name nor entries; check its address in a browser"),
        (b"<rss version='2.0'><channel><title>x</title>",
         "x.bin: this feed is damaged or breaks off before its first entry; check its address in a browser, or get it again"),
        (b'{"version": "https://jsonfeed.org/version/1", "title": "x"}',
         "x.bin: this is a JSON Feed without a list of items; check its address in a browser"),
        (LOG, "x.bin: this is a log, not news; add the text of a live page, an article or a feed"),
        (CODE, "x.bin: this is program code, not prose; add the text of a live page, an article or a feed"),
        (b"name,ferry,time\na,b,1\nc,d,2\n", "x.bin: this is a table, not prose; copy the texts out of it and add those"),
        (b"hello", "x.bin: this is only a word; add the whole text of a live page, an article or a transcript"),
        (b"a" * 100_000, "x.bin: this is only a word; add the whole text of a live page, an article or a transcript"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_named_with_what_to_do(data, message):
    with pytest.raises(ReadError) as refused:
        read(data, name="x.bin")
    assert message == str(refused.value)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Notes from the harbour\n\nBy Ada Muster\n\n3 June 2025, 12:00 GMT\n\nThe inquiry sits at 14:05.", "The inquiry sits at 14:05."),
        ("Harbour\nA word from the quay\n3 June 2025\n\nMinister resigns.", "Minister resigns."),
        ("The Fed sits Dec. 8-9.", "The Fed sits Dec. 8-9."),
        ("The strike is off.", "The strike is off."),
        ("“Not today,” she said.", "“Not today,” she said."),
    ],
)  # fmt: skip
def test_a_short_report_is_read(text, body):
    assert read(text.encode(), name="x").posts[0].text.endswith(body)


@pytest.mark.parametrize(
    "text",
    [
        "harbour, quay, pier, mole",  # a list of words
        "Harbour\n\nBy Ada Muster\n\n3 June 2025",  # a headline over nothing
        "Part 1.\nPart 2.\nPart 3.",
        "Hello.",
        "Call me.",
        "Quays of Lindra\nNorth\nSouth\nEast\nWest\nAll full.",
        "ferry at noon",
    ],
)
def test_what_is_no_sentence_is_no_short_report(text):
    with pytest.raises(ReadError):
        read(text.encode(), name="x")


def test_a_hostile_name_makes_one_clean_line():
    with pytest.raises(ReadError) as refused:
        read(b"", name="a\nb\x1b]0;x\x07\u202e.txt")
    assert str(refused.value) == r"a\nb\x1b]0;x\x07\u202e.txt: this is empty; add a file with text in it"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PROSE.encode(), SourceKind.ARTICLE),
        (b"\xef\xbb\xbf" + PROSE.encode(), SourceKind.ARTICLE),
        (PROSE.encode("utf-16"), SourceKind.ARTICLE),
        (PROSE.encode("utf-16-le"), SourceKind.ARTICLE),
        (b"[Example Press] " + PROSE.encode(), SourceKind.ARTICLE),
        ("Порт будет закрыт до четверга, сообщила береговая охрана.".encode(), SourceKind.ARTICLE),
        ("港口将关闭到星期四，海岸警卫队星期二表示。".encode(), SourceKind.ARTICLE),
        (b"Ministers meetpublished at 16:03 GMT 3 June\n\nThey meet at noon.", SourceKind.LIVE_PAGE),
        (b"<?xml version='1.0'?>\n<!-- x --><rss version='2.0'><channel><item><title>Hello</title></item></channel></rss>", SourceKind.FEED),
        (b"\n\n<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Hello</title></entry></feed>", SourceKind.FEED),
        (json.dumps({"title": "x", "items": [{"content_text": PROSE}]}).encode(), SourceKind.FEED),
        (MAIL, SourceKind.MAIL),
        (VTT, SourceKind.TRANSCRIPT),
        (SRT.decode().encode("utf-16"), SourceKind.TRANSCRIPT),
        (b"\xef\xbb\xbf" + SRT.replace(b"\n", b"\r\n"), SourceKind.TRANSCRIPT),
        (json.dumps([{"text": "Hello there.", "start": 1.5, "duration": 2}]).encode(), SourceKind.TRANSCRIPT),
    ],
)  # fmt: skip
def test_kinds_are_told_by_content(data, kind):
    assert kind is read(data, name="page.html").source.kind


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (
            "“Schön”, sagte die Bürgermeisterin am Dienstag.".encode("cp1252"),
            "“Schön”, sagte die Bürgermeisterin am Dienstag.",
        ),
        (
            "“Schön”, sagte die Bürgermeisterin am Dienstag …".encode()[:-1],
            "“Schön”, sagte die Bürgermeisterin am Dienstag \ufffd",
        ),
        (
            b"An encoding with a hole: \x81 is nothing in it, \x93yes\x94.",
            "An encoding with a hole: \ufffd is nothing in it, “yes”.",
        ),
    ],
)
def test_words_survive_old_and_damaged_encodings(data, text):
    assert text == read(data, name="x").posts[0].text


_RAIN = "Дождь идёт. Порт закрыт до понедельника. "


@pytest.mark.parametrize(
    "data",
    [
        ("港の理事会は月曜日に投票した。ストライキは続く。\n" * 20).encode("shift-jis"),
        "港の理事会は月曜日に投票した。".encode("euc-jp"),
        _RAIN.encode("cp1251"),
        _RAIN.encode("koi8-r"),
        ("Το λιμάνι είναι κλειστό. " * 3).encode("iso8859-7"),
        ("港口理事会星期一投票。 " * 3).encode("gbk"),
        f"<html><body><p>{_RAIN * 9}</p></body></html>".encode("cp1251"),
    ],
)
def test_a_text_whose_encoding_nothing_tells_is_refused(data):
    line = "x.txt: this is text in an encoding that it does not name; save it as UTF-8 and add that"
    with pytest.raises(ReadError, match=f"^{re.escape(line)}$"):
        read(data, name="x.txt")


@pytest.mark.parametrize(
    "data",
    [
        ("Fünf Ärzte prüften öfter Äpfel über Öfen. " * 9).encode("cp1252"),
        ("Élus, où êtes-vous ? À l’été déjà, l’Évêque a été élu. " * 9).encode("cp1252"),
        ("“Yes, the port is shut” – “no” – for £5 – “so be it”. " * 9 + "The port is shut until Monday.").encode(
            "cp1252"
        ),
        f"<html><head><meta charset=windows-1251></head><body><p>{_RAIN * 30}</p></body></html>".encode("cp1251"),
        (_RAIN * 20).encode(),
        (_RAIN * 20).encode()[:-2],
        (_RAIN * 20).encode("utf-16"),
    ],
)
def test_a_text_in_a_western_encoding_or_one_that_is_named_is_read(data):
    assert read(data, name="x.txt").posts


_LONG = "The board said “no” again. " * (LONGEST_POST // 27)


@pytest.mark.parametrize(
    "made",
    [
        lambda text: text,
        lambda text: (
            f"<rss version='2.0'><channel><title>T</title><item><title>x</title><description>{text}</description></item></channel></rss>"
        ),
        lambda text: json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"content_text": text}]}),
        lambda text: f"From: ada@example.org\nTo: jo@example.org\nSubject: Harbour\nMIME-Version: 1.0\n\n{text}",
        lambda text: f"1\n00:00:01,000 --> 00:00:02,000\nAda Muster: {text}\n",
    ],
    ids=["text", "rss", "json", "mail", "srt"],
)
def test_a_post_longer_than_any_is_refused_whoever_reads_it(made):
    line = (
        "x: a single post of this has more than 1,000,000 characters, which no article, speech or report has;"
        " split it, and add the parts"
    )
    with pytest.raises(ReadError, match=f"^{re.escape(line)}$"):
        read(made(_LONG * 2).encode(), name="x")


def test_many_posts_may_be_longer_together():
    items = [{"id": str(n), "content_text": _LONG[: LONGEST_POST // 4]} for n in range(6)]
    feed = {"version": "https://jsonfeed.org/version/1", "items": items}
    assert len(read(json.dumps(feed).encode(), name="x").posts) == 6


def test_a_live_page_is_never_told_by_its_name():
    assert SourceKind.ARTICLE is read(PROSE.encode(), name="bbc-live-page-published at 16:03 BST.txt").source.kind


def test_one_date_line_under_a_headline_is_an_article():
    reading = read(f"Harbour stays closed\nPublished at 16:03 BST 3 June 2025\n\n{PROSE}".encode(), name="x")
    assert (reading.source.kind, reading.source.printed_time.text) == (SourceKind.ARTICLE, "16:03 BST 3 June 2025")


NEWER = "The mayor says that the bridge is safe to cross again."
OLDER = "Engineers have gone down to look at the piers of the bridge."


@pytest.mark.parametrize(
    "text",
    [
        f"The bridge of Lindra: live\n\n3 June 2025\n\n12:01\nBridge open\n\n{NEWER}\n\n11:40\nA look below\n\n{OLDER}\n",
        f"The bridge of Lindra: live\n\nBridge open\n12:01 GMT\n{NEWER}\n\nA look below\n11:40 GMT\n{OLDER}\n",
        f"12:01\n{NEWER}\n\n11:40\n{OLDER}\n",
        f"The bridge of Lindra: live\n\nLast updated:\n12:05\n\n12:01\nBridge open\n\n{NEWER}\n\n11:40\nA look below\n\n{OLDER}\n",
    ],
)
def test_two_clocks_that_run_backwards_over_words_are_a_live_page(text):
    reading = read(text.encode(), name="x")
    assert reading.source.kind is SourceKind.LIVE_PAGE
    assert [(post.text, post.printed_time.hour, post.printed_time.minute) for post in reading.posts] == [
        (NEWER, 12, 1),
        (OLDER, 11, 40),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"The bridge of Lindra\n\n11:40\n{OLDER}\n\n12:01\n{NEWER}\n",  # an account of a day
        f"The bridge of Lindra\n\n12:01\n11:40\n\n{NEWER}\n\n{OLDER}\n",  # when it was edited, and published
        f"The bridge of Lindra\n\n12:01\n{NEWER}\n\n{OLDER}\n\n11:40\n",  # nothing below the second
        f"The bridge of Lindra\n\n{NEWER}\n\nAda\n12:01\n{OLDER}\n\nIvo\n11:40\nI do not believe a word of that.\n",  # comments
        f"The bridge of Lindra\n\n12:01 3 June 2025\n{NEWER}\n\n11:40 2 June 2025\n{OLDER}\n",  # two articles' lines
        "Buses from Lindra\n\n12:01\nHarbour\n\n11:40\nCastle\n\nTickets are sold by the driver of each bus.\n",
    ],
)
def test_two_clocks_that_something_speaks_against_are_no_live_page(text):
    assert read(text.encode(), name="x").source.kind is SourceKind.ARTICLE


def test_the_same_words_have_the_same_hash_however_they_were_saved():
    one, other = (read(f"{PROSE}\n{PROSE}".replace("\n", end).encode(), name="x") for end in ("\n", "\r\n"))
    assert one.source.content_hash == other.source.content_hash
    assert len(one.source.content_hash) == 32


def test_an_origin_is_kept_and_removed_characters_are_counted():
    reading = read(b"\x1b[31m" + PROSE.encode(), name="x", origin="/somewhere/x")
    assert (reading.source.origin, reading.removed) == ("/somewhere/x", 5)


def outcome(data):
    """The message of a refusal, the posts, and everything they say."""
    try:
        reading = read(data, name="x")
    except ReadError as refused:
        return str(refused), (), ""
    return "", reading.posts, "".join(filter(None, fields_of(reading)))


def fields_of(reading):
    yield from (reading.source.title, reading.source.publisher)
    for post in reading.posts:
        yield from (post.text, post.headline, post.label, post.byline_name, post.byline_role, post.link, post.own_id)
        yield from (*post.captions, post.speaker, post.printed_time and post.printed_time.text)


PIECES = st.sampled_from(
    ["published at 16:03 BST 11 May", "\n", "\n\n", "  1. ", "Analysis", "Breaking", "Image source, X", "Image caption,", "Ada Muster", "Political editor",
     "He said so.", "\x1b[2J", "\u202e", "<rss version='2.0'><channel><item><title>", "<p>", "&#27;", "]]>", "{", '"items":', "[[00:00:07](https://x.org/?t=7s)]",
     "*  ", "---", "# T", "**P:** [May 11, 2025](https://x.org/)", "16:03", "3h ago", "Here's our editor, Ada Muster.", "Ada Muster there.", "What do you think?",
     "Q: ", "\x00", "By ", "told the Example Times", "| ", "“", "- ", "By Jo Beispiel, BBC", "Photo: X", "Updated 4pm", "\ud800", "é"]
)  # fmt: skip


@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(PIECES, max_size=40).map(lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")),
    )
)
def test_any_bytes_are_read_or_refused_in_one_line(data):
    message, posts, words = outcome(data)
    assert "\n" not in message
    assert [post.n for post in posts] == list(range(1, len(posts) + 1))
    assert not [letter for letter in words if ord(letter) < 32 and letter != "\n"]
    assert "\u202e" not in words


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, "<" * 200_000, "<!--" * 50_000, "{" * 200_000, PROSE + "\n" * 200_000, PROSE + '"' * 200_000, "published at 1" * 20_000, "16:03\n" * 40_000,
     "A-" * 100_000, "Image caption,\n" * 10_000, "<rss version='2'>" + "<item>" * 20_000],
)  # fmt: skip
def test_floods_end(text):
    """Nothing to see but that it ends; the work on each is linear, which a hang would show."""
    assert len(outcome(text.encode())[0]) < 300


@pytest.mark.parametrize("dash", ["-", "–", "*"])
def test_a_heading_between_dashes_is_no_item_of_a_list(dash):
    text = (
        "Talks end without a date\n\nThe envoys left at noon, and nobody says when they will be back.\n\n"
        f"{dash} Prisoners {dash}\n\nBoth sides named three things that are open:\n\n- the list\n- the day - and the hour"
    )
    (post,) = read(text.encode(), name="x").posts
    assert post.text.split("\n\n")[1:] == [
        f"{dash} Prisoners {dash}",
        "Both sides named three things that are open:",
        "• the list\n• the day - and the hour",
    ]


def web_archive(page: object) -> bytes:
    return plistlib.dumps({"WebMainResource": page, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)


PORT_PAGE = (Path(__file__).parent / "data" / "read" / "page_live_in_embed.html").read_bytes()


def test_a_page_that_safari_saved_is_read_with_its_address():
    page = {
        "WebResourceData": PORT_PAGE,
        "WebResourceURL": "https://q.example/live/floods",
        "WebResourceTextEncodingName": "UTF-8",
    }
    reading = read(web_archive(page), name="x")
    assert reading.posts[0].headline == "Dam holds"
    assert reading.source.link == "https://q.example/live/floods"


@pytest.mark.parametrize("page", [{}, "words", {"WebResourceData": "words"}, {"WebResourceURL": 7}])
def test_a_web_archive_without_its_page_says_so(page):
    with pytest.raises(ReadError, match="without the page in it"):
        read(web_archive(page), name="x")


def test_a_damaged_web_archive_and_other_property_lists_are_refused_in_one_line():
    whole = web_archive({"WebResourceData": PORT_PAGE})
    for data in (
        whole[:-40],
        whole[: len(whole) // 2],
        plistlib.dumps({"words": "The port is shut."}, fmt=plistlib.FMT_BINARY),
    ):
        with pytest.raises(ReadError, match="this is"):
            read(data, name="x")


@pytest.mark.parametrize(
    ("parser", "data"),
    [
        ("plistlib.loads", web_archive({"WebResourceData": PORT_PAGE})),
        ("listparser.parse", b"<opml version='2.0'><body><outline xmlUrl='https://example.org/a'/></body></opml>"),
        ("email.message.Message.get_payload", MAIL),
    ],
)
def test_a_limit_of_memory_is_no_damage_of_the_file(parser, data, monkeypatch):
    def raises(*_, **__):
        raise MemoryError

    monkeypatch.setattr(parser, raises)
    with pytest.raises(MemoryError):
        read(data, name="x")
