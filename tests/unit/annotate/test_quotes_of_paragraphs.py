"""Quotations of several paragraphs: which rows have their words, from hand-marked rows and from whole texts."""

import pytest
from annotate_builders import read

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.attribution_rows import Ranges, Row, build_context
from onrecord.annotate.attribution_runs import settle_paragraphs
from onrecord.annotate.parse import parse_document
from onrecord.annotate.quotes import find_quotes
from onrecord.records import Document

Marked = tuple[str, str, list[str]]
ROAD, SHUT, CLEAR = "“The road was open.", "“A car had shut it by six.", "“It was clear that it was bad.”"
CALLED = "“We were called to the quay at six.”"


def settle(text: str, *marked: Marked) -> set[tuple[str, str, str]]:
    """(source, cue, content) of each row, from rows given by their words."""
    doc = parse_document(Document(id="d", uri="d", sha256="", text=text)).doc

    def place(*parts: str) -> Ranges:
        return tuple((text.index(one), text.index(one) + len(one)) for one in parts if one)

    rows = [Row(content=place(*content), cue=place(cue), source=place(who), origin="tagger")
            for who, cue, content in marked]  # fmt: skip
    context = build_context(doc, text, find_quotes(text), load_cues())
    return {
        (said(text, one.source), said(text, one.cue), said(text, one.content))
        for one in settle_paragraphs(rows, context)
    }


def said(text: str, ranges: Ranges) -> str:
    """The words of ranges, each paragraph apart."""
    return " / ".join(text[slice(*one)].replace("\n", " / ") for one in ranges)


def speakers(text: str) -> list[tuple[str | None, str]]:
    """The speaker and the first words of each statement, in the order of the text."""
    one = read(text)
    rows = sorted((row for row in one.statements), key=lambda row: row.content[0].start)
    return [
        (
            one.actors[row.source.actor].name if row.source.actor is not None else None,
            " ".join(text[row.content[0].start : row.content[0].end].split()[:3]),
        )
        for row in rows
    ]


def test_who_is_named_before_his_words_has_none_of_those_above() -> None:
    text = f"Pardo told the Ledger: {ROAD}\n{SHUT}\n{CLEAR}\nA crew spokesman said: {CALLED}"
    pardo, spokesman = ("Pardo", "told", [ROAD, SHUT]), ("A crew spokesman", "said:", [CLEAR, CALLED])
    assert settle(text, pardo, spokesman) == {
        ("Pardo", "told", f"{ROAD} / {SHUT} / {CLEAR}"),
        ("A crew spokesman", "said:", CALLED),
    }


def test_who_is_named_in_the_last_paragraph_has_those_above() -> None:
    text = f"{ROAD}\n{SHUT[:-1]},” Pardo said."
    both = ("Pardo", "said", [ROAD, f"{SHUT[:-1]},”"])
    assert settle(text, both) == {("Pardo", "said", f"{ROAD} / {SHUT[:-1]},”")}


def test_a_caption_between_has_none_of_the_words_around_it() -> None:
    text = f"Pardo said: {ROAD}\nFeld claimed that Lorn lenses were capable of seeing dust\n{CLEAR}\nIt rained."
    pardo, caption = ("Pardo", "said", [ROAD]), ("Lorn lenses", "capable of", [CLEAR])
    assert settle(text, pardo, caption) == {("Pardo", "said", f"{ROAD} / {CLEAR}")}


def test_words_below_another_speaker_are_not_the_first_ones() -> None:
    text = f"Kohl said: {CALLED}\nPardo said her brother was on board.\n{CLEAR}\nIt rained."
    kohl, pardo = ("Kohl", "said", [CALLED, CLEAR]), ("Pardo", "said her", ["brother was on board"])
    assert settle(text, kohl, pardo) == {
        ("Kohl", "said", CALLED),
        ("Pardo", "said her", "brother was on board"),
        ("", "", CLEAR),
    }


def test_a_heading_in_marks_is_nobodys() -> None:
    text = f"{CALLED[:-2]},” Pardo said.\n“I took the wrong boat”\nFeld had it too."
    row = ("Pardo", "said", [f"{CALLED[:-2]},”", "“I took the wrong boat”"])
    assert settle(text, row) == {("Pardo", "said", f"{CALLED[:-2]},”")}


def test_a_post_that_is_introduced_is_no_heading() -> None:
    text = "Pardo spoke of “a long day” and wrote on Loudhail:\n“I took the wrong boat”\nFeld had it too."
    row = ("Pardo", "wrote", ["“a long day”", "“I took the wrong boat”"])
    assert settle(text, row) == {("Pardo", "wrote", "“a long day” / “I took the wrong boat”")}


@pytest.mark.parametrize(
    ("between", "goes_on"),
    [
        ("The quay at noon (Pardo)\nRuta Feld's new lamp", True),
        ("Ruta Pardo closed the quay at noon. She said the crews were tired.", False),
    ],
)
def test_a_quotation_alone_goes_on_behind_captions_only(between: str, goes_on: bool) -> None:
    text = '"This shows how far the lamp can reach," said Jonas Feld, who built it.\n'
    text += f'{between}\n"The quay is far away, and there is no chance of seeing it with the eye. It is dark."'
    assert (("Jonas Feld", '"The quay is') in speakers(text)) == goes_on


def test_words_in_single_marks_left_open_are_the_speakers() -> None:
    text = "'It was close,' Ruta Pardo said after the race. 'I think we were safe in the end but we had to gamble.\n"
    text += "'I didn't see the boat.'\nThe boats were late."
    assert speakers(text) == [("Ruta Pardo", "'It was close,'")]


def test_a_verb_within_a_quotation_does_not_split_it() -> None:
    text = "“We have ten reports of it. Witnesses reported it was long. It was very bright,” Pardo told the Ledger."
    text += " Feld said Kohl had seen “a lamp”."
    inner = ("Witnesses", "reported", ["“We have ten reports of it."])
    outer = ("Pardo", "told", ["it was long. It was very bright,”"])
    other = ("Feld", "said", ["Kohl had seen “a lamp”"])
    quote = "“We have ten reports of it. Witnesses reported it was long. It was very bright,”"
    assert settle(text, inner, outer, other) == {("Pardo", "told", quote), ("Feld", "said", "Kohl had seen “a lamp”")}


def test_what_somebody_is_told_to_say_in_a_quotation_stands() -> None:
    text = "“It was late. Feld said it was dark. It was very bright,” Pardo told the Ledger."
    inner, outer = ("Feld", "said", ["it was dark"]), ("Pardo", "told", ["It was very bright,”"])
    quote = "“It was late. Feld said it was dark. It was very bright,”"
    assert settle(text, inner, outer) == {("Pardo", "told", quote), ("Feld", "said", "it was dark")}


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("Its orbit has been falling ever since, so it will come down. Or in other words:", None),
        ("", "Lorn Space Office"),
    ],
)
def test_words_put_so_by_the_writer_are_nobodys(between: str, speaker: str | None) -> None:
    text = f"In 2031 the Lorn Space Office announced it had lost contact with the probe. {between} "
    text += "“We do not know where it will come down.”"
    assert (speaker, "“We do not") in speakers(text)


def test_lines_of_a_wrapped_text_are_no_paragraphs() -> None:
    text = "“We will go on and the boats will sail until\nSunday, whatever comes,” said Pardo.\n“It was late.”"
    whole = "“We will go on and the boats will sail until / Sunday, whatever comes,”"
    row = ("Pardo", "said", ["“We will go on and the boats will sail until\nSunday, whatever comes,”"])
    assert ("Pardo", "said", whole) in settle(text, row)
