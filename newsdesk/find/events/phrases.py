"""The phrases that names of events are made of: who acts, on what, where, with whom. Pure, without a parser.

A phrase is a list of words as written. It is kept whole or left out, never cut in its middle.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsdesk.find.calendar_words import HOLIDAYS
from newsdesk.find.change_words import CALLS_OFF, MOVES
from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.naming import LINKS, LONGEST
from newsdesk.find.events.words import (
    COLLECTIVE,
    COUNTED,
    DATE_WORDS,
    FILLERS,
    FUNCTION_WORDS,
    NUMBERS,
    PARTS,
    PRONOUNS,
    ROLES,
    SAYING,
    VERBISH,
)
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_TOKEN: Final = late_pattern(r"[^\W_]+(?:[-'’.&/][^\W_]+)*|[^\w\s]")
NAME_RUN: Final = late_pattern(
    r"[A-Z][\w’'-]*(?:\.[A-Z]\.)?(?: (?:of (?:the )?(?=[A-Z]))?(?:[A-Z][\w’'.-]*|\d{1,2}(?![\d:.%a-z])))*"
)
DATELINE: Final = late_pattern(
    r"^(?:[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){0,3})(?:, (?:(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z][\w.]+ ?){1,2})?"
    r"(?:,? (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?)? ?(?:\([A-Z][\w ]*\) ?)?(?:[-–—_]{1,2}|:) (?=[A-Z])"
)
"""As in "PORT MERLE, Fla. — ", "CAIRO (AP) - " and "CAIRO, May 12 (AP) - ": where, and when, a report was written."""
_AFTER_PREPOSITION: Final = late_pattern(
    r"(?i)\b(?:in|at|of|from|to|on|into|near|for|with|by|between|against|the (?:city|town) of) (?:the )?$"
)


def tokens(text: str) -> list[str]:
    """Words and marks."""
    return [match.group() for match in _TOKEN.finditer(text)]


def runs_of_names(clause: str) -> list[re.Match[str]]:
    """The names that can act in a clause: no dates, no verbs, none behind a preposition."""
    return [
        match
        for match in NAME_RUN.finditer(clause)
        if match.group().split()[0].lower() not in DATE_WORDS
        and match.group().lower() not in FUNCTION_WORDS | VERBISH | NUMBERS | _EMPTY
        and not _AFTER_PREPOSITION.search(clause, max(0, match.start() - 24), match.start())
    ]


_AUXILIARIES: Final = late_pattern(
    r"(?:,? (?:will|would|is|are|was|were|has|have|not|to|be|also|now|again|could|may|must|due|set|expected|forecast|scheduled|hopes?|plans?|aims?|wants?|intends?|been|told|ordered|asked|urged|required|instructed))+ ?$"
)
_SAID_OF_SELF: Final = late_pattern(
    r"(?P<speaker>.*)\b(?:said|says|confirmed|announced|added|told (?!not\b|to\b)[a-z ]{2,24}?)(?: (?:on|late on|early on) [A-Z]\w+day)?(?: that)? (?P<self>he|she|they|it)$"
)
_OFFICE_OF: Final = late_pattern(
    r"(?P<who>[A-Z][^.;:,“”]{1,40})['’]s (?:office|press office|press service|team|staff)$"
)
_AS: Final = late_pattern(r"(?<=\w) as (?:an? |the |its |his |her |their )?[a-z][\w-]*(?: [a-z][\w-]*)?$")
"""Behind who or what acts, as what: "Holm's mandate as mediator"."""
_RELATIVE: Final = late_pattern(r",? (?:which|who|that)$|, (?:which|who) [^,]{0,60},$|(?<=\w), [^,]{0,60},$")
_TITLE_BEHIND: Final = late_pattern(
    r"(?P<work>\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)(?: (?!(?:said|says|called|told|asked|as)\b)[\w’'-]+){1,3}),? [“\"‘][^“”\"]{1,60}[”\"’],?$"
)
"""A work and what it is called, before what happens to it: "The film “Nine Days”"."""
_CLAUSE_EDGE: Final = late_pattern(
    r"[;:“”\"—]| [–-] |(?:^|[ ,])(?:that|when|because|while|although|though|before|after|if|and said|but|says?|said|announced|confirmed|warned|added)(?= )"
)


_MOTION: Final = late_pattern(
    r"\b(?:return|go|come|travel|move|head|rise|fall|drop|increase|switch|climb|extend(?:ed)?|back|up|down|out|home|next|close|access|attempt|effort|bid|chance|right|how|pressure|ability|according|thanks|prior|due to return)(?:s|es|ing|ed)? $"
)


def follows_motion(text: str, verb: re.Match[str]) -> bool:
    """Whether a "to" is one of direction: "fall to minus nine", "return to work"."""
    return verb.group().startswith("to ") and _MOTION.search(text, max(0, verb.start() - 14), verb.start()) is not None


_BETWEEN_TWO: Final = late_pattern(
    r"(?P<who>\b[a-z]+) (?:along|on|at|across) (?:the|their|its) (?:[\w(),-]+ ){1,4}between (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? and (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?$"
)
"""Behind who acts: "the guns along the border between Borsk and Ardland"."""


def subject(left: str, earlier: str = "") -> list[str]:
    """Who acts, seen from the verb: a whole phrase of common words, or a name, short.

    Args:
        left: the words before the verb.
        earlier: the sentences before, where a pronoun finds its name.
    """
    whole = _AUXILIARIES.sub("", left.replace("\x00", " ").rstrip(' “"‘')).removesuffix(" there")
    told = _SAID_OF_SELF.search(whole[-160:])
    if told and told["self"] != "it" and told["speaker"].strip().lower() == "it":
        return []
    if told:
        whole = told["speaker"]
        if told["self"] in {"he", "she"} and (office := _OFFICE_OF.search(whole.rstrip())):
            # "Mr Holm's office said he would ...".
            whole = office["who"]
        if whole.endswith(" and "):
            return antecedent(whole)
    apposed = _apposed(whole[-160:])
    if apposed:
        return apposed
    whole = _TITLE_BEHIND.sub(r"\g<work>", _RELATIVE.sub("", whole[-200:]))
    whole = _BETWEEN_TWO.sub(r"\g<who>", whole)
    clause = re.split(r"[;:“”\"]", whole)[-1][-120:].strip(" ,")
    words = clause.split()
    if words:
        words[-1] = (
            re.sub(r"['’](?:s|re|ll|d|ve)$", "", words[-1]) if "’" in words[-1] or "'" in words[-1] else words[-1]
        )
    if words and words[-1].lower() in _OF_SELF:
        # Who speaks, the words of saying tell; not the sentence before.
        return []
    if words and words[-1].lower() in PRONOUNS:
        if len(words) > 1 and not _ADVERBIAL.fullmatch(" ".join(words[:-1]).strip(",")):
            return []
        who = antecedent(earlier, words[-1].lower())
        if (
            words[-1].lower() in {"he", "she"}
            and len(who) > 1
            and class_of(who[-1].lower())
            and who[-2].endswith(("'s", "’s"))
        ):
            # "Tan's visit is off. He will go to ...".
            who = [*who[:-2], who[-2][:-2]]
        if words[-1].lower() in {"he", "she"} and who and class_of(who[-1].lower()):
            # "The visit will begin on Tuesday. He flies home on Thursday": no visit flies.
            return []
        # Outside a quotation a body may be "they", too.
        return [] if words[-1].lower() == "they" and _in_quotation(left) and not _can_be_they(who) else who
    relative = _HEAD_OF_RELATIVE.search(left[-120:])
    if relative and (head := phrase(relative["head"])):
        return head
    if _AND_DOING.search(clause):
        return []
    clause = _AS.sub("", _CLAUSE_BEFORE.sub("", clause))
    acting = phrase(_CLAUSE_EDGE.split(clause)[-1].strip(" ,"))
    if acting:
        return acting
    runs = runs_of_names(clause)
    if runs and len(clause) - runs[-1].end() <= 40:
        run = runs[-1]
        following = clause[run.end() :].split()
        if any(word.strip(",") in SAYING for word in following):
            # What follows "said that" has its own subject.
            return common_words(clause)
        if any(word in VERBISH | {"and"} or _is_participle(word) for word in following):
            return []
        if len(runs) > 1 and clause[runs[-2].end() :].startswith(" and "):
            together = phrase(clause[runs[-2].start() :])
            if "and" in together:
                return together
        # "Leeds council workers": a name with common words after it is the workers' name.
        plain = [word for word in following if _is_plain(word)]
        if following and len(plain) == len(following) <= 2:
            return [*run.group().split()[-2:], *plain]
        return short_name(run.group().removeprefix("The ") if run.group() != "The Hague" else run.group())
    return common_words(clause)


def _in_quotation(left: str) -> bool:
    """Whether a quotation that began in these words goes on."""
    return left.rfind("“") > left.rfind("”") or left.count('"') % 2 == 1


def _can_be_they(who: Sequence[str]) -> bool:
    """Whether words name several people or things, or a group of them: "engineers", "Holm and Reyk", "choir"."""
    if not who:
        return False
    last = who[-1].lower()
    return "and" in who or last.endswith("s") or last in _GROUPS


_GROUPS: Final = word_set("people police women men children team crew choir band orchestra squad family couple staff")
PUTS_ITS_OWN: Final = rf"(?:^|[.;:,“”] ?)(?P<who>[^.;:,“”]{{2,50}}?) (?:has|have|had) (?:now |again |also )?(?i:{CALLS_OFF}|{MOVES})(?: back| off| forward)? (?:its|his|her|their)"
"""As in "The committee has postponed its ...": what it puts off or calls off is its own."""
_OF_SELF: Final = word_set("i we you")
_AND_DOING: Final = late_pattern(r"\b(?:be|is|are|am|was|were) [a-z]+ing\b[^,;:]* and [a-z]+ing\b[^,;:]*$")
"""As in "I will be returning home and working hard to ...": what is done acts on nothing."""
_CLAUSE_BEFORE: Final = late_pattern(
    r"^.*\b(?:[a-z]+ed|met|held|won|lost|left|went|came|took|made|gave|got|fell|rose|began|spoke|said|told|saw|sat|sent|sold|struck|beat|cut|put|set|found|kept|built|paid|was|were|has|have|had)\b[^,]*, and (?=(?:the|an?|its|his|her|their) )"
)
"""As in "The panel finished its work, and the plan goes ...": what somebody else did."""
_ADVERBIAL: Final = late_pattern(
    r"(?i)(?:ahead of|before|after|following) (?:that|this|which)|then|later|afterwards|meanwhile|instead|next|first|finally|earlier|on \w+|in \w+"
)
"""What may stand before a pronoun that opens its sentence: "Ahead of that, she"."""
_HEAD_OF_RELATIVE: Final = late_pattern(
    r"\b(?:an?|the|its|their|his|her) (?P<head>(?:(?!\b(?:an?|the|its|their|his|her)\b)[^.;:,“”]){3,40}?),? (?:that|which) $"
)
"""As in "invited under a scheme that starts on ...": the noun that the clause hangs on."""
_APPOSED: Final = late_pattern(r"(?:^|[.;:“”\"] ?|\b(?:and|but) )(?P<first>[^,;:]{2,80}), (?P<second>[^,;:]{2,60}),?$")


def _apposed(whole: str) -> list[str] | None:
    """As in "The head of the bank, Ann Lee," or "Ann Lee, the head of the bank,": the person's name."""
    if not whole.endswith(","):
        return None
    found = _APPOSED.search(whole)
    if found is None:
        return None
    for part in (found["second"], found["first"]):
        words = part.split()
        if 2 <= len(words) <= 3 and all(word[0].isupper() for word in words) and words[0].lower() not in FUNCTION_WORDS:
            return words[-1:]
    return None


