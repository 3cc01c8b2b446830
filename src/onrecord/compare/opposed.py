"""Two parties on two sides of one proposal: "Sarnia agreed to host the radar. … Karsovia opposes the radar deal."

Opposed stances (proposes, supports, agrees against opposes, rejects) of two parties that are not of one side, on the same
proposal in the same article, are a dispute of kind "stance". The same proposal is the same label, a label that has all
words of the other, or "the deal", "the decision", "the vote" that takes up what the article has told; never merely the
same topic. What each agrees or declines to do itself ("two agreed to attend, one declined") is no quarrel.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.opinions import gather_opinions
from onrecord.compare.positions import evidence_of, position_id
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.same_side import are_kin
from onrecord.compare.words import core, load_tables, read_words, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.opinions import gather_opinions
from onrecord.compare.positions import Held

FOR = frozenset({"proposes", "supports", "agrees"})
AGAINST = frozenset({"opposes", "rejects"})
LEAST = 2
"""Words that the two labels must share where neither takes up the other."""
BACK = 2_000
"""Characters back to what "the decision" takes up."""
DEFINITE = re.compile(
    r"^(?:the|this|that|these|those|[\w.-]+['’]s?)\s+(?:(?:proposed|planned|new|controversial|whole|same) )?(?P<noun>[\w-]+)$",
    re.IGNORECASE,
)
"""The whole of what a stance is about is a definite noun: "the decision", "Sunday's vote", "the proposed law"."""
ASKING = re.compile(r"\b(?:calling|urging|asking|demanding|requesting)\b", re.IGNORECASE)
""" "A resolution calling on a state to do it" is not what that state does."""
DECIDED = frozenset({"decision", "vote", "move", "step", "ruling", "verdict", "approval", "action"})
PROPOSED = frozenset({"proposal", "plan", "idea", "call", "offer", "request", "demand", "suggestion", "push", "bid"})
MADE = (
    frozenset({"bill", "legislation", "law", "act", "measure"}),
    frozenset({"deal", "agreement", "accord", "pact", "treaty", "settlement"}),
    frozenset({"resolution", "motion"}),
    frozenset({"ban", "embargo"}),
    frozenset({"merger", "takeover", "acquisition", "sale"}),
    frozenset({"policy"}), frozenset({"reform", "overhaul", "reforms"}), frozenset({"sanctions"}), frozenset({"strike", "strikes"}),
    frozenset({"project", "scheme", "programme", "program"}),
)  # fmt: skip
TABLED = frozenset({"plan", "proposal", "idea", *MADE[0], *MADE[2], *MADE[3], *MADE[5], *MADE[6]})
REVERSED = frozenset(
    "refusal refuse opposition oppose against ban block halt end ending stop repeal repealing scrap scrapping abolish defund defunding cut "
    "cuts cutting reject rejection delay postpone cancel cancelling withdraw withdrawal reverse lift lifting not no without drop dropping "
    "exclude prevent restrict restrictions limit limits".split()
)
"""A label with one of these and one without are not one proposal."""
INITIALS = {"European Union": "EU", "United States": "US", "U.S.": "US", "United Nations": "UN", "U.N.": "UN"}
HEAD = re.compile(r" (?:of|for|to|on|in|that|with|from|over|against|by|at|between|under|which|who|as)\b|,")
TO = re.compile(r"\bto ")
WORD = re.compile(r"[a-z]+")


def find_opposed(ground: Ground, held: Sequence[Held]) -> Iterator[Rift]:
    """Rifts of two parties with opposed stances on one proposal in one article."""
    by_document: dict[str, list[Held]] = {}
    for one in (*held, *gather_opinions(ground, held)):
        if one.actor is not None and one.source.mention.stance in FOR | AGAINST:
            by_document.setdefault(one.source.document, []).append(one)
    for name in sorted(by_document):
        group = sorted(by_document[name], key=lambda one: (one.source.mention.start, one.source.index))
        taken = {id(one): find_taken_up(ground, group, one) for one in group}
        for yes in group:
            for no in group:
                stances = (yes.source.mention.stance, no.source.mention.stance)
                if stances[0] not in FOR or stances[1] not in AGAINST or not are_two(ground, yes, no):
                    continue
                if stances == ("proposes", "rejects") and not is_voted_on(no):
                    continue
                a, b = taken[id(yes)] or yes, taken[id(no)] or no
                same = (a is b or is_one_proposal(a, b)) and not (is_own_deed(ground, yes) and is_own_deed(ground, no))
                if same and turns(ground, yes) == turns(ground, no) and not wavers(ground, group, yes, no):
                    yield build_rift(ground, yes, no)


def is_voted_on(no: Held) -> bool:
    """Is what is rejected a bill or a plan, no offer or demand that the one asked declines?"""
    words = {*WORD.findall(no.source.mention.label.casefold())}
    return bool(words & TABLED)


def are_two(ground: Ground, yes: Held, no: Held) -> bool:
    """Are they two parties: of two sides, neither bearing the other's name?"""
    return yes.actor != no.actor and not are_kin(ground, yes.actor, no.actor)


