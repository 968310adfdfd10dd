"""How transcripts are written down: told by their form, and taken apart into segments with their moments.

Read are the Markdown that speech recognition services write (front matter, a heading with publisher, date and link, a list of
segments linked to their moments), plain lines that begin with a time, paragraphs under a speaker's name and a time, and speeches
with names before them ("ADA MUSTER: ...").
The front matter that such services write is no YAML, and of its dates none is the recording's; what somebody wrote there by hand
is read as an article's is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.article.frame import Frame
from newsdesk.read.article.front_matter import front_matter
from newsdesk.read.lines.furniture import is_furniture
from newsdesk.read.lines.layout import blocks_of, ends_sentence
from newsdesk.read.links import safe_link
from newsdesk.read.names import is_person
from newsdesk.read.publishers import without_house
from newsdesk.read.times.printed import day_line, leading_time, read_time
from newsdesk.read.times.recorded import date_in_title, recorded_at
from newsdesk.read.transcript.names_above import is_direction, labels_beside_words, moments_beside_names
from newsdesk.read.transcript.recording_clock import seconds_of
from newsdesk.read.transcript.sounds import without_sounds
from newsdesk.read.transcript.speaker_labels import names_nobody
from newsdesk.read.transcript.spelt_moments import without_spelt_moments

_CLOCK = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_LINKED = late_pattern(rf"\[?\[(?P<clock>{_CLOCK})\]\((?P<link>https?://[^\s()]{{1,2000}})\)\]?")
_RANGE = late_pattern(rf"\*?\[?(?P<clock>{_CLOCK})\s?[-–]+>?\s?{_CLOCK}\]?\*?\s?:?\s*")
_STAMP = late_pattern(rf"[\[(]?(?P<clock>{_CLOCK})[\])]?(?:\s*[-–:]\s*|\s+|$|(?![AaPp]\.?[Mm]\b)(?=[^\W\d_]))")
_IN_LINK = late_pattern(
    r"[?&#]t=(?:(?P<hours>\d{1,3})h)?(?:(?P<minutes>\d{1,4})m)?(?P<seconds>\d{1,7}(?:\.\d{1,20})?)?s?(?:&|$)"
)
_HEADED = late_pattern(
    rf"(?:\*\*)?\[?(?P<name>[^\W\d_][^:\n\[\]()*]{{0,60}}?)\]?:?(?:\*\*)?:?\s+(?:(?P<open>[\[(])(?P<marked>{_CLOCK})[\])]|(?P<bare>{_CLOCK}))"
    r"(?:\*\*)?\s*:?(?:\*\*)?(?:\s+(?P<words>\S.*))?"
)
_NAMED_BEHIND = late_pattern(
    rf"(?:\*\*)?(?P<open>[\[(])(?P<marked>{_CLOCK})[\])]\s+(?:\*\*)?(?P<name>[^\W\d_a-z][^:\n\[\]()*.!?]{{0,40}}?)(?::\*\*|\*\*:|:)\s+(?P<words>\S.*)"
)
"""The same with the moment before the name."""
_BETWEEN = " •·|–—-"
"""What may part a name from its moment."""
_MOMENT_ALONE = late_pattern(rf"(?:\*\*)?\[{_CLOCK}\]")
_FEWEST_HEADS = 3
_MOST_BESIDE = 2
"""So many words to one of a list may stand beside it."""
_FEWEST_CERTAIN = 2
"""The same where each has the form that nothing else has."""
_HASHES = late_pattern(r"^#{1,6} ")
_BULLET = late_pattern(r"^[*•-]\s+")
_FIRST_KEYS = late_pattern(
    r"(?:Date Generated|Transcription Model|Length|Video \w+|Channel|Language|Title|Date|Source|URL):", re.IGNORECASE
)
_DESCRIPTION = late_pattern(r"(?:Video )?Description:\s*(?P<words>.*)", re.IGNORECASE)
_MODEL = late_pattern(r"^Transcription Model:", re.MULTILINE)
_BY_MACHINE = late_pattern(r"(?:transcription |speech )?model|(?:date )?generated(?: (?:at|by|on))?|video .*")
"""Keys of a front matter that a service wrote."""
_HEADING = late_pattern(r"#{1,3}\s+(?P<title>.+)")
_ORIGIN = late_pattern(
    r"\*\*(?P<publisher>[^*]{1,200}?):?\*\*:?\s*(?:\[(?P<date>[^\[\]]{4,60})\]\((?P<link>https?://[^\s()]{1,2000})\)|(?P<plain>[^\[\]*]{4,60}))?$"
)
_BOILERPLATE = late_pattern(
    r"(?:subscribe|sign up|follow|like us|join us|watch more|listen to|find us|for more|more from|more on|download|visit|check out|support|donate|become a"
    r"|read more|website|twitter|facebook|instagram|tiktok|youtube|patreon|spotify|apple podcasts|click|#|http|www\.|@|\(?\d{1,2}:\d{2})",
    re.IGNORECASE,
)
_ADDRESS = late_pattern(r"https?://|\bwww\.|\bbit\.ly/")
_APPENDIX = late_pattern(
    r"(?:SPONSORS?|CHAPTERS|TIMESTAMPS|OUTLINE|LINKS|EPISODE LINKS|SOCIAL LINKS|CREDITS|PODCAST INFO|SUPPORT & CONNECT|PRODUCED BY|RECOMMENDED PODCAST)\b.{0,40}"
)
_CAPITALISED = r"(?:(?:al|el|d|l)[’'-])?(?=[^\W\d_a-z])[^\W\d_][\w.’'-]{{{least},20}}"
_NAME_WORDS = (
    rf"(?:{_CAPITALISED.format(least=0)} (?:(?:de|da|di|del|della|dos|van|von|der|den|zu|ter|la|le|bin|bint|ibn|al|el|of|the|for|and) ){{0,2}}){{0,5}}"
    rf"(?:{_CAPITALISED.format(least=1)}|(?<= )(?:\d{{1,3}}|[A-Z]))"
)
"""Pattern of a name as labels have it: "Ada Muster", "Muhammad bin Ahmad", "Secretary of State", "Speaker 2"."""
_COLON = r"(?::\*\*|\*\*:|:)\s+(?P<words>\S.*)"
_LABELLED = late_pattern(
    r"(?:>>\s*)?(?:\*\*)?(?P<name>[A-Z][A-Z .’'-]{2,40}(?:,[A-Z ,.’'-]{2,60})?"
    rf"|{_NAME_WORDS}(?:, {_NAME_WORDS})?(?: \([^()]{{2,40}}\))?|[QA](?: \([^()]{{2,40}}\))?){_COLON}"
)
_LABELLED_WITH_ROLE = late_pattern(
    rf"(?:>>\s*)?(?:\*\*)?(?P<name>(?P<person>{_NAME_WORDS}), (?P<role>[^\W\d_][\w’'.& -]{{1,40}})){_COLON}"
)
_TELLS_A_STORY = late_pattern(
    r"\b(?:who|said|says?|asked|asks?|adds?|added|told|is|was|are|were|has|had)\b", re.IGNORECASE
)
"""Words of a sentence, where a role has none."""
_STRONG_LABEL = late_pattern(r"(?:>>\s*)?\*\*(?P<name>[^\W_][^*:\[\]\n.!?]{1,60})(?::\*\*|\*\*:)\s+(?P<words>\S.*)")
"""Strong words before a colon: between the lines of others somebody who speaks, whatever they are called."""
_BEGINS_A_SENTENCE = late_pattern(
    r"(?:I|We|My|Our|You|It|He|She|They|This|That|These|Those|And|But|So|What|Here|There)\b", re.IGNORECASE
)
_PLAIN_LABEL = late_pattern(r"(?=[^\W_a-z])(?P<name>[^\W_][^:.!?,;\[\]*\n]{1,50}):\s+(?P<words>\S.*)")
"""Words before a colon that may say who speaks, where they come back."""
_DIARISED = late_pattern(r"\[(?P<name>SPEAKER_\d{1,2})\]:?\s+(?P<words>\S.*)")
"""Who speaks, as programs tell voices apart."""
_ENDS_AT = late_pattern(rf"\s+\[(?P<clock>{_CLOCK})\]$")
_NO_SPEAKERS = {
    "note", "editor's note", "update", "updated", "source", "sources", "photo", "image", "published", "read more", "related", "watch", "title", "date",
    "by", "email", "contact", "phone", "website", "address", "place", "location", "venue", "where", "when", "time", "times", "hours", "opening hours",
    "price", "prices", "cost", "tickets", "admission", "speakers", "participants", "present", "attending", "attendees", "topic", "subject", "event",
    "duration", "length", "recorded", "serves", "ingredients", "method", "item", "motion", "decision", "action", "vote", "result", "results",
    "background", "context", "analysis", "breaking", "summary", "conclusion", "warning", "correction", "example", "key points", "key takeaways",
    "look", "listen", "remember", "again", "first", "second", "third", "finally", "yes", "no", "well",
}  # fmt: skip
"""What stands before a colon in notices, lists and minutes, and with what sentences begin."""
_OF_A_DAY = late_pattern(r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b", re.IGNORECASE)
"""A day as a label is that of a diary or of a forecast."""
_SPOKEN = late_pattern(
    r"\?(?:$|\s)|(?:^|[^\w“\"])(?:I\b|(?i:me|my|you|your|yeah|thank you|hello|welcome|good (?:morning|afternoon|evening))\b|(?:Yes|No|Okay|Well|Thanks)[,.!])"
)
"""What people say to each other, and lists of sections or offices under their names do not ("We are open" is said by them, too)."""
_SPEECHES_TO_ONE_SPOKEN = 8
_FEWEST_LABELS = 5
_FEWEST_OF_ALL = 3
"""The same where every line that is said has one."""
_AT_ONCE = 120
"""Seconds within which a transcript begins."""
_STYLE = "#*_> "
_HEAD = 4_000
"""Characters in which lines with keys stand on top."""
_LONGEST_MEETING = 12 * 3_600
"""Seconds from the first to the last of the hours of the day that stand over what is said."""
_LINES_ABOVE = 6
"""Filled lines above a transcript in which its title and day stand."""


_MEETING_LABELLED = 0.8
"""Share of the lines behind hours of the day that begin with a speaker's name from which they are a meeting's."""


class Segment(NamedTuple):
    """A piece of speech as the transcript cuts it."""

    at: float | None
    link: str | None
    line: int
    """In the file, from 1; 0 where lines say nothing."""
    text: str
    """Its words; empty where only sounds are described."""
    opens: bool = False
    """Marks tell that somebody else begins to speak."""
    label: str | None = None
    """The name that is written before the words."""
    named: bool = True
    """The label has the form of a name; else it parts what is said, and tells nobody's name."""
    sounds: tuple[str, ...] = ()
    """What is described beside the words and nobody says."""


