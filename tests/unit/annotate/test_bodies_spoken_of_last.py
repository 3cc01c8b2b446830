"""Which body a noun takes up where several could be meant, and whose a report is. All texts are ours."""

import pytest
from annotate_builders import read


def speakers(text: str) -> list[str | None]:
    one = read(text)
    return [one.actors[row.source.actor].name if row.source.actor is not None else None for row in one.statements]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The talks were put off, the Marnian Foreign Ministry announced. The ministry said that it regretted it. "
            "The Orvine Foreign Ministry had no comment.",
            "Marnian Foreign Ministry",
        ),
        (
            "The Orvine Foreign Ministry wrote to the Marnian Foreign Ministry. The ministry said it was sorry.",
            None,
        ),
        ("The flood agency said 40 people had left. The agency said that nobody was hurt.", "flood agency"),
        ("Marn's meteorological institute said that the river had fallen.", "Marn's meteorological institute"),
        ("The newspaper Ruta Post reported that ships had met. The report said that oil was sold.", "Ruta Post"),
        (
            "The newspaper Ruta Post reported that ships had met. The newspaper Elma Post reported a sale. "
            "The report said that oil was sold.",
            None,
        ),
    ],
)
def test_the_last_one_spoken_of_is_meant(text: str, speaker: str | None) -> None:
    assert speakers(text)[-1] == speaker