def antecedent(earlier: str, pronoun: str = "") -> list[str]:
    """The person or thing that the sentence before begins with; none without one, nor one person for "it" or "they"."""
    sentence = earlier.rstrip().rpartition("\n")[2]
    sentence = DATELINE.sub("", re.split(r"(?<=[a-z)”\"][.!?]) ", sentence)[-1])
    claim = _CLAIM.match(sentence) if pronoun in {"it", "they"} else None
    if claim is not None:
        # "Reports that the results were out are wrong. They will be ...": the results, and no reports.
        return antecedent(sentence[claim.end() :], pronoun)
    named = re.match(r"(?P<apposed>[^,;:“”]{2,70}, [^,;:“”]{2,60},) [a-z]", sentence)
    if named and (name := _apposed(named["apposed"])):
        return [] if pronoun == "it" or (pronoun == "they" and " and " not in sentence) else name
    opening = _OPENING.match(sentence)
    if opening is None:
        return []
    if pronoun in {"it", "they"} and _role_and_name(opening["phrase"].split()) and " and " not in opening["phrase"]:
        return []
    before = earlier.rstrip()[: -len(sentence)]
    if before.strip() and _TO_SOMEBODY.match(sentence, opening.end()):
        # "The judge released him on bail. He will ...": whom the sentence before that one names.
        return antecedent(before) or phrase(opening["phrase"])
    who = phrase(opening["phrase"])
    if pronoun in {"he", "she"} and (held := _IN_THE_LAWS_HANDS.search(sentence, opening.end("phrase"))):
        return phrase(held["whom"])
    if pronoun in {"he", "she"} and who and _are_several(who):
        acted = _ON_SOMEBODY.match(sentence, opening.start("phrase") + len(opening["phrase"]))
        return phrase(acted["whom"]) if acted else antecedent(before, pronoun) if before.strip() else []
    if pronoun in {"he", "she"} and who and who[-1].lower() in COLLECTIVE:
        who = []
    if (
        who
        and who[-1][0].isupper()
        and pronoun in _ANOTHER
        and _ANOTHER[pronoun].search(sentence, opening.end("phrase"))
    ):
        return []
    if pronoun in {"he", "she"} and before.strip() and who and all(word.islower() for word in who):
        # "Lund leads them. A ruling is not due. She meets ...": a person with a name goes before a thing.
        further = antecedent(before, pronoun)
        return further if any(word[0].isupper() for word in further) else who
    return who


