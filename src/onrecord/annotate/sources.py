"""Who says a statement as its own sentence has it: the printed source, else the subject of the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_doubts import is_impersonal
from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.dialogue_speakers import find_labelled, find_unlabelled_speaker
from onrecord.annotate.grammar import governing_verb, is_verb, logical_subjects, own_subjects
from onrecord.annotate.not_speaking import find_agent, find_givers, is_charged, is_only_called, is_only_where
from onrecord.annotate.noun_holders import find_noun_holder
from onrecord.annotate.relatives import saying_above
from onrecord.annotate.speakers import find_parties, is_person
from onrecord.annotations import LocalParty
from onrecord.records import Span
from onrecord.vocab.speech import load_act_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

APART = frozenset({"advcl", "conj", "ROOT", "amod"})
"""How an adjective hangs that says what somebody wants outside the sentence's verb."""
OPENED = frozenset(
    ("ad", "campaign", "conference", "drive", "event", "hearing", "interview", "meeting", "push", "rally", "session")
)
"""What somebody holds or opens in whose words it speaks."""
BELIEVED = frozenset({"convince", "persuade", "prompt", "tempt", "allow", "expect", "want", "remind"})
"""Directive verbs whose object may be who holds what follows ("convinced many that …")."""
AGAINST = frozenset({"after", "at", "against"})
"""Prepositions of those whom somebody speaks against."""
FIRST_PERSON = frozenset({"i", "me", "my", "myself"})


def find_sources(reading: Reading, index: int) -> tuple[LocalParty, ...]:
    """The speakers of an attribution as its own sentence has them.

    Returns:
        Parties; empty where the source is not printed with the cue and has to be carried from elsewhere.
    """
    one, head = reading.attributions[index], reading.heads[index]
    if one.origin == "turn":
        return (find_labelled(reading, one.source[0]) if one.source else find_unlabelled_speaker(reading, one.content),)
    if head is not None and is_asked(head):
        return (LocalParty(reason="who asked is not printed"),)
    if head is not None and is_unnamed_passive(reading, index, head):
        return (LocalParty(reason=f"who did so is not printed: “{head.text}” is passive"),)
    givers = find_givers(head) if head is not None else None
    if givers is not None and head is not None:
        mine = {token.i for token in reading.tokens(one.content)}
        found = find_parties(reading, phrase_of(givers[0], mine)) if givers else ()
        return found or (LocalParty(reason=f"who did so is not printed: the subject of “{head.text}” gets it"),)
    if head is not None and is_impersonal(head):
        return (LocalParty(reason="nobody is named who finds so: “it” stands for what follows"),)
    if head is not None and one.source and is_only_where(reading.tokens(one.source), head):
        return (LocalParty(reason=f"nobody is named behind the {head.text}"),)
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


def phrase_of(subject: Token, mine: set[int]) -> list[Token]:
    """The noun phrase of a subject without what is said and without clauses."""
    below = [token for token in subject.subtree if token.sent == subject.sent and not token.is_space]
    return trim_phrase(subject, [token for token in below if token.i not in mine])


