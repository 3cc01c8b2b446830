"""Two parties on two sides of one proposal in one article; all texts are ours."""

import pytest
from short_texts import build_record

DAY = "2031-03-05"


@pytest.mark.parametrize(
    "text",
    [
        "Parliament voted on Tuesday to expand the harbour. Trade groups welcomed the decision. The Green Party "
        "condemned the vote as a disaster for the coast.",
        "Prime Minister Elke Roth supports the new pipeline. The opposition Unity Party opposes the pipeline, saying "
        "it is too costly.",
        "Governor Pelt proposed a ban on plastic bags. Republicans in the Senate oppose the ban.",
        "Senator Doyle Marsh praised the farm bill. The Growers Union slammed the bill as a gift to big landowners.",
        "Chancellor Elke Roth heralded the Northern Alliance's deal with Tarvia as a breakthrough. Refugee chief Ivo "
        "Malek reacted skeptically to the deal, saying it lacked safeguards.",
        "The council approved the stadium over the objections of Mayor Lena Tarn.",
        "Tarvia signed the base agreement on Friday despite strong opposition from neighbouring Karsovia.",
        "Governor Ana Pelt blasted Marsh's plan to sell the state forests. Doyle Marsh said nothing more on Monday.",
        "Karsovia condemned Tarvia's decision to build the dam.",
    ],
)
def test_opposed_stances_on_one_proposal_are_a_dispute(text: str) -> None:
    assert {one.kind for one in build_record((DAY, text)).disputes} == {"stance"}


@pytest.mark.parametrize(
    "text",
    [
        "Two ministers agreed to attend the summit. Roth declined to attend the summit.",
        "Karsovia supports ending the blockade. Tarvia opposes the blockade.",
        "The council rejected Marsh's offer of a settlement. Marsh said he would make another one.",
        "The Senate passes the farm bill. In Tarvia, the president vetoed a bill on fishing.",
        "Lena Tarn welcomed the summit in Karst. Ivo Malek criticised the summit in Halden two years ago.",
        "Roth supports the new pipeline. Marsh opposes the old pipeline tax. Pelt backs both.",
        "Pelt praised the plan. Her spokesman, Karl Osten, said the plan had critics.",
    ],
)
def test_the_same_topic_an_own_deed_and_a_refused_offer_are_none(text: str) -> None:
    assert build_record((DAY, text)).disputes == ()


def test_two_articles_are_not_held_against_each_other() -> None:
    first = "Prime Minister Elke Roth supports the coastal pipeline."
    second = "The Unity Party opposes the coastal pipeline."
    assert build_record((DAY, first), ("2031-03-09", second)).disputes == ()
