"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping

import pytest

import newsdesk.find
import newsdesk.read
from newsdesk.late_pattern import LatePattern, late_pattern


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


def patterns_in(value: object) -> Iterator[LatePattern]:
    """Those that are this, or that it holds."""
    if isinstance(value, LatePattern):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from patterns_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from patterns_in(one)


def test_no_pattern_of_ours_has_a_mistake() -> None:
    found = 0
    for package in (newsdesk.find, newsdesk.read):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                for late in patterns_in(value):
                    assert late.pattern, f"{module.name}.{name}"
                    found += 1
    assert found > 900
