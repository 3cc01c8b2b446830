"""Places tell events apart only where one cannot lie in the other."""

import pytest

from onrecord.link.places import is_usual, match_place, match_places, plain_place


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("white house", "washington", True),
        ("paris", "france", True),
        ("geneva", "geneva, switzerland", True),
        ("paris", "london", False),
        ("france", "germany", False),
        ("karsk", "saudi arabia", None),
        ("karsk", "ruun", False),
    ],
)
def test_places_agree_clash_or_stay_open(a: str, b: str, same: bool | None) -> None:
    assert match_place(a, b) is same
    assert match_place(b, a) is same


def test_no_place_says_nothing() -> None:
    assert match_places([], ["paris"]) is None


def test_the_usual_venues_are_weak_evidence() -> None:
    assert is_usual(plain_place("the White House"))
    assert is_usual("paris")
    assert not is_usual("karsk")
