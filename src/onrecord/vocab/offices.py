"""Title words: heads of office titles and what they have in common (titles.toml)."""

from dataclasses import dataclass
from functools import lru_cache

from onrecord.vocab.gazetteer import read_table


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The word lists behind titles.

    Attributes:
        heads: Printed head (lower case, may have blanks or hyphens) -> canonical head.
        weak: Canonical heads of roles that do not find their holder in other documents.
        doubtful: Printed heads that are also common words.
        at: Canonical heads whose body comes with "at" ("an analyst at").
        modifiers, former, drop: Words that stand before a head.
        honorifics: Printed honorific -> pronoun.
        generic: "state:leader" -> titles it may stand for.
        implied: Title -> the only state that has it.
        subjects: Words that complete a title ("of state").
        leading: Titles of "the two leaders".
    """

    heads: dict[str, str]
    weak: frozenset[str]
    doubtful: frozenset[str]
    at: frozenset[str]
    modifiers: frozenset[str]
    former: frozenset[str]
    drop: frozenset[str]
    honorifics: dict[str, str]
    generic: dict[str, frozenset[str]]
    implied: dict[str, str]
    subjects: frozenset[str]
    leading: frozenset[str]


@lru_cache(maxsize=1)
def load_title_words() -> TitleWords:
    """Load the table once."""
    table = read_table("titles.toml")
    return TitleWords(
        heads={printed: head for head, forms in table["heads"].items() for printed in forms},
        weak=frozenset(table["weak"]["words"]),
        doubtful=frozenset(table["doubtful"]["words"]),
        at=frozenset(table["at"]["words"]),
        modifiers=frozenset(table["modifiers"]["words"]),
        former=frozenset(table["modifiers"]["former"]),
        drop=frozenset(table["modifiers"]["drop"]),
        honorifics={word: gender for gender in "umf" for word in table["honorifics"].get(gender, ())},
        generic={key: frozenset(titles) for key, titles in table["generic"].items()},
        implied=dict(table["implied"]),
        subjects=frozenset(table["complement"]["subjects"]),
        leading=frozenset(table["leading"]["words"]),
    )


def same_office(a: str, b: str, *, of_state: bool) -> bool:
    """Can two titles of one state or body be one office ("chief" and "secretary-general")?

    >>> same_office("chief", "secretary-general", of_state=False), same_office("president", "king", of_state=True)
    (True, False)
    """
    if a == b:
        return True
    generic = load_title_words().generic
    scope = "state:" if of_state else "body:"
    one, two = generic.get(scope + a, frozenset()), generic.get(scope + b, frozenset())
    return b in one or a in two
