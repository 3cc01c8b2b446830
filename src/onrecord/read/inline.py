"""What stands inside a paragraph that is not its text: teasers, datelines, a stamp before it, a glued-in subhead.

A teaser ("ALSO READ: Minister quits over harbour The vote was …") ends without punctuation; where it ends shows by a
capital that starts a sentence. Where that cannot be told only the label is taken: body text is never eaten.
"""

import re
from collections.abc import Iterator

from onrecord.read.dates import DATE, TIME
from onrecord.read.lines import Line
from onrecord.read.marks import is_notice_sentence, split_sentences
from onrecord.read.words import furniture_words, outlet_words, prose_words
from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.lists import ZoneKind

Piece = tuple[int, int, ZoneKind]
TOKEN = re.compile(r"\S+")
STOPPED = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…][\"”’)\]]*$")
MONTH_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+\d{4})?"
DASH = r"\s*(?:--|—|–|-|:)\s*"
CITY = r"[^\W\d_a-z][^\W\d_a-z.’'-]+(?:[ /-][^\W\d_a-z.’'-]+){0,3}(?:,\s?[^\W\d_a-z][\w.]+(?:\s[A-Z][\w.]+){0,2})?"
MIXED = r"[A-Z][\w.’'-]+(?:[ /-][A-Z][\w.’'-]+){0,3}(?:,\s?[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2})?"
SOURCE = r"\((?P<{}>[A-Z][\w./&’ -]{{1,30}})\)"
DATELINES = (
    re.compile(rf"^\(?(?P<city>{CITY})(?:[,.]?\s{MONTH_DAY})?\)?[,.]?\s*(?:{SOURCE.format('agency')})?{DASH}(?=\S)"),
    re.compile(rf"^\(?(?P<city>{MIXED})(?:[,.]?\s{MONTH_DAY})?[,.]?\s*{SOURCE.format('agency')}{DASH}(?=\S)"),
    re.compile(rf"^(?P<city>{MIXED}),\s(?:{MONTH_DAY}){DASH}(?=\S)"),
    re.compile(rf"^{SOURCE.format('agency')}{DASH}(?=\S)"),
    re.compile(
        rf"^\((?:{CITY}|{MIXED})(?:[,.]?\s{MONTH_DAY})?(?:[,.]?\s*{SOURCE.format('agency')})?\)?{DASH}(?=[A-Z“\"])"
    ),
)
OWN_DATELINE = re.compile(rf"^(?:(?P<city>{MIXED}),?\s+)?{SOURCE.format('agency')}\s*(?=[A-Z“\"])")
"""A dateline without a dash, of a medium that is known: "Orland, Marnia (CNN) The ferry"."""
SPACED_DASH = re.compile(r"(?:\s-+|--|—|–|-)\s*$")
STAMP_LABEL = re.compile(
    r"^(?:(?:date|published|updated|posted|issued|released|last|modified|first|on|at)\b[\s:]*)+", re.IGNORECASE
)
POST_LINKS = re.compile(
    r"(?:https?://t\.co/|pic\.twitter\.com/)[^\s—–]+"
    r"|(?:^Skip|\bEnd of) (?:Twitter|Facebook|Instagram|YouTube|X) post by @?[\w.]+"
)
PHRASE_STARTERS = frozenset({"On", "In", "At", "According", "But", "And", "After", "Before"})
MAX_TEASER_WORDS = 24
WINDOW = 600  # characters that a teaser and the start of the next sentence lie in
MIN_TEASER_WORDS, MAX_SUBHEAD_WORDS = 3, 6


def find_dateline(text: str) -> re.Match[str] | None:
    """The place, date and agency before a dash at the start of a paragraph: "PORT ELMA, March 3 (Newsline) -"."""
    for pattern in DATELINES:
        match = pattern.match(text[:140])
        if match is None:
            continue
        groups = match.groupdict()
        city = groups.get("city") or ""
        if city.casefold() in furniture_words().not_places or not (
            SPACED_DASH.search(match[0]) or groups.get("agency")
        ):
            continue
        if groups.get("agency") is None and len(city) < 4:
            continue
        return match
    own = OWN_DATELINE.match(text[:140])
    known = load_gazetteer().find(own["agency"]) if own is not None else None
    return own if known is not None and known.kind == "media" else None


def find_prefix_stamp(text: str) -> int:
    """Length of a full date glued to the front of the first paragraph, 0 where there is none."""
    label = STAMP_LABEL.match(text)
    at = label.end() if label else 0
    match = DATE.match(text, at)
    if match is None:
        return 0
    rest = text[match.end() :]
    time = TIME.match(rest.lstrip(" ,|-T"))
    end = match.end() + (len(rest) - len(rest.lstrip(" ,|-T")) + time.end() if time else 0)
    after = re.match(r"\s*(?:[A-Z]{2,4}\b)?\s*[|–—-]?\s+(?=[A-Z“\"‘'(])", text[end:])
    # "March 3, 2024 was …" and "March 3, 2024, the day …" are prose.
    return end if after else 0


