"""What the event finders share of one document: the parse, the lexicon, and who and when stands at which token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.adjective_states import joint_states
from onrecord.annotate.event_words import EventWords, load_event_words
from onrecord.annotate.grammar import conjoined
from onrecord.annotate.named_later import find_named_later
from onrecord.annotate.noun_phrases import is_former, is_outside
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse
    from onrecord.annotations import LocalActor, LocalMention, LocalStatement, TimeExpression

DASHES = frozenset("-–—/")
DEPTH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """The actors a noun phrase stands for; `open` where a pronoun or nominal in it is unresolved.

    `delegated`: officials or delegations are meant, whoever the actors are that they stand for; `direct`: the actors
    are meant themselves, and some are persons.
    """

    actors: tuple[int, ...] = ()
    open: bool = False
    plural: bool = False
    delegated: bool = False
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """One document, indexed by token.

    Attributes:
        mention_at: Token index -> indices of the mentions whose head holds the token, the widest first.
        cover: Token index -> index of the widest mention that covers the token.
        time_at: Index of a time expression's first token -> (its index, index of its last token).
        in_time: Indices of all tokens inside time expressions.
        author: Index of the actor whose opinion a column gives; set where stances are found.
    """

    parse: Parse
    actors: tuple[LocalActor, ...]
    mentions: tuple[LocalMention, ...]
    statements: tuple[LocalStatement, ...]
    times: tuple[TimeExpression, ...]
    words: EventWords
    mention_at: Mapping[int, tuple[int, ...]]
    cover: Mapping[int, int]
    time_at: Mapping[int, tuple[int, int]]
    in_time: frozenset[int]
    author: int | None = None

    def expand(self, actor: int) -> tuple[int, ...]:
        """A group of named members stands for its members, one of members known by office for their states."""
        members = self.actors[actor].members
        if all(self.actors[member].named for member in members):
            return members or (actor,)
        states = {one.name: number for number, one in enumerate(self.actors) if one.kind == "state"}
        sides = [self.actors[member].side or "" for member in members]
        return tuple(states[side] for side in sides) if all(side in states for side in sides) else members

    def actors_at(self, token: Token) -> Party:
        """The actors whose mention has its head at this token."""
        found: list[int] = []
        left_open = False
        generic = False
        for index in self.mention_at.get(token.i, ()):
            mention = self.mentions[index]
            if mention.actor is None:
                left_open = True
            elif self.is_generic(mention.actor):
                generic = True
            elif self.actors[mention.actor].kind != "place":
                found += self.expand(mention.actor)
            if not joins_names(token):
                break  # the widest mention with this head says who it is
        if not found and (left_open or token.tag_ in ("PRP", "PRP$")):
            speaker = self.speaker_at(token) if token.lower_ in ("i", "me", "my", "we", "us", "our", "myself") else None
            return Party(
                actors=() if speaker is None else (speaker,),
                open=True,
                plural=token.lower_ in ("we", "us", "our", "they", "them", "their"),
            )
        return Party(actors=tuple(dict.fromkeys(found)), open=(left_open or generic) and not found, plural=generic)

    def is_generic(self, actor: int) -> bool:
        """A group that is only "the leaders" or "both sides": it says how many, not who."""
        one = self.actors[actor]
        if one.kind != "group" or one.named or one.members:
            return False
        return all(word in self.words.lists["collective.generic"] for word in one.name.lower().split())

    def speaker_at(self, token: Token) -> int | None:
        """The speaker of the innermost quoted or reported content that holds a token."""
        index = self.statement_at(token.idx, token.idx + len(token))
        return None if index is None else self.statements[index].source.actor

    def token_at(self, start: int) -> int:
        """Index of the token at a place in the text."""
        span = self.parse.doc.char_span(start, start + 1, alignment_mode="expand")
        return 0 if span is None else span.start

    def statement_at(self, start: int, end: int) -> int | None:
        """Index of the innermost statement whose content holds a stretch."""
        best, size = None, None
        for index, statement in enumerate(self.statements):
            for span in statement.content:
                if span.start <= start and end <= span.end and (size is None or span.end - span.start < size):
                    best, size = index, span.end - span.start
        return best

    def party(self, token: Token, depth: int = DEPTH) -> Party:
        """The actors a noun phrase headed by a token stands for, without its conjuncts.

        A collective without a name ("delegations of A and B", "US and Russian officials") stands for its parts.
        """
        own = self.actors_at(token)
        if depth and (not own.actors or self.is_unnamed(own)):
            apposed = [one for child in token.rights if child.dep_ == "appos" for one in conjoined(child)]
            apposed = apposed or named_after_state(token)
            beside = self.parties(apposed) if apposed else Party()
            # of a group, only persons are told by name ("party leaders A and B")
            if beside.actors and (not own.actors or all(self.actors[one].kind == "person" for one in beside.actors)):
                return beside
        lemma = token.lemma_.lower()
        names = self.words.lists["collective.words"]
        collective = lemma in names or (token.tag_ == "NNP" and lemma.removesuffix("s") in names)
        if token.tag_ == "NN" and own.actors and all(self.actors[one].kind == "person" for one in own.actors):
            collective = False  # "the president of the society" is one person
        if own.actors and not (collective and depth and self.is_unnamed(own)):
            return own
        if lemma in self.words.lists["collective.bodies"] and not own.actors:
            body = self.kind_of_body(token)
            if body is not None:
                return body
        if depth and (collective or not own.open):
            inner = self.parts(token, depth - 1) if collective else Party()
            if inner.actors:
                return inner
        if not own.actors and not own.open and token.i not in self.cover:
            later = find_named_later(self, token)
            known = self.kind_of_body(token) or self.whole_of(token)
            return known or (own if later is None else Party(actors=(later,), direct=True))
        return own

    def whole_of(self, token: Token) -> Party | None:
        """ "Its control room", "the ministry's switchboard": what speaks for a body from within is the body."""
        if token.lemma_.lower() not in self.words.lists["collective.organs"]:
            return None
        owners = [one for child in token.lefts if child.dep_ == "poss" for one in self.actors_at(child).actors]
        bodies = [one for one in owners if self.actors[one].kind in ("organization", "state")]
        return Party(actors=(bodies[0],)) if len(bodies) == len(owners) == 1 else None

    def kind_of_body(self, token: Token) -> Party | None:
        """ "The dockers' union": the one organization of the document whose name ends in that noun, if there is one."""
        noun = token.lemma_.lower()
        definite = any(child.lower_ in ("the", "its", "their") or child.dep_ == "poss" for child in token.lefts)
        if token.pos_ != "NOUN" or not definite or noun not in self.words.lists["collective.bodies"]:
            return None
        unlike = self.words.lists["collective.not_bodies"]
        found = [
            index
            for index, actor in enumerate(self.actors)
            if actor.kind == "organization"
            and actor.name.lower() not in unlike
            and actor.name.lower().split()[-1] == noun
            and len(actor.name.split()) > 1
        ]
        return Party(actors=(found[0],)) if len(found) == 1 else None

    def is_unnamed(self, party: Party) -> bool:
        """A single group that only a description stands for."""
        return len(party.actors) == 1 and not self.actors[party.actors[0]].named and not party.open

    def parts(self, token: Token, depth: int) -> Party:
        """The actors of the phrases below a collective noun: after "of" and "from", or before it."""
        found: list[int] = []
        for child in token.children:
            sent = token.lemma_.lower() in ("negotiator", "lawyer", "representative")
            if child.dep_ == "prep" and (child.lower_ in ("of", "from") or (sent and child.lower_ == "for")):
                heads = [one for noun in child.children if noun.dep_ == "pobj" for one in conjoined(noun)]
            elif child.dep_ in ("amod", "compound", "nmod", "poss") and child.i < token.i and not is_outside(child):
                heads = [child, *(one for one in conjoined(child)[1:] if one.i < token.i)]
                heads += [grand for grand in child.children if grand.dep_ in ("amod", "compound", "nmod")]
            else:
                continue
            for head in heads:
                found += self.party(head, depth).actors
        if not is_former(token):
            found += [one for one in joint_states(self.actors, token) if one not in found]
        if token.lemma_.lower() in self.words.lists["collective.private"]:
            found = [actor for actor in found if self.actors[actor].kind != "state"]
        if token.lemma_.lower() in self.words.lists["collective.near"]:
            found = [actor for actor in found if self.actors[actor].kind != "person"]  # "met supporters of A"
        return Party(actors=tuple(dict.fromkeys(found)), plural=True)

    def parties(self, heads: Sequence[Token]) -> Party:
        """The actors of several noun phrases together."""
        parts = [self.party(head) for head in heads]
        actors = tuple(dict.fromkeys(actor for part in parts for actor in part.actors))
        plural = len(actors) > 1 or any(part.plural for part in parts) or any(is_plural(head) for head in heads)
        sent = [is_delegation(self, head) for head in heads]
        persons = [any(self.actors[actor].kind == "person" for actor in part.actors) for part in parts]
        return Party(
            actors=actors,
            open=any(part.open for part in parts),
            plural=plural,
            delegated=any(sent),
            direct=any(person and not away for person, away in zip(persons, sent, strict=True)),
        )

    def is_press(self, token: Token) -> bool:
        """Does a noun phrase name the press or an audience ("speaking to reporters", "spoke to Herald News")?"""
        press = self.words.lists["press.words"]
        near = [token, *token.children]
        return any(one.lemma_.lower() in press or one.lower_ in press for one in near)

    def is_actor(self, token: Token) -> bool:
        """Is there an actor, resolved or not, at the head of this noun phrase?"""
        party = self.party(token)
        return bool(party.actors) or party.open


def named_after_state(token: Token) -> list[Token]:
    """ "The president of A, Ada Osk, said": the name that the parser hung on A."""
    wholes = [one for child in token.rights if child.lower_ == "of" for one in child.children if one.dep_ == "pobj"]
    names = [one for whole in wholes if whole.pos_ == "PROPN" for one in whole.rights if one.dep_ == "appos"]
    known = token.lemma_.lower() in load_title_words().heads
    return [one for one in names if one.ent_type_ == "PERSON"] if known and token.tag_ in ("NN", "NNP") else []


def is_plural(token: Token) -> bool:
    """A plural noun or pronoun."""
    return bool(token.tag_ in ("NNS", "NNPS")) or token.lower_ in ("they", "them", "we", "us", "both", "their", "our")


def is_delegation(scene: Scene, token: Token) -> bool:
    """Does the noun name people sent by a state, or states as such, and so not their leaders?"""
    lemma = token.lemma_.lower()
    return lemma in scene.words.lists["collective.sent"] and (is_plural(token) or lemma in ("delegation", "team"))


def joins_names(token: Token) -> bool:
    """Two names in one token: "Arland–Borduria"."""
    return any(dash in token.text[1:-1] for dash in DASHES)


def build_scene(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
) -> Scene:
    """Index a document's annotations by token."""
    doc = parse.doc
    at: dict[int, list[int]] = {}
    cover: dict[int, int] = {}
    for index in sorted(range(len(mentions)), key=lambda one: (mentions[one].start - mentions[one].end, one)):
        mention = mentions[index]
        head = doc.char_span(mention.head.start, mention.head.end, alignment_mode="expand")
        whole = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if head is None or whole is None:
            continue
        for token in head:
            at.setdefault(token.i, []).append(index)
        if whole.root.i not in at:
            at[whole.root.i] = [index]
        for token in whole:
            cover.setdefault(token.i, index)
    time_at: dict[int, tuple[int, int]] = {}
    in_time: set[int] = set()
    for index, time in enumerate(times):
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None or time.type in ("DURATION", "SET") or (time.value or "").endswith("_REF"):
            continue
        time_at.setdefault(span.start, (index, span.end - 1))
        in_time |= set(range(span.start, span.end))
    return Scene(
        parse, actors, mentions, statements, times, load_event_words(),
        {token: tuple(found) for token, found in at.items()}, cover, time_at, frozenset(in_time),
    )  # fmt: skip
