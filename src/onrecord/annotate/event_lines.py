"""An event as one line in the words of its sentence: "Court in Tarsk sentenced Ada Osk to seven years".

A line holds who did it, the verb and whom it befell, with the phrases that hang on the verb, and no times, clauses or
appositions. It is given only where it names every party; what says less keeps the label of its type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, is_headline, is_infinitive, is_passive, patients

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene

LONGEST = 110
"""Characters of a line; phrases at its end are dropped beyond them."""
BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod", "predet", "det", "case", "neg"})
SKIPPED = frozenset({"amid", "despite", "including", "according", "because", "since", "while", "although", "during"})
HYPHENS = frozenset("-–‑")
ARTICLES = ("the ", "a ", "an ")
GENERIC = frozenset({"said", "which", "who", "that", "whom"})


def line_of(scene: Scene, draft: Draft) -> str | None:
    """The line of an event that is no contact, None where its words do not name its parties."""
    token = scene.parse.doc[scene.token_at(draft.trigger.start)]
    if draft.inherited or not draft.actors:
        return None
    if token.lower_ == "dead" and is_headline(token):
        title = " ".join(token.sent.text.split())
        return title if len(title) <= LONGEST else None  # "59 dead in Tarsk shooting" is a line already
    if token.pos_ == "VERB":
        if not any(child.dep_ in ("dobj", "prep", "xcomp", "agent", "prt") for child in token.rights) and any(
            child.dep_ == "ccomp" for child in token.rights
        ):
            return None  # "A denied that …": the line would not say what
        subject, groups = clause_parts(scene, token)
        used = [one for group in (*subject, *groups) for one in group]
    else:
        noun = scene.parse.doc[scene.token_at(draft.trigger.end - 1)]
        subject, used = [], noun_tokens(scene, noun, depth=3)
        groups = [used]
    named = {actor for one in used for actor in scene.actors_at(one).actors}
    places = {scene.mentions[index].actor for one in used for index in scene.mention_at.get(one.i, ())}
    if not used or not {actor for actor, _ in draft.actors} <= named | places or has_unknown(scene, used):
        return None
    return trim(scene, subject, groups)


def has_unknown(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Is there a pronoun in it that stands for nobody known, or does it start with "their"?"""
    first = min(tokens, key=lambda one: one.i)
    if first.tag_ == "PRP$":
        return True
    return any(one.tag_ in ("PRP", "WP", "WDT") and len(scene.actors_at(one).actors) != 1 for one in tokens)


def clause_parts(scene: Scene, verb: Token) -> tuple[list[list[Token]], list[list[Token]]]:
    """Each noun phrase of the subject; then the predicate and each of its phrases, as tokens."""
    top = leading_verb(verb)
    passive = is_passive(top)
    subjects = patients(top) if passive else agents(top)
    gerund = top.tag_ == "VBG" and not any(child.dep_ == "aux" for child in top.children)
    if not subjects or gerund or any(one.lower_ in GENERIC for one in subjects):
        return [], []
    subject = [subject_tokens(scene, head, alone=len(subjects) == 1) for head in subjects]
    return subject, [*split_core(predicate(scene, top, passive=passive), top), *phrases_of(scene, top)]


def split_core(core: list[Token], verb: Token) -> list[list[Token]]:
    """A verb group with its object, and apart from it the infinitive that it brings in, if the object says enough."""
    inner = [child for child in verb.rights if child.dep_ in ("xcomp", "ccomp")]
    held = [one for one in core if any(one == child or child.is_ancestor(one) for child in inner)]
    first = [one for one in core if one not in held]
    return [first, held] if held and any(one.dep_ == "dobj" and one.head == verb for one in first) else [core]


def leading_verb(verb: Token) -> Token:
    """The verb that a sentence goes with: "agreed" of "A agreed to send troops", if its subject is the same."""
    top = verb
    while top.dep_ == "xcomp" and top.head.pos_ == "VERB" and agents(top.head) == agents(top):
        top = top.head
    return top


def subject_tokens(scene: Scene, head: Token, *, alone: bool) -> list[Token]:
    """A subject as it is printed; of a state no more than its name, whatever the parser hung on it."""
    for index in scene.mention_at.get(head.i, ()):
        mention = scene.mentions[index]
        if mention.form == "name" and mention.actor is not None and scene.actors[mention.actor].kind == "state":
            span = scene.parse.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            return list(span) if span is not None else [head]
    found = noun_tokens(scene, head, depth=1 if alone else 0)
    if alone:
        return found
    return [one for one in found if one.dep_ != "cc" and (one.i <= head.i or one.dep_ == "case")]


