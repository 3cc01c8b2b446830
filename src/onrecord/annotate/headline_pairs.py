"""Two who act together in a headline, joined by a comma alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def beside_comma(verb: Token, head: Token) -> list[Token]:
    """Who acts together with a subject in a headline, without "and": "A, B sign pact".

    An apposition would be closed by a second comma; and of one alone, the verb would stand in the singular.
    """
    if verb.tag_ not in ("VBP", "VB"):
        return []
    doc = verb.doc
    inner = [one for one in head.rights if one.dep_ == "appos" and leads_to_verb(one)]
    outer = [one for one in verb.lefts if one.dep_ == "npadvmod" and doc[one.i + 1 : head.left_edge.i].text == ","]
    return [one for one in (*inner, *outer) if one.pos_ == "PROPN" and one.ent_type_ not in ("DATE", "TIME")]


def leads_to_verb(name: Token) -> bool:
    """Does the verb follow the name at once?"""
    after = name.doc[name.right_edge.i + 1 : name.right_edge.i + 2]
    return any(one.pos_ in ("VERB", "AUX", "PART") for one in after)
