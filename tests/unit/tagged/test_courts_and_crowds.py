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


def test_whom_it_was_done_to_takes_part() -> None:
    text = "The University of Tarsk expelled two students on Monday over a racist video."
    assert events(text) == [("COERCE", {"University of Tarsk"}, {"students"})]


def test_somebody_without_a_name_is_charged() -> None:
    text = "A police officer who shot a black man was charged with murder on Monday."
    assert ("ACCUSE", set(), {"A police officer"}) in events(text)


def test_nobody_blocks_his_own_purchase() -> None:
    text = "The justice department sued Osk Industries, seeking to block its purchase of Marn Motors."
    assert all(kind != "COOPERATE" for kind, _, _ in events(text))


def test_readers_are_treated_to_a_speech_without_care() -> None:
    assert events("A critic treated readers to a rant on Monday.") == []