class Transcript(NamedTuple):
    """A transcript taken apart, before its turns are told."""

    segments: list[Segment]
    sign: str
    """What it was recognised by, in words for people."""
    title: str | None = None
    publisher: str | None = None
    time: PrintedTime | None = None
    link: str | None = None
    description: str = ""


def _seconds(clock: str) -> float:
    """Seconds of "1:02:03", "62:03" or "00:07.440"."""
    return seconds_of(*clock.split(":"))


def _moment(link: str, clock: str) -> float:
    found = _IN_LINK.search(link)
    if found is None or not any(found.groups()):
        return _seconds(clock)
    return round(seconds_of(found["hours"], found["minutes"], found["seconds"]), 3)


def _front_matter(lines: Sequence[str]) -> tuple[int, str]:
    """Index of the first line after the front matter (0 without one), and the description in it."""
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if not lines or lines[first].strip() != "---":
        return 0, ""
    fences = [index for index in range(first + 1, min(len(lines), 600)) if lines[index].strip() == "---"]
    if not fences:
        return 0, ""

    def heads_a_title(fence: int) -> bool:
        following = next((line for line in lines[fence + 1 : fence + 4] if line.strip()), "")
        return _HEADING.match(following.strip()) is not None

    end = next((fence for fence in fences if heads_a_title(fence)), fences[0])
    description: list[str] = []
    inside = False
    for line in lines[first + 1 : end]:
        if found := _DESCRIPTION.match(line):
            inside = True
            description.append(found["words"])
        elif inside and not _FIRST_KEYS.match(line):
            description.append(line)
        else:
            inside = False
    return end + 1, _description(description)


