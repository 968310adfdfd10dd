"""Web addresses as they are compared: without what publishers change while the page stays the same. Pure.

Between two readings of one feed the same entry's address gains or loses `www.`, a slash at its end, the scheme's `s`, and what
tells a publisher where readers came from. Readers that compare addresses letter by letter then show every entry twice.
"""

from __future__ import annotations

import re

from newsdesk.late_pattern import late_pattern

_ADDRESS = late_pattern(
    r"https?://(?:www\.)?(?P<host>[^/?#]*)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?", re.IGNORECASE
)
_PORT = late_pattern(r":(?:80|443)?$")
_WHENCE = late_pattern(
    r"(?:utm|at|mc|pk|mtm|ns|hsa)_\w+|(?:fb|g|d|y|tt|tw)clid|msclkid|igshid|mkt_tok|ref_(?:src|url)"
    r"|ocid|xtor|cmp|cmpid|icid|ncid|smid|ftag|ftcamp|emc|ito|taid",
    re.IGNORECASE,
)
"""Names of parameters that tell where a reader comes from, and nothing else."""
_MAYBE_WHENCE = late_pattern(
    r"(?:src|source|ref|from|via|feed|output|share|partner)=(?:[\w-]*(?:rss|feed)\w*|atom|xml)|rss(?:=\w*)?",
    re.IGNORECASE,
)
"""Parameters that tell it in feeds."""
_WHENCE_FRAGMENT = late_pattern(r"(?:xtor|utm_\w+|at_\w+)=.*|rss\w*|:~:.*", re.IGNORECASE)


def address_key(address: str) -> str:
    """What two addresses of one page share; any other text comes back as it is."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return address
    key = f"{_PORT.sub('', found['host'].lower())}{found['path'].rstrip('/')}"
    if found["query"]:
        kept = [one for one in found["query"].split("&") if one and not _tells_whence(one)]
        key += "?" + "&".join(sorted(kept)) if kept else ""
    if found["fragment"] and not _WHENCE_FRAGMENT.fullmatch(found["fragment"]):
        key += "#" + found["fragment"]
    return key


def _tells_whence(parameter: str) -> bool:
    name = parameter.partition("=")[0]
    return bool(_WHENCE.fullmatch(name) or _MAYBE_WHENCE.fullmatch(parameter))
