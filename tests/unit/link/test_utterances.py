"""Utterances: the same act of speech across statements and documents."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.utterances import link_utterances
from onrecord.records import Document, Party, Published, Span, Statement, When

POST = "We have begun the arrangements for a meeting of the harbour commission in Lutha next spring"
SECOND = "The lighthouse tariff will be halved before the winter storms arrive"


def row(
    number: int,
    text: str,
    *,
    document: str = "doc-1",
    actor: str | None = "act-1",
    kind: str = "direct",
    channel: str | None = None,
    day: str | None = "2031-04-02",
    negated: bool = False,
) -> tuple[Statement, str]:
    when = When(edtf=day, earliest=day, latest=day) if day else When()
    statement = Statement(
        id=f"sta-{number}", document=document, content=(Span(start=0, end=len(text)),),
        cue=(Span(start=0, end=0),), source=Party(actor=actor), kind=kind, act="state",  # type: ignore[arg-type]
        channel=channel, said=when, negated=negated,
    )  # fmt: skip
    return statement, text


def link(*made: tuple[Statement, str]) -> list[tuple[str, ...]]:
    statements, documents, at = [], {}, {}
    texts: dict[str, str] = {}
    for statement, text in made:
        start = len(texts.setdefault(statement.document, ""))
        texts[statement.document] += text + "\n"
        at[statement.id] = start
        statements.append(
            replace(
                statement,
                content=(Span(start=start, end=start + len(text)),),
                cue=(Span(start=start + len(text), end=start + len(text)),),
            )
        )
    published = Published(edtf="2031-04-03", earliest="2031-04-03", latest="2031-04-03", basis="stated")
    for key, text in texts.items():
        documents[key] = Document(id=key, uri=key, sha256="0", text=text, published=published)
    utterances, rows, _ = link_utterances(statements, documents)
    assert {one.id for one in rows if one.utterance} == {id_ for one in utterances for id_ in one.statements}
    return sorted(one.statements for one in utterances)


def test_a_post_quoted_and_paraphrased_is_one() -> None:
    a = row(1, POST, channel="Truth Social")
    b = row(2, POST[:60], document="doc-2")
    c = row(
        3, "she has begun the arrangements for a harbour commission meeting in Lutha", document="doc-3", kind="indirect"
    )
    assert link(a, b, c) == [("sta-1", "sta-2", "sta-3")]


def test_parts_of_a_post_are_one_but_two_quotations_are_two() -> None:
    assert link(row(1, POST, channel="X"), row(2, SECOND, channel="X")) == [("sta-1", "sta-2")]
    assert link(row(1, POST), row(2, SECOND)) == [("sta-1",), ("sta-2",)]


def test_speaker_time_and_channel_hold_apart() -> None:
    assert len(link(row(1, POST), row(2, POST, document="doc-2", actor="act-2"))) == 2
    assert len(link(row(1, POST), row(2, POST, document="doc-2", day="2031-04-01"))) == 2
    assert len(link(row(1, POST, channel="X"), row(2, POST, document="doc-2", channel="Facebook"))) == 2


def test_unknown_speaker_and_negated_statements() -> None:
    assert link(row(1, POST, actor=None), row(2, POST, actor=None, document="doc-2")) == [("sta-1",), ("sta-2",)]
    assert link(row(1, POST), row(2, POST, negated=True)) == [("sta-1",)]


def test_scrap_in_marks_joins_within_a_day_only() -> None:
    a = row(1, "it was a “good sign” that they met", kind="mixed")
    b = row(2, "the weather is a “good sign” for fishing", document="doc-2", kind="mixed", day=None)
    assert len(link(a, b)) == 2
    assert len(link(a, row(3, "the talks are a “good sign”", kind="mixed"))) == 1


def test_text_is_the_longest_direct_wording() -> None:
    long = row(1, f"“{POST}”")
    short = row(2, POST[:60], document="doc-2")
    documents = {
        "doc-1": Document(id="doc-1", uri="1", sha256="0", text=long[1]),
        "doc-2": Document(id="doc-2", uri="2", sha256="0", text=short[1]),
    }
    utterances, rows, links = link_utterances((long[0], short[0]), documents)
    assert [one.text for one in utterances] == [POST]
    assert utterances[0].documents == ("doc-1", "doc-2")
    assert all(one.utterance == utterances[0].id for one in rows)
    assert links[0].same
    assert "words in a row" in links[0].reasons[0]


def test_links_say_why_not() -> None:
    a, b = row(1, POST), row(2, POST, document="doc-2", day="2031-04-01")
    documents = {one[0].document: Document(id=one[0].document, uri="", sha256="0", text=one[1]) for one in (a, b)}
    published = Published(edtf="2031-04-03", earliest="2031-04-03", latest="2031-04-03")
    documents = {key: replace(one, published=published) for key, one in documents.items()}
    _, _, links = link_utterances((a[0], b[0]), documents)
    assert [one.same for one in links] == [False]
    assert "different times" in links[0].reasons[0]


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(6)))
def test_order_does_not_matter(order: list[int]) -> None:
    made = [
        row(1, POST, channel="X"),
        row(2, POST[:60], document="doc-2"),
        row(3, SECOND, document="doc-3", channel="X"),
        row(4, "she has begun the arrangements for a harbour commission meeting", document="doc-4", kind="indirect"),
        row(5, POST, document="doc-5", day="2031-03-02"),
        row(6, SECOND, document="doc-6", actor="act-2"),
    ]
    assert link(*(made[at] for at in order)) == link(*made)


def test_a_reprinted_paraphrase_is_one() -> None:
    a = row(1, "2,400 dockers stayed away", kind="indirect", day=None)
    b = row(2, "2,400 dockers stayed away", kind="indirect", day=None, document="doc-2")
    other = row(3, "1,500 dockers stayed at home", kind="indirect", day=None, document="doc-3")
    assert link(a, b, other) == [("sta-1", "sta-2"), ("sta-3",)]


def test_one_channel_and_one_after_the_other_is_one_scene() -> None:
    a, b = row(1, POST, channel="Radio Lomar"), row(2, SECOND, channel="Radio Lomar")
    assert link(a, b) == [("sta-1", "sta-2")]
    assert len(link(a, row(2, SECOND, channel="Radio Lomar", document="doc-2"))) == 2


def test_what_unnamed_speakers_go_on_to_say_is_one() -> None:
    first, again = Party(actor="act-1", text="A ministry official"), Party(actor="act-1", text="The official")
    named = Party(actor="act-1", text="Ada Moreau")
    (a, ta), (b, tb) = row(1, POST, kind="indirect"), row(2, SECOND, kind="indirect")
    assert link((replace(a, source=first), ta), (replace(b, source=again), tb)) == [("sta-1", "sta-2")]
    assert len(link((replace(a, source=named), ta), (replace(b, source=named), tb))) == 2


def test_the_next_sentence_of_a_speaker_is_one_with_the_last() -> None:
    named, again = Party(actor="act-1", text="Ada Moreau"), Party(actor="act-1", text="She")
    (a, ta), (b, tb) = row(1, POST, kind="indirect"), row(2, SECOND, kind="indirect")
    assert link((replace(a, source=named), ta), (replace(b, source=again), tb)) == [("sta-1", "sta-2")]
    assert len(link((replace(a, source=named), ta), (replace(b, source=named), tb))) == 2


def test_a_reprint_of_a_source_without_a_name_is_one() -> None:
    words = "the minister would send a retired judge to both sides"
    (a, ta), (b, tb) = row(1, words, kind="indirect", actor="act-1"), row(2, words, kind="indirect", document="doc-2")
    b = replace(b, source=Party(actor="act-2", text="A ministry official, who asked for silence"))
    a = replace(a, source=Party(actor="act-1", text="A ministry official"))
    assert link((a, ta), (b, tb)) == [("sta-1", "sta-2")]
    she = Party(actor="act-2", text="She")
    assert len(link((replace(a, source=replace(she, actor="act-1")), ta), (replace(b, source=she), tb))) == 2
    later = replace(b, said=When(edtf="2031-04-09", earliest="2031-04-09", latest="2031-04-09"))
    assert len(link((a, ta), (later, tb))) == 2
