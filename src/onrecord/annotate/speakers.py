"""Who a source phrase stands for: actors by the mentions in it, one party for each of several joint speakers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import conjoined, is_verb, own_subjects
from onrecord.annotate.issuers import NOT_ALONE, find_issuer, find_publisher, find_signers, find_signers_here
from onrecord.annotate.phrase_bodies import climb_to_body, climb_to_people, find_called, is_known
from onrecord.annotate.phrase_people import (
    find_apposed,
    find_before_who,
    find_by_name,
    find_named,
    is_before_comma,
    is_body_noun,
    is_same_holder,
    is_title_of_next,
    is_titled,
)
from onrecord.annotate.relatives import relative_noun
from onrecord.annotations import LocalParty
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

SOME = frozenset({"most", "some", "many", "several", "few", "none", "others", "half", "more"})
"""Heads of a phrase that are never who stands in the phrase after them ("some close to Jo Field")."""
JOINT = frozenset({"both", "each", "neither"})
RELAYED = frozenset({"carry", "broadcast", "air", "relay", "distribute", "quote", "cite"})
"""What a medium does to the words of somebody ("an official quoted by the Herald")."""
OPENING = 3
"""Tokens into its sentence at which "both" may still take up the subjects of the one before."""


def find_parties(reading: Reading, tokens: Sequence[Token]) -> tuple[LocalParty, ...]:
    """The parties a noun phrase stands for.

    Args:
        reading: The document.
        tokens: The tokens of one phrase.

    Returns:
        One party for each joint speaker whose actor is known, members for a group of known members; a single party
        without an actor, with the reason, where nobody can be named safely.
    """
    if not tokens:
        return ()
    head = find_phrase_head(reading, tokens)
    clauses = [one for one in head.rights if one.dep_ == "acl" and one.tag_ == "VBN"]
    relay = next((one for one in clauses if one.lemma_ in RELAYED), None)
    tokens = [token for token in tokens if relay is None or token.i < relay.i] or tokens
    within = {token.i for token in tokens}
    heads = [one for one in conjoined(head) if one.i in within and one.pos_ in ("NOUN", "PROPN", "PRON", "X", "ADJ")]
    named = [one for child in head.children if child.dep_ == "appos" and child.i in within for one in conjoined(child)]
    if head.tag_ == "NNS" and len(named) > 1 and all(is_person(reading, one) for one in named):
        heads = named  # "ministers A and B": the names say who they are
    elif len(named) > 1 and all(is_person(reading, one) and one.pos_ == "PROPN" for one in (head, *named)):
        heads = [*heads, *named]  # "A of Ohio, B of Maine and C of Texas"
    parts = split_phrase(tokens, heads or [head])
    found = [find_party(reading, one, part) for one, part in parts]
    if len(found) == 1 and found[0].actor is None and (head.lower_ in JOINT or is_the_two(head)):
        joint = find_joint_before(reading, head)
        if joint:
            return tuple(replace(one, text=found[0].text, spans=found[0].spans) for one in joint)
    signers = find_signed(reading, head) if len(found) == 1 else []
    if signers:
        return tuple(replace(one, text=found[0].text, spans=found[0].spans) for one in signers)
    if len(found) == 1 and found[0].actor is None:
        found = find_members(reading, head, within) or found
    if len(found) > 1 and any(party.actor is None for party in found):
        # a conjunction inside a title or a name rather than two speakers, unless each side is one
        whole = find_party(reading, head, tokens)
        if whole.actor is not None and sum(party.actor is not None for party in found) < 2:
            found = [whole]
    if len(found) == 2 and is_same_holder(reading, heads, found):
        found = found[:1]  # "the former governor and presidential candidate" is one person
    if len(found) > 1 and is_title_of_next(reading, parts, found):
        found = found[1:]  # "Congresswoman and candidate Jo Field" is Jo Field
    found = [one for party in found for one in expand(reading, party)]
    known: dict[object, LocalParty] = {}
    for party in found:
        known.setdefault(party.actor if party.actor is not None else party.spans, party)
    return tuple(known.values())


def find_signed(reading: Reading, head: Token) -> list[LocalParty]:
    """The several persons who signed the letter that a phrase is, or that stands before "the scholars"."""
    paper = head.lemma_.lower() in load_channel_words().issued
    signers = find_signers(head) if paper else find_signers_here(head)
    found = [find_party(reading, one, [one]) for one in signers]
    known = [one for one in found if one.actor is not None and reading.actors[one.actor].kind == "person"]
    return known if len(known) > 1 else []


def find_members(reading: Reading, head: Token, within: Collection[int]) -> list[LocalParty]:
    """The states and bodies of "countries including A, B and C", where each is known."""
    links = [one for one in head.rights if one.dep_ == "prep" and one.lower_ in ("including", "as", "like")]
    listed = [
        one
        for link in links if link.lower_ != "as" or link.nbor(-1).lower_ == "such"
        for goal in link.children if goal.dep_ == "pobj" and goal.i in within
        for one in conjoined(goal)
    ]  # fmt: skip
    if head.tag_ != "NNS" or len(listed) < 2:
        return []
    run = reading.parse.doc[listed[0].left_edge.i : listed[-1].right_edge.i + 1]
    found = [find_party(reading, one, part) for one, part in split_phrase(list(run), listed)]
    known = [reading.actors[one.actor] for one in found if one.actor is not None]
    fit = len(known) == len(found) and all(one.named and one.kind != "person" for one in known)
    return found if fit else []


def find_joint_before(reading: Reading, head: Token) -> tuple[LocalParty, ...]:
    """ "Neither A nor B gave details, but both confirmed": the joint subject of the clause or sentence before."""
    verb = head.head
    while is_verb(verb) and verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
        subjects = own_subjects(verb)
        if subjects and len(conjoined(subjects[0])) == 2:
            return find_two(reading, subjects[0])
    pairs = [
        token for token in head.doc[head.sent.start : head.i]
        if token.dep_ == "nsubj" and token.head != head.head and len(conjoined(token)) == 2
    ]  # fmt: skip
    if is_the_two(head) and len(pairs) == 1:
        return find_two(reading, pairs[0])
    start = head.sent.start
    before = reading.parse.doc[start - 1].sent.root if start and head.i - start < OPENING else None
    subjects = own_subjects(before) if before is not None else []
    return find_two(reading, subjects[0]) if subjects and len(conjoined(subjects[0])) == 2 else ()


def is_the_two(head: Token) -> bool:
    """ "The two": two named before, without a noun of their own."""
    return head.lower_ == "two" and head.pos_ == "NUM" and any(child.lower_ == "the" for child in head.lefts)


def find_two(reading: Reading, subject: Token) -> tuple[LocalParty, ...]:
    """The two parties of a joint subject, if both are known."""
    parties = find_parties(reading, [token for token in subject.subtree if not token.is_space])
    return parties if len(parties) == 2 and all(one.actor is not None for one in parties) else ()


def find_phrase_head(reading: Reading, tokens: Sequence[Token]) -> Token:
    """The topmost noun of a phrase: the one whose head lies outside it."""
    within = {token.i for token in tokens}
    nominal = [token for token in tokens if token.pos_ in ("NOUN", "PROPN", "PRON", "X", "NUM")]
    tops = [token for token in nominal if token.head.i not in within or token.head == token]
    if not tops:
        tops = [token for token in nominal if token.dep_ not in NOT_ALONE]
    if len(tops) > 1:
        # a title torn from its name by brackets or commas: the person is who speaks
        people = [token for token in tops if is_person(reading, token)]
        run = reading.parse.doc[tops[0].i : tops[-1].i + 1]
        plain = not any(token.pos_ in ("ADP", "VERB", "AUX") or token.is_punct for token in run)
        tops = people or [token for token in tops if plain and is_known(reading, token)] or tops
    return (tops or nominal or list(tokens))[0]


def is_person(reading: Reading, token: Token) -> bool:
    """Is the token the head of a person's mention?"""
    actors = [reading.mentions[index].actor for index in reading.mention_at.get(token.i, ())]
    return any(actor is not None and reading.actors[actor].kind == "person" for actor in actors)