def _written_head(text: str) -> Frame:
    """What a front matter, or the first lines, that somebody wrote tell of a recording: title, day, publisher and address."""
    head = Frame()
    matter = front_matter(text)
    if not matter.ends:
        head.take_named_lines([line for block in blocks_of(text[:_HEAD])[:1] for line in block])
    elif not any(_BY_MACHINE.fullmatch(named.key) for named in matter.named):
        head.take_front_matter(matter)
    return head


def _description(lines: Sequence[str]) -> str:
    """The paragraphs of a description without what is the same under every video: subscribe, links, hashtags, chapters."""
    kept: list[str] = []
    for line in (line.strip() for line in lines):
        if _APPENDIX.fullmatch(line.rstrip(":")):
            break
        if line and not _BOILERPLATE.match(line) and not _ADDRESS.search(line):
            kept.append(line)
    return "\n\n".join(kept)


def _linked(lines: Sequence[str], begin: int) -> list[Segment]:
    """Segments of the list form: "*  words [[00:00:07](link)]", the mark before or after the words or absent."""
    segments = []
    for index in range(begin, len(lines)):
        line = lines[index].strip()
        bullet = _BULLET.match(line)
        mark = _LINKED.search(line)
        if not bullet and not mark:
            continue
        words = line[bullet.end() :] if bullet else line
        link = safe_link(mark["link"]) if mark else None
        at = _moment(mark["link"], mark["clock"]) if mark else None
        if words := " ".join(_LINKED.sub(" ", words).split()):
            segments.append(Segment(at, link, index + 1, words))
    return segments


