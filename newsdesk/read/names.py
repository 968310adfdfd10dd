"""How the names of people, outlets and their staff look on a page: bylines, roles, organisations."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.layout import ends_abbreviated, ends_sentence


class Byline(NamedTuple):
    """Who wrote, as printed."""

    name: str
    role: str | None = None


_PARTICLES = {"de", "da", "di", "del", "della", "van", "von", "der", "den", "la", "le", "bin", "bint", "ibn", "al", "el", "dos"}  # fmt: skip
_NAME_WORD = late_pattern(r"[^\W\d_][\w’'.-]{0,40}")
_BETWEEN_NAMES = late_pattern(r", (?:and )?| and | & ")
_NOT_IN_NAMES = {
    "The", "A", "An", "In", "On", "At", "For", "With", "From", "What", "Why", "How", "Who", "When", "Where", "This", "That", "More",
    "Live", "Breaking", "Watch", "Key", "President", "Minister", "Prime", "Secretary", "Chancellor", "King", "Queen", "Pope", "Prince",
    "By", "Mayor", "Senator", "Governor", "Spokesman", "Spokeswoman", "Spokesperson", "Ambassador", "General", "Leader", "Envoy", "Foreign",
    "Defence", "Defense", "Kremlin", "White", "House", "Former", "Ex", "US", "UK", "EU", "Russian", "Ukrainian", "Turkish", "French",
    "German", "British", "American", "Polish", "Israeli", "Chinese", "Indian", "Analysis", "Opinion", "Update", "Updates", "Summary", "Latest",
    "DC", "Janeiro", "Images", "Photo", "Photos", "Pictures", "View", "Author", "Authors", "Profile", "Follow", "Contact", "About",
}  # fmt: skip
_BEGINS_A_PLACE = {
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Middle", "New", "United", "Saudi", "Latin",
    "San", "Los", "Las", "Santa", "Tel", "Kuala", "Buenos", "Port", "Fort", "Cape", "Addis", "St", "St.", "Mount",
}  # fmt: skip
"""Words with which names of places begin, and names of people hardly ever."""
_NICKNAME = late_pattern(r" (?:“[^“”]{2,30}”|\"[^\"]{2,30}\"|‘[^‘’]{2,30}’)(?= \S)")
_ROLE = late_pattern(
    r"\b(?:(?:editor|correspondent|reporter|producer|journalist|presenter|analyst|writer|columnist|commentator|photographer|specialist|host"
    r"|anchor|researcher|contributor|critic|fellow|intern|author)s?|reporting|reports|desk|bureau|newsroom|staff|team|chief"
    r"|BBC|News|Verify|Monitoring|Service|Persian|Russian|Ukrainian|Arabic|Mundo)\b",
    re.IGNORECASE,
)
_NO_ROLE = late_pattern(
    r'["“”]|\d\d|^(?:more|view|see|all (?:by|posts|articles|stories)|read|follow|about|contact|meet|browse|email)\b',
    re.IGNORECASE,
)
_PLACE_ROLE = late_pattern(r"(?:[Ii]n|[Aa]t|[Ff]rom|[Oo]utside|[Aa]board) (?:the )?[A-Z]")
_PLACE_NAME = r"[A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20}){0,2}"
_REPORTING_FROM = late_pattern(
    r"(?:Reporting )?(?:from|in|at) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}, [A-Z][\w. ]{1,12}\."
)
"""Where somebody reports from, with the state as it is shortened."""
_OUTLET_WORD = (
    "News|Monitoring|Verify|Times|Post|Herald|Tribune|Guardian|Telegraph|Independent|Journal|Gazette|Chronicle|Daily|Observer|Standard"
    "|Mirror|Globe|Press|Today|Monitor|Review|Broadcasting|Television|TV|Radio|Agency|Newsroom|Desk|Reporters|Staff|Bureau|Service|Persian"
    "|Sabah|Express|Mail|Dispatch|Examiner|Inquirer|Courier|Bulletin|Sentinel|Argus|Echo|Wire|Newswire|Tagesspiegel"
)
_KNOWN_OUTLETS = (
    "BBC|CNN|Reuters|AFP|AP|NPR|PBS|CBS|NBC|ABC|ITV|RTE|DW|Euronews|Politico|Axios|Bloomberg|Al Jazeera|France 24|Ukrinform|Xinhua|CGTN"
    "|Tass|TASS|Interfax|Anadolu|Meduza|Associated Press|Deutsche Welle|Sky News|PTI|ANI|IANS|EFE|UPI|dpa|Yonhap|Kyodo|Le Monde|Le Parisien|Der Spiegel|El País|Haaretz|NDTV"
)
OUTLET = (
    rf"(?:The )?(?:(?:{_KNOWN_OUTLETS})(?:(?:'s)?(?: (?:[A-Z][\w'-]{{1,30}}|\d{{1,2}})){{1,3}})?"
    rf"|(?:[A-Z][\w&’'.-]{{0,30}}(?: of)? ){{1,4}}(?:[A-Z][a-z]{{2,20}}-)?(?:{_OUTLET_WORD})(?: [A-Z][\w-]{{1,30}}){{0,2}}|[A-Z][\w-]{{1,30}}\.(?:com|org|net|info|news))"
)
"""Pattern of an outlet's name: known ones, and capitalised words that end as such names do."""
_BETWEEN_PLACES = late_pattern(r" ?[,/] ?| and ")
OF_OTHER_DAYS = {
    "Deadline", "Election", "Elections", "Vote", "Event", "Events", "Date", "Dates", "Due", "Expires", "Expired", "Until", "Till", "By", "From", "On", "Since",
    "Before", "After", "Next", "Opening", "Closing", "Summit", "Festival", "Final", "Finals",
    "Meeting", "Hearing", "Trial", "Launch", "Release", "Premiere", "Concert", "Kickoff", "Start", "End", "Today", "Tomorrow", "Yesterday", "Anniversary",
}  # fmt: skip
"""Words before a date that is no article's own."""
_AGENCY = (
    "PTI|ANI|IANS|AFP|AP|AAP|PA|PA Media|PA [Nn]ews [Aa]gency|Press Association|Reuters|dpa|DPA|EFE|ANSA|UPI|Xinhua|Yonhap|Kyodo|(?:The )?Associated Press"
    "|Agence France-Presse"
)
AGENCIES = rf"(?:{_AGENCY})(?:(?: ?/ ?|, | and | & )(?:{_AGENCY})){{0,3}}"
"""Pattern of the agencies that sign an article under its headline, or at its end, whoever publishes it."""
_WITH_AGENCIES = late_pattern(
    rf"(?P<names>.{{3,100}}?)(?:,? and |, | & )(?:(?:news )?agencies|Agencies|AGENCIES|staff|Staff|{AGENCIES})"
)
_PICTURE_HOUSE = late_pattern(
    r"(?:.{2,60}(?:/| via | / ))?(?:Getty(?: Images)?|Shutterstock|Alamy(?: Stock Photo)?|iStock(?:photo)?|EPA(?:-EFE)?|Rex Features|Unsplash|Pexels)"
    r"(?:(?:/| via | / ).{2,60})?"
)
_BY = late_pattern(
    r"(?:By|BY|by|Written by|Posted by|Words by|Reporting by|Report by|Story by|Interview by|Review by|Author:|By:"
    r"|(?:Von|Par|Por|Door)(?= \S+ \S))\s+(?=[^\W\d_a-z])"
)
"""What bylines begin with; in German, French, Spanish and Dutch only before two words: "Von" begins names, too."""
_FROM_HOUSE = late_pattern(
    rf"From (?:the )?(?P<house>{OUTLET}?)(?:'s|’s) (?P<name>[^,]{{3,60}}?)(?P<place>,? (?:in|at|on|aboard) [A-Z].{{1,40}})?"
)
_FROM_PLACE = late_pattern(
    rf"From (?P<name>(?:(?!['’]s )[^,]){{3,60}}?),? (?P<place>in {_PLACE_NAME}(?:, {_PLACE_NAME})?)"
)
"""Who reports, with the place: "From Ada Muster in Oslo". Without one "From" may begin anything."""
_HOUSES_STAFF = late_pattern(rf"(?:From|By) (?:the )?(?P<name>{OUTLET} (?:staff|reporters|correspondents))")
_PLACED = late_pattern(
    rf"(?P<name>[^,]{{3,60}}?)(?:,? (?P<where>in {_PLACE_NAME}|for (?:the )?{OUTLET})|, (?P<place>{_PLACE_NAME}))"
)
_HOUSE_WITH_ARTICLE = late_pattern(r"The(?: [A-Z][\w&’'.-]{1,20}){1,4}")
_JOINED_ROLE = late_pattern(r"(?P<name>[^,|–—-]{3,60}?)\s*(?:,|\||–|—| - )\s*(?P<role>.{3,90})")
_SMALL_ROLE = late_pattern(
    r"(?!(?:the|an?|and|but|or|with|for|in|at|on|from|who|what|when|where|which|that|this|as|by|he|she|it|they|we|you|his|her|their|its|our|no|not) )[^\W\d_A-Z][^\d,.;:!?“”\"]{2,40}"
)
"""What somebody does, behind "By" and the name, whatever words it has ("By Ada Muster, religious affairs")."""


