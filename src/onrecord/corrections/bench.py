"""The annotations while corrections are applied to them one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotations import Annotated, LocalActor, LocalParty, LocalStatement
from onrecord.chronology import parse_edtf
from onrecord.corrections.constraints import Constraints, Joined
from onrecord.corrections.edits import (
    add_actor,
    add_statement,
    drop_statement,
    set_published,
    set_speaker,
    take_out,
)
from onrecord.corrections.lookup import (
    find_actor,
    find_mentions,
    find_named,
    find_same_statement,
)
from onrecord.corrections.pairs import (
    PairRuling,
    build_apart,
    build_joined,
    build_parted,
    find_overruling,
    settle_pairs,
)
from onrecord.corrections.places import Places, Unanchored
from onrecord.corrections.rows import AnchorRole, Correction, Outcome, Target
from onrecord.linked import Local
from onrecord.records import Evidence, Published, Span, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a correction has changed: the row is looked up once linking has made the rows."""

    correction: Correction
    place: Evidence
    local: Local | None = None
    statement: LocalStatement | None = None


class Bench(Places):
    """The annotations while corrections are applied to them one after the other."""

    def __init__(self, annotated: Sequence[Annotated]) -> None:
        super().__init__(annotated)
        self.outcomes: dict[str, Outcome] = {}
        self.marks: list[Mark] = []
        self.late: list[tuple[Correction, tuple[Evidence, ...]]] = []
        self.actors: list[PairRuling] = []
        self.events: list[PairRuling] = []
        self.spoken: list[Joined] = []
        self.names: dict[Local, str] = {}
        self.labels: dict[Local, str] = {}
        self.days: dict[Local, When] = {}
        self.holding: dict[tuple[object, ...], Correction] = {}

    def note(self, correction: Correction, state: str, note: str = "") -> None:
        """What becomes of a correction."""
        self.outcomes[correction.id] = Outcome(correction=correction.id, state=state, note=note)  # type: ignore[arg-type]

    def overrule(self, correction: Correction, *key: object) -> None:
        """The later of two corrections of the same thing wins."""
        earlier = self.holding.get(key)
        if earlier is not None:
            self.note(earlier, "overruled", f"overruled by a later correction of {correction.author}")
        self.holding[key] = correction

    def apply(self, correction: Correction) -> None:
        """Apply one correction.

        Raises:
            Unanchored: Its words are gone, or cannot be told from others.
        """
        if not correction.targets:
            raise Unanchored("it names nothing in the record")
        self.note(correction, "applied")
        match correction.kind:
            case "merge":
                self.merge(correction)
            case "split":
                self.split(correction)
            case "speaker":
                self.speaker(correction)
            case "date":
                self.date(correction)
            case "drop":
                self.drop(correction)
            case "add":
                self.add(correction)
            case "rename":
                self.rename(correction)
            case _:
                self.late.append((correction, self.places(correction.targets[0])))

    def merge(self, correction: Correction) -> None:
        """Several actors or events are one."""
        kind = correction.targets[0].kind
        all_found = [self.locals(target) for target in correction.targets]
        # An actor is one with all the others of its name; an event only with the accounts that were looked at.
        sides = [[one for one, _ in (found if kind == "event" else found[:1])] for found in all_found]
        for found in all_found:
            self.marks.append(Mark(correction=correction, place=found[0][1], local=found[0][0]))
        some = tuple(dict.fromkeys(one for side in sides for one in side))
        ruling = PairRuling(correction=correction, some=some, sides=tuple(tuple(side) for side in sides))
        (self.events if kind == "event" else self.actors).append(ruling)

    def split(self, correction: Correction) -> None:
        """Some mentions of an actor, or accounts of an event, are another's."""
        out, rest = correction.targets[0], correction.targets[1]
        if out.kind == "event":
            some, others = self.locals(out), [one for one, _ in self.locals(rest)]
            some = [one for one in some if one[0] not in others]
            if not some:
                raise Unanchored("the two are one mention now")
            rulings = self.events
        else:
            some, others = self.take_out(out, rest)
            rulings = self.actors
        parted = tuple(one for one, _ in some)
        rulings.append(PairRuling(correction=correction, some=parted, others=tuple(others)))
        self.marks.append(Mark(correction=correction, place=some[0][1], local=some[0][0]))
        self.marks.append(Mark(correction=correction, place=some[0][1], local=others[0]))

    def take_out(self, out: Target, rest: Target) -> tuple[list[tuple[Local, Evidence]], list[Local]]:
        """The local actors taken out, made where only some mentions of one are, and those they are taken out of."""
        others = dict.fromkeys(one for one, _ in self.locals(rest))
        whole: dict[Local, Evidence] = {}
        single: dict[Local, dict[int, Evidence]] = {}
        for anchor in out.anchors:
            place = self.library.find(anchor)
            at = find_mentions(self.docs[place.document], place) if isinstance(place, Evidence) else None
            if at is None or not isinstance(place, Evidence):
                continue
            local = (place.document, self.docs[place.document].mentions[at].actor or 0)
            if anchor.role == "part" or local in others:
                single.setdefault(local, {})[at] = place
            else:
                whole.setdefault(local, place)
        for local, moved in single.items():
            key, old = local
            self.docs[key], new = take_out(self.docs[key], old, frozenset(moved))
            whole[key, new] = min(moved.values())
            others[local] = None
        if not whole:
            self.places(out)
            raise Unanchored(f"no actor is found any more at the words of {out.label!r}")
        return list(whole.items()), [one for one in others if one not in whole]

    def speaker(self, correction: Correction) -> None:
        """Give a statement another speaker."""
        key, index, place = self.statement(correction.targets[0])
        row = self.docs[key].statements[index]
        self.overrule(correction, "speaker", key, row.content, row.cue)
        source = self.build_source(correction, key, row.source)  # may add an actor to the document
        self.docs[key] = set_speaker(self.docs[key], index, source)
        self.marks.append(Mark(correction=correction, place=place, local=(key, -1), statement=row))

    def build_source(self, correction: Correction, key: str, was: LocalParty) -> LocalParty:
        """The new source: by the words given for it, else by the old ones where they do not name somebody else."""
        spans = tuple(Span(start=one.start, end=one.end) for one in self.places(correction.targets[0], "source"))
        if correction.value is None:
            return LocalParty(text=was.text, spans=was.spans, reason=f"set to unknown by {correction.author}")
        actor = self.local_actor(correction, key)
        one = self.docs[key]
        named = any(
            mention.form in ("name", "title", "metonym") and mention.actor != actor
            for mention in one.mentions
            for span in was.spans
            if mention.start < span.end and span.start < mention.end
        )
        if not spans and not named:
            spans = was.spans
        words = " … ".join(one.document.text[span.start : span.end] for span in spans)
        return LocalParty(actor=actor, text=words or correction.value, spans=spans)

    def local_actor(self, correction: Correction, key: str) -> int:
        """The local actor of the speaker in a document: who stands at the words it is known by, who has its name,
        else a new one that is one with the actor elsewhere.
        """
        name = correction.value or ""
        known: list[Local] = []
        for target in correction.targets[1:]:
            try:
                known += [one for one, _ in self.locals(target)]
            except Unanchored:
                continue
        here = [one for one in known if one[0] == key]
        index = here[0][1] if here else find_named(self.docs[key], name)
        if index is None:
            like = self.docs[known[0][0]].actors[known[0][1]] if known else None
            kind = correction.actor_kind or (like.kind if like else "person")
            side = like.side if like else name if kind == "state" else None
            self.docs[key], index = add_actor(self.docs[key], LocalActor(name=name, kind=kind, side=side))
            if known:
                self.spoken.append(Joined(members=frozenset({(key, index), known[0]}), by=correction.author))
        return index

    def date(self, correction: Correction) -> None:
        """Give a document another date of publication, or an event another day."""
        if correction.targets[0].kind == "event":
            self.date_event(correction)
            return
        place = self.places(correction.targets[0])[0]
        self.overrule(correction, "date", place.document)
        when = parse_edtf(correction.value)
        published = Published(edtf=when.edtf, earliest=when.earliest, latest=when.latest, basis="given")
        self.docs[place.document] = set_published(self.docs[place.document], published)
        self.marks.append(Mark(correction=correction, place=place))

    def date_event(self, correction: Correction) -> None:
        """Give an event another day, whatever day its accounts print; which accounts are of it stays as it was."""
        found = self.locals(correction.targets[0])
        when = parse_edtf(correction.value)
        for local, _ in found:
            self.overrule(correction, "day", local)
            self.days.pop(local, None)
            self.days[local] = when
        self.marks.append(Mark(correction=correction, place=found[0][1], local=found[0][0]))

    def drop(self, correction: Correction) -> None:
        """Take a statement out."""
        key, index, place = self.statement(correction.targets[0])
        row = self.docs[key].statements[index]
        for kind in ("speaker", "add", "drop"):
            self.overrule(correction, kind, key, row.content, row.cue)
        self.docs[key] = drop_statement(self.docs[key], index)
        self.marks.append(Mark(correction=correction, place=place))

    def add(self, correction: Correction) -> None:
        """Put a statement in, unless it is found by now."""
        target = correction.targets[0]
        content = self.places(target, "content")
        key = content[0].document

        def spans(role: AnchorRole) -> tuple[Span, ...]:
            return tuple(sorted(Span(start=one.start, end=one.end) for one in self.places(target, role)))

        words, one = spans("source"), self.docs[key]
        first = Evidence(document=key, start=words[0].start, end=words[0].end) if words else None
        actor = find_actor(one, first) if first and correction.value is None else None
        if correction.value is not None:
            actor = self.local_actor(correction, key)
        text = " … ".join(one.document.text[span.start : span.end] for span in words) or correction.value
        if actor is None and text and first:
            # Words that no actor is found at: a source of the document's own, as an unnamed one is.
            self.docs[key], actor = add_actor(one, LocalActor(name=text, kind="group", named=False))
        row = LocalStatement(
            content=spans("content"),
            cue=spans("cue"),
            source=LocalParty(actor=actor, text=text, spans=words, reason=None if actor is not None else "not known"),
            kind=correction.form or "indirect",
            act=correction.act or "state",
        )
        self.overrule(correction, "add", key, row.content, row.cue)
        found = find_same_statement(self.docs[key], row)
        if found is None:
            self.docs[key] = add_statement(self.docs[key], row)
        else:
            self.docs[key] = set_speaker(self.docs[key], found, row.source)
        self.marks.append(Mark(correction=correction, place=content[0], local=(key, -1), statement=row))

    def rename(self, correction: Correction) -> None:
        """Call an actor or event otherwise."""
        target = correction.targets[0]
        found = self.locals(target)
        names = self.labels if target.kind == "event" else self.names
        for local, _ in found if target.kind == "event" else found[:1]:
            self.overrule(correction, "rename", target.kind, local)
            names.pop(local, None)
            names[local] = correction.value or ""
        self.marks.append(Mark(correction=correction, place=found[0][1], local=found[0][0]))

    def build_constraints(self) -> Constraints:
        """What linking must hold to; of merges and splits that contradict each other the later hold."""
        tables = {}
        for kind, rulings in (("actor", self.actors), ("event", self.events)):
            tables[kind] = settle_pairs(rulings)
            for ruling in rulings:
                refused, asked = tables[kind].refused[ruling.correction.id]
                later = find_overruling(ruling, rulings) if refused else None
                by = f" by a later correction of {later.author}" if later else ""
                if refused == asked and asked:
                    self.note(ruling.correction, "overruled", f"overruled{by}")
                elif refused:
                    self.note(ruling.correction, "applied", f"overruled in part{by}")
        return Constraints(
            joined_actors=(*build_joined(tables["actor"]), *self.spoken),
            parted_actors=build_parted(tables["actor"], self.actors),
            joined_events=build_joined(tables["event"]),
            parted_events=build_apart(tables["event"]),
            actor_names=dict(self.names),
            event_labels=dict(self.labels),
            event_days=dict(self.days),
        )
