"""Utterances: the same act of speech across statements and documents.

A post that three outlets quote is one utterance, whether they quote, cut or paraphrase it. Two statements can be one
act of speech only if the speaker is the same and time and channel do not clash; they are if their wording says so, or
if they are parts of one post. Groups grow best pairs first, and only where no two members clash.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from onrecord.chronology import intersect
from onrecord.identity import build_id
from onrecord.link.utterance_pairs import NEAR, RUN, Judged, Report, find_network, judge_pair
from onrecord.link.wordings import read_wordings, weigh_stems
from onrecord.memo import Memo, digest
from onrecord.records import UNKNOWN, Document, Link, Statement, Utterance, When

MARKS = " “”„\"«»‘’',"
"""Stripped from the ends of an utterance's text."""

RARE = 40
"""A stem that more of a speaker's statements hold proposes no pairs; a reprint is held against so many others."""

ACCEPT = 0.5
"""The score from which two statements are one act of speech."""


def link_utterances(
    statements: Sequence[Statement], documents: Mapping[str, Document], memo: Memo | None = None
) -> tuple[tuple[Utterance, ...], tuple[Statement, ...], tuple[Link, ...]]:
    """Group statements into utterances.

    Args:
        statements: The rows of all documents, in any order.
        documents: Document id -> document.
        memo: What an earlier run has read of the same documents.

    Returns:
        The utterances by id, the statements with their utterance, in the order given, and the links between
        statements with their reasons. A negated statement ("did not specify a date") has no utterance.
    """
    reports = build_reports(statements, documents, memo or Memo())
    weights = weigh_stems([one.wording for one in reports])
    blocks: dict[str, list[int]] = {}
    for at, one in enumerate(reports):
        if one.row.source.actor is not None:
            blocks.setdefault(one.row.source.actor, []).append(at)
    group = list(range(len(reports)))
    links: list[Link] = []
    for actor in sorted(blocks):
        links += group_block(reports, blocks[actor], weights, group)
    links += group_reprints(reports, weights, group)
    utterances = build_utterances(reports, group)
    of = {id_: one.id for one in utterances for id_ in one.statements}
    rows = tuple(replace(one, utterance=of.get(one.id)) for one in statements)
    return utterances, rows, tuple(sorted(links, key=lambda one: (one.a, one.b, one.same)))


def build_reports(statements: Sequence[Statement], documents: Mapping[str, Document], memo: Memo) -> list[Report]:
    """The statements that were made, by document and place, numbered among their speaker's in the document."""
    made: dict[str, list[Statement]] = {}
    for one in statements:
        if not one.negated:
            made.setdefault(one.document, []).append(one)
    reports = []
    for key in sorted(made):
        rows = sorted(made[key], key=lambda one: ((one.cue or one.content)[0].start, one.content, one.id))
        document, count = documents[key], dict[str | None, int]()
        asked = digest(document.text, [(row.content, row.kind) for row in rows])
        wordings = memo.recall("wordings", asked, partial(read_wordings, rows, document.text))
        for row, wording in zip(rows, wordings, strict=True):
            count[row.source.actor] = count.get(row.source.actor, 0) + 1
            reports.append(
                Report(
                    row=row,
                    wording=wording,
                    order=count[row.source.actor],
                    text=document.text,
                    cue=" ".join(document.text[span.start : span.end] for span in row.cue),
                    published=document.published.when,
                )
            )
    return reports


def group_block(
    reports: Sequence[Report], block: Sequence[int], weights: Mapping[str, float], group: list[int]
) -> list[Link]:
    """Group one speaker's statements; `group` is changed in place."""
    scored = []
    links = []
    for a, b in find_pairs(reports, block):
        clash = find_clash([reports[a]], [reports[b]])
        judged = judge_pair(reports[a], reports[b], weights)
        if clash is None and judged.score >= ACCEPT:
            scored.append((-judged.score, a, b, judged))
        elif clash is not None and judged.score >= ACCEPT:
            links.append(build_link(reports[a], reports[b], False, judged, (clash, *judged.reasons)))
    members: dict[int, list[int]] = {at: [at] for at in block}
    for _, a, b, judged in sorted(scored, key=lambda one: one[:3]):
        one, other = group[a], group[b]
        if one != other:
            clash = find_clash([reports[at] for at in members[one]], [reports[at] for at in members[other]])
            if clash is not None:
                links.append(build_link(reports[a], reports[b], False, judged, (clash, *judged.reasons)))
                continue
            low, high = min(one, other), max(one, other)
            for at in members[high]:
                group[at] = low
            members[low] += members.pop(high)
        links.append(build_link(reports[a], reports[b], True, judged, judged.reasons))
    return links