def _words_beside(lines: Sequence[str]) -> int:
    """How many words of a list stand neither in it nor in what heads it."""
    return sum(
        len(line.split())
        for line in lines
        if not (
            _BULLET.match(line.strip()) or _LINKED.search(line) or _HEADING.match(line) or _ORIGIN.match(line.strip())
        )
    )


def _linked_above(lines: Sequence[str], begin: int) -> list[Segment]:
    """The same where the mark stands above the words, alone or beside a name: "**Ada Muster** [00:07](link)"."""
    marks = {n: mark for n, line in enumerate(lines[begin:], begin) if (mark := _LINKED.search(line))}
    beside = sum(len(_LINKED.sub(" ", lines[n]).split()) for n in marks)
    if sum(len(line.split()) for n, line in enumerate(lines[begin:], begin) if n not in marks) <= beside:
        return []
    plain = [
        _LINKED.sub(rf"[{marks[n]['clock']}]", line, count=1) if n in marks else line for n, line in enumerate(lines)
    ]
    segments, marked = [], list(marks)
    for segment in _headed(plain, begin) or _stamped(plain, begin):
        if last := bisect_left(marked, segment.line):
            mark = marks[marked[last - 1]]
            segments.append(segment._replace(at=_moment(mark["link"], mark["clock"]), link=safe_link(mark["link"])))
        else:
            segments.append(segment)  # a moment without a link, above the first that has one
    return segments


