"""Attributions that the tagger saw as two and that are one: around a citing participle, or an aside in a quotation."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.annotate.attribution_rows import Context, Row, inside, overlap, size

ASIDE = re.compile(
    r"(?:refer|allud|point|gestur|speak|nod|clap|laugh|smil|grin|chuckl|shrug|sigh|paus|wav|turn|look)\w*ing"
)
"""Participles between two pieces of a quotation that only say what its words point to, or how it was said."""


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
        for at, other in enumerate(out):
            same = other is not one and other.source == one.source and not other.carrier
            # nothing but a comma stands between the one cited and the verb
            if same and other.cue and not context.text[high : other.cue[0][0]].strip(" ,") and high <= other.cue[0][0]:
                cue = tuple(sorted({*one.cue, *other.cue}))
                out[at] = replace(other, source=((low, high),), carrier=one.source, cue=cue)
                out.remove(one)
                break
    return out


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
