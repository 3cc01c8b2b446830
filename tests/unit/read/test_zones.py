import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read import ReadOptions, read_bytes
from onrecord.read.zones import find_headline, find_zones
from onrecord.records import Received

PARA = "The ferry minister of Orland said on Tuesday that the talks with Westmark had ended without a deal."
MORE = (
    "Her Westmark counterpart, Jon Abel, told reporters that he would wait for a written offer before he spoke again."
)


def zones_of(text: str) -> list[tuple[str, str]]:
    return [(zone.kind, text[zone.start : zone.end]) for zone in find_zones(text)]


def of_kind(text: str, kind: str) -> list[str]:
    return [words for name, words in zones_of(text) if name == kind]


FURNITURE = {
    "icon names": f"icon-menu icon-search icon-share icon-close\n\nTalks end without deal\n\n{PARA}\n\n{MORE}",
    "glued icons": f"icon arrow-lefticon arrowicon checkicon closeicon mail\n{PARA}\n{MORE}",
    "a box between marks": f"{PARA}\n\n+++ Subscribe to the Weekly: the coast, every Sunday +++\n\n{MORE}",
    "a box behind a pictogram": f"{PARA}\n\n📊 POLL  Should ferries be free?  Yes / No\n\n{MORE}",
    "stored cookies": f"This site stores cookies on your device. Accept all · Settings\n\n{PARA}\n\n{MORE}",
    "comments and a button": f"{PARA}\n\n{MORE}\n\n💬 12 comments   Report an error",
    "menu": f"Home News Politics Business Sport Opinion Subscribe Sign in\n\n{PARA}\n\n{MORE}",
    "menu with bars": f"News | Harbour | Sea | Opinion | Puzzles\n\n{PARA}\n\n{MORE}",
    "share bar": f"{PARA}\n\nShare on Facebook\nTweet\nEmail\n\n{MORE}",
    "teaser line": f"{PARA}\n\nREAD MORE: Why the harbour closed for a month\n\n{MORE}",
    "list": f"{PARA}\nRead also:\n- Harbour tram to close\n- Is kelp better than hay? A study finds out\n{MORE}",
    "numbered": f"{PARA}\n\n{MORE}\n\nMost read\n1. Oyster prices rise\n2. Quiz: name that boat",
    "label and kickers in capitals": f"{PARA}\n\nMOST READ IN NEWS CRIME WAVE Shop robbed by ‘a man with a goose’ "
    f"CUP DRAW Orland meet Tarsk in the last round\n\n{MORE}",
    "a gallery's picture": f"{PARA}\n\nPhotos: The last ferry Divers at the wreck. Hide Caption 3 of 12\n\n{MORE}",
    "a video's frame": f"{PARA}\n\nJUST WATCHED The last ferry Replay ... MUST WATCH The last ferry 01:46\n\n{MORE}",
    "a form in one line": f"{PARA}\n\n{MORE}\n\nSign up for NEWS Emails privacy policy Thanks for subscribing!",
    "credit": f"{PARA}\n\n{MORE}\n\nPhoto Courtesy: Ada Lindqvist on Freepics.example",
    "market data": f"{PARA}\n\n{MORE}\n\nMarket News and Data brought to you by Tidewater APIs",
    "counters": f"{PARA}\n\n{MORE}\n\nPodcasts\n0:00\n31:7\n0:00\n12:44",
    "comments": f"{PARA}\n\n{MORE}\n\nDear readers! Thank you for your letters. To leave comments, "
    "you will need to register. We are still mending a few things. Please check our commenting policy",
    "newsletter": f"{PARA}\n\n{MORE}\n\nSign up to our newsletter for a weekly look at the coast",
    "loading": f"{PARA}\n\n{MORE}\n\nComments\nLoading...",
    "cookies": "We use cookies to improve this site. By continuing, you agree to our cookie policy.\n\n"
    f"{PARA}\n\n{MORE}",
    "developing": f"{PARA}\n{MORE}\nThis is a developing story and our reporters are working on updates.",
    "copyright": f"{PARA}\n\n{MORE}\n\n© 2031 Orland Gazette. All rights reserved.",
    "tip": f"{PARA}\n\n{MORE}\n\nGot a tip? Write to desk@gazette.example",
    "follow": f"{PARA}\n\n{MORE}\n\nFollow Ada Lindqvist on Twitter @adal.",
    "credits of the wire": f"{PARA}\n\n{MORE}\n\n(Reporting by Ada Lindqvist in Orland; editing by R. Castel)",
    "advertisement": f"{PARA}\n\nAdvertisement Continue reading the main story\n\n{MORE}",
    "arrow": f"{PARA}\n\n>> Minister quits over harbour\n\n{MORE}",
    "others": f"{PARA}\n\nPEOPLE ARE ALSO READING…\n\nMinister quits over harbour\n\n{MORE}",
    "aside": f"{PARA}\n\n[The harbour that time forgot]\n\n{MORE}",
    "sign-up form": f"{PARA}\n\nGet the Tide Letter What moves the coast, every Friday. Verify you're not a robot. "
    f"Invalid email address. Please re-enter. Thanks for subscribing. An error has occurred.\n\n{MORE}",
    "call for stories": f"We pay for your stories! Email us at desk@gazette.example\n\n{PARA}\n\n{MORE}",
    "invitation": f"{PARA}\n\n{MORE}\n\nChat with us on Tideline. See what is happening along the coast.",
    "transcript": f"{PARA}\n\n{MORE}\n\nCoast Radio transcripts are made in haste by a contractor. "
    "This text may be revised later. Accuracy may vary.",
    "related titles": f"{PARA}\n\n{MORE}\n\nRelated Articles\nStorm closes the strait\nLighthouse keeper retires",
}


