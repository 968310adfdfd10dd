"""Who speaks in a list or a clause that leaves out the word of saying: "Lee said '...', Ruiz '...'"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import QUOTED
from newsdesk.find.quotes import cues
from newsdesk.find.quotes.found_speaker import Found
from newsdesk.find.quotes.name_forms import is_person
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotes.words_of_saying import FINITE_TENSES
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.chosen_cue import ChosenCue
    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.find.quotes.words_of_saying import Cue

SPEAKS_SO = (
    r" (?:went (?:even |one step |a step |much )?further|(?:was|were|sounded|seemed) (?:(?:more|less|far|much|rather|even|also|as) )*(?:blunt(?:er)?|clear(?:er)?"
    r"|plain(?:er)?|direct|scathing|harsher|sharper|gloomier|adamant|defiant|emphatic|dismissive|cautious|optimistic|unmoved|unrepentant|furious"
    r"|critical|sceptical|skeptical|diplomatic|forthright|unimpressed|unconvinced|sure)|struck an? (?:[a-z]+ ){1,2}(?:tone|note)|(?:hit|fired|shot|struck) back"
    r"|had (?:an? |the )?(?:other|another|different|simpler|blunter|sharper) (?:view|views|words?|answer|message|idea|ideas)|disagreed|demurred"
    r"|took (?:an?|another) (?:[a-z]+ )?(?:view|line)|put it (?:more |rather )?[a-z]+|saw it differently)(?: [^,;:.\x01-\x04]{1,40})?"
)
"""How somebody speaks who is then quoted without a word of saying."""
_TONE = late_pattern(SPEAKS_SO + r": ?\Z")
ANNOUNCES = late_pattern(r"(?:, [^,.;:]{2,60})?,?" + SPEAKS_SO + r"[.:] [\u201c\"]")
"""What follows somebody whose words come next, whoever they are then told to be: "Lee was blunter. '...'"."""
_LONGEST_TONE = 120
_NEXT_CLAUSE = late_pattern(r"(?:[,\x01-\x04]|\w) ?(?:but|while|whereas|and|although|though) |; ")
_UP_TO_TONE = late_pattern(
    r"(?:, [^,;:()\x01-\x04]{2,60})?,?(?: (?:[a-z]+ly|then|later|also|himself|herself|themselves))?"
)
_LISTED = 0.9
"""Confidence in who stands before a quotation in a list that leaves out the word of saying."""
_LONGEST_LISTED = 120
_LISTS = late_pattern(r"[\x01-\x04][,;]? (?P<joined>(?:and|but|while) )?\Z")
_LIST_BEGINS = late_pattern(r"[:,]? (?:(?:that )?(?:it|this|that|them) (?P<was>(?:was|is|were|are) )?)?")
"""Words between the word of saying and the first quotation of a list: nothing that another name may stand beside."""
_LIST_GOES_ON = late_pattern(
    r",? (?P<that>that (?:it|they|he|she|this|these|those|the [a-z]+) (?:was|were|is|are|had been|would be) (?:[a-z]+ )?)?"
)
_CALLED_IT = late_pattern(r" (?:it|them|this|that)(?:(?P<article> an? | the )| )")
"""What stands between a word for naming something and the name that each of a list gives it."""
_ABOUT = frozenset({"of", "about"})
_NAMELESS = frozenset({PhraseKind.ROLE, PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION})
_RUNS = late_pattern(r"[\x01-\x04]++")
_OBJECT_FIRST = late_pattern(r"\A (?:him|her|them|it) ")
"""Whom a word of saying is about, before what joins it to what is said: "blamed him for"."""
_SPOKE_OF = late_pattern(r" (?P<how>of|about|against|for|as|to)(?: an?| the)? ")
"""What stands between a word of saying and what each of a list speaks of."""
_TELLS_OF = late_pattern(
    rf"(?:{cues.FINITE.pattern}|[a-z]+ed\b|(?:and|or|to|for|of|in|at|with|who|whose|as|from|on|by)\b)"
)
"""How a quotation begins that tells something of whose name stands before it."""
_TOLD_BY_TONE = 0.8
_ACTS = 0.7


def listed(chosen: ChosenCue) -> Found | None:
    """Ruiz in "Lee said '...', Ruiz '...'"."""
    another = _listed_before(chosen.paragraph, chosen.cue, chosen.start, chosen.end)
    return None if another is None else Found(another, chosen.number, chosen.cue.word, _LISTED)


def in_own_words(chosen: ChosenCue) -> Found | None:
    """Lee in "The firm said no, but its owner, Ann Lee, went further: '...'"."""
    another = _with_tone(chosen.paragraph, chosen.cue, chosen.start)
    return None if another is None else Found(another, chosen.number, ":", _TOLD_BY_TONE)


def in_own_clause(chosen: ChosenCue) -> Found | None:
    """Kay in "Lee said no; Kay preferred '...'"."""
    another = _acting_in_clause(chosen.paragraph, chosen.cue, chosen.start)
    return None if another is None else Found(another, chosen.number, None, _ACTS)


def _listed_before(paragraph: Paragraph, cue: Cue, start: int, end: int) -> Phrase | None:
    """Who stands before a quotation of a list that leaves out the word of saying: "Lee said '...' and Ruiz that it was '...'"."""
    text = paragraph.masked
    first = QUOTED.search(text, cue.end, start)
    if first is None or cue.inverted or cue.tense not in FINITE_TENSES:
        return None
    between = text[cue.end : first.start()]
    named = _CALLED_IT.fullmatch(between)
    if cue.verb in cues.NAMING_VERBS and named is None and between != " ":
        # Not "Lee hailed '...' and Ruiz '...'".
        return _in_list_of_names(paragraph, cue, first.start(), start)
    if any(phrase.kind is PhraseKind.NAME for phrase in paragraph.phrases_between(cue.end, first.start())):
        # "Lee told Ruiz '...' and Kay '...'"
        return None
    for phrase in reversed(paragraph.phrases_between(max(first.start(), start - _LONGEST_LISTED), start)):
        goes_on = _LIST_GOES_ON.fullmatch(text, phrase.end, start)
        alike = named is not None and named["article"] and text[phrase.end : start] in {" a ", " an ", " the "}
        too = _speaks_of_too(between, text[phrase.end : start])
        group = phrase.kind in _NAMELESS and too
        if not (group or (phrase.kind is PhraseKind.NAME and (goes_on or alike or too))):
            continue
        listed = _LISTS.search(text, max(0, phrase.start - 12), phrase.start)
        if listed is None or phrase.possessive or phrase.owner or not (group or is_person(phrase.core)):
            return None
        if too:
            # "and the mayor of '...'" may tell what the mayor is of.
            # "Lee blamed him for '...', Ruiz for '...'": Ruiz blames or is blamed.
            return replace(phrase, unsure=True) if group or _OBJECT_FIRST.match(between) else phrase
        if goes_on is None or goes_on["that"]:
            return phrase
        begins = _LIST_BEGINS.fullmatch(text, cue.end, first.start())
        if (begins is None and named is None) or _TELLS_OF.match(paragraph.quoted(start, end)):
            # "Lee said the mayor was '...' and Ruiz '...'", "Lee said '...' and Ruiz 'was there'"
            return None
        # "Lee called it '...' and Ruiz '...'": what Ruiz called it, or what Lee called Ruiz.
        unsure = (begins is not None and begins["was"]) or (cue.verb in cues.NAMING_VERBS and listed["joined"])
        return replace(phrase, unsure=True) if unsure else phrase
    return None


def _in_list_of_names(paragraph: Paragraph, cue: Cue, first: int, start: int) -> Phrase | None:
    """Who else calls the same thing something: "Lee called the bill '...', Ruiz '...'"; never sure, since Lee may call Ruiz so."""
    text = paragraph.masked
    things = paragraph.phrases_between(cue.end, first)
    if len(things) != 1 or things[0].kind is not PhraseKind.THING or text[things[0].end : first].strip():
        return None
    for phrase in paragraph.phrases_between(max(first, start - _LONGEST_LISTED), start)[-1:]:
        person = phrase.kind is PhraseKind.NAME and is_person(phrase.core) and not phrase.possessive
        beside = text[phrase.end : start] == " " and _LISTS.search(text, max(0, phrase.start - 12), phrase.start)
        if not person or not beside:
            return None
        # "Lee called the bill '...' and Ruiz '...'": what Lee called Ruiz, where no other is listed.
        alone = (
            beside["joined"]
            and len(_RUNS.findall(text, max(first, phrase.start - 2 * _LONGEST_LISTED), phrase.start)) == 1
        )
        return None if alone else replace(phrase, unsure=True)
    return None


def _acting_in_clause(paragraph: Paragraph, cue: Cue, start: int) -> Phrase | None:
    """Who acts in a clause after a semicolon that holds the quotation and no word of saying: "Lee said no; Kay preferred '...'"."""
    text = paragraph.masked
    opens = text.rfind("; ", max(cue.end, start - _LONGEST_LISTED), start) + 2 if cue.end <= start else 1
    for phrase in paragraph.phrases_between(opens, start)[:1] if opens > 1 else ():
        who = paragraph.named_after(phrase) or phrase
        told = phrase.start == opens and not (phrase.possessive or who.possessive)
        person = who.kind is PhraseKind.ROLE or (who.kind is PhraseKind.NAME and is_person(who.core))
        return who if told and person and not QUOTED.search(text, opens, start) else None
    return None


def _speaks_of_too(first: str, other: str) -> bool:
    """Whether one word joins two quotations to what is said, and to who says it too: "Lee spoke of '...' and Ruiz of '...'"."""
    one, two = _SPOKE_OF.fullmatch(_OBJECT_FIRST.sub(" ", first, count=1)), _SPOKE_OF.fullmatch(other)
    return one is not None and two is not None and (one["how"] == two["how"] or {one["how"], two["how"]} == _ABOUT)


def _with_tone(paragraph: Paragraph, cue: Cue, start: int) -> Phrase | None:
    """Who goes on in a clause without a word of saying: "The firm said no, but its owner, Ann Lee, went further: '...'"."""
    text = paragraph.masked
    tone = _TONE.search(text, max(cue.end, start - _LONGEST_TONE), start) if cue.end <= start else None
    if tone is None:
        return None
    for clause in reversed([*_NEXT_CLAUSE.finditer(text, cue.end, tone.start() + 1)]):
        for phrase in paragraph.phrases_between(clause.end(), tone.start() + 1)[:1]:
            named = paragraph.named_after(phrase) or phrase
            if phrase.start == clause.end() and phrase.kind is not PhraseKind.THING and not phrase.possessive:
                return named if _UP_TO_TONE.fullmatch(text, named.end, tone.start()) else None
        return None
    return None
