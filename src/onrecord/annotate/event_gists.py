"""What an event is called where its words do not name all its parties: "{source} called the launch deplorable".

The names are put in by the linker, which knows who is meant; a noun that names the event ("merger") stands alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.event_lines import (
    choose_fitting,
    clause_parts,
    has_unknown,
    leading_verb,
    phrases_of,
    predicate,
    spell,
)
from onrecord.annotate.grammar import is_passive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene

LONGEST = 80
"""Characters of a gist without the names."""
SOURCE, TARGET = "{source}", "{target}"
SAYING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
"""Parts of speech without which a gist is a bare verb."""


def gist_of(scene: Scene, draft: Draft) -> str | None:
    """The gist of an event that is no contact; None where it would say nothing.

    Returns:
        A noun, or words with `SOURCE` or `TARGET` where a name is to stand.
    """
    doc = scene.parse.doc
    verb, last = doc[scene.token_at(draft.trigger.start)], doc[scene.token_at(draft.trigger.end - 1)]
    if verb.pos_ == "VERB":
        return verb_gist(scene, draft, verb)
    return spell_noun(last) if last.pos_ == "NOUN" and last.lower_.isalpha() else None


def spell_noun(noun: Token) -> str:
    """A noun with the nouns before it that belong to it, no names ("arms deal")."""
    words = [one for one in noun.lefts if one.dep_ == "compound" and one.pos_ == "NOUN" and one.lower_.isalpha()]
    return " ".join(one.text.lower() for one in (*words, noun))


def verb_gist(scene: Scene, draft: Draft, verb: Token) -> str | None:
    """The verb with what hangs on it, behind the place of the name of whoever does it or whom it befalls."""
    passive = is_passive(leading_verb(verb))
    slot = TARGET if passive else SOURCE
    parties = {actor for actor, role in draft.actors if (role == "target") == passive}
    subject, groups = clause_parts(scene, verb)
    if not parties or not may_stand_for(scene, subject, parties):
        return None
    groups = groups or [predicate(scene, verb, passive=passive), *phrases_of(scene, verb)]
    kept = choose_fitting(scene, "", [*groups, *add_clause(scene, groups, verb)], LONGEST)
    if not any(one.pos_ in SAYING for one in kept if one != verb) or has_unknown(scene, kept):
        return None
    if parties & {actor for one in kept for actor in scene.actors_at(one).actors}:
        return None  # the name would stand in it twice
    return f"{slot} {spell(scene, kept)}"


def may_stand_for(scene: Scene, subject: Sequence[Sequence[Token]], parties: set[int]) -> bool:
    """Is a subject one of some parties, or a pronoun that hides who it is?"""
    tokens = [one for phrase in subject for one in phrase]
    named = {actor for one in tokens for actor in scene.actors_at(one).actors}
    return bool(named & parties) or all(one.pos_ == "PRON" for one in tokens)


def add_clause(scene: Scene, groups: Sequence[Sequence[Token]], verb: Token) -> list[list[Token]]:
    """The groups of the clause that a verb of saying brings in, where nothing else tells what was said."""
    clauses = [child for child in verb.rights if child.dep_ == "ccomp"]
    if not clauses or any(one.pos_ in SAYING for group in groups for one in group if one != verb):
        return []
    subject, inner = clause_parts(scene, clauses[0])
    if not inner:
        return []
    front = [child for child in clauses[0].lefts if child.dep_ in ("mark", "aux", "auxpass", "neg")]
    return [[*front, *(one for phrase in subject for one in phrase), *inner[0]], *inner[1:]]
