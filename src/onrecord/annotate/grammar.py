"""Questions to the dependency parse: who does what to whom, under which verb, in which tense.

The roles follow the passive, relative, infinitive and participle rules of Universal PropBank style extraction (as in
textacy's subject-verb-object triples and PETRARCH2), written for spaCy's CLEAR labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.event_words import load_event_words
from onrecord.annotate.headline_pairs import beside_comma
from onrecord.annotate.relatives import (
    FINITE,
    answered_by,
    apposed_name,
    asked_by_preposition,
    called_for,
    deal_meant,
    felt_towards,
    finite_above,
    first_to,
    is_setting,
    names_harm,
    people_meant,
    ranged_at,
    relative_noun,
    set_apart_at,
    suspected_at,
    takes_name_before,
    thing_meant,
)
from onrecord.annotate.titled_conjuncts import beyond_state

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOTHING = frozenset({"nothing", "nobody", "none", "neither", "no-one"})
WH = frozenset({"WDT", "WP", "WP$"})
MODALS = frozenset(
    {"will", "would", "could", "may", "might", "can", "should", "shall", "must", "'ll", "’ll", "'d", "’d", "wo", "ca"}
)
ENDINGS = frozenset({".", "!", "?", ":", ";", ",", "”", '"', "…"})
REACH = 8
"""How far up the tree a subject is looked for."""

DASHES = frozenset({"-", "–", "—", "--"})


def is_verb(token: Token) -> bool:
    """A verb form, auxiliaries included."""
    return bool(token.pos_ in ("VERB", "AUX"))


def is_passive(verb: Token) -> bool:
    """Passive by its auxiliary or subject, or a bare participle on a noun ("talks led by …")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    transitive = verb.tag_ == "VBD" and verb.lemma_ in load_event_words().lists["court.unsourced"]
    joined = verb.dep_ == "conj" and (verb.tag_ == "VBN" or transitive) and is_verb(verb.head) and verb.head != verb
    if joined and not any(child.dep_ in ("aux", "nsubj", "dobj") for child in verb.children):
        return is_passive(verb.head)  # "were arrested and put on trial"
    if is_headed(verb):
        return True
    if (
        verb.tag_ == "VBN"
        and verb.dep_ == "xcomp"
        and verb.head.lemma_ in ("find", "report", "presume", "leave", "get")
    ):
        return not any(child.dep_ in ("aux", "dobj") for child in verb.children)  # "was found stabbed"
    bare = verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "nsubj") for child in verb.children)
    return bare and (verb.dep_ in ("acl", "relcl", "advcl") or any(child.dep_ == "agent" for child in verb.children))


def is_headed(verb: Token) -> bool:
    """A passive of a headline: "Ex-minister jailed for nine years", "Consulate bombed in Tarsk"."""
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ not in ("ROOT", "conj", "ccomp"):
        return False
    if verb.lemma_ not in load_event_words().lists["court.unsourced"] or not is_headline(verb):
        return False
    return not any(
        child.dep_ in ("dobj", "aux", "auxpass", "prt", "ccomp", "xcomp", "dative") for child in verb.children
    )


def conjoined(token: Token) -> list[Token]:
    """The token and what is coordinated to it on its right, or parsed as a part of it on its left ("A Union and B")."""
    found = [child for child in token.lefts if is_first_name(child)] if token.pos_ == "PROPN" else []
    found.append(token)
    for child in token.rights:
        if child.dep_ == "conj":
            found += conjoined(titled_name(token, child) or child)
    return found + [one for child in beyond_state(token) for one in conjoined(child)]


def titled_name(token: Token, title: Token) -> Token | None:
    """ "Osk and President Karel Novak": the name right after a coordinated title that the parser hung on the first."""
    names = [child for child in token.rights if child.dep_ == "appos" and child.pos_ == "PROPN"]
    bare = title.tag_ == "NNP" and not list(title.children)
    return next((one for one in names if bare and one.left_edge.i == title.i + 1), None)


def hyphenated(token: Token) -> str:
    """A word that the tokenizer took apart at its hyphen: "sit-in"."""
    doc, at = token.doc, token.i
    joined = at > 1 and doc[at - 1].text == "-" and not doc[at - 1].whitespace_ and not doc[at - 2].whitespace_
    return f"{doc[at - 2].lower_}-{token.lower_}" if joined else token.lemma_.lower()


