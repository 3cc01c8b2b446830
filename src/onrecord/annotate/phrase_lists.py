"""Noun phrases read from left to right: where one ends, and the names that a list of them joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import SUBJECTS, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.scenes import Scene


NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "X"})

CLOSING = frozenset({".", ";", ":", "!", "?", ")", "—", "–", "”", '"'})
"""Marks that end an apposition."""


def nominal_end(doc: Doc, start: int, stop: int, scene: Scene) -> int:
    """Index of the last token of the simple noun phrase that starts at a token (-1: none starts there)."""
    end, at = -1, start
    while at < stop:
        token = doc[at]
        if at != start and at in scene.time_at and end >= 0:
            break
        modifies = (
            token.tag_ in ("VBN", "VBG", "JJ", "POS", "HYPH", "RB", "CD") and token.head.i > at and token.dep_ != "aux"
        )
        glue = token.text in "-–/$€£&" or token.tag_ == "POS" or token.is_quote or token.lower_ in ("@", "#")
        if joins_adjectives(doc, at, stop):
            at += 1
            continue
        if token.tag_ in ("TO", "WDT", "WP", "MD") or (is_verb(token) and not modifies):
            break
        if token.pos_ in ("DET", "PRON") and end >= 0 and doc[at - 1].tag_ not in ("PDT",) and token.tag_ != "PRP$":
            break
        if not (token.pos_ in NOMINAL or modifies or glue):
            break
        if token.pos_ in ("NOUN", "PROPN", "PRON") or (token.tag_ == "CD" and token.head.i <= at):
            end = at
        at += 1
    return end


def joins_adjectives(doc: Doc, at: int, stop: int) -> bool:
    """Is this the "and" of "the Arlandian and Bordurian delegations"?"""
    if doc[at].lower_ not in ("and", "&") or at + 2 >= stop:
        return False
    before, after = doc[at - 1], doc[at + 1]
    return before.tag_ == "JJ" and after.tag_ == "JJ" and doc[at + 2].pos_ in ("NOUN", "ADJ")


def phrase_head(doc: Doc, start: int, end: int) -> Token:
    """The head of a stretch of tokens."""
    return doc[start : end + 1].root


def covered_heads(scene: Scene, start: int, end: int) -> list[Token]:
    """Heads of the mentions inside a stretch; its own head where it has none."""
    doc = scene.parse.doc
    head = phrase_head(doc, start, end)
    inside = [doc[at] for at in range(start, end + 1) if at in scene.mention_at and not is_possessor(doc[at])]
    named = [one for one in inside if scene.is_actor(one)]
    last = doc[end]
    if (
        last.pos_ == "NOUN"
        and last.i not in scene.mention_at
        and last.lemma_.lower() not in scene.words.lists["collective.words"]
    ):
        return [last]  # "Arlandian waters": the name only describes
    if (
        named
        and named[-1].i < end
        and last.pos_ == "NOUN"
        and last.lemma_.lower() in scene.words.lists["collective.words"]
    ):
        return [last]  # "Arlandian officials"
    return named[-1:] or [head]


def is_possessor(token: Token) -> bool:
    """Is the token only the owner of what follows ("Ruritania's", "his")?"""
    return token.dep_ == "poss" or token.tag_ == "PRP$"


def read_list(scene: Scene, start: int, stop: int) -> tuple[list[Token], int]:
    """A coordinated list of parties from a token on: "A, B and a group of C leaders".

    Returns:
        The heads and the index of the last token; no heads where no noun phrase starts there.
    """
    doc, last, at = scene.parse.doc, start - 1, start
    heads: list[Token] = []
    outer: Token | None = None
    while at < stop:
        end = nominal_end(doc, at, stop, scene)
        if end < 0:
            break
        of = end + 1
        inner_only = outer is not None and any(outer.is_ancestor(doc[step]) for step in range(at, end + 1))
        found = covered_heads(scene, at, end)
        if heads and not any(scene.is_actor(head) for head in found) and not has_inner(scene, of, stop):
            break
        if heads and starts_clause(doc, end, found):
            break
        while of < stop and doc[of].lower_ in ("of", "from") and of not in scene.time_at:
            inner = nominal_end(doc, of + 1, stop, scene)
            if inner < 0 or of + 1 in scene.time_at:
                break
            single = found[-1].tag_ == "NN" and not scene.actors_at(found[-1]).actors
            name = name_after(scene, inner + 1, stop) if single else None
            if name is not None:
                found, inner = [name], name.i
            elif any(scene.party(head).actors for head in found):
                outer = found[0]  # what is coordinated below "leaders of" belongs to the leaders
            elif is_of_person(scene, found[-1], covered_heads(scene, of + 1, inner)):
                end, of = inner, inner + 1  # "met the parents of A": not A
                continue
            else:
                found = covered_heads(scene, of + 1, inner)
            end, of = inner, inner + 1
        heads += [] if inner_only and outer not in found else found
        if found and found[-1].lemma_.lower() == "counterpart" and not scene.actors_at(found[-1]).actors:
            end = skip_complement(scene, end, stop)  # "his counterpart at the bank, A"
        last = end
        at = skip_apposition(scene, end + 1, stop, heads)
        glue = at
        while glue < stop and (
            doc[glue].lower_ in (",", "and", "&", "plus") or doc[glue : glue + 3].text.lower() == "as well as"
        ):
            glue += 3 if doc[glue].lower_ == "as" else 1
        if glue == at or glue in scene.time_at or (glue < stop and doc[glue].is_quote and not doc[glue].is_left_punct):
            break  # a closing quotation mark: what follows is the speaker
        at = glue
    return heads, last


def is_of_person(scene: Scene, head: Token, owners: list[Token]) -> bool:
    """Are people meant who are somebody's ("the parents of A"), and not a group that somebody is of?"""
    actors = [one for owner in owners for one in scene.actors_at(owner).actors]
    grouped = head.lemma_.lower() in scene.words.lists["collective.words"]
    persons = bool(actors) and all(scene.actors[one].kind == "person" for one in actors)
    return head.pos_ == "NOUN" and not grouped and persons


