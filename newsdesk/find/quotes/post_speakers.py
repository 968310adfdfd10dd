"""Whom the phrases of one post mean, given who there is in the story. A pronoun means somebody of its own post, never of another."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from newsdesk.find.quotes import names
from newsdesk.find.quotes.answers import addresses, addresses_another, answering, answers_question, is_to_you, tells_of
from newsdesk.find.quotes.name_forms import courtesy_gender, institution_name, is_document, is_person, may_be_person
from newsdesk.find.quotes.names_seen import OWNERS
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.quotes.own_bodies import BODIES, led_once, offices_after, offices_of_owner
from newsdesk.find.quotes.pronouns import LOOK_BACK, Pronouns
from newsdesk.find.quotes.public_bodies import public_body, with_owner
from newsdesk.find.quotes.registry import KIN, MOST_NAMESAKES, MOSTLY, Known, Registry, holder_of
from newsdesk.find.quotes.roles import bodies_in, field_after, parse_role
from newsdesk.find.quotes.side_by_side import ANNOUNCES
from newsdesk.find.quotes.unnamed import (
    HOLDER,
    NOT_TOLD_OF,
    RoleMeant,
    introduced_last,
    is_another_secretary,
    is_one_of_a_sort,
    with_ordinal,
)
from newsdesk.find.quotes.wider_words import is_one_of, narrower_words
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern
from newsdesk.model import ActorKind, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.find.quotes.candidates import NameSeen, QuoteCandidate, QuoteCandidates, Speaker
    from newsdesk.find.quotes.public_bodies import PublicBody
    from newsdesk.find.quotes.roles import Role
    from newsdesk.model import Post

_TOPIC = 0.25
"""Confidence in nobody where a headline begins with a topic and a colon."""
_MOST_BEFORE = 400
"""Names of the text, and of the headline, among which somebody named before is sought."""
_NOBODY = 0.3
"""Most confidence in that nobody speaks where a thing stands as the speaker."""
_NAMESAKES = 0.8
"""What is left of a confidence in a bare surname that several have."""
_ALONE = word_set(
    "everybody everyone anybody anyone nobody another other others one some many most several both all few each none any two three those these"
)
"""Words that name nobody when they stand alone."""
_PARTS_OF_LAW = word_set("article section clause chapter paragraph amendment")
_LAWS = word_set(
    "constitution treaty amendment resolution charter accord agreement manifesto protocol declaration pact"
)
_OWN_ONES = word_set("hers his theirs")
_PLACES_TOO = word_set("paris london vienna india israel")
"""Names of places and countries that are first names as well, whose gender is not told here."""
_WHOSE = frozenset({"its", "their", "his", "her"})
_FULL_NAME = 2
"""Words of a person's name in full."""
_COUNTRIES_TOO = word_set("georgia jordan chad")
"""Names of countries that are first names as often."""
_TURNS = frozenset({"Q", "A"})
"""What begins the turns of an interview."""
_NAMED_THINGS = word_set("storm hurricane typhoon cyclone operation flight route mount")
"""First words of names of what cannot speak."""
_NUMBERED_THINGS = word_set("flight route")
_PUT_UP = word_set("graffiti graffito banners placards posters stickers leaflets flyers")
"""What people without a name write on."""
_LABELS = word_set("q question answer")
"""What an interview's lines begin with, before a colon."""
_BUILT = word_set("bridge tunnel pier motorway canal dam")
"""Last words of such names; the first word may tell that a name is somebody's."""
_HOUSES_WRITE = word_set("report study analysis survey poll editorial article column story statement review notice")
"""Documents that the name before them wrote; a "Facebook post" is not Facebook's."""
_DATED = names.DATES | word_set("christmas easter ramadan eid")
_FIRMS = frozenset(
    {"company", "firm", "group", "airline", "lender", "retailer", "charity", "club", "carrier", "operator"}
)
_BODIES_OF = word_set("board committee panel management leadership council executive")
"""Bodies that are told by what they are of."""
_FIELD = (
    r"(?:the )?(?:(?:foreign|home|internal|external|economic|social|religious|public|rural|digital|higher|civil|national) )?"
    r"(?:affairs|defen[cs]e|health|finance|education|transport|transportation|agriculture|justice|interior|energy|labou?r|trade|culture|tourism|environment"
    r"|science|sports?|housing|fisheries|industry|commerce|development|works|security|information|communications?|water|mines|forestry|planning|employment"
    r"|pensions|welfare|youth|immigration|migration|infrastructure|emergency situations|emergencies|relations|services|aviation|railways|food|technology)"
)
_OF_A_FIELD = late_pattern(rf" (?:of|for) {_FIELD}(?:(?:, and|,| and) {_FIELD}){{0,4}}\b")
"""What a ministry in small letters is of: " of defence", " for food and rural affairs"."""
_BODIES_OF_A_FIELD = word_set("ministry department office bureau")
_DEMONYM = late_pattern(
    r"[Tt]he (?:[A-Z][a-z]+(?:an|ard)|(?:French|Irish|English|Welsh|Scots|Dutch|Cornish)(?:wo)?man|Dane|Swede|Finn|Pole|Turk|Briton"
    r"|Scot|Serb|Croat|Czech|Slovak|Slovene|Greek|Kiwi|Swiss|Portuguese|Senegalese|Japanese|Chinese|Argentine|Iraqi|Pakistani|Israeli)"
)
"""Like "the Spaniard", "the Korean"."""
_OF_ANOTHER_POST = 0.78
"""Most confidence in somebody who is meant by a role alone and whom only other posts name."""
_OF_SOME_NATION = 0.75
"""Most confidence in somebody who is meant by a nation that the story does not tell to be this one's."""
_AGED = late_pattern(r"-year-old\b")
"""Who is meant by \"the 22-year-old\" was named before, as for a pronoun."""

_AGE = late_pattern(r"\b(?P<age>\d{1,3})-year-old\b")
_AGE_AFTER = late_pattern(r"(?:, (?:aged )?| \()(?P<age>\d{1,3})(?=[,.;:)]| and\b)")
"""The age of whoever is named before it."""

