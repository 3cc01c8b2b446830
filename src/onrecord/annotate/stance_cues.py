"""Where a clause takes a stance: the cue, what a negation or a condition makes of it, whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import (
    agents,
    auxiliaries,
    conjoined,
    is_negated,
    is_passive,
    logical_subjects,
    own_subjects,
)
from onrecord.annotate.stance_extent import Extent, noun_extent, read_extent
from onrecord.annotate.stance_judging import is_declined, judge
from onrecord.annotate.stance_unsaid import is_tipped, is_wished
from onrecord.annotate.stance_weight import is_idle, weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_words import CuePattern
    from onrecord.vocab.lists import Stance

GAP = 4
PARTY_GAP = 14
JUDGED_AS = frozenset(("dismiss", "denounce", "condemn", "decry", "reject", "welcome", "oppose", "criticise"))
PAPERS = frozenset({"resolution", "letter", "statement", "motion", "petition", "declaration"})
PLURAL = frozenset({"NNS", "NNPS"})
HARDLY = frozenset({"no", "any", "little", "few", "neither", "less"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A stance as a clause has it: the cue word, whose, and the words that name the proposal.

    `settled`: the label says what it is on; `returned`: it replies to the proposal before it; `bare`: it is on what the
    text has just spoken of; `echoed`: the stance is that of the party before.
    """

    at: Token
    stance: Stance
    holders: tuple[Token, ...]
    about: Extent
    demand: bool = False
    speaker: bool = False
    label: str = ""
    last: int = -1
    settled: bool = False
    returned: bool = False
    bare: bool = False
    echoed: bool = False


def find_verb_cue(scene: Scene, verb: Token) -> Cue | None:
    """The stance a verb expresses, if it is one of the lexicon's and says what is so."""
    if is_wished(verb) or is_tipped(verb):
        return None
    for pattern in load_stance_words().verbs.get(verb.lemma_.lower(), ()):
        start = match(scene, verb, pattern)
        if start is None:
            continue
        if pattern.only_negated:
            stance = pattern.stance if is_declined(verb, past=pattern.stance == "undecided") else None
        else:
            stance = judge(scene, verb, pattern.stance)
        if stance is not None:
            return place_cue(scene, verb, pattern, stance, start)
        if not pattern.only_negated:
            return None
    return None


def place_cue(scene: Scene, verb: Token, pattern: CuePattern, stance: Stance, start: int) -> Cue | None:
    """Find the proposal of a verb cue: after it, or before it in the passive and in relative clauses."""
    doc = scene.parse.doc
    if not pattern.rest and any(child.dep_ == "prt" for child in verb.children):
        return None  # "backed up by"
    if not pattern.rest and is_passive(verb):
        heads, holders = logical_subjects(verb), agents(verb)
        if not heads or heads[0].pos_ == "PRON":
            return None  # "there is no sign that this is backed by …"
        about = noun_extent(doc, climb(heads[0], verb), verb.i) if holders else None
        weak = verb.lemma_ in load_stance_words().lists["weighing"] | {"offer"} and not weighs_proposal(scene, about)
        return None if about is None or weak else Cue(verb, stance, tuple(holders), about)
    if pattern.rest[-1:] in (("whether",), ("how",), ("if",)):
        return place_question(scene, verb, stance, start)
    if pattern.party and start > 1 and doc[start - 2].lower_ == "not":
        stance = "opposes"  # "urge the government not to retaliate"
    clause = "that" in pattern.rest or (start < len(doc) and doc[start].lower_ == "that")
    if verb.lemma_ == "suggest" and any(one.dep_ == "ccomp" for one in verb.rights):
        return None  # "suggested the plan was dead"
    if not pattern.rest and not may_start(scene, start):
        return place_relative(scene, verb, stance)
    about = read_extent(scene, after_dative(verb, start), clause=clause)
    if stance == "agrees" and about is not None and is_paper(verb) and has_own_stance(verb):
        return None  # "approved a resolution condemning the ban": what counts is that it condemns the ban
    if verb.lemma_ in JUDGED_AS and about is not None:
        called = [one.i for one in doc[about.first + 1 : about.last + 1] if is_called(one)]
        about = Extent(about.first, called[0] - 1) if called else about  # "dismissed the plan as a gimmick"
        if called and verb.lemma_ not in ("oppose", "welcome") and not weighs_proposal(scene, about, wide=True):
            return None  # "dismissed the episode as a prank"
    phrase = " ".join((pattern.first, *pattern.rest))
    weighing = phrase in load_stance_words().lists["weighing_phrases" if pattern.rest else "weighing"]
    weighed = not weighing or weighs_proposal(scene, about)
    if about is not None and pattern.rest[:1] and pattern.rest[0] in load_stance_words().lists["doubting"]:
        weighed = weighs_proposal(scene, about, wide=True)  # "sceptical about a toll", not about somebody's motives
    if verb.lemma_ == "prefer" and about is not None and scene.parse.doc[about.first].tag_ == "VBG":
        weighed = False
    remark = not weighed or (clause and (verb.lemma_ in load_stance_words().lists["remarks"] or not is_wish(verb)))
    if about is None or remark or is_idle(scene, verb, pattern, about):
        return None
    if pattern.party and doc[about.first].lemma_ == "be":  # "wants the hearings to be public"
        asked = [one for one in doc[verb.i + 1 : about.first] if one.dep_ in ("nsubj", "nsubjpass", "dobj")]
        if not asked or asked[0].pos_ == "PRON":
            return None
        about = Extent(asked[0].left_edge.i, about.last)
    demand = pattern.party or clause or verb.lemma_ in ("demand", "urge", "insist", "call", "press")
    whose = logical_subjects if verb.lemma_ == "oppose" and is_passive(verb) else agents  # "is opposed to"
    return Cue(verb, stance, tuple(whose(verb)), about, demand=demand)


