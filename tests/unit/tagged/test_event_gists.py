"""What an event is called where its own words do not name all its parties."""

import pytest
from short_texts import build_record, read

ENDORSED = "Ada Osk endorsed Bo Lind, calling Cy Dorn a danger to the country."


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        (ENDORSED, "{source} calling Cy Dorn a danger to the country"),
        ("Ada Osk argued that Veldt had broken the treaty.", "{source} argued that Veldt had broken the treaty"),
        ("Ada Osk was jailed in Tarsk for taking bribes.", "{target} jailed in Tarsk for taking bribes"),
        ("The merger between Osk Steel Ltd. and Veld Iron Ltd. was called off.", "merger"),
    ],
)
def test_a_gist_has_a_place_for_the_name_or_is_a_noun(text: str, gist: str) -> None:
    assert gist in [one.gist for one in read(text).events]


def test_the_record_puts_the_name_in() -> None:
    labels = [one.label for one in build_record(("2031-03-05", ENDORSED)).events]
    assert sorted(labels) == [
        "Ada Osk calling Cy Dorn a danger to the country",
        "Ada Osk endorsed Bo Lind",
    ]


def test_words_that_name_the_party_again_are_no_gist() -> None:
    text = "Osk Steel Ltd. offered more. Investors would have to be persuaded to side with Osk Steel Ltd."
    assert all("Osk" not in (one.gist or "") for one in read(text).events)


def test_a_hyphenated_office_is_whole_in_a_gist() -> None:
    text = "She did not need boats, Ada Osk said, rejecting an offer by the League's secretary-general, Jonas Lind."
    assert "{source} rejecting an offer by the League's secretary-general" in [one.gist for one in read(text).events]
