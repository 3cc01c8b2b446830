"""What shows that two statements belong to one scene, whatever their words: a reprint, one interview, one breath.

A briefing, an interview, a post is one act of speech, from which an article reports several things one after another.
"""

import re
from collections.abc import Sequence

from onrecord.link.wordings import Wording, find_order
from onrecord.records import Statement
from onrecord.vocab.speech import load_channel_words

NEXT = 1
"""Statements of one speaker that follow each other among his statements in a document."""

FAR = 400
"""Characters between two statements that can be of one breath."""

RIGHT_ON = 5
"""Words between two reports of which the later one only says "he said"."""

ENDED = re.compile(r"[.!?]\s")

VERBATIM = 0.9
"""The share of the longer wording that a reprint with a changed word or spelling still has in the same order."""


def find_reprint(a: Wording, b: Wording) -> str | None:
    """Are two wordings of different documents the same sentence, printed twice: why, None where they are not."""
    longer, shorter = max(len(a.words), len(b.words)), min(len(a.words), len(b.words))
    telling = len(a.stems & b.stems)
    if telling < 2 or shorter < 3:
        return None
    if a.words == b.words:
        return "the same sentence"
    share = find_order(a.words, b.words) * shorter / longer
    return f"{share:.0%} of the sentence is the same" if telling >= 4 and share >= VERBATIM else None


def find_scene(a: Statement, b: Statement, between: str, texts: Sequence[str], *, apart: int) -> str | None:
    """Why two statements of one speaker in one document belong to one scene, None where nothing says so.

    Args:
        a: The earlier one.
        b: The later one.
        between: What the document prints from the end of the first to the start of the second.
        texts: The words of their cues.
        apart: By how much their places among the speaker's statements differ.
    """
    heard = a.addressee is not None and b.addressee is not None and a.addressee.spans
    if heard and a.addressee is not None and b.addressee is not None and a.addressee.spans == b.addressee.spans:
        return f"said to the same {a.addressee.text}"
    if apart > NEXT:
        return None
    if a.channel is not None and a.channel == b.channel:
        return f"one after the other, both through {a.channel}"
    if b.channel is not None or b.addressee is not None or len(between) > FAR or "\n\n" in between:
        return None
    words = texts[1].casefold().split()
    breath = tuple(word.removesuffix("e") for word in sorted(load_channel_words().same_breath))
    if words and words[-1].startswith(breath):
        return f"it goes on: “{texts[1]}”"
    if is_unnamed(a.source.text or "") and is_unnamed(b.source.text or "", again=True):
        return "an unnamed speaker goes on"
    pronoun = (b.source.text or "").casefold() in ("he", "she", "they", "it")
    if pronoun and b.kind == "direct" and a.kind != "direct" and between.strip(' .”"“,\n').count(".") == 0:
        return "the paraphrase is followed by the words"
    if pronoun and len(between.split()) <= RIGHT_ON and not ENDED.search(between.strip(' .”"“,\n')):
        return "the next sentence goes on"
    return None


def is_unnamed(text: str, *, again: bool = False) -> bool:
    """ "An official of the ministry", and when he is met again: "the official", "she"."""
    words = text.split()
    starts = ("the", "he", "she", "they") if again else ("a", "an", "one")
    return bool(words) and words[0].casefold() in starts and words[-1].islower()