def _is_one_person(words: list[str]) -> bool:
    if not 2 <= len(words) <= 5:
        return False
    if words[0].capitalize() in _BEGINS_A_PLACE or any(
        word in _NOT_IN_NAMES or not _NAME_WORD.fullmatch(word) for word in words
    ):
        return False
    proper = [word for word in words if word not in _PARTICLES]
    return len(proper) >= 2 and all(word[0].isupper() or word.startswith(("al-", "el-", "d'")) for word in proper)


def is_person(text: str) -> bool:
    """Whether a line looks like the name of a person, or of several ("Ada Muster, Jo Beispiel and Max Winter")."""
    if len(text) > 140 or (ends_sentence(text) and not text.endswith(("Jr.", "Sr."))):
        return False
    return all(_is_one_person(part.split()) for part in _BETWEEN_NAMES.split(_NICKNAME.sub("", text)))


def is_role(text: str) -> bool:
    """Whether a line looks like what a journalist does, or where ("Political editor", "Reporting from Oslo", "in Oslo")."""
    if not text or len(text) > 110 or len(text.split()) > 14 or _NO_ROLE.search(text):
        return False
    if ends_sentence(text):
        return ends_abbreviated(text) and _REPORTING_FROM.fullmatch(text) is not None
    return _ROLE.search(text) is not None or (_PLACE_ROLE.match(text) is not None and len(text.split()) <= 6)