@pytest.mark.parametrize("text", FURNITURE.values(), ids=FURNITURE.keys())
def test_furniture_is_found_and_the_body_is_left(text: str) -> None:
    furniture = " ".join(of_kind(text, "furniture"))
    others = "".join(text.split())
    for words in ("Talks end without deal", PARA, MORE):
        others = others.replace("".join(words.split()), "")
    assert "".join(furniture.split()) == others
    body = " ".join(" ".join(of_kind(text, "body")).split())
    assert body == f"{PARA} {MORE}"


TEASERS = [
    ("Related Stories Minister quits over harbour", "He told reporters that he was glad of it."),
    ("RELATED ARTICLES Storm closes the strait for a week", "He told reporters that he was glad of it."),
    ("More on this story Storm closes the strait", "He told reporters that he was glad of it."),
    ("ALSO READ: Minister moves to arrange talks after ferry row", "It further added that the line was open."),
    (
        "ALSO READ: Can Abel trust Orland? The island's fate may depend on it",
        "The meeting between the two came after a storm.",
    ),
    ("YOU MAY ALSO LIKE: Inside the town that lost its ferry", "Westmark forces then detained 34 sailors, she said."),
    ("Read more: Storm Edda in ten pictures", "Neither leader objected to the delay, an aide said."),
    ("READ NEXT: Harbour Tram To Close For A Month After Storm", "He told reporters that he was glad."),
    ("SEE ALSO: Five small ports that live off the strait", "“We are open,” the harbour master said."),
]


@pytest.mark.parametrize(("teaser", "after"), TEASERS)
def test_a_teaser_ends_where_the_next_sentence_starts(teaser: str, after: str) -> None:
    assert of_kind(f"{PARA} {teaser} {after}\n\n{MORE}", "furniture") == [teaser]


def test_of_a_teaser_whose_end_cannot_be_told_only_the_label_goes() -> None:
    teaser = "ALSO READ: Nobody knows where all of this begins or ends and so on and on,"
    text = f"{PARA} {teaser} the keeper of the light said to us.\n\n{MORE}"
    assert "the keeper of the light said" not in " ".join(of_kind(text, "furniture"))


