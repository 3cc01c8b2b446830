"""Rules for what comes again and again: "every week", "daily", "each Sunday"."""

import re

from onrecord.annotate.timex.scene import Rule, Scene, build
from onrecord.annotate.timex.words import (
    Number,
    load_words,
    read_month,
    read_number,
    read_unit,
    read_weekday,
    spell_period,
)
from onrecord.annotations import TimeExpression


def build_set(scene: Scene, match: re.Match[str]) -> TimeExpression:
    """ "Every week", "daily"."""
    words = load_words()
    if match["f"]:
        stems = {
            "dai": "P1D",
            "day": "P1D",
            "week": "P1W",
            "month": "P1M",
            "hour": "PT1H",
            "quarter": "P3M",
            "night": "P1D",
        }
        found = next((value for stem, value in stems.items() if stem in match["f"].lower()), "P1Y")
        return build(match, "SET", "set", found)
    unit = match["u"].lower()
    if match["w"]:
        return build(match, "SET", "set", f"XXXX-WXX-{read_weekday(unit)}")
    if match["m"]:
        return build(match, "SET", "set", f"XXXX-{read_month(unit):02d}")
    if unit in words["parts"]:
        return build(match, "SET", "set", "XXXX-XX-XXT" + words["parts"][unit])
    if unit in words["seasons"]:
        return build(match, "SET", "set", "XXXX-" + words["seasons"][unit])
    count: Number = 2 if match["o"] else read_number(match["n"]) if match["n"] else 1
    return build(match, "SET", "set", spell_period(count, read_unit(unit)))


RULES: tuple[Rule, ...] = (
    (
        r"(?i:every|each)(?: (?P<o>(?i:other))| (?i:single))?(?: (?P<n><<NUM>>))? (?P<u>(?P<w><<DOW>>)|(?P<m><<MON>>)"
        r"|<<U>>|<<PART>>|<<SEASON>>)(?: (?i:night|morning))?"
        r"|(?P<f>(?i:daily|weekly|monthly|hourly|yearly|nightly|(?:once|twice) a (?:day|week|month|year)))",
        build_set,
        ("set",),
    ),
)