def split_phrase(tokens: Sequence[Token], heads: Sequence[Token]) -> list[tuple[Token, list[Token]]]:
    """The part of a phrase that belongs to each of its joint heads."""
    if len(heads) == 1:
        return [(heads[0], list(tokens))]
    parts: list[tuple[Token, list[Token]]] = []
    for at, head in enumerate(heads):
        first = tokens[0].i if at == 0 else head.left_edge.i
        last = tokens[-1].i if at == len(heads) - 1 else heads[at + 1].left_edge.i - 1
        part = [token for token in tokens if first <= token.i <= last]
        while part and part[-1].dep_ in ("cc", "punct", "preconj"):
            part.pop()
        while part and (part[0].dep_ in ("cc", "punct", "preconj") or part[0].lower_ in ("neither", "both", "either")):
            part.pop(0)
        parts.append((head, part or [head]))
    return parts


def find_party(reading: Reading, head: Token, part: Sequence[Token]) -> LocalParty:
    """The party that one phrase stands for; `actor` None with a reason where it cannot be told."""
    spans = (reading.parse.span_of(part[0], part[-1]),)
    text = reading.parse.text_of(spans[0])
    actor, reason = find_actor(reading, head, part)
    if actor is not None and reading.actors[actor].kind == "place":
        actor, reason = None, f"“{text}” is a place here"
    return LocalParty(actor=actor, text=text, spans=spans, reason=None if actor is not None else reason)


