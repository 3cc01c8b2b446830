"""Sentences with a date of publication, and the days that an expression in each stands for. All texts are ours.

The calendar of 2034: 1 January is a Sunday, 7 April a Friday, 10 April a Monday.
"""

import pytest

from onrecord.annotate.parse import parse_document
from onrecord.annotate.times import find_times
from onrecord.chronology import build_when, contains, count_days, due_interval, resolve_times
from onrecord.records import Document, When

FRIDAY, TUESDAY, LATE = "2034-04-07", "2034-04-11", "2034-04-21"

# Published, sentence, words of the expression, first day, last day, how many days more the answer may hold.
WHEN = [
    (FRIDAY, "The truce takes effect at midnight on Monday, April 10, both sides said.", "midnight", "04-10", "04-10"),
    (FRIDAY, "Shelling stopped at midnight on 3 April 2034, the monitors said.", "midnight", "04-03", "04-03"),
    (FRIDAY, "The strike will begin at midnight on Sunday.", "midnight", "04-09", "04-09"),
    (FRIDAY, "The deadline expires at midnight Friday.", "midnight", "04-07", "04-07"),
    (FRIDAY, "The curfew was lifted at noon on Tuesday, March 28.", "noon", "03-28", "03-28"),
    (FRIDAY, "Shortly after midnight on March 3, a tanker caught fire off Velmar.", "midnight", "03-03", "03-03"),
    (FRIDAY, "The crossing reopens at 6 a.m. on Saturday, April 8.", "6 a.m.", "04-08", "04-08"),
    (FRIDAY, "The blast was heard at 3:40 p.m. on Wednesday 5 April.", "3:40", "04-05", "04-05"),
    (FRIDAY, "Polls close at 8pm on 23 April.", "8pm", "04-23", "04-23"),
    (FRIDAY, "From midnight tonight no lorry may cross the bridge.", "tonight", "04-07", "04-07"),
    (FRIDAY, "The talks resume on Monday 17 April in Ostrel.", "17 April", "04-17", "04-17"),
    ("2034-01-05", "The raid on Thursday, December 29 left four dead.", "December", "2033-12-29", "2033-12-29"),
    ("2033-12-28", "A first hearing is set for Tuesday, January 10.", "January", "01-10", "01-10"),
    (FRIDAY, "The minister resigned on Saturday, July 2, after the leak.", "July", "2033-07-02", "2033-07-02"),
    (FRIDAY, "Sunday 2 July is when the mandate runs out.", "July", "07-02", "07-02"),
    (
        FRIDAY,
        "The pact was signed on Friday, 9 April, in the customs hall.",
        "9 April",
        "2032-04-09",
        "2032-04-09",
        800,
    ),
    (FRIDAY, "On Wednesday, Aug. 17, the dam gave way.", "Aug", "2033-08-17", "2033-08-17"),
    (FRIDAY, "The vote is on Wednesday, Aug. 16.", "Aug", "08-16", "08-16"),
    (FRIDAY, "The siege began in March; on the 20th the water was cut.", "20th", "03-20", "03-20"),
    (FRIDAY, "In February the cabinet split, and by the 14th three of them had left.", "14th", "02-14", "02-14"),
    (LATE, "The court meets again on the 28th.", "28th", "04-28", "04-28"),
    (LATE, "The convoy left on the 3rd and arrived on the 9th.", "9th", "04-09", "04-09"),
    (LATE, "The council will rule by the 2nd of next month.", "2nd", "05-02", "05-02"),
    (LATE, "Talks opened on May 4, 2031, and ended on the 11th.", "11th", "2031-05-11", "2031-05-11"),
    (LATE, "The 17th of March brought the heaviest rain.", "March", "03-17", "03-17"),
    (LATE, "The ferry sank in January. On the 19th, divers reached the hull.", "19th", "01-19", "01-19"),
    (TUESDAY, "The ministry must answer by Friday.", "Friday", "04-14", "04-14"),
    (TUESDAY, "The rebels have until Sunday night to leave.", "Sunday", "04-16", "04-16"),
    (TUESDAY, "Both fleets must be gone by June 1.", "June", "06-01", "06-01"),
    ("2034-03-20", "The last guards will be gone by Easter Monday.", "Easter", "04-10", "04-10"),
    (FRIDAY, "Late on Thursday the army entered Kest.", "Thursday", "04-06", "04-06"),
    (FRIDAY, "Early on Wednesday a drone hit the depot.", "Wednesday", "04-05", "04-05"),
    (FRIDAY, "On Tuesday evening crowds filled the square.", "Tuesday", "04-04", "04-04"),
    (FRIDAY, "The parties met late on Monday night.", "Monday", "04-03", "04-03"),
    (FRIDAY, "Overnight into Thursday, twelve drones were shot down.", "Thursday", "04-06", "04-06"),
    (FRIDAY, "The mayor will speak later on Saturday.", "Saturday", "04-08", "04-08"),
    (FRIDAY, "The two leaders spoke by telephone earlier on Friday.", "Friday", "04-07", "04-07"),
    (FRIDAY, "Rain is forecast from Saturday to Monday.", "Saturday", "04-08", "04-10"),
    (FRIDAY, "The mutiny began on March 12. Three days before, pay was cut.", "Three days", "03-09", "03-09"),
    (FRIDAY, "Two weeks after the March 12 mutiny, the governor fled.", "Two weeks", "03-26", "03-26", 6),
    (FRIDAY, "The envoy arrived three days before the vote on April 2.", "three days", "03-30", "03-30"),
    (FRIDAY, "The bridge fell on March 30, and the day after, the minister quit.", "day after", "03-31", "03-31"),
    (FRIDAY, "The ship left Orrin on 20 March and docked ten days later.", "ten days", "03-30", "03-30"),
    (
        FRIDAY,
        "A year earlier, on April 6, 2033, the same court had freed him.",
        "A year",
        "2033-04-06",
        "2033-04-06",
        400,
    ),
    (FRIDAY, "Four months ago the pact was signed.", "Four months", "2033-12-07", "2033-12-07", 40),
    (FRIDAY, "The clashes began ten days ago.", "ten days", "03-28", "03-28"),
    (FRIDAY, "In the week after the March 12 vote, prices doubled.", "week after", "03-13", "03-19", 7),
    (FRIDAY, "The vote was held on 2 April. That evening, the count was stopped.", "That evening", "04-02", "04-02"),
    (FRIDAY, "The vote was on 2 April. The following Tuesday, the count resumed.", "following", "04-04", "04-04"),
    (FRIDAY, "Between 3 and 9 March, forty homes burned.", "March", "03-03", "03-09"),
    (FRIDAY, "From late January until 14 February, the road was shut.", "14 February", "02-14", "02-14"),
]

