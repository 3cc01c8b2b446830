"""annotate: one document in, everything found in it out; pure, and the only place where models run."""

from onrecord.annotate.pipeline import annotate, annotate_parse, component_versions

__all__ = ["annotate", "annotate_parse", "component_versions"]
