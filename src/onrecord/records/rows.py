"""What the record says: actors, statements, events, and how accounts compare."""

from dataclasses import dataclass

from onrecord.records.documents import UNKNOWN, Evidence, Span, When
from onrecord.vocab.lists import (
    Act,
    ActorKind,
    CommitmentStatus,
    DisputeKind,
    EventMode,
    EventStatus,
    EventType,
    Facet,
    LinkKind,
    MentionForm,
    ProposalKind,
    Role,
    Stance,
    StatementKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title seen with an actor: `of` is the state or body; the dates are when it was seen."""

    title: str
    of: str | None = None
    first_seen: str | None = None
    last_seen: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts or speaks; `side` is the name of the state or organisation an actor speaks for."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    side: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that stands for an actor."""

    actor: str
    document: str
    start: int
    end: int
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A source, carrier or addressee: its words in the text, and the actor behind them if known.

    `reason` says why `actor` is null.
    """

    actor: str | None = None
    text: str | None = None
    spans: tuple[Span, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something said or thought, with its source, cue and content (PolNeAR's terms)."""

    id: str
    document: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: Party
    via: tuple[Party, ...] = ()
    kind: StatementKind
    act: Act
    channel: str | None = None
    addressee: Party | None = None
    said: When = UNKNOWN
    negated: bool = False
    utterance: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One act of speech, behind all the statements that report it; `text` is its longest direct wording."""

    id: str
    actor: str | None
    said: When
    channel: str | None
    text: str
    statements: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Participant:
    """An actor's part in an event."""

    actor: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, is planned, or is said not to have been (PLOVER)."""

    id: str
    type: EventType
    mode: EventMode | None
    label: str
    participants: tuple[Participant, ...]
    when: When
    where: str | None
    status: EventStatus
    evidence: tuple[Evidence, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Something that parties can be for or against; `event` is the planned event it is about, if it is one."""

    id: str
    label: str
    kind: ProposalKind
    event: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An actor's stance on a proposal; `holder` is who says so, null being the outlet itself."""

    id: str
    actor: str | None
    proposal: str
    stance: Stance
    holder: str | None
    statement: str | None
    when: When
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What an account says of one facet of an event, its value normalised."""

    id: str
    event: str
    facet: Facet
    value: str
    unit: str | None
    holder: str | None
    statement: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a dispute; `items` are ids of claims, positions or statements, `holders` are actors or documents."""

    value: str
    holders: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two accounts of the same thing at the same time that cannot both be so; `about` is an event or proposal.

    `verdict` is what a person who settled it has found.
    """

    id: str
    about: str
    facet: Facet | None
    kind: DisputeKind
    sides: tuple[Side, ...]
    first_seen: str | None
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    verdict: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent origin: an utterance, or the document that witnesses."""

    utterance: str | None = None
    document: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """How many independent origins stand behind an event, claim or position (`of` is its id)."""

    of: str
    origins: tuple[Origin, ...]
    outlets: tuple[str, ...]
    count: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A promise, plan or forecast somebody can be held to; `resolution` is the evidence that settled it."""

    id: str
    actor: str | None
    text: str
    due: When
    status: CommitmentStatus
    as_of: str | None
    resolution: tuple[Evidence, ...]
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The articles whose main news is the same event; every document is in exactly one group."""

    id: str
    label: str
    event: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """A chain of events in time order that a negotiation or an affair consists of."""

    id: str
    label: str
    events: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two things are one, or are not: the table behind `onrecord why`.

    `a` and `b` are ids of the linked things (documents, actors, events) or `document:start-end` of mentions. Copies
    and versions have `evidence`: the passages that both have, each as its place in `a` and then its place in `b`.
    """

    kind: LinkKind
    a: str
    b: str
    same: bool
    score: float
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
