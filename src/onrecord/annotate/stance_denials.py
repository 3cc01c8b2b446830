"""Denials as stances: "denied paying anybody", "pleaded not guilty to both counts", "There was no offer".

A denial takes the stance `denies` on what somebody is said to have done. A verb of denial says so outright; a flat "no"
or "never" counts only where it answers something: an accusation of the speaker, his own denial just before, or what
another source has just said (the "denying" of stance detection, Mohammad et al. 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, auxiliaries, has_no, is_infinitive, is_negated, is_passive, is_verb
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, label_of, read_extent, strip_shell
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_replies import LABEL
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalStatement

NEAR = 600
"""Characters back in which a flat "no" finds what it answers."""
OWN = 320
"""Characters back in which the speaker has already denied something."""
ACCUSED = 900
TOLD = frozenset({"it", "that", "this"})
SELF = frozenset({"i", "we"})
PRINTED_BY = frozenset({"deny", "dispute", "refute", "dismiss", "push"})
KIND = frozenset({"kind", "sort"})


def find_denial_cue(scene: Scene, verb: Token) -> Cue | None:
    """A denial that a verb expresses, or a flat one."""
    return find_denying_cue(scene, verb) or find_flat_cue(scene, verb)


def find_denying_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "denied paying anybody", "rejected the allegation", "pleaded not guilty to taking a bribe"."""
    lists = load_stance_words().lists
    pushed = find_pushed(verb)
    pleads = verb.lemma_ == "plead" and any(one.lower_ == "guilty" and is_negated(one) for one in verb.children)
    outright, turned = verb.lemma_ in lists["denying"], verb.lemma_ in lists["refuting"]
    if (
        not (pleads or outright or turned or pushed is not None)
        or under_irrealis(verb)
        or (is_negated(verb) and not pleads)
    ):
        return None
    if is_infinitive(verb) or (is_passive(verb) and not agents(verb)) or has_modal(verb):
        return None
    if is_passive(verb):
        return None if not turned else find_refuted(scene, verb)
    told = [one for one in verb.rights if one.dep_ == "dobj" and one.lower_ in TOLD and not list(one.children)]
    if told and outright:
        return deny_told(scene, verb, Extent(told[0].i, told[0].i))
    start = after_plea(verb) if pleads else verb.i + 1 if pushed is None else pushed
    about = read_extent(scene, start, clause=True) if start is not None else None
    if about is None:
        return None
    inner = strip_shell(scene.parse.doc, about)
    head = scene.parse.doc[inner.first : inner.last + 1].root
    charge = head.lemma_.lower() in lists["charges"] | (lists["printed"] if verb.lemma_ in PRINTED_BY else frozenset())
    withheld = (
        any(child.dep_ == "dative" for child in verb.children)
        or is_of_others(head)
        or head.lemma_.lower() in lists["withheld"]
    )
    if head.pos_ == "PRON" or ((turned or pushed is not None) and not charge) or (withheld and not is_verb(head)):
        return None
    if head.pos_ == "PROPN" and not is_verb(head):
        return None  # "denied Moreau the post"
    holders = tuple(agents(verb))
    whole = about
    if charge:  # "dismissed the report as fiction"
        if scene.parse.doc[about.last].tag_ == "VBG" and about.last > head.i:
            about = Extent(about.first, head.i)  # "a report claiming …"
        after = [one.i for one in scene.parse.doc[head.i + 1 : about.last + 1] if one.lower_ == "as"]
        about = Extent(about.first, after[0] - 1) if after else about
    label = (name_claimed(scene, head) or name_charge(scene, about, holders)) if charge else label_of(scene, about)
    return Cue(verb, "denies", holders, about, label=label, settled=True, last=whole.last)


def is_of_others(head: Token) -> bool:
    """ "denying poor people health care": the parser takes those it is kept from for a part of the thing."""
    return any(one.dep_ == "compound" and one.tag_ == "NNS" for one in head.lefts)


def deny_told(scene: Scene, verb: Token, about: Extent) -> Cue | None:
    """ "He denied it": what another source was quoted as saying just before."""
    holders = tuple(agents(verb))
    mine = set(scene.parties(list(holders)).actors)
    near = [
        one
        for one in scene.statements
        if one.source.actor not in mine
        and one.act not in ("ask", "deny", "thank")
        and not one.negated
        and verb.idx - NEAR < one.content[-1].end <= verb.idx
    ]
    if not near or not mine:
        return None
    last = max(near, key=lambda one: (one.content[-1].end, -one.content[0].start))
    label = name_told(scene, last)
    return Cue(verb, "denies", holders, about, label=label, settled=True) if label else None


