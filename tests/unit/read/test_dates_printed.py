import pytest

from onrecord.read import read_bytes
from onrecord.read.dates import find_url_date, parse_stated_day
from onrecord.records import Published, Received

PARA = "The ferry minister of Orland said on Tuesday that the talks with Westmark had ended without a deal."


def published_of(text: str) -> Published:
    (received,) = read_bytes(text.encode(), "a.txt")
    assert isinstance(received, Received)
    return received.document.published


@pytest.mark.parametrize(
    ("stamp", "edtf"),
    [
        ("20 May, 2031 13:29", "2031-05-20"),
        ("Published: March 3, 2024", "2024-03-03"),
        ("Updated September 10, 2024 4:15 PM", "../2024-09-10"),
        ("Wednesday 11 September 2024 | 07:12", "2024-09-11"),
        ("2024-09-11T13:05:00Z", "2024-09-11"),
        ("19.08.2025", "2025-08-19"),
        ("08/19/2025", "2025-08-19"),
        ("19/08/2025", "2025-08-19"),
        ("03/04/2025", "2025-03-04/2025-04-03"),
        ("Sept. 3rd, 2024", "2024-09-03"),
        ("Updated March 5, 2024 | Published March 3, 2024", "2024-03-03"),
        ("Mon 4 Mar 2024 09.12 BST", "2024-03-04"),
        ("First published on Mon 4 Mar 2024 06.00 GMT", "2024-03-04"),
        ("Last modified on Mon 4 Mar 2024 06.00 GMT", "../2024-03-04"),
        ("March 4, 2024Updated March 5, 2024", "2024-03-04"),
        ("Posted on: 04/13/2024 - 10:15Modified: 04/14/2024 - 07:00", "2024-04-13"),
        ("Published On 4 Mar 2024 Last update: 5 Mar 2024", "2024-03-04"),
        ("Mar 4, 2024 10:15 IST, Updated : Mar 5, 2024 07:00 IST", "2024-03-04"),
        ("Updated - March 5, 2024 07:00 am IST - NEW KARSK", "../2024-03-05"),
        ("2024/03/04 10:15 (Coast/Karsk)", "2024-03-04"),
        ("04.03.2024 09:00 Uhr", "2024-03-04"),
        ("4 March 2024 / 10:15 AM / Karsk News", "2024-03-04"),
        ("Mar 4, 2024 • 4 min read", "2024-03-04"),
        ("Mon 04-Mar-24 21:14", "2024-03-04"),
        ("4 Mar '24", "2024-03-04"),
        ("24/03/24", "2024-03-24"),
        ("04.03.24, 21:14", "2024-03-04"),
        ("Monday 4 March 2024        Vol. CXII No. 3,204", "2024-03-04"),
        ("Monday, March 4, 2024 | Issue 88 | £1.20", "2024-03-04"),
    ],
)
def test_stamps_are_stated_dates(stamp: str, edtf: str) -> None:
    published = published_of(f"Talks end without a ferry deal\n\n{stamp}\n\n{PARA}\n\n{PARA}")
    assert (published.edtf, published.basis) == (edtf, "stated")
    assert published.evidence


@pytest.mark.parametrize(
    "line", ["PORT ELMA, March 3 (Coast Wire) - " + PARA, PARA + " It began on March 3, 2024.", "10 May"]
)
def test_incomplete_dates_and_dates_in_prose_are_not(line: str) -> None:
    assert published_of(f"{line}\n\n{PARA}").basis == "unknown"


@pytest.mark.parametrize(
    "stamp", ["Updated 3 hours ago", "Yesterday at 14:05", "4 Mar, 10:15", "Published 10:15 AM", "© 2024 Karsk Post"]
)
def test_a_stamp_without_its_year_gives_no_day(stamp: str) -> None:
    assert published_of(f"Talks end without a ferry deal\n\n{stamp}\n\n{PARA}\n\n{PARA}").basis == "unknown"


def test_impossible_and_absurd_days_are_ignored() -> None:
    assert parse_stated_day("1970-01-01", "metadata") is None
    assert parse_stated_day("2024-02-31", "metadata") is None
    assert parse_stated_day(None, "metadata") is None


def test_a_month_stays_a_month() -> None:
    month = parse_stated_day("2024-02", "given")
    assert month is not None
    assert (month.edtf, month.earliest, month.latest) == ("2024-02", "2024-02-01", "2024-02-29")


def test_date_in_a_url() -> None:
    found = find_url_date("https://gazette.example/politics/2024/09/11/no-promise")
    assert found is not None
    assert found.edtf == "2024-09-11"
    assert find_url_date("https://gazette.example/2024/99/11/x") is None


@pytest.mark.parametrize(
    ("strip", "edtf"),
    [
        ("27.02.2031 | National edition | Weather | Horoscope", "2031-02-27"),
        ("PORTS  |  20/04/31, 07:12  |  3 min", "2031-04-20"),
        ("Home | Sunday, 2 March 2031 | Log in | Weather | Archive", "2031-03-02"),
    ],
)
def test_a_date_in_a_strip_of_the_head_is_stated(strip: str, edtf: str) -> None:
    published = published_of(f"Karsk Courier\n{strip}\n\nTalks end without a ferry deal\n\n{PARA}\n\n{PARA}")
    assert (published.edtf, published.basis) == (edtf, "stated")


def test_the_strip_of_the_day_gives_way_to_the_stamp_of_the_article() -> None:
    head = "Home | Sunday, 9 March 2031 | Log in | Weather | Archive\n\nTalks end without a ferry deal\n\n4 March 2031"
    assert published_of(f"{head}\n\n{PARA}\n\n{PARA}").edtf == "2031-03-04"


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("• This article was amended on 6 May 2031. An earlier version named another pier.", "../2031-05-06"),
        ("This story has been updated on May 6, 2031 with the minister's answer.", "../2031-05-06"),
        ("Correction, May 6, 2031: An earlier version named another pier.", "../2031-05-06"),
        ("Last modified on May 6, 2031", "../2031-05-06"),
        ("Update (6 May 2031): The minister answered.", "../2031-05-06"),
        ("The ferry law was amended on 6 May 2031.", None),
        ("Correction of the river began on 6 May 2031, when the dredgers came.", None),
        ("Update, May 6: The minister answered.", None),
    ],
)
def test_a_note_of_a_change_says_not_later(line: str, edtf: str | None) -> None:
    assert published_of(f"Ferry talks end\n\n{PARA}\n\n{PARA}\n\n{line}\n").edtf == edtf


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("Read or Share this story: http://news.example/2031/05/ferry-talks-end/", "2031-05"),
        ("Share this article: https://news.example/coast/2031/05/06/ferry-talks-end", "2031-05-06"),
        ("Read the minister's letter: https://news.example/2031/05/letter.pdf", None),
        ("Read or Share this story: https://nws.example/2sag7Cz", None),
    ],
)
def test_the_address_a_page_prints_as_its_own_tells_its_month(line: str, edtf: str | None) -> None:
    assert published_of(f"Ferry talks end\n\n{PARA}\n\n{PARA} {line}\n").edtf == edtf
