"""Attributions from dependency grammar and a cue lexicon; works without weights.

After the rules of PolNeAR's guidelines (Newell et al. 2018) and the rule systems of Krestel et al. (2008) and Muzny et
al. (2017), on spaCy's English dependencies. Each function below knows one construction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_according import find_according, find_per
from onrecord.annotate.attribution_build import build, cut_participle, opens_with_that
from onrecord.annotate.attribution_lexicon import Cues, load_cues
from onrecord.annotate.attribution_parts import (
    FINITE,
    VERBS,
    Finding,
    child,
    cue_tokens,
    find_subject,
    source_tokens,
    subtree,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token


def is_reported(verb: Token) -> bool:
    """Is the verb one that may carry a content here: not "so to say", not a noun-like participle?"""
    return not (verb.dep_ in {"amod", "compound"} or (verb.dep_ == "acl" and verb.tag_ == "VBN"))


def right_edge_free(verb: Token, sent: Span) -> bool:
    """Does nothing but adjuncts and punctuation follow the verb in its sentence?"""
    for token in verb.doc[verb.i + 1 : sent.end]:
        if token.is_punct or token.is_space or token.pos_ in {"ADV", "PART"}:
            continue
        top = token
        while top.head.i > verb.i and top.head.i != top.i:
            top = top.head
        if top.dep_ not in {"prep", "npadvmod", "advmod", "advcl", "dative", "nsubj", "agent", "tmod", "prt", "punct"}:
            return False
    return True


def find_trailing(verb: Token, sent: Span) -> list[int]:
    """The content of "X, he said": the whole sentence before the comma in front of source and cue."""
    if any(one.lower_ in load_cues().prepositional.get(verb.lemma_.lower(), ()) for one in verb.rights):
        return []  # "it was late, and Osk pointed to the fog"
    subject = find_subject(verb)
    relative = verb.dep_ == "relcl" or (subject is not None and subject.tag_ in {"WP", "WDT"})
    if subject is None or subject.head.i != verb.i or relative or not right_edge_free(verb, sent):
        return []
    group = source_tokens(subject, verb) + cue_tokens(verb)
    low = min(group)
    start = sent.start
    while start < low and (verb.doc[start].is_space or (verb.doc[start].is_punct and not verb.doc[start].is_quote)):
        start += 1
    before = verb.doc[low - 1] if low > sent.start else None
    if before is not None and before.is_quote and low - 2 >= sent.start:
        comma = verb.doc[low - 2].text in {",", "?", "!"}
    else:
        comma = before is not None and before.text == ","
    if not comma or not any(one.pos_ in VERBS and one.tag_ in FINITE for one in verb.doc[start:low]):
        return []
    return list(range(start, low))


def find_clause(verb: Token, cues: Cues, sent: Span) -> Finding | None:
    """Find speech, thought and evidence with a clause: "said (that) X", "X, he said", "told her X", "asked if X"."""
    lemma = verb.lemma_.lower()
    if lemma not in cues.speech | cues.belief | cues.evidence | {"ask"}:
        return None
    clause = next(
        (one for one in verb.children if one.dep_ == "ccomp" and one.pos_ in VERBS | {"ADJ", "NOUN", "PROPN", "ADV"}),
        None,
    )
    told = child(verb, "dobj", "dative") if clause is None else None
    if told is not None and told.i > verb.i:  # "assured crews that it held", parsed as if the crews were what it held
        clause = next((one for one in told.rights if one.dep_ == "relcl" and opens_with_that(one)), None)
    if clause is not None and clause.i > verb.i:
        tokens = subtree(clause)
        return build(verb, cut_participle(verb, [i for i in tokens if i > verb.i]), "clause")
    if lemma in cues.speech | cues.evidence | {"think", "believe"}:
        trailing = find_trailing(verb, sent)
        if trailing:
            return build(verb, trailing, "trailing")
    if clause is not None:
        return build(verb, subtree(clause), "clause")
    if verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and child(verb, "mark") is not None and verb.i > 0):
        as_clause = child(verb, "mark")
        if verb.dep_ == "parataxis" or (as_clause is not None and as_clause.lower_ == "as" and lemma in cues.speech):
            return build(verb, subtree(verb.head, without=subtree(verb)), "clause")
    return None


def find_infinitive(verb: Token, cues: Cues) -> Finding | None:
    """Find "agreed to X" (the subject's own) and "urged her to X", "wants them to X" (asked of another)."""
    lemma = verb.lemma_.lower()
    low = next(
        (one for one in verb.children if one.dep_ in {"xcomp", "ccomp"} and one.i > verb.i and one.pos_ in VERBS), None
    )
    if low is None or not any(one.dep_ == "aux" and one.lower_ == "to" for one in low.children):
        return None
    target = child(low, "nsubj") or child(verb, "dobj")
    if target is not None and target.i > verb.i and lemma in cues.directive:
        return build(verb, sorted({*subtree(target), *subtree(low)}), "directive")
    if target is None and lemma in cues.infinitive:
        return build(verb, subtree(low), "infinitive")
    return None


def find_prepositional(verb: Token, cues: Cues) -> Finding | None:
    """Find "agreed to X", "called for X", "ruled out X", "warned against X"."""
    lemma = verb.lemma_.lower()
    if lemma == "point" and verb.tag_ == "VBG":
        return None  # "…," she said, pointing to the door
    particle = child(verb, "prt")
    thing = child(verb, "dobj")
    if particle is not None and thing is not None and particle.lower_ in cues.particle.get(lemma, ()):
        return build(
            verb, subtree(thing), "particle", cue=list(range(min(cue_tokens(verb)), max(verb.i, particle.i) + 1))
        )
    for one in verb.children:
        if one.dep_ == "prep" and one.i > verb.i and one.lower_ in cues.prepositional.get(lemma, ()):
            inner = [i for i in subtree(one) if i != one.i]
            cue = cue_tokens(verb)
            if one.i == max(cue) + 1:
                cue = [*cue, one.i]
            if (
                all(verb.doc[i].tag_ == "WDT" for i in inner)
                and verb.dep_ == "relcl"
                and verb.head.pos_ in {"NOUN", "PROPN"}
            ):
                # "the deal, which Karsovia has agreed to": the content is what the clause hangs on.
                inner = source_tokens(verb.head, verb)
            return build(verb, inner, "preposition", cue=cue)
    return None


def find_object(verb: Token, cues: Cues) -> Finding | None:
    """Find "condemned X", "accused X of Y", "described X as Y", "called X Y", "put X at 1,500"."""
    lemma = verb.lemma_.lower()
    if lemma in cues.figuring:
        return find_figure(verb)
    if lemma not in cues.object and lemma not in cues.naming and lemma not in cues.with_preposition:
        return None
    thing = child(verb, "dobj")
    complement = child(verb, "oprd", "ccomp", "acomp")
    prepositions = cues.with_preposition.get(lemma, frozenset())
    extra = [one for one in verb.children if one.dep_ == "prep" and one.lower_ in prepositions and one.i > verb.i]
    if lemma in cues.naming and ((complement is not None and complement.i > verb.i) or extra):
        parts = [one for one in (thing, complement, *extra) if one is not None and one.i > verb.i]
        return build(verb, sorted({i for one in parts for i in subtree(one)}), "naming")
    if thing is None and complement is not None and next(iter(complement.subtree)).lower_ == "what":
        thing = complement  # "rejected what he called a rumour"
    if thing is None or thing.i < verb.i:
        return None
    if extra:
        return build(verb, sorted({i for one in (thing, *extra) for i in subtree(one)}), "object")
    if lemma in cues.object:
        return build(verb, subtree(thing), "object")
    return None


def find_figure(verb: Token) -> Finding | None:
    """Find "put the number at 1,500": a thing and the figure that somebody gives it."""
    thing = child(verb, "dobj")
    at = next((one for one in verb.children if one.dep_ == "prep" and one.lower_ == "at" and one.i > verb.i), None)
    figure = child(at, "pobj") if at is not None else None
    if thing is None or at is None or figure is None or not any(one.like_num for one in figure.subtree):
        return None
    if thing.ent_type_ == "PERSON" or not verb.i < thing.i < at.i:
        return None
    return build(verb, sorted({*subtree(thing), *subtree(at)}), "figure")


def find_light(verb: Token, cues: Cues) -> Finding | None:
    """Find "expressed concern that X", "extended an invitation to X", "pushes its plan for X"."""
    noun = child(verb, "dobj")
    if verb.lemma_.lower() not in cues.light_verbs or noun is None or noun.i < verb.i:
        return None
    if noun.lemma_.lower() not in cues.light_nouns:
        return None
    cue = list(range(min(cue_tokens(verb)), noun.i + 1))
    clause = child(noun, "acl", "relcl", "ccomp") or next(
        (
            one
            for one in verb.children
            if one.dep_ in {"ccomp", "xcomp", "advcl"} and one.i > noun.i and child(one, "mark") is not None
        ),
        None,
    )
    to_clause = child(noun, "acl") or child(verb, "xcomp", "advcl")
    if (
        to_clause is not None
        and to_clause.i > noun.i
        and any(one.dep_ == "aux" and one.lower_ == "to" for one in to_clause.children)
    ):
        addressee = [i for one in noun.children if one.dep_ == "prep" for i in subtree(one)]
        return build(verb, [i for i in subtree(to_clause) if i not in addressee], "light", cue=cue)
    if clause is not None and clause.i > noun.i and clause.dep_ != "relcl":
        return build(verb, subtree(clause), "light", cue=cue)
    for one in sorted((*noun.children, *verb.children), key=lambda token: token.i):
        if one.dep_ == "prep" and one.i > noun.i and one.lower_ in cues.light_prepositions and one.i <= noun.i + 2:
            inner = [i for i in subtree(one) if i != one.i]
            return build(verb, inner, "light", cue=list(range(cue[0], one.i + 1)))
    voiced = verb.lemma_ in ("voice", "vent")  # "to voice their frustration" is always said
    if (voiced or noun.lemma_.lower() in cues.light_keep) and any(one.dep_ == "poss" for one in noun.children):
        return build(verb, subtree(noun), "voice" if voiced else "light")
    return None


def find_stance(verb: Token, cues: Cues) -> Finding | None:
    """Find "spoke in favor of X", "is in support of X"."""
    if verb.lemma_.lower() not in cues.stance_verbs:
        return None
    words = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 5]]
    for phrase in cues.stance_phrases:
        if tuple(words[: len(phrase)]) == phrase:
            last = verb.doc[verb.i + len(phrase)]
            inner = [i for i in subtree(last) if i > last.i]
            return build(verb, inner, "stance", cue=[*cue_tokens(verb), *range(verb.i + 1, last.i + 1)])
    return None