PROSE = [
    "Readers who subscribe to the paper were told on Monday that its owner would sell.",
    "“Follow us on the boats,” she shouted to the reporters, who stayed where they were.",
    "See also, the judge wrote, the case of the ferry that never sailed.",
    "More: that was what the union asked for, and it did not get it in the end.",
    "The company said it uses cookies on its site and had told the regulator so in March.",
    "By Monday, the two sides had agreed on little, and nobody expected more than that.",
    "March 3, 2031 was the day on which the harbour closed, according to the minister.",
    "Research by Orland University found that the fish had moved north, to which the storm contributed.",
    "Related: the two cases are not, the judge told the court on Friday after lunch.",
]


@pytest.mark.parametrize("sentence", PROSE)
def test_prose_that_speaks_of_such_things_is_body(sentence: str) -> None:
    assert {kind for kind, _ in zones_of(f"{PARA}\n\n{sentence}\n\n{MORE}")} == {"body"}


def test_headline_repeated_with_a_deck_and_a_stamp() -> None:
    text = (
        "20 May, 2031 13:29\n\nTalks end without a ferry deal\n\nIt is “too early” to speak of failure, Abel has said\n"
        f"Talks end without a ferry deal\n\n{PARA}\n\n{MORE}"
    )
    assert [kind for kind, _ in zones_of(text)] == ["dateline", "headline", "subhead", "headline", "body"]
    headline = find_headline(find_zones(text))
    assert headline is not None
    assert text[headline.start : headline.end] == "Talks end without a ferry deal"


def test_a_text_that_starts_with_a_sentence_has_no_headline() -> None:
    assert find_headline(find_zones(f"{PARA}\n{MORE}")) is None


def test_masthead_byline_and_dateline() -> None:
    text = (
        f"ORLAND GAZETTE\n\nTalks end without a ferry deal\n\nBy Ada Lindqvist and Jon Marsh\n\n"
        f"PORT ELMA, March 3 (Coast Wire) - {PARA}\n\n{MORE}"
    )
    assert zones_of(text)[:4] == [
        ("furniture", "ORLAND GAZETTE"),
        ("headline", "Talks end without a ferry deal"),
        ("byline", "By Ada Lindqvist and Jon Marsh"),
        ("dateline", "PORT ELMA, March 3 (Coast Wire) -"),
    ]


def test_caption_and_its_credit_are_parted() -> None:
    text = f"{PARA}\n\nThe old terminal in Port Elma on Monday. Photo: Gazette archive\n\n{MORE}"
    assert of_kind(text, "caption") == ["The old terminal in Port Elma on Monday."]
    assert of_kind(text, "furniture") == ["Photo: Gazette archive"]


def test_subheads_and_captions_between_paragraphs() -> None:
    text = (
        f"Talks End Without Deal\n\n{PARA}\n\nLena Abel shakes hands with Jon Marsh before the talks\n\n{MORE}\n\n"
        f"What Happens Now\n{PARA}\n\nOrland Plans to Build a New Harbour, Officials Say ...\n\n{MORE}"
    )
    assert of_kind(text, "subhead") == ["What Happens Now"]
    assert len(of_kind(text, "caption")) == 2


def test_a_subhead_glued_into_a_paragraph() -> None:
    glued = "The two had last met in Elma. Orland-Westmark meeting Before holding a press call, Abel thanked the hosts."
    text = f"{PARA} {glued}\n\n{MORE}"
    assert of_kind(text, "subhead") == ["Orland-Westmark meeting"]


def test_a_date_glued_to_the_first_paragraph() -> None:
    assert zones_of(f" date 2031-08-19 {PARA}\n\n{MORE}")[0] == ("dateline", "date 2031-08-19")


def test_hard_wrapped_paragraphs_are_body() -> None:
    wrapped = "\n".join(
        [
            "The ferry minister of Orland said on Tuesday that the talks with",
            "Westmark had ended without a deal. She said the two sides would meet",
            "again in the autumn, and that the boats would sail in the meantime as",
            "they had done since the spring. Her counterpart told reporters that",
            "he would wait for a written offer before he spoke again about the",
            "matter, which his cabinet had not yet discussed.",
        ]
    )
    assert {kind for kind, _ in zones_of(f"{wrapped}\n\n{wrapped}")} == {"body"}


