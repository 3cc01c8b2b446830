"""Words with which a party turns a claim away: "rejected Moreau's criticism", "those claims are baseless".

A reply is told by its verb and by the noun for what it answers; the noun says whose claim it was ("the union's
claims"), that it was told before ("the claim", "such accusations"), or that wrongdoing at large is denied.
"""

from __future__ import annotations

import re

FACTS = (
    r"(?:claims?|accusations?|allegations?|charges?|assertions?|suggestions?|insinuations?|contentions?|accounts?|"
    r"complaints?|(?:law)?suits?|reports?|rumou?rs?|findings?|version|characteri[sz]ations?|speculation)"
)
CRITICISM = r"(?:criticisms?|critique|condemnation|rebukes?|attacks?)"
NOUN = rf"(?:{FACTS}|{CRITICISM})"
REMARKS = r"(?:remarks?|comments?|rhetoric|words|statements?|tweets?|arguments?|warnings?|concerns|objections|views?)"
_DET = r"(?:the|that|this|these|those|such|all(?: of)?(?: the| those| these)?|any such)"
_BE = r"(?:is|are|was|were)(?! not\b|n['’]t)"
_EMPTY = (
    r"(?:false|untrue|baseless|groundless|unfounded|meritless|absurd|ridiculous|outrageous|unsubstantiated|bogus|"
    r"frivolous|fabricated|nonsense|lies|without (?:merit|foundation|basis)|not true|politically motivated)"
)
REJECTS = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying)|(?:reject|contradict|contest|rebuff)(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut\w+|"
    r"disput\w+|rebut\w*|repudiat\w+|brush\w* (?:off|aside)|scoff\w*|disagree(?:s|d|ing)?|"
    r"(?:took|takes|taken|taking) issue|questioned|challeng(?:es|ed)|cast(?:s|ing)? doubt|push\w* back)\b",
    re.IGNORECASE,
)
""" "Rejected the claim": the verb alone says that it is not accepted."""
SLAMS = re.compile(
    r"\b(?:slam\w*|blast\w*|denounc\w+|condemn\w*|decr(?:y|ies|ied|ying)|criticis\w+|criticiz\w+|"
    r"call(?:ed|s|ing)|brand(?:ed|s|ing)|describ(?:ed|es|ing)|label(?:l?ed|s|l?ing)|characteri[sz](?:ed|es|ing)|"
    r"deem(?:ed|s)|rat(?:ed|es)|declar(?:ed|es)|found|judged)\b",
    re.IGNORECASE,
)
""" "Called the claim baseless", "slammed a lawsuit": it must be a claim, and be called untrue or without merit."""
UNTRUE = re.compile(
    r"\b(?:false|untrue|baseless|groundless|unfounded|meritless|without (?:merit|foundation|basis)|frivolous|bogus|"
    r"nonsense|absurd\w*|ridiculous|ludicrous|laughable|preposterous|outrageous|lies?|lying|fabricat\w+|invent\w+|"
    r"fiction|fake|hoax|slander\w*|smears?|libel\w*|defamat\w+|propaganda|misleading|inaccurate|unproven|speculative|"
    r"politically motivated|stunt|witch[- ]hunt|shameful|disgraceful|unfair|unjust\w*|wrong|over the line|"
    r"hateful|unacceptable|offensive|racist)\b",
    re.IGNORECASE,
)
CALLED_FALSE = re.compile(
    r"(?:that|this|it) [\"“‘']?(?:an? )?(?:[\w-]+ )?"
    r"(?:lies?|falsehood|false|untrue|nonsense|fiction|fabricat\w+|inaccurate|baseless|misleading|propaganda|slander)\b",
    re.IGNORECASE,
)
""" "Called | that a lie"."""
DEFENDS = re.compile(r"\b(?:insist|maintain|defend|protest|contend)(?:ed|s|ing)?\b", re.IGNORECASE)
ANSWERS = re.compile(
    r"\b(?:respond|repl(?:y|ies|ied)|answer|counter)(?:s|ed|ing)?\b|\bin (?:response|reply)\b", re.IGNORECASE
)
YIELDS = re.compile(
    r"\b(?:apolog\w+|sorry|regret\w*|thank\w*|comment|look(?:ing)? into|investigat\w+|review\w*|agree\w*|admit\w*|"
    r"concede\w*|acknowledg\w*|resign\w*|mistakes?|yes|accept\w*)\b",
    re.IGNORECASE,
)
""" "Replied that he was sorry": who answers so turns nothing away."""
BACK = re.compile(
    r"\b(?:hit|fir(?:ed|es|ing)|shot|str(?:uck|ikes)|lash(?:ed|es)|snap(?:ped|s)|punch(?:ed|es)|clap(?:ped|s)|"
    r"push(?:ed|es)) (?:[\w.’']+ ){0,2}?back\b|\b(?:retort(?:ed|s)|counter(?:ed|s)|returned fire)\b",
    re.IGNORECASE,
)
""" "Hit back at her", "hit Moreau back", "countered that": of whoever has just spoken."""
AT_LARGE = re.compile(
    r"(?:that )?(?:(?:it|he|she|they|the \w+|its \w+) (?:had |has |have |ever )*(?:did|do|does|done) anything "
    r"(?:wrong|illegal|improper)|(?:any|all|\w+ing any|doing anything|having done anything|having committed any)?\s*"
    r"(?:criminal |legal )?(?:wrongdoings?|wrong|impropriety|misconduct|illegal(?:ity)?|"
    r"improper (?:role|conduct|behaviou?r)|(?:the |all )?(?:accusations?|allegations?|charges?|claims?)))"
    r"(?: against (?:him|her|it|them)| in the \w+)?[.,;]?",
    re.IGNORECASE,
)
""" "Denied any wrongdoing", "denies the allegations": of what others hold against who denies."""
OF = re.compile(rf"(?:{_DET} |any )?(?:[\w-]+ ){{0,2}}?{FACTS} of\b", re.IGNORECASE)
""" "Claims of racism", "the allegations of fraud"."""
BARE = re.compile(
    rf"{_DET} (?:[\w-]+ ){{0,2}}?(?:{NOUN}|idea|notion|argument|premise)"
    r"(?=$|[.,;”\"]| [\"“‘']| (?:as|to be|completely|totally|entirely|absolutely|"
    rf"utterly|just|simply|{_EMPTY}|an? |and|but|in|on|at|with|against|which|by saying|saying|out of))",
    re.IGNORECASE,
)
""" "The claim", "such groundless accusations": of what has been told before."""
SPOKEN = re.compile(
    r"(?:the|those|these|such) (?:[\w-]+ )?(?:remarks?|comments?|rhetoric|words|statements?|tweets?|insults?)\b", re.I
)
APPOSED = re.compile(
    rf"(?:an? (?:[\w-]+ )?(?:{FACTS}|point|notion|idea|view)|charges|accusations|allegations|claims|which|something)"
    r"(?: that| which)?",
    re.IGNORECASE,
)
""" "…, a claim that the firm disputes", "…, which the firm denies"."""
TOLD = re.compile(
    rf"^(?:(?:(?:(?:the|any|all|an?|those|these|such|media|press|news|recent) )*(?:[\w-]+ )?{FACTS}|"
    rf"[^,.;“\"]{{2,60}}?['’]s? (?:[\w-]+ ){{0,2}}?(?:{NOUN}|{REMARKS}))"
    r"[^.;“\"]{0,90}?\b(?:that|alleging(?: that)?|claiming(?: that)?|accusing|asserting(?: that)?) |"
    r"what (?:some|many|critics|others|opponents) (?:\w+ )?(?:have |had )?(?:said|called|described|claimed)\b[^.;]*?"
    r"\b(?:that|as) )(?P<told>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
""" "Any claims that it had paid", "a lawsuit filed by a nurse alleging that …": the claim stands in the reply."""
SEVERAL = re.compile(
    r"(?:(?:the|any|all|an?|those|these|such|media|press|news|recent) )*(?:[\w-]+ )?"
    r"(?:claims|accusations|allegations|charges|assertions|suggestions|insinuations|complaints|"
    r"(?:law)?suits?|reports|rumou?rs)\b|what ",
    re.IGNORECASE,
)
""" "Reports that …", "a lawsuit alleging that …": somebody holds it; a single report needs its outlet."""
CALLED = re.compile(
    rf"^(?:that )?[^,.;“\"]{{0,60}}?{FACTS} that (?P<told>[^.;]{{10,160}}?),? {_BE} (?:[\w-]+ ){{0,2}}?[\"“‘']?"
    rf"(?:[\w-]+ ){{0,2}}?{_EMPTY}\b",
    re.IGNORECASE,
)
""" "Moreau's claim that the bank knew is simply not true"."""
WRONG = re.compile(
    rf"(?:['’]s? (?:facts|numbers|figures))? {_BE} [\"“‘']?(?:[\w-]+ )?(?:wrong|mistaken|lying|incorrect)\b[\"”’']?"
    r"(?: (?:for|in|when|about|to) (?:\w+ )?(?P<told>(?:say|claim|suggest|argu|assert|alleg|think)\w* .*)|[.,;\"”]|$)",
    re.IGNORECASE | re.DOTALL,
)
""" "| Moreau | is wrong in saying that …", "| the lawmakers | were lying", "| Moreau | 's figures are wrong"."""
DIRECT = re.compile(
    rf"\b{_EMPTY} (?:claims?|accusations?|allegations?|charges)\b|"
    rf"\b{_DET} (?:[\w-]+ )?{FACTS} (?:has|have|had) [\"“‘']?(?:[\w-]+ )?no (?:merit|substance|basis|foundation)\b|"
    rf"^(?:that )?what (?:he|she|they) (?:is saying|are saying|says?|said) (?:is|was) (?:[\w-]+ ){{0,2}}?[\"“‘']?"
    rf"(?:{_EMPTY}|dishonest|disingenuous|misleading|wrong|a lie)\b|"
    rf"\b(?:{_DET}|his|her|their|its)(?: [\w-]+)? {NOUN}(?: (?:about|of|against) [^,.;]{{3,50}}?)? {_BE} "
    rf"(?:[\w-]+ ){{0,2}}?{_EMPTY}\b|"
    rf"\b(?:such|these|those|the|all) (?:[\w-]+ )?(?:{NOUN}|fears|concerns|worries) {_BE} (?:[\w-]+ )?"
    r"(?:unfounded|baseless|groundless|overblown|exaggerated|misplaced)\b|"
    r"^(?:that )?(?:the|this|her|his|its|their|all) (?:[\w-]+ )?(?:case|charges?|prosecution|indictment|investigation|"
    rf"probe|(?:law)?suit|trial)(?: against \w+)? {_BE} (?:[\w-]+ )?(?:{_EMPTY}|a witch)\b|"
    rf"\b(?:we|i) (?:[\w-]+ ){{0,2}}?(?:reject|deny|dispute|refute|disagree (?:\w+ )?with)(?: [\w-]+)? "
    rf"(?:these|those|such|his|her|their|this|that|the)(?: [\w-]+)? {NOUN}\b",
    re.IGNORECASE,
)
""" "Such groundless accusations", "what she says is disingenuous", "we disagree with those claims"."""
AS = re.compile(r"(?:, who [^,]{5,90},)? as (?:an? |[\"“‘'])", re.IGNORECASE)
FLAT = re.compile(
    r"[\"“‘]?(?:that )?(?:(?:none|nobody|nothing|no (?:one|laws?|rules?|evidence|\w+s)) (?:\w+ )?"
    r"(?:was|were|had|did|has|have|violated|broken)|"
    r"(?:[\w.’'-]+ ){1,4}?(?:(?:did|had|has|have|was|were) (?:not|never)|(?:did|had|has|have|was|were)n['’]t|never))\b",
    re.IGNORECASE,
)
IDLE = re.compile(
    r"\b(?:comment|know|think|want|believe|sure|going to|respond|reply|surpris\w+|can(?:not|['’]t)|recall|"
    r"need|see|intend)\b",
    re.IGNORECASE,
)
ALLEGED = re.compile(
    r"\b(?:accus(?:ed|es|ing)|alleg(?:ed|es|ing|edly)|charg(?:ed|es)|suspected|suspicion|investigat\w+|indict\w+|"
    r"implicat\w+|lawsuit|sued|suing|probe|scandal|inquiry|arrested|fraud\w*|corrupt\w*|brib\w+|illegal\w*|"
    r"unlawful\w*|violat\w+|abus\w+|misconduct|harass\w*|assault\w*|rap(?:e|ed)|red[- ]handed|stole|stolen|cheat\w*|"
    r"embezzl\w+|collu\w+|cover(?:ed)?[- ]up|leaked)\b",
    re.IGNORECASE,
)
CRITICAL = re.compile(
    r"\b(?:accus\w+|critici[sz]\w+|attack\w*|blam\w+|blast\w*|slam\w*|denounc\w+|condemn\w*|mistakes?|wrong\w*|fail\w*|"
    r"irresponsible|reckless|dangerous|bad|poor|weak|incompetent|extrem\w+|fanatic\w*|racis\w+|lie[sd]?|lying|liars?|"
    r"dishonest|sham(?:e|eful)|disgrac\w+|hypocri\w+|flawed|unaccepta\w+|unfair|threat\w*|betray\w*|undermin\w+|"
    r"ignor\w+|violat\w+|illegal\w*|unlawful|corrupt\w*|abus\w+|hostil\w+|never|nothing|not|no)\b",
    re.IGNORECASE,
)
REVEALS = re.compile(
    r"\b(?:disclos|reveal|show|prov|found|finds|uncover|document|establish|expos|contradict|confirm)\w*", re.IGNORECASE
)
""" "For years the firm denied it. But in May researchers disclosed …": what is found against a denial."""
