"""Offices given to their holders, and titles that stand alone resolved to them.

"Ruritanian President Ana Ruta" teaches that Ana Ruta is president of Ruritania; "the Ruritanian leader" then is her.
A title that nobody in the document holds becomes an actor without a name, which `link` may know from elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotate.entities import Name, is_title_case
from onrecord.annotate.polities import gazetteer_of
from onrecord.annotate.titles import Held, Title, handle_office, state_after
from onrecord.annotations import LocalOffice
from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.offices import load_title_words, same_office

if TYPE_CHECKING:
    from onrecord.annotate.parse import Parse

INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
SKIPPED = frozenset(("no", "any", "every", "each", "both", "two"))


def side_of(of: str | None, cast: Cast | None = None) -> str | None:
    """The state or body that a state, seat or body speaks for.

    >>> side_of("Kremlin"), side_of("NATO")
    ('Russia', 'NATO')
    """
    if of is None:
        return None
    gazetteer = load_gazetteer() if cast is None else gazetteer_of(cast.doc)
    entry = gazetteer.find(of)
    if entry is not None:
        return None if entry.kind in ("region", "regional", "capital") else entry.side or entry.name
    if cast is not None:
        index = cast.named(of, "organization")
        if index is not None and cast.drafts[index].side:
            return cast.drafts[index].side
    states = {one.side for _, _, one in gazetteer.scan(of.split()) if one.kind in ("state", "demonym")}
    return states.pop() if len(states) == 1 else of


def give_offices(
    parse: Parse, cast: Cast, held: Sequence[Held], names: Sequence[Name], owners: Mapping[int, int]
) -> None:
    """Give each person the offices printed beside the name, in the order of the text."""
    names_at = {i: (number, name) for number, name in enumerate(names) for i in range(name.first, name.last + 1)}
    gendered = load_title_words().honorifics
    for one in held:
        title, person = one.title, owners[one.name]
        draft = cast.drafts[person]
        of, of_state = title.of, title.of_state
        entry = state_after(parse.doc, names[one.name], names_at) if of is None and one.place == "before" else None
        if entry is not None:
            of, of_state = entry.name, entry.kind == "state"
        words = title.title
        if title.served is not None:
            of = served_body(cast, title)
        elif of is None and title.owner is not None:
            owner = owner_of(cast, title.owner, person)
            of = cast.drafts[owner].side if owner is not None else None
        if words.endswith("counterpart"):
            words = counterpart_title(cast, title, person) or ""
        of = of or load_title_words().implied.get(words)
        head = parse.doc[title.head].text.lower()
        if gendered.get(head) in ("m", "f") and draft.gender is None:
            draft.gender = gendered[head]
        span = parse.span_of(parse.doc[title.core], parse.doc[title.last])
        if words:
            draft.offices.append(LocalOffice(title=words, of=of, start=span.start, end=span.end, former=title.former))
        side = None if title.of_place and of == title.of else side_of(of, cast)
        if side is not None and (draft.side is None or not title.former) and (draft.side is None or of_state):
            draft.side = side
        if one.place == "before":
            add_full_forms(parse, draft, one, names[one.name], entry is not None)


def learn_sides(cast: Cast, names: Sequence[Name], owners: Mapping[int, int]) -> None:
    """A state's possessive before a full name gives the person's side ("Ruritania's Ana Ruta")."""
    states = ("state", "capital")
    ends = {name.last: name.entry for name in names if name.entry is not None and name.entry.kind in states}
    for at, person in sorted(owners.items()):
        first, draft = names[at].first, cast.drafts[person]
        entry = ends.get(first - 2)
        owned = first >= 2 and cast.doc[first - 1].tag_ == "POS" and names[at].last > first
        if owned and entry is not None and entry.side and draft.side is None:
            draft.side = entry.side


def note_apposed(cast: Cast, held: Sequence[Held], owners: Mapping[int, int]) -> None:
    """A title with its own determiner before a comma and the name ("its commander, Ana Ruta,") is a mention as well."""
    for one in held:
        title = one.title
        if one.place == "comma" and title.determiner and title.last not in cast.at:
            actor = owners[one.name]
            cast.mention(Found(first=title.first, last=title.last, head=title.head, form="title", actor=actor))


def share_sides(
    parse: Parse, cast: Cast, held: Sequence[Held], names: Sequence[Name], owners: Mapping[int, int]
) -> None:
    """In a list of three or more people with titles, the one state that some titles name is that of the others too."""
    row: list[Held] = []
    ordered = sorted((one for one in held if one.place == "before"), key=lambda one: one.first)
    for one in [*ordered, None]:
        joined = (
            bool(row)
            and one is not None
            and all(token.text.lower() in (",", "and", ";", "the") for token in parse.doc[row[-1].last + 1 : one.first])
        )
        if not joined:
            drafts = [cast.drafts[owners[item.name]] for item in row]
            sides = {draft.side for draft in drafts if draft.side}
            if len(row) >= 3 and len(sides) == 1:
                for draft in drafts:
                    draft.side = draft.side or min(sides)
            row = []
        if one is not None:
            row.append(one)


def add_full_forms(parse: Parse, draft: Draft, one: Held, name: Name, state_follows: bool) -> None:
    """Note the name with its title as an alias."""
    first, last = one.title.core, one.last
    text = parse.doc[first : last + 1].text
    if "\n" not in text and not one.title.title.endswith("counterpart"):
        draft.aliases[text] += 1
    if state_follows:
        end = last + 2 + (parse.doc[last + 2].text.lower() == "the")
        draft.aliases[parse.doc[first : end + 1].text] += 1


def served_body(cast: Cast, title: Title) -> str | None:
    """The state or body that somebody serves who speaks for a person or an office."""
    if title.served is None:
        return None
    person = cast.person_at(title.served)
    if person is not None:
        return cast.drafts[person].side
    found = cast.at.get(title.served)
    if found is not None and found.actor is not None:
        return cast.drafts[found.actor].name
    return None


def owner_of(cast: Cast, token: int, person: int | None) -> int | None:
    """The person or state behind a possessor or possessive pronoun: the last one before it in the sentence."""
    found = cast.at.get(token)
    if found is not None and found.actor is not None:
        return found.actor
    start = cast.doc[token].sent.start
    seen: list[int] = []
    for index in range(token - 1, start - 1, -1):
        actor = cast.person_at(index)
        if actor is not None and actor != person and actor not in seen:
            seen.append(actor)
    if not seen:
        return None
    subject = next(
        (
            cast.person_at(t.i)
            for t in cast.doc[start:token]
            if t.dep_ in ("nsubj", "nsubjpass") and cast.person_at(t.i) not in (None, person)
        ),
        None,
    )
    return subject if subject is not None and cast.doc[token].text.lower() in ("his", "her") else seen[0]


def counterpart_title(cast: Cast, title: Title, person: int | None) -> str | None:
    """The title that a counterpart shares with the owner, where the owner has one."""
    owner = owner_of(cast, title.owner if title.owner is not None else title.first, person)
    if owner is None:
        return None
    offices = [office for office in cast.drafts[owner].offices if not office.former and office.of != title.of]
    return offices[0].title if offices else None


def matches(cast: Cast, office: LocalOffice, draft: Draft, title: Title, words: str) -> bool:
    """Can an office be the one a title names? The state or body must agree or be open on one side."""
    if office.former and not title.former:
        return False
    of_state = title.of_state or (
        title.of is None
        and office.of is not None
        and gazetteer_of(cast.doc).find(office.of) is not None
        and side_of(office.of, cast) == office.of
    )
    if not same_office(words, office.title, of_state=of_state):
        return False
    if title.of is None or office.of == title.of:
        return True
    if office.of is None:
        return draft.side in (None, side_of(title.of, cast))
    # "US press secretary" and "White House press secretary": a seat speaks for its state.
    entry = gazetteer_of(cast.doc).find(office.of)
    return entry is not None and entry.kind == "seat" and entry.side == title.of


def find_holder(cast: Cast, title: Title, words: str) -> tuple[int | None, str | None]:
    """The holder of an office in this document, or why there is none.

    Returns:
        The actor and no reason, or no actor and the reason.
    """
    fits = [
        index
        for index, draft in enumerate(cast.drafts)
        if draft.kind == "person" and any(matches(cast, office, draft, title, words) for office in draft.offices)
    ]
    strong = [i for i in fits if any(o.of == title.of and title.of is not None for o in cast.drafts[i].offices)]
    if title.of is not None and not strong:
        # The state or body is open for those that fit: safe only where nobody else has the title at all.
        others = [
            i for i, draft in enumerate(cast.drafts) if draft.named and any(o.title == words for o in draft.offices)
        ]
        fits = fits if len(others) <= 1 and words not in load_title_words().weak else []
        fits = [i for i in fits if may_speak_for(cast, i, title)]
    named = [i for i in strong or fits if cast.drafts[i].named]
    fits = named or strong or fits
    if len(fits) == 1:
        return fits[0], None
    if not fits:
        return None, f"no {words} is named in the document"
    recent = [i for i in fits if last_sentence(cast, i, title.first) is not None]
    recent.sort(key=lambda i: (-(last_mention(cast, i, title.first) or -1), i))
    if title.of is None and recent:
        near = [i for i in recent if sentences_between(cast, last_mention(cast, i, title.first) or 0, title.first) <= 2]
        if len(near) == 1:
            return near[0], None
    return None, f"more than one {words} in the document"


def may_speak_for(cast: Cast, actor: int, title: Title) -> bool:
    """Can a person whose office is printed without its state be the one whose title prints a state?

    The person's own side says so. Else the name with the office stands before the title, or, in a document about one
    state, the person is the first named after it ("Ruritania's president flew home. ... Ana Ruta"). Where the document
    prints the same title of two states, the open one may be either's.
    """
    side, draft = side_of(title.of, cast), cast.drafts[actor]
    if not title.of_state:
        return len(cast.sides) <= 1 or last_mention(cast, actor, title.first) is not None
    if draft.side is not None:
        return draft.side == side
    if len(cast.printed[title.title]) > 1:
        return False
    place = cast.doc[title.first].idx
    if any(office.start < place for office in draft.offices):
        return True
    named = (one for one in cast.found if one.form == "name" and one.first > title.last and one.actor is not None)
    first = min((one for one in named if cast.drafts[one.actor or 0].kind == "person"), key=at_first, default=None)
    return len(cast.sides) <= 1 and first is not None and first.actor == actor


def at_first(found: Found) -> int:
    """Where a mention starts."""
    return found.first


def last_mention(cast: Cast, actor: int, before: int) -> int | None:
    """The last token before a place at which an actor is mentioned."""
    return max((one.last for one in cast.found if one.actor == actor and one.last < before), default=None)


def last_sentence(cast: Cast, actor: int, before: int) -> int | None:
    """The first token of the sentence of an actor's last mention before a place."""
    index = last_mention(cast, actor, before)
    return None if index is None else cast.doc[index].sent.start


