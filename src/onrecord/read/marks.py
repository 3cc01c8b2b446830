"""What one line is by itself: menu, icon names, counter, stamp, byline, notice, credit, label; None if it does not say.

Form first (runs without sentence punctuation, repeated pieces, short segments between bars), then wording from
vocab/furniture.toml; a mention of such words inside running text or quotes is not enough.
"""

import re
from collections import Counter

from onrecord.read.bylines import NAME, OURS, is_addressed, parse_names
from onrecord.read.dates import DATE, PARTIAL, TIME
from onrecord.read.lines import BAR, Line, words_of
from onrecord.read.mastheads import ADDRESS, is_masthead, is_outlet_name
from onrecord.read.words import furniture_words, outlet_words, prose_words
from onrecord.vocab.lists import ZoneKind

COUNTER = re.compile(
    r"^(?:[-–]?\d{1,3}:\d{1,2}(?::\d{2})?\s*(?:/|-|–)?\s*)+$|^\d+(?:\.\d+)?x$|^\+\d{1,3}$|^\d{1,3}%$"
    r"|^\d{1,2}:\d{2}\s?/\s?\d{1,2}:\d{2}\b[^.!?]{0,60}$"
)
CREDITED = re.compile(
    r"^[(\[—–-]?\s?(?:(?:additional |with )?(?:reporting|writing|editing|compiled"
    r"|translation|translated|edited|research|input)s?"
    r" (?:by|from)\b|with (?:inputs?|files|reporting|agencies|assistance)\b|"
    r"(?:with )?(?:agency )?inputs from\b|contributing\s*:\s)",
    re.IGNORECASE,
)
CONTRIBUTED = re.compile(
    r"\bcontributed (?:(?:to )?(?:the |this |additional )?(?:report|reporting|story|article|piece|post|coverage)\b"
    r"|from [A-Z])[^.]{0,40}[^\w]*$"
)
REPORTED = re.compile(
    rf"^{NAME}(?: {NAME}){{1,3}}(?:(?:, | and |, and ){NAME}(?: {NAME}){{1,3}})* reported"
    rf" (?:this (?:story|article) )?from {NAME}(?:(?: | and |, |, and ){NAME}| from)*\.$"
)
POST = (
    rf"^{NAME}(?: {NAME}){{1,3}}(?: and {NAME}(?: {NAME}){{1,3}})? (?:is|are) (?:an?|the|our)?\s?(?:[\w’'-]+ ){{0,4}}"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|journalists?)\b"
)
BYLINE_POST = re.compile(rf"{POST}[^.!?]{{0,60}}[.]?$")
WRITER = re.compile(rf"{POST}[^.!?]{{0,160}}[.]?$")
"""A sentence on a writer that may tell more, beside others that speak to the reader."""
ZONE_NAME = re.compile(r"\([A-Z]\w+/[A-Z]\w+\)")
AGENCY = re.compile(r"\([A-Z]{2,10}\)")
RELEASE = re.compile(r"^press release(?: (?:no|number|nr)\.?\s?[\d/-]+)?", re.IGNORECASE)
ISSUE = re.compile(
    r"\b(?:vol(?:ume)?|no|nr|number|issue|edition)\b\.?\s*(?:[IVXLCDM]+|\d[\d,.]*)\b|[£$€]\s?\d+(?:[.,]\d\d)?",
    re.IGNORECASE,
)
"""The number of a printed issue, and its price."""
RELATIVE = re.compile(r"^\d{1,2}\s?(?:h|m|d|min|hr|hrs)(?:\s*[•·|].*\bread)?$")
MORE_FROM = re.compile(
    r"^(?:(?:Read m|M)ore (?:from|in|on)|Visit|(?:READ )?MORE (?:FROM|IN|ON))(?: [A-Z][\w’'&-]*){1,5}:?(?:$|(?<=:)\s)"
)
CAPTION = re.compile(
    r"^(?:FILE\s?(?:PHOTO)?\s?[-–—:]|(?i:file photo|caption|pictured|above|left|right|from left)"
    r"\s?(?:[:,]|[-–—]\s)|\[\d+/\d+\]\s?\w|In this [^.]{3,70}\b(?:photo|photograph|image|picture)\b|CLOSE\s+[A-Z]"
    r"|This (?:[\w-]+[.,]? ){0,5}(?:photo|photograph|image|picture|frame|grab) (?:[\w-]+ ){0,3}"
    r"(?:released|provided|taken|made available|issued)\b)"
)
FILED = re.compile(r"^FILE\s?(?:PHOTO)?\s?[-–—:]")
GALLERY = re.compile(
    r"\bHide Caption \d+ of \d+$|^(?P<title>Photos: .{8,}?) (?P=title)|^\d+ of \d+ Full Screen\b"
    r"|^JUST WATCHED\b.*\bMUST WATCH\b"
    r"|^Sign up for\b.*\b(?:privacy policy|Thanks for subscribing)\b|^Check us out on \w+:?$",
    re.IGNORECASE,
)
"""A picture of a gallery with its place in it, the controls of one, and forms run together in one line."""
SLASHED = re.compile(
    rf"{NAME}(?: {NAME}){{0,3}}\s?/\s?(?P<owner>{NAME}(?: {NAME}){{0,2}})"
    rf"(?P<via> (?:via|for) {NAME}(?: {NAME}){{0,2}})?(?:, FILE)?"
)
CAPITALS = re.compile(r"[A-Z]{2}|[a-z][A-Z]")
DASHED = re.compile(r"^[-–—]\s\S.{2,60}\s[-–—]$")
PAGE = re.compile(r"^\([A-Z][\w ]{2,40} \d{1,2}/\d{1,2}/\d{4} page\s?[A-Z]?\d{1,3}\)$")
CODE = re.compile(r"^[.#@]?[\w.,\s#():-]*\{\s*$|^\}|^[a-z-]+:\s?[^;]{1,60};$|^</?[a-z]+(?:\s[\w-]+=|>)")
QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|‘[^’]{12,}’(?!\w)")
SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?![\s\"”’)\]]|$)[^.!?]*)*(?:[.!?]+[\"”’)\]]*|$)\s*")
ASKED = re.compile(r"(?:do|did|have|are|were|can) you\b[^\"“”]*\?\s", re.IGNORECASE)
MAX_NOTICE_WORDS = 110
MAX_CAPTION_WORDS, MAX_FILED_WORDS = 90, 180


