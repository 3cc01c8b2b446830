"""Names with what ran on into them: a trade at the start of a sentence, a heading in capitals, a body's common noun."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_capital
from onrecord.annotate.entities import Name
from onrecord.naming import fold, load_first_names, load_name_forms
from onrecord.vocab.gazetteer import load_gazetteer, load_name_words
from onrecord.vocab.nouns import load_nominals, load_verbs
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Doc, Token

ARTICLES = frozenset(("the", "a", "an"))
NATIONALS = frozenset(
    ("Brit", "Aussie", "Kiwi", "Scot", "Swede", "Dane", "Finn", "Pole", "Spaniard", "Turk", "Croat", "Serb")
)
"""Nouns for somebody by birth that the table of states does not hold."""
SHOUTED = 2
"""Words in capitals that make a heading ("SET UP ALERTS"), where one may be a name ("NATO")."""


def cut_glued(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Take off the front of each name what is no part of it; drop a name that is all of it nothing but a trade."""
    alone = {name.text for name in names if name.label in ("PERSON", "ORG")}
    starts = {name.first for name in names if name.label == "PERSON"}
    cut = [cut_front(doc, name, alone) for name in names]
    trades = {one.first for one in cut if one.last + 1 in starts and is_trade(doc[one.first], full=True)}
    return [one for one in cut if one.first < one.last or not (one.first in trades or is_national(doc, one))]


def is_national(doc: Doc, name: Name) -> bool:
    """Is a word with an article what somebody is by birth ("the Brit"), no name?"""
    return name.entry is None and name.text in NATIONALS and name.first > 0 and doc[name.first - 1].lower_ in ARTICLES


def cut_front(doc: Doc, name: Name, alone: Collection[str]) -> Name:
    """ "Model Ana Ruta", "SET UP ALERTS Ferrox", "Credit company Ferrox": the name behind the words before it."""
    for index in range(name.first + 1, name.last + 1):
        rest = doc[index : name.last + 1].text
        front, opens = doc[name.first : index], doc[name.first].is_sent_start
        person = name.label == "PERSON" and index == name.first + 1 and is_capital(doc[index])
        full = index < name.last
        trade = (full or fold(rest) in load_first_names()) and is_trade(doc[name.first], full=full)
        printed = full and opens and rest in alone and fold(front.text) not in load_first_names()
        shouted = len(front) >= SHOUTED and all(one.text.isupper() for one in front) and rest in alone
        called = doc[index - 1].text.islower() and doc[index - 1].lower_ in load_nominals()["definite"]["organization"]
        if (person and (trade or printed)) or shouted or (called and opens):
            return replace(name, first=index, text=rest)
    return name


def is_trade(word: Token, *, full: bool) -> bool:
    """Is a capital before a name what its bearer does ("Model"), and no given name ("Rebel" before a `full` one is)?"""
    table = load_nominals()
    trades = {one for key in ("person", "before", "aboard") for one in table["described"][key]} | {*table["somebody"]}
    known = word.lower_ in trades or (full and f"{word.lower_}s" in table["people"])
    return known and word.text.istitle() and fold(word.text) not in load_first_names()


def is_of_medium(rest: Token) -> bool:
    """ "CBS Lyon reports", "BBC News": does the word after a medium's name go on with it?"""
    word = rest.lower_
    if word in load_name_words()["organization"]:
        return True
    titled = word in load_title_words().heads or word in load_name_forms().calendar
    voiced = rest.dep_ == "nsubj" and rest.head.lemma_ in load_verbs()["speech"]
    town = any(one.text == rest.text and one.label_ == "GPE" for one in rest.doc.ents)
    entry = load_gazetteer().find(rest.text)
    state = entry is not None and entry.kind == "state"  # "Reuters Japan's army": a credit
    return is_capital(rest) and not titled and not state and (voiced or town)


def find_stage_names(doc: Doc, names: Sequence[Name]) -> frozenset[str]:
    """Words that are titles elsewhere and here the name of somebody: "the late singer Prince", "the author King"."""
    table = load_nominals()["described"]
    trades = {*table["trades"], *table["before"]}
    return frozenset(
        name.text
        for name in names
        if name.first and name.first == name.last and name.label == "PERSON"
        and doc[name.first - 1].text in trades
    )  # fmt: skip
