"""Titles without a name: who stands behind them, an actor known by the office alone where nobody here holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_title_case
from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotate.office_holders import (
    LOWER,
    counterpart_title,
    find_holder,
    is_of,
    owner_of,
    served_body,
    side_of,
)
from onrecord.annotate.titles import Title
from onrecord.annotations import LocalOffice
from onrecord.vocab.gazetteer import load_gazetteer, load_handles
from onrecord.vocab.nouns import load_verbs
from onrecord.vocab.offices import load_title_words, same_office

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse

LINE = 25
"""Tokens that a headline or the line below it has at most."""
INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
SERVANTS = frozenset(("representative", "spokesperson", "lawyer", "aide", "counsel", "advisor"))
"""Offices that are each held for one person or body: two people's are two."""
HANDLE = re.compile(r"@\w{2,30}")
USERS = frozenset(("user", "tweeter", "blogger", "commenter", "poster", "account"))
"""What somebody known by a handle alone is called before it."""
SKIPPED = frozenset(("no", "any", "every", "each", "both", "two"))


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


def opens_headline(parse: Parse, title: Title) -> bool:
    """Does a title without its article open a headline ("Judge rejects appeal"), or the line below it?

    Outside of headlines only one in the tense of headlines, right at the start of its line.
    """
    token = parse.doc[title.head]
    bare = title.determiner == "" and not title.plural and title.served is None and title.first == token.sent.start
    return bare and (parse.zone_at(token.idx) == "headline" or (parse.doc[title.first].is_title and opens_line(token)))


def opens_line(token: Token) -> bool:
    """Is a word the subject of a present-tense sentence that fills its line?"""
    doc, sent = token.doc, token.sent
    printed = [one for one in sent if not one.is_space]
    above = doc[sent.start - 1].text if sent.start else "\n"
    after = sent.end < len(doc) and doc[sent.end - 1 if doc[sent.end - 1].is_space else sent.end].text
    alone = "\n" in above and (sent.end >= len(doc) or "\n" in (after or ""))
    return alone and len(printed) <= LINE and token.dep_ == "nsubj" and token.head.tag_ == "VBZ"


def note_in_headline(cast: Cast, title: Title) -> None:
    """Add the mention of a headline's title where one named person of the document has it, or a fuller form of it."""
    words = title.title.split()
    fits = [
        index
        for index, draft in enumerate(cast.drafts)
        if draft.named and draft.kind == "person" and any(is_fuller(one, words) for one in draft.offices)
    ]
    above = [i for i in fits if any(one.actor == i and one.last < title.first for one in cast.found)]
    fits = fits if len(fits) == 1 else above
    if len(fits) == 1:
        cast.mention(Found(first=title.first, last=title.last, head=title.head, form="title", actor=fits[0]))


def is_fuller(office: LocalOffice, words: Sequence[str]) -> bool:
    """Is an office that of a title, with or without more words ("district judge" for "judge"), and no deputy's?"""
    full = office.title.split()
    more = set(full) - set(words)
    judges = words == ["judge"] and full[-1] == "justice"
    if judges:
        return not office.former and not set(full) & LOWER
    return full[-1] == words[-1] and set(words) <= set(full) and not office.former and not more & LOWER


def resolve_titles(parse: Parse, cast: Cast, titles: Sequence[Title], joined: frozenset[Title]) -> None:
    """Resolve titles that stand without a name; make actors of offices nobody here holds."""
    for title in titles:
        if title.of is not None and title.of_state:
            cast.printed[title.title].add(title.of)
    for title in titles:
        if title in joined or not is_reference(cast, title):
            if title not in joined and opens_headline(parse, title):
                note_in_headline(cast, title)
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
            actor, reason = find_holder(cast, with_owner(cast, title), words)
        if (
            actor is not None
            and cast.drafts[actor].named
            and title.of is not None
            and cast.drafts[actor].side is None
            and title.of_state
        ):
            cast.drafts[actor].side = side_of(title.of, cast)
        printed = parse.doc[title.first : title.last + 1].text
        if actor is not None and is_anothers(cast.drafts[actor], title, printed):
            actor = None
        if actor is None and not words.endswith("counterpart") and (reason is None or reason.startswith("no ")):
            actor = unnamed_holder(parse, cast, title, printed, former)
            reason = None
        if actor is not None and (title.of is not None or not cast.drafts[actor].named):
            cast.drafts[actor].aliases[printed] += 1
        cast.mention(
            Found(first=title.first, last=title.last, head=title.head, form="title", actor=actor, reason=reason)
        )


def is_anothers(draft: Draft, title: Title, printed: str) -> bool:
    """ "His representative": is who is known by the office alone, in other words, that of somebody else perhaps?"""
    serves = title.owner is not None and title.title.split()[-1] in SERVANTS
    return serves and not draft.named and printed.lower() not in {one.lower() for one in (draft.name, *draft.aliases)}


def with_owner(cast: Cast, title: Title) -> Title:
    """ "Its chief executive": the title as that of the body meant, where somebody in the document holds it there."""
    if title.of is not None or title.owner is None or cast.doc[title.owner].text.lower() != "its":
        return title
    owner = owner_of(cast, title.owner, None)
    if owner is None or cast.drafts[owner].kind != "organization":
        return title
    owned = replace(title, of=cast.drafts[owner].name)
    held = any(is_of(cast, office, owned) for draft in cast.drafts if draft.named for office in draft.offices)
    return owned if held else title


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
                and not is_anothers(draft, title, printed)
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


def handle_office(text: str) -> tuple[str, str] | None:
    """The office behind an official account's handle: (title, of)."""
    return load_handles().get(text)


def note_user(cast: Cast, token: Token) -> None:
    """ "One user @ruta pointed out": somebody known by a handle alone, where the words around say that he speaks."""
    if not HANDLE.fullmatch(token.text) or token.i in cast.at or not token.i:
        return
    user = token.nbor(-1).text.lower() in USERS
    if not user and not (token.dep_ == "nsubj" and token.head.lemma_ in load_verbs()["speech"]):
        return
    actor = cast.named(token.text, "person")
    if actor is None:
        actor = cast.add(Draft(name=token.text, kind="person"))
    cast.drafts[actor].aliases[token.text] += 1
    cast.mention(Found(first=token.i, last=token.i, head=token.i, form="name", actor=actor))


def resolve_handles(parse: Parse, cast: Cast) -> None:
    """Official account handles that name an office."""
    for token in parse.doc:
        office = handle_office(token.text) if token.text.startswith("@") else None
        if office is None:
            note_user(cast, token)
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
