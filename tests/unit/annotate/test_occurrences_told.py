"""Deeds and contacts as ordinary news tells them: attacks on houses, tolls, tests, visits in passing; what is none."""

import pytest
from annotate_builders import read


def deeds(text: str) -> list[tuple[str, str, set[str]]]:
    """(type, status, participants) of every event."""
    one = read(text)
    return [(e.type, e.status, {one.actors[part.actor].name for part in e.participants}) for e in one.events]


def days(text: str) -> list[list[str]]:
    """The words of the times of every event."""
    one = read(text)
    return [[text[one.times[at].start : one.times[at].end] for at in event.times] for event in one.events]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Gunmen attacked the Velar nightclub in Oslo on 13 November.", ("ASSAULT", "happened", {"Gunmen"})),
        ("Militants rammed a car into the wall of a hotel in Oslo.", ("ASSAULT", "happened", {"Militants"})),
        ("Scores are dead after a truck plowed into a crowd in Oslo.", ("ASSAULT", "happened", {"Oslo"})),
        (
            "Ten people were killed on Friday when a truck ploughed through a crowd in Oslo.",
            ("ASSAULT", "happened", {"Oslo"}),
        ),
        ("Milo Bern was killed in the attack on Friday.", ("ASSAULT", "happened", {"Milo Bern"})),
        (
            "Kenyan consulate in Oslo bombed in attack by the Red Front",
            ("ASSAULT", "happened", {"Kenyan consulate", "Red Front"}),
        ),
        (
            "Two people died in an attack on the Kenyan consulate in Oslo.",
            ("ASSAULT", "happened", {"Kenyan consulate"}),
        ),
        (
            "A review of last year's assault on a Kenyan compound in Oslo found nothing.",
            ("ASSAULT", "happened", {"Kenya"}),
        ),
        (
            "It was revenge for Kenya's airstrikes against a village near Tarsk last week.",
            ("ASSAULT", "happened", {"Kenya"}),
        ),
        ("Kenya freed two of the six captives on Friday.", ("CONCEDE", "happened", {"Kenya"})),
        (
            "The Tarsk Police are investigating whether the driver fell asleep.",
            ("ACCUSE", "ongoing", {"Tarsk Police"}),
        ),
        (
            "Milo Bern said that he is pulling out of his own debate.",
            ("REJECT", "ongoing", {"Milo Bern"}),
        ),
        (
            "Norway wanted a ban. Oil for Kenya was cut after the country conducted a nuclear test on 3 May.",
            ("MOBILIZE", "happened", {"Kenya"}),
        ),
        (
            "Kenya conducted a nuclear test and followed it with the launch of a missile on 29 May.",
            ("MOBILIZE", "happened", {"Kenya"}),
        ),
        (
            "When it blacklisted three Kenyan firms in May, the Treasury Department spoke of tricks.",
            ("SANCTION", "happened", {"Treasury Department", "Kenyan firms"}),
        ),
        (
            "The UN Security Council voted in favour of a resolution toughening sanctions on Kenya.",
            ("SANCTION", "happened", {"UN Security Council", "Kenya"}),
        ),
        ("Norway condemned the attack on Friday.", ("ACCUSE", "happened", {"Norway"})),
        ("A missile was launched from Kenya on Friday.", ("MOBILIZE", "happened", {"Kenya"})),
        (
            "The Energy Ministry spoke on Monday. It also revoked the licence of Corvin Mining Ltd.",
            ("COERCE", "happened", {"Energy Ministry", "Corvin Mining Ltd."}),
        ),
        (
            "Norwegian ships transferred oil to Kenyan vessels in May. Norway and Kenya denied it.",
            ("AID", "happened", {"Norway", "Kenya"}),
        ),
        ("The Senate issued a subpoena to Milo Bern on Friday.", ("COERCE", "happened", {"Senate", "Milo Bern"})),
        (
            "The Justice Ministry has initiated an investigation into the Velar Bank.",
            ("ACCUSE", "happened", {"Justice Ministry", "Velar Bank"}),
        ),
        ("Protests erupted in Oslo on Saturday.", ("PROTEST", "happened", {"Oslo"})),
        ("The Velar Trust has donated millions of dollars to charities.", ("AID", "happened", {"Velar Trust"})),
        (
            "Ilmar Toven joined a chorus of voters calling for Ada Osk to drop out of the Senate race.",
            ("RETREAT", "proposed", {"Ada Osk", "Senate"}),
        ),
    ],
)
def test_a_deed_of_ordinary_news(text: str, deed: tuple[str, str, set[str]]) -> None:
    assert deed in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway attacked the plan in Oslo on Friday.",  # in words
        "Norway weighed the plan on Friday.",
        "Milo Bern landed in Nairobi on Friday.",  # a passenger
        "The judge asked Milo Bern about the plan.",
        "The judge ruled that Milo Bern must pay a fine.",
        "Milo Bern is set to launch a rocket on Tuesday.",  # no state's arms
        "The picture was provided to Ada Osk by Milo Bern.",
        "The Velar Bank expects losses because of the law recently signed.",
        "Milo Bern intercepts a pass.",
        "Milo Bern was released from hospital on Friday.",
        "Milo Bern played in Oslo before joining the North League.",
    ],
)
def test_what_is_no_deed(text: str) -> None:
    assert deeds(text) == []


