"""Each format of a record made by hand: what its library says, and what must and must not stand in it."""

from dataclasses import replace

import export_validators as validators
import pytest

from onrecord.present.exports import ical
from onrecord.records import Commitment, Event, Evidence, Mention, Office, Published, Span, Statement, When

DAY = When(edtf="2024-03-09", earliest="2024-03-09", latest="2024-03-09")
MONTH = When(edtf="2024-03", earliest="2024-03-01", latest="2024-03-31")
WEEK = When(edtf="2024-03-04/2024-03-10", earliest="2024-03-04", latest="2024-03-10")
OPEN = When(edtf="../2024-03-10", latest="2024-03-10")
YEAR_LONG = When(edtf="2024-01-02/2024-12-30", earliest="2024-01-02", latest="2024-12-30")


@pytest.fixture
def tables(small_tables):
    """The small record with mentions and offices."""
    text = small_tables.documents[0].text
    mentions = tuple(
        Mention(actor=actor, document="doc-aaa1", start=at, end=at + len(words), form="name")
        for words, actor in (("Ada Moreau", "act-aaa1"), ("Boris Tane", "act-bbb2"))
        for at in [text.index(words)]
    )
    premier = Office(
        title="premier", first_seen="2024-03-05", last_seen="2024-03-05", evidence=small_tables.events[0].evidence
    )
    actors = (replace(small_tables.actors[0], offices=(premier,)), *small_tables.actors[1:])
    return replace(small_tables, actors=actors, mentions=mentions)


def with_days(tables, when):
    """The small record with its planned meeting at one time."""
    call, meeting = tables.events
    return replace(tables, events=(call, replace(meeting, when=when)))


def test_parquet_keeps_nested_types(tables):
    validators.check_parquet(tables)


def test_polecat_has_direction_date_words_and_no_guess(tables):
    call, meeting = validators.check_polecat(tables)
    assert (call["Actor Name"], call["Recipient Name"], call["Directed"]) == ("Ada Moreau", "Boris Tane", "yes")
    assert (call["Actor Name Raw"], call["Actor Title"]) == ("Ada Moreau", "premier")
    assert (call["Event Date"], call["Publication Date"]) == ("2024-03-04", "2024-03-05")
    assert (meeting["Event Date"], meeting["Raw Placename"], meeting["Event Status"]) == ("", "Lorn", "planned")
    assert {call[name] for name in ("Intensity", "Contexts", "Actor Country", "Latitude")} == {""}


@pytest.mark.parametrize("when", [MONTH, WEEK, OPEN])
def test_polecat_gives_a_date_only_where_it_is_one_day(tables, when):
    _, meeting = validators.check_polecat(with_days(tables, when))
    assert (meeting["Event Date"], meeting["EDTF"]) == ("", when.edtf)


def test_polecat_names_both_sides_where_there_is_no_direction(tables):
    call = tables.events[0]
    both = tuple(replace(one, role="participant") for one in call.participants)
    (row, *_) = validators.check_polecat(replace(tables, events=(replace(call, participants=both),)))
    assert row["Actor Name"] == row["Recipient Name"] == "Ada Moreau; Boris Tane"
    assert row["Directed"] == "no"


def test_a_tab_or_formula_in_the_news_stays_in_its_cell(tables):
    event = replace(tables.events[0], label='=cmd\t"x"\n', where="@there")
    (row,) = validators.check_polecat(replace(tables, events=(event,)))
    assert row["Event Label"] == """'=cmd "x\""""
    assert row["Raw Placename"] == "'@there"


def test_web_annotations_select_their_words(tables):
    items = validators.check_webannotation(tables)
    assert {one["body"][1]["value"] for one in items} == {"statement", "event", "dispute"}
    assert "canonical" not in items[0]["target"]["source"]


def test_web_annotations_lead_to_the_article(tables):
    document = replace(tables.documents[0], address="https://ledger.example/a")
    (item, *_) = validators.check_webannotation(replace(tables, documents=(document,)))
    assert item["target"]["source"]["canonical"] == "https://ledger.example/a"


