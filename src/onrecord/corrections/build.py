"""Corrections made from what a person names: ids of the record, words of its documents, and what is right instead."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.corrections.anchors import build_anchor
from onrecord.corrections.exchange import ABOUT, find_fault_of_value, seal
from onrecord.corrections.finding import find_near, find_passage, find_passages, find_row, read_place
from onrecord.corrections.rows import Anchor, AnchorRole, Correction, CorrectionKind, Target
from onrecord.corrections.targets import anchor_actor, build_target, shorten
from onrecord.errors import LookupFailed, SettingError
from onrecord.naming import fold
from onrecord.records import Actor, Commitment, Document, Event, Evidence, Mention, Span
from onrecord.tables import Tables
from onrecord.vocab.lists import Act, ActorKind, StatementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person asks for; which fields count depends on the kind (see `Correction`).

    Attributes:
        ids: Rows of the record: ids, their unique beginnings, names of actors, URIs of documents.
        value: The speaker (a name or an actor's id), date, verdict, status or name.
        words: Quoted words of a document: the mentions to take out, or the evidence of a status.
        document: The document that `words` are of.
        place: "START-END", where in the document the words stand; it decides where they stand more than once.
        content, cue, source: Words of a statement; a statement that is added needs its content.
        text: What speaks for a status, in the person's own words.
    """

    kind: CorrectionKind
    ids: tuple[str, ...]
    value: str | None = None
    words: str | None = None
    document: str | None = None
    place: str | None = None
    content: str | None = None
    cue: str | None = None
    source: str | None = None
    text: str | None = None
    act: Act | None = None
    form: StatementKind | None = None
    actor_kind: ActorKind | None = None


def build_correction(tables: Tables, request: Request, *, author: str, time: str, reason: str = "") -> Correction:
    """Make a correction.

    Args:
        tables: The record it is made on.
        request: What is asked for.
        author: Who makes it.
        time: When, an ISO date-time in UTC.
        reason: Why, in plain words.

    Raises:
        LookupFailed: An id, a name or words that the record does not hold, or that do not decide.
        SettingError: A value that cannot be used.
    """
    if not author.strip():
        raise SettingError("A correction needs an author", mend="Name one with --author or ONRECORD_AUTHOR")
    fault = find_fault_of_value(request.kind, request.value)
    if fault:
        raise SettingError(f"{request.kind}: {fault}")
    kinds = ("document",) if request.kind == "add" else ABOUT[request.kind]
    few = 2 if request.kind == "merge" else 1
    most = len(request.ids) if request.kind == "merge" else 1
    if not few <= len(request.ids) <= max(most, few):
        what = " or ".join(kinds)
        raise SettingError(
            f"{request.kind} takes {'two or more ids' if few == 2 else 'one id'}, not {len(request.ids)}",
            mend=f"Give the id of {'each' if few == 2 else 'the'} {what}, as the listings print them",
        )
    rows = [find_row(tables, one, kinds) for one in request.ids]
    draft = Correction(kind=request.kind, author=author.strip(), time=time, reason=reason.strip())
    draft = replace(draft, value=request.value, text=request.text, act=request.act, form=request.form)
    return seal(BUILDERS[request.kind](tables, request, rows, replace(draft, actor_kind=request.actor_kind)))


def kind_of(row: Any) -> str:
    """The kind of target a row is."""
    return type(row).__name__.lower()


def choose_documents(tables: Tables, request: Request) -> list[Document]:
    """The documents that the words asked for may be in."""
    if request.document is None:
        return list(tables.documents)
    found: Document = find_row(tables, request.document, ("document",))
    return [found]


def build_merge(tables: Tables, request: Request, rows: Sequence[Any], draft: Correction) -> Correction:
    """Two or more actors, or events, are one."""
    del request
    kinds = {kind_of(row) for row in rows}
    if len(kinds) > 1 or len({row.id for row in rows}) < len(rows):
        what = "An actor and an event cannot be one" if len(kinds) > 1 else f"{rows[0].id} is named twice"
        raise SettingError(what, mend="Give the ids of two actors, or of two events")
    return replace(draft, targets=tuple(build_target(tables, row) for row in rows))


def build_split(tables: Tables, request: Request, rows: Sequence[Any], draft: Correction) -> Correction:
    """Some mentions of an actor, or accounts of an event, are taken out of it."""
    row = rows[0]
    documents = {one.id: one for one in tables.documents}
    own: list[Evidence | Mention] = (
        list(row.evidence) if isinstance(row, Event) else [one for one in tables.mentions if one.actor == row.id]
    )
    if request.words is None and request.document is None:
        mend = "Name a document (--document), or quote the words around them"
        raise SettingError(
            f"split: say which {'accounts' if isinstance(row, Event) else 'mentions'} to take out", mend=mend
        )
    homes = {one.document for one in own}
    chosen = [one for one in choose_documents(tables, request) if one.id in homes]
    if not chosen:
        raise LookupFailed(f"{row.id} is not in {request.document}", mend="`onrecord show ID` prints where it is")
    place = read_place(chosen[0], request.place) if request.place else None
    if request.words:
        place = find_passage(chosen, request.words, place)
    keys = {one.id for one in chosen}

    def is_out(one: Evidence | Mention) -> bool:
        inside = place is None or (one.document == place.document and one.start < place.end and place.start < one.end)
        return one.document in keys and inside

    out, rest = [one for one in own if is_out(one)], [one for one in own if not is_out(one)]
    if not out:
        raise LookupFailed(f"{row.id} is not in the words {request.words!r}", mend="Quote the words of its evidence")
    if not rest:
        mend = "Name the document or the words of a part of it; `onrecord show ID` prints them all"
        raise SettingError(f"split: nothing would be left of {row.id}", mend=mend)
    label = " ".join(documents[out[0].document].text[out[0].start : out[0].end].split())
    if isinstance(row, Event):
        hint = f"{row.type}:{row.mode or ''}"
        first, second = (
            Target(
                kind="event",
                label=name,
                hint=hint,
                anchors=tuple(build_anchor(documents[one.document], one.start, one.end) for one in part),
            )
            for name, part in ((label, out), (row.label, rest))
        )
        return replace(draft, targets=(first, second))
    left = {one.document for one in rest}
    anchors = tuple(
        build_anchor(documents[one.document], one.start, one.end, "part" if one.document in left else "evidence")
        for one in out
    )
    others = anchor_actor(replace_mentions(tables, rest), row, documents)
    return replace(
        draft,
        targets=(
            Target(kind="actor", label=label, anchors=anchors),
            Target(kind="actor", label=row.name, anchors=tuple(others)),
        ),
    )


