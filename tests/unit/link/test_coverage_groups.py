"""Every document is in exactly one group; articles on the same news share one."""

from link_builders import Builder

from onrecord.link import link
from onrecord.link.coverage import find_gap, group_by_average
from onrecord.records import Published

FLOOD = "The Vessa river flooded the lower town of Karsk. Rescue boats took families from roofs. Karsk flood Vessa."
VOTE = "Parliament in Ruun passed the pension bill by two votes. Deputies cheered. Ruun pension bill passed."


def test_articles_on_the_same_news_share_a_group() -> None:
    docs = [
        Builder("a", FLOOD, "2031-03-04").build(),
        Builder("b", FLOOD.replace("Rescue boats", "Boats"), "2031-03-04").build(),
        Builder("c", VOTE, "2031-03-04").build(),
    ]
    linked = link(docs)
    assert sorted(one.documents for one in linked.coverage) == [("a", "b"), ("c",)]
    assert all(one.label for one in linked.coverage)


def test_average_link_does_not_chain() -> None:
    similarity = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.0}
    assert group_by_average("abc", similarity, 0.5) == [("a", "b"), ("c",)]


def test_the_gap_between_intervals_is_the_least_possible() -> None:
    one = Published(earliest="2031-03-01", latest="2031-03-04")
    other = Published(earliest="2031-03-06", latest="2031-03-09")
    assert find_gap(one, other) == find_gap(other, one) == 2
    assert find_gap(one, Published()) == 0