def name_told(scene: Scene, told: LocalStatement) -> str:
    """The first words of what was said, as the name of what is denied."""
    said = scene.parse.text_of(told.content[0]).strip("“”\"' ").removeprefix("that ")
    return " ".join(said.split()[:LABEL])


def find_refuted(scene: Scene, verb: Token) -> Cue | None:
    """ "The allegation was rejected by the company"."""
    things = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if not things or things[0].lemma_.lower() not in load_stance_words().lists["charges"]:
        return None
    about = Extent(things[0].left_edge.i, things[0].i)
    holders = tuple(agents(verb))
    return Cue(verb, "denies", holders, about, label=name_charge(scene, about, holders), settled=True)


def find_pushed(verb: Token) -> int | None:
    """ "pushed back on Friday on a report": index of the first word of what is pushed back on."""
    if verb.lemma_ != "push" or not any(child.lower_ == "back" for child in verb.rights):
        return None
    doc = verb.doc
    for token in doc[verb.i + 2 : min(verb.i + 7, verb.sent.end - 1)]:
        if token.lower_ in ("on", "against", "at") and doc[token.i + 1].ent_type_ not in ("DATE", "TIME"):
            return int(token.i + 1)
    return None


def has_modal(verb: Token) -> bool:
    """ "would deny", "may deny": not said yet."""
    return any(one.tag_ == "MD" for one in auxiliaries(verb))


def after_plea(verb: Token) -> int | None:
    """Index after "to" in "pleaded not guilty on Monday to …"."""
    words = [one for one in verb.doc[verb.i + 1 : min(verb.i + 10, verb.sent.end)] if one.lower_ == "to"]
    return words[0].i + 1 if words else None


def name_claimed(scene: Scene, charge: Token) -> str:
    """ "rejected claims that his aides leaked the file": what the claims say, where they say it in a clause."""
    doc, at = scene.parse.doc, charge.i + 1
    if at >= len(doc) or doc[at].lower_ != "that":
        return ""
    claimed = read_extent(scene, at + 1, clause=True)
    return label_of(scene, claimed) if claimed is not None and claimed.last > claimed.first else ""


def name_charge(scene: Scene, about: Extent, holders: tuple[Token, ...]) -> str:
    """ "charges against Ada Moreau": which charges, so that those of two people are two."""
    base = label_of(scene, about)
    who = scene.parties(list(holders)).actors
    bare = about.last - about.first <= 2
    noun = scene.parse.doc[about.last].lemma_.lower()
    link = "against" if noun in load_stance_words().lists["raised"] else "denied by"
    return f"{base} {link} {scene.actors[who[0]].name}" if bare and who else base


