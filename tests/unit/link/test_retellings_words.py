"""The words that a telling is known by, and ages that tell two people apart."""

from types import SimpleNamespace
from typing import Any

from onrecord.link.deeds import befell_others
from onrecord.link.retellings import clash_in_age, spell_telling


def test_a_telling_is_known_by_its_first_words():
    short = "An airline manager apologized to the players and left."
    longer = "“The airline manager apologized to players and wept,” he said."
    assert spell_telling(short, 0, 29) == spell_telling(longer, 1, 31) != ""


def test_too_few_words_tell_nothing():
    assert spell_telling("He was arrested.", 0, 15) == ""


def test_two_ages_are_two_people():
    assert clash_in_age("42-year-old driver", "30-year-old driver")
    assert not clash_in_age("42-year-old driver", "tram driver")


def hit(actor: str) -> Any:
    """A group of one account of what befell somebody."""
    return SimpleNamespace(accounts=[SimpleNamespace(parts=[SimpleNamespace(actor=actor, role="target")])])


def test_what_befell_one_person_did_not_befall_many() -> None:
    kinds = {"osk": "person", "women": "group", "brel": "person", "envoys": "group"}
    actors = {name: SimpleNamespace(kind=kind) for name, kind in kinds.items()}
    world: Any = SimpleNamespace(actors=actors, covers=lambda one, other: (one, other) == ("envoys", "brel"))
    assert befell_others(hit("osk"), hit("women"), world)
    assert not befell_others(hit("brel"), hit("envoys"), world)
    assert not befell_others(hit("osk"), hit("osk"), world)
