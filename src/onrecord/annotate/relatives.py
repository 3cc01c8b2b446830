"""Whom a relative clause or a participle is about: "the clerk arrested in May", "reporters for Five, who were …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.event_words import load_event_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

VERBS = frozenset({"VERB", "AUX"})
MEANT = frozenset({"ship", "vessel", "tanker", "boat", "man", "woman", "company", "firm", "bank", "plane", "truck"})
"""Things and people that may be suspected of a deed."""
DEALS = frozenset({"deal", "agreement", "accord", "pact", "treaty", "truce", "ceasefire", "contract", "settlement"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


ANSWERS = frozenset({"answer", "response", "reply", "reaction", "retort", "riposte", "reprisal", "act", "step"})
"""What somebody did, told in the infinitive after it."""

TOLD_DEEDS = frozenset(
    {"ask", "begin", "cast", "consider", "demand", "extend", "invite", "offer", "order", "plead", "post", "read"}
    | {
        "refuse",
        "report",
        "rule",
        "shout",
        "sign",
        "signal",
        "teach",
        "tell",
        "testify",
        "threaten",
        "tweet",
        "write",
        "yell",
    }
)
"""Verbs of saying that as often tell what those did of whom is spoken ("police said the men had met and refused …")."""
WORDS_ALONE = frozenset({"speak", "object", "disagree", "downplay", "insist"})

RANKED = frozenset({"first", "last", "latest", "only"})


def answered_by(verb: Token) -> list[Token]:
    """Whose answer the infinitive tells ("A's answer was to recall its envoy", "the first act of B was to …")."""
    link = verb.head
    told = verb.dep_ in ("xcomp", "ccomp", "attr") and link.lemma_ == "be" and link.pos_ in VERBS
    if not told or not any(child.tag_ == "TO" for child in verb.lefts):
        return []
    nouns = [child for child in link.lefts if child.dep_ == "nsubj" and child.lemma_.lower() in ANSWERS]
    owners = [child for noun in nouns for child in noun.lefts if child.dep_ == "poss"]
    preps = [child for noun in nouns for child in noun.rights if child.lower_ in ("of", "by", "from")]
    return owners or [goal for prep in preps for goal in prep.children if goal.dep_ == "pobj"]


def is_setting(noun: Token) -> bool:
    """ "the attack in Tarsk, Arland, which killed …": the place is only where, not who."""
    if noun.ent_type_ not in ("GPE", "LOC", "FAC"):
        return False
    return noun.dep_ == "appos" or (noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "near", "outside"))


def relative_noun(verb: Token) -> Token | None:
    """The noun a relative clause is about."""
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head.pos_ in VERBS and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def people_meant(verb: Token, noun: Token) -> Token:
    """ "Two reporters for the station Five, who were arrested": the several people above one name, not the name."""
    plural = any(one.lower_ in ("were", "are", "have") for one in [verb, *verb.lefts])
    several = noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.rights)
    if not plural or several:
        return noun
    top = noun
    while top.dep_ in ("appos", "pobj", "prep", "compound") and top.head.pos_ not in VERBS and top.head != top:
        top = top.head
        if top.tag_ == "NNS":
            return top
    return noun


def thing_meant(verb: Token, noun: Token) -> Token:
    """ "Norsk, the maker of chips for phones, which is set to meet": the one thing above, not the several phones."""
    one = any(child.lower_ in ("is", "was", "has") for child in (verb, *verb.lefts)) or verb.tag_ == "VBZ"
    joined = any(child.dep_ == "conj" for child in noun.rights)
    top = noun
    while one and not joined and top.tag_ in ("NNS", "NNPS"):
        if top.dep_ not in ("pobj", "prep", "appos", "compound") or top.head == top or top.head.pos_ in VERBS:
            return noun
        top = top.head
        while top.pos_ == "ADP" and top.head != top and top.head.pos_ not in VERBS:
            top = top.head
    return top if top.pos_ in ("NOUN", "PROPN") else noun


def apposed_name(noun: Token) -> Token:
    """The name beside which a noun stands ("Ada Osk, the clerk arrested in May"); of several people the first."""
    while noun.tag_ == "NN" and noun.dep_ == "conj" and noun.head.tag_ == "NN" and noun.head.dep_ in ("conj", "appos"):
        noun = noun.head  # "Osk, a teacher and a former mayor who resigned in May"
    if noun.dep_ != "appos" or noun.pos_ != "NOUN" or noun.head.pos_ != "PROPN":
        return noun
    name = noun.head
    while noun.tag_ == "NNS" and name.dep_ == "conj" and name.head.pos_ == "PROPN":
        name = name.head
    return name


def deal_meant(noun: Token) -> Token:
    """ "The deal with A, which B opposed": the deal, not A."""
    deal = noun.head.head
    bound = noun.dep_ == "pobj" and noun.head.lower_ in ("with", "between") and deal.lemma_.lower() in DEALS
    return deal if bound and noun.pos_ == "PROPN" else noun


def takes_name_before(verb: Token) -> bool:
    """ "A punishes jailers and B shuts its cells": B acts, though the parser joined it to the object before."""
    name = verb.doc[verb.i - 1]
    joined = name.pos_ == "PROPN" and name.dep_ == "conj" and name.head.pos_ in ("NOUN", "PROPN")
    return joined and verb.tag_ in FINITE and name.left_edge.i > 0 and name.doc[name.left_edge.i - 1].lower_ == "and"


def felt_towards(link: Token) -> list[Token]:
    """ "disappointed in A for selling …", "angry with A for …": A did what follows "for"."""
    if link.lower_ != "for" or link.head.dep_ != "acomp":
        return []
    mates = [one for one in link.head.children if one.lower_ in ("in", "with", "at") and one.i < link.i]
    return [noun for one in mates for noun in one.children if noun.dep_ == "pobj" and noun.pos_ == "PROPN"]


def suspected_at(participle: Token) -> list[Token]:
    """ "inspected a ship, the Heron, suspected of carrying arms": what was inspected is suspected."""
    if participle.tag_ != "VBN" or participle.lemma_ not in ("suspect", "accuse", "believe", "allege", "think"):
        return []
    objects = [one for one in participle.head.rights if one.dep_ == "dobj" and one.i < participle.i]
    names = [child for one in objects for child in one.rights if child.dep_ == "appos" and child.pos_ == "PROPN"]
    return names or [one for one in objects if one.pos_ == "PROPN" or one.lemma_ in MEANT]


def finite_above(verb: Token, joined: Token) -> Token | None:
    """ "A said it was vital that B act and called on C": a finite verb goes on with a finite one, not with "act".

    Args:
        verb: A verb that the parser joined to another.
        joined: The verb it was joined to.

    Returns:
        The nearest past verb above with a subject that acts, None where the two may well be joined.
    """
    saying = saying_above(verb, joined)
    if saying is not None:
        return saying
    bare = joined.tag_ == "VB" and not any(child.dep_ == "aux" and child.tag_ != "TO" for child in joined.children)
    if verb.tag_ != "VBD" or not bare:
        return None
    return next(
        (
            above
            for above in joined.ancestors
            if above.tag_ == "VBD" and above.pos_ in VERBS and subject_that_acts(above)
        ),
        None,
    )


def saying_above(verb: Token, joined: Token) -> Token | None:
    """ "A said B had failed and praised C": what is said ends where a verb of saying goes on with who said it.

    Of nineteen such verbs in 250 articles of PolNeAR's training part, eighteen were the outer subject's.
    """
    cues = load_cues()
    joined = first_joined(joined)
    condition = is_condition(joined) and joined.tag_ in ("VBZ", "VBP") and verb.tag_ == "VBD"
    joined = first_joined(joined.head) if condition else joined
    outer = joined.head
    said = joined.dep_ == "ccomp" and outer.i < joined.i and subject_that_acts(outer) is not None
    finite = verb.tag_ in FINITE or (verb.tag_ == "VBN" and any(one.dep_ in ("dobj", "ccomp") for one in verb.rights))
    speaks = verb.lemma_.lower() in (cues.speech | cues.nested | cues.naming | WORDS_ALONE) - TOLD_DEEDS
    back = condition and outer.tag_ == "VBD"  # "said C falls if B passes it and urged": back in the tense of "said"
    return outer if said and finite and speaks and (back or joined.lemma_.lower() not in cues.nested) else None


def first_joined(verb: Token) -> Token:
    """The first of the verbs that one is joined to."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBS:
        verb = verb.head
    return verb