def _stamped(lines: Sequence[str], begin: int) -> list[Segment]:
    """Segments of lines that begin with a time of the recording, the words behind it or on the lines after it."""
    segments: list[Segment] = []
    stamps: list[float] = []
    exact = True
    fewest = 3
    for index in range(begin, len(lines)):
        line = _BULLET.sub("", lines[index].strip(), count=1)
        ranged = _RANGE.match(line)
        found = ranged or _STAMP.match(line)
        if found is None:
            if line and segments:
                segments.append(segments[-1]._replace(text=line, line=index + 1))
            continue
        at = _seconds(found["clock"])
        exact = exact and _is_exact(found["clock"])
        if not stamps:
            fewest = 2 if ranged else 4 if line[found.end() :] else 3
        stamps.append(at)
        segments.append(Segment(at, None, index + 1, line[found.end() :].strip()))
    rising = sum(a <= b for a, b in pairwise(stamps))
    from_the_start = bool(stamps) and stamps[0] < _AT_ONCE and len(stamps) >= fewest
    if rising < 0.9 * (len(stamps) - 1):
        return []
    spoken = [segment for segment in segments if segment.text]
    if exact and not from_the_start and _are_of_one_meeting(stamps):
        labelled = bool(spoken) and labelled_share([segment.text for segment in spoken]) >= _MEETING_LABELLED
        return _from_the_first(spoken, stamps[0]) if labelled else []
    return spoken if from_the_start else []


def _is_exact(clock: str) -> bool:
    return clock.count(":") == 2


def _are_of_one_meeting(moments: Sequence[float]) -> bool:
    """Whether moments may be hours of the day, to the second, at which what was said in a meeting was written down."""
    return bool(moments) and moments[-1] < 24 * 3_600 and moments[-1] - moments[0] < _LONGEST_MEETING


def _from_the_first(segments: Sequence[Segment], first: float) -> list[Segment]:
    """The segments with their moments counted from the first one, where these are hours of the day."""
    return [
        segment if segment.at is None else segment._replace(at=round(segment.at - first, 3)) for segment in segments
    ]


class _Head(NamedTuple):
    """A line that names a speaker and a moment, perhaps with words behind them."""

    name: str
    at: float
    words: str
    certain: bool
    """It has marks that nothing else has: a colon beside a moment in brackets, and words behind."""
    exact: bool
    """The moment is told to the second, in hours, too: it may be an hour of the day."""


def _head_of(line: str) -> _Head | None:
    """What a line names; a bare time stands alone."""
    if found := _NAMED_BEHIND.fullmatch(line):
        named = len(found["name"].split()) <= _MOST_IN_NAME
        marked = found["open"] == "[" or line.startswith("**")
        at, exact = _seconds(found["marked"]), _is_exact(found["marked"])
        return _Head(found["name"], at, found["words"], certain=marked, exact=exact) if named else None
    found = _HEADED.fullmatch(line)
    if found and found["words"] and ends_sentence(found["name"]):
        return None  # a moment amid what somebody says
    if found is None or not (found["open"] or not found["words"]) or len(found["name"].split()) > _MOST_IN_NAME:
        return None
    words = found["words"] or ""
    between = line[found.end("name") : found.start("words") if words else None]
    marked = found["open"] == "[" or line.startswith("**")
    return _Head(
        found["name"].rstrip(_BETWEEN),
        _seconds(found["marked"] or found["bare"]),
        words,
        certain=bool(words) and marked and ":" in between.replace(found["marked"] or "", ""),
        exact=_is_exact(found["marked"] or found["bare"]),
    )


_MOST_IN_NAME = 6
"""Words."""


