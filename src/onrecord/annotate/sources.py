"""Who says a statement as its own sentence has it: the printed source, else the subject of the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_doubts import is_impersonal
from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.dialogue_speakers import find_labelled, find_unlabelled_speaker
from onrecord.annotate.grammar import governing_verb, is_verb, logical_subjects, own_subjects
from onrecord.annotate.mended_sources import mend_source, phrase_of
from onrecord.annotate.not_speaking import (
    find_givers,
    is_asked,
    is_charged,
    is_only_called,
    is_only_where,
    is_recipient,
    is_sought,
)
from onrecord.annotate.noun_holders import find_noun_holder
from onrecord.annotate.relatives import saying_above
from onrecord.annotate.speakers import find_parties
from onrecord.annotations import LocalParty
from onrecord.records import Span
from onrecord.vocab.speech import load_act_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

APART = frozenset({"advcl", "conj", "ROOT", "amod"})
"""How an adjective hangs that says what somebody wants outside the sentence's verb."""
OPENED = frozenset(
    ("ad", "campaign", "conference", "drive", "event", "hearing", "interview", "meeting", "push", "rally", "session")
)
"""What somebody holds or opens in whose words it speaks."""
FIRST_PERSON = frozenset({"i", "me", "my", "myself"})


def find_sources(reading: Reading, index: int) -> tuple[LocalParty, ...]:
    """The speakers of an attribution as its own sentence has them.

    Returns:
        Parties; empty where the source is not printed with the cue and has to be carried from elsewhere.
    """
    one, head = reading.attributions[index], reading.heads[index]
    if one.origin == "turn":
        return (find_labelled(reading, one.source[0]) if one.source else find_unlabelled_speaker(reading, one.content),)
    if one.cue and one.source and reading.paragraph(one.source[0].start) > reading.paragraph(one.cue[-1].end):
        return ()  # somebody of a later paragraph, who does not say it
    nobody = find_nobody(reading, index, head) if head is not None else None
    if nobody is not None:
        return nobody
    outer = find_same_speech(head) if head is not None else None
    if head is not None and outer is not None and not names_own(reading, index, head):
        return find_parties(reading, phrase_of(outer, set()))
    participle = head is not None and head.tag_ == "VBG"
    mended = mend_source(reading, index, head) if one.source else []
    if mended:
        return find_parties(reading, mended)
    if one.source and not (participle and find_holder(reading, index, one.source[0].start) is not None):
        found = find_parties(reading, longest_run(reading, one.source))
        if participle and head is not None and all(party.actor is None for party in found):
            return find_absolute(reading, head) or find_opener(reading, head) or found
        return found
    if head is not None and head.pos_ == "ADJ" and head.dep_ in APART:
        head = governing_verb(head)  # "…, keen to win": who the sentence says is so
    if head is not None and head.pos_ == "NOUN":
        return find_noun_holder(reading, head)
    if head is None or not is_verb(head):
        return ()
    mine = {token.i for token in reading.tokens(one.content)}
    subjects = [token for token in logical_subjects(head) if token.i not in mine]
    if not subjects:
        return find_before(reading, head, mine)
    holder = find_holder(reading, index, subjects[0].idx)
    if holder is not None:
        # "A said B was brave, declaring …": the parse hangs the participle on B, who is only spoken of
        source = reading.attributions[holder].source
        return find_parties(reading, longest_run(reading, source)) if source else ()
    return find_parties(reading, phrase_of(subjects[0], mine))


def find_nobody(reading: Reading, index: int, head: Token) -> tuple[LocalParty, ...] | None:
    """Who speaks where the subject or source beside a cue does not: whoever is named behind it, or nobody."""
    one = reading.attributions[index]
    if is_asked(head) or is_sought(head):
        return (LocalParty(reason="who asked is not printed"),)
    if is_unnamed_passive(reading, index, head):
        return (LocalParty(reason=f"who did so is not printed: “{head.text}” is passive"),)
    givers = find_givers(head)
    if givers is not None:
        mine = {token.i for token in reading.tokens(one.content)}
        found = find_parties(reading, phrase_of(givers[0], mine)) if givers else ()
        return found or (LocalParty(reason=f"who did so is not printed: the subject of “{head.text}” gets it"),)
    if is_impersonal(head):
        return (LocalParty(reason="nobody is named who finds so: “it” stands for what follows"),)
    printed = reading.tokens(one.source)
    if printed and is_only_where(printed, head):
        return (LocalParty(reason=f"nobody is named behind “{head.text}”, only where it is"),)
    if printed and not is_verb(head) and is_recipient(printed):
        return (LocalParty(reason="those to whom something is said do not say it"),)
    return None


