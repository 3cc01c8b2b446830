"""What a court does to somebody: pleas, hearings, trials, verdicts, sentences, told by a verb or by a noun with a date.

All are PLOVER's COERCE with the accused as the target (an acquittal is CONCEDE); the judge is the source of what only a
judge does. Where the accused or the judge is not printed, the document's only one is taken and marked as inherited.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import join_roles
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.grammar import agents, conjoined, has_no, is_passive, is_verb, own_subjects, patients
from onrecord.annotate.noun_marks import is_definite, order_of
from onrecord.annotate.noun_statuses import status_of_noun
from onrecord.annotate.stand_ins import guilty_after, named_parties, printed_accused
from onrecord.annotate.statuses import status_of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stand_ins import StandIns

UNTIL = frozenset({"until", "till", "to", "for"})
MODIFIERS = frozenset({"compound", "nmod", "amod"})


def find_proceedings(scene: Scene, stand_ins: StandIns) -> list[Draft]:
    """All court events with an accused and a time or a place.

    Args:
        scene: The document.
        stand_ins: Its only accused and only judge.
    """
    drafts: list[Draft | None] = []
    for token in scene.parse.doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB":
            if lemma == "plead":
                drafts.append(read_plea(scene, token))
            elif lemma == "find" and guilty_after(token) is not None:
                drafts.append(read_verdict(scene, token, stand_ins))
            elif lemma == "adjourn":
                drafts.append(read_adjourned(scene, token, stand_ins))
            elif lemma in scene.words.lists["court.standing"]:
                drafts.append(read_standing(scene, token))
        elif token.pos_ == "NOUN" and lemma in scene.words.lists["court.nouns"]:
            drafts.append(read_court_noun(scene, token, stand_ins))
    return [draft for draft in drafts if draft is not None and (draft.times or draft.where or draft.word == "find")]


def verb_draft(
    scene: Scene, verb: Token, end: Token, source: tuple[int, ...], accused: list[Token], *, inherited: bool = False
) -> Draft | None:
    """A draft from a verb of the court room and the accused printed with it."""
    target = tuple(dict.fromkeys(named_parties(scene, accused)))
    if not target:
        return None
    first, last = evidence_tokens(scene, verb, accused, end.i)
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, end),
        word=verb.lemma_.lower(),
        type="COERCE",
        actors=join_roles(tuple(one for one in source if one not in target), target),
        times=merge_times(times_of_clause(scene, verb), late_times(scene, end)),
        where=place_of_clause(scene, verb),
        status=status_of_verb(scene, verb),
        complete=True,
        inherited=inherited,
    )


def late_times(scene: Scene, end: Token) -> list[int]:
    """Times that the parser hung on the word that closes the phrase ("found guilty on Thursday")."""
    return times_of_clause(scene, end) if end.pos_ != "VERB" else []


def read_plea(scene: Scene, verb: Token) -> Draft | None:
    """ "A pleaded not guilty on Monday"."""
    guilty = guilty_after(verb)
    return None if guilty is None else verb_draft(scene, verb, guilty, (), agents(verb))


def read_verdict(scene: Scene, verb: Token, stand_ins: StandIns) -> Draft | None:
    """ "A was found guilty on Thursday", "the court found A guilty"."""
    guilty = guilty_after(verb)
    if guilty is None:
        return None
    printed = scene.parties(agents(verb)).actors
    judge = () if printed or stand_ins.judge is None else (stand_ins.judge,)
    clauses = [child for child in verb.rights if child.dep_ in ("ccomp", "xcomp")]
    accused = patients(verb) or [one for clause in clauses for one in own_subjects(clause)]
    draft = verb_draft(scene, verb, guilty, printed or judge, accused, inherited=bool(judge))
    cleared = guilty.i and guilty.nbor(-1).lower_ == "not"
    return replace(draft, type="CONCEDE") if draft is not None and cleared else draft


def read_standing(scene: Scene, verb: Token) -> Draft | None:
    """ "A appeared in court on Monday", "A stood trial", "A went on trial", "A was put on trial"."""
    rooms = scene.words.lists["court.rooms"]
    near = [child for child in verb.rights if child.dep_ in ("dobj", "prep", "attr")]
    ends = [child for child in near if child.dep_ == "dobj" and child.lower_ == "trial"]
    ends += [
        noun
        for child in near
        if child.dep_ == "prep" and child.lower_ in ("in", "on", "before", "at", "to")
        for noun in child.children
        if noun.dep_ == "pobj" and (noun.lower_ in rooms if child.lower_ != "on" else noun.lower_ == "trial")
    ]
    if not ends or (verb.lemma_ != "appear" and ends[0].lower_ != "trial"):
        return None
    people = patients(verb) if is_passive(verb) or verb.lemma_ in ("put", "place") else agents(verb)
    if verb.lemma_ == "appear" and not is_tried(scene, verb):
        return None
    return verb_draft(scene, verb, ends[0], (), people)


def is_tried(scene: Scene, verb: Token) -> bool:
    """Is it the accused who appears, and no witness or lawyer: charged, accused or pleading in the same sentence?"""
    return any(
        one.lemma_.lower() in scene.words.lists["court.tried"] or one.lemma_.lower() in ("accuse", "plead", "charge")
        for one in verb.sent
        if one.pos_ in ("VERB", "NOUN")
    )


def read_adjourned(scene: Scene, verb: Token, stand_ins: StandIns) -> Draft | None:
    """ "adjourned the hearing until 3 May": the sitting to come, whose words are "until 3 May"."""
    nouns = scene.words.lists["court.nouns"] | {"case", "session"}
    sittings = [one for one in patients(verb) if one.lemma_.lower() in nouns]
    if stand_ins.accused is None or not sittings:
        return None
    for prep in (child for top in (verb, *sittings) for child in top.children):
        goals = [one for one in prep.children if one.dep_ == "pobj" and one.i in scene.in_time]
        if prep.lower_ in UNTIL and goals:
            end = max(one.i for one in goals[0].subtree if one.i in scene.in_time)
            times = [scene.time_at[one.i][0] for one in goals[0].subtree if one.i in scene.time_at]
            return Draft(
                first=prep.i,
                last=end,
                trigger=scene.parse.span_of(prep, scene.parse.doc[end]),
                word="hearing",
                type="COERCE",
                actors=join_roles((), (stand_ins.accused,)),
                times=merge_times(times),
                status="planned",
                inherited=True,
            )
    return None


def read_court_noun(scene: Scene, noun: Token, stand_ins: StandIns) -> Draft | None:
    """ "Friday's hearing", "the trial of A opened on 4 March", "the sentencing was moved to 4 January"."""
    lists = scene.words.lists
    lemma = noun.lemma_.lower()
    if noun.dep_ in MODIFIERS and noun.head.i > noun.i:
        return None  # "the trial date"
    if has_no(noun) or any(child.lower_ in lists["court.not_before"] for child in noun.lefts):
        return None
    printed = printed_accused(scene, noun)
    own = tuple(dict.fromkeys(named_parties(scene, printed)))
    target = own or (() if stand_ins.accused is None else (stand_ins.accused,))
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and is_verb(noun.head) else None
    verb = verb if verb is not None and verb.lemma_.lower() in lists["court.sitting"] | lists["court.moving"] else None
    if not target or (lemma in lists["court.passed"] and verb is None):
        return None
    moved = verb is not None and verb.lemma_.lower() in lists["court.moving"]
    ahead = times_after(scene, noun, verb) if verb is not None and moved else []
    clause = times_of_clause(scene, verb) if verb is not None and not moved else []
    first, last = evidence_tokens(scene, noun, [one for one in printed if one.i in scene.mention_at], noun.i)
    sat = [] if ahead else sitting_times(scene, noun)
    last = max(
        [
            last,
            *(
                scene.time_at[at][1]
                for at in range(noun.i, noun.right_edge.i + 1)
                if at in scene.time_at and scene.time_at[at][0] in sat
            ),
        ]
    )
    return Draft(
        first=min(first, noun.left_edge.i),
        last=last,
        trigger=scene.parse.span_of(noun, noun),
        word=lemma,
        type="COERCE",
        actors=join_roles((), target),
        times=merge_times(ahead, clause, sat),
        where=place_of_clause(scene, noun) or (place_of_clause(scene, verb) if verb is not None else None),
        status="planned" if ahead else status_of_noun(scene, noun, verb),
        definite=is_definite(noun),
        order=order_of(scene, noun),
        inherited=not own,
    )


def sitting_times(scene: Scene, noun: Token) -> list[int]:
    """The time before the noun ("Friday's hearing"), else the first one right after it ("the hearing of 3 May")."""
    before = [scene.time_at[one.i][0] for child in noun.lefts for one in child.subtree if one.i in scene.time_at]
    if before:
        return before
    at = noun.i + 1
    if noun.doc[at : at + 1].text.lower() in ("of", "on", "in", "from"):
        at += 1
    return [scene.time_at[at][0]] if at in scene.time_at else []


def times_after(scene: Scene, noun: Token, verb: Token) -> list[int]:
    """The new date of what was put off: "moved from 16 December to 4 January", "adjourned until Friday"."""
    found: list[int] = []
    for prep in (child for top in (verb, noun, *verb.rights) for child in top.rights):
        if prep.dep_ in ("prep", "dative") and prep.lower_ in UNTIL:
            goals = [one for goal in prep.children if goal.dep_ == "pobj" for one in conjoined(goal)]
            found += [scene.time_at[one.i][0] for goal in goals for one in goal.subtree if one.i in scene.time_at]
    return found
