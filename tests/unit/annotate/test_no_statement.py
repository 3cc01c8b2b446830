"""What a tagger of political news takes for an attribution in other news, and is none."""

import pytest
from tests.unit.short_texts import read


def rows(text: str) -> list[tuple[str | None, str, str]]:
    """Source, cue and content of each statement of a text."""

    def words(spans) -> str:
        return " … ".join(text[one.start : one.end] for one in spans)

    return [(one.source.text, words(one.cue), words(one.content)) for one in read(text).statements]


@pytest.mark.parametrize(
    "text",
    [
        "The square is known as the Pan. The old harbour, also known as “the Kettle”, lies below the town.",
        "The singer Ada Osk is known for her red hats.",
        "Coach Ada Osk watched her team lose a six-point lead.",
        "Ada Osk is seen with her sister on the steps of the town hall.",
        "It looked like a terrible decision.",
        "The town of Elmstad has sued the firm over the spill. The firm banned customers from buying coins.",
        "The singer Ada Osk has released a new record for her fans.",
        "The film made headlines for its long scenes. Osk developed a reputation for his work with young players.",
        "You can also see who is online. You can choose whether to save the game.",
        "The team lost six games. The Harbour Kings called a players-only meeting in a gym next to their hall.",
        "The ‘My Games’ tab lists all the games that you bought with your own account.",
        "A decision on whether the claims can move forward is due in June.",
        "Small ports face a cut. The port of Elmstad saw its traffic fall by half. Mayor Ada Osk relished the fight.",
        "The crews feel the heat of the fires. They are drafting a letter to share with the minister.",
        "Drivers are seeing higher prices.",
        "The fees are calculated according to the size of the ship.",
        "Feld, who led the review, called up the pilot Marit Coyle when he had finished his speech.",
        "Osk-Feld Debate: All About Ada",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Critics know Osk as a tireless worker.", "Critics", "know"),
        ("The town was called the Pearl by the critic Marit Feld.", "the critic Marit Feld", "was called"),
        ("Osk was seen as a likely winner.", None, "was seen"),
        ("President Ada Osk appears set to veto the bill.", None, "appears"),
        ("The agency released a statement on the flood. The council released its plan.", "The council", "released"),
        ("The ministry of Elmstad will sue the firm over the spill, it said.", "it", "said"),
        ("The team met. Osk called the meeting a disgrace.", "Osk", "called"),
        ("Mayor Ada Osk felt that the town was left alone.", "Mayor Ada Osk", "felt"),
        ("Voters see Osk as a fighter.", "Voters", "see"),
        ("The toll is rising according to the harbour police.", "the harbour police", "according to"),
        ("A court sentenced the pilot Ivo Feld to six years in prison.", "A court", "sentenced"),
        ("“You can see that we need help,” Mayor Ada Osk said.", "Mayor Ada Osk", "said"),
        ("Osk’s decision on whether to sell the ship angered the crew, Mayor Ivo Feld said.", "Mayor Ivo Feld", "said"),
    ],
)
def test_somebody_does(text: str, source: str | None, cue: str) -> None:
    assert (source, cue) in [row[:2] for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It is still unclear how he got on. It seems the man was on the wrong train.", "how he got on"),
        ("It seems the passenger was on the wrong train.", "the passenger was on the wrong train"),
        ("It is feared that many victims do not know.", "that many victims do not know"),
    ],
)
def test_it_that_stands_for_what_follows_says_nothing(text: str, content: str) -> None:
    assert (None, content) in [(row[0], row[2]) for row in rows(text)]


def test_it_that_is_somebody_says_so() -> None:
    text = "The ministry said the ship has sunk. It disclosed in a filing that it had lost money."
    assert ("It", "that it had lost money") in [(row[0], row[2]) for row in rows(text)]


def test_what_somebody_voices_is_said() -> None:
    text = (
        "The players are from Elmstad. Harbour coach Ada Osk and Ivo Feld, one of his assistants, took to Twitter to "
        "voice their frustration after the match. Osk told the Ledger that it was late."
    )
    assert ("to voice", "their frustration") in [row[1:] for row in rows(text)]


def test_what_remains_unknown_is_said_by_nobody_named_near_it() -> None:
    text = "It remains unknown whether the boy is alive. It remains a mystery to Ada Osk why he left."
    assert (None, "It remains unknown", "whether the boy is alive") in rows(text)


def test_a_source_that_is_an_article_is_its_whole_phrase() -> None:
    text = (
        "The bank said two thirds of the sum are due to taxes. The remainder includes the “effects of the new duty on "
        "ships and the value of old boats.”"
    )
    assert {row[0] for row in rows(text)} == {"The bank", "The remainder"}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The bridge in Elmstad will close in May, per the Ledger.",
            "the Ledger",
            "The bridge in Elmstad will close in May",
        ),
        ("What a trip: it only took six hours, per Osk", "Osk", "What a trip: it only took six hours"),
    ],
)
def test_per_a_name_says_whose_it_is(text: str, source: str, content: str) -> None:
    assert rows(text) == [(source, "per", content)]


def test_per_a_thing_does_not() -> None:
    assert rows("The fee is 20 crowns, per reader. It was built in stone, per the plan of 1990.") == []


def test_who_cites_a_thing_speaks_for_himself() -> None:
    text = "Osk Brothers, citing the recent tax overhaul in Germany, expects to take a $5 billion hit."
    assert ("Osk Brothers", "expects", "to take a $5 billion hit") in rows(text)
    cited = "Osk Bank, citing officials in Berlin, said that the dam was closed."
    assert rows(cited)[0][0] == "officials in Berlin"


@pytest.mark.parametrize(
    "text",
    [
        "Dov Kerr was confirmed Tuesday as secretary of state.",
        "Ministers have been insisting that the town council agree to substantial savings.",
        "Seeking a way out, Ada Osk walked home.",
    ],
)
def test_what_is_given_or_demanded_is_not_said(text: str) -> None:
    assert not any("confirmed" in cue or cue.startswith("agree") or "Seeking" in cue for _, cue, _ in rows(text))


def test_what_is_confirmed_in_words_is_said() -> None:
    assert rows("Germany confirmed on Tuesday that Dov Kerr had left.")[0][1] == "confirmed"
