from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from onrecord.annotate.onnx import MODELS, load_tokenizer, read_verified
from onrecord.annotate.tagger import Window, tag_words
from onrecord.annotate.tagger_decode import best_tags, decode, find_ranges
from onrecord.annotate.windows import MAX_PIECES, find_words, pack_windows
from onrecord.errors import ModelError


def rows(tags: list[int]) -> np.ndarray:
    scores = np.full((len(tags), 7), -9.0)
    scores[np.arange(len(tags)), tags] = -0.01
    return scores


def test_an_inside_tag_never_follows_another_role() -> None:
    scores = rows([5, 6, 2, 6])
    tags = best_tags(scores)
    assert all(tag not in (2, 4, 6) or before in (tag, tag - 1) for before, tag in pairwise(tags))


def test_ranges_by_role() -> None:
    assert find_ranges([1, 2, 3, 0, 5, 6]) == {"source": [(0, 2)], "cue": [(2, 3)], "content": [(4, 6)]}


def test_a_second_cue_shares_the_source_to_its_left() -> None:
    text = "Moreau said rain fell and denied hail"
    words = tuple(find_words(text))
    links = np.full((7, 7), -8.0)
    for word, cue in ((0, 1), (2, 1), (3, 1), (6, 5)):
        links[word, cue] = -0.1
    found = decode((Window(words=words, roles=rows([1, 3, 5, 6, 0, 3, 5]), links=links),), text)
    assert [(one.source, one.content, one.shared) for one in found] == [
        (((0, 6),), ((12, 21),), False),
        (((0, 6),), ((33, 37),), True),
    ]


def test_windows_hold_every_word_once_and_fit() -> None:
    text = "\n".join("word " * length + "end." for length in (3, 400, 7, 90, 200))
    words = find_words(text)
    pieces = [[1, 2] for _ in words]
    seen: list[int] = []
    for indices, _ in pack_windows(text, words, pieces):
        assert sum(len(pieces[i]) for i in indices) <= MAX_PIECES
        seen += indices
    assert seen == list(range(len(words)))


def test_a_damaged_or_missing_model_file_says_so(tmp_path: Path) -> None:
    damaged = tmp_path / "weights.onnx"
    damaged.write_bytes(b"not a model")
    with pytest.raises(ModelError, match="damaged"):
        read_verified(damaged, "0" * 64)
    with pytest.raises(ModelError, match="cannot be read"):
        read_verified(tmp_path / "none.onnx", "0" * 64)


def test_the_shipped_weights_run_and_are_deterministic() -> None:
    text = "The minister said the bridge would open in May."
    first, second = tag_words(text), tag_words(text)
    assert len(first) == 1
    assert np.array_equal(first[0].roles, second[0].roles)
    assert [text[slice(*one.source[0])] for one in decode(first, text)] == ["The minister"]
    assert load_tokenizer().token_to_id("[SEP]") == 102
    assert (MODELS / "NOTICE.md").is_file()


def test_an_empty_text() -> None:
    assert tag_words(" \n ") == ()
