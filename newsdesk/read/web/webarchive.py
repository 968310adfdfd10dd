"""Web pages that Safari saved in one file: a binary property list with the page among its parts."""

from __future__ import annotations

from newsdesk.read.decode import decode
from newsdesk.read.web.mhtml import SavedPage

_PAGE = "WebMainResource"


def is_webarchive(data: bytes) -> bool:
    """Whether a file is a page saved so: other programs keep other things in property lists."""
    return data.startswith(b"bplist00") and _PAGE.encode() in data


def read_webarchive(data: bytes) -> SavedPage | None:
    """The page itself, without its frames and pictures; None without one."""
    from plistlib import FMT_BINARY, loads  # noqa: PLC0415  # 20 ms: only when such a page is read

    try:
        archive = loads(data, fmt=FMT_BINARY)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # what it raises over damaged bytes is not documented
        return None
    page = archive.get(_PAGE) if isinstance(archive, dict) else None
    html = page.get("WebResourceData") if isinstance(page, dict) else None
    if not isinstance(page, dict) or not isinstance(html, bytes):
        return None
    charset, address = page.get("WebResourceTextEncodingName"), page.get("WebResourceURL")
    return SavedPage(
        decode(html, charset if isinstance(charset, str) else None),
        address if isinstance(address, str) else None,
    )
