"""Disputes are settled at the end of a run, by the words of both sides."""

from dataclasses import replace

import pytest

from onrecord.annotations import Annotated
from onrecord.corrections.apply import apply_log
from onrecord.corrections.build import Request, build_correction
from onrecord.corrections.finish import finish_tables
from onrecord.link import link
from onrecord.tables import Tables


@pytest.fixture
def settle(small_tables):
    request = Request(kind="settle", ids=("dis-aaa1",), value="No meeting was ever agreed")
    return build_correction(small_tables, request, author="Ida", time="2031-04-01T00:00:00+00:00")


def finish(tables: Tables, *log):
    annotated = [Annotated(document=one) for one in tables.documents]
    return finish_tables(tables, link(annotated), apply_log(annotated, log))


def test_a_settled_dispute_has_its_verdict_and_a_mark(small_tables, settle):
    tables, (outcome,) = finish(small_tables, settle)
    assert outcome.state == "applied"
    assert tables.disputes[0].verdict == "No meeting was ever agreed"
    assert tables.disputes[0].reasons[-1] == "settled by Ida: No meeting was ever agreed"
    assert [one.a for one in tables.links if one.kind == "correction"] == ["dis-aaa1"]


def test_a_dispute_that_is_gone_is_not_settled(small_tables, settle):
    tables, (outcome,) = finish(replace(small_tables, disputes=()), settle)
    assert outcome.state == "unanchored"
    assert "no dispute rests any more on the words" in outcome.note
    assert not [one for one in tables.links if one.kind == "correction"]


def test_half_of_a_dispute_is_not_the_dispute(small_tables, settle):
    dispute = small_tables.disputes[0]
    half = replace(small_tables, disputes=(replace(dispute, evidence=dispute.evidence[:1]),))
    assert finish(half, settle)[1][0].state == "unanchored"


def test_two_disputes_on_the_same_words_are_not_told_apart(small_tables, settle):
    twice = replace(small_tables, disputes=(*small_tables.disputes, replace(small_tables.disputes[0], id="dis-bbb2")))
    tables, (outcome,) = finish(twice, settle)
    assert outcome.note.startswith("2 disputes rest on the words")
    assert {one.verdict for one in tables.disputes} == {None}
