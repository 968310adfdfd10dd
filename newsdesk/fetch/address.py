"""What is an address of the web, and the one way to write it. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from newsdesk.fetch.answer import FetchError

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_NEVER_IN_ONE = re.compile(r"[\s<>\"\\^`{|}]")
_LONGEST = 4_000
_PORTS = {"http": 80, "https": 443}


def is_address(text: str) -> bool:
    """Whether somebody who wrote this meant an address, be it one that cannot be asked, and no file."""
    return _SCHEME.match(text.strip()) is not None


def web_address(text: str) -> str:
    """An address in the one form in which it is stored: two ways to write it are one source. Without its `#part`.

    Raises:
        FetchError: it is none of the web, or holds what none may hold.
    """
    text = text.strip()
    if len(text) > _LONGEST or not text.isprintable() or _NEVER_IN_ONE.search(text):
        raise FetchError("this can be no web address; copy it from the browser again")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise FetchError("this can be no web address; copy it from the browser again") from None
    if parts.scheme not in _PORTS:
        raise FetchError("only http:// and https:// addresses are fetched; save the page and add the file")
    if not host:
        raise FetchError("this address names no server; copy it from the browser again")
    if "@" in parts.netloc:
        raise FetchError("a name or password in an address is not sent; save the page and add the file")
    place = f"[{host}]" if ":" in host else host
    if port not in {None, _PORTS[parts.scheme]}:
        place += f":{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{place}{parts.path or '/'}{query}"
