"""Rules for what counts from the publication or from a day told before: weekdays, "last week", "that day"."""

import re

from onrecord.annotate.timex.scene import Rule, Scene, build
from onrecord.annotate.timex.words import (
    find_modifier,
    load_words,
    read_month,
    read_weekday,
)
from onrecord.annotations import TimeExpression
from onrecord.vocab.lists import Tense


def _sign(words: str) -> int:
    if re.search("last|past|previous", words):
        return -1
    return 1 if re.search("next|coming|following", words) else 0


def build_relative(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """ "Last week", "this morning", "next Friday", "that year", "the following day"."""
    words = load_words()
    which, unit = re.sub(r"\s+", " ", match["r"].lower()), match["u"].lower()
    if re.fullmatch(r"[A-Z]\w+\s+(?:Week|Month|Year|Day)", match[0]) and scene.before(match)[-1:] in ('"', "“", "‘"):
        return None  # a title: "This Week"
    early, sign = (match["e"] or "").lower(), _sign(re.sub(r"\s+", " ", match["r"].lower()))
    modifier = find_modifier(early)
    if unit in words["parts"]:
        if "the" in which or "same" in which or which == "that":
            return _build_narrative_day(scene, match, which, sign, words["parts"][unit])
        parameters: dict[str, object] = {"n": sign, "unit": "D", "time": words["parts"][unit]}
        return build(match, "TIME", "part", None, parameters, tense="past" if sign < 0 else None, modifier=modifier)
    if match["w"]:
        return _build_relative_weekday(scene, match, which, modifier)
    if match["m"]:
        direction = {-1: "last", 1: "next"}.get(sign, "this" if which == "this" else "")
        parameters = {"month": f"{read_month(unit):02d}", "direction": direction}
        return build(match, "DATE", "month", None, parameters, tense=scene.find_tense(*match.span()), modifier=modifier)
    if unit in words["seasons"]:
        parameters = {"season": words["seasons"][unit], "direction": {-1: "last", 1: "next"}.get(sign, "this")}
        return build(
            match, "DATE", "season", None, parameters, tense=scene.find_tense(*match.span()), modifier=modifier
        )
    return _build_relative_unit(scene, match, which, unit, sign)


def _build_relative_weekday(scene: Scene, match: re.Match[str], which: str, modifier: str | None) -> TimeExpression:
    parts = load_words()["parts"]
    direction = "last" if _sign(which) < 0 else "next" if which == "next" else "coming" if _sign(which) > 0 else "this"
    if which in ("that", "the same", "that same"):
        direction = ""
    part = (match["p"] or "").strip().lower()
    parameters = {"weekday": read_weekday(match["u"]), "direction": direction, "time": parts.get(part)}
    tense = scene.find_tense(*match.span(), strong=True)
    told = scene.find_day(match)
    if which in ("the following", "the next") or (
        which in ("the previous", "that", "the same", "that same") and told is not None
    ):
        # "The following Tuesday" counts from a day told; "following Tuesday's call" is none.
        parameters["direction"] = "after" if _sign(which) > 0 else "last" if _sign(which) < 0 else "either"
        return build(
            match,
            "TIME" if part else "DATE",
            "narrative",
            None,
            {**parameters, "unit": "D"},
            tense=tense,
            modifier=modifier,
            anchor=told,
        )
    return build(match, "TIME" if part else "DATE", "weekday", None, parameters, tense=tense, modifier=modifier)


def _build_relative_unit(scene: Scene, match: re.Match[str], which: str, unit: str, sign: int) -> TimeExpression | None:
    words, early = load_words(), (match["e"] or "").lower()
    modifier = find_modifier(early)
    letter = words["units"][unit]
    if letter in ("DE", "CE") and sign < 0:
        return build(match, "DURATION", "duration", "P10Y" if letter == "DE" else "P100Y", {"direction": "past"})
    if unit == "day":
        return _build_narrative_day(scene, match, which, sign, None)
    tense: Tense | None = {-1: "past", 1: "future"}.get(sign)  # type: ignore[assignment]
    if re.search("that|same|following|previous", which):
        # What counts from a day told stays open where none was told.
        parameters: dict[str, object] = {"n": sign, "unit": letter, "calendar": 1}
        tense = scene.find_tense(*match.span())
        return build(match, "DATE", "narrative", None, parameters, tense=tense, modifier=modifier, anchor=scene.last)
    within = _find_within(early) if not sign else None
    if re.search(r"past|the last", which):
        within = "rolling"  # "the past year" runs up to now
    tense = tense or {"earlier": "past", "later": "future"}.get(within or "")  # type: ignore[assignment]
    parameters = {"n": sign, "unit": letter, "within": within}
    return build(match, "DATE", "unit", None, parameters, tense=tense, modifier=modifier)


def _find_within(early: str) -> str | None:
    """Which side of now is meant: "earlier this week", "the rest of the year"."""
    found = re.search(r"\b(?:earlier|later|rest)\b", early)
    return ("earlier" if found[0] == "earlier" else "later") if found else None


def _build_narrative_day(
    scene: Scene, match: re.Match[str], which: str, sign: int, time: str | None
) -> TimeExpression | None:
    """ "The next day", "that night": counted from the day told last, open where none was told."""
    if not re.search("that|same|following|previous|next", which):
        return None
    parameters = {"n": sign, "unit": "D", "time": time}
    tense = scene.find_tense(*match.span())
    anchor = scene.find_day(match)
    return build(match, "TIME" if time else "DATE", "narrative", None, parameters, tense=tense, anchor=anchor)


def build_beside(scene: Scene, match: re.Match[str]) -> TimeExpression:
    """ "The day before", "the week after", and "the day before yesterday"."""
    sign = 1 if match["side"].lower() == "after" else -1
    if match["from"]:
        tense: Tense = "past" if sign < 0 else "future"
        return build(match, "DATE", "offset", None, {"n": 2 * sign, "unit": "D"}, tense=tense)
    words = load_words()
    unit, night = words["units"][match["u"].lower()], match["u"].lower() in words["parts"]
    parameters = {"n": sign, "unit": unit, "time": "NI" if night else None, "calendar": None if unit == "D" else 1}
    anchor = None if match["event"] is not None else scene.find_day(match) if unit == "D" else scene.last
    tense_told = scene.find_tense(*match.span())
    return build(match, "TIME" if night else "DATE", "narrative", None, parameters, tense=tense_told, anchor=anchor)


_TO_MONTH = re.compile(
    r"\s+(?:end(?:ed|ing)\b|(?:to|through)\s+(?:end-|the\s+end\s+of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
"""Behind "the year" these make it twelve months."""


def build_definite(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """ "The week", "the weekend", "the morning", "year-end"."""
    unit = (match["u"] or "year-end").lower()
    modifier = find_modifier(match["e"] or "")
    tense = scene.find_tense(*match.span(), strong=True)
    if "end" in unit and "week" not in unit:
        return build(match, "DATE", "unit", None, {"n": 0, "unit": "Y"}, tense=tense, modifier="END")
    if unit == "weekend":
        parameters: dict[str, object] = {"n": 0, "unit": "WE", "direction": "near"}
        return build(match, "DATE", "unit", None, parameters, tense=tense, modifier=modifier)
    if "year" in unit and _TO_MONTH.match(scene.after(match)):
        return build(match, "DURATION", "duration", "P1Y")
    if unit in ("week", "month") or "year" in unit:
        letter = {"week": "W", "month": "M"}.get(unit, "Y")
        parameters = {"n": 0, "unit": letter, "within": _find_within((match["e"] or "").lower())}
        return build(match, "DATE", "unit", None, parameters, tense=tense, modifier=modifier)
    if not re.search(r"\b(?:in|during|of|through)\s+$", scene.before(match, 8)):
        return None
    anchor = scene.find_day(match)
    parameters = {"n": 0, "unit": "D", "time": load_words()["parts"][unit]}
    return build(match, "TIME", "part", None, parameters, tense=tense, modifier=modifier, anchor=anchor)


def build_reference(scene: Scene, match: re.Match[str]) -> TimeExpression:
    """ "Now", "recently", "the near future"."""
    value = "PRESENT_REF" if match["now"] else "PAST_REF" if match["past"] else "FUTURE_REF"
    return build(match, "DATE", "reference", value)


RULES: tuple[Rule, ...] = (
    (
        r"(?i:the )(?P<u>(?i:day|night|week|month|year)) (?P<side>(?i:before|after))"
        r"(?: (?P<from>(?i:yesterday|tomorrow))"
        r"|(?=\s*(?:[.,;:!?)”\"]|$|and\b|but\b))"
        r"|(?P<event>(?= (?:[\w’'-]+ ){0,6}?(?:<<MON>> \d|\d+ <<MON>>|<<DOW>>))))",
        build_beside,
        ("unit",),
    ),
    (
        r"(?P<e><<EARLY>>)(?P<r><<REL>>) (?:(?i:fiscal|calendar) )?"
        r"(?P<u>(?i:year|quarter|month|week|weekend|decade|century|day)|<<SEASON>>|<<PART>>|(?P<m><<MON>>)|(?P<w><<DOW>>))"
        r"(?P<p> (?i:morning|afternoon|evening|night))?(?! old)",
        build_relative,
        ("unit", "season", "part", "month", "weekday"),
    ),
    (
        r"(?P<e><<EARLY>>)(?i:the )"
        r"(?P<u>(?i:week|month|year|full year|fiscal year|weekend|morning|afternoon|evening|night))"
        r"(?! (?:ago|earlier|old|before|of <<MON>>|of <<DOW>>|following|after|that)\b|-)"
        r"|(?i:(?:the )?year[- ]end|year['’]s end)",
        build_definite,
        ("unit", "part"),
    ),
    (
        r"(?P<now>(?i:right now|now|currently|at present|at the moment|at this time|nowadays|these days|the present)"
        r"(?![- ]?(?:defunct|famous)\b)|(?<!then\s)current(?! (?:account|affairs)))"
        r"|(?P<past>(?i:(?:more |most )?recently|the recent past|the past|lately)"
        r"(?! (?:year|month|week|day|few|several|decade)))"
        r"|(?i:the (?:near |not[- ]too[- ]distant |foreseeable |immediate |distant )?future|(?<=in\s)future|near future"
        r"|as soon as possible|(?<=\bin\s)the (?:near|short) term|(?<=\bof\s)the near term)",
        build_reference,
        ("reference",),
    ),
)
