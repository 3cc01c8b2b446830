"""The words that name a proposal: how far they reach, and what to call it in a few of them.

A small parser attaches the phrases after a cue wrongly too often, so they are read in their printed order up to a word
that opens another clause; the tree only decides what stands before a verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import is_verb
from onrecord.annotate.stance_words import load_stance_words
from onrecord.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.scenes import Scene

LONGEST = 22
LABEL_WORDS = 14
ENDS = frozenset(".,;:!?()[]—–…|")
CLAUSE_WORDS = frozenset(
    [
        "although",
        "though",
        "but",
        "while",
        "whereas",
        "when",
        "which",
        "who",
        "whom",
        "whose",
        "where",
        "because",
        "since",
        "amid",
        "despite",
        "unless",
        "if",
        "until",
        "said",
        "says",
        "told",
        "after",
        "during",
        "following",
        "even",
        "whether",
        "so",
        "nor",
        "or",
        "without",
        "saying",
        "adding",
    ]
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SKIPPED = frozenset({"ADV", "SPACE"})


@dataclass(frozen=True, slots=True)
class Extent:
    """First and last token of the words that name a proposal, both included."""

    first: int
    last: int


def is_noun_like(token: Token) -> bool:
    """A noun, or a known proposal word that the tagger took for a verb ("a ceasefire deal")."""
    words = load_stance_words().lists
    known = token.lower_ in words["measures"] or token.lower_ in words["shells"]
    return token.pos_ in ("NOUN", "PROPN", "NUM") or (known and token.tag_ in ("VBP", "VB", "NN"))


def skip_opening(scene: Scene, at: int, stop: int, *, clause: bool = False) -> int:
    """Step over adverbs, times, quotation marks and "that" before the proposal."""
    doc = scene.parse.doc
    while at < stop:
        token = doc[at]
        timed = (at in scene.in_time and token.pos_ != "DET") or (token.pos_ == "ADP" and at + 1 in scene.in_time)
        skipped = token.pos_ in SKIPPED or token.is_quote or timed or (clause and token.lower_ == "that")
        if not skipped:
            break
        at += 1
    return at


TRAILING = frozenset(
    (
        "yet",
        "soon",
        "thereafter",
        "afterwards",
        "afterward",
        "shortly",
        "later",
        "again",
        "instead",
        "immediately",
        "too",
    )
)
"""Adverbs behind what is proposed that are no part of it."""


def read_extent(scene: Scene, start: int, *, clause: bool = False, stop: int | None = None) -> Extent | None:
    """Read the words that name a proposal from a token on.

    Args:
        scene: The document.
        start: Index of the token after the cue.
        clause: A finite clause may stand here ("demanded that states increase …").
        stop: Index at which to stop at the latest.
    """
    doc = scene.parse.doc
    if start >= len(doc):
        return None
    stop = min(doc[start - 1].sent.end if start else len(doc), start + LONGEST, stop or len(doc))
    first = skip_opening(scene, start, stop, clause=clause)
    at, last, quoted = first, first - 1, False
    while at < stop and not ends_here(scene, at, first, stop, clause=clause, quoted=quoted):
        if doc[at].is_quote and not is_possessive(doc, at):
            quoted = not quoted
        elif not doc[at].is_space:
            last = at
        at += 1
    asked = any(token.tag_ in ("WRB", "WP") for token in doc[first:last])
    if (
        not clause
        and not asked
        and last > first
        and doc[last].dep_ in ("nsubj", "nsubjpass")
        and doc[last].head.i > last
    ):
        last = max(first, doc[last].left_edge.i - 1)  # "the people they hold"
    while last >= first and (
        doc[last].pos_ in ("ADP", "CCONJ", "DET", "PART", "AUX", "SCONJ")
        or doc[last].is_quote
        or doc[last].is_punct
        or (last > first and doc[last].lower_ in TRAILING)
        or (last > first and doc[last].tag_ in ("WRB", "WP", "WDT"))
    ):
        last -= 1
    return (
        Extent(first, last)
        if last >= first
        and any(
            t.pos_ in ("NOUN", "PROPN", "VERB", "PRON") or t.tag_ == "VB" or is_noun_like(t)
            for t in doc[first : last + 1]
        )
        else None
    )


def ends_here(scene: Scene, at: int, first: int, stop: int, *, clause: bool, quoted: bool) -> bool:
    """Does the phrase end before this token?"""
    doc = scene.parse.doc
    token, word = doc[at], doc[at].lower_
    if is_possessive(doc, at):
        return False
    if token.text in ENDS or (token.is_quote and not quoted and at > first and not opens_quote(doc, at)):
        return True
    if (
        (word in CLAUSE_WORDS and doc[at : at + 3].text.lower() != "so-called")
        or (word == "as" and token.dep_ == "mark")
        or (word == "that" and at > first and token.dep_ in ("mark", "nsubj", "nsubjpass", "dobj"))
    ):
        return True
    follows = doc[at + 1] if at + 1 < stop else None
    if at > first and at in scene.in_time and not (follows is not None and follows.tag_ == "POS"):
        return True
    if (
        token.pos_ == "ADP"
        and follows is not None
        and follows.i in scene.in_time
        and word in ("on", "in", "at", "by", "until", "since", "from", "for")
    ):
        return True
    if word in ("as", "so") and at > first and follows is not None and follows.lower_ == "long":
        return True
    if word == "only" and at > first and follows is not None and follows.pos_ in ("ADP", "SCONJ"):
        return True  # "would agree to a ban only from 2040"
    if word == "on" and follows is not None and follows.lower_ == "condition":
        return True  # "would back the merger on condition that …"
    if word == "for" and any(one.lower_ in ("time", "times") for one in doc[at + 1 : min(at + 4, stop)]):
        return True  # "rejected the offer for the second time"
    if word == "before" and (token.dep_ == "mark" or follows is None or follows.i in scene.in_time):
        return True
    if word == "and" and follows is not None and opens_clause(doc, at + 1, stop):
        return True
    if (
        at > first
        and token.tag_ == "VBN"
        and token.dep_ in ("acl", "advcl")
        and token.head.i < at
        and token.head.i >= first
    ):
        return True
    finite = token.tag_ in FINITE and not is_noun_like(token)
    asked = any(one.tag_ in ("WRB", "WP") for one in doc[first:at])  # "an inquiry into why the boat sank"
    return finite and not clause and not asked and at > first


def is_possessive(doc: Doc, at: int) -> bool:
    """ "the mediators’ plan": an apostrophe after a plural, no closing quotation mark."""
    if doc[at].text not in ("’", "'") or not 0 < at < len(doc) - 1:
        return False
    after = doc[at + 1]
    noun = doc[at - 1].lower_.endswith("s") and not doc[at - 1].whitespace_ and bool(doc[at].whitespace_)
    return noun and after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and not after.is_punct


def opens_quote(doc: Doc, at: int) -> bool:
    """Does this quotation mark open a quotation (a word follows it without a blank)?"""
    return not doc[at].whitespace_ and at + 1 < len(doc) and not doc[at + 1].is_punct


def opens_clause(doc: Doc, at: int, stop: int) -> bool:
    """Is what follows "and" a clause rather than another noun?"""
    for token in doc[at : min(at + 3, stop)]:
        if token.pos_ in ("ADV", "SPACE"):
            continue
        return token.tag_ in FINITE or token.lower_ in ("that", "he", "she", "it", "they", "we", "i")
    return False


def noun_extent(doc: Doc, head: Token, stop: int) -> Extent:
    """The noun phrase of a head, up to a token."""
    first, last = head.left_edge.i, min(head.right_edge.i, stop - 1)
    for token in doc[head.i + 1 : last + 1]:
        if token.dep_ in ("relcl", "mark") or token.tag_ in ("WDT", "WP") or token.text in ENDS:
            last = token.i - 1
            break
        if is_verb(token) and token.dep_ in ("relcl", "acl", "conj"):
            last = token.i - 1
            break
    return Extent(first, max(last, head.i))


def strip_shell(doc: Doc, extent: Extent) -> Extent:
    """Take off "the idea of", "its proposal for", "talk of", articles and quotation marks in front."""
    shells = load_stance_words().lists["shells"]
    first, last = extent.first, extent.last
    for _ in range(3):
        while first < last and (
            doc[first].pos_ in ("DET", "PUNCT")
            or doc[first].is_quote
            or doc[first].tag_ in ("PRP$", "TO", "POS")
            or doc[first].lower_ in ("first", "any", "such", "a", "an", "the", "that")
        ):
            first += 1
        yields = doc[first].lemma_ in load_stance_words().lists["yielding"] and doc[first].tag_ in ("VB", "VBG")
        if yields and first + 1 < last:
            first += 2 if doc[first + 1].lower_ in ("to", "on") else 1
            continue
        for at in range(first, min(first + 3, last)):
            token = doc[at]
            follows = next((one for one in doc[at + 1 : min(at + 3, last + 1)] if not one.is_quote), None)
            if (
                (token.lower_ in shells or (token.lemma_.lower() in shells and token.tag_ == "NNS"))
                and follows is not None
                and follows.lower_ in ("of", "for", "to", "on", "in", "about")
                and follows.i < last
            ):
                first = follows.i + 1
                break
        else:
            break
    return Extent(first, last)


def label_of(scene: Scene, extent: Extent) -> str:
    """A few plain words for a proposal."""
    doc = scene.parse.doc
    inner = strip_shell(doc, extent)
    tokens = [one for one in doc[inner.first : inner.last + 1] if not one.is_quote and not one.is_space]
    if len(tokens) > LABEL_WORDS:
        cut = next(
            (
                n
                for n in range(LABEL_WORDS, 3, -1)
                if tokens[n].pos_ in ("ADP", "SCONJ", "CCONJ") or tokens[n].tag_ == "TO"
            ),
            LABEL_WORDS,
        )
        tokens = tokens[:cut]
    while len(tokens) > 1 and tokens[-1].pos_ in ("ADP", "CCONJ", "DET", "PART", "PUNCT"):
        tokens.pop()
    last = tokens[-1].i if tokens else inner.first - 1
    words = (
        one.whitespace_ if one.is_quote and not is_possessive(doc, one.i) else one.text_with_ws
        for one in doc[inner.first : last + 1]
    )
    return " ".join("".join(words).partition("--")[0].split())


def span_of(scene: Scene, extent: Extent) -> Span:
    """The characters of an extent."""
    doc = scene.parse.doc
    return scene.parse.span_of(doc[extent.first], doc[extent.last])


def is_sequel(first: Token, head: Token) -> bool:
    """ "The vaccine that it had asked for has not arrived": no request, but what the sentence goes on to say."""
    return first.pos_ == "AUX" and first.tag_ in ("VBZ", "VBD", "VBP") and head.pos_ in ("VERB", "AUX")
