"""Futures that are no promises."""

import pytest
from short_texts import build_record

DAY = "2031-05-16"
NONE = [
    "The ministry of Norway said it hopes that Norway and Sweden will settle the question.",
    "“Norway wants talks,” Lars Sommer of Norway said, adding that he also “hopes Norway and Sweden will settle it.”",
    "“Norway will be in the spotlight just by attending the games,” said Nils Berg, a professor.",
    "Lars Sommer, a professor, said Norway will pass the deal that the president struck.",
    "Henrik Voss denied that he had promised to scrap the levy.",
    "Henrik Voss, a lawyer, says he agrees it is a stretch to bend the law to fit a new world.",
    "Mira Selen said the police did not listen and at first would only file a report about her phone.",
    "“Chairman Voss remains hopeful that Mira Selen will testify on Monday,” spokesman Lars Sommer said.",
    "The office of Henrik Voss claims the bill would cut deficits by half over the next ten years.",
    "Trustees of the Pension Fund of Norway warned that the fund will be exhausted in 2041.",
    "The parliament of Norway approved a safety bill, which still needs a vote on Monday.",
    "Lars Sommer landed a post in the Navy, which guaranteed that he would not be sent to the war.",
    "Senator Mira Selen wanted to be sure in case she decides to run as an independent next year.",
    "“I have not considered quitting because of this matter nor am I going to quit,” minister Lars Sommer said.",
    "Kestrel Bank expects to take a $5 billion hit to profits this quarter.",
    "Kestrel Bank will likely report its results for the last quarter on Monday.",
    "The ministry of Norway had to wait until this year to sign the deal with Sweden.",
    "She has committed no crime except to follow me, Henrik Voss said.",
]
SOME = [
    ("“We will rebuild every bridge,” Prime Minister Ada Holt of Norway said.", "Ada Holt"),
    ("Foreign Minister Mira Selen of Norway said Norway would open the border on Monday.", "Mira Selen"),
    ("Henrik Voss said he agrees to bend the law to fit a new world.", "Henrik Voss"),
    ("Mira Selen said she would only file her report on Monday.", "Mira Selen"),
    (
        "The Transport Ministry closed it. “We will mend it,” Transport Ministry spokesman Lars Sommer said.",
        "Transport Ministry",
    ),
    (
        "Halden Air moved them. “Our team will be reaching out to them,” Halden Air spokesman Lars Sommer said.",
        "Halden Air",
    ),
    ("Halden Air moved them. Halden Air spokesman Lars Sommer said the airline would call them.", "Halden Air"),
    ("Halden Air said all passengers would be refunded.", "Halden Air"),
    (
        "The plan puts pressure on Norsk Corp., the maker of chips for phones, which is set to meet on Monday.",
        "Norsk Corp.",
    ),
    ("Henrik Voss promised to scrap the levy.", "Henrik Voss"),
]


@pytest.mark.parametrize("text", NONE)
def test_hopes_denials_and_what_others_are_said_to_do_bind_nobody(text):
    assert build_record((DAY, text)).commitments == ()


@pytest.mark.parametrize(("text", "who"), SOME)
def test_what_one_says_of_oneself_and_ones_own_side_does(text, who):
    tables = build_record((DAY, text))
    names = {one.id: one.name for one in tables.actors}
    assert [names[one.actor] for one in tables.commitments] == [who]