_CLAIM: Final = late_pattern(
    r"\W*(?:(?:[Ss]ome|[Mm]edia|[Pp]ress|[Ee]arlier|[Oo]nline|[Tt]he|[Aa]) )?(?:[Rr]eports?|[Cc]laims?|[Ss]uggestions?|[Rr]umou?rs?|[Ss]peculation|[Tt]alk|[Pp]osts?|[Aa]llegations?) (?:[^.;:,“”]{2,40} )?that "
)
"""Before what is only claimed."""
_OPENING: Final = late_pattern(
    r"[“\"]?(?P<phrase>[^,;:“”]{2,70}?)(?:, [^,;:“”]{2,70})?,? (?:will|would|can|could|must|should|may|is|are|was|were|has|had|have|flies|travels|visits|votes|meets|said|says|told"
    r"|[a-z]+ed|heard|held|met|made|took|gave|left|went|came|won|lost|spoke|began|saw|sat|rose|who|which|leaves|arrives|heads|begins|starts|plans|wants|hopes|faces?"
    r"|became|sent|broke|beat|fell|cut|put|hit|set|sold|struck|found|got|ran|stood|drew|shut|fled|flew|grew|hurt|led|paid|quit|read|swept|thought|threw|wrote|chose|drove|kept|built)\b"
)
_ON_SOMEBODY: Final = late_pattern(
    r" (?:(?:has|have|had) )?(?:[a-z]+ed|met|held|caught|shot|found) (?P<whom>(?!(?:him|her|them|it|that|to)\b)(?:an? |the )?(?:[\w’'-]+ ){0,3}?[\w’'-]+)"
    r"(?= (?:with|on|over|for|in|at|of|to|after|from|near|outside|and|as|aged|who)\b|[.,]|$)"
)
"""As in "Police have charged Ann Lee with theft": who is meant by the "she" of the next sentence."""
_IN_THE_LAWS_HANDS: Final = late_pattern(
    r"(?<!was)(?<!were)(?<!been)(?<!is)(?<!are)(?<!being) (?:(?:arrested|remanded|bailed|jailed|sentenced|acquitted|convicted|detained|indicted|extradited) (?=an? [a-z]|the [a-z]|[A-Z])"
    r"|(?:charged|released|freed|fined) (?=[A-Z]))(?P<whom>(?:an? |the )?(?:[\w’'-]+ ){0,3}?[\w’'-]+)"
    r"(?= (?:with|on|over|for|in|at|of|to|after|from|near|outside|and|as|aged|who|until|without)\b|[.,]|$)"
)
"""As in "The judge released Ann Lee": the next sentence goes on about her."""
_OBJECT_ENDS: Final = r"(?= (?:at|in|on|there|here|with|to|from|for|and|before|after|when|as|while)\b|[.,;]|$)"
_ANOTHER: Final = {
    "she": late_pattern(
        rf"\bher{_OBJECT_ENDS}|\b(?i:queen|princess|duchess|countess|empress|mother|wife|daughter|sister|woman|actress|girl)\b"
    ),
    "he": late_pattern(
        rf"\bhim{_OBJECT_ENDS}|\b(?i:king|prince|duke|emperor|pope|father|husband|son|brother|man|actor|boy)\b"
    ),
}
"""Behind who acts: somebody else whom the pronoun of the next sentence can mean, as in "Lund will greet her at the port"."""
_SEVERAL: Final = word_set(
    "police officers officials detectives prosecutors investigators magistrates ministers lawyers doctors guards troops soldiers authorities agents"
)


