"""Patterns that are compiled when they are first used."""

import re

import pytest

from newsdesk.find.late_pattern import late_pattern


def test_a_late_pattern_finds_what_a_compiled_one_finds() -> None:
    late, early = late_pattern(r"(?P<word>l\w+)", re.IGNORECASE), re.compile(r"(?P<word>l\w+)", re.IGNORECASE)
    text = "Lee left London"
    for _ in range(2):
        assert early.findall(text) == late.findall(text)
        assert early.sub("-", text) == late.sub("-", text)
        found = late.search(text, 1)
        assert found is not None
        assert found["word"] == "left"
    assert early.pattern == late.pattern


def test_nothing_is_compiled_before_the_first_use() -> None:
    late = late_pattern("(")
    with pytest.raises(re.error):
        late.search("text")


def test_only_what_a_compiled_pattern_has_is_there() -> None:
    with pytest.raises(AttributeError):
        _ = late_pattern("a").nothing  # type: ignore[attr-defined]
