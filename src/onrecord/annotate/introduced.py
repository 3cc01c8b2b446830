"""Persons by the trade that a document introduces them with: "Milo Bern, a carpet fitter, … the carpet fitter said".

The noun takes the one person up from anywhere, where the document has no second one of it. A lead may tell of "an
engineer" whom the text names as one below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.cast import Found
from onrecord.annotate.grammar import hyphenated
from onrecord.annotate.quoted import SUBJECTS
from onrecord.vocab.nouns import load_nominals, load_verbs
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cast import Cast

FILM = frozenset(("director", "producer", "actor", "actress", "star"))
"""Titles that are a trade as well."""
ANYBODY = frozenset(
    {"man", "woman", "boy", "girl", "person", "victim", "suspect", "child", "teenager", "member", "one", "number"}
)
"""Nouns that tell no trade."""
SAME = ({"comedian", "comedienne", "comic"}, {"actor", "actress"}, {"singer", "vocalist", "singer-songwriter"})
"""Nouns of one trade."""
OTHER = frozenset(("a", "an", "another", "one", "two", "three", "other", "second", "several", "some", "many"))
"""Words before a noun by which it is somebody else."""
LEAD = 3
"""Sentences of a document that may tell of somebody without the name."""
ASIDE = 8
"""Tokens after a name in which a trade in apposition stands."""


def is_trade(token: Token) -> bool:
    """Is a noun one that tells what a person does, no office and nothing that anybody is?"""
    word, table = hyphenated(token), load_nominals()
    if token.tag_ not in ("NN", "NNP") or word in ANYBODY:
        return False
    trades = {*table["described"]["trades"], *table["described"]["before"], *FILM}
    return word in trades or word not in load_title_words().heads


def trade_of(token: Token) -> frozenset[str]:
    """A noun with those of the same trade."""
    word = hyphenated(token)
    return frozenset().union({word}, *(one for one in SAME if word in one))


def find_introductions(cast: Cast) -> list[tuple[Token, int]]:
    """The nouns of trades beside persons' names, each with its person, in the order of the text."""
    found = []
    for one in cast.found:
        if one.form != "name" or one.actor is None or not cast.drafts[one.actor].named:
            continue
        if cast.drafts[one.actor].kind == "person":
            found += [(noun, one.actor) for noun in (noun_before(cast, one), noun_after(cast, one)) if noun is not None]
    return found


def has_trade_beside(cast: Cast, actor: int, noun: Token) -> bool:
    """Is somebody introduced, or taken up before, by another trade than a noun's ("the fitter" is no astrologer)?"""
    told = [token for token, one in find_introductions(cast) if one == actor]
    told += [cast.doc[one.head] for one in cast.found if one.actor == actor and one.form == "nominal"]
    return any(not trade_of(noun) & trade_of(token) for token in told if is_trade(token))


def noun_before(cast: Cast, one: Found) -> Token | None:
    """ "Comedian Ana Ruta", "a prankster, Ana Ruta": the trade right before a name, known for one by its word."""
    noun = cast.doc[one.first - 1] if one.first else None
    if noun is None or noun.is_space or not noun.is_alpha:
        return None
    table = load_nominals()
    trades = (one for key in ("person", "before", "aboard") for one in table["described"][key])
    known = {*trades, *table["somebody"], *FILM}
    listed = hyphenated(noun) in known or f"{hyphenated(noun)}s" in table["people"]
    return noun if listed and is_trade(noun) else None


def noun_after(cast: Cast, one: Found) -> Token | None:
    """ "Ana Ruta, 42, a carpet fitter from Ost,": the trade with its article between commas behind a name."""
    doc, at = cast.doc, one.last + 1
    if at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].like_num and doc[at + 2].text == ",":
        at += 2
    if at + 2 >= len(doc) or doc[at].text != "," or doc[at + 1].lower_ not in ("a", "an"):
        return None
    for token in doc[at + 2 : at + ASIDE]:
        if token.pos_ in ("ADP", "PUNCT", "VERB", "SCONJ") or token.lower_ in ("who", "and", "from"):
            noun = token.nbor(-1)
            person = noun.tag_ == "NN" and noun.text.islower() and (noun.dep_ in ("appos", "attr", "conj", "nsubj"))
            return noun if person and is_trade(noun) else None
    return None


