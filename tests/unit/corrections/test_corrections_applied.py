"""Corrections on hand-built annotations: they hold whatever the models, the order and the articles do."""

from dataclasses import replace
from itertools import permutations

import pytest
from link_builders import Builder

from onrecord.annotations import CommitmentMention
from onrecord.corrections.build import Request, build_correction
from onrecord.corrections.exchange import seal
from onrecord.corrections.rows import Correction
from onrecord.errors import LookupFailed, SettingError
from onrecord.pipeline import build_record

OSEI, BREK, RUUN = "Mara Osei", "Tolan Brek", "Ida Ruun"


def build_story():
    """Two articles: a call told in both, another call a week later, a promise."""
    one = Builder(
        "d1",
        f"{OSEI} and {BREK} held a phone call on Monday. “I will open the road,” {OSEI} said. "
        f"“It stays shut,” said {BREK}.",
        "2031-03-05",
    )
    monday = one.time("Monday")
    one.event(f"{OSEI} and {BREK} held a phone call", [OSEI, BREK], times=(monday,))
    promise = one.quote("I will open the road", OSEI)
    one.quote("It stays shut", BREK)
    first = one.build()
    at = one.span("I will open the road")
    mention = CommitmentMention(start=at.start, end=at.end, actor=one.actor(OSEI), statement=promise, predicate="open")
    first = replace(first, commitments=(mention,))
    two = Builder(
        "d2",
        f"{OSEI} telephoned {BREK} on Monday. Their next phone call was on Wednesday, said {RUUN}.",
        "2031-03-13",
    )
    two.event(f"{OSEI} telephoned {BREK}", [OSEI, BREK], times=(two.time("Monday"),))
    two.event("Their next phone call", [OSEI, BREK], times=(two.time("Wednesday"),))
    two.quote("Their next phone call was on Wednesday", RUUN)
    return [first, two.build()]


def make(tables, kind, *ids, author="Ida", at=1, **values):
    request = Request(kind=kind, ids=ids, **values)
    return build_correction(tables, request, author=author, time=f"2031-04-01T00:00:{at:02d}+00:00", reason="seen")


def run(story, *log):
    tables, outcomes = build_record(story, log)
    return tables, {one.correction: (one.state, one.note) for one in outcomes}


def events_of(tables, words):
    """The ids of the events that rest on some words, by document."""
    texts = {one.id: one.text for one in tables.documents}
    return {
        event.id
        for event in tables.events
        for one in event.evidence
        if words in texts[one.document][one.start : one.end]
    }


@pytest.fixture(scope="module")
def story():
    return build_story()


@pytest.fixture(scope="module")
def plain(story):
    return build_record(story)[0]


def the(found):
    (one,) = found
    return one


def calls(plain):
    """First article's call, second article's first and next call."""
    words = ("held a phone call", "telephoned", "Their next phone call")
    return [the(events_of(plain, one)) for one in words]


def test_without_corrections_there_are_three_calls(plain):
    assert len(set(calls(plain))) == 3


def test_two_events_merged_are_one_and_undone_are_two_again(story, plain):
    first, second, _ = calls(plain)
    merge = make(plain, "merge", first, second)
    merged, states = run(story, merge)
    assert states[merge.id] == ("applied", "")
    event = the(one for one in merged.events if len(one.documents) == 2)
    assert {one.document for one in event.evidence} == {"d1", "d2"}
    marks = [one for one in merged.links if one.kind == "correction"]
    assert {one.a for one in marks} == {event.id}
    assert {one.reasons for one in marks} == {("merged by Ida: seen",)}
    undo = seal(Correction(kind="undo", author="Bo", time="2031-04-02T00:00:00+00:00", undoes=merge.id))
    undone, states = run(story, merge, undo)
    assert undone == plain
    assert states[merge.id] == ("undone", "undone by Bo")
    again = seal(Correction(kind="undo", author="Bo", time="2031-04-03T00:00:00+00:00", undoes=undo.id))
    assert run(story, merge, undo, again)[0] == merged


def test_neither_the_order_of_articles_nor_of_the_log_changes_anything(story, plain):
    first, second, third = calls(plain)
    log = [
        make(plain, "merge", first, second),
        make(plain, "rename", OSEI, value="Mara A. Osei", at=2),
        make(plain, "date", "d2", value="2031-03-12", at=3),
        make(plain, "rename", third, value="The third call", at=4),
    ]
    wanted = run(story, *log)
    for order in permutations(log):
        assert run(story[::-1], *order) == wanted


