"""What a statement does: its act by cue, mood and modality, its kind by the quotation marks, and whether it was made.

The acts are the illocutionary classes of Searle (1976) in the record's closed list; the cue decides, and where the
cue only says "said", the content does, as far as its words leave no doubt. Else the act is `state`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import has_no, is_negated, is_verb
from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.speech import load_act_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading
    from onrecord.annotations import LocalParty
    from onrecord.vocab.lists import Act, StatementKind

MARKS = frozenset("“”„\"«»‘’'`.,;:!? \n\t–—-()[]")
PROMISE = re.compile(r"\b(?:I|we|We)\s?(?:[’']ll| will| shall|(?:[’']m|[’']re| am| are) going to)\s+(?!not\b)(\w+)")
PLEDGE = re.compile(r"\b(?:I|[Ww]e) (?:promise|pledge|vow|guarantee)\b")
ALL_QUOTED = 0.97
"""The part of a content's letters that stands in quotation marks where all of it is quoted."""

WITHHOLDING = frozenset({"decline", "refuse", "unable"})
"""Words of a cue under which what follows is not said ("was unable to verify the report")."""


def find_kind(reading: Reading, index: int) -> StatementKind:
    """Direct for a post, a turn of a dialogue, and where all is quoted but the cue; mixed where some is."""
    one = reading.attributions[index]
    if one.origin in ("post", "turn"):
        return "direct"
    text = reading.parse.readable
    if one.cue and is_block(text, one.cue[-1].end, one.content[0].start):
        return "direct"
    cue = one.cue[0].start if one.cue else -1
    quoted = total = 0
    for span in one.content:
        for offset in range(span.start, span.end):
            if text[offset] in MARKS:
                continue
            total += 1
            quoted += any(
                quote.inner.start <= offset < quote.inner.end and not quote.start <= cue < quote.end
                for quote in reading.quotes
            )
    if not total or not quoted:
        return "indirect"
    return "direct" if quoted >= ALL_QUOTED * total else "mixed"


def is_block(text: str, cue: int, content: int) -> bool:
    """Do the words stand as a paragraph of their own under the cue and its colon: a quotation that needs no marks?"""
    between = text[cue - 1 : content]
    return between.find(":") >= 0 and "\n" in between and "\n" not in between[: between.find(":")]


def find_act(reading: Reading, index: int, kind: StatementKind, sources: Sequence[LocalParty], negated: bool) -> Act:
    """The act of a statement.

    Args:
        reading: The document.
        index: The attribution.
        kind: Its kind; the words of a quotation are the speaker's own.
        sources: Its speakers; an outlet that says something reports it.
        negated: The cue is negated: "did not agree" is a refusal.
    """
    words = load_act_words()
    head = reading.heads[index]
    act: Act = "state"
    if head is not None:
        act = act_of_cue(reading, index, head)
        if negated and head.lemma_.lower() in words.negated_refuse:
            return "refuse"
    if act == "state":
        act = act_of_content(reading, index, kind)
    if act == "state" and is_outlet(reading, sources):
        return "report"
    return act


def act_of_cue(reading: Reading, index: int, head: Token) -> Act:
    """The act that the words of the cue name."""
    words = load_act_words()
    cue = reading.tokens(reading.attributions[index].cue)
    lemmas = [token.lemma_.lower() for token in cue]
    lemma = find_lemma(head)
    if lemma not in words.verbs:
        for token in cue:
            if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in words.nouns:
                return words.nouns[token.lemma_.lower()]
    particles = [child.lower_ for child in head.children if child.dep_ in ("prt", "prep") and child.i - head.i <= 2]
    for phrase, act in words.phrases.items():
        spelled = all(part in lemmas for part in phrase)
        split = phrase[0] == lemma and len(phrase) == 2 and phrase[1] in particles
        if spelled or split:
            return shift(reading, index, head, act)
    if is_verb(head) and lemma in words.verbs:
        return shift(reading, index, head, words.verbs[lemma])
    for token in [head, *cue]:
        name = token.lemma_.lower()
        if token.pos_ in ("NOUN", "PROPN") and name in words.nouns:
            return words.nouns[name]
        if token.pos_ in ("ADJ", "VERB") and name in words.adjectives and (token != head or token.pos_ == "ADJ"):
            return words.adjectives[name]
    return words.verbs.get(lemma, "state")


def find_lemma(head: Token) -> str:
    """The lemma of a cue's head; in capitals ("Leader Welcomes Deal") the parser takes a verb for a name."""
    lemma = head.lemma_.lower()
    if head.pos_ != "PROPN" or lemma in load_act_words().verbs:
        return lemma
    return next((stem for stem in (lemma[:-1], lemma[:-2]) if stem in load_act_words().verbs), lemma)


def shift(reading: Reading, index: int, head: Token, act: Act) -> Act:
    """A verb with a plain clause may only state: "suggested that talks had begun"."""
    words = load_act_words()
    lemma = find_lemma(head)
    if lemma not in words.clause_states or act == "refuse":
        return act
    if lemma == "call":
        preposition = any(
            child.lower_ in ("for", "on", "upon") and 0 < child.i - head.i <= 2 for child in head.children
        )
        asked = any(child.dep_ == "xcomp" for child in head.children) and preposition
        return act if preposition or asked else "state"
    if lemma == "offer":
        return act if any(child.dep_ == "xcomp" for child in head.children) else "state"
    top = main_verb(reading, index)
    if top is None or lemma in ("decide", "support", "back"):
        return act
    if lemma == "declare":
        return "state"
    modal = {child.lower_ for child in top.children if child.dep_ == "aux"}
    if lemma in ("insist", "suggest"):
        base = top.tag_ == "VB" and not modal - {"should"}
        hint = modal & ({"should", "could", "might", "must"} if lemma == "suggest" else {"should", "must"})
        return act if base or hint or (top.tag_ == "VBG" and top.dep_ in ("xcomp", "pcomp")) else "state"
    return act


