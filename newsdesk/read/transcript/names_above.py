"""Transcripts whose speakers stand on lines of their own, above what they say: put into the forms that have both on one line.

A moment and a name may share a line ("00:00 Ada Muster"), stand above each other in either order, or there is no moment and a colon
behind the name ("Ada Muster:", "ADA MUSTER, HOST:"). Every moment of a text must stand with a name, and each name must be that of a
person or come back: else the line below a moment is what somebody says. The number of lines stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsdesk.late_pattern import late_pattern
from newsdesk.read.labels import is_known_label
from newsdesk.read.lines.layout import ends_sentence
from newsdesk.read.names import is_person
from newsdesk.read.times.printed import line_time
from newsdesk.read.transcript.speaker_labels import names_nobody

_CLOCK = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_MOMENT = late_pattern(rf"[\[(]?(?P<clock>{_CLOCK})[\])]?")
_MOMENT_AND_NAME = late_pattern(rf"[\[(]?(?P<clock>{_CLOCK})[\])]?(?:\s*[-–|]\s*|\s+)(?P<name>[^\W\d_].{{0,60}})")
_NAME = late_pattern(r"(?=[^\W_a-z])[^\W_][^:;!?\[\]\"“”*]{0,60}")
_LABEL_ALONE = late_pattern(r"(?:>>\s*)?(?:\*\*)?(?=[^\W_a-z])[^\W_][^:\n!?\[\]\"“”*]{0,80}(?::\*\*|\*\*:|:)")
_CAPITALS_BEFORE = late_pattern(r"(?:[A-Z][A-Z .’'-]{2,40}(?:,[A-Z0-9 ,.’'-]{2,60})?|[QA]):\s+\S")
_ASKED = late_pattern(r"Q(?:\.\s+|\s+(?=[A-Z\[]|\([^()]{1,60}\)(?!:)))(?=\S)")
_ANSWERED = late_pattern(r"A\.\s+(?=\S)")
_FEWEST_ASKED = 2
_CHAT = late_pattern(
    r"(?P<clock>\d{1,2}:\d{2}:\d{2})\s+From\s+(?P<name>[^\W_][^:\n]{0,80}?)(?:\s+(?i:to)\s+[^:\n]{1,80}?)?\s?:(?:\s+(?P<words>\S.*))?"
)
"""A message as the chat of a meeting is saved: "10:03:12 From Ada Muster to Everyone: ..."."""
_FEWEST_MESSAGES = 2
_MEMBER = late_pattern(
    r"(?:The [A-Z][\w’', -]{3,80}? \((?P<minister>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){1,3})\)"
    r"|(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){1,3}))(?: \([A-Z][^()]{1,50}\)){0,2}"
)
_CHAIR = late_pattern(r"(?:Mr|Madam|Mrs|Ms|The) (?:Deputy )?(?:Speaker|President|Chair|Chairman|Chairwoman)")
"""Who leads a sitting, as its record has it above their words."""
_FEWEST_MEMBERS = 2
_SMALL = late_pattern(r"[^\W\d_A-Z][^\W\d_A-Z’'-]{1,20}(?: [^\W\d_A-Z][^\W\d_A-Z.’'-]{0,20}){1,3}")
"""A name as pages write it that show it in capitals."""
_LONGEST_SMALL = 60
_FEWEST_ALONE = 4
_MOSTLY = 0.8
_RECORDED = late_pattern(r"archived recording(?: (?:\d{1,2}|\((?P<name>[^()]{3,50})\)))?")
_FEWEST_SMALL = 4
_MOST_IN_NAME = 5
"""Words."""
_FEWEST = 3


def _is_name(line: str) -> bool:
    """Whether a line may be somebody's name and nothing else."""
    return _NAME.fullmatch(line) is not None and len(line.split()) <= _MOST_IN_NAME and not ends_sentence(line)


def are_names(lines: Sequence[str]) -> bool:
    """Whether all of these lines, one for each piece of speech, say who speaks and nothing else: each a person's name, or one that comes back."""
    told = Counter(lines)
    return len(lines) >= _FEWEST and all(
        _is_name(name) and not is_known_label(name) and (told[name] > 1 or is_person(name) or names_nobody(name))
        for name in told
    )


