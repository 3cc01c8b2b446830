"""Reports against who denies them, and what a party does not confirm."""

import pytest
from short_texts import build_record

DAY = "2031-05-16"


def denials(text: str) -> list[tuple[str, str, str]]:
    """(who reports, what, who denies) of every denial in the record of one text."""
    tables = build_record((DAY, text))
    names = {one.id: one.name for one in tables.actors}
    return [
        (names.get(one.sides[0].holders[0], "?"), one.sides[0].value, names.get(one.sides[1].holders[0], "?"))
        for one in tables.disputes
        if one.kind == "denial"
    ]


@pytest.mark.parametrize(
    ("text", "who", "told", "denier"),
    [
        (
            "Norway denied a report by the Oslo Journal that it had sold arms to Denmark.",
            "Oslo Journal",
            "sold arms",
            "Norway",
        ),
        (
            "The Oslo Times first reported Friday that Elder Voice has decided to accept cuts. Elder Voice pushed back "
            "Friday on a report claiming that Elder Voice was dropping its opposition to benefit cuts.",
            "Oslo Times",
            "accept cuts",
            "Elder Voice",
        ),
        (
            "Ann Low's campaign disputed a report in the Oslo Times as a distortion of her service in the Navy. "
            "According to the Times, Low never served abroad.",
            "Oslo Times",
            "never served",
            "Ann Low's campaign",
        ),
        (
            "The Oslo Times came out on Monday. Halden Corp. disputes an Oslo Times report released Monday, where "
            "an unnamed source \"said the breaches involved the same intruders.\"",
            "Oslo Times",
            "same intruders",
            "Halden Corp.",
        ),
        (
            "The Oslo Times wrote that Minister Ann Low had taken a loan from Jan Berg. Low called the article a lie.",
            "Oslo Times",
            "taken a loan",
            "Ann Low",
        ),
    ],
)  # fmt: skip
def test_a_report_and_its_denial_are_two_sides(text, who, told, denier):
    assert any(one == who and told in words and other == denier for one, words, other in denials(text))


@pytest.mark.parametrize(
    "text",
    [
        "Halden Corp. denied media reports that it would close the plant.",
        "Elder Voice pushed back Friday on a report claiming that Elder Voice was dropping its opposition to cuts.",
        "The Oslo Times reported that Denmark had bought a ship. Norway denied a report that Sweden was out.",
        "The Oslo Times reported that Norway had bought a ship. Minister Ann Low called the article a triumph.",
        "The army pushed back on Friday at the rebels.",
    ],
)
def test_without_an_outlet_or_its_words_there_are_no_two_sides(text):
    assert denials(text) == []


def test_what_a_party_denies_of_a_report_is_no_stance_of_its_own():
    text = "Elder Voice pushed back Friday on a report claiming that Elder Voice was dropping its opposition to cuts."
    tables = build_record((DAY, text))
    assert {one.stance for one in tables.positions} == {"denies"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Danish Minister Ann Low refused to confirm reports that Norway had seized the ship.", "Norway had seized"),
        ("The Danish Navy would neither confirm nor deny that the ship had been seized.", "ship had been seized"),
        ("The Danish Navy declined to confirm whether the ship had been seized.", "ship had been seized"),
        ("The Danish Navy refused to confirm the seizure of the ship.", "seizure of the ship"),
    ],
)
def test_what_is_not_confirmed_is_a_position(text, label):
    tables = build_record((DAY, text))
    labels = {one.id: one.label for one in tables.proposals}
    assert [(one.stance, label in labels[one.proposal]) for one in tables.positions] == [("unconfirmed", True)]


def test_what_is_confirmed_is_none():
    assert build_record((DAY, "The Danish Navy confirmed that the ship had been seized.")).positions == ()


def test_the_same_words_with_a_not_deny_what_was_said():
    text = "Tidal Lab said the station was out of control. Engineer Jan Berg said the station was not out of control."
    assert [told for _, told, _ in denials(text)] == ["the station was out of control"]
    assert denials(text.replace("was out", "was in")) == []


def test_who_placed_the_call_is_a_value_of_it():
    lead = "Danish President Karl Holt telephoned Norwegian King Olaf Lund on Monday, the Danish embassy said. "
    found = build_record((DAY, lead + "The Norwegian palace said Lund had placed the call.")).disputes
    assert [(one.facet, {side.value for side in one.sides}) for one in found] == [
        ("initiator", {"Karl Holt", "Olaf Lund"})
    ]
    assert build_record((DAY, lead + "The Norwegian palace said Lund had placed a wreath.")).disputes == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Police said the shop had no permit. Its owner, Jan Berg, said he had one.", 1),
        ("Jan Berg said the ferry had a licence. The harbour police of Oslo said it had none.", 1),
        ("Police said the shop had no permit. Jan Berg, a neighbour, said a rival stall had one.", 0),
        ("Police said the shop had no permit. Its owner, Jan Berg, said he had one employee.", 0),
        ("Police said they had no idea. Jan Berg said he had one.", 0),
    ],
)
def test_who_had_one_and_who_had_none_are_two_sides(text, count):
    assert len(denials(text)) == count
