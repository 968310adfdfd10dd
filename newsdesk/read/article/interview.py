"""Interviews in print: an article whose questions are set apart from the answers becomes turns, where it tells who is interviewed.

A question is a line in strong words or a heading that ends in a question mark, or one behind "Q:"; without such marks lines that end in
one, if many do. What articles explain stands under such lines, too: the answers of an interview are of somebody who says "I", and
over them stands to whom a reporter has spoken. Who tells of that one by name, or asks for himself ("How do I apply?"), is a reporter who
says "I". A question is nobody's: the text does not tell which of its authors asked it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, Source, SourceKind
from newsdesk.read.names import is_outlet, is_person

_STRONG = late_pattern(
    r"(?:\*\*|__)(?P<words>[^*_\n]{3,600}\?[\"”’]?)(?:\*\*|__)|#{2,6} (?P<heading>[^\n]{3,600}\?[\"”’]?) *#*"
)
_ASKED = late_pattern(r"Q\s?[:.]\s+(?=\S)")
_ANSWERED = late_pattern(r"A\s?[:.]\s+(?=\S)")
_FEWEST = 3
_FEWEST_BARE = 4
"""Questions where nothing but their question marks sets them apart."""
_MOST_SET_APART = 400
_LONGEST_QUESTION = 600
_LONGEST_INTRODUCTION = 6_000
_NAME = r"[^\W\d_a-z][\w’'-]{1,20}(?: (?:de|da|del|di|van|von|der|den|bin|al|el|la|le)){0,2}(?: [^\W\d_a-z][\w’'.-]{1,20}){1,2}"
_ROLE = r"(?:(?:[a-z][\w’'-]{0,20}|Dr\.?|Prof\.?|Professor|Captain|Mr\.?|Mrs\.?|Ms\.?|Sir|Dame),? ){0,8}"
"""What somebody is, before the name."""
_SPOKEN_TO = late_pattern(
    r"(?:\b(?:[Ii]nterview|[Cc]onversation|Q&A|Q & A|[Qq]uestions|[Mm]inutes)(?: with| to| for|:)|\b(?:[Ii]nterviewed|(?:[Ww]e|I) asked)"
    r"|\b(?:[Ww]e|I) met(?: with)?|\b(?:spoke|speaks|talked|talks|spoken|talking|sat down|sits down|caught up|catches up) (?:to|with)"
    rf") {_ROLE}(?P<name>{_NAME})"
)
_GIVEN_TO = late_pattern(rf"\b[Ii]nterview with [^,.;:\n]{{3,60}}, {_ROLE}(?P<name>{_NAME})")
"""Who gave it, behind to whom."""
_SPEAKS = late_pattern(
    rf"(?P<name>{_NAME})(?:, [^.;:\n]{{3,120}}?,| \(\d\d\))? (?:(?:talks|talked|speaks|spoke|sat down|sits down|answers|answered)(?: [a-z]{{2,10}})?"
    r" (?:to|with|questions|our|your|readers)\b|(?:tells|told) (?:us|me|our readers|(?:the )?[A-Z]))"
)
_HEADED = late_pattern(
    rf"(?:(?:Interview|Q&A|Q & A):? )?(?P<name>{_NAME}): ?[‘'“\"]|(?:Interview|Q&A|Q & A): (?P<after>{_NAME})(?=$|[,:–—-]| on )"
    rf"|[‘'“\"].{{3,200}}[’'”\"](?::| [–—-]) ?(?P<behind>{_NAME})(?=$|[,:]| on )"
)
_FIRST_PERSON = late_pattern(r"(?<![\w'’.])(?:I|I['’](?:m|ve|d|ll)|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|[Uu]s)(?![\w.])")
_ASIDE = late_pattern(
    r"(?:He|She) |(?:This|The|Our) (?:interview|conversation|Q&A|transcript|text)\b|(?:Interview|Questions|Recorded|As told|Edited|Translated) (?:by|to|and)\b|[(\[*]"
)
"""How paragraphs among the answers begin in which the reporter tells something."""
_FOR_HIMSELF = late_pattern(
    r"\b(?:[Dd]id|[Dd]o|[Ss]hould|[Cc]an|[Cc]ould|[Ww]ill|[Ww]ould|[Mm]ust|[Aa]m|[Hh]ave|[Ww]as) I (?!ask\b|just\b)"
)
_ASKED_FOR_HIMSELF = 3
"""Of so many questions one that somebody asks for himself is no interviewer's "Am I right that ...?"."""
_SAYS_OF = (
    r" (?:say|said|says|tell|told|tells|thinks?|thought|believes?|believed|explain(?:s|ed)|adds?|added|argue[sd]|insist(?:s|ed)|recall(?:s|ed)|agree[sd]"
    r"|show(?:s|ed)|wants?|wanted|hopes?|hoped|expect(?:s|ed)|plans|planned|has|had|is|was|will|would)\b"
)
"""Behind a surname: a sentence about that one."""
_QUOTED = late_pattern(r"“[^“”]{0,2000}”|\"[^\"]{0,2000}\"")


class _Turn(NamedTuple):
    words: str
    is_question: bool


def questions_set_apart(text: str) -> frozenset[str]:
    """The questions that a Markdown text sets apart: strong words at a line's beginning, or headings."""
    found = (_STRONG.match(line.strip()) for line in text.split("\n"))
    return frozenset(
        (mark["words"] or mark["heading"]).strip() for mark in islice(filter(None, found), _MOST_SET_APART)
    )


