"""The memo: what is kept between two runs, and what is not."""

from onrecord.memo import Memo, digest


def test_a_result_is_worked_out_once_and_forgotten_when_a_run_does_not_ask_for_it() -> None:
    memo, calls = Memo(), []

    def ask(name: str) -> str:
        return memo.recall("word", digest(name), lambda: calls.append(name) or name.upper())

    memo.begin()
    assert [ask("ash"), ask("ash"), ask("elm")] == ["ASH", "ASH", "ELM"]
    assert (calls, memo.made["word"], memo.asked["word"]) == (["ash", "elm"], 2, 2)
    memo.begin()
    assert ask("elm") == "ELM"
    assert (calls, memo.made["word"], memo.asked["word"]) == (["ash", "elm"], 0, 1)
    memo.begin()
    assert ask("ash") == "ASH"
    assert calls == ["ash", "elm", "ash"]


def test_a_digest_tells_parts_and_kinds_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest(None) != digest("")
    assert digest(1) != digest("1")
    assert digest(frozenset({"x", "y", "z"})) == digest(frozenset({"z", "y", "x"}))