def is_icons(line: Line) -> bool:
    """A run of icon names: one stem, glued or hyphenated, in most words; no sentence."""
    words = line.text.split()
    if len(words) < 2 or line.ends_sentence:
        return False
    iconic = sum("icon" in word.lower() or word.lower().startswith(("svg", "glyph", "fa-")) for word in words)
    return iconic >= 2 and iconic >= 0.4 * len(words)


def is_menu(line: Line) -> bool:
    """A row of section names or buttons."""
    words = [word.lower() for word in line.words]
    if len(words) < 3 or line.ends_sentence or "," in line.text or re.search(r"[\"“”]", line.text):
        return False
    known = sum(word in furniture_words().navigation for word in words)
    capital = sum(word[0].isupper() or not word[0].isalpha() for word in line.words)
    segments = [part for part in re.split(rf"{BAR.pattern}|\s{{2,}}", line.text) if part]
    if len(segments) >= 3 and all(len(part.split()) <= 4 for part in segments):
        return known >= 0.2 * len(words) or (len(segments) >= 5 and capital >= 0.6 * len(words))
    return known >= 0.6 * len(words) and capital >= 0.6 * len(words) and len(words) >= 4


def is_repetitive(line: Line) -> bool:
    """One word over and over, without a sentence: names of buttons or sprites."""
    words = [word.lower() for word in line.words]
    if len(words) < 8 or line.prose or re.search(r"[.!?]\s", line.text):
        return False
    return Counter(words).most_common(1)[0][1] >= 0.25 * len(words) and len(set(words)) < 0.7 * len(words)


def is_counter(line: Line) -> bool:
    """The counter of a player, or of a vote."""
    return bool(COUNTER.match(line.text))


def is_stamp(line: Line) -> bool:
    """A line made up of dates, times and the words about them."""
    if len(line.text) > 120:
        return False
    rest, dates = DATE.subn(" ", line.text)
    rest, partial = PARTIAL.subn(" ", rest)
    if dates:
        for beside in (ISSUE, RELEASE, AGENCY, ZONE_NAME):
            rest = beside.sub(" ", rest)
    rest, times = TIME.subn(" ", rest)
    known = furniture_words().stamp_words
    left = [word for word in words_of(rest) if word.lower().strip(".") not in known]
    ago = bool(
        re.search(r"\b\d+\s*(?:mins?|minutes?|hours?|hrs?|days?|weeks?|h|m|d)\s+ago\b", line.text, re.IGNORECASE)
    )
    if RELATIVE.match(line.text):
        return True
    if not (dates or partial or times or ago):
        return False
    return all(word.isdigit() and len(word) <= 2 for word in left) or (
        dates > 0 and (is_place(left) or is_outlet_name(" ".join(left)))
    )


def is_place(words: list[str]) -> bool:
    """One or two names in capitals beside a full date: where it was written."""
    return 1 <= len(words) <= 2 and all(word.isupper() and len(word) > 2 for word in words)


