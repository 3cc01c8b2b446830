"""Where contents begin and end: what a relative stands for, subjects that speak, and words left hanging."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_parts import CUE_PARTS, FINITE, VERBS, child
from onrecord.annotate.attribution_rows import Context, Range, Ranges, Row, inside, join, overlap, size

if TYPE_CHECKING:
    from spacy.tokens import Token

HANGING = frozenset({"ADP", "DET", "SCONJ", "CCONJ", "AUX", "PART"})
RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "where"})
DASHES = frozenset({"—", "–", "--", ",", ";"})
STANDING = frozenset({"which", "that", "who", "whom"})
"""Relatives that stand for a noun before them."""
CLIMBS = 4
"""Verbs between a relative and the noun that it stands for ("which he said she wanted to see")."""
ANSWERING = frozenset(
    {"deny", "dispute", "reject", "refute", "contest", "confirm", "admit", "acknowledge", "concede", "say", "claim"}
)
ADDRESSING = frozenset({"ask", "tell", "remind", "inform", "question", "press"})
"""Verbs whose passive has for its subject who is spoken to."""
LINKS = frozenset({"of", "on", "for", "about", "over"})
PERSONAL = frozenset({"he", "she", "they", "i", "we", "you"})
STRIKING = frozenset({"seem", "appear", "look", "sound"})


def mend_ends(row: Row, context: Context) -> Row:
    """A row with the words of its content that are what is said, and no others.

    Args:
        row: An attribution.
        context: The document.

    Returns:
        The row; without any content where only a relative was left of it that stands for nothing.
    """
    if not row.cue or row.origin in ("post", "turn"):
        return row
    row = keep_sentence(row, context)
    apart = tuple(part for whole in row.content for part in cut_around(whole, row.cue))
    row = replace(row, content=apart)
    row = free_subject(free_passive(row, context), context)
    if len(row.content) > 1 and row.pattern != "naming":
        named = tuple(part for part in row.content if context.text[slice(*part)].lower() not in STANDING)
        row = replace(row, content=named or row.content)
    row = replace(row, content=name_relative(row, context))
    row = replace(row, content=fill_gaps(row, context))
    row = replace(row, content=cut_contrast(cut_main_verb(row, context), row, context))
    parts = (trim_dangling(part, context) for part in row.content)
    return replace(row, content=tuple(part for part in parts if part[0] < part[1]))


def keep_sentence(row: Row, context: Context) -> Row:
    """ "It is old. It will close in May, Osk said": of two pieces without marks the one in the sentence of the cue."""
    sent = context.words(row.cue)[0].sent
    opens = [words[0] for words in (context.words((part,)) for part in row.content) if words]
    quoted = any(overlap(row.content, ((one.start, one.end),)) for one in context.quotes)
    if len(opens) < 2 or len(opens) != len(row.content) or quoted:
        return row
    kept = tuple(part for part, word in zip(row.content, opens, strict=True) if word.sent == sent)
    told = any(one.tag_ in FINITE for one in context.words(kept))
    return replace(row, content=kept) if told else row


def cut_around(part: Range, cue: Ranges) -> Ranges:
    """A stretch of content without the words of the cue."""
    for low, high in cue:
        if part[0] < high and low < part[1]:
            return tuple(one for one in ((part[0], low), (high, part[1])) if one[0] < one[1])
    return (part,)


def find_verb(row: Row, context: Context) -> Token | None:
    """The verb of a cue."""
    return next((one for one in context.words(row.cue) if one.pos_ in VERBS and one.dep_ not in CUE_PARTS), None)


def free_subject(row: Row, context: Context) -> Row:
    """ "The group, which claims …": "which" claims it, and is no part of it; nor is "he" of "he was asked why".

    Only where the tagger lent the row another's source, or where the subject is a relative.
    """
    verb = find_verb(row, context)
    if verb is None or not row.content:
        return row
    first = context.words(row.content[:1])
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or [one for one in first if one.is_alpha and one.pos_ != "DET"] != [subject]:
        return row
    if subject.dep_ == "nsubjpass":
        spoken_to = verb.lemma_.lower() in ADDRESSING and (len(row.content) == 1 or subject.lower_ in PERSONAL)
        return replace(row, content=row.content[1:]) if spoken_to else row
    if len(row.content) == 1:
        return row
    own = row.shared or (subject.tag_ in ("WDT", "WP") and not row.source)
    if verb.lemma_.lower() in STRIKING or verb.tag_ not in FINITE or not own:
        return row
    return replace(row, content=row.content[1:], source=row.content[:1], shared=False)


def free_passive(row: Row, context: Context) -> Row:
    """ "Osk said the plan, which was reported in May, …": the tagger lends Osk to a passive with its own subject.

    "Crews are required to leave": nor do the crews require it; they are part of what is.
    """
    verb = find_verb(row, context)
    if verb is None or verb.tag_ != "VBN" or child(verb, "auxpass") is None or has_agent(verb):
        return row
    subject = child(verb, "nsubjpass")
    if row.shared:
        return replace(row, source=(), shared=False) if subject or verb.dep_ in ("acl", "relcl") else row
    asked = verb.lemma_.lower() in context.cues.directive and child(verb, "xcomp") is not None
    if subject is None or not asked or subject not in context.words(row.source):
        return row
    return replace(row, source=(), content=join([*row.source, *row.content], context.text))


def cut_contrast(content: Ranges, row: Row, context: Context) -> Ranges:
    """ "Crews say it will hold[, while owners fear it will not]": what others say is set beside it by the writer."""
    cue = context.words(row.cue)
    if not cue or not content or content[-1][1] < cue[0].idx:
        return content
    told = context.cues.speech | context.cues.belief | context.cues.nested
    for word in context.words(content):
        verb, before = word.head, word.nbor(-1) if word.i else word
        subject = child(verb, "nsubj")
        contrast = word.lower_ in ("while", "whereas") and word.dep_ == "mark" and before.text == ","
        if not contrast or verb.tag_ not in FINITE or verb.lemma_.lower() not in told or word.i < cue[-1].i:
            continue
        if subject is None or subject.pos_ == "PRON" or verb.i < word.i or context.is_quoted(word.idx):
            continue
        if verb.right_edge.idx + len(verb.right_edge) < content[-1][1]:
            continue  # it goes on behind: an aside
        kept = tuple((start, min(end, before.idx)) for start, end in content if start < before.idx)
        return kept if context.words(kept) else content
    return content


def has_agent(verb: Token) -> bool:
    """Is it printed by whom a passive is done?"""
    return any(one.dep_ == "agent" or one.lower_ == "by" for one in verb.children)


def name_relative(row: Row, context: Context) -> Ranges:
    """ "The plan, which Osk has praised": the plan, and not "which", is what he has praised."""
    words = context.words(row.content)
    if len(words) != 1 or words[0].lower_ not in STANDING or words[0].tag_ not in ("WDT", "WP", "IN"):
        return row.content
    if words[0].head.lemma_.lower() in ANSWERING:
        return row.content  # "…, which the firm denies": all that is said before, and no thing alone
    verb, climbed = words[0].head, 0
    while verb.dep_ != "relcl" and climbed < CLIMBS and verb.head.i != verb.i:
        verb, climbed = verb.head, climbed + 1
    noun = verb.head
    if verb.dep_ != "relcl" or noun.pos_ not in ("NOUN", "PROPN") or noun.i > words[0].i:
        return ()
    while noun.dep_ == "pobj" and noun.head.lower_ in LINKS and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head  # "the repair of the bridge, which": both, as either may be meant
    last = words[0].nbor(-1)
    while last.i > noun.i and (last.is_punct or last.pos_ == "ADP"):
        last = last.nbor(-1)
    span = (noun.left_edge.idx, last.idx + len(last))
    return (span,) if not overlap((span,), (*row.cue, *row.source)) else ()


def fill_gaps(row: Row, context: Context) -> Ranges:
    """ "The talks [in May] in which he spoke": two pieces of a sentence with the few words of it that part them."""
    out: list[Range] = []
    for start, end in sorted(row.content):
        if out and is_gap((out[-1][1], start), row, context):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return join(out, context.text)


def is_gap(gap: Range, row: Row, context: Context) -> bool:
    """Is a stretch between two pieces of a content no clause, no aside and no word of cue or source?"""
    words = context.words((gap,))
    plain = words and not any(one.is_punct or one.pos_ in VERBS for one in words)
    return bool(plain) and not overlap((gap,), (*row.cue, *row.source)) and "\n" not in context.text[slice(*gap)]


def cut_main_verb(row: Row, context: Context) -> Ranges:
    """ "The proposal that towns pay [would end the fund]": what the noun of a cue does is no part of what it says."""
    words = context.words(row.cue)
    noun = next((one for one in reversed(words) if one.pos_ == "NOUN"), None)
    if noun is None or any(one.pos_ in VERBS for one in words) or noun.dep_ not in ("nsubj", "nsubjpass"):
        return row.content
    verb = noun.head
    while verb.i - 1 > noun.i and verb.nbor(-1).head == noun.head and verb.nbor(-1).dep_ in CUE_PARTS:
        verb = verb.nbor(-1)
    if noun.head.tag_ not in FINITE and verb == noun.head:
        return row.content
    if verb.i < noun.i or not inside(verb.idx, row.content) or context.is_quoted(verb.idx):
        return row.content
    kept = tuple((start, min(end, verb.idx)) for start, end in row.content if start < verb.idx)
    return kept if context.words(kept) else row.content


def is_wider(row: Row, best: Row, context: Context) -> bool:
    """Has the tagger, in the cue's sentence, all that grammar has, and more words of what is said?

    "It was late, Osk said in May; and the crew had left", "the talks are, it is said, expected to fail".
    """
    low = min((start for start, _ in row.source), default=0)
    if best.pattern in ("object", "directive") and row.source and row.content[0][0] < low:
        return False
    behind = [part for part in row.content if part[0] >= row.cue[-1][1] > best.content[0][1]]
    behind = [part for part in behind if not any(one.start <= part[0] < one.end for one in context.quotes)]
    if any(all(one.pos_ not in VERBS for one in context.words((part,))) for part in behind):
        return False  # "…, Osk said, almost double the 63 of the year before"
    sents = [words[0].sent for words in (context.words((part,)) for part in (*row.content, *row.cue)) if words]
    return overlap(row.content, best.content) == size(best.content) and all(one == sents[-1] for one in sents)


def is_after_and(row: Row, context: Context) -> bool:
    """Does a content begin with what an "and" joins on behind the cue's own preposition?"""
    between = context.text[row.cue[-1][1] : row.content[0][0]].strip().lower() if row.cue and row.content else ""
    last = context.words(row.cue)[-1:]
    return between in ("and", "or") and any(one.pos_ == "ADP" for one in last)


