"""What capitals tell: a word that starts like a name, a sentence in which every word does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.naming import load_name_forms

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def is_capital(token: Token) -> bool:
    """Does a word start like a name: a capital, or a digit-free word such as "al-Assad"?"""
    text = token.text
    return text[:1].isupper() and any(char.isalpha() for char in text)


def is_title_case(sentence: Span) -> bool:
    """Is a sentence in headline case or all capitals, so that capitals say nothing?"""
    known: dict[int, bool] = sentence.doc.user_data.setdefault("onrecord.title_case", {})
    if sentence.start not in known:
        known[sentence.start] = has_title_case(sentence)
    return known[sentence.start]


def has_title_case(sentence: Span) -> bool:
    """Are three quarters of a sentence's longer words capitalised, and no verb in lower case among the others?"""
    calendar = load_name_forms().calendar
    words = [token for token in sentence if token.is_alpha and len(token) > 3 and token.text.lower() not in calendar]
    if len(words) < 3 or any(token.pos_ == "VERB" and token.text.islower() for token in sentence):
        return False
    capital = sum(token.text[0].isupper() for token in words)
    return capital / len(words) >= 0.75
