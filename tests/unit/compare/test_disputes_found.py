"""Disputes, positions, claims, origins and commitments over hand-built linked records."""

from dataclasses import replace

import pytest

from onrecord.annotations import (
    Annotated,
    Assertion,
    ClaimMention,
    CommitmentMention,
    EventMention,
    StanceMention,
    TimeExpression,
)
from onrecord.compare import compare
from onrecord.compare.claims import read_minutes
from onrecord.compare.words import numbers_clash, read_words
from onrecord.linked import Linked
from onrecord.records import (
    Actor,
    Document,
    Event,
    Evidence,
    Participant,
    Party,
    Published,
    Span,
    Statement,
    Time,
    When,
)

TEXT = "Ruud says Toven agreed to a truce. " * 6
ACTORS = {"ruud": "Hanne Ruud", "omber": "Piet Omber", "toven": "Ilmar Toven", "vance": "Dora Vance"}
NAMES = list(ACTORS)


def document(name: str, day: str, copy_of: str | None = None) -> Document:
    """A document of one day."""
    published = Published(edtf=day, earliest=day, latest=day, basis="given")
    return Document(
        id=name, uri=f"{name}.txt", sha256=name, text=TEXT, outlet=name, published=published, duplicate_of=copy_of
    )


def statement(name: str, home: str, actor: str | None, day: str, utterance: str | None = None) -> Statement:
    """A statement over the first sentence of a document."""
    return Statement(
        id=name,
        document=home,
        content=(Span(start=0, end=34),),
        cue=(),
        source=Party(actor=actor),
        kind="indirect",
        act="state",
        said=When(edtf=day, earliest=day, latest=day),
        utterance=utterance,
    )


def linked(
    annotated: list[Annotated], statements: tuple[Statement, ...] = (), events: tuple[Event, ...] = (),
    times: dict[tuple[str, int], Time] | None = None, event_of: dict[tuple[str, int], str] | None = None,
) -> Linked:  # fmt: skip
    """A linked record in which local actor n is the nth of ACTORS and each document has one statement."""
    documents = {one.document.id: one.document for one in annotated}
    homes = {row.document: row.id for row in statements}
    return Linked(
        annotated={one.document.id: one for one in annotated},
        documents=documents,
        times=(),
        actors=tuple(Actor(id=key, name=name, kind="person") for key, name in sorted(ACTORS.items())),
        mentions=(),
        statements=statements,
        utterances=(),
        events=events,
        coverage=(),
        storylines=(),
        links=(),
        actor_of={(home, n): NAMES[n] for home in documents for n in range(len(NAMES))},
        statement_of={(home, 0): name for home, name in homes.items()},
        event_of=event_of or {},
        time_of=times or {},
    )


def stance(kind: str, label: str = "30-day truce", statement_index: int | None = 0, actor: int = 2) -> StanceMention:
    """A stance of Toven on a truce."""
    return StanceMention(
        start=10, end=33, actor=actor, stance=kind, about=Span(start=26, end=33), label=label, kind="measure",
        statement=statement_index,
    )  # type: ignore[arg-type]  # fmt: skip


def two_accounts(a: StanceMention, b: StanceMention, days: tuple[str, str] = ("2031-03-02", "2031-03-03")) -> Linked:
    """Ruud says the one thing, Omber the other."""
    first = Annotated(document=document("doc-a", days[0]), stances=(a,))
    second = Annotated(document=document("doc-b", days[1]), stances=(b,))
    rows = (statement("sta-a", "doc-a", "ruud", days[0]), statement("sta-b", "doc-b", "omber", days[1]))
    return linked([first, second], rows)


def test_two_holders_two_stances_is_a_dispute_with_both_sides() -> None:
    result = compare(two_accounts(stance("agrees"), stance("undecided")))
    (dispute,) = result.disputes
    assert dispute.kind == "stance"
    assert [side.holders for side in dispute.sides] == [("ruud",), ("omber",)]
    assert [one.document for one in dispute.evidence] == ["doc-a", "doc-b"]
    assert dispute.reasons
    assert {one.id for one in result.positions} == {item for side in dispute.sides for item in side.items}


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (stance("agrees"), stance("undecided"), ("2031-03-02", "2031-05-20")),
        (stance("agrees"), stance("supports"), ("2031-03-02", "2031-03-03")),
        (stance("agrees"), stance("rejects", label="60-day truce"), ("2031-03-02", "2031-03-02")),
        (stance("agrees"), stance("rejects", actor=3), ("2031-03-02", "2031-03-02")),
    ],
    ids=["weeks apart", "both in favour", "two proposals", "two parties"],
)
def test_what_only_looks_like_a_dispute(a: StanceMention, b: StanceMention, days: tuple[str, str]) -> None:
    assert compare(two_accounts(a, b, days)).disputes == ()