def find_adjective(token: Token, cues: Cues) -> Finding | None:
    """Find "is optimistic that X", "are worried about X"."""
    if token.lemma_.lower() not in cues.adjectives or token.dep_ not in {"acomp", "conj", "oprd", "ROOT"}:
        return None
    verb = token.head
    clause = child(token, "ccomp", "xcomp") or (child(verb, "ccomp") if verb.lemma_ == "be" else None)
    if clause is not None and clause.i > token.i:
        low = min(cue_tokens(verb)) if verb.i < token.i and token.i - verb.i <= 3 else token.i
        return build(verb, subtree(clause), "adjective", cue=list(range(low, token.i + 1)))
    return None


def find_noun(noun: Token, cues: Cues) -> Finding | None:
    """Find "officials' claim that X", "alarm from bodies that X": the source is a possessor or an agent."""
    if noun.lemma_.lower() not in cues.nouns:
        return None
    clause = next((one for one in noun.children if one.dep_ in {"acl", "ccomp", "relcl"} and one.i > noun.i), None)
    agent = next((one for one in noun.children if one.dep_ == "prep" and one.lower_ in {"from", "by", "among"}), None)
    if clause is None and agent is not None:
        named = child(agent, "pobj")
        clause = (
            next((one for one in named.children if one.dep_ in {"acl", "relcl"}), None) if named is not None else None
        )
    if clause is None or not opens_with_that(clause):
        return None
    owner = child(noun, "poss") or (child(agent, "pobj") if agent is not None else None)
    source = []
    if owner is not None:
        source = [i for i in source_tokens(owner, clause) if noun.doc[i].tag_ != "POS"]
    tokens = subtree(clause)
    return Finding(noun.i, (noun.i,), tuple(tokens), tuple(source), "noun")


def find_findings(doc: Doc) -> list[Finding]:
    """All attributions that grammar shows, nested ones and rival readings of other cues included, by cue."""
    return list(iterate(doc, load_cues()))


def iterate(doc: Doc, cues: Cues) -> Iterator[Finding]:
    """Try each construction at each word; the first that fits a cue wins."""
    for sent in doc.sents:
        for token in sent:
            found: Finding | None = None
            if token.pos_ in VERBS and is_reported(token):
                for one in (find_stance, find_light):
                    found = found or one(token, cues)
                found = found or find_infinitive(token, cues) or find_clause(token, cues, sent)
                found = found or find_prepositional(token, cues) or find_object(token, cues)
            elif token.pos_ == "ADJ":
                found = find_adjective(token, cues)
            elif token.pos_ == "NOUN":
                found = find_noun(token, cues)
            if token.lower_ in {"according", "in", "per"}:
                found = find_according(token, cues) or find_per(token) or found
            if found is not None:
                yield found