def predicate(scene: Scene, verb: Token, *, passive: bool) -> list[Token]:
    """The verb group with its objects; a passive that took place goes without its auxiliaries, as in headlines."""
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg")]
    ahead = is_infinitive(verb) or any(one.tag_ == "MD" or one.dep_ == "neg" for one in helpers)
    found = [verb, *(helpers if ahead or not passive else [])]
    for child in verb.rights:
        if child.dep_ in ("prt", "acomp", "oprd") or (child.dep_ == "advmod" and child.i == verb.i + 1):
            found += [child]
        elif child.dep_ in ("dobj", "dative", "attr") and child.i not in scene.in_time:
            found += noun_tokens(scene, child, depth=2)
        elif child.dep_ == "agent":
            found += prepositional(scene, child)
        elif child.dep_ == "xcomp" or (child.dep_ == "ccomp" and is_infinitive(child)):
            found += predicate(scene, child, passive=False)
            found += [one for phrase in phrases_of(scene, child)[:1] for one in phrase]
    return found


def phrases_of(scene: Scene, verb: Token) -> list[list[Token]]:
    """The prepositional phrases of a verb, times left out, at most three."""
    found = [
        prepositional(scene, child)
        for child in verb.rights
        if child.dep_ in ("prep", "dative") and child.pos_ in ("ADP", "SCONJ")
    ]
    return [one for one in found if one][:3]


def prepositional(scene: Scene, prep: Token) -> list[Token]:
    """A preposition with its noun, or with the verb of "for taking bribes"; empty where it is a time."""
    if prep.lower_ in SKIPPED:
        return []
    for child in prep.rights:
        dated = child.ent_type_ in ("DATE", "TIME") and prep.lower_ not in ("to", "for", "of")
        if child.i in scene.in_time or dated:
            return []
        if child.dep_ == "pobj":
            return [prep, *noun_tokens(scene, child, depth=1)]
        if child.dep_ == "pcomp" and child.tag_ == "VBG":
            return [prep, *predicate(scene, child, passive=False)]
        if child.dep_ == "prep":
            inner = prepositional(scene, child)
            return [prep, *inner] if inner else []
    return []


def noun_tokens(scene: Scene, head: Token, *, depth: int) -> list[Token]:
    """A noun phrase without clauses, appositions, brackets and times, with "of" and like phrases to some depth."""
    found = [head]
    for child in head.lefts:
        hyphen = child.text in HYPHENS or child.doc[child.i + 1].text in HYPHENS  # "the League's secretary-general"
        if (child.dep_ in BEFORE or hyphen) and child.i not in scene.in_time:
            found += [one for one in child.subtree if one.i < head.i and not one.is_space and one.text not in "()[]"]
    joined = any(child.dep_ == "conj" for child in head.rights)
    for child in head.rights:
        if child.dep_ == "case":
            found.append(child)
        elif child.dep_ == "prep" and depth > 0:
            found += prepositional(scene, child)
        elif joined and child.dep_ == "conj":
            found += noun_tokens(scene, child, depth=0)
        elif joined and (child.dep_ == "cc" or child.text == ","):
            found.append(child)
    return found


def join_names(names: Sequence[str]) -> str:
    """ "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def spell(scene: Scene, tokens: Iterable[Token]) -> str:
    """Tokens in text order, spaced as printed; a pronoun gives way to the name of whom it stands for."""
    ordered = sorted({one.i: one for one in tokens}.values(), key=lambda one: one.i)
    text = ""
    for at, one in enumerate(ordered):
        after = ordered[at + 1] if at + 1 < len(ordered) else None
        gap = "" if after is not None and after.i == one.i + 1 and not one.whitespace_ else " "
        party = scene.actors_at(one).actors if one.tag_ == "PRP" else ()
        text += (scene.actors[party[0]].name if party else one.text) + gap
    return " ".join(text.split()).strip(" ,“”\"'‘’")


def trim(scene: Scene, subject: Sequence[Sequence[Token]], groups: Sequence[Sequence[Token]]) -> str | None:
    """The line: a capital at its start and no article, as many phrases of the verb as there is room for."""
    names = join_names([spell(scene, phrase) for phrase in subject]) if subject else ""
    kept = choose_fitting(scene, names, groups, LONGEST)
    line = f"{names} {spell(scene, kept)}".strip() if kept else ""
    for article in ARTICLES:
        line = line[len(article) :] if line.lower().startswith(article) else line
    return line[0].upper() + line[1:] if line else None


def choose_fitting(scene: Scene, names: str, groups: Sequence[Sequence[Token]], longest: int) -> list[Token]:
    """The tokens of as many groups as there is room for behind some names; none where there is none for the first."""
    kept: list[Token] = []
    for group in groups:
        if len(f"{names} {spell(scene, [*kept, *group])}") > longest:
            break
        kept += group
    return kept
