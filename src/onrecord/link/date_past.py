"""Which dates with a year a text tells as past: "said Friday, May 2, 2031", "in 2029", but not "until May 3, 2031"."""

import re

from onrecord.annotations import TimeExpression

_SINCE = re.compile(r"\b(?:since|back in)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BEFORE = 90
_AT = re.compile(r"\b(?:in|during|after|since|at) (?:the|an?|his|her|its|their) (?:\w+ )?$", re.IGNORECASE)
""" "in the 2031 primaries", "at a 2031 rally": a year before what was."""
_PHOTO = re.compile(r",? (?:file )?(?:photo|photograph|image|picture|frame|handout)\b", re.IGNORECASE)
""" "In this June 5, 2031 file photo"."""
_MEANT = re.compile(r"\b(?:to|would|will|could|should|may|might)\b(?![^.;]*[.;])", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:(?:in|on|during|since)\s+(?:(?:19|20)\d\d\s+and\s+)?(?:(?:early|late|mid)[\s-])?|was(?:n[’']t|\s+not)\s+until\s+)$",
    re.IGNORECASE,
)
""" "In 2029", "in 2029 and 2030", "it was not until 2030 that"."""


_PLANNED = re.compile(
    r"\b(?:planned|due|expected|scheduled|slated|supposed|meant|intended|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|plans?|planning|"
    r"going|set) to\b(?![^.;]*[.;])|\b(?:planned|due|scheduled|slated) (?:in|on|for) $",
    re.IGNORECASE,
)
""" "a capsule that is planned to orbit the moon in 2031"."""


_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
_OPEN = re.compile(
    r"\b(?:of|for|until|till|to|through|by|before|after|from|and|or|than|starting|beginning|ending|effective|expir\w+|due"
    r"|date|day|deadline|set|sets|fixed|chose|chosen|picked|proposed|suggested|named|targeted|scheduled|slated|planned"
    r"|postponed|moved|delayed|would|will|could|should|may|might|is|are)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before a day that do not tell whether it has come: "was hired until May 3, 2031", "set May 3, 2031"."""
_INTENT = re.compile(r"\bto\s+\w+(?:\s+[\w'’.-]+){0,6}\s+$|\b(?:would|will|could|should|may|might|shall)\b[^.;]*$")
""" "Voted to close the mill Saturday, May 3, 2031"."""
_STOOD = re.compile(
    r"\b(?:stood|had(?! (?:to|been)\b)|(?:was|were) (?:at|about|worth|[$£€]?\d)|counted|totall?ed|numbered|recorded)\b"
    r"[^.;]*\bas of\s+$"
)
""" "Had nine ships as of the end of 2030"."""
_CALLED = re.compile(
    r"\b(?:announc(?:ed|ing)|scheduled|scheduling|called|calling|invit(?:ed|ing)|organi[sz](?:ed|ing)|booked|cancell?ed|postponed"
    r"|planned|tickets?|registration)\b(?! that\b)\s+(?!(?:on|in|at)\s+$)[^.;\s][^.;]*(?<![a-z]ed\s)$",
    re.IGNORECASE,
)
""" "Announced a meeting Tuesday, May 6, 2031": the day of what was called; not "announced in a note made Tuesday"."""
_COMMENT = re.compile(r"\s*,?\s*at \d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?\W{0,3}(?:\n|$)", re.IGNORECASE)
""" "Bo said on May 6, 2031 at 5:05 pm:", as a line of its own: a reader's comment, who comes later."""
_DATED = re.compile(r"\b(?:photo(?:graph)?|picture|image|video|footage|letter|post|memo|report)\s+(?:of|from)\s+$")
""" "In a photo from May 3, 2031"."""
_SIGNED = re.compile(
    r"\(@\w+\)\s+$|\b(?:originally|first)\s+(?:appeared|published|posted|ran)\b(?:[^.;\n]|\.(?=\w)){0,40}\bon\s+(?:\w+,\s+)?$"
)
""" "— Mara Osei (@maraosei) May 3, 2031": the signature of a post; "originally appeared on Karsk Daily on …"."""


def is_day_past(before: str, behind: str) -> bool:
    """Is a day with its year, in a clause of the past, one that has come: "said Friday, May 2, 2031"?

    Args:
        before: The words before the day.
        behind: Those behind it: "named May 3, 2031 as the day" is none.
    """
    named = re.match(r",?\s+as (?:the|its|a|their)\b", behind)
    return bool(_DATED.search(before)) or not (_OPEN.search(before) or _INTENT.search(before) or named)


_RUN = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def is_run_past(text: str, time: TimeExpression) -> bool:
    """ "It was stolen between May 3, 2031 and June 4, 2031": the last of these days is past as well."""
    before = text[max(0, time.start - _BEFORE) : time.start]
    run = time.tense == "past" and _RUN.fullmatch(time.value or "") and re.search(r"\bbetween\s+$", before)
    return bool(run) and not (_PLANNED.search(before) or _INTENT.search(before))


def is_past(text: str, time: TimeExpression) -> bool:
    """Is a time told as past: by the tense of its clause, or by a word that only the past takes ("since 2015")?"""
    before = text[max(0, time.start - _BEFORE) : time.start]
    full = bool(_FULL_DAY.fullmatch(time.value or ""))
    if (full and _SIGNED.search(before)) or is_run_past(text, time):
        return True
    if time.tense == "past":
        behind = text[time.end : time.end + 20]
        if _PLANNED.search(before) or (full and (_CALLED.search(before) or _COMMENT.match(behind))):
            return False
        if _STOOD.search(before) or (full and is_day_past(before, behind)):
            return True
        # "The 2012 candidates" and "savings from 2013 to 2022" stand in past clauses and are not past.
        return bool(_WHEN.search(before)) or bool(_AT.search(before) and not _MEANT.search(before))
    if before.endswith("this ") and _PHOTO.match(text, time.end):
        return True
    return time.tense != "future" and bool(_SINCE.search(before))
