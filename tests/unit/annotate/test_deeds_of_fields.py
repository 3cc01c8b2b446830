"""Deeds of fields nobody has tuned for, through the whole of annotate: how they are worded, and what is none."""

import pytest

from onrecord.annotate import annotate
from onrecord.annotate.event_words import MARKS, load_event_words, load_table, read_done
from onrecord.records import Document


def events(text: str) -> list[tuple[str, str, set[str], set[str]]]:
    """(type, status, sources, targets) of every event that is no contact."""
    one = annotate(Document(id="doc", uri="doc", sha256="0" * 64, text=text), tagger="grammar")
    return [
        (
            event.type,
            event.status,
            {one.actors[part.actor].name for part in event.participants if part.role != "target"},
            {one.actors[part.actor].name for part in event.participants if part.role == "target"},
        )
        for event in one.events
        if event.type != "CONSULT"
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # a noun that only counts the deed
        ("Germany will hold a week of drills off Kenya on Monday.", ("MOBILIZE", "planned", {"Germany"}, set())),
        # what is deployed is one's own
        ("Tanks from Germany have been deployed along the river.", ("MOBILIZE", "happened", {"Germany"}, set())),
        # what is sent to help
        ("Germany sent 200 pumps to help Kenya drain its fields.", ("AID", "happened", {"Germany"}, {"Kenya"})),
        # by order of
        (
            "Three schools were shut on Monday by order of the Education Ministry.",
            ("COERCE", "happened", {"Education Ministry"}, set()),
        ),
        # an order that restrains somebody
        (
            "The High Court granted the miners an injunction that stops Corvin Mining Ltd from selling the pit.",
            ("COERCE", "happened", {"High Court"}, {"Corvin Mining Ltd"}),
        ),
        # duties with nobody as their object
        (
            "Kenya was hurt. Germany hit back with duties on Kenyan grain.",
            ("SANCTION", "happened", {"Germany"}, {"Kenya"}),
        ),
        # the future of a report in the past
        ("Germany said it would deploy 300 soldiers on Monday.", ("MOBILIZE", "planned", {"Germany"}, set())),
        ("The Nurses Union has voted to strike on Monday.", ("PROTEST", "planned", {"Nurses Union"}, set())),
        ("The Nurses Union suspended its strike on Monday.", ("PROTEST", "cancelled", {"Nurses Union"}, set())),
        # people and places without a name
        ("A driver was arrested in Berlin on Sunday.", ("COERCE", "happened", set(), {"Berlin"})),
        ("The bridge at Berlin reopened on Monday.", ("CONCEDE", "happened", set(), {"Berlin"})),
        ("Thousands took to the streets of Berlin on Sunday.", ("PROTEST", "happened", {"Berlin"}, set())),
        ("A bomb exploded in Berlin on Sunday.", ("ASSAULT", "happened", set(), {"Berlin"})),
        # states that are events
        ("Ada Osk is under investigation.", ("ACCUSE", "ongoing", set(), {"Ada Osk"})),
        ("Ada Osk has been placed under surveillance.", ("COERCE", "happened", set(), {"Ada Osk"})),
        ("Ada Osk was found stabbed to death on Monday.", ("ASSAULT", "happened", set(), {"Ada Osk"})),
        ("Fighting broke out between Germany and Kenya.", ("ASSAULT", "happened", {"Germany", "Kenya"}, set())),
    ],
)
def test_a_deed_in_its_wording(text: str, event: tuple[str, str, set[str], set[str]]) -> None:
    assert events(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        '"Strike them with rocks," said Ada Osk.',  # a command
        "The missile fell into the Pacific Ocean on Monday.",  # at nobody
        "A driver from Berlin was arrested.",  # where he lives, not where it was
        "Germany knows of the resolutions adopted by Kenya.",  # known of old
        "Germany said it would deploy soldiers if the talks failed.",
        "The lawyer did not recommend that Ada Osk be deported.",
        "Berlin was not under siege.",
        "Germany watched the takeover of the economy by Kenya.",
        "Ada Osk skipped a class.",
    ],
)
def test_what_is_no_deed(text: str) -> None:
    assert [one for one in events(text) if one[1] not in ("proposed", "unconfirmed", "denied")] == []


def test_those_who_look_into_a_crash_did_not_kill() -> None:
    found = events("German investigators are looking into what caused a plane to crash, killing Ada Osk.")
    assert "ASSAULT" not in [one[0] for one in found]


def test_what_is_proposed_is_not_done() -> None:
    ((type_, status, sources, _),) = events("Ada Osk suggested that Germany and Kenya postpone the drills.")
    assert (type_, status, sources) == ("RETREAT", "proposed", {"Germany", "Kenya"})


def test_an_entry_may_carry_its_marks_itself() -> None:
    rules = {"links": ["on", "up"], "needs_target": ["AID"]}
    done = {"verbs": {"AID": ["spend money|time on", "set up camp /alone,strict,bodies"]}}
    plain, marked = read_done(done, rules)
    assert (plain.verb, plain.objects, plain.links) == ("spend", {"money", "time"}, ("on",))
    assert (plain.needs_target, plain.strict, plain.bodies) == (True, False, False)
    assert (marked.verb, marked.objects, marked.links) == ("set", {"camp"}, ("up",))
    assert (marked.needs_target, marked.strict, marked.bodies) == (False, True, True)


def test_every_mark_in_the_lexicon_is_known() -> None:
    known = {*MARKS, "alone", "armed"}
    entries = [entry for found in load_table("deeds_done.toml")["verbs"].values() for entry in found]
    assert {mark for entry in entries for mark in entry.partition(" /")[2].split(",") if mark} <= known
    assert load_event_words().standing["under siege"] == "COERCE"
