"""The persons of a document by name: full names grouped by form, short names given to the one person they can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast, Draft
from onrecord.annotate.entities import Name
from onrecord.annotate.kinds import honorific_at
from onrecord.naming import (
    fold,
    gender_of,
    is_shorter,
    load_first_names,
    parse_name,
    same_person,
    same_surname,
    sound_key,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

GIVEN = {"m": "m", "f": "f"}  # what given names say for sure
GENERATIONS = frozenset(("father", "dad", "son", "sons", "father-son", "grandson", "grandfather", "namesake", "junior"))
"""Words of a text that may tell of two with one name."""


def group_persons(texts: Counter[str], *, kin: bool = True) -> list[list[str]]:
    """Group full names into persons, the most printed form first; with `kin` a "Jr." is another than who has none."""
    groups: list[list[str]] = []
    for text in sorted(texts, key=lambda one: (-len(parse_name(one).given), -texts[one], one)):
        for group in groups:
            if all(same_person(text, other, kin=kin) for other in group):
                group.append(text)
                break
        else:
            longer = [group for group in groups if any(is_shorter(text, other) for other in group)]
            if len(longer) == 1:
                longer[0].append(text)
            else:
                groups.append([text])
    return groups


def tells_of_kin(doc: Doc) -> bool:
    """Does a document speak of a father or a son, so that "Otto Ruta" need not be "Otto Ruta Jr."?"""
    return any(token.lower_ in GENERATIONS for token in doc)


def best_name(forms: Counter[str]) -> str:
    """The canonical form: most frequent full form, with capitals if printed so; ties by length, then alphabet."""
    capital = {form: count for form, count in forms.items() if not form.islower()} or dict(forms)
    full = {form: count for form, count in capital.items() if len(form.split()) > 1} or capital
    return min(full, key=lambda form: (-full[form], -len(form), form))


def build_persons(cast: Cast, names: Sequence[Name], kinds: dict[str, str]) -> dict[int, int]:
    """Make the persons of a document and attach their full and short names.

    Returns:
        Index of a name -> index of its person.
    """
    full: Counter[str] = Counter()
    for name in names:
        if name.entry is None and kinds.get(fold(name.text)) == "person" and len(name.text.split()) > 1:
            full[name.text] += 1
    person_of: dict[str, int] = {}
    for group in group_persons(full, kin=tells_of_kin(cast.doc)):
        forms = Counter({text: full[text] for text in group})
        index = cast.add(Draft(name=best_name(forms), kind="person", aliases=forms))
        cast.drafts[index].gender = next(
            (one for one in (gender_of(text) for text in group) if one in ("m", "f")), None
        )
        person_of.update(dict.fromkeys(group, index))
    return dict(attach_names(cast, names, kinds, person_of))


def attach_names(
    cast: Cast, names: Sequence[Name], kinds: dict[str, str], person_of: dict[str, int]
) -> Iterable[tuple[int, int]]:
    """Attach every name to its person, in the order of the text; make persons of short names that stand alone."""
    last_of: dict[str, int] = {}
    addressed = find_addressed(cast.doc, names)
    for at, name in enumerate(names):
        if name.entry is not None:
            continue
        if name.text in person_of and len(name.text.split()) > 1:
            index = person_of[name.text]
            last_of[sound_key(parse_name(cast.drafts[index].name).surname.split()[-1])] = index
            yield at, index
        elif len(parse_name(name.text).given) == 0:
            chosen = attach_short(cast, name, kinds, last_of, person_of, addressed)
            if chosen is not None:
                yield at, chosen


def find_addressed(doc: Doc, names: Sequence[Name]) -> dict[str, set[str]]:
    """By which honorifics a document speaks of the bearers of a surname: its sound -> "m", "f"."""
    result: dict[str, set[str]] = {}
    for name in names:
        honorific = honorific_at(doc, name.first)
        if name.entry is None and name.first == name.last and honorific in ("m", "f"):
            result.setdefault(sound_key(name.text), set()).add(honorific)
    return result


def attach_short(
    cast: Cast,
    name: Name,
    kinds: dict[str, str],
    last_of: dict[str, int],
    person_of: dict[str, int],
    addressed: Mapping[str, set[str]],
) -> int | None:
    """The person of a surname, or of a given name that only one person has."""
    text, key = name.text, sound_key(name.text.split()[-1])
    kind = kinds.get(fold(text))
    persons = sorted(set(person_of.values()))
    honorific = honorific_at(cast.doc, name.first)
    fits = find_bearers(cast, name, persons, last_of, addressed.get(key, set()))
    if not fits and kind != "place":
        fits = [i for i in persons if fold(text) == fold(cast.drafts[i].name.split()[0])]
        if kind not in ("person", None) and fold(text) in load_first_names():
            fits = []
    if not fits and kind != "place" and fold(text) not in load_first_names():
        fits = [i for i in persons if sound_key(text) in first_surnames(cast.drafts[i].name)]
    if len(fits) == 1:
        index = fits[0]
        cast.drafts[index].aliases[text] += 1
        if cast.drafts[index].name == text.upper():
            cast.drafts[index].name = text  # "RUTA: I agree. … Ruta said"
        if honorific in ("m", "f") and cast.drafts[index].gender is None:
            cast.drafts[index].gender = honorific
        last_of[key] = index
        return index
    if fits or kind != "person":
        return None
    index = next((i for t, i in person_of.items() if len(t.split()) == 1 and sound_key(t) == sound_key(text)), -1)
    if index < 0:
        index = cast.add(Draft(name=text, kind="person", gender=GIVEN.get(load_first_names().get(fold(text), ""))))
        person_of[text] = index
    cast.drafts[index].aliases[text] += 1
    if honorific in ("m", "f"):
        cast.drafts[index].gender = honorific
    last_of[key] = index
    return index


def first_surnames(name: str) -> set[str]:
    """The sound of the first of two surnames: "Ana Ruta Marn" is "Ruta" as well; a second given name is none."""
    parts = parse_name(name)
    last = parts.given[-1] if len(parts.given) == 2 else ""
    return {sound_key(last)} if len(last.rstrip(".")) > 1 and fold(last) not in load_first_names() else set()


def find_bearers(
    cast: Cast, name: Name, persons: Sequence[int], last_of: Mapping[str, int], addressed: set[str]
) -> list[int]:
    """The persons who can be meant by a surname, as far as honorifics tell; of several the last one named.

    "Mr. Ruta" is not Ana Ruta; where the document has a "Mr. Ruta", a bare "Ruta" is hers only right after her.
    """
    drafts, last = cast.drafts, last_of.get(sound_key(name.text.split()[-1]))
    fits = [i for i in persons if same_surname(parse_name(drafts[i].name).surname, name.text)]
    honorific = honorific_at(cast.doc, name.first)
    if len(fits) > 1 and honorific in ("m", "f"):
        known = [i for i in fits if drafts[i].gender == honorific]
        fits = known or [i for i in fits if drafts[i].gender is None]
    if len(fits) == 1 and (gender := drafts[fits[0]].gender) is not None:
        forms = {honorific} if honorific in ("m", "f") else addressed
        if not forms <= {gender} and (honorific in ("m", "f") or last != fits[0]):
            return []
    if len(fits) < 2 or last not in fits:
        return fits
    main = max(fits, key=lambda i: (drafts[i].aliases[name.text], -i))
    # a namesake in passing ("Hilda Ruta's run") does not take the surname from the one who had it all along
    passing = drafts[last].aliases[name.text] == 0 and drafts[main].aliases[name.text] > 1
    before = cast.doc[cast.doc[name.first].sent.start : name.first]
    beside = any(token.text in drafts[last].name.split()[:-1] for token in before)
    return [main] if passing and not beside else [last]
