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
from difflib import SequenceMatcher
from enum import Enum, auto
from typing import NamedTuple

_LONGEST_CERTAIN = 420.0
"""Seconds for which an announced speaker is believed to go on when no words confirm it."""
_LONGEST_CLIP = 180.0
_LONGEST_CERTAIN_WORDS = 1_200
"""The same where no times are printed."""
_ASKED_ON = 2
"""Sentences after a question within which the answer begins, when the presenter goes on a little."""
_REPLY_WITHIN = 4
"""The same after a statement put to a guest, which is longer."""


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
    """Somebody announced by name who speaks alone, at least at first."""
    GUEST = auto()
    """Somebody who is asked."""
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
    r"(?:now )?(?:reports?\b|was (?:there|in|at|with)\b|has (?:more|this|the (?:story|latest|details|report)|been|sent)|joins (?:me|us)|is (?:in|at|outside|there|with|following)\b"
    r"|sent (?:us )?this|explains\b|takes a look|filed this|brings us|can tell us|went\b)"
)
_HERE_IS = re.compile(
    rf"(?:And |So |But |Now,? |Well,? )?(?:[Hh]ere(?:'s|’s| is)|[Tt]his is)\b.{{0,120}}?\b(?P<name>{_FULL})"
    r"(?:,? (?:in|at|from) [A-Z][\w ]{1,30}|,? with .{1,40}|,? reporting.{0,40})?[.!]?$"
)
_ROLE_REPORTS = re.compile(rf"\b{_ROLE}(?: in [A-Z]\w+)?,? (?P<name>{_FULL}),? {_REPORTS}")
_NAME_REPORTS = re.compile(
    rf"^(?:{_CAP}, )?(?:.{{0,60}}, )?(?P<name>{_FULL}) (?:now )?(?:reports\b|has (?:more(?=$|[.,]| on | from | for us)|this report|the (?:story|latest|details|report))|sent (?:us )?this|joins (?:me|us))"
)
_LETS = r"(?:[Ll]et(?:'|’)s|[Ll]et us|[Ww]e can|[Ww]e(?:'|’)ll|I(?:'|’)m going to) (?:now )?"
_JOINED = re.compile(
    r"\b(?:joined (?:now |live )?by|[Jj]oining (?:me|us)\b.{0,60}?\bis|[Ww]ith (?:me|us)\b.{0,40}?\bis"
    rf"|{_LETS}get (?:more|the latest|reaction|a sense|analysis)\b.{{0,40}}? from"
    rf"|{_LETS}(?:speak|talk|go|cross|bring in|turn|hear from)\b)"
)
_SPOKE_TO = re.compile(
    r"\b(?:I|[Ww]e)(?:(?:'|’)ve| have)?(?: just| also| earlier)? (?:been speaking|spoke|spoken|been talking|talked)(?: earlier)? (?:to|with)\b"
)
_TOLD_ME = re.compile(
    r"\b(?:[Hh]e|[Ss]he) (?:gave me|gave us|told me|told us|explained to me|spoke to me|shared)\b"
    r"|\bI (?:(?:began|started) by asking|first asked|asked|put that to|put it to) (?:him|her)\b"
)
_ASKED = re.compile(rf"\bI (?:(?:began|started) by asking|first asked|asked|put (?:that|it|this) to) (?P<name>{_FULL})")
_SUBJECT = re.compile(rf"^(?:(?:{_TITLES}) )?(?P<name>{_FULL}) (?:is|was|has|worked|served|runs|teaches|leads|wrote)\b")
_CLIP = re.compile(
    r"^(?:And |So |But |Now,? |Well,? )?(?:[Ll]et(?:'|’)s|[Ll]et us|[Ww]e can|[Hh]ave|[Tt]ake|[Jj]ust|[Hh]ere(?:'|’)s|[Tt]his is|[Ll]isten)\b"
    r".{0,60}\b(?:hear|listen|(?:what|how) .{1,60}(?:said|say|put it|told|responded|reacted|explained)|to .{1,40} speaking)\b"
    r"|\b(?:had this to say|this is what .{1,60} (?:said|had to say)|(?:had|has) this message)[.:]?$"
)
_ABOUT_TO_SPEAK = re.compile(
    r"\b(?:is|are|has|have|was) (?:now |just |about to |due to |been |also )*(?:speak|speaking|spoken|address|addressing|giving|give|held|holding)\b"
)
_TITLED = re.compile(rf"\b(?:{_TITLES}) (?P<surname>{_CAP})\b(?! [A-Z])")
_BACK = re.compile(
    rf"^(?:(?:That was|Our thanks to|Thanks to|Many thanks to|My thanks to) )?(?:(?:{_TITLES}) )?(?:{_CAP} ){{0,2}}(?P<last>{_CAP}),?"
    r"(?: there(?:[.,!]|$| (?:from|in|at|on|with|reporting|speaking)\b)| that[.!]?$"
    r"| (?:reporting|speaking)(?:[.,!]|$| (?:from|in|to|there|earlier|just now|a (?:short|little) while ago)\b))"
)
_THAT_WAS = re.compile(rf"^(?:That was|That's|That report (?:by|from)|You were listening to|We were hearing from|We heard from) .{{0,80}}?(?:{_CAP} )+{_CAP}[^?]{{0,60}}$")
_THANKED = re.compile(
    rf"^(?:(?:Many )?[Tt]hank(?:s| you)(?: very much| so much| indeed)*(?: for [^,]{{2,40}})?(?: to)?,? |(?:My|Our) thanks to )(?:(?:{_TITLES}) )?{_CAP}(?: {_CAP})?[.,!]"
    rf"|^(?:(?:{_TITLES}) )?{_CAP}(?: {_CAP}){{0,2}}, (?:many thanks|thank you|thanks)\b(?!.{{0,20}} for (?:joining|being|talking|speaking|coming)\b)"
)
_SIGN_OFF = re.compile(rf"^(?P<name>{_CAP}(?: (?:de|van|von|al|bin))?(?: {_CAP}){{1,2}}),(?: (?:the )?{_CAP}(?: [A-Z]\w+){{0,3}},)? (?:in )?{_CAP}(?: {_CAP}){{0,2}}\.?$")
_TO_YOU = re.compile(r"\b(?:you|your|you(?:'|’)(?:re|ve|d|ll))\b(?! know[,.])", re.IGNORECASE)
_LEADS_TO_QUESTION = re.compile(r"(?:But|And|So|Now)\b")
_GREETS = re.compile(r"\b(?:thank you|thanks)(?: very much| so much)? for (?:joining|being|talking|speaking|coming)\b|\bwelcome (?:back )?to the (?:programme|program|show)\b", re.IGNORECASE)
_ANSWERS = re.compile(
    r"^(?:Well|Yes|Yeah|Yep|No|Absolutely|Exactly|Look|Sure|Of course|I think|I mean|I don(?:'|’)t think|I would|I(?:'|’)d say|That(?:'|’)s right"
    r"|That(?:'|’)s true|Certainly|Definitely|Indeed|Not really|A great deal|It(?:'|’)s a good question|Good question)\b"
)
_OWN_PROMISE = re.compile(r"\b(?:what|how) (?:I|we)\b")
_GREETING = re.compile(r"^(?:Thank you|Thanks|Hi|Hello|Good (?:morning|afternoon|evening))\b")
_AGREES = re.compile(r"^(?:Yes|Yeah|No|Absolutely|Exactly|Indeed|That(?:'|’)s right)\b")
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


