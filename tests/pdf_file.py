"""PDF documents in our own words, written by hand: lines of Helvetica in their places, and nothing else."""

from __future__ import annotations

from typing import NamedTuple

WIDTH, HEIGHT = 595, 842


class Line(NamedTuple):
    """A line of text; `y` is counted down from the top edge."""

    text: str
    y: float
    x: float = 72
    size: float = 11


def written(*texts: str, top: float = 100, leading: float = 14, size: float = 11, x: float = 72) -> list[Line]:
    """Lines below each other; an empty one leaves a gap."""
    return [Line(text, top + leading * number, x, size) for number, text in enumerate(texts) if text]


def pdf(*pages: list[Line], title: str = "", times: int = 1) -> bytes:
    """A document of these pages, all of them so many times, which says that it has this title."""
    kids = " ".join([f"{4 + 2 * number} 0 R" for number in range(len(pages))] * times)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages) * times} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        stream = b"\n".join(_drawn(line) for line in lines)
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects += [page.encode(), b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream)]
    objects.append(b"<< /Title (%b) /CreationDate (D:20190101120000Z) >>" % _escaped(title))
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(objects), len(data))
    )


def _drawn(line: Line) -> bytes:
    place = b"%g %g Td" % (line.x, HEIGHT - line.y)
    return b"BT /F1 %g Tf %b (%b) Tj ET" % (line.size, place, _escaped(line.text))


def _escaped(text: str) -> bytes:
    data = text.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
