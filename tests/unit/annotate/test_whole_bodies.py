"""Whole names of bodies, what is one with them, and what people and places are not."""

from short_texts import read

from onrecord.annotate.entities import Name
from onrecord.annotate.kinds_within import is_compounded


def named(text: str) -> dict[str, str]:
    return {one.name: one.kind for one in read(text).actors if one.named and one.kind != "group"}


def offices(text: str) -> dict[str, list[tuple[str, str | None]]]:
    return {one.name: [(office.title, office.of) for office in one.offices] for one in read(text).actors if one.offices}


def speakers(text: str) -> list[str | None]:
    found = read(text)
    return [None if one.source.actor is None else found.actors[one.source.actor].name for one in found.statements]


def test_a_body_takes_all_that_it_is_for():
    text = (
        "The Marn Oversight Committee will hold a hearing on Friday, said Rep. Lou Baxter (R-Ohio). The U.S. Chamber "
        "of Commerce opposed the bill, and the German Bureau of Alcohol, Tobacco and Firearms said so too."
    )
    assert {"U.S. Chamber of Commerce", "German Bureau of Alcohol, Tobacco and Firearms"} <= set(named(text))


def test_a_body_does_not_take_who_else_acts():
    text = "The Ministry of Defence and Ann Perlman signed. The Department of Justice and France agreed."
    assert {"Ann Perlman", "France"} <= set(named(text))


def test_a_chamber_opens_the_name_of_its_committee():
    text = "House Oversight and Government Reform Committee Chairman Lou Baxter wrote to the bank on Friday."
    assert offices(text)["Lou Baxter"] == [("chairperson", "House Oversight and Government Reform Committee")]


def test_a_body_may_end_in_the_country_it_is_in():
    text = '"It was a good night," Mara Hollis told NationNews Barbados. Greenpeace France said it would sue.'
    assert {"NationNews Barbados", "Greenpeace France"} <= set(named(text)) - {"France", "Barbados"}


def test_a_country_that_is_met_stays_one():
    assert named("Greenpeace met France on Monday. France said it was glad.")["France"] == "state"


def test_a_paper_may_begin_with_a_country():
    text = "The France Monitor reports that thousands took to the streets. The France investigation is over."
    assert named(text) == {"France Monitor": "organization", "France": "state"}


def test_a_brand_keeps_its_hyphens():
    text = "The fast-food chain Pick-fil-B said on Monday it would open 40 stores. Pick-fil-B workers were glad."
    assert named(text) == {"Pick-fil-B": "organization"}


def test_the_last_word_of_a_paper_is_that_paper():
    text = "Reporters from The New York Times were there. The Times said on Friday that it stood by its story."
    assert list(named(text)) == ["The New York Times"]


def test_the_last_word_of_two_papers_is_neither():
    text = "The New York Times and the Financial Times had the story. The Times said on Friday that it was true."
    assert len(named(text)) == 3


def test_a_militant_group_is_a_body():
    text = (
        "The group Ansar al-Marn said on Monday it had fired. A reference to another terrorist group, Jund al-Ost, "
        "was left in."
    )
    assert named(text) == {"Ansar al-Marn": "organization", "Jund al-Ost": "organization"}


def test_who_speaks_for_a_group_is_no_body():
    text = (
        "A lawyer for the group, Zyrx Marnov, said on Monday it would appeal. A friend of the group, Ousmel Tarn, came."
    )
    assert named(text) == {"Zyrx Marnov": "person", "Ousmel Tarn": "person"}


def test_where_a_member_comes_from_is_nobody():
    text = "Senator Robert Calder, Democrat of New Jersey, the incoming chairman, led the hearing. Calder spoke."
    assert named(text) == {"Robert Calder": "person", "New Jersey": "place"}


def test_the_first_of_two_surnames_is_that_person():
    text = "Opposition lawmaker Zulma Ribera Ruiz says the leaders lie. Ribera says an inquiry is a sham."
    assert list(named(text)) == ["Zulma Ribera Ruiz"]


def test_the_first_of_two_surnames_may_be_somebody_elses():
    text = "Sarah Wilson Burt spoke to Marcus Wilson on Monday. Wilson said he was glad."
    assert speakers(text) == ["Marcus Wilson"]


def test_praise_before_a_title_makes_no_name():
    text = "America's Toughest Sheriff, Hank Orlo, said on Monday he would appeal. Ernest King said no."
    assert list(named(text)) == ["United States", "Hank Orlo", "Ernest King"]


def test_an_office_in_a_committee_is_one_of_that_body():
    text = "The chairman of the Joint Chiefs of Staff, Gen. Martin Dempser, confirmed he knew about the cable."
    assert ("chairperson", "Joint Chiefs of Staff") in offices(text)["Martin Dempser"]


