"""The sample story that `newsdesk demo` opens: the search for a truce in Ukraine, as it stood on 11 May 2025.

Every sentence was written for newsdesk; "Sample News", its desks and its correspondents do not exist. The facts are
public: a 30-day ceasefire demanded from 12 May 2025, talks in Istanbul proposed for 15 May, the US secretary of state in
Turkey from 14 to 16 May. Words between quotation marks are short fragments of what the people named said in public.
The five files have the shapes that the desk meets most: two copied live pages, two articles, a transcript. The live
pages print no year and one article no date at all, so that the desk has something to work out.
"""

from importlib import resources

TITLE = "Ukraine ceasefire talks"
"""The name under which the desk shows it."""

_NAMES = (
    "live-page-11-may.txt",
    "between-two-offers.txt",
    "evening-bulletin.md",
    "istanbul-offer.txt",
    "live-page-13-march.txt",
)


def files() -> list[tuple[str, bytes]]:
    """Name and content of each source of the sample story, in the order in which they are to be added.

    Sources that tell their own year come before those that need a companion to know it.
    """
    folder = resources.files(__name__)
    return [(name, folder.joinpath(name).read_bytes()) for name in _NAMES]