def _are_several(who: Sequence[str]) -> bool:
    """Whether no "he" and no "she" can mean them."""
    return who[-1].lower() in _SEVERAL


_TO_SOMEBODY: Final = late_pattern(r" (?:him|her)\b(?! (?:own|first|last|[a-z]+er)\b)")


def acted_on(earlier: str) -> list[str]:
    """What somebody acts on in the sentence before, for an "it" to which something is to be done.

    As in "The regulator has given the reactor permission to restart. It will be ...".
    """
    sentence = re.split(r"(?<=[a-z)”\"][.!?]) ", earlier.rstrip().rpartition("\n")[2])[-1]
    found = _ACTED_ON.match(sentence)
    return phrase(found["thing"]) if found else []


_ACTED_ON: Final = late_pattern(
    r"[“\"]?[^,;:“”]{2,60}? (?:(?:has|have|had) )?(?:[a-z]+ed|given|built|bought|sold|made|taken|won|gave|took|shut) (?:the|its|an?) (?P<thing>[^,;:.“”]{3,40}?)"
    r"(?= (?:permission|approval|clearance|leave|to|for|on|in|at|from|with|after|that|which|until|last|this)\b|[.,])"
)


def _is_plain(word: str) -> bool:
    return word.islower() and word.isalpha() and word not in FUNCTION_WORDS and word not in VERBISH


