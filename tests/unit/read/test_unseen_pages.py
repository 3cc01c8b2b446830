"""Mechanisms of scraped pages: captions without a stop, galleries, players, posts, forms. All texts are invented."""

import pytest

from onrecord.read.zones import find_zones

HEAD = "Ferry talks end without a deal"
ONE = "The ferry minister of Orland said on Tuesday that the talks with Westmark had ended without a deal."
TWO = "Her Westmark counterpart told reporters that he would wait for a written offer before he spoke again."
THREE = "Fishermen on both shores say the quarrel has cost them a season, and two unions called on the cabinet to act."
FOUR = "The boats are to sail in the autumn if the two governments sign before the end of the month."


def build_page(*lines: str, head: str = HEAD) -> str:
    """A page as scrapers give it out: the headline, a blank line, and one line a paragraph."""
    return head + "\n\n" + "\n".join(lines)


def find_kind(text: str, words: str) -> str:
    """The kind of the zone that some words begin in."""
    at = text.index(words)
    return next(zone.kind for zone in find_zones(text) if zone.start <= at < zone.end)


def of_kind(text: str, kind: str) -> list[str]:
    return [text[zone.start : zone.end] for zone in find_zones(text) if zone.kind == kind]


STILL = "The ferry Ilka lies at the quay of Port Elma with her bow doors open after the storm"
STILL_TOO = "Passengers of the ferry are led to a tent on the quay where doctors wait for them"


def test_a_sentence_without_a_stop_among_paragraphs_is_a_caption() -> None:
    text = build_page(ONE, STILL, TWO, STILL_TOO, THREE)
    assert of_kind(text, "caption") == [STILL, STILL_TOO]


def test_captions_at_the_end_of_such_a_page_are_captions() -> None:
    last = "Two divers look for the bell of the ferry in the shallow water off the northern pier"
    text = build_page(ONE, STILL, TWO, STILL_TOO, THREE, last, f"{last} at dusk")
    assert find_kind(text, last) == find_kind(text, f"{last} at dusk") == "caption"


NO_CAPTIONS = {
    "an item of a list": ["The inquiry is to look into three questions:", STILL, STILL_TOO],
    "a paragraph that is broken off": [
        STILL,
        "and three of her crew were on deck when the wave came, the report says.",
    ],
    "a sentence that reports": [
        "The ferry had no working pumps when she left the quay on that morning, the union said"
    ],
    "a quotation": ["“We had told them for years that the doors of the ship would not hold in such a sea"],
    "a sentence that goes on": ["However, the ferry was back at the quay of Port Elma before the storm came up"],
    "a post": [f"{STILL} — Ruta Marn (@rutamarn) May 4, 2031"],
    "a post of another network": [f"{STILL} Posted by Port of Elma on Sunday, 4 May 2031"],
    "a speaker's turn": ["MARN: We had told them for years that the doors would not hold in such a sea"],
}


@pytest.mark.parametrize("lines", NO_CAPTIONS.values(), ids=NO_CAPTIONS)
def test_what_else_has_no_stop_is_no_caption(lines: list[str]) -> None:
    assert of_kind(build_page(ONE, TWO, *lines, THREE, FOUR), "caption") == []


def test_on_a_page_without_stops_they_say_nothing() -> None:
    bare = [line.removesuffix(".") for line in (ONE, THREE, FOUR, STILL, STILL_TOO)]
    assert of_kind(build_page(*bare, TWO), "caption") == []


def test_a_line_that_says_it_describes_a_picture_is_a_caption() -> None:
    line = "The ferry was built for calm waters. Pictured is the deck on which the cars stood."
    assert of_kind(build_page(ONE, line, TWO, THREE), "caption") == [line]
    told = "The master (pictured) told the court that he had asked for new pumps three times."
    assert of_kind(build_page(ONE, told, TWO, THREE), "caption") == []


CREDITED = {
    "behind a slash": (f"{STILL} Ada Lindqvist/Reuters", "Ada Lindqvist/Reuters"),
    "an agency behind the stop": (f"{STILL}. Reuters", "Reuters"),
    "before it": (f"EPA {STILL}", "EPA"),
    "a name before it": (f"Ada Lindqvist / Reuters {STILL}.", "Ada Lindqvist / Reuters"),
    "the sign of copyright": (f"© REUTERS/ Lindqvist {STILL}.", "© REUTERS/ Lindqvist"),
    "a player": (f"Media playback is unsupported on your device Media caption {STILL}", "Media playback"),
}


@pytest.mark.parametrize(("line", "credit"), CREDITED.values(), ids=CREDITED)
def test_a_caption_is_parted_from_its_credit(line: str, credit: str) -> None:
    text = build_page(ONE, TWO, line, THREE)
    assert find_kind(text, STILL) == "caption"
    assert find_kind(text, credit) == "furniture"


