"""The tense of the clause around a time expression, from the parse of its governing verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from onrecord.annotate.timex.words import load_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.timex.scene import TenseOf
    from onrecord.vocab.lists import Tense

_VERBS = ("VERB", "AUX")
_AFTER = ("after", "since", "following", "from")
_AHEAD = frozenset({"next", "tomorrow", "coming", "upcoming"})
"""Words of a time that no act of speech told of in the past can have."""
_OFF = frozenset({"cancel", "call", "postpone", "delay", "put", "scrap", "shelve", "suspend", "abandon", "drop"})
"""Verbs of calling off or putting off."""
_CALLING = frozenset({"call", "announce", "schedule", "convene", "arrange", "organise", "organize", "fix", "plan"})
_UNTIL = ("until", "till", "to", "through", "for")


def build_tense_of(doc: Doc, is_caption: Callable[[int], bool] | None = None) -> TenseOf:
    """A function that tells the tense of the clause around a span of the parsed text, None where no verb governs it.

    Args:
        doc: The parsed text.
        is_caption: Whether an offset lies in the caption of a picture, whose present is the past.
    """

    def tense_of(start: int, end: int) -> Tense | None:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return None
        shown = is_caption is not None and is_caption(start)
        return find_tense(span.root, shown=shown)

    return tense_of


def find_tense(token: Token, *, shown: bool = False) -> Tense | None:
    """Tense of the verb that governs a token; `shown` where the present tells what a picture shows."""
    verb, below, through_noun, after, until, subject = token, token, False, False, False, False
    while verb.pos_ not in _VERBS or verb.dep_ in ("aux", "auxpass"):
        after = after or verb.lower_ in _AFTER
        until = until or verb.lower_ in _UNTIL
        if verb.i != token.i and verb.pos_ in ("NOUN", "PROPN"):
            # "For 30 days from Monday": of an amount of time, "from" says when it starts.
            measure = verb.lemma_.lower() in load_words()["units"]
            through_noun, after = through_noun or not measure, after and not measure
            if verb.lemma_.lower() in _words("goals"):
                return "future"
        if _is_plan(verb) and verb.i != token.i:
            return "past" if _is_overtaken(verb) else "future"
        if verb.head.i == verb.i:
            return None
        subject = verb.dep_ in ("nsubj", "nsubjpass")
        below, verb = verb, verb.head
    if is_of_saying(verb, below):
        verb = verb.head
    if verb.lemma_.lower() in _words("movers") and (until or verb.lemma_.lower().endswith("schedule")):
        return "future"
    if subject and verb.tag_ in ("VBZ", "VBP") and not any(child.dep_ == "aux" for child in verb.children):
        # "Friday's summit offers hope": of a verb that tells what has come of it, it has been; else who knows.
        return "past" if verb.lemma_.lower() in _words("outcomes") else "present"
    if token.head.lower_ == "for" and _is_called(verb):
        return "future"
    if until and verb.lemma_ in _words("settled") and _is_told(verb):
        return "future"
    if verb.lemma_ in _words("settled") and any(one.lower_ in ("was", "were") for one in verb.lefts):
        return "future" if until else "past"
    tense = read_verb(verb, direct=not through_noun and not shown)
    if shown and tense == "present":
        return "past"
    if tense == "present" and any(
        child.dep_ == "nsubj" and child.lemma_.lower() in _words("goals") for child in verb.children
    ):
        return "future"
    # "He says on Monday": the present of a report tells what was said.
    if tense == "present" and not through_noun and verb.lemma_.lower() in _words("reports"):
        return "past"
    # "Tuesday's call comes after…": what a noun carries in the present has mostly been; behind "after" it has.
    if through_noun and (after or tense == "present"):
        return "past"
    return tense


def is_of_saying(verb: Token, child: Token) -> bool:
    """ "He said on Monday he would meet her": what stands between the saying and the inner subject is the saying's.

    Not so after "that", a colon or a quote mark, nor for what is ahead ("he said next week he would go").
    """
    subjects = [one for one in verb.lefts if one.dep_ in ("nsubj", "nsubjpass", "expl", "csubj")]
    if verb.dep_ != "ccomp" or not subjects or not verb.head.i < child.i < subjects[0].left_edge.i:
        return False
    between = verb.doc[verb.head.i + 1 : child.left_edge.i]
    return not any(one.is_punct or one.dep_ == "mark" for one in between) and not any(
        one.lower_ in _AHEAD for one in child.subtree
    )


def _is_told(verb: Token) -> bool:
    """Was it said in the past ("said a meeting had been agreed for Saturday")? Then the day may still be ahead."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN") and verb.head.lemma_.lower() in _words("reports")


