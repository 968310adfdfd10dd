"""Who speaks when in a broadcast that was written down without saying so: speaker turns from what presenters say.

A presenter announces people ("Here's our Russia editor, ..."), plays clips ("Let's hear what Mr ... had to say"), takes over
again ("... there"), asks questions; a reporter signs off ("..., Example News, Oslo"). Nothing else is believed: where no such
words stand, the speaker stays unknown, because words in the wrong mouth are worse than words in nobody's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

_LONGEST_CERTAIN = 420.0
"""Seconds for which an announced speaker is believed to go on when no words confirm it."""
_LONGEST_CLIP = 180.0
_LONGEST_CERTAIN_WORDS = 1_200
"""The same where no times are printed."""
_ANSWER_WITHIN = 4
"""Sentences after a question in which the answer begins."""


class Sentence(NamedTuple):
    """One sentence of a recording."""

    text: str
    at: float | None
    """Seconds from the start, of the segment in which it begins."""
    link: str | None
    line: int


class _Voice(Enum):
    PRESENTER = auto()
    REPORT = auto()
    """A reporter or guest, announced by name."""
    CLIP = auto()


@dataclass(slots=True)
class Turn:
    """Consecutive sentences of one speaker."""

    speaker: str | None
    """Full name; None when nothing tells it."""
    voice: _Voice
    sentences: list[Sentence] = field(default_factory=list)
    confirmed: bool = False
    """The words after it say again who it was."""


_CAP = r"[A-Z][\w’'-]{1,30}"
_FULL = rf"(?:{_CAP} (?:(?:de|van|von|der|den|bin|al|el|la) )?){{1,3}}{_CAP}"
_TITLES = (
    "Mr|Mrs|Ms|Miss|Dr|Doctor|Professor|Prof|Sir|Lord|Lady|Dame|President|Prime Minister|Chancellor|Senator|General|Secretary|Minister|Pope|King"
    "|Queen|Prince|Princess|Ambassador|Mayor|Governor|Colonel|Admiral"
)
_TITLE_WORDS = set(_TITLES.replace("|", " ").split())
_CAPITALISED = re.compile(rf"{_CAP}(?: (?:de|van|von|der|bin|al) {_CAP}| {_CAP}){{1,7}}")
_NO_NAMES = set(
    "BBC News Monitoring Verify World Service White House Prime Minister President Vice United States Kingdom Nations European Union Foreign Office "
    "Secretary State Department Red Square Victory Day Independence Middle East West North South New York Downing Street Oval Truth Social Channel "
    "University Coalition Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October "
    "November December Russia Russian Ukraine Ukrainian Moscow Kyiv Kiev London Washington America American Britain British Europe China Chinese "
    "The This That There Here And But So Now Well Our My His Her Their From In On At For With Let Let's Good Hello Welcome Thanks Thank You We I He "
    "She They It If What Why How When Where Who Yes No Right".split()
)  # fmt: skip
_ROLE = r"(?:correspondent|editor|reporter|analyst|producer|colleague|presenter|specialist)"
_REPORTS = (
    r"(?:now )?(?:reports?\b|has (?:more|this|the (?:story|latest|details|report)|been|sent)|joins (?:me|us)|is (?:in|at|outside|there|with|following)\b"
    r"|sent (?:us )?this|explains\b|takes a look|filed this|brings us|can tell us|went\b)"
)
_HERE_IS = re.compile(
    rf"(?:And |So |But |Now,? |Well,? )?(?:[Hh]ere(?:'s|’s| is)|[Tt]his is)\b.{{0,120}}?\b(?P<name>{_FULL})"
    r"(?:,? (?:in|at|from) [A-Z][\w ]{1,30}|,? with .{1,40}|,? reporting.{0,40})?[.!]?$"
)
_ROLE_REPORTS = re.compile(rf"\b{_ROLE}(?: in [A-Z]\w+)?,? (?P<name>{_FULL}),? {_REPORTS}")
_NAME_REPORTS = re.compile(
    rf"^(?:{_CAP}, )?(?:.{{0,60}}, )?(?P<name>{_FULL}) (?:now )?(?:reports\b|has (?:more|this report|the (?:story|latest|details|report))|sent (?:us )?this|joins (?:me|us))"
)
_JOINED = re.compile(
    r"\b(?:joined (?:now |live )?by|[Jj]oining (?:me|us)\b.{{0,60}}?\bis|[Ww]ith (?:me|us)\b.{{0,40}}?\bis|(?:[Ll]et(?:'|’)s|[Ll]et us|we can|[Ww]e(?:'|’)ll|I(?:'|’)m going to)"
    r" (?:now )?(?:speak|talk|go|cross|bring in|turn|get more from|get the latest from|hear from)\b"
    r"|(?:I|[Ww]e)(?:(?:'|’)ve| have)?(?: just| also| earlier)? (?:been speaking|spoke|spoken|been talking|talked)(?: earlier)? (?:to|with))\b"
)
_TOLD_ME = re.compile(
    r"\b(?:[Hh]e|[Ss]he) (?:gave me|gave us|told me|told us|explained to me|spoke to me|shared)\b"
    r"|\bI (?:(?:began|started) by asking|first asked|asked|put that to|put it to) (?:him|her)\b"
)
_ASKED = re.compile(rf"\bI (?:(?:began|started) by asking|first asked|asked|put (?:that|it|this) to) (?P<name>{_FULL})")
_SUBJECT = re.compile(rf"^(?:(?:{_TITLES}) )?(?P<name>{_FULL}) (?:is|was|has|worked|served|runs|teaches|leads|wrote)\b")
_CLIP = re.compile(
    r"^(?:And |So |But |Now,? |Well,? )?(?:[Ll]et(?:'|’)s|[Ll]et us|[Ww]e can|[Hh]ave|[Tt]ake|[Jj]ust|[Hh]ere(?:'|’)s (?:some of |more of |a bit of )?(?:what|how)|[Tt]his is (?:what|how)|[Ll]isten)\b"
    r".{0,60}\b(?:hear|listen|(?:what|how) .{1,60}(?:said|say|put it|told|responded|reacted|explained))\b"
    r"|\b(?:had this to say|this is what .{1,60} (?:said|had to say)|(?:had|has) this message)[.:]?$"
)
_TITLED = re.compile(rf"\b(?:{_TITLES}) (?P<surname>{_CAP})\b(?! [A-Z])")
_BACK = re.compile(
    rf"^(?:(?:That was|Our thanks to|Thanks to|Many thanks to|My thanks to) )?(?:(?:{_TITLES}) )?(?:{_CAP} ){{0,2}}(?P<last>{_CAP}),?"
    r"(?: there(?:[.,!]|$| (?:from|in|at|on|with|reporting|speaking)\b)| that[.!]?$| (?:reporting|speaking)(?:[.,!]|$| (?:from|in|to|there)\b))"
)
_THAT_WAS = re.compile(rf"^(?:That was|That's|You were listening to|We were hearing from|We heard from) .{{0,80}}?(?:{_CAP} )+{_CAP}[^?]{{0,60}}$")
_THANKED = re.compile(rf"^(?:Thank you|Thanks)(?: very much| so much| indeed)*(?: indeed)?, {_CAP}(?: {_CAP})?[.,!]|^{_CAP}(?: {_CAP})?,? (?:thank you|thanks)\b")
_SIGN_OFF = re.compile(rf"^(?P<name>{_CAP}(?: (?:de|van|von|al|bin))?(?: {_CAP}){{1,2}}),(?: (?:the )?{_CAP}(?: [A-Z]\w+){{0,3}},)? (?:in )?{_CAP}(?: {_CAP}){{0,2}}\.?$")
_TO_YOU = re.compile(r"\b(?:you|your|you(?:'|’)(?:re|ve|d|ll))\b(?! know\b)", re.IGNORECASE)
_ANSWERS = re.compile(
    r"^(?:Well|Yes|Yeah|Yep|No|Absolutely|Exactly|Look|Sure|Of course|I think|I mean|I don(?:'|’)t think|I would|I(?:'|’)d say|Thank you|Thanks|That(?:'|’)s right"
    r"|That(?:'|’)s true|Certainly|Definitely|Indeed|Not really|A great deal|It(?:'|’)s a good question|Good question)\b"
)
_BACKCHANNEL = re.compile(r"^(?:Right|OK|Okay|Interesting|Fascinating|Understood|I see|Mm-hmm|Indeed|Sure)[.,!]?$")
_GREETED = re.compile(rf"\bI(?:'|’)m (?P<name>{_FULL})\b")


def _person(name: str | None) -> str | None:
    """The name without titles before it; None when what is left is no full name of a person."""
    if name is None:
        return None
    name = re.sub(rf"^(?:(?:{_TITLES}|Her|His) )+", "", name)
    name = re.sub(r"(?:'s|’s)$", "", name)
    words = name.split()
    return None if len(words) < 2 or any(word in _NO_NAMES for word in words) else name


def _names_in(text: str) -> list[str]:
    """Full names of people in their order: runs of capitalised words without what is no name before them."""
    names = []
    for found in _CAPITALISED.finditer(text):
        words = found[0].split()
        while words and (words[0] in _NO_NAMES or words[0] in _TITLE_WORDS):
            words = words[1:]
        if len(words) <= 3 and (name := _person(" ".join(words))):
            names.append(name)
    return names


class _Listener:
    """Walks through the sentences once and opens a turn wherever words tell of a new speaker."""

    def __init__(self, sentences: Sequence[Sentence], about: str) -> None:
        self.sentences = sentences
        counted = Counter(name for text in (about, *(s.text for s in sentences)) for name in _names_in(text[:2000]))
        self.by_surname: dict[str, str] = {}
        for name, _ in reversed(counted.most_common()):
            self.by_surname[name.split()[-1]] = name  # the most frequent name of a surname stays
        self.announced: dict[str, str] = {}
        """Full names by first name, of people announced so far; "" when two share it."""
        self.turns: list[Turn] = []

    def _open(self, voice: _Voice, speaker: str | None) -> None:
        self.turns.append(Turn(speaker, voice))
        if speaker and voice is _Voice.REPORT:
            first = speaker.split()[0]
            self.announced[first] = speaker if self.announced.get(first, speaker) == speaker else ""

    def _clip_speaker(self, text: str) -> str | None:
        if names := _names_in(text):
            return names[0]
        titled = _TITLED.search(text)
        return self.by_surname.get(titled["surname"]) if titled else None

    def _announced(self, index: int, *, strong_only: bool) -> tuple[_Voice, str | None] | None:
        """Who is announced to speak after this sentence. Only strong words may interrupt somebody who speaks."""
        text = self.sentences[index].text[:600]
        if _CLIP.search(text) and not text.endswith("?"):
            return _Voice.CLIP, self._clip_speaker(text)
        patterns = (_HERE_IS, _ROLE_REPORTS) if strong_only else (_HERE_IS, _ROLE_REPORTS, _NAME_REPORTS, _ASKED)
        for pattern in patterns:
            if (found := pattern.search(text)) and (name := _person(found["name"])):
                return _Voice.REPORT, name
        if strong_only:
            return None
        if found := _JOINED.search(text):
            names = _names_in(text[found.end() : found.end() + 200])
            if names:
                return _Voice.REPORT, names[0]
        if _TOLD_ME.search(text):
            for earlier in self.sentences[max(0, index - 3) : index][::-1]:
                if (found := _SUBJECT.match(earlier.text)) and (name := _person(found["name"])):
                    return _Voice.REPORT, name
            return _Voice.REPORT, None
        if _TO_YOU.search(text):
            for first in re.findall(rf"^({_CAP}),|, ({_CAP})[.?]$", text):
                if name := self.announced.get(first[0] or first[1]):
                    return _Voice.REPORT, name
        return None

    def _answer_after(self, index: int) -> int:
        """Index of the sentence with which the answer to a question at `index` begins."""
        end = min(len(self.sentences), index + 1 + _ANSWER_WITHIN)
        answers = [at for at in range(index + 1, end) if _ANSWERS.match(self.sentences[at].text)]
        if answers:
            return answers[0]
        while index + 1 < end and self.sentences[index + 1].text.endswith("?"):
            index += 1
        return index + 1

    def _is_question(self, index: int) -> bool:
        text = self.sentences[index].text
        if text.endswith("?"):
            return _TO_YOU.search(text) is not None
        if not _BACKCHANNEL.match(text):
            return False
        end = min(len(self.sentences), index + 1 + _ANSWER_WITHIN)
        follows = self.sentences[index + 1].text if index + 1 < end else ""
        asks = re.match(r"(?:But|And|So|Now|What|How|If)\b", follows) is not None
        return asks and any(_ANSWERS.match(self.sentences[at].text) for at in range(index + 2, end))

    def _hands_back(self, text: str) -> bool:
        if len(text) > 200:
            return False
        back = _BACK.match(text)
        return bool((back and back["last"] not in _NO_NAMES) or _THAT_WAS.match(text) or _THANKED.match(text))

    def listen(self) -> list[Turn]:
        """The turns in order."""
        self._open(_Voice.PRESENTER, None)
        presenter_until = -1
        next_turn: tuple[_Voice, str | None] | None = None
        for index, sentence in enumerate(self.sentences):
            text = sentence.text
            turn = self.turns[-1]
            if next_turn and index > presenter_until:
                if next_turn[0] is _Voice.REPORT and text.endswith("?") and _TO_YOU.search(text):
                    presenter_until = self._answer_after(index) - 1  # the presenter asks before the guest speaks
                else:
                    self._open(*next_turn)
                    turn, next_turn = self.turns[-1], None
            if turn.voice is not _Voice.PRESENTER and turn.sentences:
                if self._hands_back(text):
                    turn.confirmed = True
                    self._open(_Voice.PRESENTER, None)
                elif turn.voice is _Voice.CLIP and turn.speaker and re.search(rf"\b{re.escape(turn.speaker.split()[-1])}\b", text):
                    turn.confirmed = True  # nobody speaks of himself by name: the presenter is back
                    self._open(_Voice.PRESENTER, None)
                elif turn.voice is _Voice.REPORT and self._is_question(index):
                    next_turn, presenter_until = (_Voice.REPORT, turn.speaker), self._answer_after(index) - 1
                    self._open(_Voice.PRESENTER, None)
            turn = self.turns[-1]
            if next_turn is None and (found := self._announced(index, strong_only=turn.voice is not _Voice.PRESENTER)):
                next_turn, presenter_until = found, index
                if turn.voice is not _Voice.PRESENTER and turn.sentences:
                    turn.confirmed = turn.confirmed or turn.voice is _Voice.CLIP
                    self._open(_Voice.PRESENTER, None)
            self.turns[-1].sentences.append(sentence)
            signed = _SIGN_OFF.match(text) if len(text) < 100 else None
            if signed and self.turns[-1].voice is not _Voice.CLIP and next_turn is None:
                self.turns[-1].confirmed = True
                if self.turns[-1].voice is _Voice.REPORT and self.turns[-1].speaker is None:
                    self.turns[-1].speaker = _person(signed["name"])
                next_turn, presenter_until = (_Voice.PRESENTER, None), index
        return [turn for turn in self.turns if turn.sentences]


def _is_believable(turn: Turn, end: float | None) -> bool:
    """Whether an announced speaker can have spoken all of a turn: one that nothing confirms must be short."""
    begin = turn.sentences[0].at
    longest = _LONGEST_CLIP if turn.voice is _Voice.CLIP else _LONGEST_CERTAIN
    if begin is not None and end is not None:
        return end - begin <= longest * (3 if turn.confirmed else 1)
    words = sum(len(sentence.text.split()) for sentence in turn.sentences)
    return words <= _LONGEST_CERTAIN_WORDS * (3 if turn.confirmed else 1)


def turns_of(sentences: Sequence[Sentence], about: str) -> list[Turn]:
    """The speaker turns; `about` is other text of the source (title, description) that may give full names."""
    turns = _Listener(sentences, about).listen()
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        end = following.sentences[0].at if following else turn.sentences[-1].at
        if turn.speaker and not _is_believable(turn, end):
            turn.speaker = None
    greeted = _GREETED.search(" ".join(sentence.text for sentence in turns[0].sentences[:4])) if len(turns) > 1 else None
    if greeted and turns[0].speaker is None and len(turns[0].sentences) <= 25:
        turns[0].speaker = _person(greeted["name"])
    return turns
