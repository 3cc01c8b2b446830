"""The words that a telling is known by, and ages that tell two people apart."""

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