def is_paper(verb: Token) -> bool:
    """Is it a resolution or a letter that is passed or signed, and no law?"""
    return any(one.dep_ == "dobj" and one.lemma_.lower() in PAPERS for one in verb.rights)


def has_own_stance(verb: Token) -> bool:
    """Does a participle behind the paper say what it is for or against?"""
    deeds = [one for thing in verb.rights if thing.dep_ == "dobj" for one in thing.rights if one.dep_ == "acl"]
    return any(one.tag_ == "VBG" and one.lemma_.lower() in load_stance_words().verbs for one in deeds)


def after_dative(verb: Token, start: int) -> int:
    """Index of the token after whom something is offered to ("offered him 300 soldiers")."""
    given = next((child for child in verb.rights if child.dep_ == "dative" and child.pos_ != "ADP"), None)
    if verb.lemma_ != "offer" or given is None or given.left_edge.i != start:
        return start
    return given.right_edge.i + 1


def place_question(scene: Scene, verb: Token, stance: Stance, start: int) -> Cue | None:
    """ "left open whether it would tolerate one", "declined to say how she would vote": what its own party would do."""
    doc = scene.parse.doc
    if start + 1 >= len(doc) or doc[start].lower_ not in ("he", "she", "it", "they", "to", "we"):
        return None
    for token in doc[start : min(start + GAP, verb.sent.end)]:
        if token.tag_ != "VB":
            continue
        helpers = {one.lower_ for one in auxiliaries(token)}
        about = read_extent(scene, token.i) if helpers & {"will", "would", "to"} else None
        if about is None:
            return None
        bare = token.lemma_ in ("decide", "vote", "act", "answer", "respond", "proceed")
        label = "?" if bare and about.last <= token.i + 1 else ""
        return Cue(verb, stance, tuple(agents(verb)), about, label=label, bare=bool(label))
    return None


def place_relative(scene: Scene, verb: Token, stance: Stance) -> Cue | None:
    """ "arbitration, which Voll does not exclude", "a trial she had dismissed": on the noun of the relative clause."""
    holders = own_subjects(verb)
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    if is_as_proposed(verb) and holders:  # "a fence, as the League proposes"
        return Cue(verb, stance, tuple(holders), noun_extent(scene.parse.doc, verb.head, verb.left_edge.i))
    if verb.dep_ != "relcl" or not holders or any(one.lower_ not in ("which", "that") for one in objects):
        return None
    if verb.head in holders or any(one.dep_ in ("xcomp", "ccomp") for one in verb.children):
        return None
    if any(one.tag_ in ("WDT", "WP") and one.dep_ in ("nsubj", "nsubjpass") for one in verb.children):
        return None
    if verb.head.lemma_.lower() in load_stance_words().lists["unnamed"] or is_other(verb):
        return None  # "the last thing he wanted"
    about = noun_extent(scene.parse.doc, climb(verb.head, verb), verb.left_edge.i)
    if verb.lemma_ in load_stance_words().lists["weighing"] and not weighs_proposal(scene, about):
        return None
    return Cue(verb, stance, tuple(one for head in holders for one in conjoined(head)), about)


