"""Attributions that the tagger saw as two and that are one: around a citing participle, or an aside in a quotation."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.annotate.attribution_repair import find_close, has_voice
from onrecord.annotate.attribution_rows import Context, Range, Row, inside, overlap, size

ASIDE = re.compile(
    r"(?:refer|allud|point|gestur|speak|nod|clap|laugh|smil|grin|chuckl|shrug|sigh|paus|wav|turn|look)\w*ing"
)
"""Participles between two pieces of a quotation that only say what its words point to, or how it was said."""

DASHED = re.compile(r"\s*(?:[—–]|--?)\s[^\n.!?“”\"]{3,120}(?:[—–]|--?)\s*")
"""What a narrator sets between two dashes into somebody's words."""

CONCEDING = frozenset({"though", "although", "while", "if", "because", "unless", "whereas"})
"""What opens a clause that, before an aside, is the speaker's."""


def join_citing(rows: list[Row], context: Context) -> list[Row]:
    """Rows with "A, citing B, reported X" read as one where the tagger saw two: B is the source, A carries it.

    The parse is no help where it takes "reported" for a participle.
    """
    out = list(rows)
    for one in rows:
        words = context.words(one.cue)
        if len(words) != 1 or words[0].lemma_.lower() not in context.cues.citing or len(one.content) != 1:
            continue
        low, high = one.content[0]
        cited = context.words(one.content)
        if not any(word.head == words[0] and has_voice(word) for word in cited if word.dep_ in ("dobj", "pobj")):
            continue  # "Osk, citing the high costs, expects a loss": nobody speaks but Osk
        for at, other in enumerate(out):
            same = other is not one and other.source == one.source and not other.carrier
            # nothing but a comma stands between the one cited and the verb
            if same and other.cue and not context.text[high : other.cue[0][0]].strip(" ,") and high <= other.cue[0][0]:
                cue = tuple(sorted({*one.cue, *other.cue}))
                out[at] = replace(other, source=((low, high),), carrier=one.source, cue=cue)
                out.remove(one)
                break
    return out


def join_around(row: Row, rows: list[Row], context: Context) -> Row:
    """A content with what stands on the other side of an aside: "Though it was close, she said, it held".

    Only where words show that it belongs: a concession or condition before, "that" after ("so bad, she said, that").
    """
    aside = context.words((*row.source, *row.cue))
    if len(row.content) != 1 or not row.cue or not row.source or not aside:
        return row
    first, comma = min(aside, key=lambda one: one.i), find_close(max(aside, key=lambda one: one.i))
    sent, doc = first.sent, context.doc
    if comma.text != "," or first.i <= sent.start or doc[first.i - 1].text != ",":
        return row
    end = sent[-1] if not sent[-1].is_punct else sent[-2]
    before, after = (doc[sent.start].idx, doc[first.i - 1].idx), (doc[comma.i + 1].idx, end.idx + len(end))
    low, high = row.content[0]
    others = [one.content for one in rows if one is not row]
    if low >= comma.idx and doc[sent.start].lower_ in CONCEDING and not any(overlap((before,), one) for one in others):
        return replace(row, content=(before, (low, high)))
    goes_on = doc[comma.i + 1].lower_ == "that" and comma.i + 2 < sent.end
    if low < first.idx and high <= first.idx and goes_on and not any(overlap((after,), one) for one in others):
        return replace(row, content=((low, high), after))
    if low >= comma.idx and goes_on and not any(overlap((before,), one) for one in others):
        return replace(row, content=(before, (low, high)))
    return row


def join_interrupted(rows: list[Row], known: list[Row], context: Context) -> list[Row]:
    """A quotation with its second piece: "“You say that,” she said, referring to the ban, “and you win.”"

    The tagger leaves the piece out, or takes the participle before it for its cue.
    """
    out = list(rows)
    marked = [((one.start, one.end),) for one in context.quotes if not one.depth]
    for whole in known:
        first = next((one for one in out if inside(whole.head, one.cue) and one.content in marked), None)
        if whole.pattern != "quote" or first is None or first.content[0][1] > whole.head:
            continue
        held = [one for one in marked if overlap(one, whole.content) == size(one) and one[0][0] > whole.head]
        pieces = tuple(span for one in held for span in one)
        others = [one for one in out if one is not first and overlap(one.content, pieces)]
        aside = [word for one in others for word in context.words(one.cue[:1])[:1]]
        after = all(min(start for start, _ in (*one.cue, *one.content)) > whole.head for one in others)
        if not others and pieces and "." in context.text[whole.head : pieces[0][0]]:
            continue  # a sentence of its own, which nobody else is said to speak: it may stand alone
        if pieces and after and len(aside) == len(others) and all(ASIDE.fullmatch(word.lower_) for word in aside):
            out = [one for one in out if one not in others]
            out[out.index(first)] = replace(first, content=(*first.content, *pieces))
    return out


