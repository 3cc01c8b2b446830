"""Sources that a tagger took for the end of what is said: "…, one of its lawyers, Jo Field, said"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_rows import overlap
from onrecord.annotate.quotes import is_scare
from onrecord.annotate.spoken_words import load_spoken_words
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.attribution_rows import Context, Ranges, Row

LONGEST = 12
"""Words of a title between two commas before a name."""
OPENINGS = frozenset({"one", "another"})
FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
ASIDES = frozenset({"relcl", "acl", "advcl", "amod", "compound"})
"""How a verb hangs that says something of a name and makes no clause with it."""


def split_source(row: Row, context: Context) -> Row:
    """A row without a source whose content ends in a title and a name between commas, right before its verb.

    Args:
        row: An attribution.
        context: The document.

    Returns:
        The row with title and name as its source, the content cut before them; any other row as it is.
    """
    if row.source or not row.cue or not row.content:
        return row
    start, end = row.content[-1]
    words = context.words(((start, end),))
    verb = next(iter(context.words(row.cue[:1])), None)
    if verb is None or not words or verb.tag_ not in ("VBD", "VBZ", "VBP") or context.is_quoted(verb.idx):
        return row
    if context.text[end : verb.idx].strip() not in ("", ","):
        return row
    first = find_title(words)
    if first is None:
        return row
    low = words[first].idx
    kept = (start, words[first - 1].idx)
    return replace(row, content=(*row.content[:-1], kept), source=((low, end),))


def find_title(words: list[Token]) -> int | None:
    """Where a title and a person's name between commas start at the end of a stretch of words."""
    at = len(words) - 1
    while at >= 0 and words[at].ent_type_ == "PERSON" and words[at].pos_ == "PROPN":
        at -= 1
    if at < 1 or at == len(words) - 1 or words[at].text != ",":
        return None
    low = max(1, at - LONGEST)
    opening = next((i for i in range(at - 1, low - 1, -1) if words[i].text == ","), None)
    if opening is None or opening == at - 1:
        return None
    head = words[opening + 1]
    determined = head.tag_ in ("PRP$", "DT") or head.lower_ in OPENINGS
    plain = not any(one.pos_ in ("VERB", "AUX") for one in words[opening + 1 : at])
    return opening + 1 if determined and plain else None


def find_relative(words: list[Token]) -> int:
    """Where a relative clause begins that breaks off before its verb ("the pilot, whose ship", "a league that")."""
    for at in range(len(words) - 1, 0, -1):
        if words[at].pos_ in ("VERB", "AUX"):
            break
        if words[at].tag_ in ("WDT", "WP", "WP$") and words[at - 1].pos_ != "ADP":
            return at
    return len(words)


def take_named(source: Ranges, row: Row, context: Context) -> Ranges:
    """ "Quay Watch, a league of pilots that …, called it …": the league is named right before the comma."""
    words = context.words(source[:1])
    within = {one.i for one in words}
    top = next((one for one in words if one.head.i not in within), None)
    if top is None or top.dep_ != "appos" or top.head.pos_ != "PROPN" or words[0].i == 0:
        return source
    name = top.head
    between = context.text[name.idx + len(name) : words[0].idx].strip()
    low = name.left_edge.idx
    if between != "," or name.i > words[0].i or overlap(((low, words[0].idx),), (*row.cue, *row.content)):
        return source
    return ((low, source[0][1]), *source[1:])


def open_clause(row: Row, context: Context) -> Row:
    """ "Osk wins the cup: ‘We never gave up’" does not say who speaks: a row without its source.

    Only a name, a verb of saying or an act of words ("Osk slams Feld: …") before the colon tells; where nothing is
    quoted, no content is left either.
    """
    colon = next(iter(context.words(row.cue)), None)
    if colon is None or colon.text != ":" or len(row.cue) > 1 or not row.source:
        return row
    name, before = context.words(row.source)[-1], context.doc[colon.sent.start : colon.i]
    if name.dep_ in ("compound", "amod", "poss") and name.i < name.head.i < colon.i:
        return replace(row, source=(), content=())
    told = context.cues.speech | context.cues.quoting | context.cues.nested | context.cues.belief
    verbs = [one for one in before if one.tag_ in FINITE and one.dep_ not in ASIDES]
    if not verbs or any(one.lemma_.lower() in told or is_word_act(one) for one in verbs):
        return row
    quoted = any(start <= one.start and one.end <= end for one in context.quotes for start, end in row.content)
    return replace(row, source=(), content=row.content if quoted else ())


def is_word_act(verb: Token) -> bool:
    """Is a verb, with the word behind it, what is done in words ("hits back", "slams")?"""
    patterns = load_spoken_words().verbs.get(verb.lemma_.lower(), ())
    return any(not one.objects and one.links[:1] in ((), (verb.nbor(1).lower_,)) for one in patterns)


def speaks_own_words(subject: Token, verb: Token, content: Ranges, context: Context) -> bool:
    """ "“It is time,” Osk said, citing two judges": a person's quoted words, or those of a statement, are own."""
    starts = {start for start, _ in content}
    quoted = any(one.start in starts and not is_scare(context.text, one) for one in context.quotes)
    person = subject.ent_type_ == "PERSON" or subject.lower_ in ("he", "she", "i")
    papers = load_channel_words().issued
    issued = any(one.lemma_.lower() in papers for link in verb.rights if link.lower_ == "in" for one in link.children)
    return quoted and (person or issued)
