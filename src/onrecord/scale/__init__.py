"""scale: running the annotators over many documents, on one machine or more."""

from onrecord.scale.local import annotate_all

__all__ = ["annotate_all"]
