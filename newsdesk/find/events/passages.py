"""What the sentences of one text say of the days they name, read once. Pure; the local step of finding events.

It depends on the words alone, so it can be kept beside them: one new post costs one post's work.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from newsdesk.find.change_words import (
    BEFORE_NOW,
    CALLS_OFF,
    FORBIDDEN,
    IS_OFF,
    MOVES,
    PLAN_STRUCK,
    PUTS_OFF,
    SUSPENDED,
    TAKES_PLACE,
    WHAT_IS_PUT_OFF,
    WILL_NOT_BE,
)
from newsdesk.find.coming_lists import as_listed, introduced, item_end
from newsdesk.find.dates.direction_words import PLURAL_SCHEDULED, SCHEDULED, TAKES_EFFECT
from newsdesk.find.drop_words import DROPS, IS_DROPPED, NO_LONGER
from newsdesk.find.event_nouns import class_of, noun_class_near, nouns_in, own_clause, without_what_comes
from newsdesk.find.events.agenda import by_line, entry
from newsdesk.find.events.back_on import HAPPENS, takes_back
from newsdesk.find.events.certainty import Saying, saying, states, tells_the_kind
from newsdesk.find.events.contrasts import part_about
from newsdesk.find.events.done import Done, done_in
from newsdesk.find.events.gapping import without_gap
from newsdesk.find.events.given_up import planned_deed
from newsdesk.find.events.naming import Naming, is_name
from newsdesk.find.events.not_done import denials_in
from newsdesk.find.events.ordinals import which_of_them
from newsdesk.find.events.owned_days import begins_its_own, without_verb
from newsdesk.find.events.phrases import subject
from newsdesk.find.events.put_off import as_it_is_now, as_set_against
from newsdesk.find.events.results import results_in
from newsdesk.find.events.sure_telling import surely_told
from newsdesk.find.events.titles import naming, stays_away
from newsdesk.find.events.when_clauses import told_when
from newsdesk.find.events.words import DATE_WORDS, ROLES
from newsdesk.find.homecoming import as_coming_back
from newsdesk.find.sentences import is_quoted_line, sentences
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Place

_NAME: Final = late_pattern(r"\b[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?(?: [A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)?\b(?!-[a-z])")
_TELLS: Final = late_pattern(r",? (?:said|says|according to) ")
"""Behind what is told: who tells it, whose it is not."""
_NO_NAME: Final = (
    word_set(
        "the this that these those there when while but and for from with after before his her its their they what who how why",
        "earlier analysis breaking she you our all any some one two three four five six both each new more most many other",
        "former last next first final second live latest update watch where here not yet also until since however meanwhile",
        "contrary according despite thanks ahead because instead weather tides conditions subject pending barring assuming depending neither either nor",
        "too so very almost nearly fresh official coalition thousands hundreds dozens",
        "british american russian french german european uk eu us time summer standard day year",
    )
    | DATE_WORDS
    | ROLES
)
"""Capitals at the beginning of sentences, roles and names of time: they tell no event from another."""
_NEAR: Final = 300
"""Characters around a mention in which names stand with it."""
_TOUCHED: Final = late_pattern(
    rf"(?i)\b(?:{CALLS_OFF}|{PLAN_STRUCK}|{FORBIDDEN}|{DROPS}|{IS_DROPPED}|{NO_LONGER}|{PUTS_OFF}|{SUSPENDED}|{WILL_NOT_BE}|{TAKES_PLACE}|extended(?= by\b)|(?:not|n['’]t|no longer) (?:begin|start|open|reopen|resume)|{IS_OFF}|off the (?:table|agenda|cards)|averted|(?:is|are) (?:now )?back on(?=[.,;]|$| (?:after|as|again|for|following)\b))\b"
)
_BEGAN: Final = late_pattern(
    r"\b(?:began|has begun|have begun|started|has opened|opened|(?:got|is|are|now|well|already)(?: now| well| finally| fully)? under ?way|(?:is|are)(?: now| already| still)? (?:in progress|in full swing|ongoing)|kicked off|took (?:place|effect)|has taken effect"
    r"|came into (?:force|effect)|is in (?:force|effect)|met|voted|gathered|arrived|landed|lifted off|(?:was|were|been) held|walked out|concluded|ended"
    r"|blasted off|resumed|collapsed|broke (?:down|up)|appeared|testified|was sworn in|were sworn in|is being held|are being held)\b"
)


_SPOKEN: Final = word_set("speech debate")
_TOGETHER: Final = late_pattern(r"\b(?:talks|[Cc]all) (?:with|between)\b")


@dataclass(frozen=True, slots=True)
class Sight:
    """What a sentence says of the day that one of its expressions names."""

    sentence: tuple[int, int]
    noun_class: str | None
    naming: Naming | None
    saying: Saying
    names: tuple[str, ...]
    words: frozenset[str]
    """The words of the names and of the naming that are names, in lower case."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that may call something off or move it."""

    start: int
    end: int
    """Where the words end."""
    sentence: tuple[int, int]
    part: tuple[int, int]
    """What of its sentence speaks of the same thing."""
    noun_class: str | None
    nouns: frozenset[str]
    """The nouns of that class near them, in the singular."""
    called_off: bool
    moved: bool
    words: frozenset[str]
    """Of the names in its sentence, in lower case."""
    told: frozenset[str]
    """All words of its sentence, in lower case, without punctuation; an owner with and without its s."""
    which: str = ""
    """Which of several of its kind it changes, where the sentence counts them."""
    title: str = ""
    """What it changes, as the sentence names it."""
    back: bool = False
    """It takes back that something was called off."""


