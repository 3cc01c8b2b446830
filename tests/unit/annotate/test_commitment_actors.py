"""Whose commitment it is; the parser is loaded once."""

import pytest
from annotate_builders import read


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Many big U.S. companies will announce similar charges on 3 May.",
            "big U.S. companies",
        ),
        ("U.S. officials will meet the envoys on Friday.", "United States"),
    ],
)
def test_what_private_people_plan_their_state_has_not_promised(text, actor):
    one = read(text)
    assert [one.actors[found.actor].name for found in one.commitments] == [actor]
