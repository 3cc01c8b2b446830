"""A deed told by one text and denied in other words by another; all texts are ours."""

import pytest
from short_texts import build_record

TWO = [
    (
        "Trade minister Ora Lind said on Wednesday that Kestra had promised to buy a million tonnes of grain.",
        "The Ministry of Commerce said Kestra had given no undertaking on grain.",
    ),
    (
        "Premier Jost Halm said that he and Farmers' League leader Bertil Oom had shaken hands on a programme.",
        "There is no deal with Mr Halm, Farmers' League leader Bertil Oom insisted.",
    ),
    (
        "The foreign ministers of Velmark and Orsenia met in Tarsk and agreed to exchange maps, Velmark's foreign "
        "minister, Dorin Calvesh, told reporters.",
        "Nothing was agreed at Tarsk, Orsenia's foreign minister, Pela Nastrun, said.",
    ),
    (
        "The chairman of Tolland Foods, Erik Sandal, said Tolland Foods and Pike Mills had been in talks since May.",
        "Pike Mills has held no talks with Tolland Foods, chief executive Jill Penmore of Pike Mills said.",
    ),
    (
        "Velmark has opened the Kolm dam. Orsenia had been informed of it in writing, minister Teodor Vask said.",
        "Orsenia learned of it from the newspapers, its water minister said, dismissing Velmark's account of a letter.",
    ),
    (
        "Prime Minister Ewan Strake of Caldera spoke with Varnian President Milo Gradsk. The two would meet in Osmin "
        "next week, Mr Strake said.",
        "President Gradsk spoke with the leader of Caldera. No meeting was discussed, his spokesman Juri Tamm said.",
    ),
]
NONE = [
    (  # of something else
        "Finance minister Ora Lind of Estria said that Estria and Borland had agreed on a customs rate for timber.",
        "Borland's health minister, Peet Masso, said there was no agreement with Estria on vaccines.",
    ),
    (  # of somebody else
        "Mediator Hanne Ruud said that President Ilmar Toven had agreed to meet Prime Minister Dora Vance.",
        "Spokesman Piet Omber said that President Ilmar Toven had not agreed to meet King Aldous Perrin.",
    ),
    (  # a rule about agreements
        "Estrian president Nils Aru said Borland and Estria had agreed on a truce.",
        "“If there is no agreement with Estria by May, we will go home,” Borland's president, Mira Taal, said.",
    ),
]


@pytest.mark.parametrize(("told", "denied"), TWO)
def test_what_one_text_tells_another_denies(told: str, denied: str) -> None:
    (one,) = build_record(("2031-03-05", told), ("2031-03-06", denied)).disputes
    assert one.kind == "denial"
    assert len({span.document for span in one.evidence}) == 2


@pytest.mark.parametrize(("told", "denied"), NONE)
def test_another_matter_or_party_is_not_denied(told: str, denied: str) -> None:
    assert build_record(("2031-03-05", told), ("2031-03-06", denied)).disputes == ()


def test_what_is_denied_first_may_have_come_about_since() -> None:
    told, denied = TWO[0]
    assert build_record(("2031-03-08", told), ("2031-03-05", denied)).disputes == ()
