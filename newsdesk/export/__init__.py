"""A story for other programs and other people: iCalendar, a Markdown brief, one JSON document, posts as CSV.

Pure: the moment and the zone are the caller's; no clock, no zone of the machine, no locale. The same story gives the same
bytes. Whoever calls decides which posts and facts are in the story.
"""

from newsdesk.export.brief import to_markdown
from newsdesk.export.document import to_json
from newsdesk.export.ics import to_ics
from newsdesk.export.table import to_csv

__all__ = ["to_csv", "to_ics", "to_json", "to_markdown"]
