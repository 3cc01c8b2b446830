"""Assertions as accounts: who says it is so, when, and its words in the form that is compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.compare.words import load_tables, read_words, stem
from onrecord.records import Evidence, When

if TYPE_CHECKING:
    from onrecord.annotations import Assertion
    from onrecord.compare.ground import Ground

LIGHT = frozenset({"be", "have", "take", "make", "do", "give", "get"})


@dataclass(frozen=True, slots=True)
class Said:
    """An assertion as an account: who says it, when, and its words made comparable."""

    document: str
    index: int
    assertion: Assertion
    voice: str
    side: str
    statement: str | None
    when: When
    words: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]
    subject: str | None
    subject_actor: str | None = None

    @property
    def evidence(self) -> Evidence:
        """Where it stands."""
        return Evidence(document=self.document, start=self.assertion.start, end=self.assertion.end)


def plain(word: str) -> str:
    """A lemma in the form that is compared."""
    same = load_tables().same
    return same.get(word) or same.get(stem(word)) or stem(word)


def gather_said(ground: Ground) -> tuple[Said, ...]:
    """All assertions of the record with their voices."""
    found = []
    for name in sorted(ground.linked.annotated):
        for index, one in enumerate(ground.annotated(name).assertions):
            row = ground.statement(name, one.statement)
            source = row.source.actor if row is not None else None
            own = ground.actor(name, one.voice)
            voice = own or source or (row.id if row is not None else None)
            unnamed = row is not None and voice == row.id
            side = ground.source_side(row) if row is not None and unnamed else ground.side(voice)
            subject = ground.actor(name, one.subject)
            parties = {ground.side(ground.actor(name, actor)) for actor in one.actors} - {None}
            names = {word for actor in one.actors for word in named_words(ground, name, actor)}
            found.append(
                Said(
                    name,
                    index,
                    one,
                    voice or ground.original(name),
                    side or ground.original(name),
                    row.id if row is not None else None,
                    ground.said(name, one.statement),
                    frozenset(
                        plain(word) for word in (*one.words, *(() if one.predicate in LIGHT else (one.predicate,)))
                    )
                    | names,
                    frozenset(names),
                    frozenset(one for one in parties if one),
                    ground.side(subject),
                    subject,
                )
            )
    return tuple(found)


def named_words(ground: Ground, document: str, local: int) -> frozenset[str]:
    """The words of an actor's name: "Castrel's army" and "its army" share a word."""
    actor = ground.actor(document, local)
    return read_words(ground.name(actor)).content if actor else frozenset()


def tenses_fit(yes: Said, no: Said) -> bool:
    """ "will agree" is not denied by "has not agreed"."""
    pair = {yes.assertion.tense, no.assertion.tense}
    foretold = no.assertion.tense == "future" != yes.assertion.tense  # "would never win" is no account of what was won
    return not foretold and not ("future" in pair and "past" in pair)