def test_a_split_keeps_two_accounts_apart_and_a_later_merge_wins_and_says_so(story, plain):
    first, second, _ = calls(plain)
    merge = make(plain, "merge", first, second)
    merged, _ = run(story, merge)
    joined = the(one.id for one in merged.events if len(one.documents) == 2)
    split = make(merged, "split", joined, document="d2", at=2)
    parted, states = run(story, merge, split)
    assert len({*events_of(parted, "held a phone call"), *events_of(parted, "telephoned")}) == 2
    assert states[merge.id] == ("overruled", "overruled by a later correction of Ida")
    assert states[split.id][0] == "applied"
    again = make(parted, "merge", *events_of(parted, "held a phone call"), *events_of(parted, "telephoned"), at=3)
    rejoined, states = run(story, merge, split, again)
    assert [one.documents for one in rejoined.events if len(one.documents) == 2] == [("d1", "d2")]
    assert states[split.id][0] == "overruled"


def test_a_split_of_what_was_merged_leaves_nothing_of_the_merge(story, plain):
    """The second article tells its call twice: the two accounts stay one when the call is taken out again."""
    first, second, third = calls(plain)
    both = make(plain, "merge", second, third)
    doubled, _ = run(story, both)
    merge = make(doubled, "merge", first, the(events_of(doubled, "telephoned")), at=2)
    merged, _ = run(story, both, merge)
    split = make(merged, "split", the(events_of(merged, "telephoned")), document="d1", at=3)
    parted, states = run(story, both, merge, split)
    assert states[merge.id][0] == "overruled"
    assert states[both.id] == ("applied", "")
    assert sorted(len(one.evidence) for one in parted.events) == [1, 2]


def test_what_was_kept_apart_says_so(story, plain):
    merge = make(plain, "merge", *calls(plain)[:2])
    merged, _ = run(story, merge)
    joined = the(one.id for one in merged.events if len(one.documents) == 2)
    parted, _ = run(story, merge, make(merged, "split", joined, document="d2", at=2, author="Bo"))
    assert "kept apart by Bo: seen" in {reason for link in parted.links for reason in link.reasons}


def test_merged_actors_are_one_in_all_that_names_them(story, plain):
    merge = make(plain, "merge", RUUN, BREK)
    merged, _ = run(story, merge)
    assert len(merged.actors) == len(plain.actors) - 1
    speaker = {one.source.actor for one in merged.statements if one.document == "d2"}
    assert speaker == {the(one.id for one in merged.actors if BREK in (one.name, *one.aliases))}


def test_an_actor_split_by_document_is_two(story, plain):
    split = make(plain, "split", BREK, document="d2")
    parted, states = run(story, split)
    assert states[split.id] == ("applied", "")
    assert len(parted.actors) == len(plain.actors) + 1
    assert not set(events_of(parted, "held")) & set(events_of(parted, "telephoned"))
    homes = {one.actor: one.document for one in parted.mentions if one.document}
    breks = [one.id for one in parted.actors if one.name == BREK]
    assert len(breks) == 2
    assert {homes[one] for one in breks} == {"d1", "d2"}


def test_mentions_of_two_people_in_one_article_are_taken_apart():
    one = Builder("d1", "Osei met Brek. Brek the younger stayed away, said Osei.", "2031-03-05")
    one.actor("Osei")
    brek = one.actor("Brek")
    annotated = one.build()
    later = annotated.mentions[brek]
    start = one.text.index("Brek the younger")
    second = replace(later, start=start, end=start + 4, head=replace(later.head, start=start, end=start + 4))
    story = [replace(annotated, mentions=(*annotated.mentions, second))]
    plain, _ = build_record(story)
    split = make(plain, "split", "Brek", words="Brek the younger")
    parted, states = run(story, split)
    assert states[split.id] == ("applied", "")
    assert len({one.actor for one in parted.mentions}) == 3
    with pytest.raises(SettingError, match="nothing would be left"):
        make(plain, "split", "Brek", document="d1")


def test_the_right_speaker_is_held_to_the_promise(story, plain):
    statement = the(
        one.id for one in plain.statements if one.content[0].start == story[0].statements[0].content[0].start
    )
    right = make(plain, "speaker", statement, value=RUUN)
    tables, _ = run(story, right)
    ruun = the(one.id for one in tables.actors if one.name == RUUN)
    changed = the(one for one in tables.statements if one.content == story[0].statements[0].content)
    assert changed.source.actor == ruun
    assert [one.actor for one in tables.commitments] == [ruun]
    assert ("correction", changed.id) in {(one.kind, one.a) for one in tables.links}
    unknown = make(tables, "speaker", changed.id, value=None, at=2)
    tables, states = run(story, right, unknown)
    changed = the(one for one in tables.statements if one.content == story[0].statements[0].content)
    assert (changed.source.actor, changed.source.reason) == (None, "set to unknown by Ida")
    assert states[right.id] == ("overruled", "overruled by a later correction of Ida")


