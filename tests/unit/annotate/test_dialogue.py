"""Transcripts and interviews: labels take turns; what stands behind one is what its owner said. All texts are ours."""

import pytest
from annotate_builders import read

from onrecord.annotate.dialogue import find_turns

INTERVIEW = """Finance Minister Ada Osk spoke to the Harbour Gazette on Monday about the talks.

GAZETTE: Minister Osk, will you sign the deal?

OSK: We will sign nothing this month. I have read the text, and it is not ready.

(Laughter)

The other side knows that as well.

GAZETTE: Who is holding it up?

OSK: Norland said last week that it wants two changes.

The session in the capital goes on until Friday.
"""
MARKED = """Partial transcript:

"LIND: Minister, will you sign the deal?

"OSK: We will sign nothing this month.

"But the deal is close.

"LIND: Who is holding it up?

"OSK: The other side is."

The deal was first proposed in May.
"""


def turns(text: str) -> list[tuple[str, list[str]]]:
    return [(one.key, [text[slice(*part)] for part in one.content]) for one in find_turns(text)]


def told(text: str) -> list[tuple[str | None, str, str]]:
    one = read(text)
    return [
        (None if row.source.actor is None else one.actors[row.source.actor].name, row.kind, row.act)
        for row in one.statements
        if row.origin == "turn"
    ]


def test_labels_take_turns_and_an_answer_goes_on_until_the_next_one() -> None:
    assert turns(INTERVIEW) == [
        ("gazette", ["Minister Osk, will you sign the deal?"]),
        (
            "osk",
            [
                "We will sign nothing this month. I have read the text, and it is not ready.",
                "The other side knows that as well.",
            ],
        ),
        ("gazette", ["Who is holding it up?"]),
        ("osk", ["Norland said last week that it wants two changes."]),
    ]


def test_in_a_transcript_in_marks_each_paragraph_that_opens_with_one_goes_on() -> None:
    assert turns(MARKED) == [
        ("lind", ["Minister, will you sign the deal?"]),
        ("osk", ["We will sign nothing this month.", "But the deal is close."]),
        ("lind", ["Who is holding it up?"]),
        ("osk", ["The other side is."]),
    ]


def test_a_label_on_a_line_of_its_own_belongs_to_what_follows() -> None:
    text = "BO LIND, HOST:\nThe deal is off. Ada Osk joins us.\nADA OSK, BYLINE: Hello.\nLIND: Is it off?\nOSK: It is."
    assert [key for key, _ in turns(text)] == ["lind", "osk", "lind", "osk"]


@pytest.mark.parametrize(
    "text",
    [
        "When: Monday at noon.\n\nWhere: Tarsk Hall.\n\nWhen: Friday at noon.\n\nWhere: Brenmouth Hall.",
        "The count so far.\n\nOsk: 1,769.\n\nLind: 1,501.\n\nOsk: 547.\n\nLind: 46.",
        "Osk: deal is close\n\nThe minister spoke on Monday.\n\nLind: it is not",
        "Markets: shares rose.\n\nWeather: it rains.\n\nSport: Tarsk won.",
    ],
)
def test_lists_tallies_and_headlines_are_no_dialogue(text: str) -> None:
    assert find_turns(text) == ()


def test_a_label_stands_for_the_only_one_of_that_name() -> None:
    assert told(INTERVIEW) == [
        ("Harbour Gazette", "direct", "ask"),
        ("Ada Osk", "direct", "promise"),
        ("Harbour Gazette", "direct", "ask"),
        ("Ada Osk", "direct", "state"),
    ]


def test_the_first_person_in_a_turn_is_who_speaks() -> None:
    one = read(INTERVIEW)
    at = INTERVIEW.index("I have read")
    (found,) = [each for each in one.mentions if each.start == at]
    assert found.actor is not None
    assert one.actors[found.actor].name == "Ada Osk"


