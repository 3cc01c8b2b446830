"""Rows in which nobody says, thinks or wants anything, though a tagger of political news reads them so.

What a thing is called, what it looks like, what can be seen of it, what is done without words, what a page tells its
reader how to do, and a decision or a question that nobody is said to have. Of 12 rows of PolNeAR's dev split that this
leaves out, 11 match no attribution there. Names ("known as") PolNeAR often counts, as attributions of nobody; a row
that says only what a thing is called tells nothing of anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_deeds import is_deed, is_quoting
from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.attribution_parts import VERBS, child
from onrecord.annotate.attribution_repair import has_voice

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.attribution_rows import Context, Row

NAMED = frozenset({"know", "call", "dub", "nickname"})
"""Verbs that give a name; one "labelled" or "branded" so is judged, and a "titled" text says so itself."""
ASKING = frozenset({"for", "on", "to", "upon"})
SEEN = frozenset({"see", "spot", "watch", "observe", "photograph", "picture"})
LIKENING = frozenset({"like", "as"})
LOOKING = frozenset({"look", "sound", "feel", "seem"})
"""How a thing strikes whoever is there ("looks like")."""
STRIKING = LOOKING | {"appear", "be", "remain"}
CLAUSES = frozenset({"ccomp", "csubj", "xcomp", "acl", "advcl", "dep"})
OPEN = frozenset({"debate", "decision", "idea", "plan", "question", "response", "support"})
"""Nouns for what is not settled or not said; without a holder nobody says them."""
STEPS = frozenset(
    ("access", "allow", "change", "check", "choose", "decide", "find", "notice", "restrict", "see", "select")
)
"""What a page tells its reader that he can do."""
SCREEN = frozenset({"tab", "menu", "button", "icon", "toggle"})
"""Parts of a screen, which show what they are made to."""
HEARSAY = frozenset({"reportedly", "allegedly", "apparently", "supposedly", "purportedly"})
POSTED = frozenset({"confirm", "name", "appoint", "elect", "nominate", "swear"})
DEMANDING = frozenset({"insist", "demand", "ask", "recommend", "request", "propose", "require", "suggest"})
HELPING = frozenset({"AUX", "ADV", "PART", "PUNCT"})


def is_no_statement(row: Row, context: Context) -> bool:
    """Is a row none, since nobody in it says, thinks or wants anything?"""
    words = context.words(row.cue)
    if row.origin in ("post", "turn"):
        return False
    if not any(one.is_alpha for one in words):
        return [one.text for one in words] == [":"] and not row.source and not is_quoting(row, context)
    if is_manner(words, row, context):
        return True
    verb = next((one for one in words if one.pos_ == "VERB"), None)
    if verb is None:
        return not row.source and (is_open(words) or is_empty(words, row, context))
    return (
        is_name_given(verb, row, context)
        or is_sight(verb, words, row)
        or is_likeness(verb, row, context)
        or is_deed(verb, words, row, context)
        or is_appointed(verb, row)
        or is_demanded(verb)
        or is_step(verb, words, row, context)
    )


def is_open(words: list[Token]) -> bool:
    """ "A decision on whether it may open is due": nobody is said to decide."""
    noun = next((one for one in reversed(words) if one.pos_ == "NOUN"), None)
    return noun is not None and noun.lemma_.lower() in OPEN and child(noun, "poss") is None


def is_turn_of_phrase(words: list[Token], row: Row, context: Context) -> bool:
    """ "Having said that, some are late", "that said, it held": the writer's own way on."""
    content = context.words(row.content)
    said = [one.lower_ for one in words] in (["having", "said"], ["said"]) and not row.source
    return said and [one.lower_ for one in content[:1]] == ["that"] and (len(content) == 1 or content[1].text == ",")


def is_manner(words: list[Token], row: Row, context: Context) -> bool:
    """ "The fees are set according to the size of the ship": how it is done, and nobody tells it."""
    if [one.lower_ for one in words[-2:]] != ["according", "to"] or words[-2].i == 0:
        return False
    before, source = words[-2].nbor(-1), context.words(row.source)
    within = {one.i for one in source}
    top = next((one for one in source if one.head.i not in within), None)
    done = before.pos_ == "VERB" and before.tag_ in ("VBN", "VB", "VBP", "VBZ", "VBG")
    return done and top is not None and not has_voice(top) and top.lemma_.lower() not in load_cues().media


def is_empty(words: list[Token], row: Row, context: Context) -> bool:
    """ "Also there are Osk and Feld": a cue of nothing but "are", and nothing that is quoted."""
    if any((one.pos_ not in HELPING and one.lower_ != "it") or one.lower_ in HEARSAY for one in words):
        return False
    return not is_quoting(row, context)


def has_agent(verb: Token) -> bool:
    """Is it printed by whom a passive is done?"""
    return any(one.dep_ == "agent" or one.lower_ == "by" for one in verb.children)


