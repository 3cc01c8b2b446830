"""What a pronoun can be at all: number, gender, and the words of its clause (binding; Lappin and Leass 1994)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast, Draft
from onrecord.annotate.quoted import SUBJECTS, speaker_of
from onrecord.vocab.nouns import load_nominals, load_verbs
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
THIRD = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n", "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
}  # fmt: skip


def fits(draft: Draft, sort: str) -> bool:
    """Do number, animacy and gender agree? An unknown gender agrees with either."""
    if sort == "p":
        return draft.kind == "group"
    if sort == "n":
        return draft.kind in ("organization", "state")
    return draft.kind == "person" and draft.gender in (None, sort)


def may_be_unnamed(cast: Cast, token: Token, quoted: set[int]) -> bool:
    """Is a person known by a common noun ("one man") a subject before a pronoun in its sentence?

    Whom a quotation speaks of is nobody that a pronoun outside it means.
    """
    nouns = load_nominals()["somebody"]
    return any(
        one.dep_ in SUBJECTS
        and one.text.lower() in nouns
        and (one.i not in cast.at or cast.at[one.i].actor is None)
        and (token.i in quoted or one.i not in quoted)
        for one in token.doc[token.sent.start : token.i]
    )


def has_rival(cast: Cast, token: Token, sort: str, actor: int) -> bool:
    """Does a pronoun of the same sort for somebody else stand shortly before a possessive ("called him on his ...")?"""
    low = max(token.sent.start, token.i - 8)
    return any(
        THIRD.get(cast.doc[i].text.lower()) == sort and (found := cast.at.get(i)) is not None and found.actor != actor
        for i in range(low, token.i)
    )


def speaks(token: Token) -> bool:
    """Is a word the subject of a verb of saying?"""
    return token.dep_ in SUBJECTS and token.head.lemma_ in load_verbs()["speech"]


def speaks_or_decides(token: Token) -> bool:
    """Is a word the subject of a verb of saying, or of another that only a party is the subject of?"""
    return speaks(token) or token.head.lemma_ in load_verbs()["deciding"]


def speaks_or_issues(token: Token) -> bool:
    """Is a word the subject of a verb of saying, or of one of issuing with words as its object ("issued a paper")?"""
    if speaks(token) or (token.dep_ == "nsubj" and token.head.lemma_ in load_verbs()["taking_sides"]):
        return True
    words, verb = load_channel_words(), token.head
    joined = [child for child in verb.rights if child.dep_ == "conj" and child.lemma_ in load_verbs()["speech"]]
    if (
        token.dep_ == "nsubj"
        and verb == token.sent.root
        and any(one.tag_ in FINITE and not has_subject(one) for one in joined)
    ):
        return True  # "it signed the deal and says …"
    issues = token.dep_ == "nsubj" and verb.lemma_ in words.sending
    papers = words.issued | {"paper", "plan", "proposal", "appeal", "warning", "apology", "denial", "call"}
    return issues and any(child.dep_ == "dobj" and child.lemma_.lower() in papers for child in verb.rights)


def has_subject(verb: Token) -> bool:
    """Has a verb a subject of its own?"""
    return any(child.dep_ in SUBJECTS for child in verb.lefts)


def barred_actors(cast: Cast, token: Token, sort: str, quoted: set[int]) -> set[int]:
    """Actors a pronoun cannot be: co-arguments of its verb, and the speaker of a quote it stands in."""
    barred = beside_name(cast, token)
    reflexive = token.text.lower().endswith("self") or token.text.lower().endswith("selves")
    if token.dep_ != "poss" and not reflexive:
        verb = token.head
        while (
            verb.dep_ in ("prep", "pobj", "agent", "dative", "conj")
            and verb.pos_ not in ("VERB", "AUX")
            and verb.head.i != verb.i
        ):
            verb = verb.head
        if verb.pos_ in ("VERB", "AUX"):
            for child in verb.subtree:
                if child.i == token.i or clause_of(child) != verb.i:
                    continue
                found = cast.at.get(child.i)
                if found is not None and found.head == child.i and found.actor is not None and child.dep_ != "poss":
                    barred.add(found.actor)
    if (
        token.dep_ != "poss"
        and not reflexive
        and token.text.lower() in ("him", "her", "them", "it")
        and (token.dep_ not in SUBJECTS or token.text.lower() != "it")
    ):
        # "wanted him to stay", "called to congratulate him": the subject that governs an object is somebody else.
        governor = first_subject(cast, token)
        if governor is not None:
            barred.add(governor)
    if token.i in quoted:
        speaker = speaker_of(cast, token.sent, quoted)
        if speaker is not None:
            barred.add(speaker)
    return barred


def beside_name(cast: Cast, token: Token) -> set[int]:
    """ "Robin Falk, her cousin": the person whom a noun beside the name tells of is not whose cousin it is."""
    noun = token.head
    named = cast.person_at(noun.head.i) if token.dep_ == "poss" and noun.dep_ == "appos" else None
    return set() if named is None else {named}


def first_subject(cast: Cast, token: Token) -> int | None:
    """The actor of the nearest subject above a word, its own clause's or an inherited one."""
    one = token
    for _ in range(12):
        if one.head.i == one.i:
            return None
        one = one.head
        if one.pos_ in ("VERB", "AUX"):
            actor, subject = subject_of(cast, one, token.i)
            if subject is not None and subject.i != token.i:
                return actor
    return None


def clause_of(token: Token) -> int:
    """The verb of the clause that a word stands in."""
    one = token.head
    while one.pos_ not in ("VERB", "AUX") and one.head.i != one.i:
        one = one.head
    return int(one.i)


def subject_of(cast: Cast, verb: Token, before: int) -> tuple[int | None, Token | None]:
    """The actor that is the subject of a verb, its own or that of the verb it is joined to."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.i < before:
            beside = [one for one in child.rights if one.dep_ == "appos"]  # "Ruta's deputy, Jo Marko, said he"
            found = (cast.at.get(one.i) for one in (child, *beside))
            return next((one.actor for one in found if one is not None and one.actor is not None), None), child
    if verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        return subject_of(cast, verb.head, before)
    return None, None


def owner_in(cast: Cast, subject: Token) -> int | None:
    """The person whose doing a subject that is no actor is: in "Ruta's plan failed" the subject is Ruta's."""
    owner = next((child for child in subject.children if child.dep_ == "poss"), None)
    return None if owner is None else cast.person_at(owner.i)


def has_and(token: Token) -> bool:
    """Is a noun joined to another by "and"?"""
    return any(child.dep_ == "conj" and child.i - token.i < 15 for child in token.children)


def sentence_before(start: int, doc: Doc) -> int:
    """The first token of the last sentence with words before a place."""
    index = start
    while index > 0:
        index = doc[index - 1].sent.start
        if any(one.is_alpha for one in doc[index].sent):
            return index
    return 0


def persons_between(cast: Cast, low: int, high: int, sort: str, barred: set[int]) -> list[int]:
    """The actors that agree with a pronoun among the mentions of a stretch, each once."""
    near = {
        one.actor: None
        for one in cast.found
        if one.actor is not None
        and low <= one.first < high
        and one.actor not in barred
        and fits(cast.drafts[one.actor], sort)
    }
    return list(near)
