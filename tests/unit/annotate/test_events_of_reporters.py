"""Events as reporters word them, through the whole of annotate (loads the spaCy pipeline)."""

import pytest

from onrecord.annotate import annotate
from onrecord.annotate.grammar import patients
from onrecord.annotate.parse import parse_document
from onrecord.records import Document


def events(text: str) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """(type or mode, status, sources or participants, targets) of every event."""
    one = annotate(Document(id="doc", uri="doc", sha256="0" * 64, text=text), tagger="grammar")
    return [
        (
            event.mode or event.type,
            event.status,
            tuple(sorted(one.actors[part.actor].name for part in event.participants if part.role != "target")),
            tuple(sorted(one.actors[part.actor].name for part in event.participants if part.role == "target")),
        )
        for event in one.events
    ]


def tags(text: str) -> dict[str, str]:
    """The tag of every word of the first line."""
    doc = parse_document(Document(id="doc", uri="doc", sha256="0" * 64, text=text)).doc
    return {token.text: token.tag_ for token in doc if token.idx < text.index("\n")}


def places(text: str) -> list[str | None]:
    one = annotate(Document(id="doc", uri="doc", sha256="0" * 64, text=text), tagger="grammar")
    return [event.where for event in one.events]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norway's President Ada Osk visited the dam in Kenya on Tuesday.", "Kenya"),
        ("President Ada Osk visited a bridge in need of repair on Wednesday.", None),
        ("Ada Osk spoke during a visit to the old Kenyan city of Mombasa on Monday.", "Mombasa"),
    ],
)
def test_things_are_visited_in_their_place(text, place):
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text", ["Ada Osk of the Liberals visited a bridge on Wednesday.", "Ada Osk visited the page on Wednesday."]
)
def test_who_holds_no_office_visits_no_thing_without_a_place(text):
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Kenya's answer was to recall its ambassador from Norway on Tuesday.",
            ("SANCTION", "happened", ("Kenya",), ("Norway",)),
        ),
        # removal from a list, and from a store
        ("Norway struck Kenya off its sanctions list on Monday.", ("CONCEDE", "happened", ("Norway",), ("Kenya",))),
        (
            "Three Osk Steel executives were taken off the blacklist on Monday.",
            ("CONCEDE", "happened", (), ("Osk Steel executives",)),
        ),
        (
            "Osk Steel Inc said it had removed Corvin Ltd from its store on Monday.",
            ("COERCE", "happened", ("Osk Steel Inc",), ("Corvin Ltd",)),
        ),
        # money that is approved, a part of a law, a debate that is left
        ("Norway approved the transfer of 40 million crowns.", ("AGREE", "happened", ("Norway",), ())),
        (
            "The Supreme Court overturned a part of the Defense of Harbours Act.",
            ("REJECT", "happened", ("Supreme Court",), ()),
        ),
        ("Ada Osk pulled out of Monday's debate.", ("REJECT", "happened", ("Ada Osk",), ())),
        (
            "Norway reopened its hotline with Kenya on Monday.",
            ("COOPERATE", "happened", ("Norway",), ("Kenya",)),
        ),
        # whoever is told by two nouns beside the name
        (
            "Ada Osk, a Liberal politician and a former army chief who resigned last month, spoke.",
            ("CONCEDE", "happened", ("Ada Osk",), ()),
        ),
        # both states whose adjectives are joined
        (
            "U.S. and Kenyan forces conducted drills on Monday. Kenya is an ally of the United States.",
            ("COOPERATE", "happened", ("Kenya", "United States"), ()),
        ),
        (
            "Only after Ada Osk told reporters she'd met Jan Berg did he go.",
            ("meeting", "happened", ("Ada Osk", "Jan Berg"), ()),
        ),
        (
            "The office rejected any claim that it had anything to do with Ada Osk's meeting with Jan Berg.",
            ("meeting", "happened", ("Ada Osk", "Jan Berg"), ()),
        ),
    ],
)  # fmt: skip
def test_an_event_as_it_is_worded(text, event):
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's plan was to recall its ambassador from Norway on Tuesday.",
        "Norway took Ada Osk off the list of guests.",
        "Minister Ada Osk knew of the Liberal Party's talk of power over the valley.",
    ],
)
def test_what_is_no_event(text):
    assert [one for one in events(text) if one[1] not in ("proposed", "unconfirmed", "denied")] == []