def _is_called(verb: Token) -> bool:
    """ "Has called a strike for Monday": of what is called or announced, the day is ahead, but if it "had" been."""
    thing = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
    return verb.lemma_ in _CALLING and thing and not any(child.lower_ == "had" for child in verb.lefts)


def _words(name: str) -> frozenset[str]:
    words: dict[str, Any] = load_words()["tense"]
    return frozenset(words[name])


def _is_plan(token: Token) -> bool:
    """A planning adjective or participle: "due Friday", "a meeting scheduled for May"."""
    return token.lemma_.lower() in _words("plans") and token.tag_ in ("VBN", "JJ", "NN") and token.pos_ != "NOUN"


def _is_overtaken(plan: Token) -> bool:
    """ "It had been due to expire on Friday": a plan told in the past perfect is one whose day has come."""
    helpers = [*plan.children, *(plan.head.children if plan.dep_ in ("acomp", "attr") else ())]
    return any(child.lower_ == "had" and child.dep_ in ("aux", "auxpass") for child in helpers)


def read_verb(verb: Token, *, direct: bool = True, depth: int = 0) -> Tense | None:
    """Tense of a verb with its auxiliaries.

    Args:
        verb: A verb, or "be" with its predicate.
        direct: The time expression hangs on the verb itself, not on a noun of its clause.
        depth: How many verbs above it were asked; a guard.
    """
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    lowered = {child.lower_ for child in helpers}
    perfect = any(child.lemma_.lower() == "have" for child in helpers)
    if any(child.lower_ in _words("modals") for child in helpers):
        # "Could not be reached on Wednesday" tells of what was.
        denied = "could" in lowered and any(child.dep_ == "neg" for child in verb.children)
        return "past" if perfect or denied else "future"
    if perfect or lowered & {"was", "were", "did", "been"}:
        return "future" if _is_plan(verb) and lowered & {"was", "were"} and direct else "past"
    if "to" in lowered or (verb.tag_ == "VB" and not helpers):
        return _read_infinitive(verb, "to" in lowered, depth)
    if verb.tag_ == "VBD":
        return "past"
    if _is_plan(verb) or any(_is_plan(child) for child in verb.children if child.dep_ in ("acomp", "xcomp", "attr")):
        return "future"
    if verb.tag_ == "VBN":
        return "present" if lowered & {"is", "are", "'s", "’s", "'re", "’re"} else "past"
    if verb.tag_ == "VBG":
        return _read_participle(verb, lowered, direct, depth)
    if verb.lemma_.lower() in _words("plans"):
        return "future"
    return "future" if direct and verb.lemma_.lower() in _words("timetable") else "present"


def _read_infinitive(verb: Token, marked: bool, depth: int) -> Tense | None:
    head = verb.head
    if head.i == verb.i or depth > 4:
        return "future" if marked else "present"
    if _is_plan(head) and _is_overtaken(head):
        return "past"
    if head.lemma_ == "be" and head.tag_ == "VBD" and _is_called_off(head):
        return "future"
    if head.pos_ in _VERBS:
        if verb.dep_ == "conj":
            return read_verb(head, depth=depth + 1)
        if head.lemma_.lower() in _words("plans") or head.lower_ == "going":
            return "future"
        tense = read_verb(head, direct=False, depth=depth + 1)
        return "future" if tense == "present" and marked else tense
    return "future" if marked else "present"


def _is_called_off(verb: Token) -> bool:
    """ "Cancelled her visit, which was to begin on Thursday": most often a Thursday to come."""
    noun, above = verb.head, verb.head.head
    if verb.dep_ == "relcl" and noun.dep_ == "pobj":
        above = above.head.head if above.head.pos_ == "NOUN" else above.head  # "to Kenya, which was to begin"
    return verb.dep_ == "relcl" and above.lemma_ in _OFF and above.tag_ in ("VBD", "VBN", "VBZ")


def _read_participle(verb: Token, lowered: set[str], direct: bool, depth: int) -> Tense | None:
    if lowered & {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m", "be"}:
        return "future" if direct else "present"
    if verb.lemma_.lower() in ("start", "begin") and verb.dep_ in ("prep", "pcomp", "ROOT"):
        return "future"
    head = verb.head
    if head.i != verb.i and head.pos_ in _VERBS and depth <= 4:
        return read_verb(head, direct=direct, depth=depth + 1)
    return None