def turns_of_interview(
    source: Source, posts: tuple[Post, ...], apart: Collection[str]
) -> tuple[Source, tuple[Post, ...]]:
    """An article as the turns of an interview: what stands over the first question, then each question and each answer.

    As it is where it is no interview, or does not tell who is interviewed.

    Args:
        source: as read.
        posts: its one post.
        apart: the questions that its form sets apart.
    """
    if source.kind is not SourceKind.ARTICLE or len(posts) != 1:
        return source, posts
    (whole,) = posts
    opening, turns = _taken_apart(whole.text, apart)
    answers = [turn.words for turn in turns if not turn.is_question]
    questions = [turn.words for turn in turns if turn.is_question]
    if not answers or sum(_is_first_person(words) for words in answers) * 2 < len(answers):
        return source, posts
    if sum(_FOR_HIMSELF.search(words) is not None for words in questions) * _ASKED_FOR_HIMSELF >= len(questions):
        return source, posts
    name = _interviewed(whole, opening)
    if name is None or any(_tells_of(name, words) for words in answers):
        return source, posts
    told = [replace(whole, text=opening)]
    told += [
        Post(n=n, text=words, link=whole.link, speaker=speaker)
        for n, (words, speaker) in enumerate((part for turn in turns for part in _parts(turn, name)), 2)
    ]
    return replace(source, kind=SourceKind.TRANSCRIPT), tuple(told)


def _parts(turn: _Turn, name: str) -> Iterator[tuple[str, str | None]]:
    """A turn's words with who says them; what the reporter tells between two paragraphs of an answer, or below it, is nobody's."""
    if turn.is_question:
        yield turn.words, None
        return
    first, *others = turn.words.split("\n\n")
    told = [(first, False), *((words, _is_aside(name, words)) for words in others)]
    for aside, parts in groupby(told, key=itemgetter(1)):
        yield "\n\n".join(words for words, _ in parts), None if aside else name


def _is_aside(name: str, words: str) -> bool:
    return _ASIDE.match(words) is not None or words.startswith((name, name.rsplit(maxsplit=1)[-1]))


def _taken_apart(text: str, apart: Collection[str]) -> tuple[str, list[_Turn]]:
    """What stands over the first question, and the turns; no turns where too few lines are questions."""
    paragraphs = text.split("\n\n")
    for form in (_by_letters(paragraphs), _by_form(paragraphs, apart), _by_marks(paragraphs)):
        told = list(form)
        asked = [n for n, turn in enumerate(told) if turn.is_question]
        fewest = _FEWEST if asked and (apart or _ASKED.match(paragraphs[asked[0]])) else _FEWEST_BARE
        if len(asked) >= fewest:
            opening = "\n\n".join(turn.words for turn in told[: asked[0]])
            return opening, list(_joined(told[asked[0] :]))
    return text, []


def _by_letters(paragraphs: Sequence[str]) -> Iterator[_Turn]:
    """By "Q:" and "A:"; what stands between without either goes on with what is above it."""
    asking = False
    for words in paragraphs:
        if mark := _ASKED.match(words):
            asking = True
        elif mark := _ANSWERED.match(words):
            asking = False
        yield _Turn(words[mark.end() :] if mark else words, asking)


def _by_form(paragraphs: Sequence[str], apart: Collection[str]) -> Iterator[_Turn]:
    """By what is set apart; an answer may stand behind its question."""
    for words in paragraphs:
        # "Why? Was it the money?", and not "Why?", which is asked elsewhere.
        question = max((each for each in apart if words.startswith(each)), key=len, default=None)
        if question is None:
            yield _Turn(words, is_question=False)
            continue
        yield _Turn(question, is_question=True)
        if rest := words[len(question) :].strip():
            yield _Turn(rest, is_question=False)


def _by_marks(paragraphs: Sequence[str]) -> Iterator[_Turn]:
    """By question marks at the end; below a question an answer may end in one, too."""
    asked = False
    for words in paragraphs:
        asks = len(words) <= _LONGEST_QUESTION and words.endswith("?")
        asked = asks and not (asked and _is_first_person(words))
        yield _Turn(words, asked)


def _joined(turns: Sequence[_Turn]) -> Iterator[_Turn]:
    """The turns with the paragraphs of each as one."""
    current: list[str] = []
    for n, turn in enumerate(turns):
        current.append(turn.words)
        if n + 1 == len(turns) or turns[n + 1].is_question != turn.is_question:
            yield _Turn("\n\n".join(current), turn.is_question)
            current = []


def _is_first_person(words: str) -> bool:
    return _FIRST_PERSON.search(_QUOTED.sub(" ", words)) is not None


def _tells_of(name: str, words: str) -> bool:
    """Whether an answer tells of the one who should have given it: then it is a reporter's text.

    Another one of that surname has the first name before it.
    """
    surname = name.rsplit(maxsplit=1)[-1]
    if f"{surname} said" in words or f"{surname} says" in words:
        return True
    own = " ".join(part for part in words.split("\n\n") if not _is_aside(name, part))
    told = re.finditer(rf"(?:(?P<before>[\w’'-]{{1,30}}) )?\b{re.escape(surname)}{_SAYS_OF}", own)
    return any(found["before"] is None or found["before"].islower() for found in told)


def _interviewed(post: Post, opening: str) -> str | None:
    """Who is interviewed, as headline and introduction tell it; None where they tell it of nobody, or of two."""
    headline = post.headline or ""
    authors = (post.byline_name or "").casefold()
    names = [
        found["name"]
        for words in (headline, opening[:_LONGEST_INTRODUCTION])
        for pattern in (_SPOKEN_TO, _GIVEN_TO, _SPEAKS)
        for found in pattern.finditer(words)
    ]
    if headed := _HEADED.match(headline):
        names.append(headed["name"] or headed["after"] or headed["behind"])
    plain = {name.rstrip(".") for name in names}
    told = {name for name in plain if is_person(name) and not is_outlet(name) and name.casefold() not in authors}
    return told.pop() if len(told) == 1 else None
