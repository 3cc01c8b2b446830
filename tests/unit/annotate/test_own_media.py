"""Outlets that only the page shows, and who else is told something. All texts are ours."""

import pytest
from annotate_builders import read

from onrecord.annotate import annotate
from onrecord.annotations import Annotated
from onrecord.read import read_bytes
from onrecord.records import Received

PAGE = """TARSKDECK
World   Weather   Log in

The dam that nobody wanted

By Ada Brill

The dam at Orvik is to be raised by two metres, the government said on Monday. "They said so last year,"
Dora Vance told {name}.

Got a tip? Write to desk@tarskdeck.example
Dora's Kitchen: ten soups for winter
"""


def channels(one: Annotated) -> dict[str, str | None]:
    """The channel of each statement, by the beginning of its words."""
    text = one.document.text
    return {text[row.content[0].start :][:13].strip("“”\"'"): row.channel for row in one.statements}


def read_page(text: str) -> Annotated:
    (found,) = (one for one in read_bytes(text.encode(), "page.txt") if isinstance(one, Received))
    return annotate(found.document)


@pytest.mark.parametrize(("name", "channel"), [("TarskDeck", "TarskDeck"), ("the mayor", None), ("Ilmar Toven", None)])
def test_the_outlet_of_the_page_is_told_something(name: str, channel: str | None) -> None:
    assert channels(read_page(PAGE.format(name=name)))["They said so"] == channel


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“The pier is shut,” Dora Vance told the news agency Ruvin.", "Ruvin"),
        ("The news agency Ruvin had it first. “The pier is shut,” Dora Vance told Ruvin.", "Ruvin"),
        ("“The pier is shut,” Dora Vance told this newspaper.", "this newspaper"),
        ("“The pier is shut,” Dora Vance told state television.", "state television"),
        ("“The pier is shut,” Dora Vance wrote on the network Chirrup.", "Chirrup"),
        ("Dora Vance took the credit on Chirrup. “The pier is open,” she wrote.", "Chirrup"),
        ("Dora Vance arrived on Monday. “The pier is open,” she wrote.", None),
        ("Dora Vance confirmed this in a statement but stressed that the pier was shut.", "statement"),
        ("The pier is shut, the Harbour Ministry said in a readout.", "readout"),
        ("The pier will be shut in May, the joint statement says.", "joint statement"),
        ("“The pier is shut,” Dora Vance told Ilmar Toven.", None),
    ],
)
def test_channels_that_the_text_shows(text: str, channel: str | None) -> None:
    found = channels(read(text))
    assert channel in found.values() if channel else set(found.values()) == {None}


def test_a_paraphrase_shares_the_occasion_of_the_quotation_after_it() -> None:
    spoken = "Dora Vance said eleven people had drowned. “They were waiting,” she said in a televised address."
    assert set(channels(read(spoken)).values()) == {"televised address"}
    told = "Dora Vance said eleven people had drowned. “They were waiting,” she told the news agency Ruvin."
    assert sorted(channels(read(told)).values(), key=str) == [None, "Ruvin"]


@pytest.mark.parametrize("audience", ["parliament", "the court", "a packed jury"])
def test_bodies_that_listen_are_addressed(audience: str) -> None:
    one = read(f"“The pier is shut,” Dora Vance told {audience}.")
    (row,) = one.statements
    assert row.addressee is not None
    assert row.addressee.text == audience
