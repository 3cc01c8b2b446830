"""Through what something is said: a network, an outlet that is told, a press conference, a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import is_verb
from onrecord.annotate.networks import NAMED, find_posted
from onrecord.annotate.own_media import LONGEST, is_medium, size_of_unnamed
from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

NAME_WORD = re.compile(r"^[A-Z][\w’'&.-]*$")


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel and the tokens that name it; `network` where words stay readable by all (a post)."""

    name: str
    tokens: tuple[int, ...] = ()
    network: bool = False


def find_channel(reading: Reading, index: int) -> Channel | None:
    """The channel printed around a cue.

    Args:
        reading: The document.
        index: The attribution.

    Returns:
        The most telling one: a network, else an outlet, else an occasion; None where none is printed.
    """
    frame, head = reading.frame(index), reading.heads[index]
    if head is not None and head.lemma_.lower() in ("decline", "refuse"):
        # "declined to answer … in an interview": the circumstances of the answer are those of the refusal
        content = {token.i for token in reading.tokens(reading.attributions[index].content)}
        frame = [token for token in head.sent if token in frame or token.i in content]
    source = {token.i for token in reading.tokens(reading.attributions[index].source)}
    frame = [token for token in frame if token.i not in source]
    found = find_network(reading, index, frame) or find_outlet(reading, index, frame)
    found = found or find_occasion(reading, index, frame) or find_joint(reading, index)
    if found is None:
        own = load_channel_words().own_network.get(head.lemma_.lower()) if head is not None else None
        return Channel(own, network=True) if own and head is not None and is_verb(head) else None
    return found


def find_network(reading: Reading, index: int, frame: Sequence[Token]) -> Channel | None:
    """A social network by name or by the words beside it ("on Chatter, his social media platform")."""
    words, gazetteer, doc = load_channel_words(), load_gazetteer(), reading.parse.doc
    shown = {token.i for token in frame}
    texts = [plain_text(token) for token in frame]
    for first, last, entry in gazetteer.scan(texts):
        if entry.kind != "network":
            continue
        tokens = frame[first:last]
        before = doc[tokens[0].i - 1] if tokens[0].i else None
        after = doc[tokens[-1].i + 1] if tokens[-1].i + 1 < len(doc) else None
        placed = before is not None and (
            before.lower_ in words.network_before or before.lemma_.lower() in words.network_nouns
        )
        owned = after is not None and after.lemma_.lower() in words.network_after
        if (
            not owned
            and (before is not None and before.lower_ in ("’s", "'s", "his", "her", "its", "their"))
            and not entry.doubtful
        ):
            placed = True
        if (placed or owned) and reading.belongs(tokens[0], index, words.speaking):
            return Channel(" ".join(texts[first:last]), tuple(token.i for token in tokens), True)
    for token in frame:
        for phrase in words.generic:
            if not phrase.startswith(token.lower_):
                continue
            size = len(phrase.split())
            part = [one for one in doc[token.i : token.i + size] if one.i in shown]
            text = " ".join(one.lower_ for one in part)
            at = token.i - 1
            while at > 0 and doc[at].dep_ in ("det", "poss"):
                at -= 1
            placed = at >= 0 and doc[at].lower_ in words.network_before
            if text == phrase and placed and reading.belongs(token, index, words.speaking):
                named = name_beside(reading, part[-1])
                return Channel(named or phrase, tuple(one.i for one in part), True)
    described = find_described(reading, index, frame)
    posted = find_posted(reading, index, list(frame)) if described is None else None
    return described or (Channel(*posted) if posted is not None else None)


def plain_text(token: Token) -> str:
    """A token's text without the stop that a short name at the end of a sentence keeps ("on X.")."""
    return token.text[:-1] if len(token.text) > 1 and token.text.endswith(".") else token.text


def name_beside(reading: Reading, token: Token) -> str | None:
    """The name in "on the social media platform Chatter"."""
    doc, at, nouns = reading.parse.doc, token.i + 1, load_channel_words().network_nouns
    follows = at < len(doc) and doc[at].lemma_.lower() in nouns
    if follows or token.lemma_.lower() in nouns:
        at += follows
        names = []
        while at < len(doc) and NAME_WORD.match(doc[at].text):
            names.append(doc[at].text)
            at += 1
        return " ".join(names) or None
    return None


