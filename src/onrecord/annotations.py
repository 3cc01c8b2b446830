"""What `annotate` finds in one document, before any other document is looked at.

These are the stage's own types: actors are numbered within the document (an index into `Annotated.actors`), times
are kept as expressions that a publication date resolves later, and nothing here depends on another document. All
spans are half-open code points of the document's text. `link` turns them into the rows of `onrecord.records`.
"""

from dataclasses import dataclass, field

from onrecord.records import Document, Span
from onrecord.vocab.lists import (
    Act,
    ActorKind,
    EventMode,
    EventStatus,
    EventType,
    Facet,
    MentionForm,
    ProposalKind,
    Role,
    Stance,
    StatementKind,
    Tense,
    TimeType,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression and how to compute its value, the publication date being still open.

    Attributes:
        type: TIMEX3 type.
        rule: What computes the value: absolute, weekday, month, day-of-month, offset, unit, part, narrative,
            duration, set, reference.
        value: The TIMEX3 value where it needs no date ("2025-08-15", "P30D", "PRESENT_REF"), else None.
        parameters: (name, value) pairs the rule needs, e.g. (("weekday", "2"), ("direction", "past")).
        tense: Of the clause, from the parse; decides whether "Monday" is the last or the next one.
        modifier: TIMEX3 `mod`: START, MID, END, APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, …
        anchor: Index of the time expression it counts from ("the next day"), else None for the publication date.
    """

    start: int
    end: int
    type: TimeType
    rule: str
    value: str | None = None
    parameters: tuple[tuple[str, str], ...] = ()
    tense: Tense | None = None
    modifier: str | None = None
    anchor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalOffice:
    """A title printed with a name or as a nominal: "NATO Secretary-General" -> title, of (a name) and where."""

    title: str
    of: str | None
    start: int
    end: int
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalActor:
    """An actor as one document knows it. Unnamed sources are actors too, with `named` False and a description."""

    name: str
    kind: ActorKind
    named: bool = True
    aliases: tuple[str, ...] = ()
    offices: tuple[LocalOffice, ...] = ()
    side: str | None = None
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalMention:
    """A stretch of text that stands for an actor; `actor` None is a pronoun or nominal left open, with the reason."""

    start: int
    end: int
    head: Span
    form: MentionForm
    actor: int | None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalParty:
    """A source, carrier or addressee in one document."""

    actor: int | None = None
    text: str | None = None
    spans: tuple[Span, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue and content as found, before anything is made of them.

    Attributes:
        parent: Index of the attribution in whose content this one stands, if any.
        origin: What found it: tagger, grammar, quote, headline, post, turn.
        carrier: Who carries the words of the source: TASS in "TASS, citing officials, said".
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    parent: int | None = None
    origin: str = "grammar"
    carrier: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalStatement:
    """A statement in one document; `said` is an index into times, `parent` into statements."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: LocalParty
    via: tuple[LocalParty, ...] = ()
    kind: StatementKind
    act: Act
    channel: str | None = None
    addressee: LocalParty | None = None
    said: int | None = None
    negated: bool = False
    parent: int | None = None
    origin: str = "grammar"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalParticipant:
    """An actor's part in an event mention."""

    actor: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A clause or noun phrase that speaks of an event.

    Attributes:
        start, end: The evidence: the clause or phrase with its participants, not the whole sentence.
        trigger: The word(s) that name it ("held a phone call", "summit").
        participants: Grammatical and inherited ones; incomplete is normal for "the call".
        times: Indices of the time expressions attached to it.
        where: Place name as printed, and its span.
        status: As this mention has it (tense, modality, negation, "proposed", "would").
        definite: Refers back ("the call", "that meeting", "Tuesday's call") rather than introducing.
        antecedent: Index of the event mention in this document it refers to, if resolved.
        statement: Index of the innermost statement whose content holds it, else None (the outlet's own account).
        order: "first", "second", "latest", "next", where printed.
        count: How many ("three calls"), else 1; `plural` mentions are not one event.
        inherited: Some of the participants come only from the antecedent.
        imminent: A plan told as carried out at once ("which I will make right away").
        delegated: Delegations or officials met, not the leaders: a person named stands for the side.
        line: What happened in the words of the text, if they name all its parties; contacts have none.
        gist: What its event is called where no account has a line: the noun that names it, or words with "{source}" or
            "{target}" in the place of the names.
        identity: What tells events apart, by the trained tagger: signed bytes whose cosine says how like two mentions
            are to be of one event; empty where no tagger is used.
    """

    start: int
    end: int
    trigger: Span
    type: EventType
    mode: EventMode | None
    participants: tuple[LocalParticipant, ...] = ()
    times: tuple[int, ...] = ()
    where: str | None = None
    where_span: Span | None = None
    status: EventStatus = "happened"
    definite: bool = False
    antecedent: int | None = None
    statement: int | None = None
    order: str | None = None
    count: int = 1
    inherited: bool = False
    imminent: bool = False
    delegated: bool = False
    line: str | None = None
    gist: str | None = None
    identity: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceMention:
    """A party's stance on a proposal as one clause has it.

    Attributes:
        start, end: The evidence clause.
        actor: Whose stance.
        stance: See vocab.
        about: The words that name the proposal.
        label: The proposal in a few plain words ("30-day ceasefire", "Putin-Zelensky meeting").
        event: Index of the event mention the proposal is, if any.
        statement: Index of the statement that carries it (its source is the holder), else None: the outlet.
        time: Index of the attached time expression, if any.
        tagged: Seen by the trained tagger alone; no dispute rests on it.
    """

    start: int
    end: int
    actor: int | None
    stance: Stance
    about: Span
    label: str
    kind: ProposalKind
    event: int | None = None
    statement: int | None = None
    time: int | None = None
    embedding: bytes = b""
    tagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMention:
    """What one clause says of a facet of an event mention, e.g. duration "PT90M", count "7".

    `bound` is "min" for "at least 12", "max" for "up to 12".
    """

    start: int
    end: int
    event: int
    facet: Facet
    value: str
    unit: str | None = None
    approximate: bool = False
    subject: str | None = None
    statement: int | None = None
    bound: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """A clause that says something is so or is not: what one account can deny of another.

    Attributes:
        start, end: The clause.
        predicate: Lemma of its verb.
        words: Lemmas of its other content words, times and parties left out.
        subject: Who it says it of, if an actor.
        actors: All actors in the clause, the subject included.
        negated: It says that something is not so, or denies it.
        tense: past, present or future ("would" in a report is future).
        statement: Index of the innermost statement whose content holds it.
        voice: Who asserts or denies it where no statement says so ("A denies the raid").
        refers: Index of the assertion it denies without repeating it ("A denies that").
    """

    start: int
    end: int
    predicate: str
    words: tuple[str, ...]
    subject: int | None = None
    actors: tuple[int, ...] = ()
    negated: bool = False
    tense: Tense | None = None
    statement: int | None = None
    voice: int | None = None
    refers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentMention:
    """A promise, plan or forecast; `due` is an index into times, `event` into event mentions.

    `predicate` is the lemma of what will be done ("release"), `parties` are the actors named in it. `about` are the
    words that say the rest of it elsewhere (what "to do so" stands for, the noun of a relative clause), `moved` the
    index of the time that its day was moved from; `retold` ones are told of as past ("had promised"); `negated` ones
    say what will not be done ("no ward will be closed").
    """

    start: int
    end: int
    actor: int | None
    due: int | None = None
    within: bool = False
    event: int | None = None
    statement: int | None = None
    conditional: bool = False
    predicate: str = ""
    parties: tuple[int, ...] = ()
    about: Span | None = None
    moved: int | None = None
    retold: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A document with all that was found in it.

    Attributes:
        embedding: Of the headline and the first 250 words: what the article is about.
        lead: Of the headline and the first 60 words: its main news.
        versions: Name and version of each component that made a part of it.
    """

    document: Document
    times: tuple[TimeExpression, ...] = ()
    actors: tuple[LocalActor, ...] = ()
    mentions: tuple[LocalMention, ...] = ()
    statements: tuple[LocalStatement, ...] = ()
    events: tuple[EventMention, ...] = ()
    stances: tuple[StanceMention, ...] = ()
    claims: tuple[ClaimMention, ...] = ()
    commitments: tuple[CommitmentMention, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    embedding: bytes = b""
    lead: bytes = b""
    versions: tuple[tuple[str, str], ...] = field(default=())
