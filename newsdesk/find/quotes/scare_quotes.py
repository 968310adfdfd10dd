"""Tells words in marks that nobody is quoted with: scare quotations, titles, nicknames, attributes of markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import WORD
from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.found_speaker import Found
    from newsdesk.find.quotes.quotation_marks import MarkedSpan
    from newsdesk.find.quotes.speech import Paragraph

_WORK_NAMED = late_pattern(
    r"\b(?P<named>(?:call|describ|brand|dub|label|deem)\w+ (?:\w+ ){1,2})?(?:song|film|movie|book|show|program|programme|episode|"
    r"series|album|ad|documentary|column|essay|memoir|novel|play|poem|musical|painting|exhibition) \Z"
)
"""What stands before the title of a work; `named`: what stands before what somebody calls it."""
_WORK_EXPLAINED = late_pattern(
    r"\b(?:song|single|film|movie|book|novel|album|series|play|poem|memoir|musical|painting|documentary|podcast|exhibition|opera|ballet|drama|thriller|comedy"
    r"|sitcom|collection|sculpture|hit|track|debut|sequel|ballad|sonnet|hymn|anthem|symphony|concerto|sonata|cantata|short story|novella|zine"
    r"|(?:whose|[Hh]is|[Hh]er|[Tt]heir) (?:latest|newest|first|second|third|last)), \Z"
)
"""What stands before a title that a comma or the title's own verb follows: "her novel, '...', won"."""
_WORK_CALLED = late_pattern(
    r"\b(?:song|single|film|movie|book|novel|album|series|play|poem|memoir|musical|painting|documentary|podcast|exhibition|opera|ballet|show|programme|program|essay|column"
    r"|tour|episode|game|sculpture|collection)(?P<comma>,)? (?:(?:which|that) (?:is|was) )?(?:called|named) \Z"
)
"""What stands before the title that a work has: "her book, called '...'"."""
_PERFORMED = late_pattern(r"\b(?:play|perform)(?:s|ed|ing)? (?:[a-z]+ ){0,2}\Z")
"""What stands before the title of a piece of music or a play."""
_MOST_TITLE_WORDS = 6
_NO_SPEECH_BEFORE = late_pattern(
    r"\b(?:[Ss]o[ -]called|known as|(?:identified|known|named|listed) (?:only|simply|just) as|[Tt]he (?:term|word|phrase|hashtag|slogan|nickname)s?|"
    r"(?:nicknamed|christened|renamed|titled|entitled) (?:[\w'\u2019-]+ ){1,4})\s*\Z"
)
_WORDS_USED = late_pattern(
    r"\b(?:(?:us(?:e|es|ed|ing)|utter(?:s|ed|ing)?|repeat(?:s|ed|ing)?) the (?:words?|phrases?|terms?)|said the words|with the words?|(?:tweet|post|shar|upload|publish)ed [^.;:]{2,40} and the words?):? \Z"
)
"""What makes a term somebody's own words: "Lee used the phrase '...'"."""
_PRINTED = late_pattern(rf"\b(?:{'|'.join(sorted(names.BEARERS))})s? with the words?:? \Z", re.IGNORECASE)
_JUDGED = late_pattern(
    r"\b(?:thought|thinks|found|finds|considered|considers|deemed|judged) the (?:term|word|phrase|slogan|nickname)s? \Z"
)
"""What stands before what somebody thinks of a word: "thought the phrase '...'", not "thought the phrase '...' too grand"."""
_BEFORE_WORD = late_pattern(r" (?!and\b|but\b)[a-z]")
_IDEA_OF = late_pattern(
    r"\b(?:goal|policy|motto|message|promise|vision|slogan|doctrine|principle|pledge|platform) of \Z"
)
"""What names an idea that somebody put into these words: "proclaimed a policy of '...'"."""
_NOT_USED = late_pattern(r"\b(?:not|never|n['\u2019]t|refus\w+|avoid\w*|stop\w*|without|declin\w+)\b")
_WORK_BEFORE = late_pattern(r"\b(?:commentary|column|op-ed|editorial|essay|article|book|memoir|novel|paper|study), \Z")
_WORK_AFTER = late_pattern(r",? (?:is|was|are|were|will|has|had|came|appeared|offers|argues|says|tells|describes)\b")
"""What follows the title of a work that an article names: "her essay, '...,' is"."""
_TITLED_AFTER = late_pattern(
    r" (?:program|programme|show|podcast|newspaper|magazine|film|movie|song|album|series|documentary|newsletter|column)\b"
)
"""What follows a title."""
_STATIONS = late_pattern(
    r"\b(?:station|channel|network|radio|broadcaster|paper|newspaper|magazine|[A-Z]{2,5}|Radio(?: \w+)?)['\u2019]s \Z"
)
"""What stands before the title of a programme or a column."""
_EVERYBODY = word_set("everybody everyone people they we locals villagers friends neighbours neighbors colleagues fans")
_CALLED_ONE = late_pattern(r"\b(?:call|nickname|dub|name)(?:s|ed)? (?:him|her|them|it|me|us) \Z")
"""What stands before a name that is in use."""
_MOST_TERM_WORDS = 2
_ARTICLES = word_set("a an the")
_TRADES = late_pattern(
    r"(?:[a-z]+ )?(?:[a-z]+ologists|[a-z]*physicists|astronomers|chemists|botanists|sailors|mathematicians|linguists|brewers|bakers|climbers|surfers|gardeners"
    r"|foresters|printers)\Z",
    re.IGNORECASE,
)
"""Those whose trade has words of its own, and who hardly ever tell what they think of a deal: not nurses, pilots or miners."""
_TERM = late_pattern(r"\b(?:call|name|term|know) (?!for\b)(?:[^.;:]{2,60} )?\Z")
"""What stands before a word that a trade has for something: not "call for '...'"."""
_STOCK = frozenset(
    {"de facto", "de jure", "ad hoc", "status quo", "per se", "persona non grata", "fait accompli", "quid pro quo"}
)
"""Borrowed words that are marked as such."""
_LABELLING = word_set("the its his her their our a an")
_SHORT = 4
_LONGEST_REMARK = 3
_ANYBODYS = 0.5
_HARDLY = 0.8
"""Confidence below which a single word that names a sort of thing is nobody's."""
_BEFORE_NOUN = late_pattern(r" [a-z]{3,}")
_FAIRLY_SURE = 0.68
_NICKNAME_BEFORE = late_pattern(r"(?:[A-Z]\w+|[A-Z]\.) \Z")
_NICKNAME_AFTER = late_pattern(r"[ \u00a0]+[A-Z]")
_LONGEST_NICKNAME = 30
_MOST_NICKNAME_WORDS = 2
_BEING = word_set("is was are were be been")
_OF_WHAT = word_set("of as")
_MAKING = frozenset({"write", "read", "sing", "tell"})
"""Verbs right after which a title may stand: "sang 'Moon Song'", "told 'Harbour Tonight' that"."""
_TITLING = word_set("titled entitled headlined subtitled captioned marked")
"""Words right before marks that always make a title of what stands between them."""
_TITLE_SMALL = word_set("a an the of on in and for to at with from or by")


