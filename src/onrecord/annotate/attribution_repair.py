"""What grammar mends in a tagger's attribution: scattered or cut contents, missing sources, carriers.

Chosen on PolNeAR's dev split, as far as that tells; two rules cost a little there and are kept for the reader: a term
without its marks, and the nearer subject for a source that the tagger only lent (training/attribution/README.md).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_build import is_joining_participle
from onrecord.annotate.attribution_ends import HANGING, RELATIVES, goes_on, is_after_and, is_cut, is_wider
from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.attribution_parts import child, find_subject, source_tokens
from onrecord.annotate.attribution_rows import Context, Range, Ranges, Row, inside, overlap, size
from onrecord.annotate.attribution_sources import find_relative, speaks_own_words, split_source, take_named
from onrecord.annotate.quotes import is_scare
from onrecord.vocab.nouns import load_nominals
from onrecord.vocab.offices import load_title_words
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

WHOLE = frozenset({"clause", "object", "naming", "directive", "noun", "infinitive", "preposition"})
"""Constructions whose content is one stretch of the parse: the tagger's scattered pieces give way to it."""
PEOPLE = re.compile(r"(?:pants?|ists?|ees?|ians?|dants?|people|persons?|staff|staffers?|friends?|colleagues?|others)$")
"""How words for people end ("participants", "attendee"), or what they are."""
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NARRATING = frozenset({"but", "when", "while", "as", "after", "before", "though", "although"})
LACKING = (["but", "no"], ["but", "without"], ["but", "little"], ["but", "few"])
"""What the narrator misses in what a scrap of words promised ("touted “progress” but no terms")."""
LINK = 8
"""Words from "quoted" to the "as" of "as saying"."""
CLOSE = 5
"""Words of an aside after its verb."""


def repair(row: Row, known: list[Row], context: Context) -> Row:
    """A tagger's row with what grammar knows of the same cue."""
    same = [one for one in known if inside(one.head, row.cue)]
    if same:
        best = max(same, key=lambda one: (overlap(one.content, row.content), -one.head))
        row = replace(row, head=best.head, pattern=best.pattern, content=choose_content(row, best, context))
        row = choose_source(row, best, context)
    content = tuple(part for part in (trim_hanging(part, context) for part in row.content) if part[0] < part[1])
    content = tuple(strip_called(part, context) for part in content)
    content = cut_narration(resume(replace(row, content=content), context), context)
    if len(content) == 1:  # "“It is,” she said, “the end”": each piece keeps its marks
        content = (strip_short(content[0], context),)
    row = split_source(replace(row, content=content), context)
    source = complete_name(trim_ends(row.source, context), row, context)
    return replace(row, source=take_named(source, row, context), cue=trim_ends(row.cue, context))


def complete_name(ranges: Ranges, row: Row, context: Context) -> Ranges:
    """A source that breaks off inside a name, with the rest of the name ("prosecutor Marit" before "Coyle")."""
    if not ranges:
        return ranges
    start, end = ranges[-1]
    words = context.words(((start, end),))
    last = words[-1] if words else None
    while last is not None and last.pos_ == "PROPN" and last.whitespace_ == " " and last.i + 1 < len(context.doc):
        word = context.doc[last.i + 1]
        taken = inside(word.idx, row.content + row.cue)
        if (
            word.pos_ != "PROPN"
            or not word.text[0].isupper()
            or taken
            or word.ent_iob_ == "B"
            or word.sent != last.sent
        ):
            break
        end, last = word.idx + len(word), word
    return (*ranges[:-1], (start, end))


def resume(row: Row, context: Context) -> Ranges:
    """ "Protest, he said, is a right": a content that is only the subject goes on with its verb after the aside."""
    words = context.words(row.content)
    within = {word.i for word in words}
    tops = [word for word in words if word.head.i not in within]
    if len(row.content) != 1 or not row.cue or len(tops) != 1 or tops[0].dep_ not in {"nsubj", "nsubjpass"}:
        return row.content
    verb, aside = tops[0].head, context.words(row.source + row.cue)
    if not aside or verb.i < max(word.i for word in aside) or tops[0].i > min(word.i for word in aside):
        return row.content
    comma = find_close(max(aside, key=lambda word: word.i))
    last = context.doc[comma.i - 1]
    if comma.text != "," or verb.sent != last.sent or not context.doc[comma.i + 1 : verb.i + 1]:
        return row.content
    end = verb.right_edge
    while end.is_punct and end.i > verb.i:
        end = context.doc[end.i - 1]
    return (*row.content, (context.doc[comma.i + 1].idx, end.idx + len(end)))


def find_close(last: Token) -> Token:
    """The comma that closes an aside, past whom was told and when ("he told me on Friday,"); else the word given."""
    for word in last.doc[last.i + 1 : min(last.i + 2 + CLOSE, last.sent.end)]:
        if word.text == ",":
            return word
        if word.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ"} or word.is_punct:
            break
    return last