def goes_on(part: Range, best: Row, context: Context) -> bool:
    """ "It rained, Osk said, and was cold": a second predicate behind who says it."""
    words = context.words((part,))
    low = max(end for _, end in (*best.content, *best.cue))
    joined = len(words) > 1 and words[0].lower_ in ("and", "but", "or") and words[1].pos_ in ("VERB", "AUX")
    return joined and part[0] >= low and words[0].sent == context.words(best.cue)[0].sent


def is_cut(part: Range, whole: Range, context: Context) -> bool:
    """Does the tagger's stretch break off inside a phrase: on a preposition or article, or before one that goes on?"""
    if part[0] > whole[0] + 5 and context.text[whole[0] : part[0]].strip().lower() != "that":
        return False
    words, rest = context.words((part,)), context.words(((part[1], whole[1]),))
    if not words or not rest:
        return False
    hanging = words[-1].pos_ in HANGING and words[-1].lower_ not in RELATIVES | {"and", "or", "but"}
    if hanging or lacks_verb(words, rest):
        return True
    following = rest[0]
    return following.is_alpha and following.pos_ != "CCONJ" and following.lower_ not in RELATIVES


def lacks_verb(words: list[Token], rest: list[Token]) -> bool:
    """ "Osk said the plan[, which was drawn in May, should be seen …]": a stretch that is only who, without what."""
    top = next((one for one in words if one.dep_ in ("nsubj", "nsubjpass") and one.head in rest), None)
    return top is not None and top.head.dep_ == "ccomp" and words[0] in top.subtree


def trim_dangling(part: Range, context: Context) -> Range:
    """A stretch without a preposition or "that" at its end whose own words stand beyond it ("his words [in] which")."""
    words = context.words((part,))
    while len(words) > 1 and words[-1].text in DASHES:
        words.pop()
    while len(words) > 1 and is_dangling(words[-1], words[0].i):
        words.pop()
        while len(words) > 1 and words[-1].is_punct and not words[-1].is_quote:
            words.pop()
    last = words[-1] if words else None
    return (part[0], min(part[1], last.idx + len(last))) if last is not None else part


def is_dangling(word: Token, low: int) -> bool:
    """Does a word open what does not follow in its stretch?"""
    if word.lower_ == "that" and word.tag_ in ("IN", "WDT") and word.dep_ in ("mark", "nsubj", "dobj"):
        return word.head.i > word.i
    if word.pos_ not in ("ADP", "SCONJ") or word.dep_ not in ("prep", "agent", "mark"):
        return False
    opens = any(one.i > word.i for one in word.children) or (word.dep_ == "mark" and word.head.i > word.i)
    return opens and word.i > low