def _as_in_names(words: Iterable[str]) -> frozenset[str]:
    """Words as names of events may have them: without punctuation, and an owner with and without its s."""
    plain = {word.strip(".,;:!?“”()") for word in words}
    return frozenset(plain.union(word.removesuffix("'s").removesuffix("’s") for word in plain))


Beginning = tuple[str | None, frozenset[str], frozenset[str]]
"""What began or was held: its class of noun, the words of names beside it, and the nouns that it alone can be called by; none where it may be any of its class."""


@dataclass(frozen=True, slots=True)
class PassageRead:
    """What has been read of a passage; None is what nobody asked for yet."""

    sights: tuple[tuple[int, int, Sight], ...] = ()
    """With the start and the end of the expression that names the day."""
    named: frozenset[str] | None = None
    changes: tuple[Change, ...] | None = None
    beginnings: tuple[Beginning, ...] | None = None
    done: tuple[Done, ...] | None = None


class Passage:
    """One text of a post; its sentences are read when they are asked for."""

    def __init__(self, text: str, headline: str, read: PassageRead | None = None) -> None:
        """A text and the headline of its post; `read`: what was read of them before."""
        self.text = text
        self._headline = headline
        self._sights: dict[tuple[int, int], Sight] = {}
        if read is not None:
            self._sights = {(start, end): sight for start, end, sight in read.sights}
            known = {
                "named": read.named,
                "changes": read.changes,
                "beginnings": read.beginnings,
                "done": read.done,
            }
            self.__dict__.update((name, value) for name, value in known.items() if value is not None)

    @property
    def read(self) -> PassageRead:
        """What has been read by now."""
        known = self.__dict__
        return PassageRead(
            tuple((start, end, sight) for (start, end), sight in self._sights.items()),
            known.get("named"),
            known.get("changes"),
            known.get("beginnings"),
            known.get("done"),
        )

    @property
    def answers(self) -> int:
        """How many questions it has been asked; grows with `read`."""
        known = self.__dict__
        return (
            len(self._sights) + ("named" in known) + ("changes" in known) + ("beginnings" in known) + ("done" in known)
        )

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return sentences(self.text)

    @cached_property
    def _begins(self) -> list[int]:
        return [begin for begin, _ in self._spans]

    def sentence(self, start: int) -> tuple[int, int]:
        """The span of the sentence that holds `start`."""
        index = bisect_right(self._begins, start) - 1
        return self._spans[index] if 0 <= index < len(self._spans) else (0, len(self.text))

    def sight(self, start: int, end: int) -> Sight:
        """What is said of the day named at `start`..`end`."""
        found = self._sights.get((start, end))
        if found is None:
            found = self._sights[(start, end)] = self._read(start, end)
        return found

    def _read(self, start: int, end: int) -> Sight:
        begin, stop = sentence = self.sentence(start)
        listed = entry(self.text, sentence, start, end)
        if listed is not None:
            found = Passage(listed.text, self._headline).sight(listed.start, listed.end)
            return replace(found, sentence=sentence, naming=by_line(listed, found.naming))
        left = self.text[max(begin, start - _NEAR) : start]
        told = without_gap(left) or as_it_is_now(left) or as_set_against(left) or as_coming_back(left)
        if told is None and (told := as_listed(left)):
            stop = item_end(self.text, end, stop)
        if told is None:
            own = _sight(self.text, sentence, self._own_clause(begin, start, end), start, end, self._headline)
            when = told_when(self.text, stop, start, end) if own.naming is None else None
            if when is None:
                return own
            # "Was remanded until 18 December, when a hearing will be held": the clause tells what is then.
            earlier = self.text[max(0, begin - _NEAR) : begin]
            at = len(earlier)
            span = at, at + len(when.text)
            found = _sight(f"{earlier}{when.text}", span, at, at + when.start, at + when.end, self._headline)
            return replace(found, sentence=sentence)
        # A later part of a list with the words that it leaves out, or what is now planned: what it says then, nothing of the parts before.
        earlier = self.text[max(0, begin - _NEAR) : begin]
        whole = f"{earlier}{told}{self.text[start:stop]}"
        at = len(earlier) + len(told)
        found = _sight(whole, (len(earlier), len(whole)), len(earlier), at, at + end - start, self._headline)
        return replace(found, sentence=sentence)

    def _own_clause(self, begin: int, start: int, end: int) -> int:
        """Where the clause begins that a day is told in, if it is another one than that of what the sentence begins with; else `begin`.

        As in "Ministers meet on Monday; leaders gather on ...", "; if it passes, it will ...".
        """
        if apart := _DAYS_APART.search(self.text, max(begin, start - _CLAUSE_LEFT), start):
            return apart.end()
        if counted := _COUNTED_TO.match(self.text, begin, start):
            return counted.end()
        listed = introduced(self.text, begin, start)
        if listed is not None and _ON_ITS_DAY.fullmatch(f" {listed}") and _SOMEBODY.match(self.text, end):
            # "The week ahead: on Monday the cabinet meets".
            return start - len(listed)
        mark = self.text.rfind(";", max(begin, start - _NEAR), start)
        if mark >= 0 and _WHOLE_CLAUSE.match(self.text, mark + 1, start):
            return mark + 2
        if mark >= 0 and _ON_ITS_DAY.fullmatch(self.text, mark + 1, start) and _SOMEBODY.match(self.text, end):
            # "Ministers meet on Monday; on Wednesday the court rules".
            return mark + 2
        return mark + 1 if mark >= 0 and _A_CLAUSE.match(self.text, mark + 1, start) else begin

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of the names anywhere in the text, in lower case."""
        return _words(name for begin, end in self._spans for name in _names(self.text, begin, end))

    def _class_changed(self, begin: int, end: int, verb: re.Match[str]) -> str | None:
        """The class of what a verb changes: its object ("forced them to call off the summit"), else its subject."""
        if _OFF_THE.match(self.text, verb.start(), end):
            # "A walkout is off the table until the ballot is counted": nothing behind it is meant.
            end = verb.end()
        if _HAS_OBJECT.match(self.text, verb.end(), end):
            found = noun_class_near(self.text, verb.end(), end, verb.end(), verb.end())
            if found:
                return found
        if _HAVE.search(self.text, begin, verb.start()) and _OTHER_THINGS.match(self.text, verb.end(), end):
            # "The summit's organisers have cancelled hotel rooms": whatever acts is not what they cancel.
            return noun_class_near(self.text, verb.end(), end, verb.end(), verb.end())
        return noun_class_near(self.text, begin, end, verb.start(), verb.start())

    def _changed(self, part: tuple[int, int], verb: re.Match[str], noun_class: str | None) -> str:
        """What a verb changes, as its sentence names it; whose it is, where "their" leads back to who acts."""
        named = naming(self.text, part, verb.start(), verb.end(), noun_class)
        if not _ITS.match(self.text, verb.end(), part[1]):
            return (
                named.title
                if named
                else " ".join(subject(self.text[max(part[0], verb.start() - _NEAR) : verb.start()]))
            )
        who = subject(self.text[max(part[0], verb.start() - _NEAR) : verb.start()])
        return " ".join([*who, named.title.lower() if named else ""]).strip()

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Where the text calls something off or moves it."""
        found = []
        for match in _TOUCHED.finditer(self.text):
            start = match.start()
            if (
                tells_the_kind(self.text, match, (0, len(self.text)))
                or BEFORE_NOW.match(self.text, match.end())
                or is_quoted_line(self.text, start)
                or _ONE_BEFORE.search(self.text, max(0, start - _NEAR_ONE), start)
            ):
                continue
            sentence = self.sentence(start)
            begin, end = max(sentence[0], start - 200), min(sentence[1], start + 200)
            part = part_about(self.text, sentence, start)
            it_has_been = _IT_HAS_BEEN.fullmatch(self.text, sentence[0], start)
            verb = match.group().lower()
            whole = it_has_been and (it_has_been["aux"] or verb.startswith(("has been", "have been", "is", "are")))
            before_it = self._one_thing_before(sentence[0], it_has_been["it"], verb) if it_has_been and whole else None
            if before_it is not None:
                # "The parade was due on Sunday. It has been cancelled."
                begin, part = before_it, (before_it, part[1])
            if another := _WHICH_WAS.search(self.text, max(begin, part[0]), start):
                part = another.start(), min(part[1], start + _NEAR)
            if _WHO_DOES.search(self.text, max(begin, part[0]), start) and _HAS_OBJECT_OR_MANY.match(
                self.text, match.end()
            ):
                # "The airline, which cancelled 200 flights last week, publishes its results on ...".
                part = start, self._ends_aside(match.end(), min(part[1], start + _NEAR))
            if to_attend := _IN_ORDER_TO.match(self.text, match.end(), part[1]):
                part = max(part[0], start - _NEAR), to_attend.end("what")
                end = min(end, part[1])
            if (
                _BUT.search(self.text, part[0], start)
                and _ITS.match(self.text, match.end(), part[1])
                and not _THE_SAME.match(self.text, start)
            ):
                # "The mayor was to open the bridge on Friday, but put off her holiday": another thing.
                part = start, min(part[1], start + _NEAR)
            colon = self.text.find(": ", match.end(), end)
            if colon >= 0 and not _HAS_OBJECT.match(self.text, match.end()):
                # "The talks are off: Ostland has withdrawn": why is told of others.
                end = colon + 1
            called_off, moved = states(self.text, (max(begin, part[0]), min(end, part[1])))
            back = takes_back(self.text, (max(begin, part[0]), min(end, part[1])), match)
            if (
                not back
                and match.group().lower() in HAPPENS
                and not _UNDONE.search(self.text, max(begin, part[0]), start)
            ):
                # "The vote will go ahead after the debate was cancelled".
                continue
            if _LONG_AGO.search(self.text, max(begin, part[0]), min(end, part[1])):
                continue
            if back or ((called_off or moved) and not _GOES_ON.search(self.text, start, end)):
                noun_class = self._class_changed(begin, end, match)
                begin, end = max(begin, part[0]), min(end, part[1])
                words = _words(_names(self.text, begin, end))
                told = _as_in_names(self.text[begin:end].lower().split())
                nouns = frozenset(noun for noun in nouns_in(self.text[begin:end]) if class_of(noun) == noun_class)
                deed = planned_deed(self.text, part, match)
                if deed is not None:
                    # "Lund will no longer travel to Oslo": his visit, whatever else stands near it.
                    noun_class = deed[0]
                title = deed[1] if deed else self._changed(part, match, noun_class)
                its_object = _HAS_OBJECT.match(self.text, match.end(), part[1])
                which = which_of_them(
                    self.text, part, min(part[1], match.end() + _OBJECT) if its_object else start, noun_class
                )
                spans = start, match.end(), sentence, part
                change = Change(
                    *spans, noun_class, nouns, called_off and not back, moved, words, told, which, title, back
                )
                found += [*self._of_the_first(change, begin), change]
        return tuple(found)

    def _one_thing_before(self, start: int, it: str, change: str) -> int | None:
        """Where the sentence before `start` begins, if it is of the same paragraph and tells of one event only, which "it" can be.

        Who takes part may be delayed, too: that is said of an event which the sentence is about ("The parade is on Sunday").
        """
        index = bisect_right(self._begins, start) - 2
        begin = self._begins[index] if index >= 0 else start
        before = self.text[begin:start]
        nouns = [noun for noun in nouns_in(before) if class_of(noun)]
        alone = len(nouns) == 1 and len(_ANY_DAY.findall(before)) == 1
        if not alone or start - begin > _NEAR or "\n" in before:
            return None
        thing = next(each for each in _A_WORD.finditer(before.lower()) if class_of(each.group()))
        several = thing.group().endswith("s") and not thing.group().endswith("ss")
        led = before[: thing.start()].split()[1:]
        of_anybody = change.startswith(("delay", "abandon", "has been", "have been")) and not _ARTICLES.isdisjoint(led)
        if of_anybody or several != (it.lower() == "they"):
            return None
        return begin

    def _ends_aside(self, start: int, end: int) -> int:
        """Where the relative clause ends that goes on at `start`."""
        comma = self.text.find(",", start, end)
        return comma if comma >= 0 else end

    def _of_the_first(self, change: Change, begin: int) -> list[Change]:
        """The same change of the first of two things: "both the vote and the debate have been cancelled"; not where each has its day."""
        two = _TWO.search(self.text, begin, change.start)
        if two is None or _ANY_DAY.search(two.group()):
            return []
        nouns = [noun for noun in nouns_in(two["first"]) if class_of(noun)]
        if len(nouns) != 1:
            return []
        names = _words(_names(self.text, *two.span("first")))
        one = replace(
            change, noun_class=class_of(nouns[0]), nouns=frozenset(nouns), words=names, which="", title=two["first"]
        )
        return [one]

    @cached_property
    def done(self) -> tuple[Done, ...]:
        """What the text tells that came about, or did not, in the order of its words."""
        told = (
            *done_in(self.text, self._spans),
            *results_in(self.text, self._spans),
            *denials_in(self.text, self._spans),
        )
        return tuple(sorted(told, key=lambda each: each.start))

    @cached_property
    def beginnings(self) -> tuple[Beginning, ...]:
        """Of what the text says that it began or was held."""
        found = []
        for match in _BEGAN.finditer(self.text):
            begin, end = self.sentence(match.start())
            if not surely_told(self.text, (begin, end), *match.span()):
                continue
            noun_class = noun_class_near(self.text, begin, end, match.start(), match.end())
            stood_for = _PART_OF.search(self.text, max(begin, match.start() - _NEAR), match.end())
            nouns: frozenset[str] = frozenset()
            if stood_for and (noun_class is None or stood_for["court"]):
                noun_class = stood_for.lastgroup
                nouns = frozenset({"trial", "retrial"}) if noun_class == "court" else nouns
            names = _names(self.text, max(begin, match.start() - _NEAR), min(end, match.end() + _NEAR))
            found.append((noun_class, _words(names) - {"jury"}, nouns))
        return tuple(found)


