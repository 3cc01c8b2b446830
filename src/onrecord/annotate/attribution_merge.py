"""One list of attributions from the tagger's and grammar's: flat ones, joint predicates, those nested in a content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_build import find_far_head, governing_speech
from onrecord.annotate.attribution_doubts import is_turn_of_phrase
from onrecord.annotate.attribution_joins import (
    join_around,
    join_citing,
    join_interrupted,
    split_after_quote,
    take_block,
)
from onrecord.annotate.attribution_repair import find_carrier, is_told_in, repair, trim_hanging
from onrecord.annotate.attribution_rows import (
    Context,
    Ranges,
    Row,
    complete_quotes,
    cut_to,
    inside,
    overlap,
    prepare_findings,
    size,
)
from onrecord.annotate.attribution_sources import open_clause
from onrecord.annotations import Attribution
from onrecord.records import Span

if TYPE_CHECKING:
    from onrecord.annotate.attribution_parts import Finding
    from onrecord.annotate.tagger_decode import Tagged

DOUBTFUL = -0.4
"""A row of the tagger with a lower mean log-probability of its content is right less than one time in two (PolNeAR,
dev, best on both halves)."""
FAINT, AGREED = -0.8, 0.8
"""A row with a lower one is left out even where grammar sees it; the share of its content that grammar has to see."""
CERTAIN = frozenset({"figure", "voice", "per"})
"""Constructions that stand without the tagger, where it sees nothing."""
PERSONAL = frozenset({"he", "she", "they", "him", "her", "them", "i", "we", "us", "me", "you", "who", "whom"})
SUPPOSED = frozenset({"to", "would", "could", "may", "might", "should", "will", "must", "can"})
JOINING = frozenset({"conj", "advcl", "dep", "parataxis"})


def is_within(row: Row, other: Row) -> bool:
    """Do the cue and nearly all the content of a row stand inside another's content?"""
    return inside(row.head, other.content) and overlap(row.content, other.content) >= 0.9 * size(row.content)


def is_public(row: Row, outer: Row, context: Context) -> bool:
    """Is a nested attribution worth a row of its own: a public act by a named party, told as done in plain words?"""
    token = context.token_at(row)
    if token is None or not row.source or not overlap(row.source, outer.content) or context.is_quoted(row.head):
        return False
    if row.pattern not in ("light", "voice") and (
        token.lemma_.lower() not in context.cues.nested or token.pos_ not in {"VERB", "AUX"}
    ):
        return False
    supposed = any(one.dep_ == "aux" and one.lower_ in SUPPOSED for one in token.children)
    modifies = (token.dep_ in {"acl", "amod"} and not is_told_in(token)) or (
        token.tag_ == "VBG" and token.dep_ == "xcomp"
    )
    if supposed or modifies:
        return False
    return any(one.pos_ == "PROPN" or one.lemma_.lower() in context.cues.parties for one in context.words(row.source))


def flatten_findings(findings: list[Finding], context: Context) -> list[Row]:
    """Grammar alone: outermost attributions, and the public acts nested in them."""
    kept: list[Row] = []
    rows = [find_carrier(row, context) for row in prepare_findings(findings, context)]
    for row in sorted(rows, key=lambda one: (-size(one.content), one.head)):
        around = [one for one in kept if not one.nested and overlap(row.content, one.content) > 0.5 * size(row.content)]
        if not around:
            kept.append(row)
        elif is_within(row, around[0]) and is_public(row, around[0], context):
            kept.append(replace(row, nested=True))
    return drop_citing(kept)


