"""Rules for quarters of a year: "the third quarter", "the year-earlier period"."""

import re

from onrecord.annotate.timex.scene import Rule, Scene, build
from onrecord.annotate.timex.words import count_years, read_month, read_year
from onrecord.annotations import TimeExpression

_NTH = r"first|second|third|fourth|final"
_QUARTER = (
    rf"(?i:(?:the )?(?:year-(?:ago|earlier) )?(?:fiscal[ -])?(?P<n>{_NTH}) (?:fiscal[ -])?quarter"
    rf"|(?:fiscal[ -])?(?P<h>{_NTH})-quarter)"
)


def build_quarter(scene: Scene, match: re.Match[str]) -> TimeExpression:
    """A numbered quarter of a year."""
    word = (match["n1"] or match["n"] or match["h"] or "").lower()
    number = int(match["q"]) if match["q"] else {"third": 3, "second": 2, "first": 1}.get(word, 4)
    year = match["p"] or match["y"] or match["y3"] or match["y4"]
    tense = scene.find_tense(*match.span(), strong=True)
    back = 1 if "year-" in match[0].lower() else 0
    if year and "year" not in year.lower():
        return build(match, "DATE", "absolute", f"{read_year(year) - back:04d}-Q{number}", tense=tense)
    years = count_years(year)
    parameters = {"quarter": number, "years": -back if years is None and back else years}
    return build(match, "DATE", "quarter", None, parameters, tense=tense)


_ENDED = re.compile(
    r"\s+(?:that\s+)?ended\s+(?:on\s+)?"
    r"(?P<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
)


def build_this_quarter(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """ "The quarter", "the year-earlier period": the one spoken of, else the one before the publication's."""
    words = match[0].lower()
    if ("period" in words and scene.quarter is None) or scene.after(match).startswith(("-", " century")):
        return None  # "a quarter-century low"
    if re.match(r"\s+(?:(?:in|during|for|of) which|when|where)\b", scene.after(match)):
        return None  # "the period in which they were enacted"
    tense = scene.find_tense(*match.span())
    if ended := _ENDED.match(scene.after(match, 40)):
        # Of three months ended in July, two lie in the second quarter.
        parameters: dict[str, object] = {"quarter": (read_month(ended["m"]) + 10) % 12 // 3 + 1}
        return build(match, "DATE", "quarter", None, parameters, tense="past")
    spoken = scene.quarter if "latest" not in words and "recent" not in words else None
    if year := re.search(r"\d{4}", words):
        value = f"{year[0]}-Q{scene.quarter_number}"
        return build(match, "DATE", "absolute", value, tense=tense) if scene.quarter_number else None
    back = 4 if "year" in words else 0
    if spoken is not None:
        return build(match, "DATE", "unit", None, {"n": -back, "unit": "Q"}, tense=tense, anchor=spoken)
    if back and "quarter" not in words:
        return build(match, "DATE", "unit", None, {"n": -1, "unit": "Y"}, tense=tense)
    return build(match, "DATE", "unit", None, {"n": -1 - back, "unit": "Q"}, tense=tense)


RULES: tuple[Rule, ...] = (
    (
        rf"(?P<p>(?i:the )?(?:fiscal )?<<YEAR>>(?:['’]s)?|(?i:(?:this|last|next) year['’]s)) "
        rf"(?i:(?P<n1>{_NTH})[ -]quarter)"
        rf"|{_QUARTER}(?:,? (?:of )?(?i:fiscal )?(?P<y><<YEAR>>|<<YEARWORD>>))?|Q(?P<q>[1-4])(?: (?P<y3><<YEAR>>))?"
        r"|(?i:(?:the )?last quarter of (?:fiscal )?)(?P<y4><<YEAR>>)",
        build_quarter,
        ("quarter", "digit"),
    ),
    (
        r"(?i:(?:the|its|their) (?:latest |most recent |just-ended |recent |same )?(?:fiscal )?(?:quarter|period)"
        r"(?: a year (?:ago|earlier|before))?|last year['’]s (?:quarter|period)"
        r"|the (?:corresponding|comparable|same) (?:quarter|period) (?:last year|a year (?:ago|earlier|before))"
        r"|the latest (?:three months|period)|year[- ](?:ago|earlier)(?:[ -](?:quarter|period))?"
        r"|the (?:year-(?:ago|earlier)|like year-(?:ago|earlier)|previous year|\d{4}) (?:quarter|period)"
        r"|(?:the )?year-(?:earlier|ago) (?:quarter|period))",
        build_this_quarter,
        ("quarter",),
    ),
)
