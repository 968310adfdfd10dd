"""Whom a pronoun means: somebody whom its own post names before it, the nearest subject first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.name_forms import institution_name, is_document
from newsdesk.find.quotes.named_places import follows_place_word
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern
from newsdesk.model import ActorKind, Place

if TYPE_CHECKING:
    from newsdesk.find.quotes.candidates import NameSeen, Speaker
    from newsdesk.find.quotes.post_speakers import PostSpeakers
    from newsdesk.find.quotes.registry import Known

LOOK_BACK = 40
"""Names before a pronoun that are looked at."""
_FOLLOW_BACK = 20
"""Names before a pronoun that is only a link to the next: fewer, for speed."""
HE = frozenset({"he", "him", "his"})
SHE = frozenset({"she", "her", "hers"})
_MANY = frozenset({"they", "them", "their", "theirs"})
IT = frozenset({"it", "its"})
_FAR_AHEAD, _LEADING, _LEVEL = 0.98, 0.8, 0.7
"""What is left of a confidence when a pronoun means somebody: far ahead of all others, ahead, hardly ahead. Read on news
texts, the first was right in 97 of 100 places, the second in nine of ten, the third in seven of ten."""
_CLEAR = 0.9
"""Confidence from which on it is clear that "he" speaks, whoever he is."""
_UNTOLD_ONE = 0.3
"""Confidence in nobody, where "he" is one of several of whom nothing is told."""
_TWICE = 0.9
"""The most that is left where neither is clear."""
_FAR, _AHEAD = 1.2, 0.5
"""By how much somebody is far ahead of the next one, and ahead."""
_SUBJECT = 0.9
"""Sentences that a subject stands nearer than another name."""
_OPENS = 0.8
"""The same for the owner of a sentence's first thing."""
_GOES_ON = 0.75
"""The same for "he" as a subject, which says nothing new."""
_ONE_WORD = 0.8
"""Sentences that a word stands farther off which no title, role or first name tells to be a person's."""
_OWN_KIN = 0.5
"""Sentences that somebody stands nearer whom only a word for the other gender tells of: "his wife", for "she"."""
_OFTEN = 2
"""Times that a subject is named before its one word seems to be a name."""
_NEAR = 2.0
"""By how much somebody may stand behind the best one and still be meant, where nothing tells the best one's gender."""
_NAMED_AHEAD = -1.2
"""Sentences that somebody stands off who is named only after the pronoun."""
_MOST_NAMESAKES = 20
_NAMELESS = word_set(
    """man woman boy girl lady spokesman spokeswoman spokesperson father mother son daughter brother sister husband wife
    widow widower uncle aunt grandfather grandmother resident witness neighbour neighbor aide official source"""
)
"""Whom a story may tell of without a name, with "the" too; "the senator" has been named before."""
UNTOLD = frozenset({"one", "another"})
"""Words for one of several people that tell nothing of that one."""
_ASKING = word_set("questioner interviewer host moderator reporter journalist interpreter translator")
"""Those after whom somebody else answers."""
_NEW = late_pattern(r"(?:an?|one|another|my|our|his|her|their)\s", re.IGNORECASE)
_BEGINS = late_pattern(r"(?:\A|[.!?:\n\u201c\u201d\"'])\s*\Z")
"""What stands before the first word of a sentence."""
_OPENING = late_pattern(
    r"(?:\A|[.!?:\n\u201d\"])\s*(?:(?:But|And|Yet) )?(?:[Aa]lthough|[Ww]hile|[Tt]hough|[Aa]fter|[Bb]efore|[Ww]hen|[Aa]s|[Ii]f|[Bb]ecause|[Ss]ince"
    r"|[Oo]nce|[Uu]ntil) \Z"
)
"""What stands before the subject of a clause that opens a sentence and is not its main one."""
_WHO = late_pattern(r"(?:,| ?[\u2013\u2014]| --?)? ?who\b")
_OWNS = late_pattern(r"['\u2019]s? ")
_OWN_ENDINGS = ("'", "\u2019")
"""What tells that a name is not the place itself: "in Ann Lee's kitchen"."""
_BOUND = late_pattern(
    r"\b(?:whether|if|when|that|what|as|after|before|while|because|how|why|where|until|since|although|though) \Z"
)
"""What stands before the subject of a clause that depends on another."""
_ABOUT = late_pattern(
    r"(?:\A|[.!?:\n\u201d\"] ?)(?:(?:But|And|When) )?(?:[A-Z]?[a-z]+ed|[Ss]peaking|[Tt]alking|[Cc]ommenting|[Rr]eflecting)(?: [a-z]+){0,2} (?:about|on|of|over)"
    r" (?:(?:the|his|her) (?:[a-z-]+ ){1,3})?\Z"
)
"""How a sentence begins that first tells whom it is about."""
_ASKED_BY = late_pattern(
    r"(?:\A|[.!?:\n\u201d\"] ?)(?:(?:But|And|When) )?[A-Z][a-z]+(?:-[a-z]+)?ed (?:again )?by (?:(?:the|a|an|his|her) [a-z ]{2,40}, )?\Z"
)
"""How a sentence begins that first tells who put a question to its subject."""
_TOLD_THAT = late_pattern(
    r"(?:\A|[.!?:\n\u201d\"] ?)(?:(?:But|And|When) )?(?:[Tt]old|[Ii]nformed|[Rr]eminded|[Hh]earing|[Ll]earning)(?: by [a-z ]{2,30})? that (?:(?:the|his|her) [a-z ]{2,40},? )?\Z"
)
"""How a sentence begins that tells first who said something of whom it is about."""
_LONGEST_ABOUT = 80
_INNER = late_pattern(r"\b(?:said|says|that|whether|if|how|why) \Z")
_INSERTED = late_pattern(r", |,? [\u201c\"\u2018][^\u201c\u201d\"\n]{1,200}[\u201d\"\u2019],? ")
"""What stands between a subject and "she added" when it is somebody else's."""
_READS = late_pattern(r" (?:simply |only |just )?reads?\b")
_ISSUES = late_pattern(
    r"(?<!was )(?<!were )(?<!been )\b(?:sent|issued|released|published|posted|wrote|made|gave|shared|circulated|signed|filed|put out|sent out|put up)"
    r"(?: [a-z]+){1,4}\Z"
)
"""What stands where a body, or somebody, issues a document."""
_LONGEST_ISSUED = 80
_SAYS = late_pattern(r" (?:(?:has|had|also|later|then|once|[a-z]+ly) ){0,2}(?P<verb>[a-z]+)\b")
_NEXT_TO = 24
"""Characters after a word of saying in which whoever is spoken of stands: "he told the court Ruiz had ..."."""
_CLAUSE_ENDS = late_pattern(r"[,;:]|\b(?:but|and|as|while|when)\b")
_GOVERNED = late_pattern(
    r"(?:\b(?:to|of|by|with|for|from|as|and|or|is|was|are|were|than|like|about|said|told|asked)|,|[a-z]ed|[a-z]ing) \Z"
)
"""What stands before a phrase that is no subject."""
_DOES = late_pattern(
    r" (?:then |also |[a-z]+ly )?(?!(?:this|its|his|as|hers|theirs|across|towards|besides|was|is|has)\b)[a-z]{2,}(?:[a-rt-z]s|ed)\b"
)
"""What somebody does."""
_REPORTS = late_pattern(
    r" (?:(?:has|had|also|later|then|once|[a-z]+ly) ){0,2}(?P<verb>[a-z]+)(?: on [A-Z][a-z]+day)?(?: that)? "
)
"""What stands between who tells of somebody and that one."""
_ACTS_ON = late_pattern(r"[^.?!\n]{0,200}\b(?:him|her)\b")
"""What follows somebody who does something to whoever tells it, and may speak next: "Lee said the driver had called her"."""
_EXPLAINED = late_pattern(r", (?:\d{1,3}, )?")
"""What stands between a name and what explains it."""
_TO_WHOM = word_set("told tells asked asks urged urges warned warns")
"""Words of saying after which those stand to whom it is said."""
_QUESTION = late_pattern(
    r"^[*_ ]*(?:(?P<asks>[^\W\d_][^\u201c\u201d\"\n.?!]{2,240})\?(?=[*_ ]*$|[*_ ]+[A-Z])|(?P<bids>(?:Tell|Talk|Take|Walk) (?:me|us)\b[^\u201c\u201d\"\n]{2,160}\.[*_ ]*$))",
    re.MULTILINE,
)
"""A paragraph that only asks or bids somebody to tell something, or begins so and goes on with the answer, as interviews print their questions."""
_TOLD_TO = late_pattern(
    r"\b[Aa]s told to [A-Z]|^[*_ ]*(?:Interview(?:s|ed)?(?: by|:) [A-Z]|In (?:his|her|their) own words\b)", re.MULTILINE
)
"""What an article says whose "I" is not its writer."""
_NAMED_FIRST = late_pattern(r"[^:]{2,60}: ")
_OWN_WORDS = late_pattern(r"[\u2018\u201c'\"](?:I|My|We)\b")
"""How words in a headline begin that somebody says of himself."""
_YOU = late_pattern(r"\b[Yy]our?s?\b")
_MAYBE_ASKED = 0.7
"""Most confidence in an article's writer as "I" where a paragraph before asks something."""
_HEAD = late_pattern(
    r"^(?P<name>(?:[A-Z\u00c0-\u00de][\w'\u2019.-]+ ){1,3}[A-Z\u00c0-\u00de][\w'\u2019-]+)(?P<age>, \d{2}| \(\d{2}\))?(?:, (?P<trade>[a-z][^.?!:;\n\u201c\"]{2,60}))?$",
    re.MULTILINE,
)
"""A line that is nothing but somebody's name with an age or a trade: "Ann Lee, 34, nurse"."""
_FEWEST_HEADS = 2
_AS_SAYING = late_pattern(r"(?:him|her) as [a-z]+ing\b")
"""Whom somebody else quotes."""
_WHEN = late_pattern(r"\bwhen \Z")
_MESSAGE = r"(?:(?:text |voice |WhatsApp |direct )?messages?|texts?|letters?|e-?mails?|notes?|memos?|voicemails?|voice ?notes?|postcards?|cards?|telegrams?|cables?)"
_SENT_TO = late_pattern(
    rf"\b(?:{_MESSAGE}\b(?: [^,;:.!?\n\u201c\u201d\"]{{0,60}}?)?|(?:wrote|writes|written|writing)(?: (?:again|back|once|twice|regularly|privately))?) to "
    r"(?:(?:an?|the|one of|his|her|their|its|[A-Z][\w-]*(?: [A-Z][\w-]*)?['\u2019]s?) (?:[a-z'\u2019-]+ ){0,3}[a-z-]+(?: of [a-z ]{2,30})?,? )?\Z"
    r"|\b(?:sent|wrote|left|handed|mailed|texted|emailed|messaged)(?: (?:his|her|their|the) (?:[a-z-]+ ){0,3}[a-z-]+,?)? \Z",
    re.IGNORECASE,
)
"""What stands before whom a message goes to: "messages that Lee had sent to a friend, ", "Lee wrote to ", "Lee sent "."""
_GETS_IT = late_pattern(rf",? (?:an?|the|another|one|this|several|two|three|\w+) (?:[a-z-]+ ){{0,2}}{_MESSAGE}\b")
"""What follows that one where no "to" stands before: "sent Lee a text"."""
_WROTE_AT_ONCE = late_pattern(r"\b(?:texted|emailed|messaged)\b")
_RECEIVES = late_pattern(
    rf" (?:(?:had|has|then|later|also|[a-z]+ly) ){{0,2}}(?:received|got|gets|receives|(?:was|were|been) sent|opened|was shown) [^,;:.!?\n\u201c\u201d\"]{{0,40}}?{_MESSAGE}\b"
    r"[^,;:.!?\n\u201c\u201d\"]{0,30}? (?:from|by) "
)
"""What somebody does whom a message reaches."""
_WRITES = late_pattern(
    r" (?:(?:had|has|also|then|later|once|[a-z]+ly) ){0,2}(?:wrote|writes|written|texted|emailed|messaged|typed|tweeted)(?! back)\b"
)
"""What whoever sent a message does."""
_ANSWERS = late_pattern(
    r" (?:[a-z]+ly )?(?:replied|replies|answered|answers|responded|responds|(?:wrote|writes|texted|emailed) back)\b"
)
"""What whoever got a message does."""
_SUBJECTS = word_set("he she it they")
_LONGEST_SENT = 140
_CREDIT = late_pattern(
    r"^[*_> ]*[\u201c\u2018\"'][^\n]{2,240}[\u201d\u2019\"'][*_]*\n\s*(?:[-\u2013\u2014] ?)?(?P<who>[A-Z][^\n.?!:\u201c\u201d\"]{2,80})$",
    re.MULTILINE,
)
"""A quotation that is pulled out of its text, and whose it is in the line below."""
_PULLED_OUT = 3.0
"""Sentences that whoever only such a line names stands farther off."""
_ACCUSES = late_pattern(
    r" (?:(?:has|had|also|then|later|once|[a-z]+ly) ){0,2}(?:accused|accuses|called|calls|branded|brands|blamed|blames|labelled|labeled|dubbed)\b"
)
_DENIES = late_pattern(
    r" (?:[a-z]+ly )?(?:denied|denies|rejected|rejects|dismissed|dismisses) (?:it|this|that|the (?:claim|charge|accusation|allegation)s?)\b"
)
"""What somebody does whom another accused in the sentence before."""
_FAMILY = late_pattern(r"[Tt]he [A-Z][\w'\u2019-]*s")
"""A family or a band, none of whom is "he": "The Lees"."""
_I_TELL = late_pattern(
    r"\b(?:I|[Ww]e) (?:tell|told|remind|reminded|ask|asked|mention to|mentioned to|suggest to|suggested to|say to|said to|put it to) (?P<whom>him|her)\b(?! [a-z]+(?:er|or|man|woman|ist)\b)[^.?!;:\x01-\x04]{0,40}\Z"
)
"""What stands before somebody of whom the writer tells him or her."""
_REPLACED = late_pattern(
    r"(?:, [^,.!?\n]{2,60},)? (?:was|is|has been|had been) (?:then |later |soon |[a-z]+ly )?(?:replaced|succeeded|followed|joined|introduced|interviewed|questioned|accused)"
    r"(?: [a-z]+){0,3} by [A-Z]"
)
"""What is told of somebody where who comes next, or does it, may speak as well: "Lee was replaced by Kay. He said"."""


