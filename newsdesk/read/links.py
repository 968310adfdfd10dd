"""Which addresses may be kept: a link is shown in a terminal and opened in a browser, so only a plain one passes."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from newsdesk.clean import clean
from newsdesk.late_pattern import late_pattern

_SCHEME = late_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB_ADDRESS = late_pattern(r"https?://[^\s<>\"\\^`{|}]{1,4000}", re.IGNORECASE)


def safe_link(address: object) -> str | None:
    """The address when it is http(s) with no white space, control or invisible character in it; otherwise None."""
    if not isinstance(address, str):
        return None
    address = address.strip()
    if not _WEB_ADDRESS.fullmatch(address) or not address.isprintable() or clean(address).text != address:
        return None
    return address


def link_from(address: object, base: object) -> str | None:
    """The same of an address that may be relative to another one."""
    if isinstance(address, str) and address.strip() and isinstance(base, str) and not _SCHEME.match(address.strip()):
        try:
            address = urljoin(base, address.strip())
        except ValueError:
            return None
    return safe_link(address)


_VIDEO = late_pattern(
    r"https?://(?:(?:www\.|m\.|music\.)?youtube\.com/(?:watch\?|live/|shorts/|embed/)|youtu\.be/)", re.IGNORECASE
)
_OWN_MOMENT = late_pattern(r"[?&#](?:t|start)=")


def moment_link(address: str | None, seconds: float | None) -> str | None:
    """The address of a recording, at a moment of it: `t=` as YouTube takes it, elsewhere as a media fragment (W3C Media Fragments)."""
    if address is None or seconds is None or _OWN_MOMENT.search(address) or "#" in address:
        return address
    if _VIDEO.match(address):
        return f"{address}{'&' if '?' in address else '?'}t={int(seconds)}s"
    return f"{address}#t={int(seconds)}"
