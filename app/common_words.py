"""Words that would fit any campaign: a sentence of nothing else says nothing about this one.

"We stand out through our quality and service" has only words of these lists; "We collect the old mattress" has a word
of its own. Kept as stems: `said_before` takes the usual endings off a word before it looks.
"""

from functools import cache

_GRAMMAR = """
a an the this that these those it its they their them theirs we us our ours you your yours i my me he she his her
who whom whose which what where when why how there here and or but nor so as if than then because since while though
although of to in on at by for with without within from into onto about over under between among across through
during before after against toward beyond up down out off around near per via along despite plus is are was were be
been being am do does did doing done have has had having will would shall should can could may might must need ought
get got gets getting let lets not no none never nothing nobody yes all any both each every everyone everybody
everything anyone anybody anything someone somebody something some most many much more less few fewer several enough
other another such same own only just also too very really quite rather even still yet already always often ever
again once now today currently nowadays lately recently soon later increasingly usually generally typically mostly
mainly especially particularly basically essentially actually simply truly possible way one ones thing kind sort lot
bit part don didn doesn isn aren won cannot ll re ve s t myself yourself itself themselves ourselves instead alike
unlike otherwise therefore however whatever whenever wherever
"""
_DOING = """
achieve act add address adopt advance aim allow amplify appeal appreciate aspire assist attract avoid be become
believe boost brand bring broaden build buzz captivate capture care change choose come communicate compete connect
consider continue convert convey convince create cultivate decide delight deliver demand demonstrate develop
differentiate discover distinguish dominate drive educate elevate embrace empower enable encourage engage enhance
enjoy enrich ensure establish excite expand expect experience explain explore extend fascinate feel find focus
foster fulfil gain generate give go grow guarantee guide happen harness hear help highlight imagine impress improve
increase influence inform innovate inspire interact intrigue introduce invite involve keep know launch lead learn
leverage like listen live look love maintain make manage matter maximise maximize mean meet motivate nurture offer
optimise optimize overdo own perform persuade please position prefer promote prove provide push put raise reach
realise realize reassure recognise recognize redefine reflect refresh reimagine reinforce relate rely remain
remember represent resonate respect respond retain reward run satisfy say see seek seem sell serve set shape share
shine show signal simplify solve spark speak spread stand stay stimulate strengthen strive succeed suit support
surprise sustain take talk target tell thank think thrive touch transform trust try turn understand unite unlock
uplift use value want welcome win wish work worry write well received bringing cherish commit comply copy count
cover crave cut dare deserve distract drop dream earn end enter exceed evolve face fail fall fear feature fit fly
follow form fuel get going handle hate hold hope hurry ignite integrate invest join jump lack last lift link lose
miss mind move notice open overwhelm pay pick play plan polish prepare prioritize prioritise protect question reduce
refuse return rise rock save scale search settle sit sound spend stick stop strike struggle suffer tackle tailor
taste tend test top treat upset volunteer vote wait walk watch wow yearn rethink reinvent reconnect immerse
entertain sympathise beat outperform cement consolidate secure known minded award serious somebody
"""
_THINGS = """
ability action activation activity advantage ambition amount answer appearance approach area aspect asset atmosphere
attention attitude attribute audience authenticity awareness background balance base basis benefit brand budget
business buyer buzz campaign capability care case category challenge champion channel choice clarity class click
client climate collaboration comfort comment commitment communication community company comparison competence
competition competitor confidence consideration consistency consumer content context convenience conversation
conversion copy cost creativity credibility culture customer day deal demand design desire detail development
difference digitalisation digitalization digitisation direction diversity ease edge efficiency effect effort emotion
end energy engagement environment era essence excellence excitement expectation expert expertise exposure face fact
fan feedback feel feeling field flair flexibility follower freedom fun functionality future game goal goodwill group
growth happiness head heart help hype idea identity image imagination impact importance impression improvement
inclusion industry influence information initiative innovation insight inspiration integrity intention interaction
interest issue journey joy key keyword knowledge landscape language launch leader leadership lead level life
lifestyle line lip look loyalty magic management manner market marketing message messaging mind mindset mission
moment momentum mood motivation movement narrative need network offer offering opinion opportunity option
organisation organization outcome outlet partner partnership passion past people perception performance person
personality perspective pipeline place platform player pleasure point positioning post potential power practice
preference presence pressure price pricing pride problem process product professional professionalism profile
progress promise promotion proposition prospect provider purchase purpose quality question range rate reach reaction
reality reason recall recognition relationship relevance reliability reputation requirement respect response result
retention return revenue roi role safety sale satisfaction scale season security segment sense sentiment service
shop side simplicity situation society solution source space speed sphere spirit sponsor spot stage stakeholder
standard standing start state step story storytelling strategy strength structure stuff style success suite support
sustainability synergy system tailwind talent target team tech technology term time times title tone topic touch
touchpoint track tradition traffic transformation transparency trend trust truth type uplift uptake user value
variety version vibe view visibility vision visitor visual voice volume web website win word world year suspect
thought newsworthiness ambassador enthusiast lover seeker shopper adopter executive decision maker mile together
health whole priority tailor tailormade software precision tough ahead curve contact informed seriously plan staff
legal compliance law regulation integration handling maintenance load visit mention vibes evening morning weekend
holiday summer winter autumn spring christmas up venture enterprise investment investor money wallet pocket
wellbeing wellness nature planet body soul roots craft craftsmanship workplace office colleague employee employer
boss manager board department crew hire career job skill homeowner renter owner dweller commuter hobby sport sports
outdoor travel music art food fashion beauty fitness hobbyist amateur beginner pro newcomer friend peer generation
mainstream niche premium discount free corporation firm text sentence phrase claim slogan tagline headline layout
font colour color picture photo footage funnel nurture lookalike persona cohort hook angle slot placement inventory
frequency lift halo chatter  share followership turnout attendance crowd uptick jump surge boom slump
downturn crisis inflation recession uncertainty economy sector vertical rival disruptor incumbent giant name usp
pitch moat differentiator selling proof concept statement values ethos dna
"""
_PRAISING = """
able accessible active advanced affordable agile amazing ambitious appealing appropriate approachable art attractive
authentic average awesome aware bad balanced beautiful best better bold brilliant busy captivating careful catchy
cheap cheerful clean clear clever close coherent comfortable common compatible compelling competitive complete
comprehensive conscious consistent contemporary controversial convenient cool core correct creative credible crisp
critical customised customized cutting dedicated demanding difficult digital distinctive diverse dynamic eager easy
effective efficient effortless elegant emotional engaged enough entertaining enthusiastic essential established
ethical excellent exceptional exciting exclusive experienced extraordinary fair familiar family fantastic fast
favourite fierce fine flexible frequent fresh friendly fun functional fundamental genuine global good gorgeous great
happy hard healthy helpful high hip holistic honest hot huge human humorous ideal immersive impactful important
impressive inclusive incredible informative innovative inspirational integrated intelligent interactive interested
interesting intuitive latest leading likely lovely loyal massive meaningful memorable modern natural necessary
negative nice normal noticeable optimal original outstanding paced painless passionate perfect personal pleasant
polished poor popular positive potential powerful premium pretty proactive professional profitable proper proud
quick ready real reasonable recent regular relatable relevant reliable remarkable responsible responsive rich right
robust savvy seamless secure sensible serious significant simple sleek smart smooth snappy social solid
sophisticated special stable stellar stress strong stunning stylish successful suitable super superb supportive sure
sustainable tailored tasteful tech technical terrific thoughtful thrilled timeless timely tough traditional
transparent trending trendy true trusted trustworthy ultimate unbeatable unforgettable unique unmatched unparalleled
unprecedented unrivalled unrivaled upbeat usable useful usual valid valuable versatile vibrant viral visual vital
vivid witty wonderful worth worthwhile wrong medium mid sized driven oriented centric based edge decent pushy
arrogant aggressive loud boring dull generic cliche cheesy corny corporate stiff dry cold lame outdated motivated
informed scalable maintainable optimised optimized respected valued renowned well prestigious skilled qualified
talented curious adventurous affluent wealthy discerning sensitive choosy lapsed sincere heartfelt uplifting playful
quirky edgy cheeky bubbly punchy zesty lively energetic vivacious warmhearted noisy cluttered messy confusing
complicated lengthy wordy clunky tacky tasteless offensive insensitive rude flawless impeccable carefree turnkey
bespoke customisable customizable measurable tangible lasting enduring durable priceless precious rewarding
fulfilling enriching alike hectic stressful overwhelmed overworked tired bored lonely sporty fit
"""
_MEASURING = """
actual available big bright broad browser current dark deep device different early existing extra file first format
forward full general green hardware heavy individual key large last late left light little loading local long low
main major minor mobile narrow new next old overall own performance platform resolution responsive run same screen
seo set setup sharp short similar slow small soft software stock test thin tight top tracking version visible warm
wide working young
"""
_WHO = """
adult boomer business buyer client company consumer corporate couple customer enterprise entrepreneur everyday
family firm follower founder generation gen guest household individual kid man men millennial mother father mum dad
parent person professional public reader resident senior sme smb startup student teenager teen tourist traveller
visitor woman women worker youth youngster zoomer aged age b2b b2c country europe european germany america american
international national regional worldwide globe city home digital native income middle class
"""
_POINTED_AT = """
price cost question word name number date time day week month year page link button title product website shop
store first second last top video picture photo text headline font color colour background layout comment story
post sentence phrase face claim slogan tagline hashtag person people morning evening summer winter autumn spring
christmas food music office discount open show stop click play walk money job boss friend sport
how what when where who why which
"""
_CONCRETE = frozenset(_POINTED_AT.split())
"""Common, yet things one can point at."""
_ENDINGS = (
    "'s",
    "’s",
    "s",
    "es",
    "d",
    "ed",
    "ing",
    "ly",
    "er",
    "r",
    "est",
    "st",
    "ity",
    "ful",
    "ness",
)
_PRAISE = frozenset(_PRAISING.split())
_KNOWN = frozenset(" ".join((_GRAMMAR, _DOING, _THINGS, _PRAISING, _MEASURING, _WHO)).split())


@cache
def said_before(word: str) -> bool:
    """Whether the word, in lower case, is one any campaign uses."""
    return _is_of(_KNOWN, word)


@cache
def praises(word: str) -> bool:
    """Whether it judges where it could describe: "modern", "seamlessly"."""
    return _is_of(_PRAISE, word)


@cache
def points_at(word: str) -> bool:
    """Whether it is a thing or a place that can be pointed at, common as it is: "price", "headline"."""
    return _is_of(_CONCRETE, word)


def _is_of(known: frozenset[str], word: str) -> bool:
    return word in known or any(
        not known.isdisjoint(_bases(word.removesuffix(ending)))
        for ending in _ENDINGS
        if word.endswith(ending)
    )


def _bases(stem: str) -> tuple[str, ...]:
    """What a word may have been before its ending: "mak" make, "stori" story, "cutt" cut."""
    if len(stem) < 2:
        return ()
    return (
        stem,
        f"{stem}e",
        f"{stem[:-1]}y" if stem[-1] == "i" else stem,
        stem[:-1] if stem[-1] == stem[-2] else stem,
    )