def moments_beside_names(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines with "NAME [MOMENT]" for each moment and its name, once for each form in which all moments have one."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if messages := _messages(lines):
        yield messages
    moments = {n: found["clock"] for n in filled if (found := _MOMENT.fullmatch(lines[n].strip()))}
    one_line = {
        n: found for n in filled if n not in moments and (found := _MOMENT_AND_NAME.fullmatch(lines[n].strip()))
    }
    if not moments and one_line:
        yield from _rewritten(lines, [(n, n, found["clock"], found["name"].strip()) for n, found in one_line.items()])
    if not one_line and moments:
        place = {number: at for at, number in enumerate(filled)}
        for step in (-1, 1):
            beside = [(n, place[n] + step, clock) for n, clock in moments.items()]
            if all(0 <= at < len(filled) for _, at, _ in beside):
                heads = [(n, filled[at], clock, lines[filled[at]].strip()) for n, at, clock in beside]
                yield from _rewritten(lines, heads)


def _rewritten(lines: Sequence[str], heads: Sequence[tuple[int, int, str, str]]) -> Iterator[list[str]]:
    """The lines with these heads (line of the moment, line of the name, both) as one each; nothing where they are no names."""
    if not are_names([name for _, _, _, name in heads]):
        return
    put = list(lines)
    for moment, named, clock, name in heads:
        put[moment] = put[named] = ""
        put[min(moment, named)] = f"{name} [{clock}]"
    yield put


def _messages(lines: Sequence[str]) -> list[str]:
    """The lines of a meeting's chat with "NAME [MOMENT]:" before each message; none where they are no chat."""
    heads = {n: found for n, line in enumerate(lines) if (found := _CHAT.fullmatch(line.strip()[:4_000]))}
    if len(heads) < _FEWEST_MESSAGES:
        return []
    put = list(lines)
    for n, found in heads.items():
        name = found["name"].partition("(")[0].strip()
        put[n] = f"{name} [{found['clock']}]{': ' + found['words'] if found['words'] else ''}"
    return put


def labels_beside_words(lines: Sequence[str]) -> list[str]:
    """The lines of a transcript without moments, each speaker's name with a colon before the words; others as they are.

    "Ada Muster:" alone goes before the words below it, so does a name as parliaments print it, and "Q." and "A." get a colon.
    """
    put = _with_names_alone(_with_members(_with_small_names(_with_colons(lines))))
    filled = [number for number, line in enumerate(put) if line.strip()]
    alone = {number for number in filled if _LABEL_ALONE.fullmatch(put[number].strip())}
    shouted = {number for number in alone if put[number].isupper()}
    beside = sum(_CAPITALS_BEFORE.match(put[number].strip()) is not None for number in filled)
    if len(alone) < _FEWEST:
        alone = shouted if beside + len(shouted) >= _FEWEST else set()
    for number, following in pairwise(filled):
        if number in alone and following not in alone and not _CAPITALS_BEFORE.match(put[following].strip()):
            put[number] = f"{put[number].strip()} {put[following].strip()}"
            put[following] = ""
    return put


def _with_colons(lines: Sequence[str]) -> list[str]:
    """The lines with "Q:" for "Q." and for the bare "Q" of briefings, and "A:" for "A."."""
    asked = [number for number, line in enumerate(lines) if _ASKED.match(line.strip())]
    if len(asked) < _FEWEST_ASKED:
        return list(lines)
    return [_ANSWERED.sub(r"A: ", _ASKED.sub(r"Q: ", line.strip())) for line in lines]


def _with_members(lines: Sequence[str]) -> list[str]:
    """The lines with the name of each member of a parliament before the words below it, where members come back."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    above = [n for n, following in pairwise(filled) if ends_sentence(lines[following])]
    members = {
        n: (found["minister"] or found["name"]).strip()
        for n in above
        if lines[n].rstrip().endswith(")") and (found := _MEMBER.fullmatch(lines[n].strip()))
    }
    names = set(members.values())
    others = {n: bare for n in above if (bare := lines[n].strip()) in names or _CHAIR.fullmatch(bare)}
    heads = members | others
    if len(members) < _FEWEST_MEMBERS or len(heads) < _FEWEST or len(heads) == len(set(heads.values())):
        return list(lines)
    return [f"{heads[number]}:" if number in heads else line for number, line in enumerate(lines)]


def _with_small_names(lines: Sequence[str]) -> list[str]:
    """The lines with each speaker's name before the words below it, where names in small letters stand alone over them and come back."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    over = {n: lines[n].strip() for n, following in pairwise(filled) if ends_sentence(lines[following])}
    told = Counter(name for name in over.values() if len(name) <= _LONGEST_SMALL and _SMALL.fullmatch(name))
    names = {name for name, count in told.items() if count > 1 and not name.startswith("archived ")}
    if len(names) < 2 or sum(told[name] for name in names) < _FEWEST_SMALL:
        return list(lines)
    put = list(lines)
    for n, name in over.items():
        if recorded := _RECORDED.fullmatch(name):
            put[n] = f"{(recorded['name'] or 'unknown speaker').title()}:"
        elif name in names or (name in told and is_person(name.title())):
            put[n] = f"{name.title()}:"
    return put


def _with_names_alone(lines: Sequence[str]) -> list[str]:
    """The lines with each speaker's name before the words below it, where hardly anything but names that come back stands over sentences.

    Where clocks stand on lines of their own, the names are those of who wrote.
    """
    filled = [number for number, line in enumerate(lines) if line.strip()]
    bare = {n: lines[n].strip() for n in filled}
    over = {n: bare[n] for n, below in pairwise(filled) if ends_sentence(bare[below]) and not ends_sentence(bare[n])}
    told = Counter(name for name in over.values() if _is_name(name) and not is_known_label(name))
    names = {name for name, count in told.items() if count > 1}
    heads = {n: name for n, name in over.items() if name in names}
    if len(names) < 2 or len(heads) < _FEWEST_ALONE or len(heads) < len(over) * _MOSTLY:
        return list(lines)
    if any(line_time(words) for words in bare.values() if len(words) <= _LONGEST_SMALL):
        return list(lines)
    return [f"{heads[number]}:" if number in heads else line for number, line in enumerate(lines)]


def is_direction(line: str) -> bool:
    """Whether a line between what is said only tells of it: "[16:05:00]", "DIRECT EXAMINATION", "(BEGIN VIDEO CLIP)"."""
    return _MOMENT.fullmatch(line) is not None or (
        line.isupper() and " " in line and not ends_sentence(line.rstrip(":")) and not _CAPITALS_BEFORE.match(line)
    )
