"""What changed between two wordings, golden and for any two texts."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.story.word_diff import Stretch, around_changes, word_diff

SIGNS = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}", "cut": " ..."}


def written(stretches):
    return "".join(SIGNS[one.kind].format(one.text) for one in stretches)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The gate is shut.", "The gate is shut.", "The gate is shut."),
        ("The gate is shut.", "The gate is open.", "The gate is[- shut-]{+ open+}."),
        ("The gate is shut.", "The gate is shut. More soon.", "The gate is shut.{+ More soon.+}"),
        ("Four crews left, he said.", "Five crews have left.", "[-Four-]{+Five+} crews{+ have+} left[-, he said-]."),
        ("It cost 1,000 pounds.", "It cost 1,200 pounds.", "It cost[- 1,000-]{+ 1,200+} pounds."),
        ("She doesn’t know.", "She does know.", "She[- doesn’t-]{+ does+} know."),
        ("One.\n\nTwo.", "One.\n\nBoth.\n\nTwo.", "One.{+\n\nBoth.+}\n\nTwo."),
        ("  One\ntwo ", "One two", "One two"),
        ("", "New words", "{+New words+}"),
        ("Old words", "", "[-Old words-]"),
        ("", "", ""),
    ],
)
def test_what_an_edit_changed(before, after, expected):
    assert written(word_diff(before, after)) == expected


texts = st.lists(st.sampled_from(["quay", "dock", "ship,", "“crew", "tide”.", "\n\n", "1,000"]), max_size=12).map(
    " ".join
)


@given(texts | st.text(max_size=30), texts | st.text(max_size=30))
def test_both_wordings_are_whole_in_it(before, after):
    stretches = word_diff(before, after)
    kept = "".join(one.text for one in stretches if one.kind != "out")
    assert kept.split() == after.split()
    old = "".join(one.text for one in stretches if one.kind != "in")
    assert "".join(old.split()) == "".join(before.split())
    assert not any(one.kind == other.kind for one, other in pairwise(stretches))
    if before.split() == after.split():
        assert {one.kind for one in stretches} <= {"same"}


def test_a_long_text_shows_its_changes_and_some_words_around_them():
    words = [f"w{number}" for number in range(100)]
    changed = [*words[:50], "new", *words[51:]]
    short = around_changes(word_diff(" ".join(words), " ".join(changed)))
    kinds = [one.kind for one in short]
    assert kinds == ["cut", "same", "out", "in", "same", "cut"]
    assert short[1].text.split() == words[38:50]
    assert short[4].text.split() == words[51:63]


def test_a_short_text_is_shown_whole():
    stretches = word_diff("The gate is shut.", "The gate is open.")
    assert around_changes(stretches) == stretches


def test_texts_too_long_to_compare_say_what_lies_between_the_first_and_the_last_change():
    old = ["begin", *(f"a{number}" for number in range(2000)), "end"]
    new = ["begin", *(f"b{number}" for number in range(2000)), "end"]
    assert [one.kind for one in word_diff(" ".join(old), " ".join(new))] == ["same", "out", "in", "same"]
    assert word_diff("x", "x") == [Stretch("same", "x")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x " + "a b " * 600, "y " + "b c " * 600),
        ("x" + " " * 20_000, "y" + "\n" * 20_000),
    ],
)
def test_few_words_told_over_and_over_and_much_white_space_take_no_time(before, after):
    begun = time.process_time()
    stretches = word_diff(before, after)
    assert time.process_time() - begun < 1
    assert [one.kind for one in stretches] == ["out", "in"]
