"""Posts set into a page with their signature are the poster's own words. All texts are ours."""

import pytest
from annotate_builders import read

from onrecord.annotate.posts import find_posts

POST = "No tanker will pass the Narrows until our crew is home. We have waited long enough! pic.twitter.com/a1b2"
PAGE = f"""Orvik lashes out

Prime Minister Ana Orvik said Thursday that the crew must come home.

{POST} — Ana Orvik (@anaorvik) May 4, 2021

The port of Tarsk stayed shut on Friday.
"""


def told(text: str) -> list[tuple[str, str, str | None, str | None, str | None]]:
    one = read(text)
    body = one.document.text
    return [
        (
            body[row.content[0].start : row.content[-1].end],
            row.kind,
            None if row.source.actor is None else one.actors[row.source.actor].name,
            row.channel,
            None if row.said is None else body[one.times[row.said].start : one.times[row.said].end],
        )
        for row in one.statements
        if row.origin == "post"
    ]


def test_a_post_is_one_statement_of_who_signs_it_on_its_day() -> None:
    words = POST.split(" pic.")[0]
    assert told(PAGE) == [(words, "direct", "Ana Orvik", "Twitter", "May 4, 2021")]


def test_nothing_else_is_read_into_a_post() -> None:
    one = read(PAGE)
    (post,) = find_posts(PAGE)
    inner = [row for row in one.statements if post.content[0] < row.content[0].start < post.content[1]]
    assert inner == []


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The ferry sails at noon again — Tarsk Ferries (@tarskferries) 3 March 2026", "X"),
        ("The ferry sails at noon again A post shared by Tarsk (@tf) on Mar 3, 2018 at 2:57pm PST", "Instagram"),
    ],
)  # fmt: skip
def test_the_form_of_the_signature_tells_the_network(text: str, channel: str) -> None:
    (post,) = find_posts(text)
    assert (text[slice(*post.content)], post.channel) == ("The ferry sails at noon again", channel)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Orvik (@anaorvik) has more on the ferries of Tarsk.",
        "Wow! — Ana Orvik (@anaorvik) May 4, 2021",
        "The ferry sails at noon — a first since May 4, 2021, as the company said.",
    ],
)
def test_what_is_no_signed_post_is_none(text: str) -> None:
    assert find_posts(text) == ()


def test_the_second_post_of_a_line_begins_behind_the_first() -> None:
    text = "We sail at noon again — Ana Orvik (@ao) May 4, 2021 The port is open to all — Tarsk Port (@tp) May 5, 2021"
    assert [text[slice(*one.content)] for one in find_posts(text)] == [
        "We sail at noon again",
        "The port is open to all",
    ]


def test_a_signer_that_nobody_knows_is_a_body() -> None:
    text = "We took 21 girls to the clinic today — Relief Coast South (@relief_coast) May 4, 2021"
    assert told(f"Girls freed\n\nThe girls are free.\n\n{text}\n")[0][2] == "Relief Coast South"


def test_a_quotation_that_stands_alone_goes_on_with_who_spoke() -> None:
    text = (
        "Ana Orvik said the port of Tarsk would stay shut for another week. "
        '"We are determined to keep every crew safe, whatever the owners may say."'
    )
    one = read(text)
    assert [one.actors[row.source.actor].name for row in one.statements if row.source.actor is not None] == [
        "Ana Orvik",
        "Ana Orvik",
    ]
