"""What is set into an undated page and bears a date: posts, pictures, a copyright line. All texts are ours."""

import pytest
from short_texts import build_record_undated

POST = "No tanker will pass the Narrows until our crew is home. We have waited long enough for an answer!"
SIGNED = f"{POST} — Ana Orvik (@anaorvik) May 6, 2021"
"""A Thursday."""


def interval(*texts: str) -> tuple[str | None, str | None]:
    row = build_record_undated(*texts).documents
    one = next(document for document in row if document.uri == "0.txt")
    return one.published.earliest, one.published.latest


def test_a_page_is_no_older_than_a_post_in_it() -> None:
    assert interval(f"Orvik lashes out\n\nThe port of Tarsk stayed shut.\n\n{SIGNED}\n") == ("2021-05-06", None)


def test_a_weekday_beside_the_post_narrows_it() -> None:
    told = 'Prime Minister Ana Orvik said Thursday that "no tanker will pass the Narrows" for now.'
    first, last = interval(f"Orvik lashes out\n\n{told}\n\n{SIGNED}\n")
    assert first == "2021-05-06"
    assert last is not None
    assert last <= "2021-05-13"


def test_the_weekday_of_other_words_does_not() -> None:
    told = 'Prime Minister Ana Orvik said Thursday that "the harbour master has to go" at once.'
    assert interval(f"Orvik lashes out\n\n{told}\n\n{SIGNED}\n") == ("2021-05-06", None)


def test_a_page_that_quotes_the_post_at_length_is_no_older_either() -> None:
    told = f'Prime Minister Ana Orvik said Thursday that "no tanker will pass the Narrows" for now.\n\n{SIGNED}'
    other = f'Asked about the crew, Orvik wrote: "{POST}"'
    assert interval(f"What Tarsk did\n\n{other}\n", f"Orvik lashes out\n\n{told}\n")[0] == "2021-05-06"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("FILE - In this Friday, May 7, 2021, file photo, the tanker Maro Bay lies off Tarsk.", ("2021-05-07", None)),
        (
            "Copyright 2021 The Narrows Agency. All rights reserved. This material may not be published or rewritten.",
            ("2021-01-01", "2021-12-31"),
        ),
        ("© 2021 Narrows Mail Ltd", (None, None)),
    ],
)
def test_pictures_and_an_agencys_copyright(line: str, expected: tuple[str | None, str | None]) -> None:
    text = f"Tanker held off Tarsk\n\nPolice held the tanker Maro Bay off Tarsk, a court said.\n\n{line}\n"
    assert interval(text) == expected
