"""Corrections in plain words: in a line of the log, and as the reason that a corrected row carries."""

from onrecord.corrections.rows import Correction

MARKS = '“”" '
VERBS = {
    "merge": "merged",
    "split": "kept apart",
    "speaker": "speaker set",
    "date": "dated",
    "drop": "statement taken out",
    "add": "statement added",
    "settle": "settled",
    "mark": "marked",
    "rename": "renamed",
    "undo": "undone",
}


def describe(correction: Correction) -> str:
    """What a correction did to a row, by whom and why.

    >>> describe(Correction(kind="mark", author="Ida", time="", value="kept", reason="it was in the post"))
    'marked kept by Ida: it was in the post'
    """
    what = VERBS[correction.kind]
    if correction.kind in ("mark", "rename", "date") and correction.value:
        what += f" {correction.value}"
    said = [one for one in (correction.value if correction.kind == "settle" else "", correction.text) if one]
    said += [correction.reason] if correction.reason else []
    return f"{what} by {correction.author}" + (f": {'; '.join(said)}" if said else "")


def tell(correction: Correction) -> str:
    """A correction as a sentence says it.

    >>> from onrecord.corrections.rows import Target
    >>> call = Target(kind="event", label="Call of A and B")
    >>> tell(Correction(kind="date", author="Ida", time="", value="2031-03-06", targets=(call,)))
    '“Call of A and B” is dated 2031-03-06'
    >>> tell(Correction(kind="speaker", author="Ida", time="", targets=(call,)))
    'nobody is known to have said “Call of A and B”'
    """
    names = [f"“{target.label.strip(MARKS)}”" for target in correction.targets] or ["“”"]
    first, value = names[0], correction.value or ""
    match correction.kind:
        case "merge":
            return f"{', '.join(names[:-1])} and {names[-1]} are one"
        case "split":
            return f"{first} is kept apart from {names[-1]}"
        case "speaker":
            return f"{value} said {first}" if value else f"nobody is known to have said {first}"
        case "date":
            return f"{first} is dated {value}"
        case "drop":
            return f"{first} is no statement"
        case "add":
            return f"{first} is a statement" + (f" of {value}" if value else "")
        case "settle":
            return f"{first} is settled: {value}"
        case "mark":
            return f"{first} is {value}" + (f": {correction.text}" if correction.text else "")
        case "rename":
            return f"{first} is called “{value}”"
        case _:
            return "an entry of the log is undone"