def is_notice_sentence(sentence: str) -> bool:
    """Does a sentence speak to the reader about the page? Quoted words do not count."""
    bare = QUOTED.sub(" ", sentence).strip(" \t()[]*–—-|•▶►\u00a0")
    words = furniture_words()
    key = bare.casefold().strip(" .!")
    return key in words.calls or bool(words.notice_start.match(bare) or words.notice_anywhere.search(bare))


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Rough sentence spans: a stop and a blank end one; good enough to weigh notices."""
    return [(m.start(), m.end()) for m in SENTENCE.finditer(text) if m[0].strip()]


def is_notice(line: Line) -> bool:
    """A whole line that speaks to the reader."""
    if len(line.words) > MAX_NOTICE_WORDS:
        return False
    if not line.prose or len(line.words) < 6:
        return is_notice_sentence(line.text)
    spans = split_sentences(line.text)
    hits = [is_notice_sentence(line.text[start:end]) for start, end in spans]
    first = hits[0] if hits else False
    if len(hits) == 2 and hits[1] and ASKED.match(line.text) and ADDRESS.search(line.text):
        return True  # "Do you know more of this? Write to …@…"
    if any(hits) and all(hit or WRITER.match(line.text[a:b].strip()) for hit, (a, b) in zip(hits, spans, strict=True)):
        return True  # "Ada Lee is the paper's editor for ports. Follow her work at …"
    return (first and (sum(hits) >= 2 or (len(hits) <= 2 and len(line.words) < 40))) or sum(hits) >= 3


def is_credit(line: Line) -> bool:
    """A line that is nothing but a credit of a picture, or of those who helped with the report."""
    if len(line.words) <= 14 and furniture_words().credit.fullmatch(line.text):
        return True
    if REPORTED.match(line.text):
        return True
    verbs = prose_words().finite
    credited = CREDITED.match(line.text) and len(line.words) <= 40 and not any(word in verbs for word in line.words)
    return bool(credited or (len(line.words) <= 40 and not QUOTED.search(line.text) and CONTRIBUTED.search(line.text)))


def is_slashed(text: str) -> bool:
    """Who took a picture and for whom, alone on a line: "Ada Lee/Coastwire via Newsline"."""
    match = SLASHED.fullmatch(text)
    if match is None:
        return False
    known = match["owner"] in outlet_words().pictures or is_outlet_name(match["owner"])
    return known or bool(match["via"] or CAPITALS.search(match["owner"]))


def is_aside(line: Line) -> bool:
    """A whole line in square brackets, without a sentence: a link or a note of the page."""
    inner = line.text[1:-1].strip()
    return line.text.startswith("[") and line.text.endswith("]") and len(line.words) <= 25 and inner[-1:] not in '.”"'


def is_pointer(line: Line) -> bool:
    """A title behind an arrow: a link to another article."""
    return bool(re.match(r"(?:>>|»|→|⇒)\s*\w", line.text)) and not line.ends_sentence and not line.prose


def is_label(line: Line) -> bool:
    """A label over a list of links, a player or the comments."""
    if MORE_FROM.match(line.text) and not line.prose:
        return True
    key = line.key
    known = key in furniture_words().labels or {key, line.text.casefold()} & furniture_words().topic_labels
    return bool(known) and not line.text.endswith((".", "!", ","))


def is_button(line: Line) -> bool:
    """A button or the name of a section, alone on its line."""
    if ADDRESS.fullmatch(line.text):
        return True
    return line.key in furniture_words().buttons and not line.text.endswith(",")


def mark_line(line: Line) -> ZoneKind | None:
    """The zone of a line that shows by itself what it is; None leaves it to its surroundings."""
    if not line.words and not line.prose:
        return "furniture" if is_counter(line) or not any(char.isalnum() for char in line.text) else None
    if is_counter(line):
        return "furniture"
    if is_stamp(line):
        return "dateline"
    if is_icons(line) or is_menu(line) or is_repetitive(line) or is_label(line) or is_button(line):
        return "furniture"
    if is_masthead(line):
        return "dateline" if DATE.search(line.text) else "furniture"
    if is_aside(line) or is_pointer(line) or CODE.match(line.text):
        return "furniture"
    if parse_names(line) is not None or is_addressed(line) or OURS.match(line.text):
        return "byline"
    if is_credit(line) or is_notice(line):
        return "furniture"
    if DASHED.match(line.text):
        return "subhead"
    if GALLERY.search(line.text) or PAGE.match(line.text):
        return "furniture"
    most = MAX_FILED_WORDS if FILED.match(line.text) else MAX_CAPTION_WORDS
    if CAPTION.match(line.text) and len(line.words) <= most:
        return "caption"
    return None
