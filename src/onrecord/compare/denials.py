"""One account says it is so, another that it is not: assertions against explicit denials."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from onrecord.chronology import read_day
from onrecord.compare.counts import TIMED
from onrecord.compare.ground import gap
from onrecord.compare.likeness import LEAST_OF_NO, is_plain_assertion, is_plain_pair, is_same_matter
from onrecord.compare.postings import Postings
from onrecord.compare.retold import is_retold
from onrecord.compare.said import Said, plain, tenses_fit
from onrecord.compare.words import load_tables, print_words, read_words
from onrecord.records import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.compare.ground import Ground

WINDOW = 4
"""Days between two accounts of one thing; a later denial may be a changed mind."""
ENOUGH = 0.6
MOST_WEEKS = 10
"""Weeks of an interval up to which an account is looked up by them; a longer one is looked at whatever its days."""
ANY, OPEN = -1, -2
CLOSE = 500
MOST = 4
"""A denial of longer matter is about more than the one thing."""
TALK = frozenset({"discuss", "mention", "raise", "talk", "plan", "settle", "consider", "table"})
NONE_OF = frozenset({"be", "make", "give", "exist"})
NO_THING = re.compile(
    r"(?:\bno (?:such )?|\bden(?:y|ies|ied) (?:that )?there (?:is|was|are|were|had been|has been|have been) "
    r"(?:any|an?) (?:such )?)(?P<thing>[\w’'-]+)",
    re.IGNORECASE,
)
PERHAPS = re.compile(r"\b(?:may|might) not\b", re.IGNORECASE)
AGAINST = re.compile(r"\b(?:against|oppos\w+|resist\w*)\b", re.IGNORECASE)
VAGUE = frozenset({"tell", "say", "speak", "ask", "know", "see", "want", "think", "believe", "like", "help"})
"""Verbs of which the same two parties may be told many times."""
DENYING = frozenset({"deny", "reject", "dismiss", "refute", "dispute"})
NOTHING = re.compile(
    r"\b(?:no|never|nothing|nor|any|den(?:y|ies|ied))\b|(?:\bnot|n['’]t)\s+(?:\w+\s+)?been\b", re.IGNORECASE
)
ALIKE = frozenset(
    {"not", "no", "never", "the", "a", "an", "that", "is", "are", "was", "were", "be", "been", "has", "had"}
)
"""Words that two tellings of one thing may or may not have."""
MINDED = frozenset({"want", "think", "believe", "see", "know", "like", "help"})


def find_denials(ground: Ground, said: Sequence[Said]) -> Iterator[tuple[Said, Said, str]]:
    """Pairs of an assertion and what denies it, with the reason."""
    index = Answerable(ground, (one for one in said if not one.assertion.negated))
    by_place = {(one.document, one.index): one for one in said}
    for no in said:
        if not no.assertion.negated:
            continue
        if no.assertion.refers is not None:
            yes = by_place.get((no.document, no.assertion.refers))
            if yes is not None and yes.side != no.side and concerns(ground, yes, no):
                yield (
                    yes,
                    no,
                    f"{ground.name(no.voice)} denies what {ground.name(yes.voice)} has just been quoted as saying.",
                )
            continue
        for yes in index.find(no):
            reason = judge(ground, yes, no)
            if reason:
                yield yes, no, reason


class Answerable:
    """The assertions that a denial can answer: those that have what `judge` asks of any two, found by an index."""

    def __init__(self, ground: Ground, positives: Iterable[Said]) -> None:
        """Index the assertions by their text, their words, and the parties they are told of."""
        self.ground, self.positives = ground, tuple(positives)
        self.subjects = [named(ground, one.subject) for one in self.positives]
        self.verbs = [plain(one.assertion.predicate) for one in self.positives]
        self.texts, self.words, self.parties = Postings(), Postings(), Postings()
        for at, one in enumerate(self.positives):
            self.texts.add(at, [one.document])
            self.words.add(at, one.words | names_about(ground, one))
            if len(one.parties) > 1:
                self.parties.add(at, ((one.subject, one.parties, week) for week in (*weeks_of(one.when), ANY)))

    def find(self, no: Said) -> list[Said]:
        """Those of its own text and, of the others, those of the same matter and parties.

        Two words must be the same; one is enough where both tell of the same two parties at about the same time.
        """
        found = {*self.texts.of(no.document), *self._find_alike(no)}
        if len(no.parties) > 1:
            weeks = weeks_of(no.when, WINDOW)
            near = (*weeks, OPEN) if weeks[0] != OPEN else (ANY,)
            found |= self.parties.find([(no.subject, no.parties, week) for week in near])
        return [self.positives[at] for at in sorted(found)]

    def _find_alike(self, no: Said) -> set[int]:
        if no.assertion.predicate in TALK:
            return self.words.find(matter_of(self.ground, no))
        subject, verb = named(self.ground, no.subject), plain(no.assertion.predicate)
        # What of the denial is no name must in the main stand in the assertion, or be a name of it.
        told = no.words - names_about(self.ground, no) - load_tables().titles
        return {
            at
            for at in self.words.find(told, math.ceil(LEAST_OF_NO * len(told)))
            for yes in [self.positives[at]]
            if len(yes.words & no.words) > 1
            and (
                (yes.subject == no.subject and no.subject is not None)
                or yes.words & subject
                or no.words & self.subjects[at]
                or verb == self.verbs[at]  # told again with a "no" in it
                or (no.subject in (None, no.side) and speaks_for_party(self.ground, yes, no))
            )
        }


def weeks_of(when: When, slack: int = 0) -> Sequence[int]:
    """The weeks that an interval touches, with some days before and after it; OPEN for one that is open or long."""
    if not when.earliest or not when.latest:
        return (OPEN,)
    first, last = read_day(when.earliest).toordinal() - slack, read_day(when.latest).toordinal() + slack
    weeks = range(first // 7, last // 7 + 1)
    return weeks if 0 < len(weeks) <= MOST_WEEKS else (OPEN,)


def names_about(ground: Ground, one: Said) -> frozenset[str]:
    """The words of the names of those a clause is of."""
    return one.names.union(*(named(ground, each) for each in (one.subject, *one.parties)))


def judge(ground: Ground, yes: Said, no: Said) -> str | None:
    """Why one assertion is what the other denies, None where it is not."""
    if yes.side == no.side or (no.statement is None and no.assertion.voice is None):
        return None  # the outlet's own "was not" answers nobody
    if gap(yes.when, no.when) > WINDOW and not (yes.document == no.document and gap(yes.when, no.when) > 9_000):
        return None
    if not tenses_fit(yes, no) or yes.assertion.predicate in DENYING or overlap(yes, no):
        return None
    if PERHAPS.search(ground.text(no.evidence)):
        return None  # "some may not improve" denies nothing
    shared = yes.words & no.words
    if not shared or (no.assertion.predicate in MINDED and yes.subject != no.subject):
        return None  # "became known as" and "he did not know the firm" are of two
    same_verb = plain(yes.assertion.predicate) == plain(no.assertion.predicate)
    if is_retold(ground, yes, no, same_verb) and is_plain_assertion(ground.text(yes.evidence)):
        return so_or_not(ground, yes, no, shared)
    voices = {yes.side, no.side}
    mine, other = yes.parties - voices, no.parties - voices
    kin = bool(yes.words & named(ground, no.subject) or no.words & named(ground, yes.subject))
    kin = kin or (no.subject in (None, no.side) and speaks_for_party(ground, yes, no))
    if no.subject is None and no.assertion.predicate in TALK and is_plain_assertion(ground.text(yes.evidence)):
        talked = judge_talk(ground, yes, no)
        if talked:
            return talked
    if no.assertion.predicate in NONE_OF and has_named_no(ground, yes, no):
        return judge_talk(ground, yes, no)
    if not kin and (yes.subject != no.subject or (yes.subject is None and yes.document != no.document)):
        return None
    if not is_plain_pair(ground.text(yes.evidence), ground.text(no.evidence)):
        return None
    if (mine - other) and (other - mine) and not kin:
        return None
    if len(mine - other) and len(other - mine) and len(mine & other):
        return None  # one party in common, but each with another one
    if no.assertion.predicate in TALK and not same_verb:
        return judge_talk(ground, yes, no)
    if not same_verb and (plain(no.assertion.predicate) not in yes.words or AGAINST.search(ground.text(yes.evidence))):
        return None  # "stood against changes" and "our position has not changed" say the same
    names = named(ground, yes.subject) | named(ground, no.subject) | load_tables().titles
    names |= names_about(ground, yes) | names_about(ground, no)
    told_of_two = same_verb and yes.subject == no.subject and yes.parties == no.parties and len(yes.parties) > 1
    least = 1 if told_of_two and no.assertion.predicate not in VAGUE | {"be"} else 2 + (not same_verb)
    least += 2 * (no.assertion.predicate in MINDED)
    least += same_verb and no.assertion.predicate == "be"  # which says nothing of its own
    least += not kin and yes.subject is None  # of what it is said is only in the words
    if is_told_again(ground.text(yes.evidence), ground.text(no.evidence)):
        least = min(least, 2)
    return so_or_not(ground, yes, no, shared) if is_same_matter(yes.words, no.words, names, least=least) else None


def is_told_again(yes_text: str, no_text: str) -> bool:
    """ "The dam was out of order", "the dam was not out of order": the same words but for the "not"."""
    bare = [re.sub(r"n['’]t\b", "", one.lower()) for one in (yes_text, no_text)]
    first, second = (set(re.findall(r"[a-z]+", one)) - ALIKE for one in bare)
    return first == second and len(first) > 2


def overlap(yes: Said, no: Said) -> bool:
    """Is the one clause part of the other ("rejected reports that he refused")?"""
    a, b = yes.assertion, no.assertion
    return yes.document == no.document and a.start < b.end and b.start < a.end


def speaks_for_party(ground: Ground, yes: Said, no: Said) -> bool:
    """Does who denies act for somebody whom the assertion names ("Ada Moreau's office", her country's ministry)?"""
    row = ground.statements.get(no.statement or "")
    told = read_words(row.source.text or "").content - load_tables().titles if row is not None else frozenset()
    if row is not None and len(told & yes.words) > 1:
        return True  # "the operator of the Skarn dam", where the assertion is of the Skarn dam
    return no.side in yes.parties or bool((named(ground, no.voice) - load_tables().titles) & yes.names)


def has_named_no(ground: Ground, yes: Said, no: Said) -> bool:
    """ "There was no offer", "No offer was made": has the other side just spoken of what there was none of?"""
    found = NO_THING.search(ground.text(no.evidence))
    near = yes.document == no.document and 0 <= no.assertion.start - yes.assertion.end <= CLOSE
    if found is None or not near or not is_plain_assertion(ground.text(yes.evidence)):
        return False
    return bool(read_words(found["thing"]).content & yes.words & no.words)


def concerns(ground: Ground, yes: Said, no: Said) -> bool:
    """Is what "dismissed the report" may refer to a plain assertion about the party that dismisses it?"""
    about = no.side in (yes.subject, *yes.parties) or bool(named(ground, no.voice) & yes.words)
    near = yes.statement not in (None, yes.voice) and 0 <= no.assertion.start - yes.assertion.end <= CLOSE
    return (about or near) and (near or is_plain_assertion(ground.text(yes.evidence)))


def so_or_not(ground: Ground, yes: Said, no: Said, shared: frozenset[str]) -> str:
    """The reason of a denial in one sentence, with the words that both have as the denial prints them."""
    words = print_words(ground.text(no.evidence), shared)
    matter = f" ({words})" if words else ""
    return f"{ground.name(yes.voice)} says that it is so, {ground.name(no.voice)} that it is not{matter}."


def named(ground: Ground, actor: str | None) -> frozenset[str]:
    """The words of a party's name."""
    return read_words(ground.name(actor)).content if actor else frozenset()


def matter_of(ground: Ground, no: Said) -> frozenset[str]:
    """What is denied, without its verb, its subject's name and titles."""
    plainly = no.words - {plain(no.assertion.predicate)} - named(ground, no.subject) - load_tables().titles
    return plainly - TIMED or plainly  # "not discussed for one minute" is of no minute


def judge_talk(ground: Ground, yes: Said, no: Said) -> str | None:
    """ "no extension had been discussed" answers who speaks of an extension, near by or of the same party."""
    matter = matter_of(ground, no)
    common = matter & yes.words
    if not NOTHING.search(ground.text(no.evidence)) or not print_words(ground.text(no.evidence), common):
        return None  # "has not raised enough money" does not answer anybody
    if not matter or len(matter) > MOST or len(common) < max(1, ENOUGH * len(matter)):
        return None
    near = yes.document == no.document and abs(yes.assertion.start - no.assertion.start) <= CLOSE
    voiced = read_words(ground.name(no.voice)).content - load_tables().titles
    if near or len(common) > 1 or yes.parties & {no.side, *no.parties} or voiced & yes.words:
        return (
            f"{ground.name(yes.voice)} speaks of {print_words(ground.text(no.evidence), common)}; "
            f"{ground.name(no.voice)} says that there was nothing of the kind."
        )
    return None
