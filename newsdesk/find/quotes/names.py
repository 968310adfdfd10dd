"""Words that make up names, titles and roles in news English, and how names compare. Vocabulary only; nobody is named here."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from newsdesk.find.quotes.first_names import FEMALE_NAMES, MALE_NAMES
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

HONORIFICS = word_set(
    """mr mrs ms miss sir dame lord lady dr prof professor madam rev revd rt ven reverend hon st maître maitre herr frau señor senor
    señora senora signor signora monsieur madame mme shri sri smt pandit msgr baroness maestro maestra
    alhaji alhaja hajiya engr barr mallam"""
)
TITLES = HONORIFICS | word_set(
    """president presidents vice prime minister ministers chancellor secretary senator sen sens representative rep
    reps governor gov king queen prince princess pope general gen colonel col captain capt lieutenant lt major maj
    sergeant sgt admiral adm marshal ambassador premier congressman congresswoman mayor judge justice chief
    speaker chairman chairwoman chair director commissioner del councilman councilwoman patriarch cardinal
    archbishop bishop rabbi imam ayatollah sheikh emir first lady attorney former ex acting deputy interim retired
    minority majority leader pm mp retiring incoming outgoing then-president ex-president foreign defence defense
    spokesman spokeswoman spokesperson house senate state envoy special press republican democratic democrat
    conservative labour special republicans democrats sheriff detective officer presidential nominee candidate
    brigadier brig constable insp inspector supt superintendent det ch con asst dci cllr councillor baroness
    baron viscount duke duchess countess sultan coroner cmdr cdr commander commodore rear vice-adm lt-gen
    maj-gen pc wpc recorder asp dsp csp acp dcp dgp taoiseach ceann comhairle mullah lama comrade mep msp td mla mk mpp mna qc kc rt honourable registrar provost bailiff
    emeritus emerita superior canon archdeacon deacon monsignor fr secretary-general director-general attorney-general
    governor-general vice-president vice-chancellor"""
)
"""Words before a name that are no part of it."""
REGAL = word_set("pope king queen prince princess patriarch")
"""Titles that stay with the name."""
MALE = word_set(
    """mr sir lord king prince pope chairman spokesman congressman businessman father son husband brother uncle nephew grandfather widower boyfriend he his him
    himself dad grandad granddad grandpa stepdad bloke man boy guy gentleman lad schoolboy salesman fireman fisherman landlord grandson stepfather stepson groom
    tradesman cameraman alhaji mallam monsignor patriarch pontiff emir councilman anchorman policeman maestro"""
)
FEMALE = word_set(
    """mrs ms miss dame lady queen princess chairwoman spokeswoman congresswoman councilwoman businesswoman mother daughter wife
    sister aunt niece grandmother girlfriend baroness duchess countess grandma gran nan stepmum she her herself woman girl schoolgirl landlady nun housewife
    saleswoman waitress alhaja hajiya heroine granddaughter stepmother stepdaughter bride mum mom empress widow councilwoman first-lady actress policewoman maestra"""
)
NAME_LIKE_NOUNS = word_set(
    """king bishop prince pope judge justice major dean guy cook baker fellow singer fisher mason driver priest pastor
    parent parker coach banker trader page chief duke baron abbot marshal young speaker sultan farmer chancellor member
    master person head chair partner owner agent rich winger miner friend barber bowler brewer butcher carpenter constable
    foreman friar gardener monk packer painter porter potter sailor shepherd tailor"""
)
"""Nouns for people that are surnames as often, or that begin other names."""
PERSON_NOUNS = word_set(
    """president premier pm chancellor minister secretary governor senator mayor king queen prince princess pope
    pontiff patriarch archbishop bishop cardinal chief leader head chair chairman chairwoman chairperson director
    envoy ambassador diplomat aide adviser advisor official officer general colonel commander captain sergeant
    admiral spokesman spokeswoman spokesperson judge lawyer attorney prosecutor solicitor barrister analyst expert
    economist professor academic scholar scientist researcher author writer novelist journalist reporter
    correspondent editor host anchor presenter moderator columnist commentator critic candidate nominee lawmaker
    mp congressman congresswoman representative founder ceo executive owner manager strategist activist organizer
    organiser coach player resident witness doctor physician nurse teacher student driver neighbour neighbor
    mother father son daughter wife husband widow brother sister friend spokes businessman businesswoman
    billionaire celebrity actor actress singer musician director filmmaker historian scientist physicist engineer
    pilot soldier veteran fighter voter supporter opponent rival politician statesman negotiator mediator delegate
    councillor councilman councilwoman commissioner clerk treasurer auditor speaker whip consultant pollster source narrator
    announcer questioner caller user farmer worker owner landlord tenant survivor victim suspect defendant
    plaintiff judge justice magistrate ruler dictator monarch emir sultan sheikh cleric imam rabbi priest pastor
    preacher reverend strongman boss deputy vice-president assistant partner mogul magnate newcomer incumbent
    observer brigadier constable cllr baroness baron viscount duke duchess countess winger striker midfielder
    defender goalkeeper captain skipper guide climber rapper coroner registrar consultant surgeon midwife paramedic
    firefighter undersecretary inspector-general auditor-general solicitor-general secretary-general director-general attorney-general governor-general vice-chancellor provost dean rector shopkeeper fisherman miner docker chef grandfather
    grandmother uncle aunt cousin nephew niece fiancee girlfriend boyfriend predecessor successor counterpart colleague
    ombudsman comptroller whistleblower hostage cyclist runner sprinter swimmer boxer jockey trainer referee umpire
    nun friar abbess juror forewoman panellist panelist vicar curate lodger roofer welder goalscorer fullback playmaker
    painter potter printmaker ceramicist animator lyricist essayist memoirist violist flautist trumpeter saxophonist percussionist bandleader
    performer impresario illusionist magician puppeteer sommelier podcaster financier theorist naturalist conservationist environmentalist mountaineer
    conservator ferryman stewardess purser cellist soprano baritone choreographer sculptor vintner geneticist demographer
    anthropologist veterinarian botanist glaciologist hydrologist widower
    golfer astronaut astronomer biologist chemist virologist epidemiologist geologist seismologist meteorologist
    forecaster climatologist oceanographer statistician mathematician curator archaeologist linguist philosopher
    fan spectator parishioner mourner worshipper monk abbot mufti commodore astrophysicist climatologist ecologist zoologist
    passenger motorist pedestrian commuter shopper customer tourist holidaymaker traveller villager islander laureate ally
    shepherd trucker courier cleaner carer apprentice pensioner schoolgirl schoolboy bystander onlooker eyewitness
    counsel team-mate teammate attaché attache co-pilot co-driver midfielder
    prime-minister insider operative surrogate hopeful democrat republican conservative socialist liberal centrist independent
    woman man boy girl person guy lady patient parent child teenager youth citizen immigrant refugee contractor
    interpreter translator developer investor banker trader broker accountant specialist practitioner psychologist psychiatrist
    sociologist fellow superintendent sheriff detective policeman trooper agent investigator inspector
    member co-founder co-chair ex-president master headmaster headteacher principal warden foreman contributor producer designer photographer artist poet
    bandmate teammate classmate roommate flatmate housemate shipmate cellmate churchwarden lifeguard plumber carpenter gardener hairdresser barber butcher grocer florist dentist vet pharmacist
    publican landlady barmaid waiter waitress janitor caretaker cabbie tailor bookseller librarian dancer ballerina
    comedian drummer guitarist violinist pianist composer conductor songwriter bassist frontman vocalist batsman bowler
    all-rounder wicketkeeper fly-half scrum-half gymnast wrestler rower sailor skier snowboarder marathoner pitcher
    quarterback linebacker lecturer postdoc postman postwoman milkman tradesman electrician builder decorator barista
    bartender busker deckhand trawlerman farmhand rancher grower winemaker brewer distiller restaurateur hotelier
    counsellor counselor therapist childminder nanny housewife homeowner leaseholder backbencher frontbencher party-goer co-author co-owner co-host
    co-leader co-director co-creator co-star co-driver
    playwright blogger vlogger organiser campaigner advocate trustee volunteer congresswoman chancellor treasurer
    foreign-minister runner-up mum mom dad grandad granddad grandma grandpa gran nan stepdad stepmum sibling bloke toddler gunman attacker assailant robber burglar killer knifeman hijacker bomber captor kidnapper taoiseach picker packer machinist porter controller dispatcher headliner staffer speechwriter biographer interviewer interviewee steward prisoner inmate detainee convict pupil usher canvasser hiker evacuee churchgoer
    protester demonstrator pundit influencer youtuber gamer hurdler centre-back full-back retiree asylum-seeker terrorist insurgent warlord
    conscript reservist sniper paratrooper airman commando cadet litigator paralegal litigant complainant claimant appellant
    informant legislator parliamentarian frontrunner front-runner challenger contender gp medic psychotherapist caregiver rescuer
    stockbroker actuary entrepreneur tycoon heiress philanthropist donor lobbyist caterer illustrator cartoonist architect
    gallerist undergraduate headmistress tutor yachtsman passer-by townsman ex-footballer linesman physio seamer flanker
    outfielder shortstop consul facilitator rapporteur alderman brother-in-law sister-in-law mother-in-law father-in-law
    son-in-law daughter-in-law stepson stepbrother stepsister godfather godmother fiance fiancé fiancée medallist medalist
    finalist semi-finalist quarter-finalist champion record-holder debutant rookie substitute mechanic technician householder
    cook baker blacksmith crofter beekeeper gamekeeper forester lumberjack logger diver lifesaver coxswain bosun helmsman signalman stationmaster
    guard auctioneer jeweller cobbler glazier tiler plasterer scaffolder surveyor notary mortician undertaker gravedigger organist chorister
    chaplain verger bellringer matron first-aider optician chiropodist dietician nutritionist physiotherapist osteopath astrologer hypnotist
    magician clown juggler acrobat ringmaster puppeteer ventriloquist impressionist quizmaster contestant winner heir orphan youngster culprit
    thief mugger pickpocket fraudster conman smuggler dealer addict gambler punter bookmaker croupier hostess concierge receptionist typist trainee
    intern graduate alumna alumnus freshman sophomore bursar rambler jogger biker motorcyclist chauffeur signaller stevedore longshoreman
    roughneck quarryman steelworker shipbuilder boatbuilder joiner upholsterer handyman dustman binman landscaper arborist breeder farrier
    huntsman poacher fishmonger greengrocer vendor seller buyer borrower debtor creditor bidder valuer conveyancer
    immunologist volcanologist criminologist shareholder stallholder screenwriter ex-minister ex-wife ex-husband ex-policeman
    ex-soldier ex-mayor keeper pal chum superstar megastar vice-captain peacekeeper pathologist policewoman racer rider"""
)
"""Singular nouns that name one person by what they are or do."""
SMALL_PERSON_NOUNS = word_set(
    """employee attendant relative walker receptionist bride groom bridegroom newlywed local trainee helper client buyer
    evacuee returnee nominee amputee escapee camper hiker jogger constituent stranger well-wisher reveller churchgoer birdwatcher hitchhiker sunbather latecomer"""
)
"""The same where they are written small: with a capital they begin other names, "Employee Relations", or are surnames."""
COLLECTIVE_NOUNS = word_set(
    """officials leaders ministers presidents sources experts analysts critics aides advisers advisors supporters
    opponents diplomats lawmakers republicans democrats conservatives liberals senators governors mayors police
    authorities prosecutors lawyers attorneys investigators witnesses residents protesters demonstrators activists
    campaigners people voters soldiers troops rebels militants doctors scientists researchers economists observers
    reporters journalists negotiators envoys allies rivals mps politicians spokesmen members judges editors
    executives employees workers students teachers parents families family relatives neighbours neighbors friends
    groups organizations organisations nations countries governments operatives insiders surrogates delegates
    commentators campaigns generals officers commanders veterans fans users historians scholars academics
    academics engineers firefighters medics rescuers survivors relatives women men others some many most both
    several unions companies firms markets states powers ambassadors ministries agencies passengers villagers locals survivors
    investors traders unions farmers miners dockers strikers staff fishermen councils charities regulators banks
    media pundits outlets crews crowd jury bosses pair duo trio barbers bowlers brewers butchers carpenters constables gardeners
    monks porters sailors shepherds tailors"""
)
"""Plural nouns that speak with one voice."""
_VERBS_TOO = word_set(
    "cooks guards clowns heads hosts guides coaches chairs nurses pilots fathers mothers partners masters bosses fellows champions tutors substitutes captains skippers"
)
"""Plurals that are verbs as often: "Lee heads the union"."""
COLLECTIVE_NOUNS |= {noun + "s" for noun in PERSON_NOUNS if not noun.endswith(("s", "man", "y"))} - _VERBS_TOO
COLLECTIVE_NOUNS |= {noun + "s" for noun in SMALL_PERSON_NOUNS} - {"walkers"}
DATES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december"""
)
"""Weekdays and months."""
INSTITUTION_NOUNS = word_set(
    """presidency ministry government cabinet office department agency army military navy airforce force court
    committee council commission party company group union embassy administration parliament congress senate bank
    fund board panel team camp campaign organization organisation association foundation institute university
    hospital palace firm corporation network coalition alliance movement church vatican service bureau authority
    federation league society watchdog regulator club delegation secretariat junta regime bloc directorate staff
    headquarters consulate tribunal inquiry band choir orchestra ensemble quartet quintet thinktank think-tank trust charity school operator utility retailer
    airline carrier lender brokerage insurer supplier manufacturer consultancy newspaper magazine website outlet agency paper
    app chatbot carmaker automaker chipmaker drugmaker steelmaker planemaker channel command brigade battalion garrison coastguard academy publisher museum gallery guild consortium conglomerate
    militia caucus faction broadcaster diocese startup management leadership palace crew squad"""
)
DOCUMENT_NOUNS = word_set(
    """statement report letter article document memo lawsuit complaint petition filing ruling constitution law bill
    treaty poll survey study analysis column editorial op-ed headline ad advertisement advert commercial video
    clip spot message card postcard poem note email e-mail tweet post caption sign banner placard poster website page book film
    documentary piece story essay song platform resolution draft text transcript manifesto indictment affidavit
    opinion verdict notice brief release bylaws rules standards guidelines chant slogan graffiti graffito banners
    placards posters stickers leaflets flyers leaflet flyer diary memoir autobiography mural plaque inscription emails e-mails memos"""
)
BEARERS = word_set(
    """banner sign placard poster tee shirt jersey jumper sweater hoodie jacket plaque flag badge cap hat mug tattoo sticker mural
    billboard armband sash scarf graffiti"""
)
"""What bears words that are nobody's own, or not those of who wears or holds it."""
ROLE_NOUNS = PERSON_NOUNS | COLLECTIVE_NOUNS | INSTITUTION_NOUNS | DOCUMENT_NOUNS
"""Heads of noun phrases that can be given words."""
COUNTRIES: dict[str, str] = {
    form.replace("_", " "): country.replace("_", " ")
    for country, forms in (
        entry.split(":")
        for entry in """Russia:russia russian russians kremlin moscow
Ukraine:ukraine ukrainian ukrainians kyiv kiev
US:us u.s. usa america american americans united_states washington
UK:uk u.k. britain british united_kingdom london
France:france french paris
Germany:germany german germans berlin
Poland:poland polish poles warsaw
Turkey:turkey turkish türkiye turkiye ankara
China:china chinese beijing
Japan:japan japanese tokyo
India:india indian indians delhi
Pakistan:pakistan pakistani islamabad
Iran:iran iranian iranians tehran
Iraq:iraq iraqi baghdad
Israel:israel israeli israelis jerusalem
Syria:syria syrian damascus
Lebanon:lebanon lebanese beirut
Egypt:egypt egyptian cairo
Jordan:jordanian amman
Saudi_Arabia:saudi riyadh
Qatar:qatar qatari doha
Italy:italy italian italians rome
Spain:spain spanish madrid
Portugal:portugal portuguese lisbon
Greece:greece greek greeks athens
Hungary:hungary hungarian hungarians budapest
Austria:austria austrian vienna
Switzerland:switzerland swiss bern
Sweden:sweden swedish stockholm
Norway:norway norwegian oslo
Denmark:denmark danish copenhagen
Finland:finland finnish helsinki
Estonia:estonia estonian tallinn
Latvia:latvia latvian riga
Lithuania:lithuania lithuanian vilnius
Belarus:belarus belarusian minsk
Moldova:moldova moldovan chisinau
Georgia:georgian tbilisi
Romania:romania romanian bucharest
Bulgaria:bulgaria bulgarian sofia
Serbia:serbia serbian belgrade
Croatia:croatia croatian zagreb
Slovakia:slovakia slovak bratislava
Czech_Republic:czech czechia prague
Netherlands:netherlands dutch
Belgium:belgium belgian
Ireland:ireland irish dublin
Canada:canada canadian canadians ottawa
Mexico:mexico mexican
Brazil:brazil brazilian brasilia
Argentina:argentina argentine argentinian
Venezuela:venezuela venezuelan caracas
Colombia:colombia colombian bogota
Australia:australia australian canberra
New_Zealand:new_zealand zealand zealander wellington
South_Korea:south_korea south_korean korean seoul
North_Korea:north_korea north_korean pyongyang
Taiwan:taiwan taiwanese taipei
Philippines:philippine philippines filipino manila
Indonesia:indonesia indonesian jakarta
South_Africa:south_africa south_african pretoria
Nigeria:nigeria nigerian abuja
Kenya:kenya kenyan nairobi
Ethiopia:ethiopia ethiopian
Sudan:sudan sudanese khartoum
Afghanistan:afghanistan afghan afghans taliban kabul
EU:eu european_union brussels
Nato:nato
UN:un u.n. united_nations
Vatican:vatican holy_see
Peru:peru peruvian
Chile:chile chilean
Bolivia:bolivia bolivian
Ecuador:ecuador ecuadorean ecuadorian
Uruguay:uruguay uruguayan
Paraguay:paraguay paraguayan
Panama:panama panamanian
Cuba:cuba cuban
Haiti:haiti haitian
Jamaica:jamaica jamaican
Guatemala:guatemala guatemalan
Honduras:honduras honduran
Nicaragua:nicaragua nicaraguan
Nepal:nepal nepali nepalese kathmandu
Sri_Lanka:sri_lanka sri_lankan colombo
Bangladesh:bangladesh bangladeshi dhaka
Myanmar:myanmar burma burmese
Thailand:thailand thai bangkok
Vietnam:vietnam vietnamese hanoi
Cambodia:cambodia cambodian
Malaysia:malaysia malaysian
Singapore:singapore singaporean
Mongolia:mongolia mongolian
Kazakhstan:kazakhstan kazakh
Uzbekistan:uzbekistan uzbek
Armenia:armenia armenian yerevan
Azerbaijan:azerbaijan azerbaijani azeri baku
Kuwait:kuwait kuwaiti
Yemen:yemen yemeni
Oman:oman omani
Bahrain:bahrain bahraini
UAE:uae u.a.e. emirati
Libya:libya libyan
Tunisia:tunisia tunisian
Algeria:algeria algerian
Morocco:morocco moroccan
Ghana:ghana ghanaian accra
Senegal:senegal senegalese
Uganda:uganda ugandan
Rwanda:rwanda rwandan
Congo:congo congolese
Somalia:somalia somali
Tanzania:tanzania tanzanian
Zambia:zambia zambian
Zimbabwe:zimbabwe zimbabwean harare
Mozambique:mozambique mozambican
Angola:angola angolan
Cameroon:cameroon cameroonian
Ivory_Coast:ivory_coast ivorian
Slovenia:slovenia slovenian slovene ljubljana
Bosnia:bosnia bosnian sarajevo
Kosovo:kosovo kosovan
Albania:albania albanian tirana
North_Macedonia:macedonia macedonian skopje
Montenegro:montenegro montenegrin
Cyprus:cyprus cypriot nicosia
Malta:malta maltese valletta
Iceland:iceland icelandic reykjavik
Luxembourg:luxembourg luxembourgish""".splitlines()
    )
    for form in forms.split()
}
"""Country, people or capital (folded) -> the country's name."""
CAPITALS = word_set(
    """moscow kremlin kyiv kiev london paris berlin warsaw ankara beijing tokyo delhi islamabad tehran baghdad
    damascus beirut cairo amman riyadh doha madrid lisbon athens budapest vienna bern stockholm oslo copenhagen
    helsinki tallinn riga vilnius minsk chisinau tbilisi bucharest belgrade zagreb bratislava prague ottawa
    canberra seoul pyongyang taipei manila jakarta kabul sofia"""
)
"""Names of capitals (and the Kremlin) that stand for their country when they speak."""
NOT_NAMES = word_set(
    """nonetheless nevertheless meantime conversely consequently accordingly apparently the a an in on at but and or so if when while after before as it he she they we i you this that these those
    there here now then later earlier monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december yet still however meanwhile for from to
    with by of not no yes what why how who where which also even instead asked according speaking four five six seven eight nine ten dozens hundreds thousands his her their
    hers theirs ours yours mine its our your my since during despite because though although another one two three some many most both last
    once until under over about among like image media summary getty video watch read more all any each every few
    other others nor just only perhaps maybe today yesterday tomorrow tonight nothing everything something someone
    everyone everybody anyone anybody nobody let well oh ok okay please thanks next such finally recently additionally moreover furthermore
    indeed likewise similarly otherwise writing posting responding reacting replying retweeting asked addressing
    commenting citing referring calling saying adding noting further elsewhere separately first second third given
    following whether unlike through throughout against around near within without ever never always sometimes
    often too very much do does did is are was were has have had will would can could should must being been be
    outside inside across along alongside beyond beside back away aboard ahead overnight overall hours days weeks months
    years minutes moments plus aside afterwards nearby downstairs upstairs upstream downstream hence regardless amid
    inevitably half part none neither either whatever whoever wherever whenever to become according
    here's that's it's he's she's they're we're i'm don't can't there's what's let's hey god bbc's turning photo
    photos credit caption breaking analysis update updates live exclusive opinion editor's correction related
    advertisement continue share"""
)
"""Words that are capitalised only because a sentence begins with them, and words of the page around the text."""
_MARKS = late_pattern(r"[\u2019']s?\Z")


