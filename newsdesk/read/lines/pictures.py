"""Telling what describes a picture from what tells the news.

A page that was copied as text leaves the words behind its pictures among the paragraphs: alternative texts, captions,
credits. Most carry a mark ("Image source, ..."). Some alternative texts carry none; those are told by how they are worded:
they describe what can be seen, in the present or without a finite verb, seldom end with a full stop, and never address
the reader. Each sign has a weight; `describes_picture` weighs them.
"""

from __future__ import annotations

import re

from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.layout import ends_sentence

_AGENCIES = (
    "AFP|AP|EPA|EFE|PA|UPI|VCG|Xinhua|Reuters|REUTERS|Getty|Anadolu|ANI|PTI|Tass|TASS|Sputnik|Shutterstock|Bloomberg"
)
_CREDIT = late_pattern(
    rf"""
    (?:^|[\s.)’”"'\]]|(?<=[a-z\d])(?=[A-Z]))(?:Photo(?:graph)?|Pic(?:ture)?|Image|(?:Photo|Image|Picture)[ ][Cc]redit|Credit|PHOTO|CREDIT)s?\s?:\s?(?:[^.:]|(?<=\b[A-Z])\.){{2,80}}\.?$
  | \((?:\w{{2,12}}[ ])?(?:Photo|Image|Picture|Pic|File)s?\b[^()]{{0,90}}\)\.?$
  | \[[A-Z][^\[\]/]{{1,60}}/[A-Z][^\[\]]{{1,60}}\]$
  | \[(?:File|Photo|Image|Handout|Screengrab)\b[^\[\]]{{0,80}}\]$
  | \b(?:{_AGENCIES})(?:[ ](?:Photo|Images))?/[A-Z][^.]{{1,60}}$
  | [/\s](?:via[ ])?(?:Getty[ ]Images|(?:/|via[ ]|©[ ]?)(?:{_AGENCIES}))$
    """,
    re.VERBOSE,
)
_FILE_PICTURE = late_pattern(r"(?:FILE PHOTO|FILE PICTURE|File photo|File picture|FILE)\s?[:–—-]\s")
_LONGEST_CAPTION = 600
"""Characters; a paragraph longer than that is prose, whatever it ends with."""