def _is_about(text: str, speaker: str) -> bool:
    """Whether the names at the beginning of a sentence can be the speaker's, as speech recognition spells names freely."""
    heard = [word for word in re.findall(_CAP, text[:80]) if word not in _NO_NAMES and word not in _TITLE_WORDS]
    own = speaker.split()
    return not heard or any(
        SequenceMatcher(None, word.casefold(), name.casefold()).ratio() > 0.7 for word in heard[:4] for name in own
    )


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
        if speaker and voice in {_Voice.REPORT, _Voice.GUEST}:
            first = speaker.split()[0]
            self.announced[first] = speaker if self.announced.get(first, speaker) == speaker else ""

    def _clip_speaker(self, index: int) -> str | None:
        """Whose words a clip is, by the sentence that announces it or the one before ("... is about to speak")."""
        text = self.sentences[index].text[:600]
        before = self.sentences[index - 1].text[:600] if index else ""
        if names := _names_in(text):
            return names[0]
        if titled := _TITLED.search(text):
            return self.by_surname.get(titled["surname"])
        names = _names_in(before) if _ABOUT_TO_SPEAK.search(before) else []
        return names[0] if len(names) == 1 else None

    def _announced(self, index: int, *, strong_only: bool) -> tuple[_Voice, str | None] | None:
        """Who is announced to speak after this sentence. Only strong words may interrupt somebody who speaks."""
        text = self.sentences[index].text[:600]
        if _CLIP.search(text) and not text.endswith("?") and not _OWN_PROMISE.search(text):
            return _Voice.CLIP, self._clip_speaker(index)
        patterns = (_HERE_IS, _ROLE_REPORTS) if strong_only else (_HERE_IS, _ROLE_REPORTS, _NAME_REPORTS, _ASKED)
        for pattern in patterns:
            if (found := pattern.search(text)) and (name := _person(found["name"])):
                return _Voice.REPORT, name
        for pattern in (_JOINED,) if strong_only else (_JOINED, _SPOKE_TO):
            if found := pattern.search(text):
                names = _names_in(text[found.end() : found.end() + 200])
                if names:
                    return _Voice.GUEST, names[0]
        if strong_only:
            return None
        if _TOLD_ME.search(text):
            for earlier in self.sentences[max(0, index - 3) : index][::-1]:
                if (found := _SUBJECT.match(earlier.text)) and (name := _person(found["name"])):
                    return _Voice.REPORT, name
            return _Voice.REPORT, None
        if _TO_YOU.search(text) and not self._hands_back(text):
            for first in re.findall(rf"^({_CAP}),|, ({_CAP})[.?]$", text):
                if name := self.announced.get(first[0] or first[1]):
                    return _Voice.GUEST, name
        return None

    def _answer_after(self, index: int) -> int:
        """Index of the sentence with which the answer to a question at `index` begins."""
        end = min(len(self.sentences), index + 1 + (_ASKED_ON if self.sentences[index].text.endswith("?") else _REPLY_WITHIN))
        for at in range(index + 1, end):
            text = self.sentences[at].text
            if self._hands_back(text):
                break
            if _ANSWERS.match(text):
                return at
        while index + 1 < end and self.sentences[index + 1].text.endswith("?"):
            index += 1
        return index + 1

    def _is_question(self, index: int) -> bool:
        """Whether the presenter puts this sentence to the one who speaks."""
        text = self.sentences[index].text
        turn = self.turns[-1]
        if text.endswith("?"):
            only_greeted = len(turn.sentences) == 1 and _GREETING.match(turn.sentences[0].text)
            return bool(only_greeted) or _TO_YOU.search(text) is not None
        following = self.sentences[index + 1].text if index + 1 < len(self.sentences) else ""
        if _LEADS_TO_QUESTION.match(text) and _TO_YOU.search(text):
            return turn.voice is _Voice.GUEST and _AGREES.match(following) is not None
        if not _BACKCHANNEL.match(text):
            return False
        replies = self.sentences[index + 2 : index + 1 + _REPLY_WITHIN]
        asks = re.match(r"(?:But|And|So|Now|What|How|If)\b", following) is not None
        return asks and any(_ANSWERS.match(reply.text) for reply in replies)

    def _hands_back(self, text: str) -> bool:
        if len(text) > 200:
            return False
        back = _BACK.match(text)
        return bool((back and back["last"] not in _NO_NAMES) or _THAT_WAS.match(text) or _THANKED.match(text))

    def _presenter_until(self, index: int, announced: tuple[_Voice, str | None]) -> int | None:
        """Index of the last sentence that the presenter still says after announcing somebody; None when it is over."""
        voice, name = announced
        text = self.sentences[index].text
        if voice in {_Voice.CLIP, _Voice.PRESENTER}:
            return None
        if text.endswith("?") and (voice is _Voice.GUEST or _TO_YOU.search(text)):
            return self._answer_after(index) - 1
        addressed = False
        if name is not None:
            either = "|".join(map(re.escape, name.split()))
            called = rf"(?:(?:{_TITLES}) )?(?:{either})\b.{{0,30}},|(?:Hi|Hello|Hey|Good \w+|Welcome)\b.{{0,30}}\b(?:{either})\b"
            addressed = re.match(called, text) is not None
        return index if addressed or _GREETS.search(text) or _TOLD_ME.search(text) or _ASKED.search(text) else None

    def _interrupt(self, index: int) -> tuple[_Voice, str | None] | None:
        """Give the word back to the presenter where the sentence tells so; who goes on after a question of theirs."""
        turn = self.turns[-1]
        text = self.sentences[index].text
        # Nobody speaks of himself by name: after a clip that is the presenter again.
        named = turn.voice is _Voice.CLIP and turn.speaker and re.search(rf"\b{re.escape(turn.speaker.split()[-1])}\b", text)
        if named or self._hands_back(text):
            turn.confirmed = True
            if turn.speaker and not _is_about(text, turn.speaker):
                turn.speaker = None  # somebody else is thanked: an announcement was missed
            self._open(_Voice.PRESENTER, None)
        elif turn.voice in {_Voice.REPORT, _Voice.GUEST} and self._is_question(index):
            self._open(_Voice.PRESENTER, None)
            last = turn.sentences[-1].text
            if len(turn.sentences) > 1 and _LEADS_TO_QUESTION.match(last) and _TO_YOU.search(last):
                self.turns[-1].sentences.append(turn.sentences.pop())
            return _Voice.GUEST, turn.speaker
        return None

    def listen(self) -> list[Turn]:
        """The turns in order."""
        self._open(_Voice.PRESENTER, None)
        announced: tuple[_Voice, str | None] | None = None
        until = -1
        """The presenter speaks up to this sentence before the one who is announced."""
        for index, sentence in enumerate(self.sentences):
            if announced and index > until:
                more = self._presenter_until(index, announced)
                if more is None:
                    self._open(*announced)
                    announced = None
                else:
                    until = more
            if self.turns[-1].voice is not _Voice.PRESENTER and self.turns[-1].sentences:
                announced = self._interrupt(index)
                until = self._answer_after(index) - 1 if announced else until
            speaking = self.turns[-1]
            outside = speaking.voice is not _Voice.PRESENTER
            if announced is None and (announced := self._announced(index, strong_only=outside)):
                until = index
                if outside and speaking.sentences:
                    speaking.confirmed = speaking.confirmed or speaking.voice is _Voice.CLIP
                    self._open(_Voice.PRESENTER, None)
            speaking = self.turns[-1]
            speaking.sentences.append(sentence)
            signed = _SIGN_OFF.match(sentence.text) if len(sentence.text) < 100 and announced is None else None
            if signed and speaking.voice is not _Voice.CLIP:
                speaking.confirmed = True
                if speaking.voice is _Voice.REPORT and speaking.speaker is None:
                    speaking.speaker = _person(signed["name"])
                announced, until = (_Voice.PRESENTER, None), index
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
