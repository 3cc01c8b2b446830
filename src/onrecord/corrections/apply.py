"""The log applied to the annotations: what was found in the documents set right, and what `link` must hold to.

Corrections are applied in the order they were made, each at the words it was made on. One whose words are gone, or
cannot be told from others, is left out and said to be unanchored.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.annotations import Annotated
from onrecord.corrections.bench import Bench, Mark
from onrecord.corrections.constraints import NO_CONSTRAINTS, Constraints
from onrecord.corrections.places import Unanchored
from onrecord.corrections.rows import Correction, Outcome
from onrecord.records import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """The annotations with the log applied, what linking must hold to, and what can only be applied at the end.

    Attributes:
        late: Corrections of disputes and commitments, with the places of their words.
    """

    annotated: tuple[Annotated, ...]
    constraints: Constraints
    late: tuple[tuple[Correction, tuple[Evidence, ...]], ...]
    marks: tuple[Mark, ...]
    outcomes: tuple[Outcome, ...]


def in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """In the order they were made, each once."""
    return sorted({one.id: one for one in corrections}.values(), key=lambda one: (one.time, one.id))


def find_undone(ordered: Sequence[Correction]) -> dict[str, Correction]:
    """Id of an undone correction -> the entry that undoes it; an undo that is undone itself undoes nothing."""
    undone: dict[str, Correction] = {}
    for one in reversed(ordered):
        if one.kind == "undo" and one.undoes and one.id not in undone:
            undone.setdefault(one.undoes, one)
    return undone


def apply_log(annotated: Sequence[Annotated], corrections: Iterable[Correction]) -> Ruled:
    """Apply the log.

    Args:
        annotated: The annotations of all documents, in any order.
        corrections: The log, in any order.

    Returns:
        The same annotations and the same log give the same result.
    """
    ordered = in_order(corrections)
    if not ordered:
        found = tuple(sorted(annotated, key=lambda one: one.document.id))
        return Ruled(annotated=found, constraints=NO_CONSTRAINTS, late=(), marks=(), outcomes=())
    undone = find_undone(ordered)
    bench = Bench(annotated)
    known = {one.id for one in ordered}
    for one in ordered:
        if one.id in undone:
            bench.note(one, "undone", f"undone by {undone[one.id].author}")
        elif one.kind == "undo":
            missing = one.undoes not in known
            bench.note(
                one, "unanchored" if missing else "applied", "the log holds nothing it undoes" if missing else ""
            )
        else:
            try:
                bench.apply(one)
            except Unanchored as reason:
                bench.note(one, "unanchored", str(reason))
    constraints = bench.build_constraints()
    return Ruled(
        annotated=tuple(bench.docs[key] for key in sorted(bench.docs)),
        constraints=constraints,
        late=tuple(bench.late),
        marks=tuple(bench.marks),
        outcomes=tuple(bench.outcomes[one.id] for one in ordered),
    )


def keep_marks(marks: Iterable[Mark], outcomes: Iterable[Outcome]) -> list[Mark]:
    """The marks of the corrections that hold."""
    holding = {one.correction for one in outcomes if one.state == "applied"}
    return [one for one in marks if one.correction.id in holding]
