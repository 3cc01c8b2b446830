"""Pages that tell the same main news bound each other's year where nothing else does."""

from link_builders import Builder

from onrecord.link import link
from onrecord.linked import Linked

FLOOD = (
    "The dam above Selvig gave way and the water took forty houses in the lower town. Engineers had warned of cracks. "
    "The mayor of Selvig asked the army for boats, and the regional council opened the school to those without a roof."
)
FAIR = "The book fair in Tolm opened its doors. Publishers from nine countries show novels, maps and children's books."


def interval(linked: Linked, id_: str) -> tuple[str | None, str | None]:
    row = linked.documents[id_].published
    return row.earliest, row.latest


def test_the_same_news_as_in_a_page_with_one_end_known_bounds_that_end() -> None:
    other = Builder("other", f"{FLOOD} The town had been flooded on 2029-05-06 too.")
    other.time("2029-05-06", value="2029-05-06")
    linked = link([Builder("undated", f"{FLOOD} Nobody was hurt.").build(), other.build()])
    assert interval(linked, "other") == ("2029-05-06", None)
    assert interval(linked, "undated") == ("2028-05-06", None)
    row = linked.documents["undated"].published
    assert row.basis == "inferred"
    assert {one.document for one in row.evidence} == {"undated", "other"}
    (reasons,) = [one.reasons for one in linked.links if one.kind == "date" and one.a == "undated"]
    assert reasons[0] == "the same main news as another document: taken to be no more than 365 days apart"


def test_the_same_news_as_in_a_dated_page_is_of_its_half_year() -> None:
    undated = Builder("undated", f"{FLOOD} The town had been flooded on 2024-05-06 too.")
    undated.time("2024-05-06", value="2024-05-06")
    linked = link([undated.build(), Builder("other", f"{FLOOD} Nobody was hurt.", "2031-03-05").build()])
    assert interval(linked, "undated") == ("2030-09-03", "2031-09-04")


def test_an_end_that_other_evidence_gives_is_not_narrowed_by_a_page_whose_own_date_is_inferred() -> None:
    undated = Builder("undated", f"{FLOOD} The town had been flooded on 2024-05-06 too.")
    undated.time("2024-05-06", value="2024-05-06")
    other = Builder("other", f"{FLOOD} The town had been flooded on 2029-05-06 too.")
    other.time("2029-05-06", value="2029-05-06")
    assert interval(link([undated.build(), other.build()]), "undated") == ("2024-05-06", None)


def test_other_news_bounds_nothing() -> None:
    linked = link([Builder("undated", FAIR).build(), Builder("other", FLOOD, "2031-03-05").build()])
    assert interval(linked, "undated") == (None, None)