def is_condition(verb: Token) -> bool:
    """Is a verb that of an "if" or "when" clause under another verb?"""
    opened = any(one.lower_ in ("if", "unless", "once", "when", "until") for one in verb.lefts)
    return verb.dep_ == "advcl" and opened and verb.head.pos_ in VERBS


def subject_that_acts(verb: Token) -> Token | None:
    """The subject printed with a verb, if it is no "it" or "there"."""
    found = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return found if found is not None and found.lower_ not in ("it", "there") else None


def set_apart_at(participle: Token) -> list[Token]:
    """ "despite A and B repeatedly denouncing it", "with A dismissing it": who does it stands right before it."""
    if participle.tag_ != "VBG" or participle.i == 0:
        return []
    at = participle.i - 1
    while at > participle.sent.start and (
        participle.doc[at].pos_ == "ADV" or participle.doc[at].dep_ in ("cc", "conj")
    ):
        if participle.doc[at].pos_ in ("NOUN", "PROPN", "PRON"):
            break
        at -= 1
    for link in participle.head.children:
        if link.lower_ in ("despite", "with", "without") and link.right_edge.i == at:
            return [noun for noun in link.children if noun.dep_ == "pobj"]
    return []


def asked_by_preposition(verb: Token, infinitive: Token) -> list[Token]:
    """ "called on A to withdraw", "appealed to A to stop", "gave A until Friday to withdraw": A is meant to act."""
    if verb.lemma_ == "give":
        return [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.pos_ == "PROPN"]
    if verb.lemma_ not in ("call", "appeal", "plead", "pray", "wait", "arrange", "lean", "press", "push", "clamour"):
        return []
    before = [child for child in verb.children if child.dep_ in ("prep", "prt") and child.i < infinitive.i]
    preps = [child for child in before if child.lower_ in ("on", "upon", "to", "with", "for")]
    return [noun for prep in preps for noun in prep.children if noun.dep_ == "pobj"]