_OPENINGS: Final = word_set(
    "the a an our and all but then any both most some many meanwhile however separately elsewhere currently"
)


_A_HOLIDAY: Final = f"(?:{'|'.join(HOLIDAYS)})".replace("'", "['’]")
_HOLIDAY: Final = late_pattern(rf"(?i){_A_HOLIDAY}\b")
"""Days with a name of their own, by which other things are called."""
HOLIDAY_LAST: Final = late_pattern(rf"(?i)(?<![\w’'-]){_A_HOLIDAY}(?= $)")
"""Such a day right before a noun: "the New Year's Day parade"."""


_COMPOUND: Final = late_pattern(
    r"\b(?P<first>open|launch|release|start) (?:days?|evenings?|weekend|house|studios?|gardens|attempts?|event|window|date|party|line)\b"
)
"""What looks like a verb before the noun that it tells the kind of: "the open day", "the launch attempt"."""


def phrase(clause: str) -> list[str]:
    """The words of a clause that is one noun phrase from end to end, short; empty when it is not.

    Articles and words that tell nothing go; what hangs on the noun ("drivers at the depot") stays while there is room.
    """
    clause = _COUNT.sub("", _IN_ADDITION.sub("", OPENING_ADVERB.sub("", clause)))
    words = [word for word in tokens(clause) if word not in {",", "'", "’"}]
    compounds = {found["first"] for found in _COMPOUND.finditer(clause)}
    definite = False
    while (
        words
        and not _HOLIDAY.match(" ".join(words[:3]))
        and (words[0].lower() in _OPENINGS or re.split("['’]", words[0].lower(), maxsplit=1)[0] in DATE_WORDS)
    ):
        definite = definite or words[0].lower() == "the"
        words = words[1:]
    if _NUMBER.match(clause) and (counted := _NUMBER.sub("", clause)) and counted[0].islower():
        return phrase(counted)
    if words and words[0].lower() in {"every", "each"}:
        return ["Every", *rest] if (rest := phrase(" ".join(words[1:]))) else []
    if not words or len(words) > 14:
        return []
    parts: list[list[str]] = [[]]
    for word in words:
        lower = word.lower()
        if parts[-1] and parts[-1][-1].endswith(("'s", "’s")) and (_is_participle(word) or lower in VERBISH):
            # "Sony's planned purchase".
            continue
        if word in _MONEY and len(parts) > 1 and len(parts[-1]) == 1:
            parts.pop()
            break
        if not word[0].isalnum() or re.split("['’]", lower, maxsplit=1)[0] in PRONOUNS:
            return []
        if (lower in LINKS or (lower == "to" and _TO_A_NAME.search(clause))) and parts[-1]:
            parts.append([word])
            continue
        if lower in _BEFORE_A_NOUN and len(parts) > 1 and len(parts[-1]) == 1:
            continue
        if lower == "and" and parts[-1] and (parts[-1][-1][0].isupper() or len(parts) > 1):
            parts[-1].append(word)
            continue
        if parts[0] and parts[0][-1].lower() == "and" and lower in FUNCTION_WORDS and word != "US":
            # "President Holm and his wife": the first one will do.
            parts[0].pop()
            break
        if (
            parts[0]
            and len(parts[-1]) > (len(parts) > 1)
            and (
                lower in {"to", "that", "which", "who", "whose", "where"}
                or _is_participle(word)
                or (lower in _HELD_BY and re.search(rf" {word} (?:by|since|in|at) ", clause))
            )
        ):
            # "The conclave to elect ...", "a plan agreed in ...": what follows says more of the same.
            break
        if (
            lower in FUNCTION_WORDS | DATE_WORDS
            and word != "US"
            and not (word == "May" and "Day" in words)
            and not _FIRST_NAME.search(clause)
        ):
            return []
        if lower in VERBISH and word.islower() and lower not in compounds:
            return []
        parts[-1].append(word)
    head = parts[0]
    if not head or (len(parts[-1]) == 1 and len(parts) > 1) or head[-1].lower() == "and":
        return []
    if len(parts) == 1 and (head[-1].lower() in _EMPTY or head[0].lower() in _FEATURING):
        return []
    both = _two_people(head)
    if both:
        return both
    travels = len(parts) > 1 and _WHERE_IT_GOES.search(clause) is not None
    # "Minutes of the bank's meeting": the capital of what opens a sentence.
    common = len(head) == 1 and head[0].lower() not in ROLES and [part[:1] for part in parts[1:2]] == [["of"]]
    travels = travels or (common and all(word.islower() for word in parts[1]))
    if all(word[0].isupper() or word == "and" for word in head) and "and" not in head and not travels:
        if definite and 2 < len(head) <= LONGEST - 2 and not any(word.lower() in ROLES for word in head):
            # "The West Coast Main Line": no person, so no surname.
            return head
        return short_name(" ".join([*head, *(parts[1] if len(parts) > 1 and parts[1][0] == "of" else [])]))
    role = _role_and_name(head)
    if role:
        return role
    counts = COUNTED if head[-1].lower() in PARTS else frozenset()
    kept = [word for word in head if word.lower() not in _UNTELLING - counts]
    if [word.lower() for word in head] == ["final"] and len(parts) > 1:
        # "The final between Kelm and Dene".
        kept = head
    if not kept and head[0].lower() != "talks":
        # "A third", "two": of what, another sentence says.
        return []
    for part in parts[1:]:
        if len(kept) + len(part) > LONGEST:
            break
        kept += part
    return kept