# Published, sentence, words of the expression, last day on which it is due.
DUE = [
    (TUESDAY, "The government promised a reply before the month is out.", "month", "04-30"),
    (TUESDAY, "Aid will reach the valley within a week, the agency said.", "week", "04-18"),
    (TUESDAY, "The port will reopen within 48 hours.", "48", "04-13"),
    (TUESDAY, "The inspectors will report before the end of the month.", "month", "04-30"),
    (TUESDAY, "The tax is to be scrapped by the end of next year.", "next year", "2035-12-31"),
    (TUESDAY, "He vowed to finish the work before the year is out.", "year", "12-31"),
    (TUESDAY, "The envoy said a truce was possible in the next ten days.", "ten days", "04-21"),
    (TUESDAY, "The firm has three weeks to pay.", "three weeks", "05-02"),
]

# Sentences that do not tell the day: the answer holds this day, or is open.
UNTOLD = [(FRIDAY, "He was freed on Monday, two days after his arrest.", "two days", "04-01")]


def day(text: str) -> str:
    return text if len(text) == 10 else f"2034-{text}"


def resolve(published: str, text: str, words: str, *, due: bool = False) -> When | None:
    """The days of the expression that holds, or shares, the first of the words; None where none was found."""
    times = find_times(parse_document(Document(id="d", uri="d", sha256="", text=text)))
    base = build_when(published, published)
    at = text.index(words)
    for one, row in zip(times, resolve_times(times, base), strict=True):
        if one.start < at + len(words) and at < one.end:
            return due_interval(one, base, row) if due else row.when
    return None


@pytest.mark.parametrize("case", WHEN, ids=lambda case: case[1])
def test_the_days_are_those_meant(case: tuple[str, ...]) -> None:
    published, text, words, first, last, *spare = case
    meant, found = build_when(day(first), day(last)), resolve(published, text, words)
    assert found is not None
    assert contains(found, meant), found.edtf
    width = count_days(found)
    assert width is not None
    assert width <= count_days(meant) + sum(spare), found.edtf


@pytest.mark.parametrize(("published", "text", "words", "last"), DUE, ids=lambda part: part)
def test_it_is_due_by(published: str, text: str, words: str, last: str) -> None:
    found = resolve(published, text, words, due=True)
    assert found is not None
    assert (found.earliest, found.latest) == (published, day(last))


@pytest.mark.parametrize(("published", "text", "words", "true"), UNTOLD, ids=lambda part: part)
def test_what_is_not_told_is_not_guessed(published: str, text: str, words: str, true: str) -> None:
    found = resolve(published, text, words)
    assert found is None or not found.edtf or contains(found, build_when(day(true), day(true)))