class Pronouns:
    """Answers for the pronouns of one post."""

    def __init__(self, speakers: PostSpeakers) -> None:
        self.speakers = speakers
        self._meant: dict[int, Known | str] = {}
        """Offset of a pronoun -> whom it means, where that is sure enough to go on from."""
        self._told: dict[Known, Counter[str]] = {}
        """How often a pronoun of each gender meant somebody, as far as pronouns are settled."""
        self._followed = 0
        """Names of the text up to which pronouns are settled."""
        self._standings: dict[int, float] = {}
        self._lent: dict[tuple[int, bool], Known | str | None] = {}
        self._places: set[Known] | None = None
        """Those whom the post's text names like places, once they are sought."""

    def resolve(self, speaker: Speaker, confidence: float) -> tuple[Known | str | None, float]:
        """Whom a pronoun means, or the pronoun itself where nobody fits, and the confidence in it; nobody for "it"."""
        word = speaker.text.lower()
        if word in {"i", "we", "my", "our"}:
            return self._of_own(speaker, word, confidence)
        if word == "it" and _READS.match(self.speakers.post.words_at(speaker.place), speaker.end):
            # "She found a note. 'Gone,' it read": no body reads
            letters = [
                name
                for name in self.speakers.last_before(speaker.start, speaker.place)
                if name.kind is PhraseKind.INSTITUTION and is_document(name.text)
            ]
            if not letters or (self.speakers.author(letters[-1]) is None and not self._is_issued(letters[-1])):
                return None, min(confidence, _UNTOLD_ONE)
        scores, doubt = self._scores(speaker.start, speaker.place, self._sentence(speaker), word)
        last = self.speakers.last
        if last is not None and last[0] < speaker.start and last[1] in scores:
            scores[last[1]] += 0.5
        if not scores:
            return (None, min(confidence, 0.3)) if word in IT else (speaker.text, confidence * 0.6)
        who, margin = _best(scores)
        sure = _FAR_AHEAD if margin >= _FAR else _LEADING if margin >= _AHEAD else _LEVEL
        if word in HE or word in SHE:
            fitting = self._fitting(scores, who, word, speaker.start, speaker.place)
            if fitting is not None:
                who, sure = fitting, min(sure, _LEADING)
        if (
            word in _MANY
            and not isinstance(who, str)
            and who.kind is ActorKind.INSTITUTION
            and _is_several(scores, who)
        ):
            # "The union was told by bosses. They said": one or many
            sure = min(sure, _LEADING)
        if who in doubt:
            sure = min(sure, _LEADING)
        if isinstance(who, str) and names.fold(who) in UNTOLD:
            return None, min(confidence, _UNTOLD_ONE)
        if confidence < _CLEAR:
            # Two doubts: whether "he" speaks at all, and who he is.
            sure = min(sure, _TWICE)
        return who, confidence * sure

    def _of_own(self, speaker: Speaker, word: str, confidence: float) -> tuple[Known | str, float]:
        """Whom "I" or "my" means outside quotations: who speaks or wrote the post, or whom it asks; the word itself for "we"."""
        post = self.speakers.post
        own = post.speaker or post.byline_name
        if word in {"we", "our"}:
            return speaker.text, confidence * 0.5
        if post.speaker is None and speaker.place == "text":
            told = self._tells(speaker)
            if told is not None:
                return told, confidence * 0.9
            if self._is_asked(speaker):
                return speaker.text, confidence * 0.5
            if own and self._may_be_asked(speaker):
                confidence = min(confidence, _MAYBE_ASKED)
        return (self.speakers.named(own, own), confidence * 0.9) if own else (speaker.text, confidence * 0.5)

    def _tells(self, speaker: Speaker) -> Known | None:
        """Who tells in an article of several, each below a line with the name: "Ann Lee, 34, nurse"."""
        heads = self._heads
        last = bisect_left(heads, (speaker.start, "")) - 1
        if last < 0 or len(heads) < _FEWEST_HEADS:
            return None
        at, name = heads[last]
        return self.speakers.named(name, name, at)

    @cached_property
    def _heads(self) -> list[tuple[int, str]]:
        """Where lines stand that are nothing but somebody's name with an age or a trade, and the name."""
        return [
            (found.start(), found["name"])
            for found in _HEAD.finditer(self.speakers.post.text)
            if (found["age"] or not names.PERSON_NOUNS.isdisjoint((found["trade"] or "").split()))
            and self.speakers.registry.is_person(found["name"])
        ]

    @cached_property
    def _questions(self) -> list[tuple[int, bool]]:
        """Where questions end with which paragraphs begin, and whether they ask "you" something."""
        text = self.speakers.post.text
        return [
            (found.end(), found["bids"] is not None or _YOU.search(found["asks"]) is not None)
            for found in _QUESTION.finditer(text)
        ]

    def _is_asked(self, speaker: Speaker) -> bool:
        """Whether "I" of an article is not its writer, as it says, or since the paragraph right before, or one of several, asks "you" something."""
        text = self.speakers.post.text
        if self._is_told_to_another:
            return True
        asks = [end for end, you in self._questions if you]
        last = bisect_left(asks, speaker.start) - 1
        if not asks or len(self._questions) > 1:
            return bool(asks)
        between = text[asks[last] : speaker.start].lstrip("*_ ") if last >= 0 else ""
        return between.startswith("\n") and "\n" not in between.lstrip()

    @cached_property
    def _is_told_to_another(self) -> bool:
        """Whether the article says that somebody told it to its writer."""
        return _TOLD_TO.search(self.speakers.post.text) is not None

    def _may_be_asked(self, speaker: Speaker) -> bool:
        """Whether "I" may be another than an article's writer: two paragraphs before ask something, or the headline has whose words they are."""
        return (len(self._questions) > 1 and self._questions[0][0] < speaker.start) or self._is_headed_by_another

    @cached_property
    def _is_headed_by_another(self) -> bool:
        """Whether the headline begins with somebody's name and a colon, or has words that somebody says of himself."""
        post = self.speakers.post
        headline = post.headline or ""
        first = _NAMED_FIRST.match(headline)
        named = first is not None and any(
            name.kind is PhraseKind.NAME
            and name.end == first.end() - len(": ")
            and self.speakers.registry.is_person(name.core)
            and name.core != post.byline_name
            for name in self.speakers.headline_names
        )
        return named or _OWN_WORDS.search(headline) is not None

    def other_than(self, known: Known, speaker: Speaker, offset: int) -> Known | None:
        """Whom a pronoun like `speaker` means at an offset, where it cannot be somebody known; None where nobody is sure."""
        scores, doubt = self._scores(offset, speaker.place, self._sentence(speaker), speaker.text.lower())
        others = {who: score for who, score in scores.items() if who is not known and who not in doubt}
        who = _best(others)[0] if others else None
        return None if isinstance(who, str) else who

    def _is_issued(self, document: NameSeen) -> bool:
        """Whether the words before a document tell that whom the sentence is about issued it: "The council sent a letter"."""
        text = self.speakers.post.words_at(document.place)
        return _ISSUES.search(text, max(0, document.end - _LONGEST_ISSUED), document.end) is not None

    def _scores(
        self, offset: int, place: Place, here: int, word: str, most: int = LOOK_BACK
    ) -> tuple[dict[Known | str, float], set[Known | str]]:
        """How well everybody named before a pronoun fits it, and those of whom there is a reason to doubt it."""
        before = self.speakers.last_before(offset, place)[-most:]
        one = word in HE or word in SHE
        if one and place == "text":
            self._follow(offset)
        scores: dict[Known | str, float] = {}
        leading: set[int] = set()
        """Sentences whose first subject was seen."""
        latest: dict[Known | str, int] = {}
        """Where in `before` each was named last."""
        untold = -1
        """Where somebody was told of last whose name the story does not give: "the candidate"."""
        subjects: list[Known | str] = []
        """Of the pronoun's own sentence."""
        asked_about: set[Known | str] = set()
        replaced: set[Known | str] = set()
        """Those in whose place another came in the sentence before, who may speak as well."""
        written_to: set[Known | str] = set()
        """Those whom the sentence before tells that a message went to, of whom it is doubtful that they speak."""
        text = self.speakers.post.words_at(place)
        writes = _WRITES.match(text, offset + len(word)) is not None
        denies = one and _DENIES.match(text, offset + len(word)) is not None
        answers = _ANSWERS.match(text, offset + len(word)) is not None
        quotes_him = one and place == "text" and _AS_SAYING.match(text, offset) is not None
        last_subject: Known | str | None = None
        spoken_of = self._spoken_of(offset, here, word) if one and place == "text" else set()
        kin: set[Known | str] = set()
        """Those whom only a word for the other gender tells of, and who do nothing."""
        guessed = False
        """Whether somebody is left out only because one word of a name is a first name of the other gender."""
        for order, name in enumerate(before):
            if name.subject and name.place == place and _INSERTED.fullmatch(text, name.end, offset) is not None:
                # "Her sister, she added, lives here", "Ruiz 'is late', she added": somebody else
                continue
            if one and order and name.kind is PhraseKind.ROLE and self._is_of(name, before[order - 1], word):
                continue
            if word in IT and not (writes or answers) and name.text.endswith(" app"):
                # "The bank's app crashed. '...,' it said": the bank
                continue
            guessed = guessed or (one and name.subject and self._is_guessed(name, word))
            who = self._lends(name, word) if one else self.antecedent(name, word)
            known = None if isinstance(who, str) else who
            if one and known is not None and (self._is_told_otherwise(known, word) or self._is_place(known)):
                continue
            if who in spoken_of or (one and self._is_told_to(name, word)):
                continue
            if one and names.fold(name.text) in UNTOLD and "\n" in text[name.end : offset]:
                # "'Scrap iron,' wrote one.\n\nShe married in 1974.": not that one
                continue
            if who is None:
                if (
                    word in IT
                    and name.subject
                    and here - name.sentence <= 1
                    and name.kind is PhraseKind.INSTITUTION
                    and is_document(name.text)
                ):
                    # "The report was out. It said": nobody before, where nothing tells whose it is
                    scores.clear()
                fits = _may_be(name, word) or (one and here - name.sentence <= 1 and self._acts(name))
                if name.kind is PhraseKind.ROLE and fits and self.speakers.means(name) is None:
                    untold = order
                continue
            if one and name.subject and here - name.sentence == 1 and _REPLACED.match(text, name.end):
                replaced.add(who)
            if denies and name.subject and here - name.sentence == 1 and _ACCUSES.match(text, name.end):
                asked_about.add(who)
            follows = word in _SUBJECTS and not answers and name.place == place and here - name.sentence <= 1
            if follows and self._is_written_to(name):
                if writes or name.sentence == here:
                    # "In a message to Lee, he wrote": another
                    asked_about.add(who)
                else:
                    written_to.add(who)
            if one and name.place == place == "text" and self._is_asked_about(name, offset, here):
                # "Asked about Lee, he said": another
                asked_about.add(who)
            latest[who] = order
            distance = here - name.sentence if name.place == "text" else here + 1
            standing = self._standing(name)
            score = -1.0 * min(distance, 8) + standing + order * 0.01
            if name.subject and standing >= _GOES_ON and name.sentence not in leading:
                score += 0.35
                leading.add(name.sentence)
            if name.place == "text" and self._is_credited(name.start):
                score -= _PULLED_OUT
            if name.sentence == here:
                last_subject = who if name.subject else last_subject
                if name.subject and standing:
                    # "Lee frowned, but he told ..."
                    score += 0.0 if subjects else 0.5
                    subjects.append(who)
                else:
                    score -= 0.3
            if isinstance(who, str):
                score += 0.4 if name.gender is not None else 0.0
                if one and not name.subject and self._is_of_the_other(name, word):
                    score += _OWN_KIN
                    kin.add(who)
            else:
                if one and who.gender is not None:
                    score += 0.4
                if name.kind is PhraseKind.NAME and len(who.words) == 1 and not (who.genders or who.roles):
                    just_led = distance == 1 and name.subject and standing == _SUBJECT and who.seen >= _OFTEN
                    score -= _ONE_WORD / 2 if just_led or who.led >= _OFTEN else _ONE_WORD
                if who.roles:
                    # Somebody who was introduced, rather than a place or a team.
                    score += 0.5 if word.startswith("the ") else 0.1
            if word in _MANY and name.kind is PhraseKind.COLLECTIVE:
                score += 0.5
            if score > scores.get(who, -99.0):
                scores[who] = score
        if quotes_him and last_subject is not None:
            # "Lee's spokesman quoted him as saying": another than the spokesman
            asked_about.add(last_subject)
        scores = {who: score for who, score in scores.items() if who not in asked_about}
        doubt: set[Known | str] = {
            who for who in scores if untold > latest[who] or (isinstance(who, str) and who.startswith("the "))
        }
        doubt |= (kin | written_to | replaced) & scores.keys()
        if one:
            doubt |= self._named_like_places() & scores.keys()
        if guessed:
            doubt |= {
                who for who in scores if not isinstance(who, str) and len(who.words) == 1 and _gender(who) is None
            }
        if one and place == "text":
            if len(set(subjects)) > 1 and self._when(offset):
                # "Lee said Ruiz was right when he said": Ruiz
                scores[subjects[-1]] += 1.0
                doubt.add(subjects[-1])
            ahead = self._named_ahead(offset, here, word)
            if ahead is not None:
                scores[ahead] = max(scores.get(ahead, -99.0), _NAMED_AHEAD)
                doubt.add(ahead)
        return scores, doubt

    def _named_like_places(self) -> set[Known]:
        """Those whom the post names after words that a place follows, and of whom no role and no title tells that they are people."""
        if self._places is None:
            speakers = self.speakers
            self._places = {
                known
                for name in speakers.text_names
                if name.kind is PhraseKind.NAME
                and name.text == name.core
                and not name.subject
                and follows_place_word(speakers.post.text, name.start)
                and not speakers.post.text.startswith(_OWN_ENDINGS, name.end)
                and (known := speakers.means(name)) is not None
                and not known.roles
            }
        return self._places

    def _is_place(self, who: Known) -> bool:
        """Whether somebody is a place, as far as the story tells: nothing is told to be done by it, and no first name begins it."""
        # What pronouns told of the only name in a post may be told of nobody named.
        first_name = bool(who.words) and names.gender_of(who.words[0]) is not None
        return not who.led and not first_name and who in self._named_like_places()

    def _acts(self, name: NameSeen) -> bool:
        """Whether a new person without a name does something, wherever the sentence has it: "At noon an officer knocks"."""
        text = self.speakers.post.text
        if name.place != "text" or not _told_of(name) or name.gender is not None:
            return False
        governed = _GOVERNED.search(text, max(0, name.start - 12), name.start) is not None
        return not governed and _DOES.match(text, name.end) is not None

    def _is_of(self, name: NameSeen, before: NameSeen, word: str) -> bool:
        """Whether a role tells of whom a pronoun may mean that is named right before it, or of whom that one tells.

        "Lee, 41, a mother of four, said"; "Lee said the driver had fled. '...,' she said".
        """
        if not before.subject or before.sentence != name.sentence or name.place != "text":
            return False
        text = self.speakers.post.text
        reports = _REPORTS.fullmatch(text, before.end, name.start)
        tells = reports is not None and reports["verb"] in cues.STRONG and reports["verb"] not in _TO_WHOM
        tells = tells and _ACTS_ON.match(text, name.end) is None
        explained = (
            name.text.startswith(("a ", "an ")) and _EXPLAINED.fullmatch(text, before.end, name.start) is not None
        )
        if not (tells or explained) or self.speakers.means(name) is not None:
            return False
        who = self._lends(before, word)
        return who is not None and not isinstance(who, str) and (explained or who.gender is not None)

    def _is_told_to(self, name: NameSeen, word: str) -> bool:
        """Whether whom a pronoun means is told by the writer what somebody else without a name said: "I tell her that one critic loved it. She ..."."""
        if name.kind is not PhraseKind.ROLE or name.place != "text":
            return False
        told = _I_TELL.search(self.speakers.post.text, max(0, name.start - _LONGEST_ABOUT), name.start)
        return told is not None and (told["whom"] == "him") is (word in HE)

    def _is_guessed(self, name: NameSeen, word: str) -> bool:
        """Whether one word alone tells of somebody that a pronoun is not meant: of "Brooke", who may be Tony Brooke."""
        known = self.speakers.means(name) if name.kind is PhraseKind.NAME else None
        return known is not None and known.gender is None and _gender(known) == ("f" if word in HE else "m")

    def _spoken_of(self, offset: int, here: int, word: str) -> set[Known | str | None]:
        """Whom a sentence names after "he said": "He said Ruiz was late" is not said by Ruiz."""
        text = self.speakers.post.text
        says = _SAYS.match(text, offset + len(word))
        opens = _OPENING.search(text, max(0, offset - 24), offset) is not None
        if says is None or opens or cues.VERBS.get(says["verb"], ("", ""))[1] not in {"past", "present"}:
            return set()
        after = self.speakers.text_names[bisect_left(self.speakers.starts, offset) :][:6]
        return {
            known
            for name in after
            if name.sentence == here
            and name.kind is PhraseKind.NAME
            and name.start - says.end() <= _NEXT_TO
            and _CLAUSE_ENDS.search(text, offset, name.start) is None
            and (known := self.speakers.means(name)) is not None
        }

    def settle(self, offset: int, who: Known | str) -> None:
        """Tell whom the pronoun at an offset means, where something else than names tells it."""
        self._meant[offset] = who

    def _follow(self, offset: int) -> None:
        """Settle whom each "he" and "she" before an offset means: who is told of by pronouns is told of."""
        text_names = self.speakers.text_names
        while self._followed < len(text_names) and text_names[self._followed].start < offset:
            name = text_names[self._followed]
            self._followed += 1
            word = name.text.lower()
            if name.kind is PhraseKind.PRONOUN and (word in HE or word in SHE) and name.start not in self._meant:
                scores, doubt = self._scores(name.start, "text", name.sentence, word, _FOLLOW_BACK)
                if scores:
                    who, margin = _best(scores)
                    fitting = self._fitting(scores, who, word, name.start, "text")
                    if margin >= _AHEAD and who not in doubt and fitting in {None, who}:
                        self._meant[name.start] = who
                        if not isinstance(who, str):
                            self._told.setdefault(who, Counter())["m" if word in HE else "f"] += 1

    def _fitting(
        self, scores: dict[Known | str, float], best: Known | str, word: str, offset: int, place: Place
    ) -> Known | str | None:
        """Whom "he" or "she" may mean rather than the best one whose gender nothing tells; `best` itself where neither's is told.

        None where nobody else stands near, or where the text calls the best one so.
        """
        gender = "m" if word in HE else "f"
        if isinstance(best, str) or _gender(best) is not None or self._told.get(best, Counter())[gender]:
            return None
        namings = self._namings(best, offset, place)
        told: dict[Known | str, float] = {}
        near = False
        for who, score in scores.items():
            if isinstance(who, str) or who is best or not namings or score < scores[best] - _NEAR:
                continue
            others = self._namings(who, offset, place)
            near = near or (bool(others) and others[-1].sentence >= namings[-1].sentence)
            if not others or others[-1].start < namings[-1].start or who.gender != gender:
                continue
            acts = others[-1].subject or not namings[-1].subject
            # Not "Dorn met Sands. He said": who acts goes on, whatever his first name tells, unless it is hardly somebody's.
            if (acts or len(namings) == 1 < len(others)) and not self._is_reported(others[-1]):
                told[who] = score
        return _best(told)[0] if told else best if near else None

    def _namings(self, who: Known, offset: int, place: Place) -> list[NameSeen]:
        """Where a text names somebody before a pronoun, not far from it."""
        before = self.speakers.last_before(offset, place)[-LOOK_BACK:]
        return [name for name in before if name.place == "text" and self.speakers.means(name) is who]

    def _is_reported(self, name: NameSeen) -> bool:
        """Whether a name stands in what another said: Ruiz in "Lee said Ruiz had left", where Lee goes on."""
        return _INNER.search(self.speakers.post.text, max(0, name.start - 10), name.start) is not None

    def _is_told_otherwise(self, who: Known, word: str) -> bool:
        """Whether pronouns of the same post before tell that somebody is not "he" or not "she"."""
        told = self._told.get(who)
        return told is not None and _gender(who) is None and (told["m"] > told["f"]) is not (word in HE)

    def _lends(self, name: NameSeen, word: str) -> Known | str | None:
        """Whom a name, a pronoun or a phrase for somebody without a name can lend to "he" or "she"."""
        if name.kind is PhraseKind.PRONOUN:
            same = word in HE if name.text.lower() in HE else word in SHE and name.text.lower() in SHE
            return self._meant.get(name.start) if same and name.place == "text" else None
        key = id(name), word in HE
        if key not in self._lent:
            self._lent[key] = self._noun_lends(name, word)
        return self._lent[key]

    def _noun_lends(self, name: NameSeen, word: str) -> Known | str | None:
        known = self.antecedent(name, word)
        if known is not None or name.kind is not PhraseKind.ROLE or name.place != "text":
            return known
        called = self.speakers.called(name)
        if called is not None:
            # "The steward, who gave his name only as Baz, shrugged."; not "Her pupil is a boy called Tom" where "she" follows
            told = None if isinstance(called, str) else _gender(called)
            return called if told in {None, "m" if word in HE else "f"} else None
        stands = name.subject or self._standing(name) >= _OPENS
        # "He proposed to his girlfriend. She said": whom the other gender's word tells of
        stands = stands or self._is_of_the_other(name, word)
        if stands and _told_of(name) and _may_be(name, word) and self.speakers.means(name) is None:
            return self.speakers.as_written(name)
        return None

    def _is_of_the_other(self, name: NameSeen, word: str) -> bool:
        """Whether somebody is told of as his, and the pronoun means a woman, or the other way round."""
        return name.text[:4].lower() == ("her " if word in HE else "his ")

    def _standing(self, name: NameSeen) -> float:
        """How much the place of a name in its sentence makes it what is talked of."""
        found = self._standings.get(id(name))
        if found is None:
            found = self._standings[id(name)] = self._weigh(name)
        return found

    def _weigh(self, name: NameSeen) -> float:
        if name.place != "text":
            return _SUBJECT if name.subject else 0.0
        text = self.speakers.post.text
        if name.core.isupper() and " " in name.core:
            # "ANN LEE: How it began" leads to another page.
            return 0.0
        if name.kind is PhraseKind.PRONOUN:
            # "Asked whether she would run, Ann Lee ..."
            bound = _BOUND.search(text, max(0, name.start - 10), name.start) is not None
            return 0.2 if bound or not name.subject else _GOES_ON
        if name.subject:
            if _OPENING.search(text, max(0, name.start - 24), name.start) is not None:
                return _SUBJECT - 0.6
            # "Lee said Ruiz had left": Lee goes on
            inner = _INNER.search(text, max(0, name.start - 10), name.start)
            return _SUBJECT - 0.4 if inner else _SUBJECT
        if _WHO.match(text, name.end):
            # "with Ann Lee, who has ..."
            return 0.4
        if _OWNS.match(text, name.end) and _BEGINS.search(text, max(0, name.start - 8), name.start):
            # "The candidate's answer came at once."
            return _OPENS
        return 0.0

    def _is_asked_about(self, name: NameSeen, offset: int, here: int) -> bool:
        """Whether a sentence begins with whom it is about, or by whom its subject is asked, and goes on with whoever speaks at an offset.

        Like "Asked about Lee, he", "Asked by Lee why, he"; `here`: the sentence of the offset.
        """
        text = self.speakers.post.text
        if name.kind is not PhraseKind.NAME or name.sentence != here or not text.startswith(", ", offset - 2):
            return False
        low = max(0, name.start - _LONGEST_ABOUT)
        about = text[name.end : offset] == ", " and _ABOUT.search(text, low, name.start) is not None
        if about or _ASKED_BY.search(text, low, name.start) is not None:
            return True
        # "Told that Lee had called him '...', he": not Lee
        spoken_of = " her " if text.startswith("she", offset) else " him "
        of_one = text.find(spoken_of, name.end, offset) >= 0
        return of_one and _TOLD_THAT.search(text, low, name.start) is not None

    @cached_property
    def _credits(self) -> list[tuple[int, int]]:
        """Where the lines stand that tell whose a quotation is that is pulled out of its text."""
        return [found.span("who") for found in _CREDIT.finditer(self.speakers.post.text)]

    def _is_credited(self, offset: int) -> bool:
        """Whether a name stands in such a line, which says nothing of whom the paragraphs around tell."""
        at = bisect_right(self._credits, (offset, offset)) if self._credits else 0
        return any(low <= offset < high for low, high in self._credits[max(0, at - 1) : at + 1])

    def _is_written_to(self, name: NameSeen) -> bool:
        """Whether a message goes to whom a name means: "the texts that Ruiz sent to Lee", "Lee got a letter from Ruiz"."""
        text = self.speakers.post.words_at(name.place)
        if name.subject and _RECEIVES.match(text, name.end):
            return True
        sent = _SENT_TO.search(text, max(0, name.start - _LONGEST_SENT), name.start)
        if sent is None or " to " in sent.group() or _WROTE_AT_ONCE.match(sent.group()):
            return sent is not None
        return _GETS_IT.match(text, name.end) is not None

    def _when(self, offset: int) -> bool:
        """Whether a clause with "when" begins right before a pronoun."""
        return _WHEN.search(self.speakers.post.text, max(0, offset - 8), offset) is not None

    def _named_ahead(self, offset: int, here: int, word: str) -> Known | None:
        """Who is named only after a pronoun: "Although he called it costly, Tom Lee ..."."""
        speakers = self.speakers
        if _OPENING.search(speakers.post.text, max(0, offset - 24), offset) is None:
            return None
        for name in speakers.text_names[bisect_left(speakers.starts, offset) :][:6]:
            if name.sentence != here:
                return None
            if name.kind is PhraseKind.NAME and name.subject and (known := self.antecedent(name, word)) is not None:
                return known
        return None

    def _sentence(self, speaker: Speaker) -> int:
        """The number of the sentence that a pronoun stands in: that of the name at its place."""
        if speaker.place == "headline":
            return -1
        index = bisect_left(self.speakers.starts, speaker.start)
        if index < len(self.speakers.starts):
            found = self.speakers.text_names[index]
            if found.start == speaker.start:
                return found.sentence
        return self.speakers.text_names[index - 1].sentence if index else 0

    def _namesake(self, name: NameSeen, gender: str) -> Known | None:
        """Who else of the post has a surname and the gender of a pronoun: "Ms Lee", after "Lee" seemed to be her brother."""
        if name.kind is not PhraseKind.NAME or name.core != name.text:
            return None
        fitting = [
            person
            for person in self.speakers.registry.namesakes(name.core)[:_MOST_NAMESAKES]
            if person.gender == gender and id(person) in self.speakers.present
        ]
        return fitting[0] if len(fitting) == 1 else None

    def antecedent(self, name: NameSeen, word: str) -> Known | None:
        """Whom a name can lend to a pronoun, or None."""
        if word in HE or word in SHE or word.startswith("the "):
            known = self.speakers.means(name)
            wanted = "m" if word in HE else "f" if word in SHE else None
            if known is None or known.kind is not ActorKind.PERSON or _FAMILY.fullmatch(name.text):
                return None
            gender = _gender(known)
            if wanted is not None and gender is not None and gender != wanted:
                return self._namesake(name, wanted)
            if len(known.words) < 2 and (wanted is None or not (known.led or known.roles or known.genders)):
                # "in Honolulu": one word that nothing tells to be a person's
                return None
            return known
        if word in _MANY and name.kind in {PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION}:
            return self.speakers.thing(
                name, ActorKind.COLLECTIVE if name.kind is PhraseKind.COLLECTIVE else ActorKind.INSTITUTION
            )
        if word in IT or word in _MANY:
            if name.kind is PhraseKind.INSTITUTION and is_document(name.text):
                return self.speakers.author(name)
            if name.kind is PhraseKind.INSTITUTION:
                return self.speakers.thing(name, ActorKind.INSTITUTION)
            if name.kind is PhraseKind.NAME and (
                not self.speakers.registry.is_person(name.core) or _is_called_body(name)
            ):
                return self.speakers.registry.thing(institution_name(name.core, name.text), ActorKind.INSTITUTION)
        return None


