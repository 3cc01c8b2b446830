"""Who said a quotation, from the words around it: after it, before it, or as the quotation before it.

After the deterministic sieves of Muzny et al. (2017), "A two-stage sieve approach for quote attribution".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_build import find_speaker
from onrecord.annotate.attribution_parts import VERBS, Finding, cue_tokens, source_tokens
from onrecord.annotate.quotes import Quote, is_scare

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.attribution_lexicon import Cues

AFTER, BEFORE = 10, 25
"""How many words from the marks a cue may stand."""
FEWEST = 4
"""Words of a paragraph that is somebody's."""
BLOCK = re.compile(r"(?P<colon>:)[ \t]*\n\s*(?P<block>[A-Z][^\n]*[.!?…])[ \t]*(?=\n|\Z)")
SAYINGS = frozenset({"statement", "message", "post", "letter", "note", "tweet", "following", "this"})
"""Objects of a verb of saying that what is said stands below."""
STOPS = frozenset(".!?")


def tokens_in(doc: Doc, start: int, end: int) -> list[int]:
    """Indices of the tokens inside a stretch of characters."""
    span = doc.char_span(start, end, alignment_mode="contract")
    return [token.i for token in span if not token.is_space] if span is not None else []


def is_cue(token: Token, cues: Cues) -> bool:
    """Is it a verb of speaking or thinking that may carry a quotation?"""
    return token.pos_ in VERBS and token.lemma_.lower() in cues.speech | cues.quoting | cues.belief


def cue_after(doc: Doc, text: str, quote: Quote, cues: Cues) -> Token | None:
    """The cue in '"…," he said': in the same sentence, before any further quote mark."""
    if text[quote.inner.end - 1] == ".":
        return None
    span = doc.char_span(quote.start, quote.end, alignment_mode="expand")
    if span is None:
        return None
    for token in doc[span.end : span.end + AFTER]:
        if token.text in STOPS or token.is_quote or "\n" in token.text:
            return None
        if is_cue(token, cues) and find_speaker(token) is not None:
            return token
    return None


def cue_before(doc: Doc, quote: Quote, cues: Cues) -> Token | None:
    """The cue in 'He said, "…"': the last one before the marks in the same sentence."""
    span = doc.char_span(quote.start, quote.end, alignment_mode="expand")
    if span is None:
        return None
    for token in reversed(doc[max(0, span.start - BEFORE) : span.start]):
        if token.text in STOPS or token.is_quote or "\n" in token.text:
            return None
        if is_cue(token, cues) and find_speaker(token) is not None:
            return token
    return None


def find_quoted(doc: Doc, text: str, quotes: tuple[Quote, ...], cues: Cues) -> list[Finding]:
    """Find the attributions of quotations; pieces around one cue, or following it, are one content."""
    found: list[Finding] = []
    last_end = -1
    for quote in quotes:
        if quote.depth or (is_scare(text, quote) and not quote.continues):
            continue
        content = tokens_in(doc, quote.start, quote.end)
        if not content:
            continue
        verb = cue_after(doc, text, quote, cues)
        between = text[last_end : quote.start] if last_end >= 0 else "\n\n"
        paired = found and last_end >= 0 and "\n" not in between
        if verb is None and paired and found[-1].head in tokens_in(doc, last_end, quote.start):
            found[-1] = extended(found[-1], content)
        elif verb is None and (earlier := cue_before(doc, quote, cues)) is not None:
            found.append(quoted(earlier, content))
        elif verb is not None:
            found.append(quoted(verb, content))
        elif found and last_end >= 0 and (quote.continues or (paired and not between.strip())):
            found[-1] = extended(found[-1], content)
        else:
            continue
        last_end = quote.end
    return found


def find_blocks(doc: Doc, text: str, cues: Cues) -> list[Finding]:
    """Find paragraphs set under who says them: "She wrote on Loudhail:", and below it her words without marks."""
    found = []
    for match in BLOCK.finditer(text):
        content = tokens_in(doc, *match.span("block"))
        colon = doc.char_span(match.start("colon"), match.start("colon") + 1, alignment_mode="expand")
        if len(content) < FEWEST or colon is None:
            continue
        before = doc[colon[0].sent.start : colon[0].i]
        verb = next((one for one in reversed(before) if is_cue(one, cues) and find_speaker(one) is not None), None)
        told = verb is None or any(one.dep_ in {"ccomp", "dobj"} and one.lemma_ not in SAYINGS for one in verb.rights)
        if verb is not None and not told and not any(one.is_quote for one in before):
            found.append(replace(quoted(verb, content), pattern="block"))
    return found


def quoted(verb: Token, content: list[int]) -> Finding:
    """A finding for a quotation."""
    subject = find_speaker(verb)
    source = source_tokens(subject, verb) if subject is not None else []
    return Finding(verb.i, tuple(cue_tokens(verb)), tuple(content), tuple(source), "quote")


def extended(finding: Finding, content: list[int]) -> Finding:
    """The finding with one more piece of content."""
    joined = tuple(sorted({*finding.content, *content}))
    return Finding(finding.head, finding.cue, joined, finding.source, finding.pattern, finding.carrier)
