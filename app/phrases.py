"""The vague phrases and the question each leaves open: the vocabulary behind `app/language.py`.

One alternative a line or between bars, each a regular expression. HARD phrases are vague in any sentence; SOFT ones
only where nothing else in the sentence pins them down.
"""

import re

WHICH_DAY, HOW_MANY, WHICH_OTHERS = "Which day?", "How many?", "Which others?"
HOW_TELL, WHO, WHAT = "How would anyone tell?", "Who exactly?", "What exactly?"

NEXT_STEPS = {
    WHICH_DAY: "Name the day",
    HOW_MANY: "Give the number",
    WHICH_OTHERS: "List them all",
    HOW_TELL: "Say what one would see or count",
    WHO: "Name the role",
    WHAT: "Say what it is",
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
_MORE = "(?:more|increase[sd]?|improve[sd]?|higher|better|boost|raise|raising|drive|grow|strengthen(?:ing)?|maximi[sz]e)"
_GAIN = (
    "(?:engagement|awareness|visibility|traffic|reach|sales|leads|conversions?|brand|reputation|image|interest"
    "|growth|exposure|buzz|quality|service|loyalty)"
)

HARD = {
    WHICH_DAY: """
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
        etc\.? | and so (?:on|forth) | and the like | and (?:similar|other) (?:stuff|things) | u\.?s\.?w\.
        and (?:much )?more\b(?! than)
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
        or so(?=[.,]|$)
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
        or similar | or whatever | whatever works | to be on the safe side | best practices?
    """,
}
SOFT = {
    WHICH_DAY: """
        (?<!as )(?<!too )soon(?! as| after) | shortly(?! (?:after|before)) | eventually | ongoing | regularly
        periodically | frequently
    """,
    HOW_MANY: """
        various | several | numerous | a few | a couple of | a (?:number|variety|range) of | plenty of
        (?<!how )(?<!so )(?<!too )(?<!as )many
    """,
    HOW_TELL: rf"""
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
    WHAT: r"""
        because the \w+ wants it | a lot(?! of) | probably | maybe | perhaps | ideally | possibly
        some kind of
        (?:approximately|roughly)(?! \d) | certain (?:things|cases|aspects)
    """,
}


def alternatives(block: str) -> str:
    """The block as one regular expression."""
    return "|".join(part for part in re.split(r"\s*\n\s*|\s+\|\s+", block.strip()) if part)