def sentences_between(cast: Cast, low: int, high: int) -> int:
    """How many sentence ends lie between two tokens."""
    return sum(1 for token in cast.doc[low + 1 : high + 1] if token.is_sent_start and not token.is_space)


def is_reference(cast: Cast, title: Title) -> bool:
    """Does a title without a name stand for somebody (not a predicate, not part of another noun)?"""
    token = cast.doc[title.head]
    headline = is_title_case(token.sent) or not any(one.is_punct and one.text in ".!?:" for one in token.sent)
    if title.plural or title.determiner in SKIPPED:
        return False
    if token.dep_ in ("compound", "amod", "nmod", "attr", "oprd") and not headline:
        return False
    if title.first > 0 and cast.doc[title.first - 1].text.lower() in (
        "as",
        "become",
        "becoming",
        "became",
        "be",
        "elected",
    ):
        return False
    if title.determiner == "" and title.of is None:
        return False
    return not (title.doubtful and title.of is None and title.determiner != "the")


def resolve_titles(parse: Parse, cast: Cast, titles: Sequence[Title], joined: frozenset[Title]) -> None:
    """Resolve titles that stand without a name; make actors of offices nobody here holds."""
    for title in titles:
        if title.of is not None and title.of_state:
            cast.printed[title.title].add(title.of)
    for title in titles:
        if title in joined or not is_reference(cast, title):
            continue
        words, former = title.title, title.former
        actor, reason = None, None
        if title.determiner in INDEFINITE and cast.doc[title.head].dep_ not in (
            "nsubj",
            "nsubjpass",
            "agent",
            "pobj",
            "appos",
        ):
            continue
        if words.endswith("counterpart"):
            actor, reason = resolve_counterpart(cast, title)
        elif title.determiner not in INDEFINITE:
            actor, reason = find_holder(cast, title, words)
        if (
            actor is not None
            and cast.drafts[actor].named
            and title.of is not None
            and cast.drafts[actor].side is None
            and title.of_state
        ):
            cast.drafts[actor].side = side_of(title.of, cast)
        printed = parse.doc[title.first : title.last + 1].text
        if actor is None and not words.endswith("counterpart") and (reason is None or reason.startswith("no ")):
            actor = unnamed_holder(parse, cast, title, printed, former)
            reason = None
        if actor is not None and (title.of is not None or not cast.drafts[actor].named):
            cast.drafts[actor].aliases[printed] += 1
        cast.mention(
            Found(first=title.first, last=title.last, head=title.head, form="title", actor=actor, reason=reason)
        )


