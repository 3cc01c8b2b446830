"""Who said, thought or wanted what: source, cue and content (PolNeAR's terms, Newell et al. 2018)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from onrecord.annotate.attribution_doubts import is_no_statement
from onrecord.annotate.attribution_ends import mend_ends
from onrecord.annotate.attribution_grammar import find_findings
from onrecord.annotate.attribution_joins import join_dashed, split_paragraphs
from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.attribution_merge import build_attributions, flatten_findings, merge_rows
from onrecord.annotate.attribution_quotes import find_blocks, find_quoted
from onrecord.annotate.attribution_rows import Context, Row, build_context, overlap, size, strip_row
from onrecord.annotate.attribution_runs import settle_paragraphs
from onrecord.annotate.capitals import is_title_case
from onrecord.annotate.dialogue import Turn, find_turns
from onrecord.annotate.interviews import find_unlabelled
from onrecord.annotate.posts import find_posts
from onrecord.annotate.quotes import find_quotes
from onrecord.annotate.tagger import tag_words
from onrecord.annotate.tagger_decode import decode

if TYPE_CHECKING:
    from onrecord.annotate.parse import Parse
    from onrecord.annotations import Attribution

Tagger = Literal["model", "grammar"]


def find_attributions(parse: Parse, tagger: Tagger = "model") -> tuple[Attribution, ...]:
    """Find every attribution of a document.

    Args:
        parse: The parsed document.
        tagger: The trained tagger with grammar beside it, or grammar alone (no weights are loaded).

    Returns:
        Attributions by place in the text; `parent` is an index into them.

    Raises:
        ModelError: The tagger's weights are missing or damaged.
    """
    text, cues = parse.readable, load_cues()
    quotes = find_quotes(text)
    findings = [*find_quoted(parse.doc, text, quotes, cues), *find_blocks(parse.doc, text, cues)]
    findings += find_findings(parse.doc)
    context = build_context(parse.doc, text, quotes, cues)
    if tagger == "model":
        rows = settle_paragraphs(merge_rows(decode(tag_words(text), text), findings, context), context)
        rows = [part for row in join_dashed(rows, context) for part in split_paragraphs(row, context)]
    else:
        rows = flatten_findings(findings, context)
    rows = take_turns(take_posts(rows, text), find_turns(text) or find_unlabelled(text), context)
    rows = drop_repeated([mend_ends(row, context) for row in rows], text)
    stripped = [one for one in (strip_row(row, text) for row in rows) if has_words(one, text)]
    return build_attributions(
        [row for row in stripped if not is_in_name(row, context) and not is_no_statement(row, context)]
    )


def drop_repeated(rows: list[Row], text: str) -> list[Row]:
    """The rows without those of a line that stands on the page a second time, as a headline often does."""
    seen: dict[tuple[str, ...], int] = {}
    kept = []
    for row in sorted(rows, key=lambda one: (one.cue or one.content or ((0, 0),))[0]):
        parts = (*row.source, *row.cue, *row.content)
        low = min((start for start, _ in parts), default=0)
        start, stop = text.rfind("\n", 0, low) + 1, text.find("\n", low)
        line = text[start : stop if stop >= 0 else len(text)]
        first = seen.setdefault((line, *(text[a:b] for a, b in parts)), start)
        if first == start or row.origin in ("post", "turn"):
            kept.append(row)
    return kept


def take_posts(rows: list[Row], text: str) -> list[Row]:
    """The rows with one for each post that is set into the page, and without what was read into its words."""
    for post in find_posts(text):
        whole = ((post.content[0], post.end),)
        if any(row.cue and not overlap(row.cue, whole) and overlap(row.content, (post.content,)) for row in rows):
            continue  # somebody is said to post it: his row has the words
        rows = [row for row in rows if not overlap((*row.cue, *row.content), whole)]
        rows.append(Row(content=(post.content,), cue=(), source=(post.name,), origin="post"))
    return rows


def take_turns(rows: list[Row], turns: tuple[Turn, ...], context: Context) -> list[Row]:
    """The rows with one for each turn of a dialogue; of those in its words only what a named party is said to say."""
    for turn in turns:
        label, colon = ([] if one is None else [one] for one in (turn.label, turn.colon))
        whole = (*label, *colon, *turn.content)
        apart = [row for row in rows if not overlap((*row.cue, *row.content, *row.source), whole)]
        nested = [row for row in rows if row not in apart and is_told(row, turn, context)]
        told = Row(content=turn.content, cue=tuple(colon), source=tuple(label), origin="turn")
        rows = [*apart, *(replace(row, nested=True) for row in nested), told]
    return rows


def is_told(row: Row, turn: Turn, context: Context) -> bool:
    """Does a row within a turn tell what a party, by its name, said?"""
    parts = (*row.cue, *row.content, *row.source)
    spoken = any(word.lemma_.lower() in context.cues.nested for word in context.words(row.cue))
    named = any(word.pos_ == "PROPN" for word in context.words(row.source))
    return spoken and named and overlap(parts, turn.content) == size(parts)


def has_words(row: Row, text: str) -> bool:
    """Is there a word in the content, and not a stray mark alone?"""
    return any(char.isalnum() for start, end in row.content for char in text[start:end])


def is_in_name(row: Row, context: Context) -> bool:
    """ "Mothers Demand Action", "Court Appointed Advocates": a capital word between two of a name says nothing."""
    words = context.words(row.cue)
    if len(words) != 1 or not words[0].is_title or words[0].is_sent_start or words[0].i + 1 == len(words[0].doc):
        return False
    around = [words[0].nbor(-1), words[0].nbor(1)]
    between = all(word.is_title and word.is_alpha and word.sent == words[0].sent for word in around)
    return between and not is_title_case(words[0].sent)
