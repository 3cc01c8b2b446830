"""The order of the linkers over many documents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.annotations import Annotated
from onrecord.corrections.constraints import NO_CONSTRAINTS, Constraints
from onrecord.link.accounts import find_accounts
from onrecord.link.actors import link_actors
from onrecord.link.copies import find_copies
from onrecord.link.coverage import build_coverage, find_candidates, find_groups
from onrecord.link.date_cast import find_cast
from onrecord.link.date_wording import find_quote_pairs, find_quotes, find_traces
from onrecord.link.dates import infer_date
from onrecord.link.event_groups import Group, World
from onrecord.link.event_parts import build_part_links
from onrecord.link.event_prints import Prints
from onrecord.link.event_rows import build_events, correct_labels
from onrecord.link.events import group_events, recall_within
from onrecord.link.statements import build_statement_rows
from onrecord.link.storylines import build_storylines
from onrecord.link.times import resolve_all
from onrecord.link.utterances import link_utterances
from onrecord.link.words import Likeness, build_likeness, build_news_likeness
from onrecord.linked import Linked, Local
from onrecord.memo import Memo, digest
from onrecord.records import Actor, Link, Mention, Published, Time
from onrecord.roster import NO_ROSTER, Roster

ROUNDS = 3
"""How often dates are inferred: a date inferred in one round can date another document in the next."""

_MOST_ALIKE = 25
"""An undated document is held against no more than so many dated ones, the most alike first."""


def link(
    annotated: Sequence[Annotated],
    constraints: Constraints = NO_CONSTRAINTS,
    roster: Roster = NO_ROSTER,
    memo: Memo | None = None,
) -> Linked:
    """Link the annotations of many documents.

    Args:
        annotated: The annotations, in any order; a document id occurs once.
        constraints: What people's corrections demand.
        roster: The actors that the user knows beforehand.
        memo: What earlier runs have worked out; it changes only the work.

    Returns:
        The linked record: the same annotations give the same record, whatever their order.
    """
    memo = memo or Memo()
    memo.begin()
    by_id = {one.document.id: one for one in sorted(annotated, key=lambda one: one.document.id)}
    ordered = tuple(by_id.values())
    actors, actor_of, actor_links = link_actors(ordered, constraints, roster)
    likeness = build_likeness(by_id, memo)
    alike = find_candidates(likeness.vectors)
    world = replace(build_world(by_id, actors, likeness), constraints=constraints, memo=memo)
    news_likeness = build_news_likeness(by_id, likeness)
    world, time_of, date_links = date_documents(by_id, actor_of, world, alike, news_likeness)
    statements, statement_of = build_statement_rows(ordered, actor_of, time_of, world.published)
    documents = {key: replace(one.document, published=world.published[key]) for key, one in by_id.items()}
    utterances, statements, utterance_links = link_utterances(statements, documents, memo)
    news = find_groups(news_likeness, world.published)
    world = replace(world, news={key: number for number, keys in enumerate(news) for key in keys if len(keys) > 1})
    accounts = {key: find_accounts(one, actor_of, time_of, world) for key, one in by_id.items()}
    groups, event_links = group_events(accounts, world, alike)
    events, event_of = build_events(groups, world)
    events = correct_labels(events, event_of, constraints)
    part_links = build_part_links(groups, event_of)
    copies = find_copies(documents, memo)
    coverage, coverage_links = build_coverage(by_id, news_likeness, world.published, events)
    storylines, storyline_links = build_storylines(events, by_id, world, alike)
    links = (
        *actor_links, *date_links, *utterance_links, *event_links, *part_links, *copies.links, *coverage_links,
        *storyline_links,
    )  # fmt: skip
    return Linked(
        annotated=by_id,
        documents={
            key: replace(one, duplicate_of=copies.originals.get(key), superseded_by=copies.newest.get(key))
            for key, one in documents.items()
        },
        times=tuple(time_of[key] for key in sorted(time_of)),
        actors=tuple(sorted(actors, key=lambda one: one.id)),
        mentions=_build_mentions(ordered, actor_of),
        statements=statements,
        utterances=utterances,
        events=events,
        coverage=coverage,
        storylines=storylines,
        links=tuple(sorted(links, key=lambda one: (one.kind, one.a, one.b, one.same, one.reasons))),
        actor_of=dict(sorted(actor_of.items())),
        statement_of=dict(sorted(statement_of.items())),
        event_of=event_of,
        time_of=dict(sorted(time_of.items())),
    )


def build_world(annotated: Mapping[str, Annotated], actors: Sequence[Actor], likeness: Likeness) -> World:
    """Gather what the linkers of events and dates must know beside the accounts."""
    quotes = {key: find_quotes(one) for key, one in annotated.items()}
    known: dict[tuple[str, str], int] = {}

    def shared_quotes(a: str, b: str) -> int:
        pair = (min(a, b), max(a, b))
        if pair not in known:
            known[pair] = len(find_quote_pairs(quotes[pair[0]], quotes[pair[1]]))
        return known[pair]

    return World(
        actors={one.id: one for one in actors},
        published={key: one.document.published for key, one in annotated.items()},
        likeness=likeness,
        shared_quotes=shared_quotes,
        quotes=quotes,
        texts={
            key: digest(likeness.print_of(key), one.document.text, one.document.zones, one.statements, one.times)
            for key, one in annotated.items()
        },
        states={one.name: one.id for one in actors if one.kind == "state"},
    )


def date_documents(
    annotated: Mapping[str, Annotated],
    actor_of: Mapping[Local, str],
    world: World,
    alike: Sequence[tuple[str, str]],
    news_likeness: Likeness,
) -> tuple[World, dict[Local, Time], tuple[Link, ...]]:
    """Infer the publication dates that are not stated, in a fixed number of rounds, and resolve all times.

    Returns:
        The world with the dates, the resolved times, and the links of the last round.
    """
    memo = world.memo
    undated = [key for key in annotated if not _is_known(world.published[key])]
    near = _find_near(undated, alike, world)
    touched = sorted({*undated, *(other for key in undated for other in near[key])})
    casts = {key: find_cast(annotated[key], actor_of, world.actors) for key in touched}
    traces = {
        key: find_traces(annotated[key], world.quotes[key], casts[key], memo=memo, key=world.texts[key])
        for key in touched
    }
    links: dict[str, tuple[Link, ...]] = {}
    groups: dict[str, list[Group]] = {}
    changed = set(annotated)
    for _ in range(ROUNDS if undated else 0):
        time_of, prints = resolve_all(tuple(annotated.values()), world.published, memo), Prints(world)
        for key in (one for one in touched if one in changed):
            groups[key], _ = recall_within(find_accounts(annotated[key], actor_of, time_of, world), world, prints)
        published = dict(world.published)
        for key in (one for one in undated if one in changed or changed.intersection(near[one])):
            beside = [(traces[other], news_likeness(key, other)) for other in near[key] if _is_bound(world, other)]
            published[key], links[key] = infer_date(traces[key], beside, groups, time_of, actor_of, world, prints)
        changed = {key for key in undated if published[key] != world.published[key]}
        world = replace(world, published=published)
        if not changed:
            break
    time_of = resolve_all(tuple(annotated.values()), world.published, memo)
    return world, time_of, tuple(one for key in sorted(links) for one in links[key])


def _is_known(published: Published) -> bool:
    """Is a date said to be the one of publication? A mere bound ("updated on …") leaves it to be inferred."""
    return published.basis in ("stated", "metadata", "given") and bool(published.earliest and published.latest)


def _is_bound(world: World, key: str) -> bool:
    return bool(world.published[key].earliest or world.published[key].latest)


def _find_near(undated: Sequence[str], alike: Sequence[tuple[str, str]], world: World) -> dict[str, list[str]]:
    """For each undated document the documents it is held against, the most alike first."""
    near: dict[str, list[tuple[float, str]]] = {key: [] for key in undated}
    for a, b in alike:
        for one, other in ((a, b), (b, a)):
            if one in near:
                near[one].append((-world.likeness(one, other), other))
    return {key: [other for _, other in sorted(found)[:_MOST_ALIKE]] for key, found in near.items()}


def _build_mentions(annotated: Sequence[Annotated], actor_of: Mapping[Local, str]) -> tuple[Mention, ...]:
    return tuple(
        Mention(actor=actor_of[key, one.actor], document=key, start=one.start, end=one.end, form=one.form)
        for key, document in ((each.document.id, each) for each in annotated)
        for one in document.mentions
        if one.actor is not None and (key, one.actor) in actor_of
    )
