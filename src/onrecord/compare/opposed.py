"""Two parties on two sides of one proposal: "Sarnia agreed to host the radar. … Karsovia opposes the radar deal."

Opposed stances (proposes, supports, agrees against opposes, rejects) of two parties that are not of one side, on the
same proposal in the same article, are a dispute of kind "stance". The same proposal is the same label, a label that has
all words of the other, or "the deal", "the decision", "the vote" that takes up what the article has told; never merely
the same topic. One side against itself is none, nor what each agrees or declines to do itself ("two agreed to attend,
one declined").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.opinions import gather_opinions
from onrecord.compare.positions import evidence_of, held_by_document, position_id
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.same_side import are_kin
from onrecord.compare.words import HEAD, core, head_of, load_tables, read_words, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.positions import Held

FOR = frozenset({"proposes", "supports", "agrees"})
AGAINST = frozenset({"opposes", "rejects"})
LEAST = 2
"""Words that the two labels must share where neither takes up the other."""
BACK = 2_000
"""Characters back to what "the decision" takes up."""
CLOSE = 400
"""The same to a call for it, where nothing is told to be decided."""
DEFINITE = re.compile(
    r"^(?:the|this|that|these|those|[\w.-]+['’]s?)\s+"
    r"(?:(?:proposed|planned|new|controversial|whole|same) )?(?P<noun>[\w-]+)$",
    re.IGNORECASE,
)
"""The whole of what a stance is about is a definite noun: "the decision", "Sunday's vote", "the proposed law"."""
ASKING = re.compile(r"\b(?:calling|urging|asking|demanding|requesting)\b", re.IGNORECASE)
""" "A resolution calling on a state to do it" is not what that state does."""
INITIALS = {"European Union": "EU", "United States": "US", "U.S.": "US", "United Nations": "UN", "U.N.": "UN"}
ANOTHER = re.compile(r"(?:an?|another|some|several|similar|many|other) ", re.IGNORECASE)
""" "Another governor vetoed a bill": one that the article has not told of."""
SOURCES = re.compile(r"\b(?:sources?|reports?|polls?|experts?|analysts?|observers?)$", re.IGNORECASE)
""" "Party sources" tell of a quarrel and are no side of it."""
PRONOUNS = frozenset({"it", "this", "that", "them", "one"})
TO = re.compile(r"\bto ")
WORD = re.compile(r"[a-z]+")


def find_opposed(ground: Ground, held: Sequence[Held]) -> Iterator[Rift]:
    """Rifts of two parties with opposed stances on one proposal in one article."""
    sided = [one for one in held if one.actor is not None and one.source.mention.stance in FOR | AGAINST]
    by_document = held_by_document([*sided, *gather_opinions(ground, held)])
    for name in sorted(by_document):
        group = sorted(by_document[name], key=lambda one: (one.source.mention.start, one.source.index))
        taken = [find_taken_up(ground, group, one) or one for one in group]
        for at, yes in enumerate(group):
            for to, no in enumerate(group):
                same = is_clash(ground, yes, no) and (
                    is_same(ground, (yes, no), (taken[at], taken[to])) or is_only_text(ground, group, yes, no)
                )
                if same and not wavers(ground, group, yes, no):
                    yield build_rift(ground, yes, no)


def is_clash(ground: Ground, yes: Held, no: Held) -> bool:
    """Is one party for and another against, and neither only declines what it is asked for?"""
    first, second = yes.source.mention.stance, no.source.mention.stance
    if first not in FOR or second not in AGAINST or not are_two(ground, yes, no):
        return False
    heard = all(one.holder in (None, other.actor) for one, other in ((yes, no), (no, yes)))
    return heard and ((first, second) != ("proposes", "rejects") or is_voted_on(ground, no))


def is_same(ground: Ground, stances: tuple[Held, Held], matters: tuple[Held, Held]) -> bool:
    """Are two stances on one proposal, by their own labels or by those that they take up?"""
    if all(is_own_deed(ground, one) for one in stances) or turns(ground, stances[0]) != turns(ground, stances[1]):
        return False
    return matters[0] is matters[1] or is_one_proposal(*matters) or is_pronoun(ground, stances)


def is_pronoun(ground: Ground, stances: tuple[Held, Held]) -> bool:
    """ "Spain backs the pipeline. France is against it": one label, which the later takes up by a pronoun."""
    first, last = sorted(stances, key=lambda one: one.source.mention.start)
    near = last.source.mention.start - first.source.mention.end <= CLOSE
    return near and first.proposal == last.proposal and about_of(ground, last).casefold() in PRONOUNS


def is_only_text(ground: Ground, group: Sequence[Held], yes: Held, no: Held) -> bool:
    """Are both on "the bill", "the bipartisan legislation", where the article has but one text of that kind?"""
    labels = [one.source.mention.label for one in (yes, no)]
    families = [family_of(label) for label in labels]
    if families[0] is None or families[0] != families[1] or turns(ground, yes) != turns(ground, no):
        return False
    if ANOTHER.match(about_of(ground, max(yes, no, key=lambda one: one.source.mention.start))):
        return False
    told = {one.source.mention.label for one in group if family_of(one.source.mention.label) == families[0]}
    named = {frozenset(describing(label)) for label in (*told, *labels)} - {frozenset()}
    return any(not describing(label) for label in labels) and len(named) <= 1


def family_of(label: str) -> int | None:
    """The number of the kind of text that a label's head is ("bill" and "legislation" are of one kind)."""
    head = head_of(label)
    families = enumerate(load_tables().taken_up)
    return next((at for at, family in families if head in family and family & load_tables().opposed["texts"]), None)


