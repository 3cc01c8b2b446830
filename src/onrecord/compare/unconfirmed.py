"""One side announces a contact, the other has not confirmed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.compare.ground import FAR, gap
from onrecord.compare.likeness import is_plain_assertion, is_same_matter
from onrecord.compare.positions import evidence_of, position_id
from onrecord.compare.postings import Postings
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.said import plain, tenses_fit
from onrecord.compare.words import load_tables, read_words, shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from onrecord.annotations import EventMention
    from onrecord.compare.ground import Ground
    from onrecord.compare.positions import Held
    from onrecord.compare.said import Said
    from onrecord.records import Statement

WINDOW = 7
ALIKE = 0.6
BEST = 3
"""Accounts of one announcer that are cited."""
AHEAD = ("planned", "proposed")
REPORTED = frozenset({"conversation", "report", "claim", "account", "remark", "exchange"})
SEVERAL = frozenset({"either", "both", "neither"})
"""Words that take back all that was announced ("has not confirmed either date")."""
BACK = frozenset({"it", "this", "that"})
TOLD = 160
"""Characters between what was told and the word that it is not confirmed."""


def find_unconfirmed(ground: Ground, held: Sequence[Held]) -> Iterator[Rift]:
    """For every contact that a party has not confirmed, who announced it, the nearest account of each announcer."""
    announced = list(gather_announcements(ground))
    index = Postings()
    for number, (document, at, event, _) in enumerate(announced):
        index.add(number, keys_of(ground, document, at, event))
    for one in held:
        mention = one.source.mention
        if mention.stance != "unconfirmed" or (one.source.event is None and mention.event is None):
            continue
        best: dict[str, list[tuple[tuple[int, int, int, str, int], int]]] = {}
        matter = (("name", word) for word in words_about(ground, one))
        for number in sorted(index.find([one.source.event or "", one.source.document, *matter])):
            document, at, event, voice = announced[number]
            if ground.side(voice) == ground.side(one.actor) or not one_event(ground, one, document, at):
                continue
            statement = ground.annotated(document).events[at].statement
            days = gap(ground.said(document, statement), one.when)
            if days > WINDOW and not (days == FAR and document == one.source.document):
                continue
            if event.definite or len(event.participants) < 1:
                continue  # "that meeting" speaks of it, but does not announce it
            far = (
                -len(event.participants),
                int(document != one.source.document),
                abs(event.start - mention.start),
                document,
                at,
            )
            best.setdefault(voice, []).append((far, number))
        for voice in sorted(best):
            for _, number in sorted(best[voice])[:BEST]:
                document, _, event, _ = announced[number]
                yield build_rift(ground, one, document, event, voice)


def keys_of(ground: Ground, document: str, at: int, event: EventMention) -> set[Hashable]:
    """What an announced contact is found by: its row, its text, and the words of the names of who takes part."""
    actors = {ground.actor(document, each.actor) for each in event.participants} - {None}
    names = {word for actor in actors for word in read_words(ground.name(str(actor))).content}
    return {ground.linked.event_of.get((document, at), document), document, *(("name", word) for word in names)}


def words_about(ground: Ground, one: Held) -> frozenset[str]:
    """The words of what is not confirmed."""
    about = one.source.mention.about
    return read_words(ground.linked.documents[one.source.document].text[about.start : about.end]).content


def find_unconfirmed_words(ground: Ground, held: Sequence[Held]) -> Iterator[Rift]:
    """A party has not confirmed a conversation or report that another one has just told of."""
    for one in held:
        mention = one.source.mention
        text = ground.linked.documents[one.source.document].text[mention.about.start : mention.about.end]
        words = set(text.casefold().split())
        if mention.stance != "unconfirmed" or not (words & REPORTED or words <= BACK):
            continue
        rows = [
            row
            for row in ground.spoken.get(one.source.document, ())
            if row.source.actor is not None
            and row.act not in ("ask", "deny")
            and not row.negated
            and 0 <= mention.start - row.content[-1].end <= TOLD
            and ground.side(row.source.actor) != ground.side(one.actor)
        ]
        if rows:
            row = min(rows, key=lambda each: (-each.content[-1].end, each.content[0].start, each.id))
            yield build_told(ground, one, row)


def find_unconfirmed_accounts(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """One account tells that it happened, another side could not confirm that it did."""
    open_ones = []
    for one in said:
        row = ground.statements.get(one.statement or "")
        if row is not None and row.act == "confirm" and row.negated and not one.assertion.negated:
            open_ones.append((one, row))
    by_verb = Postings()
    for at, one in enumerate(said if open_ones else ()):
        by_verb.add(at, [plain(one.assertion.predicate)])
    for no, row in open_ones:
        for yes in (said[at] for at in by_verb.of(plain(no.assertion.predicate))):
            told = ground.statements.get(yes.statement or "")
            if told is None or told.act in ("ask", "deny", "confirm") or told.negated or yes.assertion.negated:
                continue
            if yes.side == no.side or not tenses_fit(yes, no) or gap(yes.when, no.when) > WINDOW:
                continue
            if not share_name(ground, yes, no):
                continue
            names = yes.names | no.names | load_tables().titles
            text = ground.text(yes.evidence)
            if is_plain_assertion(text) and is_same_matter(yes.words, no.words, names, least=2):
                yield build_open(ground, yes, told, no, row)


def share_name(ground: Ground, yes: Said, no: Said) -> bool:
    """Do both name the same person or place?"""
    return bool(read_words(ground.text(yes.evidence)).names & read_words(ground.text(no.evidence)).names)


def build_open(ground: Ground, yes: Said, told: Statement, no: Said, row: Statement) -> Rift:
    """The rift of an account and what another side has not confirmed of it."""
    span = Evidence(document=no.document, start=min(one.start for one in row.cue), end=no.assertion.end)
    return Rift(
        about=told.id,
        kind="unconfirmed",
        facet=None,
        sides=(
            Voice(f"told: {shorten(ground.text(yes.evidence))}", yes.voice, told.id, yes.evidence, yes.when),
            Voice(f"not confirmed: {shorten(ground.text(span))}", no.voice, row.id, span, no.when),
        ),
        reasons=(f"{ground.name(yes.voice)} tells of it, {ground.name(no.voice)} has not confirmed it.",),
    )


def build_told(ground: Ground, one: Held, row: Statement) -> Rift:
    """The rift of what was told and its missing confirmation."""
    voice = row.source.actor or row.id
    party = ground.name(one.actor) if one.actor else "the other side"
    told = Evidence(document=row.document, start=row.content[0].start, end=row.content[-1].end)
    return Rift(
        about=one.source.event or one.proposal,
        kind="unconfirmed",
        facet=None,
        sides=(
            Voice(f"told: {shorten(ground.text(told))}", voice, row.id, told, row.said),
            Voice(
                f"not confirmed: {shorten(ground.text(evidence_of(one)))}",
                one.actor or one.voice,
                position_id(one),
                evidence_of(one),
                one.when,
            ),
        ),
        reasons=(f"{ground.name(voice)} tells of it, {party} has not confirmed it.",),
    )


def build_rift(ground: Ground, one: Held, document: str, event: EventMention, voice: str) -> Rift:
    """The rift of an announcement and what is not confirmed of it."""
    row = ground.statement(document, event.statement)
    party = ground.name(one.actor) if one.actor else "the other side"
    told = Evidence(document=document, start=event.start, end=event.end)
    if row is not None and SEVERAL & set(ground.text(evidence_of(one)).casefold().split()):
        told = Evidence(document=document, start=row.content[0].start, end=row.content[-1].end)
    return Rift(
        about=one.source.event or one.proposal,
        kind="unconfirmed",
        facet=None,
        sides=(
            Voice(
                f"announced: {shorten(ground.text(told))}",
                voice,
                row.id if row else voice,
                told,
                ground.said(document, event.statement),
            ),
            Voice(
                f"not confirmed: {shorten(ground.text(evidence_of(one)))}",
                one.actor or one.voice,
                position_id(one),
                evidence_of(one),
                one.when,
            ),
        ),
        reasons=(f"{ground.name(voice)} announces it, {party} has not confirmed it.",),
    )


def gather_announcements(ground: Ground) -> Iterator[tuple[str, int, EventMention, str]]:
    """Contacts ahead that somebody speaks of: (document, index, mention, who)."""
    for name in sorted(ground.linked.annotated):
        annotated = ground.annotated(name)
        for index, event in enumerate(annotated.events):
            row = ground.statement(name, event.statement)
            if (
                event.mode is None
                or event.status not in AHEAD
                or row is None
                or row.source.actor is None
                or row.negated
            ):
                continue
            if row.act in ("ask", "deny"):
                continue
            yield name, index, event, row.source.actor


def alike(ground: Ground, one: Held, document: str, index: int) -> bool:
    """The same kind of contact in mostly the same words, names and all."""
    mention, event = one.source.mention, ground.annotated(document).events[index]
    mine = read_words(ground.linked.documents[one.source.document].text[mention.about.start : mention.about.end])
    other = read_words(ground.linked.documents[document].text[event.start : event.end])
    names = {
        word
        for each in event.participants
        for word in read_words(ground.name(ground.actor(document, each.actor) or "")).content
    }
    words = (other.content | names) - load_tables().titles
    matter = mine.content - load_tables().titles
    return bool(names & matter) and len(matter & words) >= ALIKE * len(matter) and len(matter & words) >= 3


def one_event(ground: Ground, one: Held, document: str, index: int) -> bool:
    """Is the announced contact the one that is not confirmed?"""
    event = ground.linked.event_of.get((document, index))
    if one.source.event and event:
        return one.source.event == event
    if document != one.source.document or one.source.mention.event is None:
        return alike(ground, one, document, index)
    annotated = ground.annotated(document)
    mine, other = annotated.events[one.source.mention.event], annotated.events[index]
    if one.source.mention.event == index or mine.antecedent == index or other.antecedent == one.source.mention.event:
        return True
    shared = {each.actor for each in mine.participants} & {each.actor for each in other.participants}
    return mine.mode == other.mode and len(shared) >= 2
