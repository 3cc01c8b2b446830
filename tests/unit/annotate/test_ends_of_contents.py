"""What is said, and no more: relatives, subjects, second predicates and the writer's own verbs."""

import pytest
from tests.unit.short_texts import read


def rows(text: str) -> list[tuple[str | None, str, str]]:
    """Source, cue and content of each statement of a text."""

    def words(spans) -> str:
        return " … ".join(text[one.start : one.end] for one in spans)

    return [(one.source.text, words(one.cue), words(one.content)) for one in read(text).statements]


def test_a_relative_is_named_and_a_passive_is_not_whose_sentence_it_stands_in() -> None:
    text = (
        "Mayor Ada Osk said the plan for the harbour, which was first reported in May, should be seen as a beginning."
    )
    found = rows(text)
    assert (None, "was first reported", "the plan for the harbour") in found
    whole = "the plan for the harbour, which was first reported in May, should be seen as a beginning"
    assert ("Mayor Ada Osk", "said", whole) in found


def test_who_is_asked_is_no_part_of_the_question() -> None:
    text = (
        "But not even Osk, when he was asked by a reporter where he was going before he cut himself off, could resist "
        "a joke."
    )
    assert ("a reporter", "was asked", "where he was going before he cut himself off") in rows(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "He held no strong views on the harbour, his relatives said, and was not known for angry outbursts.",
            "He held no strong views on the harbour … and was not known for angry outbursts",
        ),
        ("He held no strong views on the harbour, his relatives said.", "He held no strong views on the harbour"),
    ],
)
def test_a_second_predicate_behind_who_says_it_is_said_too(text: str, content: str) -> None:
    assert ("his relatives", "said", content) in rows(text)


def test_a_thing_that_is_pointed_to_stands_behind_the_verb() -> None:
    text = (
        "While his motive for the fire on Sunday night is unknown, details of the life of Ivo Feld pointed to a lonely "
        "man."
    )
    assert [row[2] for row in rows(text) if row[1].startswith("pointed")] == ["a lonely man"]


def test_a_statement_that_rejects_has_a_second_row() -> None:
    text = (
        "The harbour chief, Ada Osk, issued a statement saying that the plan had not changed in any way and rejecting "
        "what she called false reports."
    )
    found = rows(text)
    assert ("The harbour chief, Ada Osk", "rejecting", "what she called false reports") in found
    assert "that the plan had not changed in any way" in [row[2] for row in found]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Mayor Osk’s claim that the town will pay would end the fund, and the proposal that ferries close by June "
            "has angered the crews.",
            "that the town will pay",
        ),
        ("Mayor Osk made the claim that the town will pay.", "that the town will pay"),
    ],
)
def test_what_a_claim_would_do_is_the_writers(text: str, content: str) -> None:
    assert content in [row[2] for row in rows(text)]


def contents(text: str) -> list[str]:
    """The contents of the statements of a text."""
    return [row[2] for row in rows(text)]


def test_what_a_narrator_sets_between_dashes_parts_no_quotation() -> None:
    text = (
        "The crews were told on Friday. “It was a shock,” Ivo Feld, a pilot, said. “We had” — he stopped to wipe his "
        "eyes — “no warning at all.”"
    )
    assert contents(text) == ["“It was a shock,” … “We had” … “no warning at all.”"]
    assert "no warning at all" not in " ".join(
        contents(text.replace("“no warning", "no warning").replace("all.”", "all."))
    )


def test_a_short_second_piece_keeps_its_marks() -> None:
    text = "“My chief pilot brings some chart to every meeting we hold,” Mayor Osk said, “and they frighten me.”"
    assert contents(text) == ["“My chief pilot brings some chart to every meeting we hold,” … “and they frighten me.”"]


def test_a_short_heading_in_marks_is_no_piece_of_the_quotation_above_it() -> None:
    text = (
        "“We have no money left. The harbour is old and nobody comes here any more,” said Ada Osk.\n\n"
        "‘Nobody comes here’\n\n“We will close it in May,” she said. “After that we will see.”"
    )
    assert contents(text) == [
        "“We have no money left. The harbour is old and nobody comes here any more,”",
        "“We will close it in May,” … “After that we will see.”",
    ]


