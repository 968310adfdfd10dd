"""The lines of a text that stand in nothing that was read of it, for a person to look at: what a page says of itself, or what was missed.

Only words that may be news count. Buttons, times, names, and lists of other stories' short titles are left out of every page,
and telling of them would hide the one line that matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, Source
from newsdesk.read.article.front_matter import without_front_matter
from newsdesk.read.lines.layout import blocks_of, count_words, ends_sentence, is_wrapped, unwrapped
from newsdesk.read.lines.markdown import is_markdown, unmarked
from newsdesk.read.mail.furniture import is_mail_furniture
from newsdesk.read.mail.head import FORWARDED_KEY

_LONGEST_TEXT = 500_000
"""Characters; a longer text is not looked through, since all of its words are compared."""
_MOST_UNMARKED = 200
"""Lines of Markdown that are looked at once more without its signs; where more are missing it is not for these."""
_FEWEST_WORDS = 5
_RUN = 4
"""Words in a row by which a line is found again."""
_WORD = late_pattern(r"\w+")
_LINK = late_pattern(r"!?\[(?P<words>[^\[\]]{0,500})\](?:\([^()\s]{1,2000}\)|\[[^\[\]]{0,200}\])")
"""A link or a picture of Markdown, with its address or with the name under which that is told elsewhere."""
_EXTERNAL = late_pattern(r", external\b")


def left_out(text: str, source: Source, posts: Sequence[Post]) -> tuple[str, ...]:
    """The lines of a cleaned plain text that stand in no post and tell nothing of one, in order.

    A line is found again by its first and its last words, wherever it was cut.
    """
    if len(text) > _LONGEST_TEXT:
        return ()
    told = list(_told(source, posts))
    runs = {run for words in told for run in _runs(_words(words))}
    blocks = blocks_of(_EXTERNAL.sub("", _LINK.sub(r"\g<words>", without_front_matter(text))))
    wrapped = is_wrapped(blocks)
    lines = [line.text for block in blocks for line in (unwrapped(block) if wrapped else block)]
    missing = [line for line in lines if _may_be_news(line) and not _is_told(_words(line), runs)]
    if is_markdown(text) and len(missing) <= _MOST_UNMARKED:
        missing = [line for line in missing if not _is_told(_words(_without_signs(line)), runs)]
    return tuple(missing)


def _without_signs(line: str) -> str:
    """The words of a line of Markdown as they are read: signs may stand inside all of its runs of words."""
    return " ".join(words.text for block in unmarked(line).blocks for words in block) or line


def _told(source: Source, posts: Iterable[Post]) -> Iterator[str]:
    """Whatever was read, piece by piece."""
    yield " ".join(filter(None, (source.title, source.publisher)))
    if source.printed_time:
        yield source.printed_time.text
    for post in posts:
        yield " ".join(filter(None, (post.label, post.headline)))
        yield " ".join(filter(None, (post.byline_name, post.byline_role)))
        yield post.text
        yield from post.captions


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[shift:] for shift in range(_RUN)), strict=False)


def _may_be_news(line: str) -> bool:
    return (
        count_words(line) >= _FEWEST_WORDS
        and ends_sentence(line)
        and not is_mail_furniture(line)
        and FORWARDED_KEY.fullmatch(line[:1_000]) is None
    )


def _is_told(words: Sequence[str], runs: set[tuple[str, ...]]) -> bool:
    """Whether a line's words were read; a line in a script without spaces, which has no run of words, is taken to be."""
    found = list(_runs(words))
    return not found or found[0] in runs or found[-1] in runs
