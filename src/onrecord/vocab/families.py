"""Word families of deeds: which printed words may name one deed ("bombing", "blast"; vocab/deed_families.toml)."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_ENDINGS = ("ing", "es", "ed", "s", "d", "e")
_STEM = 3


@dataclass(frozen=True, slots=True)
class _Families:
    """The words of one type: those that may stand for each, and those that may stand for each other."""

    any: tuple[str, ...]
    each: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def _load_families() -> Mapping[str, _Families]:
    """The word families by type (vocab/deed_families.toml)."""
    table = tomllib.loads(files("onrecord.vocab").joinpath("deed_families.toml").read_text(encoding="utf-8"))
    return {
        type_: _Families(tuple(one["any"]), tuple(tuple(words) for words in one["families"]))
        for type_, one in table.items()
        if type_ not in ("light", "once")
    }


@lru_cache(maxsize=1)
def _load_light() -> frozenset[str]:
    table = tomllib.loads(files("onrecord.vocab").joinpath("deed_families.toml").read_text(encoding="utf-8"))
    return frozenset({*table["light"]["verbs"], *map(_cut, table["light"]["verbs"])})


@lru_cache(maxsize=1)
def _load_once() -> tuple[tuple[str, ...], ...]:
    table = tomllib.loads(files("onrecord.vocab").joinpath("deed_families.toml").read_text(encoding="utf-8"))
    return tuple(tuple(words) for words in table["once"]["families"])


def share_once(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Do two sets of printed words name a deed that is done to somebody but once?

    >>> share_once({"seized"}, {"seizure"}), share_once({"seized"}, {"sunk"}), share_once({"hit"}, {"hit"})
    (True, False, False)
    """
    return bool(find_once(ours) & find_once(theirs))


def find_once(words: Collection[str]) -> frozenset[int]:
    """The numbers of the kinds of deed done but once that printed words name."""
    return frozenset(at for at, family in enumerate(_load_once()) if _begins(words, family))


def are_two_kinds(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Do two sets of printed words name deeds done but once of two kinds, an arrest and a verdict?

    >>> are_two_kinds({"arrested"}, {"found", "guilty"}), are_two_kinds({"convicted"}, {"jailed"})
    (True, False)
    """
    one, other = find_once(ours), find_once(theirs)
    court = find_once({"convicted", "jailed"})
    return bool(one and other) and not one & other and not one | other <= court


def is_light(verb: str) -> bool:
    """Does a verb (its lemma) add only that a deed was done: "carry out", "claim", "stage"?"""
    return verb in _load_light()


def names_deed(type_: str, word: str) -> bool:
    """Is a word one for deeds of a type?"""
    families = _load_families().get(type_)
    return families is not None and any(_begins({word}, one) for one in (families.any, *families.each))


def share_family(type_: str, ours: Collection[str], theirs: Collection[str]) -> bool:
    """Do two sets of printed words name one kind of deed, or one of them any of the type?

    >>> share_family("ASSAULT", {"bombing"}, {"blast"}), share_family("ASSAULT", {"attack"}, {"blast"})
    (True, True)
    >>> share_family("ASSAULT", {"bombing"}, {"stabbed"})
    False
    """
    if share_own_family(type_, ours, theirs):
        return True
    families = _load_families().get(type_)
    return families is not None and (_begins(ours, families.any) or _begins(theirs, families.any))


def share_own_family(type_: str, ours: Collection[str], theirs: Collection[str]) -> bool:
    """Do two sets of printed words name one kind of deed, no word for any deed counted?

    >>> share_own_family("ACCUSE", {"indicts"}, {"indicted"})
    True
    >>> share_own_family("ASSAULT", {"attack"}, {"blast"})
    False
    """
    families = _load_families().get(type_)
    each = families.each if families is not None else ()
    return share_word(ours, theirs) or any(_begins(ours, one) and _begins(theirs, one) for one in each)


def share_word(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Is one word among both, in any form, that is more than a light verb?

    >>> share_word({"conducted", "test"}, {"conducted", "launch"}), share_word({"tests"}, {"tested"})
    (False, True)
    """
    return bool({_cut(one) for one in ours} & {_cut(one) for one in theirs} - _load_light())


@lru_cache(maxsize=65_536)
def _cut(word: str) -> str:
    """A printed word without the ending of its form."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


def _begins(words: Collection[str], beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in words) if beginnings else False
