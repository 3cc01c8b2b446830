"""Which of a page's dates is its date of publication: claims weighed against each other, never a guess.

A time of change is no time of publication: alone it only says "not later than". A date after the page was fetched is a
template's, and so is a bare "date" of the very day it was fetched. Claims that are days apart and cannot be told apart
give the interval that holds them all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from onrecord.read.dates import build_bound, build_published, parse_stated_day
from onrecord.records import Published

CLOSE = timedelta(days=1)  # time zones, and stories that go up at midnight


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a page says of its dates.

    `clear` are dates said to be of publication, `bare` are dates of which nothing is said, both in order of trust;
    `url` is the day in its address, `modified` when it was changed, `fetched` the day it was taken from the web.
    """

    clear: Sequence[Published] = ()
    bare: Sequence[Published] = ()
    url: Published | None = None
    modified: str | None = None
    fetched: date | None = None


def parse_days(values: Iterable[object]) -> list[Published]:
    """The dates in some values of the metadata, in order; what holds none is left out."""
    return [found for value in values if (found := parse_stated_day(value, "metadata")) is not None]


def parse_moment(value: object) -> str | None:
    """A time of change as ISO: with its clock where it is ISO already, else the day alone.

    >>> parse_moment("2024-09-11T13:05:00+02:00"), parse_moment("11 September 2024"), parse_moment("soon")
    ('2024-09-11T13:05:00+02:00', '2024-09-11', None)
    """
    text = value.strip() if isinstance(value, str) else ""
    day = parse_stated_day(text, "metadata")
    if day is None or day.earliest != day.latest:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return day.earliest
    return moment.isoformat() if len(text) > len("2024-09-11") else day.earliest


def ends_of(one: Published) -> tuple[date, date]:
    """The first and the last day of a claim; of one that is open at its start, its last day twice."""
    last = date.fromisoformat((one.latest or "")[:10])
    return (date.fromisoformat(one.earliest[:10]) if one.earliest else last), last


def is_close(one: Published, other: Published) -> bool:
    """Are two claims no more than a day apart?"""
    first, last = ends_of(one)
    start, end = ends_of(other)
    return start - CLOSE <= last and first <= end + CLOSE


def is_past(one: Published, fetched: date | None) -> bool:
    """Can a claim be true of a page that was fetched that day?"""
    return fetched is None or ends_of(one)[0] <= fetched + CLOSE


def join_claims(claims: Sequence[Published]) -> Published:
    """The first of claims that agree, else the interval that holds them all."""
    if all(is_close(claims[0], one) for one in claims[1:]):
        return claims[0]
    ends = sorted(day for one in claims for day in ends_of(one))
    return build_published((ends[0], ends[-1]), "metadata")


def settle_claims(claims: Claims) -> Published | None:
    """The date of publication by a page's metadata.

    Returns:
        A day, a month or an interval; one with an open start where only a time of change is known, or only a bare
        date of the day the page was fetched; None where nothing is, or only the address has a day.
    """
    fetched = claims.fetched
    url = claims.url if claims.url and is_past(claims.url, fetched) else None
    changed = next((one for one in parse_days([claims.modified]) if is_past(one, fetched)), None)
    found = [one for one in claims.clear if is_past(one, fetched)]
    if not found:
        found = [one for one in claims.bare if is_past(one, fetched)][:1]
        if found and fetched and ends_of(found[0])[1] >= fetched - CLOSE and not (url and is_close(found[0], url)):
            changed, found = changed or found[0], []
    if changed and len(found) > 1:
        # Some sites write every change into one of their dates of publication.
        found = [one for one in found if not is_close(one, changed)] or found
    if not found:
        return build_bound(changed, "metadata") if changed and not url else None
    if changed and ends_of(changed)[1] < ends_of(found[0])[0] - CLOSE:
        found.append(changed)  # changed before it was published: one of the two is wrong
    return join_claims([*found, url] if url else found)


def choose_published(
    stated: Published | None,
    printed: Published | None,
    *,
    given: Published | None,
    url: Published | None,
    modified: str | None,
) -> Published:
    """The publication date of a document: by metadata, as printed, as given, by its address; at last a mere bound.

    What is printed on the page decides where the metadata are of two minds, or only repeat the time of change.
    """
    closed = stated if stated and stated.earliest else None
    seen = printed if printed and printed.earliest else None
    if closed and seen and not is_close(closed, seen):
        changed = next(iter(parse_days([modified])), None)
        first, last = ends_of(closed)
        torn = first < last and first <= ends_of(seen)[0] and ends_of(seen)[1] <= last
        late = changed is not None and is_close(changed, closed) and ends_of(seen)[1] < first
        closed = seen if torn or late else closed
    return closed or seen or given or url or stated or printed or Published()
