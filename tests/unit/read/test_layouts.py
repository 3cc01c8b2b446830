"""Pages of many makes, copied whole: what is article and what is not. All people, places and papers are invented."""

import pytest

from onrecord.read.outlets import find_outlet
from onrecord.read.zones import find_zones

ONE = "The ferry minister of Orland said on Tuesday that the talks with Westmark had ended without a deal."
TWO = "Jon Abel, her Westmark counterpart, told reporters that he would wait for a written offer before he spoke again."
THREE = "“We are not in a hurry,” Abel said. He added that the boats would sail in the autumn, as they had in 2029."
FOUR = "Fishermen on both shores say the quarrel has cost them a season, and two unions called on the cabinet to act."

# Each line of a page: its kind in one letter .
KINDS = {
    "f": "furniture",
    "h": "headline",
    "s": "subhead",
    "d": "dateline",
    "b": "byline",
    "c": "caption",
    "-": "body",
}
LAYOUTS: dict[str, list[tuple[str, str]]] = {
    "broadsheet with a long bar": [
        ("f", "Skip to main content"),
        ("f", "Support us | Print subscriptions | Search jobs | Sign in"),
        ("f", "News Opinion Sport Culture Lifestyle"),
        ("f", "Orland Observer"),
        ("h", "Ferry talks collapse as minister walks out"),
        ("s", "Second failure in a month leaves islanders without a winter timetable"),
        ("b", "Ada Lindqvist Transport correspondent"),
        ("d", "Tue 4 Mar 2031 09.45 GMT"),
        ("d", "Last modified on Tue 4 Mar 2031 14.10 GMT"),
        ("f", "Share"),
        ("-", ONE),
        ("f", "Sign up to our morning email"),
        ("-", TWO),
        ("f", "Advertisement"),
        ("-", THREE),
        ("f", "Explore more on these topics"),
        ("f", "Ferries"),
        ("f", "Orland"),
        ("f", "Reuse this content"),
    ],
    "paywalled daily": [
        ("f", "THE ORLAND TIMES"),
        ("f", "Listen to this article · 4:12 min Learn more"),
        ("f", "Share full article"),
        ("f", "212"),
        ("h", "Ferry Talks Collapse as Minister Walks Out"),
        ("b", "By Ada Lindqvist and Jon Marsh"),
        ("f", "Ada Lindqvist reported from Port Elma, and Jon Marsh from Orland."),
        ("d", "March 4, 2031, 5:03 a.m. ET"),
        ("-", ONE),
        ("-", TWO),
        ("f", "Subscribe to The Times to read as many articles as you like."),
        ("f", "Already a subscriber? Log in"),
        ("-", THREE),
        ("f", "A version of this article appears in print on March 5, 2031, Section A, Page 7."),
        ("f", "Order Reprints | Today’s Paper | Subscribe"),
    ],
    "regional with breadcrumbs": [
        ("f", "Home > News > Transport > Ferries"),
        ("h", "Ferry talks collapse as minister walks out"),
        ("b", "By Ada Lindqvist @adalind Political Editor"),
        ("d", "09:45, 4 MAR 2031 | UPDATED 14:10, 4 MAR 2031"),
        ("f", "Get the latest ferry news straight to your inbox. Enter your email. Sign up"),
        ("f", "Something went wrong, please try again later."),
        ("-", ONE),
        ("f", "READ MORE: Harbour café wins prize for its crab soup"),
        ("-", TWO),
        ("f", "Story continues below"),
        ("-", THREE),
        ("f", "Follow The Orland Echo on Facebook"),
        ("f", "Topics: Ferries, Port Elma, Transport"),
        ("f", "Most viewed"),
        ("f", "1. Woman finds whale in garden"),
        ("f", "2. New bakery opens on Cable Street"),
    ],
    "public broadcaster": [
        ("f", "Accessibility links"),
        ("f", "Home News Sport Weather More"),
        ("h", "Ferry talks collapse as minister walks out"),
        ("d", "Published 4 March 2031"),
        ("f", "Share"),
        ("b", "Ada Lindqvist"),
        ("b", "Transport reporter, Port Elma"),
        ("f", "Image source, Island Pictures"),
        ("f", "Image caption"),
        ("c", "The old ferry, which has been laid up since the autumn"),
        ("-", ONE),
        ("-", TWO),
        ("s", "What happens next?"),
        ("-", THREE),
        ("f", "More on this story"),
        ("f", "Ferry row: how did we get here?"),
        ("f", "Island loses its only winter boat"),
        ("f", "Related topics"),
        ("f", "Orland"),
        ("f", "Ferries"),
        ("f", "The Orland Broadcasting is not responsible for the content of external sites."),
    ],
    "wire with its credits": [
        ("h", "Ferry talks between Orland and Westmark collapse"),
        ("b", "By Ada Lindqvist"),
        ("d", "March 4, 2031 9:45 AM GMT · Updated 2 hours ago"),
        ("f", "Summary"),
        ("-", ONE),
        ("-", TWO),
        ("f", "Advertisement · Scroll to continue"),
        ("-", THREE),
        ("f", "Reporting by Ada Lindqvist in Port Elma; Additional reporting by Jon Marsh; Editing by R. Castel"),
        ("f", "Our Standards: The Coast Wire Trust Principles."),
        ("f", "Purchase Licensing Rights"),
    ],
    "tabloid with teasers in the text": [
        ("f", "Jump directly to the content"),
        ("f", "US Edition UK Edition"),
        ("h", "Ferry minister storms out in row over winter boats"),
        ("b", "Ada Lindqvist, Political Editor"),
        ("d", "Published: 9:45, 4 Mar 2031"),
        ("d", "Updated: 14:10, 4 Mar 2031"),
        ("-", ONE),
        ("f", "READ MORE ON FERRIES"),
        ("-", TWO),
        ("-", THREE),
        ("f", "Comments"),
        ("f", "Do you have a story for us? Email us at exclusive@orlandstar.example"),
        ("f", "©Orland Star Newspapers Limited. Registered in Orland No. 679215."),
    ],
    "online daily with a player": [
        ("f", "Sections"),
        ("f", "ORLAND LEDGER / Sea and Harbour"),
        ("h", "Ferry talks collapse as minister walks out"),
        ("b", "Ada Lindqvist, a.lindqvist@orlandledger.example"),
        ("d", "4 March 2031, 9:45am"),
        ("f", "4 min read"),
        ("f", "0:00 / 3:26"),
        ("-", ONE),
        ("-", TWO),
        ("-", FOUR),
        ("f", "Now playing: Songs of the strait"),
        ("f", "Share this story: Post / Mail / Copy link"),
    ],
    "magazine with a pitch": [
        ("f", "The Strait Review"),
        ("h", "The ferry that nobody wanted to pay for"),
        ("b", "Words: Ada Lindqvist"),
        ("-", ONE),
        ("-", TWO),
        ("f", "You’ve read 2 of 3 free articles this month."),
        ("f", "Subscribe to continue"),
        ("-", THREE),
        ("f", "Strait Review Weekly: 9,000 sailors read it on Sundays. Subscribe for free."),
        ("f", "Ada Lindqvist is a staff writer at The Strait Review."),
    ],
    "agency copy in a small paper": [
        ("f", "Port Elma Gazette"),
        ("d", "Tuesday, March 4, 2031"),
        ("f", "E-Paper | Subscribe | Login"),
        ("h", "Ferry talks collapse, minister walks out"),
        ("c", "Lena Abel leaves the Custom House on Tuesday evening."),
        ("f", "Photo: Gazette / L. Castel"),
        ("-", ONE),
        ("-", TWO),
        ("f", "Copyright 2031 Coast Wire. All rights reserved. This material may not be published or redistributed."),
    ],
    "news in briefs with tags": [
        ("f", "Breaking News"),
        ("h", "Ferry talks collapse as minister walks out"),
        ("f", "By continuing to browse this site you agree to our use of cookies."),
        ("d", "First published on March 4, 2031 / 9:45 AM"),
        ("-", ONE),
        ("f", "Tags: ferries, Orland, Westmark"),
        ("-", TWO),
        ("f", "In:"),
        ("f", "Ferries"),
        ("f", "Westmark"),
        ("f", "© 2031 Orland Interactive Inc. All Rights Reserved."),
    ],
    "app page with reactions": [
        ("f", "Open in app"),
        ("h", "Ferry talks collapse as minister walks out"),
        ("f", "Add Orland Post as a preferred source on Google"),
        ("f", "12 comments"),
        ("f", "Listen • 3 minutes"),
        ("d", "4 March 2031 at 9.45am"),
        ("-", ONE),
        ("-", TWO),
        ("f", "Recommended"),
        ("f", "Crab soup wins first prize"),
        ("f", "Whale found in a garden"),
        ("-", THREE),
        ("f", "Do you have a tip? Contact the newsroom in confidence."),
        ("f", "Follow us on Facebook, X and Instagram"),
    ],
    "live page": [
        ("f", "LIVE"),
        ("h", "Ferry crisis: minister walks out of talks – live updates"),
        ("d", "4 March 2031"),
        ("f", "Key events"),
        ("d", "09.45 GMT"),
        ("s", "Talks end without a deal"),
        ("-", ONE),
        ("f", "Share"),
        ("d", "09.21 GMT"),
        ("-", TWO),
        ("d", "Updated at 09.40 GMT"),
        ("d", "08.58 BST"),
        ("-", FOUR),
        ("f", "Show key events only"),
        ("f", "Please turn on JavaScript to use this feature"),
    ],
    "asian daily": [
        ("f", "Home | Nation | Asia | World | Opinion"),
        ("h", "Ferry talks collapse, minister walks out of meeting"),
        ("b", "Ada Lindqvist | Orland Daily"),
        ("d", "Publish Date: Tuesday, 04 March 2031, 09:45 AM IST"),
        ("d", "Last updated : Mar 04, 2031 02:10 pm"),
        ("f", "Follow us on Google News"),
        ("-", ONE),
        ("f", "Also Read | Crab soup wins the harbour prize"),
        ("-", TWO),
        ("f", "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)"),
        ("f", "Download the Orland Daily app for the latest news"),
    ],
    "weekly with a disclaimer": [
        ("f", "THE WESTMARK SENTINEL · SATURDAY EDITION"),
        ("h", "How the ferry talks fell apart"),
        ("b", "From our correspondent in Port Elma"),
        ("-", ONE),
        ("-", FOUR),
        ("f", "This article was amended on 5 March 2031 to correct the name of a ship."),
        ("f", "The views expressed in this article are those of the author."),
        ("f", "We value your feedback: letters@westmarksentinel.example"),
        ("f", "Back to top"),
    ],
    "syndicated on a portal": [
        ("f", "Orland Courier"),
        ("f", "Follow"),
        ("f", "2.1K Followers"),
        ("h", "Ferry talks collapse as minister walks out"),
        ("b", "Story by Ada Lindqvist"),
        ("d", "6h • 4 min read"),
        ("-", ONE),
        ("f", "Continue reading"),
        ("-", TWO),
        ("f", "Sponsored Content"),
        ("f", "More from Orland Courier"),
        ("f", "Whale found in a garden by the sea"),
        ("f", "Visit Orland Courier"),
    ],
    "gazette with icons": [
        ("f", "icon-menu icon-search icon-user icon-cart"),
        ("f", "Home News Harbour Sport What’s On Log in"),
        ("f", "Font size A A A"),
        ("h", "Ferry talks collapse as minister walks out"),
        ("b", "By Ada Lindqvist, Staff Writer | alindqvist@portelma.example"),
        ("-", ONE),
        ("f", "Related"),
        ("f", "• Crab soup: the harbour’s prize dish"),
        ("f", "• Whale found in a garden"),
        ("-", TWO),
        ("s", "‘Not in a hurry’"),
        ("-", THREE),
        ("f", "Did you find this article useful? Yes No"),
        ("f", "Report an error"),
    ],
}


