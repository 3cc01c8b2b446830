"""Actors, articles and events as FollowTheMoney entities, one JSON object a line, for Aleph and its kin.

Source: the FollowTheMoney model, version 4. Statements, positions and disputes have no place in that model and stay
out. `startDate` and `endDate` of an event mean its duration there, so the record's uncertain intervals are text.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from onrecord.identity import build_id
from onrecord.present.exports.rows import encode_line, exact_date, find_url
from onrecord.present.view import View, name_when
from onrecord.records import Actor, Document, Event
from onrecord.tables import Tables

SCHEMATA = {"person": "Person", "organization": "Organization", "state": "PublicBody", "place": "Address"}


def build_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """All entities, sorted by id."""
    view = View(tables)
    entities = [
        *map(build_actor, tables.actors),
        *(build_article(view, row) for row in tables.documents),
        *(build_event(view, row) for row in tables.events),
        *build_mentions(view),
        *build_offices(tables),
        *build_sides(tables),
    ]
    lines = (encode_line(one) for one in sorted(entities, key=lambda one: str(one["id"])))
    yield "entities.ftm.json", "".join(lines).encode("utf-8", "replace")


def build_entity(entity_id: str, schema: str, **values: list[str]) -> dict[str, Any]:
    """An entity with the properties that have values, each value once and sorted."""
    properties = {name: sorted(set(found)) for name, found in sorted(values.items()) if found}
    return {"id": entity_id, "schema": schema, "properties": properties}


def schema_of(actor: Actor) -> str:
    """The schema of an actor; a group is a LegalEntity, the widest that can take part in an event."""
    return SCHEMATA.get(actor.kind, "LegalEntity")


def build_actor(actor: Actor) -> dict[str, Any]:
    """An actor; what a place is called is its address."""
    aliases = [name for name in actor.aliases if name != actor.name]
    if actor.kind == "place":
        return build_entity(actor.id, "Address", full=[actor.name])
    wikidata = [actor.wikidata] if actor.wikidata else []
    return build_entity(actor.id, schema_of(actor), name=[actor.name], alias=aliases, wikidataId=wikidata)


def build_article(view: View, document: Document) -> dict[str, Any]:
    """An article with its text."""
    published, url = exact_date(document.published.when), find_url(document)
    headline = view.words(document.id, (document.headline,)) if document.headline else ""
    return build_entity(
        document.id,
        "Article",
        title=[headline or document.uri],
        author=[document.byline] if document.byline else [],
        bodyText=[document.text.strip()],
        publishedAt=[published] if published else [],
        publisher=[document.outlet] if document.outlet else [],
        sourceUrl=[url] if url else [],
    )


def build_event(view: View, event: Event) -> dict[str, Any]:
    """An event; its date only where the record has a year, month or day."""
    happened = exact_date(event.when)
    involved = [
        one.actor for one in event.participants
        if one.actor in view.actors and view.actors[one.actor].kind != "place"
    ]  # fmt: skip
    return build_entity(
        event.id,
        "Event",
        name=[event.label],
        summary=[f"{event.status}; {name_when(event.when)}"],
        keywords=[one for one in (event.type, event.mode, event.status) if one],
        date=[happened] if happened else [],
        location=[event.where] if event.where else [],
        involved=involved,
        proof=list(event.documents),
        description=[view.quote(one) for one in event.evidence],
    )


def build_mentions(view: View) -> Iterator[dict[str, Any]]:
    """Which article names which actor, with the words."""
    named: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in view.tables.mentions:
        actor = view.actors.get(one.actor)
        if actor and actor.kind != "place" and one.form in ("name", "title", "metonym"):
            words = view.documents[one.document].text[one.start : one.end]
            named[one.document, one.actor].append(" ".join(words.split()))
    for (document, actor_id), names in named.items():
        schema = schema_of(view.actors[actor_id])
        key = f"{document}.{actor_id}"
        yield build_entity(
            key, "Mention", name=names, document=[document], resolved=[actor_id], detectedSchema=[schema]
        )


def build_offices(tables: Tables) -> Iterator[dict[str, Any]]:
    """The posts that people were seen in. When they took and left them is not known; when they were seen is text."""
    posts: dict[str, dict[str, Any]] = {}
    for actor in (one for one in tables.actors if one.kind == "person"):
        for number, office in enumerate(actor.offices):
            name = f"{office.title} of {office.of}" if office.of else office.title
            post = build_id("post", name.casefold())
            posts[post] = build_entity(post, "Position", name=[name])
            seen = [one for one in (office.first_seen, office.last_seen) if one]
            yield build_entity(
                f"{actor.id}.post-{number}",
                "Occupancy",
                holder=[actor.id],
                post=[post],
                proof=[one.document for one in office.evidence],
                description=[f"seen {'/'.join(dict.fromkeys(seen))}"] if seen else [],
            )
    yield from posts.values()


def build_sides(tables: Tables) -> Iterator[dict[str, Any]]:
    """For whom an actor speaks, where that is an actor too."""
    by_name = {one.name: one for one in sorted(tables.actors, key=lambda one: one.id, reverse=True)}
    for actor in tables.actors:
        side = by_name.get(actor.side or "")
        if side and side.id != actor.id and "place" not in (actor.kind, side.kind):
            key = f"{actor.id}.side"
            yield build_entity(key, "UnknownLink", subject=[actor.id], object=[side.id], role=["speaks for"])
