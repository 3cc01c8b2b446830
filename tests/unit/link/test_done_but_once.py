"""What is done to one ship, person or firm but once is one event, though its pages have no day. All texts are ours."""

from short_texts import build_record_undated

FIRST = """Norway seizes tanker

The government of Norway has seized the tanker Blue Heron on suspicion of smuggling, officials said. The crew of
the Blue Heron is being questioned in the port of Tarsk about the cargo of oil that the tanker carried.
"""
SECOND = """Tanker of smugglers held in Tarsk

The tanker Blue Heron was seized by Norway in the port of Tarsk, where its crew is being questioned about a cargo of
oil. Smuggling of oil is on the rise, officials of the coastguard said.
"""
OTHER = SECOND.replace("Blue Heron", "Grey Goose")


def seizures(*pages: str) -> int:
    return sum(one.type == "COERCE" for one in build_record_undated(*pages).events)


def test_one_ship_is_seized_once() -> None:
    assert seizures(FIRST, SECOND) == 1


def test_two_ships_are_seized_apart() -> None:
    assert seizures(FIRST, OTHER) == 2