def _gender(known: Known) -> str | None:
    """Like "m", "f" or None; whom the story calls by one word alone it may call by the first name."""
    return known.gender or (names.gender_of(known.words[0]) if len(known.words) == 1 else None)


def _is_called_body(name: NameSeen) -> bool:
    """Whether the noun before a name tells that it is a body's: "the airline Aerolux"."""
    before = name.text.removesuffix(name.core).split()
    return len(before) > 1 and before[0].lower() in {"the", "a", "an"} and before[-1] in names.INSTITUTION_NOUNS


def _may_be(name: NameSeen, word: str) -> bool:
    """Whether a phrase without a name tells of one person whom "he" or "she" may mean: "the woman", "a judge"."""
    if name.gender is None:
        # Who stands beside "her rival" is she.
        owned = name.text[:4].lower() in ({"his "} if word in HE else {"her "})
        return name.subject and word in HE | SHE and not owned
    return word in (HE if name.gender == "m" else SHE)


def _told_of(name: NameSeen) -> bool:
    """Whether a phrase tells of somebody without a name, and not of one named before: "an aide", "my father", "the woman"."""
    head = names.fold(name.text.rsplit(maxsplit=1)[-1])
    if head in _ASKING:
        return False
    if names.fold(name.text) in UNTOLD:
        return True
    if _NEW.match(name.text) and not name.text.istitle():
        return True
    return head in _NAMELESS and (name.text[:4].lower() == "the " or "'s " in name.text or "\u2019s " in name.text)


def _is_several(scores: dict[Known | str, float], best: Known) -> bool:
    """Whether a group stands near that "they" may mean rather than a body."""
    return any(
        not isinstance(who, str) and who.kind is ActorKind.COLLECTIVE and score > scores[best] - _NEAR
        for who, score in scores.items()
    )


def _best(scores: dict[Known | str, float]) -> tuple[Known | str, float]:
    """Who fits best, and by how much better than the next."""
    ranked = sorted(scores, key=lambda who: -scores[who])
    return ranked[0], scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else 2.0
