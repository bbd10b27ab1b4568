"""The vague phrases and the question each leaves open: the vocabulary behind `app/language.py`.

One phrase a line or between bars: a regular expression in lower case that begins with plain words (see
`app/vocabulary.py`). HARD phrases are vague in any sentence; SOFT ones
only where nothing else in the sentence pins them down.
"""

WHICH_DAY, HOW_MANY, WHICH_OTHERS = "Which day?", "How many?", "Which others?"
HOW_TELL, WHO, WHAT = "How would anyone tell?", "Who exactly?", "What exactly?"
HOW_MUCH, WHO_ELSE = "How much?", "Who else could say that?"

NEXT_STEPS = {
    WHICH_DAY: "Name the day",
    HOW_MANY: "Give the number",
    WHICH_OTHERS: "List them all",
    HOW_TELL: "Say what one would see or count",
    WHO: "Name the role",
    WHAT: "Say what it is",
    HOW_MUCH: "Give a number or an example of the limit",
    WHO_ELSE: "Say what is true of you alone",
}

_PIECE = (
    "(?:pictures?|images?|photos?|visuals?|graphics?|posts?|videos?|emails?|content|texts?|copy|headlines?"
    "|stor(?:y|ies))"
)
_PRETTY = (
    "(?:nice|cool|modern|fresh|sleek|clean|attractive|beautiful|great|catchy|engaging|compelling|stunning"
    "|exciting)"
)
_MANNER = (
    "(?:professional|serious|friendly|modern|natural|human|fresh|young|premium|trustworthy|confident|nice"
    "|good|great|cool)"
)
_MORE = (
    "(?:boost(?:s|ing)?|rais(?:es|ing)|driv(?:es|ing)|improv(?:es|ing)|increas(?:es|ing)|enhanc(?:e|es|ing)|grow(?:s|ing)"
    "|strengthens?|generat(?:e|es|ing)|creat(?:e|es|ing)|support(?:s|ing)?|build(?:s|ing)?|spark(?:s|ing)?|foster(?:s|ing)?|stronger"
    "|greater|more|increase[sd]?|improve[sd]?|higher|better|boost|raise|raising|drive|grow|strengthen(?:ing)?|maximi[sz]e)"
)
_FOLKS = (
    "(?:customers?|people|users?|consumers?|clients?|buyers?|guests?|visitors?|parents|members|they|everyone|shoppers?"
    "|our (?:audience|target group|community|market))"
)
_VALUES = (
    "(?:quality|value|convenience|trust|authenticity|simplicity|transparency|innovation|good service|experiences?|honesty"
    "|flexibility|security|reliability|comfort|ease|sustainability|authentic|stories|inspiration|community|personal touch)"
)
_FAR = (
    "(?:significantly|considerably|massively|dramatically|substantially|noticeabl[ey]|hugely|greatly|strongly|vastly"
    "|drastically)"
)
_LEADING = "(?:leader|leading (?:provider|supplier|brand|company|manufacturer|player|name))"
_WHERE = "(?:town|the (?:market|world|region|industry|city|country|segment))"
_BETTER = "(?:better|cheaper|faster|bigger|stronger|easier|higher|quicker|nicer)"
_SOME = "(?:noticeable|significant|visible|strong|healthy|steady|sustainable|considerable|substantial)"
_CHANGE = "(?:uplift|increase|rise|growth|improvement|impact|effect|decrease|reduction|return)"
_EVERY = "(?:all|every|any|most|modern|common|current|usual)"
_DEVICES = "(?:devices?|browsers?|platforms?|screens?|formats?|channels?)"
_PLAIN = "(?:simple|short|fun|interesting|bold|clear)"
_BOSS = "(?:boss|management|board|ceo|client|director|leadership|headquarters|sales|owner|founder)"
_GAIN = (
    "(?:uplift|momentum|footfall|pipeline|enthusiasm|excitement|goodwill|relationships?|perception|credibility|engagement|awareness|visibility|traffic|reach|sales|leads|conversions?|brand|reputation|image|interest"
    "|growth|exposure|buzz|quality|service|loyalty)"
)