def test_a_party_that_changed_its_mind_is_no_dispute() -> None:
    one = Annotated(
        document=document("doc-a", "2031-03-02"),
        stances=(stance("rejects"), replace(stance("agrees"), start=45, end=60)),
    )
    assert compare(linked([one], (statement("sta-a", "doc-a", "toven", "2031-03-02"),))).disputes == ()


@pytest.mark.parametrize(("day", "disputes"), [("2031-03-05", 0), ("2031-03-02", 1)])
def test_a_stance_taken_on_a_day_after_the_other_was_told_is_a_changed_mind(day: str, disputes: int) -> None:
    first = Annotated(document=document("doc-a", "2031-03-02"), stances=(stance("rejects"),))
    second = Annotated(document=document("doc-b", "2031-03-05"), stances=(replace(stance("agrees"), time=0),))
    rows = (
        statement("sta-a", "doc-a", "ruud", "2031-03-02"), statement("sta-b", "doc-b", "omber", "2031-03-05"),
    )  # fmt: skip
    time = Time(document="doc-b", start=0, end=4, type="DATE", value=day, earliest=day, latest=day)
    assert len(compare(linked([first, second], rows, times={("doc-b", 0): time})).disputes) == disputes


def test_order_of_documents_changes_nothing() -> None:
    forward = two_accounts(stance("agrees"), stance("undecided"))
    backward = replace(
        forward, annotated=dict(reversed(forward.annotated.items())), statements=forward.statements[::-1]
    )
    assert compare(forward) == compare(backward)


def test_own_stance_has_no_holder() -> None:
    one = Annotated(document=document("doc-a", "2031-03-02"), stances=(stance("agrees"),))
    (position,) = compare(linked([one], (statement("sta-a", "doc-a", "toven", "2031-03-02"),))).positions
    assert position.holder is None
    assert position.actor == "toven"


def assertion(negated: bool, words: tuple[str, ...] = ("truce", "extension")) -> Assertion:
    """ "extend the truce", so or not so."""
    return Assertion(
        start=0,
        end=33,
        predicate="agree",
        words=words,
        subject=2,
        actors=(2,),
        negated=negated,
        tense="past",
        statement=0,
    )


def test_an_explicit_denial_answers_an_assertion() -> None:
    first = Annotated(document=document("doc-a", "2031-03-02"), assertions=(assertion(False),))
    second = Annotated(document=document("doc-b", "2031-03-02"), assertions=(assertion(True),))
    rows = (statement("sta-a", "doc-a", "ruud", "2031-03-02"), statement("sta-b", "doc-b", "omber", "2031-03-02"))
    result = compare(linked([first, second], rows))
    (dispute,) = result.disputes
    assert dispute.kind == "denial"
    assert dispute.about in {one.id for one in result.proposals}


CALL = Event(
    id="evt-1", type="CONSULT", mode="call", label="call", where=None, status="happened", documents=("doc-a", "doc-b"),
    participants=(Participant(actor="toven", role="participant"), Participant(actor="vance", role="participant")),
    when=When(edtf="2031-03-04", earliest="2031-03-04", latest="2031-03-04"),
    evidence=(Evidence(document="doc-b", start=0, end=9),),
)  # fmt: skip
MENTION = EventMention(start=0, end=9, trigger=Span(start=0, end=4), type="CONSULT", mode="call")


def claims(a: str, b: str, facet: str = "duration", subject: str | None = None, approximate: bool = False) -> Linked:
    """Two claims on one event."""
    rows = []
    for home, value in (("doc-a", a), ("doc-b", b)):
        claim = ClaimMention(
            start=0, end=9, event=0, facet=facet, value=value, subject=subject, statement=0, approximate=approximate
        )  # type: ignore[arg-type]
        rows.append(Annotated(document=document(home, "2031-03-04"), events=(MENTION,), claims=(claim,)))
    statements = (statement("sta-a", "doc-a", "ruud", "2031-03-04"), statement("sta-b", "doc-b", "omber", "2031-03-04"))
    return linked(rows, statements, (CALL,), event_of={("doc-a", 0): "evt-1", ("doc-b", 0): "evt-1"})


