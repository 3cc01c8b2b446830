"""Two events side by side: the differences named, the last resort only without any."""

from dataclasses import replace

import pytest

from onrecord.present.pairs import compare_events
from onrecord.present.view import View
from onrecord.records import When


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"mode": "visit"}, "a call is not a visit"),
        ({"when": When(earliest="2024-04-01", latest="2024-04-01")}, "their days cannot meet: 4 Mar 2024, and 1 Apr"),
        ({"status": "planned"}, "one is happened, the other planned"),
        ({}, "nothing in the articles brings them together"),
    ],
)
def test_the_difference_is_named(small_tables, change, words):
    call = small_tables.events[0]
    assert words in " ".join(compare_events(View(small_tables), call, replace(call, id="evt-x", **change)))


def test_a_participant_on_one_side_only_is_no_difference(small_tables):
    call = small_tables.events[0]
    alone = replace(call, participants=call.participants[:1])
    assert "in the one" not in " ".join(compare_events(View(small_tables), call, alone))
