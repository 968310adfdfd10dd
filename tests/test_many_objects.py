from __future__ import annotations

import gc

import pytest

from newsdesk.system.many_objects import making_many_objects


@pytest.mark.parametrize(
    ("count", "to_stay", "left_out"), [(5_000, True, True), (5_000, False, False), (20, True, False)]
)
def test_many_objects_that_stay_are_never_looked_through_for_garbage(count, to_stay, left_out):
    try:
        gc.collect()
        with making_many_objects(to_stay=to_stay):
            assert not gc.isenabled()
            made = [[] for _ in range(count)]
        assert gc.isenabled()
        assert (gc.get_freeze_count() >= len(made)) is left_out
    finally:
        gc.unfreeze()


def test_whoever_had_put_it_off_already_has_it_put_off_still():
    gc.disable()
    try:
        with making_many_objects():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_others_made_before_is_looked_through_where_nothing_is_made():
    """Python 3.13 looks for garbage only after 2,000 objects; a desk that looks for news five times a second would keep all of it."""
    gc.collect()
    gc.disable()
    try:
        others = [[] for _ in range(5_000)]
        gc.enable()
        with making_many_objects():
            pass
        assert gc.get_freeze_count() < len(others)
    finally:
        gc.enable()
        gc.unfreeze()
