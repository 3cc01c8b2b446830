"""Rules for weekdays, "yesterday", "tonight" and times of day, each with the clock and the date around it."""

import re

from onrecord.annotate.timex.clock import is_clock, read_clock
from onrecord.annotate.timex.scene import Rule, Scene, build
from onrecord.annotate.timex.words import find_modifier, load_words, read_month, read_ordinal, read_weekday, read_year
from onrecord.annotations import TimeExpression
from onrecord.vocab.lists import Tense

_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "overnight": 0}


def build_day(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """A weekday, "yesterday", "tonight" or a time of day, each with what stands around it."""
    parts = load_words()["parts"]
    day = re.sub(r"\s+", " ", (match["d"] or match["d2"] or "").lower())
    clock = match["t"] or match["t2"]
    part = (match["p"] or match["p2"] or "").lower().split()[-1:]
    time = parts[part[0]] if part else None
    if day in ("tonight", "overnight"):
        time = "NI"
    if clock:
        time = read_clock(clock)
        if time is None or not (day or is_clock(scene, match, clock)):
            return None
    type_: str = "TIME" if time else "DATE"
    modifier = find_modifier(match["e"] or match["around"] or "")
    tense = scene.find_tense(*match.span(), strong=True)
    if match["m"] or match["m2"]:
        return _build_clock_date(scene, match, time)
    if day in _DAYS:
        shift = _DAYS[day]
        tense = "past" if shift < 0 else "future" if shift > 0 else tense
        parameters: dict[str, object] = {"n": shift, "unit": "D", "time": time}
        return build(match, type_, "offset", None, parameters, tense=tense, modifier=modifier)  # type: ignore[arg-type]
    if day:
        if _is_name(scene, match):
            return None
        parameters = {"weekday": read_weekday(day), "direction": _find_doubt(scene, match, tense), "time": time}
        return build(match, type_, "weekday", None, parameters, tense=tense, modifier=modifier)  # type: ignore[arg-type]
    anchor = _find_told_day(scene, match)
    return build(
        match,
        "TIME",
        "part" if anchor is not None else "narrative",
        None,
        {"n": 0, "unit": "D", "time": time},
        tense=tense,
        modifier=modifier,
        anchor=anchor,
    )


_NAMES_BEFORE = re.compile(r"\b(?:Black|Bloody|Ash|Holy|Cyber|Super|Red|Fat|Shrove|Palm|Maundy)\s+$")
_NAMES_BEHIND = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Mail|Express|Herald|World|Star|Tribune|Agreement|Accord|Night\s+Live)\b"
)


def _is_name(scene: Scene, match: re.Match[str]) -> bool:
    """Is a weekday part of a name: "Bloody Sunday", "The Sunday Times", "in the Sun."?"""
    short = re.match(r"S(?:un|at)\.", match[0]) and re.search(r"\bthe\s+$", scene.before(match))
    return bool(short or _NAMES_BEFORE.search(scene.before(match)) or _NAMES_BEHIND.match(scene.after(match)))


_BY = re.compile(r"\b(?:by|until|till)\s+$", re.IGNORECASE)


def _find_doubt(scene: Scene, match: re.Match[str], tense: Tense | None) -> str:
    """ "Ahead of Thursday's summit, aides met", "He speaks on Thursday": that Thursday may be behind or ahead."""
    if tense == "present":
        return "coming" if _BY.search(scene.before(match)) else "either"
    led = re.search(r"\b(?:ahead of|before|prior to)\s+(?:the\s+|a\s+)?$", scene.before(match, 20), re.IGNORECASE)
    return "either" if led and tense != "future" else ""


def _find_told_day(scene: Scene, match: re.Match[str]) -> int | None:
    """Index of the day that a bare clock time belongs to: one told in the same paragraph."""
    day = scene.find_day(match)
    return day if day is None or "\n" not in scene.text[scene.day_end : match.start()] else None


def _build_clock_date(scene: Scene, match: re.Match[str], time: str | None) -> TimeExpression:
    month, number = read_month(match["m"] or match["m2"]), read_ordinal(match["n"] or match["n2"])
    tense = scene.find_tense(*match.span())
    if year := match["y"] or match["y2"]:
        value = f"{read_year(year):04d}-{month:02d}-{number:02d}T{time}"
        return build(match, "TIME", "absolute", value, tense=tense)
    falls = read_weekday(match["w"]) if match["w"] else None
    parameters = {"month": f"{month:02d}", "day": f"{number:02d}", "time": time, "falls": falls}
    return build(match, "TIME", "day-of-month", None, parameters, tense=tense)


RULES: tuple[Rule, ...] = (
    (
        r"(?P<e>(?i:early |late )?)(?P<d><<DOW>>|(?i:yesterday|today|tomorrow|tonight|overnight))"
        r"(?: (?P<p>(?i:early |late )?(?i:morning|afternoon|evening|night)))?(?:,? (?:at |around )?(?P<t><<CLOCK>>))?"
        r"|(?P<around>(?i:around |about |shortly after |just after |just before )?)(?P<t2><<CLOCK>>)"
        r"(?: \(<<CLOCK>>\))?(?:,? (?:on )?"
        r"(?P<d2>(?:(?P<w><<DOW>>),? (?:the )?)?(?:(?P<m><<MON>>) (?P<n><<DAYNUM>>)(?:, (?P<y><<YEAR>>))?"
        r"|(?P<n2><<DAYNUM>>)(?: of)? (?P<m2><<MON>>)(?:,? (?P<y2><<YEAR>>))?)|<<DOW>>|(?i:yesterday|today|tomorrow)))?"
        r"(?: (?P<p2>(?i:morning|afternoon|evening|night)))?",
        build_day,
        ("weekday", "deictic", "clock", "digit"),
    ),
)