ONE_OF_SEVERAL: Final = late_pattern(r"\b(?P<which>first|second|third|fourth|final|last) [\w’'-]+ ?$")
"""An ordinal that tells something alone with its noun: "with first power expected on ..."."""
_MONEY: Final = frozenset("$£€")
_BEFORE_A_NOUN: Final = word_set("the a an its his her their")
_ONES: Final = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_NUMBER: Final = late_pattern(
    rf"(?i)(?:the )?(?:{_ONES}|an?)[ -](?:(?:hundred|thousand|million|and|{_ONES})[ -])*(?:hundred|thousand|million|{_ONES}) "
)
"""As in "one hundred and thirty cardinals"."""
_FIRST_NAME: Final = late_pattern(r"\b(?:of|with|by|for) (?:Jan|April|June) [A-Z][a-z]+(?<!day)\b")
"""A name that looks like a month: "the trial of Jan Reyk"."""
TRAVELS: Final = r"(?i:flights?|trains?|buses|ferr(?:y|ies)|sailings?|crossings?|services?|roads?|route|railway)"
_TO_A_NAME: Final = late_pattern(rf"\b(?:from [A-Z][\w’'-]+|{TRAVELS}) to [A-Z][\w’'-]+$")
"""As in "trains from Orme to Kell", "flights to Kell"."""
_WHERE_IT_GOES: Final = late_pattern(rf"\b{TRAVELS} (?:to|from|between) [A-Z]")
_IN_ADDITION: Final = late_pattern(r"^(?:In addition|In all|As a result|In total|For instance|For example|In turn),? ")
OPENING_ADVERB: Final = late_pattern(r"^\W*[A-Z][a-z]{2,}ly,? (?=(?:the|an?|our|his|her|their|its) )")
"""What a sentence opens with, and nobody who acts in it: "Sadly the show on ..."."""
_COUNT: Final = late_pattern(
    r"^(?:[Mm]ore than )?(?:[Hh]alf|[Mm]ost|[Ss]ome|[Mm]any|[Aa]ll|[Pp]arts?) of (?:the )?(?=[\w’'-])|^(?:(?:[Ss]ome|[Aa]bout|[Aa]round|[Nn]early|[Mm]ore than|[Aa]lmost|[Uu]p to) )?\d[\d,.]*(?:[ck]?m|mm|in|ft)?(?: of)? (?=[a-z])"
)
_EMPTY: Final = word_set("thing things ones everything all well")
"""Words that stand for what another sentence names: "things kick off", "regional ones"."""
_FEATURING: Final = word_set("featuring including starring following according")
_HELD_BY: Final = word_set("set led run held made built drawn written given taken")
"""Participles without "-ed": "the price cap set by the regulator"."""
_UNTELLING: Final = FILLERS | {"former", "all", "two", "three"}


