"""Through whom a statement comes: the chain of carriers, outermost first.

A statement inside another's content comes through that one's source, unless it is the same actor; "TASS, citing
officials, said" has its carrier printed; "reportedly" points back to the source of the sentence before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.attribution_repair import is_told_in
from onrecord.annotate.speakers import RELAYED, find_parties
from onrecord.annotations import LocalParty

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

HEARSAY = frozenset({"reportedly", "allegedly"})


def same_party(a: LocalParty, b: LocalParty) -> bool:
    """Are two parties one: by actor, else by their words?"""
    if a.actor is not None or b.actor is not None:
        return a.actor == b.actor
    return (a.text or "").casefold() == (b.text or "").casefold()


def find_carriers(
    reading: Reading, index: int, source: LocalParty, sources: Mapping[int, tuple[LocalParty, ...]]
) -> tuple[LocalParty, ...]:
    """The carriers of one speaker's statement.

    Args:
        reading: The document.
        index: The attribution.
        source: The speaker of this statement.
        sources: The speakers of every attribution.

    Returns:
        Carriers, outermost first; never the speaker himself, never one twice in a row.
    """
    chain: list[LocalParty] = []
    inner = index
    for outer in reading.lineage(index)[1:]:
        if is_aside(reading, inner, outer):
            break
        chain = [*printed_carriers(reading, outer), *sources.get(outer, ())[:1], *chain]
        inner = outer
    chain += printed_carriers(reading, index)
    found: list[LocalParty] = []
    for party in chain:
        blank = party.actor is None and not party.text
        if not blank and not same_party(party, source) and not (found and same_party(party, found[-1])):
            found.append(party)
    speaks_himself = any(
        same_party(source, one) for outer in reading.lineage(index)[1:] for one in sources.get(outer, ())
    )
    if speaks_himself and reading.attributions[index].parent is not None:
        # "A said he agreed": only who carries the outer statement carries the inner one
        at = next((i for i, party in enumerate(chain) if same_party(party, source)), len(chain))
        found = [party for party in found if any(party is one for one in chain[:at])]
        if any(same_party(source, one) for one in sources.get(reading.lineage(index)[1], ())):
            joint = sources.get(reading.lineage(index)[1], ())
            found = [party for party in found if not any(same_party(party, one) for one in joint)]
    return tuple(found)


def printed_carriers(reading: Reading, index: int) -> tuple[LocalParty, ...]:
    """The carrier that the sentence itself names ("TASS, citing …")."""
    one = reading.attributions[index]
    tokens = reading.tokens(one.carrier) if one.carrier else find_relay(reading.tokens(one.source))
    return find_parties(reading, tokens) if tokens else ()


def find_relay(source: Sequence[Token]) -> list[Token]:
    """Who passes on "a ministry statement carried by the news agency NNA": the phrase after "by"."""
    for verb in source:
        if verb.tag_ != "VBN" or verb.lemma_ not in RELAYED or verb.dep_ not in ("acl", "conj"):
            continue
        links = [one for one in verb.rights if one.dep_ in ("agent", "prep") and one.lower_ in ("by", "on")]
        for goal in (one for link in links for one in link.children if one.dep_ == "pobj"):
            last = goal.right_edge
            while goal.pos_ == "NOUN" and last.i + 1 < len(goal.doc) and last.nbor(1).pos_ == "PROPN":
                last = last.nbor(1)  # "the news agency NNA", which the parse tears apart
            return [token for token in goal.doc[goal.left_edge.i : last.i + 1] if not token.is_space]
    return []


def is_aside(reading: Reading, inner: int, outer: int) -> bool:
    """Is the inner statement in a relative clause after a comma, which a paraphrase's writer adds himself?

    "She agreed with her minister, Ada Moreau, who said that …": nobody carries what the minister said. Inside
    quotation marks the clause is the speaker's own. Nor does she carry what she only answers: "she rejected a letter
    saying that …".
    """
    head = reading.heads[inner]
    if head is not None and is_told_in(head):
        noun = head.head
        while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
            noun = noun.head.head
        if noun.head == reading.heads[outer] and noun.head.lemma_.lower() not in load_cues().citing:
            return True
    if head is None or any(quote.start <= head.idx < quote.end and quote.depth == 0 for quote in reading.quotes):
        return False
    content = reading.tokens(reading.attributions[outer].content)
    within = {token.i for token in content}
    clause = relative_clause(head, within)
    if clause is None:
        return False
    opener = next((token for token in clause.subtree if token.tag_ in ("WP", "WDT", "WP$")), None)
    return opener is not None and opener.i > 0 and reading.parse.doc[opener.i - 1].text in (",", "—", "–", "-")


def relative_clause(token: Token, within: set[int]) -> Token | None:
    """The verb of the relative clause that a token stands in."""
    for one in (token, *token.ancestors):
        if one.i not in within:
            return None
        if one.dep_ == "relcl":
            return one
        if any(child.tag_ in ("WP", "WDT") and child.dep_ in ("nsubj", "nsubjpass") for child in one.children):
            return one if one == token else None
    return None


def is_hearsay(reading: Reading, index: int) -> bool:
    """ "reportedly supported": an adverb that points to somebody else's account."""
    head = reading.heads[index]
    near: list[Token] = [*reading.tokens(reading.attributions[index].cue), *(head.children if head is not None else ())]
    return any(token.lower_ in HEARSAY for token in near)


def carry_hearsay(
    reading: Reading,
    order: Sequence[int],
    sources: Mapping[int, tuple[LocalParty, ...]],
) -> dict[int, LocalParty]:
    """The carrier of statements marked as hearsay, from the sentence before in the same paragraph.

    "According to A, … B reportedly wanted x, while C wanted y": all of the second sentence comes from A.
    """
    found: dict[int, LocalParty] = {}
    carrier: LocalParty | None = None
    at, active = -1, -1
    for index in order:
        head = reading.heads[index]
        if head is None or reading.attributions[index].parent is not None:
            continue
        paragraph = reading.paragraph(head.idx)
        own = sources.get(index, ())
        if active == head.sent.start or (is_hearsay(reading, index) and carrier is not None and at == paragraph):
            active = head.sent.start
            if carrier is not None and own and not same_party(own[0], carrier):
                found[index] = carrier
            continue
        carrier = own[0] if len(own) == 1 and own[0].actor is not None else None
        at = paragraph
    return found