_PART_OF: Final = late_pattern(
    r"(?i)\b(?:(?P<court>(?:jury selection|opening (?:statements|arguments)) (?:is|are|has|have|began|started|got)\b)|(?P<vote>(?:voting|polling) (?:is|has|began|started|got)\b))"
)
"""How something begins whose own noun is not told: a trial with the choice of its jury, an election with voting."""


_ITS_OWN: Final = r"(?:the|an?|its|their|his|her)"
_TWO: Final = late_pattern(
    rf"(?i)\b{_ITS_OWN} (?P<first>[^.;:,“”]{{2,60}}?) (?:and|nor) {_ITS_OWN} [^.;:,“”]{{2,60}}?"
    r" (?:have (?:now |since |both )?been|(?:were|are)(?: both)?|will(?: now)?(?: not)?(?: be)?) (?:\w+ly )?$"
)
"""Up to a change of two things."""
_ANY_DAY: Final = late_pattern(r"\d|day\b|(?i:\btomorrow\b|\btonight\b)")
_WHICH_WAS: Final = late_pattern(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s [\w’' -]{2,40}, (?:which|that) (?:was|were|has been|have been|had been) $"
)
"""Before a change of what has a day of its own: "the talks on 3 June follow Monday's meeting, which was cancelled"."""
_WHO_DOES: Final = late_pattern(r", (?:which|who) (?:(?:has|have|had|also|just|now|recently|since) ){0,2}$")
"""Before a change that a relative clause tells of who acts."""
_HAS_OBJECT_OR_MANY: Final = late_pattern(r" (?!(?:on|in|at|until|from|by|for|to|because|after|as)\b)[\w’'-]")
_OTHER_THINGS: Final = late_pattern(
    r" (?!(?:on|in|at|until|from|by|for|to|because|after|as|again|altogether|it|them|this|that|these|those|both|all|amid|over|due|ahead|following|with|without|today|tomorrow|so)\b)[\w’'-]"
)
_HAVE: Final = late_pattern(r"\b(?:has|have|had)(?: (?:now|also|since|just|already|reportedly))? $")
"""Before a change that somebody has made."""
_IN_ORDER_TO: Final = late_pattern(
    r"(?P<what> (?:off )?(?:the|an?|its|his|her|their) (?:[\w’'-]+ ){0,3}?[\w’'-]+) to (?:attend|be at|be with|watch|join|deal|focus|concentrate|chair|stay|cope|help|see|speak|appear)\b"
)
"""From a change over its object to what somebody wants to do then: "has called off her holiday to attend the hearing on ..."."""
_IT_HAS_BEEN: Final = late_pattern(
    r"(?:But |Now )?(?P<it>[Ii]t|[Tt]hey|[Tt]his|[Tt]hat) (?P<aux>(?:(?:has|have)(?: now| since| just)? been|(?:is|are)(?: now)?) (?:[a-z]+ly )?)?"
)
"""Up to a change of what the sentence before tells of."""
_A_WORD: Final = late_pattern(r"[a-z]+(?:-[a-z]+)*")
_ARTICLES: Final = frozenset({"a", "an", "the", "his", "her", "its", "their"})
"""Before what a sentence goes on to tell of, if it does not begin with them."""
_ONE_BEFORE: Final = late_pattern(
    r"(?i)\b(?:the|an?|its|their|his|her) (?:earlier|previous|preceding|prior|original) (?:(?!(?:that|which|who|and|will|would|on)\b)[\w-]+ ){1,6}(?:was|were|had been) (?:\w+ly )?$"
)
_NEAR_ONE: Final = 80
"""Before what has come of one that was to be before: "after the earlier round was cancelled"."""
_BUT: Final = late_pattern(r",? but (?:(?:has|have|had|then|later|now|since) ){0,2}$")
_THE_SAME: Final = late_pattern(rf"(?i){PUTS_OFF}(?: {WHAT_IS_PUT_OFF})\b")
_UNDONE: Final = late_pattern(r"(?i)\b(?:not|neither|nor|never|no|none|now|cannot)\b|n['’]t\b")
"""Before the words that something happens: it does not, or on another day."""
_LONG_AGO: Final = late_pattern(
    r"\b[Ll]ast (?:year|season|summer|winter|autumn|spring)\b|\byears? (?:ago|earlier|before)\b|\b(?:was|were) (?:\w+ly )?[a-z]+(?: off)? in (?:19|20)\d\d\b"
)
"""Beside a change of something that is over: "last year's march was cancelled"."""
_SAYS: Final = late_pattern(
    r",[”\"]? (?:(?:says|said|according to|confirmed|announced) [^.;:]{2,80}|(?:(?:the |[A-Z])[\w’'-]*,? ){1,5}(?:says|said|told|confirmed|announced)\b[^.;:]{0,60})(?=[.;]|$)"
)
"""Behind a day: who tells of it, and not whose it is."""
_A_CLAUSE: Final = late_pattern(
    r" (?:if|unless|once) [^,;]{3,40}, (?:it|this|that|they|he|she|(?:the|an?|its|his|her|their) [a-z-]+(?: [a-z-]+)?) (?:will|would|is|are|may|could)\b"
)


_SOME_DAYS: Final = r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|a few|several|some) )?(?:(?:more|full|working|whole) )?(?:hours?|days?|weeks?|months?)"
_COUNTED_TO: Final = late_pattern(
    rf"\W*(?:(?:(?:It is|It[’']s|There are|There is|With) )?(?i:(?:just|only|now|less than|fewer than|barely|still) ){{0,2}}(?i:{_SOME_DAYS}) (?:(?:to go|left|away) )?(?:until|till|before|ahead of|to|from)\b[^.;:,“”]{{3,90}}"
    rf"|[^.;:,“”]{{3,80}} in (?i:{_SOME_DAYS})),(?: (?:and|but|so) | (?!(?:on|by|at|from)\b))"
)
"""How far off something is, before the clause that a day is told in: "It is four days until Norland votes, and tonight".

Not "Norland votes in four days, on Sunday": that is its own day.
"""
_CLAUSE_LEFT: Final = 90
"""Characters before a day in which it is told how far another one is from it."""
_DAYS_APART: Final = late_pattern(
    r",? (?:(?:an?|one|two|three|four|five|six|seven|\d+|some|just) (?:few |couple of )?(?:day|week|month)s?|days|weeks) (?:before|after|ahead of) (?=(?:the|an?|its|his|her|their) [^.;:,]{2,40} on (?:the )?$)"
)
"""Before a thing whose own day follows: "will speak in Dene, a day before the vote on ..."."""
_WHOLE_CLAUSE: Final = late_pattern(
    rf" (?:and |but |then )?(?:(?:if|unless|once|when|should) [^,;]{{3,40}}, )?(?!(?:if|unless|it|they|he|she|this|that|there|both|one|each)\b)(?:[\w’'-]+ ){{1,6}}?(?:will|would|is|are|has|have|must|{'|'.join(sorted(SCHEDULED | PLURAL_SCHEDULED | set(TAKES_EFFECT)))}|gather|travel|vote)\b"
)
"""Behind a semicolon: somebody else does something else."""


