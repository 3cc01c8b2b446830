"""A document as the builders of statements read it: tokens by offset, cue heads, and the words around a cue.

The *frame* of an attribution is what its sentence says outside every content: who speaks, to whom, where and when.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import governing_verb
from onrecord.annotate.quotes import Quote, find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse
    from onrecord.annotations import Attribution, LocalActor, LocalMention, TimeExpression
    from onrecord.records import Span


LINE = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with everything found in it before its statements.

    Attributes:
        heads: The head word of each attribution's cue, None where the cue is empty.
        mention_at: Token index -> mentions whose head holds the token, the widest first.
        cover: Token index -> the widest mention that covers the token.
        lines: Where the paragraphs of the body start; headings and furniture are none.
    """

    parse: Parse
    attributions: Sequence[Attribution]
    actors: Sequence[LocalActor]
    mentions: Sequence[LocalMention]
    times: Sequence[TimeExpression]
    quotes: tuple[Quote, ...]
    heads: tuple[Token | None, ...]
    mention_at: Mapping[int, tuple[int, ...]]
    cover: Mapping[int, int]
    lines: tuple[int, ...] = ()
    frames: dict[int, list[Token]] = field(default_factory=dict, compare=False, repr=False)

    def tokens(self, spans: Iterable[Span]) -> list[Token]:
        """The tokens that spans touch, without blanks."""
        return find_tokens(self.parse, spans)

    def paragraph(self, offset: int) -> int:
        """The number of the body's paragraph that holds an offset, or of the last one before it."""
        return bisect_right(self.lines, offset)

    def place(self, index: int) -> int:
        """Where an attribution stands: its cue, or its content where it has none."""
        one = self.attributions[index]
        return (one.cue or one.content)[0].start

    def lineage(self, index: int) -> list[int]:
        """An attribution and those around it, innermost first."""
        found = [index]
        while (up := self.attributions[found[-1]].parent) is not None and up not in found:
            found.append(up)
        return found

    def frame(self, index: int) -> list[Token]:
        """The words of the cue's sentence outside all contents (for a nested cue: within the content around it)."""
        if index not in self.frames:  # asked for again and again
            self.frames[index] = self.build_frame(index)
        return self.frames[index]

    def build_frame(self, index: int) -> list[Token]:
        """The frame, found anew."""
        head = self.heads[index]
        if head is None:
            return []
        around = self.attributions[index].parent
        place = head.idx
        first, last = head.sent.start_char, head.sent.end_char
        hidden = [
            span
            for one in self.attributions
            if not any(part.start <= place < part.end for part in one.content)
            for span in one.content
            if span.start < last and first < span.end
        ]
        shown = self.attributions[around].content if around is not None else None
        return [
            token
            for token in head.sent
            if not token.is_space
            and not any(span.start <= token.idx < span.end for span in hidden)
            and (shown is None or any(span.start <= token.idx < span.end for span in shown))
        ]

    def belongs(self, token: Token, index: int, speaking: frozenset[str]) -> bool:
        """Does a word of the frame modify this cue rather than another verb of the sentence?

        Args:
            token: A word of the frame.
            index: The attribution.
            speaking: Verbs of scene-setting clauses ("speaking to reporters, …").
        """
        head = self.heads[index]
        if head is None:
            return False
        cue = {one.i for one in self.tokens(self.attributions[index].cue)}
        verb = governing_verb(token)
        if verb is None:
            return self.is_sole(index)
        if verb.i in cue or verb.i == head.i:
            return True
        if verb.dep_ == "xcomp" and verb.head.i == head.i and verb.lemma_.lower() in speaking:
            return True  # "declined to comment in an interview"
        if verb.lemma_.lower() in speaking and verb.tag_ == "VBG" and verb.sent == head.sent:
            return verb.head.i == head.i or verb.head.i in cue or self.is_sole(index) or verb.i < head.i
        if head.dep_ == "conj" and head.head == verb and all(one is None or one.i != verb.i for one in self.heads):
            return True  # "confirmed this in a statement but stressed …"
        mine = self.attributions[index].content
        if any(span.start <= verb.idx < span.end for span in mine):
            return self.is_sole(index)  # the parse hung it into the content; the words stand outside it
        return False

    def is_sole(self, index: int) -> bool:
        """Is no other cue of this level in the sentence?"""
        head, level = self.heads[index], self.attributions[index].parent
        return not any(
            other is not None and head is not None and at != index and other.sent == head.sent
            and self.attributions[at].parent == level
            for at, other in enumerate(self.heads)
        )  # fmt: skip


def find_tokens(parse: Parse, spans: Iterable[Span]) -> list[Token]:
    """The tokens that spans touch, without blanks."""
    found = []
    for span in spans:
        part = parse.doc.char_span(span.start, span.end, alignment_mode="expand")
        found += [token for token in part or () if not token.is_space]
    return found


def find_head(tokens: Sequence[Token]) -> Token | None:
    """The word that governs a cue: its topmost verb, else its topmost noun or adjective, else its first word."""
    if not tokens:
        return None
    depth = {token.i: sum(1 for _ in token.ancestors) for token in tokens}
    for kinds in (("VERB",), ("AUX",), ("NOUN", "ADJ", "PROPN")):
        fit = [token for token in tokens if token.pos_ in kinds]
        if fit:
            # "citing … said": of two verbs of one cue the one higher in the tree is the speech
            return min(fit, key=lambda token: (depth[token.i], -token.i))
    return tokens[0]


def build_reading(
    parse: Parse,
    attributions: Sequence[Attribution],
    actors: Sequence[LocalActor],
    mentions: Sequence[LocalMention],
    times: Sequence[TimeExpression],
) -> Reading:
    """Index a document for the builders of statements."""
    at: dict[int, list[int]] = {}
    cover: dict[int, int] = {}
    for index in sorted(range(len(mentions)), key=lambda one: (mentions[one].start - mentions[one].end, one)):
        mention = mentions[index]
        head = parse.doc.char_span(mention.head.start, mention.head.end, alignment_mode="expand")
        whole = parse.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        for token in head or ():
            at.setdefault(token.i, []).append(index)
        for token in whole or ():
            cover.setdefault(token.i, index)
    return Reading(
        parse=parse,
        attributions=attributions,
        actors=actors,
        mentions=mentions,
        times=times,
        quotes=find_quotes(parse.readable),
        heads=tuple(find_head(find_tokens(parse, one.cue)) for one in attributions),
        mention_at={key: tuple(value) for key, value in at.items()},
        cover=cover,
        lines=tuple(
            line.start()
            for line in LINE.finditer(parse.readable)
            if parse.zone_at(line.start()) not in ("headline", "subhead")
        ),
    )
