from typing import Any

from textual.app import App

from newsdesk.story.passages import Passage
from newsdesk.ui.dialogs.dialog import RowList
from newsdesk.ui.dialogs.passages import Passages, row_text

NOT_CLOSED = object()
SENTENCE = "The lock [gate]\nopens on 14 May [/b]."


def row(post_id: int) -> Passage:
    start = SENTENCE.index("on 14 May")
    return Passage(post_id, "text", 40, 49, SENTENCE, (start, start + 9), "11 May 16:03", "Tide [live]")


class Host(App[None]):
    def __init__(self, rows: list[Passage]) -> None:
        super().__init__()
        self.dialog = Passages("Lock [gate] opens", rows, "mention")
        self.result: Any = NOT_CLOSED

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.close)

    def close(self, result: Passage | None) -> None:
        self.result = result


async def test_enter_gives_the_highlighted_mention() -> None:
    host = Host([row(1), row(2)])
    async with host.run_test() as pilot:
        await pilot.pause()
        await pilot.press("j", "enter")
    assert host.result == row(2)


async def test_a_click_gives_the_mention_too() -> None:
    host = Host([row(1), row(2)])
    async with host.run_test() as pilot:
        await pilot.pause()
        await pilot.click(RowList, offset=(3, 0))
        await pilot.pause()
    assert host.result == row(1)


async def test_escape_gives_none_and_no_mentions_do_no_harm() -> None:
    host = Host([])
    async with host.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter", "down", "escape")
    assert host.result is None


def test_the_dated_words_are_emphasised_inside_the_sentence() -> None:
    content = row_text(row(1))
    assert content.plain == "The lock [gate] opens on 14 May [/b].\n11 May 16:03 · Tide [live]\n"
    assert [content.plain[span.start : span.end] for span in content.spans if "underline" in str(span.style)] == [
        "on 14 May"
    ]
