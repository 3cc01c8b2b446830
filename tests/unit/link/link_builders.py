"""Hand-built annotated documents for the tests of linking: invented people, states and words."""

from collections.abc import Sequence
from hashlib import sha256

from onrecord.annotations import (
    Annotated,
    EventMention,
    LocalActor,
    LocalMention,
    LocalParticipant,
    LocalParty,
    LocalStatement,
    TimeExpression,
)
from onrecord.records import Document, Published, Span, Zone

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Builder:
    """Builds one annotated document from its text; words are found by their first occurrence."""

    def __init__(self, id_: str, text: str, published: str | None = None) -> None:
        self.id, self.text = id_, text
        self.published = (
            Published(edtf=published, earliest=published, latest=published, basis="stated")
            if published
            else Published()
        )
        self.actors: list[LocalActor] = []
        self.mentions: list[LocalMention] = []
        self.times: list[TimeExpression] = []
        self.events: list[EventMention] = []
        self.statements: list[LocalStatement] = []

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start=start, end=start + len(words))

    def actor(self, name: str, kind: str = "person", side: str | None = None) -> int:
        for index, one in enumerate(self.actors):
            if one.name == name:
                return index
        self.actors.append(LocalActor(name=name, kind=kind, side=side))  # type: ignore[arg-type]
        if name in self.text:
            at = self.span(name)
            self.mentions.append(
                LocalMention(start=at.start, end=at.end, head=at, form="name", actor=len(self.actors) - 1)
            )
        return len(self.actors) - 1

    def time(self, words: str, tense: str = "past", value: str | None = None) -> int:
        at = self.span(words)
        day = words.split()[-1].casefold().removesuffix("’s")
        weekday = (("weekday", str(WEEKDAYS.index(day) + 1)),) if day in WEEKDAYS else ()
        self.times.append(
            TimeExpression(
                start=at.start,
                end=at.end,
                type="DATE",
                rule="weekday" if weekday else "absolute",
                value=value,
                parameters=weekday,
                tense=tense,  # type: ignore[arg-type]
            )
        )
        return len(self.times) - 1

    def event(self, words: str, who: Sequence[str], mode: str | None = "call", **more: object) -> int:
        at = self.span(words)
        facts = {"type": "CONSULT", "trigger": at, **more}
        parts = tuple(LocalParticipant(actor=self.actor(name), role="participant") for name in who)
        self.events.append(EventMention(start=at.start, end=at.end, mode=mode, participants=parts, **facts))  # type: ignore[arg-type]
        return len(self.events) - 1

    def quote(self, words: str, who: str, said: int | None = None) -> int:
        at = self.span(words)
        self.statements.append(
            LocalStatement(
                content=(at,), cue=(), source=LocalParty(actor=self.actor(who)), kind="direct", act="state", said=said
            )
        )
        return len(self.statements) - 1

    def build(self) -> Annotated:
        document = Document(
            id=self.id,
            uri=f"{self.id}.txt",
            sha256=sha256(self.text.encode()).hexdigest(),
            text=self.text,
            published=self.published,
            zones=(Zone(kind="body", start=0, end=len(self.text)),),
        )
        return Annotated(
            document=document,
            times=tuple(self.times),
            actors=tuple(self.actors),
            mentions=tuple(self.mentions),
            statements=tuple(self.statements),
            events=tuple(self.events),
        )