def names_harm(verb: Token) -> bool:
    """Does a verb say that somebody was struck or hurt?"""
    return any(one.type == "ASSAULT" for one in load_event_words().deeds.get(verb.lemma_.lower(), ()))


def plan_before(verb: Token) -> set[str]:
    """The objects of the verb above, before an infinitive that may hang on them ("unveiled a plan on Monday to …")."""
    return {one.lemma_ for one in verb.head.rights if one.dep_ == "dobj" and one.i < verb.i and verb.dep_ == "advcl"}


def ranged_at(verb: Token) -> list[Token]:
    """Who does the last in "from A praising it to B decrying it": B."""
    before, top = verb.nbor(-1) if verb.i else verb, verb.head
    ranged = verb.tag_ == "VBG" and top.dep_ == "pcomp" and top.head.lower_ == "from"
    return [before] if ranged and before.dep_ == "pobj" and before.head.lower_ == "to" else []


def called_for(verb: Token, infinitive: Token) -> list[Token]:
    """Who is asked to act: by the verb above, or by "calling for A" right before an infinitive hung on another verb."""
    asked = asked_by_preposition(verb, infinitive)
    to = next((child for child in infinitive.lefts if child.tag_ == "TO"), None)
    if asked or to is None:
        return asked
    for token in reversed(verb.doc[verb.i + 1 : to.i]):
        if token.pos_ in VERBS or token.text in (",", ";"):
            break
        if token.lower_ in ("for", "on") and token.head.lemma_ in ("call", "appeal", "plead", "push", "press"):
            return [child for child in token.children if child.dep_ == "pobj"]
    return []


def ancestors_within(token: Token, limit: int) -> Iterable[Token]:
    """The heads above a token, nearest first."""
    for _ in range(limit):
        if token.head == token:
            return
        token = token.head
        yield token


def goes_on_with_if(verb: Token) -> bool:
    """ "will pay if they agree but the deal is blocked": still of the condition, whatever the parser joined it to."""
    if verb.dep_ != "conj":
        return False
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.is_punct:
            return False
        if token.lower_ in ("if", "unless"):
            return True
    return False


def first_to(verb: Token) -> Token | None:
    """ "was one of the first to call", "became the last state to sign": the verb whose subject did what follows."""
    noun = verb.head
    named = noun.lower_ in RANKED or any(child.lower_ in RANKED for child in noun.lefts)
    if verb.dep_ != "relcl" or verb.tag_ != "VB" or not named:
        return None
    for above in ancestors_within(verb, 5):
        if above.pos_ in ("VERB", "AUX"):
            return above if above.lemma_ in ("be", "become", "remain") else None
    return None