@pytest.mark.parametrize(
    ("a", "b", "disputed"), [("PT90M", "PT50M", True), ("PT90M", "PT1H30M", False), ("PT90M", "PT92M", False)]
)
def test_durations_are_held_against_each_other_in_minutes(a: str, b: str, disputed: bool) -> None:
    result = compare(claims(a, b))
    assert bool(result.disputes) is disputed
    assert all(one.unit == "minutes" for one in result.claims)


def test_a_rounded_count_is_no_dispute_and_another_one_is() -> None:
    assert not compare(claims("5000", "4900", "count", "people", approximate=True)).disputes
    assert compare(claims("34", "28", "count", "sailors")).disputes


def test_one_utterance_in_two_outlets_is_one_origin() -> None:
    record = two_accounts(stance("agrees"), stance("agrees"))
    rows = tuple(replace(row, utterance="utt-1", source=Party(actor="ruud")) for row in record.statements)
    (row,) = compare(replace(record, statements=rows)).corroboration
    assert row.count == 1
    assert row.outlets == ("doc-a", "doc-b")


def promise(day: str, as_of: str | None, events: tuple[Event, ...] = ()) -> str:
    """The status of a promise of 2 March that is due by a day."""
    time = TimeExpression(start=26, end=33, type="DATE", rule="absolute", value=day)
    first = Annotated(
        document=document("doc-a", "2031-03-02"), times=(time,), events=(replace(MENTION, status="planned"),),
        commitments=(CommitmentMention(start=0, end=33, actor=2, due=0, event=0, statement=0),),
    )  # fmt: skip
    second = Annotated(document=document("doc-b", "2031-03-10"), events=(MENTION,))
    times = {("doc-a", 0): Time(document="doc-a", start=26, end=33, type="DATE", value=day, earliest=day, latest=day)}
    planned = replace(CALL, id="evt-0", status="planned", evidence=(Evidence(document="doc-a", start=0, end=9),))
    rows = (statement("sta-a", "doc-a", "toven", "2031-03-02"),)
    event_of = {("doc-a", 0): "evt-0", ("doc-b", 0): "evt-1"}
    (row,) = compare(linked([first, second], rows, (planned, *events), times, event_of), as_of=as_of).commitments
    assert row.status != "kept" or row.resolution
    return row.status


def test_status_of_a_promise_follows_the_day_and_the_evidence() -> None:
    assert promise("2031-03-04", "2031-03-03") == "open"
    assert promise("2031-03-04", None) == "overdue"
    assert promise("2031-03-04", None, (CALL,)) == "kept"


def test_minutes_and_numbers() -> None:
    assert read_minutes("PT1H30M") == 90
    assert read_minutes("2031-03-04") is None
    assert numbers_clash(read_words("30-day truce"), read_words("60-day truce"))
    assert not numbers_clash(read_words("30-day truce"), read_words("truce"))
    assert read_words("cease-fire").content == read_words("a truce").content


def test_a_speaker_who_repeats_himself_is_one_origin() -> None:
    record = two_accounts(stance("agrees"), stance("agrees"))
    rows = tuple(
        replace(row, utterance=f"utt-{n}", source=Party(actor="ruud")) for n, row in enumerate(record.statements)
    )
    (row,) = compare(replace(record, statements=rows)).corroboration
    assert row.count == 1
    assert row.origins[0].utterance in {"utt-0", "utt-1"}


def test_two_speakers_are_two_origins() -> None:
    record = two_accounts(stance("agrees"), stance("agrees"))
    assert sum(row.count for row in compare(record).corroboration) == 2


def test_sides_of_a_denial_are_told_in_words() -> None:
    first = Annotated(document=document("doc-a", "2031-03-02"), assertions=(assertion(False),))
    second = Annotated(document=document("doc-b", "2031-03-02"), assertions=(assertion(True),))
    rows = (statement("sta-a", "doc-a", "ruud", "2031-03-02"), statement("sta-b", "doc-b", "omber", "2031-03-02"))
    (dispute,) = compare(linked([first, second], rows)).disputes
    assert all(side.value == TEXT[:33] for side in dispute.sides)
    assert all(reason.endswith(".") for reason in dispute.reasons)
