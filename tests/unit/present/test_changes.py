"""Two states of the record compared: rows are known again by the words they rest on, not by their ids."""

from dataclasses import replace

from onrecord.present.changes import Change, compare_tables
from onrecord.records import Published, When
from onrecord.tables import Tables


def test_nothing_has_changed_between_a_state_and_itself(small_tables):
    assert compare_tables(small_tables, small_tables) == ()


def test_everything_is_new_to_an_empty_record_and_gone_from_it(small_tables):
    new = compare_tables(Tables(), small_tables)
    assert {(one.table, one.change) for one in new} == {
        (table, "new") for table in ("documents", "events", "disputes", "commitments")
    }
    assert [replace(one, change="gone") for one in new] == list(compare_tables(small_tables, Tables()))


def test_a_row_with_another_id_on_the_same_words_is_the_same_row(small_tables):
    call, meeting = small_tables.events
    later = replace(small_tables, events=(call, replace(meeting, id="evt-zzz9", status="cancelled")))
    assert compare_tables(small_tables, later) == (
        Change(
            table="events",
            id="evt-zzz9",
            change="changed",
            label=meeting.label,
            field="status",
            before="planned",
            after="cancelled",
        ),
    )


def test_moved_dates_settled_disputes_and_kept_promises_are_changes(small_tables):
    (document,), (dispute,), (promise,) = small_tables.documents, small_tables.disputes, small_tables.commitments
    moved = Published(edtf="2024-03-06", earliest="2024-03-06", latest="2024-03-06", basis="given")
    due = When(edtf="2024-03-08", earliest="2024-03-08", latest="2024-03-08")
    later = replace(
        small_tables,
        documents=(replace(document, published=moved),),
        disputes=(replace(dispute, verdict="none was agreed"),),
        commitments=(replace(promise, status="kept", due=due),),
    )
    changes = [(one.field, one.before, one.after) for one in compare_tables(small_tables, later)]
    assert changes == [
        ("published", "5 Mar 2024 (given)", "6 Mar 2024 (given)"),
        ("verdict", None, "none was agreed"),
        ("status", "open", "kept"),
        ("due", "date unknown", "8 Mar 2024"),
    ]


def test_two_rows_made_one_are_a_change_and_one_gone(small_tables):
    call, meeting = small_tables.events
    later = replace(small_tables, events=(replace(call, evidence=(*call.evidence, *meeting.evidence)),))
    assert [(one.change, one.id) for one in compare_tables(small_tables, later)] == [("gone", "evt-bbb2")]


def test_a_dispute_of_another_kind_on_the_same_words_is_another(small_tables):
    other = replace(small_tables.disputes[0], kind="unconfirmed")
    changes = compare_tables(small_tables, replace(small_tables, disputes=(other,)))
    assert [one.change for one in changes] == ["new", "gone"]