HARD = {
    WHICH_DAY: r"""
        asap | as soon as (?:possible|we can|you can) | in due course | in the near future | sooner or later
        at some (?:point|stage) | at your earliest convenience | in a timely (?:manner|fashion)
        from time to time
        when(?:ever)? (?:ready|possible|convenient|there is time) | when it['’]s (?:done|ready|finished)
        sometime(?: in| soon| next)? | in time(?=[.]?$)
    """,
    HOW_MANY: rf"""
        as (?:many|much|often|far) as (?:possible|needed|necessary) | lots of | loads of | tons of
        a bunch of
        a (?:good|fair) (?:number|amount) of | some (?:more |nice |good |great |relevant )?(?:{_PIECE}|stuff)
    """,
    WHICH_OTHERS: r"""
        etc\.? | and so (?:on|forth) | and the like | and (?:similar|other) (?:stuff|things)
        and similar(?=[.]?$) | and others?(?=[.]?$) | u\.?s\.?w\.
        and (?:much )?more\b(?! than)
    """,
    HOW_MUCH: r"""
        (?:as|so) far as possible | within reason | to a (?:certain|large|great) (?:degree|extent) | overdo(?:ing)?
        overly | excessive(?:ly)? | not too
        unnecessar(?:y|ily)
    """,
    WHO_ELSE: rf"""
        one[- ]stop[- ]shop | second to none | more than just | (?:like )?no ?(?:body|one|thing) (?:else )?like us
        there is (?:nobody|nothing|no one) like | no real (?:competition|competitors?|alternative)
        (?:the )?(?:best|leading|finest|top) \w+ (?:in|of|on) {_WHERE}
        (?:a |the |an )?(?:market |industry |world )?{_LEADING}
        number one (?:in|for|choice) | (?:the )?first choice | household name | trusted partner
        experience the difference
        (?:to|at) the next level | solutions for (?:a|every|your|all|today) | everything you need
        stand out from the crowd
        all under one roof | on everyone['’]s lips | we (?:are )?passionate about
        we put (?:you|our customers|people) first
        (?:a |an |with a )?(?:long|proud|rich|great) (?:tradition|history|heritage)
    """,
    HOW_TELL: rf"""
        (?:high|good|great|top|best|premium)[- ]quality | best possible
        as (?:good|short|nice|long) as (?:possible|necessary)
        state[- ]of[- ]the[- ]art | world[- ]class | best[- ]in[- ]class | cutting[- ]edge
        next[- ]level | make it pop
        pops | wow(?:[- ]factor| effect) | user[- ]friendly | eye[- ]catching | outside the box | nice to have
        (?:look|sound|feel|seem)s?(?:ing)? {_MANNER}
        {_PRETTY}(?:,? (?:and |but )?\w+)? (?:{_PIECE}|design|look|layout|feel|style)
        (?:good|positive) feedback | (?:every(?:body|one)|the client) is happy
        (?:something|anything) {_PRETTY}
        be (?:authentic|creative|engaging|professional|consistent|positive|fun|human|clear|bold)(?=[.,;]|$| and)
        stay on[- ]brand | (?:nothing|not|never|anything)(?: be)? off[- ]brand | fits? (?:the|our) brand
        (?:the )?(?:right|appropriate|proper|correct|suitable|good) (?:tone|style|length|size|format|feel)
        (?:would|should|could) be (?:nice|good|great|better|nicer) | boring | inappropriate
        (?:it )?depends(?=[.]?$)
        (?:not )?too (?:long|short|big|small|loud|salesy|technical|formal|dark|bright)(?=[.,]|$)
        (?:medium|normal|average|usual|sensible) (?:length|size|speed) | (?:bad|poor|ugly) {_PIECE}
        or so(?=[.,]|$) | wells?[- ]received | go(?:es)? viral | talked about | talk of the town | controversial
        (?:keep|make|keeping|making) (?:it|things|everything) (?:\\w+ and )?(?:{_PRETTY}|{_MANNER}|{_PLAIN})
        (?:be|stay|being|remain) on[- ]brand | on brand(?=[.]?$) | (?:strong|powerful|bold|striking) {_PIECE}
        better and better | fast(?:er)?,? (?:and )?(?:easy|easier),? (?:and )?(?:cheap|better|cheaper)
    """,
    WHO: """
        somebody | whoever | or anyone else | all team | all stakeholders
        every(?:one|body) (?:involved|concerned)
        (?:the )?relevant (?:people|parties|stakeholders|teams?)
    """,
    WHAT: r"""
        as (?:usual|always|needed|necessary|required|appropriate|applicable|before) | the usual
        like (?:last|every) (?:time|year) | like the (?:last|other|previous) | like the ones? (?:from|we)
        as in the (?:other|last|previous)
        if (?:necessary|needed) | (?:if|where|when|wherever) (?:possible|appropriate|relevant) | somehow
        stuff | and things
        or something | something like that | more or less | sort of
        kind of(?= (?:like|a big|cool|nice)) | hopefully
        what we did last time | as \w+ as it (?:takes|gets|needs) | like last time | all (?:kinds|sorts) of
        see our website | as agreed(?! in| on)
        or similar | or whatever | whatever works | to be on the safe side | best practices?
    """,
}
SOFT = {
    WHICH_DAY: r"""
        (?<!as )(?<!too )soon(?! as| after) | shortly(?! (?:after|before)) | eventually | ongoing | regularly
        periodically | frequently | lately | recently | nowadays | these days | in recent (?:years|months|times)
        in today['’]s (?:[\w-]+ )?(?:world|market|economy|climate|age|environment)
        in the (?:coming|next few) (?:days|weeks|months|years)
        (?:over|during) (?:the )?(?:coming|next few) (?:days|weeks|months|years) | sometimes?(?= soon)
    """,
    HOW_MANY: r"""
        a handful(?! of \d) | countless | a (?:lot|host|wealth|range|handful|series|good many|great many) of
        not enough (?:people|customers|of them)
        close to it | many people
        (?:a )?(?:large|small|good|decent|fair|healthy) (?:number|share|portion|amount|pipeline) of
        various | several | numerous | a few | a couple of | a (?:number|variety|range) of | plenty of
        (?<!how )(?<!so )(?<!too )(?<!as )many
    """,
    HOW_MUCH: rf"""
        {_FAR} | generally(?! accepted) | largely | increasingly | ever[- ](?:growing|changing|more)
        more \w+ than ever
        (?:much |far |a lot )?{_BETTER}(?: (?:and|or|but) \w+)? than
        (?:a )?{_SOME} {_CHANGE}
    """,
    WHO_ELSE: r"""
        unrivall?ed | unmatched | unparalleled | unbeatable | exceptional | outstanding | unforgettable
        revolutionary
        game[- ]chang(?:er|ing) | empower(?:s|ing)? | fast[- ]paced | changing (?:world|market|rapidly|fast|quickly)
        competition is (?:fierce|strong|tough|growing|intense|getting \\w+) | (?:we|our \\w+) stands? out
        compete on (?:price|quality|service)(?! per)
    """,
    HOW_TELL: rf"""
        {_FOLKS} (?:\\w+ ){{0,4}}{_VALUES} | it['’]?s time (?:to|for) | time to (?:act|refresh|rethink|renew)
        (?:good|strong|positive) (?:roi|vibes|buzz|launch|start|reactions?|response|results?)
        {_MORE} (?:\w+ )?{_GAIN}
        (?:want|need)s? to (?:grow|improve|be better) | better than the competition
        customers want (?:quality|value)
        really (?:good|nice|great|strong) | very (?:good|nice|important|modern) | innovative | impactful
        seamless
        holistic | synerg(?:y|ies) | leverage | optimi[sz]ed?(?= (?:the|our|for)\b) | reasonable
        sufficient | adequate
        appealing | interesting | memorable | looking for solutions? | works? everywhere
        (?:must|should|needs? to|has to|have to) be (?:fast|quick|short|easy|simple|clear|modern|responsive|secure|nice)
        (?:a lot of |great |huge |high |much )potential | (?:love|like|trust) our \w+ | customer satisfaction
        (?:satisfied|happy|happier|more loyal) (?:customers?|users?|clients?|guests?|people)
        (?:positive|better|good) (?:sentiment|image|reputation|perception|press)
        standard (?:tracking|length|size|format|procedure|background|process)
    """,
    WHAT: rf"""
        because (?:the|our|my) \w+ (?:wants|asked|said|likes|needs) | we always (?:do|have|make|did)
        (?:the )?{_BOSS} (?:wants|asked|insists|likes|expects) | (?:always|never) (?:good|bad|hurts) to have
        {_EVERY} (?:\w+ )?{_DEVICES}(?! we| listed| of)
        (?:the )?latest (?:version|standards?|software|trends?) | compatible with (?:our|the|all|every)
        proper(?:ly)? | (?:seo|search engine) (?:optimi[sz]ed|friendly) | fast loading | good performance
        accessible(?=[.]?$) | responsive(?: design)?(?=[.]?$| and| etc) | up[- ]to[- ]date(?! with)
        (?:{_FOLKS}) and (?:new|other) ones
        because the \w+ wants it | a lot(?! of) | probably | maybe | perhaps | ideally | possibly
        some kind of
        (?:approximately|roughly)(?! \d) | certain (?:things|cases|aspects)
    """,
}
