from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.quotes import find_quotes, is_scare, trim_marks
from onrecord.records import Span


def quoted(text: str) -> list[str]:
    return [text[quote.inner.start : quote.inner.end] for quote in find_quotes(text)]


def test_every_kind_of_mark() -> None:
    text = "“One,” she said. \"Two,\" he said. «Three,» they said. ‘Four,’ it said. ``Five,'' we said."
    assert quoted(text) == ["One,", "Two,", "Three,", "Four,", "Five,"]


def test_apostrophes_are_no_quotes() -> None:
    assert quoted("Karsovia’s minister didn't see the envoys' plan of the '90s, or the ’80s.") == []


def test_single_marks_with_an_apostrophe_inside() -> None:
    assert quoted("It was 'the ministers' last chance,' he said.") == ["the ministers' last chance,"]


def test_nested_quotes_have_a_depth() -> None:
    quotes = find_quotes("“He told me ‘never,’ and left,” she said.")
    assert [quote.depth for quote in quotes] == [0, 1]


def test_a_missing_mark_ends_with_the_paragraph() -> None:
    text = "“We will not sign, the envoy said.\nNothing more was heard. “Wait,” he added."
    quotes = find_quotes(text)
    assert [quote.closed for quote in quotes] == [False, True]
    assert text[quotes[0].start : quotes[0].end] == "“We will not sign, the envoy said."


def test_a_missing_curly_mark_ends_before_who_says_what_follows() -> None:
    text = "He had “brought a list of steps. She added: “We start at noon.”"
    assert quoted(text) == ["brought a list of steps.", "We start at noon."]
    assert quoted("“He told me, “Go away,” and I left,” she said.") == [
        "He told me, “Go away,” and I left,",
        "Go away,",
    ]


def test_a_quote_that_runs_over_paragraphs() -> None:
    quotes = find_quotes("“We met in the harbour.\n“We will meet again,” the minister said.")
    assert [(quote.closed, quote.continues) for quote in quotes] == [(False, False), (True, True)]


def test_a_quote_goes_on_behind_a_caption() -> None:
    text = "“We met in the harbour.\nThe harbour of Lorn at noon (Pardo)\n“We will meet again,” the minister said."
    assert [(quote.closed, quote.continues) for quote in find_quotes(text)] == [(False, False), (True, True)]
    text = text.replace("at noon (Pardo)", "was empty at noon.")
    assert [(quote.closed, quote.continues) for quote in find_quotes(text)] == [(False, False), (True, False)]


def test_a_heading_in_marks_goes_on_with_nothing() -> None:
    quotes = find_quotes("“We met in the harbour.\n“I took the wrong boat”\n“It was a long way home.”")
    assert [quote.continues for quote in quotes] == [False, False, True]


def test_a_paragraph_that_lacks_the_mark_that_opens_it_again() -> None:
    text = "“We met in the harbour.\nThe boats were late. We will meet again.”\nA ”good” boat is rare."
    quotes = find_quotes(text)
    assert text[quotes[1].start : quotes[1].end] == "The boats were late. We will meet again.”"
    assert quotes[1].continues


def test_single_marks_left_open_over_paragraphs() -> None:
    text = "'It was close,' Osk said. 'I didn't see the boat, but we were safe in the end.\n'We weren't lost.'"
    assert quoted(text)[1:] == ["I didn't see the boat, but we were safe in the end.", "We weren't lost."]
    assert [quote.continues for quote in find_quotes(text)] == [False, False, True]
    assert quoted("'Bama fans who came to see the boat were late. The boat didn't wait for them.") == []


def test_terms_in_marks_are_not_quotations() -> None:
    text = "She called it a “good sign” and said “the talks will go on until the spring.” “Never!” he said."
    assert [is_scare(text, quote) for quote in find_quotes(text)] == [True, False, False]


def test_marks_and_stops_are_trimmed_only_in_pairs() -> None:
    text = "“It is over.”"
    assert trim_marks(text, Span(start=0, end=len(text))) == Span(start=1, end=11)
    text = "“Good” is what she called the “deal”"
    assert trim_marks(text, Span(start=0, end=len(text))) == Span(start=0, end=len(text))


@given(st.text(alphabet="ab .,'\"“”‘’«»\n`", max_size=60))
def test_no_text_is_refused_and_spans_lie_inside(text: str) -> None:
    for quote in find_quotes(text):
        assert 0 <= quote.start <= quote.inner.start < quote.inner.end <= quote.end <= len(text)
        assert find_quotes(text) == find_quotes(text)