def test_stated_title_decides_the_headline() -> None:
    text = f"A short line of another kind\n\n{PARA}\n\n{MORE}"
    assert find_headline(find_zones(text, title="Talks end without a ferry deal")) is None
    assert find_headline(find_zones(text, title="A Short Line of Another Kind")) is not None


INVISIBLE = frozenset("\u200b\u200c\u200d\ufeff\u2060\u00ad")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*FURNITURE.values(), *PROSE, "ALSO READ:", "\n", " ", "0:00", "\ufeff", "(“", "é\r\n"])
    ).map("".join)
    | st.text()
)
def test_zones_cover_every_character_once(text: str) -> None:
    zones = find_zones(text)
    at = 0
    for zone in zones:
        assert at <= zone.start < zone.end <= len(text)
        assert not set(text[at : zone.start]) - INVISIBLE - set(filter(str.isspace, text))
        words = text[zone.start : zone.end]
        assert words == words.strip()
        at = zone.end
    assert not set(text[at:]) - INVISIBLE - set(filter(str.isspace, text))


@pytest.mark.parametrize(
    "sentence",
    [
        "Related stories have appeared in three papers since the storm, she said.",
        "Also read at the meeting was a letter from Ada Lindqvist of the harbour board.",
        "He had more on this story than Orland’s own paper did, the editor said.",
    ],
)
def test_words_of_teasers_in_prose_are_body(sentence: str) -> None:
    assert of_kind(f"{PARA} {sentence}\n\n{MORE}", "furniture") == []


def test_a_line_of_one_long_word_is_read_at_once():
    raw = b"LORN - President Tane spoke. " + b"x" * 1_000_000
    (found,) = read_bytes(raw, "long.txt", options=ReadOptions())
    assert isinstance(found, Received)


def test_the_headline_is_the_line_that_the_text_below_takes_up():
    top = "Log in  Subscribe for two crowns a week\nHarbour strike enters its second month"
    zones = find_zones(f"{top}\n\n{PARA}\n\nThe strike at the harbour of Lorn began in its second yard.\n\n{MORE}")
    assert [zone.kind for zone in zones][:2] == ["furniture", "headline"]


def test_numbered_pictures_are_captions_and_a_lone_fraction_is_not() -> None:
    gallery = (
        "1/3 The old ferry in 1999, when shells had struck the pier. Ada Lindqvist\n"
        "2/3 Fishermen mend their nets beside the burnt pier. Ada Lindqvist\n"
        "3/3 The new ferry on its first crossing. Ada Lindqvist"
    )
    text = f"{PARA}\n\n{gallery}\n\n{MORE}"
    assert len(of_kind(text, "caption")) >= 1
    assert not any("ferry in 1999" in words or "first crossing" in words for words in of_kind(text, "body"))
    lone = f"{PARA}\n\n2/3 of the crews had voted for the strike by noon, the union said in a statement.\n\n{MORE}"
    assert of_kind(lone, "caption") == []


@pytest.mark.parametrize(
    "line", ["By Ada Lindqvist in Port Elma", "Ada Lindqvist and Jon Abel", "Ada Lindqvist, Port Elma"]
)
def test_who_wrote_stands_above_the_text(line: str) -> None:
    assert of_kind(f"Talks end without a ferry deal\n\n{line}\n\n{PARA}\n\n{MORE}", "byline") == [line]


def test_the_time_to_read_is_no_part_of_the_byline() -> None:
    text = f"Talks end without a ferry deal\n\nBy Ada Lindqvist · 4 min read\n\n{PARA}\n\n{MORE}"
    assert (of_kind(text, "byline"), of_kind(text, "furniture")) == (["By Ada Lindqvist"], ["· 4 min read"])


def test_a_chronology_at_the_foot_is_text() -> None:
    box = "How we got here\nMarch: two crews are detained\nMay 7: talks open\n\nSubscribe\nPrivacy policy"
    text = f"Talks end\n\n{PARA}\n\n{MORE}\n\n{box}"
    assert any("May 7: talks open" in words for words in of_kind(text, "body"))


