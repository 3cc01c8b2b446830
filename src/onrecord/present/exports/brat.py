"""Each article as brat standoff: the text, and the annotations that point into it.

Source: the brat standoff format (Stenetorp et al. 2012). Offsets are those of the record. In the .txt, tabs and all
line ends but the plain one are blanks of the same length: brat and its readers would count or split them otherwise.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.present.view import View
from onrecord.records import Dispute, Document, Event, Mention, Party, Span, Statement, Time
from onrecord.tables import Tables
from onrecord.vocab.lists import Act, ActorKind, EventStatus, EventType, MentionForm, StatementKind, values

BLANKS = re.compile("[\t\r\v\f\x1c-\x1e\x85\u2028\u2029]")
Place = tuple[str, tuple[tuple[int, int], ...]]
"""A type of entity or trigger, and its fragments."""


@dataclass(slots=True)
class Standoff:
    """The lines of one .ann as they are made; what stands at one place with one type is one entity."""

    text: str
    lines: list[str] = field(default_factory=list)
    places: dict[Place, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def number(self, letter: str) -> str:
        """The next id of a kind."""
        self.counts[letter] = self.counts.get(letter, 0) + 1
        return f"{letter}{self.counts[letter]}"

    def mark(self, kind: str, spans: Iterable[Span]) -> str:
        """A text-bound annotation; cut at line ends, which none may hold."""
        fragments = tuple(piece for span in sorted(spans) for piece in cut_lines(self.text, span))
        place = (kind, fragments)
        if place not in self.places:
            self.places[place] = self.number("T")
            where = ";".join(f"{start} {end}" for start, end in fragments)
            words = " ".join(self.text[start:end] for start, end in fragments)
            self.lines.append(f"{self.places[place]}\t{kind} {where}\t{words}")
        return self.places[place]

    def relate(self, kind: str, first: str, second: str) -> None:
        """A relation between two text-bound annotations."""
        self.lines.append(f"{self.number('R')}\t{kind} Arg1:{first} Arg2:{second}")

    def bind(self, kind: str, trigger: str, arguments: Iterable[tuple[str, str]]) -> str:
        """An event; a role that comes twice is numbered, as brat does it."""
        parts, seen = [f"{kind}:{trigger}"], dict[str, int]()
        for role, target in dict.fromkeys(arguments):
            seen[role] = seen.get(role, 0) + 1
            parts.append(f"{role}{seen[role] if seen[role] > 1 else ''}:{target}")
        name = self.number("E")
        self.lines.append(f"{name}\t{' '.join(parts)}")
        return name

    def describe(self, target: str, name: str, value: str | None = None) -> None:
        """An attribute."""
        self.lines.append(f"{self.number('A')}\t{name} {target}" + (f" {value}" if value else ""))

    def note(self, target: str, words: str) -> None:
        """A note: the ids of rows."""
        self.lines.append(f"{self.number('#')}\tAnnotatorNotes {target}\t{words}")


def cut_lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The parts of a span that hold no line end, without blanks at their ends."""
    for match in re.finditer(r"[^\n]+", text[span.start : span.end]):
        words = match.group()
        start = span.start + match.start() + len(words) - len(words.lstrip())
        if words.strip():
            yield start, start + len(words.strip())


@dataclass(frozen=True, slots=True)
class Share:
    """The rows that touch one article."""

    times: list[Time] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)


def share_rows(tables: Tables) -> Mapping[str, Share]:
    """The rows of every article."""
    shares: dict[str, Share] = defaultdict(Share)
    for time in tables.times:
        shares[time.document].times.append(time)
    for statement in tables.statements:
        shares[statement.document].statements.append(statement)
    for event in tables.events:
        for name in dict.fromkeys(one.document for one in event.evidence):
            shares[name].events.append(event)
    for dispute in tables.disputes:
        for name in dict.fromkeys(one.document for one in dispute.evidence):
            shares[name].disputes.append(dispute)
    return shares


def build_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """`annotation.conf`, and .txt and .ann of each article."""
    view, shares = View(tables), share_rows(tables)
    yield "annotation.conf", build_configuration().encode()
    for document in sorted(tables.documents, key=lambda one: one.id):
        standoff = Standoff(BLANKS.sub(" ", document.text))
        yield f"{document.id}.txt", standoff.text.encode("utf-8", "replace")
        annotate_text(standoff, view, document, shares.get(document.id, Share()))
        yield f"{document.id}.ann", "".join(f"{line}\n" for line in standoff.lines).encode("utf-8", "replace")


def annotate_text(standoff: Standoff, view: View, document: Document, share: Share) -> None:
    """All annotations of one article."""
    entities = {one: mark_mention(standoff, view, one) for one in view.mentions_of.get(document.id, ())}
    for time in share.times:
        marked = standoff.mark("Time", (Span(start=time.start, end=time.end),))
        standoff.note(marked, f"{time.type} {time.value}")
    join_mentions(standoff, entities)
    contents = {one.id: add_statement(standoff, entities, one) for one in share.statements}
    for event in share.events:
        add_event(standoff, entities, event, document)
    for dispute in share.disputes:
        add_dispute(standoff, contents, dispute)


