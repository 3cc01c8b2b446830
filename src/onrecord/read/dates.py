"""Dates printed on a page or stated in its metadata: whole days as written, no time-zone shift.

A date without a year, or in running prose, is not a publication date. Of a numeric date that can be read as day-month
or month-day both readings are kept, as an interval.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.records import Evidence, Published, Span
from onrecord.vocab.lists import Basis

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = rf"(?P<{{}}>{'|'.join(sorted(MONTHS, key=lambda name: (-len(name), name)))})\b\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
UPDATED = re.compile(r"\b(?:updated?|modified|edited|revised|upd|amended|correct(?:ed|ion)|clarification|note)\b")
NOTE = re.compile(
    r"^\W*(?:this (?:article|story|post|page|piece|report|column|interview|review) (?:was|has been) (?:\w+ )?"
    r"(?:amended|updated|corrected|edited|modified|revised) on"
    r"|(?:correction|clarification|updated?|editor['’]s note)\b"
    r"|last (?:updated|modified|edited|revised|reviewed)(?: on)?\b)"
    r"[\s,:(–—-]{1,3}(?P<stamp>\w[^\n]{0,30})",
    re.IGNORECASE | re.MULTILINE,
)
""" "This article was amended on 4 November 2031", as a line: what is changed has been published."""
MAX_LABEL = 20  # characters between "updated" and its date
MAX_UPDATED = timedelta(days=60)  # news is rarely touched later
EARLIEST_YEAR = 1990  # an absurd year is a default of the page's software, not a date
DATE = re.compile(
    rf"""(?<![\w.,/-])(?:
    (?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)
    | {WEEKDAY}(?P<d2>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{MONTH.format("m2")}[\s,-]+(?P<y2>(?:19|20)\d\d)
    | {WEEKDAY}{MONTH.format("m3")}\s*(?P<d3>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y3>(?:19|20)\d\d)
    | (?P<a>\d\d?)(?P<s4>[-/.])(?P<b>\d\d?)(?P=s4)(?P<y4>(?:19|20)\d\d)
    | (?P<e>\d\d?)(?P<s7>[/.])(?P<f>\d\d?)(?P=s7)(?P<y7>\d\d)(?![:.]\d)
    | {WEEKDAY}(?P<d5>\d\d?)-{MONTH.format("m5")}-(?P<y5>\d\d)(?!:\d)
    | {WEEKDAY}(?P<d6>\d\d?)\s+{MONTH.format("m6")}\s+['’](?P<y6>\d\d)
    )(?=T\d\d:|[^\w/-]|-\D|$|(?:updated|modified|published|posted|edited)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
PARTIAL = re.compile(
    rf"(?<![\w.,/-]){WEEKDAY}(?:\d\d?(?:st|nd|rd|th)?\s+{MONTH.format('m1')}|{MONTH.format('m2')}\s*\d\d?(?:st|nd|rd|th)?)(?!\w)",
    re.IGNORECASE,
)
TIME = re.compile(
    r"(?:(?<![\w:])|(?<=[\dT\s]T)|(?<!\w)T)\d{1,2}[:.h]\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\b\.?|Z\b|[+-]\d\d:?\d\d)?|(?<!\w)\d{1,2}\s*[ap]\.?m\b\.?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A complete date in a text: its span and the days it can mean, in order."""

    start: int
    end: int
    days: tuple[date, ...]


def build_day(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has none."""
    try:
        return date(year, month, day) if year >= EARLIEST_YEAR else None
    except ValueError:
        return None


def read_year(digits: str) -> int:
    """A year of four digits or of the last two of them; nothing is printed before `EARLIEST_YEAR`."""
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= EARLIEST_YEAR - 1900 else 2000)


def days_of(match: re.Match[str]) -> tuple[date, ...]:
    """The days a match of DATE can mean."""
    if match["y1"]:
        readings = [build_day(int(match["y1"]), int(match["m1"]), int(match["d1"]))]
    elif match["y2"]:
        readings = [build_day(int(match["y2"]), MONTHS[match["m2"].lower()], int(match["d2"]))]
    elif match["y3"]:
        readings = [build_day(int(match["y3"]), MONTHS[match["m3"].lower()], int(match["d3"]))]
    elif match["y5"] or match["y6"]:
        form = "5" if match["y5"] else "6"
        month = MONTHS[match["m" + form].lower()]
        readings = [build_day(read_year(match["y" + form]), month, int(match["d" + form]))]
    else:
        year = read_year(match["y4"] or match["y7"])
        a, b = int(match["a"] or match["e"]), int(match["b"] or match["f"])
        readings = [build_day(year, b, a)]
        if (match["s4"] or match["s7"]) != ".":  # dots are day-first wherever they are used
            readings.append(build_day(year, a, b))
    return tuple(sorted({day for day in readings if day is not None}))


def find_stamps(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """The complete dates in a stretch of a text, in order."""
    for match in DATE.finditer(text, start, len(text) if end is None else end):
        days = days_of(match)
        if days:
            yield Stamp(match.start(), match.end(), days)


def find_notes(text: str) -> list[Span]:
    """The lines that say on which day a page was changed, from their first word to their date's last."""
    notes = []
    for match in NOTE.finditer(text):
        stamp = next(find_stamps(text, match.start("stamp"), match.end("stamp")), None)
        if stamp is not None and stamp.start == match.start("stamp"):
            notes.append(Span(start=match.start(), end=stamp.end))
    return notes


def build_published(days: tuple[date, ...], basis: Basis, evidence: tuple[Evidence, ...] = ()) -> Published:
    """A publication date: one day, or the interval that all its readings lie in."""
    first, last = days[0].isoformat(), days[-1].isoformat()
    edtf = first if first == last else f"{first}/{last}"
    return Published(edtf=edtf, earliest=first, latest=last, basis=basis, evidence=evidence)


def find_printed_date(text: str, spans: list[Span], document: str) -> Published | None:
    """The publication date printed in the stamps of a page.

    Args:
        text: The document's text.
        spans: Its dateline and byline zones, in order, then what notes say of changes.
        document: Id for the evidence.

    Returns:
        The first date not labelled as an update; where all are, an interval that ends with the first and starts with
        the day of the dateline, if that has one; None where no stamp is complete.
    """
    first: Stamp | None = None
    for span in spans:
        label_start = span.start
        for stamp in find_stamps(text, span.start, span.end):
            label = text[label_start : stamp.start].casefold()
            label_start = stamp.end
            first = first or stamp
            if not UPDATED.search(label):
                return build_stated(stamp, document)
    return bound_by_update(text, spans, build_stated(first, document), first.days[-1]) if first else None


def bound_by_update(text: str, spans: list[Span], changed: Published, last: date) -> Published:
    """What a stamp "Updated 12 March 2024" says: not later; and not before a dateline's "March 11", if there is one."""
    whole = [stamp for span in spans for stamp in find_stamps(text, span.start, span.end)]
    for match in (match for span in spans for match in PARTIAL.finditer(text, span.start, span.end)):
        within = any(stamp.start <= match.start() < stamp.end for stamp in whole)
        if within or UPDATED.search(text[max(0, match.start() - MAX_LABEL) : match.start()].casefold()):
            continue
        digits = re.search(r"\d+", match[0])
        month = MONTHS[(match["m1"] or match["m2"]).lower()]
        days = (build_day(year, month, int(digits[0]) if digits else 0) for year in (last.year, last.year - 1))
        first = next((day for day in days if day and day <= last), None)
        if first is not None and last - first <= MAX_UPDATED:
            return build_published((first, last), "stated", changed.evidence)
    return build_bound(changed, "stated")


def build_stated(stamp: Stamp, document: str) -> Published:
    """A stated publication date with its evidence."""
    return build_published(stamp.days, "stated", (Evidence(document=document, start=stamp.start, end=stamp.end),))


def build_bound(changed: Published, basis: Basis) -> Published:
    """What the time of a change says of publication: not later."""
    last = changed.latest
    return Published(edtf=f"../{last}", earliest=None, latest=last, basis=basis, evidence=changed.evidence)


def parse_stated_day(value: object, basis: Basis) -> Published | None:
    """A date of the metadata or of the user: ISO first, then any printed form; None if there is none."""
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    compact = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?", text)
    if compact:
        text = "-".join(compact.groups())
    if re.fullmatch(r"(?:19|20)\d\d-\d\d", text):
        return parse_month(text, basis)
    stamp = next(find_stamps(text[:200]), None)
    return build_published(stamp.days, basis) if stamp else None


def parse_month(text: str, basis: Basis) -> Published | None:
    """A month, which stays one: "2025-02" is not "2025-02-01"."""
    first = build_day(int(text[:4]), int(text[5:]), 1)
    if first is None:
        return None
    last = max(day for number in range(28, 32) if (day := build_day(first.year, first.month, number)))
    return Published(edtf=text, earliest=first.isoformat(), latest=last.isoformat(), basis=basis)


def find_url_date(url: str) -> Published | None:
    """The day in a URL's path ("/2024/03/05/…"), as news sites put it."""
    match = re.search(r"[/_-]((?:19|20)\d\d)[/_-]?([01]\d)[/_-]?([0-3]\d)(?=[/_.-]|$)", url)
    day = build_day(int(match[1]), int(match[2]), int(match[3])) if match else None
    return build_published((day,), "metadata") if day else None


OWN_LINK = re.compile(
    r"\b(?:read|share|view|see)\b[^.\n]{0,20}\bthis (?:story|article|post)(?: (?:online|at|here))?:?\s+"
    r"(?P<url>https?://\S+?/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])/\S+)",
    re.IGNORECASE,
)


def find_own_link(text: str, document: str) -> Published | None:
    """The day or month in the address a page prints as its own: "Read or share this story: http://…/2031/05/…"."""
    match = OWN_LINK.search(text)
    if match is None:
        return None
    found = find_url_date(match["url"]) or parse_month(f"{match['y']}-{match['m']}", "stated")
    evidence = (Evidence(document=document, start=match.start("url"), end=match.end("url")),)
    return found and replace(found, basis="stated", evidence=evidence)