def mend_source(reading: Reading, index: int, head: Token | None) -> list[Token]:
    """The words that a printed source should have been: "the CT scan" for "the", what "that" before the verb takes up.

    Returns:
        The tokens; empty where the source stands as it is.
    """
    printed = reading.tokens(reading.attributions[index].source)
    noun = printed[0].head if len(printed) == 1 and printed[0].lower_ in ("the", "a", "an") else None
    if noun is not None and (noun.lower_ == "two" or noun.pos_ == "NOUN"):
        mine = {
            token.i
            for token in reading.tokens((*reading.attributions[index].content, *reading.attributions[index].cue))
        }
        return phrase_of(noun, mine) if noun.i not in mine else []
    if head is not None and is_target(printed, head):
        subject = next((child for child in head.lefts if child.dep_ == "nsubj"), None)
        return phrase_of(subject, set()) if subject is not None else []
    whole = find_around(printed, head) if head is not None else None
    if whole is not None:
        return phrase_of(whole, set())
    agent = find_agent(head) if head is not None else None
    if agent is not None and printed and agent not in printed[:1] and printed[-1].i != agent.i:
        return phrase_of(agent, {token.i for token in reading.tokens(reading.attributions[index].content)})
    relative = None
    if head is not None and head.dep_ == "relcl" and head.tag_ != "VBG":
        relative = next((child for child in head.lefts if child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP")), None)
    noun = relative.head.head if relative is not None else None
    if relative is None or noun is None or not printed:
        return []
    around = {noun.i, *(token.i for token in noun.subtree)}
    beside = any(token.i in around or token.head.i == noun.i or noun.head.i == token.i for token in printed)
    person = relative.lower_ == "which" and any(is_person(reading, token) for token in printed)
    apart = printed[-1].i < noun.i and not beside
    mine = {token.i for token in reading.tokens(reading.attributions[index].content)}
    return [relative] if person or (apart and noun.i not in mine and relative.i not in mine) else []


def find_around(printed: list[Token], head: Token) -> Token | None:
    """ "A, who has been sued by B, denied it": the verb's subject, where a source stands in a clause about it."""
    within = {token.i for token in printed}
    tops = [token for token in printed if token.head.i not in within and token.pos_ in ("NOUN", "PROPN")]
    subjects = logical_subjects(head) if is_verb(head) and tops and printed[-1].i < head.i else []
    if len(subjects) != 1 or subjects[0].i in within or subjects[0] not in tops[0].ancestors:
        return None
    path = list(tops[0].ancestors)
    below = path[: path.index(subjects[0])]
    return subjects[0] if any(token.dep_ == "relcl" and token != head for token in below) else None


def is_target(printed: list[Token], head: Token) -> bool:
    """Is a source whom somebody speaks against or turns to: "A went after B over …", "A asked members to …"?"""
    within = {token.i for token in printed}
    top = next((token for token in printed if token.head.i not in within), None)
    if top is None or top.i < head.i or not is_verb(head) or head.tag_ == "VBN":
        return False
    subject = next((child for child in head.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ in ("it", "that", "this", "there"):
        return False
    link, asks = top.head, head.lemma_.lower() in load_cues().directive - BELIEVED
    turned = link.lower_ in AGAINST or (asks and link.lower_ in ("on", "upon"))
    return (top.dep_ == "pobj" and turned and link.head == head) or (
        asks and top.dep_ in ("dobj", "dative") and link == head
    )


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


def trim_phrase(head: Token, phrase: Sequence[Token]) -> list[Token]:
    """A subject without its relative and participial clauses and the blanks and marks at its end."""
    stop = min((child.left_edge.i for child in head.rights if child.dep_ in ("relcl", "acl", "advcl")), default=10**9)
    kept = [token for token in phrase if token.i < stop]
    while kept and kept[-1].is_punct:
        kept.pop()
    while kept and kept[0].is_punct:
        kept.pop(0)
    return kept or [head]


def is_asked(head: Token) -> bool:
    """ "Asked whether …, she said": a passive without a subject or agent."""
    if head.lemma_.lower() not in ("ask", "press", "question", "quiz", "query") or head.tag_ not in ("VBN", "VBD"):
        return False
    own = any(child.dep_ in ("nsubj", "nsubjpass", "agent") for child in head.children)
    return not own and (head.i == head.sent.start or head.dep_ in ("advcl", "acl", "ccomp") or head.text.istitle())


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
    subjects = [child.i for child in head.children if child.dep_ == "nsubjpass"]
    agent = any(child.dep_ == "agent" for child in head.children)
    return any(at in mine for at in subjects) or bool(subjects and not mine and not agent)


def is_first_person(party: LocalParty) -> bool:
    """ "I": whoever speaks around it."""
    return (party.text or "").lower() in FIRST_PERSON