_TEENS = range(13, 20)
_CHILDREN = range(1, 18)
_OF_AN_AGE = {
    "the teenager": (_TEENS, None),
    "the schoolboy": (_CHILDREN, "m"),
    "the schoolgirl": (_CHILDREN, "f"),
    "the boy": (_CHILDREN, "m"),
    "the girl": (_CHILDREN, "f"),
    "the youngster": (_CHILDREN, None),
    "the child": (_CHILDREN, None),
}
"""Words for somebody young -> the ages of those who are called so, and their gender."""
_NO_RELATION = late_pattern(
    r"(?:, | \()(?:who is )?(?:no|not a|not any) relat(?:ion|ive)\b|(?:, | \()(?:who is )?not related\b"
)
_LONGEST_CITY = 30
"""Characters around a ministry's name in which its city stands."""
_SEVERAL = 2
_OFFICE = late_pattern(r" of (?:state|staff|the (?:opposition|house|interior))\b")
"""What belongs to the name of an office after "of"."""
_OF_A_PLACE = late_pattern(r" of [A-Z\u00c0-\u00de][\w-]*+(?: [A-Z\u00c0-\u00de][\w-]*+){0,3}+(?!['\u2019])")
"""What place or body a role is of."""
_SERVED = late_pattern(
    r" of (?:[Tt]he )?(?:[A-Z\u00c0-\u00de][\w-]* ?){1,4}(?<! )['\u2019]s? (?P<who>[a-z-]+(?: [a-z-]+){0,2})"
)
"""What may follow whoever is only served: "the mayor of Leeds's driver"."""
_OF_A_BODY = late_pattern(r" of the [a-z]{3,}\b(?:['\u2019]s? [a-z]{3,}\b)?(?! of\b)")
_OF_ANOTHERS = late_pattern(
    r" of (?:the )?[A-Z\u00c0-\u00de][\w-]*(?: [A-Z\u00c0-\u00de][\w-]*){0,2}(?:['\u2019]s?)?(?: [a-z][a-z-]+){1,2}?"
    r"(?=[^\w '\u2019-]|\Z| (?:said|says|told|tells|added|adds|was|is|has|had|who|called|described)\b)"
)
"""What body of whom a role is of: " of the Karst delegation", " of Karst's central bank"."""
_ENDS = late_pattern(r"[^\w '\u2019-]|\Z| (?:said|says|told|tells|added|adds|was|is|has|had|who|called|described)\b")
"""What follows a phrase that is whole."""
_FEW_PARAGRAPHS = 2
"""Ends of paragraphs between whom a sentence tells to lead something and the role that means him."""
_LONGEST_FEW = 1200
"""Characters that such paragraphs have at most."""
_FEW = 4
"""Names before a role that are looked at, and words that a text begins with."""
_ONE_SENTENCE = late_pattern(r"[^.?!]{0,120}[.?!][\u201d\"\u2019']? [\u201c\"\u2018']")
"""From a quotation to one that the next sentence begins with."""
_OWN_ROLE = late_pattern(r"\b(?P<whose>[Ii]ts|[Tt]heir) [a-z-]+(?: [a-z-]+){0,3},? \Z")
"""What stands before a name that tells whose role its bearer has: "its spokesman, Lee"."""
_LONGEST_OWN_ROLE = 60
_CLOSES = late_pattern(r"[\u201d\"][^\u201c\"]*[.?!\n]")
"""What ends a quotation's sentence."""
_STATEMENT = late_pattern(
    r"(?:[Aa]n?|[Tt]he) (?P<body>(?P<name>Kremlin|[A-Z]{2,8})|(?:[\w-]+ ){0,3}(?P<head>[a-z]+)) statement"
)
"""A statement with whose it is: a body's name or noun right before it."""
_NO_ISSUER = word_set("media press radio television bank court tribunal inquiry trial jury")
"""Nouns that tell how, of what sort or before whom a statement was made."""
_SORTS = word_set("pr tv sms pdf cv faq ceo cfo coo mp mep pm vip it ipo agm ai id gp qa")
"""Letters that tell of what sort or by what office a statement is, and are no body's name."""
_CALLED = late_pattern(
    r"(?:,?| (?:at|in|from|on) (?:the |an? |his |her )?(?:[a-z\u2019'-]+ ){0,3}[\w\u2019'-]+,(?= (?:who|giving) ))"
    r" (?:called|named|(?:who (?:gave|gives)|giving) (?:his|her|their) (?:first )?name (?:only |just )?as"
    r"|(?:who (?:gave|gives)|giving) (?:only|just) (?:his|her|their) (?:first )?name,"
    r"|who (?:asked|wanted|wished) to be (?:called|named|known|identified) (?:only |just )?as"
    r"|(?:who (?:can|could|may) (?:only )?be |who (?:is|was) |who )?(?:identified|known|named|referred to) (?:only |just |here )?as) (?=[^\W\d_])"
)
_NAMED_SO = late_pattern(r" (?:(?:an?|the|his|her|its|their) |[\u201c\u2018\"'])")
"""What follows somebody whom another calls something."""
_NAMED_ACTS = late_pattern(
    r" (?:(?:has|had|then|later|also) )?(?:said|says|told|tells|asked|asks|added|adds|wrote|writes|replied|called|calls|was|is|did|went|left|came|saw)\b"
)
"""What follows somebody who is called so, and is no object: "the man called Lee said"."""
_ONE_TO_A_CASE = word_set("judge magistrate coroner")
"""Roles of which a report tells one, first without and then with the name."""
_OTHERS_TOO = _ONE_TO_A_CASE | word_set(
    """spokesman spokeswoman spokesperson reporter journalist interviewer host moderator officer doctor nurse coach manager
    referee lawyer prosecutor interpreter translator victim suspect witness caller driver"""
)
"""Roles of others whom a report brings in with "the" as often."""
_GROUP = late_pattern(
    r"(?:an?|one|another|the) (?:\w+ )?(?:group|number|dozen|handful|crowd|couple|pair)", re.IGNORECASE
)
_GROUP_OF = late_pattern(
    r"\b(?:an?|one|another) (?:\w+ )?(?:group|number|dozen|handful|crowd|couple|pair) of (?:\w+ )?\Z", re.IGNORECASE
)
_LONGEST_GROUP = 60
_OF_WHOM = late_pattern(r" of (?:[\w'\u2019-]+ ){0,2}?(?:[A-Z]{2,}s|[a-z]{3,}(?:s|men|women|people))\b")
_SOMEBODYS = word_set(
    "lawyers attorneys solicitors barristers supporters relatives friends allies family parents aides colleagues fans critics"
)
"""Groups that are told by whose they are."""
_MORE = late_pattern(r"['\u2019]|,? and [A-Z]")
"""What follows a name that stands for more than one, or for what is that one's."""
_FOR_WHOM = late_pattern(r" (?:for|of|to|representing) ")
_ON_BEHALF = late_pattern(r" on (?:his|her|their) behalf\b")
_SENT_FOR = late_pattern(r"(?: written| signed| prepared)? (?:on behalf of|(?<=statement )for|from|by) (?:the )?")
"""What stands between a document and whose it is; "a note for Lee" is not his."""
_READ_OUT = late_pattern(r"\b(?:read(?:s|ing)?(?: out| aloud)?|finds|found|receives|received|got|discovered|opened) \Z")
"""What stands before a document that need not be whose who reads it to others, or is not his who comes upon it."""
_LONGEST_READ = 20
_OWNS = late_pattern(r"['\u2019]s? ")
_NEW = late_pattern(r"(?:an?|one|another|some|several|two|three|four|five|many)\s", re.IGNORECASE)
"""How a phrase begins that means somebody not named before."""
_NEW_ONE = late_pattern(r"\A(?:an?|one) ")
_WED = late_pattern(r"(?:[Hh]is (?:wife|widow)|[Hh]er (?:husband|widower)) ?")
"""What role tells that somebody is married to another."""
_POSSESSIVE = late_pattern(r"\A['\u2019]s? ")
_IN_CITY = late_pattern(r" in ([A-Z]\w+)\b")
_OF_STATE = word_set("ministry presidency government parliament army military")
_ARTICLE = late_pattern(r"(?:the|an?)\s+", re.IGNORECASE)
_GOING_ON = frozenset({"added", "adds", "continued", "continues", "concluded"})
_BEGINS = late_pattern(r"(?:\A|[.!?:\n\u201c\u201d\"'\u2018\u2019])\s*\Z")
"""What stands before the first word of a sentence."""
_PEOPLES = word_set(
    """european african asian arab western nordic baltic balkan muslim christian jewish catholic orthodox kurdish
    palestinian labour tory conservative liberal"""
)
_ANONYMOUS = word_set(
    """officials sources aides advisers advisors diplomats residents witnesses analysts experts critics observers insiders
    people users fans supporters opponents voters reporters journalists others locals villagers passengers relatives lawyers
    parents families friends neighbours neighbors survivors men women readers customers commuters workers staff"""
)
"""People without a name of their own: those whom the same words mean elsewhere are others."""