def find_actor(reading: Reading, head: Token, part: Sequence[Token]) -> tuple[int | None, str | None]:
    """The actor behind a phrase, or the reason why there is none."""
    within = {token.i for token in part}
    reason = None
    if head.lower_ in SOME and any(child.dep_ == "prep" or child.pos_ == "ADJ" for child in head.rights):
        return None, f"“{head.text}” of them are left open"
    known_as = find_named(reading, head, part)
    if known_as is not None:
        return known_as, None
    tried = [head, *(child for child in head.children if child.dep_ == "appos" and child.i in within)]
    if head.dep_ == "appos" and head.head.i in within:
        tried.append(head.head)
    if head.tag_ in ("WP", "WDT"):
        noun = relative_noun(head.head)
        if noun is not None and head.lower_ == "who":
            noun = climb_to_people(reading, noun)
        elif noun is not None:
            noun = climb_to_body(reading, noun)
        while noun is not None and noun not in tried:
            tried.append(noun)
            # "A, now the majority leader, who said", not "the deal struck with B, an agreement that …"
            noun = noun.head if noun.dep_ == "appos" and (head.lower_ == "who" or is_body_noun(noun)) else None
    people = [token for token in tried[1:] if is_person(reading, token)]
    if people and not is_person(reading, head) and head.i in reading.mention_at and head.pos_ == "PROPN":
        tried.sort(key=lambda token: token not in people)  # "Orga Nisation (ON) Secretary Jo Field"
    apposed = find_apposed(reading, part)
    if apposed is not None:
        return apposed, None
    for token in tried:
        for index in reading.mention_at.get(token.i, ()):
            if reading.mentions[index].actor is not None:
                return reading.mentions[index].actor, None
            reason = reason or reading.mentions[index].reason
    if head.lemma_.lower() in load_channel_words().issued | load_channel_words().owned:
        return find_issuer(reading, head, within)
    if head.tag_ == "WDT":
        papers = [one for one in tried[1:] if one.lemma_.lower() in load_channel_words().issued]
        issuers = [find_issuer(reading, one, {below.i for below in one.subtree}) for one in papers[:1]]
        if issuers:
            return issuers[0]  # "a Ferrox report that said"
    body = head.pos_ == "PROPN" and head.ent_type_ == "ORG" and head.lower_ != "poll"
    if head.lemma_.lower() in load_channel_words().published and not body:
        return find_publisher(reading, head)
    called = find_called(reading, head, within)
    if called is not None:
        return called, None
    exact = [
        mention for mention in reading.mentions
        if mention.actor is not None and part[0].idx <= mention.start and mention.end <= part[-1].idx + len(part[-1])
    ]  # fmt: skip
    for mention in exact:
        # the mention is the phrase but for its article or a title before it
        after = [token for token in part if token.idx >= mention.end and not token.is_punct]
        if mention.head.start <= head.idx < mention.head.end or (
            mention.form == "name" and not after and head.i not in within
        ):
            return mention.actor, None
    covering = reading.cover.get(head.i)
    if covering is not None:
        mention = reading.mentions[covering]
        if mention.actor is not None and head.dep_ not in NOT_ALONE:
            return mention.actor, None
        reason = reason or mention.reason
    named = find_by_name(reading, part)
    if named is None and len(part) > 1 and part[0] == head and part[1].text == ",":
        named = find_by_name(reading, [head])  # "Fields, along with a colleague,"
    if named is None and head.dep_ == "appos" and head.head.i not in within and is_person(reading, head.head):
        named = find_actor(reading, head.head, [head.head])[0]  # "Jo Field, secretary-general of ..., welcomed"
    if named is None:
        named = next(
            (
                one.actor
                for one in exact
                if one.form == "name"
                and (is_before_comma(part, one.start, one.end) or is_titled(part, one.start, one.end))
            ),
            None,
        )
    if named is not None:
        return named, None
    if head.lower_ == "who" and head.tag_ == "WP":
        named = find_before_who(reading, head)
        if named is not None:
            return named, None
    if head.tag_ in ("PRP", "DT", "WP"):
        return None, reason or f"“{head.text}” is left open"
    return None, reason or f"no known actor behind “{reading.parse.text_of(reading.parse.span_of(part[0], part[-1]))}”"


def expand(reading: Reading, party: LocalParty) -> list[LocalParty]:
    """A group of known members speaks as each of them; anything else as itself."""
    if party.actor is None:
        return [party]
    actor = reading.actors[party.actor]
    if actor.kind != "group" or not actor.members:
        return [party]
    return [LocalParty(actor=member, text=party.text, spans=party.spans) for member in actor.members]
