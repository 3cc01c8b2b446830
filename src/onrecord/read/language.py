"""Is a text English? Told from its share of function words (Grefenstette 1995); other languages are not guessed."""

import re

from onrecord.read.lines import words_of
from onrecord.read.words import prose_words

ENGLISH_SHARE = 0.2
MIN_WORDS = 8
SAMPLE = 20_000
CODE = re.compile(r"^([a-z]{2,3})(?:[-_].*)?$", re.IGNORECASE)


def find_language(text: str, stated: str | None = None) -> str | None:
    """The language of a text as an ISO 639 code.

    Args:
        text: The text.
        stated: What the page or the record line says; pages often say "en" whatever they hold.

    Returns:
        "en", or the stated code of another language, or None where it is not known.

    >>> find_language("The minister said on Monday that it was not for her to say when the talks would end.")
    'en'
    """
    words = [word.lower() for word in words_of(text[:SAMPLE])]
    if len(words) >= MIN_WORDS:
        share = sum(word in prose_words().stop_words for word in words) / len(words)
        if share >= ENGLISH_SHARE:
            return "en"
    match = CODE.match(stated.strip()) if stated else None
    code = match[1].lower() if match else None
    return None if code == "en" and len(words) >= MIN_WORDS else code
