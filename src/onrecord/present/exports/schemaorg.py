"""Direct quotations and settled claims as schema.org JSON-LD.

Only words that an article prints as the source's own are a Quotation. A ClaimReview needs a verdict: a dispute that a
person has settled, or a promise that later evidence shows kept, broken or superseded. No number is ever given as a
rating: the record makes none.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.present.exports.rows import encode_json, exact_date, find_url, name_urn
from onrecord.present.view import View
from onrecord.records import Actor, Commitment, Dispute, Document, Evidence, Statement
from onrecord.tables import Tables
from onrecord.version import __version__

CONTEXT_URL = "https://schema.org"
ACTOR_TYPES = {"person": "Person", "place": "Place", "state": "Country"}  # any other is an Organization
SETTLED = ("kept", "broken", "superseded")


def build_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """Two graphs: the quotations and the reviews."""
    view = View(tables)
    quotations = [build_quotation(view, row) for row in tables.statements if row.kind == "direct" and not row.negated]
    reviews = [review_dispute(view, row) for row in tables.disputes if row.verdict]
    reviews += [review_commitment(view, row) for row in tables.commitments if row.status in SETTLED and row.resolution]
    yield "quotations.jsonld", encode_json({"@context": CONTEXT_URL, "@graph": quotations})
    yield "claim-reviews.jsonld", encode_json({"@context": CONTEXT_URL, "@graph": reviews})


def build_quotation(view: View, row: Statement) -> dict[str, Any]:
    """A direct statement; its date only where the record has a year, month or day."""
    quotation: dict[str, Any] = {
        "@type": "Quotation",
        "@id": name_urn(row.id),
        "text": strip_marks(view.words(row.document, row.content)),
        "isPartOf": build_article(view, view.documents[row.document]),
    }
    source = view.actors.get(row.source.actor or "")
    if source:
        quotation["creator"] = build_actor(source)
    elif row.source.text:
        quotation["creditText"] = row.source.text
    said = exact_date(row.said)
    if said:
        quotation["dateCreated"] = said
    return quotation


def strip_marks(words: str) -> str:
    """A quotation without the marks around it and the comma that the press puts inside them.

    >>> strip_marks("“We will meet,”")
    'We will meet'
    """
    closing = dict(zip("“\"‘'«„", "”\"’'»“", strict=True)).get(words[:1])
    inside = words[1:-1] if closing and len(words) > 2 and words.endswith(closing) else words
    return inside.removesuffix(",") if inside != words else words


def build_actor(actor: Actor) -> dict[str, Any]:
    """An actor as the thing it is."""
    thing: dict[str, Any] = {
        "@type": ACTOR_TYPES.get(actor.kind, "Organization"), "@id": name_urn(actor.id), "name": actor.name
    }  # fmt: skip
    others = [name for name in actor.aliases if name != actor.name]
    if others:
        thing["alternateName"] = others
    if actor.wikidata:
        thing["sameAs"] = f"http://www.wikidata.org/entity/{actor.wikidata}"
    return thing


def build_article(view: View, document: Document) -> dict[str, Any]:
    """The article that prints the words."""
    article: dict[str, Any] = {"@type": "NewsArticle", "@id": name_urn(document.id)}
    if document.headline:
        article["headline"] = view.words(document.id, (document.headline,))
    if document.outlet:
        article["publisher"] = {"@type": "Organization", "name": document.outlet}
    published = exact_date(document.published.when)
    if published:
        article["datePublished"] = published
    if document.language:
        article["inLanguage"] = document.language
    url = find_url(document)
    if url:
        article["url"] = url
    return article


def build_articles(view: View, evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """The articles that evidence lies in, each once."""
    return [build_article(view, view.documents[one]) for one in dict.fromkeys(each.document for each in evidence)]


def review_dispute(view: View, row: Dispute) -> dict[str, Any]:
    """A dispute that a person has settled: each side a claim, the verdict in the person's words."""
    claims = []
    for side in row.sides:
        claim = build_claim(side.value, build_articles(view, row.evidence))
        authors = [build_actor(view.actors[one]) for one in side.holders if one in view.actors]
        if authors:
            claim["author"] = authors
        claims.append(claim)
    claimed = f"{view.about(row.about)}: " + " / ".join(side.value for side in row.sides)
    return {
        **build_review(row, claimed, by_person=True),
        "itemReviewed": claims,
        "reviewBody": row.verdict,
    }


def review_commitment(view: View, row: Commitment) -> dict[str, Any]:
    """A promise and what became of it, with the words that settled it."""
    claim = build_claim(" ".join(row.text.split()), build_articles(view, row.evidence))
    if row.actor in view.actors:
        claim["author"] = build_actor(view.actors[row.actor])
    marked = any(link.kind == "correction" and link.a == row.id for link in view.links_of.get(row.id, ()))
    review = {
        **build_review(row, claim["text"], by_person=marked),
        "itemReviewed": claim,
        "reviewRating": {"@type": "Rating", "alternateName": row.status},
        "reviewBody": quote_all(view, row.resolution) or "; ".join(row.reasons),
        "citation": build_articles(view, row.resolution),
    }
    return {**review, "datePublished": row.as_of} if row.as_of else review


def build_review(row: Dispute | Commitment, claimed: str, *, by_person: bool) -> dict[str, Any]:
    """What every review has. Where a person has decided, the description says who; the author is not then onrecord."""
    review: dict[str, Any] = {"@type": "ClaimReview", "@id": name_urn(row.id), "claimReviewed": claimed}
    if not by_person:
        review["author"] = {"@type": "Organization", "name": f"onrecord {__version__}"}
    return {**review, "description": "; ".join(row.reasons)} if row.reasons else review


def build_claim(text: str, articles: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A claim and where it appears."""
    return {"@type": "Claim", "text": text, "appearance": list(articles)}


def quote_all(view: View, evidence: Iterable[Evidence]) -> str:
    """The words of some evidence."""
    return " | ".join(view.quote(one) for one in evidence)