def test_who_speaks_for_a_speaker_speaks_for_no_house():
    text = 'Brendan Book, spokesman for House Speaker John Bonner, said just that. "It is late," said Book.'
    assert offices(text)["Brendan Book"] == [("spokesperson", "House of Representatives")]


def test_the_secretary_is_the_secretary_of_state():
    text = (
        "Secretary of State Hilda Clancy said on Friday that cables come through every year. The secretary said the "
        "delay was short. Deputy Assistant Secretary Charlotte Lamm agreed."
    )
    assert speakers(text)[:2] == ["Hilda Clancy", "Hilda Clancy"]


def test_a_firm_of_one_word_that_has_what_firms_have_is_no_person():
    text = (
        "Uplift is cutting 200 jobs. The ride-hailing company said on Friday that it must save. Uplift drivers were "
        'told by email. "We are sad," Uplift said. Investors in Uplift include Orvix.'
    )
    assert [one.kind for one in read(text).actors if one.name == "Uplift"] == ["organization"]


def test_a_product_is_no_body():
    text = "Snapple unveiled its new phone, the Brisk, on Monday. Brisk owners will get a discount, Snapple says."
    assert "Brisk" not in named(text)


def test_who_drives_a_car_is_no_product():
    assert named("The driver of the truck, Bo Ladd, died on Monday.") == {"Bo Ladd": "person"}


def test_a_storm_is_nobody_with_and_without_its_noun():
    text = "Hurricane Marla hit the coast on Monday. Marla killed three. Marla is expected to turn north."
    assert named(text) == {}


def test_a_numbered_bill_is_nobody():
    assert "Bill 12" not in named("Senate Bill 12 passed on Monday. Bo Ladd said he was glad.")


def test_a_party_named_like_a_portfolio_is_a_body():
    text = "The Tory MP Ana Fell said so. Labour said it would vote no. Labour's leader, Bo Ladd, agreed."
    assert named(text)["Labour"] == "organization"
    assert offices(text)["Bo Ladd"] == [("leader", "Labour")]


def test_the_office_of_a_sheriff_names_no_sheriff():
    assert list(named("The Ost County Sheriff's Office said on Monday that it agreed.")) == [
        "Ost County Sheriff's Office"
    ]


def test_an_administration_is_one_by_whichever_form():
    text = (
        "The administration said on Monday that the rule would stand. President Tom Barlow signed it. The Barlow "
        "administration has defended the rule. Barlow's administration said so."
    )
    assert list(named(text)) == ["Barlow administration", "Tom Barlow"]


def test_the_administration_of_one_of_two_presidents_is_open():
    text = (
        "The administration said on Monday that the rule would stand. President Tom Barlow said the Barlow "
        "administration was right, and former President Ana Fell said the Fell administration was not."
    )
    assert sum(one.kind == "organization" for one in read(text).actors) == 3


def test_an_office_behind_where_its_holder_is_from_is_his():
    text = (
        "Senator Robert Calder, Democrat of New Jersey, the incoming chairman, led the hearing, and John Kerra, the "
        "chairman, did not. Dana Fell of California, the chairwoman of the Intelligence Committee, and Bo Ladd agreed."
    )
    held = offices(text)
    assert ("chairperson", None) in held["Robert Calder"]
    assert held["Dana Fell"] == [("chairperson", "Intelligence Committee")]


def test_a_portfolio_that_stands_before_its_officials_is_no_body():
    assert "State" not in named("The warnings came from intelligence and State security officials on the ground.")


def test_a_name_with_and_without_its_second_surname_is_one():
    text = "Angela Jolivet Pratt filed for divorce. Angela Jolivet said on Monday that she was sad."
    assert list(named(text)) == ["Angela Jolivet Pratt"] or list(named(text)) == ["Angela Jolivet"]


def test_a_new_land_is_not_the_old_one():
    found = named("The New England Otters' Tom Brody spoke on Monday. She lives in New Zealand and England.")
    assert found["New England Otters"] == "organization"
    assert {"New Zealand", "England"} <= set(found)


def test_a_name_with_a_capital_inside_is_a_firms():
    told = [is_compounded(Name(first=0, last=0, text=text)) for text in ("PalRuta", "SpaceX", "MacArran", "Ruta")]
    assert told == [True, True, False, False]


def test_a_surname_with_a_capital_inside_stays_one():
    assert named("President Ana MacArran said on Monday no. MacArran left.") == {"Ana MacArran": "person"}


def test_what_a_program_is_called_is_no_body():
    text = "The Times of Ost wrote of a secret program called Brisk. Brisk has run since 2007, Ana Fell said on Monday."
    assert "Brisk" not in named(text)


def test_what_a_firm_is_called_stays_one():
    text = "A firm called Brisk Foods said on Monday it would open 40 stores. Brisk Foods is new."
    assert named(text)["Brisk Foods"] == "organization"
