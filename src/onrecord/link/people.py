"""Persons across documents: full names by form, short names and offices by what the documents have in common.

Blocks by the sound of the surname keep it near-linear. Strong pairs (same given name up to spelling) join first; an
initial, a bare surname or an office joins only where exactly one person is left that it can be.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.annotations import Annotated, LocalActor
from onrecord.linked import Local
from onrecord.naming import (
    fold,
    load_first_names,
    parse_name,
    same_person,
    same_surname,
    sound_key,
    surname_key,
)
from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.offices import load_title_words, same_office

YEARS_APART = 550
"""Days between two documents beyond which an office may have changed hands."""


MANY = 5
"""How many times more documents than any other must name a person for a shared surname to be that person's."""

COMMON = frozenset(
    ("president", "prime minister", "chief executive", "chief", "leader", "chairperson", "founder", "mayor")
)
"""Offices that many people hold at a time: without a state or body they tell nobody apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A local actor with what `link` needs of it: how often each form is printed, and where first."""

    key: Local
    actor: LocalActor
    forms: Counter[str]
    ref: str
    published: tuple[str | None, str | None]

    @property
    def full(self) -> bool:
        """Is a given name known?"""
        return any(parse_name(form).given for form in self.forms) or bool(parse_name(self.actor.name).given)


@dataclass(slots=True)
class Group:
    """Local actors that are one; `why` has the reasons of each join."""

    seen: list[Seen] = field(default_factory=list)
    why: dict[Local, tuple[float, str]] = field(default_factory=dict)

    def join(self, one: Seen, score: float, reason: str) -> None:
        """Add a local actor with its reason."""
        self.seen.append(one)
        self.why[one.key] = (score, reason)

    @property
    def names(self) -> Counter[str]:
        """Every name form with its count."""
        total: Counter[str] = Counter()
        for one in self.seen:
            total.update(one.forms or {one.actor.name: 1})
        return total

    @property
    def states(self) -> frozenset[str]:
        """The states its members speak for."""
        return frozenset(one.actor.side for one in self.seen if one.actor.side and is_state(one.actor.side))

    @property
    def documents(self) -> frozenset[str]:
        """Ids of its documents."""
        return frozenset(one.key[0] for one in self.seen)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Two that are not joined, and why."""

    a: Local
    b: Local
    score: float
    reason: str


def is_state(name: str) -> bool:
    """Is a side a state?"""
    entry = load_gazetteer().find(name)
    return entry is not None and entry.kind == "state"


def describe(annotated: Annotated, index: int, mentions: Sequence[int]) -> Seen:
    """A local actor with its printed forms; `mentions` are the indices of its mentions."""
    document, actor = annotated.document, annotated.actors[index]
    forms: Counter[str] = Counter()
    for at in mentions:
        one = annotated.mentions[at]
        if one.form == "name":
            forms[" ".join(document.text[one.start : one.end].split())] += 1
    first = annotated.mentions[mentions[0]] if mentions else None
    ref = f"{document.id}:{first.start}-{first.end}" if first is not None else f"{document.id}:0-0"
    published = (document.published.earliest, document.published.latest)
    return Seen(key=(document.id, index), actor=actor, forms=forms, ref=ref, published=published)


def group_people(seen: Sequence[Seen]) -> tuple[list[Group], list[Refusal]]:
    """Group the named persons of all documents.

    Args:
        seen: Named persons, in a fixed order.

    Returns:
        The groups, and notable pairs that stay apart.
    """
    full = [one for one in seen if one.full]
    short = [one for one in seen if not one.full]
    groups, refusals = group_full(full)
    apart = attach_short(groups, short)
    return groups, [*refusals, *apart]


def full_name(one: Seen) -> str:
    """The most printed full form of a local person."""
    forms = {form: count for form, count in one.forms.items() if parse_name(form).given} or {one.actor.name: 1}
    return min(forms, key=lambda form: (-forms[form], -len(form), form))


def group_full(full: Sequence[Seen]) -> tuple[list[Group], list[Refusal]]:
    """Group full names: equal ones, then those that can be one person's by form."""
    by_name: dict[str, list[Seen]] = defaultdict(list)
    for one in full:
        by_name[fold(full_name(one))].append(one)
    names = sorted(by_name, key=lambda name: (-len(by_name[name]), name))
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in block_keys(name):
            blocks[key].append(name)
    parent = {name: name for name in names}
    refusals: list[Refusal] = []
    for strong in (True, False):
        for key in sorted(blocks):
            join_block(blocks[key], by_name, parent, refusals, strong=strong)
    groups: dict[str, Group] = {}
    for name in sorted(names):
        root = find_root(parent, name)
        group = groups.setdefault(root, Group())
        for one in by_name[name]:
            reason = (
                "the same full name"
                if name == root
                else f'"{full_name(one)}" and "{full_name(by_name[root][0])}" are spellings of one name'
            )
            group.join(one, 1.0 if name == root else 0.9, reason)
    return [groups[root] for root in sorted(groups)], refusals


