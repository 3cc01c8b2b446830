"""Moments of recorded time: when a document was added or a correction made, always in UTC."""

from datetime import UTC, date, datetime, time

from onrecord.errors import SettingError


def read_moment(text: str) -> datetime:
    """An ISO date or date-time as a moment in UTC: a mere date is its end, a date-time without a zone is in UTC.

    >>> read_moment("2025-03-18") > read_moment("2025-03-18T23:00:00+00:00")
    True
    """
    if len(text) == 10:
        return datetime.combine(date.fromisoformat(text), time.max, UTC)
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def spell_moment(moment: datetime) -> str:
    """A moment as the record keeps it.

    >>> spell_moment(read_moment("2025-03-18T12:00:00+02:00"))
    '2025-03-18T10:00:00.000000+00:00'
    """
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def check_moment(text: str, origin: str = "The moment") -> None:
    """Refuse what is no ISO date or date-time.

    Raises:
        SettingError: It is none.
    """
    try:
        read_moment(text)
    except (ValueError, OverflowError) as error:
        mend = "Write it as YYYY-MM-DD, or as YYYY-MM-DDTHH:MM with a zone"
        raise SettingError(f"{origin}: {text!r} is not a date or a date-time", mend=mend) from error