def name_after(scene: Scene, at: int, stop: int) -> Token | None:
    """The person named between commas behind a title ("the president of A, Ada Osk, …")."""
    doc = scene.parse.doc
    end = nominal_end(doc, at + 1, stop, scene) if at + 1 < stop and doc[at].text == "," else -1
    if end < 0 or (end + 1 < stop and doc[end + 1].text not in CLOSING | {","}):
        return None
    people = [one for one in scene.actors_at(doc[end]).actors if scene.actors[one].kind == "person"]
    return doc[end] if people and doc[end].pos_ == "PROPN" else None


def has_inner(scene: Scene, at: int, stop: int) -> bool:
    """Does an actor follow after "of" ("a group of Ruritanian leaders")?"""
    doc = scene.parse.doc
    if at >= stop or doc[at].lower_ not in ("of", "from"):
        return False
    end = nominal_end(doc, at + 1, stop, scene)
    return end >= 0 and any(scene.is_actor(head) for head in covered_heads(scene, at + 1, end))


def starts_clause(doc: Doc, end: int, heads: list[Token]) -> bool:
    """Is the next "party" rather the subject of a new clause ("met A, and B said", "met A, B, a teacher, said")?"""
    follows = doc[end + 1] if end + 1 < len(doc) else None
    subject = any(head.dep_ in SUBJECTS for head in heads)
    aside = any(head.dep_ in SUBJECTS and head.head.i > end for head in heads) and doc[end + 1 : end + 2].text in ",("
    return subject and follows is not None and (is_verb(follows) or follows.pos_ == "ADV" or aside)


def skip_apposition(scene: Scene, at: int, stop: int, heads: list[Token]) -> int:
    """Step over ", the foreign minister," and "(right)" after a party; ", A" after "his counterpart" is the party."""
    doc = scene.parse.doc
    if at < stop and doc[at].text == "(":
        for close in range(at, min(at + 12, stop)):
            if doc[close].text == ")":
                return close + 1
    if at < stop and doc[at].text == "," and at + 1 < stop:
        end = nominal_end(doc, at + 1, stop, scene)
        beside = covered_heads(scene, at + 1, end) if end >= 0 else []
        vague = bool(heads) and heads[-1].lemma_.lower() == "counterpart" and not scene.actors_at(heads[-1]).actors
        if vague and any(scene.party(one).actors for one in beside):
            heads[-1:] = beside
            return end + 2 if end + 1 < stop and doc[end + 1].text == "," else end + 1
        if 0 <= end < stop - 1 and phrase_head(doc, at + 1, end).dep_ == "appos":
            past = skip_complement(scene, end, stop)
            if past + 1 < stop and doc[past + 1].text == ",":
                return past + 2
            ends = past + 1 >= stop or doc[past + 1].text in CLOSING or doc[past + 1].is_space
            if ends and phrase_head(doc, at + 1, end).pos_ == "NOUN":
                return past + 1  # "met A, the president of B."
    return at


def skip_complement(scene: Scene, end: int, stop: int) -> int:
    """The last token of what completes an apposition ("the leader of the Liberal Union")."""
    doc = scene.parse.doc
    while (
        end + 2 < stop
        and doc[end + 1].lower_ in ("of", "for", "to", "at", "in", "from")
        and end + 1 not in scene.time_at
    ):
        inner = nominal_end(doc, end + 2, stop, scene)
        if inner < 0 or end + 2 in scene.time_at:
            break
        end = inner
    return end
