"""A contact told as a part of another is an event of its own, linked to the whole."""

import pytest
from link_builders import Builder

from onrecord.link import link
from onrecord.linked import Linked

A, B, C = "Mara Osei", "Tolan Brek", "Ida Ruun"


def build(sentence: str, whole: str, part: str, who: list[str]) -> Linked:
    """A summit, then a sentence that speaks of it again and of another contact."""
    one = Builder("a", f"{A} and {B} held a summit. {sentence}", "2031-03-04")
    first = one.event("held a summit", [A, B], mode="summit")
    one.event(whole, [A, B], mode="summit", definite=True, antecedent=first, inherited=True)
    one.event(part, who, mode="meeting")
    return link([one.build()])


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (f"During the summit {A} and {B} met alone.", "met alone"),
        (f"{A} met {C} on the sidelines of the summit.", f"{A} met {C}"),
        (f"The summit ended with a meeting of {A} and {C}.", f"meeting of {A} and {C}"),
        (f"In a break in the summit {A} received {C}.", f"received {C}"),
    ],
)
def test_the_part_is_not_the_whole_and_is_linked_to_it(sentence: str, part: str) -> None:
    linked = build(
        sentence, "the summit" if "the summit" in sentence else "The summit", part, [A, B if B in part else C]
    )
    whole, inner = linked.event_of["a", 0], linked.event_of["a", 2]
    assert whole != inner
    assert linked.event_of["a", 1] == whole
    assert [(one.a, one.b) for one in linked.links if one.kind == "part"] == [(inner, whole)]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (f"After the summit {A} met {C}.", f"met {C}"),
        (f"During the summit rain fell. {A} met {C} a week later.", f"met {C}"),
        (f"{A}, who had praised the summit, met {C}.", f"met {C}"),
        (f"{A} met {C} a week after {B} had given way during the summit.", f"met {C}"),
        (f"{A} met {C} and was told what {B} had said on the sidelines of the summit.", f"met {C}"),
    ],
)
def test_what_only_stands_near_a_summit_is_no_part_of_it(sentence: str, part: str) -> None:
    linked = build(sentence, "the summit", part, [A, C])
    assert not [one for one in linked.links if one.kind == "part"]
