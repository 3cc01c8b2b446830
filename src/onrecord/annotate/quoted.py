"""Quoted words: which tokens they are, who speaks them, and who a third person in them is.

A pronoun in somebody's direct words points into those words, or to whom the sentence around them is about; a
spokesperson's "he" without either is the principal, the holder of the top office of the body or state spoken for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast, Draft
from onrecord.annotate.dialogue import find_turns
from onrecord.annotate.interviews import find_unlabelled
from onrecord.annotate.quotes import is_left_open
from onrecord.vocab.nouns import load_verbs
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

OPENING, CLOSING, EITHER = "“«„", "”»", '"'
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
SPOKEN = frozenset(("spokesperson", "press secretary"))
"""Titles of those who speak for a principal."""


def quoted_tokens(doc: Doc) -> set[int]:
    """Tokens inside double quotes, and those of a dialogue; a quote left open ends with its paragraph."""
    inside: set[int] = set()
    for turn in find_turns(doc.text) or find_unlabelled(doc.text):
        for start, end in turn.content:
            span = doc.char_span(start, end, alignment_mode="expand")
            inside |= {token.i for token in span} if span is not None else set()
    opened = False
    for token in doc:
        if token.is_space and "\n" in token.text:
            opened = False
        if token.text[:1] in OPENING:
            if opened and is_never_closed(doc, token):
                inside.difference_update(range(token.sent.start, token.i))  # "“We will see. She added: “Soon.”"
            opened = True
        elif token.text[-1:] in CLOSING:
            opened = False
        elif token.text in (EITHER, "''", "``"):
            opened = not opened
        elif opened:
            inside.add(token.i)
    return inside


def is_never_closed(doc: Doc, mark: Token) -> bool:
    """Does a sentence with nothing quoted tell who says what this mark opens, the quotation before it left open?"""
    stop = f"{doc.text}\n".find("\n", mark.idx)
    before = doc[mark.sent.start : mark.i]
    plain = len(before) > 1 and not any(one.text[:1] in OPENING + EITHER for one in before)
    return plain and before[-1].text in (":", ",") and is_left_open(doc.text, mark.idx, stop)


def quoted_speakers(cast: Cast, quoted: set[int]) -> dict[int, int | None]:
    """Tokens in quoted words -> the speaker of their sentence, if a verb of saying names one."""
    return {
        token.i: speaker
        for sentence in cast.doc.sents
        if any(token.i in quoted for token in sentence)
        for speaker in (speaker_of(cast, sentence, quoted),)
        for token in sentence
        if token.i in quoted
    }


def speaker_of(cast: Cast, sentence: Sentence, quoted: set[int]) -> int | None:
    """The actor that a verb of saying outside quotes has as its subject, in a sentence."""
    aside = None
    for token in sentence:
        if token.i not in quoted and token.dep_ in SUBJECTS and token.head.lemma_ in load_verbs()["speech"]:
            found = cast.at.get(token.i)
            if found is None or found.actor is None:
                continue
            if not is_setting(token.head):
                return found.actor
            aside = found.actor if aside is None else aside
    acts = any(
        one.dep_ in SUBJECTS and (at := cast.at.get(one.i)) and at.actor is not None for one in sentence.root.children
    )
    return None if acts else aside


def is_setting(verb: Token) -> bool:
    """Does a verb only set the scene for another one ("…, when a reporter asked if …")?"""
    marks = {child.text.lower() for child in verb.children if child.dep_ in ("mark", "advmod")}
    return verb.dep_ in ("advcl", "relcl") and bool(marks & {"when", "while", "after", "before", "as"})


def paragraph_of(doc: Doc, index: int) -> tuple[int, int]:
    """The tokens from the line end before a place to the one after it, half-open."""
    low, high = index, index
    while low > 0 and not (doc[low - 1].is_space and "\n" in doc[low - 1].text):
        low -= 1
    while high < len(doc) and not (doc[high].is_space and "\n" in doc[high].text):
        high += 1
    return low, high


def speaker_around(cast: Cast, token: Token, quoted: set[int]) -> int | None:
    """Who says the quoted words a token stands in: by its sentence, else the only one by its paragraph."""
    speaker = speaker_of(cast, token.sent, quoted)
    if speaker is not None:
        return speaker
    low, high = paragraph_of(cast.doc, token.i)
    starts = [one for one in cast.doc[low:high] if one.is_sent_start]
    found = {speaker_of(cast, one.sent, quoted) for one in starts} - {None}
    return found.pop() if len(found) == 1 else None


def in_quote(
    cast: Cast, token: Token, quoted: set[int], barred: set[int], agrees: Callable[[Draft], bool]
) -> tuple[int | None, str | None]:
    """A pronoun in quoted words: an actor in them, else whom the words around are about, else the principal.

    Args:
        cast: The actors so far.
        token: The pronoun.
        quoted: Tokens in quoted words.
        barred: Actors it cannot be.
        agrees: Does an actor agree with it in number and gender?

    Returns:
        The actor, or None and the reason.
    """
    speaker = speaker_around(cast, token, quoted)
    barred = barred | ({speaker} if speaker is not None else set())
    low, _ = paragraph_of(cast.doc, token.i)
    sentence = token.sent
    before = cast.doc[sentence.start - 1].sent if sentence.start > low else None
    regions = [
        {i for i in range(low, token.i) if i in quoted},
        {t.i for t in sentence if t.i not in quoted},
    ]
    if before is not None and speaker is not None and speaker_of(cast, before, quoted) == speaker:
        regions.append({t.i for t in before})
    for region in regions:
        near = {
            one.actor: None
            for one in cast.found
            if one.actor is not None
            and one.head in region
            and one.head < token.i + (region is not regions[0]) * len(cast.doc)
            and one.actor not in barred
            and agrees(cast.drafts[one.actor])
        }
        if len(near) == 1:
            return next(iter(near)), None
        if near:
            return None, "in quoted words, and more than one person is near"
    principal = principal_of(cast, speaker)
    if principal is not None and principal not in barred and agrees(cast.drafts[principal]):
        return principal, None
    return None, "in quoted words that name nobody it can be"


def principal_of(cast: Cast, speaker: int | None) -> int | None:
    """For whom a spokesperson speaks: the one holder of a leading office of the same state or body."""
    if speaker is None:
        return None
    draft, words = cast.drafts[speaker], load_title_words()
    if not any(office.title.endswith(title) for office in draft.offices for title in SPOKEN):
        return None
    homes = {draft.side, *(office.of for office in draft.offices)} - {None}
    fits = [
        index
        for index, one in enumerate(cast.drafts)
        if one.kind == "person"
        and index != speaker
        and any(
            not office.former
            and (office.title in words.leading or office.title == "secretary-general")
            and (office.of in homes or one.side in homes)
            for office in one.offices
        )
    ]
    named = [index for index in fits if cast.drafts[index].named]
    fits = named or fits
    return fits[0] if len(fits) == 1 else None