def test_who_weighs_talks_is_not_in_them():
    text = "Kenya and Spain agreed to hold talks. Norway said it could not take the talks seriously."
    assert all("Norway" not in one[2] for one in events(text))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("They praised the steel deal with Kenya, which Ada Osk signed in May.", "deal"),
        ("They praised the ships in Kenya, which Ada Osk visited in May.", "Kenya"),
    ],
)
def test_a_deal_with_a_state_is_meant_and_not_the_state(text, meant):
    doc = parse_document(Document(id="doc", uri="doc", sha256="0" * 64, text=text)).doc
    (verb,) = (token for token in doc if token.dep_ == "relcl")
    assert [one.text for one in patients(verb)] == [meant]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # the document's only two states, its only two ministers, or whose talks its talks are
        (
            "Norway and Kenya are at odds over water. The fifth round of talks opened on Tuesday in Vienna.",
            ("talks", "happened", ("Kenya", "Norway"), ()),
        ),
        (
            "Norway's foreign minister Ada Osk and Kenya's foreign minister Jan Berg are at odds. A third round of"
            " talks ended on Tuesday.",
            ("talks", "happened", ("Ada Osk", "Jan Berg"), ()),
        ),
        (
            "Ada Osk of Norway and Jan Berg of Kenya held talks in May. The next round is planned for November 8.",
            ("talks", "planned", ("Ada Osk", "Jan Berg"), ()),
        ),
        (
            "Norway's talks with Kenya broke down. The second round, scheduled for April 26 in Vienna, was put off.",
            ("talks", "cancelled", ("Kenya", "Norway"), ()),
        ),
        # bodies that march
        (
            "The group Empty Seats said it would march again on December 15.",
            ("PROTEST", "planned", ("Empty Seats",), ()),
        ),
        (
            "The Miners' League marched through Vienna on Monday.",
            ("PROTEST", "happened", ("Miners' League",), ()),
        ),
    ],
)  # fmt: skip
def test_a_round_of_talks_and_a_march_have_their_parties(text, event):
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Kenya are at odds. Spain is not amused. The fifth round of talks opened on Tuesday in Vienna.",
        "Norway and Kenya are tired of talks. A second round, set for November 8, will decide the election.",
        "Osk Steel Inc marched into bankruptcy on Monday.",
    ],
)
def test_whose_round_it_is_is_not_guessed(text):
    assert [one for one in events(text) if one[0] in ("talks", "PROTEST") and one[1] != "proposed"] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # whose name stands beside an office takes part, and the state does not
        ("Ada Osk met Jan Berg, the president of Kenya.", ("meeting", "happened", ("Ada Osk", "Jan Berg"), ())),
        (
            "Ada Osk met the president of Kenya, Jan Berg, on Monday.",
            ("meeting", "happened", ("Ada Osk", "Jan Berg"), ()),
        ),
        (
            "Ada Osk met the leaders of Kenya, Spain and Norway.",
            ("meeting", "happened", ("Ada Osk", "Kenya", "Norway", "Spain"), ()),
        ),
        ("The Red Front attacked a checkpoint on Monday.", ("ASSAULT", "happened", ("Red Front",), ())),
        (
            "A court in Vienna extended Ada Osk's detention on Monday.",
            ("COERCE", "happened", (), ("Ada Osk",)),
        ),
        ("President Ada Osk signed an executive order on Monday.", ("AGREE", "happened", ("Ada Osk",), ())),
    ],
)  # fmt: skip
def test_parties_and_deeds_of_one_sentence(text, event):
    assert events(text) == [event]


def test_words_against_an_embassy_are_no_assault():
    assert "ASSAULT" not in [one[0] for one in events("Ada Osk attacked the embassy over its silence.")]


BODY = "\n\nKenya said on Friday that it had seized a ship that sent oil to Spain. Ada Banks denied it.\n"


@pytest.mark.parametrize(
    ("headline", "word", "tag"),
    [
        ("Kenya Seizes Ship Suspected of Sending Oil to Spain", "Seizes", "VBZ"),
        ("Kenya Seizes Ship Suspected of Sending Oil to Spain", "Spain", "NNP"),
        ("Police in Kenya Question Ada Banks Over Ship", "Banks", "NNP"),
    ],
)
def test_a_headline_in_title_case_is_read_by_its_plain_words(headline, word, tag):
    assert tags(headline + BODY)[word].startswith(tag)


def test_a_headline_keeps_its_words_and_places():
    text = "Kenya Seizes Ship Suspected of Sending Oil to Spain" + BODY
    doc = parse_document(Document(id="doc", uri="doc", sha256="0" * 64, text=text)).doc
    assert doc.text == text
    assert any(token.text == "Kenya" and token.dep_ == "nsubj" for token in doc)


def test_a_verb_of_a_headline_hung_on_its_object_is_its_head():
    text = "Ada Osk-Berg reopens hotline with Kenya\n\nAda Osk-Berg is back."
    assert ("COOPERATE", "happened", ("Ada Osk-Berg",), ("Kenya",)) in events(text)
