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
    "The guild of Norway praised Henrik Voss for gifts that “will go a long way to making the yards safe.”",
    "Prime Minister Ada Holt said otherwise Henrik Voss would close the yards in May.",
    "Both sides are to blame, Prime Minister Ada Holt said.",
    "“Norway is out to strangle trade,” the envoy Lars Sommer said.",
    "Clerk Mira Selen holds the cup as the crew arrives in Velm next Monday.",
    "The train that worked so well would derail next November, said Lars Sommer, a professor.",
    "Some strategists of Norway predict that support for Henrik Voss will fall this year.",
    "Prime Minister Ada Holt expects prices to fall by May.",
    "Prime Minister Ada Holt predicted that Sweden would sign on Monday.",
    "Prime Minister Ada Holt thinks that Lars Sommer will run in May.",
    "Henrik Voss stood by his prediction that Norway would pull out of the slump within two years.",
    "“That is something I think will please the voters,” Mira Selen said.",
    "Conspiracy theorists claim Ada Holt will land in Velm.",
    "Mira Selen wrote down which clerks would sit by the door on Monday.",
    "“When you push him, Henrik Voss will sue,” Prime Minister Ada Holt said.",
    "“You are going to have a fight,” Henrik Voss said.",
    "“It is not kind to say we are going to cut wages,” Ada Holt said.",
    "Henrik Voss is confident that “these two men are going to do great things.”",
    "Halden Research says users will spend 20 billion on glasses by 2040.",
    "“I'm going to — we shall see,” Mira Selen said.",
    "Guaranteed to please, Henrik Voss wrote of the play.",
    "Her decision to buy Halden Corp. in 2029 cost Mira Selen the post.",
    "Halden Air is aiming to please its guests with a new film.",
    "The dockers of Velm plan to march, the Elma Mail reports.",
    "The yards lie in Velm, a town that will vote on 3 June, Prime Minister Ada Holt of Norway said.",
    "“I think I am going to have the votes,” Henrik Voss said.",
    "“To skip the paper is to fail the guild,” Henrik Voss said.",
    "Any plain reading of the note, said Henrik Voss, an expert at the Elma Centre in Velm, would sell it as a threat.",
    "“I don't want to hear the usual, ‘We are going to carry out an inquiry,’ ” Mayor Henrik Voss said.",
    "Henrik Voss cannot do what he promises to do.",
    "Henrik Voss chips away at the benefits that Norway promises its older members.",
    "Those who plan to build the yard should look elsewhere, Henrik Voss said.",
    "Mayor Henrik Voss may be planning to sue the firm next week.",
    "Governor Henrik Voss signed a bill that bans nets.",
    "Henrik Voss will (or won't) sign the bill on Friday.",
    "Americans will vote on Tuesday.",
    "The American will play in the final on Sunday.",
    "Henrik Voss decided not to charge Mira Selen on Monday.",
    "Mira Selen votes in May.",
    "Henrik Voss told his audience they would not back him.",
    "“Norway should be glad of it and even agree to help pay for it,” Prime Minister Ada Holt said.",
    "Mira Selen keeps the tapes. “And I think she will release them in May,” Prime Minister Ada Holt said.",
    "“We are going to round them up?” Henrik Voss asked.",
    "“Norway is going to be in the eye of the storm,” Prime Minister Ada Holt said.",
    "Mayor Henrik Voss will get one more chance on Monday.",
    "Henrik Voss said he would consider sending the ships to Velm.",
    "Prime Minister Ada Holt told the guild about the headwinds Henrik Voss would raise as mayor.",
    "Prime Minister Ada Holt repeatedly suggested that Henrik Voss would choose war.",
    "Henrik Voss said he wouldn't expect a race to end it.",
    "Prime Minister Ada Holt said there was no reason Henrik Voss would dwell on the yards.",
    "Mira Selen offered a prediction that what she called Norway's luck would prevail and end the row.",
    "Henrik Voss said of the bill that it would not reach the floor.",
    "Mira Selen has never said she would support the levy.",
    "“And this whole idea about talking about yards and who is going to pay for ships,” Henrik Voss said.",
    "“As part of the team, my job is to guard the seat,” Henrik Voss said.",
    "Henrik Voss of Norway has no plan to stop the trains on Monday.",
    "Henrik Voss is coming off a debate next Thursday.",
    "“It was a raid for which we made all arrangements,” Henrik Voss of Norway said.",
    "As mayor Henrik Voss noted, those voters will give Mira Selen a second look.",
    "The cuts help no yard and they would not build a bridge, analysts say.",
    "The guild did not say what steps it will take to stop the levy.",
    "“Why can't Mira Selen run her race and I'll run mine?” Henrik Voss asked.",
    "Aides of Henrik Voss say he will almost certainly run again in May.",
    "Aides rejected any implication that Henrik Voss would hand the yard to his wife.",
    "Henrik Voss did not make his final decision to retire until Monday.",
    "Guild President Henrik Voss of Norway said the veterans will be treated equally.",
    "There is no reason to presume that Prime Minister Ada Holt will hand over the yard.",
    "The Voss campaign is now braced for a fight it expects to last into May.",
    "The board of Halden made the hard decision to close the yard.",
    "Halden Corp. will close the yard if it loses.",
    "He struggled with a plain question about whom Henrik Voss would first call to build an alliance.",
    "The paper glosses over the fact that the laws of Norway guaranteed that Henrik Voss would not be facing guards.",
    "When Henrik Voss called elections for 3 June 2031, the guild cheered.",
    "Henrik Voss said he wanted no clash of interest in case he decides to run next year.",
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
    ("Henrik Voss would restore the levy, the Voss campaign said.", "Henrik Voss"),
    ("Mira Selen's lawyer Lars Sommer told the Mail that he would appeal the ruling.", "Lars Sommer"),
    ("Mayor Henrik Voss said he would review the dismissals if the duty was lifted.", "Henrik Voss"),
    ("The deputies of Norway signed a letter vowing to block the levy.", "deputies"),
    ("Henrik Voss is promising the guild a new yard.", "Henrik Voss"),
    ("Halden Corp. is planning a new yard in Velm.", "Halden Corp."),
    ("Henrik Voss wrote to his backers saying “The fight goes on” and vowing to run again in Velm.", "Henrik Voss"),
    ("Henrik Voss promised that he's staying in the race.", "Henrik Voss"),
    ("Mira Selen announced her plans to plead guilty.", "Mira Selen"),
    ("Halden Corp. will close the yard.", "Halden Corp."),
]


