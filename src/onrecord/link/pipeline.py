"""The order of the linkers over many documents."""

from collections.abc import Sequence

from onrecord.annotations import Annotated
from onrecord.linked import Linked


def link(annotated: Sequence[Annotated]) -> Linked:
    """Link the annotations of many documents. (Link helper owns this.)"""
    raise NotImplementedError
