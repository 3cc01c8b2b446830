"""Sites that speak under their address ("BigRiver.com said", "according to bigriver.com")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.entities import LABELS, Name
from onrecord.vocab.nouns import load_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SITE = re.compile(r"[A-Za-z][\w-]+\.(?:com|org|net|info|news|tv|co\.[a-z]{2})")


def add_sites(doc: Doc, names: list[Name]) -> list[Name]:
    """The names with the sites that speak under their address ("BigRiver.com said"), which the parser leaves out."""
    taken = {index for name in names for index in range(name.first, name.last + 1)}
    sites = [
        Name(first=one.i, last=one.i, text=one.text, kind=LABELS["ORG"], label="ORG")
        for one in doc
        if one.i not in taken and one.dep_ in ("nsubj", "pobj", "poss") and SITE.fullmatch(one.text)
        and (one.text[0].isupper() or is_told(one))
    ]  # fmt: skip
    return sorted((*names, *sites), key=lambda name: name.first)


def is_told(token: Token) -> bool:
    """Is what somebody says the word's own ("bigriver.com notes that", "according to bigriver.com")?"""
    if token.dep_ == "nsubj":
        return token.head.lemma_ in load_verbs()["speech"]
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"
