"""The commands of onrecord. Heavy parts are imported inside the commands, so that --help answers at once."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import context
from onrecord.cli.context import AsJson, KnownAt, RecordPath
from onrecord.cli.correcting import correct, diff
from onrecord.cli.serving import serve
from onrecord.cli.watching import watch
from onrecord.present.formats import list_formats

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # the boxes of rich cost half of the time that --help may take
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Keep the record of a developing story: who said what, what happened when, where the accounts part, "
    "what was promised. Every line is traceable to the words it came from.",
    epilog="Start with `onrecord add ARTICLES…`, then `onrecord timeline` or `onrecord report -o report.html`.",
)


@app.command(epilog="Example: onrecord add story/*.txt page.html feed.jsonl --record story.db")
def add(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, globs, URLs, or - for stdin.")],
    record: RecordPath = None,
    date: Annotated[str | None, typer.Option(help="ISO publication date for documents that state none.")] = None,
    roster: Annotated[
        Path | None,
        typer.Option(help="A TOML file of known actors: names, offices, Wikidata ids; the record keeps it."),
    ] = None,
    workers: Annotated[int | None, typer.Option(help="Processes that annotate; 0 chooses.")] = None,
    tagger: Annotated[str | None, typer.Option(help="model, or grammar (without the trained weights).")] = None,
    as_json: AsJson = False,
) -> None:
    """Add articles to the record and bring it up to date."""
    from onrecord.cli.adding import add_sources

    add_sources(sources, record, date, roster, {"workers": workers, "tagger": tagger}, as_json)


@app.command(epilog="Example: onrecord timeline --actor Moreau --since 2024-03-01")
def timeline(
    record: RecordPath = None,
    actor: Annotated[str | None, typer.Option(help="Only events with this participant (name or part of it).")] = None,
    place: Annotated[str | None, typer.Option(help="Only events at this place (or part of its name).")] = None,
    since: Annotated[str | None, typer.Option(help="Only events that may fall on or after this ISO date.")] = None,
    until: Annotated[str | None, typer.Option(help="Only events that may fall on or before this ISO date.")] = None,
    kind: Annotated[str | None, typer.Option("--type", help="Only this PLOVER type or mode, e.g. call.")] = None,
    outlets: Annotated[int, typer.Option(min=1, help="Only events that so many outlets or more tell of.")] = 1,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """List what happened, in order."""
    from onrecord.cli import listings

    wanted = listings.Wanted(actor=actor, place=place, since=since, until=until, kind=kind, outlets=outlets)
    listings.list_timeline(record, as_json, known_at, wanted)


@app.command(epilog="Example: onrecord statements --actor Moreau --act deny")
def statements(
    record: RecordPath = None,
    actor: Annotated[str | None, typer.Option(help="Only what this actor said (name or part of it).")] = None,
    act: Annotated[str | None, typer.Option(help="Only this act, e.g. deny, promise, demand.")] = None,
    document: Annotated[str | None, typer.Option(help="Only this document (id or part of its source).")] = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """List who said what to whom, in whose words, through whom."""
    from onrecord.cli import listings

    listings.list_statements(record, as_json, known_at, actor=actor, act=act, document=document)


@app.command(epilog="Example: onrecord disputes --json")
def disputes(record: RecordPath = None, known_at: KnownAt = None, as_json: AsJson = False) -> None:
    """List where the accounts part, with both wordings."""
    from onrecord.cli import listings

    listings.list_disputes(record, as_json, known_at)


@app.command(epilog="Example: onrecord positions")
def positions(record: RecordPath = None, known_at: KnownAt = None, as_json: AsJson = False) -> None:
    """List whose stance on what, according to whom."""
    from onrecord.cli import listings

    listings.list_positions(record, as_json, known_at)


@app.command(epilog="Example: onrecord commitments --as-of 2024-05-01")
def commitments(
    record: RecordPath = None,
    as_of: Annotated[str | None, typer.Option(help="Judge them as of this ISO date, not the latest document.")] = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """List what was promised, by when, and what has become of it."""
    from onrecord.cli import listings

    listings.list_commitments(record, as_json, known_at, as_of)


@app.command(epilog="Example: onrecord actors")
def actors(record: RecordPath = None, known_at: KnownAt = None, as_json: AsJson = False) -> None:
    """List the cast: names, offices, and whom each speaks for."""
    from onrecord.cli import listings

    listings.list_actors(record, as_json, known_at)


@app.command(epilog="Example: onrecord documents --failed")
def documents(
    record: RecordPath = None,
    failed: Annotated[bool, typer.Option("--failed", help="List the inputs that could not be added.")] = False,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """List the documents, with their dates and how each is known."""
    from onrecord.cli import listings

    listings.list_documents(record, as_json, known_at, failed)


@app.command(epilog="Example: onrecord show evt-1f2e3d4c5b6a")
def show(
    row_id: Annotated[str, typer.Argument(metavar="ID", help="An id from any listing, or its unique beginning.")],
    record: RecordPath = None,
    as_json: AsJson = False,
) -> None:
    """Show one row with the words it rests on."""
    from onrecord.cli import details

    details.show_row(row_id, record, as_json)


@app.command(epilog="Example: onrecord why evt-1f2e3d4c5b6a evt-6a5b4c3d2e1f")
def why(
    row_id: Annotated[str, typer.Argument(metavar="ID", help="An event, actor, document, dispute or other id.")],
    other: Annotated[str | None, typer.Argument(metavar="[ID]", help="Why are these two not one (or one)?")] = None,
    record: RecordPath = None,
    as_json: AsJson = False,
) -> None:
    """Say why mentions were taken for one thing, or for two."""
    from onrecord.cli import details

    details.explain(row_id, other, record, as_json)


@app.command(epilog="""Example: onrecord search 'prisoners "two weeks"'""")
def search(
    words: Annotated[list[str], typer.Argument(help='Words that must all occur; "words in quotes" are a phrase.')],
    record: RecordPath = None,
    limit: Annotated[int, typer.Option(help="At most so many hits.", min=1)] = 20,
    as_json: AsJson = False,
) -> None:
    """Search the articles, statements, events and all else."""
    from onrecord.cli import listings

    listings.list_found(" ".join(words), record, limit, as_json)


@app.command(epilog="Example: onrecord report -o report.html")
def report(
    output: Annotated[Path, typer.Option("-o", "--output", help="The file: .html, .md or .pdf; - is HTML to stdout.")],
    record: RecordPath = None,
    title: Annotated[str | None, typer.Option(help="Heading of the report; else the main storyline's label.")] = None,
) -> None:
    """Write the record as one file: HTML, Markdown or PDF.

    The HTML loads nothing from elsewhere; PDF needs the extra `pdf`.
    """
    from onrecord.cli.writing import write_report

    write_report(output, record, title)


@app.command(
    epilog="Example: onrecord export --format parquet -o tables/\n\nonrecord export --format ical -o calendar/",
    help="Write the record for other programs.\n\n\b\nFormats:\n" + list_formats(),
)
def export(
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write into; made if need be.")],
    record: RecordPath = None,
    format_name: Annotated[str, typer.Option("--format", help="One of the formats above.")] = "jsonl",
    known_at: KnownAt = None,
) -> None:
    """Write the record in one format."""
    from onrecord.cli.writing import write_export

    write_export(output, record, format_name, known_at)


@app.command(epilog="Example: onrecord check --record story.db")
def check(record: RecordPath = None, as_json: AsJson = False) -> None:
    """Check that the record is sound.

    The file is whole, and every row has evidence that lies in its document.
    """
    from onrecord.cli.details import check_record

    check_record(record, as_json)


app.command(epilog="Example: onrecord correct speaker sta-1f2e3d4c 'Ada Moreau' --reason 'the caption names her'")(
    correct
)
app.command(epilog="Example: onrecord diff --since 2024-03-18")(diff)
app.command(epilog="Example: onrecord watch https://gazette.example/rss --every 15m --record story.db")(watch)
app.command(epilog="Example: onrecord serve --record story.db")(serve)


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        from onrecord.version import __version__

        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options that every command shares."""


def main() -> None:
    """Run the command line; our own errors become a message and exit status 2."""
    context.run(app)
