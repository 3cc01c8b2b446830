"""link: the annotations of many documents in, actors, dates, utterances, events and storylines out, with reasons."""

from onrecord.link.pipeline import link

__all__ = ["link"]
