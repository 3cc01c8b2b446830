"""Pronouns: the third person by grammar, the first person by who is being quoted.

A pronoun in a clause under another one is that clause's subject ("Ruta said she would"); else it takes the subject of
the sentence before, where number and gender agree. Hobbs (1978) and Lappin and Leass (1994) are behind the order of
preference; unlike theirs, a tie is left open. There is no cataphora.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.annotate.binding import (
    THIRD,
    barred_actors,
    fits,
    has_and,
    has_rival,
    may_be_unnamed,
    persons_between,
    sentence_before,
    speaks_or_decides,
    speaks_or_issues,
    subject_of,
)
from onrecord.annotate.capitals import is_title_case
from onrecord.annotate.cast import Cast, Found
from onrecord.annotate.descriptions import Description, note_description
from onrecord.annotate.parse import Parse
from onrecord.annotate.quoted import SUBJECTS, in_quote, quoted_tokens
from onrecord.annotate.subjects import (
    choose,
    is_quoted,
    is_unknown_name,
    joined_subject,
    main_subject,
    pair_of,
    subjects_in,
)
from onrecord.annotations import LocalActor, LocalMention, LocalStatement
from onrecord.records import Span
from onrecord.vocab.nouns import load_verbs

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

FIRST = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
BACK = 3
"""How many sentences back a pronoun may find its antecedent."""
STOPS = frozenset(".!?:;…”’\"')]—")
"""How a sentence of running text ends."""
OPENING_WORDS = 2
"""How far from the start of its sentence "they" may stand to take up the subject of the one before."""


def resolve_pronouns(
    parse: Parse,
    cast: Cast,
    quoted: set[int],
    sorts: str,
    descriptions: Mapping[int, Description] = MappingProxyType({}),
) -> None:
    """Resolve third-person pronouns, in the order of the text, so that a chain of them carries on.

    Args:
        parse: The parsed document.
        cast: Its actors; mentions are added.
        quoted: Tokens in quoted words.
        sorts: Which ones: m, f, n (it) and p (they).
        descriptions: Definite descriptions to resolve among them, by head.
    """
    for token in parse.doc:
        if token.i in descriptions:
            note_description(cast, descriptions[token.i], quoted)
        sort = THIRD.get(token.text.lower())
        if sort is None or sort not in sorts or token.i in cast.at or (sort == "n" and is_title_case(token.sent)):
            continue
        if token.pos_ not in ("PRON", "DET", "PROPN"):
            continue
        actor, reason = resolve_one(cast, token, sort, quoted)
        if actor is None and sort == "n":
            continue
        if actor is not None and sort in ("m", "f") and (token.dep_ in SUBJECTS or is_own(cast, token, actor)):
            draft = cast.drafts[actor]
            draft.gender = draft.gender or sort  # who was "she" a line before is not "he" now
        cast.mention(Found(first=token.i, last=token.i, head=token.i, form="pronoun", actor=actor, reason=reason))


def opens(token: Token) -> bool:
    """Does a word stand at the start of its sentence?"""
    return bool(token.i - token.sent.start <= OPENING_WORDS)


def after_fronted(token: Token) -> bool:
    """Is a word the subject of its sentence after a phrase and a comma without a plural or pronoun as subject?"""
    before = token.doc[token.sent.start : token.i]
    fronted = token.head == token.sent.root and before[-1].text == ","
    return fronted and not any(one.dep_ in SUBJECTS and one.tag_ in ("NNS", "NNPS", "PRP") for one in before)


def is_own(cast: Cast, token: Token, actor: int) -> bool:
    """Is a possessive that of the only person in its sentence so far ("Ruta said in her ruling")?"""
    before = {cast.person_at(i) for i in range(token.sent.start, token.i)} - {None}
    return token.dep_ == "poss" and before == {actor}


def resolve_one(cast: Cast, token: Token, sort: str, quoted: set[int]) -> tuple[int | None, str | None]:
    """The actor of one pronoun, or the reason why there is none."""
    if sort in ("m", "f") and may_be_unnamed(cast, token, quoted):
        return None, "somebody without a name may be meant"
    barred = barred_actors(cast, token, sort, quoted)
    actor = climb(cast, token, sort, barred, quoted)
    if actor is not None and token.dep_ == "poss" and has_rival(cast, token, sort, actor):
        return None, "another pronoun between it and the subject may be meant"
    if actor is None and sort == "p":
        actor = body_above(cast, token, barred, quoted)
    if actor is not None:
        return actor, None
    if sort == "n" and speaks_or_decides(token) and token.dep_ == "nsubj":
        own = persons_between(cast, token.sent.start, token.i, sort, barred)
        if len(own) == 1 and after_fronted(token) and cast.drafts[own[0]].kind == "organization":
            return own[0], None
    if sort == "n" and not speaks_or_issues(token):
        return None, "it may stand for a thing"
    if sort == "p" and (token.dep_ not in SUBJECTS or not (opens(token) or after_fronted(token))):
        return None, "no group is the subject above it"
    if token.i in quoted:
        return in_quote(cast, token, quoted, barred, lambda draft: fits(draft, sort))
    if sort in ("m", "f"):
        actor = fronted(cast, token, sort)
        if actor is not None:
            return actor, None
    return look_back(cast, token, sort, barred, quoted)


def fronted(cast: Cast, token: Token, sort: str) -> int | None:
    """The subject after a fronted phrase: in "In his address, Ruta said", his is Ruta's."""
    if token.dep_ in SUBJECTS:
        return None
    root = token.sent.root
    for child in root.children:
        if (
            child.dep_ in SUBJECTS
            and child.i > token.i
            and any(one.text == "," for one in token.doc[token.i : child.i])
        ):
            found = cast.at.get(child.i)
            if found is not None and found.actor is not None and fits(cast.drafts[found.actor], sort):
                return found.actor if not has_and(child) else None
    return None