class PostSpeakers:
    """Answers for the phrases of one post."""

    def __init__(self, registry: Registry, number: int, post: Post, found: QuoteCandidates) -> None:
        self.registry = registry
        self.number = number
        # A name of nothing but white space names nobody.
        self.post = replace(
            post,
            speaker=post.speaker if (post.speaker or "").strip() else None,
            byline_name=post.byline_name if (post.byline_name or "").strip() else None,
        )
        self.found = found
        self.text_names = [name for name in found.names if name.place == "text"]
        self.headline_names = [name for name in found.names if name.place == "headline"]
        self.starts = [name.start for name in self.text_names]
        self.headline_starts = [name.start for name in self.headline_names]
        self.present = registry.named_in(number)
        self.meaning: dict[int, Known | None] = {}
        self.by_country: dict[str, Known | None] = {}
        self.pronouns = Pronouns(self)
        self.answers: dict[int, tuple[Known | str | None, float]] = {}
        """Offset of a pronoun -> who answers with it, if anybody, and the share of a confidence left."""
        self.last: tuple[int, Known] | None = None
        """Where the latest resolved quotation began, and who spoke."""
        self.last_words = ""
        """What that one said."""
        self.unnamed: QuoteCandidate | None = None
        """The quotation right before, where it is somebody's whom the story does not name."""
        self.last_but_one: Known | None = None
        """Who spoke before that one."""

    def in_headline(self) -> frozenset[int]:
        """Identities of those whom the headline names."""
        return frozenset(id(known) for name in self.headline_names if (known := self.means(name)) is not None)

    def of_quote(self, quote: QuoteCandidate) -> tuple[Known | str | None, float]:
        """Who speaks a quotation; the turn's own speaker when nobody else is named beside it."""
        own = self.post.speaker
        if own and (quote.speaker is None or (quote.cue is None and quote.confidence < 0.5)):
            return self.named(own, own), 0.5
        if quote.speaker is None:
            return None, min(quote.confidence, 0.3)
        who, confidence = self.of(quote.speaker, quote.confidence)
        if quote.speaker.text.lower() in {"he", "she"} and who is not None and who != quote.speaker.text:
            who, confidence = self._answers(quote, quote.speaker, who, confidence)
            if self.unnamed is not None and isinstance(who, Known) and self._goes_on_from(self.unnamed, quote):
                # "Lee is late, his lawyer said. 'He'll come,' he said": Lee or the lawyer
                confidence = min(confidence, _OF_SOME_NATION)
        spoke = self.last[1] if self.last is not None else None
        if quote.speaker.text.lower() in _OWN_ONES and (isinstance(who, str) or who is spoke):
            # "Hers was shorter": somebody's, but not of the one who spoke just before
            return None, min(confidence, _NOBODY)
        if quote.place == "headline" and quote.cue in {":", None} and _is_topic(quote.speaker, who):
            return None, _TOPIC
        if isinstance(who, str) and quote.cue in _GOING_ON:
            who, confidence = self._goes_on(quote.speaker, who, confidence)
        if (
            isinstance(who, Known)
            and who.kind is ActorKind.PERSON
            and quote.cue is not None
            and tells_of(quote.text, who)
        ):
            # "A spokesman for the mayor, Tom Lee, said: 'Mr Lee stands by it'": hardly Lee
            confidence = min(confidence, _OF_SOME_NATION)
        if isinstance(who, Known) and quote.cue is None and addresses(quote.text, who):
            # "'And then, Mr Lee?'": those are the words of who talks with Lee
            other = self.last_but_one if who is spoke else None
            who, confidence = other, min(confidence, _OF_ANOTHER_POST if other else _NOBODY)
        goes_on = who is spoke and quote.cue is None and not is_to_you(quote.text)
        if spoke is not None and goes_on and addresses_another(self.last_words, spoke):
            # "'That is no answer, Mrs Lee,' said Ruiz. 'It is the one I have.'"
            confidence = min(confidence, _OF_SOME_NATION)
        spoken_again = quote.speaker.kind is PhraseKind.PRONOUN and who is spoke and quote.cue not in _GOING_ON
        if spoken_again and answers_question(self.last_words, quote.text):
            # "'Really?' Mr Lee asked. 'Yes,' he said.": hardly Lee
            confidence = min(confidence, _OF_SOME_NATION)
        if quote.speaker.place == "text":
            self.unnamed = quote if isinstance(who, str) and quote.speaker.kind is PhraseKind.ROLE else None
        if isinstance(who, Known) and quote.speaker.place == "text":
            self.last_words = quote.text
            if spoke is not None and who is not spoke:
                self.last_but_one = spoke
            self.last = (quote.start, who)
        return who, confidence

    def _goes_on_from(self, before: QuoteCandidate, quote: QuoteCandidate) -> bool:
        """Whether a quotation of "he" follows in the next sentence on one of somebody without a name, who may be he as well."""
        between = self.post.text[before.end : quote.start]
        return before.place == quote.place and "\n" not in between and _ONE_SENTENCE.fullmatch(between) is not None

    def _answers(
        self, quote: QuoteCandidate, pronoun: Speaker, who: Known | str, confidence: float
    ) -> tuple[Known | str | None, float]:
        """Who answers a question that `who`, whom a pronoun beside the answer seems to mean, put right before."""
        if pronoun.start not in self.answers:
            answer = answering(self, quote, who)
            if answer is None:
                return who, confidence
            self.answers[pronoun.start] = answer
            if answer[0] is not None:
                self.pronouns.settle(pronoun.start, answer[0])
        known, share = self.answers[pronoun.start]
        return known, min(quote.confidence * share, _NOBODY if known is None else 1.0)

    def _goes_on(self, speaker: Speaker, written: str, confidence: float) -> tuple[Known | str, float]:
        """Who "added" something as "the secretary of state": who spoke just before, of whom the story tells no role."""
        if self.last is None or speaker.kind is not PhraseKind.ROLE or speaker.place != "text":
            return written, confidence
        at, known = self.last
        between = self.text_names[bisect_left(self.starts, at) : bisect_left(self.starts, speaker.start)]
        others = any(
            name.kind is PhraseKind.NAME and (other := self.means(name)) is not None and other is not known
            for name in between
        )
        if others or not speaker.text.lower().startswith("the ") or known.roles or known.kind is not ActorKind.PERSON:
            return written, confidence
        known.aliases[written] += 1
        return known, confidence * 0.9

    def of(self, speaker: Speaker, confidence: float) -> tuple[Known | str | None, float]:
        """Who a phrase means, or the phrase itself, and the confidence in it."""
        if speaker.kind is PhraseKind.PRONOUN:
            return self.pronouns.resolve(speaker, confidence)
        if speaker.kind is PhraseKind.NAME and (
            _is_law(speaker.core) or _is_thing(speaker.core) or speaker.core in _TURNS
        ):
            return None, min(confidence, _NOBODY)
        if speaker.kind is PhraseKind.NAME and _DEMONYM.fullmatch(speaker.text):
            # "the Spaniard": somebody named before
            who, sure = self.pronouns.resolve(speaker, confidence)
            if isinstance(who, Known):
                return who, sure if _is_of(who, speaker.text) else min(sure, _OF_SOME_NATION)
        if speaker.kind is PhraseKind.NAME and self._is_no_relation(speaker):
            return speaker.text, confidence * 0.85
        if speaker.kind is PhraseKind.NAME:
            surnamed = self._named_like_a_place(speaker)
            if surnamed is not None:
                return surnamed, min(confidence, _OF_SOME_NATION)
            who = self.named(speaker.core, speaker.text, speaker.start, speaker.place)
            if who.kind is ActorKind.INSTITUTION and self._is_any_ones(speaker):
                return who, min(confidence, _OF_SOME_NATION)
            gender = self._other_gender(speaker, who)
            if gender is not None:
                fitting = [
                    one
                    for one in self.registry.namesakes(speaker.core)
                    if one.gender == gender and id(one) in self.present
                ]
                if len(fitting) != 1:
                    return speaker.text, min(confidence * 0.85, _OF_SOME_NATION)
                who = fitting[0]
            if len(self.registry.initialled(speaker.core)) > 1 or self._is_a_country_too(speaker, who):
                return who, min(confidence, _OF_SOME_NATION)
            if len(who.words) < 2 and self._may_be_called_like_a_place(speaker):
                return who, min(confidence, _OF_SOME_NATION)
            return who, confidence * _NAMESAKES if self._may_be_a_namesake(speaker, who) else confidence
        if speaker.kind is PhraseKind.ROLE:
            return self._of_role(speaker, confidence)
        if speaker.kind is PhraseKind.JOINT:
            members = [self.of(member, confidence)[0] for member in speaker.members]
            return self.registry.joint(members, _with_article(speaker.core)), confidence
        if names.fold(speaker.text) in _ALONE and (named := self._called(speaker)) is not None:
            return self.named(named.core, named.text, named.start, named.place), confidence
        if speaker.kind is PhraseKind.THING or names.fold(speaker.text) in _ALONE:
            # A thing or "another" is no actor.
            return None, min(confidence, _NOBODY)
        if speaker.kind in {PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION}:
            owner = speaker.text.partition(" ")[0].lower()
            if owner in OWNERS and not is_document(speaker.text):
                return self._of_owner(speaker, owner, confidence)
        if speaker.kind is PhraseKind.COLLECTIVE and (owned := self._of_whom(speaker)) is not None:
            return owned, confidence * 0.92
        if speaker.kind is PhraseKind.COLLECTIVE or _GROUP.fullmatch(speaker.text):
            return self._described(speaker, ActorKind.COLLECTIVE), confidence * 0.92
        if speaker.kind is PhraseKind.INSTITUTION and is_document(speaker.text):
            author = self.author(speaker)
            house = _house(speaker.text)
            if author is None and house is None and (issuer := _issuer(speaker)) is not None:
                return self.of(issuer, confidence * 0.95)
            if author is None and house is not None:
                return self.named(house, house, speaker.start, speaker.place), confidence * 0.85
            if author is None:
                # What a law or a letter says is nobody's.
                return None, min(confidence, _NOBODY)
            return author, confidence * (0.85 if author.kind is ActorKind.PERSON else 0.65)
        if self._is_any_ones(speaker):
            confidence = min(confidence, _OF_SOME_NATION)
        return self._described(speaker, ActorKind.INSTITUTION), confidence * 0.95

    def _of_role(self, speaker: Speaker, confidence: float) -> tuple[Known | str | None, float]:
        """Who holds a role, or whom the words after it name; the role as written when nobody is known to hold it."""
        named = self._called(speaker)
        if named is not None:
            return self.named(named.core, named.text, named.start, named.place), confidence
        if self._is_only_served(speaker):
            return None, min(confidence, _NOBODY)
        holder = self._holder(speaker.text, speaker.start, speaker.place)
        what = self._of_what(speaker)
        leader = self._leader_before(speaker)
        if leader is not None and leader is not holder:
            # "Lee says his side must win. 'We owe it,' the coach said", where only the guests' coach is called so
            sure = min(confidence, _OF_SOME_NATION)
            return (leader if holder is None or self._is_of_another_too(speaker, holder) else holder), sure
        if holder is not None and self._is_another_ones_later(speaker, holder):
            confidence = min(confidence, _OF_SOME_NATION)
        if holder is not None and self._is_held_elsewhere(speaker, holder):
            # "Norvia denied it. 'No,' its spokesman said", where only Qatar's has a name
            confidence = min(confidence, _OF_SOME_NATION)
            holder = holder if self._is_named_before(speaker, holder) else None
        if holder is not None and what:
            right = self._holder(speaker.text + what, speaker.start, speaker.place)
            if right is None:
                # "the head of the company", where only the union's is known as a head
                confidence = min(confidence, _OF_ANOTHER_POST)
            holder = right or holder
        if holder is not None:
            return self._of_holder(speaker, holder, confidence)
        if _AGED.search(speaker.text):
            return self._of_an_age(speaker, confidence)
        teenager = self._teenager(speaker)
        if teenager is not None:
            return teenager, confidence * 0.95
        later = self._named_later(speaker)
        if later is not None:
            later.aliases[_with_article(speaker.text)] += 1
            return later, confidence * 0.79
        before = self._told_of_before(speaker)
        if before is not None:
            return before, confidence * 0.85
        wider = self._in_a_wider_word(speaker)
        if wider is not None:
            known, sure = wider
            known.aliases[_with_article(speaker.text)] += 1
            return known, confidence * 0.95 if sure else min(confidence, _OF_ANOTHER_POST)
        announced = self._announced(speaker)
        if announced is not None:
            return announced, min(confidence, _OF_ANOTHER_POST)
        whole = self._in_full(speaker)
        if whole == speaker.text and what and _ENDS.match(self.post.words_at(speaker.place), speaker.end + len(what)):
            whole += what
        elif whole == speaker.text or whole.endswith(" of staff"):
            whole += self._of_anothers(speaker.start, whole, speaker.place)
        return whole, confidence * 0.85

    def _leader_before(self, speaker: Speaker) -> Known | None:
        """Who was told right before to lead what may give him a bare role: "Lee says his side must win"; None where another holds it since."""
        wanted = parse_role(speaker.text)
        bare = not wanted.places and wanted.words <= BODIES and not wanted.deputy
        if speaker.place != "text" or not speaker.text.lower().startswith("the ") or not bare:
            return None
        if self._of_what(speaker) or self._of_place(speaker.start, speaker.text, speaker.place):
            return None
        text = self.post.text
        at = bisect_left(self.starts, speaker.start)
        for name in reversed(self.text_names[max(0, at - LOOK_BACK) : at]):
            far = (
                speaker.start - name.end > _LONGEST_FEW or text.count("\n\n", name.end, speaker.start) > _FEW_PARAGRAPHS
            )
            if far:
                return None
            if name.kind is not PhraseKind.NAME or not self.registry.is_person(name.core):
                continue
            if any(parse_role(role).heads & wanted.heads for role in name.roles):
                return None
            known = self.means(name)
            if wanted.former and not (name.subject and led_once(text, name.end)):
                continue
            offices = offices_of_owner(text, name.end)
            if not offices and name.subject:
                offices = offices_after(text, name.end)
            if known is not None and wanted.heads & offices:
                # Who is told to be something else is not meant.
                return None if any(not parse_role(role).heads & wanted.heads for role in known.roles) else known
        return None

    def _is_of_another_too(self, speaker: Speaker, holder: Known) -> set[str]:
        """What a bare role leaves open of those that its `holder` has, where all of them tell it: Leith's of "Leith mayor"."""
        wanted = parse_role(speaker.text)
        told: set[str] = set()
        for role in self._roles_told.get(holder, ()):
            if role.heads & wanted.heads:
                more = (role.places - wanted.places) | (role.words - wanted.words)
                if not more:
                    return set()
                told |= more
        return told

    @cached_property
    def _roles_told(self) -> dict[Known, list[Role]]:
        """The roles that the post's text gives to each of those whom it names, with the capital word before them."""
        told: dict[Known, list[Role]] = {}
        for name in self.text_names:
            known = self.means(name) if name.kind is PhraseKind.NAME and name.roles else None
            if known is not None:
                start = max(name.start, self.post.text.find(name.core, name.start, name.end))
                told.setdefault(known, []).extend(
                    parse_role(_before_role(self.post.text, start, role) + role) for role in name.roles
                )
        return told

    def _is_another_ones_later(self, speaker: Speaker, holder: Known) -> bool:
        """Whether only words below a bare role name its `holder`, with what he is of: "the mayor", where "Leith mayor Ann Lee" comes later.

        Not where the text, or its headline, begins with what he is of, nor of the one judge of a case.
        """
        if speaker.place != "text" or holder.posts - {self.number} or parse_role(speaker.text).heads & _ONE_TO_A_CASE:
            return False
        told = self._is_of_another_too(speaker, holder)
        begins = [
            *(self.post.headline or "").split()[:_FEW],
            *self.post.text[: speaker.start].split(maxsplit=_FEW)[:_FEW],
        ]
        words = {names.fold(word).strip(",.:").removesuffix("'s") for word in begins}
        words |= {country for word in words if (country := names.country_of(word)) is not None}
        return bool(told) and told.isdisjoint(words) and not self._is_named_before(speaker, holder)

    def _of_holder(self, speaker: Speaker, holder: Known, confidence: float) -> tuple[Known | str, float]:
        """The `holder` of a role, or the words for somebody without a name whom the post means by it rather."""
        meant = self._introduced_last(speaker, holder)
        if not meant.is_holder:
            written = None if meant.introduced is None else self._longer.get(meant.introduced.start)
            whole = with_ordinal(speaker, self.post.words_at(speaker.place)).removesuffix(speaker.text)
            return written or _with_article(whole + self._in_full(speaker)), confidence * 0.85
        holder.aliases[_with_article(self._in_full(speaker))] += 1
        if not meant.sure:
            confidence = min(confidence, _OF_ANOTHER_POST)
        # "the mayor" of a post that names none: the story knows one, but there are others.
        named_elsewhere = id(holder) not in self.present and not parse_role(speaker.text).places
        if named_elsewhere or self._is_one_of_several(speaker):
            return holder, min(confidence * 0.95, _OF_ANOTHER_POST)
        return holder, confidence * 0.95

    def _is_named_before(self, speaker: Speaker, who: Known) -> bool:
        before = self.before(speaker.start, speaker.place)[-_MOST_BEFORE:]
        return any(name.kind is PhraseKind.NAME and self.means(name) is who for name in before)

    def _is_held_elsewhere(self, speaker: Speaker, holder: Known) -> bool:
        """Whether "its spokesman" is that of somebody else than he whose roles all tell whose spokesman he is."""
        whose = speaker.text.partition(" ")[0].lower()
        if whose not in _WHOSE:
            return False
        wanted = parse_role(speaker.text)
        held = [role for role in map(parse_role, holder.roles) if role.heads & wanted.heads]
        told = [
            {names.fold(word) for word in (role.places | role.words) - wanted.places - wanted.words} for role in held
        ]
        owner = self._whom(speaker, whose)
        if not told or not all(told):
            other = self._whose_then(speaker, whose, holder)
            if owner is None or other is None or ("the" in owner) != ("the" in other):
                # "Unite", and "the union" that it is
                return False
            return (owner - {"the"}).isdisjoint(other)
        return owner is not None and all(owner.isdisjoint(words) for words in told)

    def _whose_then(self, speaker: Speaker, whose: str, holder: Known) -> set[str] | None:
        """The words of the name that "its" meant where the post told last that `holder` is "its spokesman"; None where it did not."""
        text = self.post.words_at(speaker.place)
        for name in reversed(self.before(speaker.start, speaker.place)[-_MOST_BEFORE:]):
            if name.kind is not PhraseKind.NAME or self.means(name) is not holder or not name.roles:
                continue
            role = _OWN_ROLE.search(text, max(0, name.start - _LONGEST_OWN_ROLE), name.start)
            told = role is not None and role["whose"].lower() == whose
            return self._whom(replace(speaker, start=role.start("whose")), whose) if role is not None and told else None
        return None

    def _whom(self, speaker: Speaker, whose: str) -> set[str] | None:
        """The words of the name that "its" or "his" means before a role; None where nothing tells it."""
        if whose in OWNERS:
            pronoun = replace(speaker, text=whose, kind=PhraseKind.PRONOUN, core=whose)
            who = self.pronouns.resolve(pronoun, 1.0)[0]
            return {names.fold(word) for word in who.name.split()} if isinstance(who, Known) else None
        for name in reversed(self.before(speaker.start, speaker.place)[-_MOST_BEFORE:]):
            known = self.means(name) if name.kind is PhraseKind.NAME else None
            country = name.kind is PhraseKind.NAME and names.country_of(name.core) is not None
            body = name.kind is PhraseKind.INSTITUTION or country
            if body or (known is not None and len(known.words) < _FULL_NAME):
                words = {names.fold(word).removesuffix("'s") for word in name.text.split()}
                return words | {names.fold(names.country_of(word) or word) for word in name.text.split()}
        return None

    def _introduced_last(self, speaker: Speaker, holder: Known) -> RoleMeant:
        """Whether the `holder` of a role is meant, or somebody without a name."""
        held = tuple(holder.roles)
        whole = with_ordinal(speaker, self.post.words_at(speaker.place))
        if speaker.place != "text" or not whole.lower().startswith("the "):
            return HOLDER
        if is_one_of_a_sort(whole, held) or is_another_secretary(speaker.text, held):
            return NOT_TOLD_OF
        if parse_role(speaker.text).heads & _ONE_TO_A_CASE:
            return HOLDER
        before = self.text_names[
            max(0, bisect_left(self.starts, speaker.start) - _MOST_BEFORE) : bisect_left(self.starts, speaker.start)
        ]
        meant = {id(name): self.means(name) for name in before if name.kind is PhraseKind.NAME}
        return introduced_last(speaker, before, self.post.text, holder, meant)

    def _is_only_served(self, speaker: Speaker) -> bool:
        """Whether a role is that of whom the one who speaks belongs to: "the mayor of Leeds's driver", not "the captain of Leeds's team"."""
        if not speaker.text.lower().startswith("the "):
            return False
        served = _SERVED.match(self.post.words_at(speaker.place), speaker.end)
        return served is not None and not names.PERSON_NOUNS.isdisjoint(served["who"].split())

    def _of_an_age(self, speaker: Speaker, confidence: float) -> tuple[Known | str, float]:
        """Who is "the 22-year-old": the only one whose age the post gives so, else whom a pronoun would mean whose age it does not give."""
        who, sure = self.pronouns.resolve(speaker, confidence)
        age = _AGE.search(speaker.text)
        aged: set[Known] = set()
        others: set[Known] = set()
        people: set[Known] = set()
        for name in self.before(speaker.start, speaker.place)[-_MOST_BEFORE:] if age is not None else ():
            if name.kind is PhraseKind.NAME and (one := self.means(name)) is not None and len(one.words) > 1:
                people.add(one)
            told = _AGE_AFTER.match(self.post.words_at(name.place), name.end) if name.kind is PhraseKind.NAME else None
            known = self.means(name) if told is not None else None
            if told is not None and age is not None and known is not None:
                (aged if told["age"] == age["age"] else others).add(known)
        if len(aged) == 1:
            return aged.pop(), confidence * 0.95
        if aged or len(people - others) > 1:
            sure = min(sure, _OF_SOME_NATION)
        return (speaker.text if who is None or who in others else who), sure

    def _teenager(self, speaker: Speaker) -> Known | None:
        """Who is "the teenager" or "the girl": the only one before whom the post gives such an age, and tells no other gender."""
        ages, gender = _OF_AN_AGE.get(speaker.text.lower(), (range(0), None))
        if not ages:
            return None
        young: set[Known] = set()
        head = speaker.text.rsplit(maxsplit=1)[-1]
        for name in self.before(speaker.start, speaker.place):
            if name.kind is PhraseKind.ROLE and _NEW.match(name.text) and name.text.endswith(f" {head}"):
                # "She met another girl": either of them
                return None
            told = _AGE_AFTER.match(self.post.words_at(name.place), name.end) if name.kind is PhraseKind.NAME else None
            if told is None or int(told["age"]) not in ages or (known := self.means(name)) is None:
                continue
            first = names.gender_of(known.words[0]) if known.words else None
            if gender is None or (known.gender or first) in {None, gender}:
                young.add(known)
        return young.pop() if len(young) == 1 else None

    def _is_one_of_several(self, speaker: Speaker) -> bool:
        """Whether a role that does not say of what it is, "the mayor", is that of two whom the post names before."""
        wanted = parse_role(speaker.text)
        if wanted.places or self._of_place(speaker.start, speaker.text, speaker.place):
            return False
        holders: set[int] = set()
        for name in self.before(speaker.start, speaker.place):
            if name.kind is PhraseKind.NAME and name.roles and (known := self.means(name)) is not None:
                roles = map(parse_role, name.roles)
                if any(
                    wanted.heads & role.heads
                    and wanted.words <= role.words
                    and (wanted.deputy, wanted.former) == (role.deputy, role.former)
                    for role in roles
                ):
                    holders.add(id(known))
        return len(holders) > 1

    def _in_full(self, role: Speaker | NameSeen) -> str:
        """A role as written, with the rest of its office's name or the place that it is of."""
        where = role.start, role.text, role.place
        return role.text + (self._office(*where) or self._of_place(*where))

    def _office(self, start: int, role: str, place: Place) -> str:
        """The rest of an office's name after its first words: " of state", " of the opposition", " of public health"; else nothing."""
        text = self.post.words_at(place)
        end = start + len(role)
        if text[start:end] != role:
            return ""
        found = _OFFICE.match(text, end)
        return found.group() if found else field_after(text, end, role)

    def _of_place(self, start: int, role: str, place: Place) -> str:
        """The place or body that follows a role: " of Leeds"; else nothing."""
        text = self.post.words_at(place)
        end = start + len(role)
        found = _OF_A_PLACE.match(text, end) if text[start:end] == role else None
        return found.group() if found else ""

    def _of_anothers(self, start: int, role: str, place: Place) -> str:
        """The body that follows a role with whose it is: " of Karst's central bank"; else nothing."""
        text = self.post.words_at(place)
        if parse_role(role).places:
            return ""
        found = _OF_ANOTHERS.match(text, start + len(role)) if text.startswith(role, start) else None
        return found.group() if found else ""

    def _of_what(self, speaker: Speaker) -> str:
        """What a role is of, where its words leave that out: " of the company"."""
        text = self.post.words_at(speaker.place)
        found = _OF_A_BODY.match(text, speaker.end) if text[speaker.start : speaker.end] == speaker.text else None
        return found.group() if found else ""

    def as_written(self, role: NameSeen) -> str:
        """What somebody is called whose name nothing tells: the words of a quotation's speaker that begin there."""
        return self._longer.get(role.start) or _with_article(self._in_full(role))

    @cached_property
    def _longer(self) -> dict[int, str]:
        """Start of a role that speaks -> its words, with whom it serves: "an aide to Lee"."""
        speaking = [quote.speaker for quote in self.found.quotes]
        speaking += [statement.speaker for statement in self.found.statements]
        return {
            speaker.start: _with_article(speaker.text)
            for speaker in speaking
            if speaker is not None and speaker.kind is PhraseKind.ROLE and speaker.place == "text"
        }

    def called(self, role: NameSeen) -> Known | str | None:
        """Whom a role means that the words after it name in their way: "The steward, who gave his name only as Lee"; else None."""
        if role.place != "text" or _CALLED.match(self.post.text, role.end) is None:
            return None
        named = self._called(role)
        return self.as_written(role) if named is None else self.means(named)

    def _called(self, speaker: Speaker | NameSeen) -> NameSeen | None:
        """The name that follows somebody new: "a teacher called Ann Lee"."""
        if speaker.place != "text":
            return None
        found = _CALLED.match(self.post.text, speaker.end)
        if found is None:
            return None
        at = bisect_left(self.starts, found.end())
        for name in self.text_names[at : at + 3]:
            if name.start == found.end() and name.kind is PhraseKind.NAME and self.registry.is_person(name.core):
                return None if self._calls(speaker, found.group(), name.end) else name
        return None

    def _calls(self, speaker: Speaker | NameSeen, called: str, end: int) -> bool:
        """Whether "called" tells what somebody does: "The coach called Lee '...'", "a coach called Lee a liar", not "a coach called Lee"."""
        if called not in {" called ", " named "}:
            return False
        new = _NEW.match(speaker.text) is not None or names.fold(speaker.text) in _ALONE
        return (
            _NAMED_SO.match(self.post.text, end) is not None if new else _NAMED_ACTS.match(self.post.text, end) is None
        )

    def _named_later(self, speaker: Speaker) -> Known | None:
        """Whom "a judge" means whose name follows below: the only one of the post, named nowhere before."""
        wanted = parse_role(speaker.text)
        if speaker.place != "text" or not wanted.heads & _ONE_TO_A_CASE:
            return None
        holders: dict[int, Known] = {}
        for name, heads in self._judges:
            if wanted.heads & heads:
                known = self.means(name)
                if known is None or (name.place == "text" and name.start < speaker.start):
                    return None
                holders[id(known)] = known
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _told_of_before(self, speaker: Speaker) -> str | None:
        """Whom "the person" means: the only one of that sort, without a name, who spoke before, "a person close to the firm"."""
        article, _, head = speaker.text.partition(" ")
        if speaker.place != "text" or article.lower() != "the" or " " in head:
            return None
        spoke = {
            start: words
            for start, words in self._longer.items()
            if start < speaker.start and _NEW_ONE.match(words) and _NEW_ONE.sub("", words).split(" ")[0] == head
        }
        return next(iter(spoke.values())) if len(spoke) == 1 else None

    def _in_a_wider_word(self, speaker: Speaker) -> tuple[Known, bool] | None:
        """Who is "the officer", and whether surely: the only constable or the like whom the post named before; None after "a second officer"."""
        narrower = narrower_words(speaker.text) if speaker.place == "text" else frozenset()
        if not narrower or self._of_what(speaker) or self._of_place(speaker.start, speaker.text, "text"):
            return None
        head = names.fold(speaker.text.rsplit(maxsplit=1)[-1])
        fitting: set[Known] = set()
        latest: Known | None = None
        for name in self.before(speaker.start, speaker.place):
            another = name.kind is PhraseKind.ROLE and name.text.lower() != speaker.text.lower()
            if another and head in parse_role(name.text).heads:
                return None
            if name.kind is not PhraseKind.NAME or (known := self.means(name)) is None:
                continue
            latest = known
            if is_one_of(narrower, known.roles):
                fitting.add(known)
        if len(fitting) != 1:
            return None
        only = fitting.pop()
        return only, latest is only

    def _announced(self, speaker: Speaker) -> Known | None:
        """Who was said to speak in the sentence before: Lee in "Her deputy, Tom Lee, was blunter. 'No,' said the union leader"."""
        head = names.fold(speaker.text.rsplit(maxsplit=1)[-1])
        if speaker.place != "text" or not speaker.text.lower().startswith("the ") or head in _OTHERS_TOO:
            return None
        text = self.post.text
        last = bisect_left(self.starts, speaker.start)
        for name in reversed(self.text_names[max(0, last - _FEW) : last]):
            if name.kind is PhraseKind.NAME:
                explains = text.startswith(", ", name.start - 2) and bool(name.roles)
                said = ANNOUNCES.match(text, name.end) if name.subject or explains else None
                close = said is not None and not _CLOSES.search(text, said.end(), speaker.start)
                known = self.means(name) if close else None
                return known if known is not None and known.kind is ActorKind.PERSON else None
        return None

    @cached_property
    def _judges(self) -> list[tuple[NameSeen, frozenset[str]]]:
        """Those of the post who are named with a role that one has in a case; the first mention of each name."""
        judges: dict[str, tuple[NameSeen, frozenset[str]]] = {}
        for name in (*self.headline_names, *self.text_names):
            if name.kind is PhraseKind.NAME and name.roles:
                heads = frozenset(head for role in name.roles for head in parse_role(role).heads) & _ONE_TO_A_CASE
                if heads:
                    judges.setdefault(name.core, (name, heads))
        return list(judges.values())

    def _of_owner(self, speaker: Speaker, owner: str, confidence: float) -> tuple[Known | str | None, float]:
        """Like "his office": the office of whom "his" means, or the phrase as written."""
        pronoun = replace(speaker, text=owner, kind=PhraseKind.PRONOUN, core=owner)
        who, sure = self.pronouns.resolve(pronoun, confidence)
        if not isinstance(who, Known) or who.kind is not ActorKind.PERSON:
            return speaker.text, confidence * 0.85
        kind = ActorKind.COLLECTIVE if speaker.kind is PhraseKind.COLLECTIVE else ActorKind.INSTITUTION
        rest = speaker.text.partition(" ")[2]
        return self.registry.owned(who, rest, kind), sure * 0.95

    def _of_whom(self, speaker: Speaker) -> Known | None:
        """Those of somebody who is named after them: "lawyers for Mr Lee" are Lee's lawyers, "the family of Ann Lee" hers."""
        group = names.fold(_ARTICLE.sub("", speaker.text))
        if speaker.place != "text" or group not in _SOMEBODYS:
            return None
        joined = _FOR_WHOM.match(self.post.text, speaker.end)
        at = bisect_left(self.starts, joined.end()) if joined is not None else len(self.starts)
        for name in self.text_names[at : at + 1]:
            if joined is not None and name.start == joined.end() and name.kind is PhraseKind.NAME:
                known = self.means(name)
                if known is not None and known.kind is ActorKind.PERSON and not _MORE.match(self.post.text, name.end):
                    return self.registry.owned(known, group, ActorKind.COLLECTIVE)
        return None

    def named(self, core: str, surface: str, offset: int = 0, place: Place = "text") -> Known:
        """The person or institution that a name means."""
        if self.registry.is_person(core):
            wed = self._spouse(core, surface)
            if wed is not None:
                wed.aliases[surface] += 1
                return wed
            person = self._namesake(core, surface, offset, place) or self.registry.person(core, self.number, surface)
            if person is not None:
                person.aliases[self.registry.alias(core, surface)] += 1
                if not person.written:
                    person.written[core] += 1
                return person
        body = self._public_body(with_owner(core, surface), offset, offset + len(surface), place)
        if body is not None and (whole := self._whose(body, offset, place)) is not None:
            return self.registry.thing(whole.name, ActorKind.INSTITUTION, written=whole.written)
        return self.registry.thing(self._whole_name(institution_name(core, surface)), ActorKind.INSTITUTION)

    def _public_body(self, written: str, start: int, end: int, place: Place) -> PublicBody | None:
        """A ministry, a court or the like, with whose it is where the words around tell that."""
        text = self.post.words_at(place)
        return self.registry.public_body(
            written, text[max(0, start - _LONGEST_CITY) : start], text[end : end + _LONGEST_CITY]
        )

    def _whose(self, body: PublicBody, offset: int, place: Place) -> PublicBody | None:
        """A body with whose it is: the only one of that name before it in the post, else in the story; None where that is not told."""
        rivals = self.registry.public_bodies(body.key)
        if body.often_alone and len(rivals) < _SEVERAL:
            return None
        if body.owner is not None:
            return body
        here = self._bodies_before(body, offset, place)
        return here[0] if len(here) == 1 else rivals[0] if not here and len(rivals) == 1 else None

    def _bodies_before(self, body: PublicBody, offset: int, place: Place) -> list[PublicBody]:
        """The bodies of one name that the post has before an offset, one for each whose it is."""
        found: dict[str, PublicBody] = {}
        for name in self.before(offset, place):
            if name.kind in {PhraseKind.NAME, PhraseKind.INSTITUTION} and " " in name.text:
                written = (
                    with_owner(name.core, name.text)
                    if name.kind is PhraseKind.NAME
                    else name.text + self._of_place(name.start, name.text, name.place)
                )
                other = self._public_body(written, name.start, name.start + len(written), name.place)
                if other is not None and other.owner is not None and other.key == body.key:
                    found.setdefault(other.owner_key, other)
        return list(found.values())

    def _is_any_ones(self, speaker: Speaker) -> bool:
        """Whether the words leave open whose ministry or court they mean, of two that the post or the story has."""
        name = speaker.kind is PhraseKind.NAME
        head = names.fold(_ARTICLE.sub("", speaker.text))
        if not name and " " not in head and len(self._called_by(head, speaker)) > 1:
            return True
        written = with_owner(speaker.core, speaker.text) if name else self._body_of(speaker).text
        body = self._public_body(written, speaker.start, speaker.start + len(written), speaker.place)
        if body is None or body.owner is not None or self._whose(body, speaker.start, speaker.place) is not None:
            return False
        here = self._bodies_before(body, speaker.start, speaker.place)
        return len(here) > 1 or len(self.registry.public_bodies(body.key)) > 1

    def _is_no_relation(self, speaker: Speaker) -> bool:
        """Whether a surname is told to be another's than that of whom the post named before: "Cllr Lee, no relation, said"."""
        if " " in speaker.core or _NO_RELATION.match(self.post.words_at(speaker.place), speaker.end) is None:
            return False
        return any(one.in_full for one in self.registry.namesakes(speaker.core))

    def _other_gender(self, speaker: Speaker, who: Known) -> str | None:
        """The gender that a title or "himself" tells of a surname, where it is not that of whom the story knows by it: "Mrs Lee", of Leo Lee."""
        if " " in speaker.core or speaker.place != "text" or who.kind is not ActorKind.PERSON or not who.in_full:
            return None
        at = bisect_left(self.starts, speaker.start)
        seen = [
            name.gender
            for name in self.text_names[at : at + 2]
            if name.start == speaker.start and name.core == speaker.core
        ]
        return seen[0] if seen and who.gender is not None and seen[0] != who.gender else None

    def _is_a_country_too(self, speaker: Speaker, who: Known) -> bool:
        """Whether a bare first name is a country's as well, which the post may mean: "Jordan", beside "Jordan Lee"."""
        return (
            " " not in speaker.text
            and who.kind is ActorKind.PERSON
            and len(who.words) > 1
            and names.spelling(speaker.core) != who.words[-1]
            and (names.country_of(speaker.core) is not None or names.fold(speaker.core) in _COUNTRIES_TOO)
        )

    def _named_like_a_place(self, speaker: Speaker) -> Known | None:
        """The only person of the post whose name is a place's too: "London" or "Sofia" where it names Jack London or Sofia Lund in full."""
        if " " in speaker.core or self.registry.is_person(speaker.core):
            return None
        people = [one for one in self.registry.named_so(speaker.core) if id(one) in self.present]
        return people[0] if len(people) == 1 and people[0].gender is not None else None

    def _may_be_called_like_a_place(self, speaker: Speaker) -> bool:
        """Whether a place's name may be the first name of somebody whom the post names: "Paris", beside "Paris Lund"."""
        place = speaker.core
        if names.gender_of(place) is None and names.fold(place) not in _PLACES_TOO:
            return False
        before = [name.core.split() for name in self.before(speaker.start, speaker.place)]
        return any(
            len(words) == 2 and words[0] == place and (is_person(words[1]) or may_be_person(" ".join(words)))
            for words in before
        )

    def _whole_name(self, name: str) -> str:
        """A name of one word, or the only longer one of the post that ends with it: "Coastguard" is "Leith Coastguard"."""
        firm = self.registry.firm(name)
        if firm is not None:
            return firm
        if " " in name or names.country_of(name) is not None or names.fold(name) not in names.ROLE_NOUNS:
            return name
        longer = self._longer_names.get(name, ())
        return next(iter(longer)) if len(longer) == 1 else name

    @cached_property
    def _longer_names(self) -> dict[str, set[str]]:
        """Last word -> the post's names of institutions that end with it."""
        found: dict[str, set[str]] = {}
        for seen in (*self.headline_names, *self.text_names):
            if seen.kind is PhraseKind.NAME and (name := institution_name(seen.core, seen.text)).count(" "):
                found.setdefault(name.rsplit(maxsplit=1)[-1], set()).add(name)
        return found

    def _may_be_a_namesake(self, speaker: Speaker, who: Known) -> bool:
        """Whether a bare surname may mean several: two whom the post names before, or none of two whom the story knows.

        Not where the story is about one of them: of a president and his daughter the bare surname means him.
        """
        if speaker.text != speaker.core or " " in speaker.core:
            return False
        namesakes = self.registry.namesakes(speaker.core)[:MOST_NAMESAKES]
        namesakes = namesakes or self.registry.named_so(speaker.core)
        others = [known.in_full for known in namesakes if known is not who]
        if not others or who.in_full >= MOSTLY * max(others):
            return False
        here = {
            id(known)
            for name in self.before(speaker.start, speaker.place)
            if name.kind is PhraseKind.NAME and " " in name.core and (known := self.means(name)) in namesakes
        }
        return len(here) != 1

    def _spouse(self, core: str, surface: str) -> Known | None:
        """Who is "Mrs Lee" where the only Lee is a man, or nothing tells it, and the post calls one by the first name his wife: "His wife, Ann, sat"."""
        gender = courtesy_gender(surface)
        if gender is None or gender not in self._wed:
            return None
        namesakes = self.registry.namesakes(core)
        alone = len(namesakes) == 1 and namesakes[0].in_full and namesakes[0].gender != gender
        return self._wed[gender] if alone else None

    @cached_property
    def _wed(self) -> dict[str, Known]:
        """Gender -> the only one whom the post's text calls by the first name somebody's wife or husband."""
        found: dict[str, set[Known]] = {}
        for name in self.text_names:
            if name.kind is not PhraseKind.NAME or " " in name.core or name.text != name.core or not name.gender:
                continue
            wed = any(_WED.fullmatch(role) for role in name.roles)
            if wed and (known := self.registry.person(name.core, self.number, name.text, name.gender)) is not None:
                found.setdefault(name.gender, set()).add(known)
        return {gender: people.pop() for gender, people in found.items() if len(people) == 1}

    def _namesake(self, core: str, surface: str, offset: int, place: Place) -> Known | None:
        """Of several people with one surname: whom the post named in full before, and whom a title's gender fits."""
        namesakes = self.registry.namesakes(core)
        if len(namesakes) < 2:
            return None
        holder = holder_of(namesakes[:MOST_NAMESAKES], core, surface)
        if holder is not None:
            return holder
        surname = namesakes[0].words[-1]
        titles = {names.fold(word).strip(".") for word in surface.split()}
        gender = "m" if titles & names.MALE else "f" if titles & names.FEMALE else None
        relative: Known | None = None
        mentioned: Known | None = None
        untold: Known | None = None
        """Whose gender nothing tells, where a title tells one."""
        for name in reversed(self.before(offset, place)):
            if name.kind is PhraseKind.NAME and " " in name.core:
                known = self.means(name)
                if known is not None and known.words[-1:] == (surname,) and gender and known.gender is None:
                    untold = untold or known
                if known is not None and known.words[-1:] == (surname,) and gender in {None, known.gender}:
                    if any(KIN.search(role) for role in name.roles):
                        # "Mr Lee's father, Tom Lee": the surname alone still means Mr Lee.
                        relative = relative or known
                    elif mentioned is None and not (name.subject or name.roles):
                        # "a picture of Ida Lee"
                        mentioned = known
                    elif mentioned is None or (known is not mentioned and known.seen >= MOSTLY * mentioned.seen):
                        return known
        if mentioned is None and gender is None and any(not one.is_relative for one in namesakes):
            return None
        return mentioned or relative or untold

    def _described(self, speaker: Speaker, kind: ActorKind) -> Known | str:
        """A collective or an institution; "the leaders" are those that the post named with more words before.

        Somebody new of whom others may be told in the same words ("a group of MPs") stays as written.
        """
        if kind is ActorKind.INSTITUTION and (field := self._of_field(speaker)):
            return self._of_the_field(speaker, field)
        words = [word for word in speaker.text.split() if names.fold(word) not in {"the", "these", "those", "both"}]
        if len(words) == 1:
            head = names.fold(words[0])
            if kind is ActorKind.INSTITUTION and head in _FIRMS:
                firm = self._only_firm(speaker)
                if firm is not None:
                    return firm
            for name in reversed(self.before(speaker.start, speaker.place)):
                same = name.kind is speaker.kind and names.fold(name.text.rsplit(maxsplit=1)[-1]) == head
                if same and kind is ActorKind.INSTITUTION and (field := self._of_field(name)):
                    return self._of_the_field(name, field)
                written = name.text.split()
                if same and len(written) > 1 and not (len(written) == 2 and names.fold(written[0]) in {"the", "these"}):
                    return self.thing(name, kind)
            if kind is ActorKind.INSTITUTION and len(bodies := self._called_by(head, speaker)) == 1:
                return bodies[0]
        whole = self._group(speaker)
        if _NEW.match(whole):
            return whole
        if kind is ActorKind.INSTITUTION:
            text = self._body_of(speaker).text
            body = self._public_body(text, speaker.start, speaker.start + len(text), speaker.place)
            if body is not None and (body.owner is None or text != speaker.text):
                owned = self._whose(body, speaker.start, speaker.place)
                if owned is not None:
                    return self.registry.thing(owned.name, kind, written=owned.written)
        return self.thing(self._body_of(speaker) if kind is ActorKind.INSTITUTION else speaker, kind)

    def _of_field(self, body: Speaker | NameSeen) -> str:
        """What a ministry in small letters is of: " of defence"; else nothing."""
        text = self.post.words_at(body.place)
        if (
            names.fold(body.text.rsplit(maxsplit=1)[-1]) not in _BODIES_OF_A_FIELD
            or text[body.start : body.end] != body.text
        ):
            return ""
        found = _OF_A_FIELD.match(text, body.end)
        return found.group() if found else ""

    def _of_the_field(self, body: Speaker | NameSeen, field: str) -> Known:
        """The ministry of a field, with whose it is where that is told."""
        whole = body.text + field
        public = self._public_body(whole, body.start, body.start + len(whole), body.place)
        owned = self._whose(public, body.start, body.place) if public is not None else None
        if owned is not None:
            return self.registry.thing(owned.name, ActorKind.INSTITUTION, written=owned.written)
        return self.registry.thing(whole, ActorKind.INSTITUTION)

    def _called_by(self, head: str, speaker: Speaker) -> list[Known]:
        """The bodies that the post names before with a word for what they are: "the ministry" is the Ministry of Ports."""
        found: dict[int, Known] = {}
        for name in self.before(speaker.start, speaker.place) if speaker.text.lower().startswith("the ") else ():
            if name.kind is PhraseKind.NAME and " " in name.text and not self.registry.is_person(name.core):
                written = institution_name(name.core, name.text).partition(" of ")[0]
                if names.fold(written.rsplit(maxsplit=1)[-1]) == head and written.count(" ") + name.core.count(" of "):
                    known = self.named(name.core, name.text, name.start, name.place)
                    found[id(known)] = known
        return list(found.values())

    def _body_of(self, speaker: Speaker) -> Speaker:
        """A body with what it is of, by the words after it or where the post has it before: "the board of Leith Marine"."""
        head = names.fold(_ARTICLE.sub("", speaker.text))
        if head not in _BODIES_OF:
            of = self._of_place(speaker.start, speaker.text, speaker.place)
            return replace(speaker, text=speaker.text + of) if of and public_body(speaker.text + of) else speaker
        phrases: list[Speaker | NameSeen] = [speaker, *reversed(self.before(speaker.start, speaker.place))]
        for seen in phrases:
            same = seen.kind is speaker.kind and names.fold(_ARTICLE.sub("", seen.text)) == head
            of = self._of_place(seen.start, seen.text, seen.place) if same else ""
            if of:
                return replace(speaker, text=speaker.text + of)
        return speaker

    def _group(self, speaker: Speaker) -> str:
        """A group with those whom it consists of: "a group of MPs", whichever of the two the phrase is."""
        if speaker.place != "text":
            return speaker.text
        text = self.post.text
        if _GROUP.fullmatch(speaker.text):
            rest = _OF_WHOM.match(text, speaker.end)
            return speaker.text + rest.group() if rest else speaker.text
        before = _GROUP_OF.search(text, max(0, speaker.start - _LONGEST_GROUP), speaker.start)
        return text[before.start() : speaker.end] if before else speaker.text

    def thing(self, phrase: Speaker | NameSeen, kind: ActorKind) -> Known:
        """What a phrase describes; "Tom Lee's office" and "Lee's office" are one, as are ministries of one country."""
        text = phrase.text
        found = _IN_CITY.match(self.post.text, phrase.end) if phrase.place == "text" else None
        country = names.country_of(found.group(1)) if found and names.fold(found.group(1)) in names.CAPITALS else None
        owner = self._owner(phrase)
        of_role = owner is not None and owner.kind is PhraseKind.ROLE
        if found and country and (of_role or names.fold(text.split()[-1]) in _OF_STATE):
            # "the president's office in Kyiv" is not that of the president named last
            bare = _ARTICLE.sub("", text)
            role = f"{country}'s {_ARTICLE.sub('', owner.text)}" if owner and of_role else ""
            holder = self._holder(role, phrase.start, phrase.place) if role else None
            if owner is not None and holder is not None:
                return self.registry.owned(holder, _POSSESSIVE.sub("", text[len(owner.text) :]), kind)
            return self.registry.thing(f"{country} {bare}", kind, written=bare + found.group())
        state = self._of_place(phrase.start, text, phrase.place) if names.fold(text.split()[-1]) in _OF_STATE else ""
        if state and owner is None:
            # "the foreign ministry of Peru" is Peru's
            bare, place = _ARTICLE.sub("", text), state.removeprefix(" of ")
            return self.registry.thing(f"{names.country_of(place) or place} {bare}", kind, written=bare + state)
        if owner is not None:
            known = self.means(owner)
            rest = _POSSESSIVE.sub("", text[len(owner.text) :])
            # Whose relatives "Lee's relatives" are is not known where there are several Lees.
            unsure = owner.kind is PhraseKind.NAME and len(self.registry.namesakes(owner.core)) > 1
            if known is not None and known.kind is ActorKind.PERSON and rest and not unsure:
                return self.registry.owned(known, rest, kind)
        return self.registry.thing(text, kind, described=of_role or self._is_description(phrase, kind))

    def _is_description(self, phrase: Speaker | NameSeen, kind: ActorKind) -> bool:
        """Whether words for an institution or a group name none: "the police", "US officials", not "European leaders"."""
        words = _ARTICLE.sub("", phrase.text).split()
        source = self.post.text if phrase.place == "text" else self.post.headline or ""
        # A sentence's first word has a capital, whatever it is.
        at = (
            1
            if phrase.text.startswith(words[0]) and _BEGINS.search(source, max(0, phrase.start - 8), phrase.start)
            else 0
        )
        proper = any(word[0].isupper() for word in words[at:]) or names.fold(words[0]) in _PEOPLES
        proper = proper or names.country_of(words[0]) is not None
        if kind is ActorKind.COLLECTIVE:
            return not proper or names.fold(words[-1]) in _ANONYMOUS
        return not proper and len(words) == 1

    def _owner(self, phrase: Speaker | NameSeen) -> NameSeen | None:
        """The name that owns what a phrase means: "Lee" of "Lee's office"."""
        if "'s " not in phrase.text and "\u2019s " not in phrase.text:
            return None
        seen, starts = (
            (self.text_names, self.starts) if phrase.place == "text" else (self.headline_names, self.headline_starts)
        )
        for name in seen[bisect_left(starts, phrase.start) :][:4]:
            if name.start == phrase.start and name.kind in {PhraseKind.NAME, PhraseKind.ROLE} and name.end < phrase.end:
                return name
        return None

    def author(self, document: Speaker | NameSeen) -> Known | None:
        """Who wrote "the letter": the subject of the sentence that first named it."""
        head = names.fold(document.text.split()[-1])
        before = self.before(document.end, document.place)
        for at, name in enumerate(before[-LOOK_BACK:], start=max(0, len(before) - LOOK_BACK)):
            if name.kind is PhraseKind.INSTITUTION and names.fold(name.text.split()[-1]) == head:
                owner = before[at - 1] if at else None
                if owner is not None and owner.place == name.place and owner.start == name.start:
                    # "the bishop's letter"; "the ministry's report"
                    if owner.kind is PhraseKind.INSTITUTION and not is_document(owner.text):
                        return self.thing(owner, ActorKind.INSTITUTION)
                    return self.means(owner)
                if (passed_on := self._passed_on(name, before[max(0, at - 6) : at])) is not None:
                    return passed_on[0]
                for other in reversed(before[max(0, at - 6) : at]):
                    if other.sentence == name.sentence and other.subject and (known := self.means(other)) is not None:
                        return known
                return None
        return None

    def _passed_on(self, document: NameSeen, before: Sequence[NameSeen]) -> tuple[Known | None] | None:
        """Whose a document is that another reads out or that is told to be his, if anybody's; None where its sentence's subject wrote it."""
        text = self.post.words_at(document.place)
        behalf = _ON_BEHALF.match(text, document.end)
        if behalf is not None:
            owners = [name for name in before if name.sentence == document.sentence and _OWNS.match(text, name.end)]
            return (self.means(owners[0]) if len(owners) == 1 else None,)
        sent = _SENT_FOR.match(text, document.end)
        if sent is not None:
            at = bisect_left(self.starts, sent.end())
            named = self.text_names[at : at + 1] if document.place == "text" else []
            return (self.means(named[0]) if named and named[0].start == sent.end() else None,)
        return (None,) if _READ_OUT.search(text, max(0, document.start - _LONGEST_READ), document.start) else None

    def _only_firm(self, speaker: Speaker) -> Known | None:
        """The firm or body that "the company" means: the only one that the post named before."""
        firms: dict[int, Known] = {}
        for name in self.before(speaker.start, speaker.place):
            if name.kind is not PhraseKind.NAME:
                continue
            known = self.registry.thing(name.core, ActorKind.INSTITUTION) if self.registry.is_firm(name.core) else None
            known = known or self.means(name)
            if known is not None and known.kind is ActorKind.INSTITUTION:
                firms[id(known)] = known
            for body in (body for role in name.roles for body in bodies_in(role)):
                firm = self.registry.thing(body, ActorKind.INSTITUTION)
                firms[id(firm)] = firm
        return next(iter(firms.values())) if len(firms) == 1 else None

    def named_before(self, speaker: Speaker) -> list[NameSeen]:
        """The last names of the post before a speaker, the headline's first; those of quotations left out."""
        return self.last_before(speaker.start, speaker.place)

    def last_before(self, offset: int, place: Place) -> list[NameSeen]:
        """The last names of the post before an offset, the headline's first."""
        if place == "headline":
            return self.before(offset, place)[-LOOK_BACK:]
        index = bisect_left(self.starts, offset)
        first = index - LOOK_BACK
        return self.text_names[first:index] if first >= 0 else self.headline_names[first:] + self.text_names[:index]

    def before(self, offset: int, place: Place) -> list[NameSeen]:
        """Names of the post before an offset, the headline's first."""
        if place == "headline":
            index = bisect_left(self.headline_starts, offset)
            while index and self.headline_names[index - 1].end > offset:
                index -= 1
            return self.headline_names[max(0, index - _MOST_BEFORE) : index]
        index = bisect_left(self.starts, offset)
        return self.headline_names[:_MOST_BEFORE] + self.text_names[max(0, index - _MOST_BEFORE) : index]

    def means(self, name: NameSeen) -> Known | None:
        """Whom a name seen means; remembered."""
        key = id(name)
        if key not in self.meaning:
            known: Known | None = None
            if name.kind is PhraseKind.NAME and self.registry.is_person(name.core):
                known = (
                    self._spouse(name.core, name.text)
                    or self._namesake(name.core, name.text, name.start, name.place)
                    or self.registry.person(name.core, self.number, name.text, name.gender)
                )
                if known is not None and not known.written:
                    known.written[name.core] += 1
            elif name.kind is PhraseKind.ROLE:
                known = self._holder(name.text, name.start, name.place)
            self.meaning[key] = known
        return self.meaning[key]

    def _holder(self, text: str, offset: int, place: Place) -> Known | None:
        of_place = self._of_place(offset, text, place)
        if of_place and (holder := self._holder_of(text + of_place, offset, place)) is not None:
            return holder
        holder = self._holder_of(text + self._office(offset, text, place), offset, place)
        # "the mayor of Leeds" is nobody who is told to be that of Hull.
        return None if of_place and holder is not None and _is_of_another(holder, text) else holder

    def _holder_of(self, text: str, offset: int, place: Place) -> Known | None:
        before = self.last_before(offset, place)
        recent = [
            known
            for name in before
            if (known := self.means(name) if name.kind is PhraseKind.NAME else self._by_country(name)) is not None
        ]
        places: frozenset[str] = frozenset()
        for name in reversed(before):
            country = names.country_of(name.core) if name.kind is PhraseKind.NAME else None
            if country is not None:
                places = frozenset({country})
                break
        if place == "headline" and not recent:
            recent = [
                known
                for name in self.text_names[:LOOK_BACK]
                if name.kind is PhraseKind.NAME and (known := self.means(name)) is not None
            ]
        return self.registry.holder(text, recent, places, self.present)

    def _by_country(self, name: NameSeen) -> Known | None:
        """Whom a role means by its country alone: "the Ukrainian president" counts as named where "the president" follows."""
        if name.kind is not PhraseKind.ROLE:
            return None
        if name.text not in self.by_country:
            has_country = bool(parse_role(name.text).places)
            self.by_country[name.text] = (
                self.registry.holder(name.text, [], frozenset(), self.present) if has_country else None
            )
        return self.by_country[name.text]