def is_label_here(match: re.Match[str], text: str, *, strong: bool) -> bool:
    """Does a teaser's label stand where one can: at the start, or after a sentence, or in capitals?"""
    before = text[max(0, match.start() - WINDOW) : match.start()].rstrip()
    at_start = match.start() < WINDOW and not any(char.isalnum() for char in before)
    after_stop = bool(re.search(r"[.!?…:][\"”’)\]]*$", before))
    capitals = match["label"].isupper() and len(match["label"]) > 3
    initial = match["label"][0].isupper() and not text[match.end() : match.end() + 1].islower()
    if strong:
        return initial and (at_start or after_stop or capitals or bool(match["open"]))
    return initial and (at_start or (capitals and after_stop))


def find_teasers(line: Line) -> Iterator[Piece]:
    """The teasers in a line, as pieces of the line's own text."""
    text, at = line.text, 0
    words = furniture_words()
    found = [
        (match.start(), -match.end(), match, strong)
        for pattern, strong in ((words.teaser, True), (words.bare_teaser, True), (words.ambiguous_teaser, False))
        for match in pattern.finditer(text)
        if is_label_here(match, text, strong=strong)
    ]
    for start, _, match, strong in sorted(found, key=lambda one: one[:2]):
        if start < at:
            continue
        end = find_teaser_end(text, match, strong=strong)
        if end > start:
            bullet = start < 4 and not any(map(str.isalnum, text[:start]))
            yield 0 if bullet else start, end, "furniture"
        at = max(end, match.end())


def find_teaser_end(text: str, match: re.Match[str], *, strong: bool) -> int:
    """Where a teaser ends; its start where it is none after all."""
    if match["open"]:
        close = text.find("]" if match["open"].startswith("[") else ")", match.end())
        return close + 1 if 0 <= close < match.start() + 200 else match.end()
    tokens = [(m.start(), m.end(), m[0]) for m in TOKEN.finditer(text, match.end(), match.end() + WINDOW)]
    label_end = match.end() - len(match[0]) + len(match[0].rstrip())
    if not tokens:
        return label_end
    stop = next((n for n, token in enumerate(tokens) if STOPPED.search(token[2]) and ends_here(tokens, n)), None)
    if stop is None:
        if not strong and len(tokens) > MAX_TEASER_WORDS:
            return match.start()
        return len(text) if len(tokens) <= MAX_TEASER_WORDS else label_end
    border = find_border(tokens, stop)
    if border is not None and strong:
        return tokens[border - 1][1]
    if not strong:
        # "Analysis: the deal is dead." is the article's own sentence unless it is cased like a title or asks.
        if border is not None and match["label"].isupper():
            return tokens[border - 1][1]
        titled = tokens[stop][2].rstrip('”"’').endswith("?") or is_titled(tokens)
        return tokens[stop][1] if titled and stop + 1 == len(tokens) <= MAX_TEASER_WORDS else match.start()
    if stop < MAX_TEASER_WORDS and (stop + 1 < len(tokens) or len(tokens) <= 14 or is_titled(tokens)):
        return tokens[stop][1]
    return label_end


def is_teaser(line: Line) -> bool:
    """Is the whole line a teaser?"""
    return any(start == 0 and end == len(line.text) for start, end, _ in find_teasers(line))


def is_titled(tokens: list[tuple[int, int, str]]) -> bool:
    """Are most words capitalised?"""
    return sum(token[2].lstrip("“\"‘'(")[:1].isupper() for token in tokens) >= 0.6 * len(tokens)


def ends_here(tokens: list[tuple[int, int, str]], n: int) -> bool:
    """Does a stop end the sentence: nothing follows, or a capital or quote?"""
    return n + 1 == len(tokens) or not tokens[n + 1][2][0].islower()


def find_border(tokens: list[tuple[int, int, str]], stop: int) -> int | None:
    """Index of the token that starts the next sentence after a title without a stop; None where it cannot be told.

    Signs, strongest first: a capitalised function word or a quotation mark after at least three words; then the
    subject of the first past form.
    """
    starters = prose_words().starters
    plain = [token[2].strip("“”\"‘’'(),.;:!?") for token in tokens]
    limit = min(len(tokens), MAX_TEASER_WORDS + 1)
    after_question: int | None = None
    for n in range(MIN_TEASER_WORDS, limit):
        after_stop = n - 1 >= stop
        if after_stop:
            # A question may be followed by the rest of the title ("Can it hold? Its fate is open The talks …").
            question = tokens[stop][2].rstrip('”"’').endswith("?")
            if not question:
                break
            if n - 1 > stop + 12 or (n - 1 > stop and STOPPED.search(tokens[n - 1][2])):
                return after_question
        titled = sum(word[:1].islower() for word in plain[:n]) < 0.3 * n
        opens = plain[n] in starters or tokens[n][2][0] in '“"'
        follows = n + 1 < len(plain) and (
            plain[n + 1][:1].islower() or plain[n + 1][:1].isdigit() or (not titled and plain[n] in PHRASE_STARTERS)
        )
        if opens and follows and not tokens[n - 1][2].endswith((",", ":", "—", "–", "-")):
            if titled and plain[n - 1][:1].islower():
                continue
            subject = find_subject(tokens, plain, n) if tokens[n][2][0] in '“"' else None
            if n - 1 != stop:
                # "… wants to buy Ada Lee called it “a toy”": the quotation does not start the sentence.
                return n if subject is None else subject
            after_question = n
    subject = find_subject(tokens, plain, min(stop + 1, limit))
    return subject if subject is not None else after_question


