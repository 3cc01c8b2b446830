"""Who a sentence is about: its speaker or subject, and who else does something in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.binding import clause_of, fits, has_and, owner_in, subject_of
from onrecord.annotate.capitals import is_title_case
from onrecord.annotate.cast import Cast, Draft
from onrecord.annotate.quoted import SUBJECTS, speaker_of
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


def main_subject(cast: Cast, sentence: Sentence, quoted: set[int]) -> int | None:
    """The speaker of a sentence, else the subject of its main verb, words in quotes aside."""
    speaker = speaker_of(cast, sentence, quoted)
    if speaker is not None:
        return speaker
    root = sentence.root
    if root.i in quoted:
        return None
    if root.pos_ == "PROPN" and cast.person_at(root.i) is not None and not has_and(root):
        return cast.person_at(root.i)  # "3. Ana Ruta." as a line or sentence of its own
    if is_title_case(sentence):
        inside = {cast.person_at(token.i) for token in sentence} - {None}
        if len(inside) == 1:
            return inside.pop()  # "Ana Ruta On How Her Novel Came About" over what she says
    actor, subject = subject_of(cast, root, sentence.end)
    if subject is not None and has_and(subject):
        return pair_of(cast, subject)
    return actor if actor is not None or subject is None else owner_in(cast, subject)


def joined_subject(cast: Cast, sentence: Sentence, sort: str) -> int | None:
    """The subject of the last main clause of a sentence that has one of its own ("Leaders agree, but the League …")."""
    root = sentence.root
    clauses = [child for child in root.rights if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")]
    for clause in reversed(clauses):
        subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
        found = cast.at.get(subject.i) if subject is not None else None
        if subject is not None:
            fit = found is not None and found.actor is not None and fits(cast.drafts[found.actor], sort)
            return found.actor if found is not None and fit and not has_and(subject) else None
    return None


def is_unknown_name(cast: Cast, verb: Token, before: int) -> bool:
    """Is the subject of a verb a person but nobody known: "Mr. Ruta", where two are called so, or "the teenager"?"""
    actor, subject = subject_of(cast, verb, before)
    if actor is not None or subject is None:
        return False
    words = load_nominals()
    if any(child.dep_ in SUBJECTS and child.i in cast.at for child in subject.head.children):
        return False  # "the teenager Ruta stayed": the parser makes two subjects of it
    described = subject.tag_ == "NN" and subject.lemma_.lower() in {*words["somebody"], *words["described"]["person"]}
    return described or (subject.ent_type_ == "PERSON" and owner_in(cast, subject) is None)


def pair_of(cast: Cast, subject: Token) -> int | None:
    """The group of the actors joined in a subject ("Ruta and Marko")."""
    members = []
    for one in [
        subject,
        *(child for child in subject.subtree if child.dep_ == "conj" and clause_of(child) == clause_of(subject)),
    ]:
        found = cast.at.get(one.i)
        if found is None or found.actor is None or found.head != one.i:
            return None
        members.append(found.actor)
    if len(set(members)) < 2:
        return None
    unique = tuple(dict.fromkeys(members))
    for index, draft in enumerate(cast.drafts):
        if draft.kind == "group" and set(draft.members) == set(unique):
            return index
    name = " and ".join(cast.drafts[member].name for member in unique)
    return cast.add(Draft(name=name, kind="group", named=False, members=unique))


def is_quoted(sentence: Sentence, quoted: set[int]) -> bool:
    """Are all the words of a sentence quoted?"""
    return all(token.i in quoted for token in sentence if token.is_alpha)


def choose(cast: Cast, sentence: Sentence, near: list[int], sort: str, quoted: set[int]) -> int | None:
    """Of the actors of a sentence that agree with a pronoun the only one, of known gender, or that does something."""
    known = [i for i in near if cast.drafts[i].gender == sort]
    acting = subjects_in(cast, sentence, quoted) & set(near)
    return next((min(one) for one in (near, known, acting) if len(one) == 1), None)


def subjects_in(cast: Cast, sentence: Sentence, quoted: set[int]) -> set[int]:
    """The actors that are subjects of any clause of a sentence outside quoted words."""
    heads = [token for token in sentence if token.dep_ in SUBJECTS and token.i not in quoted]
    found = {one.actor if (one := cast.at.get(head.i)) is not None else owner_in(cast, head) for head in heads}
    return {one for one in found if one is not None}