def describing(label: str) -> set[str]:
    """The words of a label's phrase that tell its text from others: none in "the bipartisan bill"."""
    words = set(WORD.findall(HEAD.split(label.casefold(), maxsplit=1)[0])) - {head_of(label)}
    more = set(WORD.findall(label.casefold())) - words - {head_of(label)} if HEAD.search(label) else set()
    return (words | more) - load_tables().opposed["plain_adjectives"]


def is_voted_on(ground: Ground, no: Held) -> bool:
    """Is what is rejected a bill, a plan or "the idea", no offer or demand that the one asked declines?"""
    words = {*WORD.findall(f"{no.source.mention.label} {about_of(ground, no)}".casefold())}
    return bool(words & load_tables().opposed["tabled"])


def are_two(ground: Ground, yes: Held, no: Held) -> bool:
    """Are they two parties: of two sides, neither bearing the other's name?"""
    named = not any(SOURCES.search(ground.name(one.actor or "")) for one in (yes, no))
    return named and yes.actor != no.actor and not are_kin(ground, yes.actor, no.actor)


def wavers(ground: Ground, group: Sequence[Held], yes: Held, no: Held) -> bool:
    """Is one of the two told to have been on both sides of it?"""
    return any(
        ground.side(one.actor) == ground.side(party.actor)
        and one.source.mention.stance in others
        and one.proposal == party.proposal
        for party, others in ((yes, AGAINST), (no, FOR))
        for one in group
    )


def is_one_proposal(a: Held, b: Held) -> bool:
    """Do two labels say the same?"""
    left, right = (spell(one.source.mention.label) for one in (a, b))
    first, second = core(read_words(left)), core(read_words(right))
    small, large = sorted((first, second), key=len)
    if len(small) < LEAST or not small <= large or read_words(left).numbers != read_words(right).numbers:
        return False
    words, other = ({*WORD.findall(one.casefold())} for one in (left, right))
    turned = load_tables().opposed["reversed"]
    return (words & turned) == (other & turned) and bool(ASKING.search(left)) == bool(ASKING.search(right))


def turns(ground: Ground, one: Held) -> bool:
    """Is a stance on undoing something ("lifting the ban"), by its own words or, where they name nothing, its label?"""
    words = {*WORD.findall(about_of(ground, one).casefold())}
    label = {*WORD.findall(one.source.mention.label.casefold())}
    table = load_tables().opposed
    own = words if words & label - table["decided"] - table["proposed"] else label
    return bool(own & table["reversed"])


def about_of(ground: Ground, one: Held) -> str:
    """The words that name what a stance is on, without what it is judged as."""
    span = one.source.mention.about
    text = ground.linked.documents[one.source.document].text[span.start : span.end]
    return re.split(r" as (?:an? |the |[\"“])", text, maxsplit=1)[0].strip(' ,.”“"')


def spell(label: str) -> str:
    """A label with bodies by their initials: "the EU-Turkey deal" is "the European Union's deal with Turkey"."""
    for name, short in INITIALS.items():
        label = label.replace(name, short)
    return label.replace("-", " ").replace("’s ", " ").replace("'s ", " ")


def is_own_deed(ground: Ground, one: Held) -> bool:
    """ "Agreed to attend", "declined to attend": what a party does itself."""
    text, start = ground.linked.documents[one.source.document].text, one.source.mention.about.start
    return one.source.mention.stance in ("agrees", "rejects") and bool(TO.search(text[max(0, start - 4) : start + 4]))


def find_taken_up(ground: Ground, group: Sequence[Held], one: Held) -> Held | None:
    """The stance of the proposal that "the decision", "the bill" or "the plan" takes up, if there is one."""
    found = DEFINITE.match(about_of(ground, one))
    if found is None:
        return None
    noun, best, table = found["noun"].casefold(), None, load_tables().opposed
    for other in group:
        mention = other.source.mention
        far = one.source.mention.start - mention.end
        if mention.start >= one.source.mention.start or far > BACK:
            continue
        words = {*WORD.findall(mention.label.casefold())}
        fits = (
            (noun in table["decided"] and mention.stance == "agrees")
            or (noun in table["proposed"] and mention.stance == "proposes")
            or (noun in table["decided"] and mention.stance == "proposes" and far <= CLOSE and is_noun(ground, other))
            or any(noun in family and words & family for family in load_tables().taken_up)
        ) and len(core(read_words(mention.label))) >= LEAST
        if fits or head_of(mention.label) == noun:
            best = other
    return best


def is_noun(ground: Ground, one: Held) -> bool:
    """Is a proposal told of by a noun ("the party's call to …"), and not by an appeal to others?"""
    table = load_tables().opposed
    return bool({*WORD.findall(ground.text(evidence_of(one)).casefold())} & (table["decided"] | table["proposed"]))


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
