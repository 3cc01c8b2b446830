"""Promises in other forms, and what later articles say has become of them: invented sentences, parsed once each."""

import hashlib

import pytest

from onrecord.annotate import annotate
from onrecord.annotations import Annotated
from onrecord.pipeline import build_tables
from onrecord.records import Commitment, Document, Published


def read(text: str, day: str | None = "2031-03-05", name: str = "a") -> Annotated:
    """Annotate one short text of a known day, or of an unknown one."""
    published = Published(edtf=day, earliest=day, latest=day, basis="given") if day else Published()
    return annotate(
        Document(
            id=f"doc-{name}",
            uri=f"{name}.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            published=published,
        )
    )


def judged(*texts: tuple[str, str | None]) -> list[Commitment]:
    """The commitments of some articles, each a text and its day, in the order of their words."""
    annotated = [read(text, day, chr(97 + n)) for n, (text, day) in enumerate(texts)]
    return sorted(build_tables(annotated).commitments, key=lambda one: one.evidence[0])


def status_of(rows: list[Commitment], words: str) -> tuple[str, int]:
    """The status of the promise with these words, and how many pieces of evidence settle it."""
    row = next(one for one in rows if words in one.text)
    return row.status, len(row.resolution)


ORDER = (
    "Judge Mara Tolle ordered the prosecution to hand over the rest of the file by this Friday. "
    "Prosecutor Ines Vahl promised to do so."
)


def test_to_do_so_takes_its_day_and_deed_from_the_order() -> None:
    (one,) = read(ORDER).commitments
    assert one.predicate == "hand"
    assert one.about is not None
    assert one.due is not None


def test_who_promised_is_held_where_another_was_promised() -> None:
    one = read("Mayor Ida Brenn was promised a new bridge by the Harbour Ministry before Christmas, she said.")
    (found,) = one.commitments
    assert found.actor is not None
    assert "Ministry" in one.actors[found.actor].name


def test_a_pronoun_right_after_said_is_the_speaker_but_not_the_spokesman() -> None:
    one = read("Rolf Venn led the talks on Monday.\n\nThe deputy chairman, Gil Oster, said he would vote no.")
    (found,) = one.commitments
    assert found.actor is not None
    assert one.actors[found.actor].name == "Gil Oster"


@pytest.mark.parametrize(
    ("later", "status", "settled"),
    [
        (
            "The prosecution has still not given the court the rest of the file, which it promised by Friday.",
            "overdue",
            1,
        ),
        ("It rained in Tarsk on Monday, and the market was closed.", "overdue", 0),
    ],
)
def test_a_file_not_handed_over_in_time(later: str, status: str, settled: int) -> None:
    rows = judged((ORDER, "2031-03-05"), (later, "2031-03-11"))
    assert status_of(rows, "promised to do so") == (status, settled)


def test_what_is_done_after_its_day_is_not_kept() -> None:
    promise = "The Central Court of Tarsk will publish the transcript by Monday, Judge Mara Tolle said."
    deed = "The Central Court of Tarsk published the transcript on Wednesday, two days late."
    rows = judged((promise, "2031-03-05"), (deed, "2031-03-13"))
    assert status_of(rows, "publish the transcript")[0] == "overdue"


def test_a_witness_who_testifies_settles_the_promise_to_call_her() -> None:
    promise = "Prosecutor Ines Vahl opened the trial. She would call Lea Forst as her first witness, Vahl said."
    heard = "Lea Forst testified on 10 March that she had seen the minister at the lake."
    unheard = "Lea Forst said on 10 March that she had seen the minister at the lake."
    assert status_of(judged((promise, "2031-03-05"), (heard, "2031-03-12")), "call Lea Forst")[0] == "kept"
    assert status_of(judged((promise, "2031-03-05"), (unheard, "2031-03-12")), "call Lea Forst")[0] == "open"


def test_a_day_that_was_moved_takes_the_place_of_the_first() -> None:
    first = "“We will hold the hearing on 16 March,” Judge Mara Tolle told reporters."
    moved = "The hearing has been postponed from 16 March to 24 March, Judge Mara Tolle said on Monday."
    rows = judged((first, "2031-03-05"), (moved, "2031-03-11"))
    assert status_of(rows, "hold the hearing")[0] == "superseded"
    assert status_of(rows, "24 March")[0] == "open"


@pytest.mark.parametrize(("place", "status"), [("Marsh Hall", "kept"), ("Tarsk", "overdue")])
def test_talks_in_the_place_on_the_day_keep_the_promise_to_return(place: str, status: str) -> None:
    promise = "“The two sides will return to the Marsh Hall on March 10,” mediator Edda Lorn said."
    later = f"The deal was reached after talks in the {place} that had begun on Monday afternoon."
    assert status_of(judged((promise, "2031-03-05"), (later, "2031-03-12")), "return to")[0] == status


def test_to_meet_again_is_kept_by_talks_on_that_day() -> None:
    rows = judged(
        ("Dora Vance and Ilmar Toven will meet again on 11 March, Dora Vance said.", "2031-03-05"),
        ("Talks of Dora Vance and Ilmar Toven broke up on Tuesday without a deal.", "2031-03-12"),
    )
    assert status_of(rows, "meet again")[0] == "kept"


def test_talks_on_another_day_do_not_keep_it() -> None:
    rows = judged(
        ("Dora Vance and Ilmar Toven will meet again on 11 March, Dora Vance said.", "2031-03-05"),
        ("Talks of Dora Vance and Ilmar Toven broke up on 6 March without a deal.", "2031-03-12"),
    )
    assert status_of(rows, "meet again")[0] == "overdue"
