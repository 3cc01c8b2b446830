"""Words with which a party turns a claim or a criticism away: "rejected Moreau's criticism", "those claims are baseless".

A reply is told by its verb and by the noun for what it answers; the noun says whose claim it was ("the union's
claims"), that it was told before ("the claim", "such accusations"), or that wrongdoing at large is denied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.compare.reply_kinds import place

if TYPE_CHECKING:
    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

FACTS = (
    r"(?:claims?|accusations?|allegations?|charges?|assertions?|suggestions?|insinuations?|contentions?|accounts?|"
    r"complaints?|(?:law)?suits?|reports?|rumou?rs?|findings?|version|characteri[sz]ations?|speculation)"
)
CRITICISM = r"(?:criticisms?|critique|condemnation|rebukes?|attacks?)"
NOUN = rf"(?:{FACTS}|{CRITICISM})"
REMARKS = r"(?:remarks?|comments?|rhetoric|words|statements?|claims?|accusations?|allegations?|criticisms?|attacks?)"
REJECTS = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying)|reject\w*|refut\w+|disput\w+|dismiss\w*|contradict\w*|rebut\w*|contest(?:ed|s|ing)?|"
    r"rebuff\w*|repudiat\w+|brush\w* (?:off|aside)|shrug\w* off|scoff\w*|disagree\w*|"
    r"(?:took|takes|taken|taking) issue|push\w* back)\b",
    re.IGNORECASE,
)
""" "Rejected the claim": the verb alone says that it is not accepted."""
SLAMS = re.compile(
    r"\b(?:slam\w*|blast\w*|denounc\w+|condemn\w*|decr(?:y|ies|ied|ying)|criticis\w+|criticiz\w+|"
    r"call(?:ed|s|ing)|brand(?:ed|s|ing)|describ(?:ed|es|ing)|label(?:l?ed|s|l?ing)|characteri[sz](?:ed|es|ing))\b",
    re.IGNORECASE,
)
""" "Called the claim baseless", "slammed a lawsuit": it must be a claim, and be called untrue or without merit."""
UNTRUE = re.compile(
    r"\b(?:false|untrue|baseless|groundless|unfounded|meritless|without (?:merit|foundation|basis)|frivolous|bogus|"
    r"nonsense|absurd\w*|ridiculous|ludicrous|laughable|preposterous|outrageous|lies?|lying|fabricat\w+|invent\w+|fiction|"
    r"fake|hoax|slander\w*|smears?|libel\w*|defamat\w+|propaganda|misleading|inaccurate|unproven|speculative|"
    r"politically motivated|(?:political )?stunt|witch[- ]hunt|shameful|disgraceful|unfair|unjust\w*|wrong|over the line)\b",
    re.IGNORECASE,
)
BACK = re.compile(
    r"\b(?:hit|fir(?:ed|es|ing)|shot|str(?:uck|ikes)|lash(?:ed|es)|snap(?:ped|s)|punch(?:ed|es)|clap(?:ped|s)|"
    r"push(?:ed|es)) (?:[\w.’']+ ){0,2}?back\b|\b(?:retort(?:ed|s)|counter(?:ed|s)|returned fire)\b",
    re.IGNORECASE,
)
""" "Hit back at her", "hit Moreau back", "countered that": of whoever has just spoken."""
AT_LARGE = re.compile(
    r"(?:that )?(?:(?:it|he|she|they|the \w+|its \w+) (?:had |has |have |ever )*(?:did|do|does|done) anything (?:wrong|illegal|improper)|"
    r"(?:any|all|\w+ing any|doing anything|having done anything|having committed any)?\s*(?:criminal |legal )?"
    r"(?:wrongdoings?|wrong|impropriety|misconduct|illegal(?:ity)?|improper (?:role|conduct|behaviou?r)|"
    r"(?:the |all )?(?:accusations?|allegations?|charges?|claims?)))(?: against (?:him|her|it|them)| in the \w+)?[.,;]?",
    re.IGNORECASE,
)
""" "Denied any wrongdoing", "denies the allegations": of what others hold against who denies."""
ALLEGED = re.compile(
    r"\b(?:accus(?:ed|es|ing)|alleg(?:ed|es|ing|edly)|charg(?:ed|es)|suspected|suspicion|investigat\w+|indict\w+|implicat\w+|lawsuit|sued|suing|"
    r"probe|scandal|inquiry|arrested|fraud\w*|corrupt\w*|brib\w+|illegal\w*|unlawful\w*|violat\w+|abus\w+|misconduct|"
    r"harass\w*|assault\w*|rap(?:e|ed)|red[- ]handed|stole|stolen|cheat\w*|embezzl\w+|collu\w+|cover(?:ed)?[- ]up|leaked)\b",
    re.IGNORECASE,
)
CRITICAL = re.compile(
    r"\b(?:accus\w+|critici[sz]\w+|attack\w*|blam\w+|blast\w*|slam\w*|denounc\w+|condemn\w*|mistakes?|wrong\w*|fail\w*|"
    r"irresponsible|reckless|dangerous|bad|poor|weak|incompetent|extrem\w+|fanatic\w*|racis\w+|lie[sd]?|lying|liars?|dishonest|"
    r"sham(?:e|eful)|disgrac\w+|hypocri\w+|flawed|unaccepta\w+|unfair|threat\w*|betray\w*|"
    r"undermin\w+|ignor\w+|violat\w+|illegal\w*|unlawful|corrupt\w*|abus\w+|hostil\w+|never|nothing|not|no)\b",
    re.IGNORECASE,
)
REVEALS = re.compile(
    r"\b(?:disclos|reveal|show|prov|found|finds|uncover|document|establish|expos|contradict|confirm)\w*", re.IGNORECASE
)
""" "For years the firm denied it. But in May researchers disclosed …": what is found against a denial."""
