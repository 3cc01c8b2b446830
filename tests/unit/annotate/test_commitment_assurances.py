"""Who gave his word, what was done to whom, and the terms of deals: invented sentences, and what became of them."""

import pytest
from test_commitments_settled import judged, read, status_of

ASSURED = (
    "Ida Brenn, the mediator, said on Tuesday that she had obtained an assurance from Minister Rolf Venn "
    "that the clerk would not be tried this year."
)


def test_held_to_an_assurance_is_who_gave_it() -> None:
    one = read(ASSURED)
    (found,) = one.commitments
    assert found.negated
    assert found.predicate == "try"
    assert found.actor is not None
    assert one.actors[found.actor].name.endswith("Rolf Venn")


def test_no_assurance_no_promise() -> None:
    text = "Ida Brenn said that she had received no assurance from Rolf Venn that the clerk would be freed by Friday."
    assert all(one.actor is None or one.predicate != "free" for one in read(text).commitments)


def test_a_trial_that_opens_breaks_the_assurance_and_one_after_its_time_does_not() -> None:
    told = "The trial of the clerk opened on Monday in Karsk."
    assert status_of(judged((ASSURED, "2031-03-05"), (told, "2031-06-10")), "not be tried")[0] == "broken"
    assert status_of(judged((ASSURED, "2031-03-05"), (told, "2032-06-10")), "not be tried")[0] != "broken"


def test_who_is_freed_does_not_free_himself() -> None:
    text = "The Harbour Ministry said on Tuesday that the 11 sailors would be released by March 20."
    one = read(text)
    assert all(found.actor is None or "sailors" not in one.actors[found.actor].name for found in one.commitments)


def test_terms_told_after_in_return_need_no_day_and_a_past_day_is_not_theirs() -> None:
    text = "Both delegations signed the text. In return Norland will lift the sanctions that it imposed on January 19."
    (found,) = read(text).commitments
    assert found.predicate == "lift"
    assert found.due is None


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Norland struck three harbour officials off its sanctions list on Monday.", "kept"),
        ("Norland removed three crates of the harbour officials on Monday.", "open"),
    ],
)
def test_names_struck_off_a_list_are_sanctions_lifted(later: str, status: str) -> None:
    text = "Both delegations signed the text. In return Norland will lift the sanctions on three harbour officials."
    assert status_of(judged((text, "2031-03-05"), (later, "2031-03-12")), "lift the sanctions")[0] == status


def test_what_was_agreed_to_be_done_in_the_next_year_is_ahead() -> None:
    text = "Ida Brenn said on Tuesday that the two ministries had agreed to return all ships by January 31."
    (row,) = judged((text, "2031-12-02"))
    assert row.due.latest == "2032-01-31"
    assert row.status == "open"


def test_agreeing_again_is_no_deed() -> None:
    first = "Delegations from Norland and Sudland agreed this evening to free six sick prisoners each by March 15."
    later = "The delegations of Norland and Sudland, led by Rolf Venn, agreed on Tuesday that the harbour would reopen."
    rows = judged((first, "2031-03-05"), (later, "2031-04-10"))
    assert status_of(rows, "six sick prisoners")[0] == "overdue"


def test_other_numbers_are_another_deed() -> None:
    first = "The Harbour Ministry said on Tuesday that it would free six prisoners by March 15."
    later = "The Harbour Ministry freed nine prisoners in May."
    rows = judged((first, "2031-03-05"), (later, "2031-06-10"))
    assert status_of(rows, "six prisoners")[0] == "overdue"


SET = "The spokeswoman of the ministry, Ida Brenn, said the next round of talks had been set for March 18 in Karsk."


def test_a_round_that_was_set_is_kept_where_the_talks_opened_that_day() -> None:
    told = "Her remarks came after a round of talks between the two ministries, which opened in Karsk on Tuesday."
    assert status_of(judged((SET, "2031-03-05"), (told, "2031-03-20")), "next round")[0] == "kept"


def test_what_was_to_open_on_that_day_and_is_put_off_takes_its_place() -> None:
    first = "Ida Brenn said that both ministries had agreed to send negotiators to Karsk on March 18."
    later = "Talks on the harbour, which were to have opened in Karsk on Tuesday, have been postponed until April 1."
    rows = judged((first, "2031-03-05"), (later, "2031-03-15"))
    assert status_of(rows, "send negotiators")[0] == "superseded"


def names(place: str, *people: str) -> str:
    """A passage with many names, so that the affair of a text can be told."""
    told = " ".join(f"The talks in {place} were led by {one}, and then {one} left for {place}." for one in people)
    return f"{told} Then came the mayors of {place}a, {place}en and {place}ov."


def test_a_deed_in_another_affair_or_long_after_keeps_nothing() -> None:
    here = names("Karsk", "Ada Holm", "Ben Rask", "Cleo Varn", "Dina Moss", "Egil Torp")
    there = names("Tolma", "Finn Aker", "Greta Sund", "Hugo Lind", "Irma Fjeld", "Jon Stav")
    first = f"{here} The crew of the ferry will be paid by the owners in full by March 20, a lawyer said."
    deed = "The owners paid the crew of the ferry in full on Monday."
    assert status_of(judged((first, "2031-03-05"), (f"{here} {deed}", "2031-03-19")), "will be paid")[0] == "kept"
    assert status_of(judged((first, "2031-03-05"), (f"{there} {deed}", "2031-03-19")), "will be paid")[0] != "kept"
    assert status_of(judged((first, "2031-03-05"), (f"{here} {deed}", "2032-03-19")), "will be paid")[0] != "kept"
