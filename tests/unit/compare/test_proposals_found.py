"""Which labels are held against each other: all pairs that can be one proposal, and few others."""

import random
from dataclasses import dataclass

import numpy as np
import pytest
from short_texts import build_record

from onrecord.annotations import StanceMention
from onrecord.compare import proposals
from onrecord.compare.proposals import Stanced, find_label_pairs, likeness
from onrecord.records import UNKNOWN, Span, When

WORDS = [
    "harbour",
    "tariff",
    "quota",
    "ferry",
    "orchard",
    "tunnel",
    "dredging",
    "pension",
    "archive",
    "customs",
    "lagoon",
    "subsidy",
]


@dataclass(frozen=True)
class Undated:
    """A ground on which nothing is known of any date."""

    def published(self, document: str) -> When:
        return UNKNOWN


def build_labels(seed: int, count: int) -> list[list[Stanced]]:
    """Labels of few words out of a small stock, with embeddings of which some are near each other."""
    chance = random.Random(seed)
    numbers = np.random.default_rng(seed)
    themes = numbers.normal(size=(6, 16))
    groups = []
    for at in range(count):
        vector = themes[chance.randrange(6)] + 0.6 * numbers.normal(size=16)
        data = np.rint(vector / np.linalg.norm(vector) * 127).astype(np.int8).tobytes() if at % 7 else b""
        mention = StanceMention(
            start=0,
            end=1,
            actor=None,
            label=" ".join(chance.sample(WORDS, chance.randint(1, 5))),
            kind="measure",
            stance="supports",
            about=Span(start=0, end=1),
            embedding=data,
        )
        groups.append([Stanced(f"doc-{at % 9}", at, mention, None)])
    return groups


@pytest.mark.parametrize("seed", range(3))
def test_no_pair_that_can_be_one_is_missed(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposals, "BLOCK", 8)
    groups = build_labels(seed, 90)
    found = find_label_pairs(groups)
    wanted = {
        (n, m)
        for n in range(len(groups))
        for m in range(n + 1, len(groups))
        if likeness(Undated(), groups[n][0], groups[m][0]) >= proposals.ALIKE  # type: ignore[arg-type]
    }
    assert wanted
    assert wanted <= found
    assert len(found) < len(groups) * (len(groups) - 1) // 4


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("unilateral sanctions on Norland", "UN sanctions on Norland", True),
        ("a full truce", "a partial truce along the river", True),
        ("a full truce", "a truce", False),
        ("unilateral UN sanctions", "UN sanctions", False),
    ],
)
def test_qualifiers_of_which_there_can_be_but_one_keep_proposals_apart(a: str, b: str, clash: bool) -> None:
    assert proposals.qualifiers_clash(a, b) is clash


def matters_of(text: str) -> dict[str, str]:
    """The proposal of each party of a short text, by the party's name."""
    tables = build_record(("2031-03-05", text))
    names = {one.id: one.name for one in tables.actors}
    return {names[one.actor]: one.proposal for one in tables.positions if one.actor}


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("supports the law", "opposed the fishing law", True),
        ("supports the law", "opposed law enforcement funds", False),
        ("supports the law", "opposed the fishing law. Nils Brandt backs the tax law", False),
        ("supports the state fishing law", "opposed the federal fishing law", False),
        ("supports the release of hostages", "rejected the hostage release deal", True),
        ("supports the harbour sale", "opposed a sale of grain from the mills beside the old harbour", False),
    ],
    ids=["its head", "beside the head", "which of two", "state and federal", "one phrase", "here and there"],
)
def test_a_bare_word_names_the_one_proposal_that_it_is_the_head_of(first: str, second: str, one: bool) -> None:
    found = matters_of(f"Hanne Sorby {first}. Tilda Voss {second}.")
    assert (found["Hanne Sorby"] == found["Tilda Voss"]) is one


def test_a_bare_word_is_of_its_own_text_and_affair() -> None:
    days = ("2031-03-05", "2031-08-05")
    texts = [f"{name} supports the law." for name in ("Hanne Sorby", "Tilda Voss")]
    tables = build_record(*zip(days, texts, strict=True))
    assert len({one.proposal for one in tables.positions}) == 2
    tables = build_record(*zip((days[0], "2031-03-07"), texts, strict=True))
    assert len({one.proposal for one in tables.positions}) == 1
