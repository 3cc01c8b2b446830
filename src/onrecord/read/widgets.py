"""Lines that are parts of a page or of a wire's form: buttons, players, weather, read times, wire marks, imprints.

By form alone, or by form and place: what stands at the foot of a page and says who owns it is no news.
"""

import re
from collections.abc import Sequence

from onrecord.read.bylines import BYLINE
from onrecord.read.context import REPORTED
from onrecord.read.dates import DATE, MONTH, PARTIAL
from onrecord.read.lines import Line
from onrecord.read.marks import QUOTED, is_notice_sentence, split_sentences
from onrecord.read.words import furniture_words, prose_words
from onrecord.vocab.lists import ZoneKind

Marks = list[ZoneKind | None]
LETTERS = re.compile(r"^(?:A\s?[-+–−]*\s*){2,}(?=\s|$)")
"""Buttons for the size of letters: "A- A+"."""
CLIP = re.compile(r"\w\s*\|\s*\d{1,2}:\d{2}$")
PLAYED = re.compile(r"^[▶►⏵]\s*\S|\(\d{1,2}:\d{2}\)$|^\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}")
"""A play mark before a title, or the length of a recording behind it."""
WEATHER = re.compile(r"[-−–]?\b\d{1,2}\s?(?:°\s?[CF]?|C|F)\b(?!\.?\s?\w+\s+(?:of|per))")
FOUNDED = re.compile(r"\b(?:est(?:ablished|d)?\.?|founded|since)\s+(?:in\s+)?(?:1[6-9]|20)\d\d$", re.IGNORECASE)
READ_TIME = re.compile(r"^\d{1,2}[\s-]?min(?:ute)?s?\.?\s+(?:to\s+)?(?:read|listen|watch)\b", re.IGNORECASE)
READ_BEHIND = re.compile(
    r"\s*(?P<mark>[·•|–—-])\s*\d{1,2}[\s-]?min(?:ute)?s?\.?\s+(?:to\s+)?(?:read|listen)\s*$", re.IGNORECASE
)
SHARED = re.compile(
    r"^share(?: (?:this|on|via))?\s*:?\s+(?-i:[A-Z]\w*)(?:\W+(?:(?-i:[A-Z])\w*|link|copy)){0,6}$", re.IGNORECASE
)
SPONSOR = re.compile(
    r"^(?:SPONSORED|TOGETHER WITH|PRESENTED BY|IN PARTNERSHIP WITH|PARTNER CONTENT"
    r"|PAID (?:POST|CONTENT)|AD(?:VERTORIAL)?)\b"
)
WIRE_MARK = re.compile(
    r"^(?:ZCZC\b.*|N{4}|-?30-|#{3,}|=[\w-]+=|\(?(?:more|ends?|endit|unquote)\)?|[A-Z]{2,5}(?:/[a-z]{1,4}){1,3})$",
    re.IGNORECASE,
)
LED = re.compile(r"^(?:read |see |watch |listen )?(?:more|watch|related|listen)\s*:\s+\S", re.IGNORECASE)
SOURCE = re.compile(r"^Source:\s+[A-Z0-9]\S*(?: [A-Z0-9&]\S*){0,3}(?: and (?:news )?agencies)?$")
RELATED = re.compile(r"^(?:related|recommended)\s+(?=(?-i:[A-Z])\S*\s)", re.IGNORECASE)
FULL_BREAK = re.compile(r"[a-z\d][.!][\"”’)]*\s+[\"“‘(]?[A-Z]")
PATH = re.compile(r"^you are here\b", re.IGNORECASE)
BESIDE = re.compile(r"^(?:previous|next|older|newer)(?: (?:post|article|story|entry))?\s*[:→←»«]\s*\S", re.IGNORECASE)
NOTE = re.compile(r"^[(\[](?:[A-Z][a-z]+s|Recast|Writes? through)\b[^.!?]*\.?[)\]]$")
BODY_OF = re.compile(
    r"^(?:The )?(?:Ministry|Department|Office|Embassy|Republic|Kingdom|Government|State|City|Province|University"
    r"|Council) of (?:the )?[A-Z]"
)
IMPRINT = re.compile(
    r"\bis an? (?:[\w-]+ ){0,3}(?:media outlet|newsroom|newsletter|news (?:(?:web)?site|outlet|organi[sz]ation))\b"
    r"|\b(?:is|are) (?:an? )?(?:service|publication|part|owned|published|operated|produced|(?:publicly )?funded|run)\b"
    r"(?: (?:of|by)\b|\.)|^(?:\w+ ){0,2}regulated\.|\bregistered (?:office|in|company)\b"
    r"|\b(?:licen[cs]e|registration) (?:no|number|for publishing)\b|\bP\.?\s?O\.? Box \d"
    r"|\beditor[- ]in[- ]chief\s*:",
    re.IGNORECASE,
)
TO_READER = re.compile(
    r"\b(?:our|your|you) (?:comments?|rules|community|e-?mail|inbox|preferences|subscription|privacy)\b"
    r"|\b(?:comments?|posts?)\b[^.]{0,40}\b(?:civil|moderated|rules|publish(?:ed)?|report)\b"
    r"|\bto our (?:reporting|newsroom|coverage)\b"
    r"|\breport (?:this|a) (?:comment|post)\b|\bunsubscribe\b|\bforwarded to you\b"
    r"|\byou are (?:getting|receiving) this\b|\brequired fields\b|\bcookies\b"
    r"|\ban earlier version of this (?:article|story|report)\b",
    re.IGNORECASE,
)
TICKER = re.compile(r"^[A-Z]{4,}(?: [A-Z]{2,})?\s{2,}\S")
"""A label in capitals and, behind a gap, a title of other news: "BREAKING   Storm warning"."""
LISTED = re.compile(r"^(?P<label>[^:]{3,30}):\s*(?:1[.)]?\s+\S|[^.]+\s[·|]\s)")
"""A label with several titles behind it, numbered or between marks."""
HEADED = re.compile(r"^(?P<label>[A-Z]{3,}(?: [A-Z]{2,}){1,6}|Most (?:Popular|Read|Shared|Viewed|Watched) In) \S")
"""A label of two words or more in capitals, or before a section's name, with more behind it."""
DATED_ITEM = re.compile(rf"^(?:{PARTIAL.pattern}|{MONTH.format('m4')})[^:]{{0,12}}:\s+\S", re.IGNORECASE)
"""An entry of a chronology: "September 7: the envoy offers to mediate"."""
END_MARK = re.compile(r"^(?:N{4}|-?30-|#{3,}|\(?(?:ENDS|Ends|END|endit)\)?)$")
FEWEST_FOOT = 2
MAX_LOOSE_WORDS = 25
PAST = re.compile(r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\b[Gg]et )\b[a-z]{3,}ed\b")
"""A past form; "is required" is none."""
DECORATED = re.compile(r"^([+*=~])\1+\s.*\s\1{2,}$|^[\U0001F300-\U0001FAFF]")
"""A line between rows of one mark ("+++ … +++"), or behind a pictogram: a box of the page."""
CALLED = re.compile(r"^(?:subscribe|unsubscribe|sign up|log ?in|donate)\b", re.IGNORECASE)
MAX_WIDGET_WORDS = 12
FEWEST_RUN, COMMA_EACH = 30, 20  # words; of so many one comma at most
FEWEST_FOREIGN, FOREIGN_SHARE = 20, 0.08
MAX_FOOT_WORDS = 40


