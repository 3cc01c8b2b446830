"""Denials without a verb of denial, and what is or is not worth a decision."""

import pytest
from annotate_builders import read, stances

TOLD = "A crude letter was sent to a student from the office of Deputy Amos Dell on Friday. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TOLD + "Dell said on Wednesday he did not send the letter.", ("Amos Dell", "denies", "send letter")),
        ("President Ostrin said that nothing improper took place.", ("Ostrin", "denies", "anything improper")),
        ("Mayor Ann Lowe said no laws were broken in the sale.", ("Ann Lowe", "denies", "break laws")),
        (
            "Deputy Amos Dell denied on Wednesday that he had sent a letter to a student.",
            ("Amos Dell", "denies", "he had sent a letter to a student"),
        ),
        (
            "Many have speculated that the palace offered to appoint Mr. Dell as harbour master. Mr. Bauer said that "
            "was never the case.",
            ("Bauer", "denies", "the palace offered to appoint Mr. Dell as harbour master"),
        ),
        (
            TOLD + "Dell declined to say whether the letter was his.",
            ("Amos Dell", "unconfirmed", "letter was his"),
        ),
        (
            "Amos Dell said that he did not believe the episode merited an investigation.",
            ("Amos Dell", "opposes", "investigation"),
        ),
        (
            "The Justice Ministry said it did not need a special prosecutor.",
            ("Justice Ministry", "opposes", "special prosecutor"),
        ),
        (
            "The mayor proposed a toll on the bridge. The union said no and went home.",
            ("union", "rejects", "toll on the bridge"),
        ),
        (
            "The Democrats called on the administration to answer questions.",
            ("Democrats", "proposes", "answer questions"),
        ),
    ],
)
def test_what_is_denied_or_weighed_in_plain_words(text: str, found: tuple[str, str, str]) -> None:
    assert found in stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lowe said she had not slept for two days.",
        TOLD + "Ann Lowe said she did not post her own letter of thanks to the bank.",
        "The spokesman said the account had been hacked and dismissed the episode as a prank.",
        "Ann Lowe said she did not need a coat.",
    ],
)
def test_what_is_only_told_is_no_stance(text: str) -> None:
    assert stances(text) == set()


def test_label_keeps_its_words_apart_where_quotation_marks_fall() -> None:
    text = 'Minister Dora Vance dismissed the "sea wall" plan as a gimmick.'
    assert stances(text) == {("Dora Vance", "rejects", "sea wall plan")}


def test_name_begins_after_a_title_with_of() -> None:
    names = {one.name for one in read("Chief of Staff Rahm Emanuel said no. Bill Lowe left.").actors}
    assert names == {"Rahm Emanuel", "Bill Lowe"}


def test_counsel_acts_for_the_house() -> None:
    one = next(one for one in read("Robert Baum, the White House counsel, said no.").actors if one.kind == "person")
    assert [(office.title, office.of) for office in one.offices] == [("counsel", "White House")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The libertarian Free Democrats said no.", {"Free Democrats"}),
        ("The center-left Social Democrats said no, and senior Republicans agreed.", {"Social Democrats"}),
        ("Both the council and Merk's Christian Democrats worry.", {"Christian Democrats"}),
    ],
)
def test_party_by_its_people_is_no_person_and_keeps_its_name(text: str, names: set[str]) -> None:
    found = {one.name: one.kind for one in read(text).actors}
    assert names <= found.keys()
    assert all(found[name] != "person" for name in names)
