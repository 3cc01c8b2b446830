"""`correct` and `diff`: set the record right for good, and see what has changed in it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli import context
from onrecord.cli.context import AsJson, RecordPath
from onrecord.errors import RecordError, SettingError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from onrecord.api import Record
    from onrecord.corrections.rows import Logged
    from onrecord.present.changes import Change

MARKS = '“”" '

TAKES = {
    "merge": ("ID ID…", 2, 99),
    "split": ("ID [WORDS]", 1, 2),
    "speaker": ("STATEMENT [NAME]", 1, 2),
    "date": ("DOCUMENT|EVENT DATE", 2, 2),
    "drop": ("STATEMENT", 1, 1),
    "add": ("DOCUMENT", 1, 1),
    "settle": ("DISPUTE VERDICT", 2, 2),
    "mark": ("COMMITMENT STATUS [TEXT]", 2, 3),
    "rename": ("ID NAME", 2, 2),
}
"""What each kind takes after its name, and how many words that are at least and at most."""


def correct(
    kind: Annotated[
        str | None,
        typer.Argument(metavar="[KIND]", help="merge, split, speaker, date, drop, add, settle, mark, rename."),
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]… [VALUE]", help="The rows, and what is right: a name, date, verdict or status."),
    ] = None,
    record: RecordPath = None,
    author: Annotated[
        str | None, typer.Option(help="Who says so; else the setting, else the name of the user.")
    ] = None,
    reason: Annotated[str, typer.Option(help="Why, in plain words.")] = "",
    document: Annotated[str | None, typer.Option(help="split, mark: the document that the words are of.")] = None,
    words: Annotated[str | None, typer.Option(help="mark: the words of a document that say so.")] = None,
    content: Annotated[str | None, typer.Option(help="add: the words that were said.")] = None,
    cue: Annotated[str | None, typer.Option(help="add: the words that say that it was said.")] = None,
    source: Annotated[str | None, typer.Option(help="add, speaker: the words that name the speaker.")] = None,
    speaker: Annotated[str | None, typer.Option(help="add: the speaker, if no words name him.")] = None,
    act: Annotated[str | None, typer.Option(help="add: the act, e.g. deny.")] = None,
    actor_kind: Annotated[str | None, typer.Option("--kind", help="speaker, add: kind of a new actor.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the corrections and what became of each.")] = False,
    undo: Annotated[int | None, typer.Option(metavar="N", help="Undo correction N.")] = None,
    export: Annotated[Path | None, typer.Option("--export", help="Write the log as JSON Lines; - is stdout.")] = None,
    import_: Annotated[Path | None, typer.Option("--import", help="Add the entries of a log; - is stdin.")] = None,
    as_json: AsJson = False,
) -> None:
    """Set something right, so that it stays right.

    It holds after adding, in any order, and after an upgrade.

    merge ID ID…; split ID [WORDS] with --document; speaker STATEMENT [NAME]; date ID DATE; drop STATEMENT; add
    DOCUMENT with --content; settle DISPUTE VERDICT; mark COMMITMENT STATUS [TEXT]; rename ID NAME.
    """
    chosen = [kind is not None, listed, undo is not None, export is not None, import_ is not None]
    if sum(chosen) != 1:
        mend = "Give a kind (onrecord correct --help), or one of --list, --undo N, --export FILE, --import FILE"
        raise SettingError("correct does one thing at a time" if any(chosen) else "correct: say what to do", mend=mend)
    from onrecord.config import name_author

    with context.open_record(record) as opened:
        if kind is not None:
            ids, values = read_given(kind, given or [])
            options = {"document": document, "content": content, "cue": cue, "source": source, "act": act}
            options |= {"words": words, "actor_kind": actor_kind} | ({"value": speaker} if kind == "add" else {})
            values |= {name: value for name, value in options.items() if value is not None}
            check_values(values)
            name = name_author(opened.settings, author)
            show_entry(opened.correct(kind, *ids, author=name, reason=reason, **values), as_json)  # type: ignore[arg-type]
        elif undo is not None:
            show_entry(opened.undo(undo, author=name_author(opened.settings, author), reason=reason), as_json)
        elif export is not None:
            write_log(opened, export)
        elif import_ is not None:
            read_log(opened, import_, as_json)
        else:
            show_log(opened.corrections(), as_json)


def read_given(kind: str, given: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The ids and values among the words after a kind.

    Raises:
        SettingError: An unknown kind, or too few or too many words.
    """
    if kind not in TAKES:
        raise SettingError(f"correct: no kind is called {kind!r}", mend=f"Kinds: {', '.join(TAKES)}")
    takes, least, most = TAKES[kind]
    if not least <= len(given) <= most:
        raise SettingError(f"correct {kind} takes {takes}", mend="Quote what has blanks in it")
    if kind in ("merge", "drop", "add"):
        return list(given), {}
    names = ("words" if kind == "split" else "value", "text")
    return [given[0]], dict(zip(names, given[1:], strict=False))


