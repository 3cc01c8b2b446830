"""The quality ratchet: no figure of a story with gold may fall below its floor."""

import pytest

import score
import score_record


@pytest.mark.parametrize(
    "name",
    [
        "straits", "harbour-strike", "court-case", "valley-flood", "ceasefire-line", "coalition-talks", "port-takeover",
        "captive-exchange", "tariff-round", "water-treaty",
        "seeds",
    ],
)  # fmt: skip
def test_no_figure_is_below_its_floor(name):
    stories = {story.name: story for story in score.find_stories()}
    if name not in stories:
        pytest.skip("../shared/seeds is not beside the project")
    result, _ = score.score_story(stories[name])
    assert score.find_falls(name, result) == []


def test_a_floor_that_is_missed_is_named():
    result = {"events": {"found": 0.1, "false_merges": {"x": ["a", "b"]}}, "faults": []}
    score_falls = score.find_falls("seeds", result)
    assert any("events.found is 0.1" in fall for fall in score_falls)


def test_the_scorer_holds_its_own_examples(capsys):
    assert score_record.selftest() == 0
    assert "selftest passed" in capsys.readouterr().out
