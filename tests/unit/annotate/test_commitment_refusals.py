"""What will not be done, days named elsewhere, things that are sent, and what binds nobody; parsed once each."""

import pytest
from annotate_builders import read


@pytest.mark.parametrize(
    "text",
    [
        "The builder Vane vowed that no yard would be closed.",
        "No yard will be closed, Governor Ilse Rademar said.",
        "Governor Ilse Rademar promised not to close the yard.",
        "Governor Ilse Rademar promised to close no yard.",
        "Nobody will be dismissed, Governor Ilse Rademar promised.",
        "Governor Ilse Rademar said she would not raise the toll before 2034.",
        "Governor Ilse Rademar said she would not sell the yard.",
        "Norvent Bank announced that it would no longer lend to brewers.",
        "“We will never sell it,” Runa Voss said.",
        "Governor Ilse Rademar said the government would not use the law against the miners.",
        "In return Castrel will not invoke the treaty.",
        "“We are not going to sell the yard,” Governor Ilse Rademar said.",
        "Governor Ilse Rademar said that even if the toll fell, she would not sell the yard.",
        "“There will be no amnesty,” Governor Ilse Rademar said.",
    ],
)
def test_what_will_not_be_done(text: str) -> None:
    (row,) = read(text).commitments
    assert row.negated


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("By Friday the bridge will be open again, Governor Ilse Rademar said.", "Friday"),
        ("The first trucks will cross the bridge on Friday.", "Friday"),
        ("A decision is due on Friday.", "Friday"),
        ("The test comes on Monday, when Norvent Bank is scheduled to make a payment of 3 million.", "Monday"),
        ("The first gauge will be in place by Friday, Ilse Rademar said.", "Friday"),
        ("The referendum is set for 19 September.", "19 September"),
        ("Ilse Rademar flies to Velm next Wednesday.", "next Wednesday"),
        ("The drivers have called a strike for 22 March.", "22 March"),
        ("The captors agreed to the release of the cook by Friday.", "Friday"),
        ("The captors said they would release the cook on Friday.", "Friday"),
        ("The budget is to be put before parliament on 4 May.", "4 May"),
        ("The inquiry asked for two weeks. It will now report by 30 April.", "30 April"),
        ("The guild put off its vote until 9 October.", "9 October"),
        ("Ilse Rademar will say by Friday whether she stays.", "Friday"),
        (
            "Castrel is to open the road on 10 May, and the Reed army is to hand over its maps by the same day.",
            "10 May",
        ),
    ],
)
def test_days_and_things(text: str, due: str) -> None:
    one = read(text)
    row = one.commitments[-1]
    assert row.due is not None
    time = one.times[row.due]
    assert one.document.text[time.start : time.end] == due


@pytest.mark.parametrize(
    "text",
    [
        "Analysts expect the Green Ledger to leave the coalition before June.",
        "Governor Ilse Rademar declined to say how she would decide.",
        "The river will crest on Friday, forecasters said.",
        "Castrel would agree to a ban only from 2040, its envoy, Lars Odum, said.",
        "The row set off a debate in the town on Friday.",
        "Governor Ilse Rademar said she would not comment on the toll.",
        "“I would not sell it,” Runa Voss said.",
        "“I will never know why,” Runa Voss said.",
        "Not one crane will move until the jobs are safe, Runa Voss said.",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert read(text).commitments == ()


def test_it_is_the_body_that_the_sentence_before_was_about() -> None:
    one = read("The Norvent Bank accepted the condition. It will sell its shops by the end of June.")
    (row,) = one.commitments
    assert row.actor is not None
    assert "Norvent" in one.actors[row.actor].name