def block_keys(name: str) -> tuple[str, ...]:
    """The blocks of a full name: its surname's sound; its given name with the surname's consonants."""
    parts = parse_name(name)
    skeleton = "".join(char for char in sound_key(parts.surname.split()[-1]) if char not in "aeiouh")
    return ("s:" + surname_key(name), f"g:{sound_key(parts.given[0]) if parts.given else ''}:{skeleton[1:]}")


def find_root(parent: dict[str, str], name: str) -> str:
    """The root of a name in the union-find table."""
    while parent[name] != name:
        parent[name] = parent[parent[name]]
        name = parent[name]
    return name


def join_block(
    block: Sequence[str],
    by_name: Mapping[str, Sequence[Seen]],
    parent: dict[str, str],
    refusals: list[Refusal],
    *,
    strong: bool,
) -> None:
    """Join the names of one block that can be one person's; initials only where one candidate is left."""
    for at, name in enumerate(block):
        fits = []
        for other in block[:at] if strong else block:
            if find_root(parent, other) == find_root(parent, name) or (is_initial(name) and is_initial(other)):
                continue
            if (is_initial(name) or is_initial(other)) == strong or not same_person(name, other):
                if strong and same_surname(parse_name(name).surname, parse_name(other).surname):
                    a, b = by_name[name][0], by_name[other][0]
                    refusals.append(Refusal(a.key, b.key, 0.0, "the same surname, but other given names"))
                continue
            if clash(by_name[name], by_name[other]):
                refusals.append(
                    Refusal(
                        by_name[name][0].key,
                        by_name[other][0].key,
                        0.3,
                        "alike in name, but they speak for different states",
                    )
                )
                continue
            fits.append(other)
        roots = sorted({find_root(parent, other) for other in fits})
        if not fits or (not strong and (len(roots) != 1 or not is_initial(name))):
            continue
        best = find_root(parent, fits[0])
        mine = find_root(parent, name)
        if mine != best:
            parent[mine] = best


def is_initial(name: str) -> bool:
    """Is the given name only an initial?"""
    given = parse_name(name).given
    return bool(given) and len(given[0].rstrip(".")) == 1


def clash(one: Sequence[Seen], two: Sequence[Seen]) -> bool:
    """Do two sets of local actors speak for different states?"""
    a = {x.actor.side for x in one if x.actor.side and is_state(x.actor.side)}
    b = {x.actor.side for x in two if x.actor.side and is_state(x.actor.side)}
    return bool(a and b and not a & b)


def attach_short(groups: list[Group], short: Sequence[Seen]) -> list[Refusal]:
    """Give persons known by a surname only to the one person they can be; the others stay by surname."""
    by_surname: dict[str, list[int]] = defaultdict(list)
    company: dict[str, set[str]] = defaultdict(set)
    for number, group in enumerate(groups):
        for key in short_keys(group):
            by_surname[key].append(number)
        for document in group.documents:
            company[document].add(surname_key(full_name(group.seen[0])))
    for one in short:
        company[one.key[0]].add(surname_key(one.actor.name))
    around = [set().union(*(company[document] for document in group.documents)) for group in groups]
    waiting, changed = list(short), True
    while waiting and changed:
        joins = [
            (one, choose(one, groups, by_surname[surname_key(one.actor.name)], company, around)) for one in waiting
        ]
        for one, found in joins:
            if found is not None:
                number, score, reason = found
                groups[number].join(one, score, reason)
                around[number] |= company[one.key[0]]
        waiting, changed = [one for one, found in joins if found is None], any(found is not None for _, found in joins)
    refusals = [
        Refusal(
            one.key, groups[number].seen[0].key, 0.4, why_apart(one, groups, by_surname[surname_key(one.actor.name)])
        )
        for one in waiting
        for number in by_surname[surname_key(one.actor.name)]
    ]
    rest: dict[str, list[Seen]] = defaultdict(list)
    for one in waiting:
        rest[f"{surname_key(one.actor.name)}|{one.actor.side or ''}"].append(one)
    groups += group_rest(rest, company)
    return refusals


def short_keys(group: Group) -> set[str]:
    """The keys of the short names that a person may go by: the surname, or a first word that is no given name."""
    names = group.names
    first = {name.split()[0] for name in names}
    known = load_first_names()
    return {surname_key(name) for name in names} | {sound_key(word) for word in first if fold(word) not in known}


def why_apart(one: Seen, groups: Sequence[Group], numbers: Sequence[int]) -> str:
    """Why a surname did not join any of the persons that have it."""
    fits = [number for number in numbers if compatible(one, groups[number])]
    if len(fits) > 1:
        return "the surname fits more than one person"
    if not fits:
        return "the surname fits, but they speak for different states"
    return "the surname fits, but the documents have no other name in common"


