"""Documents as received, and the spans and intervals that every other row is made of."""

from dataclasses import dataclass

from onrecord.vocab.lists import Basis, TimeType, ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of one document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """The characters of a document that a row rests on."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An interval of whole days (or date-times), both ends included; None is an open or unknown end."""

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None


UNKNOWN = When()


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When a document was published, and how that is known."""

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: Basis = "unknown"
    evidence: tuple[Evidence, ...] = ()

    @property
    def when(self) -> When:
        """The interval alone."""
        return When(edtf=self.edtf, earliest=self.earliest, latest=self.latest)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Zone:
    """A part of the page: body, headline, furniture and so on."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as received: its text with its zones, and what it states of itself.

    `address` is the URL it was published at (canonical where the page names one); `modified` is when its metadata say
    it was last changed, an ISO date or date-time, which is never taken for the date of publication.
    """

    id: str
    uri: str
    sha256: str
    text: str
    language: str | None = None
    outlet: str | None = None
    headline: Span | None = None
    byline: str | None = None
    published: Published = Published()
    zones: tuple[Zone, ...] = ()
    duplicate_of: str | None = None
    address: str | None = None
    section: str | None = None
    modified: str | None = None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression (TIMEX3) and the interval it stands for."""

    document: str
    start: int
    end: int
    type: TimeType
    value: str
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A document as it came: what `read` hands on and the store keeps for good."""

    document: Document
    raw: bytes
    media: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that could not be added: where, at which stage, and why."""

    uri: str
    stage: str
    reason: str
    mend: str = ""