def unnamed_holder(parse: Parse, cast: Cast, title: Title, printed: str, former: bool) -> int:
    """An actor known by an office only; the same office printed again is the same actor."""
    article = title.determiner == "the" and title.last > title.first
    bare = parse.doc[title.first + 1 : title.last + 1].text if article else printed
    if title.determiner not in INDEFINITE:
        for index, draft in enumerate(cast.drafts):
            if (
                not draft.named
                and draft.kind == "person"
                and any(o.title == title.title and o.of == title.of for o in draft.offices)
            ):
                return index
    side = None if title.of_place else side_of(title.of, cast)
    if side is None and title.owner is not None:
        owner = owner_of(cast, title.owner, None)
        side = cast.drafts[owner].side if owner is not None else None
    if side is None and title.served is not None:
        side = side_of(served_body(cast, title), cast)
    span = parse.span_of(parse.doc[title.core], parse.doc[title.last])
    office = LocalOffice(title=title.title, of=title.of, start=span.start, end=span.end, former=former)
    gender = load_title_words().honorifics.get(parse.doc[title.head].text.lower())
    draft = Draft(
        name=bare if title.determiner not in INDEFINITE else printed,
        kind="person",
        named=False,
        offices=[office],
        side=side,
    )
    draft.gender = gender if gender in ("m", "f") else None
    return cast.add(draft)