def is_outlet(text: str) -> bool:
    """Whether a whole line names an outlet or a part of one ("BBC Monitoring", "The Example Times")."""
    return len(text) <= 60 and len(text.split()) <= 6 and re.fullmatch(OUTLET, text) is not None


def is_place(text: str) -> bool:
    """Whether a line that stands beside a date looks like the name of a place, or of several ("BRUSSELS", "Port Lindra, Norway").

    In capitals as datelines have it; else in one word, or as only places begin: "Harbour Festival" may be anything.
    """
    parts = [part.split() for part in _BETWEEN_PLACES.split(text)] if len(text) <= 60 else []
    if not 1 <= len(parts) <= 3 or not all(map(_is_capitalised, parts)):
        return False
    return text.partition(",")[0].isupper() or all(
        len(words) == 1
        or " ".join(words) in {"The Hague", "Rio de Janeiro"}
        or words[0] in _BEGINS_A_PLACE
        or (words[-1].isupper() and len(words[-1]) <= 3)
        for words in parts
    )


def _is_capitalised(words: list[str]) -> bool:
    """Whether one place may be called so."""
    return (
        1 <= len(words) <= 4
        and OF_OTHER_DAYS.isdisjoint(map(str.capitalize, words))
        and all(_NAME_WORD.fullmatch(word) and (word[0].isupper() or word in _PARTICLES) for word in words)
    )


def is_picture_house(text: str) -> bool:
    """Whether a whole line names a house that sells pictures, with who took them or without ("Ada Muster/Getty Images")."""
    return _PICTURE_HOUSE.fullmatch(text) is not None


def placed_name(text: str) -> Byline | None:
    """The name of a person that stands alone, or with a place or the outlet ("Ada Muster, Oslo", "Ada Muster in Oslo"); else None."""
    if is_person(text):
        return Byline(text)
    placed = _PLACED.fullmatch(text)
    return Byline(placed["name"], placed["where"] or placed["place"]) if placed and is_person(placed["name"]) else None


def _is_house(name: str, line: str) -> bool:
    """Whether whom a byline names behind a person is the outlet; behind an upright stroke an article makes any name one."""
    return is_outlet(name) or ("|" in line and _HOUSE_WITH_ARTICLE.fullmatch(name) is not None)


def signed_line(line: str) -> Byline | None:
    """The byline that one line holds: "By Ada Muster", "Ada Muster, Political editor"; None for any other line."""
    if len(line) > 160:
        return None
    if (found := _FROM_HOUSE.fullmatch(line)) and is_person(found["name"]):
        return Byline(found["name"], found["house"] + (found["place"] or ""))
    if (found := _FROM_PLACE.fullmatch(line)) and is_person(found["name"]):
        return Byline(found["name"], found["place"])
    if found := _HOUSES_STAFF.fullmatch(line):
        return Byline(found["name"])
    opening = _BY.match(line)
    rest = line[opening.end() :].strip() if opening else line
    parts = _JOINED_ROLE.fullmatch(rest)
    if parts and is_person(parts["name"]) and (is_role(parts["role"]) or (opening and _is_house(parts["role"], rest))):
        return Byline(parts["name"], parts["role"])
    names, _, house = rest.rpartition(", ")
    if opening and names and is_person(names) and (is_outlet(house) or is_role(house)):
        return Byline(names, house)
    if opening and (is_person(rest) or is_outlet(rest)):
        return Byline(rest)
    if opening and (shared := _WITH_AGENCIES.fullmatch(rest)) and is_person(shared["names"]):
        return Byline(rest)
    if opening and (placed := placed_name(rest)):
        return placed
    if opening and is_person(names) and _SMALL_ROLE.fullmatch(house):
        return Byline(names, house)
    if opening and rest.isupper() and 2 <= len(rest.split()) <= 6 and not any(letter.isdigit() for letter in rest):
        return Byline(rest.title())
    return None