def test_a_credit_before_a_paragraph_leaves_it_body() -> None:
    text = build_page(ONE, f"Ada Lindqvist / Reuters {TWO}", THREE)
    assert find_kind(text, "Ada Lindqvist") == "furniture"
    assert find_kind(text, TWO) == "body"


def test_the_pictures_of_a_gallery_are_captions_and_their_counters_furniture() -> None:
    pictures = ["1/3 The quay at noon", "2/3 Two boats leave the harbour", "3/3 A crane lifts the bell"]
    for text in (
        build_page(ONE, *pictures, TWO),
        build_page(ONE, "Port fire 3 show all Port fire " + " ".join(pictures)),
    ):
        assert [find_kind(text, f"{n}/3") for n in (1, 2, 3)] == ["furniture"] * 3
        assert of_kind(text, "caption") == [one[4:] for one in pictures]
    assert find_kind(text, "Port fire 3 show all") == "furniture"


def test_fractions_in_a_paragraph_are_no_gallery() -> None:
    text = build_page(ONE, "Some 1/3 of the boats sail, 1/4 wait and 1/5 are for sale, the union says.", TWO)
    assert set(of_kind(text, "furniture")) == set()


def test_the_title_and_the_controls_of_a_gallery_are_furniture() -> None:
    title = "Photos: The fire in the port of Elma"
    stills = ["Smoke hangs over the quay.", "Firemen rest on the pier.", "A tug lies on its side."]
    lines = [f"{title} {still} Hide Caption {n} of 3" for n, still in enumerate(stills, 1)]
    text = build_page(ONE, *lines, TWO)
    assert of_kind(text, "caption") == stills
    assert find_kind(text, "Hide Caption 2 of 3") == find_kind(text, title) == "furniture"


def test_lines_below_one_title_are_captions() -> None:
    lines = [
        f"Port of Elma turns 300 {still}" for still in ("Trade Boats came.", "Old days Men rowed.", "New days All won.")
    ]
    assert of_kind(build_page(ONE, TWO, *lines, THREE), "caption") == lines
    speech = [f"We will build this port {what}." for what in ("for our sons", "for our daughters", "with our hands")]
    assert of_kind(build_page(ONE, TWO, *speech, THREE), "caption") == []


def test_the_controls_before_the_first_picture_are_furniture() -> None:
    text = build_page(
        ONE, TWO, "Ferries Mon, July 8, 2030 Old ferries. Play slideshow Harbour Press 1 of 35 The Ilka in 1999", THREE
    )
    assert of_kind(text, "caption") == ["The Ilka in 1999"]
    assert find_kind(text, "Ferries Mon") == "furniture"


def test_the_titles_of_a_players_list_are_furniture() -> None:
    titles = ["Ferry seen at sea", "The minister opens a pier in the rain", "How the bell of the Ilka was found"]
    text = build_page(
        ONE, "Skip in Skip x Embed x Share Boats | 2:30 A boat sails. 1 of 3 Skip in Skip x Embed", *titles, TWO
    )
    assert [find_kind(text, title) for title in titles] == ["furniture"] * 3
    assert find_kind(text, TWO) == "body"


def test_a_title_with_show_all_below_it_is_furniture() -> None:
    text = build_page(ONE, "The finest piers of Orland", "+ show all The finest piers of Orland", TWO)
    assert find_kind(text, "The finest piers") == "furniture"


@pytest.mark.parametrize(
    "head",
    [
        "Could the ferry talks still end with a deal?",
        "Ferry talks: ‘They will fail.’ And what then",
        "Ministers of both shores leave the town hall of Port Elma without a word after eleven hours of talks on the"
        " ferry, its doors, its pumps and the pay of those who sail in it",
    ],
)
def test_a_first_line_set_apart_is_the_headline_whatever_its_form(head: str) -> None:
    assert of_kind(build_page(ONE, TWO, THREE, head=head), "headline") == [head]


def test_a_first_paragraph_among_others_is_no_headline() -> None:
    assert of_kind("\n\n".join((ONE, TWO, THREE)), "headline") == []


def test_a_point_of_the_summary_said_again_below_is_no_headline() -> None:
    point = "The Ilka is the last ferry of her kind, built for the calm waters of the south"
    text = build_page(point, ONE, TWO, f"{point}.", THREE)
    assert of_kind(text, "headline") == [HEAD]


def test_a_headline_printed_again_with_its_date_gives_the_date() -> None:
    text = build_page(f"{HEAD} Updated: 2031-03-04 06:50 (Newsline)", ONE, TWO)
    assert of_kind(text, "dateline") == ["Updated: 2031-03-04 06:50"]
    assert of_kind(text, "headline") == [HEAD, HEAD]
    assert of_kind(text, "byline") == ["(Newsline)"]


