"""What a finder of promises hands on, and where the clause of a promise ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import own_subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

LONGEST = 34
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
ENDS = frozenset(".;:!?—|")
DUTIES = frozenset({"job", "role", "purpose", "point", "task", "trick", "key", "idea", "challenge", "choice", "way"})
TURNS = frozenset({"but", "although", "though", "while", "because", "saying", "adding", "who", "according"})


@dataclass(frozen=True, slots=True)
class Promise:
    """What was found before times and events are attached: first and last token, the verb, who is held to it."""

    first: int
    last: int
    verb: Token
    actors: tuple[int | None, ...]
    conditional: bool = False
    needs_time: bool = False
    negated: bool = False


def clause_end(scene: Scene, start: int, *, through_commas: bool = False) -> int:
    """Index of the last token of the clause from a verb on, read in printed order."""
    doc = scene.parse.doc
    stop = min(doc[start].sent.end, start + LONGEST)
    last = start
    for at in range(start + 1, stop):
        token = doc[at]
        closing = token.is_quote and not (
            at + 1 < stop and not token.whitespace_ and not doc[at + 1].is_punct and doc[at - 1].whitespace_
        )
        if token.text in ENDS or closing or token.lower_ in TURNS:
            break
        if token.text == ",":
            follows = doc[at + 1].lower_ if at + 1 < stop else ""
            if (
                not (through_commas and follows in ("at", "in", "between", "with"))
                and not (through_commas and doc[at + 1].lower_ == "between")
                and at + 1 not in scene.in_time
            ):
                break
        if token.lower_ == "and" and opens_clause(token):
            break
        if (
            token.lower_ == "and"
            and at + 1 < stop
            and (
                doc[at + 1].tag_ in ("VBD", "VBZ", "MD")
                or doc[at + 1].lower_ in ("he", "she", "they", "that", "said", "began", "it")
            )
        ):
            break
        if not token.is_space:
            last = at
    return last


def clause_start(verb: Token, subjects: list[Token], far: int) -> int:
    """Index of the first token: the subject's, or the verb's own where it shares the subject of another deed."""
    if not subjects or not 0 < verb.i - subjects[0].left_edge.i < far:
        return verb.i
    above = verb.head
    if verb.dep_ == "conj" and above.tag_ in ("VBD", "VBZ", "VBP") and subjects[0].i < above.i < verb.i:
        return min((one.i for one in verb.lefts if one.dep_ in ("aux", "auxpass")), default=verb.i)
    return subjects[0].left_edge.i


def opens_clause(link: Token) -> bool:
    """Does "and" go on with a clause that has its own subject ("… and the speech she gave was short")?"""
    later = [one for one in link.head.rights if one.dep_ == "conj" and one.i > link.i and one.pos_ in ("VERB", "AUX")]
    return bool(later) and any(
        one.dep_ in ("nsubj", "nsubjpass") and link.i < one.i < later[0].i for one in later[0].children
    )


def is_bare(be: Token, verb: Token) -> bool:
    """Is it "are to meet", and not "is out to win", "is ready to go" or "are to blame"?"""
    between = {one.lower_ for one in verb.doc[be.i + 1 : verb.i]}
    duty = any(one.dep_ == "nsubj" and one.lemma_.lower() in DUTIES for one in be.lefts)  # "my job is to guard it"
    other = duty or verb.lemma_ == "blame" or between & {"out", "about", "up", "there", "here"}
    return not other and not any(child.dep_ in ("acomp", "attr") for child in be.children)


def is_law(verb: Token, helpers: set[str]) -> bool:
    """ "No state shall expel a refugee": the wording of a treaty or a law."""
    subjects = own_subjects(verb)
    return "shall" in helpers and bool(subjects) and subjects[0].lower_ not in ("i", "we")