def find_same_speech(head: Token) -> Token | None:
    """ "A said B had left and said he was safe": the subject of the verb of saying above, which goes on."""
    above = saying_above(head, head.head) if head.dep_ == "conj" and not own_subjects(head) else None
    return next((child for child in above.children if child.dep_ == "nsubj"), None) if above is not None else None


def names_own(reading: Reading, index: int, head: Token) -> bool:
    """Does a source stand right before or behind its verb, as its own subject does?"""
    tokens = reading.tokens(reading.attributions[index].source)
    return bool(tokens) and (tokens[-1].i == head.i - 1 or tokens[0].i > head.i)


def find_opener(reading: Reading, head: Token) -> tuple[LocalParty, ...]:
    """ "Ruta opened a rally blasting B": a participle on what somebody does, not on words, is whoever does it."""
    noun = head.head
    if head.dep_ != "acl" or noun.dep_ != "dobj" or not is_verb(noun.head) or noun.lemma_.lower() not in OPENED:
        return ()
    subjects = [token for token in logical_subjects(noun.head) if token.i in reading.mention_at]
    return find_parties(reading, phrase_of(subjects[0], set())) if len(subjects) == 1 else ()


def find_before(reading: Reading, head: Token, mine: set[int]) -> tuple[LocalParty, ...]:
    """ "…, its chief, Jo Field, said": the name printed right before a verb that the parse has no subject of."""
    doc, at = reading.parse.doc, head.i - 1
    closed = at > head.sent.start and doc[at].text == ","
    cover = reading.cover.get(at - closed)
    if cover is None or reading.mentions[cover].form != "name":
        return ()
    name = [token for token in doc[head.sent.start : head.i] if reading.cover.get(token.i) == cover]
    opening = doc[name[0].i - 1] if name[0].i > head.sent.start else None
    apart = opening is not None and opening.text == ","
    return find_parties(reading, name) if apart and name[-1].i == at - closed and not mine & {name[0].i} else ()


def find_absolute(reading: Reading, head: Token) -> tuple[LocalParty, ...]:
    """ "…, with A — who came late — declining to answer": the name after "with", asides between them left out."""
    doc = reading.parse.doc
    for at in range(head.i - 1, head.sent.start, -1):
        if doc[at].lower_ != "with":
            continue
        cover = reading.cover.get(at + 1)
        if cover is None or reading.mentions[cover].actor is None:
            continue
        name = [token for token in doc[at + 1 : head.i] if token.idx < reading.mentions[cover].end]
        between = [token.text for token in doc[name[-1].i + 1 : head.i] if not token.is_space]
        if not between or (len(between) >= 2 and between[0] == between[-1] and between[0] in (",", "—", "–", "-")):
            return find_parties(reading, name)
    return ()


def find_holder(reading: Reading, index: int, offset: int) -> int | None:
    """The attribution of this sentence in whose content an offset lies, while this one's cue stands outside it."""
    head = reading.heads[index]
    for at, other in enumerate(reading.attributions):
        around = reading.heads[at]
        if at == index or head is None or around is None or around.sent != head.sent:
            continue
        if any(span.start <= offset < span.end for span in other.content) and not any(
            span.start <= head.idx < span.end for span in other.content
        ):
            return at
    return None


def longest_run(reading: Reading, spans: tuple[Span, ...]) -> list[Token]:
    """The tokens of the first piece of a source that has a noun in it."""
    pieces = [reading.tokens((span,)) for span in spans]
    return next((piece for piece in pieces if any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in piece)), pieces[0])


def is_unnamed_passive(reading: Reading, index: int, head: Token) -> bool:
    """ "Parliament is expected to agree", "she was named captain": the subject is not who does so.

    "Is convinced" is no passive. Of 230 passive cues in 300 articles of PolNeAR's training part, nine have the subject
    as their source: states of mind.
    """
    if is_charged(head) or is_only_called(head):
        return True
    if head.tag_ != "VBN":
        return False
    marks = {child.lower_ for child in head.children if child.dep_ == "auxpass"}
    state = head.lemma_.lower() in load_act_words().felt or head.text.lower() in load_cues().adjectives
    if state and "being" not in marks:
        return False
    mine = {token.i for token in reading.tokens(reading.attributions[index].source)}
    subjects = [child for child in head.children if child.dep_ == "nsubjpass"]
    if any(one.i in mine for one in subjects):
        return True
    beside = mine & {one.i for child in head.children if child not in subjects for one in child.subtree}
    agent = any(child.dep_ == "agent" for child in head.children)
    return bool(subjects) and not agent and not beside  # "Osk's plan that is expected": nor does who is named elsewhere


def is_first_person(party: LocalParty) -> bool:
    """ "I": whoever speaks around it."""
    return (party.text or "").lower() in FIRST_PERSON
