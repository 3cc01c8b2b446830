from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.attribution_rows import strip_blanks
from onrecord.annotate.attributions import Tagger, find_attributions
from onrecord.annotate.parse import parse_document
from onrecord.annotations import Attribution
from onrecord.records import Document, Span

Found = list[dict[str, str]]


@pytest.fixture(scope="module")
def find() -> Callable[..., tuple[str, tuple[Attribution, ...]]]:
    def run(text: str, tagger: Tagger = "model") -> tuple[str, tuple[Attribution, ...]]:
        return text, find_attributions(parse_document(Document(id="d", uri="d", sha256="", text=text)), tagger)

    return run


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


def rows(found: tuple[str, tuple[Attribution, ...]]) -> list[tuple[str, str, str]]:
    text, attributions = found
    return [(words(text, one.source), words(text, one.cue), words(text, one.content)) for one in attributions]


BOTH = pytest.mark.parametrize("tagger", ["model", "grammar"])


@BOTH
def test_indirect_speech(find, tagger) -> None:
    text = "Foreign Minister Ada Moreau said that the talks would resume in May."
    assert ("Foreign Minister Ada Moreau", "said", "that the talks would resume in May") in rows(find(text, tagger))


@BOTH
def test_a_split_quotation_is_one_attribution(find, tagger) -> None:
    text = "“We will sign the accord,” Moreau said, “and we will keep every word of it.”"
    (row,) = find(text, tagger)[1]
    assert words(text, row.content) == "“We will sign the accord,” … “and we will keep every word of it.”"
    assert words(text, row.source) == "Moreau"


@BOTH
def test_a_quotation_of_two_sentences_is_one_content(find, tagger) -> None:
    text = "“The harbour is open. Nobody was hurt,” Mayor Ivo Lindqvist said."
    (row,) = find(text, tagger)[1]
    assert words(text, row.content) == "“The harbour is open. Nobody was hurt,”"


@BOTH
def test_what_is_said_within_a_content_has_a_row_and_a_parent(find, tagger) -> None:
    text = "Moreau said on Friday that President Dara Osei has agreed to send a delegation to the talks."
    found = find(text, tagger)
    inner = next(one for one in found[1] if one.parent is not None)
    assert words(text, inner.source) == "President Dara Osei"
    assert words(text, inner.content).endswith("send a delegation to the talks")
    assert words(text, found[1][inner.parent].source) == "Moreau"


@BOTH
def test_a_participle_joins_another_statement_of_the_same_speaker(find, tagger) -> None:
    text = "Moreau said the ceasefire held across the strait, adding that patrols would go on."
    found = rows(find(text, tagger))
    assert [source for source, _, _ in found] == ["Moreau", "Moreau"]
    assert found[0][2] == "the ceasefire held across the strait"
    assert found[1][2] == "that patrols would go on"


@BOTH
def test_a_carrier_is_not_the_source(find, tagger) -> None:
    text = "The Northern Ledger, citing port officials, said the strait would close on Monday."
    (row,) = find(text, tagger)[1]
    assert words(text, row.source) == "port officials"
    assert words(text, row.carrier) == "The Northern Ledger"


@BOTH
def test_light_verbs_and_public_acts(find, tagger) -> None:
    text = "Moreau accused the rebels of breaking the truce. Osei expressed concern that the aid was late."
    found = rows(find(text, tagger))
    assert ("Moreau", "accused", "the rebels of breaking the truce") in found
    assert any(source == "Osei" and content.endswith("the aid was late") for source, _, content in found)


def test_a_whole_sentence_before_its_source(find) -> None:
    text = "The ferry, which left at noon, ran aground and took on water, port captain Lia Brandt has said."
    found = rows(find(text))
    assert found == [
        ("port captain Lia Brandt", "has said", "The ferry, which left at noon, ran aground and took on water")
    ]


def test_unbalanced_quotes_are_not_refused(find) -> None:
    assert rows(find("“The road is closed, Moreau said.\nOsei said the road was open.", "grammar"))


@BOTH
def test_no_speech_no_attribution(find, tagger) -> None:
    assert find("The ferry left the harbour at noon with ninety passengers.", tagger)[1] == ()


@BOTH
def test_the_same_text_gives_the_same_rows(find, tagger) -> None:
    text = "Moreau said the talks failed. “We tried,” she told reporters, calling the offer unfair."
    assert find(text, tagger) == find(text, tagger)


@BOTH
def test_spans_have_no_blanks_at_their_ends(find, tagger) -> None:
    text = "  Moreau said , that the talks   had failed .  “We tried ,” she added. \n\n Osei : “No.” "
    for one in find(text, tagger)[1]:
        for span in (*one.content, *one.cue, *one.source):
            part = text[span.start : span.end]
            assert part
            assert part == part.strip()


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "“The dam holds,”  Moreau said ,  “ and it will hold. ”\n\nALSO  She added that  the valley is safe .",
        "Moreau said       \n that the ferries , which ran late , would stop .",
        "  “Yes.” Moreau  said.\n\n “ No one was hurt ” ",
    ],
)
def test_no_span_starts_or_ends_with_a_blank(find, tagger, text) -> None:
    for one in find(text, tagger)[1]:
        for span in (*one.content, *one.cue, *one.source, *one.carrier):
            assert text[span.start : span.end] == text[span.start : span.end].strip() != ""


@given(st.text(" \n\ta.”", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_strip_blanks_leaves_only_words(text: str, ranges: list[tuple[int, int]]) -> None:
    found = strip_blanks(tuple((min(one), min(max(one), len(text))) for one in ranges), text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)


def test_a_figure_that_somebody_puts_at_a_number(find) -> None:
    text = "The union said 2,400 dockers stayed away. Lomar Quays put the number at 1,500."
    assert ("Lomar Quays", "put", "the number at 1,500") in rows(find(text))


def test_a_content_ends_where_somebody_else_speaks(find) -> None:
    text = "The Lomar Post, citing port officials, reported on Monday that Osei had offered 11 percent. "
    text += "Lomar Quays denied the report."
    found = rows(find(text))
    assert ("Lomar Quays", "denied", "the report") in found
    assert not any("denied" in content for _, _, content in found)


def test_who_is_called_on_is_no_part_of_what_for(find) -> None:
    text = "Moreau, the minister of the host country, called on both sides to keep talking about the harbour."
    assert all(not content.startswith("on ") for _, _, content in rows(find(text)))


def test_what_somebody_said_according_to_another_is_both_ones(find) -> None:
    text = "The Lorn Dam Corporation, a group that builds dams, said the dam was unlikely to break, "
    text += "according to a post on its website."
    said = "The Lorn Dam Corporation, a group that builds dams"
    inner = (said, "said", "the dam was unlikely to break")
    outer = ("a post on its website", "according to", f"{said}, said the dam was unlikely to break")
    assert {inner, outer} <= set(rows(find(text)))


def test_what_somebody_did_according_to_another_is_the_other_ones(find) -> None:
    text = "Ruta Pardo repaired the dam that was about to break, according to the Lorn Ledger."
    assert [source for source, _, _ in rows(find(text))] == ["the Lorn Ledger"]
