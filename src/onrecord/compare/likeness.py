"""Are two clauses about the same thing closely enough that the one can deny the other?

A shared name or topic is not enough: on unseen coverage that invents disputes. The clauses must share what is said,
and about whom.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

NEGATOR = re.compile(r"\b(?:not|no|never|nor|neither|none|cannot|without|nobody|nothing)\b|n['’]t\b", re.I)
NOBODY = re.compile(r"\b(?:no one|nobody|nothing|none of)\b", re.I)
QUESTION = re.compile(r"^\W*(?:why|how|whether|if|what|when|where|who)\b", re.I)
OPEN = re.compile(r"\bwhether\b", re.I)
LEAST_OF_YES = 0.34
LEAST_OF_NO = 0.6


def is_plain_denial(no_text: str) -> bool:
    """Is it "X did not", not "no one is better", which denies nothing that anybody said?"""
    return not NOBODY.search(no_text)


def is_plain_assertion(yes_text: str) -> bool:
    """Is it a statement without a negation of its own, and no question or condition?"""
    return not (NEGATOR.search(yes_text) or QUESTION.match(yes_text) or OPEN.search(yes_text))


def is_plain_pair(yes_text: str, no_text: str) -> bool:
    """Is the one plain and the other a plain denial? What both are "without" negates neither."""
    if re.search(r"\bwithout\b", no_text, re.I):
        yes_text = re.sub(r"\bwithout\b", "", yes_text, flags=re.I)
    return is_plain_assertion(yes_text) and is_plain_denial(no_text)


def is_same_matter(yes: Set[str], no: Set[str], names: Set[str], *, least: int) -> bool:
    """Do two clauses say the same of the same?

    Args:
        yes: Words of the assertion, its verb included.
        no: Words of the denial, its verb included.
        names: Words of the names in either; they tell whom it is about, not what is said.
        least: How many words that are no names must be the same.
    """
    shared = yes & no
    substance = shared - names
    if len(substance) < least:
        return False
    own_yes, own_no = yes - names, no - names
    return len(substance) >= LEAST_OF_NO * len(own_no) and len(substance) >= LEAST_OF_YES * len(own_yes)