def is_headline(token: Token) -> bool:
    """Does its sentence end without a mark, as headlines do?"""
    printed = [one for one in token.sent if not one.is_space]
    return bool(printed) and printed[-1].text not in ENDINGS


def is_first_name(child: Token) -> bool:
    """The first of two names joined by "and" that the parser took for one."""
    others = [one for one in child.rights if one.dep_ == "conj"]
    within = all(one.pos_ == "PROPN" and one.i == child.head.i - 1 for one in others)  # the second's given name
    joins = any(one.dep_ == "cc" for one in child.rights) and within
    return child.pos_ == "PROPN" and child.dep_ == "nmod" and joins


def own_subjects(verb: Token) -> list[Token]:
    """The subjects printed with the verb or its helper ("A has, again, hit B"); a relative pronoun is replaced."""
    found, helpers = [], [one for one in verb.lefts if one.dep_ in ("aux", "auxpass")]
    for child in (*verb.children, *(one for helper in helpers for one in helper.lefts)):
        if child.dep_ in SUBJECTS:
            if child.tag_ in WH:
                noun = relative_noun(verb)
                if noun is not None and child.lower_ == "who":
                    noun = apposed_name(people_meant(verb, noun))
                elif noun is not None and child.lower_ == "which":
                    noun = noun if (meant := thing_meant(verb, noun)) == noun else apposed_name(meant)
                found += [noun] if noun is not None and (child.lower_ == "who" or not is_setting(noun)) else []
            else:
                found.append(child)
    dashes = [child.i for child in verb.children if child.text in DASHES]
    if len(found) > 1 and dashes and dashes[-1] < found[-1].i:
        found = [one for one in found if one.i > dashes[-1]]  # "TARSK, 3 May - Shells struck …"
    return found


def logical_subjects(verb: Token, reach: int = REACH) -> list[Token]:
    """The grammatical subject, or the one understood: conjoined, controlled, participial, on a noun.

    Args:
        verb: A verb.
        reach: How many steps up may still be made.

    Returns:
        Heads of noun phrases, without conjuncts; none where nothing is understood with some safety.
    """
    own, head, dep = own_subjects(verb), verb.head, verb.dep_
    if own or reach == 0 or head == verb:
        return own
    if dep == "conj" and head.dep_ == "parataxis" and is_verb(head.head):
        return logical_subjects(head.head, reach - 1)  # "A called B, her office said, and then spoke to C"
    if dep == "conj" and verb.lemma_ in load_event_words().verbs and is_fronted(head, verb):
        return [one for child in head.lefts if child.dep_ == "ccomp" for one in logical_subjects(child, reach - 1)]
    if dep == "conj" and takes_name_before(verb):
        return [verb.doc[verb.i - 1]]
    if dep == "conj" and verb.tag_ in FINITE and head.tag_ == "VBG" and head.dep_ == "pcomp":
        top = governing_verb(head)  # "A accused B of hiding it and accused C": no gerund is joined to a finite verb
        return logical_subjects(top, reach - 1) if top is not None else []
    if dep == "conj":
        above = finite_above(verb, head) or head
        return logical_subjects(above, reach - 1) if is_verb(above) else []
    if dep == "acl":
        return [apposed_name(head)] if verb.tag_ in ("VBG", "VBN", "VBD") else controller(head, reach - 1)
    if dep == "relcl":
        return own_subjects(first) if (first := first_to(verb)) else []
    if dep in ("xcomp", "ccomp", "attr") and not (dep == "ccomp" and verb.tag_ == "VBD"):
        if answered_by(verb):
            return answered_by(verb)
        if is_verb(head):
            objects = [one for one in head.children if one.dep_ in ("dobj", "dative") and one.i < verb.i]
            if objects and head.lemma_ in load_event_words().lists["light.object_control"]:
                return objects
            asked = asked_by_preposition(head, verb)
            if asked:
                return asked
            return logical_subjects(head, reach - 1)
        return logical_subjects(head.head, reach - 1) if is_verb(head.head) else []
    if dep == "advcl" and is_verb(head):
        purpose = is_infinitive(verb)
        asked = called_for(head, verb) if purpose else suspected_at(verb) or set_apart_at(verb) or ranged_at(verb)
        if purpose and not asked and is_passive(head) and names_harm(head):
            return agents(head)  # "was shot to save a boy": those who shot it saved him
        return asked or logical_subjects(head, reach - 1)
    if dep in ("pcomp", "prep"):
        top = head
        while top.dep_ in ("prep", "pcomp", "pobj") and top.head != top and not is_verb(top):
            top = top.head
        if is_verb(top):
            return blamed_at(top, head) or logical_subjects(top, reach - 1)
        return felt_towards(head) or controller(top, reach - 1)
    return []