def test_a_known_mediums_dateline_needs_no_dash() -> None:
    text = f"Talks end without deal\n\nOrland, Marnia (CNN) {PARA}\n\n{MORE}"
    assert "Orland, Marnia (CNN)" in of_kind(text, "dateline")
    other = f"Talks end without deal\n\nUnited Nations (UN) {PARA}\n\n{MORE}"
    assert of_kind(other, "dateline") == []


CAPTIONS = {
    "an agency's file picture": "FILE - In this Sept. 3, 2030, file photo, the ferry Ilka lies in Port Elma. "
    + "The owner has said again and again that it will sail. " * 12,
    "a picture given out": "This photo released by the Coast Guard shows the ferry Ilka on Monday, March 3, 2031.",
}


@pytest.mark.parametrize("line", CAPTIONS.values(), ids=CAPTIONS)
def test_what_describes_a_picture_is_a_caption(line: str) -> None:
    text = f"Talks end without deal\n\n{PARA}\n\n{line.strip()}\n\n{MORE}"
    assert of_kind(text, "caption") == [line.strip()]


def test_the_button_before_a_videos_caption_is_furniture() -> None:
    caption = "Divers have found the bell of the ferry Ilka. Ada Lindqvist has the story."
    text = f"Talks end without deal\n\n{PARA}\n\nCLOSE {caption}\n\n{MORE}"
    assert of_kind(text, "caption") == [caption]
    assert "CLOSE" in of_kind(text, "furniture")


def test_a_credit_before_its_caption_is_parted() -> None:
    caption = "Dockers watch the ferry Ilka leave the harbour of Port Elma at dawn"
    text = f"Talks end without deal\n\n{PARA}\n\nGetty - Contributor {caption}\n\n{MORE}"
    assert of_kind(text, "caption") == [caption]
    assert "Getty - Contributor" in of_kind(text, "furniture")
    told = f"Talks end\n\n{PARA}\n\nReuters Television showed the ferry leave the harbour of Elma.\n\n{MORE}"
    assert of_kind(told, "caption") == []


def test_a_picture_below_the_headline_printed_again_is_parted() -> None:
    caption = "Dockers watch the ferry Ilka leave the harbour of Port Elma at dawn on Monday, before the talks."
    text = f"Talks end without deal\n\nTalks end without deal Image {caption} Credit Ada Lindqvist/Nordlight Pictures"
    text += f"\n\n{PARA}\n\n{MORE}"
    assert of_kind(text, "caption") == [caption]
    told = f"Talks end\n\n{PARA}\n\nThe Image {caption} It owes Credit Union Elma/Norrby.\n\n{MORE}"
    assert of_kind(told, "caption") == []


def test_a_question_among_the_links_at_the_foot_is_one_of_them() -> None:
    links = ("Ferry firm shares its plans", "Harbour crane falls over", "Three ships to be sold in the spring")
    foot = "\n\n".join(("Related stories", *links, "How well do you know the harbour?", "Owner likes most ships"))
    text = f"Talks end without deal\n\n{PARA}\n\n{MORE}\n\n{foot}"
    assert not any("How well" in words or "Owner" in words for words in of_kind(text, "body"))
    asked = f"Talks end without deal\n\n{PARA}\n\n{MORE}\n\nHow well do you know the harbour?"
    assert any("How well" in words for words in of_kind(asked, "body"))


def test_a_box_of_what_others_read_is_furniture() -> None:
    box = "Most Read In Ships & Ports FERRY SOLD Owner's brother says he knew of it all along and will not pay a crown"
    assert of_kind(f"Talks end without deal\n\n{PARA}\n\n{box}\n\n{MORE}", "furniture") == [box]
    prose = "Most read in the paper that the ferry had been sold, and few of them believed a word of it."
    assert of_kind(f"Talks end without deal\n\n{PARA}\n\n{prose}\n\n{MORE}", "furniture") == []