_ON_ITS_DAY: Final = late_pattern(r" (?:and )?(?:on |at |by |from )?(?:the )?")
_SOMEBODY: Final = late_pattern(r",? (?:(?:the|an?|his|her|its|their) [a-z]|[A-Z])")
"""Around a day right behind a semicolon: the clause that it opens."""


def _sight(text: str, sentence: tuple[int, int], begin: int, start: int, end: int, headline: str) -> Sight:
    """What a sentence of a text, from `begin` on, says of the day named at `start`..`end`."""
    stop = sentence[1]
    if _WHETHER_DECIDED.match(text, begin, start):
        # "Whether the match goes ahead will be decided on ...": that day has a decision and no match.
        nothing = saying(text, (begin, stop), start, end, None)
        return Sight(sentence, None, None, nothing, (), frozenset())
    noun_class = noun_class_near(text, begin, stop, start, end)
    part = part_about(text, sentence, start)
    if not any(states(text, (max(begin, start - _NEAR), min(stop, end + _NEAR)))):
        # Only "Monday's hearing will go ahead, but the trial has been cancelled" is told of each by its own words.
        part = sentence
    called = naming(text, (max(begin, part[0]), part[1]), start, end, noun_class, headline)
    if noun_class in _SPOKEN and called and _TOGETHER.search(called.title):
        # Who speaks to somebody, and the call that it is: one encounter.
        noun_class = "talks"
    if noun_class is None and called and _IT_MOVED.match(text, begin, start):
        # "The parade is on Sunday. It has been moved to ...".
        noun_class = class_of(called.title.split()[-1].lower())
    if noun_class is None and called:
        noun_class = "match" if " v " in called.title else "deadline" if called.title.startswith("Deadline ") else None
    reach = min(stop, end + _NEAR)
    speaker = _SAYS.search(text, end, reach)
    reach = speaker.start() if speaker else reach
    wish = _AT_A_WISH.search(text, end, reach) or _WITH_ANOTHER.search(text, end, reach)
    reach = wish.start() if wish else reach
    here = _names(text, max(begin, start - _NEAR), reach)
    behind = _TELLS.split(without_what_comes(own_clause(text[end:reach])), maxsplit=1)[0]
    left = _AT_A_WISH.search(text, max(begin, start - _NEAR), start)
    its = _names(text, left.end() if left else max(begin, start - _NEAR), end + len(behind))
    if left:
        its = (*_names(text, max(begin, start - _NEAR), left.start()), *its)
    if (own := begins_its_own(text[max(begin, start - _NEAR) : start], text[end:reach])) is not None:
        # "Aalto and Holm will meet in Kell on Saturday ahead of Tuesday's summit".
        own += max(begin, start - _NEAR)
        its = _names(text, own, end + len(behind if own < start else without_verb(behind)))
    if stays_away(text[max(begin, start - _NEAR) : start]):
        # "Lund will not attend the summit on ...": it is another's.
        its = ()
    return Sight(sentence, noun_class, called, saying(text, (begin, stop), start, end, noun_class), its, _words(here))