def is_widget(line: Line) -> bool:
    """A part of the page by the form of its line."""
    text = line.text
    if WIRE_MARK.match(text) or PATH.match(text) or SPONSOR.match(text) or is_linked(line) or is_run(line):
        return True
    if (
        SOURCE.match(text)
        or (CLIP.search(text) and not line.prose)
        or (LED.match(text) and not text.endswith((".", ":")) and len(line.words) <= MAX_LOOSE_WORDS)
    ):
        return True
    if DECORATED.match(text) and len(line.words) <= MAX_WIDGET_WORDS and not QUOTED.search(text):
        return True
    listed = LISTED.match(text)
    if listed and listed["label"].casefold() in furniture_words().labels:
        return True  # "Most read: 1. … 2. …"
    if headed := HEADED.match(text):
        words = headed["label"].casefold().split()
        if any(" ".join(words[:n]) in furniture_words().labels for n in range(2, len(words) + 1)):
            return True  # "MOST READ IN NEWS CRIME WAVE Shop robbed … CUP DRAW …"
    if line.prose and not (WEATHER.search(text) and len(line.words) <= MAX_WIDGET_WORDS):
        return False
    if len(line.words) > MAX_WIDGET_WORDS or QUOTED.search(text):
        return False
    forms = (LETTERS, READ_TIME, SHARED, BESIDE, TICKER, CALLED)
    searched = (PLAYED, WEATHER, FOUNDED)
    return any(one.match(text) for one in forms) or any(one.search(text) for one in searched)