def is_nobodys(
    paragraph: Paragraph, span: MarkedSpan, text: str, found: Found, *, bare: bool = False, follows: bool = False
) -> bool:
    """Whether the words `text` between the marks of a span are a scare quotation, a title or a nickname.

    `bare`: nothing else stands in its sentence; `follows`: only "and" or a comma joins it to one that is somebody's.
    """
    words = WORD.findall(text[:400])
    start = span.outer_start - paragraph.start
    before = paragraph.masked[max(0, start - 60) : start]
    bare_before = before.rstrip()
    last_word = (WORD.findall(before) or [""])[-1].lower()
    if len(words) > 8:
        return False
    if " ".join(words).lower() in _STOCK:
        return True
    if text[0] == "(" and text[-1] == ")" and len(words) <= _LONGEST_REMARK:
        # "(Applause)", a remark of the transcript
        return True
    if before.endswith("="):
        # An attribute of markup that was left in the text.
        return True
    if last_word in _TITLING or (last_word in cues.NOBODY and found.confidence < 0.9):
        return True
    if _PRINTED.search(before):
        return True
    used = _WORDS_USED.search(before) is not None and not _NOT_USED.search(before)
    judged = _JUDGED.search(before) and not _BEFORE_WORD.match(paragraph.masked, span.outer_end - paragraph.start)
    if _NO_SPEECH_BEFORE.search(before) and not used and not judged:
        return True
    work = _WORK_NAMED.search(before)
    if work is not None and work["named"] is None and not text[:1].islower():
        return True
    called = _WORK_CALLED.search(before)
    if called is not None and (called["comma"] or not text[:1].islower()):
        return True
    if _WORK_BEFORE.search(before) and _WORK_AFTER.match(paragraph.masked, span.outer_end - paragraph.start):
        return True
    if (
        text[:1].isupper()
        and text[-1:] != ","
        and _TITLED_AFTER.match(paragraph.masked, span.outer_end - paragraph.start)
    ):
        return True
    if not text[:1].isalnum() and text[:1] not in "$\u00a3\u20ac[.\u2026'\u2018(#@":
        return True
    after = paragraph.masked[span.outer_end - paragraph.start : span.outer_end - paragraph.start + 1]
    capitals = [word for word in words if word[0].isupper() or word[0].isdigit()]
    small = [word for word in words if word.lower() in _TITLE_SMALL]
    titled = (
        len(words) > 1
        and len(capitals) + len([word for word in small if word not in capitals]) == len(words)
        and text[-1:] not in "?!"
    )
    if (
        len(words) > 1
        and text[:1].isupper()
        and len(capitals) + len([word for word in small if word not in capitals]) == len(words)
        and _STATIONS.search(before) is not None
    ):
        # "said on the station's 'Wait, Not Yet!'"
        return True
    performed = len(words) <= _MOST_TITLE_WORDS and _PERFORMED.search(before) is not None
    explained = titled and _WORK_EXPLAINED.search(before) is not None
    if (performed or (explained and (text[-1:] in ",." or after in {",", ";", "."}))) and text[:1].isupper():
        return True
    if titled and found.phrase is not None and found.phrase.text.lower() in _EVERYBODY and _CALLED_ONE.search(before):
        # "Everybody called him 'Concrete Ray'."
        return True
    if len(words) <= _MOST_TERM_WORDS and text.islower() and words[0] not in _ARTICLES and _is_trades(found, before):
        # "Geologists call the smooth sort 'satin lava'."
        return True
    naming = (
        found.cue is not None
        and found.confidence >= 0.88
        and cues.VERBS.get(found.cue, ("", ""))[0] in cues.NAMING_VERBS
    )
    as_named = last_word == "as" and found.cue is not None and found.confidence >= _FAIRLY_SURE
    predicate = found.cue is not None and found.confidence >= _FAIRLY_SURE and _is_predicate(before)
    strong_intro = (
        naming
        or (found.cue is not None and _IDEA_OF.search(before) is not None)
        or as_named
        or predicate
        or bare_before.endswith((",", ":"))
        # "Lee wrote 'Moon Song'": what somebody writes or sings may be a work.
        or (found.cue is not None and last_word == found.cue and cues.VERBS.get(last_word, ("",))[0] not in _MAKING)
    )
    ends_as_speech = text[-1:] in ",?!" or after == ","
    own_sentence = bare and text[-1:] in ".?!"
    """Nobody's title stands as a sentence of its own after somebody's words."""
    if (
        titled
        and not strong_intro
        and not own_sentence
        and not follows
        and not (found.confidence >= 0.9 and ends_as_speech and not _in_title_place(last_word, before))
    ):
        return True
    if paragraph.headline:
        # The text may tell whose words a headline has.
        return False
    if (
        len(words) == 1
        and (
            (found.cue is None and found.confidence < _ANYBODYS)
            # "promoting 'magic' pills": what is far from a word of saying is hardly its words
            or (
                found.confidence - found.doubt < _HARDLY
                and last_word.endswith("ing")
                and cues.VERBS.get(last_word, (last_word,))[0] in cues.WEAK_VERBS | {last_word}
            )
        )
        and _BEFORE_NOUN.match(paragraph.masked, span.outer_end - paragraph.start)
    ):
        # "40,000 'ghost' voters"
        return True
    if (
        found.cue is None
        and len(words) <= _SHORT
        and last_word in _LABELLING
        and text[-1:] not in ".,?!"
        and _NICKNAME_AFTER.match(paragraph.masked, span.outer_end - paragraph.start)
    ):
        # "its 'chief of fun' Ann Lee"
        return True
    thing = found.phrase is not None and found.phrase.kind is PhraseKind.THING
    # "the strategy of 'open doors'": nobody is near.
    alone = own_sentence or bare_before.endswith(":")
    return len(words) <= 3 and not alone and (found.confidence < 0.4 or (thing and found.confidence < _ANYBODYS))