def _headed(lines: Sequence[str], begin: int) -> list[Segment]:
    """Segments of paragraphs under a speaker's name and a time, as transcription services write them for reading."""
    segments: list[Segment] = []
    heads: list[_Head] = []
    for index in range(begin, len(lines)):
        line = lines[index].strip()
        if head := _head_of(_HASHES.sub("", line, count=1)):
            opens = not heads or heads[-1].name != head.name
            heads.append(head)
            segments.append(Segment(head.at, None, index + 1, head.words, opens=opens, label=head.name))
        elif _MOMENT_ALONE.match(line):
            return []  # here not every moment has its speaker
        elif line and segments:
            segments.append(segments[-1]._replace(text=line, line=index + 1, opens=False))
    certain = all(head.certain for head in heads)
    if len(heads) < (_FEWEST_CERTAIN if certain else _FEWEST_HEADS):
        return []
    if heads[0].at >= _AT_ONCE:
        if not all(head.exact for head in heads) or not _are_of_one_meeting([head.at for head in heads]):
            return []
        segments = _from_the_first(segments, heads[0].at)
    rising = sum(a.at <= b.at for a, b in pairwise(heads))
    named = sum(head.name[0].isupper() and not ends_sentence(head.name) for head in heads)
    comes_back = len({head.name for head in heads}) < len(heads)
    spoken = sum(bool(segment.text) for segment in segments)
    fit = rising >= 0.9 * (len(heads) - 1) and named >= 0.8 * len(heads) and spoken >= len(heads) / 2
    return segments if fit and (comes_back or certain) else []


def _headed_apart(lines: Sequence[str], begin: int) -> list[Segment]:
    """The same where the moment stands before the name, or on a line of its own."""
    forms = moments_beside_names(lines[begin:])
    return next(filter(None, (_headed([*lines[:begin], *form], begin) for form in forms)), [])


class _Titled(NamedTuple):
    """What the lines above a transcript tell."""

    title: str | None
    time: PrintedTime | None
    lines: frozenset[str]
    """Those that tell it."""


def _titled(lines: Sequence[str]) -> _Titled:
    """Title and day of a recording in the few lines above its transcript."""
    title = time = None
    telling: list[str] = []
    for line in lines:
        words = line.strip(_STYLE)
        if _STAMP.fullmatch(words) or _LINKED.search(words):
            continue  # the first moment, over the first words
        leading = leading_time(words)
        told = leading.time if leading and leading.time.day else recorded_at(None, [words])
        if told:
            time = time or told
            telling.append(line)
        elif title is None and 3 <= len(words) <= 200 and not ends_sentence(words):
            title, time = words, time or date_in_title(words)
            telling.append(line)
    return _Titled(title, time, frozenset(telling))


def _is_title_over_day(lines: Sequence[str], labelled: int, following: int) -> bool:
    """Whether a labelled line is the title of an interview ("Ada Muster: 'I said no'"): a line with nothing but its day stands before who speaks next."""
    return any(day_line(line.strip()) for line in lines[labelled + 1 : following])


def _above(lines: Sequence[str], begin: int, end: int) -> list[str]:
    """The filled lines above a transcript, without what is said there."""
    filled = [line.strip() for line in lines[begin:end] if line.strip()]
    return [line for line in filled[:_LINES_ABOVE] if not ends_sentence(line)]


class Label(NamedTuple):
    """What stands before a colon at the beginning of a line, and the words after it."""

    name: str
    words: str
    named: bool = True
    """It is somebody's name; else it only tells that somebody else may speak."""


def label_of(line: str) -> Label | None:
    """The speaker's name that a line begins with; None when it begins with none."""
    found = _LABELLED.match(line)
    if found is None:
        plain = _DIARISED.match(line) or _PLAIN_LABEL.match(line)
        if plain and names_nobody(plain["name"]):
            return Label(plain["name"], plain["words"])
        found = _LABELLED_WITH_ROLE.match(line)
        if found is None or not is_person(found["person"]) or _TELLS_A_STORY.search(found["role"]):
            return None
    name = found["name"]
    small = name[0].islower() and not name[0].isascii()  # the pattern knows the small letters of ASCII alone
    dated = _OF_A_DAY.match(name) or (name[-1].isdigit() and read_time(name))
    return None if small or dated or name.casefold() in _NO_SPEAKERS else Label(name, found["words"])


