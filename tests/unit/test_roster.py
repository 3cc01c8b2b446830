"""The roster: what it reads, and how it says what it cannot."""

import pytest

from onrecord.errors import SettingError
from onrecord.roster import parse_roster, read_roster_file

GOOD = """
[[actor]]
name = "Lena Dravik"
aliases = ["Lena Drawik", "L. Dravik"]
side = "Veldoria"
wikidata = "Q101"

[[actor.office]]
title = "President"
of = "Veldoria"
from = 2019-05-01
until = "2023-04-30"

[[actor]]
name = "Grain Guild"
kind = "organization"
"""


def test_a_roster_is_read_with_its_offices():
    dravik, guild = parse_roster(GOOD).actors
    assert dravik.names == ("Lena Dravik", "Lena Drawik", "L. Dravik")
    assert (dravik.kind, dravik.wikidata, guild.kind) == ("person", "Q101", "organization")
    assert [(one.title, one.of, one.first, one.last) for one in dravik.offices] == [
        ("president", "Veldoria", "2019-05-01", "2023-04-30")
    ]


def test_names_are_found_whatever_their_case_and_accents_and_not_where_they_disagree():
    roster = parse_roster(GOOD)
    assert roster.find("LENA DRAWIK").name == "Lena Dravik"
    assert roster.find("Lena Dravik", "Grain Guild") is None
    assert roster.find("Dravik") is None


@pytest.mark.parametrize(
    ("when", "holder"),
    [
        (("2020-01-01", "2020-01-02"), "Lena Dravik"),
        (("2023-04-30", "2023-04-30"), "Lena Dravik"),
        (("2023-04-30", "2023-05-01"), None),
        ((None, "2020-01-02"), None),
        ((None, None), None),
    ],
)
def test_an_office_finds_its_holder_only_on_days_it_was_held(when, holder):
    found = parse_roster(GOOD).find_holder("president", "Veldoria", when)
    assert (found.name if found else None) == holder


def test_two_holders_at_a_time_are_no_holder():
    second = '[[actor]]\nname = "Odo Falk"\n[[actor.office]]\ntitle = "president"\nof = "Veldoria"\n'
    assert parse_roster(GOOD + second).find_holder("president", "Veldoria", ("2020-01-01", "2020-01-01")) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name = ", "is not TOML"),
        ("", "lists no actor"),
        ('[[actors]]\nname = "A B"', "nothing is called 'actors'"),
        ('[[actor]]\nkind = "person"', "actor 1 has no name"),
        ('[[actor]]\nname = "Ada Moreau"\nkind = "human"', "(Ada Moreau): kind is 'human'"),
        ('[[actor]]\nname = "Ada Moreau"\nwikidata = "42"', "A Wikidata id is Q and a number"),
        ('[[actor]]\nname = "Ada Moreau"\naliases = "A. Moreau"', "aliases is no list of names"),
        ('[[actor]]\nname = "Ada Moreau"\nborn = 1970', "nothing is called 'born'"),
        ('[[actor]]\nname = "Ada Moreau"\n[[actor.office]]\nof = "Lorn"', "office 1 has no title"),
        (
            '[[actor]]\nname = "Ada Moreau"\n[[actor.office]]\ntitle = "mayor"\nfrom = "spring 2020"',
            "Write the day as YYYY-MM-DD",
        ),
        (
            '[[actor]]\nname = "Ada Moreau"\n[[actor.office]]\ntitle = "mayor"\nfrom = 2020-02-01\nuntil = 2020-01-01',
            "before it begins",
        ),
        (
            '[[actor]]\nname = "Ada Moreau"\naliases = ["Moreau"]\n'
            '[[actor]]\nname = "Paul Moreau"\naliases = ["moreau"]',
            "is a name of both Ada Moreau and Paul Moreau",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(text, words):
    with pytest.raises(SettingError) as fault:
        parse_roster(text, "people.toml")
    assert words in str(fault.value)
    assert "people.toml" in str(fault.value)


def test_a_missing_file_is_our_error(tmp_path):
    with pytest.raises(SettingError, match="cannot be read as a roster"):
        read_roster_file(tmp_path / "none.toml")