def compatible(one: Seen, group: Group) -> bool:
    """Can a surname-only person be of a group, by side?"""
    side = one.actor.side
    return not (side and is_state(side) and group.states and side not in group.states)


def choose(
    one: Seen,
    groups: Sequence[Group],
    numbers: Sequence[int],
    company: Mapping[str, set[str]],
    around: Sequence[set[str]],
) -> tuple[int, float, str] | None:
    """The one group a surname belongs to: by office, as the only one, or as by far the most named in shared company."""
    fits = [number for number in numbers if compatible(one, groups[number])]
    by_office = [number for number in fits if shares_office(one, groups[number])]
    if len(by_office) == 1:
        return by_office[0], 0.9, "the same surname and office"
    own = company[one.key[0]] - {surname_key(one.actor.name)}
    near = [number for number in fits if own & around[number]]
    if len(fits) == 1 and near:
        return near[0], 0.8, "the only person of this surname in coverage that shares other names"
    sizes = sorted(((len(groups[number].documents), number) for number in near), reverse=True)
    if len(sizes) > 1 and sizes[0][0] >= MANY * sizes[1][0]:
        return sizes[0][1], 0.7, "by far the most named person of this surname in coverage that shares other names"
    return None


def shares_office(one: Seen, group: Group) -> bool:
    """Has a local person an office that a group has as well? One without a state or body must be a high one."""
    weak = load_title_words().weak
    mine = {
        (office.title, office.of)
        for office in one.actor.offices
        if not office.former and (office.of or (office.title not in weak and office.title not in COMMON))
    }
    return any((office.title, office.of) in mine for other in group.seen for office in other.actor.offices)


def group_rest(rest: Mapping[str, Sequence[Seen]], company: Mapping[str, set[str]]) -> list[Group]:
    """Persons known by surname everywhere: one across documents that share other names, directly or by a chain."""
    result: list[Group] = []
    for key in sorted(rest):
        members = rest[key]
        parent = {str(number): str(number) for number in range(len(members))}
        holder: dict[str, str] = {}
        for number, one in enumerate(members):
            for name in sorted(company[one.key[0]] - {surname_key(one.actor.name)}):
                other = holder.setdefault(name, str(number))
                parent[find_root(parent, str(number))] = find_root(parent, other)
        homes: dict[str, Group] = {}
        for number, one in enumerate(members):
            home = homes.setdefault(find_root(parent, str(number)), Group())
            home.join(one, 0.8, "the same surname in documents that share other names")
        result += [homes[root] for root in sorted(homes)]
    return result


def attach_offices(groups: Sequence[Group], unnamed: Sequence[Seen]) -> tuple[list[Seen], list[Refusal]]:
    """Give persons known by office only to the one holder that the documents name.

    Args:
        groups: The named persons; joined in place.
        unnamed: Persons without a name.

    Returns:
        Those that found no holder, and the refusals.
    """
    holders: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for of in sorted(
            {office.of for one in group.seen for office in one.actor.offices if office.of and not office.former}
        ):
            holders[of].append(group)
    weak = load_title_words().weak
    left: list[Seen] = []
    refusals: list[Refusal] = []
    for one in unnamed:
        office = next(
            (office for office in one.actor.offices if office.of and not office.former and office.title not in weak),
            None,
        )
        if office is None or office.of is None or is_indefinite(one.actor):
            left.append(one)
            continue
        fits = [group for group in holders.get(office.of, ()) if holds(group, office.title, office.of, one)]
        if len(fits) == 1:
            fits[0].join(one, 0.85, f"the only {office.title} of {office.of} that the documents name")
            continue
        left.append(one)
        reason = (
            f"more than one {office.title} of {office.of} is named"
            if fits
            else f"no {office.title} of {office.of} is named near its date"
        )
        refusals += [Refusal(one.key, group.seen[0].key, 0.3, reason) for group in fits]
    return left, refusals


def is_indefinite(actor: LocalActor) -> bool:
    """Is an unnamed person one of many ("a spokesman")?"""
    return actor.name.split()[0].lower() in ("a", "an", "another", "one", "some")


def holds(group: Group, title: str, of: str, one: Seen) -> bool:
    """Has a person the office, in a document of about the same time?"""
    state = is_state(of)
    return any(
        not office.former
        and office.of == of
        and same_office(title, office.title, of_state=state)
        and not far_apart(one, other)
        for other in group.seen
        for office in other.actor.offices
    )


def far_apart(one: Seen, two: Seen) -> bool:
    """Are two documents known to be years apart?"""
    if None in one.published or None in two.published:
        return False
    a, b = (date.fromisoformat(str(x.published[0])[:10]) for x in (one, two))
    return abs((a - b).days) > YEARS_APART