def _is_of_another(who: Known, role: str) -> bool:
    """Whether every role of somebody that the words may mean is told with what it is of."""
    heads = parse_role(role).heads
    held = [parsed for parsed in map(parse_role, who.roles) if parsed.heads & heads]
    return bool(held) and all(parsed.places or parsed.words for parsed in held)


def _before_role(text: str, start: int, role: str) -> str:
    """The capital word before a role that a name at `start` follows, with the space: "Leith " of "Leith mayor Ann Lee"."""
    before = text[max(0, start - _LONGEST_OWN_ROLE) : start].rstrip(" ,")
    words = before.removesuffix(role).split() if before.endswith(f" {role}") else []
    return f"{words[-1]} " if words and words[-1][:1].isupper() and words[-1] not in {"The", "A", "An"} else ""


def _is_topic(speaker: Speaker, who: Known | str | None) -> bool:
    """Whether the one word before a headline's colon, or its subject, is no person that the story knows: "Floods: ..."."""
    return (
        speaker.kind is PhraseKind.NAME
        and " " not in speaker.core
        and isinstance(who, Known)
        and who.kind is ActorKind.PERSON
        and (
            (len(who.words) < 2 and who.seen < 2)  # no full name, and named only here
            or names.spelling(speaker.core) not in who.words[-1].split("-") + list(who.words[-1:])
        )
    )


