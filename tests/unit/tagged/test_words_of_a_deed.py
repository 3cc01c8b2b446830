"""By which of its words a deed is known, and that one deed is told by one of them."""

import pytest
from short_texts import read

from onrecord.annotate.event_tagger import tag_events


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Orbin Works has rejected the offer of Celt Mills, the mayor said.", "rejected"),
        ("Rebels carried out an attack on the port of Lisk on Monday.", "attack"),
    ],
)
def test_a_deed_is_known_by_its_verb_or_by_the_noun_of_a_light_verb(text: str, word: str) -> None:
    tags = tag_events(text).identity
    assert tags[text.index(word)] in {one.identity for one in read(text).events}


def test_an_offer_that_somebody_made_is_told_once() -> None:
    text = "Orbin made an unsolicited, $9 billion offer for rival Celt Works on Monday."
    (one,) = read(text).events
    assert one.participants
    (other,) = read("The offer of Orbin for rival Celt Works was rejected by Celt Works on Monday.").events
    assert other.type == "REJECT"
