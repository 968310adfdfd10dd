"""PDF documents, through pypdf, which who reads none need not install. Imported where one is read."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from math import hypot, isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from newsdesk.clean import clean_line
from newsdesk.read.article.pdf_layout import PageLine, article_text
from newsdesk.read.errors import UnreadableError

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_COPY = "open it, select all, copy, and paste the text or save it as a text file"
_SAME_LINE = 0.4
"""Of a letter's height: what stands no further up or down is on the same line."""


class Document(NamedTuple):
    """The text of a PDF, and of how many pages it is."""

    text: str
    """Paragraphs parted by blank lines."""
    pages: int


def read_pdf(data: bytes) -> Document:
    """The text of a PDF.

    Its dates are those of the program that made it, and say nothing of when the words were published.

    Raises:
        UnreadableError: pypdf is not installed, or there is no text that could be read in it.
    """
    try:
        import pypdf  # noqa: PLC0415  # 60 ms, and not everybody has it
    except ImportError:
        raise UnreadableError(
            f"this is a PDF document, which is read once pypdf is installed beside newsdesk (pip install pypdf); or {_COPY}"
        ) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it tells of every fault that it could mend
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else list(reader.pages)
        lines = [line for number, page in enumerate(pages) for line in _lines(page, number)]
        title = "" if locked else _title(reader)
    except MemoryError:
        raise
    except pypdf.errors.DependencyError:
        raise UnreadableError(f"this is a PDF document that is locked in a way newsdesk cannot undo; {_COPY}") from None
    except Exception:  # noqa: BLE001  # what a parser of hostile bytes may raise is not documented
        raise UnreadableError(f"this is a PDF document that is damaged; get it again, or {_COPY}") from None
    if locked:
        raise UnreadableError(f"this is a PDF document that a password locks; {_COPY}")
    if not lines:
        raise UnreadableError(
            "this is a PDF document without text, perhaps of pictures of its pages; add the words as plain text"
        )
    return Document(article_text(lines, title), len(pages))


def _title(reader: PdfReader) -> str:
    title = reader.metadata.title if reader.metadata else None
    return clean_line(title) if isinstance(title, str) else ""


def _lines(page: PageObject, number: int) -> Iterator[PageLine]:
    """The upright lines of a page, in the order in which it draws them."""
    pieces: list[PageLine] = []

    def take(text: str, cm: Any, tm: Any, _font: object, size: float) -> None:
        """Called for every piece of a line, with where it begins."""
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = size * hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
        if text.strip() and isfinite(x + y + height):
            # What is drawn out of all bounds stands nowhere.
            pieces.append(PageLine(text, number, x, y, height or 1.0))

    page.extract_text(orientations=(0,), visitor_text=take)
    together: list[PageLine] = []
    for piece in pieces:
        if together and abs(piece.y - together[0].y) > _SAME_LINE * max(piece.size, together[0].size):
            yield from _line(together)
            together = []
        together.append(piece)
    yield from _line(together)


def _line(pieces: list[PageLine]) -> Iterator[PageLine]:
    """One line of pieces that stand beside each other."""
    text = clean_line("".join(piece.text.replace("\n", " ") for piece in pieces))
    if text:
        first, longest = pieces[0], max(pieces, key=lambda piece: len(piece.text))
        yield PageLine(text, first.page, first.x, first.y, longest.size)
