"""Firms by their seat, their board and their officers; sites; who wrote a report."""

import pytest
from annotate_builders import read


def speakers(text: str) -> list[str | None]:
    """The speakers of a text's statements, in order."""
    one = read(text)
    return [one.actors[row.source.actor].name if row.source.actor is not None else None for row in one.statements]


def participants(text: str, mode: str) -> list[set[str]]:
    """Who takes part in the contacts of one mode."""
    one = read(text)
    return [{one.actors[who.actor].name for who in row.participants} for row in one.events if row.mode == mode]


def test_a_firm_is_taken_up_by_its_seat():
    text = (
        "Brenmark Ltd. raised its bid for Alder Corp. on Monday. Tarsk-based Brenmark called it fair. "
        "Alder Corp. said it would wait. The Tarsk-based firm said it was prepared to pay a fee."
    )
    assert speakers(text)[-1] == "Brenmark Ltd."


def test_a_seat_that_nobody_was_said_to_have_names_no_firm():
    text = "Brenmark Ltd. bid for Alder Corp. on Monday. The Tarsk-based firm said it was prepared to pay."
    assert speakers(text)[-1] is None


def test_a_board_is_its_firm():
    text = "The board of Qualden Inc. rejected the offer on Monday. The board said the price was too low."
    assert set(speakers(text)) == {"Qualden Inc."}


def test_the_board_of_one_firm_is_not_that_of_another():
    text = "The board of Alder Corp. met on Monday. Qualden's board has refused to negotiate."
    assert "Alder Corp." not in speakers(text)


def test_its_chief_executive_is_who_holds_the_office_there():
    text = (
        "Brenmark Ltd. raised its bid for Alder Corp. on Monday. Hock Tolan, the chief executive of Brenmark Ltd., "
        "called the offer fair. Brenmark's proposal followed a visit by its CEO to the White House."
    )
    assert participants(text, "visit") == [{"Hock Tolan", "White House"}]


def test_a_firm_with_and_without_its_legal_form_has_one_chief():
    text = "Brenmark Ltd. chief executive Ana Dalo called it fair. Brenmark's chief executive said she was glad."
    assert speakers(text) == ["Ana Dalo", "Ana Dalo"]


def test_an_office_does_not_go_on_with_where_its_holder_went():
    one = read("The plan followed a visit by its CEO to the White House.")
    assert "its CEO to the White House" not in {actor.name for actor in one.actors}


def test_a_site_speaks_under_its_address():
    text = "BigRiver.com first reported that it was sent to a woman."
    assert speakers(text) == ["BigRiver.com"]


def test_a_report_is_its_authors():
    text = "In the report, by Counsel Robert Tarn, nobody was blamed. The report said the offer was unpaid."
    assert speakers(text) == ["Robert Tarn"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The ministry said so in a report. But the report, by Counsel Robert Tarn, concluded that it was legal.",
            "Robert Tarn",
        ),
        ("The report, by the counsel Ana Ruta, concluded that the claims rest on errors.", "Ana Ruta"),
        ("An editorial in the Harbour Gazette said the deal was dead.", "Harbour Gazette"),
        ("A commentary run by the Tolm News Agency said: “Talks are the only way.”", "Tolm News Agency"),
        ("UN Security Council resolutions ban the country from launching a rocket.", "UN Security Council"),
        ("A University of New Hampshire poll out this week shows Ana Low with a lead.", "University of New Hampshire"),
        ("A projection by the consulting firm Selby Economics predicted that wages would fall.", "Selby Economics"),
        ("A survey in Ruta poll stations shows a lead.", None),
    ],
)
def test_papers_speak_for_who_made_or_printed_them(text, who):
    assert speakers(text)[-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Selby Steel's chief financial officer, Marianne Lake, said the move could cost billions.", "Marianne Lake"),
        (
            "One pastor supporting Mr. Cruz, Darran Whiting of the Tolm Church, said he had made 150 calls.",
            "Darran Whiting",
        ),
        ("One of the lawyers, a friend of Ana Low, said no.", None),
    ],
)
def test_a_name_set_behind_a_title_or_one_of_many_is_who_speaks(text, who):
    assert speakers(text)[0] == who


def test_a_given_name_in_lower_case_belongs_to_its_name_whatever_the_parser_makes_of_it():
    text = "The rocket went missing, said defense ministry spokesman Moon Sang-gyun, but the ship saw it."
    assert speakers(text)[0] == "Moon Sang-gyun"


def test_a_number_behind_a_person_is_no_part_of_the_name():
    one = read("Water was let out again, although Ole Zelk had promised Ana Torvald 48 after the flood.")
    assert {actor.name for actor in one.actors} == {"Ole Zelk", "Ana Torvald"}


def test_a_report_that_said_is_its_makers():
    text = "Shares fell on a Brenmark Research report that said Alder Corp. might drop the chipmaker."
    assert speakers(text) == ["Brenmark Research"]


def test_a_police_statement_is_the_polices():
    assert speakers("A police statement said the woman was safe.") == ["police"]
