"""Times that stand beside links to other stories ("Most read", "Latest"): a page has such lists next to what it tells itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdesk.clean import clean_line
from newsdesk.read.web.addresses import page_address
from newsdesk.web_address import same_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LEVELS = 8
_FEWEST = 2
"""Links to other pages, each beside a time, that make a list."""
_MOST_BESIDE = 40
"""Characters beside each link of such a list: the time, a section, a name."""
_LONGEST = 20_000
"""Characters of an element beyond which it is more than a list."""
_FEWEST_WORDS = 3
"""Words of a link that is a headline."""


def _leads_on(link: LexborNode, page: str | None) -> bool:
    """Whether a link is the headline of another page."""
    href = link.attributes.get("href") or ""
    if not href or "#" in href or len(link.text(separator=" ")[:200].split()) < _FEWEST_WORDS:
        return False
    return page is None or same_page(page_address(href)) != page


class _Lists:
    """What was seen of the elements around times, each of which is looked at once."""

    def __init__(self, page: str | None) -> None:
        self._page = page
        self._seen: dict[int, bool | None] = {}

    def has(self, time: LexborNode) -> bool:
        """Whether a time stands in a list of links to other pages: in an element that says hardly anything beside them."""
        node = time.parent
        for _ in range(_LEVELS):
            if node is None or node.tag in {None, "body", "html"}:
                return False
            if node.mem_id not in self._seen:
                self._seen[node.mem_id] = self._is_list(node)
            verdict = self._seen[node.mem_id]
            if verdict is not None:
                return verdict
            node = node.parent
        return False

    def _is_list(self, node: LexborNode) -> bool | None:
        """None where a larger element has to tell."""
        whole = len(clean_line(node.text(separator=" ")[:_LONGEST]))
        if whole == _LONGEST:
            return False
        links = [link for link in node.css("a[href]") if _leads_on(link, self._page)]
        told = sum(len(clean_line(link.text(separator=" "))) for link in links)
        if whole - told > _MOST_BESIDE * max(1, len(links)):
            return False
        return True if len(links) >= _FEWEST else None


def times_of_posts(times: Sequence[LexborNode], link: str | None) -> list[LexborNode]:
    """The times of a page at `link` without those in lists of other stories."""
    lists = _Lists(same_page(link))
    return [time for time in times if not lists.has(time)]
