"""Headlines in Title Case, read as if only their names had capitals: "Arland Seizes Ship" as "Arland seizes ship".

A tagger takes a capital for a name. Which words are names the article itself tells: they keep their capital within its
sentences, and other words are printed there without one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from onrecord.annotate.event_words import load_event_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

FEWEST = 4
"""Words that a line must have, and that must have a capital, to be told for Title Case."""
LONG = 4
"""Letters from which Title Case gives a word its capital, whatever its kind."""
LONGEST = 30
"""Words beyond which a line is no headline."""
ENDS = frozenset({".", "!", "”", '"', ":", ";", ","})
OPENING = frozenset({".", "!", "?", ":", "“", '"', "”", "—", "–", "-", "•", "(", "‘"})
"""Marks after which a word has a capital by its place."""
SUFFIX = re.compile(r"(?:ing|ies|ied|es|ed|s|d|e|y)$")
ENDING = re.compile(r"(?:ing|es|ed|s|d)$")


def lower_headlines(doc: Doc) -> list[str] | None:
    """The words of a document with the headline in Title Case lowered; None where it has none.

    Args:
        doc: The tokens, not yet tagged.
    """
    lines = [line for line in find_lines(doc) if is_title_case(line)]
    if not lines:
        return None
    inside = {token.i for line in lines for token in line}
    names, plain = read_body(doc, inside)
    words = [token.text for token in doc]
    for line in lines:
        for token in line[1:]:
            if token.text.istitle() and token.is_alpha and is_plain(token, names, plain):
                words[token.i] = token.lower_
    return words


def find_lines(doc: Doc) -> Iterator[list[Token]]:
    """The first line that has words: the headline, if the article has one."""
    line: list[Token] = []
    for token in doc:
        if token.is_space and "\n" in token.text:
            if line:
                yield line
                return
        elif not token.is_space:
            line.append(token)


def is_title_case(line: list[Token]) -> bool:
    """Have all its long words capitals, and is it no sentence and no shout?"""
    words = [token for token in line if token.is_alpha]
    long = [token for token in words if len(token) >= LONG]
    capitals = [token for token in long if token.text[0].isupper()]
    if not FEWEST <= len(words) <= LONGEST or len(capitals) < FEWEST - 1 or line[-1].text in ENDS:
        return False
    return len(capitals) == len(long) and not all(token.is_upper for token in long)


def read_body(doc: Doc, inside: set[int]) -> tuple[set[str], set[str]]:
    """The words that have capitals within the sentences of the article, and the stems of those that have none."""
    names: set[str] = set()
    plain: set[str] = set()
    for token in doc:
        if token.i in inside or not token.is_alpha:
            continue
        if token.is_lower:
            plain.add(stem(token.text))
        elif token.i and not doc[token.i - 1].is_space and doc[token.i - 1].text not in OPENING:
            names.add(token.text)
    return names, plain


def is_plain(token: Token, names: set[str], plain: set[str]) -> bool:
    """Is a word with a capital no name: a small word, one the article prints without a capital, a form of a verb?"""
    told = stem(token.lower_) in plain
    if token.text in names:
        return told and is_verb_form(token.lower_)  # other headlines may stand below the article
    return token.is_stop or told or is_verb_form(token.lower_)


def stem(word: str) -> str:
    """A word without its ending ("seizes", "seized": "seiz")."""
    return SUFFIX.sub("", word) if len(word) > LONG else word


def is_verb_form(word: str) -> bool:
    """The third person or past of a verb of an event ("fires", "seized")."""
    return bool(ENDING.search(word)) and stem(word) in verb_stems()


@lru_cache(maxsize=1)
def verb_stems() -> frozenset[str]:
    """The stems of the verbs that name events."""
    words = load_event_words()
    return frozenset(stem(verb) for verb in (*words.deeds, *words.verbs) if len(verb) >= LONG)


def restore_words(doc: Doc, parsed: Doc) -> Doc:
    """The parse of the lowered words, over the words as they are printed.

    Args:
        doc: The tokens as printed.
        parsed: The same tokens lowered, with tags, tree and names.
    """
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in parsed],
        pos=[token.pos_ for token in parsed],
        morphs=[str(token.morph) for token in parsed],
        lemmas=[token.lemma_ for token in parsed],
        heads=[token.head.i for token in parsed],
        deps=[token.dep_ for token in parsed],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in parsed],
    )
