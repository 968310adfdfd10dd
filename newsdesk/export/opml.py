"""The addresses that a story follows as OPML 2.0 (http://opml.org/spec2.opml), which feed readers import."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from newsdesk.clean import harmless
from newsdesk.late_pattern import late_pattern
from newsdesk.model import SourceKind
from newsdesk.story import Story

_NOT_IN_XML = late_pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (2.2) has no characters for."""


def to_opml(story: Story) -> str:
    """One outline a source that came from an address, in the story's order: feeds as `rss`, pages as `link`.

    Sources that came from files are left out. The moment of exporting is not in it.
    """
    document = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(document, "head"), "title").text = _characters(story.title)
    outlines = ET.SubElement(document, "body")
    for source in story.sources:
        if not source.origin.startswith(("http://", "https://")):
            continue
        title = source.title or source.tag
        if source.kind is SourceKind.FEED:
            said = {"type": "rss", "text": title, "title": title, "xmlUrl": source.origin, "htmlUrl": source.link}
        else:
            said = {"type": "link", "text": title, "title": title, "url": source.origin}
        ET.SubElement(outlines, "outline", {name: _characters(value) for name, value in said.items() if value})
    ET.indent(document)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(document, encoding="unicode")}\n'


def _characters(value: str) -> str:
    return _NOT_IN_XML.sub("", harmless(value))
