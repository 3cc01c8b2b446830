"""Who speaks in a document, a poll or a website: the one that issued it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.firms import is_media
from onrecord.annotate.grammar import conjoined
from onrecord.annotate.own_media import find_media
from onrecord.annotate.phrase_bodies import find_called
from onrecord.vocab.nouns import load_verbs
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

MAKING = frozenset(
    {"conduct", "issue", "publish", "write", "file", "release", "sign", "produce", "carry", "compile", "run", "air"}
    | {"send", "pen", "author", "circulate", "post"}
)
"""What is done to a document or poll by the one whose it is."""
PRESS = frozenset({"media", "press", "news", "newspaper", "television"})
"""Whose reports are: no state's, though "media reports from Norland" name one."""
TAKING_UP = frozenset({"the", "this", "that", "same", "news", "press"})
"""Words before a document by which it is the one told of before ("the news release")."""
PRINTED = frozenset({"report", "editorial", "commentary", "op-ed"})
"""What stands in a paper and is the paper's."""
NOT_ALONE = frozenset({"poss", "compound", "amod", "nmod"})


def find_issuer(reading: Reading, head: Token, within: set[int]) -> tuple[int | None, str | None]:
    """Who issued "a Ministry statement", "the ministry's report", "a letter from the ministry"."""
    owned = head.lemma_.lower() in load_channel_words().owned
    before = [child for child in head.lefts if child.dep_ in (("poss",) if owned else NOT_ALONE)]
    makers = {"from", "by"} | (set() if owned else {"of"}) | ({"in"} if head.lemma_.lower() in PRINTED else set())
    press = head.lemma_ == "report" and any(child.lower_ in PRESS for child in before)
    after = [
        noun for child in head.rights if child.dep_ in ("prep", "agent") and child.lower_ in makers
        for noun in child.children if noun.dep_ == "pobj"
    ]  # fmt: skip
    after += find_makers(head)
    words = {token.lower_ for token in head.lefts}
    authors = find_authors(head)
    if not (after or authors) and words and words <= TAKING_UP and head.tag_ == "NN":
        last = next((one for one in reversed(reading.parse.doc[: head.i]) if one.lemma_ == head.lemma_), None)
        if last is not None and last.pos_ == "NOUN" and last.head.lemma_ not in load_channel_words().issued:
            return find_issuer(reading, last, {token.i for token in last.subtree})
        reporter = find_reporter(reading, head) if head.lemma_ == "report" else None
        if reporter is not None:
            return reporter, None
    for token in [*before, *after, *authors]:
        if token.i not in within and token not in authors:
            continue
        index = next(iter(reading.mention_at.get(token.i, ())), reading.cover.get(token.i))
        actor = None if index is None else reading.mentions[index].actor
        if index is None or actor is None:
            continue
        placed = token.dep_ == "pobj" and token.head.lower_ == "in"
        if (press or placed) and reading.actors[actor].kind != "organization":
            continue
        if owned and (reading.mentions[index].form == "nominal" or reading.actors[actor].kind in ("state", "place")):
            continue
        return actor, None
    sender = find_sender(reading, head)
    return sender, None if sender is not None else f"nobody is named behind the {head.text}"


def find_authors(noun: Token) -> list[Token]:
    """Who wrote "the report, by the counsel Ana Ruta": behind a comma the parse hangs the phrase on the verb."""
    doc, at = noun.doc, noun.i
    if at + 3 >= len(doc) or doc[at + 1].text != "," or doc[at + 2].lower_ != "by":
        return []
    goals = [child for child in doc[at + 2].children if child.dep_ == "pobj"]
    return [named for goal in goals for named in (*(one for one in goal.rights if one.dep_ == "appos"), goal)]


def find_makers(noun: Token) -> list[Token]:
    """Who made a document or poll by what follows ("a survey conducted by the Institute", "a suit Ruta filed")."""
    own = [
        child
        for verb in noun.rights if verb.dep_ == "relcl" and verb.lemma_ in MAKING
        for child in verb.lefts if child.dep_ == "nsubj" and child.tag_ not in ("WDT", "WP")
        and not any(one.dep_ in ("dobj", "nsubjpass") and one.tag_ != "WDT" for one in verb.children)
    ]  # fmt: skip
    return own + [
        goal
        for verb in noun.rights if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in MAKING
        for child in verb.rights if child.dep_ in ("agent", "prep") and child.lower_ == "by"
        for goal in child.children if goal.dep_ == "pobj"
    ]  # fmt: skip


def find_signers(noun: Token) -> list[Token]:
    """The several who signed or wrote "a letter signed by A, B and C", "the letter" after it, or "they sent a letter".

    Returns:
        The heads of their names; empty for one author, or where none is printed.
    """
    first: Token | None = noun
    while first is not None and {one.lower_ for one in first.lefts} & {"the", "this", "that"} and not made(first):
        before = noun.doc[: first.i]
        first = next((one for one in reversed(before) if one.lemma_ == noun.lemma_ and one.pos_ == "NOUN"), None)
    makers = made(first) if first is not None else []
    return conjoined(makers[0]) if makers and len(conjoined(makers[0])) > 1 else []


