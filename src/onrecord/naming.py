"""How names are compared: spelling variants, given names, surnames. Shared by annotate and link.

Transliterations differ in y/i/j, doubled letters, kh/h, w/v and diacritics ("Zelensky", "Zelenskyy", "Zelenskiy");
the key of a surname is the same for all of them. Close spellings beyond that need a compatible given name.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from rapidfuzz import fuzz

Gender = Literal["m", "f", "u"]


@dataclass(frozen=True, slots=True)
class NameWords:
    """Particles, suffixes and short forms of names, and the words of the calendar (names.toml)."""

    particles: frozenset[str]
    suffixes: frozenset[str]
    calendar: frozenset[str]
    nicknames: tuple[frozenset[str], ...]


@lru_cache(maxsize=1)
def load_name_forms() -> NameWords:
    """Load the table once."""
    table = tomllib.loads((files("onrecord.vocab") / "names.toml").read_text(encoding="utf-8"))
    return NameWords(
        particles=frozenset(table["particles"]),
        suffixes=frozenset(table["suffixes"]),
        calendar=frozenset(table["calendar"]),
        nicknames=tuple(frozenset(group) for group in table["nicknames"]),
    )


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts: given names (may be empty), surname with its particles."""

    given: tuple[str, ...]
    surname: str


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without diacritics, one kind of quote and hyphen, single blanks.

    >>> fold("António  Guterres")
    'antonio guterres'
    """
    text = (
        text.replace("’", "'")
        .replace("‘", "'")
        .replace("–", "-")
        .replace("\u2011", "-")
        .replace("ł", "l")
        .replace("Ł", "L")
    )
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(bare.casefold().split())


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """A key that transliterations of one name share.

    >>> sound_key("Zelenskyy") == sound_key("Zelensky") == sound_key("Zelenskiy")
    True
    """
    key = re.sub(r"[^a-z]", "", fold(word))
    for old, new in (
        ("sch", "sh"),
        ("tsch", "ch"),
        ("kh", "h"),
        ("ph", "f"),
        ("ck", "k"),
        ("q", "k"),
        ("w", "v"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
    ):
        key = key.replace(old, new)
    key = re.sub(r"[yj]", "i", key)
    key = re.sub(r"(.)\1+", r"\1", key)
    return re.sub(r"(?<=.)i[ei]?v$", "ev", key) if len(key) > 4 else key


INITIALS = re.compile(r"\b([A-Z]\.)(?=[A-Z]\.)")
"""Initials that run on ("T.H. Fenwick")."""


@lru_cache(maxsize=65536)
def parse_name(text: str) -> PersonName:
    """Split a person's name.

    >>> parse_name("Ursula von der Leyen")
    PersonName(given=('Ursula',), surname='von der Leyen')
    """
    words = [word.strip(",") for word in INITIALS.sub(r"\1 ", text).split()]
    while len(words) > 1 and words[-1].casefold() in load_name_forms().suffixes:
        words.pop()
    at = len(words) - 1
    while at > 1 and fold(words[at - 1]) in load_name_forms().particles:
        at -= 1
    if at == 1 and fold(words[0]) in load_name_forms().particles:
        at = 0
    return PersonName(tuple(words[:at]), " ".join(words[at:]))


EXTRA = re.compile(r"[\[\]]|[“\"‘][^”\"’]{1,25}[”\"’] ")


def plain_name(text: str) -> str:
    """A printed name without an editor's brackets and the nickname inside.

    >>> plain_name("[Otto] Fenwick"), plain_name('Otto "The Hammer" Fenwick')
    ('Otto Fenwick', 'Otto Fenwick')
    """
    return EXTRA.sub("", " ".join(text.split()))


def suffix_of(text: str) -> str:
    """The generation a name prints after the surname, "" for none.

    >>> suffix_of("Otto Fenwick Jr.")
    'jr'
    """
    last = text.split()[-1].casefold().strip(".,") if text.split() else ""
    return last if last in load_name_forms().suffixes or last + "." in load_name_forms().suffixes else ""


_ARTICLE = re.compile(r"^(?:al|el)-(?=\w{3})", re.IGNORECASE)


@lru_cache(maxsize=65536)
def surname_key(text: str) -> str:
    """The blocking key of a name: the sound of the last word of its surname, an Arabic article off.

    >>> surname_key("Samir al-Haddad") == surname_key("Haddad")
    True
    """
    return sound_key(_ARTICLE.sub("", parse_name(text).surname.split()[-1]))


@lru_cache(maxsize=65536)
def squash(name: str) -> str:
    """The letters of a name alone: how its parts are set apart differs by outlet.

    >>> squash("Han Seo Jun") == squash("Han Seo-jun") == "hanseojun"
    True
    """
    return re.sub(r"[\W\d_]+", "", fold(name))


@lru_cache(maxsize=1)
def load_first_names() -> Mapping[str, Gender]:
    """Given names and the pronoun that goes with them."""
    names: dict[str, Gender] = {}
    text = (files("onrecord.vocab") / "first_names.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line[:2] in ("m ", "f ", "u "):
            names.update(dict.fromkeys((fold(name) for name in line[2:].split()), line[0]))  # type: ignore[arg-type]
    return names


@lru_cache(maxsize=65536)
def same_given(a: str, b: str) -> bool:
    """Can two given names be one person's: equal, an initial, a nickname or a transliteration?"""
    one, two = fold(a).rstrip("."), fold(b).rstrip(".")
    if one == two or sound_key(a) == sound_key(b):
        return True
    short, long = sorted((one, two), key=len)
    if len(short) == 1:
        return long.startswith(short)
    if len(short) >= 3 and long.startswith(short):
        return True
    if any(one in group and two in group for group in load_name_forms().nicknames):
        return True
    return min(len(one), len(two)) >= 5 and fuzz.ratio(sound_key(a), sound_key(b)) >= 80