def find_subject(tokens: list[tuple[int, int, str]], plain: list[str], limit: int) -> int | None:
    """Index of the capital that starts the subject of the first past form: "… wants to buy | Ada Lee, its head, said".

    A capital behind a word that something must follow ("of Elma") is the subject only if there is no other; what
    stands in a name's apposition, between two commas, is passed over.
    """
    finite, leading = prose_words().finite, prose_words().leading
    strong: int | None = None
    weak: int | None = None
    n = MIN_TEASER_WORDS
    while n < limit:
        if plain[n][:1].isupper() and plain[n - 1][:1].islower():
            if plain[n - 1] in leading:
                weak = n
            else:
                strong = n
        elif (strong is not None or weak is not None) and is_past(plain[n], finite):
            return strong if strong is not None else weak
        n = skip_apposition(tokens, n, limit) if strong is not None and plain[n][:1].isupper() else n + 1
    return None


def skip_apposition(tokens: list[tuple[int, int, str]], n: int, limit: int) -> int:
    """The index behind the words between two commas after a name, or of the next token."""
    if not tokens[n][2].endswith(",") or n + 1 >= len(tokens) or not tokens[n + 1][2][0].islower():
        return n + 1
    close = next((m for m in range(n + 1, min(len(tokens), n + 14)) if tokens[m][2].endswith((",", ",”"))), None)
    return close + 1 if close is not None and close + 1 < max(limit, len(tokens)) else n + 1


def is_past(word: str, finite: frozenset[str]) -> bool:
    """A finite form as reporting prose has it, headlines seldom."""
    return word in finite or (len(word) > 4 and word.islower() and word.endswith("ed"))


def find_inline_subhead(line: Line) -> Iterator[Piece]:
    """A short noun phrase glued between two sentences: "… in Alaska. Harbour talks Before leaving, he …"."""
    text = line.text
    prose = prose_words()
    for match in re.finditer(r"[.!?][\"”’)]*\s+(?=[A-Z“‘])", text):
        tokens = [(m.start(), m.end(), m[0]) for m in TOKEN.finditer(text, match.end(), match.end() + 120)]
        for n in range(2, min(MAX_SUBHEAD_WORDS + 1, len(tokens) - 1)):
            words = [token[2] for token in tokens[:n]]
            if not words[-1].replace("-", "").isalpha() or words[0] in prose.starters:
                break
            if any(re.search(r"[,.;:!?\"“”]", word) or word.lower() in prose.finite for word in words):
                break
            starts = tokens[n][2] in prose.starters and tokens[n + 1][2][0].islower()
            if (
                starts
                and words[-1][0].islower()
                and words[-1] not in prose.stop_words | prose.small_words
                and tokens[n][2] not in ("I", "A")
            ):
                yield match.end(), tokens[n - 1][1], "subhead"
                break


def find_notice_pieces(line: Line) -> Iterator[Piece]:
    """Sentences at the two ends of a paragraph that speak to the reader about the page."""
    spans = split_sentences(line.text)
    for start, end in reversed(spans[1:]):
        piece = line.text[start:end]
        if not is_notice_sentence(piece):
            return
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()), "furniture"


def find_links(line: Line) -> Iterator[Piece]:
    """The links of a post set into the page, the page's words around it, and a credit before a paragraph."""
    if credit := outlet_words().signed_lead.match(line.text):
        yield 0, credit.end(), "furniture"
    for match in POST_LINKS.finditer(line.text):
        yield match.start(), match.end(), "furniture"


def find_pieces(line: Line, *, first: bool) -> list[Piece]:
    """All that is not body inside a line of running text, in order and without overlap."""
    pieces: list[Piece] = []
    stamp = find_prefix_stamp(line.text) if first else 0
    if stamp:
        pieces.append((0, stamp, "dateline"))
    elif dateline := find_dateline(line.text):
        pieces.append((0, len(dateline[0].rstrip()), "dateline"))
    others = [*find_teasers(line), *find_inline_subhead(line), *find_notice_pieces(line), *find_links(line)]
    for start, end, kind in sorted(others):
        if not pieces or start >= pieces[-1][1]:
            pieces.append((start, end, kind))
    return pieces