def test_what_is_told_of_others_in_a_turn_is_nested_in_it() -> None:
    one = read(INTERVIEW)
    (nested,) = [row for row in one.statements if row.parent is not None]
    assert one.statements[nested.parent or 0].origin == "turn"
    assert nested.source.text == "Norland"


def test_questions_and_answers_are_those_of_the_only_one_interviewed() -> None:
    text = "A talk with Ada Osk, the finance minister.\n\nQ: Will you sign?\n\nA: We will.\n\nQ: When?\n\nA: In May."
    assert [name for name, _, _ in told(text)] == [None, "Ada Osk", None, "Ada Osk"]
    two = text.replace("A talk", "Bo Lind's talk")
    assert [name for name, _, _ in told(two)] == [None, "Ada Osk", None, "Ada Osk"]
    left_open = text.replace("A talk with Ada Osk", "Ada Osk and Bo Lind")
    assert [name for name, _, _ in told(left_open)] == [None, None, None, None]


def test_an_aside_that_points_to_what_was_said_does_not_cut_a_quotation() -> None:
    text = '"Every time you say that," Senator Ada Osk said, referring to the ban, "you help the banks that broke it."'
    (row,) = read(text).statements
    assert [text[part.start : part.end] for part in row.content] == [
        '"Every time you say that,"',
        '"you help the banks that broke it."',
    ]


def test_a_quotation_that_opens_with_the_wrong_mark_is_one() -> None:
    text = "”Nobody asked us. That is what hurts most.” ― Karel Novak"
    (row,) = read(text).statements
    assert (row.kind, text[row.source.spans[0].start : row.source.spans[0].end]) == ("direct", "Karel Novak")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Though the vote was close, Minister Ada Osk said, changing the law would be much harder.",
            ["Though the vote was close", "changing the law would be much harder"],
        ),
        (
            "The air had become so bad, Minister Ada Osk noted, that the city shut its schools.",
            ["The air had become so bad", "that the city shut its schools"],
        ),
        ("The plan is dead, Minister Ada Osk said, as her aides left the room.", ["The plan is dead"]),
    ],
)
def test_an_aside_parts_a_content_only_where_the_words_show_it(text: str, content: list[str]) -> None:
    rows = [[text[part.start : part.end] for part in row.content] for row in read(text).statements]
    assert rows == [content]


def test_a_paragraph_under_a_colon_is_in_the_speakers_own_words() -> None:
    text = "President Ilmar Toven wrote on Loudhail:\n\nI have just spoken with Minister Vance. Thanks!\n\nIt rained."
    (row,) = read(text).statements
    assert (row.kind, row.channel) == ("direct", "Loudhail")
    assert text[row.content[0].start : row.content[0].end].startswith("I have just spoken")


def test_a_headline_that_names_nobody_or_opens_the_page_takes_in_no_paragraphs() -> None:
    text = (
        "Interview: Ada Osk on the deal\n\nAda Osk spoke to us in Tarsk.\n\nLind: Will you sign?\n\nOsk: We will.\n\n"
        "Lind: When?\n\nOsk: In May."
    )
    assert turns(text)[0] == ("lind", ["Will you sign?"])
    headed = text.replace("Interview: Ada Osk on the deal", "Osk: we will sign.")
    assert turns(headed)[0] == ("osk", ["we will sign."])


@pytest.mark.parametrize(
    "text",
    [
        '"Will you sign the deal by Friday?" the Gazette asked Minister Ada Osk.',
        '"You will sign the deal by Friday," Minister Ada Osk told Minister Dora Vance.',
        '"Did Norway attack Sweden on Monday?" Minister Ada Osk asked.',
    ],
)
def test_what_is_asked_of_somebody_is_nobodys_promise_or_deed(text: str) -> None:
    one = read(text)
    assert one.commitments == ()
    assert all(event.type not in ("ASSAULT", "AGREE") for event in one.events)
