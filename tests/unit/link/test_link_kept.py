"""The memo as bytes: what a second command takes over, and what it does not."""

import zlib

import pytest
from link_builders import Builder

from onrecord.link import kept, link
from onrecord.memo import Memo

WHO = ("Mara Osei", "Tolan Brek")
QUOTE = "“The harbour cranes will be settled before the winter comes at last,”"


def build_articles(count: int) -> list:
    """Articles on one affair, every other one without a date."""
    articles = []
    for number in range(count):
        text = f"On Monday {' and '.join(WHO)} held a phone call, round {number}. {QUOTE} {WHO[0]} said."
        one = Builder(f"doc-{number}", text, None if number % 2 else f"2031-03-0{number + 1}")
        time = one.time("On Monday")
        one.event(f"{' and '.join(WHO)} held a phone call", WHO, times=(time,))
        one.quote(QUOTE, WHO[0], said=time)
        articles.append(one.build())
    return articles


@pytest.fixture
def articles() -> list:
    return build_articles(6)


def test_a_second_command_works_nothing_out_again(articles: list) -> None:
    first, second = Memo(), Memo()
    linked = link(articles, memo=first)
    assert linked.events
    kept.unpack_memo(second, dict(kept.pack_memo(first)))
    assert link(articles, memo=second) == linked
    assert not second.made
    assert second.asked == first.asked


def test_one_more_article_gives_the_record_of_a_full_run(articles: list) -> None:
    first, second = Memo(), Memo()
    link(articles[:-1], memo=first)
    kept.unpack_memo(second, dict(kept.pack_memo(first)))
    assert link(articles, memo=second) == link(articles)


def test_all_that_is_recalled_is_kept(articles: list) -> None:
    memo = Memo()
    link(articles, memo=memo)
    assert set(memo.asked) <= set(kept.KINDS)
    assert memo.asked["pair of event accounts"]


def test_what_is_damaged_is_worked_out_anew(articles: list) -> None:
    first, second = Memo(), Memo()
    linked = link(articles, memo=first)
    bodies = dict(kept.pack_memo(first))
    bodies["likeness"] = b"\x00no archive"
    bodies["shared text"] = zlib.compress(b"\xc1 no message")
    del bodies["vector"]
    kept.unpack_memo(second, bodies)
    assert link(articles, memo=second) == linked
    assert {"vector", "likeness"} <= set(second.made) <= {"vector", "likeness", "shared text"}


def test_what_there_is_no_room_for_is_left_out(articles: list, monkeypatch: pytest.MonkeyPatch) -> None:
    memo = Memo()
    link(articles, memo=memo)
    whole = dict(kept.pack_memo(memo))
    room = sum(map(len, whole.values())) - len(whole["vector"]) // 2
    monkeypatch.setattr(kept, "MOST_BYTES", room)
    bodies = dict(kept.pack_memo(memo))
    assert set(whole) - set(bodies) == {"vector"}
    assert sum(map(len, bodies.values())) <= room
