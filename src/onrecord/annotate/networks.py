"""Social networks that no list knows: a text shows them by explaining them, or by posting on them.

"on Chatter, his social media platform", "on the social network Chatter", "posted on Chatter": once a text has shown a
name to be a network, it is one wherever the text says something "on" it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

NAMED = re.compile(
    r"\b(?:[Oo]n|[Vv]ia)\s+((?:[A-Z][\w’'-]*\s?){1,4}?)\s*,?\s+(?:which is\s+)?(?:his|her|its|their|the|a|an)\s+"
    r"(?:[\w’'-]+\s+){0,4}?(?:social|microblogging|messaging|media)\b"
)
DESCRIBED = re.compile(
    r"\b(?:social|microblogging|messaging)(?: media)? (?:network|platform|site|app|service)\s+"
    r"((?:[A-Z][\w’'-]*\s?){1,3})"
)
QUOTES = frozenset("\"“”„'‘’")
NAME = re.compile(r"[A-Z][\w’'-]*$")
NAME_WORDS = 2
DATED = ("DATE", "TIME", "DURATION", "SET")


@lru_cache(maxsize=8)
def find_shown(text: str) -> frozenset[str]:
    """The names that a text explains as networks.

    >>> sorted(find_shown("She wrote on the social network Chatter on Monday."))
    ['Chatter']
    """
    return frozenset(match[1].strip() for pattern in (NAMED, DESCRIBED) for match in pattern.finditer(text))


def find_posted(reading: Reading, index: int, frame: list[Token]) -> tuple[str, tuple[int, ...], bool] | None:
    """A name of one or two words after "on" or "via" right below a verb of speech.

    Under a verb of posting, or where the text explains the name elsewhere, it is a network; under "said" or "claimed"
    it is some channel (a programme, a station, a network).

    Args:
        reading: The document.
        index: The attribution.
        frame: The words around its cue.

    Returns:
        The name, its tokens, and whether it is known to be a network; None where no such name stands there.
    """
    words, head, doc = load_channel_words(), reading.heads[index], reading.parse.doc
    if head is None:
        return None
    lemma, shown = head.lemma_.lower(), find_shown(reading.parse.readable)
    inside = {token.i for token in frame}
    for token in frame:
        placing = token.i - 1
        if placing > 0 and doc[placing].lower_ in words.network_nouns:
            placing -= 1 + (doc[placing - 1].dep_ == "det")  # "on the network Chatter"
        if placing < 0 or doc[placing].lower_ not in ("on", "via") or not token.text[0].isupper():
            continue
        name = [token]
        while (
            name[-1].i + 1 in inside and doc[name[-1].i + 1].text[0].isupper() and doc[name[-1].i + 1].pos_ == "PROPN"
        ):
            name.append(doc[name[-1].i + 1])
        text = " ".join(one.text for one in name).rstrip(".,")
        known = text in shown
        if not known and (len(name) > 2 or is_other(reading, name)):
            continue
        colon = doc[name[-1].i + 1 : name[-1].i + 2].text == ":"  # "thanked the hosts on Chatter: …"
        placed = lemma in words.posting or (lemma in words.airing and (known or colon or doc[placing].head.i == head.i))
        if (placed or known) and reading.belongs(token, index, words.speaking):
            return text, tuple(one.i for one in name), known or lemma in words.posting
    return find_before(reading, index) if lemma in words.posting else None


def find_before(reading: Reading, index: int) -> tuple[str, tuple[int, ...], bool] | None:
    """The name that ends the sentence before a quoted post ("A took the credit on Chatter. “…” she wrote.")."""
    content = reading.tokens(reading.attributions[index].content[:1])
    doc = reading.parse.doc
    at = content[0].i - 1 if content and content[0].text in QUOTES else -1
    while at >= 0 and (doc[at].is_space or doc[at].text in QUOTES):
        at -= 1
    if at < 2 or doc[at].text != ".":
        return None
    first = at
    while first - 1 >= doc[at].sent.start and at - first < NAME_WORDS and NAME.match(doc[first - 1].text):
        first -= 1
    name = list(doc[first:at])
    if not name or doc[first - 1].lower_ not in ("on", "via") or is_other(reading, name):
        return None
    return " ".join(one.text for one in name), tuple(one.i for one in name), True


def is_other(reading: Reading, name: list[Token]) -> bool:
    """Is a name after "on" a day, a place, a state or a person, so a date or a matter rather than a channel?"""
    low, high = name[0].idx, name[-1].idx + len(name[-1])
    if any(time.type in DATED and time.start < high and low < time.end for time in reading.times):
        return True
    if any(token.ent_type_ in ("DATE", "EVENT", "LAW", "PERCENT", "MONEY") for token in name):
        return True
    if any(entry.kind not in ("network", "media") for _, _, entry in load_gazetteer().scan([one.text for one in name])):
        return True
    cover = reading.cover.get(name[-1].i)
    actor = reading.mentions[cover].actor if cover is not None else None
    if actor is None:
        return False
    known = reading.actors[actor]
    return known.kind in ("state", "group") or (known.kind in ("person", "place") and is_settled(reading, actor))


def is_settled(reading: Reading, actor: int) -> bool:
    """Is an actor named more than once, or with more than one word: no slip of the name finder's?"""
    known = reading.actors[actor]
    return " " in known.name or sum(one.actor == actor for one in reading.mentions) > 1