def test_who_was_shot_did_not_act() -> None:
    assert ("AID", "happened", {"Milo Bern"}) not in deeds("Milo Bern was shot on Friday to save a boy.")


def test_talks_left_to_others_are_not_refused() -> None:
    assert all(type_ != "REJECT" for type_, _, _ in deeds("Ada Osk left the negotiations to clerks."))


def test_home_of_victims_is_not_where_it_was() -> None:
    assert all("Kenya" not in names for _, _, names in deeds("Two children from Kenya died in the attack on Friday."))


def test_who_tells_of_an_attack_did_not_make_it() -> None:
    found = deeds("President Ada Osk was briefed on the attack in Oslo by Lisa Monn on Friday.")
    assert sorted(found) == [
        ("ASSAULT", "happened", {"Oslo"}),
        ("CONSULT", "happened", {"Ada Osk", "Lisa Monn"}),
    ]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Nadia Ferr was met by President Ilmar Toven at the airport on Friday.", {"Nadia Ferr", "Ilmar Toven"}),
        (
            "Ilmar Toven treated her well when she visited in May, Ada Osk said on Thursday.",
            {"Ilmar Toven", "Ada Osk"},
        ),
        ("President Ada Osk landed in Nairobi on Friday.", {"Ada Osk"}),
        ("President Ada Osk visited the crash site.", {"Ada Osk"}),
        ("President Ada Osk left the festival to go to Nairobi.", {"Ada Osk"}),
        ("Ilmar Toven attended the meeting with his wife on Friday.", {"Ilmar Toven"}),
    ],
)
def test_a_contact_told_in_passing(text: str, parties: set[str]) -> None:
    assert ("CONSULT", "happened", parties) in deeds(text)


def test_the_end_of_talks_is_theirs() -> None:
    text = "Talks between Norway and Kenya opened in Oslo on Monday. The talks ended on Thursday without a deal."
    opened, ended = read(text).events
    assert (days(text), ended.antecedent) == ([["Monday"], []], 0)
    assert len(opened.participants) == len(ended.participants) == 2


def test_a_visit_called_off_lies_ahead() -> None:
    one = read("Chancellor Ada Osk cancelled her visit to Kenya, which was to begin on Thursday.")
    assert [one.times[at].tense for event in one.events for at in event.times] == ["future"]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            "A Tarsk man was arrested on Thursday. Milo Bern, 67, faces 269 counts of fraud.",
            ("COERCE", "happened", {"Milo Bern"}),
        ),
        (
            "A 16-year-old girl was indicted on Monday. Students hailed Ada Osk, 16, as an icon.",
            ("ACCUSE", "happened", {"Ada Osk"}),
        ),
    ],
)
def test_somebody_who_is_named_below(text: str, deed: tuple[str, str, set[str]]) -> None:
    assert deed in deeds(text)


@pytest.mark.parametrize(
    "text",
    [
        "A woman was shot in Oslo on Monday. Police arrested Milo Bern, 34.",  # another part
        "A man was arrested in Oslo on Friday. Milo Bern, 30, and Abel Touk, 31, were charged.",  # either of two
        "A 16-year-old girl was indicted on Monday. Students hailed Ada Osk, 17, as an icon.",
    ],
)
def test_who_is_named_below_may_be_another(text: str) -> None:
    assert not any({"Milo Bern", "Ada Osk"} & names for _, _, names in deeds(text)[:1])