def find_described(reading: Reading, index: int, frame: Sequence[Token]) -> Channel | None:
    """A network unknown by name that the sentence explains as one."""
    if not frame:
        return None
    sentence = frame[0].sent
    base = sentence.start_char
    for match in NAMED.finditer(reading.parse.readable[base : sentence.end_char]):
        start, end = base + match.start(1), base + match.end(1)
        tokens = [token for token in frame if start <= token.idx < end]
        if tokens and reading.belongs(tokens[0], index, load_channel_words().speaking):
            return Channel(match.group(1).strip(), tuple(token.i for token in tokens), True)
    return None


def outlet_at(reading: Reading, tokens: Sequence[Token], at: int) -> int:
    """The number of words of an outlet's name that starts here, 0 where none does."""
    texts = [token.text for token in tokens[at : at + 6]]
    if load_channel_words().call_sign.match(texts[0]):
        return 1
    for first, last, entry in load_gazetteer().scan(texts):
        if first == 0 and entry.kind == "media":
            return last
    size = 0
    while size < len(texts) and (NAME_WORD.match(texts[size]) or (size and texts[size] in ("of", "and", "&"))):
        size += 1
    if size > 1 and texts[0] in load_channel_words().outlet_starts:
        return size
    for shown in range(min(size, LONGEST), 0, -1):
        if is_medium(reading, tokens[at : at + shown]):
            return shown
    while size and texts[size - 1] not in load_channel_words().outlet_endings:
        size -= 1
    return size or size_of_unnamed(tokens[at : at + 2])


def find_outlet(reading: Reading, index: int, frame: Sequence[Token]) -> Channel | None:
    """An outlet that is told or appeared on: "told CNN", "in an interview with the Herald", "on Radio One"."""
    words, doc = load_channel_words(), reading.parse.doc
    at = 0
    while at < len(frame):
        token = frame[at]
        size = outlet_at(reading, frame, at) or int(is_told_quotation(reading, index, frame[at]))
        if not size:
            at += 1
            continue
        tokens = list(frame[at : at + size])
        at += size
        top = tokens[-1]
        while top.head.i in {one.i for one in tokens} and top.head != top:
            top = top.head
        if top.dep_ in ("nmod", "amod", "compound", "poss") and top.head.pos_ in ("NOUN", "PROPN"):
            top = top.head  # "told CNN's Jo Field", "told Herald reporters"
        before = doc[token.i - 1] if token.i else None
        if before is not None and before.lower_ == "the" and token.i > 1:
            before = doc[token.i - 2]
        told = top.dep_ in ("dobj", "dative", "iobj") and top.head.lemma_.lower() in ("tell", "inform", "join")
        told = told or (before is not None and before.lemma_.lower() == "tell")
        if (told or is_prepositional(top, words.outlet_verbs, words.outlet_nouns)) and reading.belongs(
            token, index, words.speaking
        ):
            name = reading.parse.text_of(reading.parse.span_of(tokens[0], tokens[-1]))
            return Channel(name, tuple(one.i for one in tokens))
    return None


def is_told_quotation(reading: Reading, index: int, token: Token) -> bool:
    """ "“I will come,” she told Varin": a name that the text has but once, of nobody it knows, is told the words.

    Whoever else is told something is printed with more than one word, or is met again.
    """
    head, content = reading.heads[index], reading.attributions[index].content
    if head is None or token.pos_ != "PROPN" or token.dep_ not in ("dobj", "dative", "iobj") or token.head != head:
        return False
    text = reading.parse.document.text
    quoted = bool(content) and text[content[0].start] in '"“„«' and head.lemma_.lower() == "tell"
    if not quoted or list(token.children) or load_gazetteer().find(token.text) is not None:
        return False
    cover = reading.cover.get(token.i)
    actor = reading.mentions[cover].actor if cover is not None else None
    if actor is None:
        return True
    once = sum(one.actor == actor for one in reading.mentions) == 1
    return once and reading.actors[actor].kind == "organization"