def mark_mention(standoff: Standoff, view: View, mention: Mention) -> str:
    """A mention as an entity of the kind of its actor."""
    actor = view.actors.get(mention.actor)
    kind = actor.kind.capitalize() if actor else "Group"
    marked = standoff.mark(kind, (Span(start=mention.start, end=mention.end),))
    standoff.note(marked, f"{mention.actor} {actor.name if actor else ''}".strip())
    standoff.describe(marked, "Form", mention.form)
    return marked


def join_mentions(standoff: Standoff, entities: Mapping[Mention, str]) -> None:
    """Mentions of one actor, each bound to the one before."""
    last: dict[str, str] = {}
    for mention, marked in entities.items():
        if mention.actor in last and last[mention.actor] != marked:
            standoff.relate("SameActor", marked, last[mention.actor])
        last[mention.actor] = marked


def add_statement(standoff: Standoff, entities: Mapping[Mention, str], row: Statement) -> str:
    """A statement: its content is the trigger; source, cue, carriers and addressee are its arguments."""
    trigger = standoff.mark("Statement", row.content)
    arguments = [("Cue", standoff.mark("Cue", row.cue))] if row.cue else []
    for role, party in (("Source", row.source), *(("Via", one) for one in row.via), ("Addressee", row.addressee)):
        marked = mark_party(standoff, entities, party)
        if marked:
            arguments.append((role, marked))
    target = standoff.bind("Statement", trigger, arguments) if arguments else trigger
    if target != trigger:
        standoff.describe(target, "Act", row.act)
        standoff.describe(target, "Wording", row.kind)
        if row.negated:
            standoff.describe(target, "Negated")
    standoff.note(target, row.id)
    return trigger


def mark_party(standoff: Standoff, entities: Mapping[Mention, str], party: Party | None) -> str | None:
    """The mention that a party's words are, else the words themselves; None where it has no words."""
    if party is None or not party.spans:
        return None
    if len(party.spans) == 1:
        start, end = party.spans[0].start, party.spans[0].end
        for mention, marked in entities.items():
            if (mention.start, mention.end) == (start, end) and mention.actor == party.actor:
                return marked
    return standoff.mark("Words", party.spans)


def add_event(standoff: Standoff, entities: Mapping[Mention, str], row: Event, document: Document) -> None:
    """Each piece of an event's evidence: the words are the trigger, the actors named in them the arguments."""
    roles = {one.actor: one.role.capitalize() for one in row.participants}
    for one in dict.fromkeys(row.evidence):
        if one.document != document.id:
            continue
        inside = {
            mention.actor: marked
            for mention, marked in reversed([*entities.items()])
            if mention.actor in roles and one.start <= mention.start and mention.end <= one.end
        }
        trigger = standoff.mark(row.type, (Span(start=one.start, end=one.end),))
        arguments = [(role, inside[actor]) for actor, role in roles.items() if actor in inside]
        target = standoff.bind(row.type, trigger, arguments) if arguments else trigger
        if target != trigger:
            standoff.describe(target, "Status", row.status)
        standoff.note(target, f"{row.id} {row.mode or ''} {row.when.edtf or ''}".strip())


def add_dispute(standoff: Standoff, contents: Mapping[str, str], row: Dispute) -> None:
    """Statements of two sides of a dispute that stand in one article."""
    sides = [[contents[item] for item in side.items if item in contents] for side in row.sides]
    for number, first in enumerate(sides):
        for second in sides[number + 1 :]:
            for one in first:
                for other in second:
                    if one != other:
                        standoff.relate("Disputes", one, other)


def build_configuration() -> str:
    """What brat must know to show the annotations."""
    actors = [one.capitalize() for one in values(ActorKind)]
    role = "|".join(actors)
    lines = ["[entities]", *actors, "Time", "Cue", "Words", "", "[relations]"]
    lines += [f"SameActor\tArg1:{role}, Arg2:{role}", "Disputes\tArg1:Statement, Arg2:Statement", "", "[events]"]
    parties = f"{role}|Words"
    lines.append(f"Statement\tSource?:{parties}, Cue?:Cue, Via*:{parties}, Addressee?:{parties}")
    event_roles = ("Source", "Target", "Participant", "Host", "Mediator")
    arguments = ", ".join(f"{one}*:{role}" for one in event_roles)
    lines += [f"{one}\t{arguments}" for one in values(EventType)]
    lines += ["", "[attributes]", f"Form\tArg:{role}, Value:{'|'.join(values(MentionForm))}"]
    lines.append(f"Act\tArg:Statement, Value:{'|'.join(values(Act))}")
    lines.append(f"Wording\tArg:Statement, Value:{'|'.join(values(StatementKind))}")
    lines += ["Negated\tArg:Statement", f"Status\tArg:<EVENT>, Value:{'|'.join(values(EventStatus))}"]
    return "\n".join(lines) + "\n"