_PICTURE_NOUN = late_pattern(
    r"""(?:An?[ ]|The[ ])?(?:[\w'’-]+,?[ ]){0,3}?
    (?:map|graphic|chart|graph|infographic|illustration|cartoon|diagram|photo(?:graph)?|picture|image|view|screenshot
      |screen[ ]?grab|still|shot|close[ -]?up|headshot|portrait|composite|collage|montage|logo|banner|poster|mural|painting|sketch)s?
    (?:[ ]image|[ ]picture|[ ]shot)?
    (?:[ ](?:of|showing|shows?|from|with|depicting|depicts|taken|comparing|in|on|saying|says|reading|reads|that[ ]shows|which[ ]shows|promoting
      |displaying|illustrating|explaining|listing|detailing|tracking|outlining|highlighting|titled|asking)\b|[,:])""",
    re.VERBOSE | re.IGNORECASE,
)
_PARTICIPLE = (
    "wearing|standing|sitting|seated|speaking|talking|holding|smiling|waving|looking|walking|shaking|giving|addressing"
    "|gesturing|pointing|posing|hugging|embracing|kneeling|crying|running|carrying|listening|watching|leaving|arriving"
    "|boarding|dressed|pictured|surrounded|flanked|lying|driving|marching|protesting|gathered|attending|delivering"
    "|reading|signing|raising|covered|burning|rising|flying|working|clearing|searching|queuing|queueing|praying|laughing"
    "|greeting|hanging|showing|depicting|floating|parked|chatting|testifying|applauding|singing|dancing|chanting|fighting|inspecting"
)
_DESCRIBES_ACTION = late_pattern(
    rf"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bbe)(?<!\bbeen)(?<!'s)(?<!’s)(?<!'re)(?<!’re)(?<!\bby)(?<!\bof)(?<!\bfor)"
    rf"(?<!\bafter)(?<!\bbefore)(?<!\bwithout)(?<!\bstart)(?<!\bstarted)(?<!\bkeep)(?<!,)[ ](?:{_PARTICIPLE})\b"
)
_STANCE = late_pattern(
    r"\b(?:stands?|stood|sits?|sat|smiles?|waves?|laughs?|shakes? hands|gestures?|poses?|embraces?|hugs?|nods?|kneels?"
    r"|looks? (?:on|at|over|to|down|up|into|past|out|away|towards)|holds? (?:an?|his|her|their|hands|up|the)"
    r"|(?:speaks?|talks?) (?:at|to|during|into|in|with|behind)|walks?|attends?|wears?|raises? (?:his|her|an?)|points? (?:at|to)"
    r"|(?:reads?|takes?) (?:from|off|a picture|notes)|inspects?|listens? to|rises? (?:from|over|above)|billows?|hangs?)\b"
)
_VISIBLE = late_pattern(
    r"\b(?:suits?|ties?|shirts?|jackets?|coats?|dress|blouse|hats?|caps?|helmets?|uniforms?|glasses|sunglasses|scarf|robes?"
    r"|beard|hair(?:ed)?|background|foreground|blurred|blurry|out of focus|cameras?|microphones?|mics?|podium|lecterns?|desk"
    r"|flags?|backdrop|banners?|placards?|screens?|silhouette|behind (?:him|her|them|it)|in front of|next to|beside|side by side"
    r"|alongside|smoke|flames|rubble|debris|crowds?|colou?red|colou?rful|black|white|blue|red|green|yellow|dark|grey|pink|purple"
    r"|gold|golden|chairs?|sofa|table|balcony|window|windows|trees?|snow|building|buildings|room|studio|hall|stage|steps"
    r"|press conference|news conference|meeting)\b"
)
_SIDE = late_pattern(
    r"\((?:L|R|C|left|right|centre|center|second left|second right)\)|\b(?:left|right) to (?:left|right)\b|, left,|, right,"
)
_ADDRESSES_READER = late_pattern(
    r"\b(?:I|I'm|I've|[Ww]e|[Ww]e(?:'|’)(?:re|ve|ll|d)|[Oo]ur|us(?= [a-z])|[Yy]ou|[Yy]our|[Yy]ou(?:'|’)(?:re|ve|ll)|[Ll]et(?:'|’)s)\b"
)
_TELLS = late_pattern(
    r"\b(?:says?|said|told|tells?|adds?|added|announc(?:es|ed)|warn(?:s|ed)|according to|claim(?:s|ed)|confirm(?:s|ed)|report(?:s|ed)"
    r"|believes?|insist(?:s|ed)|call(?:s|ed) (?:for|on)|urge[sd]?|vow(?:s|ed)|accus(?:es|ed)|den(?:ies|ied)|agree[sd]?|reject(?:s|ed)"
    r"|wants?|hopes?|expects?|thanks|thanked|responded|writes?|wrote|propos(?:es|ed)|offer(?:s|ed)|demand(?:s|ed)|ordered|launched"
    r"|will|would|could|may|might|should|must|can|cannot|has|have|had|hasn|haven|been|was|wasn|weren|did|didn|does|doesn|don|won"
    r"|it(?:'|’)s|that(?:'|’)s|there(?:'|’)s|here(?:'|’)s|what(?:'|’)s)\b"
)
_PLACES_IN_TIME = late_pattern(
    r"\b(?:today|yesterday|tonight|tomorrow|earlier|now|shortly|soon|recently|already|still|yet|ago|this (?:morning|afternoon|evening|week)"
    r"|[Mm]ore|[Mm]eanwhile|[Hh]ere|[Hh]ow|[Ww]hy|[Ww]hat|latest|[Ss]tay|[Ww]atch:?|[Rr]ead|[Uu]pdates?|[Cc]overage|[Ss]o far|[Ss]ome|[Tt]hanks|[Ww]elcome"
    r"|(?:on |by |until )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|percent|per cent)\b"
)
_STARTS_AS_PROSE = late_pattern(
    r"(?:But|And|So|However|If|When|While|As|Since|After|Before|There|It|This|That|These|Those|Now|Earlier|Later|According|For|In"
    r"|On|At|With|From|Not|Although|Despite|Because|He|She|They|His|Her|Their|Its|To|By)\b"
)
_QUOTATION = late_pattern(r"“[^“”]{0,300}”|\"[^\"]{0,300}\"|(?<!\w)[‘'][^‘’']{0,200}[’'](?!\w)")
_QUOTED = late_pattern(r"[\"“”«»]")
_NEVER_SEEN = late_pattern(
    r"#\w|@\w|https?://|\bv\b|\d[-–]\d|\(\d|^(?:\w+ ){0,3}(?:XI|[Ss]ubs|[Bb]ench|[Tt]eam|[Ss]ources?|[Rr]eferee|[Ss]core|[Rr]esult)\s?:"
)
"""Scores, line-ups, hashtags, addresses: short lines of the news that are no sentences."""
_ENTRY = late_pattern(r"(?!.{0,30}(?i:left|right|pictured|clockwise|file|top|bottom))(?:[\w’'%-]+ ){0,3}[\w’'%-]+: ")
"""How the lines of a timeline or a table begin ("12 March: ...", "Whisky: ...")."""
_FULL_NAME = late_pattern(r"\b[A-Z][\w’'-]+(?: (?:de|van|von|der|bin|al|el|[A-Z][\w’'-]+)){1,3}")
_NAME = late_pattern(r"\b[A-Z][\w’'-]{2,}")
_NAMES_ALONE = late_pattern(
    r"(?:[A-Z][\w’'-]*|of|and|the|&)(?: (?:[A-Z][\w’'-]*|of|and|the|de|van|von|der|bin|al)){1,9}\."
)
"""A title and a name with a full stop, which is no sentence ("Mayor Ada Muster.")."""
_THING = late_pattern(
    r"\b(?:man|men|woman|women|people|soldiers?|troops|police|officers?|firefighters?|rescuers?|workers?|children|girl|boy"
    r"|protesters?|residents|mourners|leaders|ministers|building|buildings|house|tanks?|car|cars|ship|plane|drone|president|minister"
    r"|spokesman|spokeswoman|envoy|general|chancellor|king|queen|pope)\b",
    re.IGNORECASE,
)
_HAPPENS = late_pattern(
    r"^(?!(?:An?|Two|Three|Four|Several|People)\b)(?:[^\s,]+ ){1,7}?(?:is|are) (?:(?:now|still|also|back|being|\w+ly) )*\w+ing\b"
    r"|^(?:(?!that|which|who)[^\s,]+ ){1,12}?(?:has|have) (?:(?:now|also|just|already|been|\w+ly) )*\w+(?:ed|en|ne|wn|ght)\b|\b(?:is|are) (?:up|down|out|over)\b"
)
"""Sentences that tell what is going on or has come about ("Residents are returning"); a description seldom has such a verb.

"A man is standing ..." describes: it begins with somebody whom the news would not introduce so.
"""
_VERBLESS = late_pattern(
    r"""
    (?:An?[ ](?:[\w’'-]+[ ]){1,4}?|(?:[A-Z][\w’'-]+[ ](?:(?:and|de|van|von|der|al|bin)[ ])?){2,6})
    (?:in|at|on|with|of|outside|inside|across|near|under|behind|beside|between|during)[ ]
    (?!.*\b[a-z]+s[ ](?:the|an?|to|his|her|its|their|over|through)\b)
    (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)
    (?:(?!\w+ed\b|(?:hit|fell|rose|won|lost|broke|ran|went|came|left|spread|struck|took|made|got|saw|found|set|beat|led|met|held|gave|began|became|grew|shot|sank)\b)\S+(?:[ ]|$))+
    """,
    re.VERBOSE,
)
"""Somebody or something and where it is, without a finite verb ("A damaged house in Springfield."); for lines that tell nothing."""
_FIGURE = late_pattern(r"\d%|[£$€]\d|\b[Bb]reaking news\b")
_IS = late_pattern(r"\b(?:is|are|isn|aren|were)\b")


