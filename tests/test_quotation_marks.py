import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import assert_linear

from newsdesk.find.quotes.quotation_marks import marked_spans


def words_in(text: str) -> list[str]:
    return [text[span.start : span.end] for span in marked_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are ready,” she said.", ["We are ready,"]),
        ('"We are ready," she said.', ["We are ready,"]),
        ('“We are ready," she said. "Now go.”', ["We are ready,", "Now go."]),
        ('He called it "a good start" and "a gift".', ["a good start", "a gift"]),
        ("«Nous partons», dit-elle.", ["Nous partons"]),
        ("„We go,“ he said.", ["We go,"]),
        ("»We go,« he said. »It is late.«", ["We go,", "It is late."]),
        ("She spoke of »a decent day«. Her colleague spoke of »an empty plate«.", ["a decent day", "an empty plate"]),
        ("»We go»", ["We go"]),
        ("»We go», said Ada. »It is late.»", ["We go", "It is late."]),
        ("« Nous partons », dit-elle. « Il est tard. »", ["Nous partons", "Il est tard."]),
        ("Il a dit «partons», puis «restons».", ["partons", "restons"]),
        ("‘‘We go,’’ he said. ‘‘It is late.’’", ["We go,", "It is late."]),
        ("``We go,'' he said. ``It is late.''", ["We go,", "It is late."]),
    ],
)
def test_pairs_curly_straight_and_mixed_marks(text: str, expected: list[str]) -> None:
    assert expected == words_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Home » News » Ferries",
        "»More on the ferry",
        "»More on the ferry\n\n»More on the bridge",
        "Next »",
        "« Back | Next »",
        "A board 12'' wide and 6'' high",
        "The set held '' and nothing else",
    ],
)
def test_arrows_and_measures_are_no_quotation(text: str) -> None:
    assert [words for words in words_in(text) if words != "Back | Next"] == []


def test_which_way_angled_marks_point_is_told_by_most_of_a_text() -> None:
    assert words_in("»Ja«, sagte sie.\n\n»Und du?« fragte er, und er rief: »Nein.« Er sah das «Echo.") == [
        "Ja",
        "Und du?",
        "Nein.",
    ]


def test_two_single_marks_that_end_two_quotations_are_no_double_mark() -> None:
    assert words_in("“He told me, ‘She shouted ‘go’’, and left,” Ada said. “Then I went.”") == [
        "He told me, ‘She shouted ‘go’’, and left,",
        "Then I went.",
    ]
    (span,) = marked_spans("Yes: ‘‘go’’.")
    assert (span.start, span.end, span.outer_start, span.outer_end) == (7, 9, 5, 11)


def test_a_quotation_that_opens_again_in_each_paragraph_gives_one_span_a_paragraph() -> None:
    text = "“The bridge is closed.\n\n“It will open again in June,” the mayor said."
    spans = marked_spans(text)
    assert words_in(text) == ["The bridge is closed.", "It will open again in June,"]
    assert [span.closed for span in spans] == [False, True]


def test_a_quotation_that_runs_on_without_a_new_mark_is_closed_in_the_next_paragraph() -> None:
    assert words_in("“The bridge is closed.\nIt will open in June.”") == [
        "The bridge is closed.",
        "It will open in June.",
    ]


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    text = "She wrote: “What a day!\n\nThe ferry left at nine."
    assert words_in(text) == ["What a day!"]
    assert [span.closed for span in marked_spans(text)] == [False]


def test_a_forgotten_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert words_in("“We go. He left. “We stay,” she said. “Or not.”") == ["We go. He left.", "We stay,", "Or not."]


def test_nested_quotations_belong_to_the_outer_one() -> None:
    assert words_in("\"He told me: 'Stay here.' So I stayed.\"") == ["He told me: 'Stay here.' So I stayed."]
    assert words_in("“He told me: “Stay here.” So I stayed.”") == ["He told me: “Stay here.” So I stayed."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour plan 'a mistake', mayor says", ["a mistake"]),
        ("‘We won’t leave’ - union chief", ["We won’t leave"]),
        ("'The workers' rights come first,' she says", ["The workers' rights come first,"]),
        ("It's the workers' day and nobody's fault", []),
        ("Rock 'n' roll of the '90s isn't dead", []),
        ("The teachers' strike and the pilots' strike", []),
    ],
)
def test_single_marks_are_told_from_apostrophes(text: str, expected: list[str]) -> None:
    assert expected == words_in(text)


def test_inch_marks_and_stray_closing_marks_open_nothing() -> None:
    assert words_in('The screen is 12" wide and old" he thought. "Too small."') == ["Too small."]


def test_offsets_stand_inside_the_marks_and_outside_them() -> None:
    (span,) = marked_spans("Yes: “ go ”.")
    assert (span.start, span.end) == (7, 9)
    assert (span.outer_start, span.outer_end) == (5, 11)


@given(st.text(alphabet="\"“”‘’'«» abcA.,\n1-", max_size=200))
def test_any_marks_give_valid_spans_in_order(text: str) -> None:
    position = 0
    for span in marked_spans(text):
        assert position <= span.outer_start <= span.start < span.end <= span.outer_end <= len(text)
        assert "\n" not in text[span.start : span.end]
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        position = span.outer_end


@pytest.mark.parametrize(
    ("unit", "count"), [('"', 0), ("“", 0), ("'", 0), ('"a" ', 37_500), ("'a' ", 37_500), ('"a\n', 50_000)]
)
def test_floods_of_marks_are_paired_like_any_text(unit: str, count: int) -> None:
    assert_linear(lambda size: marked_spans(unit * (size // len(unit))))
    assert count == len(marked_spans(unit * (150_000 // len(unit))))