def resolve_counterpart(cast: Cast, title: Title) -> tuple[int | None, str | None]:
    """The holder, for the named state, of the office that the owner has."""
    words = counterpart_title(cast, title, None)
    if title.of is None:
        return None, "the counterpart's state is not named"
    side = side_of(title.of, cast)
    persons = [
        i for i, draft in enumerate(cast.drafts) if draft.kind == "person" and draft.named and draft.side == side
    ]
    if words is not None:
        same = [
            i
            for i in persons
            if any(same_office(words, o.title, of_state=True) and not o.former for o in cast.drafts[i].offices)
        ]
        persons = same or [i for i in persons if not cast.drafts[i].offices]
    if len(persons) == 1:
        return persons[0], None
    return None, "no one person in the document can be the counterpart"


def resolve_handles(parse: Parse, cast: Cast) -> None:
    """Official account handles that name an office."""
    for token in parse.doc:
        office = handle_office(token.text) if token.text.startswith("@") else None
        if office is None:
            continue
        entry = load_gazetteer().find(office[1])
        of_state = entry is not None and entry.kind == "state"
        title = Title(
            first=token.i,
            last=token.i,
            head=token.i,
            core=token.i,
            title=office[0],
            of=office[1],
            of_state=of_state,
            determiner="the",
        )
        actor, reason = find_holder(cast, title, office[0])
        if actor is None and reason is not None and reason.startswith("no "):
            actor, reason = unnamed_holder(parse, cast, title, token.text, False), None
        if actor is not None:
            cast.drafts[actor].aliases[token.text] += 1
        cast.mention(Found(first=token.i, last=token.i, head=token.i, form="title", actor=actor, reason=reason))
