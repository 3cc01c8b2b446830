"""Linking ignores the order of its input."""

from hypothesis import given, settings
from hypothesis import strategies as st
from link_builders import Builder

from onrecord.annotations import Annotated
from onrecord.link import link

A, B, C = "Mara Osei", "Tolan Brek", "Ida Ruun"
QUOTE = "“The valley road will be open again before the winter comes,”"


def build_story() -> list[Annotated]:
    docs = []
    for number, (day, weekday, who) in enumerate(
        [
            ("2031-03-04", "Monday", [A, B]),
            ("2031-03-05", "Monday", [A, B]),
            (None, "Monday", [A, B]),
            ("2031-03-12", "Monday", [A, B]),
            (None, "Wednesday", [A, B, C]),
        ]
    ):
        names = ", ".join(who)
        one = Builder(f"d{number}", f"On {weekday} {names} held a phone call. {QUOTE} {A} said after the call.", day)
        time = one.time(f"On {weekday}")
        one.event(f"{names} held a phone call", who, times=(time,))
        one.event("the call", [], definite=True)
        one.quote(QUOTE, A, said=time)
        docs.append(one.build())
    return docs


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(5)))
def test_the_order_of_the_input_does_not_matter(order: list[int]) -> None:
    story = build_story()
    assert link([story[i] for i in order]) == link(story)


def test_nothing_in_nothing_out() -> None:
    linked = link([])
    assert linked.documents == {}
    assert linked.events == ()
