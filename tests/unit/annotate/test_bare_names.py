"""Bare names that speak: bodies for a place, abbreviations, firms by an adjective, sites, posts in lower case."""

from short_texts import read


def speakers(text: str) -> dict[str, str | None]:
    """Source as printed -> the actor behind it."""
    found = read(text)
    return {
        one.source.text or "": None if one.source.actor is None else found.actors[one.source.actor].name
        for one in found.statements
    }


def kind_of(text: str, name: str) -> str:
    return next(one.kind for one in read(text).actors if one.name == name)


def test_a_body_named_by_whom_it_is_for_is_one_name():
    text = (
        "A Buses for London spokesman said the line was shut. Buses for London said it was sorry. "
        "BfL advised that no bus would run. The drivers live in London."
    )
    found = speakers(text)
    assert found["Buses for London"] == found["BfL"] == "Buses for London"
    assert found["A Buses for London spokesman"] == "A Buses for London spokesman"


def test_a_secretary_for_a_place_stays_one():
    assert kind_of("The Secretary for Wales said no.", "Secretary for Wales") == "person"


def test_an_office_of_roads_is_no_road():
    text = "The buses have no brakes, according to the Office of Rail and Road. It happened near Hill of Oak Road."
    assert kind_of(text, "Office of Rail and Road") == "organization"


def test_a_name_that_opens_a_sentence_and_discloses_is_one():
    found = speakers("The port was shut for a week. RUFA urges families to stay away. Quelcor last year disclosed it.")
    assert (found["RUFA"], found["Quelcor"]) == ("RUFA", "Quelcor")


def test_an_adjective_alone_is_the_airline_that_begins_with_it():
    text = (
        "Norwegian Airlines apologized to two players on Monday. Norwegian pledged to hire an outside firm. "
        "Norwegian officials said that the players were safe. The Norwegian said he was sorry."
    )
    found = speakers(text)
    assert found["Norwegian"] == "Norwegian Airlines"
    assert found["Norwegian officials"] != "Norwegian Airlines"
    assert found["The Norwegian"] != "Norwegian Airlines"


def test_a_site_in_small_letters_speaks_where_it_says_something():
    found = read("They met in 2029, stageshows.com notes. She put the video on skyfilms.com yesterday.")
    assert [one.name for one in found.actors if one.kind == "organization"] == ["stageshows.com"]


def test_a_trust_goes_by_the_name_before_it():
    found = speakers("Selby Health Services NHS trust urged the public to stay at home.")
    assert found["Selby Health Services NHS trust"] == "Selby Health Services NHS"


def test_a_post_signed_in_small_letters_has_its_writer():
    text = (
        "We are flying back after four hours. pic.twitter.com/x1 — marta velden (@martavelden) May 4, 2021\n"
        "The singer Marta Velden was on board. Velden said the crew was kind."
    )
    assert set(speakers(text).values()) == {"Marta Velden"}


def test_a_given_name_that_the_parser_left_out_is_part_of_the_name():
    text = "That's the question that Ossy Keldorn and many others are asking. Keldorn said that the crew was kind."
    assert speakers(text)["Keldorn"] == "Ossy Keldorn"


def test_a_team_goes_by_its_last_word_where_no_other_has_it():
    one = "The Chicago Otters won the game on Friday. The Otters said that they would celebrate."
    assert speakers(one)["The Otters"] == "Chicago Otters"
    two = "The Chicago Otters played the Boston Otters on Friday. The Otters said that they would celebrate."
    assert speakers(two)["The Otters"] == "Otters"


def test_legal_suffixes_come_off_together():
    found = speakers(
        "Norland Sachs Group Inc. said it was fine. Norland Sachs said that it would pay. Norland said no."
    )
    assert set(found.values()) == {"Norland Sachs Group Inc."}


def test_a_body_that_signs_a_post_in_capitals_is_its_writer():
    text = (
        "Congrats to the newest World Champions, the Chicago @Otters, from the Kansas City Kings! "
        "pic.twitter.com/X8ox2wMl8H — Kansas City Kings (@Kings) November 3, 2016"
    )
    assert speakers(text) == {"Kansas City Kings": "Kansas City Kings"}


def test_a_name_in_a_headline_that_the_text_begins_alike_is_whole():
    text = (
        "Veldman Sachs Sees $5 Billion Earnings Hit Ahead of New Tax Law\n\n"
        "Even as it made the adjustments, Veldman was working on it. Veldman cautioned that it might differ. "
        "Some of Veldman's competitors said no."
    )
    assert speakers(text)["Veldman Sachs"] == "Veldman Sachs"


def test_the_body_of_an_office_is_no_part_of_the_holders_name():
    text = "Former CEO of Quelfax Richard Smith apologized on Monday. Quelfax said it was sorry. Smith said he was sad."
    assert speakers(text) == {"Quelfax": "Quelfax", "Smith": "Richard Smith"}
    assert speakers("The Secretary of State Richard Smith said no.") == {
        "The Secretary of State Richard Smith": "Richard Smith"
    }


def test_ages_and_hyphens_stay_in_a_description():
    text = "A 42-year-old official said that it was late. Rank-and-file engineers said that they would leave."
    assert speakers(text) == {
        "A 42-year-old official": "42-year-old official",
        "Rank-and-file engineers": "Rank-and-file engineers",
    }


def test_two_women_without_an_article_are_nobody_named_before():
    text = "Mark Brown and Hilo Khan spoke on Monday. Two women accused the firm. The two men said that it was wrong."
    found = read(text)
    assert [one.name for one in found.actors if one.kind == "group" and one.members] == ["Hilo Khan and Mark Brown"]
    assert "Two women" not in {one.source.text for one in found.statements if one.source.actor is not None}


def test_two_men_are_not_the_two_women():
    text = "Mark Brown and David Khan spoke on Monday. The two {} said that it was wrong."
    assert not [one for one in read(text.format("women")).actors if one.members]
    assert [one.name for one in read(text.format("men")).actors if one.members] == ["David Khan and Mark Brown"]
