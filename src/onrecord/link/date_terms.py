"""Whom a page calls president, premier or secretary-general: it is of the days on which he held the office."""

import re
from collections import Counter, defaultdict
from datetime import date

from onrecord.annotations import Annotated, LocalActor, LocalOffice
from onrecord.link.date_bounds import Bound
from onrecord.link.date_wording import find_sentence
from onrecord.link.event_groups import read_day
from onrecord.link.words import readable_text
from onrecord.naming import fold
from onrecord.records import Evidence
from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.offices import same_office
from onrecord.vocab.terms import Tenure, load_terms

_YEAR = re.compile(r"\b(?:1[89]|20)\d\ds?\b")
"""A sentence with a year may tell of an office of that time ("in 1986 President Ruta signed …")."""
_OTHER_TIME = re.compile(
    r"\b(?:under|during|since|office of|appointed (?:[\w-]+ ){0,6}by|would-be|future|next|possible|potential|like)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before an office of another time: "laws made under President Ruta", "a would-be president"."""
_OFTEN = 2
"""Mentions of somebody who is of the page's own time; one who is named but once may be of any."""


def find_term_bounds(doc: Annotated) -> list[Bound]:
    """Bounds from the offices that people hold in a page's own present; none from former holders.

    Where a page gives one office to two people in turn, it tells of the past, and neither bounds it.
    """
    text = readable_text(doc.document)
    held: dict[tuple[str, str], list[tuple[LocalOffice, list[Tenure]]]] = defaultdict(list)
    told = Counter(one.actor for one in doc.mentions)
    speaking = {one.source.actor for one in doc.statements}
    for index, actor in enumerate(doc.actors):
        if actor.kind != "person" or not actor.named or (told[index] < _OFTEN and index not in speaking):
            continue
        former = {office.title for office in actor.offices if office.former}
        for office in actor.offices:
            start, end = find_sentence(text, office.start, office.end)
            other = _YEAR.search(text[start:end]) or _OTHER_TIME.search(text[start : office.start])
            if other or office.title in former:
                continue
            terms = find_tenures(doc, actor, office)
            if terms:
                held[terms[0].title, terms[0].of].append((office, terms))
                break
    return [build_bound(doc, *found[0]) for _, found in sorted(held.items()) if len(found) == 1]


def find_tenures(doc: Annotated, actor: LocalActor, office: LocalOffice) -> list[Tenure]:
    """The terms that a printed office can mean: the name's, the title's, and of a state that the page names."""
    words = fold(actor.name).split()
    fits = [
        one
        for one in {term for word in words for term in load_terms().get(word, ())}
        if set(words) <= set(one.name) and is_office(office, one) and (office.of is not None or is_named(doc, one.of))
    ]
    return sorted(fits, key=lambda one: one.first) if len({(one.title, one.of) for one in fits}) == 1 else []


def is_office(office: LocalOffice, term: Tenure) -> bool:
    """Is a printed office that of a term: the same title, of the same state or body or of none?"""
    if office.title != term.title and not (office.of and same_office(office.title, term.title, of_state=True)):
        return False
    entry = load_gazetteer().find(office.of) if office.of else None
    return office.of in (None, term.of) or (entry is not None and term.of in (entry.name, entry.side))


def is_named(doc: Annotated, state: str) -> bool:
    """Does a page name a state or body, or somebody or something of it?"""
    return any(actor.name == state or actor.side == state for actor in doc.actors if actor.kind != "person")


def build_bound(doc: Annotated, office: LocalOffice, terms: list[Tenure]) -> Bound:
    """From the first day of the first term to the last of the last one."""
    days = [one.last for one in terms]
    last = None if None in days else max(day for day in days if day is not None)
    who = f"{' '.join(terms[0].name).title()} was {terms[0].title} of {terms[0].of}"
    return Bound(
        earliest=read_day(terms[0].first),
        latest=date.fromisoformat(last).toordinal() if last is not None else None,
        reason=f"{who} from {terms[0].first} to {last or 'today'}",
        evidence=(Evidence(document=doc.document.id, start=office.start, end=office.end),),
    )