def test_a_line_that_stands_twice_is_told_once() -> None:
    text = (
        "Osk urges towns to close the harbour\n\nOsk urges towns to close the harbour\nMayor Ada Osk called on Tuesday "
        "for the towns to close the harbour."
    )
    assert [row[0] for row in rows(text)].count("Osk") == 1


def test_who_is_told_is_not_what() -> None:
    assert rows("The crews were told on Friday.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The largest ferries paid 8.9 percent, the harbour office said in a June report, and those in the smallest "
            "class paid 0.8 percent.",
            "The largest ferries paid 8.9 percent … and those in the smallest class paid 0.8 percent",
        ),
        ("Pilots are expected to continue the strike.", "Pilots … to continue the strike"),
        ("Mayor Ada Osk urged the pilots to continue the strike.", "the pilots to continue the strike"),
        (
            "At least 118 people have died in Elmstad, doctors told the Ledger, almost double the 63 acknowledged by "
            "the province.",
            "At least 118 people have died in Elmstad",
        ),
    ],
)
def test_what_stands_on_both_sides_of_a_cue_is_one_content(text: str, content: str) -> None:
    assert contents(text) == [content]


def test_having_said_that_is_the_writers_way_on() -> None:
    text = "It is late. Having said that, there are some pilots who argue that fees should be very little or nothing."
    assert rows(text) == [("who", "argue", "that fees should be very little or nothing")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Third Quay, a moderate pilots’ group in Elmstad that has favored possible cuts in fees, called the "
            "mayor’s position “a watershed moment” in the debate over the harbour.",
            "Third Quay, a moderate pilots’ group in Elmstad",
        ),
        (
            "Fair Way, a moderate ferry group in Elmstad that has favored possible cuts in fees, called Osk’s position "
            "“a watershed moment” in the debate over ferries.",
            "Fair Way, a moderate ferry group in Elmstad",
        ),
    ],
)
def test_who_calls_something_so_behind_a_clause_is_named_before_it(text: str, source: str) -> None:
    assert (source, "called") in [row[:2] for row in rows(text)]


def test_what_somebody_calls_for_stands_before_the_and() -> None:
    text = (
        "There is still plenty of space between the kind of plan Feld is calling for and what groups like the league "
        "would accept."
    )
    assert contents(text) == ["the kind of plan"]


def test_what_others_say_is_set_beside_by_the_writer() -> None:
    text = "Supporters say it will create jobs, while opponents fear it will harm the river."
    assert rows(text) == [
        ("Supporters", "say", "it will create jobs"),
        ("opponents", "fear", "it will harm the river"),
    ]
    same = "Mayor Ada Osk said the bridge was safe while she was in office."
    assert contents(same) == ["the bridge was safe while she was in office"]


def test_who_goes_on_behind_closing_marks_is_who_spoke() -> None:
    text = (
        'The minister wrote on Loudhail that "the talks have failed" and blamed Feld, whom he called a "liar." Feld’s '
        "office said that the claim was false."
    )
    found = rows(text)
    assert ("The minister", "wrote", 'that "the talks have failed"') in found
    assert ("The minister", "blamed") in [row[:2] for row in found]


def test_a_sentence_behind_a_short_quotation_is_the_writers() -> None:
    text = (
        "Osk’s supporters, meanwhile, took to social media to complain that Feld had been late; one wrote: “Typical.” "
        "The Ledger first reported on the row."
    )
    assert contents(text)[1].strip("“”") == "Typical."
    assert contents("“It was a good day,” said Osk. “We won.” The crews cheered.") == [
        "“It was a good day,” … “We won.”"
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "A vote is set for May 4. If the plan passes, the harbour will close on June 1, officials say.",
            "If the plan passes, the harbour will close on June 1",
        ),
        ("“A vote is set. The harbour will close,” officials say.", "“A vote is set. The harbour will close,”"),
    ],
)
def test_a_sentence_before_that_of_the_cue_is_the_writers(text: str, content: str) -> None:
    assert contents(text) == [content]


def test_pointing_at_a_paper_is_no_second_statement() -> None:
    assert len(rows("“The numbers don’t lie at all,” said Osk, pointing to the report.")) == 1
