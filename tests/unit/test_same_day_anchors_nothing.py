"""A page without a date is not dated by "the same day": it hangs on another time of its text."""

from onrecord.annotate import annotate
from onrecord.pipeline import build_tables
from onrecord.records import Document, Published

FIRST = "Foreign Minister Ada Moreau telephoned her Chilean colleague, Piet Rowe, on Tuesday. Piet Rowe thanked her."
LATER = (
    "Chile demanded his release yesterday. {day} Foreign Minister Ada Moreau telephoned her Chilean colleague, Piet"
    " Rowe, at her request. Piet Rowe thanked her."
)


def date_of_later(day: str) -> Published:
    known = Published(edtf="2022-09-08", earliest="2022-09-08", latest="2022-09-08", basis="given")
    first = Document(id="doc-1", uri="1.txt", sha256="1", text=FIRST, outlet="A", published=known)
    later = Document(id="doc-2", uri="2.txt", sha256="2", text=LATER.format(day=day), outlet="B")
    tables = build_tables([annotate(first), annotate(later)])
    (row,) = [one for one in tables.documents if one.id == "doc-2"]
    return row.published


def test_the_same_day_dates_no_page() -> None:
    assert date_of_later("On the same day").edtf != "2022-09-07"


def test_a_weekday_bounds_it() -> None:
    told = date_of_later("On Tuesday")
    assert told.earliest is not None
    assert told.earliest >= "2022-09-06"