def wavers(ground: Ground, group: Sequence[Held], yes: Held, no: Held) -> bool:
    """Is one of the two told to have been on both sides of it?"""
    for party, others in ((yes, AGAINST), (no, FOR)):
        for one in group:
            if ground.side(one.actor) == ground.side(party.actor) and one.source.mention.stance in others:
                if one.proposal == party.proposal:
                    return True
    return False


def is_one_proposal(a: Held, b: Held) -> bool:
    """Do two labels say the same?"""
    left, right = (spell(one.source.mention.label) for one in (a, b))
    first, second = core(read_words(left)), core(read_words(right))
    small, large = sorted((first, second), key=len)
    if len(small) < LEAST or not small <= large or read_words(left).numbers != read_words(right).numbers:
        return False
    words, other = ({*WORD.findall(one.casefold())} for one in (left, right))
    return (words & REVERSED) == (other & REVERSED) and bool(ASKING.search(left)) == bool(ASKING.search(right))


def turns(ground: Ground, one: Held) -> bool:
    """Is a stance on undoing something ("lifting the ban"), by its own words where they name it and by its label else?"""
    words = {*WORD.findall(about_of(ground, one).casefold())}
    label = {*WORD.findall(one.source.mention.label.casefold())}
    own = words if words & label - DECIDED - PROPOSED else label
    return bool(own & REVERSED)


def about_of(ground: Ground, one: Held) -> str:
    """The words that name what a stance is on, without what it is judged as."""
    span = one.source.mention.about
    text = ground.linked.documents[one.source.document].text[span.start : span.end]
    return re.split(r" as (?:an? |the |[\"“])", text, maxsplit=1)[0].strip(" ,.”“\"")


def spell(label: str) -> str:
    """A label with bodies by their initials, so that "the EU-Turkey deal" is "the European Union's deal with Turkey"."""
    for name, short in INITIALS.items():
        label = label.replace(name, short)
    return label.replace("-", " ").replace("’s ", " ").replace("'s ", " ")


def is_own_deed(ground: Ground, one: Held) -> bool:
    """ "Agreed to attend", "declined to attend": what a party does itself."""
    text, start = ground.linked.documents[one.source.document].text, one.source.mention.about.start
    return one.source.mention.stance in ("agrees", "rejects") and bool(TO.search(text[max(0, start - 4) : start + 4]))


def find_taken_up(ground: Ground, group: Sequence[Held], one: Held) -> Held | None:
    """The stance of the proposal that "the decision", "the bill" or "the plan" takes up; None for a label of its own."""
    found = DEFINITE.match(about_of(ground, one))
    if found is None:
        return None
    noun, best = found["noun"].casefold(), None
    for other in group:
        mention = other.source.mention
        if mention.start >= one.source.mention.start or one.source.mention.start - mention.end > BACK:
            continue
        words = {*WORD.findall(mention.label.casefold())}
        fits = (
            (noun in DECIDED and mention.stance == "agrees")
            or (noun in DECIDED | PROPOSED and mention.stance == "proposes")
            or any(noun in family and words & family for family in MADE)
        ) and len(core(read_words(mention.label))) >= LEAST
        if fits or head_of(mention.label) == noun:
            best = other
    return best


def head_of(label: str) -> str:
    """The head of a label that is a noun with what stands before it: "gas pipeline" of "new gas pipeline to the coast"."""
    words = HEAD.split(label.casefold(), maxsplit=1)[0].split()
    return words[-1] if words else ""


def build_rift(ground: Ground, yes: Held, no: Held) -> Rift:
    """The rift of two parties, who is for it first."""
    label = yes.source.mention.label
    first, second = ground.name(yes.actor or yes.voice), ground.name(no.actor or no.voice)
    return Rift(
        about=no.proposal if yes.proposal == yes.statement else yes.proposal,
        kind="stance",
        facet=None,
        sides=(voice_of(ground, yes), voice_of(ground, no)),
        reasons=(f"{first} {yes.source.mention.stance}, {second} {no.source.mention.stance} “{label}”.",),
    )


def voice_of(ground: Ground, one: Held) -> Voice:
    """The side of a party's stance."""
    party = one.actor or one.voice
    value = f"{ground.name(party)} {one.source.mention.stance}: {shorten(ground.text(evidence_of(one)))}"
    item = one.proposal if one.proposal == one.statement else position_id(one)
    return Voice(value, party, item, evidence_of(one), one.when)
