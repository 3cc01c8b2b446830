"""annotate: one document in, everything found in it out; pure, and the only place where models run."""

from onrecord.annotate.pipeline import annotate, component_versions

__all__ = ["annotate", "component_versions"]