def test_only_direct_words_are_quotations(tables):
    quotations, _ = validators.check_schemaorg(tables)
    assert [(one["text"], one["creator"]["name"]) for one in quotations] == [("We will meet in Lorn", "Ada Moreau")]


def test_without_a_verdict_there_is_no_review(tables):
    assert validators.check_schemaorg(tables)[1] == []


def test_a_settled_dispute_is_reviewed_in_the_words_of_who_settled_it(tables):
    dispute = replace(tables.disputes[0], verdict="The minutes show no agreement")
    (review,) = validators.check_schemaorg(replace(tables, disputes=(dispute,)))[1]
    assert review["reviewBody"] == "The minutes show no agreement"
    assert not {"reviewRating", "author"} & set(review)
    assert [one["text"] for one in review["itemReviewed"]] == ["We will meet in Lorn", "no meeting was agreed"]


@pytest.mark.parametrize(("status", "count"), [("kept", 1), ("broken", 1), ("overdue", 0), ("open", 0), ("unclear", 0)])
def test_a_promise_is_reviewed_once_it_is_settled(tables, status, count):
    row = replace(tables.commitments[0], status=status, resolution=tables.events[0].evidence)
    reviews = validators.check_schemaorg(replace(tables, commitments=(row,)))[1]
    assert [one["reviewRating"] for one in reviews] == [{"@type": "Rating", "alternateName": status}] * count


@pytest.mark.parametrize("by_person", [True, False])
def test_a_review_names_onrecord_only_for_what_onrecord_found(tables, by_person):
    row = replace(
        tables.commitments[0], status="kept", resolution=tables.events[0].evidence, reasons=("marked by Ida",)
    )
    mark = replace(tables.links[0], kind="correction", a=row.id, b="doc-aaa1:3-9")
    changed = replace(tables, commitments=(row,), links=(mark,) if by_person else ())
    (review,) = validators.check_schemaorg(changed)[1]
    assert ("author" in review) is not by_person
    assert review["description"] == "marked by Ida"


def test_a_promise_settled_without_evidence_is_not_reviewed(tables):
    row = replace(tables.commitments[0], status="kept")
    assert validators.check_schemaorg(replace(tables, commitments=(row,)))[1] == []


def test_follow_the_money_takes_every_value(tables):
    entities = validators.check_ftm(tables)
    schemata = sorted(one["schema"] for one in entities)
    assert schemata == ["Article", "Event", "Event", "Mention", "Mention", "Occupancy", "Person", "Person", "Position"]
    assert [one["properties"].get("date") for one in entities if one["schema"] == "Event"] == [["2024-03-04"], None]


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (DAY, {"year": 2024, "month": 3, "day": 9}, None),
        (MONTH, {"year": 2024, "month": 3}, None),
        (WEEK, {"year": 2024, "month": 3, "day": 4}, {"year": 2024, "month": 3, "day": 10}),
    ],
)
def test_the_timeline_is_as_precise_as_the_record(tables, when, start, end):
    slides = validators.check_timelinejs(with_days(tables, when))["events"]
    (slide,) = [one for one in slides if one["unique_id"] == "evt-bbb2"]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


@pytest.mark.parametrize("when", [OPEN, When()])
def test_the_timeline_leaves_out_what_it_cannot_place_and_says_so(tables, when):
    timeline = validators.check_timelinejs(with_days(tables, when))
    assert [one["unique_id"] for one in timeline["events"]] == ["evt-aaa1"]
    assert timeline["title"]["text"]["text"].startswith("1 event without")


def test_the_timeline_holds_no_markup_from_the_news(tables):
    event = replace(tables.events[0], label="<script>x</script>", where="<b>")
    text = str(validators.check_timelinejs(replace(tables, events=(event,))))
    assert "<script>" not in text
    assert "<b>" not in text