def labels_amid_others(lines: Sequence[str]) -> dict[int, Label]:
    """The same by the number of the line, in a text that is known to have its speakers before their words.

    There strong words are one, too, whatever they are called ("The minister of ports"), and name who speaks where they come back.
    So may be plain ones that come back, which name nobody.
    """
    strong = {n: found for n, line in enumerate(lines) if (found := _STRONG_LABEL.match(line))}
    plain = {n: found for n, line in enumerate(lines) if n not in strong and (found := _PLAIN_LABEL.match(line))}
    told = Counter(found["name"] for found in (*strong.values(), *plain.values()))
    labels: dict[int, Label] = {}
    for n, found in (strong | plain).items():
        name = found["name"]
        comes_back = (
            told[name] > 1
            and len(name.split()) <= _MOST_IN_NAME
            and not _BEGINS_A_SENTENCE.match(name)
            and not _TELLS_A_STORY.search(name)
        )
        somebody = comes_back and name.casefold() not in _NO_SPEAKERS
        if somebody or n in strong:
            labels[n] = Label(name, found["words"], named=somebody and n in strong)
    return labels


def labelled_share(lines: Sequence[str]) -> float:
    """Share of the lines that begin with a speaker's name; 0 when hardly any name comes back."""
    filled = [
        bare for line in lines if (bare := line.strip()) and not is_direction(bare) and without_sounds(bare).words
    ]
    labels = [label for line in filled if (label := label_of(line))]
    # "ADA MUSTER, HOST" is "MUSTER" from then on.
    told_as = [name.partition(",")[0].split()[-1] if name.isupper() else name for name, _, _ in labels]
    told = Counter(told_as)
    # Who asks at a press conference asks once: all of them are one voice that comes back.
    names = [
        "Q" if told[name] == 1 and label.words.endswith("?") else name
        for name, label in zip(told_as, labels, strict=True)
    ]
    named = Counter(names)
    asked = named["Q"] + named["Question"]
    known = set(named) - {"Q", "A", "Question", "Answer"}
    answers = any(named[name] > 1 and (name.isupper() or (" " in name and is_person(name))) for name in known)
    if len(known) < 2 and not (asked > 1 and answers):
        return 0.0  # an interview in print, whose speakers the labels do not name
    if sum(label.words[0].isdecimal() for label in labels) * 2 > len(labels):
        return 0.0  # results, by who got them
    spoken = sum(_SPOKEN.search(label.words) is not None for label in labels)
    if spoken * _SPEECHES_TO_ONE_SPOKEN < len(labels) and not any(label.name.isupper() for label in labels):
        return 0.0  # sections, or offices in several towns
    back = len(names) - len(set(names))
    if back * 2 < len(names) - 2 or len(set(names)) < 2:
        return 0.0
    if len(names) >= _FEWEST_LABELS:
        return len(names) / len(filled)
    return 1.0 if back and spoken and _are_all_labelled(filled, labels) else 0.0


def _are_all_labelled(filled: Sequence[str], labels: Sequence[Label]) -> bool:
    """Whether few labels are those of a short conversation: every line from the first one on has one, that of a person or nobody, and above stand but title and day."""
    if len(labels) < _FEWEST_OF_ALL:
        return False
    above, said = filled[: len(filled) - len(labels)], filled[len(filled) - len(labels) :]
    who = (label.name for label in labels)
    return (
        len(above) <= _LINES_ABOVE
        and not any(ends_sentence(line) for line in above)
        and all(label_of(line) for line in said)
        and all(is_person(name) or names_nobody(name) or name.isupper() for name in who)
    )


