"""To whom something is said, as the cue's grammar has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import conjoined, is_passive, is_verb, own_subjects
from onrecord.annotate.mended_sources import trim_phrase
from onrecord.annotate.not_speaking import is_asked
from onrecord.annotate.phrase_people import find_by_name
from onrecord.annotate.speakers import find_parties
from onrecord.vocab.speech import load_act_words, load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading
    from onrecord.annotations import LocalParty

OBJECTS = ("dobj", "dative", "iobj")


def find_addressee(reading: Reading, index: int, channel: tuple[int, ...] = ()) -> LocalParty | None:
    """The party a statement is addressed to.

    Args:
        reading: The document.
        index: The attribution.
        channel: Tokens that name its channel: "told CNN" has no addressee.

    Returns:
        The party, or None where none is printed.
    """
    head = reading.heads[index]
    if head is None:
        return None
    noun = find_addressed(reading, index, head)
    if noun is None or noun.i in channel or noun.tag_ in ("WP", "WDT", "EX") or is_thing(reading, noun):
        return None
    mine = {token.i for token in reading.tokens(reading.attributions[index].source)}
    if noun.i in mine and not is_asked(head):
        return None
    if not is_audience(reading, noun) and (
        head.lemma_.lower() == "address" or any(token.i in channel for token in noun.subtree)
    ):
        return None  # "addressed the issues", "told Radio One's breakfast show"
    phrase = [noun] if noun.pos_ == "VERB" else trim_matter(noun, head, channel)
    parties = find_parties(reading, trim_phrase(noun, phrase))
    if not parties:
        return None
    return parties[0]


def trim_matter(noun: Token, head: Token, channel: tuple[int, ...]) -> list[Token]:
    """The phrase of the one addressed without the matter that follows ("reminded her [of the deal]")."""
    matter = ("of", "about", "for") if head.lemma_.lower() in load_act_words().address_matter else ("about", "for")
    stop = min((child.i for child in noun.rights if child.lower_ in matter), default=noun.right_edge.i + 1)
    return [token for token in noun.subtree if not token.is_space and token.i not in channel and token.i < stop]


def find_addressed(reading: Reading, index: int, head: Token) -> Token | None:
    """The noun that is spoken to: by the verb's object, a phrase with "to", a demanded clause, or the scene."""
    words, lemma = load_act_words(), head.lemma_.lower()
    if is_asked(head):
        # "Asked whether …, she said": who answers was asked
        top = next((one for one in head.ancestors if is_verb(one)), None)
        subjects = own_subjects(top) if top is not None else []
        named = reading.tokens(reading.attributions[index].source)
        return subjects[0] if subjects else next((token for token in named if token.pos_ == "PROPN"), None)
    if lemma in words.address_object:
        passive = [child for child in head.children if child.dep_ == "nsubjpass"] if is_passive(head) else []
        objects = [child for child in head.children if child.dep_ in OBJECTS and child.pos_ != "ADP"]
        control = [
            child for clause in head.children if clause.dep_ in ("ccomp", "xcomp") and takes_infinitive(clause)
            for child in clause.children if child.dep_ in ("nsubj", "nsubjpass") and child.i > head.i
        ]  # fmt: skip
        misread = [
            child for clause in head.children if clause.dep_ == "ccomp" and lemma == "tell"
            for child in clause.children if child.dep_ == "nsubj" and child.i == head.i + 1
        ]  # fmt: skip
        for noun in [*passive, *objects, *control, *misread]:
            if stands_outside(reading, index, noun) or noun in control:
                return noun
    if lemma in words.address_subject:
        for clause in head.children:
            marked = any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children)
            if clause.dep_ == "ccomp" and clause.i > head.i and marked:
                subjects = own_subjects(clause)
                if subjects and clause.tag_ in ("VB", "VBP"):
                    return subjects[0]
    if lemma in words.address_on:
        for noun in objects_of(head, ("on", "upon")):
            return noun
    return find_listener(reading, index, head)


def find_listener(reading: Reading, index: int, head: Token) -> Token | None:
    """ "said to reporters", "extended an invitation to her", "Speaking to reporters, she said"."""
    words, channels = load_act_words(), load_channel_words()
    if head.lemma_.lower() in words.address_to:
        starts = [head, *(child for child in head.children if child.dep_ == "dobj" and child.pos_ == "NOUN")]
        for noun in (one for start in starts for one in objects_of(start, ("to",))):
            if stands_outside(reading, index, noun) and is_audience(reading, noun):
                return noun
        before = find_before_content(reading, index, head)
        if before is not None:
            return before
    if reading.attributions[index].parent is not None:
        return None
    for token in reading.frame(index):
        verb = token.lemma_.lower()
        if token.tag_ != "VBG" or verb not in channels.speaking or not reading.belongs(token, index, channels.speaking):
            continue
        places = ("to", "with") if verb != "address" else ()
        objects = [child for child in token.children if child.dep_ == "dobj"] if verb == "address" else []
        for noun in [*objects, *objects_of(token, places)]:
            if is_audience(reading, noun):
                return noun
    return None


def find_before_content(reading: Reading, index: int, head: Token) -> Token | None:
    """A person after "to" before what is said, where the parse may see a verb ("an invitation to A to come")."""
    start = reading.attributions[index].content[0].start
    for token in reading.parse.doc[head.i + 1 : head.i + 6]:
        if token.idx > start:
            return None
        cover = reading.cover.get(token.i + 1)
        actor = reading.mentions[cover].actor if token.lower_ == "to" and cover is not None else None
        if actor is not None and reading.actors[actor].kind == "person":
            return reading.parse.doc[token.i + 1]
    return None


def objects_of(verb: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """The objects of some prepositions right below a word."""
    return [
        noun for child in verb.children if child.lower_ in prepositions and child.dep_ in ("prep", "dative")
        for noun in child.children if noun.dep_ == "pobj"
    ]  # fmt: skip


def takes_infinitive(clause: Token) -> bool:
    """ "to leave"."""
    return any(child.tag_ == "TO" for child in clause.children)


def stands_outside(reading: Reading, index: int, noun: Token) -> bool:
    """Is the noun no part of what is said, or only its first words ("urged [her to leave]")?"""
    content = reading.attributions[index].content
    return not any(span.start < noun.idx < span.end for span in content) or any(
        span.start == noun.left_edge.idx for span in content
    )


def is_audience(reading: Reading, noun: Token) -> bool:
    """Somebody who can listen: an actor, the press, or a court or crowd."""
    press = load_channel_words().press | load_act_words().audience
    if any(one.lemma_.lower() in press for one in conjoined(noun)):
        return True
    for token in (noun, *(child for child in noun.children if child.dep_ == "appos")):
        for index in reading.mention_at.get(token.i, ()):
            actor = reading.mentions[index].actor
            if actor is None or reading.actors[actor].kind != "place":
                return True
    return find_by_name(reading, [noun]) is not None


def is_thing(reading: Reading, noun: Token) -> bool:
    """An object that is no party: neither an actor, nor a name, nor a pronoun, nor people."""
    if is_audience(reading, noun) or noun.tag_ == "PRP" or noun.pos_ == "PROPN" or noun.i in reading.cover:
        return noun.lower_ in ("it", "this", "that")
    return noun.pos_ != "NOUN" or noun.tag_ != "NNS"
