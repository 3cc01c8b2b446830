"""A credit names whose story it is."""

from dataclasses import replace

import pytest
from test_copies_found import document

from onrecord.link.credits import credits_outlet, find_names, is_same_outlet

AGENCY = document("a", "Bridge falls.", outlet="Varnholt Wire")


@pytest.mark.parametrize(
    "words",
    [
        "QUARRY (Varnholt Wire) — The bridge fell.",
        "The bridge fell. © 2031 Varnholt Wire",
        "The bridge fell, Varnholt Wire reported.",
        "The bridge fell.\nVarnholt Wire",
        "The bridge fell. The Varnholt Wire contributed to this report.",
    ],
)
def test_a_credit_is_found(words: str) -> None:
    assert credits_outlet(document("b", words, outlet="The Morning Post"), AGENCY)


@pytest.mark.parametrize("words", ["The bridge fell.", "The Varnholt Wireless Company fell.", "Varnholt fell (Wire)."])
def test_a_name_elsewhere_is_no_credit(words: str) -> None:
    assert not credits_outlet(document("b", words, outlet="The Morning Post"), AGENCY)


def test_a_byline_may_be_the_credit() -> None:
    plain = document("b", "The bridge fell.", outlet="The Morning Post")
    assert credits_outlet(replace(plain, byline="Ada Quill, Varnholt Wire"), AGENCY)
    assert not credits_outlet(replace(plain, byline="Ada Quill"), AGENCY)


def test_an_outlet_that_is_not_known_is_not_credited() -> None:
    assert not credits_outlet(document("b", "(Varnholt Wire) The bridge fell."), replace(AGENCY, outlet=None))


def test_names_of_one_outlet() -> None:
    assert find_names("reuters.com") == find_names("Reuters")
    assert is_same_outlet(document("a", "x", outlet="The Morning Post"), document("b", "x", outlet="morning post"))
    assert not is_same_outlet(document("a", "x"), document("b", "x"))