def is_name_given(verb: Token, row: Row, context: Context) -> bool:
    """ "The square is known as the Pan": what a thing is called or known for, and nobody who calls it so."""
    lemma = verb.lemma_.lower()
    links = {one.lower_ for one in verb.rights}
    if verb.tag_ != "VBN" or lemma not in NAMED or has_agent(verb) or child(verb, "dobj") is not None:
        return False  # who has an object calls it so: "the league, which …, called it a turning point"
    if (lemma == "know" and not links & {"as", "for"}) or (lemma == "call" and links & ASKING):
        return False
    if any(one.dep_ == "aux" and one.lemma_ == "have" for one in verb.children) and child(verb, "auxpass") is None:
        return False
    named = child(verb, "nsubjpass", "nsubj") or verb.head
    source = context.words(row.source)
    return not source or named in source or (row.shared and lemma == "know")


def is_appointed(verb: Token, row: Row) -> bool:
    """ "Was confirmed on Tuesday as secretary", "to be named to the team": whose post it is, and nobody says so."""
    posts = verb.lemma_.lower() in POSTED and verb.tag_ == "VBN" and child(verb, "auxpass") is not None
    return posts and not row.source and any(one.lower_ in ("as", "to") for one in verb.rights) and not has_agent(verb)


def is_demanded(verb: Token) -> bool:
    """ "They insist that Germany agree to it", "not until the board approves it": not said yet."""
    if verb.dep_ == "advcl":
        return any(one.lower_ == "until" for one in verb.lefts if one.dep_ in ("mark", "prep"))
    own, above = child(verb, "nsubj"), verb.head.lemma_.lower()
    bare = verb.tag_ in ("VB", "VBP") and child(verb, "aux") is None
    one_body = own is not None and own.tag_ in ("NN", "NNP")
    return verb.dep_ == "ccomp" and above in DEMANDING and bare and one_body


def is_sight(verb: Token, words: list[Token], row: Row) -> bool:
    """ "The moon was seen over the harbour", "she watched the boats leave": seen, and not seen as anything."""
    lemma, speech = verb.lemma_.lower(), load_cues().speech
    if lemma not in SEEN or any(one.lower_ in ("as", "to") for one in verb.rights) or has_agent(verb):
        return False
    if any(one.lemma_.lower() in speech for one in words if one is not verb):
        return False
    if any(one.tag_ == "MD" for one in verb.lefts) and lemma == "see":
        told = [one for one in verb.rights if one.dep_ == "ccomp"]
        return not any(child(one, "mark", "advmod") is not None for one in told)  # "workers would see their pay cut"
    passive = (verb.tag_ == "VBN" and child(verb, "aux") is None) or child(verb, "auxpass") is not None
    return lemma == "watch" or passive or not row.source


def is_likeness(verb: Token, row: Row, context: Context) -> bool:
    """ "It looked like a lake", "the moon appears red": how a thing strikes the eye or ear, and to nobody named."""
    lemma, source = verb.lemma_.lower(), context.words(row.source)
    if source and [one.lower_ for one in source] != ["it"]:
        return False
    if any(one.lower_ == "to" for one in verb.rights):
        return False
    if lemma in LOOKING and lemma != "seem":
        return any(one.lower_ in LIKENING for one in (*verb.rights, *verb.doc[verb.i + 1 : verb.i + 2]))
    below = [one for one in verb.rights if one.dep_ in ("acomp", "oprd", "xcomp", "ccomp")]
    plain = all(one.pos_ in ("ADJ", "ADV") and child(one, "xcomp", "ccomp", "aux") is None for one in below)
    return lemma in ("appear", "seem") and plain


def is_step(verb: Token, words: list[Token], row: Row, context: Context) -> bool:
    """ "You can see which games you own", "Find out why": a page that tells its reader how to do something."""
    lemma = verb.lemma_.lower()
    if context.is_quoted(verb.idx):
        return False
    source = context.words(row.source)
    if source and source[-1].lemma_.lower() in SCREEN:
        return True
    if [one.lower_ for one in source] == ["you"]:
        able = any(one.dep_ == "aux" and one.tag_ in ("MD", "TO") for one in verb.children)
        opening = next(iter(context.words(row.content)), None)
        return able and lemma in STEPS and opening is not None and opening.lower_ != "why"
    return [one.text for one in words] == ["Find", "out"]


def is_impersonal(head: Token) -> bool:
    """ "It seems that he left", "it is unclear who did it", "it is feared that …": nobody is "it"."""
    verb = head if head.pos_ in VERBS else head.head
    it = child(verb, "nsubj", "nsubjpass", "expl")
    if it is None or it.lower_ != "it" or it.i > verb.i:
        return False
    if verb.tag_ == "VBN" and it.dep_ == "nsubjpass":
        return child(verb, "ccomp", "csubj") is not None and not has_agent(verb)
    below = [one for top in (verb, *verb.rights) for one in top.rights if one.dep_ in CLAUSES]
    told = any(one.pos_ in VERBS or child(one, "nsubj", "mark", "aux") is not None for one in below)
    return told and verb.lemma_.lower() in STRIKING and verb.dep_ not in ("aux", "auxpass")
