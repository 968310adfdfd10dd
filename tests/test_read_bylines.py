"""Who wrote, as pages print it."""

import pytest

from newsdesk.read.layout import Line
from newsdesk.read.live_bylines import split_byline
from newsdesk.read.names import signed_line


def byline(*lines):
    told = split_byline([Line(n, text) for n, text in enumerate(lines, 1) if text], None, None)
    return told.byline, [line.text for line in told.lines]


@pytest.mark.parametrize("line", ["From CNN staff", "By the Example Times staff"])
def test_the_staff_of_a_house_may_sign(line):
    signed = signed_line(line)
    assert signed is not None
    assert signed.name.endswith("staff")


def test_from_begins_a_sentence_too():
    assert signed_line("From Springfield hospital staff") is None


def test_what_somebody_does_may_stand_below_a_signed_line():
    assert byline("By Ada Muster", "Reporting from Oslo, Norway", "", "The port is closed.") == (
        ("Ada Muster", "Reporting from Oslo, Norway"),
        ["The port is closed."],
    )


def test_a_name_printed_twice_signs_once():
    assert byline("Ada Muster", "Ada Muster", "The port is closed.", "", "Ships wait.") == (
        ("Ada Muster", None),
        ["The port is closed.", "Ships wait."],
    )
