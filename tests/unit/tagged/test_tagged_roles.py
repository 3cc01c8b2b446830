"""Whose deed it is that the event tagger sees: the grammar of its word goes before, and what is none is left out."""

import pytest
from short_texts import read


def deeds(text):
    one = read(text)
    return [
        (
            row.type,
            text[row.trigger.start : row.trigger.end],
            {(one.actors[p.actor].name, p.role) for p in row.participants},
        )
        for row in one.events
    ]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            "Karel Toven left the club in a dispute with owner Mika Brel in May.",
            ("ACCUSE", "dispute", {("Karel Toven", "source"), ("Mika Brel", "target")}),
        ),
        (
            "Lena Moss left the stadium to the applause of her rivals and the crowd.",
            ("SUPPORT", "applause", {("rivals", "source"), ("crowd", "source"), ("Lena Moss", "target")}),
        ),
        (
            "Two nurses were given blankets by passengers from Tarsk.",
            ("AID", "given", {("passengers", "source"), ("nurses", "target")}),
        ),
        (
            "Lena Moss said the raiders were kicked off the train by guards.",
            ("COERCE", "kicked", {("guards", "source"), ("raiders", "target")}),
        ),
    ],
)
def test_the_clause_says_whose_deed_it_is(text, deed):
    assert deed in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        'Lena Moss loved Karel Toven. "I trust Mika Brel," she said.',
        "Karel Toven does not deny spitting on Lena Moss during the match.",
        "The companies were never asked by customers to gather their data.",
        "Officers have set up a number for friends and family to call for information.",
        "Jon Tarn said he asked the driver if he was well.",
        "The joint letter was signed by Lena Moss, Mika Brel and Karel Toven.",
    ],
)
def test_feelings_questions_and_what_was_not_said_are_no_events(text):
    assert deeds(text) == []


def test_who_asks_for_something_and_who_does_not_answer_are_told():
    assert [row[0] for row in deeds("Jon Tarn said he asked the driver to stop.")] == ["REQUEST"]
    assert [row[0] for row in deeds("Mika Brel did not respond to the Herald's questions.")] in ([], ["REJECT"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Firefighters worked to free people who were trapped in the tram.", "free people"),
        ("A gorilla grabbed and dragged a four-year-old boy at the zoo in Osk.", "-year-old boy"),
        ("Ada Osk has been accused by scores of women of harassment.", "scores"),
    ],
)
def test_a_verb_an_age_and_a_count_are_no_part_of_a_party(text, name):
    assert name not in [actor.name for actor in read(text).actors]


def test_who_tells_of_what_is_endorsed_is_no_party_to_it():
    text = (
        "The Brandt campaign said that Mr. Paul Moreau's budget plan — broadly endorsed by Governor Otto Lund — “would "
        "end health care as we know it” and shift costs."
    )
    one = read(text)
    parties = {one.actors[part.actor].name for row in one.events for part in row.participants}
    assert "Brandt campaign" not in parties
    assert "Otto Lund" in parties