def is_credited(line: str) -> bool:
    """Whether a line of an article is a caption by its credit ("Photo: ...", "(AP Photo/...)", "[Name/Agency]")."""
    if len(line) > _LONGEST_CAPTION:
        return False
    return _FILE_PICTURE.match(line) is not None or _CREDIT.search(line[-120:]) is not None


def is_bare_credit(line: str) -> bool:
    """Whether a line is a credit and nothing else."""
    found = _CREDIT.search(line[-120:])
    return found is not None and found[0] == line


def _names_again(line: str, following: str) -> bool:
    """Whether the next paragraph introduces the same people: a story names in full once, a description does not count."""
    surnames = {name.split()[-1] for name in _FULL_NAME.findall(following[:300])}
    return bool(surnames & {name for name in _NAME.findall(line[:200]) if name not in {"House", "Office", "Minister"}})


def picture_weight(line: str, following: str) -> float:
    """How much speaks for `line` describing a picture, before the paragraph `following` ("" for none); 0 is even."""
    head = line[:_LONGEST_CAPTION]
    weight = 0.0
    if _PICTURE_NOUN.match(head):
        weight += 3.0
        head = _QUOTATION.sub("", head)  # what a banner or poster says is not said by the news
    weight += 2.5 if _SIDE.search(head) else 0.0
    weight += 2.0 if _DESCRIBES_ACTION.search(head) else 0.0
    weight += 1.0 if _STANCE.search(head) else 0.0
    weight += min(2.0, 0.7 * len(set(_VISIBLE.findall(head))))
    weight += 0.7 if _FULL_NAME.search(head[:80]) or _THING.search(head[:60]) else 0.0
    weight += 1.5 if following and _names_again(head, following) else 0.0
    words = head.split()
    tells = len(_TELLS.findall(head))
    weight += 1.0 if not tells and not _IS.search(head) and len(words) <= 25 else 0.0
    weight -= 1.5 * min(tells, 2)
    weight -= 1.5 if _HAPPENS.search(head) else 0.0
    weight -= 2.0 if _FIGURE.search(head) else 0.0
    weight -= 4.0 if _ADDRESSES_READER.search(head) else 0.0
    weight -= 1.2 * min(2, len(_PLACES_IN_TIME.findall(head)))
    weight -= 2.0 if _STARTS_AS_PROSE.match(head) else 0.0
    weight -= 2.0 if _QUOTED.search(head) else 0.0
    weight -= 4.0 if _NEVER_SEEN.search(head) else 0.0
    weight -= 2.5 if weight < 3.0 and _ENTRY.match(head) else 0.0
    weight += 4.0 if _NAMES_ALONE.fullmatch(head) else 0.0
    if head.endswith((":", "?", "!", "…")):
        weight -= 5.0
    elif ends_sentence(head):
        weight -= 2.5
        # A sentence of the news has a verb; without a full stop this might be a subhead, too.
        if not tells and len(words) <= 16 and not _IS.search(head) and _VERBLESS.fullmatch(head):
            weight += 2.0
    else:
        weight += 1.5
    return weight
