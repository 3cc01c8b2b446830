"""Figures that answer each other, words for readers, and who counts as an origin."""

import pytest

from onrecord.compare.counts import find_counts
from onrecord.compare.figure_words import ANAPHOR, GIVEN, NUMBER_OF, OPEN
from onrecord.compare.words import print_words, read_words, shorten


@pytest.mark.parametrize("text", ["1,500", "It was 2,400,”", "“I counted. It was 2,400,”", "the figure of 34"])
def test_a_bare_figure_leaves_open_what_it_counts(text: str) -> None:
    assert ANAPHOR.search(text)


@pytest.mark.parametrize("text", ["1,500 dockers", "on May 5 at noon", "There is one offer and it is 9 metres"])
def test_a_counted_thing_is_no_bare_figure(text: str) -> None:
    assert not ANAPHOR.search(text)


def test_the_ways_to_give_a_figure() -> None:
    assert GIVEN.search("The owners put the number at 1,500")
    assert OPEN.match("34 are being held")
    assert NUMBER_OF.search("the number of detained sailors at 28")["noun"] == "detained sailors"  # type: ignore[index]
    assert [one.value for one in find_counts("2,400 dockers struck on May 15")] == [2400.0]


def test_reasons_have_words_as_printed() -> None:
    text = "No extension of the truce had been discussed in Tarn."
    assert print_words(text, read_words("prolong the truce").content) == "extension, truce"


def test_long_words_are_cut_at_a_word() -> None:
    assert shorten("one two three four", 10) == "one two…"
    assert shorten("one\n two", 10) == "one two"
