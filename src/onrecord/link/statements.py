"""Rows for statements: local actors become ids, the time of speech an interval that claims no more than is known."""

from collections.abc import Mapping, Sequence

from onrecord.annotations import Annotated, LocalParty, LocalStatement
from onrecord.chronology import build_when, intersect
from onrecord.identity import build_id
from onrecord.linked import Local
from onrecord.records import UNKNOWN, Party, Published, Statement, Time, When


def build_statement_rows(
    annotated: Sequence[Annotated],
    actor_of: Mapping[Local, str],
    time_of: Mapping[Local, Time],
    published: Mapping[str, Published],
) -> tuple[tuple[Statement, ...], dict[Local, str]]:
    """Build the rows of all statements; utterances are linked later.

    Args:
        annotated: The documents.
        actor_of: Local actor -> id of the actor.
        time_of: Local time expression -> its resolved row.
        published: Document id -> when it was published.

    Returns:
        The rows in order of document and place, and local statement -> id. An id derives from the document, the
        spans and the speaker.
    """
    rows: list[Statement] = []
    statement_of: dict[Local, str] = {}
    for one in sorted(annotated, key=lambda each: each.document.id):
        key = one.document.id
        taken: dict[str, int] = {}
        for index, local in enumerate(one.statements):
            source = build_party(local.source, key, actor_of)
            parts = (key, _spell(local.content), _spell(local.cue), _spell(local.source.spans), source.actor)
            id_ = build_id("sta", *parts)
            taken[id_] = taken.get(id_, 0) + 1
            if taken[id_] > 1:  # two local speakers that turned out to be one actor
                id_ = build_id("sta", *parts, taken[id_])
            statement_of[key, index] = id_
            rows.append(
                Statement(
                    id=id_,
                    document=key,
                    content=local.content,
                    cue=local.cue,
                    source=source,
                    via=tuple(build_party(party, key, actor_of) for party in local.via),
                    kind=local.kind,
                    act=local.act,
                    channel=local.channel,
                    addressee=build_party(local.addressee, key, actor_of) if local.addressee else None,
                    said=find_said(local, key, time_of, published.get(key, Published())),
                    negated=local.negated,
                )
            )
    return tuple(rows), statement_of


def _spell(spans: Sequence[object]) -> str:
    return ";".join(f"{span.start}-{span.end}" for span in spans)  # type: ignore[attr-defined]


def build_party(local: LocalParty, document: str, actor_of: Mapping[Local, str]) -> Party:
    """A party with its actor's id."""
    actor = actor_of.get((document, local.actor)) if local.actor is not None else None
    return Party(actor=actor, text=local.text, spans=local.spans, reason=local.reason if actor is None else None)


def find_said(local: LocalStatement, document: str, time_of: Mapping[Local, Time], published: Published) -> When:
    """When something was said: as the text dates it, and in any case not after it was printed.

    Where the text gives no date the beginning stays open: a report may quote words of any age.
    """
    printed = build_when(None, published.latest) if published.latest else UNKNOWN
    time = time_of.get((document, local.said)) if local.said is not None else None
    if time is None or not (time.earliest or time.latest):
        return printed
    said = build_when(time.earliest, time.latest)
    return intersect(said, printed) or said