def is_run(line: Line) -> bool:
    """More names, months or titles in a row than a title has words, with no comma among them and no sentence."""
    long = len(line.words) >= FEWEST_RUN and line.text.count(",") * COMMA_EACH < len(line.words)
    return long and not line.prose and not line.ends_sentence and not QUOTED.search(line.text)


def is_linked(line: Line) -> bool:
    """Titles of other articles behind "Related stories", however many, or one behind "Related"; no whole sentence."""
    lead = furniture_words().bare_teaser.match(line.text) or RELATED.match(line.text)
    return bool(lead) and not line.ends_sentence and not FULL_BREAK.search(line.text)


def find_read_time(text: str) -> int | None:
    """Where "· 2 min read" begins behind a full date or the names of writers; None where it does not stand."""
    match = READ_BEHIND.search(text)
    before = text[: match.start()] if match else ""
    return match.start("mark") if match and (DATE.search(before) or BYLINE.match(before)) else None


def is_body_name(line: Line) -> bool:
    """The name of a public body alone on its line: over its own page it is no headline."""
    small = prose_words().small_words
    return bool(BODY_OF.match(line.text)) and all(word[0].isupper() or word in small for word in line.words)


def mark_notes(lines: Sequence[Line], marks: Marks) -> None:
    """Mark the note of a wire's editors above the text: "(Adds toll; previous ORVIK)"."""
    for n, line in enumerate(lines):
        if marks[n] is None and line.prose and not NOTE.match(line.text):
            return
        if marks[n] is None and NOTE.match(line.text):
            marks[n] = "furniture"


def mark_foot(lines: Sequence[Line], marks: Marks) -> None:
    """Mark the foot of a page: all below a wire's end mark, and what speaks of the page, its owner or its reader.

    From the last line upwards, as long as each line is furniture already, or such a line, or one without a stop that
    reports nothing: of those there must be two at least, with the furniture among them.
    """
    told = next((n for n, line in enumerate(lines) if marks[n] is None and line.prose), len(lines))
    end = next((n for n in range(told + 1, len(lines)) if END_MARK.match(lines[n].text)), len(lines))
    for n in range(end, len(lines)):
        marks[n] = "furniture"
    found, loose = 0, []
    for n in range(len(lines) - 1, told, -1):
        if marks[n] == "furniture" or (marks[n] == "dateline" and not lines[n].prose):
            found += marks[n] == "furniture"
        elif marks[n] is None and is_foot(lines[n]):
            marks[n], found = "furniture", found + 1
        elif marks[n] is None and is_loose(lines[n]) and not lines[n - 1].text.endswith(":"):
            loose.append(n)
        else:
            break
    if found + len(loose) >= FEWEST_FOOT:
        for n in loose:
            marks[n] = "furniture"


def is_loose(line: Line) -> bool:
    """A line without a stop or a quotation that reports nothing and is no item of a list and no row of a table."""
    if DATED_ITEM.match(line.text) or "(@" in line.text:
        return False
    figures = sum(any(char.isdigit() for char in word) for word in line.words)
    if (
        line.ends_sentence
        or line.bulleted
        or line.text[-1] in ",;"
        or "%" in line.text
        or 3 * figures >= len(line.words)
    ):
        return False
    if (line.prose and "?" not in line.text) or len(line.words) > MAX_LOOSE_WORDS:
        return False
    return not (QUOTED.search(line.text) or REPORTED.search(line.text) or PAST.search(line.text))


def is_foreign(line: Line) -> bool:
    """A paragraph with hardly any of the most frequent words of English: what a page says in its own country."""
    known = sum(word.lower() in prose_words().stop_words for word in line.words)
    return len(line.words) >= FEWEST_FOREIGN and line.prose and known < FOREIGN_SHARE * len(line.words)


def is_foot(line: Line) -> bool:
    """Does a line without quotation speak of the page, its owner or its reader?"""
    if is_foreign(line):
        return True
    if len(line.words) > MAX_FOOT_WORDS or QUOTED.search(line.text):
        return False
    start, end = split_sentences(line.text)[0]
    asked = line.text[start:end].rstrip().endswith("?") and is_notice_sentence(line.text[start:end])
    return bool(asked or IMPRINT.search(line.text) or TO_READER.search(line.text))
