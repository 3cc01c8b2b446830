"""Deeds of the same parties: told alike they are one; of another's, of another plan or in other words they are not."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from link_builders import Builder

from onrecord.annotations import LocalParticipant
from onrecord.link import link
from onrecord.link.accounts import count_objects
from onrecord.records import Zone
from onrecord.vocab.lists import Role

OSK, LIND, MILL, FIRM = "Ada Osk", "Bo Lind", "Crumb Mills", "Rye Company"
Parts = Sequence[tuple[str, Role]]
GIVER: tuple[str, Role] = (OSK, "source")
BOTH: Parts = (GIVER, (MILL, "target"))
STORY = "The affair of Ada Osk, Bo Lind, Crumb Mills and the Rye Company keeps the town of Lisk awake at night."
SUNDAY = "2031-03-02"
NEAR = 60
"""The second number of an identity whose first is 100: a cosine of .86 with (100, 0)."""


def told(words: str, parts: Parts, word: str, turn: int = 0, id_: str = "a", **more: object) -> Builder:
    """A document of one deed; `turn` turns its identity away from that of others."""
    one = Builder(id_, f"{words}. {STORY}", "2031-03-06")
    one.event(words, [], mode=None, trigger=one.span(word), **{"type": "MOBILIZE", **more})
    participants = tuple(LocalParticipant(actor=one.actor(name), role=role) for name, role in parts)
    identity = bytes([100, turn]) + bytes(62)
    one.events[-1] = replace(one.events[-1], participants=participants, identity=identity)
    return one


def count(*told_of: Builder) -> int:
    return len(link([one.build() for one in told_of]).events)


def test_one_more_party_in_the_same_word_is_the_same_deed() -> None:
    one = told(f"{OSK} sent millers to {MILL}", BOTH, "sent", type="AID")
    assert count(one, told(f"Millers were sent by {OSK}", [GIVER], "sent", NEAR, "b", type="AID")) == 1


def test_one_more_party_in_a_word_of_another_kind_is_another_deed() -> None:
    one = told(f"{OSK} sent millers to {MILL}", BOTH, "sent", type="AID")
    assert count(one, told(f"{OSK} built huts", [GIVER], "built", NEAR, "b", type="AID")) == 2


def test_a_deed_with_another_partner_is_another() -> None:
    one = told(f"{OSK} joined {LIND}", [GIVER, (LIND, "source")], "joined", type="COOPERATE")
    other = told(f"{OSK} joined hands with {FIRM}", [GIVER, (FIRM, "target")], "joined", 0, "b", type="COOPERATE")
    assert count(one, other) == 2


@pytest.mark.parametrize("status", ["proposed", "planned"])
def test_what_is_threatened_is_not_what_was_done(status: str) -> None:
    one = told(f"On Monday {OSK} fired shells at {MILL}", [GIVER], "fired")
    one.events[-1] = replace(one.events[-1], times=(one.time("Monday"),))
    again = told(f"{OSK} was to fire shells at {MILL}", [GIVER], "fire", NEAR, "b", status=status)
    again.published = replace(again.published, edtf=SUNDAY, earliest=SUNDAY, latest=SUNDAY)
    assert count(one, again) == 2


def test_what_somebody_is_said_to_have_done_may_be_what_was_done() -> None:
    one = told(f"{OSK} sold flour to {MILL}", BOTH, "sold")
    alleged = told(f"{OSK} allegedly sold flour to {MILL}", BOTH, "sold", NEAR, "b", status="unconfirmed")
    assert count(one, alleged) == 1


def test_what_somebody_refused_to_do_is_not_what_was_done() -> None:
    one = told(f"{OSK} sold flour to {MILL}", BOTH, "sold")
    refused = told(f"{OSK} refused to sell flour to {MILL}", BOTH, "sell", NEAR, "b", status="unconfirmed")
    assert count(one, refused) == 2


def talks(head: str, mode: str | None, body: str, *, lead: bool) -> int:
    """The contacts of an article whose headline and whose text tell of one each."""
    text = f"{head}\n\n{'' if lead else STORY * 12} {body}."
    one = Builder("a", text, "2031-03-06")
    one.event(head, [OSK, LIND], mode=mode)
    one.event(body, [OSK, LIND, FIRM], mode="call", times=(one.time("Monday"),))
    at = len(head)
    zones = (Zone(kind="headline", start=0, end=at), Zone(kind="body", start=at + 2, end=len(text)))
    built = one.build()
    return len(link([replace(built, document=replace(built.document, zones=zones))]).events)


def test_a_headline_tells_of_what_the_article_opens_with() -> None:
    body = f"{OSK}, {LIND} and the {FIRM} spoke by telephone on Monday"
    assert talks(f"{OSK} speaks with {LIND}", None, body, lead=True) == 1
    assert talks(f"{OSK} speaks with {LIND}", None, body, lead=False) == 2
    assert talks(f"{OSK} meets {LIND}", "meeting", body, lead=True) == 2


def test_two_deeds_of_one_sentence_are_one_only_if_neither_has_a_day_alone() -> None:
    words = f"{OSK}, who stormed {MILL} in January, struck {MILL}"
    one = told(words, [GIVER], "struck", type="ASSAULT")
    one.event(f"{OSK}, who stormed {MILL} in January", [], None, type="ASSAULT", trigger=one.span("stormed"))
    before = replace(one.events[-1], participants=one.events[0].participants, identity=one.events[0].identity)
    one.events[-1] = before
    assert count(one) == 1
    one.events[-1] = replace(before, times=(one.time("January", value="2031-01"),))
    assert count(one) == 2


def test_what_one_article_counts_in_other_numbers_is_two() -> None:
    assert count_objects("slapped 25 pct duty") is None
    words = f"{OSK} fired three shells at {MILL}, and in May {OSK} fired a shell at {MILL}"
    for again, events in ((words, 2), (words.replace("fired a shell", "fired three shells"), 1)):
        one = told(again, BOTH, "fired three shells")
        word = "fired a shell" if "fired a shell" in again else "fired three shells at Crumb Mills."
        one.event(again, [], None, type="MOBILIZE", trigger=one.span(word.removesuffix(" at Crumb Mills.")))
        one.events[-1] = replace(
            one.events[-1], participants=one.events[0].participants, identity=one.events[0].identity
        )
        assert count(one) == events
