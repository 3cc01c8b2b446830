"""Event mentions in sentences about invented states and people; the actors are given, the parse is real."""

import re

import pytest

from onrecord.annotate.events import find_events
from onrecord.annotate.parse import load_pipeline, parse_document
from onrecord.annotate.statuses import status_of_verb
from onrecord.annotations import EventMention, LocalActor, LocalMention, LocalParty, LocalStatement, TimeExpression
from onrecord.records import Document, Span

NAMES = {
    "Novak": "person", "Marsh": "person", "Lindqvist": "person", "Dahl": "person", "Ruritania": "state",
    "Borduria": "state", "Kestria": "state", "Northern Council": "organization", "Tarsk": "place", "Belmora": "place",
}  # fmt: skip
ACTORS = tuple(LocalActor(name=name, kind=kind) for name, kind in NAMES.items())
FORMS = {**{name: name for name in NAMES},
         "Karel Novak": "Novak", "Elena Marsh": "Marsh", "Anna Lindqvist": "Lindqvist",
         "Ruritanian": "Ruritania", "Bordurian": "Borduria"}  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@pytest.fixture(scope="module", autouse=True)
def pipeline() -> object:
    return load_pipeline()


def mentions_of(text: str, pronouns: dict[str, str | None]) -> tuple[LocalMention, ...]:
    found, taken = [], set()
    index = {name: at for at, name in enumerate(NAMES)}
    entries = [(form, index[name], "name") for form, name in FORMS.items()]
    entries += [(word, None if name is None else index[name], "pronoun") for word, name in pronouns.items()]
    for form, actor, kind in sorted(entries, key=lambda one: (-len(one[0]), one[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            start, end = match.span()
            if not taken & set(range(start, end)):
                taken |= set(range(start, end))
                head = Span(start=start, end=end)
                found.append(LocalMention(start=start, end=end, head=head, form=kind, actor=actor))
    return tuple(sorted(found, key=lambda one: one.start))


def times_of(text: str) -> tuple[TimeExpression, ...]:
    found = [
        TimeExpression(
            start=match.start(), end=match.end(), type="DATE", rule="weekday", parameters=(("weekday", day),)
        )
        for day in DAYS
        for match in re.finditer(day, text)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def events_of(
    text: str, statements: tuple[LocalStatement, ...] = (), **pronouns: str | None
) -> tuple[EventMention, ...]:
    document = Document(id="doc", uri="doc", sha256="0" * 64, text=text)
    return find_events(parse_document(document), times_of(text), ACTORS, mentions_of(text, pronouns), statements)


def who(event: EventMention, *roles: str) -> set[str]:
    return {ACTORS[one.actor].name for one in event.participants if not roles or one.role in roles}


@pytest.mark.parametrize(
    ("text", "mode", "parties", "status"),
    [
        ("Karel Novak called Elena Marsh on Tuesday.", "call", {"Novak", "Marsh"}, "happened"),
        ("A phone call between Karel Novak and Elena Marsh lasted an hour.", "call", {"Novak", "Marsh"}, "happened"),
        ("Novak met with Lindqvist in Tarsk on Friday.", "meeting", {"Novak", "Lindqvist"}, "happened"),
        ("Ruritanian and Bordurian officials held talks in Belmora.", "talks", {"Ruritania", "Borduria"}, "happened"),
        ("The proposed Novak-Marsh summit has no date.", "summit", {"Novak", "Marsh"}, "proposed"),
        ("Novak has agreed to meet Marsh.", "meeting", {"Novak", "Marsh"}, "planned"),
        ("Novak denied that he met Marsh.", "meeting", {"Novak", "Marsh"}, "denied"),
        ("Marsh cancelled her meeting with Dahl.", "meeting", {"Marsh", "Dahl"}, "cancelled"),
        ("Kestria hosted talks between Novak and Marsh.", "talks", {"Kestria", "Novak", "Marsh"}, "happened"),
        ("Dahl travelled to Tarsk to meet with Novak.", "meeting", {"Dahl", "Novak"}, "happened"),
        ("Marsh said after a meeting with Dahl that progress was possible.", "meeting", {"Marsh", "Dahl"}, "happened"),
    ],
)  # fmt: skip
def test_contacts(text: str, mode: str, parties: set[str], status: str) -> None:
    (event,) = [one for one in events_of(text, he="Novak", her="Marsh") if one.type == "CONSULT"]
    assert (event.mode, who(event), event.status) == (mode, parties, status)
    assert event.start <= event.trigger.start
    assert event.trigger.end <= event.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Novak called Marsh a teacher.",
        "A wake-up call for the region came late.",
        "The ministry must meet a deadline in Tarsk.",
        "Speaking to reporters in Belmora, Marsh said the harvest was good.",
        "Marsh awaited the decision by Novak.",
        "Marsh withdrew cash from a bank.",
    ],
)
def test_no_event(text: str) -> None:
    assert events_of(text) == ()


@pytest.mark.parametrize(
    ("text", "type_", "source", "target"),
    [
        ("Borduria attacked Ruritania on Sunday.", "ASSAULT", {"Borduria"}, {"Ruritania"}),
        ("Ruritania was invaded by Borduria.", "ASSAULT", {"Borduria"}, {"Ruritania"}),
        ("Kestria, which invaded Borduria, knew of the report.", "ASSAULT", {"Kestria"}, {"Borduria"}),
        ("Sanctions were imposed on Borduria by Kestria.", "SANCTION", {"Kestria"}, {"Borduria"}),
        ("Novak accused Marsh of lying.", "ACCUSE", {"Novak"}, {"Marsh"}),
        ("Kestria deployed troops to the border.", "MOBILIZE", {"Kestria"}, set()),
        ("Borduria withdrew its troops from Ruritania.", "RETREAT", {"Borduria"}, {"Ruritania"}),
        ("Ruritania signed a trade agreement with Kestria.", "AGREE", {"Ruritania"}, {"Kestria"}),
    ],
)
def test_deeds(text: str, type_: str, source: set[str], target: set[str]) -> None:
    (event,) = events_of(text)
    assert (event.type, who(event, "source"), who(event, "target")) == (type_, source, target)


def test_time_of_the_saying_is_not_the_time_of_the_call() -> None:
    (event,) = events_of("Novak said Monday he called Marsh.", he="Novak")
    assert event.times == ()


def test_time_and_place_of_the_event() -> None:
    (event,) = events_of("Novak had a summit with Marsh in Tarsk on Friday.")
    assert (event.times, event.where) == ((0,), "Tarsk")


def test_since_is_no_date() -> None:
    (event,) = events_of("It was the first meeting between Novak and Marsh since Monday.")
    assert event.times == ()
    assert event.order == "first"


def test_the_call_refers_back() -> None:
    first, second = events_of("Novak and Marsh held a phone call. The call lasted an hour.")
    assert second.antecedent == 0
    assert second.definite
    assert who(second) == {"Novak", "Marsh"}
    assert first.antecedent is None


def test_call_with_another_is_another_call() -> None:
    call, talk = events_of("Following his call with Marsh, Novak spoke with Lindqvist.", his="Novak")
    assert who(call) == {"Novak", "Marsh"}
    assert who(talk) == {"Novak", "Lindqvist"}
    assert talk.antecedent is None


def test_conflicting_weekdays_stay_apart() -> None:
    _, second = events_of("Novak and Marsh held a call on Monday. Novak and Marsh held a call on Friday.")
    assert second.antecedent is None


def test_second_meeting_stays_apart() -> None:
    _, second = events_of("Novak met Marsh in Tarsk. Novak and Marsh plan another meeting.")
    assert second.antecedent is None


def test_call_and_meeting_stay_apart() -> None:
    _, second = events_of("Novak and Marsh held a phone call. The meeting between Novak and Marsh was short.")
    assert second.antecedent is None


def test_trilateral_is_not_the_meeting_of_two() -> None:
    events = events_of("A meeting between Novak and Marsh is planned. It will be followed by the trilateral.")
    assert events[1].antecedent is None


def test_bare_call_at_the_top_is_explained_below() -> None:
    text = "Tuesday's call comes after a week of silence. Novak and Marsh have ended a phone call."
    first, second = events_of(text)
    assert first.antecedent == 1
    assert first.times == (0,)
    assert who(first) == {"Novak", "Marsh"} == who(second)


def test_speaker_stands_for_i() -> None:
    text = "“I had a phone call with Marsh,” Novak said."
    content = (Span(start=1, end=text.index(",”")),)
    novak = list(NAMES).index("Novak")
    said = LocalStatement(content=content, cue=(), source=LocalParty(actor=novak), kind="direct", act="state")
    (event,) = events_of(text, (said,), I=None)
    assert who(event) == {"Novak", "Marsh"}
    assert event.statement == 0


def test_plural_calls_count() -> None:
    (event,) = events_of("Novak and Marsh held three phone calls.")
    assert event.count == 3


def test_same_text_same_events() -> None:
    text = "Novak met Marsh in Tarsk. The two leaders discussed grain. Borduria attacked Kestria."
    assert events_of(text) == events_of(text)


def test_status_of_plain_verb() -> None:
    document = Document(id="doc", uri="doc", sha256="0" * 64, text="Novak will visit Kestria.")
    (event,) = events_of(document.text)
    assert event.status == "planned"
    assert status_of_verb.__doc__
