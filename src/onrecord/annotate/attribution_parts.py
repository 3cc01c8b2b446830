"""The parts of an attribution in the parse: whose verb it is, and which words belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
VERBS = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
NO_SOURCE = frozenset({"it", "there", "this", "that", "which", "what"})
SHARING = frozenset({"conj", "advcl", "xcomp", "pcomp", "ccomp", "dep", "acl"})
CUE_PARTS = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
EDGES = frozenset(",;:—–-.?! ")
COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "oprd", "dative", "acomp"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One attribution in token indices, and the construction that shows it.

    Attributes:
        head: The cue's head word.
        pattern: clause, trailing, quote, infinitive, directive, object, naming, preposition, light, noun, adjective,
            according, per, stance, block, voice.
        carrier: Who carries it: TASS in "TASS, citing officials, said".
    """

    head: int
    cue: tuple[int, ...]
    content: tuple[int, ...]
    source: tuple[int, ...]
    pattern: str
    carrier: tuple[int, ...] = ()


def subtree(token: Token, *, without: Iterable[int] = ()) -> list[int]:
    """Indices of a token's subtree, some left out."""
    left_out = frozenset(without)
    return [one.i for one in token.subtree if one.i not in left_out]


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the dependency labels."""
    return next((one for one in token.children if one.dep_ in deps), None)


def clause_over(verb: Token) -> Token | None:
    """The verb whose subject this one shares, if its own is not expressed; prepositions in between are passed over."""
    if verb.dep_ not in SHARING and verb.dep_ != "prep":
        return None
    over = verb.head
    while over.pos_ == "ADP" and over.head.i != over.i:
        over = over.head
    return over if over.i != verb.i and (over.pos_ in VERBS or child(over, "nsubj") is not None) else None


def find_subject(verb: Token) -> Token | None:
    """The head of the words that name who does what the verb says; None where nobody is named.

    The subject; the agent of a passive; the noun that a participle modifies; else the subject of the verb that this
    one is joined or subordinate to.
    """
    seen: set[int] = set()
    at: Token | None = verb
    while at is not None and at.i not in seen:
        seen.add(at.i)
        own = child(at, "nsubj")
        if own is not None:
            return own
        passive = child(at, "nsubjpass")
        if passive is not None:
            agent = child(at, "agent")
            named = child(agent, "pobj") if agent is not None else None
            # A passive main verb passes its subject on to "…, adding that", not to itself.
            return named if at == verb else passive
        if at.dep_ == "acl" and at.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return at.head if at.tag_ == "VBG" else None
        at = clause_over(at)
    return None


def source_tokens(subject: Token, verb: Token) -> list[int]:
    """The words of a source: its noun phrase, without a clause in which the cue itself stands."""
    out: set[int] = set()
    for one in subject.children:
        holds = verb.i in {token.i for token in one.subtree}
        if holds or one.dep_ in {"relcl", "acl", "advcl"} or (one.dep_ == "conj" and one.pos_ in VERBS):
            out |= {token.i for token in one.subtree}
    tokens = [i for i in subtree(subject) if i not in out and i != verb.i]
    return first_run(subject.doc, tokens, subject.i)


def first_run(doc: Doc, tokens: list[int], holding: int) -> list[int]:
    """The unbroken run of tokens that holds a given one, without punctuation at its ends."""
    low = high = holding
    inside = set(tokens)
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    while high > low and (doc[high].text in EDGES or doc[high].is_space or doc[high].dep_ == "cc"):
        high -= 1
    while low < high and (doc[low].text in EDGES or doc[low].is_space):
        low += 1
    return list(range(low, high + 1))


def cue_tokens(verb: Token) -> list[int]:
    """The cue: a verb with the auxiliaries, negation, particle and adverbs that stand unbroken around it."""
    parts = {one.i for one in verb.children if one.dep_ in CUE_PARTS and not one.is_punct}
    low = high = verb.i
    while low - 1 in parts and verb.doc[low - 1].lower_ not in {"when", "how", "why", "where", "while", "as"}:
        low -= 1
    while high + 1 in parts and verb.doc[high + 1].dep_ in {"prt", "neg"}:
        high += 1
    return list(range(low, high + 1))


def runs(doc: Doc, tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Unbroken stretches of tokens as character offsets, without punctuation at their ends; quote marks stay."""
    groups: list[list[int]] = []
    for index in sorted(set(tokens)):
        if groups and index == groups[-1][-1] + 1:
            groups[-1].append(index)
        else:
            groups.append([index])
    found = []
    for group in groups:
        low, high = 0, len(group) - 1
        while low <= high and (doc[group[low]].text in EDGES or doc[group[low]].is_space):
            low += 1
        while high >= low and (doc[group[high]].text in EDGES or doc[group[high]].is_space):
            high -= 1
        if low <= high:
            first, last = doc[group[low]], doc[group[high]]
            found.append((first.idx, last.idx + len(last)))
    return found