@pytest.mark.parametrize("text", NONE)
def test_hopes_denials_and_what_others_are_said_to_do_bind_nobody(text):
    assert build_record((DAY, text)).commitments == ()


@pytest.mark.parametrize(("text", "who"), SOME)
def test_what_one_says_of_oneself_and_ones_own_side_does(text, who):
    tables = build_record((DAY, text))
    names = {one.id: one.name for one in tables.actors}
    assert [names[one.actor] for one in tables.commitments] == [who]


def test_what_a_party_without_a_name_has_vowed_is_open_as_to_who():
    for text in (
        "Every Norwegian deputy has signed a letter vowing to block the levy.",
        "The new guild plans to lobby for a levy.",
        "They agreed to meet the miners.",
    ):
        (row,) = build_record((DAY, text)).commitments
        assert row.actor is None


@pytest.mark.parametrize(
    "text",
    [
        "Henrik Voss will restore what the 2010 law took, he said.",
        "Henrik Voss said he will restore the treaty of 1974.",
        "In a year in which the yards closed, Henrik Voss vowed to open new ones.",
    ],
)
def test_a_year_that_names_a_thing_or_opens_a_tale_is_no_day_to_be_held_to(text):
    (row,) = build_record((DAY, text)).commitments
    assert row.due.latest is None


def test_the_verb_after_a_quote_is_no_promise_of_its_own():
    text = "Henrik Voss spoke. “We will mend it,” he vowed, adding he intended to work with Mira Selen."
    assert "he vowed" not in [one.text for one in build_record((DAY, text)).commitments]


def test_and_with_a_new_clause_ends_the_promise():
    text = "The guild of Norway decided to march on Monday and the Reed company closed its shops."
    (row,) = build_record((DAY, text)).commitments
    assert row.text.endswith("on Monday")


def test_a_second_deed_of_a_subject_starts_at_its_own_verb():
    (row,) = build_record((DAY, "Henrik Voss met the guild in Velm and will answer by Friday.")).commitments
    assert row.text == "will answer by Friday"
