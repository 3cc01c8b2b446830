"""Transcripts and interviews set as dialogue: "GAZETTE: Will you sign?", "OSK: We will."; "Q:" and "A:".

What stands behind a label is what its owner said, up to the next label. A page is taken for a dialogue only if two
labels at least take turns, one of them again, and somebody asks or the labels are names that the page has elsewhere:
lists ("When: …", "Where: …") are none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")
_WORD = r"[A-Z][\w.'’&-]*"
_LABEL = re.compile(
    rf"\s*(?P<mark>[\"“]?)\s*(?P<label>{_WORD}(?: {_WORD}){{0,4}})(?:,? \([^)\n]{{1,40}}\)|, [^:\n]{{2,40}})?"
    r"(?P<colon>:)(?:\s+(?=\S)|\s*\Z)"
)
_ASIDE = re.compile(r"[\s\"“]*[(\[][^)\]]*[)\]][\s.\"”]*")
MARKED = re.compile(r"[\"“”]")
_SPOKEN = re.compile(r"[^\W\d_]{2,}.*[.?!…—–-][\s\"”’)\]]*\Z", re.DOTALL)
ASKED, ANSWERED = frozenset({"q", "question"}), frozenset({"a", "answer"})
LISTED = frozenset(
    {
        "when", "where", "what", "who", "why", "how", "time", "date", "place", "venue", "price", "cost", "tickets",
        "pros", "cons", "read", "more", "watch", "listen", "photo", "photos", "video", "image", "credit", "source",
        "update", "updated", "note", "correction", "contact", "tags", "topics", "share", "follow", "by", "related",
        "interview", "transcript", "name", "age", "email", "phone", "address", "live", "breaking", "opinion",
        "analysis", "editorial", "exclusive", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday",
    }
)  # fmt: skip
"""Labels of lists and furniture, which speak nothing."""
FEWEST, GAP, TALK = 3, 4, 0.6
"""Turns of a dialogue at least; paragraphs without a label within a turn at most; the share of turns that end as
sentences do."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a time: words, a range for each paragraph; `key` is his name folded, or "q" and "a".

    Without a label (and its colon) it is a turn of an interview whose questions and answers stand by themselves.
    """

    label: tuple[int, int] | None
    colon: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    key: str


@lru_cache(maxsize=4)
def find_turns(text: str) -> tuple[Turn, ...]:
    """The turns of all dialogues in a text, in its order; asked for again and again of one text, and so kept.

    >>> text = "LIND: Will you sign?\\n\\nOSK: We will.\\n\\nLIND: When?"
    >>> [(one.key, text[slice(*one.content[0])]) for one in find_turns(text)]
    [('lind', 'Will you sign?'), ('osk', 'We will.'), ('lind', 'When?')]
    """
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text)]
    labels = [_LABEL.match(text, *span) for span in paragraphs]
    heads = [at for at, label in enumerate(labels) if label is not None and read_key(label) not in LISTED]
    turns: list[Turn] = []
    run: list[int] = []
    for at in heads:
        if run and at - run[-1] > GAP + 1:
            turns += build_turns(text, paragraphs, labels, run)
            run = []
        run.append(at)
    return tuple(turns + build_turns(text, paragraphs, labels, run))


def read_key(label: re.Match[str]) -> str:
    """The last word of a label, folded: "PRESIDENT OSK" is "osk"."""
    return label["label"].split()[-1].strip(".").casefold()


def build_turns(
    text: str, paragraphs: list[tuple[int, int]], labels: list[re.Match[str] | None], run: list[int]
) -> list[Turn]:
    """The turns of a run of labelled paragraphs, if it is a dialogue."""
    capitals = [at for at in run if (label := labels[at]) is not None and label["label"].isupper()]
    heads = capitals if 2 * len(capitals) > len(run) else run
    keys = Counter(read_key(label) for at in heads if (label := labels[at]) is not None)
    heads = [at for at in heads if (label := labels[at]) and (label["label"].isupper() or is_owner(text, label, keys))]
    turns = []
    for at, after in zip(heads, [*heads[1:], None], strict=False):
        label = labels[at]
        if label is None:
            continue
        own = [(label.end(), paragraphs[at][1])] if label.end() < paragraphs[at][1] else []
        stop = after if after is not None else len(paragraphs)
        unlabelled = [span for one, span in enumerate(paragraphs[:stop]) if one > at and labels[one] is None]
        if after is None and not label["mark"]:
            unlabelled = unlabelled[: 0 if own else 1]
        if at == heads[0] and own and not label["mark"] and not label["label"].isupper():
            unlabelled = []  # it may be a headline ("Osk: we will not sign") with the article below
        follows = find_continued(text, unlabelled, label)
        content = tuple(strip_marks(text, one) for one in (*own, *follows))
        if content:
            turns.append(Turn(label.span("label"), label.span("colon"), content, read_key(label)))
    return turns if is_dialogue(text, turns) else []


def find_continued(text: str, after: list[tuple[int, int]], label: re.Match[str]) -> list[tuple[int, int]]:
    """The paragraphs in which a turn goes on: those that open with its mark, or plain ones that do not name him."""
    found, key, marked = [], read_key(label), bool(label["mark"])
    for low, high in after[:GAP]:
        words = text[low:high]
        if _ASIDE.fullmatch(words):
            continue
        plain = not MARKED.search(words) and key.title() not in words
        if not (words.lstrip()[:1] in ('"', "“") if marked else plain):
            break
        found.append((low, high))
        if marked and words.rstrip()[-1:] in ('"', "”"):
            break
    return found


def strip_marks(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A range without the blanks and the marks of a quoted transcript at its ends."""
    low, high = span
    words = text[low:high]
    if words.rstrip()[-1:] in ('"', "”") and len(MARKED.findall(words)) % 2:
        high = low + len(words.rstrip()) - 1
    if text[low:high].lstrip()[:1] in ('"', "“") and len(MARKED.findall(text[low:high])) % 2:
        low += len(text[low:high]) - len(text[low:high].lstrip()) + 1
    words = text[low:high]
    return low + len(words) - len(words.lstrip()), low + len(words.rstrip())


def is_dialogue(text: str, turns: list[Turn]) -> bool:
    """Do several speakers take turns, in sentences?"""
    counts = Counter(one.key for one in turns)
    if len(turns) < FEWEST or len(counts) < 2 or max(counts.values()) < 2:
        return False
    if sum(bool(_SPOKEN.search(text[slice(*one.content[-1])])) for one in turns) < TALK * len(turns):
        return False
    asked = any(text[slice(*one.content[-1])].rstrip('"”').endswith("?") for one in turns)
    return asked or sum(is_named(text, key) for key in counts) > 1


def is_owner(text: str, label: re.Match[str], keys: Counter[str]) -> bool:
    """Does a label in small letters come again, or name somebody of the text?"""
    key = read_key(label)
    return keys[key] > 1 or is_named(text, key)


def is_named(text: str, key: str) -> bool:
    """Does a label's word stand in the text as a name, and not only as a label?"""
    return bool(re.search(rf"\b{re.escape(key.title())}\b(?!:)", text))