def _is_participle(word: str) -> bool:
    return word.islower() and len(word) > 5 and word.endswith(("ed", "ing")) and word not in _NOUNS_IN_ING


_NOUNS_IN_ING: Final = word_set(
    "warning rating filing planning screening listing settlement drawing casting signing crowning blessing",
    "hearing meeting reading ruling opening briefing wedding sentencing gathering landing handover reopening building housing fishing",
    "shipping training banking trading funding spending voting polling pricing farming mining parking crossing",
    "evening morning",
)


def _role_and_name(words: Sequence[str]) -> list[str]:
    """The surname in "finance minister Els Brouwer"."""
    last = next((index for index, word in enumerate(words) if word.lower() in ROLES), None)
    if last is None or [word.lower() in ROLES for word in words] == [True, False, True]:
        # "King and Queen": two roles without a name.
        return []
    name = [word for word in words[last + 1 :] if word[0].isupper()]
    return name[-1:] if name and words[-1][0].isupper() else []


def _two_people(words: Sequence[str]) -> list[str]:
    """Both surnames in "foreign minister Els Brouwer and US envoy Ann Lee"; empty unless a role tells that they are people."""
    if words.count("and") != 1:
        return []
    joint = words.index("and")
    sides = [list(words[:joint]), list(words[joint + 1 :])]
    by_role = [_role_and_name(side) for side in sides]
    if not any(by_role):
        return []
    named = [
        surname or (side[-1:] if all(word[0].isupper() for word in side) and not _is_body(side) else [])
        for side, surname in zip(sides, by_role, strict=True)
    ]
    return [*named[0], "and", *named[1]] if all(named) else []