def merge_rows(tagged: list[Tagged], findings: list[Finding], context: Context) -> list[Row]:
    """The tagger's attributions, repaired by grammar, and what only grammar sees."""
    known = prepare_findings(findings, context)
    rows = []
    freed: set[int] = set()
    for one in tagged:
        if one.score < DOUBTFUL and not is_confirmed(one, known, context):
            continue
        content = complete_quotes(one.content, one.cue, context)
        row = Row(content=content, cue=one.cue, source=one.source, origin="tagger", shared=one.shared)
        if is_turn_of_phrase(context.words(row.cue), row, context):
            freed |= {other.head for other in known if inside(other.head, row.content)}
            continue
        whole = open_clause(repair(row, known, context), context)
        row = drop_foreign(whole, known, context)
        freed |= {o.head for o in known if inside(o.head, whole.content) and not inside(o.head, row.content)}
        freed |= {o.head for o in known if takes_over(o, whole) and not overlap(o.content, row.content)}
        if is_pronoun_alone(row, context):
            continue
        orphan = not row.cue and not row.source and not context.is_quoted(row.content[0][0]) if row.content else True
        if not orphan:
            rows.append(find_carrier(row, context))
    rows = split_after_quote(rows, context)
    rows = join_interrupted([join_around(row, rows, context) for row in rows], known, context)
    rows = [part for row in rows for part in take_in_said(row, rows, known, context)]
    taken = tuple(span for row in rows for span in row.cue)
    known = [end_before_according(row, rows, context) for row in known]
    for row in known:
        if inside(row.head, taken):
            continue
        if row.pattern == "block":
            rows = take_block(row, rows, context)
            continue
        joint = find_joint(row, rows, context)
        if joint is not None:
            rows = [cut_before(one, row, context) if one is joint else one for one in rows]
            rows.append(replace(row, source=joint.source) if overlap(row.source, joint.content) else row)
            continue
        around = [other for other in rows if is_within(row, other)]
        if (
            (row.pattern in CERTAIN or row.head in freed)
            and row.source
            and not any(overlap(row.content, one.content) for one in rows)
        ):
            rows.append(row)
        elif around and is_public(row, around[0], context):
            rows.append(replace(row, nested=True))
    return drop_citing(join_citing(rows, context))


def is_confirmed(one: Tagged, known: list[Row], context: Context) -> bool:
    """Does grammar see the same act of speech, by the same source, as a doubtful row of the tagger?"""
    spoken = any(word.lemma_.lower() in context.cues.nested and word.pos_ == "VERB" for word in context.words(one.cue))
    if one.score < FAINT or not one.source or one.shared or not spoken:
        return False
    return any(
        inside(other.head, one.cue)
        and overlap(other.source, one.source)
        and overlap(other.content, one.content) >= AGREED * size(one.content)
        for other in known
    )


def take_in_said(row: Row, rows: list[Row], known: list[Row], context: Context) -> list[Row]:
    """ "Osk said the dam held, according to the Ledger": what the Ledger tells is that Osk said so, and he said it."""
    if not is_according(row, context):
        return [row]
    low, taken = row.content[0][0], tuple(span for one in rows for span in one.cue)
    for one in known:
        between = context.text[one.cue[-1][1] : low].strip(" ,").lower()
        if not one.source or inside(one.head, taken) or one.cue[-1][1] > low or between not in ("", "that"):
            continue
        outer = replace(row, content=((one.source[0][0], row.content[0][1]), *row.content[1:]))
        inner = replace(one, content=cut_to(one.content, row.content), nested=True)
        if one.source[0][0] < one.head and inner.content and is_public(inner, outer, context):
            return [outer, inner]
    return [row]


def is_according(row: Row, context: Context) -> bool:
    """Does "according to …" stand behind what is told?"""
    words = context.words(row.cue)
    told = bool(words) and words[0].lower_ == "according" and bool(row.content)
    return told and row.content[0][0] < row.cue[0][0]


def end_before_according(row: Row, rows: list[Row], context: Context) -> Row:
    """What grammar sees as said, without "according to …" behind it, which tells of the whole."""
    for one in rows:
        if is_according(one, context) and inside(one.cue[0][0], row.content):
            row = replace(row, content=cut_to(row.content, one.content) or row.content)
    return row


