"""The timeline as a picture: what is laid out here is drawn as SVG by the report's template.

A day is a dot, an interval a bar, an open end fades; events that would overlap go to lanes of their own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.present.view import WIDE
from onrecord.records import Event

WIDTH = 1000.0
MARGIN = 24.0
LANE = 26.0
DOT = 7.0
LABEL_WIDTH = 6.4  # of one character, in the chart's units


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One event's place in the picture, in the units of the view box."""

    event: str
    label: str
    x: float
    width: float
    y: float
    status: str
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A date on the axis."""

    x: float
    label: str

    @property
    def anchor(self) -> str:
        """The end of its label that stands at its place, so that none leaves the picture."""
        return "start" if self.x < MARGIN + 1 else "end" if self.x > WIDTH - 2 * MARGIN else "middle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The laid-out picture."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    left_out: int


def days_of(event: Event) -> tuple[date, date] | None:
    """The first and last day of an event whose interval is closed and narrow enough to draw."""
    first, last = event.when.earliest, event.when.latest
    if not first or not last:
        return None
    start, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    return (start, end) if (end - start).days <= WIDE else None


def shorten(label: str, limit: int = 44) -> str:
    """A label cut at a word."""
    if len(label) <= limit:
        return label
    return label[:limit].rsplit(" ", 1)[0].rstrip(",:;") + " …"


def lay_out(events: Sequence[Event], name: Callable[[Event], str]) -> Chart | None:
    """Lay out the events that can be dated closely.

    Args:
        events: Events in time order.
        name: Gives an event's label.

    Returns:
        The chart, or None where fewer than two events can be drawn.
    """
    dated = [(event, days) for event in events if (days := days_of(event))]
    if len(dated) < 2:
        return None
    first = min(days[0] for _, days in dated).toordinal()
    last = max(days[1] for _, days in dated).toordinal()
    scale = (WIDTH - 2 * MARGIN) / max(last - first, 1)

    def place(day: date) -> float:
        return MARGIN + (day.toordinal() - first) * scale

    ends: list[float] = []
    bars = []
    for event, (start, end) in dated:
        label = shorten(name(event))
        x, width = place(start), max(place(end) - place(start), 0.0)
        text = len(label) * LABEL_WIDTH
        left = min(x, WIDTH - MARGIN - text - 2 * DOT)
        right = max(x + width, left + text) + 3 * DOT
        lane = next((number for number, taken in enumerate(ends) if taken <= left - DOT), len(ends))
        ends[lane : lane + 1] = [right]
        y = MARGIN + lane * 1.5 * LANE
        bars.append(Bar(event=event.id, label=label, x=x, width=width, y=y, status=event.status, exact=start == end))
    height = MARGIN + len(ends) * 1.5 * LANE
    return Chart(
        width=WIDTH,
        height=height,
        bars=tuple(bars),
        ticks=build_ticks(date.fromordinal(first), date.fromordinal(last), scale),
        left_out=len(events) - len(dated),
    )


def build_ticks(first: date, last: date, scale: float) -> tuple[Tick, ...]:
    """About six dates on the axis: the first of months over a long span, else evenly spaced days."""
    span = (last - first).days
    if span > 120:
        months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
        days = [day for day in months if first <= day <= last]
        days = days[:: max(1, round(len(days) / 7))]
        labels = [f"{day:%b %Y}" for day in days]
    else:
        step = max(1, round(span / 6))
        days = [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1, step)]
        labels = [f"{day.day} {day:%b}" for day in days]
    return tuple(
        Tick(x=MARGIN + (day - first).days * scale, label=label) for day, label in zip(days, labels, strict=True)
    )
