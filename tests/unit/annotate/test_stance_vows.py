"""What a party is ready for, will not do, or will do on a condition (loads the spaCy pipeline)."""

import pytest

from onrecord.annotate.parse import parse_document
from onrecord.annotate.pipeline import annotate_parse
from onrecord.records import Document


def stances(text: str) -> list[tuple[str, str]]:
    found = annotate_parse(parse_document(Document(id="doc", uri="doc.txt", sha256="0", text=text)))
    return [(one.stance, one.label) for one in found.stances]


@pytest.mark.parametrize(
    ("text", "stance", "words"),
    [
        ("The French government said that France was ready for talks.", "agrees", "talks"),
        ("Spain would not open the pass until Portugal left, Spanish President Jan Mark said.", "conditional", "open"),
        ("Portugal will never give up the islands, Portuguese President Jan Mark said.", "rejects", "give up"),
        ("Portugal said it would release the sailors if Spain lifted the ban.", "conditional", "release"),
        ("Portuguese President Jan Mark vowed never to hand over the islands.", "rejects", "hand over"),
    ],
)  # fmt: skip
def test_everyday_words_of_negotiation_are_stances(text, stance, words):
    assert any(one == stance and words in label for one, label in stances(text))


@pytest.mark.parametrize(
    "text",
    [
        "Actor Jan Mark said he would not wear a tie.",
        "Spanish President Ana Ruta said Portugal would not survive the winter.",
        "Portugal will strike back if Spain attacks, Portuguese President Jan Mark said.",
        "The singer was more willing to travel than before.",
    ],
)
def test_private_plans_forecasts_and_threats_are_none(text):
    assert stances(text) == []


def test_a_plan_that_goes_ahead_on_a_condition_is_the_speakers():
    text = "French Foreign Minister Ana Ruta said the release of prisoners would go ahead if the guns were withdrawn."
    assert ("conditional", "release of prisoners") in stances(text)


def test_a_minister_speaks_for_the_one_state_she_names():
    text = "Foreign Minister Ana Ruta said Spain would not send anyone to Lisbon until Portugal pulled its guns back."
    assert any(stance == "conditional" and "send anyone" in label for stance, label in stances(text))


def test_before_is_a_condition_only_of_what_will_not_be_done():
    assert stances("Spanish President Ana Ruta said Spain would open the pass before winter came.") == []


@pytest.mark.parametrize(
    ("text", "stance", "words"),
    [
        ("French Prime Minister Jan Mark said he would honour the agreement to the letter.", "supports", "agreement"),
        ("Foreign Minister Ana Ruta said no exchange was conceivable without the pilot.", "conditional", "exchange"),
        (
            "Its president, Jan Mark, said the Harbour League had been asked and had accepted, but only on condition "
            "that its doctors were let in.",
            "conditional",
            "request",
        ),
        (
            "President Jan Mark hailed an accord to free the pilots, while Ana Ruta warned that it would end if more "
            "were taken.",
            "supports",
            "accord",
        ),
        (
            "Ana Ruta said she had called Jan Mark on Monday and Rolf Venn a day later, and that both had agreed to "
            "send envoys to Lisbon.",
            "agrees",
            "envoys",
        ),
    ],
)
def test_terms_of_a_deal_are_stances(text, stance, words):
    assert any(one == stance and words in label for one, label in stances(text))


def test_to_honour_a_guest_or_be_without_rain_is_none():
    assert stances("Jan Mark said he would honour the winner of the race.") == []
    assert all(one != "conditional" for one, _ in stances("Ana Ruta said no summer was possible without rain."))


@pytest.mark.parametrize(
    ("text", "stance", "words"),
    [
        ("France said its support for the peace plan was conditional on a ceasefire.", "conditional", "plan"),
        ("France's participation in the talks depends on a ceasefire.", "conditional", "talks"),
        ("Selby Steel said on Monday its improved offer was premised on a sale of the port.", "conditional", "offer"),
        ("Selby Steel said its board of directors would review the latest offer.", "undecided", "offer"),
        ("France made a proposal to end the war.", "proposes", "war"),
    ],
)  # fmt: skip
def test_what_is_tied_to_a_condition_or_still_looked_at(text, stance, words):
    found = stances(text)
    assert any(one == stance and words in label for one, label in found)
    assert "supports" not in [one for one, _ in found]


@pytest.mark.parametrize(
    "text",
    [
        "Germany's help depends on the weather.",
        "The success of the offer depends on the market.",
        "Police will review the video footage.",
        "France said its offer no longer depended on a vote.",
        "Republicans are strongly favored to keep the House.",
    ],
)
def test_no_condition_no_open_question_and_no_support_is_told(text):
    assert not {"conditional", "undecided", "supports"} & {one for one, _ in stances(text)}