def same_surname(a: str, b: str, *, strict: bool = True) -> bool:
    """Are two surnames one, up to transliteration (`strict`) or close spelling?"""
    a, b = _ARTICLE.sub("", a), _ARTICLE.sub("", b)
    one, two = sound_key(a), sound_key(b)
    if one == two and one:
        return True
    last_one, last_two = sound_key(a.split()[-1]), sound_key(b.split()[-1])
    if (
        last_one == last_two
        and {fold(word) for word in (a + " " + b).split()[:-1]} - {fold(a.split()[-1])} <= load_name_forms().particles
    ):
        return True
    return not strict and min(len(one), len(two)) >= 6 and fuzz.ratio(one, two) >= 84


def same_person(a: str, b: str, *, kin: bool = True) -> bool:
    """Can two full or short names be one person's, by their form alone?

    Without `kin` a name that leaves out a "Jr." may be that of who has it elsewhere: nobody tells of father and son.

    >>> same_person("Volodymyr Zelenskyy", "Zelensky"), same_person("Ann Price", "Mary Price")
    (True, False)
    """
    one, two = parse_name(a), parse_name(b)
    generations = {suffix_of(a), suffix_of(b)} - (set() if kin else {""})
    if one.given and two.given and len(generations) > 1:
        return False  # father and son
    if one.given and two.given and squash(a) == squash(b):
        return True
    if not one.given or not two.given:
        return same_surname(one.surname, two.surname)
    if not same_surname(one.surname, two.surname, strict=False):
        return False
    first = same_given(one.given[0], two.given[0])
    if first:
        return True
    # "George Herbert Walker Bush" and "Herbert Bush": a given name in common elsewhere in the row.
    return any(same_given(x, y) for x in one.given for y in two.given if min(len(x), len(y)) > 2)


def is_shorter(short: str, long: str) -> bool:
    """Is a full name another without the second of two surnames?

    >>> is_shorter("Otto Fenwick", "Otto Fenwick Moreau"), is_shorter("Juan Carlos", "Juan Carlos Moreau")
    (True, False)
    """
    front, words, forms = fold(short).split(), fold(long).split(), load_name_forms()
    if len(front) != 2 or len(words) != 3 or words[:2] != front or words[2] in forms.suffixes:
        return False
    second = front[1].rstrip(".")
    return len(second) > 1 and second not in load_first_names() and second not in forms.particles


def gender_of(text: str) -> Gender | None:
    """The pronoun of a person's name by its given name; None where unknown.

    >>> gender_of("Ursula von der Leyen")
    'f'
    """
    given = parse_name(text).given
    for word in given[:1]:
        known = load_first_names().get(fold(word)) or load_first_names().get(fold(word).split("-")[0])
        if known:
            return known
    return None
