"""Changes to the annotations of one document, with all that hangs on them carried along; each a pure function."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from onrecord.annotations import Annotated, LocalActor, LocalParty, LocalStatement
from onrecord.records import Published, Span

FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
"""The pronouns by which a speaker speaks of himself or his side."""

BEFORE_NAME = 40
"""An office printed so close before or after a mention is printed with it."""


def set_published(annotated: Annotated, published: Published) -> Annotated:
    """Give a document another date of publication; all its relative times hang on it and are resolved from it."""
    return replace(annotated, document=replace(annotated.document, published=published))


def add_actor(annotated: Annotated, actor: LocalActor) -> tuple[Annotated, int]:
    """Add a local actor; the indices of the others stay."""
    return replace(annotated, actors=(*annotated.actors, actor)), len(annotated.actors)


def move_mentions(
    annotated: Annotated, old: int | None, new: int, moved: frozenset[int], statement: int | None = None
) -> Annotated:
    """Give some mentions to another local actor, and with them whatever part they play.

    Args:
        annotated: The annotations.
        old: Whose mentions they were; None are pronouns left open.
        new: Whose they are.
        moved: Indices of the mentions.
        statement: A statement that changes its speaker: what it commits its speaker to, the new one is committed to,
            unless the old one is named there.
    """
    mentions = annotated.mentions
    own = [(one.start, one.end, at in moved) for at, one in enumerate(mentions) if one.actor == old or at in moved]

    def owner(actor: int | None, start: int, end: int, *, carried: bool) -> int | None:
        if actor != old:
            return actor
        inside = [is_moved for first, last, is_moved in own if first < end and start < last]
        return new if (all(inside) if inside else carried) else old

    def owner_of(party: LocalParty) -> LocalParty:
        actor = party.actor
        for span in party.spans:
            actor = owner(actor, span.start, span.end, carried=False)
        return party if actor == party.actor else replace(party, actor=actor, reason=None)

    def carry(row: Any, name: str) -> Any:
        carried = statement is not None and row.statement == statement
        return replace(row, **{name: owner(getattr(row, name), row.start, row.end, carried=carried)})

    def carry_known(row: Any, name: str) -> Any:
        return row if old is None else carry(row, name)

    return replace(
        annotated,
        mentions=tuple(replace(one, actor=new, reason=None) if at in moved else one for at, one in enumerate(mentions)),
        statements=tuple(
            replace(
                one,
                source=owner_of(one.source),
                via=tuple(owner_of(party) for party in one.via),
                addressee=owner_of(one.addressee) if one.addressee else None,
            )
            for one in annotated.statements
        ),
        events=tuple(
            replace(
                one,
                participants=tuple(
                    replace(part, actor=new)
                    if part.actor == old and owner(old, one.start, one.end, carried=False) == new
                    else part
                    for part in one.participants
                ),
            )
            for one in annotated.events
        ),
        stances=tuple(carry(one, "actor") for one in annotated.stances),
        commitments=tuple(carry(one, "actor") for one in annotated.commitments),
        assertions=tuple(carry_known(carry_known(one, "subject"), "voice") for one in annotated.assertions),
    )


def take_out(annotated: Annotated, old: int, moved: frozenset[int]) -> tuple[Annotated, int]:
    """Make a local actor of its own of some mentions of one that was two.

    Its name is the longest these mentions have, its offices those printed with them; whom it speaks for is open where
    no office says it.
    """
    text, was = annotated.document.text, annotated.actors[old]
    own = [annotated.mentions[at] for at in sorted(moved)]
    words = [" ".join(text[one.start : one.end].split()) for one in own]
    names = [name for one, name in zip(own, words, strict=True) if one.form == "name"]
    offices = tuple(
        office
        for office in was.offices
        if any(one.start - BEFORE_NAME <= office.end and office.start <= one.end + BEFORE_NAME for one in own)
    )
    actor = LocalActor(
        name=max(names or words, key=lambda name: (len(name), name)),
        kind=was.kind,
        named=bool(names),
        aliases=tuple(dict.fromkeys(names)),
        offices=offices,
        side=was.side if offices or not names else None,
    )
    added, new = add_actor(annotated, actor)
    return move_mentions(added, old, new, moved), new


def set_speaker(annotated: Annotated, index: int, source: LocalParty) -> Annotated:
    """Give a statement another speaker.

    With it go a pronoun for its source, "I" and "we" in its words, and in a paraphrase ("she said she would go") the
    pronouns that stood for the old speaker.
    """
    row = annotated.statements[index]
    old, new = row.source.actor, source.actor
    changed = list(annotated.statements)
    changed[index] = replace(row, source=source)
    annotated = replace(annotated, statements=tuple(changed))
    if new is None or old == new:
        return annotated

    def stands_for_speaker(at: int) -> bool:
        one = annotated.mentions[at]
        if one.form == "name" or one.actor not in (old, None):
            return False
        if any(span.start < one.end and one.start < span.end for span in row.source.spans):
            return one.actor == old
        if not any(span.start <= one.start and one.end <= span.end for span in row.content):
            return False
        words = annotated.document.text[one.start : one.end].casefold()
        return words in FIRST_PERSON or (row.kind == "indirect" and one.form == "pronoun" and one.actor == old)

    moved = frozenset(at for at in range(len(annotated.mentions)) if stands_for_speaker(at))
    annotated = move_mentions(annotated, old, new, moved, statement=index)
    kept = list(annotated.statements)
    kept[index] = replace(kept[index], source=source)
    return replace(annotated, statements=tuple(kept))


def renumber(
    annotated: Annotated, statements: tuple[LocalStatement, ...], at: Callable[[int], int | None]
) -> Annotated:
    """Put other statements in place and lead everything that names one by its index to its new place."""

    def lead(index: int | None) -> int | None:
        return None if index is None else at(index)

    return replace(
        annotated,
        statements=tuple(replace(one, parent=lead(one.parent)) for one in statements),
        events=tuple(replace(one, statement=lead(one.statement)) for one in annotated.events),
        stances=tuple(replace(one, statement=lead(one.statement)) for one in annotated.stances),
        claims=tuple(replace(one, statement=lead(one.statement)) for one in annotated.claims),
        commitments=tuple(replace(one, statement=lead(one.statement)) for one in annotated.commitments),
        assertions=tuple(replace(one, statement=lead(one.statement)) for one in annotated.assertions),
    )


def drop_statement(annotated: Annotated, index: int) -> Annotated:
    """Take out what is no statement.

    Stances and promises that rest on it go with it; what else its words tell is the account of the statement around
    it, else the outlet's own.
    """
    parent = annotated.statements[index].parent
    left = annotated.statements[:index] + annotated.statements[index + 1 :]

    def at(old: int) -> int | None:
        if old == index:
            return None if parent is None else at(parent)
        return old - 1 if old > index else old

    annotated = replace(
        annotated,
        stances=tuple(one for one in annotated.stances if one.statement != index),
        commitments=tuple(one for one in annotated.commitments if one.statement != index),
    )
    return renumber(annotated, left, at)


def add_statement(annotated: Annotated, row: LocalStatement) -> Annotated:
    """Put in a statement that was missed; what its words tell becomes its speaker's account."""
    first = row.content[0].start
    index = sum(one.content[0].start < first for one in annotated.statements)

    def holds(outer: tuple[Span, ...], start: int, end: int) -> bool:
        return any(span.start <= start and end <= span.end for span in outer)

    around = [
        (sum(span.end - span.start for span in one.content), at)
        for at, one in enumerate(annotated.statements)
        if all(holds(one.content, span.start, span.end) for span in row.content)
    ]
    parent = min(around)[1] if around else None
    statements = (*annotated.statements[:index], replace(row, parent=parent), *annotated.statements[index:])
    # The row's own parent is an old index, and is led to its new place with all others.
    annotated = renumber(annotated, statements, lambda old: old + 1 if old >= index else old)
    above = annotated.statements[index].parent

    def take(one: Any) -> Any:
        mine = one.statement == above and holds(row.content, one.start, one.end)
        return replace(one, statement=index) if mine else one

    return replace(
        annotated,
        statements=tuple(
            replace(one, parent=index)
            if at != index and one.parent == above and all(holds(row.content, s.start, s.end) for s in one.content)
            else one
            for at, one in enumerate(annotated.statements)
        ),
        events=tuple(take(one) for one in annotated.events),
        stances=tuple(take(one) for one in annotated.stances),
        claims=tuple(take(one) for one in annotated.claims),
        commitments=tuple(take(one) for one in annotated.commitments),
        assertions=tuple(take(one) for one in annotated.assertions),
    )
