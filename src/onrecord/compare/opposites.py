"""Words that cannot both be so of one thing: "legal" and "illegal", "accident" and "murder", "armed" and "unarmed"."""

from __future__ import annotations

import re

_GUN = r"(?:guns?|handguns?|kni(?:fe|ves)|weapons?|rifles?|pistols?|firearms?)"
_TOOK = r"had|carr(?:ied|ying)|holding|held|brandish(?:ed|ing)|pulled|drew|point(?:ed|ing)"
_LAW = r"(?:the )?(?:law|constitution|rules|agreement|treaty)"
_RIGHTS = r"(?:the law|the rules|(?:his|her|its) rights)"
WORDS: dict[str, tuple[str, str]] = {
    "whether anybody was armed": (
        rf"armed|(?:{_TOOK}) (?:an?|his|her) {_GUN}",
        rf"unarmed|no {_GUN}|nothing in (?:his|her) hands?",
    ),
    "whether it was meant": (
        r"accident(?:al|ally)?|unintentional(?:ly)?|by mistake|inadvertent(?:ly)?",
        r"deliberate(?:ly)?|intentional(?:ly)?|on purpose|murder(?:ed)?|premeditated|targeted|sabotage",
    ),
    "how it came to the death": (
        r"suicide|(?:took|taken) (?:his|her) own life|killed (?:him|her)self",
        r"murder(?:ed)?|homicide",
    ),
    "whether it was wanted": (
        r"consensual|voluntar(?:y|ily)|of (?:his|her|their) own (?:free )?will",
        r"forced|raped?|coerced|against (?:his|her|their) will",
    ),
    "whether it was lawful": (
        rf"legal(?:ly)?|lawful(?:ly)?|constitutional|within {_RIGHTS}",
        rf"illegal(?:ly)?|unlawful(?:ly)?|unconstitutional|against the law|a crime|(?:broke|violat(?:es?|ed)) {_LAW}",
    ),
    "whether it is safe": (r"safe|harmless|no (?:danger|risk)", r"unsafe|dangerous|hazardous|a danger|a death trap"),
    "whether it was fair": (r"fair|honest", r"unfair|rigged|fraudulent|stolen|a sham|biased"),
    "whether it was peaceful": (r"peaceful(?:ly)?", r"violent(?:ly)?|a riot|threw (?:stones|rocks|bottles)"),
    "whether it worked": (
        r"success(?:ful)?|victory|triumph|productive|constructive",
        r"failure|failed|disaster|fiasco|waste of time|flop",
    ),
    "who was hit": (r"civilians?|farmers|bystanders", r"militants?|terrorists?|fighters|gunmen|combatants"),
}
"""What two accounts differ on: the words for it and those against it."""
OF_PEOPLE = frozenset(
    {"whether anybody was armed", "whether it was meant", "how it came to the death", "whether it was wanted"}
)
"""What may be told of "he" or "she" after an account of somebody."""
PAIRS = {
    name: (re.compile(rf"\b(?:{yes})\b", re.IGNORECASE), re.compile(rf"\b(?:{no})\b", re.IGNORECASE))
    for name, (yes, no) in WORDS.items()
}
NOT = re.compile(r"\b(?:not|never|hardly|neither|nor|without|far from|nothing|anything but)\b|n['’]t\b", re.IGNORECASE)
BACK = 35
"""Characters before a word within which a "not" turns it round."""
HEAD = 80
"""Characters of an account within which it says so."""
PERSON = re.compile(r"(?:that )?s?he\b", re.IGNORECASE)


def find_opposite(first: str, second: str) -> str | None:
    """What two accounts differ on, None where no word of the one is against one of the other."""
    for name, (yes, no) in PAIRS.items():
        if PERSON.match(second) and name not in OF_PEOPLE:
            continue  # "he would not trust" may be the one who speaks
        one, other = read_word(first, yes, no), read_word(second, yes, no)
        if one is not None and other is not None and one != other:
            return name
    return None


def read_word(text: str, yes: re.Pattern[str], no: re.Pattern[str]) -> bool | None:
    """Is it said to be so, or not so; None where the words say neither or both."""
    text = text[:HEAD]
    found = {is_meant(text, one) for one in yes.finditer(text)} | {not is_meant(text, one) for one in no.finditer(text)}
    return found.pop() if len(found) == 1 else None


def is_meant(text: str, found: re.Match[str]) -> bool:
    """Is a word told without a "not" before it?"""
    return not NOT.search(text[max(0, found.start() - BACK) : found.start()])
