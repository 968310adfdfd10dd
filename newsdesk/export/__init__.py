"""A story for other programs and other people: iCalendar, a Markdown brief, one JSON document, posts as CSV.

Pure: the moment, the zone and the order of the sources are the caller's; no clock, no zone of the machine, no locale. The
same arguments give the same bytes. Whoever calls decides which posts and facts are in.
"""

from newsdesk.export.brief import to_markdown
from newsdesk.export.document import to_json
from newsdesk.export.ics import to_ics
from newsdesk.export.table import to_csv

__all__ = ["to_csv", "to_ics", "to_json", "to_markdown"]