def find_flat_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "I took no money", "There was no dinner", "No offer was made", "She said nothing of the kind"."""
    if not (is_past(verb) or is_there_now(verb)) or under_irrealis(verb) or has_modal(verb):
        return None
    index = scene.statement_at(verb.idx, verb.idx + len(verb))
    if index is None or scene.statements[index].act == "ask" or scene.statements[index].negated:
        return None
    kind = find_of_kind(verb)
    if kind is not None:
        before = next(others_before(scene, index, verb.idx, NEAR), None)
        label = name_told(scene, before) if before is not None else ""
        return (
            Cue(verb, "denies", (), Extent(verb.i, kind.i), speaker=True, label=label, settled=True) if label else None
        )
    thing = denied_thing(verb)
    never = any(one.lower_ == "never" for one in verb.children)
    own = any(one.lower_ in SELF for one in agents(verb))
    repeats = verb.dep_ == "conj" and is_verb(verb.head) and denied_thing(verb.head) is not None
    if repeats or (thing is None and not (never and own)):
        return None
    answering = answers(scene, verb, index, thing)
    if is_there_now(verb) and not answering:
        return None  # "there is no hurry"
    if not (answering or denied_before(scene, index, verb.idx) or (own and accused(scene, index))):
        return None
    label = flat_label(scene, verb, thing, own=own)
    extent = Extent(verb.i, verb.i)
    if thing is not None:
        extent = Extent(
            min(verb.i, thing.left_edge.i), verb.i if thing.i < verb.i else max(thing.i, thing.right_edge.i)
        )
    return Cue(verb, "denies", (), extent, speaker=True, label=label, settled=True)


def is_there_now(verb: Token) -> bool:
    """ "There is no plan"."""
    return verb.tag_ in ("VBZ", "VBP") and any(child.dep_ == "expl" for child in verb.children)


def is_past(verb: Token) -> bool:
    """A finite past or perfect: what was, not what is to be."""
    if verb.dep_ in ("aux", "auxpass"):
        return False
    return verb.tag_ == "VBD" or (
        verb.tag_ == "VBN" and any(one.lower_ in ("was", "were", "had", "has", "have") for one in auxiliaries(verb))
    )


def find_of_kind(verb: Token) -> Token | None:
    """The last word of "nothing of the kind", "no such thing" after "said" or "did"."""
    if verb.lemma_ not in ("say", "do", "happen"):
        return None
    for thing in verb.children:
        if thing.dep_ in ("dobj", "nsubj") and thing.lower_ == "nothing":
            return next((one for one in thing.subtree if one.lower_ in KIND), None)
    return None


def denied_thing(verb: Token) -> Token | None:
    """The noun under "no": of "there was", of a passive, or what the speaker took, gave or said."""
    there = any(child.dep_ == "expl" for child in verb.children)
    deps = ("attr", "nsubj") if there else ("nsubjpass",) if is_passive(verb) else ("dobj",)
    if not there and not is_passive(verb) and not any(one.lower_ in SELF for one in agents(verb)):
        return None
    found = [child for child in verb.children if child.dep_ in deps and has_no(child) and child.pos_ == "NOUN"]
    return found[0] if found and found[0].lemma_.lower() not in load_stance_words().lists["undenied"] else None


def flat_label(scene: Scene, verb: Token, thing: Token | None, *, own: bool) -> str:
    """ "dinner" for "there was no dinner", "take money" for "I took no money", "go near the lake"."""
    if thing is None:
        rest = read_extent(scene, verb.i + 1)
        return f"{verb.lemma_} {label_of(scene, rest)}" if rest is not None else verb.lemma_
    name = " ".join(one.text for one in thing.subtree if one.i <= thing.i and one.lower_ != "no")
    return f"{verb.lemma_} {name}" if own and not is_passive(verb) else name


def others_before(scene: Scene, index: int, at: int, reach: int) -> Iterator[LocalStatement]:
    """What other sources were quoted as saying shortly before, the nearest first."""
    mine = scene.statements[index].source.actor
    near = [
        one
        for one in scene.statements
        if one.source.actor != mine
        and one.act not in ("ask", "deny")
        and not one.negated
        and at - reach < one.content[-1].end <= at
    ]
    yield from sorted(near, key=lambda one: (-one.content[-1].end, one.content[0].start))


def answers(scene: Scene, verb: Token, index: int, thing: Token | None) -> bool:
    """Has another source just spoken of the thing that there was none of, or is it a wrong, which is alleged first?"""
    if thing is None:
        return False
    word = thing.lemma_.lower()
    if word in load_stance_words().lists["wrongs"]:
        return True
    for one in others_before(scene, index, verb.idx, NEAR):
        for span in one.content:
            tokens = scene.parse.doc.char_span(span.start, span.end, alignment_mode="expand")
            if tokens is not None and any(token.lemma_.lower() == word and token.pos_ != "PRON" for token in tokens):
                return True
    return False


def denied_before(scene: Scene, index: int, at: int) -> bool:
    """Has the speaker, or who he speaks for, just been said to deny something?"""
    mine = scene.statements[index].source.actor
    return mine is not None and any(
        one.act == "deny" and one.source.actor == mine and at - OWN < one.content[-1].end <= at
        for one in scene.statements
    )


def accused(scene: Scene, index: int) -> bool:
    """Was the speaker accused or charged shortly before?"""
    row = scene.statements[index]
    mine, at = row.source.actor, row.content[0].start
    if mine is None:
        return False
    charging = load_stance_words().lists["charging"]
    for one in scene.statements:
        cue = scene.parse.doc.char_span(one.cue[0].start, one.cue[0].end, alignment_mode="expand") if one.cue else None
        charges = cue is not None and any(token.lemma_.lower() in charging for token in cue)
        if not charges or one.source.actor == mine or not at - ACCUSED < one.content[0].start <= at:
            continue
        first = one.content[0].start
        if any(mention.actor == mine and first <= mention.start <= first + 40 for mention in scene.mentions):
            return True
    return False