def climb(cast: Cast, token: Token, sort: str, barred: set[int], quoted: set[int]) -> int | None:
    """The nearest subject above a pronoun in its sentence that agrees with it."""
    one, steps, held = token, 0, False
    while one.head.i != one.i and steps < 12:
        held = held or (sort == "n" and hangs_on_noun(one))
        one, steps = one.head, steps + 1
        if token.i in quoted and one.i not in quoted:
            return None
        told = one.lemma_ in load_verbs()["speech"]  # "A told the agency that it had carried arms"
        if held and not told and any(child.dep_ == "dobj" and child.tag_ == "NN" for child in one.children):
            return None  # "A seized a ship under suspicion that it had carried arms"
        if one.pos_ not in ("VERB", "AUX"):
            continue
        actor, subject = subject_of(cast, one, token.i)
        if subject is not None and subject.i == token.i:
            continue
        if subject is not None and sort == "p" and actor is not None and has_and(subject):
            return pair_of(cast, subject)
        if (
            actor is not None
            and actor not in barred
            and fits(cast.drafts[actor], sort)
            and not (sort != "p" and subject is not None and has_and(subject))
        ):
            return actor
    return None


def hangs_on_noun(verb: Token) -> bool:
    """Is a clause the content of the noun before its "that" ("suspicions that it …"), whatever is above it?"""
    mark = next((child for child in verb.children if child.dep_ == "mark"), None)
    before = mark.doc[mark.i - 1] if mark is not None and mark.i else None
    return verb.dep_ in ("acl", "ccomp") and before is not None and before.pos_ == "NOUN"


def body_above(cast: Cast, token: Token, barred: set[int], quoted: set[int]) -> int | None:
    """ "The company said they were sorry": a named body above a pronoun in its sentence, no plural between them."""
    actor = climb(cast, token, "n", barred, quoted)
    if actor is None or cast.drafts[actor].kind != "organization" or not cast.drafts[actor].named:
        return None
    place = max(one.last for one in cast.found if one.actor == actor and one.last < token.i)
    plural = any(one.tag_ in ("NNS", "NNPS") or one.dep_ == "conj" for one in token.doc[place + 1 : token.i])
    return None if plural else actor


