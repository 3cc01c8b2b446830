"""Replies in bargaining, what is cited for them, and the promises beside them; the parser is loaded once."""

import pytest
from annotate_builders import read


@pytest.mark.parametrize(
    ("text", "party", "stance", "word"),
    [
        ("Governor Dora Vance offered a referee. Ilmar Toven refused.", "Ilmar Toven", "rejects", "referee"),
        (
            "Ilmar Toven demanded 12 per cent. Dora Vance called the demand “a fairy tale for grown men”.",
            "Dora Vance",
            "opposes",
            "12 per cent",
        ),
        ("Ilmar Toven made a demand. Dora Vance called the demand “fair”.", "Dora Vance", "supports", "demand"),
        ("The town has a deal on water. Dora Vance said she would vote no.", "Dora Vance", "rejects", "deal"),
        ("Dora Vance said she could not go above 9 per cent.", "Dora Vance", "rejects", "more than 9"),
        ("Dora Vance promised to look at the proposal on Friday.", "Dora Vance", "undecided", "proposal"),
        ("Dora Vance is ready to sign the treaty if the army leaves.", "Dora Vance", "conditional", "treaty"),
    ],
)
def test_reply(text: str, party: str, stance: str, word: str) -> None:
    one = read(text)
    found = {(one.actors[s.actor].name if s.actor is not None else "?", s.stance, s.label) for s in one.stances}
    assert any(row[:2] == (party, stance) and word in row[2] for row in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Dora Vance refused.",
        "Dora Vance promised to look at the calendar.",
    ],
)
def test_no_reply(text: str) -> None:
    assert not [one for one in read(text).stances if one.stance != "proposes"]


def test_evidence_starts_with_the_title_and_ends_with_the_quotation() -> None:
    text = 'Dora Vance wrote on Monday that the prime minister "agreed to sit down with me in Tarn before Easter".'
    cited = [text[one.start : one.end] for one in read(text).stances]
    assert cited
    assert all(one.startswith("the prime minister") and one.count('"') in (0, 2) for one in cited), cited


def test_a_speaker_is_held_to_what_there_will_not_be() -> None:
    text = "There will be no strike before members have voted, Dora Vance said."
    (row,) = read(text).commitments
    assert text[row.start : row.end] == "There will be no strike before members have voted"
