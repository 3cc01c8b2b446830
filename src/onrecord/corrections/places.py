"""Where a correction stands in the annotations: the places of its words, and what is found there."""

from collections.abc import Sequence

from onrecord.annotations import Annotated
from onrecord.corrections.anchors import Library
from onrecord.corrections.lookup import (
    find_actor,
    find_event,
    find_statement,
)
from onrecord.corrections.rows import AnchorRole, Target
from onrecord.linked import Local
from onrecord.records import Evidence


class Unanchored(Exception):
    """A correction has no place in the record; the message says why."""


class Places:
    """The annotations by document, and the way from anchors to what stands at their words."""

    def __init__(self, annotated: Sequence[Annotated]) -> None:
        self.docs = {one.document.id: one for one in annotated}
        self.library = Library(one.document for one in annotated)

    def places(self, target: Target, *roles: AnchorRole) -> tuple[Evidence, ...]:
        """The places of a target's words that are still to be found, of these roles if any are given.

        Raises:
            Unanchored: None is.
        """
        found, missing = [], []
        for anchor in target.anchors:
            if not roles or anchor.role in roles:
                place = self.library.find(anchor)
                if isinstance(place, Evidence):
                    found.append(place)
                else:
                    missing.append(place)
        if not found and (missing or not roles):
            raise Unanchored(missing[0] if missing else "it names no words")
        return tuple(found)

    def locals(self, target: Target) -> list[tuple[Local, Evidence]]:
        """The local actors or event mentions that stand at a target's words, each once.

        Raises:
            Unanchored: There is none.
        """
        found: dict[Local, Evidence] = {}
        places = self.places(target)
        for place in places:
            one = self.docs[place.document]
            index = find_actor(one, place) if target.kind == "actor" else find_event(one, place, target.hint)
            if index is not None:
                found.setdefault((place.document, index), place)
        if not found:
            raise Unanchored(f"no {target.kind} is found any more at the words of {target.label!r}")
        return list(found.items())

    def statement(self, target: Target) -> tuple[str, int, Evidence]:
        """Document and index of a statement, and the place of its words.

        Raises:
            Unanchored: There is none.
        """
        content = self.places(target, "content")
        cue = self.places(target, "cue") if any(one.role == "cue" for one in target.anchors) else ()
        key = content[0].document
        index = find_statement(self.docs[key], content, cue)
        if index is None:
            raise Unanchored(f"no statement is found any more at the words of {target.label!r}")
        return key, index, content[0]
