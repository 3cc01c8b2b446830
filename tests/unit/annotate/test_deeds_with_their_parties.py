"""Deeds and acts of words that were told without the party they are about (loads the spaCy pipeline)."""

import pytest

from onrecord.annotate import annotate
from onrecord.records import Document


def rows(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    found = annotate(Document(id="doc", uri="doc.txt", sha256="0", text=text))
    return [
        (one.type, one.status, tuple(found.actors[each.actor].name for each in one.participants))
        for one in found.events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Ana Ruta has repeatedly threatened to attack Iran.",
            [("THREATEN", "happened", ("Ana Ruta", "Iran"))],
        ),
        (
            "Premier Jan Mark threatened to fire Karl Ost on Monday.",
            [("THREATEN", "happened", ("Jan Mark", "Karl Ost"))],
        ),
        (
            "France proposed a joint pause on Monday. The idea was rejected by Germany.",
            [("REJECT", "happened", ("Germany", "France"))],
        ),
        (
            "The United Nations approved a new round of sanctions Monday, targeting Norway's textile exports.",
            [("SANCTION", "happened", ("United Nations", "Norway"))],
        ),
        (
            "Spain published the list after sanctions adopted by the United Nations in September. The sanctions"
            " targeting Norway's exports bar the sale of oil.",
            [("SANCTION", "happened", ("United Nations", "Norway"))],
        ),
    ],
)
def test_party_of_a_deed_is_found(text, expected):
    assert set(rows(text)) == set(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ana Ruta did not threaten to attack Iran.", []),
        (
            "Mayor Ana Ruta welcomed the vote. Labour leader Jan Mark voiced opposition to the decision.",
            [("SUPPORT", "happened", ("Ana Ruta",)), ("REJECT", "happened", ("Jan Mark",))],
        ),
        (
            "The United Nations passed sanctions on Norway in May. Spain imposed sanctions on two key firms on Monday.",
            [("SANCTION", "happened", ("United Nations", "Norway")), ("SANCTION", "happened", ("Spain",))],
        ),
        (
            "Spain denied the claim on Friday. On Saturday, Norway denied the claim.",
            [("REJECT", "happened", ("Spain",)), ("REJECT", "happened", ("Norway",))],
        ),
    ],
)
def test_party_of_a_deed_is_not_guessed(text, expected):
    assert set(rows(text)) == set(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The singer Ana Ruta fled her native country in 2014.", [("RETREAT", "happened", ("Ana Ruta",))]),
        (
            "Premier Ana Ruta survived an assassination attempt by the Red Brigades in May.",
            [("ASSAULT", "happened", ("Red Brigades", "Ana Ruta"))],
        ),
        (
            "Israel has continued to demolish Palestinian homes in the valley. The Palestinians have lived there long.",
            [("COERCE", "happened", ("Israel", "Palestinians"))],
        ),
        ("Spain blocked the use of the radio on Monday.", [("COERCE", "happened", ("Spain",))]),
        (
            "Senator Ana Ruta released a statement in opposition to the pension deal last week.",
            [("REJECT", "happened", ("Ana Ruta",))],
        ),
        (
            "Mayor Ana Ruta signed a letter in support of Karl Ost on Monday.",
            [("SUPPORT", "happened", ("Ana Ruta", "Karl Ost"))],
        ),
        ("Mayor Karl Ost will oppose the treaty.", [("REJECT", "planned", ("Karl Ost",))]),
        ("Senator Ana Ruta vowed to veto the bill.", [("THREATEN", "happened", ("Ana Ruta",))]),
        (
            "A heavily-armed gunman opens fire inside a club in the city of Oslo on June 12 and kills 49 people.",
            [("ASSAULT", "happened", ("heavily-armed gunman", "49 people"))],
        ),
        (
            "The leak forced the Census Bureau to admit some culpability.",
            [("CONCEDE", "happened", ("Census Bureau",))],
        ),
        (
            "Karl Ost was denied bail on Monday by Judge Ana Ruta.",
            [("COERCE", "happened", ("Ana Ruta", "Karl Ost"))],
        ),
        (
            "“It was wrong,” the envoy Karl Ost said in a statement, despite Paris and Berlin repeatedly and firmly"
            " denouncing Moscow's actions.",
            [("ACCUSE", "happened", ("France", "Germany", "Russia"))],
        ),
        ("Mayor Ana Ruta chastised Karl Ost on Monday.", [("ACCUSE", "happened", ("Ana Ruta", "Karl Ost"))]),
        (
            "Voters say the Senate should take up President Ana Ruta's nomination of Karl Ost to fill the vacancy.",
            [("SUPPORT", "happened", ("Ana Ruta", "Karl Ost"))],
        ),
        (
            "Anna Brel defends NATO programmes\n\nPresident Anna Brel was in Oslo on Friday.",
            [("SUPPORT", "happened", ("Anna Brel", "NATO"))],
        ),
    ],
)
def test_deed_is_told(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Premier Ana Ruta fled the room in tears.",
        "Mayor Ana Ruta survived a vote on Monday.",
        "Mayor Ana Ruta survived a heart attack on Monday, according to a statement by the Red Brigades.",
        "Mayor Karl Ost would oppose the treaty.",
        "The mayor released a film in the spring.",
        "Mayor Karl Ost was not forced to apologize.",
        "Mayor Karl Ost could be forced to apologize.",
        "Mayor Karl Ost defends the levy.",
        "Israel built homes in the valley. The Palestinians have lived there long.",
    ],
)
def test_nothing_of_the_kind_is_told(text):
    assert rows(text) == []