def _is_of(who: Known, people: str) -> bool:
    """Whether somebody's roles tell that "the Korean" may be this one."""
    country = names.country_of(people.rsplit(maxsplit=1)[-1])
    return country is not None and any(country in parse_role(role).places for role in who.roles)


def _house(document: str) -> str | None:
    """Whose a document is by the capital words before its noun: "a Guardian report"; a country's or a day's has no author."""
    if names.fold(document.rsplit(maxsplit=1)[-1]) not in _HOUSES_WRITE:
        return None
    words = [word for word in document.split()[1:-1] if word[:1].isupper() and names.fold(word) not in _DATED | _SORTS]
    house = " ".join(words)
    return house if house and names.country_of(house) is None and "'" not in house and "\u2019" not in house else None


def _issuer(document: Speaker) -> Speaker | None:
    """The body whose statement it is by the words before the noun: "a foreign ministry statement", "a UN statement"."""
    issued = _STATEMENT.fullmatch(document.text)
    if issued is None:
        return None
    body = issued["body"]
    kind = PhraseKind.INSTITUTION
    if issued["name"] is not None:
        if names.fold(issued["name"]) in _SORTS:
            return None
        kind = PhraseKind.NAME
    elif names.fold(issued["head"]) not in names.INSTITUTION_NOUNS - names.DOCUMENT_NOUNS - _NO_ISSUER:
        return None
    start = document.start + issued.start("body")
    whole = body if kind is PhraseKind.NAME else f"the {body}"
    return replace(document, text=whole, core=whole, kind=kind, start=start, end=start + len(body))


def _is_law(core: str) -> bool:
    """Whether a name is a law's or a treaty's, or a part of one: "Article 2", "the First Amendment"."""
    words = [names.fold(word) for word in core.split()]
    return bool(words) and (words[0] in _PARTS_OF_LAW or words[-1] in _LAWS)


def _is_thing(core: str) -> bool:
    """Whether a name is a storm's, a building's or the like, which says nothing: "Storm Ida", "Leith Bridge"."""
    first, *rest = (names.fold(word) for word in core.split())
    if not rest:
        return first in _NUMBERED_THINGS | _PUT_UP | _LABELS
    return first in _NAMED_THINGS or (rest[-1] in _BUILT and names.gender_of(core.split(maxsplit=1)[0]) is None)


def _with_article(role: str) -> str:
    """A role as it stands inside a sentence: "The mayor" is "the mayor"."""
    return (
        role[0].lower() + role[1:] if role.startswith(("The ", "A ", "An ", "Its ", "His ", "Her ", "Their ")) else role
    )
