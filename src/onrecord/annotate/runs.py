"""Runs of capitalised words that the parser saw no name in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.capitals import is_capital, is_title_case
from onrecord.annotate.entities import Name, is_name_after, is_party, past_complement, strip_title
from onrecord.naming import fold, load_name_forms
from onrecord.vocab.gazetteer import load_name_words
from onrecord.vocab.nouns import load_nominals, load_verbs
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def is_voice(token: Token) -> bool:
    """Is a capitalised word that opens a sentence a name by what it does: it says something, and is no common noun?

    A word in capitals alone is one whatever the parser takes it for ("RUFA urges families").
    """
    table = load_nominals()
    common = {*table["people"], *table["person"], *table["bodies"], *table["definite"]["organization"]}
    return (
        (token.tag_ == "NNP" or is_lettered(token))
        and token.dep_ == "nsubj"
        and token.head.lemma_ in load_cues().speech | load_verbs()["speech"]
        and token.text.lower() not in common
        and token.text.lower() not in load_name_words()["organization"]
    )


def is_lettered(token: Token) -> bool:
    """Is a word an abbreviation in capitals that says something, among words in lower case?"""
    alone = token.text.isupper() and token.is_alpha and 3 <= len(token) <= 6
    return alone and token.dep_ == "nsubj" and token.head.text.islower() and token.tag_ not in ("NNP", "PRP")


def is_mistaken(token: Token) -> bool:
    """May a common noun of the parser be a name: a singular, or a plural that owns something ("Sanders' aide")?"""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return token.tag_ == "NN" or (token.tag_ == "NNS" and after is not None and after.text in ("'", "’"))


def scan_runs(doc: Doc, taken: set[int], known: set[str], whole: set[str], stage: frozenset[str]) -> list[Name]:
    """Runs of capitalised proper nouns that neither the gazetteer nor the parser's entities hold.

    The word that opens a sentence has a capital anyway: alone it counts only as a part of a name in `known`. A name or
    surname of one word in `whole` counts where the parser takes it for a common noun, too; a title counts in `stage`.
    """
    found: list[Name] = []
    for sentence in doc.sents:
        if is_title_case(sentence):
            continue
        first: int | None = None
        opening = next((token.i for token in sentence if token.is_alpha), -1)
        for token in [*sentence, None]:
            fits = (
                token is not None
                and token.i not in taken
                and is_capital(token)
                and (token.pos_ == "PROPN" or is_lettered(token) or (fold(token.text) in whole and is_mistaken(token)))
                and token.lower_.rstrip(".") not in load_name_forms().calendar
                and not token.is_stop
                and token.text != "I."
                and (token.text in stage or token.text.lower().rstrip(".") not in load_title_words().honorifics)
            )
            if fits and first is None and token is not None:
                first = token.i
            elif not fits and first is not None:
                last = token.i - 1 if token is not None else sentence.end - 1
                start, titled = strip_title(doc, first, last)
                if titled and not is_name_after(doc, start, last, ""):
                    start, titled = first, False
                if not titled:
                    start = past_complement(doc, first, last)
                    titled = start > first
                title_only = doc[last].text.lower().rstrip(".") in load_title_words().heads
                title_only = title_only and (start < last or doc[last].text not in stage or has_article(doc[last]))
                if titled and not title_only and last + 1 < sentence.end and doc[last + 1].ent_type_ == "PERSON":
                    last += 1  # of "Ana Ruta" the parser knew the surname alone
                    while last + 1 < sentence.end and doc[last + 1].ent_iob_ == "I":
                        last += 1
                words = doc[start : last + 1]
                opens = first == opening and len(words) == 1 and not titled
                if not title_only and (
                    not opens or doc[first].ent_type_ or fold(words.text) in known or is_voice(doc[first])
                ):
                    kind = "person" if titled else "organization" if is_party(doc, start, last) else ""
                    found.append(Name(first=start, last=last, text=words.text, kind=kind))
                first = None
    return found


def has_article(token: Token) -> bool:
    """ "The Prince waved": does an article say that a title is meant, no name?"""
    return token.i > 0 and token.nbor(-1).lower_ in ("the", "a", "an")


def halve(doc: Doc, name: Name) -> Name:
    """ "Ferrox Ferrox holds data": who took the photo and how the line below it begins, printed so but once."""
    size = name.last - name.first + 1
    word = doc[name.last + 1 - size // 2 : name.last + 1].text
    if size % 2 or name.text != f"{word} {word}" or doc.text.count(name.text) > 1:
        return name
    return replace(name, first=name.last + 1 - size // 2, text=word)
