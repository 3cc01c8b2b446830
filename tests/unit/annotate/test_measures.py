"""Resolutions that curb somebody, tests of arms, lists, and who did what is suspected. All texts are ours."""

import pytest
from annotate_builders import read


def told(text: str) -> set[tuple[str, tuple[tuple[str, str], ...]]]:
    """(type, parties with their roles) of every event in a text."""
    one = read(text)
    return {
        (row.type, tuple((one.actors[part.actor].name, part.role) for part in row.participants)) for row in one.events
    }


@pytest.mark.parametrize(
    ("text", "type_", "parties"),
    [
        (
            "The Security Council passed a resolution on Monday slashing Iran's imports of petrol.",
            "SANCTION",
            (("UN Security Council", "source"), ("Iran", "target")),
        ),
        (
            "The Security Council adopted a resolution on Monday demanding that Iran open its ports.",
            "AGREE",
            (("UN Security Council", "source"),),
        ),
        (
            "On Thursday, the Security Council denied port access to Iran.",
            "SANCTION",
            (("UN Security Council", "source"), ("Iran", "target")),
        ),
        (
            "The ministry of Japan placed Dora Vance on its sanctions list on Monday.",
            "SANCTION",
            (("Japan", "source"), ("Dora Vance", "target")),
        ),
        ("Tension rose after the launch of a missile by Iran on Monday.", "MOBILIZE", (("Iran", "source"),)),
        ("The council met after Iran's nuclear test in September.", "MOBILIZE", (("Iran", "source"),)),
        (
            "Officials of Iran had boarded a ship, the Blue Heron, on Monday, suspected of selling weapons to Japan.",
            "COOPERATE",
            (("Blue Heron", "source"), ("Japan", "target")),
        ),
    ],
)
def test_what_it_is_and_who_is_in_it(text: str, type_: str, parties: tuple[tuple[str, str], ...]) -> None:
    assert (type_, parties) in told(text), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Doctors met after Iran's drug test in September.",
        "The launch of a website by Iran on Monday was a success.",
        "The council fears a nuclear test by Iran.",
    ],
)
def test_other_tests_are_none_of_arms(text: str) -> None:
    assert "MOBILIZE" not in {type_ for type_, _ in told(text)}