def blamed_at(verb: Token, link: Token) -> list[Token]:
    """Whose deed follows in "accused A of breaking …", "A was jailed for killing …": A's."""
    blaming = verb.lemma_ in load_event_words().lists["light.blaming"]
    if blaming and link.lower_ in ("of", "for", "over", "with"):
        return patients(verb)
    people = [child for child in verb.rights if child.dep_ == "dobj" and (child.pos_ == "PROPN" or child.tag_ == "PRP")]
    return people if link.lower_ == "for" else []  # "mocked A for passing the bill"


def is_fronted(said: Token, verb: Token) -> bool:
    """ "A called B, her office said, and then spoke to C": the words before "said" are what goes on."""
    content = [child for child in said.lefts if child.dep_ == "ccomp"]
    commas = [child for child in said.children if child.text == "," and child.i > said.i and child.i < verb.i]
    return bool(content and commas) and all(content[0].i < child.i for child in said.children if child.dep_ == "nsubj")


def controller(noun: Token, reach: int = REACH) -> list[Token]:
    """Who is meant to act in "his plan to …", "X's readiness to …", "an invitation to X to …"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "for") and noun.lemma_ in ("invitation", "request", "call"):
            return [grand for grand in child.children if grand.dep_ == "pobj"]
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners:
        return owners
    verb = governing_verb(noun)
    return logical_subjects(verb, reach) if verb is not None and reach > 0 else []


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token, through prepositions and nouns."""
    top = token
    for _ in range(REACH):
        if top.head == top:
            return None
        top = top.head
        if is_verb(top):
            return top
    return None


def agents(verb: Token) -> list[Token]:
    """Who does it: the subject, or in the passive the "by" phrase."""
    if not is_passive(verb):
        found = [one for head in logical_subjects(verb) for one in conjoined(head)]
        return [*beside_comma(verb, found[0]), *found] if found and is_headline(verb) else found
    by = [child for child in verb.children if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")]
    return [one for prep in by for noun in prep.children if noun.dep_ == "pobj" for one in conjoined(noun)]


def patients(verb: Token) -> list[Token]:
    """To whom it is done: the object, or in the passive the subject."""
    if is_passive(verb):
        return [one for head in logical_subjects(verb) for one in conjoined(head)]
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"]
    if not objects and verb.dep_ == "relcl" and own_subjects(verb) and verb.head not in own_subjects(verb):
        # "the aid which A sent": the noun is the object, unless a preposition of the clause takes it
        whole = any(child.dep_ in ("xcomp", "ccomp") for child in verb.rights)
        done_by = any(child.lower_ == "who" and child.dep_ in SUBJECTS for child in verb.lefts)
        whom = any(child.lower_ in ("who", "whom") and child.dep_ == "dobj" for child in verb.lefts)
        objects = [] if whole or done_by else [apposed_name(verb.head) if whom else deal_meant(verb.head)]
    return [one for head in objects for one in conjoined(head)]


def is_negated(verb: Token) -> bool:
    """Is the verb itself negated ("did not", "never", "no longer", "neither … nor")?"""
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "nor", "n't", "n’t"):
            return True
        if child.lower_ == "longer" and any(one.lower_ == "no" for one in child.lefts):
            return True
        if child.dep_ in SUBJECTS and has_no(child):
            return True
        if child.dep_ == "preconj" and child.lower_ == "neither":
            return True
    return False


def has_no(noun: Token) -> bool:
    """Does "no" or "neither" stand before the noun, or is it "nothing", "none of them", "nobody"?"""
    return noun.lower_ in NOTHING or any(child.lower_ in ("no", "neither") for child in noun.lefts)


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; a conjoined verb without a subject of its own shares those of the first."""
    own = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if (
        not own
        and verb.dep_ == "conj"
        and is_verb(verb.head)
        and not own_subjects(verb)
        and verb.tag_ in ("VB", "VBN", "VBG")
    ):
        return auxiliaries(verb.head)
    return own


def is_infinitive(verb: Token) -> bool:
    """ "to meet"; "to" may stand with the first of two conjoined verbs."""
    return any(child.tag_ == "TO" for child in auxiliaries(verb))
