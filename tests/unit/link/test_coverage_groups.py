"""Every document is in exactly one group; articles on the same news share one."""

import numpy as np
from link_builders import Builder

from onrecord.link import link
from onrecord.link.coverage import find_gap, group_by_average
from onrecord.link.words import build_likeness, centre
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


def test_two_names_of_one_state_are_one_word() -> None:
    docs = {
        "a": Builder("a", "Saint Lucia raises its fishing quota, fishermen of Saint Lucia say.", None).build(),
        "b": Builder("b", "St Lucia sets a higher limit; trawlers of St Lucia may land more.", None).build(),
        "c": Builder("c", "Lucia Ortega paints trawlers in oil; her pictures sell.", None).build(),
    }
    likeness = build_likeness(docs)
    assert likeness("a", "b") > 2 * max(likeness("a", "c"), likeness("b", "c"))


def test_average_link_does_not_chain() -> None:
    similarity = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.0}
    assert group_by_average("abc", similarity, 0.5) == [("a", "b"), ("c",)]


def test_a_stray_joins_a_large_group_more_easily_than_one_article() -> None:
    large = {(a, b): 0.9 for a in "abcd" for b in "abcd" if a < b}
    near = {("a", "z"): 0.4, ("b", "z"): 0.4, ("c", "z"): 0.4, ("d", "z"): 0.4}
    assert group_by_average("abcdz", large | near, 0.45, 0.03) == [tuple("abcdz")]
    assert group_by_average("az", {("a", "z"): 0.4}, 0.45, 0.03) == [("a",), ("z",)]


def test_two_groups_are_one_only_when_they_are_more_alike_than_single_articles_need_be() -> None:
    within = {("a", "b"): 0.9, ("c", "d"): 0.9}
    across = {(a, b): 0.46 for a in "ab" for b in "cd"}
    assert group_by_average("abcd", within | across, 0.45) == [tuple("abcd")]
    assert group_by_average("abcd", within | across, 0.45, 0.03) == [("a", "b"), ("c", "d")]


def test_what_all_articles_of_a_collection_mean_does_not_make_two_alike() -> None:
    one, other = np.float32([1, 0.2, 0]), np.float32([1, 0, 0.2])
    crowd = {str(i): np.float32([1, 0.1, 0.1]) for i in range(40)}
    unit = {key: value / np.linalg.norm(value) for key, value in {"a": one, "b": other, **crowd}.items()}
    centred = centre({**unit, "none": None})
    assert centred["none"] is None
    assert float(centred["a"] @ centred["b"]) < float(unit["a"] @ unit["b"]) - 0.05
    few = centre({"a": unit["a"], "b": unit["b"]})
    assert float(few["a"] @ few["b"]) > 0.9


def test_the_gap_between_intervals_is_the_least_possible() -> None:
    one = Published(earliest="2031-03-01", latest="2031-03-04")
    other = Published(earliest="2031-03-06", latest="2031-03-09")
    assert find_gap(one, other) == find_gap(other, one) == 2
    assert find_gap(one, Published()) == 0