def is_pronoun_alone(row: Row, context: Context) -> bool:
    """Is the content only a person's pronoun, and so nothing that was said ("She was contradicted by A")?"""
    words = context.words(row.content)
    return bool(words) and all(word.lower_ in PERSONAL or word.is_punct for word in words)


def drop_foreign(row: Row, known: list[Row], context: Context) -> Row:
    """A row without a later sentence, unquoted, in which somebody else is said to speak, and without his quotation.

    "A reported that B had moved. C denied the report. "Nothing has moved," C said."
    """
    if not row.cue or not row.content:
        return row
    own = context.words(row.cue[:1])
    if not own or not row.source:
        return row
    stop = own[0].sent.end_char
    lows = [
        context.words(other.source)[0].sent.start_char
        for other in known
        if other.head >= stop and other.source and inside(other.head, row.content)
        and not context.is_quoted(other.head) and not overlap(other.source, row.source)
    ]  # fmt: skip
    lows += [other.content[0][0] for other in known if takes_over(other, row)]
    low = min((one for one in lows if one >= stop), default=None)
    if low is None:
        return row
    content = tuple((start, min(end, low)) for start, end in row.content if start < low)
    return replace(row, content=content) if content else row


def takes_over(other: Row, row: Row) -> bool:
    """Is it a quotation with a speaker and a cue of its own that a row's content has run on into?"""
    if other.pattern != "quote" or not other.source or inside(other.head, row.content):
        return False
    return overlap(other.content, row.content) == size(other.content) and not overlap(other.source, row.source)


def find_joint(row: Row, rows: list[Row], context: Context) -> Row | None:
    """The row whose cue governs this one as a joint predicate: "said … and welcomed …", "said …, calling it …"."""
    token = context.token_at(row)
    if token is None or context.is_quoted(row.head) or not row.source:
        return None
    over = governing_speech(token) or find_far_head(token)
    if over is None:
        if token.dep_ not in JOINING or token.lemma_.lower() not in context.cues.nested:
            return None
        over = token.head
    return next((one for one in rows if inside(over.idx, one.cue) and one.source), None)


def cut_before(row: Row, joint: Row, context: Context) -> Row:
    """A row whose content had run on into a joint predicate, cut before it."""
    low = min(start for start, _ in joint.cue)
    if not inside(low, row.content):
        return row
    content = tuple(trim_hanging((start, min(end, low)), context) for start, end in row.content if start < low)
    return replace(row, content=content) if content else row


def drop_citing(rows: list[Row]) -> list[Row]:
    """Rows without those whose cue has become part of another's ("citing")."""
    return [
        row
        for row in rows
        if not any(
            other is not row and other.carrier and len(other.cue) > 1 and set(row.cue) < set(other.cue)
            for other in rows
        )
    ]


def build_attributions(rows: list[Row]) -> tuple[Attribution, ...]:
    """The rows in the order of the text, each with the innermost one it stands in."""
    ordered = sorted(rows, key=lambda row: (row.content, row.cue, row.source))
    return tuple(
        Attribution(
            content=spans(row.content),
            cue=spans(row.cue),
            source=spans(row.source),
            parent=find_parent(row, ordered),
            origin=row.origin,
            carrier=spans(row.carrier),
        )
        for row in ordered
    )


def find_parent(row: Row, ordered: list[Row]) -> int | None:
    """Index of the smallest row in whose content the cue and content of this one stand."""
    cue = row.cue or row.content
    around = [
        (size(other.content), index)
        for index, other in enumerate(ordered)
        if other is not row
        and inside(cue[0][0], other.content)
        and overlap(row.content, other.content) == size(row.content) < size(other.content)
    ]
    return min(around)[1] if around else None


def spans(ranges: Ranges) -> tuple[Span, ...]:
    """Ranges as spans."""
    return tuple(Span(start=start, end=end) for start, end in ranges)
