"""What the addresses of one web page have in common, however it was reached."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://(?P<host>[^/?#]{1,300})(?P<path>[^?#]*)", re.IGNORECASE)
_HOST_NOISE = re.compile(r"^(?:www|m|mobile|amp|edition)\.|:(?:80|443)$", re.IGNORECASE)
_PATH_NOISE = re.compile(r"(?:/amp/?|\.amp|/index\.html?|/+)$", re.IGNORECASE)


def same_page(address: str | None) -> str | None:
    """Host and path without noise: equal for the addresses of one page. None where no path names a page of the host."""
    found = _ADDRESS.match(address or "")
    if found is None:
        return None
    path = _PATH_NOISE.sub("", found["path"])
    return f"{_HOST_NOISE.sub('', found['host'].lower())}{path}" if path.strip("/") else None
