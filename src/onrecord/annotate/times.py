"""Time expressions (TIMEX3)."""

from onrecord.annotate.parse import Parse
from onrecord.annotations import TimeExpression


def find_times(parse: Parse) -> tuple[TimeExpression, ...]:
    """To be written."""
    return ()