def main_verb(reading: Reading, index: int) -> Token | None:
    """The topmost finite verb of the content's first sentence."""
    tokens = reading.tokens(reading.attributions[index].content)
    if not tokens:
        return None
    sentence = tokens[0].sent
    within = {token.i for token in tokens if sentence.start <= token.i < sentence.end}
    tops = [
        token for token in tokens
        if token.i in within and is_verb(token) and token.dep_ not in ("aux", "auxpass")
        and not any(one.i in within and is_verb(one) for one in token.ancestors)
    ]  # fmt: skip
    return min(tops, key=lambda token: (sum(1 for _ in token.ancestors), token.i)) if tops else None


def act_of_content(reading: Reading, index: int, kind: StatementKind) -> Act:
    """What the words said do, where the cue is neutral; `state` unless they leave no doubt."""
    words = load_act_words()
    one = reading.attributions[index]
    text = " ".join(reading.parse.readable[span.start : span.end] for span in one.content)
    plain = text.lower().replace("’", "'").strip("“”\"'‘ \n")
    if kind == "direct":
        if plain.rstrip("”\"' ").endswith("?") and plain.count(".") == 0:
            return "ask"
        if plain.startswith(words.thanks):
            return "thank"
        if PLEDGE.search(text):
            return "promise"
        promised = PROMISE.search(text)
        hedged = any(re.search(rf"\b{hedge}\b", plain) for hedge in words.hedges)
        if promised and not hedged and promised.group(1).lower() not in words.no_promise:
            return "promise"
        if promised and hedged and re.search(r"\b(?:i|we) (?:think|hope|believe|expect)\b", plain):
            return "predict"
    if any(plain.startswith(one) or f"that {one}" in plain[:60] or one in plain[:40] for one in words.denials):
        return "deny"
    if re.match(rf"(?:\w+(?:'m|'re)? ){{0,3}}(?:{'|'.join(sorted(words.hopeful))})\b", plain):
        return "predict"
    top = main_verb(reading, index)
    if top is not None:
        modal = {child.lemma_.lower() for child in top.children if child.dep_ == "aux" and child.i < top.i}
        need = top.lemma_.lower() in ("need", "have") and any(child.dep_ == "xcomp" for child in top.children)
        past = top.tag_ == "VBD"
        if (
            "must" in modal
            or ("should" in modal and kind == "direct" and not is_negated(top))
            or (need and not past and kind == "direct")
        ):
            return "demand"
    return "state"


def is_outlet(reading: Reading, sources: Sequence[LocalParty]) -> bool:
    """Is the only speaker a news outlet?"""
    if len(sources) != 1 or sources[0].actor is None:
        return False
    entry = load_gazetteer().find(reading.actors[sources[0].actor].name)
    return entry is not None and entry.kind == "media"


def find_negated(reading: Reading, index: int) -> bool:
    """Is it told that nothing of the kind was said: "did not specify", "has yet to confirm", "was unable to verify"?"""
    head = reading.heads[index]
    if head is None:
        return False
    words = load_act_words()
    cue = reading.tokens(reading.attributions[index].cue)
    if any(token.dep_ == "neg" or token.lower_ in ("n't", "n’t", "never") for token in cue):
        return True
    verbs = [token for token in cue if is_verb(token)] or [head]
    verbs = list(dict.fromkeys([head, *verbs]))
    if any(is_verb(verb) and (is_negated(verb) or is_yet(verb) or shares_negation(verb)) for verb in verbs):
        return True
    above = head.head if head.dep_ == "xcomp" else head
    refused = {head.lemma_.lower(), above.lemma_.lower(), *(token.lower_ for token in cue)} & WITHHOLDING
    verbs += [child for child in head.children if child.dep_ == "xcomp"]
    said = {token.lemma_.lower() for token in [*cue, *verbs]}
    objects = {child.lemma_.lower() for verb in verbs for child in verb.children if child.dep_ == "dobj"}
    given = bool(said & words.word_given) and bool(objects & words.words_withheld)
    withheld = given or bool(said & words.speech_withheld)
    return bool(refused) and withheld


def is_yet(verb: Token) -> bool:
    """ "has yet to confirm"."""
    window = verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]
    return any(one.lower_ == "yet" for one in window) and any(child.tag_ == "TO" for child in verb.children)


def shares_negation(verb: Token) -> bool:
    """ "Neither A nor B have offered", "no official has said": the subject carries the negation."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            if has_no(child):
                return True
            if any(one.lower_ == "neither" for one in child.lefts):
                return True
    start = verb.sent.start
    opener = next((token for token in verb.doc[start : verb.i] if not token.is_space and not token.is_punct), None)
    if opener is None or opener.lower_ != "neither":
        return False
    nor = next((token.i for token in verb.doc[start : verb.i] if token.lower_ == "nor"), None)
    after = (token for token in verb.sent if nor is not None and token.i > nor and token.pos_ == "VERB")
    return next(after, None) == verb