def look_back(cast: Cast, token: Token, sort: str, barred: set[int], quoted: set[int]) -> tuple[int | None, str | None]:
    """The subject of the last sentence that has one which agrees; else the only actor there that does."""
    own = persons_between(cast, token.sent.start, token.i, sort, barred)
    if len(own) == 1 and sort in ("m", "f") and token.dep_ not in SUBJECTS:
        return own[0], None
    parted = max((one.i for one in token.doc[token.sent.start : token.i] if one.text == ";"), default=None)
    clause = persons_between(cast, token.sent.start, parted, sort, barred) if parted and sort in ("m", "f") else []
    if len(clause) == 1:
        return clause[0], None  # "The word is a nod to Ruta; she announced …"
    start, left = token.sent.start, BACK
    while left:
        begin = sentence_before(start, token.doc)
        if begin == start:
            break
        sentence = token.doc[begin].sent
        if is_aside(sentence) and not is_aside(token.sent):
            start = begin
            continue
        if token.i not in quoted and is_quoted(sentence, quoted):
            start = begin
            continue  # the words quoted before "he said": who says them stands before them
        actor = main_subject(cast, sentence, quoted)
        if actor is not None and actor not in barred and fits(cast.drafts[actor], sort):
            return actor, None
        if sort in ("n", "p") and actor is not None:
            joined = joined_subject(cast, sentence, sort) if sort == "n" and left == BACK else None
            if joined is not None and joined not in barred:
                return joined, None
            return None, "the subject before it does not agree with it"
        if actor is None and sort in ("m", "f") and is_unknown_name(cast, sentence.root, sentence.end):
            return None, "the subject before it is nobody known"
        if left == BACK and len(own) == 1 and sort in ("m", "f") and own[0] in subjects_in(cast, token.sent, quoted):
            return own[0], None
        near = persons_between(cast, begin, start, sort, barred) if sort in ("m", "f") else []
        near = [i for i in near if cast.drafts[i].named or cast.drafts[i].gender == sort]
        chosen = choose(cast, sentence, near, sort, quoted) if near else None
        if near:
            return chosen, None if chosen is not None else "more than one actor agrees with it"
        start, left = begin, left - 1
    return None, "no actor before it agrees with it"


def is_aside(sentence: Sentence) -> bool:
    """A caption, a heading or a link between paragraphs: words without a stop, which running text passes over."""
    words = [token for token in sentence if not token.is_space]
    return bool(words) and words[-1].text[-1] not in STOPS


def resolve_first_person(
    parse: Parse,
    mentions: tuple[LocalMention, ...],
    actors: tuple[LocalActor, ...],
    statements: tuple[LocalStatement, ...],
) -> tuple[LocalMention, ...]:
    """Resolve "I", "we" and their forms inside quoted words to who is quoted.

    "We" may be the speaker's side as well; the record gives the speaker, who is the one that speaks for it. Where
    statements are nested, the innermost direct one counts.

    Args:
        parse: The parsed document.
        mentions: What `find_actors` found.
        actors: The actors of the document; the mentions index them.
        statements: The statements with their sources.

    Returns:
        All mentions, in the order of the text.
    """
    quoted = quoted_tokens(parse.doc)
    taken = {(one.start, one.end) for one in mentions}
    added = []
    for token in parse.doc:
        span = (token.idx, token.idx + len(token))
        if (
            token.i not in quoted
            or token.text.lower() not in FIRST
            or token.pos_ not in ("PRON", "DET")
            or span in taken
        ):
            continue
        if token.text == "US":
            continue
        actor = quoted_source(token.idx, statements)
        reason = None if actor is not None else "who is quoted is not known"
        head = Span(start=span[0], end=span[1])
        added.append(LocalMention(start=span[0], end=span[1], head=head, form="pronoun", actor=actor, reason=reason))
    return tuple(sorted([*mentions, *added], key=lambda one: (one.start, -one.end)))


def quoted_source(offset: int, statements: Sequence[LocalStatement]) -> int | None:
    """The source of the innermost direct or mixed statement whose content holds an offset."""
    holding = [
        (sum(part.end - part.start for part in one.content), number)
        for number, one in enumerate(statements)
        if one.kind in ("direct", "mixed") and any(part.start <= offset < part.end for part in one.content)
    ]
    for _, number in sorted(holding):
        if statements[number].source.actor is not None:
            return statements[number].source.actor
    return None