def _is_body(words: Sequence[str]) -> bool:
    return any(word.lower() in COLLECTIVE for word in words) or len(words) > 3


def common_words(clause: str) -> list[str]:
    """The common words that end a clause: "members" of "said that members"."""
    found: list[str] = []
    words = tokens(clause)
    for index in range(len(words) - 1, max(-1, len(words) - 4), -1):
        word = words[index]
        if word.lower() in LINKS or (word.lower() in _BEFORE_A_NOUN and index and words[index - 1].lower() in LINKS):
            # "Every school in the Highlands": what hangs on the subject is not the subject.
            return []
        kind = bool(found) and _COMPOUND.fullmatch(f"{word} {found[-1]}") is not None
        if (word.lower() in FUNCTION_WORDS | VERBISH | DATE_WORDS and not kind) or not word[0].isalpha():
            break
        found.append(word)
    return [] if all(word.lower() in _UNTELLING | _EMPTY for word in found) else found[::-1]


_TITLES: Final = word_set(
    "prince princess duke duchess king queen bishop archbishop earl countess sultan emir patriarch"
)
"""With "of" and a place they are a name: "the Prince of Wales"."""


_COMPANIES: Final = word_set("Inc Co Corp Ltd Plc plc")
ORDINAL_OF_A_RULER: Final = late_pattern(r"(?:X{0,2})(?:I{1,3}|IV|VI{0,3}|IX|X)")


def short_name(run: str) -> list[str]:
    """A surname after a role or a first name; the whole name of a body, or of what is somebody's."""
    whole = run.split()
    if len(whole) > 1 and whole[-2].endswith(("'s", "’s", "s'", "s’")):
        # "The Mayor's Ball", "the Brewers' Fair", "St Mark's Church": nobody's surname.
        return whole[-3 if whole[-3:-2] == ["St"] else -2 :]
    words = [word.strip(".") for word in run.replace("’s", "").replace("'s", "").split()]
    if len(words) > 1 and all(word.lower() in ROLES for word in words):
        # "The Prime Minister".
        return words
    if len(words) > 1 and words[-1] in _COMPANIES:
        # "Orbix Data Systems Inc.".
        return words[:-1][-3:]
    if len(words) > 2 and ORDINAL_OF_A_RULER.fullmatch(words[-1]):
        # "King Harald IV": the number is none without its name.
        return [*short_name(" ".join(words[:-1])), words[-1]]
    lowered = [word.lower() for word in words]
    if lowered[1:2] == ["of"] and lowered[0] in _TITLES:
        return words
    if "of" in lowered[2:] and lowered[0] in ROLES:
        words = words[: lowered.index("of")]
        lowered = lowered[: len(words)]
    if "of" in lowered and not any(word in ROLES for word in lowered):
        return [word for word in words if word.lower() != "the"][-4:]
    if len(words) == 1 or any(word in COLLECTIVE for word in lowered[-2:]):
        return words[-3:]
    if any(word in ROLES for word in lowered[:-1]):
        return words[-1:]
    return words[-2:]