def cut_narration(ranges: Ranges, context: Context) -> Ranges:
    """A quotation without what the narrator adds: "“You came?” she said, [but he was asleep]"."""
    opening = [one for one in context.quotes if ranges and one.start == ranges[0][0] and one.closed]
    if not opening:
        return ranges
    scrap, said = is_scare(context.text, opening[0]), opening[0].end
    kept = []
    for start, end in ranges:
        words = context.words(((max(start, said), end),)) if end > said else []
        told = words[:1] and words[0].lower_ in NARRATING
        told = told and (not scrap or [one.lower_ for one in words[:2]] in LACKING)
        ended = start < said and context.text[opening[0].inner.end - 1] in ".!?"
        told = told or (ended and words[:1] and words[0].is_title)  # a sentence of its own
        told = told and not any(start <= q.start < end for q in context.quotes if q.start >= said)
        if not told:
            kept.append((start, end))
        elif start < said:
            kept.append((start, said))
    return tuple(kept)


def strip_called(part: Range, context: Context) -> Range:
    """ "called [on both sides] to keep talking": who is called on is no part of what for."""
    words = context.words((part,))
    if len(words) < 4 or words[0].lower_ not in {"on", "upon"} or words[0].dep_ != "prep":
        return part
    clause = next((one for one in words if one.tag_ == "TO" and one.head.head.i == words[0].head.i), None)
    return (clause.idx, part[1]) if clause is not None else part


def trim_ends(ranges: Ranges, context: Context) -> Ranges:
    """A source or cue without punctuation at its end, or an article and its preposition left hanging there."""
    out = []
    for start, end in ranges:
        words = context.words(((start, end),))
        words = words[: find_relative(words)]
        while len(words) > 1 and (words[-1].text in {",", ";", "—", "–", "("} or words[-1].tag_ == "DT"):
            article = words.pop().tag_ == "DT"
            if article and len(words) > 1 and words[-1].pos_ == "ADP":
                words.pop()
        last = words[-1] if words else None
        out.append((start, min(end, last.idx + len(last)) if last is not None else end))
    return tuple(out)


def strip_short(part: Range, context: Context) -> Range:
    """A term in quote marks without them: the marks of so few words would outweigh the words."""
    for quote in context.quotes:
        if (quote.start, quote.end) == part and is_scare(context.text, quote):
            return (quote.inner.start, quote.inner.end)
    return part


def choose_source(row: Row, best: Row, context: Context) -> Row:
    """A row with grammar's source where the tagger has none of its own, or one that begins with a relative pronoun."""
    words = context.words(row.source)
    relative = len(words) > 1 and words[0].lower_ in RELATIVES
    nearer = row.shared and row.cue and best.source and row.source[-1][1] <= best.source[0][0] < row.cue[0][0]
    if best.source and (not words or relative or nearer) and not overlap(best.source, row.content + row.cue):
        return replace(row, source=best.source)
    if best.source and words and is_silent(words, context) and not overlap(best.source, row.content + row.cue):
        return replace(row, source=best.source)
    token = context.token_at(row)
    if token is not None and best.source and (is_joining_participle(token, context.cues) or is_told_in(token)):
        # ", adding": the tagger takes the nearest name, grammar the one who speaks.
        return replace(row, source=best.source)
    return row


def is_told_in(verb: Token) -> bool:
    """Is it the participle of what it stands after, and no deed of the subject: "she spoke of reports claiming …"?"""
    noun, joined = verb.head, verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.i > 0 and verb.nbor(-1).text != ","
    above = noun.head.head if noun.head.lower_ in ("with", "in") else noun.head  # "followed with a statement saying"
    sent = above.lemma_ in load_channel_words().sending or noun.dep_ not in ("pobj", "dobj")
    return joined and noun.i < verb.i and not sent and has_voice(noun)


def choose_content(row: Row, best: Row, context: Context) -> Ranges:
    """The tagger's content or grammar's."""
    shared = overlap(row.content, best.content)
    if best.pattern == "trailing":
        return best.content if shared in {0, size(row.content)} else row.content
    if best.pattern == "preposition" and not shared and is_after_and(row, context):
        return best.content  # "the plan Osk is calling for and what Feld would take"
    if best.pattern not in WHOLE or not shared:
        return row.content
    if len(row.content) > 1 and len(best.content) <= len(row.content) and not is_wider(row, best, context):
        return best.content + tuple(part for part in row.content if goes_on(part, best, context))
    if len(row.content) == 1 and len(best.content) == 1 and shared == size(row.content) < size(best.content):
        return best.content if is_cut(row.content[0], best.content[0], context) else row.content
    return row.content


