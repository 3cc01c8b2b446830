"""Source, cue and content."""

from onrecord.annotate.parse import Parse
from onrecord.annotations import Attribution


def find_attributions(parse: Parse) -> tuple[Attribution, ...]:
    """To be written."""
    return ()
