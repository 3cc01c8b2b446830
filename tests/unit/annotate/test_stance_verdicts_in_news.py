"""Verdicts, moods, moves, echoes and duties as news tells them; invented parties."""

import pytest
from annotate_builders import read, stances


@pytest.mark.parametrize(
    ("text", "party", "stance", "word"),
    [
        ("Senator Dora Kell called Tuesday's vote “crazy.”", "Dora Kell", "opposes", "vote"),
        ("Prime Minister Anton Brisk heralded the trade deal as a “breakthrough.”", "Anton Brisk", "supports", "deal"),
        ("Mayor Lisa Horn slammed a lawsuit, calling it “meritless.”", "Lisa Horn", "opposes", "lawsuit"),
        ("“The decision is contrary to the interests of the land,” Senator Bo Lund said.", "Bo Lund", "opposes", "d"),
        ("“The ruling undermines the rule of law,” Minister Petra Noll said.", "Petra Noll", "opposes", "ruling"),
        ("Trade Minister Ivo Sand said the agreement will protect our farmers.", "Ivo Sand", "supports", "agreement"),
        ("“This bill is a disaster for families,” Senator Bo Lund said.", "Bo Lund", "opposes", "bill"),
        ("Senator Bo Lund said the ruling sends the wrong signal to investors.", "Bo Lund", "opposes", "ruling"),
        ("Minister Karl Oder reacted sceptically to the gas deal.", "Karl Oder", "opposes", "deal"),
        ("Some mayors are angry over the reform of the fund.", "mayors", "opposes", "reform"),
        ("Governor Rolf Tann hasn't shown an inclination to convene hearings.", "Rolf Tann", "undecided", "convene"),
        ("Governor Rolf Tann introduced a bill to extend the benefit.", "Rolf Tann", "proposes", "bill"),
        ("President Ruta Hale has promised to deport two million migrants.", "Ruta Hale", "proposes", "deport"),
        ("Governor Rolf Tann has threatened to tear up the accord.", "Rolf Tann", "opposes", "accord"),
        ("The senate passed the bill despite opposition from Governor Rolf Tann.", "Rolf Tann", "opposes", "bill"),
        ("Fifty senators signed a letter urging President Ruta Hale to veto the bill.", "senators", "proposes", "veto"),
        ("“We need her back in the Senate,” Mayor Rolf Tann said of Dora Kell.", "Rolf Tann", "supports", "Dora Kell"),
        ("“This war on our values must stop,” Senator Bo Lund said.", "Bo Lund", "opposes", "war"),
        (
            "Senator Bo Lund said insurers shouldn’t be required to cover the test.",
            "Bo Lund",
            "opposes",
            "require insurers",
        ),
        ("Norland says the fate of the islands should be determined in talks.", "Norland", "proposes", "determine"),
        (
            "Karl Oder said the Senate must lift the ban. That demand was echoed by the Blue Party.",
            "Blue Party",
            "proposes",
            "ban",
        ),
    ],
)  # fmt: skip
def test_stance(text: str, party: str, stance: str, word: str) -> None:
    """The party takes the stance, and the label says of what."""
    found = stances(text)
    assert any(one[:2] == (party, stance) and word in one[2] for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The report described the village as quiet.",
        "Lena Moss called her mother “wonderful”.",
        "“The vote was close,” Senator Bo Lund said.",
        "The storm damaged the bridge, Mayor Lisa Horn said.",
        "“The sanctions are hurting the regime's economy,” the Sudland foreign ministry said.",
        "In 1988, the Norland parliament voted to compensate the victims.",
        "Norland Radio urged residents of the coast to take shelter.",
        "The inn offers guests what they want most.",
        "The clinic is denying poor folks health care.",
        "Senator Bo Lund may introduce a bill.",
        "Lena Moss plans to marry in May.",
        "Senator Bo Lund declined to speculate on a backup plan if the vote fails.",
    ],
)
def test_nothing(text: str) -> None:
    """No party takes a stance on anything here."""
    assert not stances(text)


COLUMN = (
    "The council wants a toll on the old bridge.\n\n"
    "The plan is unfair and hasty. The council should drop the plan.\n\n"
    "{note}"
)


def test_column() -> None:
    """Whom the last lines introduce as its author holds what a column says; a man in the news does not."""
    signed = stances(COLUMN.format(note="Lena Moss is a professor of law at Tarn University."))
    assert any(party == "Lena Moss" and stance == "opposes" for party, stance, _ in signed), signed
    assert any(party == "Lena Moss" and stance == "proposes" for party, stance, _ in signed), signed
    unsigned = stances(COLUMN.format(note="Lena Moss said the bridge was built in 1931."))
    assert not any(party == "Lena Moss" for party, *_ in unsigned), unsigned


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("President Ruta Hale has promised to quietly drop the charges.", "Ruta Hale"),
        ("Chancellor Rolf Tann said he will “try to form a stable government.”", "Rolf Tann"),
        ("The ministry said it was opening an inquiry into the fire.", "ministry"),
        ("The Finance Ministry will allocate 5.5 million for first aid stations.", "Finance Ministry"),
        ("Governor Rolf Tann is set to sign the bill.", "Rolf Tann"),
        ("Mayor Lisa Horn said her office is taking steps to ensure that it does not happen again.", "Lisa Horn"),
    ],
)
def test_commitment(text: str, held: str) -> None:
    """Somebody is held to it."""
    one = read(text)
    names = [one.actors[row.actor].name for row in one.commitments if row.actor is not None]
    assert any(held.casefold() in name.casefold() for name in names), names


@pytest.mark.parametrize(
    "text",
    [
        "The treaty says no state shall expel a refugee in any manner whatsoever.",
        "Lena Moss, 24, will be charged with murder and other crimes.",
        "The cabinet had plans to legalise the huts.",
        "Police said they were investigating the fire.",
        "The storm is set to hit the coast.",
    ],
)
def test_no_commitment(text: str) -> None:
    """Nobody is held to anything."""
    assert not read(text).commitments
