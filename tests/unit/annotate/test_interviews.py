"""Interviews whose questions and answers stand without labels. All texts are ours."""

import pytest
from annotate_builders import read

from onrecord.annotate.interviews import find_unlabelled

INTRO = "Finance Minister Ada Osk spoke to the Harbour Gazette on Monday about the talks."
TALK = """

Minister, will you sign the deal?

We will sign nothing this month. I have read the text, and it is not ready.

The other side knows that as well.

Who is holding it up?

Norland said last week that it wants two changes. We can live with one of them.

The port

And when will the port open?

I promise that it will open on June 20. I asked the mayor to see to it.

The session in the capital goes on until Friday.
"""


def turns(text: str) -> list[tuple[str, list[str]]]:
    return [(one.key, [text[slice(*part)] for part in one.content]) for one in find_unlabelled(text)]


def told(text: str) -> list[tuple[str | None, str | None, str]]:
    one = read(text)
    return [
        (None if row.source.actor is None else one.actors[row.source.actor].name, row.source.reason, row.act)
        for row in one.statements
        if row.origin == "turn"
    ]


def test_questions_part_the_answers_and_subheads_are_nobodys() -> None:
    assert turns(INTRO + TALK) == [
        ("q", ["Minister, will you sign the deal?"]),
        (
            "a",
            [
                "We will sign nothing this month. I have read the text, and it is not ready.",
                "The other side knows that as well.",
            ],
        ),
        ("q", ["Who is holding it up?"]),
        ("a", ["Norland said last week that it wants two changes. We can live with one of them."]),
        ("q", ["And when will the port open?"]),
        ("a", ["I promise that it will open on June 20. I asked the mayor to see to it."]),
    ]


def test_the_answers_are_of_who_spoke_to_the_paper() -> None:
    asked = (None, "who asks is not printed", "ask")
    found = told(f"{INTRO} Prime Minister Bo Lind of Norland will see her on Friday.{TALK}")
    assert found[::2] == [asked] * 3
    assert [(name, act) for name, _, act in found[1::2]] == [
        ("Ada Osk", "promise"),
        ("Ada Osk", "state"),
        ("Ada Osk", "promise"),
    ]


def test_of_two_who_may_answer_neither_is_taken() -> None:
    intro = "An interview about the harbour. Ada Osk and Bo Lind differ on the deal."
    assert {(name, reason) for name, reason, act in told(intro + TALK) if act != "ask"} == {
        (None, "who is interviewed is not clear")
    }


@pytest.mark.parametrize(
    "text",
    [
        INTRO.replace("spoke to", "fears") + TALK,
        INTRO + TALK.replace("I ", "she ").replace("We ", "they "),
        INTRO + TALK.replace("it is not ready.", "“it is not ready”.").replace("one of them.", "“one of them”."),
        INTRO + TALK.replace("Who is holding it up?", "Somebody is holding it up."),
        INTRO + TALK.replace("Norland said", "A: Norland said"),
    ],
    ids=["no interview", "no first person", "quotations", "two questions", "labels"],
)
def test_other_pages_with_questions_are_no_interview(text: str) -> None:
    assert find_unlabelled(text) == ()
