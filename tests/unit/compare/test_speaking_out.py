"""One party speaks out against what another wants or says, or takes up his last words; all texts are ours."""

import pytest
from short_texts import build_record

DAY = "2031-03-05"
BOTH = "Governor Ana Pelt and Senator Doyle Marsh spoke in Harlen. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Senator Marsh blasted Governor Pelt for her refusal to testify.", "stance"),
        (BOTH + "Marsh criticised Pelt's call to sell the port, calling it absurd.", "stance"),
        (BOTH + "Marsh mocked Pelt for claiming that the dam was safe.", "denial"),
        ("Senator Marsh insists that the vote was fair. Governor Pelt says it was not.", "denial"),
        ("Senator Marsh says that the firm does not pay its interns. Governor Pelt says it does.", "denial"),
        ("The former minister calls it caution; rivals deride it as cowardice.", "stance"),
        (
            "Liberals want the cuts extended for all but the wealthy, while Conservatives want them extended for "
            "everybody.",
            "stance",
        ),
        (
            "The militia claimed responsibility for the attack, but French officials said they do not believe that it "
            "was involved.",
            "denial",
        ),
        ("The school declined to comment Tuesday on reports that Dov Axel had been dismissed.", "unconfirmed"),
        ("Veltra Motors would not comment on the reports that Dov Axel had been dismissed.", "unconfirmed"),
        ("Governor Pelt said that the dam was safe, a point that Veltra Motors disputed.", "denial"),
        ("Governor Pelt said that the dam was safe, a point that Veltra Motors denied.", "denial"),
        ("Governor Ana Pelt proposed a debate in Harlen, but Senator Doyle Marsh rejected the idea.", "stance"),
        ("Spain backs the pipeline. France is against it.", "stance"),
        (
            "Governor Ana Pelt claimed that the letters did not speak for all teachers, but the union responded that "
            "they do indeed speak for all.",
            "denial",
        ),
        ("Governor Ana Pelt mocked Senator Doyle Marsh's story about a fight in a bakery.", "denial"),
        ("Senator Marsh said that the camps use her speeches. The Fact Desk deemed those statements false.", "denial"),
        (
            "Ice Tower tweeted that the phone still has a jack. This clashes with the account of Tek Droid, who "
            "suggested the jack would go.",
            "denial",
        ),
        (
            "Two aides said that a quarrel broke out within the firm. Dov Axel said he was unaware of any such "
            "quarrel.",
            "denial",
        ),
        ("Despite Governor Pelt's claim that the dam is safe, engineers have found two cracks in it.", "denial"),
        ("The letters are at odds with Governor Pelt's statement that she had never met the builder.", "denial"),
        (
            "Governor Pelt said that crime had doubled in Harlen. That claim is false: the figures show that it fell.",
            "denial",
        ),
    ],
)
def test_two_sides_of_one_thing(text: str, kind: str) -> None:
    assert [one.kind for one in build_record((DAY, text)).disputes] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        BOTH + "Marsh blasted Pelt for the crash in the harbour.",
        BOTH + "Marsh declined to criticise Pelt's decision to sell the port.",
        BOTH + "Marsh praised Pelt for her refusal to testify.",
        "Senator Marsh insists that the vote was fair. Governor Pelt says it was.",
        "Senator Marsh asked whether the dam was safe. Governor Pelt says it was not.",
        "The former minister calls it caution. Her rivals call the new law a gift to farmers.",
        "The militia claimed responsibility for the attack, and French officials said that two men were held.",
        "Governor Pelt declined to comment on the fire in Harlen.",
        "Spain offered Germany talks on the pipeline. Germany rejected the offer.",
        "France approved a bill on rain water. Spain rejected a bill on schools.",
        "Governor Ana Pelt said that the bill did not pass. The union responded that the weather did spoil the day.",
        "Governor Ana Pelt read Senator Doyle Marsh's story about a fight in a bakery.",
        "Ice Tower tweeted that the phone still has a jack. This goes with a cable from Tek Droid.",
        "Despite Governor Pelt's tears, engineers have found two cracks in the dam.",
        "Governor Pelt said that crime had doubled in Harlen. That is a fifth more than under Marsh.",
    ],
)
def test_look_alikes_are_none(text: str) -> None:
    assert build_record((DAY, text)).disputes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Orla Brandt, 54, of Harlen, says the bridge should stay open. Franson Dell, 18, from Lee County, disagrees.",
        "Governor Pelt defended her remarks calling the strike a riot. Senator Doyle Marsh forcefully differed.",
        "Senator Marsh said that the reactor was safe. Governor Pelt was not convinced.",
        "Senator Marsh said the reactor is safe. Governor Ana Pelt called that a lie.",
        "Senator Marsh said the reactor is safe. But Governor Ana Pelt said the opposite was true.",
        "Senator Marsh said the reactor is safe. Governor Ana Pelt questioned that claim.",
        "Veltra Motors claimed that it treats all alike, but the Consumers' League cited cases that suggest otherwise.",
        'The book accuses Dov Axel of treating the guards like servants. He said that is a "distortion."',
        "The union says the plant lost money. Dov Axel said the union's facts are wrong.",
        "Prosecutors say the school cheated its students. The school's lawyer, Jill Moss, said in March that the "
        'allegations had "no substance."',
        '"He voted for the gun lobby," Pelt said of Marsh. Marsh replied that what she says is very disingenuous.',
        "Senator Marsh accused Governor Pelt of lying to voters. Pelt responded that she had told the truth.",
    ],
)
def test_words_that_turn_a_claim_away(text: str) -> None:
    (found,) = build_record((DAY, text)).disputes
    assert found.kind == "denial"


@pytest.mark.parametrize(
    "text",
    [
        "Senator Marsh accused Governor Pelt of lying to voters. Pelt responded that she was sorry.",
        "Senator Marsh said the reactor is safe. Governor Ana Pelt called it a gift to the valley.",
        "Senator Marsh said the reactor is safe. Governor Ana Pelt said the opposite bank was dry.",
        "Senator Marsh said the reactor is safe. Governor Ana Pelt questioned two guards.",
        "Orla Brandt says the bridge should stay open. Two rivers meet in Harlen, Lee County, and one is convinced.",
        "The spokesperson said the photos showed a friendship. A spokesperson said that her claims were untrue.",
    ],
)
def test_words_that_turn_nothing_away(text: str) -> None:
    assert build_record((DAY, text)).disputes == ()


def test_a_denial_in_a_relative_clause_has_words() -> None:
    (found,) = build_record(
        (DAY, "Governor Pelt said that the dam was safe, a point that Veltra Motors denied.")
    ).disputes
    assert all(one.start < one.end for one in found.evidence)
    assert all(side.value for side in found.sides)