def replace_mentions(tables: Tables, mentions: Iterable[Any]) -> Tables:
    """The tables with no other mentions than these."""
    return replace(tables, mentions=tuple(mentions), statements=())


def build_speaker(tables: Tables, request: Request, rows: Sequence[Any], draft: Correction) -> Correction:
    """A statement has another speaker."""
    row, target = rows[0], build_target(tables, rows[0])
    document = next(one for one in tables.documents if one.id == row.document)
    target = replace(target, anchors=(*target.anchors, *anchor_source(document, request, target)))
    return add_speaker(tables, request.value, replace(draft, targets=(target,)))


def anchor_source(document: Document, request: Request, target: Target) -> list[Anchor]:
    """The words given for the source, nearest to the statement's content."""
    if not request.source:
        return []
    content = find_passages([document], next(one.exact for one in target.anchors if one.role == "content"))[0]
    found = find_near(document, request.source, content)
    return [build_anchor(document, found.start, found.end, "source")]


def add_speaker(tables: Tables, name: str | None, draft: Correction) -> Correction:
    """The speaker by the words that stand for it in the record, or a new one by its name."""
    if name is None:
        return draft
    try:
        actor: Actor = find_row(tables, name, ("actor",))
    except LookupFailed:
        if name.startswith("act-") or sum(fold(one.name) == fold(name) for one in tables.actors) > 1:
            raise
        return replace(draft, value=" ".join(name.split()))
    draft = replace(draft, value=actor.name, actor_kind=draft.actor_kind or actor.kind)
    try:
        target = build_target(tables, actor)
    except LookupFailed:
        return draft
    home = draft.targets[0].anchors[0].document
    near = sorted(target.anchors, key=lambda one: one.document != home)
    return replace(draft, targets=(*draft.targets, replace(target, anchors=tuple(near))))


def build_simple(tables: Tables, request: Request, rows: Sequence[Any], draft: Correction) -> Correction:
    """A correction that needs no more than its target and its value."""
    del request
    return replace(draft, targets=(build_target(tables, rows[0]),))


def build_add(tables: Tables, request: Request, rows: Sequence[Any], draft: Correction) -> Correction:
    """A statement that was missed, in the words of its document."""
    document: Document = rows[0]
    if not request.content:
        raise SettingError("add: the content of the statement is missing", mend="Quote what was said with --content")
    if not request.source and not request.value:
        mend = "Quote the source with --source, or name it with --speaker"
        raise SettingError("add: nothing says whose statement it is", mend=mend)
    place = read_place(document, request.place) if request.place else None
    content = find_passage([document], request.content, place)
    parts: list[tuple[AnchorRole, Evidence]] = [("content", content)]
    for role, words in (("cue", request.cue), ("source", request.source)):
        if words:
            parts.append((role, find_near(document, words, content)))  # type: ignore[arg-type]
    anchors = tuple(build_anchor(document, one.start, one.end, role) for role, one in parts)
    label = shorten(document, Span(start=content.start, end=content.end))
    quoted = document.text[content.start - 1 : content.start] in ("“", '"', "«") or request.content[:1] in '“"«'
    draft = replace(draft, form=draft.form or ("direct" if quoted else "indirect"), act=draft.act or "state")
    return add_speaker(
        tables, request.value, replace(draft, targets=(Target(kind="statement", label=label, anchors=anchors),))
    )


def build_mark(tables: Tables, request: Request, rows: Sequence[Any], draft: Correction) -> Correction:
    """A commitment was kept, broken or whatever has become of it, with the words that say so."""
    row: Commitment = rows[0]
    targets = [build_target(tables, row)]
    if request.words:
        place = find_passage(choose_documents(tables, request), request.words)
        document = next(one for one in tables.documents if one.id == place.document)
        anchor = build_anchor(document, place.start, place.end)
        targets.append(Target(kind="document", label=document.uri, anchors=(anchor,)))
    return replace(draft, targets=tuple(targets))


BUILDERS: dict[str, Callable[[Tables, Request, Sequence[Any], Correction], Correction]] = {
    "merge": build_merge,
    "split": build_split,
    "speaker": build_speaker,
    "date": build_simple,
    "drop": build_simple,
    "add": build_add,
    "settle": build_simple,
    "mark": build_mark,
    "rename": build_simple,
}
