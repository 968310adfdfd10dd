"""Who speaks when in a broadcast that was written down without saying so: speaker turns from what presenters say.

A presenter announces people ("Here's our Russia editor, ..."), plays clips ("Let's hear what Mr ... had to say"), takes over
again ("... there"), asks questions; a reporter signs off ("..., Example News, Oslo"). Nothing else is believed: where no such
words stand, the speaker stays unknown, because words in the wrong mouth are worse than words in nobody's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import NamedTuple

from newsdesk.read.transcript import speaker_cues as cues
from newsdesk.read.transcript.spoken_names import TITLES, WORD, is_about, is_name_word, names_in, person

_LONGEST_CERTAIN = 420.0
"""Seconds for which an announced speaker is believed to go on when no words confirm it."""
_LONGEST_CLIP = 180.0
_LONGEST_CERTAIN_WORDS = 1_200
"""The same where no times are printed."""
_SHORT_CLIP = 8
"""Sentences of a clip that may be given to somebody who is named only behind it."""
_ASKED_ON = 2
"""Sentences after a question within which the answer begins, when the presenter goes on a little."""
_REPLY_WITHIN = 4
"""The same after a statement put to a guest, which is longer."""
_WELCOMED_WITHIN = 8
"""Sentences after "I'm joined by ..." within which the guest is welcomed or asked, or is not there yet."""


class Sentence(NamedTuple):
    """One sentence of a recording."""

    text: str
    at: float | None
    """Seconds from the start, of the segment in which it begins."""
    link: str | None
    line: int
    sounds: tuple[str, ...] = ()
    """What is described beside it and nobody says."""


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
    mixed: bool = False
    """A clip amid a report: the reporter goes on after it, and no words tell where."""


class _Announced(NamedTuple):
    """Somebody who is going to speak."""

    voice: _Voice
    name: str | None
    asked_first: bool = False
    """Nothing but a welcome or a question gives the word."""
    amid_report: bool = False
    """A clip that somebody who reports announces, or seems to."""


class _Listener:
    """Walks through the sentences once and opens a turn wherever words tell of a new speaker."""

    def __init__(self, sentences: Sequence[Sentence], about: str) -> None:
        self.sentences = sentences
        counted = Counter(name for text in (about, *(s.text for s in sentences)) for name in names_in(text[:2000]))
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
        if names := names_in(text):
            return names[0]
        if titled := cues.TITLED.search(text):
            return self.by_surname.get(titled["surname"])
        names = names_in(before) if cues.ABOUT_TO_SPEAK.search(before) else []
        return names[0] if len(names) == 1 else None

    def _announced(self, index: int, *, strong_only: bool) -> _Announced | None:
        """Who is announced to speak after this sentence. Only strong words may interrupt somebody who speaks."""
        text = self.sentences[index].text[:600]
        if cues.CLIP.search(text) and not text.endswith("?") and not cues.OWN_PROMISE.search(text):
            return _Announced(_Voice.CLIP, self._clip_speaker(index))
        patterns = (
            (cues.HERE_IS, cues.SENT_REPORT, cues.ROLE_REPORTS, cues.REPORTS_NOW)
            if strong_only
            else (cues.HERE_IS, cues.SENT_REPORT, cues.ROLE_REPORTS, cues.NAME_REPORTS, cues.ASKED)
        )
        for pattern in patterns:
            if (found := pattern.search(text)) and (name := person(found["name"])):
                return _Announced(_Voice.REPORT, name)
        joined = (cues.JOINED, cues.CROSSES_TO) if strong_only else (cues.JOINED, cues.CROSSES_TO, cues.SPOKE_TO)
        for pattern in joined:
            if found := pattern.search(text):
                names = names_in(text[found.end() : found.end() + 200])
                if names:
                    return _Announced(_Voice.GUEST, names[0], asked_first=pattern is cues.JOINED)
        if strong_only:
            return None
        if cues.TOLD_ME.search(text):
            for earlier in self.sentences[max(0, index - 3) : index][::-1]:
                if (found := cues.SUBJECT.match(earlier.text)) and (name := person(found["name"])):
                    return _Announced(_Voice.REPORT, name)
            return _Announced(_Voice.REPORT, None)
        if cues.TO_YOU.search(text) and not self._hands_back(text):
            for first in re.findall(rf"^({WORD}),|, ({WORD})[.?]$", text):
                if name := self.announced.get(first[0] or first[1]):
                    return _Announced(_Voice.GUEST, name)
        return None

    def _answer_after(self, index: int) -> int:
        """Index of the sentence with which the answer to a question at `index` begins."""
        end = min(
            len(self.sentences), index + 1 + (_ASKED_ON if self.sentences[index].text.endswith("?") else _REPLY_WITHIN)
        )
        for at in range(index + 1, end):
            text = self.sentences[at].text
            if self._hands_back(text):
                break
            if cues.ANSWERS.match(text):
                return at
        while index + 1 < end and self.sentences[index + 1].text.endswith("?"):
            index += 1
        return index + 1

    def _is_question(self, index: int) -> bool:
        """Whether the presenter puts this sentence to the one who speaks."""
        text = self.sentences[index].text
        turn = self.turns[-1]
        if text.endswith("?"):
            only_greeted = len(turn.sentences) == 1 and cues.GREETING.match(turn.sentences[0].text)
            return bool(only_greeted) or cues.TO_YOU.search(text) is not None or self._calls(text, turn.speaker)
        following = self.sentences[index + 1].text if index + 1 < len(self.sentences) else ""
        if cues.LEADS_TO_QUESTION.match(text) and cues.TO_YOU.search(text):
            return turn.voice is _Voice.GUEST and cues.AGREES.match(following) is not None
        if not cues.BACKCHANNEL.match(text):
            return False
        replies = self.sentences[index + 2 : index + 1 + _REPLY_WITHIN]
        asks = re.match(r"(?:But|And|So|Now|What|How|If)\b", following) is not None
        return asks and any(cues.ANSWERS.match(reply.text) for reply in replies)

    @staticmethod
    def _calls(text: str, speaker: str | None) -> bool:
        """Whether a question is put to the speaker by name ("And then, Ada?"), as nobody asks himself."""
        if speaker is None:
            return False
        either = "|".join(map(re.escape, {speaker, speaker.split()[0]}))
        return re.search(rf"^(?:{either}),|, (?:{either})\?$", text) is not None

    @staticmethod
    def _thanks(text: str, speaker: str | None) -> bool:
        """Whether the speaker is thanked by full name, which ends a conversation."""
        return (
            speaker is not None
            and len(text) <= 200
            and speaker in text
            and cues.THANKED_BY_NAME.search(text) is not None
        )

    def _hands_back(self, text: str) -> bool:
        if len(text) > 200:
            return False
        back = cues.BACK.match(text)
        return bool((back and is_name_word(back["last"])) or cues.THAT_WAS.match(text) or cues.THANKED.match(text))

    @staticmethod
    def _named_behind(text: str) -> str | None:
        """Whose clip has ended, by words such as "NAME speaking a short while ago"."""
        names = names_in(text) if cues.BACK.match(text) and " speaking" in text else []
        return names[0] if len(names) == 1 else None

    def _presenter_until(self, index: int, announced: _Announced) -> int | None:
        """Index of the last sentence that the presenter still says after announcing somebody; None when it is over."""
        voice, name = announced.voice, announced.name
        text = self.sentences[index].text
        if voice in {_Voice.CLIP, _Voice.PRESENTER}:
            return None
        if text.endswith("?") and (voice is _Voice.GUEST or cues.TO_YOU.search(text)):
            return self._answer_after(index) - 1
        addressed = voice is _Voice.GUEST and cues.TITLE_CALLED.match(text) is not None
        if name is not None and not addressed:
            either = "|".join(map(re.escape, name.split()))
            called = rf"(?:(?:{TITLES}) )?(?:{either})\b.{{0,30}},|(?:Hi|Hello|Hey|Good \w+|Welcome)\b.{{0,30}}\b(?:{either})\b"
            addressed = re.match(called, text) is not None
        return (
            index
            if addressed or cues.GREETS.search(text) or cues.TOLD_ME.search(text) or cues.ASKED.search(text)
            else None
        )

    def _interrupt(self, index: int) -> _Announced | None:
        """Give the word back to the presenter where the sentence tells so; who goes on after a question of theirs."""
        turn = self.turns[-1]
        text = self.sentences[index].text
        # Nobody speaks of himself by name: after a clip that is the presenter again.
        named = (
            turn.voice is _Voice.CLIP
            and turn.speaker
            and re.search(rf"\b{re.escape(turn.speaker.split()[-1])}\b", text)
        )
        if named or self._hands_back(text) or self._thanks(text, turn.speaker):
            turn.confirmed = True
            turn.mixed = turn.mixed and not self._hands_back(text)
            if turn.voice is _Voice.CLIP and turn.speaker is None and len(turn.sentences) <= _SHORT_CLIP:
                turn.speaker = self._named_behind(text)
            if turn.speaker and not is_about(text, turn.speaker):
                turn.speaker = None  # somebody else is thanked: an announcement was missed
            self._open(_Voice.PRESENTER, None)
        elif turn.voice in {_Voice.REPORT, _Voice.GUEST} and self._is_question(index):
            self._open(_Voice.PRESENTER, None)
            last = turn.sentences[-1].text
            if len(turn.sentences) > 1 and cues.LEADS_TO_QUESTION.match(last) and cues.TO_YOU.search(last):
                self.turns[-1].sentences.append(turn.sentences.pop())
            return _Announced(_Voice.GUEST, turn.speaker)
        return None

    def listen(self) -> list[Turn]:
        """The turns in order."""
        self._open(_Voice.PRESENTER, None)
        announced: _Announced | None = None
        until = -1  # the presenter speaks up to this sentence before the one who is announced
        waiting = -1  # and is waited for up to this one
        for index, sentence in enumerate(self.sentences):
            if announced and index > until:
                more = self._presenter_until(index, announced)
                if more is not None:
                    announced, until = announced._replace(asked_first=False), more
                elif not announced.asked_first:
                    self._open(announced.voice, announced.name)
                    self.turns[-1].mixed = announced.amid_report
                    announced = None
                elif index > waiting:
                    announced = None  # announced for later, or only named
            if self.turns[-1].voice is not _Voice.PRESENTER and self.turns[-1].sentences:
                announced = self._interrupt(index)
                until = self._answer_after(index) - 1 if announced else until
            speaking = self.turns[-1]
            outside = speaking.voice is not _Voice.PRESENTER
            if announced is None and (announced := self._announced(index, strong_only=outside)):
                until, waiting = index, index + _WELCOMED_WITHIN
                if outside and speaking.sentences:
                    in_report = announced.voice is _Voice.CLIP and speaking.voice is _Voice.REPORT
                    announced = announced._replace(amid_report=in_report)
                    speaking.confirmed = speaking.confirmed or speaking.voice is _Voice.CLIP
                    self._open(_Voice.PRESENTER, None)
            speaking = self.turns[-1]
            speaking.sentences.append(sentence)
            signed = cues.SIGN_OFF.match(sentence.text) if len(sentence.text) < 100 and announced is None else None
            if signed:
                speaking.confirmed = True
                speaking.mixed = speaking.mixed or speaking.voice is _Voice.CLIP
                if speaking.voice is _Voice.REPORT and speaking.speaker is None:
                    speaking.speaker = person(signed["name"])
                announced, until = _Announced(_Voice.PRESENTER, None), index
        return [turn for turn in self.turns if turn.sentences]


def _is_believable(turn: Turn, end: float | None) -> bool:
    """Whether an announced speaker can have spoken all of a turn: one that nothing confirms must be short."""
    begin = turn.sentences[0].at
    longest = _LONGEST_CLIP if turn.voice is _Voice.CLIP else _LONGEST_CERTAIN
    if begin is not None and end is not None:
        return end - begin <= longest * (3 if turn.confirmed else 1)
    words = sum(len(sentence.text.split()) for sentence in turn.sentences)
    return words <= _LONGEST_CERTAIN_WORDS * (3 if turn.confirmed else 1)


def _apart(turns: Sequence[Turn]) -> Iterator[Turn]:
    """The turns; of a clip amid a report only the first sentence is sure to be its speaker's, the rest is nobody's."""
    for turn in turns:
        first, rest = turn.sentences[:1], turn.sentences[1:]
        if turn.mixed and turn.speaker and rest:
            yield replace(turn, sentences=first)
            yield replace(turn, sentences=rest, speaker=None)
        else:
            yield turn


def turns_of(sentences: Sequence[Sentence], about: str) -> list[Turn]:
    """The speaker turns; `about` is other text of the source (title, description) that may give full names."""
    turns = list(_apart(_Listener(sentences, about).listen()))
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        end = following.sentences[0].at if following else turn.sentences[-1].at
        if turn.speaker and not _is_believable(turn, end):
            turn.speaker = None
    greeted = (
        cues.GREETED.search(" ".join(sentence.text for sentence in turns[0].sentences[:4])) if len(turns) > 1 else None
    )
    if greeted and turns[0].speaker is None and len(turns[0].sentences) <= 25:
        turns[0].speaker = person(greeted["name"])
    return turns