def _with_moments(segments: list[Segment]) -> list[Segment]:
    """The segments with the moments in brackets that most of them end with; as they are where these do not rise."""
    ends = [_ENDS_AT.search(segment.text[-40:]) for segment in segments]
    moments = [_seconds(end["clock"]) for end in ends if end]
    if len(moments) * 2 < len(segments) or any(a > b for a, b in pairwise(moments)):
        return segments
    return [
        segment._replace(at=_seconds(end["clock"]), text=segment.text[: -len(end[0])]) if end else segment
        for segment, end in zip(segments, ends, strict=True)
    ]


def take_apart(text: str) -> Transcript | None:
    """The parts of a cleaned transcript; None when the text is none."""
    lines = without_spelt_moments(text.split("\n"))
    begin, description = _front_matter(lines)
    title = publisher = link = None
    time = None
    above: list[str] = []
    for line in (line.strip() for line in lines[begin : begin + 8]):
        if title is None and (found := _HEADING.match(line)) and _head_of(found["title"]) is None:
            title = found["title"].strip()
        elif _LINKED.search(line):
            continue  # whose name stands there speaks, and publishes nothing
        elif (found := _ORIGIN.match(line)) and publisher is None and (not found["plain"] or read_time(found["plain"])):
            publisher, link = found["publisher"].strip(), safe_link(found["link"])
            time = read_time(found["date"] or found["plain"] or "")
    rest = [line.strip() for line in lines[begin:] if line.strip()]
    listed = sum(_BULLET.match(line) is not None for line in rest)
    modelled = time is not None and link is not None and listed >= 3 and listed + 3 >= len(rest)
    modelled |= begin > 0 and _MODEL.search("\n".join(lines[:begin])) is not None
    marks = sum(_LINKED.search(line) is not None for line in lines[begin:])
    if marks >= 2 or modelled:
        sign = "segments linked to moments of a recording" if marks >= 2 else "the head of a recording's transcript"
        if above_words := _linked_above(lines, begin):
            above = _above(lines, begin, above_words[0].line - 1)
        segments = above_words or _linked(lines, begin) or _stamped(lines, begin)
        if not above_words and _words_beside(lines[begin:]) > _MOST_BESIDE * sum(
            len(segment.text.split()) for segment in segments
        ):
            return None  # nearly all of it is something else, and would be lost
    elif segments := _headed(lines, begin) or _headed_apart(lines, begin):
        sign = "speakers' names and moments above their words"
        above = _above(lines, begin, segments[0].line - 1)
    elif segments := _stamped(lines, begin):
        sign = "lines that begin with moments of a recording"
        above = _above(lines, begin, segments[0].line - 1)
    elif labelled_share((spoken := labels_beside_words(lines))[begin:]) >= 0.5:
        lines = spoken
        sign = "speakers' names before their words"
        labelled = [n for n, line in enumerate(lines[begin:], begin) if label_of(line.strip())]
        first = labelled[_is_title_over_day(lines, *labelled[:2])]
        above = _above(lines, begin, first)
        telling = _titled(above).lines
        shouting = sum(map(str.isupper, lines[first:])) * 4 > len(lines) - first
        segments = _with_moments(
            [
                Segment(None, None, n, "" if not shouting and is_direction(bare) else bare)
                for n, line in enumerate(lines[begin:], begin + 1)
                if (bare := line.strip())
                and not _HEADING.match(bare)
                and not (n <= first and (bare in telling or not (ends_sentence(bare) or ": " in bare)))
                and not (n > first and is_furniture(bare) and label_of(bare) is None)
            ]
        )
    else:
        return None
    head, told = _written_head(text), _titled(above)
    title, time = title or head.headline or told.title, time or head.time or told.time
    publisher, link = publisher or head.publisher, link or head.link
    if title and publisher:
        before, _, tail = title.rpartition(" | ")
        same = {word.casefold() for word in tail.split()} & {word.casefold() for word in publisher.split()}
        title = before if before and same else without_house(title)[0]
    elif title:
        title, publisher = without_house(title)
    return Transcript(segments, sign, title, publisher, time, link, description)