def test_a_speaker_nobody_knew_becomes_an_actor(story, plain):
    statement = plain.statements[0].id
    tables, _ = run(story, make(plain, "speaker", statement, value="The Harbour Board", actor_kind="organization"))
    board = the(one for one in tables.actors if one.name == "The Harbour Board")
    assert (board.kind, tables.statements[0].source.actor) == ("organization", board.id)


def test_a_right_date_dates_all_that_hangs_on_it(story, plain):
    date = make(plain, "date", "d2", value="2031-03-20")
    tables, _ = run(story, date)
    document = the(one for one in tables.documents if one.id == "d2")
    assert (document.published.basis, document.published.earliest) == ("given", "2031-03-20")
    assert [one.earliest for one in tables.times if one.document == "d2"] == ["2031-03-17", "2031-03-19"]
    assert {one.when.earliest for one in tables.events if one.documents == ("d2",)} == {"2031-03-17", "2031-03-19"}
    later = make(tables, "date", "d2", value="2031-03", at=2)
    tables, states = run(story, later, date)
    assert the(one for one in tables.documents if one.id == "d2").published.edtf == "2031-03"
    assert states[date.id][0] == "overruled"


def test_a_dropped_statement_takes_its_promise_with_it_and_leaves_the_others(story, plain):
    statement = the(one.id for one in plain.statements if one.content == story[0].statements[0].content)
    tables, states = run(story, drop := make(plain, "drop", statement))
    assert states[drop.id][0] == "applied"
    assert {one.id for one in plain.statements} - {one.id for one in tables.statements} == {statement}
    assert tables.commitments == ()
    assert "d1" in {one.a for one in tables.links if one.kind == "correction"}


def test_an_added_statement_is_its_speakers(story, plain):
    add = make(plain, "add", "d2", content=f"{OSEI} telephoned {BREK}", source=RUUN, cue="said", act="confirm")
    tables, _ = run(story, add)
    new = the(one for one in tables.statements if one.id not in {each.id for each in plain.statements})
    ruun = the(one.id for one in tables.actors if one.name == RUUN)
    assert (new.source.actor, new.act, new.kind, len(new.cue)) == (ruun, "confirm", "indirect", 1)
    assert run(story, add, add)[0] == tables
    dropped, states = run(story, add, make(tables, "drop", new.id, at=2))
    assert {one.id for one in dropped.statements} == {one.id for one in plain.statements}
    assert states[add.id][0] == "overruled"


def test_a_marked_commitment_cites_what_speaks_for_it(story, plain):
    commitment = the(plain.commitments).id
    mark = make(plain, "mark", commitment, value="kept", text="the barrier is gone", words="telephoned", document="d2")
    row = the(run(story, mark)[0].commitments)
    assert (row.status, row.reasons) == ("kept", ("marked kept by Ida: the barrier is gone; seen",))
    assert [one.document for one in row.resolution] == ["d2"]
    tables, states = run(story, mark, make(plain, "mark", commitment, value="broken", at=2))
    assert the(tables.commitments).status == "broken"
    assert states[mark.id][0] == "overruled"


def test_a_renamed_actor_is_renamed_in_labels_and_keeps_its_id(story, plain):
    tables, _ = run(story, make(plain, "rename", OSEI, value="President Osei"))
    actor = the(one for one in tables.actors if one.name == "President Osei")
    assert actor.id == the(one.id for one in plain.actors if one.name == OSEI)
    assert OSEI in actor.aliases
    assert all("President Osei" in one.label for one in tables.events)


def test_a_renamed_event_has_its_label_everywhere(story, plain):
    tables, _ = run(story, make(plain, "rename", calls(plain)[0], value="The Lorn call"))
    assert "The Lorn call" in {one.label for one in tables.events}


def redraw(one):
    """The annotations of another model version: other indices, spans a little otherwise, other mentions beside them."""
    size = len(one.actors)
    turn = {at: size - 1 - at for at in range(size)}

    def actor(at):
        return None if at is None else turn[at]

    return replace(
        one,
        actors=one.actors[::-1],
        mentions=tuple(replace(m, actor=actor(m.actor)) for m in one.mentions)[::-1],
        statements=tuple(
            replace(
                s,
                source=replace(s.source, actor=actor(s.source.actor)),
                content=tuple(replace(span, end=span.end - 1) for span in s.content),
            )
            for s in one.statements
        ),
        events=tuple(
            replace(e, end=e.end - 2, participants=tuple(replace(p, actor=turn[p.actor]) for p in e.participants))
            for e in one.events
        )[::-1],
        commitments=tuple(replace(c, actor=actor(c.actor), event=None) for c in one.commitments),
        versions=(("events", "99"),),
    )


