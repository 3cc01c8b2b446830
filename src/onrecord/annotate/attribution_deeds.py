"""Cues that are done, felt or undergone and by which nobody says anything: "sued", "faces", "saw its shares fall"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.attribution_parts import child
from onrecord.annotate.attribution_repair import has_voice
from onrecord.annotate.attribution_rows import overlap
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.attribution_rows import Context, Row

FAME = frozenset({"headline", "headlines", "reputation"})
DONE = frozenset({"sue", "ban", "design"})
"""Deeds without words: of 13 times "sued" and 13 times "banned" in PolNeAR, five are attributions."""
UNSAID = frozenset(
    (
        "butt",
        "chuckle",
        "craft",
        "delight",
        "devise",
        "differentiate",
        "draft",
        "embody",
        "enjoy",
        "enrage",
        "experience",
        "face",
        "grin",
        "insulate",
        "investigate",
        "laugh",
        "mark",
        "pursue",
        "relish",
        "scrutinize",
        "smirk",
        "suffer",
        "tolerate",
        "undergo",
        "wage",
        "wake",
    )
)
"""What is done, felt or undergone without a word, whatever follows it ("would face a cut", "are crafting a letter")."""
VERDICTS = frozenset({"convict", "sentence", "acquit", "debate"})
"""What a court or a house that is not named does to whom the sentence is about."""
OWN = frozenset({"his", "her", "their", "its", "my", "our", "your"})
SUIT = frozenset({"lawsuit", "suit", "complaint", "petition"})
JUDGES = frozenset({"court", "judge", "justice", "magistrate", "panel", "tribunal"})
SPEAKING = frozenset(
    (
        "ad",
        "advertisement",
        "clip",
        "copy",
        "correspondence",
        "data",
        "detail",
        "document",
        "e-mail",
        "email",
        "figure",
        "file",
        "finding",
        "footage",
        "guideline",
        "image",
        "information",
        "list",
        "log",
        "name",
        "note",
        "paper",
        "photo",
        "photograph",
        "picture",
        "plan",
        "platform",
        "policy",
        "proposal",
        "recording",
        "result",
        "return",
        "schedule",
        "tape",
        "text",
        "trailer",
        "transcript",
        "video",
    )
)
"""What somebody releases that says or shows something, beside what load_channel_words() knows as issued."""
HELD = frozenset({"meeting", "session"})
HEADING = 6
"""Words up to the noun of what is called."""


def is_quoting(row: Row, context: Context) -> bool:
    """Does a content have words in quote marks?"""
    return any(overlap(row.content, ((quote.start, quote.end),)) for quote in context.quotes)


def is_deed(verb: Token, words: list[Token], row: Row, context: Context) -> bool:
    """ "Osk sued the firm", "the band released a second record", "it made headlines for its hats": done, not said."""
    lemma, made = verb.lemma_.lower(), child(verb, "dobj")
    if any(one.lower_ in FAME and one.head == verb for one in words):
        return True
    if any(one.lemma_.lower() in load_cues().speech for one in words if one is not verb):
        return False
    if is_unsaid(verb, words, row, context):
        return True
    if lemma in DONE:
        meant = any(one.dep_ == "aux" and one.tag_ in ("MD", "TO") for one in verb.children)
        paper = any(one.lemma_.lower() in load_channel_words().issued for one in context.words(row.source))
        return verb.tag_ == "VBN" if lemma == "design" else not meant and not paper  # who will sue says so
    if lemma == "call":
        return is_convening(verb, row, context)
    if made is None or made in words:
        return False
    noun = made.lemma_.lower()
    if lemma == "dismiss" and noun in SUIT and not any(one.lower_ == "as" for one in verb.rights):
        return not any(one.lemma_.lower() in JUDGES for one in context.words(row.source))
    lists = load_channel_words()
    return lemma == "release" and noun not in SPEAKING | lists.issued | lists.published | load_cues().media


def is_unsaid(verb: Token, words: list[Token], row: Row, context: Context) -> bool:
    """ "Osk faces a cut", "they are drafting a letter", "the firm saw its shares fall", "Feld felt the heat"."""
    lemma, made = verb.lemma_.lower(), child(verb, "dobj")
    if is_quoting(row, context) or (made is not None and made in words):  # "faced criticism over …"
        return False
    if lemma in UNSAID:
        return lemma != "laugh" or child(verb, "prt") is None  # who laughs off a charge answers it
    if lemma == "see":
        return is_lived_through(verb)
    if lemma == "feel":
        clause = child(verb, "ccomp")
        finite = clause is not None and (child(clause, "aux", "mark") is not None or clause.tag_ not in ("VBN", "VBG"))
        return not finite and not any(one.pos_ in ("ADP", "SCONJ") for one in verb.rights)
    if lemma == "focus":
        source = context.words(row.source)
        within = {one.i for one in source}
        top = next((one for one in source if one.head.i not in within), None)
        return top is None or not has_voice(top)
    return lemma in VERDICTS and not row.source and verb.tag_ in ("VBN", "VBD")


def is_lived_through(verb: Token) -> bool:
    """ "The firm saw its shares fall", "drivers are seeing higher prices": what happens to who sees it."""
    thing = child(verb, "ccomp", "dobj")
    opening = next(iter(thing.subtree), None) if thing is not None else None
    if thing is None or opening is None or any(one.lower_ == "as" for one in verb.rights):
        return False
    return opening.lower_ in OWN or (thing.dep_ == "dobj" and any(one.lemma_ == "be" for one in verb.lefts))


def is_convening(verb: Token, row: Row, context: Context) -> bool:
    """ "Osk called a meeting of the players": held, and neither judged nor in quote marks."""
    if any(one.dep_ == "prt" and one.lower_ == "up" for one in verb.rights):
        return not is_quoting(row, context)  # onto the stage, or on the telephone
    words = context.words(row.content)[:HEADING]
    held = any(one.lemma_.lower() in HELD for one in words) and words[0].lower_ in ("a", "an", "another")
    return held and child(verb, "oprd") is None and not is_quoting(row, context)