def _is_trades(found: Found, before: str) -> bool:
    """Whether words are the term of a trade: "Sailors call it 'pooping'"."""
    return (
        found.phrase is not None and _TRADES.match(found.phrase.text) is not None and _TERM.search(before) is not None
    )


def _in_title_place(last_word: str, before: str) -> bool:
    """Whether what stands before the marks is what stands before a title: "on '...'", "the paper's '...'"."""
    return last_word in {"on", "in", "of", "to", "the"} or before.rstrip().endswith(("'s", "\u2019s"))


def _is_predicate(before: str) -> bool:
    """Whether what stands before the marks leads on to what something is said to be: "said it was a '...'", not "at a '...'"."""
    words = [word.lower() for word in WORD.findall(before)[-2:]]
    if not words or words[-1] not in {"a", "an"}:
        return bool(words) and words[-1] in _BEING
    return len(words) > 1 and words[0] not in cues.PREPOSITIONS - _OF_WHAT


def is_nickname(text: str, span: MarkedSpan) -> bool:
    """Whether marks stand around a part of a name, like "Robert 'Bob' Lee", "Tom 'the cat' Lee"; not in "Lee 'misled' Kay"."""
    return (
        span.end - span.start <= _LONGEST_NICKNAME
        and (not text[span.start].islower() or text.startswith("the ", span.start))
        and len(WORD.findall(text[span.start : span.end])) <= _MOST_NICKNAME_WORDS
        and _NICKNAME_BEFORE.search(text, max(0, span.outer_start - 30), span.outer_start) is not None
        and _NICKNAME_AFTER.match(text, span.outer_end) is not None
    )
