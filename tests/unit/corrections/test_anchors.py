"""Anchors lead back to the very words they were made on, or nowhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.corrections.anchors import Library, build_anchor
from onrecord.records import Document, Evidence

TEXT = "Osei spoke first. “The road is closed,” she said. Brek spoke next. “The bridge is closed,” he said."


def document(text: str, id_: str = "doc-1", uri: str = "a.txt", raw: str = "raw") -> Document:
    return Document(id=id_, uri=uri, sha256=raw, text=text)


def find(anchor, *documents):
    return Library(documents).find(anchor)


@given(st.text(alphabet="ab .\n", min_size=1, max_size=80), st.integers(0, 79), st.integers(1, 9))
def test_any_words_are_found_again_at_their_own_place(text, start, size):
    end = min(len(text), start + size)
    if start >= end or text[start:end] != text[start:end].strip():
        return
    one = document(text)
    assert find(build_anchor(one, start, end), one) == Evidence(document="doc-1", start=start, end=end)


def anchor_of(words: str, text: str = TEXT, nth: int = 1):
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return build_anchor(document(text), start, start + len(words))


def test_the_same_words_are_told_apart_by_what_stands_around_them():
    assert find(anchor_of("closed", nth=2), document(TEXT)).start == TEXT.rindex("closed")


def test_words_are_found_in_a_text_that_a_newer_reader_has_made_of_the_same_bytes():
    newer = document("The Ledger\n\n" + TEXT.replace(" she said", "\nshe  said"))
    found = find(anchor_of("closed", nth=2), newer)
    assert newer.text[found.start : found.end] == "closed"
    assert found.start == newer.text.rindex("closed")


def test_words_that_are_gone_are_not_found():
    assert (
        find(anchor_of("bridge"), document(TEXT.replace("bridge", "tunnel"))) == "“bridge” is not to be found in a.txt"
    )


def test_the_same_words_elsewhere_are_not_taken_for_them():
    changed = document(TEXT.replace("“The road is closed,” she said", "She was silent"))
    assert "only in other surroundings" in find(anchor_of("closed", nth=1), changed)


def test_words_found_twice_with_no_context_that_decides_are_not_found():
    bare = replace(anchor_of("closed"), prefix="", suffix="")
    assert find(bare, document(TEXT)) == "“closed” is found 2 times, and no context decides in a.txt"


def test_a_document_that_is_not_there_is_said_not_to_be():
    other = document(TEXT, id_="doc-2", uri="b.txt", raw="other")
    assert find(anchor_of("bridge"), replace(other, text="another text with a bridge")) == (
        "the record holds no document with the text of a.txt"
    )


def test_of_two_documents_of_one_text_the_id_decides_then_the_uri():
    anchor = anchor_of("bridge")
    one, copy = document(TEXT), document(TEXT, id_="doc-2", uri="b.txt", raw="other")
    assert find(anchor, copy, one).document == "doc-1"
    assert find(replace(anchor, document="", uri="b.txt"), copy, one).document == "doc-2"
    assert find(replace(anchor, document="", uri=""), copy, one) == "2 documents have the text of "


@pytest.mark.parametrize("exact", ["", "  \n "])
def test_no_words_are_no_anchor(exact):
    assert "no words" in find(replace(anchor_of("bridge"), exact=exact), document(TEXT))
