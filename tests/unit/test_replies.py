"""Replies that do not repeat what they answer."""

import pytest
from short_texts import build_record

DAY = "2031-05-07"


def disputes(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Kind and cited words of the disputes of a short text."""
    rows = build_record((DAY, text)).disputes
    return [(one.kind, tuple(text[span.start : span.end] for span in one.evidence)) for one in rows]


ANSWERED = [
    (
        "Foreign Minister Mira Selen said monitors would stand on both sides of the line. "
        "Not so, said Pavel Drozhin: they will stand on the eastern side only.",
        "denial",
    ),
    (
        "The union's leader, Runa Voss, said the sprinklers had been broken since December; "
        "the operator's spokeswoman, Tilde Marr, denied this and said they had been tested on 10 February.",
        "denial",
    ),
    (
        "The president was ready to extend the pause by 15 days, the envoy Nils Hargrave said. "
        "His spokesman, Jory Tamsen, did not confirm that.",
        "unconfirmed",
    ),
    (
        "Two officials said the minister had telephoned the owner on Sunday. "
        "The owner, Dorian Kess, said that no such call had taken place.",
        "denial",
    ),
    (
        "Stenberg and Hale had met on Monday and shaken hands on a price, according to Corvo Ports. "
        "Stenberg confirmed the meeting but said that nothing had been agreed.",
        "denial",
    ),
    (
        "President Halina Corvek said eleven people had been killed and accused Sweden of firing on them. "
        "Sweden denied responsibility. The Swedish Defence Ministry said none of its batteries had fired.",
        "denial",
    ),
    (
        "President Edmund Thorsby told reporters that the foreign ministers of Sweden and Norway would sit down in "
        "Lisk on March 20. The Norwegian foreign minister, Mira Selen, said Norway had not been consulted about a "
        "date and would not send anyone to Lisk.",
        "unconfirmed",
    ),
]
UNANSWERED = [
    "President Edmund Thorsby told reporters that the harbour of Lisk had been closed on March 20. "
    "The Norwegian foreign minister, Mira Selen, said Norway had not been consulted about Lisk.",
    "Stenberg and Hale had met on Monday, according to Corvo Ports. "
    "Stenberg confirmed the meeting but said that nothing had been agreed.",
    "The union demanded a rise of six percent. The company, Galveth Shipping, rejected this.",
    "Runa Voss said the sprinklers had been broken since December. Galveth Shipping has always denied the allegation.",
    "Runa Voss said the sprinklers had not worked. Tilde Marr asked for time. She denied it.",
]


@pytest.mark.parametrize(("text", "kind"), ANSWERED)
def test_a_reply_is_held_against_what_was_said_just_before(text, kind):
    assert [one for one, _ in disputes(text)] == [kind]


def test_the_words_in_which_a_denial_is_put_are_cited_with_it():
    ((_, cited),) = disputes(ANSWERED[1][0])
    assert "they had been tested on 10 February" in cited


@pytest.mark.parametrize("text", UNANSWERED)
def test_a_demand_refused_a_habit_and_a_denial_of_oneself_are_no_disputes(text):
    assert disputes(text) == []


def test_two_figures_side_by_side_in_one_text():
    text = "The fire injured nine people, the fire brigade said. The dockers' union put the number of injured at 14."
    assert [kind for kind, _ in disputes(text)] == ["value"]
    assert disputes(text.replace("the number of", "the number of further")) == []


def test_what_one_subject_says_and_accuses_in_a_breath_is_one_utterance():
    text = "President Halina Corvek said eleven people had been killed and accused Sweden of firing on them."
    rows = build_record((DAY, text)).statements
    assert [one.act for one in rows] == ["state", "accuse"]
    assert len({one.utterance for one in rows}) == 1
