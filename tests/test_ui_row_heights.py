from hypothesis import given
from hypothesis import strategies as st

from newsdesk.ui.lists.row_heights import BLOCK, RowHeights


def test_only_what_is_looked_at_is_measured() -> None:
    measured: list[int] = []

    def measure(row: int) -> int:
        measured.append(row)
        return 3

    heights = RowHeights(100_000, measure)
    heights.look_around(50_000, 100)

    assert len(measured) <= 2 * 34 + 4 * BLOCK  # as many as a hundred lines above and below need, and the first block
    assert heights.total == 300_000


def test_lines_in_view_are_measured_and_no_others() -> None:
    measured: list[int] = []

    def measure(row: int) -> int:
        measured.append(row)
        return 1 if row < BLOCK else 3

    heights = RowHeights(100_000, measure)
    heights.measure_lines(0, 40)
    total, looks = heights.total, len(measured)

    for line in range(40):
        heights.at(line)
    assert (heights.total, len(measured)) == (total, looks)
    assert looks <= 40 / 3 + 3 * BLOCK


def test_measuring_moves_only_what_stands_below() -> None:
    heights = RowHeights(BLOCK * 6, lambda row: 1 if row < BLOCK else 5)
    before = heights.top(BLOCK * 2)
    heights.top(BLOCK * 4)
    assert heights.top(BLOCK * 2) == before


def test_lines_outside_count_as_the_first_and_the_last() -> None:
    heights = RowHeights(2, lambda _: 3)
    assert [heights.at(line) for line in (-5, 0, 5, 6, 99)] == [(0, 0), (0, 0), (1, 2), (1, 2), (1, 2)]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=700), st.data())
def test_a_line_and_its_row_agree(sizes: list[int], data: st.DataObject) -> None:
    heights = RowHeights(len(sizes), sizes.__getitem__)
    for _ in range(4):
        row, line = heights.at(data.draw(st.integers(0, heights.total + 3)))
        assert 0 <= line < sizes[row]
        assert heights.at(heights.top(row) + line) == (row, line)
    for row in range(len(sizes)):
        assert heights.height(row) == sizes[row]
    assert heights.total == sum(sizes)
    assert [heights.top(row) for row in range(len(sizes))] == [sum(sizes[:row]) for row in range(len(sizes))]
