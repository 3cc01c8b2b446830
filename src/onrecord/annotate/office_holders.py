"""Who of a document holds the office that a title names, and to whom a possessive points."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotate.polities import gazetteer_of
from onrecord.annotate.titles import Title
from onrecord.annotations import LocalOffice
from onrecord.vocab.gazetteer import load_gazetteer, load_name_words
from onrecord.vocab.nouns import load_nominals
from onrecord.vocab.offices import load_title_words, same_office

INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
LOWER = frozenset(("vice", "vice-", "deputy", "assistant", "associate", "lieutenant", "junior", "under", "co", "co-"))
"""Words that make another office of a title."""
DEPARTMENTAL = frozenset(("minister", "commissioner", "secretary"))
"""Heads of offices that are told in full once and then by the head alone ("interior minister", "the minister")."""
SERVING = frozenset(("prime", "press", "private", "permanent", "general"))
"""Words that make another office of such a head."""
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


def owner_of(cast: Cast, token: int, person: int | None) -> int | None:
    """The person or state behind a possessor or possessive pronoun: the last one before it in the sentence."""
    found = cast.at.get(token)
    if found is not None and found.actor is not None:
        return found.actor
    start = cast.doc[token].sent.start
    if cast.doc[token].text.lower() == "its" or token == start:
        return body_before(cast, token)
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


def body_before(cast: Cast, token: int) -> int | None:
    """Whom "its" or a possessive that opens a sentence means: the subject of this sentence or of the one before it."""
    doc, own = cast.doc, cast.doc[token].text.lower()
    wanted = ("state", "organization") if own == "its" else ("person", "state")
    end = token
    for _ in range(2):
        start = doc[end - 1].sent.start if end else 0
        for one in doc[start:end]:
            leads = one.dep_ in ("nsubj", "nsubjpass") or one.i <= start + 1
            found = cast.at.get(one.i) if leads else None
            if found is not None and found.actor is not None and cast.drafts[found.actor].kind in wanted:
                return found.actor
        end = start
    return None


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
    if title.of is None or is_of(cast, office, title):
        return True
    if office.of is None:
        return draft.side in (None, side_of(title.of, cast))
    # "US press secretary" and "White House press secretary": a seat speaks for its state.
    entry = gazetteer_of(cast.doc).find(office.of)
    return entry is not None and entry.kind == "seat" and entry.side == title.of


def is_printed_before(cast: Cast, fits: Sequence[int], body: str) -> bool:
    """Does a body's name stand right before the office of the only one who fits ("Ferrox chief executive Ana Ruta")?"""
    offices = cast.drafts[fits[0]].offices if len(fits) == 1 else []
    text = cast.doc.text
    return any(
        text[: one.start].rstrip().endswith(body) or text[one.start : one.end].startswith(f"{body} ") for one in offices
    )


def is_one_body(cast: Cast, one: str, other: str) -> bool:
    """Are two names those of one body ("Ferrox Ltd.", "Ferrox"; "Ferrox Air Lines")?"""
    short, long = sorted((one.rstrip(".").lower().split(), other.rstrip(".").lower().split()), key=len)
    trades = load_name_words()["company"] | set(load_nominals()["firms"]["trades"])
    if len(long) > len(short) and long[: len(short)] == short and long[-1] in trades:
        return True
    return any({one, other} <= {draft.name, *draft.aliases} for draft in cast.drafts if draft.kind == "organization")


def is_of(cast: Cast, office: LocalOffice, title: Title) -> bool:
    """Is an office printed of the same state or body as a title?"""
    if title.of is None or office.of is None:
        return False
    return office.of == title.of or is_one_body(cast, office.of, title.of)


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
    if not any(office.of is None for i in fits for office in cast.drafts[i].offices):
        # "Senate nominee" alone is no "nominee" to be sure of where there is a presidential one
        weak = words.split()[-1] in load_title_words().weak
        fits = sorted({*fits, *find_fuller(cast, title, words)}) if weak or not fits else fits
    strong = [i for i in fits if any(is_of(cast, office, title) for office in cast.drafts[i].offices)]
    if title.of is not None and not strong:
        # The state or body is open for those that fit: safe only where nobody else has the title at all.
        others = [
            i for i, draft in enumerate(cast.drafts) if draft.named and any(o.title == words for o in draft.offices)
        ]
        told = words not in load_title_words().weak or is_printed_before(cast, fits, title.of)
        fits = fits if len(others) <= 1 and told else []
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


