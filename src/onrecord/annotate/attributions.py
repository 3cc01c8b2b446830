"""Who said, thought or wanted what: source, cue and content (PolNeAR's terms, Newell et al. 2018)."""

from typing import Literal

from onrecord.annotate.parse import Parse
from onrecord.annotate.tagger import tag_words
from onrecord.annotate.tagger_decode import decode
from onrecord.annotations import Attribution
from onrecord.records import Span

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
    found = decode(tag_words(parse.readable), parse.readable) if tagger == "model" else []
    rows = [
        Attribution(
            content=tuple(Span(start=a, end=b) for a, b in one.content),
            cue=tuple(Span(start=a, end=b) for a, b in one.cue),
            source=tuple(Span(start=a, end=b) for a, b in one.source),
            origin="tagger",
        )
        for one in found
    ]
    return tuple(sorted(rows, key=lambda row: (row.content, row.cue, row.source)))
