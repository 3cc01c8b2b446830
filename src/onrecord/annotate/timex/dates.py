"""Rules for calendar dates: days, months, years, decades, centuries, seasons, holidays."""

import re
from datetime import date

from onrecord.annotate.timex.lookalikes import is_name, is_number
from onrecord.annotate.timex.scene import Rule, Scene, build
from onrecord.annotate.timex.words import (
    count_years,
    find_modifier,
    load_words,
    read_month,
    read_ordinal,
    read_weekday,
    read_year,
)
from onrecord.annotations import TimeExpression
from onrecord.timex import month_days, spell_week
from onrecord.timex_days import find_month_day

_FULL = r"(?:(?P<w><<DOW>>),? (?:the )?)?(?P<early><<EARLY>>)(?P<rel>(?i:last|this|next) )?"


def build_month(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """A month, with or without day and year."""
    groups = match.groupdict()
    month, year, early = read_month(groups["m"]), groups["y"], groups["early"]
    day = int(re.match(r"\d+", groups["d"])[0]) if groups.get("d") else None  # type: ignore[index]
    if not day and not year and not early and not _is_month(scene, match, groups["m"]):
        return None
    modifier = find_modifier(early)
    tense = scene.find_tense(match.start(), match.end())
    if year and "year" not in year.lower():
        value = f"{read_year(year):04d}-{month:02d}" + (f"-{day:02d}" if day else "")
        return build(match, "DATE", "absolute", value, tense=tense, modifier=modifier)
    parameters = {
        "month": f"{month:02d}",
        "day": f"{day:02d}" if day else None,
        "years": count_years(year),
        "direction": (groups["rel"] or "").strip().lower(),
        "falls": read_weekday(groups["w"]) if day and groups["w"] else None,
    }
    rule = "day-of-month" if day else "month"
    return build(match, "DATE", rule, None, parameters, tense=tense, modifier=modifier)


def _is_month(scene: Scene, match: re.Match[str], word: str) -> bool:
    """Is a bare word a month rather than a verb, a name or a short form of something else?"""
    if is_name(scene, match, word):
        return False
    if word in ("May", "March"):
        before = scene.before(match, 20).rstrip(" ")[-1:]
        if before in ('"', "“", "\n", "", ".", "?", "!", "‘"):
            return False
        # "the annual March for Life", "the March of the Mothers": a procession with a name
        behind = scene.text[match.end() : match.end() + 24]
        if word == "March" and re.match(r" (?:for|of|against|on) (?:the )?[A-Z]", behind):
            return False
    return not re.fullmatch("[A-Z][a-z]{2,3}", word) or word in ("May", "June", "July")


def build_week_of(scene: Scene, match: re.Match[str]) -> TimeExpression:
    """ "The week of March 6"."""
    month, day = read_month(match["m"] or match["m2"]), read_ordinal(match["d"] or match["d2"])
    tense = scene.find_tense(*match.span())
    if match["y"]:
        return build(match, "DATE", "absolute", spell_week(date(int(match["y"]), month, day)), tense=tense)
    parameters = {"month": f"{month:02d}", "day": f"{day:02d}", "week": 1}
    return build(match, "DATE", "day-of-month", None, parameters, tense=tense)


_DAY_LED = re.compile(
    r"\b(?:on|by|until|till|from|since|before|after|through|(?:morning|afternoon|evening|night|day) of"
    r"|(?:mov|postpon|delay|chang|shift|push|put|reschedul|brought|bring|defer|switch)\w*(?: \w+){0,3} to)\s+$",
    re.IGNORECASE,
)
_DAY_FOLLOWED = re.compile(
    r"\s*(?:[.,;:!?)”\"’](?!\w)|$|\n|[–—]|-(?=\s))|\s+(?:and|or|but|to|at|in|with|when|that|as|for|from|after|before|until"
    r"|because|if|while|where|whether|unless|so|instead|rather|he|she|it|they|we|I|is|was|will|would"
    r"|the|a|an|this|that|these|those|his|her|its|their|our|no|all|both|some|several|two|three|four|five|six)\b"
)
_COUNTED = re.compile(
    r"\b(?:hole|birdie|bogey|eagle|par|green|fairway|tee|lap|inning|round|floor|storey|attempt|ballot|street|avenue"
    r"|birthday|place|position|row|page|minute)s?\b",
    re.IGNORECASE,
)
_SENTENCE = 200
"""Characters behind a date in the same sentence in which "the 16th" is of that date's month."""


def build_nth_weekday(scene: Scene, match: re.Match[str]) -> TimeExpression:
    """ "The first Monday of May", "the last Friday in October 2019"."""
    nth = -1 if match["n"].lower() == "last" else read_ordinal(match["n"])
    month, tense = read_month(match["m"]), scene.find_tense(*match.span())
    parameters: dict[str, object] = {"month": f"{month:02d}", "nth": nth, "of": read_weekday(match["w"])}
    if match["y"]:
        day = find_month_day({name: str(one) for name, one in parameters.items()}, int(match["y"]))
        return build(match, "DATE", "absolute", day.isoformat(), tense=tense)
    return build(match, "DATE", "day-of-month", None, parameters, tense=tense)


def build_day_alone(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """ "On the 16th", "by the 2nd of next month": a day whose month the tense or a date beside it tells."""
    number = int(match["d"])
    sentence = re.split(r"[.!?](?=\s)|\n", scene.before(match, 160))[-1]
    if not 1 <= number <= 31 or not _DAY_LED.search(sentence):
        return None
    if not match["of"] and (not _DAY_FOLLOWED.match(scene.after(match)) or _COUNTED.search(sentence)):
        return None
    if _COUNTED.search(re.split(r"[.!?](?=\s)|\n", scene.after(match, 60))[0]):
        return None
    tense = scene.find_tense(*match.span())
    parameters = {"day": f"{number:02d}"}
    if match["of"]:
        shift = {"next": 1, "last": -1}.get(match["of"].lower(), 0)
        return build(match, "DATE", "day-of-month", None, {**parameters, "months": shift}, tense=tense)
    beside = scene.month is not None and match.start() - scene.month_end < _SENTENCE
    between = scene.text[scene.month_end : match.start()]
    # "The ferry sank in January. On the 19th, divers …": what heads a sentence goes on from the one before.
    heads = re.search(r"[.!?]\s+(?:On|By)\s+$", between) and scene.last == scene.month and tense == "past"
    if beside and not re.search(r"[.!?]\s|\n", re.sub(r"[.!?]\s+\w+\s+$", "", between) if heads else between):
        parameters["months"] = "0"
        return build(match, "DATE", "day-of-month", None, parameters, tense=tense, anchor=scene.month)
    return build(match, "DATE", "day-of-month", None, parameters, tense=tense)


def build_numeric(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """A numeric date. Where day and month could change places only the year is known."""
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    elif match["y3"]:
        year, month, day = int(match["y3"]), int(match["m3"]), int(match["d3"])
    else:
        year, month, day = int(match["y2"]), int(match["m2"]), int(match["d2"])
        if len(match["y2"]) == 2:
            year += 1900 if year > 40 else 2000
        if month > 12:
            month, day = day, month
    if year < 1000 or not 1 <= month <= 12 or not 1 <= day <= month_days(year, month)[1].day:
        return None
    if match["y2"] and day <= 12 and day != month:
        return build(match, "DATE", "absolute", f"{year:04d}-XX-XX", tense=scene.find_tense(*match.span()))
    clock = re.match(r"\d\d:\d\d", match["t"] or "")
    value = f"{year:04d}-{month:02d}-{day:02d}" + (f"T{clock[0]}" if clock else "")
    return build(match, "TIME" if clock else "DATE", "absolute", value, tense=scene.find_tense(*match.span()))


def build_year(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """A year."""
    words = match["y"]
    if "thousand" in words.lower() and not match[0].lower().startswith("the"):
        return None
    if is_number(scene, match):
        return None
    value = f"{read_year(words):04d}"
    tense = scene.find_tense(*match.span())
    half = re.search(r"\b(first|second|last|latter)\s+half\b", match["early"] or "", re.IGNORECASE)
    if half:
        return build(match, "DATE", "absolute", value + ("-H1" if half[1].lower() == "first" else "-H2"), tense=tense)
    return build(match, "DATE", "absolute", value, tense=tense, modifier=find_modifier(match["early"]))


def build_decade(scene: Scene, match: re.Match[str]) -> TimeExpression:
    """A decade; one named without its century is of the twentieth."""
    word = match["w"]
    digit = match["s"] or (str(load_words()["decades"].index(word.lower()) + 2) if word else "")
    return build(match, "DATE", "absolute", match["y"] or f"19{digit}", modifier=find_modifier(match["early"]))


def build_century(scene: Scene, match: re.Match[str]) -> TimeExpression:
    """A century."""
    value = f"{read_ordinal(match['n']) - 1:02d}"
    return build(match, "DATE", "absolute", value, modifier=find_modifier(match["early"]))


def build_season(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """A season; "fall" and "spring" only where they cannot be anything else."""
    season, year, with_the = match["s"].lower(), match["y"], match[0].lower().startswith("the")
    if not year:
        led = re.search(r"\b(?:in|by|during|until|since|this|of|through)\s*$", scene.before(match, 8))
        if not led and not with_the:
            return None
        if match["s"][0].isupper() and re.match(r" [A-Z][a-z]", scene.after(match)):
            return None  # "the Winter Palace"
        if season in ("fall", "spring") and (not with_the or re.match(r" (of|in|from)|-", scene.after(match))):
            return None
    value = load_words()["seasons"][season]
    tense, modifier = scene.find_tense(*match.span()), find_modifier(match["early"])
    if year and "year" not in year.lower():
        return build(match, "DATE", "absolute", f"{read_year(year):04d}-{value}", tense=tense, modifier=modifier)
    parameters = {"season": value, "years": count_years(year)}
    return build(match, "DATE", "season", None, parameters, tense=tense, modifier=modifier)


def build_holiday(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """A holiday, fixed or movable."""
    numbers = load_words()["holidays"][re.sub(r"\s+", " ", match["h"].lower().replace("’", "'"))]
    tense = scene.find_tense(*match.span())
    parameters: dict[str, object] = {}
    if len(numbers) == 1:
        parameters = {"easter": numbers[0]}
    elif len(numbers) == 2:
        parameters = {"month": f"{numbers[0]:02d}", "day": f"{numbers[1]:02d}"}
        if match["y"]:
            value = f"{match['y']}-{numbers[0]:02d}-{numbers[1]:02d}"
            return build(match, "DATE", "absolute", value, tense=tense)
    else:
        parameters = {"month": f"{numbers[0]:02d}", "nth": numbers[1], "of": numbers[2]}
    if match["y"]:
        return None
    return build(match, "DATE", "day-of-month", None, parameters, tense=tense)


RULES: tuple[Rule, ...] = (
    (
        r"(?i:the )(?P<n>(?i:first|second|third|fourth|last)) (?P<w><<DOW>>) (?i:of|in) (?P<m><<MON>>)"
        r"(?:,? (?P<y><<YEAR>>))?",
        build_nth_weekday,
        ("month",),
    ),
    (
        _FULL + r"(?P<m><<MON>>) (?P<d><<DAYNUM>>)(?:,? (?P<y><<YEAR>>|<<SPOKEN>>|<<YEARWORD>>))?(?!\d|:\d| percent)",
        build_month,
        ("month",),
    ),
    (
        _FULL + r"(?:the )?(?P<d><<DAYNUM>>)(?: of)? (?P<m><<MON>>)(?:,? (?P<y><<YEAR>>|<<YEARWORD>>))?",
        build_month,
        ("month",),
    ),
    (_FULL + r"(?P<m><<MON>>)(?:,? (?:of )?(?P<y><<YEAR>>|<<SPOKEN>>|<<YEARWORD>>))?", build_month, ("month",)),
    (
        r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:T(?P<t>\S+))?|(?P<m2>\d?\d)[/](?P<d2>\d?\d)[/](?P<y2>\d{4}|\d\d)"
        r"|(?P<d3>\d?\d)\.(?P<m3>\d?\d)\.(?P<y3>\d{4})",
        build_numeric,
        ("digit",),
    ),
    (
        r"(?i:the week (?:of|beginning|starting) )(?:(?P<w><<DOW>>),? )?(?:(?P<m><<MON>>) (?P<d><<DAYNUM>>)"
        r"|(?:the )?(?P<d2><<DAYNUM>>)(?: of)? (?P<m2><<MON>>))(?:,? (?P<y><<YEAR>>))?",
        build_week_of,
        ("month",),
    ),
    (
        r"(?i:the )(?P<d>\d{1,2})(?:st|nd|rd|th)(?: of (?P<of>(?i:this|next|last|the)) (?i:month))?",
        build_day_alone,
        ("digit",),
    ),
    (
        r"(?P<early><<EARLY>>)(?i:(?:the )?(?:fiscal|calendar|year|full-year|all of) )?"
        r"(?P<y><<YEAR>>(?![-/]?\d|,\d| (?:people|percent|miles|dollars|men|women))|(?<!['’])['’][6-9]\d(?!s)"
        r"|<<SPOKEN>>(?= |\W))(?: or later)?",
        build_year,
        ("digit", "spoken"),
    ),
    (
        r"(?i:the )?(?P<early><<EARLY>>)(?:(?P<y>\d{3})0|['’](?P<s>\d)0)['’]?s"
        r"|(?i:the )?<<EARLY>>(?P<w><<DECADE>>)",
        build_decade,
        ("digit", "decade"),
    ),
    (r"(?i:the )?(?P<early><<EARLY>>)(?P<n><<ORD>>)[ -](?i:century)", build_century, ("unit",)),
    (
        r"(?P<early><<EARLY>>)(?:(?i:the )?(?P<s><<SEASON>>))(?: (?i:of )?(?P<y><<YEAR>>|<<SPOKEN>>|<<YEARWORD>>))?",
        build_season,
        ("season",),
    ),
    (r"(?P<h><<HOLIDAY>>)(?i: day)?(?:,? (?P<y><<YEAR>>))?", build_holiday, ("holiday",)),
)