@pytest.mark.parametrize("glue", ["\n", "\n\n"], ids=["tight", "loose"])
@pytest.mark.parametrize("rows", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layout(rows: list[tuple[str, str]], glue: str) -> None:
    text = glue.join(words for _, words in rows)
    kinds = ["body"] * len(text)
    for zone in find_zones(text):
        kinds[zone.start : zone.end] = [zone.kind] * (zone.end - zone.start)
    at = 0
    found = []
    for _, words in rows:
        at = text.index(words, at)
        seen = {kinds[n] for n in range(at, at + len(words)) if not text[n].isspace()}
        found.append((", ".join(sorted(seen)), words))
        at += len(words)
    assert found == [(KINDS[kind], words) for kind, words in rows]


TEASERS = [
    ("ALSO READ: Five ports to see before winter", "Abel, 54, dismissed the offer as a trick. He went home at noon."),
    ("ALSO READ: Why a mayor sold his boat", "Westmark, which met on Sunday, has called for calm. It was late."),
    ("SEE ALSO: The man who built a bridge", "Mr. Abel, who has refused to resign, said he was glad. He left."),
    ("RELATED: Is the strait too shallow?", "Abel told the paper that it was. He went home at noon."),
    ("ALSO READ: The tug that nobody wants to buy", "Lena Abel, head of Elma Ferries, called the plan “a toy”."),
    ("ALSO READ: The tug that nobody wants to buy", "Lena Abel, the head of the old Elma Ferries, told us so."),
    ("READ NEXT: Oyster prices slip for a third week", "Orland and Westmark agreed on a date, they said."),
    ("READ MORE: What we know of the storm", "Abel rejected the offer on Monday."),
]


@pytest.mark.parametrize(("teaser", "after"), TEASERS)
def test_a_teaser_ends_before_the_subject_of_the_next_sentence(teaser: str, after: str) -> None:
    text = f"{ONE} {teaser} {after}\n\n{TWO}"
    assert [text[zone.start : zone.end] for zone in find_zones(text) if zone.kind == "furniture"] == [teaser]


PROSE = [
    "The two sides may sign up to the plan in the autumn, officials in Orland said.",
    "He was told to subscribe to the newsletter. Two thousand others did the same, the party said on Monday.",
    "The minister, Ada Lindqvist, is a former staff writer at The Strait Review, which she left in 2029.",
    "Now playing in Orland: a farce in which nobody leaves the stage, the opposition leader told the chamber.",
    "Topics on the table were ferries, fish and the harbour tax, according to two people in the room.",
    "The article was amended on Monday to remove a clause on fishing, the parliament's clerk said.",
    "Already a member of the union, he had hoped for the deal to pass.",
    "“Follow Abel on this one,” the minister told his party. “Sign up.”",
    "Sign up, the union told its members on Monday, or lose your place in the queue for the boats.",
    "She is not a member of the party, and its leader said he would send them to Port Elma if they asked.",
    "The company removed the post because it broke its community standards.",
    "Sponsored by two senators, the bill passed in the first week of the year.",
    "Copyright law was changed in 2029 to protect the songs of the islands.",
    "The names of the sailors may not be published under the law of Orland.",
    "The comments are likely to keep the question open until the autumn.",
    "Thank you for your question, the minister told the chamber.",
    "Support for independent journalism has fallen in both states, according to a survey.",
    "Do you have any information on the boats that left on Monday?",
    "The report has been published by the ministry, and its author was not named.",
    "More from Orland is expected on Tuesday, when its cabinet meets to weigh the offer of its neighbour.",
]


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_with_the_words_of_a_page_is_body(sentence: str) -> None:
    text = f"{ONE}\n\n{sentence}\n\n{TWO}\n\n{sentence}"
    assert {zone.kind for zone in find_zones(text)} == {"body"}


OUTLETS = {
    f"CARGO LEDGER / Ports\n\nFerry talks collapse again\n\n{ONE}\n\n{TWO}": "Cargo Ledger",
    f"TIDEWAY RADIO 98.4 | Listen live | Contact\n\nFerry talks collapse again\n\n{ONE}\n\n{TWO}": "Tideway Radio",
    f"Ferry talks collapse again\n\n{ONE}\n\n{TWO}\n\nAsterling\nletters@asterling.example": "Asterling",
    f"Asterling\n\nFerry talks collapse again\n\n{ONE}\n\n{TWO}\n\n© 2031 Asterling. All rights reserved.": "Asterling",
    f"The Shoreline\n\nFerry talks collapse again\n\n{ONE}\n\n{TWO}\n\nThe Shoreline\nBack to top": "The Shoreline",
    f"Ferry talks collapse again\n\n{ONE}\n\n{TWO}\n\nContact: letters@asterling.example": None,
    f"Ferry talks collapse again\n\n{ONE}\n\nGazette of the realm, the paper was called.\n\n{TWO}": None,
}


@pytest.mark.parametrize(("text", "outlet"), OUTLETS.items())
def test_outlet(text: str, outlet: str | None) -> None:
    assert find_outlet(text, find_zones(text)) == outlet
