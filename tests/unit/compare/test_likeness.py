"""What is close enough to be a denial: the shared names and topics of a story are not."""

import pytest

from onrecord.compare.likeness import is_plain_assertion, is_plain_denial, is_same_matter

NAMES = frozenset({"moreau", "lorn"})


@pytest.mark.parametrize(
    ("yes", "no", "same"),
    [
        ({"moreau", "test", "missile"}, {"moreau", "test", "missile"}, True),
        ({"moreau", "approach", "strong"}, {"moreau", "better"}, False),
        ({"moreau", "lorn", "be"}, {"moreau", "lorn", "be"}, False),
        ({"test", "missile", "harbour", "dawn", "crew", "navy", "week"}, {"test", "missile"}, False),
    ],
)
def test_names_and_topic_alone_are_no_denial(yes, no, same):
    assert is_same_matter(frozenset(yes), frozenset(no), NAMES, least=2) is same


def test_an_assertion_with_a_negation_of_its_own_is_not_denied():
    assert is_plain_assertion("the missile was tested")
    assert not is_plain_assertion("sanctions cannot break the cycle")
    assert not is_plain_assertion("why the president would be worried")


def test_nobody_denies_nothing():
    assert not is_plain_denial("no one is better than Moreau")
    assert is_plain_denial("Moreau did not test a missile")