def split_after_quote(rows: list[Row], context: Context) -> list[Row]:
    """ "Osk wrote that “the talks failed” and blamed Feld": who blames is Osk, as the marks close before it."""
    out = list(rows)
    for inner in rows:
        verb = next(iter(context.words(inner.cue[:1])), None)
        if verb is None or verb.i < 2 or verb.tag_ not in ("VBD", "VBZ", "VBN") or context.is_quoted(verb.idx):
            continue
        link, mark = verb.nbor(-1), verb.nbor(-2)
        if link.lower_ not in ("and", "but") or not mark.is_quote or link.sent != verb.sent:
            continue
        for at, outer in enumerate(out):
            if not outer.cue or not outer.source or outer.cue[-1][1] > link.idx or inner not in out:
                continue
            held = inside(mark.idx, outer.content) and context.words(outer.cue)[0].sent == verb.sent
            if held and (inside(verb.idx, outer.content) or overlap(inner.source, outer.content)):
                kept = tuple((start, min(end, link.idx)) for start, end in outer.content if start < link.idx)
                out[at] = replace(outer, content=kept)
                out[out.index(inner)] = replace(inner, source=outer.source, nested=False)
                break
    return out


def join_dashed(rows: list[Row], context: Context) -> list[Row]:
    """ "“We had” — he stopped to wipe his eyes — “no warning at all.”": two pieces of what one says."""
    marked = [one for one in context.quotes if not one.depth]
    for first, second in pairwise(marked):
        between = context.text[first.end : second.start]
        if not DASHED.fullmatch(between) or not context.text[second.inner.start].islower():
            continue
        pieces = ((first.start, first.end), (second.start, second.end))
        held = [one for one in rows if overlap(one.content, pieces) and not overlap(one.cue, pieces)]
        whole = next((one for one in held if one.cue and one.source and overlap(one.content, pieces[:1])), None)
        if whole is None or any(one.cue for one in held if one is not whole):
            continue
        kept = [part for part in whole.content if not overlap((part,), pieces)]
        rows = [one for one in rows if one is whole or one not in held]
        rows[rows.index(whole)] = replace(whole, content=tuple(sorted((*kept, *pieces))))
    return rows


def split_paragraphs(row: Row, context: Context) -> list[Row]:
    """A quotation that goes on in paragraphs of its own after the speaker has been named: a row for each of those.

    "“We hope for it,” she said.¶“But we will leave.”" are two statements of hers, and each can be found by itself.
    """
    content = sorted(row.content)
    own = [at for at, span in enumerate(content) if at and opens_paragraph(span, content[at - 1], row, context)]
    if not own or not row.cue or not row.source:
        return [row]
    cuts = [*own, len(content)]
    parts = [tuple(content[low:high]) for low, high in pairwise(cuts)]
    return [replace(row, content=tuple(content[: own[0]]))] + [replace(row, content=one, cue=()) for one in parts]


def opens_paragraph(span: Range, before: Range, row: Row, context: Context) -> bool:
    """Is a piece a quotation that opens a paragraph behind the cue, the one before it closed?"""
    quote = next((one for one in context.quotes if one.start == span[0]), None)
    between = context.text[before[1] : span[0]]
    closed = any(one.end == before[1] and one.closed for one in context.quotes)
    return quote is not None and closed and "\n" in between and all(end <= span[0] for _, end in row.cue)


def take_block(block: Row, rows: list[Row], context: Context) -> list[Row]:
    """The rows with a paragraph set under who says it, and of those in its words what a named party is said to say."""
    held = [one for one in rows if overlap(one.content, block.content)]
    parts = [(*one.cue, *one.content, *one.source) for one in held]
    if not block.source or any(overlap(part, block.content) < size(part) for part in parts):
        return rows  # somebody else's words run into it
    named = [one for one in held if one.cue and any(word.pos_ == "PROPN" for word in context.words(one.source))]
    return [one for one in rows if one not in held] + [replace(one, nested=True) for one in named] + [block]
