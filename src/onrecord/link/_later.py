"""Stand-ins while the linkers of actors, times, statements and utterances are being written; to be removed."""

from collections.abc import Mapping, Sequence

from onrecord.annotations import Annotated, LocalParty
from onrecord.identity import build_id
from onrecord.linked import Local
from onrecord.records import Party, Published, Statement, Time, When


def build_statement_rows(
    annotated: Sequence[Annotated],
    actor_of: Mapping[Local, str],
    time_of: Mapping[Local, Time],
    published: Mapping[str, Published],
) -> tuple[tuple[Statement, ...], dict[Local, str]]:
    """Each statement as it stands."""
    rows, statement_of = [], {}
    for one in annotated:
        key = one.document.id

        def party(local: LocalParty, key: str = key) -> Party:
            actor = actor_of.get((key, local.actor)) if local.actor is not None else None
            return Party(actor=actor, text=local.text, spans=local.spans, reason=local.reason)

        for i, each in enumerate(one.statements):
            id_ = build_id("sta", key, *each.content, *each.cue, i)
            time = time_of.get((key, each.said)) if each.said is not None else None
            said = When(edtf=time.value, earliest=time.earliest, latest=time.latest) if time else When()
            statement_of[key, i] = id_
            rows.append(
                Statement(
                    id=id_, document=key, content=each.content, cue=each.cue, source=party(each.source),
                    via=tuple(party(p) for p in each.via), kind=each.kind, act=each.act, channel=each.channel,
                    addressee=party(each.addressee) if each.addressee else None, said=said, negated=each.negated,
                )
            )  # fmt: skip
    return tuple(rows), statement_of