def fold(word: str) -> str:
    """Lower case without accents, for comparing."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word)
    return (
        "".join(character for character in plain if not unicodedata.combining(character)).lower().replace("\u2019", "'")
    )


def country_of(word: str) -> str | None:
    """The country that a word such as "Turkish", "Turkey's" or "Ankara" belongs to."""
    return COUNTRIES.get(_MARKS.sub("", fold(word)))


_DOUBLE_Y = late_pattern(r"yy|iy|ii|ij|yi")
_LAST_Y = late_pattern(r"(?<=[^\W\d_]{3})(?:i|(?<=e)j)\Z")
_MOHAMMED = late_pattern(r"m[uo]ham+[ae]d\Z")


@lru_cache(maxsize=16384)
def spelling(word: str) -> str:
    """One key for the spellings of a name: Zelensky, Zelenskyy and Zelenskiy are the same, Sergei and Sergey, Araghi and Araqi."""
    key = fold(word).strip(".'").removesuffix("'s")
    key = _LAST_Y.sub("y", _DOUBLE_Y.sub("y", key)).replace("gh", "q").replace("ks", "x")
    return "alexander" if key == "alexandr" else _MOHAMMED.sub("mohammed", key)


_SHORT_FORMS = """\
alexander:alex sasha alec sandy|alexandra:alex sasha sandra|andrew:andy drew|anthony:tony antony
|benjamin:ben benny bibi binyamin benyamin|catherine:cathy kate katie katherine kathryn kathleen|charles:charlie chuck
|christopher:chris kit|christine:chris tina christina|daniel:dan danny|david:dave davy|deborah:deb debbie debra
|donald:don donny|edward:ed eddie ted ned|elizabeth:liz lizzie beth betty eliza lisa|eric:erik|frederick:fred freddie
|gerald:gerry jerry|gregory:greg|james:jim jimmy jamie|jeffrey:jeff geoff geoffrey|jennifer:jen jenny
|john:jack johnny jon|jonathan:jon jonny|joseph:joe joey josef|kenneth:ken kenny|lawrence:larry laurence
|leonard:len lenny leo|margaret:maggie meg peggy|mark:marc|matthew:matt|michael:mike mick micky mikey|mohammed:mo
|nicholas:nick nicky nicolas|pamela:pam|patricia:pat patty tricia trish|patrick:pat paddy|peter:pete
|philip:phil phillip|raymond:ray|rebecca:becky|richard:rick ricky dick rich|robert:bob bobby rob robbie bert
|ronald:ron ronnie|samantha:sam|samuel:sam sammy|stephen:steve steven|steven:steve|susan:sue susie|theodore:ted theo
|thomas:tom tommy|timothy:tim timmy|victoria:vicky|vincent:vince|walter:walt wally|william:bill billy will willie liam
|zachary:zach zack"""
"""First names, each with what it is shortened to or else written as."""


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """First name (spelling key) -> the names that it may be short for, or another spelling of."""
    forms: dict[str, frozenset[str]] = {}
    for entry in _SHORT_FORMS.split("|"):
        formal, _, shorts = entry.strip().partition(":")
        for short in map(spelling, shorts.split()):
            forms[short] = forms.get(short, frozenset()) | {spelling(formal)}
    return forms


def same_first_name(one: str, other: str) -> bool:
    """Whether two first names (spelling keys) may be one person's: Bob and Robert, J and John, Rob and Robert."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    if len(one) >= 3 and len(other) >= 3 and (one.startswith(other) or other.startswith(one)):
        return True
    return not formal_names(one).isdisjoint(formal_names(other))


def formal_names(first_name: str) -> frozenset[str]:
    """The name (a spelling key) itself, and those that it may be short for."""
    return short_forms().get(first_name, frozenset()) | {first_name}


def gender_of(first_name: str) -> str | None:
    """Like "m", "f" or None, by a short list of common first names."""
    name = fold(first_name)
    if name in MALE_NAMES:
        return None if name in FEMALE_NAMES else "m"
    return "f" if name in FEMALE_NAMES else None