@pytest.mark.parametrize(
    ("due", "days"),
    [
        (DAY, ("2024-03-09", "2024-03-10")),
        (WEEK, ("2024-03-04", "2024-03-11")),
        (OPEN, ("2024-03-10", "2024-03-11")),
        (MONTH, None),
        (YEAR_LONG, None),
        (When(edtf="2024-03-09/..", earliest="2024-03-09"), None),
        (When(), None),
    ],
)
def test_the_calendar_holds_what_is_known_in_days(tables, due, days):
    row = replace(tables.commitments[0], due=due)
    entries = validators.check_ical(replace(tables, commitments=(row,)))
    assert [(one.decoded("DTSTART").isoformat(), one.decoded("DTEND").isoformat()) for one in entries] == [days] * bool(
        days
    )


@pytest.mark.parametrize(("when", "status", "count"), [(DAY, "planned", 1), (DAY, "happened", 0), (WEEK, "planned", 0)])
def test_the_calendar_holds_planned_events_of_one_known_day(tables, when, status, count):
    changed = with_days(tables, when)
    events = (changed.events[0], replace(changed.events[1], status=status))
    entries = validators.check_ical(replace(changed, events=events))
    assert [str(one["LOCATION"]) for one in entries] == ["Lorn"] * count


def test_the_calendar_keeps_every_character(tables):
    words = "a, b; c\\d “quoted” " + "ü" * 90
    row = replace(tables.commitments[0], due=DAY, text=words)
    (entry,) = validators.check_ical(replace(tables, commitments=(row,)))
    assert str(entry["SUMMARY"]) == f"Due 9 Mar 2024: Ada Moreau: {words}"


def test_a_folded_line_is_cut_between_characters():
    assert ical.fold_line("é" * 60).replace("\r\n ", "") == "é" * 60


def test_brat_reads_entities_events_and_relations(tables, tmp_path, capsys):
    (document,) = validators.check_brat(tables, tmp_path, capsys).documents
    lines = (tmp_path / "doc-aaa1.ann").read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("E") and "\tCONSULT:" in line and "Source:" in line for line in lines)
    assert any("\tDisputes " in line for line in lines)
    assert any(line.endswith("\tsta-aaa1") for line in lines)
    assert document.annotation_collections


def test_brat_offsets_hold_over_odd_line_ends(small_tables, tmp_path, capsys):
    text = "Moreau\tspoke.\r\n\r\nShe said\u2028“we will\r\nmeet 🙂 soon”\x85 there"
    start, end = text.index("“we"), text.index("\x85")
    document = replace(small_tables.documents[0], text=text, headline=None, zones=(), published=Published())
    statement = Statement(
        id="sta-ccc3", document=document.id, content=(Span(start=start, end=end),), cue=(Span(start=21, end=25),),
        source=small_tables.statements[1].source, kind="direct", act="promise",
    )  # fmt: skip
    event = Event(
        id="evt-ccc3", type="CONSULT", mode=None, label="x", participants=(), when=When(), where=None, status="planned",
        evidence=(Evidence(document=document.id, start=start, end=end),), documents=(document.id,),
    )  # fmt: skip
    tables = type(small_tables)(documents=(document,), statements=(statement,), events=(event,))
    validators.check_brat(tables, tmp_path, capsys)
    assert "“we will meet 🙂 soon”" in (tmp_path / "doc-aaa1.ann").read_text(encoding="utf-8")


def test_a_commitment_without_an_actor_is_written_everywhere(tables, tmp_path, capsys):
    row = Commitment(
        id="com-bbb2", actor=None, text="it will open", due=DAY, status="kept", as_of=None, reasons=(),
        resolution=tables.events[0].evidence, evidence=tables.events[0].evidence,
    )  # fmt: skip
    changed = replace(tables, commitments=(row,))
    validators.check_ical(changed)
    assert "author" not in validators.check_schemaorg(changed)[1][0]["itemReviewed"]