def group_reprints(reports: Sequence[Report], weights: Mapping[str, float], group: list[int]) -> list[Link]:
    """Group what two documents print of one source in the same words, where the source is nobody they both know.

    "A ministry official said …" is one man in a reprint, though nothing else tells that; `group` is changed in place.
    """
    same: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for at, one in enumerate(reports):
        text = " ".join((one.row.source.text or "").casefold().partition(",")[0].split())
        if text and len(one.wording.words) > RUN and len(one.wording.stems) > NEAR:
            same.setdefault((text, one.wording.words), []).append(at)
    members: dict[int, list[int]] = {}
    for at, name in enumerate(group):
        members.setdefault(name, []).append(at)
    links = []
    for found in same.values():
        for n, a in enumerate(found):
            for b in found[n + 1 : n + 1 + RARE]:
                judged = judge_pair(reports[a], reports[b], weights)
                known = reports[a].row.source.actor == reports[b].row.source.actor is not None
                if known or group[a] == group[b] or judged.score < ACCEPT or is_unsure(reports[a], reports[b]):
                    continue
                low, high = sorted((group[a], group[b]))
                if find_clash([reports[at] for at in members[low]], [reports[at] for at in members[high]]) is None:
                    for at in members[high]:
                        group[at] = low
                    members[low] += members.pop(high)
                    links.append(build_link(reports[a], reports[b], True, judged, judged.reasons))
    return links


def is_unsure(a: Report, b: Report) -> bool:
    """Do two sources print a pronoun, or stand in one document? Then the same words may be of two people."""
    text = (a.row.source.text or "").casefold()
    return a.row.document == b.row.document or text in ("he", "she", "they", "it", "i", "we")


def build_link(a: Report, b: Report, same: bool, judged: Judged, reasons: tuple[str, ...]) -> Link:
    """A link between two statements, the smaller id first."""
    first, second = sorted((a.row.id, b.row.id))
    return Link(kind="utterance", a=first, b=second, same=same, score=round(min(1.0, judged.score), 3), reasons=reasons)


def find_pairs(reports: Sequence[Report], block: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs worth comparing: neighbours in a document, and statements that share a rarer word."""
    pairs: set[tuple[int, int]] = set()
    by_stem: dict[str, list[int]] = {}
    posts: dict[tuple[str, str], list[int]] = {}
    for at in block:
        for stem in reports[at].wording.stems:
            by_stem.setdefault(stem, []).append(at)
        network = find_network(reports[at].row)
        if network:
            posts.setdefault((network, reports[at].row.document), []).append(at)
    for found in by_stem.values():
        if len(found) <= RARE:
            pairs |= {(a, b) for i, a in enumerate(found) for b in found[i + 1 :]}
    for one in (list(block), *posts.values()):
        for i, a in enumerate(one):
            pairs |= {(a, b) for b in one[i + 1 : i + 1 + NEAR] if reports[a].row.document == reports[b].row.document}
    return sorted(pairs)


def find_clash(one: Iterable[Report], other: Sequence[Report]) -> str | None:
    """Why two groups cannot be one act of speech, if they cannot."""
    for a in one:
        for b in other:
            if intersect(a.row.said, b.row.said) is None:
                return f"said at different times: {a.row.said.edtf} and {b.row.said.edtf}"
            if not match_channels(a.row, b.row):
                return f"said through different channels: {a.row.channel} and {b.row.channel}"
    return None


def match_channels(a: Statement, b: Statement) -> bool:
    """Can two channels be the same? One may be the fuller name of the other; a missing one can be any."""
    if a.channel is None or b.channel is None:
        return True
    first, second = a.channel.casefold(), b.channel.casefold()
    if first in second or second in first:
        return True
    one, other = find_network(a), find_network(b)
    return one == other if one and other else not one and not other and a.document != b.document


def build_utterances(reports: Sequence[Report], group: Sequence[int]) -> tuple[Utterance, ...]:
    """One row for each group."""
    members: dict[int, list[Report]] = {}
    for at, one in enumerate(reports):
        members.setdefault(group[at], []).append(one)
    rows = [build_utterance(found) for found in members.values()]
    return tuple(sorted(rows, key=lambda one: one.id))


def build_utterance(found: Sequence[Report]) -> Utterance:
    """The row of one group: the narrowest time, a named channel before a mere "interview", the longest own wording."""
    ids = tuple(sorted(one.row.id for one in found))
    said: When = UNKNOWN
    for one in found:
        said = intersect(said, one.row.said) or said
    named = {one.row.channel for one in found if one.row.channel}
    channels = sorted(named, key=lambda name: (not name[:1].isupper(), -len(name), name))
    actor = next((one.row.source.actor for one in found if one.row.source.actor is not None), None)
    rank = {"direct": 0, "mixed": 1, "indirect": 2}
    best = min(found, key=lambda one: (rank[one.row.kind], -len(one.wording.text), one.wording.text))
    return Utterance(
        id=build_id("utt", actor, ids[0]),
        actor=actor,
        said=said,
        channel=channels[0] if channels else None,
        text=best.wording.text.strip(MARKS) or best.wording.text,
        statements=ids,
        documents=tuple(sorted({one.row.document for one in found})),
    )
