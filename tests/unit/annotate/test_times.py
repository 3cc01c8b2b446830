"""Time expressions: found without a date, resolved with one. All texts are ours; 2031-05-21 is a Wednesday."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.parse import parse_document
from onrecord.annotate.times import find_expressions, find_times
from onrecord.chronology import build_when, resolve_times
from onrecord.records import UNKNOWN, Document, When

WEDNESDAY = build_when("2031-05-21", "2031-05-21")
Row = tuple[str, str, str, str | None, str | None]


def read(text: str, published: When = WEDNESDAY) -> list[Row]:
    found = find_expressions(text)
    return [
        (text[one.start : one.end], one.type, row.value, row.earliest, row.latest)
        for one, row in zip(found, resolve_times(found, published), strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("They met on 12 March 2030.", "12 March 2030", "DATE", "2030-03-12"),
        ("They met on March 12, 2030.", "March 12, 2030", "DATE", "2030-03-12"),
        ("Tuesday, May 20, 2031", "Tuesday, May 20, 2031", "DATE", "2031-05-20"),
        ("They met on 2030-03-12.", "2030-03-12", "DATE", "2030-03-12"),
        ("posted 2030-03-12T10:15:00Z", "2030-03-12T10:15:00Z", "TIME", "2030-03-12T10:15"),
        ("dated 25/03/2030", "25/03/2030", "DATE", "2030-03-25"),
        ("dated 04/03/2030", "04/03/2030", "DATE", "2030-XX-XX"),
        ("dated 25.03.2030", "25.03.2030", "DATE", "2030-03-25"),
        ("They met in March 2030.", "March 2030", "DATE", "2030-03"),
        ("They meet on the first Monday of June.", "the first Monday of June", "DATE", "2031-06-02"),
        ("They met on the last Friday in October 2029.", "the last Friday in October 2029", "DATE", "2029-10-26"),
        ("The truce had been due to expire on Friday.", "Friday", "DATE", "2031-05-16"),
        ("The truce was due to expire on Friday.", "Friday", "DATE", "2031-05-23"),
        ("It was the first visit since 2015.", "2015", "DATE", "2015"),
        ("They met on Monday.", "Monday", "DATE", "2031-05-19"),
        ("They met on Wednesday.", "Wednesday", "DATE", "2031-05-21"),
        ("They will meet on Friday.", "Friday", "DATE", "2031-05-23"),
        ("Last Monday they met.", "Last Monday", "DATE", "2031-05-19"),
        ("They met at 8:30 p.m. on Monday.", "8:30 p.m. on Monday", "TIME", "2031-05-19T20:30"),
        ("They met on Monday night.", "Monday night", "TIME", "2031-05-19TNI"),
        ("They agreed last week.", "last week", "DATE", "2031-W20"),
        ("They agreed last month.", "last month", "DATE", "2031-04"),
        ("They agreed in January.", "January", "DATE", "2031-01"),
        ("They agreed earlier this year.", "earlier this year", "DATE", "2031"),
        ("They agreed on August 15.", "August 15", "DATE", "2030-08-15"),
        ("They will vote on August 15.", "August 15", "DATE", "2031-08-15"),
        ("They met two days ago.", "two days ago", "DATE", "2031-05-19"),
        ("They met the day before yesterday.", "the day before yesterday", "DATE", "2031-05-19"),
        ("They will meet in two weeks.", "two weeks", "DATE", "2031-W23"),
        ("Progress is expected within two weeks.", "two weeks", "DURATION", "P2W"),
        ("It holds for the next 30 days.", "the next 30 days", "DURATION", "P30D"),
        ("The call lasted nearly 90 minutes.", "nearly 90 minutes", "DURATION", "PT90M"),
        ("The call lasted about an hour.", "about an hour", "DURATION", "PT1H"),
        ("They ended a more than hour-long call.", "more than hour-long", "DURATION", "PT1H"),
        ("It took two hours and 15 minutes.", "two hours and 15 minutes", "DURATION", "PT2H15M"),
        ("The war is in its fourth year.", "its fourth year", "DURATION", "P4Y"),
        ("a 30-day truce", "30-day", "DURATION", "P30D"),
        ("It went on for weeks.", "weeks", "DURATION", "PXW"),
        ("in the third quarter of 2030", "the third quarter of 2030", "DATE", "2030-Q3"),
        ("in the summer of 2030", "the summer of 2030", "DATE", "2030-SU"),
        ("in the 1990s", "the 1990s", "DATE", "199"),
        ("in the first half of 2030", "the first half of 2030", "DATE", "2030-H1"),
        ("Little will change in the near term.", "the near term", "DATE", "FUTURE_REF"),
        ("They will one day meet.", "one day", "DATE", "FUTURE_REF"),
        ("They met on Easter Monday.", "Easter Monday", "DATE", "2031-04-14"),
        ("They meet every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
        ("They meet twice a week.", "twice a week", "SET", "P1W"),
        ("They are now at war.", "now", "DATE", "PRESENT_REF"),
        ("They met recently.", "recently", "DATE", "PAST_REF"),
        ("They will vote in the week of June 9.", "the week of June 9", "DATE", "2031-W24"),
        ("It will be ready by year end.", "year end", "DATE", "2031"),
        ("Profit rose from the same quarter a year earlier.", "the same quarter a year earlier", "DATE", "2030-Q1"),
        ("It ended a years-long quarrel.", "years-long", "DURATION", "PXY"),
        ("For weeks they had waited.", "weeks", "DURATION", "PXW"),
        ("They left at 4 in the morning on Monday.", "4 in the morning on Monday", "TIME", "2031-05-19T04:00"),
        ("It fell at 10:35 a.m. (0735 GMT) Friday.", "10:35 a.m. (0735 GMT) Friday", "TIME", "2031-05-16T10:35"),
        ("Until Friday, they had named no one.", "Friday", "DATE", "2031-05-16"),
        ("A man was shot to death on July 23.", "July 23", "DATE", "2030-07-23"),
        ("A summit will be held on August 15.", "August 15", "DATE", "2031-08-15"),
        ("Three United players left on Friday.", "Friday", "DATE", "2031-05-16"),
        ("On Friday, the league of small harbour towns plans to file its suit.", "Friday", "DATE", "2031-05-23"),
        ("The raid came on Monday, May 20.", "Monday, May 20", "DATE", "2030-05-20"),
        ("Profit fell in the last quarter of 2030.", "the last quarter of 2030", "DATE", "2030-Q4"),
        ("Mara May said so in May.", "May", "DATE", "2031-05"),
        ("In June President Osei will leave.", "June", "DATE", "2031-06"),
        ("They meet again. The March accession is near.", "March", "DATE", "2031-03"),
        ("The Long March 4C lifts off in March.", "March", "DATE", "2031-03"),
    ],
)
def test_one_expression(text: str, words: str, type_: str, value: str) -> None:
    assert [row[:3] for row in read(text)] == [(words, type_, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The score was 3:15 and 42:9.",
        "She may march with 1,500 people.",
        "He closed at 2082.1 points.",
        "The Sunday Times and Bloody Sunday",
        "a 30-year-old man, 50 years old",
        "three-quarters of the house",
        "a quarter-century low",
        "He spoke on “This Week”.",
        "Prime Minister Mara May told reporters so, but May's rivals said nothing.",
        "Then April Osei spoke. June Osei did not.",
        "They joined the Women's March with a song.",
        "The pilot of Flight 1943 saw a bird.",
        "There are roughly 2000 ships.",
        "It books the loss in the period in which it was made.",
    ],
)
def test_no_expression(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("nearly 90 minutes", "APPROX"),
        ("more than two hours", "MORE_THAN"),
        ("at least three days", "EQUAL_OR_MORE"),
        ("up to 60 days", "EQUAL_OR_LESS"),
        ("late March", "END"),
        ("the start of 2030", "START"),
        ("two days", None),
    ],
)
def test_modifier(text: str, modifier: str | None) -> None:
    assert [one.modifier for one in find_expressions(text)] == [modifier]


@pytest.mark.parametrize(
    "text", ["1" * 400 + " days", "1.2.3 days", "0000-01-01", "1,2,3,4,5 days", "99 o'clock", "0th century"]
)
def test_odd_figures_do_no_harm(text: str) -> None:
    read(text)


def test_local_time_is_kept_out() -> None:
    assert read("It began on Monday (local time).")[0][0] == "Monday"


def test_the_next_day_counts_from_the_day_told() -> None:
    rows = read("He came on Monday. The next day he met her, and two days later he left.")
    assert [row[2] for row in rows] == ["2031-05-19", "2031-05-20", "2031-05-22"]


def test_the_next_day_stays_open_where_no_day_was_told() -> None:
    assert read("The next day he met her.")[0][2:] == ("XXXX-XX-XX", None, None)


def test_a_bare_clock_time_needs_a_day() -> None:
    assert read("He spoke at 10:30.")[0][2:] == ("XXXX-XX-XXT10:30", None, None)
    assert read("He came on Monday and spoke at 10:30.")[1][2] == "2031-05-19T10:30"


def test_tomorrow_in_a_quotation_counts_from_the_day_of_speech() -> None:
    rows = read("“We will sign it tomorrow,” the envoy said on Monday.")
    assert [row[2] for row in rows] == ["2031-05-20", "2031-05-19"]
    rows = read("“We will sign it tomorrow,” the envoy said.")
    assert [row[2] for row in rows] == ["2031-05-22"]


def test_an_undated_document_gives_open_values() -> None:
    rows = read("They met on Monday, on August 15, last week, and talked for two hours.", UNKNOWN)
    assert [row[2] for row in rows] == ["XXXX-WXX-1", "XXXX-08-15", "XXXX-WXX", "PT2H"]
    assert all(row[3:] == (None, None) for row in rows)


def test_the_past_year_runs_up_to_the_publication() -> None:
    assert read("It grew over the past year.")[0][3:] == ("2030-01-01", "2031-05-21")


def test_ahead_of_thursday_may_be_behind_or_ahead() -> None:
    row = read("Aides met ahead of Thursday's summit.")[0]
    assert row[2:] == ("XXXX-WXX-4", "2031-05-15", "2031-05-22")


@pytest.mark.parametrize(
    ("text", "words", "value", "earliest", "latest"),
    [
        ("They met on the 16th.", "the 16th", "2031-05-16", "2031-05-16", "2031-05-16"),
        ("They will meet on the 16th.", "the 16th", "2031-06-16", "2031-06-16", "2031-06-16"),
        ("The report is due by the 2nd.", "the 2nd", "2031-06-02", "2031-06-02", "2031-06-02"),
        ("It begins on the 2nd of next month.", "the 2nd of next month", "2031-06-02", "2031-06-02", "2031-06-02"),
        ("They met on the 22nd.", "the 22nd", "XXXX-XX-22", "2031-04-22", "2031-05-22"),
        ("It ran 6-8 June 2030.", "6-8 June 2030", "2030-06-06/2030-06-08", "2030-06-06", "2030-06-08"),
        ("It will run June 6-8.", "June 6-8", "2031-06-06/2031-06-08", "2031-06-06", "2031-06-08"),
        ("It took place between 3 and 5 May.", "3 and 5 May", "2031-05-03/2031-05-05", "2031-05-03", "2031-05-05"),
        (
            "It ran from 28 April to 2 May.",
            "28 April to 2 May",
            "2031-04-28/2031-05-02",
            "2031-04-28",
            "2031-05-02",
        ),
        (
            "It ran from 28 December to 2 January 2030.",
            "28 December to 2 January 2030",
            "2029-12-28/2030-01-02",
            "2029-12-28",
            "2030-01-02",
        ),
        (
            "They met from Monday to Wednesday.",
            "Monday to Wednesday",
            "2031-05-19/2031-05-21",
            "2031-05-19",
            "2031-05-21",
        ),
        (
            "They will meet from Friday to Sunday.",
            "Friday to Sunday",
            "2031-05-23/2031-05-25",
            "2031-05-23",
            "2031-05-25",
        ),
        ("They will speak early next week.", "early next week", "2031-W22", "2031-05-25", "2031-05-28"),
        ("They will answer by the end of the month.", "the end of the month", "2031-05", "2031-05-16", "2031-05-31"),
        ("They spoke in early March 2030.", "early March 2030", "2030-03", "2030-03-01", "2030-03-16"),
        (
            "It is expected in three to five days.",
            "three to five days",
            "2031-05-24",
            "2031-05-24",
            "2031-05-26",
        ),
        ("He will answer in the coming days.", "the coming days", "FUTURE_REF", None, None),
        ("This Friday they met.", "This Friday", "2031-05-16", "2031-05-16", "2031-05-16"),
    ],
)
def test_days_and_runs_of_days(text: str, words: str, value: str, earliest: str | None, latest: str | None) -> None:
    assert [(row[0], *row[2:]) for row in read(text)] == [(words, value, earliest, latest)]


@pytest.mark.parametrize(
    "text", ["He lives on the 16th floor.", "He took a bogey on the 16th.", "the 16th man", "on the 45th, they left"]
)
def test_no_day_of_the_month(text: str) -> None:
    assert read(text) == []


def test_the_16th_beside_a_date_is_of_its_month() -> None:
    rows = read("The talks planned for 14 March 2030 were moved to the 16th.")
    assert [row[2] for row in rows] == ["2030-03-14", "2030-03-16"]


def test_two_days_of_one_month_are_two_expressions() -> None:
    assert [row[:3:2] for row in read("They met on May 3 and 5.")] == [("May 3", "2031-05-03"), ("5", "2031-05-05")]


def test_what_is_moved_from_a_day_to_another_is_no_run() -> None:
    assert len(read("It was moved from Monday to Tuesday.")) == 2


def test_counting_on_from_a_day_told() -> None:
    rows = read("They met on 5 May 2030. The following Tuesday they signed. Two days before that he had called.")
    assert [row[2] for row in rows] == ["2030-05-05", "2030-05-07", "2030-05-05"]
    rows = read("In 2019 they met. That year he left. A year earlier she had come.")
    assert [row[2] for row in rows] == ["2019", "2019", "2018"]
    assert read("The following Tuesday they signed.")[0][2:] == ("XXXX-WXX-2", None, None)


def test_an_amount_of_time_runs_from_its_day() -> None:
    rows = read("Patrols stop for 30 days from 21 October 2030.")
    assert rows[0][2:] == ("P30D", "2030-10-21", "2030-11-20")


def test_many_quotations_are_read() -> None:
    text = "“We sign tomorrow,” he said on Monday. " * 4000
    assert len(find_expressions(text)) == 8000  # it took a minute when every quotation looked at every expression


def test_undated_days_stay_open() -> None:
    rows = read("They met on the 16th. They met from Monday to Wednesday. It ran 6-8 June.", UNKNOWN)
    assert [row[2:] for row in rows] == [
        ("XXXX-XX-16", None, None),
        ("XXXX-WXX-1/XXXX-WXX-3", None, None),
        ("XXXX-06-06/XXXX-06-08", None, None),
    ]


def test_both_bounds_of_an_amount_are_kept() -> None:
    found = find_expressions("It will take two to three weeks.")[0]
    assert (found.value, found.modifier, dict(found.parameters)["upto"]) == ("P2W", "APPROX", "P3W")


PIECES = re.split(
    " ",
    "on Monday, last week; March 3 2030 May the next day . two 30 days later “tomorrow” said at 10:30 p.m. early 1990s "
    "quarter a year ago its fourth every (0735 GMT) 2030-02-31 99/99/99 \n — é 1 / : the "
    "the 16th from Monday to 6-8 June between 3 and 5 May two to three weeks that early next week the following",
)


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_spans_are_whole_words_inside_the_text_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = find_expressions(text)
    reached = 0
    for one in found:
        assert reached <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        assert one.anchor is None or 0 <= one.anchor < len(found)
        reached = one.end
    assert find_expressions(text) == found
    for published in (UNKNOWN, WEDNESDAY, build_when("2031-05-01", None), build_when("2031-05-01", "2031-06-30")):
        assert len(resolve_times(found, published)) == len(found)


Parsed = Callable[[str], list[tuple[str, str | None, str]]]


@pytest.fixture(scope="module")
def read_parsed() -> Parsed:
    def run(text: str) -> list[tuple[str, str | None, str]]:
        found = find_times(parse_document(Document(id="d", uri="d", sha256="", text=text)))
        rows = resolve_times(found, WEDNESDAY)
        return [(text[one.start : one.end], one.tense, row.value) for one, row in zip(found, rows, strict=True)]

    return run


@pytest.mark.parametrize(
    ("text", "tense", "value"),
    [
        ("The leaders will meet on Friday.", "future", "2031-05-23"),
        ("The minister said on Friday that talks had failed.", "past", "2031-05-16"),
        ("The envoy is flying to the capital on Friday.", "future", "2031-05-23"),
        ("The leaders agreed to meet on Friday.", "future", "2031-05-23"),
        ("The vote was postponed until Friday.", "future", "2031-05-23"),
        ("Friday’s call comes after weeks of talks.", "past", "2031-05-16"),
        ("The summit, scheduled for Friday, matters.", "future", "2031-05-23"),
        ("The prince could not be reached on Friday.", "past", "2031-05-16"),
        ("A deadline of Friday was set.", "future", "2031-05-23"),
        ("The deadline is Friday.", "future", "2031-05-23"),
        ("The talks open on Friday.", "future", "2031-05-23"),
        ("He arrives Friday.", "future", "2031-05-23"),
        ("The minister says on Friday that talks have failed.", "past", "2031-05-16"),
        ("The court hears the case on Friday.", "present", "XXXX-WXX-5"),
        ("Release them by midnight on Friday.", "present", "2031-05-23T24:00"),
        ("They will stop patrols for 30 days from Friday.", None, "P30D"),
    ],
)
def test_tense_of_the_governing_verb(read_parsed: Parsed, text: str, tense: str, value: str) -> None:
    assert read_parsed(text)[0][1:] == (tense, value)


@pytest.mark.parametrize(
    ("published", "value"),
    [("2031-05-22", "2031-W20-WE"), ("2031-05-23", "2031-W20-WE"), ("2031-05-24", "2031-W21-WE")],
)
def test_the_weekend_told_as_past_on_a_friday_is_the_one_before(published: str, value: str) -> None:
    rows = read("The two were freed over the weekend.", build_when(published, published))
    assert [row[2] for row in rows] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose in the quarter ended April 30.", ["2031-Q1", "2031-04-30"]),
        ("Sales rose in the quarter that ended Aug. 31.", ["2030-Q3", "2030-08-31"]),
        ("Sales rose 4% in February from a year earlier.", ["2031-02", "2030-02"]),
        ("The price rose in March. It was a shock, for a year earlier it fell.", ["2031-03", "2030"]),
        ("Inflation slowed in the year to March.", ["P1Y", "2031-03"]),
    ],
)
def test_a_period_told_by_a_date_beside_it(text: str, values: list[str]) -> None:
    assert [row[2] for row in read(text)] == values


def test_the_days_of_a_post_count_from_its_signature() -> None:
    post = "The crew went home last night and we will sail again on Friday. — Mara Osei (@maraosei) May 6, 2021"
    told = {words: earliest for words, _, _, earliest, _ in read(f"The port stayed shut last night.\n\n{post}\n")}
    assert told["Friday"] == "2021-05-07"
    assert told["last night"] == "2021-05-05"  # that of the post, which comes last
    assert read("The port stayed shut last night.\n\nThe crew sails on Friday.")[0][3] == "2031-05-20"
