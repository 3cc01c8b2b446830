"""Stances in the plain words of news: left open, said of what came before, in relative clauses, under "only"."""

import pytest
from annotate_builders import read


def stances(text: str) -> set[tuple[str, str, str]]:
    one = read(text)
    return {(one.actors[s.actor].name if s.actor is not None else "", s.stance, s.label) for s in one.stances}


@pytest.mark.parametrize(
    ("text", "party", "stance", "word"),
    [
        ("Premier Dora Vance would not hear of a longer truce.", "Dora Vance", "rejects", "truce"),
        ("Premier Dora Vance no longer insists on a toll.", "Dora Vance", "undecided", "toll"),
        ("Premier Dora Vance no longer supports the toll.", "Dora Vance", "opposes", "toll"),
        ("Premier Dora Vance does not oppose a toll.", "Dora Vance", "agrees", "toll"),
        ("Premier Dora Vance does not exclude a toll.", "Dora Vance", "undecided", "toll"),
        ("Premier Dora Vance left open whether she would accept the toll.", "Dora Vance", "undecided", "toll"),
        ("Premier Dora Vance has not taken a decision on the toll.", "Dora Vance", "undecided", "toll"),
        ("Premier Dora Vance stopped short of endorsing the toll.", "Dora Vance", "undecided", "toll"),
        ("Premier Dora Vance is said to favour a toll.", "Dora Vance", "supports", "toll"),
        ("Premier Dora Vance would agree to a toll only from 2031.", "Dora Vance", "conditional", "toll"),
        ("Unless the fee falls, Premier Dora Vance would not support a toll.", "Dora Vance", "conditional", "toll"),
        ("Premier Dora Vance threatened to vote against the toll.", "Dora Vance", "opposes", "toll"),
        ("Premier Dora Vance has dropped her opposition to the toll.", "Dora Vance", "agrees", "toll"),
        ("Premier Dora Vance called the toll unfair.", "Dora Vance", "opposes", "toll"),
        ("Premier Dora Vance gave the toll her full support.", "Dora Vance", "supports", "toll"),
        ("Ilmar Toven wants a toll, which Premier Dora Vance does not exclude.", "Dora Vance", "undecided", "toll"),
        ("Ilmar Toven backs a toll. Premier Dora Vance is against it.", "Dora Vance", "opposes", "toll"),
        ("Ilmar Toven backs a toll. Premier Dora Vance is fiercely opposed.", "Dora Vance", "opposes", "toll"),
        ("Ilmar Toven backs a toll. Premier Dora Vance is in two minds.", "Dora Vance", "undecided", "toll"),
        ("A toll is out of the question for Premier Dora Vance.", "Dora Vance", "opposes", "toll"),
        ("The yard will not be sold, Premier Dora Vance said.", "Dora Vance", "rejects", "sell yard"),
        ("Premier Dora Vance made her consent conditional on a lower toll.", "Dora Vance", "conditional", "consent"),
        ("Premier Dora Vance will back Ilmar Toven as speaker.", "Dora Vance", "supports", "Ilmar Toven as speaker"),
        ("Drivers urged Premier Dora Vance not to raise the toll.", "Drivers", "opposes", "toll"),
        ("There is wide support for the toll among farmers.", "farmers", "supports", "toll"),
    ],
)
def test_stance_in_plain_words(text: str, party: str, stance: str, word: str) -> None:
    assert any(one[:2] == (party, stance) and word in one[2] for one in stances(text)), stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "If I were Ilmar Toven I would reject the toll, Premier Dora Vance said.",
        "Premier Dora Vance said life is not fair.",
        "Premier Dora Vance adopted a different approach.",
        "Premier Dora Vance has not changed her position on the toll.",
        "Premier Dora Vance called on Monday for a new and dangerous race.",
        "Premier Dora Vance declined to talk to reporters.",
        "Police did not block the road, Premier Dora Vance said.",
    ],
)
def test_no_stance(text: str) -> None:
    assert not {one for one in stances(text) if one[1] != "proposes"}, stances(text)


def test_what_a_minister_says_of_her_country_is_told_for_it() -> None:
    found = stances("Castrel’s foreign minister, Sela Marrick, said her country could accept the toll.")
    assert any(one[:2] == ("Castrel", "agrees") for one in found), found