def test_corrections_hold_after_a_model_has_changed(story, plain):
    first, second, _ = calls(plain)
    statement = the(one.id for one in plain.statements if one.content == story[0].statements[0].content)
    log = [
        make(plain, "merge", first, second),
        make(plain, "speaker", statement, value=RUUN, at=2),
        make(plain, "split", BREK, document="d2", at=3),
        make(plain, "mark", the(plain.commitments).id, value="kept", at=4),
        make(plain, "date", "d1", value="2031-03-06", at=5),
        make(plain, "drop", plain.statements[-1].id, at=6),
    ]
    other = [redraw(one) for one in story]
    assert {one.id for one in build_record(other)[0].statements}.isdisjoint(one.id for one in plain.statements)
    tables, states = run(other, *log)
    assert {state for state, _ in states.values()} == {"applied"}
    assert [one.documents for one in tables.events if len(one.documents) == 2] == [("d1", "d2")]
    ruun = the(one.id for one in tables.actors if one.name == RUUN)
    assert ruun in {one.source.actor for one in tables.statements if one.document == "d1"}
    assert [one.status for one in tables.commitments] == ["kept"]
    assert len([one for one in tables.actors if one.name == BREK]) == 2
    assert [one.document for one in tables.statements] == ["d1", "d1"]


def test_corrections_whose_words_are_gone_change_nothing_and_are_listed(story, plain):
    first, second, _ = calls(plain)
    log = [make(plain, "merge", first, second), make(plain, "date", "d1", value="2030", at=2)]
    text = story[0].document.text.replace("held", "made")
    changed = [replace(story[0], document=replace(story[0].document, text=text, sha256="new", uri="d3.txt")), story[1]]
    tables, states = run(changed, *log)
    assert tables == build_record(changed)[0]
    assert {state for state, _ in states.values()} == {"unanchored"}
    assert all("no document with the text of d1.txt" in note for _, note in states.values())


def test_words_that_no_longer_hold_a_thing_are_listed(story, plain):
    merge = make(plain, "merge", *calls(plain)[:2])
    without = [replace(story[0], events=()), story[1]]
    tables, states = run(without, merge)
    assert states[merge.id][0] == "unanchored"
    assert "no event is found any more" in states[merge.id][1]
    assert tables == build_record(without)[0]


def test_a_correction_waits_for_its_article(story, plain):
    merge = make(plain, "merge", *calls(plain)[:2])
    tables, states = run(story[1:], merge)
    assert states[merge.id][0] == "unanchored"
    assert tables == build_record(story[1:])[0]
    assert [one.documents for one in run(story, merge)[0].events if len(one.documents) == 2] == [("d1", "d2")]


@pytest.mark.parametrize(
    ("kind", "ids", "values", "error"),
    [
        ("merge", ("evt-000", "evt-001"), {}, "is no actor or event of the record"),
        ("merge", (OSEI,), {}, "two or more ids"),
        ("merge", (OSEI, OSEI), {}, "named twice"),
        ("split", (OSEI,), {}, "say which mentions"),
        ("split", (OSEI,), {"words": "no such words"}, "are not in"),
        ("date", ("d1",), {"value": "last week"}, "is not a date"),
        ("date", ("d9",), {"value": "2031"}, "'d9' is no document"),
        ("add", ("d2",), {"source": RUUN}, "content of the statement is missing"),
        ("add", ("d2",), {"content": OSEI}, "whose statement"),
        ("add", ("d1",), {"content": OSEI, "value": RUUN}, "stand 2 times"),
        ("rename", (OSEI,), {"value": " "}, "new name is missing"),
        ("drop", (OSEI,), {}, "is one of the actors, no statement"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(plain, kind, ids, values, error):
    with pytest.raises((LookupFailed, SettingError), match=error):
        make(plain, kind, *ids, **values)


def test_a_right_day_of_an_event_holds_and_the_later_one_wins(story, plain):
    first, second, _ = calls(plain)
    date = make(plain, "date", first, value="2031-02-24")
    dated, states = run(story, date)
    event = the(one for one in dated.events if one.id in events_of(dated, "held a phone call"))
    assert (event.when.earliest, event.when.latest) == ("2031-02-24", "2031-02-24")
    assert states[date.id] == ("applied", "")
    assert [one.reasons for one in dated.links if one.kind == "correction"] == [("dated 2031-02-24 by Ida: seen",)]
    others = {one.id: one for one in plain.events}
    assert all(others[one.id] == one for one in dated.events if one.id != event.id)
    later = make(plain, "date", first, value="2031-02", at=2)
    again, states = run(story, later, date)
    event = the(one for one in again.events if one.id in events_of(again, "held a phone call"))
    assert (event.when.earliest, event.when.latest) == ("2031-02-01", "2031-02-28")
    assert states[date.id][0] == "overruled"
    merge = make(plain, "merge", first, second, at=3)
    merged, _ = run(story, date, merge)
    event = the(one for one in merged.events if len(one.documents) == 2)
    assert event.when.edtf == "2031-02-24"