def made(noun: Token) -> list[Token]:
    """Who, by its own sentence, signed or wrote a document."""
    agents = [
        goal
        for verb in noun.subtree if verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lemma_ in MAKING
        for link in verb.rights if link.lower_ == "by"
        for goal in link.children if goal.dep_ == "pobj"
    ]  # fmt: skip
    verb = noun.head
    wrote = noun.dep_ == "dobj" and verb.lemma_ in MAKING | load_channel_words().sending
    return agents or ([one for one in verb.lefts if one.dep_ == "nsubj"] if wrote else [])


def find_signers_here(head: Token) -> list[Token]:
    """ "In a letter signed by A and B, the scholars wrote": who "the scholars" are by the document before them."""
    plural = head.tag_ == "NNS" and [one.lower_ for one in head.lefts] == ["the"] and not list(head.rights)
    papers = [one for one in head.doc[head.sent.start : head.i] if one.lemma_.lower() in load_channel_words().issued]
    return find_signers(papers[0]) if plural and len(papers) == 1 and made(papers[0]) else []


def find_reporter(reading: Reading, noun: Token) -> int | None:
    """ "The Herald reported that … The report said": the only outlet that has reported something by then."""
    verbs = [one for one in reading.parse.doc[: noun.i] if one.lemma_ == "report" and one.pos_ == "VERB"]
    subjects = [child for verb in verbs for child in verb.lefts if child.dep_ == "nsubj"]
    indices = [next(iter(reading.mention_at.get(one.i, ())), None) for one in subjects]
    actors = {reading.mentions[index].actor for index in indices if index is not None} - {None}
    document = reading.parse.document
    shown = find_media(reading.parse.readable, document.outlet)
    names = {one: reading.actors[one].name for one in actors if one is not None}
    outlets = {one for one, name in names.items() if is_media(name) or name.casefold() in shown}
    return outlets.pop() if len(outlets) == 1 else None


def find_sender(reading: Reading, noun: Token) -> int | None:
    """Who, by the sentence, issued or followed with a statement, or says something in one ("warned in a letter")."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    via = noun.dep_ == "pobj" and noun.head.lower_ in ("with", "in")
    if via and noun.head.lower_ == "in" and not {child.lower_ for child in noun.lefts} & {"the", "this", "that"}:
        verb = next((one for one in noun.ancestors if one.pos_ == "VERB"), verb)
        via = verb.i < noun.i and (verb.lemma_ in load_verbs()["speech"] or verb.lemma_ in load_channel_words().sending)
    elif verb.lemma_ not in load_channel_words().sending:
        return None
    if not (via or noun.dep_ == "dobj"):
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or any(one.dep_ == "conj" for one in subject.children):
        return None  # of two it is neither's alone
    named = [one for one in subject.rights if one.dep_ == "appos" and one.pos_ == "PROPN"]
    told = (reading.mention_at.get(one.i, ()) for one in (*named, subject))
    actors = (reading.mentions[index].actor for indices in told for index in indices[:1])
    return next((one for one in actors if one is not None), None)


def find_publisher(reading: Reading, head: Token) -> tuple[int | None, str | None]:
    """The body behind "an Institute poll", "a poll by the Institute"; "the poll" takes up the last one.

    A person or a state before such a noun is what it is about.
    """
    body = body_beside(reading, head)
    words = {token.lower_ for token in head.lefts}
    if body is None and words and words <= {"the", "this", "that", "same"} and head.tag_ == "NN":
        last = next((one for one in reversed(reading.parse.doc[: head.i]) if one.lemma_ == head.lemma_), None)
        body = body_beside(reading, last) if last is not None else None
    return body, None if body is not None else f"nobody is named behind the {head.text}"


def body_beside(reading: Reading, noun: Token) -> int | None:
    """The one named body that stands before a noun, or the body or person after it with "from" or "by"."""
    beside = [child for child in noun.lefts if child.dep_ in NOT_ALONE]
    makers = [
        goal for child in noun.rights if child.dep_ in ("prep", "agent") and child.lower_ in ("from", "by")
        for goal in child.children if goal.dep_ == "pobj"
    ]  # fmt: skip
    makers += find_makers(noun)
    makers += [one for goal in makers for one in goal.rights if one.dep_ == "appos"]  # "by the firm Selby Economics"
    found = set()
    for token in [*beside, *name_before(reading, noun), *makers]:
        index = next(iter(reading.mention_at.get(token.i, ())), reading.cover.get(token.i))
        called = find_called(reading, token, {one.i for one in token.subtree}) if index is None else None
        actor = called if index is None else reading.mentions[index].actor
        kinds = ("organization", "person") if token in makers else ("organization",)
        if actor is not None and reading.actors[actor].named and reading.actors[actor].kind in kinds:
            found.add(actor)
    return found.pop() if len(found) == 1 else None


def name_before(reading: Reading, noun: Token) -> list[Token]:
    """The last word of a name right before a noun, whatever the parse makes of it ("a University of Ruta poll")."""
    index = reading.cover.get(noun.i - 1) if noun.i else None
    named = index is not None and reading.mentions[index].form == "name" and reading.mentions[index].end <= noun.idx
    return [noun.nbor(-1)] if named else []
