"""The rows of the log of corrections. They name things by the words of a document, never by row ids alone.

Row ids derive from what a model found and change with it; the words of a document as received do not. An anchor is a
TextQuoteSelector of the W3C Web Annotation Data Model (exact, prefix, suffix) with the hash of the text it was made on.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.vocab.lists import Act, ActorKind, StatementKind

CorrectionKind = Literal["merge", "split", "speaker", "date", "drop", "add", "settle", "mark", "rename", "undo"]
TargetKind = Literal["document", "actor", "event", "statement", "dispute", "commitment"]
AnchorRole = Literal["evidence", "content", "cue", "source", "part"]
CorrectionState = Literal["applied", "unanchored", "overruled", "undone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Some words of one document.

    Attributes:
        document: Id of the document; it only decides between documents of the same text.
        uri: Where it came from, for people and for the same reason.
        sha256: Of its bytes as received.
        text_sha256: Of its text in UTF-8.
        exact, prefix, suffix: The words, and enough of what stands around them to tell them from the same words
            elsewhere in the text.
        role: What the words are of the target: its evidence; content, cue or source of a statement; a single mention
            ("part") that is to be taken out of an actor.
    """

    exact: str
    document: str = ""
    uri: str = ""
    sha256: str = ""
    text_sha256: str = ""
    prefix: str = ""
    suffix: str = ""
    role: AnchorRole = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A thing of the record that a correction is about.

    Attributes:
        label: What it was called when the correction was made, for people.
        hint: What tells it from other things at the same words, e.g. "CONSULT:call"; a preference, not a condition.
    """

    kind: TargetKind
    label: str = ""
    anchors: tuple[Anchor, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One entry of the log. What the fields hold depends on `kind`:

    - merge: `targets` are two or more actors, or two or more events, that are one;
    - split: the first target is what is taken out, the second what it is taken out of;
    - speaker: a statement and, if the record knows it, the actor; `value` is the speaker's name, None is unknown;
    - date: a document or an event; `value` is its EDTF date;
    - drop: a statement; add: the words of a new one, `value` the speaker's name if the source words do not say;
    - settle: a dispute, `value` the verdict; mark: a commitment, `value` the status, `text` the evidence in words;
    - rename: an actor or event, `value` the name or label;
    - undo: `undoes` is the id of another entry.

    Attributes:
        id: Derives from all other fields, so that an entry imported twice is one.
        time: ISO 8601 date-time, in UTC. The later of two that contradict each other wins.
    """

    kind: CorrectionKind
    author: str
    time: str
    id: str = ""
    reason: str = ""
    targets: tuple[Target, ...] = ()
    value: str | None = None
    text: str | None = None
    act: Act | None = None
    form: StatementKind | None = None
    actor_kind: ActorKind | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a correction in the last run; `note` says why it does not hold, or what it overrules."""

    correction: str
    state: CorrectionState
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A correction with its number in the log of this record, and what became of it."""

    number: int
    correction: Correction
    state: CorrectionState
    note: str = ""