_AT_A_WISH: Final = late_pattern(r",? at [^.;:,“”]{2,40}['’]s? (?:request|insistence|behest|suggestion|urging)\b")
"""Beside a day: who asked for it, and not whose it is."""
_WITH_ANOTHER: Final = late_pattern(r",? with (?:[a-z-]+ ){1,3}(?:planned|scheduled|due|set|expected) (?:in|at|for)\b")
"""Behind a day: what else is planned, and where."""
_WHETHER_DECIDED: Final = late_pattern(
    r"\W*(?:Whether [^;:]{3,160}|(?:If|When|Where|How|Who) [^;:,]{3,160}) (?:(?:will|is to|is due to|is expected to|should) be|(?:is|gets)(?: only)?(?= (?:decided|settled))) (?:decided|settled|known|announced|clear|clarified|determined|confirmed|seen)(?: by (?:the |an? )?[\w’'-]+(?: [\w’'-]+){0,2})?(?: (?:on|by|at))?(?: the)? $"
)
_IT_MOVED: Final = late_pattern(
    rf"(?:But |Now |Instead )?(?:It|They|This) (?:(?:has|have|was|were|will|is|are)\b[^.;:]{{0,30}}?\b(?i:{MOVES})\b|will now (?:begin|start|take place|be held|open|resume)\b)"
)
_OFF_THE: Final = late_pattern(r"(?i)(?:(?:is|are|was|were)(?: now)? )?off the (?:table|agenda|cards)\b")
_OBJECT: Final = 80
"""Characters in which the object of a verb ends."""
_HAS_OBJECT: Final = late_pattern(r" (?:the|an?|its|his|her|their|this|that|\w+day['’]s|[A-Z])")
_ITS: Final = late_pattern(r" (?:off )?(?:its|his|her|their)\b")
_GOES_ON: Final = late_pattern(r"\b(?:and|but) (?:will|would|is to|are to) (?!not\b)")
"""After "abandoned" or "postponed": "... and will be replayed on ..." names what comes instead."""


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for name in names for word in name.split())