def is_other(verb: Token) -> bool:
    """ "it was not the bill he wanted": another one."""
    return verb.head.dep_ == "attr" and is_negated(verb.head.head)


def is_as_proposed(verb: Token) -> bool:
    """A verb without an object in a clause that "as" ties to a noun."""
    tied = verb.dep_ == "advcl" and verb.head.pos_ == "NOUN" and any(child.lower_ == "as" for child in verb.lefts)
    return tied and not any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in verb.children)


def climb(noun: Token, verb: Token) -> Token:
    """ "the pause in patrols sought by X": X seeks the pause, whatever the parser says; not "that were sought"."""
    if any(one.lower_ in ("were", "are", "have") for one in auxiliaries(verb)):
        near = next((one for one in reversed(verb.doc[noun.i : verb.left_edge.i]) if one.pos_ == "NOUN"), noun)
        return near if noun.tag_ not in PLURAL and near.tag_ in PLURAL else noun
    measures = load_stance_words().lists["measures"]
    if noun.lemma_.lower() not in measures and noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in measures:
        return noun.head.head
    return noun


def is_wish(verb: Token) -> bool:
    """Is the clause after "insisted that" a wish ("the sailors come home") rather than an account ("she agreed")?"""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i:
            helpers = {one.lower_ for one in auxiliaries(child)}
            unmarked = child.tag_ in ("VB", "VBP", "NN")  # the tagger takes "resign" for a noun
            return bool(helpers & {"must", "should", "shall", "be"}) or (unmarked and not helpers)
    return True


def may_start(scene: Scene, start: int) -> bool:
    """Can a direct object start here, adverbs and times aside?"""
    doc = scene.parse.doc
    for token in doc[start : start + 5]:
        if token.pos_ in ("ADV", "SPACE") or token.is_quote or token.i in scene.in_time:
            continue
        if token.text in "$€£":
            return True
        return (
            token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON")
            or token.tag_ in ("VBG", "VBN", "PRP$")
            or token.lower_ == "that"
        )
    return False


def match(scene: Scene, verb: Token, pattern: CuePattern) -> int | None:
    """Index of the token after a cue, if the words of the pattern follow the verb."""
    doc, at = scene.parse.doc, verb.i + 1
    for number, word in enumerate(pattern.rest):
        wide = pattern.party and number == len(pattern.rest) - 1 and word == "to"
        if wide and at < len(doc) and doc[at].lower_ == "to":
            return None  # "wanted to stop her getting the chance to speak": his own act
        reach = PARTY_GAP if wide or verb.lemma_ == "vote" else GAP + 1
        stop = min(at + reach, verb.sent.end)
        found = None
        for step in range(at, stop):
            token = doc[step]
            after = step + 1 + (step + 1 < len(doc) and doc[step + 1].is_quote)
            opens = after < len(doc) and step > at and doc[after].tag_ in ("VB", "RB")
            if word in (token.lower_, token.lemma_.lower()) and (not wide or opens):
                found = step
                break
            dated = token.pos_ == "ADP" and step + 1 in scene.in_time  # "offered on Monday to"
            skipped = (
                token.pos_ == "ADV"
                or token.dep_ == "neg"
                or dated
                or (verb.lemma_ == "vote" and is_count(token))
                or token.is_quote
                or step in scene.in_time
                or wide
                or (len(pattern.rest) > 1 and is_modifier(token))
            )
            acts = wide and token.tag_ in ("VBD", "VBZ", "VBP")  # "pushed her down and tried to"
            if not skipped or acts or token.text in ".;:":
                break
        if found is None:
            return None
        at = found + 1
    return at


def is_called(link: Token) -> bool:
    """ "as a gimmick", "as “hurtful”": what a thing is called, not "her record as minister"."""
    after = next((one for one in link.doc[link.i + 1 : link.i + 3] if not one.is_quote), link)
    return link.lower_ == "as" and (after.pos_ in ("ADJ", "ADV", "VERB") or after.lower_ in ("a", "an", "being"))


def is_count(token: Token) -> bool:
    """A word of "voted by 201 to 88 for"."""
    joins = token.lower_ in ("by", "to", "-", "votes") and (token.nbor(-1).like_num or token.nbor().like_num)
    return token.like_num or joins or token.ent_type_ in ("PERCENT", "CARDINAL")


def is_modifier(token: Token) -> bool:
    """ "gave its full backing to": a word before the noun of a phrase that leaves it what it is."""
    return (token.pos_ in ("DET", "ADJ") or token.tag_ == "PRP$") and token.lower_ not in HARDLY
