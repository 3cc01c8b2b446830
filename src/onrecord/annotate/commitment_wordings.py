"""Clauses that look like promises and are none by their form: questions, what always happens, quotes within quotes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import auxiliaries, logical_subjects, own_subjects
from onrecord.annotate.questions import GIVEN

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalStatement

PLAIN = frozenset({"will", "would", "shall", "'ll", "’ll", "'d", "’d", "wo"})
FIRST = frozenset({"i", "we"})
TURNED = frozenset({"nor", "neither", "never", "only", "so", "not", "under", "nowhere", "such", "than", "as"})
"""After these the auxiliary stands before the subject without asking."""
SAYING = frozenset({"say", "add", "note", "argue", "explain", "write"})
INNER = re.compile(r"(?<![\w'’‘])['‘](?!['’‘])[A-Z][^“”\"]{4,200}?[,.!?…]['’](?!\w)")
"""Quotes within quotes: “… 'We will look into it,' …”."""
OUTER = re.compile(r"[“”\"]|''")
REACH = 240
EITHER = 6
"""Tokens back from a verb to its "will or won't"."""
OR_NOT = frozenset({"not", "wo", "will", "may", "might", "maybe", "perhaps", "would"})


def is_left_open(verb: Token) -> bool:
    """ "Would the paper do the same", "to which of them would sit where": what is asked, nobody has said."""
    top = top_of(verb)
    subjects = own_subjects(top)
    near = [one.lower_ for one in verb.doc[max(verb.i - EITHER, verb.sent.start) : verb.i]]
    if any(one == "or" and after in OR_NOT for one, after in pairwise(near)):
        return True  # "will (or won't) sign the bill"
    above = [verb.head] if verb.dep_ == "xcomp" else []
    if any(one.lower_ in ("may", "might", "could") for each in (verb, *above) for one in auxiliaries(each)):
        return True  # "may be planning to sue the firm next week"
    who = any(one.lower_ == "who" and one.dep_ in ("nsubj", "nsubjpass") for one in top.lefts)
    if who and top.dep_ in ("ccomp", "pcomp", "advcl", "conj"):
        return True  # "the question of who is going to pay"
    if not subjects:
        return False
    asking = any(one.tag_ == "WDT" and one.dep_ == "det" for one in subjects[0].lefts)
    asking = asking or (
        verb.dep_ != "relcl" and any(one.tag_ == "WDT" for by in verb.lefts if by.dep_ == "prep" for one in by.rights)
    )
    asking = asking or (subjects[0].left_edge.i > 0 and subjects[0].left_edge.nbor(-1).lower_ == "whom")
    nouns = [verb.head] if verb.dep_ == "relcl" else list(verb.lefts)
    asking = asking or any(
        one.lower_ in ("what", "which") and one.dep_ == "det" for each in nouns for one in each.lefts
    )
    words = [one for one in verb.sent if not one.is_quote and not one.is_space]
    asking = asking or words[-1].text == "?"  # "Why can't he run, and I will too?"
    ahead = [one for one in auxiliaries(verb) if one.lower_ in PLAIN and one.i < subjects[0].left_edge.i < verb.i]
    before = {one.lower_ for one in verb.doc[max(verb.sent.start, ahead[0].i - 3) : ahead[0].i]} if ahead else set()
    return asking or (bool(ahead) and not before & TURNED)


def top_of(verb: Token) -> Token:
    """The verb that a clause hangs on others by: "going" for "is going to sign"."""
    return verb.head if verb.dep_ == "xcomp" and verb.head.lower_ == "going" else verb


def is_general(verb: Token, placed: bool) -> bool:
    """ "When you push him he will push back", "you are going to have a problem": how things go."""
    subjects = own_subjects(verb) or logical_subjects(verb)
    to_you = any(one.lower_ == "you" for one in subjects) and not (placed and verb.lemma_ in GIVEN)
    clauses = [one for one in verb.children if one.dep_ == "advcl"]
    whenever = any(
        any(mark.lower_ in ("when", "whenever", "if") for mark in one.lefts)
        and any(subject.lower_ == "you" for subject in own_subjects(one))
        for one in clauses
    )
    other = any(one.lower_ not in FIRST for one in subjects)
    top = top_of(verb)
    said = top.head if top.dep_ == "ccomp" else top
    worded = (
        said.lemma_ == "say" and said.tag_ == "VB" and said.head.pos_ in ("ADJ", "AUX")
    )  # "It is not kind to say …"
    return to_you or (whenever and other) or worded


def is_of_words(verb: Token) -> bool:
    """ "To skip it is to fail", "…, said Ann Low, a clerk, would read it so": no clause of the party's own."""
    subjects = own_subjects(verb)
    be = verb.head
    clausal = be.lemma_ == "be" and not own_subjects(be) and any(one.pos_ == "VERB" for one in be.lefts)
    if verb.dep_ == "xcomp" and verb.head.tag_ in ("VBZ", "VBP") and clausal:
        return True
    if not subjects or subjects[0].left_edge.i == verb.sent.start:
        return False
    before, after = subjects[0].left_edge.nbor(-1), verb.doc[subjects[0].i + 1]
    if before.lemma_ not in SAYING or before.tag_ not in ("VBD", "VBZ") or after.text != ",":
        return False
    return before.i > verb.sent.start and (before.nbor(-1).is_punct or before.nbor(-1).is_quote)


def is_quoted_within(scene: Scene, verb: Token, said: LocalStatement | None) -> bool:
    """ "I will not hear “We are looking into it” again": what stands in quotes within quotes is someone else's."""
    if said is None or said.kind == "indirect":
        return False
    text = scene.parse.document.text
    begin = min(span.start for span in said.content)
    if not OUTER.search(text[max(0, begin - 2) : begin + 2]):
        return False
    return any(
        begin + 3 < match.start() and match.start() < verb.idx < match.end()
        for match in INNER.finditer(text, max(begin, verb.idx - REACH), verb.idx + REACH)
    )
