from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from newsdesk.ui import wrap as module
from newsdesk.ui.wrap import LONGEST, cells, pack, shorten, steady, wrap


def lines(text: str, width: int, first: int | None = None) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, first)]


def test_breaks_at_blanks_and_drops_them_at_the_edges() -> None:
    assert lines("the boats stay in  the harbour ", 10) == ["the boats", "stay in", "the", "harbour"]


def test_a_word_that_just_fits_stays() -> None:
    assert lines("pier opens", 4) == ["pier", "open", "s"]
    assert lines("pier open", 4) == ["pier", "open"]


def test_the_first_line_may_be_narrower() -> None:
    assert lines("one two three four", 13, first=4) == ["one", "two three", "four"]


def test_a_newline_ends_a_line_and_an_empty_line_stays_empty() -> None:
    assert lines("one\n\ntwo three", 5) == ["one", "", "two", "three"]


def test_curly_marks_and_dashes_count_one_cell() -> None:
    assert lines("“We wait” – they said…", 10) == ["“We wait”", "– they", "said…"]


def test_wide_characters_count_two_cells_and_break_between_each_other() -> None:
    assert lines("日本語の見出し", 7) == ["日本語", "の見出", "し"]
    assert lines("see 日本語", 8) == ["see 日本", "語"]


def test_a_line_does_not_begin_with_closing_punctuation() -> None:
    assert lines("日本語。", 6) == ["日本", "語。"]


def test_accents_and_joined_emoji_are_not_cut_apart() -> None:
    assert lines("ab" + "e\u0301" * 3, 3) == ["abe\u0301", "e\u0301e\u0301"]


def test_what_terminals_count_in_different_ways_is_drawn_character_for_character_in_one() -> None:
    family, heart, hand, flag = "👩\u200d👩\u200d👧", "❤\ufe0f", "👍\U0001f3fd", "🇺🇦"
    assert steady(family + heart + hand + flag) == "👩\u200c👩\u200c👧❤\ufe0e👍\u200c🇺🇦"
    assert [cells(one) for one in (family, heart, hand, flag)] == [6, 1, 2, 2]
    assert lines(heart + family, 3) == [heart + "👩\u200d", "👩\u200d", "👧"]
    joined_letters = "क्\u200dष नمی\u200cخواهم"
    assert steady(joined_letters) == joined_letters


def test_a_character_wider_than_the_line_stands_alone() -> None:
    assert lines("日本", 1) == ["日", "本"]


def test_lines_are_made_as_they_are_asked_for() -> None:
    assert next(wrap("word " * 1_000_000, 9)) == (0, 9)


def test_a_very_long_text_is_cut() -> None:
    assert max(end for _, end in wrap("x" * (LONGEST + 5), 80)) == LONGEST


def test_shorten_marks_what_is_cut_off() -> None:
    assert [shorten("harbour", width) for width in (7, 6, 2, 1, 0)] == ["harbour", "harbo…", "h…", "…", ""]
    assert shorten("日本語", 4) == "日…"
    assert shorten("the pier", 5) == "the…"


def test_pack_breaks_only_between_parts() -> None:
    assert pack(["11 May", "partial", "Coast Daily"], 17) == ["11 May · partial", "Coast Daily"]
    assert pack([], 17) == []


def test_every_character_that_is_counted_by_counting_is_one_cell_wide() -> None:
    narrow = [chr(code) for code in range(0x110000) if module._is_narrow(chr(code))]
    assert len(narrow) > 1000
    assert [character for character in narrow if get_character_cell_size(character) != 1] == []


texts = st.text(
    st.one_of(
        st.sampled_from(" \n-a“éб日👩👍ｱ한\u0301\u200d\ufe0f\u200b\u00a0☎©"), st.characters(exclude_categories=("Cs",))
    ),
    max_size=120,
)


@given(texts, st.integers(1, 40))
def test_every_line_fits_and_no_word_is_lost(text: str, width: int) -> None:
    spans = list(wrap(text, width))
    ends = [0]
    for start, end in spans:
        assert ends[-1] <= start <= end
        assert text[ends[-1] : start].strip(" \n") == ""
        assert cell_len(text[start:end]) <= max(width, 2)
        ends.append(end)
    assert text[ends[-1] :].strip(" \n") == ""


@given(texts, st.integers(0, 40))
def test_shortened_text_fits(text: str, width: int) -> None:
    assert cells(shorten(text, width)) <= width


@given(texts, st.integers(2, 30))
def test_narrow_and_measured_text_break_alike(text: str, width: int) -> None:
    """The fast way is only faster."""
    plain = "".join(character for character in text if module._is_narrow(character) or character == "\n")
    fast = list(wrap(plain, width))
    original = module._is_narrow
    module._is_narrow = lambda *_: None  # type: ignore[assignment]
    try:
        slow = list(wrap(plain, width))
    finally:
        module._is_narrow = original
    assert slow == fast
