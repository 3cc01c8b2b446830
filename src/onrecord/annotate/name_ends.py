"""Where a person's name ends: particles, surnames and second given names that the parser left out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_capital, is_title_case
from onrecord.naming import fold, load_first_names, load_name_forms
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

DASHES = frozenset("-–—/‐‑")
"""What joins the halves of a name."""


def before_particle(doc: Doc, first: int) -> int:
    """The first token of a name whose given name stands before a particle ("Paulo do" | "Rego Lomas")."""
    if first < 2 or doc[first - 1].text not in load_name_forms().particles:
        return first
    given, titles = doc[first - 2], load_title_words()
    plain = given.pos_ == "PROPN" and is_capital(given) and not given.ent_type_ and not is_title_case(given.sent)
    return first - 2 if plain and given.lower_.rstrip(".") not in {*titles.heads, *titles.honorifics} else first


def extend_particles(doc: Doc, last: int) -> int:
    """The last token of a person's name with the particle and surname after it ("al-Ruta")."""
    particles, suffixes = load_name_forms().particles, load_name_forms().suffixes
    index = last + 1
    if index + 1 < len(doc) and doc[index].text == "," and doc[index + 1].lower_ in suffixes:
        return index + 1  # "Ana Ruta, Jr."
    if is_given_tail(doc, last):
        return index + 1
    particle = doc[last].text.lower() in particles and index < len(doc) and doc[index].pos_ == "PROPN"
    if particle and is_capital(doc[index]) and not doc[index].ent_type_:
        return index
    if index < len(doc) and is_surname_left(doc, index):
        return index
    if index < len(doc) and doc[index].text.lower() in particles and doc[index].text.islower():
        index += 1 + (index + 1 < len(doc) and doc[index + 1].text in DASHES)
        if index < len(doc) and is_capital(doc[index]) and doc[index].pos_ == "PROPN":
            while index + 1 < len(doc) and doc[index + 1].ent_type_ == "PERSON" and doc[index + 1].ent_iob_ == "I":
                index += 1  # "Paulo" "do" "Rego Lomas Jr."
            return index
    return last


def is_given_tail(doc: Doc, last: int) -> bool:
    """Does a name go on after a hyphen in lower case ("Cho Ji-woo"), and is it no adjective ("Ruta-era laws")?"""
    tail = last + 2
    if tail >= len(doc) or doc[last + 1].text != "-" or doc[last].whitespace_ or doc[last + 1].whitespace_:
        return False
    word = doc[tail]
    within = word.ent_type_ == "PERSON" and word.ent_iob_ == "I" and word.pos_ == "ADJ"
    if not word.text.islower() or (word.pos_ not in ("PROPN", "ADP", "X", "NOUN") and not within):
        return False
    full = last > 0 and doc[last - 1].pos_ == "PROPN" and is_capital(doc[last - 1])
    before_noun = tail + 1 < len(doc) and doc[tail + 1].pos_ in ("NOUN", "PROPN", "ADJ") and bool(word.whitespace_)
    return word.pos_ not in ("NOUN", "ADJ") or (full and not before_noun)


def is_surname_left(doc: Doc, index: int) -> bool:
    """Is a word right after a one-word person entity the surname that the parser left out?"""
    token, before = doc[index], doc[index - 1]
    titled = index > 1 and doc[index - 2].text.lower().rstrip(".") in load_title_words().heads
    return (
        before.ent_type_ == "PERSON"
        and before.ent_iob_ == "B"
        and (titled or fold(before.text) in load_first_names())
        and token.pos_ == "PROPN"
        and is_capital(token)
        and not token.ent_type_
        and not is_title_case(token.sent)
        and token.text.lower() not in load_title_words().heads
    )