def take_trades(cast: Cast, quoted: set[int]) -> None:
    """Note who is meant by "the carpet fitter", and by "an engineer" of the lead."""
    told = find_introductions(cast)
    if not told:
        return
    ends = [sent.end for sent in cast.doc.sents if any(one.is_alpha for one in sent)][:LEAD]
    beside, known = {noun.i for noun, _ in told}, {word for noun, _ in told for word in trade_of(noun)}
    for token in cast.doc:
        if hyphenated(token) not in known or token.i in beside or token.i in quoted or not is_open(cast, token):
            continue
        lead = token.i < ends[-1] and is_told_first(token)
        if not (lead or is_definite(token)):
            continue
        actor = only_one(cast, token, told)
        first = token.i if lead else token.left_edge.i
        told_of = any(one.actor == actor and one.form == "name" and one.first < first for one in cast.found)
        if actor is None or not agrees(cast, actor, token):
            continue
        if lead and (told_of or not speaks(cast, actor)):
            continue
        note_person(cast, token, actor)


def is_open(cast: Cast, token: Token) -> bool:
    """Is a noun nobody's yet, or somebody's who has no name?"""
    found = cast.at.get(token.i)
    if found is None or found.actor is None:
        return found is None or found.head == token.i
    return found.head == token.i and found.form != "name" and not cast.drafts[found.actor].named


def is_definite(token: Token) -> bool:
    """ "The carpet fitter said": a noun with "the", no adjective and nothing behind it, that says or does something."""
    before = [child for child in token.lefts if not child.is_space]
    plain = bool(before) and before[0].lower_ == "the" and all(one.dep_ == "compound" for one in before[1:])
    source = token.dep_ in (*SUBJECTS, "poss", "agent") or (token.dep_ == "pobj" and token.head.lower_ in ("by", "to"))
    alone = not any(one.dep_ in ("prep", "appos", "acl", "relcl", "conj") for one in token.rights)
    named = token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NNP"
    return token.tag_ == "NN" and plain and source and alone and not named


def only_one(cast: Cast, noun: Token, told: Sequence[tuple[Token, int]]) -> int | None:
    """The only person whom a document introduces by a noun's trade, if it tells of no other of it."""
    trade = trade_of(noun)
    fits = [(token, actor) for token, actor in told if trade & trade_of(token)]
    compounds = {one.lower_ for one in noun.lefts if one.dep_ == "compound"}
    if len({actor for _, actor in fits}) != 1:
        return None
    if not any(compounds <= {one.lower_ for one in token.lefts} for token, _ in fits):
        return None
    beside = {token.i for token, _ in fits}
    for token in cast.doc:
        if token.i in beside or token.i == noun.i or hyphenated(token) not in trade or is_told_first(token):
            continue
        if token.tag_ in ("NNS", "NNPS") or OTHER & {child.lower_ for child in token.lefts}:
            return None
    return fits[0][1]


def agrees(cast: Cast, actor: int, noun: Token) -> bool:
    """Is a person's gender not another than that of a noun ("the actress")?"""
    table = load_nominals()["described"]
    told = next((sort for sort in "mf" if noun.lower_ in table[sort]), None)
    return told is None or cast.drafts[actor].gender in (None, told)


def note_person(cast: Cast, token: Token, actor: int) -> None:
    """Add, or fill in, the mention of a noun whose person is known."""
    found = cast.at.get(token.i)
    if found is not None:
        found.actor, found.reason = actor, None
    else:
        first = token.left_edge.i
        cast.mention(Found(first=first, last=token.i, head=token.i, form="nominal", actor=actor))


def is_told_first(token: Token) -> bool:
    """ "A leading engineer has said", "…, says astrologer": somebody without a name as the subject of saying."""
    speech = token.dep_ == "nsubj" and token.head.lemma_ in load_verbs()["speech"]
    article = {child.lower_ for child in token.lefts if child.dep_ in ("det", "poss", "nummod")}
    table = load_nominals()
    crowd = hyphenated(token) in {*table["somebody"], *table["person"], *table["described"]["aboard"]}
    return speech and not crowd and token.tag_ in ("NN", "NNP") and article <= {"a", "an"}


def speaks(cast: Cast, actor: int) -> bool:
    """Does somebody say something by name?"""
    named = (cast.doc[one.head] for one in cast.found if one.actor == actor and one.form == "name")
    return any(token.dep_ in SUBJECTS and token.head.lemma_ in load_verbs()["speech"] for token in named)