FURNITURE = {
    "a form": "Post News Email Enter your email address Please enter an email address E-mail is invalid Try another",
    "a row of titles behind a label": "Related stories WAVES OF ANGER Why the union left the hall 'I am glad' Minister"
    " on her first year at sea HIGH TIDE Three towns ask for a wall and who should pay for it in the end Match preview",
    "one title behind a label": "Related What Do Ferries Have Against Islands? Why the newest of them never leave",
    "a list of months": "Archives Select Month " + " ".join(f"{m} {y}" for y in range(2028, 2031) for m in
        ("January", "February", "March", "April", "May", "June")),
    "more": "More: Yowza! A light over the bay puzzles sailors",
    "a source": "Source: HarbourCap",
    "the length of a recording": "Another bad day for boats 11:03 AM Fri, 29 Dec 2030 | 00:40",
    "advice": "Disclaimer: This article should not be taken as investment advice. Do your own research before you buy.",
    "a letter": "The Evening Tide is a new daily newsletter made to tell you what you missed.",
    "a writer": "Ada Lindqvist is the paper's digital correspondent, covering ports. Read her other columns here.",
    "who took the picture": "Ada Lindqvist/WirePix via Newsline",
    "the printed page": "(Orland Daily 10/03/2031 page4)",
    "an interest": "Interested in Ferries? Add Ferries as an interest to stay up to date. Add Interest",
    "an appeal": "Since you are here we have a small favour to ask. Our journalism takes time. If all who read it help"
    " fund it, we can go on. You can support our reporting for as little as £1.",
    "who helped": "Contributing: Piet Rowe and Jon Abel, Orland Daily.",
    "a player's code": "Play Facebook Twitter Embed The ferry sails again 2:02 Copy this code to your website or blog",
    "services": "Send Facebook Google+ WhatsApp Tumblr Digg Reddit",
    "a note": "Update: This article has been updated with the words of the union.",
}  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE.values(), ids=FURNITURE)
def test_more_furniture_is_known(line: str) -> None:
    text = build_page(ONE, TWO, line, THREE, FOUR)
    assert "".join(of_kind(text, "furniture")) == line
    assert find_kind(text, ONE) == find_kind(text, FOUR) == "body"


BODY = {
    "a firm": "Related Piers, a builder of quays, said on Monday that it would not bid for the work.",
    "more of it": "More boats than ever lie idle, and related trades fear for their future.",
    "a line-up": "The crew were Ada Lind, Piet Rowe, Jon Abel, Ruta Marn, Ivo Tamm, Dov Lane, Lou Marsh, Sam Poole, Ana"
    " Roche, Lukas Feld, Tomas Irel, Anke Douw, Max Orlo, Kit Vane, Una Brisk, Pia Sol, Ole Quist and Bo Hamm",
    "a newsletter": "The union sends its members a newsletter on the talks, which the minister says she reads.",
    "a favour": "The minister has asked a favour of the islanders: to wait for one more winter.",
}


@pytest.mark.parametrize("line", BODY.values(), ids=BODY)
def test_what_only_looks_so_is_body(line: str) -> None:
    text = build_page(ONE, TWO, line, THREE, FOUR)
    assert of_kind(text, "furniture") == []


def test_a_subhead_with_a_slash_is_no_credit() -> None:
    assert find_kind(build_page(ONE, TWO, "Orland/Westmark", THREE, FOUR), "Orland/Westmark") == "subhead"


def test_a_subhead_between_dashes_is_one() -> None:
    assert find_kind(build_page(ONE, TWO, "- 'No hurry at all' -", THREE, FOUR), "- 'No") == "subhead"


@pytest.mark.parametrize("line", ["Reuters - AFP", "Reuters", "jm/dk (AFP, dpa)"])
def test_agencies_at_the_foot_are_the_byline(line: str) -> None:
    assert of_kind(build_page(ONE, TWO, THREE, line), "byline") == [line]


def test_of_a_post_only_its_links_and_the_pages_words_are_furniture() -> None:
    post = "We sign on Friday. Do not miss it. pic.twitter.com/x1y2 — Ruta Marn (@rutamarn) May 4, 2021"
    text = build_page(
        ONE, f"Skip Twitter post by @rutamarn {post}", TWO, post.replace("pic.twitter.com/x1y2", "https://t.co/a")
    )
    assert of_kind(text, "furniture") == ["Skip Twitter post by @rutamarn", "pic.twitter.com/x1y2", "https://t.co/a"]
    assert find_kind(text, "— Ruta Marn") == "body"


def test_a_post_at_the_foot_is_kept() -> None:
    text = build_page(
        ONE, TWO, "We sign on Friday in Elma — Ruta Marn (@rutamarn) May 4, 2021", "Copyright 2031 Orland Daily."
    )
    assert find_kind(text, "We sign") == "body"


def test_what_a_page_says_at_its_foot_in_another_language_is_furniture() -> None:
    german = (
        "Wenn ihr über eure Sorgen sprechen wollt, erreicht ihr die Beratung rund um die Uhr und kostenlos. "
        "Dort hört euch jemand zu, auch mitten in der Nacht."
    )
    assert find_kind(build_page(ONE, TWO, THREE, german), german) == "furniture"
    assert find_kind(build_page(ONE, german, TWO, THREE), german) == "body"
