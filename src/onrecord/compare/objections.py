"""What one party does over the objections of another: "Sarnia agreed to host the radar over objections from Karsovia".

The text itself sets the two against each other, in one sentence; who objects need not be told of elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.opposed import FOR
from onrecord.compare.positions import evidence_of, held_by_document, position_id
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.same_side import are_kin
from onrecord.compare.words import load_tables, shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.positions import Held
    from onrecord.compare.said import Said

NEAR = 60
"""Characters from what is done to the words of the objections."""
_HOW = r"(?:over|despite|in spite of|in the face of|in defiance of|brushing aside|overriding|ignoring)"
_NOUN = r"(?:objections?|opposition|protests?|disapproval|resistance)"
BY = re.compile(
    rf"\b{_HOW} (?:the |its |their |his |her |some )?(?:[\w-]+ ){{0,2}}?{_NOUN} "
    r"(?:from|of|by|(?:voiced|raised) by|in|among) "
    r"(?:both |the |an? |many |some |several )?(?:[\w-]+ )?$",
    re.IGNORECASE,
)
""" "Over fierce objections from | Karsovia"."""
HOW = re.compile(rf"\b{_HOW} (?:the |an? )?$", re.IGNORECASE)
OWNED = re.compile(rf"(?:['’]s?)? (?:[\w-]+ ){{0,2}}?{_NOUN}\b", re.IGNORECASE)
""" "Over | Karsovia | 's strong objections"."""
LINE = 110
"""Characters before a name in which the words of the objections stand."""


def find_objections(ground: Ground, held: Sequence[Held], said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts of who does something and who is told to object to it."""
    stances = held_by_document(held)
    clauses: dict[str, list[Said]] = {}
    for one in said:
        clauses.setdefault(one.document, []).append(one)
    for name in sorted(ground.linked.annotated):
        for objector, phrase in find_phrases(ground, name):
            doer = find_stance(ground, stances.get(name, ()), phrase, objector)
            doer = doer or find_clause(ground, clauses.get(name, ()), phrase, objector)
            doer = doer or find_told(ground, phrase, objector)
            if doer is not None:
                yield build_rift(ground, *doer, phrase, objector)


def find_phrases(ground: Ground, name: str) -> Iterator[tuple[str, Evidence]]:
    """Who objects and the words that tell of it, each once."""
    text, done = ground.linked.documents[name].text, set()
    for mention in sorted(ground.annotated(name).mentions, key=lambda each: (each.start, -each.end)):
        objector = ground.actor(name, mention.actor)
        lead = text[max(0, mention.start - LINE) : mention.start]
        by, behind = BY.search(lead), OWNED.match(text, mention.end)
        found = by or (HOW.search(lead) if behind is not None else None)
        if objector is None or found is None or mention.form == "pronoun":
            continue
        start = mention.start - len(lead) + found.start()
        if start not in done:
            done.add(start)
            end = mention.end if by is not None or behind is None else behind.end()
            yield objector, Evidence(document=name, start=start, end=end)


def find_stance(ground: Ground, held: Sequence[Held], phrase: Evidence, objector: str) -> tuple[str, Voice] | None:
    """The stance in favour that ends right before the objections, of another party."""
    for one in held:
        mention = one.source.mention
        near = mention.start < phrase.start and phrase.start - mention.end <= NEAR
        if mention.stance not in FOR or not near or one.actor is None:
            continue
        between = ground.text(
            Evidence(document=phrase.document, start=min(mention.end, phrase.start), end=phrase.start)
        )
        if not re.search(r"[.!?]\s|\n", between) and not are_kin(ground, one.actor, objector):
            words = Evidence(document=phrase.document, start=mention.start, end=min(mention.end, trim(ground, phrase)))
            return one.proposal, Voice(
                shorten(ground.text(words)), one.actor, position_id(one), evidence_of(one), one.when
            )
    return None


def find_clause(ground: Ground, said: Sequence[Said], phrase: Evidence, objector: str) -> tuple[str, Voice] | None:
    """The clause that the objections stand in, with its subject as who does it."""
    for one in said:
        inside = one.assertion.start < phrase.start <= one.assertion.end + 2
        inside = inside and one.assertion.predicate in load_tables().opposed["decides"]
        party = one.subject_actor
        if not inside or party is None or one.assertion.negated or are_kin(ground, party, objector):
            continue
        words = Evidence(document=phrase.document, start=one.assertion.start, end=trim(ground, phrase))
        if words.start < words.end:
            return party, Voice(shorten(ground.text(words)), party, one.statement or party, words, one.when)
    return None


def find_told(ground: Ground, phrase: Evidence, objector: str) -> tuple[str, Voice] | None:
    """ "The council approved the plan over …": who decides it, where the text does not say which council it is."""
    for row in ground.spoken.get(phrase.document, ()):
        inside = (
            row.act == "agree"
            and not row.negated
            and any(one.start < phrase.start <= one.end + 2 for one in row.content)
        )
        if not inside or not row.source.text or are_kin(ground, row.source.actor or row.id, objector):
            continue
        start = min(one.start for one in (*row.cue, *row.content, *row.source.spans))
        words = Evidence(document=phrase.document, start=start, end=trim(ground, phrase))
        return row.id, Voice(shorten(ground.text(words)), row.source.actor or row.id, row.id, words, row.said)
    return None


def trim(ground: Ground, phrase: Evidence) -> int:
    """Where the words before a phrase end."""
    text = ground.linked.documents[phrase.document].text[: phrase.start]
    return len(text.rstrip(" ,;—–-"))


def build_rift(ground: Ground, about: str, doer: Voice, phrase: Evidence, objector: str) -> Rift:
    """The rift of who does it and who objects."""
    return Rift(
        about=about,
        kind="stance",
        facet=None,
        sides=(doer, Voice(shorten(ground.text(phrase)), objector, objector, phrase, doer.when)),
        reasons=(f"{ground.name(doer.holder)} does it over the objections of {ground.name(objector)}.",),
    )
