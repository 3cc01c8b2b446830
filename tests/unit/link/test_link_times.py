import pytest
from short_texts import build_record

from onrecord.annotate.times import find_expressions
from onrecord.annotations import Annotated
from onrecord.link.times import resolve_all
from onrecord.records import Document, Published

TEXT = "They met on Monday. The next day, on 3 June 2030, a truce held for two hours."


def annotate(key: str) -> Annotated:
    return Annotated(document=Document(id=key, uri=key, sha256="", text=TEXT), times=find_expressions(TEXT))


def test_each_document_against_its_own_date() -> None:
    published = {"a": Published(earliest="2031-05-21", latest="2031-05-21", basis="stated"), "b": Published()}
    rows = resolve_all([annotate("a"), annotate("b")], published)
    assert [rows["a", i].value for i in range(4)] == ["2031-05-19", "2031-05-20", "2030-06-03", "PT2H"]
    assert [rows["b", i].value for i in range(4)] == ["XXXX-WXX-1", "XXXX-XX-XX", "2030-06-03", "PT2H"]
    assert (rows["a", 0].earliest, rows["b", 0].earliest) == ("2031-05-19", None)


def test_anchor_says_what_a_time_counts_from() -> None:
    rows = resolve_all([annotate("a")], {})
    monday = rows["a", 0]
    assert [rows["a", i].anchor for i in range(4)] == ["published", f"a:{monday.start}-{monday.end}", None, None]


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("The minister Ana Orvik said on Monday that Germany had attacked the port of Calais in France.", "2031-03-03"),
        ("The minister Ana Orvik said: Germany had attacked the port of Calais in France.", "2031-03-05"),
        ("On Monday people slept. Germany had attacked the port of Calais in France.", "2031-03-05"),
    ],
)
def test_what_is_told_is_no_later_than_the_day_of_telling(text: str, latest: str) -> None:
    (row,) = (one for one in build_record(("2031-03-05", text)).events if one.status == "happened")
    assert row.when.latest == latest