def check_values(values: dict[str, str]) -> None:
    """Refuse words that are not of a closed list.

    Raises:
        SettingError: One is not.
    """
    from onrecord.vocab import lists

    for name, closed in (("act", lists.Act), ("actor_kind", lists.ActorKind)):
        if name in values and values[name] not in lists.values(closed):
            mend = f"Known: {', '.join(lists.values(closed))}"
            raise SettingError(f"{values[name]!r} is no {name.replace('_', ' ')}", mend=mend)


def show_entry(entry: "Logged", as_json: bool) -> None:
    """What became of a correction just made."""
    if as_json:
        context.print_json(entry)
        return
    note = f" ({entry.note})" if entry.note else ""
    context.message(f"Correction {entry.number}: {name_entry(entry)}: {entry.state}{note}")


def name_entry(entry: "Logged") -> str:
    """A correction in a line."""
    one = entry.correction
    names = [f"“{target.label.strip(MARKS)}”" for target in one.targets]
    labels = {"merge": " + ", "split": " out of "}.get(one.kind, "\n").join(names).split("\n")[0]
    said = f" → {one.value}" if one.value else " → unknown" if one.kind == "speaker" else ""
    return f"{one.kind} {labels}{said}".replace("  ", " ").strip()


def show_log(log: Sequence["Logged"], as_json: bool) -> None:
    """The log, oldest first."""
    if as_json:
        context.print_json(log)
        return
    from rich.table import Table
    from rich.text import Text

    numbers = {one.correction.id: one.number for one in log}
    table = Table("no", "time", "author", "correction", "state", "reason", box=None, padding=(0, 2, 0, 0))
    for one in log:
        name = f"undo {numbers.get(one.correction.undoes, '?')}" if one.correction.undoes else name_entry(one)
        state = f"{one.state}: {one.note}" if one.note else one.state
        cells = (str(one.number), one.correction.time[:16], one.correction.author, name, state, one.correction.reason)
        table.add_row(*(Text(cell) for cell in cells))
    context.print_rich(table)
    if not log:
        context.message("No corrections have been made.")


def write_log(record: "Record", path: Path) -> None:
    """Write the log as JSON Lines."""
    from onrecord.cli.writing import write_file

    content = record.export_corrections()
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        return
    write_file(path, content)
    context.message(f"{len(content.splitlines())} corrections: {path.resolve()}")


def read_log(record: "Record", path: Path, as_json: bool) -> None:
    """Add the entries of a file to the log; exit status 1 if some lines could not be used, 2 if none could."""
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise RecordError(f"{path} cannot be read: {error.strerror}", mend="Name a file that exists") from error
    done = record.import_corrections(content)
    if as_json:
        context.print_json(done)
    else:
        context.message(f"{done.new} corrections added, {done.known} known already, {len(done.faults)} bad lines")
        loose = [one for one in record.corrections() if one.state == "unanchored"]
        for one in loose:
            context.message(f"  {one.number} has no place here: {one.note}")
    for fault in done.faults:
        context.message(f"  {path}: {fault}")
    if done.faults:
        raise typer.Exit(context.FAILED_SOME if done.new or done.known else context.FAILED)


def diff(
    since: Annotated[str | None, typer.Option(help="What has changed since this ISO date or date-time.")] = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="What changed between these two moments.")
    ] = None,
    record: RecordPath = None,
    as_json: AsJson = False,
) -> None:
    """List what has changed between two states of knowledge.

    That is: documents, events, disputes, commitments.

    A date means its end (UTC). A state of knowledge is what was added and corrected by then.
    """
    if (since is None) == (between is None):
        raise SettingError("diff: say from when", mend="Give --since DATE, or --between A B")
    with context.open_record(record) as opened:
        changes = opened.diff(*(between or (since or "",)))
    if as_json:
        context.print_json(changes)
    elif changes:
        context.print_rich(show_changes(changes))
    else:
        context.message("Nothing has changed.")


def show_changes(changes: Sequence["Change"]) -> "RenderableType":
    """Changes for people."""
    from rich.table import Table
    from rich.text import Text

    table = Table("", "change", "what", "id", box=None, padding=(0, 2, 0, 0))
    for one in changes:
        turn = one.change if one.field is None else f"{one.field}: {one.before or '—'} → {one.after or '—'}"
        cells: tuple[Any, ...] = (one.table.removesuffix("s"), turn, one.label, one.id)
        table.add_row(*(Text(cell) for cell in cells))
    return table
