import json
import re
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.clean import clean, clean_line, harmless, shown_json

SEEDS = Path(__file__).parents[1] / ".." / "shared" / "seeds"
HOSTILE = st.text(
    st.one_of(
        st.sampled_from("\x1b[]0;m\x07\\\x9b\x9c\x9d\x90\r\n\t\x00\u202e\u200b\u2028\ufeff\u0301\U000e0041\ud800 aé"),
        st.characters(),
    ),
    max_size=200,
)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]8;;file:///x\x1b\\link\x1b]8;;\x1b\\", "alink"),
        ("a\x1b]52;c;AAAA", "a"),
        ("a\x9b31mb", "ab"),
        ("a\x9d0;title\x9cb", "ab"),
        ("\x1bPq#0\x1b\\z", "z"),
        ("a\x1b", "a"),
        ("nul\x00 bell\x07 back\x08", "nul bell back"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("tag\U000e0041\U000e0042", "tag"),
        ("Z" + "\u0301" * 1000 + "x", "Z" + "\u0301" * 4 + "x"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("tab\tstop", "tab stop"),
    ],
)
def test_what_is_not_for_reading_goes(hostile, shown):
    assert shown == clean(hostile).text


def test_words_behind_an_opening_that_is_never_closed_stay():
    """Text in a wrong encoding is full of C1 characters; only the character goes."""
    assert clean("â\x80\x9d the words that follow") == ("â the words that follow", 2)


@pytest.mark.parametrize(
    "text",
    [
        "👨\u200d👩\u200d👧 ok",
        "नमस्ते दुनिया",
        "עִבְרִית",
        "مَرْحَبًا",
        "می\u200cخواهم",
        "e\u0301",
        "ภาษาไทยที่สวย",
        "no\u00a0break",
        "“Łódź” – ‘naïve’…",
    ],
)
def test_scripts_and_emoji_stay(text):
    assert (text, 0) == clean(text)


def test_rewritten_line_ends_are_not_counted_as_removed():
    assert clean("a\r\nb\tc\x00") == ("a\nb c", 1)


def test_a_line_has_no_line_end_and_no_double_space():
    assert clean_line(" one\n\n two\u2029\x1b[2Jthree ") == "one two three"


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not here")
def test_real_sources_come_through_unchanged():
    texts = [path.read_bytes().decode() for path in sorted(SEEDS.iterdir())]
    assert [(text, 0) for text in texts] == [clean(text) for text in texts]


@given(HOSTILE)
def test_cleaning_twice_changes_nothing(text):
    once = clean(text).text
    assert (once, 0) == clean(once)


@given(HOSTILE)
def test_nothing_is_left_that_steers_a_terminal(text):
    shown, removed = clean(text)
    assert not [
        character for character in shown if unicodedata.category(character) in {"Cc", "Cs"} and character != "\n"
    ]
    assert not re.search("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]", shown)
    assert removed >= 0


@given(HOSTILE)
def test_line_numbers_stay_right(text):
    """Every line end of the source is one line end afterwards."""
    ends = len(re.findall("\r\n|[\r\n\x85\u2028\u2029]", text))
    assert ends == clean(text).text.count("\n")


@pytest.mark.parametrize(
    ("piece", "left"),
    [
        ("\x1b]", ""),
        ("\x1b[", ""),
        ("\x9d", ""),
        ("\x1b[0", ""),
        ("\x9daaaa", "aaaa" * 200_000),
        ("\u0301", "\u0301" * 4),
        ("\x1b", ""),
        ("\x1bP\x9c", ""),
    ],
)
def test_floods_are_cleaned_like_any_text(piece, left):
    """A megabyte of them; what took more than linear time would take hours here."""
    assert left == clean(piece * (1_000_000 // len(piece))).text


def test_the_last_look_takes_what_steers_and_leaves_lines_as_they_are():
    assert harmless("a\x1b[2Jb\x9bc\x07d\u202ee\u2066f\U000e0041g\ud800h") == "a[2Jbcdefgh"
    assert harmless("one\r\ntwo\tthree\rfour\u2028") == "one\r\ntwo\tthreefour"
    plain = "Überlingen\u00a0– “नमस्ते” 👩\u200d💻"
    assert harmless(plain) == plain


def test_json_comes_through_the_last_look_with_the_same_meaning():
    everything = [chr(number) for number in range(sys.maxunicode + 1)]
    shown = shown_json(json.dumps(everything, ensure_ascii=False))
    assert harmless(shown) == shown
    assert json.loads(shown) == everything
    assert shown_json('{"id":"a\u00adb\U000e0041"}') == r'{"id":"a\u00adb\udb40\udc41"}'