def trim_hanging(part: Range, context: Context) -> Range:
    """A stretch without a conjunction, relative or punctuation left hanging at its end; () where nothing is left."""
    words = context.words((part,))
    while words and (
        words[-1].pos_ == "CCONJ"
        or words[-1].text in {",", ";", ":", "—", "–", "--", "("}
        or (words[-1].lower_ in {"which", "who", "whose"} and len(words) > 1)
    ):
        words.pop()
    if not words or (len(words) == 1 and words[0].pos_ in HANGING and words[0].lower_ not in {"this", "that", "all"}):
        return (part[0], part[0])
    last = words[-1]
    return (part[0], max(min(part[1], last.idx + len(last)), part[0]))


def take_quoted(row: Row, context: Context) -> Row | None:
    """Read "…, the Tagblatt quoted her as saying": she is the source, the Tagblatt carries her words."""
    verb = next((one for one in context.words(row.cue) if one.lemma_ in ("quote", "cite")), None)
    doc = context.doc
    stop = min(verb.i + LINK, verb.sent.end - 1) if verb is not None else 0
    link = next((one for one in doc[verb.i + 1 : stop] if one.lower_ == "as"), None) if verb is not None else None
    if verb is None or link is None or link.nbor(1).tag_ != "VBG":
        return None
    said, told, carrier = link.nbor(1), (doc[verb.i + 1].idx, link.idx), row.source
    if doc[verb.i + 1].lower_ == "by":  # "the minister was quoted by the Tagblatt as saying"
        subject = child(verb, "nsubjpass")
        if subject is None:
            return None
        carrier = ((doc[verb.i + 2].idx, link.idx),)
        told = (doc[subject.left_edge.i].idx, subject.idx + len(subject))
    elif verb.tag_ == "VBN" or doc[verb.i + 1].is_punct or link.i == verb.i + 1:
        return None
    start, end = min(told[0], verb.idx), said.idx + len(said)
    parts = [piece for low, high in row.content for piece in ((low, min(high, start)), (max(low, end), high))]
    content = tuple(piece for piece in parts if piece[0] < piece[1] and context.text[slice(*piece)].strip(" ,"))
    cue = tuple(sorted({*row.cue, (said.idx, end)}))
    return replace(row, content=content, source=(told,), carrier=carrier, cue=cue) if content else None


def find_carrier(row: Row, context: Context) -> Row:
    """Read "TASS, citing officials, said": the officials are the source, TASS carries their words."""
    quoted, verb = take_quoted(row, context), context.token_at(row)
    if verb is None or quoted is not None:
        return quoted or row
    subject = find_subject(verb)
    if subject is None or speaks_own_words(subject, verb, row.content, context):
        return row
    for at in (subject, verb):
        for one in at.children:
            if one.lemma_.lower() not in context.cues.citing or one.tag_ != "VBG":
                continue
            cited = child(one, "dobj")
            if cited is None or not has_voice(cited):
                continue
            source, carrier = source_tokens(cited, verb), source_tokens(subject, one)
            as_range = [
                (context.doc[t[0]].idx, context.doc[t[-1]].idx + len(context.doc[t[-1]])) for t in (source, carrier)
            ]
            cue = tuple(sorted({*row.cue, (one.idx, one.idx + len(one))}))
            content = tuple(part for part in row.content if not overlap((part,), (as_range[0],)))  # not the one cited
            if content:
                return replace(row, content=content, source=(as_range[0],), carrier=(as_range[1],), cue=cue)
    return row


def is_silent(words: list[Token], context: Context) -> bool:
    """Is a source what somebody only cites, and nothing that could speak ("…, Ruta said, citing the high costs")?"""
    within = {word.i for word in words}
    top = next((word for word in words if word.head.i not in within), words[0])
    citing = top.head.lemma_.lower() in context.cues.citing and top.head.tag_ == "VBG" and top.dep_ == "dobj"
    return citing and not has_voice(top)


def has_voice(cited: Token) -> bool:
    """Can what is cited speak: somebody by name or by trade, or a document ("citing officials", "citing a report")?

    Nobody speaks in "citing the release of prisoners" or "citing high costs".
    """
    words, lower = load_channel_words(), cited.lemma_.lower()
    people = load_nominals()
    named = cited.pos_ == "PROPN" or cited.ent_type_ in NAMES
    listed = any(cited.lower_ in people[key] for key in ("people", "person", "bodies", "services"))
    freed = lower == "release" and any(child.lower_ == "of" for child in cited.rights)
    issued = not freed and lower in words.issued | words.published | load_cues().media
    outlet = lower in people["definite"]["organization"] or lower in load_cues().parties or bool(PEOPLE.search(lower))
    return named or listed or issued or outlet or lower in load_title_words().heads or cited.tag_ == "PRP"
