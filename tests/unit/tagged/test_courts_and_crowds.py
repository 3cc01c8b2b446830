"""Courts, judges and crowds without a name take part in what they do; one that has a name stays the one it is."""

import pytest
from short_texts import read


def events(text: str) -> list[tuple[str, set[str], set[str]]]:
    """Type, sources and targets of the events of a text."""
    one = read(text)
    return [
        (
            row.type,
            {one.actors[part.actor].name for part in row.participants if part.role == "source"},
            {one.actors[part.actor].name for part in row.participants if part.role == "target"},
        )
        for row in one.events
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A federal judge blocked the travel ban on Friday.", ("REJECT", {"federal judge"}, set())),
        ("A court sentenced Carl Dunn to death on Monday.", ("COERCE", {"court"}, {"Carl Dunn"})),
        ("A jury acquitted Carl Dunn of fraud on Friday.", ("CONCEDE", {"jury"}, {"Carl Dunn"})),
        ("A judge rejected Carl Dunn's appeal on Friday.", ("REJECT", {"judge"}, {"Carl Dunn"})),
        ("A crowd pelted police with stones in Tarsk on Monday.", ("ASSAULT", {"crowd"}, {"police"})),
        (
            "The Supreme Court heard the case. The court sentenced Carl Dunn to death on Monday.",
            ("COERCE", {"Supreme Court"}, {"Carl Dunn"}),
        ),
    ],
)
def test_they_take_part(text: str, event: tuple[str, set[str], set[str]]) -> None:
    assert event in events(text)


def test_who_throws_out_a_suit_accuses_nobody() -> None:
    found = events("The lawsuit against Marn Motors was thrown out by a judge on Monday.")
    assert found == [("REJECT", {"judge"}, set())]
