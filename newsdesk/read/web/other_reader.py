"""What trafilatura, which nobody need install, finds of an article where our own reading of a web page finds none."""

from __future__ import annotations

import logging

from newsdesk.clean import clean_line
from newsdesk.read.web.pieces import Kind, Piece

_ITEM = "- "
"""Before an item of a list, as trafilatura writes it."""


def pieces_found(html: str) -> list[Piece] | None:
    """The paragraphs and items of the article in a page; None when trafilatura is not there.

    Its words alone are taken: what it tells of title, author and date goes by likelihood.

    Args:
        html: without scripts, nested no deeper than a parser bears.
    """
    try:
        import trafilatura  # noqa: PLC0415  # 120 ms, and few have it
    except ImportError:
        return None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    try:
        text = trafilatura.extract(html, include_comments=False, include_tables=False, favor_precision=True)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # what a parser of hostile text may raise is not documented
        return []
    lines = [clean_line(line) for line in (text or "").split("\n")]
    return [_piece(line) for line in lines if line]


def _piece(line: str) -> Piece:
    return Piece(Kind.ITEM, line.removeprefix(_ITEM)) if line.startswith(_ITEM) else Piece(Kind.PARAGRAPH, line)