def _names(text: str, begin: int, end: int) -> tuple[str, ...]:
    """The names in `text[begin:end]`, without roles and other capitals around them."""
    found = []
    for match in _NAME.finditer(text, begin, end):
        words = [word for word in match.group().split() if word.lower() not in _NO_NAME]
        if match.start() <= begin + 1 and " " not in match.group() and not _opens_as_name(match.group()):
            # A capital at the sentence's beginning: "Teachers", "Talks", "Derby moved".
            continue
        if words:
            found.append(" ".join(words))
    return tuple(found[:12])


def _opens_as_name(word: str) -> bool:
    return class_of(word.lower()) is None and is_name(word, [word])


@dataclass(frozen=True, slots=True)
class Passages:
    """The two passages of one post."""

    headline: Passage
    text: Passage

    @property
    def answers(self) -> int:
        """How many questions they have been asked; grows with what is read of them."""
        return self.headline.answers + self.text.answers

    def at(self, place: Place) -> Passage:
        """The one of that place."""
        return self.text if place == "text" else self.headline

    @classmethod
    def of(cls, text: str, headline: str | None, read: tuple[PassageRead, PassageRead] | None = None) -> Passages:
        """Those of a post with this text and headline; `read`: what was read of the headline and of the text before."""
        of_headline, of_text = read or (None, None)
        return cls(Passage(headline or "", "", of_headline), Passage(text, headline or "", of_text))
