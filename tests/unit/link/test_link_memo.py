"""Linking with a memo: the same record as without, and little work for one more document."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from link_builders import Builder

from onrecord.annotations import Annotated
from onrecord.corrections.constraints import Constraints
from onrecord.link import link, words
from onrecord.linked import Local
from onrecord.memo import Memo
from onrecord.records import Published

PAIRS = ("likeness", "shared text", "pair of event accounts", "pair of documents to date")
NAMES = ["Mara Osei", "Tolan Brek", "Ida Ruun", "Sefa Marn", "Odo Lind", "Runa Vey", "Hal Tirso", "Pia Kolm"]
THEMES = ["harbour cranes dredging", "orchard blight spraying", "tunnel drilling concession", "archive parchment theft"]


def build_article(affair: int, number: int, day: str | None) -> Annotated:
    """An article of one of four affairs, each with its own people and words."""
    who = NAMES[2 * affair : 2 * affair + 2]
    quote = f"“The {THEMES[affair]} will be settled before the winter comes at last,”"
    text = (
        f"On Monday {' and '.join(who)} held a phone call on {THEMES[affair]}, round {number}. {quote} {who[0]} said."
    )
    one = Builder(f"doc-{affair}{number}", text, day)
    time = one.time("On Monday")
    one.event(f"{' and '.join(who)} held a phone call", who, times=(time,))
    one.quote(quote, who[0], said=time)
    return one.build()


def build_articles() -> list[Annotated]:
    days = ["2031-03-04", "2031-03-05", None, "2031-03-11", "2031-03-12", None]
    return [build_article(affair, number, day) for affair in range(4) for number, day in enumerate(days)]


@pytest.fixture(autouse=True)
def _small_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample that is smaller than the story, as in a large record."""
    monkeypatch.setattr(words, "SAMPLE", 6)


def count_pairs(memo: Memo) -> tuple[int, int]:
    """The pairs worked out and asked for in the last run."""
    return sum(memo.made[kind] for kind in PAIRS), sum(memo.asked[kind] for kind in PAIRS)


@pytest.mark.parametrize("seed", range(2))
def test_added_one_by_one_in_any_order_the_record_is_that_of_a_full_run(seed: int) -> None:
    articles = build_articles()
    random.Random(seed).shuffle(articles)
    memo = Memo()
    for count in range(1, len(articles) + 1):
        linked = link(articles[:count], memo=memo)
        if count % 5 == 0:
            assert linked == link(articles[:count])
    assert linked == link(build_articles())
    assert linked.events


def test_one_more_article_is_held_against_its_own_affair_only() -> None:
    articles = build_articles()
    outside = [
        one for one in articles if one.document.id not in words.choose_sample(each.document.id for each in articles)
    ]
    memo = Memo()
    link([one for one in articles if one is not outside[0]], memo=memo)
    whole, _ = count_pairs(memo)
    link(articles, memo=memo)
    made, asked = count_pairs(memo)
    assert 0 < made < whole / 6
    assert asked > whole
    link(articles, memo=memo)
    assert count_pairs(memo)[0] == 0


@pytest.mark.parametrize("place", [0, 2, 7])
def test_a_date_given_later_is_taken_up(place: int) -> None:
    articles = build_articles()
    memo = Memo()
    link(articles, memo=memo)
    given = Published(edtf="2031-03-25", earliest="2031-03-25", latest="2031-03-25", basis="given")
    articles[place] = redate(articles[place], given)
    assert link(articles, memo=memo) == link(articles)


def redate(one: Annotated, published: Published) -> Annotated:
    return replace(one, document=replace(one.document, published=published))


def test_a_correction_is_taken_up() -> None:
    articles = build_articles()
    memo = Memo()
    before = link(articles, memo=memo)
    a, b = find_pair_of_one_event(before.event_of)
    parted = Constraints(parted_events={a: {b: "an editor"}, b: {a: "an editor"}})
    after = link(articles, parted, memo=memo)
    assert after == link(articles, parted)
    assert after.event_of[a] != after.event_of[b]
    assert link(articles, memo=memo) == before


def find_pair_of_one_event(event_of: Mapping[Local, str]) -> Sequence[Local]:
    found: dict[str, list[Local]] = {}
    for local, event in event_of.items():
        found.setdefault(event, []).append(local)
    return next(one for one in found.values() if len(one) > 1)[:2]
