from collections.abc import Callable

import pytest

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