def is_prepositional(noun: Token, verbs: frozenset[str], nouns: frozenset[str]) -> bool:
    """ "to CNN" under a verb of speaking, "with CNN" under "interview"."""
    top = noun
    while top.dep_ in ("pobj", "appos", "conj", "compound", "nmod", "poss") and top.head != top and top.dep_ != "pobj":
        top = top.head
    prep = top.head if top.dep_ == "pobj" else None
    if prep is None or prep.lower_ not in load_channel_words().outlet_before:
        return False
    above = prep.head
    return above.lemma_.lower() in verbs or above.lemma_.lower() in nouns


def find_occasion(reading: Reading, index: int, frame: Sequence[Token]) -> Channel | None:
    """A press conference, an address, a letter: a noun of the list after its preposition."""
    words = load_channel_words()
    best: Channel | None = None
    for token in frame:
        lemma = token.lemma_.lower()
        left = reading.parse.doc[token.i - 1].lemma_.lower() if token.i else ""
        compound = (left, lemma) in words.compounds
        if token.pos_ not in ("NOUN", "PROPN") or not (compound or lemma in words.nouns):
            continue
        if is_told(reading, index, token):
            return name_occasion(reading, token, lemma)
        if token.dep_ != "pobj" or token.head.lower_ not in words.prepositions:
            continue
        prep = token.head
        if not compound and lemma in words.not_with.get(prep.lower_, frozenset()):
            continue
        if not prep_modifies_cue(prep) or not reading.belongs(prep, index, words.speaking):
            continue
        found = name_occasion(reading, token, lemma)
        if compound or lemma not in words.weak:
            return found
        best = best or found
    return best


def find_joint(reading: Reading, index: int) -> Channel | None:
    """A joint statement that is the grammatical source itself, being nobody's alone."""
    tokens = reading.tokens(reading.attributions[index].source)
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside]
    joint = any(token.lower_ == "joint" for token in tokens)
    named = len(tops) == 1 and joint and tops[0].lemma_.lower() in load_channel_words().nouns
    return name_occasion(reading, tops[0], tops[0].lemma_.lower()) if named else None


def name_occasion(reading: Reading, token: Token, lemma: str) -> Channel:
    """An occasion by its noun and what belongs to its name."""
    first = token
    while first.i - 1 >= token.left_edge.i and is_part_of_name(reading.parse.doc[first.i - 1]):
        first = reading.parse.doc[first.i - 1]
    span = reading.parse.span_of(first, token)
    return Channel(reading.parse.text_of(span), tuple(range(first.i, token.i + 1)), lemma in ("post", "tweet"))


def is_told(reading: Reading, index: int, token: Token) -> bool:
    """ "told a news conference": the occasion stands for those who were there."""
    head = reading.heads[index]
    if head is None or token.dep_ not in ("dobj", "dative", "iobj") or token.head.i != head.i:
        return False
    return (
        head.lemma_.lower() in ("tell", "address", "inform") and token.lemma_.lower() not in load_channel_words().weak
    )


def is_part_of_name(token: Token) -> bool:
    """Does a word before an occasion belong to what it is called?"""
    hyphen = token.text == "-" or (token.i + 1 < len(token.doc) and token.nbor().text == "-")
    return hyphen or token.dep_ == "compound" or token.lower_ in load_channel_words().modifiers


def prep_modifies_cue(prep: Token) -> bool:
    """Does the phrase hang on a verb, or on a noun at the front of the clause, rather than deep in a noun phrase?"""
    return (
        is_verb(prep.head) or prep.head.pos_ in ("PROPN", "PRON", "ADP", "ADV") or prep.head.dep_ in ("nsubj", "dobj")
    )


def follows_post(reading: Reading, index: int) -> bool:
    """Is the cue itself one of writing or posting, so that the network of the scene is meant?"""
    head = reading.heads[index]
    return head is not None and head.lemma_.lower() in load_channel_words().posting
