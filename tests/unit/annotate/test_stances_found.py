"""Stances, assertions and commitments found in invented sentences; these tests load the parser once."""

import pytest
from annotate_builders import read, stances


@pytest.mark.parametrize(
    ("text", "party", "stance", "word"),
    [
        ("President Ilmar Toven agreed to a 20-day ceasefire, his office said.", "Ilmar Toven", "agrees", "20-day"),
        ("Prime Minister Dora Vance rejected the sugar tax on Monday.", "Dora Vance", "rejects", "sugar tax"),
        ("Prime Minister Dora Vance ruled out a sugar tax.", "Dora Vance", "rejects", "sugar tax"),
        ("Prime Minister Dora Vance will not accept a sugar tax.", "Dora Vance", "rejects", "sugar tax"),
        ("Prime Minister Dora Vance backs a sugar tax.", "Dora Vance", "supports", "sugar tax"),
        ("Prime Minister Dora Vance does not support a sugar tax.", "Dora Vance", "opposes", "sugar tax"),
        ("President Ilmar Toven did not commit to a truce.", "Ilmar Toven", "undecided", "truce"),
        ("President Ilmar Toven made no commitment to a truce.", "Ilmar Toven", "undecided", "truce"),
        ("President Ilmar Toven said a truce was unacceptable.", "Ilmar Toven", "opposes", "truce"),
        ("President Ilmar Toven said he would accept a truce if the army left.", "Ilmar Toven", "conditional", "truce"),
        ("Ilsa Bruun said the pause must come first.", "Ilsa Bruun", "proposes", "pause first"),
        ("Foreign Minister Sela Marrick is in favour of the gas contract.", "Sela Marrick", "supports", "gas contract"),
        ("Foreign Minister Sela Marrick is not in favour of the gas contract.", "Sela Marrick", "opposes", "contract"),
        ("Foreign Minister Sela Marrick is opposed to the gas contract.", "Sela Marrick", "opposes", "gas contract"),
        ("Foreign Minister Sela Marrick had no objection to the sale.", "Sela Marrick", "supports", "sale"),
        ("Foreign Minister Sela Marrick gave her full consent to the sale.", "Sela Marrick", "agrees", "sale"),
        ("Foreign Minister Sela Marrick advised against lifting the curfew.", "Sela Marrick", "opposes", "curfew"),
        ("Foreign Minister Sela Marrick has yet to decide on the loan.", "Sela Marrick", "undecided", "loan"),
        ("Foreign Minister Sela Marrick called the verdict a disgrace.", "Sela Marrick", "opposes", "verdict"),
        ("Foreign Minister Sela Marrick demanded an apology.", "Sela Marrick", "proposes", "apology"),
        ("The loan drew criticism from Foreign Minister Sela Marrick.", "Sela Marrick", "opposes", "loan"),
        ("Ilmar Toven would back the sale on condition that no yard is closed.", "Ilmar Toven", "conditional", "sale"),
        ("Prime Minister Dora Vance accepted the mediators’ plan for a truce.", "Dora Vance", "agrees", "truce"),
        ("Prime Minister Dora Vance backed the teachers’ call for a truce.", "Dora Vance", "supports", "truce"),
    ],
)
def test_stance_of_a_clause(text: str, party: str, stance: str, word: str) -> None:
    assert any(one[:2] == (party, stance) and word in one[2] for one in stances(text)), stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Ilmar Toven left before Prime Minister Dora Vance could support the sugar tax.",
        "Reporters asked whether Prime Minister Dora Vance supports the sugar tax.",
        "Prime Minister Dora Vance accepted the prize on Monday.",
        "Prime Minister Dora Vance welcomed her guests.",
        "Prime Minister Dora Vance wanted everyone to be happy.",
        "Prime Minister Dora Vance asked a driver to wait.",
        "Prime Minister Dora Vance wanted to give the sailors the chance to speak.",
        "Dora Vance wants a new garden.",
        "Prime Minister Dora Vance declined to say whether rain played a part.",
        "Prime Minister Dora Vance considers the shore a holy place.",
        "Prime Minister Dora Vance’s support for the tax has waned.",
        "Prime Minister Dora Vance will be in place by noon.",
    ],
)
def test_no_stance_where_none_is_asserted(text: str) -> None:
    assert not {one for one in stances(text) if one[0] == "Dora Vance"}, stances(text)


def test_a_call_that_is_rejected_was_made() -> None:
    found = stances("The minister’s call for a boycott was rejected by Prime Minister Dora Vance.")
    assert not any(one[1] == "denies" for one in found), found


def test_a_label_does_not_end_on_the_next_clause() -> None:
    found = stances("Prime Minister Dora Vance agreed to exchange lists of the people they hold.")
    assert any(one[2] == "exchange lists of the people" for one in found), found


def test_a_group_without_a_name_is_a_party_left_open() -> None:
    one = read("Tenants opposed the sale of the harbour.")
    assert [each.actor for each in one.stances] == [None]


def test_evidence_spans_cover_words() -> None:
    one = read("President Ilmar Toven agreed to a 20-day ceasefire, his office said.")
    for stance in one.stances:
        words = one.document.text[stance.start : stance.end]
        assert words == words.strip()
        assert "ceasefire" in words


def test_a_denial_is_a_negated_assertion() -> None:
    one = read("Castrel denied on Monday that its army shelled the port.")
    assert any(a.negated and a.predicate == "shell" for a in one.assertions)


def test_no_extension_is_a_negated_assertion() -> None:
    one = read("The palace said no extension had been discussed.")
    assert any(a.negated and a.predicate == "discuss" for a in one.assertions)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“I will call Prime Minister Dora Vance on Friday,” President Ilmar Toven said.", "on Friday"),
        ("Castrel agreed to release twelve prisoners by Friday.", "release twelve prisoners"),
        ("Prime Minister Dora Vance said she expects an agreement within two weeks.", "within two weeks"),
    ],
)
def test_commitment_with_its_due_time(text: str, words: str) -> None:
    one = read(text)
    found = [c for c in one.commitments if words in text[c.start : c.end]]
    assert found
    assert found[0].due is not None


def test_what_happened_or_may_happen_is_no_commitment() -> None:
    one = read(
        "President Ilmar Toven called Prime Minister Dora Vance on Friday. Storms could close the strait next week."
    )
    assert not one.commitments


@pytest.mark.parametrize(
    "text",
    [
        "Parliament has to approve the deal.",
        "Minister Ada Moreau closed the folder and called for her car.",
        "Minister Ada Moreau welcomed a baby boy on Monday.",
    ],
)
def test_what_is_still_to_be_done_or_fetched_is_no_stance(text: str) -> None:
    assert stances(text) == set()


def test_what_had_to_be_accepted_was() -> None:
    assert stances("Minister Ada Moreau of Orvia had to accept the deal.") != set()
