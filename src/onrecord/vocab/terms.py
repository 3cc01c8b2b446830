"""Who held the offices that news names most, and when (terms.toml)."""

from dataclasses import dataclass
from functools import lru_cache

from onrecord.naming import fold
from onrecord.vocab.gazetteer import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """Somebody in an office: ISO days, `last` None where the term is open.

    Attributes:
        name: Folded words of the full name.
        title, of: The office and its state or body.
    """

    name: tuple[str, ...]
    title: str
    of: str
    first: str
    last: str | None


@lru_cache(maxsize=1)
def load_terms() -> dict[str, tuple[Tenure, ...]]:
    """Terms by the last word of the holder's name, and by the first where family names stand first."""
    found: dict[str, list[Tenure]] = {}
    for office in read_table("terms.toml")["offices"]:
        for name, first, last in office["holders"]:
            words = tuple(fold(name).split())
            one = Tenure(name=words, title=office["title"], of=office["of"], first=first, last=last or None)
            for key in {words[0], words[-1]}:
                found.setdefault(key, []).append(one)
    return {key: tuple(terms) for key, terms in found.items()}
