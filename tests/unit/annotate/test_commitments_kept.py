"""What later articles tell of a promise, on its day or off it: two invented articles each, run through the record."""

import pytest
from short_texts import build_record

MADE, TOLD, TODAY = "2032-03-10", "2032-03-24", "2032-03-25"


def status_of(promise: str, later: str) -> str:
    """The status of the one promise of an article of 10 March after an article of 24 March."""
    rows = build_record((MADE, promise), (TOLD, later), as_of=TODAY).commitments
    (row,) = [one for one in rows if any(piece.document == "doc-0" for piece in one.evidence)]
    return row.status


@pytest.mark.parametrize(
    ("promise", "later", "status"),
    [
        (
            "The club Northgate will appoint a new coach by Friday.",
            "Northgate appointed Marta Illes on 11 March.",
            "kept",
        ),
        (
            "The Seamen’s Guild has called a strike for 22 March.",
            "The Seamen’s Guild went on strike on 22 March.",
            "kept",
        ),
        (
            "Parliament is to vote on the water bill on 16 March.",
            "Parliament passed the water bill on 16 March.",
            "kept",
        ),
        (
            "The regulator will decide on the merger by 19 March.",
            "The regulator blocked the merger on 17 March.",
            "kept",
        ),
        ("A second convoy is expected on 15 March.", "A second convoy reached the town on 15 March.", "kept"),
        ("Judge Corin Hale will give her verdict on 18 March.", "Judge Corin Hale ruled on 18 March.", "kept"),
        ("Tolva will pay its workers a bonus on 15 March.", "Tolva did not pay its workers the bonus.", "broken"),
        ("Tolva will pay its workers a bonus on 15 March.", "Tolva has still not paid the workers’ bonus.", "overdue"),
        ("The rebels promised to free the pilot in a week.", "The rebels refused to free the pilot.", "broken"),
        ("Tolva promised that no worker would be dismissed.", "Tolva dismissed 300 workers on 19 March.", "broken"),
        ("Tolva promised that no worker would be dismissed.", "Tolva sold 300 vans in March.", "open"),
        ("Mayor Ilse Rademar pledged to keep the library open.", "The library was closed on 20 March.", "broken"),
        ("Castrel will open the crossing on 20 March.", "The crossing remained closed on 20 March.", "broken"),
        ("The museum reopens on 20 March.", "The reopening of the museum was put off until 2 May.", "superseded"),
        (
            "The rail line will reopen on 14 March.",
            "The rail line will now reopen on 2 May.",
            "superseded",
        ),
        ("The union will strike on 30 March.", "The union has called off the strike.", "superseded"),
        ("Ada Crom will open the bridge on 27 March.", "Ada Crom will not open the bridge; she is ill.", "superseded"),
        ("Ada Crom will visit Velm on 30 March.", "Ada Crom opened a fair on Monday.", "open"),
    ],
)
def test_what_became_of_it(promise: str, later: str, status: str) -> None:
    assert status_of(promise, later) == status


@pytest.mark.parametrize(
    ("promise", "later", "status"),
    [
        (
            "Orvia will levy a duty of 25 percent on steel from Galveth from 1 April, Trade Minister Ada Moreau said.",
            "President Piet Omber of Orvia suspended the duty on steel from Galveth until 30 April.",
            "superseded",
        ),
        (
            "Ada Moreau, the dockers' leader, said that she would handle all cargo until 20 March.",
            "Ada Moreau spoke at a fair.",
            "unclear",
        ),
        (
            "Ada Moreau, the dockers' leader, said that she would leave Tarn by 20 March.",
            "Ada Moreau spoke at a fair.",
            "overdue",
        ),
        (
            "Prime Minister Ada Moreau of Orvia told parliament that her government would respond with a duty of 15 "
            "percent on fruit, starting on 17 March.",
            "The duty of 15 percent that Orvia has been charging on fruit since 17 March is a burden.",
            "kept",
        ),
    ],
)
def test_what_is_paused_lasts_or_starts_on_a_day(promise: str, later: str, status: str) -> None:
    assert status_of(promise, later) == status


def test_what_is_agreed_binds_the_owner_of_what_acts() -> None:
    text = "Under the six-page document Orvia's mills will restrict their sales to 800 tonnes a year."
    rows = build_record((MADE, text), as_of=TODAY).commitments
    assert [one.status for one in rows] == ["open"]


def test_nothing_promised_is_no_promise() -> None:
    text = "Ada Moreau, the dockers' leader, was at the port. After that she promised nothing."
    assert build_record((MADE, text), as_of=TODAY).commitments == ()
