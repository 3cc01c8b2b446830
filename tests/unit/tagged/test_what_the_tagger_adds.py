"""What the event tagger adds to the rules: events, unnamed parties, stances and commitments, each with its words."""

import pytest
from short_texts import read


def events(one, text):
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
            "Masked raiders beat two nurses outside the clinic in Osk on Monday, the Tarvian health ministry said.",
            ("ASSAULT", "beat", {("Masked raiders", "source"), ("nurses", "target")}),
        ),
        (
            "In Tarsk, armed men wounded three drivers on Thursday.",
            ("ASSAULT", "wounded", {("armed men", "source"), ("drivers", "target")}),
        ),
    ],
)
def test_a_deed_that_no_rule_reads_and_its_unnamed_parties(rules_alone, monkeypatch, text, deed):
    assert deed not in events(read(text), text)
    monkeypatch.undo()
    assert deed in events(read(text), text)


def test_one_said_before_is_taken_up():
    text = "Masked raiders beat two nurses in Osk on Monday. The raiders then kicked the nurses, police said."
    one = read(text)
    assert [actor.name for actor in one.actors].count("nurses") == 1
    held = [
        text[row.start : row.end]
        for row in one.mentions
        if row.actor is not None and one.actors[row.actor].name == "nurses"
    ]
    assert held == ["two nurses", "the nurses"]


def test_nobody_unnamed_gets_a_statement_by_it(rules_alone, monkeypatch):
    text = "Masked raiders beat two nurses in Osk on Monday, the Tarvian health ministry said."
    alone = read(text).statements
    monkeypatch.undo()
    assert read(text).statements == alone


def test_one_party_alone_makes_no_event():
    text = "Masked raiders beat drums in Osk on Monday."
    assert events(read(text), text) == []


def test_the_evidence_leaves_the_words_of_other_events():
    text = (
        "One of the three people arrested by soldiers on the day of the strike has been charged by Osk Police, "
        "the mayor said."
    )
    (arrest,) = (row for row in read(text).events if row.type == "COERCE")
    assert text[arrest.start : arrest.end] == "the three people arrested by soldiers"


def test_a_stance_of_the_tagger_is_marked_as_such():
    text = "The Growers Union was scathing about the water levy."
    assert [(one.stance, one.tagged) for one in read(text).stances] == [("opposes", True)]
    plain = "The Growers Union is dead set against the water levy."
    assert [(one.stance, one.tagged) for one in read(plain).stances] == [("opposes", False)]


def test_nobody_is_bound_by_what_others_will_do_to_them():
    (plan,) = read("Lena Moss will be transferred to a prison in Tarsk next week, officials said.").commitments
    assert plan.actor is None


def test_a_stance_in_quoted_words_is_that_of_whoever_speaks_them():
    text = (
        "Halden Corp. cannot mend itself, said Jon Tarn, who runs the fund. "
        "“We have a lot of respect for the people of the yard,” he said."
    )
    one = read(text)
    held = [one.actors[row.actor].name for row in one.stances if row.tagged and row.actor is not None]
    assert "Halden Corp." not in held


def test_a_time_before_a_noun_is_no_part_of_its_name() -> None:
    found = read("Police reported this week foreign-owned vessels attacked two fishermen near Tarsk.")
    assert "foreign-owned vessels" in [one.name for one in found.actors]


def test_who_claims_to_have_been_attacked_attacked_nobody() -> None:
    found = read("Almost 1,200 women came forward claiming to have been attacked by groups of men in Tarsk.")
    parts = {(found.actors[one.actor].name, one.role) for row in found.events for one in row.participants}
    assert parts == {("groups", "source"), ("men", "source"), ("women", "target")}


def test_a_mark_of_possession_opens_no_name() -> None:
    found = read("“We have decided to work together closely, including visiting each other’s countries,” Ada Osk said.")
    assert all(not one.name.startswith("’s") for one in found.actors)


@pytest.mark.parametrize(
    "text",
    [
        "The union will call a strike should Governor Pelt veto the bill.",
        "This means that should Pelt become the nominee, she can expect many voters to defect to Marsh.",
        '"Should Governor Pelt veto the bill, we will march," Senator Marsh said.',
    ],
)
def test_a_condition_without_if_is_no_demand(text: str) -> None:
    assert read(text).stances == ()


def test_a_demand_turned_round_is_one() -> None:
    text = '"Nor should Governor Pelt veto the bill," Senator Marsh said.'
    assert [one.stance for one in read(text).stances] == ["opposes"]


def test_who_proposes_a_thing_has_not_promised_it() -> None:
    text = "Senator Ada Low has proposed a 10 percent tax to go along with lower income taxes."
    assert read(text).commitments == ()
