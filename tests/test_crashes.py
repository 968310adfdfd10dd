"""A short run of `benchmarks/crash_store.py`: real processes that are killed, files cut and changed at every byte."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9 and limits")


@pytest.fixture
def crash_store(monkeypatch):
    monkeypatch.syspath_prepend(BENCHMARKS)
    import crash_store

    return crash_store


def test_a_writer_that_is_killed_loses_nothing_that_it_acknowledged(crash_store, tmp_path):
    outcome = crash_store.kills(tmp_path, 4, random.Random(1))
    assert outcome == crash_store.Outcome("kill -9 of a writer", 4)


def test_a_file_cut_anywhere_opens_with_what_stands_before_the_cut(crash_store, tmp_path):
    outcome = crash_store.truncations(tmp_path, 2)
    assert (outcome.good, outcome.tried > 1000) == (True, True)


def test_a_power_cut_leaves_all_that_was_acknowledged(crash_store, tmp_path):
    outcome = crash_store.power_cuts(tmp_path, 2)
    assert (outcome.good, outcome.tried > 1000) == (True, True)


def test_a_flipped_bit_is_never_silent(crash_store, tmp_path):
    assert crash_store.flips(tmp_path, 60, random.Random(1)) == crash_store.Outcome("one bit flipped", 60)


def test_writers_at_once_lose_nothing(crash_store, tmp_path):
    outcome = crash_store.together(tmp_path, 3, 8)
    assert outcome == crash_store.Outcome("3 writers and a reader", 24)


def test_a_full_disk_loses_nothing_and_is_said_in_one_line(crash_store, tmp_path):
    outcome = crash_store.full_disk(tmp_path, 20_000)
    assert (outcome.good, outcome.tried > 10) == (True, True)
