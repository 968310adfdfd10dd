"""What is quoted inside a quotation: who passes the words on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsdesk.model import Place, Quote

Extent = tuple[int, Place, int, int]
"""Where a quotation stands: its post's id, the string in the post, its offsets."""


def outer_quotes(quotes: Iterable[Quote]) -> Mapping[Extent, Quote]:
    """The quotations that hold others, by where they stand."""
    everything = list(quotes)
    holding = {(quote.post_id, quote.place, *quote.inside) for quote in everything if quote.inside is not None}
    return {
        extent: quote
        for quote in everything
        if quote.inside is None and (extent := (quote.post_id, quote.place, quote.start, quote.end)) in holding
    }


def quoted_by(quote: Quote, outer: Mapping[Extent, Quote]) -> str | None:
    """Like "quoted by Ana Ruiz", for a quote inside another's words; None for one that stands alone."""
    if quote.inside is None:
        return None
    around = outer.get((quote.post_id, quote.place, *quote.inside))
    if around is None or around.speaker is None:
        return "quoted by somebody not named"
    return "repeating own words" if around.speaker == quote.speaker else f"quoted by {around.speaker}"
