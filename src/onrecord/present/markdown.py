"""The record as one Markdown file: what the HTML report says, for notes, wikis and version control.

Words from the news are escaped, so that none is taken for markup.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from onrecord.present.news import find_latest, find_news
from onrecord.present.plain import name_dispute, plain_days
from onrecord.present.report import Quote, ReportView
from onrecord.present.view import View, name_amount, name_day, name_when
from onrecord.records import Event, Statement
from onrecord.version import __version__

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$]|^[-+=](?=\s|$)|^\d+(?=[.)]))")


def build_markdown(view: View, *, title: str | None = None) -> str:
    """Build the report.

    Args:
        view: The record.
        title: Its heading; None takes the main storyline's label.

    Returns:
        CommonMark with tables; the same for the same record.
    """
    shown = ReportView(**{one.name: getattr(view, one.name) for one in fields(view)})
    tables = shown.tables
    counts = f"{len(tables.documents)} articles, {len(tables.events)} events, {len(tables.statements)} statements, "
    counts += f"{len(tables.disputes)} disputes, {len(tables.commitments)} commitments"
    period = shown.period()
    head = [f"# {escape(title or shown.heading())}", "", f"The record{', ' + period if period else ''}: {counts}.", ""]
    sections = [
        ("Timeline", write_timeline(shown)),
        ("Where the accounts part", write_disputes(shown)),
        ("Who stands where", write_positions(shown)),
        ("What was promised", write_commitments(shown)),
        ("Who said what", write_statements(shown)),
        ("Cast", write_cast(shown)),
        ("Sources", write_sources(shown)),
    ]
    if find_latest(shown)[0]:
        sections.insert(0, ("What is new", write_news(shown)))
    for name, lines in sections:
        head += [f"## {name}", "", *(list(lines) or ["Nothing found.", ""])]
    head.append(f"Made by onrecord {__version__} from the articles above, without a language model.")
    return "\n".join(head) + "\n"


def escape(text: str) -> str:
    r"""Words of the news in one line, with no markup left in them.

    >>> escape("- [a](b) <i>")
    '\\- \\[a\\](b) \\<i\\>'
    """
    return MARKUP.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;")


def write_quotes(quotes: Iterable[Quote]) -> Iterator[str]:
    """Evidence as quotations, the words in bold between those around them."""
    for one in quotes:
        before = escape(one.before) + " " * one.before[-1:].isspace()
        after = " " * one.after[:1].isspace() + escape(one.after)
        yield from (
            f"> {before}**{escape(one.words)}**{after}".rstrip(),
            f"> — [{escape(one.outlet)}]({link_source(one.link)})",
            "",
        )


def link_source(link: str) -> str:
    """The source that a place in the HTML report lies in: `#doc-1f2e-120` to `#doc-1f2e`."""
    return link.rsplit("-", 1)[0]


def write_timeline(view: ReportView) -> Iterator[str]:
    """Every event with its accounts."""
    for event in view.events_in_order():
        yield from (f"### {name_when(event.when)}: {escape(event.label)}", "", describe_event(view, event), "")
        yield from write_quotes(quote for account in view.accounts(event) for quote in account.quotes)


def describe_event(view: ReportView, event: Event) -> str:
    """Status, participants, place, origins and claims in one paragraph."""
    parts = [f"*{event.status}*", escape(view.participants(event)), escape(event.where or "")]
    parts.append(view.origins_line(event.id))
    for claim in view.claims_of.get(event.id, ()):
        holder = escape(view.holder_name(claim.holder, claim.evidence))
        parts.append(f"{claim.facet}: {escape(name_amount(claim.value, claim.unit))} ({holder})")
    return " · ".join(filter(None, parts))


def write_news(view: ReportView) -> Iterator[str]:
    """What the articles of the last day brought that older ones had not."""
    day, latest = find_latest(view)
    news = find_news(view, latest, view.events_in_order())
    outlets = ", ".join(dict.fromkeys(escape(view.outlet_name(one)) for one in latest))
    yield from (f"From {name_day(day)} on: {outlets}.", "")
    lines = [f"- *{event.status}* {escape(event.label)}" for event in news.events]
    lines += [f"- *disputed* {escape(view.about(one.about))}" for one in news.disputes]
    lines += [f"- *promised* {escape(view.actor_name(one.actor))}: {escape(one.text)}" for one in news.commitments]
    yield from (lines or ["Nothing that older articles had not told."])
    yield ""


def write_disputes(view: ReportView) -> Iterator[str]:
    """Each dispute: both sides, why, the words."""
    for dispute in view.tables.disputes:
        kind = name_dispute(dispute.kind, dispute.facet)
        yield from (f"### {escape(view.about(dispute.about))}", "", f"*{kind}*", "")
        for side in dispute.sides:
            holders = ", ".join(view.holder_name(one, dispute.evidence) for one in side.holders) or "the outlet"
            yield f"- {escape(holders)}: {escape(side.value)}"
        yield ""
        for reason in dispute.reasons:
            yield from (f"Why: {escape(plain_days(reason))}", "")
        if dispute.verdict:
            yield from (f"Settled: {escape(dispute.verdict)}", "")
        yield from write_quotes(view.quotes(dispute.evidence))


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; nothing where there are no rows."""
    lines = [f"| {' | '.join(cells)} |" for cells in rows]
    if lines:
        yield from (f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}", *lines, "")