def find_fuller(cast: Cast, title: Title, words: str) -> list[int]:
    """Persons with a fuller form of a title: "the Green nominee" for the Green presidential nominee, no vice's.

    Where there is one, whoever has only a part of the title ("Senate nominee") may be meant as well.
    """
    short = words.split()
    if title.of is not None or (len(short) < 2 and (words not in DEPARTMENTAL or title.determiner != "the")):
        return []
    fuller, partial = [], []
    for index, draft in enumerate(cast.drafts):
        for office in draft.offices:
            full = office.title.split()
            core = re.split(" (?:of|for|to) ", office.title)[0].split()  # "secretary of state"
            if words in DEPARTMENTAL and (SERVING & set(core) or len(full) < 2):
                continue
            if not draft.named or office.former or core[-1:] != short[-1:] or LOWER & (set(core) - set(short)):
                continue
            rest = iter(full)
            if all(word in rest for word in short):
                fuller.append(index)
            elif set(full) < set(short):
                partial.append(index)
    return list(dict.fromkeys(fuller + partial)) if fuller else []


def may_speak_for(cast: Cast, actor: int, title: Title) -> bool:
    """Can a person whose office is printed without its state be the one whose title prints a state?

    The person's own side says so. Else the name with the office stands before the title, or, in a document about one
    state, the person is the first named after it ("Ruritania's president flew home. ... Ana Ruta"), or is named beside
    that state alone. Where the document prints the same title of two states, the open one may be either's.
    """
    side, draft = side_of(title.of, cast), cast.drafts[actor]
    if not title.of_state:
        near = len(cast.sides) <= 1 or last_mention(cast, actor, title.first) is not None
        return near and is_told_with(cast, actor, title.of or "")
    if draft.side is not None:
        return draft.side == side
    if len(cast.printed[title.title]) > 1:
        return False
    place = cast.doc[title.first].idx
    if any(office.start < place for office in draft.offices):
        return True
    named = (one for one in cast.found if one.form == "name" and one.first > title.last and one.actor is not None)
    first = min((one for one in named if cast.drafts[one.actor or 0].kind == "person"), key=at_first, default=None)
    if len(cast.sides) <= 1 and first is not None and first.actor == actor:
        return True
    return is_named_beside(cast, actor, side)


def is_told_with(cast: Cast, actor: int, body: str) -> bool:
    """Does a sentence that names somebody name the body too ("Ana Ruta has run Ferrox for years")?"""
    named = [one for one in cast.found if one.actor == actor and one.form == "name"]
    return any(body in cast.doc[one.first].sent.text for one in named)


def is_named_beside(cast: Cast, actor: int, side: str | None) -> bool:
    """Is somebody first named in a sentence of one state alone ("X, addressing the Ruritanian parliament")?"""
    named = [one for one in cast.found if one.actor == actor and one.form == "name"]
    if not named:
        return False
    sentence = cast.doc[min(named, key=at_first).first].sent
    entries = gazetteer_of(cast.doc).scan([token.text for token in sentence])
    return {entry.side for _, _, entry in entries if entry.kind in ("state", "demonym")} == {side}


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


def counterpart_title(cast: Cast, title: Title, person: int | None) -> str | None:
    """The title that a counterpart shares with the owner, where the owner has one."""
    owner = owner_of(cast, title.owner if title.owner is not None else title.first, person)
    if owner is None:
        return None
    offices = [office for office in cast.drafts[owner].offices if not office.former and office.of != title.of]
    return offices[0].title if offices else None
