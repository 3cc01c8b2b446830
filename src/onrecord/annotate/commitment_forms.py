"""Promises in other forms: next steps, signed texts, the passive, a day moved, and what "to do so" stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_arrangements import find_arranging, find_forecast
from onrecord.annotate.commitment_clauses import Promise, clause_end
from onrecord.annotate.commitment_words import load_commitment_words
from onrecord.annotate.grammar import agents, auxiliaries, is_negated, is_passive, is_verb, own_subjects
from onrecord.annotate.relatives import relative_noun
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import CommitmentMention

BACK = 60
"""Tokens back in which "to do so" finds what is to be done."""
SPEAKS = 4
"""Tokens between the verb of saying and the pronoun that is its speaker."""


LAWS = frozenset({"bill", "law", "legislation", "act", "ordinance", "resolution"})
""" "Signed a bill that bans nets": what is law, and nobody's promise."""


def find_other_form(scene: Scene, verb: Token) -> Promise | None:
    """The promise of a verb in one of these forms."""
    if under_irrealis(verb):
        return None
    for finder in (find_arranging, find_forecast, find_step, find_instrument, find_promised_to, find_moved):
        promise = finder(scene, verb)
        if promise is not None:
            return promise
    return None


def find_step(scene: Scene, verb: Token) -> Promise | None:
    """ "the next step should be a memorandum"."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if verb.lemma_ != "be" or not subjects or subjects[0].lemma_ not in load_commitment_words()["steps"]:
        return None
    if not any(child.lower_ == "next" for child in subjects[0].children) or is_negated(verb):
        return None
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    speaker = scene.statements[statement].source.actor if statement is not None else None
    if speaker is None:
        return None
    return Promise(subjects[0].left_edge.i, clause_end(scene, verb.i), verb, (speaker,))


def find_instrument(scene: Scene, verb: Token) -> Promise | None:
    """ "signed a joint statement that halts patrols for 30 days": those who signed are held to it."""
    if (
        verb.dep_ != "relcl"
        or verb.tag_ not in ("VBZ", "VBP")
        or verb.head.lemma_ not in load_commitment_words()["instruments"] - LAWS
        or verb.lemma_ in load_commitment_words()["wanting"]
    ):
        return None
    above = verb.head.head
    if not is_verb(above) or is_negated(above):
        return None
    held = scene.parties(agents(above)).actors
    return Promise(verb.i, clause_end(scene, verb.i), verb, held[:2], needs_time=True) if held else None


def find_promised_to(scene: Scene, verb: Token) -> Promise | None:
    """ "She was promised a new road by the ministry before winter": who promised it is held to it."""
    words = load_commitment_words()
    if verb.lemma_ not in words["given"] or verb.tag_ != "VBN" or not is_passive(verb) or is_negated(verb):
        return None
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "xcomp", "ccomp")]
    givers = [one for by in following(verb, "by", objects) for one in by.children if one.dep_ == "pobj"]
    if not objects or not givers:
        return None
    held = scene.parties(givers).actors
    subjects = own_subjects(verb)
    first = subjects[0].left_edge.i if subjects and 0 < verb.i - subjects[0].left_edge.i < BACK // 3 else verb.i
    return Promise(first, clause_end(scene, verb.i), verb, held[:2]) if held else None


def following(verb: Token, word: str, nouns: list[Token]) -> list[Token]:
    """The prepositions of a word under a verb or its objects, after the verb."""
    return [
        child
        for head in (verb, *nouns)
        for child in head.rights
        if child.dep_ in ("prep", "agent") and child.lower_ == word
    ]


def find_moved(scene: Scene, verb: Token) -> Promise | None:
    """ "The vote has been postponed from 3 May to 9 May": who announces it is held to the new day."""
    if verb.lemma_ not in load_commitment_words()["moving"] or verb.tag_ not in ("VBD", "VBN") or is_negated(verb):
        return None
    put = verb.lemma_ != "put" or any(one.lower_ == "off" for one in verb.rights)
    subjects = own_subjects(verb)
    occasion = is_passive(verb) and any(one.lemma_ in load_commitment_words()["occasions"] for one in subjects)
    sure = dated(scene, verb, ("from",)) or verb.lemma_ not in ("move", "shift", "push") or occasion
    new = next(iter(dated(scene, verb, ("to", "until", "till"))), None) if put and sure else None
    if new is None or {one.lower_ for one in auxiliaries(verb)} & {"would", "could", "may", "might", "should"}:
        return None
    held = () if is_passive(verb) else scene.parties(subjects).actors
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    source = None if statement is None else scene.statements[statement].source.actor
    held = held or (() if source is None else (source,))
    body = bool(subjects) and (is_passive(verb) or subjects[0].lemma_.lower() in load_stance_words().lists["bodies"])
    if not held and not body:
        return None
    return Promise(verb.i, clause_end(scene, verb.i), verb, held[:1] or (None,), needs_time=True)


def dated(scene: Scene, verb: Token, words: tuple[str, ...]) -> list[int]:
    """Indices of the times right after one of these prepositions behind a verb, in its clause."""
    found = []
    for at in range(verb.i + 1, min(verb.i + 14, verb.sent.end - 1)):
        if verb.doc[at].lower_ in words and at + 1 in scene.time_at:
            found.append(scene.time_at[at + 1][0])
    return found


def moved_from(scene: Scene, verb: Token) -> int | None:
    """Index of the time that something was moved from."""
    if verb.lemma_ not in load_commitment_words()["moving"]:
        return None
    return next(iter(dated(scene, verb, ("from",))), None) or was_to_be(scene, verb)


def was_to_be(scene: Scene, verb: Token) -> int | None:
    """ "The talks, which were to open on Tuesday, have been postponed": index of the first day."""
    clauses = [
        one
        for one in verb.doc[verb.sent.start : verb.i]
        if one.dep_ == "relcl"
        and one.lower_ in ("was", "were")
        and one.nbor(1).lower_ in ("to", "due", "scheduled", "set")
    ]
    subjects = own_subjects(verb)
    if not clauses or not subjects or not is_passive(verb) or clauses[0].i > subjects[0].right_edge.i:
        return None
    found = [scene.time_at[at][0] for at in range(clauses[0].i, verb.i) if at in scene.time_at]
    return found[0] if found else None


def moved_to(scene: Scene, verb: Token) -> int | None:
    """Index of the time that something was moved to."""
    return next(iter(dated(scene, verb, ("to", "until", "till"))), None)


def find_about(verb: Token) -> tuple[Token, Token] | None:
    """First and last word of what a promise leaves to other words, None where it says all itself.

    "to do so" stands for the infinitive before it; "which the court undertook to publish" is about the noun before;
    "has been moved" about its subject.
    """
    doc = verb.doc
    below = [child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ == "VB"]
    for one in below:
        if one.lemma_ == "do" and any(child.lower_ in ("so", "that", "this", "it") for child in one.rights):
            return find_antecedent(doc, verb)
    noun = relative_noun(verb)
    if noun is not None:
        while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
            noun = noun.head.head
        return noun, noun
    if verb.lemma_ in load_commitment_words()["moving"]:
        subjects = [child for child in verb.children if child.dep_ in ("nsubjpass", "dobj")]
        return (subjects[0], subjects[0]) if subjects else None
    return None


def find_antecedent(doc: Doc, verb: Token) -> tuple[Token, Token] | None:
    """The last infinitive that somebody was asked, told or ordered to do before "promised to do so"."""
    asking = load_commitment_words()["asking"]
    for at in range(verb.i - 1, max(verb.i - BACK, 0), -1):
        token = doc[at]
        if token.tag_ == "VB" and token.dep_ in ("xcomp", "ccomp", "advcl") and is_verb(token.head):
            if token.head.lemma_ not in asking:
                return None
            last = max(token.right_edge.i, token.head.right_edge.i if token.head.dep_ == "conj" else 0)
            while doc[last].is_punct or doc[last].is_space:
                last -= 1
            return token, doc[last]
    return None


def is_retold(verb: Token) -> bool:
    """ "had promised", "which the court undertook to publish": told of as past."""
    if is_told_before(verb):
        return True
    if verb.lemma_ not in load_commitment_words()["binding"]:
        return False
    return any(child.lower_ == "had" for child in verb.children) or (verb.dep_ == "relcl" and verb.tag_ == "VBD")


def is_told_before(verb: Token) -> bool:
    """ "the day on which it had said it would open": what was promised before."""
    above = verb.head
    saying = verb.dep_ == "ccomp" and above.tag_ == "VBN" and above.lemma_ in ("say", "promise", "announce", "pledge")
    return saying and above.dep_ in ("relcl", "advcl", "acl") and any(one.lower_ == "had" for one in above.children)


def own_speaker(scene: Scene, verb: Token, statement: int | None) -> int | None:
    """ "Ann Low, said he would vote no": the pronoun right after the verb of saying is its speaker."""
    subjects = own_subjects(verb)
    if statement is None or len(subjects) != 1 or subjects[0].lower_ not in ("he", "she"):
        return None
    row = scene.statements[statement]
    if row.source.actor is None or scene.actors[row.source.actor].kind != "person" or not row.cue:
        return None
    words = scene.parse.document.text[row.cue[0].end : subjects[0].idx].split()
    before = any(span.end <= row.cue[0].start for span in row.source.spans)
    passage = scene.parse.document.text[verb.sent.start_char : row.cue[0].start].lower()
    if "spokes" in passage or set(passage.split()) & {"his", "her"}:
        return None  # "his spokeswoman said he would": the speaker is not who is spoken of
    hearer = len(words) > 1 and words[-1] == "that" and len(words) <= SPEAKS  # "told the court that he would"
    close = row.cue[0].end <= subjects[0].idx and (words in ([], ["that"]) or hearer) and before
    return row.source.actor if close else None


def is_within(old: CommitmentMention, new: CommitmentMention) -> bool:
    """ "The report, which was due on Friday, will now come on Monday": the old day is not what is promised."""
    return old.predicate == "be" and new.due not in (None, old.due) and new.start <= old.start and old.end < new.end