def write_positions(view: ReportView) -> Iterator[str]:
    """Whose stance on what, according to whom."""
    rows = (
        (
            escape(row.proposal.label),
            escape(view.actor_name(one.actor, "—")),
            one.stance,
            escape(view.holder_name(one.holder, one.evidence)),
            name_when(one.when),
            escape(view.quote(one.evidence[0])),
        )
        for row in view.matrix()
        for stand in (*(one for cell in row.cells for one in cell), *row.others)
        for one in stand.positions
    )
    yield from write_table(("On", "Whose position", "Stance", "According to", "When", "Words"), rows)


def write_commitments(view: ReportView) -> Iterator[str]:
    """What was promised and what became of it."""
    for row in view.tables.commitments:
        due = f" · due {name_when(row.due)}" if row.due.earliest or row.due.latest else ""
        who = escape(view.actor_name(row.actor, "Not named"))
        yield from (f"### {who}: {escape(row.text)}", "", f"*{row.status}*{due}", "")
        for reason in row.reasons:
            yield from (escape(reason), "")
        yield from write_quotes((*view.quotes(row.evidence), *view.quotes(row.resolution)))


def write_statements(view: ReportView) -> Iterator[str]:
    """Statements by source."""
    for name, statements in view.speakers():
        yield from (f"### {escape(name)}", "")
        yield from (f"- {describe_statement(view, one)}" for one in statements)
        yield ""


def describe_statement(view: ReportView, row: Statement) -> str:
    """One statement in one line."""
    parts = [f"not {row.act}" if row.negated else row.act]
    if row.via:
        parts.append("through " + escape(", ".join(map(view.party_name, row.via))))
    if row.channel:
        parts.append(escape(row.channel))
    if row.said.earliest or row.said.latest:
        parts.append(name_when(row.said))
    outlet = escape(view.outlet_name(view.documents[row.document]))
    return f"{escape(view.said_words(row))} ({' · '.join(parts)}; [{outlet}](#{row.document}))"


def write_cast(view: ReportView) -> Iterator[str]:
    """Who speaks, takes part or holds a position."""
    rows = (
        (
            escape(one.name),
            one.kind,
            escape(one.side or ""),
            escape("; ".join(f"{o.title} ({o.of})" if o.of else o.title for o in one.offices)),
            escape(", ".join(name for name in one.aliases if name != one.name)),
        )
        for one in view.cast()
    )
    yield from write_table(("Name", "Kind", "Speaks for", "Offices, as printed", "Also called"), rows)


def write_sources(view: ReportView) -> Iterator[str]:
    """The articles, each a place that quotations lead to; their texts stay in the record."""
    for one in view.sources():
        document = one.document
        words = [f"**{escape(one.outlet)}**", escape(one.headline), f"{one.published} ({document.published.basis})"]
        words += [escape(document.uri), f"SHA-256 {document.sha256[:16]}…"]
        yield f'- <a id="{document.id}"></a>{" · ".join(filter(None, words))}'
    if view.tables.documents:
        yield ""
