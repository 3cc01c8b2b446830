"""Rules for amounts of time: durations, "two days ago", "in two weeks", "every week", "its fourth year"."""

import re
from dataclasses import replace

from onrecord.annotate.timex.scene import Rule, Scene, build
from onrecord.annotate.timex.words import (
    Number,
    find_modifier,
    read_number,
    read_ordinal,
    read_unit,
    spell_period,
)
from onrecord.annotations import TimeExpression
from onrecord.vocab.lists import TimeType

_OFFSET_UNITS = {
    "D": ("D", 1),
    "W": ("W", 1),
    "W2": ("W", 2),
    "M": ("M", 1),
    "Y": ("Y", 1),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
}
_QUARTER_MEMORY = 1000
"""Characters for which "a year ago", in a report of figures, means the quarter a year before the one told."""

_SOME_DAY = re.compile(r"\b(?:will|would|could|may|might|can|should|to|I|he|she|they|we)\s+$")
"""Before "one day" these make it some day."""

_LATER = ("later", "after", "afterwards", "on")
_EARLIER = ("earlier", "before", "previously")


def build_amount(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """A number of units: an amount of time, or a day counted from another."""
    count, unit = read_number(match["n"] or match["n2"]), read_unit(match["u"] or match["u2"])
    behind = re.sub(r"\s+", " ", (match["x"] or match["x2"] or "").strip(" -\n").lower())
    if _is_no_amount(scene, match, count, unit, behind):
        return None
    if re.fullmatch(r"one\s+day", match[0]) and _SOME_DAY.search(scene.before(match)):
        return build(match, "DATE", "reference", "FUTURE_REF")
    value = _spell_amount(match, count, unit)
    expression = _build_amount(scene, match, count, unit, value, behind)
    return _drop_over(scene, match, expression) if expression else None


def _drop_over(scene: Scene, match: re.Match[str], expression: TimeExpression) -> TimeExpression:
    """ "It grew over two years" is no "over two years": there "over" is the preposition."""
    over = re.match(r"over\s+", match[0], re.IGNORECASE)
    if not over or re.search(r"\b(?:for|lasted|took|was|were|in|after|of|just|well|is|a)\s+$", scene.before(match)):
        return expression
    return replace(expression, start=expression.start + over.end(), modifier=None)


def _build_amount(
    scene: Scene, match: re.Match[str], count: Number, unit: str, value: str, behind: str
) -> TimeExpression | None:
    word = (match["n"] or match["n2"]).lower()
    modifier = find_modifier(match["mod"] or match["mod2"]) or find_modifier(match["so"])
    if behind:
        if match["half"] and not isinstance(count, str):
            # A year and a half is counted in months; half a week or month is too vague to count with.
            count, unit = (12 * count + 6, "M") if unit == "Y" else (count + 0.5, unit)
        return _build_offset(scene, match, count, unit, behind, modifier)
    if word in ("a", "an") and unit in ("Y", "M", "W", "D", "TH") and _is_rate(scene, match):
        return build(match, "SET", "set", value)
    upper = _read_upper(match, count)
    limits = {"upto": spell_period(upper, unit)} if upper else {}
    modifier = modifier or ("APPROX" if upper else None)
    lead = re.search(r"\b(in|within)(?: the)?\s+$", scene.before(match), re.IGNORECASE)
    if lead and lead[1].lower() == "within":
        return build(match, "DURATION", "duration", value, {"direction": "within", **limits}, modifier=modifier)
    tense = scene.find_tense(*match.span(), strong=True)
    if lead and tense == "future" and isinstance(count, int) and unit in _OFFSET_UNITS and match["h"] == " ":
        letter, factor = _OFFSET_UNITS[unit]
        parameters = {"n": count * factor, "unit": letter, "to": upper * factor if isinstance(upper, int) else None}
        return build(match, "DATE", "offset", None, parameters, tense=tense, modifier=modifier)
    return build(match, "DURATION", "duration", value, limits, modifier=modifier)


def _spell_amount(match: re.Match[str], count: Number, unit: str) -> str:
    if not isinstance(count, str) and match["half"]:
        count += 0.5
    if isinstance(count, int) and match["minutes"] and unit == "TH":
        return f"PT{count}H{read_number(match['minutes'])}M"
    return spell_period(count, unit)


def _is_rate(scene: Scene, match: re.Match[str]) -> bool:
    """ "$3 million a year", "once a week"."""
    pattern = r"(?:\d[\d.,]*|million|billion|trillion|times?|once|twice|percent|cents|dollars|euros)\s+$"
    return bool(re.search(pattern, scene.before(match)))


def _is_no_amount(scene: Scene, match: re.Match[str], count: Number, unit: str, behind: str) -> bool:
    after = scene.after(match)
    word = (match["n"] or match["n2"]).lower()
    if behind in ("old", "of age") or re.match(r"[- ](?:old|percent)\b|['’]s? old\b", after):
        return True
    if re.match(r"(half|three|quarter)-quarter", match[0], re.IGNORECASE):
        return True
    if match["h"] == "-" and word in ("a", "an"):
        return True
    if re.match(r"\d+ [A-Z][a-z]", match[0]):
        return True  # a title: "60 Minutes"
    if unit == "TS" and count == 1:
        return True
    if unit == "Q" and re.fullmatch(r"[12]\d{3}", word):
        return True  # "the 1988 quarter"
    if unit == "Q" and match["h"] == "-" and re.match(r"\s+(?:of|the)\b", after):
        return True  # "three-quarters of"
    vague = r" (?:of|point|percent|century|million|cent)|-"
    return unit == "Q" and word in ("a", "one") and bool(re.match(vague, after))


def _build_offset(
    scene: Scene, match: re.Match[str], count: Number, unit: str, behind: str, modifier: str | None
) -> TimeExpression | None:
    """ "Two days ago", "a year earlier", "two weeks later"."""
    sign = 1 if behind == "from now" or behind in _LATER else -1
    deictic = behind in ("ago", "from now")
    if unit not in _OFFSET_UNITS:
        return _cut_behind(build(match, "DURATION", "duration", spell_period(count, unit), modifier=modifier), behind)
    if isinstance(count, str):
        value = "PAST_REF" if behind == "ago" else "FUTURE_REF" if behind == "from now" else spell_period(count, unit)
        kind: TimeType = "DATE" if deictic else "DURATION"
        expression = build(match, kind, "reference" if deictic else "duration", value, modifier=modifier)
        return expression if deictic else _cut_behind(expression, behind)
    letter, factor = _OFFSET_UNITS[unit]
    if (count * factor) % 1:
        return _cut_behind(build(match, "DURATION", "duration", spell_period(count, unit), modifier=modifier), behind)
    steps, upper = sign * int(count * factor), _read_upper(match, count)
    anchor = None if deictic else scene.last
    event = re.match(r"\s+(?:\w|[$€£])", scene.after(match)) and not match["that"]
    if not deictic and event and behind in ("before", "after", "on"):
        # "Ten days before the shooting" counts from an event, not from a day told.
        return _cut_behind(build(match, "DURATION", "duration", spell_period(count, unit), modifier=modifier), behind)
    near_quarter = scene.quarter is not None and match.start() - scene.quarter_end < _QUARTER_MEMORY
    if unit == "Y" and count == 1 and sign < 0 and near_quarter:
        return build(match, "DATE", "unit", None, {"n": -4, "unit": "Q"}, tense="past", anchor=scene.quarter)
    if unit == "Y" and sign < 0 and not deictic and _is_month_beside(scene, match):
        # "Prices rose in February from a year earlier": from the February before.
        return build(match, "DATE", "unit", None, {"n": 12 * steps, "unit": "M"}, tense="past", anchor=scene.month)
    if (
        not deictic
        and not (unit == "Y" and count == 1 and sign < 0)
        and (anchor is None or not _is_fine(scene, letter))
    ):
        expression = build(match, "DURATION", "duration", spell_period(count, unit), modifier=modifier)
        return replace(expression, end=match.start("x")) if match["that"] else expression
    if anchor is not None and not _is_fine(scene, letter):
        anchor = None
    rule = "offset" if deictic else "narrative"
    tense = "future" if behind == "from now" else "past"
    parameters = {"n": steps, "unit": letter, "to": sign * upper * factor if isinstance(upper, int) else None}
    return build(match, "DATE", rule, None, parameters, tense=tense, modifier=modifier, anchor=anchor)  # type: ignore[arg-type]


def _is_month_beside(scene: Scene, match: re.Match[str]) -> bool:
    """Is a month the date told last, and told in the same sentence?"""
    beside = scene.month is not None and scene.grain == "M" and scene.last == scene.month
    return beside and not re.search(r"[.!?]\s+[A-Z]|\n", scene.text[scene.month_end : match.start()])


def _cut_behind(expression: TimeExpression, behind: str) -> TimeExpression:
    """Leave "later" or "before" out of a span that is a mere duration."""
    return replace(expression, end=expression.end - len(behind)) if behind in (*_LATER, *_EARLIER) else expression


def _read_upper(match: re.Match[str], count: Number) -> Number | None:
    """The larger number of "two to three weeks"."""
    upper = read_number(match["n3"]) if match["n3"] else None
    return upper if isinstance(upper, int) and isinstance(count, int) and upper > count else None


def _is_fine(scene: Scene, letter: str) -> bool:
    """Is the last date named finely enough to count such units from it?"""
    order = "DWMQSY"
    grain = scene.grain if scene.grain in order else ""
    return bool(grain) and order.index(grain) <= order.index(letter)


def build_counted(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """ "The past two weeks", "the next 30 days"."""
    words = match["n"] or match["n2"]
    if words.lower() in ("a", "an") or re.match(r"[- ]old", scene.after(match)):
        return None
    which = (match["r"] or "").lower()
    direction = {"past": "past", "last": "past", "next": "future", "coming": "future"}.get(which)
    value = spell_period(read_number(words), read_unit(match["u"] or match["u2"]))
    return build(match, "DURATION", "duration", value, {"direction": direction})


def build_vague(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """ "Recent weeks", "many years"; "the early hours of Thursday" are a part of that day."""
    if re.search(r"early\s+hours$", match[0], re.IGNORECASE):
        return None
    reference = {"recent": "PAST_REF", "coming": "FUTURE_REF"}.get(match["r"].lower())
    if reference:
        return build(match, "DATE", "reference", reference)
    return build(match, "DURATION", "duration", spell_period("X", read_unit(match["u"])))


def build_long(scene: Scene, match: re.Match[str]) -> TimeExpression:
    """ "Hour-long", "more than hour-long", "two-day-long"."""
    unit = read_unit(match["u"])
    if match["u"].lower().endswith("s") and (not match["n"] or match["n"].lower() in ("a", "an")):  # "a years-long war"
        vague = build(match, "DURATION", "duration", spell_period("X", unit))
        return replace(vague, start=match.start("u"))
    count = read_number(match["n"]) if match["n"] else 1
    return build(match, "DURATION", "duration", spell_period(count, unit), modifier=find_modifier(match["mod"]))


def build_nth(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """ "Its fourth year"."""
    number = read_ordinal(match["n"])
    if not re.match(r"(?:its|his|her|their)\b", match[0], re.IGNORECASE) or number < 2:
        return None
    if scene.after(match).startswith("-"):  # "their third day-long meeting"
        return None
    return build(match, "DURATION", "duration", spell_period(number, read_unit(match["u"])))


def build_bare(scene: Scene, match: re.Match[str]) -> TimeExpression:
    """ "For weeks", "in the days before": so many, nobody says how many."""
    return build(match, "DURATION", "duration", spell_period("X", read_unit(match["u"])))


RULES: tuple[Rule, ...] = (
    (
        r"(?P<u>(?i:hours|days|weeks|months|years|decades))(?: ago|(?= (?:later|earlier|after|before)\b))",
        build_bare,
        ("unit",),
    ),
    (
        r"(?i:(?<=\bfor\s)|(?<=\bin\s)|(?<=\bwithin\s))"
        r"(?P<u>(?i:minutes|hours|days|weeks|months|years|decades|centuries))"
        r"(?: or (?:days|weeks|months|years))?(?! to come)",
        build_bare,
        ("unit",),
    ),
    (
        r"(?:(?<=\bin\sthe\s)|(?<=\bover\sthe\s))(?P<u>(?i:hours|days|weeks|months|years))"
        r"(?: (?:ahead|to come)|(?= (?:before|after|since|leading|following|that)\b))",
        build_bare,
        ("unit",),
    ),
    (
        r"(?P<mod><<MODIFIER>>)(?P<n><<NUM>>)"
        r"(?:(?: (?:to|or) |- to |-to-|[–-])(?P<n3><<NUM>>))?(?P<h>[- ])(?P<u><<U>>)(?P<half> (?i:and a half))?"
        r"(?i: and (?P<minutes><<NUM>>) minutes)?(?P<so> (?i:or so|or two|or more))?"
        r"(?P<x>[ -](?i:ago|earlier|later|before|from now|old|of age|after(?= (?:that|then)\b))\b)?"
        r"(?P<that>(?<=before) (?i:that|then)\b|(?<=after) (?i:that|then)\b)?"
        r"|(?P<mod2><<MODIFIER>>)(?P<n2><<NUM>>)"
        r"(?: (?i:more|additional|straight|consecutive|full|or so|business|working|trading|fiscal"
        r"|calendar|long))+ (?P<u2><<U>>)(?P<x2> (?i:ago|earlier|later))?",
        build_amount,
        ("unit",),
    ),
    (
        r"(?i:the |his |her |its |their )?(?P<r>(?i:past|last|next|first|final|previous|coming|following|latest|recent"
        r"|other|ensuing))(?: (?i:full|fiscal))? (?P<n><<NUM>>)(?: (?i:full|business|trading|fiscal))?[ -](?P<u><<U>>)"
        r"(?i: or so)?|(?i:the )(?P<n2><<NUM>>) (?P<u2><<U>>)(?=\W)",
        build_counted,
        ("unit",),
    ),
    (
        r"(?i:(?:the )?(?P<r>recent|past|coming|last few|past few|next few|early|many|those|several|intervening))"
        r" (?P<u>(?i:days|weeks|months|years|decades|hours|quarters))",
        build_vague,
        ("unit",),
    ),
    (
        r"(?i:its|his|her|their|the|a|for the)? ?(?P<n><<ORD>>) (?i:(?:straight|consecutive|full) )?"
        r"(?P<u>(?i:year|month|week|day))",
        build_nth,
        ("unit",),
    ),
    (
        r"(?P<mod><<MODIFIER>>)(?:(?P<n><<NUM>>)[- ])?(?P<u>(?i:(?:minute|hour|day|week|month|year|decade)s?))"
        r"-(?i:long)",
        build_long,
        ("long",),
    ),
)
